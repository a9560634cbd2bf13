//! Values of fields: small scalars, or places where bytes lie.

use crate::Time;

/// The frame's own bytes.
pub const FRAME: u8 = 0;
/// Bytes that a dissector made, such as a name with its compression undone.
pub const SCRATCH: u8 = 1;
/// The first of the further sources: reassembled, decrypted, decompressed bytes.
pub const FIRST_SOURCE: u8 = 2;

/// A range of bytes of one source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Offset of the first byte in the source.
    pub start: u32,
    /// Length in bytes.
    pub len: u32,
    /// Which source: [`FRAME`], [`SCRATCH`], or one from [`FIRST_SOURCE`] on.
    pub source: u8,
}

impl Span {
    /// A span of the given source.
    #[must_use]
    pub const fn new(source: u8, start: usize, len: usize) -> Span {
        Span { start: start as u32, len: len as u32, source }
    }

    /// The bytes it stands for, of all those of its source, as far as they are there.
    #[inline]
    #[must_use]
    pub fn of(self, all: &[u8]) -> &[u8] {
        let rest = all.get(self.start as usize..).unwrap_or_default();
        rest.get(..self.len as usize).unwrap_or(rest)
    }
}

/// What a field holds. The field's type says how to read it.
///
/// It never borrows: buffers stay free of lifetimes and are used again for the next packet.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Value {
    /// No value of its own: a label, a protocol that was seen.
    #[default]
    None,
    /// Unsigned integers, booleans, characters, IPv4 addresses, frame numbers. Masked and shifted already.
    U(u64),
    /// Signed integers.
    I(i64),
    /// Floating-point numbers.
    F(f64),
    /// Bytes, addresses longer than four bytes, GUIDs, OIDs (BER content), protocols.
    Bytes(Span),
    /// Text, meant to be UTF-8; whoever prints it escapes it.
    Str(Span),
    /// A point in time or a duration: seconds, and nanoseconds that count forward from them.
    Time(i64, u32),
}

impl From<Time> for Value {
    fn from(t: Time) -> Value {
        Value::Time(t.secs, t.nanos)
    }
}

impl Value {
    /// The time in a time value.
    #[must_use]
    pub const fn as_time(self) -> Option<Time> {
        match self {
            Value::Time(secs, nanos) => Some(Time { secs, nanos }),
            _ => None,
        }
    }

    /// The number in an unsigned value.
    #[must_use]
    pub const fn as_u64(self) -> Option<u64> {
        match self {
            Value::U(v) => Some(v),
            _ => None,
        }
    }

    /// Where the bytes of the value lie, when it is bytes or text.
    #[must_use]
    pub const fn span(self) -> Option<Span> {
        match self {
            Value::Bytes(s) | Value::Str(s) => Some(s),
            _ => None,
        }
    }
}
