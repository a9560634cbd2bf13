//! Records whose secrets are known: decrypted in packet order, and shown with what is inside.
//!
//! [`remember`] sees every record in its turn. What it opens it notes on the frame, and [`show`] and
//! [`carried`] find it there; no dissector decrypts anything. The protocol inside is cut into PDUs as one
//! over TCP is; what is not whole waits among what protocols remember, and has their bound.

mod app;
mod conn;
mod keys;
mod open;
mod show;
mod suite;

pub(in crate::application) use keys::expand;
pub(in crate::application) use open::aead;
pub(in crate::application) use suite::{Cipher, Hash, Suite, of as suite_of};

pub(super) use show::{carried, is_open, segment, show};

use super::record::{ALERT, APPLICATION_DATA, CHANGE_CIPHER_SPEC, HANDSHAKE_RECORD};
use super::{handshake, hello, session};
use conn::{CONN, Conn, Pending, Way, piece};
use open::{Sealed, open};
use requin_wire::{Key, Label, Past, Pdu, ProtoId, Recalled, Remembered, SmallBytes};

/// A PDU inside that is longer is not put together.
const LONGEST: u32 = 7 << 20;
/// Records that one may take.
const MOST_PIECES: u32 = 4096;

/// The key of the note on a record: its last bytes, which are those of a code or a cipher.
fn mark(record: &[u8]) -> u64 {
    record.last_chunk::<8>().map_or(0, |b| u64::from_be_bytes(*b)) & !3
}

/// What is noted besides what a record says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Head {
    /// Its type.
    kind: u8,
    /// Number of the protocol inside + 1.
    app: u16,
    /// Bytes at its beginning that end a PDU.
    tail: u32,
    /// Bytes at its end that begin one, or go on with it.
    pending: u32,
}

impl Head {
    const LEN: usize = 11;

    fn write(&self) -> Vec<u8> {
        let mut b = vec![self.kind];
        b.extend(self.app.to_be_bytes());
        b.extend(self.tail.to_be_bytes());
        b.extend(self.pending.to_be_bytes());
        b
    }

    fn read(bytes: &[u8]) -> Option<(Head, &[u8])> {
        let (h, text) = bytes.split_first_chunk::<{ Head::LEN }>()?;
        let [kind, a0, a1, t0, t1, t2, t3, p0, p1, p2, p3] = *h;
        let word = |b| u32::from_be_bytes(b);
        let (tail, pending) = (word([t0, t1, t2, t3]), word([p0, p1, p2, p3]));
        Some((Head { kind, app: u16::from_be_bytes([a0, a1]), tail, pending }, text))
    }
}

/// What a note says on a record that was opened: whether it is application data, and its bytes.
#[must_use]
pub fn opened(note: &Recalled) -> Option<(bool, &[u8])> {
    if note.proto != super::ID || note.key & 3 != 0 {
        return None;
    }
    Head::read(&note.what.bytes).map(|(h, text)| (h.kind == APPLICATION_DATA, text))
}

/// Opens the records of a conversation whose secrets are known.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    // A record that the capture cut can't be opened.
    if !past.has_secrets() || past.now.reported > pdu.len() {
        return;
    }
    let Some((head, body)) = pdu.split_first_chunk::<5>() else { return };
    let begins = head[0] == HANDSHAKE_RECORD && body.first() == Some(&handshake::CLIENT_HELLO);
    let key = Key::here(CONN);
    let known = past.get(&key).and_then(|r| Conn::read(&r.bytes));
    let Some(mut conn) = known.or_else(|| begins.then(Conn::default)) else { return };
    let before = conn.clone();
    conn.record(past, head, body, mark(pdu));
    if conn != before {
        past.set(&key, &conn.write());
    }
}

impl Conn {
    fn record(&mut self, past: &mut Past<'_>, head: &[u8; 5], body: &[u8], mark: u64) {
        let side = usize::from(past.now.forward != self.client_forward);
        let encrypted = self.ways.get(side).is_some_and(|w| w.on);
        match head[0] {
            // In TLS 1.3 it says nothing, and is never encrypted (RFC 8446, 5).
            CHANGE_CIPHER_SPEC if self.version >= session::TLS13 => {}
            CHANGE_CIPHER_SPEC if !encrypted || self.open(side, head, body).is_some() => {
                self.change(past, side)
            }
            CHANGE_CIPHER_SPEC => {}
            _ if encrypted => {
                if let Some((kind, text)) = self.open(side, head, body) {
                    self.opened(past, side, kind, text, mark);
                }
            }
            HANDSHAKE_RECORD => self.messages(past, side, body),
            _ => {}
        }
    }

    /// From here on this direction is encrypted with what was agreed on (up to TLS 1.2).
    fn change(&mut self, past: &Past<'_>, side: usize) {
        let Some(way) = self.ways.get_mut(side) else { return };
        way.on = false;
        let (Some(master), Some(suite)) =
            (past.secret(Label::ClientRandom, &self.client_random), suite::of(self.suite))
        else {
            return;
        };
        let keys = keys::from_master(self.version, &suite, master, &self.client_random, &self.server_random);
        if let Some(keys) = keys.into_iter().nth(side) {
            *way = Way { on: true, keys, pending: way.pending, ..Way::default() };
        }
    }

    /// From here on this direction is encrypted with a traffic secret (TLS 1.3).
    fn install(&mut self, past: &Past<'_>, side: usize, labels: [Label; 2]) {
        let secret = labels.get(side).and_then(|l| past.secret(*l, &self.client_random)).map(<[u8]>::to_vec);
        let Some(way) = self.ways.get_mut(side) else { return };
        let pending = way.pending;
        *way = match (secret, suite::of(self.suite)) {
            (Some(secret), Some(suite)) => {
                Way { on: true, keys: keys::from_traffic(&suite, &secret), secret, pending, ..Way::default() }
            }
            _ => Way { pending, ..Way::default() },
        };
    }

    fn open(&mut self, side: usize, head: &[u8; 5], body: &[u8]) -> Option<(u8, Vec<u8>)> {
        let suite = suite::of(self.suite)?;
        let way = self.ways.get_mut(side)?;
        let sealed = Sealed { version: self.version, then_mac: self.then_mac, seq: way.seq, head, body };
        let opened = open(&sealed, &suite, &mut way.keys);
        if opened.is_some() {
            way.seq = way.seq.wrapping_add(1);
        }
        opened
    }

    /// Takes note of what a record says.
    fn opened(&mut self, past: &mut Past<'_>, side: usize, kind: u8, text: Vec<u8>, mark: u64) {
        match kind {
            APPLICATION_DATA => self.data(past, side, text, mark),
            HANDSHAKE_RECORD => {
                _ = note(past, mark, Head { kind, ..Head::default() }, &text);
                self.messages(past, side, &text);
            }
            ALERT => _ = note(past, mark, Head { kind, ..Head::default() }, &text),
            _ => {}
        }
    }

    /// Walks through handshake messages.
    fn messages(&mut self, past: &mut Past<'_>, side: usize, bytes: &[u8]) {
        let left = self.ways.get(side).map_or(0, |w| w.left as usize);
        let skip = left.min(bytes.len());
        let mut rest = bytes.get(skip..).unwrap_or_default();
        let mut left = left - skip;
        let mut finished = false;
        while let Some([kind, a, b, c]) = rest.first_chunk::<4>() {
            let len = u32::from_be_bytes([0, *a, *b, *c]) as usize;
            let body = rest.get(4..).unwrap_or_default();
            self.message(past, side, *kind, body.get(..len).unwrap_or(body));
            finished |= *kind == handshake::FINISHED;
            left = (4 + len).saturating_sub(rest.len());
            rest = rest.get(4 + len..).unwrap_or_default();
        }
        if let Some(way) = self.ways.get_mut(side) {
            way.left = left as u32;
        }
        if finished && self.version >= session::TLS13 {
            self.install(past, side, [Label::ClientTraffic0, Label::ServerTraffic0]);
        }
    }

    fn message(&mut self, past: &mut Past<'_>, side: usize, kind: u8, body: &[u8]) {
        match kind {
            handshake::CLIENT_HELLO => {
                let Some(random) = body.get(2..).and_then(|b| b.first_chunk::<32>()) else { return };
                let encrypted = self.ways.iter().any(|w| w.on);
                if !encrypted {
                    self.client_forward = past.now.forward;
                }
                self.client_random = *random;
            }
            handshake::SERVER_HELLO => self.server_hello(past, body),
            handshake::ENCRYPTED_EXTENSIONS => {
                if let Some(id) = hello::scan_extensions(body).alpn.and_then(app::of_alpn) {
                    self.app = id.0.saturating_add(1);
                }
            }
            handshake::KEY_UPDATE if self.version >= session::TLS13 => {
                let (Some(suite), Some(way)) = (suite::of(self.suite), self.ways.get_mut(side)) else {
                    return;
                };
                if way.on {
                    way.secret = keys::expand(suite.hash, &way.secret, b"traffic upd", suite.hash.len());
                    way.keys = keys::from_traffic(&suite, &way.secret);
                    way.seq = 0;
                }
            }
            _ => {}
        }
    }

    fn server_hello(&mut self, past: &Past<'_>, body: &[u8]) {
        let Some(random) = body.get(2..).and_then(|b| b.first_chunk::<32>()) else { return };
        if *random == hello::RETRY {
            return;
        }
        let found = hello::scan_server(body);
        let is_13 = found.version == session::TLS13 || session::draft_of(found.version) != 0;
        self.version = if is_13 { session::TLS13 } else { found.version };
        (self.server_random, self.suite, self.then_mac) = (*random, found.suite, found.then_mac);
        if let Some(id) = found.alpn.and_then(app::of_alpn) {
            self.app = id.0.saturating_add(1);
        }
        if is_13 {
            let labels = [Label::ClientHandshakeTraffic, Label::ServerHandshakeTraffic];
            self.install(past, 0, labels);
            self.install(past, 1, labels);
        }
    }

    /// Cuts what the protocol inside says into PDUs, and lets it look at those that are whole.
    fn data(&mut self, past: &mut Past<'_>, side: usize, text: Vec<u8>, mark: u64) {
        if self.app == 0
            && let Some(id) = app::find(past.now.ports, side, &text)
        {
            self.app = id.0.saturating_add(1);
        }
        let mut head = Head { kind: APPLICATION_DATA, app: self.app, ..Head::default() };
        let Some(app) = self.app.checked_sub(1).map(ProtoId).filter(|_| !text.is_empty()) else {
            note(past, mark, head, &text);
            return;
        };
        let Some(frames) = past.frames_of(app) else {
            past.carried(app, &text, &mut self.state);
            note(past, mark, head, &text);
            return;
        };
        let forward = past.now.forward;
        let Some(mut p) = self.ways.get(side).map(|w| w.pending) else { return };
        let mut at = 0;
        let mut joined = None;
        if p.count > 0 {
            let total = p.total.saturating_add(text.len() as u32);
            let mut whole = None;
            if total >= p.least {
                let (parts, mut bytes) = self.join(past, side, &p);
                bytes.extend_from_slice(&text);
                if bytes.len() != total as usize {
                    // A part of it had to go.
                    whole = Some(0);
                } else {
                    let says = if p.sure {
                        Pdu::Len(p.least as usize)
                    } else {
                        frames(&bytes, forward, &self.state)
                    };
                    match says {
                        Pdu::Len(n) if n <= bytes.len() => whole = Some(n.max(1)),
                        Pdu::Len(n) => (p.least, p.sure) = (n.try_into().unwrap_or(u32::MAX), true),
                        Pdu::More(n) => p.least = n.max(bytes.len() + 1).try_into().unwrap_or(u32::MAX),
                        Pdu::UntilEnd => p.least = u32::MAX,
                        Pdu::AsItComes => whole = Some(bytes.len()),
                    }
                }
                if let Some(n) = whole.filter(|n| *n > 0) {
                    at = n.saturating_sub(p.total as usize).min(text.len());
                    bytes.truncate(n);
                    joined = Some((parts, bytes));
                }
            }
            if whole.is_some() || total > LONGEST || p.count >= MOST_PIECES {
                (0..p.count).for_each(|n| past.remove(&piece(side, n)));
                p = Pending::default();
            } else {
                (p.count, p.total) = (p.count + 1, total);
                at = text.len();
                head.pending = text.len() as u32;
            }
        }
        head.tail = at as u32 - head.pending;
        if let Some((mut parts, bytes)) = joined {
            past.carried(app, &bytes, &mut self.state);
            crate::application::pieces::push(&mut parts, past.now.frame, at);
            let value = crate::application::pieces::write(&parts, &bytes);
            past.note(mark | 1, &this(past, value.into()));
        }
        while at < text.len() {
            let rest = text.get(at..).unwrap_or_default();
            let (least, sure) = match frames(rest, forward, &self.state) {
                Pdu::Len(n) if n <= rest.len() => {
                    let n = n.max(1);
                    past.carried(app, rest.get(..n).unwrap_or(rest), &mut self.state);
                    at += n;
                    continue;
                }
                Pdu::AsItComes => {
                    past.carried(app, rest, &mut self.state);
                    break;
                }
                Pdu::Len(n) => (n, true),
                Pdu::More(n) => (n.max(rest.len() + 1), false),
                Pdu::UntilEnd => (usize::MAX, false),
            };
            head.pending = rest.len() as u32;
            let least = least.try_into().unwrap_or(u32::MAX);
            p = Pending { count: 1, start: at as u32, total: head.pending, least, sure };
            break;
        }
        let kept = note(past, mark, head, &text);
        if let Some(last) = p.count.checked_sub(1) {
            past.keep(&piece(side, last), kept);
        }
        if let Some(way) = self.ways.get_mut(side) {
            way.pending = p;
        }
    }

    /// The parts of the PDU that goes on: where they came, and their bytes.
    fn join(&self, past: &Past<'_>, side: usize, p: &Pending) -> (Vec<u8>, Vec<u8>) {
        let (mut parts, mut bytes) = (Vec::new(), Vec::with_capacity(p.total as usize));
        for n in 0..p.count {
            let Some(r) = past.get(&piece(side, n)) else { break };
            let Some((_, text)) = Head::read(&r.bytes) else { break };
            let part = text.get(if n == 0 { p.start as usize } else { 0 }..).unwrap_or_default();
            crate::application::pieces::push(&mut parts, r.frame, part.len());
            bytes.extend_from_slice(part);
        }
        (parts, bytes)
    }
}

/// Something of this frame, however long.
fn this(past: &Past<'_>, bytes: SmallBytes) -> Remembered {
    Remembered { frame: past.now.frame, time: past.now.time, bytes }
}

fn note(past: &mut Past<'_>, mark: u64, head: Head, text: &[u8]) -> Remembered {
    let bytes = [&head.write(), text].concat();
    let what = this(past, bytes.into());
    past.note(mark, &what);
    what
}
