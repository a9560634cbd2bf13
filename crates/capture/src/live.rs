//! Frames from interfaces as they come, whatever the system: what each has to give for that is [`System`].

use crate::error::Error;
use crate::interface::Interface;
use crate::options::{Clock, Notice, Options};
use crate::order::{Merger, Queue, Ripe};
use crate::system;
use crate::tally::Tally;
use requin_file::{Batch, Interfaces, LinkType, Resolution};
#[cfg(unix)]
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long to wait for frames before coming back without any.
pub(crate) const TICK: Duration = Duration::from_millis(100);
/// How long to leave frames that are there before looking again whether their turn has come.
pub(crate) const RIPENING: Duration = Duration::from_millis(5);

/// What is told about interfaces while they are captured.
type Tell = Box<dyn FnMut(Notice) + Send>;

/// What a system captures interfaces with: its lanes, which are the sockets or handles that frames come from, one or
/// more for each interface.
pub(crate) trait System: Sized {
    /// A socket or handle, and the frames that were fetched from it.
    type Lane: Queue;

    /// Without any lane yet.
    fn new() -> Result<Self, Error>;

    /// Opens lanes for the interface with this place in [`Common::ports`]; false when it is to be waited for.
    fn open(&mut self, i: usize, common: &mut Common) -> Result<bool, Error>;

    /// What an interface is called now.
    fn name(port: &Port) -> &str {
        &port.asked
    }

    /// The lanes there are. Those of an interface that has gone are there until their frames are used up.
    fn lanes(&mut self) -> &mut [Self::Lane];

    /// Fetches frames for lanes whose frames are used up, without waiting for any.
    fn collect(&mut self, common: &mut Common);

    /// Fills a batch with up to `max` frames of one lane, the first of which gets the number `first`: the batch looks
    /// at them where they are. False when there are none.
    fn give(lane: &mut Self::Lane, batch: &mut Batch, first: u64, max: usize) -> bool;

    /// Waits so long at most for frames, for what becomes of interfaces, and for the pipe whose end is the end of the
    /// capture, too.
    fn wait(&mut self, time: Duration, common: &mut Common) -> Result<(), Error>;

    /// Lets no more frames in but those that have come already, and sets [`Common::ending`].
    fn end(&mut self, common: &mut Common);

    /// Looks for interfaces that are waited for, where waiting does not tell that they have come.
    fn look(&mut self, _: &mut Common) -> Result<(), Error> {
        Ok(())
    }
}

/// What is known of a capture on every system.
#[derive(Default)]
pub(crate) struct Common {
    pub ports: Vec<Port>,
    pub interfaces: Arc<Interfaces>,
    pub tally: Arc<Tally>,
    /// What has happened and was not told yet.
    pub notices: Vec<Notice>,
    tell: Option<Tell>,
    /// The capture ends when whoever reads the other end of this pipe has gone.
    #[cfg(unix)]
    pub hangup: Option<OwnedFd>,
    /// Set when no more frames are to come in; those that did are still given until then.
    pub ending: Option<Instant>,
    /// Why the last interface can't be captured any more, where the system says why.
    pub failed: Option<Error>,
    pub merger: Merger,
}

/// An interface that is captured.
pub(crate) struct Port {
    /// Its name, or what was asked for until it is there.
    pub asked: String,
    pub options: Options,
    /// What the system knows of it while it is there.
    pub open: Option<system::Open>,
    /// Number, link type and resolution of the interface when it was open last.
    pub last: Option<(u32, LinkType, Resolution)>,
}

impl Port {
    /// The number of its frames: that of last time, unless they are of another kind now.
    pub(crate) fn number(
        &mut self,
        all: &Interfaces,
        interface: &Interface,
        link: LinkType,
        resolution: Resolution,
    ) -> u32 {
        let number = match self.last {
            Some((number, l, r)) if (l, r) == (link, resolution) => number,
            _ => all.push(interface.described(link, &self.options, resolution)),
        };
        self.last = Some((number, link, resolution));
        number
    }
}

impl Common {
    /// Tells what has happened.
    pub(crate) fn say(&mut self) {
        match &mut self.tell {
            Some(tell) => self.notices.drain(..).for_each(tell),
            // Nobody listens.
            None => self.notices.truncate(64),
        }
    }

    /// How long the system gathers frames at most.
    pub(crate) fn gather(&self) -> Duration {
        self.ports.iter().map(|p| p.options.gather).max().unwrap_or_default()
    }

    /// Which frame may go next, as things stand.
    fn ripe(&self) -> Ripe {
        let own = self.ports.iter().any(|p| p.options.clock == Clock::Adapter);
        Ripe { now: crate::tally::now(), settled: settled(self.gather()), sure: own || self.ended() }
    }

    /// Whether the end was asked for, and all that came before has been handed over.
    fn ended(&self) -> bool {
        self.ending.is_some_and(|end| Instant::now() >= end)
    }
}

/// When what the system has gathered will have been handed over: it looks at intervals whether time has come.
pub(crate) fn settled(gather: Duration) -> Duration {
    gather * 2 + Duration::from_millis(30)
}

/// Frames from interfaces as they come.
pub struct Live {
    common: Common,
    system: system::Lanes,
    stop: Arc<AtomicBool>,
    frames: u64,
    bytes: u64,
}

impl Live {
    /// Begins to capture interfaces, each by its name or its number in the list of [`interfaces`](crate::interfaces).
    ///
    /// # Errors
    /// When one is not there or not up (and is not to be waited for), its options do not suit it, or we may not
    /// capture.
    pub fn start(wanted: Vec<(String, Options)>) -> Result<Live, Error> {
        let (mut system, mut common) = (system::Lanes::new()?, Common::default());
        let asked = wanted.into_iter();
        common.ports.extend(asked.map(|(asked, options)| Port { asked, options, open: None, last: None }));
        for i in 0..common.ports.len() {
            if !system.open(i, &mut common)? {
                common.notices.extend(common.ports.get(i).map(|p| Notice::Waiting(p.asked.clone())));
            }
        }
        Ok(Live { common, system, stop: Arc::default(), frames: 0, bytes: 0 })
    }

    /// Tells what happens to interfaces from now on, and what has happened already.
    #[must_use]
    pub fn tell(mut self, tell: impl FnMut(Notice) + Send + 'static) -> Live {
        self.common.tell = Some(Box::new(tell));
        self.common.say();
        self
    }

    /// Ends when whoever reads the other end of this pipe has gone.
    #[cfg(unix)]
    #[must_use]
    pub fn end_with(mut self, pipe: impl AsFd) -> Live {
        self.common.hangup = pipe.as_fd().try_clone_to_owned().ok();
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
        &self.common.interfaces
    }

    /// What came and what was lost.
    #[must_use]
    pub fn tally(&self) -> Arc<Tally> {
        Arc::clone(&self.common.tally)
    }

    /// Bytes of frames that were given by now.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Names of the interfaces, as they are called now; through libpcap, as they were called when they were opened.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.common.ports.iter().map(system::Lanes::name)
    }

    /// Fills `batch` with up to `max` frames that have come; with none after a tenth of a second without frames.
    /// False when the capture has been ended.
    ///
    /// # Errors
    /// When an interface has gone, or fails, and no other is left.
    pub fn next_batch(&mut self, batch: &mut Batch, max: usize) -> Result<bool, Error> {
        batch.release();
        let began = Instant::now();
        let (system, common) = (&mut self.system, &mut self.common);
        loop {
            if common.ending.is_none() && self.stop.load(Ordering::Relaxed) {
                system.end(common);
            }
            system.collect(common);
            let first = self.frames + 1;
            let given = match system.lanes() {
                [one] => system::Lanes::give(one, batch, first, max.max(1)),
                lanes => {
                    let ripe = common.ripe();
                    common.merger.merge(lanes, &ripe, batch, first, max.max(1))
                }
            };
            if given {
                self.frames += batch.len() as u64;
                self.bytes += batch.records().iter().map(|r| u64::from(r.captured)).sum::<u64>();
                return Ok(true);
            }
            let lanes = system.lanes();
            let there = lanes.iter().any(|l| l.next().is_some());
            if !there && common.ended() {
                return Ok(false);
            }
            if lanes.is_empty() && !common.ports.iter().any(|p| p.options.wait) {
                let name = common.ports.first().map(|p| p.asked.clone()).unwrap_or_default();
                return Err(common.failed.take().unwrap_or(Error::Gone { name }));
            }
            system.look(common)?;
            let elapsed = began.elapsed();
            if elapsed >= TICK {
                return Ok(true);
            }
            if there {
                // A frame is there, but another lane may still give an earlier one.
                let left = common.ripe().earliest(system.lanes()).err().unwrap_or_default();
                std::thread::sleep(left.min(RIPENING));
            } else {
                system.wait(TICK - elapsed, common)?;
            }
        }
    }
}
