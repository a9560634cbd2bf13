//! Finds the connection of each datagram, and remembers what its packets tell for those that come after.

use super::connection::{Connection, NOTE, Words, short_of};
use super::crypto::is_v2;
use super::packet::{self, HANDSHAKE, INITIAL, Long, RETRY, ZERO_RTT};
use super::plain::{self, Level};
use super::stream;
use requin_wire::{Cursor, FRAME, Key, Past};

/// The longest connection identifier (RFC 9000, 17.2).
const LONGEST_CID: usize = 20;
/// How many connections there were.
const NUMBER: u64 = 1 << 44;
/// What is known of one, by its number.
const RECORD: u64 = 1 << 45;
/// The connection of an identifier: one that a client chose for itself, one that a server did, and one that a client begins with.
const OF_CLIENT: u64 = 1 << 46;
const OF_SERVER: u64 = 1 << 47;
const FIRST: u64 = 1 << 48;
/// Which lengths identifiers have: a bit for each.
const LENGTHS: u64 = 1 << 49;

/// A connection, and whether the packet comes from its server.
type Found = Option<(u32, bool)>;

fn by_identifier(past: &Past<'_>, cid: &[u8]) -> Found {
    let of = |what| past.get(&Key::anywhere(what).and(cid)).map(|n| n.number() as u32);
    of(OF_CLIENT).map(|n| (n, true)).or_else(|| of(OF_SERVER).map(|n| (n, false)))
}

fn by_first(past: &Past<'_>, cid: &[u8]) -> Found {
    let n = past.get(&Key::anywhere(FIRST).and(cid)).filter(|_| !cid.is_empty())?;
    Some((n.number() as u32, false))
}

/// The connection that began in this conversation, when packets of it this way have no identifier.
fn by_ends(here: &Words, forward: bool) -> Found {
    let from_server = here.client_first != forward;
    let n = here.number.filter(|_| here.cid_len[usize::from(!from_server)] == 0)?;
    Some((n, from_server))
}

/// The connection of a long header (RFC 9000, 5.2).
fn find(past: &Past<'_>, here: &Words, h: &Long<'_>) -> Found {
    if h.version != 0 && h.kind == ZERO_RTT {
        return by_first(past, h.dcid);
    }
    let found = match h.dcid {
        [] => by_ends(here, past.now.forward),
        cid => by_identifier(past, cid),
    };
    found.or_else(|| if h.version != 0 && h.kind == INITIAL { by_first(past, h.dcid) } else { None })
}

/// The connection of a short header, which does not say how long its identifier is, and that identifier.
fn find_short<'d>(past: &Past<'_>, here: &Words, packet: &'d [u8]) -> (Found, &'d [u8]) {
    let lengths = past.get(&Key::anywhere(LENGTHS)).map_or(0, |n| n.number());
    let known = (1..=LONGEST_CID).rev().filter(|n| lengths >> n & 1 != 0);
    for cid in known.filter_map(|n| packet.get(1..=n)) {
        if let Some(found) = by_identifier(past, cid) {
            return (Some(found), cid);
        }
    }
    (by_ends(here, past.now.forward), &[])
}

/// Whether a datagram begins with a short header of a connection that is known by its identifier.
pub(super) fn is_known(past: &Past<'_>, payload: &[u8]) -> bool {
    payload.first().is_some_and(|b| b & 0xc0 == 0x40)
        && find_short(past, &Words::default(), payload).0.is_some()
}

fn load(past: &Past<'_>, here: &Words, found: Found) -> Connection {
    let Some((number, from_server)) = found else {
        return Connection { chosen: here.chosen, ..Connection::new(None) };
    };
    let kept = past.get(&Connection::new(Some(number)).key(RECORD));
    let mut conn = kept
        .and_then(|r| Connection::read(number, &r.bytes))
        .unwrap_or_else(|| Connection::new(Some(number)));
    (conn.from_server, conn.chosen) = (from_server, here.chosen);
    conn
}

/// Remembers an identifier that one of the ends chose for itself.
pub(super) fn learn(past: &mut Past<'_>, conn: &mut Connection, of_server: bool, cid: &[u8]) {
    let Some(number) = conn.number else { return };
    if cid.is_empty() || cid.len() > LONGEST_CID {
        return;
    }
    if let Some(len @ 0) = conn.cid_len.get_mut(usize::from(of_server)) {
        *len = cid.len() as u8;
    }
    let key = Key::anywhere(if of_server { OF_SERVER } else { OF_CLIENT }).and(cid);
    if past.get(&key).is_none_or(|n| n.number() != u64::from(number)) {
        past.set_number(&key, u64::from(number));
        let key = Key::anywhere(LENGTHS);
        let lengths = past.get(&key).map_or(0, |n| n.number());
        past.set_number(&key, lengths | 1 << cid.len());
    }
}

fn begins_with(past: &mut Past<'_>, conn: &mut Connection, dcid: &[u8]) {
    conn.dcid = Some(dcid.to_vec()).filter(|d| !d.is_empty() && d.len() <= LONGEST_CID);
    if let (Some(number), Some(dcid)) = (conn.number, &conn.dcid) {
        past.set_number(&Key::anywhere(FIRST).and(dcid), u64::from(number));
    }
}

/// Takes in the long header that a datagram begins with.
fn note(past: &mut Past<'_>, conn: &mut Connection, here: &mut Words, h: &Long<'_>) {
    match h.kind {
        _ if h.version == 0 => {}
        INITIAL if !conn.is_known() => {
            let key = Key::anywhere(NUMBER);
            let number = past.get(&key).map_or(0, |n| n.number() as u32);
            past.set_number(&key, u64::from(number) + 1);
            *conn = Connection { chosen: conn.chosen, ..Connection::new(Some(number)) };
            begins_with(past, conn, h.dcid);
            learn(past, conn, false, h.scid);
            (here.number, here.client_first) = (Some(number), past.now.forward);
        }
        INITIAL if !conn.from_server && conn.anew => {
            conn.anew = false;
            begins_with(past, conn, h.dcid);
            // The server may choose another than the one that it asked for.
            conn.cid_len[1] = 0;
        }
        INITIAL | HANDSHAKE | RETRY if conn.from_server => {
            // The client goes on with the identifier that it is given (RFC 9000, 17.2.5.2).
            conn.anew |= h.kind == RETRY;
            if conn.cid_len[1] == 0 {
                learn(past, conn, true, h.scid);
            }
        }
        _ => {}
    }
}

/// Remembers what the packets of a datagram tell.
pub(super) fn remember(past: &mut Past<'_>, payload: &[u8]) {
    let mut here = Words::read(past.state);
    let is_short = payload.first().is_none_or(|b| b & 0x80 == 0);
    if is_short && !past.has_secrets() && is_expected(past, &here, payload) {
        return;
    }
    let mut c = Cursor::new(payload, payload.len(), FRAME);
    let first = packet::next(&mut c).ok();
    let (found, cid) = match &first {
        Some(Some(h)) => (find(past, &here, h), h.dcid),
        Some(None) => find_short(past, &here, payload),
        None => (None, &[][..]),
    };
    let mut conn = load(past, &here, found);
    let before = conn.write();
    // What an error message quotes went by already and tells nothing, unless the capture has one direction alone.
    let quoted = past.now.quoted;
    if let Some(Some(h)) = first.as_ref().filter(|_| !quoted || !conn.is_known()) {
        note(past, &mut conn, &mut here, h);
    }
    let this = past.this(&conn.write_note());
    past.note(NOTE, &this);
    if conn.is_known() {
        if !quoted {
            packets(past, &mut conn, payload, cid);
        }
        if conn.write() != before {
            let value = past.this(&conn.write());
            past.keep(&conn.key(RECORD), value);
        }
        here.chosen |= conn.chosen;
        if here.number == conn.number {
            (here.given_up, here.cid_len) = (conn.given_up, conn.cid_len);
            here.last[usize::from(!conn.from_server)] = short_of(cid);
        }
    }
    if !quoted {
        past.state = here.write();
    }
}

/// Whether a datagram that begins with a short header is of the connection that began in its conversation, and tells nothing new.
fn is_expected(past: &Past<'_>, here: &Words, payload: &[u8]) -> bool {
    if here.number.is_none() || !(here.given_up || past.columns_alone()) || past.now.quoted {
        return false;
    }
    let to = usize::from(here.client_first == past.now.forward);
    let n = usize::from(here.cid_len[to]);
    payload.get(1..1 + n).is_some_and(|cid| short_of(cid) == here.last[to])
}

/// Takes in the packets of a datagram, which have the same destination.
fn packets(past: &mut Past<'_>, conn: &mut Connection, payload: &[u8], dcid: &[u8]) {
    let mut c = Cursor::new(payload, payload.len(), FRAME);
    for nth in 0.. {
        if c.is_empty() {
            break;
        }
        let packet = c;
        match packet::next(&mut c) {
            Ok(Some(h)) if h.dcid == dcid => long(past, conn, nth, &h, &packet),
            Ok(None) if packet::is_same_short(conn, &packet, dcid) => {
                let opened = past.has_secrets()
                    && plain::remember(past, conn, nth, Level::OneRtt, packet.rest(), 1 + dcid.len());
                conn.given_up |= conn.chosen && !opened;
            }
            _ => break,
        }
    }
}

fn long(past: &mut Past<'_>, conn: &mut Connection, nth: u64, h: &Long<'_>, packet: &Cursor<'_>) {
    let level = match h.kind {
        ZERO_RTT => Some(Level::ZeroRtt),
        HANDSHAKE => Some(Level::Handshake),
        _ => None,
    };
    conn.suite |= h.kind == HANDSHAKE && conn.chosen;
    if let Some(level) = level
        && past.has_secrets()
        && let Some((bytes, at)) = packet::protected(h, packet)
    {
        // The version that is negotiated counts from the handshake on (RFC 9369, 4.1).
        conn.v2 = is_v2(h.version);
        plain::remember(past, conn, nth, level, bytes, at);
    }
    // Columns tell no more of a handshake than that there is one.
    let shown = !past.columns_alone() || past.has_secrets();
    if h.kind == INITIAL && shown {
        for (offset, data) in packet::crypto(conn, h, packet) {
            conn.chosen |= conn.from_server && packet::chooses(offset, &data);
            let from = (conn.from_server, 0);
            if let Some(fresh) = stream::remember(past, conn, from, offset, &data) {
                plain::hello(past, conn, &fresh);
            }
            conn.crypto += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use requin_wire::{
        Addr, Expected, Frames, Memory, Moment, Ports, ProtoId, Recalled, Remember, Remembered, Secrets, Time,
    };
    use std::collections::HashMap;

    /// A capture of conversations of UDP, by number.
    #[derive(Default)]
    struct Capture {
        kept: HashMap<Vec<u8>, Remembered>,
        notes: Vec<Recalled>,
        secrets: Secrets,
        states: HashMap<u32, [u64; 2]>,
    }

    impl Memory for Capture {
        fn get(&self, name: &[u8]) -> Option<Remembered> {
            self.kept.get(name).cloned()
        }
        fn set(&mut self, name: &[u8], value: Remembered) {
            self.kept.insert(name.to_vec(), value);
        }
        fn remove(&mut self, name: &[u8]) {
            self.kept.remove(name);
        }
        fn note(&mut self, note: Recalled) {
            self.notes.push(note);
        }
        fn expect(&mut self, _: &Expected, _: ProtoId, _: Remembered) {}
        fn expected(&self, _: &Expected) -> Option<Remembered> {
            None
        }
        fn remember_of(&self, _: ProtoId) -> Option<Remember> {
            None
        }
        fn frames_of(&self, _: ProtoId) -> Option<Frames> {
            None
        }
        fn secrets(&self) -> &Secrets {
            &self.secrets
        }
    }

    impl Capture {
        fn moment(stream: u32, forward: bool, quoted: bool, len: usize) -> Moment {
            Moment {
                frame: 1,
                time: Time::default(),
                forward,
                src: Addr::default(),
                dst: Addr::default(),
                ports: Ports::default(),
                transport: Some(requin_wire::TransportKind::Udp),
                stream,
                quoted,
                reported: len,
            }
        }

        /// Number of the datagram's connection, and whether it comes from the server, as noted.
        fn see(&mut self, stream: u32, forward: bool, datagram: &[u8]) -> Option<(u32, bool)> {
            self.look(Capture::moment(stream, forward, false, datagram.len()), datagram)
        }

        fn look(&mut self, now: Moment, datagram: &[u8]) -> Option<(u32, bool)> {
            let state = self.states.get(&now.stream).copied().unwrap_or_default();
            self.notes.clear();
            let mut past = Past::new(super::super::ID, now, state, self);
            remember(&mut past, datagram);
            let state = past.state;
            self.states.insert(now.stream, state);
            let note = self.notes.iter().find(|n| n.key == NOTE)?;
            let (number, rest) = note.what.bytes.split_first_chunk::<4>()?;
            Some((u32::from_be_bytes(*number), rest[0] & 1 != 0))
        }
    }

    fn long(first: u8, dcid: &[u8], scid: &[u8]) -> Vec<u8> {
        let mut b = vec![first, 0, 0, 0, 1, dcid.len() as u8];
        b.extend(dcid);
        b.push(scid.len() as u8);
        b.extend(scid);
        if first & 0x30 == 0 {
            b.push(0);
        }
        b.extend([3, 1, 2, 3]);
        b
    }

    fn short(dcid: &[u8]) -> Vec<u8> {
        [&[0x40][..], dcid, &[9; 20]].concat()
    }

    const INITIAL_BYTE: u8 = 0xc0;
    const HANDSHAKE_BYTE: u8 = 0xe0;

    #[test]
    fn a_connection_is_found_by_its_identifiers_from_everywhere() {
        let mut c = Capture::default();
        let (first, client, server) = (&[1; 8][..], &[2; 8][..], &[3; 5][..]);
        assert_eq!(c.see(0, true, &long(INITIAL_BYTE, first, client)), Some((0, false)));
        assert_eq!(c.see(0, false, &long(INITIAL_BYTE, client, server)), Some((0, true)));
        assert_eq!(c.see(0, true, &long(HANDSHAKE_BYTE, server, client)), Some((0, false)));
        // The client goes on from elsewhere, and is recognised there.
        let elsewhere = short(server);
        let now = Capture::moment(7, true, false, elsewhere.len());
        assert!(is_known(&Past::new(super::super::ID, now, [0; 2], &mut c), &elsewhere));
        assert_eq!(c.see(7, true, &elsewhere), Some((0, false)));
        assert_eq!(c.see(7, false, &short(client)), Some((0, true)));
        // An identifier that nobody told of.
        let unknown = short(&[4; 8]);
        assert!(!is_known(&Past::new(super::super::ID, now, [0; 2], &mut c), &unknown));
        assert_eq!(c.see(0, true, &unknown), None);
        assert_eq!(c.see(3, true, &long(HANDSHAKE_BYTE, first, client)), None);
    }

    #[test]
    fn connections_between_the_same_ends_are_told_apart() {
        let mut c = Capture::default();
        for n in 0..3u8 {
            let (first, server) = (&[n; 8][..], &[10 + n; 8][..]);
            assert_eq!(c.see(0, true, &long(INITIAL_BYTE, first, &[])), Some((u32::from(n), false)));
            // Once more, before the server answered.
            assert_eq!(c.see(0, true, &long(INITIAL_BYTE, first, &[])), Some((u32::from(n), false)));
            assert_eq!(c.see(0, false, &long(HANDSHAKE_BYTE, &[], server)), Some((u32::from(n), true)));
        }
        assert_eq!(c.see(0, true, &short(&[10; 8])), Some((0, false)));
        // Without an identifier it is the newest.
        assert_eq!(c.see(0, false, &long(HANDSHAKE_BYTE, &[], &[12; 8])), Some((2, true)));
    }

    #[test]
    fn who_is_asked_to_begin_anew_goes_on_with_another_identifier() {
        let mut c = Capture::default();
        let (first, client, given, server) = (&[1; 8][..], &[2; 8][..], &[3; 8][..], &[4; 8][..]);
        c.see(0, true, &long(INITIAL_BYTE, first, client));
        assert_eq!(c.see(0, false, &long(0xf0, client, given)), Some((0, true)));
        assert_eq!(c.see(0, true, &long(INITIAL_BYTE, given, client)), Some((0, false)));
        assert_eq!(c.see(0, false, &long(INITIAL_BYTE, client, server)), Some((0, true)));
        assert_eq!(c.see(1, true, &short(server)), Some((0, false)));
    }

    #[test]
    fn what_an_error_message_quotes_has_its_connection_and_tells_nothing() {
        let mut c = Capture::default();
        let initial = long(INITIAL_BYTE, &[7; 8], &[8; 8]);
        let quoted = Capture::moment(0, true, true, initial.len());
        let handshake = long(HANDSHAKE_BYTE, &[6; 8], &[8; 8]);
        assert_eq!(c.look(quoted, &handshake), None);
        assert!(c.kept.is_empty());
        assert_eq!(c.see(0, true, &initial), Some((0, false)));
        let (kept, states) = (c.kept.clone(), c.states.clone());
        assert_eq!(c.look(quoted, &initial), Some((0, false)));
        assert_eq!((&c.kept, &c.states), (&kept, &states));
        // Where the capture has one direction alone, it is all that there is of a connection.
        let other = long(INITIAL_BYTE, &[9; 8], &[]);
        let quoted = Capture::moment(1, true, true, other.len());
        assert_eq!(c.look(quoted, &other), Some((1, false)));
        assert_eq!(c.look(quoted, &other), Some((1, false)));
        assert_eq!(c.states[&1], [0; 2]);
    }

    #[test]
    fn what_is_expected_is_not_looked_up() {
        let mut c = Capture::default();
        c.see(0, true, &long(INITIAL_BYTE, &[1; 8], &[2; 8]));
        c.see(0, false, &long(INITIAL_BYTE, &[2; 8], &[3; 8]));
        let mut here = Words::read(c.states[&0]);
        here.given_up = true;
        c.states.insert(0, here.write());
        c.see(0, true, &short(&[3; 8]));
        assert_eq!(c.notes.len(), 1, "the first one is");
        here.last[1] = short_of(&[3; 8]);
        c.states.insert(0, here.write());
        c.see(0, true, &short(&[3; 8]));
        assert!(c.notes.is_empty());
        // Another connection begins here, whose server has not said what it is called: the packets of the one before are still its.
        c.see(0, true, &long(INITIAL_BYTE, &[5; 8], &[6; 8]));
        let here = Words { given_up: true, ..Words::read(c.states[&0]) };
        c.states.insert(0, here.write());
        assert_eq!(c.see(0, true, &short(&[3; 8])), Some((0, false)));
    }

    #[test]
    fn any_bytes_are_taken() {
        let mut c = Capture::default();
        let whole =
            [long(INITIAL_BYTE, &[1; 8], &[2; 8]), long(HANDSHAKE_BYTE, &[1; 8], &[2; 8]), short(&[1; 8])]
                .concat();
        for n in 0..whole.len() {
            c.see(n as u32, true, &whole[..n]);
            c.see(n as u32, false, &whole[n..]);
        }
        c.see(0, true, &long(INITIAL_BYTE, &[1; 255], &[2; 255]));
    }
}
