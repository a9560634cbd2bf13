//! Running a program over a dissected frame.

use crate::ast::{End, Part};
use crate::check::scalar;
use crate::program::{Const, Element, FieldRef, Func, Operand, Program, Rel, Test, To};
use crate::value::{Sum, V, abs, negate, order, reckon};
use requin_wire::{Field, FieldType as T, Node, Out, Value, View};
use std::cell::Cell;
use std::cmp::Ordering;

/// How many values a run may look at beyond one walk over the nodes for each test: pairs of values of two
/// fields could take forever in a frame made for it. Beyond that, nothing more is found.
const MAX_VALUES: u32 = 4_000_000;

/// How many bytes parts of a value may be when they are put together.
const MAX_JOINED: usize = 1 << 20;

/// Whether a program takes a frame.
#[inline]
pub(crate) fn run(program: &Program, view: &View<'_>) -> bool {
    let r = Run { view, left: Cell::new(MAX_VALUES) };
    let mut at = program.entry;
    // Every step leads to an earlier one or to an end.
    for _ in 0..=program.steps.len() {
        let Some(step) = program.steps.get(at.0 as usize) else { break };
        at = if r.test(&step.test) { step.yes } else { step.no };
    }
    at == To::YES
}

struct Run<'r, 'a> {
    view: &'r View<'a>,
    left: Cell<u32>,
}

impl<'a> Run<'_, 'a> {
    #[inline]
    fn nodes(&self, field: Field) -> impl Iterator<Item = &'a Node> {
        self.view.nodes().iter().filter(move |n| n.field == field)
    }

    #[inline]
    fn test(&self, test: &Test) -> bool {
        match test {
            Test::Has(field) => self.view.nodes().iter().any(|n| n.field == *field),
            Test::Range { field, first, width, inside, all } => {
                let holds =
                    |n: &Node| number(n).is_some_and(|v| (v.wrapping_sub(*first) <= *width) == *inside);
                any_or_all(self.nodes(*field), *all, holds)
            }
            Test::Number { field, ranges, inside, all } => {
                let holds = |n: &Node| number(n).is_some_and(|v| among(ranges, v) == *inside);
                any_or_all(self.nodes(*field), *all, holds)
            }
            Test::Same { field, bytes, equal, all } => {
                let holds = |n: &Node| match n.value {
                    Value::Bytes(s) | Value::Str(s) => (self.view.span(s) == &**bytes) == *equal,
                    _ => false,
                };
                any_or_all(self.nodes(*field), *all, holds)
            }
            other => self.slow(other),
        }
    }

    #[inline(never)]
    fn slow(&self, test: &Test) -> bool {
        match test {
            Test::HasOf(f) => f.fields.iter().any(|id| self.nodes(*id).any(|n| self.in_layer(f, n))),
            Test::True(operand) => self.each(operand, &mut |v| v.is_true()),
            Test::Bytes(operand) => self.each(operand, &mut |v| v.bytes().is_some_and(|b| !b.is_empty())),
            Test::Contains { left, finder, all } => self.quantified(left, *all, &mut |v| {
                !finder.needle().is_empty() && v.haystack().is_some_and(|h| finder.find(h).is_some())
            }),
            Test::Matches { left, regex, all } => {
                self.quantified(left, *all, &mut |v| v.haystack().is_some_and(|h| regex.is_match(h)))
            }
            Test::Relation { left, rel, right, all } => {
                // A side without values makes any comparison fail.
                let mut compared = false;
                let stopped = self.each(left, &mut |a| {
                    self.each(right, &mut |b| {
                        compared = true;
                        holds(*rel, a, b) != *all
                    })
                });
                compared && stopped != *all
            }
            Test::Member { left, set, all } => {
                self.quantified(left, *all, &mut |v| set.iter().any(|e| self.is_in(v, e)))
            }
            Test::Has(_) | Test::Range { .. } | Test::Number { .. } | Test::Same { .. } => false,
        }
    }

    fn is_in(&self, v: V<'_>, element: &Element) -> bool {
        match element {
            Element::One(o) => self.each(o, &mut |x| holds(Rel::Eq, v, x)),
            Element::Range(a, b) => {
                self.each(a, &mut |x| holds(Rel::Ge, v, x)) && self.each(b, &mut |x| holds(Rel::Le, v, x))
            }
        }
    }

    /// Whether a condition holds for any value of an operand, or for all and at least one.
    fn quantified(&self, operand: &Operand, all: bool, holds: &mut dyn FnMut(V<'_>) -> bool) -> bool {
        let mut any = false;
        let stopped = self.each(operand, &mut |v| {
            any = true;
            holds(v) != all
        });
        any && stopped != all
    }

    /// Hands the values of an operand to `f` until it says that this is enough.
    fn each(&self, operand: &Operand, f: &mut dyn FnMut(V<'_>) -> bool) -> bool {
        let Some(left) = self.left.get().checked_sub(1) else { return false };
        self.left.set(left);
        match operand {
            Operand::Const(c) => f(constant(c)),
            Operand::Field(field) => self.each_value(field, f),
            Operand::Column(c) => c.with(self.view, |text| f(V::S(text))),
            Operand::Slice(of, parts) => self.each(of, &mut |v| sliced(v, parts, f)),
            Operand::Negative(of) => self.each(of, &mut |v| fixed(v).and_then(negate).is_some_and(&mut *f)),
            Operand::Sum { sum, bits, left, right } => {
                self.each(left, &mut |a| self.each(right, &mut |b| summed(*sum, *bits, a, b, f)))
            }
            Operand::Call(func, args) => self.call(*func, args, f),
        }
    }

    fn each_value(&self, field: &FieldRef, f: &mut dyn FnMut(V<'_>) -> bool) -> bool {
        let one = match *field.fields {
            [one] => Some(one),
            _ => None,
        };
        for node in self.view.nodes() {
            let fits = match one {
                Some(one) => node.field == one,
                None => field.fields.contains(&node.field),
            };
            if !fits || !self.in_layer(field, node) {
                continue;
            }
            let Some(v) = self.value(field, node) else { continue };
            // Searching many bytes counts like looking at many values.
            let cost = 1 + v.haystack().map_or(0, |b| (b.len() / 64) as u32);
            let Some(left) = self.left.get().checked_sub(cost) else { return false };
            self.left.set(left);
            if f(v) {
                return true;
            }
        }
        false
    }

    fn value(&self, field: &FieldRef, node: &Node) -> Option<V<'a>> {
        if field.raw {
            return Some(V::B(self.view.span(node.span)));
        }
        Some(match node.value {
            Value::U(n) => V::U(n),
            Value::I(n) => V::I(n),
            Value::F(n) => V::F(n),
            Value::Time(secs, nanos) => V::T(requin_wire::Time { secs, nanos }),
            Value::Str(s) => V::S(self.view.span(s)),
            Value::Bytes(s) => {
                let bytes = self.view.span(s);
                if field.kind == T::Protocol {
                    let same = node.span.source == s.source && node.span.start == s.start;
                    V::P(bytes, if same { node.span.len as usize } else { bytes.len() })
                } else if field.kind.is_str() {
                    V::S(bytes)
                } else {
                    V::B(bytes)
                }
            }
            Value::None if field.kind == T::Protocol => V::P(&[], 0),
            Value::None => return None,
        })
    }

    fn in_layer(&self, field: &FieldRef, node: &Node) -> bool {
        let Some(layers) = &field.layers else { return true };
        let total = || {
            let all = &self.view.dissection.layers;
            all.iter().filter(|l| l.proto == field.owner).map(|l| i64::from(l.nth)).max().unwrap_or(0)
        };
        let nth = i64::from(node.layer);
        layers.iter().any(|p| {
            let place = |n: i64| if n < 0 { total() + 1 + n } else { n };
            let from = place(p.from);
            match p.end {
                End::Len(len) => nth >= from && nth < from.saturating_add(i64::from(len)),
                End::At(to) => nth >= from && nth <= place(to),
                End::Last => nth >= from,
            }
        })
    }

    fn call(&self, func: Func, args: &[Operand], f: &mut dyn FnMut(V<'_>) -> bool) -> bool {
        let Some(first) = args.first() else { return false };
        match func {
            Func::Len => {
                let width = match first {
                    Operand::Field(field) => usize::from(field.kind.width()),
                    _ => 0,
                };
                self.each(first, &mut |v| f(V::U(v.bytes().map_or(width, <[u8]>::len) as u64)))
            }
            Func::Count => {
                let mut n = 0u64;
                self.each(first, &mut |_| {
                    n += 1;
                    false
                });
                n > 0 && f(V::U(n))
            }
            Func::Upper | Func::Lower => self.each(first, &mut |v| {
                let mut buf = Buf::default();
                for b in v.bytes().unwrap_or_default() {
                    buf.push(if func == Func::Upper {
                        b.to_ascii_uppercase()
                    } else {
                        b.to_ascii_lowercase()
                    });
                }
                f(V::S(buf.bytes()))
            }),
            Func::String => {
                let kind = match first {
                    Operand::Field(field) => field.kind,
                    _ => T::Str,
                };
                self.each(first, &mut |v| {
                    let mut text = Vec::new();
                    write(kind, v, &mut text);
                    f(V::S(&text))
                })
            }
            Func::Abs => self.each(first, &mut |v| fixed(v).and_then(abs).is_some_and(&mut *f)),
            Func::Max | Func::Min => {
                let wanted = if func == Func::Max { Ordering::Greater } else { Ordering::Less };
                let mut best: Option<Kept> = None;
                for arg in args {
                    self.each(arg, &mut |v| {
                        if best.as_ref().is_none_or(|b| order(v, b.value()) == Some(wanted)) {
                            best = Some(Kept::of(v));
                        }
                        false
                    });
                }
                best.is_some_and(|b| f(b.value()))
            }
        }
    }
}

#[inline]
fn any_or_all<'n>(
    nodes: impl Iterator<Item = &'n Node>,
    all: bool,
    mut holds: impl FnMut(&Node) -> bool,
) -> bool {
    let mut any = false;
    for n in nodes {
        if holds(n) != all {
            return !all;
        }
        any = true;
    }
    any && all
}

#[inline]
fn number(node: &Node) -> Option<u64> {
    match node.value {
        Value::U(n) => Some(n),
        Value::I(n) => u64::try_from(n).ok(),
        _ => None,
    }
}

fn among(ranges: &[(u64, u64)], v: u64) -> bool {
    let i = ranges.partition_point(|(first, _)| *first <= v);
    i.checked_sub(1).and_then(|i| ranges.get(i)).is_some_and(|(_, last)| v <= *last)
}

fn holds(rel: Rel, a: V<'_>, b: V<'_>) -> bool {
    if rel == Rel::Contains {
        return match (a.haystack(), b.haystack()) {
            (Some(h), Some(n)) => !n.is_empty() && memchr::memmem::find(h, n).is_some(),
            _ => false,
        };
    }
    let Some(order) = order(a, b) else { return false };
    match rel {
        Rel::Eq => order.is_eq(),
        Rel::Ne => order.is_ne(),
        Rel::Gt => order.is_gt(),
        Rel::Ge => order.is_ge(),
        Rel::Lt => order.is_lt(),
        Rel::Le => order.is_le(),
        Rel::Contains => false,
    }
}

fn constant(c: &Const) -> V<'_> {
    match c {
        Const::B(b) => V::B(b),
        Const::S(b) => V::S(b),
        Const::Net6(a, p) => V::Net6(a, *p),
        other => scalar(other).unwrap_or(V::U(0)),
    }
}

/// A value that borrows nothing.
fn fixed(v: V<'_>) -> Option<V<'static>> {
    Some(match v {
        V::U(n) => V::U(n),
        V::I(n) => V::I(n),
        V::F(n) => V::F(n),
        V::T(t) => V::T(t),
        V::Net(a, m) => V::Net(a, m),
        V::B(_) | V::S(_) | V::P(..) | V::Net6(..) => return None,
    })
}

fn summed(sum: Sum, bits: u32, a: V<'_>, b: V<'_>, f: &mut dyn FnMut(V<'_>) -> bool) -> bool {
    if let (Some(a), Some(b)) = (fixed(a), fixed(b)) {
        return reckon(sum, bits, a, b).is_some_and(&mut *f);
    }
    match (sum, a.bytes(), b.bytes()) {
        (Sum::And, Some(a), Some(b)) => {
            let mut buf = Buf::default();
            for (x, y) in a.iter().zip(b) {
                buf.push(x & y);
            }
            f(V::B(buf.bytes()))
        }
        _ => false,
    }
}

/// Cuts parts out of a value; when one of them is not there, nothing is left.
fn sliced(v: V<'_>, parts: &[Part], f: &mut dyn FnMut(V<'_>) -> bool) -> bool {
    let address;
    let bytes = match v {
        V::U(n) => {
            // Only IPv4 addresses are numbers that have slices.
            address = (n as u32).to_be_bytes();
            &address[..]
        }
        other => match other.bytes() {
            Some(b) => b,
            None => return false,
        },
    };
    if let [one] = parts {
        return f(V::B(cut(bytes, one).unwrap_or_default()));
    }
    let mut buf = Buf::default();
    for part in parts {
        let piece = cut(bytes, part).filter(|p| p.len() + buf.bytes().len() <= MAX_JOINED);
        let Some(piece) = piece else { return f(V::B(&[])) };
        buf.extend(piece);
    }
    f(V::B(buf.bytes()))
}

fn cut<'b>(bytes: &'b [u8], part: &Part) -> Option<&'b [u8]> {
    let len = i64::try_from(bytes.len()).ok()?;
    let place = |n: i64| if n < 0 { len + n } else { n };
    let from = usize::try_from(place(part.from)).ok()?;
    let to = match part.end {
        End::Len(n) => from.checked_add(usize::try_from(n).ok()?)?,
        End::At(last) => usize::try_from(place(last)).ok()?.checked_add(1)?,
        End::Last => bytes.len(),
    };
    bytes.get(from..to)
}

/// The text `string()` makes of a value.
fn write(kind: T, v: V<'_>, text: &mut Vec<u8>) {
    let mut out = Out::new(text);
    match v {
        V::U(n) if kind == T::Ipv4 => _ = out.ipv4(n as u32),
        V::U(n) => _ = out.u(n),
        V::I(n) => _ = out.i(n),
        V::F(n) => _ = out.s(&n.to_string()),
        V::B(b) if kind == T::Ipv6 => _ = out.ipv6(b),
        V::B(b) if matches!(kind, T::Oid | T::RelOid) => oid(kind, b, &mut out),
        V::B(b) if kind == T::Guid => guid(b, &mut out),
        V::B(b) => _ = out.hex_bytes(b, b':'),
        V::S(b) => text.extend_from_slice(b),
        V::P(..) | V::T(_) | V::Net(..) | V::Net6(..) => {}
    }
}

fn guid(b: &[u8], out: &mut Out<'_>) {
    for (i, byte) in b.iter().enumerate() {
        if matches!(i, 4 | 6 | 8 | 10) {
            out.c(b'-');
        }
        out.x(*byte, 2);
    }
}

fn oid(kind: T, b: &[u8], out: &mut Out<'_>) {
    let mut n = 0u64;
    let mut first = true;
    for byte in b {
        n = n.wrapping_shl(7) | u64::from(byte & 0x7f);
        if byte & 0x80 != 0 {
            continue;
        }
        if first && kind == T::Oid {
            let top = (n / 40).min(2);
            out.u(top).c(b'.').u(n - top * 40);
        } else {
            out.s(if first { "" } else { "." }).u(n);
        }
        first = false;
        n = 0;
    }
}

/// Bytes on the stack, and on the heap when there are many.
#[derive(Default)]
struct Buf {
    short: [u8; 32],
    len: usize,
    long: Vec<u8>,
}

impl Buf {
    fn push(&mut self, b: u8) {
        match self.short.get_mut(self.len) {
            Some(place) if self.long.is_empty() => {
                *place = b;
                self.len += 1;
            }
            _ => {
                if self.long.is_empty() {
                    self.long.extend_from_slice(&self.short);
                }
                self.long.push(b);
            }
        }
    }

    fn extend(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.push(*b);
        }
    }

    fn bytes(&self) -> &[u8] {
        if self.long.is_empty() { self.short.get(..self.len).unwrap_or_default() } else { &self.long }
    }
}

/// A value kept beyond the life of what it borrowed from.
enum Kept {
    Fixed(V<'static>),
    Bytes(Vec<u8>),
    Text(Vec<u8>),
}

impl Kept {
    fn of(v: V<'_>) -> Kept {
        match (fixed(v), v) {
            (Some(v), _) => Kept::Fixed(v),
            (None, V::S(b)) => Kept::Text(b.to_vec()),
            (None, other) => Kept::Bytes(other.haystack().unwrap_or_default().to_vec()),
        }
    }

    fn value(&self) -> V<'_> {
        match self {
            Kept::Fixed(v) => *v,
            Kept::Bytes(b) => V::B(b),
            Kept::Text(b) => V::S(b),
        }
    }
}
