//! Diagnostics over IP, ISO 13400-2: the header and whom diagnostic messages are for.

use crate::common::run;
use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, names, proto};

proto! {
    DOIP "doip" "DoIP (ISO13400) Protocol" "DoIP" App
    on [Udp 13400, Tcp 13400]
    frames sized [frames]
    fields {
        VERSION "doip.version" "Version": U8 Hex = VERSION_NAMES;
        INVERSE "doip.inverse" "Inverse version": U8 Hex;
        TYPE "doip.type" "Type": U16 Hex = TYPE_NAMES;
        LENGTH "doip.length" "Length": U32 Dec;
        VIN "doip.vin" "VIN": Str;
        SOURCE_ADDRESS "doip.source_address" "Source Address": U16 Hex;
        TARGET_ADDRESS "doip.target_address" "Target Address": U16 Hex;
    }
}

names! {
    VERSION_NAMES {
        0 => "Reserved",
        1 => "DoIP ISO/DIS 13400-2:2010",
        2 => "DoIP ISO 13400-2:2012",
        3 => "DoIP ISO 13400-2:2019",
        4 => "DoIP ISO 13400-2:2019 Amd1 (experimental)",
        255 => "Default value for vehicle identification request messages",
    }
    TYPE_NAMES {
        0 => "Generic DoIP header NACK",
        1 => "Vehicle identification request",
        2 => "Vehicle identification request with EID",
        3 => "Vehicle identification request with VIN",
        4 => "Vehicle announcement message/vehicle identification response message",
        5 => "Routing activation request",
        6 => "Routing activation response",
        7 => "Alive check request",
        8 => "Alive check response",
        16385 => "DoIP entity status request",
        16386 => "DoIP entity status response",
        16387 => "Diagnostic power mode information request",
        16388 => "Diagnostic power mode information response",
        32769 => "Diagnostic message",
        32770 => "Diagnostic message ACK",
        32771 => "Diagnostic message NACK",
    }
}

const ANNOUNCEMENT: u16 = 4;
const DIAGNOSTIC: u16 = 0x8001;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [v, i, _, _, a, b, c, d, ..] if v ^ i == 0xff => {
            Pdu::Len((u32::from_be_bytes([*a, *b, *c, *d]) as usize).saturating_add(8))
        }
        [] | [_] => Pdu::More(8),
        [v, i, ..] if v ^ i == 0xff => Pdu::More(8),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = c.peek_array::<8>()?;
    if h[0] ^ h[1] != 0xff {
        return Err(Stop::NotMine);
    }
    cx.protocol("DoIP");
    cx.info_clear();
    let kind = u16::from_be_bytes([h[2], h[3]]);
    cx.info(|o| _ = o.s(TYPE_NAMES.or(u64::from(kind), "Unknown")));
    run(cx, &mut c, &[(VERSION, 1), (INVERSE, 1), (TYPE, 2), (LENGTH, 4)])?;
    match kind {
        ANNOUNCEMENT => _ = cx.bytes(VIN, &mut c, 17)?,
        DIAGNOSTIC => {
            run(cx, &mut c, &[(SOURCE_ADDRESS, 2), (TARGET_ADDRESS, 2)])?;
        }
        _ => {}
    }
    Ok(())
}
