//! What messages of SMB 1 leave for later ones: requests, connected trees, open files.

use super::common::{le_at, text16};
use super::{HEADER, MAGIC, command as is};
use crate::application::dcerpc;
use requin_wire::{Cursor, Cx, Key, Past, Ports, Remembered, Sink};

const NTLM: &[u8] = b"NTLMSSP\0";
/// The message that names who authenticates ([MS-NLMP] section 2.2.1.3).
const AUTHENTICATE: u64 = 3;
const NTLM_UNICODE: u64 = 1;

/// Account, domain and host of an NTLM authentication anywhere in the bytes, with zeros between.
pub(super) fn ntlm_names(bytes: &[u8]) -> Option<String> {
    let at = bytes.windows(NTLM.len()).position(|w| w == NTLM)?;
    let token = bytes.get(at..)?;
    if le_at(token, 8, 4)? != AUTHENTICATE {
        return None;
    }
    let unicode = le_at(token, 60, 4).is_some_and(|f| f & NTLM_UNICODE != 0);
    let text = |place: usize| -> Option<String> {
        let (len, offset) = (le_at(token, place, 2)? as usize, le_at(token, place + 4, 4)? as usize);
        let bytes = token.get(offset..offset.checked_add(len)?)?;
        Some(if unicode { text16(bytes) } else { String::from_utf8_lossy(bytes).into_owned() })
    };
    Some([text(36)?, text(28)?, text(44)?].join("\0"))
}

/// The kinds of notes on a message.
const REQUEST: u64 = 0;
const TREE: u64 = 1;
const FILE: u64 = 2;
const CLOSED: u64 = 3;

/// Where the parts of a remembered request are: what it has, three numbers, how a file is opened, a text.
const HAS_FILE: u8 = 1;
const HAS_SUB: u8 = 2;
const HAS_LEVEL: u8 = 4;
const OPEN: usize = 8;
const TEXT: usize = 32;

/// What a request said, for its response.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    bytes: &'a [u8],
}

impl<'a> Asked<'a> {
    fn number(&self, has: u8, at: usize) -> Option<u16> {
        (self.bytes.get(1)? & has != 0).then(|| le_at(self.bytes, at, 2).map(|n| n as u16))?
    }

    pub(super) fn command(&self) -> u8 {
        self.bytes.first().copied().unwrap_or_default()
    }

    /// The command of a transaction.
    pub(super) fn sub(&self) -> Option<u16> {
        self.number(HAS_SUB, 2)
    }

    /// The level of information.
    pub(super) fn level(&self) -> Option<u16> {
        self.number(HAS_LEVEL, 4)
    }

    pub(super) fn file(&self) -> Option<u16> {
        self.number(HAS_FILE, 6)
    }

    /// One of the six numbers that tell how a file is opened: flags, access, attributes, sharing, options, disposition.
    pub(super) fn open(&self, nth: usize) -> u64 {
        le_at(self.bytes, OPEN + 4 * nth, 4).unwrap_or_default()
    }

    /// Offset and length of a transfer.
    pub(super) fn transfer(&self) -> (u64, u64) {
        let n = |at, n| le_at(self.bytes, at, n).unwrap_or_default();
        (n(OPEN, 8), n(OPEN + 8, 4))
    }

    pub(super) fn text(&self) -> &'a [u8] {
        self.bytes.get(TEXT..).unwrap_or_default()
    }
}

/// What is known of a message from those before it.
#[derive(Clone, Copy, Default)]
pub(super) struct Known<'a> {
    pub request: Option<&'a Remembered>,
    /// The path that was connected.
    pub tree: Option<&'a Remembered>,
    /// The request that opened the file, in the frame of its response.
    pub file: Option<&'a Remembered>,
    pub closed: Option<&'a Remembered>,
}

impl<'a> Known<'a> {
    pub(super) fn of<S: Sink>(cx: &Cx<'a, S>, id: u64) -> Known<'a> {
        let get = |kind| cx.recalled(id << 3 | kind);
        Known { request: get(REQUEST), tree: get(TREE), file: get(FILE), closed: get(CLOSED) }
    }

    pub(super) fn asked(&self) -> Option<Asked<'a>> {
        self.request.map(|r| Asked { bytes: &r.bytes })
    }

    pub(super) fn opened(&self) -> Option<Asked<'a>> {
        self.file.map(|r| Asked { bytes: &r.bytes })
    }
}

/// A command of a message: its words and bytes.
struct Part<'a> {
    command: u8,
    words: &'a [u8],
    bytes: &'a [u8],
    /// Where its bytes begin in the message.
    at: usize,
    all: &'a [u8],
    unicode: bool,
}

impl<'a> Part<'a> {
    fn read(all: &'a [u8], command: u8, at: usize) -> Option<Part<'a>> {
        let count = usize::from(*all.get(at)?);
        let words = all.get(at + 1..at + 1 + 2 * count)?;
        let bytes = all.get(at + 3 + 2 * count..)?;
        let unicode = le_at(all, 10, 2)? & u64::from(super::UNICODE) != 0;
        Some(Part { command, words, bytes, at: at + 3 + 2 * count, all, unicode })
    }

    fn n(&self, at: usize, n: usize) -> Option<u64> {
        le_at(self.words, at, n)
    }

    /// A text at an offset of the message.
    fn text(&self, at: usize) -> String {
        let at = at + usize::from(self.unicode && at % 2 == 1);
        let bytes = self.all.get(at..).unwrap_or_default();
        if self.unicode {
            return text16(bytes);
        }
        let n = bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len());
        String::from_utf8_lossy(bytes.get(..n).unwrap_or_default()).into_owned()
    }

    /// What its response wants to know.
    fn request(&self) -> Vec<u8> {
        let mut head = [0u8; TEXT];
        head[0] = self.command;
        let mut text = String::new();
        self.fill(&mut head, &mut text);
        let mut bytes = head.to_vec();
        bytes.extend_from_slice(text.as_bytes());
        bytes
    }

    fn fill(&self, head: &mut [u8; TEXT], text: &mut String) -> Option<()> {
        fn put(head: &mut [u8; TEXT], has: u8, at: usize, n: u64) {
            head[1] |= has;
            head[at..at + 2].copy_from_slice(&(n as u16).to_le_bytes());
        }
        match self.command {
            is::NT_CREATE => {
                for (nth, at) in [7, 15, 27, 31, 39, 35].into_iter().enumerate() {
                    let to = OPEN + 4 * nth;
                    head[to..to + 4].copy_from_slice(&(self.n(at, 4)? as u32).to_le_bytes());
                }
                *text = self.text(self.at);
            }
            is::OPEN_ANDX => *text = self.text(self.at),
            is::OPEN
            | is::CREATE
            | is::CREATE_NEW
            | is::CREATE_DIRECTORY
            | is::DELETE_DIRECTORY
            | is::DELETE
            | is::CHECK_DIRECTORY => *text = self.text(self.at + 1),
            is::NEGOTIATE => {
                let names = self
                    .bytes
                    .split(|b| *b == 0)
                    .map(|n| String::from_utf8_lossy(n.get(1..).unwrap_or_default()));
                *text = names.collect::<Vec<_>>().join("\n");
            }
            is::CLOSE | is::FLUSH | is::READ | is::WRITE => {
                put(head, HAS_FILE, 6, self.n(0, 2)?);
                if matches!(self.command, is::READ | is::WRITE) {
                    head[OPEN..OPEN + 4].copy_from_slice(self.words.get(4..8)?);
                    head[OPEN + 8..OPEN + 10].copy_from_slice(self.words.get(2..4)?);
                }
            }
            is::LOCKING_ANDX => put(head, HAS_FILE, 6, self.n(4, 2)?),
            is::READ_ANDX | is::WRITE_ANDX => {
                put(head, HAS_FILE, 6, self.n(4, 2)?);
                head[OPEN..OPEN + 4].copy_from_slice(self.words.get(6..10)?);
                let (high, len) = if self.command == is::READ_ANDX { (20, 10) } else { (24, 20) };
                if let Some(high) = self.words.get(high..high + 4) {
                    head[OPEN + 4..OPEN + 8].copy_from_slice(high);
                }
                head[OPEN + 8..OPEN + 10].copy_from_slice(self.words.get(len..len + 2)?);
            }
            is::TRANS => {
                if self.n(26, 1)? == 2 {
                    put(head, HAS_SUB, 2, self.n(28, 2)?);
                    put(head, HAS_FILE, 6, self.n(30, 2)?);
                }
                *text = self.text(self.at);
            }
            is::TRANS2 => {
                let sub = self.n(28, 2)?;
                put(head, HAS_SUB, 2, sub);
                let at = self.n(20, 2)? as usize;
                let n = |skip: usize| le_at(self.all, at + skip, 2);
                match sub {
                    1 => {
                        put(head, HAS_LEVEL, 4, n(6)?);
                        *text = self.text(at + 12);
                    }
                    2 => put(head, HAS_LEVEL, 4, n(4)?),
                    3 => put(head, HAS_LEVEL, 4, n(0)?),
                    5 | 6 => {
                        put(head, HAS_LEVEL, 4, n(0)?);
                        *text = self.text(at + 6);
                    }
                    7 | 8 => {
                        put(head, HAS_FILE, 6, n(0)?);
                        put(head, HAS_LEVEL, 4, n(2)?);
                    }
                    _ => {}
                }
            }
            is::NT_TRANS => {
                let function = self.n(36, 2)?;
                put(head, HAS_SUB, 2, function);
                match function {
                    4 => put(head, HAS_FILE, 6, self.n(42, 2)?),
                    2 => put(head, HAS_FILE, 6, self.n(42, 2)?),
                    _ => {}
                }
            }
            _ => {}
        }
        Some(())
    }

    /// The command that follows it, and where.
    fn next(&self) -> Option<(u8, usize)> {
        if !is::is_andx(self.command) {
            return None;
        }
        let command = *self.words.first()?;
        (command != is::NONE).then_some((command, self.n(2, 2)? as usize))
    }

    /// What a named pipe carries.
    fn piped(&self, response: bool) -> Option<&'a [u8]> {
        let (offset, len) = match (self.command, response) {
            (is::WRITE_ANDX, false) => (self.n(22, 2)?, self.n(20, 2)?),
            (is::READ_ANDX, true) => (self.n(12, 2)?, self.n(10, 2)?),
            (is::TRANS, false) => (self.n(24, 2)?, self.n(22, 2)?),
            (is::TRANS, true) => (self.n(14, 2)?, self.n(12, 2)?),
            _ => return None,
        };
        let rest = self.all.get(offset as usize..)?;
        Some(rest.get(..len as usize).unwrap_or(rest))
    }

    /// The file that its response opened.
    fn opened(&self) -> Option<u64> {
        match self.command {
            is::NT_CREATE => self.n(5, 2),
            is::OPEN_ANDX => self.n(4, 2),
            is::OPEN | is::CREATE | is::CREATE_NEW => self.n(0, 2),
            _ => None,
        }
    }
}

pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    if !pdu.starts_with(MAGIC) || pdu.len() < HEADER {
        return;
    }
    _ = message(past, pdu);
}

/// Hands on what a named pipe carries: each pipe has calls of its own.
pub(super) fn pipe(past: &mut Past<'_>, pipe: u64, data: &[u8]) {
    if dcerpc::connected(&Cursor::new(data, data.len(), requin_wire::FRAME), Ports::default()) {
        past.carried(dcerpc::ID, data, &mut [pipe | 1 << 63, 0]);
    }
}

fn message(past: &mut Past<'_>, all: &[u8]) -> Option<()> {
    let n = |at, n| le_at(all, at, n);
    let response = n(9, 1)? & 0x80 != 0;
    let failed = n(5, 4)? != 0;
    let nt = n(10, 2)? & u64::from(super::NT_ERRORS) != 0;
    let (tid, id) = (n(24, 2)?, n(30, 2)? | n(26, 2)? << 16);
    let request = Key::here(id).and(b"request");
    let shows_trees = !past.columns_alone();
    let connecting = Key::here(id).and(b"path");
    let tree = Key::here(tid).and(b"tree");
    let first = n(4, 1)? as u8;
    let asked = if response || is::is_secondary(first) { past.get(&request) } else { None };
    if let Some(found) = &asked {
        past.note(id << 3 | REQUEST, found);
        // A transaction may have several responses.
        if response && !matches!(first, is::TRANS | is::TRANS2 | is::NT_TRANS) {
            past.remove(&request);
        }
    }
    let mut file = asked.as_ref().and_then(|a| Asked { bytes: &a.bytes }.file()).map(u64::from);
    // Commands may follow each other, each saying where the next is.
    let (mut command, mut at) = (first, HEADER);
    for _ in 0..is::MAX_CHAIN {
        let Some(part) = Part::read(all, command, at) else { break };
        if response {
            if command == is::TREE_CONNECT
                && !failed
                && let Some(path) = past.get(&connecting)
            {
                past.set(&tree, &path.bytes);
            }
            if let Some(asked) = &asked {
                if failed && nt && command == is::NT_CREATE {
                    // What could not be opened is shown as opened and closed at once.
                    let (file, closed) = (past.this(&asked.bytes), past.this(&[]));
                    past.note(id << 3 | FILE, &file);
                    past.note(id << 3 | CLOSED, &closed);
                } else if let Some(id) = part.opened().filter(|_| !failed) {
                    past.set(&Key::here(id).and(b"file"), &asked.bytes);
                    if shows_trees {
                        past.remove(&Key::here(id).and(b"closed"));
                    }
                    file = Some(id);
                }
            }
        } else if command == is::TREE_CONNECT {
            let password = part.n(6, 2).unwrap_or_default() as usize;
            past.set(&connecting, part.text(part.at + password).as_bytes());
        }
        if !response && at == HEADER && !is::is_secondary(command) {
            let bytes = part.request();
            file = Asked { bytes: &bytes }.file().map(u64::from);
            past.set(&request, &bytes);
            if command == is::CLOSE
                && shows_trees
                && let Some(id) = file
            {
                past.set(&Key::here(id).and(b"closed"), &[]);
            }
        }
        match part.next() {
            Some((follows, next)) if next > at => (command, at) = (follows, next),
            _ => break,
        }
    }
    if let (Some(file), Some(part)) = (file, Part::read(all, first, HEADER))
        && let Some(data) = part.piped(response)
    {
        pipe(past, file | tid << 16, data);
    }
    if shows_trees && let Some(found) = past.get(&tree) {
        past.note(id << 3 | TREE, &found);
    }
    let file = file?;
    let kinds: &[(&[u8], u64)] =
        if shows_trees { &[(b"file", FILE), (b"closed", CLOSED)] } else { &[(b"file", FILE)] };
    for (what, kind) in kinds {
        if let Some(found) = past.get(&Key::here(file).and(what)) {
            past.note(id << 3 | *kind, &found);
        }
    }
    None
}
