//! Control frames: acknowledgements, reservations, polls.

use super::*;

/// What stands behind the duration of a control frame.
///
/// # Errors
/// When the packet ends before.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, head: &mut Head) -> Step {
    let ra = *c;
    let first = ra.peek_array::<6>()?;
    let ta = address::at(c, 6);
    let second = ta.peek_array::<6>();
    // Whose the addresses are.
    let (to, from): (&str, Option<&str>) = match head.kind {
        0x1a => (" (BSSID)", Some(" (TA)")),
        0x1e => (" (RA)", Some(" (BSSID)")),
        0x12 | 0x14 | 0x15 | 0x18 | 0x19 | 0x1b | 0x1f | 0x13 => (" (RA)", Some(" (TA)")),
        0x160..=0x16a if !matches!(head.kind, 0x160 | 0x161) => (" (RA)", Some(" (TA)")),
        _ => (" (RA)", None),
    };
    let resolve = cx.registry.prefs.resolve_mac;
    cx.addresses_text(
        |o| {
            if let (Some(role), Ok(a)) = (from, second) {
                address::column(o, a, resolve, role);
            }
        },
        |o| address::column(o, first, resolve, to),
    );
    address::one(cx, address::RA_ROWS, &ra);
    if head.kind == 0x1a {
        address::one(cx, address::BSSID_ROWS, &ra);
    }
    address::any(cx, &ra);
    c.skip(6)?;
    if from.is_some() {
        let rows = if head.kind == 0x1e { address::BSSID_ROWS } else { address::TA_ROWS };
        ta.peek_array::<6>()?;
        address::one(cx, rows, &ta);
        address::any(cx, &ta);
        c.skip(6)?;
    }
    match head.kind {
        0x18 => block_ack::request(cx, &mut body(c, head)),
        0x19 => block_ack::response(cx, &mut body(c, head)),
        _ => Ok(()),
    }
}

/// The rest without the check sequence.
fn body<'a>(c: &Cursor<'a>, head: &Head) -> Cursor<'a> {
    if head.fcs { c.within(c.left().saturating_sub(4)) } else { *c }
}

/// Extension frames: beacons of 802.11ad and 802.11ah.
///
/// # Errors
/// When the packet ends before.
pub fn extension<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, head: &mut Head) -> Step {
    let a = c.peek_array::<6>()?;
    let resolve = cx.registry.prefs.resolve_mac;
    if head.kind == 0x30 {
        cx.addresses_text(|_| (), |o| address::column(o, a, resolve, " (BSSID)"));
        address::one(cx, address::BSSID_ROWS, c);
    } else {
        cx.addresses_text(|o| address::column(o, a, resolve, " (SA)"), |_| ());
        address::one(cx, address::SA_ROWS, c);
    }
    address::any(cx, c);
    c.skip(6)
}
