//! Packets behind the Initial ones, opened with secrets that their ends logged (RFC 9001, 5).

use super::connection::Connection;
use super::{crypto, frame, stream};
use requin_wire::{Cursor, Cx, Key, Label, Past, Remembered, Sink};
use std::sync::Arc;

/// What is kept of a conversation: the random number of the client hello, the cipher suite, and by space and
/// direction the packet number that comes next.
const RANDOM: u64 = 1 << 34;
const SUITE: u64 = 1 << 35;
const NEXT: u64 = 1 << 36;
/// The key of the note on an opened packet.
const NOTE: u64 = 1 << 37;
/// TLS_AES_128_GCM_SHA256: the one suite that is opened here.
const AES_128_GCM: u64 = 0x1301;
/// Bytes of a note before the payload.
const HEAD: usize = 6;

/// Takes in the beginning of a hello.
pub(super) fn hello(past: &mut Past<'_>, from_server: bool, offset: u64, data: &[u8]) {
    if !past.has_secrets() {
        return;
    }
    match data {
        [1, _, _, _, _, _, rest @ ..] if !from_server && offset == 0 => {
            if let Some(random) = rest.first_chunk::<32>() {
                past.set(&Key::here(RANDOM), random);
            }
        }
        [2, ..] if from_server => {
            let at = 39 + data.get(38).map_or(0, |n| usize::from(*n));
            if let Some([a, b]) = data.get(at..).and_then(|d| d.first_chunk::<2>()) {
                past.set_number(&Key::here(SUITE), u64::from(u16::from_be_bytes([*a, *b])));
            }
        }
        _ => {}
    }
}

/// Opens the `nth` packet of a datagram, when its secret is known, and notes what is inside.
pub(super) fn remember(
    past: &mut Past<'_>,
    conn: &mut Connection,
    nth: u64,
    space: u64,
    packet: &[u8],
    at: usize,
) {
    let Some(random) = past.get(&Key::here(RANDOM)) else { return };
    let Some(random) = random.bytes.first_chunk::<32>() else { return };
    if past.get(&Key::here(SUITE)).is_none_or(|s| s.number() != AES_128_GCM) {
        return;
    }
    let label = match (space, conn.from_server) {
        (1, false) => Label::ClientHandshakeTraffic,
        (1, true) => Label::ServerHandshakeTraffic,
        (_, false) => Label::ClientTraffic0,
        (_, true) => Label::ServerTraffic0,
    };
    let key = Key::here(NEXT | space << 1 | u64::from(conn.from_server));
    let expected = past.get(&key).map_or(0, |n| n.number());
    let opened =
        past.secret(label, random).and_then(|secret| crypto::open_secret(1, secret, packet, at, expected));
    let Some((opened, number)) = opened else { return };
    if number >= expected {
        past.set_number(&key, number + 1);
    }
    let payload = opened.payload.unwrap_or_default();
    let mut note = vec![opened.first, opened.number_len as u8];
    note.extend((number as u32).to_be_bytes());
    note.extend(&payload);
    let note = Remembered { frame: past.now.frame, time: past.now.time, bytes: Arc::from(note) };
    past.note(NOTE | nth, &note);
    let c = Cursor::new(&payload, payload.len(), requin_wire::FRAME);
    for (offset, len, from) in frame::crypto(c) {
        let data = payload.get(from..).and_then(|b| b.get(..len)).unwrap_or_default();
        stream::remember(past, conn.crypto, (conn.from_server, space), offset, data);
        conn.crypto += 1;
    }
}

/// The packet of the datagram that is being dissected, when it was opened.
pub(super) fn opened<S: Sink>(cx: &Cx<'_, S>, nth: u64) -> Option<crypto::Opened> {
    let note = cx.recalled(NOTE | nth)?;
    let (head, payload) = note.bytes.split_at_checked(HEAD)?;
    let [first, len, number @ ..] = head else { return None };
    Some(crypto::Opened {
        first: *first,
        number: requin_wire::be(number) as u32,
        number_len: usize::from(*len),
        payload: Some(payload.to_vec()),
    })
}
