//! What packets with long headers tell of a connection, for those that come after.

use super::packet::{INITIAL, Long, RETRY};
use crate::application::tls::session::{Session, TLS13};
use requin_wire::{Cursor, FRAME, ProtoId, TransportFacts};

/// The longest connection identifier that can be remembered.
const MAX_DCID: usize = 13;

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
    /// How much of the client's first flight went by, in steps of [`STEP`] bytes.
    pub seen: u8,
    /// Whether packets with short headers went by.
    pub short: bool,
    /// What TLS agreed on.
    pub session: Session,
}

/// In what steps the client's first flight is counted.
const STEP: u64 = 128;

impl Connection {
    /// From what the conversation remembers.
    pub fn load(facts: Option<&TransportFacts>) -> Connection {
        match facts {
            Some(f) => Connection::read(f.state, f.forward),
            None => Connection::read([0; 2], true),
        }
    }

    pub fn read([a, b]: [u64; 2], forward: bool) -> Connection {
        let bit = |n: u32| a >> n & 1 != 0;
        let len = |at: u32| bit(at).then_some((a >> (at + 1) & 31) as u8);
        let client_first = bit(5).then(|| bit(6));
        let mut bytes = [0; 13];
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
            seen: (a >> 19 & 15) as u8,
            short: bit(23),
            session: Session { version: TLS13, ..Session::default() },
        }
    }

    pub fn store(&self) -> [u64; 2] {
        let bit = |v: bool, n: u32| u64::from(v) << n;
        let len = |v: Option<u8>, at: u32| v.map_or(0, |v| 1 | u64::from(v & 31) << 1) << at;
        let dcid = self.dcid.as_deref().filter(|d| d.len() <= MAX_DCID).unwrap_or_default();
        let (mut high, mut low) = ([0; 8], [0; 8]);
        for (to, from) in high.iter_mut().skip(3).chain(low.iter_mut()).zip(dcid) {
            *to = *from;
        }
        let a = dcid.len() as u64
            | bit(self.client_first.is_some(), 5)
            | bit(self.client_first == Some(true), 6)
            | len(self.cid_len[0], 7)
            | len(self.cid_len[1], 13)
            | u64::from(self.seen & 15) << 19
            | bit(self.short, 23)
            | u64::from_be_bytes(high) << 24;
        [a, u64::from_be_bytes(low)]
    }

    /// Whether anything was seen of its beginning.
    pub fn is_known(&self) -> bool {
        self.client_first.is_some()
    }

    /// Whether bytes of the handshake from `offset` on were sent before.
    pub fn was_sent(&self, offset: u64) -> bool {
        !self.from_server && offset < u64::from(self.seen) * STEP
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
            self.dcid = Some(h.dcid.to_vec()).filter(|d| !d.is_empty() && d.len() <= MAX_DCID);
        }
        let Some(first) = self.client_first else { return };
        let from_server = first != forward;
        self.cid_len[usize::from(from_server)] = u8::try_from(h.scid.len()).ok();
        if from_server && h.kind == RETRY {
            // The client goes on with the identifier that the server gives it.
            self.dcid = Some(h.scid.to_vec()).filter(|d| !d.is_empty() && d.len() <= MAX_DCID);
        }
    }
}

/// Remembers what the long headers of a datagram tell.
pub(super) fn remember(state: &mut [u64; 2], forward: bool, payload: &[u8]) -> Option<ProtoId> {
    let mut conn = Connection::read(*state, forward);
    if conn.short && payload.first().is_none_or(|b| b & 0x80 == 0) {
        return None;
    }
    let mut c = Cursor::new(payload, payload.len(), FRAME);
    while !c.is_empty() {
        let packet = c;
        match super::packet::next(&mut c) {
            Ok(Some(h)) => {
                conn.note(&h, forward);
                if h.kind == INITIAL && conn.client_first == Some(forward) {
                    let end = super::packet::crypto_end(&conn, &h, &packet).unwrap_or(0) / STEP;
                    conn.seen = conn.seen.max(end.min(15) as u8);
                }
            }
            Ok(None) => conn.short |= conn.is_known(),
            Err(_) => break,
        }
    }
    *state = conn.store();
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_survives_being_remembered() {
        for n in [0, 1, 8, 13] {
            let dcid: Vec<u8> = (1..=n).collect();
            let c = Connection {
                dcid: Some(dcid).filter(|d| !d.is_empty()),
                client_first: Some(false),
                cid_len: [Some(0), Some(20)],
                from_server: true,
                seen: 13,
                short: true,
                session: Session { version: TLS13, ..Session::default() },
            };
            assert_eq!(Connection::read(c.store(), true), c);
        }
    }

    /// An Initial with a Handshake and a short header behind it, all of them empty.
    #[test]
    fn coalesced_packets_are_all_noted() {
        let mut datagram = vec![0xc0, 0, 0, 0, 1, 2, 7, 8, 0, 0, 3, 1, 2, 3];
        datagram.extend([0xe0, 0, 0, 0, 1, 2, 7, 8, 0, 2, 1, 2]);
        let mut state = [0; 2];
        assert_eq!(remember(&mut state, true, &datagram), None);
        let c = Connection::read(state, true);
        assert!(c.is_known() && !c.short && !c.from_server);
        assert_eq!((c.dcid.as_deref(), c.cid_len), (Some(&[7, 8][..]), [Some(0), None]));
        datagram.extend([0x40, 7, 8, 0]);
        remember(&mut state, true, &datagram);
        assert!(Connection::read(state, true).short);
        assert!(Connection::read(state, false).from_server);
    }
}
