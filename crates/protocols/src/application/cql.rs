//! Cassandra's query language protocol, versions 3 and 4 (`native_protocol_v4.spec`).

use crate::common::one_by_one;
use requin_wire::{Cursor, Cx, Field, Key, Past, Pdu, Sink, Step, Value, names, proto};

proto! {
    CQL "cql" "Cassandra CQL Protocol" "CQL" App
    on [Tcp 9042]
    frames sized [frames]
    remember [remember] for [RESPONSE_TO, RESPONSE_TIME]
    fields {
        VERSION "cql.version" "Version": U8 Hex;
        PROTOCOL_VERSION "cql.protocol_version" "Protocol version": U8 Dec & 0xf;
        DIRECTION "cql.direction" "Direction": U8 Hex & 0xf0 = DIRECTION_NAMES;
        FLAGS "cql.flags" "Flags": U8 Hex;
        FLAGS_COMPRESSION "cql.flags.compression" "Compression": Bool(8) & 0x1;
        FLAGS_TRACING "cql.flags.tracing" "Tracing": Bool(8) & 0x2;
        FLAGS_CUSTOM_PAYLOAD "cql.flags.custom_payload" "Custom Payload": Bool(8) & 0x4;
        FLAGS_WARNING "cql.flags.warning" "Warning": Bool(8) & 0x8;
        QUERY_FLAGS "cql.query.flags" "Flags": U8 Hex;
        QUERY_FLAGS_PAGE_SIZE "cql.query.flags.page_size" "Page Size": Bool(8) & 0x4;
        QUERY_FLAGS_SKIP_METADATA "cql.query.flags.skip_metadata" "Skip Metadata": Bool(8) & 0x2;
        QUERY_FLAGS_VALUES "cql.query.flags.values" "Values": Bool(8) & 0x1;
        QUERY_FLAGS_DEFAULT_TIMESTAMP "cql.query.flags.default_timestamp" "Default Timestamp": Bool(8) & 0x20;
        QUERY_FLAGS_VALUE_NAMES "cql.query.flags.value_names" "Names for Values": Bool(8) & 0x40;
        QUERY_FLAGS_PAGING_STATE "cql.query.flags.paging_state" "Paging State": Bool(8) & 0x8;
        QUERY_FLAGS_SERIAL_CONSISTENCY "cql.query.flags.serial_consistency" "Serial Consistency": Bool(8) & 0x10;
        STREAM "cql.stream" "Stream Identifier": I16 Dec;
        OPCODE "cql.opcode" "Opcode": U8 Dec & 0x7f = OPCODE_NAMES;
        MESSAGE_LENGTH "cql.message_length" "Message Length": U32 Dec;
        STRING_MAP_SIZE "cql.string_map_size" "String Map Size": U16 Dec;
        STRING_LIST_SIZE "cql.string_list_size" "String List Size": U16 Dec;
        STRING "cql.string" "String": Str;
        STRING_LENGTH "cql.string_length" "String Length": U32 Dec;
        CONSISTENCY "cql.consistency" "Consistency": U16 Hex = CONSISTENCY_NAMES;
        VALUE_COUNT "cql.value_count" "Value count": U16 Dec;
        BYTES_LENGTH_INT "cql.bytes_length.int" "Bytes length": I32 Dec;
        BYTES_LENGTH_SHORT "cql.bytes_length.short" "Bytes length": U16 Dec;
        BYTES "cql.bytes" "Bytes": Bytes;
        RAW_COMPRESSED_BYTES "cql.raw_compressed_bytes" "Raw compressed bytes": Bytes;
        PAGING_STATE "cql.paging_state" "Paging State": Bytes;
        PAGE_SIZE "cql.page_size" "Page size": I32 Dec;
        RESPONSE_TO "cql.response_to" "Request in": Framenum;
        RESPONSE_TIME "cql.response_time" "Response time": RelTime;
        QUERY_ID "cql.query_id" "Query ID": Bytes;
        ERROR_CODE "cql.error_code" "Error Code": I32 Dec;
        RESULT_KIND "cql.result.kind" "Result Kind": I32 Dec = RESULT_KIND_NAMES;
        FLAGS_RESERVED "cql.flags.reserved" "Reserved": U8 Hex & 0xfc;
        FLAGS_RESERVED_V4 "cql.flags.reserved" "Reserved": U8 Hex & 0xf0;
        QUERY_FLAGS_RESERVED "cql.query_flags.reserved" "Reserved": U8 Hex & 0x80;
    }
}

names! {
    DIRECTION_NAMES { 0 => "Request", 8 => "Response" }
    OPCODE_NAMES {
        0 => "ERROR", 1 => "STARTUP", 2 => "READY", 3 => "AUTHENTICATE", 5 => "OPTIONS", 6 => "SUPPORTED",
        7 => "QUERY", 8 => "RESULT", 9 => "PREPARE", 10 => "EXECUTE", 11 => "REGISTER", 12 => "EVENT", 13 => "BATCH",
        14 => "AUTH_CHALLENGE", 15 => "AUTH_RESPONSE", 16 => "AUTH_SUCCESS",
    }
    CONSISTENCY_NAMES {
        0 => "ANY", 1 => "ONE", 2 => "TWO", 3 => "THREE", 4 => "QUORUM", 5 => "ALL", 6 => "LOCAL_QUORUM",
        7 => "EACH_QUORUM", 8 => "SERIAL", 9 => "LOCAL_SERIAL", 10 => "LOCAL_ONE",
    }
    RESULT_KIND_NAMES { 1 => "VOID", 2 => "Rows", 3 => "Set Keyspace", 4 => "Prepared", 5 => "Schema Change" }
}

/// Version, flags, stream, opcode, and the length of the body.
const HEAD: usize = 9;

const FLAG_BITS: [Field; 3] = [FLAGS_COMPRESSION, FLAGS_TRACING, FLAGS_RESERVED];
const FLAG_BITS_V4: [Field; 5] =
    [FLAGS_COMPRESSION, FLAGS_TRACING, FLAGS_CUSTOM_PAYLOAD, FLAGS_WARNING, FLAGS_RESERVED_V4];
const QUERY_BITS: [Field; 8] = [
    QUERY_FLAGS_VALUES,
    QUERY_FLAGS_SKIP_METADATA,
    QUERY_FLAGS_PAGE_SIZE,
    QUERY_FLAGS_PAGING_STATE,
    QUERY_FLAGS_SERIAL_CONSISTENCY,
    QUERY_FLAGS_DEFAULT_TIMESTAMP,
    QUERY_FLAGS_VALUE_NAMES,
    QUERY_FLAGS_RESERVED,
];

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.get(5..HEAD) {
        Some(n) => Pdu::Len(HEAD.saturating_add(requin_wire::be(n) as usize)),
        None => Pdu::More(HEAD),
    }
}

fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some([version, _, high, low, ..]) = pdu.first_chunk::<HEAD>() else { return };
    let stream = u64::from(u16::from_be_bytes([*high, *low]));
    let key = Key::here(stream);
    if version & 0x80 == 0 {
        past.set(&key, &[]);
    } else if let Some(request) = past.get(&key) {
        past.note(stream, &request);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let len = frames(c.rest(), true, &[0; 2]);
    one_by_one(cx, c, ID, len, message)
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(c.left());
    cx.protocol("CQL");
    let [version, flags, high, low, opcode, ..] = *c.peek_array::<HEAD>()?;
    let (response, number) = (version & 0x80 != 0, version & 0x0f);
    cx.info(|o| {
        o.s("v").u(number).s(if response { " S->C Type " } else { " C->S Type " });
        o.s(OPCODE_NAMES.or(u64::from(opcode & 0x7f), "Unknown"));
    });
    cx.flags(VERSION, &mut c, 1, &[PROTOCOL_VERSION, DIRECTION])?;
    cx.flags(FLAGS, &mut c, 1, if number < 4 { &FLAG_BITS } else { &FLAG_BITS_V4 })?;
    cx.field(STREAM, &mut c, 2)?;
    cx.u8(OPCODE, &mut c)?;
    cx.u32(MESSAGE_LENGTH, &mut c)?;
    let stream = u64::from(u16::from_be_bytes([high, low]));
    if response && let Some(request) = cx.recalled(stream) {
        cx.generated(RESPONSE_TO, c.span(0), Value::U(request.frame));
        cx.generated(RESPONSE_TIME, c.span(0), cx.meta.time.since(request.time).into());
    }
    if c.is_empty() {
        return Ok(());
    }
    if flags & 1 != 0 {
        let n = c.left();
        return cx.bytes(RAW_COMPRESSED_BYTES, &mut c, n).map(|_| ());
    }
    let under = match opcode & 0x7f {
        0 => "Message ERROR",
        1 => "Message STARTUP",
        7 => "Query",
        8 => "Message RESULT",
        9 => "Message PREPARE",
        10 => "Message EXECUTE",
        11 => "Message REGISTER",
        _ => return Ok(()),
    };
    let line = cx.line(c.span(c.left()), |o| _ = o.s(under));
    cx.under(line, |cx| body(cx, &mut c, opcode & 0x7f))
}

fn body<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, opcode: u8) -> Step {
    match opcode {
        0 => {
            cx.field(ERROR_CODE, c, 4)?;
            string(cx, c, 2)
        }
        1 => {
            for _ in 0..cx.u16(STRING_MAP_SIZE, c)? {
                string(cx, c, 2)?;
                string(cx, c, 2)?;
            }
            Ok(())
        }
        7 => {
            string(cx, c, 4)?;
            parameters(cx, c)
        }
        8 => {
            let kind = c.peek_u32(0)?;
            cx.field(RESULT_KIND, c, 4)?;
            // The name of the keyspace; the tables of the others are left alone.
            if kind == 3 { string(cx, c, 2) } else { Ok(()) }
        }
        9 => string(cx, c, 4),
        10 => {
            let n = cx.u16(BYTES_LENGTH_SHORT, c)?;
            cx.bytes(QUERY_ID, c, usize::from(n))?;
            parameters(cx, c)
        }
        _ => {
            for _ in 0..cx.u16(STRING_LIST_SIZE, c)? {
                string(cx, c, 2)?;
            }
            Ok(())
        }
    }
}

/// A text and its length of `width` bytes.
fn string<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, width: usize) -> Step {
    let n = cx.uint(STRING_LENGTH, c, width)? as usize;
    cx.bytes(STRING, c, n).map(|_| ())
}

fn bytes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = c.peek_u32(0)? as i32;
    cx.field(BYTES_LENGTH_INT, c, 4)?;
    match usize::try_from(n) {
        Ok(n) if n > 0 => cx.bytes(BYTES, c, n).map(|_| ()),
        _ => Ok(()), // no value
    }
}

/// How a query is asked, section 4.1.4.
fn parameters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u16(CONSISTENCY, c)?;
    let (flags, _) = cx.flags(QUERY_FLAGS, c, 1, &QUERY_BITS)?;
    if flags & 1 != 0 {
        for _ in 0..cx.u16(VALUE_COUNT, c)? {
            if flags & 0x40 != 0 {
                string(cx, c, 2)?;
            }
            bytes(cx, c)?;
        }
    }
    if flags & 4 != 0 {
        cx.field(PAGE_SIZE, c, 4)?;
    }
    if flags & 8 != 0 {
        let n = c.peek_u32(0)? as i32;
        cx.field(BYTES_LENGTH_INT, c, 4)?;
        cx.bytes(PAGING_STATE, c, usize::try_from(n).unwrap_or(0))?;
    }
    if flags & 0x10 != 0 {
        cx.u16(CONSISTENCY, c)?;
    }
    Ok(())
}
