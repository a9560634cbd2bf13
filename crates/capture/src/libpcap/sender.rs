//! Sending frames as they are.

use super::interfaces::devices;
use super::{error, handle, sys, text};
use crate::Error;
use crate::interface::{ANY, find};
use pcap::{Active, Capture};
use requin_bpf::{Insn, code};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How long to wait when the device has no room for more.
const FULL: Duration = Duration::from_micros(50);
/// How often to wait so for one frame: ten seconds in all.
const PATIENCE: u32 = 200_000;

/// Sends frames on an interface, each with its link-layer header as it is to be on the wire.
pub struct Sender {
    name: String,
    capture: Mutex<Capture<Active>>,
}

impl Sender {
    /// For an interface, by its name.
    ///
    /// # Errors
    /// When it is not there or not up, or we may not send on it.
    pub fn open(name: &str) -> Result<Sender, Error> {
        let name = find(&devices()?, name)?.name;
        if name == ANY {
            return Err(Error::Cannot { name, what: "send: name one interface".into() });
        }
        let mut capture = handle::look(&name)?;
        // The handle would gather what comes, which nobody looks at. If it can't be told, it drops what it has no
        // room for.
        let nothing = Insn { code: code::RET_K, jt: 0, jf: 0, k: 0 };
        let _ = sys::set_filter(&mut capture, &[nothing]);
        Ok(Sender { name, capture: Mutex::new(capture) })
    }

    /// Hands frames to the device without queueing them first: libpcap can't.
    ///
    /// # Errors
    /// Always.
    pub fn bypass(self) -> Result<Sender, Error> {
        Err(Error::Cannot { name: self.name, what: "go round the queue through libpcap".into() })
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
        let mut capture = self.capture.lock().unwrap_or_else(PoisonError::into_inner);
        for frame in frames {
            let mut tries = 0;
            while let Err(e) = capture.sendpacket(frame.as_ref()) {
                tries += 1;
                // `ENOBUFS`: the queue of the device is full.
                if tries > PATIENCE || !text(&e).contains("buffer space") {
                    return Err(error(&self.name, "send", &e));
                }
                std::thread::sleep(FULL);
            }
        }
        Ok(frames.len())
    }
}
