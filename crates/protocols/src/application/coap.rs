//! Constrained Application Protocol, RFC 7252, with options of RFC 7641, 7959, 8516, 8613 and 8768.

use crate::meta::data;
use requin_wire::{Cursor, Cx, Field, Item, Key, Out, Past, Sink, Span, Step, Stop, Value, be, names, proto};

proto! {
    COAP "coap" "Constrained Application Protocol" "CoAP" App
    on [Udp 5683]
    remember [remember] for columns [RESPONSE_TO, RESPONSE_TIME, OPT_URI_PATH_RECON]
    fields {
        VERSION "coap.version" "Version": U8 Dec & 0xc0;
        TYPE "coap.type" "Type": U8 Dec & 0x30 = TYPE_NAMES;
        TOKEN_LEN "coap.token_len" "Token Length": U8 Dec & 0xf;
        TOKEN "coap.token" "Token": Bytes;
        MID "coap.mid" "Message ID": U16 Dec;
        RESPONSE_TO "coap.response_to" "Request In": Framenum;
        RESPONSE_TIME "coap.response_time" "Response Time": RelTime;
        BLOCK_PAYLOAD "coap.block_payload" "Block Payload": Bytes;
        BLOCK_LENGTH "coap.block_length" "Block Length": U32 Dec;
        BLOCK "coap.block" "Block": Framenum;
        CODE "coap.code" "Code": U8 Dec = CODE_NAMES;
        PAYLOAD "coap.payload" "Payload": Str;
        PAYLOAD_DESC "coap.payload_desc" "Payload Desc": Str;
        PAYLOAD_LENGTH "coap.payload_length" "Payload Length": U32 Dec;
        OPT_NAME "coap.opt.name" "Opt Name": Str;
        OPT_DESC "coap.opt.desc" "Opt Desc": Str;
        OPT_DELTA "coap.opt.delta" "Opt Delta": U8 Dec & 0xf0;
        OPT_DELTA_EXT "coap.opt.delta_ext" "Opt Delta extended": U16 Dec;
        OPT_LENGTH "coap.opt.length" "Opt Length": U8 Dec & 0xf;
        OPT_LENGTH_EXT "coap.opt.length_ext" "Opt Length extended": U16 Dec;
        OPT_END_MARKER "coap.opt.end_marker" "End of options marker": U8 Dec;
        OPT_CTYPE "coap.opt.ctype" "Content-type": Str;
        OPT_MAX_AGE "coap.opt.max_age" "Max-age": U32 Dec;
        OPT_PROXY_URI "coap.opt.proxy_uri" "Proxy-Uri": Str;
        OPT_PROXY_SCHEME "coap.opt.proxy_scheme" "Proxy-Scheme": Str;
        OPT_SIZE1 "coap.opt.size1" "Size1": U32 Dec;
        OPT_ETAG "coap.opt.etag" "Etag": Bytes;
        OPT_URI_HOST "coap.opt.uri_host" "Uri-Host": Str;
        OPT_LOCATION_PATH "coap.opt.location_path" "Location-Path": Str;
        OPT_URI_PORT "coap.opt.uri_port" "Uri-Port": U16 Dec;
        OPT_LOCATION_QUERY "coap.opt.location_query" "Location-Query": Str;
        OPT_OBJECT_SECURITY_RESERVED "coap.opt.object_security_reserved" "Reserved": Bool(8) & 0xe0;
        OPT_OBJECT_SECURITY_KID_CONTEXT_PRESENT "coap.opt.object_security_kid_context_present" "Key ID Context Present": Bool(8) & 0x10;
        OPT_OBJECT_SECURITY_KID_PRESENT "coap.opt.object_security_kid_present" "Key ID Present": Bool(8) & 0x8;
        OPT_OBJECT_SECURITY_PIV_LEN "coap.opt.object_security_piv_len" "Partial IV Length": U8 Dec & 0x7;
        OPT_OBJECT_SECURITY_PIV "coap.opt.object_security_piv" "Partial IV": Bytes;
        OPT_OBJECT_SECURITY_KID_CONTEXT_LEN "coap.opt.object_security_kid_context_len" "Key ID Context Length": U8 Dec;
        OPT_OBJECT_SECURITY_KID_CONTEXT "coap.opt.object_security_kid_context" "Key ID Context": Bytes;
        OPT_OBJECT_SECURITY_KID "coap.opt.object_security_kid" "Key ID": Bytes;
        OPT_URI_PATH "coap.opt.uri_path" "Uri-Path": Str;
        OPT_URI_PATH_RECON "coap.opt.uri_path_recon" "Uri-Path": Str;
        OPT_OBSERVE "coap.opt.observe" "Observe": U32 Dec = OPT_OBSERVE_NAMES;
        OPT_HOP_LIMIT "coap.opt.hop_limit" "Hop Limit": U8 Dec;
        OPT_ACCEPT "coap.opt.accept" "Accept": Str;
        OPT_IF_MATCH "coap.opt.if_match" "If-Match": Bytes;
        OPT_BLOCK_NUMBER "coap.opt.block_number" "Block Number": U32 Dec;
        OPT_BLOCK_MFLAG "coap.opt.block_mflag" "More Flag": U8 Dec & 0x8;
        OPT_BLOCK_SIZE "coap.opt.block_size" "Encoded Block Size": U8 Dec & 0x7;
        OPT_URI_QUERY "coap.opt.uri_query" "Uri-Query": Str;
        OPT_UNKNOWN "coap.opt.unknown" "Unknown": Bytes;
    }
    experts {
        INVALID_OPTION_NUMBER "coap.invalid_option_number" Warn Malformed "Invalid Option Number";
        INVALID_OPTION_RANGE "coap.invalid_option_range" Warn Malformed "Invalid Option Range";
        OPTION_LENGTH_BAD "coap.option_length_bad" Warn Malformed "Option length bad";
    }
}

names! {
    TYPE_NAMES {
        0 => "Confirmable", 1 => "Non-Confirmable", 2 => "Acknowledgement", 3 => "Reset",
    }
    CODE_NAMES {
        0 => "Empty Message", 1 => "GET", 2 => "POST", 3 => "PUT", 4 => "DELETE", 5 => "FETCH", 6 => "PATCH",
        7 => "iPATCH", 65 => "2.01 Created", 66 => "2.02 Deleted", 67 => "2.03 Valid", 68 => "2.04 Changed",
        69 => "2.05 Content", 95 => "2.31 Continue", 128 => "4.00 Bad Request", 129 => "4.01 Unauthorized",
        130 => "4.02 Bad Option", 131 => "4.03 Forbidden", 132 => "4.04 Not Found", 133 => "4.05 Method Not Allowed",
        134 => "4.06 Not Acceptable", 136 => "4.08 Request Entity Incomplete", 137 => "4.09 Conflict",
        140 => "4.12 Precondition Failed", 141 => "4.13 Request Entity Too Large",
        143 => "4.15 Unsupported Content-Format", 150 => "4.22 Unprocessable Entity", 157 => "4.29 Too Many Requests",
        160 => "5.00 Internal Server Error", 161 => "5.01 Not Implemented", 162 => "5.02 Bad Gateway",
        163 => "5.03 Service Unavailable", 164 => "5.04 Gateway Timeout", 165 => "5.05 Proxying Not Supported",
        168 => "5.08 Hop Limit Reached", 225 => "7.01 CSM", 226 => "7.02 Ping", 227 => "7.03 Pong",
        228 => "7.04 Release", 229 => "7.05 Abort",
    }
    OPT_OBSERVE_NAMES {
        0 => "Register", 1 => "Deregister",
    }
}

names! {
    SHORT_TYPES { 0 => "CON", 1 => "NON", 2 => "ACK", 3 => "RST" }
    FORMATS {
        0 => "text/plain; charset=utf-8", 40 => "application/link-format", 41 => "application/xml",
        42 => "application/octet-stream", 47 => "application/exi", 50 => "application/json",
        51 => "application/json-patch+json", 52 => "application/merge-patch+json", 60 => "application/cbor",
        61 => "application/cwt", 62 => "application/multipart-core", 110 => "application/senml+json",
        111 => "application/sensml+json", 112 => "application/senml+cbor", 113 => "application/sensml+cbor",
        114 => "application/senml-exi", 115 => "application/sensml-exi", 256 => "application/coap-group+json",
        271 => "application/dots+cbor", 280 => "application/pkcs7-mime; smime-type=server-generated-key",
        281 => "application/pkcs7-mime; smime-type=certs-only", 284 => "application/pkcs8",
        286 => "application/pkcs10", 310 => "application/senml+xml", 320 => "application/senml-etch+json",
        10000 => "application/vnd.ocf+cbor", 11542 => "application/vnd.oma.lwm2m+tlv",
    }
    OPTIONS {
        0 => "No-Op", 1 => "If-Match", 3 => "Uri-Host", 4 => "Etag", 5 => "If-None-Match", 6 => "Observe", 7 => "Uri-Port",
        8 => "Location-Path", 9 => "OSCORE", 11 => "Uri-Path", 12 => "Content-Format", 14 => "Max-age", 15 => "Uri-Query",
        16 => "Hop-Limit", 17 => "Accept", 20 => "Location-Query", 23 => "Block2", 27 => "Block1", 28 => "Size2",
        35 => "Proxy-Uri", 39 => "Proxy-Scheme", 60 => "Size1", 252 => "No-Op",
    }
}

const HEAD: usize = 4;
const URI_HOST: u32 = 3;
const OBSERVE: u32 = 6;
const URI_PORT: u32 = 7;
const OSCORE: u32 = 9;
const URI_PATH: u32 = 11;
const CONTENT_FORMAT: u32 = 12;
const URI_QUERY: u32 = 15;
const ACCEPT: u32 = 17;
const BLOCK2: u32 = 23;
const BLOCK1: u32 = 27;
const MARKER: u8 = 0xff;
/// Codes of requests; those of responses follow.
const LAST_REQUEST: u8 = 31;

/// One option: the head of it, and its value.
struct Opt<'b> {
    number: u32,
    head: Cursor<'b>,
    delta_more: usize,
    len_more: usize,
    value: Cursor<'b>,
}

/// What the nibble of an option's first byte and the bytes behind say.
fn extended(c: &mut Cursor<'_>, nibble: u8) -> Result<(u32, usize), Stop> {
    match nibble {
        13 => Ok((u32::from(c.array::<1>()?[0]) + 13, 1)),
        14 => Ok((u32::from(u16::from_be_bytes(*c.array::<2>()?)) + 269, 2)),
        n => Ok((n.into(), 0)),
    }
}

impl<'b> Opt<'b> {
    fn read(c: &mut Cursor<'b>, last: u32) -> Result<Opt<'b>, Stop> {
        let head = *c;
        let [first] = *c.array::<1>()?;
        let (delta, delta_more) = extended(c, first >> 4)?;
        let (len, len_more) = extended(c, first & 15)?;
        let value = c.take_all(len as usize)?;
        Ok(Opt { number: last + delta, head, delta_more, len_more, value })
    }
}

/// Where a resource is, from the options of a request.
#[derive(Default)]
struct Uri {
    host: Vec<u8>,
    port: Option<u64>,
    path: Vec<u8>,
    query: Vec<u8>,
}

impl Uri {
    fn take(&mut self, number: u32, value: &[u8]) {
        match number {
            URI_HOST => self.host = value.to_vec(),
            URI_PORT => self.port = Some(be(value)),
            URI_PATH => {
                self.path.push(b'/');
                self.path.extend_from_slice(value);
            }
            URI_QUERY => {
                self.query.push(if self.query.is_empty() { b'?' } else { b'&' });
                self.query.extend_from_slice(value);
            }
            _ => (),
        }
    }

    fn whole(&self) -> Vec<u8> {
        let mut all = Vec::new();
        if !self.host.is_empty() {
            let mut o = Out::new(&mut all);
            o.s("coap://").bytes(&self.host);
            if let Some(port) = self.port {
                o.s(":").u(port);
            }
        }
        all.extend_from_slice(&self.path);
        all
    }
}

/// A request is known by its token in the conversation.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let mut c = Cursor::new(pdu, pdu.len(), requin_wire::FRAME);
    let Ok(&[first, code, _, _]) = c.array::<HEAD>() else { return };
    let Ok(token) = c.bytes(usize::from(first & 15)) else { return };
    if token.is_empty() || code == 0 {
        return;
    }
    let key = Key::here(0).and(token);
    if code > LAST_REQUEST {
        if let Some(request) = past.get(&key) {
            past.note(0, &request);
        }
        return;
    }
    let (mut uri, mut last) = (Uri::default(), 0);
    while c.peek_u8(0).is_ok_and(|b| b != MARKER)
        && let Ok(option) = Opt::read(&mut c, last)
    {
        last = option.number;
        uri.take(last, option.value.rest());
    }
    past.set(&key, &uri.whole());
}

/// What options say that matters for the rest.
#[derive(Default)]
struct Seen {
    uri: Uri,
    format: Option<u64>,
    block: Option<u64>,
    oscore: bool,
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("CoAP");
    cx.info_clear();
    let begin = c;
    let (first, code, id) = (c.peek_u8(0)?, c.peek_u8(1)?, c.peek_u16(2)?);
    cx.peek(VERSION, &c, 1)?;
    cx.peek(TYPE, &c, 1)?;
    cx.peek(TOKEN_LEN, &c, 1)?;
    c.skip(1)?;
    cx.u8(CODE, &mut c)?;
    cx.u16(MID, &mut c)?;
    let kind = u64::from(first >> 4 & 3);
    let code_name = |o: &mut Out<'_>| {
        match CODE_NAMES.find(code.into()) {
            Some(name) => o.s(name),
            None => o.s("Unknown ").u(code),
        };
    };
    cx.info(|o| {
        o.s(SHORT_TYPES.or(kind, "")).s(", MID:").u(id).s(", ");
        code_name(o);
    });
    cx.proto_append(|o| {
        o.s(", ").s(TYPE_NAMES.or(kind, "")).s(", ");
        code_name(o);
        o.s(", MID:").u(id);
    });
    let token_len = usize::from(first & 15);
    if token_len > 0 {
        let token = cx.bytes(TOKEN, &mut c, token_len)?;
        cx.info_add(|o| _ = o.s(", TKN:").hex_bytes(token, b' '));
    }
    let mut seen = Seen::default();
    options(cx, &mut c, &mut seen)?;
    if let Some(number) = seen.block {
        cx.info_add(|o| _ = o.s(", Block #").u(number));
    }
    payload(cx, c, &begin, &seen)
}

/// All options, and the marker of their end.
fn options<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, seen: &mut Seen) -> Step {
    let (mut last, mut nth) = (0, 0u32);
    while !c.is_empty() {
        if c.peek_u8(0)? == MARKER {
            return cx.u8(OPT_END_MARKER, c).map(|_| ());
        }
        let place = *c;
        let Ok(option) = Opt::read(c, last) else {
            let top = cx.proto_item();
            cx.expert_with(OPTION_LENGTH_BAD, top, place.span(1), |o| {
                let first = place.peek_u8(0).unwrap_or(0);
                o.s(if first >> 4 == 15 {
                    "end-of-options marker found, but option length isn't 15"
                } else {
                    "option longer than the package"
                });
            });
            c.advance(usize::MAX);
            return Ok(());
        };
        last = option.number;
        nth += 1;
        self::option(cx, option, nth, seen)?;
    }
    Ok(())
}

fn option<S: Sink>(cx: &mut Cx<'_, S>, opt: Opt<'_>, nth: u32, seen: &mut Seen) -> Step {
    let Opt { number, mut head, delta_more, len_more, value } = opt;
    let bytes = value.peek_bytes(0, value.left())?;
    let len = 1 + delta_more + len_more + bytes.len();
    let said = |o: &mut Out<'_>| {
        o.s("#").u(nth).s(": ");
        match OPTIONS.find(number.into()) {
            Some(name) => o.s(name),
            None => o.s("Unknown Option (").u(number).s(")"),
        };
    };
    let item = cx.add_str(OPT_NAME, head.span(len), said);
    let span = head.span(len);
    if let Some((least, most)) = range(number) {
        if bytes.len() < least || bytes.len() > most {
            cx.expert_with(INVALID_OPTION_RANGE, item, span, |o| {
                o.s("Invalid Option Range: ").u(bytes.len() as u64);
                o.s(" (").u(least as u64).s(" < x < ").u(most as u64).s(")");
            });
        }
    } else {
        cx.expert_with(INVALID_OPTION_NUMBER, item, span, |o| _ = o.s("Invalid Option Number ").u(number));
    }
    seen.uri.take(number, bytes);
    cx.under(item, |cx| -> Step {
        cx.add_str(OPT_DESC, head.span(len), |o| description(o, number));
        cx.peek(OPT_DELTA, &head, 1)?;
        cx.peek(OPT_LENGTH, &head, 1)?;
        head.skip(1)?;
        if delta_more > 0 {
            cx.field(OPT_DELTA_EXT, &mut head, delta_more)?;
        }
        if len_more > 0 {
            cx.field(OPT_LENGTH_EXT, &mut head, len_more)?;
        }
        option_value(cx, value, bytes, number, item, seen)
    })
}

/// The least and the greatest length of an option's value.
fn range(number: u32) -> Option<(usize, usize)> {
    Some(match number {
        1 => (0, 8),
        3 | 39 => (1, 255),
        4 => (1, 8),
        5 => (0, 0),
        6 | 23 | 27 => (0, 3),
        7 | 12 | 17 => (0, 2),
        8 | 9 | 11 | 15 | 20 => (0, 255),
        14 | 28 | 60 => (0, 4),
        16 => (1, 1),
        35 => (1, 1034),
        _ => return None,
    })
}

/// What the number of an option says of it, RFC 7252, section 5.4.6.
fn description(o: &mut Out<'_>, number: u32) {
    o.s("Type ").u(number);
    o.s(if number & 1 != 0 { ", Critical" } else { ", Elective" });
    o.s(if number & 2 != 0 { ", Unsafe" } else { ", Safe" });
    if number & 0x1e == 0x1c {
        o.s(", NoCacheKey");
    }
}

fn option_value<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    bytes: &[u8],
    number: u32,
    item: Item,
    seen: &mut Seen,
) -> Step {
    let span = c.span(bytes.len());
    let n = be(bytes);
    let text = |cx: &mut Cx<'_, S>, field: Field| {
        cx.add_bytes(field, span, bytes);
        add_to(cx, item, |o| _ = o.text(bytes));
    };
    match number {
        URI_HOST => text(cx, OPT_URI_HOST),
        8 => text(cx, OPT_LOCATION_PATH),
        URI_PATH => text(cx, OPT_URI_PATH),
        URI_QUERY => text(cx, OPT_URI_QUERY),
        20 => text(cx, OPT_LOCATION_QUERY),
        35 => text(cx, OPT_PROXY_URI),
        39 => text(cx, OPT_PROXY_SCHEME),
        1 => hex(cx, OPT_IF_MATCH, span, bytes, item),
        4 => hex(cx, OPT_ETAG, span, bytes, item),
        5 => (),
        URI_PORT => number_of(cx, OPT_URI_PORT, span, n, item),
        14 => number_of(cx, OPT_MAX_AGE, span, n, item),
        16 => number_of(cx, OPT_HOP_LIMIT, span, n, item),
        60 => number_of(cx, OPT_SIZE1, span, n, item),
        // tshark shows a size as that of blocks, whose last bits it takes.
        28 => {
            cx.add(OPT_BLOCK_SIZE, span, Value::U(n & 7));
            add_to(cx, item, |o| _ = o.u(n));
        }
        OBSERVE => {
            let shown = cx.add(OPT_OBSERVE, span, Value::U(n));
            if cx.recalled(0).is_some() {
                cx.label(shown, |o| _ = o.s("Observe sequence number: ").u(n));
            }
            add_to(cx, item, |o| _ = o.u(n));
        }
        CONTENT_FORMAT | ACCEPT => {
            let field = if number == ACCEPT { OPT_ACCEPT } else { OPT_CTYPE };
            if number == CONTENT_FORMAT {
                seen.format = Some(n);
            }
            let name = |o: &mut Out<'_>| {
                match FORMATS.find(n) {
                    _ if number == ACCEPT && bytes.is_empty() => o.s("(null)"),
                    Some(name) => o.s(name),
                    None => o.s("Unknown Type ").u(n),
                };
            };
            cx.add_str(field, span, name);
            add_to(cx, item, name);
        }
        BLOCK1 | BLOCK2 => block(cx, &mut c, n, item, seen)?,
        OSCORE => {
            seen.oscore = true;
            oscore(cx, &mut c)?;
        }
        _ => hex(cx, OPT_UNKNOWN, span, bytes, item),
    }
    Ok(())
}

/// An option's name is a text that goes on with its value.
fn add_to<S: Sink>(cx: &mut Cx<'_, S>, item: Item, text: impl FnOnce(&mut Out<'_>)) {
    cx.append(item, |o| text(o.s(": ")));
}

fn hex<S: Sink>(cx: &mut Cx<'_, S>, field: Field, span: Span, bytes: &[u8], item: Item) {
    cx.add(field, span, Value::Bytes(span));
    add_to(cx, item, |o| _ = o.hex_bytes(bytes, b' '));
}

fn number_of<S: Sink>(cx: &mut Cx<'_, S>, field: Field, span: Span, n: u64, item: Item) {
    cx.add(field, span, Value::U(n));
    add_to(cx, item, |o| _ = o.u(n));
}

/// A number, whether more come, and the size of blocks, in one to three bytes.
fn block<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, n: u64, item: Item, seen: &mut Seen) -> Step {
    let (number, more, size) = (n >> 4, n >> 3 & 1, 16u64 << (n & 7));
    seen.block = Some(number);
    add_to(cx, item, |o| _ = o.s("NUM:").u(number).s(", M:").u(more).s(", SZX:").u(size));
    let len = c.left();
    if len == 0 {
        for field in [OPT_BLOCK_NUMBER, OPT_BLOCK_MFLAG, OPT_BLOCK_SIZE] {
            cx.add(field, c.span(0), Value::U(0));
        }
        return Ok(());
    }
    cx.add(OPT_BLOCK_NUMBER, c.span(len), Value::U(number));
    c.skip(len - 1)?;
    cx.peek(OPT_BLOCK_MFLAG, c, 1)?;
    let shown = cx.peek(OPT_BLOCK_SIZE, c, 1)?;
    cx.label(shown, |o| _ = o.s("Block Size: ").u(size).s(" (").u(n & 7).s(" encoded)"));
    Ok(())
}

/// RFC 8613, section 6.1.
fn oscore<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    let flags = c.peek_u8(0)?;
    cx.peek(OPT_OBJECT_SECURITY_RESERVED, c, 1)?;
    cx.peek(OPT_OBJECT_SECURITY_KID_CONTEXT_PRESENT, c, 1)?;
    cx.peek(OPT_OBJECT_SECURITY_KID_PRESENT, c, 1)?;
    cx.peek(OPT_OBJECT_SECURITY_PIV_LEN, c, 1)?;
    c.skip(1)?;
    if flags & 7 != 0 {
        cx.bytes(OPT_OBJECT_SECURITY_PIV, c, usize::from(flags & 7))?;
    }
    if flags & 0x10 != 0 {
        let len = cx.u8(OPT_OBJECT_SECURITY_KID_CONTEXT_LEN, c)?;
        cx.bytes(OPT_OBJECT_SECURITY_KID_CONTEXT, c, len.into())?;
    }
    if flags & 8 != 0 {
        let n = c.left();
        cx.bytes(OPT_OBJECT_SECURITY_KID, c, n)?;
    }
    Ok(())
}

fn payload<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, begin: &Cursor<'_>, seen: &Seen) -> Step {
    let n = c.left();
    let format = seen.format.map(|f| FORMATS.or(f, "Unknown Type"));
    let kind = format.unwrap_or("application/octet-stream");
    if n > 0 && seen.block.is_some() {
        cx.add(BLOCK_PAYLOAD, c.span(n), Value::Bytes(c.span(n)));
        cx.generated(BLOCK_LENGTH, c.span(0), Value::U(n as u64));
    } else if n > 0 {
        let item = cx.add_str(PAYLOAD, c.span(n), |o| {
            o.s("Payload Content-Format: ").s(kind);
            o.s(if format.is_none() { " (no Content-Format)" } else { "" }).s(", Length: ").u(n as u64);
        });
        cx.under(item, |cx| {
            cx.add_str(PAYLOAD_DESC, c.span(n), |o| _ = o.s(kind));
            cx.generated(PAYLOAD_LENGTH, c.span(0), Value::U(n as u64));
        });
    }
    let uri = found(cx, begin, seen);
    let step = content(cx, c, kind, seen);
    if !uri.is_empty() || !seen.uri.query.is_empty() {
        cx.info_add(|o| _ = o.s(", ").text(&uri).text(&seen.uri.query));
    }
    step
}

/// What the payload is, by its media type.
fn content<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, kind: &str, seen: &Seen) -> Step {
    if c.is_empty() || seen.block.is_some() || seen.oscore {
        return Ok(());
    }
    cx.set_media(kind.as_bytes());
    match cx.media_protocol() {
        Some(id) if id != data::ID && cx.offer(id, c)? => Ok(()),
        _ => cx.call(data::ID, c),
    }
}

/// Which resource it is about, and what it answers.
fn found<S: Sink>(cx: &mut Cx<'_, S>, begin: &Cursor<'_>, seen: &Seen) -> Vec<u8> {
    let request = cx.recalled(0);
    let own = seen.uri.whole();
    let uri = match request {
        Some(request) if own.is_empty() => request.bytes.to_vec(),
        _ => own,
    };
    let none = begin.span(0);
    if !uri.is_empty() {
        let item = cx.add_bytes(OPT_URI_PATH_RECON, none, &uri);
        cx.set_generated(item);
    }
    if let Some(request) = request {
        cx.generated(RESPONSE_TO, none, Value::U(request.frame));
        cx.generated(RESPONSE_TIME, none, cx.meta.time.since(request.time).into());
    }
    uri
}
