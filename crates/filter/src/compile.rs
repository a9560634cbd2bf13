//! From checked conditions to a program: tests for frequent cases, and where they lead.

use crate::check::Cond;
use crate::kind::{Class, bits, class};
use crate::program::{Const, Element, Operand, Program, Rel, Step, Test, To};
use requin_wire::{Field, FieldType as T};
use std::collections::HashMap;

/// The one field of an operand, when it is nothing else.
fn plain(operand: &Operand) -> Option<Field> {
    match operand {
        Operand::Field(f) if f.layers.is_none() && !f.raw => match *f.fields {
            [one] => Some(one),
            _ => None,
        },
        _ => None,
    }
}

/// Whether values of a type are unsigned numbers while the filter runs.
fn is_unsigned(kind: T) -> bool {
    match class(kind) {
        Class::Number => !kind.is_int(),
        Class::Bool | Class::Ipv4 => true,
        _ => false,
    }
}

/// The range of unsigned numbers a constant stands for. Beside a field without sign, -1 is the greatest
/// number there is.
fn range(kind: T, c: &Const) -> Option<(u64, u64)> {
    match c {
        Const::U(n) => Some((*n, *n)),
        Const::I(n) if *n < 0 && bits(kind) <= 32 => Some((u64::from(*n as u32), u64::from(*n as u32))),
        Const::I(n) => Some((*n as u64, *n as u64)),
        Const::Net(a, mask) => Some((u64::from(a & mask), u64::from(a | !mask))),
        _ => None,
    }
}

/// The test for a comparison.
pub(crate) fn relation(left: Operand, kind: T, rel: Rel, right: Operand, all: bool) -> Test {
    if rel == Rel::Contains {
        return match right {
            Operand::Const(Const::B(bytes) | Const::S(bytes)) => Test::Contains {
                left,
                finder: Box::new(memchr::memmem::Finder::new(&bytes).into_owned()),
                all,
            },
            right => Test::Relation { left, rel, right, all },
        };
    }
    let (Some(field), Operand::Const(c)) = (plain(&left), &right) else {
        return Test::Relation { left, rel, right, all };
    };
    if is_unsigned(kind)
        && let Some((first, last)) = range(kind, c)
    {
        let inside = !matches!(rel, Rel::Ne);
        let span = match rel {
            Rel::Eq | Rel::Ne => Some((first, last)),
            Rel::Lt => first.checked_sub(1).map(|n| (0, n)),
            Rel::Le => Some((0, last)),
            Rel::Gt => last.checked_add(1).map(|n| (n, u64::MAX)),
            _ => Some((first, u64::MAX)),
        };
        return match span {
            Some((first, last)) => Test::Range { field, first, width: last.wrapping_sub(first), inside, all },
            None => Test::Number { field, ranges: [].into(), inside, all },
        };
    }
    match (rel, c) {
        (Rel::Eq | Rel::Ne, Const::B(bytes) | Const::S(bytes)) if kind != T::Protocol => {
            Test::Same { field, bytes: bytes.clone(), equal: rel == Rel::Eq, all }
        }
        _ => Test::Relation { left, rel, right, all },
    }
}

/// The test for membership.
pub(crate) fn member(left: Operand, kind: T, set: Vec<Element>, all: bool) -> Test {
    if let (Some(field), true) = (plain(&left), is_unsigned(kind)) {
        let of = |o: &Operand| match o {
            Operand::Const(c) => range(kind, c),
            _ => None,
        };
        let ranges: Option<Vec<(u64, u64)>> = set
            .iter()
            .map(|e| match e {
                Element::One(o) => of(o),
                Element::Range(a, b) => Some((of(a)?.0, of(b)?.1)),
            })
            .collect();
        if let Some(ranges) = ranges {
            return Test::Number { field, ranges: joined(ranges), inside: true, all };
        }
    }
    Test::Member { left, set: set.into_boxed_slice(), all }
}

/// Ranges in order, those that touch made one, empty ones left out.
fn joined(mut ranges: Vec<(u64, u64)>) -> Box<[(u64, u64)]> {
    ranges.retain(|(a, b)| a <= b);
    ranges.sort_unstable();
    let mut out: Vec<(u64, u64)> = Vec::with_capacity(ranges.len());
    for (a, b) in ranges {
        match out.last_mut() {
            Some(last) if a <= last.1.saturating_add(1) => last.1 = last.1.max(b),
            _ => out.push((a, b)),
        }
    }
    out.into_boxed_slice()
}

/// Lays out a condition as a program.
pub(crate) fn program(cond: &Cond) -> Program {
    let mut layout = Layout { steps: Vec::new(), known: HashMap::new() };
    let entry = layout.place(cond, To::YES, To::NO);
    Program { steps: layout.steps.into_boxed_slice(), entry }
}

struct Layout {
    steps: Vec<Step>,
    /// Where a condition begins that was laid out already for these two ends: `xor` needs the same
    /// condition with its ends swapped, and nested ones would double each time.
    known: HashMap<(usize, To, To), To>,
}

impl Layout {
    /// Places `cond` so that it leads to `yes` or `no`, which are placed already; gives its beginning.
    fn place(&mut self, cond: &Cond, yes: To, no: To) -> To {
        match cond {
            Cond::And(all) => all.iter().rev().fold(yes, |next, c| self.place(c, next, no)),
            Cond::Or(any) => any.iter().rev().fold(no, |next, c| self.place(c, yes, next)),
            Cond::Not(c) => self.place(c, no, yes),
            Cond::Xor(all) => {
                let key = (std::ptr::from_ref(cond).addr(), yes, no);
                if let Some(known) = self.known.get(&key) {
                    return *known;
                }
                // What follows, as it is and turned round.
                let mut ends = (no, yes);
                for (i, c) in all.iter().enumerate().rev() {
                    let even = self.place(c, ends.1, ends.0);
                    ends = if i == 0 { (even, even) } else { (even, self.place(c, ends.0, ends.1)) };
                }
                self.known.insert(key, ends.0);
                ends.0
            }
            Cond::Test(test) => {
                let at = To(u32::try_from(self.steps.len()).unwrap_or(u32::MAX - 2));
                self.steps.push(Step { test: (**test).clone(), yes, no });
                at
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_join() {
        assert_eq!(*joined(vec![(5, 9), (1, 3), (4, 4), (20, 10), (9, 12)]), [(1, 12)]);
        assert_eq!(*joined(vec![(0, u64::MAX), (5, 6)]), [(0, u64::MAX)]);
        assert_eq!(*joined(vec![]), []);
    }

    /// Runs a program over tests whose outcome is a bit of `truth`.
    fn run(p: &Program, truth: u32) -> bool {
        let mut at = p.entry;
        loop {
            match at {
                To::YES => return true,
                To::NO => return false,
                To(i) => {
                    let step = &p.steps[i as usize];
                    let Test::Has(Field(bit)) = step.test else { return false };
                    at = if truth >> bit & 1 != 0 { step.yes } else { step.no };
                    assert!(at >= To::NO || at.0 < i, "leads backwards");
                }
            }
        }
    }

    fn t(bit: u16) -> Cond {
        Cond::Test(Box::new(Test::Has(Field(bit))))
    }

    #[test]
    fn logic_is_kept() {
        type Truth = fn(bool, bool, bool) -> bool;
        let conds: [(Cond, Truth); 5] = [
            (Cond::Xor(vec![t(0), t(1), t(2)]), |a, b, c| a ^ b ^ c),
            (Cond::And(vec![t(0), Cond::Or(vec![t(1), Cond::Not(Box::new(t(2)))])]), |a, b, c| {
                a && (b || !c)
            }),
            (Cond::Not(Box::new(Cond::Xor(vec![t(0), Cond::And(vec![t(1), t(2)])]))), |a, b, c| {
                !(a ^ (b && c))
            }),
            (Cond::Xor(vec![Cond::Xor(vec![t(0), t(1)]), Cond::Xor(vec![t(2), t(0)])]), |_, b, c| b ^ c),
            (Cond::Or(vec![Cond::And(vec![t(0), t(1)]), Cond::And(vec![t(1), t(2)])]), |a, b, c| {
                b && (a || c)
            }),
        ];
        for (cond, truth) in conds {
            let p = program(&cond);
            for bits in 0..8u32 {
                let [a, b, c] = [0, 1, 2].map(|i| bits >> i & 1 != 0);
                assert_eq!(run(&p, bits), truth(a, b, c), "{cond:?} {bits:03b}");
            }
        }
    }

    #[test]
    fn nested_xor_stays_small() {
        let mut cond = t(0);
        for i in 1..100 {
            cond = Cond::Xor(vec![t(i % 3), cond]);
        }
        assert!(program(&cond).steps.len() < 1000);
    }
}
