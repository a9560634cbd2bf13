//! What the pipeline begins with.

use requin_file::{Batch, Error, Format, Interfaces, Reader};
use std::sync::Arc;

/// Gives frames: a capture file, or interfaces of this machine.
pub trait Source: Send {
    /// Fills `batch` with up to `max` frames; false at the end. A source that has to wait for frames comes back
    /// several times a second with none.
    ///
    /// # Errors
    /// What ended the frames before their end. Those before it have been given.
    fn next_batch(&mut self, batch: &mut Batch, max: usize) -> Result<bool, Error>;

    /// The interfaces that frames came from.
    fn interfaces(&self) -> &Arc<Interfaces>;

    /// Whether frames say which interface they came from.
    fn numbered(&self) -> bool;

    /// Whether frames are being captured rather than read.
    fn is_live(&self) -> bool;

    /// Bytes that were taken in by now.
    fn consumed(&self) -> u64;

    /// The capture file, with what stands in it beside the frames.
    fn file(&self) -> Option<&Reader> {
        None
    }
}

impl Source for Reader {
    fn next_batch(&mut self, batch: &mut Batch, max: usize) -> Result<bool, Error> {
        Reader::next_batch(self, batch, max)
    }

    fn interfaces(&self) -> &Arc<Interfaces> {
        Reader::interfaces(self)
    }

    fn numbered(&self) -> bool {
        self.format() == Format::Pcapng
    }

    fn is_live(&self) -> bool {
        false
    }

    fn consumed(&self) -> u64 {
        Reader::consumed(self)
    }

    fn file(&self) -> Option<&Reader> {
        Some(self)
    }
}

impl Source for requin_capture::Live {
    fn next_batch(&mut self, batch: &mut Batch, max: usize) -> Result<bool, Error> {
        requin_capture::Live::next_batch(self, batch, max).map_err(|e| Error::Capture {
            file: self.names().collect::<Vec<_>>().join(", "),
            source: Box::new(e),
        })
    }

    fn interfaces(&self) -> &Arc<Interfaces> {
        requin_capture::Live::interfaces(self)
    }

    fn numbered(&self) -> bool {
        true
    }

    fn is_live(&self) -> bool {
        true
    }

    fn consumed(&self) -> u64 {
        self.bytes()
    }
}
