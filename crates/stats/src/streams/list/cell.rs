//! The cells of the table.

use super::flags;
use crate::End;
use requin_wire::{AddrKind, Out, Time};

/// What stands in a cell. How wide it is can be told without writing it: all rows are measured before the first
/// one is written.
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
                [a, b, c, d].map(octet).iter().sum::<usize>() + 4 + digits(u64::from(e.port))
            }
            Cell::End(e) => {
                scratch.clear();
                e.write(scratch);
                scratch.len()
            }
            Cell::Text(text) if text.is_ascii() => text.len(),
            Cell::Text(text) => text.chars().count(),
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

    /// Writes it.
    #[inline]
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        match *self {
            Cell::Stream(transport, n) => _ = Out::new(out).s(transport).c(b' ').u(n),
            Cell::End(e) => e.write(out),
            Cell::Text(text) => out.extend_from_slice(text.as_bytes()),
            Cell::Number(n) => _ = Out::new(out).u(n),
            Cell::Known(n) => n.into_iter().for_each(|n| _ = Out::new(out).u(n)),
            Cell::Both([0, 0]) => {}
            Cell::Both([a, b]) => _ = Out::new(out).u(a).c(b'/').u(b),
            Cell::Seconds(t) => {
                let (negative, secs, nanos) = parts(t);
                Out::new(out).s(if negative { "-" } else { "" }).u(secs).c(b'.').u0(nanos / 1000, 6);
            }
            Cell::Millis(t) => t.into_iter().for_each(|t| {
                let (negative, millis, micros) = millis(t);
                Out::new(out).s(if negative { "-" } else { "" }).u(millis).c(b'.').u0(micros, 3);
            }),
            Cell::Flags(bits) => flags(bits, out),
        }
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
