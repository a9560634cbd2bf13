//! HTTP/2, RFC 9113.

mod connection;
pub(crate) mod hpack;
pub(crate) mod huffman;
mod names;

use super::{http, pieces};
use connection::{Body, remember};
use requin_wire::{Cursor, Cx, Field, Item, Pdu, Ports, Sink, Step, Stop, Value, names, proto};

proto! {
    HTTP2 "http2" "HyperText Transfer Protocol 2" "HTTP2" App
    on []
    surely [Tcp accepts]
    frames sized [frames]
    remember [remember]
    fields {
        HEADER "http2.header" "Header": None;
        HEADER_COUNT "http2.header.count" "Header Count": U32 Dec;
        HEADER_NAME_LENGTH "http2.header.name.length" "Name Length": U32 Dec;
        HEADER_NAME "http2.header.name" "Name": Str;
        HEADER_VALUE_LENGTH "http2.header.value.length" "Value Length": U32 Dec;
        HEADER_VALUE "http2.header.value" "Value": Str;
        HEADER_REPR "http2.header.repr" "Representation": Str;
        HEADER_LENGTH "http2.header.length" "Header Length": U32 Dec;
        HEADER_UNESCAPED "http2.header.unescaped" "Unescaped": Str;
        HEADER_INDEX "http2.header.index" "Index": U32 Dec;
        TABLE_SIZE_UPDATE "http2.header_table_size_update" "Header table size update": None;
        TABLE_SIZE "http2.header_table_size_update.header_table_size" "Header table size": U32 Dec;
        REQUEST_FULL_URI "http2.request.full_uri" "Full request URI": Str;
        HEADERS_AUTHORITY "http2.headers.authority" ":authority": Str;
        HEADERS_STATUS "http2.headers.status" ":status": U16 Dec;
        HEADERS_PATH "http2.headers.path" ":path": Str;
        HEADERS_METHOD "http2.headers.method" ":method": Str;
        HEADERS_SCHEME "http2.headers.scheme" ":scheme": Str;
        HEADERS_ACCEPT "http2.headers.accept" "accept": Str;
        HEADERS_ACCEPT_CHARSET "http2.headers.accept_charset" "accept-charset": Str;
        HEADERS_ACCEPT_ENCODING "http2.headers.accept_encoding" "accept-encoding": Str;
        HEADERS_ACCEPT_LANGUAGE "http2.headers.accept_language" "accept-language": Str;
        HEADERS_ACCEPT_RANGES "http2.headers.accept_ranges" "accept-ranges": Str;
        HEADERS_ACCESS_CONTROL_ALLOW_ORIGIN "http2.headers.access_control_allow_origin" "access-control-allow-origin": Str;
        HEADERS_AGE "http2.headers.age" "age": U64 Dec;
        HEADERS_ALLOW "http2.headers.allow" "allow": Str;
        HEADERS_AUTHORIZATION "http2.headers.authorization" "authorization": Str;
        HEADERS_CACHE_CONTROL "http2.headers.cache_control" "cache-control": Str;
        HEADERS_CONTENT_DISPOSITION "http2.headers.content_disposition" "content-disposition": Str;
        HEADERS_CONTENT_ENCODING "http2.headers.content_encoding" "content-encoding": Str;
        HEADERS_CONTENT_LANGUAGE "http2.headers.content_language" "content-language": Str;
        HEADERS_CONTENT_LENGTH "http2.headers.content_length" "content-length": U64 Dec;
        HEADERS_CONTENT_LOCATION "http2.headers.content_location" "content-location": Str;
        HEADERS_CONTENT_RANGE "http2.headers.content_range" "content-range": Str;
        HEADERS_CONTENT_TYPE "http2.headers.content_type" "content-type": Str;
        HEADERS_COOKIE "http2.headers.cookie" "cookie": Str;
        HEADERS_DATE "http2.headers.date" "date": Str;
        HEADERS_ETAG "http2.headers.etag" "etag": Str;
        HEADERS_EXPECT "http2.headers.expect" "expect": Str;
        HEADERS_EXPIRES "http2.headers.expires" "expires": Str;
        HEADERS_FROM "http2.headers.from" "from": Str;
        HEADERS_IF_MATCH "http2.headers.if_match" "if-match": Str;
        HEADERS_IF_MODIFIED_SINCE "http2.headers.if_modified_since" "if-modified-since": Str;
        HEADERS_IF_NONE_MATCH "http2.headers.if_none_match" "if-none-match": Str;
        HEADERS_IF_RANGE "http2.headers.if_range" "if-range": Str;
        HEADERS_IF_UNMODIFIED_SINCE "http2.headers.if_unmodified_since" "if-unmodified-since": Str;
        HEADERS_LAST_MODIFIED "http2.headers.last_modified" "last-modified": Str;
        HEADERS_LINK "http2.headers.link" "link": Str;
        HEADERS_LOCATION "http2.headers.location" "location": Str;
        HEADERS_MAX_FORWARDS "http2.headers.max_forwards" "max-forwards": U64 Dec;
        HEADERS_PROXY_AUTHENTICATE "http2.headers.proxy_authenticate" "proxy-authenticate": Str;
        HEADERS_PROXY_AUTHORIZATION "http2.headers.proxy_authorization" "proxy-authorization": Str;
        HEADERS_RANGE "http2.headers.range" "range": Str;
        HEADERS_REFERER "http2.headers.referer" "referer": Str;
        HEADERS_REFRESH "http2.headers.refresh" "refresh": Str;
        HEADERS_RETRY_AFTER "http2.headers.retry_after" "retry-after": Str;
        HEADERS_SERVER "http2.headers.server" "server": Str;
        HEADERS_SET_COOKIE "http2.headers.set_cookie" "set-cookie": Str;
        HEADERS_STRICT_TRANSPORT_SECURITY "http2.headers.strict_transport_security" "strict-transport-security": Str;
        HEADERS_USER_AGENT "http2.headers.user_agent" "user-agent": Str;
        HEADERS_VARY "http2.headers.vary" "vary": Str;
        HEADERS_VIA "http2.headers.via" "via": Str;
        HEADERS_WWW_AUTHENTICATE "http2.headers.www_authenticate" "www-authenticate": Str;
        BODY_FRAGMENTS "http2.body.fragments" "Body fragments": None;
        BODY_FRAGMENT "http2.body.fragment" "Body fragment": Framenum;
        BODY_FRAGMENT_COUNT "http2.body.fragment.count" "Body fragment count": U32 Dec;
        BODY_REASSEMBLED_LENGTH "http2.body.reassembled.length" "Reassembled body length": U32 Dec;
        BODY_REASSEMBLED_DATA "http2.body.reassembled.data" "Reassembled body data": Bytes;
        HEADERS_PADDING "http2.headers.padding" "Padding": Bytes;
        WEIGHT "http2.headers.weight" "Weight": U8 Dec;
        WEIGHT_REAL "http2.headers.weight_real" "Weight real": U8 Dec;
        STREAM "http2.stream" "Stream": None;
        LENGTH "http2.length" "Length": U24 Dec;
        TYPE "http2.type" "Type": U8 Dec = TYPE_NAMES;
        R "http2.r" "Reserved": U32 Hex & 0x80000000;
        STREAMID "http2.streamid" "Stream Identifier": U32 Dec & 0x7fffffff;
        MAGIC "http2.magic" "Magic": Str;
        UNKNOWN "http2.unknown" "Unknown": Bytes;
        FLAGS "http2.flags" "Flags": U8 Hex;
        FLAGS_END_STREAM "http2.flags.end_stream" "End Stream": Bool(8) & 0x1;
        FLAGS_EH "http2.flags.eh" "End Headers": Bool(8) & 0x4;
        FLAGS_PADDED "http2.flags.padded" "Padded": Bool(8) & 0x8;
        FLAGS_PRIORITY "http2.flags.priority" "Priority": Bool(8) & 0x20;
        FLAGS_ACK_PING "http2.flags.ack.ping" "ACK": Bool(8) & 0x1;
        FLAGS_UNUSED "http2.flags.unused" "Unused": U8 Hex & 0xff;
        FLAGS_UNUSED_SETTINGS "http2.flags.unused_settings" "Unused": U8 Hex & 0xfe;
        FLAGS_UNUSED_PING "http2.flags.unused_ping" "Unused": U8 Hex & 0xfe;
        FLAGS_UNUSED_CONTINUATION "http2.flags.unused_continuation" "Unused": U8 Hex & 0xfb;
        FLAGS_UNUSED_PUSH_PROMISE "http2.flags.unused_push_promise" "Unused": U8 Hex & 0xf3;
        FLAGS_UNUSED_DATA "http2.flags.unused_data" "Unused": U8 Hex & 0xf6;
        FLAGS_UNUSED_HEADERS "http2.flags.unused_headers" "Unused": U8 Hex & 0xd2;
        FLAGS_ACK_SETTINGS "http2.flags.ack.settings" "ACK": Bool(8) & 0x1;
        PADDING "http2.padding" "Pad Length": U8 Hex;
        PAD_LENGTH "http2.pad_length" "Pad Length": U16 Dec;
        EXCLUSIVE "http2.exclusive" "Exclusive": Bool(32) & 0x80000000;
        STREAM_DEPENDENCY "http2.stream_dependency" "Stream Dependency": U32 Dec & 0x7fffffff;
        DATA_DATA "http2.data.data" "Data": Bytes;
        DATA_PADDING "http2.data.padding" "Padding": Bytes;
        HEADERS "http2.headers" "Header Block Fragment": Bytes;
        RST_STREAM_ERROR "http2.rst_stream.error" "Error": U32 Dec = RST_STREAM_ERROR_NAMES;
        SETTINGS "http2.settings" "Settings": None;
        SETTINGS_ID "http2.settings.id" "Settings Identifier": U16 Dec = SETTINGS_ID_NAMES;
        SETTINGS_HEADER_TABLE_SIZE "http2.settings.header_table_size" "Header table size": U32 Dec;
        SETTINGS_ENABLE_PUSH "http2.settings.enable_push" "Enable PUSH": U32 Dec;
        SETTINGS_MAX_CONCURRENT_STREAMS "http2.settings.max_concurrent_streams" "Max concurrent streams": U32 Dec;
        SETTINGS_INITIAL_WINDOW_SIZE "http2.settings.initial_window_size" "Initial Windows Size": U32 Dec;
        SETTINGS_MAX_FRAME_SIZE "http2.settings.max_frame_size" "Max frame size": U32 Dec;
        SETTINGS_MAX_HEADER_LIST_SIZE "http2.settings.max_header_list_size" "Max header list size": U32 Dec;
        SETTINGS_EXTENDED_CONNECT "http2.settings.extended_connect" "Extended CONNECT": U32 Dec;
        SETTINGS_UNKNOWN "http2.settings.unknown" "Unknown Settings": U32 Dec;
        PUSH_PROMISE_R "http2.push_promise.r" "Reserved": U32 Hex & 0x80000000;
        PUSH_PROMISE_PROMISED_STREAM_ID "http2.push_promise.promised_stream_id" "Promised-Stream-ID": U32 Dec & 0x7fffffff;
        PUSH_PROMISE_HEADER "http2.push_promise.header" "Header Block Fragment": Bytes;
        PING "http2.ping" "Ping": Bytes;
        PONG "http2.pong" "Pong": Bytes;
        GOWAY_R "http2.goway.r" "Reserved": U32 Hex & 0x80000000;
        GOAWAY_LAST_STREAM_ID "http2.goaway.last_stream_id" "Last-Stream-ID": U32 Dec & 0x7fffffff;
        GOAWAY_ERROR "http2.goaway.error" "Error": U32 Dec = RST_STREAM_ERROR_NAMES;
        GOAWAY_ADDATA "http2.goaway.addata" "Additional Debug Data": Bytes;
        WINDOW_UPDATE_R "http2.window_update.r" "Reserved": U32 Hex & 0x80000000;
        WINDOW_UPDATE_WINDOW_SIZE_INCREMENT "http2.window_update.window_size_increment" "Window Size Increment": U32 Dec & 0x7fffffff;
        CONTINUATION_HEADER "http2.continuation.header" "Continuation Header": Str;
    }
}

names! {
    TYPE_NAMES {
        0 => "DATA",
        1 => "HEADERS",
        2 => "PRIORITY",
        3 => "RST_STREAM",
        4 => "SETTINGS",
        5 => "PUSH_PROMISE",
        6 => "PING",
        7 => "GOAWAY",
        8 => "WINDOW_UPDATE",
        9 => "CONTINUATION",
        10 => "ALTSVC",
        11 => "BLOCKED",
        12 => "ORIGIN",
        16 => "PRIORITY_UPDATE",
    }
    RST_STREAM_ERROR_NAMES {
        0 => "NO_ERROR",
        1 => "PROTOCOL_ERROR",
        2 => "INTERNAL_ERROR",
        3 => "FLOW_CONTROL_ERROR",
        4 => "SETTINGS_TIMEOUT",
        5 => "STREAM_CLOSED",
        6 => "FRAME_SIZE_ERROR",
        7 => "REFUSED_STREAM",
        8 => "CANCEL",
        9 => "COMPRESSION_ERROR",
        10 => "CONNECT_ERROR",
        11 => "ENHANCE_YOUR_CALM",
        12 => "INADEQUATE_SECURITY",
        13 => "HTTP_1_1_REQUIRED",
    }
    SETTINGS_ID_NAMES {
        1 => "Header table size",
        2 => "Enable PUSH",
        3 => "Max concurrent streams",
        4 => "Initial Windows size",
        5 => "Max frame size",
        6 => "Max header list size",
        8 => "Extended CONNECT",
    }
}

/// What the client of every connection says first.
const MAGIC_TEXT: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const HEAD: usize = 9;

const DATA_FRAME: u8 = 0;
const HEADERS_FRAME: u8 = 1;
const PRIORITY_FRAME: u8 = 2;
const RST_STREAM: u8 = 3;
const SETTINGS_FRAME: u8 = 4;
const PUSH_PROMISE: u8 = 5;
const PING_FRAME: u8 = 6;
const GOAWAY: u8 = 7;
const WINDOW_UPDATE: u8 = 8;
const CONTINUATION: u8 = 9;

const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;
const PADDED: u8 = 8;
const WITH_PRIORITY: u8 = 0x20;

/// The last field of what a header block tells.
const LAST_HEADER: Field = HEADERS_WWW_AUTHENTICATE;

/// Whether the bytes begin a connection.
#[must_use]
pub fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.rest().starts_with(MAGIC_TEXT)
}

/// Length, type, flags and stream of the frame that begins the bytes.
fn head(bytes: &[u8]) -> Option<(usize, u8, u8, u32)> {
    let h = bytes.first_chunk::<HEAD>()?;
    let len = usize::from(h[0]) << 16 | usize::from(h[1]) << 8 | usize::from(h[2]);
    Some((len, h[3], h[4], u32::from_be_bytes([h[5] & 0x7f, h[6], h[7], h[8]])))
}

/// A frame is a PDU.
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    if bytes.starts_with(MAGIC_TEXT) {
        return Pdu::Len(MAGIC_TEXT.len());
    }
    if !bytes.is_empty() && MAGIC_TEXT.starts_with(bytes) {
        return Pdu::More(MAGIC_TEXT.len());
    }
    head(bytes).map_or(Pdu::More(HEAD), |(len, ..)| Pdu::Len(HEAD + len))
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if cx.nth() == 1 {
        if !http::inside_tls(cx) {
            cx.layer_below(http::ID, &c);
        }
        cx.info_clear();
    }
    cx.protocol("HTTP2");
    if c.rest().starts_with(MAGIC_TEXT) {
        let n = MAGIC_TEXT.len();
        cx.proto_len(n);
        let item = cx.add(STREAM, c.span(n), Value::None);
        cx.label(item, |o| _ = o.s("Stream: Magic"));
        cx.under(item, |cx| cx.bytes(MAGIC, &mut c, n).map(|_| ()))?;
        cx.info_sep(", ", |o| _ = o.s("Magic"));
        return if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) };
    }
    let Some((len, kind, flags, stream)) = head(c.rest()) else { return Err(Stop::NotMine) };
    if HEAD + len > c.left() {
        return Err(Stop::NotMine);
    }
    let one = c.take(HEAD + len);
    cx.proto_len(HEAD + len);
    let item = cx.add(STREAM, one.span(HEAD + len), Value::None);
    cx.label(item, |o| {
        o.s("Stream: ").s(TYPE_NAMES.or(u64::from(kind), "Unknown")).s(", Stream ID: ").u(stream);
        o.s(", Length ").u(len as u64);
    });
    cx.info_sep(", ", |o| _ = o.s(TYPE_NAMES.or(u64::from(kind), "Unknown")).c(b'[').u(stream).c(b']'));
    let body = cx.under(item, |cx| frame(cx, item, one, kind, flags))?;
    if let Some(body) = body {
        body.show(cx)?;
    }
    if !c.is_empty() {
        return cx.next_pdu(ID, c);
    }
    cx.info_fence();
    Ok(())
}

/// What flags mean that have names in the line of all.
const FLAG_NAMES: [(Field, u8, &str); 6] = [
    (FLAGS_PRIORITY, WITH_PRIORITY, "Priority"),
    (FLAGS_PADDED, PADDED, "Padded"),
    (FLAGS_EH, END_HEADERS, "End Headers"),
    (FLAGS_END_STREAM, END_STREAM, "End Stream"),
    (FLAGS_ACK_SETTINGS, 1, "ACK"),
    (FLAGS_ACK_PING, 1, "ACK"),
];

/// One frame: its head, then what its type has. A body that it ends is left to be shown.
fn frame<'a, 'c, S: Sink>(
    cx: &mut Cx<'a, S>,
    stream: Item,
    mut c: Cursor<'c>,
    kind: u8,
    flags: u8,
) -> Result<Option<Body<'a, 'c>>, Stop> {
    let whole = c;
    cx.u24(LENGTH, &mut c)?;
    cx.u8(TYPE, &mut c)?;
    let bits: &[Field] = match kind {
        DATA_FRAME => &[FLAGS_UNUSED_DATA, FLAGS_PADDED, FLAGS_END_STREAM],
        HEADERS_FRAME => &[FLAGS_UNUSED_HEADERS, FLAGS_PRIORITY, FLAGS_PADDED, FLAGS_EH, FLAGS_END_STREAM],
        SETTINGS_FRAME => &[FLAGS_UNUSED_SETTINGS, FLAGS_ACK_SETTINGS],
        PUSH_PROMISE => &[FLAGS_UNUSED_PUSH_PROMISE, FLAGS_PADDED, FLAGS_EH],
        PING_FRAME => &[FLAGS_UNUSED_PING, FLAGS_ACK_PING],
        CONTINUATION => &[FLAGS_UNUSED_CONTINUATION, FLAGS_EH],
        _ => &[FLAGS_UNUSED],
    };
    let (_, item) = cx.flags(FLAGS, &mut c, 1, bits)?;
    for (field, bit, name) in FLAG_NAMES {
        if flags & bit != 0 && bits.contains(&field) {
            cx.append(item, |o| _ = o.s(", ").s(name));
        }
    }
    cx.peek(R, &c, 4)?;
    cx.field(STREAMID, &mut c, 4)?;
    match kind {
        DATA_FRAME => {
            let pad = padding(cx, &mut c, flags)?;
            if flags & END_STREAM == 0 && c.left() > pad {
                cx.append(stream, |o| _ = o.s(" (partial entity body)"));
            }
            let data = c.take(c.left().saturating_sub(pad));
            c.advance(data.left());
            let body = Body::of(cx, &whole, data);
            match &body {
                Some(b) if b.whole.is_some() => b.list(cx),
                _ => {
                    let mut data = data;
                    let n = data.left();
                    cx.bytes(DATA_DATA, &mut data, n)?;
                }
            }
            if pad > 0 {
                cx.bytes(DATA_PADDING, &mut c, pad)?;
            }
            return Ok(body);
        }
        HEADERS_FRAME => {
            let pad = padding(cx, &mut c, flags)?;
            if flags & WITH_PRIORITY != 0 {
                priority(cx, &mut c)?;
            }
            let n = c.left().saturating_sub(pad);
            let block = c.within(n);
            cx.bytes(HEADERS, &mut c, n)?;
            headers(cx, stream, &whole, block, flags)?;
            if pad > 0 {
                cx.bytes(HEADERS_PADDING, &mut c, pad)?;
            }
        }
        PRIORITY_FRAME => priority(cx, &mut c)?,
        RST_STREAM => _ = cx.u32(RST_STREAM_ERROR, &mut c)?,
        SETTINGS_FRAME => {
            while c.left() >= 6 {
                setting(cx, &mut c)?;
            }
        }
        PUSH_PROMISE => {
            padding(cx, &mut c, flags)?;
            cx.peek(PUSH_PROMISE_R, &c, 4)?;
            cx.field(PUSH_PROMISE_PROMISED_STREAM_ID, &mut c, 4)?;
            let n = c.left();
            let block = c;
            cx.bytes(PUSH_PROMISE_HEADER, &mut c, n)?;
            headers(cx, stream, &whole, block, flags)?;
        }
        PING_FRAME => _ = cx.bytes(if flags & 1 != 0 { PONG } else { PING }, &mut c, 8)?,
        GOAWAY => {
            cx.peek(GOWAY_R, &c, 4)?;
            cx.field(GOAWAY_LAST_STREAM_ID, &mut c, 4)?;
            cx.u32(GOAWAY_ERROR, &mut c)?;
            let n = c.left();
            if n > 0 {
                cx.bytes(GOAWAY_ADDATA, &mut c, n)?;
            }
        }
        WINDOW_UPDATE => {
            cx.peek(WINDOW_UPDATE_R, &c, 4)?;
            cx.field(WINDOW_UPDATE_WINDOW_SIZE_INCREMENT, &mut c, 4)?;
        }
        CONTINUATION => {
            let n = c.left();
            let block = c;
            cx.bytes(CONTINUATION_HEADER, &mut c, n)?;
            headers(cx, stream, &whole, block, flags)?;
        }
        _ => {
            let n = c.left();
            if n > 0 {
                cx.bytes(UNKNOWN, &mut c, n)?;
            }
        }
    }
    Ok(None)
}

/// The header block that ends in this frame.
fn headers<S: Sink>(
    cx: &mut Cx<'_, S>,
    stream: Item,
    whole: &Cursor<'_>,
    block: Cursor<'_>,
    flags: u8,
) -> Step {
    if flags & END_HEADERS == 0 {
        return Ok(());
    }
    match connection::Block::of(cx, whole) {
        None => hpack::show(cx, block, None, stream),
        Some(b) if b.bytes.is_empty() => hpack::show(cx, block, Some(b.pairs), stream),
        Some(b) => {
            let show = |cx: &mut Cx<'_, S>, c: Cursor<'_>| hpack::show(cx, c, Some(b.pairs), stream);
            cx.with_source("Header block", b.bytes.to_vec(), show).unwrap_or(Ok(()))
        }
    }
}

/// The length of the padding, read when there is one.
fn padding<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, flags: u8) -> Result<usize, Stop> {
    if flags & PADDED == 0 {
        cx.generated(PAD_LENGTH, c.span(0), Value::U(0));
        return Ok(0);
    }
    Ok(usize::from(cx.u8(PADDING, c)?))
}

fn priority<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.peek(EXCLUSIVE, c, 4)?;
    cx.field(STREAM_DEPENDENCY, c, 4)?;
    let weight = c.peek_u8(0)?;
    cx.u8(WEIGHT, c)?;
    cx.generated(WEIGHT_REAL, c.span(0), Value::U(u64::from(weight) + 1));
    Ok(())
}

/// Whether anything of settings is wanted.
pub(crate) fn wants_settings<S: Sink>(cx: &Cx<'_, S>) -> bool {
    cx.wants_any(SETTINGS, SETTINGS_UNKNOWN)
}

/// The settings that a request to go on in HTTP/2 carries (RFC 7540 section 3.2.1).
pub(crate) fn settings<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) {
    while c.left() >= 6 && setting(cx, &mut c).is_ok() {}
}

fn setting<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (id, value) = (u64::from(c.peek_u16(0)?), c.peek_u32(2)?);
    let item = cx.add(SETTINGS, c.span(6), Value::None);
    cx.label(item, |o| {
        o.s("Settings - ").s(SETTINGS_ID_NAMES.or(id, "Unknown")).s(" : ").u(value);
    });
    cx.under(item, |cx| {
        cx.u16(SETTINGS_ID, c)?;
        let field = match id {
            1 => SETTINGS_HEADER_TABLE_SIZE,
            2 => SETTINGS_ENABLE_PUSH,
            3 => SETTINGS_MAX_CONCURRENT_STREAMS,
            4 => SETTINGS_INITIAL_WINDOW_SIZE,
            5 => SETTINGS_MAX_FRAME_SIZE,
            6 => SETTINGS_MAX_HEADER_LIST_SIZE,
            8 => SETTINGS_EXTENDED_CONNECT,
            _ => SETTINGS_UNKNOWN,
        };
        cx.u32(field, c).map(|_| ())
    })
}
