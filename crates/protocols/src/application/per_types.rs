//! Types of ASN.1 (X.680) as tables, and how they are read in the packed encoding, aligned (X.691).

use super::per::{
    CHOICE_INDEX, ENUM_EXTENSION_INDEX, ENUM_INDEX, EXTENSION_PRESENT_BIT, INTEGER_LENGTH,
    OCTET_STRING_LENGTH, OPEN_TYPE_LENGTH, OPTIONAL_FIELD_BIT, Per, SEQUENCE_OF_LENGTH, SMALL_NUMBER_BIT,
};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Span, Step, Stop, Value};

/// How deep types may stand in each other.
const MAX_DEPTH: u8 = 40;

/// No field: what is inside is shown without a node around it.
pub const NO_FIELD: Field = Field(0);
/// No upper bound.
pub const MAX: u32 = u32::MAX;

/// A member of a sequence, an alternative of a choice, or what a list is of.
pub struct Member {
    /// Whether it may be left out.
    pub optional: bool,
    /// What it is shown as.
    pub field: Field,
    /// Its type.
    pub kind: &'static Type,
}

/// A type.
pub enum Type {
    /// INTEGER between two bounds.
    Int(u32, u32),
    /// OCTET STRING of so many bytes.
    Octets(u32, u32),
    /// ENUMERATED of so many values; whether there may be more.
    Enum(u32, bool),
    /// SEQUENCE without additions.
    Seq(&'static [Member]),
    /// SEQUENCE OF so many.
    List(u32, u32, &'static Member),
    /// CHOICE without additions.
    Choice(&'static [Member]),
    /// Bytes that hold a type.
    Open(&'static Type),
    /// What the protocol reads itself.
    Other(u8),
}

/// A member that is always there.
pub const fn must(field: Field, kind: &'static Type) -> Member {
    Member { optional: false, field, kind }
}

/// A member that may be left out.
pub const fn may(field: Field, kind: &'static Type) -> Member {
    Member { optional: true, field, kind }
}

/// What a protocol adds to its tables.
pub trait Reader {
    /// Reads what is [`Type::Other`].
    ///
    /// # Errors
    /// Whatever stops the dissector.
    fn other<S: Sink>(&mut self, cx: &mut Cx<'_, S>, which: u8, field: Field, per: &mut Per<'_>) -> Step;

    /// Is told of every number, alternative and string, with its node and the bytes it stands in.
    fn told<S: Sink>(&mut self, _cx: &mut Cx<'_, S>, _field: Field, _n: u64, _bytes: &[u8], _item: Item) {}
}

/// Reads a type.
///
/// # Errors
/// When it ends too early, or is nested too deeply.
pub fn read<S: Sink, R: Reader>(
    cx: &mut Cx<'_, S>,
    field: Field,
    kind: &'static Type,
    per: &mut Per<'_>,
    reader: &mut R,
) -> Step {
    value(cx, field, kind, per, reader, 0)
}

fn value<S: Sink, R: Reader>(
    cx: &mut Cx<'_, S>,
    field: Field,
    kind: &'static Type,
    per: &mut Per<'_>,
    reader: &mut R,
    depth: u8,
) -> Step {
    if depth > MAX_DEPTH {
        return Err(Stop::TooDeep);
    }
    match kind {
        Type::Int(lo, hi) => {
            let at = per.cursor().span(1);
            let n = constrained(cx, per, *lo, *hi)?;
            let item = node(cx, field, at, Value::U(n.into()));
            reader.told(cx, field, n.into(), &[], item);
        }
        Type::Octets(lo, hi) => {
            let n = size(cx, per, OCTET_STRING_LENGTH, *lo, *hi)?;
            let mut c = if *hi == *lo && *hi <= 2 { per.bytes(n)? } else { aligned(per, n)? };
            let bytes = c.rest().get(..n).unwrap_or_default();
            let item = if field == NO_FIELD { Item::NONE } else { cx.field(field, &mut c, n)? };
            reader.told(cx, field, n as u64, bytes, item);
        }
        Type::Enum(count, more) => {
            let at = per.cursor().span(1);
            let n = if *more && per.flag(cx, EXTENSION_PRESENT_BIT)? {
                small(cx, per, ENUM_EXTENSION_INDEX)?.saturating_add(*count)
            } else {
                per.told(cx, ENUM_INDEX, width(*count))?
            };
            let item = node(cx, field, at, Value::U(n.into()));
            reader.told(cx, field, n.into(), &[], item);
        }
        Type::Seq(members) => {
            let item = node(cx, field, per.cursor().span(0), Value::None);
            reader.told(cx, field, 0, &[], item);
            let from = per.cursor();
            cx.under(item, |cx| sequence(cx, members, per, reader, depth))?;
            cx.set_len(item, per.cursor().pos().saturating_sub(from.pos()));
        }
        Type::List(lo, hi, of) => {
            let at = per.cursor().span(1);
            let n = size(cx, per, SEQUENCE_OF_LENGTH, *lo, *hi)?;
            let item = node(cx, field, at, Value::U(n as u64));
            cx.append(item, |o| _ = o.s(if n == 1 { " item" } else { " items" }));
            // Items may take no bits, but there are not more of them than a length of two bytes tells.
            return cx.under(item, |cx| -> Step {
                for _ in 0..n {
                    value(cx, of.field, of.kind, per, reader, depth + 1)?;
                }
                Ok(())
            });
        }
        Type::Choice(of) => return choice(cx, field, of, per, reader, depth),
        Type::Open(inner) => {
            let n = per.length(cx, OPEN_TYPE_LENGTH)?;
            let c = per.bytes(n)?;
            return value(cx, field, inner, &mut Per::new(c), reader, depth + 1);
        }
        Type::Other(which) => return reader.other(cx, *which, field, per),
    }
    Ok(())
}

fn node<S: Sink>(cx: &mut Cx<'_, S>, field: Field, at: Span, value: Value) -> Item {
    if field == NO_FIELD { Item::NONE } else { cx.add(field, at, value) }
}

fn sequence<S: Sink, R: Reader>(
    cx: &mut Cx<'_, S>,
    members: &'static [Member],
    per: &mut Per<'_>,
    reader: &mut R,
    depth: u8,
) -> Step {
    let mut there = 0u64;
    let mut left = 0;
    for _ in members.iter().filter(|m| m.optional) {
        there = there << 1 | u64::from(per.flag(cx, OPTIONAL_FIELD_BIT)?);
        left += 1;
    }
    for m in members {
        if m.optional {
            left -= 1;
            if there >> left & 1 == 0 {
                continue;
            }
        }
        value(cx, m.field, m.kind, per, reader, depth + 1)?;
    }
    Ok(())
}

fn choice<S: Sink, R: Reader>(
    cx: &mut Cx<'_, S>,
    field: Field,
    of: &'static [Member],
    per: &mut Per<'_>,
    reader: &mut R,
    depth: u8,
) -> Step {
    let at = per.cursor().span(1);
    let n = per.told(cx, CHOICE_INDEX, width(of.len() as u32))?;
    let Some(m) = of.get(n as usize) else { return Err(Stop::Malformed) };
    let item = node(cx, field, at, Value::U(n.into()));
    reader.told(cx, field, n.into(), &[], item);
    cx.under(item, |cx| value(cx, m.field, m.kind, per, reader, depth + 1))
}

/// Bits that a number below `count` takes.
fn width(count: u32) -> u8 {
    (32 - count.saturating_sub(1).leading_zeros()) as u8
}

/// A number that is small, mostly (X.691, 11.6).
fn small<S: Sink>(cx: &mut Cx<'_, S>, per: &mut Per<'_>, field: Field) -> Result<u32, Stop> {
    if per.flag(cx, SMALL_NUMBER_BIT)? {
        let n = per.length(cx, INTEGER_LENGTH)?;
        let c = per.bytes(n)?;
        let v = u32::try_from(c.peek_uint(0, n.min(8))?).map_err(|_| Stop::Malformed)?;
        cx.hidden(field, c.span(n), Value::U(v.into()));
        return Ok(v);
    }
    let at = per.cursor().span(1);
    let v = per.bits(6)?;
    cx.hidden(field, at, Value::U(v.into()));
    Ok(v)
}

/// A number between two bounds (X.691, 11.5.7).
fn constrained<S: Sink>(cx: &mut Cx<'_, S>, per: &mut Per<'_>, lo: u32, hi: u32) -> Result<u32, Stop> {
    let range = u64::from(hi) - u64::from(lo) + 1;
    let n = match range {
        0..=255 => per.bits(width(range as u32))?,
        256 => per.align().bits(8)?,
        257..=0x1_0000 => per.align().bits(16)?,
        _ => {
            // So many bytes follow.
            let most = if range > 1 << 24 { 4 } else { 3 };
            let n = per.told(cx, INTEGER_LENGTH, width(most))? + 1;
            per.align().bits((n * 8) as u8)?
        }
    };
    Ok(n.wrapping_add(lo))
}

/// How many bytes, characters or items there are.
fn size<S: Sink>(
    cx: &mut Cx<'_, S>,
    per: &mut Per<'_>,
    field: Field,
    lo: u32,
    hi: u32,
) -> Result<usize, Stop> {
    if lo == hi {
        return Ok(lo as usize);
    }
    if hi > 0xffff {
        return per.length(cx, field);
    }
    let at = per.cursor().span(1);
    let n = constrained(cx, per, lo, hi)?;
    cx.hidden(field, at, Value::U(n.into()));
    Ok(n as usize)
}

/// So many whole bytes; where there are none, nothing is passed over to align them.
fn aligned<'a>(per: &mut Per<'a>, n: usize) -> Result<Cursor<'a>, Stop> {
    if n == 0 { Ok(per.cursor().within(0)) } else { per.bytes(n) }
}
