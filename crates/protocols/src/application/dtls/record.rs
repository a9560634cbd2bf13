//! Records of DTLS (RFC 6347, 4.1; RFC 9146; RFC 9147, 4).

use super::*;
use crate::application::rtp;
use crate::application::tls::session::Session;
use crate::application::tls::{self, Kind, SHORT_VERSIONS};
use requin_wire::{Cursor, Cx, FRAME, Ports, ProtoId, Sink, Step, Stop, Table, Value};

/// A record with a connection identifier (RFC 9146).
const CID: u8 = 25;

/// Whether the head of a record of DTLS 1.0 to 1.2 stands here: how long the record is behind it.
fn head(c: &Cursor<'_>) -> Option<usize> {
    let h = c.peek_array::<13>().ok()?;
    let sound = matches!(h[0], 20..=25)
        && matches!((h[1], h[2]), (0xfe, 0xff | 0xfd | 0xfc) | (1, 0))
        // Before there are keys, a handshake message says what it is.
        && (h[0] != tls::HANDSHAKE_RECORD
            || h[3..5] != [0; 2]
            || c.peek_u8(13).is_ok_and(|m| tls::HANDSHAKE_TYPES.find(u64::from(m)).is_some()));
    sound.then(|| usize::from(u16::from_be_bytes([h[11], h[12]])))
}

/// Whether a datagram is made of records of DTLS 1.0 to 1.2 and nothing else: other protocols, and what was damaged,
/// don't end where a record does.
pub(super) fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    let mut c = *c;
    let mut first = true;
    while !c.is_empty() {
        // What follows the first record may be of DTLS 1.3, and a connection identifier makes a head longer.
        if !first && c.peek_u8(0).is_ok_and(|kind| is_unified(kind) || kind == CID) {
            return true;
        }
        let Some(len) = head(&c).filter(|len| *len > 0 || !first) else {
            // Of a datagram that the capture cut, the end can't be known.
            return !first && c.captured() < 14 && c.is_cut();
        };
        if c.peek_u8(0) == Ok(CID) {
            return c.left() >= 13 + len;
        }
        if c.left() < 13 + len {
            return false;
        }
        c.advance(13 + len);
        first = false;
    }
    !first
}

/// Takes the next record of DTLS 1.0 to 1.2: its type, its epoch, and what is behind its head.
pub(super) fn next<'a>(c: &mut Cursor<'a>) -> Option<(u8, u16, Cursor<'a>)> {
    let h = *c.peek_array::<13>().ok()?;
    if !matches!(h[0], 20..=24) || !matches!(h[1], 0xfe | 1) {
        return None;
    }
    c.skip(13).ok()?;
    let body = c.take(usize::from(u16::from_be_bytes([h[11], h[12]])));
    Some((h[0], u16::from_be_bytes([h[3], h[4]]), body))
}

/// As [`looks_like`], for bytes that are known to be a datagram.
#[must_use]
pub fn begins(bytes: &[u8]) -> bool {
    looks_like(&Cursor::new(bytes, bytes.len(), FRAME), Ports::default())
}

/// The header that DTLS 1.3 has after its handshake: `001CSLEE`.
const fn is_unified(first: u8) -> bool {
    first >> 5 == 1
}

fn name(version: u16) -> &'static str {
    SHORT_VERSIONS.or(u64::from(version), "DTLS")
}

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    match c.peek_u8(0)? {
        // Several protocols share the ports (RFC 7983): RTP, and what comes before the handshake.
        128..=191 if srtp::is_agreed(cx) => return cx.instead(rtp::ID, c),
        0..=19 | 128..=191 => return Err(Stop::NotMine),
        _ => (),
    }
    let facts = cx.conversation().filter(|f| f.app.is_none_or(|app| app == ID));
    let listens = cx.registry.find(Table::Udp, u32::from(cx.ports.src)) == Some(ID);
    let mut s = Session::load(facts, listens);
    // A conversation that was found by how its datagrams look may carry others all the same.
    let by_port = listens || cx.registry.find(Table::Udp, u32::from(cx.ports.dst)) == Some(ID);
    let found = facts.is_some_and(|f| f.app == Some(ID)) && !by_port;
    let encrypted = s.is_13() && c.peek_u8(0).is_ok_and(is_unified);
    let known = if found { encrypted } else { s.version != 0 || facts.is_some_and(|f| f.app == Some(ID)) };
    if !known && !looks_like(&c, cx.ports) {
        return Err(Stop::NotMine);
    }
    cx.protocol(name(s.version));
    cx.info_clear();
    let mut here = gather::Here::default();
    while !c.is_empty() {
        if !one(cx, &mut s, &mut here, &mut c)? {
            break;
        }
    }
    Ok(())
}

/// One record. `false`: what follows is none.
fn one<S: Sink>(
    cx: &mut Cx<'_, S>,
    s: &mut Session,
    here: &mut gather::Here,
    c: &mut Cursor<'_>,
) -> Result<bool, Stop> {
    let kind = c.peek_u8(0)?;
    if s.is_13() && is_unified(kind) {
        return unified(cx, s, c);
    }
    if c.left() < 13 || !matches!(kind, 20..=25) {
        cx.info_sep(", ", |o| _ = o.s("Continuation Data"));
        return Ok(false);
    }
    let h = *c.peek_array::<13>()?;
    let version = u16::from_be_bytes([h[1], h[2]]);
    let epoch = u16::from_be_bytes([h[3], h[4]]);
    // A connection identifier stands between the number and the length; its length was negotiated.
    let cid = if kind == CID { usize::from(s.cid[1 - s.side()].unwrap_or(0)) } else { 0 };
    let len = c.peek_uint(11 + cid, 2)? as usize;
    if s.version == 0 && tls::tells_version(kind, c.peek_u8(13).ok()) {
        s.set_version(version, true);
    }
    let shown = s.version;
    cx.protocol(name(shown));
    let whole = c.take(13 + cid + len);
    let n = whole.left();
    let item = cx.add(RECORD, whole.span(n), Value::None);
    cx.under(item, |cx| -> Step {
        let mut r = whole;
        let first = if kind == CID { RECORD_SPECIAL_TYPE } else { RECORD_CONTENT_TYPE };
        cx.field(first, &mut r, 1)?;
        cx.field(RECORD_VERSION, &mut r, 2)?;
        cx.field(RECORD_EPOCH, &mut r, 2)?;
        cx.field(RECORD_SEQUENCE_NUMBER, &mut r, 6)?;
        if cid > 0 {
            cx.field(RECORD_CONNECTION_ID, &mut r, cid)?;
        }
        cx.field(RECORD_LENGTH, &mut r, 2)?;
        match kind {
            CID => {
                cx.info_sep(", ", |o| _ = o.s("Connection ID"));
                cx.label(item, |o| _ = o.s(name(shown)).s(" Record Layer: Connection ID"));
                let n = r.left();
                cx.field(ENC_CONTENT, &mut r, n).map(|_| ())
            }
            tls::HANDSHAKE_RECORD => handshake::in_record(cx, s, here, shown, epoch, item, r),
            _ => tls::content(cx, Kind::Dtls, s, shown, kind, item, r),
        }
    })?;
    Ok(true)
}

/// An encrypted record of DTLS 1.3.
fn unified<S: Sink>(cx: &mut Cx<'_, S>, s: &mut Session, c: &mut Cursor<'_>) -> Result<bool, Stop> {
    let flags = c.peek_u8(0)?;
    cx.protocol(name(s.version));
    cx.info_sep(", ", |o| _ = o.s("Application Data"));
    let cid = if flags & 0x10 != 0 { usize::from(s.cid[1 - s.side()].unwrap_or(0)) } else { 0 };
    let number = if flags & 0x08 != 0 { 2 } else { 1 };
    let head = 1 + cid + number;
    let len =
        if flags & 0x04 != 0 { 2 + c.peek_uint(head, 2)? as usize } else { c.left().saturating_sub(head) };
    let whole = c.take(head + len);
    let item = cx.add(RECORD, whole.span(whole.left()), Value::None);
    cx.label(item, |o| _ = o.s(name(s.version)).s(" Record Layer: Encrypted"));
    cx.under(item, |cx| -> Step {
        let mut r = whole;
        r.skip(1)?;
        if cid > 0 {
            cx.field(RECORD_CONNECTION_ID, &mut r, cid)?;
        }
        r.skip(number)?;
        if flags & 0x04 != 0 {
            cx.field(RECORD_LENGTH, &mut r, 2)?;
        }
        let n = r.left();
        cx.field(ENC_CONTENT, &mut r, n).map(|_| ())
    })?;
    Ok(true)
}

/// Follows the records of a datagram without showing anything, so that later ones know of them.
///
/// `forward`: the datagram goes the way of the conversation's first one.
pub(super) fn follow(state: &mut [u64; 2], forward: bool, payload: &[u8], _: usize) -> Option<ProtoId> {
    let mut s = Session::read(*state, forward, false);
    let mut c = Cursor::new(payload, payload.len(), FRAME);
    while let Ok(h) = c.peek_array::<13>().copied() {
        if !matches!(h[0], 20..=24) {
            break;
        }
        if s.version == 0 && tls::tells_version(h[0], c.peek_u8(13).ok()) {
            s.set_version(u16::from_be_bytes([h[1], h[2]]), true);
        }
        let mut record = c.take(13 + usize::from(u16::from_be_bytes([h[11], h[12]])));
        record.advance(13);
        if h[0] == tls::HANDSHAKE_RECORD && h[3] == 0 && h[4] == 0 {
            while let Ok(m) = record.peek_array::<12>().copied() {
                let len = u32::from_be_bytes([0, m[9], m[10], m[11]]) as usize;
                let mut message = record.take(12 + len);
                message.advance(12);
                if m[6..9] == [0; 3] {
                    tls::note(&mut s, Kind::Dtls, m[0], &message, Some(forward));
                    tls::note_connection_ids(&mut s, m[0], message.rest());
                }
            }
        }
    }
    *state = s.store();
    None
}
