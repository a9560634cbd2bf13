//! The frames that came last, kept in memory for when they will be wanted.

use crate::batch::{Frame, Record};
use crate::options::Options;
use requin_wire::Time;
use std::collections::VecDeque;
use std::time::Duration;

/// Frames are kept in pieces of about this many bytes, so that old ones can be let go of without moving others.
const PIECE: usize = 1 << 20;
/// Memory for frames, in bytes, when the span does not say how much.
const MEMORY: u64 = 256 << 20;
/// What keeping a frame costs beside its bytes.
const OVERHEAD: u64 = size_of::<Held>() as u64;

/// How far something reaches: all the bounds that are given hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Time, by the times of frames.
    pub time: Option<Duration>,
    /// Frames.
    pub packets: Option<u64>,
    /// Captured bytes.
    pub bytes: Option<u64>,
}

impl Span {
    /// Whether it has any bound.
    #[must_use]
    pub fn is_some(&self) -> bool {
        self.time.is_some() || self.packets.is_some() || self.bytes.is_some()
    }
}

struct Held {
    number: u64,
    record: Record,
    at: usize,
}

#[derive(Default)]
struct Piece {
    bytes: Vec<u8>,
    frames: Vec<Held>,
    /// Frames at the beginning that were let go of.
    gone: usize,
}

impl Piece {
    fn room(&self, length: usize) -> bool {
        self.bytes.is_empty() || self.bytes.len() + length <= PIECE
    }

    fn frame(&self, i: usize) -> Option<Frame<'_>> {
        let held = self.frames.get(i)?;
        let (data, options) = (held.record.captured as usize, held.record.options as usize);
        let (data, options) = self.bytes.get(held.at..)?.get(..data + options)?.split_at(data);
        let options = Options::new(options, held.record.big_endian);
        Some(Frame { number: held.number, record: &held.record, data, options })
    }
}

/// The frames that came last, within a [`Span`] and within memory.
pub struct Past {
    span: Span,
    /// Bytes that frames may take, with what keeping them costs.
    memory: u64,
    pieces: VecDeque<Piece>,
    spare: Option<Piece>,
    frames: u64,
    captured: u64,
    newest: i128,
    let_go: u64,
    short: bool,
}

impl Past {
    /// An empty past that reaches back as far as `span`, and never needs more than a quarter of a gigabyte unless
    /// its bytes say so.
    #[must_use]
    pub fn new(span: Span) -> Past {
        Past {
            span,
            memory: span.bytes.map_or(MEMORY, |b| b.saturating_mul(2).max(MEMORY)),
            pieces: VecDeque::new(),
            spare: None,
            frames: 0,
            captured: 0,
            newest: i128::MIN,
            let_go: 0,
            short: false,
        }
    }

    /// Frames in it.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.frames
    }

    /// Whether there is none in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.frames == 0
    }

    /// Frames that it has let go of since it was cleared.
    #[must_use]
    pub fn let_go(&self) -> u64 {
        self.let_go
    }

    /// Whether it ever reached back less far than it should have, for want of memory.
    #[must_use]
    pub fn fell_short(&self) -> bool {
        self.short
    }

    /// Adds a frame, and lets go of those that are too old then.
    pub fn push(&mut self, frame: Frame<'_>) {
        let options = frame.options.bytes();
        let length = frame.data.len() + options.len();
        if !self.pieces.back().is_some_and(|p| p.room(length)) {
            self.pieces.push_back(self.spare.take().unwrap_or_default());
        }
        let Some(piece) = self.pieces.back_mut() else { return };
        // What the record says of lengths is what was kept.
        let record = Record {
            captured: u32::try_from(frame.data.len()).unwrap_or(u32::MAX),
            options: u32::try_from(options.len()).unwrap_or(0),
            ..*frame.record
        };
        piece.frames.push(Held { number: frame.number, record, at: piece.bytes.len() });
        piece.bytes.extend_from_slice(frame.data);
        piece.bytes.extend_from_slice(options);
        self.frames += 1;
        self.captured += frame.data.len() as u64;
        self.newest = self.newest.max(record.time.as_nanos());
        self.trim();
    }

    /// Lets go of what is too old at this time.
    pub fn age(&mut self, now: Time) {
        self.newest = self.newest.max(now.as_nanos());
        self.trim();
    }

    fn trim(&mut self) {
        let oldest = self
            .span
            .time
            .map(|d| self.newest.saturating_sub(i128::try_from(d.as_nanos()).unwrap_or(i128::MAX)));
        while let Some(first) = self.pieces.front_mut() {
            let Some(held) = first.frames.get(first.gone) else {
                if self.pieces.len() == 1 && self.frames > 0 {
                    return;
                }
                if let Some(mut piece) = self.pieces.pop_front() {
                    piece.bytes.clear();
                    piece.frames.clear();
                    piece.gone = 0;
                    self.spare = Some(piece);
                }
                continue;
            };
            let within = oldest.is_none_or(|t| held.record.time.as_nanos() >= t)
                && self.span.packets.is_none_or(|most| self.frames <= most)
                && self.span.bytes.is_none_or(|most| self.captured <= most);
            let fits = self.captured + self.frames * OVERHEAD <= self.memory;
            if within && fits {
                return;
            }
            self.short |= within;
            first.gone += 1;
            self.frames -= 1;
            self.captured -= u64::from(held.record.captured);
            self.let_go += 1;
        }
    }

    /// All frames in it, the oldest first.
    pub fn frames(&self) -> impl Iterator<Item = Frame<'_>> {
        self.pieces.iter().flat_map(|p| (p.gone..p.frames.len()).filter_map(|i| p.frame(i)))
    }

    /// Lets go of all frames.
    pub fn clear(&mut self) {
        self.spare = self.pieces.pop_front().map(|mut piece| {
            piece.bytes.clear();
            piece.frames.clear();
            piece.gone = 0;
            piece
        });
        self.pieces.clear();
        (self.frames, self.captured, self.let_go) = (0, 0, 0);
    }
}
