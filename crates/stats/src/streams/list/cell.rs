//! The cells of the table.

use super::FLAGS;
use crate::End;
use requin_wire::digits::{four_digits, ipv4_text};
use requin_wire::{AddrKind, Time};

/// What stands in a cell. How wide it is can be told without writing it: all rows are measured before the first
/// one is written. All of it is ASCII.
#[derive(Clone, Copy, Debug)]
pub(super) enum Cell<'a> {
    /// Transport and stream index.
    Stream(&'static str, u32),
    /// Address and port.
    End(&'a End),
    Text(&'static str),
    Number(u64),
    /// Nothing when there is no number.
    Known(Option<u32>),
    /// Numbers of both ways, nothing when they are zero.
    Both([u32; 2]),
    /// Seconds to six places, the rest cut off.
    Seconds(Time),
    /// Milliseconds to three places, rounded.
    Millis(Option<Time>),
    /// Flags of TCP.
    Flags(u8),
}

impl Cell<'_> {
    /// How many characters wide it is. The buffer is one to try things out in.
    #[inline]
    pub(super) fn width(&self, scratch: &mut Vec<u8>) -> usize {
        match *self {
            Cell::Stream(transport, n) => transport.len() + 1 + digits(u64::from(n)),
            Cell::End(e) if e.addr.kind == AddrKind::Ipv4 => {
                let [a, b, c, d, ..] = e.addr.bytes;
                octet(a) + octet(b) + octet(c) + octet(d) + 4 + digits(u64::from(e.port))
            }
            Cell::End(e) => {
                scratch.clear();
                e.write(scratch);
                scratch.len()
            }
            Cell::Text(text) => text.len(),
            Cell::Number(n) => digits(n),
            Cell::Known(n) => n.map_or(0, |n| digits(u64::from(n))),
            Cell::Both([0, 0]) => 0,
            Cell::Both([a, b]) => digits(u64::from(a)) + 1 + digits(u64::from(b)),
            Cell::Seconds(t) => {
                let (negative, secs, _) = parts(t);
                usize::from(negative) + digits(secs) + 7
            }
            Cell::Millis(t) => t.map_or(0, |t| {
                let (negative, millis, _) = millis(t);
                usize::from(negative) + digits(millis) + 4
            }),
            Cell::Flags(bits) => bits.count_ones() as usize,
        }
    }

    /// Writes it into its place, which is blank and has room for it: numbers and times to its end.
    #[inline]
    pub(super) fn put(&self, place: &mut [u8], scratch: &mut Vec<u8>) {
        match *self {
            Cell::Stream(transport, n) => {
                let at = left(place, transport.as_bytes()) + 1;
                number(place, at + digits(u64::from(n)), u64::from(n));
            }
            Cell::End(e) if e.addr.kind == AddrKind::Ipv4 => {
                let [a, b, c, d, ..] = e.addr.bytes;
                let (text, len) = ipv4_text(u32::from_be_bytes([a, b, c, d]));
                let at = left(place, text.get(..len).unwrap_or_default()) + 1;
                let at = number(place, at + digits(u64::from(e.port)), u64::from(e.port));
                one(place, at, b':');
            }
            Cell::End(e) => {
                scratch.clear();
                e.write(scratch);
                left(place, scratch);
            }
            Cell::Text(text) => _ = left(place, text.as_bytes()),
            Cell::Number(n) => _ = number(place, place.len(), n),
            Cell::Known(n) => n.into_iter().for_each(|n| _ = number(place, place.len(), u64::from(n))),
            Cell::Both([0, 0]) => {}
            Cell::Both([a, b]) => {
                let at = number(place, place.len(), u64::from(b));
                let at = one(place, at, b'/');
                number(place, at, u64::from(a));
            }
            Cell::Seconds(t) => {
                let (negative, secs, nanos) = parts(t);
                let [a, b, c, d] = four_digits(u64::from(nanos / 100_000));
                let [_, _, e, f] = four_digits(u64::from(nanos / 1000 % 100));
                let at = right(place, &[b'.', a, b, c, d, e, f]);
                signed(place, at, negative, secs);
            }
            Cell::Millis(t) => t.into_iter().for_each(|t| {
                let (negative, millis, micros) = millis(t);
                let [_, a, b, c] = four_digits(u64::from(micros));
                let at = right(place, &[b'.', a, b, c]);
                signed(place, at, negative, millis);
            }),
            Cell::Flags(bits) => {
                let (letters, len) = &FLAGS[usize::from(bits)];
                left(place, letters.get(..*len).unwrap_or_default());
            }
        }
    }
}

/// Writes at the beginning of the place; where that ends.
#[inline]
fn left(place: &mut [u8], text: &[u8]) -> usize {
    if let Some(to) = place.get_mut(..text.len()) {
        to.copy_from_slice(text);
    }
    text.len()
}

/// Writes at the end of the place; where that begins.
#[inline]
fn right<const N: usize>(place: &mut [u8], text: &[u8; N]) -> usize {
    if let Some(to) = place.last_chunk_mut::<N>() {
        *to = *text;
    }
    place.len().saturating_sub(N)
}

/// Writes one character before `end`; where it stands.
#[inline]
fn one(place: &mut [u8], end: usize, text: u8) -> usize {
    let at = end.saturating_sub(1);
    if let Some(to) = place.get_mut(at) {
        *to = text;
    }
    at
}

/// Writes a number before `end`; where it begins.
#[inline]
fn number(place: &mut [u8], end: usize, mut n: u64) -> usize {
    let mut at = end;
    while at > 0 {
        at = one(place, at, b'0' + (n % 10) as u8);
        n /= 10;
        if n == 0 {
            break;
        }
    }
    at
}

/// Writes a number with its sign before `end`.
#[inline]
fn signed(place: &mut [u8], end: usize, negative: bool, n: u64) {
    let at = number(place, end, n);
    if negative {
        one(place, at, b'-');
    }
}

/// Decimal digits of a number.
#[inline]
fn digits(n: u64) -> usize {
    n.checked_ilog10().map_or(1, |n| n as usize + 1)
}

/// The same for an octet.
#[inline]
fn octet(n: u8) -> usize {
    1 + usize::from(n >= 10) + usize::from(n >= 100)
}

/// Whether a time is negative, and the seconds and nanoseconds of its amount.
#[inline]
fn parts(t: Time) -> (bool, u64, u32) {
    match (t.secs < 0, t.nanos) {
        (false, nanos) => (false, t.secs.unsigned_abs(), nanos),
        (true, 0) => (true, t.secs.unsigned_abs(), 0),
        (true, nanos) => (true, (t.secs + 1).unsigned_abs(), 1_000_000_000 - nanos.min(999_999_999)),
    }
}

/// Whether a time is negative, and the milliseconds and microseconds of its amount.
#[inline]
fn millis(t: Time) -> (bool, u64, u32) {
    let (negative, secs, nanos) = parts(t);
    let micros = (nanos + 500) / 1000;
    (negative, secs.saturating_mul(1000).saturating_add(u64::from(micros / 1000)), micros % 1000)
}
