//! What SMB 1 and SMB 2 have in common: times, texts, access rights and options of files.

use super::*;
use crate::common::say_bits;
use requin_wire::Item;

/// Seconds from 1601, where times of files begin, to 1970.
const EPOCH: i64 = 11_644_473_600;
const TICKS: u64 = 10_000_000;

/// Text of 16-bit characters, little-endian, up to a zero.
#[must_use]
pub fn text16(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).take_while(|u| *u != 0);
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Little-endian number at an offset, if the bytes reach so far.
pub(super) fn le_at(bytes: &[u8], at: usize, n: usize) -> Option<u64> {
    bytes.get(at..at.checked_add(n)?).map(requin_wire::le)
}

/// Flags whose set bits are named behind the number.
pub(super) fn flags<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    n: usize,
    bits: &[Field],
) -> Result<u64, Stop> {
    Ok(flags_item(cx, field, c, n, bits)?.0)
}

/// The same, giving the node too.
pub(super) fn flags_item<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    n: usize,
    bits: &[Field],
) -> Result<(u64, Item), Stop> {
    let (raw, item) = bits_le(cx, field, c, n, bits)?;
    say_bits(cx, item, raw, bits);
    Ok((raw, item))
}

/// Flags whose fields also stand in others of another width: numbers and pictures of bits are as wide as these bytes.
pub(super) fn bits_le<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    n: usize,
    bits: &[Field],
) -> Result<(u64, Item), Stop> {
    let raw = requin_wire::le(c.peek_bytes(0, n)?);
    let item = cx.peek_le(field, c, 0, n)?;
    let def = cx.registry.field(field);
    if usize::from(def.kind.width()) != n && matches!(def.base, requin_wire::Base::Hex) {
        cx.label(item, |o| _ = o.s(def.label).s(": ").hex(raw, 2 * n));
    }
    cx.under(item, |cx| -> Step {
        for bit in bits {
            let it = cx.peek_le(*bit, c, 0, n)?;
            picture(cx, it, *bit, raw, 8 * n);
        }
        Ok(())
    })?;
    c.skip(n)?;
    Ok((raw, item))
}

/// Shows a flag in a picture of so many bits, and all bits of a mask that has several, where its own picture differs.
fn picture<S: Sink>(cx: &mut Cx<'_, S>, item: Item, bit: Field, raw: u64, width: usize) {
    let def = cx.registry.field(bit);
    if !matches!(def.kind, FieldType::Bool) || (usize::from(def.bits) == width && def.mask.count_ones() == 1)
    {
        return;
    }
    cx.label(item, |o| {
        for at in (0..width.min(64)).rev() {
            o.c(match (def.mask >> at & 1, raw >> at & 1) {
                (0, _) => b'.',
                (_, 0) => b'0',
                _ => b'1',
            });
            if at % 4 == 0 {
                o.c(b' ');
            }
        }
        let set = raw & def.mask != 0;
        let name = def.names.or(u64::from(set), if set { "True" } else { "False" });
        o.s("= ").s(def.label).s(": ").s(name);
    });
}

/// Flags that another message had.
pub(super) fn recalled_flags<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    span: Span,
    raw: u64,
    bits: &[Field],
) -> Item {
    let item = cx.generated(field, span, Value::U(raw));
    cx.under(item, |cx| {
        for bit in bits {
            let mask = cx.registry.field(*bit).mask;
            let it = cx.add(*bit, span, Value::U(u64::from(raw & mask != 0)));
            picture(cx, it, *bit, raw, 32);
        }
    });
    item
}

/// A time of a file ([MS-DTYP] section 2.3.3): tenths of a microsecond since 1601, where some numbers say something else.
pub(crate) fn file_time<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let raw = requin_wire::le(c.peek_bytes(0, 8)?);
    let said = match raw {
        0 => Some("No time specified (0)"),
        0x8000_0000_0000_0000 => Some("Infinity (relative time)"),
        0x7fff_ffff_ffff_ffff => Some("Infinity (absolute time)"),
        _ => None,
    };
    let value = match said {
        Some(_) => Value::Time(0, 0),
        None => Value::Time((raw / TICKS) as i64 - EPOCH, (raw % TICKS) as u32 * 100),
    };
    let item = cx.add(field, c.span(8), value);
    if let Some(said) = said {
        let label = cx.registry.field(field).label;
        cx.label(item, |o| _ = o.s(label).s(": ").s(said));
    }
    c.skip(8)
}

/// A text of a known length in 16-bit characters.
pub(super) fn utf16<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    len: usize,
) -> Result<String, Stop> {
    let span = c.span(len);
    let text = text16(c.bytes(len)?);
    cx.add_bytes(field, span, text.as_bytes());
    Ok(text)
}

/// Rights to a file or a directory, [MS-SMB2] section 2.2.13.1.
pub(super) fn access_mask<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.flags_le(ACCESS_MASK, c, 4, ACCESS_BITS).map(|_| ())
}

/// What others may do with an open file.
pub(super) fn share_access<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    flags(cx, SHARE_ACCESS, c, 4, SHARE_BITS).map(|_| ())
}

/// How a file is to be opened, [MS-SMB2] section 2.2.13.
pub(super) fn create_options<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.flags_le(CREATE_OPTIONS, c, 4, CREATE_BITS).map(|_| ())
}

/// What changes a client wants to hear of, [MS-SMB2] section 2.2.35.
pub(super) fn completion_filter<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [
        NT_NOTIFY_FILE_NAME,
        NT_NOTIFY_DIR_NAME,
        NT_NOTIFY_ATTRIBUTES,
        NT_NOTIFY_SIZE,
        NT_NOTIFY_LAST_WRITE,
        NT_NOTIFY_LAST_ACCESS,
        NT_NOTIFY_CREATION,
        NT_NOTIFY_EA,
        NT_NOTIFY_SECURITY,
        NT_NOTIFY_STREAM_NAME,
        NT_NOTIFY_STREAM_SIZE,
        NT_NOTIFY_STREAM_WRITE,
    ];
    flags(cx, NT_NOTIFY_COMPLETION_FILTER, c, 4, &bits).map(|_| ())
}

pub(super) const ACCESS_BITS: &[Field] = &[
    ACCESS_READ,
    ACCESS_WRITE,
    ACCESS_APPEND,
    ACCESS_READ_EA,
    ACCESS_WRITE_EA,
    ACCESS_EXECUTE,
    ACCESS_DELETE_CHILD,
    ACCESS_READ_ATTRIBUTES,
    ACCESS_WRITE_ATTRIBUTES,
    ACCESS_DELETE,
    ACCESS_READ_CONTROL,
    ACCESS_WRITE_DAC,
    ACCESS_WRITE_OWNER,
    ACCESS_SYNCHRONIZE,
    ACCESS_SYSTEM_SECURITY,
    ACCESS_MAXIMUM_ALLOWED,
    ACCESS_GENERIC_ALL,
    ACCESS_GENERIC_EXECUTE,
    ACCESS_GENERIC_WRITE,
    ACCESS_GENERIC_READ,
];

pub(super) const SHARE_BITS: &[Field] = &[SHARE_ACCESS_READ, SHARE_ACCESS_WRITE, SHARE_ACCESS_DELETE];

pub(super) const CREATE_BITS: &[Field] = &[
    NT_CREATE_OPTIONS_DIRECTORY,
    NT_CREATE_OPTIONS_WRITE_THROUGH,
    NT_CREATE_OPTIONS_SEQUENTIAL_ONLY,
    NT_CREATE_OPTIONS_INTERMEDIATE_BUFFERING,
    NT_CREATE_OPTIONS_SYNC_IO_ALERT,
    NT_CREATE_OPTIONS_SYNC_IO_NONALERT,
    NT_CREATE_OPTIONS_NON_DIRECTORY,
    NT_CREATE_OPTIONS_CREATE_TREE_CONNECTION,
    NT_CREATE_OPTIONS_COMPLETE_IF_OPLOCKED,
    NT_CREATE_OPTIONS_NO_EA_KNOWLEDGE,
    NT_CREATE_OPTIONS_EIGHT_DOT_THREE_ONLY,
    NT_CREATE_OPTIONS_RANDOM_ACCESS,
    NT_CREATE_OPTIONS_DELETE_ON_CLOSE,
    NT_CREATE_OPTIONS_OPEN_BY_FILEID,
    NT_CREATE_OPTIONS_BACKUP_INTENT,
    NT_CREATE_OPTIONS_NO_COMPRESSION,
    NT_CREATE_OPTIONS_RESERVE_OPFILTER,
    NT_CREATE_OPTIONS_OPEN_REPARSE_POINT,
    NT_CREATE_OPTIONS_OPEN_NO_RECALL,
    NT_CREATE_OPTIONS_OPEN_FOR_FREE_SPACE_QUERY,
];
