//! Frames from interfaces as they come.
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
use crate::options::{Clock, Notice, Options};
use crate::order::{Merger, Queue, Ripe};
use crate::tally::{Gauge, Reading, Tally};
#[cfg(unix)]
use crate::unix::{self, Waited};
use pcap::Packet;
use requin_file::{Batch, Interfaces, LinkType, Record, Resolution};
use requin_wire::Time;
#[cfg(unix)]
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How long to wait for frames before coming back without any.
const TICK: Duration = Duration::from_millis(100);
/// How long to wait where nothing tells that frames have come.
const BREATH: Duration = Duration::from_millis(1);
/// How long to leave frames that are there before looking again whether their turn has come.
const RIPENING: Duration = Duration::from_millis(5);
/// How often to look whether an interface that is waited for has come.
const LOOK: Duration = Duration::from_millis(500);
/// Frames that are fetched from a handle at a time.
const MANY: usize = 256;

/// What is told about interfaces while they are captured.
type Tell = Box<dyn FnMut(Notice) + Send>;

/// Frames from interfaces as they come.
pub struct Live {
    ports: Vec<Port>,
    lanes: Vec<Lane>,
    interfaces: Arc<Interfaces>,
    tally: Arc<Tally>,
    stop: Arc<AtomicBool>,
    #[cfg(unix)]
    hangup: Option<OwnedFd>,
    notices: Vec<Notice>,
    tell: Option<Tell>,
    ending: Option<Ending>,
    /// Why the last interface can't be captured any more.
    failed: Option<Error>,
    /// When it was looked last whether an interface that is waited for has come.
    looked: Instant,
    frames: u64,
    bytes: u64,
    merger: Merger,
    #[cfg(unix)]
    waited: Vec<Waited>,
    #[cfg(unix)]
    scratch: Vec<libc::pollfd>,
}

/// The end has been asked for.
#[derive(Clone, Copy)]
struct Ending {
    /// Frames that came later are left out.
    at: Time,
    /// When those that came before will have been handed over.
    done: Instant,
}

/// An interface that is captured.
struct Port {
    asked: String,
    options: Options,
    open: bool,
    /// Number, link type and resolution of the interface when it was open last.
    last: Option<(u32, LinkType, Resolution)>,
}

/// A handle, and the frames that were fetched from it.
struct Lane {
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

impl Live {
    /// Begins to capture interfaces, each by its name or its number in the list of [`interfaces`](crate::interfaces).
    ///
    /// # Errors
    /// When one is not there or not up (and is not to be waited for), its options do not suit it, or we may not
    /// capture.
    pub fn start(wanted: Vec<(String, Options)>) -> Result<Live, Error> {
        let mut live = Live {
            ports: Vec::new(),
            lanes: Vec::new(),
            interfaces: Arc::default(),
            tally: Arc::default(),
            stop: Arc::default(),
            #[cfg(unix)]
            hangup: None,
            notices: Vec::new(),
            tell: None,
            ending: None,
            failed: None,
            looked: Instant::now(),
            frames: 0,
            bytes: 0,
            merger: Merger::default(),
            #[cfg(unix)]
            waited: Vec::new(),
            #[cfg(unix)]
            scratch: Vec::new(),
        };
        for (asked, options) in wanted {
            live.ports.push(Port { asked, options, open: false, last: None });
        }
        for i in 0..live.ports.len() {
            if !live.open(i)? {
                live.notices.extend(live.ports.get(i).map(|p| Notice::Waiting(p.asked.clone())));
            }
        }
        Ok(live)
    }

    /// Opens an interface; false when it is to be waited for.
    fn open(&mut self, i: usize) -> Result<bool, Error> {
        let Some(port) = self.ports.get_mut(i) else { return Ok(false) };
        let handle = match Handle::open(&port.asked, &port.options, &mut self.notices) {
            Err(Error::NoInterface { .. } | Error::Down { .. }) if port.options.wait => return Ok(false),
            made => made?,
        };
        // A number in the list would mean another interface when it changes.
        port.asked.clone_from(&handle.interface.name);
        let (link, resolution) = (handle.link, handle.resolution);
        let number = match port.last {
            Some((number, l, r)) if (l, r) == (link, resolution) => number,
            _ => self.interfaces.push(handle.interface.described(link, &port.options, resolution)),
        };
        port.last = Some((number, link, resolution));
        port.open = true;
        let meter = Arc::<Meter>::default();
        self.tally.begin(&port.asked, number, 0, 0, vec![Meter::gauge(&meter)]);
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

    /// Tells what happens to interfaces from now on, and what has happened already.
    #[must_use]
    pub fn tell(mut self, tell: impl FnMut(Notice) + Send + 'static) -> Live {
        self.tell = Some(Box::new(tell));
        self.say();
        self
    }

    fn say(&mut self) {
        match &mut self.tell {
            Some(tell) => self.notices.drain(..).for_each(tell),
            // Nobody listens.
            None => self.notices.truncate(64),
        }
    }

    /// Ends when whoever reads the other end of this pipe has gone.
    #[cfg(unix)]
    #[must_use]
    pub fn end_with(mut self, pipe: impl AsFd) -> Live {
        self.hangup = pipe.as_fd().try_clone_to_owned().ok();
        self
    }

    /// On this system it is not told when whoever reads the other end of a pipe has gone: writing to it fails.
    #[cfg(not(unix))]
    #[must_use]
    pub fn end_with<P>(self, _: P) -> Live {
        self
    }

    /// Ends the capture when it is set to true. Frames that came in before are still given.
    #[must_use]
    pub fn stop_flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.stop)
    }

    /// Uses the caller's flag instead of its own. See [`Live::stop_flag`].
    #[must_use]
    pub fn stop_by(mut self, flag: Arc<AtomicBool>) -> Live {
        self.stop = flag;
        self
    }

    /// The interfaces that frames came from.
    #[must_use]
    pub fn interfaces(&self) -> &Arc<Interfaces> {
        &self.interfaces
    }

    /// What came and what was lost.
    #[must_use]
    pub fn tally(&self) -> Arc<Tally> {
        Arc::clone(&self.tally)
    }

    /// Bytes of frames that were given by now.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Names of the interfaces.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.ports.iter().map(|p| p.asked.as_str())
    }

    /// Fills `batch` with up to `max` frames that have come; with none after a tenth of a second without frames.
    /// False when the capture has been ended.
    ///
    /// # Errors
    /// When an interface has gone, or fails, and no other is left.
    pub fn next_batch(&mut self, batch: &mut Batch, max: usize) -> Result<bool, Error> {
        batch.release();
        let began = Instant::now();
        loop {
            if self.ending.is_none() && self.stop.load(Ordering::Relaxed) {
                self.end();
            }
            self.collect();
            if self.fill(batch, max.max(1)) {
                return Ok(true);
            }
            if self.lanes.iter().all(|l| l.next().is_none())
                && self.ending.is_some_and(|end| Instant::now() >= end.done)
            {
                return Ok(false);
            }
            if self.lanes.is_empty() && !self.ports.iter().any(|p| p.options.wait) {
                let name = self.ports.first().map(|p| p.asked.clone()).unwrap_or_default();
                return Err(self.failed.take().unwrap_or(Error::Gone { name }));
            }
            self.look_for_missing()?;
            let elapsed = began.elapsed();
            if elapsed >= TICK {
                return Ok(true);
            }
            if self.lanes.iter().any(|l| l.next().is_some()) {
                // A frame is there, but another handle may still give an earlier one.
                let left = self.ripe().earliest(&self.lanes).err().unwrap_or_default();
                std::thread::sleep(left.min(RIPENING));
            } else {
                self.wait(TICK - elapsed);
            }
        }
    }

    /// Lets no more frames in but those that have come already. The handle's filter can't do that: libpcap applies
    /// a new one to what is waiting, too.
    fn end(&mut self) {
        let gather = self.gather();
        self.ending = Some(Ending { at: crate::tally::now(), done: Instant::now() + settled(gather) });
    }

    /// How long the system gathers frames at most.
    fn gather(&self) -> Duration {
        self.ports.iter().map(|p| p.options.gather).max().unwrap_or_default()
    }

    fn collect(&mut self) {
        for lane in &mut self.lanes {
            // A device's own clock says nothing about when we were asked to end.
            let own = self.ports.get(lane.port).is_some_and(|p| p.options.clock == Clock::Adapter);
            let until = self.ending.filter(|_| !own).map(|e| e.at);
            lane.collect(&mut self.merger, until);
            let last = self.ending.is_some() && lane.next().is_none();
            lane.count(last);
        }
        if self.lanes.iter().any(|l| l.over.is_some()) {
            self.close();
        }
    }

    /// Finds out why handles give nothing any more, and closes those whose frames are used up.
    fn close(&mut self) {
        let there = devices();
        for lane in &mut self.lanes {
            let Some(failed) = lane.over.take_if(|_| lane.records.len() <= lane.at) else { continue };
            let Some(port) = self.ports.get_mut(lane.port) else { continue };
            port.open = false;
            lane.closed = true;
            self.tally.end(lane.number);
            let name = port.asked.clone();
            let gone = matches!(failed, Error::Gone { .. } | Error::NoInterface { .. })
                || there.as_ref().is_ok_and(|list| !list.iter().any(|i| i.name == name));
            if gone {
                self.notices.push(Notice::Gone(name.clone()));
            }
            if port.options.wait {
                self.notices.push(Notice::Waiting(name));
            } else {
                self.failed = Some(if gone { Error::Gone { name } } else { failed });
            }
        }
        self.lanes.retain(|l| !l.closed);
        self.say();
    }

    /// Opens interfaces that are waited for and have come.
    fn look_for_missing(&mut self) -> Result<(), Error> {
        let missing = self.ports.iter().any(|p| !p.open && p.options.wait);
        if !missing || self.ending.is_some() || self.looked.elapsed() < LOOK {
            return Ok(());
        }
        self.looked = Instant::now();
        for i in 0..self.ports.len() {
            if self.ports.get(i).is_some_and(|p| !p.open && p.options.wait) && self.open(i)? {
                self.notices.extend(self.ports.get(i).map(|p| Notice::Back(p.asked.clone())));
            }
        }
        self.say();
        Ok(())
    }

    /// Puts frames that are there into a batch; false when there are none.
    fn fill(&mut self, batch: &mut Batch, max: usize) -> bool {
        if let [one] = self.lanes.as_mut_slice() {
            if one.next().is_none() {
                return false;
            }
            batch.refill(self.frames + 1, Arc::clone(&one.bytes) as _);
            one.records.iter().skip(one.at).take(max).for_each(|r| batch.push(*r));
            one.at += batch.len();
        } else {
            let ripe = self.ripe();
            if !self.merger.merge(&mut self.lanes, &ripe, batch, self.frames + 1, max) {
                return false;
            }
        }
        self.frames += batch.len() as u64;
        self.bytes += batch.records().iter().map(|r| u64::from(r.captured)).sum::<u64>();
        true
    }

    /// Which frame may go next, as things stand.
    fn ripe(&self) -> Ripe {
        let own = self.ports.iter().any(|p| p.options.clock == Clock::Adapter);
        let ended = self.ending.is_some_and(|e| Instant::now() >= e.done);
        Ripe { now: crate::tally::now(), settled: settled(self.gather()), sure: own || ended }
    }

    /// Waits for frames. What the system gathers is not announced everywhere when it is complete, so it is fetched
    /// after the time for which it is gathered at the latest.
    #[cfg(unix)]
    fn wait(&mut self, time: Duration) {
        let of = |fd, read| Waited { fd, read, readable: false, failed: false };
        let time = time.min(self.gather().max(BREATH));
        let time = if self.ending.is_some() { time.min(RIPENING) } else { time };
        self.waited.clear();
        self.waited.extend(
            self.lanes.iter().filter_map(|l| sys::descriptor(&l.handle.capture)).map(|fd| of(fd, true)),
        );
        let lanes = self.waited.len();
        self.waited.extend(self.hangup.as_ref().map(|p| of(unix::number(p.as_fd()), false)));
        let milliseconds = u16::try_from(time.as_millis()).unwrap_or(u16::MAX).max(1);
        // Systems that can't wait for such descriptors say so at once, or that all of them failed.
        let done = unix::wait(&mut self.waited, milliseconds, &mut self.scratch);
        let handles = self.waited.get(..lanes).unwrap_or_default();
        if done.is_err() || lanes < self.lanes.len() || handles.iter().any(|w| w.failed) {
            std::thread::sleep(time.min(BREATH));
        }
        if self.waited.get(lanes..).is_some_and(|w| w.iter().any(|w| w.failed)) && self.ending.is_none() {
            self.end();
        }
    }

    /// Waits a little: there is nothing that can be waited for without `unsafe`.
    #[cfg(not(unix))]
    fn wait(&mut self, time: Duration) {
        std::thread::sleep(time.min(self.gather().clamp(BREATH, RIPENING)));
    }
}

/// When what the system has gathered will have been handed over.
fn settled(gather: Duration) -> Duration {
    gather * 2 + Duration::from_millis(30)
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
