//! Hypertext Transfer Protocol 1.0 and 1.1, RFC 9112.

mod body;
mod coding;
mod fields;
mod head;
mod headers;
mod pairs;
mod start;

use crate::application::{http2, text, tls};
pub(crate) use body::beginning;
use fields::*;
pub use fields::{COUNT, DEF, ID};
pub(crate) use fields::{STATUS, is_in_head};
pub use head::lines_of_a_head;
use head::{Answers, Extent, Head, Kind};
pub use pairs::carries_tls;
use requin_wire::{
    Cursor, Cx, Item, Pdu, Ports, ProtoId, Registry, Sink, Step, Stop, Table, TransportKind, Value,
};

/// A first line that begins or ends with the version.
#[must_use]
pub fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    let rest = c.rest();
    let Some((line, _)) = text::line(rest, 0) else { return false };
    let version = |b: &[u8]| b.get(..7).is_some_and(|v| v.eq_ignore_ascii_case(b"HTTP/1."));
    line.len() != 8 && (version(line) || line.len() > 8 && line.get(line.len() - 8..).is_some_and(version))
}

/// How far the message that begins these bytes reaches.
#[must_use]
pub fn frames(bytes: &[u8], forward: bool, state: &[u64; 2]) -> Pdu {
    if pairs::carries_tls(state) {
        return tls::frames(bytes, forward, state);
    }
    if pairs::is_tunnel(state) {
        return Pdu::AsItComes;
    }
    let c = Cursor::new(bytes, bytes.len(), requin_wire::FRAME);
    match Head::read(&c, pairs::answers(state)) {
        // The first bytes of a line can't tell yet.
        None if begins_like_a_response(bytes) => Pdu::More(bytes.len() + 1),
        None => head::text_without_a_head(bytes),
        Some(head) => match head.extent {
            Extent::Whole(n) | Extent::Until(n) => Pdu::Len(n),
            // Nobody waits for the end of such a head.
            Extent::More(_) if head.body == 0 && bytes.len() > LONGEST_HEAD => Pdu::AsItComes,
            Extent::More(n) => Pdu::More(n),
            Extent::ToTheEnd => Pdu::UntilEnd,
        },
    }
}

/// Length of the head that begins a message, its empty line included. `None`: there is none, or it has no end.
#[must_use]
pub fn head_len(message: &[u8]) -> Option<usize> {
    let c = Cursor::new(message, message.len(), requin_wire::FRAME);
    Head::read(&c, Answers::default()).map(|h| h.body).filter(|n| *n > 0)
}

/// A body with its content codings undone, when they are known.
#[must_use]
pub fn undo_coding(codings: &[u8], body: &[u8]) -> Option<Vec<u8>> {
    coding::undo(codings, body).map(|d| d.bytes)
}

/// A head of more bytes is not put together, nor is a line of text.
const LONGEST_HEAD: usize = 64 << 10;

/// Whether a port of TCP is one of HTTP's.
#[must_use]
pub fn has_port(registry: &Registry, port: u16) -> bool {
    registry.find(Table::Tcp, u32::from(port)) == Some(ID)
}

/// Whether HTTP is what belongs to a segment's conversation or one of its ports.
pub(crate) fn is_expected<S: Sink>(cx: &Cx<'_, S>, app: Option<ProtoId>) -> bool {
    app == Some(ID) || has_port(cx.registry, cx.ports.src) || has_port(cx.registry, cx.ports.dst)
}

/// Whether the bytes are the beginning of a response's first word, and not all of it.
fn begins_like_a_response(bytes: &[u8]) -> bool {
    bytes.len() < 5 && b"HTTP/".starts_with(bytes)
}

/// Writes what is known of a message whose rest comes in later segments.
pub fn preview<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    if let Some(first) = head::first_line(c).filter(|f| !f.is_empty()) {
        cx.info(|o| _ = o.text(first).s(" "));
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if http2::accepts(&c, cx.ports) {
        return Err(Stop::NotMine);
    }
    messages(cx, c, "HTTP")
}

/// Dissects the messages of a segment or datagram.
fn messages<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, protocol: &str) -> Step {
    // What comes in the same frame as the answer that opened the tunnel is shown as what HTTP has to say of it.
    let opened = pairs::is_tunnel(&cx.state());
    // Inside, the ports are those of the tunnel's end.
    let inside =
        cx.out.transports.last().is_some_and(|t| (t.src_port, t.dst_port) != (cx.ports.src, cx.ports.dst));
    match pairs::through(cx) {
        Some(to) if opened && !inside => tunnel(cx, c, to),
        _ => plain(cx, c, protocol),
    }
}

fn plain<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, protocol: &str) -> Step {
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == TransportKind::Tcp);
    let state = cx.state();
    let mut first = true;
    while !c.is_empty() {
        let Some(head) = Head::read(&c, pairs::answers(&state)) else {
            if first && cx.nth() == 1 && state[0] == 0 {
                if stream && c.is_cut() && is_expected(cx, cx.conversation().and_then(|f| f.app)) {
                    return nothing_yet(cx, &c);
                }
                return Err(Stop::NotMine);
            }
            // Bytes that begin no message, where messages were before.
            if first {
                cx.protocol(protocol);
                if cx.nth() == 1 {
                    cx.info_clear();
                }
                return continuation(cx, c);
            }
            return if head::ends(c.rest()) { cx.call(ID, c) } else { Ok(()) };
        };
        let whole = match head.extent {
            Extent::Whole(n) => n,
            // Without a stream, nothing more will come.
            Extent::ToTheEnd if !stream || c.source() != requin_wire::FRAME || ends_here(cx, &c) => c.left(),
            _ if stream && c.source() == requin_wire::FRAME && c.left() == c.captured() => {
                // The rest comes in later segments.
                return if first { Err(Stop::NotMine) } else { Ok(()) };
            }
            _ => c.left(),
        };
        let told = start::is_whole(&c, &head);
        if first && (told || stream && state[0] != 0) {
            cx.protocol(protocol);
            if cx.nth() == 1 {
                cx.info_clear();
            }
            if !told {
                cx.info_add(|o| _ = o.s("Continuation"));
            }
        }
        let message = c.take(whole);
        if first {
            cx.proto_len(whole);
            match one(cx, message, &head) {
                // Of a datagram nothing more was to be expected, unless a header field's name is not whole.
                Err(Stop::Cut) if !stream && !head.lost => return Ok(()),
                step => step?,
            }
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

/// What the capture left of a segment begins no message: whether the whole would have, nobody knows. It has no node, and
/// leaves columns to TCP.
fn nothing_yet<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) -> Step {
    cx.drop_node();
    if c.captured() > 1 && head::kind_of_method(c.rest()).is_none() {
        cx.layer_only(crate::meta::data::ID, c);
    }
    Err(Stop::Cut)
}

/// What goes through a tunnel that CONNECT opened.
fn tunnel<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, to: &[u8]) -> Step {
    let here = c.span(0);
    let Some((host, port)) = pairs::tunnel(to) else { return cx.call(crate::meta::data::ID, c) };
    let item = cx.add_str(PROXY_CONNECT_HOST, here, |o| _ = o.bytes(host));
    cx.set_generated(item);
    cx.generated(PROXY_CONNECT_PORT, here, Value::U(u64::from(port)));
    // As if there were no proxy between the two.
    let ports = cx.ports;
    let forward = cx.conversation().is_none_or(|f| f.forward);
    *(if forward { &mut cx.ports.dst } else { &mut cx.ports.src }) = port;
    let known = match cx.registry.find(Table::Tcp, u32::from(port)) {
        Some(id) if id != ID => cx.offer(id, c),
        _ => Ok(false),
    };
    let step = match known {
        Ok(true) => Ok(()),
        // Plain messages to a port where something else is expected.
        Ok(false) if Head::read(&c, Answers::default()).is_some_and(|h| stands_alone(&h)) => {
            cx.protocol("HTTP");
            cx.info_clear();
            cx.layer_below(ID, &c);
            let item = cx.marker(ID, c.span(c.left()));
            cx.under(item, |cx| plain(cx, c, "HTTP"))
        }
        Ok(false) => cx.call(crate::meta::data::ID, c),
        Err(stop) => Err(stop),
    };
    cx.ports = ports;
    step
}

/// Whether a message in a tunnel is shown as such: what goes through is not put together there.
fn stands_alone(head: &Head<'_>) -> bool {
    head.kind == Kind::Request || matches!(head.extent, Extent::Whole(_))
}

/// Whether the segment closes its connection.
fn ends_here<S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'_>) -> bool {
    let Some(t) = cx.out.transports.last() else { return false };
    t.header.source == c.source()
        && c.whole().get(t.header.start as usize + 13).is_some_and(|flags| flags & 1 != 0)
}

/// Bytes that begin no message.
fn continuation<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.info_add(|o| _ = o.s("Continuation"));
    // What begins with text may be the rest of a head.
    if matches!(c.rest(), [b'\r', b'\n', 0x20..=0x7e, ..]) {
        cx.expert(LEADING_CRLF, Item::NONE, c.span(2));
        c.advance(2);
    }
    if c.rest().first().is_some_and(|b| matches!(b, 0x20..=0x7e)) {
        headers::headers(cx, &mut c, &Head::NONE)?;
        if c.is_empty() {
            return Ok(());
        }
        if c.captured() == 0 {
            return Err(Stop::Cut);
        }
        body::file_data(cx, &c);
        cx.call_nested(crate::meta::data::ID, c)?;
        return if c.is_cut() { Err(Stop::Cut) } else { Ok(()) };
    }
    cx.call_nested(crate::meta::data::ID, c)
}

/// Whether the messages were decrypted.
pub(crate) fn inside_tls<S: Sink>(cx: &Cx<'_, S>) -> bool {
    cx.out.layers.iter().any(|l| l.proto == crate::application::tls::ID)
}

/// Dissects one message.
fn one<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, head: &Head<'_>) -> Step {
    if (cx.ports.src == 443 || cx.ports.dst == 443) && !inside_tls(cx) {
        cx.expert(TLS_PORT, Item::NONE, c.span(0));
    }
    if head.leading > 0 {
        cx.expert(LEADING_CRLF, Item::NONE, c.span(2));
        c.advance(head.leading);
    }
    let bare = !cx.wants_any(PROTO, LAST) && !cx.wants_experts() && !http2::wants_settings(cx);
    if head.body > 0 && bare && !head.secured {
        // Columns say nothing of the header fields but of tokens in them, and where they end was found already.
        start::info(cx, head);
        c.advance(head.body - head.leading);
    } else {
        start::line(cx, &mut c, head)?;
        headers::headers(cx, &mut c, head)?;
    }
    let here = c.span(0);
    let nth = u64::from(cx.nth());
    let (requests, responses) = pairs::counts(&cx.state());
    let (field, before) = match head.kind {
        Kind::Response => (RESPONSE, responses),
        Kind::Request => (REQUEST, requests),
        Kind::Notification => (NOTIFICATION, requests),
    };
    if head.kind != Kind::Response {
        start::full_uri(cx, head, here);
    }
    let item = cx.add(field, here, Value::U(1));
    cx.hide(item);
    cx.set_generated(item);
    pairs::show(cx, head.kind, before + nth, here);
    body::body(cx, c, head)
}

/// Simple Service Discovery Protocol: HTTP in datagrams.
pub mod ssdp {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        SSDP "ssdp" "Simple Service Discovery Protocol" "SSDP" App
        on [Udp 1900]
        remember [super::pairs::remember]
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::messages(cx, c, "SSDP")
    }
}
