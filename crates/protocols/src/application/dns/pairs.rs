//! Which query a response answers, and what was sent again.

use super::fields::*;
use requin_wire::{Cursor, Cx, Item, Key, Past, Remembered, Sink, Span, TransportKind, Value};

/// A query with the ID of one that has no answer yet is the same query when it comes in less than so many
/// seconds.
const AGAIN_WITHIN: i64 = 5;

/// What a message may be beside the first query or response with its ID.
#[derive(Clone, Copy, PartialEq)]
#[repr(u64)]
enum Kind {
    Answer,
    QueryAgain,
    ResponseAgain,
    Unsolicited,
}

impl Kind {
    /// The key of a note: several messages of a frame are told apart by their IDs.
    fn key(self, id: u16, response: bool) -> u64 {
        (self as u64) << 32 | u64::from(response) << 16 | u64::from(id)
    }
}

/// Queries that streams of HTTP/2 tell apart.
const OF_STREAMS: u64 = 1 << 63;

/// The key of a note on the response to such a query: several messages of a frame are told apart by what they say.
fn content(message: &[u8]) -> u64 {
    requin_wire::fnv1a(message) | OF_STREAMS
}

/// Remembers queries, and notes on a message what it belongs to.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    // Over TCP its length stands before a message.
    let skip = if past.now.transport == Some(TransportKind::Tcp) { 2 } else { 0 };
    let Some(&[a, b, flags, _]) = pdu.get(skip..).and_then(|m| m.first_chunk::<4>()) else { return };
    let (id, response) = (u16::from_be_bytes([a, b]), flags & 0x80 != 0);
    // What carries the message tells queries apart: there, all have the same ID (RFC 8484 section 4.1).
    let exchange = past.state[0];
    if exchange != 0 {
        let query = Key::here(OF_STREAMS | exchange);
        if !response {
            past.set(&query, &[]);
        } else if let Some(q) = past.get(&query) {
            past.note(content(pdu.get(skip..).unwrap_or_default()), &q);
        }
        return;
    }
    let query = Key::here(u64::from(id));
    let earlier = past.get(&query);
    let now = past.now;
    if !response {
        match earlier {
            Some(q) if q.bytes.is_empty() && now.time.since(q.time).secs < AGAIN_WITHIN => {
                past.note(Kind::QueryAgain.key(id, false), &q)
            }
            _ => past.set(&query, &[]),
        }
        return;
    }
    match earlier {
        None => past.note(Kind::Unsolicited.key(id, true), &Remembered::default()),
        // The bytes are the number of the frame with the first response.
        Some(q) if q.bytes.is_empty() => {
            past.note(Kind::Answer.key(id, true), &q);
            let bytes = past.this(&now.frame.to_be_bytes()).bytes;
            past.keep(&query, Remembered { bytes, ..q });
        }
        Some(q) => {
            let first = Remembered { frame: q.number(), ..Remembered::default() };
            past.note(Kind::ResponseAgain.key(id, true), &first);
        }
    }
}

/// What was noted on a message.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a>(Option<(Kind, &'a Remembered)>);

impl<'a> Pair<'a> {
    pub(super) fn of<S: Sink>(cx: &Cx<'a, S>, id: u16, response: bool, message: &Cursor<'_>) -> Pair<'a> {
        if S::FIELDS && cx.out.layers.iter().any(|l| l.proto == crate::application::http2::ID) {
            return Pair(cx.recalled(content(message.rest())).map(|q| (Kind::Answer, q)));
        }
        let kinds: &[Kind] = if response {
            &[Kind::Answer, Kind::ResponseAgain, Kind::Unsolicited]
        } else {
            &[Kind::QueryAgain]
        };
        Pair(kinds.iter().find_map(|k| Some((*k, cx.recalled(k.key(id, response))?))))
    }

    /// Warns of what was sent again.
    pub(super) fn warn<S: Sink>(self, cx: &mut Cx<'_, S>, item: Item, here: Span) {
        let (expert, text, first) = match self.0 {
            Some((Kind::QueryAgain, q)) => {
                (RETRANSMIT_REQUEST, "DNS query retransmission. Original request in frame ", q)
            }
            Some((Kind::ResponseAgain, r)) => {
                (RETRANSMIT_RESPONSE, "DNS response retransmission. Original response in frame ", r)
            }
            _ => return,
        };
        cx.expert_with(expert, item, here, |o| _ = o.s(text).u(first.frame));
    }

    /// Shows it under the message.
    pub(super) fn show<S: Sink>(self, cx: &mut Cx<'_, S>, here: Span) {
        let Some((kind, what)) = self.0 else { return };
        match kind {
            Kind::Answer => {
                cx.generated(RESPONSE_TO, here, Value::U(what.frame));
                cx.generated(TIME, here, cx.meta.time.since(what.time).into());
            }
            Kind::QueryAgain | Kind::ResponseAgain => {
                let query = kind == Kind::QueryAgain;
                let field = if query { RETRANSMIT_REQUEST_IN } else { RETRANSMIT_RESPONSE_IN };
                cx.generated(field, here, Value::U(what.frame));
                cx.generated(RETRANSMISSION, here, Value::U(1));
            }
            Kind::Unsolicited => _ = cx.generated(UNSOLICITED, here, Value::U(1)),
        }
    }
}
