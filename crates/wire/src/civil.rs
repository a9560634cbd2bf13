//! The calendar: dates of points in time, and back.

use crate::Out;

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

static MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Civil {
    /// `Jun`
    #[must_use]
    pub fn month_name(&self) -> &'static str {
        month_name(self.month.into())
    }

    /// `07:35:21`
    pub fn clock(&self, o: &mut Out<'_>) {
        o.u0(self.hour, 2).c(b':').u0(self.minute, 2).c(b':').u0(self.second, 2);
    }

    /// The year with at least four digits.
    pub fn year(&self, o: &mut Out<'_>) {
        o.s(if self.year < 0 { "-" } else { "" }).u0(self.year.unsigned_abs(), 4);
    }
}

/// The English name of a month from 1, in three letters; nothing for what is none.
#[must_use]
pub fn month_name(month: u64) -> &'static str {
    let at = usize::try_from(month).unwrap_or(usize::MAX).wrapping_sub(1);
    MONTHS.get(at).copied().unwrap_or("")
}

/// Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
#[must_use]
pub fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_lead_back_to_their_dates() {
        assert_eq!((days(1970, 1, 1), days(2000, 3, 1), days(2019, 12, 15)), (0, 11_017, 18_245));
        for day in (-1_000_000..1_000_000).step_by(97) {
            let c = civil(day * 86_400 + 86_399);
            assert_eq!(days(c.year, c.month.into(), c.day.into()), day);
            assert_eq!((c.hour, c.minute, c.second), (23, 59, 59));
        }
        assert_eq!((month_name(1), month_name(12), month_name(0), month_name(13)), ("Jan", "Dec", "", ""));
    }
}
