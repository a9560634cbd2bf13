//! The protocol of BIND 9's lightweight resolver.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    LWRES "lwres" "Light Weight DNS RESolver (BIND9)" "LWRES" App
    on [Udp 921]
    fields {
        LENGTH "lwres.length" "Length": U32 Dec;
        VERSION "lwres.version" "Version": U16 Dec;
        FLAGS "lwres.flags" "Packet Flags": U16 Hex;
        SERIAL "lwres.serial" "Serial": U32 Hex;
        OPCODE "lwres.opcode" "Operation code": U32 Dec = OPCODE_NAMES;
        RESULT "lwres.result" "Result": U32 Dec = RESULT_NAMES;
        RECVLEN "lwres.recvlen" "Received length": U32 Dec;
        AUTHTYPE "lwres.authtype" "Auth. type": U16 Dec;
        AUTHLEN "lwres.authlen" "Auth. length": U16 Dec;
    }
}

names! {
    OPCODE_NAMES {
        0 => "Noop", 65537 => "getaddrbyname", 65538 => "getnamebyaddr", 65539 => "getrdatabyname",
    }
    RESULT_NAMES {
        0 => "Success", 1 => "No memory", 2 => "Timeout", 3 => "Not found", 4 => "Unexpected end of input",
        5 => "Generic failure", 6 => "I/O Error", 7 => "Not Implemented", 8 => "Unexpected", 9 => "Trailing data",
        10 => "Incomplete", 11 => "Retry", 12 => "Type not found", 13 => "Too large",
    }
}

/// Set in the flags of responses.
const RESPONSE: u16 = 1;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("lw_res");
    cx.info_clear();
    let (flags, serial) = (c.peek_u16(6)?, c.peek_u32(8)?);
    let (opcode, result) = (c.peek_u32(12)?, c.peek_u32(16)?);
    let operation = OPCODE_NAMES.or(opcode.into(), "unknown");
    cx.info(|o| {
        o.s(if flags & RESPONSE != 0 { "RESPONSE" } else { "REQUEST " });
        o.s(", opcode=").s(operation).s(", serial=").hex(serial, 1);
        if flags & RESPONSE != 0 {
            o.s(", result=").s(RESULT_NAMES.or(result.into(), "Unknown"));
        }
    });
    crate::common::run(
        cx,
        &mut c,
        &[(LENGTH, 4), (VERSION, 2), (FLAGS, 2), (SERIAL, 4), (OPCODE, 4), (RESULT, 4), (RECVLEN, 4)],
    )?;
    crate::common::run(cx, &mut c, &[(AUTHTYPE, 2), (AUTHLEN, 2)])
}
