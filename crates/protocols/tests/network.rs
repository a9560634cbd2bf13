//! Networks, from hand-made frames.

use requin_protocols::{dissect_frame, registry};
use requin_wire::{Dissection, Facts, Meta, Tree, Want};

/// The layers of an Ethernet frame.
fn layers(frame: &[u8]) -> Vec<&'static str> {
    let registry = registry();
    let len = frame.len() as u32;
    let meta = Meta { number: 1, link: 1, captured: len, original: len, ..Meta::default() };
    let mut d = Dissection::default();
    dissect_frame::<Tree>(&registry, &Want::everything(), &meta, &Facts::default(), frame, &mut d);
    d.layers.iter().filter_map(|l| registry.proto(l.proto)).map(|p| p.abbr).collect()
}

/// A frame with a packet of IPv6 that carries an echo request.
fn echo(kind: [u8; 2]) -> Vec<u8> {
    let mut f = vec![2; 12];
    f.extend(kind);
    f.extend([0x60, 0, 0, 0, 0, 8, 58, 64]);
    f.extend([0xfe; 32]);
    f.extend([128, 0, 0, 0, 0, 1, 0, 1]);
    f
}

#[test]
fn ipv6_that_is_announced_as_ipv4_is_shown_as_what_it_is() {
    assert_eq!(layers(&echo([0x86, 0xdd])), ["frame", "eth", "ethertype", "ipv6", "icmpv6"]);
    assert_eq!(layers(&echo([0x08, 0x00])), ["frame", "eth", "ethertype", "ip", "ipv6", "icmpv6"]);
    let mut other = echo([0x08, 0x00]);
    other[14] = 0x70;
    assert_eq!(layers(&other), ["frame", "eth", "ethertype", "ip"]);
}
