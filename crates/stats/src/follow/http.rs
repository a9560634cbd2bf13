//! The messages of HTTP in a frame.

use requin_engine::Seen;
use requin_protocols::application::{http, http2};
use requin_wire::{Dissection, Field, Pick, Registry, Want};

/// Finds heads and bodies.
pub(super) struct Messages {
    want: Want,
    body: Option<Field>,
    dissection: Dissection,
}

impl Messages {
    pub(super) fn new(registry: &Registry) -> Messages {
        let body = registry.fields().iter().position(|f| f.abbr == "http.file_data").map(|n| Field(n as u16));
        let mut want = Want::nothing();
        body.into_iter().for_each(|f| want.add(f));
        Messages { want, body, dissection: Dissection::default() }
    }

    /// Hands out the head of each message that the frame makes whole, and its body when there is one.
    pub(super) fn walk(&mut self, seen: &Seen<'_>, out: &mut dyn FnMut(&[u8])) {
        let d = &mut self.dissection;
        seen.dissect::<Pick>(&self.want, d);
        for (i, l) in d.layers.iter().enumerate().filter(|(_, l)| l.proto == http::ID) {
            if d.layers.get(i + 1).is_some_and(|l| l.proto == http2::ID) {
                // HTTP/2, which came by way of HTTP.
                continue;
            }
            let message = d.bytes(seen.bytes, l.span);
            let bodies = || d.nodes.iter().filter(|n| Some(n.field) == self.body && n.layer == l.nth);
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
            bodies().for_each(|n| out(d.bytes(seen.bytes, n.span)));
        }
    }
}
