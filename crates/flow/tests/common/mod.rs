//! Segments made by hand.

#![allow(dead_code)] // Each test file uses a part of it.

use requin_flow::{Flow, Options};
use requin_wire::{
    Addr, AddrKind, Dissection, FRAME, Meta, Registry, Span, Time, Transport, TransportFacts, TransportKind,
};
use std::sync::OnceLock;

pub const F: u8 = 1;
pub const S: u8 = 2;
pub const R: u8 = 4;
pub const P: u8 = 8;
pub const A: u8 = 16;

/// A segment: milliseconds, direction, flags, sequence and acknowledgment number, window, length.
#[derive(Clone, Copy, Debug)]
pub struct Seg {
    pub ms: u64,
    pub back: bool,
    pub flags: u8,
    pub seq: u32,
    pub ack: u32,
    pub window: u16,
    pub len: u32,
    pub options: &'static [u8],
    pub ports: (u16, u16),
    pub quoted: bool,
    /// The header says that it has no bytes.
    pub bogus: bool,
}

/// A segment from the first end (`0`) or the second (`1`), with a window of 1000.
pub fn seg(ms: u64, way: u8, flags: u8, seq: u32, ack: u32, len: u32) -> Seg {
    Seg {
        ms,
        back: way == 1,
        flags,
        seq,
        ack,
        window: 1000,
        len,
        options: &[],
        ports: (1000, 2000),
        quoted: false,
        bogus: false,
    }
}

impl Seg {
    pub fn window(self, window: u16) -> Seg {
        Seg { window, ..self }
    }

    pub fn options(self, options: &'static [u8]) -> Seg {
        Seg { options, ..self }
    }
}

/// The frame of a segment and its outline.
pub fn outline(s: &Seg) -> (Vec<u8>, Dissection) {
    let (a, b) = ([10, 0, 0, 1], [10, 0, 0, 2]);
    let (src, dst) = if s.back { (b, a) } else { (a, b) };
    let (src_port, dst_port) = if s.back { (s.ports.1, s.ports.0) } else { s.ports };
    let header_len = 20 + s.options.len();
    let mut bytes = Vec::new();
    bytes.extend(src_port.to_be_bytes());
    bytes.extend(dst_port.to_be_bytes());
    bytes.extend(s.seq.to_be_bytes());
    bytes.extend(s.ack.to_be_bytes());
    bytes.push(if s.bogus { 0 } else { (header_len as u8 / 4) << 4 });
    bytes.push(s.flags);
    bytes.extend(s.window.to_be_bytes());
    bytes.extend([0; 4]);
    bytes.extend(s.options);
    let captured = s.len.min(64) as usize;
    bytes.extend((0..captured).map(|i| s.seq.wrapping_add(i as u32) as u8));
    let mut d = Dissection::default();
    d.transports.push(Transport {
        kind: TransportKind::Tcp,
        quoted: s.quoted,
        src: Addr::new(AddrKind::Ipv4, &src),
        dst: Addr::new(AddrKind::Ipv4, &dst),
        src_port,
        dst_port,
        header: Span::new(FRAME, 0, header_len),
        payload: Span::new(FRAME, header_len, captured),
        payload_len: s.len,
    });
    (bytes, d)
}

/// The facts of segments that come one after the other, each in a frame of its own.
pub fn facts(segments: &[Seg]) -> Vec<TransportFacts> {
    let registry = requin_protocols::registry();
    let mut flow = Flow::new(&registry, Options::default());
    let mut all = Vec::new();
    for (i, s) in segments.iter().enumerate() {
        feed(&mut flow, i as u64 + 1, s, &mut all);
    }
    all
}

/// All protocols.
pub fn registry() -> &'static Registry {
    static REGISTRY: OnceLock<Registry> = OnceLock::new();
    REGISTRY.get_or_init(requin_protocols::registry)
}

/// Feeds one segment.
pub fn feed(flow: &mut Flow, number: u64, s: &Seg, all: &mut Vec<TransportFacts>) {
    let (bytes, d) = outline(s);
    // A capture whose first second is the epoch gives no times to measure from.
    let time = Time::new((1_000 + s.ms / 1000) as i64, (s.ms % 1000) as u32 * 1_000_000);
    flow.frame(registry(), &Meta { number, time, has_time: true, ..Meta::default() }, &bytes, &d, all);
}
