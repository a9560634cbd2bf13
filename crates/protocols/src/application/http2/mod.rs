//! HTTP/2, RFC 9113: frames, and the header fields that can be told without the compression's history.

mod hpack;
mod huffman;

use super::{dns, http};
use requin_wire::{Cursor, Cx, Field, Pdu, Ports, ProtoId, Sink, Step, Stop, Value, names, proto};

proto! {
    HTTP2 "http2" "HyperText Transfer Protocol 2" "HTTP2" App
    on []
    surely [Tcp accepts]
    track [remember]
    frames [frames]
    fields {
        HEADER "http2.header" "Header": None;
        HEADER_COUNT "http2.header.count" "Header Count": U32 Dec;
        HEADER_NAME_LENGTH "http2.header.name.length" "Name Length": U32 Dec;
        HEADER_NAME "http2.header.name" "Name": Str;
        HEADER_VALUE_LENGTH "http2.header.value.length" "Value Length": U32 Dec;
        HEADER_VALUE "http2.header.value" "Value": Str;
        HEADER_REPR "http2.header.repr" "Representation": Str;
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
const PADDED: u8 = 8;
const WITH_PRIORITY: u8 = 0x20;

/// In the first word of the memory: messages of DNS are carried (RFC 8484).
const DNS: u64 = 1;
const DNS_MEDIA: &[u8] = b"application/dns-message";

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

/// A frame is a PDU. Messages of DNS are small, so the frames of one are handed over together: its end is
/// often a frame of its own.
fn frames(bytes: &[u8], _: bool, state: &[u64; 2]) -> Pdu {
    if bytes.starts_with(MAGIC_TEXT) {
        return Pdu::Len(MAGIC_TEXT.len());
    }
    if !bytes.is_empty() && MAGIC_TEXT.starts_with(bytes) {
        return Pdu::More(MAGIC_TEXT.len());
    }
    let Some((len, kind, flags, stream)) = head(bytes) else { return Pdu::More(HEAD) };
    let mut at = HEAD + len;
    if state[0] & DNS == 0 || kind != DATA_FRAME || flags & END_STREAM != 0 {
        return Pdu::Len(at);
    }
    while at < 0x1_0000 {
        let Some((len, kind, flags, of)) = bytes.get(at..).and_then(head) else {
            return Pdu::More(at + HEAD);
        };
        at += HEAD + len;
        if of == stream && (kind != DATA_FRAME || flags & END_STREAM != 0) {
            break;
        }
    }
    Pdu::Len(at)
}

fn remember(state: &mut [u64; 2], _: bool, payload: &[u8]) -> Option<ProtoId> {
    let mut rest = payload.strip_prefix(MAGIC_TEXT).unwrap_or(payload);
    while let Some((len, kind, _, _)) = head(rest) {
        let body = rest.get(HEAD..HEAD + len).unwrap_or_default();
        if kind == HEADERS_FRAME
            && [DNS_MEDIA, hpack::DNS_MESSAGE].iter().any(|m| body.windows(m.len()).any(|w| w == *m))
        {
            state[0] |= DNS;
        }
        // An answer of another kind is an error's text.
        if kind == HEADERS_FRAME
            && state[0] & DNS != 0
            && let Some(media) = hpack::content_type(body)
            && media != DNS_MEDIA
        {
            state[0] &= !DNS;
        }
        rest = rest.get(HEAD + len..).unwrap_or_default();
    }
    None
}

/// Shows those frames (if there are any) of a PDU whose end is still to come that are whole: they are not shown again with it.
///
/// # Errors
/// Whatever stopped one of them.
pub fn early<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) -> Result<bool, Stop> {
    let mut n = 0;
    while let Some((len, ..)) = c.rest().get(n..).and_then(head)
        && n + HEAD + len <= c.captured()
    {
        n += HEAD + len;
    }
    if n == 0 {
        return Ok(false);
    }
    cx.call(ID, c.within(n)).map(|()| true)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if cx.nth() == 1 {
        cx.layer_below(http::ID, &c);
        cx.protocol("HTTP2");
        cx.info_clear();
    }
    if c.rest().starts_with(MAGIC_TEXT) {
        let n = MAGIC_TEXT.len();
        cx.proto_len(n);
        let item = cx.add(STREAM, c.span(n), Value::None);
        cx.label(item, |o| _ = o.s("Stream: Magic"));
        cx.under(item, |cx| cx.bytes(MAGIC, &mut c, n).map(|_| ()))?;
        cx.info_sep(", ", |o| _ = o.s("Magic"));
        cx.info_fence();
        return if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) };
    }
    let dns = cx.state()[0] & DNS != 0;
    if dns && c.source() != requin_wire::FRAME {
        // Of a message that was put together, all but its end was shown when it came.
        while let Some((len, ..)) = head(c.rest())
            && HEAD + len < c.left()
        {
            c.advance(HEAD + len);
        }
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
    cx.under(item, |cx| frame(cx, one, kind, flags))?;
    cx.info_fence();
    if dns && kind == DATA_FRAME && flags & END_STREAM != 0 {
        message(cx, &one, flags, stream)?;
    }
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}

/// One frame: its head, then what its type has.
fn frame<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u8, flags: u8) -> Step {
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
    cx.flags(FLAGS, &mut c, 1, bits)?;
    cx.peek(R, &c, 4)?;
    cx.field(STREAMID, &mut c, 4)?;
    match kind {
        DATA_FRAME => {
            let pad = padding(cx, &mut c, flags)?;
            let n = c.left().saturating_sub(pad);
            cx.bytes(DATA_DATA, &mut c, n)?;
            if pad > 0 {
                cx.bytes(DATA_PADDING, &mut c, pad)?;
            }
        }
        HEADERS_FRAME => {
            let pad = padding(cx, &mut c, flags)?;
            if flags & WITH_PRIORITY != 0 {
                priority(cx, &mut c)?;
            }
            let n = c.left().saturating_sub(pad);
            let block = c.within(n);
            cx.bytes(HEADERS, &mut c, n)?;
            return hpack::show(cx, block);
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
            cx.bytes(PUSH_PROMISE_HEADER, &mut c, n)?;
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
            cx.bytes(CONTINUATION_HEADER, &mut c, n)?;
        }
        _ => {
            let n = c.left();
            if n > 0 {
                cx.bytes(UNKNOWN, &mut c, n)?;
            }
        }
    }
    Ok(())
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

/// The message that the frame `one` ends: its own data behind that of the frames before it in the same
/// segment, or in the bytes that were put together.
fn message<S: Sink>(cx: &mut Cx<'_, S>, one: &Cursor<'_>, flags: u8, stream: u32) -> Step {
    let source = one.source();
    let from = match cx.out.transports.last() {
        Some(t) if source == requin_wire::FRAME => t.payload.start as usize,
        _ => 0,
    };
    let end = one.pos() + one.left();
    let bytes = one.whole();
    let mut at = from;
    // Where the data of each frame lies.
    let mut parts: Vec<(usize, usize)> = Vec::new();
    while at < end {
        if bytes.get(at..).is_some_and(|b| b.starts_with(MAGIC_TEXT)) {
            at += MAGIC_TEXT.len();
            continue;
        }
        let Some((len, kind, of_flags, of)) = bytes.get(at..end).and_then(head) else { break };
        let pad =
            if of_flags & PADDED != 0 { bytes.get(at + HEAD).map_or(0, |n| usize::from(*n) + 1) } else { 0 };
        if kind == DATA_FRAME && of == stream && len > pad {
            parts.push((at + HEAD + usize::from(pad > 0), len - pad));
        }
        at += HEAD + len;
    }
    if at != end {
        parts.clear();
        if one.left() > HEAD && flags & PADDED == 0 {
            parts.push((one.pos() + HEAD, one.left() - HEAD));
        }
    }
    let call = |cx: &mut Cx<'_, S>, c: Cursor<'_>| {
        cx.set_media(DNS_MEDIA);
        let step = cx.call_nested(dns::ID, c);
        cx.set_media(b"");
        cx.protocol("DoH");
        step
    };
    match parts.as_slice() {
        [] => Ok(()),
        [(start, len)] => {
            let mut body = Cursor::new(bytes.get(..start + len).unwrap_or_default(), start + len, source);
            body.advance(*start);
            cx.info_clear();
            call(cx, body)
        }
        parts => {
            let whole: Vec<u8> =
                parts.iter().flat_map(|(s, n)| bytes.get(*s..s + n).unwrap_or_default()).copied().collect();
            cx.with_source("Reassembled body", whole, call).unwrap_or(Ok(()))
        }
    }
}
