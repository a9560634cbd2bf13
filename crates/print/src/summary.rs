//! Summary lines: columns in a row.

use crate::columns::{ColumnKind, Columns};
use crate::put;
use requin_wire::View;

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

fn characters(text: &[u8]) -> usize {
    text.iter().filter(|b| **b & 0xc0 != 0x80).count()
}
