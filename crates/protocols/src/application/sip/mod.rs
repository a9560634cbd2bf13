//! Session Initiation Protocol, RFC 3261.

mod fields;
mod headers;
mod pairs;

use crate::application::{media, text};
use fields::*;
pub use fields::{CALL_ID_GENERATED, COUNT, DEF, ID};
pub use pairs::DESCRIBES;
use requin_wire::{Cursor, Cx, Pdu, Ports, Sink, Span, Step, Stop, TransportKind, Value};

const METHODS: &[&[u8]] = &[
    b"ACK",
    b"BYE",
    b"CANCEL",
    b"DO",
    b"INFO",
    b"INVITE",
    b"MESSAGE",
    b"NOTIFY",
    b"OPTIONS",
    b"PRACK",
    b"QAUTH",
    b"REFER",
    b"REGISTER",
    b"SPRACK",
    b"SUBSCRIBE",
    b"UPDATE",
    b"PUBLISH",
];

/// First lines that are longer are none.
const MAX_LINE: usize = 16 << 10;

/// How far into a line its method reaches at the most.
const MAX_METHOD: usize = 32;

/// A request line or a status line: a method of whatever name, an address with a scheme and the version, or the version,
/// three digits and perhaps a reason.
fn begins(bytes: &[u8]) -> bool {
    let head = bytes.get(..MAX_METHOD).unwrap_or(bytes);
    let Some(space) = memchr::memchr(b' ', head).filter(|_| head.first().is_some_and(u8::is_ascii_graphic))
    else {
        return false;
    };
    let (first, rest) = (bytes.get(..space).unwrap_or_default(), bytes.get(space + 1..).unwrap_or_default());
    if first == b"SIP/2.0" {
        return rest.split_first_chunk::<3>().is_some_and(|(code, reason)| {
            code.iter().all(u8::is_ascii_digit) && reason.first() == Some(&b' ')
        });
    }
    // Nearly all that is looked at here is something else: the end of the line is asked for last.
    let Some(end) = memchr::memchr(b' ', rest) else { return false };
    let (uri, version) = (rest.get(..end).unwrap_or_default(), rest.get(end + 1..).unwrap_or_default());
    let within = |part: &[u8]| memchr::memchr2(b'\r', b'\n', part).is_none();
    version.starts_with(b"SIP/2.0")
        && text::line(version, 0).map_or(version, |(line, _)| line) == b"SIP/2.0"
        && uri.len() >= 3
        && uri.get(1..).is_some_and(|u| u.contains(&b':'))
        && within(first)
        && within(uri)
}

fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    begins(c.rest())
}

/// How far the message that begins these bytes reaches: over a stream its length must be told.
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    if !begins(bytes) {
        // A long first line is not whole yet.
        let method = bytes.split(|b| *b == b' ').next().unwrap_or_default();
        let open = (METHODS.contains(&method) || method == b"SIP/2.0")
            && !bytes.contains(&b'\n')
            && bytes.len() < MAX_LINE;
        return if open { Pdu::More(bytes.len() + 1) } else { Pdu::AsItComes };
    }
    match headers::end_of_head(bytes) {
        None => Pdu::More(bytes.len() + 1),
        Some(head) => {
            let n = headers::content_length(bytes.get(..head).unwrap_or_default()).unwrap_or_default();
            Pdu::Len(head.saturating_add(n))
        }
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let mut first = true;
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == TransportKind::Tcp);
    while !c.is_empty() {
        let bytes = c.rest();
        // Empty lines keep connections alive.
        if bytes.starts_with(b"\r\n") && (stream || !first) {
            c.advance(2);
            continue;
        }
        if !begins(bytes) {
            if !first {
                return Ok(());
            }
            return Err(Stop::NotMine);
        }
        let Some(head) = headers::end_of_head(bytes) else {
            if stream && !c.is_cut() {
                // The rest comes in later segments.
                return if first { Err(Stop::NotMine) } else { Ok(()) };
            }
            return message(cx, c, bytes.len());
        };
        let length = headers::content_length(bytes.get(..head).unwrap_or_default());
        let whole = match length {
            Some(n) if stream => {
                let end = head.saturating_add(n);
                if end > c.left() {
                    return if first { Err(Stop::NotMine) } else { Ok(()) };
                }
                end
            }
            // A datagram may hold more than the body, and that goes unread.
            Some(n) => head.saturating_add(n).min(c.left()),
            None => c.left(),
        };
        let part = c.take(whole);
        if !stream {
            c.advance(c.left());
        }
        if first {
            cx.proto_len(whole);
            message(cx, part, head)?;
        } else {
            cx.call(ID, part)?;
        }
        first = false;
        cx.info_fence();
    }
    if first { Err(Stop::NotMine) } else { Ok(()) }
}

/// What the first line and the headers say, for the summary and for what follows.
#[derive(Clone, Copy, Default)]
struct Seen<'b> {
    method: &'b [u8],
    content_type: &'b [u8],
    bindings: u32,
    removals: u32,
    /// The capture cut the message: its last line may be shorter than it was.
    cut: bool,
    /// The one called has put a tag to its address: there is a dialog.
    called_tagged: bool,
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, head: usize) -> Step {
    let bytes = c.rest();
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == TransportKind::Tcp);
    if c.is_cut() && !stream && text::whole_line(bytes, 0, true).is_none() {
        let ended = text::line(bytes, 0).is_some();
        if ended || bytes.starts_with(b"SIP/2.0 ") {
            // The first line is not whole: nothing is said of it.
            if ended {
                cx.drop_node();
            } else {
                cx.protocol("SIP");
            }
            return Err(Stop::Cut);
        }
    }
    cx.protocol("SIP");
    let (line, next) = text::line(bytes, 0).unwrap_or((bytes, bytes.len()));
    let whole = c.span(line.len());
    let at = |from: usize, len: usize| Span::new(c.source(), c.pos() + from, len);
    let request = !line.starts_with(b"SIP/2.0 ");
    let mut parts = line.splitn(3, |b| *b == b' ');
    let (one, two) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let tail = parts.next().unwrap_or_default();
    let head_bytes = bytes.get(..head).unwrap_or(bytes);
    // All header fields are looked at before any is shown: where the capture cut them, only the first line is, without
    // the parameters of its address.
    let cut = c.is_cut() && !stream && !bytes.get(..head).unwrap_or_default().ends_with(b"\r\n\r\n");
    let mut seen = Seen { method: one, cut: c.is_cut(), ..Seen::default() };
    let told = !cut && (seen.cut || headers::readable(head_bytes));
    if request {
        if told {
            cx.proto_append(|o| _ = o.s(" (").text(one).s(")"));
        }
        cx.info(|o| {
            _ = o
                .s(if METHODS.contains(&one) { "Request: " } else { "Unknown request: " })
                .text(one)
                .s(" ")
                .text(two)
        });
        let item = cx.add(REQUEST_LINE, whole, Value::Str(whole));
        cx.under(item, |cx| {
            cx.add(METHOD, at(0, one.len()), Value::Str(at(0, one.len())));
            let span = at(one.len() + 1, two.len());
            let item = cx.add(R_URI, span, Value::Str(span));
            // Its parameters are shown with the address alone.
            let shown = two.split(|b| *b == b';').next().unwrap_or_default();
            cx.under(item, |cx| {
                headers::uri(cx, shown, span, [R_URI_USER, R_URI_HOST, R_URI_PORT, R_URI_PARAM])
            });
            if told {
                pairs::show(cx, head_bytes, span);
            }
        });
    } else {
        seen.method = headers::cseq_method(head_bytes);
        if told {
            cx.proto_append(|o| _ = o.s(" (").text(two).s(")"));
        }
        cx.info(|o| {
            o.s("Status: ").text(two).s(" ").text(tail);
            if two == b"200" && told {
                o.s(" (").text(seen.method).s(")");
            }
        });
        let item = cx.add(STATUS_LINE, whole, Value::Str(whole));
        cx.under(item, |cx| {
            if let Some(code) = text::number(two) {
                cx.add(STATUS_CODE, at(8, 3), Value::U(code));
            }
            if told {
                pairs::show(cx, head_bytes, at(8, 3));
            }
        });
    }
    if cut {
        return Err(Stop::Cut);
    }
    c.advance(next);
    let span = c.span(head.saturating_sub(next));
    let item = cx.add(MSG_HDR, span, Value::Str(span));
    cx.label(item, |o| _ = o.s("Message Header"));
    let mut fields = c.take(head.saturating_sub(next));
    text::stray(cx, item, span, fields.rest());
    if !cx.under(item, |cx| headers::headers(cx, &mut fields, &mut seen))? {
        return Ok(());
    }
    if seen.method == b"REGISTER" {
        cx.info_add(|o| {
            let count = |o: &mut requin_wire::Out<'_>, n: u32, what: &str, end: &str| {
                o.s("  (").s(what).u(n).s(if n == 1 { " binding" } else { " bindings" }).s(end);
            };
            if request && seen.bindings == 0 && seen.removals == 0 {
                o.s("  (fetch bindings)");
            }
            if seen.bindings > 0 {
                count(o, seen.bindings, "", ")");
            }
            if seen.removals > 0 {
                count(o, seen.removals, "remove ", ")");
            }
        });
    }
    if request && seen.called_tagged && [&b"INVITE"[..], b"REFER", b"SUBSCRIBE"].contains(&seen.method) {
        cx.info_add(|o| _ = o.s(", in-dialog"));
    }
    cx.info_add(|o| _ = o.s(" | "));
    if c.captured() == 0 {
        return Ok(());
    }
    body(cx, c, seen.content_type)
}

fn body<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, content_type: &[u8]) -> Step {
    let n = c.left();
    let item = cx.add(MSG_BODY, c.span(n), Value::None);
    cx.label(item, |o| _ = o.s("Message Body"));
    cx.set_media(content_type);
    let known = cx.media_protocol().is_some();
    cx.under(item, |cx| {
        if content_type.is_empty() || !known {
            lines(cx, c);
            Ok(())
        } else {
            media::nested(cx, c)
        }
    })
}

/// The lines of a body of which nothing else is known.
fn lines<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) {
    while cx.wants_labels() && c.captured() > 0 {
        let rest = c.rest();
        let next = text::line(rest, 0).map_or(rest.len(), |(_, next)| next);
        cx.line(c.span(next), |o| _ = o.text(rest.get(..next).unwrap_or_default()));
        c.advance(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_lines() {
        for line in [
            &b"INVITE sip:a@b SIP/2.0\r\n"[..],
            b"INVITE sip:a@b SIP/2.0",
            b"REGIS\xccER sip:a SIP/2.0\r\n",
            b"invite tel:1 SIP/2.0\r\n",
            b"SIP/2.0 200 OK\r\n",
            b"SIP/2.0 999 \r\n",
        ] {
            assert!(begins(line), "{line:?}");
        }
        for line in [
            &b"INVITE sipLa@b SIP/2.0\r\n"[..],
            b"INVITE sip:a@b SIP/2.1\r\n",
            b"INVITE sip:a@b x SIP/2.0\r\n",
            b"INVITE sip:a@b\r\n",
            b"SIP/2.0 2000 OK\r\n",
            b"SIP/2.0 4%\0 OK\r\n",
            b"SIP/2.0 200\r\n",
            b"SIP/1.0 200 OK\r\n",
            b"INVITE sip:a\r\nb SIP/2.0\r\n",
            b"IN\r\nVITE sip:a@b SIP/2.0\r\n",
            b"INVITE sip:a@b SIP/2.0x\r\n",
        ] {
            assert!(!begins(line), "{line:?}");
        }
    }

    #[test]
    fn heads_that_can_be_read() {
        let first = b"INVITE sip:a@b SIP/2.0";
        let head = |rest: &[u8]| headers::readable(&[first, rest].concat());
        assert!(head(b"") && head(b"\r\n") && head(b"\r\nCSeq: 1 INVITE\r\n\r\n") && head(b"\r\nTo: a\r\n"));
        assert!(!head(b"\r\nTo: a") && !head(b"\r\nCSeq: 1\r\n\r\n"));
        assert_eq!(headers::content_length(b"Content-Length: 3x\r\n"), Some(0));
        assert_eq!(headers::content_length(b"l: 3\r\n"), Some(3));
        assert_eq!(headers::content_length(b"To: a\r\n"), None);
        assert_eq!(headers::end_of_head(b"To: a\x0d\n\r\nv=0"), Some(9));
    }
}
