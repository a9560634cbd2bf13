//! What messages of SMB 2 leave for later ones: requests, sessions, connected trees, open files.

use super::{ASYNC, HEADER, PLAIN, RESPONSE, TRANSFORM, command as is};
use crate::application::smb::common::{le_at, text16};
use crate::application::smb::past::{ntlm_names, pipe};
use requin_wire::{Cx, Key, Past, Remembered, Sink, fnv1a};
use sha2::{Digest, Sha512};

/// The kinds of notes on a message.
const REQUEST: u64 = 0;
const SESSION: u64 = 1;
const TREE: u64 = 2;
const FILE: u64 = 3;
const CLOSED: u64 = 4;
const PREAUTH: u64 = 5;

/// Bytes before the text of a remembered request: command, and two numbers.
const REQUEST_HEAD: usize = 4;
/// The code by which a pipe is written and read at once.
const PIPE_TRANSCEIVE: u64 = 0x0011_c017;
/// The identifier that stands for the file of the request before, in a chain.
const SAME_FILE: [u8; 16] = [0xff; 16];

/// Codes that say something else than success or failure.
pub(super) mod status {
    pub const PENDING: u32 = 0x103;
    pub const NOTIFY_ENUM_DIR: u32 = 0x10c;
    pub const BUFFER_OVERFLOW: u32 = 0x8000_0005;
    pub const MORE_PROCESSING: u32 = 0xc000_0016;
}

/// What is known of a message from those before it.
#[derive(Clone, Copy, Default)]
pub(super) struct Known<'a> {
    /// The request that a response answers.
    pub request: Option<&'a Remembered>,
    /// The session: account, domain and host behind each other with zeros between, if they are known.
    pub session: Option<&'a Remembered>,
    /// The tree: kind of share, and its name.
    pub tree: Option<&'a Remembered>,
    /// The open file, by its name.
    pub file: Option<&'a Remembered>,
    /// Where that was closed.
    pub closed: Option<&'a Remembered>,
    /// The hash over the messages up to this one, by which both ends see that nobody changed them.
    pub preauth: Option<&'a Remembered>,
}

impl<'a> Known<'a> {
    pub(super) fn of<S: Sink>(cx: &Cx<'a, S>, id: u64) -> Known<'a> {
        let get = |kind| cx.recalled(note(id, kind));
        Known {
            request: get(REQUEST),
            session: get(SESSION),
            tree: get(TREE),
            file: get(FILE),
            closed: get(CLOSED),
            preauth: get(PREAUTH),
        }
    }

    /// The session of encrypted messages, whose numbers are not seen.
    pub(super) fn of_encrypted<S: Sink>(cx: &Cx<'a, S>, session: u64) -> Known<'a> {
        Known { session: cx.recalled(note(session, SESSION)), ..Known::default() }
    }

    /// The two numbers of the request: class and level.
    pub(super) fn level(&self) -> Option<(u8, u8)> {
        match *self.request?.bytes {
            [_, _, a, b, ..] => Some((a, b)),
            _ => None,
        }
    }

    /// The text of the request.
    pub(super) fn text(&self) -> Option<&'a [u8]> {
        self.request?.bytes.get(REQUEST_HEAD..)
    }
}

/// The key of a note on a message.
fn note(id: u64, kind: u64) -> u64 {
    (id << 3 | kind) & (u64::MAX >> 1)
}

/// One message, as far as it is looked at here.
struct Seen<'a> {
    bytes: &'a [u8],
    command: u16,
    flags: u32,
    status: u32,
    id: u64,
    tree: u32,
    session: u64,
}

impl<'a> Seen<'a> {
    fn read(bytes: &'a [u8]) -> Option<Seen<'a>> {
        let n = |at, n| le_at(bytes, at, n);
        Some(Seen {
            bytes,
            command: n(12, 2)? as u16,
            flags: n(16, 4)? as u32,
            status: n(8, 4)? as u32,
            id: n(24, 8)?,
            tree: n(36, 4)? as u32,
            session: n(40, 8)?,
        })
    }

    /// A number in what is behind the header.
    fn n(&self, at: usize, n: usize) -> Option<u64> {
        le_at(self.bytes, HEADER + at, n)
    }

    /// The text whose offset and length are at `at`.
    fn text(&self, at: usize) -> Option<String> {
        let (offset, len) = (self.n(at, 2)? as usize, self.n(at + 2, 2)? as usize);
        if len == 0 {
            return Some(String::new());
        }
        self.bytes.get(offset..offset.checked_add(len)?).map(text16)
    }

    /// Where the identifier of a file stands.
    fn file(&self) -> Option<&'a [u8]> {
        let at = match (self.command, self.flags & RESPONSE != 0) {
            (is::CLOSE | is::FLUSH | is::LOCK | is::IOCTL | is::FIND | is::NOTIFY, false) => 8,
            (is::READ | is::WRITE | is::SET_INFO, false) => 16,
            (is::GET_INFO, false) => 24,
            (is::CREATE, true) => 64,
            (is::IOCTL, true) => 8,
            (is::BREAK, _) if self.n(0, 2) == Some(24) => 8,
            _ => return None,
        };
        self.bytes.get(HEADER + at..HEADER + at + 16).filter(|id| *id != SAME_FILE)
    }

    /// What is kept of a request for its response.
    fn request(&self) -> Option<([u8; 2], Vec<u8>)> {
        let text = |at| self.text(at).map(String::into_bytes);
        Some(match self.command {
            is::TREE_CONNECT => ([0; 2], text(4)?),
            is::CREATE => ([0; 2], text(44)?),
            is::FIND => ([self.n(2, 1)? as u8, 0], text(24)?),
            is::GET_INFO | is::SET_INFO => ([self.n(2, 1)? as u8, self.n(3, 1)? as u8], Vec::new()),
            // What is read may belong to a pipe.
            is::READ => ([0; 2], self.file()?.to_vec()),
            _ => ([0; 2], Vec::new()),
        })
    }

    /// The bytes whose offset, of so many bytes, and length are at `at`.
    fn part(&self, (at, n): (usize, usize), len: usize) -> Option<&'a [u8]> {
        let (offset, len) = (self.n(at, n)? as usize, self.n(len, 4)? as usize);
        self.bytes.get(offset..offset.checked_add(len)?.min(self.bytes.len()))
    }

    /// What a named pipe carries, and which pipe; `asked` is what is kept of the request.
    fn piped(&self, asked: &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
        let file = self.file();
        match (self.command, self.flags & RESPONSE != 0) {
            (is::WRITE, false) => Some((file?, self.part((2, 2), 4)?)),
            (is::READ, true) => Some((asked.get(..SAME_FILE.len())?, self.part((2, 1), 4)?)),
            (is::IOCTL, response) if self.n(4, 4) == Some(PIPE_TRANSCEIVE) => {
                Some((file?, if response { self.part((32, 4), 36) } else { self.part((24, 4), 28) }?))
            }
            _ => None,
        }
    }
}

pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let mut rest = pdu;
    loop {
        if rest.starts_with(TRANSFORM) {
            if let Some(session) = le_at(rest, 44, 8)
                && let Some(found) = past.get(&session_key(session))
            {
                past.note(note(session, SESSION), &found);
            }
            return;
        }
        if !rest.starts_with(PLAIN) || rest.len() < HEADER {
            return;
        }
        let next = le_at(rest, 20, 4).map_or(0, |n| n as usize);
        let one = if next == 0 { rest } else { rest.get(..next).unwrap_or(rest) };
        if let Some(seen) = Seen::read(one) {
            message(past, &seen);
        }
        match rest.get(next..) {
            Some(behind) if next >= HEADER => rest = behind,
            _ => return,
        }
    }
}

/// Sessions may have several connections, so what is in them counts between the two ends.
fn session_key(session: u64) -> Key {
    Key::pair(session).and(b"session")
}

fn message(past: &mut Past<'_>, m: &Seen<'_>) {
    // What nobody asked for has no number.
    if m.id == u64::MAX {
        return;
    }
    let response = m.flags & RESPONSE != 0;
    let session = session_key(m.session);
    let shows_trees = !past.columns_alone();
    if shows_trees && let Some(found) = past.get(&session) {
        past.note(note(m.id, SESSION), &found);
    }
    // What only trees show costs a search for each message.
    let tree = Key::pair(m.tree.into()).and(b"tree").and(&m.session.to_le_bytes());
    if shows_trees
        && m.flags & ASYNC == 0
        && !(response && m.command == is::TREE_CONNECT)
        && let Some(found) = past.get(&tree)
    {
        past.note(note(m.id, TREE), &found);
    }
    let request = Key::here(m.id).and(b"request");
    let mut answered = None;
    let asks = shows_trees || told_in_columns(m.command);
    if !asks {
        // Nothing that its response tells depends on it.
    } else if response {
        answered = past.get(&request);
        if let Some(found) = &answered {
            past.note(note(m.id, REQUEST), found);
            if m.status != status::PENDING {
                past.remove(&request);
            }
        }
    } else if !matches!(m.command, is::CANCEL) {
        let (numbers, text) = m.request().unwrap_or_default();
        let [low, high] = m.command.to_le_bytes();
        let mut bytes = vec![low, high, numbers[0], numbers[1]];
        bytes.extend_from_slice(&text);
        past.set(&request, &bytes);
    }
    let asked = answered.as_ref().and_then(|a| a.bytes.get(REQUEST_HEAD..)).unwrap_or_default();
    match (m.command, response) {
        (is::SESSION_SETUP, false) => {
            if let Some(names) = ntlm_names(m.bytes) {
                past.set(&session, names.as_bytes());
            }
        }
        (is::SESSION_SETUP, true) if m.status == 0 => {
            let names = past.get(&session).map(|s| s.bytes);
            past.set(&session, names.as_deref().unwrap_or_default());
        }
        (is::TREE_CONNECT, true) if m.status == 0 && answered.is_some() => {
            let mut bytes = vec![m.n(2, 1).unwrap_or_default() as u8];
            bytes.extend_from_slice(asked);
            past.set(&tree, &bytes);
        }
        _ => {}
    }
    if matches!(m.status, 0 | status::BUFFER_OVERFLOW)
        && let Some((file, data)) = m.piped(asked)
    {
        pipe(past, fnv1a(file), data);
    }
    if shows_trees && matches!(m.command, is::NEGOTIATE | is::SESSION_SETUP) {
        preauth(past, m, response);
    }
    if response && m.status != 0 {
        return;
    }
    let Some(id) = m.file() else { return };
    let (file, closed) =
        (Key::pair(m.session).and(b"file").and(id), Key::pair(m.session).and(b"closed").and(id));
    if m.command == is::CREATE {
        if answered.is_some() {
            past.set(&file, asked);
        }
        if shows_trees {
            past.remove(&closed);
        }
    } else if m.command == is::CLOSE && shows_trees {
        past.set(&closed, &[]);
    }
    if let Some(found) = past.get(&file) {
        past.note(note(m.id, FILE), &found);
    }
    if shows_trees && let Some(found) = past.get(&closed) {
        past.note(note(m.id, CLOSED), &found);
    }
}

/// Whether what is said of the response to a command depends on the request.
fn told_in_columns(command: u16) -> bool {
    matches!(
        command,
        is::TREE_CONNECT | is::CREATE | is::READ | is::FIND | is::GET_INFO | is::SET_INFO | is::IOCTL
    )
}

/// The hash of section 3.1.4.4.2: of the connection while it is negotiated, then of the session.
fn preauth(past: &mut Past<'_>, m: &Seen<'_>, response: bool) {
    let connection = Key::here(0).and(b"preauth");
    let session = Key::here(m.session).and(b"preauth of session");
    let pending = Key::here(m.id).and(b"preauth of request");
    let before = match (m.command, response) {
        (is::NEGOTIATE, false) => None,
        (is::NEGOTIATE, true) => past.get(&connection),
        (_, false) => past.get(&session).or_else(|| past.get(&connection)),
        (_, true) => past.get(&pending),
    };
    let before = match &before {
        Some(found) => &*found.bytes,
        None if m.command == is::NEGOTIATE && !response => &[0; 64],
        // The beginning was not seen.
        None => return,
    };
    // The message that ends an authentication is no part of it.
    let what = if m.command == is::SESSION_SETUP && response && m.status == 0 {
        past.this(before)
    } else {
        past.this(&Sha512::new().chain_update(before).chain_update(m.bytes).finalize())
    };
    past.note(note(m.id, PREAUTH), &what);
    match (m.command, response) {
        (is::NEGOTIATE, _) => past.keep(&connection, what),
        (_, false) => past.keep(&pending, what),
        (_, true) => {
            past.remove(&pending);
            past.keep(&session, what);
        }
    }
}
