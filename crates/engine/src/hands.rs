//! What a thread has in its hands: a batch of frames, what is known of them, and its tools.

use crate::Records;
use requin_file::Batch;
use requin_flow::{Carried, Place};
use requin_protocols::Usual;
use requin_wire::{
    Aside, Assembled, Dissection, Facts, Fragment, Meta, Notes, Reassembled, Recalled, Registry, Transport,
    TransportFacts, View,
};
use std::ops::Range;

/// What the display filter says of a frame before conversations took note of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is displayed.
    Taken,
    /// It is not.
    Left,
    /// It is not, and nothing that is displayed depends on it.
    LeftOut,
    /// That can't be told yet.
    Open,
}

/// A batch of frames, and what is known of them.
#[derive(Default)]
pub(crate) struct Frames {
    pub(crate) batch: Batch,
    /// Which frames of the batch the capture filter took. All lists below go by these.
    pub(crate) taken: Vec<u32>,
    pub(crate) metas: Vec<Meta>,
    /// The headers of those that are usual.
    pub(crate) usuals: Vec<Option<Usual>>,
    /// Where their conversations were before the batch was taken note of.
    pub(crate) places: Vec<Place>,
    /// What the display filter says of them, when it can be told early.
    pub(crate) verdicts: Vec<Verdict>,
    /// Transport headers of those that are not usual.
    pub(crate) transports: Vec<Transport>,
    pub(crate) transport_ends: Vec<u32>,
    pub(crate) facts: Vec<TransportFacts>,
    pub(crate) fact_ends: Vec<u32>,
    /// What they carry.
    pub(crate) carried: Vec<Carried>,
    pub(crate) carried_ends: Vec<u32>,
    pub(crate) reassembled: Vec<Reassembled>,
    /// Which of the frames, and what it wants to remember.
    pub(crate) asides: Vec<(u32, Aside)>,
    pub(crate) recalled: Vec<Recalled>,
    pub(crate) recalled_ends: Vec<u32>,
    /// Which of the frames, and the fragments in it.
    pub(crate) fragments: Vec<(u32, Fragment)>,
    /// Packets that fragments made whole.
    pub(crate) assembled: Vec<Assembled>,
    /// The outlines of frames with a packet that became whole.
    pub(crate) again: Vec<(u32, Dissection)>,
    /// Fragments were dealt with, where that is only done when there are some.
    pub(crate) gathered: bool,
    /// Something other than frames was met in the capture since the batch before.
    pub(crate) news: bool,
    /// Key logs that stood in the capture before these frames.
    pub(crate) secrets: Vec<Vec<u8>>,
}

impl Frames {
    /// The facts of the `k`-th frame.
    #[inline]
    pub(crate) fn facts<'f>(&'f self, k: usize, notes: Notes<'f>) -> Facts<'f> {
        Facts {
            transports: part(&self.facts, &self.fact_ends, k),
            notes,
            reassembled: &self.reassembled,
            recalled: part(&self.recalled, &self.recalled_ends, k),
            assembled: &self.assembled,
        }
    }
}

/// What frames are dissected with.
pub(crate) struct Tools {
    pub(crate) records: Records,
    pub(crate) comments: Vec<String>,
    pub(crate) dissection: Dissection,
}

/// All that a thread uses again and again.
pub(crate) struct Hands {
    /// The batch it works on.
    pub(crate) frames: Box<Frames>,
    pub(crate) tools: Tools,
    /// Which of the frames are displayed.
    pub(crate) shown: Vec<u32>,
    /// Those of them that the trigger takes.
    pub(crate) marked: Vec<u32>,
    /// What was printed of them.
    pub(crate) text: Vec<u8>,
    /// How many frames were printed.
    pub(crate) printed: usize,
    /// Pieces of their text were written already.
    pub(crate) begun: bool,
    /// What the scout noted of them, and where each note ends.
    pub(crate) notes: Vec<u8>,
    pub(crate) note_ends: Vec<u32>,
}

impl Hands {
    /// Empty ones.
    pub(crate) fn new(records: Records) -> Hands {
        let tools = Tools { records, comments: Vec::new(), dissection: Dissection::default() };
        Hands {
            frames: Box::default(),
            tools,
            shown: Vec::new(),
            marked: Vec::new(),
            text: Vec::new(),
            printed: 0,
            begun: false,
            notes: Vec::new(),
            note_ends: Vec::new(),
        }
    }

    /// The `k`-th frame as it was dissected last.
    #[inline]
    pub(crate) fn view<'h>(&'h self, registry: &'h Registry, k: usize) -> Option<View<'h>> {
        let (meta, i) = (self.frames.metas.get(k)?, *self.frames.taken.get(k)? as usize);
        Some(View { meta, bytes: self.frames.batch.data(i), dissection: &self.tools.dissection, registry })
    }
}

/// The transport headers of the `k`-th frame.
#[inline]
pub(crate) fn headers<'f>(
    usuals: &'f [Option<Usual>],
    transports: &'f [Transport],
    ends: &[u32],
    k: usize,
) -> &'f [Transport] {
    match usuals.get(k) {
        Some(Some(usual)) => std::slice::from_ref(&usual.transport),
        _ => part(transports, ends, k),
    }
}

/// The `k`-th part of `all`, given where each part ends.
#[inline]
pub(crate) fn part<'p, T>(all: &'p [T], ends: &[u32], k: usize) -> &'p [T] {
    let Some(end) = ends.get(k) else { return &[] };
    let start = k.checked_sub(1).and_then(|k| ends.get(k)).copied().unwrap_or(0);
    all.get(Range { start: start as usize, end: *end as usize }).unwrap_or_default()
}

/// The same, to be changed.
#[inline]
pub(crate) fn part_mut<'p, T>(all: &'p mut [T], ends: &[u32], k: usize) -> &'p mut [T] {
    let Some(end) = ends.get(k) else { return &mut [] };
    let start = k.checked_sub(1).and_then(|k| ends.get(k)).copied().unwrap_or(0);
    all.get_mut(Range { start: start as usize, end: *end as usize }).unwrap_or_default()
}
