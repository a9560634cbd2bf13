//! How long filters take for a frame that is dissected: `filter_speed [FILTER…]`, nanoseconds each.

use requin_filter::Filter;
use requin_wire::{Dissection, Facts, Meta, Pick, View, Want};
use std::hint::black_box;
use std::time::Instant;

const RUNS: u32 = 2_000_000;

/// Ethernet, IPv4, TCP from port 50000 to 8080, "GET / HTTP/1.1".
const FRAME: &[u8] = b"\x00\x11\x22\x33\x44\x55\x00\x50\x56\x00\x00\x01\x08\x00\
    \x45\x00\x00\x36\x00\x01\x40\x00\x40\x06\x00\x00\x0a\x00\x00\x01\x0a\x00\x00\x02\
    \xc3\x50\x1f\x90\x00\x00\x00\x01\x00\x00\x00\x01\x50\x18\x10\x00\x00\x00\x00\x00GET / HTTP/1.1";

fn main() {
    let registry = requin_protocols::registry();
    let given: Vec<String> = std::env::args().skip(1).collect();
    let usual = [
        "tcp",
        "tcp.port == 8080",
        "tcp.port == 80",
        "tcp.port != 80",
        "ip.addr == 10.0.0.0/8",
        "tcp.port in {80, 443, 8000..8100}",
        "tcp.srcport == 50000 && ip.src == 10.0.0.1 || udp.port == 53",
        "eth.src == 00:50:56:00:00:01",
        "eth.src[0:3] == 00:50:56",
        "tcp contains \"HTTP\"",
        "tcp matches \"http/1\"",
        "frame.len - ip.len == 14",
        "tcp.flags & 2",
    ];
    let texts = if given.is_empty() { usual.iter().map(|s| (*s).to_string()).collect() } else { given };
    let meta =
        Meta { captured: FRAME.len() as u32, original: FRAME.len() as u32, link: 1, ..Meta::default() };
    let mut out = Dissection::default();
    for text in texts {
        let filter = match Filter::compile(&registry, &text) {
            Ok(filter) => filter,
            Err(e) => {
                println!("{e}\n{}", e.caret(&text));
                continue;
            }
        };
        let mut want = Want::nothing();
        filter.wanted().for_each(|f| want.add(f));
        requin_protocols::dissect_frame::<Pick>(&registry, &want, &meta, &Facts::default(), FRAME, &mut out);
        let view = View { meta: &meta, bytes: FRAME, dissection: &out, registry: &registry };
        let start = Instant::now();
        let taken = (0..RUNS).filter(|_| black_box(&filter).matches(black_box(&view))).count();
        let each = start.elapsed().as_secs_f64() * 1e9 / f64::from(RUNS);
        println!("{each:8.1} ns  {}  {text}", if taken > 0 { "taken" } else { "left " });
    }
}
