//! Heartbeats of Network Load Balancing of Windows.

use crate::common::run;
use requin_wire::{Cursor, Cx, Item, Names, Out, Sink, Step, Value, names, proto};

proto! {
    MSNLB "msnlb" "MS Network Load Balancing" "MS NLB" Link
    on [Ether 0x886f]
    fields {
        SIGNATURE "msnlb.signature" "Signature": U32 Hex = SIGNATURE_NAMES;
        VERSION "msnlb.version" "Version": U32 Custom = Names::Custom(version);
        UNIQUE_HOST_ID "msnlb.unique_host_id" "Unique Host ID": U32 Dec;
        CLUSTER_IP "msnlb.cluster_ip" "Cluster IP": Ipv4;
        HOST_IP "msnlb.host_ip" "Host IP": Ipv4;
        SIGNATURE_DATA "msnlb.signature_data" "Signature Data": None;
        MY_HOST_IP "msnlb.my_host_ip" "My Host id": U16 Dec;
        DEFAULT_HOST_IP "msnlb.default_host_ip" "Default Host id": U16 Dec;
        CONVERGENCE_STATE "msnlb.convergence_state" "Convergence State": U16 Dec;
        NUMBER_OF_PORT_RULES "msnlb.number_of_port_rules" "Number of Port Rules": U16 Dec;
        UNIQUE_HOST_CODE "msnlb.unique_host_code" "Unique Host Code": U32 Dec;
        PACKETS_HANDLED "msnlb.packets_handled" "Packets Handled": U32 Dec;
        TEAMINCFG "msnlb.teamincfg" "Teaming Configuration": U32 Hex;
        TEAMINCFG_RESERVED "msnlb.teamincfg.reserved" "Reserved": U32 Hex & 0xff000000;
        TEAMINGCFG_XORCLUSTERIP "msnlb.teamingcfg.xorclusterip" "XOR of the least significant 16 bits of each participant's cluster IP address": U32 Hex & 0xffff00;
        TEAMINGCFG_NUMBER_OF_PARTICIPANTS "msnlb.teamingcfg.number_of_participants" "Number of Participants": U32 Hex & 0xf8;
        TEAMINGCFG_HASHING "msnlb.teamingcfg.hashing" "Hashing": Bool(32) & 0x4 = Names::Bools("Reverse", "Normal");
        TEAMINGCFG_MASTER "msnlb.teamingcfg.master" "Master": Bool(32) & 0x2;
        TEAMINGCFG_ACTIVE "msnlb.teamingcfg.active" "Active": Bool(32) & 0x1;
        RESERVED "msnlb.reserved" "Reserved": Bytes;
        PORTRULECONFIGURATION "msnlb.portruleconfiguration" "Port Rule Configuration": None;
        PORTRULECONFIGURATION_DATA "msnlb.portruleconfiguration.data" "Port Rule Configuration Data": U32 DecHex;
        CURRENTMAP "msnlb.currentmap" "Current Map": None;
        CURRENTMAP_DATA "msnlb.currentmap.data" "Current Map Data": U64 DecHex;
        NEWMAP "msnlb.newmap" "New Map": None;
        NEWMAP_DATA "msnlb.newmap.data" "New Map Data": U64 DecHex;
        IDLEMAP "msnlb.idlemap" "Idle Map": None;
        IDLEMAP_DATA "msnlb.idlemap.data" "Idle Map Data": U64 DecHex;
        READYMAP "msnlb.readymap" "Ready Map": None;
        READYMAP_DATA "msnlb.readymap.data" "Ready Map Data": U64 DecHex;
        LOADWEIGHTS "msnlb.loadweights" "Load Weights": None;
        LOADWEIGHTS_DATA "msnlb.loadweights.data" "Load Weights Data": U32 DecHex;
        RESERVED2 "msnlb.reserved2" "Reserved": None;
        RESERVED2_DATA "msnlb.reserved2.data" "Reserved Data": U32 DecHex;
        EXTENDED_HB "msnlb.extended_hb" "Extended HB": None;
        EXTENDED_HB_TYPE "msnlb.extended_hb.type" "Type": U8 Dec = EXTENDED_HB_TYPE_NAMES;
        LENGTH "msnlb.length" "Length": U8 Dec;
        ADDRESS_FAMILY "msnlb.address_family" "Address Family": U8 HexDec = ADDRESS_FAMILY_NAMES;
        HOST_NAME "msnlb.host_name" "Host name": Str;
        HOST_IPV4 "msnlb.host_ipv4" "Host IPv4": Ipv4;
        HOST_IPV6 "msnlb.host_ipv6" "Host IPv6": Ipv6;
        HOST_UNKNOWN "msnlb.host_unknown" "Host Unknown": Bytes;
        PADDING "msnlb.padding" "Padding": Bytes;
        EXTENDED_HB_UNKNOWN "msnlb.extended_hb.unknown" "Unknown HB Data": Bytes;
    }
}

names! {
    SIGNATURE_NAMES {
        3235774911 => "NLB Cluster Membership HeartBeat",
        3235774912 => "NLB Extended HeartBeat",
        3235774942 => "NLB Reliable Protocol",
    }
    EXTENDED_HB_TYPE_NAMES {
        1 => "Host name",
        2 => "IP Address",
    }
    ADDRESS_FAMILY_NAMES {
        2 => "IPv4",
        23 => "IPv6",
    }
}

/// A version of two bytes, the lower one first.
fn version(v: Value, o: &mut Out<'_>) {
    let v = v.as_u64().unwrap_or(0);
    o.u(v >> 8 & 0xff).s(".").u(v & 0xff);
}

const HEARTBEAT: u32 = 0xc0de_01bf;
const EXTENDED: u32 = 0xc0de_01c0;

/// Rules for ports: there is room for so many, and one for all the rest.
const RULES: usize = 33;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("MS NLB");
    cx.info(|o| _ = o.s("MS NLB heartbeat"));
    let kind = requin_wire::le(c.peek_bytes(0, 4)?);
    cx.field_le(SIGNATURE, &mut c, 4)?;
    let name = move |o: &mut Out<'_>| {
        match SIGNATURE_NAMES.find(kind) {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Unknown (").u(kind).s(")"),
        };
    };
    c.peek_bytes(0, 16)?;
    cx.info_add(|o| {
        o.s(" - ");
        name(o);
    });
    cx.field_le(VERSION, &mut c, 4)?;
    cx.field_le(UNIQUE_HOST_ID, &mut c, 4)?;
    run(cx, &mut c, &[(CLUSTER_IP, 4), (HOST_IP, 4)])?;
    let item = cx.add(SIGNATURE_DATA, c.span(c.left()), Value::None);
    cx.label(item, |o| {
        o.s("Signature Data - ");
        name(o);
    });
    cx.under(item, |cx| match kind as u32 {
        HEARTBEAT => heartbeat(cx, c),
        EXTENDED => extended(cx, c),
        _ => Ok(()),
    })
}

fn heartbeat<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    for field in [MY_HOST_IP, DEFAULT_HOST_IP, CONVERGENCE_STATE, NUMBER_OF_PORT_RULES] {
        cx.field_le(field, &mut c, 2)?;
    }
    cx.field_le(UNIQUE_HOST_CODE, &mut c, 4)?;
    cx.field_le(PACKETS_HANDLED, &mut c, 4)?;
    let parts = [
        TEAMINCFG_RESERVED,
        TEAMINGCFG_XORCLUSTERIP,
        TEAMINGCFG_NUMBER_OF_PARTICIPANTS,
        TEAMINGCFG_HASHING,
        TEAMINGCFG_MASTER,
        TEAMINGCFG_ACTIVE,
    ];
    cx.flags_le(TEAMINCFG, &mut c, 4, &parts)?;
    cx.field(RESERVED, &mut c, 4)?;
    for (group, field, width) in [
        (PORTRULECONFIGURATION, PORTRULECONFIGURATION_DATA, 4),
        (CURRENTMAP, CURRENTMAP_DATA, 8),
        (NEWMAP, NEWMAP_DATA, 8),
        (IDLEMAP, IDLEMAP_DATA, 8),
        (READYMAP, READYMAP_DATA, 8),
        (LOADWEIGHTS, LOADWEIGHTS_DATA, 4),
        (RESERVED2, RESERVED2_DATA, 4),
    ] {
        c.peek_bytes(0, RULES * width)?;
        let item = cx.add(group, c.span(RULES * width), Value::None);
        cx.under(item, |cx| -> Step {
            for _ in 0..RULES {
                cx.field_le(field, &mut c, width)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn extended<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        let item = cx.add(EXTENDED_HB, c.span(c.left()), Value::None);
        let from = c;
        cx.under(item, |cx| one_extended(cx, &mut c, kind, item))?;
        cx.set_len(item, from.left() - c.left());
    }
    Ok(())
}

/// One part of an extended heartbeat; its length counts eights of bytes.
fn one_extended<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8, item: Item) -> Step {
    cx.label(item, |o| {
        o.s("Extended HB - ");
        match EXTENDED_HB_TYPE_NAMES.find(u64::from(kind)) {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Unknown (").u(kind).s(")"),
        }
    });
    cx.field(EXTENDED_HB_TYPE, c, 1)?;
    if kind != 1 && kind != 2 {
        let n = c.left();
        cx.field(EXTENDED_HB_UNKNOWN, c, n)?;
        return Ok(());
    }
    let len = usize::from(cx.u8(LENGTH, c)?) * 8;
    let rest = len.saturating_sub(8);
    if kind == 1 {
        run(cx, c, &[(RESERVED, 2), (RESERVED, 4)])?;
        let text = c.peek_bytes(0, rest)?;
        let name: Vec<u8> = text.chunks(2).map(|b| b[0]).take_while(|b| *b != 0).collect();
        cx.add_str(HOST_NAME, c.span(rest), |o| _ = o.bytes(&name));
        cx.append(item, |o| _ = o.s(": ").text(&name));
        return c.skip(rest);
    }
    let family = c.peek_u8(0)?;
    run(cx, c, &[(ADDRESS_FAMILY, 1), (RESERVED, 1)])?;
    let (field, width) = match family {
        2 => (HOST_IPV4, 4),
        23 => (HOST_IPV6, 16),
        _ => (HOST_UNKNOWN, len.saturating_sub(4)),
    };
    cx.field(field, c, width)?;
    let padding = len.saturating_sub(4 + width);
    if padding > 0 {
        cx.field(PADDING, c, padding)?;
    }
    Ok(())
}
