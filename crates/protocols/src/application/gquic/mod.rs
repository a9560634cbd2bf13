//! Google's QUIC, as it was before the IETF's: public headers with a connection's identifier and a version.

pub mod frames;

use requin_wire::{Cursor, Cx, Names, Ports, ProtoId, Sink, Step, Stop, names, proto};

proto! {
    GQUIC "gquic" "GQUIC (Google Quick UDP Internet Connections)" "GQUIC" App
    on []
    looks_like [Udp accepts]
    track [remember]
    fields {
        PUFLAGS "gquic.puflags" "Public Flags": U8 Hex;
        PUFLAGS_VERSION "gquic.puflags.version" "Version": Bool(8) & 0x1 = Names::Bools("Yes", "No");
        PUFLAGS_RESET "gquic.puflags.reset" "Reset": Bool(8) & 0x2 = Names::Bools("Yes", "No");
        PUFLAGS_CID "gquic.puflags.cid" "CID Length": Bool(8) & 0x8 = Names::Bools("8 Bytes", "0 Byte");
        PUFLAGS_PKN "gquic.puflags.pkn" "Packet Number Length": U8 Hex & 0x30 = PUFLAGS_PKN_NAMES;
        PUFLAGS_MPTH "gquic.puflags.mpth" "Multipath": Bool(8) & 0x40 = Names::Bools("Yes", "No");
        CID "gquic.cid" "CID": U64 Dec;
        VERSION "gquic.version" "Version": Str;
        PACKET_NUMBER "gquic.packet_number" "Packet Number": U64 Dec;
        PAYLOAD "gquic.payload" "Payload": Bytes;
        FRAME "gquic.frame" "Frame": None;
        FRAME_TYPE "gquic.frame_type" "Frame Type": U8 Hex = FRAME_TYPE_NAMES;
        FRAME_TYPE_STREAM "gquic.frame_type.stream" "Stream": Bool(8) & 0x80;
        FRAME_TYPE_ACK "gquic.frame_type.ack" "ACK": Bool(8) & 0x40;
        FRAME_TYPE_ACK_N "gquic.frame_type.ack.n" "NACK": Bool(8) & 0x20;
        FRAME_TYPE_ACK_U "gquic.frame_type.ack.u" "Unused": Bool(8) & 0x10;
        FRAME_TYPE_ACK_LL "gquic.frame_type.ack.ll" "Largest Observed Length": U8 Dec & 0xc = LENGTH_NAMES;
        FRAME_TYPE_ACK_MM "gquic.frame_type.ack.mm" "Missing Packet Length": U8 Dec & 0x3 = LENGTH_NAMES;
        ACK_LARGEST "gquic.frame_type.ack.largest_acked" "Largest Acked": U64 Dec;
        ACK_DELTA "gquic.frame_type.ack.largest_acked_delta_time" "Largest Acked Delta Time": U16 Dec;
        ACK_NUM_BLOCKS "gquic.frame_type.ack.num_blocks" "Num blocks": U8 Dec;
        ACK_FIRST_BLOCK "gquic.frame_type.ack.first_ack_block_length" "First Ack block length": U64 Dec;
        FRAME_TYPE_PADDING_LENGTH "gquic.frame_type.padding.length" "Padding Length": U32 Dec;
        FRAME_TYPE_PADDING "gquic.frame_type.padding" "Padding": Bytes;
        CRYPTO_OFFSET "gquic.crypto.offset" "Offset": U64 Dec;
        CRYPTO_LENGTH "gquic.crypto.length" "Length": U64 Dec;
        CRYPTO_CRYPTO_DATA "gquic.crypto.crypto_data" "Crypto Data": None;
    }
}

names! {
    FRAME_TYPE_NAMES {
        0 => "PADDING",
        1 => "RST_STREAM",
        2 => "CONNECTION_CLOSE",
        3 => "GOAWAY",
        4 => "WINDOW_UPDATE",
        5 => "BLOCKED",
        6 => "STOP_WAITING",
        7 => "PING",
        8 => "CRYPTO",
    }
    LENGTH_NAMES {
        0 => "1 Byte",
        1 => "2 Bytes",
        2 => "4 Bytes",
        3 => "6 Bytes",
    }
    PUFLAGS_PKN_NAMES {
        0 => "1 Byte",
        1 => "2 Bytes",
        2 => "4 Bytes",
        3 => "6 Bytes",
    }
}

/// Flags: a version follows, an identifier of eight bytes is there.
const VERSION_BIT: u8 = 0x01;
const RESET: u8 = 0x02;
const NONCE: u8 = 0x04;
const CID_BIT: u8 = 0x08;

/// With a version: `Q` and three digits behind flags and identifier.
fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    version(c.rest()).is_some()
}

fn version(b: &[u8]) -> Option<u64> {
    let (flags, rest) = b.split_first()?;
    if flags & 0xc0 != 0 || flags & (VERSION_BIT | CID_BIT) != VERSION_BIT | CID_BIT {
        return None;
    }
    let tag = rest.get(8..12)?;
    let [b'Q', digits @ ..] = tag else { return None };
    digits.iter().try_fold(0, |n, d| d.is_ascii_digit().then(|| n * 10 + u64::from(d - b'0')))
}

/// The version that was told.
fn remember(state: &mut [u64; 2], _: bool, payload: &[u8]) -> Option<ProtoId> {
    if let Some(v) = version(payload) {
        state[0] = v;
    }
    None
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let told = version(c.rest());
    if told.is_none() && cx.state()[0] == 0 {
        return Err(Stop::NotMine);
    }
    cx.protocol("GQUIC");
    cx.info_clear();
    let flags = c.peek_u8(0)?;
    let client = cx.conversation().is_none_or(|f| f.forward);
    cx.info(|o| _ = o.s("Payload (Encrypted)"));
    cx.flags(PUFLAGS, &mut c, 1, &[PUFLAGS_VERSION, PUFLAGS_RESET, PUFLAGS_CID, PUFLAGS_PKN, PUFLAGS_MPTH])?;
    if flags & CID_BIT != 0 {
        cx.u64(CID, &mut c)?;
    }
    if flags & RESET != 0 {
        cx.info(|o| _ = o.s("Public Reset"));
        return Ok(());
    }
    if flags & VERSION_BIT != 0 && client {
        cx.bytes(VERSION, &mut c, 4)?;
    }
    if flags & NONCE != 0 && !client {
        c.skip(32)?;
    }
    let n = match flags >> 4 & 3 {
        0 => 1,
        1 => 2,
        2 => 4,
        _ => 6,
    };
    cx.uint(PACKET_NUMBER, &mut c, n)?;
    let rest = c.left();
    if rest > 0 {
        cx.bytes(PAYLOAD, &mut c, rest)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn reads_versions() {
        assert_eq!(super::version(b"\x0d\0\0\0\0\0\0\0\0Q043\x01"), Some(43));
        assert_eq!(super::version(b"\x0d\0\0\0\0\0\0\0\0Qx43\x01"), None);
    }
}
