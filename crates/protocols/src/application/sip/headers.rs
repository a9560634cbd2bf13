//! Header fields of SIP.

use super::Seen;
use super::fields::*;
use crate::application::text;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Span, Step, Value};

/// Header fields by name in lower case, short forms among them.
const HEADERS: &[(&[u8], Field)] = &[
    (b"a", ACCEPT_CONTACT),
    (b"accept", ACCEPT),
    (b"accept-contact", ACCEPT_CONTACT),
    (b"accept-encoding", ACCEPT_ENCODING),
    (b"accept-language", ACCEPT_LANGUAGE),
    (b"accept-resource-priority", ACCEPT_RESOURCE_PRIORITY),
    (b"additional-identity", ADDITIONAL_IDENTITY),
    (b"alert-info", ALERT_INFO),
    (b"allow", ALLOW),
    (b"allow-events", ALLOW_EVENTS),
    (b"answer-mode", ANSWER_MODE),
    (b"attestation-info", ATTESTATION_INFO),
    (b"authentication-info", AUTHENTICATION_INFO),
    (b"authorization", AUTHORIZATION),
    (b"b", REFERRED_BY),
    (b"c", CONTENT_TYPE),
    (b"call-id", CALL_ID),
    (b"call-info", CALL_INFO),
    (b"cellular-network-info", CELLULAR_NETWORK_INFO),
    (b"contact", CONTACT),
    (b"content-disposition", CONTENT_DISPOSITION),
    (b"content-encoding", CONTENT_ENCODING),
    (b"content-language", CONTENT_LANGUAGE),
    (b"content-length", CONTENT_LENGTH),
    (b"content-type", CONTENT_TYPE),
    (b"cseq", CSEQ),
    (b"d", REQUEST_DISPOSITION),
    (b"date", DATE),
    (b"diversion", DIVERSION),
    (b"e", CONTENT_ENCODING),
    (b"error-info", ERROR_INFO),
    (b"event", EVENT),
    (b"expires", EXPIRES),
    (b"f", FROM),
    (b"feature-caps", FEATURE_CAPS),
    (b"flow-timer", FLOW_TIMER),
    (b"from", FROM),
    (b"geolocation", GEOLOCATION),
    (b"geolocation-error", GEOLOCATION_ERROR),
    (b"geolocation-routing", GEOLOCATION_ROUTING),
    (b"history-info", HISTORY_INFO),
    (b"i", CALL_ID),
    (b"identity", IDENTITY),
    (b"identity-info", IDENTITY_INFO),
    (b"in-reply-to", IN_REPLY_TO),
    (b"info-package", INFO_PACKAGE),
    (b"j", REJECT_CONTACT),
    (b"join", JOIN),
    (b"k", SUPPORTED),
    (b"l", CONTENT_LENGTH),
    (b"m", CONTACT),
    (b"max-breadth", MAX_BREADTH),
    (b"max-forwards", MAX_FORWARDS),
    (b"mime-version", MIME_VERSION),
    (b"min-expires", MIN_EXPIRES),
    (b"min-se", MIN_SE),
    (b"o", EVENT),
    (b"organization", ORGANIZATION),
    (b"origination-id", ORIGINATION_ID),
    (b"p-access-network-info", P_ACCESS_NETWORK_INFO),
    (b"p-answer-state", P_ANSWER_STATE),
    (b"p-asserted-identity", P_ASSERTED_IDENTITY),
    (b"p-asserted-service", P_ASSERTED_SERVICE),
    (b"p-associated-uri", P_ASSOCIATED_URI),
    (b"p-called-party-id", P_CALLED_PARTY_ID),
    (b"p-charge-info", P_CHARGE_INFO),
    (b"p-charging-function-addresses", P_CHARGING_FUNCTION_ADDRESSES),
    (b"p-charging-vector", P_CHARGING_VECTOR),
    (b"p-dcs-billing-info", P_DCS_BILLING_INFO),
    (b"p-dcs-laes", P_DCS_LAES),
    (b"p-dcs-osps", P_DCS_OSPS),
    (b"p-dcs-redirect", P_DCS_REDIRECT),
    (b"p-dcs-trace-party-id", P_DCS_TRACE_PARTY_ID),
    (b"p-early-media", P_EARLY_MEDIA),
    (b"p-media-authorization", P_MEDIA_AUTHORIZATION),
    (b"p-preferred-identity", P_PREFERRED_IDENTITY),
    (b"p-preferred-service", P_PREFERRED_SERVICE),
    (b"p-profile-key", P_PROFILE_KEY),
    (b"p-refused-uri-list", P_REFUSED_URI_LIST),
    (b"p-served-user", P_SERVED_USER),
    (b"p-user-database", P_USER_DATABASE),
    (b"p-visited-network-id", P_VISITED_NETWORK_ID),
    (b"path", PATH),
    (b"permission-missing", PERMISSION_MISSING),
    (b"policy-contact", POLICY_CONTACT),
    (b"policy-id", POLICY_ID),
    (b"priority", PRIORITY),
    (b"priority-share", PRIORITY_SHARE),
    (b"priv-answer-mode", PRIV_ANSWER_MODE),
    (b"privacy", PRIVACY),
    (b"proxy-authenticate", PROXY_AUTHENTICATE),
    (b"proxy-authorization", PROXY_AUTHORIZATION),
    (b"proxy-require", PROXY_REQUIRE),
    (b"r", REFER_TO),
    (b"rack", RACK),
    (b"reason", REASON),
    (b"reason-phrase", REASON_PHRASE),
    (b"record-route", RECORD_ROUTE),
    (b"recv-info", RECV_INFO),
    (b"refer-sub", REFER_SUB),
    (b"refer-to", REFER_TO),
    (b"referred by", REFERRED_BY),
    (b"reject-contact", REJECT_CONTACT),
    (b"relayed-charge", RELAYED_CHARGE),
    (b"replaces", REPLACES),
    (b"reply-to", REPLY_TO),
    (b"request-disposition", REQUEST_DISPOSITION),
    (b"require", REQUIRE),
    (b"resource-priority", RESOURCE_PRIORITY),
    (b"resource-share", RESOURCE_SHARE),
    (b"response-source", RESPONSE_SOURCE),
    (b"restoration-info", RESTORATION_INFO),
    (b"retry-after", RETRY_AFTER),
    (b"route", ROUTE),
    (b"rseq", RSEQ),
    (b"s", SUBJECT),
    (b"security-client", SECURITY_CLIENT),
    (b"security-server", SECURITY_SERVER),
    (b"security-verify", SECURITY_VERIFY),
    (b"server", SERVER),
    (b"service-interact-info", SERVICE_INTERACT_INFO),
    (b"service-route", SERVICE_ROUTE),
    (b"session-expires", SESSION_EXPIRES),
    (b"session-id", SESSION_ID),
    (b"sip-etag", ETAG),
    (b"sip-if-match", IF_MATCH),
    (b"subject", SUBJECT),
    (b"subscription-state", SUBSCRIPTION_STATE),
    (b"supported", SUPPORTED),
    (b"suppress-if-match", SUPPRESS_IF_MATCH),
    (b"t", TO),
    (b"target-dialog", TARGET_DIALOG),
    (b"timestamp", TIMESTAMP),
    (b"to", TO),
    (b"trigger-consent", TRIGGER_CONSENT),
    (b"u", ALLOW_EVENTS),
    (b"unsupported", UNSUPPORTED),
    (b"user-agent", USER_AGENT),
    (b"v", VIA),
    (b"via", VIA),
    (b"warning", WARNING),
    (b"www-authenticate", WWW_AUTHENTICATE),
    (b"x", SESSION_EXPIRES),
    (b"y", IDENTITY),
];

/// Where the head ends: behind its empty line.
pub(super) fn end_of_head(bytes: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, b"\r\n\r\n").map(|i| i + 4)
}

/// The value of the first header field that has one of two names, in small letters, on however many lines.
fn first_of<'b>(head: &'b [u8], [one, other]: [&[u8]; 2]) -> Option<&'b [u8]> {
    let initials = [one, other].map(|n| n.first().copied().unwrap_or_default());
    let mut rest = head;
    while !rest.is_empty() {
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let (line, behind) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        rest = behind.get(1..).unwrap_or_default();
        let initial = line.iter().find(|b| !matches!(b, b' ' | b'\t')).map(u8::to_ascii_lowercase);
        if !initial.is_some_and(|i| initials.contains(&i)) {
            continue;
        }
        let Some(colon) = text::position(line, b':') else { continue };
        let name = text::trim(line.get(..colon).unwrap_or_default());
        if name.eq_ignore_ascii_case(one) || name.eq_ignore_ascii_case(other) {
            let value = line.get(colon + 1..).unwrap_or_default();
            return Some(text::trim(value.strip_suffix(b"\r").unwrap_or(value)));
        }
    }
    None
}

/// What the head says of the body's length.
pub(super) fn content_length(head: &[u8]) -> Option<usize> {
    let found = first_of(head, [b"content-length", b"l"]);
    found.and_then(text::number).and_then(|n| usize::try_from(n).ok())
}

/// The value of a header field, by its name or its short form.
pub(super) fn value<'b>(head: &'b [u8], name: &[u8], short: &[u8]) -> Option<&'b [u8]> {
    first_of(head, [name, if short.is_empty() { name } else { short }])
}

/// The method that a response answers.
pub(super) fn cseq_method(head: &[u8]) -> &[u8] {
    let found = value(head, b"cseq", b"");
    found.and_then(|v| v.split(|b| *b == b' ').nth(1)).unwrap_or_default()
}

fn find(name: &[u8]) -> Option<Field> {
    let mut lower = [0u8; 40];
    let lower = lower.get_mut(..name.len())?;
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    HEADERS.binary_search_by(|h| h.0.cmp(lower)).ok().and_then(|i| HEADERS.get(i)).map(|h| h.1)
}

/// The headers that the summary and the body need.
fn telling(name: &[u8]) -> Option<Field> {
    match name.len() {
        1 if name.eq_ignore_ascii_case(b"m") => Some(CONTACT),
        1 if name.eq_ignore_ascii_case(b"c") => Some(CONTENT_TYPE),
        7 if name.eq_ignore_ascii_case(b"contact") => Some(CONTACT),
        12 if name.eq_ignore_ascii_case(b"content-type") => Some(CONTENT_TYPE),
        _ => None,
    }
}

/// Dissects all header fields up to the empty line.
pub(super) fn headers<'b, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'b>, seen: &mut Seen<'b>) -> Step {
    // When no fields are wanted, most headers are only passed over.
    let bare = !cx.wants_any(PROTO, Field(PROTO.0 + COUNT - 1)) && !cx.wants_experts() && !cx.wants_labels();
    while !c.is_empty() {
        let rest = c.rest();
        let (line, mut next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
        if line.is_empty() {
            break;
        }
        let mut end = line.len();
        while matches!(rest.get(next), Some(b' ' | b'\t')) {
            let Some((more, after)) = text::line(rest, next) else { break };
            (end, next) = (next + more.len(), after);
        }
        let line = rest.get(..end).unwrap_or(line);
        let all = rest.get(..next).unwrap_or(line);
        let whole = c.span(next);
        match line.iter().position(|b| *b == b':') {
            None => {
                let item = cx.line(whole, |o| _ = o.text(all));
                cx.expert(HEADER_NO_COLON, item, whole);
            }
            Some(colon) => {
                let name = text::trim(line.get(..colon).unwrap_or_default());
                let raw = line.get(colon + 1..).unwrap_or_default();
                let skip = raw.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
                let value = raw.get(skip..).unwrap_or_default();
                let span = Span::new(c.source(), c.pos() + colon + 1 + skip, value.len());
                let known = if bare { telling(name) } else { find(name) };
                match known {
                    None if bare => {}
                    Some(field) => header(cx, field, line, value, span, whole, seen),
                    None => {
                        let item = cx.line(whole, |o| _ = o.text(all));
                        cx.expert_with(UNRECOGNIZED_HEADER, item, whole, |o| {
                            o.s("Unrecognised SIP header (").text(name).s(")");
                        });
                    }
                }
            }
        }
        c.advance(next);
    }
    Ok(())
}

fn header<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    line: &[u8],
    value: &'b [u8],
    span: Span,
    whole: Span,
    seen: &mut Seen<'b>,
) {
    if [EXPIRES, MAX_FORWARDS, CONTENT_LENGTH, MIN_EXPIRES, RETRY_AFTER, RSEQ].contains(&field) {
        let digits = value.iter().take_while(|b| b.is_ascii_digit()).count();
        let number = text::number(value.get(..digits).unwrap_or_default()).unwrap_or(0);
        cx.add(field, whole, Value::U(number));
        return;
    }
    let item = cx.add(field, whole, Value::Str(span));
    cx.label(item, |o| _ = o.text(line));
    let under = |cx: &mut Cx<'_, S>, f: &mut dyn FnMut(&mut Cx<'_, S>)| cx.under(item, |cx| f(cx));
    if field == FROM {
        under(cx, &mut |cx| party(cx, value, span, FROM_FIELDS));
    } else if field == TO {
        under(cx, &mut |cx| party(cx, value, span, TO_FIELDS));
    } else if field == CSEQ {
        under(cx, &mut |cx| {
            let digits = value.iter().take_while(|b| b.is_ascii_digit()).count();
            let number = text::number(value.get(..digits).unwrap_or_default()).unwrap_or(0);
            cx.add(CSEQ_SEQ, part(span, 0, digits), Value::U(number));
            let from =
                digits + value.get(digits..).unwrap_or_default().iter().take_while(|b| **b == b' ').count();
            let method = part(span, from, value.len().saturating_sub(from));
            cx.add(CSEQ_METHOD, method, Value::Str(method));
        });
    } else if field == CALL_ID {
        let it = cx.add(CALL_ID_GENERATED, span, Value::Str(span));
        cx.set_generated(it);
    } else if field == VIA {
        under(cx, &mut |cx| via(cx, value, span));
    } else if field == CONTACT {
        under(cx, &mut |cx| contact(cx, value, span, seen));
    } else if field == RECORD_ROUTE {
        under(cx, &mut |cx| record_route(cx, value, span));
    } else if field == REASON {
        under(cx, &mut |cx| reason(cx, value, span));
    } else if field == CONTENT_TYPE {
        seen.content_type = value;
    } else if [AUTHORIZATION, PROXY_AUTHORIZATION, WWW_AUTHENTICATE, PROXY_AUTHENTICATE, AUTHENTICATION_INFO]
        .contains(&field)
    {
        under(cx, &mut |cx| authentication(cx, value, span));
        cx.add(AUTH, whole, Value::Str(whole));
    }
}

/// `len` bytes of a span, from `from` on.
fn part(span: Span, from: usize, len: usize) -> Span {
    Span { start: span.start + from as u32, len: len as u32, ..span }
}

/// The parts of an address in a URI: user, host, port, parameters.
pub(super) fn uri<S: Sink>(cx: &mut Cx<'_, S>, uri: &[u8], span: Span, fields: [Field; 4]) {
    let [user, host, port, parameter] = fields;
    let Some(colon) = uri.iter().position(|b| *b == b':') else { return };
    let mut at = colon + 1;
    if let Some(i) = uri.get(at..).and_then(|r| r.iter().position(|b| *b == b'@')) {
        cx.add(user, part(span, at, i), Value::Str(part(span, at, i)));
        at += i + 1;
    } else if uri.get(..colon).is_some_and(|s| s.eq_ignore_ascii_case(b"tel")) {
        return;
    }
    let rest = uri.get(at..).unwrap_or_default();
    let end = if rest.first() == Some(&b'[') {
        rest.iter().position(|b| *b == b']').map_or(rest.len(), |i| i + 1)
    } else {
        rest.iter().position(|b| b":;?>".contains(b)).unwrap_or(rest.len())
    };
    cx.add(host, part(span, at, end), Value::Str(part(span, at, end)));
    at += end;
    if uri.get(at) == Some(&b':') {
        let digits = uri.get(at + 1..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count();
        cx.add(port, part(span, at + 1, digits), Value::Str(part(span, at + 1, digits)));
        at += 1 + digits;
    }
    if uri.get(at) == Some(&b';') {
        for parameters in uri.get(at + 1..).unwrap_or_default().split(|b| *b == b';') {
            let p = part(span, at + 1, parameters.len());
            cx.add(parameter, p, Value::Str(p));
            at += 1 + parameters.len();
        }
    }
}

/// The fields of an address header.
#[derive(Clone, Copy)]
struct Party {
    display: Field,
    address: Field,
    uri: [Field; 4],
    tag: Option<Field>,
}

const FROM_FIELDS: Party = Party {
    display: FROM_DISPLAY_INFO,
    address: FROM_ADDR,
    uri: [FROM_USER, FROM_HOST, FROM_PORT, FROM_PARAM],
    tag: Some(FROM_TAG),
};
const TO_FIELDS: Party = Party {
    display: TO_DISPLAY_INFO,
    address: TO_ADDR,
    uri: [TO_USER, TO_HOST, TO_PORT, TO_PARAM],
    tag: Some(TO_TAG),
};
const CONTACT_FIELDS: Party = Party {
    display: CONTACT_DISPLAY_INFO,
    address: CONTACT_URI,
    uri: [CONTACT_USER, CONTACT_HOST, CONTACT_PORT, CONTACT_PARAM],
    tag: None,
};

/// A name and an address, in angle brackets or not. Gives where what follows begins.
fn name_and_address<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span, p: Party) -> usize {
    let (from, to, behind) = match value.iter().position(|b| *b == b'<') {
        Some(open) => {
            let name = value.get(..open).unwrap_or_default();
            // Quoted names end with their quote.
            let len = match name.iter().rposition(|b| *b == b'"') {
                Some(quote) => quote + 1,
                None => name.len(),
            };
            if !text::trim(name).is_empty() {
                let s = part(span, 0, len);
                cx.add(p.display, s, Value::Str(s));
                let it = cx.add(DISPLAY_INFO, s, Value::Str(s));
                cx.hide(it);
            }
            let close = value.iter().position(|b| *b == b'>').unwrap_or(value.len());
            (open + 1, close.max(open + 1), close + 1)
        }
        None => {
            let end = value.iter().position(|b| *b == b';').unwrap_or(value.len());
            (0, end, end)
        }
    };
    let s = part(span, from, to - from);
    let item = cx.add(p.address, s, Value::Str(s));
    let address = value.get(from..to).unwrap_or_default();
    cx.under(item, |cx| uri(cx, address, s, p.uri));
    behind
}

fn party<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span, p: Party) {
    let mut at = name_and_address(cx, value, span, p);
    for parameter in value.get(at..).unwrap_or_default().split(|b| *b == b';') {
        let lead = parameter.iter().take_while(|b| b.is_ascii_whitespace()).count();
        if let (Some(tag), Some(field)) = (parameter.get(lead..).and_then(|q| q.strip_prefix(b"tag=")), p.tag)
        {
            let s = part(span, at + lead + 4, tag.len());
            cx.add(field, s, Value::Str(s));
            let it = cx.add(TAG, s, Value::Str(s));
            cx.hide(it);
        }
        at += parameter.len() + 1;
    }
}

fn contact<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span, seen: &mut Seen<'_>) {
    if value.first() == Some(&b'*') {
        return;
    }
    let mut from = 0;
    for one in value.split(|b| *b == b',') {
        let lead = one.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let trimmed = one.get(lead..).unwrap_or_default();
        let here = part(span, from + lead, trimmed.len());
        let mut at = name_and_address(cx, trimmed, here, CONTACT_FIELDS);
        let mut removed = false;
        for parameter in trimmed.get(at..).unwrap_or_default().split(|b| *b == b';') {
            let text = text::trim(parameter);
            let lead = parameter.iter().take_while(|b| b.is_ascii_whitespace()).count();
            if !text.is_empty() {
                let s = part(here, at + lead, text.len());
                cx.add(CONTACT_PARAMETER, s, Value::Str(s));
                removed |= text == b"expires=0";
            }
            at += parameter.len() + 1;
        }
        if removed {
            seen.removals += 1;
        } else {
            seen.bindings += 1;
        }
        from += one.len() + 1;
    }
}

fn record_route<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let p = Party {
        display: RECORD_ROUTE_DISPLAY_INFO,
        address: RECORD_ROUTE_URI,
        uri: [RECORD_ROUTE_USER, RECORD_ROUTE_HOST, RECORD_ROUTE_PORT, RECORD_ROUTE_PARAM],
        tag: None,
    };
    let mut from = 0;
    for one in value.split(|b| *b == b',') {
        let lead = one.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let trimmed = one.get(lead..).unwrap_or_default();
        name_and_address(cx, trimmed, part(span, from + lead, trimmed.len()), p);
        from += one.len() + 1;
    }
}

fn via<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let mut from = 0;
    for one in value.split(|b| *b == b',') {
        let lead = one.iter().take_while(|b| b.is_ascii_whitespace()).count();
        hop(cx, one.get(lead..).unwrap_or_default(), part(span, from + lead, one.len() - lead));
        from += one.len() + 1;
    }
}

/// One hop: `SIP/2.0/UDP host:port;parameters`.
fn hop<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let Some(slash) = value.iter().enumerate().filter(|(_, b)| **b == b'/').nth(1).map(|(i, _)| i + 1) else {
        return;
    };
    let len = value.get(slash..).unwrap_or_default().iter().take_while(|b| !b.is_ascii_whitespace()).count();
    cx.add(VIA_TRANSPORT, part(span, slash, len), Value::Str(part(span, slash, len)));
    let mut at = slash + len;
    at += value.get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_whitespace()).count();
    let rest = value.get(at..).unwrap_or_default();
    let end = if rest.first() == Some(&b'[') {
        rest.iter().position(|b| *b == b']').map_or(rest.len(), |i| i + 1)
    } else {
        rest.iter().position(|b| b":; ".contains(b)).unwrap_or(rest.len())
    };
    cx.add(VIA_SENT_BY_ADDRESS, part(span, at, end), Value::Str(part(span, at, end)));
    at += end;
    if value.get(at) == Some(&b':') {
        let digits =
            value.get(at + 1..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count();
        if let Some(port) = text::number(value.get(at + 1..at + 1 + digits).unwrap_or_default()) {
            cx.add(VIA_SENT_BY_PORT, part(span, at + 1, digits), Value::U(port));
        }
        at += 1 + digits;
    }
    for parameter in value.get(at..).unwrap_or_default().split(|b| *b == b';') {
        let lead = parameter.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let text = text::trim(parameter);
        let equals = text.iter().position(|b| *b == b'=');
        let name = text.get(..equals.unwrap_or(text.len())).unwrap_or_default();
        let known: &[(&[u8], Field)] = &[
            (b"branch", VIA_BRANCH),
            (b"maddr", VIA_MADDR),
            (b"rport", VIA_RPORT),
            (b"received", VIA_RECEIVED),
            (b"ttl", VIA_TTL),
            (b"comp", VIA_COMP),
        ];
        if let Some((_, field)) = known.iter().find(|k| k.0.eq_ignore_ascii_case(name)) {
            // Without a value, the name is shown.
            let from = equals.map_or(0, |e| e + 1);
            let s = part(span, at + lead + from, text.len() - from);
            cx.add(*field, s, Value::Str(s));
        }
        at += parameter.len() + 1;
    }
}

fn reason<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let mut at = 0;
    let mut q850 = false;
    for (i, piece) in value.split(|b| *b == b';').enumerate() {
        let lead = piece.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let text = text::trim(piece);
        let s = part(span, at + lead, text.len());
        if i == 0 {
            cx.add(REASON_PROTOCOLS, s, Value::Str(s));
            q850 = text.eq_ignore_ascii_case(b"Q.850");
        } else if let Some(cause) = text.strip_prefix(b"cause=") {
            if let Some(n) = text::number(cause) {
                cx.add(if q850 { REASON_CAUSE_Q850 } else { REASON_CAUSE_OTHER }, s, Value::U(n));
            }
        } else if let Some(said) = text.strip_prefix(b"text=") {
            let s = part(s, 5, said.len());
            cx.add(REASON_TEXT, s, Value::Str(s));
        }
        at += piece.len() + 1;
    }
}

/// A scheme and its parameters, quotes and all.
fn authentication<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let known: &[(&[u8], Field)] = &[
        (b"username", AUTH_USERNAME),
        (b"realm", AUTH_REALM),
        (b"nonce", AUTH_NONCE),
        (b"uri", AUTH_URI),
        (b"domain", AUTH_DOMAIN),
        (b"response", AUTH_DIGEST_RESPONSE),
        (b"opaque", AUTH_OPAQUE),
        (b"stale", AUTH_STALE),
        (b"algorithm", AUTH_ALGORITHM),
        (b"qop", AUTH_QOP),
        (b"cnonce", AUTH_CNONCE),
        (b"nc", AUTH_NC),
    ];
    let scheme = value.iter().position(|b| *b == b' ').unwrap_or(value.len());
    cx.add(AUTH_SCHEME, part(span, 0, scheme), Value::Str(part(span, 0, scheme)));
    let mut at = scheme;
    while at < value.len() {
        at += value.get(at..).unwrap_or_default().iter().take_while(|b| b", \t\r\n".contains(b)).count();
        let rest = value.get(at..).unwrap_or_default();
        // Commas inside quotes belong to the value.
        let mut quoted = false;
        let end = rest
            .iter()
            .position(|b| {
                quoted ^= *b == b'"';
                *b == b',' && !quoted
            })
            .unwrap_or(rest.len());
        let piece = rest.get(..end).unwrap_or_default();
        if let Some(equals) = piece.iter().position(|b| *b == b'=') {
            let name = text::trim(piece.get(..equals).unwrap_or_default());
            if let Some((_, field)) = known.iter().find(|k| k.0.eq_ignore_ascii_case(name)) {
                let s = part(span, at + equals + 1, piece.len() - equals - 1);
                let _: Item = cx.add(*field, s, Value::Str(s));
            }
        }
        at += end + 1;
    }
}
