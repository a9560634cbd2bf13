//! RakNet, the transport of games: messages before a connection, then packets of messages.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Item, Ports, Sink, Step, Stop, Value, names, proto};

proto! {
    RAKNET "raknet" "RakNet game networking protocol" "RakNet" App
    on []
    looks_like [Udp accepts]
    fields {
        AS "raknet.AS" "RakNet Data arrival rate": F32;
        MTU "raknet.MTU" "RakNet MTU size": U16 Dec;
        NACK_RECORD_COUNT "raknet.NACK.record_count" "RakNet ACK/NAK record count": U16 Dec;
        CLIENT_ADDRESS "raknet.client.address" "RakNet Client address": Str;
        CLIENT_GUID "raknet.client.guid" "RakNet Client GUID": Bytes;
        INTERNAL_ADDRESS "raknet.internal.address" "RakNet Internal address": Str;
        IP_V4_ADDRESS "raknet.ip.v4_address" "RakNet IPv4 Address": Ipv4;
        IP_VERSION "raknet.ip.version" "RakNet IP Version": U8 Dec;
        MESSAGE "raknet.message" "RakNet Message": None;
        MESSAGE_FLAGS "raknet.message.flags" "RakNet Message flags": U8 Hex;
        MESSAGE_HAS_SPLIT_PACKET "raknet.message.has_split_packet" "has split packet": Bool(8) & 0x10;
        MESSAGE_RELIABILITY "raknet.message.reliability" "reliability": U8 Dec & 0xe0 = MESSAGE_RELIABILITY_NAMES;
        NULL_PADDING "raknet.null_padding" "RakNet Null padding": None;
        OFFLINE_MESSAGE_ID "raknet.offline.message.id" "RakNet Offline Message ID": U8 Hex = OFFLINE_MESSAGE_ID_NAMES;
        OFFLINE_MESSAGE_DATA_ID "raknet.offline_message.data_id" "RakNet Offline message data ID": Bytes;
        ORDERING_CHANNEL "raknet.ordering.channel" "RakNet Message ordering channel": U8 Dec;
        ORDERING_INDEX "raknet.ordering.index" "RakNet Message ordering index": U24 Dec;
        PACKET_HAS_B_AND_AS "raknet.packet.has_B_and_AS" "has B and AS": Bool(8) & 0x20;
        PACKET_IS_ACK "raknet.packet.is_ACK" "is ACK": Bool(8) & 0x40;
        PACKET_IS_NAK "raknet.packet.is_NAK" "is NAK": Bool(8) & 0x20;
        PACKET_IS_CONTINUOUS_SEND "raknet.packet.is_continuous_send" "is continuous send": Bool(8) & 0x8;
        PACKET_IS_FOR_CONNECTED "raknet.packet.is_for_connected" "is for connected peer": Bool(8) & 0x80;
        PACKET_IS_PAIR "raknet.packet.is_pair" "is pair": Bool(8) & 0x10;
        PACKET_NEEDS_B_AND_AS "raknet.packet.needs_B_and_AS" "needs B and AS": Bool(8) & 0x4;
        PACKET_TYPE "raknet.packet.type" "RakNet Packet type": U8 Hex;
        PACKET_NUMBER "raknet.packet_number" "RakNet Packet sequence number": U24 Dec;
        PAYLOAD_LENGTH "raknet.payload.length" "RakNet Payload length": U16 Dec;
        PORT "raknet.port" "RakNet Port": U16 Dec;
        PROTO_VER "raknet.proto_ver" "RakNet RakNet protocol version": U8 Dec;
        RANGE_MAX_EQUALS_TO_MIN "raknet.range.max_equals_to_min" "RakNet Range max equals to min": Bool;
        RANGE_PACKET_NUMBER "raknet.range.packet_number" "RakNet Packet sequence number range": Str;
        RANGE_PACKET_NUMBER_MAX "raknet.range.packet_number.max" "RakNet Packet sequence number max": U24 Dec;
        RANGE_PACKET_NUMBER_MIN "raknet.range.packet_number.min" "RakNet Packet sequence number min": U24 Dec;
        RELIABLE_NUMBER "raknet.reliable.number" "RakNet Reliable message number": U24 Dec;
        SEQUENCING_INDEX "raknet.sequencing.index" "RakNet Message sequencing index": U24 Dec;
        SERVER_ADDRESS "raknet.server.address" "RakNet Server address": Str;
        SERVER_ID "raknet.server_id" "RakNet Server GUID": Bytes;
        SPLIT_COUNT "raknet.split.count" "RakNet Split packet count": U32 Dec;
        SPLIT_ID "raknet.split.id" "RakNet Split packet ID": U16 Dec;
        SPLIT_INDEX "raknet.split.index" "RakNet Split packet index": U32 Dec;
        SPLIT_PACKET "raknet.split.packet" "RakNet Split packet": None;
        SYSTEM_INDEX "raknet.system.index" "RakNet System index": U16 Dec;
        SYSTEM_MESSAGE "raknet.system.message" "RakNet System message": None;
        SYSTEM_MESSAGE_ID "raknet.system.message.id" "RakNet System Message ID": U8 Hex = SYSTEM_MESSAGE_ID_NAMES;
        TIMESTAMP "raknet.timestamp" "RakNet Time since start (ms)": U64 Dec;
        UNKNOWN_ID "raknet.unknown.id" "RakNet unknown message ID": None;
        USE_ENCRYPTION "raknet.use_encryption" "RakNet Use encryption": Bool;
    }
}

names! {
    MESSAGE_RELIABILITY_NAMES {
        0 => "unreliable", 1 => "unreliable sequenced", 2 => "reliable", 3 => "reliable ordered",
        4 => "reliable sequenced",
    }
    OFFLINE_MESSAGE_ID_NAMES {
        1 => "Unconnected Ping", 2 => "Unconnected Ping Open Connections", 5 => "Open Connection Request 1",
        6 => "Open Connection Reply 1", 7 => "Open Connection Request 2", 8 => "Open Connection Reply 2",
        13 => "Out Of Band Internal", 17 => "Connection Attempt Failed", 18 => "Already Connected",
        20 => "No Free Incoming Connections", 23 => "Connection Banned",
        25 => "Incompatible Protocol Version", 26 => "IP Recently Connected", 28 => "Unconnected Pong",
    }
    SYSTEM_MESSAGE_ID_NAMES {
        0 => "Connected Ping", 3 => "Connected Pong", 9 => "Connection Request",
        16 => "Connection Request Accepted", 19 => "New Incoming Connection",
    }
}

/// What messages outside connections hold.
const OFFLINE: [u8; 16] =
    [0, 0xff, 0xff, 0, 0xfe, 0xfe, 0xfe, 0xfe, 0xfd, 0xfd, 0xfd, 0xfd, 0x12, 0x34, 0x56, 0x78];

/// An identifier of a system (GUID).
const GUID: usize = 8;
const TIME: usize = 8;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    let b = c.rest();
    [1, 9, 17].iter().any(|at| b.get(*at..at + 16) == Some(&OFFLINE))
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("RakNet");
    cx.info_clear();
    if accepts(&c, cx.ports) {
        return offline(cx, c);
    }
    let kind = c.peek_u8(0)?;
    match kind & 0xe0 {
        0xc0 => acknowledgement(cx, c, "ACK", false),
        0xe0 => acknowledgement(cx, c, "ACK", true),
        0xa0 => acknowledgement(cx, c, "NAK", false),
        0x80 => data(cx, c),
        _ => {
            cx.info(|o| _ = o.s("Packet"));
            Ok(())
        }
    }
}

/// A message outside connections.
fn offline<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let id = c.peek_u8(0)?;
    let name = OFFLINE_MESSAGE_ID_NAMES.or(u64::from(id), "Unknown");
    cx.info(|o| _ = o.s(name));
    cx.proto_append(|o| _ = o.s(", Offline message ID 0x").x(id, 1));
    cx.u8(OFFLINE_MESSAGE_ID, &mut c)?;
    let magic = [(OFFLINE_MESSAGE_DATA_ID, OFFLINE.len())];
    match id {
        1 | 2 => {
            run(cx, &mut c, &[(TIMESTAMP, TIME)])?;
            run(cx, &mut c, &magic)?;
            if c.left() >= GUID { run(cx, &mut c, &[(CLIENT_GUID, GUID)]) } else { Ok(()) }
        }
        5 => {
            run(cx, &mut c, &magic)?;
            run(cx, &mut c, &[(PROTO_VER, 1)])?;
            cx.add(NULL_PADDING, c.span(c.left()), Value::None);
            Ok(())
        }
        6 => {
            run(cx, &mut c, &magic)?;
            run(cx, &mut c, &[(SERVER_ID, GUID)])?;
            encryption(cx, &mut c)?;
            run(cx, &mut c, &[(MTU, 2)])
        }
        7 => {
            run(cx, &mut c, &magic)?;
            address(cx, &mut c, SERVER_ADDRESS)?;
            run(cx, &mut c, &[(MTU, 2), (CLIENT_GUID, GUID)])
        }
        8 => {
            run(cx, &mut c, &magic)?;
            run(cx, &mut c, &[(SERVER_ID, GUID)])?;
            address(cx, &mut c, CLIENT_ADDRESS)?;
            run(cx, &mut c, &[(MTU, 2)])?;
            encryption(cx, &mut c)
        }
        0x19 => {
            run(cx, &mut c, &[(PROTO_VER, 1)])?;
            run(cx, &mut c, &magic)?;
            run(cx, &mut c, &[(SERVER_ID, GUID)])
        }
        0x1c => {
            run(cx, &mut c, &[(TIMESTAMP, TIME), (SERVER_ID, GUID)])?;
            run(cx, &mut c, &magic)
        }
        _ => {
            let at = c.rest().windows(OFFLINE.len()).position(|w| w == OFFLINE).unwrap_or_default();
            c.skip(at)?;
            run(cx, &mut c, &magic)
        }
    }
}

fn encryption<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(USE_ENCRYPTION, c, 1).map(|_| ())
}

/// A field whose value is empty, and whose label says what is below it.
fn labelled<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    span: requin_wire::Span,
    text: impl FnOnce(&mut requin_wire::Out<'_>),
) -> Item {
    let item = cx.add_str(field, span, |_| {});
    cx.append(item, text);
    item
}

/// An address with its port; those of version 4 are written with all bits turned.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let version = c.peek_u8(0)?;
    if version == 6 {
        // The family, the port, flow information, the address, the scope.
        let port = c.peek_u16(3)?;
        let b = c.peek_bytes(9, 16)?;
        let span = c.span(1 + 28);
        let item = labelled(cx, field, span, |o| _ = o.s("[").ipv6(b).s("]:").u(port));
        cx.under(item, |cx| cx.peek(IP_VERSION, c, 1).map(|_| ()))?;
        return c.skip(1 + 28);
    }
    let (inverted, port) = (c.peek_u32(1)?, c.peek_u16(5)?);
    let item = labelled(cx, field, c.span(7), |o| _ = o.ipv4(!inverted).s(":").u(port));
    cx.under(item, |cx| -> Step {
        cx.field(IP_VERSION, c, 1)?;
        cx.add(IP_V4_ADDRESS, c.span(4), Value::U(u64::from(!inverted)));
        c.skip(4)?;
        cx.field(PORT, c, 2).map(|_| ())
    })
}

/// Which packets arrived, or did not: ranges of their numbers.
fn acknowledgement<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, name: &str, arrival: bool) -> Step {
    cx.proto_append(|o| _ = o.s(", ").s(name));
    let nak = name == "NAK";
    let kind = c.peek_u8(0)?;
    let bits: &[Field] = if nak {
        &[PACKET_IS_FOR_CONNECTED, PACKET_IS_ACK, PACKET_IS_NAK]
    } else {
        &[PACKET_IS_FOR_CONNECTED, PACKET_IS_ACK, PACKET_HAS_B_AND_AS]
    };
    let (_, item) = cx.flags(PACKET_TYPE, &mut c, 1, bits)?;
    cx.append(item, |o| {
        o.s(if kind & 0x80 != 0 { ", is for connected peer" } else { "" });
        o.s(if nak { ", is NAK" } else { ", is ACK" });
        o.s(if arrival { ", has B and AS" } else { "" });
    });
    cx.info(|o| _ = o.s(name));
    if arrival {
        run(cx, &mut c, &[(AS, 4)])?;
    }
    let count = cx.u16(NACK_RECORD_COUNT, &mut c)?;
    for i in 0..count {
        let one = c.peek_u8(0)? != 0;
        let min = requin_wire::le(c.peek_bytes(1, 3)?);
        let max = if one { min } else { requin_wire::le(c.peek_bytes(4, 3)?) };
        let span = c.span(if one { 4 } else { 7 });
        let item = labelled(cx, RANGE_PACKET_NUMBER, span, |o| _ = o.u(min).s(" .. ").u(max));
        cx.under(item, |cx| -> Step {
            cx.field(RANGE_MAX_EQUALS_TO_MIN, &mut c, 1)?;
            cx.field_le(RANGE_PACKET_NUMBER_MIN, &mut c, 3)?;
            if one { Ok(()) } else { cx.field_le(RANGE_PACKET_NUMBER_MAX, &mut c, 3).map(|_| ()) }
        })?;
        cx.info_add(|o| {
            o.s(if i == 0 { " #" } else { ", #" }).u(min);
            if !one {
                o.s("..").u(max);
            }
        });
    }
    Ok(())
}

const PACKET_BITS: &[(u8, &str)] = &[
    (0x80, "is for connected peer"),
    (0x40, "is ACK"),
    (0x20, "is NAK"),
    (0x10, "is pair"),
    (0x08, "is continuous send"),
    (0x04, "needs B and AS"),
];

/// A packet of messages.
fn data<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    let bits = [
        PACKET_IS_FOR_CONNECTED,
        PACKET_IS_ACK,
        PACKET_IS_NAK,
        PACKET_IS_PAIR,
        PACKET_IS_CONTINUOUS_SEND,
        PACKET_NEEDS_B_AND_AS,
    ];
    let (_, item) = cx.flags(PACKET_TYPE, &mut c, 1, &bits)?;
    cx.append(item, |o| {
        for (_, name) in PACKET_BITS.iter().filter(|(bit, _)| kind & bit != 0) {
            o.s(", ").s(name);
        }
    });
    let number = requin_wire::le(c.peek_bytes(0, 3)?);
    cx.field_le(PACKET_NUMBER, &mut c, 3)?;
    cx.proto_append(|o| _ = o.s(", Message #").u(number));
    cx.info(|o| _ = o.s("#").u(number).s(":"));
    let mut first = true;
    while !c.is_empty() {
        message(cx, &mut c, first)?;
        first = false;
    }
    Ok(())
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, first: bool) -> Step {
    let from = *c;
    let flags = c.peek_u8(0)?;
    let (reliability, split) = (flags >> 5, flags & 0x10 != 0);
    let bits = c.peek_u16(1)?;
    let len = usize::from(bits).div_ceil(8);
    let item = cx.add(MESSAGE, c.span(0), Value::None);
    let body = cx.under(item, |cx| -> Result<Cursor<'_>, Stop> {
        let (_, flags) = cx.flags(MESSAGE_FLAGS, c, 1, &[MESSAGE_RELIABILITY, MESSAGE_HAS_SPLIT_PACKET])?;
        cx.append(flags, |o| {
            o.s(", reliability: ").s(MESSAGE_RELIABILITY_NAMES.or(u64::from(reliability), "unknown"));
            o.s(if split { ", has split packet" } else { "" });
        });
        let length = cx.field(PAYLOAD_LENGTH, c, 2)?;
        cx.append(length, |o| _ = o.s(" bits (").u(len as u64).s(" octets)"));
        if matches!(reliability, 2 | 3 | 4 | 6 | 7) {
            cx.field_le(RELIABLE_NUMBER, c, 3)?;
        }
        if matches!(reliability, 1 | 4) {
            cx.field_le(SEQUENCING_INDEX, c, 3)?;
        }
        if matches!(reliability, 1 | 3 | 4 | 7) {
            cx.field_le(ORDERING_INDEX, c, 3)?;
            cx.u8(ORDERING_CHANNEL, c)?;
        }
        if split {
            run(cx, c, &[(SPLIT_COUNT, 4), (SPLIT_ID, 2), (SPLIT_INDEX, 4)])?;
        }
        c.take_all(len)
    })?;
    cx.set_len(item, c.pos() - from.pos());
    let sep = if first { " " } else { ", " };
    if split {
        // Parts are put together by whoever receives them all.
        cx.info_add(|o| _ = o.s(sep).s("Split packet"));
        cx.under(item, |cx| _ = cx.add(SPLIT_PACKET, body.span(len), Value::None));
        return Ok(());
    }
    let id = body.peek_u8(0)?;
    let name = SYSTEM_MESSAGE_ID_NAMES.find(u64::from(id)).unwrap_or("Unknown ID");
    cx.info_add(|o| _ = o.s(sep).s(name));
    cx.append(item, |o| _ = o.s(", ID 0x").x(id, 1).s(" (").s(name).s(")"));
    cx.under(item, |cx| system(cx, body, id, name))
}

fn system<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, id: u8, name: &str) -> Step {
    if SYSTEM_MESSAGE_ID_NAMES.find(u64::from(id)).is_none() {
        cx.add(UNKNOWN_ID, c.span(c.left()), Value::None);
        return Ok(());
    }
    let item: Item = cx.add(SYSTEM_MESSAGE, c.span(c.left()), Value::None);
    cx.append(item, |o| _ = o.s(" (").s(name).s(")"));
    cx.under(item, |cx| -> Step {
        cx.u8(SYSTEM_MESSAGE_ID, &mut c)?;
        match id {
            0 => run(cx, &mut c, &[(TIMESTAMP, TIME)]),
            3 => run(cx, &mut c, &[(TIMESTAMP, TIME), (TIMESTAMP, TIME)]),
            9 => {
                run(cx, &mut c, &[(CLIENT_GUID, GUID), (TIMESTAMP, TIME)])?;
                encryption(cx, &mut c)
            }
            0x10 => {
                address(cx, &mut c, CLIENT_ADDRESS)?;
                cx.u16(SYSTEM_INDEX, &mut c)?;
                internal(cx, &mut c)
            }
            0x13 => {
                address(cx, &mut c, SERVER_ADDRESS)?;
                internal(cx, &mut c)
            }
            _ => Ok(()),
        }
    })
}

/// Addresses of interfaces up to the two times at the end.
fn internal<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while c.left() > 2 * TIME {
        address(cx, c, INTERNAL_ADDRESS)?;
    }
    run(cx, c, &[(TIMESTAMP, TIME), (TIMESTAMP, TIME)])
}
