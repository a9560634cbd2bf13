//! All memory across packets.
//!
//! A dissector is a pure function; what only earlier packets can tell it reads from
//! [`TransportFacts`]. This crate makes them: frames come in packet order, outlined, and each of their
//! transport headers gets an entry that is never changed afterwards. Everything after this pass may
//! happen in any order, on any thread.
//!
//! What is kept is bounded. Each conversation has a small record ([`Options::memory`] bytes for all of
//! them); what TCP analysis needs beyond that is made only when it is asked for
//! ([`Options::analysis`]), and has a bound of its own. When a bound is met the oldest
//! conversation that is idle goes, and [`Flow::warnings`] says so.

mod analyses;
mod analysis;
mod app;
mod common;
mod fragment;
mod key;
mod recall;
mod segment;
mod slab;
mod stream;
mod table;
mod tcp;
mod tells;

use analyses::Analyses;
use analysis::Judged;
use app::{Apps, Payload};
use common::Plain;
use fragment::Fragments;
use key::{Key, Narrow, Wide};
use requin_wire::{
    Dissection, Meta, Outline, Ports, ProtoId, Registry, Time, Transport, TransportFacts, TransportKind,
};
use segment::Segment;
pub use table::Place;
use table::{Budget, Record, Table};
use tcp::Tcp;
pub use tells::Tells;

/// How many packets that came in fragments may be inside each other.
const MOST_NESTED: usize = 8;

/// What is asked of the flow pass, and how much it may keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether `tcp.analysis.*` is wanted.
    pub analysis: bool,
    /// Whether anything above the transports is wanted.
    pub apps: bool,
    /// Bytes for the records of all conversations.
    pub memory: usize,
    /// Bytes for TCP analysis.
    pub analysis_memory: usize,
    /// Bytes for PDUs that are being put together, and as many again for fragments of packets.
    pub reassembly_memory: usize,
    /// Bytes for what protocols remember.
    pub remember_memory: usize,
}

impl Default for Options {
    /// Everything, in 16 MiB for conversations, 6 MiB for analysis, 8 MiB for reassembly and 4 MiB for
    /// what protocols remember.
    fn default() -> Options {
        Options {
            analysis: true,
            apps: true,
            memory: 16 << 20,
            analysis_memory: 6 << 20,
            reassembly_memory: 8 << 20,
            remember_memory: 4 << 20,
        }
    }
}

/// What had to be given up to stay within bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evicted {
    /// Conversations forgotten; when one goes on, it counts as a new one.
    pub conversations: u64,
    /// Conversations whose protocol could not remember anything.
    pub memories: u64,
    /// How often a conversation went on whose analysis had been forgotten, and began anew.
    pub analyses: u64,
    /// Things that protocols remembered and that had to go: requests, most of all.
    pub remembered: u64,
}

/// Conversations of one transport.
struct Kind<R> {
    narrow: Table<Narrow, R>,
    wide: Table<Wide, R>,
}

impl<R: Record> Kind<R> {
    fn new() -> Kind<R> {
        Kind { narrow: Table::new(), wide: Table::new() }
    }

    /// The record of a header's conversation, whether it is new, whether the greater end sent, and what
    /// had to go for it.
    #[inline]
    fn find(
        &mut self,
        t: &Transport,
        place: Place,
        budget: &mut Budget,
    ) -> (Option<&mut R>, bool, bool, Option<R>) {
        match key::key(t) {
            Key::Narrow(k, swapped) => {
                let found = self.narrow.find(&k, place, budget);
                (self.narrow.record(found.slot), found.new, swapped, found.evicted)
            }
            Key::Wide(k, swapped) => {
                let found = self.wide.find(&k, place, budget);
                (self.wide.record(found.slot), found.new, swapped, found.evicted)
            }
        }
    }
}

/// The memory across packets.
pub struct Flow {
    options: Options,
    tcp: Kind<Tcp>,
    udp: Kind<Plain>,
    sctp: Kind<Plain>,
    dccp: Kind<Plain>,
    /// The next stream index of each transport.
    streams: [u32; 4],
    budget: Budget,
    apps: Apps,
    analyses: Analyses,
    evicted: Evicted,
    fragments: Fragments,
    /// Outline of a frame with a packet that is whole now.
    again: Dissection,
}

impl Flow {
    /// Nothing is known yet. The registry says which protocols there are and what their ports are.
    #[must_use]
    pub fn new(registry: &Registry, options: Options) -> Flow {
        Flow {
            options,
            tcp: Kind::new(),
            udp: Kind::new(),
            sctp: Kind::new(),
            dccp: Kind::new(),
            streams: [0; 4],
            budget: Budget { left: options.memory },
            apps: Apps::new(registry, &options),
            analyses: Analyses::new(options.analysis_memory),
            evicted: Evicted::default(),
            fragments: Fragments::new(options.reassembly_memory),
            again: Dissection::default(),
        }
    }

    /// Looks for the conversations of frames before they are taken note of, and appends where they were: what lies
    /// in many places of a large memory is fetched at once instead of one after the other.
    pub fn expect<'t>(
        &self,
        transports: impl Iterator<Item = Option<&'t Transport>>,
        places: &mut Vec<Place>,
    ) {
        let mut touched = 0u32;
        places.extend(transports.map(|t| {
            let found = t.and_then(|t| match (t.kind, key::key(t)) {
                (TransportKind::Tcp, Key::Narrow(k, _)) => {
                    let (place, record) = self.tcp.narrow.peek(&k)?;
                    Some((
                        place,
                        if self.options.analysis {
                            self.analyses.touch(record.analysis)
                        } else {
                            record.analysis
                        },
                    ))
                }
                (TransportKind::Udp, Key::Narrow(k, _)) => {
                    self.udp.narrow.peek(&k).map(|(place, r)| (place, r.common.stream))
                }
                _ => None,
            });
            let (place, seen) = found.unwrap_or((Place::UNKNOWN, 0));
            touched = touched.wrapping_add(seen);
            place
        }));
        std::hint::black_box(touched);
    }

    /// Appends the facts of one frame to `facts`: an entry for each of the outline's transports, in
    /// their order. Frames must come in the order of the capture.
    ///
    /// When a fragment makes a packet whole, the frame is outlined again with what is inside: that outline
    /// is given back, and the facts are those of its transports.
    pub fn frame(
        &mut self,
        registry: &Registry,
        meta: &Meta,
        bytes: &[u8],
        outline: &Dissection,
        facts: &mut Vec<TransportFacts>,
    ) -> Option<&mut Dissection> {
        if !outline.fragments.is_empty() && self.assemble(registry, meta, bytes, outline) {
            let again = std::mem::take(&mut self.again);
            self.outlined(meta, bytes, &again, facts);
            self.again = again;
            return Some(&mut self.again);
        }
        self.outlined(meta, bytes, outline, facts);
        None
    }

    /// Takes note of a frame's fragments alone; whether one made a packet whole. For those who want no
    /// facts about conversations.
    pub fn assemble(&mut self, registry: &Registry, meta: &Meta, bytes: &[u8], outline: &Dissection) -> bool {
        let first = self.fragments.done.len();
        let mut again = std::mem::take(&mut self.again);
        let mut seen = 0;
        for round in 0..MOST_NESTED {
            let outline = if round == 0 { outline } else { &again };
            let before = self.fragments.done.len();
            // What is inside a packet that is whole now is found behind what was found before.
            for (nth, f) in (0u32..).zip(&outline.fragments).skip(seen) {
                self.fragments.add(meta.number, nth, f, outline.bytes(bytes, f.span));
            }
            seen = outline.fragments.len();
            if self.fragments.done.len() == before {
                break;
            }
            let assembled = self.fragments.done.get(first..).unwrap_or_default();
            let facts = requin_wire::Facts { assembled, ..requin_wire::Facts::default() };
            let want = requin_wire::Want::nothing();
            requin_protocols::dissect_frame::<Outline>(registry, &want, meta, &facts, bytes, &mut again);
        }
        self.again = again;
        self.fragments.done.len() > first
    }

    fn outlined(&mut self, meta: &Meta, bytes: &[u8], outline: &Dissection, facts: &mut Vec<TransportFacts>) {
        self.apps.store.begin();
        for t in &outline.transports {
            let (header, payload) = (outline.bytes(bytes, t.header), outline.bytes(bytes, t.payload));
            self.transport(meta, t, Place::UNKNOWN, header, payload, facts);
        }
        for a in &outline.asides {
            self.apps.aside(meta, outline.bytes(bytes, a.span), a);
        }
    }

    /// As [`frame`](Flow::frame), for one that has a single transport header and nothing else to be noted.
    /// `place` is what [`expect`](Flow::expect) gave for it.
    #[inline]
    pub fn usual(
        &mut self,
        meta: &Meta,
        bytes: &[u8],
        t: &Transport,
        place: Place,
        facts: &mut Vec<TransportFacts>,
    ) {
        self.apps.store.begin();
        self.transport(meta, t, place, t.header.of(bytes), t.payload.of(bytes), facts);
    }

    #[inline]
    fn transport(
        &mut self,
        meta: &Meta,
        t: &Transport,
        place: Place,
        header: &[u8],
        payload: &[u8],
        facts: &mut Vec<TransportFacts>,
    ) {
        facts.push(TransportFacts::default());
        let Some(f) = facts.last_mut() else { return };
        match t.kind {
            TransportKind::Tcp => self.segment(meta, t, place, header, payload, f),
            _ => self.datagram(meta, t, place, payload, f),
        }
    }

    fn segment(
        &mut self,
        meta: &Meta,
        t: &Transport,
        place: Place,
        header: &[u8],
        bytes: &[u8],
        f: &mut TransportFacts,
    ) {
        let (record, mut new, swapped, evicted) = self.tcp.find(t, place, &mut self.budget);
        if let Some(old) = evicted {
            self.evicted.conversations += 1;
            self.apps.forget(&old.common);
            self.analyses.remove(old.analysis, old.common.stream);
        }
        let Some(r) = record else { return };
        let segment = Segment::parse(header, t.payload_len);
        let mut reused = false;
        if !new {
            // Which way it goes is known before anything is noted.
            let way = r.common.way(swapped);
            // What an error message quotes may be cut before the flags.
            if segment.is_some_and(|s| r.is_reused_by(way, &s)) {
                self.apps.forget(&r.common);
                self.analyses.remove(r.analysis, r.common.stream);
                *r = Tcp::default();
                (new, reused) = (true, true);
            }
        }
        if new {
            let next = &mut self.streams[0];
            r.common.stream = *next;
            *next = next.wrapping_add(1);
        }
        let way = r.common.frame(meta.time, swapped, f);
        r.common.passed(meta.time);
        let Some(s) = segment.filter(|_| !t.quoted) else {
            r.quoted(way, segment.as_ref(), new, reused, &mut f.tcp);
            return;
        };
        r.segment(way, &s, new, reused, &mut f.tcp);
        if s.bogus {
            return;
        }
        if self.options.analysis {
            let j = Judged {
                segment: &s,
                way,
                time: r.common.since_first(meta.time),
                timeless: meta.time == Time::default(),
                frame: meta.number,
                other_scale: r.scale(!way & 1),
            };
            self.analyses.with(&mut r.analysis, r.common.stream, |a| a.judge(&j, &mut f.tcp));
        }
        let fin = s.any(segment::FIN);
        if self.options.apps && (t.payload_len > 0 || fin) {
            let mut p = payload(0, meta, t, bytes, way, Some(s.seq));
            p.fin = fin;
            self.apps.payload(&mut r.common, &p, &mut self.budget.left, f);
        }
    }

    fn datagram(&mut self, meta: &Meta, t: &Transport, place: Place, bytes: &[u8], f: &mut TransportFacts) {
        let (kind, table) = match t.kind {
            TransportKind::Tcp | TransportKind::Udp => (&mut self.udp, 1),
            TransportKind::Sctp => (&mut self.sctp, 2),
            TransportKind::Dccp => (&mut self.dccp, 3),
        };
        let (record, new, swapped, evicted) = kind.find(t, place, &mut self.budget);
        if let Some(old) = evicted {
            self.evicted.conversations += 1;
            self.apps.forget(&old.common);
        }
        let Some(r) = record else { return };
        if new {
            let next = &mut self.streams[table & 3];
            r.common.stream = *next;
            *next = next.wrapping_add(1);
        }
        let way = r.common.frame(meta.time, swapped, f);
        // Of datagrams, those that carry something count.
        if t.payload_len == 0 {
            return;
        }
        if t.quoted {
            if self.options.apps {
                let p = payload(table, meta, t, bytes, way, None);
                self.apps.quoted(&mut r.common, &p, f.forward);
            }
            return;
        }
        r.common.passed(meta.time);
        if self.options.apps {
            let p = payload(table, meta, t, bytes, way, None);
            self.apps.payload(&mut r.common, &p, &mut self.budget.left, f);
        }
    }

    /// The PDUs put together since the last call, in exchange for an empty list:
    /// [`StreamPart::ends`](requin_wire::StreamPart::ends) of the frames since then leads to them.
    pub fn take_reassembled(&mut self, list: &mut Vec<requin_wire::Reassembled>) {
        list.clear();
        std::mem::swap(list, &mut self.apps.pool.done);
    }

    /// The packets that became whole since the last call, in exchange for an empty list.
    pub fn take_assembled(&mut self, list: &mut Vec<requin_wire::Assembled>) {
        list.clear();
        std::mem::swap(list, &mut self.fragments.done);
    }

    /// Bytes that fragments take which wait for others.
    #[must_use]
    pub fn fragmented(&self) -> usize {
        self.fragments.taken()
    }

    /// The notes of protocols on the frames since the last call, in exchange for an empty list.
    pub fn take_recalled(&mut self, list: &mut Vec<requin_wire::Recalled>) {
        list.clear();
        std::mem::swap(list, &mut self.apps.store.notes);
    }

    /// Runs the [`Remember`](requin_wire::Remember) functions of those protocols alone that are wanted.
    #[must_use]
    pub fn only(mut self, wanted: &dyn Fn(ProtoId) -> bool) -> Flow {
        self.apps.store.only(wanted);
        self
    }

    /// Says of which protocols, and those that they carry, columns are all that is shown: they remember no more than that.
    #[must_use]
    pub fn for_columns(mut self, alone: &dyn Fn(ProtoId) -> bool) -> Flow {
        self.apps.store.for_columns(alone);
        self
    }

    /// Takes the lines of a key log that the capture has here: packets from now on may need its secrets.
    pub fn learn_secrets(&mut self, log: &[u8]) {
        self.apps.store.learn(log);
    }

    /// Bytes that the values take which protocols remember.
    #[must_use]
    pub fn remembered(&self) -> usize {
        self.apps.store.taken()
    }

    /// How many conversations are remembered.
    #[must_use]
    pub fn conversations(&self) -> usize {
        let plain = [&self.udp, &self.sctp, &self.dccp];
        let tcp = self.tcp.narrow.len() + self.tcp.wide.len();
        tcp + plain.iter().map(|k| k.narrow.len() + k.wide.len()).sum::<usize>()
    }

    /// Bytes that segments in flight take, beyond those of the records.
    #[must_use]
    pub fn analysis_heap(&self) -> usize {
        self.analyses.heap()
    }

    /// What had to be given up so far.
    #[must_use]
    pub fn evicted(&self) -> Evicted {
        Evicted {
            memories: self.apps.without,
            analyses: self.analyses.missed,
            remembered: self.apps.store.forgotten,
            ..self.evicted
        }
    }

    /// What had to be given up so far, as sentences for the user.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        let e = self.evicted();
        let mut w = Vec::new();
        if e.conversations > 0 {
            w.push(format!(
                "{} conversations were forgotten to stay within {} MiB; those that went on count as new ones",
                e.conversations,
                self.options.memory >> 20
            ));
        }
        if e.analyses > 0 {
            w.push(format!(
                "{} times a conversation went on whose TCP analysis had been forgotten to stay within {} MiB; \
                 retransmissions may be missing there",
                e.analyses,
                self.options.analysis_memory >> 20
            ));
        }
        if self.apps.pool.given_up > 0 {
            w.push(format!(
                "{} messages were not put together to stay within {} MiB",
                self.apps.pool.given_up,
                self.options.reassembly_memory >> 20
            ));
        }
        if self.fragments.given_up > 0 {
            w.push(format!(
                "{} fragmented packets were not put together to stay within {} MiB",
                self.fragments.given_up,
                self.options.reassembly_memory >> 20
            ));
        }
        if e.remembered > 0 {
            w.push(format!(
                "{} requests and the like were forgotten to stay within {} MiB; what answers them may not be tied to them",
                e.remembered,
                self.options.remember_memory >> 20
            ));
        }
        if e.memories > 0 {
            w.push(format!(
                "{} times a protocol could not remember its conversation within {} MiB",
                e.memories,
                self.options.memory >> 20
            ));
        }
        w
    }
}

fn payload<'a>(
    table: usize,
    meta: &Meta,
    transport: &'a Transport,
    bytes: &'a [u8],
    way: usize,
    seq: Option<u32>,
) -> Payload<'a> {
    Payload {
        table,
        ports: Ports { src: transport.src_port, dst: transport.dst_port },
        bytes,
        reported: transport.payload_len as usize,
        way,
        seq,
        frame: meta.number,
        fin: false,
        time: meta.time,
        transport,
    }
}
