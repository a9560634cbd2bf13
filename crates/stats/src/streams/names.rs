//! Which protocol a conversation carries, and what name the client asked for.

use requin_engine::{Scout, Seen, Wanted};
use requin_wire::{
    Dissection, Field, Layer, ProtoId, Registry, Transport, TransportFacts, TransportKind, Want,
};

/// Longest name that is kept.
const LONGEST: usize = 255;
/// The fields that name whom the client speaks to.
const NAMES: [&str; 3] = ["tls.handshake.extensions_server_name", "http.host", "http2.headers.authority"];

/// Looks for names where conversations begin.
pub struct Names {
    wanted: Wanted,
    fields: Vec<Field>,
    transports: [Option<ProtoId>; 2],
    data: Option<ProtoId>,
}

impl Names {
    /// The names that the protocols of the registry know.
    #[must_use]
    pub fn new(registry: &Registry) -> Names {
        let named = |d: &&&requin_wire::FieldDef| NAMES.contains(&d.abbr);
        let mut want = Want::nothing();
        // None of the names is in a body or a certificate.
        want.above_is_enough = true;
        let mut fields = Vec::new();
        for (i, _) in registry.fields().iter().enumerate().filter(|(_, d)| named(d)) {
            let field = Field(i as u16);
            want.add(field);
            fields.push(field);
        }
        let proto = |abbr: &str| registry.protos().iter().find(|p| p.abbr == abbr).map(|p| p.id);
        Names {
            wanted: Wanted::new(registry, want),
            fields,
            transports: [proto("tcp"), proto("udp")],
            data: proto("data"),
        }
    }

    /// The number of the protocol above the last transport.
    fn above(&self, layers: &[Layer]) -> Option<u16> {
        let at = layers.iter().rposition(|l| self.transports.contains(&Some(l.proto)))?;
        layers.get(at + 1).filter(|l| Some(l.proto) != self.data).map(|l| l.proto.0)
    }
}

impl Scout for Names {
    /// Two bytes for the number of the protocol, then the name.
    fn look(&self, seen: &Seen<'_>, d: &mut Dissection, note: &mut Vec<u8>) {
        let Some((t, f)) = seen.headers().last() else { return };
        if t.quoted || !begins(seen, t, f) {
            return;
        }
        seen.pick(&self.wanted, d);
        let Some(above) = self.above(&d.layers) else { return };
        note.extend_from_slice(&above.to_be_bytes());
        let name = d.nodes.iter().find(|n| self.fields.contains(&n.field)).and_then(|n| n.value.span());
        if let Some(span) = name {
            let bytes = d.bytes(seen.bytes, span);
            note.extend_from_slice(bytes.get(..LONGEST).unwrap_or(bytes));
        }
    }
}

/// Whether the frame has the first data of its conversation's side, or ends the PDU that begins with them.
fn begins(seen: &Seen<'_>, t: &Transport, f: &TransportFacts) -> bool {
    if t.payload_len == 0 {
        return false;
    }
    if t.kind != TransportKind::Tcp {
        // The second datagram may be the one with the rest of a long greeting.
        return f.previous == f.first;
    }
    let seq = seen.span(t.header).get(4..8).and_then(|b| b.first_chunk()).map(|b| u32::from_be_bytes(*b));
    let Some(seq) = seq else { return false };
    seq.wrapping_sub(f.tcp.base_seq) <= 1
        || f.stream_part.ends != 0 && seq.wrapping_sub(f.tcp.base_seq) < 1 << 15
}
