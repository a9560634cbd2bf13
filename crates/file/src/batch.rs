//! Frames in the hand: records and the bytes they point into.

use crate::chunk::Data;
use crate::link::LinkType;
use crate::options::{Options, pad};
use requin_wire::Time;
use std::sync::Arc;

/// What a capture file says of one frame, without its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// When the frame was captured; zero when the file does not say.
    pub time: Time,
    /// Where the frame's bytes begin, in bytes of the uncompressed file.
    pub offset: u64,
    /// How many bytes of the frame are in the file.
    pub captured: u32,
    /// How many bytes the frame had on the wire.
    pub original: u32,
    /// The interface, counted over all sections of the file. See [`Interfaces`](crate::Interfaces).
    pub interface: u32,
    /// Bytes of options behind the frame's bytes and their padding.
    pub(crate) options: u32,
    /// What the frame begins with.
    pub link: LinkType,
    /// Whether the file gives a time: pcapng's Simple Packet Block does not.
    pub time_present: bool,
    /// Whether numbers in options are in big-endian order.
    pub(crate) big_endian: bool,
    /// Packets lost before this one, from formats with such a count in the record itself.
    pub dropped: Option<u16>,
}

impl Record {
    /// A frame of its own, to be written.
    #[must_use]
    pub fn new(time: Time, link: LinkType, interface: u32, captured: u32, original: u32) -> Record {
        Record {
            time,
            offset: 0,
            captured,
            original,
            interface,
            options: 0,
            link,
            time_present: true,
            big_endian: false,
            dropped: None,
        }
    }

    /// Whether the file has options (comments, flags …) for this frame. See [`Batch::options`].
    #[must_use]
    pub fn has_options(&self) -> bool {
        self.options != 0
    }
}

/// A frame with everything the file says of it.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Number in the file, from 1.
    pub number: u64,
    /// Times, lengths, interface.
    pub record: &'a Record,
    /// The captured bytes.
    pub data: &'a [u8],
    /// Comments, flags and the rest.
    pub options: Options<'a>,
}

/// Some frames of a file in their order, with their bytes.
///
/// It stands on its own: another thread can look at it while the reader goes on. Hand it back to
/// [`Reader::next_batch`](crate::Reader::next_batch) to have its memory used again.
#[derive(Default)]
pub struct Batch {
    pub(crate) records: Vec<Record>,
    pub(crate) data: Option<Data>,
    /// Offset in the file of the first byte of `data`.
    pub(crate) base: u64,
    pub(crate) first: u64,
}

/// The captured bytes of a batch's frames.
#[derive(Clone, Copy)]
pub struct Bytes<'b> {
    records: &'b [Record],
    bytes: &'b [u8],
    base: u64,
}

impl<'b> Bytes<'b> {
    /// Those of one frame; empty when there is no such frame.
    #[must_use]
    #[inline]
    pub fn of(&self, i: usize) -> &'b [u8] {
        self.records.get(i).map_or(&[], |record| self.slice(record.offset, record.captured))
    }

    #[inline]
    fn slice(&self, offset: u64, len: u32) -> &'b [u8] {
        let start = offset.wrapping_sub(self.base) as usize;
        self.bytes.get(start..start.saturating_add(len as usize)).unwrap_or(&[])
    }
}

impl Batch {
    /// An empty batch.
    #[must_use]
    pub fn new() -> Batch {
        Batch::default()
    }

    /// How many frames.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Number in the file of the first frame, from 1.
    #[must_use]
    pub fn first_number(&self) -> u64 {
        self.first
    }

    /// All records.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// One record.
    ///
    /// # Panics
    /// When `i` is not below [`Batch::len`], like a slice.
    #[must_use]
    #[inline]
    pub fn record(&self, i: usize) -> &Record {
        &self.records[i]
    }

    /// The captured bytes of one frame; empty when there is no such frame.
    #[must_use]
    #[inline]
    pub fn data(&self, i: usize) -> &[u8] {
        self.bytes().of(i)
    }

    /// The captured bytes of all frames, for who goes through many.
    #[must_use]
    #[inline]
    pub fn bytes(&self) -> Bytes<'_> {
        let bytes = self.data.as_ref().map_or(&[][..], Data::bytes);
        Bytes { records: &self.records, bytes, base: self.base }
    }

    /// Options of one frame; empty when there are none.
    #[must_use]
    pub fn options(&self, i: usize) -> Options<'_> {
        match self.records.get(i) {
            Some(record) if record.options != 0 => {
                let data = record.captured as usize;
                let at = record.offset + (data + pad(data)) as u64;
                Options::new(self.slice(at, record.options), record.big_endian)
            }
            _ => Options::default(),
        }
    }

    /// One frame with all that belongs to it.
    #[must_use]
    pub fn frame(&self, i: usize) -> Option<Frame<'_>> {
        let record = self.records.get(i)?;
        let number = self.first + i as u64;
        Some(Frame { number, record, data: self.data(i), options: self.options(i) })
    }

    /// All frames.
    pub fn frames(&self) -> impl Iterator<Item = Frame<'_>> {
        (0..self.len()).filter_map(|i| self.frame(i))
    }

    #[inline]
    fn slice(&self, offset: u64, len: u32) -> &[u8] {
        self.bytes().slice(offset, len)
    }

    /// Empties the batch for frames of another source than a [`Reader`](crate::Reader): `first` is the number of
    /// the first one, `bytes` are what their [`Record::offset`] points into.
    pub fn refill(&mut self, first: u64, bytes: Arc<dyn AsRef<[u8]> + Send + Sync>) {
        self.clear(first);
        self.data = Some(Data::Whole(bytes));
    }

    /// Adds a frame behind the others. Bytes beyond those of [`Batch::refill`] are not there.
    pub fn push(&mut self, record: Record) {
        self.records.push(record);
    }

    /// Lets go of the bytes, and of the frames with them, but keeps the memory that records stood in.
    pub fn release(&mut self) {
        self.clear(self.first);
    }

    pub(crate) fn clear(&mut self, first: u64) {
        self.records.clear();
        self.data = None;
        self.base = 0;
        self.first = first;
    }
}

impl std::fmt::Debug for Batch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Batch").field("first", &self.first).field("len", &self.records.len()).finish()
    }
}
