//! Several MSDUs in one frame: each has the addresses and length of an 802.3 frame.

use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, proto};

proto! {
    WLAN_AGGREGATE "wlan_aggregate" "IEEE 802.11 Aggregate MSDU" "IEEE 802.11 Aggregate Data" Link
    on []
    fields {
        SUBFRAME "wlan_aggregate.a_mdsu.subframe" "A-MSDU Subframe": None;
        LENGTH "wlan_aggregate.a_mdsu.length" "A-MSDU Length": U16 Dec;
        PADDING "wlan_aggregate.a_mdsu.padding" "Padding": Bytes;
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// Shows the frame's MSDUs. They are no layer of their own, though they have a node at the top.
///
/// # Errors
/// Whatever stopped a protocol above.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let top = cx.marker(ID, c.span(usize::MAX));
    let mut number = 0u32;
    cx.under(top, |cx| -> Step {
        // A header is 14 bytes: every turn moves on.
        while c.left() >= 14 {
            number += 1;
            let h = c.peek_array::<14>()?;
            let len = usize::from(u16::from_be_bytes([h[12], h[13]]));
            let item = cx.add(SUBFRAME, c.span(14 + len), Value::None);
            cx.append(item, |o| _ = o.s(" #").u(number));
            let place = cx.place();
            cx.under(item, |cx| -> Step {
                cx.field(super::DA, &mut c, 6)?;
                cx.field(super::SA, &mut c, 6)?;
                cx.field(LENGTH, &mut c, 2)?;
                let body = c.take(len);
                if body.is_empty() { Ok(()) } else { cx.call_nested(crate::link::llc::ID, body) }
            })?;
            cx.return_to(place);
            // All but the last are filled up to four bytes.
            c.advance((14 + len).next_multiple_of(4) - (14 + len));
        }
        Ok(())
    })
}
