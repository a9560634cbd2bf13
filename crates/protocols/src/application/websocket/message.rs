//! Messages: put together from fragments, and decompressed with what was compressed before.

use super::frame::Frame;
use crate::application::pieces::{self, Pieces};
use crate::application::text;
use requin_wire::{Cx, Key, Past, Remembered, Sink};
use std::io::Read;

/// What the two agreed on.
const AGREED: u64 = 0;
/// Keys of directions begin here: fragments, then the window of the decompressor.
const FRAGMENTS: u64 = 2;
const WINDOW: u64 = 4;
/// A message of more bytes is not put together.
const LONGEST: usize = 64 << 10;
/// What a decompressor looks back at most.
const LOOK_BACK: usize = 32 << 10;
/// No more comes out of a message than so many bytes for each that goes in.
const RATIO: usize = 64;

/// Bits of what was agreed.
mod agreed {
    pub(super) const DEFLATE: u8 = 1;
    pub(super) const CLIENT_ANEW: u8 = 2;
    pub(super) const SERVER_ANEW: u8 = 4;
}

/// Kinds of notes on a frame.
const NOTE_AGREED: u64 = 0;
const NOTE_ASSEMBLED: u64 = 1;
const NOTE_PLAIN: u64 = 2;

fn note_key(nth: u64, what: u64) -> u64 {
    nth << 2 | what
}

/// Sees every frame in order, and before them the response that agreed to them.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    if pdu.starts_with(b"HTTP/") {
        let bits = extensions(pdu);
        if bits != 0 {
            past.set(&Key::here(AGREED), &[bits]);
        }
        return;
    }
    let Some(f) = Frame::read(pdu) else { return };
    // The how-manieth of its frame it is.
    let nth = if past.state[0] == past.now.frame { past.state[1] + 1 } else { 1 };
    past.state = [past.now.frame, nth];
    let agreed = past.get(&Key::here(AGREED));
    if let Some(agreed) = &agreed {
        past.note(note_key(nth, NOTE_AGREED), agreed);
    }
    if f.opcode >= 8 || (f.fin && f.opcode != 0 && !f.compressed) {
        return;
    }
    let bits = agreed.and_then(|a| a.bytes.first().copied()).unwrap_or(0);
    let way = u64::from(past.now.forward);
    let mut compressed = f.compressed;
    let mut bytes = f.plain(pdu);
    if !f.fin || f.opcode == 0 {
        let Some(whole) = assemble(past, &f, &bytes, way) else { return };
        past.note(note_key(nth, NOTE_ASSEMBLED), &whole);
        let Some(read) = Assembled::read(&whole.bytes) else { return };
        compressed = read.compressed;
        bytes = read.pieces.bytes.to_vec().into();
    }
    if !compressed || bits & agreed::DEFLATE == 0 {
        return;
    }
    let anew = bits & if way == 1 { agreed::CLIENT_ANEW } else { agreed::SERVER_ANEW } != 0;
    let key = Key::here(WINDOW + way);
    let window = if anew { None } else { past.get(&key) };
    let window = window.as_ref().map(|w| &*w.bytes).unwrap_or_default();
    let Some((plain, window)) = inflate(window, &bytes) else {
        past.remove(&key);
        return;
    };
    let now = past.this(&[]);
    past.note(note_key(nth, NOTE_PLAIN), &Remembered { bytes: plain.into(), ..now.clone() });
    if !anew {
        past.keep(&key, Remembered { bytes: window.into(), ..now });
    }
}

/// Adds a fragment; the message when it was the last one.
fn assemble(past: &mut Past<'_>, f: &Frame, bytes: &[u8], way: u64) -> Option<Remembered> {
    let key = Key::here(FRAGMENTS + way);
    let mut parts = Vec::new();
    let mut all = Vec::new();
    let mut head = f.opcode | if f.compressed { 0x40 } else { 0 };
    if f.opcode == 0 {
        let before = past.get(&key)?;
        let before = Assembled::read(&before.bytes)?;
        head = before.opcode | if before.compressed { 0x40 } else { 0 };
        parts.extend_from_slice(before.pieces.list());
        all.extend_from_slice(before.pieces.bytes);
    }
    pieces::push(&mut parts, past.now.frame, bytes.len());
    all.extend_from_slice(bytes);
    if parts.len() + all.len() > LONGEST {
        past.remove(&key);
        return None;
    }
    let mut value = vec![head];
    value.extend_from_slice(&pieces::write(&parts, &all));
    let value = Remembered { bytes: value.into(), ..past.this(&[]) };
    if f.fin {
        past.remove(&key);
        return Some(value);
    }
    past.keep(&key, value);
    None
}

/// What the extensions of a response say: bits of [`agreed`].
fn extensions(response: &[u8]) -> u8 {
    let mut bits = 0;
    let mut at = 0;
    while let Some((line, next)) = text::line(response, at) {
        at = next;
        let Some(colon) = line.iter().position(|b| *b == b':') else { continue };
        let (name, value) = line.split_at(colon);
        if !name.eq_ignore_ascii_case(b"Sec-WebSocket-Extensions") {
            continue;
        }
        for offer in value.get(1..).unwrap_or_default().split(|b| *b == b',') {
            let mut words = offer.split(|b| *b == b';').map(text::trim);
            if words.next().is_some_and(|w| w.eq_ignore_ascii_case(b"permessage-deflate")) {
                bits |= agreed::DEFLATE;
                for word in words {
                    if word.eq_ignore_ascii_case(b"client_no_context_takeover") {
                        bits |= agreed::CLIENT_ANEW;
                    } else if word.eq_ignore_ascii_case(b"server_no_context_takeover") {
                        bits |= agreed::SERVER_ANEW;
                    }
                }
            }
        }
    }
    bits
}

/// Decompresses a message behind what came before it: its text (cut to a bound), and what the next one
/// looks back at. `None`: it can't be.
fn inflate(window: &[u8], bytes: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    // What came before goes in as a stored block (RFC 1951 section 3.2.4); what ends every message was
    // left away by the sender (RFC 7692 section 7.2.1).
    let len = u16::try_from(window.len()).ok()?;
    let [a, b] = len.to_le_bytes();
    let mut stored = vec![0, a, b, !a, !b];
    stored.extend_from_slice(window);
    let input = stored.as_slice().chain(bytes).chain(&[0u8, 0, 0xff, 0xff][..]);
    let most = bytes.len().saturating_mul(RATIO).saturating_add(window.len() + 512);
    let mut all = Vec::new();
    let read = flate2::read::DeflateDecoder::new(input).take(most as u64).read_to_end(&mut all);
    if all.len() < window.len() || (read.is_err() && all.len() == window.len()) || all.len() >= most {
        return None;
    }
    let plain = all.get(window.len()..)?.to_vec();
    let keep = all.len().saturating_sub(LOOK_BACK);
    all.drain(..keep);
    Some((plain, all))
}

/// A message that was put together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Assembled<'a> {
    /// What it is.
    pub(super) opcode: u8,
    /// Whether it is compressed.
    pub(super) compressed: bool,
    /// Its bytes, and where they came from.
    pub(super) pieces: Pieces<'a>,
}

impl<'a> Assembled<'a> {
    fn read(value: &'a [u8]) -> Option<Assembled<'a>> {
        let (head, rest) = value.split_first()?;
        let pieces = Pieces::read(rest)?;
        Some(Assembled { opcode: head & 0x0f, compressed: head & 0x40 != 0, pieces })
    }
}

/// What was noted on a frame.
pub(super) struct Note<'a> {
    agreed: u8,
    assembled: Option<&'a [u8]>,
    plain: Option<&'a [u8]>,
}

impl<'a> Note<'a> {
    /// The notes on the WebSocket frame that is being dissected.
    pub(super) fn of<S: Sink>(cx: &Cx<'a, S>) -> Note<'a> {
        let nth = u64::from(cx.nth());
        let get = |what| cx.recalled(note_key(nth, what)).map(|r| &*r.bytes);
        Note {
            agreed: get(NOTE_AGREED).and_then(|b| b.first().copied()).unwrap_or(0),
            assembled: get(NOTE_ASSEMBLED),
            plain: get(NOTE_PLAIN),
        }
    }

    /// Whether messages may be compressed.
    pub(super) fn deflate(&self) -> bool {
        self.agreed & agreed::DEFLATE != 0
    }

    /// The message that ends here.
    pub(super) fn assembled(&self) -> Option<Assembled<'a>> {
        Assembled::read(self.assembled?)
    }

    /// The message decompressed.
    pub(super) fn decompressed(&self) -> Option<&'a [u8]> {
        self.plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_look_back_at_those_before() {
        // RFC 7692 section 7.2.3.1 and 7.2.3.2: "Hello" twice, with the window of the first.
        let first = [0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];
        let (plain, window) = inflate(&[], &first).unwrap();
        assert_eq!(plain, b"Hello");
        let (plain, window) = inflate(&window, &[0xf2, 0x00, 0x11, 0x00, 0x00]).unwrap();
        assert_eq!((plain, window), (b"Hello".to_vec(), b"HelloHello".to_vec()));
        // Without it, the second says nothing.
        assert!(inflate(&[], &[0xf2, 0x00, 0x11, 0x00, 0x00]).is_none_or(|(p, _)| p != b"Hello"));
    }

    #[test]
    fn bombs_meet_a_bound() {
        use std::io::Write;
        let mut z = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        z.write_all(&vec![b'A'; 4 << 20]).unwrap();
        assert!(inflate(&[], &z.finish().unwrap()).is_none());
    }

    #[test]
    fn what_was_agreed_is_read() {
        let head = b"HTTP/1.1 101 S\r\nsec-websocket-extensions: x, permessage-deflate; server_no_context_takeover\r\n\r\n";
        assert_eq!(extensions(head), agreed::DEFLATE | agreed::SERVER_ANEW);
        assert_eq!(extensions(b"HTTP/1.1 101 S\r\nUpgrade: websocket\r\n\r\n"), 0);
    }
}
