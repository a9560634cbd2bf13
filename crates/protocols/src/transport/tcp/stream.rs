//! Segments as parts of a stream: PDUs that were put together, and those that are not whole yet.

use super::{
    PDU_SIZE, REASSEMBLED_DATA, REASSEMBLED_LENGTH, SEGMENT, SEGMENT_COUNT, SEGMENT_DATA, SEGMENTS, hand_on,
};
use crate::application::netbios::session;
use crate::application::pieces::piece;
use crate::application::{amqp, gnutella, http, http2, kerberos, mqtt, tls, tpkt};
use crate::network::{lisp_tcp, rpki_rtr};
use requin_wire::{
    Cursor, Cx, Pdu, ProtoId, Reassembled, Sink, Span, Step, StreamPart, TransportFacts, Value,
};

/// What the Info column says of a segment that belongs to a PDU which is not whole here.
pub(super) const SEGMENT_OF: &str = "[TCP segment of a reassembled PDU]";

/// Protocols that have taken the Info column for themselves before they ask for more, as tshark has it.
const CLEARED: [ProtoId; 8] =
    [http2::ID, kerberos::ID, tpkt::ID, mqtt::ID, amqp::ID, gnutella::ID, lisp_tcp::ID, rpki_rtr::ID];

/// Whether a protocol says something, or has the Info column cleared, with the first segment of a PDU.
pub(super) fn opens(app: ProtoId) -> bool {
    app == tls::ID || app == session::ID || CLEARED.contains(&app)
}

/// Dissects the payload part by part: the end of a PDU that began earlier, whole ones, the beginning of one
/// that goes on.
pub(super) fn above<S: Sink>(
    cx: &mut Cx<'_, S>,
    facts: Option<&TransportFacts>,
    part: StreamPart,
    mut body: Cursor<'_>,
) -> Step {
    if part.again {
        return Ok(());
    }
    let pending = (part.pending as usize).min(body.left());
    let mut done = false;
    if let Some(whole) = part.ends.checked_sub(1).and_then(|i| cx.facts.reassembled.get(i as usize)) {
        done = true;
        let tail = body.take(part.tail as usize);
        segment_data(cx, &tail);
        let bytes = whole.bytes.clone();
        cx.with_source("Reassembled TCP", bytes, |cx, c| {
            segments(cx, whole, &c);
            hand_on(cx, facts, c)
        })
        .unwrap_or(Ok(()))?;
    }
    let lost = part.tail > 0 && part.ends == 0;
    if lost {
        let end = body.take((part.tail as usize).min(body.left()));
        let tcp = cx.proto_item();
        cx.under(tcp, |cx| segment_data(cx, &end));
        // TLS says it by itself of the beginning of a record.
        let tls = body.left() == pending && facts.and_then(|f| f.app) == Some(tls::ID) && tls::begins(&body);
        cx.info_sep(" ", |o| _ = o.s(if tls { "" } else { SEGMENT_OF }));
        cx.info_fence();
    }
    let whole = body.left() - pending.min(body.left());
    if whole > 0 {
        done = true;
        let place = cx.place();
        hand_on(cx, facts, body.take(whole))?;
        cx.return_to(place);
        if lost {
            // As tshark has it: the segment is one of TCP in the first place.
            cx.protocol("TCP");
        }
    }
    if pending == 0 {
        return Ok(());
    }
    // It belongs to TCP, though the protocol above has had its turn.
    let tcp = cx.proto_item();
    cx.under(tcp, |cx| segment_data(cx, &body));
    let app = facts.and_then(|f| f.app);
    if let Some(proto) = app.and_then(|id| cx.registry.proto(id)).filter(|p| p.previewed) {
        preview(cx, proto.id, part, body)?;
        if !done {
            // As tshark has it: the segment is one of TCP in the first place.
            cx.protocol("TCP");
        }
    }
    if !done {
        info_before(cx, app, part, &body);
        if app == Some(tls::ID) && !part.inside && tls::begins(&body) {
            return cx.call(tls::ID, body);
        }
        if !lost {
            cx.info_sep(" ", |o| _ = o.s(SEGMENT_OF));
        }
    } else if app == Some(session::ID) {
        // It says so behind the messages before it as well.
        cx.info_fence();
        session::preview(cx, &body);
    }
    Ok(())
}

/// What stands in the Info column of a segment before it is said to be one of a PDU that is not whole.
fn info_before<S: Sink>(cx: &mut Cx<'_, S>, app: Option<ProtoId>, part: StreamPart, body: &Cursor<'_>) {
    let opening = part.opening.checked_sub(1).and_then(|i| cx.facts.reassembled.get(i as usize));
    match (app, opening) {
        (Some(http::ID), Some(o)) => {
            http::preview(cx, &Cursor::new(&o.bytes, o.bytes.len(), body.source()));
        }
        _ if part.inside => {}
        (Some(http::ID), None) => http::preview(cx, body),
        (Some(session::ID), _) => session::preview(cx, body),
        (Some(app), _) if CLEARED.contains(&app) => cx.info_clear(),
        _ => {}
    }
}

/// Has a protocol show what there is of its pending PDU, when this segment brought enough for another look.
fn preview<S: Sink>(cx: &mut Cx<'_, S>, proto: ProtoId, part: StreamPart, body: Cursor<'_>) -> Step {
    let place = cx.place();
    let opening = part.opening.checked_sub(1).and_then(|i| cx.facts.reassembled.get(i as usize));
    match opening {
        Some(o) => {
            let bytes = o.bytes.clone();
            cx.with_source("Reassembled TCP", bytes, |cx, c| cx.call(proto, c)).unwrap_or(Ok(()))?;
        }
        None if part.opening == StreamPart::HERE => cx.call(proto, body)?,
        None => {}
    }
    cx.return_to(place);
    Ok(())
}

/// Tells how long the PDUs are that the protocol above finds here, when it is one that counts on TCP for that.
pub(super) fn sizes<S: Sink>(cx: &mut Cx<'_, S>, facts: Option<&TransportFacts>, c: &Cursor<'_>) {
    if !cx.wants(PDU_SIZE) {
        return;
    }
    let Some(facts) = facts else { return };
    let Some(proto) = facts.app.and_then(|id| cx.registry.proto(id)) else { return };
    let Some(frames) = proto.frames.filter(|_| proto.sized) else { return };
    let tcp = cx.proto_item();
    cx.under(tcp, |cx| {
        let mut rest = *c;
        // Every PDU takes at least one byte away.
        loop {
            let len = match frames(rest.rest(), facts.forward, &facts.state) {
                Pdu::Len(len @ 1..) => len,
                // Something else than a PDU takes all there is.
                Pdu::AsItComes if !rest.is_empty() => rest.left(),
                _ => return,
            };
            cx.generated(PDU_SIZE, rest.span(len), Value::U(len as u64));
            if rest.skip(len).is_err() || rest.is_empty() {
                return;
            }
        }
    });
}

fn segment_data<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    let n = c.captured();
    if n == 0 {
        return;
    }
    let item = cx.add(SEGMENT_DATA, c.span(n), Value::Bytes(c.span(n)));
    cx.label(item, |o| {
        o.s("TCP segment data (").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" });
    });
}

/// The tree that tells where a PDU came from.
fn segments<S: Sink>(cx: &mut Cx<'_, S>, whole: &Reassembled, c: &Cursor<'_>) {
    if !cx.wants_any(SEGMENT_COUNT, REASSEMBLED_DATA) {
        return;
    }
    let all = c.span(usize::MAX);
    let total = u64::from(all.len);
    let parts = &whole.parts;
    cx.at_top(|cx| {
        let item = cx.generated(SEGMENTS, all, Value::None);
        cx.label_in_pieces(item, |o| {
            o.u(parts.len() as u64).s(if parts.len() == 1 {
                " Reassembled TCP Segment ("
            } else {
                " Reassembled TCP Segments ("
            });
            o.u(total).s(" bytes): ");
            for (i, (frame, len)) in parts.iter().enumerate() {
                o.s(if i == 0 { "#" } else { ", #" }).u(*frame).s("(").u(*len).s(")");
            }
        });
        cx.under(item, |cx| {
            let mut at = 0u32;
            for (frame, len) in parts {
                let span = Span { start: at, len: *len, source: all.source };
                let item = cx.generated(SEGMENT, span, Value::U(*frame));
                cx.label(item, |o| piece(o, *frame, at, *len));
                at = at.saturating_add(*len);
            }
            let none = Span { len: 0, ..all };
            cx.generated(SEGMENT_COUNT, none, Value::U(parts.len() as u64));
            cx.generated(REASSEMBLED_LENGTH, none, Value::U(total));
            cx.generated(REASSEMBLED_DATA, all, Value::Bytes(all));
        });
    });
}
