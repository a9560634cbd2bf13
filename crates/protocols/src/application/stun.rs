//! Session Traversal Utilities for NAT (RFC 8489), with TURN (RFC 8656), ICE (RFC 8445) and Microsoft's additions.

use crate::application::{dtls, text};
use requin_wire::{
    Cursor, Cx, Field, Item, Key, Names, Past, Pdu, Ports, Remembered, Sink, Span, Step, Stop, TransportKind,
    Value, names, proto,
};
use std::fmt::Write;

proto! {
    STUN "stun" "Session Traversal Utilities for NAT" "STUN" App
    on [Udp 3478, Tcp 3478]
    looks_like [Udp is_message => [0x00..=0x3f], Tcp looks_like_framed]
    frames sized [frames]
    remember [remember]
    fields {
        CHANNEL "stun.channel" "Channel Number": U16 Hex;
        TCP_FRAME_LENGTH "stun.tcp_frame_length" "TCP Frame Length": U16 Dec;
        TYPE "stun.type" "Message Type": U16 Hex;
        TYPE_CLASS "stun.type.class" "Message Class": U16 Hex & 0x110;
        TYPE_METHOD "stun.type.method" "Message Method": U16 Hex & 0x3eef;
        TYPE_METHOD_ASSIGNMENT "stun.type.method-assignment" "Message Method Assignment": U16 Hex & 0x2000 = TYPE_METHOD_ASSIGNMENT_NAMES;
        LENGTH "stun.length" "Message Length": U16 Dec;
        COOKIE "stun.cookie" "Message Cookie": Bytes;
        ID_FIELD "stun.id" "Message Transaction ID": Bytes;
        ATTRIBUTES_FIELD "stun.attributes" "Attributes": None;
        ATTRIBUTE "stun.attribute" "Attribute Type": U16 Hex;
        RESPONSE_IN "stun.response-in" "Response In": Framenum;
        RESPONSE_TO "stun.response-to" "Request In": Framenum;
        TIME "stun.time" "Time": RelTime;
        REQDUPLICATE "stun.reqduplicate" "Duplicated original message in": Framenum;
        ATT_TYPE "stun.att.type" "Attribute Type": U16 Hex;
        ATT_TYPE_COMPREHENSION "stun.att.type.comprehension" "Attribute Type Comprehension": U16 Hex & 0x8000 = ATT_TYPE_COMPREHENSION_NAMES;
        ATT_TYPE_ASSIGNMENT "stun.att.type.assignment" "Attribute Type Assignment": U16 Hex & 0x4000 = TYPE_METHOD_ASSIGNMENT_NAMES;
        ATT_LENGTH "stun.att.length" "Attribute Length": U16 Dec;
        ATT_FAMILY "stun.att.family" "Protocol Family": U8 Hex = ATT_FAMILY_NAMES;
        ATT_IPV4 "stun.att.ipv4" "IP": Ipv4;
        ATT_IPV6 "stun.att.ipv6" "IP": Ipv6;
        ATT_PORT "stun.att.port" "Port": U16 Dec;
        ATT_USERNAME "stun.att.username" "Username": Str;
        ATT_PADDING "stun.att.padding" "Padding": U16 Dec;
        ATT_HMAC "stun.att.hmac" "HMAC-SHA1": Bytes;
        ATT_CRC32 "stun.att.crc32" "CRC-32": U32 Hex;
        ATT_CRC32_STATUS "stun.att.crc32.status" "CRC-32 Status": U8 = crate::transport::CHECKSUM_STATES;
        ATT_ERROR_CLASS "stun.att.error.class" "Error Class": U8 Dec & 0x7;
        ATT_ERROR "stun.att.error" "Error Code": U8 Dec;
        ATT_ERROR_REASON "stun.att.error.reason" "Error Reason Phrase": Str;
        ATT_REALM "stun.att.realm" "Realm": Str;
        ATT_NONCE "stun.att.nonce" "Nonce": Str;
        ATT_IPV4_XORD "stun.att.ipv4-xord" "IP (XOR-d)": Bytes;
        ATT_IPV6_XORD "stun.att.ipv6-xord" "IP (XOR-d)": Bytes;
        ATT_PORT_XORD "stun.att.port-xord" "Port (XOR-d)": Bytes;
        ATT_UNKNOWN8006 "stun.att.unknown8006" "Unknown8006": Bytes;
        ATT_SOFTWARE "stun.att.software" "Software": Str;
        ATT_PRIORITY "stun.att.priority" "Priority": U32 Dec;
        ATT_TIE_BREAKER "stun.att.tie-breaker" "Tie breaker": Bytes;
        ATT_LIFETIME "stun.att.lifetime" "Lifetime": U32 Dec;
        ATT_TOKEN "stun.att.token" "Token": Bytes;
        ATT_PW_ALG "stun.att.pw_alg" "Password Algorithm": U16 Dec = ATT_PW_ALG_NAMES;
        ATT_PW_ALG_LEN "stun.att.pw_alg_len" "Password Algorithm Length": U16 Dec;
        ATT_PW_ALG_DATA "stun.att.pw_alg_data" "Password Algorithm Data": Bytes;
        ATT_ICMP_TYPE "stun.att.icmp.type" "ICMP type": U8 Dec;
        ATT_ICMP_CODE "stun.att.icmp.code" "ICMP code": U8 Dec;
        ATT_BANDWIDTH_ACM_TYPE "stun.att.bandwidth_acm.type" "Message Type": U16 Dec = ATT_BANDWIDTH_ACM_TYPE_NAMES;
        ATT_BANDWIDTH_RSV_ID "stun.att.bandwidth_rsv_id" "Reservation ID": Bytes;
        ATT_BANDWIDTH_RSV_MASB "stun.att.bandwidth_rsv_amount.masb" "Maximum Send Bandwidth": U32 Dec;
        ATT_BANDWIDTH_RSV_MISB "stun.att.bandwidth_rsv_amount.misb" "Minimum Send Bandwidth": U32 Dec;
        ATT_BANDWIDTH_RSV_MARB "stun.att.bandwidth_rsv_amount.marb" "Maximum Receive Bandwidth": U32 Dec;
        ATT_BANDWIDTH_RSV_MIRB "stun.att.bandwidth_rsv_amount.mirb" "Minimum Receive Bandwidth": U32 Dec;
        ATT_ADDRESS_RP_VALID "stun.att.address_rp.valid" "Valid": Bool(32) & 0x80000000 = crate::common::YES;
        ATT_ADDRESS_RP_PSTN "stun.att.address_rp.pstn" "PSTN": Bool(32) & 0x40000000 = crate::common::YES;
        ATT_ADDRESS_RP_RESERVED "stun.att.address_rp.reserved" "Reserved": U32 Hex & 0x3fffffff;
        ATT_ADDRESS_RP_RESERVED2 "stun.att.address_rp.reserved" "Reserved": U32 Hex & 0x7fffffff;
        ATT_ADDRESS_RP_MASB "stun.att.address_rp.masb" "Maximum Send Bandwidth": U32 Dec;
        ATT_ADDRESS_RP_MARB "stun.att.address_rp.marb" "Maximum Receive Bandwidth": U32 Dec;
        ATT_SIP_DIALOG_ID "stun.att.sip_dialog_id" "SIP Dialog ID": Bytes;
        ATT_SIP_CALL_ID "stun.att.sip_call_id" "SIP Call ID": Bytes;
        ATT_LP_PEER_LOCATION "stun.att.lp.peer_location" "Peer Location": U8 Dec = ATT_LOCATION_NAMES;
        ATT_LP_SELF_LOCATION "stun.att.lp.seft_location" "Self Location": U8 Dec = ATT_LOCATION_NAMES;
        ATT_LP_FEDERATION "stun.att.lp.federation" "Federation": U8 Dec = ATT_FEDERATION_NAMES;
        VALUE "stun.value" "Value": Bytes;
        ATT_RESERVED "stun.att.reserved" "Reserved": Bytes;
        ATT_TRANSP "stun.att.transp" "Transport": U8 Hex = ATT_TRANSP_NAMES;
        ATT_CHANNELNUM "stun.att.channelnum" "Channel-Number": U16 Hex;
        ATT_MAGIC_COOKIE "stun.att.magic_cookie" "Magic Cookie": U32 Hex;
        PORT_BANDWIDTH "stun.port.bandwidth" "Bandwidth": U32 Dec;
        ATT_MS_VERSION "stun.att.ms.version" "MS Version": U32 Dec = ATT_MS_VERSION_NAMES;
        ATT_MS_VERSION_ICE "stun.att.ms.version.ice" "MS ICE Version": U32 Dec = ATT_MS_VERSION_ICE_NAMES;
        ATT_MS_CONNECTION_ID "stun.att.ms.connection_id" "Connection ID": Bytes;
        ATT_MS_SEQUENCE_NUMBER "stun.att.ms.sequence_number" "Sequence Number": U32 Dec;
        ATT_MS_STREAM_TYPE "stun.att.ms.stream_type" "Stream Type": U16 Dec = ATT_MS_STREAM_TYPE_NAMES;
        ATT_MS_SERVICE_QUALITY "stun.att.ms.service_quality" "Service Quality": U16 Dec = ATT_MS_SERVICE_QUALITY_NAMES;
        ATT_MS_FOUNDATION "stun.att.ms.foundation" "Foundation": Str;
        ATT_MS_MULTIPLEXED_TURN_SESSION_ID "stun.att.ms.multiplexed_turn_session_id" "MS Multiplexed TURN Session Id": U64 Hex;
        ATT_MS_TURN_SESSION_ID "stun.att.ms.turn_session_id" "MS TURN Session Id": U64 Hex;
        ATT_GOOGLE_NETWORK_ID "stun.att.google.network_id" "Google Network ID": U16 Dec;
        ATT_GOOGLE_NETWORK_COST "stun.att.google.network_cost" "Google Network Cost": U16 Dec = ATT_GOOGLE_NETWORK_COST_NAMES;
        NETWORK_VERSION "stun.network_version" "STUN Network Version": U8 Dec = NETWORK_VERSION_NAMES;
        ATT_PASSWORD "stun.att.password" "Password": Bytes;
        ATT_UNKNOWN "stun.att.unknown" "Unknown Attribute": U16 Hex;
        ATT_CHANGE_IP "stun.att.change-ip" "Change IP": Bool(16) & 0x4;
        ATT_CHANGE_PORT "stun.att.change-port" "Change Port": Bool(16) & 0x2;
        ATT_EVEN_PORT_RESERVE_NEXT "stun.att.even-port.reserve-next" "Reserve next": U8 Dec & 0x80;
        ATT_CACHE_TIMEOUT "stun.att.cache-timeout" "Cache timeout": U32 Dec;
    }
    experts {
        UNKNOWN_ATTRIBUTE "stun.unknown_attribute" Warn Undecoded "Attribute unknown";
        WRONG_MSGLEN "stun.wrong_msglen" Error Malformed "Packet length is not multiple of 4 bytes";
        ATT_CRC32_BAD "stun.att.crc32.bad" Warn Checksum "Bad Fingerprint";
    }
}

names! {
    TYPE_METHOD_ASSIGNMENT_NAMES {
        0 => "IETF Review", 1 => "Designated Expert",
    }
    ATT_TYPE_COMPREHENSION_NAMES {
        0 => "Required", 1 => "Optional",
    }
    ATT_FAMILY_NAMES {
        1 => "IPv4", 2 => "IPv6",
    }
    ATT_TRANSP_NAMES {
        6 => "TCP", 17 => "UDP",
    }
    ATT_MS_VERSION_NAMES {
        1 => "ICE", 2 => "MS-ICE2", 3 => "MS-ICE2 with SHA256", 4 => "MS-ICE2 with SHA256 and IPv6",
        5 => "MULTIPLEXED TURN over UDP only", 6 => "MULTIPLEXED TURN over UDP and TCP",
    }
    ATT_MS_STREAM_TYPE_NAMES {
        1 => "Audio", 2 => "Video", 3 => "Supplemental Video", 4 => "Data",
    }
    ATT_MS_SERVICE_QUALITY_NAMES {
        0 => "Best effort delivery", 1 => "Reliable delivery",
    }
    ATT_GOOGLE_NETWORK_COST_NAMES {
        0 => "Min", 10 => "Low", 50 => "Unknown", 250 => "Cellular5G", 500 => "Cellular4G",
        900 => "Cellular", 910 => "Cellular3G", 980 => "Cellular2G", 999 => "Max",
    }
    NETWORK_VERSION_NAMES {
        1 => "MS-TURN", 2 => "RFC-3489 and earlier", 3 => "RFC-5389/8489",
    }
}
const ATT_MS_VERSION_ICE_NAMES: Names = Names::Ranges(&[
    (0, 2, "Supports only RFC3489bis-02 message formats"),
    (3, 4294967295, "Supports RFC5389 message formats"),
]);

names! {
    METHODS {
        0x001 => "Binding", 0x002 => "SharedSecret", 0x003 => "Allocate", 0x004 => "Refresh", 0x006 => "Send",
        0x007 => "Data", 0x008 => "CreatePermission", 0x009 => "Channel-Bind", 0x00a => "Connect",
        0x00b => "ConnectionBind", 0x00c => "ConnectionAttempt", 0x080 => "GooglePing",
    }
    CLASSES { 0x00 => "Request", 0x01 => "Indication", 0x10 => "Success Response", 0x11 => "Error Response" }
    ATT_PW_ALG_NAMES { 0 => "Reserved", 1 => "MD5", 2 => "SHA-256" }
    ATT_BANDWIDTH_ACM_TYPE_NAMES { 0 => "Reservation Check", 1 => "Reservation Commit", 2 => "Reservation Update" }
    ATT_LOCATION_NAMES { 0 => "Unknown", 1 => "Internet", 2 => "Intranet" }
    ATT_FEDERATION_NAMES {
        0 => "No Federation", 1 => "Enterprise Federation", 2 => "Public Cloud Federation",
    }
    ATTRIBUTES {
        0x0001 => "MAPPED-ADDRESS", 0x0002 => "RESPONSE_ADDRESS", 0x0003 => "CHANGE_REQUEST",
        0x0004 => "SOURCE_ADDRESS", 0x0005 => "CHANGED_ADDRESS", 0x0006 => "USERNAME", 0x0007 => "PASSWORD",
        0x0008 => "MESSAGE-INTEGRITY", 0x0009 => "ERROR-CODE", 0x000a => "UNKNOWN-ATTRIBUTES",
        0x000b => "REFLECTED-FROM", 0x000c => "CHANNEL-NUMBER", 0x000d => "LIFETIME",
        0x000e => "MS-ALTERNATE-SERVER", 0x000f => "MAGIC-COOKIE", 0x0010 => "BANDWIDTH", 0x0011 => "DESTINATION-ADDRESS",
        0x0012 => "XOR-PEER-ADDRESS", 0x0013 => "DATA", 0x0014 => "REALM", 0x0015 => "NONCE",
        0x0016 => "XOR-RELAYED-ADDRESS", 0x0017 => "REQUESTED-ADDRESS-FAMILY", 0x0018 => "EVEN-PORT",
        0x0019 => "REQUESTED-TRANSPORT", 0x001a => "DONT-FRAGMENT", 0x001b => "ACCESS-TOKEN", 0x001c => "MESSAGE-INTEGRITY-SHA256",
        0x001d => "PASSWORD-ALGORITHM", 0x001e => "USERHASH", 0x0020 => "XOR-MAPPED-ADDRESS",
        0x0022 => "RESERVATION-TOKEN", 0x0024 => "PRIORITY", 0x0025 => "USE-CANDIDATE", 0x0026 => "PADDING",
        0x0027 => "XOR-RESPONSE-TARGET", 0x0028 => "XOR-REFELECTED-FROM", 0x002a => "CONNECTION-ID",
        0x0030 => "LEGACY-ICMP", 0x8000 => "ADDITIONAL-ADDRESS-FAMILY", 0x8001 => "ADDRESS-ERROR-CODE",
        0x8002 => "PASSWORD-ALGORITHMS", 0x8003 => "ALTERNATE-DOMAIN", 0x8004 => "ICMP", 0x8006 => "MS-TURN UNKNOWN 8006",
        0x8008 => "MS-VERSION", 0x8020 => "XOR-MAPPED-ADDRESS", 0x8022 => "SOFTWARE",
        0x8023 => "ALTERNATE-SERVER", 0x8025 => "TRANSACTION-TRANSMIT-COUNTER", 0x8027 => "CACHE-TIMEOUT",
        0x8028 => "FINGERPRINT", 0x8029 => "ICE-CONTROLLED", 0x802a => "ICE-CONTROLLING",
        0x802b => "RESPONSE-ORIGIN", 0x802c => "OTHER-ADDRESS", 0x802d => "ECN-CHECK-STUN",
        0x802e => "THIRD-PARTY-AUTHORIZATION", 0x8030 => "MOBILITY-TICKET", 0x8032 => "MS-ALTERNATE-HOST-NAME",
        0x8037 => "MS-APP-ID", 0x8039 => "MS-SECURE-TAG", 0x8050 => "MS-SEQUENCE-NUMBER",
        0x8054 => "MS-CANDIDATE-IDENTIFIER", 0x8055 => "MS-SERVICE-QUALITY",
        0x8056 => "Bandwidth Admission Control Message", 0x8057 => "Bandwidth Reservation Identifier", 0x8058 => "Bandwidth Reservation Amount",
        0x8059 => "Remote Site Address", 0x805a => "Remote Relay Site Address", 0x805b => "Local Site Address",
        0x805c => "Local Relay Site Address", 0x805d => "Remote Site Address Response", 0x805e => "Remote Relay Site Address Response",
        0x805f => "Local Site Address Response", 0x8060 => "Local Relay Site Address Response", 0x8061 => "SIP Dialog Identifier",
        0x8062 => "SIP Call Identifier", 0x8068 => "Location Profile", 0x8070 => "MS-IMPLEMENTATION-VERSION",
        0x8090 => "MS-ALT-MAPPED-ADDRESS", 0x8095 => "MS-MULTIPLEXED-TURN-SESSION-ID",
        0xc000 => "CISCO-STUN-FLOWDATA", 0xc001 => "ENF-FLOW-DESCRIPTION", 0xc002 => "ENF-NETWORK-STATUS",
        0xc057 => "GOOG-NETWORK-INFO", 0xc058 => "GOOG-LAST-ICE-CHECK-RECEIVED", 0xc059 => "GOOG-MISC-INFO",
        0xc05a => "GOOG-OBSOLETE-1", 0xc05b => "GOOG-CONNECTION-ID", 0xc05c => "GOOG-DELTA",
        0xc05d => "GOOG-DELTA-ACK", 0xc060 => "GOOG-MESSAGE_INTEGRITY-32",
        0xff04 => "GOOG-MULTI-MAPPING", 0xff05 => "GOOG-LOGGING-ID",
    }
    ERRORS {
        274 => "Disable Candidate", 275 => "Disable Candidate Pair", 300 => "Try Alternate", 400 => "Bad Request",
        401 => "Unauthenticated", 403 => "Forbidden", 405 => "Mobility Forbidden", 420 => "Unknown Attribute",
        430 => "Stale Credentials (legacy)", 431 => "Integrity Check Failure (legacy)",
        432 => "Missing Username (legacy)", 433 => "Use TLS (legacy)", 434 => "Missing Realm (legacy)",
        435 => "Missing Nonce (legacy)", 436 => "Unknown User (legacy)", 437 => "Allocation Mismatch",
        438 => "Stale Nonce", 440 => "Address Family not Supported", 441 => "Wrong Credentials",
        442 => "Unsupported Transport Protocol", 443 => "Peer Address Family Mismatch",
        446 => "Connection Already Exists", 447 => "Connection Timeout or Failure", 481 => "Connection does not exist",
        486 => "Allocation Quota Reached", 487 => "Role Conflict", 500 => "Server Error",
        508 => "Insufficient Capacity", 600 => "Global Failure",
    }
}

const COOKIE_VALUE: [u8; 4] = [0x21, 0x12, 0xa4, 0x42];
const HEADER: usize = 20;

fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    let Ok(h) = c.peek_array::<HEADER>() else { return false };
    let len = usize::from(u16::from_be_bytes([h[2], h[3]]));
    h[0] & 0xc0 == 0 && h[4..8] == COOKIE_VALUE && len + HEADER <= c.left()
}

/// Whether a datagram is one message: nothing stands behind it.
fn is_message(c: &Cursor<'_>, ports: Ports) -> bool {
    let fills = c.peek_u16(2).is_ok_and(|len| usize::from(len) + HEADER == c.left());
    fills && looks_like(c, ports)
}

/// Methods that may be given out to one who asks (RFC 8489, 18.2) end here.
const METHODS_END: u16 = 0x100;

/// Over TCP a length may stand before each message (RFC 4571).
fn is_framed(bytes: &[u8]) -> bool {
    let Some(h) = bytes.first_chunk::<6>() else { return false };
    let (outer, inner) = (u16::from_be_bytes([h[0], h[1]]), u16::from_be_bytes([h[4], h[5]]));
    h[2] & 0xc0 == 0
        && usize::from(outer) == usize::from(inner) + HEADER
        && bytes.get(6..10) == Some(&COOKIE_VALUE)
}

fn looks_like_framed(c: &Cursor<'_>, ports: Ports) -> bool {
    let mut inside = *c;
    if is_framed(c.rest()) {
        inside.advance(2);
    }
    looks_like(&inside, ports)
}

/// Messages, and data for a channel of a relay, which TCP pads to four bytes (RFC 8656 section 12.5).
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    let Some(h) = bytes.first_chunk::<4>() else { return Pdu::More(4) };
    let len = usize::from(u16::from_be_bytes([h[2], h[3]]));
    match h[0] {
        _ if is_framed(bytes) => Pdu::Len(2 + usize::from(u16::from_be_bytes([h[0], h[1]]))),
        0..=0x3f if bytes.len() < 10 => Pdu::More(10),
        0..=0x3f if bytes.get(4..8) == Some(&COOKIE_VALUE) => Pdu::Len(HEADER + len),
        0x40..=0x7f => Pdu::Len(4 + len.next_multiple_of(4)),
        _ => Pdu::AsItComes,
    }
}

/// What a note on a message says.
const ANSWERS: u64 = 1;
const AGAIN: u64 = 2;
const ANSWERED: u64 = 3;

/// Remembers transactions, and notes on a message what it answers and what it repeats.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    if past.now.transport == Some(TransportKind::Udp) && dtls::begins(pdu) {
        // Where a way was found, a handshake follows between the same ports (RFC 5764 section 5.1.2).
        past.hand_over(dtls::ID);
        return;
    }
    let pdu = if is_framed(pdu) { pdu.get(2..).unwrap_or_default() } else { pdu };
    let Some(h) = pdu.first_chunk::<HEADER>() else { return };
    if h[0] & 0xc0 != 0 || h[4..8] != COOKIE_VALUE {
        return;
    }
    let id = &h[8..HEADER];
    let class = h[0] & 1 | h[1] >> 4 & 1;
    let (request, response) = (Key::here(0).and(id), Key::here(1).and(id));
    let mine = match (h[0] & 1, class) {
        (0, 0) => {
            // Sent again though it was answered: the response went astray, or both crossed.
            if let Some(first) = past.get(&response) {
                past.note(note_key(ANSWERED, id), &first);
            }
            request
        }
        // Indications have no answer.
        (0, _) => Key::here(2).and(id),
        _ => {
            if let Some(first) = past.get(&request) {
                past.note(note_key(ANSWERS, id), &first);
            }
            response
        }
    };
    match past.get(&mine) {
        Some(first) => past.note(note_key(AGAIN, id), &first),
        None => past.set(&mine, &[]),
    }
}

/// The key of a note: several messages of a frame are told apart by their transactions.
fn note_key(what: u64, id: &[u8]) -> u64 {
    requin_wire::be(id.get(4..12).unwrap_or_default()).rotate_left(2) ^ what
}

/// Shows what belongs together.
fn pair<S: Sink>(cx: &mut Cx<'_, S>, id: &[u8], here: Span) {
    if !S::FIELDS {
        return;
    }
    if let Some(first) = cx.recalled(note_key(AGAIN, id)) {
        cx.generated(REQDUPLICATE, here, Value::U(first.frame));
    }
    if let Some(first) = cx.recalled(note_key(ANSWERED, id)) {
        cx.generated(RESPONSE_IN, here, Value::U(first.frame));
    }
    if let Some(Remembered { frame, time, .. }) = cx.recalled(note_key(ANSWERS, id)) {
        cx.generated(RESPONSE_TO, here, Value::U(*frame));
        cx.generated(TIME, here, cx.meta.time.since(*time).into());
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == TransportKind::Tcp);
    one(cx, &mut c, stream)?;
    if !stream || c.is_empty() {
        return Ok(());
    }
    cx.next_pdu(ID, c)
}

/// One message, or data for a channel.
fn one<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, stream: bool) -> Step {
    let framed = stream && is_framed(c.rest());
    let begin = *c;
    if framed {
        c.advance(2);
    }
    let all = *c;
    let (kind, len) = match (c.peek_u16(0), c.peek_u16(2)) {
        (Ok(kind), Ok(len)) => (kind, usize::from(len)),
        _ => return Err(Stop::NotMine),
    };
    if (0x4000..0x8000).contains(&kind) {
        return channel(cx, c, len, stream);
    }
    let cookie = c.peek_bytes(4, 4).map_err(|_| Stop::NotMine)?;
    // A header that the capture cut is none.
    if kind & 0xc000 != 0 || cookie != COOKIE_VALUE || c.captured() < HEADER {
        return Err(Stop::NotMine);
    }
    if stream && len + HEADER > c.left() {
        // The rest comes in a later segment.
        return Err(Stop::NotMine);
    }
    // Class and method share the type, bit by bit.
    let class = (kind >> 4 & 1) | (kind >> 4 & 0x10);
    let method = kind & 0xf | (kind & 0xe0) >> 1 | (kind & 0x3e00) >> 2;
    let fits = stream || len + HEADER == c.left();
    if method >= METHODS_END || !fits {
        return Err(Stop::NotMine);
    }
    cx.protocol("STUN");
    let class_name = CLASSES.or(u64::from(class), "");
    let method_name = METHODS.or(u64::from(method), "Unknown");
    cx.info(|o| _ = o.s(method_name).s(" ").s(class_name));
    if let Ok(id) = c.peek_bytes(8, 12) {
        pair(cx, id, c.span(0));
    }
    if stream {
        cx.proto_len(usize::from(framed) * 2 + HEADER + len);
    }
    if framed {
        cx.peek(TCP_FRAME_LENGTH, &begin, 2)?;
    }
    let item = cx.peek(TYPE, c, 2)?;
    cx.append(item, |o| _ = o.s(" (").s(method_name).s(" ").s(class_name).s(")"));
    cx.under(item, |cx| -> Step {
        let it = cx.peek(TYPE_CLASS, c, 2)?;
        cx.append(it, |o| _ = o.s(" ").s(class_name).s(" (").u(class & 1 | class >> 3 & 2).c(b')'));
        let it = cx.peek(TYPE_METHOD, c, 2)?;
        cx.append(it, |o| _ = o.s(" ").s(method_name).s(" (").hex(method, 3).c(b')'));
        cx.peek(TYPE_METHOD_ASSIGNMENT, c, 2).map(|_| ())
    })?;
    c.skip(2)?;
    cx.u16(LENGTH, c)?;
    cx.bytes(COOKIE, c, 4)?;
    let id = cx.bytes(ID_FIELD, c, 12)?;
    if len == 0 {
        return Ok(());
    }
    let item = cx.add(NETWORK_VERSION, c.span(0), Value::U(3));
    cx.set_generated(item);
    // What is said of a length that can't be is a line of its own, and all that follows stands under it.
    let mut wrong = Item::NONE;
    if len % 4 != 0 {
        wrong = cx.line(c.span(0), |o| _ = o.s("Packet length is not multiple of 4 bytes"));
        cx.expert(WRONG_MSGLEN, wrong, c.span(0));
    }
    cx.under(wrong, |cx| {
        let item = cx.add(ATTRIBUTES_FIELD, c.span(len), Value::None);
        let mut body = c.take(len);
        cx.under(item, |cx| -> Step {
            while body.left() >= 4 {
                attribute(cx, &mut body, &all, id)?;
            }
            Ok(())
        })
    })
}

/// Data through a relay, RFC 8656 section 12.4.
fn channel<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, len: usize, stream: bool) -> Step {
    let padding = len.next_multiple_of(4) - len;
    if len + 4 > c.left() || !stream && c.left() > len + 4 + 3 {
        return Err(Stop::NotMine);
    }
    cx.protocol("STUN");
    cx.info(|o| _ = o.s("ChannelData TURN Message"));
    cx.proto_append(|o| _ = o.s(", TURN ChannelData Message"));
    cx.proto_len(4);
    cx.u16(CHANNEL, c)?;
    cx.u16(LENGTH, c)?;
    let body = c.take(len);
    c.advance(padding);
    if body.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, body) }
}

fn attribute<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, all: &Cursor<'_>, id: &[u8]) -> Step {
    let begin = *c;
    let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
    let Some(name) = ATTRIBUTES.find(u64::from(kind)) else {
        let span = c.span(4 + len);
        let item = cx.line(span, |o| _ = o.s("Unknown attribute ").hex(kind, 4));
        cx.expert_with(UNKNOWN_ATTRIBUTE, item, span, |o| _ = o.s("Unknown attribute ").hex(kind, 4));
        c.skip(2)?;
        return cx.under(item, |cx| -> Step {
            cx.u16(ATT_LENGTH, c)?;
            if len > 0 {
                cx.bytes(VALUE, c, len)?;
            }
            padding(cx, c, len)
        });
    };
    let item = cx.peek(ATTRIBUTE, c, 2)?;
    cx.set_len(item, 4 + len);
    cx.label(item, |o| _ = o.s(name));
    cx.under(item, |cx| -> Step {
        let it = cx.peek(ATT_TYPE, c, 2)?;
        cx.label(it, |o| _ = o.s("Attribute Type: ").s(name));
        cx.under(it, |cx| -> Step {
            cx.peek(ATT_TYPE_COMPREHENSION, c, 2)?;
            cx.peek(ATT_TYPE_ASSIGNMENT, c, 2).map(|_| ())
        })?;
        c.skip(2)?;
        let padded = len.next_multiple_of(4);
        if padded > c.left().saturating_sub(2) {
            let it = cx.add(ATT_LENGTH, c.span(2), Value::U(padded as u64));
            cx.append(it, |o| _ = o.s(" (bogus, goes past the end of the message)"));
            c.advance(usize::MAX);
            return Ok(());
        }
        cx.u16(ATT_LENGTH, c)?;
        // What has a length of its own is read as far as the message reaches.
        let mut d = c.within(if is_fixed(kind) { c.left() } else { len });
        c.advance(len);
        value(cx, &mut d, item, kind, name, all, &begin, id)?;
        padding(cx, c, len)
    })
}

fn padding<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, len: usize) -> Step {
    let pad = len.next_multiple_of(4) - len;
    if pad > 0 {
        cx.add(ATT_PADDING, c.span(pad), Value::U(pad as u64));
        c.advance(pad);
    }
    Ok(())
}

/// Whether an attribute's value is as long as its type says, whatever its length.
fn is_fixed(kind: u16) -> bool {
    matches!(kind, 0x8050 | 0x8055..=0x8058 | 0x805d..=0x8060 | 0x8068 | 0x8095)
}

/// How long the value of an attribute is at least: of shorter ones nothing is shown.
fn least(kind: u16) -> usize {
    match kind {
        0x0018 => 1,
        0x0003 | 0x0009 | 0x000c..=0x0010 | 0x0017 | 0x0019 | 0x0024 | 0x8004 | 0x8027 | 0x8028 => 4,
        0x0022 | 0x8029 | 0x802a => 8,
        0x0008 => 20,
        _ => 0,
    }
}

/// A text as long as the attribute; some pad it with NUL bytes, which are not given back.
fn string<'b, S: Sink>(cx: &mut Cx<'_, S>, field: Field, d: &mut Cursor<'b>) -> Result<&'b [u8], Stop> {
    let span = d.span(d.left());
    let text = d.peek_bytes(0, d.left())?;
    let item = cx.field(field, d, text.len())?;
    text::stray(cx, item, span, text);
    let end = memchr::memchr(0, text).unwrap_or(text.len());
    Ok(text.get(..end).unwrap_or_default())
}

/// How a password is hashed, RFC 8489 section 14.12.
fn algorithm<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>) -> Step {
    if d.is_empty() {
        return Ok(());
    }
    cx.u16(ATT_PW_ALG, d)?;
    let len = usize::from(cx.u16(ATT_PW_ALG_LEN, d)?);
    if len > 0 {
        cx.bytes(ATT_PW_ALG_DATA, d, len)?;
    }
    Ok(())
}

fn value<S: Sink>(
    cx: &mut Cx<'_, S>,
    d: &mut Cursor<'_>,
    item: Item,
    kind: u16,
    name: &str,
    all: &Cursor<'_>,
    begin: &Cursor<'_>,
    id: &[u8],
) -> Step {
    let n = d.left();
    if n < least(kind) {
        return Ok(());
    }
    match kind {
        0x0002 | 0x0004 | 0x0005 | 0x000b | 0x0011 => address(cx, d, item, None, None)?,
        0x0001 | 0x000e | 0x8023 | 0x802b | 0x802c | 0x8090 => address(cx, d, item, Some(name), None)?,
        0x0012 | 0x0016 | 0x0020 | 0x0027 | 0x0028 | 0x8020 | 0x8059..=0x805c => {
            address(cx, d, item, Some(name), Some(id))?;
        }
        0x0003 => {
            d.skip(2)?;
            cx.peek(ATT_CHANGE_IP, d, 2)?;
            cx.field(ATT_CHANGE_PORT, d, 2)?;
        }
        0x0006 => {
            let text = string(cx, ATT_USERNAME, d)?;
            cx.append(item, |o| _ = o.s(": ").text(text));
            cx.info_add(|o| _ = o.s(" user: ").text(text));
        }
        0x0007 => _ = cx.bytes(ATT_PASSWORD, d, n)?,
        0x0008 => _ = cx.bytes(ATT_HMAC, d, 20)?,
        0x0009 => {
            cx.bytes(ATT_RESERVED, d, 2)?;
            let class = cx.u8(ATT_ERROR_CLASS, d)?;
            let number = cx.u8(ATT_ERROR, d)?;
            let code = u16::from(class) * 100 + u16::from(number);
            let n = d.left();
            let reason = if n > 0 { cx.bytes(ATT_ERROR_REASON, d, n)? } else { &[] };
            let meaning = ERRORS.or(u64::from(code), "*Unknown error code*");
            cx.append(item, |o| {
                o.s(" ").u(code).s(" (").s(meaning).s(")");
                if !reason.is_empty() {
                    o.s(": ").text(reason);
                }
            });
            cx.info_add(|o| {
                o.s(" error-code: ").u(code).s(" (").s(meaning).s(")");
                if !reason.is_empty() {
                    o.s(" ").text(reason);
                }
            });
        }
        0x000a => {
            while d.left() >= 2 {
                cx.u16(ATT_UNKNOWN, d)?;
            }
        }
        0x000c => {
            let number = cx.u16(ATT_CHANNELNUM, d)?;
            cx.append(item, |o| _ = o.s(": ").hex(number, 4));
            cx.info_add(|o| _ = o.s(" ChannelNumber=").hex(number, 1));
            cx.bytes(ATT_RESERVED, d, 2)?;
        }
        0x000d => {
            let seconds = cx.u32(ATT_LIFETIME, d)?;
            cx.append(item, |o| _ = o.s(" ").u(seconds));
            cx.info_add(|o| _ = o.s(" lifetime: ").u(seconds));
        }
        0x000f => _ = cx.u32(ATT_MAGIC_COOKIE, d)?,
        0x0010 => {
            let bandwidth = cx.u32(PORT_BANDWIDTH, d)?;
            cx.append(item, |o| _ = o.s(" ").u(bandwidth));
            cx.info_add(|o| _ = o.s(" bandwidth: ").u(bandwidth));
        }
        0x0013 => {
            if n > 0 {
                cx.peek(VALUE, d, n)?;
                cx.call_nested(crate::meta::data::ID, *d)?;
            }
        }
        0x0014 => {
            let text = string(cx, ATT_REALM, d)?;
            cx.append(item, |o| _ = o.s(": ").text(text));
            cx.info_add(|o| _ = o.s(" realm: ").text(text));
        }
        0x0015 => {
            let text = string(cx, ATT_NONCE, d)?;
            cx.append(item, |o| _ = o.s(": ").text(text));
            cx.info_add(|o| _ = o.s(" with nonce"));
        }
        0x0019 => {
            let transport = cx.u8(ATT_TRANSP, d)?;
            let write = |o: &mut requin_wire::Out<'_>| match ATT_TRANSP_NAMES.find(u64::from(transport)) {
                Some(name) => _ = o.s(name),
                None => _ = write!(o, "Unknown (0x{transport:8x})"),
            };
            cx.append(item, |o| write(o.s(": ")));
            cx.info_add(|o| write(o.s(" ")));
            cx.bytes(ATT_RESERVED, d, 3)?;
        }
        0x0017 => {
            cx.u8(ATT_FAMILY, d)?;
            cx.bytes(ATT_RESERVED, d, 3)?;
        }
        0x001d => algorithm(cx, d)?,
        0x0018 => _ = cx.u8(ATT_EVEN_PORT_RESERVE_NEXT, d)?,
        0x0022 => _ = cx.bytes(ATT_TOKEN, d, 8)?,
        0x0024 => _ = cx.u32(ATT_PRIORITY, d)?,
        0x0026 => _ = cx.add(ATT_PADDING, d.span(n), Value::U(n as u64)),
        0x8002 => {
            while !d.is_empty() {
                algorithm(cx, d)?;
            }
        }
        0x8004 => {
            cx.u8(ATT_ICMP_TYPE, d)?;
            cx.u8(ATT_ICMP_CODE, d)?;
        }
        0x8006 => _ = cx.bytes(ATT_UNKNOWN8006, d, n)?,
        0x8022 => _ = string(cx, ATT_SOFTWARE, d)?,
        0x8027 => _ = cx.u32(ATT_CACHE_TIMEOUT, d)?,
        0x8028 => fingerprint(cx, d, all, begin)?,
        0x8029 | 0x802a => _ = cx.bytes(ATT_TIE_BREAKER, d, 8)?,
        0x8008 => {
            let version = cx.u32(ATT_MS_VERSION, d)?;
            cx.append(item, |o| _ = o.s(": ").s(ATT_MS_VERSION_NAMES.or(u64::from(version), "Unknown")));
        }
        0x8070 => {
            let version = cx.u32(ATT_MS_VERSION_ICE, d)?;
            cx.append(item, |o| _ = o.s(": ").s(ATT_MS_VERSION_ICE_NAMES.or(u64::from(version), "Unknown")));
        }
        0x8050 => {
            cx.bytes(ATT_MS_CONNECTION_ID, d, 20)?;
            cx.u32(ATT_MS_SEQUENCE_NUMBER, d)?;
        }
        0x8054 => _ = cx.bytes(ATT_MS_FOUNDATION, d, n.min(4))?,
        0x8055 => {
            cx.u16(ATT_MS_STREAM_TYPE, d)?;
            cx.u16(ATT_MS_SERVICE_QUALITY, d)?;
        }
        0x8056 => {
            cx.bytes(ATT_RESERVED, d, 2)?;
            cx.u16(ATT_BANDWIDTH_ACM_TYPE, d)?;
        }
        0x8057 => _ = cx.bytes(ATT_BANDWIDTH_RSV_ID, d, 16)?,
        0x8058 => {
            let bounds = [
                ATT_BANDWIDTH_RSV_MASB,
                ATT_BANDWIDTH_RSV_MISB,
                ATT_BANDWIDTH_RSV_MARB,
                ATT_BANDWIDTH_RSV_MIRB,
            ];
            for field in bounds {
                cx.u32(field, d)?;
            }
        }
        0x805d..=0x8060 => {
            cx.peek(ATT_ADDRESS_RP_VALID, d, 4)?;
            // Only addresses that the server found say whether they are of the telephone network.
            if matches!(kind, 0x805d | 0x805f) {
                cx.peek(ATT_ADDRESS_RP_PSTN, d, 4)?;
                cx.u32(ATT_ADDRESS_RP_RESERVED, d)?;
            } else {
                cx.u32(ATT_ADDRESS_RP_RESERVED2, d)?;
            }
            cx.u32(ATT_ADDRESS_RP_MASB, d)?;
            cx.u32(ATT_ADDRESS_RP_MARB, d)?;
        }
        0x8061 => _ = cx.bytes(ATT_SIP_DIALOG_ID, d, n)?,
        0x8062 => _ = cx.bytes(ATT_SIP_CALL_ID, d, n)?,
        0x8068 => {
            cx.u8(ATT_LP_PEER_LOCATION, d)?;
            cx.u8(ATT_LP_SELF_LOCATION, d)?;
            cx.u8(ATT_LP_FEDERATION, d)?;
            cx.bytes(ATT_RESERVED, d, 1)?;
        }
        0x8095 => _ = cx.u64(ATT_MS_MULTIPLEXED_TURN_SESSION_ID, d)?,
        0xc057 => {
            cx.u16(ATT_GOOGLE_NETWORK_ID, d)?;
            cx.u16(ATT_GOOGLE_NETWORK_COST, d)?;
        }
        _ => {
            if n > 0 {
                cx.bytes(VALUE, d, n)?;
            }
        }
    }
    Ok(())
}

/// An address, told in the summary with a `name`; with `id`, it is mixed with the cookie and the transaction's number.
fn address<S: Sink>(
    cx: &mut Cx<'_, S>,
    d: &mut Cursor<'_>,
    item: Item,
    name: Option<&str>,
    id: Option<&[u8]>,
) -> Step {
    if d.is_empty() {
        return Ok(());
    }
    cx.bytes(ATT_RESERVED, d, 1)?;
    let family = cx.u8(ATT_FAMILY, d)?;
    let mut mask = [0u8; 16];
    if let Some(id) = id {
        for (m, b) in mask.iter_mut().zip(COOKIE_VALUE.iter().chain(id)) {
            *m = *b;
        }
        cx.peek(ATT_PORT_XORD, d, 2)?;
    }
    let port = d.peek_u16(0)? ^ u16::from_be_bytes([mask[0], mask[1]]);
    // What the mask was taken off stands nowhere in the message.
    let made = |cx: &mut Cx<'_, S>, item: Item| {
        if id.is_some() {
            cx.set_generated(item);
        }
    };
    let it = cx.add(ATT_PORT, d.span(2), Value::U(u64::from(port)));
    made(cx, it);
    d.skip(2)?;
    let width = match family {
        1 => 4,
        2 => 16,
        _ => return Ok(()),
    };
    if d.left() < width {
        return Ok(());
    }
    let mut bytes = [0u8; 16];
    for ((to, from), m) in bytes.iter_mut().zip(d.peek_bytes(0, width)?).zip(mask) {
        *to = from ^ m;
    }
    let span = d.span(width);
    if id.is_some() {
        cx.peek(if width == 4 { ATT_IPV4_XORD } else { ATT_IPV6_XORD }, d, width)?;
    }
    let v4 = u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    let it = if width == 4 {
        cx.add(ATT_IPV4, span, Value::U(u64::from(v4)))
    } else {
        cx.add_bytes(ATT_IPV6, span, &bytes)
    };
    made(cx, it);
    d.skip(width)?;
    let write = |o: &mut requin_wire::Out<'_>| {
        o.s(": ");
        if width == 4 {
            o.ipv4(v4)
        } else {
            o.ipv6(&bytes)
        };
        o.s(":").u(port);
    };
    cx.append(item, write);
    if let Some(name) = name {
        cx.info_add(|o| {
            o.s(" ").s(name);
            write(o);
        });
    }
    Ok(())
}

/// The checksum over all that comes before it, RFC 8489 section 14.7.
fn fingerprint<S: Sink>(
    cx: &mut Cx<'_, S>,
    d: &mut Cursor<'_>,
    all: &Cursor<'_>,
    begin: &Cursor<'_>,
) -> Step {
    let said = d.peek_u32(0)?;
    let item = cx.peek(ATT_CRC32, d, 4)?;
    if !cx.wants_any(ATT_CRC32, ATT_CRC32_STATUS) {
        return d.skip(4);
    }
    let bytes = all.peek_bytes(0, begin.pos() - all.pos())?;
    let sum = crc32(bytes) ^ 0x5354_554e;
    let good = sum == said;
    cx.append(item, |o| {
        if good {
            o.s(" [correct]");
        } else {
            o.s(" [incorrect, should be ").hex(sum, 8).s("]");
        }
    });
    let status = cx.add(ATT_CRC32_STATUS, d.span(0), Value::U(u64::from(good)));
    cx.set_generated(status);
    if !good {
        cx.expert_with(ATT_CRC32_BAD, item, d.span(0), |o| {
            o.s("Bad Fingerprint [should be ").hex(sum, 8).s("]");
        });
    }
    d.skip(4)
}

/// The checksum of Ethernet and zip.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, b| {
        (0..8)
            .fold(crc ^ u32::from(*b), |crc, _| if crc & 1 != 0 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_the_usual_one() {
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
