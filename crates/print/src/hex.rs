//! Bytes in hexadecimal and ASCII.

use crate::pieces::hand_on;
use crate::put::{self, HEX};
use requin_engine::Full;
use requin_wire::View;

/// What `--hexdump` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HexOptions {
    /// Also bytes that were decrypted, decompressed or put together.
    pub all_sources: bool,
    /// How printable bytes are shown beside.
    pub ascii: HexAscii,
}

/// How printable bytes are shown beside the hexadecimal ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HexAscii {
    /// As they are.
    Plain,
    /// Between bars.
    Delimited,
    /// Not at all.
    None,
}

impl Default for HexOptions {
    fn default() -> HexOptions {
        HexOptions { all_sources: true, ascii: HexAscii::Plain }
    }
}

impl HexOptions {
    /// Takes one more option of `--hexdump` (`all`, `frames`, `ascii`, `delimit`, `noascii`) into account.
    ///
    /// # Errors
    /// When there is no such option, with those that are.
    pub fn add(&mut self, name: &str) -> Result<(), String> {
        match name {
            "all" => self.all_sources = true,
            "frames" => self.all_sources = false,
            "ascii" => self.ascii = HexAscii::Plain,
            "delimit" => self.ascii = HexAscii::Delimited,
            "noascii" => self.ascii = HexAscii::None,
            _ => {
                return Err(format!(
                    "\"{name}\" is no hexdump option: all, frames, ascii, delimit or noascii"
                ));
            }
        }
        Ok(())
    }
}

/// Appends all sources of a frame.
pub(crate) fn sources(options: HexOptions, view: &View<'_>, out: &mut Vec<u8>, full: &mut Full<'_>) {
    let more = &view.dissection.sources;
    if options.all_sources && !more.is_empty() {
        heading(out, b"Frame", view.bytes.len());
    }
    dump(out, view.bytes, options.ascii, full);
    if options.all_sources {
        for source in more {
            heading(out, source.name.as_bytes(), source.bytes.len());
            dump(out, &source.bytes, options.ascii, full);
        }
    }
}

fn heading(out: &mut Vec<u8>, name: &[u8], n: usize) {
    out.extend_from_slice(name);
    out.extend_from_slice(b" (");
    put::uint(out, n as u64);
    out.extend_from_slice(if n == 1 { b" byte):\n" } else { b" bytes):\n" });
}

/// Appends bytes, sixteen a line.
pub(crate) fn dump(out: &mut Vec<u8>, bytes: &[u8], ascii: HexAscii, full: &mut Full<'_>) {
    let width = match bytes.len() {
        0..=0x1_0000 => 4,
        0x1_0001..=0x100_0000 => 6,
        _ => 8,
    };
    let bar: &[u8] = if ascii == HexAscii::Delimited { b"|" } else { b"" };
    for (i, row) in bytes.chunks(16).enumerate() {
        put::hex(out, 16 * i as u64, width);
        // Two spaces, sixteen bytes with one behind each, two more.
        let mut cells = [b' '; 2 + 16 * 3 + 2];
        let mut text = [0; 16];
        for ((cell, to), b) in cells[2..].chunks_exact_mut(3).zip(&mut text).zip(row) {
            let [high, low] = HEX[usize::from(*b)];
            cell.copy_from_slice(&[high, low, b' ']);
            *to = if (0x20..0x7f).contains(b) { *b } else { b'.' };
        }
        out.extend_from_slice(&cells);
        if ascii != HexAscii::None {
            out.extend_from_slice(bar);
            out.extend_from_slice(text.get(..row.len()).unwrap_or_default());
            out.extend_from_slice(bar);
        }
        out.push(b'\n');
        hand_on(out, full);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows() {
        let mut out = Vec::new();
        dump(&mut out, b"0123456789abcdef\x1b|", HexAscii::Plain, &mut |_| {});
        dump(&mut out, b"a", HexAscii::Delimited, &mut |_| {});
        dump(&mut out, b"a", HexAscii::None, &mut |_| {});
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "0000  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66   0123456789abcdef\n\
             0010  1b 7c                                             .|\n\
             0000  61                                                |a|\n\
             0000  61                                                \n"
        );
    }
}
