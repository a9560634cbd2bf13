//! Relative transmission sequence numbers of SCTP: those of a direction count from the first that was seen.

use requin_wire::{Addr, Cursor, Cx, FRAME, Key, Past, Sink};

/// Notes on a packet: the number that is shown as 0, of its sender and of its receiver.
const SENDER: u64 = 0;
const RECEIVER: u64 = 1;

/// Notes where the numbers of both directions begin.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let c = Cursor::new(pdu, past.now.reported, FRAME);
    let (Ok(src), Ok(dst)) = (c.peek_u16(0), c.peek_u16(2)) else { return };
    let (src, dst) = ((past.now.src, src), (past.now.dst, dst));
    let (mine, theirs) = (key(&src, &dst), key(&dst, &src));
    if let Some(first) = first(c) {
        // An association that is set up counts anew.
        if first.begins || past.get(&mine).is_none() {
            past.set_number(&mine, u64::from(first.tsn));
        }
    }
    for (note, key) in [(SENDER, mine), (RECEIVER, theirs)] {
        if let Some(base) = past.get(&key) {
            past.note(note, &base);
        }
    }
}

/// One direction of the associations between two ends.
fn key(from: &(Addr, u16), to: &(Addr, u16)) -> Key {
    Key::anywhere(0).at(&from.0, from.1).at(&to.0, to.1)
}

/// A number of the sender's.
struct First {
    tsn: u32,
    /// The association begins with it.
    begins: bool,
}

/// The first number that the sender's chunks tell.
fn first(mut c: Cursor<'_>) -> Option<First> {
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
            0 => return Some(First { tsn: chunk.peek_u32(4).ok()?, begins: false }),
            1 | 2 => return Some(First { tsn: chunk.peek_u32(16).ok()?, begins: true }),
            _ => {}
        }
    }
    None
}

/// A number of this packet's sender as it is shown.
pub(super) fn sent<S: Sink>(cx: &Cx<'_, S>, tsn: u32) -> u32 {
    relative(cx, SENDER, tsn)
}

/// A number of the receiver's, which the sender acknowledges.
pub(super) fn acknowledged<S: Sink>(cx: &Cx<'_, S>, tsn: u32) -> u32 {
    relative(cx, RECEIVER, tsn)
}

fn relative<S: Sink>(cx: &Cx<'_, S>, whose: u64, tsn: u32) -> u32 {
    tsn.wrapping_sub(cx.recalled(whose).map_or(0, |base| base.number() as u32))
}
