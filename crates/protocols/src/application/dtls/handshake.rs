//! Handshake messages in fragments (RFC 6347, 4.2.3).

use super::gather::{self, Gathered};
use super::*;
use crate::application::pieces::piece;
use crate::application::tls::session::Session;
use crate::application::tls::{self, HANDSHAKE_TYPES, Kind, short};
use requin_wire::{Cursor, Cx, Item, Sink, Span, Step, Stop, Value};

/// The messages of one record; `record` is its node.
pub(super) fn in_record<S: Sink>(
    cx: &mut Cx<'_, S>,
    s: &mut Session,
    here: &mut gather::Here,
    shown: u16,
    epoch: u16,
    record: Item,
    mut c: Cursor<'_>,
) -> Step {
    while !c.is_empty() {
        let Ok(h) = c.peek_array::<12>().copied() else { break };
        let head = gather::Head::of(&h);
        let gather::Head { total, at, len, .. } = head;
        let legible = HANDSHAKE_TYPES.find(u64::from(h[0])).filter(|_| epoch == 0 && total <= 0xffff);
        let Some(name) = legible else {
            cx.info_sep(", ", |o| _ = o.s("Encrypted Handshake Message"));
            title(cx, record, shown, "Encrypted Handshake Message", "");
            let item = cx.add(HANDSHAKE, c.span(c.left()), Value::None);
            cx.label(item, |o| _ = o.s("Handshake Protocol: Encrypted Handshake Message"));
            break;
        };
        // The item alone, when its end is in no record of the datagram.
        if 12 + len > c.whole().len().saturating_sub(c.pos()) && !c.is_cut() {
            let item = cx.add(HANDSHAKE, c.span(c.left()), Value::None);
            cx.label(item, |o| _ = o.s("Handshake Protocol"));
            cx.label(record, |o| _ = o.s("Record Layer"));
            return Err(Stop::Short);
        }
        let whole = c.take(12 + len);
        // What is said of the fragment can't be true: nothing is read of its content.
        let wrong = len == 0 && total > 0 || at + len > total;
        let part = len != total && !wrong;
        let mut body = whole;
        body.skip(12)?;
        let put_together = if part {
            let here = here.add(cx.meta.number, &head, body.rest());
            here.or_else(|| gather::whole(cx, &head))
        } else {
            None
        };
        let suffix = match (part, &put_together) {
            (false, _) => "",
            (true, None) => " (Fragment)",
            (true, Some(_)) => " (Reassembled)",
        };
        cx.info_sep(", ", |o| _ = o.s(name).s(suffix));
        title(cx, record, shown, name, suffix);
        let item = cx.add(HANDSHAKE, whole.span(whole.left()), Value::None);
        cx.label(item, |o| _ = o.s("Handshake Protocol: ").s(name).s(suffix));
        cx.under(item, |cx| -> Step {
            let mut c = whole;
            cx.field(HANDSHAKE_TYPE, &mut c, 1)?;
            cx.field(HANDSHAKE_LENGTH, &mut c, 3)?;
            cx.field(HANDSHAKE_MESSAGE_SEQ, &mut c, 2)?;
            cx.field(HANDSHAKE_FRAGMENT_OFFSET, &mut c, 3)?;
            let length = cx.field(HANDSHAKE_FRAGMENT_LENGTH, &mut c, 3)?;
            if len == 0 && total > 0 {
                cx.expert(FRAGMENT_ZERO, length, c.span(0));
            } else if len > total {
                cx.expert(FRAGMENT_TOO_LONG, length, c.span(0));
            } else if at + len > total {
                cx.expert(FRAGMENT_PAST_END, length, c.span(0));
            }
            if !part && !wrong {
                return message(cx, s, h[0], body);
            }
            Ok(())
        })?;
        if let Some(Gathered { parts, bytes }) = put_together {
            let shown = cx.with_source("Reassembled DTLS", bytes, |cx, c| {
                fragments(cx, &parts, c.span(total));
                cx.under(item, |cx| message(cx, s, h[0], c))
            });
            if let Some(step) = shown {
                step?;
            }
        }
    }
    Ok(())
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, s: &mut Session, kind: u8, body: Cursor<'_>) -> Step {
    let forward = cx.conversation().map(|f| f.forward);
    tls::note(s, Kind::Dtls, kind, &body, forward);
    tls::message_body(cx, Kind::Dtls, s, kind, body)
}

fn title<S: Sink>(cx: &mut Cx<'_, S>, record: Item, shown: u16, name: &str, suffix: &str) {
    cx.label(record, |o| {
        let version = if shown == 0 { "DTLS" } else { short(shown) };
        o.s(version).s(" Record Layer: Handshake Protocol: ").s(name).s(suffix);
    });
}

/// Which frames the parts came from.
fn fragments<S: Sink>(cx: &mut Cx<'_, S>, parts: &[gather::Part], span: Span) {
    let total = span.len;
    let item = cx.generated(FRAGMENTS, span, Value::None);
    cx.label_in_pieces(item, |o| {
        o.u(parts.len() as u64).s(" Message fragments (").u(total).s(" bytes): ");
        for (i, p) in parts.iter().enumerate() {
            o.s(if i == 0 { "#" } else { ", #" }).u(p.frame).s("(").u(p.len as u64).s(")");
        }
    });
    cx.under(item, |cx| {
        for p in parts {
            let part = Span { start: span.start + p.at as u32, len: p.len as u32, ..span };
            let it = cx.generated(FRAGMENT, part, Value::U(p.frame));
            cx.label(it, |o| piece(o, p.frame, p.at as u32, p.len as u32));
        }
        cx.generated(FRAGMENT_COUNT, span, Value::U(parts.len() as u64));
        cx.generated(REASSEMBLED_LENGTH, span, Value::U(u64::from(total)));
    });
}
