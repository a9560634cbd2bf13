//! Configuration Test Protocol of Ethernet version 2: frames that are sent back.

use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

proto! {
    LOOP "loop" "Configuration Test Protocol (loopback)" "LOOP" Link
    on [Ether 0x9000]
    fields {
        SKIPCOUNT "loop.skipcount" "skipCount": U16 Dec;
        FUNCTION "loop.function" "Function": U16 Dec = FUNCTIONS;
        RELEVANT_FUNCTION "loop.relevant_function" "Relevant function": U16 Dec = FUNCTIONS;
        RECEIPT_NUMBER "loop.receipt_number" "Receipt number": U16 Dec;
        FORWARDING_ADDRESS "loop.forwarding_address" "Forwarding address": Ether;
    }
}

names! { FUNCTIONS { 1 => "Reply", 2 => "Forward Data" } }

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("LOOP");
    cx.info_clear();
    let skip = requin_wire::le(c.peek_bytes(0, 2)?) as u16;
    cx.field_le(SKIPCOUNT, &mut c, 2)?;
    let mut relevant = all;
    relevant.advance(2 + usize::from(skip));
    let function = requin_wire::le(relevant.peek_bytes(0, 2)?) as u16;
    cx.info(|o| _ = o.s(FUNCTIONS.or(u64::from(function), "Unknown")));
    cx.add(RELEVANT_FUNCTION, relevant.span(2), Value::U(u64::from(function)));
    // One function after the other: forwards until a reply.
    while c.left() >= 2 {
        let function = requin_wire::le(c.peek_bytes(0, 2)?) as u16;
        cx.field_le(FUNCTION, &mut c, 2)?;
        match function {
            1 => {
                cx.field_le(RECEIPT_NUMBER, &mut c, 2)?;
                break;
            }
            2 => _ = cx.field(FORWARDING_ADDRESS, &mut c, 6)?,
            _ => break,
        }
    }
    cx.proto_len(all.left() - c.left());
    if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
}
