//! Media gateway control in its text form, ITU-T H.248.1 annex B (RFC 3525).

use super::sdp;
use crate::application::text;
use requin_wire::{Cursor, Cx, Field, Item, Names, Out, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    MEGACO "megaco" "MEGACO" "MEGACO" App
    on [Udp 2944, Tcp 2944, SctpPort 2944, SctpPpid 7]
    fields {
        AUDITITEM "megaco.audititem" "Audit Item": Str;
        AUDIT "megaco.audit" "Audit Descriptor": None;
        COMMAND "megaco.command" "Command": Str;
        COMMAND_OPTIONAL "megaco.command_optional" "Optional Command": None;
        WILDCARD_RESPONSE "megaco.wildcard_response" "Wildcarded response to a command": None;
        CONTEXT "megaco.context" "Context": U32 Custom = CONTEXTS;
        DIGITMAP "megaco.digitmap" "DigitMap Descriptor": Str;
        ERROR "megaco.error" "ERROR Descriptor": None;
        ERROR_CODE "megaco.error_code" "ERROR Code": U32 Dec = ERROR_CODE_NAMES;
        ERROR_STRING "megaco.error_string" "ERROR String": Str;
        EVENTBUFFERCONTROL "megaco.eventbuffercontrol" "Event Buffer Control": Str;
        EVENTS "megaco.events" "Events Descriptor": None;
        LOCALDESCRIPTOR "megaco.localdescriptor" "Local Descriptor": None;
        LOCALCONTROLDESCRIPTOR "megaco.localcontroldescriptor" "Local Control Descriptor": None;
        MEDIA "megaco.media" "Media Descriptor": None;
        MODEM "megaco.modem" "Modem Descriptor": Str;
        MODE "megaco.mode" "Mode": Str;
        MULTIPLEX "megaco.multiplex" "Multiplex Descriptor": Str;
        OBSERVEDEVENTS "megaco.observedevents" "Observed Events Descriptor": None;
        PACKAGESDESCRIPTOR "megaco.packagesdescriptor" "Packages Descriptor": Str;
        PKGDNAME "megaco.pkgdname" "pkgdName": Str;
        REMOTEDESCRIPTOR "megaco.remotedescriptor" "Remote Descriptor": None;
        RESERVEGROUP "megaco.reservegroup" "Reserve Group": Str;
        RESERVEVALUE "megaco.reservevalue" "Reserve Value": Str;
        REQUESTID "megaco.requestid" "RequestID": U32 Dec;
        SERVICESTATES "megaco.servicestates" "Service State": Str;
        SIGNAL "megaco.signal" "Signal Descriptor": None;
        STATISTICS "megaco.statistics" "Statistics Descriptor": None;
        STREAMID "megaco.streamid" "StreamID": U32 Dec;
        TERMID "megaco.termid" "Termination ID": Str;
        TERMINATIONSTATE "megaco.terminationstate" "Termination State Descriptor": None;
        TOPOLOGY "megaco.topology" "Topology Descriptor": Str;
        TRANSACTION "megaco.transaction" "Transaction": Str;
        TRANSID "megaco.transid" "Transaction ID": U32 Dec;
        M_ID "megaco.mId" "MediagatewayID": Str;
        VERSION "megaco.version" "Version": Str;
        START_TOKEN "megaco.start_token" "Start token": Str;
        PRIORITY "megaco.priority" "Priority": Str;
    }
}

names! {
    ERROR_CODE_NAMES {
        400 => "Syntax error in message", 401 => "Protocol Error", 402 => "Unauthorized",
        403 => "Syntax error in transaction request", 406 => "Version Not Supported", 410 => "Incorrect identifier",
        411 => "The transaction refers to an unknown ContextId", 412 => "No ContextIDs available",
        421 => "Unknown action or illegal combination of actions", 422 => "Syntax Error in Action",
        430 => "Unknown TerminationID", 431 => "No TerminationID matched a wildcard",
        432 => "Out of TerminationIDs or No TerminationID available",
        433 => "TerminationID is already in a Context", 434 => "Max number of Terminations in a Context exceeded",
        435 => "Termination ID is not in specified Context", 440 => "Unsupported or unknown Package",
        441 => "Missing Remote or Local Descriptor", 442 => "Syntax Error in Command",
        443 => "Unsupported or Unknown Command", 444 => "Unsupported or Unknown Descriptor",
        445 => "Unsupported or Unknown Property", 446 => "Unsupported or Unknown Parameter",
        447 => "Descriptor not legal in this command", 448 => "Descriptor appears twice in a command",
        450 => "No such property in this package", 451 => "No such event in this package",
        452 => "No such signal in this package", 453 => "No such statistic in this package",
        454 => "No such parameter value in this package", 455 => "Property illegal in this Descriptor",
        456 => "Property appears twice in this Descriptor", 457 => "Missing parameter in signal or event",
        458 => "Unexpected Event/Request ID", 459 => "Unsupported or Unknown Profile",
        471 => "Implied Add for Multiplex failure", 500 => "Internal software Failure in MG",
        501 => "Not Implemented", 502 => "Not ready.", 503 => "Service Unavailable",
        504 => "Command Received from unauthorized entity",
        505 => "Transaction Request Received before a Service Change Reply has been received",
        506 => "Number of Transaction Pendings Exceeded", 510 => "Insufficient resources",
        512 => "Media Gateway unequipped to detect requested Event",
        513 => "Media Gateway unequipped to generate requested Signals",
        514 => "Media Gateway cannot send the specified announcement", 515 => "Unsupported Media Type",
        517 => "Unsupported or invalid mode", 518 => "Event buffer full", 519 => "Out of space to store digit map",
        520 => "Digit Map undefined in the MG", 521 => "Termination is ServiceChanging",
        526 => "Insufficient bandwidth", 529 => "Internal hardware failure in MG",
        530 => "Temporary Network failure", 531 => "Permanent Network failure",
        532 => "Audited Property, Statistic, Event or Signal does not exist",
        533 => "Response exceeds maximum transport PDU size", 534 => "Illegal write or read only property",
        540 => "Unexpected initial hook state", 581 => "Does Not Exist",
        600 => "Illegal syntax within an announcement specification", 601 => "Variable type not supported",
        602 => "Variable value out of range", 603 => "Category not supported", 604 => "Selector type not supported",
        605 => "Selector value not supported", 606 => "Unknown segment ID",
        607 => "Mismatch between play specification and provisioned data", 608 => "Provisioning error",
        609 => "Invalid offset", 610 => "No free segment IDs", 611 => "Temporary segment not found",
        612 => "Segment in use", 613 => "ISP port limit overrun", 614 => "No modems available",
        615 => "Calling number unacceptable", 616 => "Called number unacceptable",
    }
}

/// Contexts that stand for something else than themselves.
const CHOOSE: u64 = 0xffff_fffe;
const ALL: u64 = 0xffff_ffff;
const CONTEXTS: Names = Names::Custom(context_text);

fn context_text(value: Value, o: &mut Out<'_>) {
    match value {
        Value::U(0) => o.s("NULL"),
        Value::U(CHOOSE) => o.s("Choose one"),
        Value::U(ALL) => o.s("All"),
        Value::U(n) => o.u(n),
        _ => o,
    };
}

/// Kinds of transactions: short and long tokens, and what they are called.
const TRANSACTIONS: [(&str, &str, &str); 5] = [
    ("T", "Transaction", "Request"),
    ("P", "Reply", "Reply"),
    ("K", "TransactionResponseAck", "TransactionResponseAck"),
    ("PN", "Pending", "Pending"),
    ("ER", "Error", "Error"),
];

const COMMANDS: [(&str, &str, &str); 8] = [
    ("A", "Add", "Add"),
    ("MV", "Move", "Move"),
    ("MF", "Modify", "Modify"),
    ("S", "Subtract", "Subtract"),
    ("AV", "AuditValue", "AuditValue"),
    ("AC", "AuditCapability", "AuditCapability"),
    ("N", "Notify", "Notify"),
    ("SC", "ServiceChange", "ServiceChange"),
];

const AUDITED: [(&str, &str, &str); 9] = [
    ("MX", "Mux", "Multiplexed"),
    ("MD", "Modem", "Modem"),
    ("M", "Media", "Media"),
    ("DM", "DigitMap", "DigitMap"),
    ("SA", "Statistics", "Statistics"),
    ("OE", "ObservedEvents", "ObservedEvents"),
    ("PG", "Packages", "Packages"),
    ("E", "Events", "Events"),
    ("SG", "Signals", "Signals"),
];

/// What a token means, in either form.
fn known(table: &[(&str, &str, &'static str)], token: &[u8]) -> Option<&'static str> {
    let same = |name: &str| token.eq_ignore_ascii_case(name.as_bytes());
    table.iter().find(|(short, long, _)| same(short) || same(long)).map(|t| t.2)
}

fn is(token: &[u8], short: &str, long: &str) -> bool {
    token.eq_ignore_ascii_case(short.as_bytes()) || token.eq_ignore_ascii_case(long.as_bytes())
}

/// `name = value { body }`, of which the last two may be missing. Places count from the front of the message.
#[derive(Clone, Copy, Debug, Default)]
struct Part<'a> {
    at: usize,
    name: &'a [u8],
    value: &'a [u8],
    value_at: usize,
    body: Option<(&'a [u8], usize)>,
    end: usize,
}

/// Takes apart what stands one behind the other; `base` is where `text` begins in the message.
struct Parts<'a> {
    text: &'a [u8],
    base: usize,
    at: usize,
}

impl<'a> Parts<'a> {
    fn new((text, base): (&'a [u8], usize)) -> Parts<'a> {
        Parts { text, base, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn pass(&mut self, f: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&f) {
            self.at += 1;
        }
    }

    /// A token, or a text in quotation marks.
    fn token(&mut self) -> &'a [u8] {
        let from = self.at;
        if self.peek() == Some(b'"') {
            self.at += 1;
            self.pass(|b| b != b'"');
            self.at = (self.at + 1).min(self.text.len());
        } else {
            self.pass(|b| !matches!(b, b'=' | b'{' | b'}' | b',') && !b.is_ascii_whitespace());
        }
        self.text.get(from..self.at).unwrap_or_default()
    }

    /// What braces hold; the cursor is behind the opening one.
    fn braces(&mut self) -> (&'a [u8], usize) {
        let (from, mut depth, mut quoted) = (self.at, 1u32, false);
        while let Some(b) = self.peek() {
            match b {
                b'"' => quoted = !quoted,
                b'\\' => self.at += 1,
                b'{' if !quoted => depth += 1,
                b'}' if !quoted => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            self.at += 1;
        }
        let to = self.at.min(self.text.len());
        self.at = (to + 1).min(self.text.len());
        (self.text.get(from..to).unwrap_or_default(), self.base + from)
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        self.pass(|b| b == b',' || b == b'}' || b.is_ascii_whitespace());
        let begin = self.at;
        self.peek()?;
        let mut part = Part { at: self.base + begin, name: self.token(), ..Part::default() };
        let end = self.at;
        self.pass(|b| b.is_ascii_whitespace());
        let mut behind = end;
        if self.peek() == Some(b'=') {
            self.at += 1;
            self.pass(|b| b.is_ascii_whitespace());
            part.value_at = self.base + self.at;
            part.value = self.token();
            behind = self.at;
            self.pass(|b| b.is_ascii_whitespace());
        }
        if self.peek() == Some(b'{') {
            self.at += 1;
            part.body = Some(self.braces());
            behind = self.at;
        }
        // Every turn takes a byte away.
        self.at = self.at.max(begin + 1);
        part.end = self.base + behind.max(begin + 1).min(self.text.len());
        Some(part)
    }
}

/// The message and where it lies.
#[derive(Clone, Copy)]
struct Message<'a> {
    c: Cursor<'a>,
}

impl Message<'_> {
    fn span(&self, at: usize, end: usize) -> Span {
        let mut c = self.c;
        c.advance(at);
        c.span(end.saturating_sub(at))
    }

    fn value(&self, part: &Part<'_>) -> Span {
        self.span(part.value_at, part.value_at + part.value.len())
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let all = c.rest();
    let m = Message { c };
    let start = all.iter().position(|b| *b == b'/').unwrap_or(0);
    let token = text::trim(all.get(..start).unwrap_or_default());
    // The other form, in the basic encoding of ASN.1, is not read.
    if token != b"!" && !token.eq_ignore_ascii_case(b"MEGACO") {
        return Err(Stop::NotMine);
    }
    cx.protocol("MEGACO");
    cx.info_clear();
    let at = all.len() - all.trim_ascii_start().len();
    cx.add(START_TOKEN, m.span(at, start), Value::Str(m.span(at, at + token.len())));
    let mut parts = Parts::new((all, 0));
    parts.at = start + 1;
    let from = parts.at;
    parts.pass(|b| b.is_ascii_digit());
    string(cx, VERSION, &m, from, parts.at);
    parts.pass(|b| b.is_ascii_whitespace());
    let from = parts.at;
    parts.pass(|b| !b.is_ascii_whitespace());
    string(cx, M_ID, &m, from, parts.at);
    for part in parts {
        transaction(cx, &m, &part)?;
    }
    Ok(())
}

fn string<S: Sink>(cx: &mut Cx<'_, S>, field: Field, m: &Message<'_>, at: usize, end: usize) -> Item {
    let span = m.span(at, end);
    cx.add(field, span, Value::Str(span))
}

fn named<S: Sink>(cx: &mut Cx<'_, S>, field: Field, span: Span, name: &str) -> Item {
    cx.add_str(field, span, |o| _ = o.s(name))
}

fn number<S: Sink>(cx: &mut Cx<'_, S>, field: Field, m: &Message<'_>, part: &Part<'_>) {
    if let Some(n) = text::number(part.value) {
        cx.add(field, m.value(part), Value::U(n & 0xffff_ffff));
    }
}

fn transaction<S: Sink>(cx: &mut Cx<'_, S>, m: &Message<'_>, part: &Part<'_>) -> Step {
    let Some(kind) = known(&TRANSACTIONS, part.name) else { return Ok(()) };
    if kind == "Error" {
        error(cx, m, part);
        return Ok(());
    }
    let head = m.span(part.at, part.value_at.max(part.at) + part.value.len());
    // A reply that is pending is a reply.
    named(cx, TRANSACTION, head, if kind == "Pending" { "Reply" } else { kind });
    let acknowledged = part.body.map(|b| text::trim(b.0)).filter(|_| kind == "TransactionResponseAck");
    let id = acknowledged.unwrap_or(part.value);
    let digits = id.iter().position(|b| !b.is_ascii_digit()).unwrap_or(id.len());
    if let Some(n) = text::number(id.get(..digits).unwrap_or_default()) {
        cx.add(TRANSID, head, Value::U(n & 0xffff_ffff));
    }
    cx.info_add(|o| _ = o.text(id).s(" ").s(kind).s(if kind == "Reply" { "  " } else { "" }));
    if acknowledged.is_some() {
        return Ok(());
    }
    let Some(body) = part.body else { return Ok(()) };
    for part in Parts::new(body) {
        if is(part.name, "C", "Context") {
            context(cx, m, &part)?;
        } else if is(part.name, "ER", "Error") {
            error(cx, m, &part);
        }
    }
    Ok(())
}

fn context<S: Sink>(cx: &mut Cx<'_, S>, m: &Message<'_>, part: &Part<'_>) -> Step {
    let id = match part.value {
        b"-" => Some(0),
        b"$" => Some(CHOOSE),
        b"*" => Some(ALL),
        digits => text::number(digits).map(|n| n & 0xffff_ffff),
    };
    if let Some(id) = id {
        cx.add(CONTEXT, m.span(part.at, part.value_at + part.value.len()), Value::U(id));
        cx.info_add(|o| {
            o.s(" |=");
            context_text(Value::U(id), o);
        });
    }
    let Some(body) = part.body else { return Ok(()) };
    for part in Parts::new(body) {
        if is(part.name, "ER", "Error") {
            error(cx, m, &part);
        } else if is(part.name, "TP", "Topology")
            && let Some((inside, at)) = part.body
        {
            string(cx, TOPOLOGY, m, at, at + inside.len());
        } else if is(part.name, "PR", "Priority") {
            cx.add(PRIORITY, m.value(&part), Value::Str(m.value(&part)));
        } else {
            command(cx, m, &part)?;
        }
    }
    Ok(())
}

fn command<S: Sink>(cx: &mut Cx<'_, S>, m: &Message<'_>, part: &Part<'_>) -> Step {
    let mut token = part.name;
    let (mut optional, mut wild) = (false, false);
    // Before a command may stand that it is optional, and that its response may be for all.
    for _ in 0..2 {
        if let [b'O' | b'o', b'-', rest @ ..] = token {
            (optional, token) = (true, rest);
        } else if let [b'W' | b'w', b'-', rest @ ..] = token {
            (wild, token) = (true, rest);
        }
    }
    let Some(name) = known(&COMMANDS, token) else { return Ok(()) };
    let line = cx.line(m.span(part.at, part.end), |o| _ = o.s("Command: ").s(name));
    cx.info_add(|o| _ = o.s(" ").s(name).s("=").text(part.value));
    cx.under(line, |cx| -> Step {
        let at = m.span(part.at, part.at + part.name.len());
        if optional {
            cx.add(COMMAND_OPTIONAL, at, Value::None);
        }
        if wild {
            cx.add(WILDCARD_RESPONSE, at, Value::None);
        }
        named(cx, COMMAND, at, name);
        let whom = m.value(part);
        match part.value {
            b"*" => named(cx, TERMID, whom, "WildCard all"),
            b"$" => named(cx, TERMID, whom, "WildCard any"),
            _ => cx.add(TERMID, whom, Value::Str(whom)),
        };
        let Some(body) = part.body else { return Ok(()) };
        let line = cx.line(m.span(body.1, part.end), |o| _ = o.s("Descriptors"));
        cx.under(line, |cx| -> Step {
            for part in Parts::new(body) {
                descriptor(cx, m, &part)?;
            }
            Ok(())
        })
    })
}

fn descriptor<S: Sink>(cx: &mut Cx<'_, S>, m: &Message<'_>, part: &Part<'_>) -> Step {
    let all = m.span(part.at, part.end);
    let name = part.name;
    let inside = part.body.unwrap_or_default();
    let whole = |cx: &mut Cx<'_, S>, field| _ = string(cx, field, m, inside.1, inside.1 + inside.0.len());
    if is(name, "M", "Media") {
        let item = cx.add(MEDIA, all, Value::None);
        return cx.under(item, |cx| media(cx, m, inside, true));
    } else if is(name, "E", "Events") {
        packages(cx, m, EVENTS, part);
    } else if is(name, "OE", "ObservedEvents") {
        packages(cx, m, OBSERVEDEVENTS, part);
    } else if is(name, "SG", "Signals") {
        packages(cx, m, SIGNAL, part);
    } else if is(name, "SA", "Statistics") {
        let item = cx.add(STATISTICS, all, Value::None);
        cx.under(item, |cx| {
            for part in Parts::new(inside) {
                let span = m.span(part.at, part.end);
                cx.line(span, |o| _ = o.text(part.name).s("=").text(part.value));
            }
        });
    } else if is(name, "AT", "Audit") {
        let item = cx.add(AUDIT, all, Value::None);
        cx.under(item, |cx| {
            for part in Parts::new(inside) {
                let span = m.span(part.at, part.end);
                match known(&AUDITED, part.name) {
                    Some(name) => named(cx, AUDITITEM, span, name),
                    None => string(cx, AUDITITEM, m, part.at, part.at + part.name.len()),
                };
            }
        });
    } else if is(name, "ER", "Error") {
        error(cx, m, part);
    } else if is(name, "DM", "DigitMap") {
        if part.body.is_some() {
            whole(cx, DIGITMAP);
        } else if !part.value.is_empty() {
            cx.add(DIGITMAP, m.value(part), Value::Str(m.value(part)));
        }
    } else if is(name, "MD", "Modem") {
        whole(cx, MODEM);
    } else if is(name, "MX", "Mux") {
        whole(cx, MULTIPLEX);
    } else if is(name, "PG", "Packages") {
        whole(cx, PACKAGESDESCRIPTOR);
    }
    Ok(())
}

/// Events, signals: who asked for them, and names of packages.
fn packages<S: Sink>(cx: &mut Cx<'_, S>, m: &Message<'_>, field: Field, part: &Part<'_>) {
    let item = cx.add(field, m.span(part.at, part.end), Value::None);
    cx.under(item, |cx| {
        number(cx, REQUESTID, m, part);
        for one in Parts::new(part.body.unwrap_or_default()) {
            string(cx, PKGDNAME, m, one.at, one.at + one.name.len());
        }
    });
}

/// What a termination carries: its state, and its streams, which have no others inside.
fn media<S: Sink>(cx: &mut Cx<'_, S>, m: &Message<'_>, body: (&[u8], usize), streams: bool) -> Step {
    for part in Parts::new(body) {
        let all = m.span(part.at, part.end);
        let inside = part.body.unwrap_or_default();
        if is(part.name, "ST", "Stream") && streams {
            number(cx, STREAMID, m, &part);
            media(cx, m, inside, false)?;
        } else if is(part.name, "O", "LocalControl") {
            let item = cx.add(LOCALCONTROLDESCRIPTOR, all, Value::None);
            cx.under(item, |cx| local_control(cx, m, inside));
        } else if is(part.name, "TS", "TerminationState") {
            let item = cx.add(TERMINATIONSTATE, all, Value::None);
            cx.under(item, |cx| {
                for part in Parts::new(inside) {
                    let field = match part.name {
                        n if is(n, "SI", "ServiceStates") => SERVICESTATES,
                        n if is(n, "BF", "Buffer") => EVENTBUFFERCONTROL,
                        _ => continue,
                    };
                    cx.add(field, m.value(&part), Value::Str(m.value(&part)));
                }
            });
        } else if is(part.name, "L", "Local") {
            session(cx, m, LOCALDESCRIPTOR, all, inside)?;
        } else if is(part.name, "R", "Remote") {
            session(cx, m, REMOTEDESCRIPTOR, all, inside)?;
        }
    }
    Ok(())
}

fn local_control<S: Sink>(cx: &mut Cx<'_, S>, m: &Message<'_>, body: (&[u8], usize)) {
    for part in Parts::new(body) {
        let span = m.value(&part);
        if is(part.name, "MO", "Mode") {
            cx.info_add(|o| _ = o.s(" (Mode:").text(part.value).s(")"));
            cx.add(MODE, span, Value::Str(span));
        } else if is(part.name, "RV", "ReservedValue") {
            cx.add(RESERVEVALUE, span, Value::Str(span));
        } else if is(part.name, "RG", "ReservedGroup") {
            cx.add(RESERVEGROUP, span, Value::Str(span));
        }
    }
}

/// A session description.
fn session<S: Sink>(
    cx: &mut Cx<'_, S>,
    m: &Message<'_>,
    field: Field,
    all: Span,
    (inside, at): (&[u8], usize),
) -> Step {
    let item = cx.add(field, all, Value::None);
    let blank = inside.len() - inside.trim_ascii_start().len();
    let n = inside.trim_ascii().len();
    if n == 0 {
        return Ok(());
    }
    let mut c = m.c;
    c.advance(at + blank);
    cx.under(item, |cx| cx.call_nested(sdp::ID, c.within(n)))
}

/// A code and a text.
fn error<S: Sink>(cx: &mut Cx<'_, S>, m: &Message<'_>, part: &Part<'_>) {
    let item = cx.add(ERROR, m.span(part.at, part.end), Value::None);
    cx.under(item, |cx| {
        number(cx, ERROR_CODE, m, part);
        if let Some((inside, at)) = part.body {
            let quotes = |b: u8| b == b'"' || b.is_ascii_whitespace();
            let front = inside.iter().take_while(|b| quotes(**b)).count();
            let back = inside.iter().skip(front).rev().take_while(|b| quotes(**b)).count();
            string(cx, ERROR_STRING, m, at + front, at + inside.len() - back);
        }
    });
}
