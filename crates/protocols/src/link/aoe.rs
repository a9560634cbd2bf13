//! ATA over Ethernet (Coraid, 2009): the header.

use requin_wire::{Cursor, Cx, Names, Sink, Step, Value, names, proto};

proto! {
    AOE "aoe" "ATAoverEthernet" "AOE" App
    on [Ether 0x88a2]
    fields {
        CMD "aoe.cmd" "Command": U8 Dec = CMD_NAMES;
        VERSION "aoe.version" "Version": U8 Dec;
        ERROR "aoe.error" "Error": U8 Dec = ERROR_NAMES;
        RESPONSE "aoe.response" "Response flag": Bool(8) & 0x8 = Names::Bools("Response", "Request");
        FLAGS_ERROR "aoe.flags_error" "Error flag": Bool(8) & 0x4 = Names::Bools("Error", "No error");
        MAJOR "aoe.major" "Major": U16 Hex;
        MINOR "aoe.minor" "Minor": U8 Hex;
        TAG "aoe.tag" "Tag": U32 Hex;
    }
}

names! {
    CMD_NAMES {
        0 => "Issue ATA Command",
        1 => "Query Config Information",
    }
    ERROR_NAMES {
        1 => "Unrecognized command code",
        2 => "Bad argument parameter",
        3 => "Device unavailable",
        4 => "Config string present",
        5 => "Unsupported version",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("AoE");
    cx.info_clear();
    let (flags, cmd) = (c.peek_u8(0)? & 15, c.peek_u8(5)?);
    let response = flags & 8 != 0;
    cx.info(|o| {
        o.s(CMD_NAMES.or(u64::from(cmd), "Unknown command"));
        o.s(if response { " Response" } else { " Request" });
    });
    cx.add(VERSION, c.span(1), Value::U(u64::from(c.peek_u8(0)? >> 4)));
    cx.peek(RESPONSE, &c, 1)?;
    cx.field(FLAGS_ERROR, &mut c, 1)?;
    if flags & 4 != 0 {
        cx.peek(ERROR, &c, 1)?;
    }
    c.skip(1)?;
    cx.u16(MAJOR, &mut c)?;
    cx.u8(MINOR, &mut c)?;
    cx.u8(CMD, &mut c)?;
    cx.u32(TAG, &mut c).map(|_| ())
}
