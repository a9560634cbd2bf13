//! Real Time Streaming Protocol, RFC 2326 and RFC 7826, over TCP, with streams interleaved.

use crate::application::rtp::setup::{self, Method};
use crate::application::{media, rtcp, rtp, text};
use requin_wire::{Cursor, Cx, Expected, Item, Past, Pdu, Ports, Sink, Span, Step, Stop, TransportKind};
use requin_wire::{Value, proto};

proto! {
    RTSP "rtsp" "Real Time Streaming Protocol" "RTSP" App
    on [Tcp 554, Tcp 7236, Tcp 8554]
    looks_like [Tcp looks_like => [b'!'..=b'~']]
    frames [frames]
    remember beyond [remember]
    fields {
        REQUEST "rtsp.request" "Request": Str;
        RESPONSE "rtsp.response" "Response": Str;
        METHOD "rtsp.method" "Method": Str;
        CONTENT_TYPE "rtsp.content-type" "Content-type": Str;
        CONTENT_LENGTH "rtsp.content-length" "Content-length": U32 Dec;
        URL "rtsp.url" "URL": Str;
        STATUS "rtsp.status" "Status": U32 Dec;
        SESSION "rtsp.session" "Session": Str;
        TRANSPORT "rtsp.transport" "Transport": Str;
        RDT_FEATURE_LEVEL "rtsp.rdt-feature-level" "RDTFeatureLevel": U32 Dec;
        X_VIG_MSISDN "rtsp.X_Vig_Msisdn" "X-Vig-Msisdn": Str;
        MAGIC "rtsp.magic" "Magic": U8 Hex;
        CHANNEL "rtsp.channel" "Channel": U8 Hex;
        LENGTH "rtsp.length" "Length": U16 Dec;
        DATA "rtsp.data" "Data": Bytes;
    }
    experts {
        CONTENT_LENGTH_INVALID "rtsp.content-length.invalid" Warn Malformed "Invalid content length";
    }
}

const METHODS: &[&[u8]] = &[
    b"ANNOUNCE",
    b"DESCRIBE",
    b"GET_PARAMETER",
    b"OPTIONS",
    b"PAUSE",
    b"PLAY",
    b"PLAY_NOTIFY",
    b"RECORD",
    b"REDIRECT",
    b"SETUP",
    b"SET_PARAMETER",
    b"TEARDOWN",
];

/// Begins an interleaved frame (RFC 7826 section 14).
const DOLLAR: u8 = b'$';
/// First lines and heads that are longer are none.
const MAX_HEAD: usize = 64 << 10;

/// The words of a first line, if it is one.
enum First<'b> {
    Request { method: &'b [u8], url: &'b [u8] },
    Response { status: &'b [u8] },
}

fn first_line(line: &[u8]) -> Option<First<'_>> {
    let mut words = line.splitn(3, |b| *b == b' ');
    let (one, two) = (words.next()?, words.next()?);
    if one.starts_with(b"RTSP/") {
        return Some(First::Response { status: two });
    }
    (METHODS.contains(&one) && words.next()?.starts_with(b"RTSP/"))
        .then_some(First::Request { method: one, url: two })
}

fn begins(bytes: &[u8]) -> bool {
    text::line(bytes, 0).is_some_and(|(line, _)| first_line(line).is_some())
}

fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    begins(c.rest())
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, b"\r\n\r\n").map(|i| i + 4)
}

/// Header fields: their names and values.
fn headers(head: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    head.split(|b| *b == b'\n').skip(1).filter_map(|line| {
        let colon = line.iter().position(|b| *b == b':')?;
        let value = line.get(colon + 1..)?;
        Some((text::trim(line.get(..colon)?), text::trim(value.strip_suffix(b"\r").unwrap_or(value))))
    })
}

fn header<'b>(head: &'b [u8], name: &[u8]) -> Option<&'b [u8]> {
    headers(head).find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|h| h.1)
}

/// How far the message or the interleaved frame reaches that begins these bytes.
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    if bytes.first() == Some(&DOLLAR) {
        return match bytes.first_chunk::<4>() {
            Some(h) => Pdu::Len(4 + usize::from(u16::from_be_bytes([h[2], h[3]]))),
            None => Pdu::More(4),
        };
    }
    if !begins(bytes) {
        let word = bytes.split(|b| *b == b' ').next().unwrap_or_default();
        let open = !bytes.contains(&b'\n') && (METHODS.contains(&word) || word.starts_with(b"RTSP/"));
        return if open && bytes.len() < MAX_HEAD { Pdu::More(bytes.len() + 1) } else { Pdu::AsItComes };
    }
    match end_of_head(bytes) {
        None if bytes.len() < MAX_HEAD => Pdu::More(bytes.len() + 1),
        None => Pdu::AsItComes,
        Some(head) => Pdu::Len(head.saturating_add(body_length(bytes.get(..head).unwrap_or_default()))),
    }
}

fn body_length(head: &[u8]) -> usize {
    let length = header(head, b"content-length").and_then(text::number);
    length.and_then(|n| usize::try_from(n).ok()).unwrap_or(0)
}

/// The two numbers of `client_port=4588-4589`, or one and the next.
fn pair(value: &[u8]) -> Option<(u16, u16)> {
    let mut numbers = value.split(|b| *b == b'-');
    let first = u16::try_from(text::number(numbers.next()?)?).ok()?;
    let second = numbers.next().and_then(text::number).and_then(|n| u16::try_from(n).ok());
    Some((first, second.unwrap_or(first.saturating_add(1))))
}

/// Announces the streams that a server's answer to SETUP settles on.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    if !pdu.starts_with(b"RTSP/") {
        return;
    }
    let head = pdu.get(..end_of_head(pdu).unwrap_or(pdu.len())).unwrap_or(pdu);
    for (name, value) in headers(head) {
        if !name.eq_ignore_ascii_case(b"transport") {
            continue;
        }
        let mut parts = value.split(|b| *b == b';').map(text::trim);
        let transport = parts.next().unwrap_or_default();
        if !transport.starts_with(b"RTP/") || transport.ends_with(b"/TCP") {
            continue;
        }
        let what = setup::write(Method::Rtsp, None, &[], &[]);
        for part in parts {
            let (addr, value) = match part.iter().position(|b| *b == b'=').map(|i| part.split_at(i)) {
                Some((b"client_port", value)) => (past.now.dst, value),
                Some((b"server_port", value)) => (past.now.src, value),
                _ => continue,
            };
            let Some((first, second)) = pair(value.get(1..).unwrap_or_default()) else { continue };
            for (port, proto) in [(first, rtp::ID), (second, rtcp::ID)] {
                let end = Expected { kind: TransportKind::Udp, addr, port, peer: None };
                past.expect(&end, proto, &what);
            }
        }
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let mut begun = false;
    while !c.is_empty() {
        let bytes = c.rest();
        let len = match frames(bytes, true, &[0; 2]) {
            Pdu::Len(n) => n,
            // A stream whose rest was not captured, or that is none.
            _ if begins(bytes) => c.left(),
            _ if begun => return Ok(()),
            _ => return Err(Stop::NotMine),
        };
        if len > c.left() && begun {
            return Ok(());
        }
        let part = c.take(len);
        let interleaved = bytes.first() == Some(&DOLLAR);
        if begun {
            cx.info_sep(", ", |_| ());
            cx.info_fence();
        }
        if begun {
            // Further ones have nodes of their own, and are no layers.
            cx.at_top(|cx| {
                let item = cx.add(PROTO, part.span(len), Value::Bytes(part.span(len)));
                cx.under(item, |cx| if interleaved { frame(cx, part, item) } else { message(cx, part) })
            })?;
        } else {
            cx.protocol("RTSP");
            cx.info_clear();
            cx.proto_len(len);
            let item = cx.proto_item();
            if interleaved { frame(cx, part, item)? } else { message(cx, part)? }
        }
        begun = true;
        cx.info_fence();
    }
    if begun { Ok(()) } else { Err(Stop::NotMine) }
}

/// A packet of a stream, on the connection itself.
fn frame<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, item: Item) -> Step {
    let (channel, len) = (c.peek_u8(1)?, c.peek_u16(2)?);
    cx.set_len(item, 4);
    cx.label(item, |o| {
        o.s("RTSP Interleaved Frame, Channel: ").hex(channel, 2).s(", ").u(len).s(" bytes");
    });
    cx.u8(MAGIC, &mut c)?;
    cx.u8(CHANNEL, &mut c)?;
    cx.u16(LENGTH, &mut c)?;
    // What is on a channel was settled when it was set up; packets of RTP and RTCP tell themselves apart.
    if !cx.offer(rtp::ID, c)? {
        cx.info_add(|o| _ = o.s("Interleaved channel ").hex(channel, 2).s(", ").u(len).s(" bytes"));
        let n = c.left();
        cx.bytes(DATA, &mut c, n)?;
    }
    Ok(())
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("RTSP");
    let bytes = c.rest();
    let (line, next) = text::line(bytes, 0).unwrap_or((bytes, bytes.len()));
    let at = |from: usize, len: usize| Span::new(c.source(), c.pos() + from, len);
    let whole = at(0, next);
    match first_line(line) {
        Some(First::Request { method, url }) => {
            cx.info_add(|o| _ = o.text(line));
            let item = cx.add_str(REQUEST, whole, |o| _ = o.text(bytes.get(..next).unwrap_or_default()));
            cx.under(item, |cx| {
                cx.add(METHOD, at(0, method.len()), Value::Str(at(0, method.len())));
                let span = at(method.len() + 1, url.len());
                cx.add(URL, span, Value::Str(span));
            });
        }
        Some(First::Response { status }) => {
            cx.info_add(|o| _ = o.s("Reply: ").text(line));
            let item = cx.add_str(RESPONSE, whole, |o| _ = o.text(bytes.get(..next).unwrap_or_default()));
            cx.under(item, |cx| {
                if let Some(code) = text::number(status) {
                    let from = line.len() - line.iter().skip_while(|b| **b != b' ').count() + 1;
                    cx.add(STATUS, at(from, status.len()), Value::U(code));
                }
            });
        }
        None => (),
    }
    c.advance(next);
    let mut content_type: &[u8] = &[];
    // Every turn takes a line away.
    while c.captured() > 0 {
        let rest = c.rest();
        let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
        let whole = c.span(next);
        if line.is_empty() {
            cx.line(whole, |o| _ = o.text(rest.get(..next).unwrap_or_default()));
            c.advance(next);
            break;
        }
        let colon = line.iter().position(|b| *b == b':').unwrap_or(line.len());
        let (name, value) = line.split_at(colon);
        let value = text::trim(value.get(1..).unwrap_or_default());
        let span = Span { len: line.len() as u32, ..whole };
        let field = match () {
            () if name.eq_ignore_ascii_case(b"content-type") => {
                content_type = value;
                CONTENT_TYPE
            }
            () if name.eq_ignore_ascii_case(b"content-length") => CONTENT_LENGTH,
            () if name.eq_ignore_ascii_case(b"session") => SESSION,
            () if name.eq_ignore_ascii_case(b"transport") => TRANSPORT,
            () if name.eq_ignore_ascii_case(b"rdtfeaturelevel") => RDT_FEATURE_LEVEL,
            () if name.eq_ignore_ascii_case(b"x-vig-msisdn") => X_VIG_MSISDN,
            () => {
                cx.line(whole, |o| _ = o.text(rest.get(..next).unwrap_or_default()));
                c.advance(next);
                continue;
            }
        };
        if cx.is_str(field) {
            let from = line.len() - line.get(colon + 1..).map_or(0, |v| v.len() - blanks(v));
            let text = Span::new(c.source(), c.pos() + from, value.len());
            cx.add(field, span, Value::Str(text));
        } else if let Some(n) = text::number(value).filter(|n| *n <= u64::from(u32::MAX)) {
            cx.add(field, span, Value::U(n));
        } else {
            cx.line(whole, |o| _ = o.text(rest.get(..next).unwrap_or_default()));
            if field == CONTENT_LENGTH {
                cx.expert(CONTENT_LENGTH_INVALID, Item::NONE, span);
            }
        }
        c.advance(next);
    }
    if c.is_empty() {
        return Ok(());
    }
    cx.set_media(content_type);
    if content_type.is_empty() || cx.media_protocol().is_none() {
        let n = c.left();
        cx.bytes(DATA, &mut c, n)?;
        return Ok(());
    }
    media::nested(cx, c)
}

/// How many blanks a text begins with.
fn blanks(text: &[u8]) -> usize {
    text.iter().take_while(|b| matches!(b, b' ' | b'\t')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_and_frames_are_cut() {
        let cut = |bytes: &[u8]| frames(bytes, true, &[0; 2]);
        assert!(matches!(cut(b"$\x00\x00\x05abc"), Pdu::Len(9)));
        assert!(matches!(cut(b"$\x00"), Pdu::More(4)));
        assert!(matches!(cut(b"PLAY rtsp://h/ RTSP/1.0\r\nCSeq: 1\r\n\r\n"), Pdu::Len(36)));
        assert!(matches!(cut(b"RTSP/1.0 200 OK\r\nContent-length: 7\r\n\r\n"), Pdu::Len(45)));
        assert!(matches!(cut(b"PLAY rtsp://h"), Pdu::More(14)));
        assert!(matches!(cut(b"GET / HTTP/1.1\r\n\r\n"), Pdu::AsItComes));
        assert_eq!(pair(b"4588-4589"), Some((4588, 4589)));
        assert_eq!(pair(b"4588"), Some((4588, 4589)));
        assert_eq!(pair(b"x-1"), None);
    }
}
