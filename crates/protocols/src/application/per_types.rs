//! Types of ASN.1 (X.680) as tables, and how they are read in the packed encoding, aligned (X.691).

use super::per::{
    CHOICE_EXTENSION_INDEX, CHOICE_INDEX, ENUM_EXTENSION_INDEX, ENUM_INDEX, EXTENSION_BIT,
    EXTENSION_PRESENT_BIT, INTEGER_LENGTH, NUM_SEQUENCE_EXTENSIONS, OBJECT_LENGTH, OCTET_STRING_LENGTH,
    OPEN_TYPE_LENGTH, OPTIONAL_FIELD_BIT, Per, SEQUENCE_OF_LENGTH, SMALL_NUMBER_BIT,
};
use super::x509::oid;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Span, Step, Stop, Value};

/// How deep types may stand in each other.
const MAX_DEPTH: u8 = 40;
/// Additions that a type may have.
const MAX_ADDITIONS: usize = 64;

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
    /// BOOLEAN.
    Bool,
    /// NULL.
    Null,
    /// OCTET STRING of so many bytes.
    Octets(u32, u32),
    /// BMPString of so many characters.
    Bmp(u32, u32),
    /// IA5String of so many characters, of an alphabet when it is not empty.
    Ia5(u32, u32, &'static [u8]),
    /// OBJECT IDENTIFIER.
    Oid,
    /// ENUMERATED of so many values; whether there may be more.
    Enum(u32, bool),
    /// SEQUENCE; whether it may have additions; and those.
    Seq(&'static [Member], Option<&'static [Member]>),
    /// SEQUENCE OF so many.
    List(u32, u32, &'static Member),
    /// CHOICE; whether it may have additions; and those.
    Choice(&'static [Member], Option<&'static [Member]>),
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

    /// Is told of every number, alternative and text, with its node and the bytes it stands in.
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
        Type::Bool => {
            let at = per.cursor().span(1);
            let set = per.bits(1)?;
            node(cx, field, at, Value::U(set.into()));
        }
        Type::Null => {
            let item = node(cx, field, per.cursor().span(0), Value::None);
            reader.told(cx, field, 0, &[], item);
        }
        Type::Octets(lo, hi) => {
            let n = size(cx, per, OCTET_STRING_LENGTH, *lo, *hi)?;
            let mut c = if *hi == *lo && *hi <= 2 { per.bytes(n)? } else { aligned(per, n)? };
            let bytes = c.rest().get(..n).unwrap_or_default();
            let item = if field == NO_FIELD { Item::NONE } else { cx.field(field, &mut c, n)? };
            reader.told(cx, field, n as u64, bytes, item);
        }
        Type::Bmp(lo, hi) => {
            let n = size(cx, per, OCTET_STRING_LENGTH, *lo, *hi)?;
            let c = aligned(per, n.saturating_mul(2))?;
            let text = utf16(c.rest());
            let item = cx.add_str(field, c.span(c.left()), |o| _ = o.s(&text));
            reader.told(cx, field, n as u64, text.as_bytes(), item);
        }
        Type::Ia5(lo, hi, alphabet) => {
            let text = characters(cx, per, *lo, *hi, alphabet)?;
            let item = cx.add_str(field, per.cursor().span(0), |o| _ = o.bytes(&text));
            reader.told(cx, field, text.len() as u64, &text, item);
        }
        Type::Oid => {
            let n = per.length(cx, OBJECT_LENGTH)?;
            let c = per.bytes(n)?;
            let at = c.span(n);
            let item = oid::add(cx, field, at, &oid::dotted(c.rest()));
            reader.told(cx, field, n as u64, c.rest(), item);
        }
        Type::Enum(count, more) => {
            let at = per.cursor().span(1);
            let n = if *more && per.flag(cx, EXTENSION_PRESENT_BIT)? {
                small(cx, per, ENUM_EXTENSION_INDEX)? + count
            } else {
                per.told(cx, ENUM_INDEX, width(*count))?
            };
            let item = node(cx, field, at, Value::U(n.into()));
            reader.told(cx, field, n.into(), &[], item);
        }
        Type::Seq(root, additions) => {
            let item = node(cx, field, per.cursor().span(0), Value::None);
            reader.told(cx, field, 0, &[], item);
            let from = per.cursor();
            cx.under(item, |cx| sequence(cx, root, *additions, per, reader, depth))?;
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
        Type::Choice(root, additions) => return choice(cx, field, root, *additions, per, reader, depth),
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
    root: &'static [Member],
    additions: Option<&'static [Member]>,
    per: &mut Per<'_>,
    reader: &mut R,
    depth: u8,
) -> Step {
    let extended = additions.is_some() && per.flag(cx, EXTENSION_BIT)?;
    let mut there = 0u64;
    for _ in root.iter().filter(|m| m.optional) {
        there = there << 1 | u64::from(per.flag(cx, OPTIONAL_FIELD_BIT)?);
    }
    let mut left = root.iter().filter(|m| m.optional).count();
    for m in root {
        if m.optional {
            left -= 1;
            if there >> left & 1 == 0 {
                continue;
            }
        }
        value(cx, m.field, m.kind, per, reader, depth + 1)?;
    }
    match additions {
        Some(additions) if extended => added(cx, additions, per, reader, depth),
        _ => Ok(()),
    }
}

/// Additions: how many, which of them are there, then those, each behind its length.
fn added<S: Sink, R: Reader>(
    cx: &mut Cx<'_, S>,
    additions: &'static [Member],
    per: &mut Per<'_>,
    reader: &mut R,
    depth: u8,
) -> Step {
    let count = small(cx, per, NUM_SEQUENCE_EXTENSIONS)? as usize + 1;
    if count > MAX_ADDITIONS {
        return Err(Stop::Malformed);
    }
    let mut there = 0u64;
    for _ in 0..count {
        there = there << 1 | u64::from(per.flag(cx, EXTENSION_PRESENT_BIT)?);
    }
    for i in 0..count {
        if there >> (count - 1 - i) & 1 == 0 {
            continue;
        }
        let n = per.length(cx, OPEN_TYPE_LENGTH)?;
        let c = per.bytes(n)?;
        if let Some(m) = additions.get(i) {
            value(cx, m.field, m.kind, &mut Per::new(c), reader, depth + 1)?;
        }
    }
    Ok(())
}

fn choice<S: Sink, R: Reader>(
    cx: &mut Cx<'_, S>,
    field: Field,
    root: &'static [Member],
    additions: Option<&'static [Member]>,
    per: &mut Per<'_>,
    reader: &mut R,
    depth: u8,
) -> Step {
    let at = per.cursor().span(1);
    let extended = additions.is_some() && per.flag(cx, EXTENSION_BIT)?;
    let n = if extended {
        small(cx, per, CHOICE_EXTENSION_INDEX)? as usize
    } else {
        per.told(cx, CHOICE_INDEX, width(root.len() as u32))? as usize
    };
    let number = if extended { root.len() + n } else { n };
    let mut inside = None;
    if extended {
        let n = per.length(cx, OPEN_TYPE_LENGTH)?;
        inside = Some(per.bytes(n)?);
    }
    let table = if extended { additions.unwrap_or_default() } else { root };
    let Some(m) = table.get(n) else {
        return if extended { Ok(()) } else { Err(Stop::Malformed) };
    };
    let item = node(cx, field, at, Value::U(number as u64));
    reader.told(cx, field, number as u64, &[], item);
    cx.under(item, |cx| match inside {
        Some(c) => value(cx, m.field, m.kind, &mut Per::new(c), reader, depth + 1),
        None => value(cx, m.field, m.kind, per, reader, depth + 1),
    })
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
    // Of additions the number less one is written.
    let shown = if field == NUM_SEQUENCE_EXTENSIONS { v + 1 } else { v };
    cx.hidden(field, at, Value::U(shown.into()));
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

fn characters<S: Sink>(
    cx: &mut Cx<'_, S>,
    per: &mut Per<'_>,
    lo: u32,
    hi: u32,
    alphabet: &[u8],
) -> Result<Vec<u8>, Stop> {
    let n = size(cx, per, OCTET_STRING_LENGTH, lo, hi)?;
    // In the aligned encoding a character takes a power of two of bits.
    let bits = if alphabet.is_empty() { 8 } else { width(alphabet.len() as u32).next_power_of_two() };
    if n > 0 && (hi > 0xffff || u64::from(hi) * u64::from(bits) > 16) {
        per.align();
    }
    if n > per.cursor().left().saturating_mul(8) {
        return Err(Stop::Short);
    }
    let mut text = Vec::with_capacity(n);
    for _ in 0..n {
        let c = per.bits(bits)?;
        text.push(if alphabet.is_empty() {
            c as u8
        } else {
            alphabet.get(c as usize).copied().unwrap_or(b'?')
        });
    }
    Ok(text)
}

/// UCS-2, big-endian.
fn utf16(b: &[u8]) -> String {
    char::decode_utf16(b.chunks_exact(2).filter_map(|c| c.first_chunk::<2>()).map(|c| u16::from_be_bytes(*c)))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
