//! Client hello and server hello.

use super::record::whole;
use super::session::Session;
use super::*;
use crate::application::dtls;
use requin_wire::{Cursor, Cx, Sink, Span, Step, Time, Value};

/// What a server hello with this random is: a request to try again (RFC 8446, 4.1.3).
pub(super) const RETRY: [u8; 32] = [
    0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2,
    0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
];

/// Whether a server hello, with its header, asks to try again.
pub(super) fn is_retry(message: &Cursor<'_>) -> bool {
    message.peek_bytes(6, 32).is_ok_and(|r| r == RETRY)
}

/// The session identifier of a hello.
fn session_id(body: &[u8]) -> &[u8] {
    let n = usize::from(body.get(34).copied().unwrap_or(0));
    body.get(35..35 + n).unwrap_or_default()
}

/// What a server hello settles.
#[derive(Default)]
pub(super) struct Found<'a> {
    pub version: u16,
    pub suite: u16,
    pub alpn: Option<&'a [u8]>,
    /// Records have their code over what is encrypted (RFC 7366).
    pub then_mac: bool,
}

fn u16_at(b: &[u8], at: usize) -> Option<u16> {
    b.get(at..)?.first_chunk::<2>().map(|b| u16::from_be_bytes(*b))
}

/// The extensions of a client hello of DTLS, which begins with the cookie's length behind the session identifier.
fn client_extensions(body: &[u8]) -> Option<&[u8]> {
    let mut at = 35 + session_id(body).len();
    at += 1 + usize::from(*body.get(at)?);
    at += 2 + usize::from(u16_at(body, at)?);
    at += 1 + usize::from(*body.get(at)?);
    body.get(at..)
}

/// Notes how long the connection identifiers are that a hello of DTLS asks for (RFC 9146).
pub(crate) fn note_connection_ids(s: &mut Session, kind: u8, body: &[u8]) {
    let list = match kind {
        handshake::CLIENT_HELLO => client_extensions(body),
        handshake::SERVER_HELLO => body.get(38 + session_id(body).len()..),
        _ => None,
    };
    let mut rest = list.and_then(|l| l.get(2..)).unwrap_or_default();
    while let (Some(number), Some(len)) = (u16_at(rest, 0), u16_at(rest, 2)) {
        let side = usize::from(kind == handshake::SERVER_HELLO);
        if let Some(cid) = s.cid.get_mut(side).filter(|_| matches!(number, 53 | 54)) {
            *cid = rest.get(4).copied();
        }
        rest = rest.get(4 + usize::from(len)..).unwrap_or_default();
    }
}

/// Looks through a server hello.
pub(super) fn scan_server(body: &[u8]) -> Found<'_> {
    let mut found = Found { version: u16_at(body, 0).unwrap_or(0), ..Found::default() };
    let draft = session::draft_of(found.version);
    // Before draft 22 there was no session identifier, and no compression method.
    let mut at = 34;
    if draft == 0 || draft >= 22 {
        at += 1 + session_id(body).len();
    }
    found.suite = u16_at(body, at).unwrap_or(0);
    at += if draft == 0 || draft >= 22 { 3 } else { 2 };
    scan(&mut found, body.get(at..).unwrap_or_default());
    found
}

/// Looks through a list of extensions.
pub(super) fn scan_extensions(list: &[u8]) -> Found<'_> {
    let mut found = Found::default();
    scan(&mut found, list);
    found
}

fn scan<'a>(found: &mut Found<'a>, list: &'a [u8]) {
    let Some(len) = u16_at(list, 0) else { return };
    let mut rest = list.get(2..).unwrap_or_default();
    rest = rest.get(..usize::from(len)).unwrap_or(rest);
    while let (Some(kind), Some(len)) = (u16_at(rest, 0), u16_at(rest, 2)) {
        let content = rest.get(4..4 + usize::from(len)).unwrap_or_default();
        match kind {
            extension::SUPPORTED_VERSIONS => found.version = u16_at(content, 0).unwrap_or(found.version),
            extension::ALPN => {
                let n = usize::from(content.get(2).copied().unwrap_or(0));
                found.alpn = content.get(3..3 + n);
            }
            22 => found.then_mac = true,
            _ => {}
        }
        rest = rest.get(4 + usize::from(len)..).unwrap_or_default();
    }
}

/// Version, random, session identifier.
fn common<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, s: &Session, c: &mut Cursor<'_>, from_server: bool) -> Step {
    let version = cx.u16(k.f(HANDSHAKE_VERSION), c)?;
    let item = cx.peek(k.f(HANDSHAKE_RANDOM), c, 32)?;
    let random = c.peek_bytes(0, 32)?;
    let at = c.span(32);
    if random == RETRY {
        cx.append(item, |o| _ = o.s(" (HelloRetryRequest magic)"));
    }
    if !s.is_13() && k != Kind::Quic && cx.wants_any(k.f(HANDSHAKE_RANDOM_TIME), k.f(HANDSHAKE_RANDOM_BYTES))
    {
        cx.under(item, |cx| {
            let secs = c.peek_u32(0).unwrap_or(0);
            cx.add(
                k.f(HANDSHAKE_RANDOM_TIME),
                Span::new(at.source, at.start as usize, 4),
                Time::new(i64::from(secs), 0).into(),
            );
            cx.peek_at(k.f(HANDSHAKE_RANDOM_BYTES), c, 4, 28).map(|_| ())
        })?;
    }
    c.skip(32)?;
    let draft = session::draft_of(version);
    if from_server && draft != 0 && draft < 22 {
        return Ok(());
    }
    let n = cx.uint(k.f(HANDSHAKE_SESSION_ID_LENGTH), c, 1)? as usize;
    if n > 0 {
        cx.field(k.f(HANDSHAKE_SESSION_ID), c, n)?;
    }
    Ok(())
}

pub(super) fn client<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, s: &mut Session, mut c: Cursor<'_>) -> Step {
    let all = c;
    common(cx, k, s, &mut c, false)?;
    if k == Kind::Dtls {
        cookie(cx, &mut c)?;
    }
    let Some(v) = vector::open(cx, k, &mut c, HANDSHAKE_CIPHER_SUITES_LENGTH, 2, 0xfffe)? else {
        return Ok(());
    };
    let mut list = v.body;
    let item = cx.add(k.f(HANDSHAKE_CIPHERSUITES), whole(&list), Value::None);
    cx.label(item, |o| {
        o.s("Cipher Suites (");
        vector::count(o, list.left() / 2, "suite)", "suites)");
    });
    cx.under(item, |cx| -> Step {
        if cx.wants(k.f(HANDSHAKE_CIPHERSUITE)) {
            while list.left() >= 2 {
                cx.field(k.f(HANDSHAKE_CIPHERSUITE), &mut list, 2)?;
            }
            vector::close(cx, k, &list);
        }
        Ok(())
    })?;
    let Some(v) = vector::open(cx, k, &mut c, HANDSHAKE_COMP_METHODS_LENGTH, 1, 255)? else { return Ok(()) };
    let mut list = v.body;
    let item = cx.add(k.f(HANDSHAKE_COMP_METHODS), whole(&list), Value::None);
    cx.label(item, |o| {
        o.s("Compression Methods (");
        vector::count(o, list.left(), "method)", "methods)");
    });
    cx.under(item, |cx| -> Step {
        while !list.is_empty() {
            cx.field(k.f(HANDSHAKE_COMP_METHOD), &mut list, 1)?;
        }
        Ok(())
    })?;
    if !c.is_empty() {
        extension::list(cx, k, s, handshake::CLIENT_HELLO, &mut c)?;
    }
    ja::client(cx, k, all);
    Ok(())
}

pub(super) fn server<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, s: &mut Session, mut c: Cursor<'_>) -> Step {
    let all = c;
    let draft = session::draft_of(c.peek_u16(0)?);
    common(cx, k, s, &mut c, true)?;
    cx.u16(k.f(HANDSHAKE_CIPHERSUITE), &mut c)?;
    if draft == 0 || draft >= 22 {
        cx.u8(k.f(HANDSHAKE_COMP_METHOD), &mut c)?;
    }
    // Before TLS 1.2 there might be none.
    if !c.is_empty() {
        extension::list(cx, k, s, handshake::SERVER_HELLO, &mut c)?;
    }
    ja::server(cx, k, all);
    Ok(())
}

fn cookie<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = usize::from(cx.u8(dtls::HANDSHAKE_COOKIE_LENGTH, c)?);
    if n > 0 {
        cx.field(dtls::HANDSHAKE_COOKIE, c, n)?;
    }
    Ok(())
}

/// Hello Verify Request (RFC 6347, 4.2.1).
pub(super) fn verify_request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.u16(Kind::Dtls.f(HANDSHAKE_VERSION), &mut c)?;
    cookie(cx, &mut c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_hello_is_looked_through() {
        let mut b = vec![3, 3];
        b.extend([9; 32]);
        b.extend([2, 0xaa, 0xbb, 0x13, 0x01, 0]);
        // supported_versions: TLS 1.3; ALPN: h2
        b.extend([0, 15, 0, 43, 0, 2, 3, 4, 0, 16, 0, 5, 0, 3, 2, b'h', b'2']);
        let f = scan_server(&b);
        assert_eq!((f.version, f.suite), (0x0304, 0x1301));
        assert_eq!(f.alpn, Some(&b"h2"[..]));
        for n in 0..b.len() {
            scan_server(&b[..n]);
        }
    }
}
