//! Which conversation each packet belongs to, and what its transport tells of it.

use crate::analyses::Analyses;
use crate::analysis::Judged;
use crate::common::Plain;
use crate::fragment::Fragments;
use crate::key::{self, Key, Narrow, Wide};
use crate::messages::Carried;
use crate::segment::{self, Segment};
use crate::table::{Budget, Place, Record, Table};
use crate::tcp::Tcp;
use crate::{Evicted, Options};
use requin_wire::{
    Dissection, Meta, Outline, Registry, TcpFacts, Time, Transport, TransportFacts, TransportKind,
};

/// How many packets that came in fragments may be inside each other.
const MOST_NESTED: usize = 8;

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

/// The memory across packets, as far as transports need it: numbers of streams, TCP analysis, fragments.
pub struct Conversations {
    options: Options,
    tcp: Kind<Tcp>,
    udp: Kind<Plain>,
    sctp: Kind<Plain>,
    dccp: Kind<Plain>,
    /// The next stream index of each transport.
    streams: [u32; 4],
    /// The number of the next record that was never used.
    records: u32,
    budget: Budget,
    analyses: Analyses,
    evicted: Evicted,
    fragments: Fragments,
    /// Outline of a frame with a packet that is whole now.
    again: Dissection,
}

/// A transport header on its way into the memory.
struct Header<'h> {
    meta: &'h Meta,
    /// Which of the frame's transports it is.
    nth: u32,
    t: &'h Transport,
    /// Where its conversation was.
    place: Place,
    bytes: &'h [u8],
}

impl Conversations {
    /// Nothing is known yet.
    pub(crate) fn new(options: Options) -> Conversations {
        Conversations {
            options,
            tcp: Kind::new(),
            udp: Kind::new(),
            sctp: Kind::new(),
            dccp: Kind::new(),
            streams: [0; 4],
            records: 0,
            budget: Budget { left: options.memory - Options::share(options.memory) },
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

    /// Appends the facts of one frame to `facts`: an entry for each of the outline's transports, in their order; and to
    /// `carried` what [`Messages`](crate::Messages) have to look at. Frames must come in the order of the capture.
    ///
    /// When a fragment makes a packet whole, the frame is outlined again with what is inside: that outline is given
    /// back, and the facts are those of its transports.
    pub fn frame(
        &mut self,
        registry: &Registry,
        meta: &Meta,
        bytes: &[u8],
        outline: &Dissection,
        facts: &mut Vec<TransportFacts>,
        carried: &mut Vec<Carried>,
    ) -> Option<&mut Dissection> {
        if !outline.fragments.is_empty() && self.assemble(registry, meta, bytes, outline) {
            let again = std::mem::take(&mut self.again);
            self.outlined(meta, bytes, &again, facts, carried);
            self.again = again;
            return Some(&mut self.again);
        }
        self.outlined(meta, bytes, outline, facts, carried);
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

    fn outlined(
        &mut self,
        meta: &Meta,
        bytes: &[u8],
        outline: &Dissection,
        facts: &mut Vec<TransportFacts>,
        carried: &mut Vec<Carried>,
    ) {
        for (nth, t) in (0u32..).zip(&outline.transports) {
            let bytes = outline.bytes(bytes, t.header);
            self.transport(&Header { meta, nth, t, place: Place::UNKNOWN, bytes }, facts, carried);
        }
    }

    /// As [`frame`](Conversations::frame), for one that has a single transport header and nothing else to be noted.
    /// `place` is what [`expect`](Conversations::expect) gave for it.
    #[inline]
    pub fn usual(
        &mut self,
        meta: &Meta,
        bytes: &[u8],
        t: &Transport,
        place: Place,
        facts: &mut Vec<TransportFacts>,
        carried: &mut Vec<Carried>,
    ) {
        self.transport(&Header { meta, nth: 0, t, place, bytes: t.header.of(bytes) }, facts, carried);
    }

    #[inline]
    fn transport(&mut self, h: &Header<'_>, facts: &mut Vec<TransportFacts>, carried: &mut Vec<Carried>) {
        facts.push(TransportFacts::default());
        let Some(f) = facts.last_mut() else { return };
        match h.t.kind {
            TransportKind::Tcp => self.segment(h, f, carried),
            _ => self.datagram(h, f, carried),
        }
    }

    /// Hands on what [`Messages`](crate::Messages) have to look at.
    #[inline(always)]
    fn hand_on(&self, c: Carried, to: &mut Vec<Carried>) {
        if self.options.apps && (c.anew || !c.empty) {
            to.push(c);
        }
    }

    fn segment(&mut self, h: &Header<'_>, f: &mut TransportFacts, to: &mut Vec<Carried>) {
        let Header { meta, t, place, .. } = *h;
        let (record, mut new, swapped, evicted) = self.tcp.find(t, place, &mut self.budget);
        let mut carried = Carried { transport: h.nth, empty: true, ..Carried::default() };
        if let Some(old) = &evicted {
            self.evicted.conversations += 1;
            self.analyses.remove(old.analysis, old.common.stream);
        }
        let Some(r) = record else { return };
        if new {
            carried.anew =
                r.common.begin(evicted.map(|old| old.common), &mut self.streams[0], &mut self.records);
        }
        let segment = Segment::parse(h.bytes, t.payload_len);
        let mut reused = false;
        if !new {
            // Which way it goes is known before anything is noted.
            let way = r.common.way(swapped);
            // What an error message quotes may be cut before the flags.
            if segment.is_some_and(|s| r.is_reused_by(way, &s)) {
                self.analyses.remove(r.analysis, r.common.stream);
                let old = std::mem::take(r).common;
                carried.anew = r.common.begin(Some(old), &mut self.streams[0], &mut self.records);
                (new, reused) = (true, true);
            }
        }
        carried.record = r.common.record;
        let answers = || segment.map_or_else(|| serves(t), |s| s.answers().unwrap_or_else(|| serves(t)));
        let way = r.common.frame(meta.time, swapped, answers, f);
        r.common.passed(meta.time);
        let Some(s) = segment.filter(|_| !t.quoted) else {
            r.quoted(way, segment.as_ref(), new, reused, &mut f.tcp);
            return self.hand_on(carried, to);
        };
        r.segment(way, &s, new, reused, &mut f.tcp);
        if s.bogus {
            return self.hand_on(carried, to);
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
        carried.seq = s.seq;
        carried.fin = s.any(segment::FIN);
        // The byte of a keep-alive is none of the stream's.
        let nothing = t.payload_len == 0 || f.tcp.has(TcpFacts::KEEP_ALIVE);
        carried.empty = nothing && !carried.fin;
        self.hand_on(carried, to);
    }

    fn datagram(&mut self, h: &Header<'_>, f: &mut TransportFacts, to: &mut Vec<Carried>) {
        let Header { meta, t, place, .. } = *h;
        let (kind, table) = match t.kind {
            TransportKind::Tcp | TransportKind::Udp => (&mut self.udp, 1),
            TransportKind::Sctp => (&mut self.sctp, 2),
            TransportKind::Dccp => (&mut self.dccp, 3),
        };
        let (record, new, swapped, evicted) = kind.find(t, place, &mut self.budget);
        let mut carried = Carried { transport: h.nth, empty: t.payload_len == 0, ..Carried::default() };
        self.evicted.conversations += u64::from(evicted.is_some());
        let Some(r) = record else { return };
        if new {
            let old = evicted.map(|old| old.common);
            carried.anew = r.common.begin(old, &mut self.streams[table & 3], &mut self.records);
        }
        carried.record = r.common.record;
        r.common.frame(meta.time, swapped, || serves(t), f);
        // Of datagrams, those that carry something count.
        if !carried.empty && !t.quoted {
            r.common.passed(meta.time);
        }
        self.hand_on(carried, to);
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

    /// How many conversations are remembered.
    #[must_use]
    pub fn len(&self) -> usize {
        let plain = [&self.udp, &self.sctp, &self.dccp];
        let tcp = self.tcp.narrow.len() + self.tcp.wide.len();
        tcp + plain.iter().map(|k| k.narrow.len() + k.wide.len()).sum::<usize>()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes that segments in flight take, beyond those of the records.
    #[must_use]
    pub fn analysis_heap(&self) -> usize {
        self.analyses.heap()
    }

    /// What had to be given up so far.
    #[must_use]
    pub fn evicted(&self) -> Evicted {
        Evicted { analyses: self.analyses.missed, ..self.evicted }
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
        if self.fragments.given_up > 0 {
            w.push(format!(
                "{} fragmented packets were not put together to stay within {} MiB",
                self.fragments.given_up,
                self.options.reassembly_memory >> 20
            ));
        }
        w
    }
}

/// Linux gives clients ports from here on, others from 49152.
const FIRST_OF_CLIENTS: u16 = 32768;

/// Whether what does not tell comes from a server, by its ports: a well-known one against one that is not, or a registered
/// one against one that systems give to clients (RFC 6335, 6).
fn serves(t: &Transport) -> bool {
    let (from, to) = (t.src_port, t.dst_port);
    from < 1024 && to >= 1024 || from < FIRST_OF_CLIENTS && to >= FIRST_OF_CLIENTS
}
