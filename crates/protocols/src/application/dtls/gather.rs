//! Messages of the handshake whose parts come in several records and datagrams (RFC 6347, 4.2.3).

use super::record;
use crate::application::tls;
use requin_wire::{Cursor, Cx, FRAME, Key, Past, Sink};

/// Where the parts of a message are kept until the last one comes.
const PARTS: u64 = 1;
/// The note with a whole message, on the frame with its last part; the message's number is added.
const WHOLE: u64 = 1 << 32;
/// Bytes of messages that are put together; longer ones stay parts.
const LONGEST: usize = 3500;
/// Parts that are kept of a message.
const MOST: usize = 32;
/// Bytes that a part takes in what is kept: its frame, its offset, its length.
const ENTRY: usize = 12;

/// A part: the frame it came in, where it belongs in the message, how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub frame: u64,
    pub at: usize,
    pub len: usize,
}

/// What came of a message, from its beginning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gathered {
    pub parts: Vec<Part>,
    pub bytes: Vec<u8>,
}

impl Gathered {
    fn write(&self) -> Vec<u8> {
        let mut out = vec![self.parts.len() as u8];
        for p in &self.parts {
            for n in [p.frame as u32, p.at as u32, p.len as u32] {
                out.extend(n.to_be_bytes());
            }
        }
        out.extend(&self.bytes);
        out
    }

    fn read(kept: &[u8]) -> Option<Gathered> {
        let (n, rest) = kept.split_first()?;
        let (parts, bytes) = rest.split_at_checked(usize::from(*n) * ENTRY)?;
        let number = |b: &[u8], at: usize| requin_wire::be(b.get(at..at + 4).unwrap_or_default());
        let part =
            |b: &[u8]| Part { frame: number(b, 0), at: number(b, 4) as usize, len: number(b, 8) as usize };
        Some(Gathered { parts: parts.chunks_exact(ENTRY).map(part).collect(), bytes: bytes.to_vec() })
    }

    /// Takes in what follows the bytes that are there. `false`: it doesn't follow.
    fn add(&mut self, frame: u64, at: usize, data: &[u8]) -> bool {
        if at == 0 {
            // The beginning, maybe once more.
            *self = Gathered::default();
        }
        if at != self.bytes.len() {
            return false;
        }
        self.parts.push(Part { frame, at, len: data.len() });
        self.bytes.extend_from_slice(data);
        true
    }
}

/// What the head of a message says of the part behind it.
#[derive(Clone, Copy)]
pub(super) struct Head {
    /// Bytes of the whole message.
    pub total: usize,
    /// The message's number.
    pub seq: u16,
    /// Where the part belongs in it.
    pub at: usize,
    /// Bytes of the part.
    pub len: usize,
}

impl Head {
    pub(super) fn of(h: &[u8; 12]) -> Head {
        let number = |at: usize, n: usize| requin_wire::be(h.get(at..at + n).unwrap_or_default());
        Head {
            total: number(1, 3) as usize,
            seq: number(4, 2) as u16,
            at: number(6, 3) as usize,
            len: number(9, 3) as usize,
        }
    }
}

/// A message of which only parts came so far, all in this frame.
#[derive(Default)]
pub(super) struct Here {
    seq: u16,
    total: usize,
    gathered: Gathered,
}

impl Here {
    /// Takes a part in; gives the whole message when none is missing any more. Parts must come in order.
    pub(super) fn add(&mut self, frame: u64, head: &Head, part: &[u8]) -> Option<Gathered> {
        if self.seq != head.seq || self.total != head.total {
            *self = Here { seq: head.seq, total: head.total, ..Here::default() };
        }
        let whole = self.gathered.add(frame, head.at, part) && self.gathered.bytes.len() == head.total;
        whole.then(|| std::mem::take(&mut self.gathered))
    }
}

/// Keeps the parts that a datagram brings, and notes messages that are whole now.
pub(super) fn remember(past: &mut Past<'_>, datagram: &[u8]) {
    let mut c = Cursor::new(datagram, datagram.len(), FRAME);
    while let Some((kind, epoch, mut body)) = record::next(&mut c) {
        if kind != tls::HANDSHAKE_RECORD || epoch != 0 {
            continue;
        }
        while let Ok(h) = body.array::<12>() {
            let head = Head::of(h);
            let Head { total, at, len, .. } = head;
            let Ok(data) = body.bytes(len) else { break };
            if len > 0 && len < total && at + len <= total && total <= LONGEST {
                take(past, &head, data);
            }
        }
    }
}

fn take(past: &mut Past<'_>, head: &Head, data: &[u8]) {
    let seq = u64::from(head.seq);
    let key = Key::here(PARTS << 17 | u64::from(past.now.forward) << 16 | seq);
    let kept = past.get(&key).filter(|_| head.at > 0);
    let mut gathered = kept.and_then(|k| Gathered::read(&k.bytes)).unwrap_or_default();
    if gathered.parts.len() >= MOST || !gathered.add(past.now.frame, head.at, data) {
        return;
    }
    let bytes = gathered.write();
    if gathered.bytes.len() == head.total {
        let whole = past.this(&bytes);
        past.note(WHOLE | seq, &whole);
    }
    past.set(&key, &bytes);
}

/// The message that a part of this frame ends, when its other parts came before.
pub(super) fn whole<S: Sink>(cx: &Cx<'_, S>, head: &Head) -> Option<Gathered> {
    if head.at + head.len != head.total {
        return None;
    }
    let kept = cx.recalled(WHOLE | u64::from(head.seq))?;
    Gathered::read(&kept.bytes).filter(|g| g.bytes.len() == head.total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_follow_each_other() {
        let mut g = Gathered::default();
        assert!(g.add(7, 0, b"abc") && !g.add(7, 2, b"x") && g.add(9, 3, b"de"));
        assert_eq!(g.bytes, b"abcde");
        let parts = [Part { frame: 7, at: 0, len: 3 }, Part { frame: 9, at: 3, len: 2 }];
        assert_eq!(g.parts, parts);
        assert_eq!(Gathered::read(&g.write()), Some(g.clone()));
        // A beginning that comes once more begins anew.
        assert!(g.add(11, 0, b"ab"));
        assert_eq!((g.bytes.as_slice(), g.parts.len()), (&b"ab"[..], 1));
        const { assert!(1 + LONGEST + MOST * ENTRY < 4096, "more than what is kept may have") };
    }

    #[test]
    fn parts_of_a_frame_make_a_whole_in_order_only() {
        let head = |seq, total, at| Head { total, seq, at, len: 0 };
        let mut here = Here::default();
        assert_eq!(here.add(1, &head(1, 5, 0), b"ab"), None);
        assert_eq!(here.add(1, &head(1, 5, 3), b"de"), None);
        assert_eq!(here.add(1, &head(1, 5, 2), b"cde").map(|g| g.bytes), Some(b"abcde".to_vec()));
        assert_eq!(here.add(1, &head(2, 3, 0), b"ab"), None);
        assert_eq!(here.add(1, &head(3, 3, 0), b"xy"), None);
        assert_eq!(here.add(1, &head(3, 3, 2), b"z").map(|g| g.bytes), Some(b"xyz".to_vec()));
        let h = [1, 0, 1, 2, 0, 7, 0, 0, 3, 0, 0, 4];
        let Head { total, seq, at, len } = Head::of(&h);
        assert_eq!((total, seq, at, len), (258, 7, 3, 4));
    }

    #[test]
    fn damaged_notes_are_no_messages() {
        assert_eq!(Gathered::read(&[]), None);
        assert_eq!(Gathered::read(&[1, 0, 0]), None);
        assert_eq!(Gathered::read(&[0, 5]), Some(Gathered { parts: Vec::new(), bytes: vec![5] }));
    }
}
