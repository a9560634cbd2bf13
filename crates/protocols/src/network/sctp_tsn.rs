//! Transmission sequence numbers of SCTP: those of a direction count from the first that was seen; which were sent again.

use requin_wire::{Addr, Cursor, Cx, FRAME, Key, Past, Remembered, Sink};

/// Notes on a packet: the number that is shown as 0, of its sender and of its receiver.
const SENDER: u64 = 0;
const RECEIVER: u64 = 1;
/// For each number that was sent before, together with it: the packet with it.
const AGAIN: u64 = 1 << 32;

/// One direction of an association: what is sent with one verification tag (RFC 9260, 8.5).
struct Half {
    /// The first number that was seen.
    base: Option<u32>,
    /// The tag of the other direction.
    peer: Option<u32>,
}

impl Half {
    fn load(past: &Past<'_>, key: &Key) -> Option<Half> {
        let bytes = past.get(key)?.bytes;
        let [has, base @ .., peer] = bytes.as_chunks::<4>().0 else { return None };
        let base = base.first().filter(|_| has[0] != 0).map(|b| u32::from_be_bytes(*b));
        Some(Half { base, peer: Some(u32::from_be_bytes(*peer)).filter(|p| *p != 0) })
    }

    fn store(&self, past: &mut Past<'_>, key: &Key) {
        let mut bytes = [0; 12];
        let parts = [u32::from(self.base.is_some()) << 24, self.base.unwrap_or(0), self.peer.unwrap_or(0)];
        for (to, part) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(parts) {
            *to = part.to_be_bytes();
        }
        past.set(key, &bytes);
    }
}

/// Notes where the numbers of both directions begin.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let c = Cursor::new(pdu, past.now.reported, FRAME);
    let (Ok(src), Ok(dst), Ok(tag)) = (c.peek_u16(0), c.peek_u16(2), c.peek_u32(4)) else { return };
    // The first packet of an association has no tag yet, and no number that is shown.
    if tag == 0 {
        return;
    }
    let (src, dst) = ((past.now.src, src), (past.now.dst, dst));
    let mine = key(&src, &dst, tag);
    let known = Half::load(past, &mine);
    let before = known.is_some();
    let mut half = known.unwrap_or_else(|| {
        // The other direction is the one between the same ends that has none yet.
        let waiting = alone(&dst, &src);
        let peer = past.get(&waiting).map(|tag| tag.number() as u32);
        if let Some(peer) = peer {
            past.remove(&waiting);
            let theirs = key(&dst, &src, peer);
            if let Some(mut other) = Half::load(past, &theirs) {
                other.peer = Some(tag);
                other.store(past, &theirs);
            }
        } else {
            past.set_number(&alone(&src, &dst), u64::from(tag));
        }
        Half { base: None, peer }
    });
    let first = if half.base.is_none() { first(c) } else { None };
    half.base = half.base.or(first);
    if first.is_some() || !before {
        half.store(past, &mine);
    }
    let peer = half.peer.and_then(|peer| Half::load(past, &key(&dst, &src, peer)));
    for (note, base) in [(SENDER, half.base), (RECEIVER, peer.and_then(|p| p.base))] {
        if let Some(base) = base {
            let base = past.this(&u64::from(base).to_be_bytes());
            past.note(note, &base);
        }
    }
    for tsn in numbers(c) {
        let sent = mine.and(&tsn.to_be_bytes());
        match past.get(&sent) {
            Some(before) => past.note(AGAIN | u64::from(tsn), &before),
            None => past.set(&sent, &[]),
        }
    }
}

/// The numbers of a packet's DATA and I-DATA chunks.
fn numbers(mut c: Cursor<'_>) -> impl Iterator<Item = u32> {
    c.advance(12);
    // Every turn takes at least four bytes away.
    std::iter::from_fn(move || {
        while c.left() >= 4 {
            let (kind, len) = (c.peek_u8(0).ok()?, usize::from(c.peek_u16(2).ok()?));
            if len < 4 {
                return None;
            }
            let chunk = c.take(len.next_multiple_of(4));
            if matches!(kind, 0 | 64) && chunk.captured() >= len {
                return chunk.peek_u32(4).ok();
            }
        }
        None
    })
}

/// One direction of the association that has this tag.
fn key(from: &(Addr, u16), to: &(Addr, u16), tag: u32) -> Key {
    Key::anywhere(0).at(&from.0, from.1).at(&to.0, to.1).and(&tag.to_be_bytes())
}

/// The tag of a direction whose other one was not seen yet.
fn alone(from: &(Addr, u16), to: &(Addr, u16)) -> Key {
    Key::anywhere(1).at(&from.0, from.1).at(&to.0, to.1)
}

/// The first number that the sender's chunks tell.
fn first(mut c: Cursor<'_>) -> Option<u32> {
    c.skip(12).ok()?;
    while c.left() >= 4 {
        let (kind, len) = (c.peek_u8(0).ok()?, usize::from(c.peek_u16(2).ok()?));
        if len < 4 {
            return None;
        }
        let chunk = c.take(len.next_multiple_of(4));
        // A chunk that the capture cut is not read.
        if chunk.captured() < len {
            return None;
        }
        match kind {
            0 | 64 => return chunk.peek_u32(4).ok(),
            1 | 2 => return chunk.peek_u32(16).ok(),
            _ => {}
        }
    }
    None
}

/// A number of this packet's sender as it is shown.
pub(super) fn sent<S: Sink>(cx: &Cx<'_, S>, tsn: u32) -> u32 {
    relative(cx, SENDER, tsn).unwrap_or(tsn)
}

/// The packet in which this packet's sender sent a number before.
pub(super) fn before<'a, S: Sink>(cx: &Cx<'a, S>, tsn: u32) -> Option<&'a Remembered> {
    cx.recalled(AGAIN | u64::from(tsn))
}

/// A number of the receiver's, which the sender acknowledges.
pub(super) fn acknowledged<S: Sink>(cx: &Cx<'_, S>, tsn: u32) -> Option<u32> {
    relative(cx, RECEIVER, tsn)
}

/// `None` when it isn't known where the numbers begin.
fn relative<S: Sink>(cx: &Cx<'_, S>, whose: u64, tsn: u32) -> Option<u32> {
    cx.recalled(whose).map(|base| tsn.wrapping_sub(base.number() as u32))
}
