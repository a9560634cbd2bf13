//! Showing records that were opened.

use super::super::kind::Kind;
use super::super::record::{self, APPLICATION_DATA};
use super::super::session::Session;
use super::super::*;
use super::{Head, mark};
use crate::application::pieces::{self, Pieces};
use crate::meta::data::unless_declined;
use requin_wire::{Cursor, Cx, Item, ProtoId, Sink, Step, Stop, Value};

/// The fields that tell where a PDU came from.
const PIECES: pieces::Fields = pieces::Fields {
    all: SEGMENTS,
    part: SEGMENT,
    count: SEGMENT_COUNT,
    length: REASSEMBLED_LENGTH,
    data: REASSEMBLED_DATA,
    names: ("Reassembled TLS segment", "Reassembled TLS segments"),
};

/// What a record says, when it was opened.
fn find<'a, S: Sink>(cx: &Cx<'a, S>, record: &[u8]) -> Option<(Head, &'a [u8])> {
    cx.recalled(mark(record)).and_then(|r| Head::read(&r.bytes))
}

/// Whether the record was opened.
pub(in super::super) fn is_open<S: Sink>(cx: &Cx<'_, S>, record: &Cursor<'_>) -> bool {
    !cx.facts.recalled.is_empty() && find(cx, record.rest()).is_some()
}

/// Shows what a record says; of data, only that they are there: see [`carried`]. `record` is its node, `whole` the
/// record with its header.
pub(in super::super) fn show<S: Sink>(
    cx: &mut Cx<'_, S>,
    s: &mut Session,
    shown: u16,
    record: Item,
    whole: &Cursor<'_>,
) -> Step {
    let Some((head, text)) = find(cx, whole.rest()) else { return Ok(()) };
    let here = whole.span(0);
    if s.is_13() {
        let item = cx.generated(RECORD_CONTENT_TYPE, here, Value::U(u64::from(head.kind)));
        cx.label(item, |o| {
            o.s("Content Type: ").s(CONTENT_TYPES.or(u64::from(head.kind), "Unknown"));
            o.s(" (").u(u64::from(head.kind)).s(")");
        });
    }
    if head.kind == APPLICATION_DATA {
        return data(cx, s, shown, record, whole, &head, text.len());
    }
    // What is legible now is read as if it had never been encrypted.
    let mut plain = Session { ccs: [false; 2], ..*s };
    let step = cx.with_source("Decrypted TLS", text.to_vec(), |cx, c| {
        record::content(cx, Kind::Tls, &mut plain, shown, head.kind, record, c)
    });
    *s = Session { ccs: s.ccs, left: s.left, ..plain };
    step.unwrap_or(Err(Stop::TooDeep))
}

fn data<S: Sink>(
    cx: &mut Cx<'_, S>,
    s: &Session,
    shown: u16,
    record: Item,
    whole: &Cursor<'_>,
    head: &Head,
    len: usize,
) -> Step {
    // What was agreed on where only decryption shows it.
    let second = head.app == crate::application::http2::ID.0 + 1;
    let name = second.then_some("HyperText Transfer Protocol 2").or_else(|| s.app_name(cx.ports));
    cx.label(record, |o| {
        o.s(record::short(shown)).s(" Record Layer: Application Data Protocol: ");
        o.s(name.unwrap_or("Application Data"));
    });
    let mut body = *whole;
    body.skip(5)?;
    let n = body.left();
    cx.peek(APP_DATA, &body, n)?;
    if let Some(name) = name {
        let item = cx.add_str(APP_DATA_PROTO, body.span(n), |o| _ = o.s(name));
        cx.set_generated(item);
    }
    if head.app == 0 && len > 0 {
        cx.info_sep(", ", |o| _ = o.s("Application Data"));
    }
    Ok(())
}

/// Tells of the part of a record that belongs to a PDU of several.
pub(in super::super) fn segment<S: Sink>(cx: &mut Cx<'_, S>, whole: &Cursor<'_>) {
    if cx.facts.recalled.is_empty() || !cx.wants(SEGMENT_DATA) {
        return;
    }
    let Some((head, _)) = find(cx, whole.rest()) else { return };
    for n in [head.tail, head.pending].into_iter().filter(|n| *n > 0) {
        let span = whole.span(usize::MAX);
        let item = cx.add(SEGMENT_DATA, span, Value::Bytes(span));
        cx.label(item, |o| {
            o.s("TLS segment data (").u(u64::from(n)).s(if n == 1 { " byte)" } else { " bytes)" });
        });
    }
}

/// Hands what the records of a segment carry to the protocol inside; whether there was any.
pub(in super::super) fn carried<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Result<bool, Stop> {
    if cx.facts.recalled.is_empty() {
        return Ok(false);
    }
    let (mut any, mut waits) = (false, false);
    while let Ok(h) = c.peek_array::<5>().copied() {
        let len = 5 + usize::from(u16::from_be_bytes([h[3], h[4]]));
        if c.left() < len {
            break;
        }
        let whole = c.take(len);
        let bytes = whole.rest();
        let Some((head, text)) = find(cx, bytes).filter(|(h, _)| h.kind == APPLICATION_DATA) else {
            continue;
        };
        let joined = cx.recalled(mark(bytes) | 1).and_then(|r| Pieces::read(&r.bytes));
        let app = head.app.checked_sub(1).map(ProtoId);
        waits |= head.pending > 0;
        any |= one(cx, app, &head, text, joined)?;
    }
    if waits && !any {
        cx.info_clear();
        cx.info_add(|o| _ = o.s("[TLS segment of a reassembled PDU]"));
    }
    Ok(any)
}

fn one<S: Sink>(
    cx: &mut Cx<'_, S>,
    app: Option<ProtoId>,
    head: &Head,
    text: &[u8],
    joined: Option<Pieces<'_>>,
) -> Result<bool, Stop> {
    cx.with_source("Decrypted TLS", text.to_vec(), |cx, c| -> Result<bool, Stop> {
        let Some(app) = app else {
            if !c.is_empty() {
                cx.call(crate::meta::data::ID, c)?;
            }
            return Ok(false);
        };
        let mut any = false;
        if let Some(pieces) = joined {
            any = true;
            cx.with_source("Reassembled TLS", pieces.bytes.to_vec(), |cx, c| -> Step {
                cx.at_top(|cx| pieces.tree(cx, &c, &PIECES));
                unless_declined(cx, app, c)
            })
            .unwrap_or(Err(Stop::TooDeep))?;
        }
        let mut whole = c.within(c.left().saturating_sub(head.pending as usize));
        whole.advance(head.tail as usize);
        if !whole.is_empty() {
            any = true;
            unless_declined(cx, app, whole)?;
        }
        Ok(any)
    })
    .unwrap_or(Err(Stop::TooDeep))
}
