//! The header fields.

use super::fields::*;
use super::head::{Head, Kind};
use crate::application::{gss, http2, text};
use crate::meta;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Span, Step, Stop, Value};

/// Header fields that have a field of their own, by name in lower case.
const KNOWN: &[(&[u8], Field)] = &[
    (b"accept", ACCEPT),
    (b"accept-encoding", ACCEPT_ENCODING),
    (b"accept-language", ACCEPT_LANGUAGE),
    (b"authorization", AUTHORIZATION),
    (b"cache-control", CACHE_CONTROL),
    (b"connection", CONNECTION),
    (b"content-encoding", CONTENT_ENCODING),
    (b"content-length", CONTENT_LENGTH_HEADER),
    (b"content-type", CONTENT_TYPE),
    (b"cookie", COOKIE),
    (b"date", DATE),
    (b"host", HOST),
    (b"http2-settings", HTTP2_SETTINGS),
    (b"last-modified", LAST_MODIFIED),
    (b"location", LOCATION),
    (b"proxy-authenticate", PROXY_AUTHENTICATE),
    (b"proxy-authorization", PROXY_AUTHORIZATION),
    (b"referer", REFERER),
    (b"sec-websocket-accept", SEC_WEBSOCKET_ACCEPT),
    (b"sec-websocket-extensions", SEC_WEBSOCKET_EXTENSIONS),
    (b"sec-websocket-key", SEC_WEBSOCKET_KEY),
    (b"sec-websocket-protocol", SEC_WEBSOCKET_PROTOCOL),
    (b"sec-websocket-version", SEC_WEBSOCKET_VERSION),
    (b"server", SERVER),
    (b"set-cookie", SET_COOKIE),
    (b"transfer-encoding", TRANSFER_ENCODING),
    (b"upgrade", UPGRADE),
    (b"user-agent", USER_AGENT),
    (b"www-authenticate", WWW_AUTHENTICATE),
    (b"x-forwarded-for", X_FORWARDED_FOR),
];

fn find(name: &[u8]) -> Option<Field> {
    let mut lower = [0u8; 24];
    let lower = lower.get_mut(..name.len())?;
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    KNOWN.binary_search_by(|(n, _)| (*n).cmp(lower)).ok().and_then(|i| KNOWN.get(i)).map(|k| k.1)
}

/// Whether the byte may stand in a header's name (RFC 9110 section 5.6.2).
fn is_token(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b)
}

/// Dissects header fields up to the empty line, and passes over them.
pub(super) fn headers<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, head: &Head<'_>) -> Step {
    let mut seen = Seen::default();
    // Where no first line was seen, blanks at the beginning of a line tell nothing.
    let folds = !head.first.is_empty();
    while !c.is_empty() {
        let rest = c.rest();
        let (line, mut next) = text::whole_line(rest, 0, c.is_cut()).unwrap_or((rest, rest.len()));
        if line.is_empty() && next > 0 {
            let end = rest.get(..next).unwrap_or_default();
            cx.line(c.span(next), |o| _ = o.text(end));
            c.advance(next);
            return Ok(());
        }
        if next == 0 {
            // The bytes that were captured end here, and with them the head: what can be said of the message still is.
            return Ok(());
        }
        if !(line.contains(&b':') || folds && matches!(line.first(), Some(b' ' | b'\t'))) {
            // It is no header: they are over. Of a line that the capture cut nobody knows.
            let cut = c.is_cut() && text::whole_line(rest, 0, true).is_none();
            return if folds && cut { Err(Stop::Cut) } else { Ok(()) };
        }
        // A line that begins with a space goes on with the one before.
        let mut end = line.len();
        while folds && matches!(rest.get(next), Some(b' ' | b'\t')) {
            let Some((more, after)) = text::line(rest, next) else { break };
            end = next + more.len();
            next = after;
        }
        header(cx, c, head, rest.get(..end).unwrap_or(line), next, &mut seen);
        c.advance(next);
    }
    Ok(())
}

/// Which of the headers that exclude each other were seen.
#[derive(Default)]
struct Seen {
    length: bool,
    transfer: bool,
}

fn header<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &Cursor<'_>,
    head: &Head<'_>,
    line: &[u8],
    next: usize,
    seen: &mut Seen,
) {
    let whole = c.span(next);
    let at = |from: usize, len: usize| Span::new(c.source(), c.pos() + from, len);
    let all = c.peek_bytes(0, next).unwrap_or(line);
    let (named, plain) = match head.kind {
        Kind::Request => (Some(REQUEST_LINE), REQUEST_LINE),
        Kind::Response => (Some(RESPONSE_LINE), RESPONSE_LINE),
        Kind::Notification => (None, UNKNOWN_HEADER),
    };
    let colon = line.iter().position(|b| *b == b':');
    let name = line.get(..colon.unwrap_or(0)).unwrap_or_default();
    let bad = colon.is_some() && (name.is_empty() || !name.iter().all(|b| is_token(*b)));
    let known = find(name);
    let shown = match (known, colon) {
        (Some(field), Some(colon)) => {
            let value = line.get(colon + 1..).unwrap_or_default();
            let skip = value.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
            let value = value.get(skip..).unwrap_or_default();
            let span = at(colon + 1 + skip, value.len());
            let item = cx.add(field, whole, Value::Str(span));
            cx.label(item, |o| _ = o.text(all));
            special(cx, item, field, value, span, seen);
            if let Some(field) = named {
                let item = cx.hidden(field, whole, Value::Str(whole));
                cx.label(item, |o| _ = o.text(all));
                text::stray(cx, item, whole, all);
            }
            item
        }
        _ => {
            // The value of a line that is a header nobody knows is its text; of one that is none, its bytes.
            let item = if plain == UNKNOWN_HEADER && !bad {
                cx.add_str(plain, whole, |o| _ = o.text(all))
            } else {
                cx.add(plain, whole, Value::Str(whole))
            };
            cx.label(item, |o| _ = o.text(all));
            text::stray(cx, item, whole, all);
            item
        }
    };
    if bad {
        cx.expert(BAD_HEADER_NAME, shown, whole);
    }
}

/// The token of NTLM or GSS-API in a header (RFC 4559), in base64.
pub(super) fn security_token(value: &[u8]) -> Option<&[u8]> {
    [&b"NTLM "[..], b"Negotiate ", b"Kerberos "].iter().find_map(|scheme| {
        let (head, rest) = value.split_at_checked(scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then(|| text::trim(rest)).filter(|t| !t.is_empty())
    })
}

/// A token ends where it ends, whatever it is: the header fields behind it are read all the same.
fn security<S: Sink>(cx: &mut Cx<'_, S>, token: &[u8]) {
    let bytes = text::base64(token);
    cx.with_source("NTLMSSP / GSSAPI Data", bytes, |cx, c| {
        let place = cx.place();
        let step = gss::blob(cx, c);
        meta::mark(cx, step, &c);
        cx.return_to(place);
    });
}

/// Headers that have something under them.
fn special<S: Sink>(cx: &mut Cx<'_, S>, item: Item, field: Field, value: &[u8], span: Span, seen: &mut Seen) {
    if field == CONTENT_LENGTH_HEADER {
        if let Some(n) = text::number(text::trim(value)) {
            cx.under(item, |cx| _ = cx.generated(CONTENT_LENGTH, span, Value::U(n)));
        }
        seen.length = true;
        if seen.transfer {
            cx.expert(TE_AND_LENGTH, item, span);
        }
    } else if field == COOKIE {
        cx.under(item, |cx| {
            let mut from = 0;
            for part in value.split(|b| *b == b';') {
                let pair = text::trim(part);
                let skip = part.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
                let span = Span { start: span.start + (from + skip) as u32, len: pair.len() as u32, ..span };
                if !pair.is_empty() {
                    let item = cx.add(COOKIE_PAIR, span, Value::Str(span));
                    text::stray(cx, item, span, pair);
                }
                from += part.len() + 1;
            }
        });
    } else if [AUTHORIZATION, PROXY_AUTHORIZATION, WWW_AUTHENTICATE, PROXY_AUTHENTICATE].contains(&field) {
        if let Some(token) = security_token(value) {
            cx.under(item, |cx| security(cx, token));
        } else if matches!(field, AUTHORIZATION | PROXY_AUTHORIZATION)
            && value.get(..6).is_some_and(|v| v.eq_ignore_ascii_case(b"Basic "))
            && cx.wants(AUTHBASIC)
        {
            let decoded = text::base64(value.get(6..).unwrap_or_default());
            cx.under(item, |cx| _ = cx.add_bytes(AUTHBASIC, span, &decoded));
        }
    } else if field == HTTP2_SETTINGS {
        if http2::wants_settings(cx) {
            let bytes = text::base64(text::trim(value));
            cx.under(item, |cx| {
                _ = cx.with_source("Base64uri decoded", bytes, |cx, c| http2::settings(cx, c))
            });
        }
    } else if field == TRANSFER_ENCODING {
        seen.transfer = true;
        let known = value.split(|b| *b == b',').all(|coding| {
            let coding = text::trim(coding.split(|b| *b == b';').next().unwrap_or_default());
            [
                &b"chunked"[..],
                b"gzip",
                b"x-gzip",
                b"compress",
                b"x-compress",
                b"deflate",
                b"identity",
                b"trailers",
            ]
            .iter()
            .any(|k| k.eq_ignore_ascii_case(coding))
        });
        if !known {
            cx.expert(TE_UNKNOWN, item, span);
        }
        if seen.length {
            cx.expert(TE_AND_LENGTH, item, span);
        }
    }
}
