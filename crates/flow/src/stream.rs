//! PDUs in the two byte streams of a TCP conversation.
//!
//! Segments come in the order of the capture. What continues the stream is cut into PDUs by the protocol
//! above; the beginning of a PDU that is not whole is kept until its end comes. What was seen before is
//! passed over. A segment that comes too early is kept when it belongs to a PDU whose length is known;
//! otherwise the gap ends the PDU before it, and the stream begins anew behind the gap, or where that PDU
//! ends when its length is known, so that a lost segment never stalls a conversation.

use crate::segment::before;
use requin_wire::{Frames, Pdu, Reassembled, StreamPart};
use std::collections::VecDeque;

/// A PDU longer than this is not put together.
const LONGEST: usize = 8 << 20;
/// So much of the beginning of a PDU is shown while it is not whole.
const OPENING: usize = 512;
/// The same of a protocol that has previews: they are made anew with every look, so that the work grows with the square.
const PREVIEW: usize = 64 << 10;

/// How PDUs of a protocol are found, and shown before they are whole.
#[derive(Clone, Copy)]
pub(crate) struct Framing {
    pub(crate) frames: Frames,
    /// Openings are previews.
    pub(crate) previewed: bool,
}
/// Segments ahead of a gap that are kept for a PDU.
const AHEAD: usize = 64;

/// One direction.
#[derive(Default)]
struct Direction {
    /// The sequence number that comes next.
    next: u32,
    known: bool,
    pending: Option<Box<Pending>>,
    /// Where a PDU ends that was given up for a gap in it: what comes before belongs to it.
    resume: Option<u32>,
}

/// The beginning of a PDU.
#[derive(Default)]
struct Pending {
    bytes: Vec<u8>,
    parts: Vec<(u64, u32)>,
    /// It can't be whole with fewer bytes than these.
    least: usize,
    /// Its length is known to be `least`.
    sure: bool,
    until_end: bool,
    /// Segments that came too early: sequence number, frame, bytes.
    ahead: Vec<(u32, u64, Vec<u8>)>,
    /// When it began, for finding the oldest.
    serial: u64,
}

impl Pending {
    /// Adds what came too early and is next now; the length of the PDU when that makes it whole.
    fn take_ahead(&mut self, next: &mut u32) -> Option<usize> {
        while let Some(at) = self.ahead.iter().position(|(seq, _, _)| seq == next) {
            let (_, frame, early) = self.ahead.swap_remove(at);
            *next = next.wrapping_add(early.len() as u32);
            let room = self.least.saturating_sub(self.bytes.len()).min(early.len());
            self.bytes.extend_from_slice(early.get(..room).unwrap_or_default());
            self.parts.push((frame, room as u32));
            if self.bytes.len() >= self.least {
                return Some(self.least);
            }
        }
        None
    }

    /// Where it ends, when that is known: `next` comes behind what there is of it.
    fn end(&self, next: u32) -> Option<u32> {
        let missing = self.least.checked_sub(self.bytes.len()).filter(|_| self.sure)?;
        Some(next.wrapping_add(u32::try_from(missing).ok()?))
    }

    fn cost(&self) -> usize {
        let ahead: usize = self.ahead.iter().map(|a| a.2.capacity() + 64).sum();
        std::mem::size_of::<Pending>() + self.bytes.capacity() + 16 * self.parts.capacity() + ahead
    }
}

/// Both directions of a conversation.
#[derive(Default)]
pub(crate) struct Streams {
    ways: [Direction; 2],
}

/// A segment's payload on its way into the stream.
pub(crate) struct Piece<'a> {
    pub(crate) seq: u32,
    pub(crate) bytes: &'a [u8],
    /// Length on the wire; more than the bytes when the capture cut them.
    pub(crate) len: u32,
    pub(crate) frame: u64,
    pub(crate) way: usize,
    pub(crate) forward: bool,
    pub(crate) fin: bool,
}

/// Gets every whole PDU in its turn, the protocol's memory, and the PDU's length on the wire (more than its
/// bytes when the capture cut it).
pub(crate) type Whole<'w> = dyn FnMut(&mut [u64; 2], &[u8], usize) + 'w;

/// What all conversations share: the bound on what is kept, and PDUs put together in this batch.
pub(crate) struct Pool {
    /// Bytes that may be taken yet; below zero when one piece took more than there were.
    left: isize,
    serial: u64,
    /// Conversations (by number of memory) with something pending, oldest first.
    order: VecDeque<(u32, u64)>,
    /// PDUs given up to stay within the bound.
    pub(crate) given_up: u64,
    pub(crate) done: Vec<Reassembled>,
}

impl Pool {
    pub(crate) fn new(bytes: usize) -> Pool {
        Pool {
            left: isize::try_from(bytes).unwrap_or(isize::MAX),
            serial: 0,
            order: VecDeque::new(),
            given_up: 0,
            done: Vec::new(),
        }
    }

    /// The conversation with the oldest pending PDU, when the bound is exceeded.
    pub(crate) fn victim(&mut self) -> Option<(u32, u64)> {
        // Entries of PDUs that are whole by now go as well, so that the queue does not grow.
        if self.left >= 0 && self.order.len() < 1 << 16 { None } else { self.order.pop_front() }
    }
}

impl Streams {
    /// Forgets everything, giving back what it took.
    pub(crate) fn clear(&mut self, pool: &mut Pool) {
        for way in &mut self.ways {
            way.resume = None;
            if let Some(p) = way.pending.take() {
                pool.left += p.cost() as isize;
            }
        }
    }

    /// Gives up the pending PDU with this serial, if it is still there.
    pub(crate) fn give_up(&mut self, serial: u64, pool: &mut Pool) {
        for way in &mut self.ways {
            if way.pending.as_ref().is_some_and(|p| p.serial == serial)
                && let Some(p) = way.pending.take()
            {
                pool.left += p.cost() as isize;
                pool.given_up += 1;
            }
        }
    }

    /// Takes a payload, and says how it falls into PDUs. `memory` is the conversation's number.
    pub(crate) fn piece(
        &mut self,
        p: &Piece<'_>,
        framing: Framing,
        state: &mut [u64; 2],
        memory: u32,
        pool: &mut Pool,
        whole: &mut Whole<'_>,
    ) -> StreamPart {
        let mut part = StreamPart::default();
        let Some(way) = self.ways.get_mut(p.way & 1) else { return part };
        let before_cost = way.pending.as_ref().map_or(0, |p| p.cost());
        way.piece(p, framing, state, &mut part, pool, whole);
        let after_cost = way.pending.as_ref().map_or(0, |p| p.cost());
        // The bound may be exceeded by one piece; the oldest goes then.
        pool.left += before_cost as isize - after_cost as isize;
        if let Some(pending) = &mut way.pending
            && pending.serial == 0
        {
            pool.serial += 1;
            pending.serial = pool.serial;
            pool.order.push_back((memory, pending.serial));
        }
        part
    }
}

/// Shows the protocol the PDUs of a segment of which `missing` bytes were not captured, the last one as far as it goes.
fn cut(
    mut rest: &[u8],
    missing: usize,
    forward: bool,
    frames: Frames,
    state: &mut [u64; 2],
    each: &mut Whole<'_>,
) {
    while !rest.is_empty() {
        let pdu = match frames(rest, forward, state) {
            Pdu::Len(n) if n <= rest.len() => n.max(1),
            _ => {
                each(state, rest, rest.len().saturating_add(missing));
                return;
            }
        };
        let (pdu, behind) = rest.split_at(pdu.min(rest.len()));
        each(state, pdu, pdu.len());
        rest = behind;
    }
}

impl Direction {
    fn piece(
        &mut self,
        p: &Piece<'_>,
        framing: Framing,
        state: &mut [u64; 2],
        part: &mut StreamPart,
        pool: &mut Pool,
        each: &mut Whole<'_>,
    ) {
        let frames = framing.frames;
        let end = p.seq.wrapping_add(p.len);
        if !self.known {
            self.known = true;
            self.next = p.seq;
        }
        let mut bytes = p.bytes;
        if before(p.seq, self.next) {
            if !before(self.next, end) {
                part.again = p.len > 0;
                return;
            }
            // What is new of it is behind what was known.
            bytes = bytes.get(self.next.wrapping_sub(p.seq) as usize..).unwrap_or_default();
        } else if p.seq != self.next {
            if self.keep_ahead(p) {
                part.pending = p.len;
                part.inside = true;
                return;
            }
            self.resume = self.pending.take().and_then(|p| p.end(self.next)).or(self.resume);
            self.next = p.seq;
        }
        let start = if before(p.seq, self.next) { self.next } else { p.seq };
        self.next = end;
        if p.bytes.len() < p.len as usize {
            // Bytes that the capture cut off can't be put together: the protocol gets what there is, as tshark has it. What
            // comes later of a PDU that was under way still belongs to it.
            let resume = self.pending.take().and_then(|p| p.end(start)).or(self.resume);
            self.resume = resume.filter(|r| before(end, *r));
            let missing = p.len as usize - p.bytes.len();
            cut(bytes, missing, p.forward, frames, state, each);
            return;
        }
        if let Some(resume) = self.resume.filter(|r| p.len > 0 && before(start, *r)) {
            if !before(resume, end) {
                part.pending = p.len;
                part.inside = true;
                self.next = end.wrapping_add(u32::from(p.fin));
                return;
            }
            bytes = bytes.get(resume.wrapping_sub(start) as usize..).unwrap_or_default();
            part.tail = resume.wrapping_sub(p.seq);
        }
        if p.len > 0 {
            self.resume = None;
        }
        let old = (p.bytes.len() - bytes.len()) as u32;
        let mut rest = self.finish(p, bytes, framing, state, part, pool);
        if part.ends != 0 {
            part.tail = part.tail.saturating_add(old);
            if let Some(pdu) = pool.done.get(part.ends as usize - 1) {
                each(state, &pdu.bytes, pdu.bytes.len());
            }
        }
        // What is left begins a PDU: pass over whole ones, keep the beginning of the last.
        while !rest.is_empty() && self.pending.is_none() {
            let (least, sure, until_end) = match frames(rest, p.forward, state) {
                Pdu::Len(n) if n <= rest.len() => {
                    let (pdu, behind) = rest.split_at(n.max(1).min(rest.len()));
                    each(state, pdu, pdu.len());
                    rest = behind;
                    continue;
                }
                Pdu::AsItComes => {
                    each(state, rest, rest.len());
                    return;
                }
                Pdu::Len(n) | Pdu::More(n) if n > LONGEST => return,
                Pdu::Len(n) => (n, true, false),
                Pdu::More(n) => (n.max(rest.len() + 1), false, false),
                Pdu::UntilEnd => (usize::MAX, false, true),
            };
            if until_end && p.fin {
                each(state, rest, rest.len());
                return;
            }
            part.pending = rest.len() as u32;
            part.opening = if framing.previewed { StreamPart::HERE } else { 0 };
            self.pending = Some(Box::new(Pending {
                bytes: rest.to_vec(),
                parts: vec![(p.frame, rest.len() as u32)],
                least,
                sure,
                until_end,
                ahead: Vec::new(),
                serial: 0,
            }));
        }
        if p.fin {
            self.next = self.next.wrapping_add(1);
        }
    }

    /// Adds to the pending PDU, and hands it out when it is whole; what of the bytes is behind it.
    fn finish<'b>(
        &mut self,
        p: &Piece<'_>,
        bytes: &'b [u8],
        framing: Framing,
        state: &[u64; 2],
        part: &mut StreamPart,
        pool: &mut Pool,
    ) -> &'b [u8] {
        let Some(pending) = &mut self.pending else { return bytes };
        let had = pending.bytes.len();
        let guessing = !pending.sure && !pending.until_end;
        // No more than can belong to it: what is behind is looked at in place.
        let wanted =
            if pending.sure { pending.least.saturating_sub(had).min(bytes.len()) } else { bytes.len() };
        let (mine, behind) = bytes.split_at(wanted);
        pending.bytes.extend_from_slice(mine);
        // The segment that ends what goes on to the end is one of its parts, even if it has nothing but that to say.
        if !mine.is_empty() || pending.until_end && p.fin {
            pending.parts.push((p.frame, mine.len() as u32));
        }
        let mut whole = None;
        if pending.until_end {
            if p.fin {
                whole = Some(pending.bytes.len());
            }
        } else if pending.bytes.len() >= pending.least {
            match if pending.sure {
                Pdu::Len(pending.least)
            } else {
                (framing.frames)(&pending.bytes, p.forward, state)
            } {
                Pdu::Len(n) if n <= pending.bytes.len() => whole = Some(n.max(1)),
                Pdu::Len(n) => (pending.least, pending.sure) = (n, true),
                Pdu::More(n) => pending.least = n.max(pending.bytes.len() + 1),
                Pdu::UntilEnd => pending.until_end = true,
                Pdu::AsItComes => whole = Some(pending.bytes.len()),
            }
        }
        if whole.is_none() && pending.sure {
            whole = pending.take_ahead(&mut self.next);
        }
        if pending.bytes.len() > LONGEST && whole.is_none() {
            pool.given_up += 1;
            self.pending = None;
            return &[];
        }
        let Some(whole) = whole else {
            part.pending = bytes.len() as u32;
            part.inside = true;
            if guessing {
                // Of what is too long for a preview the beginning is shown, as of all others.
                let whole = framing.previewed && pending.bytes.len() <= PREVIEW;
                let most = if whole { PREVIEW } else { OPENING };
                let opening = pending.bytes.get(..most).unwrap_or(&pending.bytes).to_vec();
                pool.done.push(Reassembled { bytes: opening.into(), parts: Vec::new() });
                part.opening = pool.done.len() as u32;
            }
            return &[];
        };
        let Some(mut done) = self.pending.take() else { return behind };
        // Bytes of this segment that were added but lie behind the PDU are looked at in place.
        let surplus = done.bytes.len().saturating_sub(whole).min(mine.len());
        done.bytes.truncate(whole);
        if let Some(last) = done.parts.last_mut() {
            last.1 = last.1.saturating_sub(surplus as u32);
        }
        part.tail = (mine.len() - surplus) as u32;
        pool.done.push(Reassembled { bytes: done.bytes.into(), parts: done.parts });
        part.ends = pool.done.len() as u32;
        bytes.get(mine.len() - surplus..).unwrap_or_default()
    }

    /// Keeps a segment that came too early, when it can only belong to the pending PDU.
    fn keep_ahead(&mut self, p: &Piece<'_>) -> bool {
        let Some(pending) = &mut self.pending else { return false };
        let gap = p.seq.wrapping_sub(self.next) as usize;
        let inside = pending.sure && pending.bytes.len() + gap + p.bytes.len() <= pending.least;
        if !inside || pending.ahead.len() >= AHEAD || p.bytes.len() < p.len as usize {
            return false;
        }
        if !pending.ahead.iter().any(|(seq, _, _)| *seq == p.seq) {
            pending.ahead.push((p.seq, p.frame, p.bytes.to_vec()));
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A byte of length, then so many bytes; 255 goes on until the end, 254 to the first 0.
    fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
        match bytes {
            [255, ..] => Pdu::UntilEnd,
            [254, ..] => match bytes.iter().position(|b| *b == 0) {
                Some(at) => Pdu::Len(at + 1),
                None => Pdu::More(bytes.len() + 1),
            },
            [0, ..] => Pdu::AsItComes,
            [n, ..] => Pdu::Len(1 + usize::from(*n)),
            [] => Pdu::More(1),
        }
    }

    #[test]
    fn a_stream_goes_on_where_the_pdu_with_the_gap_ends() {
        let mut t = Talk::new();
        // Nine bytes, of which the second and third are lost; the next PDU begins in the same segment as the last of them.
        t.say(100, &[8, 1], false);
        t.say(104, &[4, 5], false);
        let p = t.say(106, &[6, 7, 8, 2, 9, 9, 3, 1], false);
        assert_eq!(p, StreamPart { tail: 3, pending: 2, ..StreamPart::default() });
        let p = t.say(114, &[1, 1], false);
        assert_eq!((p.ends, p.tail), (1, 2));
        assert_eq!(t.pdus, [[2, 9, 9].to_vec(), [3, 1, 1, 1].to_vec()]);
        // What fills the gap afterwards comes too late.
        assert!(t.say(102, &[2, 3], false).again);
        assert!(t.say(106, &[6, 7, 8, 2, 9, 9, 3, 1], false).again);
    }

    #[test]
    fn too_many_segments_behind_a_gap_belong_to_the_pdu_all_the_same() {
        let mut t = Talk::new();
        t.say(100, &[200, 1], false);
        // Two lost, then one byte after the other: more than are kept.
        for i in 0..196 {
            let p = t.say(104 + i, &[7], false);
            assert_eq!(p, StreamPart { pending: 1, inside: true, ..StreamPart::default() }, "{i}");
        }
        let p = t.say(300, &[7, 1, 9], false);
        assert_eq!(p, StreamPart { tail: 1, ..StreamPart::default() });
        assert_eq!(t.pdus, [[1, 9].to_vec()]);
    }

    #[test]
    fn a_gap_that_ends_with_a_pdu_leaves_nothing_behind() {
        let mut t = Talk::new();
        t.say(100, &[8, 1], false);
        // All of it is lost, and more.
        assert_eq!(t.say(120, &[1, 9], false), StreamPart::default());
        t.say(122, &[8, 1], false);
        t.say(126, &[4], false);
        // The last of it, and nothing behind.
        let p = t.say(128, &[6, 7, 8], false);
        assert_eq!(p, StreamPart { pending: 3, inside: true, ..StreamPart::default() });
        assert_eq!(t.say(131, &[1, 9], false), StreamPart::default());
        assert_eq!(t.pdus, [[1, 9], [1, 9]]);
    }

    struct Talk {
        streams: Streams,
        pool: Pool,
        frame: u64,
        pdus: Vec<Vec<u8>>,
        previewed: bool,
    }

    impl Talk {
        fn new() -> Talk {
            Talk {
                streams: Streams::default(),
                pool: Pool::new(1 << 20),
                frame: 0,
                pdus: Vec::new(),
                previewed: false,
            }
        }

        fn say(&mut self, seq: u32, bytes: &[u8], fin: bool) -> StreamPart {
            self.frame += 1;
            let len = bytes.len() as u32;
            let p = Piece { seq, bytes, len, frame: self.frame, way: 0, forward: true, fin };
            let pdus = &mut self.pdus;
            let mut each = |_: &mut [u64; 2], pdu: &[u8], _: usize| pdus.push(pdu.to_vec());
            let framing = Framing { frames, previewed: self.previewed };
            self.streams.piece(&p, framing, &mut [0; 2], 1, &mut self.pool, &mut each)
        }
    }

    #[test]
    fn pdus_are_cut_and_put_together() {
        let mut t = Talk::new();
        // Two whole ones and the beginning of a third.
        let p = t.say(100, &[1, 9, 2, 8, 8, 3, 7], false);
        assert_eq!(p, StreamPart { pending: 2, ..StreamPart::default() });
        let p = t.say(107, &[7], false);
        assert_eq!(p, StreamPart { pending: 1, inside: true, ..StreamPart::default() });
        let p = t.say(108, &[7, 1, 6, 4], false);
        assert_eq!(p, StreamPart { ends: 1, tail: 1, pending: 1, ..StreamPart::default() });
        assert_eq!(*t.pool.done[0].bytes, [3, 7, 7, 7]);
        assert_eq!(t.pool.done[0].parts, [(1, 2), (2, 1), (3, 1)]);
        // Each was seen whole, once, in the order of the stream.
        assert_eq!(t.pdus, [&[1, 9][..], &[2, 8, 8], &[3, 7, 7, 7], &[1, 6]]);
    }

    #[test]
    fn what_there_is_of_a_pdu_is_shown_with_every_segment() {
        for previewed in [false, true] {
            let mut t = Talk { previewed, ..Talk::new() };
            let here = if previewed { StreamPart::HERE } else { 0 };
            let p = t.say(0, &[1, 9, 254, 1], false);
            assert_eq!(p, StreamPart { pending: 2, opening: here, ..StreamPart::default() });
            let p = t.say(4, &[2], false);
            assert_eq!(p, StreamPart { pending: 1, inside: true, opening: 1, ..StreamPart::default() });
            assert_eq!(*t.pool.done[0].bytes, [254, 1, 2]);
            // Of a long one, what is shown each time has a bound.
            let most = if previewed { PREVIEW } else { OPENING };
            t.say(5, &vec![3; most - 3], false);
            assert_eq!(t.pool.done[1].bytes.len(), most);
            t.say(5 + most as u32 - 3, &vec![3; PREVIEW], false);
            assert_eq!(t.pool.done[2].bytes.len(), OPENING);
            let p = t.say(2 + (most + PREVIEW) as u32, &[0, 1, 9], false);
            assert_eq!((p.ends, p.opening, t.pool.done.len()), (4, 0, 4));
            assert_eq!(t.pdus.len(), 3);
        }
    }

    #[test]
    fn what_was_seen_is_passed_over_and_gaps_do_not_stall() {
        let mut t = Talk::new();
        t.say(0, &[3, 1], false);
        assert!(t.say(0, &[3, 1], false).again);
        // Half old, half new.
        let p = t.say(1, &[1, 2, 3], false);
        assert_eq!((p.ends, p.tail, p.pending), (1, 3, 0));
        assert_eq!(*t.pool.done[0].bytes, [3, 1, 2, 3]);
        // A gap: the stream begins anew behind it.
        assert_eq!(t.say(100, &[1, 5, 2], false).pending, 1);
        assert_eq!(t.say(103, &[5, 5], false).ends, 2);
    }

    #[test]
    fn a_segment_that_came_too_early_is_kept() {
        let mut t = Talk::new();
        t.say(0, &[5, 1], false);
        assert!(t.say(4, &[4, 5], false).inside);
        let p = t.say(2, &[2, 3], false);
        assert_eq!(p.ends, 1);
        assert_eq!(*t.pool.done[0].bytes, [5, 1, 2, 3, 4, 5]);
        assert_eq!(t.pool.done[0].parts, [(1, 2), (3, 2), (2, 2)]);
    }

    #[test]
    fn until_the_end_means_the_fin() {
        let mut t = Talk::new();
        assert_eq!(t.say(0, &[255, 1], false).pending, 2);
        assert_eq!(t.say(2, &[2], false).pending, 1);
        assert_eq!(t.say(3, &[], true).ends, 1);
        assert_eq!(*t.pool.done[0].bytes, [255, 1, 2]);
        assert_eq!(t.pool.done[0].parts, [(1, 2), (2, 1), (3, 0)]);
    }

    #[test]
    fn a_segment_that_was_cut_is_seen_as_far_as_it_goes() {
        let (mut streams, mut pool, mut seen) = (Streams::default(), Pool::new(1 << 20), Vec::new());
        let mut each = |_: &mut [u64; 2], pdu: &[u8], on_wire: usize| seen.push((pdu.to_vec(), on_wire));
        // Of seven bytes four were captured: a whole PDU, and half of one.
        let mut p =
            Piece { seq: 0, bytes: &[1, 9, 4, 8], len: 7, frame: 1, way: 0, forward: true, fin: false };
        let part =
            streams.piece(&p, Framing { frames, previewed: false }, &mut [0; 2], 1, &mut pool, &mut each);
        assert_eq!(part, StreamPart::default());
        // Nothing is waited for: what follows begins a PDU.
        (p.seq, p.bytes, p.len, p.frame) = (7, &[1, 7], 2, 2);
        assert_eq!(
            streams.piece(&p, Framing { frames, previewed: false }, &mut [0; 2], 1, &mut pool, &mut each),
            StreamPart::default()
        );
        assert_eq!(seen, [(vec![1, 9], 2), (vec![4, 8], 5), (vec![1, 7], 2)]);
    }

    #[test]
    fn what_follows_a_cut_segment_belongs_to_the_pdu_that_was_under_way() {
        let mut t = Talk::new();
        t.say(0, &[9, 1, 1], false);
        // Three bytes of the ten, of which one was captured: it is seen for itself.
        let framing = Framing { frames, previewed: false };
        let p = Piece { seq: 3, bytes: &[1], len: 3, frame: 2, way: 0, forward: true, fin: false };
        let pdus = &mut t.pdus;
        let mut each = |_: &mut [u64; 2], pdu: &[u8], _: usize| pdus.push(pdu.to_vec());
        assert_eq!(
            t.streams.piece(&p, framing, &mut [0; 2], 1, &mut t.pool, &mut each),
            StreamPart::default()
        );
        assert_eq!(t.pdus, [[1]]);
        // The next four are its end, which can't be put together any more; behind them the stream goes on.
        let part = t.say(6, &[1, 1], false);
        assert_eq!((part.pending, part.inside, part.ends), (2, true, 0));
        let part = t.say(8, &[1, 1, 2, 7, 7], false);
        assert_eq!((part.tail, part.pending, part.ends), (2, 0, 0));
        assert_eq!(t.pdus, [&[1][..], &[2, 7, 7]]);
    }

    #[test]
    fn a_pdu_is_over_when_cut_segments_pass_its_end() {
        let mut t = Talk::new();
        t.say(0, &[9, 1, 1], false);
        let framing = Framing { frames, previewed: false };
        // It has ten bytes: the first of these ends inside of it, the second behind it.
        for (seq, len, resume) in [(3, 3, Some(10)), (6, 14, None)] {
            let p = Piece { seq, bytes: &[1], len, frame: 2, way: 0, forward: true, fin: false };
            t.streams.piece(&p, framing, &mut [0; 2], 1, &mut t.pool, &mut |_, _, _| {});
            assert_eq!(t.streams.ways[0].resume, resume, "{seq}");
        }
    }

    #[test]
    fn long_pieces_that_drive_out_short_ones_meet_the_bound() {
        const LIMIT: usize = 64 << 10;
        let mut pool = Pool::new(LIMIT);
        let mut all: Vec<Streams> = (0..600).map(|_| Streams::default()).collect();
        for i in 0..all.len() {
            // Nothing that ends: first a few bytes each, then thousands.
            let mut bytes = vec![255; 1];
            bytes.resize(if i < 200 { 20 } else { 5000 }, 1);
            let len = bytes.len() as u32;
            let p = Piece { seq: 0, bytes: &bytes, len, frame: 1, way: 0, forward: true, fin: false };
            let framing = Framing { frames, previewed: false };
            all[i].piece(&p, framing, &mut [0; 2], i as u32, &mut pool, &mut |_, _, _| {});
            while let Some((n, serial)) = pool.victim() {
                all[n as usize].give_up(serial, &mut pool);
            }
            let pending = all.iter().flat_map(|s| &s.ways).filter_map(|w| w.pending.as_ref());
            assert!(pending.map(|p| p.cost()).sum::<usize>() <= LIMIT);
        }
        assert!(pool.given_up > 500);
    }

    #[test]
    fn memory_is_given_back() {
        let mut t = Talk::new();
        let all = t.pool.left;
        t.say(0, &[9, 1], false);
        assert!(t.pool.left < all);
        let (_, serial) = *t.pool.order.front().unwrap();
        t.streams.give_up(serial, &mut t.pool);
        assert_eq!((t.pool.left, t.pool.given_up), (all, 1));
    }
}
