//! Where packets are written: a file, files one after the other, or files of what surrounds some packets.

use crate::args::Args;
use crate::read::format;
use crate::usage::Usage;
use anyhow::Context;
use requin_engine::{Keep, Progress};
use requin_file::{Clock, Counts, Error, Frame, Header, OnClosed, Reader, Series, Trigger};
use requin_print::Zone;
use requin_sandbox::Owner;
use requin_wire::Time;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Of packets being captured, those older than this are in the file, whatever happens to the process.
const SAFE: Duration = Duration::from_millis(500);

/// Where packets are written.
pub struct Files {
    to: To,
    progress: Arc<Progress>,
    /// How often what is buffered is written out; not at all when a file is read.
    every: Option<Duration>,
    last: Instant,
    clean: bool,
}

enum To {
    Series(Box<Series>),
    Trigger(Box<Trigger>),
}

impl Files {
    /// What the options ask for; `None` when nothing is to be written. `live` has the interfaces' counts when packets
    /// are being captured.
    pub fn of(
        args: &Args,
        header: Header,
        live: Option<Counts>,
        progress: &Arc<Progress>,
    ) -> anyhow::Result<Option<Files>> {
        let stops = args.files.stops()?;
        let (rotation, names) = args.files.rotation()?;
        let Some(path) = &args.write else {
            if !args.files.ring.is_empty() || stops.limits != requin_file::Limits::default() {
                let what = "-b, -a filesize and -a files are about files: say which with -w FILE";
                return Err(Usage::of(anyhow::anyhow!(what)));
            }
            return Ok(None);
        };
        let zone = Zone::system();
        let mut series = Series::new(path, format(args, path)?, header)
            .rotation(rotation)
            .limits(stops.limits)
            .local_time(Box::new(move |secs| zone.seconds(secs)));
        let mut every = None;
        if let Some(counts) = live {
            series = series.clock(Clock::Machine).counts(counts);
            every = Some(if path.as_os_str() == "-" { Duration::ZERO } else { SAFE });
        }
        if let Some(owner) = Owner::of_sudo() {
            // On a file system without owners it stays root's, which is no reason to have none.
            series = series.on_made(Box::new(move |file| _ = owner.give(file)));
        }
        if let Some(names) = names {
            series = series.on_closed(name_printer(&names)?);
        }
        let to = match &args.files.trigger {
            Some(_) => {
                To::Trigger(Box::new(Trigger::new(series.by_hand()?, args.files.before, args.files.after)))
            }
            None => To::Series(Box::new(series.begin()?)),
        };
        Ok(Some(Files { to, progress: Arc::clone(progress), every, last: Instant::now(), clean: true }))
    }

    /// Closes what is open, after what the reader met last; how many packets are written.
    pub fn finish(mut self, reader: Option<&Reader>, error: &mut Option<Error>) -> u64 {
        if error.is_none() {
            let carried = reader.map_or(Ok(()), |r| self.carry(r));
            let ended = match &mut self.to {
                To::Series(s) => s.finish(),
                To::Trigger(t) => t.finish(),
            };
            *error = carried.and(ended).err();
        }
        if error.is_some() {
            match &mut self.to {
                To::Series(s) => s.give_up(),
                To::Trigger(t) => t.give_up(),
            }
        }
        match &self.to {
            To::Series(s) => s.frames_written(),
            To::Trigger(t) => {
                let (matches, files) = (t.matches(), t.files());
                let s = |n: u64| if n == 1 { "" } else { "s" };
                let es = if matches == 1 { "" } else { "es" };
                eprintln!("requin: the trigger had {matches} match{es}; {files} file{} written", s(files));
                if t.fell_short() {
                    eprintln!("requin: memory did not suffice for all that came before: see --before");
                }
                t.frames_written()
            }
        }
    }

    fn stop_when_full(&self) {
        let full = match &self.to {
            To::Series(s) => s.is_full(),
            To::Trigger(t) => t.is_full(),
        };
        if full {
            self.progress.stop.store(true, Ordering::Relaxed);
        }
    }
}

/// Writes the names of files that were closed, a line each.
fn name_printer(to: &Path) -> anyhow::Result<OnClosed> {
    let mut out: Box<dyn Write + Send> = match to.to_str() {
        Some("-" | "stdout") => Box::new(io::stdout()),
        Some("stderr") => Box::new(io::stderr()),
        _ => {
            let file = OpenOptions::new().create(true).append(true).open(to);
            Box::new(file.with_context(|| format!("-b printname:{}", to.display()))?)
        }
    };
    Ok(Box::new(move |path| {
        // Nobody is left to tell it to.
        _ = writeln!(out, "{}", path.display()).and_then(|()| out.flush());
    }))
}

impl Keep for Files {
    fn keep(&mut self, frame: Frame<'_>) -> Result<(), Error> {
        self.keep_marked(frame, false)
    }

    fn keep_marked(&mut self, frame: Frame<'_>, marked: bool) -> Result<(), Error> {
        self.clean = false;
        match &mut self.to {
            To::Series(s) => s.write_frame(frame),
            To::Trigger(t) => t.take(frame, marked),
        }
    }

    fn carry(&mut self, reader: &Reader) -> Result<(), Error> {
        match &mut self.to {
            To::Series(s) => s.carry(reader),
            To::Trigger(t) => t.carry(reader),
        }
    }

    fn lacks(&self) -> bool {
        match &self.to {
            To::Series(s) => s.lacks(),
            To::Trigger(_) => true,
        }
    }

    fn tick(&mut self) -> Result<(), Error> {
        if let Some(every) = self.every {
            match &mut self.to {
                To::Series(s) => s.tick()?,
                To::Trigger(t) => t.tick(now())?,
            }
            if !self.clean && self.last.elapsed() >= every {
                match &mut self.to {
                    To::Series(s) => s.flush()?,
                    To::Trigger(t) => t.flush()?,
                }
                self.last = Instant::now();
                self.clean = true;
            }
        }
        self.stop_when_full();
        Ok(())
    }
}

fn now() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Time::new(since.as_secs().cast_signed(), since.subsec_nanos())
}
