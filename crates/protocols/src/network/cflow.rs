//! NetFlow (versions 1, 5, 7, RFC 3954) and IPFIX (RFC 7011): headers, flows of the fixed versions, flow
//! sets and templates.

use super::PROTOCOLS;
use requin_wire::{Cursor, Cx, Field, Ports, Sink, Step, Stop, Time, Value, names, proto};

proto! {
    CFLOW "cflow" "Cisco NetFlow/IPFIX" "CFLOW" App
    on [Udp 2055, Udp 4739, Udp 9996]
    looks_like [Udp accepts => [0..=0]]
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
        PROTOCOL "cflow.protocol" "Protocol": U8 Dec = PROTOCOLS;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_5_says_how_many_flows_there_are() {
        let mut d = vec![0; 24 + 2 * 48];
        (d[1], d[3]) = (5, 2);
        let accepts = |d: &[u8]| accepts(&Cursor::new(d, d.len(), 0), Ports::default());
        assert!(accepts(&d));
        d[3] = 3;
        assert!(!accepts(&d) && !accepts(&[0, 5]));
        assert_eq!(milliseconds(1500), Time::new(1, 500_000_000));
    }
}
