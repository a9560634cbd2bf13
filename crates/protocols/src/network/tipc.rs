//! Transparent Inter Process Communication, version 2, and what version 1 has in common.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Names, Out, Sink, Step, Value, names, proto};

proto! {
    TIPC "tipc" "Transparent Inter Process Communication(TIPC)" "TIPC" App
    on [Ether 0x88ca, Udp 6118]
    fields {
        VER "tipc.ver" "Version": U32 Dec & 0xe0000000;
        USR "tipc.usr" "User": U32 Dec & 0x1e000000 = USR_NAMES;
        HDR_SIZE "tipc.hdr_size" "Header size": U32 Dec & 0x1e00000;
        NON_SEQUENCED "tipc.non_sequenced" "Non-sequenced": U32 Dec & 0x100000;
        DESTDROP "tipc.destdrop" "Destination Droppable": U32 Dec & 0x80000;
        HDR_UNUSED "tipc.hdr_unused" "Unused": U32 Dec & 0xe0000;
        MSG_SIZE "tipc.msg_size" "Message size": U32 Dec & 0x1ffff;
        ACK_LINK_LEV_SEQ "tipc.ack_link_lev_seq" "Acknowledged link level sequence number": U32 Dec & 0xffff0000;
        LINK_LEV_SEQ "tipc.link_lev_seq" "Link level sequence number": U32 Dec & 0xffff;
        PREV_PROC "tipc.prev_proc" "Previous processor": Str;
        ORG_PORT "tipc.org_port" "Originating port": U32 Dec & 0xffffffff;
        DST_PORT "tipc.dst_port" "Destination port": U32 Dec & 0xffffffff;
        ERR_CODE "tipc.err_code" "Error code": U32 Dec & 0xf000000 = ERR_CODE_NAMES;
        ROUTE_CNT "tipc.route_cnt" "Reroute counter": U32 Dec & 0xf00000;
        ACT_ID "tipc.act_id" "Activity identity": U32 Dec & 0xfffff;
        ORG_PROC "tipc.org_proc" "Originating processor": Str;
        DST_PROC "tipc.dst_proc" "Destination processor": Str;
        ND_MSG_TYPE "tipc.nd_msg_type" "Message type": U32 Dec & 0xf0000000 = ND_MSG_TYPE_NAMES;
        UNUSED_WORD "tipc.unused_word" "Word Unused": None;
        DATA "tipc.data" "Data": Bytes;
        SRCDROP "tipc.srcdrop" "Source Droppable": U32 Dec & 0x40000;
        SYN "tipc.syn" "Connection request (SYN)": U32 Dec & 0x20000;
        DATA_TYPE "tipc.data_type" "Message type": U32 Dec & 0xe0000000 = DATA_TYPE_NAMES;
        TIPCV2_CONNMGR_MSG_TYPE "tipcv2.connmgr_msg_type" "Message type": U32 Dec & 0xe0000000 = TIPCV2_CONNMGR_MSG_TYPE_NAMES;
        TIPCV2_DATA_MSG_TYPE "tipcv2.data_msg_type" "Message type": U32 Dec & 0xe0000000 = TIPCV2_DATA_MSG_TYPE_NAMES;
        TIPCV2_ERRORCODE "tipcv2.errorcode" "Error code": U32 Dec & 0x1e000000 = TIPCV2_ERRORCODE_NAMES;
        TIPCV2_RER_CNT "tipcv2.rer_cnt" "Reroute Counter": U32 Dec & 0x1e00000;
        TIPCV2_LOOKUP_SCOPE "tipcv2.lookup_scope" "Lookup Scope": U32 Dec & 0x180000 = TIPCV2_LOOKUP_SCOPE_NAMES;
        TIPCV2_OPT_P "tipcv2.opt_p" "Options Position": U32 Dec & 0x70000;
        TIPCV2_BROADCAST_ACK_NO "tipcv2.broadcast_ack_no" "Broadcast Acknowledge Number": U32 Dec & 0xffff;
        TIPCV2_LINK_LEVEL_ACK_NO "tipcv2.link_level_ack_no" "Link Level Acknowledge Number": U32 Dec & 0xffff0000;
        TIPCV2_LINK_LEVEL_SEQ_NO "tipcv2.link_level_seq_no" "Link Level Sequence Number": U32 Dec & 0xffff;
        TIPCV2_PREV_NODE "tipcv2.prev_node" "Previous Node": Str;
        TIPCV2_ORIG_NODE "tipcv2.orig_node" "Originating Node": Str;
        TIPCV2_DEST_NODE "tipcv2.dest_node" "Destination Node": Str;
        TIPCV2_PORT_NAME_TYPE "tipcv2.port_name_type" "Port name type": U32 Dec & 0xffffffff;
        TIPCV2_PORT_NAME_INSTANCE "tipcv2.port_name_instance" "Port name instance": U32 Dec & 0xffffffff;
        TIPCV2_MULTICAST_LOWER "tipcv2.multicast_lower" "Multicast lower bound": U32 Dec & 0xffffffff;
        TIPCV2_MULTICAST_UPPER "tipcv2.multicast_upper" "Multicast upper bound": U32 Dec & 0xffffffff;
        TIPCV2_CONN_MGR_MSG_ACK "tipcv2.conn_mgr_msg_ack" "Number of Messages Acknowledged": U32 Dec & 0xffff0000;
    }
}

names! {
    USR_NAMES {
        0 => "DATA_PRIO_0",
        1 => "DATA_PRIO_1",
        2 => "DATA_PRIO_2",
        3 => "DATA_NON_REJECTABLE",
        5 => "Broadcast Maintenance Protocol",
        6 => "Message Bundler Protocol",
        7 => "Link State Maintenance Protocol",
        8 => "ROUTING_MANAGER",
        9 => "NAME_DISTRIBUTOR",
        10 => "CONNECTION_MANAGER",
        11 => "LINK_PROTOCOL",
        12 => "Message Fragmentation Protocol",
        13 => "CHANGEOVER_PROTOCOL",
        14 => "SEGMENTATION_MANAGER",
        15 => "MSG_BUNDLER",
    }
    ERR_CODE_NAMES {
        0 => "MSG_OK",
        1 => "NO_PORT_NAME",
        2 => "NO_REMOTE_PORT",
        3 => "NO_REMOTE_PROCESSOR",
        4 => "DEST_OVERLOADED",
        6 => "NO_CONNECTION",
        7 => "COMMUNICATION_ERROR",
    }
    ND_MSG_TYPE_NAMES {
        0 => "CONNECTION_PROBE",
        1 => "CONNECTION_PROBE_REPLY",
        2 => "MSG_ACK",
    }
    DATA_TYPE_NAMES {
        0 => "CONN_MSG",
        2 => "NAMED_MSG",
        3 => "DIRECT_MSG",
        4 => "OVERLOAD_W_MSG",
    }
    TIPCV2_CONNMGR_MSG_TYPE_NAMES {
        0 => "Probe",
        1 => "ProbeReply",
        2 => "Ack",
    }
    TIPCV2_DATA_MSG_TYPE_NAMES {
        0 => "Request",
        1 => "Response",
    }
    TIPCV2_ERRORCODE_NAMES {
        0 => "No error (TIPC_OK)",
        1 => "Destination port name unknown (TIPC_ERR_NO_NAME)",
        2 => "Destination port does not exist (TIPC_ERR_NO_PORT)",
        3 => "Destination node unavailable (TIPC_ERR_NO_NODE)",
        4 => "Destination node overloaded (TIPC_ERR_OVERLOAD)",
        5 => "Connection Shutdown (No error) (TIPC_CONN_SHUTDOWN)",
        6 => "Communication Error (TIPC_CONN_ERROR)",
    }
    TIPCV2_LOOKUP_SCOPE_NAMES {
        0 => "Zone Scope",
        1 => "Cluster Scope",
        2 => "Node Scope",
    }
}

/// Users of version 2.
const USERS: Names = Names::Table(&[
    (0, "Low Priority Payload Data"),
    (1, "Normal Priority Payload Data"),
    (2, "High Priority Payload Data"),
    (3, "Non-Rejectable Payload Data"),
    (5, "Broadcast Maintenance Protocol"),
    (6, "Message Bundler Protocol"),
    (7, "Link State Maintenance Protocol"),
    (8, "Connection Manager"),
    (9, "Routing Table Update Protocol"),
    (10, "Link Changeover Protocol"),
    (11, "Name Table Update Protocol"),
    (12, "Message Fragmentation Protocol"),
    (13, "Neighbour Discovery Protocol"),
]);

/// A node's address: zone, cluster and number.
fn address(o: &mut Out<'_>, a: u32) {
    o.u(a >> 24).s(".").u(a >> 12 & 0xfff).s(".").u(a & 0xfff);
}

fn node<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let a = c.peek_u32(0)?;
    cx.add_str(field, c.span(4), |o| address(o, a));
    c.skip(4)
}

fn masks<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: &[Field]) -> Step {
    for field in fields {
        cx.peek(*field, c, 4)?;
    }
    c.skip(4)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("TIPC");
    cx.info_clear();
    let first = c.peek_u32(0)?;
    let c = c.within(usize::try_from(first & 0x1ffff).unwrap_or(0).max(24).min(c.left()));
    if first >> 29 == 2 { second(cx, c, first) } else { older(cx, c, first) }
}

fn start<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, first: u32) -> Step {
    cx.peek(VER, c, 4)?;
    let user = cx.peek(USR, c, 4)?;
    if first >> 29 == 2 {
        let n = u64::from(first >> 25 & 15);
        let bits = [n >> 3 & 1, n >> 2 & 1, n >> 1 & 1, n & 1];
        cx.label(user, |o| {
            o.s("...").u(bits[0]).s(" ").u(bits[1]).u(bits[2]).u(bits[3]);
            o.s(". .... .... .... .... .... .... = User: ").s(USERS.or(n, "Unknown")).s(" (").u(n).s(")");
        });
    }
    let item = cx.peek(HDR_SIZE, c, 4)?;
    cx.append(item, |o| _ = o.s(" = ").u(4 * (first >> 21 & 15)).s(" bytes"));
    cx.peek(NON_SEQUENCED, c, 4).map(|_| ())
}

const CONNECTIONS: u32 = 8;

fn second<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, first: u32) -> Step {
    let (user, words) = (first >> 25 & 15, first >> 21 & 15);
    let kind = c.peek_u32(4)? >> 29;
    start(cx, &c, first)?;
    if user < 4 {
        return payload(cx, c, [user, kind, words]);
    }
    masks(cx, &mut c, &[MSG_SIZE])?;
    let short = match user {
        5 => "Broadcast   ",
        6 => "Bundler     ",
        7 => "Link State  ",
        CONNECTIONS => "Conn Mgr    ",
        9 => "Route Dist  ",
        10 => "Changeover  ",
        11 => "Name Dist   ",
        12 => "Fragmenter  ",
        13 => "Ngbr Disc   ",
        _ => "unknown",
    };
    cx.info(|o| _ = o.s(short).s(" "));
    if user != CONNECTIONS {
        // What else these say differs from one to the other.
        return Ok(());
    }
    cx.info_add(|o| _ = o.s(TIPCV2_CONNMGR_MSG_TYPE_NAMES.or(u64::from(kind), "unknown")));
    masks(
        cx,
        &mut c,
        &[
            TIPCV2_CONNMGR_MSG_TYPE,
            TIPCV2_ERRORCODE,
            TIPCV2_RER_CNT,
            TIPCV2_LOOKUP_SCOPE,
            TIPCV2_BROADCAST_ACK_NO,
        ],
    )?;
    ends(cx, &mut c, words)?;
    if words >= 9 {
        let item = cx.add(UNUSED_WORD, c.span(4), Value::None);
        cx.label(item, |o| _ = o.s("word 8 unused for this user"));
        c.skip(4)?;
        cx.field(TIPCV2_CONN_MGR_MSG_ACK, &mut c, 4)?;
    }
    Ok(())
}

/// Sequence numbers, ports and nodes, as far as the header has them.
fn ends<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, words: u32) -> Step {
    masks(cx, c, &[TIPCV2_LINK_LEVEL_ACK_NO, TIPCV2_LINK_LEVEL_SEQ_NO])?;
    let from = c.peek_u32(0)?;
    cx.addresses_text(|o| address(o, from), |_| {});
    node(cx, c, TIPCV2_PREV_NODE)?;
    run(cx, c, &[(ORG_PORT, 4), (DST_PORT, 4)])?;
    if words > 6 {
        let (from, to) = (c.peek_u32(0)?, c.peek_u32(4)?);
        cx.addresses_text(|o| address(o, from), |o| address(o, to));
        node(cx, c, TIPCV2_ORIG_NODE)?;
        node(cx, c, TIPCV2_DEST_NODE)?;
    }
    Ok(())
}

fn payload<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, [user, kind, words]: [u32; 3]) -> Step {
    let all = c;
    let errors = c.peek_u32(4)? >> 25 & 15;
    let options = c.peek_u32(4)? >> 16 & 7;
    cx.info(|o| {
        o.s(match user {
            0 => "Payld:Low   ",
            1 => "Payld:Normal",
            2 => "Payld:High  ",
            _ => "Payld:NoRej ",
        });
        o.s(" ").s(["ConnMsg", "McastMsg", "NamedMsg", "DirectMsg"].get(kind as usize).unwrap_or(&"unknown"));
        o.s(match errors {
            1 => " ErrNoName",
            2 => " ErrNoPort",
            3 => " ErrNoNode",
            4 => " ErrOverload",
            5 => " ConnShutdown",
            6 => " ConnErr",
            _ => "",
        });
    });
    masks(cx, &mut c, &[DESTDROP, SRCDROP, SYN, MSG_SIZE])?;
    masks(
        cx,
        &mut c,
        &[
            DATA_TYPE,
            TIPCV2_ERRORCODE,
            TIPCV2_RER_CNT,
            TIPCV2_LOOKUP_SCOPE,
            TIPCV2_OPT_P,
            TIPCV2_BROADCAST_ACK_NO,
        ],
    )?;
    ends(cx, &mut c, words)?;
    if words > 8 && kind != 0 {
        let (name, lower) = (c.peek_u32(0)?, c.peek_u32(4)?);
        cx.info_add(|o| _ = o.s(" type:").u(name).s(" inst:").u(lower));
        cx.field(TIPCV2_PORT_NAME_TYPE, &mut c, 4)?;
        if kind == 1 {
            let upper = c.peek_u32(4)?;
            cx.info_add(|o| _ = o.s("-").u(upper));
            run(cx, &mut c, &[(TIPCV2_MULTICAST_LOWER, 4), (TIPCV2_MULTICAST_UPPER, 4)])?;
        } else {
            cx.field(TIPCV2_PORT_NAME_INSTANCE, &mut c, 4)?;
        }
    }
    let mut body = all;
    body.skip(4 * words as usize)?;
    if body.is_empty() || options != 0 {
        return Ok(());
    }
    cx.call(crate::meta::data::ID, body)
}

/// Version 1: what all of its messages have, and those of connections.
fn older<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, first: u32) -> Step {
    let (user, words) = (first >> 25 & 15, first >> 21 & 15);
    start(cx, &c, first)?;
    cx.peek(HDR_UNUSED, &c, 4)?;
    if user < 4 {
        cx.peek(DESTDROP, &c, 4)?;
        cx.peek(SRCDROP, &c, 4)?;
    }
    masks(cx, &mut c, &[MSG_SIZE])?;
    masks(cx, &mut c, &[ACK_LINK_LEV_SEQ, LINK_LEV_SEQ])?;
    let from = c.peek_u32(0)?;
    cx.addresses_text(|o| address(o, from), |_| {});
    node(cx, &mut c, PREV_PROC)?;
    if matches!(user, 7 | 8 | 11) {
        return Ok(());
    }
    cx.field(ORG_PORT, &mut c, 4)?;
    if user != 9 {
        cx.field(DST_PORT, &mut c, 4)?;
    }
    if user != 10 {
        return Ok(());
    }
    let kind = c.peek_u32(0).map_or(0, |w| w >> 28);
    let name = ND_MSG_TYPE_NAMES.or(u64::from(kind), "unknown");
    cx.info(|o| _ = o.s(" CONNECTION_MANAGER(10) ").s(name).s("(").u(kind).s(") "));
    if words > 6 {
        masks(cx, &mut c, &[ND_MSG_TYPE, ERR_CODE, ROUTE_CNT, ACT_ID])?;
        let (from, to) = (c.peek_u32(0)?, c.peek_u32(4)?);
        cx.addresses_text(|o| address(o, from), |o| address(o, to));
        node(cx, &mut c, ORG_PROC)?;
        node(cx, &mut c, DST_PROC)?;
        return Ok(());
    }
    let n = c.left();
    cx.bytes(DATA, &mut c, n).map(|_| ())
}
