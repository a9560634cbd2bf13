//! SAIA S-Bus over UDP (Ether-S-Bus): the header.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    SBUS "sbus" "SAIA S-Bus" "SBUS" App
    on [Udp 5050]
    fields {
        LEN "sbus.len" "Length (bytes)": U32 Dec;
        VERS "sbus.vers" "Version": U8 Dec;
        PROTO_2 "sbus.proto" "Protocol type": U8 Dec;
        SEQ "sbus.seq" "Sequence": U16 Dec;
        ATT "sbus.att" "Telegram attribute": U8 Hex = ATT_NAMES;
    }
}

names! {
    ATT_NAMES {
        0 => "Request",
        1 => "Response",
        2 => "ACK/NAK",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("SAIA S-Bus");
    cx.info_clear();
    cx.u32(LEN, &mut c)?;
    cx.u8(VERS, &mut c)?;
    cx.u8(PROTO_2, &mut c)?;
    cx.u16(SEQ, &mut c)?;
    cx.u8(ATT, &mut c).map(|_| ())
}
