//! The analyses of conversations, in a bounded number of bytes.

use crate::analysis::Analysis;

/// Slots are allocated this many at a time.
const CHUNK: usize = 256;
/// How many slots one search for a victim looks at.
const LOOKS: usize = 64;

#[derive(Default)]
struct Slot {
    analysis: Analysis,
    /// Stream index of the conversation it belongs to, + 1; 0 for none.
    owner: u64,
    used: bool,
}

/// Analyses by number, from 1. The oldest that is idle is given up when there are too many.
pub(crate) struct Analyses {
    chunks: Vec<Box<[Slot]>>,
    free: Vec<u32>,
    /// Slots handed out at least once.
    used: usize,
    hand: usize,
    /// Bytes that may still be taken; negative when segments in flight took more than there was.
    left: isize,
    /// Analyses given up whose conversation then went on.
    pub(crate) missed: u64,
}

impl Analyses {
    /// None yet, in at most so many bytes.
    pub(crate) fn new(bytes: usize) -> Analyses {
        Analyses {
            chunks: Vec::new(),
            free: Vec::new(),
            used: 0,
            hand: 0,
            left: isize::try_from(bytes).unwrap_or(isize::MAX),
            missed: 0,
        }
    }

    fn slot(&mut self, n: u32) -> Option<&mut Slot> {
        let i = n.checked_sub(1)? as usize;
        self.chunks.get_mut(i / CHUNK)?.get_mut(i % CHUNK)
    }

    /// Reads something of an analysis, so that it is at hand.
    #[inline]
    pub(crate) fn touch(&self, n: u32) -> u32 {
        let Some(i) = n.checked_sub(1) else { return 0 };
        let i = i as usize;
        self.chunks.get(i / CHUNK).and_then(|c| c.get(i % CHUNK)).map_or(0, |s| s.owner as u32)
    }

    /// Bytes on the heap of whatever is in use.
    pub(crate) fn heap(&self) -> usize {
        self.chunks.iter().flatten().map(|s| s.analysis.heap()).sum()
    }

    /// Runs `f` on the analysis of a conversation, which is begun anew when it has none (any more).
    #[inline]
    pub(crate) fn with<R>(
        &mut self,
        n: &mut u32,
        stream: u32,
        f: impl FnOnce(&mut Analysis) -> R,
    ) -> Option<R> {
        let owner = u64::from(stream) + 1;
        if self.slot(*n).is_none_or(|s| s.owner != owner) {
            self.missed += u64::from(*n != 0);
            *n = self.add(owner);
        }
        let slot = self.slot(*n)?;
        slot.used = true;
        let before = slot.analysis.heap();
        let r = f(&mut slot.analysis);
        let grown = slot.analysis.heap() as isize - before as isize;
        if grown != 0 {
            self.left -= grown;
            if self.left < 0 {
                self.relieve(*n);
            }
        }
        Some(r)
    }

    /// Forgets the analysis of a conversation that is over.
    pub(crate) fn remove(&mut self, n: u32, stream: u32) {
        let owner = u64::from(stream) + 1;
        if self.slot(n).is_some_and(|s| s.owner == owner) {
            self.clear(n);
            self.free.push(n);
        }
    }

    /// Empties a slot.
    fn clear(&mut self, n: u32) {
        if let Some(s) = self.slot(n) {
            let heap = s.analysis.heap();
            *s = Slot::default();
            self.left += heap as isize;
        }
    }

    #[cold]
    fn add(&mut self, owner: u64) -> u32 {
        let mut n = self.free.pop().unwrap_or(0);
        if n == 0 && (self.used < self.chunks.len() * CHUNK || self.grow()) {
            self.used += 1;
            n = self.used as u32;
        }
        if n == 0 {
            n = self.victim(0);
            self.clear(n);
        }
        if let Some(s) = self.slot(n) {
            s.owner = owner;
        }
        n
    }

    fn grow(&mut self) -> bool {
        let cost = (CHUNK * (std::mem::size_of::<Slot>() + 4)) as isize;
        if (self.left < cost && !self.chunks.is_empty()) || self.used + CHUNK > u32::MAX as usize {
            return false;
        }
        self.left -= cost;
        self.chunks.push((0..CHUNK).map(|_| Slot::default()).collect());
        true
    }

    /// Segments in flight took too much: some conversations must do without what they remember.
    #[cold]
    fn relieve(&mut self, but: u32) {
        for _ in 0..LOOKS {
            if self.left >= 0 {
                return;
            }
            let n = self.victim(but);
            if n == but {
                continue;
            }
            if self.slot(n).is_some_and(|s| s.owner != 0) {
                self.clear(n);
                self.free.push(n);
            }
        }
        if self.left < 0 {
            // Nobody else has anything to give.
            self.clear(but);
            self.free.push(but);
        }
    }

    /// The slot to be given up: the oldest that was not used since the search last came by.
    fn victim(&mut self, but: u32) -> u32 {
        let mut n = 0;
        for _ in 0..LOOKS {
            self.hand = (self.hand + 1) % self.used.max(1);
            n = self.hand as u32 + 1;
            if n == but {
                continue;
            }
            let used = self.slot(n).is_some_and(|s| std::mem::take(&mut s.used));
            if !used {
                break;
            }
        }
        n
    }
}
