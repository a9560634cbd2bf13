//! What a conversation is about: commands, a message, a chunk of one; and the pieces of messages.

use crate::application::{pieces, text, tls};
use requin_wire::{Key, Past, Pdu, Ports, Remembered};

/// What ends a message (RFC 5321 section 4.1.1.4).
const END: &[u8] = b"\r\n.\r\n";
/// A message of more bytes is not put together.
const LONGEST: usize = 4 << 20;
/// A message in more pieces is not put together.
const MOST_PIECES: u64 = (1 << 20) - 1;
/// A line of more bytes is not put together.
const LONGEST_LINE: usize = 64 << 10;
/// Keys of pieces begin here.
const PIECE: u64 = 1 << 32;
/// How many bytes of a message were kept.
const KEPT: u64 = 1;

/// Bits of the first word.
mod bits {
    /// A message is being sent.
    pub(super) const DATA: u64 = 1;
    /// The next line of the client's is a user's name.
    pub(super) const USERNAME: u64 = 2;
    /// The next line of the client's is a password.
    pub(super) const PASSWORD: u64 = 4;
    /// The client goes the way of the conversation's first frame.
    pub(super) const FORWARD: u64 = 8;
    /// The chunk that is being sent is the last of its message.
    pub(super) const LAST: u64 = 16;
    /// The client asked for TLS.
    pub(super) const TLS: u64 = 32;
    /// The client's name and password follow when it is asked for them.
    pub(super) const PLAIN: u64 = 64;
    /// The next line of the client's is both.
    pub(super) const BOTH: u64 = 128;
}

/// Where a conversation is. It is read from its two words, and kept up line by line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Talk {
    flags: u64,
    /// Pieces of the message that came before.
    pub(super) pieces: u64,
    /// Messages that were sent before.
    pub(super) messages: u64,
    /// The last four bytes of the message, or how many are missing of the chunk.
    rest: u64,
}

/// What comes next from the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Lines with commands.
    Command,
    /// A line with a user's name.
    Username,
    /// A line with a password.
    Password,
    /// A line with both.
    Both,
    /// So many bytes of a message; they may end it, and then so many bytes of these are no part of it.
    Piece {
        /// How many.
        len: usize,
        /// Whether they end it.
        last: Option<usize>,
    },
}

impl Talk {
    pub(super) fn read(state: &[u64; 2]) -> Talk {
        let [word, rest] = *state;
        Talk { flags: word & 0xff, pieces: word >> 8 & MOST_PIECES, messages: word >> 28, rest }
    }

    fn write(&self) -> [u64; 2] {
        let pieces = self.pieces.min(MOST_PIECES);
        [self.flags | pieces << 8 | self.messages << 28, self.rest]
    }

    fn has(&self, bit: u64) -> bool {
        self.flags & bit != 0
    }

    /// What the client's next bytes are; there is one at least.
    pub(super) fn next(&self, bytes: &[u8]) -> Next {
        if self.has(bits::DATA) {
            return match end_of_message(self.rest as u32, bytes) {
                // The line end before the dot belongs to the message, unless it is an empty line.
                Some(n) => {
                    let whole = bytes.get(..n).unwrap_or_default();
                    let empty = n == END.len() || whole.ends_with(b"\r\n\r\n.\r\n");
                    Next::Piece { len: n, last: Some(if empty { END.len() } else { 3 }) }
                }
                None => Next::Piece { len: bytes.len(), last: None },
            };
        }
        if self.rest > 0 {
            let len = usize::try_from(self.rest).unwrap_or(usize::MAX).min(bytes.len());
            let last = self.has(bits::LAST) && len as u64 == self.rest;
            return Next::Piece { len, last: last.then_some(0) };
        }
        if self.has(bits::USERNAME) {
            return Next::Username;
        }
        if self.has(bits::BOTH) {
            return Next::Both;
        }
        if self.has(bits::PASSWORD) { Next::Password } else { Next::Command }
    }

    /// A piece of a message went by.
    pub(super) fn piece(&mut self, bytes: &[u8], last: bool) {
        if self.has(bits::DATA) {
            for b in bytes.get(bytes.len().saturating_sub(4)..).unwrap_or_default() {
                self.rest = (self.rest << 8 | u64::from(*b)) & 0xffff_ffff;
            }
        } else {
            self.rest = self.rest.saturating_sub(bytes.len() as u64);
        }
        self.pieces += 1;
        if last {
            self.flags &= bits::FORWARD;
            (self.rest, self.pieces) = (0, 0);
            self.messages += 1;
        }
    }

    /// A line of the client's went by. Whether an empty message ends with it.
    pub(super) fn command(&mut self, line: &[u8]) -> bool {
        self.flags &= bits::FORWARD;
        let word = |w: &[u8]| line.get(..w.len()).is_some_and(|l| l.eq_ignore_ascii_case(w));
        if word(b"DATA") && text::trim(line).len() == 4 {
            self.flags |= bits::DATA;
            (self.rest, self.pieces) = (0x0d0a, 0);
        } else if word(b"BDAT ") {
            let mut words = line.get(5..).unwrap_or_default().split(|b| *b == b' ');
            self.rest = words.next().and_then(text::number).unwrap_or(0);
            if words.next().is_some_and(|w| w.eq_ignore_ascii_case(b"LAST")) {
                self.flags |= bits::LAST;
                return self.rest == 0;
            }
        } else if word(b"AUTH PLAIN") {
            self.flags |= bits::PLAIN;
        } else if word(b"STARTTLS") {
            self.flags |= bits::TLS;
        } else if word(b"RSET") {
            self.pieces = 0;
        }
        false
    }

    /// A line of the server's went by. Whether TLS begins behind it.
    pub(super) fn response(&mut self, line: &[u8]) -> bool {
        let code = line.get(..3).and_then(text::number).unwrap_or(0);
        if self.has(bits::DATA) {
            // It may be refused.
            if code >= 400 && self.pieces == 0 {
                self.flags &= bits::FORWARD;
                self.rest = 0;
            }
            return false;
        }
        // Of commands that were sent at once, another one was refused.
        if code == 354 && self.rest == 0 {
            self.flags |= bits::DATA;
            (self.rest, self.pieces) = (0x0d0a, 0);
            return false;
        }
        let tls = code == 220 && self.has(bits::TLS);
        let plain = code == 334 && self.has(bits::PLAIN);
        self.flags &= bits::FORWARD | bits::LAST;
        // What is asked for, base 64 of "Username:" and "Password:".
        match line.get(4..) {
            Some(ask) if code == 334 && ask.starts_with(b"VXNlcm5hbWU6") => self.flags |= bits::USERNAME,
            Some(ask) if code == 334 && ask.starts_with(b"UGFzc3dvcmQ6") => self.flags |= bits::PASSWORD,
            _ if plain => self.flags |= bits::BOTH,
            _ => (),
        }
        tls
    }
}

/// Whether bytes go to the server.
pub(super) fn to_server(ports: Ports, forward: bool) -> bool {
    let known = |port| matches!(port, 25 | 587);
    known(ports.dst) || (!known(ports.src) && forward)
}

/// Where the message ends that these bytes go on; its last bytes before were `tail`.
fn end_of_message(tail: u32, bytes: &[u8]) -> Option<usize> {
    // The end may have begun in the piece before.
    let mut edge = [0; 8];
    edge[..4].copy_from_slice(&tail.to_be_bytes());
    let n = bytes.len().min(4);
    edge.get_mut(4..4 + n)?.copy_from_slice(bytes.get(..n)?);
    let early = memchr::memmem::find(edge.get(..4 + n)?, END).map(|at| at + END.len() - 4);
    early.or_else(|| memchr::memmem::find(bytes, END).map(|at| at + END.len()))
}

/// Whether bytes of the client's, which may be commands for all that is known, are the midst of a message: the last
/// of their lines does not begin with a word of four letters, as commands do.
pub(super) fn is_midst(bytes: &[u8]) -> bool {
    let (mut last, mut at) = (bytes, 0);
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        let (line, next) = text::line(bytes, at).unwrap_or((rest, bytes.len()));
        (last, at) = (line, next);
    }
    let word = last.split(|b| *b == b' ').next().unwrap_or_default();
    word.len() != 4 && !word.eq_ignore_ascii_case(b"STARTTLS")
}

/// How far the client's or server's PDU reaches that begins these bytes: whole lines, up to one that a
/// message follows; and a message as it comes.
pub(super) fn frames(bytes: &[u8], forward: bool, state: &[u64; 2]) -> Pdu {
    let mut talk = Talk::read(state);
    let client = talk.has(bits::FORWARD) == forward;
    if client && let Next::Piece { len, .. } = talk.next(bytes) {
        return if len < bytes.len() { Pdu::Len(len) } else { Pdu::AsItComes };
    }
    let mut end = 0;
    while let Some((line, next)) = text::line(bytes, end) {
        end = next;
        talk.command(line);
        if matches!(talk.next(b"x"), Next::Piece { .. }) {
            return Pdu::Len(end);
        }
    }
    match end {
        // A message has no lines that have to be whole.
        1.. if client && end < bytes.len() && is_midst(bytes.get(..end).unwrap_or_default()) => {
            Pdu::AsItComes
        }
        0 if bytes.len() > LONGEST_LINE => Pdu::AsItComes,
        0 => Pdu::More(bytes.len() + 1),
        end => Pdu::Len(end),
    }
}

/// The key of the note on the message with this number.
pub(super) fn note_key(message: u64) -> u64 {
    message
}

/// Sees lines and pieces in order.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let mut talk = Talk::read(&past.state);
    let client = to_server(past.now.ports, past.now.forward);
    if client == past.now.forward {
        talk.flags |= bits::FORWARD;
    }
    let mut at = 0;
    if !client {
        while let Some((line, next)) = text::line(pdu, at) {
            at = next;
            if talk.response(line) {
                past.hand_over(tls::ID);
            }
        }
        past.state = talk.write();
        return;
    }
    while at < pdu.len() {
        let rest = pdu.get(at..).unwrap_or_default();
        if let Next::Piece { len, last } = talk.next(rest) {
            let bytes = rest.get(..len).unwrap_or_default();
            keep(past, &talk, bytes, last);
            talk.piece(bytes, last.is_some());
            at += len.max(1);
            continue;
        }
        let (line, next) = text::line(pdu, at).unwrap_or((rest, pdu.len()));
        at = next;
        if talk.command(line) {
            keep(past, &talk, &[], Some(0));
            talk.piece(&[], true);
        }
    }
    past.state = talk.write();
}

/// Keeps a piece, and notes the message when it is the last one.
fn keep(past: &mut Past<'_>, talk: &Talk, bytes: &[u8], last: Option<usize>) {
    let kept = if talk.pieces == 0 {
        0
    } else {
        past.get(&Key::here(KEPT)).map_or(usize::MAX, |k| k.number() as usize)
    };
    let total = kept.saturating_add(bytes.len());
    if total > LONGEST {
        past.remove(&Key::here(KEPT));
        return;
    }
    let piece = Remembered { bytes: bytes.into(), ..past.this(&[]) };
    let Some(end) = last else {
        past.set_number(&Key::here(KEPT), total as u64);
        past.keep(&Key::here(PIECE + talk.pieces), piece);
        return;
    };
    let (mut list, mut all) = (Vec::new(), Vec::with_capacity(total));
    for i in 0..=talk.pieces {
        let key = Key::here(PIECE + i);
        let part = if i == talk.pieces { Some(piece.clone()) } else { past.get(&key) };
        // One that was given up takes the whole with it.
        let Some(part) = part else { return };
        past.remove(&key);
        // What ends the message is no part of it, and may have begun before.
        let goes = total.saturating_sub(end).saturating_sub(all.len()).min(part.bytes.len());
        if goes > 0 {
            pieces::push(&mut list, part.frame, goes);
        }
        all.extend_from_slice(part.bytes.get(..goes).unwrap_or_default());
    }
    let value = pieces::write(&list, &all).into();
    let whole = Remembered { bytes: value, ..past.this(&[]) };
    past.note(note_key(talk.messages), &whole);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_end_with_a_dot_however_they_are_cut() {
        assert_eq!(end_of_message(0x0d0a, b".\r\nQUIT"), Some(3));
        assert_eq!(end_of_message(0, b"a\r\n.\r\nQUIT"), Some(6));
        assert_eq!(end_of_message(0x0d0a_2e0d, b"\n"), Some(1));
        assert_eq!(end_of_message(0x610d_0a2e, b"\r\nx"), Some(2));
        assert_eq!(end_of_message(0x0d0a, b"..\r\n.x\r\n"), None);
    }

    #[test]
    fn the_state_goes_through_its_words() {
        let mut talk = Talk { flags: bits::FORWARD, ..Talk::default() };
        assert_eq!(talk.next(b"x"), Next::Command);
        assert!(!talk.command(b"data"));
        assert_eq!(Talk::read(&talk.write()), talk);
        assert_eq!(talk.next(b"hi\r\n"), Next::Piece { len: 4, last: None });
        talk.piece(b"hi\r\n", false);
        assert_eq!(talk.next(b".\r\n"), Next::Piece { len: 3, last: Some(3) });
        assert_eq!(talk.next(b"a\r\n.\r\nQ"), Next::Piece { len: 6, last: Some(3) });
        assert_eq!(talk.next(b"a\r\n\r\n.\r\nQ"), Next::Piece { len: 8, last: Some(5) });
        talk.piece(b".\r\n", true);
        assert_eq!((talk.messages, talk.next(b"x")), (1, Next::Command));
        assert!(!talk.command(b"BDAT 5 LAST"));
        assert_eq!(talk.next(b"abcdef"), Next::Piece { len: 5, last: Some(0) });
        assert!(talk.command(b"BDAT 0 LAST"));
    }

    #[test]
    fn a_refused_message_is_none() {
        let mut talk = Talk::default();
        talk.command(b"DATA");
        assert!(!talk.response(b"554 no"));
        assert_eq!(talk.next(b"x"), Next::Command);
        talk.command(b"DATA");
        talk.response(b"250 ok");
        talk.response(b"354 go");
        assert!(matches!(talk.next(b"x"), Next::Piece { .. }));
    }

    #[test]
    fn lines_that_are_no_commands_are_of_a_message() {
        for midst in [&b"To: x\r\n\r\nhello\r\n"[..], b"a\r\n.\r\n", b"MAIL FROM:<a>\r\nhi there"] {
            assert!(is_midst(midst), "{}", midst.escape_ascii());
        }
        for commands in [&b"EHLO x\r\n"[..], b"quit\r\n", b"hi\r\nRCPT TO:<a>\r\n", b"starttls\r\n"] {
            assert!(!is_midst(commands), "{}", commands.escape_ascii());
        }
        let client = Talk { flags: bits::FORWARD, ..Talk::default() }.write();
        assert_eq!(frames(b"To: x\r\nhello", true, &client), Pdu::AsItComes);
        assert_eq!(frames(b"RSET\r\nMAIL", true, &client), Pdu::Len(6));
    }

    #[test]
    fn lines_are_cut_where_a_message_begins() {
        assert_eq!(frames(b"RCPT TO:<a>\r\nDATA\r\nSubject", false, &[0; 2]), Pdu::Len(19));
        assert_eq!(frames(b"NOO", false, &[0; 2]), Pdu::More(4));
        let mut talk = Talk::default();
        talk.command(b"BDAT 4");
        assert_eq!(frames(b"abcdQUIT\r\n", false, &talk.write()), Pdu::Len(4));
        assert_eq!(frames(b"abc", false, &talk.write()), Pdu::AsItComes);
    }
}
