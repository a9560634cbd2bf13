//! What a TCP conversation keeps for relative numbers, window scaling and completeness.

use crate::common::Common;
use crate::segment::{ACK, FIN, RST, SYN, Segment};
use crate::table::Record;
use requin_wire::TcpFacts;

/// No SYN told.
const UNKNOWN: i8 = -1;
/// A SYN came without the option.
const UNSCALED: i8 = -2;

/// Bits of tcp.completeness.
mod complete {
    pub(super) const SYN_SENT: u8 = 1;
    pub(super) const SYN_ACK: u8 = 2;
    pub(super) const ACK: u8 = 4;
    pub(super) const DATA: u8 = 8;
    pub(super) const FIN: u8 = 16;
    pub(super) const RST: u8 = 32;
}

/// A TCP conversation.
pub(crate) struct Tcp {
    pub(crate) common: Common,
    /// Sequence number that is shown as 0, for each direction.
    base: [u32; 2],
    /// Where its analysis is kept, 0 for nowhere.
    pub(crate) analysis: u32,
    scale: [i8; 2],
    completeness: u8,
    /// Bit for each direction whose base is known, and those of `state`.
    known: u8,
}

/// What else is known of a conversation.
mod state {
    /// A SYN offered Accurate ECN.
    pub(super) const ECN_OFFERED: u8 = 1 << 2;
    /// Accurate ECN is in use.
    pub(super) const ACCURATE_ECN: u8 = 1 << 3;
    /// A FIN came, and it went forward.
    pub(super) const FIN: u8 = 1 << 4;
    pub(super) const FIN_FORWARD: u8 = 1 << 5;
}

impl Default for Tcp {
    fn default() -> Tcp {
        Tcp {
            common: Common::default(),
            base: [0; 2],
            analysis: 0,
            scale: [UNKNOWN; 2],
            completeness: 0,
            known: 0,
        }
    }
}

impl Record for Tcp {
    fn used(&mut self) -> bool {
        self.common.used()
    }
}

impl Tcp {
    /// Whether a segment of the given direction begins another conversation between the same ports: a SYN
    /// whose sequence number is not the one this conversation began with.
    #[inline]
    pub(crate) fn is_reused_by(&self, way: usize, s: &Segment) -> bool {
        s.flags & (SYN | ACK) == SYN && self.knows(way) && self.base[way & 1] != s.seq
    }

    fn knows(&self, way: usize) -> bool {
        self.known >> (way & 1) & 1 != 0
    }

    /// Takes note of a segment, and fills in its facts. `new` says that it is the conversation's first,
    /// `reused` that there was another one between the same ports.
    #[inline]
    pub(crate) fn segment(&mut self, way: usize, s: &Segment, new: bool, reused: bool, facts: &mut TcpFacts) {
        let (way, other) = (way & 1, !way & 1);
        if reused {
            self.completeness = complete::SYN_SENT;
            facts.flags |= TcpFacts::REUSED_PORTS;
        }
        facts.completeness = self.completeness;
        if s.flags & (SYN | ACK) == SYN | ACK && self.knows(way) && self.base[way] != s.seq {
            // The answer to a SYN that was not seen: the conversation begins anew on this side.
            facts.flags |= TcpFacts::REUSED_PORTS;
            self.base[way] = s.seq;
        }
        if !self.knows(way) {
            self.base[way] = if s.any(SYN) { s.seq } else { s.seq.wrapping_sub(1) };
            self.known |= 1 << way;
        }
        if s.any(ACK) && !self.knows(other) {
            self.base[other] = s.ack.wrapping_sub(1);
            self.known |= 1 << other;
        }
        facts.base_seq = self.base[way];
        facts.base_ack = self.base[other];
        facts.scale = self.scale[way];
        if s.bogus {
            return;
        }
        if let Some(shift) = s.scale {
            if self.scale[way] != UNSCALED || !s.any(SYN) {
                self.scale[way] = shift as i8;
            }
        } else if s.any(SYN) && !s.cut && self.scale[way] == UNKNOWN {
            // One side without the option turns scaling off for both (RFC 7323).
            self.scale = [UNSCALED; 2];
        }
        self.complete(s, new, reused);
        self.ecn(s, facts);
        self.closing(way, s, facts);
    }

    /// Shift count of the window of one direction, -1 for unknown, -2 for none.
    pub(crate) fn scale(&self, way: usize) -> i8 {
        self.scale[way & 1]
    }

    /// Whether the ECN flags count, as Accurate ECN has it (RFC 9768).
    fn ecn(&mut self, s: &Segment, facts: &mut TcpFacts) {
        match s.flags & (SYN | ACK) {
            SYN if s.ecn == 7 => self.known |= state::ECN_OFFERED,
            f if f == SYN | ACK && self.known & state::ECN_OFFERED != 0 && !matches!(s.ecn, 0 | 1 | 7) => {
                self.known |= state::ACCURATE_ECN;
            }
            _ => {}
        }
        if s.accurate_ecn {
            self.known |= state::ACCURATE_ECN;
        }
        if self.known & state::ACCURATE_ECN != 0 {
            facts.flags |= TcpFacts::ACCURATE_ECN;
        }
    }

    /// Who closes first.
    fn closing(&mut self, way: usize, s: &Segment, facts: &mut TcpFacts) {
        if !s.any(FIN) {
            return;
        }
        let forward = way == 0;
        if self.known & state::FIN == 0 {
            self.known |= state::FIN | if forward { state::FIN_FORWARD } else { 0 };
        }
        let first = (self.known & state::FIN_FORWARD != 0) == forward;
        facts.flags |= if first { TcpFacts::FIN_ACTIVE } else { TcpFacts::FIN_PASSIVE };
    }

    /// A segment that an error message quotes belongs to the conversation but does not move it.
    pub(crate) fn quoted(
        &mut self,
        way: usize,
        s: Option<&Segment>,
        new: bool,
        reused: bool,
        facts: &mut TcpFacts,
    ) {
        if reused {
            self.completeness = complete::SYN_SENT;
            facts.flags |= TcpFacts::REUSED_PORTS;
        }
        facts.completeness = self.completeness;
        facts.scale = self.scale[way & 1];
        if let Some(s) = s {
            self.complete(s, new, reused);
        }
    }

    #[inline]
    fn complete(&mut self, s: &Segment, new: bool, reused: bool) {
        let data = if s.len > 0 && !reused { complete::DATA } else { 0 };
        let seen = match s.flags & (SYN | ACK) {
            SYN => complete::SYN_SENT | data,
            // Of a conversation's first segment, only a SYN counts.
            _ if new => 0,
            ACK if s.len > 0 => complete::DATA,
            ACK => complete::ACK,
            0 => 0,
            _ => complete::SYN_ACK,
        };
        self.completeness |= seen;
        if !new && s.flags & (FIN | ACK) == FIN | ACK {
            self.completeness |= complete::FIN;
        }
        if s.any(RST) && (!new || reused) {
            self.completeness |= complete::RST;
        }
    }
}
