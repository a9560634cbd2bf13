//! Which protocol a conversation carries, and what that protocol remembers of it.

use crate::Options;
use crate::common::Common;
use crate::recall::Store;
use crate::segment::before;
use crate::slab::Slab;
use crate::stream::{Piece, Pool, Streams};
use requin_wire::{
    Accepts, Aside, Cursor, FRAME, Frames, KeyTable, Meta, Moment, Past, Ports, ProtoId, Registry, Remember,
    Table, Time, Track, Transport, TransportFacts,
};
use std::sync::Arc;

/// Payloads that are offered to heuristics before a conversation is given up as unknown.
const TRIES: u8 = 10;

/// The memory of the protocol above.
#[derive(Default)]
pub(crate) struct Memory {
    state: [u64; 2],
    /// The sequence number that comes next, for each direction of a TCP conversation.
    next: [u32; 2],
    known: u8,
    /// PDUs that are being put together.
    streams: Streams,
}

impl Memory {
    /// What a payload brings that is new.
    fn fresh<'p>(&mut self, p: &Payload<'p>) -> &'p [u8] {
        let mut bytes = p.bytes;
        if let (Some(seq), Some(next)) = (p.seq, self.next.get_mut(p.way & 1)) {
            let end = seq.wrapping_add(p.reported as u32);
            if self.known >> (p.way & 1) & 1 != 0 && before(seq, *next) {
                // Sent again, at least in part: what is new of it is behind what was known.
                bytes = bytes.get(next.wrapping_sub(seq) as usize..).unwrap_or_default();
            }
            if self.known >> (p.way & 1) & 1 == 0 || before(*next, end) {
                *next = end;
            }
            self.known |= 1 << (p.way & 1);
        }
        bytes
    }
}

/// Lookups that lead from a transport to the protocol above.
pub(crate) struct Apps {
    tables: [Option<KeyTable>; 4],
    tracks: Vec<Option<Track>>,
    frames: Vec<Option<Frames>>,
    pub(crate) pool: Pool,
    pub(crate) store: Store,
    memory: Slab<Memory>,
    /// Conversations whose protocol had to do without memory.
    pub(crate) without: u64,
}

/// A payload on its way to the protocol above.
pub(crate) struct Payload<'a> {
    /// Number of the transport's table.
    pub(crate) table: usize,
    pub(crate) ports: Ports,
    pub(crate) bytes: &'a [u8],
    pub(crate) reported: usize,
    /// Direction.
    pub(crate) way: usize,
    /// Sequence number of the first byte, for TCP.
    pub(crate) seq: Option<u32>,
    pub(crate) frame: u64,
    /// The sender says that nothing more comes.
    pub(crate) fin: bool,
    pub(crate) time: Time,
    /// The transport header.
    pub(crate) transport: &'a Transport,
}

impl Payload<'_> {
    /// The moment as protocols see it.
    fn moment(&self, common: &Common, forward: bool) -> Moment {
        Moment {
            frame: self.frame,
            time: self.time,
            forward,
            src: self.transport.src,
            dst: self.transport.dst,
            ports: self.ports,
            transport: Some(self.transport.kind),
            stream: common.stream,
            quoted: self.transport.quoted,
            reported: self.reported,
        }
    }
}

impl Apps {
    pub(crate) fn new(registry: &Registry, options: &Options) -> Apps {
        let table = |t| registry.table(t).cloned();
        Apps {
            tables: [table(Table::Tcp), table(Table::Udp), table(Table::SctpPort), table(Table::Dccp)],
            tracks: registry.protos().iter().map(|p| p.track).collect(),
            frames: registry.protos().iter().map(|p| p.frames).collect(),
            pool: Pool::new(options.reassembly_memory),
            store: Store::new(
                options.remember_memory,
                registry.protos().iter().map(|p| p.remember).collect(),
            )
            .knowing(registry.protos().iter().map(|p| p.frames).collect(), Arc::clone(&registry.secrets)),
            memory: Slab::new(),
            without: 0,
        }
    }

    /// Gives back the memory of a conversation that is over.
    pub(crate) fn forget(&mut self, common: &Common) {
        if let Some(m) = self.memory.get(common.memory) {
            m.streams.clear(&mut self.pool);
        }
        self.memory.remove(common.memory);
    }

    /// Settles which protocol the payload is of, notes what that remembered so far, and lets it
    /// remember more.
    #[inline]
    pub(crate) fn payload(
        &mut self,
        common: &mut Common,
        p: &Payload<'_>,
        left: &mut usize,
        facts: &mut TransportFacts,
    ) {
        if self.store.expectations != common.expected {
            self.look_for_expected(common, p, facts.forward);
        }
        let app = self.app_of(common, p);
        facts.app = common.app();
        let Some(app) = app else { return };
        let track = self.tracks.get(usize::from(app.0)).copied().flatten();
        let frames = self.frames.get(usize::from(app.0)).copied().flatten().filter(|_| p.seq.is_some());
        let remember = self.store.function(app);
        if common.announced() {
            Past::new(app, p.moment(common, facts.forward), [0; 2], &mut self.store).note_announced();
        }
        if track.is_none() && frames.is_none() && remember.is_none() {
            return;
        }
        // A datagram's protocol may have no use for the words: they are made when it puts something there.
        let lazy = track.is_none() && p.seq.is_none();
        if common.memory == 0 && !lazy {
            common.memory = self.memory.add(left);
            self.without += u64::from(common.memory == 0);
        }
        if let Some(m) = self.memory.get(common.memory) {
            facts.state = m.state;
        }
        if let Some(frames) = frames {
            facts.app = Some(app);
            self.cut(app, frames, remember, common, p, facts);
        }
        if let Some(track) = track {
            self.run(track, common, p, facts);
        }
        if let Some(remember) = remember.filter(|_| frames.is_none()) {
            self.datagram(app, remember, common, p, left, facts);
        }
    }

    /// Lets a protocol look at bytes that are not cut into PDUs.
    fn datagram(
        &mut self,
        app: ProtoId,
        remember: Remember,
        common: &mut Common,
        p: &Payload<'_>,
        left: &mut usize,
        facts: &TransportFacts,
    ) {
        let mut now = p.moment(common, facts.forward);
        let Some(m) = self.memory.get(common.memory) else {
            let mut past = Past::new(app, now, [0; 2], &mut self.store);
            if p.bytes.is_empty() {
                return;
            }
            remember(&mut past, p.bytes);
            let (state, next) = (past.state, past.next());
            settle(common, next);
            if next.is_none() && state != [0; 2] {
                common.memory = self.memory.add(left);
                self.without += u64::from(common.memory == 0);
                if let Some(m) = self.memory.get(common.memory) {
                    m.state = state;
                }
            }
            return;
        };
        let bytes = m.fresh(p);
        if bytes.is_empty() {
            return;
        }
        now.reported = now.reported.saturating_sub(p.bytes.len() - bytes.len());
        let mut past = Past::new(app, now, m.state, &mut self.store);
        remember(&mut past, bytes);
        m.state = if settle(common, past.next()) { [0; 2] } else { past.state };
    }

    /// Looks whether another conversation announced this one.
    #[cold]
    fn look_for_expected(&mut self, common: &mut Common, p: &Payload<'_>, forward: bool) {
        common.expected = self.store.expectations;
        let Some((app, why)) = self.store.expected(p.transport) else { return };
        if common.app() != Some(app) {
            if let Some(m) = self.memory.get(common.memory) {
                m.state = [0; 2];
            }
            common.set_app(app);
        }
        common.set_announced();
        Past::new(app, p.moment(common, forward), [0; 2], &mut self.store).announce(&why);
    }

    /// Lets a protocol look at a datagram that an error message quotes.
    pub(crate) fn quoted(&mut self, common: &mut Common, p: &Payload<'_>, forward: bool) {
        let Some(app) = self.app_of(common, p) else { return };
        let Some(remember) = self.store.function(app) else { return };
        let state = self.memory.get(common.memory).map_or([0; 2], |m| m.state);
        remember(&mut Past::new(app, p.moment(common, forward), state, &mut self.store), p.bytes);
    }

    /// Runs the function of a protocol below the transports.
    pub(crate) fn aside(&mut self, meta: &Meta, bytes: &[u8], a: &Aside) {
        let Some(remember) = self.store.function(a.proto) else { return };
        let now = Moment {
            frame: meta.number,
            time: meta.time,
            forward: true,
            src: a.src,
            dst: a.dst,
            ports: Ports::default(),
            transport: None,
            stream: 0,
            quoted: false,
            reported: a.reported as usize,
        };
        remember(&mut Past::new(a.proto, now, [0; 2], &mut self.store), bytes);
    }

    /// Cuts a stream into PDUs, and lets the protocol look at those that are whole.
    fn cut(
        &mut self,
        app: ProtoId,
        frames: Frames,
        remember: Option<Remember>,
        common: &mut Common,
        p: &Payload<'_>,
        facts: &mut TransportFacts,
    ) {
        let memory = common.memory;
        let Some(m) = self.memory.get(memory) else { return };
        let piece = Piece {
            seq: p.seq.unwrap_or_default(),
            bytes: p.bytes,
            len: p.reported as u32,
            frame: p.frame,
            way: p.way,
            forward: facts.forward,
            fin: p.fin,
        };
        let now = p.moment(common, facts.forward);
        let store = &mut self.store;
        let mut next = None;
        let mut each = |state: &mut [u64; 2], pdu: &[u8], reported: usize| {
            // What comes behind a hand-over in the same segment is none of its business.
            let Some(remember) = remember.filter(|_| next.is_none()) else { return };
            let mut past = Past::new(app, Moment { reported, ..now }, *state, store);
            remember(&mut past, pdu);
            (*state, next) = (past.state, past.next());
        };
        facts.stream_part = m.streams.piece(&piece, frames, &mut m.state, memory, &mut self.pool, &mut each);
        if settle(common, next) {
            m.state = [0; 2];
        }
        while let Some((memory, serial)) = self.pool.victim() {
            if let Some(m) = self.memory.get(memory) {
                m.streams.give_up(serial, &mut self.pool);
            }
        }
    }

    /// The protocol of the conversation: the settled one, or by port, or by looks, which settles it.
    #[inline]
    fn app_of(&self, common: &mut Common, p: &Payload<'_>) -> Option<ProtoId> {
        if let Some(app) = common.app() {
            return Some(app);
        }
        let table = self.tables.get(p.table)?.as_ref()?;
        let c = Cursor::new(p.bytes, p.reported, FRAME);
        let looks = |(accepts, _): &(Accepts, ProtoId)| accepts(&c, p.ports);
        if common.tries == 0
            && !p.bytes.is_empty()
            && let Some((_, id)) = table.sure().iter().copied().find(looks)
        {
            common.set_app(id);
            return Some(id);
        }
        let (low, high) = (p.ports.src.min(p.ports.dst), p.ports.src.max(p.ports.dst));
        if let Some(app) = table.find(u32::from(low)).or_else(|| table.find(u32::from(high))) {
            return Some(app);
        }
        if common.tries >= TRIES || p.bytes.is_empty() {
            return None;
        }
        match table.likely(p.bytes).find(looks) {
            Some((_, id)) => {
                common.set_app(id);
                Some(id)
            }
            None => {
                common.tries += 1;
                None
            }
        }
    }

    fn run(&mut self, track: Track, common: &mut Common, p: &Payload<'_>, facts: &TransportFacts) {
        let Some(m) = self.memory.get(common.memory) else { return };
        let bytes = m.fresh(p);
        if bytes.is_empty() {
            return;
        }
        let next = track(&mut m.state, facts.forward, bytes);
        if settle(common, next) {
            m.state = [0; 2];
        }
    }
}

/// Hands a conversation over, when its protocol says so.
fn settle(common: &mut Common, next: Option<ProtoId>) -> bool {
    if let Some(other) = next {
        common.set_app(other);
    }
    next.is_some()
}
