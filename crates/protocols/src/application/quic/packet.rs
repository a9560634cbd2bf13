//! Packets and their headers (RFC 9000, 17).

use super::crypto::is_v2;
use super::*;
use crate::application::gquic::frames as gquic;
use crate::application::tls::decrypt::suite_of;
use crate::application::tls::{quic_version, varint, varint_field};
use requin_wire::{Cursor, Cx, Item, Ports, Sink, Span, Step, Stop, Value};

/// Initial.
pub(super) const INITIAL: u8 = 0;
/// 0-RTT.
pub(super) const ZERO_RTT: u8 = 1;
/// Handshake.
pub(super) const HANDSHAKE: u8 = 2;
/// Retry.
pub(super) const RETRY: u8 = 3;

/// Bytes of a packet number at most.
const NUMBER: usize = 4;
/// Bytes that the mask of a packet number is made of.
const SAMPLE: usize = 16;

/// Whether a version is one that is dissected here.
fn is_known(version: u32) -> bool {
    matches!(
        version,
        1 | 0x6b33_43cf | 0x709a_50c4 | 0xff00_0001..=0xff00_0022 | 0xface_b001..=0xface_b01f
            | 0x5130_3530 | 0x5430_3530 | 0x5430_3531 | 0xff02_0000
    ) || version & 0x0f0f_0f0f == 0x0a0a_0a0a
}

/// The parts of a long header that all versions share (RFC 8999), and the packet type.
pub(super) struct Long<'a> {
    pub version: u32,
    pub kind: u8,
    pub dcid: &'a [u8],
    pub scid: &'a [u8],
    /// Bytes up to the end of the source connection identifier.
    pub len: usize,
}

impl<'a> Long<'a> {
    pub fn read(c: &Cursor<'a>) -> Result<Long<'a>, Stop> {
        let first = c.peek_u8(0)?;
        let version = c.peek_u32(1)?;
        let n = usize::from(c.peek_u8(5)?);
        let dcid = c.peek_bytes(6, n)?;
        let m = usize::from(c.peek_u8(6 + n)?);
        let scid = c.peek_bytes(7 + n, m)?;
        let raw = first >> 4 & 3;
        // In version 2 the numbers are shifted by one.
        let kind = if is_v2(version) { raw.wrapping_sub(1) & 3 } else { raw };
        Ok(Long { version, kind, dcid, scid, len: 7 + n + m })
    }
}

/// Versions that a negotiation is looked through for one that is known.
const MOST_VERSIONS: usize = 32;

/// Whether a datagram begins with a long header of a version that is known, or negotiates one.
pub(super) fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    let Ok(first) = c.peek_u8(0) else { return false };
    if first & 0x80 == 0 || c.left() < 13 {
        return false;
    }
    let Ok(h) = Long::read(c) else { return begins(c) };
    if h.dcid.len() > 20 || h.scid.len() > 20 {
        return false;
    }
    if h.version == 0 {
        let versions = c.left() - h.len;
        return versions >= 4
            && versions.is_multiple_of(4)
            && (0..versions / 4)
                .take(MOST_VERSIONS)
                .any(|n| c.peek_u32(h.len + 4 * n).is_ok_and(|v| is_known(v) || v >> 24 == u32::from(b'Q')));
    }
    // The fixed bit may be greased (RFC 9287).
    is_known(h.version)
}

/// The same of a header whose identifiers the capture cut.
fn begins(c: &Cursor<'_>) -> bool {
    let length = |at: usize| c.peek_u8(at).map_or(usize::MAX, usize::from);
    let destination = length(5);
    c.is_cut()
        && c.captured() >= 13
        && destination <= 20
        && length(6 + destination) <= 20
        && c.peek_u32(1).is_ok_and(is_known)
}

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let (mut conn, looked) = Connection::load(cx);
    let first = c.peek_u8(0)?;
    // In a conversation that is known to be QUIC any version is, also one that nobody knows.
    let mine = cx.conversation().is_some_and(|f| f.app == Some(ID));
    if !mine && (first & 0x80 == 0 || !looks_like(&c, cx.ports)) {
        return Err(Stop::NotMine);
    }
    // The Info column stays that of UDP when the header of the first packet was not captured whole.
    cx.protocol("QUIC");
    let mut dcid: &[u8] = &[];
    if first & 0x80 != 0 {
        dcid = Long::read(&c)?.dcid;
    }
    let all = c;
    let info = cx.line(all.span(0), |o| _ = o.s("QUIC Connection information"));
    match conn.number {
        Some(n) => {
            cx.under(info, |cx| cx.generated(CONNECTION_NUMBER, all.span(0), Value::U(u64::from(n))));
        }
        None if looked || first & 0x80 == 0 => cx.expert(CONNECTION_UNKNOWN, info, all.span(0)),
        None => {}
    }
    let mut top = cx.proto_item();
    let mut first_packet = true;
    loop {
        let kind = c.peek_u8(0)?;
        if !first_packet {
            // Packets of one datagram have the same destination; anything else only fills it.
            let same = if kind & 0x80 != 0 {
                let h = Long::read(&c);
                if h.as_ref().is_err_and(|stop| *stop == Stop::Cut) {
                    cx.marker(ID, c.span(c.left()));
                    return Err(Stop::Cut);
                }
                h.is_ok_and(|h| h.dcid == dcid && h.version != 0)
            } else {
                is_same_short(&conn, &c, dcid)
            };
            if !same {
                let rest = cx.marker(ID, c.span(c.left()));
                cx.expert_with(COALESCED_PADDING_DATA, rest, c.span(c.left()), |o| {
                    _ = o.s("(Random) padding data appended to the datagram");
                });
                return Ok(());
            }
            top = cx.marker(ID, c.span(c.left()));
        }
        cx.under(top, |cx| {
            if kind & 0x80 != 0 {
                long(cx, &mut conn, top, &mut c)
            } else {
                short(cx, &mut conn, top, &mut c)
            }
        })?;
        if c.captured() == 0 {
            return Ok(());
        }
        conn.nth += 1;
        first_packet = false;
    }
}

/// Whether a short header has the destination of the packets before it.
pub(super) fn is_same_short(conn: &Connection, c: &Cursor<'_>, dcid: &[u8]) -> bool {
    let known = !conn.is_known() || conn.dcid_len() == dcid.len();
    known && c.peek_bytes(1, dcid.len()).is_ok_and(|b| b == dcid)
}

/// `, DCID=…, SCID=…`
fn ids<S: Sink>(cx: &mut Cx<'_, S>, kind: &str, dcid: &[u8], scid: &[u8]) {
    cx.info(|o| {
        o.s(kind);
        if !dcid.is_empty() {
            o.s(", DCID=").hex_bytes(dcid, 0);
        }
        if !scid.is_empty() {
            o.s(", SCID=").hex_bytes(scid, 0);
        }
    });
}

const SECRETS: &str = "Secrets are not available";

fn no_secrets<S: Sink>(cx: &mut Cx<'_, S>, top: Item, at: Span, why: &str) {
    cx.expert_with(DECRYPTION_FAILED, top, at, |o| _ = o.s("Failed to create decryption context: ").s(why));
}

fn remaining<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    // What can't be opened may be cut by the capture as well.
    let n = c.captured();
    if n > 0 {
        cx.add(REMAINING_PAYLOAD, c.span(n), Value::Bytes(c.span(n)));
    } else if !c.is_empty() {
        return Err(Stop::Cut);
    }
    c.advance(usize::MAX);
    Ok(())
}

fn short<S: Sink>(cx: &mut Cx<'_, S>, conn: &mut Connection, top: Item, c: &mut Cursor<'_>) -> Step {
    let all = *c;
    let n = c.left();
    cx.generated(PACKET_LENGTH, all.span(0), Value::U(n as u64));
    let cid = conn.dcid_len();
    let dcid = c.peek_bytes(1, cid)?;
    let opened = plain::opened(cx, conn.nth);
    let first = opened.as_ref().map_or(0, |o| o.first);
    let phase = first & 4 != 0;
    ids(cx, if phase { "Protected Payload (KP1)" } else { "Protected Payload (KP0)" }, dcid, &[]);
    let item = cx.add(SHORT, all.span(1 + cid), Value::None);
    cx.label(item, |o| {
        o.s("QUIC Short Header");
        if cid > 0 {
            o.s(" DCID=").hex_bytes(dcid, 0);
        }
        if let Some(opened) = &opened {
            o.s(" PKN=").u(opened.number);
        }
    });
    cx.under(item, |cx| -> Step {
        for field in [HEADER_FORM, FIXED_BIT, SPIN_BIT] {
            cx.peek(field, c, 1)?;
        }
        if opened.is_some() {
            for (field, value) in [
                (SHORT_RESERVED, u64::from(first >> 3 & 3)),
                (KEY_PHASE, u64::from(phase)),
                (PACKET_NUMBER_LENGTH, u64::from(first & 3)),
            ] {
                cx.add(field, c.span(1), Value::U(value));
            }
        }
        c.skip(1)?;
        if cid > 0 {
            cx.field(DCID, c, cid)?;
        }
        if let Some(o) = &opened {
            cx.add(PACKET_NUMBER, c.span(o.number_len), Value::U(o.number));
            c.skip(o.number_len)?;
            let at = c.span(c.left());
            cx.add(PROTECTED_PAYLOAD, at, Value::Bytes(at));
            c.advance(usize::MAX);
        }
        Ok(())
    })?;
    if let Some(o) = opened {
        cx.info_add(|w| _ = w.s(", PKN: ").u(o.number));
        let payload = o.payload.unwrap_or_default();
        return cx
            .with_source("Decrypted QUIC", payload, |cx, c| frame::all(cx, conn, top, c))
            .unwrap_or(Ok(()));
    }
    if conn.is_known() && !conn.given_up {
        // That there are no secrets is said once for a connection.
        conn.given_up = conn.chosen;
        let why = if conn.chosen { SECRETS } else { "Missing TLS handshake, unsupported ciphers or padding" };
        no_secrets(cx, top, c.span(0), why);
    }
    remaining(cx, c)
}

/// Where the parts of a packet with a long header end.
struct Extent {
    /// Length of the token, and of the number that says so.
    token: (usize, usize),
    /// What the packet says of its length behind the header.
    length: Option<usize>,
    /// Where the packet number stands.
    at: usize,
}

fn extent(h: &Long<'_>, c: &Cursor<'_>) -> Result<Extent, Stop> {
    let number = |at: usize| -> Result<(usize, usize), Stop> {
        let mut t = *c;
        t.skip(at)?;
        let (n, m) = varint(&t)?;
        Ok((usize::try_from(n).unwrap_or(usize::MAX), m))
    };
    let (mut token, mut length, mut at) = ((0, 0), None, h.len);
    if h.kind == INITIAL {
        token = number(at)?;
        at = at.saturating_add(token.0).saturating_add(token.1);
    }
    if h.kind != RETRY {
        let (n, m) = number(at)?;
        length = Some(n);
        at += m;
    }
    Ok(Extent { token, length, at })
}

/// The next packet of a datagram, passed over: its long header, or `None` for a short one.
pub(super) fn next<'a>(c: &mut Cursor<'a>) -> Result<Option<Long<'a>>, Stop> {
    if c.peek_u8(0)? & 0x80 == 0 {
        c.advance(usize::MAX);
        return Ok(None);
    }
    let h = Long::read(c)?;
    if h.version == 0 {
        c.advance(usize::MAX);
        return Ok(Some(h));
    }
    let e = extent(&h, c)?;
    c.advance(e.length.map_or(usize::MAX, |n| e.at.saturating_add(n)));
    Ok(Some(h))
}

/// The bytes of a packet, and where its number stands.
pub(super) fn protected<'a>(h: &Long<'_>, c: &Cursor<'a>) -> Option<(&'a [u8], usize)> {
    let e = extent(h, c).ok()?;
    Some((c.within(e.at.checked_add(e.length?)?).rest(), e.at))
}

/// Whether a CRYPTO frame begins with a server's hello that chooses a suite.
pub(super) fn chooses(offset: u64, data: &[u8]) -> bool {
    if offset != 0 || data.first() != Some(&2) {
        return false;
    }
    // Behind version, random number and session identifier (RFC 8446, 4.1.3).
    let suite = data.get(38).and_then(|n| data.get(39 + usize::from(*n)..)?.first_chunk::<2>());
    suite.is_some_and(|s| suite_of(u16::from_be_bytes(*s)).is_some())
}

/// Offset and bytes of the CRYPTO frames that an Initial packet carries.
pub(super) fn crypto(conn: &Connection, h: &Long<'_>, c: &Cursor<'_>) -> Vec<(u64, Vec<u8>)> {
    let inside = || {
        let e = extent(h, c).ok()?;
        open(conn, h, &c.within(e.at.checked_add(e.length?)?), e.at)?.payload
    };
    let Some(payload) = inside() else { return Vec::new() };
    let c = Cursor::new(&payload, payload.len(), requin_wire::FRAME);
    let parts = if gquic::has_frames(h.version) { gquic::crypto(c) } else { frame::crypto(c) };
    let bytes = |(at, len, from): (u64, usize, usize)| {
        payload.get(from..).and_then(|b| b.get(..len)).map(|b| (at, b.to_vec()))
    };
    parts.into_iter().filter_map(bytes).collect()
}

fn long<S: Sink>(cx: &mut Cx<'_, S>, conn: &mut Connection, top: Item, c: &mut Cursor<'_>) -> Step {
    let h = Long::read(c)?;
    let v2 = is_v2(h.version);
    if h.version == 0 {
        return negotiation(cx, &h, c);
    }
    let Extent { token, length, at } = extent(&h, c)?;
    let end = length.map_or(c.left(), |n| at.saturating_add(n));
    let mut packet = c.take(end);
    let all = packet;
    cx.generated(PACKET_LENGTH, all.span(0), Value::U(all.left() as u64));
    let wants_inside = cx.wants_columns()
        || cx.wants_any(PROTO, LAST)
        || tls::Kind::Quic.inside(cx)
        || cx.wants(tls::PROTO)
        || gquic::has_frames(h.version) && gquic::are_wanted(cx);
    let opened = match h.kind {
        INITIAL if wants_inside => open(conn, &h, &all, at),
        HANDSHAKE | ZERO_RTT => plain::opened(cx, conn.nth),
        _ => None,
    };
    let first = opened.as_ref().map_or(all.peek_u8(0)?, |o| o.first);
    cx.add(HEADER_FORM, all.span(1), Value::U(1));
    // The mask of the packet number is made of the bytes behind it (RFC 9001, 5.4.2).
    if h.kind == INITIAL && is_known(h.version) && all.is_cut() && all.captured() < at + NUMBER + SAMPLE {
        return Err(Stop::Cut);
    }
    if h.kind != RETRY {
        cx.add(FIXED_BIT, all.span(1), Value::U(u64::from(first >> 6 & 1)));
    }
    let kind_field = if v2 { LONG_PACKET_TYPE_V2 } else { LONG_PACKET_TYPE };
    cx.add(kind_field, all.span(1), Value::U(u64::from(first >> 4 & 3)));
    if opened.is_some() {
        cx.add(LONG_RESERVED, all.span(1), Value::U(u64::from(first >> 2 & 3)));
        cx.add(PACKET_NUMBER_LENGTH, all.span(1), Value::U(u64::from(first & 3)));
    }
    packet.skip(1)?;
    identifiers(cx, &h, &mut packet)?;
    let name = names::LONG_PACKET_TYPE.or(u64::from(h.kind), "Unknown");
    ids(cx, name, h.dcid, h.scid);
    if h.kind == RETRY {
        return retry(cx, conn, &h, &all, packet);
    }
    if h.kind == INITIAL {
        let (n, m) = token;
        cx.add(TOKEN_LENGTH, packet.span(m), Value::U(n as u64));
        packet.skip(m)?;
        if n > 0 {
            cx.field(TOKEN, &mut packet, n)?;
        }
    }
    varint_field(cx, LENGTH, &mut packet)?;
    let Some(o) = opened else {
        conn.suite |= conn.chosen && h.kind == HANDSHAKE;
        if h.kind == INITIAL || !conn.is_known() {
            cx.expert_with(DECRYPTION_FAILED, top, packet.span(0), |o| {
                _ = o.s("Failed to decrypt packet number")
            });
        } else if conn.suite || h.kind == ZERO_RTT {
            no_secrets(cx, top, packet.span(0), SECRETS);
        } else {
            no_secrets(cx, top, packet.span(0), "Unable to retrieve cipher information");
        }
        return remaining(cx, &mut packet);
    };
    cx.info_add(|w| _ = w.s(", PKN: ").u(o.number));
    cx.add(PACKET_NUMBER, packet.span(o.number_len), Value::U(o.number));
    packet.skip(o.number_len)?;
    let at = packet.span(packet.left());
    let item = cx.add(PAYLOAD, at, Value::Bytes(at));
    let Some(payload) = o.payload else {
        let why = "Decryption failed: Decryption (checktag) failed: Checksum error";
        cx.expert_with(DECRYPTION_FAILED, item, at, |o| _ = o.s(why));
        return Ok(());
    };
    let google = gquic::has_frames(h.version);
    if h.kind == INITIAL && conn.from_server && !google {
        let frames = frame::crypto(Cursor::new(&payload, payload.len(), requin_wire::FRAME));
        conn.chosen |= frames.iter().any(|(offset, len, at)| {
            payload.get(*at..).and_then(|b| b.get(..*len)).is_some_and(|data| chooses(*offset, data))
        });
    }
    let inside = |cx: &mut Cx<'_, S>, c: Cursor<'_>| {
        if google {
            gquic::frames(cx, c, |cx, item, data, at| frame::crypto_data(cx, conn, item, data, at))
        } else {
            frame::all(cx, conn, top, c)
        }
    };
    cx.with_source("Decrypted QUIC", payload, inside).unwrap_or(Ok(()))
}

/// The last field of the protocol.
const LAST: requin_wire::Field = requin_wire::Field(PROTO.0 + COUNT - 1);

/// Takes the protection off an Initial packet, from whomever it comes.
fn open(conn: &Connection, h: &Long<'_>, packet: &Cursor<'_>, at: usize) -> Option<crypto::Opened> {
    let bytes = packet.rest();
    let remembered = conn.dcid.as_deref().unwrap_or(if conn.is_known() { &[] } else { h.dcid });
    let first = crypto::open(h.version, bytes, at, remembered, conn.from_server);
    if first.as_ref().is_some_and(|o| o.payload.is_some()) {
        return first;
    }
    let own = crypto::open(h.version, bytes, at, h.dcid, false);
    if own.as_ref().is_some_and(|o| o.payload.is_some()) { own } else { first }
}

/// Version and connection identifiers.
fn identifiers<S: Sink>(cx: &mut Cx<'_, S>, h: &Long<'_>, c: &mut Cursor<'_>) -> Step {
    let item = cx.peek(VERSION, c, 4)?;
    if h.version & 0x0f0f_0f0f == 0x0a0a_0a0a {
        cx.append(item, |o| _ = o.s(" (Forcing Version Negotiation)"));
    }
    c.skip(4)?;
    for (len, field, id) in [(DCIL, DCID, h.dcid), (SCIL, SCID, h.scid)] {
        cx.field(len, c, 1)?;
        if !id.is_empty() {
            cx.field(field, c, id.len())?;
        }
    }
    Ok(())
}

fn negotiation<S: Sink>(cx: &mut Cx<'_, S>, h: &Long<'_>, c: &mut Cursor<'_>) -> Step {
    let all = *c;
    cx.generated(PACKET_LENGTH, all.span(0), Value::U(all.left() as u64));
    ids(cx, "Version Negotiation", h.dcid, h.scid);
    cx.peek(HEADER_FORM, c, 1)?;
    cx.peek(VN_UNUSED, c, 1)?;
    c.skip(1)?;
    identifiers(cx, h, c)?;
    while c.left() >= 4 {
        quic_version(cx, SUPPORTED_VERSION, c)?;
    }
    c.advance(usize::MAX);
    Ok(())
}

fn retry<S: Sink>(
    cx: &mut Cx<'_, S>,
    conn: &Connection,
    h: &Long<'_>,
    all: &Cursor<'_>,
    mut c: Cursor<'_>,
) -> Step {
    let n = c.left().saturating_sub(16);
    if n > 0 {
        cx.field(RETRY_TOKEN, &mut c, n)?;
    }
    let item = cx.peek(RETRY_INTEGRITY_TAG, &c, 16)?;
    let at = c.span(16);
    let Some(dcid) = conn.dcid.as_deref() else {
        cx.expert_with(BAD_RETRY, item, at, |o| _ = o.s("Cannot verify Retry Packet due to unknown ODCID"));
        return Ok(());
    };
    match crypto::retry_is_sound(h.version, all.rest(), dcid) {
        Some(true) => cx.append(item, |o| _ = o.s(" [verified]")),
        Some(false) => cx.expert(BAD_RETRY, item, at),
        None => {}
    }
    Ok(())
}
