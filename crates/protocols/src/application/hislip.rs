//! High-Speed LAN Instrument Protocol (IVI-6.1): the header of its messages.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, names, proto};

proto! {
    HISLIP "hislip" "High-Speed LAN Instrument Protocol" "HiSLIP" App
    on [Tcp 4880]
    frames sized [frames]
    fields {
        PROLOGUE "hislip.prologue" "Prologue": Str;
        MESSAGETYPE "hislip.messagetype" "Message Type": U8 Hex;
        CONTROLCODE "hislip.controlcode" "Control Code": U8 Dec;
        PAYLOADLENGTH "hislip.payloadlength" "Payload Length": U64 Dec;
        DATA "hislip.data" "Data": Str;
    }
}

names! {
    KINDS {
        0 => "Initialize", 1 => "InitializeResponse", 2 => "FatalError", 3 => "Error", 4 => "AsyncLock",
        5 => "AsyncLockResponse", 6 => "Data", 7 => "DataEnd", 8 => "DeviceClearComplete",
        9 => "DeviceClearAcknowledge", 10 => "AsyncRemoteLocalControl", 11 => "AsyncRemoteLocalResponse",
        12 => "Trigger", 13 => "Interrupted", 14 => "AsyncInterrupted", 15 => "AsyncMaximumMessageSize",
        16 => "AsyncMaximumMessageSizeResponse", 17 => "AsyncInitialize", 18 => "AsyncInitializeResponse",
        19 => "AsyncDeviceClear", 20 => "AsyncServiceRequest", 21 => "AsyncStatusQuery", 22 => "AsyncStatusResponse",
        23 => "AsyncDeviceClearAcknowledge", 24 => "AsyncLockInfo", 25 => "AsyncLockInfoResponse",
    }
}

const HEAD: usize = 16;
const MAGIC: &[u8] = b"HS";
const LONGEST: u64 = 1 << 20;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<HEAD>() {
        Some(h) if h.starts_with(MAGIC) => Pdu::Len(HEAD + requin_wire::be(&h[8..]).min(LONGEST) as usize),
        None => Pdu::More(HEAD),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<HEAD>()?;
    if !h.starts_with(MAGIC) {
        return Err(Stop::NotMine);
    }
    cx.protocol("HiSLIP");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let len = requin_wire::be(&h[8..]).min(LONGEST) as usize;
    let mut one = c.take(HEAD + len);
    cx.proto_len(one.left());
    cx.info_sep(", ", |o| _ = o.s(KINDS.or(u64::from(h[2]), "Unknown")));
    cx.field(PROLOGUE, &mut one, 2)?;
    let item = cx.peek(MESSAGETYPE, &one, 1)?;
    cx.label(item, |o| {
        o.s("Message Type: ").s(KINDS.or(u64::from(h[2]), "Unknown")).s(" (0x").hex_bytes(&[h[2]], 0).s(")");
    });
    one.skip(1)?;
    cx.u8(CONTROLCODE, &mut one)?;
    one.skip(4)?;
    cx.u64(PAYLOADLENGTH, &mut one)?;
    let n = one.left();
    if n > 0 {
        let text = one.peek_bytes(0, n)?;
        let text = text.split(|b| matches!(b, b'\r' | b'\n')).next().unwrap_or_default();
        cx.info_add(|o| _ = o.s(" ").text(text));
        cx.field(DATA, &mut one, n)?;
    }
    if c.left() >= HEAD { cx.next_pdu(ID, c) } else { Ok(()) }
}
