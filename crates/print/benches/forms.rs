//! How fast each form of output is, beside the same dissection without output.
//!
//! `cargo bench -p requin-print --bench forms -- CAPTURE [FORM …]` prints packets per second;
//! with `--show` behind the forms it writes the output itself, with `--only` it times printing alone.
//! Times are those of the processor.

use requin_engine::{Job, Needs, Output, Printer, Progress};
use requin_print::{
    Ek, Fields, FieldsStyle, HexOptions, Json, JsonParts, Ndjson, Options, Pdml, Psml, Text, TextParts,
};
use requin_wire::{Dissection, Facts, Meta, Pick, Registry, Tree, View};
use std::io::{Result, Write};

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
    ("ek", |o| Box::new(Ek::new(o))),
    ("ndjson", |o| Box::new(Ndjson::new(o, Vec::new()))),
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

/// Seconds of processor time that this process has used: others may be at work on the machine.
fn spent() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    ticks.filter_map(|t| t.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Dissects the first frames once and prints them again and again.
fn print_only(path: &str, printer: &dyn Printer, registry: &Registry) -> Option<(u64, u64, f64)> {
    let mut reader = requin_file::Reader::open(path.as_ref()).ok()?;
    let mut batch = requin_file::Batch::new();
    let mut kept: Vec<(Meta, Vec<u8>, Dissection)> = Vec::new();
    let needs = printer.needs(registry);
    while kept.len() < 200 && reader.next_batch(&mut batch, 256).ok()? {
        for (i, record) in batch.records().iter().enumerate() {
            let meta = Meta {
                number: kept.len() as u64 + 1,
                time: record.time,
                has_time: true,
                captured: record.captured,
                original: record.original,
                link: 1,
                ..Meta::default()
            };
            let bytes = batch.data(i).to_vec();
            let mut d = Dissection::default();
            let facts = Facts::default();
            if needs.tree {
                requin_protocols::dissect_frame::<Tree>(registry, &needs.want, &meta, &facts, &bytes, &mut d);
            } else {
                requin_protocols::dissect_frame::<Pick>(registry, &needs.want, &meta, &facts, &bytes, &mut d);
            }
            kept.push((meta, bytes, d));
        }
    }
    let mut out = Vec::new();
    let (mut frames, mut bytes) = (0, 0);
    let begin = spent();
    while spent() - begin < 1.0 {
        for (meta, data, dissection) in &kept {
            printer.frame(&View { meta, bytes: data, dissection, registry }, &mut out);
            if out.len() > 60_000 {
                bytes += out.len() as u64;
                out.clear();
            }
        }
        frames += kept.len() as u64;
    }
    Some((frames, bytes, spent() - begin))
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
        if args.iter().any(|a| a == "--only") {
            if let Some((frames, bytes, spent)) = print_only(path, &*printer, &registry) {
                let (n, spent) = (frames.max(1), spent * 1e9);
                println!(
                    "{name:10} {:>8.0} ns and {:>6} bytes a packet to print",
                    spent / n as f64,
                    bytes / n
                );
            }
            continue;
        }
        let job = Job {
            registry: &registry,
            take: None,
            select: None,
            printer: Some(&*printer),
            threads: threads.unwrap_or(1),
            flow: requin_flow::Options::default(),
            limit,
            until: None,
            trigger: None,
            flush: false,
        };
        let begin = spent();
        let mut count = Count(0);
        let mut stdout = std::io::stdout();
        let text: &mut (dyn Write + Send) = if show { &mut stdout } else { &mut count };
        let end = requin_engine::run(
            &mut reader,
            &job,
            Output { text, keep: None, tap: None, scout: None },
            &Progress::default(),
        );
        if show {
            continue;
        }
        let spent = spent() - begin;
        println!(
            "{name:10} {:>10.0} packets/s {:>8.0} ns and {:>6} bytes a packet",
            end.shown as f64 / spent,
            spent * 1e9 / end.shown.max(1) as f64,
            count.0 / end.shown.max(1)
        );
    }
}
