//! Capture files: pcap, pcapng and snoop, plain or compressed.
//!
//! [`Reader`] finds format and compression by content and hands out [`Batch`]es of frames without copying
//! them. Memory stays bounded whatever a file claims, and every frame before a damage is delivered.

mod batch;
mod chunk;
mod compress;
mod encode;
mod error;
mod format;
mod framed;
pub mod info;
mod info_text;
mod link;
mod link_table;
mod meta;
mod options;
mod past;
mod pcap;
mod pcapng;
mod pcapng_meta;
mod reader;
mod ripemd160;
mod series;
mod sink;
mod snoop;
mod source;
mod trigger;
mod writer;

pub use batch::{Batch, Bytes, Frame, Record};
pub use compress::Compression;
pub use encode::OptionsBuf;
pub use error::Error;
pub use format::Format;
pub use info_text::LocalOffset;
pub use link::{Encap, LinkType, PER_PACKET, UNKNOWN};
pub use meta::{
    Interface, Interfaces, KeptBlock, KeptOption, NameRecord, Resolution, Secret, Section, Statistics,
};
pub use options::{Iter as OptionsIter, Opt, Options, code};
pub use past::{Past, Span};
pub use reader::Reader;
pub use series::{Clock, Counts, Limits, LocalTime, OnClosed, OnMade, Rotation, Series};
pub use trigger::Trigger;
pub use writer::{Header, Writer};

use std::sync::Arc;

/// Reads all of a file that is in memory: how many frames it has, and the error that ended it.
///
/// An entry for fuzzing: whatever the bytes, it comes back, does not panic and does not grow without bound.
#[must_use]
pub fn drain(bytes: &[u8]) -> (u64, Option<Error>) {
    let mut reader = match Reader::from_backing("fuzz", Arc::new(bytes.to_vec())) {
        Ok(reader) => reader,
        Err(error) => return (0, Some(error)),
    };
    let mut batch = Batch::new();
    loop {
        match reader.next_batch(&mut batch, 256) {
            Ok(true) => {}
            Ok(false) => return (reader.frames(), None),
            Err(error) => return (reader.frames(), Some(error)),
        }
    }
}
