//! LonTalk, EIA-709.1: the network and what is above it.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Sink, Step, names, proto};

proto! {
    LON "lon" "Local Operating Network" "LON" App
    on []
    fields {
        PPDU "lon.ppdu" "PPDU": U8 Hex;
        PRIO "lon.prio" "Priority": U8 Dec & 0x80;
        ALT_PATH "lon.alt_path" "Alt path": U8 Dec & 0x40;
        DELTA_BL "lon.delta_bl" "Delta BL": U8 Dec & 0x3f;
        NPDU "lon.npdu" "NPDU": U8 Dec;
        VERS "lon.vers" "version": U8 Hex & 0xc0;
        PDUFMT "lon.pdufmt" "PDU format": U8 Hex & 0x30 = PDUFMT_NAMES;
        ADDRFMT "lon.addrfmt" "Address format": U8 Hex & 0xc = ADDRFMT_NAMES;
        DOMAINLEN "lon.domainlen" "Domain length": U8 Hex & 0x3 = DOMAINLEN_NAMES;
        SRCNET "lon.srcnet" "Source subnet": U8 Hex;
        SRCNODE "lon.srcnode" "Source node": U8 Hex & 0x7f;
        DSTNET "lon.dstnet" "Destination subnet": U8 Hex;
        DSTGRP "lon.dstgrp" "Destination group": U8 Hex;
        DSTNODE "lon.dstnode" "Destination node": U8 Hex & 0x7f;
        GRP "lon.grp" "Group": U8 Hex;
        GRPMEM "lon.grpmem" "Group member": U8 Hex;
        UID "lon.uid" "Unique node ID": Bytes;
        DOMAIN "lon.domain" "Domain": Bytes;
        TPDU "lon.tpdu" "TPDU": U8 Hex;
        AUTH "lon.auth" "Auth": U8 Hex & 0x80;
        TPDU_TYPE "lon.tpdu_type" "TPDU type": U8 Hex & 0x70 = TPDU_TYPE_NAMES;
        TRANS_NO "lon.trans_no" "Transaction number": U8 Hex & 0xf;
        SPDU "lon.spdu" "SPDU": U8 Hex;
        SPDU_TYPE "lon.spdu_type" "SPDU type": U8 Hex & 0x70 = SPDU_TYPE_NAMES;
        SPDU_MLEN "lon.spdu.mlen" "Length of M_List": U8 Hex;
        SPDU_MLIST "lon.spdu.mlist" "M_List": U8 Hex;
        AUTHPDU "lon.authpdu" "AuthPDU": U8 Hex;
        AUTHPDU_ADDRFMT "lon.authpdu_addrfmt" "FMT (same as AddrFmt)": U8 Hex & 0xc;
        AUTHPDU_TYPE "lon.authpdu_type" "AuthPDU type": U8 Hex & 0x2 = AUTHPDU_TYPE_NAMES;
        NV "lon.nv" "Network Variable": U16 Hex;
        NV_DIR "lon.nv.dir" "NV direction": U16 Hex & 0x4000;
        NV_SELECTOR "lon.nv.selector" "NV selector": U16 Hex & 0x3fff;
        APPLICATION "lon.application" "Application": U8 Hex;
        CODE "lon.code" "Code": U8 Hex & 0x7f = CODE_NAMES;
        CODE_ND "lon.code" "Code": U8 Hex & 0x7f = CODE_NAMES;
        CODE_FF "lon.code" "Code": U8 Hex & 0xf;
        CODE_APPLICATION "lon.code" "Code": U8 Hex & 0x3f;
        NM "lon.nm" "Network Management": U8 Hex;
        ND "lon.nd" "Network Diagnostic": U8 Hex;
        FF "lon.ff" "Foreign Frame": U8 Hex;
    }
    experts {
        TPDU_TYPE_UNKNOWN "lon.tpdu_type.unknown" Warn Protocol "Unexpected TPDU type";
        SPDU_TYPE_UNKNOWN "lon.spdu_type.unknown" Warn Protocol "Unexpected SPDU type";
    }
}

names! {
    PDUFMT_NAMES {
        0 => "TPDU",
        1 => "SPDU",
        2 => "AuthPDU",
        3 => "APDU",
    }
    ADDRFMT_NAMES {
        0 => "Broadcast (0)",
        1 => "Multicast (1)",
        2 => "Unicast (2a)/Multicast (2b)",
        3 => "Unicast (3)",
    }
    DOMAINLEN_NAMES {
        0 => "0 bit",
        1 => "8 bit",
        2 => "24 bit",
        3 => "48 bit",
    }
    TPDU_TYPE_NAMES {
        0 => "ACKD",
        1 => "UnACKD_RPT",
        2 => "ACK",
        4 => "REMINDER",
        5 => "REM/MSG",
    }
    SPDU_TYPE_NAMES {
        0 => "REQUEST",
        2 => "RESPONSE",
        4 => "REMINDER",
        5 => "REM/MSG",
    }
    AUTHPDU_TYPE_NAMES {
        0 => "CHALLENGE",
        2 => "REPLY",
    }
    CODE_NAMES {
        81 => "ND_QUERY_STATUS",
        82 => "ND_PROXY_COMMAND",
        83 => "ND_CLEAR_STATUS",
        84 => "ND_QUERY_XCVR",
        97 => "NM_QUERY_ID",
        98 => "NM_RESPOND_TO_QUERY",
        99 => "NM_UPDATE_DOMAIN",
        100 => "NM_LEAVE_DOMAIN",
        101 => "NM_UPDATE_KEY",
        102 => "NM_UPDATE_ADDR",
        103 => "NM_QUERY_ADDR",
        104 => "NM_QUERY_NV_CNFG",
        105 => "NM_UPDATE_GROUP_ADDR",
        106 => "NM_QUERY_DOMAIN",
        107 => "NM_UPDATE_NV_CNFG",
        108 => "NM_SET_NODE_MODE",
        109 => "NM_READ_MEMORY",
        110 => "NM_WRITE_MEMORY",
        111 => "NM_CHECKSUM_RECALC",
        112 => "NM_WINK",
        113 => "NM_MEMORY_REFRESH",
        114 => "NM_QUERY_SNVT",
        115 => "NM_NV_FETCH",
        127 => "NM_MANUAL_SERVICE_REQUEST",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("LON");
    let h = *c.peek_array::<2>()?;
    let (format, address, domain) = (h[1] >> 4 & 3, h[1] >> 2 & 3, h[1] & 3);
    let kind = PDUFMT_NAMES.or(u64::from(format), "Unknown");
    cx.info(|o| {
        o.s(if h[0] & 0x80 != 0 { "Priority " } else { "" });
        o.s("Delta_BL: ").u(h[0] & 0x3f).s(" Type: ").s(kind);
    });
    cx.flags(PPDU, &mut c, 1, &[PRIO, ALT_PATH, DELTA_BL])?;
    let (_, item) = cx.flags(NPDU, &mut c, 1, &[VERS, PDUFMT, ADDRFMT, DOMAINLEN])?;
    cx.append(item, |o| {
        o.s(", PDU format: ").s(kind);
        o.s(", Address format: ").s(ADDRFMT_NAMES.or(u64::from(address), "Unknown"));
        o.s(", Domain length: ").s(DOMAINLEN_NAMES.or(u64::from(domain), "Unknown"));
    });
    self::address(cx, &mut c, address)?;
    match domain {
        0 => _ = cx.line(c.span(0), |o| _ = o.s("Domain wide addressing")),
        n => run(cx, &mut c, &[(DOMAIN, [0, 1, 3, 6][usize::from(n)])])?,
    }
    match format {
        0 => transport(cx, c),
        1 => session(cx, c),
        2 => authentication(cx, c),
        _ => application(cx, c),
    }
}

/// From whom to whom; the upper bit of the sender tells messages to one from answers to a group.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, format: u8) -> Step {
    let node = c.peek_u8(1)?;
    let (name, rest): (&'static str, &[(Field, usize)]) = match format {
        0 => ("Address type 0 (broadcast)", &[(DSTNET, 1)]),
        1 => ("Address type 1 (multicast)", &[(DSTGRP, 1)]),
        2 if node & 0x80 != 0 => ("Address type 2a (unicast)", &[(DSTNET, 1), (DSTNODE, 1)]),
        2 => ("Address type 2b (multicast)", &[(DSTGRP, 1), (DSTNODE, 1), (GRP, 1), (GRPMEM, 1)]),
        _ => ("Address type 3 (UID)", &[(DSTNET, 1), (UID, 6)]),
    };
    let len = 2 + rest.iter().map(|r| r.1).sum::<usize>();
    let item = cx.line(c.span(len), |o| _ = o.s(name));
    cx.under(item, |cx| {
        run(cx, c, &[(SRCNET, 1), (SRCNODE, 1)])?;
        run(cx, c, rest)
    })
}

fn transport<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)? >> 4 & 7;
    let (_, item) = cx.flags(TPDU, &mut c, 1, &[AUTH, TPDU_TYPE, TRANS_NO])?;
    cx.append(item, |o| _ = o.s(", TPDU type: ").s(TPDU_TYPE_NAMES.or(u64::from(kind), "Unknown")));
    match kind {
        0 | 1 => application(cx, c),
        2 => Ok(()),
        4 | 5 => reminder(cx, c, kind == 5),
        _ => {
            cx.expert(TPDU_TYPE_UNKNOWN, item, c.span(0));
            Ok(())
        }
    }
}

fn session<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)? >> 4 & 7;
    let (_, item) = cx.flags(SPDU, &mut c, 1, &[AUTH, SPDU_TYPE, TRANS_NO])?;
    cx.append(item, |o| _ = o.s(", SPDU type: ").s(SPDU_TYPE_NAMES.or(u64::from(kind), "Unknown")));
    match kind {
        0 | 2 => application(cx, c),
        4 | 5 => reminder(cx, c, kind == 5),
        _ => {
            cx.expert(SPDU_TYPE_UNKNOWN, item, c.span(0));
            Ok(())
        }
    }
}

/// Who has answered already, and perhaps the message once more.
fn reminder<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, message: bool) -> Step {
    let len = usize::from(cx.u8(SPDU_MLEN, &mut c)?);
    if len > 0 {
        cx.peek(SPDU_MLIST, &c, 1)?;
        c.skip(len)?;
    }
    if message { application(cx, c) } else { Ok(()) }
}

fn authentication<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)? >> 1 & 1;
    let (_, item) = cx.flags(AUTHPDU, &mut c, 1, &[AUTHPDU_ADDRFMT, AUTHPDU_TYPE, TRANS_NO])?;
    cx.append(item, |o| _ = o.s(", AuthPDU type: ").s(AUTHPDU_TYPE_NAMES.or(u64::from(kind), "Unknown")));
    Ok(())
}

/// Variables of the network, messages of applications, and management: the first bits tell.
fn application<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let code = c.peek_u8(0)?;
    let name = CODE_NAMES.or(u64::from(code), "Unknown");
    match code {
        0x80.. => _ = cx.flags(NV, &mut c, 2, &[NV_DIR, NV_SELECTOR])?,
        0x60..0x80 => {
            let (_, item) = cx.flags(NM, &mut c, 1, &[CODE])?;
            cx.append(item, |o| _ = o.s(", Code: ").s(name));
        }
        0x50..0x60 => {
            let (_, item) = cx.flags(ND, &mut c, 1, &[CODE_ND])?;
            cx.append(item, |o| _ = o.s(", Code: ").s(name));
        }
        0x40..0x50 => _ = cx.flags(FF, &mut c, 1, &[CODE_FF])?,
        _ => _ = cx.flags(APPLICATION, &mut c, 1, &[CODE_APPLICATION])?,
    }
    if c.is_empty() {
        return Ok(());
    }
    cx.call_nested(crate::meta::data::ID, c)
}
