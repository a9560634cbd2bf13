//! What every conversation keeps, whatever its transport.

use crate::table::Record;
use requin_wire::{Time, TransportFacts};

/// The part of a record that all transports share.
#[derive(Default)]
pub(crate) struct Common {
    first_secs: i64,
    previous_secs: i64,
    first_nanos: u32,
    previous_nanos: u32,
    /// Stream index.
    pub(crate) stream: u32,
    /// Number of the record: what is known of the protocol above is kept by it.
    pub(crate) record: u32,
    bits: u8,
}

/// The first frame came from the greater end, or answered what the greater end said.
const SWAPPED: u8 = 1;
/// The conversation had a frame since the search for a victim came by.
const USED: u8 = 2;
/// It had a frame at all.
const STARTED: u8 = 4;
impl Common {
    /// Begins a conversation in a record that is new, or that was that of another one; whether it was.
    pub(crate) fn begin(&mut self, old: Option<Common>, streams: &mut u32, records: &mut u32) -> bool {
        self.stream = *streams;
        *streams = streams.wrapping_add(1);
        self.record = old.as_ref().map_or(*records, |old| old.record);
        *records += u32::from(old.is_none());
        old.is_some()
    }

    /// Takes note of a frame, and fills in what all transports tell. Gives the direction: 0 for the
    /// first frame's, 1 for the other; the other way round when the first frame is an answer.
    #[inline]
    pub(crate) fn frame(
        &mut self,
        time: Time,
        swapped: bool,
        answers: impl FnOnce() -> bool,
        facts: &mut TransportFacts,
    ) -> usize {
        if self.bits & STARTED == 0 {
            self.bits = STARTED | USED | if swapped != answers() { SWAPPED } else { 0 };
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
