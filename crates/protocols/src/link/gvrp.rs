//! GARP VLAN Registration Protocol, IEEE 802.1Q (2003) section 11.

use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

proto! {
    GVRP "gvrp" "GARP VLAN Registration Protocol" "GVRP" Link
    on []
    fields {
        PROTOCOL_ID "gvrp.protocol_id" "Protocol Identifier": U16 Hex;
        ATTRIBUTE_TYPE "gvrp.attribute_type" "Type": U8 Hex = ATTRIBUTE_TYPE_NAMES;
        ATTRIBUTE_LENGTH "gvrp.attribute_length" "Length": U8 Dec;
        ATTRIBUTE_EVENT "gvrp.attribute_event" "Event": U8 Dec = ATTRIBUTE_EVENT_NAMES;
        ATTRIBUTE_VALUE "gvrp.attribute_value" "Value": U16 Dec;
        END_OF_MARK "gvrp.end_of_mark" "End of Mark": None;
    }
    experts {
        PROTOCOL_ID_UNKNOWN "gvrp.protocol_id.unknown" Warn Protocol "Warning: this version of Wireshark only knows about protocol id = 1";
    }
}

names! {
    ATTRIBUTE_TYPE_NAMES {
        1 => "VID",
    }
    ATTRIBUTE_EVENT_NAMES {
        0 => "Leave All",
        1 => "Join Empty",
        2 => "Join In",
        3 => "Leave Empty",
        4 => "Leave In",
        5 => "Empty",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("GVRP");
    cx.info(|o| _ = o.s("GVRP"));
    let id = c.peek_u16(0)?;
    let item = cx.field(PROTOCOL_ID, &mut c, 2)?;
    cx.append(item, |o| {
        o.s(if id == 1 { " (GARP VLAN Registration Protocol)" } else { " (Unknown Protocol)" });
    });
    if id != 1 {
        cx.expert(PROTOCOL_ID_UNKNOWN, item, c.span(0));
        return cx.call(crate::meta::data::ID, c);
    }
    let mut number = 0u32;
    while !c.is_empty() {
        if c.peek_u8(0)? == 0 {
            cx.add(END_OF_MARK, c.span(1), Value::None);
            return Ok(());
        }
        number += 1;
        let line = cx.line(c.span(c.left()), |o| _ = o.s("Message ").u(number));
        if !cx.under(line, |cx| message(cx, &mut c))? {
            return cx.call(crate::meta::data::ID, c);
        }
    }
    Ok(())
}

/// A message; `false`: from here on nothing is known.
fn message<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<bool, requin_wire::Stop> {
    if cx.u8(ATTRIBUTE_TYPE, c)? != 1 {
        return Ok(false);
    }
    let mut number = 0u32;
    while !c.is_empty() {
        let len = c.peek_u8(0)?;
        if len == 0 {
            cx.add(END_OF_MARK, c.span(1), Value::None);
            c.skip(1)?;
            break;
        }
        number += 1;
        let line = cx.line(c.span(usize::from(len)), |o| _ = o.s("Attribute ").u(number));
        let known = cx.under(line, |cx| -> Result<bool, requin_wire::Stop> {
            cx.u8(ATTRIBUTE_LENGTH, c)?;
            match (cx.u8(ATTRIBUTE_EVENT, c)?, len) {
                (0, 2) => Ok(true),
                (1..=5, 4) => cx.u16(ATTRIBUTE_VALUE, c).map(|_| true),
                _ => Ok(false),
            }
        })?;
        if !known {
            return Ok(false);
        }
    }
    Ok(true)
}
