//! Systems that packets can't be captured on in this build.

use crate::live::{Common, System};
use crate::order::Queue;
use crate::{Error, Interface, Options};
use requin_file::{Batch, Record, Section};
use std::time::Duration;

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

/// What captures: on this system there is nothing.
pub(crate) enum Lanes {}

/// What is known of an interface that is captured: there is none.
pub(crate) enum Open {}

impl System for Lanes {
    type Lane = Lanes;

    fn new() -> Result<Lanes, Error> {
        Err(NOT_HERE)
    }

    fn open(&mut self, _: usize, _: &mut Common) -> Result<bool, Error> {
        match *self {}
    }

    fn lanes(&mut self) -> &mut [Lanes] {
        match *self {}
    }

    fn collect(&mut self, _: &mut Common) {
        match *self {}
    }

    fn give(one: &mut Lanes, _: &mut Batch, _: u64, _: usize) -> bool {
        match *one {}
    }

    fn wait(&mut self, _: Duration, _: &mut Common) -> Result<(), Error> {
        match *self {}
    }

    fn end(&mut self, _: &mut Common) {
        match *self {}
    }
}

impl Queue for Lanes {
    fn next(&self) -> Option<&Record> {
        match *self {}
    }

    fn take(&mut self) -> Option<(Record, &[u8])> {
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
