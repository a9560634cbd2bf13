//! What packets with long headers tell of a connection, for those that come after.

use super::crypto::is_v2;
use super::packet::{HANDSHAKE, INITIAL, Long, RETRY, ZERO_RTT};
use super::plain::{self, Level};
use super::stream;
use crate::application::tls::session::{Session, TLS13};
use requin_wire::{Cursor, Cx, FRAME, Key, Past, Sink};

/// The longest connection identifier that has room in the conversation's state; longer ones are kept beside it.
const MAX_DCID: usize = 9;
/// The longest that there are (RFC 9000, 17.2).
const LONGEST_DCID: usize = 20;
/// How many connections there were, and the note on the first packet of one.
const NUMBER: u64 = 1 << 33;
/// What a long identifier is kept and noted under.
const DCID: u64 = 1 << 32;

/// A connection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Connection {
    /// The connection identifier that the client chose for the server first, when it is known.
    pub dcid: Option<Vec<u8>>,
    /// Whether a client was seen, and whether it is who sent the conversation's first packet.
    pub client_first: Option<bool>,
    /// How long the identifiers are that go into packets for the client, and for the server.
    pub cid_len: [Option<u8>; 2],
    /// Whether this packet comes from the server.
    pub from_server: bool,
    /// Whether the server asked the client to start anew, which it may do once.
    pub retried: bool,
    /// Whether packets with short headers went by.
    pub short: bool,
    /// Whether packets behind the Initial ones are protected as in version 2.
    pub v2: bool,
    /// What TLS agreed on.
    pub session: Session,
    /// Which one of the capture it is.
    pub number: u32,
    /// How many packets of the datagram went by.
    pub nth: u64,
    /// How many CRYPTO frames of the datagram went by.
    pub crypto: u64,
    /// How many STREAM frames of the packet went by.
    pub streams: u64,
}

impl Connection {
    /// From what the conversation remembers.
    pub fn load<S: Sink>(cx: &Cx<'_, S>) -> Connection {
        let mut conn = match cx.conversation() {
            Some(f) => Connection::read(f.state, f.forward),
            None => Connection::read([0; 2], true),
        };
        if let Some(n) = cx.recalled(NUMBER) {
            conn.number = n.number() as u32;
            let forward = cx.conversation().is_none_or(|f| f.forward);
            conn.client_first = conn.client_first.or(Some(forward));
        }
        if let Some(long) = cx.recalled(DCID) {
            conn.dcid = Some(long.bytes.to_vec());
        }
        conn
    }

    pub fn read([a, b]: [u64; 2], forward: bool) -> Connection {
        let bit = |n: u32| a >> n & 1 != 0;
        let len = |at: u32| bit(at).then_some((a >> (at + 1) & 31) as u8);
        let client_first = bit(5).then(|| bit(6));
        let mut bytes = [0; MAX_DCID];
        for (to, from) in bytes.iter_mut().zip((a >> 24).to_be_bytes().iter().skip(3).chain(&b.to_be_bytes()))
        {
            *to = *from;
        }
        let n = (a & 31) as usize;
        Connection {
            dcid: if n == 0 { None } else { bytes.get(..n).map(<[u8]>::to_vec) },
            client_first,
            cid_len: [len(7), len(13)],
            from_server: client_first.is_some_and(|first| first != forward),
            retried: bit(19),
            short: bit(23),
            v2: bit(20),
            session: Session { version: TLS13, ..Session::default() },
            number: b as u32,
            nth: 0,
            crypto: 0,
            streams: 0,
        }
    }

    pub fn store(&self) -> [u64; 2] {
        let bit = |v: bool, n: u32| u64::from(v) << n;
        let len = |v: Option<u8>, at: u32| v.map_or(0, |v| 1 | u64::from(v & 31) << 1) << at;
        let dcid = self.dcid.as_deref().filter(|d| d.len() <= MAX_DCID).unwrap_or_default();
        let (mut high, mut low) = ([0; 8], [0; 4]);
        for (to, from) in high.iter_mut().skip(3).chain(low.iter_mut()).zip(dcid) {
            *to = *from;
        }
        let a = dcid.len() as u64
            | bit(self.client_first.is_some(), 5)
            | bit(self.client_first == Some(true), 6)
            | len(self.cid_len[0], 7)
            | len(self.cid_len[1], 13)
            | bit(self.retried, 19)
            | bit(self.v2, 20)
            | bit(self.short, 23)
            | u64::from_be_bytes(high) << 24;
        [a, u64::from(u32::from_be_bytes(low)) << 32 | u64::from(self.number)]
    }

    /// Whether anything was seen of its beginning.
    pub fn is_known(&self) -> bool {
        self.client_first.is_some()
    }

    /// Whether the client may begin another: nobody answered, or the handshake is over.
    fn may_be_followed(&self) -> bool {
        self.short || self.cid_len[1].is_none()
    }

    /// How long the identifier in a short header is.
    pub fn short_cid_len(&self) -> Option<u8> {
        self.cid_len[usize::from(!self.from_server)]
    }

    /// Takes in a long header.
    fn note(&mut self, h: &Long<'_>, forward: bool) {
        if h.version == 0 {
            return;
        }
        if h.kind == INITIAL && self.client_first.is_none() {
            self.client_first = Some(forward);
            self.dcid = Some(h.dcid.to_vec()).filter(|d| !d.is_empty() && d.len() <= LONGEST_DCID);
        }
        let Some(first) = self.client_first else { return };
        let from_server = first != forward;
        self.cid_len[usize::from(from_server)] = u8::try_from(h.scid.len()).ok();
        if from_server && h.kind == RETRY && !self.retried {
            // The client goes on with the identifier that the first one gives it (RFC 9000, 17.2.5.2).
            self.retried = true;
            self.dcid = Some(h.scid.to_vec()).filter(|d| !d.is_empty() && d.len() <= LONGEST_DCID);
        }
    }
}

/// Remembers what the long headers of a datagram tell, and the handshake that its Initial packets carry.
pub(super) fn remember(past: &mut Past<'_>, payload: &[u8]) {
    let forward = past.now.forward;
    let mut conn = Connection::read(past.state, forward);
    if past.now.quoted {
        // What an error message quotes went by already.
        if conn.is_known() {
            let this = past.this(&u64::from(conn.number).to_be_bytes());
            past.note(NUMBER, &this);
        }
        return;
    }
    if conn.short && !past.has_secrets() && payload.first().is_none_or(|b| b & 0x80 == 0) {
        return;
    }
    let long = Key::here(DCID);
    if conn.is_known()
        && conn.dcid.is_none()
        && let Some(kept) = past.get(&long)
    {
        past.note(DCID, &kept);
        conn.dcid = Some(kept.bytes.to_vec());
    }
    let mut c = Cursor::new(payload, payload.len(), FRAME);
    let mut nth = 0;
    while !c.is_empty() {
        let packet = c;
        match super::packet::next(&mut c) {
            Ok(Some(h)) => {
                if h.kind == INITIAL
                    && conn.client_first == Some(forward)
                    && conn.dcid.as_deref() != Some(h.dcid)
                    && conn.may_be_followed()
                    && super::packet::begins(&h, &packet)
                {
                    // Another connection between the same ends: only its first packets are protected with the
                    // identifier that they have.
                    plain::forget(past);
                    stream::forget(past);
                    conn = Connection {
                        nth: conn.nth,
                        crypto: conn.crypto,
                        ..Connection::read([0; 2], forward)
                    };
                }
                let (before, known) = (conn.dcid.clone(), conn.is_known());
                conn.note(&h, forward);
                if conn.is_known() && !known {
                    let key = Key::anywhere(NUMBER);
                    conn.number = past.get(&key).map_or(0, |n| n.number() as u32 + 1);
                    past.set_number(&key, u64::from(conn.number));
                    let this = past.this(&u64::from(conn.number).to_be_bytes());
                    past.note(NUMBER, &this);
                }
                if conn.dcid != before
                    && let Some(d) = conn.dcid.as_ref().filter(|d| d.len() > MAX_DCID)
                {
                    past.set(&long, d);
                }
                let level = match h.kind {
                    ZERO_RTT => Some(Level::ZeroRtt),
                    HANDSHAKE => Some(Level::Handshake),
                    _ => None,
                };
                if let Some(level) = level
                    && past.has_secrets()
                    && conn.is_known()
                    && let Some((bytes, at)) = super::packet::protected(&h, &packet)
                {
                    conn.from_server = conn.client_first != Some(forward);
                    // The version that is negotiated counts from the handshake on (RFC 9369, 4.1).
                    conn.v2 = is_v2(h.version);
                    plain::remember(past, &mut conn, nth, level, bytes, at);
                }
                // Columns tell no more of a handshake than that there is one.
                let shown = !past.columns_alone() || past.has_secrets();
                if h.kind == INITIAL && conn.is_known() && shown {
                    conn.from_server = conn.client_first != Some(forward);
                    for (offset, data) in super::packet::crypto(&conn, &h, &packet) {
                        let from = conn.from_server;
                        if let Some(fresh) = stream::remember(past, conn.crypto, (from, 0), offset, &data) {
                            plain::hello(past, from, &fresh);
                        }
                        conn.crypto += 1;
                    }
                }
            }
            Ok(None) => {
                if past.has_secrets() && conn.is_known() {
                    conn.from_server = conn.client_first != Some(forward);
                    let at = 1 + usize::from(conn.short_cid_len().unwrap_or(0));
                    plain::remember(past, &mut conn, nth, Level::OneRtt, packet.rest(), at);
                }
                conn.short |= conn.is_known();
            }
            Err(_) => break,
        }
        nth += 1;
    }
    past.state = conn.store();
}

#[cfg(test)]
mod tests {
    use super::*;
    use requin_wire::{Addr, Expected, Memory, Moment, Ports, ProtoId, Recalled, Remembered, Time};

    #[test]
    fn a_connection_survives_being_remembered() {
        for n in [0, 1, 8, 9] {
            let dcid: Vec<u8> = (1..=n).collect();
            let c = Connection {
                dcid: Some(dcid).filter(|d| !d.is_empty()),
                client_first: Some(false),
                cid_len: [Some(0), Some(20)],
                from_server: true,
                retried: true,
                short: true,
                v2: n & 1 != 0,
                session: Session { version: TLS13, ..Session::default() },
                number: 0x0102_0304,
                nth: 0,
                crypto: 0,
                streams: 0,
            };
            assert_eq!(Connection::read(c.store(), true), c);
        }
    }

    /// Keeps nothing but the notes.
    #[derive(Default)]
    struct Nowhere(requin_wire::Secrets, Vec<Recalled>);

    impl Memory for Nowhere {
        fn get(&self, _: &[u8]) -> Option<Remembered> {
            None
        }
        fn set(&mut self, _: &[u8], _: Remembered) {}
        fn remove(&mut self, _: &[u8]) {}
        fn note(&mut self, note: Recalled) {
            self.1.push(note);
        }
        fn expect(&mut self, _: &Expected, _: ProtoId, _: Remembered) {}
        fn expected(&self, _: &Expected) -> Option<Remembered> {
            None
        }
        fn remember_of(&self, _: ProtoId) -> Option<requin_wire::Remember> {
            None
        }
        fn frames_of(&self, _: ProtoId) -> Option<requin_wire::Frames> {
            None
        }
        fn secrets(&self) -> &requin_wire::Secrets {
            &self.0
        }
    }

    fn look(state: [u64; 2], datagram: &[u8]) -> [u64; 2] {
        look_at(state, datagram, false).0
    }

    fn look_at(state: [u64; 2], datagram: &[u8], quoted: bool) -> ([u64; 2], Vec<Recalled>) {
        let now = Moment {
            frame: 1,
            time: Time::default(),
            forward: true,
            src: Addr::default(),
            dst: Addr::default(),
            ports: Ports::default(),
            transport: None,
            stream: 0,
            quoted,
            reported: datagram.len(),
        };
        let mut nowhere = Nowhere::default();
        let mut past = Past::new(super::super::ID, now, state, &mut nowhere);
        remember(&mut past, datagram);
        (past.state, nowhere.1)
    }

    #[test]
    fn what_an_error_message_quotes_has_its_connection_and_begins_none() {
        let initial = [0xc0, 0, 0, 0, 1, 2, 7, 8, 0, 0, 3, 1, 2, 3];
        let (state, notes) = look_at([0; 2], &initial, true);
        assert_eq!((state, notes.len()), ([0; 2], 0));
        let begun = Connection { client_first: Some(true), number: 7, ..Connection::read([0; 2], true) };
        let (state, notes) = look_at(begun.store(), &initial, true);
        assert_eq!(state, begun.store());
        assert_eq!(notes.iter().map(|n| (n.key, n.what.number())).collect::<Vec<_>>(), [(NUMBER, 7)]);
    }

    /// An Initial with a Handshake and a short header behind it, all of them empty.
    #[test]
    fn coalesced_packets_are_all_noted() {
        let mut datagram = vec![0xc0, 0, 0, 0, 1, 2, 7, 8, 0, 0, 3, 1, 2, 3];
        datagram.extend([0xe0, 0, 0, 0, 1, 2, 7, 8, 0, 2, 1, 2]);
        let mut state = look([0; 2], &datagram);
        let c = Connection::read(state, true);
        assert!(c.is_known() && !c.short && !c.from_server);
        assert_eq!((c.dcid.as_deref(), c.cid_len), (Some(&[7, 8][..]), [Some(0), None]));
        datagram.extend([0x40, 7, 8, 0]);
        state = look(state, &datagram);
        assert!(Connection::read(state, true).short);
        assert!(Connection::read(state, false).from_server);
    }
}
