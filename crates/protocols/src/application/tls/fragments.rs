//! Handshake messages in several pieces: records, CRYPTO frames (RFC 8446, 5.1; RFC 9001, 4).

use super::*;
use crate::application::pieces::{self, Fields, Pieces};
use requin_wire::{Cursor, Cx, Sink, Step};

/// A message of more bytes is not put together.
const LONGEST: usize = 64 << 10;

pub(super) const FRAGMENTS: Fields = Fields {
    all: HANDSHAKE_FRAGMENTS,
    part: HANDSHAKE_FRAGMENT,
    count: HANDSHAKE_FRAGMENT_COUNT,
    length: requin_wire::Field(0),
    data: requin_wire::Field(0),
    names: ("Reassembled Handshake Fragment", "Reassembled Handshake Fragments"),
};

/// How long the message is that begins these bytes, its header counted.
pub(super) fn message_len(start: &[u8]) -> Option<usize> {
    start.first_chunk::<4>().map(|h| 4 + u32::from_be_bytes([0, h[1], h[2], h[3]]) as usize)
}

/// How many bytes of `chunk` belong to the message that begins with `tail`, and whether they end it.
pub(super) fn missing(tail: &[u8], chunk: &[u8]) -> (usize, bool) {
    let mut head = [0; 4];
    let mut known = 0;
    for (to, from) in head.iter_mut().zip(tail.iter().chain(chunk)) {
        *to = *from;
        known += 1;
    }
    match message_len(&head).filter(|_| known == 4) {
        Some(n) if n <= tail.len() + chunk.len() => (n.saturating_sub(tail.len()), true),
        _ => (chunk.len(), false),
    }
}

/// What is left of a message whose end is still to come when `chunk` went by, behind `tail`, which is what
/// this said before (empty for nothing).
#[must_use]
pub fn tail(tail: &[u8], chunk: &[u8], frame: u64) -> Option<Vec<u8>> {
    let mut rest = chunk;
    if let Some(before) = Pieces::read(tail) {
        let (n, ends) = missing(before.bytes, chunk);
        if !ends {
            if before.bytes.len() + chunk.len() > LONGEST {
                return None;
            }
            let mut parts = before.list().to_vec();
            pieces::push(&mut parts, frame, chunk.len());
            return Some(pieces::write(&parts, &[before.bytes, chunk].concat()));
        }
        rest = chunk.get(n..)?;
    }
    while let Some(n) = message_len(rest).filter(|n| *n <= rest.len()) {
        rest = rest.get(n..)?;
    }
    if rest.is_empty() || message_len(rest).is_some_and(|n| n > LONGEST) {
        return None;
    }
    let mut parts = Vec::new();
    pieces::push(&mut parts, frame, rest.len());
    Some(pieces::write(&parts, rest))
}

/// The message that begins with `before` and ends with the bytes of `last`, shown by `show`.
pub(super) fn put_together<S: Sink>(
    cx: &mut Cx<'_, S>,
    before: &Pieces<'_>,
    last: &Cursor<'_>,
    show: impl FnOnce(&mut Cx<'_, S>, Cursor<'_>) -> Step,
) -> Step {
    let mut parts = before.list().to_vec();
    pieces::push(&mut parts, cx.meta.number, last.left());
    let bytes = [before.bytes, last.rest()].concat();
    let value = pieces::write(&parts, &[]);
    cx.with_source("Reassembled TLS Handshake", bytes, |cx, c| {
        if let Some(all) = Pieces::read(&value) {
            all.tree(cx, &c, &FRAGMENTS);
        }
        show(cx, c)
    })
    .unwrap_or(Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_go_on_in_the_next_piece() {
        assert_eq!(tail(&[], &[1, 0, 0, 1, 9], 1), None);
        // Not even the header is whole.
        let a = tail(&[], &[1, 0, 0, 1, 9, 2, 0], 1).unwrap();
        assert_eq!(Pieces::read(&a).unwrap().bytes, [2, 0]);
        let b = tail(&a, &[0, 3, 7], 2).unwrap();
        let read = Pieces::read(&b).unwrap();
        assert_eq!((read.bytes, read.iter().count()), (&[2, 0, 0, 3, 7][..], 2));
        assert_eq!(missing(read.bytes, &[7, 7, 5]), (2, true));
        let c = tail(&b, &[7, 7, 5], 3).unwrap();
        assert_eq!(Pieces::read(&c).unwrap().bytes, [5]);
        // What is too long is not kept.
        assert_eq!(tail(&[], &[1, 1, 0, 0, 9], 1), None);
    }
}
