//! Results: definitions of columns, rows as text, rows and parameters in binary.

use super::*;
use crate::application::text::stray;

/// A type's bit for numbers without sign.
const UNSIGNED: u16 = 0x8000;

/// Types as they are sent and remembered: two bytes each.
pub(super) fn types(bytes: &[u8]) -> Vec<u16> {
    bytes.as_chunks::<2>().0.iter().map(|b| u16::from_le_bytes(*b)).collect()
}

/// Whether values of a type have their length before them.
pub(super) fn is_text(kind: u16) -> bool {
    matches!(kind as u8, 0 | 15 | 16 | 245..=255)
}

/// The definition of a column.
pub(super) fn column<S: Sink>(
    cx: &mut Cx<'_, S>,
    extended: bool,
    with_default: bool,
    c: &mut Cursor<'_>,
) -> Step {
    let texts = [
        ("Catalog", FIELD_CATALOG),
        ("Database", FIELD_DB),
        ("Table", FIELD_TABLE),
        ("Original table", FIELD_ORG_TABLE),
        ("Name", FIELD_NAME),
        ("Original name", FIELD_ORG_NAME),
    ];
    for (name, field) in texts {
        text(cx, name, field, c)?;
    }
    if extended {
        metadata(cx, c)?;
    }
    // How long the fixed part is.
    c.skip(1)?;
    cx.u16_le(FIELD_CHARSETNR, c)?;
    cx.u32_le(FIELD_LENGTH, c)?;
    cx.u8(FIELD_TYPE, c)?;
    let bits = [
        FIELD_FLAGS_NOT_NULL,
        FIELD_FLAGS_PRIMARY_KEY,
        FIELD_FLAGS_UNIQUE_KEY,
        FIELD_FLAGS_MULTIPLE_KEY,
        FIELD_FLAGS_BLOB,
        FIELD_FLAGS_UNSIGNED,
        FIELD_FLAGS_ZERO_FILL,
        FIELD_FLAGS_ENUM,
        FIELD_FLAGS_AUTO_INCREMENT,
        FIELD_FLAGS_TIMESTAMP,
        FIELD_FLAGS_SET,
    ];
    cx.flags_le(FIELD_FLAGS, c, 2, &bits)?;
    cx.u8(FIELD_DECIMALS, c)?;
    c.skip(c.left().min(2))?;
    if with_default && !c.is_empty() {
        text(cx, "Default", FIELD_DEFAULT, c)?;
    }
    Ok(())
}

/// What MariaDB says of a column's type beyond its number.
fn metadata<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (n, span) = lenenc(cx, c)?;
    let n = within(c, n.unwrap_or(0));
    let mut all = c.take(n);
    let item = cx.add(EXTMETA_DATA, all.span(n), Value::None);
    cx.under(item, |cx| -> Step {
        cx.add(EXTMETA_LENGTH, span, Value::U(n as u64));
        while !all.is_empty() {
            let start = all;
            let item = cx.add(EXTMETA, all.span(0), Value::None);
            cx.under(item, |cx| -> Step {
                let key = lenenc_field(cx, EXTMETA_KEY, &mut all)?;
                let (n, _) = lenenc(cx, &mut all)?;
                let n = within(&all, n.unwrap_or(0));
                match key {
                    0 => cx.bytes(EXTMETA_TYPE, &mut all, n).map(|_| ()),
                    1 => cx.bytes(EXTMETA_FORMAT, &mut all, n).map(|_| ()),
                    _ => all.skip(n),
                }
            })?;
            cx.set_len(item, all.pos() - start.pos());
        }
        Ok(())
    })
}

/// A length-encoded text under a line with its name.
pub(super) fn text<S: Sink>(
    cx: &mut Cx<'_, S>,
    name: &'static str,
    field: Field,
    c: &mut Cursor<'_>,
) -> Step {
    let start = *c;
    let item = cx.line(c.span(0), |o| _ = o.s(name));
    cx.under(item, |cx| -> Step {
        match lenenc(cx, c)?.0 {
            None => {
                cx.add_str(field, c.span(0), |o| _ = o.s("NULL"));
            }
            Some(n) => {
                let n = within(c, n);
                let value = cx.peek(field, c, n)?;
                stray(cx, value, c.span(n), c.rest().get(..n).unwrap_or_default());
                c.skip(n)?;
            }
        }
        Ok(())
    })?;
    cx.set_len(item, c.pos() - start.pos());
    Ok(())
}

/// A row of texts.
pub(super) fn row<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        text(cx, "text", ROW_TEXT, c)?;
    }
    Ok(())
}

/// A row in binary, of columns whose types are known.
pub(super) fn binary<S: Sink>(cx: &mut Cx<'_, S>, types: &[u16], c: &mut Cursor<'_>) -> Step {
    response::code(cx, c)?;
    if types.is_empty() {
        return Ok(());
    }
    // The first two bits are not used.
    let nulls = cx.bytes(ROW_NULLBUFFER, c, (types.len() + 9) / 8)?;
    for (i, kind) in types.iter().enumerate() {
        if nulls.get((i + 2) / 8).is_some_and(|b| b >> ((i + 2) % 8) & 1 != 0) {
            cx.add(EXEC_FIELD_NULL, c.span(0), Value::None);
        } else {
            value(cx, *kind, c)?;
        }
    }
    Ok(())
}

/// A value in binary.
pub(super) fn value<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, c: &mut Cursor<'_>) -> Step {
    let unsigned = kind & UNSIGNED != 0;
    let of = |without, with| if unsigned { without } else { with };
    let (field, n) = match kind as u8 {
        1 => (of(EXEC_FIELD_UNSIGNED_TINY, EXEC_FIELD_TINY), 1),
        2 | 13 => (of(EXEC_FIELD_UNSIGNED_SHORT, EXEC_FIELD_SHORT), 2),
        3 | 9 => (of(EXEC_FIELD_UNSIGNED_LONG, EXEC_FIELD_LONG), 4),
        4 => (EXEC_FIELD_FLOAT, 4),
        5 => (EXEC_FIELD_DOUBLE, 8),
        8 => (of(EXEC_FIELD_UNSIGNED_LONGLONG, EXEC_FIELD_LONGLONG), 8),
        6 => {
            cx.add(EXEC_FIELD_NULL, c.span(0), Value::None);
            return Ok(());
        }
        7 | 10 | 12 => return date(cx, c),
        11 => return time(cx, c),
        _ => return string(cx, c),
    };
    cx.field_le(field, c, n).map(|_| ())
}

/// A text with its length; the field covers both.
fn string<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let start = *c;
    let width = match c.peek_u8(0)? {
        252 => 2,
        253 => 3,
        254 => 8,
        _ => 0,
    };
    let n = if width == 0 { u64::from(c.peek_u8(0)?) } else { requin_wire::le(c.peek_bytes(1, width)?) };
    c.skip(1 + width)?;
    let n = within(c, n);
    let text = c.span(n);
    c.skip(n)?;
    cx.add(EXEC_FIELD_STRING, c.span_since(&start), Value::Str(text));
    Ok(())
}

fn date<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = usize::from(cx.u8(EXEC_FIELD_DATETIME_LENGTH, c)?);
    let mut d = c.take_all(n)?;
    if n >= 4 {
        cx.field_le(EXEC_FIELD_YEAR, &mut d, 2)?;
        cx.field(EXEC_FIELD_MONTH, &mut d, 1)?;
        cx.field(EXEC_FIELD_DAY, &mut d, 1)?;
    }
    if n >= 7 {
        clock(cx, &mut d)?;
    }
    if n >= 11 {
        cx.field_le(EXEC_FIELD_SECONDB, &mut d, 4)?;
    }
    Ok(())
}

fn time<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = usize::from(cx.u8(EXEC_FIELD_TIME_LENGTH, c)?);
    let mut d = c.take_all(n)?;
    if n >= 8 {
        cx.u8(EXEC_FIELD_TIME_SIGN, &mut d)?;
        cx.field_le(EXEC_FIELD_TIME_DAYS, &mut d, 4)?;
        clock(cx, &mut d)?;
    }
    if n >= 12 {
        cx.field_le(EXEC_FIELD_SECONDB, &mut d, 4)?;
    }
    Ok(())
}

fn clock<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>) -> Step {
    cx.field(EXEC_FIELD_HOUR, d, 1)?;
    cx.field(EXEC_FIELD_MINUTE, d, 1)?;
    cx.field(EXEC_FIELD_SECOND, d, 1)?;
    Ok(())
}
