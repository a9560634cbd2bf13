//! All memory across packets.
//!
//! A dissector is a pure function; what only earlier packets can tell it reads from
//! [`TransportFacts`]. This crate makes them: frames come in packet order, outlined, and each of their
//! transport headers gets an entry that is never changed afterwards. Everything after this pass may
//! happen in any order, on any thread.
//!
//! What is kept is bounded. Each conversation has a small record ([`Options::memory`] bytes for all of
//! them); what TCP analysis needs beyond that is made only when it is asked for
//! ([`Options::analysis`]), and has a bound of its own. When a bound is met the oldest
//! conversation that is idle goes, and [`Flow::warnings`] says so.

mod analyses;
mod analysis;
mod common;
mod conversations;
mod fragment;
mod key;
mod messages;
mod recall;
mod segment;
mod slab;
mod stream;
mod table;
mod tcp;
mod tells;

pub use conversations::Conversations;
pub use messages::{Carried, Messages};
use requin_wire::{Dissection, Meta, ProtoId, Registry, Transport, TransportFacts};
pub use table::Place;
pub use tells::Tells;

impl Evicted {
    /// Both together.
    fn and(self, other: Evicted) -> Evicted {
        Evicted {
            conversations: self.conversations + other.conversations,
            memories: self.memories + other.memories,
            analyses: self.analyses + other.analyses,
            remembered: self.remembered + other.remembered,
        }
    }
}

/// What is asked of the flow pass, and how much it may keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether `tcp.analysis.*` is wanted.
    pub analysis: bool,
    /// Whether anything above the transports is wanted.
    pub apps: bool,
    /// Bytes for the records of all conversations, and for what protocols keep with them.
    pub memory: usize,
    /// Bytes for TCP analysis.
    pub analysis_memory: usize,
    /// Bytes for PDUs that are being put together, and as many again for fragments of packets.
    pub reassembly_memory: usize,
    /// Bytes for what protocols remember.
    pub remember_memory: usize,
}

impl Default for Options {
    /// Everything, in 16 MiB for conversations, 6 MiB for analysis, 8 MiB for reassembly and 4 MiB for
    /// what protocols remember.
    fn default() -> Options {
        Options {
            analysis: true,
            apps: true,
            memory: 16 << 20,
            analysis_memory: 6 << 20,
            reassembly_memory: 8 << 20,
            remember_memory: 4 << 20,
        }
    }
}

impl Options {
    /// How much of the memory for conversations protocols may have. Most conversations carry something, and what one of
    /// them keeps is a little smaller than the record.
    fn share(memory: usize) -> usize {
        memory / 8 * 3
    }
}

/// What had to be given up to stay within bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evicted {
    /// Conversations forgotten; when one goes on, it counts as a new one.
    pub conversations: u64,
    /// Conversations whose protocol could not remember anything.
    pub memories: u64,
    /// How often a conversation went on whose analysis had been forgotten, and began anew.
    pub analyses: u64,
    /// Things that protocols remembered and that had to go: requests, most of all.
    pub remembered: u64,
}

/// The memory across packets: [`Conversations`] and, after them, [`Messages`].
pub struct Flow {
    conversations: Conversations,
    messages: Messages,
    /// What a frame's transports carry.
    carried: Vec<Carried>,
}

impl Flow {
    /// Nothing is known yet. The registry says which protocols there are and what their ports are.
    #[must_use]
    pub fn new(registry: &Registry, options: Options) -> Flow {
        Flow {
            conversations: Conversations::new(options),
            messages: Messages::new(registry, &options),
            carried: Vec::new(),
        }
    }

    /// Runs the [`Remember`](requin_wire::Remember) functions of those protocols alone that are wanted.
    #[must_use]
    pub fn only(mut self, wanted: &dyn Fn(ProtoId) -> bool) -> Flow {
        self.messages.store.only(wanted);
        self
    }

    /// Says of which protocols, and those that they carry, columns are all that is shown: they remember no more than that.
    #[must_use]
    pub fn for_columns(mut self, alone: &dyn Fn(ProtoId) -> bool) -> Flow {
        self.messages.store.for_columns(alone);
        self
    }

    /// The two halves, each of which may see a frame as soon as the first, or the one before, has seen it: on several
    /// threads, batches of frames go through both at the same time.
    #[must_use]
    pub fn split(self) -> (Conversations, Messages) {
        (self.conversations, self.messages)
    }

    /// Appends the facts of one frame to `facts`: an entry for each of the outline's transports, in
    /// their order. Frames must come in the order of the capture.
    ///
    /// When a fragment makes a packet whole, the frame is outlined again with what is inside: that outline
    /// is given back, and the facts are those of its transports.
    pub fn frame(
        &mut self,
        registry: &Registry,
        meta: &Meta,
        bytes: &[u8],
        outline: &Dissection,
        facts: &mut Vec<TransportFacts>,
    ) -> Option<&mut Dissection> {
        let first = facts.len();
        self.carried.clear();
        let again = self.conversations.frame(registry, meta, bytes, outline, facts, &mut self.carried);
        let facts = facts.get_mut(first..).unwrap_or_default();
        self.messages.frame(meta, bytes, again.as_deref().unwrap_or(outline), &self.carried, facts);
        again
    }

    /// Takes note of a frame's fragments alone; whether one made a packet whole. For those who want no
    /// facts about conversations.
    pub fn assemble(&mut self, registry: &Registry, meta: &Meta, bytes: &[u8], outline: &Dissection) -> bool {
        self.conversations.assemble(registry, meta, bytes, outline)
    }

    /// As [`frame`](Flow::frame), for one that has a single transport header and nothing else to be noted.
    /// `place` is what [`expect`](Conversations::expect) gave for it.
    #[inline]
    pub fn usual(
        &mut self,
        meta: &Meta,
        bytes: &[u8],
        t: &Transport,
        place: Place,
        facts: &mut Vec<TransportFacts>,
    ) {
        self.carried.clear();
        self.conversations.usual(meta, bytes, t, place, facts, &mut self.carried);
        if let ([c], Some(f)) = (self.carried.as_slice(), facts.last_mut()) {
            self.messages.usual(meta, bytes, t, *c, f);
        }
    }

    /// See [`Messages::take_reassembled`].
    pub fn take_reassembled(&mut self, list: &mut Vec<requin_wire::Reassembled>) {
        self.messages.take_reassembled(list);
    }

    /// See [`Messages::take_recalled`].
    pub fn take_recalled(&mut self, list: &mut Vec<requin_wire::Recalled>) {
        self.messages.take_recalled(list);
    }

    /// See [`Conversations::take_assembled`].
    pub fn take_assembled(&mut self, list: &mut Vec<requin_wire::Assembled>) {
        self.conversations.take_assembled(list);
    }

    /// See [`Messages::learn_secrets`].
    pub fn learn_secrets(&mut self, log: &[u8]) {
        self.messages.learn_secrets(log);
    }

    /// What had to be given up so far.
    #[must_use]
    pub fn evicted(&self) -> Evicted {
        self.conversations.evicted().and(self.messages.evicted())
    }

    /// What had to be given up so far, as sentences for the user.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        let mut w = self.conversations.warnings();
        w.extend(self.messages.warnings());
        w
    }

    /// What transports need to remember.
    #[must_use]
    pub fn conversations(&self) -> &Conversations {
        &self.conversations
    }

    /// What protocols above them need to remember.
    #[must_use]
    pub fn messages(&self) -> &Messages {
        &self.messages
    }
}
