//! Packets in any order and number: what is remembered stays within its bounds.
#![no_main]

use requin_flow::{Flow, Options};
use requin_protocols::dissect_frame;
use requin_wire::{Dissection, Facts, Meta, Outline, Registry, Time, Want};
use std::sync::OnceLock;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    static REGISTRY: OnceLock<Registry> = OnceLock::new();
    let r = REGISTRY.get_or_init(requin_protocols::registry);
    let mut flow = Flow::new(r, Options { memory: 1 << 16, analysis_memory: 1 << 16, ..Options::default() });
    let (mut d, mut facts, mut rest, mut number) = (Dissection::default(), Vec::new(), input, 0);
    // A byte of length before each packet, which is IPv4 or IPv6.
    while let Some((len, more)) = rest.split_first() {
        let (bytes, after) = more.split_at(usize::from(*len).min(more.len()));
        rest = after;
        number += 1;
        let n = bytes.len() as u32;
        let time = Time::new(number as i64, 0);
        let meta = Meta { number, time, has_time: true, captured: n, original: n, link: 101, ..Meta::default() };
        dissect_frame::<Outline>(r, &Want::nothing(), &meta, &Facts::default(), bytes, &mut d);
        facts.clear();
        flow.frame(&meta, bytes, &d, &mut facts);
        assert_eq!(facts.len(), d.transports.len());
    }
});
