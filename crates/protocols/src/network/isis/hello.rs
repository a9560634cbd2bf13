//! Hellos of IS-IS: ISO 10589 sections 9.5 to 9.7, RFC 5303 (three-way handshake), RFC 5306 (restart), RFC 6165, RFC 7176 (TRILL), RFC 6329 (SPB), RFC 6213 (BFD), RFC 8500 (reverse metric).

use super::NLPID_NAMES;
use super::clv::{self, Rows, remark};
use crate::common::{SET, TRUE, run};
use requin_wire::{Cursor, Cx, Names, Sink, Step, names, proto};

proto! {
    ISIS_HELLO "isis.hello" "ISIS HELLO" "ISIS HELLO" Network
    on []
    fields {
        CIRCUIT_TYPE "isis.hello.circuit_type" "Circuit type": U8 Hex & 0x3 = CIRCUIT_TYPE_NAMES;
        RESERVED "isis.hello.reserved" "Reserved": U8 Hex & 0xfc;
        SOURCE_ID "isis.hello.source_id" "SystemID {Sender of PDU}": SysId;
        HOLDING_TIMER "isis.hello.holding_timer" "Holding timer": U16 Dec;
        PDU_LENGTH "isis.hello.pdu_length" "PDU length": U16 Dec;
        PRIORITY_RESERVED "isis.hello.reserved" "Reserved": U8 Dec & 0x80;
        PRIORITY "isis.hello.priority" "Priority": U8 Dec & 0x7f;
        LAN_ID "isis.hello.lan_id" "SystemID {Designated IS}": SysId;
        CLV_TYPE "isis.hello.clv.type" "Type": U8 Dec;
        CLV_LENGTH "isis.hello.clv.length" "Length": U8 Dec;
        LOCAL_CIRCUIT_ID "isis.hello.local_circuit_id" "Local circuit ID": U8 Dec;
        CLV_IPV4_INT_ADDR "isis.hello.clv_ipv4_int_addr" "IPv4 interface address": Ipv4;
        CLV_IPV6_INT_ADDR "isis.hello.clv_ipv6_int_addr" "IPv6 interface address": Ipv6;
        CLV_MT "isis.hello.clv_mt" "MT-ID": U16 Hex;
        CLV_RESTART_FLAGS "isis.hello.clv_restart_flags" "Restart Signaling Flags": U8 Hex;
        CLV_RESTART_FLAGS_RR "isis.hello.clv_restart_flags.rr" "Restart Request": Bool(8) & 0x1 = TRUE;
        CLV_RESTART_FLAGS_RA "isis.hello.clv_restart_flags.ra" "Restart Acknowledgment": Bool(8) & 0x2 = TRUE;
        CLV_RESTART_FLAGS_SA "isis.hello.clv_restart_flags.sa" "Suppress Adjacency": Bool(8) & 0x4 = TRUE;
        CLV_RESTART_REMAIN_TIME "isis.hello.clv_restart.remain_time" "Remaining holding time": U16 Dec;
        CLV_RESTART_NEIGHBOR "isis.hello.clv_restart.neighbor" "Restarting Neighbor ID": SysId;
        MCID "isis.hello.mcid" "MCID": Bytes;
        AUX_MCID "isis.hello.aux_mcid" "Aux MCID": Bytes;
        DIGEST "isis.hello.digest" "Digest": Bytes;
        DIGEST_V "isis.hello.digest.v" "V": U8 Dec & 0x10;
        DIGEST_A "isis.hello.digest.a" "A": U8 Dec & 0xc;
        DIGEST_D "isis.hello.digest.d" "D": U8 Dec & 0x3;
        ECT "isis.hello.ect" "ECT": Bytes;
        BVID "isis.hello.bvid" "BVID": U16 HexDec & 0xfff0;
        BVID_U "isis.hello.bvid.u" "U": U16 HexDec & 0x8;
        BVID_M "isis.hello.bvid.m" "M": U16 HexDec & 0x4;
        AREA_ADDRESS "isis.hello.area_address" "Area address": Bytes;
        IID "isis.hello.iid" "Instance Identifier": U16 Dec;
        SUPPORTED_ITID "isis.hello.supported_itid" "Supported ITID": U16 Dec;
        CLV_NLPID_NLPID "isis.hello.clv_nlpid.nlpid" "NLPID": U8 Hex;
        CLV_IP_AUTHENTICATION "isis.hello.clv_ip_authentication" "NLPID": Str;
        CLV_AUTHENTICATION "isis.hello.clv_authentication" "Authentication": Bytes;
        MTID "isis.hello.mtid" "Topology ID": U16 Dec & 0xfff = super::lsp::MTID_NAMES;
        TRILL_NEIGHBOR_SF "isis.hello.trill_neighbor.sf" "Smallest flag": Bool(8) & 0x80 = SET;
        TRILL_NEIGHBOR_LF "isis.hello.trill_neighbor.lf" "Largest flag": Bool(8) & 0x40 = SET;
        TRILL_NEIGHBOR_SIZE "isis.hello.trill_neighbor.size" "SNPA Size": U8 Dec & 0x1f;
        TRILL_NEIGHBOR_FF "isis.hello.trill_neighbor.ff" "Failed flag": Bool(8) & 0x80 = SET;
        TRILL_NEIGHBOR_OF "isis.hello.trill_neighbor.of" "OOMF flag": Bool(8) & 0x40 = SET;
        TRILL_NEIGHBOR_RESERVED "isis.hello.trill_neighbor.reserved" "Reserved": U8 Dec & 0x3f;
        TRILL_NEIGHBOR_MTU "isis.hello.trill_neighbor.mtu" "Tested MTU": U16 Dec;
        TRILL_NEIGHBOR_SNPA "isis.hello.trill_neighbor.snpa" "SNPA": SysId;
        CHECKSUM "isis.hello.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "isis.hello.checksum.status" "Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        ADJACENCY_STATE "isis.hello.adjacency_state" "Adjacency State": U8 Dec = ADJACENCY_STATE_NAMES;
        EXTENDED_LOCAL_CIRCUIT_ID "isis.hello.extended_local_circuit_id" "Extended Local circuit ID": U32 Hex;
        NEIGHBOR_SYSTEMID "isis.hello.neighbor_systemid" "Neighbor SystemID": SysId;
        NEIGHBOR_EXTENDED_LOCAL_CIRCUIT_ID "isis.hello.neighbor_extended_local_circuit_id" "Neighbor Extended Local circuit ID": U32 Hex;
        VLAN_FLAGS_PORT_ID "isis.hello.vlan_flags.port_id" "Port ID": U16 Dec;
        VLAN_FLAGS_NICKNAME "isis.hello.vlan_flags.nickname" "Nickname": U16 HexDec;
        VLAN_FLAGS_AF "isis.hello.vlan_flags.af" "Appointed Forwarder": Bool(16) & 0x8000 = SET;
        VLAN_FLAGS_AC "isis.hello.vlan_flags.ac" "Access Port": Bool(16) & 0x4000 = SET;
        VLAN_FLAGS_VM "isis.hello.vlan_flags.vm" "VLAN Mapping Detected": Bool(16) & 0x2000 = SET;
        VLAN_FLAGS_BY "isis.hello.vlan_flags.by" "Bypass Pseudonode": Bool(16) & 0x1000 = SET;
        VLAN_FLAGS_OUTER_VLAN "isis.hello.vlan_flags.outer_vlan" "Outer VLAN": U16 Dec & 0xfff;
        VLAN_FLAGS_TR "isis.hello.vlan_flags.tr" "Trunk Port": Bool(16) & 0x8000 = SET;
        VLAN_FLAGS_RESERVED "isis.hello.vlan_flags.reserved" "Reserved": Bool(16) & 0x7000 = SET;
        VLAN_FLAGS_DESIGNATED_VLAN "isis.hello.vlan_flags.designated_vlan" "Designated VLAN": U16 Dec & 0xfff;
        ENABLED_VLANS "isis.hello.enabled_vlans" "Enabled VLANs": Str;
        AF_NICKNAME "isis.hello.af.nickname" "Nickname": U16 HexDec;
        AF_START_VLAN "isis.hello.af.start_vlan" "Start VLAN": U16 Dec & 0xfff;
        AF_END_VLAN "isis.hello.af.end_vlan" "End VLAN": U16 Dec & 0xfff;
        TRILL_MAXIMUM_VERSION "isis.hello.trill.maximum_version" "Maximum version": U8 Dec;
        TRILL_HELLO_REDUCTION "isis.hello.trill.hello_reduction" "Hello Reduction": Bool(32) & 0x80000000 = Names::Bools("Supported", "Not supported");
        TRILL_UNASSIGNED_1 "isis.hello.trill.unassigned_1" "Unassigned": Bool(32) & 0x60000000 = SET;
        TRILL_HOP_BY_HOP_FLAGS "isis.hello.trill.hop_by_hop_flags" "Hop-by-hop Extended Header Flags": Bool(32) & 0x1ffc0000 = Names::Bools("Supported", "Not supported");
        TRILL_UNASSIGNED_2 "isis.hello.trill.unassigned_2" "Unassigned": Bool(32) & 0x3ffff = SET;
        IS_NEIGHBOR "isis.hello.is_neighbor" "IS Neighbor": Ether;
        REVERSE_METRIC_FLAGS "isis.hello.reverse_metric.flags" "Flags": U8 Hex;
        REVERSE_METRIC_FLAGS_RESERVED "isis.hello.reverse_metric.flags.reserved" "Reserved": U8 Hex & 0xfc;
        REVERSE_METRIC_FLAGS_U "isis.hello.reverse_metric.flags.u" "U": Bool(8) & 0x2 = SET;
        REVERSE_METRIC_FLAGS_W "isis.hello.reverse_metric.flags.w" "W": Bool(8) & 0x1 = SET;
        REVERSE_METRIC_METRIC "isis.hello.reverse_metric.metric" "Metric": U24 Dec;
        REVERSE_METRIC_SUB_LENGTH "isis.hello.reverse_metric.sub_length" "Sub-TLV length": U8 Dec;
        REVERSE_METRIC_SUB_DATA "isis.hello.reverse_metric.sub_data" "Sub-TLV data": Bytes;
        BFD_ENABLED_NLPID "isis.hello.bfd_enabled.nlpid" "NLPID": U8 Hex = NLPID_NAMES;
        CLV_IPV6_GLB_INT_ADDR "isis.hello.clv_ipv6_glb_int_addr" "IPv6 Global interface address": Ipv6;
    }
    experts {
        BAD_CHECKSUM "isis.hello.bad_checksum" Error Checksum "Bad checksum";
        AUTHENTICATION_UNKNOWN "isis.hello.authentication.unknown" Warn Protocol "Unknown authentication type";
        SHORT_CLV "isis.hello.short_clv" Error Malformed "Short CLV";
        CLV_MT_MALFORMED "isis.hello.clv_mt.malformed" Error Malformed "malformed MT-ID";
        CLV_UNKNOWN "isis.hello.clv.unknown" Note Undecoded "Unknown option";
        SUBTLV_UNKNOWN "isis.hello.subtlv.unknown" Warn Protocol "Unknown Sub-TLV";
    }
}

names! {
    CIRCUIT_TYPE_NAMES {
        0 => "Reserved 0 (discard PDU)",
        1 => "Level 1 only",
        2 => "Level 2 only",
        3 => "Level 1 and 2",
    }
    ADJACENCY_STATE_NAMES {
        0 => "Up",
        1 => "Initializing",
        2 => "Down",
    }
}

const ROWS: Rows = Rows { code: CLV_TYPE, len: CLV_LENGTH, short: SHORT_CLV, unknown: CLV_UNKNOWN };

fn name(code: u8) -> Option<&'static str> {
    Some(match code {
        1 => "Area address(es)",
        7 => "Instance Identifier",
        8 => "Padding",
        10 => "Authentication",
        12 => "Checksum",
        16 => "Reverse Metric",
        129 => "Protocols Supported",
        132 => "IP Interface address(es)",
        133 => "IP Authentication",
        143 => "MT Port Capability",
        148 => "BFD Enabled",
        211 => "Restart Signaling",
        229 => "Multi Topology",
        232 => "IPv6 Interface address(es)",
        233 => "IPv6 Global Interface Address",
        _ => return None,
    })
}

/// Only on links with many routers.
fn lan_name(code: u8) -> Option<&'static str> {
    match code {
        6 => Some("IS Neighbor(s)"),
        145 => Some("TRILL Neighbor"),
        _ => name(code),
    }
}

/// Only between two routers.
fn point_name(code: u8) -> Option<&'static str> {
    if code == 240 { Some("Point-to-point Adjacency State") } else { name(code) }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let start = c;
    cx.protocol("ISIS HELLO");
    cx.peek(CIRCUIT_TYPE, &c, 1)?;
    cx.field(RESERVED, &mut c, 1)?;
    let id = c.peek_bytes(0, 6)?;
    cx.info_add(|o| {
        o.s(", System-ID: ");
        clv::write_system(o, id);
    });
    run(cx, &mut c, &[(SOURCE_ID, 6), (HOLDING_TIMER, 2)])?;
    let len = usize::from(cx.u16(PDU_LENGTH, &mut c)?);
    // The common header has eight bytes; it tells which hello this is.
    let head = c.whole().get(start.pos().saturating_sub(8)..start.pos()).unwrap_or_default();
    let point = head.get(4).is_some_and(|k| k & 0x1f == 17);
    if point {
        cx.u8(LOCAL_CIRCUIT_ID, &mut c)?;
    } else {
        cx.peek(PRIORITY, &c, 1)?;
        cx.field(PRIORITY_RESERVED, &mut c, 1)?;
        cx.field(LAN_ID, &mut c, 7)?;
    }
    let read = 8 + (c.pos() - start.pos());
    let Some(left) = len.checked_sub(read) else { return Ok(()) };
    let mut clvs = c.within(left);
    let from = start.pos().saturating_sub(8);
    clv::each(cx, &mut clvs, &ROWS, if point { point_name } else { lan_name }, |cx, code, c| match code {
        1 => clv::areas(cx, c, AREA_ADDRESS, SHORT_CLV),
        6 => {
            while c.left() >= 6 {
                cx.field(IS_NEIGHBOR, c, 6)?;
            }
            Ok(())
        }
        7 => clv::instance(cx, c, IID, SUPPORTED_ITID),
        10 => clv::authentication(cx, c, CLV_AUTHENTICATION, AUTHENTICATION_UNKNOWN),
        12 => {
            let all = c.whole().get(..from + len).and_then(|b| b.get(from..));
            let rows = [CHECKSUM, CHECKSUM_STATUS, BAD_CHECKSUM];
            if c.left() != 2 {
                let n = c.left();
                remark(cx, SHORT_CLV, c, n, |o| {
                    o.s("incorrect checksum length (").u(n as u64).s("), should be (2)");
                });
                return Ok(());
            }
            // What the window of this field hides belongs to the checksum.
            let all = all.or_else(|| start.whole().get(..from + len).and_then(|b| b.get(from..)));
            let at = c.pos() - from;
            clv::checksum(cx, rows, c, all, at).map(|_| ())
        }
        16 => reverse_metric(cx, c),
        129 => clv::protocols(cx, c, CLV_NLPID_NLPID),
        132 => clv::addresses(cx, c, CLV_IPV4_INT_ADDR, 4, SHORT_CLV),
        133 => clv::text(cx, c, CLV_IP_AUTHENTICATION),
        143 => port_capability(cx, c),
        145 => trill_neighbours(cx, c),
        148 => {
            while c.left() >= 3 {
                cx.field(MTID, c, 2)?;
                cx.u8(BFD_ENABLED_NLPID, c)?;
            }
            Ok(())
        }
        211 => restart(cx, c),
        229 => clv::topologies(cx, c, CLV_MT, CLV_MT_MALFORMED),
        232 => clv::addresses(cx, c, CLV_IPV6_INT_ADDR, 16, SHORT_CLV),
        233 => clv::addresses(cx, c, CLV_IPV6_GLB_INT_ADDR, 16, SHORT_CLV),
        240 => adjacency(cx, c),
        _ => Ok(()),
    })
}

fn reverse_metric<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [REVERSE_METRIC_FLAGS_RESERVED, REVERSE_METRIC_FLAGS_U, REVERSE_METRIC_FLAGS_W];
    let (flags, item) = cx.flags(REVERSE_METRIC_FLAGS, c, 1, &bits)?;
    clv::name_flags(cx, item, flags, &[(2, "U"), (1, "W")]);
    cx.u24(REVERSE_METRIC_METRIC, c)?;
    let n = usize::from(cx.u8(REVERSE_METRIC_SUB_LENGTH, c)?);
    if n > 0 {
        cx.bytes(REVERSE_METRIC_SUB_DATA, c, n)?;
    }
    Ok(())
}

fn restart<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let len = c.left();
    let bits = [CLV_RESTART_FLAGS_SA, CLV_RESTART_FLAGS_RA, CLV_RESTART_FLAGS_RR];
    if len == 0 {
        return Ok(());
    }
    let (flags, item) = cx.flags(CLV_RESTART_FLAGS, c, 1, &bits)?;
    let named = [(4, "Suppress Adjacency"), (2, "Restart Acknowledgment"), (1, "Restart Request")];
    clv::name_flags(cx, item, flags, &named);
    if flags & 2 == 0 || len < 3 {
        return Ok(());
    }
    let item = cx.field(CLV_RESTART_REMAIN_TIME, c, 2)?;
    cx.append(item, |o| _ = o.s("s"));
    if len >= 9 {
        cx.field(CLV_RESTART_NEIGHBOR, c, 6)?;
    }
    Ok(())
}

fn adjacency<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    match c.left() {
        1 => cx.u8(ADJACENCY_STATE, c).map(|_| ()),
        5 => run(cx, c, &[(ADJACENCY_STATE, 1), (EXTENDED_LOCAL_CIRCUIT_ID, 4)]),
        11 => run(cx, c, &[(ADJACENCY_STATE, 1), (EXTENDED_LOCAL_CIRCUIT_ID, 4), (NEIGHBOR_SYSTEMID, 6)]),
        15 => {
            run(cx, c, &[(ADJACENCY_STATE, 1), (EXTENDED_LOCAL_CIRCUIT_ID, 4), (NEIGHBOR_SYSTEMID, 6)])?;
            cx.u32(NEIGHBOR_EXTENDED_LOCAL_CIRCUIT_ID, c).map(|_| ())
        }
        n => {
            remark(cx, SHORT_CLV, c, n, |o| _ = o.s("malformed TLV (").u(n as u64).s(" vs 1,5,11,15)"));
            Ok(())
        }
    }
}

fn trill_neighbours<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let size = usize::from(c.peek_u8(0)? & 0x1f);
    cx.peek(TRILL_NEIGHBOR_SF, c, 1)?;
    cx.peek(TRILL_NEIGHBOR_LF, c, 1)?;
    cx.field(TRILL_NEIGHBOR_SIZE, c, 1)?;
    // A size of none stands for six.
    let size = if size == 0 { 6 } else { size };
    while c.left() >= size + 3 {
        cx.peek(TRILL_NEIGHBOR_FF, c, 1)?;
        cx.peek(TRILL_NEIGHBOR_OF, c, 1)?;
        cx.field(TRILL_NEIGHBOR_RESERVED, c, 1)?;
        cx.u16(TRILL_NEIGHBOR_MTU, c)?;
        cx.field(TRILL_NEIGHBOR_SNPA, c, size)?;
    }
    Ok(())
}

names! {
    /// Sub-TLVs of a port, with the bytes that they need at least.
    PORT_NAMES {
        1 => "Special VLANs and Flags",
        2 => "Enabled-VLANs",
        3 => "Appointed Forwarders",
        4 => "SPB MCID",
        5 => "SPB Digest",
        6 => "SPB Base Vlan Identifiers",
        8 => "Port TRILL Version",
    }
}

fn port_capability<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(MTID, c, 2)?;
    while c.left() >= 2 {
        let [kind, len] = *c.peek_array::<2>()?;
        let size = usize::from(len);
        if size > c.left() - 2 {
            let left = c.left() - 2;
            let mut behind = *c;
            behind.skip(2)?;
            remark(cx, SHORT_CLV, &behind, left, |o| {
                o.s("Short type ").u(kind).s(" TLV (").u(len).s(" vs ").u(left as u64).s(")");
            });
            return Ok(());
        }
        let Some(name) = PORT_NAMES.find(u64::from(kind)) else {
            remark(cx, SUBTLV_UNKNOWN, c, 2 + size, |o| {
                o.s("Unknown Sub-TLV: Type: ").u(kind).s(", Length: ").u(len);
            });
            c.skip(2 + size)?;
            continue;
        };
        let line = cx.line(c.span(2 + size), |o| {
            o.s(name);
            if (4..=6).contains(&kind) {
                o.s(": Type: ").hex(kind, 2).s(", Length: ").u(len);
            } else {
                o.s(" (t=").u(kind).s(", l=").u(len).s(")");
            }
        });
        let mut one = c.take(2 + size);
        one.skip(2)?;
        cx.under(line, |cx| port_part(cx, kind, &mut one))?;
    }
    Ok(())
}

fn port_part<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    match kind {
        1 => {
            run(cx, c, &[(VLAN_FLAGS_PORT_ID, 2), (VLAN_FLAGS_NICKNAME, 2)])?;
            for bit in [VLAN_FLAGS_AF, VLAN_FLAGS_AC, VLAN_FLAGS_VM, VLAN_FLAGS_BY] {
                cx.peek(bit, c, 2)?;
            }
            cx.field(VLAN_FLAGS_OUTER_VLAN, c, 2)?;
            cx.peek(VLAN_FLAGS_TR, c, 2)?;
            cx.peek(VLAN_FLAGS_RESERVED, c, 2)?;
            cx.field(VLAN_FLAGS_DESIGNATED_VLAN, c, 2).map(|_| ())
        }
        2 => {
            let first = u32::from(c.peek_u16(0)? & 0xfff);
            let span = c.span(c.left());
            c.skip(2)?;
            let n = c.left();
            let bytes = c.bytes(n)?;
            cx.add_str(ENABLED_VLANS, span, |o| write_vlans(o, first, bytes));
            Ok(())
        }
        3 => {
            while c.left() >= 6 {
                run(cx, c, &[(AF_NICKNAME, 2), (AF_START_VLAN, 2), (AF_END_VLAN, 2)])?;
            }
            Ok(())
        }
        4 => run(cx, c, &[(MCID, 51), (AUX_MCID, 51)]),
        5 => {
            cx.peek(DIGEST_V, c, 1)?;
            cx.peek(DIGEST_A, c, 1)?;
            cx.field(DIGEST_D, c, 1)?;
            cx.field(DIGEST, c, 32).map(|_| ())
        }
        6 => {
            while c.left() >= 6 {
                let ect = c.peek_bytes(0, 4)?;
                let item = cx.field(ECT, c, 4)?;
                cx.label(item, |o| _ = o.s("ECT: ").hex_bytes(ect, b'-'));
                cx.peek(BVID, c, 2)?;
                cx.peek(BVID_U, c, 2)?;
                cx.field(BVID_M, c, 2)?;
            }
            let left = c.left();
            if left > 0 {
                remark(cx, SHORT_CLV, c, left, |o| {
                    o.s("Short SPB BVID header entry (").u(left as u64).s(" vs 6)");
                });
            }
            Ok(())
        }
        8 => {
            cx.u8(TRILL_MAXIMUM_VERSION, c)?;
            cx.peek(TRILL_HELLO_REDUCTION, c, 4)?;
            cx.peek(TRILL_UNASSIGNED_1, c, 4)?;
            cx.peek(TRILL_HOP_BY_HOP_FLAGS, c, 4)?;
            cx.field(TRILL_UNASSIGNED_2, c, 4).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// VLANs of a map of bits, as ranges.
fn write_vlans(o: &mut requin_wire::Out<'_>, first: u32, bytes: &[u8]) {
    let bit = |n: u32| bytes.get((n / 8) as usize).is_some_and(|b| b & (0x80 >> (n % 8)) != 0);
    let end = bytes.len() as u32 * 8;
    let (mut n, mut any) = (0, false);
    while n < end {
        if !bit(n) {
            n += 1;
            continue;
        }
        let from = n;
        while n < end && bit(n) {
            n += 1;
        }
        o.s(if any { ", " } else { "" }).u(first + from);
        if n - from > 1 {
            o.s("-").u(first + n - 1);
        }
        any = true;
    }
}
