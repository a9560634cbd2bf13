//! Handshake messages (RFC 8446, 4; RFC 5246, 7.4).

use super::record::{short, whole};
use super::session::Session;
use super::*;
use crate::application::pieces::Pieces;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Value, block};

/// Hello Request.
const HELLO_REQUEST: u8 = 0;
/// Client Hello.
pub(crate) const CLIENT_HELLO: u8 = 1;
/// Server Hello.
pub(crate) const SERVER_HELLO: u8 = 2;
/// Hello Verify Request (DTLS).
const HELLO_VERIFY_REQUEST: u8 = 3;
const NEW_SESSION_TICKET: u8 = 4;
const HELLO_RETRY_REQUEST: u8 = 6;
pub(super) const ENCRYPTED_EXTENSIONS: u8 = 8;
const CERTIFICATE: u8 = 11;
const SERVER_KEY_EXCHANGE: u8 = 12;
const CERTIFICATE_REQUEST: u8 = 13;
const SERVER_HELLO_DONE: u8 = 14;
const CERTIFICATE_VERIFY: u8 = 15;
const CLIENT_KEY_EXCHANGE: u8 = 16;
pub(super) const FINISHED: u8 = 20;
const CERTIFICATE_URL: u8 = 21;
const CERTIFICATE_STATUS: u8 = 22;
pub(super) const KEY_UPDATE: u8 = 24;
const COMPRESSED_CERTIFICATE: u8 = 25;
const NEXT_PROTOCOL: u8 = 67;

block! {
    /// Type and length.
    HEAD[4]: HANDSHAKE_TYPE @0, HANDSHAKE_LENGTH @1
}

/// Whether these bytes are no handshake message that can be read: encrypted ones have any type, and
/// lengths that are much too long; those of AEAD suites begin with a number that counts from zero.
fn is_encrypted(c: &Cursor<'_>, ccs: bool) -> bool {
    let Ok([kind, a, b, d]) = c.peek_array::<4>() else { return false };
    is_sealed(c, ccs)
        || HANDSHAKE_TYPES.find(u64::from(*kind)).is_none()
        || u32::from_be_bytes([0, *a, *b, *d]) > 0xffff
}

/// Whether they are encrypted by what is known of the session, or by how they begin.
fn is_sealed(c: &Cursor<'_>, ccs: bool) -> bool {
    c.left() >= 16 && (ccs || c.peek_uint(0, 5).is_ok_and(|n| n == 0))
}

/// The messages of one record. `record` is its node.
pub(super) fn in_record<S: Sink>(
    cx: &mut Cx<'_, S>,
    k: Kind,
    s: &mut Session,
    shown: u16,
    record: Item,
    mut c: Cursor<'_>,
) -> Step {
    let mut count = 0u32;
    let behind = s.behind;
    while !c.is_empty() {
        // A NULL cipher leaves messages legible, but the code behind them is none.
        let null = null_cipher(s.suite);
        if is_encrypted(&c, s.is_encrypted() && !null) {
            let all = whole(&c);
            count += 1;
            cx.info_sep(", ", |o| _ = o.s("Encrypted Handshake Message"));
            let item = cx.add(k.f(HANDSHAKE), all, Value::None);
            // Nothing but its type says so, and its length may be true.
            let part = !is_sealed(&c, s.is_encrypted() && !null)
                && c.peek_uint(1, 3).is_ok_and(|n| n as usize > c.left().saturating_sub(4));
            let name =
                if part { "Encrypted Handshake Message (fragment)" } else { "Encrypted Handshake Message" };
            title(cx, record, shown, count, name);
            cx.label(item, |o| _ = o.s("Handshake Protocol: ").s(name));
            break;
        }
        let (kind, len) = (c.peek_u8(0)?, c.peek_uint(1, 3).map(|n| n as usize));
        let name = HANDSHAKE_TYPES.or(u64::from(kind), "Unknown");
        let Ok(len) = len else {
            fragment(cx, k, &c, name);
            count += 1;
            title(cx, record, shown, count, name);
            break;
        };
        if c.left() < 4 + len {
            count += 1;
            fragment(cx, k, &c, name);
            title(cx, record, shown, count, &format!("{name} (fragment)"));
            break;
        }
        let message = c.take(4 + len);
        s.behind = behind + c.left();
        let name =
            if kind == SERVER_HELLO && hello::is_retry(&message) { "Hello Retry Request" } else { name };
        count += 1;
        title(cx, record, shown, count, name);
        one(cx, k, s, name, message)?;
        if null && s.is_encrypted() {
            break;
        }
    }
    Ok(())
}

/// Suites that only sign (RFC 5246, RFC 4492, RFC 4785 …).
fn null_cipher(suite: u16) -> bool {
    suite != 0 && SUITES.find(u64::from(suite)).is_some_and(|n| n.contains("_WITH_NULL_"))
}

/// A message whose end is in a later record.
fn fragment<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &Cursor<'_>, name: &str) {
    cx.info_sep(", ", |o| _ = o.s(name));
    let item = cx.add(k.f(HANDSHAKE), whole(c), Value::None);
    cx.label(item, |o| _ = o.s("Handshake Protocol: ").s(name).s(" (fragment)"));
}

fn title<S: Sink>(cx: &mut Cx<'_, S>, record: Item, shown: u16, count: u32, name: &str) {
    if count > 2 {
        return;
    }
    cx.label(record, |o| {
        o.s(short(shown)).s(" Record Layer: Handshake Protocol: ");
        o.s(if count == 1 { name } else { "Multiple Handshake Messages" });
    });
}

/// Messages that stand one after the other without records, as QUIC carries them. One that goes on in
/// bytes to come ends them.
///
/// # Errors
/// When the capture cuts them, or a message is shorter than it should be.
///
/// `before`: the beginning of the message that goes on here.
pub(crate) fn in_quic<S: Sink>(
    cx: &mut Cx<'_, S>,
    s: &mut Session,
    mut c: Cursor<'_>,
    before: Option<Pieces<'_>>,
) -> Step {
    cx.layer_only(ID, &c);
    let all = whole(&c);
    let top = if cx.wants_tree() { cx.add(PROTO, all, Value::Bytes(all)) } else { Item::NONE };
    cx.under(top, |cx| {
        let mut count = 0;
        if let Some(before) = before {
            count += 1;
            let (n, ends) = fragments::missing(before.bytes, c.rest());
            let part = c.take(n);
            let kind = before.bytes.first().copied().unwrap_or_default();
            let name = HANDSHAKE_TYPES.or(u64::from(kind), "Unknown");
            let item = cx.add(HANDSHAKE, whole(&part), Value::None);
            cx.label(item, |o| {
                o.s("Handshake Protocol: ").s(name).s(if ends { " (last fragment)" } else { " (fragment)" });
            });
            if !ends {
                title(cx, top, session::TLS13, count, &format!("{name} (fragment)"));
                return Ok(());
            }
            title(cx, top, session::TLS13, count, name);
            fragments::put_together(cx, &before, &part, |cx, c| one(cx, Kind::Quic, s, name, c))?;
        }
        while let Ok(h) = c.peek_array::<4>().copied() {
            let len = u32::from_be_bytes([0, h[1], h[2], h[3]]) as usize;
            let name = HANDSHAKE_TYPES.or(u64::from(h[0]), "Unknown");
            if c.left() < 4 + len {
                count += 1;
                title(cx, top, session::TLS13, count, &format!("{name} (fragment)"));
                let item = cx.add(HANDSHAKE, whole(&c), Value::None);
                cx.label(item, |o| _ = o.s("Handshake Protocol: ").s(name).s(" (fragment)"));
                break;
            }
            let message = c.take(4 + len);
            let retry = h[0] == SERVER_HELLO && hello::is_retry(&message);
            let name = if retry { "Hello Retry Request" } else { name };
            count += 1;
            title(cx, top, session::TLS13, count, name);
            one(cx, Kind::Quic, s, name, message)?;
        }
        Ok(())
    })
}

/// The protocol inside that EncryptedExtensions name (RFC 8446, 4.3.1), when the message is whole.
pub(crate) fn encrypted_extensions(bytes: &[u8]) -> Option<Option<&[u8]>> {
    let (head, rest) = bytes.split_first_chunk::<4>()?;
    let body = rest.get(..u32::from_be_bytes([0, head[1], head[2], head[3]]) as usize)?;
    Some(hello::scan_extensions(body).alpn.filter(|_| head[0] == ENCRYPTED_EXTENSIONS))
}

/// The protocol inside that a client hello names first (RFC 7301), when the message is whole.
pub(crate) fn first_offered(bytes: &[u8]) -> Option<Option<&[u8]>> {
    let (head, rest) = bytes.split_first_chunk::<4>()?;
    let body = rest.get(..u32::from_be_bytes([0, head[1], head[2], head[3]]) as usize)?;
    let extensions = || {
        // Version and random, then session identifier, suites and compression methods with their lengths.
        let rest = body.get(34..)?;
        let rest = rest.get(1 + usize::from(*rest.first()?)..)?;
        let (len, rest) = rest.split_first_chunk::<2>()?;
        let rest = rest.get(usize::from(u16::from_be_bytes(*len))..)?;
        rest.get(1 + usize::from(*rest.first()?)..)
    };
    Some(extensions().filter(|_| head[0] == CLIENT_HELLO).and_then(|e| hello::scan_extensions(e).alpn))
}

/// One whole message with its header.
fn one<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, s: &mut Session, name: &str, message: Cursor<'_>) -> Step {
    if k != Kind::Quic {
        cx.info_sep(", ", |o| _ = o.s(name));
    }
    let mut c = message;
    let h = *c.array::<4>()?;
    let forward = cx.conversation().map(|f| f.forward);
    note(s, k, h[0], &c, forward);
    if !k.inside(cx) {
        return Ok(());
    }
    let item = cx.add(k.f(HANDSHAKE), whole(&message), Value::None);
    cx.label(item, |o| _ = o.s("Handshake Protocol: ").s(name));
    cx.under(item, |cx| {
        let at = message;
        if k == Kind::Dtls {
            cx.peek(k.f(HANDSHAKE_TYPE), &at, 1)?;
            cx.peek_at(k.f(HANDSHAKE_LENGTH), &at, 1, 3)?;
        } else {
            cx.rows(&HEAD, &at);
        }
        body(cx, k, s, h[0], c)
    })
}

/// Keeps up with what a message changes for those after it.
pub(crate) fn note(s: &mut Session, k: Kind, kind: u8, body: &Cursor<'_>, forward: Option<bool>) {
    match kind {
        CLIENT_HELLO => s.client_hello(forward),
        SERVER_HELLO => s.server_hello(forward, body.rest(), k == Kind::Dtls),
        // Keys are made anew.
        CERTIFICATE | SERVER_KEY_EXCHANGE | SERVER_HELLO_DONE => s.resumed = false,
        _ => {}
    }
}

/// Follows messages without showing them.
pub(super) fn follow(s: &mut Session, mut c: Cursor<'_>, forward: bool, dtls: bool) {
    let k = if dtls { Kind::Dtls } else { Kind::Tls };
    while let Ok(h) = c.peek_array::<4>() {
        let len = usize::from(u16::from_be_bytes([h[2], h[3]]));
        if h[1] != 0 {
            break;
        }
        let mut message = c.take(4 + len);
        message.advance(4);
        note(s, k, h[0], &message, Some(forward));
    }
}

/// What a message says, its header left out.
///
/// # Errors
/// When it ends too early.
pub(crate) fn body<S: Sink>(
    cx: &mut Cx<'_, S>,
    k: Kind,
    s: &mut Session,
    kind: u8,
    mut c: Cursor<'_>,
) -> Step {
    match kind {
        CLIENT_HELLO => hello::client(cx, k, s, c),
        SERVER_HELLO => hello::server(cx, k, s, c),
        HELLO_VERIFY_REQUEST if k == Kind::Dtls => hello::verify_request(cx, c),
        NEW_SESSION_TICKET => new_session_ticket(cx, k, s, c),
        HELLO_RETRY_REQUEST => {
            cx.u16(k.f(HANDSHAKE_VERSION), &mut c)?;
            if s.draft >= 19 || s.draft == 0 {
                cx.u16(k.f(HANDSHAKE_CIPHERSUITE), &mut c)?;
            }
            extension::list(cx, k, s, kind, &mut c)
        }
        ENCRYPTED_EXTENSIONS => extension::list(cx, k, s, kind, &mut c),
        CERTIFICATE => certificate::message(cx, k, s, c),
        SERVER_KEY_EXCHANGE => server_key_exchange(cx, k, s, c),
        CERTIFICATE_REQUEST => certificate::request(cx, k, s, c),
        CERTIFICATE_VERIFY => certificate_verify(cx, k, s, c),
        CLIENT_KEY_EXCHANGE => client_key_exchange(cx, k, s, c),
        FINISHED => {
            cx.add(k.f(HANDSHAKE_VERIFY_DATA), whole(&c), Value::None);
            Ok(())
        }
        CERTIFICATE_URL => certificate_url(cx, k, c),
        CERTIFICATE_STATUS => certificate::status(cx, k, &mut c),
        KEY_UPDATE => cx.u8(k.f(HANDSHAKE_KEY_UPDATE_REQUEST_UPDATE), &mut c).map(|_| ()),
        COMPRESSED_CERTIFICATE => {
            cx.u16(k.f(COMPRESS_CERTIFICATE_ALGORITHM), &mut c)?;
            cx.u24(k.f(COMPRESS_CERTIFICATE_UNCOMPRESSED_LENGTH), &mut c)?;
            vector::bytes(
                cx,
                k,
                &mut c,
                (
                    COMPRESS_CERTIFICATE_COMPRESSED_CERTIFICATE_MESSAGE_LENGTH,
                    COMPRESS_CERTIFICATE_COMPRESSED_CERTIFICATE_MESSAGE,
                ),
                1,
                0xff_ffff,
            )
            .map(|_| ())
        }
        NEXT_PROTOCOL if k == Kind::Tls => {
            let n = usize::from(cx.u8(HANDSHAKE_NPN_SELECTED_PROTOCOL_LEN, &mut c)?);
            cx.field(HANDSHAKE_NPN_SELECTED_PROTOCOL, &mut c, n)?;
            let n = usize::from(cx.u8(HANDSHAKE_NPN_PADDING_LEN, &mut c)?);
            cx.field(HANDSHAKE_NPN_PADDING, &mut c, n).map(|_| ())
        }
        HELLO_REQUEST | SERVER_HELLO_DONE => Ok(()),
        _ => Ok(()),
    }
}

/// A duration as a user reads it: `7200 seconds (2 hours)`.
fn lifetime(o: &mut requin_wire::Out<'_>, secs: u64) {
    o.u(secs).s(if secs == 1 { " second" } else { " seconds" });
    if secs < 60 {
        return;
    }
    o.s(" (");
    let mut first = true;
    for (n, one) in
        [(secs / 86400, "day"), (secs / 3600 % 24, "hour"), (secs / 60 % 60, "minute"), (secs % 60, "second")]
    {
        if n > 0 {
            o.s(if first { "" } else { ", " }).u(n).s(" ").s(one).s(if n == 1 { "" } else { "s" });
            first = false;
        }
    }
    o.s(")");
}

fn new_session_ticket<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, s: &mut Session, mut c: Cursor<'_>) -> Step {
    let item = cx.line(whole(&c), |o| _ = o.s("TLS Session Ticket"));
    cx.under(item, |cx| {
        let item = cx.peek(k.f(HANDSHAKE_SESSION_TICKET_LIFETIME_HINT), &c, 4)?;
        let secs = c.peek_u32(0)?;
        c.skip(4)?;
        cx.label(item, |o| {
            o.s("Session Ticket Lifetime Hint: ");
            lifetime(o, u64::from(secs));
        });
        let new = s.is_13();
        if new {
            cx.u32(k.f(HANDSHAKE_SESSION_TICKET_AGE_ADD), &mut c)?;
            if s.draft == 0 || s.draft >= 21 {
                let fields = (HANDSHAKE_SESSION_TICKET_NONCE_LENGTH, HANDSHAKE_SESSION_TICKET_NONCE);
                let Some(nonce) = vector::bytes(cx, k, &mut c, fields, 0, 255)? else { return Ok(()) };
                if nonce.is_empty() {
                    let at = nonce.span(0);
                    cx.add(k.f(HANDSHAKE_SESSION_TICKET_NONCE), at, Value::Bytes(at));
                }
            }
        }
        let fields = (HANDSHAKE_SESSION_TICKET_LENGTH, HANDSHAKE_SESSION_TICKET);
        let ticket = vector::bytes(cx, k, &mut c, fields, usize::from(new), 0xffff)?;
        if let Some(empty) = ticket.filter(|t| t.is_empty()) {
            let at = empty.span(0);
            cx.add(k.f(HANDSHAKE_SESSION_TICKET), at, Value::Bytes(at));
        }
        if new && ticket.is_some() {
            extension::list(cx, k, s, NEW_SESSION_TICKET, &mut c)?;
        }
        Ok(())
    })
}

/// A signature scheme: the number as a whole, and as hash and signature of TLS 1.2.
///
/// # Errors
/// When the packet ends before it.
pub(crate) fn signature_scheme<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let item = cx.peek(k.f(HANDSHAKE_SIG_HASH_ALG), c, 2)?;
    let both = c.peek_uint(0, 2)?;
    // Pairs of TLS 1.2 that are no scheme of TLS 1.3.
    if cx.wants_labels() && names::SIGNATURE_SCHEMES.find(both).is_none() {
        cx.label(item, |o| {
            o.s("Signature Algorithm: ").s(names::SIG_HASH_HASH.or(both >> 8, "Unknown"));
            o.s(" ").s(names::SIG_HASH_SIG.or(both & 255, "Unknown")).s(" (").hex(both, 4).s(")");
        });
    }
    cx.under(item, |cx| {
        cx.field(k.f(HANDSHAKE_SIG_HASH_HASH), c, 1)?;
        cx.field(k.f(HANDSHAKE_SIG_HASH_SIG), c, 1)?;
        Ok(())
    })
}

/// A list of signature schemes with its length.
///
/// # Errors
/// When the packet ends inside it.
pub(super) fn signature_schemes<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let Some(v) = vector::open(cx, k, c, HANDSHAKE_SIG_HASH_ALG_LEN, 2, 0xfffe)? else { return Ok(()) };
    let mut list = v.body;
    let n = list.left();
    let item = cx.add(k.f(HANDSHAKE_SIG_HASH_ALGS), list.span(n), Value::None);
    cx.label(item, |o| {
        o.s("Signature Hash Algorithms (");
        vector::count(o, v.said / 2, "algorithm)", "algorithms)");
    });
    cx.under(item, |cx| {
        while list.left() >= 2 {
            signature_scheme(cx, k, &mut list)?;
        }
        vector::close(cx, k, &list);
        Ok(())
    })
}

/// Whether signatures name their algorithm: since TLS 1.2.
fn names_algorithm(s: &Session) -> bool {
    matches!(s.version, 0x0303 | 0x0304 | 0xfefd | 0xfefc)
}

fn certificate_verify<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, s: &mut Session, mut c: Cursor<'_>) -> Step {
    if names_algorithm(s) {
        signature_scheme(cx, k, &mut c)?;
    }
    vector::bytes(
        cx,
        k,
        &mut c,
        (HANDSHAKE_CLIENT_CERT_VRFY_SIG_LEN, HANDSHAKE_CLIENT_CERT_VRFY_SIG),
        0,
        0xffff,
    )
    .map(|_| ())
}

/// How keys are exchanged, as the cipher suite's name says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Exchange {
    Rsa,
    Dh,
    DhAnon,
    Ecdh,
    EcdhAnon,
    Psk,
    DhPsk,
    EcdhPsk,
    RsaPsk,
    Srp,
    Unknown,
}

fn exchange(suite: u16) -> Exchange {
    let name = SUITES.or(u64::from(suite), "");
    let before = name.strip_prefix("TLS_").or(name.strip_prefix("SSL_")).unwrap_or(name);
    let before = before.split("_WITH_").next().unwrap_or_default();
    match before {
        "RSA" | "RSA_EXPORT" | "RSA_EXPORT1024" | "RSA_FIPS" => Exchange::Rsa,
        "DH_anon" | "DH_anon_EXPORT" => Exchange::DhAnon,
        "ECDH_anon" => Exchange::EcdhAnon,
        "PSK" => Exchange::Psk,
        "DHE_PSK" => Exchange::DhPsk,
        "ECDHE_PSK" => Exchange::EcdhPsk,
        "RSA_PSK" => Exchange::RsaPsk,
        b if b.starts_with("SRP") => Exchange::Srp,
        b if b.starts_with("ECDH") => Exchange::Ecdh,
        b if b.starts_with("DH") => Exchange::Dh,
        _ => Exchange::Unknown,
    }
}

/// Opens the line that gathers the parameters of a key exchange.
fn params<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    title: &str,
    f: impl FnOnce(&mut Cx<'_, S>, &mut Cursor<'_>) -> Step,
) -> Step {
    let item = cx.line(whole(c), |o| _ = o.s(title));
    cx.under(item, |cx| f(cx, c))
}

fn pair<S: Sink>(
    cx: &mut Cx<'_, S>,
    k: Kind,
    c: &mut Cursor<'_>,
    len: Field,
    content: Field,
    size: usize,
) -> Step {
    let n = cx.uint(k.f(len), c, size)? as usize;
    cx.field(k.f(content), c, n).map(|_| ())
}

fn signature<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, s: &Session, c: &mut Cursor<'_>) -> Step {
    if names_algorithm(s) {
        signature_scheme(cx, k, c)?;
    }
    pair(cx, k, c, HANDSHAKE_SIG_LEN, HANDSHAKE_SIG, 2)
}

fn hint<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let n = cx.uint(k.f(HANDSHAKE_HINT_LEN), c, 2)? as usize;
    if n > 0 {
        cx.field(k.f(HANDSHAKE_HINT), c, n)?;
    }
    Ok(())
}

fn server_key_exchange<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, s: &mut Session, mut c: Cursor<'_>) -> Step {
    let curve = |cx: &mut Cx<'_, S>, c: &mut Cursor<'_>| -> Result<bool, Stop> {
        let kind = cx.u8(k.f(HANDSHAKE_SERVER_CURVE_TYPE), c)?;
        if kind != 3 {
            return Ok(false);
        }
        cx.u16(k.f(HANDSHAKE_SERVER_NAMED_CURVE), c)?;
        pair(cx, k, c, HANDSHAKE_SERVER_POINT_LEN, HANDSHAKE_SERVER_POINT, 1)?;
        Ok(true)
    };
    let group = |cx: &mut Cx<'_, S>, c: &mut Cursor<'_>| -> Step {
        pair(cx, k, c, HANDSHAKE_P_LEN, HANDSHAKE_P, 2)?;
        pair(cx, k, c, HANDSHAKE_G_LEN, HANDSHAKE_G, 2)?;
        pair(cx, k, c, HANDSHAKE_YS_LEN, HANDSHAKE_YS, 2)
    };
    match exchange(s.suite) {
        Exchange::Dh => params(cx, &mut c, "Diffie-Hellman Server Params", |cx, c| {
            group(cx, c)?;
            signature(cx, k, s, c)
        }),
        Exchange::DhAnon => params(cx, &mut c, "Diffie-Hellman Server Params", group),
        Exchange::Ecdh => params(cx, &mut c, "EC Diffie-Hellman Server Params", |cx, c| {
            if curve(cx, c)? { signature(cx, k, s, c) } else { Ok(()) }
        }),
        Exchange::EcdhAnon => {
            params(cx, &mut c, "EC Diffie-Hellman Server Params", |cx, c| curve(cx, c).map(|_| ()))
        }
        Exchange::Psk | Exchange::RsaPsk => params(cx, &mut c, "PSK Server Params", |cx, c| hint(cx, k, c)),
        Exchange::DhPsk => params(cx, &mut c, "Diffie-Hellman PSK Server Params", |cx, c| {
            hint(cx, k, c)?;
            group(cx, c)
        }),
        Exchange::EcdhPsk => params(cx, &mut c, "EC Diffie-Hellman PSK Server Params", |cx, c| {
            hint(cx, k, c)?;
            curve(cx, c).map(|_| ())
        }),
        Exchange::Rsa => params(cx, &mut c, "RSA-EXPORT Server Params", |cx, c| {
            pair(cx, k, c, HANDSHAKE_MODULUS_LEN, HANDSHAKE_MODULUS, 2)?;
            pair(cx, k, c, HANDSHAKE_EXPONENT_LEN, HANDSHAKE_EXPONENT, 2)?;
            signature(cx, k, s, c)
        }),
        Exchange::Srp | Exchange::Unknown => Ok(()),
    }
}

fn client_key_exchange<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, s: &mut Session, mut c: Cursor<'_>) -> Step {
    let identity = |cx: &mut Cx<'_, S>, c: &mut Cursor<'_>| {
        pair(cx, k, c, HANDSHAKE_IDENTITY_LEN, HANDSHAKE_IDENTITY, 2)
    };
    let rsa = |cx: &mut Cx<'_, S>, c: &mut Cursor<'_>| -> Step {
        // SSL 3.0 has no length before the encrypted secret.
        if s.version == 0x0300 || s.version == 0x0100 {
            let n = c.left();
            cx.field(k.f(HANDSHAKE_EPMS), c, n).map(|_| ())
        } else {
            pair(cx, k, c, HANDSHAKE_EPMS_LEN, HANDSHAKE_EPMS, 2)
        }
    };
    match exchange(s.suite) {
        Exchange::Dh | Exchange::DhAnon => params(cx, &mut c, "Diffie-Hellman Client Params", |cx, c| {
            pair(cx, k, c, HANDSHAKE_YC_LEN, HANDSHAKE_YC, 2)
        }),
        Exchange::Ecdh | Exchange::EcdhAnon => {
            params(cx, &mut c, "EC Diffie-Hellman Client Params", |cx, c| {
                pair(cx, k, c, HANDSHAKE_CLIENT_POINT_LEN, HANDSHAKE_CLIENT_POINT, 1)
            })
        }
        Exchange::Psk => params(cx, &mut c, "PSK Client Params", identity),
        Exchange::DhPsk => params(cx, &mut c, "Diffie-Hellman PSK Client Params", |cx, c| {
            identity(cx, c)?;
            pair(cx, k, c, HANDSHAKE_YC_LEN, HANDSHAKE_YC, 2)
        }),
        Exchange::EcdhPsk => params(cx, &mut c, "EC Diffie-Hellman PSK Client Params", |cx, c| {
            identity(cx, c)?;
            pair(cx, k, c, HANDSHAKE_CLIENT_POINT_LEN, HANDSHAKE_CLIENT_POINT, 1)
        }),
        Exchange::RsaPsk => params(cx, &mut c, "RSA PSK Client Params", |cx, c| {
            identity(cx, c)?;
            rsa(cx, c)
        }),
        Exchange::Rsa => params(cx, &mut c, "RSA Encrypted PreMaster Secret", rsa),
        Exchange::Srp | Exchange::Unknown => Ok(()),
    }
}

fn certificate_url<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, mut c: Cursor<'_>) -> Step {
    cx.u8(k.f(HANDSHAKE_CERT_URL_TYPE), &mut c)?;
    let n = usize::from(cx.u16(k.f(HANDSHAKE_CERT_URL_URL_HASH_LEN), &mut c)?);
    let mut list = c.take_all(n)?;
    vector::each(&mut list, |c| {
        let item = cx.add(k.f(HANDSHAKE_CERT_URL_URL_HASH), c.span(c.left()), Value::None);
        cx.under(item, |cx| {
            let n = usize::from(cx.u16(k.f(HANDSHAKE_CERT_URL_URL_LEN), c)?);
            cx.field(k.f(HANDSHAKE_CERT_URL_URL), c, n)?;
            cx.add(k.f(HANDSHAKE_CERT_URL_PADDING), c.span(1), Value::None);
            c.skip(1)?;
            cx.field(k.f(HANDSHAKE_CERT_URL_SHA1), c, 20).map(|_| ())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_protocol_inside_is_found_in_whole_hellos() {
        let list = [0, 9, 0, 16, 0, 5, 0, 3, 2, b'h', b'3'];
        let client = [&[1, 0, 0, 53][..], &[3; 34], &[1, 9, 0, 2, 0x13, 1, 1, 0], &list].concat();
        assert_eq!(first_offered(&client), Some(Some(&b"h3"[..])));
        let server = [&[8, 0, 0, 11][..], &list].concat();
        assert_eq!(encrypted_extensions(&server), Some(Some(&b"h3"[..])));
        assert_eq!((first_offered(&server), encrypted_extensions(&client)), (Some(None), Some(None)));
        for n in 0..client.len() {
            assert_eq!(first_offered(&client[..n]), None);
        }
        assert!((0..server.len()).all(|n| encrypted_extensions(&server[..n]).is_none()));
    }

    #[test]
    fn key_exchanges_by_suite() {
        for (suite, want) in [
            (0x0005, Exchange::Rsa),
            (0x0033, Exchange::Dh),
            (0x0034, Exchange::DhAnon),
            (0xc02f, Exchange::Ecdh),
            (0xc018, Exchange::EcdhAnon),
            (0x008c, Exchange::Psk),
            (0x00b2, Exchange::DhPsk),
            (0xc035, Exchange::EcdhPsk),
            (0x1301, Exchange::Unknown),
            (0x4242, Exchange::Unknown),
        ] {
            assert!(exchange(suite) == want, "{suite:#x}");
        }
        assert!(null_cipher(1) && !null_cipher(0) && !null_cipher(5));
    }

    #[test]
    fn lifetimes() {
        let text = |secs| {
            let mut buf = Vec::new();
            lifetime(&mut requin_wire::Out::new(&mut buf), secs);
            String::from_utf8(buf).unwrap()
        };
        assert_eq!(text(0), "0 seconds");
        assert_eq!(text(86400), "86400 seconds (1 day)");
        assert_eq!(text(7261), "7261 seconds (2 hours, 1 minute, 1 second)");
    }
}
