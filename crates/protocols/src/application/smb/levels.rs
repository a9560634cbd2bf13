//! Times and attributes of the older kinds, and what is told of files at a level of information.

use super::common::{flags, utf16};
use super::*;
use requin_wire::civil::days;
use requin_wire::le;

/// Seconds since 1970.
pub(super) fn unix_time<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    const NONE: u64 = 0xffff_ffff;
    let secs = le(c.peek_bytes(0, 4)?);
    let item = cx.add(field, c.span(4), Value::Time(secs as i64, 0));
    if secs == NONE {
        let label = cx.registry.field(field).label;
        cx.label(item, |o| _ = o.s(label).s(": No time specified (0xffffffff)"));
    }
    c.skip(4)
}

/// A time of DOS, steps of two seconds, and the date behind it ([MS-CIFS] section 2.2.1.4).
pub(super) fn dos_time<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    date_field: Field,
    time_field: Field,
    c: &mut Cursor<'_>,
) -> Step {
    let (time, date) = (le(c.peek_bytes(0, 2)?), le(c.peek_bytes(2, 2)?));
    let (hour, minute, second) = (time >> 11, time >> 5 & 63, (time & 31) * 2);
    let (year, month, day) = (1980 + (date >> 9), date >> 5 & 15, date & 31);
    let secs = days(year as i64, month as i64, day as i64) * 86_400;
    let secs = secs + (hour * 3600 + minute * 60 + second) as i64;
    let value = if time == 0 && date == 0 { Value::Time(0, 0) } else { Value::Time(secs, 0) };
    let span = c.span(4);
    let item = cx.add(field, span, value);
    if time == 0 && date == 0 {
        let label = cx.registry.field(field).label;
        cx.label(item, |o| _ = o.s(label).s(": No time specified (0)"));
    }
    cx.under(item, |cx| -> Step {
        let it = cx.field_le(time_field, c, 2)?;
        cx.label(it, |o| {
            o.s("DOS Time: ").u0(hour, 2).s(":").u0(minute, 2).s(":").u0(second, 2);
            o.s(" (").hex(time, 4).s(")");
        });
        let it = cx.field_le(date_field, c, 2)?;
        cx.label(it, |o| {
            o.s("DOS Date: ").u0(year, 4).s("-").u0(month, 2).s("-").u0(day, 2);
            o.s(" (").hex(date, 4).s(")");
        });
        Ok(())
    })
}

pub(super) fn search_attributes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [
        SEARCH_ATTRIBUTE_READ_ONLY,
        SEARCH_ATTRIBUTE_HIDDEN,
        SEARCH_ATTRIBUTE_SYSTEM,
        SEARCH_ATTRIBUTE_VOLUME,
        SEARCH_ATTRIBUTE_DIRECTORY,
        SEARCH_ATTRIBUTE_ARCHIVE,
    ];
    flags(cx, SEARCH_ATTRIBUTE, c, 2, &bits).map(|_| ())
}

const ATTRIBUTES: [Field; 6] = [
    FILE_ATTRIBUTE_READ_ONLY,
    FILE_ATTRIBUTE_HIDDEN,
    FILE_ATTRIBUTE_SYSTEM,
    FILE_ATTRIBUTE_VOLUME,
    FILE_ATTRIBUTE_DIRECTORY,
    FILE_ATTRIBUTE_ARCHIVE,
];

pub(super) fn file_attributes16<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    flags(cx, FILE_ATTRIBUTE, c, 2, &ATTRIBUTES).map(|_| ())
}

pub(super) fn file_attributes8<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    flags(cx, FILE_ATTRIBUTE, c, 1, &ATTRIBUTES).map(|_| ())
}

/// Levels from here on are the classes of NT ([MS-SMB] section 2.2.2.3).
const PASS_THROUGH: u16 = 1000;

/// Information on a file, by its level ([MS-CIFS] section 2.2.8.3, [MS-FSCC] section 2.4).
pub(super) fn file<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, level: u16) -> Step {
    match level {
        0x101 | 1004 => {
            volume::times(cx, c)?;
            volume::file_attributes(cx, c)?;
        }
        0x102 | 1005 => volume::standard(cx, c)?,
        0x103 | 1007 => volume::ea_length(cx, c)?,
        0x104 | 1009 | 0x108 | 1021 => volume::name(cx, c)?,
        1006 => _ = cx.u64_le(INDEX_NUMBER, c)?,
        0x107 | 1018 => {
            volume::times(cx, c)?;
            volume::file_attributes(cx, c)?;
            cx.bytes(UNKNOWN_DATA, c, 4)?;
            volume::standard(cx, c)?;
            c.skip(2)?;
            if level == 1018 {
                cx.u64_le(INDEX_NUMBER, c)?;
            }
            volume::ea_length(cx, c)?;
            if level == 1018 {
                return Ok(());
            }
            volume::name(cx, c)?;
        }
        0x109 | 1022 => {
            volume::streams(cx, c)?;
            c.advance(c.left());
        }
        1013 => _ = cx.u8(DISPOSITION_DELETE_ON_CLOSE, c)?,
        1019 => volume::allocation(cx, c)?,
        1020 => volume::end_of_file(cx, c)?,
        1034 => volume::network_open(cx, c)?,
        _ => {}
    }
    unknown(cx, c, UNKNOWN_DATA)
}

/// Information on a volume, by its level ([MS-CIFS] section 2.2.8.2).
pub(super) fn volume_info<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, level: u16) -> Step {
    let class = match level {
        0x102..=0x105 => [1, 3, 4, 5].get(usize::from(level - 0x102)).copied().unwrap_or_default(),
        PASS_THROUGH.. => (level - PASS_THROUGH) as u8,
        _ => 0,
    };
    let mut rest = c;
    if volume::information(cx, c, class)? { Ok(()) } else { unknown(cx, &mut rest, UNKNOWN_DATA) }
}

/// Entries of a directory, by their level ([MS-CIFS] section 2.2.8.1).
pub(super) fn entries<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, level: u16) -> Step {
    let title = match names::FF2_LOI_NAMES.find(level.into()) {
        Some(title) if matches!(level, 0x101..=0x106) => title,
        _ => {
            let mut c = c;
            return unknown(cx, &mut c, UNKNOWN_DATA);
        }
    };
    let mut rest = c;
    let mut first = true;
    while !rest.is_empty() {
        let next = le(rest.peek_bytes(0, 4)?) as usize;
        let one = if next == 0 { rest } else { rest.within(next) };
        let line = cx.line(one.span(usize::MAX), |o| _ = o.s(title));
        let mut one = one;
        let name = cx.under(line, |cx| entry(cx, &mut one, level))?;
        cx.append(line, |o| _ = o.s(" File: ").text(name.as_bytes()));
        cx.info_add(|o| _ = o.s(if first { ", Files: " } else { " " }).text(name.as_bytes()));
        first = false;
        if next == 0 || next >= rest.left() {
            return unknown(cx, &mut one, UNKNOWN_DATA);
        }
        rest.skip(next)?;
    }
    Ok(())
}

fn entry<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, level: u16) -> Result<String, Stop> {
    cx.u32_le(NEXT_ENTRY_OFFSET, c)?;
    cx.u32_le(FILE_INDEX, c)?;
    if level != 0x103 {
        volume::times(cx, c)?;
        cx.u64_le(END_OF_FILE, c)?;
        cx.u64_le(ALLOC_SIZE64, c)?;
        volume::file_attributes(cx, c)?;
    }
    let len = cx.u32_le(FILE_NAME_LEN, c)? as usize;
    if !matches!(level, 0x101 | 0x103) {
        volume::ea_length(cx, c)?;
    }
    if matches!(level, 0x104 | 0x106) {
        let short = cx.uint_le(SHORT_FILE_NAME_LEN, c, 1)? as usize;
        cx.bytes(RESERVED, c, 1)?;
        let mut name = c.take_all(24)?;
        utf16(cx, SHORT_FILE, &mut name, short.min(24))?;
    }
    match level {
        0x105 => c.skip(4 + 8)?,
        0x106 => c.skip(2 + 8)?,
        _ => {}
    }
    utf16(cx, FILE, c, len)
}
