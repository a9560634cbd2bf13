//! CAN frames in datagrams (CAN-ETH of Proconx).

use crate::link::can;
use crate::meta;
use requin_wire::{Cursor, Cx, Ports, Sink, Step, Stop, Value, le, proto};

proto! {
    CANETH "caneth" "Controller Area Network over Ethernet" "CAN-ETH" App
    on [Udp 11898]
    looks_like [Udp accepts => [0x49..=0x49]]
    fields {
        MAGIC "caneth.magic" "Magic": Str;
        VERSION "caneth.version" "Version": U8 Dec;
        FRAMES "caneth.frames" "CAN Frames": U8 Dec;
        OPTIONS "caneth.options" "Options (Reserved)": Bytes;
        CAN_ID "can.id" "Identifier": U32 Hex & 0x7ff;
        CAN_ID_EXTENDED "can.id" "Identifier": U32 Hex & 0x1fff_ffff;
        CAN_XTD "can.flags.xtd" "Extended Flag": Bool;
        CAN_RTR "can.flags.rtr" "Remote Transmission Request Flag": Bool;
        CAN_PADDING "caneth.can.padding" "Padding": Bytes;
    }
}

const MARK: &[u8] = b"ISO11898";
/// Identifier, length, eight bytes of data, whether it is extended, whether it asks.
const FRAME: usize = 15;
/// More frames than that are not sent at once.
const MOST: u8 = 16;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.peek_bytes(0, 8).is_ok_and(|b| b == MARK) && c.peek_u8(9).is_ok_and(|n| n <= MOST)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !accepts(&c, cx.ports) {
        return Err(Stop::NotMine);
    }
    cx.protocol("CAN-ETH");
    cx.info_clear();
    cx.bytes(MAGIC, &mut c, 8)?;
    cx.u8(VERSION, &mut c)?;
    let n = usize::from(cx.u8(FRAMES, &mut c)?);
    let mut frames = c.take(FRAME * n);
    let more = c.left();
    if more > 0 {
        cx.bytes(OPTIONS, &mut c, more)?;
    }
    while !frames.is_empty() {
        let mut one = frames.take(FRAME);
        frame(cx, &mut one)?;
    }
    Ok(())
}

fn frame<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let h = *c.peek_array::<FRAME>()?;
    let (extended, asks) = (h[13] != 0, h[14] != 0);
    let number = le(&h[..4]);
    let len = usize::from(h[4]);
    let item = cx.marker(can::ID, c.span(FRAME));
    cx.at_top(|cx| {
        cx.under(item, |cx| {
            let (field, number) =
                if extended { (CAN_ID_EXTENDED, number & 0x1fff_ffff) } else { (CAN_ID, number & 0x7ff) };
            cx.add(field, c.span(4), Value::U(number));
            c.advance(4);
            cx.u8(can::LEN, c)?;
            let flags = c.within(FRAME);
            let mut at = flags;
            at.advance(8);
            cx.add(CAN_XTD, at.span(1), Value::U(u64::from(extended)));
            at.advance(1);
            cx.add(CAN_RTR, at.span(1), Value::U(u64::from(asks)));
            let used = len.min(8);
            let mut padding = *c;
            let data = padding.take(used);
            let rest = 8 - used;
            if rest > 0 {
                cx.bytes(CAN_PADDING, &mut padding, rest)?;
            }
            if used == 0 { Ok(()) } else { cx.call(meta::data::ID, data) }
        })
    })
}
