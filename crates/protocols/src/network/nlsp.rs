//! NetWare Link Services Protocol (Novell's specification, revision 1.0): how routers of IPX know each other.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, names, proto};

proto! {
    NLSP "nlsp" "NetWare Link Services Protocol" "NLSP" App
    on []
    fields {
        IRPD "nlsp.irpd" "NetWare Link Services Protocol Discriminator": U8 Hex;
        HEADER_LENGTH "nlsp.header_length" "PDU Header Length": U8 Dec;
        MINOR_VERSION "nlsp.minor_version" "Minor Version": U8 Dec;
        NR "nlsp.nr" "Multi-homed Non-routing Server": Bool(8) & 0x80;
        TYPE "nlsp.type" "Packet Type": U8 Dec & 0x1f = TYPE_NAMES;
        MAJOR_VERSION "nlsp.major_version" "Major Version": U8 Dec;
        PACKET_LENGTH "nlsp.packet_length" "Packet Length": U16 Dec;
        HELLO_STATE "nlsp.hello.state" "State": U8 Dec & 0xc0 = HELLO_STATE_NAMES;
        HELLO_MULTICAST "nlsp.hello.multicast" "Multicast Routing": Bool(8) & 0x10 = Names::Bools("Supported", "Not supported");
        HELLO_CIRCUIT_TYPE "nlsp.hello.circuit_type" "Circuit Type": U8 Dec & 0x3 = HELLO_CIRCUIT_TYPE_NAMES;
        HELLO_HOLDING_TIMER "nlsp.hello.holding_timer" "Holding Timer": U16 Dec;
        HELLO_PRIORITY "nlsp.hello.priority" "Priority": U8 Dec & 0x7f;
        SEQUENCE_NUMBER "nlsp.sequence_number" "Sequence Number": U32 Hex;
        LSP_CHECKSUM "nlsp.lsp.checksum" "Checksum": U16 Hex;
        LSP_PARTITION_REPAIR "nlsp.lsp.partition_repair" "Partition Repair": Bool(8) & 0x80 = Names::Bools("Supported", "Not supported");
        LSP_ATTACHED_FLAG "nlsp.lsp.attached_flag" "Attached Flag": U8 Dec & 0x78 = LSP_ATTACHED_FLAG_NAMES;
        LSP_LSPDBOL "nlsp.lsp.lspdbol" "LSP Database Overloaded": Bool(8) & 0x4;
        LSP_ROUTER_TYPE "nlsp.lsp.router_type" "Router Type": U8 Dec & 0x3 = LSP_ROUTER_TYPE_NAMES;
        AREA_ADDRESS_NETWORK_NUMBER "nlsp.area_address.network_number" "Area address network number": U32 Hex;
        AREA_ADDRESS_MASK "nlsp.area_address.mask" "Area address mask": U32 Hex;
        NEIGHBOR "nlsp.neighbor" "Neighbor": Ether;
        HELLO_LOCAL_MTU_MTU_SIZE "nlsp.hello_local_mtu.mtu_size" "MTU Size": U32 Dec;
        HELLO_SENDING_ROUTER_SYSTEM_ID "nlsp.hello.sending_router_system_id" "Sending Router System ID": Ether;
        HELLO_LOCAL_WAN_CIRCUIT_ID "nlsp.hello.local_wan_circuit_id" "Local WAN Circuit ID": U8 Dec;
        HELLO_DESIGNATED_ROUTER_SYSTEM_ID "nlsp.hello.designated_router_system_id" "Designated Router System ID": Ether;
        HELLO_DESIGNATED_ROUTER_PSEUDONODE_ID "nlsp.hello.designated_router_pseudonode_id" "Designated Router Pseudonode ID": U8 Dec;
        REMAINING_LIFETIME "nlsp.remaining_lifetime" "Remaining Lifetime": U16 Dec;
        LSP_ID_SYSTEM_ID "nlsp.lsp_id_system_id" "LSP ID system ID": Ether;
        LSP_ID_PSEUDONODE_ID "nlsp.lsp_id_pseudonode_id" "LSP ID pseudonode ID": U8 Dec;
        LSP_ID_LSP_NUMBER "nlsp.lsp_id_lsp_number" "LSP ID LSP number": U8 Dec;
        CSNP_LSP_ID_SOURCE_ID "nlsp.csnp.lsp_id_source_id" "LSP ID source ID": Ether;
        CSNP_LSP_ID_PSEUDONODE_ID "nlsp.csnp.lsp_id_pseudonode_id" "LSP ID pseudonode ID": U8 Dec;
        CSNP_LSP_ID_LSP_NUMBER "nlsp.csnp.lsp_id_lsp_number" "LSP ID LSP number": U8 Dec;
        CSNP_LSP_SEQUENCE_NUMBER "nlsp.csnp.lsp_sequence_number" "LSP Sequence Number": U32 Hex;
        CSNP_REMAINING_LIFETIME "nlsp.csnp.remaining_lifetime" "Remaining Lifetime": U16 Dec;
        CSNP_LSP_CHECKSUM "nlsp.csnp.lsp_checksum" "LSP checksum": U16 Hex;
        PSNP_LSP_ID_SOURCE_ID "nlsp.psnp.lsp_id_source_id" "LSP ID source ID": Ether;
        PSNP_LSP_ID_PSEUDONODE_ID "nlsp.psnp.lsp_id_pseudonode_id" "LSP ID pseudonode ID": U8 Dec;
        PSNP_LSP_ID_LSP_NUMBER "nlsp.psnp.lsp_id_lsp_number" "LSP ID LSP number": U8 Dec;
        PSNP_LSP_SEQUENCE_NUMBER "nlsp.psnp.lsp_sequence_number" "LSP Sequence Number": U32 Hex;
        PSNP_REMAINING_LIFETIME "nlsp.psnp.remaining_lifetime" "Remaining Lifetime": U16 Dec;
        PSNP_LSP_CHECKSUM "nlsp.psnp.lsp_checksum" "LSP checksum": U16 Hex;
        CSNP_SOURCE_ID_SYSTEM_ID "nlsp.csnp.source_id_system_id" "Source ID system ID": Ether;
        CSNP_SOURCE_ID_PSEUDONODE_ID "nlsp.csnp.source_id_pseudonode_id" "Source ID pseudonode ID": U8 Dec;
        CSNP_START_LSP_ID_SOURCE_ID "nlsp.csnp.start_lsp_id_source_id" "Start LSP ID source ID": Ether;
        CSNP_START_LSP_ID_PSEUDONODE_ID "nlsp.csnp.start_lsp_id_pseudonode_id" "Start LSP ID pseudonode ID": U8 Dec;
        CSNP_START_LSP_ID_LSP_NUMBER "nlsp.csnp.start_lsp_id_lsp_number" "Start LSP ID LSP number": U8 Dec;
        CSNP_END_LSP_ID_SOURCE_ID "nlsp.csnp.end_lsp_id_source_id" "End LSP ID source ID": Ether;
        CSNP_END_LSP_ID_PSEUDONODE_ID "nlsp.csnp.end_lsp_id_pseudonode_id" "End LSP ID pseudonode ID": U8 Dec;
        CSNP_END_LSP_ID_LSP_NUMBER "nlsp.csnp.end_lsp_id_lsp_number" "End LSP ID LSP number": U8 Dec;
        PSNP_SOURCE_ID_SYSTEM_ID "nlsp.psnp.source_id_system_id" "Source ID system ID": Ether;
        PSNP_SOURCE_ID_PSEUDONODE_ID "nlsp.psnp.source_id_pseudonode_id" "Source ID pseudonode ID": U8 Dec;
    }
    experts {
        TYPE_UNKNOWN "nlsp.type.unknown" Warn Protocol "Unknown NLSP packet type";
    }
}

names! {
    TYPE_NAMES { 15 => "L1 Hello", 17 => "WAN Hello", 18 => "L1 LSP", 24 => "L1 CSNP", 26 => "L1 PSNP" }
    HELLO_STATE_NAMES { 0 => "Up", 1 => "Initializing", 2 => "Down" }
    HELLO_CIRCUIT_TYPE_NAMES {
        0 => "Reserved 0 (discard PDU)", 1 => "Level 1 only", 2 => "Level 2 only", 3 => "Level 1 and 2",
    }
    LSP_ATTACHED_FLAG_NAMES {
        0 => "Other routing areas cannot be reached through this router",
        1 => "Other routing areas can be reached through this router",
    }
    LSP_ROUTER_TYPE_NAMES { 1 => "Level 1 Router", 3 => "Level 1 and Level 2 Router" }
}

const LAN_HELLO_1: u8 = 15;
const LAN_HELLO_2: u8 = 16;
const WAN_HELLO: u8 = 17;
const LSP: u8 = 18;
const CSNP: u8 = 24;
const PSNP: u8 = 26;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("NLSP");
    cx.info_clear();
    let all = c;
    run(cx, &mut c, &[(IRPD, 1), (HEADER_LENGTH, 1), (MINOR_VERSION, 1)])?;
    c.skip(1)?;
    let kind = c.peek_u8(0)? & 0x1f;
    cx.info(|o| match TYPE_NAMES.find(u64::from(kind)) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown (").u(kind).s(")"),
    });
    if kind == LSP {
        cx.peek(NR, &c, 1)?;
    }
    let item = cx.field(TYPE, &mut c, 1)?;
    cx.u8(MAJOR_VERSION, &mut c)?;
    c.skip(2)?;
    match kind {
        LAN_HELLO_1 | LAN_HELLO_2 | WAN_HELLO => hello(cx, kind, &mut c)?,
        LSP => link_state(cx, &mut c)?,
        CSNP => {
            cx.u16(PACKET_LENGTH, &mut c)?;
            named(cx, "Source ID", &c)?;
            run(cx, &mut c, &[(CSNP_SOURCE_ID_SYSTEM_ID, 6), (CSNP_SOURCE_ID_PSEUDONODE_ID, 1)])?;
            bound(cx, "Start LSP ID", START, &mut c)?;
            bound(cx, "End LSP ID", END, &mut c)?;
        }
        PSNP => {
            cx.u16(PACKET_LENGTH, &mut c)?;
            named(cx, "Source ID", &c)?;
            run(cx, &mut c, &[(PSNP_SOURCE_ID_SYSTEM_ID, 6), (PSNP_SOURCE_ID_PSEUDONODE_ID, 1)])?;
        }
        _ => {
            cx.expert(TYPE_UNKNOWN, item, c.span(0));
            return Ok(());
        }
    }
    // The packet is as long as it says; padding may be behind it.
    let length_at = if kind <= WAN_HELLO { 17 } else { 8 };
    let used = c.pos() - all.pos();
    let mut options = c.take(usize::from(all.peek_u16(length_at)?).saturating_sub(used));
    while options.captured() > 0 {
        option(cx, kind, &mut options)?;
    }
    Ok(())
}

/// A system, told in the Info column.
fn named<S: Sink>(cx: &mut Cx<'_, S>, what: &'static str, c: &Cursor<'_>) -> Step {
    let mac = c.peek_bytes(0, 6)?;
    cx.info_add(|o| _ = o.s(", ").s(what).s(": ").hex_bytes(mac, b':'));
    Ok(())
}

fn hello<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    cx.peek(if kind == WAN_HELLO { HELLO_STATE } else { HELLO_MULTICAST }, c, 1)?;
    cx.u8(HELLO_CIRCUIT_TYPE, c)?;
    named(cx, "System ID", c)?;
    run(
        cx,
        c,
        &[
            (HELLO_SENDING_ROUTER_SYSTEM_ID, 6),
            (HELLO_HOLDING_TIMER, 2),
            (PACKET_LENGTH, 2),
            (HELLO_PRIORITY, 1),
        ],
    )?;
    if kind == WAN_HELLO {
        return cx.u8(HELLO_LOCAL_WAN_CIRCUIT_ID, c).map(|_| ());
    }
    run(cx, c, &[(HELLO_DESIGNATED_ROUTER_SYSTEM_ID, 6), (HELLO_DESIGNATED_ROUTER_PSEUDONODE_ID, 1)])
}

fn link_state<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    run(cx, c, &[(PACKET_LENGTH, 2), (REMAINING_LIFETIME, 2)])?;
    named(cx, "LSP ID", c)?;
    run(cx, c, &[(LSP_ID_SYSTEM_ID, 6), (LSP_ID_PSEUDONODE_ID, 1), (LSP_ID_LSP_NUMBER, 1)])?;
    let sequence = cx.u32(SEQUENCE_NUMBER, c)?;
    cx.info_add(|o| _ = o.s(", Sequence: ").hex(sequence, 8));
    cx.u16(LSP_CHECKSUM, c)?;
    for field in [LSP_PARTITION_REPAIR, LSP_ATTACHED_FLAG, LSP_LSPDBOL] {
        cx.peek(field, c, 1)?;
    }
    cx.u8(LSP_ROUTER_TYPE, c).map(|_| ())
}

/// An end of the range that a complete sequence numbers packet tells of.
fn bound<S: Sink>(cx: &mut Cx<'_, S>, what: &'static str, fields: [Field; 3], c: &mut Cursor<'_>) -> Step {
    named(cx, what, c)?;
    run(cx, c, &[(fields[0], 6), (fields[1], 1), (fields[2], 1)])
}

const START: [Field; 3] =
    [CSNP_START_LSP_ID_SOURCE_ID, CSNP_START_LSP_ID_PSEUDONODE_ID, CSNP_START_LSP_ID_LSP_NUMBER];
const END: [Field; 3] =
    [CSNP_END_LSP_ID_SOURCE_ID, CSNP_END_LSP_ID_PSEUDONODE_ID, CSNP_END_LSP_ID_LSP_NUMBER];

/// A code, a length, a value.
fn option<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    let [code, len] = *c.peek_array::<2>()?;
    let is_hello = kind <= WAN_HELLO;
    let name = match code {
        0xc0 => "Area address(es)",
        0xc5 if is_hello => "Local MTU",
        6 if is_hello => "Neighbors",
        9 if kind >= CSNP => "LSP entries",
        _ => "Unknown code",
    };
    let line = cx.line(c.span(2 + usize::from(len)), |o| _ = o.s(name).s(" (").u(len).s(")"));
    c.skip(2)?;
    let mut value = c.take_all(usize::from(len))?;
    cx.under(line, |cx| -> Step {
        while !value.is_empty() {
            match code {
                0xc0 => run(cx, &mut value, &[(AREA_ADDRESS_NETWORK_NUMBER, 4), (AREA_ADDRESS_MASK, 4)])?,
                0xc5 if is_hello => _ = cx.u32(HELLO_LOCAL_MTU_MTU_SIZE, &mut value)?,
                6 if is_hello => _ = cx.field(NEIGHBOR, &mut value, 6)?,
                9 if kind >= CSNP => entry(cx, kind, &mut value)?,
                _ => break,
            }
        }
        Ok(())
    })
}

fn entry<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    let fields = if kind == CSNP {
        [
            (CSNP_REMAINING_LIFETIME, 2),
            (CSNP_LSP_ID_SOURCE_ID, 6),
            (CSNP_LSP_ID_PSEUDONODE_ID, 1),
            (CSNP_LSP_ID_LSP_NUMBER, 1),
            (CSNP_LSP_SEQUENCE_NUMBER, 4),
            (CSNP_LSP_CHECKSUM, 2),
        ]
    } else {
        [
            (PSNP_REMAINING_LIFETIME, 2),
            (PSNP_LSP_ID_SOURCE_ID, 6),
            (PSNP_LSP_ID_PSEUDONODE_ID, 1),
            (PSNP_LSP_ID_LSP_NUMBER, 1),
            (PSNP_LSP_SEQUENCE_NUMBER, 4),
            (PSNP_LSP_CHECKSUM, 2),
        ]
    };
    let id = c.peek_bytes(2, 6)?;
    let line = cx.line(c.span(16), |o| _ = o.s("LSP-ID: ").hex_bytes(id, b':'));
    cx.under(line, |cx| run(cx, c, &fields))
}
