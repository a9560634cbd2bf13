//! Packets in any order and number: what is remembered stays within its bounds.
#![no_main]

use requin_flow::{Flow, Options};
use requin_protocols::dissect_frame;
use requin_wire::{Dissection, Facts, Meta, Outline, Pick, Registry, Time, Want};
use std::sync::OnceLock;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    static REGISTRY: OnceLock<Registry> = OnceLock::new();
    let r = REGISTRY.get_or_init(requin_protocols::registry);
    let options = Options {
        memory: 1 << 16,
        analysis_memory: 1 << 16,
        reassembly_memory: 1 << 12,
        remember_memory: 1 << 12,
        ..Options::default()
    };
    let mut flow = Flow::new(r, options);
    let (mut recalled, mut assembled, mut reassembled) = (Vec::new(), Vec::new(), Vec::new());
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
        let again = flow.frame(r, &meta, bytes, &d, &mut facts);
        let transports = again.map_or(d.transports.len(), |a| a.transports.len());
        assert_eq!(facts.len(), transports);
        assert!(flow.conversations().fragmented() <= options.reassembly_memory);
        assert!(flow.messages().remembered() <= options.remember_memory);
        flow.take_recalled(&mut recalled);
        flow.take_assembled(&mut assembled);
        flow.take_reassembled(&mut reassembled);
        assert!(recalled.iter().all(|n| n.on == number && n.what.frame <= number));
        for whole in &assembled {
            assert!(whole.on == number && whole.parts.iter().all(|p| p.frame <= number));
            assert!(whole.bytes.len() <= 1 << 17);
        }
        // Dissecting with them ends well, and meets the same transports (and may meet more, higher up).
        let known = Facts {
            transports: &facts,
            recalled: &recalled,
            assembled: &assembled,
            reassembled: &reassembled,
            ..Facts::default()
        };
        dissect_frame::<Pick>(r, &Want::everything(), &meta, &known, bytes, &mut d);
        assert!(d.transports.len() >= transports);
    }
});
