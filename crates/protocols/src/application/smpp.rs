//! Short Message Peer-to-Peer: the header of its messages, and those of binding and submitting.

use requin_wire::{Cursor, Cx, Field, Names, Out, Pdu, Ports, Sink, Step, Value, names, proto};

proto! {
    SMPP "smpp" "Short Message Peer to Peer" "SMPP" App
    on [Tcp 2775]
    looks_like [Tcp accepts => [0..=0]]
    frames sized [frames]
    fields {
        COMMAND_LENGTH "smpp.command_length" "Length": U32 Dec;
        COMMAND_ID "smpp.command_id" "Operation": U32 Hex = COMMAND_ID_NAMES;
        COMMAND_STATUS "smpp.command_status" "Result": U32 Hex;
        SEQUENCE_NUMBER "smpp.sequence_number" "Sequence #": U32 Dec;
        SYSTEM_ID "smpp.system_id" "System ID": Str;
        PASSWORD "smpp.password" "Password": Str;
        SYSTEM_TYPE "smpp.system_type" "System type": Str;
        INTERFACE_VERSION "smpp.interface_version" "Version (if)": U8 Custom = Names::Custom(version);
        ADDR_TON "smpp.addr_ton" "Type of number": U8 Hex = ADDR_TON_NAMES;
        ADDR_NPI "smpp.addr_npi" "Numbering plan indicator": U8 Hex = ADDR_NPI_NAMES;
        ADDRESS_RANGE "smpp.address_range" "Address": Str;
        SERVICE_TYPE "smpp.service_type" "Service type": Str;
        SOURCE_ADDR_TON "smpp.source_addr_ton" "Type of number (originator)": U8 Hex = ADDR_TON_NAMES;
        SOURCE_ADDR_NPI "smpp.source_addr_npi" "Numbering plan indicator (originator)": U8 Hex = ADDR_NPI_NAMES;
        SOURCE_ADDR "smpp.source_addr" "Originator address": Str;
        DEST_ADDR_TON "smpp.dest_addr_ton" "Type of number (recipient)": U8 Hex = ADDR_TON_NAMES;
        DEST_ADDR_NPI "smpp.dest_addr_npi" "Numbering plan indicator (recipient)": U8 Hex = ADDR_NPI_NAMES;
        DESTINATION_ADDR "smpp.destination_addr" "Recipient address": Str;
        MESSAGE_ID "smpp.message_id" "Message id.": Str;
    }
}

names! {
    COMMAND_ID_NAMES {
        1 => "Bind_receiver",
        2 => "Bind_transmitter",
        3 => "Query_sm",
        4 => "Submit_sm",
        5 => "Deliver_sm",
        6 => "Unbind",
        7 => "Replace_sm",
        8 => "Cancel_sm",
        9 => "Bind_transceiver",
        11 => "Outbind",
        21 => "Enquire_link",
        33 => "Submit_multi",
        258 => "Alert_notification",
        259 => "Data_sm",
        273 => "Broadcast_sm",
        274 => "Query_broadcast_sm",
        275 => "Cancel_broadcast_sm",
        16777217 => "Auth_acc",
        16777218 => "Sm_result_notify",
        2147483648 => "Generic_nack",
        2147483649 => "Bind_receiver - resp",
        2147483650 => "Bind_transmitter - resp",
        2147483651 => "Query_sm - resp",
        2147483652 => "Submit_sm - resp",
        2147483653 => "Deliver_sm - resp",
        2147483654 => "Unbind - resp",
        2147483655 => "Replace_sm - resp",
        2147483656 => "Cancel_sm - resp",
        2147483657 => "Bind_transceiver - resp",
        2147483669 => "Enquire_link - resp",
        2147483681 => "Submit_multi - resp",
        2147483907 => "Data_sm - resp",
        2147483921 => "Broadcast_sm - resp",
        2147483922 => "Query_broadcast_sm - resp",
        2147483923 => "Cancel_broadcast_sm - resp",
        2164260865 => "Auth_acc - resp",
        2164260866 => "Sm_result_notify - resp",
    }
    ADDR_TON_NAMES {
        0 => "Unknown",
        1 => "International",
        2 => "National",
        3 => "Network specific",
        4 => "Subscriber number",
        5 => "Alphanumeric",
        6 => "Abbreviated",
    }
    ADDR_NPI_NAMES {
        0 => "Unknown",
        1 => "ISDN (E163/E164)",
        3 => "Data (X.121)",
        4 => "Telex (F.69)",
        6 => "Land mobile (E.212)",
        8 => "National",
        9 => "Private",
        10 => "ERMES",
        14 => "Internet (IP)",
        18 => "WAP client Id",
    }
}

const HEAD: usize = 16;
const LONGEST: u32 = 64 << 10;
const RESPONSE: u32 = 0x8000_0000;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    let Ok(h) = c.peek_array::<HEAD>() else { return false };
    let word = |i: usize| h.get(i..i + 4).map_or(0, |b| requin_wire::be(b) as u32);
    let (len, id) = (word(0), word(4));
    (HEAD as u32..=LONGEST).contains(&len)
        && COMMAND_ID_NAMES.find(u64::from(id)).is_some()
        && len as usize >= c.left().min(HEAD)
        && word(12) != 0
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<4>() {
        Some(n) => Pdu::Len((u32::from_be_bytes(*n).min(LONGEST) as usize).max(HEAD)),
        None => Pdu::More(HEAD),
    }
}

/// A version, whose parts have four bits each.
fn version(v: Value, o: &mut Out<'_>) {
    let v = v.as_u64().unwrap_or(0);
    o.u(v >> 4).c(b'.').u(v & 15);
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let len = c.peek_u32(0)?;
    let id = c.peek_u32(4)?;
    let number = c.peek_u32(12)?;
    cx.protocol("SMPP");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let name = COMMAND_ID_NAMES.or(u64::from(id), "Unknown");
    cx.info_sep(", ", |o| _ = o.s(name));
    let top = cx.proto_item();
    cx.append(top, |o| {
        o.s(", Command: ").s(name).s(", Seq: ").u(u64::from(number)).s(", Len: ").u(u64::from(len));
    });
    let mut one = c.take((len as usize).max(HEAD));
    cx.proto_len(one.left());
    cx.u32(COMMAND_LENGTH, &mut one)?;
    cx.u32(COMMAND_ID, &mut one)?;
    if id & RESPONSE != 0 {
        cx.u32(COMMAND_STATUS, &mut one)?;
    } else {
        one.skip(4)?;
    }
    cx.u32(SEQUENCE_NUMBER, &mut one)?;
    match id {
        1 | 2 | 9 => {
            text(cx, SYSTEM_ID, &mut one)?;
            text(cx, PASSWORD, &mut one)?;
            text(cx, SYSTEM_TYPE, &mut one)?;
            cx.u8(INTERFACE_VERSION, &mut one)?;
            cx.u8(ADDR_TON, &mut one)?;
            cx.u8(ADDR_NPI, &mut one)?;
            text(cx, ADDRESS_RANGE, &mut one)?;
        }
        4 | 5 => {
            text(cx, SERVICE_TYPE, &mut one)?;
            cx.u8(SOURCE_ADDR_TON, &mut one)?;
            cx.u8(SOURCE_ADDR_NPI, &mut one)?;
            text(cx, SOURCE_ADDR, &mut one)?;
            cx.u8(DEST_ADDR_TON, &mut one)?;
            cx.u8(DEST_ADDR_NPI, &mut one)?;
            text(cx, DESTINATION_ADDR, &mut one)?;
        }
        0x8000_0001 | 0x8000_0002 | 0x8000_0009 if !one.is_empty() => text(cx, SYSTEM_ID, &mut one)?,
        0x8000_0004 | 0x8000_0005 if !one.is_empty() => text(cx, MESSAGE_ID, &mut one)?,
        _ => {}
    }
    if c.left() >= HEAD { cx.next_pdu(ID, c) } else { Ok(()) }
}

/// A text that a zero ends; an empty one is not shown.
fn text<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    match c.rest().iter().position(|b| *b == 0) {
        Some(0) => c.skip(1),
        Some(n) => cx.field(field, c, n + 1).map(|_| ()),
        None => c.skip(c.left() + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_recognized() {
        let mut h = [0u8; HEAD];
        (h[3], h[7], h[15]) = (16, 0x15, 1);
        let accepts = |h: &[u8]| accepts(&Cursor::new(h, h.len(), 0), Ports::default());
        assert!(accepts(&h));
        h[3] = 15;
        assert!(!accepts(&h));
        (h[3], h[7]) = (16, 0x7f);
        assert!(!accepts(&h) && !accepts(&h[..15]));
    }
}
