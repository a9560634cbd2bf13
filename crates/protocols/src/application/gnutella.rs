//! Gnutella, version 0.4: descriptors between servents, and the streams that are none.

use crate::common::{one_by_one, run};
use requin_wire::{Cursor, Cx, Item, Pdu, Sink, Step, Value, names, proto};

proto! {
    GNUTELLA "gnutella" "Gnutella Protocol" "GNUTELLA" App
    on [Tcp 6346]
    frames sized [frames]
    fields {
        HEADER "gnutella.header" "Descriptor Header": None;
        PONG_PAYLOAD "gnutella.pong.payload" "Pong": None;
        PUSH_PAYLOAD "gnutella.push.payload" "Push": None;
        QUERY_PAYLOAD "gnutella.query.payload" "Query": None;
        QUERYHIT_PAYLOAD "gnutella.queryhit.payload" "QueryHit": None;
        STREAM "gnutella.stream" "Gnutella Upload / Download Stream": None;
        HEADER_ID "gnutella.header.id" "ID": Bytes;
        HEADER_PAYLOAD "gnutella.header.payload" "Payload": U8 Dec;
        HEADER_TTL "gnutella.header.ttl" "TTL": U8 Dec;
        HEADER_HOPS "gnutella.header.hops" "Hops": U8 Dec;
        HEADER_SIZE "gnutella.header.size" "Length": U8 Dec;
        PONG_PORT "gnutella.pong.port" "Port": U16 Dec;
        PONG_IP "gnutella.pong.ip" "IP": Ipv4;
        PONG_FILES "gnutella.pong.files" "Files Shared": U32 Dec;
        PONG_KBYTES "gnutella.pong.kbytes" "KBytes Shared": U32 Dec;
        QUERY_MIN_SPEED "gnutella.query.min_speed" "Min Speed": U32 Dec;
        QUERY_SEARCH "gnutella.query.search" "Search": StrZ;
        QUERYHIT_HIT "gnutella.queryhit.hit" "Hit": None;
        QUERYHIT_HIT_INDEX "gnutella.queryhit.hit.index" "Index": U32 Dec;
        QUERYHIT_HIT_SIZE "gnutella.queryhit.hit.size" "Size": U32 Dec;
        QUERYHIT_HIT_NAME "gnutella.queryhit.hit.name" "Name": Str;
        QUERYHIT_HIT_EXTRA "gnutella.queryhit.hit.extra" "Extra": Bytes;
        QUERYHIT_COUNT "gnutella.queryhit.count" "Count": U8 Dec;
        QUERYHIT_PORT "gnutella.queryhit.port" "Port": U16 Dec;
        QUERYHIT_IP "gnutella.queryhit.ip" "IP": Ipv4;
        QUERYHIT_SPEED "gnutella.queryhit.speed" "Speed": U32 Dec;
        QUERYHIT_EXTRA "gnutella.queryhit.extra" "Extra": Bytes;
        QUERYHIT_SERVENT_ID "gnutella.queryhit.servent_id" "Servent ID": Bytes;
        PUSH_SERVENT_ID "gnutella.push.servent_id" "Servent ID": Bytes;
        PUSH_IP "gnutella.push.ip" "IP": Ipv4;
        PUSH_INDEX "gnutella.push.index" "Index": U32 Dec;
        PUSH_PORT "gnutella.push.port" "Port": U16 Dec;
    }
}

names! {
    KINDS { 0 => "Ping", 1 => "Pong", 0x40 => "Push", 0x80 => "Query", 0x81 => "QueryHit" }
}

/// Identifier, kind, time to live, hops, length.
const HEAD: usize = 23;
/// What would be longer is no descriptor.
const LONGEST: u64 = 0x1_0000;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.get(19..HEAD).map(requin_wire::le) {
        None => Pdu::More(HEAD),
        Some(n) if n <= LONGEST => Pdu::Len(HEAD + n as usize),
        Some(_) => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("Gnutella");
    let len = frames(c.rest(), true, &[0; 2]);
    if cx.nth() == 1 {
        cx.info_clear();
    }
    match len {
        Pdu::Len(_) => one_by_one(cx, c, ID, len, descriptor),
        _ => {
            cx.add(STREAM, c.span(c.left()), Value::None);
            Ok(())
        }
    }
}

fn descriptor<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(c.left());
    let kind = c.peek_u8(16)?;
    let name = KINDS.or(u64::from(kind), "Unknown");
    cx.info_sep(", ", |o| _ = o.s(name));
    let item = cx.add(HEADER, c.span(HEAD), Value::None);
    cx.under(item, |cx| {
        cx.bytes(HEADER_ID, &mut c, 16)?;
        let item = cx.field(HEADER_PAYLOAD, &mut c, 1)?;
        cx.append(item, |o| _ = o.s(" (").s(name).s(")"));
        run(cx, &mut c, &[(HEADER_TTL, 1), (HEADER_HOPS, 1)])?;
        cx.uint_le(HEADER_SIZE, &mut c, 4)?;
        let field = match kind {
            1 => PONG_PAYLOAD,
            0x40 => PUSH_PAYLOAD,
            0x80 => QUERY_PAYLOAD,
            0x81 => QUERYHIT_PAYLOAD,
            _ => return Ok(()),
        };
        let item = cx.add(field, c.span(c.left()), Value::None);
        cx.under(item, |cx| payload(cx, kind, &mut c))
    })
}

fn payload<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    match kind {
        1 => {
            cx.u16_le(PONG_PORT, c)?;
            cx.field(PONG_IP, c, 4)?;
            cx.u32_le(PONG_FILES, c)?;
            cx.u32_le(PONG_KBYTES, c).map(|_| ())
        }
        0x40 => {
            cx.bytes(PUSH_SERVENT_ID, c, 16)?;
            cx.u32_le(PUSH_INDEX, c)?;
            cx.field(PUSH_IP, c, 4)?;
            cx.u16_le(PUSH_PORT, c).map(|_| ())
        }
        0x80 => {
            cx.uint_le(QUERY_MIN_SPEED, c, 2)?;
            let n = c.left();
            if n == 0 { Ok(()) } else { cx.field(QUERY_SEARCH, c, n).map(|_| ()) }
        }
        _ => hits(cx, c),
    }
}

fn hits<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = cx.u8(QUERYHIT_COUNT, c)?;
    cx.u16_le(QUERYHIT_PORT, c)?;
    cx.field(QUERYHIT_IP, c, 4)?;
    cx.u32_le(QUERYHIT_SPEED, c)?;
    let mut rest = c.take(c.left().saturating_sub(16));
    for _ in 0..n {
        if rest.captured() == 0 {
            break;
        }
        let start = rest;
        let item = cx.add(QUERYHIT_HIT, rest.span(0), Value::None);
        cx.under(item, |cx| hit(cx, &mut rest))?;
        set_end(cx, item, &start, &rest);
    }
    let more = rest.left();
    if more > 0 {
        cx.bytes(QUERYHIT_EXTRA, &mut rest, more)?;
    }
    cx.bytes(QUERYHIT_SERVENT_ID, c, 16).map(|_| ())
}

fn set_end<S: Sink>(cx: &mut Cx<'_, S>, item: Item, start: &Cursor<'_>, c: &Cursor<'_>) {
    cx.set_len(item, c.pos().saturating_sub(start.pos()));
}

/// A file: its name ends with a zero, and so does what is said of it behind.
fn hit<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32_le(QUERYHIT_HIT_INDEX, c)?;
    cx.u32_le(QUERYHIT_HIT_SIZE, c)?;
    for field in [QUERYHIT_HIT_NAME, QUERYHIT_HIT_EXTRA] {
        let rest = c.rest();
        let n = rest.iter().position(|b| *b == 0).unwrap_or(rest.len());
        if n > 0 {
            cx.bytes(field, c, n)?;
        }
        c.advance(1);
    }
    Ok(())
}
