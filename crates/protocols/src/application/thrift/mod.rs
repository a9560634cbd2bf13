//! Apache Thrift: calls and replies in its strict binary and its compact protocol, with or without frames.

mod compact;

use requin_wire::{
    Cursor, Cx, Field, Item, Pdu, Ports, Sink, Step, Stop, TransportKind, Value, names, proto,
};

proto! {
    THRIFT "thrift" "Thrift Protocol" "Thrift" App
    on []
    looks_like [
        Tcp accepts => [0x00..=0x00, 0x80..=0x80, 0x82..=0x82],
        Udp accepts => [0x00..=0x00, 0x80..=0x80, 0x82..=0x82],
    ]
    frames [frames]
    fields {
        FRAME_LEN "thrift.frame_len" "Frame length": I32 Dec;
        EXCEPTION "thrift.exception" "Exception": None;
        EXCEPTION_MESSAGE "thrift.exception.message" "Exception Message": Str;
        EXCEPTION_TYPE "thrift.exception.type" "Exception Type": I32 Dec = EXCEPTION_TYPE_NAMES;
        PROTOCOL_ID "thrift.protocol_id" "Protocol id": U8 Hex = PROTOCOL_ID_NAMES;
        STR_LEN "thrift.str_len" "Length": I32 Dec;
        METHOD "thrift.method" "Method": Str;
        SEQ_ID "thrift.seq_id" "Sequence Id": I32 Dec;
        FID "thrift.fid" "Field Id": I16 Dec;
        BOOL "thrift.bool" "Boolean": Bool;
        I8 "thrift.i8" "Integer8": I8 Dec;
        I16 "thrift.i16" "Integer16": I16 Dec;
        I32 "thrift.i32" "Integer32": I32 Dec;
        I64 "thrift.i64" "Integer64": I64 Dec;
        DOUBLE "thrift.double" "Double": F64;
        BINARY "thrift.binary" "Binary": Bytes;
        STRING "thrift.string" "String": Str;
        STRUCT "thrift.struct" "Struct": None;
        LIST "thrift.list" "List": None;
        SET "thrift.set" "Set": None;
        MAP "thrift.map" "Map": None;
        NUM_SET_ITEM "thrift.num_set_item" "Number of Set Items": I32 Dec;
        NUM_LIST_ITEM "thrift.num_list_item" "Number of List Items": I32 Dec;
        NUM_MAP_ITEM "thrift.num_map_item" "Number of Map Items": I32 Dec;
        NUM_ITEM "thrift.num_item" "More than 14 items": U8 Hex;
        VERSION "thrift.version" "Version": U8 Dec & 0x1f;
        MTYPE "thrift.mtype" "Message type": U8 Hex & 0x07 = MTYPE_NAMES;
        TYPE "thrift.type" "Type": U8 Hex = TYPE_NAMES;
        COMPACT_MTYPE "thrift.mtype" "Message type": U8 Hex & 0xe0 = MTYPE_NAMES;
        COMPACT_TYPE "thrift.type" "Type": U8 Hex & 0x0f = COMPACT_TYPE_NAMES;
        COMPACT_STOP "thrift.type" "Type": U8 Hex = COMPACT_TYPE_NAMES;
        FID_DELTA "thrift.fid_delta" "Field Id Delta": U8 Dec & 0xf0;
    }
    experts {
        APPLICATION_EXCEPTION "thrift.application_exception" Note Protocol "The application recognized the method but rejected the content.";
        PROTOCOL_EXCEPTION "thrift.protocol_exception" Warn Protocol "The application was not able to handle the request.";
        NEGATIVE_LENGTH "thrift.negative_length" Error Malformed "Length greater than 2 GiB not supported.";
    }
}

names! {
    MTYPE_NAMES { 1 => "CALL", 2 => "REPLY", 3 => "EXCEPTION", 4 => "ONEWAY" }
    TYPE_NAMES {
        0 => "T_STOP", 1 => "T_VOID", 2 => "T_BOOL", 3 => "T_I8", 4 => "T_DOUBLE", 6 => "T_I16", 8 => "T_I32",
        10 => "T_I64", 11 => "T_BINARY", 12 => "T_STRUCT", 13 => "T_MAP", 14 => "T_SET", 15 => "T_LIST", 16 => "T_UUID",
    }
    COMPACT_TYPE_NAMES {
        0 => "T_STOP", 1 => "BOOLEAN_TRUE", 2 => "BOOLEAN_FALSE", 3 => "T_I8", 4 => "T_I16", 5 => "T_I32", 6 => "T_I64",
        7 => "T_DOUBLE", 8 => "T_BINARY", 9 => "T_LIST", 10 => "T_SET", 11 => "T_MAP", 12 => "T_STRUCT", 13 => "T_UUID",
    }
}

names! {
    EXCEPTION_TYPE_NAMES {
        0 => "Unknown (type of peer)", 1 => "Unknown Method", 2 => "Invalid Message Type", 3 => "Wrong Method Name",
        4 => "Bad Sequence Id", 5 => "Missing Result", 6 => "Internal Error",
        7 => "Protocol Error (something went wrong during decoding)", 8 => "Invalid Transform",
        9 => "Invalid Protocol", 10 => "Unsupported Client Type",
    }
    PROTOCOL_ID_NAMES { 128 => "Strict Binary Protocol", 130 => "Compact Protocol" }
}

/// The types of values.
mod kind {
    pub const STOP: u8 = 0;
    pub const BOOL: u8 = 2;
    pub const I8: u8 = 3;
    pub const DOUBLE: u8 = 4;
    pub const I16: u8 = 6;
    pub const I32: u8 = 8;
    pub const I64: u8 = 10;
    pub const BINARY: u8 = 11;
    pub const STRUCT: u8 = 12;
    pub const MAP: u8 = 13;
    pub const SET: u8 = 14;
    pub const LIST: u8 = 15;
}

const BINARY_VERSION: [u8; 3] = [0x80, 1, 0];
const COMPACT: u8 = 0x82;
const EXCEPTION_TYPE_OF: u8 = 3;
/// Containers are not deeper.
const DEEPEST: u8 = 32;
const LONGEST_NAME: u32 = 256;
/// Without a frame a message is walked through anew with each segment, which is done for so many bytes.
const LONGEST_WALK: usize = 64 << 10;

/// Whether a message of the strict binary protocol begins here: version, kind, and a name that can be read.
fn begins_binary(bytes: &[u8]) -> bool {
    let Some((head, rest)) = bytes.split_first_chunk::<8>() else { return false };
    let n = u32::from_be_bytes([head[4], head[5], head[6], head[7]]);
    head.starts_with(&BINARY_VERSION)
        && matches!(head[3], 1..=4)
        && n <= LONGEST_NAME
        && rest.iter().take(n as usize).all(|b| b.is_ascii_graphic())
}

fn begins_compact(bytes: &[u8]) -> bool {
    matches!(bytes, [COMPACT, v, ..] if v & 0x1f == 1 && matches!(v >> 5, 1..=4)) && compact::is_named(bytes)
}

fn begins(bytes: &[u8]) -> bool {
    match bytes {
        [0x80, ..] => begins_binary(bytes),
        [COMPACT, ..] => begins_compact(bytes),
        _ => false,
    }
}

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    match c.rest() {
        // A frame of something, and of less than 16 MiB.
        [0, a, b, c, inner @ ..] => (*a, *b, *c) != (0, 0, 0) && begins(inner),
        bytes => begins(bytes),
    }
}

/// Framed messages tell their length; others have to be walked through.
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [0, ..] => match bytes.first_chunk::<4>() {
            Some(n) => Pdu::Len(4 + u32::from_be_bytes(*n) as usize),
            None => Pdu::More(4),
        },
        [0x80, ..] if bytes.len() < LONGEST_WALK => {
            let mut c = Cursor::new(bytes, bytes.len(), 0);
            match skip_message(&mut c) {
                Ok(()) => Pdu::Len(c.pos()),
                Err(Stop::Malformed | Stop::TooDeep) => Pdu::AsItComes,
                Err(_) => Pdu::More(bytes.len() + 1),
            }
        }
        _ => Pdu::AsItComes,
    }
}

fn skip_message(c: &mut Cursor<'_>) -> Step {
    c.skip(4)?;
    skip(c, kind::BINARY, 0)?;
    c.skip(4)?;
    skip(c, kind::STRUCT, 0)
}

/// Walks over a value of a type.
fn skip(c: &mut Cursor<'_>, of: u8, depth: u8) -> Step {
    if depth > DEEPEST {
        return Err(Stop::TooDeep);
    }
    let fixed = match of {
        kind::BOOL | kind::I8 => 1,
        kind::I16 => 2,
        kind::I32 => 4,
        kind::I64 | kind::DOUBLE => 8,
        kind::BINARY => 4usize.saturating_add(c.peek_u32(0)? as usize),
        kind::STRUCT => loop {
            let of = c.peek_u8(0)?;
            c.skip(1)?;
            if of == kind::STOP {
                return Ok(());
            }
            c.skip(2)?;
            skip(c, of, depth + 1)?;
        },
        kind::LIST | kind::SET => {
            let (of, n) = (c.peek_u8(0)?, c.peek_u32(1)?);
            c.skip(5)?;
            return skip_many(c, &[of], n, depth);
        }
        kind::MAP => {
            let (key, value, n) = (c.peek_u8(0)?, c.peek_u8(1)?, c.peek_u32(2)?);
            c.skip(6)?;
            return skip_many(c, &[key, value], n, depth);
        }
        _ => return Err(Stop::Malformed),
    };
    c.skip(fixed)
}

fn skip_many(c: &mut Cursor<'_>, types: &[u8], n: u32, depth: u8) -> Step {
    for _ in 0..n {
        for of in types {
            // Whatever it is, it takes at least a byte away.
            skip(c, *of, depth + 1)?;
        }
    }
    Ok(())
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let bytes = c.rest();
    let framed = bytes.first() == Some(&0);
    let inner = if framed { bytes.get(4..).unwrap_or_default() } else { bytes };
    if !begins_binary(inner) && !begins_compact(inner) {
        return Err(Stop::NotMine);
    }
    cx.protocol("THRIFT");
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == TransportKind::Tcp);
    let len = match frames(bytes, true, &[0; 2]) {
        Pdu::Len(n) if stream || framed => n,
        _ => c.left(),
    };
    let mut one = c.take(len);
    cx.proto_len(one.left());
    if framed {
        cx.field(FRAME_LEN, &mut one, 4)?;
    }
    if inner.first() == Some(&COMPACT) {
        compact::message(cx, &mut one)?;
    } else {
        binary(cx, &mut one)?;
    }
    if c.captured() == 0 { Ok(()) } else { cx.next_pdu(ID, c) }
}

/// The line of a message's head, and the Info column.
fn head<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    of: u8,
    f: impl FnOnce(&mut Cx<'_, S>, &mut Cursor<'b>) -> Result<(&'b [u8], i32), Stop>,
) -> Step {
    let start = *c;
    let name = MTYPE_NAMES.or(u64::from(of), "Unknown");
    let line = cx.line(c.span(0), |o| _ = o.s(name));
    let (method, sequence) = cx.under(line, |cx| f(cx, c))?;
    cx.set_len(line, c.pos().saturating_sub(start.pos()));
    cx.append(line, |o| {
        o.s(" [version: 1, seqid: ").i(sequence).s(", method: ").text(method).s("]");
    });
    cx.info(|o| _ = o.s(name).s(" ").text(method));
    Ok(())
}

fn binary<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let of = c.peek_u8(3)? & 7;
    head(cx, c, of, |cx, c| {
        cx.u8(PROTOCOL_ID, c)?;
        cx.u8(VERSION, c)?;
        c.skip(1)?;
        let item = cx.field(MTYPE, c, 1)?;
        if of == EXCEPTION_TYPE_OF {
            cx.expert(PROTOCOL_EXCEPTION, item, c.span(0));
        }
        let n = cx.uint(STR_LEN, c, 4)? as usize;
        let method = cx.bytes(METHOD, c, n)?;
        let sequence = c.peek_u32(0)? as i32;
        cx.field(SEQ_ID, c, 4)?;
        Ok((method, sequence))
    })?;
    if of == EXCEPTION_TYPE_OF {
        return exception(cx, c);
    }
    let line = cx.line(c.span(c.left()), |o| _ = o.s("Data"));
    cx.under(line, |cx| fields(cx, c, 0))
}

/// What an application could not do: a text and a number, in fields of their own.
fn exception<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.add(EXCEPTION, c.span(c.left()), Value::None);
    cx.under(item, |cx| {
        loop {
            let of = c.peek_u8(0)?;
            c.skip(1)?;
            if of == kind::STOP {
                return Ok(());
            }
            let id = c.peek_u16(0)?;
            c.skip(2)?;
            match (id, of) {
                (1, kind::BINARY) => {
                    let n = c.peek_u32(0)? as usize;
                    c.skip(4)?;
                    cx.bytes(EXCEPTION_MESSAGE, c, n)?;
                }
                (2, kind::I32) => _ = cx.field(EXCEPTION_TYPE, c, 4)?,
                _ => skip(c, of, 0)?,
            }
        }
    })
}

/// The fields of a structure, until it stops.
fn fields<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let mut number = 0u32;
    loop {
        let of = c.peek_u8(0)?;
        if of == kind::STOP {
            return cx.u8(TYPE, c).map(|_| ());
        }
        number += 1;
        let line = cx.line(c.span(3), |o| _ = o.s("Field Header #").u(number));
        let text = cx.under(line, |cx| -> Result<usize, Stop> {
            cx.u8(TYPE, c)?;
            cx.field(FID, c, 2)?;
            if of == kind::BINARY { length(cx, c) } else { Ok(0) }
        })?;
        if of == kind::BINARY {
            contents(cx, c, text)?;
        } else {
            value(cx, c, of, depth)?;
        }
    }
}

fn length<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<usize, Stop> {
    let n = c.peek_u32(0)?;
    let item = cx.field(STR_LEN, c, 4)?;
    if n >> 31 != 0 {
        cx.expert(NEGATIVE_LENGTH, item, c.span(0));
        return Err(Stop::Malformed);
    }
    Ok(n as usize)
}

/// Bytes, as text when they are one.
fn contents<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, n: usize) -> Step {
    let bytes = c.peek_bytes(0, n)?;
    let is_text =
        std::str::from_utf8(bytes).is_ok_and(|t| !t.chars().any(|b| b.is_control() && !b.is_whitespace()));
    cx.bytes(if is_text { STRING } else { BINARY }, c, n).map(|_| ())
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, of: u8, depth: u8) -> Step {
    if depth > DEEPEST {
        return Err(Stop::TooDeep);
    }
    let (field, n): (Field, usize) = match of {
        kind::BOOL => {
            let set = c.peek_u8(0)? != 0;
            cx.add(BOOL, c.span(1), Value::U(u64::from(set)));
            return c.skip(1);
        }
        kind::I8 => (I8, 1),
        kind::DOUBLE => (DOUBLE, 8),
        kind::I16 => (I16, 2),
        kind::I32 => (I32, 4),
        kind::I64 => (I64, 8),
        kind::BINARY => {
            let n = length(cx, c)?;
            return contents(cx, c, n);
        }
        kind::STRUCT => return part(cx, c, STRUCT, |cx, c, _| fields(cx, c, depth + 1)),
        kind::LIST | kind::SET => {
            let (whole, count) = if of == kind::LIST { (LIST, NUM_LIST_ITEM) } else { (SET, NUM_SET_ITEM) };
            return part(cx, c, whole, |cx, c, _| {
                let of = cx.u8(TYPE, c)?;
                let n = c.peek_u32(0)?;
                cx.field(count, c, 4)?;
                many(cx, c, &[of], n, depth)
            });
        }
        kind::MAP => {
            return part(cx, c, MAP, |cx, c, _| {
                let types = [cx.u8(TYPE, c)?, cx.u8(TYPE, c)?];
                let n = c.peek_u32(0)?;
                cx.field(NUM_MAP_ITEM, c, 4)?;
                many(cx, c, &types, n, depth)
            });
        }
        _ => return Err(Stop::Malformed),
    };
    cx.field(field, c, n).map(|_| ())
}

fn many<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, types: &[u8], n: u32, depth: u8) -> Step {
    for _ in 0..n {
        for of in types {
            value(cx, c, *of, depth + 1)?;
        }
    }
    Ok(())
}

/// A container, and what it holds under it.
fn part<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    field: Field,
    f: impl FnOnce(&mut Cx<'_, S>, &mut Cursor<'b>, Item) -> Step,
) -> Step {
    let start = *c;
    let item = cx.add(field, c.span(0), Value::None);
    cx.under(item, |cx| f(cx, c, item))?;
    cx.set_len(item, c.pos().saturating_sub(start.pos()));
    Ok(())
}
