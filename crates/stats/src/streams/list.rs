//! The list of conversations as a table, as JSON, or as comma-separated values.

use super::{Conversation, Ending, Streams};
use requin_wire::{Out, Registry, Time};
use serde_json::{Map, Value};
use std::cmp::Ordering;
use std::io::{self, Write};

/// Form of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table, in colour or not.
    Table {
        /// With colours.
        colour: bool,
    },
    /// A JSON array with an object for each conversation.
    Json,
    /// Comma-separated values with a heading (RFC 4180).
    Csv,
}

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// When they began: as the capture has them.
    Start,
    /// Most packets first.
    Packets,
    /// Most bytes first.
    Bytes,
    /// Longest first.
    Duration,
    /// Slowest handshake first.
    Rtt,
    /// Most segments sent again first.
    Retransmissions,
    /// By address and port of the client.
    Client,
    /// By address and port of the server.
    Server,
    /// By protocol.
    App,
    /// By the name the client asked for.
    Name,
    /// By how they ended.
    End,
}

/// The names of what can be sorted by.
pub const SORTS: [(&str, Sort); 11] = [
    ("start", Sort::Start),
    ("packets", Sort::Packets),
    ("bytes", Sort::Bytes),
    ("duration", Sort::Duration),
    ("rtt", Sort::Rtt),
    ("retransmissions", Sort::Retransmissions),
    ("client", Sort::Client),
    ("server", Sort::Server),
    ("app", Sort::App),
    ("name", Sort::Name),
    ("end", Sort::End),
];

/// Writes the list. `reverse` turns the order round.
///
/// # Errors
/// When it can't be written.
pub fn write(
    streams: &Streams,
    registry: &Registry,
    form: Form,
    sort: Sort,
    reverse: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut list: Vec<&Conversation> = streams.list().iter().collect();
    list.sort_by(|a, b| compare(a, b, sort, registry));
    if reverse {
        list.reverse();
    }
    let rows = list.iter().map(|c| Row { c, registry, start: c.first.since(streams.first()) });
    match form {
        Form::Table { colour } => table(rows, colour, out),
        Form::Json => json(rows, out),
        Form::Csv => csv(rows, out),
    }
}

fn compare(a: &Conversation, b: &Conversation, sort: Sort, registry: &Registry) -> Ordering {
    let sum = |n: &[u64; 2]| n[0].saturating_add(n[1]);
    let end = |c: &Conversation, i: usize| {
        let e = c.ends[i];
        (e.addr.kind as u8, e.addr.bytes, e.port)
    };
    match sort {
        Sort::Start => Ordering::Equal,
        Sort::Packets => sum(&b.packets).cmp(&sum(&a.packets)),
        Sort::Bytes => sum(&b.bytes).cmp(&sum(&a.bytes)),
        Sort::Duration => b.duration().cmp(&a.duration()),
        Sort::Rtt => b.round_trip.cmp(&a.round_trip),
        Sort::Retransmissions => {
            let sum = |c: &Conversation| u64::from(c.again[0]) + u64::from(c.again[1]);
            sum(b).cmp(&sum(a))
        }
        Sort::Client => end(a, 0).cmp(&end(b, 0)),
        Sort::Server => end(a, 1).cmp(&end(b, 1)),
        Sort::App => app(a, registry).cmp(app(b, registry)),
        Sort::Name => a.name().cmp(b.name()),
        Sort::End => a.ending().words().cmp(b.ending().words()),
    }
}

fn app(c: &Conversation, registry: &Registry) -> &'static str {
    c.app().and_then(|id| registry.proto(id)).map_or("", |p| p.abbr)
}

/// The flags of a side, a letter each.
fn flags(bits: u8) -> String {
    const LETTERS: [(u8, char); 8] = [
        (0x02, 'S'),
        (0x10, 'A'),
        (0x08, 'P'),
        (0x20, 'U'),
        (0x01, 'F'),
        (0x04, 'R'),
        (0x40, 'E'),
        (0x80, 'C'),
    ];
    LETTERS.iter().filter(|(bit, _)| bits & bit != 0).map(|(_, c)| c).collect()
}

struct Row<'a> {
    c: &'a Conversation,
    registry: &'a Registry,
    start: Time,
}

fn seconds(t: Time, digits: usize) -> String {
    let nanos = t.as_nanos();
    let sign = if nanos < 0 { "-" } else { "" };
    let (secs, part) = (nanos.abs() / 1_000_000_000, nanos.abs() % 1_000_000_000);
    let all = format!("{part:09}");
    format!("{sign}{secs}.{}", all.get(..digits.min(9)).unwrap_or(&all))
}

fn safe(name: &str) -> String {
    let mut out = Vec::new();
    Out::new(&mut out).text(name.as_bytes());
    String::from_utf8_lossy(&out).into_owned()
}

/// Headings of the table, and whether the column is of numbers.
const HEADINGS: [(&str, bool); 18] = [
    ("Stream", false),
    ("Client", false),
    ("Server", false),
    ("App", false),
    ("Packets→", true),
    ("←", true),
    ("Bytes→", true),
    ("←", true),
    ("Start", true),
    ("Duration", true),
    ("RTT ms", true),
    ("Again", true),
    ("Lost", true),
    ("Flags→", false),
    ("←", false),
    ("First seq→", true),
    ("←", true),
    ("End", false),
];

impl Row<'_> {
    fn transport(&self) -> &'static str {
        if self.c.tcp { "tcp" } else { "udp" }
    }

    fn round_trip(&self) -> Option<Time> {
        (self.c.round_trip != Time::ZERO).then_some(self.c.round_trip)
    }

    /// The cells of the table; those of the last column, the name, stand by themselves.
    fn cells(&self) -> [String; 18] {
        let c = self.c;
        let both = |n: [u32; 2]| if n == [0; 2] { String::new() } else { format!("{}/{}", n[0], n[1]) };
        let initial = |i: usize| c.initial[i].map(|n| n.to_string()).unwrap_or_default();
        [
            format!("{} {}", self.transport(), c.stream),
            c.ends[0].to_string(),
            c.ends[1].to_string(),
            app(c, self.registry).to_owned(),
            c.packets[0].to_string(),
            c.packets[1].to_string(),
            c.bytes[0].to_string(),
            c.bytes[1].to_string(),
            seconds(self.start, 6),
            seconds(c.duration(), 6),
            self.round_trip().map(|t| format!("{:.3}", t.as_secs_f64() * 1e3)).unwrap_or_default(),
            both(c.again),
            both(c.lost),
            flags(c.flags[0]),
            flags(c.flags[1]),
            initial(0),
            initial(1),
            c.ending().words().to_owned(),
        ]
    }

    /// Keys and values, as JSON has them.
    fn pairs(&self) -> [(&'static str, Value); 25] {
        let c = self.c;
        let text = |s: &str| if s.is_empty() { Value::Null } else { Value::from(s) };
        let tcp = |v: Value| if c.tcp { v } else { Value::Null };
        [
            ("protocol", self.transport().into()),
            ("stream", c.stream.into()),
            ("client", c.ends[0].addr_text().into()),
            ("client_port", c.ends[0].port.into()),
            ("server", c.ends[1].addr_text().into()),
            ("server_port", c.ends[1].port.into()),
            ("app", text(app(c, self.registry))),
            ("name", text(c.name())),
            ("packets_to_server", c.packets[0].into()),
            ("packets_to_client", c.packets[1].into()),
            ("bytes_to_server", c.bytes[0].into()),
            ("bytes_to_client", c.bytes[1].into()),
            ("time", c.first.as_secs_f64().into()),
            ("start", self.start.as_secs_f64().into()),
            ("duration", c.duration().as_secs_f64().into()),
            ("rtt", self.round_trip().map(Time::as_secs_f64).into()),
            ("retransmissions_to_server", tcp(c.again[0].into())),
            ("retransmissions_to_client", tcp(c.again[1].into())),
            ("lost_to_server", tcp(c.lost[0].into())),
            ("lost_to_client", tcp(c.lost[1].into())),
            ("flags_of_client", tcp(flags(c.flags[0]).into())),
            ("flags_of_server", tcp(flags(c.flags[1]).into())),
            ("isn_of_client", c.initial[0].into()),
            ("isn_of_server", c.initial[1].into()),
            ("end", text(c.ending().words())),
        ]
    }
}

fn table<'a>(
    rows: impl Iterator<Item = Row<'a>> + Clone,
    colour: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut widths = HEADINGS.map(|(h, _)| h.chars().count());
    for row in rows.clone() {
        for (w, cell) in widths.iter_mut().zip(row.cells()) {
            *w = (*w).max(cell.chars().count());
        }
    }
    let mut line = String::new();
    let paint = |line: &mut String, on: &str, text: &str| {
        if colour && !on.is_empty() {
            *line += &format!("{on}{text}\x1b[0m");
        } else {
            *line += text;
        }
    };
    for (i, ((heading, number), width)) in HEADINGS.iter().zip(widths).enumerate() {
        line += if i == 0 { "" } else { "  " };
        let text = if *number { format!("{heading:>width$}") } else { format!("{heading:<width$}") };
        paint(&mut line, "\x1b[1m", &text);
    }
    line += "  ";
    paint(&mut line, "\x1b[1m", "Name");
    writeln!(out, "{}", line.trim_end())?;
    for row in rows {
        line.clear();
        let ending = match row.c.ending() {
            Ending::Reset(_) | Ending::Refused | Ending::Unanswered => "\x1b[31m",
            Ending::Open | Ending::HalfClosed(_) => "\x1b[33m",
            Ending::Finished(_) | Ending::None => "",
        };
        for (i, ((cell, (_, number)), width)) in row.cells().iter().zip(HEADINGS).zip(widths).enumerate() {
            line += if i == 0 { "" } else { "  " };
            let text = if number { format!("{cell:>width$}") } else { format!("{cell:<width$}") };
            let on = match i {
                1 => "\x1b[36m",
                2 => "\x1b[34m",
                11 | 12 => "\x1b[31m",
                17 => ending,
                _ => "",
            };
            paint(&mut line, on, &text);
        }
        line += "  ";
        line += &safe(row.c.name());
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn json<'a>(rows: impl Iterator<Item = Row<'a>>, out: &mut dyn Write) -> io::Result<()> {
    let mut before = "[\n";
    for row in rows {
        out.write_all(before.as_bytes())?;
        before = ",\n";
        let object: Map<String, Value> = row.pairs().into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
        serde_json::to_writer(&mut *out, &Value::Object(object))?;
    }
    out.write_all(if before == "[\n" { b"[]\n" } else { b"\n]\n" })
}

fn csv<'a>(rows: impl Iterator<Item = Row<'a>>, out: &mut dyn Write) -> io::Result<()> {
    let mut w = csv::Writer::from_writer(out);
    let mut headed = false;
    for row in rows {
        let pairs = row.pairs();
        if !headed {
            headed = true;
            w.write_record(pairs.iter().map(|(k, _)| *k))?;
        }
        w.write_record(pairs.iter().map(|(_, v)| match v {
            Value::Null => String::new(),
            Value::String(s) => safe(s),
            v => v.to_string(),
        }))?;
    }
    w.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_flags_are_written_plainly() {
        assert_eq!(seconds(Time::new(3, 50_000_000), 6), "3.050000");
        assert_eq!(seconds(Time::from_nanos(-1_500_000_000), 3), "-1.500");
        assert_eq!(flags(0x1b), "SAPF");
        assert_eq!(flags(0x04), "R");
        assert_eq!(safe("a\x1b[31m"), "a\\033[31m");
    }
}
