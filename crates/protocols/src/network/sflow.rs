//! sFlow version 5 (sflow.org, July 2004): counters of interfaces, and headers of sampled packets.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Names, Out, Sink, Step, Stop, Value, names, proto};

proto! {
    SFLOW "sflow" "InMon sFlow" "sFlow" Carrier
    on [Udp 6343]
    fields {
        VERSION "sflow_245.version" "Datagram version": U32 Dec;
        AGENTTYPE "sflow_245.agenttype" "Agent address type": U32 Dec = AGENTTYPE_NAMES;
        AGENT "sflow_245.agent" "Agent address": Ipv4;
        AGENT_V6 "sflow_245.agent.v6" "Agent address": Ipv6;
        SUB_AGENT_ID "sflow_245.sub_agent_id" "Sub-agent ID": U32 Dec;
        SAMPLE_LENGTH "sflow_5.sample_length" "Sample length (byte)": U32 Dec;
        FLOW_DATA_LENGTH "sflow_5.flow_data_length" "Flow data length (byte)": U32 Dec;
        SEQUENCE_NUMBER "sflow_245.sequence_number" "Sequence number": U32 Dec;
        SYSUPTIME "sflow_245.sysuptime" "SysUptime": U32 Dec;
        NUMSAMPLES "sflow_245.numsamples" "NumSamples": U32 Dec;
        SAMPLETYPE "sflow_245.sampletype" "sFlow sample type": U32 Dec & 0xfff = SAMPLETYPE_NAMES;
        FLOW_RECORD_FORMAT "sflow_245.flow_record_format" "Format": U32 Dec = FLOW_RECORD_FORMAT_NAMES;
        COUNTERS_RECORD_FORMAT "sflow_245.counters_record_format" "Format": U32 Dec & 0xfff = COUNTERS_RECORD_FORMAT_NAMES;
        HEADER_PROTOCOL "sflow_245.header_protocol" "Header protocol": U32 Dec = HEADER_PROTOCOL_NAMES;
        HEADER "sflow_245.header" "Header of sampled packet": Bytes;
        VLAN_IN "sflow_245.vlan.in" "Incoming 802.1Q VLAN": U32 Dec;
        VLAN_OUT "sflow_245.vlan.out" "Outgoing 802.1Q VLAN": U32 Dec;
        PRI_IN "sflow_245.pri.in" "Incoming 802.1p priority": U32 Dec;
        PRI_OUT "sflow_245.pri.out" "Outgoing 802.1p priority": U32 Dec;
        NEXTHOP "sflow_245.nexthop" "Next hop": Ipv4;
        NEXTHOP_SRC_MASK "sflow_245.nexthop.src_mask" "Next hop source mask": U32 Dec;
        NEXTHOP_DST_MASK "sflow_245.nexthop.dst_mask" "Next hop destination mask": U32 Dec;
        IFINDEX "sflow_245.ifindex" "Interface index": U32 Dec;
        IFTYPE "sflow_245.iftype" "Interface Type": U32 Dec;
        IFSPEED "sflow_245.ifspeed" "Interface Speed": U64 Dec;
        IFDIRECTION "sflow_245.ifdirection" "Interface Direction": U32 Dec = IFDIRECTION_NAMES;
        IFADMIN_STATUS "sflow_245.ifadmin_status" "IfAdminStatus": Bool(32) & 0x1 = Names::Bools("Up", "Down");
        IFOPER_STATUS "sflow_245.ifoper_status" "IfOperStatus": Bool(32) & 0x2 = Names::Bools("Up", "Down");
        IFINOCT "sflow_245.ifinoct" "Input Octets": U64 Dec;
        IFINPKT "sflow_245.ifinpkt" "Input Packets": U32 Dec;
        IFINMCAST "sflow_245.ifinmcast" "Input Multicast Packets": U32 Dec;
        IFINBCAST "sflow_245.ifinbcast" "Input Broadcast Packets": U32 Dec;
        IFINDISC "sflow_245.ifindisc" "Input Discarded Packets": U32 Dec;
        IFINERR "sflow_245.ifinerr" "Input Errors": U32 Dec;
        IFINUNK "sflow_245.ifinunk" "Input Unknown Protocol Packets": U32 Dec;
        IFOUTOCT "sflow_245.ifoutoct" "Output Octets": U64 Dec;
        IFOUTPKT "sflow_245.ifoutpkt" "Output Packets": U32 Dec;
        IFOUTMCAST "sflow_245.ifoutmcast" "Output Multicast Packets": U32 Dec;
        IFOUTBCAST "sflow_245.ifoutbcast" "Output Broadcast Packets": U32 Dec;
        IFOUTDISC "sflow_245.ifoutdisc" "Output Discarded Packets": U32 Dec;
        IFOUTERR "sflow_245.ifouterr" "Output Errors": U32 Dec;
        IFPROMISC "sflow_245.ifpromisc" "Promiscuous Mode": U32 Dec;
        DOT3STATSALIGNMENTERRORS "sflow_245.dot3StatsAlignmentErrors" "Alignment Errors": U32 Dec;
        DOT3STATSFCSERRORS "sflow_245.dot3StatsFCSErrors" "FCS Errors": U32 Dec;
        DOT3STATSSINGLECOLLISIONFRAMES "sflow_245.dot3StatsSingleCollisionFrames" "Single Collision Frames": U32 Dec;
        DOT3STATSMULTIPLECOLLISIONFRAMES "sflow_245.dot3StatsMultipleCollisionFrames" "Multiple Collision Frames": U32 Dec;
        DOT3STATSSQETESTERRORS "sflow_245.dot3StatsSQETestErrors" "SQE Test Errors": U32 Dec;
        DOT3STATSDEFERREDTRANSMISSIONS "sflow_245.dot3StatsDeferredTransmissions" "Deferred Transmissions": U32 Dec;
        DOT3STATSLATECOLLISIONS "sflow_245.dot3StatsLateCollisions" "Late Collisions": U32 Dec;
        DOT3STATSEXCESSIVECOLLISIONS "sflow_245.dot3StatsExcessiveCollisions" "Excessive Collisions": U32 Dec;
        DOT3STATSINTERNALMACTRANSMITERRORS "sflow_245.dot3StatsInternalMacTransmitErrors" "Internal Mac Transmit Errors": U32 Dec;
        DOT3STATSCARRIERSENSEERRORS "sflow_245.dot3StatsCarrierSenseErrors" "Carrier Sense Errors": U32 Dec;
        DOT3STATSFRAMETOOLONGS "sflow_245.dot3StatsFrameTooLongs" "Frame Too Longs": U32 Dec;
        DOT3STATSINTERNALMACRECEIVEERRORS "sflow_245.dot3StatsInternalMacReceiveErrors" "Internal Mac Receive Errors": U32 Dec;
        DOT3STATSSYMBOLERRORS "sflow_245.dot3StatsSymbolErrors" "Symbol Errors": U32 Dec;
        HEADER_FRAME_LENGTH "sflow_245.header.frame_length" "Frame Length": U32 Dec;
        HEADER_PAYLOAD_STRIPPED "sflow_245.header.payload_stripped" "Payload stripped": U32 Dec;
        HEADER_SAMPLED_HEADER_LENGTH "sflow_245.header.sampled_header_length" "Sampled header length": U32 Dec;
        FLOW_SAMPLE_SEQUENCE_NUMBER "sflow.flow_sample.sequence_number" "Sequence number": U32 Dec;
        FLOW_SAMPLE_SOURCE_ID_CLASS "sflow.flow_sample.source_id_class" "Source ID class": U32 Dec & 0xff000000;
        FLOW_SAMPLE_SAMPLING_RATE "sflow.flow_sample.sampling_rate" "Sampling rate": U32 Dec = Names::Custom(rate);
        FLOW_SAMPLE_SAMPLE_POOL "sflow.flow_sample.sample_pool" "Sample pool": U32 Dec = Names::Unit(" total packets", " total packets");
        FLOW_SAMPLE_DROPPED_PACKETS "sflow.flow_sample.dropped_packets" "Dropped packets": U32 Dec;
        FLOW_SAMPLE_INPUT_INTERFACE "sflow.flow_sample.input_interface" "Input interface (ifIndex)": U32 Dec;
        FLOW_SAMPLE_OUTPUT_INTERFACE "sflow.flow_sample.output_interface" "Output interface (ifIndex)": U32 Hex;
        FLOW_SAMPLE_OUTPUT_FORMAT "sflow.flow_sample.output_interface_format" "Output interface format": U32 Dec & 0xc0000000 = OUTPUT_FORMATS;
        FLOW_SAMPLE_OUTPUT_DISCARDED "sflow.flow_sample.output_interface_value" "Output interface value": U32 Dec & 0x3fffffff = DISCARDED;
        FLOW_SAMPLE_OUTPUT_VALUE "sflow.flow_sample.output_interface_value" "Output interface value": U32 Dec;
        FLOW_SAMPLE_OUTPUT_INTERFACE_FORMAT "sflow.flow_sample.output_interface.format" "Output interface format": U32 Dec & 0x7fffffff;
        FLOW_SAMPLE_OUTPUT_INTERFACE_VALUE "sflow.flow_sample.output_interface_value" "Output interface value": U32 Dec & 0x3fffffff;
        ENTERPRISE "sflow.enterprise" "Enterprise": U32 Dec & 0xfffff000 = ENTERPRISES;
        FLOW_SAMPLE_FLOW_RECORD "sflow.flow_sample.flow_record" "Flow record": U32 Dec;
        FLOW_SAMPLE_SOURCE_ID_TYPE "sflow.flow_sample.source_id_type" "Source ID type": U32 Dec;
        FLOW_SAMPLE_SOURCE_ID_INDEX "sflow.flow_sample.source_id_index" "Source ID index": U32 Dec;
        FLOW_SAMPLE_INPUT_INTERFACE_FORMAT "sflow.flow_sample.input_interface_format" "Input interface format": U32 Dec;
        FLOW_SAMPLE_INPUT_INTERFACE_VALUE "sflow.flow_sample.input_interface_value" "Input interface value": U32 Dec;
        COUNTERS_SAMPLE_SEQUENCE_NUMBER "sflow.counters_sample.sequence_number" "Sequence number": U32 Dec;
        COUNTERS_SAMPLE_SOURCE_ID_TYPE "sflow.counters_sample.source_id_type" "Source ID type": U32 Dec & 0xff000000;
        COUNTERS_SAMPLE_SOURCE_TYPE "sflow.counters_sample.source_id_type" "Source ID type": U32 Dec;
        COUNTERS_SAMPLE_SOURCE_INDEX "sflow.counters_sample.source_id_index" "Source ID index": U32 Dec;
        COUNTERS_SAMPLE_SOURCE_ID_INDEX "sflow.counters_sample.source_id_index" "Source ID index": U32 Dec & 0xffffff;
        COUNTERS_SAMPLE_COUNTERS_RECORDS "sflow.counters_sample.counters_records" "Counters records": U32 Dec;
        FLOW_SAMPLE_INDEX "sflow.flow_sample.index" "Index": U32 Dec & 0xffffff;
    }
}

names! {
    AGENTTYPE_NAMES {
        1 => "IPv4",
        2 => "IPv6",
    }
    SAMPLETYPE_NAMES {
        1 => "Flow sample",
        2 => "Counters sample",
        3 => "Expanded flow sample",
        4 => "Expanded counters sample",
        7 => "Lag Port stats",
    }
    FLOW_RECORD_FORMAT_NAMES {
        1 => "Raw packet header",
        2 => "Ethernet frame data",
        3 => "IPv4 data",
        4 => "IPv6 data",
        1001 => "Extended switch data",
        1002 => "Extended router data",
        1003 => "Extended gateway data",
        1004 => "Extended user data",
        1005 => "Extended URL data",
        1006 => "Extended MPLS data",
        1007 => "Extended NAT data",
        1008 => "Extended MPLS tunnel data",
        1009 => "Extended MPLS VC data",
        1010 => "Extended MPLS FEC data",
        1011 => "Extended MPLS LVP FEC data",
        1012 => "Extended VLAN tunnel",
        1013 => "Extended 802.11 payload",
        1014 => "Extended 802.11 RX",
        1015 => "Extended 802.11 TX",
        1016 => "Extended 802.11 aggregation",
    }
    COUNTERS_RECORD_FORMAT_NAMES {
        1 => "Generic interface counters",
        2 => "Ethernet interface counters",
        3 => "Token ring counters",
        4 => "100 Base VG interface counters",
        5 => "VLAN counters",
        6 => "IEEE 802.11 counters",
        7 => "LAG counters",
        1001 => "Processor information",
        1002 => "Radio utilization",
    }
    HEADER_PROTOCOL_NAMES {
        1 => "Ethernet",
        2 => "Token Bus",
        3 => "Token Ring",
        4 => "FDDI",
        5 => "Frame Relay",
        6 => "X.25",
        7 => "PPP",
        8 => "SMDS",
        9 => "ATM AAL5",
        10 => "ATM AAL5-IP (e.g., Cisco AAL5 mux)",
        11 => "IPv4",
        12 => "IPv6",
        13 => "MPLS",
        14 => "PPP over SONET/SDH (RFC 1662, 2615)",
        15 => "802.11 MAC",
        16 => "802.11n Aggregated MPDU",
        17 => "A-MSDU Subframe",
    }
    IFDIRECTION_NAMES {
        1 => "Full-Duplex",
        2 => "Half-Duplex",
        3 => "In",
        4 => "Out",
    }
    ENTERPRISES {
        0 => "standard sFlow",
        4300 => "InMon",
        4413 => "Broadcom",
        5623 => "Extreme",
    }
    OUTPUT_FORMATS {
        0 => "ifindex",
        1 => "packet discarded",
        2 => "multiple interfaces",
    }
    DISCARDED {
        0 => "Net Unreachable",
        1 => "Host Unreachable",
        2 => "Protocol Unreachable",
        3 => "Port Unreachable",
        4 => "Fragmentation Needed and Don't Fragment was Set",
        5 => "Source Route Failed",
        6 => "Destination Network Unknown",
        7 => "Destination Host Unknown",
        8 => "Source Host Isolated",
        9 => "Communication with Destination Network is Administratively Prohibited",
        10 => "Communication with Destination Host is Administratively Prohibited",
        11 => "Destination Network Unreachable for Type of Service",
        12 => "Destination Host Unreachable for Type of Service",
        13 => "Communication Administratively Prohibited",
        14 => "Host Precedence Violation",
        15 => "Precedence cutoff in effect",
        256 => "unknown",
        257 => "ttl exceeded",
        258 => "ACL",
        259 => "no buffer space",
        260 => "RED",
        261 => "traffic shaping/rate limiting",
        262 => "packet too big (for protocols that don't support fragmentation)",
    }
}

/// The version that is understood past its number.
const V5: u32 = 5;
/// Samples and records that one datagram may have; none has more in 64 KiB.
const MAX: u32 = 4096;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !matches!(c.peek_u32(0)?, 2 | 4 | V5) {
        return Err(Stop::NotMine);
    }
    cx.protocol("sFlow");
    cx.info_clear();
    let version = cx.u32(VERSION, &mut c)?;
    cx.info(|o| _ = o.s("V").u(version));
    if version != V5 {
        return Ok(());
    }
    let kind = cx.u32(AGENTTYPE, &mut c)?;
    match kind {
        1 => {
            let a = cx.u32(AGENT, &mut c)?;
            cx.info_add(|o| _ = o.s(", agent ").ipv4(a));
        }
        2 => {
            let a = cx.bytes(AGENT_V6, &mut c, 16)?;
            cx.info_add(|o| _ = o.s(", agent ").ipv6(a));
        }
        _ => return Ok(()),
    }
    let sub = cx.u32(SUB_AGENT_ID, &mut c)?;
    let seq = cx.u32(SEQUENCE_NUMBER, &mut c)?;
    cx.info_add(|o| _ = o.s(", sub-agent ID ").u(sub).s(", seq ").u(seq));
    let up = c.peek_u32(0)?;
    let item = cx.field(SYSUPTIME, &mut c, 4)?;
    cx.label(item, |o| {
        o.s("SysUptime: ");
        crate::application::text::seconds(o, up / 1000);
        o.s(" (").u(up).s("ms)");
    });
    let samples = cx.u32(NUMSAMPLES, &mut c)?;
    cx.info_add(|o| _ = o.s(", ").u(samples).s(" samples"));
    for _ in 0..samples.min(MAX) {
        sample(cx, &mut c)?;
    }
    Ok(())
}

/// How many packets there are for each that was taken.
fn rate(v: Value, o: &mut Out<'_>) {
    o.s("1 out of ").u(v.as_u64().unwrap_or(0)).s(" packets");
}

/// One sample: its type, its length, what is in it.
fn sample<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let kind = c.peek_u32(0)?;
    let len = c.peek_u32(4)? as usize;
    let mut s = c.take_all(len.saturating_add(8))?;
    let sequence = s.peek_u32(8).unwrap_or(0);
    let item = cx.line(s.span(len + 8), |o| match SAMPLETYPE_NAMES.find(kind.into()) {
        Some(name) => _ = o.s(name).s(", seq ").u(sequence),
        None => _ = o.s("Unknown sample"),
    });
    cx.under(item, |cx| {
        cx.peek(ENTERPRISE, &s, 4)?;
        cx.add(SAMPLETYPE, s.span(4), Value::U(u64::from(kind & 0xfff)));
        s.skip(4)?;
        cx.u32(SAMPLE_LENGTH, &mut s)?;
        match kind {
            1 => {
                cx.u32(FLOW_SAMPLE_SEQUENCE_NUMBER, &mut s)?;
                cx.peek(FLOW_SAMPLE_SOURCE_ID_CLASS, &s, 4)?;
                cx.field(FLOW_SAMPLE_INDEX, &mut s, 4)?;
                run(cx, &mut s, RATES)?;
                cx.u32(FLOW_SAMPLE_INPUT_INTERFACE, &mut s)?;
                output(cx, &mut s)?;
                records(cx, &mut s, FLOW_SAMPLE_FLOW_RECORD, flow)
            }
            3 => {
                run(cx, &mut s, EXPANDED)?;
                run(cx, &mut s, RATES)?;
                run(cx, &mut s, INTERFACES)?;
                records(cx, &mut s, FLOW_SAMPLE_FLOW_RECORD, flow)
            }
            2 => {
                cx.u32(COUNTERS_SAMPLE_SEQUENCE_NUMBER, &mut s)?;
                cx.peek(COUNTERS_SAMPLE_SOURCE_ID_TYPE, &s, 4)?;
                cx.field(COUNTERS_SAMPLE_SOURCE_ID_INDEX, &mut s, 4)?;
                records(cx, &mut s, COUNTERS_SAMPLE_COUNTERS_RECORDS, counters)
            }
            4 => {
                cx.u32(COUNTERS_SAMPLE_SEQUENCE_NUMBER, &mut s)?;
                cx.u32(COUNTERS_SAMPLE_SOURCE_TYPE, &mut s)?;
                cx.u32(COUNTERS_SAMPLE_SOURCE_INDEX, &mut s)?;
                records(cx, &mut s, COUNTERS_SAMPLE_COUNTERS_RECORDS, counters)
            }
            _ => Ok(()),
        }
    })
}

/// Where a sampled packet went: to an interface, to several, or nowhere.
fn output<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let word = c.peek_u32(0)?;
    let item = cx.add(FLOW_SAMPLE_OUTPUT_INTERFACE, c.span(4), Value::U(word.into()));
    cx.label(item, |o| _ = o.s("Output interface: ").hex(word, 8));
    cx.under(item, |cx| -> Step {
        cx.peek(FLOW_SAMPLE_OUTPUT_FORMAT, c, 4)?;
        if word >> 30 == 1 {
            return cx.peek(FLOW_SAMPLE_OUTPUT_DISCARDED, c, 4).map(|_| ());
        }
        let item = cx.peek(FLOW_SAMPLE_OUTPUT_INTERFACE_VALUE, c, 4)?;
        if word == 2 << 30 {
            cx.append(item, |o| _ = o.s(" unknown number of interfaces greater than 1"));
        }
        Ok(())
    })?;
    c.skip(4)
}

const EXPANDED: &[(Field, usize)] =
    &[(FLOW_SAMPLE_SEQUENCE_NUMBER, 4), (FLOW_SAMPLE_SOURCE_ID_TYPE, 4), (FLOW_SAMPLE_SOURCE_ID_INDEX, 4)];
const RATES: &[(Field, usize)] =
    &[(FLOW_SAMPLE_SAMPLING_RATE, 4), (FLOW_SAMPLE_SAMPLE_POOL, 4), (FLOW_SAMPLE_DROPPED_PACKETS, 4)];
const INTERFACES: &[(Field, usize)] = &[
    (FLOW_SAMPLE_INPUT_INTERFACE_FORMAT, 4),
    (FLOW_SAMPLE_INPUT_INTERFACE_VALUE, 4),
    (FLOW_SAMPLE_OUTPUT_INTERFACE_FORMAT, 4),
    (FLOW_SAMPLE_OUTPUT_VALUE, 4),
];
const GENERIC: &[(Field, usize)] = &[(IFINDEX, 4), (IFTYPE, 4), (IFSPEED, 8), (IFDIRECTION, 4)];
const GENERIC_COUNTERS: &[(Field, usize)] = &[
    (IFINOCT, 8),
    (IFINPKT, 4),
    (IFINMCAST, 4),
    (IFINBCAST, 4),
    (IFINDISC, 4),
    (IFINERR, 4),
    (IFINUNK, 4),
    (IFOUTOCT, 8),
    (IFOUTPKT, 4),
    (IFOUTMCAST, 4),
    (IFOUTBCAST, 4),
    (IFOUTDISC, 4),
    (IFOUTERR, 4),
    (IFPROMISC, 4),
];
const ETHERNET: &[(Field, usize)] = &[
    (DOT3STATSALIGNMENTERRORS, 4),
    (DOT3STATSFCSERRORS, 4),
    (DOT3STATSSINGLECOLLISIONFRAMES, 4),
    (DOT3STATSMULTIPLECOLLISIONFRAMES, 4),
    (DOT3STATSSQETESTERRORS, 4),
    (DOT3STATSDEFERREDTRANSMISSIONS, 4),
    (DOT3STATSLATECOLLISIONS, 4),
    (DOT3STATSEXCESSIVECOLLISIONS, 4),
    (DOT3STATSINTERNALMACTRANSMITERRORS, 4),
    (DOT3STATSCARRIERSENSEERRORS, 4),
    (DOT3STATSFRAMETOOLONGS, 4),
    (DOT3STATSINTERNALMACRECEIVEERRORS, 4),
    (DOT3STATSSYMBOLERRORS, 4),
];
const SWITCH: &[(Field, usize)] = &[(VLAN_IN, 4), (PRI_IN, 4), (VLAN_OUT, 4), (PRI_OUT, 4)];

/// The records of a sample.
fn records<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    count: Field,
    one: fn(&mut Cx<'_, S>, u32, Cursor<'_>) -> Step,
) -> Step {
    let n = cx.u32(count, c)?;
    for _ in 0..n.min(MAX) {
        let kind = c.peek_u32(0)?;
        let len = c.peek_u32(4)? as usize;
        let mut r = c.take_all(len.saturating_add(8))?;
        let counted = count == COUNTERS_SAMPLE_COUNTERS_RECORDS;
        let names = if counted { COUNTERS_RECORD_FORMAT_NAMES } else { FLOW_RECORD_FORMAT_NAMES };
        let item = cx.line(r.span(len + 8), |o| {
            o.s(if kind >> 12 != 0 {
                "Unknown enterprise format"
            } else {
                names.or(kind.into(), "Unknown sample format")
            });
        });
        cx.under(item, |cx| -> Step {
            cx.peek(ENTERPRISE, &r, 4)?;
            let format = if counted { COUNTERS_RECORD_FORMAT } else { FLOW_RECORD_FORMAT };
            cx.add(format, r.span(4), Value::U(u64::from(kind & 0xfff)));
            r.skip(4)?;
            cx.u32(FLOW_DATA_LENGTH, &mut r)?;
            one(cx, kind, r)
        })?;
    }
    Ok(())
}

fn counters<S: Sink>(cx: &mut Cx<'_, S>, kind: u32, mut c: Cursor<'_>) -> Step {
    match kind {
        1 => {
            run(cx, &mut c, GENERIC)?;
            cx.peek(IFADMIN_STATUS, &c, 4)?;
            cx.peek(IFOPER_STATUS, &c, 4)?;
            c.skip(4)?;
            run(cx, &mut c, GENERIC_COUNTERS)
        }
        2 => run(cx, &mut c, ETHERNET),
        _ => Ok(()),
    }
}

fn flow<S: Sink>(cx: &mut Cx<'_, S>, kind: u32, mut c: Cursor<'_>) -> Step {
    match kind {
        1 => header(cx, c),
        1001 => run(cx, &mut c, SWITCH),
        1002 => {
            address(cx, &mut c)?;
            run(cx, &mut c, &[(NEXTHOP_SRC_MASK, 4), (NEXTHOP_DST_MASK, 4)])
        }
        _ => Ok(()),
    }
}

fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    match c.peek_u32(0)? {
        1 => {
            c.skip(4)?;
            cx.field(NEXTHOP, c, 4).map(|_| ())
        }
        2 => c.skip(20),
        _ => Err(Stop::Malformed),
    }
}

/// The header of a sampled packet, which is another packet's and cut somewhere.
fn header<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = cx.u32(HEADER_PROTOCOL, &mut c)?;
    let frame = cx.u32(HEADER_FRAME_LENGTH, &mut c)? as usize;
    cx.u32(HEADER_PAYLOAD_STRIPPED, &mut c)?;
    let len = cx.u32(HEADER_SAMPLED_HEADER_LENGTH, &mut c)? as usize;
    let sampled = c.take_all(len)?;
    let span = sampled.span(len);
    let item = cx.add(HEADER, span, Value::Bytes(span));
    let whole = sampled.sampled(frame.max(len));
    cx.under(item, |cx| {
        let place = cx.place();
        let step = cx.quoted(|cx| match kind {
            1 => cx.call(crate::link::ethernet::ID, whole),
            5 => cx.call(crate::link::frame_relay::ID, whole),
            7 => cx.call(crate::link::ppp::ID, whole),
            11 => cx.call(super::ipv4::ID, whole),
            12 => cx.call(super::ipv6::ID, whole),
            13 => cx.call(crate::link::mpls::ID, whole),
            15 => cx.call(crate::wireless::wlan::ID, whole),
            _ => Ok(()),
        });
        cx.return_to(place);
        // It ends in the middle: that is how it was sampled.
        match step {
            Err(Stop::TooDeep) => Err(Stop::TooDeep),
            _ => Ok(()),
        }
    })
}
