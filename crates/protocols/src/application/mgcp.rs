//! Media Gateway Control Protocol, RFC 3435.

use crate::application::{sdp, text};
use requin_wire::{Cursor, Cx, Field, Key, Past, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    MGCP "mgcp" "Media Gateway Control Protocol" "MGCP" App
    on [Udp 2427, Udp 2727]
    remember [remember] for [RSPFRAME, REQFRAME, TIME]
    fields {
        REQ "mgcp.req" "Request": Bool;
        RSP "mgcp.rsp" "Response": Bool;
        REQFRAME "mgcp.reqframe" "Request Frame": Framenum;
        RSPFRAME "mgcp.rspframe" "Response Frame": Framenum;
        TIME "mgcp.time" "Time from request": RelTime;
        REQ_VERB "mgcp.req.verb" "Verb": Str;
        REQ_ENDPOINT "mgcp.req.endpoint" "Endpoint": Str;
        TRANSID "mgcp.transid" "Transaction ID": Str;
        VERSION "mgcp.version" "Version": Str;
        RSP_RSPCODE "mgcp.rsp.rspcode" "Response Code": U32 Dec = RSP_RSPCODE_NAMES;
        RSP_RSPSTRING "mgcp.rsp.rspstring" "Response String": Str;
        PARAMS "mgcp.params" "Parameters": None;
        PARAM_RSPACK "mgcp.param.rspack" "ResponseAck (K)": Str;
        PARAM_BEARERINFO "mgcp.param.bearerinfo" "BearerInformation (B)": Str;
        PARAM_CALLID "mgcp.param.callid" "CallId (C)": Str;
        PARAM_CONNECTIONID "mgcp.param.connectionid" "ConnectionIdentifier (I)": Str;
        PARAM_SECONDCONNECTIONID "mgcp.param.secondconnectionid" "SecondConnectionID (I2)": Str;
        PARAM_NOTIFIEDENTITY "mgcp.param.notifiedentity" "NotifiedEntity (N)": Str;
        PARAM_REQUESTID "mgcp.param.requestid" "RequestIdentifier (X)": Str;
        PARAM_LOCALCONNECTIONOPTIONS "mgcp.param.localconnectionoptions" "LocalConnectionOptions (L)": Str;
        PARAM_LOCALCONNECTIONOPTIONS_P "mgcp.param.localconnectionoptions.p" "Packetization period (p)": U32 Dec;
        PARAM_LOCALCONNECTIONOPTIONS_A "mgcp.param.localconnectionoptions.a" "Codecs (a)": Str;
        PARAM_LOCALCONNECTIONOPTIONS_S "mgcp.param.localconnectionoptions.s" "Silence Suppression (s)": Str;
        PARAM_LOCALCONNECTIONOPTIONS_E "mgcp.param.localconnectionoptions.e" "Echo Cancellation (e)": Str;
        PARAM_LOCALCONNECTIONOPTIONS_SCRTP "mgcp.param.localconnectionoptions.scrtp" "RTP ciphersuite (sc-rtp)": Str;
        PARAM_LOCALCONNECTIONOPTIONS_SCRTCP "mgcp.param.localconnectionoptions.scrtcp" "RTCP ciphersuite (sc-rtcp)": Str;
        PARAM_LOCALCONNECTIONOPTIONS_B "mgcp.param.localconnectionoptions.b" "Bandwidth (b)": Str;
        PARAM_LOCALCONNECTIONOPTIONS_K "mgcp.param.localconnectionoptions.k" "Encryption Key (k)": Str;
        PARAM_LOCALCONNECTIONOPTIONS_GC "mgcp.param.localconnectionoptions.gc" "Gain Control (gc)": U32 Dec;
        PARAM_LOCALCONNECTIONOPTIONS_NT "mgcp.param.localconnectionoptions.nt" "Network Type (nt)": Str;
        PARAM_LOCALCONNECTIONOPTIONS_R "mgcp.param.localconnectionoptions.r" "Resource Reservation (r)": Str;
        PARAM_LOCALCONNECTIONOPTIONS_T "mgcp.param.localconnectionoptions.t" "Type of Service (r)": Str;
        PARAM_CONNECTIONMODE "mgcp.param.connectionmode" "ConnectionMode (M)": Str;
        PARAM_REQEVENTS "mgcp.param.reqevents" "RequestedEvents (R)": Str;
        PARAM_SIGNALREQ "mgcp.param.signalreq" "SignalRequests (S)": Str;
        PARAM_RESTARTMETHOD "mgcp.param.restartmethod" "RestartMethod (RM)": Str;
        PARAM_RESTARTDELAY "mgcp.param.restartdelay" "RestartDelay (RD)": Str;
        PARAM_DIGITMAP "mgcp.param.digitmap" "DigitMap (D)": Str;
        PARAM_OBSERVEDEVENTS "mgcp.param.observedevents" "ObservedEvents (O)": Str;
        PARAM_CONNECTIONPARAM "mgcp.param.connectionparam" "ConnectionParameters (P)": Str;
        PARAM_CONNECTIONPARAM_PS "mgcp.param.connectionparam.ps" "Packets sent (PS)": U32 Dec;
        PARAM_CONNECTIONPARAM_OS "mgcp.param.connectionparam.os" "Octets sent (OS)": U32 Dec;
        PARAM_CONNECTIONPARAM_PR "mgcp.param.connectionparam.pr" "Packets received (PR)": U32 Dec;
        PARAM_CONNECTIONPARAM_OR "mgcp.param.connectionparam.or" "Octets received (OR)": U32 Dec;
        PARAM_CONNECTIONPARAM_PL "mgcp.param.connectionparam.pl" "Packets lost (PL)": U32 Dec;
        PARAM_CONNECTIONPARAM_JI "mgcp.param.connectionparam.ji" "Jitter (JI)": U32 Dec;
        PARAM_CONNECTIONPARAM_LA "mgcp.param.connectionparam.la" "Latency (LA)": U32 Dec;
        PARAM_REASONCODE "mgcp.param.reasoncode" "ReasonCode (E)": Str;
        PARAM_EVENTSTATES "mgcp.param.eventstates" "EventStates (ES)": Str;
        PARAM_SPECIFICENDPOINTID "mgcp.param.specificendpointid" "SpecificEndpointID (Z)": Str;
        PARAM_SECONDENDPOINTID "mgcp.param.secondendpointid" "SecondEndpointID (Z2)": Str;
        PARAM_REQINFO "mgcp.param.reqinfo" "RequestedInfo (F)": Str;
        PARAM_QUARANTINEHANDLING "mgcp.param.quarantinehandling" "QuarantineHandling (Q)": Str;
        PARAM_DETECTEDEVENTS "mgcp.param.detectedevents" "DetectedEvents (T)": Str;
        PARAM_CAPABILITIES "mgcp.param.capabilities" "Capabilities (A)": Str;
        PARAM_MAXMGCPDATAGRAM "mgcp.param.maxmgcpdatagram" "MaxMGCPDatagram (MD)": Str;
        PARAM_PACKAGELIST "mgcp.param.packagelist" "PackageList (PL)": Str;
        PARAM_EXTENSION "mgcp.param.extension" "Extension Parameter (non-critical)": Str;
        PARAM_EXTENSIONCRITICAL "mgcp.param.extensioncritical" "Extension Parameter (critical)": Str;
        PARAM_RESOURCEID "mgcp.param.resourceid" "ResourceIdentifier (DQ-RI)": Str;
        PARAM_INVALID "mgcp.param.invalid" "Invalid Parameter": Str;
    }
    experts {
        RSP_RSPCODE_INVALID "mgcp.rsp.rspcode.invalid" Error Malformed "RSP code must be a string containing an integer";
    }
}

names! {
    RSP_RSPCODE_NAMES {
        0 => "Response Acknowledgement",
        100 => "The transaction is currently being executed.  An actual completion message will follow on later.",
        101 => "The transaction has been queued for execution.  An actual completion message will follow later.",
        200 => "The requested transaction was executed normally.", 250 => "The connection was deleted.",
        400 => "The transaction could not be executed, due to a transient error.",
        401 => "The phone is already off hook", 402 => "The phone is already on hook",
        403 => "The transaction could not be executed, because the endpoint does not have sufficient resources at this time",
        404 => "Insufficient bandwidth at this time",
        405 => "The transaction could not be executed, because the endpoint is \"restarting\".",
        406 => "Transaction time-out.  The transaction did not complete in a reasonable period of time and has been aborted.",
        407 => "Transaction aborted.  The transaction was aborted by some external action, e.g., a ModifyConnection command aborted by a DeleteConnection command.",
        409 => "The transaction could not be executed because of internal overload.",
        410 => "No endpoint available.  A valid \"any of\" wildcard was used, however there was no endpoint available to satisfy the request.",
        500 => "The transaction could not be executed, because the endpoint is unknown.",
        501 => "The transaction could not be executed, because the endpoint is not ready.",
        502 => "The transaction could not be executed, because the endpoint does not have sufficient resources",
        503 => "\"All of\" wildcard too complicated.", 504 => "Unknown or unsupported command.",
        505 => "Unsupported RemoteConnectionDescriptor.",
        506 => "Unable to satisfy both LocalConnectionOptions and RemoteConnectionDescriptor.",
        507 => "Unsupported functionality.", 508 => "Unknown or unsupported quarantine handling.",
        509 => "Error in RemoteConnectionDescriptor.",
        510 => "The transaction could not be executed, because a protocol error was detected.",
        511 => "The transaction could not be executed, because the command contained an unrecognized extension.",
        512 => "The transaction could not be executed, because the gateway is not equipped to detect one of the requested events.",
        513 => "The transaction could not be executed, because the gateway is not equipped to generate one of the requested signals.",
        514 => "The transaction could not be executed, because the gateway cannot send the specified announcement.",
        515 => "The transaction refers to an incorrect connection-id (may have been already deleted)",
        516 => "The transaction refers to an unknown call-id.", 517 => "Unsupported or invalid mode.",
        518 => "Unsupported or unknown package.", 519 => "Endpoint does not have a digit map.",
        520 => "The transaction could not be executed, because the endpoint is 'restarting'.",
        521 => "Endpoint redirected to another Call Agent.", 522 => "No such event or signal.",
        523 => "Unknown action or illegal combination of actions",
        524 => "Internal inconsistency in LocalConnectionOptions",
        525 => "Unknown extension in LocalConnectionOptions", 526 => "Insufficient bandwidth",
        527 => "Missing RemoteConnectionDescriptor", 528 => "Incompatible protocol version",
        529 => "Internal hardware failure", 530 => "CAS signaling protocol error.",
        531 => "failure of a grouping of trunks (e.g. facility failure).",
        532 => "Unsupported value(s) in LocalConnectionOptions.", 533 => "Response too large.",
        534 => "Codec negotiation failure.", 535 => "Packetization period not supported",
        536 => "Unknown or unsupported RestartMethod", 537 => "Unknown or unsupported digit map extension",
        538 => "Event/signal parameter error (e.g., missing, erroneous, unsupported, unknown, etc.)",
        539 => "Invalid or unsupported command parameter.", 540 => "Per endpoint connection limit exceeded.",
        541 => "Invalid or unsupported LocalConnectionOptions",
    }
}

/// Verbs, and what they are short for.
const VERBS: [(&str, &str); 9] = [
    ("EPCF", "EndpointConfiguration"),
    ("CRCX", "CreateConnection"),
    ("MDCX", "ModifyConnection"),
    ("DLCX", "DeleteConnection"),
    ("RQNT", "NotificationRequest"),
    ("NTFY", "Notify"),
    ("AUEP", "AuditEndpoint"),
    ("AUCX", "AuditConnection"),
    ("RSIP", "RestartInProgress"),
];

/// Parameters by what stands before the colon.
const PARAMETERS: [(&[u8], Field); 27] = [
    (b"K", PARAM_RSPACK),
    (b"B", PARAM_BEARERINFO),
    (b"C", PARAM_CALLID),
    (b"I", PARAM_CONNECTIONID),
    (b"I2", PARAM_SECONDCONNECTIONID),
    (b"N", PARAM_NOTIFIEDENTITY),
    (b"X", PARAM_REQUESTID),
    (b"L", PARAM_LOCALCONNECTIONOPTIONS),
    (b"M", PARAM_CONNECTIONMODE),
    (b"R", PARAM_REQEVENTS),
    (b"S", PARAM_SIGNALREQ),
    (b"D", PARAM_DIGITMAP),
    (b"O", PARAM_OBSERVEDEVENTS),
    (b"P", PARAM_CONNECTIONPARAM),
    (b"E", PARAM_REASONCODE),
    (b"ES", PARAM_EVENTSTATES),
    (b"Z", PARAM_SPECIFICENDPOINTID),
    (b"Z2", PARAM_SECONDENDPOINTID),
    (b"F", PARAM_REQINFO),
    (b"Q", PARAM_QUARANTINEHANDLING),
    (b"T", PARAM_DETECTEDEVENTS),
    (b"RM", PARAM_RESTARTMETHOD),
    (b"RD", PARAM_RESTARTDELAY),
    (b"A", PARAM_CAPABILITIES),
    (b"MD", PARAM_MAXMGCPDATAGRAM),
    (b"PL", PARAM_PACKAGELIST),
    (b"DQ-RI", PARAM_RESOURCEID),
];

const OPTIONS: [(&[u8], Field); 12] = [
    (b"p", PARAM_LOCALCONNECTIONOPTIONS_P),
    (b"a", PARAM_LOCALCONNECTIONOPTIONS_A),
    (b"s", PARAM_LOCALCONNECTIONOPTIONS_S),
    (b"e", PARAM_LOCALCONNECTIONOPTIONS_E),
    (b"sc-rtp", PARAM_LOCALCONNECTIONOPTIONS_SCRTP),
    (b"sc-rtcp", PARAM_LOCALCONNECTIONOPTIONS_SCRTCP),
    (b"b", PARAM_LOCALCONNECTIONOPTIONS_B),
    (b"k", PARAM_LOCALCONNECTIONOPTIONS_K),
    (b"gc", PARAM_LOCALCONNECTIONOPTIONS_GC),
    (b"nt", PARAM_LOCALCONNECTIONOPTIONS_NT),
    (b"r", PARAM_LOCALCONNECTIONOPTIONS_R),
    (b"t", PARAM_LOCALCONNECTIONOPTIONS_T),
];

const COUNTS: [(&[u8], Field); 7] = [
    (b"PS", PARAM_CONNECTIONPARAM_PS),
    (b"OS", PARAM_CONNECTIONPARAM_OS),
    (b"PR", PARAM_CONNECTIONPARAM_PR),
    (b"OR", PARAM_CONNECTIONPARAM_OR),
    (b"PL", PARAM_CONNECTIONPARAM_PL),
    (b"JI", PARAM_CONNECTIONPARAM_JI),
    (b"LA", PARAM_CONNECTIONPARAM_LA),
];

fn verb(word: &[u8]) -> Option<&'static (&'static str, &'static str)> {
    VERBS.iter().find(|v| v.0.as_bytes().eq_ignore_ascii_case(word))
}

fn is_code(word: &[u8]) -> bool {
    word.len() == 3 && word.iter().all(u8::is_ascii_digit)
}

/// The first line's words: the verb or code, and the number of the transaction.
fn head(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let line = text::line(bytes, 0).map_or(bytes, |l| l.0);
    let mut words = line.split(|b| *b == b' ').filter(|w| !w.is_empty());
    Some((words.next()?, words.next()?))
}

/// A response has the number of its request.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some((first, transaction)) = head(pdu) else { return };
    let key = Key::here(0).and(transaction);
    if verb(first).is_some() {
        // What came first counts when it is sent again.
        if past.get(&key).is_none() {
            past.set(&key, &[]);
        }
    } else if is_code(first)
        && let Some(request) = past.get(&key)
    {
        past.note(0, &request);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let first = head(c.rest()).map_or(&b""[..], |h| h.0);
    if verb(first).is_none() && !is_code(first) {
        return Err(Stop::NotMine);
    }
    cx.protocol("MGCP");
    let line = text::line(c.rest(), 0).map_or(c.rest(), |l| l.0);
    cx.info(|o| _ = o.text(line));
    // Messages in one datagram are apart by a line with a dot.
    let bytes = c.rest();
    let end = bytes.windows(3).position(|w| w == b"\n.\n").map(|at| (at + 1, at + 3));
    let end = end.or_else(|| bytes.windows(5).position(|w| w == b"\r\n.\r\n").map(|at| (at + 2, at + 5)));
    let (len, next) = end.unwrap_or((c.left(), c.left()));
    let (mut one, mut rest) = (c.within(len), c);
    rest.advance(next);
    cx.proto_len(len);
    message(cx, &mut one)?;
    if rest.is_empty() { Ok(()) } else { another(cx, rest) }
}

fn another<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.next_pdu(ID, c)
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let rest = c.rest();
    let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
    first_line(cx, c, line);
    c.advance(next);
    let begin = *c;
    let any = text::line(c.rest(), 0).map_or(c.captured() > 0, |(line, _)| !line.is_empty());
    let params = if any { cx.add(PARAMS, c.span(c.left()), Value::None) } else { requin_wire::Item::NONE };
    let mut body = false;
    cx.under(params, |cx| {
        while c.captured() > 0 {
            let rest = c.rest();
            let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
            if line.is_empty() {
                c.advance(next);
                body = true;
                break;
            }
            parameter(cx, c, line);
            c.advance(next);
        }
    });
    if any {
        cx.set_len(params, c.pos() - begin.pos());
    }
    if body && !c.is_empty() { cx.call(sdp::ID, *c) } else { Ok(()) }
}

/// A part of the bytes from here, as a place.
fn place(c: &Cursor<'_>, at: usize, len: usize) -> Span {
    Span::new(c.source(), c.pos() + at, len)
}

fn first_line<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, line: &[u8]) {
    let mut words = Words { line, at: 0 };
    let Some((at, first)) = words.next() else { return };
    let none = c.span(0);
    let request = verb(first);
    match request {
        Some((_, name)) => {
            let item = cx.add_bytes(REQ_VERB, place(c, at, first.len()), first);
            cx.label(item, |o| _ = o.text(first).s(" (").s(name).s(")"));
            let item = cx.generated(REQ, none, Value::U(1));
            cx.hide(item);
        }
        None => {
            let code = text::number(first).unwrap_or(0);
            cx.add(RSP_RSPCODE, place(c, at, first.len()), Value::U(code));
            let item = cx.generated(RSP, none, Value::U(1));
            cx.hide(item);
        }
    }
    if let Some((at, id)) = words.next() {
        cx.add_bytes(TRANSID, place(c, at, id.len()), id);
    }
    if request.is_some() {
        if let Some((at, endpoint)) = words.next() {
            cx.add_bytes(REQ_ENDPOINT, place(c, at, endpoint.len()), endpoint);
        }
        if let Some((at, rest)) = words.rest() {
            cx.add_bytes(VERSION, place(c, at, rest.len()), rest);
        }
        return;
    }
    if let Some((at, rest)) = words.rest() {
        cx.add_bytes(RSP_RSPSTRING, place(c, at, rest.len()), rest);
    }
    if let Some(request) = cx.recalled(0) {
        cx.generated(REQFRAME, none, Value::U(request.frame));
        cx.generated(TIME, none, cx.meta.time.since(request.time).into());
    }
}

/// Words of a line, with where they begin.
struct Words<'b> {
    line: &'b [u8],
    at: usize,
}

impl<'b> Words<'b> {
    fn skip_spaces(&mut self) {
        let left = self.line.get(self.at..).unwrap_or_default();
        self.at += left.iter().take_while(|b| **b == b' ').count();
    }

    fn next(&mut self) -> Option<(usize, &'b [u8])> {
        self.skip_spaces();
        let left = self.line.get(self.at..)?;
        let word = left.get(..text::position(left, b' ').unwrap_or(left.len()))?;
        let at = self.at;
        self.at += word.len();
        (!word.is_empty()).then_some((at, word))
    }

    fn rest(&mut self) -> Option<(usize, &'b [u8])> {
        self.skip_spaces();
        let rest = self.line.get(self.at..)?;
        (!rest.is_empty()).then_some((self.at, rest))
    }
}

fn find(table: &[(&[u8], Field)], name: &[u8]) -> Option<Field> {
    table.iter().find(|p| p.0.eq_ignore_ascii_case(name)).map(|p| p.1)
}

fn parameter<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, line: &[u8]) {
    let all = c.span(line.len());
    let Some(colon) = text::position(line, b':') else {
        cx.add_bytes(PARAM_INVALID, all, line);
        return;
    };
    let (name, value) = line.split_at_checked(colon).unwrap_or((line, b""));
    let value = value.get(1..).unwrap_or_default();
    let blank = value.iter().take_while(|b| **b == b' ').count();
    let value = value.get(blank..).unwrap_or_default();
    match find(&PARAMETERS, name) {
        Some(PARAM_LOCALCONNECTIONOPTIONS) => {
            let item = cx.add_bytes(PARAM_LOCALCONNECTIONOPTIONS, all, line);
            cx.under(item, |cx| values(cx, all, value, b':', &OPTIONS));
        }
        Some(PARAM_CONNECTIONPARAM) => {
            let item = cx.add_bytes(PARAM_CONNECTIONPARAM, all, line);
            cx.under(item, |cx| values(cx, all, value, b'=', &COUNTS));
        }
        Some(field) => _ = cx.add_bytes(field, all, value),
        None => match name {
            [b'X' | b'x', b'-', ..] => _ = cx.add_bytes(PARAM_EXTENSION, all, line),
            [b'X' | b'x', b'+', ..] => _ = cx.add_bytes(PARAM_EXTENSIONCRITICAL, all, line),
            _ => _ = cx.add_bytes(PARAM_INVALID, all, line),
        },
    }
}

/// Names and values of a list with commas.
fn values<S: Sink>(cx: &mut Cx<'_, S>, span: Span, list: &[u8], between: u8, table: &[(&[u8], Field)]) {
    for pair in list.split(|b| *b == b',') {
        let pair = text::trim(pair);
        let Some(at) = text::position(pair, between) else { continue };
        let (name, value) = pair.split_at_checked(at).unwrap_or((pair, b""));
        let value = value.get(1..).unwrap_or_default();
        let Some(field) = find(table, text::trim(name)) else { continue };
        if cx.is_str(field) {
            cx.add_bytes(field, span, value);
        } else if let Some(n) = text::number(text::trim(value)) {
            cx.add(field, span, Value::U(n));
        }
    }
}
