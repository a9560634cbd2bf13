//! Systems that packets can't be captured on in this build.

use crate::{Error, Interface, Notice, Options, Tally};
use requin_file::{Batch, Interfaces, Section};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

const NOT_HERE: Error = Error::Unsupported("this build of requin captures on Linux only");

/// The interfaces of this machine.
///
/// # Errors
/// Always, on this system.
pub fn interfaces() -> Result<Vec<Interface>, Error> {
    Err(NOT_HERE)
}

/// Whether an interface can be captured so.
///
/// # Errors
/// Always, on this system.
pub fn check(_: &str, _: &Options) -> Result<(), Error> {
    Err(NOT_HERE)
}

/// What a capture file says of the machine that captured.
#[must_use]
pub fn machine() -> Section {
    Section {
        os: Some(std::env::consts::OS.into()),
        hardware: Some(std::env::consts::ARCH.into()),
        ..Section::default()
    }
}

/// Packets that devices had no room for: not known here.
pub(crate) fn missed() -> Vec<(u32, u64)> {
    Vec::new()
}

/// Frames from interfaces as they come: on this system there is none.
pub enum Live {}

impl Live {
    /// Begins to capture.
    ///
    /// # Errors
    /// Always, on this system.
    pub fn start(_: Vec<(String, Options)>) -> Result<Live, Error> {
        Err(NOT_HERE)
    }

    /// Tells what happens to interfaces.
    #[must_use]
    pub fn tell(self, _: impl FnMut(Notice) + Send + 'static) -> Live {
        self
    }

    /// Ends when whoever reads the other end of this pipe has gone.
    #[must_use]
    pub fn end_with<P>(self, _: P) -> Live {
        self
    }

    /// Ends the capture when it is set to true.
    #[must_use]
    pub fn stop_flag(&self) -> Arc<AtomicBool> {
        match *self {}
    }

    /// Uses the caller's flag instead of its own.
    #[must_use]
    pub fn stop_by(self, _: Arc<AtomicBool>) -> Live {
        self
    }

    /// The interfaces that frames came from.
    #[must_use]
    pub fn interfaces(&self) -> &Arc<Interfaces> {
        match *self {}
    }

    /// What came and what was lost.
    #[must_use]
    pub fn tally(&self) -> Arc<Tally> {
        match *self {}
    }

    /// Bytes of frames that were given by now.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        match *self {}
    }

    /// Names of the interfaces.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        match *self {}
        #[allow(unreachable_code)]
        std::iter::empty()
    }

    /// Fills a batch.
    ///
    /// # Errors
    /// Never: there is no such value.
    pub fn next_batch(&mut self, _: &mut Batch, _: usize) -> Result<bool, Error> {
        match *self {}
    }
}

/// Sends frames: on this system there is none.
pub enum Sender {}

impl Sender {
    /// For an interface.
    ///
    /// # Errors
    /// Always, on this system.
    pub fn open(_: &str) -> Result<Sender, Error> {
        Err(NOT_HERE)
    }

    /// Hands frames to the device without queueing them first.
    ///
    /// # Errors
    /// Never: there is no such value.
    pub fn bypass(self) -> Result<Sender, Error> {
        Ok(self)
    }

    /// Sends one frame.
    ///
    /// # Errors
    /// Never: there is no such value.
    pub fn send(&self, _: &[u8]) -> Result<(), Error> {
        match *self {}
    }

    /// Sends frames as fast as they go.
    ///
    /// # Errors
    /// Never: there is no such value.
    pub fn send_all<B: AsRef<[u8]>>(&self, _: &[B]) -> Result<usize, Error> {
        match *self {}
    }
}
