//! What is remembered of a conversation whose records are to be opened.

use super::keys::Keys;
use requin_wire::Key;

/// One direction: 0 is the client's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Way {
    /// Records are encrypted, and there are keys.
    pub(super) on: bool,
    /// Number of the next record.
    pub(super) seq: u64,
    pub(super) keys: Keys,
    /// The traffic secret that the keys come from (TLS 1.3).
    pub(super) secret: Vec<u8>,
    /// Bytes of a handshake message that come in later records.
    pub(super) left: u32,
    pub(super) pending: Pending,
}

/// The beginning of a PDU of the protocol inside, in the records before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pending {
    /// In how many records.
    pub(super) count: u32,
    /// Where in the first it begins.
    pub(super) start: u32,
    /// Its bytes so far.
    pub(super) total: u32,
    /// It can't be whole with fewer bytes than these.
    pub(super) least: u32,
    /// Its length is known to be `least`.
    pub(super) sure: bool,
}

/// A conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Conn {
    pub(super) client_random: [u8; 32],
    pub(super) server_random: [u8; 32],
    pub(super) version: u16,
    pub(super) suite: u16,
    /// The code of a record is over what is encrypted.
    pub(super) then_mac: bool,
    /// The client sent the conversation's first frame.
    pub(super) client_forward: bool,
    /// Number of the protocol inside + 1, 0 for none.
    pub(super) app: u16,
    /// What the protocol inside remembers.
    pub(super) state: [u64; 2],
    pub(super) ways: [Way; 2],
}

/// The keys under which parts of it are kept.
pub(super) const CONN: u64 = 1;

/// The key of a record that is kept for the PDU that goes on.
pub(super) fn piece(way: usize, n: u32) -> Key {
    Key::here(2 | (way as u64 & 1) << 32).and(&n.to_be_bytes())
}

impl Conn {
    pub(super) fn write(&self) -> Vec<u8> {
        let mut b = Vec::with_capacity(512);
        b.extend(self.client_random);
        b.extend(self.server_random);
        for n in [self.version, self.suite, self.app] {
            b.extend(n.to_be_bytes());
        }
        b.extend([u8::from(self.then_mac), u8::from(self.client_forward)]);
        self.state.iter().for_each(|n| b.extend(n.to_be_bytes()));
        for w in &self.ways {
            b.extend([u8::from(w.on), u8::from(w.pending.sure), w.secret.len() as u8]);
            b.extend(w.seq.to_be_bytes());
            b.extend(w.keys.mac);
            b.extend(w.keys.key);
            b.extend(w.keys.iv);
            b.extend(&w.secret);
            let p = &w.pending;
            for n in [w.left, p.count, p.start, p.total, p.least] {
                b.extend(n.to_be_bytes());
            }
        }
        b
    }

    pub(super) fn read(bytes: &[u8]) -> Option<Conn> {
        let mut rest = bytes;
        let mut conn =
            Conn { client_random: take(&mut rest)?, server_random: take(&mut rest)?, ..Conn::default() };
        let short = |rest: &mut &[u8]| take(rest).map(u16::from_be_bytes);
        let word = |rest: &mut &[u8]| take(rest).map(u32::from_be_bytes);
        let long = |rest: &mut &[u8]| take(rest).map(u64::from_be_bytes);
        (conn.version, conn.suite, conn.app) = (short(&mut rest)?, short(&mut rest)?, short(&mut rest)?);
        let [then_mac, forward] = take(&mut rest)?;
        (conn.then_mac, conn.client_forward) = (then_mac != 0, forward != 0);
        conn.state = [long(&mut rest)?, long(&mut rest)?];
        for w in &mut conn.ways {
            let [on, sure, secret] = take(&mut rest)?;
            w.on = on != 0;
            w.seq = long(&mut rest)?;
            w.keys = Keys { mac: take(&mut rest)?, key: take(&mut rest)?, iv: take(&mut rest)? };
            let (secret, behind) = rest.split_at_checked(usize::from(secret))?;
            (w.secret, rest) = (secret.to_vec(), behind);
            w.left = word(&mut rest)?;
            let [count, start, total, least] =
                [word(&mut rest)?, word(&mut rest)?, word(&mut rest)?, word(&mut rest)?];
            w.pending = Pending { count, start, total, least, sure: sure != 0 };
        }
        Some(conn)
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (first, behind) = rest.split_first_chunk::<N>()?;
    *rest = behind;
    Some(*first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conversations_are_written_and_read() {
        let mut c =
            Conn { version: 0x0303, suite: 0xc02f, app: 9, state: [1, 2], then_mac: true, ..Conn::default() };
        c.client_random[3] = 7;
        c.ways[1] = Way {
            on: true,
            seq: 1 << 40,
            keys: Keys { mac: [1; 48], key: [2; 32], iv: [3; 16] },
            secret: vec![4; 48],
            left: 5,
            pending: Pending { count: 1, start: 2, total: 3, least: 4, sure: true },
        };
        let bytes = c.write();
        assert_eq!(Conn::read(&bytes), Some(c));
        // Longer values are cut.
        assert!(bytes.len() < 4096);
        assert_eq!(Conn::read(&bytes[..bytes.len() - 1]), None);
    }
}
