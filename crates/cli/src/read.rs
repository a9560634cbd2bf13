//! Reading a capture: from the options to a job, from the job's end to the exit status.

use crate::args::Args;
use anyhow::{Context, bail};
use requin_engine::{Job, Output, Progress};
use requin_file::Reader;
use std::io::{self, BufWriter};
use std::process::ExitCode;

/// Exit status for a capture that can't be read to its end.
const DAMAGED: u8 = 2;

/// Reads, filters, prints, writes.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let Some(path) = &args.read else {
        bail!("nothing to read: give a capture file with -r FILE (see --help)")
    };
    let registry = requin_protocols::registry();
    let mut reader = Reader::open(path)?.follow(args.follow);
    let progress = Progress::default();
    let mut text = BufWriter::with_capacity(64 << 10, io::stdout());
    let job = Job {
        registry: &registry,
        take: None,
        select: None,
        printer: None,
        threads: args.threads,
        flow: requin_flow::Options::default(),
        limit: args.count,
        flush: args.line_buffered,
    };
    let outcome = requin_engine::run(&mut reader, &job, Output { text: &mut text, keep: None }, &progress);
    finish(outcome)
}

/// Says how it ended.
fn finish(outcome: requin_engine::Outcome) -> anyhow::Result<ExitCode> {
    if outcome.panicked {
        bail!("a thread failed: this is a defect of requin, please report it with the capture");
    }
    match outcome.output {
        // The reader of the pipe has seen enough.
        Some(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
        Some(e) => return Err(e).context("writing the output"),
        None => {}
    }
    if let Some(damage) = outcome.damage {
        eprintln!("requin: {damage}");
        return Ok(ExitCode::from(DAMAGED));
    }
    Ok(ExitCode::SUCCESS)
}
