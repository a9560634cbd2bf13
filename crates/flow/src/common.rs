//! What every conversation keeps, whatever its transport.

use crate::table::Record;
use requin_wire::{ProtoId, Time, TransportFacts};

/// The part of a record that all transports share.
#[derive(Default)]
pub(crate) struct Common {
    first_secs: i64,
    previous_secs: i64,
    first_nanos: u32,
    previous_nanos: u32,
    /// Stream index.
    pub(crate) stream: u32,
    /// Where the protocol above has its memory, 0 for nowhere.
    pub(crate) memory: u32,
    /// Number of the protocol above + 1, 0 for none.
    app: u16,
    bits: u8,
    /// How many payloads were offered to heuristics in vain.
    pub(crate) tries: u8,
    /// What had been expected when that was last compared with this conversation.
    pub(crate) expected: u32,
}

/// The first frame came from the greater end.
const SWAPPED: u8 = 1;
/// The conversation had a frame since the search for a victim came by.
const USED: u8 = 2;
/// It had a frame at all.
const STARTED: u8 = 4;
/// Another conversation announced this one.
const ANNOUNCED: u8 = 8;

impl Common {
    /// Takes note of a frame, and fills in what all transports tell. Gives the direction: 0 for the
    /// first frame's, 1 for the other.
    #[inline]
    pub(crate) fn frame(&mut self, time: Time, swapped: bool, facts: &mut TransportFacts) -> usize {
        if self.bits & STARTED == 0 {
            self.bits = STARTED | USED | if swapped { SWAPPED } else { 0 };
            (self.first_secs, self.first_nanos) = (time.secs, time.nanos);
            (self.previous_secs, self.previous_nanos) = (time.secs, time.nanos);
        }
        self.bits |= USED;
        let forward = (self.bits & SWAPPED != 0) == swapped;
        facts.stream = self.stream;
        facts.forward = forward;
        facts.first = Time { secs: self.first_secs, nanos: self.first_nanos };
        facts.previous = Time { secs: self.previous_secs, nanos: self.previous_nanos };
        usize::from(!forward)
    }

    /// Lets the next frame count its time from this one.
    #[inline]
    pub(crate) fn passed(&mut self, time: Time) {
        (self.previous_secs, self.previous_nanos) = (time.secs, time.nanos);
    }

    /// Nanoseconds since the first frame, as far as 64 bits reach.
    #[inline]
    pub(crate) fn since_first(&self, time: Time) -> i64 {
        let secs = time.secs.saturating_sub(self.first_secs);
        let nanos = i64::from(time.nanos) - i64::from(self.first_nanos);
        secs.saturating_mul(1_000_000_000).saturating_add(nanos)
    }

    /// Which way a frame goes: 0 as the first frame, 1 the other.
    #[inline]
    pub(crate) fn way(&self, swapped: bool) -> usize {
        usize::from((self.bits & SWAPPED != 0) != swapped)
    }

    /// The protocol above, when it is settled.
    #[inline]
    pub(crate) fn app(&self) -> Option<ProtoId> {
        self.app.checked_sub(1).map(ProtoId)
    }

    /// Whether another conversation announced this one.
    #[inline]
    pub(crate) fn announced(&self) -> bool {
        self.bits & ANNOUNCED != 0
    }

    /// Notes that another conversation announced this one.
    pub(crate) fn set_announced(&mut self) {
        self.bits |= ANNOUNCED;
    }

    /// Settles the protocol above.
    pub(crate) fn set_app(&mut self, app: ProtoId) {
        self.app = app.0.saturating_add(1);
    }

    /// Whether it was used since the last call.
    pub(crate) fn used(&mut self) -> bool {
        let used = self.bits & USED != 0;
        self.bits &= !USED;
        used
    }
}

/// A conversation of a transport that has nothing of its own to remember.
#[derive(Default)]
pub(crate) struct Plain {
    pub(crate) common: Common,
}

impl Record for Plain {
    fn used(&mut self) -> bool {
        self.common.used()
    }
}
