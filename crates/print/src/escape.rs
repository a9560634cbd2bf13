//! Text as each output wants it. Nothing here lets a control character through: what a packet says
//! never steers a terminal.

use crate::put::{self, HEX};

/// Text as the tree, columns and lists of fields take it: what can't be printed is escaped.
const TEXT: u8 = 0;
/// Attributes of XML.
const XML: u8 = 1;
/// [`TEXT`], as an attribute of XML.
const TEXT_XML: u8 = 2;
/// Inside of JSON strings.
const JSON: u8 = 3;
/// As [`TEXT`], but only control characters are escaped.
const CONTROL: u8 = 4;
/// [`TEXT`], inside of a JSON string.
const TEXT_JSON: u8 = 5;

/// Whether a byte may stand as it is.
#[inline(always)]
const fn is_plain<const FOR: u8>(b: u8) -> bool {
    let printable = b.wrapping_sub(0x20) < 0x5f;
    match FOR {
        XML | TEXT_XML => printable & (b != b'<') & (b != b'>') & (b != b'&') & (b != b'\'') & (b != b'"'),
        JSON | TEXT_JSON => printable & (b != b'"') & (b != b'\\'),
        _ => printable,
    }
}

/// Bytes looked at together, without a branch.
const BLOCK: usize = 16;

/// How many bytes may stand as they are before the first that may not.
#[inline(always)]
fn plain_len<const FOR: u8>(bytes: &[u8]) -> usize {
    let mut at = 0;
    for block in bytes.chunks_exact(BLOCK) {
        if !block.iter().fold(true, |all, b| all & is_plain::<FOR>(*b)) {
            break;
        }
        at += BLOCK;
    }
    // What is left of whole blocks is looked at as a part of the last one that ends with the text.
    if at < bytes.len()
        && at + BLOCK > bytes.len()
        && bytes
            .last_chunk::<BLOCK>()
            .is_some_and(|b| b.iter().fold(true, |all, b| all & is_plain::<FOR>(*b)))
    {
        return bytes.len();
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|b| !is_plain::<FOR>(*b)).unwrap_or(rest.len())
}

#[inline(always)]
fn escape<const FOR: u8>(out: &mut Vec<u8>, bytes: &[u8]) {
    let n = plain_len::<FOR>(bytes);
    let plain = match bytes.get(n..).unwrap_or_default() {
        [] => true,
        // An arrow, which stands in every other summary.
        [0xe2, 0x86, 0x80..=0xbf, behind @ ..] => plain_len::<FOR>(behind) == behind.len(),
        _ => false,
    };
    if plain {
        out.extend_from_slice(bytes);
    } else {
        escape_slow::<FOR>(out, bytes, n);
    }
}

#[inline(never)]
fn escape_slow<const FOR: u8>(out: &mut Vec<u8>, mut bytes: &[u8], mut plain: usize) {
    loop {
        let (head, tail) = bytes.split_at(plain.min(bytes.len()));
        out.extend_from_slice(head);
        let Some(first) = tail.first() else { return };
        let taken = if let [0xe2, 0x86, last @ 0x80..=0xbf, ..] = tail {
            // Arrows.
            out.extend_from_slice(&[0xe2, 0x86, *last]);
            3
        } else if matches!(FOR, TEXT | TEXT_XML) && (*first < b' ' || *first == 0x7f) {
            unprintable(out, char::from(*first));
            1
        } else if first.is_ascii() {
            special::<FOR>(out, char::from(*first), &[*first]);
            1
        } else {
            let (ch, len) = decode(tail);
            match ch {
                Some(ch) => special::<FOR>(out, ch, tail.get(..len).unwrap_or_default()),
                None => out.extend_from_slice("\u{fffd}".as_bytes()),
            }
            len
        };
        bytes = tail.get(taken.max(1)..).unwrap_or_default();
        plain = plain_len::<FOR>(bytes);
    }
}

/// The first character of bytes that do not begin in ASCII, and how many bytes it has; none when they are
/// no UTF-8.
fn decode(bytes: &[u8]) -> (Option<char>, usize) {
    let (code, least, len) = match *bytes {
        [a @ 0xc2..=0xdf, b @ 0x80..=0xbf, ..] => (bits(a, 0x1f) << 6 | bits(b, 0x3f), 0x80, 2),
        [a @ 0xe0..=0xef, b @ 0x80..=0xbf, c @ 0x80..=0xbf, ..] => {
            (bits(a, 0x0f) << 12 | bits(b, 0x3f) << 6 | bits(c, 0x3f), 0x800, 3)
        }
        _ => return decode_rest(bytes),
    };
    match char::from_u32(code) {
        Some(ch) if code >= least => (Some(ch), len),
        _ => decode_rest(bytes),
    }
}

fn bits(b: u8, mask: u8) -> u32 {
    u32::from(b & mask)
}

/// As [`decode`], for what is neither of two bytes nor of three.
fn decode_rest(bytes: &[u8]) -> (Option<char>, usize) {
    let len = match bytes.first() {
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => return (None, 1),
    };
    let text = bytes.get(..len).and_then(|b| std::str::from_utf8(b).ok());
    match text.and_then(|t| t.chars().next()) {
        Some(ch) => (Some(ch), len),
        // As much as could have been the beginning of a character.
        None => (None, bytes.utf8_chunks().next().map_or(1, |c| c.invalid().len().max(1))),
    }
}

/// A character that is not plain.
fn special<const FOR: u8>(out: &mut Vec<u8>, ch: char, raw: &[u8]) {
    if FOR == XML || FOR == TEXT_XML {
        let entity: &[u8] = match ch {
            '<' => b"&lt;",
            '>' => b"&gt;",
            '&' => b"&amp;",
            '\'' => b"&#x27;",
            '"' => b"&quot;",
            _ => b"",
        };
        if !entity.is_empty() {
            return out.extend_from_slice(entity);
        }
    }
    match FOR {
        XML => match ch {
            '\t' | '\n' => out.push(ch as u8),
            // Says the same to whoever reads XML, and does not move a terminal's cursor.
            '\r' => out.extend_from_slice(b"&#xd;"),
            c if c < ' ' || c == '\x7f' => {
                out.extend_from_slice(b"\\x");
                put::hex(out, u64::from(c), 1);
            }
            // The control characters from U+0080 on, which terminals obey too.
            c if c.is_control() => {
                out.extend_from_slice(b"&#x");
                put::hex(out, u64::from(c), 2);
                out.push(b';');
            }
            // Not allowed in XML.
            '\u{fffe}' | '\u{ffff}' => out.extend_from_slice("\u{fffd}".as_bytes()),
            _ => out.extend_from_slice(raw),
        },
        JSON => match ch {
            '"' | '\\' => out.extend_from_slice(&[b'\\', ch as u8]),
            '\n' => out.extend_from_slice(b"\\n"),
            '\r' => out.extend_from_slice(b"\\r"),
            '\t' => out.extend_from_slice(b"\\t"),
            '\u{8}' => out.extend_from_slice(b"\\b"),
            '\u{c}' => out.extend_from_slice(b"\\f"),
            c if c.is_control() => {
                out.extend_from_slice(b"\\u");
                put::hex(out, u64::from(c), 4);
            }
            _ => out.extend_from_slice(raw),
        },
        CONTROL if !ch.is_control() => out.extend_from_slice(raw),
        TEXT_JSON if matches!(ch, '"' | '\\') => out.extend_from_slice(&[b'\\', ch as u8]),
        TEXT_JSON if !printable(ch) => {
            out.push(b'\\');
            unprintable(out, ch);
        }
        _ if printable(ch) => out.extend_from_slice(raw),
        _ => unprintable(out, ch),
    }
}

/// Whether the character may stand in text: no control, no formatting that turns text about, nothing
/// unassigned or private.
fn printable(ch: char) -> bool {
    let c = u32::from(ch);
    if (0x2190..0xd800).contains(&c) {
        return true;
    }
    !(ch.is_control()
        || matches!(c, 0xad | 0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x180e | 0x200b..=0x200f
            | 0x2028..=0x202e | 0x2060..=0x206f | 0xd800..=0xf8ff | 0xfdd0..=0xfdef | 0xfeff | 0xfff0..=0xfffb
            | 0x323b0..=0xe00ff | 0xe01f0..)
        || c & 0xfffe == 0xfffe)
}

fn unprintable(out: &mut Vec<u8>, ch: char) {
    let c = u32::from(ch);
    out.push(b'\\');
    match c {
        7..=13 => out.push(b"abtnvfr"[(c - 7) as usize]),
        0..=0x7f => {
            out.extend_from_slice(&[b'0' + (c >> 6) as u8, b'0' + (c >> 3 & 7) as u8, b'0' + (c & 7) as u8]);
        }
        0x80..=0xffff => {
            out.push(b'u');
            put::hex_upper(out, u64::from(c), 4);
        }
        _ => {
            out.push(b'U');
            put::hex_upper(out, u64::from(c), 8);
        }
    }
}

/// Text as it stands in the tree and in columns: control characters as C escapes or in octal, others that
/// cannot be printed by their number, what is no UTF-8 as U+FFFD.
#[inline]
pub fn text(out: &mut Vec<u8>, bytes: &[u8]) {
    escape::<TEXT>(out, bytes);
}

/// As [`text`], but only control characters are escaped: for values that programs read.
#[inline]
pub fn control(out: &mut Vec<u8>, bytes: &[u8]) {
    escape::<CONTROL>(out, bytes);
}

/// An attribute of XML, as in PDML: the five special characters as entities, control characters as `\x1b`
/// (tabs and ends of lines stay).
#[inline]
pub fn xml(out: &mut Vec<u8>, bytes: &[u8]) {
    escape::<XML>(out, bytes);
}

/// [`text`], then [`xml`].
#[inline]
pub fn text_xml(out: &mut Vec<u8>, bytes: &[u8]) {
    escape::<TEXT_XML>(out, bytes);
}

/// The inside of a JSON string.
#[inline]
pub fn json(out: &mut Vec<u8>, bytes: &[u8]) {
    escape::<JSON>(out, bytes);
}

/// [`text`], then [`json`].
#[inline]
pub fn text_json(out: &mut Vec<u8>, bytes: &[u8]) {
    escape::<TEXT_JSON>(out, bytes);
}

/// Whether a text may stand in XML as it is.
#[inline]
pub fn is_xml(bytes: &[u8]) -> bool {
    plain_len::<XML>(bytes) == bytes.len()
}

/// How an output takes text; the tree, PDML and JSON each have theirs.
pub trait Style {
    /// Labels stand at the beginning of lines, behind spaces.
    const LINES: bool = false;
    /// Whether a text is printable as it is.
    fn is_plain(bytes: &[u8]) -> bool;
    /// What opens a field or protocol of this name, up to its label.
    fn open(out: &mut Vec<u8>, abbr: &str, protocol: bool);
    /// Text to be made printable.
    fn text(out: &mut Vec<u8>, bytes: &[u8]);
    /// Text of the program, which is printable.
    fn own(out: &mut Vec<u8>, text: &str) {
        Self::text(out, text.as_bytes());
    }
}

/// The tree's.
pub enum Plain {}

/// PDML's.
pub enum Xml {}

/// That of keys and values in JSON.
pub enum Json {}

impl Style for Json {
    fn is_plain(bytes: &[u8]) -> bool {
        plain_len::<TEXT_JSON>(bytes) == bytes.len()
    }

    fn open(out: &mut Vec<u8>, abbr: &str, _: bool) {
        out.push(b'"');
        json(out, abbr.as_bytes());
        out.extend_from_slice(b"\": ");
    }

    #[inline]
    fn text(out: &mut Vec<u8>, bytes: &[u8]) {
        text_json(out, bytes);
    }
}

impl Style for Plain {
    const LINES: bool = true;

    fn is_plain(bytes: &[u8]) -> bool {
        plain_len::<TEXT>(bytes) == bytes.len()
    }

    fn open(_: &mut Vec<u8>, _: &str, _: bool) {}

    #[inline]
    fn own(out: &mut Vec<u8>, text: &str) {
        out.extend_from_slice(text.as_bytes());
    }

    #[inline]
    fn text(out: &mut Vec<u8>, bytes: &[u8]) {
        text(out, bytes);
    }
}

impl Style for Xml {
    fn is_plain(bytes: &[u8]) -> bool {
        plain_len::<TEXT_XML>(bytes) == bytes.len()
    }

    fn open(out: &mut Vec<u8>, abbr: &str, protocol: bool) {
        out.extend_from_slice(if protocol { b"<proto name=\"" } else { b"<field name=\"" });
        xml(out, abbr.as_bytes());
        out.extend_from_slice(b"\" showname=\"");
    }

    #[inline]
    fn text(out: &mut Vec<u8>, bytes: &[u8]) {
        text_xml(out, bytes);
    }
}

/// Bytes whose digits are put together at once.
const HEX_BLOCK: usize = 32;

/// Pairs of hexadecimal digits, nothing between them.
#[inline]
pub fn hex_pairs(out: &mut Vec<u8>, bytes: &[u8]) {
    match bytes {
        [] => {}
        [a] => out.extend_from_slice(&HEX[usize::from(*a)]),
        [a, b] => hex_of(out, [*a, *b]),
        [a, b, c, d] => hex_of(out, [*a, *b, *c, *d]),
        [a, b, c, d, e, f] => hex_of(out, [*a, *b, *c, *d, *e, *f]),
        [a, b, c, d, e, f, g, h] => hex_of(out, [*a, *b, *c, *d, *e, *f, *g, *h]),
        _ => hex_many(out, bytes),
    }
}

/// The digits of as many bytes as numbers and addresses have.
#[inline(always)]
fn hex_of<const N: usize>(out: &mut Vec<u8>, bytes: [u8; N]) {
    out.extend_from_slice(put::pairs(&bytes).as_flattened());
}

fn hex_many(out: &mut Vec<u8>, bytes: &[u8]) {
    out.reserve(2 * bytes.len());
    let (blocks, rest) = bytes.as_chunks::<HEX_BLOCK>();
    for block in blocks {
        // Reckoned, not looked up: the compiler makes a few wide instructions of it.
        let mut digits = [[0u8; 2]; HEX_BLOCK];
        for (to, b) in digits.iter_mut().zip(block) {
            *to = [digit(b >> 4), digit(b & 15)];
        }
        out.extend_from_slice(digits.as_flattened());
    }
    let (eights, rest) = rest.as_chunks::<8>();
    for eight in eights {
        hex_of(out, *eight);
    }
    let mut digits = [[0u8; 2]; 8];
    for (to, b) in digits.iter_mut().zip(rest) {
        *to = HEX[usize::from(*b)];
    }
    if let Some(all) = digits.as_flattened().first_chunk::<16>() {
        put::cut(out, all, 2 * rest.len());
    }
}

/// The hexadecimal digit of a number below 16.
#[inline(always)]
const fn digit(n: u8) -> u8 {
    n + b'0' + if n > 9 { b'a' - b'9' - 1 } else { 0 }
}

/// Pairs of hexadecimal digits with `sep` between them.
#[inline]
pub fn hex_with(out: &mut Vec<u8>, bytes: &[u8], sep: u8) {
    let Some((first, rest)) = bytes.split_first() else { return };
    out.extend_from_slice(&HEX[usize::from(*first)]);
    // A hardware address, mostly.
    if let Some(five) = rest.first_chunk::<5>().filter(|_| rest.len() == 5) {
        let [a, b, c, d, e] = *five;
        let five = [with(sep, a), with(sep, b), with(sep, c), with(sep, d), with(sep, e)];
        return out.extend_from_slice(five.as_flattened());
    }
    out.reserve(3 * rest.len());
    for block in rest.chunks(HEX_BLOCK) {
        let mut digits = [[0u8; 3]; HEX_BLOCK];
        for (to, b) in digits.iter_mut().zip(block) {
            *to = with(sep, *b);
        }
        out.extend_from_slice(digits.get(..block.len()).unwrap_or_default().as_flattened());
    }
}

#[inline(always)]
fn with(sep: u8, b: u8) -> [u8; 3] {
    let [high, low] = HEX[usize::from(b)];
    [sep, high, low]
}

#[cfg(test)]
mod tests {
    use super::*;

    type Escape = fn(&mut Vec<u8>, &[u8]);

    fn run(f: fn(&mut Vec<u8>, &[u8]), s: &[u8]) -> String {
        let mut out = Vec::new();
        f(&mut out, s);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn control_characters_never_pass() {
        let nasty = b"\x1b[31m\x07\x7f\xc2\x9bm\xff\xe2\x80\xae\xf0\x9f\xa6\x88 \xc3\xa4\\\"<";
        assert_eq!(run(text, nasty), "\\033[31m\\a\\177\\u009Bm\u{fffd}\\u202E\u{1f988} \u{e4}\\\"<");
        assert_eq!(run(xml, nasty), "\\x1b[31m\\x7\\x7f&#x9b;m\u{fffd}\u{202e}\u{1f988} \u{e4}\\&quot;&lt;");
        assert_eq!(
            run(json, nasty),
            "\\u001b[31m\\u0007\\u007f\\u009bm\u{fffd}\u{202e}\u{1f988} \u{e4}\\\\\\\"<"
        );
        let all: [(Escape, &[char]); 6] = [
            (text, &[]),
            (control, &[]),
            (xml, &['\t', '\n']),
            (text_xml, &[]),
            (json, &[]),
            (text_json, &[]),
        ];
        for (f, may) in all {
            for b in 0..=255u8 {
                for around in [&[b][..], &[b'a', b, b'"'], &[0xc2, b]] {
                    let said = run(f, around);
                    assert!(!said.chars().any(|c| c.is_control() && !may.contains(&c)), "{said:?}");
                }
            }
        }
    }

    #[test]
    fn hexadecimal() {
        let mut out = Vec::new();
        hex_pairs(&mut out, &[0, 0xab, 0xff]);
        hex_with(&mut out, &[1, 2, 0xcd], b':');
        hex_with(&mut out, &[], b':');
        assert_eq!(out, b"00abff01:02:cd");
    }
}
