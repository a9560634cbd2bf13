//! Local Service Discovery of BitTorrent, BEP 14.

use crate::application::text;
use requin_wire::{AddrKind, Cursor, Cx, Ports, Sink, Step, Stop, Value, proto};

proto! {
    LSD "lsd" "Local Service Discovery" "LSD" App
    on []
    looks_like [Udp accepts => [b'B'..=b'B']]
    fields {
        HEADER "lsd.header" "Header": Str;
        HOST "lsd.host" "Host": Str;
        PORT "lsd.port" "Port": U32 Dec;
        INFOHASH "lsd.infohash" "Infohash": Str;
        COOKIE "lsd.cookie" "cookie": Str;
        MALFORMED_FIELD "lsd.malformed_field" "Malformed LDS field": None;
    }
}

const BEGINS: &[u8] = b"BT-SEARCH * HTTP/1.1";
const PORT_NUMBER: u16 = 6771;
/// The groups of IPv4 and, of the site, IPv6.
const GROUP: [u8; 4] = [239, 192, 152, 143];
const GROUP6: [u8; 16] = [0xff, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xef, 0xc0, 0x98, 0x8f];

fn accepts(c: &Cursor<'_>, ports: Ports) -> bool {
    ports.dst == PORT_NUMBER && c.rest().starts_with(BEGINS)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let to = cx.out.columns.dst;
    let group = match to.kind {
        AddrKind::Ipv4 => to.bytes.starts_with(&GROUP),
        AddrKind::Ipv6 => to.bytes == GROUP6,
        _ => false,
    };
    if !group {
        return Err(Stop::NotMine);
    }
    cx.protocol("LSD");
    cx.info_clear();
    let mut fields =
        [(HEADER, ""), (HOST, "Host: "), (PORT, "Port: "), (INFOHASH, "Infohash: "), (COOKIE, "cookie: ")]
            .into_iter();
    while let Some((line, next)) = text::line(c.rest(), 0)
        && !line.is_empty()
        && let Some((field, name)) = fields.next()
    {
        let value = line.strip_prefix(name.as_bytes()).unwrap_or(line);
        if field == PORT {
            cx.add(PORT, c.span(next), Value::U(text::number(value).unwrap_or(0)));
        } else {
            cx.add_bytes(field, c.span(next), value);
        }
        c.advance(next);
    }
    Ok(())
}
