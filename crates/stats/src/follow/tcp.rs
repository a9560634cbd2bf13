//! The two byte streams of a TCP conversation, in the order in which they became known.
//!
//! What a side sent is handed out when it continues what was handed out before. What comes too early
//! waits, until the bytes before it come, or until the other side acknowledges bytes behind the gap: then they were
//! received though nobody captured them, and the gap is handed out as such.

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
    seq: u32,
    len: u32,
    bytes: Vec<u8>,
    stamp: Stamp,
}

#[derive(Default)]
struct Side {
    /// The sequence number that comes next, when one was seen.
    next: Option<u32>,
    early: Vec<Early>,
    waiting: usize,
}

/// Both sides of a conversation.
#[derive(Default)]
pub(crate) struct Streams {
    sides: [Side; 2],
}

/// Whether `a` stands before `b`, as sequence numbers go round.
fn before(a: u32, b: u32) -> bool {
    (a.wrapping_sub(b) as i32) < 0
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

impl Side {
    fn take(&mut self, s: &Segment<'_>, out: &mut impl FnMut(Part<'_>)) {
        let syn = u32::from(s.syn);
        let Some(next) = self.next else {
            self.next = Some(s.seq.wrapping_add(s.len).wrapping_add(syn));
            hand(s.bytes, s.stamp, out);
            return;
        };
        let (mut seq, mut len, mut bytes) = (s.seq, s.len, s.bytes);
        if before(seq, next) {
            let end = seq.wrapping_add(len);
            if !before(next, end) {
                return;
            }
            // What is new of it is behind what was known.
            bytes = bytes.get(next.wrapping_sub(seq) as usize..).unwrap_or_default();
            (seq, len) = (next, end.wrapping_sub(next));
        }
        if seq == next {
            self.next = Some(next.wrapping_add(len).wrapping_add(syn));
            hand(bytes, s.stamp, out);
        } else if !bytes.is_empty() {
            self.waiting += bytes.len();
            self.early.push(Early { seq, len, bytes: bytes.to_vec(), stamp: s.stamp });
        }
    }

    /// Hands out, or drops, one segment that waited; `false` when all that is left goes on waiting.
    fn settle(&mut self, acked: Option<u32>, stamp: Stamp, out: &mut impl FnMut(Part<'_>)) -> bool {
        let Some(next) = self.next else { return false };
        if let Some(at) = self.early.iter().position(|e| !before(next, e.seq)) {
            let e = self.early.remove(at);
            self.waiting = self.waiting.saturating_sub(e.bytes.len());
            let end = e.seq.wrapping_add(e.len);
            if e.seq == next || before(next, end) {
                self.next = Some(end);
                let known = next.wrapping_sub(e.seq) as usize;
                hand(e.bytes.get(known..).unwrap_or_default(), e.stamp, out);
            }
            return true;
        }
        let Some(lowest) = self.lowest() else { return false };
        acked.is_some_and(|ack| before(lowest, ack)) && self.skip(stamp, out)
    }

    fn lowest(&self) -> Option<u32> {
        self.early.iter().map(|e| e.seq).reduce(|a, b| if before(b, a) { b } else { a })
    }

    /// Gives up what is missing before the first segment that waits.
    fn skip(&mut self, stamp: Stamp, out: &mut impl FnMut(Part<'_>)) -> bool {
        let (Some(lowest), Some(next)) = (self.lowest(), self.next) else { return false };
        out(Part::Missing(lowest.wrapping_sub(next), stamp));
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
    fn sequence_numbers_go_round() {
        let talk = [(0, u32::MAX - 1, 0, "ab"), (0, 2, 0, "ef"), (0, 0, 0, "cd")];
        assert_eq!(follow(&talk), "0ab 0cd 0ef ");
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
