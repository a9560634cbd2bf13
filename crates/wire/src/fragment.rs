//! Packets that came in fragments (RFC 791, RFC 8200).

use crate::{Addr, Span};
use std::sync::Arc;

/// A fragment that was met, captured whole.
#[derive(Clone, Copy, Debug)]
pub struct Fragment {
    /// Sender of the packet.
    pub src: Addr,
    /// Its receiver.
    pub dst: Addr,
    /// Which packet it belongs to: fragments of one packet share addresses, identification and protocol.
    pub id: u32,
    /// The protocol where it is part of the key, as in IPv4; 0 for IPv6.
    pub protocol: u8,
    /// Where its bytes belong in the packet's payload.
    pub offset: u32,
    /// Whether others follow.
    pub more: bool,
    /// Where its bytes lie.
    pub span: Span,
}

/// The payload of a packet whose last fragment came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assembled {
    /// Number of the frame with that fragment.
    pub on: u64,
    /// Which of the frame's fragments it was, from 0.
    pub nth: u32,
    /// The payload.
    pub bytes: Arc<Vec<u8>>,
    /// Its fragments, by their offsets.
    pub parts: Vec<Part>,
}

/// A fragment of a payload that is whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Number of the frame that brought it.
    pub frame: u64,
    /// Where its bytes belong in the payload.
    pub offset: u32,
    /// How many there are.
    pub len: u32,
    /// Sum of the `Part::` flags.
    pub flags: u8,
}

impl Part {
    /// Some of its bytes came in another fragment, too.
    pub const OVERLAP: u8 = 1;
    /// And they were others.
    pub const CONFLICT: u8 = 2;
    /// It says that the payload ends here, and another one said that it ends elsewhere.
    pub const MULTIPLE_TAILS: u8 = 4;
    /// It goes past the end of the payload.
    pub const TOO_LONG: u8 = 8;

    /// Whether all of `flags` are set.
    #[must_use]
    pub fn has(&self, flags: u8) -> bool {
        self.flags & flags == flags
    }
}
