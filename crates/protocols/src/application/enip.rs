//! EtherNet/IP (ODVA, CIP volume 2): the encapsulation, and the service asked for of CIP inside.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, names, proto};

proto! {
    ENIP "enip" "EtherNet/IP (Industrial Protocol)" "ENIP" App
    on [Udp 44818, Tcp 44818]
    frames sized [frames]
    fields {
        COMMAND "enip.command" "Command": U16 Hex = COMMAND_NAMES;
        LENGTH "enip.length" "Length": U16 Dec;
        SESSION "enip.session" "Session Handle": U32 Hex;
        STATUS "enip.status" "Status": U32 Hex = STATUS_NAMES;
        CONTEXT "enip.context" "Sender Context": Bytes;
        OPTIONS "enip.options" "Options": U32 Hex;
    }
}

names! {
    COMMAND_NAMES {
        0 => "NOP",
        4 => "List Services",
        99 => "List Identity",
        100 => "List Interfaces",
        101 => "Register Session",
        102 => "Unregister Session",
        111 => "Send RR Data",
        112 => "Send Unit Data",
        200 => "StartDTLS",
    }
    STATUS_NAMES {
        0 => "Success",
        1 => "Invalid Command",
        2 => "No Memory Resources",
        3 => "Incorrect Data",
        100 => "Invalid Session Handle",
        101 => "Invalid Length",
        105 => "Unsupported Protocol Revision",
        106 => "Encapsulated CIP service not allowed on this port",
    }
}

const HEADER: usize = 24;
const SEND_RR: u16 = 0x6f;
const SEND_UNIT: u16 = 0x70;
/// Types of items.
const CONNECTED_DATA: u16 = 0xb1;
const UNCONNECTED_DATA: u16 = 0xb2;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [a, b, c, d, ..] if COMMAND_NAMES.find(u64::from(u16::from_le_bytes([*a, *b]))).is_some() => {
            Pdu::Len(HEADER + usize::from(u16::from_le_bytes([*c, *d])))
        }
        _ if bytes.len() < 4 => Pdu::More(HEADER),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<HEADER>().map_err(|_| Stop::NotMine)?;
    let (command, len) = (u16::from_le_bytes([h[0], h[1]]), usize::from(u16::from_le_bytes([h[2], h[3]])));
    let Some(name) = COMMAND_NAMES.find(u64::from(command)) else { return Err(Stop::NotMine) };
    cx.protocol("ENIP");
    let request = cx.ports.dst == 44818;
    cx.info(|o| _ = o.s(name).s(if request { " (Req)" } else { " (Rsp)" }));
    cx.proto_append(|o| {
        _ = o.s(", Session: ").hex(u32::from_le_bytes([h[4], h[5], h[6], h[7]]), 8).s(", ").s(name)
    });
    let mut one = c.take(HEADER + len);
    let line = cx.line(one.span(HEADER), |o| _ = o.s("Encapsulation Header"));
    cx.under(line, |cx| -> Step {
        cx.u16_le(COMMAND, &mut one)?;
        cx.u16_le(LENGTH, &mut one)?;
        cx.u32_le(SESSION, &mut one)?;
        cx.u32_le(STATUS, &mut one)?;
        cx.bytes(CONTEXT, &mut one, 8)?;
        cx.u32_le(OPTIONS, &mut one)?;
        Ok(())
    })?;
    if matches!(command, SEND_RR | SEND_UNIT) && one.left() >= 8 {
        one.skip(6)?;
        items(cx, one)?;
    }
    cx.info_fence();
    if c.left() >= HEADER { cx.next_pdu(ID, c) } else { Ok(()) }
}

/// The items of the common packet format: an address, then data.
fn items<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let n = u16::from_le_bytes(*c.array::<2>()?);
    for _ in 0..n {
        let kind = u16::from_le_bytes(*c.array::<2>()?);
        let len = usize::from(u16::from_le_bytes(*c.array::<2>()?));
        let mut item = c.take_all(len)?;
        match kind {
            UNCONNECTED_DATA if len > 0 => cx.call(super::cip::ID, item)?,
            CONNECTED_DATA if len > 2 => {
                item.skip(2)?;
                cx.call(super::cip::ID, item)?;
            }
            _ => {}
        }
    }
    Ok(())
}
