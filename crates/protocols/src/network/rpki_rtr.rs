//! From validating caches to routers (RPKI), RFC 6810 and RFC 8210.

use crate::common::run;
use requin_wire::{Cursor, Cx, Names, Out, Pdu, Sink, Step, Value, names, proto};

proto! {
    RPKI_RTR "rpkirtr" "RPKI-Router Protocol" "RPKI-Router Protocol" App
    on [Tcp 323]
    frames sized [pdu_len]
    fields {
        VERSION "rpki-rtr.version" "Version": U8 Dec;
        PDU_TYPE "rpki-rtr.pdu_type" "PDU Type": U8 Dec = PDU_TYPE_NAMES;
        RESERVED "rpki-rtr.reserved" "Reserved": Bytes;
        SESSION_ID "rpki-rtr.session_id" "Session ID": U16 Dec;
        LENGTH "rpki-rtr.length" "Length": U32 Dec;
        SERIAL_NUMBER "rpki-rtr.serial_number" "Serial Number": U32 Dec;
        FLAGS "rpki-rtr.flags" "Flags": U8 Hex;
        FLAGS_AW "rpki-rtr.flags.aw" "Flag AW": Bool(8) & 0x1 = Names::Bools("Announcement", "Withdrawal");
        FLAGS_RK "rpki-rtr.flags.rk" "Flag Router Key": Bool(8) & 0x1 = Names::Bools("New Router Key", "Delete Router Key");
        PREFIX_LENGTH "rpki-rtr.prefix_length" "Prefix Length": U8 Dec;
        MAX_LENGTH "rpki-rtr.max_length" "Max length": U8 Dec;
        IPV4_PREFIX "rpki-rtr.ipv4_prefix" "IPv4 Prefix": Ipv4;
        IPV6_PREFIX "rpki-rtr.ipv6_prefix" "IPv6 Prefix": Ipv6;
        AS_NUMBER "rpki-rtr.as_number" "AS Number": U32 Dec;
        ERROR_CODE "rpki-rtr.error_code" "Error Code": U16 Dec = ERROR_CODE_NAMES;
        LENGTH_PDU "rpki-rtr.length_pdu" "Length of Encapsulated PDU": U32 Dec;
        ERROR_PDU "rpki-rtr.error_pdu" "Erroneous PDU": Bytes;
        LENGTH_TEXT "rpki-rtr.length_text" "Length of text": U32 Dec;
        ERROR_TEXT "rpki-rtr.error_text" "Erroneous Text": Str;
        REFRESH_INTERVAL "rpki-rtr.refresh_interval" "Refresh Interval": U32 Dec;
        RETRY_INTERVAL "rpki-rtr.retry_interval" "Retry Interval": U32 Dec;
        EXPIRE_INTERVAL "rpki-rtr.expire_interval" "Expire Interval": U32 Dec;
        SUBJECT_KEY_IDENTIFIER "rpki-rtr.subject_key_identifier" "Subject Key Identifier": Bytes;
        SUBJECT_PUBLIC_KEY_INFO "rpki-rtr.subject_public_key_info" "Subject Public Key Info": None;
    }
    experts {
        ROUTER_KEY_WRONG_VERSION "rpkirtr.router_key.wrong_version" Error Malformed "Wrong version for Router Key type";
        BAD_LENGTH "rpkirtr.bad_length" Error Malformed "Invalid length field";
    }
}

names! {
    PDU_TYPE_NAMES {
        0 => "Serial Notify",
        1 => "Serial Query",
        2 => "Reset Query",
        3 => "Cache Response",
        4 => "IPv4 Prefix",
        6 => "IPv6 Prefix",
        7 => "End of Data",
        8 => "Cache Reset",
        9 => "Router Key",
        10 => "Error Report",
    }
    ERROR_CODE_NAMES {
        0 => "Corrupt Data",
        1 => "Internal Error",
        2 => "No Data Available",
        3 => "Invalid Request",
        4 => "Unsupported Protocol Version",
        5 => "Unsupported PDU Type",
        6 => "Withdrawal of Unknown Record",
        7 => "Duplicate Announcement Received",
        8 => "Unexpected Protocol Version",
    }
}

/// Bytes of the header.
const HEAD: usize = 8;

/// Longest PDU that is waited for.
const LONGEST: u32 = 64 << 10;

fn pdu_len(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<HEAD>() {
        Some(h) => Pdu::Len((u32::from_be_bytes([h[4], h[5], h[6], h[7]]).min(LONGEST) as usize).max(HEAD)),
        None => Pdu::More(HEAD),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("RPKI-RTR");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let len = c.peek_u32(4).unwrap_or(0) as usize;
    let mut one = c.take(len.max(HEAD));
    cx.proto_len(one.left());
    pdu(cx, &mut one, len)?;
    if c.left() >= HEAD { cx.next_pdu(ID, c) } else { Ok(()) }
}

fn pdu<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, len: usize) -> Step {
    let version = cx.u8(VERSION, c)?;
    let kind = c.peek_u8(0)?;
    let item = cx.field(PDU_TYPE, c, 1)?;
    let name = PDU_TYPE_NAMES.find(kind.into());
    let write = |o: &mut Out<'_>| match name {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown ").u(kind),
    };
    cx.proto_append(|o| {
        o.s(" (");
        write(o);
        o.s(")");
    });
    cx.info_sep(", ", |o| match name {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown (").u(kind).s(")"),
    });
    if name.is_none() || !(HEAD..=LONGEST as usize).contains(&len) {
        cx.expert(BAD_LENGTH, item, c.span(0));
        return Ok(());
    }
    match kind {
        0 | 1 | 3 | 7 => _ = cx.u16(SESSION_ID, c)?,
        10 => _ = cx.u16(ERROR_CODE, c)?,
        9 => {
            cx.flags(FLAGS, c, 1, &[FLAGS_RK])?;
            cx.field(RESERVED, c, 1)?;
        }
        _ => _ = cx.field(RESERVED, c, 2)?,
    }
    cx.u32(LENGTH, c)?;
    match kind {
        0 | 1 => cx.u32(SERIAL_NUMBER, c).map(|_| ()),
        4 | 6 => {
            cx.flags(FLAGS, c, 1, &[FLAGS_AW])?;
            run(cx, c, &[(PREFIX_LENGTH, 1), (MAX_LENGTH, 1), (RESERVED, 1)])?;
            if kind == 4 {
                cx.field(IPV4_PREFIX, c, 4)?;
            } else {
                cx.field(IPV6_PREFIX, c, 16)?;
            }
            cx.u32(AS_NUMBER, c).map(|_| ())
        }
        7 => {
            cx.u32(SERIAL_NUMBER, c)?;
            if version == 0 {
                return Ok(());
            }
            run(cx, c, &[(REFRESH_INTERVAL, 4), (RETRY_INTERVAL, 4), (EXPIRE_INTERVAL, 4)])
        }
        9 if version == 0 => {
            cx.expert(ROUTER_KEY_WRONG_VERSION, item, c.span(0));
            Ok(())
        }
        9 => {
            run(cx, c, &[(SUBJECT_KEY_IDENTIFIER, 20), (AS_NUMBER, 4)])?;
            let n = c.left();
            cx.add(SUBJECT_PUBLIC_KEY_INFO, c.span(n), Value::None);
            Ok(())
        }
        10 => {
            let n = cx.u32(LENGTH_PDU, c)? as usize;
            if n > 0 {
                cx.bytes(ERROR_PDU, c, n)?;
            }
            let n = cx.u32(LENGTH_TEXT, c)? as usize;
            if n > 0 {
                cx.bytes(ERROR_TEXT, c, n)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}
