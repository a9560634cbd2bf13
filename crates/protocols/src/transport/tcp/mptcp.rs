//! Multipath TCP, RFC 8684 and RFC 6824.

use super::names::SUBTYPES;
use super::*;
use requin_wire::{Field, Names, proto};

proto! {
    MPTCP "mptcp" "Multipath Transmission Control Protocol" "MPTCP" Transport
    on []
    fields {
        ACK "mptcp.ack" "Multipath TCP Data ACK": U64 Dec;
        DSN "mptcp.dsn" "Data Sequence Number": U64 Dec;
        RAWDSN64 "mptcp.rawdsn64" "Raw Data Sequence Number": U64 Dec;
        DSS_DSN "mptcp.dss.dsn" "DSS Data Sequence Number": U64 Dec;
        EXPECTED_IDSN "mptcp.expected_idsn" "Subflow expected IDSN": U64 Dec = Names::Unit(" (64bits version)", " (64bits version)");
        ANALYSIS "mptcp.analysis" "MPTCP analysis": None;
        RELATED_MAPPING "mptcp.related_mapping" "Related mapping": Framenum;
        REINJECTION_OF "mptcp.reinjection_of" "Reinjection of": Framenum;
        REINJECTED_IN "mptcp.reinjected_in" "Data reinjected in": Framenum;
        ANALYSIS_SUBFLOWS "mptcp.analysis.subflows" "TCP subflow stream id(s)": Str;
        STREAM "mptcp.stream" "Stream index": U32 Dec;
        RM_ADDR_COUNT "mptcp.rm_addr.count" "Number of removed addresses": U8 Dec;
        EXPECTED_TOKEN "mptcp.expected_token" "Subflow token generated from key": U32 Dec;
        MASTER "mptcp.master" "Master flow": Bool = crate::common::TRUE;
    }
}

/// The first of its fields.
pub(super) const FIRST: Field = ACK;
/// The last.
pub(super) const LAST: Field = MASTER;

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let len = c.left();
    let subtype = c.peek_u8(2)? >> 4;
    cx.proto_append(|o| _ = o.s(": ").s(SUBTYPES.or(subtype.into(), "Unknown")));
    cx.field(OPTION_KIND, &mut c, 1)?;
    cx.field(OPTION_LEN, &mut c, 1)?;
    cx.peek_at(OPT_MPTCP_SUBTYPE, &c, 0, 1)?;
    match subtype {
        0 => capable(cx, c, len),
        1 => join(cx, c, len),
        2 => signal(cx, c),
        3 => add_address(cx, c),
        4 => remove_address(cx, c),
        5 => priority(cx, c),
        6 => {
            c.skip(2)?;
            sequence_number(cx, &mut c, 8)
        }
        7 => {
            c.skip(2)?;
            cx.field(OPT_MPTCP_RECVKEY, &mut c, 8).map(|_| ())
        }
        8 => {
            let raw = c.peek_u8(0)? & 15;
            let item = cx.add(OPT_MPTCP_FLAGS, c.span(1), Value::U(raw.into()));
            cx.under(item, |cx| -> Step {
                for bit in [
                    OPT_MPTCP_FLAG_U_FLAG,
                    OPT_MPTCP_FLAG_V_FLAG,
                    OPT_MPTCP_FLAG_W_FLAG,
                    OPT_MPTCP_FLAG_T_FLAG,
                ] {
                    cx.peek_at(bit, &c, 0, 1)?;
                }
                Ok(())
            })?;
            c.skip(1)?;
            cx.field(OPT_MPTCP_RST_REASON, &mut c, 1).map(|_| ())
        }
        _ => Ok(()),
    }
}

fn capable<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, len: usize) -> Step {
    let version = c.peek_u8(0)? & 15;
    cx.field(OPT_MPTCP_VERSION, &mut c, 1)?;
    let hash = if version == 0 { OPT_MPTCP_SHA1_FLAG } else { OPT_MPTCP_SHA256_FLAG };
    let bits = [
        OPT_MPTCP_CHECKSUMREQ_FLAGS,
        OPT_MPTCP_EXTENSIBILITY_FLAG,
        OPT_MPTCP_NOMORESUBFLOWS_FLAG,
        hash,
        OPT_MPTCP_RESERVED_FLAG,
    ];
    let item = cx.peek_at(OPT_MPTCP_FLAGS, &c, 0, 1)?;
    cx.under(item, |cx| -> Step {
        for bit in bits {
            // In version 0 the third flag was reserved.
            if bit == OPT_MPTCP_NOMORESUBFLOWS_FLAG && version == 0 {
                continue;
            }
            cx.peek_at(bit, &c, 0, 1)?;
        }
        Ok(())
    })?;
    c.skip(1)?;
    if len >= 12 {
        cx.field(OPT_MPTCP_SENDKEY, &mut c, 8)?;
    }
    if len >= 20 {
        cx.field(OPT_MPTCP_RECVKEY, &mut c, 8)?;
    }
    if len >= 22 {
        cx.field(OPT_MPTCP_DATALVLLEN, &mut c, 2)?;
    }
    if len >= 24 {
        cx.field(OPT_MPTCP_CHECKSUM, &mut c, 2)?;
    }
    Ok(())
}

fn join<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, len: usize) -> Step {
    match len {
        12 | 16 => {
            let raw = c.peek_u8(0)?;
            let item = cx.add(OPT_MPTCP_FLAGS, c.span(1), Value::U(raw.into()));
            cx.under(item, |cx| cx.peek_at(OPT_MPTCP_BACKUP_FLAG, &c, 0, 1))?;
            c.skip(1)?;
            cx.field(OPT_MPTCP_ADDRID, &mut c, 1)?;
            if len == 12 {
                cx.field(OPT_MPTCP_RECVTOK, &mut c, 4)?;
            } else {
                cx.field(OPT_MPTCP_SENDTRUNCHMAC, &mut c, 8)?;
            }
            cx.field(OPT_MPTCP_SENDRAND, &mut c, 4)?;
        }
        24 => {
            cx.peek_at(OPT_MPTCP_RESERVED, &c, 0, 2)?;
            c.skip(2)?;
            cx.bytes(OPT_MPTCP_SENDHMAC, &mut c, 20)?;
        }
        _ => {}
    }
    Ok(())
}

/// A data sequence signal.
fn signal<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    c.skip(1)?;
    let flags = c.peek_u8(0)?;
    let item = cx.add(OPT_MPTCP_FLAGS, c.span(1), Value::U((flags & 0x1f).into()));
    cx.under(item, |cx| -> Step {
        for bit in [
            OPT_MPTCP_DATAFIN_FLAG,
            OPT_MPTCP_DSEQN8_FLAG,
            OPT_MPTCP_DSEQNPRESENT_FLAG,
            OPT_MPTCP_DATAACK8_FLAG,
            OPT_MPTCP_DATAACKPRESENT_FLAG,
        ] {
            cx.peek_at(bit, &c, 0, 1)?;
        }
        Ok(())
    })?;
    c.skip(1)?;
    if flags & 1 != 0 {
        let n = if flags & 2 != 0 { 8 } else { 4 };
        let item = cx.field(OPT_MPTCP_RAWDATAACK, &mut c, n)?;
        cx.append(item, |o| _ = o.s(if n == 8 { " (64bits)" } else { " (32bits)" }));
    }
    if flags & 4 != 0 {
        sequence_number(cx, &mut c, if flags & 8 != 0 { 8 } else { 4 })?;
        cx.field(OPT_MPTCP_SUBFLOWSEQNO, &mut c, 4)?;
        // A checksum may follow.
        cx.field(OPT_MPTCP_DATALVLLEN, &mut c, 2)?;
    }
    Ok(())
}

fn sequence_number<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, n: usize) -> Step {
    let item = cx.field(OPT_MPTCP_RAWDATASEQNO, c, n)?;
    cx.append(item, |o| _ = o.s(if n == 8 { "  (64bits version)" } else { "  (32bits version)" }));
    Ok(())
}

fn add_address<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let b = c.peek_u8(0)? & 15;
    // Version 0 had the IP version here, 1 has an echo flag and tells the IP version by the length.
    let (version, echo) = if b == 4 || b == 6 {
        cx.peek_at(OPT_MPTCP_IPVER, &c, 0, 1)?;
        (b, false)
    } else {
        cx.peek_at(OPT_MPTCP_ECHO, &c, 0, 1)?;
        (if c.left() >= 18 { 6 } else { 4 }, b & 1 != 0)
    };
    c.skip(1)?;
    cx.field(OPT_MPTCP_ADDRID, &mut c, 1)?;
    if version == 4 {
        cx.field(OPT_MPTCP_IPV4, &mut c, 4)?;
    } else {
        cx.field(OPT_MPTCP_IPV6, &mut c, 16)?;
    }
    if matches!(c.left(), 2 | 10) {
        cx.field(OPT_MPTCP_PORT, &mut c, 2)?;
    }
    if !echo && c.left() >= 8 {
        cx.field(OPT_MPTCP_ADDADDRTRUNCHMAC, &mut c, 8)?;
    }
    Ok(())
}

fn remove_address<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    c.skip(1)?;
    cx.generated(RM_ADDR_COUNT, c.span(0), Value::U(c.left() as u64));
    while !c.is_empty() {
        cx.field(OPT_MPTCP_ADDRID, &mut c, 1)?;
    }
    Ok(())
}

fn priority<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let raw = c.peek_u8(0)? & 15;
    let item = cx.add(OPT_MPTCP_FLAGS, c.span(1), Value::U(raw.into()));
    cx.under(item, |cx| cx.peek_at(OPT_MPTCP_BACKUP_FLAG, &c, 0, 1))?;
    c.skip(1)?;
    if !c.is_empty() {
        cx.field(OPT_MPTCP_ADDRID, &mut c, 1)?;
    }
    Ok(())
}
