//! Management frames: fixed parameters, then tagged ones.

use super::*;
use requin_wire::{Field, Item, Stop};

/// The node at the top of the tree that the parameters stand under; it is no layer of its own.
pub mod node {
    use requin_wire::{Cursor, Cx, Sink, Step, Stop, proto};

    proto! {
        WLAN_MGT "wlan.mgt" "IEEE 802.11 Wireless Management" "802.11 MGT" Link
        on []
        fields {}
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(Stop::NotMine)
    }
}

const CAPABILITIES: [Field; 16] = [
    FIXED_CAPABILITIES_ESS,
    FIXED_CAPABILITIES_IBSS,
    FIXED_CAPABILITIES_RESERVED1,
    FIXED_CAPABILITIES_RESERVED2,
    FIXED_CAPABILITIES_PRIVACY,
    FIXED_CAPABILITIES_SHORT_PREAMBLE,
    FIXED_CAPABILITIES_RESERVED3,
    FIXED_CAPABILITIES_RESERVED4,
    FIXED_CAPABILITIES_SPEC_MAN,
    FIXED_CAPABILITIES_QOS,
    FIXED_CAPABILITIES_SHORT_SLOT_TIME,
    FIXED_CAPABILITIES_APSD,
    FIXED_CAPABILITIES_RADIO_MEASUREMENT,
    FIXED_CAPABILITIES_EPD,
    FIXED_CAPABILITIES_RESERVED5,
    FIXED_CAPABILITIES_RESERVED6,
];

/// Writes a beacon interval in seconds.
pub fn beacon_interval(v: Value, o: &mut Out<'_>) {
    let micros = v.as_u64().unwrap_or(0) * 1024;
    o.u(micros / 1_000_000).c(b'.').u0(micros % 1_000_000, 6).s(" [Seconds]");
}

/// Shows the body of a management frame.
///
/// # Errors
/// Whatever stopped it.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, head: &Head) -> Step {
    let item = cx.proto_item();
    cx.end_at(item, &c);
    if head.has(flags::PROTECTED) {
        return data::protected(cx, c);
    }
    if !S::FIELDS {
        return Ok(());
    }
    let top = cx.marker(node::ID, c.span(usize::MAX));
    cx.under(top, |cx| match head.kind {
        // Association and reassociation.
        0x00 | 0x02 => {
            let len = if head.kind == 0 { 4 } else { 10 };
            fixed(cx, &mut c, len, |cx, c| {
                capabilities(cx, c)?;
                cx.field_le(FIXED_LISTEN_IVAL, c, 2)?;
                if len == 10 {
                    cx.field(FIXED_CURRENT_AP, c, 6)?;
                }
                Ok(())
            })?;
            tagged(cx, c, head)
        }
        0x01 | 0x03 => {
            fixed(cx, &mut c, 6, |cx, c| {
                capabilities(cx, c)?;
                cx.field_le(FIXED_STATUS_CODE, c, 2)?;
                cx.field_le(FIXED_AID, c, 2)?;
                Ok(())
            })?;
            tagged(cx, c, head)
        }
        0x04 => tagged(cx, c, head),
        0x05 | 0x08 => {
            fixed(cx, &mut c, 12, |cx, c| {
                cx.field_le(FIXED_TIMESTAMP, c, 8)?;
                beacon(cx, c)?;
                capabilities(cx, c)
            })?;
            tagged(cx, c, head)
        }
        0x0a | 0x0c => {
            fixed(cx, &mut c, 2, |cx, c| cx.field_le(FIXED_REASON_CODE, c, 2).map(|_| ()))?;
            tagged(cx, c, head)
        }
        0x0b => {
            fixed(cx, &mut c, 6, |cx, c| {
                cx.field_le(FIXED_AUTH_ALG, c, 2)?;
                cx.field_le(FIXED_AUTH_SEQ, c, 2)?;
                cx.field_le(FIXED_STATUS_CODE, c, 2)?;
                Ok(())
            })?;
            tagged(cx, c, head)
        }
        0x0d | 0x0e => action::show(cx, c, head),
        _ => Ok(()),
    })
}

/// The node of the fixed parameters, `len` bytes, and what `f` reads from them.
pub fn fixed<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    len: usize,
    f: impl FnOnce(&mut Cx<'_, S>, &mut Cursor<'b>) -> Step,
) -> Step {
    let item = open_fixed(cx, c, len)?;
    cx.under(item, |cx| f(cx, c))
}

/// Only the node.
///
/// # Errors
/// When the packet ends before.
pub fn open_fixed<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, len: usize) -> Result<Item, Stop> {
    c.peek_bytes(0, len)?;
    let item = cx.add(FIXED_ALL, c.span(len), Value::None);
    cx.append(item, |o| _ = o.s(" (").u(len as u64).s(" bytes)"));
    Ok(item)
}

/// How often a beacon is sent, which the Info column shows.
///
/// # Errors
/// When the packet ends before.
pub fn beacon<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let interval = u16::from_le_bytes(*c.peek_array::<2>()?);
    cx.info_add(|o| _ = o.s(", BI=").u(interval));
    cx.field_le(FIXED_BEACON, c, 2).map(drop)
}

/// The capabilities of a station, and passes over them.
///
/// # Errors
/// When the packet ends before.
pub fn capabilities<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.flags_le(FIXED_CAPABILITIES, c, 2, &CAPABILITIES).map(|_| ())
}

/// The node of the tagged parameters, and all of them.
///
/// # Errors
/// Whatever stopped them.
pub fn tagged<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, head: &Head) -> Step {
    if c.is_empty() {
        // Some frames say too little without any.
        return match head.kind {
            0x00..=0x03 | 0x05 | 0x08 => Err(Stop::Malformed),
            0x04 => {
                let item = cx.add(TAGGED_ALL, c.span(0), Value::None);
                cx.append(item, |o| _ = o.s(" (0 bytes)"));
                Ok(())
            }
            _ => Ok(()),
        };
    }
    let item = cx.add(TAGGED_ALL, c.span(usize::MAX), Value::None);
    cx.append(item, |o| _ = o.s(" (").u(c.left() as u64).s(" bytes)"));
    cx.under(item, |cx| tags::all(cx, c, head))
}
