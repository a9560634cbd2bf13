//! The type field: what an Ethernet frame, or anything like it, carries. What is behind the payload is
//! padding, a trailer, or a frame check sequence.

use super::ethernet;
use requin_wire::{Cursor, Cx, Field, Item, Names, Sink, Step, Stop, Table, Value, proto};

proto! {
    ETHERTYPE "ethertype" "Ethertype" "Ethertype" Link
    on []
    fields {}
}

/// Names of ethertypes.
pub const NAMES: Names = super::ethertype_names::NAMES;

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// A layer whose payload may be followed by padding.
#[derive(Clone, Copy)]
pub struct Below<'a> {
    /// The layer's node, under which a trailer is shown.
    pub item: Item,
    /// Its field for what nobody knows.
    pub trailer: Field,
    /// The layer from its first byte.
    pub all: Cursor<'a>,
    /// Bytes of a frame check sequence: 0 for none, 4, or `None` when nobody knows.
    pub fcs: Option<u8>,
}

/// Hands a payload to the protocol of an ethertype, or to data. The ethertype stands as a layer of its
/// own in `frame.protocols`, without a node in the tree.
///
/// # Errors
/// Whatever stopped the protocol.
pub fn carry<S: Sink>(cx: &mut Cx<'_, S>, ethertype: u16, c: Cursor<'_>) -> Step {
    cx.layer_only(ID, &c);
    bare(cx, ethertype, c)
}

/// As [`carry`], and shows what is behind the payload.
///
/// # Errors
/// None: a stop of the payload is marked before the trailer is looked at.
pub fn carry_padded<S: Sink>(cx: &mut Cx<'_, S>, ethertype: u16, c: Cursor<'_>, below: Below<'_>) -> Step {
    if !S::FIELDS {
        return carry(cx, ethertype, c);
    }
    let place = cx.place();
    let step = carry(cx, ethertype, c);
    let end = cx.inner_end();
    if step.is_err() {
        crate::meta::mark(cx, step, &c);
        cx.return_to(place);
    }
    if let Some(end) = end.filter(|end| *end < c.pos() + c.left()) {
        let mut rest = c;
        rest.advance(end.saturating_sub(c.pos()));
        let step = behind(cx, rest, below);
        crate::meta::mark_as(cx, step, &rest, ID);
    }
    Ok(())
}

/// Hands a payload to the protocol of an ethertype, or to data.
///
/// # Errors
/// Whatever stopped the protocol.
pub fn bare<S: Sink>(cx: &mut Cx<'_, S>, ethertype: u16, c: Cursor<'_>) -> Step {
    if cx.dispatch(Table::Ether, u32::from(ethertype), c)? {
        return Ok(());
    }
    cx.protocol_with(|o| _ = o.hex(ethertype, 4));
    // A tag before the type has said more already.
    if cx.out.columns.info.text.is_empty() {
        cx.info(|o| _ = o.s("Ethernet II"));
    }
    cx.call(crate::meta::data::ID, c)
}

/// Shows the bytes behind the payload: zeros that fill a frame up to 60 bytes are padding, the last four
/// of a frame of at least 64 are its check sequence when the capture does not say otherwise.
///
/// # Errors
/// When the capture ends among the zeros that may be padding, or before the check sequence does. A trailer that it
/// cut is shown as far as it goes.
pub fn behind<S: Sink>(cx: &mut Cx<'_, S>, rest: Cursor<'_>, below: Below<'_>) -> Step {
    let total = below.all.left();
    let (mut reported, mut captured) = (rest.left(), rest.captured());
    if captured == 0 {
        return Ok(());
    }
    let mut fcs = None;
    if below.fcs == Some(4) || below.fcs.is_none() && total >= 64 && reported >= 4 {
        reported = reported.saturating_sub(4);
        captured = captured.min(reported);
        let mut at = rest;
        at.advance(reported);
        fcs = Some(at);
    }
    // Where in the whole frame it begins: a frame is filled up as a whole, whatever it carries.
    let before = rest.pos();
    let mut padding = 0;
    let mut doubtful = false;
    // Padding fills a frame up; a frame that stays shorter has none.
    let room = 60usize.saturating_sub(before);
    if room > 0 && reported >= room {
        let zeros = rest.rest().iter().take(room).take_while(|b| **b == 0).count();
        if zeros == room {
            padding = room;
        } else if zeros == captured {
            return Err(Stop::Cut);
        } else {
            doubtful = true;
        }
    }
    cx.under(below.item, |cx| -> Step {
        let mut at = rest;
        if padding > 0 {
            let span = at.span(padding);
            cx.add(ethernet::PADDING, span, Value::Bytes(span));
            at.advance(padding);
        }
        if captured > padding {
            let span = at.span(captured - padding);
            let item = cx.add(below.trailer, span, Value::Bytes(span));
            if doubtful {
                cx.expert_with(ethernet::PADDING_BAD, item, span, |o| {
                    _ = o.s("Didn't find padding of zeros, and an undecoded trailer exists. ");
                    _ = o.s("There may be padding of non-zeros.");
                });
            }
        }
        match fcs {
            Some(at) if at.cuts(4) => return Err(Stop::Cut),
            Some(at) => {
                if let Ok(item) = cx.peek(ethernet::FCS, &at, 4) {
                    cx.append(item, |o| _ = o.s(" [unverified]"));
                    cx.generated(ethernet::FCS_STATUS, at.span(0), Value::U(2));
                }
            }
            None => {}
        }
        Ok(())
    })
}
