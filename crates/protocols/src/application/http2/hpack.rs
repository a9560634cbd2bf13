//! HPACK, RFC 7541: what header blocks say of themselves. Names and values that only the blocks before tell
//! (the dynamic table) are left out.

use super::huffman;
use super::{
    HEADER, HEADER_COUNT, HEADER_NAME, HEADER_NAME_LENGTH, HEADER_REPR, HEADER_VALUE, HEADER_VALUE_LENGTH,
};
use requin_wire::{Cursor, Cx, Sink, Span, Step, Stop, Value};

/// `application/dns-message` in the code of appendix B.
pub const DNS_MESSAGE: &[u8] =
    &[0x1d, 0x75, 0xd0, 0x62, 0x0d, 0x26, 0x3d, 0x4c, 0x49, 0x52, 0x16, 0xa4, 0xa8, 0x40, 0xe6, 0x2f];

/// The static table of appendix A, from index 1.
#[rustfmt::skip]
const STATIC: &[(&str, &str)] = &[
    (":authority", ""), (":method", "GET"),
    (":method", "POST"), (":path", "/"),
    (":path", "/index.html"), (":scheme", "http"),
    (":scheme", "https"), (":status", "200"),
    (":status", "204"), (":status", "206"),
    (":status", "304"), (":status", "400"),
    (":status", "404"), (":status", "500"),
    ("accept-charset", ""), ("accept-encoding", "gzip, deflate"),
    ("accept-language", ""), ("accept-ranges", ""),
    ("accept", ""), ("access-control-allow-origin", ""),
    ("age", ""), ("allow", ""),
    ("authorization", ""), ("cache-control", ""),
    ("content-disposition", ""), ("content-encoding", ""),
    ("content-language", ""), ("content-length", ""),
    ("content-location", ""), ("content-range", ""),
    ("content-type", ""), ("cookie", ""),
    ("date", ""), ("etag", ""),
    ("expect", ""), ("expires", ""),
    ("from", ""), ("host", ""),
    ("if-match", ""), ("if-modified-since", ""),
    ("if-none-match", ""), ("if-range", ""),
    ("if-unmodified-since", ""), ("last-modified", ""),
    ("link", ""), ("location", ""),
    ("max-forwards", ""), ("proxy-authenticate", ""),
    ("proxy-authorization", ""), ("range", ""),
    ("referer", ""), ("refresh", ""),
    ("retry-after", ""), ("server", ""),
    ("set-cookie", ""), ("strict-transport-security", ""),
    ("transfer-encoding", ""), ("user-agent", ""),
    ("vary", ""), ("via", ""),
    ("www-authenticate", ""),
];

/// Headers that one block may have, and bytes of a text: as many as any sane block.
const MAX_HEADERS: u64 = 1000;

/// An integer of section 5.1 whose first byte has `prefix` bits of it.
fn integer(c: &mut Cursor<'_>, prefix: u32) -> Result<u64, Stop> {
    let mask = (1u64 << prefix) - 1;
    let mut value = u64::from(c.array::<1>()?[0]) & mask;
    if value < mask {
        return Ok(value);
    }
    for shift in (0..35).step_by(7) {
        let b = c.array::<1>()?[0];
        value += u64::from(b & 0x7f) << shift;
        if b & 0x80 == 0 {
            return Ok(value);
        }
    }
    Err(Stop::Malformed)
}

/// A text of section 5.2.
fn text(c: &mut Cursor<'_>) -> Result<Vec<u8>, Stop> {
    let coded = c.peek_u8(0)? & 0x80 != 0;
    let n = usize::try_from(integer(c, 7)?).unwrap_or(usize::MAX);
    let bytes = c.bytes(n)?;
    if coded { huffman::decode(bytes).ok_or(Stop::Malformed) } else { Ok(bytes.to_vec()) }
}

/// What one representation says: name and value as far as it tells them.
struct Header {
    name: Option<Vec<u8>>,
    value: Option<Vec<u8>>,
    how: &'static str,
}

/// Reads a representation of section 6; `None` for a change of the table's size.
fn header(c: &mut Cursor<'_>) -> Result<Option<Header>, Stop> {
    let first = c.peek_u8(0)?;
    let entry = |index: u64| usize::try_from(index).ok().and_then(|i| STATIC.get(i.checked_sub(1)?));
    if first & 0x80 != 0 {
        let index = integer(c, 7)?;
        let found = entry(index);
        return Ok(Some(Header {
            name: found.map(|e| e.0.as_bytes().to_vec()),
            value: found.map(|e| e.1.as_bytes().to_vec()),
            how: "Indexed Header Field",
        }));
    }
    if first & 0xe0 == 0x20 {
        integer(c, 5)?;
        return Ok(None);
    }
    let (prefix, indexed, new) = match first >> 4 {
        4..=7 => (
            6,
            "Literal Header Field with Incremental Indexing - Indexed Name",
            "Literal Header Field with Incremental Indexing - New Name",
        ),
        1 => (
            4,
            "Literal Header Field never Indexed - Indexed Name",
            "Literal Header Field never Indexed - New Name",
        ),
        _ => (
            4,
            "Literal Header Field without Indexing - Indexed Name",
            "Literal Header Field without Indexing - New Name",
        ),
    };
    let index = integer(c, prefix)?;
    let name = if index == 0 { Some(text(c)?) } else { entry(index).map(|e| e.0.as_bytes().to_vec()) };
    Ok(Some(Header { name, value: Some(text(c)?), how: if index == 0 { new } else { indexed } }))
}

/// The content type that a block tells in full.
#[must_use]
pub fn content_type(block: &[u8]) -> Option<Vec<u8>> {
    let mut c = Cursor::new(block, block.len(), requin_wire::FRAME);
    for _ in 0..MAX_HEADERS {
        match header(&mut c).ok()? {
            Some(Header { name: Some(name), value: Some(value), .. }) if name == b"content-type" => {
                return Some(value);
            }
            _ if c.is_empty() => return None,
            _ => {}
        }
    }
    None
}

/// Shows the headers of a block.
///
/// # Errors
/// When the block ends inside one of them.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !(cx.wants_any(HEADER, HEADER_REPR) || cx.wants_columns()) {
        return Ok(());
    }
    let all: Span = c.span(usize::MAX);
    let mut count = 0;
    let mut told = false;
    while !c.is_empty() && count < MAX_HEADERS {
        let start = c;
        let Some(h) = header(&mut c)? else { continue };
        count += 1;
        let span = c.span_since(&start);
        let (Some(name), Some(value)) = (h.name, h.value) else { continue };
        let item = cx.add(HEADER, span, Value::None);
        cx.label(item, |o| _ = o.s("Header: ").text(&name).s(": ").text(&value));
        cx.under(item, |cx| {
            cx.add(HEADER_NAME_LENGTH, span, Value::U(name.len() as u64));
            cx.add_bytes(HEADER_NAME, span, &name);
            cx.add(HEADER_VALUE_LENGTH, span, Value::U(value.len() as u64));
            cx.add_bytes(HEADER_VALUE, span, &value);
            cx.add_str(HEADER_REPR, span, |o| _ = o.s(h.how));
        });
        match name.as_slice() {
            b":method" | b":path" => {
                cx.info_add(|o| _ = o.s(if told { " " } else { ": " }).text(&value));
                told = true;
            }
            b":status" => cx.info_add(|o| _ = o.s(": ").text(&value).s(reason(&value))),
            _ => {}
        }
    }
    cx.generated(HEADER_COUNT, all, Value::U(count));
    Ok(())
}

/// The words of the most frequent status codes.
fn reason(status: &[u8]) -> &'static str {
    match status {
        b"200" => " OK",
        b"204" => " No Content",
        b"206" => " Partial Content",
        b"301" => " Moved Permanently",
        b"302" => " Found",
        b"304" => " Not Modified",
        b"400" => " Bad Request",
        b"403" => " Forbidden",
        b"404" => " Not Found",
        b"500" => " Internal Server Error",
        b"503" => " Service Unavailable",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_type_of_dns_messages() {
        assert_eq!(huffman::decode(DNS_MESSAGE).as_deref(), Some(&b"application/dns-message"[..]));
    }

    /// Examples of appendix C.1.
    #[test]
    fn reads_integers() {
        assert_eq!(integer(&mut Cursor::new(&[0x0a], 1, 0), 5), Ok(10));
        assert_eq!(integer(&mut Cursor::new(&[0x1f, 0x9a, 0x0a], 3, 0), 5), Ok(1337));
        assert!(integer(&mut Cursor::new(&[0xff; 9], 9, 0), 5).is_err());
    }
}
