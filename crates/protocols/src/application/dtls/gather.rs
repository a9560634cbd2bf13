//! Messages of the handshake whose parts come in several records and datagrams (RFC 6347, 4.2.3).

use super::record;
use requin_wire::{Cursor, Cx, FRAME, Key, Past, Sink};

/// Where the parts of a message are kept until the last one comes.
const PARTS: u64 = 1;
/// The note with a whole message, on the frame with its last part; the message's number is added.
const WHOLE: u64 = 1 << 32;
/// Bytes of messages that are put together; longer ones stay parts.
const LONGEST: usize = 3500;
/// Parts of a message.
const MOST: usize = 32;
/// Bytes that a part takes in what is kept: its frame, its offset, its length.
const ENTRY: usize = 12;
const HANDSHAKE_RECORD: u8 = 22;

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
        if at != self.bytes.len() || self.parts.len() >= MOST {
            return false;
        }
        self.parts.push(Part { frame, at, len: data.len() });
        self.bytes.extend_from_slice(data);
        true
    }
}

/// Keeps the parts that a datagram brings, and notes messages that are whole now.
pub(super) fn remember(past: &mut Past<'_>, datagram: &[u8]) {
    let mut c = Cursor::new(datagram, datagram.len(), FRAME);
    while let Some((kind, epoch, mut body)) = record::next(&mut c) {
        if kind != HANDSHAKE_RECORD || epoch != 0 {
            continue;
        }
        while let Ok(h) = body.array::<12>().copied() {
            let total = u32::from_be_bytes([0, h[1], h[2], h[3]]) as usize;
            let at = u32::from_be_bytes([0, h[6], h[7], h[8]]) as usize;
            let len = u32::from_be_bytes([0, h[9], h[10], h[11]]) as usize;
            let Ok(data) = body.bytes(len) else { break };
            if len > 0 && len < total && at + len <= total && total <= LONGEST {
                take(past, u16::from_be_bytes([h[4], h[5]]), total, at, data);
            }
        }
    }
}

fn take(past: &mut Past<'_>, seq: u16, total: usize, at: usize, data: &[u8]) {
    let key = Key::here(PARTS << 17 | u64::from(past.now.forward) << 16 | u64::from(seq));
    let kept = past.get(&key).filter(|_| at > 0);
    let mut gathered = kept.and_then(|k| Gathered::read(&k.bytes)).unwrap_or_default();
    if !gathered.add(past.now.frame, at, data) {
        return;
    }
    let bytes = gathered.write();
    if gathered.bytes.len() == total {
        let whole = past.this(&bytes);
        past.note(WHOLE | u64::from(seq), &whole);
    }
    past.set(&key, &bytes);
}

/// The message that the part at `at` of this frame ends, when its other parts came before.
pub(super) fn whole<S: Sink>(
    cx: &Cx<'_, S>,
    seq: u16,
    total: usize,
    at: usize,
    len: usize,
) -> Option<Gathered> {
    if at + len != total {
        return None;
    }
    let kept = cx.recalled(WHOLE | u64::from(seq))?;
    Gathered::read(&kept.bytes).filter(|g| g.bytes.len() == total)
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
        for n in 0..MOST {
            g.add(12, 2 + n, b"y");
        }
        assert_eq!(g.parts.len(), MOST);
        assert!(g.write().len() < 4096 && LONGEST + 1 + MOST * ENTRY < 4096);
    }

    #[test]
    fn damaged_notes_are_no_messages() {
        assert_eq!(Gathered::read(&[]), None);
        assert_eq!(Gathered::read(&[1, 0, 0]), None);
        assert_eq!(Gathered::read(&[0, 5]), Some(Gathered { parts: Vec::new(), bytes: vec![5] }));
    }
}
