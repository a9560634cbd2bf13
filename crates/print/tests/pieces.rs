//! Frames whose text is larger than several pieces: what is written is the same in pieces as in one, on any number
//! of threads, and no piece is much larger than it should be.

use requin_engine::{Job, Needs, Output, PIECE, Printer, Progress, run};
use requin_file::Reader;
use requin_print::{Ek, HexOptions, Json, JsonParts, Ndjson, Options, Pdml, Text, TextParts};
use requin_wire::{Registry, View};
use std::io::{self, Write};
use std::sync::Arc;

/// Bytes that no protocol takes, as many as a frame of a file may have.
fn many_bytes() -> Vec<u8> {
    let mut frame = vec![2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 0x99, 0x99];
    frame.extend((0..250_000u32).map(|n| (n.wrapping_mul(n) >> 5) as u8));
    frame
}

/// A DNS message over UDP with as many addresses as fit.
fn many_nodes() -> Vec<u8> {
    let mut dns = vec![0x12, 0x34, 0x81, 0x80, 0, 0, 0x0f, 0xa0, 0, 0, 0, 0];
    for n in 0..4000u16 {
        // The first has the name that the others point to.
        if n == 0 {
            dns.extend(b"\x03one\x07example\0");
        } else {
            dns.extend([0xc0, 12]);
        }
        dns.extend([0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 10, 0]);
        dns.extend(n.to_be_bytes());
    }
    udp(&dns)
}

fn udp(payload: &[u8]) -> Vec<u8> {
    let len = payload.len() as u16 + 8;
    let mut frame = vec![2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0, 0x45, 0];
    frame.extend((len + 20).to_be_bytes());
    frame.extend([0, 1, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2, 0, 53, 0x80, 0]);
    frame.extend(len.to_be_bytes());
    frame.extend([0, 0]);
    frame.extend(payload);
    frame
}

/// Small frames with large ones among them: at the beginning and end of batches, and one after the other.
fn capture() -> Vec<u8> {
    let mut file = vec![0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 1, 0, 0, 0];
    let (bytes, nodes, small) = (many_bytes(), many_nodes(), udp(b"\x12\x34\x01\0\0\0\0\0\0\0\0\0"));
    for n in 0u32..100 {
        let frame = match n {
            0 | 31 | 70 => &bytes,
            32 | 33 | 99 => &nodes,
            _ => &small,
        };
        let len = (frame.len() as u32).to_le_bytes();
        file.extend([n.to_le_bytes(), [0; 4], len, len].as_flattened());
        file.extend(frame);
    }
    file
}

/// A printer that knows nothing of pieces.
struct Whole<'p>(&'p dyn Printer);

impl Printer for Whole<'_> {
    fn needs(&self, registry: &Registry) -> Needs {
        self.0.needs(registry)
    }

    fn header(&self, out: &mut Vec<u8>) {
        self.0.header(out);
    }

    fn frame(&self, view: &View<'_>, out: &mut Vec<u8>) {
        self.0.frame(view, out);
    }

    fn between(&self) -> &[u8] {
        self.0.between()
    }

    fn footer(&self, out: &mut Vec<u8>) {
        self.0.footer(out);
    }
}

/// What was written, and the most at once.
#[derive(Default)]
struct Written {
    all: Vec<u8>,
    most: usize,
}

impl Write for Written {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        self.most = self.most.max(text.len());
        self.all.extend_from_slice(text);
        Ok(text.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn written(registry: &Registry, file: &Arc<Vec<u8>>, printer: &dyn Printer, threads: usize) -> Written {
    let reader = Reader::from_backing("made.pcap", file.clone());
    assert!(reader.is_ok(), "{:?}", reader.err());
    let Ok(mut reader) = reader else { return Written::default() };
    let job = Job {
        registry,
        take: None,
        select: None,
        printer: Some(printer),
        threads,
        flow: requin_flow::Options::default(),
        limit: None,
        until: None,
        trigger: None,
        flush: false,
    };
    let mut text = Written::default();
    let output = Output { text: &mut text, keep: None, tap: None, scout: None };
    let outcome = run(&mut reader, &job, output, &Progress::default());
    assert!(outcome.output.is_none() && outcome.damage.is_none());
    assert_eq!((outcome.frames, outcome.shown), (100, 100));
    text
}

#[test]
fn pieces_are_the_same_as_the_whole_on_any_number_of_threads() {
    let o = Options::default;
    let json = |parts: JsonParts| Box::new(Json::with(o(), parts));
    let text = |parts: TextParts| Box::new(Text::with(o(), parts));
    let printers: Vec<Box<dyn Printer>> = vec![
        text(TextParts { tree: true, ..TextParts::default() }),
        text(TextParts { tree: true, hex: Some(HexOptions::default()), ..TextParts::default() }),
        json(JsonParts::default()),
        json(JsonParts { raw: true, unique_keys: true, ..JsonParts::default() }),
        json(JsonParts { raw_only: true, ..JsonParts::default() }),
        Box::new(Pdml::new(o())),
        Box::new(Ek::with(o(), JsonParts { raw: true, ..JsonParts::default() })),
        Box::new(Ndjson::new(o(), Vec::new())),
    ];
    let registry = requin_protocols::registry();
    let file = Arc::new(capture());
    for (i, printer) in printers.iter().enumerate() {
        let whole = written(&registry, &file, &Whole(&**printer), 1);
        for threads in [1, 2, 5] {
            let pieces = written(&registry, &file, &**printer, threads);
            assert!(pieces.all == whole.all, "printer {i} on {threads} threads");
            assert!(pieces.most < PIECE + (64 << 10), "printer {i} wrote {} at once", pieces.most);
        }
        assert!(whole.most > 2 * PIECE, "printer {i} shows nothing with {}", whole.most);
    }
}
