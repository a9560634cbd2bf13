//! Tabular Data Stream, [MS-TDS]: the header of every packet, and the text of SQL batches.

use crate::common::run;
use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, names, proto};

proto! {
    TDS "tds" "Tabular Data Stream" "TDS" App
    on [Tcp 1433, Tcp 2433]
    frames sized [frames]
    fields {
        QUERY "tds.query" "Query": Str;
        TYPE "tds.type" "Type": U8 Dec = TYPE_NAMES;
        STATUS "tds.status" "Status": U8 Hex;
        LENGTH "tds.length" "Length": U16 Dec;
        CHANNEL "tds.channel" "Channel": U16 Dec;
        PACKET_NUMBER "tds.packet_number" "Packet Number": U8 Dec;
        WINDOW "tds.window" "Window": U8 Dec;
    }
}

names! {
    TYPE_NAMES {
        1 => "SQL batch",
        2 => "TDS4/5 login",
        3 => "Remote Procedure Call",
        4 => "Response",
        5 => "Unused",
        6 => "Attention",
        7 => "Bulk load data",
        8 => "Unused",
        9 => "Unused",
        10 => "Unused",
        11 => "Unused",
        12 => "Unused",
        13 => "Unused",
        14 => "Transaction Manager Request",
        15 => "TDS5 query",
        16 => "TDS7 login",
        17 => "SSPI message",
        18 => "TDS7 pre-login message",
        23 => "TLS exchange",
    }
}

const SQL_BATCH: u8 = 1;

fn known(kind: u8) -> bool {
    TYPE_NAMES.find(u64::from(kind)).is_some()
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [kind, _, a, b, ..] if known(*kind) => Pdu::Len(usize::from(u16::from_be_bytes([*a, *b])).max(8)),
        [kind, ..] if !known(*kind) => Pdu::AsItComes,
        _ => Pdu::More(8),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    if !known(kind) {
        return Err(Stop::NotMine);
    }
    cx.protocol("TDS");
    cx.info(|o| _ = o.s(TYPE_NAMES.or(u64::from(kind), "Unknown")));
    let len = usize::from(c.peek_u16(2)?).max(8);
    let mut one = c.take(len);
    cx.proto_len(len);
    run(cx, &mut one, &[(TYPE, 1), (STATUS, 1), (LENGTH, 2), (CHANNEL, 2), (PACKET_NUMBER, 1), (WINDOW, 1)])?;
    if kind == SQL_BATCH && one.left() > 4 {
        // Headers of the batch, with their length before them, came with version 7.2.
        let headers = requin_wire::le(one.peek_bytes(0, 4)?) as usize;
        if headers <= one.left() && headers >= 4 {
            one.skip(headers)?;
        }
        let span = one.span(usize::MAX);
        let text = crate::application::smb::text16(one.rest());
        cx.add_bytes(QUERY, span, text.as_bytes());
    }
    cx.info_fence();
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}
