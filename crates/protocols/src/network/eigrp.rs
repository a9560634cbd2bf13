//! Enhanced Interior Gateway Routing Protocol, RFC 7868.

use super::checksum;
use crate::common::{SET, TRUE, run};
use requin_wire::{Cursor, Cx, Field, Item, Names, Out, Sink, Step, Value, names, proto};

proto! {
    EIGRP "eigrp" "Enhanced Interior Gateway Routing Protocol" "EIGRP" Network
    on [IpProto 88]
    fields {
        VERSION "eigrp.version" "Version": U8 Dec;
        OPCODE "eigrp.opcode" "Opcode": U8 Dec = OPCODE_NAMES;
        FLAGS "eigrp.flags" "Flags": U32 Hex;
        SEQ "eigrp.seq" "Sequence": U32 Dec;
        ACK "eigrp.ack" "Acknowledge": U32 Dec;
        VRID "eigrp.vrid" "Virtual Router ID": U16 Dec;
        AS "eigrp.as" "Autonomous System": U16 Dec;
        FLAGS_INIT "eigrp.flags.init" "Init": Bool(32) & 0x1 = SET;
        FLAGS_CONDRECV "eigrp.flags.condrecv" "Conditional Receive": Bool(32) & 0x2 = SET;
        FLAGS_RESTART "eigrp.flags.restart" "Restart": Bool(32) & 0x4 = SET;
        FLAGS_EOT "eigrp.flags.eot" "End Of Table": Bool(32) & 0x8 = SET;
        TLV_TYPE "eigrp.tlv_type" "Type": U16 Hex = TLV_TYPE_NAMES;
        TLV_LEN "eigrp.tlv.len" "Length": U16 Dec;
        PAR_K1 "eigrp.par.k1" "K1": U8 Dec;
        PAR_K2 "eigrp.par.k2" "K2": U8 Dec;
        PAR_K3 "eigrp.par.k3" "K3": U8 Dec;
        PAR_K4 "eigrp.par.k4" "K4": U8 Dec;
        PAR_K5 "eigrp.par.k5" "K5": U8 Dec;
        PAR_K6 "eigrp.par.k6" "K6": U8 Dec;
        PAR_HOLDTIME "eigrp.par.holdtime" "Hold Time": U16 Dec;
        AUTH_TYPE "eigrp.auth.type" "Type": U16 Dec = AUTH_TYPE_NAMES;
        AUTH_LENGTH "eigrp.auth.length" "Length": U16 Dec;
        AUTH_KEYID "eigrp.auth.keyid" "Key ID": U32 Dec;
        AUTH_KEYSEQ "eigrp.auth.keyseq" "Key Sequence": U32 Dec;
        AUTH_DIGEST "eigrp.auth.digest" "Digest": Bytes;
        SEQ_ADDRLEN "eigrp.seq.addrlen" "Address length": U8 Dec;
        SEQ_IPV4ADDR "eigrp.seq.ipv4addr" "IP Address": Ipv4;
        SEQ_IPV6ADDR "eigrp.seq.ipv6addr" "IPv6 Address": Ipv6;
        NEXT_MCAST_SEQ "eigrp.next_mcast_seq" "Multicast Sequence": U32 Dec;
        STUB_OPTIONS "eigrp.stub_options" "Stub Options": U16 Hex;
        STUB_OPTIONS_CONNECTED "eigrp.stub_options.connected" "Connected": Bool(16) & 0x1 = SET;
        STUB_OPTIONS_STATIC "eigrp.stub_options.static" "Static": Bool(16) & 0x2 = SET;
        STUB_OPTIONS_SUMMARY "eigrp.stub_options.summary" "Summary": Bool(16) & 0x4 = SET;
        STUB_OPTIONS_REDIST "eigrp.stub_options.redist" "Redistributed": Bool(16) & 0x8 = SET;
        STUB_OPTIONS_LEAKMAP "eigrp.stub_options.leakmap" "Leak-Map": Bool(16) & 0x10 = SET;
        STUB_OPTIONS_RECVONLY "eigrp.stub_options.recvonly" "Receive-Only": Bool(16) & 0x20 = SET;
        TID "eigrp.tid" "Topology": U16 Dec;
        AFI "eigrp.afi" "AFI": U16 Dec = AFI_NAMES;
        OLD_METRIC_DELAY "eigrp.old_metric.delay" "Scaled Delay": U32 Dec;
        OLD_METRIC_BW "eigrp.old_metric.bw" "Scaled BW": U32 Dec;
        OLD_METRIC_MTU "eigrp.old_metric.mtu" "MTU": U24 Dec;
        OLD_METRIC_HOPCOUNT "eigrp.old_metric.hopcount" "Hop Count": U8 Dec;
        OLD_METRIC_REL "eigrp.old_metric.rel" "Reliability": U8 Dec;
        OLD_METRIC_LOAD "eigrp.old_metric.load" "Load": U8 Dec;
        OLD_METRIC_INTAG "eigrp.old_metric.intag" "Route Tag": U8 Dec;
        TIDLIST "eigrp.tidlist" "TID List": U16 Dec;
        TIDLIST_FLAGS "eigrp.tidlist.flags" "TID List Flags": U16 Hex;
        TIDLIST_LEN "eigrp.tidlist.len" "TID List Size": U16 Dec;
        ROUTERID "eigrp.routerid" "RouterID": Ipv4;
        METRIC_FLAGS_SRCWD "eigrp.metric.flags.srcwd" "Source Withdraw": Bool(8) & 0x1 = TRUE;
        METRIC_FLAGS_CD "eigrp.metric.flags.cd" "Candidate Default": Bool(8) & 0x2 = TRUE;
        METRIC_FLAGS_ACTIVE "eigrp.metric.flags.active" "Route is Active": Bool(8) & 0x4 = TRUE;
        METRIC_FLAGS_REPL "eigrp.metric.flags.repl" "Route is Replicated": Bool(8) & 0x8 = TRUE;
        EXTDATA_ORIGRID "eigrp.extdata.origrid" "Originating RouterID": Ipv4;
        EXTDATA_AS "eigrp.extdata.as" "Originating A.S.": U32 Dec;
        EXTDATA_TAG "eigrp.extdata.tag" "Administrative Tag": U32 Dec;
        EXTDATA_METRIC "eigrp.extdata.metric" "External Metric": U32 Dec;
        EXTDATA_RESERVED "eigrp.extdata.reserved" "Reserved": U16 Dec;
        EXTDATA_PROTO "eigrp.extdata.proto" "External Protocol ID": U8 Dec = EXTDATA_PROTO_NAMES;
        OPAQUE_FLAG_EXT "eigrp.opaque.flag.ext" "Route is External": Bool(8) & 0x1 = TRUE;
        OPAQUE_FLAG_CD "eigrp.opaque.flag.cd" "Route is Candidate Default": Bool(8) & 0x2 = TRUE;
        METRIC_OFFSET "eigrp.metric.offset" "Offset": U8 Dec;
        METRIC_PRIORITY "eigrp.metric.priority" "Priority": U8 Dec;
        METRIC_RELIABILITY "eigrp.metric.reliability" "Reliability": U8 Dec;
        METRIC_LOAD "eigrp.metric.load" "Load": U8 Dec;
        METRIC_MTU "eigrp.metric.mtu" "MTU": U24 Dec;
        METRIC_HOPCOUNT "eigrp.metric.hopcount" "Hop Count": U8 Dec;
        METRIC_RESERVED "eigrp.metric.reserved" "Reserved": U16 Hex;
        ATTR_OPCODE "eigrp.attr.opcode" "Opcode": U8 Dec = ATTR_OPCODE_NAMES;
        ATTR_OFFSET "eigrp.attr.offset" "Offset": U8 Dec;
        ATTR_SCALED "eigrp.attr.scaled" "Legacy Metric": U32 Dec;
        ATTR_TAG "eigrp.attr.tag" "Tag": U32 Dec;
        ATTR_JITTER "eigrp.attr.jitter" "Jitter": U32 Dec;
        ATTR_QENERGY "eigrp.attr.qenergy" "Q-Energy": U32 Dec;
        ATTR_ENERGY "eigrp.attr.energy" "Energy": U32 Dec;
        IPV4_NEXTHOP "eigrp.ipv4.nexthop" "NextHop": Ipv4;
        IPV4_PREFIXLEN "eigrp.ipv4.prefixlen" "Prefix Length": U8 Dec;
        IPV6_NEXTHOP "eigrp.ipv6.nexthop" "NextHop": Ipv6;
        IPV6_PREFIXLEN "eigrp.ipv6.prefixlen" "Prefix Length": U8 Dec;
        NULLPAD "eigrp.nullpad" "Nullpad": Bytes;
        IPX_ADDRESS "eigrp.ipx_address" "IPX Address": Bytes;
        IPV4_DESTINATION "eigrp.ipv4.destination" "Destination": Ipv4;
        IPV6_DESTINATION "eigrp.ipv6.destination" "Destination": Ipv6;
        METRIC_DELAY "eigrp.metric.delay" "Delay": U64 Dec;
        METRIC_BANDWIDTH "eigrp.metric.bandwidth" "Bandwidth": U64 Dec;
        CHECKSUM "eigrp.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "eigrp.checksum.status" "Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        RELEASE_VERSION "eigrp.release_version" "EIGRP Release": U16 Custom = Names::Custom(write_version);
        TLV_VERSION "eigrp.tlv_version" "EIGRP TLV version": U16 Custom = Names::Custom(write_version);
    }
    experts {
        PEER_TERMINATION "eigrp.peer_termination" Note Response "Peer Termination";
        AUTH_LENGTH_INVALID "eigrp.auth.length.invalid" Warn Malformed "Invalid auth len";
        AUTH_TYPE_INVALID "eigrp.auth.type.invalid" Warn Protocol "Invalid auth type";
        SEQ_ADDRLEN_INVALID "eigrp.seq.addrlen.invalid" Error Malformed "Invalid address length";
        PEER_TERMINATION_GRACEFUL "eigrp.peer_termination_graceful" Note Response "Peer Termination (Graceful Shutdown)";
        PREFIXLEN_INVALID "eigrp.prefixlen.invalid" Warn Malformed "Invalid prefix length";
        TLV_TYPE_UNKNOWN "eigrp.tlv_type.unknown" Warn Protocol "Unknown TLV";
        CHECKSUM_BAD "eigrp.checksum.bad" Warn Checksum "Bad Checksum";
        TLV_LEN_INVALID "eigrp.tlv.len.invalid" Error Malformed "Corrupt TLV (Length field less than 4)";
        TLV_TRUNCATED "eigrp.tlv.truncated" Error Malformed "Corrupt TLV (Truncated prematurely)";
    }
}

names! {
    OPCODE_NAMES {
        1 => "Update",
        2 => "Request",
        3 => "Query",
        4 => "Reply",
        5 => "Hello",
        6 => "IPX/SAP Update",
        7 => "Route Probe",
        8 => "Hello (Ack)",
        9 => "Stub-Info",
        10 => "SIA-Query",
        11 => "SIA-Reply",
    }
    TLV_TYPE_NAMES {
        1 => "Parameters",
        2 => "Authentication",
        3 => "Sequence",
        4 => "Software Version",
        5 => "Next multicast sequence",
        6 => "Peer Stub Information",
        7 => "Peer Termination",
        8 => "Peer Topology ID List",
        241 => "Request(MTR)",
        242 => "Internal Route(MTR)",
        243 => "External Route(MTR)",
        244 => "Ext-Community(MTR)",
        245 => "TopologyID List",
        258 => "Internal Route(IPv4)",
        259 => "External Route(IPv4)",
        260 => "Ext-Community(IPv4)",
        514 => "Internal Route(ATALK)",
        515 => "External Route(ATALK)",
        516 => "Cable Configuration(ATALK)",
        770 => "IPX Internal Route(IPX)",
        771 => "IPX External Route(IPX)",
        1026 => "Internal Route(IPv6)",
        1027 => "External Route(IPv6)",
        1028 => "Ext-Community(IPv6)",
        1537 => "Request",
        1538 => "Internal Route",
        1539 => "External Route",
        1540 => "Ext-Community",
    }
    AUTH_TYPE_NAMES {
        1 => "TEXT",
        2 => "MD5",
        3 => "SHA256",
    }
    AFI_NAMES {
        1 => "IPv4",
        2 => "IPv6",
        11 => "IPX",
        12 => "Appletalk",
        16384 => "Service Family",
        16385 => "IPv4 Service Family",
        16386 => "IPv6 Service Family",
    }
    EXTDATA_PROTO_NAMES {
        1 => "IGRP",
        2 => "EIGRP",
        3 => "Static Route",
        4 => "RIP",
        5 => "Hello",
        6 => "OSPF",
        7 => "IS-IS",
        8 => "EGP",
        9 => "BGP",
        10 => "IDRP",
        11 => "Connected Route",
    }
    ATTR_OPCODE_NAMES {
        0 => "NO-OP for padding",
        1 => "Scaled Metric",
        2 => "Admin Tag",
        3 => "Community",
        4 => "Jitter",
        5 => "Non-Active energy",
        6 => "Active energy",
    }
}

/// A version as the numbers before and behind the dot.
fn write_version(value: Value, o: &mut Out<'_>) {
    let v = value.as_u64().unwrap_or(0);
    o.u(v >> 8).s(".").u0(v & 0xff, 2);
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let h = *c.peek_array::<20>()?;
    let opcode = h[1];
    let ack = u32::from_be_bytes([h[12], h[13], h[14], h[15]]);
    cx.protocol("EIGRP");
    let item = cx.proto_item();
    cx.label(item, |o| _ = o.s("Cisco EIGRP"));
    cx.info(|o| match OPCODE_NAMES.find(opcode.into()) {
        Some(name) => {
            o.s(name);
            // A hello that acknowledges is told as what it is.
            o.s(if opcode == 5 && ack != 0 { " (Ack)" } else { "" });
        }
        None => _ = o.s("Unknown OpCode (").hex(opcode, 4).s(")"),
    });
    cx.u8(VERSION, &mut c)?;
    cx.u8(OPCODE, &mut c)?;
    let sum = (!all.is_cut()).then(|| checksum::add(0, all.rest()));
    checksum::show(cx, [CHECKSUM, CHECKSUM_STATUS, CHECKSUM_BAD], &c, sum);
    c.skip(2)?;
    cx.flags(FLAGS, &mut c, 4, &[FLAGS_INIT, FLAGS_CONDRECV, FLAGS_RESTART, FLAGS_EOT])?;
    run(cx, &mut c, &[(SEQ, 4), (ACK, 4)])?;
    let vrid = c.peek_u16(0)?;
    let item = cx.field(VRID, &mut c, 2)?;
    cx.append(item, |o| {
        o.s(match vrid {
            0 => " (Address-Family)",
            1 => " (Multi-Cast)",
            0x8000 => " (Service Family)",
            _ => "",
        });
    });
    cx.u16(AS, &mut c)?;
    while !c.is_empty() {
        let [kind, size] = [c.peek_u16(0)?, c.peek_u16(2)?];
        let len = usize::from(size);
        if len < 4 {
            cx.expert(TLV_LEN_INVALID, cx.proto_item(), c.span(0));
            return Ok(());
        }
        tlv(cx, kind, c.within(len), len)?;
        if len > c.left() {
            cx.expert(TLV_TRUNCATED, cx.proto_item(), c.span(0));
            return Ok(());
        }
        c.skip(len)?;
    }
    Ok(())
}

fn tlv<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, mut c: Cursor<'_>, len: usize) -> Step {
    let versions = if kind == 4 { Some(*c.peek_array::<8>()?) } else { None };
    let next = if kind == 5 { Some(c.peek_u32(4)?) } else { None };
    let digest = if kind == 2 { c.peek_u16(4)? } else { 0 };
    let name = TLV_TYPE_NAMES.find(kind.into());
    let line = cx.line(c.span(len), |o| {
        match name {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Unknown TLV (").hex(kind, 4).s(")"),
        }
        match digest {
            2 => _ = o.s(" MD5"),
            3 => _ = o.s(" SHA256"),
            _ => {}
        }
        if let Some(v) = versions {
            o.s(": EIGRP=").u(v[4]).s(".").u(v[5]).s(", TLV=").u(v[6]).s(".").u(v[7]);
        }
        if let Some(next) = next {
            o.s(": ").u(next);
        }
    });
    cx.under(line, |cx| -> Step {
        run(cx, &mut c, &[(TLV_TYPE, 2), (TLV_LEN, 2)])?;
        match kind {
            1 => parameters(cx, &mut c, line),
            2 => authentication(cx, &mut c),
            3 => sequence(cx, &mut c),
            4 => run(cx, &mut c, &[(RELEASE_VERSION, 2), (TLV_VERSION, 2)]),
            5 => cx.u32(NEXT_MCAST_SEQ, &mut c).map(|_| ()),
            6 => {
                let bits = [
                    STUB_OPTIONS_CONNECTED,
                    STUB_OPTIONS_STATIC,
                    STUB_OPTIONS_SUMMARY,
                    STUB_OPTIONS_REDIST,
                    STUB_OPTIONS_LEAKMAP,
                    STUB_OPTIONS_RECVONLY,
                ];
                let (value, item) = cx.flags(STUB_OPTIONS, &mut c, 2, &bits)?;
                let named = ["Connected", "Static", "Summary", "Redistributed", "Leak-Map", "Receive-Only"];
                cx.append(item, |o| {
                    for (_, name) in named.iter().enumerate().filter(|(i, _)| value >> i & 1 != 0) {
                        o.s(", ").s(name);
                    }
                });
                Ok(())
            }
            7 => {
                cx.expert(PEER_TERMINATION_GRACEFUL, line, c.span(0));
                Ok(())
            }
            8 => {
                run(cx, &mut c, &[(TIDLIST_FLAGS, 2), (TIDLIST_LEN, 2)])?;
                let n = c.left() as u64 / 2;
                let list = cx.line(c.span(c.left()), |o| _ = o.u(n).s(" TIDs"));
                cx.under(list, |cx| -> Step {
                    while c.left() >= 2 {
                        cx.u16(TIDLIST, &mut c)?;
                    }
                    Ok(())
                })
            }
            0x102 | 0x103 => old_ipv4(cx, &mut c, kind == 0x103, line),
            0x402 | 0x403 => old_ipv6(cx, &mut c, kind == 0x403, line),
            0xf1 | 0xf2 | 0x602 | 0x603 => wide(cx, &mut c, kind & 0xff == 3, line),
            _ => {
                cx.expert_with(TLV_TYPE_UNKNOWN, line, c.span(0), |o| {
                    o.s("Unknown TLV Group (").hex(kind, 4).s(")");
                });
                Ok(())
            }
        }
    })
}

fn parameters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, line: Item) -> Step {
    // All weights at their greatest say that the neighbour goes.
    let goodbye = c.peek_bytes(0, 5)? == [255; 5];
    run(
        cx,
        c,
        &[(PAR_K1, 1), (PAR_K2, 1), (PAR_K3, 1), (PAR_K4, 1), (PAR_K5, 1), (PAR_K6, 1), (PAR_HOLDTIME, 2)],
    )?;
    if goodbye {
        cx.append(line, |o| _ = o.s(": Peer Termination"));
        cx.expert(PEER_TERMINATION, line, c.span(0));
    }
    Ok(())
}

fn authentication<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let [kind, len] = [c.peek_u16(0)?, c.peek_u16(2)?];
    let item = cx.field(AUTH_TYPE, c, 2)?;
    if !matches!(kind, 2 | 3) {
        cx.expert(AUTH_TYPE_INVALID, item, c.span(0));
    }
    let item = cx.field(AUTH_LENGTH, c, 2)?;
    if kind == 2 && len != 16 || kind == 3 && len != 32 {
        cx.expert(AUTH_LENGTH_INVALID, item, c.span(0));
    }
    run(cx, c, &[(AUTH_KEYID, 4), (AUTH_KEYSEQ, 4), (NULLPAD, 8)])?;
    let n = c.left().min(usize::from(len));
    cx.bytes(AUTH_DIGEST, c, n).map(|_| ())
}

fn sequence<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let n = c.peek_u8(0)?;
        let item = cx.field(SEQ_ADDRLEN, c, 1)?;
        match n {
            0 => return Ok(()),
            4 => _ = cx.field(SEQ_IPV4ADDR, c, 4)?,
            10 => _ = cx.field(IPX_ADDRESS, c, 10)?,
            16 => _ = cx.field(SEQ_IPV6ADDR, c, 16)?,
            _ => {
                cx.expert(SEQ_ADDRLEN_INVALID, item, c.span(0));
                return Ok(());
            }
        }
    }
    Ok(())
}

/// The metric of version 1: delay, bandwidth, MTU, hops, reliability, load, tag and flags.
fn old_metric<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(16), |o| _ = o.s("Legacy Metric"));
    cx.under(line, |cx| -> Step {
        run(cx, c, &[(OLD_METRIC_DELAY, 4), (OLD_METRIC_BW, 4), (OLD_METRIC_MTU, 3)])?;
        run(
            cx,
            c,
            &[(OLD_METRIC_HOPCOUNT, 1), (OLD_METRIC_REL, 1), (OLD_METRIC_LOAD, 1), (OLD_METRIC_INTAG, 1)],
        )?;
        let flags = cx.line(c.span(1), |o| _ = o.s("Flags"));
        cx.under(flags, |cx| metric_flags(cx, c))
    })
}

fn metric_flags<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    for bit in [METRIC_FLAGS_SRCWD, METRIC_FLAGS_CD, METRIC_FLAGS_ACTIVE, METRIC_FLAGS_REPL] {
        cx.peek(bit, c, 1)?;
    }
    c.skip(1)
}

fn external<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(20), |o| _ = o.s("External Data"));
    cx.under(line, |cx| -> Step {
        run(cx, c, &[(EXTDATA_ORIGRID, 4), (EXTDATA_AS, 4), (EXTDATA_TAG, 4), (EXTDATA_METRIC, 4)])?;
        run(cx, c, &[(EXTDATA_RESERVED, 2), (EXTDATA_PROTO, 1)])?;
        let flags = cx.line(c.span(1), |o| _ = o.s("External Flags"));
        cx.under(flags, |cx| -> Step {
            cx.peek(OPAQUE_FLAG_EXT, c, 1)?;
            cx.field(OPAQUE_FLAG_CD, c, 1).map(|_| ())
        })
    })
}

fn old_ipv4<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, is_external: bool, line: Item) -> Step {
    cx.field(IPV4_NEXTHOP, c, 4)?;
    if is_external {
        external(cx, c)?;
    }
    old_metric(cx, c)?;
    prefixes::<4, S>(cx, c, [IPV4_PREFIXLEN, IPV4_DESTINATION], line)
}

fn old_ipv6<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, is_external: bool, line: Item) -> Step {
    cx.field(IPV6_NEXTHOP, c, 16)?;
    if is_external {
        external(cx, c)?;
    }
    old_metric(cx, c)?;
    prefixes::<16, S>(cx, c, [IPV6_PREFIXLEN, IPV6_DESTINATION], line)
}

/// Destinations with as many bytes of each as its length says; `line` lists them.
fn prefixes<const N: usize, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    rows: [Field; 2],
    line: Item,
) -> Step {
    let mut first = true;
    while !c.is_empty() {
        let bits = c.peek_u8(0)?;
        let n = usize::from(bits).div_ceil(8);
        let item = cx.field(rows[0], c, 1)?;
        // Those of IPv6 have a byte more than they need when none of it is used in part.
        let n = if N == 16 && bits < 128 { usize::from(bits / 8 + 1).min(c.left()) } else { n };
        if n > N {
            cx.expert_with(PREFIXLEN_INVALID, item, c.span(0), |o| {
                o.s("Invalid prefix length ").u(bits).s(", must be <= ").u(N as u64 * 8);
            });
            return Ok(());
        }
        let bytes = c.peek_bytes(0, n)?;
        let mut whole = [0u8; N];
        for (to, from) in whole.iter_mut().zip(bytes) {
            *to = *from;
        }
        for (i, byte) in whole.iter_mut().enumerate() {
            let kept = usize::from(bits).saturating_sub(8 * i).min(8) as u32;
            *byte &= 0xff00u16.wrapping_shr(kept) as u8;
        }
        if N == 4 {
            let address = whole.iter().fold(0u64, |v, b| v << 8 | u64::from(*b));
            cx.add(rows[1], c.span(n), Value::U(address));
        } else {
            cx.add_bytes(rows[1], c.span(n), &whole);
        }
        cx.append(line, |o| {
            o.s(if first { "  =   " } else { "  ,   " });
            match <[u8; 4]>::try_from(whole.as_slice()) {
                Ok(four) => _ = o.ipv4(u32::from_be_bytes(four)),
                Err(_) => _ = o.ipv6(&whole),
            }
            o.s("/").u(bits);
        });
        first = false;
        c.skip(n)?;
    }
    Ok(())
}

/// Routes of version 2: wide metrics.
fn wide<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, is_external: bool, line: Item) -> Step {
    let family = c.peek_u16(2)?;
    run(cx, c, &[(TID, 2), (AFI, 2), (ROUTERID, 4)])?;
    let attributes = usize::from(c.peek_u8(0)?) * 2;
    let metric = cx.line(c.span(24), |o| _ = o.s("Wide Metric"));
    cx.under(metric, |cx| -> Step {
        run(cx, c, &[(METRIC_OFFSET, 1), (METRIC_PRIORITY, 1), (METRIC_RELIABILITY, 1), (METRIC_LOAD, 1)])?;
        run(cx, c, &[(METRIC_MTU, 3), (METRIC_HOPCOUNT, 1)])?;
        let delay = c.peek_uint(0, 6)?;
        let item = cx.add(METRIC_DELAY, c.span(6), Value::U(delay));
        if delay == 0xffff_ffff_ffff {
            cx.label(item, |o| _ = o.s("Delay: Infinity"));
        }
        c.skip(6)?;
        let bandwidth = c.peek_uint(0, 6)?;
        let item = cx.add(METRIC_BANDWIDTH, c.span(6), Value::U(bandwidth));
        if bandwidth == 0xffff_ffff_ffff {
            cx.label(item, |o| _ = o.s("Bandwidth: Infinity"));
        }
        c.skip(6)?;
        cx.u16(METRIC_RESERVED, c)?;
        let flags = cx.line(c.span(2), |o| _ = o.s("Flags"));
        cx.under(flags, |cx| -> Step {
            c.skip(1)?;
            metric_flags(cx, c)
        })
    })?;
    if attributes > 0 {
        let list = cx.line(c.span(attributes), |o| _ = o.s("Attributes"));
        cx.under(list, |cx| wide_attributes(cx, c, attributes))?;
    }
    if family == 1 {
        cx.field(IPV4_NEXTHOP, c, 4)?;
    } else {
        cx.field(IPV6_NEXTHOP, c, 16)?;
    }
    if is_external {
        external(cx, c)?;
    }
    if family == 1 {
        prefixes::<4, S>(cx, c, [IPV4_PREFIXLEN, IPV4_DESTINATION], line)
    } else {
        prefixes::<16, S>(cx, c, [IPV6_PREFIXLEN, IPV6_DESTINATION], line)
    }
}

fn wide_attributes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, attributes: usize) -> Step {
    let mut more = c.take_all(attributes)?;
    while more.left() >= 2 {
        let size = usize::from(more.peek_u8(1)?) * 2;
        if size < 2 {
            break;
        }
        let mut one = more.take(size);
        let kind = cx.u8(ATTR_OPCODE, &mut one)?;
        cx.u8(ATTR_OFFSET, &mut one)?;
        match kind {
            1 => _ = cx.u32(ATTR_SCALED, &mut one)?,
            2 => _ = cx.u32(ATTR_TAG, &mut one)?,
            4 => _ = cx.u32(ATTR_JITTER, &mut one)?,
            5 => _ = cx.u32(ATTR_QENERGY, &mut one)?,
            6 => _ = cx.u32(ATTR_ENERGY, &mut one)?,
            _ => {}
        }
    }
    Ok(())
}
