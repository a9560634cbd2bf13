//! Frames from interfaces as they come.

use super::frames;
use super::interfaces::interfaces;
use super::monitor::{self, Monitor};
use super::netlink::Changes;
use super::ring::Block;
use super::socket::{self, NOTHING, Recipe, Socket};
use super::sys;
use crate::error::Error;
use crate::options::{Clock, Notice, Options};
use crate::order::{Merger, Queue, Ripe};
use crate::tally::{Gauge, Tally};
use crate::unix::{self, Waited};
use requin_file::{Batch, Interfaces, Record, Resolution};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long to wait for frames before coming back without any.
const TICK: Duration = Duration::from_millis(100);
/// A pause when there is nothing to do but to wait for those who still look at frames.
const BREATH: Duration = Duration::from_micros(500);
/// How long to leave frames that are there before looking again whether their turn has come.
const RIPENING: Duration = Duration::from_millis(5);

/// What is told about interfaces while they are captured.
type Tell = Box<dyn FnMut(Notice) + Send>;

/// Frames from interfaces as they come.
pub struct Live {
    ports: Vec<Port>,
    lanes: Vec<Lane>,
    interfaces: Arc<Interfaces>,
    tally: Arc<Tally>,
    stop: Arc<AtomicBool>,
    changes: Option<Changes>,
    hangup: Option<OwnedFd>,
    notices: Vec<Notice>,
    tell: Option<Tell>,
    /// Set when no more frames are to come in; those that did are still given until then.
    ending: Option<Instant>,
    frames: u64,
    bytes: u64,
    merger: Merger,
    waited: Vec<Waited>,
    scratch: Vec<libc::pollfd>,
}

/// An interface that is captured.
struct Port {
    asked: String,
    options: Options,
    open: Option<Open>,
    /// Number and link type of the interface when it was open last.
    last: Option<(u32, requin_file::LinkType)>,
}

/// An interface that is there.
struct Open {
    /// Keeps the interface that was made for monitor mode.
    _monitor: Option<Monitor>,
    name: String,
    index: u32,
    up: bool,
}

/// A socket, and the frames of the block that is in hand.
struct Lane {
    port: usize,
    socket: Socket,
    block: Option<Arc<Block>>,
    records: Vec<Record>,
    at: usize,
    /// Its interface is gone: when what it still has will have come.
    closing: Option<Instant>,
}

impl Queue for Lane {
    fn next(&self) -> Option<&Record> {
        self.records.get(self.at)
    }

    fn take(&mut self) -> Option<(Record, &[u8])> {
        let record = *self.records.get(self.at)?;
        self.at += 1;
        let all = self.block.as_ref().map_or(&[][..], |b| b.bytes());
        let start = record.offset as usize;
        Some((record, all.get(start..start + record.captured as usize).unwrap_or_default()))
    }
}

impl Lane {
    /// Takes the next block of the ring when the one in hand is used up.
    fn collect(&mut self) {
        while self.at >= self.records.len() {
            self.block = None;
            self.records.clear();
            self.at = 0;
            let Some(mut block) = self.socket.ring.take() else { return };
            let (first, packets) = (block.first, block.packets);
            frames::read(block.bytes_mut(), first, packets, &self.socket.shape, &mut self.records);
            self.block = Some(Arc::new(block));
        }
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
            // Without it, what becomes of interfaces is not told: no reason not to capture.
            changes: Changes::watch().ok(),
            hangup: None,
            notices: Vec::new(),
            tell: None,
            ending: None,
            frames: 0,
            bytes: 0,
            merger: Merger::default(),
            waited: Vec::new(),
            scratch: Vec::new(),
        };
        for (asked, options) in wanted {
            live.ports.push(Port { asked, options, open: None, last: None });
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
        let monitor = if port.options.monitor { monitor::beside(&port.asked) } else { Ok(None) };
        let made = monitor.and_then(|m| {
            let name = m.as_ref().map_or(port.asked.as_str(), |m| m.name.as_str());
            Recipe::new(name, &port.options, &mut self.notices).map(|r| (r, m))
        });
        let (recipe, monitor) = match made {
            Err(Error::NoInterface { .. }) if port.options.wait => return Ok(false),
            made => made?,
        };
        if !recipe.interface.up {
            if port.options.wait {
                return Ok(false);
            }
            return Err(Error::Down { name: recipe.interface.name });
        }
        // A number in the list would mean another interface when it changes.
        if monitor.is_none() {
            port.asked.clone_from(&recipe.interface.name);
        }
        let number = match port.last {
            Some((number, link)) if link == recipe.link => number,
            _ => {
                self.interfaces.push(recipe.interface.described(recipe.link, &port.options, Resolution::NANO))
            }
        };
        port.last = Some((number, recipe.link));
        let share = usize::from(port.options.fanout.max(1));
        let group = (share > 1).then(|| (std::process::id() as u16).wrapping_add(number as u16));
        let mut sockets = Vec::new();
        for _ in 0..share {
            sockets.push(recipe.open(number, port.options.buffer / share, &mut self.notices)?);
        }
        for socket in &sockets {
            recipe.begin(socket, group)?;
        }
        if group.is_some() {
            sockets.iter().try_for_each(|s| recipe.take_all(s))?;
        }
        let gauges = sockets.iter().map(|s| -> Gauge {
            let fd = Arc::clone(&s.fd);
            Box::new(move || socket::statistics(&fd).ok())
        });
        let one = &recipe.interface;
        self.tally.begin(&one.name, number, one.index, one.counters.missed, gauges.collect());
        port.open =
            Some(Open { _monitor: monitor, name: one.name.clone(), index: one.index, up: one.works() });
        self.lanes.extend(sockets.into_iter().map(|socket| Lane {
            port: i,
            socket,
            block: None,
            records: Vec::new(),
            at: 0,
            closing: None,
        }));
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
    #[must_use]
    pub fn end_with(mut self, pipe: impl AsFd) -> Live {
        self.hangup = pipe.as_fd().try_clone_to_owned().ok();
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

    /// Names of the interfaces, as they are called now.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.ports.iter().map(|p| p.open.as_ref().map_or(p.asked.as_str(), |o| o.name.as_str()))
    }

    /// Fills `batch` with up to `max` frames that have come; with none after a tenth of a second without frames.
    /// False when the capture has been ended.
    ///
    /// # Errors
    /// When an interface has gone and no other is left.
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
                && self.ending.is_some_and(|end| Instant::now() >= end)
            {
                return Ok(false);
            }
            if self.lanes.is_empty() && !self.ports.iter().any(|p| p.options.wait) {
                let name = self.ports.first().map(|p| p.asked.clone()).unwrap_or_default();
                return Err(Error::Gone { name });
            }
            let elapsed = began.elapsed();
            if elapsed >= TICK {
                return Ok(true);
            }
            if self.lanes.iter().any(|l| l.next().is_some()) {
                // A frame is there, but another socket may still give an earlier one.
                let left = self.ripe().earliest(&self.lanes).err().unwrap_or_default();
                std::thread::sleep(left.min(RIPENING));
            } else {
                self.wait(TICK - elapsed)?;
            }
        }
    }

    /// Lets no more frames in.
    fn end(&mut self) {
        let mut gather = Duration::ZERO;
        for lane in &self.lanes {
            // A socket that can't have it gives frames until the end is reached.
            let _ = sys::attach(&*lane.socket.fd, &NOTHING);
            gather = gather.max(self.ports.get(lane.port).map_or(Duration::ZERO, |p| p.options.gather));
        }
        self.ending = Some(Instant::now() + settled(gather));
    }

    fn collect(&mut self) {
        self.lanes.iter_mut().for_each(Lane::collect);
        if self.lanes.iter().any(|l| l.closing.is_some()) {
            let now = Instant::now();
            self.lanes.retain(|l| l.next().is_some() || l.closing.is_none_or(|end| now < end));
        }
    }

    /// Puts frames that are there into a batch; false when there are none.
    fn fill(&mut self, batch: &mut Batch, max: usize) -> bool {
        if let [one] = self.lanes.as_mut_slice() {
            let (Some(block), true) = (&one.block, one.at < one.records.len()) else { return false };
            batch.refill(self.frames + 1, Arc::clone(block) as _);
            let some = one.records.iter().skip(one.at).take(max);
            some.for_each(|r| batch.push(*r));
            one.at += batch.len();
            if one.next().is_none() {
                // The batch has it now.
                one.block = None;
            }
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
        let gather = self.ports.iter().map(|p| p.options.gather).max().unwrap_or_default();
        let ended = self.ending.is_some_and(|e| Instant::now() >= e);
        Ripe { now: crate::tally::now(), settled: settled(gather), sure: own || ended }
    }

    /// Waits for frames, and for what becomes of interfaces.
    fn wait(&mut self, time: Duration) -> Result<(), Error> {
        let of = |fd: &OwnedFd, read| Waited {
            fd: unix::number(fd.as_fd()),
            read,
            readable: false,
            failed: false,
        };
        self.waited.clear();
        self.waited.extend(self.lanes.iter().map(|l| of(&l.socket.fd, true)));
        let lanes = self.waited.len();
        self.waited.extend(self.changes.as_ref().map(|c| of(c.fd(), true)));
        let changes = self.waited.len();
        self.waited.extend(self.hangup.as_ref().map(|p| of(p, false)));
        // What is still gathered is not announced when it comes.
        let short = self.ending.is_some() || self.lanes.iter().any(|l| l.closing.is_some());
        let time = if short { time.min(Duration::from_millis(5)) } else { time };
        let milliseconds = u16::try_from(time.as_millis()).unwrap_or(u16::MAX).max(1);
        match unix::wait(&mut self.waited, milliseconds, &mut self.scratch) {
            Ok(_) => {}
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => return Ok(()),
            Err(e) => return Err(Error::System { name: "interfaces".into(), what: "waiting", source: e }),
        }
        let mut changed = self.waited.get(lanes..changes).is_some_and(|w| w.iter().any(|w| w.readable));
        for (lane, waited) in self.lanes.iter_mut().zip(&self.waited) {
            if waited.failed {
                // Reading the error takes it away: the interface went down. What that means is looked up.
                let _ = sys::get::<i32>(&*lane.socket.fd, libc::SOL_SOCKET, libc::SO_ERROR);
                changed = true;
            }
        }
        if self.waited.get(changes..).is_some_and(|w| w.iter().any(|w| w.failed)) && self.ending.is_none() {
            self.end();
        }
        let readable = self.waited.get(..lanes).is_some_and(|w| w.iter().any(|w| w.readable));
        if readable && self.lanes.iter().all(|l| l.block.is_none()) {
            // It may be that the last block is still looked at: that counts as readable.
            self.collect();
            if self.lanes.iter().all(|l| l.next().is_none()) {
                std::thread::sleep(BREATH);
            }
        }
        if changed && self.ending.is_none() {
            if let Some(c) = &mut self.changes {
                c.any();
            }
            self.look_again()?;
        }
        Ok(())
    }

    /// Finds out what has become of the interfaces.
    fn look_again(&mut self) -> Result<(), Error> {
        let Ok(list) = interfaces() else { return Ok(()) };
        for i in 0..self.ports.len() {
            let Some(port) = self.ports.get_mut(i) else { break };
            let Some(open) = &mut port.open else {
                if port.options.wait && list.iter().any(|l| l.name == port.asked && l.up) && self.open(i)? {
                    self.notices.extend(self.ports.get(i).map(|p| Notice::Back(p.asked.clone())));
                }
                continue;
            };
            if open.index == 0 {
                continue;
            }
            let Some(now) = list.iter().find(|l| l.index == open.index) else {
                self.notices.push(Notice::Gone(open.name.clone()));
                if port.options.wait {
                    self.notices.push(Notice::Waiting(port.asked.clone()));
                }
                port.open = None;
                let end = Instant::now() + settled(port.options.gather);
                self.lanes.iter_mut().filter(|l| l.port == i).for_each(|l| l.closing = Some(end));
                if let Some((number, _)) = port.last {
                    self.tally.end(number);
                }
                continue;
            };
            if now.name != open.name {
                self.notices.push(Notice::Renamed(open.name.clone(), now.name.clone()));
                open.name.clone_from(&now.name);
            }
            let up = now.works();
            if up != open.up {
                open.up = up;
                let name = open.name.clone();
                self.notices.push(if up { Notice::Up(name) } else { Notice::Down(name) });
            }
        }
        self.say();
        Ok(())
    }
}

/// When what the kernel has gathered will have been handed over: it looks at intervals whether time has come.
fn settled(gather: Duration) -> Duration {
    gather * 2 + Duration::from_millis(30)
}
