//! Opening and closing of files: sections 2.2.13 to 2.2.16.

use super::contexts::create_contexts;
use super::parts::{Place, handle};
use super::*;
use crate::application::smb::common;

pub(super) fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    c.skip(1)?;
    cx.u8(CREATE_OPLOCK, c)?;
    cx.u32_le(IMPERSONATION_LEVEL, c)?;
    cx.u64_le(CREATE_FLAGS, c)?;
    cx.bytes(RESERVED, c, 8)?;
    common::access_mask(cx, c)?;
    file::attributes(cx, c)?;
    common::share_access(cx, c)?;
    cx.u32_le(CREATE_DISPOSITION, c)?;
    common::create_options(cx, c)?;
    let name = Place::read(c, (2, 2))?.text(cx, &m.all, FILENAME)?;
    cx.info_add(|o| _ = o.s(" File: ").text(name.as_bytes()));
    create_contexts(cx, Place::read(c, (4, 4))?, m)
}

pub(super) fn response<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    cx.u8(CREATE_OPLOCK, c)?;
    common::flags(cx, CREATE_REP_FLAGS, c, 1, &[CREATE_REP_FLAGS_REPARSE_POINT])?;
    cx.u32_le(CREATE_ACTION, c)?;
    file::times(cx, c)?;
    file::sizes(cx, c)?;
    file::attributes(cx, c)?;
    cx.bytes(RESERVED, c, 4)?;
    handle(cx, c, m)?;
    create_contexts(cx, Place::read(c, (4, 4))?, m)
}

pub(super) fn close<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    common::flags(cx, CLOSE_FLAGS, &mut c, 2, &[CLOSE_PQ_ATTRIB])?;
    c.skip(4)?;
    handle(cx, &mut c, m)
}

pub(super) fn closed<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let c = &mut c;
    common::flags(cx, CLOSE_FLAGS, c, 2, &[CLOSE_PQ_ATTRIB])?;
    cx.bytes(RESERVED, c, 4)?;
    file::times(cx, c)?;
    file::sizes(cx, c)?;
    file::attributes(cx, c)
}
