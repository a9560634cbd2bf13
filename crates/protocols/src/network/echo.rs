//! Which echo request a reply answers, for ICMP and ICMPv6.

use requin_wire::{Cx, Field, Key, Past, Remembered, Sink, Span, Value};

/// The types of an echo request and of its reply.
pub(super) struct Types {
    pub(super) request: u8,
    pub(super) reply: u8,
}

/// Identifier and sequence number together: what a frame's note is found by.
fn key(id: u16, seq: u16) -> u64 {
    u64::from(id) << 16 | u64::from(seq)
}

/// Remembers requests, and notes on a reply which one it answers.
///
/// A reply repeats all of its request but the type, so that its checksum tells the request's (RFC 1071): a
/// reply with other data than the request answers none.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8], types: &Types) {
    let Some(&[kind, _, c, d, i, j, s, t]) = pdu.first_chunk::<8>() else { return };
    let checksum = i64::from(u16::from_be_bytes([c, d]));
    let key = key(u16::from_be_bytes([i, j]), u16::from_be_bytes([s, t]));
    // Sums are those of one's complement, in which 0 and 0xffff are the same.
    let name = |sum: i64| Key::pair(key | (sum.rem_euclid(0xffff) as u64) << 32);
    if kind == types.request {
        past.set(&name(checksum), &[]);
    } else if kind == types.reply {
        let name = name(checksum - ((i64::from(types.request) - i64::from(types.reply)) << 8));
        if let Some(request) = past.get(&name) {
            past.remove(&name);
            past.note(key, &request);
        }
    }
}

/// Shows the request that a reply answers.
pub(super) fn show<S: Sink>(cx: &mut Cx<'_, S>, [to, time]: [Field; 2], here: Span, id: u16, seq: u16) {
    if !S::FIELDS {
        return;
    }
    let Some(Remembered { frame, time: then, .. }) = cx.recalled(key(id, seq)) else { return };
    cx.generated(to, here, Value::U(*frame));
    let since = cx.meta.time.since(*then);
    let ms = since.secs as f64 * 1e3 + f64::from(since.nanos) / 1e6;
    let item = cx.generated(time, here, Value::F(ms));
    let name = cx.registry.field(time).label;
    cx.label(item, |o| _ = o.s(name).s(": ").s(&format!("{ms:.3}")).s(" ms"));
    cx.info_add(|o| _ = o.s(" (request in ").u(*frame).s(")"));
}
