//! Frames from a reader through filters to a printer, on several threads, in order.
//!
//! Frames are carried in batches. Where order matters, these pass one by one: when they are read, when
//! conversations take note of them, when protocols remember their messages ([`Queue`] says who does what when), when the
//! time of the frame displayed before is handed on, when output is written. Everything between those gates is done side by side, so any
//! number of threads gives the same output, byte for byte.

use crate::hands::{Frames, Hands, Tools, Verdict, headers, part, part_mut};
use crate::plan::From;
use crate::queue::{Queue, Work};
use crate::turnstile::{Parcel, Turnstile};
use crate::{PIECE, Plan, Printer, Records, Scout, Seen, Select, Source, Tap};
use requin_file::{Reader, Record};
use requin_flow::{Conversations, Flow, Messages, Place, Tells};
use requin_protocols::{Usuals, dissect_frame};
use requin_wire::{Dissection, Facts, Notes, Outline, Pick, Registry, Time, Tree, View, Want};
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Frames that a batch may have. Small enough that the output of a batch stays in the cache.
const BATCH: usize = 256;
/// The same where nobody looks into frames: passing the gates takes longer than what is done between them.
const BARE: usize = 2048;
/// The same where whole trees are printed, which take kilobytes.
const TREES: usize = 32;
/// To so few it goes down where trees are so long that a batch's would not be in one piece: the pieces of a batch are
/// written in its turn alone, and whoever comes before its turn with the first of them waits.
const LONG_TREES: usize = 4;

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

    /// Keeps what the reader met beside the frames; called before the frames of a batch when there is something
    /// new, or when it [lacks](Keep::lacks) what came before.
    ///
    /// # Errors
    /// When it can't be written.
    fn carry(&mut self, reader: &Reader) -> Result<(), requin_file::Error>;

    /// Whether it should be given again what the reader met: another file was begun.
    fn lacks(&self) -> bool {
        false
    }

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

    fn lacks(&self) -> bool {
        requin_file::Series::lacks(self)
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
    /// Who looks into frames for the tap.
    pub scout: Option<&'o dyn Scout>,
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
    ended: bool,
    damage: Option<requin_file::Error>,
    /// Secrets of the capture that were handed on.
    secrets: usize,
    /// Things other than frames that were met in the capture.
    met: Option<usize>,
}

impl Mouth<'_> {
    /// Hands on the key logs that were met since the last time.
    #[inline]
    fn hand_on_secrets(&mut self, to: &mut Vec<Vec<u8>>) {
        let all = self.source.file().map_or(&[][..], Reader::secrets);
        let new = all.get(self.secrets..).unwrap_or_default();
        let logs = new.iter().filter(|s| s.kind == requin_file::Secret::TLS_KEY_LOG);
        to.extend(logs.map(|s| s.data.clone()));
        self.secrets = all.len();
    }

    /// Whether something other than frames was met since the last time.
    #[inline]
    fn has_news(&mut self) -> bool {
        let Some(f) = self.source.file() else { return false };
        let met = f.names().len() + f.secrets().len() + f.statistics().len() + f.kept_blocks().len();
        self.met.replace(met) != Some(met)
    }
}

/// The gate where frames get their numbers and conversations take note of them.
struct Past {
    conversations: Option<Conversations>,
    outline: Dissection,
    frames: u64,
    first: Time,
    previous: Time,
    /// The end was reached: batches that were read by then have no frames for the job.
    over: bool,
}

/// The gate where protocols remember messages.
struct Memory {
    messages: Option<Messages>,
    outline: Dissection,
}

/// The gate at the output.
struct Sink<'o> {
    out: &'o mut (dyn Write + Send),
    keep: Option<&'o mut dyn Keep>,
    tap: Option<&'o mut dyn Tap>,
    shown: u64,
    error: Option<io::Error>,
    kept: Option<requin_file::Error>,
    /// Buffers that were written and can be used again.
    spare: Vec<Vec<u8>>,
}

/// What was printed of a batch, after the pieces that were written already.
struct Printed {
    text: Vec<u8>,
    /// Frames of the whole batch.
    shown: usize,
    /// Pieces of it were written already.
    begun: bool,
}

impl Parcel for Printed {
    fn bytes(&self) -> usize {
        self.text.len()
    }
}

/// Runs a job over a capture.
pub fn run<'a>(source: &mut dyn Source, job: &Job<'a>, output: Output<'_>, progress: &Progress) -> Outcome {
    let needs = job
        .printer
        .map(|p| p.needs(job.registry))
        .unwrap_or_else(|| crate::Needs { record_only: true, ..crate::Needs::default() });
    let mut plan = Plan::new(job.registry, job.select, job.trigger, needs);
    let bare = job.printer.is_none()
        && job.select.is_none()
        && job.trigger.is_none()
        && job.until.is_none()
        && output.tap.is_none();
    if let Some(tap) = &output.tap {
        plan.tapped(tap.needs());
    }
    let threads = if job.threads == 0 {
        std::thread::available_parallelism().map_or(1, usize::from)
    } else {
        job.threads
    };
    let mut sink = Sink {
        out: output.text,
        keep: output.keep,
        tap: output.tap,
        shown: 0,
        error: None,
        kept: None,
        spare: Vec::new(),
    };
    if let Some(p) = job.printer {
        let mut text = Vec::new();
        p.header(&mut text);
        sink.error = sink.out.write_all(&text).err();
    }
    let (live, file) = (source.is_live(), source.file().is_some());
    let records = Records::of(source);
    let flow = plan.facts.then(|| {
        Flow::new(job.registry, plan.flow_options(job.flow))
            .only(&|proto| plan.remembers(proto))
            .for_columns(&|proto| plan.columns_alone.get(usize::from(proto.0)).copied().unwrap_or(false))
    });
    let (conversations, messages) = flow.map(Flow::split).unzip();
    let line = Line {
        job,
        bare,
        plan: &plan,
        progress,
        nothing: Want::nothing(),
        scout: output.scout,
        live,
        keeps: sink.keep.is_some() || sink.tap.is_some(),
        usuals: Usuals::new(job.registry),
        tells: plan
            .whole_conversations
            .then(|| Tells::new(job.registry, &|proto| plan.apps && plan.remembers(proto))),
        file,
        records,
        queue: Queue::new(threads, live),
        mouth: Mutex::new(Mouth { source, ended: sink.error.is_some(), damage: None, secrets: 0, met: None }),
        past: Mutex::new(Past {
            conversations,
            outline: Dissection::default(),
            frames: 0,
            first: Time::ZERO,
            previous: Time::ZERO,
            over: false,
        }),
        memory: Mutex::new(Memory { messages, outline: Dissection::default() }),
        parts: Turnstile::new(None),
        displayed: Turnstile::new(None),
        sink: Turnstile::with_parcels(sink),
        most: AtomicUsize::new(match plan.print.tree {
            true => TREES,
            false if bare => BARE,
            false => BATCH,
        }),
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
    let past = line.past.into_inner().unwrap_or_else(PoisonError::into_inner);
    let memory = line.memory.into_inner().unwrap_or_else(PoisonError::into_inner);
    let parts = line.parts.into_inner();
    let warnings = [
        past.conversations.map(|c| c.warnings()),
        memory.messages.map(|m| m.warnings()),
        parts.map(|f| f.warnings()),
    ];
    Outcome {
        frames: past.frames,
        warnings: warnings.into_iter().flatten().flatten().collect(),
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
    scout: Option<&'l dyn Scout>,
    /// Frames are being captured.
    live: bool,
    /// They are those of a file.
    file: bool,
    /// Nobody looks into frames, nor at their times: they are only kept.
    bare: bool,
    records: Records,
    usuals: Usuals<'l>,
    /// Where whole conversations are taken or left: which of those that are left tell others something.
    tells: Option<Tells>,
    queue: Queue<Box<Frames>>,
    mouth: Mutex<Mouth<'l>>,
    past: Mutex<Past>,
    memory: Mutex<Memory>,
    /// Where fragments are put together when no conversations are asked for.
    parts: Turnstile<Option<Flow>>,
    displayed: Turnstile<Option<Time>>,
    sink: Turnstile<Sink<'o>, Printed>,
    /// Frames that a batch may have.
    most: AtomicUsize,
    /// Frames themselves are kept or looked at, not only what is printed of them.
    keeps: bool,
    panicked: AtomicBool,
}

impl Line<'_, '_> {
    /// Carries batches until there are none.
    fn work(&self) {
        let mut hands = Hands::new(self.records.clone());
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            // Every turn brings a batch further, and the source ends.
            while let Some(()) = self.work_on(&mut hands) {}
        }));
        if done.is_err() {
            self.panicked.store(true, Ordering::Relaxed);
            self.progress.stop.store(true, Ordering::Relaxed);
            self.queue.break_open();
            self.parts.break_open();
            self.displayed.break_open();
            self.sink.break_open();
        }
    }

    /// Does what is to be done next. `None`: nothing is, or somebody failed.
    fn work_on(&self, h: &mut Hands) -> Option<()> {
        match self.queue.next() {
            Work::Read(frames) => {
                let idle = std::mem::replace(&mut h.frames, frames.unwrap_or_default());
                let read = self.read(h);
                let number = read.then(|| self.queue.read());
                if number.is_some() {
                    self.prepare(h);
                }
                let frames = std::mem::replace(&mut h.frames, idle);
                match number {
                    Some(number) => self.queue.ready(number, frames),
                    None => self.queue.end(frames),
                }
            }
            Work::Note(mut frames) => {
                let mut past = self.past.lock().unwrap_or_else(PoisonError::into_inner);
                self.note(&mut past, &mut frames);
                drop(past);
                self.queue.noted(frames);
            }
            Work::Remember(mut frames) => {
                let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
                self.remember(&mut memory, &mut frames);
                drop(memory);
                self.queue.remembered(frames);
            }
            Work::Finish(number, frames) => {
                let idle = std::mem::replace(&mut h.frames, frames);
                self.finish(number, h)?;
                self.queue.finish(std::mem::replace(&mut h.frames, idle));
            }
            Work::Nothing => return None,
        }
        Some(())
    }

    /// Takes the next batch; whether there was one.
    fn read(&self, hands: &mut Hands) -> bool {
        let mut mouth = self.mouth.lock().unwrap_or_else(PoisonError::into_inner);
        if mouth.ended || self.progress.stop.load(Ordering::Relaxed) {
            return false;
        }
        let most = self.most.load(Ordering::Relaxed);
        let most = match self.job.limit {
            Some(limit) => usize::try_from(limit).unwrap_or(most).min(most),
            None => most,
        };
        match mouth.source.next_batch(&mut hands.frames.batch, most) {
            Ok(true) => {
                mouth.hand_on_secrets(&mut hands.frames.secrets);
                hands.frames.news = mouth.has_news();
                self.progress.bytes.store(mouth.source.consumed(), Ordering::Relaxed);
                true
            }
            Ok(false) => {
                mouth.ended = true;
                false
            }
            Err(damage) => {
                mouth.ended = true;
                mouth.damage = Some(damage);
                false
            }
        }
    }

    /// What is done before conversations take note.
    fn prepare(&self, h: &mut Hands) {
        self.take(h);
        if self.plan.heeds_usual {
            self.outline(h);
        }
        self.select_early(h);
    }

    /// What is done after that. `None`: somebody failed.
    fn finish(&self, number: u64, h: &mut Hands) -> Option<()> {
        h.frames.gathered = self.plan.facts || !self.plan.fragments;
        self.select(number, h)?;
        if self.plan.displayed {
            self.displayed.pass(number, |last| hand_on(last, h))?;
        }
        self.print(number, h)?;
        if !h.frames.gathered {
            self.parts.pass(number, |_| ())?;
        }
        self.scout(h);
        if self.keeps {
            self.sink.pass(number, |sink| self.keep_and_write(sink, h))?;
        } else {
            let text = std::mem::take(&mut h.text);
            let printed = Printed { text, shown: h.printed, begun: h.begun };
            let write = |sink: &mut Sink<'_>, printed: Printed| self.write(sink, printed);
            let spare = |sink: &mut Sink<'_>| sink.spare.pop().unwrap_or_default();
            h.text = self.sink.hand_in(number, printed, write, spare)?;
        }
        if self.live {
            // Waiting for the next batch may take long, and the kernel wants its memory back.
            h.frames.batch.release();
        }
        Some(())
    }

    /// The capture filter.
    fn take(&self, h: &mut Hands) {
        let f = &mut h.frames;
        f.taken.clear();
        match self.job.take {
            None => f.taken.extend(0..f.batch.len() as u32),
            Some(take) => {
                let all = f.batch.frames().zip(0u32..);
                f.taken.extend(all.filter(|(f, _)| take(f.record, f.data)).map(|(_, i)| i));
            }
        }
        f.metas.clear();
        if self.bare {
            return;
        }
        f.metas.reserve(f.taken.len());
        for i in &f.taken {
            let i = *i as usize;
            match f.batch.records().get(i) {
                Some(r) if !r.has_options() => h.tools.records.plain(r, &mut f.metas),
                _ => f.metas.extend(f.batch.frame(i).map(|f| h.tools.records.meta(&f))),
            }
        }
    }

    /// Layers and conversations' keys.
    fn outline(&self, h: &mut Hands) {
        let f = &mut h.frames;
        f.usuals.clear();
        f.transports.clear();
        f.transport_ends.clear();
        f.asides.clear();
        f.fragments.clear();
        f.usuals.resize(f.metas.len(), None);
        let frames = f.batch.bytes();
        for (k, ((i, meta), usual)) in (0u32..).zip(f.taken.iter().zip(&f.metas).zip(&mut f.usuals)) {
            let bytes = frames.of(*i as usize);
            self.usuals.put_headers(meta, bytes, usual);
            if self.plan.facts {
                if usual.is_none() {
                    let d = &mut h.tools.dissection;
                    let none = Facts::default();
                    dissect_frame::<Outline>(self.job.registry, &self.nothing, meta, &none, bytes, d);
                    f.transports.extend_from_slice(&d.transports);
                    f.asides.extend(d.asides.iter().map(|a| (k, *a)));
                    f.fragments.extend(d.fragments.iter().map(|f| (k, *f)));
                }
                f.transport_ends.push(f.transports.len() as u32);
            }
        }
    }

    /// Numbers and times; conversations take note.
    fn note(&self, past: &mut Past, f: &mut Frames) {
        if past.over {
            f.taken.clear();
            f.metas.clear();
        }
        if let Some(limit) = self.job.limit {
            let room = usize::try_from(limit.saturating_sub(past.frames)).unwrap_or(usize::MAX);
            f.taken.truncate(room);
            f.metas.truncate(room);
            if room <= f.taken.len() {
                self.progress.stop.store(true, Ordering::Relaxed);
            }
        }
        if let (Some(until), Some(first)) = (self.job.until, f.metas.first()) {
            let first = if past.frames == 0 { first.time } else { past.first };
            let until = first.as_nanos().saturating_add(until.as_nanos().cast_signed());
            if let Some(end) = f.metas.iter().position(|m| m.time.as_nanos() >= until) {
                f.taken.truncate(end);
                f.metas.truncate(end);
                self.progress.stop.store(true, Ordering::Relaxed);
                past.over = true;
            }
        }
        if self.bare {
            past.frames += f.taken.len() as u64;
        }
        for m in &mut f.metas {
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
        f.facts.clear();
        f.fact_ends.clear();
        f.again.clear();
        f.assembled.clear();
        f.carried.clear();
        f.carried_ends.clear();
        let Some(flow) = &mut past.conversations else { return };
        let left_out = |k: usize| f.verdicts.get(k) == Some(&Verdict::LeftOut);
        f.places.clear();
        let coming = f.usuals.iter().enumerate();
        let coming = coming.map(|(k, u)| u.as_ref().filter(|_| !left_out(k)).map(|u| &u.transport));
        flow.expect(coming, &mut f.places);
        let mut fragments = f.fragments.iter().peekable();
        let frames = f.batch.bytes();
        for (k, (m, i)) in f.metas.iter().zip(&f.taken).enumerate() {
            let bytes = frames.of(*i as usize);
            match (f.usuals.get(k), f.verdicts.get(k)) {
                (_, Some(Verdict::LeftOut)) => {}
                (Some(Some(usual)), _) => {
                    let place = f.places.get(k).copied().unwrap_or(Place::UNKNOWN);
                    flow.usual(m, bytes, &usual.transport, place, &mut f.facts, &mut f.carried);
                }
                _ => {
                    let outline = &mut past.outline;
                    outline.transports.clear();
                    outline.transports.extend_from_slice(part(&f.transports, &f.transport_ends, k));
                    outline.fragments.clear();
                    while let Some((_, fragment)) = fragments.next_if(|(of, _)| *of as usize == k) {
                        outline.fragments.push(*fragment);
                    }
                    let registry = self.job.registry;
                    let again = flow.frame(registry, m, bytes, outline, &mut f.facts, &mut f.carried);
                    f.again.extend(again.map(|again| (k as u32, std::mem::take(again))));
                }
            }
            f.fact_ends.push(f.facts.len() as u32);
            f.carried_ends.push(f.carried.len() as u32);
        }
        flow.take_assembled(&mut f.assembled);
    }

    /// Protocols remember what messages say.
    fn remember(&self, memory: &mut Memory, f: &mut Frames) {
        let secrets = f.secrets.drain(..);
        let Some(messages) = &mut memory.messages else { return };
        secrets.for_each(|log| messages.learn_secrets(&log));
        f.recalled_ends.clear();
        let mut asides = f.asides.iter().peekable();
        let mut again = f.again.iter().peekable();
        let frames = f.batch.bytes();
        for (k, (m, i)) in f.metas.iter().zip(&f.taken).enumerate() {
            let carried = part(&f.carried, &f.carried_ends, k);
            let beside = asides.peek().is_some_and(|(of, _)| *of as usize == k);
            let whole = again.next_if(|(of, _)| *of as usize == k);
            let bytes = frames.of(*i as usize);
            let facts = part_mut(&mut f.facts, &f.fact_ends, k);
            if let (Some(Some(usual)), [carried]) = (f.usuals.get(k), carried) {
                if let [facts] = facts {
                    messages.usual(m, bytes, &usual.transport, *carried, facts);
                }
            } else if !carried.is_empty() || beside || whole.is_some() {
                let outline = &mut memory.outline;
                outline.asides.clear();
                while let Some((_, aside)) = asides.next_if(|(of, _)| *of as usize == k) {
                    outline.asides.push(*aside);
                }
                outline.transports.clear();
                outline.transports.extend_from_slice(part(&f.transports, &f.transport_ends, k));
                let outline = whole.map_or(&*outline, |(_, again)| again);
                messages.frame(m, bytes, outline, carried, facts);
            }
            f.recalled_ends.push(messages.recalled() as u32);
        }
        messages.take_reassembled(&mut f.reassembled);
        messages.take_recalled(&mut f.recalled);
    }

    /// The display filter, as far as headers decide it that depend on nothing else: it spares the others work.
    fn select_early(&self, h: &mut Hands) {
        h.frames.verdicts.clear();
        let (Some(select), From::Headers(fields)) = (self.job.select, &self.plan.select_from) else { return };
        if !select.looks_at_nodes_alone() {
            return;
        }
        let (registry, f, dissection) = (self.job.registry, &mut h.frames, &mut h.tools.dissection);
        for ((meta, i), usual) in f.metas.iter().zip(&f.taken).zip(&f.usuals) {
            let bytes = f.batch.data(*i as usize);
            f.verdicts.push(match usual {
                Some(usual) if fields.take_nodes(registry, meta, bytes, usual, dissection) => {
                    let taken = select.takes(&View { meta, bytes, dissection, registry });
                    match &self.tells {
                        _ if taken => Verdict::Taken,
                        Some(tells) if !tells.others(&usual.transport) => Verdict::LeftOut,
                        _ => Verdict::Left,
                    }
                }
                _ => Verdict::Open,
            });
        }
    }

    /// Puts packets together from the fragments in a batch, from frame `from` on, where nothing else needs
    /// frames in order. It is done when the first fragment is met, so that captures without any don't pay.
    fn gather(&self, number: u64, from: usize, f: &mut Frames) -> Option<()> {
        let registry = self.job.registry;
        let mut d = Dissection::default();
        let mut found = Vec::new();
        f.gathered = true;
        for (meta, i) in f.metas.iter().zip(&f.taken).skip(from) {
            let bytes = f.batch.data(*i as usize);
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
            flow.take_assembled(&mut f.assembled);
        })
    }

    /// The display filter, then the trigger on what it takes.
    fn select(&self, number: u64, h: &mut Hands) -> Option<()> {
        h.shown.clear();
        h.marked.clear();
        match (self.job.select, &self.plan.select) {
            (Some(select), Some(want)) => {
                for k in 0..h.frames.metas.len() {
                    let taken = match h.frames.verdicts.get(k) {
                        Some(Verdict::Taken) => true,
                        Some(Verdict::Left | Verdict::LeftOut) => false,
                        Some(Verdict::Open) | None => {
                            let from = &self.plan.select_from;
                            self.pick(number, want, from, k, &mut h.frames, &mut h.tools)?;
                            select.takes(&h.view(self.job.registry, k)?)
                        }
                    };
                    if taken {
                        h.shown.push(k as u32);
                    }
                }
            }
            _ => h.shown.extend(0..h.frames.taken.len() as u32),
        }
        if let (Some(trigger), Some(want)) = (self.job.trigger, &self.plan.trigger) {
            for n in 0..h.shown.len() {
                let Some(k) = h.shown.get(n).copied() else { break };
                self.pick(number, want, &From::Frame, k as usize, &mut h.frames, &mut h.tools)?;
                if trigger.takes(&h.view(self.job.registry, k as usize)?) {
                    h.marked.push(k);
                }
            }
        }
        Some(())
    }

    /// Leaves in the thread's dissection what is wanted of a frame. `None` when a thread has failed.
    #[inline]
    fn pick(
        &self,
        number: u64,
        want: &Want,
        from: &From,
        k: usize,
        f: &mut Frames,
        t: &mut Tools,
    ) -> Option<()> {
        let meta = f.metas.get(k)?;
        let i = *f.taken.get(k)? as usize;
        let bytes = f.batch.data(i);
        let (registry, d) = (self.job.registry, &mut t.dissection);
        if let Some(Some(usual)) = f.usuals.get(k)
            && from.take(registry, want, meta, &f.facts(k, Notes::default()), bytes, usual, d)
        {
            return Some(());
        }
        let notes = t.records.notes(&f.batch.frame(i)?, &mut t.comments);
        dissect_frame::<Pick>(registry, want, meta, &f.facts(k, notes), bytes, d);
        if !f.gathered && !d.fragments.is_empty() {
            self.gather(number, k, f)?;
            let (meta, bytes) = (f.metas.get(k)?, f.batch.data(i));
            let notes = t.records.notes(&f.batch.frame(i)?, &mut t.comments);
            dissect_frame::<Pick>(registry, want, meta, &f.facts(k, notes), bytes, d);
        }
        Some(())
    }

    /// Prints into the thread's own buffer.
    fn print(&self, number: u64, h: &mut Hands) -> Option<()> {
        h.text.clear();
        h.printed = 0;
        h.begun = false;
        let Some(printer) = self.job.printer else {
            h.printed = h.shown.len();
            return Some(());
        };
        let needs = &self.plan.print;
        let registry = self.job.registry;
        if needs.tree {
            // Room for most batches at once: what grows step by step leaves holes of all sizes in memory.
            h.text.reserve(PIECE + PIECE / 8);
        }
        let mut bytes = 0;
        for n in 0..h.shown.len() {
            let Some(k) = h.shown.get(n).map(|k| *k as usize) else { break };
            let (f, t) = (&mut h.frames, &mut h.tools);
            if needs.record_only {
                t.dissection.clear();
            } else if needs.tree {
                let (meta, i) = (f.metas.get(k)?, *f.taken.get(k)? as usize);
                let notes = t.records.notes(&f.batch.frame(i)?, &mut t.comments);
                let bytes = f.batch.data(i);
                dissect_frame::<Tree>(
                    registry,
                    &needs.want,
                    meta,
                    &f.facts(k, notes),
                    bytes,
                    &mut t.dissection,
                );
            } else {
                self.pick(number, &needs.want, &self.plan.print_from, k, f, t)?;
            }
            let mut text = std::mem::take(&mut h.text);
            if h.printed > 0 {
                text.extend_from_slice(printer.between());
            }
            let (mut begun, mut broken) = (h.begun, false);
            let mut full = |text: &mut Vec<u8>| {
                let piece = |sink: &mut Sink<'_>| self.write_text(sink, text, !begun);
                broken |= self.sink.hold(number, piece).is_none();
                begun = true;
                bytes += text.len();
                text.clear();
            };
            printer.frame_in_pieces(&h.view(registry, k)?, &mut text, &mut full);
            if text.len() > PIECE {
                full(&mut text);
            }
            if broken {
                return None;
            }
            h.begun = begun;
            h.printed += 1;
            h.text = text;
        }
        if needs.tree {
            self.fit(bytes + h.text.len(), h.frames.metas.len());
        }
        Some(())
    }

    /// Makes the batches to come of such a size that what is printed of one is half a piece, going by one of so many
    /// frames of which so many bytes were printed.
    fn fit(&self, bytes: usize, frames: usize) {
        let fits = (PIECE / 2).saturating_mul(frames) / bytes.max(1);
        let most = self.most.load(Ordering::Relaxed);
        self.most.store((most + fits.clamp(LONG_TREES, TREES)) / 2, Ordering::Relaxed);
    }

    /// Writes what was printed of a batch, in its turn.
    fn write(&self, sink: &mut Sink<'_>, mut printed: Printed) {
        self.write_rest(sink, &printed.text, printed.shown, printed.begun);
        printed.text.clear();
        sink.spare.push(printed.text);
    }

    /// Keeps a batch's frames and writes what was printed of them, in its turn.
    fn keep_and_write(&self, sink: &mut Sink<'_>, h: &Hands) {
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
            for (n, k) in h.shown.iter().enumerate() {
                let note = part(&h.notes, &h.note_ends, n);
                if let Some(seen) = self.seen(&h.frames, *k as usize, note) {
                    tap.frame(&seen);
                }
            }
        }
        self.write_rest(sink, &h.text, h.printed, h.begun);
    }

    /// Writes the last piece of a batch of so many frames, of which pieces were written when it is `begun`.
    fn write_rest(&self, sink: &mut Sink<'_>, text: &[u8], shown: usize, begun: bool) {
        self.write_text(sink, text, shown > 0 && !begun);
        sink.shown += shown as u64;
    }

    /// Writes a piece of a batch. Between the frames of a batch its text has what stands there; before its `first`
    /// piece it is known only now whether frames came before.
    fn write_text(&self, sink: &mut Sink<'_>, text: &[u8], first: bool) {
        if sink.error.is_some() {
            return;
        }
        if let Some(printer) = self.job.printer {
            let mut print = || {
                if sink.shown > 0 && first {
                    sink.out.write_all(printer.between())?;
                }
                sink.out.write_all(text)?;
                if self.job.flush { sink.out.flush() } else { Ok(()) }
            };
            if let Err(e) = print() {
                sink.error = Some(e);
                self.progress.stop.store(true, Ordering::Relaxed);
            }
        }
    }
}

impl Line<'_, '_> {
    /// A frame as a tap sees it.
    #[inline(always)]
    fn seen<'h>(&self, f: &'h Frames, k: usize, note: &'h [u8]) -> Option<Seen<'h>>
    where
        Self: 'h,
    {
        let again = f.again.iter().find(|(of, _)| *of as usize == k).map(|(_, d)| d);
        Some(Seen {
            meta: f.metas.get(k)?,
            bytes: f.batch.data(*f.taken.get(k)? as usize),
            transports: match again {
                Some(d) => &d.transports,
                None => headers(&f.usuals, &f.transports, &f.transport_ends, k),
            },
            usual: f.usuals.get(k).and_then(Option::as_ref),
            sources: again.map_or(&[], |d| d.sources.as_slice()),
            assembled: &f.assembled,
            facts: part(&f.facts, &f.fact_ends, k),
            reassembled: &f.reassembled,
            recalled: part(&f.recalled, &f.recalled_ends, k),
            registry: self.job.registry,
            note,
        })
    }

    /// Lets the scout look into the frames.
    fn scout(&self, h: &mut Hands) {
        let Some(scout) = self.scout else { return };
        h.notes.clear();
        h.note_ends.clear();
        for k in &h.shown {
            if let Some(seen) = self.seen(&h.frames, *k as usize, &[]) {
                scout.look(&seen, &mut h.tools.dissection, &mut h.notes);
            }
            h.note_ends.push(h.notes.len() as u32);
        }
    }

    /// Keeps a batch's frames, in its turn.
    fn keep(&self, keep: &mut dyn Keep, h: &Hands) -> Result<(), requin_file::Error> {
        if self.file && (h.frames.news || keep.lacks()) {
            // What stands before the frames in the capture has to stand before them in the copy.
            let mouth = self.mouth.lock().unwrap_or_else(PoisonError::into_inner);
            mouth.source.file().map_or(Ok(()), |reader| keep.carry(reader))?;
        }
        let mut marked = h.marked.iter().peekable();
        for k in &h.shown {
            let mark = marked.next_if_eq(&k).is_some();
            let f = &h.frames;
            let frame = f.taken.get(*k as usize).and_then(|i| f.batch.frame(*i as usize));
            if let Some(frame) = frame {
                keep.keep_marked(frame, mark)?;
            }
        }
        keep.tick()
    }
}

/// Tells each displayed frame when the one displayed before it came.
fn hand_on(last: &mut Option<Time>, h: &mut Hands) {
    for k in &h.shown {
        if let Some(m) = h.frames.metas.get_mut(*k as usize) {
            m.previous_displayed = last.unwrap_or(m.time);
            *last = Some(m.time);
        }
    }
}
