//! Advanced Message Queuing Protocol 0-9-1.

use crate::common::one_by_one;
use Arg::{B, L, N, S as T1, T};
use requin_wire::{Cursor, Cx, Field, Pdu, Sink, Step, Stop, Value, names, proto};

proto! {
    AMQP "amqp" "Advanced Message Queuing Protocol" "AMQP" App
    on [Tcp 5672]
    frames sized [pdu_len]
    fields {
        LENGTH "amqp.length" "Length": U32 Dec;
        TYPE "amqp.type" "Type": U8 Dec = TYPE_NAMES;
        CHANNEL "amqp.channel" "Channel": U16 Dec;
        METHOD_CLASS "amqp.method.class" "Class": U16 Dec = METHOD_CLASS_NAMES;
        METHOD_METHOD "amqp.method.method" "Method": U16 Dec;
        METHOD_ARGUMENTS "amqp.method.arguments" "Arguments": None;
        ARG_VERSION_MAJOR "amqp.method.arguments.version_major" "Version-Major": U8 Dec;
        ARG_VERSION_MINOR "amqp.method.arguments.version_minor" "Version-Minor": U8 Dec;
        ARG_SERVER_PROPERTIES "amqp.method.arguments.server_properties" "Server-Properties": None;
        ARG_MECHANISMS "amqp.method.arguments.mechanisms" "Mechanisms": Bytes;
        ARG_LOCALES "amqp.method.arguments.locales" "Locales": Bytes;
        ARG_CLIENT_PROPERTIES "amqp.method.arguments.client_properties" "Client-Properties": None;
        ARG_MECHANISM "amqp.method.arguments.mechanism" "Mechanism": UintStr;
        ARG_RESPONSE "amqp.method.arguments.response" "Response": UintBytes;
        ARG_LOCALE "amqp.method.arguments.locale" "Locale": UintStr;
        ARG_CHANNEL_MAX "amqp.method.arguments.channel_max" "Channel-Max": U16 Dec;
        ARG_FRAME_MAX "amqp.method.arguments.frame_max" "Frame-Max": U32 Dec;
        ARG_HEARTBEAT "amqp.method.arguments.heartbeat" "Heartbeat": U16 Dec;
        ARG_VIRTUAL_HOST "amqp.method.arguments.virtual_host" "Virtual-Host": UintStr;
        ARG_CAPABILITIES "amqp.method.arguments.capabilities" "Capabilities": Str;
        ARG_INSIST "amqp.method.arguments.insist" "Insist": Bool(8) & 0x1;
        ARG_KNOWN_HOSTS "amqp.method.arguments.known_hosts" "Known-Hosts": Str;
        ARG_REPLY_CODE "amqp.method.arguments.reply_code" "Reply-Code": U16 Dec;
        ARG_REPLY_TEXT "amqp.method.arguments.reply_text" "Reply-Text": UintStr;
        ARG_CLASS_ID "amqp.method.arguments.class_id" "Class-Id": U16 Dec;
        ARG_METHOD_ID "amqp.method.arguments.method_id" "Method-Id": U16 Dec;
        ARG_OUT_OF_BAND "amqp.method.arguments.out_of_band" "Out-Of-Band": Str;
        ARG_CHANNEL_ID "amqp.method.arguments.channel_id" "Channel-Id": Bytes;
        ARG_ACTIVE "amqp.method.arguments.active" "Active": Bool(8) & 0x1;
        ARG_PASSIVE "amqp.method.arguments.passive" "Passive": Bool(8) & 0x1;
        ARG_TICKET "amqp.method.arguments.ticket" "Ticket": U16 Dec;
        ARG_EXCHANGE "amqp.method.arguments.exchange" "Exchange": Str;
        ARG_TYPE "amqp.method.arguments.type" "Type": Str;
        ARG_DURABLE "amqp.method.arguments.durable" "Durable": Bool(8) & 0x2;
        ARG_INTERNAL "amqp.method.arguments.internal" "Internal": Bool(8) & 0x8;
        ARG_ARGUMENTS "amqp.method.arguments.arguments" "Arguments": None;
        ARG_ROUTING_KEY "amqp.method.arguments.routing_key" "Routing-Key": Str;
        ARG_IF_UNUSED "amqp.method.arguments.if_unused" "If-Unused": Bool(8) & 0x1;
        ARG_QUEUE "amqp.method.arguments.queue" "Queue": Str;
        ARG_MESSAGE_COUNT "amqp.method.arguments.message_count" "Message-Count": U32 Dec;
        ARG_CONSUMER_COUNT "amqp.method.arguments.consumer_count" "Consumer-Count": U32 Dec;
        ARG_IF_EMPTY "amqp.method.arguments.if_empty" "If-Empty": Bool(8) & 0x2;
        ARG_PREFETCH_SIZE "amqp.method.arguments.prefetch_size" "Prefetch-Size": U32 Dec;
        ARG_PREFETCH_COUNT "amqp.method.arguments.prefetch_count" "Prefetch-Count": U16 Dec;
        ARG_GLOBAL "amqp.method.arguments.global" "Global": Bool(8) & 0x1;
        ARG_CONSUMER_TAG "amqp.method.arguments.consumer_tag" "Consumer-Tag": Str;
        ARG_NO_LOCAL "amqp.method.arguments.no_local" "No-Local": Bool(8) & 0x1;
        ARG_FILTER "amqp.method.arguments.filter" "Filter": None;
        ARG_MANDATORY "amqp.method.arguments.mandatory" "Mandatory": Bool(8) & 0x1;
        ARG_IMMEDIATE "amqp.method.arguments.immediate" "Immediate": Bool(8) & 0x2;
        ARG_DELIVERY_TAG "amqp.method.arguments.delivery_tag" "Delivery-Tag": U64 Dec;
        ARG_REDELIVERED "amqp.method.arguments.redelivered" "Redelivered": Bool(8) & 0x1;
        ARG_CLUSTER_ID "amqp.method.arguments.cluster_id" "Cluster-Id": Str;
        ARG_MULTIPLE "amqp.method.arguments.multiple" "Multiple": Bool(8) & 0x1;
        FIELD "amqp.field" "AMQP": None;
        HEADER_CLASS "amqp.header.class" "Class ID": U16 Dec = METHOD_CLASS_NAMES;
        HEADER_WEIGHT "amqp.header.weight" "Weight": U16 Dec;
        HEADER_BODY_SIZE "amqp.header.body-size" "Body size": U64 Dec;
        HEADER_PROPERTY_FLAGS "amqp.header.property-flags" "Property flags": U16 Hex;
        HEADER_PROPERTIES "amqp.header.properties" "Properties": None;
        METHOD_PROPERTIES_CONTENT_TYPE "amqp.method.properties.content_type" "Content-Type": Str;
        METHOD_PROPERTIES_CONTENT_ENCODING "amqp.method.properties.content_encoding" "Content-Encoding": Str;
        METHOD_PROPERTIES_HEADERS "amqp.method.properties.headers" "Headers": None;
        METHOD_PROPERTIES_DELIVERY_MODE "amqp.method.properties.delivery_mode" "Delivery-Mode": U8 Dec;
        METHOD_PROPERTIES_PRIORITY "amqp.method.properties.priority" "Priority": U8 Dec;
        METHOD_PROPERTIES_CORRELATION_ID "amqp.method.properties.correlation_id" "Correlation-Id": Str;
        METHOD_PROPERTIES_REPLY_TO "amqp.method.properties.reply_to" "Reply-To": Str;
        METHOD_PROPERTIES_EXPIRATION "amqp.method.properties.expiration" "Expiration": Str;
        METHOD_PROPERTIES_MESSAGE_ID "amqp.method.properties.message_id" "Message-Id": Str;
        METHOD_PROPERTIES_TIMESTAMP "amqp.method.properties.timestamp" "Timestamp": AbsTime;
        METHOD_PROPERTIES_TYPE "amqp.method.properties.type" "Type": Str;
        METHOD_PROPERTIES_USER_ID "amqp.method.properties.user_id" "User-Id": Str;
        METHOD_PROPERTIES_APP_ID "amqp.method.properties.app_id" "App-Id": Str;
        INIT_PROTOCOL "amqp.init.protocol" "Protocol": Str;
        INIT_ID "amqp.init.id" "Protocol-ID": U8 Dec;
        INIT_VERSION_MAJOR "amqp.init.version_major" "Version Major": U8 Dec;
        INIT_VERSION_MINOR "amqp.init.version_minor" "Version Minor": U8 Dec;
        INIT_VERSION_REVISION "amqp.init.version_revision" "Version-Revision": U8 Dec;
        ARG_AUTO_DELETE4 "amqp.method.arguments.auto_delete" "Auto-Delete": Bool(8) & 0x4;
        ARG_AUTO_DELETE8 "amqp.method.arguments.auto_delete" "Auto-Delete": Bool(8) & 0x8;
        ARG_NOWAIT1 "amqp.method.arguments.nowait" "Nowait": Bool(8) & 0x1;
        ARG_NOWAIT2 "amqp.method.arguments.nowait" "Nowait": Bool(8) & 0x2;
        ARG_NOWAIT4 "amqp.method.arguments.nowait" "Nowait": Bool(8) & 0x4;
        ARG_NOWAIT8 "amqp.method.arguments.nowait" "Nowait": Bool(8) & 0x8;
        ARG_NOWAIT10 "amqp.method.arguments.nowait" "Nowait": Bool(8) & 0x10;
        ARG_EXCLUSIVE1 "amqp.method.arguments.exclusive" "Exclusive": Bool(8) & 0x1;
        ARG_EXCLUSIVE4 "amqp.method.arguments.exclusive" "Exclusive": Bool(8) & 0x4;
        ARG_NO_ACK1 "amqp.method.arguments.no_ack" "No-Ack": Bool(8) & 0x1;
        ARG_NO_ACK2 "amqp.method.arguments.no_ack" "No-Ack": Bool(8) & 0x2;
        ARG_REQUEUE1 "amqp.method.arguments.requeue" "Requeue": Bool(8) & 0x1;
        ARG_REQUEUE2 "amqp.method.arguments.requeue" "Requeue": Bool(8) & 0x2;
        PAYLOAD "amqp.payload" "Payload": Bytes;
    }
}

names! {
    TYPE_NAMES { 1 => "Method", 2 => "Content header", 3 => "Content body", 8 => "Heartbeat" }
    METHOD_CLASS_NAMES {
        10 => "Connection",
        20 => "Channel",
        30 => "Access",
        40 => "Exchange",
        50 => "Queue",
        60 => "Basic",
        70 => "File",
        80 => "Stream",
        85 => "Confirm",
        90 => "Tx",
        100 => "Dtx",
        110 => "Tunnel",
    }
}

/// Type, channel and length before a frame's payload, and the mark behind it.
const HEAD: usize = 7;
const METHOD: u8 = 1;
const HEADER: u8 = 2;
const BODY: u8 = 3;
const HEARTBEAT: u8 = 8;

fn pdu_len(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    if bytes.starts_with(b"AMQP") {
        return if bytes.len() < 8 { Pdu::More(8) } else { Pdu::Len(8) };
    }
    match bytes.get(3..HEAD) {
        Some([a, b, c, d]) => Pdu::Len(HEAD + 1 + u32::from_be_bytes([*a, *b, *c, *d]) as usize),
        _ => Pdu::More(HEAD),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let len = pdu_len(c.rest(), true, &[0; 2]);
    one_by_one(cx, c, ID, len, frame)
}

fn frame<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(c.left());
    cx.protocol("AMQP");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    if c.rest().starts_with(b"AMQP") {
        return greeting(cx, &mut c);
    }
    let kind = c.peek_u8(0)?;
    crate::common::run(cx, &mut c, &[(TYPE, 1), (CHANNEL, 2)])?;
    let len = cx.u32(LENGTH, &mut c)? as usize;
    let mut body = c.take_all(len)?;
    match kind {
        METHOD => method(cx, body)?,
        HEADER => header(cx, body)?,
        BODY => {
            cx.info_add(|o| _ = o.s("Content-Body "));
            cx.bytes(PAYLOAD, &mut body, len)?;
        }
        HEARTBEAT => cx.info_add(|o| _ = o.s("Heartbeat ")),
        _ => {}
    }
    cx.info_fence();
    Ok(())
}

fn greeting<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let [_, _, _, _, id, major, minor, revision] = *c.peek_array::<8>()?;
    cx.info_add(|o| {
        _ = o.s("Protocol-Header ").u(id).s(" ").u(major).s("-").u(minor).s("-").u(revision).s(" ")
    });
    crate::common::run(
        cx,
        c,
        &[
            (INIT_PROTOCOL, 4),
            (INIT_ID, 1),
            (INIT_VERSION_MAJOR, 1),
            (INIT_VERSION_MINOR, 1),
            (INIT_VERSION_REVISION, 1),
        ],
    )
}

/// How an argument stands.
#[derive(Clone, Copy)]
enum Arg {
    /// A number of the type's width.
    N(Field),
    /// A text with a length of one byte before it; what the Info column calls it.
    S(Field, &'static str),
    /// A text with a length of four.
    L(Field),
    /// Names and values.
    T(Field),
    /// Flags of one byte.
    B(&'static [Field]),
}

type Method = (u16, u16, &'static str, &'static [Arg]);

const METHODS: &[Method] = &[
    (
        10,
        10,
        "Connection.Start",
        &[
            N(ARG_VERSION_MAJOR),
            N(ARG_VERSION_MINOR),
            T(ARG_SERVER_PROPERTIES),
            L(ARG_MECHANISMS),
            L(ARG_LOCALES),
        ],
    ),
    (
        10,
        11,
        "Connection.Start-Ok",
        &[T(ARG_CLIENT_PROPERTIES), T1(ARG_MECHANISM, ""), L(ARG_RESPONSE), T1(ARG_LOCALE, "")],
    ),
    (10, 30, "Connection.Tune", &[N(ARG_CHANNEL_MAX), N(ARG_FRAME_MAX), N(ARG_HEARTBEAT)]),
    (10, 31, "Connection.Tune-Ok", &[N(ARG_CHANNEL_MAX), N(ARG_FRAME_MAX), N(ARG_HEARTBEAT)]),
    (10, 40, "Connection.Open", &[T1(ARG_VIRTUAL_HOST, "vhost"), T1(ARG_CAPABILITIES, ""), B(&[ARG_INSIST])]),
    (10, 41, "Connection.Open-Ok", &[T1(ARG_KNOWN_HOSTS, "")]),
    (
        10,
        50,
        "Connection.Close",
        &[N(ARG_REPLY_CODE), T1(ARG_REPLY_TEXT, "reply"), N(ARG_CLASS_ID), N(ARG_METHOD_ID)],
    ),
    (10, 51, "Connection.Close-Ok", &[]),
    (20, 10, "Channel.Open", &[T1(ARG_OUT_OF_BAND, "")]),
    (20, 11, "Channel.Open-Ok", &[L(ARG_CHANNEL_ID)]),
    (20, 20, "Channel.Flow", &[B(&[ARG_ACTIVE])]),
    (20, 21, "Channel.Flow-Ok", &[B(&[ARG_ACTIVE])]),
    (
        20,
        40,
        "Channel.Close",
        &[N(ARG_REPLY_CODE), T1(ARG_REPLY_TEXT, "reply"), N(ARG_CLASS_ID), N(ARG_METHOD_ID)],
    ),
    (20, 41, "Channel.Close-Ok", &[]),
    (
        40,
        10,
        "Exchange.Declare",
        &[
            N(ARG_TICKET),
            T1(ARG_EXCHANGE, "x"),
            T1(ARG_TYPE, ""),
            B(&[ARG_PASSIVE, ARG_DURABLE, ARG_AUTO_DELETE4, ARG_INTERNAL, ARG_NOWAIT10]),
            T(ARG_ARGUMENTS),
        ],
    ),
    (40, 11, "Exchange.Declare-Ok", &[]),
    (40, 20, "Exchange.Delete", &[N(ARG_TICKET), T1(ARG_EXCHANGE, "x"), B(&[ARG_IF_UNUSED, ARG_NOWAIT2])]),
    (40, 21, "Exchange.Delete-Ok", &[]),
    (
        50,
        10,
        "Queue.Declare",
        &[
            N(ARG_TICKET),
            T1(ARG_QUEUE, "q"),
            B(&[ARG_PASSIVE, ARG_DURABLE, ARG_EXCLUSIVE4, ARG_AUTO_DELETE8, ARG_NOWAIT10]),
            T(ARG_ARGUMENTS),
        ],
    ),
    (50, 11, "Queue.Declare-Ok", &[T1(ARG_QUEUE, "q"), N(ARG_MESSAGE_COUNT), N(ARG_CONSUMER_COUNT)]),
    (
        50,
        20,
        "Queue.Bind",
        &[
            N(ARG_TICKET),
            T1(ARG_QUEUE, "q"),
            T1(ARG_EXCHANGE, "x"),
            T1(ARG_ROUTING_KEY, "bk"),
            B(&[ARG_NOWAIT1]),
            T(ARG_ARGUMENTS),
        ],
    ),
    (50, 21, "Queue.Bind-Ok", &[]),
    (50, 30, "Queue.Purge", &[N(ARG_TICKET), T1(ARG_QUEUE, "q"), B(&[ARG_NOWAIT1])]),
    (50, 31, "Queue.Purge-Ok", &[N(ARG_MESSAGE_COUNT)]),
    (
        50,
        40,
        "Queue.Delete",
        &[N(ARG_TICKET), T1(ARG_QUEUE, "q"), B(&[ARG_IF_UNUSED, ARG_IF_EMPTY, ARG_NOWAIT4])],
    ),
    (50, 41, "Queue.Delete-Ok", &[N(ARG_MESSAGE_COUNT)]),
    (60, 10, "Basic.Qos", &[N(ARG_PREFETCH_SIZE), N(ARG_PREFETCH_COUNT), B(&[ARG_GLOBAL])]),
    (60, 11, "Basic.Qos-Ok", &[]),
    (
        60,
        20,
        "Basic.Consume",
        &[
            N(ARG_TICKET),
            T1(ARG_QUEUE, "q"),
            T1(ARG_CONSUMER_TAG, ""),
            B(&[ARG_NO_LOCAL, ARG_NO_ACK2, ARG_EXCLUSIVE4, ARG_NOWAIT8]),
            T(ARG_FILTER),
        ],
    ),
    (60, 21, "Basic.Consume-Ok", &[T1(ARG_CONSUMER_TAG, "")]),
    (60, 30, "Basic.Cancel", &[T1(ARG_CONSUMER_TAG, ""), B(&[ARG_NOWAIT1])]),
    (60, 31, "Basic.Cancel-Ok", &[T1(ARG_CONSUMER_TAG, "")]),
    (
        60,
        40,
        "Basic.Publish",
        &[
            N(ARG_TICKET),
            T1(ARG_EXCHANGE, "x"),
            T1(ARG_ROUTING_KEY, "rk"),
            B(&[ARG_MANDATORY, ARG_IMMEDIATE]),
        ],
    ),
    (
        60,
        50,
        "Basic.Return",
        &[N(ARG_REPLY_CODE), T1(ARG_REPLY_TEXT, ""), T1(ARG_EXCHANGE, ""), T1(ARG_ROUTING_KEY, "")],
    ),
    (
        60,
        60,
        "Basic.Deliver",
        &[
            T1(ARG_CONSUMER_TAG, ""),
            N(ARG_DELIVERY_TAG),
            B(&[ARG_REDELIVERED]),
            T1(ARG_EXCHANGE, "x"),
            T1(ARG_ROUTING_KEY, "rk"),
        ],
    ),
    (60, 70, "Basic.Get", &[N(ARG_TICKET), T1(ARG_QUEUE, "q"), B(&[ARG_NO_ACK1])]),
    (
        60,
        71,
        "Basic.Get-Ok",
        &[
            N(ARG_DELIVERY_TAG),
            B(&[ARG_REDELIVERED]),
            T1(ARG_EXCHANGE, "x"),
            T1(ARG_ROUTING_KEY, "rk"),
            N(ARG_MESSAGE_COUNT),
        ],
    ),
    (60, 72, "Basic.Get-Empty", &[T1(ARG_CLUSTER_ID, "")]),
    (60, 80, "Basic.Ack", &[N(ARG_DELIVERY_TAG), B(&[ARG_MULTIPLE])]),
    (60, 90, "Basic.Reject", &[N(ARG_DELIVERY_TAG), B(&[ARG_REQUEUE1])]),
    (60, 110, "Basic.Recover", &[B(&[ARG_REQUEUE1])]),
    (60, 120, "Basic.Nack", &[N(ARG_DELIVERY_TAG), B(&[ARG_MULTIPLE, ARG_REQUEUE2])]),
    (85, 10, "Confirm.Select", &[B(&[ARG_NOWAIT1])]),
    (85, 11, "Confirm.Select-Ok", &[]),
    (90, 10, "Tx.Select", &[]),
    (90, 11, "Tx.Select-Ok", &[]),
    (90, 20, "Tx.Commit", &[]),
    (90, 21, "Tx.Commit-Ok", &[]),
    (90, 30, "Tx.Rollback", &[]),
    (90, 31, "Tx.Rollback-Ok", &[]),
];

fn method<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let (class, number) = (c.peek_u16(0)?, c.peek_u16(2)?);
    cx.u16(METHOD_CLASS, &mut c)?;
    let Some((_, _, name, args)) = METHODS.iter().find(|m| (m.0, m.1) == (class, number)) else {
        let item = cx.peek(METHOD_METHOD, &c, 2)?;
        cx.label(item, |o| _ = o.s("Method: Unknown (").u(number).s(")"));
        return Ok(());
    };
    cx.info_add(|o| _ = o.s(name).s(" "));
    let item = cx.peek(METHOD_METHOD, &c, 2)?;
    let short = name.split_once('.').map_or(*name, |n| n.1);
    cx.label(item, |o| _ = o.s("Method: ").s(short).s(" (").u(number).s(")"));
    c.skip(2)?;
    let item = cx.add(METHOD_ARGUMENTS, c.span(c.left()), Value::None);
    cx.under(item, |cx| -> Step {
        for arg in *args {
            argument(cx, &mut c, *arg)?;
        }
        Ok(())
    })
}

fn argument<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, arg: Arg) -> Step {
    match arg {
        N(field) => cx.field(field, c, 0).map(|_| ()),
        T1(field, short) => {
            let n = usize::from(c.peek_u8(0)?);
            c.skip(1)?;
            let text = cx.bytes(field, c, n)?;
            if !short.is_empty() {
                cx.info_add(|o| _ = o.s(short).s("=").text(text).s(" "));
            }
            Ok(())
        }
        L(field) => {
            let n = c.peek_u32(0)? as usize;
            c.skip(4)?;
            cx.bytes(field, c, n).map(|_| ())
        }
        T(field) => {
            let n = c.peek_u32(0)? as usize;
            c.skip(4)?;
            let item = cx.add(field, c.span(n), Value::None);
            let body = c.take_all(n)?;
            cx.under(item, |cx| table(cx, body, true, 0))
        }
        B(bits) => {
            for field in bits {
                cx.peek(*field, c, 1)?;
            }
            c.skip(1)
        }
    }
}

/// How deep tables may lie in one another.
const DEPTH: u8 = 16;

/// Names and values, or values alone.
fn table<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, named: bool, depth: u8) -> Step {
    let mut index = 0u64;
    // Every turn takes at least the byte of a type.
    while !c.is_empty() {
        let begin = c;
        let name = if named {
            let n = usize::from(c.peek_u8(0)?);
            c.skip(1)?;
            c.bytes(n)?
        } else {
            &[]
        };
        let kind = c.peek_u8(0)?;
        c.skip(1)?;
        let value = c;
        let Some((kind_name, n)) = size(kind, &c)? else { return Err(Stop::Malformed) };
        let prefix = if matches!(kind, b'F' | b'A' | b'S' | b'x') { 4 } else { 0 };
        c.skip(prefix)?;
        let inside = c.take_all(n)?;
        let item = cx.add(FIELD, begin.span(begin.left() - c.left()), Value::None);
        cx.label(item, |o| {
            if named {
                o.text(name);
            } else {
                o.s("[").u(index).s("]");
            }
            o.s(" (").s(kind_name).s(")");
            if !matches!(kind, b'F' | b'A') {
                o.s(": ");
                text(o, kind, value, inside.rest());
            }
        });
        if matches!(kind, b'F' | b'A') && depth < DEPTH {
            cx.under(item, |cx| table(cx, inside, kind == b'F', depth + 1))?;
        }
        index += 1;
    }
    Ok(())
}

/// What a type is called and how long its value is, a length of its own aside.
fn size(kind: u8, c: &Cursor<'_>) -> Result<Option<(&'static str, usize)>, Stop> {
    Ok(Some(match kind {
        b't' => ("boolean", 1),
        b'b' => ("byte", 1),
        b'B' => ("unsigned byte", 1),
        b's' => ("short int", 2),
        b'u' => ("short uint", 2),
        b'I' => ("integer", 4),
        b'i' => ("unsigned integer", 4),
        b'l' => ("long int", 8),
        b'f' => ("float", 4),
        b'd' => ("double", 8),
        b'D' => ("decimal", 5),
        b'T' => ("timestamp", 8),
        b'V' => ("void", 0),
        b'F' => ("field table", c.peek_u32(0)? as usize),
        b'A' => ("array", c.peek_u32(0)? as usize),
        b'S' => ("string", c.peek_u32(0)? as usize),
        b'x' => ("byte array", c.peek_u32(0)? as usize),
        _ => return Ok(None),
    }))
}

fn text(o: &mut requin_wire::Out<'_>, kind: u8, value: Cursor<'_>, inside: &[u8]) {
    let n = |len| value.peek_uint(0, len).unwrap_or_default();
    match kind {
        b't' => o.s(if n(1) != 0 { "true" } else { "false" }),
        b'b' => o.i(n(1) as i8),
        b's' => o.i(n(2) as i16),
        b'I' => o.i(n(4) as i32),
        b'l' => o.i(n(8) as i64),
        b'B' => o.u(n(1)),
        b'u' => o.u(n(2)),
        b'i' => o.u(n(4)),
        b'S' => o.text(inside),
        b'x' => o.hex_bytes(inside, 0),
        _ => o,
    };
}

/// The properties of content, each there when its bit is set, highest first.
const PROPERTIES: [Arg; 13] = [
    T1(METHOD_PROPERTIES_CONTENT_TYPE, "type"),
    T1(METHOD_PROPERTIES_CONTENT_ENCODING, ""),
    T(METHOD_PROPERTIES_HEADERS),
    N(METHOD_PROPERTIES_DELIVERY_MODE),
    N(METHOD_PROPERTIES_PRIORITY),
    T1(METHOD_PROPERTIES_CORRELATION_ID, ""),
    T1(METHOD_PROPERTIES_REPLY_TO, ""),
    T1(METHOD_PROPERTIES_EXPIRATION, ""),
    T1(METHOD_PROPERTIES_MESSAGE_ID, ""),
    N(METHOD_PROPERTIES_TIMESTAMP),
    T1(METHOD_PROPERTIES_TYPE, ""),
    T1(METHOD_PROPERTIES_USER_ID, ""),
    T1(METHOD_PROPERTIES_APP_ID, ""),
];

fn header<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.info_add(|o| _ = o.s("Content-Header "));
    cx.u16(HEADER_CLASS, &mut c)?;
    cx.u16(HEADER_WEIGHT, &mut c)?;
    cx.u64(HEADER_BODY_SIZE, &mut c)?;
    let flags = cx.u16(HEADER_PROPERTY_FLAGS, &mut c)?;
    let item = cx.add(HEADER_PROPERTIES, c.span(c.left()), Value::None);
    cx.under(item, |cx| -> Step {
        for (i, property) in PROPERTIES.iter().enumerate() {
            if flags & (0x8000 >> i) == 0 {
                continue;
            }
            if matches!(property, N(METHOD_PROPERTIES_TIMESTAMP)) {
                let seconds = i64::try_from(c.peek_uint(0, 8)?).unwrap_or(i64::MAX);
                cx.add(METHOD_PROPERTIES_TIMESTAMP, c.span(8), requin_wire::Time::new(seconds, 0).into());
                c.skip(8)?;
            } else {
                argument(cx, &mut c, *property)?;
            }
        }
        Ok(())
    })
}
