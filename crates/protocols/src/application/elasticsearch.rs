//! Elasticsearch: what its nodes tell each other (transport protocol), and how they once found each other (Zen).

use crate::common::SET;
use requin_wire::{Cursor, Cx, Item, Out, Pdu, Sink, Step, Stop, TransportKind, Value, names, proto};

proto! {
    ELASTICSEARCH "elasticsearch" "Elasticsearch" "Elasticsearch" App
    on [Tcp 9300, Udp 54328]
    frames sized [frames]
    fields {
        INTERNAL_HEADER "elasticsearch.internal_header" "Internal header": U32 Hex;
        VERSION "elasticsearch.version" "Version": U32 Dec;
        PING_REQUEST_ID "elasticsearch.ping_request_id" "Ping ID": U32 Dec;
        CLUSTER_NAME "elasticsearch.cluster_name" "Cluster name": Str;
        NODE_NAME "elasticsearch.node_name" "Node name": Str;
        NODE_ID "elasticsearch.node_id" "Node ID": Str;
        HOST_NAME "elasticsearch.host_name" "Hostname": Str;
        HOST_ADDRESS "elasticsearch.host_address" "Host address": Str;
        ADDRESS_TYPE "elasticsearch.address.type" "Type": U16 Dec = ADDRESS_TYPE_NAMES;
        ADDRESS_FORMAT "elasticsearch.address.format" "Format": U8 Dec = ADDRESS_FORMAT_NAMES;
        ADDRESS_NAME "elasticsearch.address.name" "Name": Str;
        ADDRESS_LENGTH "elasticsearch.address.length" "Length": U8 Dec;
        ADDRESS_IPV4 "elasticsearch.address.ipv4" "IP": Ipv4;
        ADDRESS_IPV6 "elasticsearch.address.ipv6" "IP": Ipv6;
        ADDRESS_IPV6_SCOPE_ID "elasticsearch.address.ipv6.scope_id" "IP": U32 Dec;
        ADDRESS_PORT "elasticsearch.address.port" "Port": U32 Dec;
        ATTRIBUTES_LENGTH "elasticsearch.attributes.length" "Attributes length": U32 Dec;
        HEADER_TOKEN "elasticsearch.header.token" "Token": Str;
        HEADER_MESSAGE_LENGTH "elasticsearch.header.message_length" "Message length": U32 Dec;
        HEADER_REQUEST_ID "elasticsearch.header.request_id" "Request ID": U64 Dec;
        HEADER_STATUS_FLAGS "elasticsearch.header.status_flags" "Status flags": U8 Hex;
        HEADER_STATUS_FLAGS_MESSAGE_TYPE "elasticsearch.header.status_flags.message_type" "Message type": U8 Dec = HEADER_STATUS_FLAGS_MESSAGE_TYPE_NAMES;
        HEADER_STATUS_FLAGS_ERROR "elasticsearch.header.status_flags.error" "Error": Bool = SET;
        HEADER_STATUS_FLAGS_COMPRESSION "elasticsearch.header.status_flags.compression" "Compression": Bool = SET;
        HEADER_SIZE "elasticsearch.header.size" "Header size": U32 Dec;
        HEADER_REQUEST "elasticsearch.header.request" "Request header": None;
        HEADER_RESPONSE "elasticsearch.header.response" "Response header": None;
        HEADER_KEY "elasticsearch.header.key" "Key": Str;
        HEADER_VALUE "elasticsearch.header.value" "Value": Str;
        FEATURE "elasticsearch.feature" "Feature": Str;
        ACTION "elasticsearch.action" "Action": Str;
        DATA "elasticsearch.data" "Data": None;
        DATA_COMPRESSED "elasticsearch.data_compressed" "Compressed data": None;
    }
    experts {
        VERSION_UNSUPPORTED "elasticsearch.version.unsupported" Warn Undecoded "Unsupported header type: Elasticsearch version < 0.20.0RC1";
        ADDRESS_FORMAT_UNSUPPORTED "elasticsearch.address.format.unsupported" Warn Undecoded "Unsupported address format";
        ADDRESS_TYPE_UNSUPPORTED "elasticsearch.address.type.unsupported" Warn Undecoded "Unsupported address type";
    }
}

names! {
    ADDRESS_TYPE_NAMES { 0 => "Dummy", 1 => "Inet Socket", 2 => "Local" }
    ADDRESS_FORMAT_NAMES { 0 => "Numeric", 1 => "String" }
    HEADER_STATUS_FLAGS_MESSAGE_TYPE_NAMES { 0 => "Request", 1 => "Response" }
}

/// Token and length.
const BEGIN: usize = 6;
/// The same, the number of the request, its status and the version.
const HEAD: usize = 19;
const RESPONSE: u8 = 1;
const ERROR: u8 = 2;
const COMPRESSED: u8 = 4;
/// Versions since which there are headers of requests, features, and the size of all these.
const WITH_HEADERS: u32 = 5_000_000;
const WITH_FEATURES: u32 = 6_030_000;
const WITH_SIZE: u32 = 7_060_000;
/// The first version whose header has a version at all is 0.20.0RC1.
const ZEN_HEADER: u32 = 0x0109_0804;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.get(2..BEGIN) {
        Some(n) => Pdu::Len(BEGIN.saturating_add(requin_wire::be(n) as usize)),
        None => Pdu::More(BEGIN),
    }
}

/// Seven bits a byte, the lowest first; how many bytes, at most five.
fn number(c: &Cursor<'_>) -> Result<(u32, usize), Stop> {
    let mut value = 0;
    for i in 0..5 {
        let b = c.peek_u8(i)?;
        value |= u32::from(b & 0x7f) << (7 * i);
        if b & 0x80 == 0 {
            return Ok((value, i + 1));
        }
    }
    Err(Stop::Malformed)
}

fn count(c: &mut Cursor<'_>) -> Result<u32, Stop> {
    let (n, len) = number(c)?;
    c.skip(len)?;
    Ok(n)
}

/// A text behind its length, which belongs to it.
fn text<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    field: requin_wire::Field,
    c: &mut Cursor<'b>,
) -> Result<&'b [u8], Stop> {
    let start = *c;
    let n = count(c)? as usize;
    let value = c.bytes(n)?;
    cx.add_bytes(field, c.span_since(&start), value);
    Ok(value)
}

fn dotted(o: &mut Out<'_>, version: u32) {
    o.u(version / 1_000_000).s(".").u(version / 10_000 % 100).s(".").u(version / 100 % 100);
}

fn version_label(o: &mut Out<'_>, version: u32) {
    o.s("Version: ");
    dotted(o, version);
    o.s(" (").u(version).s(")");
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("Elasticsearch");
    if cx.out.transports.last().is_some_and(|t| t.kind == TransportKind::Udp) {
        return ping(cx, c);
    }
    let len = match frames(c.rest(), true, &[0; 2]) {
        Pdu::Len(n) => n,
        _ => c.left(),
    };
    let message = c.take(len);
    transport(cx, message)?;
    if c.captured() == 0 { Ok(()) } else { cx.next_pdu(ID, c) }
}

fn transport<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(c.left());
    let h = c.peek_array::<HEAD>()?;
    let (id, status) = (requin_wire::be(&h[6..14]), h[14]);
    let version = u32::from_be_bytes([h[15], h[16], h[17], h[18]]);
    cx.bytes(HEADER_TOKEN, &mut c, 2)?;
    cx.u32(HEADER_MESSAGE_LENGTH, &mut c)?;
    cx.u64(HEADER_REQUEST_ID, &mut c)?;
    let item = cx.peek(HEADER_STATUS_FLAGS, &c, 1)?;
    cx.under(item, |cx| {
        cx.add(HEADER_STATUS_FLAGS_COMPRESSION, c.span(1), Value::U(u64::from(status & COMPRESSED != 0)));
        cx.add(HEADER_STATUS_FLAGS_ERROR, c.span(1), Value::U(u64::from(status & ERROR != 0)));
        cx.add(HEADER_STATUS_FLAGS_MESSAGE_TYPE, c.span(1), Value::U(u64::from(status & RESPONSE)));
    });
    c.skip(1)?;
    let item = cx.field(VERSION, &mut c, 4)?;
    cx.label(item, |o| version_label(o, version));
    if version >= WITH_SIZE {
        cx.u32(HEADER_SIZE, &mut c)?;
    }
    if status & RESPONSE != 0 {
        cx.info(|o| {
            o.s("Response: ").s(if status & ERROR != 0 { "[ERROR], " } else { "[OK], " });
            o.s(if status & COMPRESSED != 0 { "[COMPRESSED], " } else { "" });
            o.s("request_id=").u(id).s(" ");
        });
    }
    if version >= WITH_HEADERS && status & COMPRESSED == 0 {
        headers(cx, &mut c)?;
    }
    if status & RESPONSE == 0 && status & COMPRESSED == 0 {
        if version >= WITH_FEATURES {
            for _ in 0..count(&mut c)? {
                text(cx, FEATURE, &mut c)?;
            }
        }
        let action = text(cx, ACTION, &mut c)?;
        cx.info(|o| _ = o.s("Request: action=").text(action).s(", request_id=").u(id).s(" "));
    } else if status & RESPONSE == 0 {
        cx.info(|o| _ = o.s("Request: [COMPRESSED], request_id=").u(id).s(" "));
    }
    if !c.is_empty() {
        let field = if status & COMPRESSED != 0 { DATA_COMPRESSED } else { DATA };
        cx.add(field, c.span(c.left()), Value::None);
    }
    Ok(())
}

/// Headers of the thread: one value for each key, then many.
fn headers<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    for _ in 0..count(c)? {
        let start = *c;
        let item = cx.add(HEADER_REQUEST, c.span(0), Value::None);
        cx.under(item, |cx| -> Step {
            let key = text(cx, HEADER_KEY, c)?;
            let value = text(cx, HEADER_VALUE, c)?;
            cx.append(item, |o| _ = o.s(": ").text(key).s(": ").text(value));
            Ok(())
        })?;
        close(cx, item, &start, c);
    }
    for _ in 0..count(c)? {
        let start = *c;
        let item = cx.add(HEADER_RESPONSE, c.span(0), Value::None);
        cx.under(item, |cx| -> Step {
            let key = text(cx, HEADER_KEY, c)?;
            cx.append(item, |o| _ = o.s(": ").text(key).s(": "));
            for i in 0..count(c)? {
                let value = text(cx, HEADER_VALUE, c)?;
                cx.append(item, |o| _ = o.s(if i > 0 { ", " } else { "" }).text(value));
            }
            Ok(())
        })?;
        close(cx, item, &start, c);
    }
    Ok(())
}

fn close<S: Sink>(cx: &mut Cx<'_, S>, item: Item, start: &Cursor<'_>, c: &Cursor<'_>) {
    cx.set_len(item, c.pos().saturating_sub(start.pos()));
}

/// The answer of a node, or the question for nodes, of Zen discovery.
fn ping<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.peek_u32(0)? != ZEN_HEADER {
        let item = cx.proto_item();
        cx.expert(VERSION_UNSUPPORTED, item, c.span(0));
        return Ok(());
    }
    cx.u32(INTERNAL_HEADER, &mut c)?;
    let of = version(cx, &mut c)?;
    cx.u32(PING_REQUEST_ID, &mut c)?;
    let cluster = text(cx, CLUSTER_NAME, &mut c)?;
    let start = c;
    let line = cx.line(c.span(0), |o| _ = o.s("Node"));
    let name = cx.under(line, |cx| node(cx, &mut c))?;
    close(cx, line, &start, &c);
    version(cx, &mut c)?;
    cx.info(|o| {
        o.s("Zen Ping: cluster=").text(cluster).s(", name=").text(name).s(", version=");
        dotted(o, of);
    });
    Ok(())
}

fn version<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u32, Stop> {
    let (n, len) = number(c)?;
    let item = cx.add(VERSION, c.span(len), Value::U(u64::from(n)));
    cx.label(item, |o| version_label(o, n));
    c.skip(len)?;
    Ok(n)
}

fn node<'b, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'b>) -> Result<&'b [u8], Stop> {
    let name = text(cx, NODE_NAME, c)?;
    for field in [NODE_ID, HOST_NAME, HOST_ADDRESS] {
        text(cx, field, c)?;
    }
    let start = *c;
    let line = cx.line(c.span(0), |o| _ = o.s("Address"));
    cx.under(line, |cx| address(cx, c))?;
    close(cx, line, &start, c);
    let (n, len) = number(c)?;
    cx.add(ATTRIBUTES_LENGTH, c.span(len), Value::U(u64::from(n)));
    c.skip(len)?;
    Ok(name)
}

fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.peek(ADDRESS_TYPE, c, 2)?;
    let span = c.span(2);
    let kind = c.peek_u16(0)?;
    c.skip(2)?;
    match kind {
        0 | 2 => return Ok(()),
        1 => {}
        _ => {
            cx.expert(ADDRESS_TYPE_UNSUPPORTED, item, span);
            return Ok(());
        }
    }
    match cx.u8(ADDRESS_FORMAT, c)? {
        0 => {
            let n = cx.u8(ADDRESS_LENGTH, c)?;
            cx.field(if n == 4 { ADDRESS_IPV4 } else { ADDRESS_IPV6 }, c, if n == 4 { 4 } else { 16 })?;
            if n != 4 {
                cx.u32(ADDRESS_IPV6_SCOPE_ID, c)?;
            }
        }
        _ => {
            text(cx, ADDRESS_NAME, c)?;
        }
    }
    cx.u32(ADDRESS_PORT, c).map(|_| ())
}
