//! Summary lines: columns in a row.

use crate::columns::{ColumnKind, Columns};
use crate::{escape, put};
use requin_wire::digits::{Short, ipv4_text};
use requin_wire::{Addr, AddrKind, View};

/// Between columns, or columns and arrows.
pub(crate) enum Separator {
    /// A space.
    Space,
    /// A tab.
    Tab,
}

/// How wide a column is at least, and whether its text stands at the left.
fn width(kind: &ColumnKind) -> (usize, bool) {
    match kind {
        ColumnKind::Number => (5, false),
        ColumnKind::Time(_) => (10, false),
        ColumnKind::Source(_) => (12, false),
        ColumnKind::Destination(_) => (12, true),
        _ => (0, true),
    }
}

/// What stands between two columns: addresses have an arrow.
fn arrow(left: &ColumnKind, right: &ColumnKind) -> &'static [u8] {
    match (left, right) {
        (ColumnKind::Source(_), ColumnKind::Destination(_)) => "→".as_bytes(),
        (ColumnKind::Destination(_), ColumnKind::Source(_)) => "←".as_bytes(),
        _ => b"",
    }
}

/// Appends the summary of a frame, without the end of the line.
#[inline]
pub(crate) fn line(columns: &Columns, separator: &Separator, view: &View<'_>, out: &mut Vec<u8>) {
    let sep = match separator {
        Separator::Space => b' ',
        Separator::Tab => b'\t',
    };
    if columns.are_usual() && sep == b' ' && usual(columns, view, out) {
        return;
    }
    let mut before: Option<&ColumnKind> = None;
    for (i, column) in columns.list().iter().enumerate() {
        if let Some(left) = before {
            out.push(sep);
            let arrow = arrow(left, &column.kind);
            if !arrow.is_empty() {
                out.extend_from_slice(arrow);
                out.push(sep);
            }
        }
        before = Some(&column.kind);
        let (width, at_left) = width(&column.kind);
        if matches!(column.kind, ColumnKind::Number) {
            put::uint_right(out, view.meta.number, width);
            continue;
        }
        let start = out.len();
        columns.write(i, view, out);
        let missing = width.saturating_sub(out.len() - start);
        if missing == 0 {
            continue;
        }
        let missing = width.saturating_sub(characters(out.get(start..).unwrap_or_default()));
        put::pad(out, missing);
        if !at_left {
            out.get_mut(start..).unwrap_or_default().rotate_right(missing);
        }
    }
}

/// The usual columns of a frame with the usual kinds of addresses, without looking at each column anew.
/// `false`, and nothing written, for any other.
fn usual(columns: &Columns, view: &View<'_>, out: &mut Vec<u8>) -> bool {
    let (m, c) = (view.meta, &view.dissection.columns);
    let digits = columns.options.precision;
    let Some(since) = columns.seconds(m).filter(|t| t.secs >= 0 && (1..=9).contains(&digits)) else {
        return false;
    };
    if c.src.kind != AddrKind::Ipv4 || c.dst.kind != AddrKind::Ipv4 {
        return false;
    }
    // Numbers that are longer make the columns wider.
    let secs = since.secs.unsigned_abs();
    if m.number >= 100_000_000 || secs >= 100_000_000 {
        return false;
    }
    let address = |a: &Addr| {
        let [a, b, c, d, ..] = a.bytes;
        ipv4_text(u32::from_be_bytes([a, b, c, d]))
    };
    let ((src, src_len), (dst, dst_len)) = (address(&c.src), address(&c.dst));
    let mut t = Short::<128>::new();
    t.right(m.number, 5).s(b" ");
    t.right(secs, 9usize.saturating_sub(usize::from(digits))).s(b".");
    match digits {
        6 => t.zeros(u64::from(since.nanos / 1000), 6),
        9 => t.zeros(u64::from(since.nanos / 10), 8).zeros(u64::from(since.nanos % 10), 1),
        _ => t.zeros(u64::from(since.nanos / 10u32.pow(9 - u32::from(digits))), usize::from(digits)),
    };
    t.s(b" ").pad(12usize.saturating_sub(src_len)).first(src, src_len).s(b" \xe2\x86\x92 ");
    t.first(dst, dst_len).pad(12usize.saturating_sub(dst_len)).s(b" ");
    out.reserve(t.as_bytes().len() + c.protocol.text.len() + c.info.text.len() + 16);
    out.extend_from_slice(t.as_bytes());
    escape::text(out, &c.protocol.text);
    out.push(b' ');
    put::uint(out, u64::from(m.original));
    out.push(b' ');
    escape::text(out, &c.info.text);
    true
}

fn characters(text: &[u8]) -> usize {
    text.iter().filter(|b| **b & 0xc0 != 0x80).count()
}
