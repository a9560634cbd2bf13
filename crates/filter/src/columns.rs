//! Columns of the summary line as filters see them: `_ws.col.info`.

use requin_wire::{Addr, AddrKind, Out, View};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Number,
    Time,
    Source,
    Destination,
    Protocol,
    Length,
    Info,
}

/// What columns are called behind `_ws.col.`, in small letters.
const NAMES: &[(&str, Column)] = &[
    ("info", Column::Info),
    ("protocol", Column::Protocol),
    ("source", Column::Source),
    ("src", Column::Source),
    ("def_src", Column::Source),
    ("unres_src", Column::Source),
    ("destination", Column::Destination),
    ("dst", Column::Destination),
    ("def_dst", Column::Destination),
    ("unres_dst", Column::Destination),
    ("length", Column::Length),
    ("packet_length", Column::Length),
    ("number", Column::Number),
    ("no", Column::Number),
    ("time", Column::Time),
    ("rel_time", Column::Time),
    ("cls_time", Column::Time),
];

/// What all names of columns begin with.
const PREFIX: &str = "_ws.col.";

impl Column {
    /// The column of a whole name such as `_ws.col.info`, in small or large letters.
    pub fn named(name: &str) -> Option<Column> {
        let short = name.strip_prefix(PREFIX)?;
        NAMES.iter().find(|(n, _)| n.eq_ignore_ascii_case(short)).map(|(_, c)| *c)
    }

    /// The names of all columns.
    pub fn names() -> impl Iterator<Item = String> {
        NAMES.iter().map(|(n, _)| format!("{PREFIX}{n}"))
    }

    /// Its usual name.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, c)| *c == self).map_or("", |(n, _)| n)
    }

    /// Whether dissectors write it, so that columns have to be asked for.
    pub fn is_written(self) -> bool {
        !matches!(self, Column::Number | Column::Length | Column::Time)
    }

    /// Hands its text to `f`.
    pub fn with<R>(self, view: &View<'_>, f: impl FnOnce(&[u8]) -> R) -> R {
        let columns = &view.dissection.columns;
        let mut text = Vec::new();
        let mut out = Out::new(&mut text);
        match self {
            Column::Info => return f(&columns.info.text),
            Column::Protocol => return f(&columns.protocol.text),
            Column::Source => address(view, &columns.src, &mut out),
            Column::Destination => address(view, &columns.dst, &mut out),
            Column::Number => _ = out.u(view.meta.number),
            Column::Length => _ = out.u(view.meta.original),
            Column::Time => {
                let t = view.meta.time.since(view.meta.first);
                let nanos = t.as_nanos();
                out.s(if nanos < 0 { "-" } else { "" });
                let nanos = nanos.unsigned_abs();
                let text = format!("{}.{:09}", nanos / 1_000_000_000, nanos % 1_000_000_000);
                out.s(&text);
            }
        }
        f(&text)
    }
}

fn address(view: &View<'_>, addr: &Addr, out: &mut Out<'_>) {
    match addr.kind {
        AddrKind::None => {}
        AddrKind::Ether => _ = out.hex_bytes(addr.bytes.get(..6).unwrap_or_default(), b':'),
        AddrKind::Ipv4 => {
            let [a, b, c, d, ..] = addr.bytes;
            out.ipv4(u32::from_be_bytes([a, b, c, d]));
        }
        AddrKind::Ipv6 => _ = out.ipv6(&addr.bytes),
        AddrKind::Text => {
            let be =
                |at: usize| addr.bytes.iter().skip(at).take(4).fold(0usize, |n, b| n << 8 | usize::from(*b));
            let span = requin_wire::Span::new(requin_wire::SCRATCH, be(0), be(4));
            out.s(&String::from_utf8_lossy(view.span(span)));
        }
    }
}
