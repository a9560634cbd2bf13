//! Babel routing protocol, RFC 8966: the packet's header and the TLVs it holds.

use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

proto! {
    BABEL "babel" "Babel Routing Protocol" "Babel" App
    on [Udp 6696]
    fields {
        MAGIC "babel.magic" "Magic": U8 Dec;
        VERSION "babel.version" "Version": U8 Dec;
        BODYLEN "babel.bodylen" "Body Length": U16 Dec;
        MESSAGE "babel.message" "Message": U8 Dec;
        MESSAGE_TYPE "babel.message.type" "Message Type": U8 Dec = MESSAGE_TYPE_NAMES;
        MESSAGE_LENGTH "babel.message.length" "Message Length": U8 Dec;
    }
}

names! {
    MESSAGE_TYPE_NAMES {
        0 => "pad1",
        1 => "padn",
        2 => "ack-req",
        3 => "ack",
        4 => "hello",
        5 => "ihu",
        6 => "router-id",
        7 => "nh",
        8 => "update",
        9 => "request",
        10 => "mh-request",
        11 => "ts/pc (obsolete)",
        12 => "hmac",
        13 => "source-specific-update",
        14 => "source-specific-req",
        15 => "source-specific-seqno",
        16 => "hmac",
        17 => "pc",
        18 => "challenge-request",
        19 => "challenge-reply",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("Babel");
    cx.info(|o| _ = o.s("Babel"));
    cx.u8(MAGIC, &mut c)?;
    cx.u8(VERSION, &mut c)?;
    let len = cx.u16(BODYLEN, &mut c)?;
    let mut body = c.take(usize::from(len));
    messages(cx, &mut body)?;
    // A trailer may hold TLVs that are not signed.
    messages(cx, &mut c)
}

fn messages<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        let name = MESSAGE_TYPE_NAMES.or(u64::from(kind), "unknown");
        // Only the byte that pads has no length.
        let len = if kind == 0 { 0 } else { usize::from(c.peek_u8(1)?) + 1 };
        cx.info_add(|o| _ = o.c(b' ').s(name));
        let item = cx.add(MESSAGE, c.span(1 + len), Value::U(kind.into()));
        cx.label(item, |o| _ = o.s("Message ").s(name).s(" (").u(kind).s(")"));
        let mut m = c.take_all(1 + len)?;
        cx.under(item, |cx| -> Step {
            cx.u8(MESSAGE_TYPE, &mut m)?;
            if kind != 0 {
                cx.u8(MESSAGE_LENGTH, &mut m)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
