//! BACnet/IP, ASHRAE 135: the virtual link, the network layer, and the service asked for.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, names, proto};

proto! {
    BVLC "bvlc" "BACnet Virtual Link Control" "BVLC" App
    on [Udp 47808]
    fields {
        TYPE "bvlc.type" "Type": U8 Hex = TYPE_NAMES;
        FUNCTION "bvlc.function" "Function": U8 Hex = FUNCTION_NAMES;
        LENGTH "bvlc.length" "BVLC-Length": U16 Dec;
    }
}

names! {
    TYPE_NAMES {
        129 => "BACnet/IP (Annex J)",
        130 => "BACnet/IPV6 (Annex U)",
    }
    FUNCTION_NAMES {
        0 => "BVLC-Result",
        1 => "Write-Broadcast-Distribution-Table",
        2 => "Read-Broadcast-Distribution-Table",
        3 => "Read-Broadcast-Distribution-Table-Ack",
        4 => "Forwarded-NPDU",
        5 => "Register-Foreign-Device",
        6 => "Read-Foreign-Device-Table",
        7 => "Read-Foreign-Device-Table-Ack",
        8 => "Delete-Foreign-Device-Table-Entry",
        9 => "Distribute-Broadcast-To-Network",
        10 => "Original-Unicast-NPDU",
        11 => "Original-Broadcast-NPDU",
        12 => "Secured-BVLL",
    }
}

const HEAD: u16 = 4;
const FORWARDED: u8 = 4;
/// Address and port of whoever sent what is forwarded.
const ORIGIN: u16 = 6;

/// Whether a message of the network layer is right behind the header.
fn carries(function: u8) -> bool {
    matches!(function, 9..=11)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    if !matches!(kind, 0x81 | 0x82) {
        return Err(Stop::NotMine);
    }
    cx.protocol("BVLC");
    cx.info_clear();
    let function = c.peek_u8(1)?;
    cx.info(|o| _ = o.s("BVLC Function ").s(FUNCTION_NAMES.or(u64::from(function), "Unknown")));
    run(cx, &mut c, &[(TYPE, 1), (FUNCTION, 1)])?;
    let length = c.peek_u16(0)?;
    // The header of what is forwarded says whose it was, too.
    let own = if function == FORWARDED {
        HEAD + ORIGIN
    } else if carries(function) {
        HEAD
    } else {
        length
    };
    let item = cx.add(LENGTH, c.span(2), Value::U(u64::from(own)));
    cx.label(item, |o| {
        o.s("BVLC-Length: ").u(own).s(" of ").u(length).s(" bytes BACnet packet length");
    });
    c.skip(2)?;
    cx.proto_len(usize::from(own));
    match function {
        // Whoever sent it first stands before.
        FORWARDED => c.skip(usize::from(ORIGIN))?,
        _ if carries(function) => {}
        _ => return Ok(()),
    }
    cx.call(super::bacnet_npdu::ID, c)
}
