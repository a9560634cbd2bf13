//! OPC UA's binary connection protocol, OPC 10000-6: the header of messages.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, proto};

proto! {
    OPCUA "opcua" "OpcUa Binary Protocol" "OpcUa" App
    on [Tcp 4840]
    frames sized [frames]
    fields {
        TRANSPORT_TYPE "opcua.transport.type" "Message Type": Str;
        TRANSPORT_CHUNK "opcua.transport.chunk" "Chunk Type": Str;
        TRANSPORT_SIZE "opcua.transport.size" "Message Size": U32 Dec;
    }
}

const KINDS: [&[u8]; 6] = [b"HEL", b"ACK", b"ERR", b"MSG", b"OPN", b"CLO"];

fn known(bytes: &[u8]) -> bool {
    KINDS.iter().any(|k| bytes.starts_with(k))
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [_, _, _, _, a, b, c, d, ..] if known(bytes) => {
            Pdu::Len(u32::from_le_bytes([*a, *b, *c, *d]).clamp(8, 0x100_0000) as usize)
        }
        _ if bytes.len() < 8 => Pdu::More(8),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !known(c.rest()) {
        return Err(Stop::NotMine);
    }
    cx.protocol("OpcUa");
    let kind = *c.peek_array::<3>()?;
    cx.info(|o| {
        o.s(match &kind {
            b"HEL" => "Hello message",
            b"ACK" => "Acknowledge message",
            b"ERR" => "Error message",
            b"OPN" => "OpenSecureChannel message",
            b"CLO" => "CloseSecureChannel message",
            _ => "UA Secure Conversation Message",
        });
    });
    cx.bytes(TRANSPORT_TYPE, &mut c, 3)?;
    cx.bytes(TRANSPORT_CHUNK, &mut c, 1)?;
    cx.u32_le(TRANSPORT_SIZE, &mut c).map(|_| ())
}
