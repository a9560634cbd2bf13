//! Packets put together from fragments.
//!
//! Fragments of one packet share addresses, identification and, in IPv4, the protocol (RFC 791); in IPv6
//! addresses and identification (RFC 8200). A payload is whole when the end is known and every byte
//! before it is there. What comes for the same key after that begins another packet.
//!
//! Where fragments overlap, the bytes of the one with the lesser offset count, or, at the same offset, of
//! the one that came first. A host that follows RFC 5722 throws such IPv6 packets away. Here they are put
//! together all the same, since whoever looks at an attack wants to see it; every fragment that overlaps
//! is marked, and marked once more when its bytes differ. The first end that is told is the end: a
//! fragment that tells another one is marked, and what lies behind the end is cut off.

use foldhash::quality::RandomState;
use hashbrown::HashMap;
use requin_wire::{Addr, AddrKind, Assembled, Fragment, Part};
use std::collections::VecDeque;

/// Fragments that a packet may have: 64 KiB in parts of eight bytes.
const MOST_PARTS: usize = 8192;
/// What a packet takes beside its fragments, and a fragment beside its bytes.
const PACKET: usize = 200;
const PIECE: usize = std::mem::size_of::<Piece>();

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    src: (AddrKind, [u8; 16]),
    dst: (AddrKind, [u8; 16]),
    id: u32,
    protocol: u8,
}

struct Piece {
    part: Part,
    bytes: Box<[u8]>,
}

/// A packet that is not whole.
#[derive(Default)]
struct Packet {
    /// By offset; those with the same one as they came.
    pieces: Vec<Piece>,
    /// Where the first end that was told is.
    end: Option<u32>,
    cost: usize,
    serial: u64,
}

/// Packets that are not whole, in a bounded number of bytes.
pub(crate) struct Fragments {
    packets: HashMap<Key, Packet, RandomState>,
    /// Oldest first; some may be whole by now.
    order: VecDeque<(Key, u64)>,
    serial: u64,
    limit: usize,
    taken: usize,
    /// Packets given up to stay within the bound.
    pub(crate) given_up: u64,
    pub(crate) done: Vec<Assembled>,
}

impl Fragments {
    /// None yet, in at most so many bytes.
    pub(crate) fn new(limit: usize) -> Fragments {
        Fragments {
            packets: HashMap::default(),
            order: VecDeque::new(),
            serial: 0,
            limit,
            taken: 0,
            given_up: 0,
            done: Vec::new(),
        }
    }

    /// Bytes that are kept.
    pub(crate) fn taken(&self) -> usize {
        self.taken
    }

    /// Takes the `nth` fragment of a frame; whether that made a packet whole, which is behind the others in
    /// `done` then.
    pub(crate) fn add(&mut self, frame: u64, nth: u32, f: &Fragment, bytes: &[u8]) -> bool {
        let fixed = |a: &Addr| (a.kind, if a.kind == AddrKind::Text { [0; 16] } else { a.bytes });
        let key = Key { src: fixed(&f.src), dst: fixed(&f.dst), id: f.id, protocol: f.protocol };
        if bytes.is_empty() {
            return false;
        }
        let serial = &mut self.serial;
        let order = &mut self.order;
        let packet = self.packets.entry(key).or_insert_with(|| {
            *serial += 1;
            order.push_back((key, *serial));
            Packet { cost: PACKET, serial: *serial, ..Packet::default() }
        });
        let before = if packet.pieces.is_empty() { 0 } else { packet.cost };
        packet.add(frame, f, bytes);
        self.taken += packet.cost.saturating_sub(before);
        let whole = packet.is_whole();
        if whole || packet.pieces.len() > MOST_PARTS {
            let Some(packet) = self.packets.remove(&key) else { return false };
            self.taken = self.taken.saturating_sub(packet.cost);
            if whole {
                self.done.push(packet.assemble(frame, nth));
            } else {
                self.given_up += 1;
            }
        }
        self.relieve();
        whole
    }

    /// Gives up the oldest while there is too much, and forgets places in the queue of what is whole.
    fn relieve(&mut self) {
        let packets = &mut self.packets;
        while self.taken > self.limit {
            let Some((key, serial)) = self.order.pop_front() else { return };
            if packets.get(&key).is_some_and(|p| p.serial == serial)
                && let Some(packet) = packets.remove(&key)
            {
                self.taken = self.taken.saturating_sub(packet.cost);
                self.given_up += 1;
            }
        }
        if self.order.len() > 2 * packets.len() + 64 {
            self.order.retain(|(key, serial)| packets.get(key).is_some_and(|p| p.serial == *serial));
        }
    }
}

impl Packet {
    fn add(&mut self, frame: u64, f: &Fragment, bytes: &[u8]) {
        let mut part = Part { frame, offset: f.offset, len: bytes.len() as u32, flags: 0 };
        if !f.more {
            let end = f.offset.saturating_add(part.len);
            if *self.end.get_or_insert(end) != end {
                part.flags |= Part::MULTIPLE_TAILS;
            }
        }
        self.cost += PIECE + bytes.len();
        let at = self.pieces.partition_point(|p| p.part.offset <= f.offset);
        self.pieces.insert(at, Piece { part, bytes: bytes.into() });
    }

    fn is_whole(&self) -> bool {
        let Some(end) = self.end else { return false };
        let mut reach = 0;
        for p in &self.pieces {
            if p.part.offset > reach || reach >= end {
                break;
            }
            reach = reach.max(p.part.offset.saturating_add(p.part.len));
        }
        reach >= end
    }

    fn assemble(self, on: u64, nth: u32) -> Assembled {
        let end = self.end.unwrap_or(0) as usize;
        let mut bytes: Vec<u8> = Vec::with_capacity(end);
        let mut parts = Vec::with_capacity(self.pieces.len());
        for Piece { mut part, bytes: piece } in self.pieces {
            let from = part.offset as usize;
            if from.saturating_add(piece.len()) > end {
                part.flags |= Part::TOO_LONG;
            }
            let piece = piece.get(..end.saturating_sub(from)).unwrap_or(&piece);
            let known = bytes.get(from..).unwrap_or_default();
            if from < bytes.len() {
                part.flags |= Part::OVERLAP;
                let n = known.len().min(piece.len());
                if known.get(..n) != piece.get(..n) {
                    part.flags |= Part::CONFLICT;
                }
            }
            let fresh = piece.get(bytes.len().saturating_sub(from)..).unwrap_or_default();
            bytes.extend_from_slice(fresh);
            parts.push(part);
        }
        Assembled { on, nth, bytes: bytes.into(), parts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use requin_wire::Span;

    fn fragment(id: u32, offset: u32, more: bool) -> Fragment {
        let (src, dst) =
            (Addr::new(AddrKind::Ipv4, &[10, 0, 0, 1]), Addr::new(AddrKind::Ipv4, &[10, 0, 0, 2]));
        Fragment { src, dst, id, protocol: 17, offset, more, span: Span::default() }
    }

    /// Adds (offset, bytes, more) as frames from 1 on; what is whole in the end.
    fn all(pieces: &[(u32, &[u8], bool)]) -> Vec<Assembled> {
        let mut f = Fragments::new(1 << 20);
        for (frame, (offset, bytes, more)) in (1..).zip(pieces) {
            f.add(frame, 0, &fragment(1, *offset, *more), bytes);
        }
        assert!(f.taken() < 1 << 20);
        f.done
    }

    fn flags(a: &Assembled) -> Vec<(u64, u8)> {
        a.parts.iter().map(|p| (p.frame, p.flags)).collect()
    }

    #[test]
    fn any_order_makes_the_payload() {
        let done = all(&[(16, b"end", false), (0, b"01234567", true), (8, b"89abcdef", true)]);
        assert_eq!(done.len(), 1);
        assert_eq!((&done[0].bytes[..], done[0].on), (&b"0123456789abcdefend"[..], 3));
        assert_eq!(flags(&done[0]), [(2, 0), (3, 0), (1, 0)]);
        // What comes again begins anew.
        let done =
            all(&[(0, b"01234567", true), (8, b"89", false), (8, b"89", false), (0, b"01234567", true)]);
        assert_eq!(done.iter().map(|d| d.on).collect::<Vec<_>>(), [2, 4]);
    }

    #[test]
    fn the_lesser_offset_wins_and_overlaps_are_marked() {
        let done = all(&[(0, b"0123456789", true), (8, b"89abcdef", true), (16, b"end", false)]);
        assert_eq!(*done[0].bytes, b"0123456789abcdefend");
        assert_eq!(flags(&done[0]), [(1, 0), (2, Part::OVERLAP), (3, 0)]);
        let done = all(&[(0, b"0123456789", true), (8, b"XXabcdef", true), (16, b"end", false)]);
        assert_eq!(*done[0].bytes, b"0123456789abcdefend");
        assert_eq!(flags(&done[0])[1], (2, Part::OVERLAP | Part::CONFLICT));
        // At the same offset the one that came first.
        let done = all(&[(0, b"01234567", true), (0, b"XXXXXXXX", true), (8, b"end", false)]);
        assert_eq!(*done[0].bytes, b"01234567end");
        assert_eq!(flags(&done[0])[1], (2, Part::OVERLAP | Part::CONFLICT));
    }

    #[test]
    fn the_first_end_is_the_end() {
        let done = all(&[(8, b"89", false), (16, b"more", false), (0, b"01234567", true)]);
        assert_eq!(*done[0].bytes, b"0123456789");
        assert_eq!(flags(&done[0]), [(3, 0), (1, 0), (2, Part::MULTIPLE_TAILS | Part::TOO_LONG)]);
        let done = all(&[(8, b"89abcdef", true), (8, b"89", false), (0, b"01234567", true)]);
        assert_eq!(*done[0].bytes, b"0123456789");
        assert_eq!(flags(&done[0]), [(3, 0), (1, Part::TOO_LONG), (2, Part::OVERLAP)]);
        // An empty one tells nothing.
        assert!(all(&[(0, b"01234567", true), (8, b"", false)]).is_empty());
    }

    #[test]
    fn packets_that_never_end_meet_the_bound() {
        let bound = 1 << 20;
        let mut f = Fragments::new(bound);
        for id in 0..1_000_000 {
            assert!(!f.add(u64::from(id), 0, &fragment(id, 0, true), &[0; 64]));
            assert!(f.taken() <= bound && f.order.len() <= 2 * f.packets.len() + 65);
        }
        assert!(f.given_up > 990_000 && f.packets.len() > 1000);
        // The newest are still there.
        assert!(f.add(1_000_001, 0, &fragment(999_999, 64, false), b"end"));
    }

    #[test]
    fn a_packet_of_endless_fragments_is_given_up() {
        let mut f = Fragments::new(64 << 20);
        for n in 0..20_000 {
            f.add(n, 0, &fragment(1, 8, true), &[0; 8]);
            assert!(f.packets.values().all(|p| p.pieces.len() <= MOST_PARTS));
        }
        assert_eq!(f.given_up, 2);
        let mut f = Fragments::new(1 << 16);
        for n in 0..20_000 {
            f.add(n, 0, &fragment(1, 8, true), &[0; 1000]);
            assert!(f.taken() <= 1 << 16);
        }
        assert!(f.given_up > 100);
    }

    #[test]
    fn whole_packets_leave_nothing_behind() {
        let mut f = Fragments::new(1 << 20);
        for id in 0..100_000 {
            f.add(1, 0, &fragment(id, 0, true), b"01234567");
            assert!(f.add(2, 0, &fragment(id, 8, false), b"end"));
            f.done.clear();
        }
        assert_eq!((f.taken(), f.packets.len(), f.given_up), (0, 0, 0));
        assert!(f.order.len() <= 65);
    }
}
