//! What the header of a message refers to by length and offset ([MS-NLMP] 2.2.1.1 and on).

use super::*;
use crate::application::smb::text16;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Time, Value};

/// Offset of a part from the beginning of the message, and its length.
pub(super) fn offset(c: &Cursor<'_>) -> Result<(usize, usize), Stop> {
    let h = c.peek_array::<8>()?;
    let len = usize::from(u16::from_le_bytes([h[0], h[1]]));
    Ok((u32::from_le_bytes([h[4], h[5], h[6], h[7]]) as usize, len))
}

/// The bytes of a part.
pub(super) fn part<'a>(all: &Cursor<'a>, offset: usize, len: usize) -> Result<Cursor<'a>, Stop> {
    let mut at = *all;
    at.skip(offset)?;
    at.take_all(len)
}

/// Length, room and offset of a part, under its node.
pub(super) fn place<S: Sink>(cx: &mut Cx<'_, S>, item: Item, fields: [Field; 3], c: &mut Cursor<'_>) -> Step {
    cx.under(item, |cx| -> Step {
        cx.u16_le(fields[0], c)?;
        cx.u16_le(fields[1], c)?;
        cx.u32_le(fields[2], c)?;
        Ok(())
    })
}

/// Adds text, and gives it; nothing is told as `NULL`.
pub(super) fn payload_text<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    all: &Cursor<'_>,
    unicode: bool,
) -> Result<String, Stop> {
    let (offset, len) = offset(c)?;
    if len == 0 {
        cx.add_bytes(field, c.span(8), b"NULL");
        c.skip(8)?;
        return Ok(String::new());
    }
    let at = part(all, offset, len)?;
    let bytes = at.rest();
    let text = if unicode { text16(bytes) } else { String::from_utf8_lossy(bytes).into_owned() };
    let item = cx.add_bytes(field, at.span(len), text.as_bytes());
    place(cx, item, [STRING_LENGTH, STRING_MAXLEN, STRING_OFFSET], c)?;
    Ok(text)
}

/// Adds bytes, and gives them with their node.
pub(super) fn payload_bytes<'a, S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    all: &Cursor<'a>,
) -> Result<Option<(Item, Cursor<'a>)>, Stop> {
    let (offset, len) = offset(c)?;
    if len == 0 {
        let item = cx.peek(field, c, 8)?;
        let label = cx.registry.field(field).label;
        cx.label(item, |o| _ = o.s(label).s(": Empty"));
        c.skip(8)?;
        return Ok(None);
    }
    let at = part(all, offset, len)?;
    let item = cx.peek(field, &at, len)?;
    place(cx, item, [BLOB_LENGTH, BLOB_MAXLEN, BLOB_OFFSET], c)?;
    Ok(Some((item, at)))
}

/// VERSION (2.2.2.10).
pub(super) fn version<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let v = c.peek_array::<8>()?;
    let item = cx.add(VERSION, c.span(8), Value::None);
    cx.label(item, |o| {
        o.s("Version ").u(v[0]).s(".").u(v[1]).s(" (Build ").u(u16::from_le_bytes([v[2], v[3]]));
        o.s("); NTLM Current Revision ").u(v[7]);
    });
    cx.under(item, |cx| -> Step {
        cx.u8(VERSION_MAJOR, c)?;
        cx.u8(VERSION_MINOR, c)?;
        cx.u16_le(VERSION_BUILD_NUMBER, c)?;
        c.skip(3)?;
        cx.u8(VERSION_NTLM_CURRENT_REVISION, c)?;
        Ok(())
    })
}

/// A FILETIME: 100 nanoseconds since 1601.
pub(super) fn time<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let at = c.span(8);
    let ticks = u64::from_le_bytes(*c.array::<8>()?);
    let secs = (ticks / 10_000_000) as i64 - 11_644_473_600;
    cx.add(field, at, Time::new(secs, (ticks % 10_000_000) as u32 * 100).into());
    Ok(())
}
