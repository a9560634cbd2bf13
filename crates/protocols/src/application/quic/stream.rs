//! The handshake's stream (RFC 9000, 7): CRYPTO frames of several packets, in whatever order they come, and
//! the messages that they hold, which end where they like.

use super::connection::Connection;
use crate::application::pieces::{self, Pieces};
use crate::application::tls;
use requin_wire::{Key, Past, Remembered};
use std::borrow::Cow;

/// Bytes that are held back or put together at most; RFC 9000, 7.5 asks for room for 4096.
const LONGEST: usize = 64 << 10;
/// Frames that are held back at most.
const MOST: usize = 1024;
/// Bytes before those of a frame that is held back: offset, number of its frame, length.
const HELD: usize = 20;

/// What one CRYPTO frame is to the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Part {
    /// All of it came before.
    Again,
    /// Bytes before it are still to come.
    Waits,
    /// The stream goes on with it, or with the bytes noted.
    Next,
}

/// A list of pieces, and their bytes.
pub(super) type Joined = (Vec<u8>, Vec<u8>);

/// One direction of the stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stream {
    /// Up to where there are no gaps, and up to where there is anything.
    next: u64,
    end: u64,
    /// Offset, number of the frame, bytes.
    held: Vec<(u64, u64, Vec<u8>)>,
}

impl Stream {
    pub fn read(bytes: &[u8]) -> Stream {
        let number =
            |at: usize| bytes.get(at..).and_then(|b| b.first_chunk::<8>()).map(|b| u64::from_be_bytes(*b));
        let mut stream =
            Stream { next: number(0).unwrap_or(0), end: number(8).unwrap_or(0), held: Vec::new() };
        let mut at = 16;
        while let (Some(offset), Some(frame)) = (number(at), number(at + 8)) {
            let Some(len) = bytes.get(at + 16..).and_then(|b| b.first_chunk::<4>()) else { break };
            let len = u32::from_be_bytes(*len) as usize;
            let Some(data) = bytes.get(at + HELD..).and_then(|b| b.get(..len)) else { break };
            stream.held.push((offset, frame, data.to_vec()));
            at += HELD + len;
        }
        stream
    }

    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(16);
        bytes.extend(self.next.to_be_bytes());
        bytes.extend(self.end.to_be_bytes());
        for (offset, frame, data) in &self.held {
            bytes.extend(offset.to_be_bytes());
            bytes.extend(frame.to_be_bytes());
            bytes.extend((data.len() as u32).to_be_bytes());
            bytes.extend(data);
        }
        bytes
    }

    /// Whether nothing is held back.
    pub fn is_idle(&self) -> bool {
        self.held.is_empty()
    }

    /// Takes in a frame. With [`Part::Next`], the pieces and bytes that the stream goes on with, when they are
    /// not those of the frame.
    pub fn take(&mut self, offset: u64, data: &[u8], frame: u64) -> (Part, Option<Joined>) {
        let end = offset.saturating_add(data.len() as u64);
        if end <= self.next && !data.is_empty() {
            return (Part::Again, None);
        }
        self.end = self.end.max(end);
        if self.held.is_empty() && offset <= self.next {
            let fresh = data.get((self.next - offset) as usize..).unwrap_or_default();
            let put = (offset < self.next).then(|| {
                let mut parts = Vec::new();
                pieces::push(&mut parts, frame, fresh.len());
                (parts, fresh.to_vec())
            });
            // An empty frame may stand anywhere.
            self.next = self.next.max(end);
            return (Part::Next, put);
        }
        let kept: usize = self.held.iter().map(|h| h.2.len()).sum();
        if kept + data.len() > LONGEST || self.held.len() >= MOST {
            self.held.clear();
            return (Part::Waits, None);
        }
        self.held.push((offset, frame, data.to_vec()));
        self.held.sort_by_key(|h| h.0);
        let (mut parts, mut bytes, mut next) = (Vec::new(), Vec::new(), self.next);
        for (offset, frame, data) in &self.held {
            if *offset > next {
                return (Part::Waits, None);
            }
            let fresh = data.get((next - offset) as usize..).unwrap_or_default();
            if !fresh.is_empty() {
                pieces::push(&mut parts, *frame, fresh.len());
                bytes.extend(fresh);
                next += fresh.len() as u64;
            }
        }
        self.held.clear();
        self.next = next;
        (Part::Next, Some((parts, bytes)))
    }
}

/// The keys of what is kept for a direction: its stream, and the beginning of a message.
fn keys(conn: &Connection, from_server: bool, space: u64) -> [Key; 2] {
    let n = u64::from(from_server) + 16 * space;
    [conn.key(2 + n), conn.key(4 + n)]
}

/// Looks at the next CRYPTO frame of a datagram, and notes what it is.
///
/// `space`: of which packet numbers: 0 for Initial packets, 1 for Handshake, 2 for the rest. Returns the bytes that the
/// stream goes on with.
pub(super) fn remember<'d>(
    past: &mut Past<'_>,
    conn: &Connection,
    (from_server, space): (bool, u64),
    offset: u64,
    data: &'d [u8],
) -> Option<Cow<'d, [u8]>> {
    let [stream_key, tail_key] = keys(conn, from_server, space);
    let frame = past.now.frame;
    let mut stream = past.get(&stream_key).map(|r| Stream::read(&r.bytes)).unwrap_or_default();
    let (part, put) = stream.take(offset, data, frame);
    past.keep(&stream_key, value(past, stream.write()));
    let mut note = vec![part as u8];
    if part == Part::Next {
        let tail = past.get(&tail_key);
        let chunk = put.as_ref().map_or(data, |p| &p.1);
        let next = tls::tail(tail.as_ref().map_or(&[], |t| &t.bytes), chunk, frame);
        let put = put.as_ref().map_or_else(Vec::new, |(parts, bytes)| pieces::write(parts, bytes));
        note.extend((put.len() as u32).to_be_bytes());
        note.extend(put);
        note.extend(tail.iter().flat_map(|t| t.bytes.iter()));
        match next {
            Some(bytes) => past.keep(&tail_key, value(past, bytes)),
            None => past.remove(&tail_key),
        }
    }
    let what = value(past, note);
    past.note(conn.crypto, &what);
    match (part, put) {
        (Part::Next, Some((_, bytes))) => Some(Cow::Owned(bytes)),
        (Part::Next, None) => Some(Cow::Borrowed(data)),
        _ => None,
    }
}

fn value(past: &Past<'_>, bytes: Vec<u8>) -> Remembered {
    Remembered { frame: past.now.frame, time: past.now.time, bytes: bytes.into() }
}

/// What was noted on a CRYPTO frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Crypto<'a> {
    pub part: Part,
    /// The bytes that the stream goes on with, when they are not just those of the frame.
    pub put: Option<Pieces<'a>>,
    /// The beginning of the message that they go on with.
    pub tail: Option<Pieces<'a>>,
}

impl<'a> Crypto<'a> {
    pub fn read(note: &'a [u8]) -> Option<Crypto<'a>> {
        let (kind, rest) = note.split_first()?;
        let part = match kind {
            0 => Part::Again,
            1 => Part::Waits,
            _ => Part::Next,
        };
        if part != Part::Next {
            return Some(Crypto { part, put: None, tail: None });
        }
        let len = u32::from_be_bytes(*rest.first_chunk()?) as usize;
        let (put, tail) = rest.get(4..)?.split_at_checked(len)?;
        Some(Crypto { part, put: Pieces::read(put), tail: Pieces::read(tail) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_in_any_order_are_put_together() {
        let mut s = Stream::default();
        assert_eq!(s.take(0, b"ab", 1), (Part::Next, None));
        assert_eq!(s.take(6, b"gh", 2).0, Part::Waits);
        // Kept and found again.
        let mut s = Stream::read(&s.write());
        assert_eq!(s.take(2, b"cd", 3).0, Part::Waits);
        let (part, put) = s.take(3, b"def", 4);
        let (parts, bytes) = put.unwrap();
        assert_eq!((part, &*bytes), (Part::Next, &b"cdefgh"[..]));
        let value = pieces::write(&parts, &bytes);
        assert_eq!(Pieces::read(&value).unwrap().iter().collect::<Vec<_>>(), [(3, 2), (4, 2), (2, 2)]);
        assert_eq!(s.take(4, b"efgh", 5), (Part::Again, None));
        assert_eq!(s.take(0, b"", 5).0, Part::Next);
        let (part, put) = s.take(7, b"hi", 6);
        assert_eq!((part, put.unwrap().1.as_slice()), (Part::Next, &b"i"[..]));
        assert_eq!(s.next, 9);
    }

    #[test]
    fn what_is_held_back_is_bounded() {
        let mut s = Stream::default();
        for n in 1..10_000u64 {
            s.take(n * 100, &[0; 50], n);
            assert!(s.held.len() <= MOST && s.held.iter().map(|h| h.2.len()).sum::<usize>() <= LONGEST);
        }
        s.take(u64::MAX, b"abc", 1);
        assert!(Stream::read(&[0; 15]).held.is_empty());
    }
}
