//! How many packets came, and how many were lost.

use requin_file::Statistics;
use requin_wire::Time;
use std::sync::{Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

/// What a socket has counted since the last time.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reading {
    /// Packets that the filter took.
    pub received: u64,
    /// Those of them that were dropped.
    pub dropped: u64,
    /// Packets that the device had no room for, where the socket counts these too.
    pub missed: u64,
}

/// Reads what a socket has counted since the last time.
pub(crate) type Gauge = Box<dyn FnMut() -> Option<Reading> + Send>;

/// What came in on an interface and what of it was lost, since its capture began.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The interface.
    pub name: String,
    /// Its number among those captured, as frames have it.
    pub number: u32,
    /// Packets that the capture filter took, with those that were dropped afterwards.
    pub received: u64,
    /// Packets that the kernel dropped, since we did not fetch them in time.
    pub dropped: u64,
    /// Packets that the device had no room for.
    pub missed: u64,
}

impl Counts {
    /// Packets that are missing in the capture.
    #[must_use]
    pub fn lost(&self) -> u64 {
        self.dropped.saturating_add(self.missed)
    }
}

struct Line {
    counts: Counts,
    /// Index of the interface in the kernel.
    index: u32,
    /// What the device had missed when the capture began.
    missed_before: u64,
    gauges: Vec<Gauge>,
    since: Time,
}

/// The counts of a capture. Anybody who has it may look at any time, on any thread.
#[derive(Default)]
pub struct Tally {
    lines: Mutex<Vec<Line>>,
}

/// Now, in the clock of captured frames.
pub(crate) fn now() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Time::new(since.as_secs().cast_signed(), since.subsec_nanos())
}

impl Tally {
    fn with<R>(&self, f: impl FnOnce(&mut Vec<Line>) -> R) -> R {
        f(&mut self.lines.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Begins to count for an interface; goes on where one of this number has been before.
    pub(crate) fn begin(&self, name: &str, number: u32, index: u32, missed: u64, gauges: Vec<Gauge>) {
        self.with(|lines| match lines.iter_mut().find(|l| l.counts.number == number) {
            Some(line) => {
                line.index = index;
                line.missed_before = missed.saturating_sub(line.counts.missed);
                line.gauges = gauges;
            }
            None => lines.push(Line {
                counts: Counts { name: name.to_owned(), number, ..Counts::default() },
                index,
                missed_before: missed,
                gauges,
                since: now(),
            }),
        });
    }

    /// Counts a last time for an interface that has gone.
    pub(crate) fn end(&self, number: u32) {
        self.with(|lines| {
            for line in lines.iter_mut().filter(|l| l.counts.number == number) {
                line.read();
                line.gauges.clear();
                line.index = 0;
            }
        });
    }

    /// The counts of all interfaces by now.
    #[must_use]
    pub fn counts(&self) -> Vec<Counts> {
        let missed = crate::system::missed();
        self.with(|lines| {
            for line in lines.iter_mut() {
                line.read();
                if let Some((_, missed)) = missed.iter().find(|(i, _)| *i == line.index && *i != 0) {
                    line.counts.missed = missed.saturating_sub(line.missed_before);
                }
            }
            lines.iter().map(|l| l.counts.clone()).collect()
        })
    }

    /// The counts as a capture file has them. Like other programs, what was lost in all is told as dropped by
    /// the interface, since that is what readers look at; the kernel's part is told too.
    #[must_use]
    pub fn statistics(&self) -> Vec<Statistics> {
        let counts = self.counts();
        let now = now();
        let since = |n: u32| self.with(|l| l.iter().find(|l| l.counts.number == n).map(|l| l.since));
        let made = counts.iter().map(|c| Statistics {
            interface: c.number,
            time: now,
            start: since(c.number),
            end: Some(now),
            received: Some(c.received),
            dropped: Some(c.lost()),
            dropped_by_os: Some(c.dropped),
            ..Statistics::default()
        });
        made.collect()
    }
}

impl Line {
    fn read(&mut self) {
        for reading in self.gauges.iter_mut().filter_map(|g| g()) {
            self.counts.received += reading.received;
            self.counts.dropped += reading.dropped;
            self.counts.missed += reading.missed;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_go_on_after_an_interface_came_back() {
        let tally = Tally::default();
        let reading = |received, dropped| Reading { received, dropped, missed: 0 };
        let mut first = Some(reading(10, 2));
        tally.begin("x", 0, 0, 0, vec![Box::new(move || first.take())]);
        assert_eq!((tally.counts()[0].received, tally.counts()[0].dropped), (10, 2));
        tally.end(0);
        tally.begin("x", 0, 0, 0, vec![Box::new(move || Some(reading(1, 0)))]);
        assert_eq!((tally.counts()[0].received, tally.counts()[0].lost()), (11, 2));
        let statistics = tally.statistics();
        assert_eq!(statistics.len(), 1);
        assert_eq!((statistics[0].dropped, statistics[0].dropped_by_os), (Some(2), Some(2)));
    }
}
