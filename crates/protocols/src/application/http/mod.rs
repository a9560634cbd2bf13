//! Hypertext Transfer Protocol 1.0 and 1.1, RFC 9112.

mod body;
mod fields;
mod head;
mod headers;
mod start;

use crate::application::{http2, text};
use fields::*;
pub use fields::{COUNT, DEF, ID};
use head::{Extent, Head, Kind};
use requin_wire::{Cursor, Cx, Item, Pdu, Ports, ProtoId, Sink, Step, Stop, TransportKind, Value};

/// A first line that begins or ends with the version.
fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    let rest = c.rest();
    let Some((line, _)) = text::line(rest, 0) else { return false };
    let version = |b: &[u8]| b.get(..7).is_some_and(|v| v.eq_ignore_ascii_case(b"HTTP/1."));
    line.len() != 8 && (version(line) || line.len() > 8 && line.get(line.len() - 8..).is_some_and(version))
}

/// What a conversation remembers: requests in the lower, responses in the upper half of the first word;
/// in the second, bit 0: the last request was HEAD.
fn remember(state: &mut [u64; 2], _: bool, payload: &[u8]) -> Option<ProtoId> {
    match head::kind_of(payload) {
        Some(Kind::Response) => state[0] = state[0].wrapping_add(1 << 32),
        Some(_) => {
            state[0] = (state[0] & !0xffff_ffff) | (state[0].wrapping_add(1) & 0xffff_ffff);
            state[1] = u64::from(payload.starts_with(b"HEAD "));
        }
        None => (),
    }
    None
}

/// How far the message that begins these bytes reaches.
#[must_use]
pub fn frames(bytes: &[u8], _: bool, state: &[u64; 2]) -> Pdu {
    let c = Cursor::new(bytes, bytes.len(), requin_wire::FRAME);
    match Head::read(&c, state[1] & 1 != 0) {
        None => Pdu::AsItComes,
        Some(head) => match head.extent {
            Extent::Whole(n) => Pdu::Len(n),
            Extent::More => match head.length.filter(|_| head.body > 0 && !head.chunked) {
                Some(n) => Pdu::Len(usize::try_from(n).unwrap_or(usize::MAX).saturating_add(head.body)),
                None => Pdu::More(bytes.len() + 1),
            },
            Extent::ToTheEnd => Pdu::UntilEnd,
        },
    }
}

/// Writes what is known of a message whose rest comes in later segments.
pub fn preview<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    if let Some(head) = Head::read(c, false).filter(|h| !h.first.is_empty()) {
        cx.info(|o| _ = o.text(head.first).s(" "));
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if http2::accepts(&c, cx.ports) {
        return Err(Stop::NotMine);
    }
    messages(cx, c, "HTTP")
}

/// Dissects the messages of a segment or datagram.
fn messages<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, protocol: &str) -> Step {
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == TransportKind::Tcp);
    let mut first = true;
    while !c.is_empty() {
        let Some(head) = Head::read(&c, cx.state()[1] & 1 != 0) else {
            if !first {
                continuation(cx, &c);
                return Ok(());
            }
            return Err(Stop::NotMine);
        };
        let whole = match head.extent {
            Extent::Whole(n) => n,
            // Without a stream, nothing more will come.
            Extent::ToTheEnd if !stream || c.source() != requin_wire::FRAME || ends_here(cx, &c) => c.left(),
            Extent::ToTheEnd | Extent::More if stream => {
                // The rest comes in later segments.
                return if first { Err(Stop::NotMine) } else { Ok(()) };
            }
            _ => c.left(),
        };
        if first {
            cx.protocol(protocol);
            cx.info_clear();
        }
        let message = c.take(whole);
        if first {
            cx.proto_len(whole);
            one(cx, message, &head, 0)?;
        } else {
            // Every message has a layer of its own.
            cx.call(ID, message)?;
        }
        first = false;
        cx.info_fence();
        // A datagram has one message; behind an agreement to speak something else, that begins.
        if !stream || head.kind == Kind::Response && head::status(head.first) == Some(101) {
            break;
        }
    }
    Ok(())
}

/// Whether the segment closes its connection.
fn ends_here<S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'_>) -> bool {
    let Some(t) = cx.out.transports.last() else { return false };
    t.header.source == c.source()
        && c.whole().get(t.header.start as usize + 13).is_some_and(|flags| flags & 1 != 0)
}

/// Bytes behind a message that begin none.
fn continuation<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    cx.info_add(|o| _ = o.s("Continuation"));
    body::file_data(cx, c);
    _ = cx.call_nested(crate::meta::data::ID, *c);
}

/// Dissects one message, the window's first.
fn one<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, head: &Head<'_>, before: u32) -> Step {
    if cx.ports.src == 443 || cx.ports.dst == 443 {
        cx.expert(TLS_PORT, Item::NONE, c.span(0));
    }
    if head.leading > 0 {
        cx.expert(LEADING_CRLF, Item::NONE, c.span(2));
        c.advance(head.leading);
    }
    start::line(cx, &mut c, head)?;
    headers::headers(cx, &mut c, head)?;
    let here = c.span(0);
    let generate = |cx: &mut Cx<'_, S>| {
        let counted = u64::from(c.source() == requin_wire::FRAME) + u64::from(before);
        let state = cx.state()[0];
        match head.kind {
            Kind::Response => {
                let item = cx.add(RESPONSE, here, Value::U(1));
                cx.hide(item);
                cx.set_generated(item);
                let n = (state >> 32) + counted;
                let item = cx.generated(RESPONSE_NUMBER, here, Value::U(n));
                cx.label(item, |o| _ = o.s("HTTP response ").u(n).s("/").u(n));
            }
            kind => {
                start::full_uri(cx, head, here);
                let field = if kind == Kind::Request { REQUEST } else { NOTIFICATION };
                let item = cx.add(field, here, Value::U(1));
                cx.hide(item);
                cx.set_generated(item);
                if kind == Kind::Request {
                    let n = (state & 0xffff_ffff) + counted;
                    let item = cx.generated(REQUEST_NUMBER, here, Value::U(n));
                    cx.label(item, |o| _ = o.s("HTTP request ").u(n).s("/").u(n));
                }
            }
        }
    };
    generate(cx);
    body::body(cx, c, head)
}

/// Simple Service Discovery Protocol: HTTP in datagrams.
pub mod ssdp {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        SSDP "ssdp" "Simple Service Discovery Protocol" "SSDP" App
        on [Udp 1900]
        track [super::remember]
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::messages(cx, c, "SSDP")
    }
}
