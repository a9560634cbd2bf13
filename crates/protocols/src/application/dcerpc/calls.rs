//! Which request a response answers.

use super::*;
use requin_wire::{Key, Past};

/// The first fragment of a PDU.
const FIRST: u8 = 1;

/// Number of the call, and whether numbers are little-endian.
fn call(pdu: &[u8]) -> Option<(u8, u8, u32, bool)> {
    let h = pdu.first_chunk::<HEADER>().filter(|h| h[0] == 5)?;
    let (id, little) = ([h[12], h[13], h[14], h[15]], h[4] & 0x10 != 0);
    Some((h[2], h[3], if little { u32::from_le_bytes(id) } else { u32::from_be_bytes(id) }, little))
}

/// Keeps requests by their numbers, and notes them on what answers them. Numbers are used again by the next association
/// of the conversation: the last request counts.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some((kind, flags, id, little)) = call(pdu) else { return };
    let key = Key::here(u64::from(id));
    match kind {
        REQUEST if flags & FIRST != 0 => {
            let Some(op) = pdu.get(HEADER + 6..HEADER + 8) else { return };
            past.set_number(&key, if little { requin_wire::le(op) } else { requin_wire::be(op) });
        }
        RESPONSE | FAULT => {
            if let Some(request) = past.get(&key) {
                past.note(u64::from(id), &request);
            }
        }
        _ => {}
    }
}

/// Says which request is answered, and of which operation it was.
pub(super) fn answered<S: Sink>(cx: &mut Cx<'_, S>, p: &Pdu5<'_>, c: &Cursor<'_>) {
    let Some(request) = cx.recalled(u64::from(p.call)) else { return };
    cx.generated(OPNUM, p.start.span(0), Value::U(request.number()));
    cx.generated(REQUEST_IN, p.start.span(0), Value::U(request.frame));
    cx.generated(TIME, c.span(0), cx.meta.time.since(request.time).into());
}
