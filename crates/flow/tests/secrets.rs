//! Records that are decrypted, whatever bytes they have.

#![allow(clippy::expect_used, clippy::panic)] // a test may give up

use requin_file::{Batch, Reader};
use requin_flow::{Flow, Options};
use requin_wire::{Dissection, Facts, Meta, Outline, Recalled, Secrets, Want};
use std::path::Path;
use std::sync::Arc;

struct Capture {
    frames: Vec<(u16, Vec<u8>)>,
    keys: Secrets,
}

/// The project's capture of every version and suite.
fn capture() -> Capture {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../captures");
    let mut keys = Secrets::default();
    assert!(keys.read(&std::fs::read(folder.join("tls_decrypt.keys")).expect("there")) > 20);
    let mut reader = Reader::open(&folder.join("tls_decrypt.pcap")).expect("there");
    let (mut batch, mut frames) = (Batch::new(), Vec::new());
    while let Ok(true) = reader.next_batch(&mut batch, 256) {
        frames.extend(batch.records().iter().enumerate().map(|(i, r)| (r.link.0, batch.data(i).to_vec())));
    }
    Capture { frames, keys }
}

/// What is noted on the frames, after `change` had its way with each.
fn notes(
    c: &Capture,
    options: Options,
    mut change: impl FnMut(usize, &mut Vec<u8>),
) -> (Vec<Recalled>, Flow) {
    let mut registry = requin_protocols::registry();
    registry.secrets = Arc::new(c.keys.clone());
    let mut flow = Flow::new(&registry, options);
    let (mut d, mut facts, mut all, mut some) = (Dissection::default(), Vec::new(), Vec::new(), Vec::new());
    let want = Want::nothing();
    for (i, (link, bytes)) in c.frames.iter().enumerate() {
        let mut bytes = bytes.clone();
        change(i, &mut bytes);
        let len = bytes.len() as u32;
        let meta =
            Meta { number: i as u64 + 1, captured: len, original: len, link: *link, ..Meta::default() };
        requin_protocols::dissect_frame::<Outline>(
            &registry,
            &want,
            &meta,
            &Facts::default(),
            &bytes,
            &mut d,
        );
        facts.clear();
        flow.frame(&registry, &meta, &bytes, &d, &mut facts);
        flow.take_recalled(&mut some);
        flow.take_reassembled(&mut Vec::new());
        all.append(&mut some);
        assert!(flow.messages().remembered() <= options.remember_memory);
    }
    (all, flow)
}

fn decrypted(notes: &[Recalled]) -> usize {
    notes.iter().filter_map(requin_protocols::application::tls::opened).map(|(_, b)| b.len()).sum()
}

#[test]
fn what_is_changed_on_the_way_is_not_decrypted_and_harms_nothing() {
    let c = capture();
    let whole = decrypted(&notes(&c, Options::default(), |_, _| ()).0);
    assert!(whole > 50_000, "{whole}");
    let mut seed = 1u64;
    let mut next = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize
    };
    for _ in 0..40 {
        let (changed, _) = notes(&c, Options::default(), |_, bytes| {
            let (at, bit) = (next(), next() % 8);
            // Behind the headers of Ethernet and IP, in one frame of four.
            if at % 4 == 0 && bytes.len() > 54 {
                let n = bytes.len();
                bytes[54 + at % (n - 54)] ^= 1 << bit;
            }
        });
        assert!(decrypted(&changed) < whole);
    }
    // Frames that are missing, too.
    for gap in 0..c.frames.len() {
        let (rest, _) = notes(&c, Options::default(), |i, bytes| {
            if i == gap {
                bytes.truncate(20);
            }
        });
        assert!(decrypted(&rest) <= whole);
    }
}

#[test]
fn messages_over_many_records_meet_the_bound() {
    let c = capture();
    let options = Options { remember_memory: 16 << 10, ..Options::default() };
    let (all, flow) = notes(&c, options, |_, _| ());
    // The long answer does not fit: its records are shown, and what is remembered stays within the bound.
    assert!(decrypted(&all) > 50_000);
    assert!(flow.evicted().remembered > 0);
}
