//! MQ Telemetry Transport 3.1, 3.1.1 and 5.0 (OASIS).

use requin_wire::{
    Cursor, Cx, Field, Item, Names, Pdu, ProtoId, Sink, Span, Step, Stop, Value, names, proto,
};

proto! {
    MQTT "mqtt" "MQ Telemetry Transport Protocol" "MQTT" App
    on [Tcp 1883]
    track [remember]
    frames sized [frames]
    fields {
        LEN "mqtt.len" "Msg Len": U64 Dec;
        HDRFLAGS "mqtt.hdrflags" "Header Flags": U8 Hex;
        MSGTYPE "mqtt.msgtype" "Message Type": U8 Dec & 0xf0 = MSGTYPE_NAMES;
        HDR_RESERVED "mqtt.hdr_reserved" "Reserved": U8 Dec & 0xf;
        RETAIN_RESERVED "mqtt.retain_reserved" "Reserved": U8 Dec & 0x1;
        DUPFLAG "mqtt.dupflag" "DUP Flag": Bool(8) & 0x8 = Names::Bools("Set", "Not set");
        QOS "mqtt.qos" "QoS Level": U8 Dec & 0x6 = QOS_NAMES;
        RETAIN "mqtt.retain" "Retain": Bool(8) & 0x1 = Names::Bools("Set", "Not set");
        CONACK_FLAGS_RESERVED "mqtt.conack.flags.reserved" "Reserved": Bool(8) = Names::Bools("Set", "Not set");
        CONACK_FLAGS "mqtt.conack.flags" "Acknowledge Flags": U8 Hex;
        CONACK_FLAGS_SP "mqtt.conack.flags.sp" "Session Present": Bool(8) & 0x1 = Names::Bools("Set", "Not set");
        CONACK_VAL "mqtt.conack.val" "Return Code": U8 Dec = CONACK_VAL_NAMES;
        MSGID "mqtt.msgid" "Message Identifier": U16 Dec;
        SUB_QOS "mqtt.sub.qos" "Requested QoS": U8 Dec = QOS_NAMES;
        SUBACK_QOS "mqtt.suback.qos" "Granted QoS": U8 Dec = SUBACK_QOS_NAMES;
        TOPIC_LEN "mqtt.topic_len" "Topic Length": U16 Dec;
        TOPIC "mqtt.topic" "Topic": Str;
        WILLTOPIC_LEN "mqtt.willtopic_len" "Will Topic Length": U16 Dec;
        WILLTOPIC "mqtt.willtopic" "Will Topic": Str;
        WILLMSG "mqtt.willmsg" "Will Message": Bytes;
        WILLMSG_TEXT "mqtt.willmsg_text" "Will Message": Str;
        WILLMSG_LEN "mqtt.willmsg_len" "Will Message Length": U16 Dec;
        USERNAME_LEN "mqtt.username_len" "User Name Length": U16 Dec;
        USERNAME "mqtt.username" "User Name": Str;
        PASSWD_LEN "mqtt.passwd_len" "Password Length": U16 Dec;
        PASSWD "mqtt.passwd" "Password": Str;
        MSG "mqtt.msg" "Message": Bytes;
        MSG_TEXT "mqtt.msg_text" "Message": Str;
        MSG_DECODED_AS "mqtt.msg_decoded_as" "Message decoded as": Str;
        PROTO_LEN "mqtt.proto_len" "Protocol Name Length": U16 Dec;
        PROTONAME "mqtt.protoname" "Protocol Name": Str;
        CLIENTID_LEN "mqtt.clientid_len" "Client ID Length": U16 Dec;
        CLIENTID "mqtt.clientid" "Client ID": Str;
        VER "mqtt.ver" "Version": U8 Dec = VER_NAMES;
        CONFLAGS "mqtt.conflags" "Connect Flags": U8 Hex;
        CONFLAG_UNAME "mqtt.conflag.uname" "User Name Flag": Bool(8) & 0x80 = Names::Bools("Set", "Not set");
        CONFLAG_PASSWD "mqtt.conflag.passwd" "Password Flag": Bool(8) & 0x40 = Names::Bools("Set", "Not set");
        CONFLAG_RETAIN "mqtt.conflag.retain" "Will Retain": Bool(8) & 0x20 = Names::Bools("Set", "Not set");
        CONFLAG_QOS "mqtt.conflag.qos" "QoS Level": U8 Dec & 0x18 = QOS_NAMES;
        CONFLAG_WILLFLAG "mqtt.conflag.willflag" "Will Flag": Bool(8) & 0x4 = Names::Bools("Set", "Not set");
        CONFLAG_CLEANSESS "mqtt.conflag.cleansess" "Clean Session Flag": Bool(8) & 0x2 = Names::Bools("Set", "Not set");
        CONFLAG_RESERVED "mqtt.conflag.reserved" "(Reserved)": Bool(8) & 0x1 = Names::Bools("Set", "Not set");
        KALIVE "mqtt.kalive" "Keep Alive": U16 Dec;
        SUBSCRIPTION_OPTIONS "mqtt.subscription_options" "Subscription Options": U8 Hex;
        SUBSCRIPTION_OPTIONS_QOS "mqtt.subscription_options_qos" "QoS": U8 Dec & 0x3 = QOS_NAMES;
        SUBSCRIPTION_OPTIONS_NL "mqtt.subscription_options_nl" "No Local": Bool(8) & 0x4 = Names::Bools("Set", "Not set");
        SUBSCRIPTION_OPTIONS_RAP "mqtt.subscription_options_rap" "Retain As Published": Bool(8) & 0x8 = Names::Bools("Set", "Not set");
        SUBSCRIPTION_OPTIONS_RETAIN "mqtt.subscription_options_retain" "Retain Handling": U8 Dec & 0x30 = SUBSCRIPTION_OPTIONS_RETAIN_NAMES;
        SUBSCRIPTION_OPTIONS_RESERVED "mqtt.subscription_options_reserved" "Reserved": U8 Hex & 0xc0;
        CONNACK_REASON_CODE "mqtt.connack.reason_code" "Reason Code": U8 Dec = CONNACK_REASON_CODE_NAMES;
        PUBACK_REASON_CODE "mqtt.puback.reason_code" "Reason Code": U8 Dec = PUBACK_REASON_CODE_NAMES;
        PUBREC_REASON_CODE "mqtt.pubrec.reason_code" "Reason Code": U8 Dec = PUBACK_REASON_CODE_NAMES;
        PUBREL_REASON_CODE "mqtt.pubrel.reason_code" "Reason Code": U8 Dec = PUBREL_REASON_CODE_NAMES;
        PUBCOMP_REASON_CODE "mqtt.pubcomp.reason_code" "Reason Code": U8 Dec = PUBREL_REASON_CODE_NAMES;
        SUBACK_REASON_CODE "mqtt.suback.reason_code" "Reason Code": U8 Dec = SUBACK_REASON_CODE_NAMES;
        UNSUBACK_REASON_CODE "mqtt.unsuback.reason_code" "Reason Code": U8 Dec = UNSUBACK_REASON_CODE_NAMES;
        DISCONNECT_REASON_CODE "mqtt.disconnect.reason_code" "Reason Code": U8 Dec = DISCONNECT_REASON_CODE_NAMES;
        AUTH_REASON_CODE "mqtt.auth.reason_code" "Reason Code": U8 Dec = AUTH_REASON_CODE_NAMES;
        PROPERTIES "mqtt.properties" "Properties": None;
        WILL_PROPERTIES "mqtt.will_properties" "Will Properties": None;
        PROPERTY_LEN "mqtt.property_len" "Total Length": U64 Dec;
        PROPERTY_ID "mqtt.property_id" "ID": U8 Hex = PROPERTY_ID_NAMES;
        PROP_NUMBER "mqtt.prop_number" "Value": U32 Dec;
        PROPERTY_CONTENT_TYPE "mqtt.property.content_type" "Content Type": UintStr;
        PROPERTY_MAX_QOS "mqtt.property.max_qos" "QoS": U8 Dec = QOS_NAMES;
        PROPERTY_TOPIC_ALIAS "mqtt.property.topic_alias" "Topic Alias": U16 Dec;
        PROP_UNKNOWN "mqtt.prop_unknown" "Unknown Property": Str;
        PROP_STRING_LEN "mqtt.prop_string_len" "Length": U32 Dec;
        PROP_STRING "mqtt.prop_string" "Value": Str;
        PROP_KEY_LEN "mqtt.prop_key_len" "Key Length": U32 Dec;
        PROP_KEY "mqtt.prop_key" "Key": Str;
        PROP_VALUE_LEN "mqtt.prop_value_len" "Value Length": U32 Dec;
        PROP_VALUE "mqtt.prop_value" "Value": Str;
    }
    experts {
        ILLEGAL_TOPIC_LENGTH "mqtt.illegal_topic_length" Error Protocol "Length cannot be 0";
        UNKNOWN_VERSION "mqtt.unknown_version" Note Protocol "Unknown version (missing the CONNECT packet?)";
        UNKNOWN_TOPIC_ALIAS "mqtt.unknown_topic_alias" Error Protocol "Unknown topic alias";
    }
}

names! {
    MSGTYPE_NAMES {
        0 => "Reserved", 1 => "Connect Command", 2 => "Connect Ack", 3 => "Publish Message",
        4 => "Publish Ack", 5 => "Publish Received", 6 => "Publish Release", 7 => "Publish Complete",
        8 => "Subscribe Request", 9 => "Subscribe Ack", 10 => "Unsubscribe Request",
        11 => "Unsubscribe Ack", 12 => "Ping Request", 13 => "Ping Response", 14 => "Disconnect Req",
        15 => "Authentication Exchange", 16 => "Reserved",
    }
    QOS_NAMES {
        0 => "At most once delivery (Fire and Forget)",
        1 => "At least once delivery (Acknowledged deliver)",
        2 => "Exactly once delivery (Assured Delivery)", 3 => "Reserved",
    }
    CONACK_VAL_NAMES {
        0 => "Connection Accepted", 1 => "Connection Refused: unacceptable protocol version",
        2 => "Connection Refused: identifier rejected", 3 => "Connection Refused: server unavailable",
        4 => "Connection Refused: bad user name or password", 5 => "Connection Refused: not authorized",
    }
    SUBACK_QOS_NAMES {
        0 => "At most once delivery (Fire and Forget)",
        1 => "At least once delivery (Acknowledged deliver)",
        2 => "Exactly once delivery (Assured Delivery)", 3 => "Reserved", 128 => "Failure",
    }
    VER_NAMES {
        3 => "MQTT v3.1", 4 => "MQTT v3.1.1", 5 => "MQTT v5.0",
    }
    SUBSCRIPTION_OPTIONS_RETAIN_NAMES {
        0 => "Send msgs at subscription time", 1 => "Send msgs if subscription does not exist",
        2 => "Do not send msgs at subscription time", 3 => "Reserved",
    }
    CONNACK_REASON_CODE_NAMES {
        0 => "Success", 128 => "Unspecified error", 129 => "Malformed Packet", 130 => "Protocol Error",
        131 => "Implementation specific error", 132 => "Unsupported Protocol Version",
        133 => "Client Identifier not valid", 134 => "Bad User Name or Password", 135 => "Not authorized",
        136 => "Server unavailable", 137 => "Server busy", 138 => "Banned",
        140 => "Bad authentication method", 144 => "Topic Name invalid", 149 => "Packet too large",
        151 => "Quota exceeded", 154 => "Retain not supported", 155 => "QoS not supported",
        156 => "Use another server", 157 => "Server moved", 159 => "Connection rate exceeded",
    }
    PUBACK_REASON_CODE_NAMES {
        0 => "Success", 16 => "No matching subscribers", 128 => "Unspecified error",
        131 => "Implementation specific error", 135 => "Not authorized", 144 => "Topic Name invalid",
        145 => "Packet Identifier in use", 151 => "Quota exceeded", 153 => "Payload format invalid",
    }
    PUBREL_REASON_CODE_NAMES {
        0 => "Success", 146 => "Packet Identifier not found",
    }
    SUBACK_REASON_CODE_NAMES {
        0 => "Granted QoS 0", 1 => "Granted QoS 1", 2 => "Granted QoS 2", 128 => "Unspecified error",
        131 => "Implementation specific error", 135 => "Not authorized", 143 => "Topic Filter invalid",
        145 => "Packet Identifier in use", 151 => "Quota exceeded",
        158 => "Shared Subscription not supported", 161 => "Subscription Identifiers not supported",
        162 => "Wildcard Subscription not supported",
    }
    UNSUBACK_REASON_CODE_NAMES {
        0 => "Success", 17 => "No subscription existed", 131 => "Implementation specific error",
        135 => "Not authorized", 143 => "Topic Filter invalid", 145 => "Packet Identifier in use",
    }
    DISCONNECT_REASON_CODE_NAMES {
        0 => "Normal disconnection", 4 => "Disconnect with Will Message", 128 => "Unspecified error",
        129 => "Malformed Packet", 130 => "Protocol Error", 131 => "Implementation specific error",
        135 => "Not authorized", 137 => "Server busy", 139 => "Server shutting down",
        140 => "Bad authentication method", 141 => "Keep Alive timeout", 142 => "Session taken over",
        143 => "Topic Filter invalid", 144 => "Topic Name invalid", 147 => "Receive Maximum exceeded",
        148 => "Topic Alias invalid", 149 => "Packet too large", 150 => "Message rate too high",
        151 => "Quota exceeded", 152 => "Administrative action", 153 => "Payload format invalid",
        154 => "Retain not supported", 155 => "QoS not supported", 156 => "Use another server",
        157 => "Server moved", 158 => "Shared Subscription not supported",
        159 => "Connection rate exceeded", 160 => "Maximum connect time",
        161 => "Subscription Identifiers not supported", 162 => "Wildcard Subscription not supported",
    }
    AUTH_REASON_CODE_NAMES {
        0 => "Success", 24 => "Continue authentication", 25 => "Re-authenticate",
    }
    PROPERTY_ID_NAMES {
        1 => "Payload Format Indicator", 2 => "Publication Expiry Interval", 3 => "Content Type",
        8 => "Response Topic", 9 => "Correlation Data", 11 => "Subscription Identifier",
        17 => "Session Expiry Interval", 18 => "Assigned Client Identifier", 19 => "Server Keep Alive",
        21 => "Authentication Method", 22 => "Authentication Data", 23 => "Request Problem Information",
        24 => "Will Delay Interval", 25 => "Request Response Information", 26 => "Response Information",
        28 => "Server Reference", 31 => "Reason String", 33 => "Receive Maximum",
        34 => "Topic Alias Maximum", 35 => "Topic Alias", 36 => "Maximum QoS", 37 => "Retain Available",
        38 => "User Property", 39 => "Maximum Packet Size", 40 => "Wildcard Subscription Available",
        41 => "Subscription Identifier Available", 42 => "Shared Subscription Available",
    }
}

const CONNECT: u8 = 1;
const V5: u64 = 5;

/// A number of up to four bytes, seven bits each; and how many bytes it takes.
fn varint(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (i, b) in bytes.iter().take(4).enumerate() {
        value |= usize::from(b & 0x7f) << (7 * i);
        if b & 0x80 == 0 {
            return Some((value, i + 1));
        }
    }
    None
}

/// How far a packet reaches: the type, the length, and what is counted by it (MQTT 5.0, section 2.1).
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match varint(bytes.get(1..).unwrap_or_default()) {
        Some((len, n)) => Pdu::Len(1 + n + len),
        None if bytes.len() < 5 => Pdu::More(bytes.len().max(1) + 1),
        None => Pdu::AsItComes,
    }
}

/// Remembers the version that the client asked for.
fn remember(state: &mut [u64; 2], _: bool, payload: &[u8], _: usize) -> Option<ProtoId> {
    if payload.first().is_some_and(|b| b >> 4 == CONNECT) {
        let (_, n) = varint(payload.get(1..)?)?;
        let name = payload.get(1 + n..)?;
        let len = usize::from(u16::from_be_bytes(*name.first_chunk()?));
        state[0] = u64::from(*name.get(2 + len)?);
    }
    None
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let rest = c.rest();
    let head = *rest.first().ok_or(Stop::NotMine)?;
    let (len, n) = varint(rest.get(1..).unwrap_or_default()).ok_or(Stop::NotMine)?;
    if 1 + n + len > c.left() {
        // The rest comes in later segments.
        return Err(Stop::NotMine);
    }
    if cx.nth() == 1 {
        cx.info_clear();
    }
    cx.protocol("MQTT");
    let mut message = c.take(1 + n + len);
    cx.proto_len(1 + n + len);
    one(cx, &mut message, head, n, len)?;
    cx.info_fence();
    if c.is_empty() {
        return Ok(());
    }
    cx.next_pdu(ID, c)
}

fn one<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, head: u8, n: usize, len: usize) -> Step {
    let kind = head >> 4;
    let name = MSGTYPE_NAMES.or(u64::from(kind), "Unknown");
    let mut version = cx.state()[0];
    cx.proto_append(|o| _ = o.s(", ").s(name));
    cx.info_sep(", ", |o| _ = o.s(name));
    if version == 0 && kind != CONNECT {
        cx.expert(UNKNOWN_VERSION, Item::NONE, c.span(0));
    }
    let publish = kind == 3;
    // Version 3.1 has a quality of service in some requests, too.
    let asked = version == 3 && matches!(kind, 6 | 8 | 10);
    let bits: &[Field] = match kind {
        3 => &[MSGTYPE, DUPFLAG, QOS, RETAIN],
        _ if asked => &[MSGTYPE, DUPFLAG, QOS, RETAIN_RESERVED],
        _ => &[MSGTYPE, HDR_RESERVED],
    };
    let (_, item) = cx.flags(HDRFLAGS, c, 1, bits)?;
    cx.append(item, |o| {
        o.s(", Message Type: ").s(name);
        if publish || asked {
            o.s(if head & 8 != 0 { ", DUP Flag" } else { "" });
            o.s(", QoS Level: ").s(QOS_NAMES.or(u64::from(head >> 1 & 3), ""));
            o.s(if publish && head & 1 != 0 { ", Retain" } else { "" });
        }
    });
    cx.add(LEN, c.span(n), Value::U(len as u64));
    c.skip(n)?;
    match kind {
        CONNECT => connect(cx, c, &mut version)?,
        2 => {
            // Version 3.1 knows no flags here.
            let raw = c.peek_u8(0)?;
            if version == 3 {
                cx.add(CONACK_FLAGS_RESERVED, c.span(1), Value::U(u64::from(raw != 0)));
                c.skip(1)?;
            } else {
                let at = *c;
                let (_, item) = cx.flags(CONACK_FLAGS, c, 1, &[])?;
                cx.append(item, |o| _ = o.s(if raw & 1 != 0 { ", Session Present" } else { "" }));
                cx.under(item, |cx| -> Step {
                    cx.add(CONACK_FLAGS_RESERVED, at.span(1), Value::U(u64::from(raw & 0xfe != 0)));
                    cx.peek(CONACK_FLAGS_SP, &at, 1).map(|_| ())
                })?;
            }
            cx.u8(if matches!(version, 3 | 4) { CONACK_VAL } else { CONNACK_REASON_CODE }, c)?;
            if version == V5 {
                properties(cx, c, PROPERTIES)?;
            }
        }
        3 => {
            let topic = text(cx, c, TOPIC_LEN, TOPIC)?;
            if head >> 1 & 3 != 0 {
                identifier(cx, c)?;
            }
            cx.info_add(|o| _ = o.s(" [").text(topic).s("]"));
            if version == V5 {
                properties(cx, c, PROPERTIES)?;
            }
            let n = c.left();
            cx.bytes(MSG, c, n)?;
        }
        4..=7 => {
            identifier(cx, c)?;
            let code = match kind {
                4 => PUBACK_REASON_CODE,
                5 => PUBREC_REASON_CODE,
                6 => PUBREL_REASON_CODE,
                _ => PUBCOMP_REASON_CODE,
            };
            reason(cx, c, version, code)?;
        }
        8 => {
            identifier(cx, c)?;
            if version == V5 {
                properties(cx, c, PROPERTIES)?;
            }
            while !c.is_empty() {
                let topic = text(cx, c, TOPIC_LEN, TOPIC)?;
                cx.info_add(|o| _ = o.s(" [").text(topic).s("]"));
                if version == V5 {
                    subscription_options(cx, c)?;
                } else {
                    cx.u8(SUB_QOS, c)?;
                }
            }
        }
        9 | 11 => {
            identifier(cx, c)?;
            if version == V5 {
                properties(cx, c, PROPERTIES)?;
            }
            let code = match (kind, version) {
                (9, 3 | 4) => SUBACK_QOS,
                (9, _) => SUBACK_REASON_CODE,
                _ => UNSUBACK_REASON_CODE,
            };
            while !c.is_empty() && (kind == 9 || version == V5) {
                cx.u8(code, c)?;
            }
        }
        10 => {
            identifier(cx, c)?;
            if version == V5 {
                properties(cx, c, PROPERTIES)?;
            }
            while !c.is_empty() {
                text(cx, c, TOPIC_LEN, TOPIC)?;
            }
        }
        14 => reason(cx, c, version, DISCONNECT_REASON_CODE)?,
        15 => reason(cx, c, version, AUTH_REASON_CODE)?,
        _ => (),
    }
    Ok(())
}

fn connect<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: &mut u64) -> Step {
    text(cx, c, PROTO_LEN, PROTONAME)?;
    *version = u64::from(cx.u8(VER, c)?);
    let (flags, item) = cx.flags(
        CONFLAGS,
        c,
        1,
        &[
            CONFLAG_UNAME,
            CONFLAG_PASSWD,
            CONFLAG_RETAIN,
            CONFLAG_QOS,
            CONFLAG_WILLFLAG,
            CONFLAG_CLEANSESS,
            CONFLAG_RESERVED,
        ],
    )?;
    cx.append(item, |o| {
        o.s(if flags & 0x80 != 0 { ", User Name Flag" } else { "" });
        o.s(if flags & 0x40 != 0 { ", Password Flag" } else { "" });
        o.s(if flags & 0x20 != 0 { ", Will Retain" } else { "" });
        o.s(", QoS Level: ").s(QOS_NAMES.or(flags >> 3 & 3, ""));
        o.s(if flags & 0x04 != 0 { ", Will Flag" } else { "" });
        o.s(if flags & 0x02 != 0 { ", Clean Session Flag" } else { "" });
        o.s(if flags & 0x01 != 0 { ", (Reserved)" } else { "" });
    });
    cx.u16(KALIVE, c)?;
    if *version == V5 {
        properties(cx, c, PROPERTIES)?;
    }
    text(cx, c, CLIENTID_LEN, CLIENTID)?;
    if flags & 0x04 != 0 {
        if *version == V5 {
            properties(cx, c, WILL_PROPERTIES)?;
        }
        text(cx, c, WILLTOPIC_LEN, WILLTOPIC)?;
        text(cx, c, WILLMSG_LEN, WILLMSG)?;
    }
    if flags & 0x80 != 0 {
        text(cx, c, USERNAME_LEN, USERNAME)?;
    }
    if flags & 0x40 != 0 {
        text(cx, c, PASSWD_LEN, PASSWD)?;
    }
    Ok(())
}

/// A reason code and properties, which version 5 lets senders leave out.
fn reason<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: u64, code: Field) -> Step {
    if version == V5 && !c.is_empty() {
        cx.u8(code, c)?;
        if !c.is_empty() {
            properties(cx, c, PROPERTIES)?;
        }
    }
    Ok(())
}

fn identifier<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let id = cx.u16(MSGID, c)?;
    cx.info_add(|o| _ = o.s(" (id=").u(id).s(")"));
    Ok(())
}

fn text<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    length: Field,
    field: Field,
) -> Result<&'b [u8], Stop> {
    let n = usize::from(cx.u16(length, c)?);
    cx.bytes(field, c, n)
}

fn subscription_options<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (raw, item) = cx.flags(
        SUBSCRIPTION_OPTIONS,
        c,
        1,
        &[
            SUBSCRIPTION_OPTIONS_RESERVED,
            SUBSCRIPTION_OPTIONS_RETAIN,
            SUBSCRIPTION_OPTIONS_RAP,
            SUBSCRIPTION_OPTIONS_NL,
            SUBSCRIPTION_OPTIONS_QOS,
        ],
    )?;
    cx.append(item, |o| {
        o.s(", Retain Handling: ").s(SUBSCRIPTION_OPTIONS_RETAIN_NAMES.or(raw >> 4 & 3, ""));
        o.s(if raw & 8 != 0 { ", Retain As Published" } else { "" });
        o.s(if raw & 4 != 0 { ", No Local" } else { "" });
        o.s(", QoS: ").s(QOS_NAMES.or(raw & 3, ""));
    });
    Ok(())
}

fn properties<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let (len, n) = varint(c.rest()).ok_or(Stop::Malformed)?;
    let item = cx.add(field, c.span(n + len), Value::None);
    cx.under(item, |cx| -> Step {
        cx.add(PROPERTY_LEN, c.span(n), Value::U(len as u64));
        c.skip(n)?;
        let mut p = c.take_all(len)?;
        while !p.is_empty() {
            property(cx, &mut p)?;
        }
        Ok(())
    })
}

fn property<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Cursor<'_>) -> Step {
    let id = cx.u8(PROPERTY_ID, p)?;
    match id {
        0x01 | 0x17 | 0x19 | 0x25 | 0x28..=0x2a => _ = cx.uint(PROP_NUMBER, p, 1)?,
        0x24 => _ = cx.u8(PROPERTY_MAX_QOS, p)?,
        0x13 | 0x21 | 0x22 => _ = cx.uint(PROP_NUMBER, p, 2)?,
        0x23 => _ = cx.u16(PROPERTY_TOPIC_ALIAS, p)?,
        0x02 | 0x11 | 0x18 | 0x27 => _ = cx.u32(PROP_NUMBER, p)?,
        0x0b => {
            let (value, n) = varint(p.rest()).ok_or(Stop::Malformed)?;
            cx.add(PROP_NUMBER, p.span(n), Value::U(value as u64));
            p.skip(n)?;
        }
        0x03 => {
            let n = usize::from(p.peek_u16(0)?);
            p.peek_bytes(2, n)?;
            let whole = p.span(2 + n);
            let value = Span { start: whole.start + 2, len: n as u32, ..whole };
            cx.add(PROPERTY_CONTENT_TYPE, whole, Value::Str(value));
            p.skip(2 + n)?;
        }
        0x08 | 0x09 | 0x12 | 0x15 | 0x16 | 0x1a | 0x1c | 0x1f => {
            string(cx, p, PROP_STRING_LEN, PROP_STRING)?;
        }
        0x26 => {
            string(cx, p, PROP_KEY_LEN, PROP_KEY)?;
            string(cx, p, PROP_VALUE_LEN, PROP_VALUE)?;
        }
        _ => {
            let n = p.left();
            cx.bytes(PROP_UNKNOWN, p, n)?;
        }
    }
    Ok(())
}

/// A text whose length of two bytes is a field of four.
fn string<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Cursor<'_>, length: Field, field: Field) -> Step {
    let n = cx.uint(length, p, 2)? as usize;
    cx.bytes(field, p, n)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packet_is_as_long_as_its_length_says() {
        let len = |bytes: &[u8]| frames(bytes, true, &[0; 2]);
        assert_eq!(len(&[0xc0, 0]), Pdu::Len(2));
        assert_eq!(len(&[0x30, 0x80, 0x01, 0]), Pdu::Len(3 + 128));
        assert_eq!(len(&[]), Pdu::More(2));
        assert_eq!(len(&[0x30, 0x80]), Pdu::More(3));
        assert_eq!(len(&[0x30, 0x80, 0x80, 0x80, 0x80]), Pdu::AsItComes);
    }
}
