//! Learning from frames together: who follows a conversation, counts, or makes tables.

use crate::plan::From;
use requin_protocols::{Usual, dissect_frame};
use requin_wire::{
    Assembled, Dissection, Facts, Meta, Notes, Pick, Reassembled, Recalled, Registry, Sink, Transport,
    TransportFacts, Want,
};

/// What the conversations have to know for a tap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TapNeeds {
    /// TCP analysis.
    pub analysis: bool,
    /// Which protocol a conversation carries, and its PDUs.
    pub apps: bool,
}

impl TapNeeds {
    /// The needs of two taps together.
    #[must_use]
    pub fn and(self, other: TapNeeds) -> TapNeeds {
        TapNeeds { analysis: self.analysis || other.analysis, apps: self.apps || other.apps }
    }
}

/// Sees the frames that were selected, one by one, in the order of the capture.
///
/// It is called behind the gate of the output, so what it does there nobody does side by side with it:
/// it should be little for most frames.
pub trait Tap: Send {
    /// What must be known of conversations when [`frame`](Tap::frame) is called.
    fn needs(&self) -> TapNeeds;

    /// Takes note of a frame.
    fn frame(&mut self, seen: &Seen<'_>);
}

/// Looks into frames on behalf of a tap, on all threads at once, before the tap sees them.
pub trait Scout: Sync {
    /// Writes a note on a frame for the tap, or nothing. `dissection` is there to be used.
    fn look(&self, seen: &Seen<'_>, dissection: &mut Dissection, note: &mut Vec<u8>);
}

/// What is wanted of frames again and again, and where their dissection may begin for it.
pub struct Wanted {
    want: Want,
    from: From,
}

impl Wanted {
    /// Looks up once where dissections have to begin.
    #[must_use]
    pub fn new(registry: &Registry, want: Want) -> Wanted {
        Wanted { from: From::new(registry, &want, false), want }
    }
}

/// A frame as a tap sees it: outlined, with what is known of its conversations, not dissected.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// What the capture says of it.
    pub meta: &'a Meta,
    /// Its captured bytes.
    pub bytes: &'a [u8],
    /// Its transport headers.
    pub transports: &'a [Transport],
    /// Where its headers are, when it is a usual frame.
    pub(crate) usual: Option<&'a Usual>,
    /// Sources of their bytes beside the frame: packets that were put together from fragments.
    pub(crate) sources: &'a [requin_wire::Source],
    /// Such packets, of this frame and its neighbours.
    pub(crate) assembled: &'a [Assembled],
    /// Their conversations, in the same order.
    pub facts: &'a [TransportFacts],
    /// PDUs that were put together, as the facts count them.
    pub reassembled: &'a [Reassembled],
    /// Notes of protocols on it.
    pub recalled: &'a [Recalled],
    /// Protocols and fields.
    pub registry: &'a Registry,
    /// What the scout wrote.
    pub note: &'a [u8],
}

impl<'a> Seen<'a> {
    /// The transport headers, each with its conversation.
    pub fn headers(&self) -> impl Iterator<Item = (&'a Transport, &'a TransportFacts)> + use<'a> {
        self.transports.iter().zip(self.facts)
    }

    /// The bytes of a span of the frame, or of a packet that it made whole.
    #[must_use]
    pub fn span(&self, span: requin_wire::Span) -> &'a [u8] {
        let all = match span.source.checked_sub(requin_wire::FIRST_SOURCE) {
            Some(n) => self.sources.get(usize::from(n)).map_or(&[][..], |s| &s.bytes),
            None if span.source == requin_wire::FRAME => self.bytes,
            None => &[],
        };
        span.of(all)
    }

    fn known(&self) -> Facts<'a> {
        Facts {
            transports: self.facts,
            notes: Notes::default(),
            reassembled: self.reassembled,
            recalled: self.recalled,
            assembled: self.assembled,
        }
    }

    /// Dissects the frame, for what only few frames are asked for.
    pub fn dissect<S: Sink>(&self, want: &Want, into: &mut Dissection) {
        dissect_frame::<S>(self.registry, want, self.meta, &self.known(), self.bytes, into);
    }

    /// Takes what is wanted from the frame, beginning as far up as that allows.
    pub fn pick(&self, wanted: &Wanted, into: &mut Dissection) {
        let taken = self.usual.is_some_and(|usual| {
            let (want, facts) = (&wanted.want, self.known());
            wanted.from.take(self.registry, want, self.meta, &facts, self.bytes, usual, into)
        });
        if !taken {
            self.dissect::<Pick>(&wanted.want, into);
        }
    }
}
