//! The PROXY protocol: a load balancer tells whom it speaks for, before the first byte of the stream.

use requin_wire::{Cursor, Cx, Field, Ports, Sink, Step, Stop, Table, Value, names, proto};

proto! {
    PROXY "proxy" "PROXY Protocol" "PROXY" App
    on []
    looks_like [Tcp accepts => [b'\r'..=b'\r', b'P'..=b'P']]
    fields {
        SRC_IPV4 "proxy.src.ipv4" "Source Address": Ipv4;
        DST_IPV4 "proxy.dst.ipv4" "Destination Address": Ipv4;
        SRC_IPV6 "proxy.src.ipv6" "Source Address": Ipv6;
        DST_IPV6 "proxy.dst.ipv6" "Destination Address": Ipv6;
        SRCPORT "proxy.srcport" "Source Port": U16 Dec;
        DSTPORT "proxy.dstport" "Destination Port": U16 Dec;
        V1_MAGIC "proxy.v1.magic" "PROXY v1 magic": None;
        V1_PROTO "proxy.v1.proto" "Protocol": Str;
        V2_MAGIC "proxy.v2.magic" "Magic": Bytes;
        V2_VERSION "proxy.v2.version" "Version": U8 Dec & 0xf0;
        V2_CMD "proxy.v2.cmd" "Command": U8 Dec & 0xf;
        V2_ADDR_FAMILY_PROTOCOL "proxy.v2.addr_family_protocol" "Address Family Protocol": U8 Hex = V2_ADDR_FAMILY_PROTOCOL_NAMES;
        V2_ADDR_FAMILY "proxy.v2.addr_family" "Address Family": U8 Hex & 0xf0 = V2_ADDR_FAMILY_NAMES;
        V2_PROTOCOL "proxy.v2.protocol" "Protocol": U8 Hex & 0xf;
        V2_LENGTH "proxy.v2.length" "Length": U16 Dec;
        V2_TLV "proxy.v2.tlv" "TLV": None;
        V2_TLV_TYPE "proxy.v2.tlv.type" "Type": U8 Hex = V2_TLV_TYPE_NAMES;
        V2_TLV_LENGTH "proxy.v2.tlv.length" "Length": U16 Dec;
        V2_TLV_VALUE "proxy.v2.tlv.value" "Value": Bytes;
    }
}

names! {
    V2_ADDR_FAMILY_PROTOCOL_NAMES {
        0 => "UNSPEC",
        17 => "TCP over IPv4",
        18 => "UDP over IPv4",
        33 => "TCP over IPv6",
        34 => "UDP over IPv6",
        49 => "UNIX stream",
        50 => "UNIX datagram",
    }
    V2_ADDR_FAMILY_NAMES {
        1 => "IPv4",
        2 => "IPv6",
        3 => "UNIX",
    }
    V2_TLV_TYPE_NAMES {
        0 => "UNSPEC",
        1 => "ALPN",
        2 => "AUTHORITY",
        3 => "CRC32C",
        4 => "NOOP",
        32 => "SSL",
        33 => "SSL VERSION",
        34 => "SSL CN",
        35 => "SSL CIPHER",
        36 => "SSL SIG ALG",
        37 => "SSL KEY ALG",
        48 => "NETNS",
        234 => "AWS",
    }
}

const V1: &[u8] = b"PROXY ";
const V2: &[u8] = b"\r\n\r\n\0\r\nQUIT\n";
/// No line of version 1 is longer.
const LONGEST: usize = 107;

/// Whether the bytes begin with a header of either version.
#[must_use]
pub fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.rest().starts_with(V2) && c.left() >= 16 || c.rest().starts_with(V1) && line_end(c.rest()).is_some()
}

fn line_end(bytes: &[u8]) -> Option<usize> {
    bytes.windows(2).take(LONGEST).position(|w| w == b"\r\n")
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !accepts(&c, cx.ports) {
        return cx
            .by_port(Table::Tcp, None, c)
            .and_then(|taken| if taken { Ok(()) } else { Err(Stop::NotMine) });
    }
    if c.rest().starts_with(V2) {
        second(cx, &mut c)?
    } else {
        first(cx, &mut c)?
    }
    if c.is_empty() || cx.by_port(Table::Tcp, None, c)? {
        return Ok(());
    }
    cx.call(crate::meta::data::ID, c)
}

/// Version 1: a line of text.
fn first<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.protocol("PROXYv1");
    let n = line_end(c.rest()).ok_or(Stop::Malformed)?;
    let mut line = c.take(n);
    cx.proto_len(n + 2);
    cx.add(V1_MAGIC, line.span(5), Value::None);
    line.skip(6)?;
    let mut word = |cx: &mut Cx<'_, S>, field: Option<Field>| -> Result<(), Stop> {
        let n = line.rest().iter().position(|b| *b == b' ').unwrap_or(line.left());
        let span = line.span(n);
        let bytes = line.bytes(n)?;
        line.advance(1);
        let text = std::str::from_utf8(bytes).map_err(|_| Stop::Malformed)?;
        let Some(field) = field else {
            cx.add(V1_PROTO, span, Value::Str(span));
            return Ok(());
        };
        if field == SRCPORT || field == DSTPORT {
            let port: u16 = text.parse().map_err(|_| Stop::Malformed)?;
            cx.add(field, span, Value::U(port.into()));
        } else if let Ok(a) = text.parse::<std::net::Ipv4Addr>() {
            cx.add(field, span, Value::U(u32::from(a).into()));
        } else if let Ok(a) = text.parse::<std::net::Ipv6Addr>() {
            let field = if field == SRC_IPV4 { SRC_IPV6 } else { DST_IPV6 };
            cx.add_bytes(field, span, &a.octets());
        }
        Ok(())
    };
    for field in [None, Some(SRC_IPV4), Some(DST_IPV4), Some(SRCPORT), Some(DSTPORT)] {
        word(cx, field)?;
    }
    c.skip(2)
}

/// Version 2: binary.
fn second<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.protocol("PROXYv2");
    cx.bytes(V2_MAGIC, c, 12)?;
    cx.peek(V2_VERSION, c, 1)?;
    cx.field(V2_CMD, c, 1)?;
    let kind = c.peek_u8(0)?;
    cx.peek(V2_ADDR_FAMILY_PROTOCOL, c, 1)?;
    cx.peek(V2_ADDR_FAMILY, c, 1)?;
    cx.field(V2_PROTOCOL, c, 1)?;
    let len = usize::from(cx.u16(V2_LENGTH, c)?);
    cx.proto_len(16 + len);
    let mut body = c.take(len);
    let rows: &[(Field, usize)] = match kind >> 4 {
        1 => &[(SRC_IPV4, 4), (DST_IPV4, 4), (SRCPORT, 2), (DSTPORT, 2)],
        2 => &[(SRC_IPV6, 16), (DST_IPV6, 16), (SRCPORT, 2), (DSTPORT, 2)],
        _ => return Ok(()),
    };
    crate::common::run(cx, &mut body, rows)?;
    while body.left() >= 3 {
        let len = usize::from(body.peek_u16(1)?);
        let item = cx.add(V2_TLV, body.span(3 + len), Value::None);
        cx.under(item, |cx| -> Step {
            cx.u8(V2_TLV_TYPE, &mut body)?;
            cx.u16(V2_TLV_LENGTH, &mut body)?;
            cx.bytes(V2_TLV_VALUE, &mut body, len)?;
            Ok(())
        })?;
    }
    Ok(())
}
