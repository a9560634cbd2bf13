//! Conversations at a glance: who spoke with whom from which port, how much, how long, and how it ended.

mod list;
mod names;
mod record;

pub use list::{Form, SORTS, Sort, Style, write};
pub use names::Names;
pub use record::{Conversation, Ending};

use requin_engine::{Seen, Tap, TapNeeds};
use requin_wire::TransportKind;
use std::mem::size_of;

/// Bytes that the list of conversations may take.
const MEMORY: usize = 96 << 20;

/// Conversations are kept in pieces of so many: growing copies nothing.
const PIECE: usize = 256;

/// All conversations, in the order in which they began.
#[derive(Default)]
struct List(Vec<Vec<Conversation>>);

impl List {
    fn len(&self) -> usize {
        self.0.last().map_or(0, |last| (self.0.len() - 1) * PIECE + last.len())
    }

    fn push(&mut self, c: Conversation) {
        match self.0.last_mut().filter(|last| last.len() < PIECE) {
            Some(last) => last.push(c),
            None => {
                let mut piece = Vec::with_capacity(PIECE);
                piece.push(c);
                self.0.push(piece);
            }
        }
    }

    #[inline]
    fn get_mut(&mut self, n: usize) -> Option<&mut Conversation> {
        self.0.get_mut(n / PIECE)?.get_mut(n % PIECE)
    }
}

/// The conversations of one transport, found by stream index.
#[derive(Default)]
struct Index(Vec<u32>);

/// Learns about all TCP and UDP conversations.
#[derive(Default)]
pub struct Streams {
    list: List,
    tcp: Index,
    udp: Index,
    names: usize,
    /// Frames of conversations that are not listed, for want of room.
    unlisted: u64,
    first: Option<requin_wire::Time>,
    memory: Option<usize>,
}

impl Streams {
    /// Nothing yet, in at most so many bytes instead of the usual ones.
    #[must_use]
    pub fn within(memory: usize) -> Streams {
        Streams { memory: Some(memory), ..Streams::default() }
    }

    /// The conversations, in the order in which they began.
    pub fn list(&self) -> impl Iterator<Item = &Conversation> {
        self.list.0.iter().flatten()
    }

    /// Time of the first frame of the capture.
    #[must_use]
    pub fn first(&self) -> requin_wire::Time {
        self.first.unwrap_or(requin_wire::Time::ZERO)
    }

    /// What had to be given up to stay within bounds.
    #[must_use]
    pub fn warning(&self) -> Option<String> {
        (self.unlisted > 0).then(|| {
            format!(
                "{} packets are of conversations that are not listed, to stay within {} MiB: choose with -Y or -f",
                self.unlisted,
                self.bound() >> 20
            )
        })
    }

    fn bound(&self) -> usize {
        self.memory.unwrap_or(MEMORY)
    }

    /// The record of a conversation, a new one when there is none yet and there is room.
    #[inline]
    fn find(&mut self, tcp: bool, stream: u32) -> Option<&mut Conversation> {
        let index = if tcp { &self.tcp } else { &self.udp };
        let slot = match index.0.get(stream as usize) {
            Some(slot) if *slot != 0 => *slot,
            _ => self.add(tcp, stream)?,
        };
        self.list.get_mut(slot as usize - 1)
    }

    #[cold]
    fn add(&mut self, tcp: bool, stream: u32) -> Option<u32> {
        let room = self.bound().saturating_sub(self.names + (self.tcp.0.len() + self.udp.0.len()) * 4);
        let index = if tcp { &mut self.tcp } else { &mut self.udp };
        let longer = (stream as usize + 1).saturating_sub(index.0.len());
        if self.list.len() * size_of::<Conversation>() + longer * 4 + size_of::<Conversation>() > room {
            return None;
        }
        self.list.push(Conversation::new(tcp, stream));
        let slot = u32::try_from(self.list.len()).ok()?;
        if longer > 0 {
            index.0.resize(stream as usize + 1, 0);
        }
        *index.0.get_mut(stream as usize)? = slot;
        Some(slot)
    }
}

impl Tap for Streams {
    fn needs(&self) -> TapNeeds {
        TapNeeds { analysis: true, apps: true }
    }

    fn frame(&mut self, seen: &Seen<'_>) {
        if self.first.is_none() {
            self.first = Some(seen.meta.first);
        }
        for (n, (t, f)) in seen.headers().enumerate() {
            let tcp = match t.kind {
                TransportKind::Tcp => true,
                TransportKind::Udp => false,
                TransportKind::Sctp | TransportKind::Dccp => continue,
            };
            if t.quoted {
                continue;
            }
            let Some(c) = self.find(tcp, f.stream) else {
                self.unlisted += 1;
                continue;
            };
            c.frame(seen, t, f);
            // What the scout found is of the innermost transport.
            if !seen.note.is_empty() && n + 1 == seen.transports.len() {
                self.names += c.noted(seen.note);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_bounded() {
        let mut streams = Streams::within(1 << 20);
        let listed = (0..100_000).filter(|n| streams.find(n % 2 == 0, n / 2).is_some()).count();
        assert!(listed > 1000 && listed < 100_000, "{listed}");
        assert_eq!(streams.list().count(), listed);
        let taken =
            streams.list.len() * size_of::<Conversation>() + (streams.tcp.0.len() + streams.udp.0.len()) * 4;
        assert!(taken <= 1 << 20, "{taken}");
        // What is listed goes on, also beyond the bound; a high number does not make the index long.
        assert!(streams.find(true, 0).is_some());
        assert!(streams.find(true, u32::MAX - 1).is_none());
    }
}
