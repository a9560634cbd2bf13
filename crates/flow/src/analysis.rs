//! TCP analysis: which segments came again, late, or not at all, and what acknowledges what.
//!
//! The verdicts are those of Wireshark's User's Guide ("TCP Analysis"). Times are kept as nanoseconds
//! since the conversation's first frame.

use crate::segment::{ACK, FIN, PSH, RST, SYN, Segment, before};
use requin_wire::{TcpFacts, Time};

/// Segments on their way that are remembered for one direction. Beyond that the oldest goes.
pub(crate) const MAX_FLYING: usize = 4096;
/// A retransmission after duplicate acknowledgments is a fast one within this time of the last of them.
const FAST: i64 = 20_000_000;
/// A late segment counts as out of order within this time, when the round trip is not known.
const LATE: i64 = 3_000_000;

/// A segment that was not acknowledged yet.
#[derive(Clone, Copy, Debug)]
struct Flying {
    seq: u32,
    next: u32,
    frame: u64,
    time: i64,
}

/// Bits of what is known of a side.
mod bit {
    /// It sent something: `next` is valid.
    pub(super) const NEXT: u16 = 1;
    /// It acknowledged something: `ack` is valid.
    pub(super) const ACK: u16 = 1 << 1;
    /// `whole` is valid.
    pub(super) const WHOLE: u16 = 1 << 2;
    /// Its last segment had the push flag.
    pub(super) const PUSHED: u16 = 1 << 3;
    /// Its last segment was a keep-alive.
    pub(super) const KEEP_ALIVE: u16 = 1 << 4;
    /// Its last segment was a zero window probe.
    pub(super) const PROBE: u16 = 1 << 5;
    /// Segments of it are missing, so that bytes in flight can't be told.
    pub(super) const HOLES: u16 = 1 << 6;
    /// Since it acknowledged something new, the other side acknowledged more than was ever seen of it, or it repeated its
    /// acknowledgment: that the other side acknowledges still more is not told.
    pub(super) const BEYOND: u16 = 1 << 7;
    /// Its last segment was a SYN, whose window is never scaled (RFC 7323).
    pub(super) const SYN: u16 = 1 << 8;
}

/// One direction.
#[derive(Debug, Default)]
struct Side {
    /// Not yet acknowledged, by sequence number.
    flying: Vec<Flying>,
    /// How many of the first are acknowledged already and wait to be thrown out.
    gone: usize,
    /// The greatest end of any of them.
    top: u32,
    /// The sequence number that should come next.
    next: u32,
    /// When what led to it came, and in which frame.
    next_time: i64,
    next_frame: u64,
    /// The sequence number up to which nothing is missing.
    whole: u32,
    /// The last acknowledgment number.
    ack: u32,
    ack_time: i64,
    /// The frame that acknowledged it first.
    ack_frame: u64,
    /// How often it was repeated since.
    repeated: u32,
    /// Bytes since the last push flag.
    pushed: u32,
    /// Bytes that its last segment acknowledged selectively.
    sacked: u32,
    /// Its last window, as it stood in the header.
    window: u16,
    bits: u16,
}

/// What is kept of a conversation for analysis.
#[derive(Debug, Default)]
pub(crate) struct Analysis {
    sides: [Side; 2],
    /// When the last SYN came.
    syn: Option<i64>,
    /// Time of the handshake.
    round_trip: Option<i64>,
    /// Data came with the SYN: its sequence number, and the one behind.
    early: Option<(u32, u32)>,
}

/// What a segment needs to be judged.
pub(crate) struct Judged<'s> {
    pub(crate) segment: &'s Segment,
    /// Direction.
    pub(crate) way: usize,
    /// Since the conversation's first frame.
    pub(crate) time: i64,
    /// The capture gives no time at all, as it is with packets that were made: nothing can be measured from it.
    pub(crate) timeless: bool,
    pub(crate) frame: u64,
    /// Shift count of the other side's window, negative when not known.
    pub(crate) other_scale: i8,
}

impl Side {
    fn knows(&self, bits: u16) -> bool {
        self.bits & bits == bits
    }

    fn set(&mut self, bit: u16, on: bool) {
        self.bits = if on { self.bits | bit } else { self.bits & !bit };
    }

    fn flying(&self) -> &[Flying] {
        self.flying.get(self.gone..).unwrap_or_default()
    }

    /// Remembers a segment.
    fn send(&mut self, f: Flying) {
        if self.flying().is_empty() || before(self.top, f.next) {
            self.top = f.next;
        }
        if self.flying.len() - self.gone >= MAX_FLYING {
            self.gone += 1;
        }
        if self.gone > 32 && self.gone * 2 > self.flying.len() {
            self.flying.drain(..self.gone);
            self.gone = 0;
        }
        // Nearly always it belongs at the end.
        let mut at = self.flying.len();
        if self.flying.last().is_some_and(|l| before(f.seq, l.seq)) {
            at = self.gone + self.flying().partition_point(|l| !before(f.seq, l.seq));
        }
        self.flying.insert(at, f);
    }

    /// Throws out what `ack` acknowledges; gives the oldest segment that ends just there.
    fn acknowledge(&mut self, ack: u32) -> Option<Flying> {
        let mut found: Option<Flying> = None;
        let mut at = self.gone;
        while let Some(f) = self.flying.get_mut(at) {
            if !before(f.seq, ack) {
                break;
            }
            if f.next == ack && found.is_none_or(|o| f.frame < o.frame) {
                found = Some(*f);
            }
            if before(ack, f.next) {
                // Part of it stays, and anything behind may still be acknowledged in whole.
                f.seq = ack;
                at += 1;
                continue;
            }
            self.flying.swap(at, self.gone);
            self.gone += 1;
            at += 1;
        }
        // What was cut all begins at `ack` now, before what follows: the order stands.
        if self.gone == self.flying.len() {
            self.flying.clear();
            self.gone = 0;
        }
        found
    }
}

impl Analysis {
    /// Bytes on the heap.
    pub(crate) fn heap(&self) -> usize {
        self.sides.iter().map(|s| s.flying.capacity() * std::mem::size_of::<Flying>()).sum()
    }

    /// Judges a segment, and takes note of it.
    pub(crate) fn judge(&mut self, j: &Judged<'_>, facts: &mut TcpFacts) {
        let flags = self.verdicts(j, facts) | self.unseen(j);
        facts.flags |= flags;
        self.note(j, flags, facts);
        // A number without the flag counts too, as far as it goes.
        self.acknowledged(j, facts);
        self.in_flight(j, facts);
        self.handshake(j, facts);
        self.fast_open(j, facts);
    }

    fn verdicts(&self, j: &Judged<'_>, facts: &mut TcpFacts) -> u32 {
        let s = j.segment;
        let (me, other) = (&self.sides[j.way & 1], &self.sides[!j.way & 1]);
        let control = s.any(SYN | FIN | RST);
        let expected = me.knows(bit::NEXT) && s.seq == me.next;
        // A side that never acknowledged anything has acknowledged 0.
        let same_ack = s.ack == me.ack;
        let mut v = 0;

        if s.len == 1 && expected && other.knows(bit::ACK) && other.window == 0 {
            return TcpFacts::ZERO_WINDOW_PROBE | self.repeated(j, facts);
        }
        if s.window == 0 && !control {
            v |= TcpFacts::ZERO_WINDOW;
        }
        if me.knows(bit::NEXT) && before(me.next, s.seq) && !s.any(RST) {
            v |= TcpFacts::LOST_SEGMENT;
        }
        if s.len <= 1 && me.knows(bit::NEXT) && s.seq == me.next.wrapping_sub(1) && !control {
            v |= TcpFacts::KEEP_ALIVE;
        }
        if s.len == 0 && s.window != 0 && s.window != me.window && expected && same_ack && !control {
            v |= TcpFacts::WINDOW_UPDATE;
        }
        if s.len > 0 && other.knows(bit::ACK) && j.other_scale != -1 && !control {
            let scale = if other.knows(bit::SYN) { 0 } else { j.other_scale.clamp(0, 14) };
            let window = u32::from(other.window) << scale;
            if s.seq.wrapping_add(s.len) == other.ack.wrapping_add(window) {
                v |= TcpFacts::WINDOW_FULL;
            }
        }
        let quiet = s.len == 0 && expected && same_ack && !control;
        if quiet && s.window != 0 && s.window == me.window && other.knows(bit::KEEP_ALIVE) {
            return v | TcpFacts::KEEP_ALIVE_ACK;
        }
        if quiet && s.window == 0 && me.window == 0 && other.knows(bit::PROBE) {
            return v | TcpFacts::ZERO_WINDOW_PROBE_ACK;
        }
        if quiet && s.window != 0 && s.window == me.window && me.ack != 0 {
            v |= TcpFacts::DUPLICATE_ACK;
            facts.dup_ack_num = me.repeated.saturating_add(1);
            facts.dup_ack_frame = me.ack_frame;
            return v;
        }
        if s.extent() > 0 && v & TcpFacts::KEEP_ALIVE == 0 {
            v |= self.repeated(j, facts);
        }
        v
    }

    /// Whether something is acknowledged that was not seen.
    fn unseen(&self, j: &Judged<'_>) -> u32 {
        let (s, other) = (j.segment, &self.sides[!j.way & 1]);
        if !s.any(ACK) || !other.knows(bit::WHOLE) || !before(other.whole, s.ack) {
            return 0;
        }
        // What was never seen is told of once; gaps in what was seen, each time.
        let told = other.knows(bit::BEYOND) && other.whole == other.next;
        if told { TcpFacts::ANALYSED } else { TcpFacts::ACK_LOST_SEGMENT }
    }

    /// Whether the segment brings what came before, and in which way.
    fn repeated(&self, j: &Judged<'_>, facts: &mut TcpFacts) -> u32 {
        let s = j.segment;
        let (me, other) = (&self.sides[j.way & 1], &self.sides[!j.way & 1]);
        let end = s.seq.wrapping_add(s.len);
        if s.len > 0 && other.ack != 0 && !before(other.ack, end) {
            return TcpFacts::SPURIOUS_RETRANSMISSION;
        }
        if !me.knows(bit::NEXT) || !before(s.seq, me.next) {
            return 0;
        }
        // A segment that takes up where a keep-alive probed brings something new.
        if s.len > 1 && s.seq == me.next.wrapping_sub(1) {
            return 0;
        }
        if other.repeated >= 2 && other.ack == s.seq && j.time.saturating_sub(other.ack_time) < FAST {
            return TcpFacts::FAST_RETRANSMISSION;
        }
        let since = j.time.saturating_sub(me.next_time);
        // When the clock went back, no time is too short.
        let soon = |than: i64| (0..than).contains(&since);
        let late = self.round_trip.filter(|t| *t != 0).unwrap_or(LATE);
        if soon(late) && me.next != s.seq.wrapping_add(s.extent()) {
            return TcpFacts::OUT_OF_ORDER;
        }
        // The wait is counted from the oldest segment that was not acknowledged.
        let first = me.flying().iter().min_by_key(|f| f.frame);
        let (time, frame) = first.map_or((me.next_time, me.next_frame), |f| (f.time, f.frame));
        if j.time != time {
            facts.rto = Time::from_nanos(i128::from(j.time.saturating_sub(time)));
            facts.rto_frame = frame;
        }
        TcpFacts::RETRANSMISSION
    }

    fn note(&mut self, j: &Judged<'_>, flags: u32, facts: &TcpFacts) {
        let s = j.segment;
        let me = &mut self.sides[j.way & 1];
        let probe = flags & TcpFacts::ZERO_WINDOW_PROBE != 0;
        let next = s.seq.wrapping_add(s.extent());
        if s.extent() > 0 {
            me.send(Flying { seq: s.seq, next, frame: j.frame, time: j.time });
        }
        if !probe {
            if !me.knows(bit::WHOLE) {
                me.whole = next;
            } else if me.whole == s.seq {
                // When the first of several gaps is closed, all of them count as closed.
                me.whole = if me.knows(bit::NEXT) && before(next, me.next) { me.next } else { next };
            }
            me.set(bit::WHOLE, me.whole != 0);
            if !me.knows(bit::NEXT) || before(me.next, next) {
                (me.next, me.next_time, me.next_frame) = (next, j.time, j.frame);
                // Zero is what a reset has that answers a SYN: the side said nothing yet.
                me.set(bit::NEXT, next != 0);
            }
        }
        if flags & TcpFacts::LOST_SEGMENT != 0 {
            me.set(bit::HOLES, true);
        }
        me.window = s.window;
        me.sacked = s.sacked;
        if flags & TcpFacts::DUPLICATE_ACK != 0 {
            me.repeated = facts.dup_ack_num;
            me.set(bit::BEYOND, true);
        } else if !me.knows(bit::ACK) || s.ack != me.ack {
            (me.ack_frame, me.repeated) = (j.frame, 0);
            me.set(bit::BEYOND, false);
        }
        me.ack = s.ack;
        me.ack_time = j.time;
        me.set(bit::ACK, true);
        me.set(bit::KEEP_ALIVE, flags & TcpFacts::KEEP_ALIVE != 0);
        me.set(bit::PROBE, probe);
        me.set(bit::SYN, s.any(SYN));
    }

    /// What the acknowledgment says of the other side's segments.
    fn acknowledged(&mut self, j: &Judged<'_>, facts: &mut TcpFacts) {
        let other = &mut self.sides[!j.way & 1];
        if j.segment.any(ACK) {
            other.set(bit::HOLES, false);
            let probed = other.knows(bit::PROBE);
            if !probed && other.knows(bit::NEXT) && before(other.next, j.segment.ack) {
                // There was more of that side than was seen: its repetitions may be none.
                other.repeated = 0;
            }
        }
        if facts.flags & TcpFacts::ACK_LOST_SEGMENT != 0 {
            if other.whole == other.next {
                other.set(bit::BEYOND, true);
            }
            other.whole = other.next;
        }
        if let Some(f) = other.acknowledge(j.segment.ack) {
            facts.acks_frame = f.frame;
            facts.ack_rtt = Time::from_nanos(i128::from(j.time.saturating_sub(f.time)));
        }
    }

    /// Bytes in flight, and since the last push.
    fn in_flight(&mut self, j: &Judged<'_>, facts: &mut TcpFacts) {
        let s = j.segment;
        let sacked = self.sides[!j.way & 1].sacked;
        let me = &mut self.sides[j.way & 1];
        if s.len == 0 || me.knows(bit::HOLES) {
            return;
        }
        facts.flags |= TcpFacts::ANALYSED;
        if me.knows(bit::PUSHED) {
            me.pushed = 0;
        }
        me.pushed = me.pushed.saturating_add(s.len);
        me.set(bit::PUSHED, s.any(PSH));
        let Some(first) = me.flying().first() else { return };
        let bytes =
            me.top.wrapping_sub(first.seq).wrapping_sub(u32::from(s.any(SYN | FIN))).wrapping_sub(sacked);
        if bytes == 0 || bytes >= 2_000_000_000 {
            return;
        }
        facts.bytes_in_flight = bytes;
        facts.push_bytes = me.pushed;
        facts.flags |= TcpFacts::BYTES_IN_FLIGHT | TcpFacts::PUSH_BYTES;
    }

    fn handshake(&mut self, j: &Judged<'_>, facts: &mut TcpFacts) {
        match j.segment.flags & (SYN | ACK) {
            SYN => self.syn = Some(j.time).filter(|_| !j.timeless),
            // No time at all is not believed.
            ACK if self.round_trip.is_none_or(|t| t == 0) => {
                self.round_trip = self.syn.map(|t| j.time.saturating_sub(t));
            }
            _ => {}
        }
        if let Some(t) = self.round_trip {
            facts.initial_rtt = Time::from_nanos(i128::from(t));
        }
    }

    /// What becomes of data that came with the SYN (RFC 7413).
    fn fast_open(&mut self, j: &Judged<'_>, facts: &mut TcpFacts) {
        let s = j.segment;
        match s.flags & (SYN | ACK) {
            SYN if s.len > 0 => self.early = Some((s.seq.wrapping_add(1), s.seq.wrapping_add(s.extent()))),
            f if f == SYN | ACK => match self.early {
                Some((_, end)) if s.ack == end => facts.flags |= TcpFacts::TFO_ACCEPTED,
                Some((start, _)) if s.ack == start => facts.flags |= TcpFacts::TFO_IGNORED,
                _ => {}
            },
            _ => {}
        }
    }
}
