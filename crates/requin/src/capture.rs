//! A capture: a file that is read frame by frame.

use crate::error::Error;
use crate::frame::Frame;
use requin_bpf::{Link, Program};
use requin_engine::{Records, Source};
use requin_file::{Batch, LinkType, Reader};
use requin_filter::Filter;
use requin_flow::{Flow, Options};
use requin_print::Text;
use requin_print::format::{Formats, Zone};
use requin_protocols::dissect_frame;
use requin_wire::{
    Assembled, Dissection, Facts, Field, Meta, Outline, Pick, Reassembled, Recalled, Registry, Stage, Time,
    TransportFacts, View, Want,
};
use std::collections::HashMap;
use std::io::Read;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// What frames of all captures share: protocols, names, formats.
pub(crate) struct Shared {
    pub(crate) registry: Registry,
    pub(crate) formats: Formats,
    pub(crate) summary: Text,
    names: HashMap<&'static str, Vec<Field>>,
}

impl Shared {
    fn get() -> Arc<Shared> {
        static SHARED: OnceLock<Arc<Shared>> = OnceLock::new();
        Arc::clone(SHARED.get_or_init(|| {
            let registry = requin_protocols::registry();
            let mut names: HashMap<&'static str, Vec<Field>> = HashMap::new();
            for (i, f) in (0u16..).zip(registry.fields()) {
                names.entry(f.abbr).or_default().push(Field(i));
            }
            Arc::new(Shared {
                summary: Text::new(requin_print::Options::default()),
                formats: Formats::new(&registry, Zone::Utc),
                registry,
                names,
            })
        }))
    }

    pub(crate) fn fields(&self, name: &str) -> &[Field] {
        self.names.get(name).map_or(&[], Vec::as_slice)
    }
}

/// A capture file that is being read. It is an iterator over [`Frame`]s.
///
/// A file that is cut or damaged gives every frame before the damage; [`Capture::damage`] says what was
/// wrong then.
pub struct Capture {
    source: Box<dyn Source>,
    shared: Arc<Shared>,
    filter: Option<(Filter, Want)>,
    take: Option<Take>,
    records: Records,
    flow: Flow,
    batch: Batch,
    next: usize,
    number: u64,
    first: Time,
    previous: Time,
    outline: Dissection,
    pick: Dissection,
    facts: Vec<TransportFacts>,
    reassembled: Vec<Reassembled>,
    recalled: Vec<Recalled>,
    assembled: Vec<Assembled>,
    displayed: Option<Time>,
    damage: Option<requin_file::Error>,
}

/// A capture filter with its programs by link type.
struct Take {
    text: String,
    programs: HashMap<LinkType, Option<Program>>,
}

impl Capture {
    /// Opens a capture file: pcap, pcapng or snoop, plain or compressed. `-` is standard input.
    ///
    /// # Errors
    /// When it can't be opened, or is no capture.
    pub fn open(path: impl AsRef<Path>) -> Result<Capture, Error> {
        Ok(Capture::new(Box::new(Reader::open(path.as_ref())?)))
    }

    /// Reads a capture from anything; `name` stands in messages.
    ///
    /// # Errors
    /// When it is no capture.
    pub fn from_read(name: &str, input: impl Read + Send + 'static) -> Result<Capture, Error> {
        Ok(Capture::new(Box::new(Reader::from_read(name, Box::new(input))?)))
    }

    pub(crate) fn new(source: Box<dyn Source>) -> Capture {
        let shared = Shared::get();
        Capture {
            records: Records::of(&*source),
            displayed: None,
            source,
            flow: Flow::new(&shared.registry, Options::default()),
            shared,
            filter: None,
            take: None,
            batch: Batch::new(),
            next: 0,
            number: 0,
            first: Time::ZERO,
            previous: Time::ZERO,
            outline: Dissection::default(),
            pick: Dissection::default(),
            facts: Vec::new(),
            reassembled: Vec::new(),
            recalled: Vec::new(),
            assembled: Vec::new(),
            damage: None,
        }
    }

    /// Gives only frames that a display filter takes, in Wireshark's language.
    ///
    /// # Errors
    /// When the filter is wrong; the error says where.
    pub fn filter(mut self, text: &str) -> Result<Capture, Error> {
        let filter = Filter::compile(&self.shared.registry, text).map_err(Error::DisplayFilter)?;
        let mut want = Want::nothing();
        filter.wanted().for_each(|f| want.add(f));
        want.columns = filter.needs_columns();
        want.transport_is_enough = !want.columns && filter.stage() <= Stage::Transport;
        self.filter = Some((filter, want));
        Ok(self)
    }

    /// Reads only frames that a capture filter takes, in the language of pcap-filter(7). Frames it does
    /// not take are not counted.
    ///
    /// # Errors
    /// When the filter is wrong; the error says where.
    pub fn capture_filter(mut self, text: &str) -> Result<Capture, Error> {
        match requin_bpf::compile(text, &requin_bpf::Options::new(Link::ETHERNET)) {
            Err(e) if matches!(e.kind(), requin_bpf::Kind::Syntax | requin_bpf::Kind::Name) => {
                return Err(Error::CaptureFilter(e));
            }
            _ => self.take = Some(Take { text: text.to_owned(), programs: HashMap::new() }),
        }
        Ok(self)
    }

    /// What was wrong with the file, once the frames have come to an end.
    #[must_use]
    pub fn damage(&self) -> Option<&requin_file::Error> {
        self.damage.as_ref()
    }

    /// Calls `f` with every frame, without allocating for each; returns their number.
    ///
    /// # Errors
    /// When the file is cut or damaged, after the frames before the damage.
    pub fn each(mut self, mut f: impl FnMut(&Frame)) -> Result<u64, Error> {
        let mut frame = Frame::new(Arc::clone(&self.shared));
        let mut seen = 0;
        while self.fill(&mut frame) {
            f(&frame);
            seen += 1;
            let used = frame.tree.take();
            if used.is_some() {
                frame.spare.set(used);
            }
        }
        match self.damage {
            Some(e) => Err(Error::Capture(e)),
            None => Ok(seen),
        }
    }

    /// Reads on to the next frame that is taken.
    fn fill(&mut self, frame: &mut Frame) -> bool {
        loop {
            if self.next >= self.batch.len() {
                match self.source.next_batch(&mut self.batch, 256) {
                    Ok(true) => self.next = 0,
                    Ok(false) => return false,
                    Err(e) => {
                        self.damage = Some(e);
                        return false;
                    }
                }
            }
            let i = self.next;
            self.next += 1;
            if self.look(i, frame) {
                return true;
            }
        }
    }

    fn look(&mut self, i: usize, frame: &mut Frame) -> bool {
        let Some(read) = self.batch.frame(i) else { return false };
        let (record, bytes) = (*read.record, read.data);
        if let Some(take) = &mut self.take {
            let text = &take.text;
            let program = take.programs.entry(record.link).or_insert_with(|| {
                requin_bpf::compile(text, &requin_bpf::Options::new(Link(record.link.0))).ok()
            });
            if program.as_ref().is_none_or(|p| p.matches(bytes, record.original) == 0) {
                return false;
            }
        }
        self.number += 1;
        if self.number == 1 {
            (self.first, self.previous) = (record.time, record.time);
        }
        let mut meta = Meta {
            number: self.number,
            first: self.first,
            previous: self.previous,
            previous_displayed: self.previous,
            ..self.records.meta(&read)
        };
        if let Some(last) = self.displayed {
            meta.previous_displayed = last;
        }
        self.previous = record.time;
        let r = &self.shared.registry;
        dissect_frame::<Outline>(r, &Want::nothing(), &meta, &Facts::default(), bytes, &mut self.outline);
        self.facts.clear();
        self.flow.frame(r, &meta, bytes, &self.outline, &mut self.facts);
        self.flow.take_reassembled(&mut self.reassembled);
        self.flow.take_recalled(&mut self.recalled);
        self.flow.take_assembled(&mut self.assembled);
        if let Some((filter, want)) = &self.filter {
            let notes = self.records.notes(&read, &mut frame.comments);
            let facts = Facts {
                transports: &self.facts,
                notes,
                reassembled: &self.reassembled,
                recalled: &self.recalled,
                assembled: &self.assembled,
            };
            dissect_frame::<Pick>(r, want, &meta, &facts, bytes, &mut self.pick);
            if !filter.matches(&View { meta: &meta, bytes, dissection: &self.pick, registry: r }) {
                return false;
            }
        }
        let notes = self.records.notes(&read, &mut frame.comments);
        notes.interface.clone_into(&mut frame.interface);
        notes.interface_description.clone_into(&mut frame.interface_description);
        if self.filter.is_some() {
            self.displayed = Some(record.time);
        }
        frame.meta = meta;
        frame.bytes.clear();
        frame.bytes.extend_from_slice(bytes);
        std::mem::swap(&mut frame.facts, &mut self.facts);
        std::mem::swap(&mut frame.reassembled, &mut self.reassembled);
        std::mem::swap(&mut frame.recalled, &mut self.recalled);
        std::mem::swap(&mut frame.assembled, &mut self.assembled);
        true
    }
}

impl Iterator for Capture {
    type Item = Frame;

    fn next(&mut self) -> Option<Frame> {
        let mut frame = Frame::new(Arc::clone(&self.shared));
        self.fill(&mut frame).then_some(frame)
    }
}
