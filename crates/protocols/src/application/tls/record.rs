//! Records: what a stream of TLS is cut into (RFC 8446, 5).

use super::session::Session;
use super::*;
use crate::application::{http, openvpn};
use requin_wire::{
    Cursor, Cx, FRAME, Item, Out, Pdu, Ports, ProtoId, Sink, Span, Step, Stop, Table, TransportKind, Value,
};

/// ChangeCipherSpec.
pub(crate) const CHANGE_CIPHER_SPEC: u8 = 20;
/// Alert.
pub(crate) const ALERT: u8 = 21;
/// Handshake messages.
pub(crate) const HANDSHAKE_RECORD: u8 = 22;
/// Application data.
pub(crate) const APPLICATION_DATA: u8 = 23;
/// Heartbeat (RFC 6520).
pub(crate) const HEARTBEAT: u8 = 24;

/// Bytes before a record's content.
const HEAD: usize = 5;

/// Whether a record may begin with this byte.
pub(crate) const fn is_content_type(byte: u8) -> bool {
    matches!(byte, CHANGE_CIPHER_SPEC..=HEARTBEAT)
}

/// Whether a record of SSL 3.0 or later seems to begin here.
fn looks_like_record(c: &Cursor<'_>) -> bool {
    match c.peek_array::<3>() {
        Ok([kind, 3, minor]) => is_content_type(*kind) && *minor <= 3,
        Ok([kind, 1, 1]) => is_content_type(*kind),
        _ => false,
    }
}

/// Whether bytes on any port are TLS: a record header that is sound, and a message type that is.
pub(super) fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    if ssl2::is_client_hello(c) {
        return true;
    }
    let Ok([kind, 3, minor, hi, lo]) = c.peek_array::<5>() else { return false };
    let len = u16::from_be_bytes([*hi, *lo]);
    if *minor > 4 || len == 0 || len > 0x4800 {
        return false;
    }
    match *kind {
        CHANGE_CIPHER_SPEC => len == 1 && c.peek_u8(5).is_ok_and(|b| b == 1),
        ALERT => len == 2 && c.peek_u8(5).is_ok_and(|level| matches!(level, 1 | 2)) || len >= 16,
        HANDSHAKE_RECORD => len >= 4,
        APPLICATION_DATA => true,
        _ => false,
    }
}

/// The name of a version as the Protocol column has it.
pub(crate) fn short(version: u16) -> &'static str {
    SHORT_VERSIONS.or(u64::from(version), "SSL")
}

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let listens = cx.registry.find(Table::Tcp, u32::from(cx.ports.src)) == Some(ID);
    if crate::application::proxy::accepts(&c, cx.ports) {
        return Err(Stop::NotMine);
    }
    // A conversation of another protocol, which carries this one, remembers other things.
    let own = cx.conversation().filter(|f| {
        let app = f.app.or_else(|| by_port(cx));
        app.is_none_or(|app| {
            app == ID || app == openvpn::ID || app == http::ID && http::carries_tls(&f.state)
        })
    });
    let mut session = Session::load(own, listens);
    // A tunnel to a port of TLS may carry something else all the same.
    if session.version == 0 && crate::application::http::looks_like(&c, cx.ports) || is_text(&c) {
        return Err(Stop::NotMine);
    }
    cx.protocol(short(session.version));
    cx.info_clear();
    let mut shown = false;
    let all = c;
    while !c.is_empty() {
        if !one(cx, &mut session, &mut c)? {
            // A segment that the capture cut is no part of a stream.
            if !shown && !c.is_cut() {
                cx.protocol("TCP");
                cx.info_sep(" ", |o| _ = o.s("[TCP segment of a reassembled PDU]"));
            }
            break;
        }
        shown = true;
    }
    // What was decrypted says more than that there are records.
    if !decrypt::carried(cx, all)? {
        cx.info_fence();
    }
    Ok(())
}

/// Whether the bytes begin like a text, which no record does.
fn is_text(c: &Cursor<'_>) -> bool {
    c.left() >= HEAD && c.peek_array::<4>().is_ok_and(|b| b.iter().all(|b| (0x20..0x7f).contains(b)))
}

/// The protocol that the conversation has by its ports.
fn by_port<S: Sink>(cx: &Cx<'_, S>) -> Option<ProtoId> {
    let table = match cx.out.transports.last()?.kind {
        TransportKind::Tcp => Table::Tcp,
        TransportKind::Udp => Table::Udp,
        _ => return None,
    };
    let (src, dst) = (u32::from(cx.ports.src), u32::from(cx.ports.dst));
    cx.registry.find(table, src.min(dst)).or_else(|| cx.registry.find(table, src.max(dst)))
}

/// Whether a record begins here, though its end may be in a segment to come.
#[must_use]
pub fn begins(c: &Cursor<'_>) -> bool {
    looks_like_record(c) || may_begin(c)
}

/// Whether the bytes are the first of a record's head, for all that is known.
fn may_begin(c: &Cursor<'_>) -> bool {
    c.left() < HEAD && c.peek_u8(0).is_ok_and(is_content_type)
}

/// How far the record goes that begins these bytes.
#[must_use]
pub fn frames(bytes: &[u8], forward: bool, state: &[u64; 2]) -> Pdu {
    let c = Cursor::new(bytes, bytes.len(), FRAME);
    if let Some(n) = ssl2::hello_len(&c) {
        return Pdu::Len(n);
    }
    let version = Session::read(*state, forward, false).version;
    if matches!(version, 0x0300..=session::TLS13) {
        // Once a version was agreed on, records are not asked for theirs any more.
        return match bytes.first_chunk::<5>() {
            _ if bytes.first().is_some_and(|kind| !is_content_type(*kind)) => Pdu::AsItComes,
            None => Pdu::More(5),
            Some([.., hi, lo]) => Pdu::Len(5 + usize::from(u16::from_be_bytes([*hi, *lo]))),
        };
    }
    match bytes.first() {
        None => return Pdu::More(HEAD),
        Some(kind) if !is_content_type(*kind) => return Pdu::AsItComes,
        Some(_) => {}
    }
    match bytes.first_chunk::<5>() {
        None => Pdu::More(5),
        Some([_, 3, 0..=4, hi, lo] | [_, 1, 1, hi, lo]) => {
            Pdu::Len(5 + usize::from(u16::from_be_bytes([*hi, *lo])))
        }
        Some(_) => Pdu::AsItComes,
    }
}

/// Which of the two directions.
const fn way(forward: bool) -> usize {
    if forward { 0 } else { 1 }
}

/// One record of whatever version. `false`: the rest of it has not come yet.
fn one<S: Sink>(cx: &mut Cx<'_, S>, s: &mut Session, c: &mut Cursor<'_>) -> Result<bool, Stop> {
    if c.is_cut() && c.captured() < 3 && (is_content_type(c.peek_u8(0)?) || c.peek_u8(0)? & 0x80 != 0) {
        return Err(Stop::Cut);
    }
    match s.version {
        0x0002 => ssl2::record(cx, s, c),
        0 if ssl2::is_client_hello(c) => ssl2::record(cx, s, c),
        0 if !looks_like_record(c) => {
            if may_begin(c) {
                return incomplete(c);
            }
            cx.info_sep(", ", |o| _ = o.s("Continuation Data"));
            c.advance(usize::MAX);
            Ok(true)
        }
        0 => record(cx, s, c),
        _ if ssl2::is_client_hello(c) => ssl2::record(cx, s, c),
        _ => record(cx, s, c),
    }
}

/// A record whose end is in a segment to come: nothing of it is shown before it is whole.
pub(super) fn incomplete(c: &Cursor<'_>) -> Result<bool, Stop> {
    // Cut by the capture, not by the stream: it will never be whole.
    if c.is_cut() {
        return Err(Stop::Cut);
    }
    Ok(false)
}

fn record<S: Sink>(cx: &mut Cx<'_, S>, s: &mut Session, c: &mut Cursor<'_>) -> Result<bool, Stop> {
    let available = c.left();
    // Before its head is whole nothing can be said of it.
    if available < 5 {
        return incomplete(c);
    }
    let first = c.peek_u8(0)?;
    if !is_content_type(first) && (0x0301..=0x0303).contains(&s.version) {
        // RFC 2246, 6: records of unknown types are ignored.
        let span = c.span(available);
        let item = cx.line(span, |o| _ = o.s("Ignored Unknown Record"));
        cx.expert(IGNORED_UNKNOWN_RECORD, item, span);
        if c.captured() < available {
            return Err(Stop::Cut);
        }
        cx.info_sep(", ", |o| _ = o.s("Ignored Unknown Record"));
        c.advance(usize::MAX);
        return Ok(true);
    }
    let h = *c.peek_array::<5>()?;
    let (version, len) = (u16::from_be_bytes([h[1], h[2]]), usize::from(u16::from_be_bytes([h[3], h[4]])));
    if !is_content_type(first) {
        cx.info_sep(", ", |o| _ = o.s("Continuation Data"));
        c.advance(5 + len);
        return Ok(true);
    }
    if available < 5 + len {
        // Its end is in another segment, whether the capture cut this one or not.
        return Ok(false);
    }
    if s.version == 0 && tells_version(first, c.peek_u8(5).ok()) {
        s.set_version(version, false);
    }
    if s.version == 0 && first == HANDSHAKE_RECORD && c.peek_u8(5).is_ok_and(|t| t == 1) {
        s.from_server = false;
    }
    let shown = if s.version == 0 { version } else { s.version };
    // What version it is is said once there is something of what the record holds.
    if len == 0 || c.captured() > 5 {
        cx.protocol(short(shown));
    }
    let whole = c.take(5 + len);
    s.behind = c.left();
    let item = cx.add(RECORD, whole.span(5 + len), Value::None);
    cx.under(item, |cx| -> Step {
        let hide_type = s.is_13() && first == APPLICATION_DATA;
        cx.peek(if hide_type { RECORD_OPAQUE_TYPE } else { RECORD_CONTENT_TYPE }, &whole, 1)?;
        cx.peek_at(RECORD_VERSION, &whole, 1, 2)?;
        let length = cx.peek_at(RECORD_LENGTH, &whole, 3, 2)?;
        let mut body = whole;
        body.skip(5)?;
        // Of a record that the capture cut, tshark shows the head alone: whatever is in it.
        if body.captured() < len {
            cx.label(item, |o| _ = o.s("Record Layer"));
            return Err(Stop::Cut);
        }
        if len == 0 && first != APPLICATION_DATA {
            // The next byte would say what the record is.
            if s.behind == 0 {
                return Err(Stop::Malformed);
            }
            cx.expert_with(RECORD_LENGTH_INVALID, length, whole.span(5), |o| {
                o.s("Zero-length ").s(CONTENT_TYPES.or(u64::from(first), "Unknown"));
                o.s(" fragments are not allowed");
            });
            cx.label(item, |o| _ = o.s("Record Layer"));
            return Ok(());
        }
        if decrypt::is_open(cx, &whole) {
            return decrypt::show(cx, s, shown, item, &whole);
        }
        content(cx, Kind::Tls, s, shown, first, item, body)
    })?;
    decrypt::segment(cx, &whole);
    Ok(true)
}

/// Whether a record tells the version of the connection (a client hello does not).
pub(crate) fn tells_version(content: u8, next: Option<u8>) -> bool {
    content != HANDSHAKE_RECORD
        || next.is_some_and(|t| t != 1 && HANDSHAKE_TYPES.find(u64::from(t)).is_some())
}

/// What is in a record that is not encrypted, or seems not to be. `record` is its node.
pub(crate) fn content<S: Sink>(
    cx: &mut Cx<'_, S>,
    k: Kind,
    s: &mut Session,
    shown: u16,
    kind: u8,
    record: Item,
    body: Cursor<'_>,
) -> Step {
    let title = |cx: &mut Cx<'_, S>, text: &dyn Fn(&mut Out<'_>)| {
        cx.label(record, |o| {
            o.s(short(shown)).s(" Record Layer: ");
            text(o);
        });
    };
    match kind {
        APPLICATION_DATA => {
            cx.info_sep(", ", |o| _ = o.s("Application Data"));
            let named = cx.wants_labels() || cx.wants(k.f(APP_DATA_PROTO));
            let app = if named { s.app_name(cx.ports) } else { None };
            title(cx, &|o| _ = o.s("Application Data Protocol: ").s(app.unwrap_or("Application Data")));
            let n = body.left();
            if n > 0 || body.captured() > 0 {
                cx.peek(k.f(APP_DATA), &body, n)?;
            } else {
                cx.add(k.f(APP_DATA), body.span(0), Value::Bytes(body.span(0)));
            }
            if let Some(app) = app {
                let item = cx.add_str(k.f(APP_DATA_PROTO), body.span(n), |o| _ = o.s(app));
                cx.set_generated(item);
            }
            Ok(())
        }
        CHANGE_CIPHER_SPEC => {
            cx.info_sep(", ", |o| _ = o.s("Change Cipher Spec"));
            title(cx, &|o| _ = o.s("Change Cipher Spec Protocol: Change Cipher Spec"));
            let item = cx.add(k.f(CHANGE_CIPHER_SPEC_FIELD), body.span(1), Value::None);
            s.change_cipher_spec();
            if s.from_server && s.resumed && !s.is_13() {
                cx.expert(k.f(RESUMED), item, body.span(1));
            }
            Ok(())
        }
        ALERT => alert(cx, k, record, shown, body),
        HEARTBEAT => heartbeat(cx, k, record, shown, body),
        HANDSHAKE_RECORD => handshake::in_record(cx, k, s, shown, record, body),
        _ => {
            title(cx, &|o| _ = o.s(CONTENT_TYPES.or(u64::from(kind), "Unknown")));
            Ok(())
        }
    }
}

/// The field of ChangeCipherSpec; its name is taken by the number of the record type.
const CHANGE_CIPHER_SPEC_FIELD: requin_wire::Field = super::CHANGE_CIPHER_SPEC;

fn alert<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, record: Item, shown: u16, body: Cursor<'_>) -> Step {
    let plain = match body.peek_array::<2>() {
        Ok([level, what]) if body.left() == 2 => {
            Some((ALERT_LEVELS.or(u64::from(*level), "Unknown"), ALERTS.or(u64::from(*what), "Unknown")))
        }
        _ => None,
    };
    let say = |o: &mut Out<'_>| {
        match plain {
            Some((level, what)) => o.s("Alert (Level: ").s(level).s(", Description: ").s(what).s(")"),
            None => o.s("Encrypted Alert"),
        };
    };
    cx.info_sep(", ", say);
    cx.label(record, |o| {
        o.s(short(shown)).s(" Record Layer: ");
        say(o);
    });
    let item = cx.add(k.f(ALERT_MESSAGE), body.span(body.left()), Value::None);
    if plain.is_none() {
        cx.append(item, |o| _ = o.s(": Encrypted Alert"));
        return Ok(());
    }
    cx.under(item, |cx| {
        let mut c = body;
        cx.u8(k.f(ALERT_MESSAGE_LEVEL), &mut c)?;
        cx.u8(k.f(ALERT_MESSAGE_DESC), &mut c)?;
        Ok(())
    })
}

fn heartbeat<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, record: Item, shown: u16, body: Cursor<'_>) -> Step {
    /// RFC 6520, 4: at least so much padding.
    const PADDING: usize = 16;
    let len = body.left();
    let h = body.peek_array::<3>().ok();
    let name = h.and_then(|h| names::HEARTBEAT_MESSAGE_TYPE.find(u64::from(h[0])));
    let say = |o: &mut Out<'_>| {
        match name {
            Some(name) => o.s("Heartbeat ").s(name),
            None => o.s("Encrypted Heartbeat"),
        };
    };
    cx.info_sep(", ", say);
    cx.label(record, |o| {
        o.s(short(shown)).s(" Record Layer: ");
        say(o);
    });
    let item = cx.add(k.f(HEARTBEAT_MESSAGE), body.span(len), Value::None);
    let (Some(h), Some(_)) = (h, name) else {
        cx.append(item, |o| _ = o.s(": Encrypted Heartbeat"));
        return Ok(());
    };
    let said = usize::from(u16::from_be_bytes([h[1], h[2]]));
    let room = len.saturating_sub(3);
    cx.under(item, |cx| {
        let mut c = body;
        cx.u8(k.f(HEARTBEAT_MESSAGE_TYPE), &mut c)?;
        let length = cx.peek(k.f(HEARTBEAT_MESSAGE_PAYLOAD_LENGTH), &c, 2)?;
        let at = c.span(2);
        c.skip(2)?;
        let mut n = said;
        // RFC 6520, 4: a message with too long a payload length is dropped.
        if said + PADDING > room {
            n = said.min(room);
            cx.append(length, |o| {
                _ = o.s(" (invalid, using ").u(n as u64).s(" to decode payload)");
            });
            cx.expert_with(k.f(HEARTBEAT_PAYLOAD_LENGTH_INVALID), length, at, |o| {
                _ = o.s("Invalid heartbeat payload length (").u(said as u64).s(")");
            });
        }
        let sized = |cx: &mut Cx<'_, S>, item: Item, what: &str, n: usize| {
            cx.label(item, |o| {
                o.s(what).s(" (").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" });
            });
        };
        let item = cx.field(k.f(HEARTBEAT_MESSAGE_PAYLOAD), &mut c, n)?;
        sized(cx, item, "Payload", n);
        let left = c.left();
        if left > 0 {
            let item = cx.field(k.f(HEARTBEAT_MESSAGE_PADDING), &mut c, left)?;
            sized(cx, item, "Padding and HMAC", left);
        }
        Ok(())
    })
}

/// Follows the records of a segment without showing anything, so that later ones know of them.
///
/// `forward`: the segment goes the way of the conversation's first one.
pub(crate) fn follow(
    state: &mut [u64; 2],
    forward: bool,
    payload: &[u8],
    reported: usize,
) -> Option<ProtoId> {
    let mut s = Session::read(*state, forward, false);
    let mut c = Cursor::new(payload, payload.len(), FRAME);
    let left = s.left[way(forward)];
    let n = c.left().min(usize::from(left));
    c.advance(n);
    s.left[way(forward)] = left - n as u16;
    while let Ok(h) = c.peek_array::<5>() {
        let len = u16::from_be_bytes([h[3], h[4]]);
        let sound = s.version != 0 || matches!((h[1], h[2]), (3, 0..=4) | (1, 1));
        if !is_content_type(h[0]) || !sound {
            break;
        }
        let next = c.peek_u8(5).ok();
        let mut record = c.take(5 + usize::from(len));
        let missing = 5 + usize::from(len) - record.left();
        // A segment that the capture cut is no part of a stream: a record that goes on behind it is not looked at.
        let sent = reported.saturating_sub(payload.len());
        if sent > 0 && missing > sent {
            break;
        }
        if s.version == 0 && tells_version(h[0], next) {
            s.set_version(u16::from_be_bytes([h[1], h[2]]), false);
        }
        if sent > 0 && missing > 0 {
            // Nobody reads more of it than its head.
            break;
        }
        record.advance(5);
        s.left[way(forward)] = missing.min(0x7fff) as u16;
        match h[0] {
            CHANGE_CIPHER_SPEC => s.change_cipher_spec(),
            HANDSHAKE_RECORD if !s.is_encrypted() => handshake::follow(&mut s, record, forward, false),
            _ => {}
        }
    }
    *state = s.store();
    None
}

/// The bytes of a message as a span.
pub(super) fn whole(c: &Cursor<'_>) -> Span {
    c.span(c.left())
}
