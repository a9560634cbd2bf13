//! What protocols remember, in a bounded number of bytes: the newest values by name.

use foldhash::quality::RandomState;
use hashbrown::HashTable;
use requin_wire::{
    Addr, AddrKind, Expected, Frames, Memory, ProtoId, Recalled, Remember, Remembered, Secrets, Transport,
};
use std::hash::BuildHasher;
use std::sync::Arc;

/// Notes that a frame may have.
const NOTES: u32 = 4096;
/// No slot.
const NONE: u32 = u32::MAX;
/// What a value takes beside its bytes: the slot, its place in the index, and the head of its bytes.
const SLOT: usize = std::mem::size_of::<Slot>() + 32;

/// A value. The slots in use are linked from the oldest to the newest.
#[derive(Default)]
struct Slot {
    /// Two hashes of the name, seeded by chance: 128 bits stand for the name itself.
    name: [u64; 2],
    older: u32,
    newer: u32,
    value: Remembered,
    /// What conversations with an expected end carry.
    proto: ProtoId,
}

/// Values by name, and the notes of this batch.
pub(crate) struct Store {
    hash: [RandomState; 2],
    index: HashTable<u32>,
    slots: Vec<Slot>,
    free: Vec<u32>,
    oldest: u32,
    newest: u32,
    limit: usize,
    taken: usize,
    functions: Vec<Option<Remember>>,
    frames: Vec<Option<Frames>>,
    secrets: Arc<Secrets>,
    /// By number of the protocol: columns are all that is shown of it and of those it carries.
    columns_alone: Vec<bool>,
    /// A bit for each port that was ever said to be the end of something expected: most conversations have none.
    ports: Box<[u64; 1 << 10]>,
    /// How often something was expected; 0 for never.
    pub(crate) expectations: u32,
    /// Values that had to go.
    pub(crate) forgotten: u64,
    pub(crate) notes: Vec<Recalled>,
    noted: u32,
}

impl Store {
    /// Empty, for at most so many bytes.
    pub(crate) fn new(limit: usize, functions: Vec<Option<Remember>>) -> Store {
        Store {
            hash: [RandomState::default(), RandomState::default()],
            index: HashTable::new(),
            slots: Vec::new(),
            free: Vec::new(),
            oldest: NONE,
            newest: NONE,
            limit,
            taken: 0,
            functions,
            frames: Vec::new(),
            secrets: Arc::default(),
            columns_alone: Vec::new(),
            ports: Box::new([0; 1 << 10]),
            expectations: 0,
            forgotten: 0,
            notes: Vec::new(),
            noted: 0,
        }
    }

    /// How protocols find the ends of their PDUs, and secrets that are known already.
    pub(crate) fn knowing(mut self, frames: Vec<Option<Frames>>, secrets: Arc<Secrets>) -> Store {
        (self.frames, self.secrets) = (frames, secrets);
        self
    }

    /// Takes the lines of a key log.
    pub(crate) fn learn(&mut self, log: &[u8]) {
        Arc::make_mut(&mut self.secrets).read(log);
    }

    /// A frame begins.
    pub(crate) fn begin(&mut self) {
        self.noted = 0;
    }

    /// Bytes in use.
    pub(crate) fn taken(&self) -> usize {
        self.taken
    }

    /// The function of a protocol, when it is wanted.
    #[inline]
    pub(crate) fn function(&self, proto: ProtoId) -> Option<Remember> {
        self.functions.get(usize::from(proto.0)).copied().flatten()
    }

    /// Leaves out functions nobody needs.
    pub(crate) fn only(&mut self, wanted: &dyn Fn(ProtoId) -> bool) {
        for (f, id) in self.functions.iter_mut().zip(0u16..) {
            if !wanted(ProtoId(id)) {
                *f = None;
            }
        }
    }

    /// Says of which protocols columns are all that is shown.
    pub(crate) fn for_columns(&mut self, alone: &dyn Fn(ProtoId) -> bool) {
        self.columns_alone = (0u16..).take(self.functions.len()).map(|id| alone(ProtoId(id))).collect();
    }

    /// The protocol that was said to come between these ends, and where; the newest when there are several.
    pub(crate) fn expected(&self, t: &Transport) -> Option<(ProtoId, Remembered)> {
        let said = |port: u16| self.ports[usize::from(port >> 6)] >> (port & 63) & 1 != 0;
        if !said(t.src_port) && !said(t.dst_port) {
            return None;
        }
        let (src, dst) = ((t.src, t.src_port), (t.dst, t.dst_port));
        let ways = [(dst, Some(t.src)), (dst, None), (src, Some(t.dst)), (src, None)];
        let found = ways.into_iter().filter_map(|((addr, port), peer)| {
            let whom = Expected { kind: t.kind, addr, port, peer };
            self.slots.get(self.find(self.names(&end(&whom)))? as usize)
        });
        found.max_by_key(|s| s.value.frame).map(|s| (s.proto, s.value.clone()))
    }

    fn names(&self, name: &[u8]) -> [u64; 2] {
        [self.hash[0].hash_one(name), self.hash[1].hash_one(name)]
    }

    fn find(&self, name: [u64; 2]) -> Option<u32> {
        let same = |n: &u32| self.slots.get(*n as usize).is_some_and(|s| s.name == name);
        self.index.find(name[0], same).copied()
    }

    fn put(&mut self, name: [u64; 2], value: Remembered, proto: ProtoId) {
        if let Some(n) = self.find(name) {
            self.drop_slot(n);
        }
        let cost = SLOT + value.bytes.heap();
        if cost > self.limit {
            self.forgotten += 1;
            return;
        }
        // Every turn gives one up.
        while self.taken + cost > self.limit && self.oldest != NONE {
            self.forgotten += 1;
            self.drop_slot(self.oldest);
        }
        let slot = Slot { name, older: self.newest, newer: NONE, value, proto };
        let n = match self.free.pop() {
            Some(n) => n,
            None => {
                self.slots.push(Slot::default());
                (self.slots.len() - 1) as u32
            }
        };
        if let Some(s) = self.slots.get_mut(n as usize) {
            *s = slot;
        }
        match self.slots.get_mut(self.newest as usize) {
            Some(s) => s.newer = n,
            None => self.oldest = n,
        }
        self.newest = n;
        self.taken += cost;
        let slots = &self.slots;
        self.index.insert_unique(name[0], n, |n| slots.get(*n as usize).map_or(0, |s| s.name[0]));
    }

    fn drop_slot(&mut self, n: u32) {
        let Some(s) = self.slots.get_mut(n as usize) else { return };
        let s = std::mem::take(s);
        if let Ok(entry) = self.index.find_entry(s.name[0], |i| *i == n) {
            entry.remove();
        }
        match self.slots.get_mut(s.older as usize) {
            Some(o) => o.newer = s.newer,
            None => self.oldest = s.newer,
        }
        match self.slots.get_mut(s.newer as usize) {
            Some(o) => o.older = s.older,
            None => self.newest = s.older,
        }
        self.taken = self.taken.saturating_sub(SLOT + s.value.bytes.heap());
        self.free.push(n);
    }
}

/// The name of what is expected. Those of protocols begin with numbers of protocols, of which there are
/// not so many.
fn end(whom: &Expected) -> [u8; 39] {
    let fixed = |a: &Addr| if a.kind == AddrKind::Text { [0; 16] } else { a.bytes };
    let mut name = [0xff; 39];
    name[2] = whom.kind as u8;
    name[3] = whom.addr.kind as u8;
    name[4..20].copy_from_slice(&fixed(&whom.addr));
    name[20..22].copy_from_slice(&whom.port.to_be_bytes());
    if let Some(peer) = &whom.peer {
        name[22] = peer.kind as u8;
        name[23..].copy_from_slice(&fixed(peer));
    }
    name
}

impl Memory for Store {
    fn get(&self, name: &[u8]) -> Option<Remembered> {
        let slot = self.find(self.names(name))?;
        self.slots.get(slot as usize).map(|s| s.value.clone())
    }

    fn set(&mut self, name: &[u8], value: Remembered) {
        self.put(self.names(name), value, ProtoId::default());
    }

    fn remove(&mut self, name: &[u8]) {
        if let Some(n) = self.find(self.names(name)) {
            self.drop_slot(n);
        }
    }

    fn note(&mut self, note: Recalled) {
        if self.noted < NOTES {
            self.noted += 1;
            self.notes.push(note);
        }
    }

    fn expect(&mut self, whom: &Expected, proto: ProtoId, why: Remembered) {
        self.expectations = self.expectations.wrapping_add(1).max(1);
        self.ports[usize::from(whom.port >> 6)] |= 1 << (whom.port & 63);
        self.put(self.names(&end(whom)), why, proto);
    }

    fn expected(&self, whom: &Expected) -> Option<Remembered> {
        let slot = self.find(self.names(&end(whom)))?;
        self.slots.get(slot as usize).map(|s| s.value.clone())
    }

    fn remember_of(&self, proto: ProtoId) -> Option<Remember> {
        self.function(proto)
    }

    fn frames_of(&self, proto: ProtoId) -> Option<Frames> {
        self.frames.get(usize::from(proto.0)).copied().flatten()
    }

    fn secrets(&self) -> &Secrets {
        &self.secrets
    }

    fn columns_alone(&self, proto: ProtoId) -> bool {
        self.columns_alone.get(usize::from(proto.0)).copied().unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(frame: u64, bytes: usize) -> Remembered {
        Remembered { frame, bytes: vec![0; bytes].into(), ..Remembered::default() }
    }

    #[test]
    fn the_oldest_goes_and_what_is_set_anew_is_new() {
        let cost = SLOT + value(0, 50).bytes.heap();
        let mut s = Store::new(3 * cost, Vec::new());
        for (name, frame) in [(b"a", 1), (b"b", 2), (b"c", 3), (b"a", 4)] {
            s.set(name, value(frame, 50));
        }
        assert_eq!((s.forgotten, s.taken(), cost - SLOT >= 50), (0, 3 * cost, true));
        s.set(b"d", value(5, 50));
        assert_eq!(s.get(b"b"), None);
        assert_eq!(s.get(b"a").map(|v| v.frame), Some(4));
        assert_eq!(s.forgotten, 1);
        s.remove(b"c");
        s.remove(b"c");
        s.set(b"e", value(6, 50));
        assert!([b"a", b"d", b"e"].iter().all(|n| s.get(*n).is_some()));
        assert_eq!((s.forgotten, s.slots.len()), (1, 3));
        // What is greater than all there is isn't kept at all.
        s.set(b"f", value(7, 4000));
        assert!(s.get(b"f").is_none() && s.get(b"e").is_some());
    }

    #[test]
    fn a_million_values_meet_the_bound() {
        let mut s = Store::new(1 << 20, Vec::new());
        for n in 0u64..1_000_000 {
            s.set(&n.to_be_bytes(), value(n, (n % 90) as usize));
            assert!(s.taken() <= 1 << 20);
        }
        assert!(s.forgotten > 900_000 && s.slots.len() < (1 << 20) / SLOT + 1);
        assert!(s.get(&999_999u64.to_be_bytes()).is_some() && s.get(&5u64.to_be_bytes()).is_none());
    }

    #[test]
    fn notes_of_a_frame_are_bounded() {
        let mut s = Store::new(1 << 20, Vec::new());
        s.begin();
        for key in 0..10_000 {
            s.note(Recalled { on: 1, proto: ProtoId(0), key, what: Remembered::default() });
        }
        assert_eq!(s.notes.len(), NOTES as usize);
    }
}
