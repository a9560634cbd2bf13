//! Header fields of SIP.

use super::Seen;
use super::fields::*;
use crate::application::text;
use crate::network::e164;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Span, Stop, Value};

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
    (b"referred-by", REFERRED_BY),
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
    (b"user-to-user", UUI),
    (b"v", VIA),
    (b"via", VIA),
    (b"warning", WARNING),
    (b"www-authenticate", WWW_AUTHENTICATE),
    (b"x", SESSION_EXPIRES),
    (b"y", IDENTITY),
];

/// Where the head ends: behind its empty line.
pub(super) fn end_of_head(bytes: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, b"\n\r\n").map(|i| i + 3)
}

/// Whether the headers can be read to their end: the last line has one, and the number of the transaction has a method
/// behind it. Those of others are shown as far as they go, and nothing is concluded from them.
pub(super) fn readable(head: &[u8]) -> bool {
    let numbered =
        value(head, b"cseq", b"").is_none_or(|v| !v.is_empty() && !v.iter().all(u8::is_ascii_digit));
    let first_alone = text::line(head, 0).is_none();
    (first_alone || head.last().is_some_and(|b| matches!(b, b'\r' | b'\n'))) && numbered
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

/// What the head says of the body's length. There is no body where it says what is no number.
pub(super) fn content_length(head: &[u8]) -> Option<usize> {
    let found = first_of(head, [b"content-length", b"l"])?;
    Some(text::number(found).and_then(|n| usize::try_from(n).ok()).unwrap_or_default())
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
        1 if name.eq_ignore_ascii_case(b"t") => Some(TO),
        2 if name.eq_ignore_ascii_case(b"to") => Some(TO),
        7 if name.eq_ignore_ascii_case(b"contact") => Some(CONTACT),
        12 if name.eq_ignore_ascii_case(b"content-type") => Some(CONTENT_TYPE),
        _ => None,
    }
}

/// Dissects all header fields up to the empty line. Gives whether they could all be read.
///
/// # Errors
/// [`Stop::Short`] when the last line has no end.
pub(super) fn headers<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    seen: &mut Seen<'b>,
) -> Result<bool, Stop> {
    let from = c.pos();
    // When no fields are wanted, most headers are only passed over.
    let bare = !cx.wants_any(PROTO, Field(PROTO.0 + COUNT - 1)) && !cx.wants_experts() && !cx.wants_labels();
    while !c.is_empty() {
        let rest = c.rest();
        let found = text::line(rest, 0);
        let (line, mut next) = found.unwrap_or((rest, rest.len()));
        if found.is_some_and(|(line, _)| line.is_empty()) {
            return Ok(true);
        }
        let mut ends = found.is_some();
        let mut end = line.len();
        while matches!(rest.get(next), Some(b' ' | b'\t')) {
            let more = text::line(rest, next);
            ends &= more.is_some();
            (end, next) = more.map_or((rest.len(), rest.len()), |(more, after)| (next + more.len(), after));
        }
        let line = rest.get(..end).unwrap_or(line);
        let whole = c.span(next);
        match line.iter().position(|b| *b == b':') {
            None => {
                if cx.wants_experts() {
                    cx.expert_here(HEADER_NO_COLON, whole, |_| ());
                }
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
                        let item = cx.line(whole, |o| _ = o.text(line));
                        cx.expert_with(UNRECOGNIZED_HEADER, item, whole, |o| {
                            let name = name.split(|b| *b == 0).next().unwrap_or_default();
                            o.s("Unrecognised SIP header (").text(&name.to_ascii_lowercase()).s(")");
                        });
                    }
                }
            }
        }
        let stop = !ends || line_is_number(line);
        c.advance(next);
        if stop {
            return if ends || seen.cut { Ok(seen.cut) } else { Err(Stop::Short) };
        }
    }
    if !bare && c.pos() > from {
        let item = cx.line(c.span(0), |o| _ = o.s("Header not terminated by empty line (CRLF)"));
        cx.expert(HEADER_NOT_TERMINATED, item, c.span(0));
    }
    Ok(true)
}

/// Whether this is a CSeq with a number and no method: what follows is not read.
fn line_is_number(line: &[u8]) -> bool {
    let named = line.get(..4).is_some_and(|n| n.eq_ignore_ascii_case(b"cseq"));
    named
        && text::position(line, b':').is_some_and(|colon| {
            text::trim(line.get(..colon).unwrap_or_default()).len() == 4
                && text::trim(line.get(colon + 1..).unwrap_or_default()).iter().all(u8::is_ascii_digit)
        })
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
    if field == CONTENT_LENGTH && text::number(value).is_none() {
        let item = cx.add(field, whole, Value::U(0));
        cx.label(item, |o| _ = o.text(line));
        cx.expert(CONTENT_LENGTH_INVALID, item, whole);
        return;
    }
    if [EXPIRES, MAX_FORWARDS, CONTENT_LENGTH, MIN_EXPIRES, RETRY_AFTER, RSEQ].contains(&field) {
        let item = cx.add(field, whole, Value::U(leading(value)));
        let name = cx.registry.field(field).label;
        let behind = line.iter().position(|b| *b == b':').and_then(|at| line.get(at..)).unwrap_or_default();
        cx.label(item, |o| _ = o.s(name).text(behind));
        return;
    }
    let item = cx.add(field, whole, Value::Str(span));
    cx.label(item, |o| _ = o.text(line));
    let under = |cx: &mut Cx<'_, S>, f: &mut dyn FnMut(&mut Cx<'_, S>)| cx.under(item, |cx| f(cx));
    if field == FROM {
        under(cx, &mut |cx| _ = party(cx, value, span, FROM_FIELDS));
    } else if field == TO {
        under(cx, &mut |cx| seen.called_tagged |= party(cx, value, span, TO_FIELDS));
    } else if field == CSEQ {
        under(cx, &mut |cx| {
            let digits = value.iter().take_while(|b| b.is_ascii_digit()).count();
            cx.add(CSEQ_SEQ, part(span, 0, digits), Value::U(leading(value)));
            let from =
                digits + value.get(digits..).unwrap_or_default().iter().take_while(|b| **b == b' ').count();
            if from < value.len() {
                let method = part(span, from, value.len().saturating_sub(from));
                cx.add(CSEQ_METHOD, method, Value::Str(method));
            }
        });
    } else if field == SESSION_ID {
        under(cx, &mut |cx| session_id(cx, value, span));
    } else if field == RACK {
        under(cx, &mut |cx| acknowledged(cx, value, span));
    } else if field == CALL_ID {
        let it = cx.add(CALL_ID_GENERATED, span, Value::Str(span));
        cx.set_generated(it);
    } else if field == VIA {
        under(cx, &mut |cx| via(cx, value, span));
    } else if field == CONTACT {
        under(cx, &mut |cx| contact(cx, value, span, seen));
    } else if field == RECORD_ROUTE {
        under(cx, &mut |cx| addresses(cx, value, span, RECORD_ROUTE_FIELDS));
    } else if field == ROUTE {
        under(cx, &mut |cx| addresses(cx, value, span, ROUTE_FIELDS));
    } else if field == SERVICE_ROUTE {
        under(cx, &mut |cx| addresses(cx, value, span, SERVICE_ROUTE_FIELDS));
    } else if field == PATH {
        under(cx, &mut |cx| addresses(cx, value, span, PATH_FIELDS));
    } else if let Some((_, party)) = IDENTITIES.iter().find(|i| i.0 == field) {
        under(cx, &mut |cx| _ = name_and_address(cx, value, span, *party));
    } else if field == TRIGGER_CONSENT && value.first() != Some(&b'"') && !value.contains(&b'<') {
        under(cx, &mut |cx| _ = name_and_address(cx, value, span, TC_FIELDS));
    } else if field == P_ACCESS_NETWORK_INFO {
        under(cx, &mut |cx| access_network(cx, value, span));
    } else if field == P_CHARGING_VECTOR {
        under(cx, &mut |cx| charging_vector(cx, value, span));
    } else if field == FEATURE_CAPS {
        under(cx, &mut |cx| feature_caps(cx, value, span));
    } else if [SECURITY_CLIENT, SECURITY_SERVER, SECURITY_VERIFY].contains(&field) {
        under(cx, &mut |cx| security_mechanisms(cx, value, span));
    } else if field == REASON {
        under(cx, &mut |cx| reason(cx, value, span));
    } else if field == CONTENT_TYPE {
        seen.content_type = value;
    } else if [AUTHORIZATION, PROXY_AUTHORIZATION, WWW_AUTHENTICATE, PROXY_AUTHENTICATE, AUTHENTICATION_INFO]
        .contains(&field)
    {
        under(cx, &mut |cx| authentication(cx, value, span, field != AUTHENTICATION_INFO));
        let it = cx.add(AUTH, whole, Value::Str(whole));
        cx.hide(it);
    }
}

/// The number that the digits at the start of a value make; 0 where there are none.
fn leading(value: &[u8]) -> u64 {
    let digits = value.iter().take_while(|b| b.is_ascii_digit()).count();
    text::number(value.get(..digits).unwrap_or_default()).unwrap_or(0)
}

/// `len` bytes of a span, from `from` on.
fn part(span: Span, from: usize, len: usize) -> Span {
    Span { start: span.start + from as u32, len: len as u32, ..span }
}

/// Adds `len` bytes of a value, from `from` on.
fn text_part<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    value: &[u8],
    span: Span,
    from: usize,
    len: usize,
) -> Item {
    let s = part(span, from, len);
    let item = cx.add(field, s, Value::Str(s));
    text::stray(cx, item, s, value.get(from..from + len).unwrap_or_default());
    item
}

/// Whether this is a URI of SIP, of which the parts are known.
fn is_sip(uri: &[u8]) -> bool {
    let scheme = uri.split(|b| *b == b':').next().unwrap_or_default();
    scheme.len() < uri.len() && (scheme.eq_ignore_ascii_case(b"sip") || scheme.eq_ignore_ascii_case(b"sips"))
}

/// The parts of an address in a URI: user, host, port, parameters.
pub(super) fn uri<S: Sink>(cx: &mut Cx<'_, S>, uri: &[u8], span: Span, fields: [Field; 4]) {
    let [user, host, port, parameter] = fields;
    let Some(colon) = uri.iter().position(|b| *b == b':').filter(|_| is_sip(uri)) else { return };
    let mut at = colon + 1;
    if let Some(i) = uri.get(at..).and_then(|r| r.iter().position(|b| *b == b'@')) {
        if i > 0 {
            text_part(cx, user, uri, span, at, i);
        }
        if let Some(number) = uri.get(at..at + i).and_then(|u| u.strip_prefix(b"+")).filter(|n| !n.is_empty())
        {
            e164::spelled(cx, e164::MSISDN, part(span, at + 1, i - 1), number);
        }
        at += i + 1;
    }
    let rest = uri.get(at..).unwrap_or_default();
    let end = if rest.first() == Some(&b'[') {
        rest.iter().position(|b| *b == b']').map_or(rest.len(), |i| i + 1)
    } else {
        rest.iter().position(|b| b":;?> ".contains(b)).unwrap_or(rest.len())
    };
    text_part(cx, host, uri, span, at, end);
    at += end;
    if uri.get(at) == Some(&b':') {
        let rest = uri.get(at + 1..).unwrap_or_default();
        let len = rest.iter().position(|b| b";?> ".contains(b)).unwrap_or(rest.len());
        if rest.first().is_some_and(u8::is_ascii_digit) {
            text_part(cx, port, uri, span, at + 1, len);
        }
        at += 1 + len;
    }
    if uri.get(at) == Some(&b';') {
        for parameters in uri.get(at + 1..).unwrap_or_default().split(|b| *b == b';') {
            text_part(cx, parameter, uri, span, at + 1, parameters.len());
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
const RECORD_ROUTE_FIELDS: Party = Party {
    display: RECORD_ROUTE_DISPLAY_INFO,
    address: RECORD_ROUTE_URI,
    uri: [RECORD_ROUTE_USER, RECORD_ROUTE_HOST, RECORD_ROUTE_PORT, RECORD_ROUTE_PARAM],
    tag: None,
};
const ROUTE_FIELDS: Party = Party {
    display: ROUTE_DISPLAY_INFO,
    address: ROUTE_URI,
    uri: [ROUTE_USER, ROUTE_HOST, ROUTE_PORT, ROUTE_PARAM],
    tag: None,
};
const SERVICE_ROUTE_FIELDS: Party = Party {
    display: SERVICE_ROUTE_DISPLAY_INFO,
    address: SERVICE_ROUTE_URI,
    uri: [SERVICE_ROUTE_USER, SERVICE_ROUTE_HOST, SERVICE_ROUTE_PORT, SERVICE_ROUTE_PARAM],
    tag: None,
};
const PATH_FIELDS: Party = Party {
    display: PATH_DISPLAY_INFO,
    address: PATH_URI,
    uri: [PATH_USER, PATH_HOST, PATH_PORT, PATH_PARAM],
    tag: None,
};
const PAI_FIELDS: Party = Party {
    display: PAI_DISPLAY_INFO,
    address: PAI_URI,
    uri: [PAI_USER, PAI_HOST, PAI_PORT, PAI_PARAM],
    tag: None,
};
const PPI_FIELDS: Party = Party {
    display: PPI_DISPLAY_INFO,
    address: PPI_URI,
    uri: [PPI_USER, PPI_HOST, PPI_PORT, PPI_PARAM],
    tag: None,
};
const PMISS_FIELDS: Party = Party {
    display: PMISS_DISPLAY_INFO,
    address: PMISS_URI,
    uri: [PMISS_USER, PMISS_HOST, PMISS_PORT, PMISS_PARAM],
    tag: None,
};
const TC_FIELDS: Party = Party {
    display: TC_DISPLAY_INFO,
    address: TC_URI,
    uri: [TC_USER, TC_HOST, TC_PORT, TC_PARAM],
    tag: None,
};
/// Headers with one address: of more, the first is looked at.
const IDENTITIES: [(Field, Party); 3] = [
    (P_ASSERTED_IDENTITY, PAI_FIELDS),
    (P_PREFERRED_IDENTITY, PPI_FIELDS),
    (PERMISSION_MISSING, PMISS_FIELDS),
];

/// Where a quoted text ends that begins these bytes: behind its quote.
fn quoted(bytes: &[u8]) -> Option<usize> {
    let mut escaped = false;
    let inside = bytes.strip_prefix(b"\"")?;
    let end = inside.iter().position(|b| {
        let ends = *b == b'"' && !escaped;
        escaped = *b == b'\\' && !escaped;
        ends
    })?;
    Some(end + 2)
}

/// A name and an address, in angle brackets or not. Gives where what follows begins, `None` where there is no address.
fn name_and_address<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span, p: Party) -> Option<usize> {
    let after_name = if value.first() == Some(&b'"') { quoted(value)? } else { 0 };
    let open = value.get(after_name..)?.iter().position(|b| *b == b'<').map(|i| after_name + i);
    let (from, to, behind) = match open {
        Some(open) => {
            let close = open + value.get(open..)?.iter().position(|b| *b == b'>')?;
            // Quoted names end with their quote.
            let len = if after_name > 0 { after_name } else { open };
            if !text::trim(value.get(..len).unwrap_or_default()).is_empty() {
                text_part(cx, p.display, value, span, 0, len);
                let it = cx.add(DISPLAY_INFO, part(span, 0, len), Value::Str(part(span, 0, len)));
                cx.hide(it);
            }
            (open + 1, close, close + 1)
        }
        None if !is_sip(value) => return None,
        None => {
            let end = value.iter().position(|b| *b == b';').unwrap_or(value.len());
            (0, end, end)
        }
    };
    let item = text_part(cx, p.address, value, span, from, to - from);
    let address = value.get(from..to).unwrap_or_default();
    cx.under(item, |cx| uri(cx, address, part(span, from, to - from), p.uri));
    Some(behind)
}

/// One end of a dialog; says whether it has a tag.
fn party<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span, p: Party) -> bool {
    // What is behind an address that is none may still tell the dialog.
    let mut at = name_and_address(cx, value, span, p).unwrap_or_default();
    for parameter in value.get(at..).unwrap_or_default().split(|b| *b == b';') {
        let lead = parameter.iter().take_while(|b| b.is_ascii_whitespace()).count();
        if let (Some(tag), Some(field)) = (parameter.get(lead..).and_then(|q| q.strip_prefix(b"tag=")), p.tag)
        {
            text_part(cx, field, value, span, at + lead + 4, tag.len());
            let it = text_part(cx, TAG, value, span, at + lead + 4, tag.len());
            cx.hide(it);
            return true;
        }
        at += parameter.len() + 1;
    }
    false
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
        let Some(mut at) = name_and_address(cx, trimmed, here, CONTACT_FIELDS) else { return };
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

/// Addresses between commas, up to the first that is none.
fn addresses<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span, p: Party) {
    for (from, one) in pieces(value, b',') {
        if name_and_address(cx, one, part(span, from, one.len()), p).is_none() {
            return;
        }
    }
}

/// The parts of a value between separators, without the blanks that lead them, and where they stand.
fn pieces(value: &[u8], separator: u8) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = 0;
    value.split(move |b| *b == separator).map(move |piece| {
        let lead = piece.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let from = at + lead;
        at += piece.len() + 1;
        (from, piece.get(lead..).unwrap_or_default())
    })
}

/// A line of its own for a parameter that no field is for.
fn plain<S: Sink>(cx: &mut Cx<'_, S>, parameter: &[u8], span: Span) {
    cx.line(span, |o| _ = o.text(parameter));
}

/// The parameters of which a header has fields of text, by what they begin with; all others are shown as they are.
fn parameters<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span, known: &[(&[u8], Field)], skip: usize) {
    for (from, one) in pieces(value, b';').skip(skip).filter(|p| !p.1.is_empty()) {
        match known.iter().find(|k| one.starts_with(k.0)) {
            Some((name, field)) => {
                text_part(cx, *field, value, span, from + name.len(), one.len() - name.len());
            }
            None => plain(cx, one, part(span, from, one.len())),
        }
    }
}

/// Where the user is attached, RFC 7315 section 5.4: a value without parameters stays whole.
fn access_network<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let Some(end) = text::position(value, b';') else { return };
    text_part(cx, P_ACCESS_TYPE, value, span, 0, end);
    parameters(cx, value, span, &[(b"utran-cell-id-3gpp=", P_ACCESS_UTRAN_CELL_ID_3GPP)], 1);
}

/// What a session is charged by, RFC 7315 section 5.6.
fn charging_vector<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    parameters(cx, value, span, &[(b"icid-value=", ICID_VALUE), (b"icid-gen-addr=", ICID_GEN_ADDR)], 0);
}

/// The capabilities of RFC 6809, without the plus sign that leads each.
fn feature_caps<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    for (from, one) in pieces(value, b';').filter(|p| !p.1.is_empty()) {
        let sign = usize::from(one.first() == Some(&b'+'));
        text_part(cx, FEATURE_CAP, value, span, from + sign, one.len() - sign);
    }
}

/// Mechanisms between commas, RFC 3329 section 2.2 and 3GPP TS 33.203 annex H, with their parameters.
fn security_mechanisms<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let texts: &[(&[u8], Field)] =
        &[(b"alg=", SEC_MECHANISM_ALG), (b"ealg=", SEC_MECHANISM_EALG), (b"prot=", SEC_MECHANISM_PROT)];
    let numbers: &[(&[u8], Field)] = &[
        (b"spi-c=", SEC_MECHANISM_SPI_C),
        (b"spi-s=", SEC_MECHANISM_SPI_S),
        (b"port1=", SEC_MECHANISM_PORT1),
        (b"port-c=", SEC_MECHANISM_PORT_C),
        (b"port2=", SEC_MECHANISM_PORT2),
        (b"port-s=", SEC_MECHANISM_PORT_S),
    ];
    for (from, mechanism) in pieces(value, b',').filter(|p| !p.1.is_empty()) {
        let here = part(span, from, mechanism.len());
        let end = text::position(mechanism, b';').unwrap_or(mechanism.len());
        text_part(cx, SEC_MECHANISM, mechanism, here, 0, end);
        for (at, one) in pieces(mechanism, b';').skip(1).filter(|p| !p.1.is_empty()) {
            let s = part(here, at, one.len());
            if let Some((name, field)) = texts.iter().find(|k| one.starts_with(k.0)) {
                text_part(cx, *field, mechanism, here, at + name.len(), one.len() - name.len());
            } else if let Some((name, field)) = numbers.iter().find(|k| one.starts_with(k.0)) {
                let digits = one.get(name.len()..).unwrap_or_default();
                cx.add(*field, part(s, name.len(), digits.len()), Value::U(leading(digits)));
            } else {
                plain(cx, one, s);
            }
        }
    }
}

fn via<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let mut at = 0;
    // What a hop leaves is looked at as one more, also where no comma stands.
    while at < value.len() {
        at += value.get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_whitespace()).count();
        at += hop(cx, value.get(at..).unwrap_or_default(), part(span, at, value.len() - at)).max(1);
        at += usize::from(value.get(at) == Some(&b','));
    }
}

/// One hop: `SIP/2.0/UDP host:port;parameters`. Gives how many bytes it has.
fn hop<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) -> usize {
    let blanks = |at: usize| {
        at + value.get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_whitespace()).count()
    };
    let slash = value.iter().enumerate().filter(|(_, b)| **b == b'/').nth(1).map(|(i, _)| i + 1);
    let end = slash.and_then(|from| {
        let len = value.get(from..)?.iter().position(u8::is_ascii_whitespace)?;
        text_part(cx, VIA_TRANSPORT, value, span, from, len);
        Some(from + len)
    });
    let mut at = blanks(end.unwrap_or(value.len()));
    let rest = value.get(at..).unwrap_or_default();
    // An address of IPv6 is shown without the brackets it stands in.
    let (lead, end) = if rest.first() == Some(&b'[') {
        (1, rest.iter().position(|b| *b == b']').unwrap_or(rest.len()) - 1)
    } else {
        (0, rest.iter().position(|b| b":;, ".contains(b)).unwrap_or(rest.len()))
    };
    text_part(cx, VIA_SENT_BY_ADDRESS, value, span, at + lead, end);
    at = blanks((at + end + 2 * lead).min(value.len()));
    if value.get(at) == Some(&b':') {
        at = blanks(at + 1);
        let digits = value.get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count();
        if let Some(port) = text::number(value.get(at..at + digits).unwrap_or_default()) {
            cx.add(VIA_SENT_BY_PORT, part(span, at, digits), Value::U(port));
        }
        at = blanks(at + digits);
    }
    while value.get(at) == Some(&b';') {
        at = blanks(at + 1);
        let rest = value.get(at..).unwrap_or_default();
        let name_end = rest.iter().position(|b| b";,= ".contains(b)).unwrap_or(rest.len());
        let name = rest.get(..name_end).unwrap_or_default();
        // Without a value, the name is shown.
        let from = name_end + usize::from(rest.get(name_end) == Some(&b'='));
        let (from, end) = if from > name_end {
            let value = rest.get(from..).unwrap_or_default();
            (from, from + value.iter().position(|b| b";, \t".contains(b)).unwrap_or(value.len()))
        } else {
            (0, name_end)
        };
        let known: &[(&[u8], Field)] = &[
            (b"branch", VIA_BRANCH),
            (b"maddr", VIA_MADDR),
            (b"rport", VIA_RPORT),
            (b"received", VIA_RECEIVED),
            (b"ttl", VIA_TTL),
            (b"comp", VIA_COMP),
            (b"sigcomp-id", VIA_SIGCOMP_ID),
            (b"oc", VIA_OC),
            (b"oc-validity", VIA_OC_VALIDITY),
            (b"oc-seq", VIA_OC_SEQ),
            (b"oc-algo", VIA_OC_ALGO),
            (b"be-route", VIA_BE_ROUTE),
        ];
        // What stands right behind the name of one without a value is taken for a part of it.
        let is = |known: &[u8]| match from {
            0 => name.get(..known.len()).is_some_and(|n| n.eq_ignore_ascii_case(known)),
            _ => name.eq_ignore_ascii_case(known),
        };
        if let Some((_, field)) = known.iter().find(|k| is(k.0)) {
            text_part(cx, *field, value, span, at + from, end - from);
            if *field == VIA_OC && from > 0 {
                let said = rest.get(from..end).unwrap_or_default();
                cx.generated(VIA_OC_VAL, part(span, at + from, end - from), Value::U(leading(said)));
            }
        }
        at = blanks(at + end);
    }
    at
}

/// The identifiers that both ends have of a session, RFC 7989 section 5.
fn session_id<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    for (i, (from, one)) in pieces(value, b';').enumerate() {
        let digits = if i == 0 { Some(one) } else { one.strip_prefix(b"remote=") };
        let Some(digits) = digits else { continue };
        let Some(id) = requin_wire::digits::hex_pairs(digits).filter(|id| id.len() == 16) else { continue };
        let s = part(span, from + one.len() - digits.len(), digits.len());
        if i == 0 {
            cx.add_bytes(SESSION_ID_SESS_ID, s, &id);
            cx.add_bytes(SESSION_ID_LOCAL_UUID, s, &id);
        } else {
            cx.add_bytes(SESSION_ID_REMOTE_UUID, s, &id);
        }
    }
}

/// The response that a PRACK acknowledges, RFC 3262 section 7.2.
fn acknowledged<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let mut numbers = [RACK_RSEQ_SEQ, RACK_CSEQ_SEQ].into_iter();
    for (from, one) in pieces(value, b' ').filter(|p| !p.1.is_empty()) {
        match numbers.next() {
            Some(field) => {
                cx.add(field, part(span, from, one.len()), Value::U(leading(one)));
            }
            None => {
                text_part(cx, RACK_CSEQ_METHOD, value, span, from, value.len() - from);
                return;
            }
        }
    }
}

fn reason<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span) {
    let mut at = 0;
    let mut cause_field = REASON_CAUSE_OTHER;
    for (i, piece) in value.split(|b| *b == b';').enumerate() {
        let lead = piece.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let text = text::trim(piece);
        let s = part(span, at + lead, text.len());
        if i == 0 {
            let s = part(span, at + lead, piece.len() - lead);
            cx.add(REASON_PROTOCOLS, s, Value::Str(s));
            if piece.eq_ignore_ascii_case(b"Q.850") {
                cause_field = REASON_CAUSE_Q850;
            } else if piece.eq_ignore_ascii_case(b"SIP") {
                cause_field = REASON_CAUSE_SIP;
            }
        } else if let Some(cause) = text.strip_prefix(b"cause=") {
            if let Some(n) = text::number(cause) {
                cx.add(cause_field, s, Value::U(n));
            }
        } else if let Some(said) = text.strip_prefix(b"text=") {
            // Without its quotes.
            let inside = quoted(said).map(|n| (1, n - 2)).unwrap_or((0, said.len()));
            let s = part(s, 5 + inside.0, inside.1);
            cx.add(REASON_TEXT, s, Value::Str(s));
        }
        at += piece.len() + 1;
    }
}

/// A scheme, where one is told, and its parameters, quotes and all.
fn authentication<S: Sink>(cx: &mut Cx<'_, S>, value: &[u8], span: Span, schemed: bool) {
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
        (b"auts", AUTH_AUTS),
        (b"rspauth", AUTH_RSPAUTH),
        (b"nextnonce", AUTH_NEXTNONCE),
        (b"ik", AUTH_IK),
        (b"ck", AUTH_CK),
    ];
    let mut at = 0;
    if schemed {
        at = value.iter().position(|b| *b == b' ').unwrap_or(value.len());
        cx.add(AUTH_SCHEME, part(span, 0, at), Value::Str(part(span, 0, at)));
    }
    while at < value.len() {
        at += value.get(at..).unwrap_or_default().iter().take_while(|b| b", \t\r\n".contains(b)).count();
        let rest = value.get(at..).unwrap_or_default();
        // Commas inside quotes belong to the value.
        let mut inside = false;
        let end = rest
            .iter()
            .position(|b| {
                inside ^= *b == b'"';
                *b == b',' && !inside
            })
            .unwrap_or(rest.len());
        let piece = rest.get(..end).unwrap_or_default();
        if let Some(equals) = piece.iter().position(|b| *b == b'=') {
            let name = text::trim(piece.get(..equals).unwrap_or_default());
            if let Some((_, field)) = known.iter().find(|k| k.0.eq_ignore_ascii_case(name)) {
                let blanks = piece.get(equals + 1..).unwrap_or_default();
                let from = equals + 1 + blanks.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
                let said = piece.get(from..).unwrap_or_default();
                text_part(cx, *field, value, span, at + from, quoted(said).unwrap_or(said.len()));
            }
        }
        at += end + 1;
    }
}
