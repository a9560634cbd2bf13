//! Things that only some conversations have, by number.

const CHUNK: usize = 256;

/// Things by number, from 1; 0 is none. Freed places are used again, and growing copies nothing.
pub(crate) struct Slab<T> {
    chunks: Vec<Box<[T]>>,
    free: Vec<u32>,
    used: u32,
}

impl<T: Default> Slab<T> {
    pub(crate) fn new() -> Slab<T> {
        Slab { chunks: Vec::new(), free: Vec::new(), used: 0 }
    }

    /// A fresh one, unless that would take more than `left` bytes, which it then takes away from.
    pub(crate) fn add(&mut self, left: &mut usize) -> u32 {
        if let Some(n) = self.free.pop() {
            return n;
        }
        if self.used as usize == self.chunks.len() * CHUNK {
            let cost = CHUNK * (std::mem::size_of::<T>() + 4);
            if *left < cost || self.used as usize + CHUNK >= u32::MAX as usize {
                return 0;
            }
            *left -= cost;
            self.chunks.push((0..CHUNK).map(|_| T::default()).collect());
        }
        self.used += 1;
        self.used
    }

    /// Gives one back. What it was is forgotten.
    pub(crate) fn remove(&mut self, n: u32) {
        if let Some(t) = self.get(n) {
            *t = T::default();
            self.free.push(n);
        }
    }

    /// How many there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.used as usize - self.free.len()
    }

    #[inline]
    pub(crate) fn get(&mut self, n: u32) -> Option<&mut T> {
        let i = n.checked_sub(1)? as usize;
        self.chunks.get_mut(i / CHUNK)?.get_mut(i % CHUNK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_used_again() {
        let mut slab: Slab<u64> = Slab::new();
        let mut left = CHUNK * 12;
        let all: Vec<u32> = (0..CHUNK).map(|_| slab.add(&mut left)).collect();
        assert!(all.iter().all(|n| *n != 0));
        assert_eq!((slab.add(&mut left), left, slab.len()), (0, 0, CHUNK));
        *slab.get(all[7]).unwrap() = 99;
        slab.remove(all[7]);
        let n = slab.add(&mut left);
        assert_eq!((n, slab.get(n).copied()), (all[7], Some(0)));
        assert!(slab.get(0).is_none() && slab.get(5000).is_none());
    }
}
