//! Files of what surrounds certain frames: what came before them is kept in memory until then.

use crate::batch::Frame;
use crate::error::Error;
use crate::past::{Past, Span};
use crate::reader::Reader;
use crate::series::Series;
use requin_wire::Time;
use std::time::Duration;

/// How long a frame may be on its way from the device to us, for decisions by the machine's clock.
const DELAY: Duration = Duration::from_secs(1);

/// Writes what surrounds frames that match something, each time into a file of its own. Where what surrounds two
/// of them overlaps, it is one file.
pub struct Trigger {
    series: Series,
    past: Past,
    before: Span,
    after: Span,
    state: State,
    matches: u64,
}

enum State {
    /// No file is open.
    Idle,
    /// What comes is written.
    Within(Rest),
    /// The file is complete, unless the next match comes so soon that what is before it overlaps: the past begins
    /// where the file has ended. With the time of the file's end, in nanoseconds since 1970.
    Ended(i128),
}

/// How far what surrounds a match still reaches.
struct Rest {
    until: Option<i128>,
    packets: Option<u64>,
    bytes: Option<u64>,
    last: i128,
}

impl Trigger {
    /// Writes into `series`, which has to be one by hand ([`Series::by_hand`]).
    #[must_use]
    pub fn new(series: Series, before: Span, after: Span) -> Trigger {
        Trigger { series, past: Past::new(before), before, after, state: State::Idle, matches: 0 }
    }

    /// Takes a frame; `matched` says whether it is one of those whose surroundings are wanted.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn take(&mut self, frame: Frame<'_>, matched: bool) -> Result<(), Error> {
        if self.series.is_full() {
            return Ok(());
        }
        let time = frame.record.time;
        if matched {
            self.matches += 1;
            if let State::Within(rest) = &self.state
                && rest.until.is_some_and(|until| time.as_nanos() > until)
            {
                self.state = State::Ended(rest.end());
                self.past.clear();
            }
            // Without this frame, the past may still reach further back than it should.
            self.past.age(time);
            match self.state {
                State::Within(_) => {}
                State::Ended(end) if self.past.let_go() == 0 && !self.is_later(end, time) => {
                    self.write_past()?
                }
                State::Ended(_) | State::Idle => {
                    self.series.next_file(time)?;
                    if self.series.is_full() {
                        return Ok(());
                    }
                    self.write_past()?;
                }
            }
            self.state = State::Within(Rest::new(self.after, time));
            return self.series.write_frame(frame);
        }
        if let State::Within(rest) = &mut self.state {
            if rest.holds(&frame) {
                return self.series.write_frame(frame);
            }
            self.state = State::Ended(rest.end());
            self.past.clear();
        }
        self.past.push(frame);
        if matches!(self.state, State::Ended(_)) && self.past.let_go() > 0 {
            self.state = State::Idle;
            self.series.end_file()?;
        }
        Ok(())
    }

    /// Whether a time is so long after the end of a file that what is before it begins later.
    fn is_later(&self, end: i128, time: Time) -> bool {
        self.before.time.is_some_and(|d| time.as_nanos().saturating_sub(nanos(d)) > end)
    }

    fn write_past(&mut self) -> Result<(), Error> {
        for frame in self.past.frames() {
            self.series.write_frame(frame)?;
        }
        self.past.clear();
        Ok(())
    }

    /// Closes what is over by the machine's clock, when no frame comes that would tell.
    ///
    /// # Errors
    /// When something cannot be written.
    pub fn tick(&mut self, now: Time) -> Result<(), Error> {
        let now = now.as_nanos().saturating_sub(nanos(DELAY));
        if let State::Within(rest) = &self.state
            && rest.until.is_some_and(|until| now > until)
        {
            self.state = State::Ended(rest.end());
            self.past.clear();
            self.series.flush()?;
        }
        if let State::Ended(end) = &self.state
            && self.before.time.is_some_and(|d| now > end.saturating_add(nanos(d)))
        {
            self.state = State::Idle;
            self.series.end_file()?;
        }
        Ok(())
    }

    /// As [`Series::carry`].
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn carry(&mut self, reader: &Reader) -> Result<(), Error> {
        self.series.carry(reader)
    }

    /// Writes out what is buffered.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn flush(&mut self) -> Result<(), Error> {
        self.series.flush()
    }

    /// Closes the file in hand.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(&mut self) -> Result<(), Error> {
        self.series.end_file()
    }

    /// As [`Series::give_up`].
    pub fn give_up(&mut self) {
        self.series.give_up();
    }

    /// Whether as many files were written as may be.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.series.is_full()
    }

    /// Frames that matched.
    #[must_use]
    pub fn matches(&self) -> u64 {
        self.matches
    }

    /// Files that were begun.
    #[must_use]
    pub fn files(&self) -> u64 {
        self.series.files()
    }

    /// Frames that the system has taken.
    #[must_use]
    pub fn frames_written(&self) -> u64 {
        self.series.frames_written()
    }

    /// Whether the past ever reached back less far than wanted, for want of memory.
    #[must_use]
    pub fn fell_short(&self) -> bool {
        self.past.fell_short()
    }
}

fn nanos(d: Duration) -> i128 {
    i128::try_from(d.as_nanos()).unwrap_or(i128::MAX)
}

impl Rest {
    fn new(after: Span, time: Time) -> Rest {
        Rest {
            until: after.time.map(|d| time.as_nanos().saturating_add(nanos(d))),
            packets: after.packets,
            bytes: after.bytes,
            last: time.as_nanos(),
        }
    }

    /// Where it ends by now, in nanoseconds since 1970.
    fn end(&self) -> i128 {
        self.until.unwrap_or(self.last)
    }

    /// Whether the frame still belongs to what surrounds the match.
    fn holds(&mut self, frame: &Frame<'_>) -> bool {
        let time = frame.record.time;
        if self.until.is_some_and(|until| time.as_nanos() > until) {
            return false;
        }
        let (packets, bytes) = (self.packets.map(|n| n.checked_sub(1)), frame.data.len() as u64);
        let bytes = self.bytes.map(|n| n.checked_sub(bytes));
        if packets == Some(None) || bytes == Some(None) {
            return false;
        }
        (self.packets, self.bytes) = (packets.flatten(), bytes.flatten());
        self.last = time.as_nanos();
        true
    }
}
