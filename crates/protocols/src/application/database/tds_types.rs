//! Types and values of TDS ([MS-TDS] 2.2.5.4 and 2.2.5.5), and what has them: parameters of procedures, columns, rows.

use super::tds::*;
use super::tds_tokens::text;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Value, names};

names! {
    TYPES {
        0x1f => "NULLTYPE - Null (no data associated with this type)",
        0x24 => "GUIDTYPE - UniqueIdentifier",
        0x26 => "INTNTYPE",
        0x30 => "INT1TYPE - TinyInt (1 byte data representation)",
        0x32 => "BITTYPE - Bit (1 byte data representation)",
        0x34 => "INT2TYPE - SmallInt (2 byte data representation)",
        0x38 => "INT4TYPE - Int (4 byte data representation)",
        0x3b => "FLT4TYPE - Real (4 byte data representation)",
        0x3e => "FLT8TYPE - Float (8 byte data representation)",
        0x68 => "BITNTYPE",
        0x6d => "FLTNTYPE",
        0x7f => "INT8TYPE - BigInt (8 byte data representation)",
        0xa5 => "BIGVARBINTYPE - VarBinary",
        0xa7 => "BIGVARCHRTYPE - VarChar",
        0xad => "BIGBINARYTYPE - Binary",
        0xaf => "BIGCHARTYPE - Char",
        0xe7 => "NVARCHARTYPE - NVarChar",
        0xef => "NCHARTYPE - NChar",
    }
}

/// What a value is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Null,
    Int,
    Bit,
    Float,
    Guid,
    Bytes,
    /// Text of one byte a character, and of two.
    Chars,
    Wide,
}

/// A type: what its values are, and the bytes of the length before each (none: all have so many bytes).
#[derive(Clone, Copy)]
pub(super) struct Type {
    kind: Kind,
    sizes: usize,
    len: usize,
}

impl Type {
    /// The type of a number, when its values are read.
    fn of(number: u8) -> Option<Type> {
        let (kind, sizes, len) = match number {
            0x1f => (Kind::Null, 0, 0),
            0x30 => (Kind::Int, 0, 1),
            0x34 => (Kind::Int, 0, 2),
            0x38 => (Kind::Int, 0, 4),
            0x7f => (Kind::Int, 0, 8),
            0x32 => (Kind::Bit, 0, 1),
            0x3b => (Kind::Float, 0, 4),
            0x3e => (Kind::Float, 0, 8),
            0x24 => (Kind::Guid, 1, 0),
            0x26 => (Kind::Int, 1, 0),
            0x68 => (Kind::Bit, 1, 0),
            0x6d => (Kind::Float, 1, 0),
            0xa5 | 0xad => (Kind::Bytes, 2, 0),
            0xa7 | 0xaf => (Kind::Chars, 2, 0),
            0xe7 | 0xef => (Kind::Wide, 2, 0),
            _ => return None,
        };
        Some(Type { kind, sizes, len })
    }

    /// Whether a collation follows.
    fn collates(self) -> bool {
        matches!(self.kind, Kind::Chars | Kind::Wide)
    }
}

/// Length of what has no value, and the greatest length of what comes in chunks.
const NOTHING: u64 = 0xffff;

/// Columns of a result: no result has more.
const MOST: u64 = 1024;

const BY_REFERENCE: &[Field] = &[RPC_PARAMETER_STATUS_BY_REF, RPC_PARAMETER_STATUS_DEFAULT];

/// Parameters of a procedure (2.2.6.6), up to one of a type that is not read, or to what stands between two calls.
pub(super) fn parameters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while c.left() > 2 && c.peek_u8(0)? < 0x80 {
        let start = *c;
        let item = cx.add(RPC_PARAMETER, start.span(0), Value::None);
        let read = cx.under(item, |cx| -> Result<bool, Stop> {
            let n = usize::from(cx.u8(RPC_PARAMETER_NAME_LENGTH, c)?);
            if n > 0 {
                text(cx, RPC_PARAMETER_NAME, c, n)?;
            }
            cx.flags(RPC_PARAMETER_STATUS, c, 1, BY_REFERENCE)?;
            let Some(kind) = info(cx, c)? else { return Ok(false) };
            value(cx, c, RPC_PARAMETER_VALUE, kind, "Value")?;
            Ok(true)
        })?;
        cx.set_len(item, c.pos() - start.pos());
        if !read {
            return Ok(());
        }
    }
    Ok(())
}

/// A type with its greatest length and its collation.
fn info<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<Option<Type>, Stop> {
    let start = *c;
    let number = c.peek_u8(0)?;
    let item = cx.add(TYPE_INFO, start.span(0), Value::None);
    let name = TYPES.or(u64::from(number), "Unknown");
    cx.label(item, |o| _ = o.s("Type info (").s(name).s(")"));
    let found = cx.under(item, |cx| -> Result<_, Stop> {
        cx.u8(TYPE_INFO_TYPE, c)?;
        let Some(kind) = Type::of(number) else { return Ok(None) };
        let longest = if kind.sizes > 0 { cx.uint_le(TYPE_INFO_VARLEN, c, kind.sizes)? } else { 0 };
        if kind.collates() {
            collation(cx, c)?;
        }
        // What may be of any length comes in chunks.
        Ok(Some(kind).filter(|k| k.sizes < 2 || longest != NOTHING))
    })?;
    cx.set_len(item, c.pos() - start.pos());
    Ok(found)
}

const COLLATION: &[Field] = &[
    TYPE_INFO_COLLATION_LCID,
    TYPE_INFO_COLLATION_IGNORE_CASE,
    TYPE_INFO_COLLATION_IGNORE_ACCENT,
    TYPE_INFO_COLLATION_IGNORE_KANA,
    TYPE_INFO_COLLATION_IGNORE_WIDTH,
    TYPE_INFO_COLLATION_BINARY,
    TYPE_INFO_COLLATION_VERSION,
];

/// How texts are sorted (2.2.5.1.2).
fn collation<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.add(TYPE_INFO_COLLATION, c.span(5), Value::None);
    cx.under(item, |cx| {
        for field in COLLATION {
            cx.peek_le(*field, c, 0, 4)?;
        }
        c.skip(4)?;
        cx.u8(TYPE_INFO_COLLATION_SORTID, c).map(|_| ())
    })
}

/// A value in a node of its own.
fn value<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, kind: Type, name: &str) -> Step {
    let start = *c;
    let item = cx.add(field, start.span(0), Value::None);
    cx.label(item, |o| _ = o.s(name));
    cx.under(item, |cx| data(cx, c, kind, item))?;
    cx.set_len(item, c.pos() - start.pos());
    Ok(())
}

fn data<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: Type, of: Item) -> Step {
    if kind.kind == Kind::Null {
        return Ok(());
    }
    let n = match kind.sizes {
        0 => kind.len,
        sizes => {
            let at = *c;
            let n = requin_wire::le(c.peek_bytes(0, sizes)?);
            let item = cx.add(TYPE_VARBYTE_LENGTH, at.span(sizes), Value::U(n));
            c.skip(sizes)?;
            if n == NOTHING {
                cx.append(item, |o| _ = o.s(" (CHARBIN_NULL)"));
            }
            if n == NOTHING || (n == 0 && sizes == 1) {
                cx.add(TYPE_VARBYTE_DATA_NULL, c.span(0), Value::None);
                return Ok(());
            }
            n as usize
        }
    };
    let at = c.span(n);
    match kind.kind {
        Kind::Int => {
            let bits = 64 - 8 * n.clamp(1, 8) as u32;
            let number = (requin_wire::le(c.peek_bytes(0, n.min(8))?) << bits).cast_signed() >> bits;
            let field = if n == 8 { TYPE_VARBYTE_DATA_INT64 } else { TYPE_VARBYTE_DATA_INT };
            cx.add(field, at, Value::I(number));
            cx.append(of, |o| _ = o.s(" (").i(number).s(")"));
            c.skip(n)
        }
        Kind::Bit => {
            let set = c.peek_u8(0)? != 0;
            cx.add(TYPE_VARBYTE_DATA_BOOL, at, Value::U(u64::from(set)));
            c.skip(n)
        }
        Kind::Float => {
            let bits = requin_wire::le(c.peek_bytes(0, n.min(8))?);
            let number = if n == 8 { f64::from_bits(bits) } else { f64::from(f32::from_bits(bits as u32)) };
            cx.add(TYPE_VARBYTE_DATA_FLOAT, at, Value::F(number));
            c.skip(n)
        }
        Kind::Guid if n == 16 => cx.field_le(TYPE_VARBYTE_DATA_GUID, c, n).map(|_| ()),
        Kind::Chars => {
            let bytes = c.peek_bytes(0, n)?;
            cx.append(of, |o| _ = o.s(" (").text(bytes).s(")"));
            cx.bytes(TYPE_VARBYTE_DATA_STRING, c, n).map(|_| ())
        }
        Kind::Wide => {
            let bytes = c.peek_bytes(0, n)?;
            cx.append(of, |o| {
                _ = o.s(" (").text(crate::application::smb::text16(bytes).as_bytes()).s(")");
            });
            text(cx, TYPE_VARBYTE_DATA_STRING, c, n / 2)?;
            c.skip(n % 2)
        }
        _ => cx.bytes(TYPE_VARBYTE_DATA_BYTES, c, n).map(|_| ()),
    }
}

const COLUMN_FLAGS: &[Field] = &[
    COLMETADATA_FLAGS_NULLABLE,
    COLMETADATA_FLAGS_CASESEN,
    COLMETADATA_FLAGS_UPDATEABLE,
    COLMETADATA_FLAGS_IDENTITY,
    COLMETADATA_FLAGS_COMPUTED,
    COLMETADATA_FLAGS_FIXEDLENCLRTYPE,
    COLMETADATA_FLAGS_SPARSECOLUMNSET,
    COLMETADATA_FLAGS_ENCRYPTED,
    COLMETADATA_FLAGS_HIDDEN,
    COLMETADATA_FLAGS_KEY,
    COLMETADATA_FLAGS_NULLABLEUNKNOWN,
];

/// Columns of a result (2.2.7.4) as of version 7.2; none, when one is of a type that is not read.
pub(super) fn columns<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<Option<Vec<Type>>, Stop> {
    let start = *c;
    let item = cx.add(COLMETADATA, start.span(0), Value::None);
    c.skip(1)?;
    let found = cx.under(item, |cx| -> Result<_, Stop> {
        let count = u64::from(cx.u16_le(COLMETADATA_COLUMNS, c)?);
        let mut types = Vec::new();
        if count == NOTHING {
            return Ok(Some(types));
        }
        for nth in 1..=count.min(MOST) {
            let Some(kind) = column(cx, c, nth)? else { return Ok(None) };
            types.push(kind);
        }
        Ok(Some(types))
    })?;
    cx.set_len(item, c.pos() - start.pos());
    Ok(found)
}

fn column<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, nth: u64) -> Result<Option<Type>, Stop> {
    let start = *c;
    let item = cx.add(COLMETADATA_FIELD, start.span(0), Value::None);
    cx.label(item, |o| _ = o.s("Column ").u(nth));
    let found = cx.under(item, |cx| -> Result<_, Stop> {
        cx.u32_le(COLMETADATA_USERTYPE, c)?;
        let flags = cx.peek_le(COLMETADATA_RESULTS_TOKEN_FLAGS, c, 0, 2)?;
        // tshark reads the single flags in the other order of bytes.
        cx.under(flags, |cx| COLUMN_FLAGS.iter().try_for_each(|f| cx.peek(*f, c, 2).map(|_| ())))?;
        c.skip(2)?;
        let number = c.peek_u8(0)?;
        let kind = cx.field(COLMETADATA_RESULTS_TOKEN_TYPE, c, 1)?;
        cx.append(kind, |o| _ = o.s(" (").s(TYPES.or(u64::from(number), "Unknown")).s(")"));
        let Some(kind) = Type::of(number) else { return Ok(None) };
        match kind.sizes {
            1 => _ = cx.u8(COLMETADATA_TYPE_SIZE, c)?,
            2 if cx.u16_le(COLMETADATA_LARGE_TYPE_SIZE, c)? == NOTHING as u16 => return Ok(None),
            _ => {}
        }
        if kind.collates() {
            cx.u16_le(COLMETADATA_COLLATE_CODEPAGE, c)?;
            cx.u16_le(COLMETADATA_COLLATE_FLAGS, c)?;
            cx.u8(COLMETADATA_COLLATE_CHARSET_ID, c)?;
        }
        let n = usize::from(cx.u8(COLMETADATA_COLNAME_LENGTH, c)?);
        if n > 0 {
            text(cx, COLMETADATA_COLNAME, c, n)?;
        }
        Ok(Some(kind))
    })?;
    cx.set_len(item, c.pos() - start.pos());
    Ok(found)
}

/// A row (2.2.7.19): a value of each column.
pub(super) fn row<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, columns: &[Type]) -> Step {
    let start = *c;
    let item = cx.add(ROW, start.span(0), Value::None);
    c.skip(1)?;
    cx.under(item, |cx| {
        (1..).zip(columns).try_for_each(|(nth, kind)| value(cx, c, ROW_FIELD, *kind, &format!("Field {nth}")))
    })?;
    cx.set_len(item, c.pos() - start.pos());
    Ok(())
}
