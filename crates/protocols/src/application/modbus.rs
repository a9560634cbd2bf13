//! Modbus over TCP: the header, and functions inside it.

use super::modbus_functions::{self as functions, BITNUM, BITVAL, REGNUM16, REQUEST_FRAME, RESPONSE_TIME};
use crate::common::run;
use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, proto};

proto! {
    MBTCP "mbtcp" "Modbus/TCP" "Modbus/TCP" App
    on [Tcp 502]
    frames sized [frames]
    remember [functions::remember] for [REQUEST_FRAME, RESPONSE_TIME, REGNUM16, BITNUM, BITVAL]
    fields {
        TRANS_ID "mbtcp.trans_id" "Transaction Identifier": U16 Dec;
        PROT_ID "mbtcp.prot_id" "Protocol Identifier": U16 Dec;
        LEN "mbtcp.len" "Length": U16 Dec;
        UNIT_ID "mbtcp.unit_id" "Unit Identifier": U8 Dec;
    }
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [_, _, 0, 0, a, b, ..] => Pdu::Len(6 + usize::from(u16::from_be_bytes([*a, *b]))),
        _ if bytes.len() < 6 => Pdu::More(6),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<7>()?;
    if h[2] != 0 || h[3] != 0 {
        return Err(Stop::NotMine);
    }
    let len = usize::from(u16::from_be_bytes([h[4], h[5]]));
    cx.protocol("Modbus/TCP");
    cx.info_clear();
    cx.proto_len(7);
    let mut one = c.take(6 + len);
    run(cx, &mut one, &[(TRANS_ID, 2), (PROT_ID, 2), (LEN, 2), (UNIT_ID, 1)])?;
    let (trans, unit) = (u16::from_be_bytes([h[0], h[1]]), h[6]);
    let query = cx.ports.dst == 502;
    let function = one.peek_u8(0)?;
    let body = one.rest();
    cx.info(|o| {
        o.s(if query { "   Query: " } else { "Response: " }).s("Trans: ").right(trans, 5);
        o.s("; Unit: ").right(unit, 3).s(", Func: ");
        functions::write_function(o, body);
        if function & 0x80 != 0 {
            o.s(". Exception returned ");
        }
    });
    cx.call(functions::ID, one)?;
    cx.info_fence();
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}
