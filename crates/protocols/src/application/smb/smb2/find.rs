//! What a directory holds: sections 2.2.33 and 2.2.34, and [MS-FSCC] section 2.4.

use super::parts::{Place, handle};
use super::*;
use crate::application::smb::common::{flags, utf16};

/// Levels that are told apart here.
const DIRECTORY: u8 = 1;
const FULL: u8 = 2;
const BOTH: u8 = 3;
const NAME: u8 = 12;
const ID_BOTH: u8 = 37;
const ID_FULL: u8 = 38;
/// A name in the form of DOS has room for twelve characters.
const SHORT_NAME: usize = 24;

pub(super) fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    let level = c.peek_u8(0)?;
    cx.add(FIND_INFOLEVEL, c.span(1), Value::U(level.into()));
    c.skip(1)?;
    let bits = [FIND_RESTART_SCANS, FIND_SINGLE_ENTRY, FIND_INDEX_SPECIFIED, FIND_REOPEN];
    flags(cx, FIND_FLAGS, c, 1, &bits)?;
    cx.u32_le(FILE_INDEX, c)?;
    handle(cx, c, m)?;
    let place = Place::read(c, (2, 2))?;
    cx.u32_le(OUTPUT_BUFFER_LEN, c)?;
    let pattern = place.text(cx, &m.all, FIND_PATTERN)?;
    cx.info_add(|o| {
        o.s(" ").s(names::FIND_INFOLEVEL_NAMES.or(level.into(), "Unknown"));
        o.s(" Pattern: ").text(pattern.as_bytes());
    });
    Ok(())
}

/// What the request asked for.
pub(super) fn asked<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, m: &Message<'_>) {
    let (Some((level, _)), Some(pattern)) = (m.known.level(), m.known.text()) else { return };
    cx.info_add(|o| {
        o.s(" ").s(names::FIND_INFOLEVEL_NAMES.or(level.into(), "Unknown"));
        o.s(" Pattern: ").text(pattern);
    });
    cx.generated(FIND_INFOLEVEL, c.span(0), Value::U(level.into()));
}

pub(super) fn response<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let level = m.known.level().map_or(0, |l| l.0);
    Place::read(&mut c, (2, 4))?.part(cx, &m.all, FIND_INFO_BLOB, |cx, mut rest| {
        let (field, label) = match level {
            DIRECTORY => (FIND_FILE_DIRECTORY_INFO, "FileDirectoryInfo"),
            FULL => (FIND_FULL_DIRECTORY_INFO, "FullDirectoryInfo"),
            BOTH => (FIND_BOTH_DIRECTORY_INFO, "FileBothDirectoryInfo"),
            ID_BOTH | ID_FULL | NAME => (FIND_ID_BOTH_DIRECTORY_INFO, "FileIdBothDirectoryInfo"),
            _ => return Ok(()),
        };
        while !rest.is_empty() {
            let next = requin_wire::le(rest.peek_bytes(0, 4)?) as usize;
            let one = if next == 0 { rest } else { rest.within(next) };
            let item = cx.add(field, one.span(usize::MAX), Value::None);
            let name = cx.under(item, |cx| entry(cx, one, level))?;
            cx.label(item, |o| _ = o.s(label).s(": ").text(name.as_bytes()));
            if next == 0 || next >= rest.left() {
                break;
            }
            rest.skip(next)?;
        }
        Ok(())
    })
}

/// One entry of a directory, as its level has it.
fn entry<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, level: u8) -> Result<String, requin_wire::Stop> {
    let c = &mut c;
    cx.u32_le(NEXT_OFFSET, c)?;
    cx.u32_le(FILE_INDEX, c)?;
    if level != NAME {
        file::times(cx, c)?;
        cx.u64_le(EOF, c)?;
        cx.u64_le(ALLOCATION_SIZE, c)?;
        file::attributes(cx, c)?;
    }
    let len = cx.u32_le(FILENAME_LEN, c)? as usize;
    if matches!(level, FULL | BOTH | ID_BOTH | ID_FULL) {
        cx.u32_le(EA_SIZE, c)?;
    }
    if matches!(level, BOTH | ID_BOTH) {
        let short = usize::from(cx.u8(SHORT_NAME_LEN, c)?);
        cx.bytes(RESERVED, c, 1)?;
        let mut name = c.take_all(SHORT_NAME)?;
        if short > 0 {
            utf16(cx, SHORTNAME, &mut name, short.min(SHORT_NAME))?;
        }
    }
    match level {
        ID_BOTH => {
            cx.bytes(RESERVED, c, 2)?;
            cx.u64_le(FILE_ID, c)?;
        }
        ID_FULL => {
            cx.bytes(RESERVED, c, 4)?;
            cx.u64_le(FILE_ID, c)?;
        }
        _ => {}
    }
    utf16(cx, FILENAME, c, len)
}
