//! Distance Vector Multicast Routing Protocol, its third version (draft-ietf-idmr-dvmrp-v3).

use super::checksum;
use crate::common::run;
use requin_wire::{Cursor, Cx, Names, Sink, Step, names, proto};

proto! {
    DVMRP "dvmrp" "Distance Vector Multicast Routing Protocol" "DVMRP" Network
    on []
    fields {
        VERSION "dvmrp.version" "DVMRP Version": U8 Dec;
        TYPE "dvmrp.type" "Type": U8 Hex = TYPE_NAMES;
        CHECKSUM "dvmrp.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "dvmrp.checksum.status" "Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        RESERVED "dvmrp.reserved" "Reserved": U16 Hex;
        NETMASK "dvmrp.netmask" "Netmask": Ipv4;
        METRIC "dvmrp.metric" "Metric": U8 Dec;
        MADDR "dvmrp.maddr" "Multicast Addr": Ipv4;
        V3_CODE "dvmrp.v3.code" "Code": U8 Hex = V3_CODE_NAMES;
        CAPABILITIES "dvmrp.capabilities" "Capabilities": U8 Hex;
        CAP_LEAF "dvmrp.cap.leaf" "Leaf": Bool(8) & 0x1 = Names::Bools("Leaf", "NOT Leaf");
        CAP_PRUNE "dvmrp.cap.prune" "Prune": Bool(8) & 0x2 = Names::Bools("Prune capable", "NOT Prune capable");
        CAP_GENID "dvmrp.cap.genid" "Genid": Bool(8) & 0x4 = Names::Bools("Genid capable", "NOT Genid capable");
        CAP_MTRACE "dvmrp.cap.mtrace" "Mtrace": Bool(8) & 0x8 = Names::Bools("Multicast Traceroute capable", "NOT Multicast Traceroute capable");
        CAP_SNMP "dvmrp.cap.snmp" "SNMP": Bool(8) & 0x10 = Names::Bools("SNMP capable", "NOT SNMP capable");
        CAP_NETMASK "dvmrp.cap.netmask" "Netmask": Bool(8) & 0x20 = Names::Bools("Netmask capable", "NOT Netmask capable");
        MIN_VER "dvmrp.min_ver" "Minor Version": U8 Hex;
        MAJ_VER "dvmrp.maj_ver" "Major Version": U8 Hex;
        GENID "dvmrp.genid" "Generation ID": U32 Dec;
        SADDR "dvmrp.saddr" "Source Addr": Ipv4;
        LIFETIME "dvmrp.lifetime" "Prune lifetime": U32 Dec;
        LOCAL "dvmrp.local" "Local Addr": Ipv4;
        THRESHOLD "dvmrp.threshold" "Threshold": U8 Dec;
        FLAG_TUNNEL "dvmrp.flag.tunnel" "Tunnel": Bool(8) & 0x1;
        FLAG_SRCROUTE "dvmrp.flag.srcroute" "Source Route": Bool(8) & 0x2;
        FLAG_DOWN "dvmrp.flag.down" "Down": Bool(8) & 0x10;
        FLAG_DISABLED "dvmrp.flag.disabled" "Disabled": Bool(8) & 0x20;
        FLAG_QUERIER "dvmrp.flag.querier" "Querier": Bool(8) & 0x40;
        FLAG_LEAF "dvmrp.flag.leaf" "Leaf": Bool(8) & 0x80;
        NCOUNT "dvmrp.ncount" "Neighbor Count": U8 Dec;
        NEIGHBOR "dvmrp.neighbor" "Neighbor Addr": Ipv4;
    }
    experts {
        CHECKSUM_BAD "dvmrp.bad_checksum" Error Checksum "Bad checksum";
    }
}

names! {
    TYPE_NAMES {
        19 => "DVMRP",
    }
    V3_CODE_NAMES {
        1 => "Probe",
        2 => "Report",
        3 => "Ask Neighbors",
        4 => "Neighbors",
        5 => "Ask Neighbors 2",
        6 => "Neighbors 2",
        7 => "Prune",
        8 => "Graft",
        9 => "Graft ACK",
    }
}

const PROBE: u8 = 1;
const REPORT: u8 = 2;
const NEIGHBOURS_2: u8 = 6;
const PRUNE: u8 = 7;
const GRAFT: u8 = 8;
const GRAFT_ACK: u8 = 9;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let code = c.peek_u8(1)?;
    cx.protocol("DVMRP");
    cx.info(|o| {
        o.s("V3 ").s(V3_CODE_NAMES.or(code.into(), "Unknown Type:0x"));
        if V3_CODE_NAMES.find(code.into()).is_none() {
            o.x(code, 2);
        }
    });
    cx.add(VERSION, c.span(0), requin_wire::Value::U(3));
    run(cx, &mut c, &[(TYPE, 1), (V3_CODE, 1)])?;
    let sum = (!all.is_cut()).then(|| checksum::add(0, all.rest()));
    checksum::show(cx, [CHECKSUM, CHECKSUM_STATUS, CHECKSUM_BAD], &c, sum);
    c.skip(2)?;
    if matches!(code, PROBE | NEIGHBOURS_2) {
        cx.peek(RESERVED, &c, 2)?;
        c.skip(1)?;
        let bits = [CAP_NETMASK, CAP_SNMP, CAP_MTRACE, CAP_GENID, CAP_PRUNE, CAP_LEAF];
        let (raw, item) = cx.flags(CAPABILITIES, &mut c, 1, &bits)?;
        let named = [
            (0x20, "Netmask"),
            (0x10, "SNMP"),
            (0x08, "Mtrace"),
            (0x04, "Genid"),
            (0x02, "Prune"),
            (0x01, "Leaf"),
        ];
        cx.append(item, |o| {
            for (_, name) in named.iter().filter(|n| raw & n.0 != 0) {
                o.s(", ").s(name);
            }
        });
    } else {
        cx.u16(RESERVED, &mut c)?;
    }
    run(cx, &mut c, &[(MIN_VER, 1), (MAJ_VER, 1)])?;
    match code {
        PROBE => {
            cx.u32(GENID, &mut c)?;
            while c.left() >= 4 {
                cx.field(NEIGHBOR, &mut c, 4)?;
            }
            Ok(())
        }
        REPORT => report(cx, &mut c),
        NEIGHBOURS_2 => {
            while !c.is_empty() {
                neighbour(cx, &mut c)?;
            }
            Ok(())
        }
        PRUNE => {
            run(cx, &mut c, &[(SADDR, 4), (MADDR, 4), (LIFETIME, 4)])?;
            if c.left() >= 4 {
                cx.field(NETMASK, &mut c, 4)?;
            }
            Ok(())
        }
        GRAFT | GRAFT_ACK => {
            run(cx, &mut c, &[(SADDR, 4), (MADDR, 4)])?;
            if c.left() >= 4 {
                cx.field(NETMASK, &mut c, 4)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Routes: a netmask without its first byte, then networks with as many bytes as that mask needs.
fn report<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let mask = c.peek_bytes(0, 3)?;
        let mask = 0xff00_0000 | requin_wire::be(mask) as u32;
        let size = 1 + [16, 8, 0].iter().filter(|shift| mask >> *shift & 0xff != 0).count();
        let line = cx.line(c.span(c.left()), |o| _ = o.s("Route"));
        cx.under(line, |cx| -> Step {
            cx.add(NETMASK, c.span(3), requin_wire::Value::U(mask.into()));
            c.skip(3)?;
            loop {
                let bytes = c.peek_bytes(0, size)?;
                let mut network = 0u32;
                for (i, b) in bytes.iter().enumerate() {
                    network |= u32::from(*b) << (24 - 8 * i);
                }
                cx.line(c.span(size), |o| {
                    o.s("Source Network ").ipv4(network).s(" (netmask ").ipv4(mask).s(")");
                });
                c.skip(size)?;
                let metric = c.peek_u8(0)?;
                cx.add(METRIC, c.span(1), requin_wire::Value::U(u64::from(metric & 0x7f)));
                c.skip(1)?;
                // The high bit marks the last network of this mask.
                if metric & 0x80 != 0 || c.is_empty() {
                    return Ok(());
                }
            }
        })?;
    }
    Ok(())
}

fn neighbour<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    run(cx, c, &[(LOCAL, 4), (METRIC, 1), (THRESHOLD, 1)])?;
    let line = cx.line(c.span(1), |o| _ = o.s("Flags"));
    cx.under(line, |cx| -> Step {
        for bit in [FLAG_TUNNEL, FLAG_SRCROUTE, FLAG_DOWN, FLAG_DISABLED, FLAG_QUERIER, FLAG_LEAF] {
            cx.peek(bit, c, 1)?;
        }
        c.skip(1)
    })?;
    let n = cx.u8(NCOUNT, c)?;
    for _ in 0..n {
        cx.field(NEIGHBOR, c, 4)?;
    }
    Ok(())
}
