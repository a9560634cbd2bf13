//! Datagram Congestion Control Protocol, RFC 4340: its header.

use requin_wire::{Cursor, Cx, Key, Names, Past, Sink, Step, Stop, Value, names, proto};

proto! {
    DCCP "dccp" "Datagram Congestion Control Protocol" "DCCP" Transport
    on [IpProto 33]
    remember [remember] for columns [STREAM, SEQ, ACK]
    fields {
        SRCPORT "dccp.srcport" "Source Port": U16 Dec;
        DSTPORT "dccp.dstport" "Destination Port": U16 Dec;
        PORT "dccp.port" "Source or Destination Port": U16 Dec;
        DATA_OFFSET "dccp.data_offset" "Data Offset": U8 Dec;
        CCVAL "dccp.ccval" "CCVal": U8 Dec;
        CSCOV "dccp.cscov" "Checksum Coverage": U8 Dec;
        CHECKSUM "dccp.checksum" "Checksum": U16 Hex;
        RES1 "dccp.res1" "Reserved": U8 Hex;
        TYPE "dccp.type" "Type": U8 Dec = TYPE_NAMES;
        X "dccp.x" "Extended Sequence Numbers": Bool;
        RES2 "dccp.res2" "Reserved": U8 Hex;
        SEQ_RAW "dccp.seq_raw" "Sequence Number (raw)": U64 Dec;
        ACK_RES "dccp.ack_res" "Reserved": U16 Hex;
        ACK_RAW "dccp.ack_raw" "Acknowledgement Number (raw)": U64 Dec;
        SERVICE_CODE "dccp.service_code" "Service Code": U32 Dec = SERVICE_CODE_NAMES;
        RESET_CODE "dccp.reset_code" "Reset Code": U8 Dec = RESET_CODE_NAMES;
        OPTIONS "dccp.options" "Options": None;
        CHECKSUM_STATUS "dccp.checksum.status" "Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        STREAM "dccp.stream" "Stream index": U32 Dec;
        SEQ "dccp.seq" "Sequence Number": U64 Dec;
        ACK "dccp.ack" "Acknowledgement Number": U64 Dec;
        DATA1 "dccp.data1" "Data 1": U8 Dec;
        DATA2 "dccp.data2" "Data 2": U8 Dec;
        DATA3 "dccp.data3" "Data 3": U8 Dec;
        OPTION_TYPE "dccp.option_type" "Option Type": U8 Dec = OPTION_TYPE_NAMES;
        FEATURE_NUMBER "dccp.feature_number" "Feature Number": U8 Dec = FEATURE_NUMBER_NAMES;
        NDP_COUNT "dccp.ndp_count" "NDP Count": U64 Dec;
        TIMESTAMP "dccp.timestamp" "Timestamp": U32 Dec;
        ELAPSED_TIME "dccp.elapsed_time" "Elapsed Time": U32 Dec;
        PADDING "dccp.padding" "Padding": Bytes;
        ACK_VECTOR_NONCE_0 "dccp.ack_vector.nonce_0" "Ack Vector [Nonce 0]": Bytes;
        ACK_VECTOR_NONCE_1 "dccp.ack_vector.nonce_1" "Ack Vector [Nonce 1]": Bytes;
    }
    experts {
        OPTION_LEN_BAD "dccp.option.len.bad" Warn Protocol "Bad option length";
        BAD_CHECKSUM "dccp.bad_checksum" Error Checksum "Bad checksum";
    }
}

names! {
    TYPE_NAMES {
        0 => "Request",
        1 => "Response",
        2 => "Data",
        3 => "Ack",
        4 => "DataAck",
        5 => "CloseReq",
        6 => "Close",
        7 => "Reset",
        8 => "Sync",
        9 => "SyncAck",
        10 => "Listen",
        11 => "Reserved",
        12 => "Reserved",
        13 => "Reserved",
        14 => "Reserved",
        15 => "Reserved",
    }
    SERVICE_CODE_NAMES {
        0 => "not specified",
        7107696 => "LTP: Licklider Transmission Protocol",
        1145656131 => "DISC: Discard",
        1381253968 => "RTCP: RTCP connection, separate from the corresponding RTP",
        1381257281 => "RTPA: RTP session conveying audio data (and associated RTCP)",
        1381257295 => "RTPO: RTP session conveying other media (and associated RTCP)",
        1381257300 => "RTPT: RTP session conveying text media (and associated RTCP)",
        1381257302 => "RTPV: RTP session conveying video data (and associated RTCP)",
        1398361159 => "SYLG: Syslog Protocol",
        1685351985 => "Bundle Protocol",
        1852861808 => "NPMP: NetPerfMeter Data",
        4294967295 => "Reserved (Invalid)",
    }
    RESET_CODE_NAMES {
        0 => "Unspecified",
        1 => "Closed",
        2 => "Aborted",
        3 => "No Connection",
        4 => "Packet Error",
        5 => "Option Error",
        6 => "Mandatory Error",
        7 => "Connection Refused",
        8 => "Bad Service Code",
        9 => "Too Busy",
        10 => "Bad Init Cookie",
        11 => "Aggression Penalty",
        12 => "Reserved",
    }
}

const OPTION_TYPE_NAMES: Names = Names::Ranges(&[
    (0x0, 0x0, "Padding"),
    (0x1, 0x1, "Mandatory"),
    (0x2, 0x2, "Slow Receiver"),
    (0x3, 0x1f, "Reserved"),
    (0x20, 0x20, "Change L"),
    (0x21, 0x21, "Confirm L"),
    (0x22, 0x22, "Change R"),
    (0x23, 0x23, "Confirm R"),
    (0x24, 0x24, "Init Cookie"),
    (0x25, 0x25, "NDP Count"),
    (0x26, 0x26, "Ack Vector [Nonce 0]"),
    (0x27, 0x27, "Ack Vector [Nonce 1]"),
    (0x28, 0x28, "Data Dropped"),
    (0x29, 0x29, "Timestamp"),
    (0x2a, 0x2a, "Timestamp Echo"),
    (0x2b, 0x2b, "Elapsed Time"),
    (0x2c, 0x2c, "Data checksum"),
    (0x2d, 0x7f, "Reserved"),
    (0x80, 0xbf, "CCID option"),
    (0xc0, 0xc0, "CCID3 Loss Event Rate"),
    (0xc1, 0xc1, "CCID3 Loss Intervals"),
    (0xc2, 0xc2, "CCID3 Receive Rate"),
    (0xc3, 0xff, "CCID option"),
]);
const FEATURE_NUMBER_NAMES: Names = Names::Ranges(&[
    (0x0, 0x0, "Reserved"),
    (0x1, 0x1, "Congestion Control ID (CCID)"),
    (0x2, 0x2, "Allow Short Seqnums"),
    (0x3, 0x3, "Sequence Window"),
    (0x4, 0x4, "ECN Incapable"),
    (0x5, 0x5, "Ack Ratio"),
    (0x6, 0x6, "Send Ack Vector"),
    (0x7, 0x7, "Send NDP Count"),
    (0x8, 0x8, "Minimum Checksum Coverage"),
    (0x9, 0x9, "Check Data Checksum"),
    (0xa, 0x7f, "Reserved"),
    (0xc0, 0xc0, "Send Loss Event Rate"),
    (0xc1, 0xff, "CCID-specific feature"),
]);

const REQUEST: u8 = 0;
const RESPONSE: u8 = 1;
const DATA: u8 = 2;
const RESET: u8 = 7;

/// Under this number stands what is known of a packet's connection.
const NOTE: u64 = 0;

/// What is known of a connection: its number, the port of who opened it, and where both sides' numbers begin.
#[derive(Clone, Copy, Default)]
struct Known {
    stream: u64,
    opener: u16,
    bases: [Option<u64>; 2],
}

impl Known {
    fn read(b: &[u8]) -> Option<Known> {
        let number = |at: usize| Some(u64::from_be_bytes(*b.get(at..)?.first_chunk::<8>()?));
        // Numbers have 48 bits: what is more stands for none.
        let base = |at: usize| number(at).map(|n| Some(n).filter(|n| *n >> 48 == 0));
        let [high, low] = *b.get(24..)?.first_chunk::<2>()?;
        let opener = u16::from_be_bytes([high, low]);
        Some(Known { stream: number(0)?, opener, bases: [base(8)?, base(16)?] })
    }

    fn write(&self) -> [u8; 26] {
        let mut b = [0; 26];
        let words = [self.stream, self.bases[0].unwrap_or(u64::MAX), self.bases[1].unwrap_or(u64::MAX)];
        for (to, word) in b.chunks_mut(8).zip(words) {
            to.copy_from_slice(&word.to_be_bytes());
        }
        let [high, low] = self.opener.to_be_bytes();
        (b[24], b[25]) = (high, low);
        b
    }

    /// Where the sender's numbers begin, and those of the other side.
    fn bases(&self, src: u16) -> (Option<u64>, Option<u64>) {
        let [a, b] = self.bases;
        if src == self.opener { (a, b) } else { (b, a) }
    }
}

/// Connections are counted as they come; numbers begin with a request and its response.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some(h) = pdu.first_chunk::<16>() else { return };
    let (src, dst) = (u16::from_be_bytes([h[0], h[1]]), u16::from_be_bytes([h[2], h[3]]));
    let ports = [src.min(dst), src.max(dst)].map(u16::to_be_bytes).concat();
    let (key, counter) = (Key::pair(1).and(&ports), Key::anywhere(0));
    let mut known = past.get(&key).and_then(|r| Known::read(&r.bytes)).unwrap_or_else(|| {
        let stream = past.get(&counter).map_or(0, |r| r.number());
        past.set_number(&counter, stream + 1);
        Known { stream, opener: src, ..Known::default() }
    });
    if matches!(h[8] >> 1 & 15, REQUEST | RESPONSE) && h[8] & 1 != 0 {
        let seq = h[10..].iter().fold(0, |n, b| n << 8 | u64::from(*b));
        known.bases[usize::from(src != known.opener)] = Some(seq);
    }
    past.set(&key, &known.write());
    past.note(NOTE, &past.this(&known.write()));
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("DCCP");
    cx.info_clear();
    let all = c;
    cx.aside(&c);
    let known = cx.recalled(NOTE).and_then(|r| Known::read(&r.bytes));
    let h = *c.peek_array::<12>()?;
    let (src, dst) = (u16::from_be_bytes([h[0], h[1]]), u16::from_be_bytes([h[2], h[3]]));
    let kind = h[8] >> 1 & 15;
    let long = h[8] & 1 != 0;
    let name = TYPE_NAMES.or(u64::from(kind), "Unknown");
    // Before it has acknowledged, a sender has a long number.
    let seq = if long { c.peek_uint(10, 6)? } else { c.peek_uint(9, 3)? };
    let (own, other) = known.map_or((None, None), |k| k.bases(src));
    let relative = own.filter(|base| *base != seq).map(|base| seq.wrapping_sub(base));
    let write = |o: &mut requin_wire::Out<'_>| {
        o.s("[").s(name).s("] Seq=").u(relative.unwrap_or(seq));
    };
    cx.info(|o| {
        o.u(u64::from(src)).s(" \u{2192} ").u(u64::from(dst)).s(" ");
        write(o);
    });
    let top = cx.proto_item();
    cx.append(top, |o| {
        o.s(", Src Port: ").u(u64::from(src)).s(", Dst Port: ").u(u64::from(dst)).s(" ");
        write(o);
    });
    for field in [SRCPORT, DSTPORT] {
        let n = cx.peek(field, &c, 2).map(|_| c.peek_u16(0))??;
        cx.hidden(PORT, c.span(2), Value::U(u64::from(n)));
        c.skip(2)?;
    }
    if let Some(known) = known {
        cx.generated(STREAM, c.span(0), Value::U(known.stream));
    }
    cx.u8(DATA_OFFSET, &mut c)?;
    cx.peek(CCVAL, &c, 1)?;
    cx.peek(CSCOV, &c, 1)?;
    c.skip(1)?;
    checksum(cx, &c, &all, usize::from(h[5] & 15));
    c.skip(2)?;
    cx.add(RES1, c.span(1), Value::U(u64::from(h[8] >> 5)));
    cx.add(TYPE, c.span(1), Value::U(u64::from(kind)));
    cx.add(X, c.span(1), Value::U(u64::from(long)));
    c.skip(1)?;
    if long {
        cx.u8(RES2, &mut c)?;
    }
    let n = if long { 6 } else { 3 };
    if let Some(n_rel) = relative {
        let item = cx.add(SEQ, c.span(n), Value::U(n_rel));
        cx.append(item, |o| _ = o.s("    (relative sequence number)"));
    }
    cx.add(SEQ_RAW, c.span(n), Value::U(seq));
    c.skip(n)?;
    if !matches!(kind, REQUEST | DATA) {
        if long {
            cx.u16(ACK_RES, &mut c)?;
        } else {
            c.skip(1)?;
        }
        let ack = c.peek_uint(0, n)?;
        let relative = other.map(|base| ack.wrapping_sub(base));
        if let Some(n_rel) = relative {
            let item = cx.add(ACK, c.span(n), Value::U(n_rel));
            if kind != RESPONSE {
                cx.append(item, |o| _ = o.s("    (relative acknowledgement number)"));
            }
        }
        cx.add(ACK_RAW, c.span(n), Value::U(ack));
        cx.info_add(|o| _ = o.s(" (Ack=").u(relative.unwrap_or(ack)).s(")"));
        c.skip(n)?;
    }
    match kind {
        REQUEST | RESPONSE => {
            let item = cx.peek(SERVICE_CODE, &c, 4)?;
            let code = c.peek_u32(0)?;
            if code == 0 {
                cx.label(item, |o| _ = o.s("Service Code: not specified (0)"));
                cx.info_add(|o| _ = o.s(" (service=not specified)"));
            } else {
                cx.info_add(|o| _ = o.s(" (service=").u(u64::from(code)).s(")"));
            }
            c.skip(4)?;
        }
        RESET => {
            let code = cx.u8(RESET_CODE, &mut c)?;
            cx.info_add(|o| _ = o.s(" (code=").s(RESET_CODE_NAMES.or(u64::from(code), "Unknown")).s(")"));
            crate::common::run(cx, &mut c, &[(DATA1, 1), (DATA2, 1), (DATA3, 1)])?;
        }
        _ => {}
    }
    // Options reach to where the data begins, in words.
    let options = (usize::from(h[4]) * 4).saturating_sub(c.pos() - all.pos());
    if options > 0 {
        let item = cx.add(OPTIONS, c.span(options), Value::None);
        cx.label(item, |o| _ = o.s("Options: (").u(options as u64).s(" bytes)"));
        let mut parts = c.take_all(options)?;
        cx.under(item, |cx| -> Step {
            while !parts.is_empty() {
                option(cx, &mut parts)?;
            }
            Ok(())
        })?;
    }
    if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
}

/// The checksum, over the header and as much of the data as is covered (RFC 4340 section 9.1).
fn checksum<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, all: &Cursor<'_>, coverage: usize) {
    use super::checksum::{add, pseudo, show};
    let header = usize::from(all.peek_u8(4).unwrap_or(0)) * 4;
    let covered = match coverage {
        0 => all.left(),
        n => (header + 4 * (n - 1)).min(all.left()),
    };
    let sum = all.peek_bytes(0, covered).ok().map(|b| add(pseudo(cx, 33, all.left()), b));
    show(cx, [CHECKSUM, CHECKSUM_STATUS, BAD_CHECKSUM], c, sum);
}

const CHANGE: std::ops::RangeInclusive<u8> = 32..=35;

/// One option (RFC 4340 section 5.8): the first 32 are single bytes, all others have a length.
fn option<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    let len = if kind < 32 { 1 } else { usize::from(c.peek_u8(1)?) };
    let item = cx.peek(OPTION_TYPE, c, 1)?;
    if len < if kind < 32 { 1 } else { 2 } || len > c.left() {
        cx.expert(OPTION_LEN_BAD, item, c.span(0));
        return Err(Stop::Malformed);
    }
    let mut c = c.take(len);
    cx.under(item, |cx| -> Step {
        if kind == 0 {
            return cx.bytes(PADDING, &mut c, 1).map(|_| ());
        }
        if kind < 32 {
            return Ok(());
        }
        c.skip(2)?;
        let n = c.left();
        match kind {
            k if CHANGE.contains(&k) => feature(cx, &mut c),
            37 if n <= 6 => cx.uint(NDP_COUNT, &mut c, n).map(|_| ()),
            38 => cx.bytes(ACK_VECTOR_NONCE_0, &mut c, n).map(|_| ()),
            39 => cx.bytes(ACK_VECTOR_NONCE_1, &mut c, n).map(|_| ()),
            41 if n == 4 => cx.u32(TIMESTAMP, &mut c).map(|_| ()),
            43 if n == 2 || n == 4 => cx.uint(ELAPSED_TIME, &mut c, n).map(|_| ()),
            _ => Ok(()),
        }
    })
}

/// A feature that the ends agree on, with the values that one of them offers.
fn feature<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let number = c.peek_u8(0)?;
    let values = c.peek_bytes(1, c.left() - 1)?;
    let item = cx.line(c.span(c.left()), |o| {
        o.s(FEATURE_NUMBER_NAMES.or(u64::from(number), "Unknown")).s("(");
        for (i, v) in values.iter().enumerate() {
            o.s(if i == 0 { " " } else { ", " }).u(*v);
        }
        o.s(")");
    });
    cx.under(item, |cx| cx.peek(FEATURE_NUMBER, c, 1))?;
    Ok(())
}
