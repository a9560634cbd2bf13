//! What servers tell of volumes and files in both versions, [MS-FSCC] sections 2.4 and 2.5.

use super::common::{bits_le, file_time, flags, utf16};
use super::*;
use requin_wire::le;

/// Information on a volume, by its level ([MS-FSCC] section 2.5). Gives `false` when the level is not known.
pub(super) fn information<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, level: u8) -> Result<bool, Stop> {
    let c = &mut c;
    match level {
        1 => {
            file_time(cx, CREATE_TIME, c)?;
            cx.u32_le(VOLUME_SERIAL, c)?;
            let len = cx.u32_le(VOLUME_LABEL_LEN, c)? as usize;
            cx.bytes(RESERVED, c, 2)?;
            if len > 0 {
                utf16(cx, VOLUME_LABEL, c, len)?;
            }
        }
        3 => {
            cx.u64_le(ALLOC_SIZE64, c)?;
            cx.u64_le(FREE_ALLOC_UNITS, c)?;
            units(cx, c)?;
        }
        4 => device(cx, c)?,
        5 => attributes(cx, c)?,
        7 => {
            cx.u64_le(ALLOC_SIZE64, c)?;
            cx.u64_le(CALLER_FREE_ALLOC_UNITS, c)?;
            cx.u64_le(ACTUAL_FREE_ALLOC_UNITS, c)?;
            units(cx, c)?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn units<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32_le(FS_SECTOR_PER_UNIT, c)?;
    cx.u32_le(FS_BYTES_PER_SECTOR, c).map(|_| ())
}

/// What kind of device a volume lies on.
pub(super) fn device<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32_le(DEVICE_TYPE, c)?;
    let bits = [
        DEVICE_REMOVABLE,
        DEVICE_READ_ONLY,
        DEVICE_FLOPPY,
        DEVICE_WRITE_ONCE,
        DEVICE_REMOTE,
        DEVICE_MOUNTED,
        DEVICE_VIRTUAL,
        DEVICE_SECURE_OPEN,
        DEVICE_TS,
        DEVICE_WEBDAV,
        DEVICE_PORTABLE,
        DEVICE_AAT,
    ];
    cx.flags_le(DEVICE, c, 4, &bits).map(|_| ())
}

/// What a file system can do.
pub(super) fn attributes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [
        FS_ATTR_CSS,
        FS_ATTR_CPN,
        FS_ATTR_UOD,
        FS_ATTR_PACLS,
        FS_ATTR_FC,
        FS_ATTR_VQ,
        FS_ATTR_SSF,
        FS_ATTR_SRP,
        FS_ATTR_SRS,
        FS_ATTR_SLA,
        FS_ATTR_VIS,
        FS_ATTR_SOIDS,
        FS_ATTR_SE,
        FS_ATTR_NS,
        FS_ATTR_ROV,
        FS_ATTR_SWO,
        FS_ATTR_ST,
        FS_ATTR_SHL,
        FS_ATTR_SIS,
        FS_ATTR_SBR,
        FS_ATTR_SSV,
    ];
    flags(cx, FS_ATTR, c, 4, &bits)?;
    cx.u32_le(FS_MAX_NAME_LEN, c)?;
    let len = cx.u32_le(FS_NAME_LEN, c)? as usize;
    utf16(cx, FS_NAME, c, len.min(c.left())).map(|_| ())
}

/// Sizes, links, and whether a file goes when it is closed ([MS-FSCC] section 2.4.47).
pub(super) fn standard<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u64_le(ALLOC_SIZE64, c)?;
    cx.u64_le(END_OF_FILE, c)?;
    cx.u32_le(LINK_COUNT, c)?;
    cx.field_le(DELETE_PENDING, c, 1)?;
    cx.u8(IS_DIRECTORY, c).map(|_| ())
}

/// The streams of a file ([MS-FSCC] section 2.4.44), each saying how far the next is away.
pub(super) fn streams<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) -> Step {
    let mut rest = *c;
    while !rest.is_empty() {
        let next = le(rest.peek_bytes(0, 4)?) as usize;
        let mut one = if next == 0 { rest } else { rest.within(next) };
        let line = cx.line(one.span(usize::MAX), |o| _ = o.s("Stream Info"));
        let name = cx.under(line, |cx| -> Result<String, Stop> {
            cx.u32_le(NEXT_ENTRY_OFFSET, &mut one)?;
            let len = cx.u32_le(STREAM_NAME_LEN, &mut one)? as usize;
            cx.u64_le(STREAM_SIZE, &mut one)?;
            cx.u64_le(ALLOC_SIZE64, &mut one)?;
            utf16(cx, STREAM_NAME, &mut one, len)
        })?;
        cx.append(line, |o| _ = o.s(": ").text(name.as_bytes()));
        if next == 0 || next >= rest.left() {
            break;
        }
        rest.skip(next)?;
    }
    Ok(())
}

/// How many bytes extended attributes take.
pub(super) fn ea_length<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32_le(EA_LIST_LENGTH, c).map(|_| ())
}

/// The room that a file takes.
pub(super) fn allocation<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u64_le(ALLOC_SIZE64, c).map(|_| ())
}

/// How long a file is.
pub(super) fn end_of_file<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u64_le(END_OF_FILE, c).map(|_| ())
}

/// A name behind its length ([MS-FSCC] section 2.4.5).
pub(super) fn name<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let len = cx.u32_le(FILE_NAME_LEN, c)? as usize;
    utf16(cx, FILE, c, len).map(|_| ())
}

/// Attributes of a file in 32 bits ([MS-FSCC] section 2.6).
pub(super) fn file_attributes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    bits_le(cx, FILE_ATTRIBUTE, c, 4, &ATTRIBUTE_BITS).map(|_| ())
}

pub(super) const ATTRIBUTE_BITS: [Field; 15] = [
    FILE_ATTRIBUTE_READ_ONLY,
    FILE_ATTRIBUTE_HIDDEN,
    FILE_ATTRIBUTE_SYSTEM,
    FILE_ATTRIBUTE_VOLUME,
    FILE_ATTRIBUTE_DIRECTORY,
    FILE_ATTRIBUTE_ARCHIVE,
    FILE_ATTRIBUTE_DEVICE,
    FILE_ATTRIBUTE_NORMAL,
    FILE_ATTRIBUTE_TEMPORARY,
    FILE_ATTRIBUTE_SPARSE,
    FILE_ATTRIBUTE_REPARSE,
    FILE_ATTRIBUTE_COMPRESSED,
    FILE_ATTRIBUTE_OFFLINE,
    FILE_ATTRIBUTE_NOT_CONTENT_INDEXED,
    FILE_ATTRIBUTE_ENCRYPTED,
];

/// When a file was created, read, written and changed.
pub(super) fn times<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    for field in [CREATE_TIME, ACCESS_TIME, LAST_WRITE_TIME, CHANGE_TIME] {
        file_time(cx, field, c)?;
    }
    Ok(())
}

/// What is asked of a file on the network at once ([MS-FSCC] section 2.4.34).
pub(super) fn network_open<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    times(cx, c)?;
    cx.u64_le(ALLOC_SIZE64, c)?;
    cx.u64_le(END_OF_FILE, c)?;
    file_attributes(cx, c)?;
    cx.bytes(RESERVED, c, 4).map(|_| ())
}
