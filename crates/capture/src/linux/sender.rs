//! Sending frames as they are.

use super::interfaces::interfaces;
use super::{socket, sys};
use crate::Error;
use crate::interface::{ANY, find};
use std::io;
use std::os::fd::OwnedFd;
use std::time::Duration;

/// How long to wait when the device has no room for more.
const FULL: Duration = Duration::from_micros(50);

/// Sends frames on an interface, each with its link-layer header as it is to be on the wire.
pub struct Sender {
    name: String,
    fd: OwnedFd,
}

impl Sender {
    /// For an interface, by its name.
    ///
    /// # Errors
    /// When it is not there or not up, or we may not send on it.
    pub fn open(name: &str) -> Result<Sender, Error> {
        let interface = find(&interfaces()?, name)?;
        let name = interface.name;
        if name == ANY {
            return Err(Error::Cannot { name, what: "send: name one interface".into() });
        }
        if !interface.up {
            return Err(Error::Down { name });
        }
        let fd = socket::raw(&name, false)?;
        sys::bind_packet(&fd, interface.index, 0).map_err(|e| Error::system(&name, "send", e))?;
        Ok(Sender { name, fd })
    }

    /// Hands frames to the device without queueing them first: faster, but those that it has no room for are lost.
    ///
    /// # Errors
    /// When the kernel can't.
    pub fn bypass(self) -> Result<Sender, Error> {
        sys::set(&self.fd, libc::SOL_PACKET, libc::PACKET_QDISC_BYPASS, &1i32)
            .map_err(|e| Error::system(&self.name, "go round the queue", e))?;
        Ok(self)
    }

    /// Sends one frame.
    ///
    /// # Errors
    /// When it can't be sent: too long, interface down or gone.
    pub fn send(&self, frame: &[u8]) -> Result<(), Error> {
        self.send_all(&[frame]).map(|_| ())
    }

    /// Sends frames as fast as they go; how many were sent.
    ///
    /// # Errors
    /// When one can't be sent. Those before it were.
    pub fn send_all<B: AsRef<[u8]>>(&self, frames: &[B]) -> Result<usize, Error> {
        let mut sent = 0;
        while let Some(rest) = frames.get(sent..).filter(|r| !r.is_empty()) {
            match sys::send_many(&self.fd, rest.get(..sys::MANY).unwrap_or(rest)) {
                Ok(some) => sent += some.max(1),
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) if e.raw_os_error() == Some(libc::ENOBUFS) => std::thread::sleep(FULL),
                Err(e) => return Err(Error::system(&self.name, "send", e)),
            }
        }
        Ok(sent)
    }
}
