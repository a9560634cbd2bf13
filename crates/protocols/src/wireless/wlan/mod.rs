//! IEEE 802.11, wireless LAN.

pub mod action;
mod address;
pub mod aggregate;
mod block_ack;
mod control;
mod custom;
mod data;
mod fields;
mod ht_control;
pub mod mgt;
mod names;
mod pv1;
mod qos;
mod tags;

use super::radiotap;
use fields::*;
pub use fields::{COUNT, DEF, ID};
use requin_wire::{Cursor, Cx, Names, Out, Sink, Step, Value};

/// Bits of the flags, the second byte of the frame control field.
pub mod flags {
    #![allow(missing_docs)]
    pub const TO_DS: u8 = 0x01;
    pub const FROM_DS: u8 = 0x02;
    pub const MORE_FRAGMENTS: u8 = 0x04;
    pub const RETRY: u8 = 0x08;
    pub const POWER: u8 = 0x10;
    pub const MORE_DATA: u8 = 0x20;
    pub const PROTECTED: u8 = 0x40;
    pub const ORDER: u8 = 0x80;
}

/// The header, as far as later parts need it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head {
    /// Type and subtype, as `wlan.fc.type_subtype` has them.
    pub kind: u16,
    /// The flags byte.
    pub flags: u8,
    /// Whether a frame check sequence ends the frame.
    pub fcs: bool,
    /// Sequence and fragment number.
    pub sequence: Option<(u16, u8)>,
    /// Destination and source, where the frame has both.
    pub ends: Option<([u8; 6], [u8; 6])>,
    /// The action of a self-protected frame.
    pub action: Option<u8>,
}

impl Head {
    /// 0 management, 1 control, 2 data, 3 extension.
    #[must_use]
    pub fn class(&self) -> u16 {
        if self.kind > 0xff { 1 } else { self.kind >> 4 }
    }

    /// Whether the frame has a QoS control field.
    #[must_use]
    pub fn has_qos(&self) -> bool {
        self.kind & 0x28 == 0x28
    }

    /// Whether the flags have one of these bits.
    #[must_use]
    pub fn has(&self, bits: u8) -> bool {
        self.flags & bits != 0
    }
}

/// The name of a type and subtype.
fn kind_name(kind: u16) -> &'static str {
    names::FC_TYPE_SUBTYPE.or(u64::from(kind), "Unrecognized (Reserved frame)")
}

/// `.pm.R.F.C` and the like.
fn write_flags(o: &mut Out<'_>, flags: u8, fcs: bool) {
    for (bit, letter) in [
        (flags::ORDER, b'o'),
        (flags::PROTECTED, b'p'),
        (flags::MORE_DATA, b'm'),
        (flags::POWER, b'P'),
        (flags::RETRY, b'R'),
        (flags::MORE_FRAGMENTS, b'M'),
        (flags::FROM_DS, b'F'),
        (flags::TO_DS, b'T'),
    ] {
        o.c(if flags & bit != 0 { letter } else { b'.' });
    }
    // There is a check sequence, and nobody says whether it is good.
    if fcs {
        o.c(b'C');
    }
}

/// Bytes of the header of a frame of management or data.
fn header_len(class: u8, fc: [u8; 2]) -> Option<usize> {
    /// Both directions of the distribution system: a fourth address.
    const RELAYED: u8 = 3;
    const HT_CONTROL: u8 = 0x80;
    let is_qos = class == 2 && fc[0] & 0x80 != 0;
    let mut len = match class {
        0 => 24,
        2 if fc[1] & RELAYED == RELAYED => 30,
        2 => 24,
        _ => return None,
    };
    if is_qos {
        len += 2;
    }
    if fc[1] & HT_CONTROL != 0 && (is_qos || class == 0) {
        len += 4;
    }
    Some(len)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("802.11");
    cx.info_clear();
    let all = c;
    let item = cx.proto_item();
    cx.label(item, |o| _ = o.s("IEEE 802.11"));
    let swapped = is_swapped(cx, &c);
    let first = c.peek_u8(usize::from(swapped))?;
    match first & 3 {
        0 => {}
        1 => return pv1::show(cx, c),
        version => {
            cx.info(|o| _ = o.s("Unknown protocol version: ").u(version));
            cx.append(item, |o| _ = o.s(" Unknown Protocol Version:").u(version));
            return unknown_version(cx, c, fcs(cx, &all));
        }
    }
    let mut fc = *c.peek_array::<2>()?;
    if swapped {
        fc.reverse();
    }
    let (class, subtype) = (fc[0] >> 2 & 3, fc[0] >> 4);
    let mut head = Head { flags: fc[1], ..Head::default() };
    // Control frames of subtype 6 take four flags for their type.
    let extended = class == 1 && subtype == 6;
    head.kind =
        if extended { 0x160 | u16::from(fc[1] & 15) } else { u16::from(class) << 4 | u16::from(subtype) };
    cx.info(|o| _ = o.s(kind_name(head.kind)));
    cx.append(item, |o| _ = o.c(b' ').s(kind_name(head.kind)));
    // Nothing is shown of a header that was cut.
    if let Some(len) = header_len(class, fc)
        && let Err(stop) = c.peek_bytes(0, len)
    {
        address::ends(cx, &c, class, fc[1]);
        cx.drop_node();
        return Err(stop);
    }
    frame_control(cx, &c, head, extended, swapped);
    c.skip(2)?;
    head.fcs = fcs(cx, &all);
    duration(cx, &mut c)?;
    match class {
        1 => control::show(cx, &mut c, &mut head)?,
        3 => control::extension(cx, &mut c, &mut head)?,
        _ => address::show(cx, &mut c, &mut head)?,
    }
    cx.info_add(|o| {
        if let Some((sn, fragment)) = head.sequence {
            o.s(", SN=").u(sn).s(", FN=").u(fragment);
        }
        o.s(", Flags=");
        write_flags(o, head.flags, head.fcs);
    });
    cx.append(item, |o| {
        o.s(", Flags: ");
        write_flags(o, head.flags, head.fcs);
    });
    let mut body = c;
    if head.fcs && c.left() >= 4 {
        body = c.within(c.left() - 4);
        if !head.has_qos() {
            show_fcs(cx, &c);
        }
    }
    match class {
        0 => mgt::show(cx, body, &head),
        2 => {
            if radio_flags(cx, &all).is_some_and(|f| f & radiotap::flag::DATA_PAD != 0) {
                let len = c.pos() - all.pos();
                body.advance(len.next_multiple_of(4) - len);
            }
            data::show(cx, body, &head)
        }
        _ => Ok(()),
    }
}

/// Whether the two bytes of the frame control field stand in the other order, as access points tend to send them
/// over CAPWAP. The order of the standard is taken only where it alone makes the frame one of version 0.
fn is_swapped<S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'_>) -> bool {
    let layers = &cx.out.layers;
    let below = layers.len().checked_sub(2).and_then(|i| layers.get(i));
    below.is_some_and(|l| l.proto == crate::wireless::capwap::data::ID)
        && c.peek_array::<2>().is_ok_and(|[first, second]| first & 3 != 0 || second & 3 == 0)
}

/// The flags of the radio header below.
fn radio_flags<S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'_>) -> Option<u8> {
    radiotap::below(cx, c)?.byte(radiotap::header::bit::FLAGS)
}

/// Whether a check sequence ends the frame: radio headers tell, without one the capture may.
fn fcs<S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'_>) -> bool {
    match radio_flags(cx, c) {
        Some(flags) => flags & radiotap::flag::FCS != 0,
        None => cx.meta.fcs_len == Some(4) && cx.meta.link == 105,
    }
}

/// Shows the last four bytes.
fn show_fcs<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    let end = address::at(c, c.left().saturating_sub(4));
    if cx.wants_any(FCS, FCS_STATUS) && end.captured() >= 4 {
        if let Ok(item) = cx.peek_le(FCS, &end, 0, 4) {
            cx.append(item, |o| _ = o.s(" [unverified]"));
        }
        cx.generated(FCS_STATUS, end.span(0), Value::U(2));
    }
}

/// A frame of a version that nobody knows.
fn unknown_version<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, fcs: bool) -> Step {
    cx.peek(FC_VERSION, &c, 1)?;
    c.skip(2)?;
    if !fcs || c.left() < 4 {
        cx.call_nested(crate::meta::data::ID, c)?;
        return Err(requin_wire::Stop::Malformed);
    }
    let body = c.take(c.left() - 4);
    cx.call_nested(crate::meta::data::ID, body)?;
    show_fcs(cx, &c);
    Ok(())
}

const FLAG_ROWS: [requin_wire::Field; 9] =
    [FC_DS, FC_TODS, FC_FROMDS, FC_FRAG, FC_RETRY, FC_PWRMGT, FC_MOREDATA, FC_PROTECTED, FC_ORDER];

/// The tree of the frame control field.
fn frame_control<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, head: Head, extended: bool, swapped: bool) {
    if !cx.wants_any(FC, FC_ORDER) && !cx.wants(FC_RETRY_EXPERT) && !cx.wants_experts() {
        return;
    }
    let (mut first, mut second) = (*c, *c);
    if swapped { &mut first } else { &mut second }.advance(1);
    cx.add(FC_TYPE_SUBTYPE, first.span(1), Value::U(u64::from(head.kind)));
    let Ok(raw) = c.peek_u16(0) else { return };
    let item = cx.add(FC, c.span(2), Value::U(u64::from(raw)));
    if swapped {
        cx.append(item, |o| _ = o.s("(Swapped)"));
    }
    cx.under(item, |cx| {
        for field in [FC_VERSION, FC_TYPE, FC_SUBTYPE] {
            _ = cx.peek(field, &first, 1);
        }
        if extended {
            cx.add(FC_EXTENSION, second.span(1), Value::U(u64::from(head.flags & 15)));
        }
        let Ok(item) = cx.peek(FLAGS, &second, 1) else { return };
        cx.under(item, |cx| {
            let rows = if extended { FLAG_ROWS.get(5..) } else { Some(&FLAG_ROWS[..]) };
            for field in rows.unwrap_or_default() {
                let Ok(item) = cx.peek(*field, &second, 1) else { return };
                if *field == FC_TODS || *field == FC_FROMDS {
                    cx.hide(item);
                }
                if *field == FC_RETRY && head.has(flags::RETRY) {
                    cx.expert(FC_RETRY_EXPERT, item, second.span(0));
                }
            }
        });
    });
}

fn duration<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let raw = u16::from_le_bytes(*c.peek_array::<2>()?);
    let item = cx.peek_le(DURATION, c, 0, 2)?;
    if raw & 0x8000 != 0 {
        let id = raw & 0x3fff;
        cx.label(item, |o| match raw & 0x4000 {
            0 if id == 0 => _ = o.s("Duration/ID: 32768"),
            0 => _ = o.s("Duration/ID: ").u(id).s(" (reserved)"),
            _ => {
                o.s("Duration/ID: ").u(id);
                if !(1..=2007).contains(&id) {
                    o.s(" (reserved)");
                }
            }
        });
    }
    c.skip(2)
}

requin_wire::names! {
    /// Names of the types of frames.
    TYPES { 0 => "Management frame", 1 => "Control frame", 2 => "Data frame", 3 => "Extension frame" }
}

/// Shows the tags in the key data of EAPOL.
///
/// # Errors
/// Whatever stopped one of them.
pub fn key_data<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    tags::all(cx, c, &Head { kind: u16::MAX, ..Head::default() })
}
