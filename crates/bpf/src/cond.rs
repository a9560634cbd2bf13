//! Conditions: what a primitive asks of a packet, before it becomes a graph of single tests.

use crate::expr::{Id, Slot};

/// How a value is compared. The other comparisons are these with the branches exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Cmp {
    Eq,
    Gt,
    Ge,
    /// Any bit of the mask is set.
    Set,
}

/// A single test of two values. For [`Cmp::Set`] the second is the mask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Test {
    pub cmp: Cmp,
    pub a: Id,
    pub b: Id,
}

/// A condition. Parts are asked in order and only as far as needed.
#[derive(Clone, Debug)]
pub(crate) enum Cond {
    Always,
    Never,
    Test(Test),
    Not(Box<Cond>),
    /// The first condition, then each of the others joined by `and` (true) or `or` (false), from the left.
    Chain(Box<Cond>, Vec<(bool, Cond)>),
    /// If the first holds the second decides, else the third.
    If(Box<Cond>, Box<Cond>, Box<Cond>),
    /// Stores a value; always true.
    Let(Slot, Id),
    /// Runs the condition (which ends in a [`Cond::Let`] of the slot on every way) unless that has been done
    /// already on the way here; always true.
    Once(Slot, Box<Cond>),
}

impl Cond {
    pub fn not(self) -> Cond {
        match self {
            Cond::Always => Cond::Never,
            Cond::Never => Cond::Always,
            Cond::Not(inner) => *inner,
            other => Cond::Not(Box::new(other)),
        }
    }

    fn join(mut parts: Vec<Cond>, and: bool) -> Cond {
        // The neutral parts go; a deciding part ends the chain, since nothing after it is asked.
        parts.retain(|part| !matches!((part, and), (Cond::Always, true) | (Cond::Never, false)));
        if let Some(at) =
            parts.iter().position(|part| matches!((part, and), (Cond::Never, true) | (Cond::Always, false)))
        {
            parts.truncate(at.saturating_add(1));
        }
        let mut parts = parts.into_iter();
        let Some(first) = parts.next() else { return if and { Cond::Always } else { Cond::Never } };
        let rest: Vec<(bool, Cond)> = parts.map(|part| (and, part)).collect();
        if rest.is_empty() { first } else { Cond::Chain(Box::new(first), rest) }
    }

    /// All of the parts hold.
    pub fn all(parts: impl IntoIterator<Item = Cond>) -> Cond {
        let parts: Vec<Cond> = parts.into_iter().collect();
        if parts.first().is_some_and(|part| matches!(part, Cond::Never)) {
            return Cond::Never;
        }
        Cond::join(parts, true)
    }

    /// Any of the parts holds.
    pub fn any(parts: impl IntoIterator<Item = Cond>) -> Cond {
        Cond::join(parts.into_iter().collect(), false)
    }

    pub fn choose(ask: Cond, then: Cond, otherwise: Cond) -> Cond {
        match ask {
            Cond::Always => then,
            Cond::Never => otherwise,
            ask => Cond::If(Box::new(ask), Box::new(then), Box::new(otherwise)),
        }
    }
}
