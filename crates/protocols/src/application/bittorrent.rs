//! BitTorrent's peer protocol (BEP 3): the handshake, and messages.

use crate::common::run;
use requin_wire::{Cursor, Cx, Out, Pdu, Ports, Sink, Step, Value, names, proto};

proto! {
    BITTORRENT "bittorrent" "BitTorrent" "BitTorrent" App
    on [Tcp 6881, Tcp 6882, Tcp 6883, Tcp 6884, Tcp 6885, Tcp 6886, Tcp 6887, Tcp 6888, Tcp 6889]
    looks_like [Tcp accepts => [0x13..=0x13]]
    frames sized [frames]
    fields {
        PROTOCOL_NAME_LENGTH "bittorrent.protocol.name.length" "Protocol Name Length": U8 Dec;
        PROTOCOL_NAME "bittorrent.protocol.name" "Protocol Name": Str;
        RESERVED "bittorrent.reserved" "Reserved Extension Bytes": Bytes;
        INFO_HASH "bittorrent.info_hash" "SHA1 Hash of info dictionary": Bytes;
        PEER_ID "bittorrent.peer_id" "Peer ID": Bytes;
        MSG "bittorrent.msg" "Message": None;
        MSG_LENGTH "bittorrent.msg.length" "Message Length": U32 Dec;
        MSG_TYPE "bittorrent.msg.type" "Message Type": U8 Dec = MSG_TYPE_NAMES;
        MSG_BITFIELD "bittorrent.msg.bitfield" "Bitfield data": Bytes;
        PIECE_INDEX "bittorrent.piece.index" "Piece index": U32 Hex;
        PIECE_BEGIN "bittorrent.piece.begin" "Begin offset of piece": U32 Hex;
        PIECE_DATA "bittorrent.piece.data" "Data in a piece": Bytes;
        PIECE_LENGTH "bittorrent.piece.length" "Piece Length": U32 Hex;
        PORT "bittorrent.port" "Port": U16 Dec;
        EXTENDED_ID "bittorrent.extended.id" "Extended Message ID": U8 Dec;
        EXTENDED "bittorrent.extended" "Extended Message": Bytes;
        CONTINUOUS_DATA "bittorrent.continuous_data" "Extended Message": Bytes;
    }
}

names! {
    MSG_TYPE_NAMES {
        0 => "Choke", 1 => "Unchoke", 2 => "Interested", 3 => "Not Interested", 4 => "Have", 5 => "Bitfield",
        6 => "Request", 7 => "Piece", 8 => "Cancel", 9 => "Port", 13 => "Suggest Piece", 14 => "Have All",
        15 => "Have None", 16 => "Reject Request", 17 => "Allowed Fast", 20 => "Extended",
        256 => "Azureus Handshake", 257 => "Keepalive", 258 => "Azureus BitTorrent Handshake",
        259 => "Azureus Peer Exchange", 260 => "Azureus PeerCache Hello", 261 => "Azureus PeerCache Reply",
    }
}

const NAME: &[u8] = b"\x13BitTorrent protocol";
const HANDSHAKE: usize = 68;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.rest().starts_with(NAME)
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    if bytes.starts_with(NAME) {
        // The identifier at the end may come later.
        return Pdu::Len(HANDSHAKE);
    }
    match bytes.first_chunk::<4>() {
        None => Pdu::More(4),
        Some(n) => match u32::from_be_bytes(*n) {
            n if n <= 0x2_0000 => Pdu::Len(4 + n as usize),
            _ => Pdu::AsItComes,
        },
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BitTorrent");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    if c.rest().starts_with(NAME) {
        cx.info_add(|o| _ = o.s("Handshake"));
        cx.u8(PROTOCOL_NAME_LENGTH, &mut c)?;
        cx.bytes(PROTOCOL_NAME, &mut c, 19)?;
        cx.bytes(RESERVED, &mut c, 8)?;
        cx.bytes(INFO_HASH, &mut c, 20)?;
        cx.bytes(PEER_ID, &mut c, 20)?;
    } else {
        let len = c.peek_u32(0)? as usize;
        if len > 0x2_0000 {
            cx.info_add(|o| _ = o.s("Continuation data  "));
            let span = c.span(c.captured());
            cx.add(CONTINUOUS_DATA, span, Value::Bytes(span));
            return Ok(());
        }
        let m = c.take(4 + len);
        message(cx, m, len)?;
    }
    cx.info_add(|o| _ = o.s("  "));
    cx.info_fence();
    // There may be very many.
    let in_vain = cx.above_is_enough() && !cx.wants_any(PROTO, CONTINUOUS_DATA);
    if c.is_empty() || in_vain { Ok(()) } else { cx.next_pdu(ID, c) }
}

/// One message: its length, its type, and what the type says of pieces.
fn message<S: Sink>(cx: &mut Cx<'_, S>, mut m: Cursor<'_>, len: usize) -> Step {
    let item = cx.add(MSG, m.span(4 + len), Value::None);
    cx.append(item, |o| _ = o.s(": Len:").u(len as u64).s(", "));
    if len == 0 {
        cx.append(item, |o| _ = o.s("KeepAlive"));
        cx.info_add(|o| _ = o.s("KeepAlive"));
        return cx.under(item, |cx| cx.u32(MSG_LENGTH, &mut m).map(|_| ()));
    }
    let kind = m.peek_u8(4)?;
    let (index, begin) = (m.peek_u32(5), m.peek_u32(9));
    // Requests say how much of a piece they want; pieces are as long as the rest.
    let wanted = if kind == PIECE { u32::try_from(len.saturating_sub(9)).ok() } else { m.peek_u32(13).ok() };
    let says = |o: &mut Out<'_>| {
        o.s(MSG_TYPE_NAMES.or(u64::from(kind), "Unknown"));
        match (kind, index, begin, wanted) {
            (HAVE | SUGGEST | ALLOWED, Ok(index), ..) => _ = o.s(", Piece (Idx:0x").x(index, 1).s(")"),
            (REQUEST | PIECE | CANCEL | REJECT, Ok(index), Ok(begin), Some(n)) => {
                o.s(", Piece (Idx:0x").x(index, 1).s(",Begin:0x").x(begin, 1).s(",Len:0x").x(n, 1).s(")");
            }
            (BITFIELD, ..) => _ = o.s(", Len:0x").x(len as u64 - 1, 1),
            _ => {}
        }
    };
    cx.append(item, says);
    cx.info_add(says);
    cx.under(item, |cx| -> Step {
        cx.u32(MSG_LENGTH, &mut m)?;
        cx.u8(MSG_TYPE, &mut m)?;
        match kind {
            HAVE | SUGGEST | ALLOWED => _ = cx.u32(PIECE_INDEX, &mut m)?,
            BITFIELD => _ = cx.bytes(MSG_BITFIELD, &mut m, len - 1)?,
            REQUEST | CANCEL | REJECT => {
                run(cx, &mut m, &[(PIECE_INDEX, 4), (PIECE_BEGIN, 4), (PIECE_LENGTH, 4)])?
            }
            PIECE => {
                run(cx, &mut m, &[(PIECE_INDEX, 4), (PIECE_BEGIN, 4)])?;
                let n = m.left();
                cx.bytes(PIECE_DATA, &mut m, n)?;
            }
            9 => _ = cx.u16(PORT, &mut m)?,
            20 => {
                let id = cx.u8(EXTENDED_ID, &mut m)?;
                let n = m.left();
                // What extensions there are is said in a dictionary; the rest is theirs.
                if id == 0 {
                    return cx.call_nested(super::bencode::ID, m);
                }
                cx.bytes(EXTENDED, &mut m, n)?;
            }
            _ => {}
        }
        Ok(())
    })
}

const HAVE: u8 = 4;
const BITFIELD: u8 = 5;
const REQUEST: u8 = 6;
const PIECE: u8 = 7;
const CANCEL: u8 = 8;
const SUGGEST: u8 = 13;
const REJECT: u8 = 16;
const ALLOWED: u8 = 17;
