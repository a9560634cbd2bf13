//! Questions and the frame of resource records.

use super::fields::*;
use super::{Flavour, Message, Name, edns, rdata, seconds};
use requin_wire::{Cursor, Cx, Item, Out, Sink, Step, Stop, Value};

/// Type of the pseudo record of EDNS, RFC 6891.
const OPT_RECORD: u16 = 41;
const SRV_RECORD: u16 = 33;

/// The short name of a record type: `A`.
pub(super) fn type_name(o: &mut Out<'_>, kind: u16) {
    match kind {
        255 => _ = o.s("ANY"),
        10 => _ = o.s("NULL"),
        kind => match QRY_TYPE_NAMES.find(u64::from(kind)) {
            Some(name) => _ = o.s(name.split_once(" (").map_or(name, |n| n.0)),
            None => _ = o.s("Unknown (").u(kind).s(")"),
        },
    }
}

fn class_name(o: &mut Out<'_>, class: u16) {
    o.s(QRY_CLASS_NAMES.or(u64::from(class), "Unknown"));
}

/// The class, whose highest bit means something else over multicast.
fn class<S: Sink>(
    cx: &mut Cx<'_, S>,
    m: Message,
    fields: [requin_wire::Field; 2],
    c: &mut Cursor<'_>,
) -> Result<u16, Stop> {
    let raw = c.peek_u16(0)?;
    if m.flavour != Flavour::Mdns {
        cx.field(fields[0], c, 2)?;
        return Ok(raw);
    }
    let item = cx.add(fields[0], c.span(2), Value::U(u64::from(raw & 0x7fff)));
    cx.label(item, |o| {
        o.s(".");
        for bit in (0..15).rev() {
            o.u(raw >> bit & 1);
            if bit % 4 == 0 && bit > 0 {
                o.s(" ");
            }
        }
        o.s(" = Class: ");
        class_name(o, raw & 0x7fff);
        o.s(" (").hex(raw & 0x7fff, 4).s(")");
    });
    cx.field(fields[1], c, 2)?;
    Ok(raw)
}

/// One question.
pub(super) fn question<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    let start = *c;
    let name = Name::read(c, m.base)?;
    let (kind, raw_class) = (c.peek_u16(0)?, c.peek_u16(2)?);
    let name_span = c.span_since(&start);
    let unicast = raw_class & 0x8000 != 0;
    let class_shown = if m.flavour == Flavour::Mdns { raw_class & 0x7fff } else { raw_class };
    cx.info_add(|o| {
        o.s(" ");
        type_name(o, kind);
        o.s(" ");
        name.write(o);
        if m.flavour == Flavour::Mdns {
            o.s(if unicast { ", \"QU\" question" } else { ", \"QM\" question" });
        }
    });
    let mut whole = name_span;
    whole.len += 4;
    let item = cx.line(whole, |o| {
        name.write(o);
        o.s(": type ");
        type_name(o, kind);
        o.s(", class ");
        class_name(o, class_shown);
        if m.flavour == Flavour::Mdns {
            o.s(if unicast { ", \"QU\" question" } else { ", \"QM\" question" });
        }
    });
    cx.under(item, |cx| -> Step {
        cx.add_str(QRY_NAME, name_span, |o| name.write(o));
        cx.generated(QRY_NAME_LEN, name_span, Value::U(name.len as u64));
        cx.generated(COUNT_LABELS, name_span, Value::U(name.labels as u64));
        cx.field(QRY_TYPE, c, 2)?;
        class(cx, m, [QRY_CLASS, QRY_QU], c)?;
        Ok(())
    })
}

/// One resource record.
pub(super) fn record<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    let start = *c;
    let name = Name::read(c, m.base)?;
    let name_span = c.span_since(&start);
    let h = c.peek_array::<10>()?;
    let kind = u16::from_be_bytes([h[0], h[1]]);
    let raw_class = u16::from_be_bytes([h[2], h[3]]);
    let ttl = u32::from_be_bytes([h[4], h[5], h[6], h[7]]);
    let len = usize::from(u16::from_be_bytes([h[8], h[9]]));
    let multicast = m.flavour == Flavour::Mdns;
    let flush = multicast && raw_class & 0x8000 != 0;
    let class_shown = if multicast { raw_class & 0x7fff } else { raw_class };
    cx.info_add(|o| {
        o.s(" ");
        type_name(o, kind);
        o.s(if flush { ", cache flush" } else { "" });
    });
    // Nothing is shown of a record that the capture cut.
    if c.cuts(10 + len) {
        return Err(Stop::Cut);
    }
    // Nor of one that says it goes on behind the message.
    if c.left() < 10 + len {
        return Err(Stop::Malformed);
    }
    let mut whole = name_span;
    whole.len = whole.len.saturating_add(10 + len as u32).min(start.captured() as u32);
    let item = cx.line(whole, |o| {
        name.write(o);
        o.s(": type ");
        type_name(o, kind);
        if kind == OPT_RECORD {
            return;
        }
        o.s(", class ");
        class_name(o, class_shown);
        o.s(if flush { ", cache flush" } else { "" });
    });
    let step = cx.under(item, |cx| -> Step {
        if kind == OPT_RECORD {
            cx.add_str(RESP_NAME, name_span, |o| name.write(o));
            cx.field(RESP_TYPE, c, 2)?;
            return edns::pseudo_record(cx, m, c);
        }
        if kind == SRV_RECORD {
            cx.add_str(SRV_SERVICE, name_span, |o| name.write_labels(o, 0, 1));
            if name.labels > 1 {
                cx.add_str(SRV_PROTO, name_span, |o| name.write_labels(o, 1, 1));
            }
            if name.labels > 2 {
                cx.add_str(SRV_NAME, name_span, |o| name.write_labels(o, 2, usize::MAX));
            }
        } else {
            cx.add_str(RESP_NAME, name_span, |o| name.write(o));
        }
        cx.field(RESP_TYPE, c, 2)?;
        class(cx, m, [RESP_CLASS, RESP_CACHE_FLUSH], c)?;
        let ttl_at = c.span(4);
        seconds(cx, RESP_TTL, c)?;
        if ttl & 0x8000_0000 != 0 {
            cx.expert(TTL_HIGH_BIT_SET, Item::NONE, ttl_at);
        }
        cx.field(RESP_LEN, c, 2)?;
        if len == 0 {
            return Ok(());
        }
        // Of these types the summary has the owner alone.
        if matches!(kind, 10 | 17..=23 | 26 | 27 | 42 | 49 | 51 | 52 | 55) {
            cx.info_add(|o| {
                o.s(" ");
                name.write(o);
            });
        }
        rdata::rdata(cx, Message { end: c.pos() + len, ..m }, kind, item, *c)
    });
    if kind != OPT_RECORD {
        // What a record says of its length holds, whatever its data was.
        step?;
        if len > c.left() {
            return Err(Stop::Short);
        }
        c.advance(len);
        return Ok(());
    }
    step
}
