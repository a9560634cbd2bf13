//! What messages of OpenFlow 1.0 say (OpenFlow Switch Specification 1.0.0).

use crate::common::run;
use crate::link::ethernet;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Value, names, proto};

proto! {
    OPENFLOW_V1 "openflow_v1" "OpenFlow 1.0" "openflow_v1" App
    on []
    fields {
        TYPE "openflow_1_0.type" "Type": U8 Dec = TYPE_NAMES;
        DATAPATH_ID "openflow.datapath_id" "Datapath unique ID": U64 Hex;
        DATAPATH_MAC "openflow.datapath_mac" "MAC addr": Ether;
        DATAPATH_IMP "openflow.datapath_imp" "Implementers part": U16 Hex;
        N_BUFFERS "openflow.n_buffers" "n_buffers": U32 Dec;
        N_TABLES "openflow.n_tables" "n_tables": U8 Dec;
        CAPABILITIES "openflow.capabilities" "capabilities": U32 Hex;
        ACTIONS "openflow.actions" "actions": U32 Hex;
        FLOW_STATS "openflow.flow_stats" "Flow statistics": Bool(32) & 0x1;
        TABLE_STATS "openflow.table_stats" "Table statistics": Bool(32) & 0x2;
        PORT_STATS "openflow.port_stats" "Port statistics": Bool(32) & 0x4;
        GROUP_STATS "openflow.group_stats" "Group statistics": Bool(32) & 0x8;
        IP_REASM "openflow.ip_reasm" "Can reassemble IP fragments": Bool(32) & 0x20;
        QUEUE_STATS "openflow.queue_stats" "Queue statistics": Bool(32) & 0x40;
        PORT_BLOCKED "openflow.port_blocked" "Switch will block looping ports": Bool(32) & 0x100;
        OUTPUT "openflow.output" "Output to switch port": Bool(32) & 0x1;
        SET_VLAN_VID "openflow.set_vlan_vid" "Set the 802.1q VLAN id": Bool(32) & 0x2;
        SET_VLAN_PCP "openflow.set_vlan_pcp" "Set the 802.1q priority": Bool(32) & 0x4;
        STRIP_VLAN "openflow.strip_vlan" "Strip the 802.1q header": Bool(32) & 0x8;
        SET_DL_SRC "openflow.set_dl_src" "Ethernet source address": Bool(32) & 0x10;
        SET_DL_DS "openflow.set_dl_ds" "Ethernet destination address": Bool(32) & 0x20;
        SET_NW_SRC "openflow.set_nw_src" "IP source address": Bool(32) & 0x40;
        SET_NW_DS "openflow.set_nw_ds" "IP destination address": Bool(32) & 0x80;
        SET_NW_TOS "openflow.set_nw_tos" "IP ToS (DSCP field, 6 bits)": Bool(32) & 0x100;
        SET_TP_SRC "openflow.set_tp_src" "TCP/UDP source port": Bool(32) & 0x200;
        SET_TP_DST "openflow.set_tp_dst" "TCP/UDP destination port": Bool(32) & 0x400;
        ENQUEUE "openflow.enqueue" "Output to queue": Bool(32) & 0x800;
        PORT_NO "openflow.port_no" "Port number": U16 Dec;
        HW_ADD "openflow.hw_add" "HW Address": Ether;
        PORT_NAME "openflow.port_name" "Port Name": Str;
        PORT_CONFIG "openflow.port_config" "Config flags": U32 Hex;
        PORT_STATE "openflow.port_state" "State flags": U32 Hex;
        PORT_CURR "openflow.port_curr" "Current features": U32 Hex;
        PORT_ADVERTISED "openflow.port_advertised" "Advertised features": U32 Hex;
        PORT_SUPPORTED "openflow.port_supported" "Features supported": U32 Hex;
        PORT_PEER "openflow.port_peer" "Features advertised by peer": U32 Hex;
        PORT_DOWN "openflow.port_down" "Port is administratively down": Bool(32) & 0x1;
        NO_STP "openflow.no_stp" "Disable 802.1D spanning tree on port": Bool(32) & 0x2;
        NO_RECV "openflow.no_recv" "Drop all packets except 802.1D spanning tree packets": Bool(32) & 0x4;
        NO_RECV_STP "openflow.no_recv_stp" "Drop received 802.1D STP packets": Bool(32) & 0x8;
        NO_FLOOD "openflow.no_flood" "Do not include this port when flooding": Bool(32) & 0x10;
        NO_FWD "openflow.no_fwd" "Drop packets forwarded to port": Bool(32) & 0x20;
        NO_PACKET_IN "openflow.no_packet_in" "Do not send packet-in msgs for port": Bool(32) & 0x40;
        LINK_DOWN "openflow.link_down" "No physical link present": Bool(32) & 0x1;
        N10MB_HD "openflow.10mb_hd" "10 Mb half-duplex rate support": Bool(32) & 0x1;
        N10MB_FD "openflow.10mb_fd" "10 Mb full-duplex rate support": Bool(32) & 0x2;
        N100MB_HD "openflow.100mb_hd" "100 Mb half-duplex rate support": Bool(32) & 0x4;
        N100MB_0FD "openflow.100mb_0fd" "100 Mb full-duplex rate support": Bool(32) & 0x8;
        N1GB_HD "openflow.1gb_hd" "1 Gb half-duplex rate support": Bool(32) & 0x10;
        N1GB_FD "openflow.1gb_fd" "1 Gb full-duplex rate support": Bool(32) & 0x20;
        N10GB_FD "openflow.10gb_fd" "10 Gb full-duplex rate support": Bool(32) & 0x40;
        COPPER "openflow.copper" "Copper medium": Bool(32) & 0x80;
        FIBER "openflow.fiber" "Fiber medium": Bool(32) & 0x100;
        AUTONEG "openflow.autoneg" "Auto-negotiation": Bool(32) & 0x200;
        PAUSE "openflow.pause" "Pause": Bool(32) & 0x400;
        PAUSE_ASYM "openflow.pause_asym" "Asymmetric pause": Bool(32) & 0x800;
        CONFIG_FLAGS "openflow.config_flags" "Config flags": U16 Hex;
        MISS_SEND_LEN "openflow.miss_send_len" "Max bytes of packet": U16 Hex;
        BUFFER_ID "openflow.buffer_id" "Buffer Id": U32 Hex;
        TOTAL_LEN "openflow.total_len" "Total length": U16 Dec;
        IN_PORT "openflow.in_port" "In port": U16 Dec;
        REASON "openflow.reason" "Reason": U8 Dec = REASON_NAMES;
        PKT_IN_PAD "openflow.pkt_in.pad" "Pad": Bytes;
        TABLE_ID "openflow.table_id" "Table Id": U8 Dec;
        COOKIE "openflow.cookie" "Cookie": U64 Hex;
        FEATURES_REPLY_PAD "openflow.features_reply.pad" "Pad": Bytes;
        ACTIONS_LEN "openflow.actions_len" "Actions length": U16 Dec;
        ACTION_TYP "openflow.action_typ" "Actions type": U16 Dec = ACTION_TYP_NAMES;
        ACTION_LEN "openflow.action_len" "Action length": U16 Dec;
        OUTPUT_PORT "openflow.output_port" "Output port": U16 Dec;
        MAX_LEN "openflow.max_len" "Max length": U16 Dec;
        WILDCARDS "openflow.wildcards" "Wildcards": U32 Dec;
        COMMAND "openflow.command" "Command": U16 Dec = COMMAND_NAMES;
        ETH_SRC "openflow.eth_src" "Ethernet source address": Ether;
        ETH_DST "openflow.eth_dst" "Ethernet destination address": Ether;
        DL_VLAN "openflow.dl_vlan" "Input VLAN id": U16 Dec;
        DL_VLAN_PCP "openflow.dl_vlan_pcp" "Input VLAN priority": U8 Dec;
        OFP_MATCH_PAD "openflow.ofp_match.pad" "Pad": Bytes;
        OFP_MATCH_DL_TYPE "openflow.ofp_match.dl_type" "Dl type": U16 Dec;
        OFP_MATCH_TOS "openflow.ofp_match.tos" "IP ToS": U8 Dec;
        OFP_MATCH_NW_PROTO "openflow.ofp_match.nw_proto" "IP protocol": U8 Dec;
        OFP_MATCH_SOURCE_ADDR "openflow.ofp_match.source_addr" "Source Address": Ipv4;
        OFP_MATCH_DEST_ADDR "openflow.ofp_match.dest_addr" "Destination Address": Ipv4;
        OFP_MATCH_SOURCE_PORT "openflow.ofp_match.source_port" "Source Port": U16 Dec;
        OFP_MATCH_DEST_PORT "openflow.ofp_match.dest_port" "Destination Port": U16 Dec;
        IDLE_TIMEOUT "openflow.idle_timeout" "Idle time-out": U16 Dec;
        HARD_TIMEOUT "openflow.hard_timeout" "hard time-out": U16 Dec;
        PRIORITY "openflow.priority" "Priority": U16 Dec;
        OUT_PORT "openflow.out_port" "Out port": U32 Dec;
        FLAGS "openflow.flags" "Flags": U16 Dec;
        STATS_TYPE "openflow.stats.type" "Type": U16 Dec = STATS_TYPE_NAMES;
        STATS_REQUEST_PAD "openflow.stats.request_pad" "Pad": U8 Dec;
    }
    experts {
        ACTION_TYP_UNDECODED "openflow.action_typ.undecoded" Warn Undecoded "Action not dissected yet";
        TYPE_UNDECODED "openflow_1_0.type.undecoded" Warn Undecoded "Message data not dissected yet";
    }
}

names! {
    TYPE_NAMES {
        0 => "OFPT_HELLO", 1 => "OFPT_ERROR", 2 => "OFPT_ECHO_REQUEST", 3 => "OFPT_ECHO_REPLY", 4 => "OFPT_VENDOR", 5 => "OFPT_FEATURES_REQUEST", 6 => "OFPT_FEATURES_REPLY", 7 => "OFPT_GET_CONFIG_REQUEST", 8 => "OFPT_GET_CONFIG_REPLY", 9 => "OFPT_SET_CONFIG", 10 => "OFPT_PACKET_IN", 11 => "OFPT_FLOW_REMOVED", 12 => "OFPT_PORT_STATUS", 13 => "OFPT_PACKET_OUT", 14 => "OFPT_FLOW_MOD", 15 => "OFPT_PORT_MOD", 16 => "OFPT_STATS_REQUEST", 17 => "OFPT_STATS_REPLY", 18 => "OFPT_BARRIER_REQUEST", 19 => "OFPT_BARRIER_REPLY", 20 => "OFPT_QUEUE_GET_CONFIG_REQUEST", 21 => "OFPT_QUEUE_GET_CONFIG_REPLY",
    }
    REASON_NAMES {
        0 => "No matching flow (table-miss flow entry)", 1 => "Action explicitly output to controller", 2 => "Packet has invalid TTL",
    }
    ACTION_TYP_NAMES {
        0 => "Output to switch port", 1 => "Set the 802.1q VLAN id", 2 => "Set the 802.1q priority", 3 => "Strip the 802.1q header", 4 => "Ethernet source address", 5 => "Ethernet destination address", 6 => "IP source address", 7 => "IP destination address", 8 => "TCP/UDP source port", 9 => "TCP/UDP destination port", 0xffff => "Vendor specific action",
    }
    COMMAND_NAMES {
        0 => "New flow", 1 => "Modify all matching flows", 2 => "Modify entry strictly matching wildcards", 3 => "Delete all matching flows", 4 => "Strictly match wildcards and priority",
    }
    STATS_TYPE_NAMES {
        0 => "OFPST_DESC", 1 => "OFPST_FLOW", 2 => "OFPST_AGGREGATE", 3 => "OFPST_TABLE", 4 => "OFPST_PORT", 5 => "OFPST_QUEUE", 0xffff => "OFPST_VENDOR",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(1)?;
    cx.info_sep(", ", |o| _ = o.s("Type: ").s(TYPE_NAMES.or(u64::from(kind), "Unknown message type")));
    cx.u8(super::VERSION, &mut c)?;
    let item = cx.peek(TYPE, &c, 1)?;
    c.skip(1)?;
    cx.u16(super::LENGTH, &mut c)?;
    cx.u32(super::XID, &mut c)?;
    match kind {
        6 => features(cx, c),
        8 | 9 => run(cx, &mut c, &[(CONFIG_FLAGS, 2), (MISS_SEND_LEN, 2)]),
        10 => {
            let fields = [(BUFFER_ID, 4), (TOTAL_LEN, 2), (IN_PORT, 2), (REASON, 1), (PKT_IN_PAD, 1)];
            run(cx, &mut c, &fields)?;
            frame(cx, c)
        }
        11 => {
            cx.expert(TYPE_UNDECODED, item, c.span(0));
            Ok(())
        }
        13 => {
            run(cx, &mut c, &[(BUFFER_ID, 4), (IN_PORT, 2)])?;
            let len = usize::from(cx.u16(ACTIONS_LEN, &mut c)?);
            let mut list = c.take(len);
            actions(cx, &mut list)?;
            frame(cx, c)
        }
        14 => {
            flow(cx, &mut c)?;
            run(cx, &mut c, &[(COOKIE, 8), (COMMAND, 2), (IDLE_TIMEOUT, 2), (HARD_TIMEOUT, 2)])?;
            run(cx, &mut c, &[(PRIORITY, 2), (BUFFER_ID, 4)])?;
            out_port(cx, &mut c)?;
            cx.u16(FLAGS, &mut c)?;
            actions(cx, &mut c)
        }
        16 | 17 => statistics(cx, c, kind == 16),
        _ => Ok(()),
    }
}

/// A packet that a switch got, or that it has to send.
fn frame<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    cx.quoted(|cx| cx.call_nested(ethernet::ID, c))
}

/// What is asked for about flows; of all other statistics, which ones they are.
fn statistics<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, request: bool) -> Step {
    let what = c.peek_u16(0)?;
    let item = cx.peek(STATS_TYPE, &c, 2)?;
    c.skip(2)?;
    let flows = request && matches!(what, 1 | 2);
    if !(flows || request && what == 0) {
        cx.expert(TYPE_UNDECODED, item, c.span(0));
    }
    cx.u16(FLAGS, &mut c)?;
    if !flows || c.is_empty() {
        return Ok(());
    }
    flow(cx, &mut c)?;
    run(cx, &mut c, &[(TABLE_ID, 1), (STATS_REQUEST_PAD, 1)])?;
    out_port(cx, &mut c)
}

/// A port of two bytes.
fn out_port<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.add(OUT_PORT, c.span(2), Value::U(c.peek_u16(0)?.into()));
    c.skip(2)
}

/// What the switch is and can do.
fn features<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.peek(DATAPATH_ID, &c, 8)?;
    cx.under(item, |cx| run(cx, &mut c, &[(DATAPATH_IMP, 2), (DATAPATH_MAC, 6)]))?;
    run(cx, &mut c, &[(N_BUFFERS, 4), (N_TABLES, 1), (FEATURES_REPLY_PAD, 3)])?;
    cx.flags(
        CAPABILITIES,
        &mut c,
        4,
        &[FLOW_STATS, TABLE_STATS, PORT_STATS, GROUP_STATS, IP_REASM, QUEUE_STATS, PORT_BLOCKED],
    )?;
    cx.flags(
        ACTIONS,
        &mut c,
        4,
        &[
            OUTPUT,
            SET_VLAN_VID,
            SET_VLAN_PCP,
            STRIP_VLAN,
            SET_DL_SRC,
            SET_DL_DS,
            SET_NW_SRC,
            SET_NW_DS,
            SET_NW_TOS,
            SET_TP_SRC,
            SET_TP_DST,
            ENQUEUE,
        ],
    )?;
    let mut number = 0u64;
    while c.left() >= PORT_LEN {
        number += 1;
        let line = cx.line(c.span(PORT_LEN), |o| _ = o.s("Port data ").u(number));
        cx.under(line, |cx| port(cx, &mut c))?;
    }
    Ok(())
}

const PORT_LEN: usize = 48;
const SPEEDS: &[Field] = &[
    N10MB_HD, N10MB_FD, N100MB_HD, N100MB_0FD, N1GB_HD, N1GB_FD, N10GB_FD, COPPER, FIBER, AUTONEG, PAUSE,
    PAUSE_ASYM,
];

fn port<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    run(cx, c, &[(PORT_NO, 2), (HW_ADD, 6)])?;
    let name = c.peek_bytes(0, 16)?;
    let name = name.split(|b| *b == 0).next().unwrap_or_default();
    cx.add_bytes(PORT_NAME, c.span(16), name);
    c.skip(16)?;
    cx.flags(PORT_CONFIG, c, 4, &[PORT_DOWN, NO_STP, NO_RECV, NO_RECV_STP, NO_FLOOD, NO_FWD, NO_PACKET_IN])?;
    cx.flags(PORT_STATE, c, 4, &[LINK_DOWN])?;
    for field in [PORT_CURR, PORT_ADVERTISED, PORT_SUPPORTED, PORT_PEER] {
        cx.flags(field, c, 4, SPEEDS)?;
    }
    Ok(())
}

/// Which packets are meant.
fn flow<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    run(cx, c, &[(WILDCARDS, 4), (IN_PORT, 2), (ETH_SRC, 6), (ETH_DST, 6), (DL_VLAN, 2), (DL_VLAN_PCP, 1)])?;
    run(cx, c, &[(OFP_MATCH_PAD, 1), (OFP_MATCH_DL_TYPE, 2), (OFP_MATCH_TOS, 1), (OFP_MATCH_NW_PROTO, 1)])?;
    run(cx, c, &[(OFP_MATCH_PAD, 2), (OFP_MATCH_SOURCE_ADDR, 4), (OFP_MATCH_DEST_ADDR, 4)])?;
    run(cx, c, &[(OFP_MATCH_SOURCE_PORT, 2), (OFP_MATCH_DEST_PORT, 2)])
}

/// What is done with them.
fn actions<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while c.left() >= 8 {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        let mut one = c.take(len.max(8));
        let item: Item = cx.peek(ACTION_TYP, &one, 2)?;
        one.skip(2)?;
        cx.u16(ACTION_LEN, &mut one)?;
        if kind == 0 {
            run(cx, &mut one, &[(OUTPUT_PORT, 2), (MAX_LEN, 2)])?;
        } else {
            cx.expert(ACTION_TYP_UNDECODED, item, one.span(0));
        }
    }
    Ok(())
}
