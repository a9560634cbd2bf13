//! How long facts take, without anything else: `flow_speed FILE [plain|apps|analysis]`.
//!
//! Outlines are made for some thousand frames at a time, and only the flow pass over them is timed.

use requin_file::{Batch, Reader};
use requin_flow::{Flow, Options};
use requin_wire::{Dissection, Facts, Meta, Outline, TransportFacts, Want};
use std::time::{Duration, Instant};

const GROUP: usize = 1024;

fn main() {
    let mut args = std::env::args().skip(1);
    let (Some(file), mode) = (args.next(), args.next().unwrap_or_default()) else {
        return eprintln!("flow_speed FILE [plain|apps|analysis]");
    };
    let options = match mode.as_str() {
        "plain" => Options { analysis: false, apps: false, ..Options::default() },
        "apps" => Options { analysis: false, ..Options::default() },
        _ => Options::default(),
    };
    let registry = requin_protocols::registry();
    let mut want = Want::nothing();
    want.transport_is_enough = true;
    let mut reader = match Reader::open(file.as_ref()) {
        Ok(reader) => reader,
        Err(e) => return eprintln!("{e}"),
    };
    let mut flow = Flow::new(&registry, options);
    let mut outlines: Vec<Dissection> = (0..GROUP).map(|_| Dissection::default()).collect();
    let (mut batch, mut facts) = (Batch::new(), Vec::<TransportFacts>::new());
    let (mut frames, mut transports, mut spent) = (0u64, 0usize, Duration::ZERO);
    let mut whole = Vec::new();
    while let Ok(true) = reader.next_batch(&mut batch, GROUP) {
        let metas: Vec<Meta> = batch
            .records()
            .iter()
            .enumerate()
            .map(|(i, r)| Meta {
                number: frames + i as u64 + 1,
                time: r.time,
                captured: r.captured,
                original: r.original,
                link: r.link.0,
                ..Meta::default()
            })
            .collect();
        for (i, (meta, out)) in metas.iter().zip(&mut outlines).enumerate() {
            let none = Facts::default();
            requin_protocols::dissect_frame::<Outline>(&registry, &want, meta, &none, batch.data(i), out);
        }
        let begin = Instant::now();
        for (i, (meta, out)) in metas.iter().zip(&outlines).enumerate() {
            facts.clear();
            flow.frame(&registry, meta, batch.data(i), out, &mut facts);
            transports += facts.len();
        }
        // What was put together belongs to the batch.
        whole.clear();
        flow.take_reassembled(&mut whole);
        spent += begin.elapsed();
        frames += batch.len() as u64;
    }
    let each = spent.as_nanos() as f64 / transports.max(1) as f64;
    println!("{frames} frames, {transports} transport headers, {each:.1} ns each");
    println!("{} conversations, {:?}", flow.conversations().len(), flow.evicted());
    for w in flow.warnings() {
        println!("{w}");
    }
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        for line in status.lines().filter(|l| l.starts_with("RssAnon") || l.starts_with("VmHWM")) {
            println!("{line}");
        }
    }
}
