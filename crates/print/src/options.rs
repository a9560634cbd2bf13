//! What the user chose about outputs.

use crate::escape::Style;
use crate::format::{Formats, Zone};
use requin_wire::{Registry, Time};
use std::sync::OnceLock;

/// What all printers heed.
#[derive(Clone, Debug)]
pub struct Options {
    /// Name of the capture, as PDML mentions it.
    pub capture_file: String,
    /// When the output was made, as PDML mentions it.
    pub made: Time,
    /// The zone of times that are shown in local time.
    pub zone: Zone,
    /// How the Time column is written (`-t`).
    pub time: TimeFormat,
    /// How its seconds are written (`-u`).
    pub seconds: SecondsFormat,
    /// Decimals of the Time column: the resolution of the capture.
    pub precision: u8,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            capture_file: String::new(),
            made: Time::ZERO,
            zone: Zone::Utc,
            time: TimeFormat::Relative,
            seconds: SecondsFormat::Seconds,
            precision: 6,
        }
    }
}

/// How the Time column is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeFormat {
    /// `a`: local time of day.
    Absolute,
    /// `ad`: local date and time.
    AbsoluteDate,
    /// `adoy`: local year, day of the year, and time.
    AbsoluteDayOfYear,
    /// `d`: since the frame before.
    Delta,
    /// `dd`: since the frame displayed before.
    DeltaDisplayed,
    /// `e`: seconds since 1970.
    Epoch,
    /// `r`: since the first frame.
    #[default]
    Relative,
    /// `u`: time of day in UTC.
    Utc,
    /// `ud`: date and time in UTC.
    UtcDate,
    /// `udoy`: year, day of the year, and time in UTC.
    UtcDayOfYear,
}

impl TimeFormat {
    /// The format of this name, as `-t` takes it.
    #[must_use]
    pub fn named(name: &str) -> Option<TimeFormat> {
        Some(match name {
            "a" => TimeFormat::Absolute,
            "ad" => TimeFormat::AbsoluteDate,
            "adoy" => TimeFormat::AbsoluteDayOfYear,
            "d" => TimeFormat::Delta,
            "dd" => TimeFormat::DeltaDisplayed,
            "e" => TimeFormat::Epoch,
            "r" => TimeFormat::Relative,
            "u" => TimeFormat::Utc,
            "ud" => TimeFormat::UtcDate,
            "udoy" => TimeFormat::UtcDayOfYear,
            _ => return None,
        })
    }
}

/// How seconds of relative times are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SecondsFormat {
    /// `s`: seconds.
    #[default]
    Seconds,
    /// `hms`: hours, minutes, seconds.
    HoursMinutesSeconds,
}

impl SecondsFormat {
    /// The format of this name, as `-u` takes it.
    #[must_use]
    pub fn named(name: &str) -> Option<SecondsFormat> {
        match name {
            "s" => Some(SecondsFormat::Seconds),
            "hms" => Some(SecondsFormat::HoursMinutesSeconds),
            _ => None,
        }
    }
}

/// A table that is made when the registry is first seen.
pub(crate) struct Ready<S>(OnceLock<Formats<S>>);

impl<S> Default for Ready<S> {
    fn default() -> Ready<S> {
        Ready(OnceLock::new())
    }
}

impl<S: Style> Ready<S> {
    #[inline]
    pub(crate) fn get(&self, registry: &Registry, o: &Options) -> &Formats<S> {
        self.0.get_or_init(|| Formats::new(registry, o.zone.clone()))
    }
}
