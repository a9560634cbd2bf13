//! Any bytes under any link type through all three sinks: they agree on the layers.
#![no_main]

use requin_protocols::dissect_frame;
use requin_wire::{Dissection, Facts, Meta, Outline, Pick, ProtoId, Registry, Stage, Tree, Want};
use std::sync::OnceLock;

fn layers(r: &Registry, d: &Dissection, apps: bool) -> Vec<ProtoId> {
    // Multipath TCP is part of TCP's options, which nobody needs to find the layers above.
    let app = |id| r.proto(id).is_some_and(|p| p.stage == Stage::App || p.abbr == "mptcp");
    d.layers.iter().map(|l| l.proto).filter(|id| apps || !app(*id)).collect()
}

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    static REGISTRY: OnceLock<Registry> = OnceLock::new();
    let r = REGISTRY.get_or_init(requin_protocols::registry);
    // Two bytes of link type, two of what the packet had on the wire beyond what was captured.
    let Some((head, bytes)) = input.split_first_chunk::<4>() else { return };
    let link = u16::from_le_bytes([head[0], head[1]]) % 300;
    let more = u32::from(head[2]) * u32::from(head[3] & 1);
    let n = bytes.len() as u32;
    let meta = Meta { number: 1, captured: n, original: n + more, link, has_time: true, ..Meta::default() };
    let facts = Facts::default();
    let mut columns = Want::nothing();
    columns.columns = true;
    // What is nested in handshakes is only entered for those who ask for layers.
    columns.add(requin_protocols::meta::frame::PROTOCOLS);
    let (mut outline, mut pick, mut tree) = (Dissection::default(), Dissection::default(), Dissection::default());
    dissect_frame::<Outline>(r, &Want::nothing(), &meta, &facts, bytes, &mut outline);
    dissect_frame::<Pick>(r, &columns, &meta, &facts, bytes, &mut pick);
    dissect_frame::<Tree>(r, &Want::everything(), &meta, &facts, bytes, &mut tree);
    assert_eq!(layers(r, &pick, true), layers(r, &tree, true));
    assert_eq!(layers(r, &outline, false), layers(r, &tree, false));
    // The tree goes on where columns end, and may meet a marker there: `[Malformed Packet]` at the end.
    let (short, long) = (&pick.columns.info.text, &tree.columns.info.text);
    let marker = long.strip_prefix(short.as_slice()).is_some_and(|m| m.ends_with(b"]"));
    assert!(short == long || marker, "{short:?} {long:?}");
});
