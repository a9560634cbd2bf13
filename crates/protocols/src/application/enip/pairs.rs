//! Which request a response answers: connected messages have a number, others the context of their sender.

use super::{HEADER, SEND_RR, SEND_UNIT};
use crate::application::cip;
use requin_wire::{Key, Past, fnv1a};

/// Connections by the identifier of the direction to the originator: the other one's.
const CONNECTIONS: u64 = 1;

/// Under which key the note of a message's request is found on its frame.
pub(super) fn key(h: &[u8; HEADER], count: Option<u16>) -> u64 {
    match count {
        Some(n) => u64::from(n) | 1 << 32,
        // The session and the sender's context; the rest of the header is not the same in both.
        None => fnv1a(h.get(4..20).unwrap_or_default()),
    }
}

/// Whether a message of CIP is a response.
pub(super) fn is_response(message: &[u8]) -> bool {
    message.first().is_some_and(|b| b & 0x80 != 0)
}

/// The header of a PDU, the connection's identifier, the message's number, the message of CIP.
type Parts<'p> = (&'p [u8; HEADER], u32, Option<u16>, &'p [u8]);

fn message(pdu: &[u8]) -> Option<Parts<'_>> {
    let (h, rest) = pdu.split_first_chunk::<HEADER>()?;
    if !matches!(u16::from_le_bytes([h[0], h[1]]), SEND_RR | SEND_UNIT) {
        return None;
    }
    let two = |at: usize| Some(u16::from_le_bytes(*rest.get(at..)?.first_chunk::<2>()?));
    let (n, mut at, mut connection) = (two(6)?, 8, 0);
    for _ in 0..n {
        let (kind, len) = (two(at)?, usize::from(two(at + 2)?));
        let item = rest.get(at + 4..at + 4 + len)?;
        at += 4 + len;
        match (kind, item) {
            (0xa1, [a, b, c, d, ..]) => connection = u32::from_le_bytes([*a, *b, *c, *d]),
            (0xb1, [a, b, message @ ..]) => {
                return Some((h, connection, Some(u16::from_le_bytes([*a, *b])), message));
            }
            (0xb2, message) => return Some((h, 0, None, message)),
            _ => {}
        }
    }
    None
}

pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some((h, connection, count, message)) = message(pdu) else { return };
    let note = key(h, count);
    let opened = |id: u32| Key::here(CONNECTIONS).and(&id.to_le_bytes());
    // Each connection counts for itself, where it is known which two identifiers are one connection's.
    let of = match count {
        Some(_) => past.get(&opened(connection)).map_or(0, |r| r.number()),
        None => 0,
    };
    let key = Key::here(note).and(&of.to_le_bytes());
    if !is_response(message) {
        past.set(&key, cip::worth(message));
        return;
    }
    let Some(request) = past.get(&key) else { return };
    past.note(note, &request);
    if let Some([to, from]) = cip::opened(message, &request.bytes) {
        for id in [to, from] {
            past.set_number(&opened(id), u64::from(to) | 1 << 32);
        }
    }
}
