//! Domain names in options, RFC 8415 section 10: what each name of a field is, and what is wrong with it.

use super::*;

/// What labels make.
struct Labels<'a> {
    /// From the first label on.
    bytes: &'a [u8],
    count: usize,
    /// Whether the root ends them.
    whole: bool,
}

impl Labels<'_> {
    fn write(&self, o: &mut Out<'_>) {
        let mut rest = self.bytes;
        for i in 0..self.count {
            let Some((&n, tail)) = rest.split_first() else { return };
            let (label, tail) = tail.split_at_checked(usize::from(n)).unwrap_or((tail, &[]));
            o.s(if i == 0 { "" } else { "." }).text(label);
            rest = tail;
        }
        o.s(if self.whole { "." } else { "" });
    }
}

/// As long as a name may get, RFC 1035 section 3.1.
const LONGEST: usize = 255;
const LONGEST_LABEL: usize = 63;

/// An item with a line under it that says what is wrong.
fn wrong<S: Sink>(cx: &mut Cx<'_, S>, item: Item, expert: Field, span: Span, text: &'static str) {
    cx.under(item, |cx| {
        let line = cx.line(span, |o| _ = o.s(text));
        cx.expert(expert, line, span);
    });
}

/// The names of a field up to its end, or to one after which nothing can be read.
pub(super) fn domains<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, field: Field) -> Step {
    // Where the capture was cut nothing is left to read.
    d.peek_bytes(0, d.left())?;
    let mut before = false;
    // Every name takes a byte away, or is the last.
    while !d.is_empty() {
        if !one(cx, d, field, before)? {
            break;
        }
        before = true;
    }
    let n = d.left();
    d.skip(n)
}

/// One name; whether others may follow.
fn one<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, field: Field, before: bool) -> Result<bool, Stop> {
    let start = *d;
    let mut count = 0;
    let mut whole = false;
    while !d.is_empty() {
        let n = usize::from(d.peek_u8(0)?);
        if n == 0 {
            d.skip(1)?;
            whole = true;
            break;
        }
        if n > LONGEST_LABEL {
            too_long_label(cx, d, n);
            return Ok(false);
        }
        let left = d.left() - 1;
        if n > left {
            let item = cx.add(DOMAIN_FIELD_LEN_EXCEEDED, start.span(start.left()), Value::U(n as u64));
            cx.label(item, |o| {
                o.s("ERROR: The length of this name, ").u(n as u64).s(", exceeds the remaining length, ");
                o.u(left as u64).s(", in the\ndomain name field.\n");
            });
            let text = "ERROR: FQDN exceeds length of the domain name field";
            wrong(cx, item, EXPERT_DOMAIN_FIELD_LENGTH_EXCEEDED, start.span(start.left()), text);
            return Ok(false);
        }
        d.skip(1 + n)?;
        count += 1;
    }
    let (span, len) = (d.span_since(&start), d.pos() - start.pos());
    let labels = Labels { bytes: start.rest(), count, whole };
    if len > LONGEST {
        let item = cx.add(ENCODED_FQDN_GT_255, span, Value::U(len as u64));
        cx.label(item, |o| {
            o.s("FQDN: ");
            labels.write(o);
        });
        let text = "ERROR: FQDN's *encoded* length exceeds 255 octets [RFC 1035 3.1.]";
        wrong(cx, item, EXPERT_ENCODED_FQDN_GT_255, span, text);
        return Ok(false);
    }
    Ok(show(cx, field, &labels, before, span))
}

fn show<S: Sink>(cx: &mut Cx<'_, S>, field: Field, labels: &Labels<'_>, before: bool, span: Span) -> bool {
    match (labels.whole, labels.count) {
        (true, 0) => {
            let item = cx.add_str(ROOT_ONLY_DOMAIN_NAME, span, |o| _ = o.s("['.' (0)]"));
            let text = "ERROR: A root-only domain name cannot be resolved.";
            wrong(cx, item, EXPERT_ROOT_ONLY_DOMAIN_NAME, span, text);
            false
        }
        (true, 1) => {
            let item = titled(cx, TLD, span, "Top Level Domain name (TLD): ", labels);
            wrong(cx, item, EXPERT_TLD_LOOKUP, span, "WARNING: TLDs are rarely resolvable ");
            true
        }
        (true, _) => {
            cx.add_str(field, span, |o| labels.write(o));
            true
        }
        (false, _) if before => {
            let item = cx.add_str(PARTIAL_NAME_PRECEDED_BY_FQDN, span, |o| labels.write(o));
            cx.label(item, |o| {
                o.s("Partial name: ");
                labels.write(o);
                o.s("\nERROR: A single or multi-part partial name must be the only name in the domain field");
            });
            let text = "ERROR: Partial name is preceded by an FQDN";
            wrong(cx, item, EXPERT_PARTIAL_NAME_PRECEDED_BY_FQDN, span, text);
            false
        }
        (false, 1) => {
            titled(cx, field, span, "Partial domain name: ", labels);
            false
        }
        (false, _) => {
            titled(cx, field, span, "Multi-part partially qualified Domain Name: ", labels);
            false
        }
    }
}

fn titled<S: Sink>(cx: &mut Cx<'_, S>, field: Field, span: Span, title: &str, labels: &Labels<'_>) -> Item {
    let item = cx.add_str(field, span, |o| labels.write(o));
    cx.label(item, |o| {
        o.s(title);
        labels.write(o);
    });
    item
}

/// A byte that can't be the length of a label: names as other protocols write them begin with a letter.
fn too_long_label<S: Sink>(cx: &mut Cx<'_, S>, d: &Cursor<'_>, n: usize) {
    let span = d.span(1);
    let item = cx.add(BOGUS_LABEL_LENGTH, span, Value::U(n as u64));
    cx.label(item, |o| {
        o.s("Label Length: ").u(n as u64);
        o.s("\nThis is not a DNS record encoded domain name.");
    });
    wrong(cx, item, EXPERT_NAME_NOT_DNS_ENCODED, span, "ERROR: This name is not a DNS record encoded");
}

/// The client's name, RFC 4704.
pub(super) fn client<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, message: u8) -> Step {
    const CLIENT: &[u8] = &[1, 3, 5, 6];
    const SERVER: &[u8] = &[2, 7];
    let from_server = SERVER.contains(&message);
    if !from_server && !CLIENT.contains(&message) {
        let item = cx.add(CLIENTFQDN_BAD_MSGTYPE, d.span(1), Value::U(u64::from(message)));
        cx.label(item, |o| {
            o.s("Only the following message types are permitted to use OPTION_CLIENT_FQDN:");
            o.s("\nSOLICIT, REQUEST, RENEW, REBIND, ADVERTISE, and REPLY");
        });
        let text = "This message type is not permitted to use OPTION_CLIENT_FQDN";
        wrong(cx, item, BAD_MSGTYPE, d.span(1), text);
        return Ok(());
    }
    let bits: &[Field] = if from_server {
        &[CLIENTFQDN_SERVER_N, CLIENTFQDN_SERVER_O, CLIENTFQDN_SERVER_S]
    } else {
        &[CLIENTFQDN_CLIENT_N, CLIENTFQDN_CLIENT_S]
    };
    let at = d.span(1);
    let (flags, item) = cx.flags(CLIENT_FQDN_FLAGS, d, 1, bits)?;
    cx.append(item, |o| {
        o.s(match (from_server, flags & 5) {
            (false, 0) => "  [CLIENT wants to update its AAAA RRs and SERVER to update its PTR RRs]",
            (false, 1) => "  [CLIENT wants SERVER to update both its AAAA and PTR RRs]",
            (false, 4) => "  [CLIENT prefers that the server not perform *any* DNS updates]",
            (false, _) => {
                "  [ERROR: CLIENT prefers that the server not perform *any* DNS updates\n        \
                 In which case the 'S' bit MUST be 0]"
            }
            (true, 0) => "  [CLIENT SHALL update AAAA RRs; SERVER SHALL update PTR RRs]",
            (true, 1) => "  [SERVER SHALL update both AAAA and PTR RRs]",
            (true, 4) => "  [CLIENT SHALL update AAAA RRs; SERVER SHALL NOT perform any DNS updates]",
            (true, _) => {
                "  [ERROR: SERVER SHALL NOT perform *any* DNS updates in which case         the 'S' bit MUST be 0]"
            }
        });
        if from_server && flags & 6 == 2 {
            o.s("\n[Server has overridden the client's S bit]");
        }
    });
    if flags & 5 == 5 {
        let line = cx.line(at, |o| _ = o.s("ERROR: When the N-bit is set, the S-bit must be reset"));
        cx.expert(S_BIT_SHOULD_BE_ZERO, line, at);
    }
    if d.is_empty() {
        let item = cx.add(DOMAIN_FIELD_LEN, at, Value::U(0));
        cx.label(item, |o| {
            _ = o.s("Empty domain field: the client requests the server to provide a domain name");
        });
    }
    domains(cx, d, CLIENT_DOMAIN)
}
