//! Point-to-Point Tunneling Protocol, RFC 2637: the header of control messages.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, names, proto};

proto! {
    PPTP "pptp" "Point-to-Point Tunnelling Protocol" "PPTP" App
    on [Tcp 1723]
    frames [frames]
    fields {
        LENGTH "pptp.length" "Length": U16 Dec;
        TYPE "pptp.type" "Message type": U16 Dec = TYPE_NAMES;
        MAGIC_COOKIE "pptp.magic_cookie" "Magic Cookie": U32 Hex;
        CONTROL_MESSAGE_TYPE "pptp.control_message_type" "Control Message Type": U16 Dec = CONTROL_MESSAGE_TYPE_NAMES;
        RESERVED "pptp.reserved" "Reserved": Bytes;
    }
}

names! {
    TYPE_NAMES {
        1 => "Control Message",
        2 => "Management Message",
    }
    CONTROL_MESSAGE_TYPE_NAMES {
        1 => "Start-Control-Connection-Request",
        2 => "Start-Control-Connection-Reply",
        3 => "Stop-Control-Connection-Request",
        4 => "Stop-Control-Connection-Reply",
        5 => "Echo-Request",
        6 => "Echo-Reply",
        7 => "Outgoing-Call-Request",
        8 => "Outgoing-Call-Reply",
        9 => "Incoming-Call-Request",
        10 => "Incoming-Call-Reply",
        11 => "Incoming-Call-Connected",
        12 => "Call-Clear-Request",
        13 => "Call-Disconnect-Notify",
        14 => "WAN-Error-Notify",
        15 => "Set-Link-Info",
    }
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<2>() {
        None => Pdu::More(2),
        Some(n) => match usize::from(u16::from_be_bytes(*n)) {
            n @ 10..=1024 => Pdu::Len(n),
            _ => Pdu::AsItComes,
        },
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("PPTP");
    cx.info_clear();
    let kind = c.peek_u16(8)?;
    cx.info(|o| _ = o.s(CONTROL_MESSAGE_TYPE_NAMES.or(u64::from(kind), "UNKNOWN-CONTROL-TYPE")));
    cx.u16(LENGTH, &mut c)?;
    cx.u16(TYPE, &mut c)?;
    let cookie = c.peek_u32(0)?;
    let item = cx.field(MAGIC_COOKIE, &mut c, 4)?;
    if cookie == 0x1a2b_3c4d {
        cx.append(item, |o| _ = o.s(" (correct)"));
    }
    cx.u16(CONTROL_MESSAGE_TYPE, &mut c)?;
    cx.bytes(RESERVED, &mut c, 2).map(|_| ())
}
