//! Summary lines: columns in a row.

use crate::columns::{ColumnKind, Columns};
use crate::{escape, put};
use requin_wire::digits::{Short, ipv4_len};
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
        ColumnKind::Source(_) => (WIDTH, false),
        ColumnKind::Destination(_) => (WIDTH, true),
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

/// The usual columns of a frame, without looking at each column anew. `false`, and nothing written, when there is
/// something unusual about its number, time or addresses.
fn usual(columns: &Columns, view: &View<'_>, out: &mut Vec<u8>) -> bool {
    let (m, c) = (view.meta, &view.dissection.columns);
    let digits = columns.options.precision;
    let Some(since) = columns.seconds(m).filter(|t| t.secs >= 0 && (1..=9).contains(&digits)) else {
        return false;
    };
    // Numbers that are longer make the columns wider.
    let secs = since.secs.unsigned_abs();
    if m.number >= 100_000_000 || secs >= 100_000_000 {
        return false;
    }
    let network = |a: &Addr| matches!(a.kind, AddrKind::Ipv4 | AddrKind::Ipv6);
    if !network(&c.src) || !network(&c.dst) {
        return false;
    }
    out.reserve(192 + c.protocol.text.len() + c.info.text.len());
    Short::<192>::append(out, |t| {
        t.right(m.number, 5).s(b" ");
        t.right(secs, 9usize.saturating_sub(usize::from(digits))).s(b".");
        match digits {
            6 => t.zeros(u64::from(since.nanos / 1000), 6),
            9 => t.zeros(u64::from(since.nanos / 10), 8).zeros(u64::from(since.nanos % 10), 1),
            _ => t.zeros(u64::from(since.nanos / 10u32.pow(9 - u32::from(digits))), usize::from(digits)),
        };
        t.s(b" ");
        address(t, &c.src, true);
        t.s(b" \xe2\x86\x92 ");
        address(t, &c.dst, false);
        t.s(b" ");
    });
    let text = |out: &mut Vec<u8>, text: &[u8]| match c.printable {
        true => out.extend_from_slice(text),
        false => escape::text(out, text),
    };
    text(out, &c.protocol.text);
    out.push(b' ');
    put::uint(out, u64::from(m.original));
    out.push(b' ');
    text(out, &c.info.text);
    true
}

/// How wide the columns of addresses are at least.
const WIDTH: usize = 12;

/// The address of a network in its column, at the right or at the left.
#[inline(always)]
fn address<const N: usize>(t: &mut Short<'_, N>, a: &Addr, at_right: bool) {
    if a.kind == AddrKind::Ipv6 {
        return wide_address(t, a, at_right);
    }
    let [a, b, c, d, ..] = a.bytes;
    let address = u32::from_be_bytes([a, b, c, d]);
    let missing = WIDTH.saturating_sub(ipv4_len(address));
    if at_right {
        t.pad(missing).ipv4(address);
    } else {
        t.ipv4(address).pad(missing);
    }
}

fn wide_address<const N: usize>(t: &mut Short<'_, N>, a: &Addr, at_right: bool) {
    let from = t.as_bytes().len();
    t.ipv6(&a.bytes);
    if at_right {
        t.align_right(from, WIDTH);
    } else {
        let len = t.as_bytes().len() - from;
        t.pad(WIDTH.saturating_sub(len));
    }
}

fn characters(text: &[u8]) -> usize {
    text.iter().filter(|b| **b & 0xc0 != 0x80).count()
}
