//! Capturing: from the options to a job over interfaces, from its end to the exit status.

use crate::args::Args;
use crate::output::Files;
use crate::taps::Taps;
use crate::usage::Usage;
use crate::watch::{Status, end_capture_after, end_capture_on_signal};
use crate::{caret, prefs, printers, read, sandbox};
use requin_capture::{Counts, Live, Options};
use requin_engine::{Job, Keep, Output, Progress};
use requin_file::Header;
use requin_sandbox::Sockets;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

/// Captures, filters, prints, writes.
pub fn run(args: &Args, ports: &[(String, Options)]) -> anyhow::Result<ExitCode> {
    let registry = prefs::registry(args).map_err(Usage::of)?;
    let Some(select) = read::select(args, &registry) else { return Ok(ExitCode::from(read::BAD_FILTER)) };
    let Some(trigger) = read::trigger(args, &registry) else { return Ok(ExitCode::from(read::BAD_FILTER)) };
    let stops = args.files.stops()?;
    let live = match Live::start(ports.to_vec()) {
        Ok(live) => live,
        Err(requin_capture::Error::Filter { interface, expression, source: e }) => {
            let what = format!("capture filter for {interface}");
            eprintln!("requin: {}", caret::draw(&what, e.reason(), &expression, e.span()));
            return Ok(ExitCode::FAILURE);
        }
        Err(e) => {
            eprintln!("requin: {e}");
            return Ok(ExitCode::FAILURE);
        }
    };
    let mut live = live.tell(|notice| eprintln!("requin: {notice}")).end_with(io::stdout());
    let progress = Arc::new(Progress::default());
    let mut taps = Taps::new(&args.tables, &args.export_objects, args.color, &registry).map_err(Usage::of)?;
    let scout = taps.scout();
    let printer = printers::printer(args, "-", NANOSECONDS, &registry).map_err(Usage::of)?;
    let tally = live.tally();
    let mut section = requin_capture::machine();
    section.application = Some(format!("requin {}", env!("CARGO_PKG_VERSION")));
    let header = Header { interfaces: Arc::clone(live.interfaces()), section, compression: None };
    let counts = Arc::clone(&tally);
    let mut files = Files::of(args, header, Some(Box::new(move || counts.statistics())), &progress)?;
    let names: Vec<&str> = live.names().collect();
    eprintln!("Capturing on '{}'", names.join("', '"));
    let mut text = BufWriter::with_capacity(64 << 10, io::stdout());
    // What only goes to a file gains nothing from being handed from thread to thread.
    let bare = printer.is_none() && select.is_none() && trigger.is_none() && taps.tap().is_none();
    let job = Job {
        registry: &registry,
        // The kernel has done it.
        take: None,
        select: select.as_ref().map(|s| s as &dyn requin_engine::Select),
        printer: printer.as_deref(),
        threads: if bare && args.threads == 0 { 1 } else { sandbox::threads(args.threads) },
        flow: args.bounds.flow(),
        trigger: trigger.as_ref().map(|t| t as &dyn requin_engine::Select),
        limit: [args.count, stops.packets].into_iter().flatten().min(),
        // By the clock, whether packets come or not.
        until: None,
        flush: true,
    };
    let waits = ports.iter().any(|(_, o)| o.wait);
    sandbox::enter(args, if waits { Sockets::Capture } else { Sockets::Interfaces })?;
    end_capture_on_signal(&progress, live.stop_flag());
    if let Some(duration) = stops.duration {
        end_capture_after(duration, live.stop_flag())?;
    }
    let status = Status::show(&progress, Arc::clone(&tally), printer.is_some());
    let keep = files.as_mut().map(|w| w as &mut dyn Keep);
    let mut outcome = requin_engine::run(
        &mut live,
        &job,
        Output {
            text: &mut text,
            keep,
            tap: taps.tap(),
            scout: scout.as_ref().map(|s| s as &dyn requin_engine::Scout),
        },
        &progress,
    );
    drop(status);
    let counts = tally.counts();
    let written = files.map(|f| f.finish(None, &mut outcome.kept));
    drop(live);
    report(&counts, &outcome, written);
    drop(text);
    let exported = taps.finish()?;
    if outcome.kept.as_ref().is_some_and(closed_pipe) {
        outcome.kept = None;
    }
    let ended = read::finish(outcome)?;
    Ok(if exported { ended } else { ExitCode::FAILURE })
}

/// Decimals of captured times.
const NANOSECONDS: u8 = 9;

/// Whoever read what is written has seen enough.
fn closed_pipe(e: &requin_file::Error) -> bool {
    matches!(e, requin_file::Error::Write { source, .. } if source.kind() == io::ErrorKind::BrokenPipe)
}

/// Says how many packets there were, and how many are missing.
fn report(counts: &[Counts], outcome: &requin_engine::Outcome, written: Option<u64>) {
    let packets = |n: u64| format!("{n} packet{}", if n == 1 { "" } else { "s" });
    let mut line = format!("{} captured", packets(outcome.frames));
    if outcome.shown != outcome.frames {
        line.push_str(&format!(", {} passed the display filter", outcome.shown));
    }
    if let Some(n) = written.filter(|n| *n != outcome.frames) {
        line.push_str(&format!(", {n} written"));
    }
    // The terminal stands behind ^C.
    let mut out = io::stderr().lock();
    _ = writeln!(out, "\n{line}");
    for c in counts.iter().filter(|c| c.lost() > 0) {
        _ = match c.missed {
            0 => writeln!(out, "{} dropped from {}", packets(c.dropped), c.name),
            missed => {
                writeln!(out, "{} dropped from {}, {missed} of them by the device", packets(c.lost()), c.name)
            }
        };
    }
}
