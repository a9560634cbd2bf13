//! The forms in which a stream is printed.

use super::tcp::Stamp;
use crate::End;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use requin_wire::Out;
use std::io::{self, Write};

/// Form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Text, what is not printable as dots.
    Ascii,
    /// A dump in hexadecimal and ASCII.
    Hex,
    /// Hexadecimal digits, a line for each part.
    Raw,
    /// YAML with the bytes in base64.
    Yaml,
    /// Text in UTF-8, what is not printable as dots.
    Utf8,
}

impl Mode {
    /// Its names.
    pub const NAMES: [(&'static str, Mode); 5] = [
        ("ascii", Mode::Ascii),
        ("hex", Mode::Hex),
        ("raw", Mode::Raw),
        ("yaml", Mode::Yaml),
        ("utf-8", Mode::Utf8),
    ];

    /// The mode of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Mode> {
        Mode::NAMES.iter().find(|(n, _)| *n == name).map(|(_, m)| *m)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Mode::NAMES.iter().find(|(_, m)| *m == self).map_or("", |(n, _)| n)
    }
}

/// The line around what is followed.
pub(super) const RULE: &str = "===================================================================\n";

/// Foreground colours of the two sides: red and blue, as Wireshark has them.
const COLOURS: [&str; 2] = ["\x1b[31m", "\x1b[34m"];

/// Writes parts of a stream.
pub(super) struct Show {
    pub(super) mode: Mode,
    pub(super) colour: bool,
    /// Bytes of each side so far, for the dump.
    pub(super) offsets: [u64; 2],
}

impl Show {
    /// What stands before the parts.
    pub(super) fn header(
        &self,
        out: &mut dyn Write,
        protocol: &str,
        filter: &str,
        nodes: &[End; 2],
    ) -> io::Result<()> {
        if self.mode == Mode::Yaml {
            out.write_all(b"peers:\n")?;
            for (i, n) in nodes.iter().enumerate() {
                write!(out, "  - peer: {i}\n    host: {}\n    port: {}\n", n.addr_text(), n.port)?;
            }
            return out.write_all(b"packets:\n");
        }
        write!(out, "\n{RULE}Follow: {protocol},{}\nFilter: {filter}\n", self.mode.name())?;
        for (i, n) in nodes.iter().enumerate() {
            let (on, off) = self.paint(i);
            writeln!(out, "{on}Node {i}: {n}{off}")?;
        }
        Ok(())
    }

    /// What stands behind the parts.
    pub(super) fn footer(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.mode == Mode::Yaml { Ok(()) } else { out.write_all(RULE.as_bytes()) }
    }

    fn paint(&self, side: usize) -> (&'static str, &'static str) {
        if self.colour { (COLOURS.get(side & 1).copied().unwrap_or_default(), "\x1b[0m") } else { ("", "") }
    }

    /// One part that a side sent.
    pub(super) fn part(
        &mut self,
        out: &mut dyn Write,
        side: usize,
        bytes: &[u8],
        at: Stamp,
    ) -> io::Result<()> {
        let (on, off) = self.paint(side);
        out.write_all(on.as_bytes())?;
        let tab = if side == 1 { "\t" } else { "" };
        match self.mode {
            Mode::Ascii | Mode::Utf8 => {
                writeln!(out, "{tab}{}", bytes.len())?;
                if self.mode == Mode::Utf8 {
                    out.write_all(utf8(bytes).as_bytes())?;
                } else {
                    out.write_all(&ascii(bytes))?;
                }
                out.write_all(b"\n")?;
            }
            Mode::Raw => {
                let mut line = Vec::with_capacity(bytes.len() * 2 + 2);
                line.extend_from_slice(tab.as_bytes());
                let mut o = Out::new(&mut line);
                for b in bytes {
                    o.x(*b, 2);
                }
                line.push(b'\n');
                out.write_all(&line)?;
            }
            Mode::Hex => {
                let mut lines = Vec::new();
                for line in bytes.chunks(16) {
                    let offset = self.offsets.get_mut(side & 1);
                    hex_line(&mut lines, tab, offset.as_deref().copied().unwrap_or_default(), line);
                    if let Some(o) = offset {
                        *o += line.len() as u64;
                    }
                }
                out.write_all(&lines)?;
            }
            Mode::Yaml => {
                write!(out, "  - packet: {}\n    peer: {side}\n", at.frame)?;
                // Through a double, as tshark has it.
                let time = at.time.secs as f64 + f64::from(at.time.nanos) / 1e9;
                writeln!(out, "    timestamp: {time:.9}\n    data: !!binary |")?;
                for line in bytes.chunks(57) {
                    writeln!(out, "      {}", STANDARD.encode(line))?;
                }
            }
        }
        out.write_all(off.as_bytes())
    }
}

/// Printable ASCII and line ends as they are, everything else as dots.
fn ascii(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|b| if matches!(b, 0x20..=0x7e | b'\n' | b'\r') { *b } else { b'.' }).collect()
}

/// Printable characters and line ends as they are, everything else as dots.
fn utf8(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\r' | '\t') { '.' } else { c }).collect()
}

/// Sixteen bytes at most, in two halves.
fn hex_line(out: &mut Vec<u8>, tab: &str, offset: u64, line: &[u8]) {
    let mut o = Out::new(out);
    o.s(tab).bytes(format!("{offset:08X}").as_bytes()).s("  ");
    for i in 0..16 {
        if i == 8 {
            o.s(" ");
        }
        match line.get(i) {
            Some(b) => o.x(*b, 2).s(" "),
            None => o.s("   "),
        };
    }
    o.s(" ");
    for (i, b) in line.iter().enumerate() {
        o.c(if matches!(b, 0x20..=0x7e) { *b } else { b'.' });
        if i == 7 {
            o.s(" ");
        }
    }
    // tshark drops one blank at the end, be it that between the halves or one of the packet.
    if out.last() == Some(&b' ') {
        out.pop();
    }
    out.push(b'\n');
}
