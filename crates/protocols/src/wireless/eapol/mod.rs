//! EAP over LANs, IEEE 802.1X, and the key frames that IEEE 802.11 adds to it.

mod names;
pub mod rsna;

use requin_wire::{Cursor, Cx, Names, Sink, Step, Stop, Value, proto};

proto! {
    EAPOL "eapol" "802.1X Authentication" "EAPOL" App
    on [Ether 0x888e, Ether 0x88c7]
    fields {
        VERSION "eapol.version" "Version": U8 Dec = names::VERSION;
        TYPE "eapol.type" "Type": U8 Dec = names::TYPE;
        LEN "eapol.len" "Length": U16 Dec;
        KEYDES_TYPE "eapol.keydes.type" "Key Descriptor Type": U8 Dec = names::KEYDES_TYPE;
        KEYDES_BODY "eapol.keydes.body" "Key Descriptor Body": Bytes;
        KEYDES_KEY_LEN "eapol.keydes.key_len" "Key Length": U16 Dec;
        KEYDES_REPLAY_COUNTER "eapol.keydes.replay_counter" "Replay Counter": U64 Dec;
        KEYDES_KEY_IV "eapol.keydes.key_iv" "Key IV": Bytes;
        KEYDES_KEY_INDEX "eapol.keydes.key_index" "Key Index": U8 Hex;
        KEYDES_KEY_INDEX_TYPE "eapol.keydes.key_index.type" "Type": Bool(8) & 0x80 = Names::Bools("Unicast", "Broadcast");
        KEYDES_KEY_INDEX_NUMBER "eapol.keydes.key_index.number" "Number": U8 Dec & 0x7f;
        KEYDES_KEY_SIGNATURE "eapol.keydes.key_signature" "Key Signature": Bytes;
        KEYDES_KEY "eapol.keydes.key" "Key": Bytes;
        KEYDES_KEY_GENERATED_LOCALLY "eapol.keydes.key.generated_locally" "Key Generated Locally": Bool;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("EAPOL");
    cx.info_clear();
    let all = c;
    let h = c.peek_array::<4>()?;
    let (kind, len) = (h[1], usize::from(u16::from_be_bytes([h[2], h[3]])));
    cx.info(|o| match names::TYPE.find(u64::from(kind)) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown Type (0x").x(kind, 2).s(")"),
    });
    cx.proto_len(4 + len);
    cx.ends_at(all.pos() + 4 + len);
    cx.field(VERSION, &mut c, 1)?;
    cx.field(TYPE, &mut c, 1)?;
    cx.field(LEN, &mut c, 2)?;
    let body = c.take(len);
    match kind {
        // It is no layer of its own here.
        0 => {
            let item = cx.marker(super::eap::ID, body.span(usize::MAX));
            cx.under(item, |cx| super::eap::show(cx, body))
        }
        3 if body.is_cut() => Err(Stop::Cut),
        3 => key(cx, body),
        _ if body.is_empty() => Ok(()),
        _ => cx.call_nested(crate::meta::data::ID, body),
    }
}

/// A key: of 802.1X itself, or of 802.11.
fn key<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    cx.field(KEYDES_TYPE, &mut c, 1)?;
    match kind {
        1 => rc4(cx, c),
        2 | 254 => rsna::show(cx, c),
        _ => {
            let len = c.left();
            cx.field(KEYDES_BODY, &mut c, len).map(|_| ())
        }
    }
}

fn rc4<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let len = usize::from(c.peek_u16(0)?);
    cx.field(KEYDES_KEY_LEN, &mut c, 2)?;
    cx.field(KEYDES_REPLAY_COUNTER, &mut c, 8)?;
    cx.field(KEYDES_KEY_IV, &mut c, 16)?;
    cx.flags(KEYDES_KEY_INDEX, &mut c, 1, &[KEYDES_KEY_INDEX_TYPE, KEYDES_KEY_INDEX_NUMBER])?;
    cx.field(KEYDES_KEY_SIGNATURE, &mut c, 16)?;
    if len == 0 {
        return Ok(());
    }
    // Without a key, both sides make it themselves.
    let here = !c.is_empty();
    cx.add(KEYDES_KEY_GENERATED_LOCALLY, c.span(0), Value::U(u64::from(!here)));
    if here {
        cx.field(KEYDES_KEY, &mut c, len)?;
    }
    Ok(())
}
