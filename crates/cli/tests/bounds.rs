//! What comes to use up memory meets a bound, and that is said. Each runs in 1 GiB of address space.

#![allow(clippy::expect_used, clippy::panic)] // a test may give up

mod support;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::process::Command;
use support::tempdir;

/// A capture that is written by hand.
struct Capture {
    out: BufWriter<File>,
    path: String,
    count: u32,
}

impl Capture {
    fn new(name: &str) -> Capture {
        let path = format!("{}/in.pcap", tempdir(&format!("bounds-{name}")));
        let mut out = BufWriter::new(File::create(&path).expect("a file"));
        for n in [0xa1b2_c3d4u32, 0x0004_0002, 0, 0, 262_144, 101] {
            out.write_all(&n.to_le_bytes()).expect("written");
        }
        Capture { out, path, count: 0 }
    }

    /// An IPv4 packet: protocol, identification, fragment field, the two last bytes of both addresses.
    fn ip(&mut self, proto: u8, id: u16, fragment: u16, ends: [u16; 2], payload: &[u8]) {
        let mut p = vec![0x45, 0];
        p.extend((20 + payload.len() as u16).to_be_bytes());
        p.extend(id.to_be_bytes());
        p.extend(fragment.to_be_bytes());
        p.extend([64, proto, 0, 0]);
        for end in ends {
            p.extend([10, 0]);
            p.extend(end.to_be_bytes());
        }
        p.extend(payload);
        self.count += 1;
        for n in [self.count / 1000, self.count % 1000 * 1000, p.len() as u32, p.len() as u32] {
            self.out.write_all(&n.to_le_bytes()).expect("written");
        }
        self.out.write_all(&p).expect("written");
    }

    /// A segment from a client's port to port 80 (`way` 0) or back.
    fn tcp(&mut self, way: usize, port: u16, flags: u8, seq: u32, payload: &[u8]) {
        let mut t = Vec::with_capacity(20 + payload.len());
        let ports = if way == 0 { [port, 80] } else { [80, port] };
        ports.iter().for_each(|n| t.extend(n.to_be_bytes()));
        t.extend(seq.to_be_bytes());
        t.extend([0, 0, 0, 1, 0x50, flags, 0xff, 0xff, 0, 0, 0, 0]);
        t.extend(payload);
        self.ip(6, 1, 0, if way == 0 { [1, 2] } else { [2, 1] }, &t);
    }

    /// Runs requin on it; what it prints, and what it complains about.
    fn run(mut self, args: &[&str]) -> (String, String) {
        self.out.flush().expect("written");
        let shell = "ulimit -v 1048576; exec \"$0\" \"$@\"";
        let o = Command::new("sh")
            .args(["-c", shell, env!("CARGO_BIN_EXE_requin")])
            .args(args)
            .args(["-r", &self.path, "--threads", "2"])
            .output()
            .expect("requin runs");
        let text = |b: &[u8]| String::from_utf8_lossy(b).into_owned();
        let (out, err) = (text(&o.stdout), text(&o.stderr));
        assert!(o.status.success(), "{args:?}: {err}");
        std::fs::remove_file(&self.path).expect("removed");
        (out, err)
    }
}

const ACK: u8 = 0x10;
const FIELDS: [&str; 4] = ["-T", "fields", "-e", "http.response.code"];

#[test]
fn a_million_half_open_connections() {
    let syns = |name| {
        let mut c = Capture::new(name);
        for n in 0..1_000_000u32 {
            let mut t = ((n >> 8) as u16).to_be_bytes().to_vec();
            t.extend([0, 80]);
            t.extend(n.to_be_bytes());
            t.extend([0, 0, 0, 0, 0x50, 2, 0xff, 0xff, 0, 0, 0, 0]);
            c.ip(6, 1, 0, [(n & 0xff) as u16, 2], &t);
        }
        c
    };
    let (_, err) = syns("syns").run(&["-Y", "tcp.analysis.retransmission"]);
    assert!(err.contains("conversations were forgotten to stay within 16 MiB"), "{err}");
    let (out, err) = syns("listed").run(&["streams", "--csv"]);
    assert!(err.contains("not listed"), "{err}");
    assert!(out.lines().count() > 100_000, "{}", out.lines().count());
    // The bound is an option.
    let (_, err) = syns("option").run(&["-Y", "tcp.analysis.retransmission", "--memory", "conversations:1M"]);
    assert!(err.contains("within 1 MiB"), "{err}");
}

#[test]
fn endless_segments_out_of_order() {
    // Every other byte is missing and nothing is acknowledged: none of it is put together, none of it is kept for ever.
    let mut c = Capture::new("early");
    c.tcp(0, 999, ACK, 1, b"GET / HTTP/1.1\r\n\r\n");
    c.tcp(1, 999, ACK, 1, b"HTTP/1.1 200 OK\r\nContent-Length: 7000000\r\n\r\n");
    for n in 0..300_000u32 {
        c.tcp(1, 999, ACK, 1000 + n * 2, b"x");
    }
    let (out, _) = c.run(&["follow", "tcp", "0", "-m", "raw"]);
    assert!(out.len() > 50 && out.len() < 10_000_000, "{}", out.len());
    // Bodies that are never whole.
    let mut c = Capture::new("bodies");
    let segment = [b'x'; 1400];
    for port in 0..20 {
        let head = b"HTTP/1.1 200 OK\r\nContent-Length: 7000000\r\n\r\n";
        c.tcp(1, 1000 + port, ACK, 1, head);
        for n in 0..700 {
            c.tcp(1, 1000 + port, ACK, 1 + head.len() as u32 + n * 1400, &segment);
        }
    }
    let (_, err) = c.run(&FIELDS);
    assert!(err.contains("messages were not put together to stay within 8 MiB"), "{err}");
}

#[test]
fn fragments_that_overlap_and_floods_of_them() {
    // Packets of which only the first fragment ever comes,
    let mut c = Capture::new("flood");
    for n in 0..100_000u32 {
        c.ip(17, n as u16, 0x2000, [(n >> 16) as u16, 2], &[7; 400]);
    }
    let (_, err) = c.run(&["-T", "fields", "-e", "udp.stream"]);
    assert!(err.contains("fragmented packets were not put together to stay within 8 MiB"), "{err}");
    // and one whose fragments lie over each other without end.
    let mut c = Capture::new("overlaps");
    for n in 0..100_000u32 {
        c.ip(17, 9, 0x2000 | (n % 100) as u16, [1, 2], &[n as u8; 400]);
    }
    let (_, err) = c.run(&["-T", "fields", "-e", "udp.stream"]);
    assert!(err.contains("fragmented packets were not put together"), "{err}");
}

#[test]
fn header_lines_without_end() {
    let mut c = Capture::new("lines");
    let mut seq = 1;
    let first = b"GET / HTTP/1.1\r\n";
    c.tcp(0, 999, ACK, seq, first);
    seq += first.len() as u32;
    let lines = b"X-Header: a value of some length\r\n".repeat(40);
    for _ in 0..20_000 {
        c.tcp(0, 999, ACK, seq, &lines);
        seq += lines.len() as u32;
    }
    let (out, _) = c.run(&["-T", "fields", "-e", "http.request.method", "-e", "http.host"]);
    assert_eq!(out.lines().count(), 20_001);
}
