//! Internet Group Management Protocol: RFC 1112, RFC 2236, RFC 3376; multicast traceroute.

use super::checksum;
use requin_wire::{Cursor, Cx, Names, Out, Sink, Step, Table, Value, names, proto};

proto! {
    IGMP "igmp" "Internet Group Management Protocol" "IGMP" Network
    on [IpProto 2]
    fields {
        TYPE "igmp.type" "Type": U8 Hex = TYPE_NAMES;
        RESERVED "igmp.reserved" "Reserved": Bytes;
        VERSION "igmp.version" "IGMP Version": U8 Dec;
        CHECKSUM "igmp.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "igmp.checksum.status" "Checksum Status": U8 None = crate::transport::CHECKSUM_STATES;
        MAX_RESP "igmp.max_resp" "Max Resp Time": U8 Dec;
        SUPPRESS "igmp.s" "S": Bool(8) & 0x8 = Names::Bools("SUPPRESS router side processing", "Do not suppress router side processing");
        QRV "igmp.qrv" "QRV": U8 Dec & 0x7;
        QQIC "igmp.qqic" "QQIC": U8 Dec;
        NUM_SRC "igmp.num_src" "Num Src": U16 Dec;
        SADDR "igmp.saddr" "Source Address": Ipv4;
        NUM_GRP_RECS "igmp.num_grp_recs" "Num Group Records": U16 Dec;
        RECORD_TYPE "igmp.record_type" "Record Type": U8 Dec = RECORD_TYPE_NAMES;
        AUX_DATA_LEN "igmp.aux_data_len" "Aux Data Len": U8 Dec;
        DATA "igmp.data" "Data": Bytes;
        MADDR "igmp.maddr" "Multicast Address": Ipv4;
        MAX_RESP_EXP "igmp.max_resp.exp" "Exponent": U8 Hex & 0x70;
        MAX_RESP_MANT "igmp.max_resp.mant" "Mantissa": U8 Hex & 0xf;
        MTRACE_MAX_HOPS "igmp.mtrace.max_hops" "# hops": U8 Dec;
        MTRACE_SADDR "igmp.mtrace.saddr" "Source Address": Ipv4;
        MTRACE_RADDR "igmp.mtrace.raddr" "Receiver Address": Ipv4;
        MTRACE_RSPADDR "igmp.mtrace.rspaddr" "Response Address": Ipv4;
        MTRACE_RESP_TTL "igmp.mtrace.resp_ttl" "Response TTL": U8 Dec;
        MTRACE_Q_ID "igmp.mtrace.q_id" "Query ID": U24 Dec;
        MTRACE_Q_ARRIVAL "igmp.mtrace.q_arrival" "Query Arrival": U32 Dec;
        MTRACE_Q_INADDR "igmp.mtrace.q_inaddr" "In itf addr": Ipv4;
        MTRACE_Q_OUTADDR "igmp.mtrace.q_outaddr" "Out itf addr": Ipv4;
        MTRACE_Q_PREVRTR "igmp.mtrace.q_prevrtr" "Previous rtr addr": Ipv4;
        MTRACE_Q_INPKT "igmp.mtrace.q_inpkt" "In pkts": U32 Dec;
        MTRACE_Q_OUTPKT "igmp.mtrace.q_outpkt" "Out pkts": U32 Dec;
        MTRACE_Q_TOTAL "igmp.mtrace.q_total" "S,G pkt count": U32 Dec;
        MTRACE_Q_RTG_PROTO "igmp.mtrace.q_rtg_proto" "Rtg Protocol": U8 Dec = MTRACE_Q_RTG_PROTO_NAMES;
        MTRACE_Q_FWD_TTL "igmp.mtrace.q_fwd_ttl" "FwdTTL": U8 Dec;
        MTRACE_Q_MBZ "igmp.mtrace.q_mbz" "MBZ": U8 Hex & 0x80;
        MTRACE_Q_S "igmp.mtrace.q_s" "S": U8 Hex & 0x40;
        MTRACE_Q_SRC_MASK "igmp.mtrace.q_src_mask" "Src Mask": U8 Hex & 0x3f;
        MTRACE_Q_FWD_CODE "igmp.mtrace.q_fwd_code" "Forwarding Code": U8 Hex = MTRACE_Q_FWD_CODE_NAMES;
    }
    experts {
        BAD_CHECKSUM "igmp.bad_checksum" Error Checksum "Bad checksum";
    }
}

names! { TYPE_NAMES {
    1 => "Create Group Request",
    2 => "Create Group Reply",
    3 => "Join Group Request",
    4 => "Join Group Reply",
    5 => "Leave Group Request",
    6 => "Leave Group Reply",
    7 => "Confirm Group Request",
    8 => "Confirm Group Reply",
    17 => "Membership Query",
    18 => "Membership Report",
    19 => "DVMRP Protocol",
    20 => "PIM Routing Message",
    22 => "Membership Report",
    23 => "Leave Group",
    30 => "Traceroute Response",
    31 => "Traceroute Query or Request",
    34 => "Membership Report",
}
RECORD_TYPE_NAMES {
    1 => "Mode Is Include",
    2 => "Mode Is Exclude",
    3 => "Change To Include Mode",
    4 => "Change To Exclude Mode",
    5 => "Allow New Sources",
    6 => "Block Old Sources",
}
MTRACE_Q_RTG_PROTO_NAMES {
    1 => "DVMRP",
    2 => "MOSPF",
    3 => "PIM",
    4 => "CBT",
    5 => "PIM using special routing table",
    6 => "PIM using a static route",
    7 => "DVMRP using a static route",
    8 => "PIM using MBGP (aka BGP4+) route",
    9 => "CBT using special routing table",
    10 => "CBT using a static route",
    11 => "PIM using state created by Assert processing",
}
MTRACE_Q_FWD_CODE_NAMES {
    0 => "NO_ERROR",
    1 => "WRONG_IF",
    2 => "PRUNE_SENT",
    3 => "PRUNE_RCVD",
    4 => "SCOPED",
    5 => "NO_ROUTE",
    6 => "WRONG_LAST_HOP",
    7 => "NOT_FORWARDING",
    8 => "REACHED_RP",
    9 => "RPF_IF",
    10 => "NO_MULTICAST",
    11 => "INFO_HIDDEN",
    129 => "NO_SPACE",
    130 => "OLD_ROUTER",
    131 => "ADMIN_PROHIB",
} }

/// Under this key of [`Table::Other`] stand the protocols that share the IGMP header: its type.
pub const OTHER: u32 = 0x0016_4700;

const QUERY: u8 = 0x11;
const REPORT_1: u8 = 0x12;
const REPORT_2: u8 = 0x16;
const LEAVE: u8 = 0x17;
const REPORT_3: u8 = 0x22;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let kind = c.peek_u8(0)?;
    if kind == 0x13 {
        cx.drop_node();
        return cx.call(super::dvmrp::ID, c);
    }
    if matches!(kind, 0x14 | 0x23..=0x25 | 0x30..=0x32 | 0xfc..=0xff)
        && cx.dispatch(Table::Other, OTHER | u32::from(kind), c)?
    {
        return Ok(());
    }
    if TYPE_NAMES.find(u64::from(kind)).is_none() {
        cx.protocol("IGMP");
        cx.info(|o| _ = o.s("Unknown Type:").hex(kind, 2));
        cx.field(TYPE, &mut c, 1)?;
        let n = c.left();
        if n > 0 {
            cx.field(DATA, &mut c, n)?;
        }
        return Ok(());
    }
    // One layer for the protocol number, one for the type: both bear this name.
    cx.layer_only(ID, &c);
    let long = c.left() >= 12;
    let version = match kind {
        QUERY if long => 3,
        QUERY if c.peek_u8(1)? == 0 => 1,
        QUERY | REPORT_2 | LEAVE => 2,
        REPORT_1 => 1,
        REPORT_3 => 3,
        _ => 0,
    };
    cx.protocol(match version {
        1 => "IGMPv1",
        2 => "IGMPv2",
        3 => "IGMPv3",
        _ => "IGMP",
    });
    if version > 0 {
        cx.generated(VERSION, all.span(0), Value::U(version));
    }
    cx.info(|o| _ = o.s(TYPE_NAMES.or(u64::from(kind), "Unknown Type")));
    if kind == 0x1f || kind == 0x1e {
        return trace(cx, kind, c, all);
    }
    cx.field(TYPE, &mut c, 1)?;
    match (kind, version) {
        (QUERY | REPORT_2 | LEAVE, 2 | 3) => response_time(cx, &mut c, version)?,
        _ => _ = cx.field(RESERVED, &mut c, 1)?,
    }
    sum(cx, &mut c, all)?;
    if kind == REPORT_3 {
        return report(cx, c);
    }
    if version == 0 {
        let n = c.left();
        if n > 0 {
            cx.line(c.span(n), |o| _ = o.s("Data"));
        }
        return Ok(());
    }
    let group = c.peek_u32(0)?;
    cx.field(MADDR, &mut c, 4)?;
    match kind {
        QUERY if group == 0 => cx.info_add(|o| _ = o.s(", general")),
        QUERY => cx.info_add(|o| _ = o.s(", specific for group ").ipv4(group)),
        LEAVE => cx.info_add(|o| _ = o.s(" ").ipv4(group)),
        REPORT_2 => cx.info_add(|o| _ = o.s(" group ").ipv4(group)),
        _ => {}
    }
    if kind != QUERY || version != 3 {
        return Ok(());
    }
    cx.peek(SUPPRESS, &c, 1)?;
    cx.peek(QRV, &c, 1)?;
    c.skip(1)?;
    let code = c.peek_u8(0)?;
    cx.add(QQIC, c.span(1), Value::U(u64::from(coded(code))));
    c.skip(1)?;
    let n = cx.u16(NUM_SRC, &mut c)?;
    for i in 0..n {
        let a = c.peek_u32(0)?;
        cx.info_add(|o| _ = o.s(if i == 0 { ", source {" } else { ", " }).ipv4(a));
        cx.field(SADDR, &mut c, 4)?;
    }
    if n > 0 {
        cx.info_add(|o| _ = o.s("}"));
    }
    Ok(())
}

/// A number of at most 31744 in a byte (RFC 3376, 4.1.1).
fn coded(code: u8) -> u32 {
    if code < 0x80 { u32::from(code) } else { u32::from(code & 15 | 16) << ((code >> 4 & 7) + 3) }
}

/// The maximum response time, in tenths of seconds.
fn response_time<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: u64) -> Step {
    let code = c.peek_u8(0)?;
    let tenths = if version == 3 { coded(code) } else { u32::from(code) };
    let item = cx.add(MAX_RESP, c.span(1), Value::U(u64::from(tenths)));
    cx.label(item, |o| {
        o.s("Max Resp Time: ").u(tenths / 10).c(b'.').u(tenths % 10).s(" sec (").hex(code, 2).s(")");
    });
    if version == 3 && code >= 0x80 {
        cx.under(item, |cx| -> Step {
            cx.peek(MAX_RESP_EXP, c, 1)?;
            cx.peek(MAX_RESP_MANT, c, 1)?;
            Ok(())
        })?;
    }
    c.skip(1)
}

fn sum<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, all: Cursor<'_>) -> Step {
    let whole = !all.is_cut() && !cx.fragmented && S::FIELDS;
    let total = whole.then(|| checksum::add(0, all.rest()));
    checksum::show(cx, [CHECKSUM, CHECKSUM_STATUS, BAD_CHECKSUM], c, total);
    c.skip(2)
}

/// The report of version 3.
fn report<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.field(RESERVED, &mut c, 2)?;
    let n = cx.u16(NUM_GRP_RECS, &mut c)?;
    for _ in 0..n {
        let h = c.peek_array::<8>()?;
        let (kind, aux) = (h[0], usize::from(h[1]) * 4);
        let sources = u16::from_be_bytes([h[2], h[3]]);
        let group = u32::from_be_bytes([h[4], h[5], h[6], h[7]]);
        let len = 8 + 4 * usize::from(sources) + aux;
        cx.info_add(|o| record_text(o, kind, group, sources));
        let line = cx.line(c.span(len), |o| {
            o.s("Group Record : ").ipv4(group).s("  ").s(RECORD_TYPE_NAMES.or(u64::from(kind), ""));
        });
        cx.under(line, |cx| -> Step {
            cx.field(RECORD_TYPE, &mut c, 1)?;
            cx.field(AUX_DATA_LEN, &mut c, 1)?;
            cx.field(NUM_SRC, &mut c, 2)?;
            cx.field(MADDR, &mut c, 4)?;
            for i in 0..sources {
                let a = c.peek_u32(0)?;
                cx.info_add(|o| _ = o.s(if i == 0 { "" } else { ", " }).ipv4(a));
                cx.field(SADDR, &mut c, 4)?;
            }
            if sources > 0 {
                cx.info_add(|o| _ = o.s("}"));
            }
            c.skip(aux)
        })?;
    }
    Ok(())
}

/// What a record asks for, in the Info column.
fn record_text(o: &mut Out<'_>, kind: u8, group: u32, sources: u16) {
    let excluding = matches!(kind, 2 | 4);
    if sources == 0 {
        match kind {
            1 | 3 => _ = o.s(" / Leave group ").ipv4(group),
            2 | 4 => _ = o.s(" / Join group ").ipv4(group).s(" for any sources"),
            5 => _ = o.s(" / Group ").ipv4(group).s(", ALLOW_NEW_SOURCES but no source specified (?)"),
            6 => _ = o.s(" / Group ").ipv4(group).s(", BLOCK_OLD_SOURCES but no source specified (?)"),
            _ => _ = o.s(" / Group ").ipv4(group).s(", unknown record type (?)"),
        }
        return;
    }
    match kind {
        1..=4 => {
            o.s(" / Join group ").ipv4(group).s(match (excluding, sources) {
                (true, 1) => ", for source not {",
                (true, _) => ", for sources not in {",
                (false, 1) => " for source {",
                (false, _) => " for sources in {",
            });
        }
        5 | 6 => {
            o.s(" / Group ").ipv4(group).s(if kind == 5 { ", new source" } else { ", block source" });
            o.s(if sources == 1 { " {" } else { "s {" });
        }
        _ => {
            o.s(" / Group ").ipv4(group).s(", unknown record type (?), source");
            o.s(if sources == 1 { " {" } else { "s {" });
        }
    }
}

/// Multicast traceroute.
fn trace<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, mut c: Cursor<'_>, all: Cursor<'_>) -> Step {
    let name = match kind {
        0x1e => "Traceroute Response",
        _ if c.left() == 24 => "Traceroute Query",
        _ => "Traceroute Request",
    };
    cx.info(|o| _ = o.s(name));
    let item = cx.field(TYPE, &mut c, 1)?;
    cx.label(item, |o| _ = o.s("Type: ").s(name).s(" (").hex(kind, 2).s(")"));
    cx.field(MTRACE_MAX_HOPS, &mut c, 1)?;
    sum(cx, &mut c, all)?;
    for field in [MADDR, MTRACE_SADDR, MTRACE_RADDR, MTRACE_RSPADDR] {
        cx.field(field, &mut c, 4)?;
    }
    cx.field(MTRACE_RESP_TTL, &mut c, 1)?;
    cx.field(MTRACE_Q_ID, &mut c, 3)?;
    while c.left() >= 32 {
        let h = c.peek_array::<32>()?;
        let address = |at: usize| h.get(at..at + 4).map_or(0, |b| requin_wire::be(b) as u32);
        let line = cx.line(c.span(32), |o| {
            o.s("Response data block: ").ipv4(address(4)).s(" -> ").ipv4(address(8)).s(",  Proto: ");
            o.s(MTRACE_Q_RTG_PROTO_NAMES.or(u64::from(h[28]), "Unknown"));
            o.s(",  Forwarding Code: ").s(MTRACE_Q_FWD_CODE_NAMES.or(u64::from(h[31]), "Unknown"));
        });
        cx.under(line, |cx| -> Step {
            for field in [
                MTRACE_Q_ARRIVAL,
                MTRACE_Q_INADDR,
                MTRACE_Q_OUTADDR,
                MTRACE_Q_PREVRTR,
                MTRACE_Q_INPKT,
                MTRACE_Q_OUTPKT,
                MTRACE_Q_TOTAL,
            ] {
                cx.field(field, &mut c, 4)?;
            }
            cx.field(MTRACE_Q_RTG_PROTO, &mut c, 1)?;
            cx.field(MTRACE_Q_FWD_TTL, &mut c, 1)?;
            for field in [MTRACE_Q_MBZ, MTRACE_Q_S, MTRACE_Q_SRC_MASK] {
                cx.peek(field, &c, 1)?;
            }
            c.skip(1)?;
            cx.field(MTRACE_Q_FWD_CODE, &mut c, 1)?;
            Ok(())
        })?;
    }
    Ok(())
}

/// What multicast routers tell switches, RFC 3488.
pub mod rgmp {
    use super::checksum;
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

    proto! {
        RGMP "rgmp" "Router-port Group Management Protocol" "RGMP" Network
        on [Other 0x0016_47fc, Other 0x0016_47fd, Other 0x0016_47fe, Other 0x0016_47ff]
        fields {
            TYPE "rgmp.type" "Type": U8 Hex = TYPES;
            RESERVED "rgmp.reserved" "Reserved": U8 Hex;
            CHECKSUM "rgmp.checksum" "Checksum": U16 Hex;
            CHECKSUM_STATUS "rgmp.checksum.status" "Checksum Status": U8 None = crate::transport::CHECKSUM_STATES;
            MADDR "rgmp.maddr" "Multicast group address": Ipv4;
        }
        experts {
            CHECKSUM_BAD "rgmp.checksum_bad.expert" Error Checksum "Bad checksum";
        }
    }

    names! { TYPES { 0xfc => "Leave", 0xfd => "Join", 0xfe => "Bye", 0xff => "Hello" } }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        let all = c;
        cx.protocol("RGMP");
        let kind = c.peek_u8(0)?;
        cx.info(|o| _ = o.s(TYPES.or(u64::from(kind), "Unknown")));
        cx.field(TYPE, &mut c, 1)?;
        cx.field(RESERVED, &mut c, 1)?;
        let whole = !all.is_cut() && S::FIELDS;
        let sum = whole.then(|| checksum::add(0, all.rest()));
        checksum::show(cx, [CHECKSUM, CHECKSUM_STATUS, CHECKSUM_BAD], &c, sum);
        c.skip(2)?;
        cx.field(MADDR, &mut c, 4)?;
        Ok(())
    }
}
