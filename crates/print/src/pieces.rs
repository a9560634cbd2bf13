//! Long values, written in parts: between them the text so far is handed on, so that a body of megabytes takes no
//! more memory as text than it does as bytes.

use crate::escape;
use requin_engine::{Full, PIECE};

/// Bytes of a value that are written at once.
const PART: usize = 16 << 10;

/// Hands on what was written, when it is much.
#[inline(always)]
pub(crate) fn hand_on(out: &mut Vec<u8>, full: &mut Full<'_>) {
    if out.len() > PIECE {
        full(out);
    }
}

/// As [`escape::hex_pairs`].
#[inline]
pub(crate) fn hex_pairs(out: &mut Vec<u8>, bytes: &[u8], full: &mut Full<'_>) {
    if bytes.len() <= PART {
        return escape::hex_pairs(out, bytes);
    }
    for part in bytes.chunks(PART) {
        escape::hex_pairs(out, part);
        hand_on(out, full);
    }
}

/// As [`escape::hex_with`].
#[inline]
pub(crate) fn hex_with(out: &mut Vec<u8>, bytes: &[u8], sep: u8, full: &mut Full<'_>) {
    if bytes.len() <= PART {
        return escape::hex_with(out, bytes, sep);
    }
    for (i, part) in bytes.chunks(PART).enumerate() {
        if i > 0 {
            out.push(sep);
        }
        escape::hex_with(out, part, sep);
        hand_on(out, full);
    }
}

/// Text that `write` escapes.
#[inline]
pub(crate) fn text(out: &mut Vec<u8>, text: &[u8], write: fn(&mut Vec<u8>, &[u8]), full: &mut Full<'_>) {
    let mut rest = text;
    while rest.len() > PART {
        let (part, behind) = rest.split_at(between_characters(rest, PART));
        write(out, part);
        hand_on(out, full);
        rest = behind;
    }
    write(out, rest);
}

/// The last place up to `most` where no character goes on, whether or not the bytes are UTF-8.
fn between_characters(bytes: &[u8], most: usize) -> usize {
    let goes_on = |at: usize| bytes.get(at).is_some_and(|b| b & 0xc0 == 0x80);
    // A character has four bytes at most: what follows more bytes of this kind than that belongs to none.
    (0..4).filter_map(|n| most.checked_sub(n)).find(|at| !goes_on(*at)).unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written when every piece is taken away at once, and how many those were.
    fn run(f: impl FnOnce(&mut Vec<u8>, &mut Full<'_>)) -> (Vec<u8>, usize) {
        let (mut out, mut all, mut pieces) = (Vec::new(), Vec::new(), 0);
        f(&mut out, &mut |piece| {
            all.append(piece);
            pieces += 1;
        });
        all.append(&mut out);
        (all, pieces)
    }

    #[test]
    fn parts_are_the_same_as_the_whole() {
        let bytes: Vec<u8> = (0..1_000_003u32).map(|n| (n.wrapping_mul(n) >> 7) as u8).collect();
        let mut whole = Vec::new();
        escape::hex_pairs(&mut whole, &bytes);
        let (parts, pieces) = run(|out, full| hex_pairs(out, &bytes, full));
        assert!(parts == whole && pieces > 5);
        whole.clear();
        escape::hex_with(&mut whole, &bytes, b':');
        let (parts, pieces) = run(|out, full| hex_with(out, &bytes, b':', full));
        assert!(parts == whole && pieces > 8);
    }

    #[test]
    fn characters_stay_whole() {
        let said: [&[u8]; 6] = [
            "\u{e4}".as_bytes(),
            "a\u{2192}\"".as_bytes(),
            "\u{1f988}".as_bytes(),
            &[0x80],
            &[0xe2, 0x86],
            &[0xf0, 0x9f, 0xa6, b'<'],
        ];
        for unit in said {
            for shift in 0..4 {
                let mut bytes = b"x".repeat(shift);
                while bytes.len() < 3 * PART + 100 {
                    bytes.extend_from_slice(unit);
                }
                for write in [escape::json, escape::xml, escape::text] {
                    let mut whole = Vec::new();
                    write(&mut whole, &bytes);
                    assert!(run(|out, full| text(out, &bytes, write, full)).0 == whole, "{unit:?} {shift}");
                }
            }
        }
    }
}
