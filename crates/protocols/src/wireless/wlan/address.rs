//! The addresses of data and management frames: which of them is whose depends on the way of the frame.

use super::*;
use crate::link::oui;
use requin_wire::{AddrKind, Field};

/// An address, and the fields that show it.
pub type Rows = [Field; 2];

pub const RA_ROWS: Rows = [RA, RA_RESOLVED];
pub const TA_ROWS: Rows = [TA, TA_RESOLVED];
pub const DA_ROWS: Rows = [DA, DA_RESOLVED];
pub const SA_ROWS: Rows = [SA, SA_RESOLVED];
pub const BSSID_ROWS: Rows = [BSSID, BSSID_RESOLVED];
pub const STAA_ROWS: Rows = [STAA, STAA_RESOLVED];
const ADDR_ROWS: Rows = [ADDR, ADDR_RESOLVED];

/// Adds an address, shown, and its name, hidden.
pub fn one<S: Sink>(cx: &mut Cx<'_, S>, rows: Rows, c: &Cursor<'_>) {
    add(cx, rows, c, false);
}

fn add<S: Sink>(cx: &mut Cx<'_, S>, rows: Rows, c: &Cursor<'_>, hidden: bool) {
    if !(cx.wants(rows[0]) || cx.wants(rows[1])) {
        return;
    }
    let Ok(a) = c.peek_array::<6>() else { return };
    let span = c.span(6);
    let resolve = cx.registry.prefs.resolve_mac;
    let item = cx.add(rows[0], span, Value::Bytes(span));
    if hidden {
        cx.hide(item);
    }
    if resolve {
        let label = cx.registry.field(rows[0]).label;
        cx.label(item, |o| {
            o.s(label).s(": ");
            oui::address(o, a, true);
            o.s(" (").hex_bytes(a, b':').s(")");
        });
    }
    let item = cx.add_str(rows[1], span, |o| oui::address(o, a, resolve));
    cx.hide(item);
}

/// Adds an address once more, hidden, as one that is anybody's.
pub fn any<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    add(cx, ADDR_ROWS, c, true);
}

/// A cursor `n` bytes on.
pub fn at<'a>(c: &Cursor<'a>, n: usize) -> Cursor<'a> {
    let mut c = *c;
    c.advance(n);
    c
}

/// Writes an address for the columns, with what it is.
pub fn column(o: &mut Out<'_>, a: &[u8; 6], resolve: bool, role: &str) {
    if resolve {
        oui::address(o, a, true);
        o.s(" (").hex_bytes(a, b':').s(")");
    } else {
        o.hex_bytes(a, b':');
    }
    o.s(role);
}

/// Where destination and source stand, from the first address on, by whether a frame goes to the distribution system, or
/// comes from it.
fn ends_at(flags: u8) -> (usize, usize) {
    match flags & 3 {
        0 => (0, 6),
        1 => (12, 6),
        2 => (0, 12),
        _ => (12, 20),
    }
}

/// Who speaks to whom in a header that begins here and was cut behind these addresses: for the columns.
#[cold]
pub fn ends<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, class: u8, flags: u8) {
    let (da, sa) = ends_at(if class == 0 { 0 } else { flags });
    if let (Ok(d), Ok(s)) = (c.peek_bytes(4 + da, 6), c.peek_bytes(4 + sa, 6)) {
        cx.addresses(AddrKind::Ether, s, d);
    }
}

/// Addresses and sequence number of a data or management frame, with what follows them.
///
/// # Errors
/// When the packet ends before.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, head: &mut Head) -> Step {
    let (a1, a2, a3) = (*c, at(c, 6), at(c, 12));
    if head.class() == 0 {
        cx.addresses(AddrKind::Ether, a2.peek_array::<6>()?, a1.peek_array::<6>()?);
        if cx.wants_any(DA, STAA_RESOLVED) {
            one(cx, RA_ROWS, &a1);
            any(cx, &a1);
            one(cx, DA_ROWS, &a1);
            one(cx, TA_ROWS, &a2);
            one(cx, SA_ROWS, &a2);
            one(cx, BSSID_ROWS, &a3);
            any(cx, &a2);
            any(cx, &a3);
        }
        c.skip(18)?;
        sequence(cx, c, head)?;
        if head.has(flags::ORDER) && c.left() >= 4 {
            ht_control::show(cx, c)?;
        }
        return Ok(());
    }
    let both = head.flags & 3 == 3;
    let a4 = at(c, 20 + 2 * usize::from(both) + 2);
    let a4 = if both { at(c, 20) } else { a4 };
    // With several MSDUs in one frame, the addresses behind the second say nothing of them.
    let has_qos = head.has_qos();
    let before = if both { 26 } else { 20 };
    let amsdu = has_qos && c.peek_u8(before).is_ok_and(|q| q & 0x80 != 0);
    let (da, sa) = ends_at(head.flags);
    let (da, sa) = (at(c, da), at(c, sa));
    let (bssid, staa) = match head.flags & 3 {
        0 => (Some(a3), None),
        1 => (Some(a1), Some(a2)),
        2 => (Some(a2), Some(a1)),
        _ => (None, None),
    };
    let (d, s) = (da.peek_array::<6>(), sa.peek_array::<6>());
    if let (Ok(d), Ok(s)) = (d, s) {
        cx.addresses(AddrKind::Ether, s, d);
        head.ends = Some((*d, *s));
    } else if let (Ok(r), Ok(t)) = (a1.peek_array::<6>(), a2.peek_array::<6>()) {
        cx.addresses(AddrKind::Ether, t, r);
    }
    if cx.wants_any(DA, STAA_RESOLVED) {
        // Of a frame that ends early, at least these.
        one(cx, RA_ROWS, &a1);
        any(cx, &a1);
        one(cx, TA_ROWS, &a2);
        any(cx, &a2);
    }
    if cx.wants_any(DA, STAA_RESOLVED) && a3.captured() >= 6 {
        if !amsdu || da.pos() != a3.pos() {
            one(cx, DA_ROWS, &da);
        }
        if !amsdu || sa.pos() != a3.pos() && sa.pos() != a4.pos() {
            one(cx, SA_ROWS, &sa);
        }
        if let Some(b) = bssid {
            one(cx, BSSID_ROWS, &b);
        }
        if let Some(s) = staa {
            one(cx, STAA_ROWS, &s);
        }
        if both {
            any(cx, &a4);
        }
        if !amsdu || head.flags & 3 == 0 {
            any(cx, &a3);
        }
    }
    c.skip(18)?;
    sequence(cx, c, head)?;
    if both {
        c.skip(6)?;
    }
    if has_qos {
        // The check sequence is told of before what stands behind the addresses.
        if head.fcs && c.left() >= 6 {
            super::show_fcs(cx, c);
        }
        qos::show(cx, c, head)?;
        if head.has(flags::ORDER) {
            ht_control::show(cx, c)?;
        }
    }
    Ok(())
}

/// Fragment and sequence number.
///
/// # Errors
/// When the packet ends before.
pub fn sequence<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, head: &mut Head) -> Step {
    cx.peek_le(FRAG, c, 0, 2)?;
    cx.peek_le(SEQ, c, 0, 2)?;
    let raw = u16::from_le_bytes(*c.array::<2>()?);
    head.sequence = Some((raw >> 4, (raw & 15) as u8));
    Ok(())
}
