//! Text as each output wants it. Nothing here lets a control character through: what a packet says
//! never steers a terminal.

use crate::put::{self, HEX};

/// Marks the bytes that text cannot take as they are: control characters, and all that is not ASCII
/// (which has to be looked at more closely).
const ODD: u8 = 1;
/// Marks what XML cannot take either.
const XML: u8 = 2;
/// Marks what JSON cannot take either.
const JSON: u8 = 4;

static CLASS: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut t = [0; 256];
    let mut i = 0;
    while i < 256 {
        t[i] = if i < 0x20 || i >= 0x7f { ODD } else { 0 };
        i += 1;
    }
    t[b'<' as usize] = XML;
    t[b'>' as usize] = XML;
    t[b'&' as usize] = XML;
    t[b'\'' as usize] = XML;
    t[b'"' as usize] = XML | JSON;
    t[b'\\' as usize] = JSON;
    t[b'/' as usize] = 0;
    t
}

/// Whether every byte is outside the classes `mask`. Branch-free over blocks, so that it vectorises.
#[inline]
fn clean(bytes: &[u8], mask: u8) -> bool {
    bytes.iter().fold(0u8, |acc, b| acc | CLASS[usize::from(*b)]) & mask == 0
}

/// Whether the character may stand in text: no control, no formatting that turns text about, nothing
/// unassigned or private.
fn printable(ch: char) -> bool {
    let c = ch as u32;
    !(ch.is_control()
        || matches!(c, 0xad | 0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x180e | 0x200b..=0x200f
            | 0x2028..=0x202e | 0x2060..=0x206f | 0xd800..=0xf8ff | 0xfdd0..=0xfdef | 0xfeff | 0xfff0..=0xfffb
            | 0x323b0..=0xe00ff | 0xe01f0..)
        || c & 0xfffe == 0xfffe)
}

/// Text as it stands in the tree and in columns: control characters as C escapes or in octal, others that
/// cannot be printed by their number, what is no UTF-8 as U+FFFD.
pub fn text(out: &mut Vec<u8>, bytes: &[u8]) {
    if clean(bytes, ODD) {
        out.extend_from_slice(bytes);
    } else {
        text_slow(out, bytes, |out, b| out.push(b));
    }
}

#[inline(never)]
fn text_slow(out: &mut Vec<u8>, bytes: &[u8], mut ascii: impl FnMut(&mut Vec<u8>, u8)) {
    chars(bytes, |ch, raw| match ch {
        Some(ch) if ch.is_ascii() && !ch.is_control() => ascii(out, ch as u8),
        Some(ch) if printable(ch) => out.extend_from_slice(raw),
        Some(ch) => unprintable(out, ch),
        None => out.extend_from_slice("\u{fffd}".as_bytes()),
    });
}

/// The characters of `bytes` with their bytes; none for what is no UTF-8.
fn chars(bytes: &[u8], mut f: impl FnMut(Option<char>, &[u8])) {
    let mut utf8 = [0; 4];
    for chunk in bytes.utf8_chunks() {
        for ch in chunk.valid().chars() {
            f(Some(ch), ch.encode_utf8(&mut utf8).as_bytes());
        }
        if !chunk.invalid().is_empty() {
            f(None, b"");
        }
    }
}

fn unprintable(out: &mut Vec<u8>, ch: char) {
    let c = ch as u32;
    let short = match c {
        7 => b'a',
        8 => b'b',
        9 => b't',
        10 => b'n',
        11 => b'v',
        12 => b'f',
        13 => b'r',
        _ => 0,
    };
    out.push(b'\\');
    if short != 0 {
        out.push(short);
    } else if c < 0x80 {
        out.extend_from_slice(&[b'0' + (c >> 6) as u8, b'0' + (c >> 3 & 7) as u8, b'0' + (c & 7) as u8]);
    } else if c < 0x1_0000 {
        out.push(b'u');
        put::hex_upper(out, u64::from(c), 4);
    } else {
        out.push(b'U');
        put::hex_upper(out, u64::from(c), 8);
    }
}

/// An attribute of XML, as in PDML: the five special characters as entities, control characters as `\x1b`.
#[inline]
pub fn xml(out: &mut Vec<u8>, bytes: &[u8]) {
    if clean(bytes, ODD | XML) {
        out.extend_from_slice(bytes);
    } else {
        xml_slow(out, bytes);
    }
}

/// Whether a text is XML already.
#[inline]
pub fn is_xml(bytes: &[u8]) -> bool {
    clean(bytes, ODD | XML)
}

#[inline]
fn xml_ascii(out: &mut Vec<u8>, b: u8) {
    match b {
        b'<' => out.extend_from_slice(b"&lt;"),
        b'>' => out.extend_from_slice(b"&gt;"),
        b'&' => out.extend_from_slice(b"&amp;"),
        b'\'' => out.extend_from_slice(b"&#x27;"),
        b'"' => out.extend_from_slice(b"&quot;"),
        b if b < 0x20 || b == 0x7f => {
            out.extend_from_slice(b"\\x");
            put::hex(out, u64::from(b), 1);
        }
        b => out.push(b),
    }
}

#[inline(never)]
fn xml_slow(out: &mut Vec<u8>, bytes: &[u8]) {
    if bytes.is_ascii() {
        for b in bytes {
            xml_ascii(out, *b);
        }
        return;
    }
    chars(bytes, |ch, raw| match ch {
        Some(ch) if ch.is_ascii() => xml_ascii(out, ch as u8),
        // Also the control characters from U+0080 on, which terminals obey too.
        Some(ch) if ch.is_control() => {
            out.extend_from_slice(b"&#x");
            put::hex(out, u64::from(ch as u32), 2);
            out.push(b';');
        }
        // Not allowed in XML.
        Some('\u{fffe}' | '\u{ffff}') | None => out.extend_from_slice("\u{fffd}".as_bytes()),
        Some(_) => out.extend_from_slice(raw),
    });
}

/// [`text`], then [`xml`].
#[inline]
pub fn text_xml(out: &mut Vec<u8>, bytes: &[u8]) {
    if clean(bytes, ODD | XML) {
        out.extend_from_slice(bytes);
    } else {
        text_slow(out, bytes, xml_ascii);
    }
}

/// The inside of a JSON string.
#[inline]
pub fn json(out: &mut Vec<u8>, bytes: &[u8]) {
    if clean(bytes, ODD | JSON) {
        out.extend_from_slice(bytes);
    } else {
        json_slow(out, bytes);
    }
}

#[inline(never)]
fn json_slow(out: &mut Vec<u8>, bytes: &[u8]) {
    chars(bytes, |ch, raw| match ch {
        Some('"') => out.extend_from_slice(b"\\\""),
        Some('\\') => out.extend_from_slice(b"\\\\"),
        Some('\n') => out.extend_from_slice(b"\\n"),
        Some('\r') => out.extend_from_slice(b"\\r"),
        Some('\t') => out.extend_from_slice(b"\\t"),
        Some('\u{8}') => out.extend_from_slice(b"\\b"),
        Some('\u{c}') => out.extend_from_slice(b"\\f"),
        Some(ch) if ch.is_control() => {
            out.extend_from_slice(b"\\u");
            put::hex(out, u64::from(ch as u32), 4);
        }
        Some(_) => out.extend_from_slice(raw),
        None => out.extend_from_slice("\u{fffd}".as_bytes()),
    });
}

/// How an output takes text; the tree, PDML and JSON each have theirs.
pub trait Style {
    /// Which of a field's ready-made texts are this style's.
    const XML: bool;
    /// Text to be made printable.
    fn text(out: &mut Vec<u8>, bytes: &[u8]);
}

/// The tree's.
pub enum Plain {}

/// PDML's.
pub enum Xml {}

impl Style for Plain {
    const XML: bool = false;
    #[inline]
    fn text(out: &mut Vec<u8>, bytes: &[u8]) {
        text(out, bytes);
    }
}

impl Style for Xml {
    const XML: bool = true;
    #[inline]
    fn text(out: &mut Vec<u8>, bytes: &[u8]) {
        text_xml(out, bytes);
    }
}

/// Pairs of hexadecimal digits, nothing between them.
#[inline]
pub fn hex_pairs(out: &mut Vec<u8>, bytes: &[u8]) {
    let start = out.len();
    out.resize(start + 2 * bytes.len(), 0);
    for (to, b) in out.get_mut(start..).unwrap_or_default().chunks_exact_mut(2).zip(bytes) {
        to.copy_from_slice(&HEX[usize::from(*b)]);
    }
}

/// Pairs of hexadecimal digits with `sep` between them.
#[inline]
pub fn hex_with(out: &mut Vec<u8>, bytes: &[u8], sep: u8) {
    let start = out.len();
    out.resize(start + 3 * bytes.len(), sep);
    for (to, b) in out.get_mut(start..).unwrap_or_default().chunks_exact_mut(3).zip(bytes) {
        let [high, low] = HEX[usize::from(*b)];
        to.copy_from_slice(&[high, low, sep]);
    }
    if !bytes.is_empty() {
        out.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for f in [text as fn(&mut Vec<u8>, &[u8]), xml, text_xml, json] {
            for b in 0..=255u8 {
                for around in [&[b][..], &[b'a', b, b'"'], &[0xc2, b]] {
                    assert!(!run(f, around).chars().any(char::is_control));
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
