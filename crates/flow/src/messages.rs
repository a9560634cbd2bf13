//! Which protocol a conversation carries, and what that protocol remembers of it.

use crate::recall::Store;
use crate::segment::before;
use crate::slab::Slab;
use crate::stream::{Framing, Piece, Pool, Streams};
use crate::{Evicted, Options};
use requin_wire::{
    Accepts, Aside, Cursor, Dissection, FRAME, KeyTable, Meta, Moment, Past, Ports, ProtoId, Recognise,
    Registry, Remember, Table, Time, Track, Transport, TransportFacts, TransportKind,
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

/// What is known of the protocol above a conversation.
#[derive(Clone, Copy, Default)]
pub(crate) struct Kept {
    /// Where the protocol above has its memory, 0 for nowhere.
    memory: u32,
    /// What had been expected when that was last compared with this conversation.
    expected: u32,
    /// Number of the protocol above + 1, 0 for none.
    app: u16,
    /// How many payloads were offered to heuristics in vain.
    tries: u8,
    /// Another conversation announced this one.
    announced: bool,
}

impl Kept {
    /// The protocol above, when it is settled.
    #[inline]
    fn app(&self) -> Option<ProtoId> {
        self.app.checked_sub(1).map(ProtoId)
    }

    /// Settles the protocol above.
    fn set_app(&mut self, app: ProtoId) {
        self.app = app.0.saturating_add(1);
    }
}

/// What a transport hands on to the protocol above.
#[derive(Clone, Copy, Debug, Default)]
pub struct Carried {
    /// Which of the frame's transports it is.
    pub(crate) transport: u32,
    /// Number of the conversation's record.
    pub(crate) record: u32,
    /// Sequence number of the first byte, for TCP.
    pub(crate) seq: u32,
    /// The record was that of another conversation before.
    pub(crate) anew: bool,
    /// There is no payload.
    pub(crate) empty: bool,
    /// The sender says that nothing more comes.
    pub(crate) fin: bool,
}

/// The memory across messages: which protocol each conversation carries, PDUs that are being put together, and what
/// protocols remember.
pub struct Messages {
    tables: [Option<KeyTable>; 4],
    tracks: Vec<Option<Track>>,
    framings: Vec<Option<Framing>>,
    pub(crate) pool: Pool,
    pub(crate) store: Store,
    memory: Slab<Memory>,
    /// Bytes that it may take yet.
    left: usize,
    /// What is known of the protocol above each conversation, by number of its record.
    kept: Vec<Kept>,
    /// Conversations whose protocol had to do without memory.
    without: u64,
    options: Options,
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
    /// Stream index.
    pub(crate) stream: u32,
    pub(crate) frame: u64,
    /// The sender says that nothing more comes.
    pub(crate) fin: bool,
    pub(crate) time: Time,
    /// The transport header.
    pub(crate) transport: &'a Transport,
}

impl Payload<'_> {
    /// Whether it goes the way of the conversation's first frame.
    fn forward(&self) -> bool {
        self.way == 0
    }

    /// The moment as protocols see it.
    fn moment(&self) -> Moment {
        Moment {
            frame: self.frame,
            time: self.time,
            forward: self.forward(),
            src: self.transport.src,
            dst: self.transport.dst,
            ports: self.ports,
            transport: Some(self.transport.kind),
            stream: self.stream,
            quoted: self.transport.quoted,
            reported: self.reported,
        }
    }
}

impl Messages {
    pub(crate) fn new(registry: &Registry, options: &Options) -> Messages {
        let table = |t| registry.table(t).cloned();
        Messages {
            tables: [table(Table::Tcp), table(Table::Udp), table(Table::SctpPort), table(Table::Dccp)],
            tracks: registry.protos().iter().map(|p| p.track).collect(),
            framings: registry
                .protos()
                .iter()
                .map(|p| p.frames.map(|frames| Framing { frames, previewed: p.previewed }))
                .collect(),
            pool: Pool::new(options.reassembly_memory),
            store: Store::new(
                options.remember_memory,
                registry.protos().iter().map(|p| p.remember).collect(),
            )
            .knowing(registry.protos().iter().map(|p| p.frames).collect(), Arc::clone(&registry.secrets)),
            memory: Slab::new(),
            left: Options::share(options.memory),
            kept: Vec::new(),
            without: 0,
            options: *options,
        }
    }

    /// Forgets a conversation that is over.
    fn forget(&mut self, kept: Kept) {
        if let Some(m) = self.memory.get(kept.memory) {
            m.streams.clear(&mut self.pool);
        }
        self.memory.remove(kept.memory);
    }

    /// Looks at what the transports of a frame carry: `carried` is what [`Conversations`](crate::Conversations) handed
    /// on of it, `facts` what they made of its transports. Frames must come in the order of the capture.
    pub fn frame(
        &mut self,
        meta: &Meta,
        bytes: &[u8],
        outline: &Dissection,
        carried: &[Carried],
        facts: &mut [TransportFacts],
    ) {
        self.store.begin();
        for c in carried {
            let at = c.transport as usize;
            if let (Some(t), Some(f)) = (outline.transports.get(at), facts.get_mut(at)) {
                self.carried(meta, t, outline.bytes(bytes, t.payload), *c, f);
            }
        }
        for a in &outline.asides {
            self.aside(meta, outline.bytes(bytes, a.span), a);
        }
    }

    /// As [`frame`](Messages::frame), for one that has a single transport header and nothing else to be noted.
    #[inline]
    pub fn usual(
        &mut self,
        meta: &Meta,
        bytes: &[u8],
        t: &Transport,
        carried: Carried,
        facts: &mut TransportFacts,
    ) {
        self.store.begin();
        self.carried(meta, t, t.payload.of(bytes), carried, facts);
    }

    #[inline]
    fn carried(
        &mut self,
        meta: &Meta,
        transport: &Transport,
        bytes: &[u8],
        c: Carried,
        facts: &mut TransportFacts,
    ) {
        let at = c.record as usize;
        if self.kept.len() <= at {
            self.kept.resize(at + 1, Kept::default());
        }
        let Some(place) = self.kept.get_mut(at) else { return };
        let mut kept = if c.anew { std::mem::take(place) } else { *place };
        if c.anew {
            self.forget(std::mem::take(&mut kept));
        }
        if !c.empty {
            let (table, seq) = match transport.kind {
                TransportKind::Tcp => (0, Some(c.seq)),
                TransportKind::Udp => (1, None),
                TransportKind::Sctp => (2, None),
                TransportKind::Dccp => (3, None),
            };
            let p = Payload {
                table,
                ports: Ports { src: transport.src_port, dst: transport.dst_port },
                bytes,
                reported: transport.payload_len as usize,
                way: usize::from(!facts.forward),
                seq,
                frame: meta.number,
                fin: c.fin,
                time: meta.time,
                stream: facts.stream,
                transport,
            };
            match transport.quoted {
                true => self.quoted(&mut kept, &p),
                false => self.payload(&mut kept, &p, facts),
            }
        }
        if let Some(place) = self.kept.get_mut(at) {
            *place = kept;
        }
    }

    /// Settles which protocol the payload is of, notes what that remembered so far, and lets it
    /// remember more.
    #[inline]
    fn payload(&mut self, kept: &mut Kept, p: &Payload<'_>, facts: &mut TransportFacts) {
        if self.store.expectations != kept.expected {
            self.look_for_expected(kept, p);
        }
        let app = self.app_of(kept, p);
        facts.app = kept.app();
        let Some(app) = app else { return };
        let track = self.tracks.get(usize::from(app.0)).copied().flatten();
        let framing = self.framings.get(usize::from(app.0)).copied().flatten().filter(|_| p.seq.is_some());
        let remember = self.store.function(app);
        if kept.announced {
            Past::new(app, p.moment(), [0; 2], &mut self.store).note_announced();
        }
        if track.is_none() && framing.is_none() && remember.is_none() {
            return;
        }
        // A datagram's protocol may have no use for the words: they are made when it puts something there.
        let lazy = track.is_none() && p.seq.is_none();
        if kept.memory == 0 && !lazy {
            kept.memory = self.memory.add(&mut self.left);
            self.without += u64::from(kept.memory == 0);
        }
        if let Some(m) = self.memory.get(kept.memory) {
            facts.state = m.state;
        }
        if let Some(framing) = framing {
            facts.app = Some(app);
            self.cut(app, framing, remember, kept, p, facts);
        }
        if let Some(track) = track {
            self.run(track, kept, p, facts);
        }
        if let Some(remember) = remember.filter(|_| framing.is_none()) {
            self.datagram(app, remember, kept, p);
        }
    }

    /// The PDUs put together since the last call, in exchange for an empty list:
    /// [`StreamPart::ends`](requin_wire::StreamPart::ends) of the frames since then leads to them.
    pub fn take_reassembled(&mut self, list: &mut Vec<requin_wire::Reassembled>) {
        list.clear();
        std::mem::swap(list, &mut self.pool.done);
    }

    /// The notes of protocols on the frames since the last call, in exchange for an empty list.
    pub fn take_recalled(&mut self, list: &mut Vec<requin_wire::Recalled>) {
        list.clear();
        std::mem::swap(list, &mut self.store.notes);
    }

    /// How many notes there are since the last call of [`take_recalled`](Messages::take_recalled).
    #[must_use]
    pub fn recalled(&self) -> usize {
        self.store.notes.len()
    }

    /// Takes the lines of a key log that the capture has here: packets from now on may need its secrets.
    pub fn learn_secrets(&mut self, log: &[u8]) {
        self.store.learn(log);
    }

    /// Bytes that the values take which protocols remember.
    #[must_use]
    pub fn remembered(&self) -> usize {
        self.store.taken()
    }

    /// What had to be given up so far.
    #[must_use]
    pub fn evicted(&self) -> Evicted {
        Evicted { memories: self.without, remembered: self.store.forgotten, ..Evicted::default() }
    }

    /// What had to be given up so far, as sentences for the user.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        let e = self.evicted();
        let mut w = Vec::new();
        if self.pool.given_up > 0 {
            w.push(format!(
                "{} messages were not put together to stay within {} MiB",
                self.pool.given_up,
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

    /// Lets a protocol look at bytes that are not cut into PDUs.
    fn datagram(&mut self, app: ProtoId, remember: Remember, kept: &mut Kept, p: &Payload<'_>) {
        let mut now = p.moment();
        let Some(m) = self.memory.get(kept.memory) else {
            let mut past = Past::new(app, now, [0; 2], &mut self.store);
            if p.bytes.is_empty() {
                return;
            }
            remember(&mut past, p.bytes);
            let (state, next) = (past.state, past.next());
            settle(kept, next);
            if next.is_none() && state != [0; 2] {
                kept.memory = self.memory.add(&mut self.left);
                self.without += u64::from(kept.memory == 0);
                if let Some(m) = self.memory.get(kept.memory) {
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
        m.state = if settle(kept, past.next()) { [0; 2] } else { past.state };
    }

    /// Looks whether another conversation announced this one.
    #[cold]
    fn look_for_expected(&mut self, kept: &mut Kept, p: &Payload<'_>) {
        kept.expected = self.store.expectations;
        let Some((app, why)) = self.store.expected(p.transport) else { return };
        if kept.app() != Some(app) {
            if let Some(m) = self.memory.get(kept.memory) {
                m.state = [0; 2];
            }
            kept.set_app(app);
        }
        kept.announced = true;
        Past::new(app, p.moment(), [0; 2], &mut self.store).announce(&why);
    }

    /// Lets a protocol look at a datagram that an error message quotes.
    fn quoted(&mut self, kept: &mut Kept, p: &Payload<'_>) {
        let Some(app) = self.app_of(kept, p) else { return };
        let Some(remember) = self.store.function(app) else { return };
        let state = self.memory.get(kept.memory).map_or([0; 2], |m| m.state);
        remember(&mut Past::new(app, p.moment(), state, &mut self.store), p.bytes);
    }

    /// Runs the function of a protocol below the transports.
    fn aside(&mut self, meta: &Meta, bytes: &[u8], a: &Aside) {
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
        framing: Framing,
        remember: Option<Remember>,
        kept: &mut Kept,
        p: &Payload<'_>,
        facts: &mut TransportFacts,
    ) {
        let memory = kept.memory;
        let Some(m) = self.memory.get(memory) else { return };
        let piece = Piece {
            seq: p.seq.unwrap_or_default(),
            bytes: p.bytes,
            len: p.reported as u32,
            frame: p.frame,
            way: p.way,
            forward: p.forward(),
            fin: p.fin,
        };
        let now = p.moment();
        let store = &mut self.store;
        let mut next = None;
        let mut each = |state: &mut [u64; 2], pdu: &[u8], reported: usize| {
            // What comes behind a hand-over in the same segment is none of its business.
            let Some(remember) = remember.filter(|_| next.is_none()) else { return };
            let mut past = Past::new(app, Moment { reported, ..now }, *state, store);
            remember(&mut past, pdu);
            (*state, next) = (past.state, past.next());
        };
        facts.stream_part = m.streams.piece(&piece, framing, &mut m.state, memory, &mut self.pool, &mut each);
        if settle(kept, next) {
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
    fn app_of(&mut self, kept: &mut Kept, p: &Payload<'_>) -> Option<ProtoId> {
        if let Some(app) = kept.app() {
            return Some(app);
        }
        let table = self.tables.get(p.table)?.as_ref()?;
        let c = Cursor::new(p.bytes, p.reported, FRAME);
        let looks = |(accepts, _): &(Accepts, ProtoId)| accepts(&c, p.ports);
        // A stream is recognised by its beginning, datagrams by any of them: who captures may come late.
        if (kept.tries == 0 || p.seq.is_none())
            && !p.bytes.is_empty()
            && let Some((_, id)) = table.sure().iter().copied().find(looks)
        {
            kept.set_app(id);
            return Some(id);
        }
        let (low, high) = (p.ports.src.min(p.ports.dst), p.ports.src.max(p.ports.dst));
        if let Some(app) = table.find(u32::from(low)).or_else(|| table.find(u32::from(high))) {
            return Some(app);
        }
        if kept.tries >= TRIES || p.bytes.is_empty() {
            return None;
        }
        let recognised = || {
            let store = &mut self.store;
            let known = |(known, id): &&(Recognise, ProtoId)| {
                known(&Past::new(*id, p.moment(), [0; 2], store), p.bytes)
            };
            table.recognise().iter().find(known).map(|(_, id)| *id)
        };
        match table.likely(p.bytes).find(looks).map(|(_, id)| id).or_else(recognised) {
            Some(id) => {
                kept.set_app(id);
                Some(id)
            }
            None => {
                kept.tries += 1;
                None
            }
        }
    }

    fn run(&mut self, track: Track, kept: &mut Kept, p: &Payload<'_>, facts: &TransportFacts) {
        let Some(m) = self.memory.get(kept.memory) else { return };
        let bytes = m.fresh(p);
        if bytes.is_empty() {
            return;
        }
        let reported = p.reported.saturating_sub(p.bytes.len() - bytes.len());
        let next = track(&mut m.state, facts.forward, bytes, reported);
        if settle(kept, next) {
            m.state = [0; 2];
        }
    }
}

/// Hands a conversation over, when its protocol says so.
fn settle(kept: &mut Kept, next: Option<ProtoId>) -> bool {
    if let Some(other) = next {
        kept.set_app(other);
    }
    next.is_some()
}
