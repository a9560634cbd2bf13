//! Requests and responses of a conversation: which belongs to which, and what they agree to speak next.

use super::fields::*;
use super::head::{self, Answers, Head, Kind};
use crate::application::{http2, tls, websocket};
use requin_wire::{Cursor, Cx, FRAME, Key, Past, Remembered, Sink, Span, Time, Value};

/// The newest exchange.
const NEWEST: u64 = 0;
/// Where a tunnel leads.
const TUNNEL: u64 = 1;
/// A URI longer than this is cut.
const LONGEST_URI: usize = 2000;

/// What the second word of a conversation's state says. A tunnel of TLS has its session in the rest of both words.
mod bits {
    /// The last request was HEAD: its response has no body.
    pub const HEAD: u64 = 1;
    /// The last request was CONNECT.
    pub const CONNECT: u64 = 2;
    /// The conversation carries something else from here on.
    pub const TUNNEL: u64 = 1 << 63;
    /// What it carries is TLS, by its port.
    pub const TLS: u64 = 1 << 62;
}

/// What the last request means for the frames of its response.
pub(super) fn answers(state: &[u64; 2]) -> Answers {
    Answers { head: state[1] & bits::HEAD != 0, connect: state[1] & bits::CONNECT != 0 }
}

/// Whether the conversation has become a tunnel.
pub(super) fn is_tunnel(state: &[u64; 2]) -> bool {
    state[1] & bits::TUNNEL != 0
}

/// Whether a conversation with this state is a tunnel to a port of TLS: the session's state is the rest of it.
#[must_use]
pub fn carries_tls(state: &[u64; 2]) -> bool {
    is_tunnel(state) && state[1] & bits::TLS != 0
}

/// How many requests and responses there were.
pub(super) fn counts(state: &[u64; 2]) -> (u64, u64) {
    (state[0] & 0xffff_ffff, state[0] >> 32)
}

/// The key of a note on the message with this number, among requests or among responses.
fn key(kind: Kind, number: u64) -> u64 {
    number << 2 | if kind == Kind::Response { 1 } else { 0 }
}

/// A request and its response, either of which may be missing, and the exchange before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Exchange {
    /// Which one of the conversation, from 1.
    number: u64,
    /// Frame of the request, 0 for none, and when it came.
    request: (u64, Time),
    /// Frame of the response, 0 for none.
    response: u64,
    /// Frames of the exchange before.
    before: (u64, u64),
    /// What was asked for last.
    uri: Vec<u8>,
}

/// Bytes before the URI.
const FIXED: usize = 56;

impl Exchange {
    fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(FIXED + self.uri.len());
        for n in [self.request.0, self.response, self.before.0, self.before.1] {
            bytes.extend_from_slice(&n.to_be_bytes());
        }
        bytes.extend_from_slice(&self.request.1.secs.to_be_bytes());
        bytes.extend_from_slice(&u64::from(self.request.1.nanos).to_be_bytes());
        bytes.extend_from_slice(&self.number.to_be_bytes());
        bytes.extend_from_slice(self.uri.get(..LONGEST_URI).unwrap_or(&self.uri));
        bytes
    }

    fn read(bytes: &[u8]) -> Option<Exchange> {
        let (words, uri) = (bytes.get(..FIXED)?, bytes.get(FIXED..)?);
        let n = |i: usize| words.get(8 * i..)?.first_chunk::<8>().map(|b| u64::from_be_bytes(*b));
        let time = Time { secs: n(4)? as i64, nanos: n(5)? as u32 };
        let before = (n(2)?, n(3)?);
        Some(Exchange { number: n(6)?, request: (n(0)?, time), response: n(1)?, before, uri: uri.to_vec() })
    }

    /// The exchange that follows.
    fn next(self) -> Exchange {
        let before = (self.request.0, self.response);
        Exchange { number: self.number + 1, before, uri: self.uri, ..Exchange::default() }
    }
}

/// Sees every message in order.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    if is_tunnel(&past.state) {
        // What stands behind the response that opened it, in the same segment, is shown with that response.
        if let Some(to) = past.get(&Key::here(TUNNEL)).filter(|to| to.frame != past.now.frame) {
            past.note(TUNNEL_NOTE, &to);
        }
        if carries_tls(&past.state) {
            let marks = past.state[1] & (bits::TUNNEL | bits::TLS);
            tls::follow(&mut past.state, past.now.forward, pdu, past.now.reported.max(pdu.len()));
            past.state[1] |= marks;
        }
        return;
    }
    let c = Cursor::new(pdu, past.now.reported.max(pdu.len()), FRAME);
    let Some(head) = Head::read(&c, answers(&past.state)) else { return };
    let newest = past.get(&Key::here(NEWEST)).and_then(|r| Exchange::read(&r.bytes)).unwrap_or_default();
    if head.lost {
        // Of a request, what was asked for is known all the same.
        if head.kind != Kind::Response {
            let mut e = newest.next();
            e.uri.clear();
            full_uri(&head, &mut e.uri);
            past.set(&Key::here(NEWEST), &e.write());
        }
        return;
    }
    let (mut requests, mut responses) = counts(&past.state);
    let now = past.now;
    let exchange = if head.kind == Kind::Response {
        responses += 1;
        // An answer belongs to the newest request, unless that has one.
        let mut e = if newest.response != 0 || newest.number == 0 { newest.next() } else { newest };
        e.response = now.frame;
        e
    } else {
        requests += 1;
        // What answers a notification is no response to a request: it is an exchange that has none.
        let mut e = if head.kind == Kind::Notification {
            newest
        } else {
            Exchange { request: (now.frame, now.time), ..newest.next() }
        };
        e.uri.clear();
        full_uri(&head, &mut e.uri);
        past.state[1] = 0;
        if head.first.starts_with(b"HEAD ") {
            past.state[1] |= bits::HEAD;
        } else if head.first.starts_with(b"CONNECT ") {
            past.state[1] |= bits::CONNECT;
        }
        e
    };
    // An answer that the capture cut does not make a conversation one where messages were, as tshark has it.
    if past.state[0] != 0 || head.kind != Kind::Response || !c.is_cut() {
        past.state[0] = responses << 32 | requests & 0xffff_ffff;
    }
    let number = if head.kind == Kind::Response { responses } else { requests };
    let bytes = exchange.write();
    let what = Remembered { frame: now.frame, time: now.time, bytes: bytes.into() };
    past.note(key(head.kind, number), &what);
    past.keep(&Key::here(NEWEST), what);
    if head.kind == Kind::Response {
        agreement(past, &head, &exchange.uri, pdu);
    }
}

/// The key of the note on what goes through a tunnel.
const TUNNEL_NOTE: u64 = u64::MAX - 1;

/// What the two speak from here on, when a response agrees to that.
fn agreement(past: &mut Past<'_>, head: &Head<'_>, uri: &[u8], pdu: &[u8]) {
    match head::status(head.first) {
        Some(101) => {
            let next = head.upgrade.map(|u| u.to_ascii_lowercase());
            match next.as_deref() {
                Some(b"websocket") => {
                    past.inner(websocket::ID, pdu, pdu.len());
                    past.hand_over(websocket::ID);
                }
                Some(b"h2c") => past.hand_over(http2::ID),
                _ => (),
            }
        }
        Some(200..=299) if past.state[1] & bits::CONNECT != 0 => {
            let by_port = tunnel(uri).is_some_and(|(_, port)| is_tls(port));
            past.state = [0, if by_port { bits::TUNNEL | bits::TLS } else { bits::TUNNEL }];
            past.set(&Key::here(TUNNEL), uri);
        }
        _ => (),
    }
}

/// Whether TLS is what goes to a port.
fn is_tls(port: u16) -> bool {
    matches!(port, 443 | 465 | 563 | 636 | 853 | 993 | 995 | 8443)
}

/// Host and port that a tunnel was asked for.
pub(super) fn tunnel(uri: &[u8]) -> Option<(&[u8], u16)> {
    let colon = uri.iter().rposition(|b| *b == b':')?;
    let port = crate::application::text::number(uri.get(colon + 1..)?)?;
    Some((uri.get(..colon)?, u16::try_from(port).ok()?))
}

/// Writes the address of what is asked for, put together from the first line and the host.
pub(super) fn full_uri(head: &Head<'_>, to: &mut Vec<u8>) {
    let mut words = head.first.split(|b| *b == b' ');
    let (method, uri) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let begins = |scheme: &[u8]| uri.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme));
    if let Some(host) = head.host
        && method != b"CONNECT"
        && !begins(b"http://")
        && !begins(b"https://")
    {
        to.extend_from_slice(b"http://");
        to.extend_from_slice(host.split(|b| *b == 0).next().unwrap_or_default());
    }
    to.extend_from_slice(uri);
}

/// Where the tunnel leads that this frame goes through.
pub(super) fn through<'a, S: Sink>(cx: &Cx<'a, S>) -> Option<&'a [u8]> {
    cx.recalled(TUNNEL_NOTE).map(|r| &*r.bytes)
}

/// Shows what belongs to a message: it is the one with this number among those of its kind.
pub(super) fn show<S: Sink>(cx: &mut Cx<'_, S>, kind: Kind, nth: u64, here: Span) {
    let e = cx.recalled(key(kind, nth)).and_then(|r| Exchange::read(&r.bytes));
    let n = e.as_ref().map_or(nth, |e| e.number);
    let (field, name) = match kind {
        Kind::Response => (RESPONSE_NUMBER, "HTTP response "),
        Kind::Request => (REQUEST_NUMBER, "HTTP request "),
        Kind::Notification => return,
    };
    let item = cx.generated(field, here, Value::U(n));
    cx.label(item, |o| _ = o.s(name).u(n).s("/").u(n));
    let Some(e) = e else { return };
    let frame = |cx: &mut Cx<'_, S>, field, n: u64| {
        if n != 0 {
            cx.generated(field, here, Value::U(n));
        }
    };
    if kind == Kind::Request {
        frame(cx, PREV_REQUEST_IN, e.before.0);
        return;
    }
    if e.request.0 != 0 {
        cx.generated(TIME, here, cx.meta.time.since(e.request.1).into());
    }
    frame(cx, PREV_REQUEST_IN, e.before.0);
    frame(cx, PREV_RESPONSE_IN, e.before.1);
    frame(cx, REQUEST_IN, e.request.0);
    if !e.uri.is_empty() {
        let plain = e.uri.strip_prefix(b"http:").filter(|_| super::inside_tls(cx));
        let (scheme, rest) = plain.map_or((&b""[..], e.uri.as_slice()), |rest| (b"https:", rest));
        let item = cx.add_str(RESPONSE_FOR_URI, here, |o| _ = o.bytes(scheme).bytes(rest));
        cx.set_generated(item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exchanges_are_written_and_read() {
        let e = Exchange {
            number: 3,
            request: (7, Time { secs: -1, nanos: 5 }),
            response: 9,
            before: (1, 0),
            uri: b"http://a/b".to_vec(),
        };
        assert_eq!(Exchange::read(&e.write()), Some(e.clone()));
        assert_eq!(e.next().before, (7, 9));
        assert_eq!(Exchange::read(&[0; 55]), None);
    }

    #[test]
    fn tunnels_have_a_host_and_a_port() {
        assert_eq!(tunnel(b"example.org:443"), Some((&b"example.org"[..], 443)));
        assert_eq!(tunnel(b"[::1]:80"), Some((&b"[::1]"[..], 80)));
        assert_eq!(tunnel(b"example.org"), None);
        assert_eq!(tunnel(b"example.org:99999"), None);
    }
}
