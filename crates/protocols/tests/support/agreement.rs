//! Whether the three sinks agree on a frame, and numbers to make frames of.
#![allow(dead_code)] // each test uses its part

use requin_protocols::dissect_frame;
use requin_wire::{Dissection, Facts, Meta, Outline, Pick, Proto, ProtoId, Registry, Stage, Tree, Want};

/// Layers that every sink enters; `inside`: and those of packets inside of what a protocol over TCP carries, which are for
/// those who put it together.
pub fn lower(registry: &Registry, d: &Dissection, inside: bool) -> Vec<ProtoId> {
    let is = |id: &ProtoId, what: fn(&Proto) -> bool| registry.proto(*id).is_some_and(what);
    let app = |id: &ProtoId| is(id, |p| p.stage == Stage::App);
    let ids: Vec<_> = d.layers.iter().map(|l| l.proto).collect();
    let over_tcp = ids.windows(2).position(|w| is(&w[0], |p| p.abbr == "tcp") && app(&w[1]));
    let most = over_tcp.filter(|_| !inside).map_or(ids.len(), |at| at + 1);
    // Multipath TCP is part of TCP's options, which nobody needs to find the layers above.
    ids.into_iter().take(most).filter(|id| !app(id) && !is(id, |p| p.abbr == "mptcp")).collect()
}

/// Dissects a frame that nothing is known of.
pub fn run<S: requin_wire::Sink>(r: &Registry, want: &Want, meta: &Meta, bytes: &[u8], d: &mut Dissection) {
    dissect_frame::<S>(r, want, meta, &Facts::default(), bytes, d);
}

/// Numbers that look random and are the same every time (Marsaglia's xorshift).
pub struct Numbers(u64);

impl Numbers {
    /// The same numbers every time.
    pub fn new() -> Numbers {
        Numbers(0x2545_f491_4f6c_dd1d)
    }

    /// The next one.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }
}

/// The three sinks, side by side.
pub struct Sinks<'r> {
    registry: &'r Registry,
    all: Want,
    columns: Want,
    nothing: Want,
    tree: Dissection,
    pick: Dissection,
    outline: Dissection,
}

impl<'r> Sinks<'r> {
    pub fn new(registry: &'r Registry) -> Sinks<'r> {
        let mut columns = Want::nothing();
        columns.columns = true;
        // What is nested in handshakes is only entered for those who ask for layers.
        columns.add(requin_protocols::meta::frame::PROTOCOLS);
        let (tree, pick, outline) = Default::default();
        Sinks { registry, all: Want::everything(), columns, nothing: Want::nothing(), tree, pick, outline }
    }

    /// How the sinks differ on a frame, when they do.
    pub fn differ(&mut self, meta: &Meta, facts: &Facts<'_>, bytes: &[u8]) -> Option<String> {
        let r = self.registry;
        dissect_frame::<Tree>(r, &self.all, meta, facts, bytes, &mut self.tree);
        dissect_frame::<Pick>(r, &self.columns, meta, facts, bytes, &mut self.pick);
        dissect_frame::<Outline>(r, &self.nothing, meta, facts, bytes, &mut self.outline);
        let layers = |d: &Dissection| d.layers.iter().map(|l| l.proto).collect::<Vec<_>>();
        let met = lower(r, &self.outline, true);
        let fits = [true, false].iter().any(|inside| lower(r, &self.tree, *inside) == met);
        // The tree goes on where columns end, and may meet a marker there.
        let (short, long) = (&self.pick.columns.info.text, &self.tree.columns.info.text);
        let told = long.strip_prefix(short.as_slice()).is_some_and(|m| m.is_empty() || m.ends_with(b"]"));
        if layers(&self.tree) == layers(&self.pick) && fits && told {
            return None;
        }
        let names = |d: &Dissection| {
            let of = |l: &requin_wire::Layer| r.proto(l.proto).map_or("", |p| p.abbr);
            d.layers.iter().map(of).collect::<Vec<_>>().join(":")
        };
        let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
        Some(format!(
            "link {}: {} | {} | {}; {:?} | {:?}\n{hex}",
            meta.link,
            names(&self.tree),
            names(&self.pick),
            names(&self.outline),
            String::from_utf8_lossy(long),
            String::from_utf8_lossy(short)
        ))
    }
}
