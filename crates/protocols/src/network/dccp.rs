//! Datagram Congestion Control Protocol, RFC 4340: its header.

use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

proto! {
    DCCP "dccp" "Datagram Congestion Control Protocol" "DCCP" App
    on [IpProto 33]
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

const REQUEST: u8 = 0;
const RESPONSE: u8 = 1;
const DATA: u8 = 2;
const RESET: u8 = 7;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("DCCP");
    cx.info_clear();
    let all = c;
    let h = *c.peek_array::<12>()?;
    let (src, dst) = (u16::from_be_bytes([h[0], h[1]]), u16::from_be_bytes([h[2], h[3]]));
    let kind = h[8] >> 1 & 15;
    let long = h[8] & 1 != 0;
    let name = TYPE_NAMES.or(u64::from(kind), "Unknown");
    // Before it has acknowledged, a sender has a long number.
    let seq = if long { c.peek_uint(10, 6)? } else { c.peek_uint(9, 3)? };
    let write = |o: &mut requin_wire::Out<'_>| {
        o.s("[").s(name).s("] Seq=").u(seq);
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
    cx.u8(DATA_OFFSET, &mut c)?;
    cx.peek(CCVAL, &c, 1)?;
    cx.peek(CSCOV, &c, 1)?;
    c.skip(1)?;
    cx.u16(CHECKSUM, &mut c)?;
    cx.add(RES1, c.span(1), Value::U(u64::from(h[8] >> 5)));
    cx.add(TYPE, c.span(1), Value::U(u64::from(kind)));
    cx.add(X, c.span(1), Value::U(u64::from(long)));
    c.skip(1)?;
    if long {
        cx.u8(RES2, &mut c)?;
    }
    let n = if long { 6 } else { 3 };
    cx.add(SEQ_RAW, c.span(n), Value::U(seq));
    c.skip(n)?;
    if !matches!(kind, REQUEST | DATA) {
        if long {
            cx.u16(ACK_RES, &mut c)?;
        } else {
            c.skip(1)?;
        }
        let ack = c.peek_uint(0, n)?;
        cx.add(ACK_RAW, c.span(n), Value::U(ack));
        cx.info_add(|o| _ = o.s(" (Ack=").u(ack).s(")"));
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
            c.skip(3)?;
        }
        _ => {}
    }
    // Options reach to where the data begins, in words.
    let options = (usize::from(h[4]) * 4).saturating_sub(c.pos() - all.pos());
    if options > 0 {
        let item = cx.add(OPTIONS, c.span(options), Value::None);
        cx.label(item, |o| _ = o.s("Options: (").u(options as u64).s(" bytes)"));
        c.skip(options)?;
    }
    if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
}
