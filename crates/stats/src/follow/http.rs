//! The messages of HTTP in a frame.

use requin_engine::Seen;
use requin_protocols::application::{http, http2};
use requin_protocols::transport::tcp;
use requin_wire::{Dissection, Field, Layer, Pick, Registry, StreamPart, TcpFacts, TransportKind, Want};

/// Finds heads and bodies.
pub(super) struct Messages {
    want: Want,
    body: Option<Field>,
    chunk: Option<Field>,
    tunnel: Option<Field>,
    dissection: Dissection,
}

impl Messages {
    pub(super) fn new(registry: &Registry) -> Messages {
        let mut want = Want::nothing();
        let mut field = |name| {
            let field = registry.fields().iter().position(|f| f.abbr == name).map(|n| Field(n as u16))?;
            want.add(field);
            Some(field)
        };
        let (body, chunk) = (field("http.file_data"), field("http.chunk_size"));
        let tunnel = field("http.proxy_connect_port");
        Messages { want, body, chunk, tunnel, dissection: Dissection::default() }
    }

    /// Hands out the head of each message that the frame makes whole, and its body when there is one.
    pub(super) fn walk(&mut self, seen: &Seen<'_>, out: &mut dyn FnMut(&[u8])) {
        let d = &mut self.dissection;
        seen.dissect::<Pick>(&self.want, d);
        if let Some((head, body)) = beheaded(seen, d) {
            // As tshark has it: a head, be it of no bytes, and a body.
            out(head);
            if !body.is_empty() {
                out(body);
            }
        }
        for (i, l) in d.layers.iter().enumerate().filter(|(_, l)| l.proto == http::ID) {
            let above = d.layers.get(i + 1);
            let of = |field| d.nodes.iter().filter(move |n| Some(n.field) == field && n.layer == l.nth);
            let message = d.bytes(seen.bytes, l.span);
            let handed_on = |a: &Layer| a.span == l.span && http::head_len(message).is_some();
            let below = i.checked_sub(1).and_then(|i| d.layers.get(i));
            let inside = below.is_some_and(|b| b.proto == http::ID && b.span == l.span);
            let tunnel = !inside && of(self.tunnel).next().is_some();
            if tunnel || above.is_some_and(|a| a.proto == http2::ID || handed_on(a)) {
                // HTTP/2, which came by way of HTTP, or what goes through a tunnel: it has a layer of its own.
                continue;
            }
            let bodies = || of(self.body);
            match http::head_len(message) {
                Some(n) => out(message.get(..n).unwrap_or(message)),
                None => {
                    // What goes on with text may begin with lines of a head, be there any or not.
                    let skip = if matches!(message, [b'\r', b'\n', 0x20..=0x7e, ..]) { 2 } else { 0 };
                    if message.get(skip).is_some_and(|b| matches!(b, 0x20..=0x7e)) {
                        let body = bodies().next().filter(|n| n.span.source == l.span.source);
                        let end = body
                            .map_or(message.len(), |n| n.span.start.saturating_sub(l.span.start) as usize);
                        out(message.get(..end).unwrap_or_default());
                    }
                }
            }
            if bodies().next().is_none() && of(self.chunk).next().is_some() {
                // Chunks without a byte in them make a body all the same.
                out(&[]);
            }
            bodies().for_each(|n| out(d.bytes(seen.bytes, n.span)));
        }
    }
}

/// Lines of text on a port of HTTP that begin no message, where no message was before: the rest of a message whose
/// beginning is not in the capture, as lines of its head, and of its body. What begins with other bytes, or has no line
/// that ends, is no HTTP.
pub(crate) fn beheaded<'a>(seen: &Seen<'a>, d: &Dissection) -> Option<(&'a [u8], &'a [u8])> {
    // Nobody took it: TCP is the last.
    if d.layers.last()?.proto != tcp::ID {
        return None;
    }
    let (t, facts) = seen.headers().filter(|(t, _)| !t.quoted && t.kind == TransportKind::Tcp).last()?;
    let known = http::has_port(seen.registry, t.src_port) || http::has_port(seen.registry, t.dst_port);
    let reset = seen.span(t.header).get(13).is_some_and(|flags| flags & RST != 0);
    if reset || facts.tcp.flags & ASIDE != 0 || !known {
        return None;
    }
    let part = facts.stream_part;
    let bytes = match part.ends.checked_sub(1) {
        Some(at) => &*seen.reassembled.get(at as usize)?.bytes,
        None if part == StreamPart::default() => seen.span(t.payload),
        None => return None,
    };
    let text = bytes.strip_prefix(b"\r\n").unwrap_or(bytes);
    let lines = matches!(text.first(), Some(0x20..=0x7e)) && text.contains(&b'\n');
    bytes.split_at_checked(http::lines_of_a_head(bytes)).filter(|_| lines)
}

/// The flag of a reset.
const RST: u8 = 4;
/// What such a segment carries is no new part of its stream.
const ASIDE: u32 = TcpFacts::REPEATED | TcpFacts::OUT_OF_ORDER | TcpFacts::KEEP_ALIVE;
