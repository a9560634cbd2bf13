//! The list of objects, as a table or as JSON.

use super::Object;
use requin_wire::Out;
use serde_json::json;
use std::io::{self, Write};

/// Text of a packet, with what is not printable, is not seen or turns the direction of text escaped.
fn safe(text: &str) -> String {
    let mut out = Vec::new();
    Out::new(&mut out).text(text.as_bytes());
    let unseen = |c: char| matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let mut shown = String::new();
    for c in String::from_utf8_lossy(&out).chars() {
        if unseen(c) { shown.extend(c.escape_unicode()) } else { shown.push(c) }
    }
    shown
}

fn hex(bytes: &[u8]) -> String {
    let mut out = Vec::new();
    let mut o = Out::new(&mut out);
    for b in bytes {
        o.x(*b, 2);
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Longest name of a host or a type in the table.
const WIDEST: usize = 40;

fn cut(text: String) -> String {
    match text.char_indices().nth(WIDEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

/// Writes the list: as JSON, or as a table.
///
/// # Errors
/// When it can't be written.
pub fn write(list: &[Object], as_json: bool, out: &mut dyn Write) -> io::Result<()> {
    if as_json { json_list(list, out) } else { table(list, out) }
}

fn json_list(list: &[Object], out: &mut dyn Write) -> io::Result<()> {
    let mut before = "[\n";
    for o in list {
        out.write_all(before.as_bytes())?;
        before = ",\n";
        let text = |s: &str| if s.is_empty() { None } else { Some(s.to_owned()) };
        let object = json!({
            "frame": o.frame,
            "transport": o.stream.map(|(t, _)| t),
            "stream": o.stream.map(|(_, n)| n),
            "host": text(&o.host),
            "type": text(&o.media),
            "name": text(&o.name),
            "file": o.file,
            "size": o.size,
            "sha256": hex(&o.sha256),
        });
        serde_json::to_writer(&mut *out, &object)?;
    }
    out.write_all(if before == "[\n" { b"[]\n" } else { b"\n]\n" })
}

fn table(list: &[Object], out: &mut dyn Write) -> io::Result<()> {
    let headings = ["Frame", "Host", "Type", "Size", "SHA-256", "Name"].map(str::to_owned);
    let row = |o: &Object| {
        [
            o.frame.to_string(),
            cut(safe(&o.host)),
            cut(safe(&o.media)),
            o.size.to_string(),
            hex(&o.sha256),
            safe(o.file.as_ref().unwrap_or(&o.name)),
        ]
    };
    let mut widths = headings.clone().map(|h| h.chars().count());
    for o in list {
        for (w, cell) in widths.iter_mut().zip(row(o)) {
            *w = (*w).max(cell.chars().count());
        }
    }
    for cells in std::iter::once(headings).chain(list.iter().map(row)) {
        let mut line = String::new();
        for (i, (cell, width)) in cells.iter().zip(widths).enumerate() {
            line += if i == 0 { "" } else { "  " };
            line += &if matches!(i, 0 | 3) { format!("{cell:>width$}") } else { format!("{cell:<width$}") };
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms() {
        let o = Object {
            frame: 7,
            stream: Some(("tcp", 2)),
            host: "a\x1b[0m".to_owned(),
            media: "text/plain".to_owned(),
            name: "b\u{202e}".to_owned(),
            file: None,
            size: 3,
            sha256: [0xab; 32],
        };
        let mut out = Vec::new();
        write(std::slice::from_ref(&o), false, &mut out).expect("written");
        let text = String::from_utf8(out).expect("UTF-8");
        assert!(
            text.lines().nth(1).is_some_and(|l| l.trim_start().starts_with("7  a\\033[0m  text/plain  ")),
            "{text}"
        );
        assert!(!text.contains('\x1b') && !text.contains('\u{202e}'), "{text}");
        let mut out = Vec::new();
        write(&[o], true, &mut out).expect("written");
        let v: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
        assert_eq!((v[0]["size"].as_u64(), v[0]["stream"].as_u64()), (Some(3), Some(2)));
        let mut out = Vec::new();
        write(&[], true, &mut out).expect("written");
        assert_eq!(out, b"[]\n");
    }
}
