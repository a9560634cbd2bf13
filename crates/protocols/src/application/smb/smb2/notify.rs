//! Changes in a directory, and the end of rights that a client had: sections 2.2.23 to 2.2.25, 2.2.35 and 2.2.36.

use super::contexts::lease_state;
use super::parts::{Place, handle};
use super::*;
use crate::application::smb::common::{completion_filter, flags, utf16};

pub(super) fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    flags(cx, NOTIFY_FLAGS, c, 2, &[NOTIFY_WATCH_TREE])?;
    cx.u32_le(OUTPUT_BUFFER_LEN, c)?;
    handle(cx, c, m)?;
    completion_filter(cx, c)?;
    cx.bytes(RESERVED, c, 4).map(|_| ())
}

pub(super) fn response<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    Place::read(&mut c, (2, 4))?.part(cx, &m.all, NOTIFY_OUT, |cx, mut rest| {
        while !rest.is_empty() {
            let next = requin_wire::le(rest.peek_bytes(0, 4)?) as usize;
            let mut one = if next == 0 { rest } else { rest.within(next) };
            let item = cx.add(NOTIFY_INFO, one.span(usize::MAX), Value::None);
            cx.under(item, |cx| -> Step {
                cx.u32_le(NOTIFY_NEXT_OFFSET, &mut one)?;
                cx.u32_le(NOTIFY_ACTION, &mut one)?;
                let len = cx.u32_le(FILENAME_LEN, &mut one)? as usize;
                utf16(cx, FILENAME, &mut one, len).map(|_| ())
            })?;
            if next == 0 || next >= rest.left() {
                break;
            }
            rest.skip(next)?;
        }
        Ok(())
    })
}

/// The end of an oplock or of a lease, which is notified, acknowledged and answered.
pub(super) fn oplock_break<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    match requin_wire::le(m.all.peek_bytes(HEADER, 2)?) {
        24 => {
            cx.u8(CREATE_OPLOCK, c)?;
            cx.bytes(RESERVED, c, 1)?;
            cx.bytes(RESERVED, c, 4)?;
            handle(cx, c, m)
        }
        size @ (36 | 44) => {
            if size == 44 {
                cx.u16_le(LEASE_LEASE_OPLOCK, c)?;
            } else {
                cx.bytes(RESERVED, c, 2)?;
            }
            contexts::lease_flags(cx, c)?;
            cx.field_le(LEASE_LEASE_KEY, c, 16)?;
            if size == 36 {
                lease_state(cx, c, None)?;
                return cx.u64_le(LEASE_LEASE_DURATION, c).map(|_| ());
            }
            lease_state(cx, c, Some("Current Lease State"))?;
            lease_state(cx, c, Some("New Lease State"))?;
            cx.u32_le(LEASE_LEASE_BREAK_REASON, c)?;
            cx.u32_le(LEASE_ACCESS_MASK_HINT, c)?;
            cx.u32_le(LEASE_SHARE_MASK_HINT, c).map(|_| ())
        }
        _ => Ok(()),
    }
}
