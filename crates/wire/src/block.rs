//! Fixed parts of headers as data: which field lies where.

use crate::{Cursor, Field, FieldDef, FieldType, Span, Value, be, le};

/// One field of a block.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Which field.
    pub field: Field,
    /// Offset of its first byte from the beginning of the block.
    pub at: u16,
    /// Bytes it is read from; 0 for the type's width.
    pub width: u16,
    /// How much deeper than the block it stands in the tree.
    pub deep: u8,
    /// Flags of its node.
    pub flags: u8,
}

/// A run of `N` bytes whose fields have fixed places.
#[derive(Debug)]
pub struct Block<const N: usize> {
    /// Its fields in the order of the tree.
    pub rows: &'static [Row],
    /// The least of the rows' fields.
    pub first: Field,
    /// The greatest of the rows' fields.
    pub last: Field,
}

impl<const N: usize> Block<N> {
    /// A block of these rows.
    #[must_use]
    pub const fn new(rows: &'static [Row]) -> Block<N> {
        let (mut first, mut last) = (u16::MAX, 0);
        let mut i = 0;
        while i < rows.len() {
            let f = rows[i].field.0;
            if f < first {
                first = f;
            }
            if f > last {
                last = f;
            }
            assert!(rows[i].at as usize + rows[i].width as usize <= N);
            i += 1;
        }
        Block { rows, first: Field(first), last: Field(last) }
    }
}

/// Reads the value of a field from the bytes it lies in (`span` says where those are), and writes it where it stays. A
/// value consists of parts of different widths; to move it as a whole right after they were stored means to wait until
/// all of them have reached the cache.
#[inline(never)]
pub fn decode(def: &FieldDef, bytes: &[u8], span: Span, little: bool, to: &mut Value) {
    use FieldType as T;
    *to = match def.kind {
        T::Bool
        | T::Char
        | T::U8
        | T::U16
        | T::U24
        | T::U32
        | T::U40
        | T::U48
        | T::U56
        | T::U64
        | T::Framenum
        | T::Ipx => {
            let raw = if little { le(bytes) } else { be(bytes) };
            let v = masked(raw, def.mask);
            Value::U(if matches!(def.kind, T::Bool) { u64::from(v != 0) } else { v })
        }
        T::Ipv4 => Value::U(if little { le(bytes) } else { be(bytes) }),
        T::I8 | T::I16 | T::I24 | T::I32 | T::I40 | T::I48 | T::I56 | T::I64 => {
            let raw = if little { le(bytes) } else { be(bytes) };
            let bits = if def.mask != 0 { def.mask.count_ones() } else { 8 * bytes.len().clamp(1, 8) as u32 };
            Value::I((masked(raw, def.mask) << (64 - bits)) as i64 >> (64 - bits))
        }
        T::F32 => {
            let raw = if little { le(bytes) } else { be(bytes) };
            Value::F(f64::from(f32::from_bits(raw as u32)))
        }
        T::F64 => Value::F(f64::from_bits(if little { le(bytes) } else { be(bytes) })),
        T::AbsTime | T::RelTime => {
            // Seconds of four bytes, with nanoseconds in four more where there are eight.
            let n = if bytes.len() >= 8 { bytes.len() / 2 } else { bytes.len() };
            let (s, ns) = bytes.split_at(n);
            let read = if little { le } else { be };
            Value::from(crate::Time::new(read(s) as i64, read(ns) as u32))
        }
        T::StrZ | T::StrZPad | T::StrZTrunc => {
            let len = bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len());
            Value::Str(Span { len: len as u32, ..span })
        }
        T::Str | T::UintStr => Value::Str(span),
        T::None | T::Expert => Value::None,
        T::Protocol
        | T::Bytes
        | T::UintBytes
        | T::Ipv6
        | T::Ether
        | T::Guid
        | T::Oid
        | T::RelOid
        | T::SysId
        | T::Eui64
        | T::Fcwwn
        | T::Ax25
        | T::Vines => Value::Bytes(span),
    };
}

/// The bits of `mask`, moved down; all of them when it is 0.
#[inline(always)]
#[must_use]
pub fn masked(raw: u64, mask: u64) -> u64 {
    if mask == 0 { raw } else { (raw & mask) >> mask.trailing_zeros() }
}

/// The bytes of one row of a block, and where they are: the cursor stands at the block's first byte. `None` when the packet
/// ends before.
#[inline]
#[must_use]
pub(crate) fn row_bytes<'b>(def: &FieldDef, row: &Row, c: &Cursor<'b>) -> Option<(Span, &'b [u8])> {
    let width = if row.width == 0 { usize::from(def.kind.width()) } else { usize::from(row.width) };
    let bytes = c.peek_bytes(usize::from(row.at), width).ok()?;
    Some((Span::new(c.source(), c.pos() + usize::from(row.at), width), bytes))
}
