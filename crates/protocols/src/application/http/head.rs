//! A look at a message before it is dissected: what it is, and where it ends.

use crate::application::text;
use requin_wire::{Cursor, Pdu};

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Asks for something.
    Request,
    /// Answers.
    Response,
    /// Tells of events (UPnP).
    Notification,
}

/// How far a message reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// So many bytes, all there.
    Whole(usize),
    /// It ends after so many bytes, which are not all there.
    Until(usize),
    /// Bytes are missing; at least so many are needed to tell more.
    More(usize),
    /// To the end of the connection.
    ToTheEnd,
}

/// Header fields that may carry such tokens.
const AUTHENTICATION: [&[u8]; 4] =
    [b"Authorization", b"WWW-Authenticate", b"Proxy-Authenticate", b"Proxy-Authorization"];

/// What the head of a message says.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// What it is.
    pub kind: Kind,
    /// Offset of the body, 0 while the head is not whole.
    pub body: usize,
    /// Bytes of an empty line before it.
    pub leading: usize,
    /// How far it reaches.
    pub extent: Extent,
    /// The capture cut a header field's name: tshark doesn't count such a message.
    pub lost: bool,
    /// A header field carries a token that has a protocol of its own (RFC 4559).
    pub secured: bool,
    /// The first line.
    pub first: &'a [u8],
    /// Length of the body when the head says it.
    pub length: Option<u64>,
    /// Whether the body comes in chunks.
    pub chunked: bool,
    /// Whether there is a transfer encoding at all.
    pub has_transfer: bool,
    /// Content type with its parameters.
    pub content_type: Option<&'a [u8]>,
    /// Content encoding.
    pub encoding: Option<&'a [u8]>,
    /// The server's name.
    pub host: Option<&'a [u8]>,
    /// What the two want to speak next.
    pub upgrade: Option<&'a [u8]>,
}

/// What the last request means for its response.
#[derive(Clone, Copy, Debug, Default)]
pub struct Answers {
    /// It was HEAD: no body follows.
    pub head: bool,
    /// It was CONNECT: what follows is no body.
    pub connect: bool,
}

const REQUESTS: &[&[u8]] = &[
    b"GET",
    b"POST",
    b"HEAD",
    b"PUT",
    b"DELETE",
    b"OPTIONS",
    b"CONNECT",
    b"TRACE",
    b"PATCH",
    b"COPY",
    b"LOCK",
    b"MOVE",
    b"POLL",
    b"BCOPY",
    b"BMOVE",
    b"MKCOL",
    b"LABEL",
    b"MERGE",
    b"LINK",
    b"SEARCH",
    b"UNLOCK",
    b"REPORT",
    b"UPDATE",
    b"BDELETE",
    b"PROPFIND",
    b"CHECKOUT",
    b"CCM_POST",
    b"M-SEARCH",
    b"PROPPATCH",
    b"BPROPFIND",
    b"BPROPPATCH",
    b"UNCHECKOUT",
    b"MKACTIVITY",
    b"MKWORKSPACE",
    b"RPC_CONNECT",
    b"RPC_IN_DATA",
    b"RPC_OUT_DATA",
    b"VERSION-CONTROL",
    b"BASELINE-CONTROL",
    b"SSTP_DUPLEX_POST",
    b"CHECKIN",
    b"ICY",
    b"UNLINK",
];
const NOTIFICATIONS: &[&[u8]] = &[b"NOTIFY", b"SUBSCRIBE", b"UNSUBSCRIBE"];

/// A length, as it is read: one with more behind its digits is none.
fn decimal(value: &[u8]) -> Option<u64> {
    text::number(value.strip_prefix(b"+").unwrap_or(value))
}

/// Whether an empty line ends these lines.
#[must_use]
pub fn ends(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some((line, next)) = text::line(bytes, at) {
        if line.is_empty() && (at > 0 || next == bytes.len()) {
            return true;
        }
        at = next;
    }
    false
}

/// What message the bytes begin, if any.
#[must_use]
pub fn kind_of(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"HTTP/") || bytes.starts_with(b"ICY ") {
        return Some(Kind::Response);
    }
    let end = bytes.iter().take(20).position(|b| *b == b' ')?;
    kind_of_method(bytes.get(..end)?)
}

/// What message a method begins.
pub(super) fn kind_of_method(method: &[u8]) -> Option<Kind> {
    if REQUESTS.contains(&method) {
        Some(Kind::Request)
    } else if NOTIFICATIONS.contains(&method) {
        Some(Kind::Notification)
    } else {
        None
    }
}

/// The first line of the message that the bytes begin; nothing while it does not end. `None`: they begin none.
#[must_use]
pub fn first_line<'a>(c: &Cursor<'a>) -> Option<&'a [u8]> {
    let all = c.rest();
    let leading = if all.starts_with(b"\r\n") { 2 } else { 0 };
    kind_of(all.get(leading..)?)?;
    Some(text::line(all, leading).map_or(&[], |l| l.0))
}

/// How far bytes reach that begin no message: text may be the rest of a head, and is taken
/// when its first line is whole, or up to where a message begins in that line.
#[must_use]
pub fn text_without_a_head(bytes: &[u8]) -> Pdu {
    let leading = if bytes.starts_with(b"\r\n") { 2 } else { 0 };
    if !bytes.get(leading).is_some_and(|b| matches!(b, 0x20..=0x7e)) {
        return Pdu::AsItComes;
    }
    match text::line(bytes, leading) {
        // The line feed of a carriage return at the end may be still to come.
        Some((line, next)) if next < bytes.len() || bytes.ends_with(b"\n") => {
            first_line_within(line).map_or(Pdu::AsItComes, |at| Pdu::Len(leading + at))
        }
        _ if bytes.len() > super::LONGEST_HEAD => Pdu::AsItComes,
        _ => Pdu::More(bytes.len() + 1),
    }
}

/// How many bytes of a message that goes on are lines of its head, by their looks: those with a colon, up to an empty one,
/// and an empty one before them all.
#[must_use]
pub fn lines_of_a_head(bytes: &[u8]) -> usize {
    let mut at = if bytes.starts_with(b"\r\n") { 2 } else { 0 };
    while let Some(rest) = bytes.get(at..).filter(|r| !r.is_empty()) {
        let (line, next) = text::line(bytes, at).unwrap_or((rest, bytes.len()));
        if line.is_empty() {
            return next;
        }
        if !line.contains(&b':') {
            break;
        }
        at = next;
    }
    at
}

/// Where the first line of a message begins that something else stands before, on the same line.
fn first_line_within(line: &[u8]) -> Option<usize> {
    let version = line.windows(7).rposition(|w| w == b"HTTP/1.")?;
    let digit = |at: usize| line.get(at).is_some_and(u8::is_ascii_digit);
    if !digit(version + 7) {
        return None;
    }
    if version + 8 == line.len() {
        // METHOD URI HTTP/1.1
        let (uri, space) = (line.get(..version.checked_sub(1)?)?, line.get(version - 1)?);
        let before = line.get(..uri.iter().rposition(|b| *b == b' ')?)?;
        let method =
            REQUESTS.iter().chain(NOTIFICATIONS).filter(|m| before.ends_with(m)).map(|m| m.len()).max()?;
        return Some(before.len() - method).filter(|at| *space == b' ' && *at > 0);
    }
    let code = line.get(version + 8) == Some(&b' ') && (9..12).all(|i| digit(version + i));
    (code && version > 0 && line.get(version + 12).is_none_or(|b| *b == b' ')).then_some(version)
}

/// Where a word begins, and itself.
pub type Word<'a> = (usize, &'a [u8]);

/// The words of a response's first line behind the version: where each begins, and itself. The last one
/// reaches to the end.
#[must_use]
pub fn status_words(first: &[u8]) -> Option<(Word<'_>, Word<'_>)> {
    let skip =
        |from: usize| from + first.get(from..).unwrap_or_default().iter().take_while(|b| **b == b' ').count();
    let code = skip(first.iter().position(|b| *b == b' ')?);
    let rest = first.get(code..)?;
    let len = rest.iter().position(|b| *b == b' ').unwrap_or(rest.len());
    let phrase = skip(code + len);
    Some(((code, rest.get(..len)?), (phrase, first.get(phrase..)?)))
}

/// The status code in a response's first line: the number of its first digits.
#[must_use]
pub fn status(first: &[u8]) -> Option<u16> {
    let ((_, word), _) = status_words(first)?;
    let digits = word.get(..3)?;
    Some(digits.iter().take_while(|d| d.is_ascii_digit()).fold(0, |n, d| n * 10 + u16::from(d - b'0')))
}

impl<'a> Head<'a> {
    /// That of no message.
    pub const NONE: Head<'static> = Head {
        kind: Kind::Notification,
        body: 0,
        leading: 0,
        extent: Extent::ToTheEnd,
        lost: false,
        secured: false,
        first: &[],
        length: None,
        chunked: false,
        has_transfer: false,
        content_type: None,
        encoding: None,
        host: None,
        upgrade: None,
    };

    /// Looks at the message that begins at the cursor. `None`: none does.
    #[must_use]
    pub fn read(c: &Cursor<'a>, answers: Answers) -> Option<Head<'a>> {
        let all = c.rest();
        let leading = if all.starts_with(b"\r\n") { 2 } else { 0 };
        let cut = c.is_cut();
        let begin = all.get(leading..)?;
        let kind = kind_of(begin).or_else(|| kind_of_method(begin).filter(|_| cut))?;
        let mut head = Head { kind, leading, extent: Extent::More(c.left() + 1), ..Head::NONE };
        let Some((first, mut at)) = text::whole_line(all, leading, cut) else {
            if cut {
                head.first = all.get(leading..).unwrap_or_default();
            }
            return Some(head);
        };
        head.first = first;
        loop {
            let Some((line, next)) = text::whole_line(all, at, cut) else {
                // Some answers are only a first line; in a datagram the end is the end. Where the capture cut it, a
                // line counts as far as it goes.
                let line = all.get(at..).filter(|_| cut).unwrap_or_default();
                if let Some((name, value)) = text::position(line, b':').and_then(|i| line.split_at_checked(i))
                {
                    head.header(name, value.get(1..).unwrap_or_default());
                } else {
                    head.lost = !line.is_empty();
                }
                return Some(head);
            };
            if line.is_empty() {
                at = next;
                break;
            }
            let Some(colon) = text::position(line, b':') else {
                if matches!(line.first(), Some(b' ' | b'\t')) {
                    at = next;
                    continue;
                }
                // It is no header: they are over.
                break;
            };
            at = next;
            head.header(line.get(..colon).unwrap_or_default(), line.get(colon + 1..).unwrap_or_default());
        }
        head.body = at;
        head.extent = head.extent_of(c, at, answers);
        Some(head)
    }

    fn header(&mut self, name: &[u8], value: &'a [u8]) {
        let is = |known: &[u8]| name.eq_ignore_ascii_case(known);
        match name.len() {
            4 if is(b"Host") => self.host = Some(text::trim(value)),
            7 if is(b"Upgrade") => self.upgrade = Some(text::trim(value)),
            13 | 16 | 18 | 19 if AUTHENTICATION.iter().any(|known| is(known)) => {
                self.secured |= super::headers::security_token(text::trim(value)).is_some();
            }
            12 if is(b"Content-Type") => self.content_type = Some(text::trim(value)),
            14 if is(b"Content-Length") => self.length = decimal(text::trim(value)),
            16 if is(b"Content-Encoding") => self.encoding = Some(text::trim(value)),
            17 if is(b"Transfer-Encoding") => {
                let value = text::trim(value);
                self.has_transfer = true;
                // What the last coding of all is decides (RFC 9112 section 6.3).
                let last = value.rsplit(|b| *b == b',').next().unwrap_or_default();
                self.chunked |= [value, text::trim(last)]
                    .iter()
                    .any(|v| v.get(..7).is_some_and(|v| v.eq_ignore_ascii_case(b"chunked")));
            }
            _ => (),
        }
    }

    fn extent_of(&self, c: &Cursor<'a>, at: usize, answers: Answers) -> Extent {
        let left = c.left();
        if self.kind == Kind::Response {
            let code = status(self.first).unwrap_or(0);
            if answers.head || code / 100 == 1 || code == 204 || code == 304 {
                return Extent::Whole(at);
            }
            if answers.connect && code / 100 == 2 {
                return Extent::Whole(at);
            }
        }
        if self.chunked {
            return super::body::chunks_end(c.rest(), at);
        }
        if let Some(n) = self.length {
            let end = usize::try_from(n).unwrap_or(usize::MAX).saturating_add(at);
            return if end <= left { Extent::Whole(end) } else { Extent::Until(end) };
        }
        match self.kind {
            Kind::Response => Extent::ToTheEnd,
            _ => Extent::Whole(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Head<'_> {
        Head::read(&Cursor::new(bytes, bytes.len(), 0), Answers::default()).unwrap()
    }

    #[test]
    fn first_lines_of_responses() {
        assert_eq!(status(b"HTTP/1.1 200 OK"), Some(200));
        assert_eq!(status(b"HTTP/1.1  404"), Some(404));
        assert_eq!(status(b"HTTP/1.1 abc OK"), Some(0));
        assert_eq!(status(b"HTTP/1.1 20"), None);
        assert_eq!(status_words(b"HTTP/1.1 200  not so OK").unwrap().1, (14, &b"not so OK"[..]));
    }

    #[test]
    fn text_waits_for_the_end_of_its_line() {
        assert_eq!(text_without_a_head(b"some text"), Pdu::More(10));
        assert_eq!(text_without_a_head(b"\r\nsome text\r"), Pdu::More(13));
        assert_eq!(text_without_a_head(b"some text\rmore"), Pdu::AsItComes);
        assert_eq!(text_without_a_head(b"some text\nmore"), Pdu::AsItComes);
        assert_eq!(text_without_a_head(b"\x80 bytes"), Pdu::AsItComes);
        assert_eq!(text_without_a_head(&[b'x'; 100_000]), Pdu::AsItComes);
    }

    #[test]
    fn messages_begin_on_lines_that_something_else_has_begun() {
        for (line, at) in [
            (&b"{\"a\": 1}GET /x HTTP/1.1"[..], Some(8)),
            (b"xM-SEARCH * HTTP/1.1", Some(1)),
            (b"xHTTP/1.1 200 OK", Some(1)),
            (b"xHTTP/1.1 200", Some(1)),
            (b"see GET /x HTTP/1.1 for more", None),
            (b"it speaks HTTP/1.1", None),
            (b"HTTP/1.1", None),
            (b"x HTTP/1.1", None),
            (b" HTTP/1.1", None),
            (b"GET /x HTTP/1.1", None),
            (b"xHTTP/1.1 2000", None),
            (b"xHTTP/1.", None),
        ] {
            assert_eq!(first_line_within(line), at, "{}", line.escape_ascii());
        }
        assert_eq!(text_without_a_head(b"\r\n{}GET / HTTP/1.1\r\n"), Pdu::Len(4));
    }

    #[test]
    fn lines_of_heads_are_told_from_bodies() {
        for (text, n) in [
            (&b"the rest of a body\n"[..], 0),
            (b"A: b\r\nC: d\r\n\r\nbody: x", 14),
            (b"A: b\r\nbody", 6),
            (b"A: b", 4),
            (b"\r\nA: b\r\nbody", 8),
            (b"\r\nbody", 2),
            (b"", 0),
        ] {
            assert_eq!(lines_of_a_head(text), n, "{}", text.escape_ascii());
        }
    }

    #[test]
    fn extents() {
        assert_eq!(read(b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET").extent, Extent::Whole(27));
        assert_eq!(read(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab").extent, Extent::Until(42));
        assert_eq!(read(b"HTTP/1.1 200 OK\r\n\r\nab").extent, Extent::ToTheEnd);
        assert_eq!(read(b"HTTP/1.1 304 Not\r\nContent-Length: 4\r\n\r\n").extent, Extent::Whole(39));
        assert_eq!(read(b"GET / HTTP/1.1\r\nHo").extent, Extent::More(19));
        assert!(read(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n").chunked);
    }

    #[test]
    fn a_line_counts_as_far_as_it_was_captured() {
        let cut = |bytes| Head::read(&Cursor::new(bytes, bytes.len() + 9, 0), Answers::default()).unwrap();
        let head = cut(b"GET /a HTTP/1.1\r\nHost: exam");
        assert_eq!((head.host, head.lost, head.body), (Some(&b"exam"[..]), false, 0));
        let head = cut(b"GET /a HTTP/1.1\r\nHos");
        assert_eq!((head.host, head.lost), (None, true));
        assert_eq!(cut(b"GET /a?b").first, b"GET /a?b");
        // What was captured whole goes on with the next segment instead.
        assert_eq!(read(b"GET /a HTTP/1.1\r\nHost: exam").host, None);
    }

    #[test]
    fn a_line_without_a_colon_ends_the_headers() {
        let head = read(b"GET / HTTP/1.1\r\nHost: a\r\n b\r\nNone\r\nX: y\r\n\r\n");
        assert_eq!((head.body, head.extent), (29, Extent::Whole(29)));
    }
}
