//! How fast the pipeline is without any output: `pipeline_speed FILE outline|columns|tree|record [THREADS]`.

use requin_engine::{Job, Needs, Output, Printer, Progress, run};
use requin_file::Reader;
use requin_wire::{Registry, View, Want};
use std::time::Instant;

struct Nothing(Needs);

impl Printer for Nothing {
    fn needs(&self, _: &Registry) -> Needs {
        self.0.clone()
    }

    fn frame(&self, view: &View<'_>, out: &mut Vec<u8>) {
        out.clear();
        out.extend_from_slice(&view.dissection.columns.info.text);
    }
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let (Some(file), Some(mode)) = (args.get(1), args.get(2)) else {
        eprintln!("pipeline_speed FILE record|pick|columns|tree [THREADS]");
        return;
    };
    let needs = match mode.as_str() {
        "record" => Needs { record_only: true, ..Needs::default() },
        "columns" => {
            let mut want = Want::nothing();
            want.columns = true;
            Needs { want, ..Needs::default() }
        }
        "tree" => Needs { tree: true, want: Want::everything(), ..Needs::default() },
        _ => {
            let mut want = Want::nothing();
            want.add(requin_protocols::transport::tcp::PORT);
            Needs { want, ..Needs::default() }
        }
    };
    let registry = requin_protocols::registry();
    let mut reader = match Reader::open(file.as_ref()) {
        Ok(r) => r,
        Err(e) => return eprintln!("{e}"),
    };
    let printer = Nothing(needs);
    let job = Job {
        registry: &registry,
        take: None,
        select: None,
        printer: Some(&printer),
        threads: args.get(3).and_then(|t| t.parse().ok()).unwrap_or(0),
        flow: requin_flow::Options::default(),
        limit: None,
        until: None,
        trigger: None,
        flush: false,
    };
    let begin = Instant::now();
    let mut sink = std::io::sink();
    let o = run(
        &mut reader,
        &job,
        Output { text: &mut sink, keep: None, tap: None, scout: None },
        &Progress::default(),
    );
    let secs = begin.elapsed().as_secs_f64();
    println!(
        "{} frames, {secs:.3} s, {:.2} M frames/s {:?}",
        o.frames,
        o.frames as f64 / secs / 1e6,
        o.damage
    );
}
