//! The negotiation of the protocol: sections 2.2.3 and 2.2.4.

use super::contexts::{aligned, negotiate_contexts};
use super::parts::Place;
use super::session::blob;
use super::*;
use crate::application::smb::common::{file_time, flags};

pub(super) const LATEST: u16 = 0x0311;

pub(super) fn security_mode<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    flags(cx, SEC_MODE, c, 1, &[SEC_MODE_SIGN_ENABLED, SEC_MODE_SIGN_REQUIRED]).map(|_| ())
}

pub(super) fn capabilities<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [
        CAPABILITIES_DFS,
        CAPABILITIES_LEASING,
        CAPABILITIES_LARGE_MTU,
        CAPABILITIES_MULTI_CHANNEL,
        CAPABILITIES_PERSISTENT_HANDLES,
        CAPABILITIES_DIRECTORY_LEASING,
        CAPABILITIES_ENCRYPTION,
    ];
    flags(cx, CAPABILITIES, c, 4, &bits).map(|_| ())
}

pub(super) fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    let count = cx.u16_le(DIALECT_COUNT, c)?;
    security_mode(cx, c)?;
    c.skip(1)?;
    cx.bytes(RESERVED, c, 2)?;
    capabilities(cx, c)?;
    cx.field_le(CLIENT_GUID, c, 16)?;
    // Only the latest dialect has contexts; with others nothing stands in their place.
    let latest = (0..usize::from(count).min(c.left() / 2))
        .any(|i| c.peek_bytes(8 + 2 * i, 2).is_ok_and(|d| requin_wire::le(d) == u64::from(LATEST)));
    let offset = cx.u32_le(NEGOTIATE_CONTEXT_OFFSET, c)? as usize;
    let n = cx.u16_le(NEGOTIATE_CONTEXT_COUNT, c)?;
    cx.bytes(RESERVED, c, 2)?;
    for _ in 0..count {
        cx.u16_le(DIALECT, c)?;
    }
    if latest { negotiate_contexts(cx, m, offset, n) } else { Ok(()) }
}

pub(super) fn response<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    security_mode(cx, c)?;
    c.skip(1)?;
    let dialect = cx.u16_le(DIALECT, c)?;
    let count = cx.u16_le(NEGOTIATE_CONTEXT_COUNT, c)?;
    cx.field_le(SERVER_GUID, c, 16)?;
    capabilities(cx, c)?;
    cx.u32_le(MAX_TRANS_SIZE, c)?;
    cx.u32_le(MAX_READ_SIZE, c)?;
    cx.u32_le(MAX_WRITE_SIZE, c)?;
    file_time(cx, CURRENT_TIME, c)?;
    file_time(cx, BOOT_TIME, c)?;
    blob(cx, Place::read(c, (2, 2))?, m)?;
    let offset = cx.u32_le(NEGOTIATE_CONTEXT_OFFSET, c)? as usize;
    if dialect == LATEST { negotiate_contexts(cx, m, aligned(offset), count) } else { Ok(()) }
}
