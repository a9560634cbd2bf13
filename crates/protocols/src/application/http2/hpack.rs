//! HPACK, RFC 7541: header blocks, and the dynamic table that the blocks before them filled.

use super::huffman;
use super::names::field_of;
use super::{
    HEADER, HEADER_COUNT, HEADER_INDEX, HEADER_LENGTH, HEADER_NAME, HEADER_NAME_LENGTH, HEADER_REPR,
    HEADER_UNESCAPED, HEADER_VALUE, HEADER_VALUE_LENGTH, REQUEST_FULL_URI, TABLE_SIZE, TABLE_SIZE_UPDATE,
};
use crate::application::http::STATUS;
use crate::application::text;
use requin_wire::{Cursor, Cx, FieldType, Sink, Span, Step, Stop, Value};
use std::borrow::Cow;
use std::collections::VecDeque;

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
const MAX_HEADERS: usize = 1000;

/// An integer of section 5.1 whose first byte has `prefix` bits of it.
pub(crate) fn integer(c: &mut Cursor<'_>, prefix: u32) -> Result<u64, Stop> {
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

/// A text of section 5.2; nothing when it is only passed over.
fn text(c: &mut Cursor<'_>, read: bool) -> Result<Vec<u8>, Stop> {
    let coded = c.peek_u8(0)? & 0x80 != 0;
    let n = usize::try_from(integer(c, 7)?).unwrap_or(usize::MAX);
    let bytes = c.bytes(n)?;
    if !read {
        return Ok(Vec::new());
    }
    if coded { huffman::decode(bytes).ok_or(Stop::Malformed) } else { Ok(bytes.to_vec()) }
}

/// What one representation says: name and value as far as it tells them, and the entry it refers to.
struct Header {
    name: Option<Vec<u8>>,
    value: Option<Vec<u8>>,
    how: &'static str,
    index: u64,
    /// It enters the dynamic table.
    enters: bool,
}

/// Name and value of a header field.
pub type Pair = (Vec<u8>, Vec<u8>);

/// Name and value of an entry of the static table, or of the dynamic one behind it.
fn entry<'t>(table: Option<&'t Table<'_>>, index: u64) -> Option<(&'t [u8], &'t [u8])> {
    let index = usize::try_from(index).ok()?.checked_sub(1)?;
    match STATIC.get(index) {
        Some((name, value)) => Some((name.as_bytes(), value.as_bytes())),
        None => table?.entries.get(index - STATIC.len()).map(|(n, v)| (&**n, &**v)),
    }
}

/// Whether a representation that begins so says how large the table may be.
fn is_size(first: u8) -> bool {
    first & 0xe0 == 0x20
}

/// The parts of the address that a request asks for.
#[derive(Default)]
struct FullUri {
    scheme: Option<Vec<u8>>,
    authority: Option<Vec<u8>>,
    path: Option<Vec<u8>>,
}

/// Reads a representation of section 6; `None` for a change of the table's size. Where name and value are known, they
/// need not be `read`.
fn header(c: &mut Cursor<'_>, table: Option<&mut Table<'_>>, read: bool) -> Result<Option<Header>, Stop> {
    let first = c.peek_u8(0)?;
    if first & 0x80 != 0 {
        let index = integer(c, 7)?;
        let known = if read { entry(table.as_deref(), index) } else { None };
        let (name, value) = known.map(|(n, v)| (n.to_vec(), v.to_vec())).unzip();
        return Ok(Some(Header { name, value, how: "Indexed Header Field", index, enters: false }));
    }
    if is_size(first) {
        let size = integer(c, 5)?;
        if let Some(table) = table {
            table.resize(usize::try_from(size).unwrap_or(usize::MAX));
        }
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
    let name = match index {
        0 => Some(text(c, read)?),
        _ if read => entry(table.as_deref(), index).map(|e| e.0.to_vec()),
        _ => None,
    };
    let value = Some(text(c, read)?);
    Ok(Some(Header { name, value, how: if index == 0 { new } else { indexed }, index, enters: prefix == 6 }))
}

/// Name and value of an entry, where they are remembered or newly read.
type Entry<'a> = (Cow<'a, [u8]>, Cow<'a, [u8]>);

/// The dynamic table of one direction (section 2.3.2): its newest entry first. Entries stay where they are
/// remembered: most blocks look at few of them.
#[derive(Debug)]
pub struct Table<'a> {
    entries: VecDeque<Entry<'a>>,
    size: usize,
    limit: usize,
    changed: bool,
}

/// The size that a table has in the beginning (RFC 9113, 6.5.2), and the greatest that is kept here.
const FIRST_SIZE: usize = 4096;
const LARGEST: usize = 64 << 10;
/// What an entry counts for beside its bytes (section 4.1).
const OVERHEAD: usize = 32;

impl Default for Table<'_> {
    fn default() -> Self {
        Table { entries: VecDeque::new(), size: 0, limit: FIRST_SIZE, changed: false }
    }
}

impl<'a> Table<'a> {
    /// Reads what [`write`](Table::write) wrote.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Table<'a> {
        let mut table = Table::default();
        let Some((limit, rest)) = bytes.split_first_chunk::<4>() else { return table };
        table.limit = (u32::from_be_bytes(*limit) as usize).min(LARGEST);
        table.entries = each(rest).map(|(n, v)| (Cow::Borrowed(n), Cow::Borrowed(v))).collect();
        table.size = table.entries.iter().map(|(n, v)| n.len() + v.len() + OVERHEAD).sum();
        table
    }

    /// Its bytes, to be remembered.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = (self.limit as u32).to_be_bytes().to_vec();
        for (name, value) in &self.entries {
            push(&mut bytes, name, value);
        }
        bytes
    }

    /// Whether a block changed it since it was read.
    #[must_use]
    pub fn changed(&self) -> bool {
        self.changed
    }

    fn resize(&mut self, limit: usize) {
        let before = (self.limit, self.entries.len());
        self.limit = limit.min(LARGEST);
        self.shrink();
        self.changed |= before != (self.limit, self.entries.len());
    }

    fn shrink(&mut self) {
        while self.size > self.limit
            && let Some((n, v)) = self.entries.pop_back()
        {
            self.size = self.size.saturating_sub(n.len() + v.len() + OVERHEAD);
        }
    }

    fn enter(&mut self, (name, value): Pair) {
        self.size += name.len() + value.len() + OVERHEAD;
        self.changed = true;
        self.entries.push_front((name.into(), value.into()));
        self.shrink();
    }

    /// Takes in a block: names and values of all its fields, empty for those that are not known.
    #[must_use]
    pub fn block(&mut self, block: &[u8]) -> Vec<Pair> {
        let mut c = Cursor::new(block, block.len(), requin_wire::FRAME);
        let mut all = Vec::new();
        let mut total = 0;
        while !c.is_empty() && all.len() < MAX_HEADERS && total < LARGEST {
            let Ok(found) = header(&mut c, Some(self), true) else { break };
            let Some(h) = found else { continue };
            let pair = (h.name.unwrap_or_default(), h.value.unwrap_or_default());
            total += pair.0.len() + pair.1.len();
            if h.enters {
                self.enter(pair.clone());
            }
            all.push(pair);
        }
        all
    }
}

/// Adds name and value with their lengths.
pub fn push(to: &mut Vec<u8>, name: &[u8], value: &[u8]) {
    for text in [name, value] {
        to.extend((text.len() as u32).to_be_bytes());
    }
    to.extend(name);
    to.extend(value);
}

/// Reads what [`push`] added.
#[must_use]
pub fn pairs(bytes: &[u8]) -> Vec<Pair> {
    each(bytes).map(|(n, v)| (n.to_vec(), v.to_vec())).collect()
}

/// The same, where it is.
fn each(mut bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let (h, rest) = bytes.split_first_chunk::<8>()?;
        let len = |n: &[u8]| requin_wire::be(n) as usize;
        let (name, rest) = rest.split_at_checked(len(&h[..4]))?;
        let (value, rest) = rest.split_at_checked(len(&h[4..]))?;
        bytes = rest;
        Some((name, value))
    })
}

/// Shows the headers of a block, whose names and values are those given, where they are known.
///
/// # Errors
/// When the block ends inside one of them.
pub fn show<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    known: Option<Vec<Pair>>,
    stream: requin_wire::Item,
) -> Step {
    if !(cx.wants_any(super::HEADER, super::LAST_HEADER) || cx.wants_columns()) {
        return Ok(());
    }
    // Columns tell of pseudo-headers alone.
    let bare = !cx.wants_any(super::HEADER, super::LAST_HEADER) && !cx.wants_labels();
    let all: Span = c.span(usize::MAX);
    let at = c.span(0);
    // Sizes of the table stand before all else (RFC 7541 section 4.2).
    let mut sizes = Vec::new();
    while c.peek_u8(0).is_ok_and(is_size) && sizes.len() < MAX_HEADERS {
        let start = c;
        let size = integer(&mut c, 5)?;
        sizes.push((c.span_since(&start), size));
    }
    if let Some(known) = &known {
        let length: usize = known.iter().map(|(n, v)| n.len() + v.len() + 8).sum();
        cx.generated(HEADER_LENGTH, at, Value::U(length as u64));
        cx.generated(HEADER_COUNT, at, Value::U((sizes.len() + known.len()) as u64));
    }
    for (span, size) in &sizes {
        let item = cx.add(TABLE_SIZE_UPDATE, *span, Value::None);
        cx.under(item, |cx| _ = cx.add(TABLE_SIZE, *span, Value::U(*size)));
    }
    let (whole_uri, mut uri) = (cx.wants(REQUEST_FULL_URI), FullUri::default());
    let mut count = 0;
    let mut told = false;
    while !c.is_empty() && count < MAX_HEADERS {
        let start = c;
        let pair = known.as_ref().and_then(|k| k.get(count)).filter(|k| !k.0.is_empty());
        let Some(h) = header(&mut c, None, pair.is_none())? else { continue };
        count += 1;
        let (name, value) = match (pair, &h.name, &h.value) {
            (Some((name, value)), ..) | (None, Some(name), Some(value)) => (name, value),
            _ => continue,
        };
        if bare && name.first() != Some(&b':') {
            continue;
        }
        let span = c.span_since(&start);
        let item = cx.add(HEADER, span, Value::None);
        let status = if name == b":status" { reason(value) } else { "" };
        let space = if status.is_empty() { "" } else { " " };
        cx.label(item, |o| _ = o.s("Header: ").text(name).s(": ").text(value).s(space).s(status));
        cx.under(item, |cx| {
            cx.add(HEADER_NAME_LENGTH, span, Value::U(name.len() as u64));
            cx.add_bytes(HEADER_NAME, span, name);
            cx.add(HEADER_VALUE_LENGTH, span, Value::U(value.len() as u64));
            cx.add_bytes(HEADER_VALUE, span, value);
            if let Some(field) = field_of(name) {
                if matches!(cx.registry.field(field).kind, FieldType::U16 | FieldType::U64) {
                    cx.add(field, span, Value::U(text::number(value).unwrap_or(0)));
                } else {
                    cx.add_bytes(field, span, value);
                }
            }
            let item = cx.add_bytes(HEADER_UNESCAPED, span, value);
            cx.set_generated(item);
            cx.add_str(HEADER_REPR, span, |o| _ = o.s(h.how));
            if h.index != 0 {
                cx.add(HEADER_INDEX, span, Value::U(h.index));
            }
        });
        match name.as_slice() {
            b":method" | b":path" => {
                if whole_uri && name == b":path" {
                    uri.path = Some(value.clone());
                }
                cx.info_add(|o| _ = o.s(if told { " " } else { ": " }).text(value));
                cx.append(stream, |o| _ = o.s(if told { " " } else { ", " }).text(value));
                told = true;
            }
            b":status" => {
                cx.info_add(|o| _ = o.s(": ").text(value).c(b' ').s(status));
                cx.append(stream, |o| _ = o.s(", ").text(value).c(b' ').s(status));
            }
            b":scheme" if whole_uri => uri.scheme = Some(value.clone()),
            b":authority" if whole_uri => uri.authority = Some(value.clone()),
            _ => {}
        }
    }
    if known.is_none() {
        cx.generated(HEADER_COUNT, all, Value::U((sizes.len() + count) as u64));
    }
    if let FullUri { scheme: Some(scheme), authority: Some(authority), path: Some(path) } = uri {
        let item = cx
            .add_str(REQUEST_FULL_URI, at, |o| _ = o.bytes(&scheme).s("://").bytes(&authority).bytes(&path));
        cx.set_generated(item);
    }
    Ok(())
}

/// What a status code means.
fn reason(status: &[u8]) -> &'static str {
    STATUS.or(text::number(status).unwrap_or(0), "Unknown")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Examples of appendix C.1.
    #[test]
    fn reads_integers() {
        assert_eq!(integer(&mut Cursor::new(&[0x0a], 1, 0), 5), Ok(10));
        assert_eq!(integer(&mut Cursor::new(&[0x1f, 0x9a, 0x0a], 3, 0), 5), Ok(1337));
        assert!(integer(&mut Cursor::new(&[0xff; 9], 9, 0), 5).is_err());
    }

    /// The requests of appendix C.4: each block refers to what the ones before entered.
    #[test]
    fn the_dynamic_table_goes_on_from_block_to_block() {
        let hex = |s: &str| -> Vec<u8> {
            (0..s.len() / 2).map(|i| u8::from_str_radix(&s[2 * i..2 * i + 2], 16).unwrap()).collect()
        };
        let mut table = Table::default();
        let first = table.block(&hex("828684418cf1e3c2e5f23a6ba0ab90f4ff"));
        assert_eq!(first[3], (b":authority".to_vec(), b"www.example.com".to_vec()));
        assert_eq!(table.size, 57);
        assert!(table.changed());
        let written = table.write();
        let mut table = Table::read(&written);
        // A block of entries that are there already changes nothing.
        assert_eq!(table.block(&hex("8286be"))[2].1, b"www.example.com");
        assert!(!table.changed());
        let second = table.block(&hex("828684be5886a8eb10649cbf"));
        assert_eq!(second[3].1, b"www.example.com");
        assert_eq!(second[4], (b"cache-control".to_vec(), b"no-cache".to_vec()));
        let third = table.block(&hex("828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf"));
        assert_eq!(third[4], (b"custom-key".to_vec(), b"custom-value".to_vec()));
        assert_eq!((table.size, table.entries.len()), (164, 3));
        // A change of its size empties it.
        assert!(table.block(&[0x20]).is_empty());
        assert!(table.entries.is_empty() && table.size == 0);
        assert_eq!(table.block(&[0xbe])[0], Pair::default());
    }

    #[test]
    fn what_the_table_keeps_is_bounded() {
        let mut table = Table::default();
        // Its size is set to two gigabytes, then entries of 1000 bytes come.
        _ = table.block(&[0x3f, 0xe1, 0xff, 0xff, 0xff, 0x07]);
        let mut entry = vec![0x40, 0x01, b'a', 0x7f, 0xe9, 0x06];
        entry.extend([b'v'; 1000 - 24]);
        for _ in 0..200 {
            _ = table.block(&entry);
            assert!(table.size <= LARGEST);
        }
        assert!(Table::read(&[0, 0, 1]).entries.is_empty());
    }
}
