//! Spanning Tree Protocol and its rapid, multiple and shortest-path forms: IEEE 802.1D, 802.1Q.

use requin_wire::{Cursor, Cx, Field, Out, Sink, Step, Stop, Value, be, names, proto};

proto! {
    STP "stp" "Spanning Tree Protocol" "STP" Link
    on [Llc 0x42, Snap 0x000c_010b]
    fields {
        PROTOCOL "stp.protocol" "Protocol Identifier": U16 Hex = PROTOCOL_NAMES;
        VERSION "stp.version" "Protocol Version Identifier": U8 Dec = VERSION_NAMES;
        TYPE "stp.type" "BPDU Type": U8 Hex = TYPE_NAMES;
        FLAGS "stp.flags" "BPDU flags": U8 Hex;
        FLAGS_TCACK "stp.flags.tcack" "Topology Change Acknowledgment": Bool(8) & 0x80 = crate::common::YES;
        FLAGS_AGREEMENT "stp.flags.agreement" "Agreement": Bool(8) & 0x40 = crate::common::YES;
        FLAGS_FORWARDING "stp.flags.forwarding" "Forwarding": Bool(8) & 0x20 = crate::common::YES;
        FLAGS_LEARNING "stp.flags.learning" "Learning": Bool(8) & 0x10 = crate::common::YES;
        FLAGS_PORT_ROLE "stp.flags.port_role" "Port Role": U8 Dec & 0xc = FLAGS_PORT_ROLE_NAMES;
        FLAGS_PROPOSAL "stp.flags.proposal" "Proposal": Bool(8) & 0x2 = crate::common::YES;
        FLAGS_TC "stp.flags.tc" "Topology Change": Bool(8) & 0x1 = crate::common::YES;
        ROOT_PRIO "stp.root.prio" "Root Bridge Priority": U16 Dec;
        ROOT_EXT "stp.root.ext" "Root Bridge System ID Extension": U16 Dec;
        ROOT_HW "stp.root.hw" "Root Bridge System ID": Ether;
        ROOT_COST "stp.root.cost" "Root Path Cost": U32 Dec;
        BRIDGE_PRIO "stp.bridge.prio" "Bridge Priority": U16 Dec;
        BRIDGE_EXT "stp.bridge.ext" "Bridge System ID Extension": U16 Dec;
        BRIDGE_HW "stp.bridge.hw" "Bridge System ID": Ether;
        PORT "stp.port" "Port identifier": U16 Hex;
        MSG_AGE "stp.msg_age" "Message Age": F64;
        MAX_AGE "stp.max_age" "Max Age": F64;
        HELLO "stp.hello" "Hello Time": F64;
        FORWARD "stp.forward" "Forward Delay": F64;
        VERSION_1_LENGTH "stp.version_1_length" "Version 1 Length": U8 Dec;
        PVST_TLVTYPE "stp.pvst.tlvtype" "Type": U16 Hex = PVST_TLVTYPE_NAMES;
        PVST_TLVLEN "stp.pvst.tlvlen" "Length": U16 Dec;
        PVST_ORIGVLAN "stp.pvst.origvlan" "Originating VLAN": U16 Dec;
        VERSION_3_LENGTH "mstp.version_3_length" "Version 3 Length": U16 Dec;
        CONFIG_FORMAT_SELECTOR "mstp.config_format_selector" "MST Config ID format selector": U8 Dec;
        CONFIG_NAME "mstp.config_name" "MST Config name": StrZPad;
        CONFIG_REVISION_LEVEL "mstp.config_revision_level" "MST Config revision": U16 Dec;
        CONFIG_DIGEST "mstp.config_digest" "MST Config digest": Bytes;
        CIST_INTERNAL_ROOT_PATH_COST "mstp.cist_internal_root_path_cost" "CIST Internal Root Path Cost": U32 Dec;
        CIST_BRIDGE_PRIO "mstp.cist_bridge.prio" "CIST Bridge Priority": U16 Dec;
        CIST_BRIDGE_EXT "mstp.cist_bridge.ext" "CIST Bridge Identifier System ID Extension": U16 Dec;
        CIST_BRIDGE_HW "mstp.cist_bridge.hw" "CIST Bridge Identifier System ID": Ether;
        CIST_REMAINING_HOPS "mstp.cist_remaining_hops" "CIST Remaining hops": U8 Dec;
        MSTI_FLAGS "mstp.msti.flags" "MSTI flags": U8 Hex;
        MSTI_PRIORITY "mstp.msti.priority" "Priority": U8 Hex & 0xf0;
        MSTI_MSTI_ID "mstp.msti.msti_id" "MSTID": U16 Dec & 0xfff;
        MSTI_ROOT_HW "mstp.msti.root.hw" "Regional Root": Ether;
        MSTI_ROOT_COST "mstp.msti.root_cost" "Internal root path cost": U32 Dec;
        MSTI_BRIDGE_PRIORITY "mstp.msti.bridge_priority" "Bridge Identifier Priority": U8 Dec;
        MSTI_PORT_PRIORITY "mstp.msti.port_priority" "Port identifier priority": U8 Dec;
        MSTI_REMAINING_HOPS "mstp.msti.remaining_hops" "Remaining hops": U8 Dec;
        VERSION_4_LENGTH "mstp.version_4_length" "Version 4 Length": U16 Dec;
        AGREE_FLAGS_AGREEMENT_NUM "mstp.agree_flags.agreement_num" "Agreement Number": U8 Dec & 0x3;
        AGREE_FLAGS_DAGREEMENT_NUM "mstp.agree_flags.dagreement_num" "Disagreement Number": U8 Dec & 0xc;
        AGREE_FLAGS_AGREEMENT_VALID "mstp.agree_flags.agreement_valid" "Agreement Valid Flag": Bool(8) & 0x10 = crate::common::YES;
        AGREE_FLAGS_REST_ROLE "mstp.agree_flags.rest_role" "Restricted Role": Bool(8) & 0x20 = crate::common::YES;
        AGREEMENT_DIGEST "mstp.agreement_digest" "Agreement Digest": Bytes;
        AGREEMENT_DIGEST_FORMAT_ID "bpdu.agreement_digest_format_id" "Agreement Digest Format Id": U8 Dec & 0xf0;
        AGREEMENT_DIGEST_FORMAT_CAPABILITIES "bpdu.agreement_digest_format_capabilities" "Agreement Digest Format Capabilities": U8 Dec & 0xf;
        AGREEMENT_DIGEST_CONVENTION_ID "bpdu.agreement_digest_convention_id" "Agreement Digest Convention Id": U8 Dec & 0xf0;
        AGREEMENT_DIGEST_CONVENTION_CAPABILITIES "bpdu.agreement_digest_convention_capabilities" "Agreement Digest Convention Capabilities": U8 Dec & 0xf;
        AGREEMENT_DIGEST_EDGE_COUNT "bpdu.agreement_digest_edge_count" "Agreement Digest Edge Count": U16 Dec;
    }
    experts {
        TYPE_UNKNOWN "stp.type.unknown" Warn Protocol "Unknown BPDU type data";
        VERSION_SUPPORT "bpdu.version_support" Warn Protocol "This version of Wireshark only knows about versions 0, 2, 3 & 4";
    }
}

names! { PROTOCOL_NAMES {
    0 => "Spanning Tree Protocol",
}
VERSION_NAMES {
    0 => "Spanning Tree",
    2 => "Rapid Spanning Tree",
    3 => "Multiple Spanning Tree",
    4 => "Shortest Path Tree",
}
TYPE_NAMES {
    0 => "Configuration",
    2 => "Rapid/Multiple Spanning Tree",
    128 => "Topology Change Notification",
}
FLAGS_PORT_ROLE_NAMES {
    1 => "Alternate or Backup",
    2 => "Root",
    3 => "Designated",
}
PVST_TLVTYPE_NAMES {
    0 => "Originating VLAN",
} }

const RAPID_BITS: [Field; 7] = [
    FLAGS_TCACK,
    FLAGS_AGREEMENT,
    FLAGS_FORWARDING,
    FLAGS_LEARNING,
    FLAGS_PORT_ROLE,
    FLAGS_PROPOSAL,
    FLAGS_TC,
];

const CONFIGURATION: u8 = 0x00;
const RAPID: u8 = 0x02;
const TOPOLOGY_CHANGE: u8 = 0x80;

/// The address of bridges that registrations of VLANs are sent to.
const GVRP_ADDRESS: [u8; 6] = [0x01, 0x80, 0xc2, 0x00, 0x00, 0x21];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    // GARP's applications share the service access point, and are told by whom they speak to (IEEE 802.1D section 12.5).
    if cx.out.columns.dst.bytes.starts_with(&GVRP_ADDRESS) {
        cx.drop_node();
        return cx.call(super::gvrp::ID, c);
    }
    let all = c;
    cx.protocol("STP");
    cx.info_clear();
    let h = c.peek_array::<4>()?;
    let (version, kind) = (h[2], h[3]);
    // All up to the port is read before anything is shown.
    if matches!(kind, CONFIGURATION | RAPID) {
        c.peek_bytes(4, 23)?;
    }
    cx.field(PROTOCOL, &mut c, 2)?;
    let item = cx.field(VERSION, &mut c, 1)?;
    let type_item = cx.field(TYPE, &mut c, 1)?;
    if !matches!(version, 0 | 2 | 3 | 4) {
        cx.expert(VERSION_SUPPORT, item, all.span(0));
    }
    match kind {
        TOPOLOGY_CHANGE => {
            cx.proto_len(4);
            cx.ends_at(all.pos() + 4);
            cx.info(|o| _ = o.s("Topology Change Notification"));
            return Ok(());
        }
        CONFIGURATION | RAPID => {}
        _ => {
            cx.expert(TYPE_UNKNOWN, type_item, all.span(0));
            cx.info(|o| _ = o.s("Unknown BPDU type (").u(kind).s(")"));
            return Ok(());
        }
    }
    let rapid = kind == RAPID;
    let d = c.peek_array::<21>()?;
    let root = u16::from_be_bytes([d[1], d[2]]);
    let cost = be(&d[9..13]);
    let port = c.peek_u16(21)?;
    cx.info(|o| {
        o.s(if !rapid {
            "Conf. "
        } else if version >= 4 {
            "SPT. "
        } else if version == 3 {
            "MST. "
        } else {
            "RST. "
        });
        if d[0] & 1 != 0 {
            o.s("TC + ");
        }
        o.s("Root = ").u(root & 0xf000).c(b'/').u(root & 0x0fff).c(b'/').hex_bytes(&d[3..9], b':');
        o.s("  Cost = ").u(cost).s("  Port = ").hex(port, 4);
    });
    flags(cx, FLAGS, &mut c, rapid)?;
    bridge(cx, &mut c, "Root Identifier", [ROOT_PRIO, ROOT_EXT, ROOT_HW])?;
    cx.field(ROOT_COST, &mut c, 4)?;
    bridge(cx, &mut c, "Bridge Identifier", [BRIDGE_PRIO, BRIDGE_EXT, BRIDGE_HW])?;
    cx.field(PORT, &mut c, 2)?;
    for field in [MSG_AGE, MAX_AGE, HELLO, FORWARD] {
        let ticks = c.peek_u16(0)?;
        cx.add(field, c.span(2), Value::F(f64::from(ticks) / 256.0));
        c.skip(2)?;
    }
    if !rapid {
        cx.proto_len(35);
        if c.left() >= 8 && pvst_head(&all, &c, 5)? == Some(0) {
            return pvst(cx, c, all);
        }
        cx.ends_at(all.pos() + 35);
        return Ok(());
    }
    // Zero where more versions follow (IEEE 802.1Q section 14.2.4).
    let older = cx.u8(VERSION_1_LENGTH, &mut c)?;
    if version < 3 || older != 0 {
        cx.proto_len(36);
        if c.left() >= 6 && pvst_head(&all, &c, 4)? == Some(2) {
            return pvst(cx, c, all);
        }
        cx.ends_at(all.pos() + 36);
        return Ok(());
    }
    let length = usize::from(cx.u16(VERSION_3_LENGTH, &mut c)?);
    multiple(cx, &mut c, length, version)?;
    let used = all.left() - c.left();
    cx.proto_len(used);
    cx.ends_at(all.pos() + used);
    Ok(())
}

/// What a multiple spanning tree adds.
fn multiple<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, length: usize, version: u8) -> Step {
    // Some implementations give the length in records of an instance each instead of bytes.
    let length = if length < 64 { 64 + 16 * length } else { length };
    let extension = cx.line(c.span(length), |o| _ = o.s("MST Extension"));
    cx.under(extension, |cx| -> Step {
        cx.field(CONFIG_FORMAT_SELECTOR, c, 1)?;
        cx.field(CONFIG_NAME, c, 32)?;
        cx.field(CONFIG_REVISION_LEVEL, c, 2)?;
        cx.field(CONFIG_DIGEST, c, 16)?;
        cx.field(CIST_INTERNAL_ROOT_PATH_COST, c, 4)?;
        bridge(cx, c, "CIST Bridge Identifier", [CIST_BRIDGE_PRIO, CIST_BRIDGE_EXT, CIST_BRIDGE_HW])?;
        cx.field(CIST_REMAINING_HOPS, c, 1)?;
        let mut left = length.saturating_sub(64);
        while left >= 16 {
            instance(cx, c)?;
            left -= 16;
        }
        Ok(())
    })?;
    if version >= 4 && c.left() > 2 {
        let n = usize::from(cx.u16(VERSION_4_LENGTH, c)?);
        let mut c = c.take(n);
        let spt = cx.line(c.span(n), |o| _ = o.s("SPT Extension"));
        cx.under(spt, |cx| agreement(cx, &mut c))?;
    }
    Ok(())
}

/// The agreement of a shortest-path tree.
fn agreement<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(51), |o| _ = o.s("Agreement Data"));
    cx.under(line, |cx| -> Step {
        for field in [
            AGREE_FLAGS_AGREEMENT_NUM,
            AGREE_FLAGS_DAGREEMENT_NUM,
            AGREE_FLAGS_AGREEMENT_VALID,
            AGREE_FLAGS_REST_ROLE,
        ] {
            cx.peek(field, c, 1)?;
        }
        c.skip(1)?;
        c.skip(1)?;
        cx.peek(AGREEMENT_DIGEST_FORMAT_ID, c, 1)?;
        cx.peek(AGREEMENT_DIGEST_FORMAT_CAPABILITIES, c, 1)?;
        cx.peek_at(AGREEMENT_DIGEST_CONVENTION_ID, c, 1, 1)?;
        cx.peek_at(AGREEMENT_DIGEST_CONVENTION_CAPABILITIES, c, 1, 1)?;
        cx.peek_at(AGREEMENT_DIGEST_EDGE_COUNT, c, 2, 2)?;
        c.skip(12)?;
        cx.field(AGREEMENT_DIGEST, c, 20)?;
        Ok(())
    })
}

/// One instance of a multiple spanning tree: 16 bytes.
fn instance<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let h = c.peek_array::<9>();
    let id = c.peek_u16(1).unwrap_or(0);
    let line = cx.line(c.span(16), |o| {
        o.s("MSTID ").u(id & 0x0fff).s(", Regional Root Identifier ").u(id & 0xf000).s(" / ");
        if let Ok(h) = h {
            o.hex_bytes(&h[3..9], b':');
        }
    });
    cx.under(line, |cx| -> Step {
        flags(cx, MSTI_FLAGS, c, true)?;
        cx.peek(MSTI_PRIORITY, c, 1)?;
        cx.field(MSTI_MSTI_ID, c, 2)?;
        cx.field(MSTI_ROOT_HW, c, 6)?;
        cx.field(MSTI_ROOT_COST, c, 4)?;
        for field in [MSTI_BRIDGE_PRIORITY, MSTI_PORT_PRIORITY] {
            let v = c.peek_u8(0)?;
            cx.add(field, c.span(1), Value::U(u64::from(v >> 4)));
            c.skip(1)?;
        }
        cx.field(MSTI_REMAINING_HOPS, c, 1)?;
        Ok(())
    })
}

/// The first `n` bytes of what may be a VLAN behind a BPDU: of those of a tree per VLAN (SNAP's identifier of PVST+ is
/// before them) it has to be there.
fn pvst_head(all: &Cursor<'_>, c: &Cursor<'_>, n: usize) -> Result<Option<u64>, Stop> {
    const PVST: [u8; 5] = [0x00, 0x00, 0x0c, 0x01, 0x0b];
    let head = c.peek_uint(0, n);
    let per_vlan = all.whole().get(..all.pos()).is_some_and(|before| before.ends_with(&PVST));
    if per_vlan { head.map(Some) } else { Ok(head.ok()) }
}

/// The VLAN of a tree per VLAN (PVST+), behind the BPDU and its padding.
fn pvst<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, all: Cursor<'_>) -> Step {
    if c.peek_u8(0)? == 0 && c.peek_u32(0)? != 2 {
        c.skip(1)?;
    }
    let vlan = c.peek_u16(4)?;
    let line = cx.line(c.span(6), |o| _ = o.s("Originating VLAN (PVID): ").u(vlan));
    cx.under(line, |cx| -> Step {
        cx.field(PVST_TLVTYPE, &mut c, 2)?;
        cx.field(PVST_TLVLEN, &mut c, 2)?;
        cx.field(PVST_ORIGVLAN, &mut c, 2)?;
        Ok(())
    })?;
    let used = all.left() - c.left();
    cx.proto_len(used);
    cx.ends_at(all.pos() + used);
    Ok(())
}

/// Flags, and what they say.
fn flags<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>, rapid: bool) -> Result<(), Stop> {
    let bits: &[Field] = if rapid { &RAPID_BITS } else { &[FLAGS_TCACK, FLAGS_TC] };
    let (v, item) = cx.flags(field, c, 1, bits)?;
    cx.append(item, |o| {
        let mut say = |set: bool, name: &str| {
            if set {
                o.s(", ").s(name);
            }
        };
        say(v & 0x80 != 0, "Topology Change Acknowledgment");
        if rapid {
            say(v & 0x40 != 0, "Agreement");
            say(v & 0x20 != 0, "Forwarding");
            say(v & 0x10 != 0, "Learning");
            if let Some(role) = FLAGS_PORT_ROLE_NAMES.find(v >> 2 & 3) {
                say(true, "Port Role: ");
                o.s(role);
                if v & 2 != 0 {
                    o.s(", Proposal");
                }
            } else if v & 2 != 0 {
                o.s(", Proposal");
            }
        }
        if v & 1 != 0 {
            o.s(", Topology Change");
        }
    });
    Ok(())
}

/// A bridge: priority, extension, address.
fn bridge<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, name: &str, fields: [Field; 3]) -> Step {
    let h = c.peek_array::<8>()?;
    let id = u16::from_be_bytes([h[0], h[1]]);
    let line = cx.line(c.span(8), |o: &mut Out<'_>| {
        o.s(name).s(": ").u(id & 0xf000).s(" / ").u(id & 0x0fff).s(" / ").hex_bytes(&h[2..8], b':');
    });
    cx.under(line, |cx| -> Step {
        let span = c.span(2);
        cx.add(fields[0], span, Value::U(u64::from(id & 0xf000)));
        cx.add(fields[1], span, Value::U(u64::from(id & 0x0fff)));
        c.skip(2)?;
        cx.field(fields[2], c, 6)?;
        Ok(())
    })
}
