//! Reading, writing, flushing and locking: sections 2.2.17 to 2.2.27.

use super::parts::{Place, handle};
use super::*;
use crate::application::dcerpc;
use crate::application::smb::common::flags;
use requin_wire::Field;

/// Locks take so many bytes each.
const LOCK: usize = 24;

/// What a channel that is not the connection itself needs; nothing, mostly.
fn channel<S: Sink>(cx: &mut Cx<'_, S>, place: Place, m: &Message<'_>) -> Step {
    place.part(cx, &m.all, CHANNEL_INFO_BLOB, |_, _| Ok(()))
}

/// Bytes of a file, or remote procedure calls that a named pipe carries.
pub(super) fn data<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, field: Field) -> Step {
    if dcerpc::connected(&c, cx.ports) {
        return cx.call(dcerpc::ID, c);
    }
    let n = c.left();
    cx.bytes(field, &mut c, n).map(|_| ())
}

pub(super) fn read<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    cx.u8(READ_PADDING, c)?;
    flags(cx, READ_FLAGS, c, 1, &[READ_FLAGS_UNBUFFERED, READ_FLAGS_COMPRESSED])?;
    let len = cx.u32_le(READ_LENGTH, c)?;
    let offset = cx.u64_le(FILE_OFFSET, c)?;
    cx.info_add(|o| _ = o.s(" Len:").u(len).s(" Off:").u(offset));
    handle(cx, c, m)?;
    cx.u32_le(MIN_COUNT, c)?;
    cx.u32_le(CHANNEL, c)?;
    cx.u32_le(REMAINING_BYTES, c)?;
    channel(cx, Place::read(c, (2, 2))?, m)
}

pub(super) fn read_response<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    let reserved = *c;
    let place = Place::apart(c, (1, 4), 1)?;
    cx.u32_le(READ_REMAINING, c)?;
    cx.bytes(RESERVED, c, 4)?;
    place.show_offset(cx);
    cx.peek_at(RESERVED, &reserved, 1, 1)?;
    place.show_len(cx);
    let Some(found) = place.bytes(&m.all)? else {
        parts::nothing(cx, c, READ_BLOB);
        return Ok(());
    };
    let span = found.span(usize::MAX);
    let item = cx.add(READ_BLOB, span, Value::Bytes(span));
    if !dcerpc::connected(&found, cx.ports) {
        return Ok(());
    }
    cx.under(item, |cx| cx.call(dcerpc::ID, found))
}

pub(super) fn write<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    let at = cx.u16_le(DATA_OFFSET, c)?;
    let len = cx.u32_le(WRITE_LENGTH, c)?;
    let offset = cx.u64_le(FILE_OFFSET, c)?;
    cx.info_add(|o| _ = o.s(" Len:").u(len).s(" Off:").u(offset));
    handle(cx, c, m)?;
    cx.u32_le(CHANNEL, c)?;
    cx.u32_le(REMAINING_BYTES, c)?;
    let place = Place::read(c, (2, 2))?;
    flags(cx, WRITE_FLAGS, c, 4, &[WRITE_FLAGS_WRITE_THROUGH, WRITE_FLAGS_UNBUFFERED])?;
    channel(cx, place, m)?;
    let mut found = m.all;
    found.skip(at.into())?;
    let found = found.take_all(len as usize)?;
    if found.is_empty() { Ok(()) } else { data(cx, found, WRITE_DATA) }
}

pub(super) fn written<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let c = &mut c;
    cx.bytes(RESERVED, c, 2)?;
    cx.u32_le(WRITE_COUNT, c)?;
    cx.u32_le(WRITE_REMAINING, c)?;
    cx.u16_le(CHANNEL_INFO_OFFSET, c)?;
    cx.u16_le(CHANNEL_INFO_LENGTH, c).map(|_| ())
}

pub(super) fn flush<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    cx.bytes(RESERVED, &mut c, 6)?;
    handle(cx, &mut c, m)
}

pub(super) fn lock<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    let count = cx.u16_le(LOCK_COUNT, c)?;
    cx.bytes(RESERVED, c, 4)?;
    handle(cx, c, m)?;
    for _ in 0..count {
        let item = cx.add(LOCK_INFO, c.span(LOCK), Value::None);
        cx.under(item, |cx| -> Step {
            cx.u64_le(FILE_OFFSET, c)?;
            cx.u64_le(LOCK_LENGTH, c)?;
            let bits =
                [LOCK_FLAGS_SHARED, LOCK_FLAGS_EXCLUSIVE, LOCK_FLAGS_UNLOCK, LOCK_FLAGS_FAIL_IMMEDIATELY];
            flags(cx, LOCK_FLAGS, c, 4, &bits)?;
            cx.bytes(RESERVED, c, 4).map(|_| ())
        })?;
    }
    Ok(())
}
