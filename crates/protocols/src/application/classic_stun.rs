//! Simple Traversal of UDP through NATs, RFC 3489: what STUN was before its messages had a cookie, with the attributes
//! that drafts of TURN added.

use crate::common::SET;
use requin_wire::{Cursor, Cx, Item, Key, Past, Ports, Remembered, Sink, Step, Stop, Value, names, proto};

proto! {
    CLASSICSTUN "classicstun" "Simple Traversal of UDP Through NAT" "CLASSICSTUN" App
    on []
    looks_like [Udp looks_like => [0x00..=0x01, 0x11..=0x11]]
    remember [remember] for columns [RESPONSE_TO, TIME]
    fields {
        TYPE "classicstun.type" "Message Type": U16 Hex = TYPE_NAMES;
        LENGTH "classicstun.length" "Message Length": U16 Hex;
        ID_FIELD "classicstun.id" "Message Transaction ID": Bytes;
        ATT "classicstun.att" "Attributes": None;
        RESPONSE_IN "classicstun.response_in" "Response In": Framenum;
        RESPONSE_TO "classicstun.response_to" "Request In": Framenum;
        TIME "classicstun.time" "Time": RelTime;
        ATT_TYPE "classicstun.att.type" "Attribute Type": U16 Hex = ATT_TYPE_NAMES;
        ATT_LENGTH "classicstun.att.length" "Attribute Length": U16 Dec;
        ATT_VALUE "classicstun.att.value" "Value": Bytes;
        ATT_FAMILY "classicstun.att.family" "Protocol Family": U16 Hex = ATT_FAMILY_NAMES;
        ATT_IPV4 "classicstun.att.ipv4" "IP": Ipv4;
        ATT_IPV6 "classicstun.att.ipv6" "IP": Ipv6;
        ATT_PORT "classicstun.att.port" "Port": U16 Dec;
        ATT_CHANGE_IP "classicstun.att.change.ip" "Change IP": Bool(16) & 0x4 = SET;
        ATT_CHANGE_PORT "classicstun.att.change.port" "Change Port": Bool(16) & 0x2 = SET;
        ATT_UNKNOWN "classicstun.att.unknown" "Unknown Attribute": U16 Hex;
        ATT_ERROR_CLASS "classicstun.att.error.class" "Error Class": U8 Dec & 0x7;
        ATT_ERROR "classicstun.att.error" "Error Code": U8 Dec;
        ATT_ERROR_REASON "classicstun.att.error.reason" "Error Reason Phase": Str;
        ATT_IPV4_XORD "classicstun.att.ipv4-xord" "IP (XOR-d)": Ipv4;
        ATT_IPV6_XORD "classicstun.att.ipv6-xord" "IP (XOR-d)": Ipv6;
        ATT_PORT_XORD "classicstun.att.port-xord" "Port (XOR-d)": U16 Dec;
        ATT_SERVER "classicstun.att.server" "Server version": Str;
        ATT_LIFETIME "classicstun.att.lifetime" "Lifetime": U32 Dec;
        ATT_MAGIC_COOKIE "classicstun.att.magic.cookie" "Magic Cookie": U32 Hex;
        ATT_BANDWIDTH "classicstun.att.bandwidth" "Bandwidth": U32 Dec;
        ATT_DATA "classicstun.att.data" "Data": Bytes;
        ATT_CONNECTION_REQUEST_BINDING "classicstun.att.connection_request_binding" "Connection Request Binding": Str;
    }
}

names! {
    TYPE_NAMES {
        1 => "Binding Request", 2 => "Shared Secret Request", 3 => "Allocate Request", 4 => "Send Request", 6 => "Set Active Destination Request", 257 => "Binding Response", 258 => "Shared Secret Response", 259 => "Allocate Response", 260 => "Send Response", 262 => "Set Active Destination Response", 273 => "Binding Error Response", 275 => "Allocate Error Response", 276 => "Send Error Response", 277 => "Data Indication", 278 => "Set Active Destination Error Response", 4370 => "Shared Secret Error Response",
    }
    ATT_TYPE_NAMES {
        1 => "MAPPED-ADDRESS", 2 => "RESPONSE-ADDRESS", 3 => "CHANGE-REQUEST", 4 => "SOURCE-ADDRESS", 5 => "CHANGED-ADDRESS", 6 => "USERNAME", 7 => "PASSWORD", 8 => "MESSAGE-INTEGRITY", 9 => "ERROR-CODE", 11 => "REFLECTED-FROM", 13 => "LIFETIME", 14 => "ALTERNATE_SERVER", 15 => "MAGIC_COOKIE", 16 => "BANDWIDTH", 17 => "DESTINATION_ADDRESS", 18 => "REMOTE_ADDRESS", 19 => "DATA", 20 => "NONCE", 21 => "REALM", 22 => "REQUESTED_ADDRESS_TYPE", 33 => "XOR_ONLY", 0x8020 => "XOR_MAPPED_ADDRESS", 0x8022 => "SERVER", 0xc001 => "CONNECTION-REQUEST-BINDING", 0xc002 => "BINDING-CHANGE",
    }
    ATT_FAMILY_NAMES {
        1 => "IPv4", 2 => "IPv6",
    }
}

const HEADER: usize = 20;
/// What RFC 5389 put where the first four bytes of a transaction's identifier were.
const COOKIE: [u8; 4] = [0x21, 0x12, 0xa4, 0x42];

/// A known type, a length that is the datagram's, and attributes that fill it.
fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    let Ok(h) = c.peek_array::<HEADER>() else { return false };
    let kind = u64::from(u16::from_be_bytes([h[0], h[1]]));
    let len = usize::from(u16::from_be_bytes([h[2], h[3]]));
    if TYPE_NAMES.find(kind).is_none() || len + HEADER != c.left() || h[4..8] == COOKIE {
        return false;
    }
    let mut rest = c.rest().get(HEADER..).unwrap_or_default();
    while let [_, _, a, b, more @ ..] = rest {
        match more.get(usize::from(u16::from_be_bytes([*a, *b]))..) {
            Some(next) => rest = next,
            // The capture may have cut it.
            None => return c.is_cut(),
        }
    }
    rest.is_empty() || c.is_cut()
}

/// Remembers requests, and notes on a response which one it answers.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some(h) = pdu.first_chunk::<HEADER>() else { return };
    let key = Key::here(0).and(&h[4..]);
    if h[0] == 0 {
        if past.get(&key).is_none() {
            past.set(&key, &[]);
        }
    } else if let Some(first) = past.get(&key) {
        past.note(note_key(&h[4..]), &first);
    }
}

fn note_key(id: &[u8]) -> u64 {
    requin_wire::be(id.get(8..16).unwrap_or_default())
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.peek_u16(0).is_ok_and(|kind| TYPE_NAMES.find(u64::from(kind)).is_none()) {
        return Err(Stop::NotMine);
    }
    cx.protocol("CLASSIC-STUN");
    let kind = c.peek_u16(0)?;
    cx.info(|o| _ = o.s("Message: ").s(TYPE_NAMES.or(u64::from(kind), "Unknown")));
    if S::FIELDS
        && let Ok(id) = c.peek_bytes(4, 16)
        && let Some(Remembered { frame, time, .. }) = cx.recalled(note_key(id))
        && kind & 0x110 != 0
    {
        cx.generated(RESPONSE_TO, c.span(0), Value::U(*frame));
        cx.generated(TIME, c.span(0), cx.meta.time.since(*time).into());
    }
    cx.u16(TYPE, &mut c)?;
    let len = usize::from(cx.u16(LENGTH, &mut c)?);
    cx.bytes(ID_FIELD, &mut c, 16)?;
    if len == 0 {
        return Ok(());
    }
    let mut all = c.take(len);
    let item = cx.add(ATT, all.span(len), Value::None);
    cx.under(item, |cx| {
        while !all.is_empty() {
            attribute(cx, &mut all)?;
        }
        Ok(())
    })
}

fn attribute<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
    let name = ATT_TYPE_NAMES.or(u64::from(kind), "Unknown");
    let mut one = c.take(4 + len);
    let line = cx.line(one.span(4 + len), |o| {
        o.s("Attribute: ").s(name);
        if ATT_TYPE_NAMES.find(kind.into()).is_none() {
            o.s(" (").hex(kind, 4).c(b')');
        }
    });
    cx.under(line, |cx| {
        cx.u16(ATT_TYPE, &mut one)?;
        cx.u16(ATT_LENGTH, &mut one)?;
        value(cx, kind, &mut one, line)
    })
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, c: &mut Cursor<'_>, line: Item) -> Step {
    let n = c.left();
    match kind {
        1 | 2 | 4 | 5 | 0xb | 0xe | 0x11 | 0x12 => address(cx, c, [ATT_PORT, ATT_IPV4, ATT_IPV6]),
        0x8020 => address(cx, c, [ATT_PORT_XORD, ATT_IPV4_XORD, ATT_IPV6_XORD]),
        3 if n >= 4 => {
            cx.peek(ATT_CHANGE_IP, c, 4)?;
            cx.field(ATT_CHANGE_PORT, c, 4).map(|_| ())
        }
        6..=8 if n > 0 => cx.bytes(ATT_VALUE, c, n).map(|_| ()),
        9 if n >= 4 => {
            c.skip(2)?;
            let class = cx.u8(ATT_ERROR_CLASS, c)? & 7;
            let number = cx.u8(ATT_ERROR, c)?;
            cx.append(line, |o| _ = o.s(" ").u(u64::from(class) * 100 + u64::from(number)));
            let n = c.left();
            if n > 0 {
                cx.bytes(ATT_ERROR_REASON, c, n)?;
            }
            Ok(())
        }
        0xa => {
            while c.left() >= 2 {
                cx.u16(ATT_UNKNOWN, c)?;
            }
            Ok(())
        }
        0xd if n >= 4 => cx.u32(ATT_LIFETIME, c).map(|_| ()),
        0xf if n >= 4 => cx.u32(ATT_MAGIC_COOKIE, c).map(|_| ()),
        0x10 if n >= 4 => cx.u32(ATT_BANDWIDTH, c).map(|_| ()),
        0x13 if n > 0 => cx.bytes(ATT_DATA, c, n).map(|_| ()),
        0x8022 if n > 0 => cx.bytes(ATT_SERVER, c, n).map(|_| ()),
        0xc001 if n > 0 => cx.bytes(ATT_CONNECTION_REQUEST_BINDING, c, n).map(|_| ()),
        _ => Ok(()),
    }
}

/// A family, a port and an address.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: [requin_wire::Field; 3]) -> Step {
    if c.left() < 2 {
        return Ok(());
    }
    c.skip(1)?;
    let family = cx.uint(ATT_FAMILY, c, 1)?;
    if c.left() < 2 {
        return Ok(());
    }
    cx.u16(fields[0], c)?;
    match family {
        1 if c.left() >= 4 => cx.field(fields[1], c, 4).map(|_| ()),
        2 if c.left() >= 16 => cx.field(fields[2], c, 16).map(|_| ()),
        _ => Ok(()),
    }
}
