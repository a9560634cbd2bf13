//! The two byte streams of a TCP conversation, in the order in which they became known.
//!
//! What a side sent is handed out when it continues what was handed out before. What comes too early
//! waits, until the bytes before it come, or until the other side acknowledges bytes behind the gap: then they were
//! received though nobody captured them, and the gap is handed out as such.

use std::collections::BTreeMap;

/// Bytes that may wait for what is before them, for each side.
const WAITING: usize = 64 << 20;

/// What is handed out.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// Bytes of the stream, and the frame they came in.
    Bytes(&'a [u8], Stamp),
    /// So many bytes are not in the capture.
    Missing(u32, Stamp),
}

/// Where something was in the capture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) frame: u64,
    pub(crate) time: requin_wire::Time,
}

/// A segment as following is concerned with it.
#[derive(Clone, Copy)]
pub(crate) struct Segment<'a> {
    pub(crate) seq: u32,
    /// The acknowledgment number, whatever the flag says.
    pub(crate) ack: u32,
    pub(crate) syn: bool,
    /// Length on the wire.
    pub(crate) len: u32,
    /// What was captured of it.
    pub(crate) bytes: &'a [u8],
    pub(crate) stamp: Stamp,
}

/// A segment that came too early.
struct Early {
    len: u32,
    bytes: Vec<u8>,
    stamp: Stamp,
}

impl Early {
    /// What it takes.
    fn cost(&self) -> usize {
        self.bytes.len() + 128
    }
}

/// Of segments that come next, so many are looked at for the one that was captured first.
const CANDIDATES: usize = 16;

#[derive(Default)]
struct Side {
    /// What comes next, when something was seen: a sequence number, and how often they went round.
    next: Option<u64>,
    /// By where they begin, and in the order in which they came.
    early: BTreeMap<(u64, u64), Early>,
    came: u64,
    waiting: usize,
}

/// Both sides of a conversation.
#[derive(Default)]
pub(crate) struct Streams {
    sides: [Side; 2],
}

/// Sequence numbers begin here, so that there is room before them.
const FIRST: u64 = 1 << 40;

/// Where in a stream a sequence number is, near to where `next` is.
fn place(next: u64, seq: u32) -> u64 {
    let ahead = seq.wrapping_sub(next as u32) as i32;
    next.saturating_add_signed(i64::from(ahead))
}

impl Streams {
    /// Takes a segment of a side (0 or 1), and hands out what it makes known: side and part.
    pub(crate) fn segment(&mut self, side: usize, s: &Segment<'_>, out: &mut impl FnMut(usize, Part<'_>)) {
        let (me, other) = (side & 1, !side & 1);
        let [a, b] = &mut self.sides;
        let (mine, theirs) = if me == 0 { (a, b) } else { (b, a) };
        while theirs.settle(Some(s.ack), s.stamp, &mut |p| out(other, p)) {}
        mine.take(s, &mut |p| out(me, p));
        while mine.settle(None, s.stamp, &mut |p| out(me, p)) {}
        while mine.waiting > WAITING && mine.skip(s.stamp, &mut |p| out(me, p)) {
            while mine.settle(None, s.stamp, &mut |p| out(me, p)) {}
        }
    }
}

impl Streams {
    /// Whether anything came too early.
    pub(crate) fn waits(&self) -> bool {
        self.sides.iter().any(|s| !s.early.is_empty())
    }

    /// Hands out what still waits: nothing more will come.
    pub(crate) fn end(&mut self, stamp: Stamp, out: &mut impl FnMut(usize, Part<'_>)) {
        for (n, side) in self.sides.iter_mut().enumerate() {
            while side.settle(None, stamp, &mut |p| out(n, p)) || side.skip(stamp, &mut |p| out(n, p)) {}
        }
    }
}

impl Side {
    fn take(&mut self, s: &Segment<'_>, out: &mut impl FnMut(Part<'_>)) {
        // The flag SYN counts as a byte before the others (RFC 9293 section 3.4).
        let first = s.seq.wrapping_add(u32::from(s.syn));
        let Some(next) = self.next else {
            if first == 0 && s.bytes.is_empty() {
                // A reset that answers what it knows nothing of has the number zero (RFC 9293 section 3.5.2), and tells nothing
                // of where the side's own numbers begin.
                return;
            }
            self.next = Some(FIRST + u64::from(first) + u64::from(s.len));
            hand(s.bytes, s.stamp, out);
            return;
        };
        let (mut seq, mut bytes) = (place(next, first), s.bytes);
        let end = seq.saturating_add(u64::from(s.len));
        if seq < next {
            if end <= next {
                return;
            }
            // What is new of it is behind what was known.
            bytes = bytes.get((next - seq) as usize..).unwrap_or_default();
            seq = next;
        }
        if seq == next {
            self.next = Some(end);
            hand(bytes, s.stamp, out);
        } else if !bytes.is_empty() {
            let early = Early { len: s.len, bytes: bytes.to_vec(), stamp: s.stamp };
            self.waiting += early.cost();
            self.came += 1;
            self.early.insert((seq, self.came), early);
        }
    }

    /// Hands out, or drops, one segment that waited; `false` when all that is left goes on waiting.
    fn settle(&mut self, acked: Option<u32>, stamp: Stamp, out: &mut impl FnMut(Part<'_>)) -> bool {
        let Some(next) = self.next else { return false };
        let ready = self.early.range(..=(next, u64::MAX)).take(CANDIDATES).map(|(key, _)| *key);
        if let Some(key) = ready.min_by_key(|(_, came)| *came)
            && let Some(e) = self.early.remove(&key)
        {
            self.waiting = self.waiting.saturating_sub(e.cost());
            let end = key.0.saturating_add(u64::from(e.len));
            if key.0 == next || next < end {
                self.next = Some(end);
                hand(e.bytes.get((next - key.0) as usize..).unwrap_or_default(), e.stamp, out);
            }
            return true;
        }
        let Some(lowest) = self.lowest() else { return false };
        acked.is_some_and(|ack| lowest < place(next, ack)) && self.skip(stamp, out)
    }

    fn lowest(&self) -> Option<u64> {
        self.early.first_key_value().map(|((seq, _), _)| *seq)
    }

    /// Gives up what is missing before the first segment that waits.
    fn skip(&mut self, stamp: Stamp, out: &mut impl FnMut(Part<'_>)) -> bool {
        let (Some(lowest), Some(next)) = (self.lowest(), self.next) else { return false };
        out(Part::Missing(lowest.wrapping_sub(next) as u32, stamp));
        self.next = Some(lowest);
        true
    }
}

fn hand(bytes: &[u8], stamp: Stamp, out: &mut impl FnMut(Part<'_>)) {
    if !bytes.is_empty() {
        out(Part::Bytes(bytes, stamp));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a talk hands out: side and text, gaps in brackets.
    fn follow(talk: &[(usize, u32, u32, &str)]) -> String {
        let mut streams = Streams::default();
        let mut said = String::new();
        for (side, seq, ack, text) in talk {
            let s = Segment {
                seq: *seq,
                ack: *ack,
                syn: text.is_empty(),
                len: text.len() as u32,
                bytes: text.as_bytes(),
                stamp: Stamp::default(),
            };
            streams.segment(*side, &s, &mut |side, part| match part {
                Part::Bytes(b, _) => said += &format!("{side}{} ", String::from_utf8_lossy(b)),
                Part::Missing(n, _) => said += &format!("{side}[{n}] "),
            });
        }
        said
    }

    #[test]
    fn segments_come_in_any_order_and_again() {
        let talk = [
            (0, 9, 0, ""),
            (0, 10, 0, "ab"),
            (0, 14, 0, "ef"),
            (0, 10, 0, "ab"),
            (0, 12, 0, "cd"),
            (0, 13, 0, "defg"),
        ];
        assert_eq!(follow(&talk), "0ab 0cd 0ef 0g ");
    }

    #[test]
    fn a_gap_ends_when_what_is_behind_it_is_acknowledged() {
        let talk =
            [(0, 9, 0, ""), (1, 99, 10, ""), (0, 15, 100, "late"), (1, 100, 15, "x"), (1, 101, 19, "y")];
        assert_eq!(follow(&talk), "1x 0[5] 0late 1y ");
    }

    #[test]
    fn a_reset_of_number_zero_begins_nothing() {
        // What answers a SYN to a closed port; then the port is open after all.
        let talk =
            [(0, 9, 0, ""), (1, u32::MAX, 10, ""), (1, 3_000_000_000, 10, ""), (1, 3_000_000_001, 10, "x")];
        assert_eq!(follow(&talk), "1x ");
    }

    #[test]
    fn a_flag_syn_counts_whenever_it_comes() {
        let mut streams = Streams::default();
        let mut said = String::new();
        // Data with the SYN, sent again with more of it.
        for (seq, syn, text) in [(9, true, "ab"), (9, true, "abcd"), (14, false, "ef")] {
            let s = Segment {
                seq,
                ack: 0,
                syn,
                len: text.len() as u32,
                bytes: text.as_bytes(),
                stamp: Stamp::default(),
            };
            streams.segment(0, &s, &mut |_, part| {
                if let Part::Bytes(b, _) = part {
                    said += &format!("{} ", String::from_utf8_lossy(b));
                }
            });
        }
        assert_eq!(said, "ab cd ef ");
    }

    #[test]
    fn sequence_numbers_go_round() {
        let talk = [(0, u32::MAX - 1, 0, "ab"), (0, 2, 0, "ef"), (0, 0, 0, "cd")];
        assert_eq!(follow(&talk), "0ab 0cd 0ef ");
    }

    #[test]
    fn endless_small_segments_that_come_too_early_meet_the_bound_quickly() {
        let mut streams = Streams::default();
        let (mut got, mut gaps) = (0, 0);
        let mut say = |seq| {
            let s = Segment { seq, ack: 0, syn: false, len: 1, bytes: b"x", stamp: Stamp::default() };
            streams.segment(0, &s, &mut |_, part| match part {
                Part::Bytes(b, _) => got += b.len(),
                Part::Missing(..) => gaps += 1,
            });
            assert!(streams.sides[0].waiting <= WAITING);
            streams.sides[0].early.len()
        };
        say(0);
        let most = (1..1_000_000).map(|i| say(i * 2)).max().unwrap_or(0);
        assert!(most > 100_000 && most < 600_000, "{most}");
        // The gap closes, and what waited comes at once.
        assert!(say(1) > 0);
        assert!(got > 1 && gaps > 0);
    }

    #[test]
    fn what_waits_is_bounded() {
        let mut streams = Streams::default();
        let bytes = vec![7; 1 << 20];
        let (mut gaps, mut got) = (0, 0);
        for i in 0..200 {
            let s = Segment {
                seq: i * (2 << 20),
                ack: 0,
                syn: false,
                len: 1 << 20,
                bytes: &bytes,
                stamp: Stamp::default(),
            };
            streams.segment(0, &s, &mut |_, part| match part {
                Part::Bytes(b, _) => got += b.len(),
                Part::Missing(..) => gaps += 1,
            });
            assert!(streams.sides[0].waiting <= WAITING);
        }
        assert!(gaps > 100 && got > 100 << 20);
    }
}
