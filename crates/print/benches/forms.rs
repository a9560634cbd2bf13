//! How fast each form of output is, beside the same dissection without output.
//!
//! `cargo bench -p requin-print --bench forms -- CAPTURE [FORM …]` prints packets per second;
//! with `--show` behind the forms it writes the output itself.

use requin_engine::{Job, Needs, Output, Printer, Progress};
use requin_print::{Fields, FieldsStyle, HexOptions, Json, JsonParts, Options, Pdml, Psml, Text, TextParts};
use requin_wire::{Registry, View};
use std::io::{Result, Write};
use std::time::Instant;

/// Counts what is written and forgets it.
struct Count(u64);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

type Make = fn(Options) -> Box<dyn Printer>;

const FORMS: &[(&str, Make)] = &[
    ("nothing", |_| Box::new(Nothing { tree: false })),
    ("all", |_| Box::new(Nothing { tree: true })),
    ("text", |o| Box::new(Text::new(o))),
    ("tree", |o| Box::new(Text::with(o, TextParts { tree: true, ..TextParts::default() }))),
    ("hex", |o| {
        Box::new(Text::with(o, TextParts { hex: Some(HexOptions::default()), ..TextParts::default() }))
    }),
    ("psml", |o| Box::new(Psml::new(o))),
    ("pdml", |o| Box::new(Pdml::new(o))),
    ("json", |o| Box::new(Json::new(o))),
    ("jsonraw", |o| Box::new(Json::with(o, JsonParts { raw_only: true, ..JsonParts::default() }))),
    ("jsonx", |o| Box::new(Json::with(o, JsonParts { raw: true, ..JsonParts::default() }))),
    ("jsonuniq", |o| Box::new(Json::with(o, JsonParts { unique_keys: true, ..JsonParts::default() }))),
    ("fields", |o| Box::new(fields(o, &["ip.src", "tcp.port"]))),
    ("columns", |o| Box::new(fields(o, &["frame.number", "_ws.col.Info", "tcp"]))),
];

fn fields(options: Options, names: &[&str]) -> Fields {
    let names = names.iter().map(|n| (*n).to_string()).collect();
    Fields::new(options, FieldsStyle::default(), names, Vec::new())
}

/// Needs what the summary or the tree needs, and writes nothing: the cost of dissection.
struct Nothing {
    tree: bool,
}

impl Printer for Nothing {
    fn needs(&self, registry: &Registry) -> Needs {
        if self.tree {
            Pdml::new(Options::default()).needs(registry)
        } else {
            Text::new(Options::default()).needs(registry)
        }
    }

    fn frame(&self, _: &View<'_>, _: &mut Vec<u8>) {}
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let Some(path) = args.first() else {
        println!("usage: forms CAPTURE [FORM ...] [--show] [--threads=N]");
        return;
    };
    let wanted: Vec<&str> =
        args.iter().skip(1).map(String::as_str).filter(|a| !a.starts_with("--")).collect();
    let show = args.iter().any(|a| a == "--show");
    let threads = args.iter().find_map(|a| a.strip_prefix("--threads=")).and_then(|n| n.parse().ok());
    let limit = args.iter().find_map(|a| a.strip_prefix("--count=")).and_then(|n| n.parse().ok());
    let registry = requin_protocols::registry();
    for (name, make) in FORMS {
        if !wanted.is_empty() && !wanted.contains(name) {
            continue;
        }
        let options = Options { capture_file: path.clone(), ..Options::default() };
        let printer = make(options);
        let mut reader = match requin_file::Reader::open(path.as_ref()) {
            Ok(reader) => reader,
            Err(e) => return println!("{e}"),
        };
        let job = Job {
            registry: &registry,
            take: None,
            select: None,
            printer: Some(&*printer),
            threads: threads.unwrap_or(1),
            flow: requin_flow::Options::default(),
            limit,
            flush: false,
        };
        let begin = Instant::now();
        let mut count = Count(0);
        let mut stdout = std::io::stdout();
        let text: &mut (dyn Write + Send) = if show { &mut stdout } else { &mut count };
        let end = requin_engine::run(&mut reader, &job, Output { text, keep: None }, &Progress::default());
        if show {
            continue;
        }
        let spent = begin.elapsed().as_secs_f64();
        println!(
            "{name:10} {:>10.0} packets/s {:>8.0} ns and {:>6} bytes a packet",
            end.shown as f64 / spent,
            spent * 1e9 / end.shown.max(1) as f64,
            count.0 / end.shown.max(1)
        );
    }
}
