//! Reading a capture: from the options to a job, from the job's end to the exit status.

use crate::args::Args;
use crate::output::Files;
use crate::select::Chosen;
use crate::take::CaptureFilter;
use crate::taps::Taps;
use crate::usage::Usage;
use crate::watch::{Bar, end_on_signal};
use crate::{caret, prefs, printers, sandbox};
use anyhow::{Context, anyhow, bail};
use requin_engine::{Job, Outcome, Output, Progress};
use requin_file::{Format, Header, Reader};
use requin_filter::Filter;
use requin_wire::Registry;
use std::io::{self, BufWriter, IsTerminal};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// Exit status for a capture that can't be read to its end.
const DAMAGED: u8 = 2;
/// Exit status for a display filter that is wrong.
pub const BAD_FILTER: u8 = 4;

/// Reads, filters, prints, writes.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let Some(path) = &args.read else {
        return Err(Usage::of(anyhow!("nothing to read: give a capture file with -r FILE (see --help)")));
    };
    if !args.interfaces.is_empty() {
        return Err(Usage::of(anyhow!("-r reads a file and -i captures: one of them")));
    }
    let registry = prefs::registry(args).map_err(Usage::of)?;
    let take = match args.capture_filter.last().map(|f| CaptureFilter::new(f, args.everywhere)) {
        Some(Err((expression, e))) => {
            eprintln!("requin: {}", caret::draw("capture filter", e.reason(), &expression, e.span()));
            return Ok(ExitCode::FAILURE);
        }
        Some(Ok(f)) => Some(f),
        None => None,
    };
    let Some(select) = select(args, &registry) else { return Ok(ExitCode::from(BAD_FILTER)) };
    let progress = Arc::new(Progress::default());
    let mut reader = Reader::open(path)?.follow(args.follow);
    if let Some(take) = &take {
        take.prepare(reader.interfaces().snapshot().iter().map(|i| i.link));
    }
    let mut taps = Taps::new(&args.tables, &args.export_objects, args.color, &registry).map_err(Usage::of)?;
    let scout = taps.scout();
    let printer =
        printers::printer(args, &path.display().to_string(), printers::precision(&reader), &registry)
            .map_err(Usage::of)?;
    let Some(trigger) = trigger(args, &registry) else { return Ok(ExitCode::from(BAD_FILTER)) };
    let stops = args.files.stops()?;
    let mut files = Files::of(args, Header::of(&reader), None, &progress)?;
    let taken = take.as_ref().map(|f| move |r: &requin_file::Record, data: &[u8]| f.takes(r, data));
    let mut text = BufWriter::with_capacity(64 << 10, io::stdout());
    let job = Job {
        registry: &registry,
        take: taken.as_ref().map(|t| t as &requin_engine::Take<'_>),
        select: select.as_ref().map(|s| s as &dyn requin_engine::Select),
        printer: printer.as_deref(),
        threads: sandbox::threads(args.threads),
        flow: args.bounds.flow(),
        trigger: trigger.as_ref().map(|t| t as &dyn requin_engine::Select),
        limit: [args.count, stops.packets].into_iter().flatten().min(),
        until: stops.duration,
        flush: args.line_buffered || io::stdout().is_terminal(),
    };
    sandbox::enter(args, requin_sandbox::Sockets::None)?;
    end_on_signal(&progress, reader.stop_flag());
    let bar = Bar::show(&progress, reader.size());
    let keep = files.as_mut().map(|w| w as &mut dyn requin_engine::Keep);
    let mut outcome = requin_engine::run(
        &mut reader,
        &job,
        Output {
            text: &mut text,
            keep,
            tap: taps.tap(),
            scout: scout.as_ref().map(|s| s as &dyn requin_engine::Scout),
        },
        &progress,
    );
    drop(bar);
    if let Some(files) = files {
        files.finish(Some(&reader), &mut outcome.kept);
    }
    if let Some(e) = take.as_ref().and_then(CaptureFilter::failure) {
        eprintln!("requin: {e}");
        return Ok(ExitCode::FAILURE);
    }
    let exported = taps.finish()?;
    let ended = finish(outcome)?;
    Ok(if exported { ended } else { ExitCode::FAILURE })
}

/// The display filter, if there is one; `None` when it is wrong, which has been said then.
pub fn select(args: &Args, registry: &Registry) -> Option<Option<Chosen>> {
    let Some(text) = display_filter(args) else { return Some(None) };
    match Filter::compile(registry, &text) {
        Err(e) => {
            eprintln!("requin: {e}\n{}", e.caret(&text));
            None
        }
        Ok(f) => Some(Some(Chosen(f))),
    }
}

/// The trigger, if there is one; `None` when it is wrong, which has been said then.
pub fn trigger(args: &Args, registry: &Registry) -> Option<Option<Chosen>> {
    let Some(text) = &args.files.trigger else { return Some(None) };
    match Filter::compile(registry, text) {
        Err(e) => {
            eprintln!("requin: --trigger: {e}\n{}", e.caret(text));
            None
        }
        Ok(f) => Some(Some(Chosen(f))),
    }
}

/// The display filter: of -Y, of -R, and of the words at the end of the line; all of them must hold.
fn display_filter(args: &Args) -> Option<String> {
    let words = (!args.words.is_empty()).then(|| args.words.join(" "));
    let all: Vec<&str> =
        [&args.display_filter, &args.read_filter, &words].into_iter().flatten().map(String::as_str).collect();
    match all.as_slice() {
        [] => None,
        [one] => Some((*one).to_owned()),
        many => Some(format!("({})", many.join(") && ("))),
    }
}

/// The format to write: what was asked for, what the name says, or pcapng.
pub fn format(args: &Args, to: &Path) -> anyhow::Result<Format> {
    if let Some(name) = &args.format {
        return Format::from_name(name)
            .with_context(|| format!("unknown format {name:?}: pcap, nsecpcap and pcapng can be written"))
            .map_err(Usage::of);
    }
    let name = to.file_name().map(|n| n.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let plain =
        [".gz", ".zst", ".lz4", ".xz", ".bz2"].iter().find_map(|e| name.strip_suffix(e)).unwrap_or(&name);
    Ok(if plain.ends_with(".pcap") || plain.ends_with(".cap") { Format::Pcap } else { Format::Pcapng })
}

/// Says how it ended.
pub fn finish(outcome: Outcome) -> anyhow::Result<ExitCode> {
    if outcome.panicked {
        bail!("a thread failed: this is a defect of requin, please report it with the capture");
    }
    for w in &outcome.warnings {
        eprintln!("requin: {w}");
    }
    if let Some(e) = outcome.kept {
        eprintln!("requin: {e}");
        return Ok(ExitCode::FAILURE);
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
