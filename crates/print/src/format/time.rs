//! Points in time as dates, and durations.

use crate::put;
use requin_wire::digits::Short;
use requin_wire::{Base, Time};
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

/// A date and a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// Year, astronomically counted.
    pub year: i64,
    /// Month from 1.
    pub month: u8,
    /// Day of the month from 1.
    pub day: u8,
    /// Day of the year from 1.
    pub day_of_year: u16,
    /// Hour.
    pub hour: u8,
    /// Minute.
    pub minute: u8,
    /// Second.
    pub second: u8,
}

/// The proleptic Gregorian date of seconds since 1970.
#[must_use]
pub fn civil(secs: i64) -> Civil {
    let (days, rest) = (secs.div_euclid(86_400), secs.rem_euclid(86_400));
    // Years here begin in March, so that the leap day is a year's last; eras are 400 years.
    let z = days + 719_468;
    let (era, day_of_era) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let from_march = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * from_march + 2) / 153;
    let day = from_march - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let day_of_year =
        before.get((month - 1) as usize).copied().unwrap_or(0) + day + i64::from(leap && month > 2);
    Civil {
        year,
        month: month as u8,
        day: day as u8,
        day_of_year: day_of_year as u16,
        hour: (rest / 3600) as u8,
        minute: (rest / 60 % 60) as u8,
        second: (rest % 60) as u8,
    }
}

static MONTHS: [&[u8; 3]; 12] =
    [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];

impl Civil {
    /// `Jun`
    #[must_use]
    pub fn month_name(&self) -> &'static [u8] {
        MONTHS.get(usize::from(self.month).wrapping_sub(1)).map_or(b"", |m| &m[..])
    }

    /// `07:35:21`
    pub fn clock(&self, out: &mut Vec<u8>) {
        put::uint_zeros(out, u64::from(self.hour), 2);
        out.push(b':');
        put::uint_zeros(out, u64::from(self.minute), 2);
        out.push(b':');
        put::uint_zeros(out, u64::from(self.second), 2);
    }

    /// The year with at least four digits.
    pub fn year(&self, out: &mut Vec<u8>) {
        if self.year < 0 {
            out.push(b'-');
        }
        put::uint_zeros(out, self.year.unsigned_abs(), 4);
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
        c.year(out);
        out.push(b'/');
        put::uint_zeros(out, u64::from(c.day_of_year), 3);
        out.push(b':');
    } else {
        out.extend_from_slice(c.month_name());
        out.push(b' ');
        put::uint_right(out, u64::from(c.day), 2);
        out.extend_from_slice(b", ");
        c.year(out);
        out.push(b' ');
    }
    c.clock(out);
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
