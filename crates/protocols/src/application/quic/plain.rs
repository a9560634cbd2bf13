//! Packets behind the Initial ones, opened with secrets that their ends logged (RFC 9001, 5).

use super::connection::Connection;
use super::crypto::{self, Header, Keys};
use super::frame::Data;
use super::{frame, stream, streams, track};
use crate::application::tls::decrypt::{Suite, suite_of};
use crate::application::{http3, tls};
use requin_wire::{Cursor, Cx, Label, Past, Remembered, Sink, be};

/// What is kept of a conversation: the random number of the client hello, the cipher suite, by space and direction the
/// packet number that comes next, by space and direction the keys, and by direction how the handshake begins.
const RANDOM: u64 = 1 << 34;
const SUITE: u64 = 1 << 35;
const NEXT: u64 = 1 << 36;
const KEYS: u64 = 1 << 38;
const HELLO: u64 = 1 << 39;
/// How the server's encrypted part begins, and whether it chose HTTP/3.
const EXTENSIONS: u64 = 1 << 41;
const HTTP3: u64 = 1 << 42;
/// Whether HTTP/3 is what the client would like.
const OFFER: u64 = 1 << 43;
/// The key of the note on an opened packet.
const NOTE: u64 = 1 << 37;
/// Bytes of a note before the payload.
const HEAD: usize = 10;
/// Bytes of a handshake that the protocol inside is looked for in: a value keeps no more.
const LONGEST_START: usize = 4096;
/// The suites of TLS 1.3 that early data may be sealed with before the server chose one (RFC 8446, B.4).
const SUITES: [u16; 5] = [0x1301, 0x1302, 0x1303, 0x1304, 0x1305];

/// What a packet is protected with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    ZeroRtt = 0,
    Handshake = 1,
    OneRtt = 2,
}

impl Level {
    /// Of which packet numbers its packets are: those of early data count on after the handshake (RFC 9000, 12.3).
    fn space(self) -> u64 {
        if self == Level::Handshake { 1 } else { 2 }
    }
}

/// Takes in what goes on in the stream of Initial packets, until what the hello tells is known: of a client's the random
/// number and the protocol that it would like inside, of a server's the suite.
///
/// The suite that a HelloRetryRequest names is the one that the hello names afterwards (RFC 8446, 4.1.4), and the
/// client's random number stays.
pub(super) fn hello(past: &mut Past<'_>, conn: &Connection, fresh: &[u8]) {
    let from_server = conn.from_server;
    let last = conn.key(if from_server { SUITE } else { OFFER });
    if !past.has_secrets() || past.get(&last).is_some() {
        return;
    }
    let key = conn.key(HELLO | u64::from(from_server));
    let mut start = past.get(&key).map(|r| r.bytes.to_vec()).unwrap_or_default();
    start.extend(fresh.iter().take(LONGEST_START.saturating_sub(start.len())));
    let found = match start.as_slice() {
        [1, _, _, _, _, _, rest @ ..] if !from_server => {
            if let Some(random) = rest.first_chunk::<32>() {
                past.set(&conn.key(RANDOM), random);
            }
            let offer = tls::first_offered(&start);
            (offer.is_some() || start.len() >= LONGEST_START)
                .then(|| u64::from(offer.flatten().is_some_and(http3::is_alpn)))
        }
        [2, ..] if from_server => {
            // Behind a session identifier.
            let at = start.get(38).map(|n| 39 + usize::from(*n));
            let suite = at.and_then(|at| start.get(at..)?.first_chunk::<2>());
            suite.map(|s| u64::from(u16::from_be_bytes(*s)))
        }
        _ => None,
    };
    match found {
        Some(found) => {
            past.set_number(&last, found);
            past.remove(&key);
        }
        None => past.set(&key, &start),
    }
}

/// Takes in how the server's part of the handshake goes on, until it said which protocol is inside (RFC 9001, 8.1).
fn extensions(past: &mut Past<'_>, conn: &Connection, fresh: &[u8]) {
    let inside = conn.key(HTTP3);
    if past.get(&inside).is_some() {
        return;
    }
    let key = conn.key(EXTENSIONS);
    let mut start = past.get(&key).map(|r| r.bytes.to_vec()).unwrap_or_default();
    start.extend(fresh.iter().take(LONGEST_START.saturating_sub(start.len())));
    match tls::encrypted_extensions(&start) {
        None if start.len() < LONGEST_START => past.set(&key, &start),
        alpn => {
            past.set_number(&inside, u64::from(alpn.flatten().is_some_and(http3::is_alpn)));
            past.remove(&key);
        }
    }
}

/// The keys of one direction of a level, and what they were and will be.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Way {
    number: u16,
    v2: bool,
    keys: Keys,
    secret: Vec<u8>,
    /// Key phase, and the first packet number in it.
    phase: bool,
    since: u64,
    /// Key and vector of the phase before: packets may be late.
    old: Option<([u8; 32], [u8; 12])>,
}

impl Way {
    fn new(v2: bool, number: u16, secret: &[u8]) -> Option<Way> {
        let keys = Keys::of(v2, suite_of(number)?, secret)?;
        Some(Way { number, v2, keys, secret: secret.to_vec(), phase: false, since: 0, old: None })
    }

    fn write(&self) -> Vec<u8> {
        let mut b = Vec::with_capacity(192);
        b.extend(self.number.to_be_bytes());
        b.extend([u8::from(self.v2), u8::from(self.phase), u8::from(self.old.is_some())]);
        b.extend(self.since.to_be_bytes());
        b.extend(self.keys.key);
        b.extend(self.keys.iv);
        b.extend(self.keys.hp);
        if let Some((key, iv)) = self.old {
            b.extend(key);
            b.extend(iv);
        }
        b.extend(&self.secret);
        b
    }

    fn read(bytes: &[u8]) -> Option<Way> {
        fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
            let (first, behind) = rest.split_first_chunk::<N>()?;
            *rest = behind;
            Some(*first)
        }
        let mut rest = bytes;
        let number = u16::from_be_bytes(take(&mut rest)?);
        let suite: Suite = suite_of(number)?;
        let [v2, phase, old] = take(&mut rest)?;
        let since = u64::from_be_bytes(take(&mut rest)?);
        let keys = Keys { suite, key: take(&mut rest)?, iv: take(&mut rest)?, hp: take(&mut rest)? };
        let old = if old != 0 { Some((take(&mut rest)?, take(&mut rest)?)) } else { None };
        Some(Way { number, v2: v2 != 0, keys, secret: rest.to_vec(), phase: phase != 0, since, old })
    }

    /// Opens a packet, with the keys that it says (RFC 9001, 6).
    fn open(&mut self, packet: &[u8], at: usize, expected: u64) -> Option<(Header, Vec<u8>)> {
        let h = self.keys.header(packet, at, expected)?;
        // Only short headers have the bit.
        let phase = h.first & 0x84 == 4;
        if h.first & 0x80 != 0 || phase == self.phase {
            return self.keys.payload(&h, packet).map(|text| (h, text));
        }
        if let Some((key, iv)) = self.old.filter(|_| h.number < self.since) {
            let keys = Keys { key, iv, ..self.keys };
            if let Some(text) = keys.payload(&h, packet) {
                return Some((h, text));
            }
        }
        let secret = crypto::next_secret(self.v2, self.keys.suite.hash, &self.secret);
        let next = Keys { hp: self.keys.hp, ..Keys::of(self.v2, self.keys.suite, &secret)? };
        let text = next.payload(&h, packet)?;
        self.old = Some((self.keys.key, self.keys.iv));
        (self.keys, self.secret, self.phase, self.since) = (next, secret, phase, h.number);
        Some((h, text))
    }
}

/// Opens the `nth` packet of a datagram, when its secret is known, and notes what is inside. Its number stands at `at`. Tells whether
/// it was opened.
pub(super) fn remember(
    past: &mut Past<'_>,
    conn: &mut Connection,
    nth: u64,
    level: Level,
    packet: &[u8],
    at: usize,
) -> bool {
    let side = u64::from(conn.from_server);
    let next = conn.key(NEXT | level.space() << 1 | side);
    let expected = past.get(&next).map_or(0, |n| n.number());
    let Some((h, text)) = open(past, conn, level, packet, at, expected) else { return false };
    if h.number >= expected {
        past.set_number(&next, h.number + 1);
    }
    let mut note = Vec::with_capacity(HEAD + text.len());
    note.extend([h.first, h.number_len as u8]);
    note.extend(h.number.to_be_bytes());
    note.extend(&text);
    let note = Remembered { frame: past.now.frame, time: past.now.time, bytes: note.into() };
    past.note(NOTE | nth, &note);
    let mut nth_stream = 0;
    for part in frame::parts(Cursor::new(&text, text.len(), requin_wire::FRAME)) {
        match part {
            Data::Crypto { offset, len, at } => {
                let data = text.get(at..).and_then(|b| b.get(..len)).unwrap_or_default();
                let from = (conn.from_server, level.space());
                let fresh = stream::remember(past, conn, from, offset, data);
                conn.crypto += 1;
                if let Some(fresh) = fresh.filter(|_| level == Level::Handshake && conn.from_server) {
                    extensions(past, conn, &fresh);
                }
            }
            Data::Stream { id, offset, len, at, .. } => {
                // Early data are of the protocol that the client would like (RFC 8446, 4.2.10).
                let early = (level == Level::ZeroRtt).then(|| past.get(&conn.key(OFFER))).flatten();
                let inside = past.get(&conn.key(HTTP3)).or(early);
                if inside.is_some_and(|a| a.number() == 1) {
                    let data = text.get(at..).and_then(|b| b.get(..len)).unwrap_or_default();
                    streams::remember(past, conn, (nth, nth_stream), id, offset, data);
                }
                nth_stream += 1;
            }
            Data::Identifier { len, at } => {
                let id = text.get(at..).and_then(|b| b.get(..len)).unwrap_or_default();
                track::learn(past, conn, conn.from_server, id);
            }
        }
    }
    true
}

fn open(
    past: &mut Past<'_>,
    conn: &Connection,
    level: Level,
    packet: &[u8],
    at: usize,
    expected: u64,
) -> Option<(Header, Vec<u8>)> {
    let key = conn.key(KEYS | (level as u64) << 1 | u64::from(conn.from_server));
    if let Some(mut way) = past.get(&key).and_then(|r| Way::read(&r.bytes)) {
        let since = way.since;
        let opened = way.open(packet, at, expected)?;
        if way.since != since {
            past.set(&key, &way.write());
        }
        return Some(opened);
    }
    let random = *past.get(&conn.key(RANDOM))?.bytes.first_chunk::<32>()?;
    let label = match (level, conn.from_server) {
        (Level::ZeroRtt, false) => Label::ClientEarlyTraffic,
        (Level::ZeroRtt, true) => return None,
        (Level::Handshake, false) => Label::ClientHandshakeTraffic,
        (Level::Handshake, true) => Label::ServerHandshakeTraffic,
        (Level::OneRtt, false) => Label::ClientTraffic0,
        (Level::OneRtt, true) => Label::ServerTraffic0,
    };
    let secret = past.secret(label, &random)?;
    let chosen = past.get(&conn.key(SUITE)).map(|s| s.number() as u16);
    let candidates = match chosen {
        Some(_) => chosen.as_slice(),
        None if level == Level::ZeroRtt => &SUITES[..],
        None => return None,
    };
    let (way, opened) = candidates.iter().find_map(|number| {
        let mut way = Way::new(conn.v2, *number, secret)?;
        let opened = way.open(packet, at, expected)?;
        Some((way, opened))
    })?;
    past.set(&key, &way.write());
    Some(opened)
}

/// The packet of the datagram that is being dissected, when it was opened.
pub(super) fn opened<S: Sink>(cx: &Cx<'_, S>, nth: u64) -> Option<crypto::Opened> {
    let note = cx.recalled(NOTE | nth)?;
    let (head, payload) = note.bytes.split_at_checked(HEAD)?;
    let [first, len, number @ ..] = head else { return None };
    Some(crypto::Opened {
        first: *first,
        number: be(number),
        number_len: usize::from(*len),
        payload: Some(payload.to_vec()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use aes_gcm::aead::{AeadInOut, KeyInit};
    use chacha20poly1305::{ChaCha20Poly1305, Nonce};

    const CHACHA: u16 = 0x1303;
    const SECRET: [u8; 32] = [7; 32];

    /// A packet with a short header and a number of two bytes, sealed with ChaCha20-Poly1305.
    fn seal(keys: &Keys, phase: bool, number: u64, text: &[u8]) -> Vec<u8> {
        let mut packet = vec![0x41 | u8::from(phase) << 2, (number >> 8) as u8, number as u8];
        let mut nonce = keys.iv;
        nonce.iter_mut().skip(4).zip(number.to_be_bytes()).for_each(|(n, b)| *n ^= b);
        let mut body = text.to_vec();
        let cipher = ChaCha20Poly1305::new_from_slice(&keys.key).unwrap();
        let tag =
            cipher.encrypt_inout_detached(&Nonce::from(nonce), &packet, body.as_mut_slice().into()).unwrap();
        packet.extend(body);
        packet.extend(tag);
        // The mask goes on as it comes off: it is found for the number as if it were masked already.
        let sample = *packet[5..].first_chunk::<16>().unwrap();
        let mask = keys.mask(&sample);
        packet[0] ^= mask[0] & 0x1f;
        packet[1] ^= mask[1];
        packet[2] ^= mask[2];
        packet
    }

    /// Keys of so many updates.
    fn keys_after(updates: usize) -> Keys {
        let suite = suite_of(CHACHA).unwrap();
        let first = Keys::of(false, suite, &SECRET).unwrap();
        let mut secret = SECRET.to_vec();
        for _ in 0..updates {
            secret = crypto::next_secret(false, suite.hash, &secret);
        }
        Keys { hp: first.hp, ..Keys::of(false, suite, &secret).unwrap() }
    }

    #[test]
    fn keys_are_updated_and_late_packets_still_open() {
        let mut way = Way::new(false, CHACHA, &SECRET).unwrap();
        let mut open = |updates: usize, number, expected| {
            let packet = seal(&keys_after(updates), updates % 2 == 1, number, b"some frames");
            let opened = way.open(&packet, 1, expected);
            way = Way::read(&way.write()).unwrap();
            opened.map(|(h, text)| {
                assert_eq!(text, b"some frames");
                h.number
            })
        };
        assert_eq!(open(0, 0x1_fffe, 0x1_fffe), Some(0x1_fffe));
        assert_eq!(open(1, 0x2_0000, 0x1_ffff), Some(0x2_0000));
        assert_eq!(open(0, 0x1_ffff, 0x2_0001), Some(0x1_ffff));
        assert_eq!(open(1, 0x2_0001, 0x2_0001), Some(0x2_0001));
        assert_eq!(open(2, 0x2_0002, 0x2_0002), Some(0x2_0002));
        assert_eq!(open(1, 0x2_0001, 0x2_0003), Some(0x2_0001));
        // Of two updates at once nothing is known, and nothing is lost by them.
        assert_eq!(open(4, 0x2_0004, 0x2_0003), None);
        assert_eq!(open(2, 0x2_0003, 0x2_0003), Some(0x2_0003));
    }

    #[test]
    fn damage_opens_nothing_and_changes_nothing() {
        let packet = seal(&keys_after(0), false, 1, b"some frames");
        let way = Way::new(false, CHACHA, &SECRET).unwrap();
        for n in 0..packet.len() {
            let mut w = way.clone();
            assert!(w.open(&packet[..n], 1, 0).is_none());
            let mut bad = packet.clone();
            bad[n] ^= 0x15;
            assert!(w.open(&bad, 1, 0).is_none());
            assert_eq!(w, way);
        }
        let bytes = way.write();
        assert!((0..bytes.len()).all(|n| Way::read(&bytes[..n]).is_none_or(|w| w != way)));
    }
}
