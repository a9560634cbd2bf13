//! QPACK, RFC 9204: field sections of HTTP/3, and the dynamic table that the encoder's stream fills.

use super::http2::hpack::{self, Pair, integer};
use super::http2::huffman;
use requin_wire::{Cursor, FRAME, Stop};
use std::collections::VecDeque;

/// The static table of appendix A, from index 0.
#[rustfmt::skip]
const STATIC: [(&str, &str); 99] = [
    (":authority", ""), (":path", "/"),
    ("age", "0"), ("content-disposition", ""),
    ("content-length", "0"), ("cookie", ""),
    ("date", ""), ("etag", ""),
    ("if-modified-since", ""), ("if-none-match", ""),
    ("last-modified", ""), ("link", ""),
    ("location", ""), ("referer", ""),
    ("set-cookie", ""), (":method", "CONNECT"),
    (":method", "DELETE"), (":method", "GET"),
    (":method", "HEAD"), (":method", "OPTIONS"),
    (":method", "POST"), (":method", "PUT"),
    (":scheme", "http"), (":scheme", "https"),
    (":status", "103"), (":status", "200"),
    (":status", "304"), (":status", "404"),
    (":status", "503"), ("accept", "*/*"),
    ("accept", "application/dns-message"), ("accept-encoding", "gzip, deflate, br"),
    ("accept-ranges", "bytes"), ("access-control-allow-headers", "cache-control"),
    ("access-control-allow-headers", "content-type"), ("access-control-allow-origin", "*"),
    ("cache-control", "max-age=0"), ("cache-control", "max-age=2592000"),
    ("cache-control", "max-age=604800"), ("cache-control", "no-cache"),
    ("cache-control", "no-store"), ("cache-control", "public, max-age=31536000"),
    ("content-encoding", "br"), ("content-encoding", "gzip"),
    ("content-type", "application/dns-message"), ("content-type", "application/javascript"),
    ("content-type", "application/json"), ("content-type", "application/x-www-form-urlencoded"),
    ("content-type", "image/gif"), ("content-type", "image/jpeg"),
    ("content-type", "image/png"), ("content-type", "text/css"),
    ("content-type", "text/html; charset=utf-8"), ("content-type", "text/plain"),
    ("content-type", "text/plain;charset=utf-8"), ("range", "bytes=0-"),
    ("strict-transport-security", "max-age=31536000"),
    ("strict-transport-security", "max-age=31536000; includesubdomains"),
    ("strict-transport-security", "max-age=31536000; includesubdomains; preload"),
    ("vary", "accept-encoding"), ("vary", "origin"),
    ("x-content-type-options", "nosniff"), ("x-xss-protection", "1; mode=block"),
    (":status", "100"), (":status", "204"),
    (":status", "206"), (":status", "302"),
    (":status", "400"), (":status", "403"),
    (":status", "421"), (":status", "425"),
    (":status", "500"), ("accept-language", ""),
    ("access-control-allow-credentials", "FALSE"), ("access-control-allow-credentials", "TRUE"),
    ("access-control-allow-headers", "*"), ("access-control-allow-methods", "get"),
    ("access-control-allow-methods", "get, post, options"), ("access-control-allow-methods", "options"),
    ("access-control-expose-headers", "content-length"), ("access-control-request-headers", "content-type"),
    ("access-control-request-method", "get"), ("access-control-request-method", "post"),
    ("alt-svc", "clear"), ("authorization", ""),
    ("content-security-policy", "script-src 'none'; object-src 'none'; base-uri 'none'"),
    ("early-data", "1"), ("expect-ct", ""),
    ("forwarded", ""), ("if-range", ""),
    ("origin", ""), ("purpose", "prefetch"),
    ("server", ""), ("timing-allow-origin", "*"),
    ("upgrade-insecure-requests", "1"), ("user-agent", ""),
    ("x-forwarded-for", ""), ("x-frame-options", "deny"),
    ("x-frame-options", "sameorigin"),
];

/// Field lines that one section may have: as many as any sane one.
const MAX_LINES: usize = 1000;
/// Bytes of a table, or of the names and values of one section, that are kept at most.
const LARGEST: usize = 64 << 10;
/// What an entry counts for beside its bytes (section 3.2.1).
const OVERHEAD: usize = 32;
/// An instruction of the encoder that is longer, and not whole, ends what is known.
const LONGEST: usize = 16 << 10;

/// A text whose length has `prefix` bits, with the bit that says whether it is Huffman-coded before them (section 4.1.2).
fn text(c: &mut Cursor<'_>, prefix: u32) -> Result<Vec<u8>, Stop> {
    let coded = c.peek_u8(0)? >> prefix & 1 != 0;
    let n = usize::try_from(integer(c, prefix)?).unwrap_or(usize::MAX);
    let bytes = c.bytes(n)?;
    if coded { huffman::decode(bytes).ok_or(Stop::Malformed) } else { Ok(bytes.to_vec()) }
}

/// An entry that a field line refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Static(u64),
    /// So far before the base, from 0.
    Before(u64),
    /// So far behind the base, from 0.
    After(u64),
}

/// What one field line says (section 4.5).
#[derive(Debug, PartialEq, Eq)]
struct Line {
    entry: Option<Entry>,
    name: Option<Vec<u8>>,
    value: Option<Vec<u8>>,
}

fn line(c: &mut Cursor<'_>) -> Result<Line, Stop> {
    let first = c.peek_u8(0)?;
    let from = |is_static: bool, n: u64| if is_static { Entry::Static(n) } else { Entry::Before(n) };
    Ok(match first {
        0x80.. => {
            let n = integer(c, 6)?;
            Line { entry: Some(from(first & 0x40 != 0, n)), name: None, value: None }
        }
        0x40..=0x7f => {
            let n = integer(c, 4)?;
            Line { entry: Some(from(first & 0x10 != 0, n)), name: None, value: Some(text(c, 7)?) }
        }
        0x20..=0x3f => {
            let name = text(c, 3)?;
            Line { entry: None, name: Some(name), value: Some(text(c, 7)?) }
        }
        0x10..=0x1f => {
            let n = integer(c, 4)?;
            Line { entry: Some(Entry::After(n)), name: None, value: None }
        }
        _ => {
            let n = integer(c, 3)?;
            Line { entry: Some(Entry::After(n)), name: None, value: Some(text(c, 7)?) }
        }
    })
}

impl Line {
    /// Name and value, as far as the table tells: `base` is where its entries are counted from.
    fn resolve(self, table: Option<&Table>, base: u64) -> Option<Pair> {
        let (name, value) = match self.entry {
            None => (self.name?, Vec::new()),
            Some(Entry::Static(n)) => fixed(n)?,
            Some(Entry::Before(n)) => table?.entry(base.checked_sub(n)?.checked_sub(1)?)?.clone(),
            Some(Entry::After(n)) => table?.entry(base.checked_add(n)?)?.clone(),
        };
        Some((name, self.value.unwrap_or(value)))
    }
}

fn fixed(n: u64) -> Option<Pair> {
    let (name, value) = STATIC.get(usize::try_from(n).ok()?)?;
    Some((name.as_bytes().to_vec(), value.as_bytes().to_vec()))
}

/// What a field section begins with (section 4.5.1), as it stands there.
struct Prefix {
    required: u64,
    sign: bool,
    delta: u64,
}

impl Prefix {
    fn read(c: &mut Cursor<'_>) -> Result<Prefix, Stop> {
        let required = integer(c, 8)?;
        let sign = c.peek_u8(0)? & 0x80 != 0;
        Ok(Prefix { required, sign, delta: integer(c, 7)? })
    }

    /// The required insert count and the base, when `inserted` entries are known and the decoder allows a table of
    /// `capacity` bytes.
    fn resolve(&self, inserted: u64, capacity: usize) -> Option<(u64, u64)> {
        if self.required == 0 {
            return Some((0, 0));
        }
        let most = (capacity / OVERHEAD) as u64;
        let range = 2 * most;
        if self.required > range {
            return None;
        }
        let largest = inserted + most;
        let mut count = largest / range * range + self.required - 1;
        if count > largest {
            count = count.checked_sub(range)?;
        }
        if count == 0 {
            return None;
        }
        let base = if self.sign {
            count.checked_sub(self.delta)?.checked_sub(1)?
        } else {
            count.checked_add(self.delta)?
        };
        Some((count, base))
    }
}

/// A line of a section, for those who show it.
pub struct Shown {
    /// Its bytes: from and to.
    pub at: (usize, usize),
    /// What it says without a dynamic table.
    pub pair: Option<Pair>,
}

/// The lines of a section, with what they say without a dynamic table. Ends where it makes no sense.
#[must_use]
pub fn lines(section: &[u8]) -> Vec<Shown> {
    let mut c = Cursor::new(section, section.len(), FRAME);
    let start = c.pos();
    let mut all = Vec::new();
    if Prefix::read(&mut c).is_err() {
        return all;
    }
    while !c.is_empty() && all.len() < MAX_LINES {
        let from = c.pos() - start;
        let Ok(l) = line(&mut c) else { break };
        all.push(Shown { at: (from, c.pos() - start), pair: l.resolve(None, 0) });
    }
    all
}

/// The dynamic table of one direction (section 3.2): its newest entry first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    entries: VecDeque<Pair>,
    /// Entries so far, those that had to go too.
    inserted: u64,
    size: usize,
    capacity: usize,
    /// The beginning of an instruction.
    pending: Vec<u8>,
    /// Bytes of the encoder's stream are missing, or make no sense: nothing is known any more.
    lost: bool,
}

impl Table {
    /// Reads what [`write`](Table::write) wrote.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Table> {
        let (lost, rest) = bytes.split_first()?;
        let (inserted, rest) = rest.split_first_chunk::<8>()?;
        let (capacity, rest) = rest.split_first_chunk::<4>()?;
        let (pending, rest) = rest.split_first_chunk::<4>()?;
        let (pending, rest) = rest.split_at_checked(u32::from_be_bytes(*pending) as usize)?;
        let entries: VecDeque<Pair> = hpack::pairs(rest).into();
        Some(Table {
            size: entries.iter().map(cost).sum(),
            entries,
            inserted: u64::from_be_bytes(*inserted),
            capacity: u32::from_be_bytes(*capacity) as usize,
            pending: pending.to_vec(),
            lost: *lost != 0,
        })
    }

    /// Its bytes, to be remembered.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = vec![u8::from(self.lost)];
        bytes.extend(self.inserted.to_be_bytes());
        bytes.extend((self.capacity as u32).to_be_bytes());
        bytes.extend((self.pending.len() as u32).to_be_bytes());
        bytes.extend(&self.pending);
        for (name, value) in &self.entries {
            hpack::push(&mut bytes, name, value);
        }
        bytes
    }

    /// The entry with this absolute index.
    fn entry(&self, index: u64) -> Option<&Pair> {
        let back = self.inserted.checked_sub(index)?.checked_sub(1)?;
        self.entries.get(usize::try_from(back).ok()?)
    }

    fn enter(&mut self, pair: Pair) {
        self.size += cost(&pair);
        self.entries.push_front(pair);
        self.inserted += 1;
        self.shrink();
    }

    fn shrink(&mut self) {
        while self.size > self.capacity
            && let Some(gone) = self.entries.pop_back()
        {
            self.size = self.size.saturating_sub(cost(&gone));
        }
    }

    /// Goes on with the encoder's stream (section 4.3).
    pub fn instructions(&mut self, bytes: &[u8]) {
        if self.lost {
            return;
        }
        let mut all = std::mem::take(&mut self.pending);
        all.extend_from_slice(bytes);
        let mut c = Cursor::new(&all, all.len(), FRAME);
        while !c.is_empty() {
            let start = c;
            match self.instruction(&mut c) {
                Ok(()) => {}
                Err(Stop::Malformed) => {
                    *self = Table { lost: true, ..Table::default() };
                    return;
                }
                Err(_) => {
                    self.pending = start.rest().to_vec();
                    if self.pending.len() > LONGEST {
                        *self = Table { lost: true, ..Table::default() };
                    }
                    return;
                }
            }
        }
    }

    fn instruction(&mut self, c: &mut Cursor<'_>) -> Result<(), Stop> {
        let first = c.peek_u8(0)?;
        let before = |table: &Table, n: u64| {
            let at = table.inserted.checked_sub(n).and_then(|at| at.checked_sub(1));
            at.and_then(|at| table.entry(at)).cloned()
        };
        // An entry that is not known has a place all the same, or all that come behind it would be counted wrong.
        match first {
            0x80.. => {
                let n = integer(c, 6)?;
                let pair = if first & 0x40 != 0 { fixed(n) } else { before(self, n) };
                let value = text(c, 7)?;
                self.enter((pair.unwrap_or_default().0, value));
            }
            0x40..=0x7f => {
                let name = text(c, 5)?;
                let value = text(c, 7)?;
                self.enter((name, value));
            }
            0x20..=0x3f => {
                self.capacity = usize::try_from(integer(c, 5)?).unwrap_or(usize::MAX).min(LARGEST);
                self.shrink();
            }
            _ => {
                let n = integer(c, 5)?;
                let pair = before(self, n);
                self.enter(pair.unwrap_or_default());
            }
        }
        Ok(())
    }

    /// Names and values of a section, empty for those that are not known. `allowed` is what the decoder said that the table
    /// may have; when nobody saw that, it is what the encoder took. `None`: the section needs no table, or more than there is.
    #[must_use]
    pub fn section(&self, bytes: &[u8], allowed: Option<u64>) -> Option<Vec<Pair>> {
        let mut c = Cursor::new(bytes, bytes.len(), FRAME);
        let prefix = Prefix::read(&mut c).ok()?;
        let allowed = allowed.and_then(|n| usize::try_from(n).ok()).unwrap_or(self.capacity);
        let (count, base) = prefix.resolve(self.inserted, allowed)?;
        if count == 0 || count > self.inserted {
            return None;
        }
        let mut all = Vec::new();
        let mut total = 0;
        while !c.is_empty() && all.len() < MAX_LINES && total < LARGEST {
            let Ok(l) = line(&mut c) else { break };
            let pair = l.resolve(Some(self), base).unwrap_or_default();
            total += pair.0.len() + pair.1.len();
            all.push(pair);
        }
        Some(all)
    }
}

fn cost((name, value): &Pair) -> usize {
    name.len() + value.len() + OVERHEAD
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pairs: &[Pair]) -> String {
        let text = |b: &[u8]| String::from_utf8_lossy(b).into_owned();
        pairs.iter().map(|(n, v)| format!("{}={} ", text(n), text(v))).collect()
    }

    fn hex(text: &str) -> Vec<u8> {
        let digits: Vec<u8> =
            text.bytes().filter_map(|b| (b as char).to_digit(16)).map(|d| d as u8).collect();
        digits.chunks(2).map(|d| d[0] << 4 | d[1]).collect()
    }

    /// The examples of appendix B of RFC 9204, one after the other.
    #[test]
    fn the_examples_of_the_rfc() {
        let shown = lines(&hex("0000 510b 2f69 6e64 6578 2e68 746d 6c"));
        assert_eq!(told(&[shown[0].pair.clone().unwrap()]), ":path=/index.html ");
        assert_eq!(shown[0].at, (2, 15));
        let mut t = Table::default();
        let stream =
            hex("3fbd01 c00f 7777 772e 6578 616d 706c 652e 636f 6d c10c 2f73 616d 706c 652f 7061 7468");
        // The instructions come in pieces, and what is known in between is remembered.
        for part in stream.chunks(7) {
            t.instructions(part);
            t = Table::read(&t.write()).unwrap();
        }
        assert_eq!((t.capacity, t.inserted, t.size), (220, 2, 106));
        let section = hex("0381 10 11");
        assert_eq!(t.section(&hex("0000 d1"), None), None);
        assert_eq!(
            told(&t.section(&section, Some(220)).unwrap()),
            ":authority=www.example.com :path=/sample/path "
        );
        assert!(lines(&section).iter().all(|l| l.pair.is_none()));
        t.instructions(&hex("4a63 7573 746f 6d2d 6b65 790c 6375 7374 6f6d 2d76 616c 7565"));
        assert_eq!((t.inserted, t.size), (3, 160));
        t.instructions(&hex("02"));
        assert_eq!((t.inserted, t.size), (4, 217));
        assert_eq!(
            told(&t.section(&hex("0500 80 c1 81"), Some(220)).unwrap()),
            ":authority=www.example.com :path=/ custom-key=custom-value "
        );
        t.instructions(&hex("810d 6375 7374 6f6d 2d76 616c 7565 32"));
        assert_eq!((t.inserted, t.size), (5, 215));
        assert_eq!(told(&[t.entry(4).unwrap().clone()]), "custom-key=custom-value2 ");
    }

    #[test]
    fn what_is_not_there_is_not_shown() {
        let mut t = Table::default();
        t.instructions(&hex("3f21 c0 01 61"));
        // More entries than there are, and a count that the table has no room for.
        assert_eq!(
            (t.section(&hex("03 00 80"), Some(220)), t.section(&hex("ff00 00 80"), Some(220))),
            (None, None)
        );
        assert_eq!(t.section(&hex("02 00 80"), Some(0)), None);
        assert_eq!(lines(&[0]).len(), 0);
        // An entry that nobody knows keeps its place.
        t.instructions(&hex("3fe107 1f00 c0 01 62"));
        assert_eq!((t.inserted, t.entries.len()), (3, 3));
        t.instructions(&hex("c0 81 00"));
        assert!(t.lost);
        assert!(Table::read(&t.write()).unwrap().lost);
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let mut t = Table::default();
        t.instructions(&hex("3fe1ffff0f"));
        assert_eq!(t.capacity, LARGEST);
        for _ in 0..5000 {
            t.instructions(&[&[0xc0, 0x7f, 0x49][..], &[b'x'; 200]].concat());
            assert!(t.write().len() < 2 * LARGEST);
        }
        assert_eq!(t.inserted, 5000);
        t.instructions(&hex("c0 7f ffff03"));
        for _ in 0..LONGEST / 100 + 2 {
            t.instructions(&[b'y'; 100]);
        }
        assert!(t.lost);
    }
}
