//! What is known of a conversation.

use crate::End;
use requin_engine::Seen;
use requin_wire::{ProtoId, TcpFacts, Time, Transport, TransportFacts};

const FIN: u8 = 0x01;
const SYN: u8 = 0x02;
const RST: u8 = 0x04;
const ACK: u8 = 0x10;

/// A TCP or UDP conversation. Where there are two of something, the client's comes first.
///
/// What nearly every frame changes stands first, in a line of the cache of its own: there may be many conversations,
/// and the next frame is seldom of one that was looked at just before.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub struct Conversation {
    /// Packets each way.
    pub packets: [u64; 2],
    /// Bytes of whole frames each way, on the wire.
    pub bytes: [u64; 2],
    /// Time of the last packet.
    pub last: Time,
    /// Flags of all segments together, each way: the low eight bits.
    pub flags: [u8; 2],
    /// Number of the protocol above + 1, 0 for none.
    above: u16,
    /// TCP, or else UDP.
    pub tcp: bool,
    /// A segment with the ACK flag came from the server.
    answered: bool,
    /// The time of the handshake is known.
    timed: bool,
    /// Who sent the first RST + 1, 0 for nobody.
    reset: u8,
    /// Who sent the first FIN + 1, 0 for nobody.
    closed: u8,
    /// Stream index.
    pub stream: u32,
    /// Segments sent again, each way.
    pub again: [u32; 2],
    /// How often segments before one were missing, each way.
    pub lost: [u32; 2],
    /// Initial sequence numbers, where the SYN was captured.
    pub initial: [Option<u32>; 2],
    /// Time of the first packet.
    pub first: Time,
    /// Time between SYN and the handshake's ACK, zero when unknown.
    pub round_trip: Time,
    /// Both ends, the client first: who sent the SYN; when that was not captured, who has a client's port, or who spoke first.
    pub ends: [End; 2],
    name: Option<Box<str>>,
}

/// How a conversation ended, as far as the capture tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// There is no end to a UDP conversation.
    None,
    /// It had not ended.
    Open,
    /// Nobody answered the SYN.
    Unanswered,
    /// The server answered the SYN with a RST.
    Refused,
    /// Both sides sent a FIN; the given one (0 client, 1 server) first.
    Finished(usize),
    /// Only the given side sent a FIN.
    HalfClosed(usize),
    /// The given side sent a RST.
    Reset(usize),
}

impl Conversation {
    pub(super) fn new(tcp: bool, stream: u32) -> Conversation {
        Conversation {
            packets: [0; 2],
            bytes: [0; 2],
            last: Time::ZERO,
            flags: [0; 2],
            above: 0,
            tcp,
            answered: false,
            timed: false,
            reset: 0,
            closed: 0,
            stream,
            again: [0; 2],
            lost: [0; 2],
            initial: [None; 2],
            first: Time::ZERO,
            round_trip: Time::ZERO,
            ends: [End::NONE; 2],
            name: None,
        }
    }

    /// Takes note of a frame.
    #[inline]
    pub(super) fn frame(&mut self, seen: &Seen<'_>, t: &Transport, f: &TransportFacts) {
        let flags = if self.tcp { seen.span(t.header).get(13).copied().unwrap_or(0) } else { 0 };
        if self.packets == [0; 2] {
            self.begin(seen, t, f);
        }
        let side = usize::from(!f.forward);
        self.packets[side] += 1;
        self.bytes[side] += u64::from(seen.meta.original);
        self.last = seen.meta.time;
        if let Some(app) = f.app {
            self.above = app.0.saturating_add(1);
        }
        if self.tcp {
            self.segment(seen, t, f, side, flags);
        }
    }

    #[cold]
    fn begin(&mut self, seen: &Seen<'_>, t: &Transport, f: &TransportFacts) {
        let (from, to) = (End::sender(t), End::receiver(t));
        self.ends = if f.forward { [from, to] } else { [to, from] };
        self.first = seen.meta.time;
    }

    #[inline]
    fn segment(&mut self, seen: &Seen<'_>, t: &Transport, f: &TransportFacts, side: usize, flags: u8) {
        self.flags[side] |= flags;
        self.answered |= side == 1 && flags & (ACK | RST) == ACK;
        const AGAIN: u32 =
            TcpFacts::RETRANSMISSION | TcpFacts::FAST_RETRANSMISSION | TcpFacts::SPURIOUS_RETRANSMISSION;
        if f.tcp.flags & (AGAIN | TcpFacts::LOST_SEGMENT) != 0 {
            self.again[side] += u32::from(f.tcp.flags & AGAIN != 0);
            self.lost[side] += u32::from(f.tcp.has(TcpFacts::LOST_SEGMENT));
        }
        if !self.timed && f.tcp.initial_rtt != Time::ZERO {
            self.timed = true;
            self.round_trip = f.tcp.initial_rtt;
        }
        let by = side as u8 + 1;
        if flags & (SYN | FIN | RST) != 0 {
            if flags & SYN != 0 && self.initial[side].is_none() {
                let seq = seen.span(t.header).get(4..8).and_then(|b| b.first_chunk());
                self.initial[side] = seq.map(|b| u32::from_be_bytes(*b));
            }
            if flags & FIN != 0 && self.closed == 0 {
                self.closed = by;
            }
            if flags & RST != 0 && self.reset == 0 {
                self.reset = by;
            }
        }
    }

    /// Takes what the scout found; the bytes it takes.
    #[cold]
    pub(super) fn noted(&mut self, note: &[u8]) -> usize {
        if let Some(proto) = note.first_chunk() {
            self.above = u16::from_be_bytes(*proto).saturating_add(1);
        }
        let name = note.get(2..).unwrap_or_default();
        if name.is_empty() || self.name.is_some() {
            return 0;
        }
        self.name = Some(String::from_utf8_lossy(name).into());
        name.len()
    }

    /// The protocol above the transport, when one was recognised.
    #[must_use]
    pub fn app(&self) -> Option<ProtoId> {
        self.above.checked_sub(1).map(ProtoId)
    }

    /// The name that the client asked for: of TLS, or the host of HTTP.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    /// Time from the first packet to the last.
    #[must_use]
    pub fn duration(&self) -> Time {
        self.last.since(self.first)
    }

    /// How it ended.
    #[must_use]
    pub fn ending(&self) -> Ending {
        if !self.tcp {
            return Ending::None;
        }
        if let Some(by) = self.reset.checked_sub(1) {
            let refused = by == 1 && !self.answered && self.initial[0].is_some();
            return if refused { Ending::Refused } else { Ending::Reset(usize::from(by)) };
        }
        if let Some(by) = self.closed.checked_sub(1) {
            let both = self.flags[0] & self.flags[1] & FIN != 0;
            let by = usize::from(by);
            return if both { Ending::Finished(by) } else { Ending::HalfClosed(by) };
        }
        if self.initial[0].is_some() && self.packets[1] == 0 { Ending::Unanswered } else { Ending::Open }
    }
}

impl Ending {
    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        let who = |by, client, server| if by == 0 { client } else { server };
        match self {
            Ending::None => "",
            Ending::Open => "open",
            Ending::Unanswered => "no answer",
            Ending::Refused => "refused",
            Ending::Finished(by) => who(by, "FIN by client", "FIN by server"),
            Ending::HalfClosed(by) => who(by, "half-closed by client", "half-closed by server"),
            Ending::Reset(by) => who(by, "RST by client", "RST by server"),
        }
    }
}
