//! The protocol of TP-Link's smart plugs and lamps: JSON, each byte XORed with the one sent before it.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, proto};

proto! {
    TPLINK_SMARTHOME "tplink-smarthome" "TP-Link Smart Home Protocol" "TPLINK-SMARTHOME" App
    on [Udp 9999, Tcp 9999]
    frames [frames]
    fields {
        LEN "tplink_smarthome.len" "Len": U32 Dec;
        MSG "tplink_smarthome.msg" "Msg": Str;
    }
}

/// What the first byte is XORed with.
const KEY: u8 = 171;

/// Over TCP a length stands before each message.
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<4>() {
        None => Pdu::More(4),
        Some(len) => match u32::from_be_bytes(*len) {
            n if n < 0x10_0000 => Pdu::Len(4 + n as usize),
            _ => Pdu::AsItComes,
        },
    }
}

fn decode(bytes: &[u8]) -> Vec<u8> {
    let mut key = KEY;
    bytes.iter().map(|b| std::mem::replace(&mut key, *b) ^ b).collect()
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == requin_wire::TransportKind::Tcp);
    let at = if stream { 4 } else { 0 };
    if c.peek_u8(at)? ^ KEY != b'{' {
        return Err(Stop::NotMine);
    }
    cx.protocol("TPLINK-SMARTHOME");
    cx.info_clear();
    let me = cx.proto_item();
    cx.label(me, |o| _ = o.s("TP-Link Smart Home Protocol"));
    if stream {
        cx.u32(LEN, &mut c)?;
    }
    let span = c.span(usize::MAX);
    let text = decode(c.rest());
    cx.add_bytes(MSG, span, &text);
    let listens = cx.ports.dst == 9999;
    cx.info(|o| {
        o.s(if stream { "TCP " } else { "UDP " });
        o.s(if listens { "Cmd: " } else { "Rsp: " }).text(&text);
    });
    cx.with_source("Decoded", text, |cx, c| cx.call_nested(super::media::json::ID, c)).unwrap_or(Ok(()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn decodes() {
        assert_eq!(super::decode(&[0xd0, 0xad]), b"{}");
    }
}
