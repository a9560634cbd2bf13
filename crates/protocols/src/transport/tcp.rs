//! Transmission Control Protocol, RFC 9293.
//!
//! What a segment means depends on the ones before it: relative numbers, window scaling and analysis
//! come from the conversation's facts.

use crate::common::SET;
use requin_wire::{
    Cursor, Cx, Sink, Span, Step, Stop, Table, Transport, TransportFacts, TransportKind, Value, block, proto,
};

proto! {
    TCP "tcp" "Transmission Control Protocol" "TCP" Transport
    on [IpProto 6]
    fields {
        SRCPORT "tcp.srcport" "Source Port": U16 PtTcp;
        DSTPORT "tcp.dstport" "Destination Port": U16 PtTcp;
        PORT "tcp.port" "Source or Destination Port": U16 PtTcp;
        STREAM "tcp.stream" "Stream index": U32 Dec;
        COMPLETENESS "tcp.completeness" "Conversation completeness": U8 Dec;
        LEN "tcp.len" "TCP Segment Len": U32 Dec;
        SEQ "tcp.seq" "Sequence Number": U32 Dec;
        SEQ_RAW "tcp.seq_raw" "Sequence Number (raw)": U32 Dec;
        NXTSEQ "tcp.nxtseq" "Next Sequence Number": U32 Dec;
        ACK "tcp.ack" "Acknowledgment Number": U32 Dec;
        ACK_RAW "tcp.ack_raw" "Acknowledgment number (raw)": U32 Dec;
        HDR_LEN "tcp.hdr_len" "Header Length": U8 Dec;
        FLAGS "tcp.flags" "Flags": U16 Hex & 0x0fff;
        FLAGS_RES "tcp.flags.res" "Reserved": Bool(12) & 0x0e00 = SET;
        FLAGS_AE "tcp.flags.ae" "Accurate ECN": Bool(12) & 0x0100 = SET;
        FLAGS_CWR "tcp.flags.cwr" "Congestion Window Reduced": Bool(12) & 0x0080 = SET;
        FLAGS_ECE "tcp.flags.ece" "ECN-Echo": Bool(12) & 0x0040 = SET;
        FLAGS_URG "tcp.flags.urg" "Urgent": Bool(12) & 0x0020 = SET;
        FLAGS_ACK "tcp.flags.ack" "Acknowledgment": Bool(12) & 0x0010 = SET;
        FLAGS_PUSH "tcp.flags.push" "Push": Bool(12) & 0x0008 = SET;
        FLAGS_RESET "tcp.flags.reset" "Reset": Bool(12) & 0x0004 = SET;
        FLAGS_SYN "tcp.flags.syn" "Syn": Bool(12) & 0x0002 = SET;
        FLAGS_FIN "tcp.flags.fin" "Fin": Bool(12) & 0x0001 = SET;
        FLAGS_STR "tcp.flags.str" "TCP Flags": Str;
        WINDOW_SIZE_VALUE "tcp.window_size_value" "Window": U16 Dec;
        WINDOW_SIZE "tcp.window_size" "Calculated window size": U32 Dec;
        WINDOW_SIZE_SCALEFACTOR "tcp.window_size_scalefactor" "Window size scaling factor": I32 Dec;
        CHECKSUM "tcp.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "tcp.checksum.status" "Checksum Status": U8 None = super::CHECKSUM_STATES;
        URGENT_POINTER "tcp.urgent_pointer" "Urgent Pointer": U16 Dec;
        TIME_RELATIVE "tcp.time_relative" "Time since first frame in this TCP stream": RelTime;
        TIME_DELTA "tcp.time_delta" "Time since previous frame in this TCP stream": RelTime;
        PAYLOAD "tcp.payload" "TCP payload": Bytes;
    }
    experts {
        HDR_LEN_BOGUS "tcp.hdr_len.bogus" Error Protocol "Bogus TCP Header length";
    }
}

block! {
    /// The ports.
    PORTS[4]: SRCPORT @0, DSTPORT @2, ~PORT @0, ~PORT @2
}

/// The letters of the flags, from bit 0.
const LETTERS: &[u8; 12] = b"FSRPAUECNRRR";
/// Names of the flags in the Info column, from bit 0.
const FLAG_NAMES: [&str; 9] = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE"];

const SYN: u16 = 0x02;
const ACK_FLAG: u16 = 0x10;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("TCP");
    cx.info_clear();
    let at = |offset: usize, len: usize| Span::new(all.source(), all.pos() + offset, len);

    let p = cx.block(&PORTS, &mut c)?;
    let (src, dst) = (u16::from_be_bytes([p[0], p[1]]), u16::from_be_bytes([p[2], p[3]]));
    cx.info(|o| _ = o.u(src).s(" → ").u(dst));
    let h = c.array::<16>()?;
    let seq_raw = u32::from_be_bytes([h[0], h[1], h[2], h[3]]);
    let ack_raw = u32::from_be_bytes([h[4], h[5], h[6], h[7]]);
    let header_len = usize::from(h[8] >> 4) * 4;
    let flags = u16::from_be_bytes([h[8], h[9]]) & 0x0fff;
    let window = u16::from_be_bytes([h[10], h[11]]);
    let checksum = u16::from_be_bytes([h[12], h[13]]);
    let urgent = u16::from_be_bytes([h[14], h[15]]);
    let payload_len = all.left().saturating_sub(header_len.max(20));

    let mut body = all;
    body.advance(header_len.max(20));
    let facts = cx.transport(Transport {
        kind: TransportKind::Tcp,
        quoted: false,
        src: cx.out.columns.src,
        dst: cx.out.columns.dst,
        src_port: src,
        dst_port: dst,
        header: all.span(header_len),
        payload: body.span(usize::MAX),
        payload_len: payload_len as u32,
    });
    if !S::FIELDS {
        return above(cx, facts, body);
    }
    let none = TransportFacts::default();
    let known = facts.unwrap_or(&none);
    let relative = facts.is_some() && cx.registry.prefs.relative_seq;
    let (seq, ack) = if relative {
        (seq_raw.wrapping_sub(known.tcp.base_seq), ack_raw.wrapping_sub(known.tcp.base_ack))
    } else {
        (seq_raw, ack_raw)
    };
    cx.info_add(|o| {
        o.s(" ");
        flag_names(o, flags);
        o.s(" Seq=").u(seq);
        if flags & ACK_FLAG != 0 {
            o.s(" Ack=").u(ack);
        }
    });
    cx.proto_append(|o| {
        o.s(", Src Port: ").u(src).s(", Dst Port: ").u(dst).s(", Seq: ").u(seq);
        if flags & ACK_FLAG != 0 {
            o.s(", Ack: ").u(ack);
        }
        o.s(", Len: ").u(payload_len as u64);
    });
    if facts.is_some() {
        cx.generated(STREAM, at(0, 0), Value::U(u64::from(known.stream)));
    }
    cx.generated(LEN, at(0, 0), Value::U(payload_len as u64));
    let item = cx.add(SEQ, at(4, 4), Value::U(u64::from(seq)));
    if relative {
        cx.append(item, |o| _ = o.s("    (relative sequence number)"));
    }
    cx.add(SEQ_RAW, at(4, 4), Value::U(u64::from(seq_raw)));
    cx.proto_len(header_len);
    if header_len < 20 {
        let item = cx.add(HDR_LEN, at(12, 1), Value::U(header_len as u64));
        cx.expert(HDR_LEN_BOGUS, item, at(12, 1));
        return Err(Stop::Malformed);
    }
    let ends = u32::from(flags & 1 != 0) + u32::from(flags & SYN != 0);
    let next = seq.wrapping_add(payload_len as u32).wrapping_add(ends);
    let item = cx.generated(NXTSEQ, at(0, 0), Value::U(u64::from(next)));
    if relative {
        cx.append(item, |o| _ = o.s("    (relative sequence number)"));
    }
    let item = cx.add(ACK, at(8, 4), Value::U(u64::from(ack)));
    if relative {
        cx.append(item, |o| _ = o.s("    (relative ack number)"));
    }
    cx.add(ACK_RAW, at(8, 4), Value::U(u64::from(ack_raw)));
    let item = cx.add(HDR_LEN, at(12, 1), Value::U(header_len as u64));
    cx.label(item, |o| {
        for bit in (4..8).rev() {
            o.u(h[8] >> bit & 1);
        }
        o.s(" .... = Header Length: ").u(header_len as u64).s(" bytes (").u(header_len as u64 / 4).s(")");
    });
    let mut f = all;
    f.skip(12)?;
    let (_, item) = cx.flags(
        FLAGS,
        &mut f,
        2,
        &[
            FLAGS_RES,
            FLAGS_AE,
            FLAGS_CWR,
            FLAGS_ECE,
            FLAGS_URG,
            FLAGS_ACK,
            FLAGS_PUSH,
            FLAGS_RESET,
            FLAGS_SYN,
            FLAGS_FIN,
        ],
    )?;
    cx.label(item, |o| {
        o.s("Flags: ").hex(flags, 3).s(" (");
        names_of(o, flags);
        o.s(")");
    });
    cx.under(item, |cx| {
        if cx.wants(FLAGS_STR) {
            let text = cx.keep(|o| {
                for bit in (0..12).rev() {
                    if flags >> bit & 1 != 0 {
                        o.c(LETTERS[bit])
                    } else {
                        o.s("·")
                    };
                }
            });
            cx.generated(FLAGS_STR, at(12, 2), text);
        }
    });
    cx.add(WINDOW_SIZE_VALUE, at(14, 2), Value::U(u64::from(window)));
    cx.add(CHECKSUM, at(16, 2), Value::U(u64::from(checksum)));
    cx.generated(CHECKSUM_STATUS, at(16, 0), Value::U(2));
    cx.add(URGENT_POINTER, at(18, 2), Value::U(u64::from(urgent)));
    cx.info_add(|o| _ = o.s(" Win=").u(window).s(" Len=").u(payload_len as u64));
    if body.captured() > 0 {
        let n = body.captured();
        let item = cx.add(PAYLOAD, body.span(n), Value::Bytes(body.span(n)));
        cx.label(item, |o| _ = o.s("TCP payload (").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" }));
    }
    above(cx, facts, body)
}

/// The protocol above.
fn above<S: Sink>(cx: &mut Cx<'_, S>, facts: Option<&TransportFacts>, body: Cursor<'_>) -> Step {
    if body.is_empty() || cx.by_port(Table::Tcp, facts.and_then(|f| f.app), body)? {
        return Ok(());
    }
    cx.call(crate::meta::data::ID, body)
}

/// `[SYN, ACK]`
fn flag_names(o: &mut requin_wire::Out<'_>, flags: u16) {
    o.s("[");
    names_of(o, flags);
    o.s("]");
}

fn names_of(o: &mut requin_wire::Out<'_>, flags: u16) {
    if flags & 0x0fff == 0 {
        o.s("<None>");
    }
    let mut first = true;
    for (bit, name) in FLAG_NAMES.iter().enumerate() {
        if flags >> bit & 1 != 0 {
            o.s(if first { "" } else { ", " }).s(name);
            first = false;
        }
    }
    if flags & 0x0e00 != 0 {
        o.s(if first { "Reserved" } else { ", Reserved" });
    }
}

/// Fields that are read from the segment alone, whatever came before it.
pub const PURE: &[requin_wire::Field] = &[
    PROTO,
    SRCPORT,
    DSTPORT,
    PORT,
    LEN,
    SEQ_RAW,
    ACK_RAW,
    HDR_LEN,
    FLAGS,
    FLAGS_RES,
    FLAGS_AE,
    FLAGS_CWR,
    FLAGS_ECE,
    FLAGS_URG,
    FLAGS_ACK,
    FLAGS_PUSH,
    FLAGS_RESET,
    FLAGS_SYN,
    FLAGS_FIN,
    FLAGS_STR,
    WINDOW_SIZE_VALUE,
    CHECKSUM,
    CHECKSUM_STATUS,
    URGENT_POINTER,
    PAYLOAD,
];
