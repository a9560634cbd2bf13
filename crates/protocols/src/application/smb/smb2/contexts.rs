//! Contexts: what is negotiated (section 2.2.3.1), and what goes with the opening of a file (section 2.2.13.2).

use super::parts::{Place, handle};
use super::*;
use crate::application::smb::common::{access_mask, file_time, flags, utf16};
use requin_wire::{Field, Stop};

/// Contexts are aligned to so many bytes.
const ALIGN: usize = 8;

pub(super) fn aligned(offset: usize) -> usize {
    offset.next_multiple_of(ALIGN)
}

/// The contexts of a negotiation, `count` of them from `offset` on.
pub(super) fn negotiate_contexts<S: Sink>(
    cx: &mut Cx<'_, S>,
    m: &Message<'_>,
    offset: usize,
    count: u16,
) -> Step {
    let mut c = m.all;
    if count == 0 {
        return Ok(());
    }
    c.skip(offset)?;
    for _ in 0..count {
        let len = 8 + requin_wire::le(c.peek_bytes(2, 2)?) as usize;
        let kind = requin_wire::le(c.peek_bytes(0, 2)?);
        let line = cx.line(c.span(len), |o| {
            o.s("Negotiate Context: ").s(names::NEGOTIATE_CONTEXT_TYPE_NAMES.or(kind, "Unknown")).s(" ");
        });
        let one = c.take_all(len)?;
        cx.under(line, |cx| negotiate_context(cx, one, kind))?;
        // The last has nothing behind it.
        let gap = aligned(len) - len;
        if c.left() <= gap {
            break;
        }
        c.skip(gap)?;
    }
    Ok(())
}

fn negotiate_context<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u64) -> Step {
    let c = &mut c;
    cx.u16_le(NEGOTIATE_CONTEXT_TYPE, c)?;
    cx.u16_le(NEGOTIATE_CONTEXT_DATA_LENGTH, c)?;
    cx.bytes(RESERVED, c, 4)?;
    match kind {
        1 => {
            let n = cx.u16_le(NEGOTIATE_CONTEXT_HASH_ALG_COUNT, c)?;
            let salt = cx.u16_le(NEGOTIATE_CONTEXT_SALT_LENGTH, c)?;
            list(cx, c, NEGOTIATE_CONTEXT_HASH_ALGORITHM, n)?;
            if salt > 0 {
                cx.bytes(NEGOTIATE_CONTEXT_SALT, c, salt.into())?;
            }
        }
        2 => {
            let n = cx.u16_le(NEGOTIATE_CONTEXT_CIPHER_COUNT, c)?;
            list(cx, c, NEGOTIATE_CONTEXT_CIPHER_ID, n)?;
        }
        3 => {
            let n = cx.u16_le(NEGOTIATE_CONTEXT_COMP_ALG_COUNT, c)?;
            c.skip(2)?;
            let bits = [NEGOTIATE_CONTEXT_COMP_ALG_FLAGS_CHAINED, NEGOTIATE_CONTEXT_COMP_ALG_FLAGS_RESERVED];
            flags(cx, NEGOTIATE_CONTEXT_COMP_ALG_FLAGS, c, 4, &bits)?;
            list(cx, c, NEGOTIATE_CONTEXT_COMP_ALG_ID, n)?;
        }
        5 => {
            let n = c.left();
            utf16(cx, NEGOTIATE_CONTEXT_NETNAME, c, n)?;
        }
        6 => _ = cx.u32_le(NEGOTIATE_CONTEXT_TRANSPORT_FLAGS, c)?,
        7 => {
            let n = cx.u16_le(NEGOTIATE_CONTEXT_RDMA_TRANSFORM_COUNT, c)?;
            cx.u16_le(NEGOTIATE_CONTEXT_RDMA_TRANSFORM_RESERVED1, c)?;
            cx.u32_le(NEGOTIATE_CONTEXT_RDMA_TRANSFORM_RESERVED2, c)?;
            list(cx, c, NEGOTIATE_CONTEXT_RDMA_TRANSFORM_ID, n)?;
        }
        8 => {
            let n = cx.u16_le(NEGOTIATE_CONTEXT_SIGNING_ALG_COUNT, c)?;
            list(cx, c, NEGOTIATE_CONTEXT_SIGNING_ID, n)?;
        }
        0x100 => {
            let n = c.left();
            cx.bytes(NEGOTIATE_CONTEXT_POSIX_RESERVED, c, n)?;
        }
        _ => {
            let n = c.left();
            cx.bytes(UNKNOWN, c, n)?;
        }
    }
    Ok(())
}

fn list<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, n: u16) -> Step {
    for _ in 0..n {
        cx.u16_le(field, c)?;
    }
    Ok(())
}

/// What a context of an opened file is, by its tag.
fn tag_name(tag: &[u8]) -> &'static str {
    match tag {
        b"ExtA" => "SMB2_CREATE_EA_BUFFER",
        b"SecD" => "SMB2_CREATE_SD_BUFFER",
        b"DHnQ" => "SMB2_CREATE_DURABLE_HANDLE_REQUEST",
        b"DHnC" => "SMB2_CREATE_DURABLE_HANDLE_RECONNECT",
        b"AlSi" => "SMB2_CREATE_ALLOCATION_SIZE",
        b"MxAc" => "SMB2_CREATE_QUERY_MAXIMAL_ACCESS_REQUEST",
        b"TWrp" => "SMB2_CREATE_TIMEWARP_TOKEN",
        b"QFid" => "SMB2_CREATE_QUERY_ON_DISK_ID",
        b"RqLs" => "SMB2_CREATE_REQUEST_LEASE",
        b"DH2Q" => "SMB2_CREATE_DURABLE_HANDLE_REQUEST_V2",
        b"DH2C" => "SMB2_CREATE_DURABLE_HANDLE_RECONNECT_V2",
        b"AAPL" => "SMB2_AAPL_CREATE_CONTEXT",
        _ => "Unknown",
    }
}

/// The contexts of an opened file.
pub(super) fn create_contexts<S: Sink>(cx: &mut Cx<'_, S>, place: Place, m: &Message<'_>) -> Step {
    place.show(cx);
    let Some(found) = place.bytes(&m.all)? else {
        parts::nothing(cx, &m.all, CREATE_EXTRAINFO);
        return Ok(());
    };
    let extra = cx.add(CREATE_EXTRAINFO, found.span(usize::MAX), Value::None);
    cx.label(extra, |o| _ = o.s("ExtraInfo"));
    let mut rest = found;
    cx.under(extra, |cx| -> Step {
        while !rest.is_empty() {
            let next = requin_wire::le(rest.peek_bytes(0, 4)?) as usize;
            let one = if next == 0 { rest } else { rest.within(next) };
            create_context(cx, one, m, extra)?;
            if next == 0 || next >= rest.left() {
                break;
            }
            rest.skip(next)?;
        }
        Ok(())
    })
}

fn create_context<S: Sink>(
    cx: &mut Cx<'_, S>,
    one: Cursor<'_>,
    m: &Message<'_>,
    extra: requin_wire::Item,
) -> Step {
    let mut c = one;
    let line = cx.line(one.span(usize::MAX), |o| _ = o.s("Chain Element"));
    let tag = cx.under(line, |cx| -> Result<[u8; 4], Stop> {
        cx.u32_le(CREATE_CHAIN_OFFSET, &mut c)?;
        let place = Place::read(&mut c, (2, 2))?;
        let found = place.bytes(&one)?;
        let tag = found.map_or(&[][..], |f| f.rest());
        let span = found.map_or(c.span(0), |f| f.span(usize::MAX));
        let item = cx.add_bytes(TAG, span, tag);
        cx.under(item, |cx| place.show(cx));
        c.skip(2)?;
        let data = Place::read(&mut c, (2, 4))?;
        data.show(cx);
        let Some(found) = data.bytes(&one)? else {
            parts::nothing(cx, &c, CREATE_CHAIN_DATA);
            return Ok(tag.first_chunk::<4>().copied().unwrap_or_default());
        };
        let item = cx.add(CREATE_CHAIN_DATA, found.span(usize::MAX), Value::None);
        cx.label(item, |o| _ = o.s("Data"));
        cx.under(item, |cx| create_data(cx, found, tag, m, item))?;
        Ok(tag.first_chunk::<4>().copied().unwrap_or_default())
    })?;
    let name = tag_name(&tag);
    cx.append(line, |o| _ = o.s(": ").s(name).s(" \"").text(&tag).s("\""));
    cx.append(extra, |o| _ = o.s(" ").s(name));
    Ok(())
}

/// The content of a context, by its tag.
fn create_data<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    tag: &[u8],
    m: &Message<'_>,
    item: requin_wire::Item,
) -> Step {
    let title = match (tag, m.response, c.left()) {
        (b"MxAc", true, _) => "MxAc INFO",
        (b"QFid", true, _) => "QFid INFO",
        (b"RqLs", _, 32) => "LEASE_V1",
        (b"RqLs", _, 52) => "LEASE_V2",
        (b"DH2Q", false, _) => "DH2Q Request",
        (b"DH2Q", true, _) => "DH2Q Response",
        (b"DH2C", false, _) => "DH2C Request",
        (b"AAPL", false, _) => "AAPL Create Context request",
        (b"AAPL", true, _) => "AAPL Create Context response",
        (b"TWrp", false, _) => "TWrp Request",
        (b"DHnQ", false, 16) => {
            // Sixteen zeros, which are shown as the identifier that they are room for.
            let none = Message { all: m.all, known: Known::default(), ..*m };
            return handle(cx, &mut c, &none);
        }
        (b"DHnQ", true, _) => return cx.u64_le(DHNQ_BUFFER_RESERVED, &mut c).map(|_| ()),
        (b"DHnC", false, _) => return handle(cx, &mut c, m),
        _ => return Ok(()),
    };
    cx.append(item, |o| _ = o.s(": ").s(title));
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s(title));
    let c = &mut c;
    cx.under(line, |cx| -> Step {
        match tag {
            b"MxAc" => {
                cx.u32_le(MXAC_STATUS, c)?;
                access_mask(cx, c)
            }
            b"QFid" => {
                let n = c.left().min(32);
                cx.bytes(QFID_FID, c, n).map(|_| ())
            }
            b"RqLs" => lease(cx, c),
            b"DH2Q" => {
                cx.u32_le(DH2X_TIMEOUT, c)?;
                if m.response {
                    cx.u32_le(DH2X_FLAGS, c)?;
                } else {
                    flags(cx, DH2X_FLAGS, c, 4, &[DH2X_FLAGS_PERSISTENT_HANDLE])?;
                    cx.u64_le(DH2X_RESERVED, c)?;
                    cx.field_le(DH2X_CREATE_GUID, c, 16)?;
                }
                Ok(())
            }
            b"DH2C" => {
                handle(cx, c, m)?;
                cx.field_le(DH2X_CREATE_GUID, c, 16)?;
                flags(cx, DH2X_FLAGS, c, 4, &[DH2X_FLAGS_PERSISTENT_HANDLE]).map(|_| ())
            }
            b"TWrp" => file_time(cx, TWRP_TIMESTAMP, c),
            _ => apple(cx, c, m.response),
        }
    })
}

pub(super) fn lease_state<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    label: Option<&'static str>,
) -> Step {
    let bits =
        [LEASE_LEASE_STATE_READ_CACHING, LEASE_LEASE_STATE_HANDLE_CACHING, LEASE_LEASE_STATE_WRITE_CACHING];
    let Some(label) = label else {
        return flags(cx, LEASE_LEASE_STATE, c, 4, &bits).map(|_| ());
    };
    let (raw, item) = cx.flags_le(LEASE_LEASE_STATE, c, 4, &bits)?;
    cx.label(item, |o| {
        o.s(label).s(": ").hex(raw, 8);
        for (bit, name) in [(1, ", Read Caching"), (2, ", Handle Caching"), (4, ", Write Caching")] {
            if raw & bit != 0 {
                o.s(name);
            }
        }
    });
    Ok(())
}

pub(super) fn lease_flags<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [
        LEASE_LEASE_STATE_BREAK_ACK_REQUIRED,
        LEASE_LEASE_STATE_BREAK_IN_PROGRESS,
        LEASE_LEASE_STATE_PARENT_LEASE_KEY_SET,
    ];
    flags(cx, LEASE_LEASE_FLAGS, c, 4, &bits).map(|_| ())
}

/// A lease of either version: sections 2.2.13.2.8 and 2.2.13.2.10.
fn lease<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field_le(LEASE_LEASE_KEY, c, 16)?;
    lease_state(cx, c, None)?;
    lease_flags(cx, c)?;
    cx.u64_le(LEASE_LEASE_DURATION, c)?;
    if c.is_empty() {
        return Ok(());
    }
    cx.field_le(LEASE_PARENT_LEASE_KEY, c, 16)?;
    cx.u16_le(LEASE_LEASE_OPLOCK, c)?;
    cx.u16_le(LEASE_LEASE_RESERVED, c).map(|_| ())
}

/// What Apple's systems tell each other of what they can do.
fn apple<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, response: bool) -> Step {
    const SERVER_QUERY: u32 = 1;
    let command = cx.u32_le(AAPL_COMMAND_CODE, c)?;
    cx.u32_le(AAPL_RESERVED, c)?;
    if command != SERVER_QUERY {
        return Ok(());
    }
    let bits = [AAPL_BITMASK_SERVER_CAPS, AAPL_BITMASK_VOLUME_CAPS, AAPL_BITMASK_MODEL_INFO];
    let wanted = flags(cx, AAPL_QUERY_BITMASK, c, 8, &bits)?;
    if wanted & 1 != 0 || !response {
        let bits = [
            AAPL_CAPS_SUPPORTS_READ_DIR_ADDR,
            AAPL_CAPS_SUPPORTS_OSX_COPYFILE,
            AAPL_CAPS_UNIX_BASED,
            AAPL_SUPPORTS_NFS_ACE,
        ];
        flags(cx, AAPL_CAPS, c, 8, &bits)?;
    }
    if !response {
        return Ok(());
    }
    if wanted & 2 != 0 {
        let bits = [
            AAPL_VOLUME_CAPS_SUPPORTS_RESOLVE_ID,
            AAPL_VOLUME_CAPS_CASE_SENSITIVE,
            AAPL_VOLUME_CAPS_SUPPORTS_FULL_SYNC,
        ];
        flags(cx, AAPL_VOLUME_CAPS, c, 8, &bits)?;
    }
    if wanted & 4 != 0 {
        c.skip(4)?;
        let len = requin_wire::le(c.bytes(4)?) as usize;
        utf16(cx, AAPL_MODEL_STRING, c, len)?;
    }
    Ok(())
}
