//! Which request a response answers: the one with its number (RFC 4511, 4.1.1.1).

use super::*;
use crate::application::gss::krb5;
use crate::application::x509::der::{self, Element};
use requin_wire::{Cursor, Cx, FRAME, Key, Past, Sink, Value};

/// Whether an operation is a response, and not that which nobody asked for (its number is 0).
fn is_response(operation: u32) -> bool {
    matches!(operation, 1 | 4 | 5 | 7 | 9 | 11 | 13 | 15 | 19 | 24 | 25)
}

/// Keeps requests by their numbers, and notes them on what answers them.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let mut c = Cursor::new(pdu, pdu.len(), FRAME);
    // A buffer that SASL protects has messages inside, unless they are encrypted.
    if c.peek_u8(0) == Ok(0) && c.skip(4).is_ok() {
        c = krb5::inside(&c, krb5::measured(&c).filter(|w| !w.sealed));
    }
    while c.peek_u8(0) == Ok(der::SEQUENCE) {
        let Ok(message) = der::next(&mut c) else { return };
        let mut b = message.body;
        let (Ok(id), Ok(e)) = (der::next(&mut b), der::next(&mut b)) else { return };
        let Some(id) = id.int().and_then(|n| u32::try_from(n).ok()) else { return };
        let key = Key::here(id.into());
        if !is_response(e.number) {
            past.set(&key, &[]);
        } else if let Some(request) = past.get(&key) {
            past.note(id.into(), &request);
        }
    }
}

/// Says which request is answered.
pub(super) fn answered<S: Sink>(cx: &mut Cx<'_, S>, id: i64, operation: &Element<'_>) {
    let Ok(id) = u64::try_from(id) else { return };
    if !is_response(operation.number) {
        return;
    }
    let Some(request) = cx.recalled(id) else { return };
    let at = operation.whole.span(0);
    cx.generated(RESPONSE_TO, at, Value::U(request.frame));
    cx.generated(TIME, at, cx.meta.time.since(request.time).into());
}
