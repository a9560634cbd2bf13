//! NetFlow (versions 1, 5, 7, RFC 3954) and IPFIX (RFC 7011): headers, flows of the fixed versions, flow
//! sets and templates.

use requin_wire::{Cursor, Cx, Field, Ports, Sink, Step, Stop, Time, Value, names, proto};

proto! {
    CFLOW "cflow" "Cisco NetFlow/IPFIX" "CFLOW" App
    on [Udp 2055, Udp 4739, Udp 9996]
    looks_like [Udp accepts]
    fields {
        VERSION "cflow.version" "Version": U16 Dec;
        LEN "cflow.len" "Length": U16 Dec;
        FLOW_COUNT "cflow.count" "Count": U16 Dec;
        SYSUPTIME "cflow.sysuptime" "SysUptime": RelTime;
        EXPORTTIME "cflow.exporttime" "ExportTime": U32 Dec;
        TIMESTAMP "cflow.timestamp" "Timestamp": AbsTime;
        UNIX_SECS "cflow.unix_secs" "CurrentSecs": U32 Dec;
        UNIX_NSECS "cflow.unix_nsecs" "CurrentNSecs": U32 Dec;
        SAMPLINGMODE "cflow.samplingmode" "SamplingMode": U16 Dec & 0xc000 = SAMPLINGMODE_NAMES;
        SAMPLERATE "cflow.samplerate" "SampleRate": U16 Dec & 0x3fff;
        SEQUENCE "cflow.sequence" "FlowSequence": U32 Dec;
        ENGINE_TYPE "cflow.engine_type" "EngineType": U8 Dec = ENGINE_TYPE_NAMES;
        ENGINE_ID "cflow.engine_id" "EngineId": U8 Dec;
        SOURCE_ID "cflow.source_id" "SourceId": U32 Dec;
        OD_ID "cflow.od_id" "Observation Domain Id": U32 Dec;
        FLOWSET_ID "cflow.flowset_id" "FlowSet Id": U16 Dec;
        FLOWSET_LENGTH "cflow.flowset_length" "FlowSet Length": U16 Dec;
        TEMPLATE_ID "cflow.template_id" "Template Id": U16 Dec;
        TEMPLATE_FIELD_COUNT "cflow.template_field_count" "Field Count": U16 Dec;
        TEMPLATE_FIELD_LENGTH "cflow.template_field_length" "Length": U16 Dec;
        SRCADDR "cflow.srcaddr" "SrcAddr": Ipv4;
        DSTADDR "cflow.dstaddr" "DstAddr": Ipv4;
        NEXTHOP "cflow.nexthop" "NextHop": Ipv4;
        INPUTINT "cflow.inputint" "InputInt": U32 Dec;
        OUTPUTINT "cflow.outputint" "OutputInt": U32 Dec;
        PACKETS "cflow.packets" "Packets": U64 Dec;
        OCTETS "cflow.octets" "Octets": U64 Dec;
        TIMESTART "cflow.timestart" "StartTime": RelTime;
        TIMEEND "cflow.timeend" "EndTime": RelTime;
        SRCPORT "cflow.srcport" "SrcPort": U16 Dec;
        DSTPORT "cflow.dstport" "DstPort": U16 Dec;
        TCPFLAGS "cflow.tcpflags" "TCP Flags": U8 Hex;
        PROTOCOL "cflow.protocol" "Protocol": U8 Dec = PROTOCOL_NAMES;
        TOS "cflow.tos" "IP ToS": U8 Hex;
        SRCAS "cflow.srcas" "SrcAS": U32 Dec;
        DSTAS "cflow.dstas" "DstAS": U32 Dec;
        SRCMASK "cflow.srcmask" "SrcMask": U8 Dec;
        DSTMASK "cflow.dstmask" "DstMask": U8 Dec;
        PADDING "cflow.padding" "Padding": Bytes;
    }
}

names! {
    SAMPLINGMODE_NAMES {
        0 => "No sampling mode configured",
        1 => "Packet Interval sampling mode configured",
        2 => "Random sampling mode configured",
    }
    ENGINE_TYPE_NAMES {
        0 => "RP",
        1 => "VIP/Linecard",
        2 => "PFC/DFC",
    }
    PROTOCOL_NAMES {
        0 => "IPv6 Hop-by-Hop Option",
        1 => "ICMP",
        2 => "IGMP",
        3 => "GGP",
        4 => "IPIP",
        5 => "Stream",
        6 => "TCP",
        7 => "CBT",
        8 => "EGP",
        9 => "IGRP",
        10 => "BBN RCC",
        11 => "Network Voice",
        12 => "PUP",
        13 => "ARGUS",
        14 => "EMCON",
        15 => "XNET",
        16 => "CHAOS",
        17 => "UDP",
        18 => "Multiplex",
        19 => "DCN Measurement",
        20 => "Host Monitoring",
        21 => "Packet radio",
        22 => "IDP",
        23 => "Trunk-1",
        24 => "Trunk-2",
        25 => "Leaf-1",
        26 => "Leaf-2",
        27 => "Reliable Data",
        28 => "IRT",
        29 => "ISO TP4",
        30 => "Bulk Data",
        31 => "MFE NSP",
        32 => "Merit Internodal",
        33 => "Datagram Congestion Control Protocol",
        34 => "3rd Party Connect",
        35 => "Inter-Domain Policy Routing Protocol",
        36 => "XTP",
        37 => "Datagram delivery",
        38 => "Control Message",
        39 => "TP++",
        40 => "IL",
        41 => "IPv6",
        42 => "Source demand routing",
        43 => "Routing Header for IPv6",
        44 => "Fragment Header for IPv6",
        45 => "Inter-Domain Routing Protocol",
        46 => "Reservation Protocol",
        47 => "Generic Routing Encapsulation",
        48 => "Dynamic source routing",
        49 => "BNA",
        50 => "Encap Security Payload",
        51 => "Authentication Header",
        52 => "INSLP",
        53 => "SWIPE",
        54 => "NBMA ARP",
        55 => "IP Mobility",
        56 => "TLSP Kryptonet",
        57 => "SKIP",
        58 => "ICMPv6",
        59 => "No Next Header for IPv6",
        60 => "Destination Options for IPv6",
        61 => "any host internal protocol",
        62 => "Mobile IPv6 (old)",
        63 => "any local network",
        64 => "SATNET EXPAK",
        65 => "Kryptolan",
        66 => "Remote Virtual Disk",
        67 => "IPPC",
        68 => "any distributed file system",
        69 => "SATNET Monitoring",
        70 => "VISA",
        71 => "IPCV",
        72 => "CPNX",
        73 => "CPHB",
        74 => "Wang Span",
        75 => "Packet Video",
        76 => "Backroom SATNET Mon",
        77 => "Sun ND Protocol",
        78 => "Wideband Mon",
        79 => "Wideband Expak",
        80 => "ISO Internet Protocol",
        81 => "VMTP",
        82 => "Secure VMTP",
        83 => "VINES",
        84 => "TTP",
        85 => "NSFNET IGP",
        86 => "Dissimilar Gateway",
        87 => "TCF",
        88 => "EIGRP",
        89 => "OSPF IGP",
        90 => "Sprite RPC",
        91 => "Locus ARP",
        92 => "Multicast Transport",
        93 => "AX.25 Frames",
        94 => "IP in IP",
        95 => "MICP",
        96 => "Semaphore",
        97 => "Ether in IP",
        98 => "ENCAP",
        99 => "any private encryption scheme",
        100 => "GMTP",
        101 => "Ipsilon Flow",
        102 => "PNNI over IP",
        103 => "PIM",
        104 => "ARIS",
        105 => "SCPS",
        106 => "QNX",
        107 => "Active Networks",
        108 => "IPComp",
        109 => "Sitara Networks",
        110 => "Compaq Peer",
        111 => "IPX IN IP",
        112 => "VRRP",
        113 => "PGM",
        114 => "any 0-hop protocol",
        115 => "Layer 2 Tunneling",
        116 => "DDX",
        117 => "IATP",
        118 => "STP",
        119 => "SpectraLink",
        120 => "UTI",
        121 => "SMP",
        122 => "SM",
        123 => "PTP",
        124 => "ISIS over IP",
        125 => "FIRE",
        126 => "CRTP",
        127 => "CRUDP",
        128 => "SSCOPMCE",
        129 => "IPLT",
        130 => "Secure Packet",
        131 => "PIPE",
        132 => "SCTP",
        133 => "Fibre Channel",
        134 => "RSVP E2EI",
        135 => "Mobile IPv6",
        136 => "UDPLite",
        137 => "MPLS in IP",
        138 => "MANET",
        139 => "HIP",
        140 => "Shim6 header",
        141 => "WESP",
        142 => "ROHC",
        143 => "Ethernet",
        144 => "Unassigned",
        145 => "Unassigned",
        146 => "Unassigned",
        147 => "Unassigned",
        148 => "Unassigned",
        149 => "Unassigned",
        150 => "Unassigned",
        151 => "Unassigned",
        152 => "Unassigned",
        153 => "Unassigned",
        154 => "Unassigned",
        155 => "Unassigned",
        156 => "Unassigned",
        157 => "Unassigned",
        158 => "Unassigned",
        159 => "Unassigned",
        160 => "Unassigned",
        161 => "Unassigned",
        162 => "Unassigned",
        163 => "Unassigned",
        164 => "Unassigned",
        165 => "Unassigned",
        166 => "Unassigned",
        167 => "Unassigned",
        168 => "Unassigned",
        169 => "Unassigned",
        170 => "Unassigned",
        171 => "Unassigned",
        172 => "Unassigned",
        173 => "AX/4000 Testframe",
        174 => "Unassigned",
        175 => "Unassigned",
        176 => "Unassigned",
        177 => "Unassigned",
        178 => "Unassigned",
        179 => "Unassigned",
        180 => "Unassigned",
        181 => "Unassigned",
        182 => "Unassigned",
        183 => "Unassigned",
        184 => "Unassigned",
        185 => "Unassigned",
        186 => "Unassigned",
        187 => "Unassigned",
        188 => "Unassigned",
        189 => "Unassigned",
        190 => "Unassigned",
        191 => "Unassigned",
        192 => "Unassigned",
        193 => "Unassigned",
        194 => "Unassigned",
        195 => "Unassigned",
        196 => "Unassigned",
        197 => "Unassigned",
        198 => "Unassigned",
        199 => "Unassigned",
        200 => "Unassigned",
        201 => "Unassigned",
        202 => "Unassigned",
        203 => "Unassigned",
        204 => "Unassigned",
        205 => "Unassigned",
        206 => "Unassigned",
        207 => "Unassigned",
        208 => "Unassigned",
        209 => "Unassigned",
        210 => "Unassigned",
        211 => "Unassigned",
        212 => "Unassigned",
        213 => "Unassigned",
        214 => "Unassigned",
        215 => "Unassigned",
        216 => "Unassigned",
        217 => "Unassigned",
        218 => "Unassigned",
        219 => "Unassigned",
        220 => "Unassigned",
        221 => "Unassigned",
        222 => "Unassigned",
        223 => "Unassigned",
        224 => "Novell NCS Heartbeat",
    }
}

const V1: u16 = 1;
const V5: u16 = 5;
const V7: u16 = 7;
const V9: u16 = 9;
const IPFIX: u16 = 10;

/// Flows that a datagram of the fixed versions may have.
const MOST: u16 = 30;

/// On other ports, version 5 with as many flows as it says.
fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    match c.peek_array::<4>() {
        Ok([0, 5, 0, n]) => (1..=MOST).contains(&u16::from(*n)) && c.left() == 24 + 48 * usize::from(*n),
        _ => false,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let version = c.peek_u16(0)?;
    if !matches!(version, V1 | V5 | V7 | V9 | IPFIX) {
        return Err(Stop::NotMine);
    }
    cx.protocol("CFLOW");
    cx.info_clear();
    let count = c.peek_u16(2)?;
    let name = if version == IPFIX { "IPFIX" } else { "total" };
    cx.info(|o| match version {
        IPFIX => _ = o.s(name).s(" flow (").u(u64::from(count)).s(" bytes)"),
        _ => {
            o.s("total: ").u(u64::from(count)).s(" (v").u(u64::from(version)).s(") record");
            o.s(if count == 1 { "" } else { "s" });
        }
    });
    cx.u16(VERSION, &mut c)?;
    cx.u16(if version == IPFIX { LEN } else { FLOW_COUNT }, &mut c)?;
    if version != IPFIX {
        let ms = c.peek_u32(0)?;
        cx.add(SYSUPTIME, c.span(4), milliseconds(ms).into());
        c.skip(4)?;
    }
    timestamp(cx, &mut c, version)?;
    match version {
        V5 => {
            cx.u32(SEQUENCE, &mut c)?;
            cx.u8(ENGINE_TYPE, &mut c)?;
            cx.u8(ENGINE_ID, &mut c)?;
            cx.peek(SAMPLINGMODE, &c, 2)?;
            cx.u16(SAMPLERATE, &mut c)?;
        }
        V7 => {
            cx.u32(SEQUENCE, &mut c)?;
            c.skip(4)?;
        }
        V9 => {
            cx.u32(SEQUENCE, &mut c)?;
            cx.u32(SOURCE_ID, &mut c)?;
        }
        IPFIX => {
            cx.u32(SEQUENCE, &mut c)?;
            cx.u32(OD_ID, &mut c)?;
        }
        _ => {}
    }
    if version >= V9 {
        return sets(cx, c, version);
    }
    for n in 1..=count.min(MOST) {
        if c.is_empty() {
            break;
        }
        flow(cx, &mut c, version, n)?;
    }
    Ok(())
}

/// When it was sent: seconds, with nanoseconds up to version 7.
fn timestamp<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: u16) -> Step {
    let secs = c.peek_u32(0)?;
    let exact = version < V9;
    let nanos = if exact { c.peek_u32(4)? } else { 0 };
    let at = c.span(if exact { 8 } else { 4 });
    let item = cx.add(TIMESTAMP, at, Time::new(i64::from(secs), nanos).into());
    cx.under(item, |cx| -> Step {
        cx.u32(if version == IPFIX { EXPORTTIME } else { UNIX_SECS }, c)?;
        if exact {
            cx.u32(UNIX_NSECS, c)?;
        }
        Ok(())
    })
}

fn milliseconds(ms: u32) -> Time {
    Time::new(i64::from(ms / 1000), ms % 1000 * 1_000_000)
}

/// A flow of a fixed version.
fn flow<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: u16, n: u16) -> Step {
    let len = if version == V5 { 48 } else { 52 };
    let mut f = c.take_all(len)?;
    let item = cx.line(f.span(len), |o| _ = o.s("pdu ").u(u64::from(n)).s("/").u(u64::from(n)));
    cx.under(item, |cx| -> Step {
        let addresses: [Field; 3] = [SRCADDR, DSTADDR, NEXTHOP];
        for field in addresses {
            cx.field(field, &mut f, 4)?;
        }
        cx.field(INPUTINT, &mut f, 2)?;
        cx.field(OUTPUTINT, &mut f, 2)?;
        cx.field(PACKETS, &mut f, 4)?;
        cx.field(OCTETS, &mut f, 4)?;
        for field in [TIMESTART, TIMEEND] {
            let ms = f.peek_u32(0)?;
            cx.add(field, f.span(4), milliseconds(ms).into());
            f.skip(4)?;
        }
        cx.u16(SRCPORT, &mut f)?;
        cx.u16(DSTPORT, &mut f)?;
        if version == V1 {
            f.skip(2)?;
            cx.u8(PROTOCOL, &mut f)?;
            cx.field(TOS, &mut f, 1)?;
            cx.field(TCPFLAGS, &mut f, 1)?;
            return Ok(());
        }
        f.skip(1)?;
        cx.field(TCPFLAGS, &mut f, 1)?;
        cx.u8(PROTOCOL, &mut f)?;
        cx.field(TOS, &mut f, 1)?;
        cx.field(SRCAS, &mut f, 2)?;
        cx.field(DSTAS, &mut f, 2)?;
        cx.u8(SRCMASK, &mut f)?;
        cx.u8(DSTMASK, &mut f)?;
        cx.field(PADDING, &mut f, 2)?;
        Ok(())
    })
}

/// The sets of version 9 and IPFIX.
fn sets<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, version: u16) -> Step {
    let mut n = 0u64;
    while c.left() >= 4 {
        let id = c.peek_u16(0)?;
        let len = usize::from(c.peek_u16(2)?);
        if len < 4 {
            return Err(Stop::Malformed);
        }
        n += 1;
        let mut set = c.take_all(len)?;
        let what = match (id, version) {
            (0, V9) | (2, IPFIX) => "Data Template",
            (1, V9) | (3, IPFIX) => "Options Template",
            _ => "Data",
        };
        let item = cx.line(set.span(len), |o| {
            o.s(if version == IPFIX { "Set " } else { "FlowSet " }).u(n).s(" [id=").u(u64::from(id)).s("]");
            if what == "Data Template" {
                o.s(" (Data Template)");
            }
        });
        cx.under(item, |cx| -> Step {
            cx.u16(FLOWSET_ID, &mut set)?;
            cx.u16(FLOWSET_LENGTH, &mut set)?;
            while what == "Data Template" && set.left() >= 8 {
                template(cx, &mut set)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn template<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (id, count) = (c.peek_u16(0)?, c.peek_u16(2)?);
    let item = cx.line(c.span(4), |o| {
        o.s("Template (Id = ").u(u64::from(id)).s(", Count = ").u(u64::from(count)).s(")");
    });
    cx.under(item, |cx| -> Step {
        cx.u16(TEMPLATE_ID, c)?;
        cx.u16(TEMPLATE_FIELD_COUNT, c)?;
        for _ in 0..count {
            let enterprise = c.peek_u16(0)? & 0x8000 != 0;
            c.skip(2)?;
            cx.add(TEMPLATE_FIELD_LENGTH, c.span(2), Value::U(u64::from(c.peek_u16(0)?)));
            c.skip(if enterprise { 6 } else { 2 })?;
        }
        Ok(())
    })
}
