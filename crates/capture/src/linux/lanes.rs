//! Packet sockets, and what becomes of their interfaces.

use super::frames;
use super::interfaces::interfaces;
use super::monitor::{self, Monitor};
use super::netlink::Changes;
use super::ring::Block;
use super::socket::{self, NOTHING, Recipe, Socket};
use super::sys;
use crate::error::Error;
use crate::live::{Common, Port, RIPENING, System, settled};
use crate::options::Notice;
use crate::order::Queue;
use crate::tally::Gauge;
use crate::unix::{self, Waited};
use requin_file::{Batch, Record, Resolution};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A pause when there is nothing to do but to wait for those who still look at frames.
const BREATH: Duration = Duration::from_micros(500);

/// The sockets of all interfaces.
pub(crate) struct Lanes {
    lanes: Vec<Lane>,
    changes: Option<Changes>,
    waited: Vec<Waited>,
    scratch: Vec<libc::pollfd>,
}

/// An interface that is there.
pub(crate) struct Open {
    /// Keeps the interface that was made for monitor mode.
    _monitor: Option<Monitor>,
    name: String,
    index: u32,
    up: bool,
}

/// A socket, and the frames of the block that is in hand.
pub(crate) struct Lane {
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

impl System for Lanes {
    type Lane = Lane;

    fn new() -> Result<Lanes, Error> {
        // Without it, what becomes of interfaces is not told: no reason not to capture.
        let changes = Changes::watch().ok();
        Ok(Lanes { lanes: Vec::new(), changes, waited: Vec::new(), scratch: Vec::new() })
    }

    fn open(&mut self, i: usize, common: &mut Common) -> Result<bool, Error> {
        let Some(port) = common.ports.get_mut(i) else { return Ok(false) };
        let monitor = if port.options.monitor { monitor::beside(&port.asked) } else { Ok(None) };
        let made = monitor.and_then(|m| {
            let name = m.as_ref().map_or(port.asked.as_str(), |m| m.name.as_str());
            Recipe::new(name, &port.options, &mut common.notices).map(|r| (r, m))
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
        let one = &recipe.interface;
        let number = port.number(&common.interfaces, one, recipe.link, Resolution::NANO);
        let share = usize::from(port.options.fanout.max(1));
        let group = (share > 1).then(|| (std::process::id() as u16).wrapping_add(number as u16));
        let mut sockets = Vec::new();
        for _ in 0..share {
            sockets.push(recipe.open(number, port.options.buffer / share, &mut common.notices)?);
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
        common.tally.begin(&one.name, number, one.index, one.counters.missed, gauges.collect());
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

    fn name(port: &Port) -> &str {
        port.open.as_ref().map_or(port.asked.as_str(), |o| o.name.as_str())
    }

    fn lanes(&mut self) -> &mut [Lane] {
        &mut self.lanes
    }

    fn collect(&mut self, _: &mut Common) {
        self.lanes.iter_mut().for_each(Lane::collect);
        if self.lanes.iter().any(|l| l.closing.is_some()) {
            let now = Instant::now();
            self.lanes.retain(|l| l.next().is_some() || l.closing.is_none_or(|end| now < end));
        }
    }

    fn give(one: &mut Lane, batch: &mut Batch, first: u64, max: usize) -> bool {
        let (Some(block), true) = (&one.block, one.at < one.records.len()) else { return false };
        batch.refill(first, Arc::clone(block) as _);
        let some = one.records.iter().skip(one.at).take(max);
        some.for_each(|r| batch.push(*r));
        one.at += batch.len();
        if one.next().is_none() {
            // The batch has it now.
            one.block = None;
        }
        true
    }

    fn wait(&mut self, time: Duration, common: &mut Common) -> Result<(), Error> {
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
        self.waited.extend(common.hangup.as_ref().map(|p| of(p, false)));
        // What is still gathered is not announced when it comes.
        let short = common.ending.is_some() || self.lanes.iter().any(|l| l.closing.is_some());
        let time = if short { time.min(RIPENING) } else { time };
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
        if self.waited.get(changes..).is_some_and(|w| w.iter().any(|w| w.failed)) && common.ending.is_none() {
            self.end(common);
        }
        let readable = self.waited.get(..lanes).is_some_and(|w| w.iter().any(|w| w.readable));
        if readable && self.lanes.iter().all(|l| l.block.is_none()) {
            // It may be that the last block is still looked at: that counts as readable.
            self.collect(common);
            if self.lanes.iter().all(|l| l.next().is_none()) {
                std::thread::sleep(BREATH);
            }
        }
        if changed && common.ending.is_none() {
            if let Some(c) = &mut self.changes {
                c.any();
            }
            self.look_again(common)?;
        }
        Ok(())
    }

    fn end(&mut self, common: &mut Common) {
        let mut gather = Duration::ZERO;
        for lane in &self.lanes {
            // A socket that can't have it gives frames until the end is reached.
            let _ = sys::attach(&*lane.socket.fd, &NOTHING);
            gather = gather.max(common.ports.get(lane.port).map_or(Duration::ZERO, |p| p.options.gather));
        }
        common.ending = Some(Instant::now() + settled(gather));
    }
}

impl Lanes {
    /// Finds out what has become of the interfaces.
    fn look_again(&mut self, common: &mut Common) -> Result<(), Error> {
        let Ok(list) = interfaces() else { return Ok(()) };
        for i in 0..common.ports.len() {
            let Some(port) = common.ports.get_mut(i) else { break };
            let Some(open) = &mut port.open else {
                if port.options.wait
                    && list.iter().any(|l| l.name == port.asked && l.up)
                    && self.open(i, common)?
                {
                    common.notices.extend(common.ports.get(i).map(|p| Notice::Back(p.asked.clone())));
                }
                continue;
            };
            if open.index == 0 {
                continue;
            }
            let Some(now) = list.iter().find(|l| l.index == open.index) else {
                common.notices.push(Notice::Gone(open.name.clone()));
                if port.options.wait {
                    common.notices.push(Notice::Waiting(port.asked.clone()));
                }
                port.open = None;
                let end = Instant::now() + settled(port.options.gather);
                self.lanes.iter_mut().filter(|l| l.port == i).for_each(|l| l.closing = Some(end));
                if let Some((number, ..)) = port.last {
                    common.tally.end(number);
                }
                continue;
            };
            if now.name != open.name {
                common.notices.push(Notice::Renamed(open.name.clone(), now.name.clone()));
                open.name.clone_from(&now.name);
            }
            let up = now.works();
            if up != open.up {
                open.up = up;
                let name = open.name.clone();
                common.notices.push(if up { Notice::Up(name) } else { Notice::Down(name) });
            }
        }
        common.say();
        Ok(())
    }
}
