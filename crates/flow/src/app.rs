//! Which protocol a conversation carries, and what that protocol remembers of it.

use crate::common::Common;
use crate::segment::before;
use crate::slab::Slab;
use crate::stream::{Piece, Pool, Streams};
use requin_wire::{
    Accepts, Cursor, FRAME, Frames, KeyTable, Ports, ProtoId, Registry, Table, Track, TransportFacts,
};

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

/// Lookups that lead from a transport to the protocol above.
pub(crate) struct Apps {
    tables: [Option<KeyTable>; 4],
    tracks: Vec<Option<Track>>,
    frames: Vec<Option<Frames>>,
    pub(crate) pool: Pool,
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
}

impl Apps {
    pub(crate) fn new(registry: &Registry, reassembly_memory: usize) -> Apps {
        let table = |t| registry.table(t).cloned();
        Apps {
            tables: [table(Table::Tcp), table(Table::Udp), table(Table::SctpPort), table(Table::Dccp)],
            tracks: registry.protos().iter().map(|p| p.track).collect(),
            frames: registry.protos().iter().map(|p| p.frames).collect(),
            pool: Pool::new(reassembly_memory),
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
        let app = self.app_of(common, p);
        facts.app = common.app();
        let Some(app) = app else { return };
        let track = self.tracks.get(usize::from(app.0)).copied().flatten();
        let frames = self.frames.get(usize::from(app.0)).copied().flatten().filter(|_| p.seq.is_some());
        if track.is_none() && frames.is_none() {
            return;
        }
        if common.memory == 0 {
            common.memory = self.memory.add(left);
            self.without += u64::from(common.memory == 0);
        }
        if let Some(frames) = frames {
            facts.app = Some(app);
            self.cut(frames, common.memory, p, facts);
        }
        if let Some(track) = track {
            self.run(track, common, p, facts);
        }
    }

    /// Cuts a stream into PDUs.
    fn cut(&mut self, frames: Frames, memory: u32, p: &Payload<'_>, facts: &mut TransportFacts) {
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
        facts.stream_part = m.streams.piece(&piece, frames, &m.state, memory, &mut self.pool);
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
        let looks = |list: &[(Accepts, ProtoId)]| {
            let c = Cursor::new(p.bytes, p.reported, FRAME);
            list.iter().find(|(accepts, _)| accepts(&c, p.ports)).map(|(_, id)| *id)
        };
        if common.tries == 0
            && !p.bytes.is_empty()
            && let Some(id) = looks(table.sure())
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
        match looks(table.heuristics()) {
            Some(id) => {
                common.set_app(id);
                Some(id)
            }
            None => {
                common.tries += 1;
                None
            }
        }
    }

    fn run(&mut self, track: Track, common: &mut Common, p: &Payload<'_>, facts: &mut TransportFacts) {
        let Some(m) = self.memory.get(common.memory) else { return };
        facts.state = m.state;
        let mut bytes = p.bytes;
        if let (Some(seq), Some(next)) = (p.seq, m.next.get_mut(p.way & 1)) {
            let end = seq.wrapping_add(p.reported as u32);
            if m.known >> (p.way & 1) & 1 != 0 && before(seq, *next) {
                // Sent again, at least in part: what is new of it is behind what was known.
                bytes = bytes.get(next.wrapping_sub(seq) as usize..).unwrap_or_default();
            }
            if m.known >> (p.way & 1) & 1 == 0 || before(*next, end) {
                *next = end;
            }
            m.known |= 1 << (p.way & 1);
        }
        if bytes.is_empty() {
            return;
        }
        if let Some(other) = track(&mut m.state, facts.forward, bytes) {
            common.set_app(other);
            m.state = [0; 2];
        }
    }
}
