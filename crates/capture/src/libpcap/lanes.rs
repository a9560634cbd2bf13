//! Handles of libpcap, and the frames that are fetched from them.
//!
//! Handles are never waited in: on some systems libpcap would stay there until a packet comes, and nothing that
//! works everywhere gets it out. What is there is fetched, and between that the descriptors are waited for; where
//! the system can't, for a few milliseconds.

use super::error;
use super::handle::Handle;
use super::interfaces::devices;
#[cfg(unix)]
use super::sys;
use crate::error::Error;
use crate::live::{Common, RIPENING, System, TICK, settled};
use crate::options::{Clock, Notice};
use crate::order::{Merger, Queue};
use crate::tally::{Gauge, Reading};
#[cfg(unix)]
use crate::unix::{self, Waited};
use pcap::Packet;
use requin_file::{Batch, Record, Resolution};
use requin_wire::Time;
#[cfg(unix)]
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How long to wait where nothing tells that frames have come.
const BREATH: Duration = Duration::from_millis(1);
/// How often to look whether an interface that is waited for has come.
const LOOK: Duration = Duration::from_millis(500);
/// Frames that are fetched from a handle at a time.
const MANY: usize = 256;

/// The handles of all interfaces.
pub(crate) struct Lanes {
    lanes: Vec<Lane>,
    /// When the end was asked for: frames that came later are left out.
    until: Option<Time>,
    /// When it was looked last whether an interface that is waited for has come.
    looked: Instant,
    #[cfg(unix)]
    waited: Vec<Waited>,
    #[cfg(unix)]
    scratch: Vec<libc::pollfd>,
}

/// An interface that is there: its handle knows the rest.
pub(crate) struct Open;

/// A handle, and the frames that were fetched from it.
pub(crate) struct Lane {
    port: usize,
    /// Number of the interface among those captured.
    number: u32,
    handle: Handle,
    bytes: Arc<Vec<u8>>,
    records: Vec<Record>,
    at: usize,
    meter: Arc<Meter>,
    counted: Counted,
    /// Why it gives no more frames.
    over: Option<Error>,
    closed: bool,
}

/// What a handle has counted since somebody looked.
#[derive(Default)]
struct Meter {
    received: AtomicU64,
    dropped: AtomicU64,
    missed: AtomicU64,
}

impl Meter {
    fn gauge(this: &Arc<Meter>) -> Gauge {
        let this = Arc::clone(this);
        Box::new(move || {
            let of = |n: &AtomicU64| n.swap(0, Ordering::Relaxed);
            Some(Reading {
                received: of(&this.received),
                dropped: of(&this.dropped),
                missed: of(&this.missed),
            })
        })
    }
}

/// What libpcap had counted when it was asked last.
struct Counted {
    when: Instant,
    dropped: u32,
    missed: u32,
}

/// How much a count has grown. It begins at 0 again behind the largest number of 32 bits, and goes back where
/// libpcap can't see any more what the device has counted: that is no growth.
fn grown(before: u32, now: u32) -> u64 {
    u64::try_from(now.wrapping_sub(before).cast_signed()).unwrap_or(0)
}

impl Queue for Lane {
    fn next(&self) -> Option<&Record> {
        self.records.get(self.at)
    }

    fn take(&mut self) -> Option<(Record, &[u8])> {
        let record = *self.records.get(self.at)?;
        self.at += 1;
        let start = record.offset as usize;
        Some((record, self.bytes.get(start..start + record.captured as usize).unwrap_or_default()))
    }
}

/// The time of a packet; libpcap has nanoseconds where it says microseconds if these were asked for.
fn time(packet: &Packet<'_>, resolution: Resolution) -> Time {
    // Both are of 32 bits on some systems.
    #[allow(clippy::useless_conversion)]
    let (secs, fraction) = (i64::from(packet.header.ts.tv_sec), i64::from(packet.header.ts.tv_usec));
    let unit = if resolution == Resolution::NANO { 1 } else { 1000 };
    let nanos = u32::try_from(fraction.saturating_mul(unit)).unwrap_or(0);
    Time::new(secs, nanos.min(999_999_999))
}

impl Lane {
    /// Fetches frames when those in hand are used up. Those that came after `until` are left out.
    fn collect(&mut self, merger: &mut Merger, until: Option<Time>) {
        if self.at < self.records.len() || self.over.is_some() {
            return;
        }
        self.records.clear();
        self.at = 0;
        match Arc::get_mut(&mut self.bytes) {
            Some(bytes) => bytes.clear(),
            None => {
                let fresh = merger.buffer();
                merger.keep(std::mem::replace(&mut self.bytes, fresh));
            }
        }
        let Some(to) = Arc::get_mut(&mut self.bytes) else { return };
        let (records, handle) = (&mut self.records, &mut self.handle);
        let (link, number, resolution) = (handle.link, self.number, handle.resolution);
        let filter = handle.filter.as_ref();
        let done = handle.capture.dispatch(Some(MANY), |packet| {
            let time = time(&packet, resolution);
            if until.is_some_and(|until| time > until) {
                return;
            }
            let original = packet.header.len;
            let mut data = packet.data;
            if let Some(filter) = filter {
                let take = filter.matches(data, original) as usize;
                if take == 0 {
                    return;
                }
                data = data.get(..take).unwrap_or(data);
            }
            let captured = u32::try_from(data.len()).unwrap_or(u32::MAX);
            let mut record = Record::new(time, link, number, captured, original);
            record.offset = to.len() as u64;
            records.push(record);
            to.extend_from_slice(data);
        });
        self.meter.received.fetch_add(self.records.len() as u64, Ordering::Relaxed);
        if let Err(e) = done {
            self.over = Some(error(&self.handle.interface.name, "fetching packets", &e));
        }
    }

    /// Asks libpcap for its counts, now and then or at the end.
    ///
    /// Of these, what was dropped means the same on all systems. What was received is counted here instead: on
    /// some, libpcap counts what the filter has not seen yet, and on loopback every frame twice.
    fn count(&mut self, at_once: bool) {
        if !at_once && self.over.is_none() && self.counted.when.elapsed() < TICK {
            return;
        }
        self.counted.when = Instant::now();
        let Ok(stat) = self.handle.capture.stats() else { return };
        let dropped = grown(self.counted.dropped, stat.dropped);
        self.meter.received.fetch_add(dropped, Ordering::Relaxed);
        self.meter.dropped.fetch_add(dropped, Ordering::Relaxed);
        self.meter.missed.fetch_add(grown(self.counted.missed, stat.if_dropped), Ordering::Relaxed);
        (self.counted.dropped, self.counted.missed) = (stat.dropped, stat.if_dropped);
    }
}

impl System for Lanes {
    type Lane = Lane;

    fn new() -> Result<Lanes, Error> {
        Ok(Lanes {
            lanes: Vec::new(),
            until: None,
            looked: Instant::now(),
            #[cfg(unix)]
            waited: Vec::new(),
            #[cfg(unix)]
            scratch: Vec::new(),
        })
    }

    fn open(&mut self, i: usize, common: &mut Common) -> Result<bool, Error> {
        let Some(port) = common.ports.get_mut(i) else { return Ok(false) };
        let handle = match Handle::open(&port.asked, &port.options, &mut common.notices) {
            Err(Error::NoInterface { .. } | Error::Down { .. }) if port.options.wait => return Ok(false),
            made => made?,
        };
        // A number in the list would mean another interface when it changes.
        port.asked.clone_from(&handle.interface.name);
        let number = port.number(&common.interfaces, &handle.interface, handle.link, handle.resolution);
        port.open = Some(Open);
        let meter = Arc::<Meter>::default();
        common.tally.begin(&port.asked, number, 0, 0, vec![Meter::gauge(&meter)]);
        self.lanes.push(Lane {
            port: i,
            number,
            handle,
            bytes: Arc::default(),
            records: Vec::new(),
            at: 0,
            meter,
            counted: Counted { when: Instant::now(), dropped: 0, missed: 0 },
            over: None,
            closed: false,
        });
        Ok(true)
    }

    fn lanes(&mut self) -> &mut [Lane] {
        &mut self.lanes
    }

    fn collect(&mut self, common: &mut Common) {
        for lane in &mut self.lanes {
            // A device's own clock says nothing about when we were asked to end.
            let own = common.ports.get(lane.port).is_some_and(|p| p.options.clock == Clock::Adapter);
            let until = self.until.filter(|_| !own);
            lane.collect(&mut common.merger, until);
            let last = common.ending.is_some() && lane.next().is_none();
            lane.count(last);
        }
        if self.lanes.iter().any(|l| l.over.is_some()) {
            self.close(common);
        }
    }

    fn give(one: &mut Lane, batch: &mut Batch, first: u64, max: usize) -> bool {
        if one.next().is_none() {
            return false;
        }
        batch.refill(first, Arc::clone(&one.bytes) as _);
        one.records.iter().skip(one.at).take(max).for_each(|r| batch.push(*r));
        one.at += batch.len();
        true
    }

    /// What the system gathers is not announced everywhere when it is complete, so it is fetched after the time for
    /// which it is gathered at the latest.
    #[cfg(unix)]
    fn wait(&mut self, time: Duration, common: &mut Common) -> Result<(), Error> {
        let of = |fd, read| Waited { fd, read, readable: false, failed: false };
        let time = time.min(common.gather().max(BREATH));
        let time = if common.ending.is_some() { time.min(RIPENING) } else { time };
        self.waited.clear();
        self.waited.extend(
            self.lanes.iter().filter_map(|l| sys::descriptor(&l.handle.capture)).map(|fd| of(fd, true)),
        );
        let lanes = self.waited.len();
        self.waited.extend(common.hangup.as_ref().map(|p| of(unix::number(p.as_fd()), false)));
        let milliseconds = u16::try_from(time.as_millis()).unwrap_or(u16::MAX).max(1);
        // Systems that can't wait for such descriptors say so at once, or that all of them failed.
        let done = unix::wait(&mut self.waited, milliseconds, &mut self.scratch);
        let handles = self.waited.get(..lanes).unwrap_or_default();
        if done.is_err() || lanes < self.lanes.len() || handles.iter().any(|w| w.failed) {
            std::thread::sleep(time.min(BREATH));
        }
        if self.waited.get(lanes..).is_some_and(|w| w.iter().any(|w| w.failed)) && common.ending.is_none() {
            self.end(common);
        }
        Ok(())
    }

    /// Waits a little: there is nothing that can be waited for without `unsafe`.
    #[cfg(not(unix))]
    fn wait(&mut self, time: Duration, common: &mut Common) -> Result<(), Error> {
        std::thread::sleep(time.min(common.gather().clamp(BREATH, RIPENING)));
        Ok(())
    }

    /// Not by the handle's filter: libpcap applies a new one to what is waiting, too.
    fn end(&mut self, common: &mut Common) {
        self.until = Some(crate::tally::now());
        common.ending = Some(Instant::now() + settled(common.gather()));
    }

    fn look(&mut self, common: &mut Common) -> Result<(), Error> {
        let missing = common.ports.iter().any(|p| p.open.is_none() && p.options.wait);
        if !missing || common.ending.is_some() || self.looked.elapsed() < LOOK {
            return Ok(());
        }
        self.looked = Instant::now();
        for i in 0..common.ports.len() {
            if common.ports.get(i).is_some_and(|p| p.open.is_none() && p.options.wait)
                && self.open(i, common)?
            {
                common.notices.extend(common.ports.get(i).map(|p| Notice::Back(p.asked.clone())));
            }
        }
        common.say();
        Ok(())
    }
}

impl Lanes {
    /// Finds out why handles give nothing any more, and closes those whose frames are used up.
    fn close(&mut self, common: &mut Common) {
        let there = devices();
        for lane in &mut self.lanes {
            let Some(failed) = lane.over.take_if(|_| lane.records.len() <= lane.at) else { continue };
            let Some(port) = common.ports.get_mut(lane.port) else { continue };
            port.open = None;
            lane.closed = true;
            common.tally.end(lane.number);
            let name = port.asked.clone();
            let gone = matches!(failed, Error::Gone { .. } | Error::NoInterface { .. })
                || there.as_ref().is_ok_and(|list| !list.iter().any(|i| i.name == name));
            if gone {
                common.notices.push(Notice::Gone(name.clone()));
            }
            if port.options.wait {
                common.notices.push(Notice::Waiting(name));
            } else {
                common.failed = Some(if gone { Error::Gone { name } } else { failed });
            }
        }
        self.lanes.retain(|l| !l.closed);
        common.say();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_only_grow() {
        assert_eq!((grown(5, 7), grown(u32::MAX, 2), grown(50, 0)), (2, 3, 0));
    }

    #[test]
    fn meters_tell_what_came_since() {
        let meter = Arc::<Meter>::default();
        let mut gauge = Meter::gauge(&meter);
        meter.received.fetch_add(3, Ordering::Relaxed);
        assert_eq!(gauge().map(|r| (r.received, r.dropped)), Some((3, 0)));
        assert_eq!(gauge().map(|r| r.received), Some(0));
    }
}
