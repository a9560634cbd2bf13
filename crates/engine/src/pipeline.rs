//! Frames from a reader through filters to a printer, on several threads, in order.
//!
//! Every thread takes a batch of frames and carries it all the way. Where order matters, the batches
//! pass one by one: when they are read, when conversations take note of them, when the time of the
//! frame displayed before is handed on, when output is written. Everything between those gates is done
//! side by side, so any number of threads gives the same output, byte for byte.

use crate::turnstile::Turnstile;
use crate::{Plan, Printer, Records, Seen, Select, Source, Tap};
use requin_file::{Batch, Reader, Record};
use requin_flow::Flow;
use requin_protocols::dissect_frame;
use requin_wire::{
    Aside, Assembled, Dissection, Facts, Fragment, Meta, Outline, Pick, Reassembled, Recalled, Registry,
    Time, Transport, TransportFacts, Tree, View, Want,
};
use std::io::{self, Write};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Frames that a batch may have. Small enough that the output of a batch stays in the cache.
const BATCH: usize = 256;

/// Takes a frame as it was read: a capture filter.
pub type Take<'a> = dyn Fn(&Record, &[u8]) -> bool + Sync + 'a;

/// Gets the frames that were selected, in order: writes a capture file.
pub trait Keep: Send {
    /// Keeps a frame.
    ///
    /// # Errors
    /// When it can't be written.
    fn keep(&mut self, frame: requin_file::Frame<'_>) -> Result<(), requin_file::Error>;

    /// Keeps a frame, and is told whether the job's trigger takes it.
    ///
    /// # Errors
    /// When it can't be written.
    fn keep_marked(
        &mut self,
        frame: requin_file::Frame<'_>,
        _marked: bool,
    ) -> Result<(), requin_file::Error> {
        self.keep(frame)
    }

    /// Keeps what the reader met beside the frames; called after each batch.
    ///
    /// # Errors
    /// When it can't be written.
    fn carry(&mut self, reader: &Reader) -> Result<(), requin_file::Error>;

    /// A batch is done. Frames being captured, this is called several times a second also when none come, for
    /// what has to be done by the clock.
    ///
    /// # Errors
    /// When something cannot be written.
    fn tick(&mut self) -> Result<(), requin_file::Error> {
        Ok(())
    }
}

impl Keep for requin_file::Series {
    fn keep(&mut self, frame: requin_file::Frame<'_>) -> Result<(), requin_file::Error> {
        self.write_frame(frame)
    }

    fn carry(&mut self, reader: &Reader) -> Result<(), requin_file::Error> {
        requin_file::Series::carry(self, reader)
    }

    fn tick(&mut self) -> Result<(), requin_file::Error> {
        requin_file::Series::tick(self)
    }
}

impl Keep for requin_file::Writer {
    fn keep(&mut self, frame: requin_file::Frame<'_>) -> Result<(), requin_file::Error> {
        self.write_frame(frame)
    }

    fn carry(&mut self, reader: &Reader) -> Result<(), requin_file::Error> {
        requin_file::Writer::carry(self, reader)
    }
}

/// What is to be done with a capture.
pub struct Job<'a> {
    /// Protocols and fields.
    pub registry: &'a Registry,
    /// The capture filter: frames it does not take do not exist.
    pub take: Option<&'a Take<'a>>,
    /// The display filter.
    pub select: Option<&'a dyn Select>,
    /// Marks frames for [`Keep::keep_marked`].
    pub trigger: Option<&'a dyn Select>,
    /// Where frames are printed.
    pub printer: Option<&'a dyn Printer>,
    /// Threads, 0 for as many as there are cores.
    pub threads: usize,
    /// How much conversations may keep.
    pub flow: requin_flow::Options,
    /// Frames to read at most.
    pub limit: Option<u64>,
    /// Ends with the last frame that is less than this later than the first one.
    pub until: Option<Duration>,
    /// Writes out what is there after every batch: somebody is waiting for it.
    pub flush: bool,
}

/// Where a job's results go.
pub struct Output<'o> {
    /// What is printed.
    pub text: &'o mut (dyn Write + Send),
    /// The frames themselves.
    pub keep: Option<&'o mut dyn Keep>,
    /// Who learns from them what they say together.
    pub tap: Option<&'o mut dyn Tap>,
}

/// Counts that another thread may look at while a job runs, and the wish to end it.
#[derive(Debug, Default)]
pub struct Progress {
    /// Bytes of the capture that were read.
    pub bytes: AtomicU64,
    /// Frames that were read.
    pub frames: AtomicU64,
    /// Set to end the job after the batches in hand.
    pub stop: AtomicBool,
    /// Set when there is nothing more to watch.
    pub done: AtomicBool,
}

/// How a job ended.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Frames read (and taken by the capture filter).
    pub frames: u64,
    /// Frames that passed the display filter.
    pub shown: u64,
    /// What was wrong with the capture, after the frames before it were dealt with.
    pub damage: Option<requin_file::Error>,
    /// Why output could not be written. A closed pipe is one of kind [`io::ErrorKind::BrokenPipe`].
    pub output: Option<io::Error>,
    /// Why frames could not be kept.
    pub kept: Option<requin_file::Error>,
    /// What had to be given up to stay within bounds.
    pub warnings: Vec<String>,
    /// A thread panicked: a defect of requin.
    pub panicked: bool,
}

/// The gate at the source.
struct Mouth<'r> {
    source: &'r mut dyn Source,
    next: u64,
    ended: bool,
    damage: Option<requin_file::Error>,
}

/// The gate where frames get their numbers and conversations take note of them.
struct Past {
    flow: Option<Flow>,
    outline: Dissection,
    frames: u64,
    first: Time,
    previous: Time,
    /// The end was reached: batches that were read by then have no frames for the job.
    over: bool,
}

/// The gate at the output.
struct Sink<'o> {
    out: &'o mut (dyn Write + Send),
    keep: Option<&'o mut dyn Keep>,
    tap: Option<&'o mut dyn Tap>,
    shown: u64,
    error: Option<io::Error>,
    kept: Option<requin_file::Error>,
}

/// What a thread uses again and again.
struct Hands {
    batch: Batch,
    records: Records,
    comments: Vec<String>,
    metas: Vec<Meta>,
    taken: Vec<u32>,
    shown: Vec<u32>,
    /// Those of the frames shown that the trigger takes.
    marked: Vec<u32>,
    transports: Vec<Transport>,
    transport_ends: Vec<u32>,
    facts: Vec<TransportFacts>,
    fact_ends: Vec<u32>,
    reassembled: Vec<Reassembled>,
    /// Which of the batch's frames, and what it wants to remember.
    asides: Vec<(u32, Aside)>,
    recalled: Vec<Recalled>,
    /// Which of the batch's frames, and the fragments in it.
    fragments: Vec<(u32, Fragment)>,
    assembled: Vec<Assembled>,
    /// The outlines of frames with a packet that became whole.
    again: Vec<(u32, Dissection)>,
    /// Fragments of this batch were dealt with, where that is only done when there are some.
    gathered: bool,
    dissection: Dissection,
    text: Vec<u8>,
}

/// Runs a job over a capture.
pub fn run<'a>(source: &mut dyn Source, job: &Job<'a>, output: Output<'_>, progress: &Progress) -> Outcome {
    let needs = job
        .printer
        .map(|p| p.needs(job.registry))
        .unwrap_or_else(|| crate::Needs { record_only: true, ..crate::Needs::default() });
    let mut plan = Plan::new(job.registry, job.select, job.trigger, needs);
    if let Some(tap) = &output.tap {
        plan.tapped(tap.needs());
    }
    let threads = if job.threads == 0 {
        std::thread::available_parallelism().map_or(1, usize::from)
    } else {
        job.threads
    };
    let mut sink =
        Sink { out: output.text, keep: output.keep, tap: output.tap, shown: 0, error: None, kept: None };
    if let Some(p) = job.printer {
        let mut text = Vec::new();
        p.header(&mut text);
        sink.error = sink.out.write_all(&text).err();
    }
    let (live, file) = (source.is_live(), source.file().is_some());
    let records = Records::of(source);
    let line = Line {
        job,
        plan: &plan,
        progress,
        nothing: Want::nothing(),
        live,
        file,
        records,
        mouth: Mutex::new(Mouth { source, next: 0, ended: sink.error.is_some(), damage: None }),
        past: Turnstile::new(Past {
            flow: plan.facts.then(|| {
                Flow::new(job.registry, plan.flow_options(job.flow)).only(&|proto| plan.remembers(proto))
            }),
            outline: Dissection::default(),
            frames: 0,
            first: Time::ZERO,
            previous: Time::ZERO,
            over: false,
        }),
        parts: Turnstile::new(None),
        displayed: Turnstile::new(None),
        sink: Turnstile::new(sink),
        panicked: AtomicBool::new(false),
    };
    if threads == 1 {
        line.work();
    } else {
        std::thread::scope(|s| {
            for i in 1..threads {
                // Nested layers need room on the stack; a thread that can't be had is done without.
                let made = std::thread::Builder::new()
                    .name(format!("requin-{i}"))
                    .stack_size(8 << 20)
                    .spawn_scoped(s, || line.work());
                if made.is_err() {
                    break;
                }
            }
            line.work();
        });
    }
    let panicked = line.panicked.load(Ordering::Relaxed);
    let mut mouth = line.mouth.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut sink = line.sink.into_inner();
    if sink.error.is_none()
        && let Some(p) = job.printer
    {
        let mut text = Vec::new();
        p.footer(&mut text);
        sink.error = sink.out.write_all(&text).and_then(|()| sink.out.flush()).err();
    }
    let past = line.past.into_inner();
    let parts = line.parts.into_inner();
    Outcome {
        frames: past.frames,
        warnings: past.flow.or(parts).map(|f| f.warnings()).unwrap_or_default(),
        shown: sink.shown,
        damage: mouth.damage.take(),
        output: sink.error,
        kept: sink.kept,
        panicked,
    }
}

/// All that the threads of a job share.
struct Line<'l, 'o> {
    job: &'l Job<'l>,
    plan: &'l Plan,
    progress: &'l Progress,
    nothing: Want,
    /// Frames are being captured.
    live: bool,
    /// They are those of a file.
    file: bool,
    records: Records,
    mouth: Mutex<Mouth<'l>>,
    past: Turnstile<Past>,
    /// Where fragments are put together when no conversations are asked for.
    parts: Turnstile<Option<Flow>>,
    displayed: Turnstile<Option<Time>>,
    sink: Turnstile<Sink<'o>>,
    panicked: AtomicBool,
}

impl Line<'_, '_> {
    /// Carries batches until there are none.
    fn work(&self) {
        let mut hands = Hands {
            batch: Batch::default(),
            records: self.records.clone(),
            comments: Vec::new(),
            metas: Vec::new(),
            taken: Vec::new(),
            shown: Vec::new(),
            marked: Vec::new(),
            transports: Vec::new(),
            transport_ends: Vec::new(),
            facts: Vec::new(),
            fact_ends: Vec::new(),
            reassembled: Vec::new(),
            asides: Vec::new(),
            recalled: Vec::new(),
            fragments: Vec::new(),
            assembled: Vec::new(),
            again: Vec::new(),
            gathered: false,
            dissection: Dissection::default(),
            text: Vec::new(),
        };
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            while let Some(number) = self.read(&mut hands) {
                if self.carry(number, &mut hands).is_none() {
                    break;
                }
            }
        }));
        if done.is_err() {
            self.panicked.store(true, Ordering::Relaxed);
            self.progress.stop.store(true, Ordering::Relaxed);
            self.past.break_open();
            self.parts.break_open();
            self.displayed.break_open();
            self.sink.break_open();
        }
    }

    /// Takes the next batch; its number.
    fn read(&self, hands: &mut Hands) -> Option<u64> {
        let mut mouth = self.mouth.lock().unwrap_or_else(PoisonError::into_inner);
        if mouth.ended || self.progress.stop.load(Ordering::Relaxed) {
            return None;
        }
        let most = match self.job.limit {
            Some(limit) => usize::try_from(limit).unwrap_or(BATCH).min(BATCH),
            None => BATCH,
        };
        match mouth.source.next_batch(&mut hands.batch, most) {
            Ok(true) => {
                let number = mouth.next;
                mouth.next += 1;
                self.progress.bytes.store(mouth.source.consumed(), Ordering::Relaxed);
                Some(number)
            }
            Ok(false) => {
                mouth.ended = true;
                None
            }
            Err(damage) => {
                mouth.ended = true;
                mouth.damage = Some(damage);
                None
            }
        }
    }

    /// Carries a batch all the way. `None`: somebody failed.
    fn carry(&self, number: u64, h: &mut Hands) -> Option<()> {
        self.take(h);
        if self.plan.facts {
            self.outline(h);
        }
        self.past.pass(number, |past| self.number(past, h))?;
        h.gathered = self.plan.facts || !self.plan.fragments;
        self.select(number, h)?;
        if self.plan.displayed {
            self.displayed.pass(number, |last| hand_on(last, h))?;
        }
        self.print(number, h)?;
        if !h.gathered {
            self.parts.pass(number, |_| ())?;
        }
        let written = self.sink.pass(number, |sink| self.write(sink, h));
        if self.live {
            // Waiting for the next batch may take long, and the kernel wants its memory back.
            h.batch.release();
        }
        written
    }

    /// The capture filter.
    fn take(&self, h: &mut Hands) {
        h.taken.clear();
        match self.job.take {
            None => h.taken.extend(0..h.batch.len() as u32),
            Some(take) => h
                .taken
                .extend(h.batch.frames().zip(0u32..).filter(|(f, _)| take(f.record, f.data)).map(|(_, i)| i)),
        }
        h.metas.clear();
        for i in &h.taken {
            h.metas.extend(h.batch.frame(*i as usize).map(|f| h.records.meta(&f)));
        }
    }

    /// Layers and conversations' keys.
    fn outline(&self, h: &mut Hands) {
        h.transports.clear();
        h.transport_ends.clear();
        h.asides.clear();
        h.fragments.clear();
        for (k, (i, meta)) in (0u32..).zip(h.taken.iter().zip(&h.metas)) {
            let bytes = h.batch.data(*i as usize);
            let d = &mut h.dissection;
            dissect_frame::<Outline>(self.job.registry, &self.nothing, meta, &Facts::default(), bytes, d);
            h.transports.extend_from_slice(&d.transports);
            h.transport_ends.push(h.transports.len() as u32);
            h.asides.extend(d.asides.iter().map(|a| (k, *a)));
            h.fragments.extend(d.fragments.iter().map(|f| (k, *f)));
        }
    }

    /// Numbers and times; conversations take note.
    fn number(&self, past: &mut Past, h: &mut Hands) {
        if past.over {
            h.taken.clear();
            h.metas.clear();
        }
        if let Some(limit) = self.job.limit {
            let room = usize::try_from(limit.saturating_sub(past.frames)).unwrap_or(usize::MAX);
            h.taken.truncate(room);
            h.metas.truncate(room);
            if room <= h.taken.len() {
                self.progress.stop.store(true, Ordering::Relaxed);
            }
        }
        if let (Some(until), Some(first)) = (self.job.until, h.metas.first()) {
            let first = if past.frames == 0 { first.time } else { past.first };
            let until = first.as_nanos().saturating_add(until.as_nanos().cast_signed());
            if let Some(end) = h.metas.iter().position(|m| m.time.as_nanos() >= until) {
                h.taken.truncate(end);
                h.metas.truncate(end);
                self.progress.stop.store(true, Ordering::Relaxed);
                past.over = true;
            }
        }
        for m in &mut h.metas {
            past.frames += 1;
            if past.frames == 1 {
                past.first = m.time;
                past.previous = m.time;
            }
            m.number = past.frames;
            m.first = past.first;
            m.previous = past.previous;
            m.previous_displayed = past.previous;
            past.previous = m.time;
        }
        self.progress.frames.store(past.frames, Ordering::Relaxed);
        h.facts.clear();
        h.fact_ends.clear();
        h.again.clear();
        h.assembled.clear();
        let Some(flow) = &mut past.flow else { return };
        let mut asides = h.asides.iter().peekable();
        let mut fragments = h.fragments.iter().peekable();
        for (k, (m, i)) in h.metas.iter().zip(&h.taken).enumerate() {
            past.outline.transports.clear();
            past.outline.transports.extend_from_slice(part(&h.transports, &h.transport_ends, k));
            past.outline.asides.clear();
            while let Some((_, aside)) = asides.next_if(|(of, _)| *of as usize == k) {
                past.outline.asides.push(*aside);
            }
            past.outline.fragments.clear();
            while let Some((_, fragment)) = fragments.next_if(|(of, _)| *of as usize == k) {
                past.outline.fragments.push(*fragment);
            }
            let bytes = h.batch.data(*i as usize);
            if let Some(again) = flow.frame(self.job.registry, m, bytes, &past.outline, &mut h.facts) {
                h.again.push((k as u32, std::mem::take(again)));
            }
            h.fact_ends.push(h.facts.len() as u32);
        }
        flow.take_reassembled(&mut h.reassembled);
        flow.take_recalled(&mut h.recalled);
        flow.take_assembled(&mut h.assembled);
    }

    /// Puts packets together from the fragments in a batch, from frame `from` on, where nothing else needs
    /// frames in order. It is done when the first fragment is met, so that captures without any don't pay.
    fn gather(
        &self,
        number: u64,
        from: usize,
        (batch, taken, metas): (&Batch, &[u32], &[Meta]),
        assembled: &mut Vec<Assembled>,
    ) -> Option<()> {
        let registry = self.job.registry;
        let mut d = Dissection::default();
        let mut found = Vec::new();
        for (meta, i) in metas.iter().zip(taken).skip(from) {
            let bytes = batch.data(*i as usize);
            dissect_frame::<Outline>(registry, &self.nothing, meta, &Facts::default(), bytes, &mut d);
            if !d.fragments.is_empty() {
                found.push((meta, bytes, std::mem::take(&mut d.fragments)));
            }
        }
        self.parts.pass(number, |flow| {
            let options = requin_flow::Options { analysis: false, apps: false, ..self.job.flow };
            let flow = flow.get_or_insert_with(|| Flow::new(registry, options));
            for (meta, bytes, fragments) in found {
                d.fragments = fragments;
                flow.assemble(registry, meta, bytes, &d);
            }
            flow.take_assembled(assembled);
        })
    }

    /// The display filter, then the trigger on what it takes.
    fn select(&self, number: u64, h: &mut Hands) -> Option<()> {
        h.shown.clear();
        h.marked.clear();
        for k in 0..h.metas.len() as u32 {
            let shown = match (self.job.select, &self.plan.select) {
                (Some(select), Some(want)) => self.takes(number, k, select, want, h)?,
                _ => true,
            };
            if shown {
                h.shown.push(k);
            }
        }
        if let (Some(trigger), Some(want)) = (self.job.trigger, &self.plan.trigger) {
            let shown = std::mem::take(&mut h.shown);
            for k in &shown {
                if self.takes(number, *k, trigger, want, h)? {
                    h.marked.push(*k);
                }
            }
            h.shown = shown;
        }
        Some(())
    }

    /// Whether a filter takes the `k`-th frame of those in hand. `None` when a thread has failed.
    fn takes(&self, number: u64, k: u32, filter: &dyn Select, want: &Want, h: &mut Hands) -> Option<bool> {
        let k = k as usize;
        let (Some(meta), Some(i)) = (h.metas.get(k), h.taken.get(k)) else { return Some(false) };
        let Some(frame) = h.batch.frame(*i as usize) else { return Some(false) };
        let bytes = frame.data;
        let notes = h.records.notes(&frame, &mut h.comments);
        let facts = Facts {
            transports: part(&h.facts, &h.fact_ends, k),
            notes,
            reassembled: &h.reassembled,
            recalled: &h.recalled,
            assembled: &h.assembled,
        };
        dissect_frame::<Pick>(self.job.registry, want, meta, &facts, bytes, &mut h.dissection);
        if !h.gathered && !h.dissection.fragments.is_empty() {
            h.gathered = true;
            self.gather(number, k, (&h.batch, &h.taken, &h.metas), &mut h.assembled)?;
            let facts = Facts { notes, assembled: &h.assembled, ..Facts::default() };
            dissect_frame::<Pick>(self.job.registry, want, meta, &facts, bytes, &mut h.dissection);
        }
        let view = View { meta, bytes, dissection: &h.dissection, registry: self.job.registry };
        Some(filter.takes(&view))
    }

    /// Prints into the thread's own buffer.
    fn print(&self, number: u64, h: &mut Hands) -> Option<()> {
        h.text.clear();
        let Some(printer) = self.job.printer else { return Some(()) };
        let needs = &self.plan.print;
        for (n, k) in h.shown.iter().enumerate() {
            let k = *k as usize;
            let (Some(meta), Some(i)) = (h.metas.get(k), h.taken.get(k)) else { break };
            let Some(frame) = h.batch.frame(*i as usize) else { break };
            let bytes = frame.data;
            let notes = h.records.notes(&frame, &mut h.comments);
            let facts = Facts {
                transports: part(&h.facts, &h.fact_ends, k),
                notes,
                reassembled: &h.reassembled,
                recalled: &h.recalled,
                assembled: &h.assembled,
            };
            if needs.record_only {
                h.dissection.clear();
            } else if needs.tree {
                dissect_frame::<Tree>(self.job.registry, &needs.want, meta, &facts, bytes, &mut h.dissection);
            } else {
                dissect_frame::<Pick>(self.job.registry, &needs.want, meta, &facts, bytes, &mut h.dissection);
            }
            if !h.gathered && !h.dissection.fragments.is_empty() {
                h.gathered = true;
                self.gather(number, k, (&h.batch, &h.taken, &h.metas), &mut h.assembled)?;
                let facts = Facts { notes, assembled: &h.assembled, ..Facts::default() };
                // Trees want facts, so that this can only be fields.
                dissect_frame::<Pick>(self.job.registry, &needs.want, meta, &facts, bytes, &mut h.dissection);
            }
            if n > 0 {
                h.text.extend_from_slice(printer.between());
            }
            let view = View { meta, bytes, dissection: &h.dissection, registry: self.job.registry };
            printer.frame(&view, &mut h.text);
        }
        Some(())
    }

    /// Writes a batch's output, in its turn.
    fn write(&self, sink: &mut Sink<'_>, h: &Hands) {
        if sink.error.is_some() || sink.kept.is_some() {
            return;
        }
        if let Some(keep) = &mut sink.keep
            && let Err(e) = self.keep(*keep, h)
        {
            sink.kept = Some(e);
            self.progress.stop.store(true, Ordering::Relaxed);
        }
        if let Some(tap) = &mut sink.tap {
            for k in &h.shown {
                self.tap(*tap, h, *k as usize);
            }
        }
        if let Some(printer) = self.job.printer {
            let mut print = || {
                if sink.shown > 0 && !h.shown.is_empty() {
                    sink.out.write_all(printer.between())?;
                }
                sink.out.write_all(&h.text)?;
                if self.job.flush { sink.out.flush() } else { Ok(()) }
            };
            if let Err(e) = print() {
                sink.error = Some(e);
                self.progress.stop.store(true, Ordering::Relaxed);
            }
        }
        sink.shown += h.shown.len() as u64;
    }
}

impl Line<'_, '_> {
    /// Shows a frame to the tap.
    #[inline]
    fn tap(&self, tap: &mut dyn Tap, h: &Hands, k: usize) {
        let (Some(meta), Some(i)) = (h.metas.get(k), h.taken.get(k)) else { return };
        let again = h.again.iter().find(|(of, _)| *of as usize == k).map(|(_, d)| d);
        tap.frame(&Seen {
            meta,
            bytes: h.batch.data(*i as usize),
            transports: again
                .map_or_else(|| part(&h.transports, &h.transport_ends, k), |d| d.transports.as_slice()),
            sources: again.map_or(&[], |d| d.sources.as_slice()),
            assembled: &h.assembled,
            facts: part(&h.facts, &h.fact_ends, k),
            reassembled: &h.reassembled,
            recalled: &h.recalled,
            registry: self.job.registry,
        });
    }

    /// Keeps a batch's frames, in its turn.
    fn keep(&self, keep: &mut dyn Keep, h: &Hands) -> Result<(), requin_file::Error> {
        if self.file {
            // What stands before the frames in the capture has to stand before them in the copy.
            let mouth = self.mouth.lock().unwrap_or_else(PoisonError::into_inner);
            mouth.source.file().map_or(Ok(()), |reader| keep.carry(reader))?;
        }
        let mut marked = h.marked.iter().peekable();
        for k in &h.shown {
            let mark = marked.next_if_eq(&k).is_some();
            let frame = h.taken.get(*k as usize).and_then(|i| h.batch.frame(*i as usize));
            if let Some(frame) = frame {
                keep.keep_marked(frame, mark)?;
            }
        }
        keep.tick()
    }
}

/// The `k`-th part of `all`, given where each part ends.
fn part<'p, T>(all: &'p [T], ends: &[u32], k: usize) -> &'p [T] {
    let Some(end) = ends.get(k) else { return &[] };
    let start = k.checked_sub(1).and_then(|k| ends.get(k)).copied().unwrap_or(0);
    all.get(Range { start: start as usize, end: *end as usize }).unwrap_or_default()
}

/// Tells each displayed frame when the one displayed before it came.
fn hand_on(last: &mut Option<Time>, h: &mut Hands) {
    for k in &h.shown {
        if let Some(m) = h.metas.get_mut(*k as usize) {
            m.previous_displayed = last.unwrap_or(m.time);
            *last = Some(m.time);
        }
    }
}
