//! The list of conversations as a table, as JSON, or as comma-separated values.

mod cell;
mod pairs;
mod rows;
mod table;

use super::{Conversation, Streams};
use requin_wire::{Out, Registry, Time};
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

/// How the list is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Its form.
    pub form: Form,
    /// What it is sorted by.
    pub sort: Sort,
    /// The other way round.
    pub reverse: bool,
    /// Threads that make the rows; the text is the same with any number.
    pub threads: usize,
}

/// Writes the list.
///
/// # Errors
/// When it can't be written.
pub fn write(streams: &Streams, registry: &Registry, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut list: Vec<&Conversation> = streams.list().collect();
    if style.sort != Sort::Start {
        list.sort_by(|a, b| compare(a, b, style.sort, registry));
    }
    if style.reverse {
        list.reverse();
    }
    let list = List { conversations: &list, registry, first: streams.first() };
    match style.form {
        Form::Table { colour } => table::write(&list, colour, style.threads, out),
        Form::Json => pairs::json(&list, style.threads, out),
        Form::Csv => pairs::csv(&list, style.threads, out),
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

/// What is written: the conversations in their order.
struct List<'a> {
    conversations: &'a [&'a Conversation],
    registry: &'a Registry,
    /// Time of the first frame of the capture.
    first: Time,
}

fn app(c: &Conversation, registry: &Registry) -> &'static str {
    c.app().and_then(|id| registry.proto(id)).map_or("", |p| p.abbr)
}

fn transport(c: &Conversation) -> &'static str {
    if c.tcp { "tcp" } else { "udp" }
}

fn round_trip(c: &Conversation) -> Option<Time> {
    (c.round_trip != Time::ZERO).then_some(c.round_trip)
}

/// The letters of every set of TCP flags, and how many there are.
static FLAGS: [([u8; 8], usize); 256] = {
    const LETTERS: [(usize, u8); 8] = [
        (0x02, b'S'),
        (0x10, b'A'),
        (0x08, b'P'),
        (0x20, b'U'),
        (0x01, b'F'),
        (0x04, b'R'),
        (0x40, b'E'),
        (0x80, b'C'),
    ];
    let mut all = [([0; 8], 0); 256];
    let mut bits = 0;
    while bits < 256 {
        let mut i = 0;
        while i < 8 {
            if bits & LETTERS[i].0 != 0 {
                all[bits].0[all[bits].1] = LETTERS[i].1;
                all[bits].1 += 1;
            }
            i += 1;
        }
        bits += 1;
    }
    all
};

/// Text of the capture, so that a terminal can't be told anything by it.
fn safe(text: &str, out: &mut Vec<u8>) {
    Out::new(out).text(text.as_bytes());
}

#[cfg(test)]
mod tests;
