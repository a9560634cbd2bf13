//! Points in time and durations.

use requin_wire::Time;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A point in time: `Nov 12, 1999 08:55:44.123`, `2011-07-04 12:34:56`, `2011-07-04T12:34:56Z`,
/// `2011-07-04`. Without a zone it is local time.
pub(super) fn absolute(text: &str) -> Result<Time, String> {
    let invalid = || {
        format!(
            "\"{text}\" is not a valid absolute time. \
             Example: \"Nov 12, 1999 08:55:44.123\" or \"2011-07-04 12:34:56\""
        )
    };
    let mut s = Scanner { rest: text.trim() };
    let (date, clock_needed) = match s.month_name() {
        Some(month) => (s.day_and_year(month).ok_or_else(invalid)?, true),
        None => (s.iso_date().ok_or_else(invalid)?, false),
    };
    let (year, month, day) = date;
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return Err(invalid());
    }
    let (mut clock, mut nanos) = ((0, 0, 0), 0);
    let iso = s.eat("T");
    let separated = iso || s.spaces() > 0;
    let begins = s.rest.starts_with(|c: char| c.is_ascii_digit());
    if clock_needed && !(separated && begins) {
        return Err(invalid());
    }
    let extra = || String::from("Unexpected data after time value.");
    if separated && begins {
        let hour = s.number(2).ok_or_else(extra)?;
        let minute = if s.eat(":") {
            s.number(2).ok_or_else(extra)?
        } else if clock_needed {
            return Err(invalid());
        } else if iso {
            return Err(extra());
        } else {
            0
        };
        let second = if s.eat(":") {
            let second = s.number(2).ok_or_else(extra)?;
            if s.eat(".") || s.eat(",") {
                nanos = s.fraction().ok_or("Subseconds value is invalid.")?;
            }
            second
        } else if clock_needed {
            return Err(invalid());
        } else {
            0
        };
        if hour > 23 || minute > 59 || second > 61 {
            return Err(extra());
        }
        clock = (hour, minute, second);
    }
    // A day beyond its month counts on into the next.
    let secs = days(year, month, day) * 86_400 + clock.0 * 3600 + clock.1 * 60 + clock.2;
    let offset = if separated && begins { s.zone().ok_or_else(extra)? } else { None };
    s.spaces();
    if !s.rest.is_empty() {
        return Err(extra());
    }
    let secs = match offset {
        Some(offset) => secs - offset,
        None => secs - local_offset(secs),
    };
    Ok(Time::new(secs, nanos))
}

/// A duration in seconds, with up to nine digits behind the point.
pub(super) fn relative(text: &str) -> Result<Time, String> {
    let mut s = Scanner { rest: text };
    let secs = s.long();
    let nanos = if s.eat(".") { s.fraction().filter(|_| !text.ends_with('.')) } else { Some(0) };
    match (secs, nanos) {
        (Some(secs), Some(nanos)) if s.rest.is_empty() => Ok(Time::new(secs, nanos)),
        _ => Err(format!("\"{text}\" is not a valid time.")),
    }
}

struct Scanner<'t> {
    rest: &'t str,
}

impl Scanner<'_> {
    fn eat(&mut self, what: &str) -> bool {
        match self.rest.strip_prefix(what) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn spaces(&mut self) -> usize {
        let rest = self.rest.trim_start_matches(' ');
        let n = self.rest.len() - rest.len();
        self.rest = rest;
        n
    }

    fn digits(&mut self, max: usize) -> &str {
        let n = self.rest.bytes().take(max).take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at(n);
        self.rest = rest;
        digits
    }

    fn number(&mut self, max: usize) -> Option<i64> {
        self.digits(max).parse().ok()
    }

    fn long(&mut self) -> Option<i64> {
        self.digits(18).parse().ok()
    }

    /// Digits behind a point, as nanoseconds.
    fn fraction(&mut self) -> Option<u32> {
        let digits = self.digits(10);
        if digits.is_empty() {
            return Some(0);
        }
        if digits.len() > 9 {
            return None;
        }
        let n: u32 = digits.parse().ok()?;
        Some(n * 10u32.pow(9 - digits.len() as u32))
    }

    fn month_name(&mut self) -> Option<i64> {
        let name = self.rest.get(..3)?.to_ascii_lowercase();
        let i = MONTHS.iter().position(|m| *m == name)?;
        self.rest = self.rest.get(3..)?;
        i64::try_from(i + 1).ok()
    }

    /// What stands behind the name of a month: `12, 1999`.
    fn day_and_year(&mut self, month: i64) -> Option<(i64, i64, i64)> {
        if self.spaces() == 0 {
            return None;
        }
        let day = self.number(2)?;
        if !self.eat(",") {
            return None;
        }
        self.spaces();
        Some((self.number(4)?, month, day))
    }

    fn iso_date(&mut self) -> Option<(i64, i64, i64)> {
        let year = self.digits(4);
        let year = if year.len() == 4 { year.parse().ok()? } else { return None };
        let month = if self.eat("-") { self.number(2)? } else { return None };
        let day = if self.eat("-") { self.number(2)? } else { return None };
        Some((year, month, day))
    }

    /// `Some(None)`: there is none; `None`: what is there is none.
    fn zone(&mut self) -> Option<Option<i64>> {
        if self.eat("Z") {
            return Some(Some(0));
        }
        let spaces = self.spaces();
        if self.rest.is_empty() {
            return Some(None);
        }
        if self.eat("UTC") {
            return Some(Some(0));
        }
        if spaces > 0 {
            return None;
        }
        let sign = if self.eat("+") {
            1
        } else if self.eat("-") {
            -1
        } else {
            return None;
        };
        let hours = self.digits(2);
        let hours: i64 = if hours.len() == 2 { hours.parse().ok()? } else { return None };
        self.eat(":");
        let minutes = self.digits(2);
        let minutes: i64 = if minutes.len() == 2 { minutes.parse().ok()? } else { return None };
        Some(Some(sign * (hours * 3600 + minutes * 60)))
    }
}

/// Days from 1970-01-01 to a day of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    // Years that begin in March have their leap day at the end.
    let y = if month <= 2 { year - 1 } else { year };
    let m = (month + 9) % 12;
    let of_year = (153 * m + 2) / 5 + day - 1;
    y * 365 + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + of_year - 719_468
}

/// How far the local zone is ahead of UTC at a local time, in seconds.
fn local_offset(local: i64) -> i64 {
    let Ok(naive) = jiff::Timestamp::from_second(local) else { return 0 };
    let civil = jiff::tz::Offset::UTC.to_datetime(naive);
    let zone = jiff::tz::TimeZone::system();
    zone.to_ambiguous_timestamp(civil).compatible().map_or(0, |t| local - t.as_second())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> Option<(i64, u32)> {
        absolute(text).ok().map(|t| (t.secs, t.nanos))
    }

    #[test]
    fn points_in_time() {
        for (text, expected) in [
            ("1970-01-01 00:00:00Z", Some((0, 0))),
            ("1999-11-12T08:55:44.5Z", Some((942_396_944, 500_000_000))),
            ("1999-11-12 08:55:44 UTC", Some((942_396_944, 0))),
            ("1999-11-12T08:55:44+01:00", Some((942_393_344, 0))),
            ("1999-11-12 08:55:44-0130", Some((942_402_344, 0))),
            ("Nov 12, 1999 08:55:44.123456789 UTC", Some((942_396_944, 123_456_789))),
            ("nov 12, 1999 08:55:44Z", Some((942_396_944, 0))),
            ("1999-02-30 00:00Z", Some((920_332_800, 0))),
            ("2000-02-29 00Z", Some((951_782_400, 0))),
            ("1969-12-31 23:59:59Z", Some((-1, 0))),
        ] {
            assert_eq!(utc(text), expected, "{text}");
        }
        for bad in [
            "",
            "now",
            "1999",
            "1999-11",
            "1999-13-01",
            "1999-00-01",
            "944.5",
            "12 Nov 1999 08:55:44",
            "Nov 12, 1999",
            "Nov 12, 1999 08:55",
            "November 12, 1999 08:55:44",
            "1999-11-12 25:00:00",
            "1999-11-12 08:55:44 EST",
            "1999-11-12 08:55:44.1234567891",
            "99-11-12",
            "1999-11-12 08:55:44 +1",
            "1999-11-12T08",
            "1999-11-12Z",
            "1999-11-12 08:55:44 +0100",
        ] {
            assert_eq!(utc(bad), None, "{bad}");
        }
        // Local times differ from UTC by the zone's offset, which is at most a day.
        assert!(utc("1999-11-12").is_some_and(|(s, _)| (s - 942_364_800).abs() <= 86_400));
    }

    #[test]
    fn durations() {
        assert_eq!(relative("1"), Ok(Time::new(1, 0)));
        assert_eq!(relative("0.05"), Ok(Time::new(0, 50_000_000)));
        for bad in ["1s", "0x10", "1.", ".5", "1e3", "0.1234567891", "", "1:2"] {
            assert!(relative(bad).is_err(), "{bad}");
        }
    }
}
