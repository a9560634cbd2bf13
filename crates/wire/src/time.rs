//! Points in time and durations, in nanoseconds.

use std::cmp::Ordering;

/// Seconds and nanoseconds: a point in time counted from 1970-01-01 UTC, or a duration.
///
/// The nanoseconds always count forward from the seconds, so half a second before the epoch is
/// `{ secs: -1, nanos: 500_000_000 }`. `nanos` is below 1,000,000,000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Time {
    /// Whole seconds, rounded towards the past.
    pub secs: i64,
    /// Nanoseconds since `secs`, below 1,000,000,000.
    pub nanos: u32,
}

impl Time {
    /// Zero: the epoch, or no time at all.
    pub const ZERO: Time = Time { secs: 0, nanos: 0 };

    /// A time of whole seconds and nanoseconds; surplus nanoseconds are carried over.
    #[must_use]
    pub const fn new(secs: i64, nanos: u32) -> Time {
        if nanos < 1_000_000_000 {
            Time { secs, nanos }
        } else {
            Time { secs: secs.wrapping_add((nanos / 1_000_000_000) as i64), nanos: nanos % 1_000_000_000 }
        }
    }

    /// A time of nanoseconds since the epoch.
    #[must_use]
    pub const fn from_nanos(nanos: i128) -> Time {
        let short = nanos as i64;
        if short as i128 == nanos {
            // Dividing 128 bits takes much longer, and hardly any duration has so many.
            let (secs, rest) = (short.div_euclid(1_000_000_000), short.rem_euclid(1_000_000_000));
            return Time { secs, nanos: rest as u32 };
        }
        Time { secs: nanos.div_euclid(1_000_000_000) as i64, nanos: nanos.rem_euclid(1_000_000_000) as u32 }
    }

    /// Nanoseconds since the epoch.
    #[must_use]
    pub const fn as_nanos(self) -> i128 {
        self.secs as i128 * 1_000_000_000 + self.nanos as i128
    }

    /// The duration from `earlier` to `self`, negative when the clock went back.
    #[must_use]
    pub const fn since(self, earlier: Time) -> Time {
        let secs = self.secs.wrapping_sub(earlier.secs);
        if self.nanos >= earlier.nanos {
            Time { secs, nanos: self.nanos - earlier.nanos }
        } else {
            Time { secs: secs.wrapping_sub(1), nanos: self.nanos + 1_000_000_000 - earlier.nanos }
        }
    }

    /// Seconds as a floating-point number.
    #[must_use]
    pub fn as_secs_f64(self) -> f64 {
        self.secs as f64 + f64::from(self.nanos) / 1e9
    }
}

impl PartialOrd for Time {
    fn partial_cmp(&self, other: &Time) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Time {
    fn cmp(&self, other: &Time) -> Ordering {
        (self.secs, self.nanos).cmp(&(other.secs, other.nanos))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_carry_over_the_second() {
        let a = Time::new(10, 100);
        let b = Time::new(8, 200);
        assert_eq!(a.since(b), Time::new(1, 999_999_900));
        assert_eq!(b.since(a).as_nanos(), -1_999_999_900);
        assert_eq!(Time::from_nanos(-1), Time::new(-1, 999_999_999));
        for t in [b, Time::new(-3, 1), Time::new(i64::MAX / 2, 5), Time::new(i64::MIN / 2, 999_999_999)] {
            assert_eq!(Time::from_nanos(t.as_nanos()), t);
        }
    }
}
