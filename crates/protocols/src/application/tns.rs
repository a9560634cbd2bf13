//! Transparent Network Substrate, which Oracle's databases speak over: packets and their types.

use requin_wire::{Cursor, Cx, Field, Pdu, Sink, Step, Value, names, proto};

proto! {
    TNS "tns" "Transparent Network Substrate Protocol" "TNS" App
    on [Tcp 1521]
    frames sized [frames]
    fields {
        REQUEST "tns.request" "Request": Bool;
        RESPONSE "tns.response" "Response": Bool;
        LENGTH "tns.length" "Packet Length": U16 Dec;
        PACKET_CHECKSUM "tns.packet_checksum" "Packet Checksum": U16 Hex;
        TYPE "tns.type" "Packet Type": U8 Dec = TYPE_NAMES;
        RESERVED_BYTE "tns.reserved_byte" "Reserved Byte": Bytes;
        HEADER_CHECKSUM "tns.header_checksum" "Header Checksum": U16 Hex;
        VERSION "tns.version" "Version": U16 Dec;
        COMPAT_VERSION "tns.compat_version" "Version (Compatible)": U16 Dec;
        SERVICE_OPTIONS "tns.service_options" "Service Options": U16 Hex;
        SDU_SIZE "tns.sdu_size" "Session Data Unit Size": U16 Dec;
        MAX_TDU_SIZE "tns.max_tdu_size" "Maximum Transmission Data Unit Size": U16 Dec;
        NT_PROTO_CHARACTERISTICS "tns.nt_proto_characteristics" "NT Protocol Characteristics": U16 Hex;
        LINE_TURNAROUND "tns.line_turnaround" "Line Turnaround Value": U16 Dec;
        VALUE_OF_ONE "tns.value_of_one" "Value of 1 in Hardware": Bytes;
        CONNECT_DATA_LENGTH "tns.connect_data_length" "Length of Connect Data": U16 Dec;
        CONNECT_DATA_OFFSET "tns.connect_data_offset" "Offset to Connect Data": U16 Dec;
        CONNECT_DATA_MAX "tns.connect_data_max" "Maximum Receivable Connect Data": U32 Dec;
        CONNECT_DATA "tns.connect_data" "Connect Data": Str;
        REFUSE_REASON_USER "tns.refuse_reason_user" "Refuse Reason (User)": U8 Hex;
        REFUSE_REASON_SYSTEM "tns.refuse_reason_system" "Refuse Reason (System)": U8 Hex;
        REFUSE_DATA_LENGTH "tns.refuse_data_length" "Refuse Data Length": U16 Dec;
        REFUSE_DATA "tns.refuse_data" "Refuse Data": Str;
        DATA_FLAG "tns.data_flag" "Data Flag": U16 Hex;
    }
}

names! {
    TYPE_NAMES {
        1 => "Connect",
        2 => "Accept",
        3 => "Acknowledge",
        4 => "Refuse",
        5 => "Redirect",
        6 => "Data",
        7 => "Null",
        9 => "Abort",
        11 => "Resend",
        12 => "Marker",
        13 => "Attention",
        14 => "Control",
    }
}

const PORT: u16 = 1521;
const HEAD: usize = 8;
const CONNECT: u8 = 1;
const REFUSE: u8 = 4;
const DATA: u8 = 6;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [a, b, c, d, ..] => {
            // From version 315 on, a length may take four bytes.
            let short = usize::from(u16::from_be_bytes([*a, *b]));
            let long = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
            Pdu::Len(if short < HEAD { long } else { short }.clamp(HEAD, 1 << 20))
        }
        _ => Pdu::More(HEAD),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<8>()?;
    cx.protocol("TNS");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let asks = cx.ports.dst == PORT;
    let short = usize::from(u16::from_be_bytes([h[0], h[1]]));
    let len = if short < HEAD { u32::from_be_bytes([h[0], h[1], h[2], h[3]]) as usize } else { short };
    let kind = h[4];
    let name = TYPE_NAMES.or(u64::from(kind), "Unknown");
    let direction: (Field, &str) = if asks { (REQUEST, "Request") } else { (RESPONSE, "Response") };
    cx.info_sep(", ", |o| _ = o.s(direction.1).s(", ").s(name).s(" (").u(u64::from(kind)).s(")"));
    let mut one = c.take(len.max(HEAD));
    cx.proto_len(one.left());
    cx.hidden(direction.0, one.span(0), Value::U(1));
    if short < HEAD {
        cx.add(LENGTH, one.span(4), Value::U(len as u64));
        one.skip(4)?;
    } else {
        cx.u16(LENGTH, &mut one)?;
        cx.u16(PACKET_CHECKSUM, &mut one)?;
    }
    cx.u8(TYPE, &mut one)?;
    cx.field(RESERVED_BYTE, &mut one, 1)?;
    cx.u16(HEADER_CHECKSUM, &mut one)?;
    let whole = one;
    let item = cx.line(one.span(one.left()), |o| _ = o.s(name));
    cx.under(item, |cx| match kind {
        CONNECT => connect(cx, one, &whole),
        REFUSE => {
            cx.u8(REFUSE_REASON_USER, &mut one)?;
            cx.u8(REFUSE_REASON_SYSTEM, &mut one)?;
            cx.u16(REFUSE_DATA_LENGTH, &mut one)?;
            let n = one.left();
            cx.field(REFUSE_DATA, &mut one, n).map(|_| ())
        }
        DATA => cx.u16(DATA_FLAG, &mut one).map(|_| ()),
        _ => Ok(()),
    })?;
    if c.left() >= HEAD { cx.next_pdu(ID, c) } else { Ok(()) }
}

fn connect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, whole: &Cursor<'_>) -> Step {
    for field in [
        VERSION,
        COMPAT_VERSION,
        SERVICE_OPTIONS,
        SDU_SIZE,
        MAX_TDU_SIZE,
        NT_PROTO_CHARACTERISTICS,
        LINE_TURNAROUND,
    ] {
        cx.u16(field, &mut c)?;
    }
    cx.field(VALUE_OF_ONE, &mut c, 2)?;
    let n = usize::from(cx.u16(CONNECT_DATA_LENGTH, &mut c)?);
    let at = usize::from(cx.u16(CONNECT_DATA_OFFSET, &mut c)?);
    cx.u32(CONNECT_DATA_MAX, &mut c)?;
    if n > 0 && at >= HEAD {
        let mut data = *whole;
        data.skip(at - HEAD)?;
        let n = n.min(data.left());
        cx.field(CONNECT_DATA, &mut data, n)?;
    }
    Ok(())
}
