//! Content codings, RFC 9110 section 8.4.1, with Brotli (RFC 7932) and Zstandard (RFC 8878).

use crate::application::text;
use flate2::{Decompress, FlushDecompress, Status};
use std::cell::RefCell;
use std::io::Read;

/// A decompressed body may be so many bytes; what is beyond is left.
const MOST: u64 = 16 << 20;
/// More codings than anybody applies are not undone.
const MOST_CODINGS: usize = 8;

/// A body without its codings.
pub(super) struct Decoded {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// There were more than are taken.
    pub(super) cut: bool,
}

thread_local! {
    /// Used for body after body: to make one takes longer than the few bytes that are asked of it.
    static INFLATER: RefCell<Decompress> = RefCell::new(Decompress::new(false));
}

/// How many bytes [`beginning`] gives.
pub(super) const BEGINNING: usize = 32;

/// How a body begins that was compressed with gzip (RFC 1952). `None`: it takes [`undo`] to tell.
pub(super) fn beginning(coding: &[u8], body: &[u8]) -> Option<[u8; BEGINNING]> {
    // A header without any of the parts that may stand in it.
    let [0x1f, 0x8b, 8, 0, _, _, _, _, _, _, deflated @ ..] = body else { return None };
    if ![&b"gzip"[..], b"x-gzip"].iter().any(|n| n.eq_ignore_ascii_case(coding)) {
        return None;
    }
    let mut bytes = [0; BEGINNING];
    INFLATER.with_borrow_mut(|z| {
        z.reset(false);
        let status = z.decompress(deflated, &mut bytes, FlushDecompress::None).ok()?;
        // Hardly any ends so early.
        (z.total_out() == BEGINNING as u64 && status == Status::Ok).then_some(bytes)
    })
}

/// Undoes the codings that a header names, the last one first. `None`: that can't be done.
pub(super) fn undo(codings: &[u8], body: &[u8]) -> Option<Decoded> {
    if codings.iter().filter(|b| **b == b',').count() >= MOST_CODINGS {
        return None;
    }
    let mut done: Option<Decoded> = None;
    for coding in codings.rsplit(|b| *b == b',').map(text::trim) {
        if coding.is_empty() || coding.eq_ignore_ascii_case(b"identity") {
            continue;
        }
        let decoded = one(coding, done.as_ref().map_or(body, |d| &d.bytes))?;
        let cut = decoded.cut || done.is_some_and(|d| d.cut);
        done = Some(Decoded { bytes: decoded.bytes, cut });
    }
    done
}

fn one(coding: &[u8], body: &[u8]) -> Option<Decoded> {
    let is = |names: &[&[u8]]| names.iter().any(|n| n.eq_ignore_ascii_case(coding));
    let gzip = body.starts_with(&[0x1f, 0x8b]);
    if is(&[b"gzip", b"x-gzip", b"deflate", b"x-deflate"]) && gzip {
        return read(flate2::read::GzDecoder::new(body));
    }
    if is(&[b"deflate", b"x-deflate"]) {
        // Some servers leave the zlib header out.
        let zlib = read(flate2::read::ZlibDecoder::new(body));
        return zlib.or_else(|| read(flate2::read::DeflateDecoder::new(body)));
    }
    if is(&[b"br"]) {
        return read(brotli_decompressor::Decompressor::new(body, 4096));
    }
    if is(&[b"zstd"]) {
        return read(ruzstd::decoding::StreamingDecoder::new(body).ok()?);
    }
    None
}

/// Reads as far as it goes: bodies are cut in captures.
fn read(decoder: impl Read) -> Option<Decoded> {
    let mut bytes = Vec::new();
    _ = decoder.take(MOST + 1).read_to_end(&mut bytes);
    let cut = bytes.len() as u64 > MOST;
    bytes.truncate(MOST as usize);
    (!bytes.is_empty()).then_some(Decoded { bytes, cut })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut z = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        z.write_all(bytes).unwrap();
        z.finish().unwrap()
    }

    #[test]
    fn codings_are_undone_from_the_last() {
        let text = b"hello hello hello".repeat(9);
        let mut z = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        z.write_all(&gzip(&text)).unwrap();
        let twice = z.finish().unwrap();
        assert_eq!(undo(b"gzip, deflate", &twice).unwrap().bytes, text);
        assert_eq!(undo(b"GZIP", &gzip(&text)).unwrap().bytes, text);
        assert!(undo(b"gzip", &text).is_none() && undo(b"unknown", &text).is_none());
    }

    #[test]
    fn beginnings_are_those_of_the_whole() {
        let text: Vec<u8> = (0..4000u32).flat_map(|i| i.to_string().into_bytes()).collect();
        let z = gzip(&text);
        for _ in 0..2 {
            assert_eq!(beginning(b"GZip", &z).as_ref().map(|b| &b[..]), text.get(..BEGINNING));
        }
        // Cut so that less can be told, not compressed, broken, and of another coding.
        assert!(beginning(b"gzip", &z[..20]).is_none() && beginning(b"gzip", &text).is_none());
        assert!(beginning(b"gzip", &[&z[..10], &[0xff; 90]].concat()).is_none());
        assert!(beginning(b"br", &z).is_none());
        // A file's name stands before the compressed bytes.
        let mut named = flate2::GzBuilder::new().filename("x").write(Vec::new(), flate2::Compression::fast());
        named.write_all(&text).unwrap();
        assert!(beginning(b"gzip", &named.finish().unwrap()).is_none());
    }

    #[test]
    fn brotli_and_zstandard() {
        // An uncompressed meta-block of five bytes, and the empty last one (RFC 7932 section 9.2).
        let brotli = [0x40, 0x00, 0x10, b'h', b'e', b'l', b'l', b'o', 0x03];
        assert_eq!(undo(b"br", &brotli).map(|d| d.bytes).as_deref(), Some(&b"hello"[..]));
        // A raw block of five bytes in a frame of one segment (RFC 8878 section 3.1.1).
        let zstd = [0x28, 0xb5, 0x2f, 0xfd, 0x20, 5, 0x29, 0, 0, b'h', b'e', b'l', b'l', b'o'];
        assert_eq!(undo(b"zstd", &zstd).map(|d| d.bytes).as_deref(), Some(&b"hello"[..]));
    }

    #[test]
    fn bombs_meet_a_bound() {
        let zeros = vec![0; MOST as usize + 5];
        let mut z = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        z.write_all(&zeros).unwrap();
        let deflate = z.finish().unwrap();
        // 32 MiB of zeros, as the reference implementation has them.
        let brotli = [
            0xcf, 0xff, 0xff, 0x7f, 0xf8, 0x27, 0x00, 0xe2, 0xb1, 0x40, 0x20, 0xf7, 0xfe, 0x3f, 0xff, 0xff,
            0xff, 0xf1, 0x4f, 0x00, 0xc4, 0x61, 0x01, 0x80, 0xee, 0xfd, 0x3f,
        ];
        // A window of 128 KiB, and blocks that say one byte 128 Ki times (RFC 8878 section 3.1.1.2).
        let mut zstd = vec![0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38];
        (0..200).for_each(|_| zstd.extend([0x02, 0x00, 0x10, 0]));
        zstd.extend([1, 0, 0]);
        for (coding, bomb) in [
            (&b"gzip"[..], &gzip(&zeros)),
            (b"deflate", &deflate),
            (b"br", &brotli.to_vec()),
            (b"zstd", &zstd),
            (b"gzip, gzip", &gzip(&gzip(&zeros))),
        ] {
            let decoded = undo(coding, bomb).unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(coding)));
            assert!(decoded.cut, "{}", String::from_utf8_lossy(coding));
            assert_eq!(decoded.bytes.len() as u64, MOST);
        }
        assert!(undo(&b"gzip,".repeat(9), &gzip(b"x")).is_none());
    }
}
