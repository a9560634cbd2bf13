//! What is known about values at a place of the graph, from the tests that lead there.

use crate::cond::{Cmp, Test};
use crate::expr::{Expr, Id, Op, Pool, Slot};

/// More values than this that a value is known *not* to have are not remembered.
const MOST_UNEQUAL: usize = 64;

/// More values than this that a value can have are not kept apart.
const MOST_VALUES: usize = 32;

/// What is known about one value.
#[derive(Clone, Debug, PartialEq)]
struct Fact {
    low: u32,
    high: u32,
    /// Bits known to be zero.
    zeros: u32,
    /// Bits known to be one.
    ones: u32,
    /// Values it does not have, sorted.
    unequal: Vec<u32>,
    /// The only values that it can have, sorted, if there are few.
    only: Option<Vec<u32>>,
}

impl Fact {
    fn fresh(pool: &Pool, id: Id) -> Self {
        let (zeros, high) = pool.bounds(id);
        Self { low: 0, high, zeros, ones: 0, unequal: Vec::new(), only: None }
    }

    fn set(&mut self, k: u32) {
        *self = Self { low: k, high: k, zeros: !k, ones: k, unequal: Vec::new(), only: Some(vec![k]) };
    }

    fn known(&self) -> Option<u32> {
        if self.low == self.high {
            return Some(self.low);
        }
        (self.zeros | self.ones == u32::MAX).then_some(self.ones)
    }

    fn not(&mut self, k: u32) {
        if let Err(at) = self.unequal.binary_search(&k)
            && self.unequal.len() < MOST_UNEQUAL
        {
            self.unequal.insert(at, k);
        }
        self.tighten();
    }

    fn tighten(&mut self) {
        self.low = self.low.max(self.ones);
        self.high = self.high.min(!self.zeros);
        while self.low < self.high && self.unequal.binary_search(&self.low).is_ok() {
            self.low = self.low.saturating_add(1);
        }
        while self.high > self.low && self.unequal.binary_search(&self.high).is_ok() {
            self.high = self.high.saturating_sub(1);
        }
        if let Some(mut only) = self.only.take() {
            let (low, high, zeros, ones) = (self.low, self.high, self.zeros, self.ones);
            only.retain(|k| {
                (low..=high).contains(k)
                    && k & zeros == 0
                    && ones & !k == 0
                    && self.unequal.binary_search(k).is_err()
            });
            if let [k] = *only {
                self.set(k);
            } else {
                self.only = Some(only);
            }
        }
    }

    fn is(&self, cmp: Cmp, k: u32) -> Option<bool> {
        if let Some(value) = self.known() {
            return Some(holds(cmp, value, k));
        }
        match cmp {
            Cmp::Eq => {
                let impossible = k < self.low
                    || k > self.high
                    || k & self.zeros != 0
                    || self.ones & !k != 0
                    || self.unequal.binary_search(&k).is_ok()
                    || self.only.as_ref().is_some_and(|only| only.binary_search(&k).is_err());
                impossible.then_some(false)
            }
            Cmp::Gt if self.low > k => Some(true),
            Cmp::Gt if self.high <= k => Some(false),
            Cmp::Ge if self.low >= k => Some(true),
            Cmp::Ge if self.high < k => Some(false),
            Cmp::Set if self.ones & k != 0 => Some(true),
            Cmp::Set if k & !self.zeros == 0 => Some(false),
            _ => None,
        }
    }

    fn learn(&mut self, cmp: Cmp, k: u32, outcome: bool) {
        match (cmp, outcome) {
            (Cmp::Eq, true) => self.set(k),
            (Cmp::Eq, false) => self.not(k),
            (Cmp::Gt, true) => self.low = self.low.max(k.saturating_add(1)),
            (Cmp::Gt, false) => self.high = self.high.min(k),
            (Cmp::Ge, true) => self.low = self.low.max(k),
            (Cmp::Ge, false) => self.high = self.high.min(k.saturating_sub(1)),
            (Cmp::Set, true) if (k & !self.zeros).is_power_of_two() => self.ones |= k & !self.zeros,
            (Cmp::Set, true) => self.not(0),
            (Cmp::Set, false) => self.zeros |= k,
        }
        self.tighten();
    }

    /// What holds whichever of the two is true.
    fn meet(&self, other: &Self) -> Self {
        let mut unequal = self.unequal.clone();
        unequal.retain(|&k| other.is(Cmp::Eq, k) == Some(false));
        for &k in &other.unequal {
            if self.is(Cmp::Eq, k) == Some(false)
                && let Err(at) = unequal.binary_search(&k)
            {
                unequal.insert(at, k);
            }
        }
        let only = match (&self.only, &other.only) {
            (Some(mine), Some(theirs)) => {
                let mut both = mine.clone();
                for &k in theirs {
                    if let Err(at) = both.binary_search(&k) {
                        both.insert(at, k);
                    }
                }
                (both.len() <= MOST_VALUES).then_some(both)
            }
            _ => None,
        };
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
            zeros: self.zeros & other.zeros,
            ones: self.ones & other.ones,
            unequal,
            only,
        }
    }
}

/// Whether the comparison holds between two numbers.
pub(crate) fn holds(cmp: Cmp, a: u32, b: u32) -> bool {
    match cmp {
        Cmp::Eq => a == b,
        Cmp::Gt => a > b,
        Cmp::Ge => a >= b,
        Cmp::Set => a & b != 0,
    }
}

/// What is known at a place.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Facts {
    values: Vec<(Id, Fact)>,
    /// Tests that were made and are not said by what is known of single values.
    tests: Vec<(Test, bool)>,
    /// Cells that hold their value already, sorted.
    stored: Vec<Slot>,
}

impl Facts {
    fn fact(&self, pool: &Pool, id: Id) -> Fact {
        let mut fact = match self.values.binary_search_by_key(&id, |(id, _)| *id) {
            Ok(at) => self.values.get(at).map(|(_, fact)| fact.clone()),
            Err(_) => None,
        }
        .unwrap_or_else(|| Fact::fresh(pool, id));
        // What is known of x says something about x & mask.
        if let Expr::Bin(Op::And, x, mask) = pool.get(id)
            && let Some(mask) = pool.constant_of(mask)
        {
            let whole = self.fact(pool, x);
            if let Some(value) = whole.known() {
                fact.set(value & mask);
            } else {
                fact.zeros |= whole.zeros;
                fact.ones |= whole.ones & mask;
                fact.tighten();
            }
        }
        fact
    }

    /// The outcome of a test, if what is known decides it.
    pub fn decide(&self, pool: &Pool, test: Test) -> Option<bool> {
        if let Some(k) = pool.constant_of(test.b) {
            return match pool.constant_of(test.a) {
                Some(value) => Some(holds(test.cmp, value, k)),
                None => self.fact(pool, test.a).is(test.cmp, k).or_else(|| self.made(test)),
            };
        }
        if test.a == test.b && test.cmp != Cmp::Set {
            return Some(test.cmp != Cmp::Gt);
        }
        self.made(test)
    }

    /// The outcome of the very same test, if it was made before.
    fn made(&self, test: Test) -> Option<bool> {
        self.tests.iter().find(|(made, _)| *made == test).map(|&(_, outcome)| outcome)
    }

    /// Adds what the outcome of a test says.
    pub fn learn(&mut self, pool: &Pool, test: Test, outcome: bool) {
        let Some(k) = pool.constant_of(test.b) else {
            self.tests.push((test, outcome));
            return;
        };
        // That any of several bits is set cannot be said bit by bit.
        if test.cmp == Cmp::Set && outcome && !k.is_power_of_two() {
            self.tests.push((test, outcome));
        }
        let mut fact = self.fact(pool, test.a);
        fact.learn(test.cmp, k, outcome);
        self.put(test.a, fact);
        if let Expr::Bin(Op::And, x, mask) = pool.get(test.a)
            && let Some(mask) = pool.constant_of(mask)
            && pool.constant_of(x).is_none()
        {
            let mut whole = self.fact(pool, x);
            match (test.cmp, outcome) {
                (Cmp::Eq, true) => {
                    whole.ones |= k & mask;
                    whole.zeros |= mask & !k;
                }
                (Cmp::Set, false) => whole.zeros |= mask & k,
                _ => return,
            }
            whole.tighten();
            self.put(x, whole);
        }
    }

    fn put(&mut self, id: Id, fact: Fact) {
        match self.values.binary_search_by_key(&id, |(id, _)| *id) {
            Ok(at) => {
                if let Some(entry) = self.values.get_mut(at) {
                    entry.1 = fact;
                }
            }
            Err(at) => self.values.insert(at, (id, fact)),
        }
    }

    /// Whether the cell holds its value on every way here.
    pub fn is_stored(&self, slot: Slot) -> bool {
        self.stored.binary_search(&slot).is_ok()
    }

    /// The cell got a value: what was known of values made of its old one is no longer true.
    pub fn store(&mut self, pool: &Pool, slot: Slot) {
        self.values.retain(|(id, _)| !pool.mentions(*id, slot));
        self.tests.retain(|(test, _)| !pool.mentions(test.a, slot) && !pool.mentions(test.b, slot));
        self.hold(slot);
    }

    /// The cell holds its value.
    pub fn hold(&mut self, slot: Slot) {
        if let Err(at) = self.stored.binary_search(&slot) {
            self.stored.insert(at, slot);
        }
    }

    /// What holds on both of two ways.
    pub fn meet(&mut self, other: &Facts) {
        let mine = std::mem::take(&mut self.values);
        for (id, fact) in mine {
            if let Ok(at) = other.values.binary_search_by_key(&id, |(id, _)| *id)
                && let Some((_, theirs)) = other.values.get(at)
            {
                self.values.push((id, fact.meet(theirs)));
            }
        }
        self.tests.retain(|test| other.tests.contains(test));
        self.stored.retain(|slot| other.is_stored(*slot));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expr::Size;

    #[test]
    fn bits_ranges_and_meets() {
        let mut pool = Pool::default();
        let byte = pool.load(Size::B, None, 0);
        let mask = pool.constant(0x0c);
        let low = pool.bin(Op::And, byte, mask);
        let k = |pool: &mut Pool, k| pool.constant(k);
        let (k8, k4, k300) = (k(&mut pool, 8), k(&mut pool, 4), k(&mut pool, 300));
        let mut facts = Facts::default();
        assert_eq!(facts.decide(&pool, Test { cmp: Cmp::Gt, a: byte, b: k300 }), Some(false));
        facts.learn(&pool, Test { cmp: Cmp::Eq, a: low, b: k8 }, true);
        assert_eq!(facts.decide(&pool, Test { cmp: Cmp::Set, a: byte, b: k4 }), Some(false));
        assert_eq!(facts.decide(&pool, Test { cmp: Cmp::Set, a: byte, b: k8 }), Some(true));
        let mut other = Facts::default();
        other.learn(&pool, Test { cmp: Cmp::Set, a: byte, b: k8 }, false);
        facts.meet(&other);
        assert_eq!(facts.decide(&pool, Test { cmp: Cmp::Set, a: byte, b: k8 }), None);
    }
}
