//! Conversations by key, in a bounded number of slots.

use crate::messages::Kept;
use foldhash::quality::RandomState;
use hashbrown::HashTable;
use std::hash::{BuildHasher, Hash};

/// Slots are allocated this many at a time, so that growing never copies them.
const CHUNK: usize = 1024;
/// How many slots one search for a victim looks at.
const LOOKS: usize = 64;

/// Where the record of a conversation was when it was looked for: it may have gone since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place(u32);

impl Place {
    /// It had none, or was not looked for.
    pub const UNKNOWN: Place = Place(u32::MAX);
}

struct Slot<K, R> {
    key: K,
    record: R,
}

/// What a record must offer to be kept.
pub(crate) trait Record: Default {
    /// Whether it was used since the last call; forgets that it was.
    fn used(&mut self) -> bool;
}

/// Bytes that all tables may take together.
#[derive(Debug)]
pub(crate) struct Budget {
    pub(crate) left: usize,
}

/// A table of conversations. When the budget is used up, the oldest goes, unless it was used since the
/// search last passed it.
pub(crate) struct Table<K, R> {
    index: HashTable<u32>,
    chunks: Vec<Box<[Slot<K, R>]>>,
    /// Slots in use, all from the first on.
    used: usize,
    /// Where the search for a victim goes on.
    hand: usize,
    hash: RandomState,
}

/// What came of a look into a table.
pub(crate) struct Found<R> {
    /// Which slot it is.
    pub(crate) slot: u32,
    /// Whether the conversation is a new one.
    pub(crate) new: bool,
    /// The record that had to go.
    pub(crate) evicted: Option<R>,
}

impl<K: Copy + Eq + Hash + Default, R: Record> Table<K, R> {
    pub(crate) fn new() -> Table<K, R> {
        Table { index: HashTable::new(), chunks: Vec::new(), used: 0, hand: 0, hash: RandomState::default() }
    }

    /// How many conversations there are.
    pub(crate) fn len(&self) -> usize {
        self.used
    }

    #[inline]
    fn slot(&self, n: u32) -> Option<&Slot<K, R>> {
        self.chunks.get(n as usize / CHUNK)?.get(n as usize % CHUNK)
    }

    /// The record in a slot that [`find`](Table::find) gave.
    #[inline]
    pub(crate) fn record(&mut self, n: u32) -> Option<&mut R> {
        Some(&mut self.chunks.get_mut(n as usize / CHUNK)?.get_mut(n as usize % CHUNK)?.record)
    }

    /// The slot and the record of `key`, if it has one.
    #[inline]
    pub(crate) fn peek(&self, key: &K) -> Option<(Place, &R)> {
        let hash = self.hash.hash_one(key);
        let n = self.index.find(hash, |n| self.slot(*n).is_some_and(|s| s.key == *key))?;
        self.slot(*n).map(|s| (Place(*n), &s.record))
    }

    /// The slot of `key`, which gets one if it has none. It may be where it was when it was looked for before.
    #[inline]
    pub(crate) fn find(&mut self, key: &K, place: Place, budget: &mut Budget) -> Found<R> {
        if self.slot(place.0).is_some_and(|s| s.key == *key) && (place.0 as usize) < self.used {
            return Found { slot: place.0, new: false, evicted: None };
        }
        let hash = self.hash.hash_one(key);
        let chunks = &self.chunks;
        let at = |n: &u32| chunks.get(*n as usize / CHUNK).and_then(|c| c.get(*n as usize % CHUNK));
        if let Some(n) = self.index.find(hash, |n| at(n).is_some_and(|s| s.key == *key)) {
            return Found { slot: *n, new: false, evicted: None };
        }
        self.insert(key, hash, budget)
    }

    #[cold]
    #[inline(never)]
    fn insert(&mut self, key: &K, hash: u64, budget: &mut Budget) -> Found<R> {
        let mut evicted = None;
        let room = self.used < self.chunks.len() * CHUNK || self.grow(budget);
        let n = if room {
            self.used += 1;
            (self.used - 1) as u32
        } else {
            let n = self.victim();
            if let Some(key) = self.slot(n).map(|s| s.key) {
                let old = self.hash.hash_one(key);
                if let Ok(entry) = self.index.find_entry(old, |i| *i == n) {
                    entry.remove();
                }
            }
            evicted = self.record(n).map(std::mem::take);
            n
        };
        if let Some(slot) =
            self.chunks.get_mut(n as usize / CHUNK).and_then(|c| c.get_mut(n as usize % CHUNK))
        {
            slot.key = *key;
            slot.record = R::default();
        }
        let (chunks, state) = (&self.chunks, &self.hash);
        self.index.insert_unique(hash, n, |n| {
            let slot = chunks.get(*n as usize / CHUNK).and_then(|c| c.get(*n as usize % CHUNK));
            slot.map_or(0, |s| state.hash_one(s.key))
        });
        Found { slot: n, new: true, evicted }
    }

    /// Adds a chunk of slots, if the budget allows it. Every table gets one.
    fn grow(&mut self, budget: &mut Budget) -> bool {
        // A slot of the index takes five bytes and the index is at least half full.
        let cost = CHUNK * (std::mem::size_of::<Slot<K, R>>() + std::mem::size_of::<Kept>() + 10);
        if (cost > budget.left && !self.chunks.is_empty()) || self.used + CHUNK > u32::MAX as usize {
            return false;
        }
        budget.left = budget.left.saturating_sub(cost);
        let fresh = (0..CHUNK).map(|_| Slot { key: K::default(), record: R::default() });
        self.chunks.push(fresh.collect());
        true
    }

    /// The slot that is to be given up: the oldest that was not used since the search last came by.
    fn victim(&mut self) -> u32 {
        let mut n = self.hand;
        for _ in 0..LOOKS {
            n = self.hand;
            self.hand = (self.hand + 1) % self.used.max(1);
            if !self.record(n as u32).is_some_and(Record::used) {
                break;
            }
        }
        n as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Plain {
        value: u32,
        used: bool,
    }

    impl Record for Plain {
        fn used(&mut self) -> bool {
            std::mem::take(&mut self.used)
        }
    }

    #[test]
    fn the_oldest_that_is_idle_goes_first() {
        let mut t: Table<u64, Plain> = Table::new();
        let mut budget = Budget { left: 0 };
        for key in 0..CHUNK as u64 {
            let f = t.find(&key, Place::UNKNOWN, &mut budget);
            assert!(f.new && f.evicted.is_none());
            t.record(f.slot).unwrap().value = key as u32;
        }
        // Number 0 is used, so 1 is the first to go, then 2.
        let f = t.find(&0, Place::UNKNOWN, &mut budget);
        assert!(!f.new);
        t.record(f.slot).unwrap().used = true;
        assert_eq!(t.find(&5000, Place::UNKNOWN, &mut budget).evicted.map(|r| r.value), Some(1));
        assert_eq!(t.find(&5001, Place::UNKNOWN, &mut budget).evicted.map(|r| r.value), Some(2));
        assert!(!t.find(&0, Place::UNKNOWN, &mut budget).new);
        assert!(!t.find(&5000, Place::UNKNOWN, &mut budget).new);
        assert!(t.find(&1, Place::UNKNOWN, &mut budget).new);
        assert_eq!(t.len(), CHUNK);
    }

    #[test]
    fn what_is_no_longer_where_it_was_is_found() {
        let mut t: Table<u64, Plain> = Table::new();
        let mut budget = Budget { left: 0 };
        for key in 0..CHUNK as u64 {
            t.find(&key, Place::UNKNOWN, &mut budget);
        }
        let place = t.peek(&7).map(|(place, _)| place).unwrap();
        assert_eq!(t.find(&7, place, &mut budget).slot, place.0);
        // Everything is given up once; number 7 comes back in the place of another.
        for key in 5000..5000 + CHUNK as u64 {
            t.find(&key, Place::UNKNOWN, &mut budget);
        }
        t.find(&9000, Place::UNKNOWN, &mut budget);
        let back = t.find(&7, place, &mut budget);
        assert!(back.new && back.slot != place.0);
        assert!(!t.find(&7, place, &mut budget).new);
    }

    #[test]
    fn it_grows_while_the_budget_allows() {
        let mut t: Table<u64, Plain> = Table::new();
        let mut budget = Budget { left: usize::MAX };
        for key in 0..10_000u64 {
            assert!(t.find(&key, Place::UNKNOWN, &mut budget).evicted.is_none());
        }
        assert!((0..10_000u64).all(|key| !t.find(&key, Place::UNKNOWN, &mut budget).new));
        assert!(budget.left < usize::MAX - 10_000 * 16);
    }
}
