//! Points in time as dates, and durations.

use crate::put;
pub use requin_wire::civil::{Civil, civil};
use requin_wire::digits::Short;
use requin_wire::{Base, Out, Time};
use std::sync::OnceLock;

/// A time zone.
#[derive(Clone, Debug, Default)]
pub enum Zone {
    /// Universal time.
    #[default]
    Utc,
    /// Rules of a place: the system's, mostly.
    Local(jiff::tz::TimeZone),
}

impl Zone {
    /// The system's zone (from `TZ` or its configuration). Looked up once.
    #[must_use]
    pub fn system() -> Zone {
        static SYSTEM: OnceLock<Zone> = OnceLock::new();
        SYSTEM
            .get_or_init(|| {
                let zone = jiff::tz::TimeZone::system();
                if zone == jiff::tz::TimeZone::UTC { Zone::Utc } else { Zone::Local(zone) }
            })
            .clone()
    }

    /// Seconds to add to universal time at this point in time; its abbreviation is written behind `out`.
    fn offset(&self, secs: i64, out: &mut Vec<u8>) -> i64 {
        match self {
            Zone::Utc => {
                out.extend_from_slice(b"UTC");
                0
            }
            Zone::Local(zone) => {
                let at = jiff::Timestamp::from_second(secs).unwrap_or_default();
                let info = zone.to_offset_info(at);
                out.extend_from_slice(info.abbreviation().as_bytes());
                i64::from(info.offset().seconds())
            }
        }
    }

    /// Seconds to add to universal time at this point in time.
    #[must_use]
    pub fn seconds(&self, secs: i64) -> i64 {
        match self {
            Zone::Utc => 0,
            Zone::Local(zone) => {
                i64::from(zone.to_offset(jiff::Timestamp::from_second(secs).unwrap_or_default()).seconds())
            }
        }
    }
}

/// Decimals: a dot, then so many digits of nanoseconds (0 to 9; none leaves the dot away).
#[inline]
pub(crate) fn decimals(out: &mut Vec<u8>, nanos: u32, digits: u8) {
    if digits == 0 {
        return;
    }
    out.push(b'.');
    let digits = u32::from(digits.min(9));
    put::uint_zeros(out, u64::from(nanos) / 10u64.pow(9 - digits), digits as usize);
}

/// A point in time as the tree shows it: `Jun 30, 2023 07:35:21.379972000 UTC`.
pub fn absolute(out: &mut Vec<u8>, t: Time, base: Base, zone: &Zone) {
    if base == Base::NtpUtc && t == Time::ZERO {
        out.extend_from_slice(b"NULL");
        return;
    }
    let utc = Zone::Utc;
    let zone = if matches!(base, Base::Utc | Base::DoyUtc | Base::NtpUtc) { &utc } else { zone };
    // The abbreviation comes last but is found with the offset.
    let start = out.len();
    let offset = zone.offset(t.secs, out);
    let named = out.len() - start;
    let c = civil(t.secs.saturating_add(offset));
    if base == Base::DoyUtc {
        c.year(&mut Out::new(out));
        out.push(b'/');
        put::uint_zeros(out, u64::from(c.day_of_year), 3);
        out.push(b':');
    } else {
        out.extend_from_slice(c.month_name().as_bytes());
        out.push(b' ');
        put::uint_right(out, u64::from(c.day), 2);
        out.extend_from_slice(b", ");
        c.year(&mut Out::new(out));
        out.push(b' ');
    }
    c.clock(&mut Out::new(out));
    decimals(out, t.nanos, 9);
    out.push(b' ');
    out.get_mut(start..).unwrap_or_default().rotate_left(named);
}

/// A duration in seconds with so many decimals (cut, not rounded).
pub fn relative(out: &mut Vec<u8>, t: Time, digits: u8) {
    let (mut secs, mut nanos) = (t.secs, t.nanos);
    if secs < 0 {
        out.push(b'-');
        secs = secs.wrapping_neg();
        if nanos > 0 {
            secs -= 1;
            nanos = 1_000_000_000 - nanos;
        }
    }
    let secs = secs.unsigned_abs();
    if digits == 9 && nanos < 1_000_000_000 {
        return Short::<48>::append(out, |t| {
            t.u(secs).s(&[b'.', b'0' + (nanos / 100_000_000) as u8]).zeros(u64::from(nanos % 100_000_000), 8);
        });
    }
    put::uint(out, secs);
    decimals(out, nanos, digits);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(f: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        f(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn dates_agree_with_a_calendar() {
        for secs in (-5_000_000_000i64..8_000_000_000).step_by(12_345_678) {
            let c = civil(secs);
            let z = jiff::Timestamp::from_second(secs).unwrap().to_zoned(jiff::tz::TimeZone::UTC);
            assert_eq!((c.year, c.month, c.day), (z.year().into(), z.month() as u8, z.day() as u8));
            assert_eq!(i16::try_from(c.day_of_year).unwrap(), z.day_of_year());
            assert_eq!((c.hour, c.minute, c.second), (z.hour() as u8, z.minute() as u8, z.second() as u8));
        }
    }

    #[test]
    fn as_the_tree_shows_them() {
        let t = Time::new(1_270_661_369, 782_934_000);
        assert_eq!(run(|o| absolute(o, t, Base::Local, &Zone::Utc)), "Apr  7, 2010 17:29:29.782934000 UTC");
        assert_eq!(run(|o| absolute(o, t, Base::DoyUtc, &Zone::Utc)), "2010/097:17:29:29.782934000 UTC");
        assert_eq!(run(|o| absolute(o, Time::ZERO, Base::NtpUtc, &Zone::Utc)), "NULL");
        let berlin = Zone::Local(jiff::tz::TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap());
        assert_eq!(run(|o| absolute(o, t, Base::Local, &berlin)), "Apr  7, 2010 19:29:29.782934000 CEST");
        assert_eq!(run(|o| absolute(o, t, Base::Utc, &berlin)), "Apr  7, 2010 17:29:29.782934000 UTC");
        assert_eq!(run(|o| relative(o, Time::new(-1, 999_980_000), 9)), "-0.000020000");
        assert_eq!(run(|o| relative(o, Time::new(-2, 0), 3)), "-2.000");
        assert_eq!(run(|o| relative(o, Time::new(3, 999_999_999), 6)), "3.999999");
        assert_eq!(run(|o| relative(o, Time::new(3, 999_999_999), 9)), "3.999999999");
        assert_eq!(run(|o| relative(o, Time::new(i64::MAX, 1), 9)), "9223372036854775807.000000001");
        assert_eq!(run(|o| relative(o, Time::new(i64::MIN, 0), 9)), "-9223372036854775808.000000000");
    }
}
