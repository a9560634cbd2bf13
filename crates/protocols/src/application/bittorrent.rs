//! BitTorrent's peer protocol (BEP 3): the handshake, and messages.

use requin_wire::{Cursor, Cx, Pdu, Ports, Sink, Step, names, proto};

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
        MSG_LENGTH "bittorrent.msg.length" "Message Length": U32 Dec;
        MSG_TYPE "bittorrent.msg.type" "Message Type": U8 Dec = MSG_TYPE_NAMES;
        PIECE_INDEX "bittorrent.piece.index" "Piece index": U32 Hex;
        PIECE_BEGIN "bittorrent.piece.begin" "Begin offset of piece": U32 Hex;
    }
}

names! {
    MSG_TYPE_NAMES {
        0 => "Choke",
        1 => "Unchoke",
        2 => "Interested",
        3 => "Not Interested",
        4 => "Have",
        5 => "Bitfield",
        6 => "Request",
        7 => "Piece",
        8 => "Cancel",
        9 => "Port",
        13 => "Suggest Piece",
        14 => "Have All",
        15 => "Have None",
        16 => "Reject Request",
        17 => "Allowed Fast",
        20 => "Extended",
        256 => "Azureus Handshake",
        257 => "Keepalive",
        258 => "Azureus BitTorrent Handshake",
        259 => "Azureus Peer Exchange",
        260 => "Azureus PeerCache Hello",
        261 => "Azureus PeerCache Reply",
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
        cx.info_sep("  ", |o| _ = o.s("Handshake"));
        cx.u8(PROTOCOL_NAME_LENGTH, &mut c)?;
        cx.bytes(PROTOCOL_NAME, &mut c, 19)?;
        cx.bytes(RESERVED, &mut c, 8)?;
        cx.bytes(INFO_HASH, &mut c, 20)?;
        cx.bytes(PEER_ID, &mut c, 20)?;
    } else {
        let len = c.peek_u32(0)? as usize;
        if len > 0x2_0000 {
            cx.info_sep("  ", |o| _ = o.s("Continuation data"));
            return Ok(());
        }
        let mut m = c.take(4 + len);
        cx.u32(MSG_LENGTH, &mut m)?;
        if len == 0 {
            cx.info_sep("  ", |o| _ = o.s("KeepAlive"));
        } else {
            let kind = cx.u8(MSG_TYPE, &mut m)?;
            cx.info_sep("  ", |o| _ = o.s(MSG_TYPE_NAMES.or(u64::from(kind), "Unknown")));
            if matches!(kind, 6..=8) && m.left() >= 8 {
                cx.u32(PIECE_INDEX, &mut m)?;
                cx.u32(PIECE_BEGIN, &mut m)?;
            }
        }
    }
    cx.info_fence();
    // There may be very many.
    let in_vain = cx.above_is_enough() && !cx.wants_any(PROTO, PIECE_BEGIN);
    if c.is_empty() || in_vain { Ok(()) } else { cx.next_pdu(ID, c) }
}
