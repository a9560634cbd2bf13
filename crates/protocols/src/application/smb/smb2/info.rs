//! What is asked of files, volumes and their security, and what is set: sections 2.2.37 to 2.2.40.

use super::parts::{Place, handle};
use super::*;
use crate::application::smb::common::{access_mask, flags, utf16};
use crate::application::smb::descriptor;
use crate::application::smb::volume;
use requin_wire::{Field, Stop};

/// Classes of information.
const FILE: u8 = 1;
const VOLUME: u8 = 2;
const SECURITY: u8 = 3;

fn level_field(class: u8) -> Field {
    match class {
        FILE => FILE_INFO_INFOLEVEL,
        VOLUME => FS_INFO_INFOLEVEL,
        SECURITY => SEC_INFO_INFOLEVEL,
        _ => INFOLEVEL,
    }
}

fn level_name(class: u8, level: u8) -> Option<&'static str> {
    let names = match class {
        FILE => names::FILE_INFO_INFOLEVEL_NAMES,
        VOLUME => names::FS_INFO_INFOLEVEL_NAMES,
        SECURITY => names::SEC_INFO_INFOLEVEL_NAMES,
        _ => return None,
    };
    names.find(level.into())
}

/// What the request asked for, which a response does not say.
pub(super) fn asked<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, m: &Message<'_>) {
    let Some((class, level)) = m.known.level() else { return };
    cx.generated(CLASS, c.span(0), Value::U(class.into()));
    cx.generated(level_field(class), c.span(0), Value::U(level.into()));
}

/// Class and level of a request.
fn level<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<(u8, u8), Stop> {
    let class = cx.u8(CLASS, c)?;
    let level = cx.u8(level_field(class), c)?;
    cx.info_add(|o| {
        o.s(" ").s(names::CLASS_NAMES.or(class.into(), "Unknown")).s("/");
        match level_name(class, level) {
            Some(name) => o.s(name),
            None => o.s("(Level:").hex(level, 2).s(")"),
        };
    });
    Ok((class, level))
}

fn additional<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, class: u8) -> Step {
    if class != SECURITY {
        return cx.u32_le(GETSETINFO_ADDITIONAL, c).map(|_| ());
    }
    let bits = [
        GETSETINFO_ADDITIONAL_SECINFO_OWNER,
        GETSETINFO_ADDITIONAL_SECINFO_GROUP,
        GETSETINFO_ADDITIONAL_SECINFO_DACL,
        GETSETINFO_ADDITIONAL_SECINFO_SACL,
        GETSETINFO_ADDITIONAL_SECINFO_LABEL,
        GETSETINFO_ADDITIONAL_SECINFO_ATTRIBUTE,
        GETSETINFO_ADDITIONAL_SECINFO_SCOPE,
        GETSETINFO_ADDITIONAL_SECINFO_BACKUP,
    ];
    flags(cx, GETSETINFO_ADDITIONALS, c, 4, &bits).map(|_| ())
}

pub(super) fn get<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    let (class, _) = level(cx, c)?;
    cx.u32_le(MAX_RESPONSE_SIZE, c)?;
    cx.u16_le(GETINFO_INPUT_OFFSET, c)?;
    cx.bytes(RESERVED, c, 2)?;
    cx.u32_le(GETINFO_INPUT_SIZE, c)?;
    additional(cx, c, class)?;
    cx.u32_le(GETINFO_FLAGS, c)?;
    handle(cx, c, m)
}

pub(super) fn set<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    let (class, level) = level(cx, c)?;
    let len = cx.u32_le(SETINFO_SIZE, c)? as usize;
    let offset = cx.u16_le(SETINFO_OFFSET, c)?;
    cx.u16_le(SETINFO_RESERVED, c)?;
    additional(cx, c, class)?;
    handle(cx, c, m)?;
    let mut found = m.all;
    found.skip(offset.into())?;
    let found = found.take_all(len)?;
    content(cx, found, class, level, true)
}

pub(super) fn got<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let place = Place::read(&mut c, (2, 4))?;
    place.show(cx);
    let Some(found) = place.bytes(&m.all)? else { return Ok(()) };
    match m.known.level() {
        Some((class, level)) => content(cx, found, class, level, false),
        None => unknown(cx, found),
    }
}

fn unknown<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let n = c.left();
    cx.bytes(UNKNOWN, &mut c, n).map(|_| ())
}

/// Information, by class and level.
fn content<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, class: u8, level: u8, set: bool) -> Step {
    let field = match (class, level) {
        (FILE, 0x04) => FILE_BASIC_INFO,
        (FILE, 0x05) => FILE_STANDARD_INFO,
        (FILE, 0x06) => FILE_INTERNAL_INFO,
        (FILE, 0x07) => FILE_EA_INFO,
        (FILE, 0x08) => FILE_ACCESS_INFO,
        (FILE, 0x0a) => FILE_RENAME_INFO,
        (FILE, 0x0d) => FILE_DISPOSITION_INFO,
        (FILE, 0x0e) => FILE_POSITION_INFO,
        (FILE, 0x0f) => FILE_FULL_EA_INFO,
        (FILE, 0x10) => FILE_MODE_INFO,
        (FILE, 0x11) => FILE_ALIGNMENT_INFO,
        (FILE, 0x12) => FILE_ALL_INFO,
        (FILE, 0x13) => FILE_ALLOCATION_INFO,
        (FILE, 0x14) => FILE_ENDOFFILE_INFO,
        (FILE, 0x15) => FILE_ALTERNATE_NAME_INFO,
        (FILE, 0x16) => FILE_STREAM_INFO,
        (FILE, 0x17) => FILE_PIPE_INFO,
        (FILE, 0x1c) => FILE_COMPRESSION_INFO,
        (FILE, 0x22) => FILE_NETWORK_OPEN_INFO,
        (FILE, 0x23) => FILE_ATTRIBUTE_TAG_INFO,
        (FILE, 0x30) => FILE_NORMALIZED_NAME_INFO,
        (VOLUME, 1) => FS_VOLUME_INFO,
        (VOLUME, 3) => FS_SIZE_INFO,
        (VOLUME, 4) => FS_DEVICE_INFO,
        (VOLUME, 5) => FS_ATTRIBUTE_INFO,
        (VOLUME, 6) => FS_CONTROL_INFO,
        (VOLUME, 7) => FS_FULL_SIZE_INFO,
        (VOLUME, 8) => FS_OBJECTID_INFO,
        (SECURITY, 0) => SEC_INFO_00,
        _ => return unknown(cx, c),
    };
    let item = cx.add(field, c.span(usize::MAX), Value::None);
    cx.under(item, |cx| match (class, level) {
        (FILE, _) => file_info(cx, c, level, set),
        (VOLUME, 8) => object_id(cx, c),
        (VOLUME, _) => volume::information(cx, c, level).map(|_| ()),
        (SECURITY, _) => descriptor::security(cx, c),
        _ => Ok(()),
    })
}

fn mode<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [
        MODE_FILE_WRITE_THROUGH,
        MODE_FILE_SEQUENTIAL_ONLY,
        MODE_FILE_NO_INTERMEDIATE_BUFFERING,
        MODE_FILE_SYNCHRONOUS_IO_ALERT,
        MODE_FILE_SYNCHRONOUS_IO_NONALERT,
        MODE_FILE_DELETE_ON_CLOSE,
    ];
    cx.flags_le(MODE_INFO, c, 4, &bits).map(|_| ())
}

/// Identifiers of an object and of where it was born ([MS-FSCC] section 2.1.3).
pub(super) fn object_id<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.add(FILE_OBJECTID_BUFFER, c.span(64), Value::None);
    cx.under(item, |cx| {
        for field in [OBJECT_ID, BIRTH_VOLUME_ID, BIRTH_OBJECT_ID, DOMAIN_ID] {
            cx.field_le(field, &mut c, 16)?;
        }
        Ok(())
    })
}

/// Information on a file, [MS-FSCC] section 2.4.
fn file_info<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, level: u8, set: bool) -> Step {
    let whole = c;
    let c = &mut c;
    match level {
        0x04 => {
            file::times(cx, c)?;
            file::attributes(cx, c)
        }
        0x05 => volume::standard(cx, c),
        0x06 => cx.u64_le(FILE_ID, c).map(|_| ()),
        0x07 => volume::ea_length(cx, c),
        0x08 => access_mask(cx, c),
        0x0a if set => {
            cx.u8(RENAME_REPLACE_IF, c)?;
            cx.bytes(RESERVED_RANDOM, c, 7)?;
            cx.bytes(ROOT_DIRECTORY, c, 8)?;
            let len = cx.u32_le(FILENAME_LEN, c)? as usize;
            let name = utf16(cx, FILENAME, c, len)?;
            cx.info_add(|o| _ = o.s(" NewName:").text(name.as_bytes()));
            Ok(())
        }
        0x0d => cx.u8(DISPOSITION_DELETE_ON_CLOSE, c).map(|_| ()),
        0x0e => cx.u64_le(POSITION_INFO, c).map(|_| ()),
        0x10 => mode(cx, c),
        0x11 => cx.u32_le(ALIGNMENT_INFO, c).map(|_| ()),
        0x12 => {
            file::times(cx, c)?;
            file::attributes(cx, c)?;
            cx.bytes(UNKNOWN, c, 4)?;
            file::sizes(cx, c)?;
            cx.u32_le(NLINKS, c)?;
            cx.u8(DELETE_PENDING, c)?;
            cx.u8(IS_DIRECTORY, c)?;
            c.skip(2)?;
            cx.u64_le(FILE_ID, c)?;
            cx.u32_le(EA_SIZE, c)?;
            access_mask(cx, c)?;
            cx.u64_le(POSITION_INFO, c)?;
            mode(cx, c)?;
            cx.u32_le(ALIGNMENT_INFO, c)?;
            let len = cx.u32_le(FILENAME_LEN, c)? as usize;
            utf16(cx, FILENAME, c, len).map(|_| ())
        }
        0x13 => volume::allocation(cx, c),
        0x14 => volume::end_of_file(cx, c),
        0x15 | 0x30 => volume::name(cx, c),
        0x16 => volume::streams(cx, &whole),
        0x22 => volume::network_open(cx, c),
        _ => Ok(()),
    }
}
