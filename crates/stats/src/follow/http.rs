//! The messages of HTTP in a frame.

use requin_engine::Seen;
use requin_protocols::application::http;
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
        for l in d.layers.iter().filter(|l| l.proto == http::ID) {
            let message = d.bytes(seen.bytes, l.span);
            if let Some(head) = http::head_len(message).and_then(|n| message.get(..n)) {
                out(head);
            }
            let bodies = d.nodes.iter().filter(|n| Some(n.field) == self.body && n.layer == l.nth);
            bodies.for_each(|n| out(d.bytes(seen.bytes, n.span)));
        }
    }
}
