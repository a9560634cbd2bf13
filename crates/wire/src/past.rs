//! What protocols remember between packets.
//!
//! A dissector is a pure function; what it can't know from the frame alone, such as the request that a
//! response answers, has to be remembered in packet order. A protocol names a [`Remember`] function in
//! its declaration. The ordered pass runs it on every datagram and on every whole PDU of a stream; what it
//! finds out about the frame it [notes](Past::note), and the dissector [reads](crate::Cx::recalled).

use crate::{Addr, AddrKind, Frames, Label, Ports, ProtoId, Secrets, SmallBytes, Time, TransportKind};

/// Looks at a PDU in packet order, and remembers what later ones want to know.
///
/// It is run exactly once for every datagram of a conversation of the protocol, and for every whole PDU
/// of a stream, whatever segments it came in: as the protocol's [`Frames`](crate::Frames) function cuts
/// them, or, when it has none, for whatever new bytes a segment brings. Bytes that TCP sends again are left
/// out. It must be quick, and take any bytes: a cut capture cuts them as well.
pub type Remember = fn(past: &mut Past<'_>, pdu: &[u8]);

/// How deep protocols may call each other's functions.
const MAX_CALLS: u8 = 16;
/// Bytes of a key. What has no room is folded into the last eight.
const KEY: usize = 88;
/// A remembered value is cut to so many bytes.
pub const LONGEST_VALUE: usize = 4096;

/// FNV-1a, by which parts of packets are told apart where they need not be kept.
#[must_use]
pub fn fnv1a(bytes: &[u8]) -> u64 {
    fold(FNV, bytes)
}

/// What FNV-1a begins with.
const FNV: u64 = 0xcbf2_9ce4_8422_2325;

fn fold(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
}

/// What a value is found by: a number, anything that is [added](Key::and) to it, and where it counts.
/// Protocols don't see each other's.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    bytes: [u8; KEY],
    len: usize,
    scope: Scope,
}

/// Where a key counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Conversation,
    Pair,
    Anywhere,
}

impl Key {
    fn new(n: u64, scope: Scope) -> Key {
        let mut key = Key { bytes: [0; KEY], len: 0, scope };
        key.push(&n.to_be_bytes());
        key
    }

    /// Counts within the conversation; where there are no ports, between the two addresses.
    #[must_use]
    pub fn here(n: u64) -> Key {
        Key::new(n, Scope::Conversation)
    }

    /// Counts between the two addresses, whatever the ports.
    #[must_use]
    pub fn pair(n: u64) -> Key {
        Key::new(n, Scope::Pair)
    }

    /// Counts in the whole capture: add whatever tells one thing from another.
    #[must_use]
    pub fn anywhere(n: u64) -> Key {
        Key::new(n, Scope::Anywhere)
    }

    /// Adds bytes, such as a Call-ID.
    #[must_use]
    pub fn and(mut self, bytes: &[u8]) -> Key {
        // The length keeps two neighbours apart.
        self.push(&(bytes.len() as u32).to_be_bytes());
        self.push(bytes);
        self
    }

    /// Adds an address and a port.
    #[must_use]
    pub fn at(self, addr: &Addr, port: u16) -> Key {
        let mut key = self;
        key.push(&fixed(addr));
        key.push(&port.to_be_bytes());
        key
    }

    fn push(&mut self, bytes: &[u8]) {
        let room = (KEY - 8).saturating_sub(self.len);
        let (plain, folded) = bytes.split_at(room.min(bytes.len()));
        if let Some(to) = self.bytes.get_mut(self.len..self.len + plain.len()) {
            to.copy_from_slice(plain);
            self.len += plain.len();
        }
        if folded.is_empty() {
            return;
        }
        // FNV-1a over what has no room, in the last eight bytes.
        let mut tail = [0; 8];
        tail.copy_from_slice(&self.bytes[KEY - 8..]);
        let hash = fold(u64::from_be_bytes(tail) ^ FNV, folded);
        self.bytes[KEY - 8..].copy_from_slice(&hash.to_be_bytes());
        self.len = KEY;
    }
}

/// Something that was remembered, and the frame that gave rise to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remembered {
    /// Number of the frame.
    pub frame: u64,
    /// When it came.
    pub time: Time,
    /// What the protocol keeps with it.
    pub bytes: SmallBytes,
}

impl Remembered {
    /// The number that the bytes are, when they are [one](Past::set_number).
    #[must_use]
    pub fn number(&self) -> u64 {
        self.bytes.first_chunk::<8>().map_or(0, |b| u64::from_be_bytes(*b))
    }
}

/// A note on a frame, for its dissector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recalled {
    /// The frame that it is on.
    pub on: u64,
    /// Whose it is.
    pub proto: ProtoId,
    /// Which of the protocol's it is.
    pub key: u64,
    /// What was recalled.
    pub what: Remembered,
}

/// The note by which a dissector finds what announced its conversation: see [`Past::expect`].
pub(crate) const ANNOUNCED: u64 = u64::MAX;

/// The note by which the dissector of a protocol that is carried in another finds its own state: see
/// [`Past::carried`].
pub(crate) const CARRIED: u64 = u64::MAX - 3;

/// Conversations that are announced: all that have this end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Over which transport.
    pub kind: TransportKind,
    /// The end's address.
    pub addr: Addr,
    /// Its port.
    pub port: u16,
    /// The other end's address, when that is known.
    pub peer: Option<Addr>,
}

/// Where memories are kept. Names are made of everything that tells one value from another.
pub trait Memory {
    /// The value of this name.
    fn get(&self, name: &[u8]) -> Option<Remembered>;
    /// Gives a name a value, which is its newest then.
    fn set(&mut self, name: &[u8], value: Remembered);
    /// Forgets a value.
    fn remove(&mut self, name: &[u8]);
    /// Puts a note on the frame that is looked at.
    fn note(&mut self, note: Recalled);
    /// Says which protocol such conversations will have.
    fn expect(&mut self, whom: &Expected, proto: ProtoId, why: Remembered);
    /// Why such conversations are expected, when they are.
    fn expected(&self, whom: &Expected) -> Option<Remembered>;
    /// The function of a protocol.
    fn remember_of(&self, proto: ProtoId) -> Option<Remember>;
    /// How a protocol finds the ends of its PDUs.
    fn frames_of(&self, proto: ProtoId) -> Option<Frames>;
    /// The secrets that are known by now.
    fn secrets(&self) -> &Secrets;
    /// Whether columns are all that is shown of a protocol and of those it carries.
    fn columns_alone(&self, proto: ProtoId) -> bool {
        let _ = proto;
        false
    }
}

/// What is known of the PDU that a [`Remember`] function looks at.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// Number of the frame that brought it, or its last part.
    pub frame: u64,
    /// When that came.
    pub time: Time,
    /// Whether it goes the way of the conversation's first frame; as [`TransportFacts::forward`](crate::TransportFacts::forward).
    pub forward: bool,
    /// Sender.
    pub src: Addr,
    /// Receiver.
    pub dst: Addr,
    /// Ports, 0 where there are none.
    pub ports: Ports,
    /// The transport, if there is one.
    pub transport: Option<TransportKind>,
    /// Number of the conversation among those of its transport.
    pub stream: u32,
    /// An error message quotes it: it was sent before.
    pub quoted: bool,
    /// Length of the PDU on the wire; more than its bytes when the capture cut them.
    pub reported: usize,
}

/// The past, as a [`Remember`] function sees it: what the protocol remembers, and where it puts more.
pub struct Past<'a> {
    /// What is known of the PDU.
    pub now: Moment,
    /// Two words for the conversation that cost nothing to look at, zeros in the beginning. The
    /// dissector finds what they were before the frame in [`Cx::state`](crate::Cx::state), and the
    /// protocol's [`Frames`](crate::Frames) function gets them as they are.
    pub state: [u64; 2],
    proto: ProtoId,
    next: Option<ProtoId>,
    calls: u8,
    memory: &'a mut dyn Memory,
}

impl<'a> Past<'a> {
    /// For a PDU of this protocol.
    pub fn new(proto: ProtoId, now: Moment, state: [u64; 2], memory: &'a mut dyn Memory) -> Past<'a> {
        Past { now, state, proto, next: None, calls: 0, memory }
    }

    /// The name of a key: with protocol and scope, so that no two can be mistaken.
    fn name(&self, key: &Key) -> Name {
        let now = &self.now;
        let mut name = Name { bytes: [0; KEY + 40], len: 0 };
        name.push(&self.proto.0.to_be_bytes());
        match (key.scope, now.transport) {
            (Scope::Anywhere, _) => name.push(&[0xff]),
            (Scope::Conversation, Some(t)) => {
                name.push(&[t as u8]);
                name.push(&now.stream.to_be_bytes());
            }
            (Scope::Conversation | Scope::Pair, _) => {
                let (a, b) = (fixed(&now.src), fixed(&now.dst));
                name.push(&[if key.scope == Scope::Pair { 0xfe } else { 0xfd }]);
                name.push(&a.min(b));
                name.push(&a.max(b));
            }
        }
        name.push(key.bytes.get(..key.len).unwrap_or_default());
        name
    }

    /// What is remembered under a key.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<Remembered> {
        self.memory.get(self.name(key).get())
    }

    /// Remembers this frame and some bytes under a key.
    pub fn set(&mut self, key: &Key, bytes: &[u8]) {
        let value = self.this(bytes);
        self.keep(key, value);
    }

    /// Remembers this frame and a number under a key.
    pub fn set_number(&mut self, key: &Key, n: u64) {
        self.set(key, &n.to_be_bytes());
    }

    /// Remembers what was remembered before, once more or under another key.
    pub fn keep(&mut self, key: &Key, value: Remembered) {
        let name = self.name(key);
        self.memory.set(name.get(), value);
    }

    /// Forgets what is remembered under a key.
    pub fn remove(&mut self, key: &Key) {
        let name = self.name(key);
        self.memory.remove(name.get());
    }

    /// This frame as something to remember.
    #[must_use]
    pub fn this(&self, bytes: &[u8]) -> Remembered {
        let bytes = bytes.get(..LONGEST_VALUE).unwrap_or(bytes);
        Remembered { frame: self.now.frame, time: self.now.time, bytes: bytes.into() }
    }

    /// Puts a note on this frame; [`Cx::recalled`](crate::Cx::recalled) finds it by the same key. A frame may
    /// hold several PDUs: the key has to tell them apart.
    pub fn note(&mut self, key: u64, what: &Remembered) {
        let note = Recalled { on: self.now.frame, proto: self.proto, key, what: what.clone() };
        self.memory.note(note);
    }

    /// What announced this conversation, if anything did.
    #[must_use]
    pub fn announced(&self) -> Option<Remembered> {
        self.get(&Key::here(ANNOUNCED))
    }

    /// Says which protocol such conversations will have from now on: those of an answering port of TFTP, a
    /// data connection of FTP, a stream of RTP. Its dissector finds this frame and the bytes with
    /// [`Cx::announced`](crate::Cx::announced), its [`Remember`] function with [`announced`](Past::announced).
    pub fn expect(&mut self, whom: &Expected, proto: ProtoId, bytes: &[u8]) {
        let why = self.this(bytes);
        self.memory.expect(whom, proto, why);
    }

    /// What announced conversations with this end, if anything did: where both ends of a conversation were
    /// announced, each by another frame, [`announced`](Past::announced) knows the newest only.
    #[must_use]
    pub fn expected(&self, whom: &Expected) -> Option<Remembered> {
        self.memory.expected(whom)
    }

    /// Hands the conversation over: from the next payload on it is of this protocol (STARTTLS, Upgrade).
    /// Its state begins as zeros.
    pub fn hand_over(&mut self, proto: ProtoId) {
        self.next = Some(proto);
    }

    /// Whom the conversation was handed over to.
    #[must_use]
    pub fn next(&self) -> Option<ProtoId> {
        self.next
    }

    /// Lets a protocol that is carried in this PDU look at its part, with keys and notes of its own (and
    /// zeros for its state).
    pub fn inner(&mut self, proto: ProtoId, pdu: &[u8], reported: usize) {
        let Some(f) = self.memory.remember_of(proto).filter(|_| self.calls < MAX_CALLS) else { return };
        let outer = (self.proto, self.state, self.now.reported);
        (self.proto, self.state, self.now.reported) = (proto, [0; 2], reported);
        self.calls += 1;
        f(self, pdu);
        self.calls -= 1;
        (self.proto, self.state, self.now.reported) = outer;
    }

    /// Lets a protocol that has a conversation inside this one look at its next PDU: as [`inner`](Past::inner), with a
    /// state of its own, which its dissector finds as that of a conversation.
    pub fn carried(&mut self, proto: ProtoId, pdu: &[u8], state: &mut [u64; 2]) {
        let Some(f) = self.memory.remember_of(proto).filter(|_| self.calls < MAX_CALLS) else { return };
        let outer = (self.proto, self.state, self.now.reported, self.next);
        (self.proto, self.state, self.now.reported) = (proto, *state, pdu.len());
        if *state != [0; 2] {
            let bytes: Vec<u8> = state.iter().flat_map(|w| w.to_be_bytes()).collect();
            let what = Remembered { frame: self.now.frame, time: self.now.time, bytes: bytes.into() };
            // Of several PDUs in a frame the first counts: its note is found first.
            self.note(CARRIED, &what);
        }
        self.calls += 1;
        f(self, pdu);
        self.calls -= 1;
        *state = self.state;
        (self.proto, self.state, self.now.reported, self.next) = outer;
    }

    /// How far the PDU reaches that begins these bytes of a protocol inside; `None` when it takes them as they come.
    #[must_use]
    pub fn frames_of(&self, proto: ProtoId) -> Option<Frames> {
        self.memory.frames_of(proto)
    }

    /// A secret of the conversation whose client hello had this random number.
    #[must_use]
    pub fn secret(&self, label: Label, client_random: &[u8; 32]) -> Option<&[u8]> {
        self.memory.secrets().get(label, client_random)
    }

    /// Whether columns are all that is shown of the protocol and of those it carries: what only trees and fields tell need
    /// not be looked up.
    #[must_use]
    pub fn columns_alone(&self) -> bool {
        self.memory.columns_alone(self.proto)
    }

    /// Whether any secret is known.
    #[must_use]
    pub fn has_secrets(&self) -> bool {
        !self.memory.secrets().is_empty()
    }
}

impl Past<'_> {
    /// The name under which a conversation's announcement is kept, and the key of the note on its frames.
    pub fn announce(&mut self, why: &Remembered) {
        self.keep(&Key::here(ANNOUNCED), why.clone());
    }

    /// Puts the note on this frame that [`Cx::announced`](crate::Cx::announced) finds.
    pub fn note_announced(&mut self) {
        if let Some(why) = self.announced() {
            self.note(ANNOUNCED, &why);
        }
    }
}

/// Kind and bytes of an address. A text lies in a buffer that is gone with its frame: it tells nothing.
fn fixed(a: &Addr) -> [u8; 17] {
    let mut fixed = [0; 17];
    if a.kind != AddrKind::Text {
        fixed[0] = a.kind as u8;
        fixed[1..].copy_from_slice(&a.bytes);
    }
    fixed
}

/// The whole name of a value.
struct Name {
    bytes: [u8; KEY + 40],
    len: usize,
}

impl Name {
    fn push(&mut self, bytes: &[u8]) {
        if let Some(to) = self.bytes.get_mut(self.len..self.len + bytes.len()) {
            to.copy_from_slice(bytes);
            self.len += bytes.len();
        }
    }

    fn get(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_their_parts_apart() {
        let same = |a: Key, b: Key| a.bytes == b.bytes && a.scope == b.scope;
        assert!(same(Key::here(1).and(b"ab"), Key::here(1).and(b"ab")));
        assert!(!same(Key::here(1).and(b"ab").and(b"c"), Key::here(1).and(b"a").and(b"bc")));
        assert!(!same(Key::here(1), Key::anywhere(1)));
        // Beyond what has room, too.
        let long = [7; 200];
        let mut other = long;
        other[199] = 8;
        assert!(!same(Key::here(1).and(&long), Key::here(1).and(&other)));
        assert!(same(Key::here(1).and(&long), Key::here(1).and(&long)));
    }
}
