//! What is known of a connection, and where it is kept.
//!
//! A connection is found by the identifiers that its ends chose, from whatever addresses its packets come (RFC 9000, 5.2). What
//! is known of it stands under its number; the two words of a conversation of UDP tell of the newest
//! connection that began there, so that its packets with short headers need not be looked up.

use crate::application::tls::session::{Session, TLS13};
use requin_wire::{Cx, Key, Sink, fnv1a};

/// The note on a datagram: its connection, or nothing when it is of none that is known.
pub(super) const NOTE: u64 = 1 << 33;

/// A connection, as one of its ends sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Connection {
    /// Which one of the capture it is; none when nothing was seen of its beginning.
    pub number: Option<u32>,
    /// The connection identifier that the client chose for the server first, or when it began anew.
    pub dcid: Option<Vec<u8>>,
    /// How long the identifiers are that go into packets for the client, and for the server: nothing when there are none, or
    /// when they are not known.
    pub cid_len: [u8; 2],
    /// TLS chose a suite, and a packet of the handshake went by.
    pub suite: bool,
    /// Its secrets were looked for, and there were none.
    pub given_up: bool,
    /// Retry asked the client to begin anew.
    pub anew: bool,
    /// Whether packets behind the Initial ones are protected as in version 2.
    pub v2: bool,
    /// Whether this packet comes from the server.
    pub from_server: bool,
    /// Whether a suite was chosen in this conversation of UDP.
    pub chosen: bool,
    /// What TLS agreed on.
    pub session: Session,
    /// How many packets of the datagram went by.
    pub nth: u64,
    /// How many CRYPTO frames of the datagram went by.
    pub crypto: u64,
    /// How many STREAM frames of the packet went by.
    pub streams: u64,
}

impl Connection {
    pub fn new(number: Option<u32>) -> Connection {
        Connection {
            number,
            session: Session { version: TLS13, ..Session::default() },
            ..Connection::default()
        }
    }

    /// That of a datagram. The second value tells whether the datagram was looked at in packet order.
    pub fn load<S: Sink>(cx: &Cx<'_, S>) -> (Connection, bool) {
        if let Some(note) = cx.recalled(NOTE) {
            return (Connection::read_note(&note.bytes).unwrap_or_else(|| Connection::new(None)), true);
        }
        let Some(f) = cx.conversation() else { return (Connection::new(None), false) };
        let here = Words::read(f.state);
        let mut conn = Connection::new(here.number);
        conn.cid_len = here.cid_len;
        conn.from_server = here.client_first != f.forward;
        conn.given_up = true;
        (conn, here.number.is_some())
    }

    /// Whether anything was seen of its beginning.
    pub fn is_known(&self) -> bool {
        self.number.is_some()
    }

    /// How long the identifier is that a packet has with this sender.
    pub fn dcid_len(&self) -> usize {
        usize::from(self.cid_len[usize::from(!self.from_server)])
    }

    /// A key that counts for this connection.
    pub fn key(&self, n: u64) -> Key {
        Key::anywhere(n).and(&self.number.unwrap_or(u32::MAX).to_be_bytes())
    }

    /// What is kept under its number.
    pub fn write(&self) -> Vec<u8> {
        let flags = u8::from(self.suite)
            | u8::from(self.given_up) << 1
            | u8::from(self.v2) << 2
            | u8::from(self.dcid.is_some()) << 3
            | u8::from(self.anew) << 4;
        let mut b = vec![flags, self.cid_len[0], self.cid_len[1]];
        b.extend(self.dcid.iter().flatten());
        b
    }

    pub fn read(number: u32, bytes: &[u8]) -> Option<Connection> {
        let ([flags, client, server], dcid) = bytes.split_first_chunk::<3>()?;
        let bit = |n: u8| flags >> n & 1 != 0;
        Some(Connection {
            dcid: bit(3).then(|| dcid.to_vec()),
            cid_len: [*client, *server],
            suite: bit(0),
            given_up: bit(1),
            v2: bit(2),
            anew: bit(4),
            ..Connection::new(Some(number))
        })
    }

    /// The note on a datagram.
    pub fn write_note(&self) -> Vec<u8> {
        let Some(number) = self.number else { return Vec::new() };
        let mut b = number.to_be_bytes().to_vec();
        b.push(u8::from(self.from_server) | u8::from(self.chosen) << 1);
        b.extend(self.write());
        b
    }

    fn read_note(bytes: &[u8]) -> Option<Connection> {
        let (number, rest) = bytes.split_first_chunk::<4>()?;
        let (flags, rest) = rest.split_first()?;
        let mut conn = Connection::read(u32::from_be_bytes(*number), rest)?;
        (conn.from_server, conn.chosen) = (flags & 1 != 0, flags & 2 != 0);
        Some(conn)
    }
}

/// What a conversation of UDP remembers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// The newest connection that began here.
    pub number: Option<u32>,
    /// Whether its client sent the conversation's first packet.
    pub client_first: bool,
    /// Its secrets were looked for, and there were none.
    pub given_up: bool,
    /// A suite was chosen in this conversation.
    pub chosen: bool,
    /// As those of the connection.
    pub cid_len: [u8; 2],
    /// The identifiers that were last seen in packets for the client, and for the server, as far as they tell them apart.
    pub last: [u32; 2],
}

/// What tells connection identifiers apart where they have no room.
pub(super) fn short_of(cid: &[u8]) -> u32 {
    let hash = fnv1a(cid);
    (hash >> 32) as u32 ^ hash as u32
}

impl Words {
    pub fn read([a, b]: [u64; 2]) -> Words {
        let bit = |n: u32| a >> n & 1 != 0;
        Words {
            number: bit(32).then_some(a as u32),
            client_first: bit(33),
            given_up: bit(34),
            chosen: bit(35),
            cid_len: [(a >> 40) as u8, (a >> 48) as u8],
            last: [(b >> 32) as u32, b as u32],
        }
    }

    pub fn write(&self) -> [u64; 2] {
        let bit = |v: bool, n: u32| u64::from(v) << n;
        let a = u64::from(self.number.unwrap_or(0))
            | bit(self.number.is_some(), 32)
            | bit(self.client_first, 33)
            | bit(self.given_up, 34)
            | bit(self.chosen, 35)
            | u64::from(self.cid_len[0]) << 40
            | u64::from(self.cid_len[1]) << 48;
        [a, u64::from(self.last[0]) << 32 | u64::from(self.last[1])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_survives_being_remembered() {
        for n in [0u8, 1, 8, 20] {
            let c = Connection {
                dcid: (n != 1).then(|| (1..=n).collect()),
                cid_len: [n, 20],
                suite: n & 1 != 0,
                given_up: n & 8 != 0,
                v2: n & 4 != 0,
                anew: n == 20,
                from_server: n & 16 != 0,
                chosen: n & 1 == 0,
                ..Connection::new(Some(0x0102_0304 + u32::from(n)))
            };
            assert_eq!(Connection::read_note(&c.write_note()), Some(c.clone()));
            let kept = Connection { from_server: false, chosen: false, ..c.clone() };
            assert_eq!(Connection::read(c.number.unwrap(), &c.write()), Some(kept));
        }
        let unknown = Connection::new(None).write_note();
        assert!(unknown.is_empty() && Connection::read_note(&unknown).is_none());
    }

    #[test]
    fn a_conversation_has_room_for_what_it_needs() {
        for n in [0u32, 1, 7, u32::MAX] {
            let w = Words {
                number: (n != 1).then_some(n),
                client_first: n & 1 != 0,
                given_up: n & 2 != 0,
                chosen: n == 0,
                cid_len: [20, n as u8],
                last: [n, !n],
            };
            assert_eq!(Words::read(w.write()), w);
        }
        assert_eq!(Words::default().write(), [0; 2]);
    }
}
