//! The list as a table.

use super::cell::Cell;
use super::{List, app, round_trip, rows, safe, transport};
use crate::streams::{Conversation, Ending};
use std::io::{self, Write};

const BOLD: &str = "\x1b[1m";
const RED: &str = "\x1b[31m";
const YELLOW: &str = "\x1b[33m";
const BLUE: &str = "\x1b[34m";
const CYAN: &str = "\x1b[36m";
const PLAIN: &str = "\x1b[0m";

/// Columns beside the last one, the name, which is as wide as it is.
const COLUMNS: usize = 18;
/// Which of them says how the conversation ended: its colour does so too.
const END: usize = 17;

/// Headings of the table, and whether the column is of numbers.
const HEADINGS: [(&str, bool); COLUMNS] = [
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

/// The cells of a conversation.
#[inline]
fn cells<'c>(c: &'c Conversation, list: &List<'_>) -> [Cell<'c>; COLUMNS] {
    [
        Cell::Stream(transport(c), c.stream),
        Cell::End(&c.ends[0]),
        Cell::End(&c.ends[1]),
        Cell::Text(app(c, list.registry)),
        Cell::Number(c.packets[0]),
        Cell::Number(c.packets[1]),
        Cell::Number(c.bytes[0]),
        Cell::Number(c.bytes[1]),
        Cell::Seconds(c.first.since(list.first)),
        Cell::Seconds(c.duration()),
        Cell::Millis(round_trip(c)),
        Cell::Both(c.again),
        Cell::Both(c.lost),
        Cell::Flags(c.flags[0]),
        Cell::Flags(c.flags[1]),
        Cell::Known(c.initial[0]),
        Cell::Known(c.initial[1]),
        Cell::Text(c.ending().words()),
    ]
}

/// Writes the table.
pub(super) fn write(list: &List<'_>, colour: bool, threads: usize, out: &mut dyn Write) -> io::Result<()> {
    let layout = Layout::new(widths(list, threads), colour);
    let mut text = Vec::new();
    for ((heading, number), width) in HEADINGS.iter().zip(layout.widths) {
        let room = width.saturating_sub(heading.chars().count());
        let (before, behind) = if *number { (room, 0) } else { (0, room) };
        text.extend_from_slice(layout.bold.as_bytes());
        text.resize(text.len() + before, b' ');
        text.extend_from_slice(heading.as_bytes());
        text.resize(text.len() + behind, b' ');
        text.extend_from_slice(layout.plain.as_bytes());
        text.extend_from_slice(b"  ");
    }
    out.write_all(&text)?;
    writeln!(out, "{}Name{}", layout.bold, layout.plain)?;
    rows::write(list.conversations, threads, out, &|_, conversations, text| {
        let mut scratch = Vec::new();
        for c in conversations {
            layout.row(c, list, &mut scratch, text);
        }
    })
}

/// The widest cell of each column, in characters.
fn widths(list: &List<'_>, threads: usize) -> [usize; COLUMNS] {
    let parts = rows::all(list.conversations, threads, &|conversations| {
        let (mut widest, mut scratch) = ([0; COLUMNS], Vec::new());
        for c in conversations {
            for (w, cell) in widest.iter_mut().zip(&cells(c, list)) {
                *w = cell.width(&mut scratch).max(*w);
            }
        }
        widest
    });
    let mut widths = HEADINGS.map(|(h, _)| h.chars().count());
    for part in parts {
        for (w, other) in widths.iter_mut().zip(part) {
            *w = other.max(*w);
        }
    }
    widths
}

/// What all rows have in common.
struct Layout {
    widths: [usize; COLUMNS],
    /// A row without anything in it, up to how the conversation ended.
    blank: Vec<u8>,
    /// Where its cells begin and end.
    places: [(usize, usize); END],
    colour: bool,
    bold: &'static str,
    plain: &'static str,
}

impl Layout {
    fn new(widths: [usize; COLUMNS], colour: bool) -> Layout {
        let mut blank = Vec::new();
        let mut places = [(0, 0); END];
        for (i, (place, width)) in places.iter_mut().zip(widths).enumerate() {
            let on = match i {
                1 => CYAN,
                2 => BLUE,
                11 | 12 => RED,
                _ => "",
            };
            let painted = colour && !on.is_empty();
            blank.extend_from_slice(if painted { on.as_bytes() } else { b"" });
            *place = (blank.len(), blank.len() + width);
            blank.resize(blank.len() + width, b' ');
            blank.extend_from_slice(if painted { PLAIN.as_bytes() } else { b"" });
            blank.extend_from_slice(b"  ");
        }
        let (bold, plain) = if colour { (BOLD, PLAIN) } else { ("", "") };
        Layout { widths, blank, places, colour, bold, plain }
    }

    /// Writes a conversation's row.
    fn row(&self, c: &Conversation, list: &List<'_>, scratch: &mut Vec<u8>, out: &mut Vec<u8>) {
        let start = out.len();
        out.extend_from_slice(&self.blank);
        if let Some(row) = out.get_mut(start..) {
            for (cell, (from, to)) in cells(c, list).iter().zip(self.places) {
                if let Some(place) = row.get_mut(from..to) {
                    cell.put(place, scratch);
                }
            }
        }
        let ending = c.ending();
        let words = ending.words();
        let on = if self.colour { of_ending(ending) } else { "" };
        out.extend_from_slice(on.as_bytes());
        out.extend_from_slice(words.as_bytes());
        out.resize(out.len() + self.widths[END].saturating_sub(words.len()), b' ');
        out.extend_from_slice(if on.is_empty() { b"" } else { PLAIN.as_bytes() });
        out.extend_from_slice(b"  ");
        safe(c.name(), out);
        end_line(out, start);
    }
}

fn of_ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Reset(_) | Ending::Refused | Ending::Unanswered => RED,
        Ending::Open | Ending::HalfClosed(_) => YELLOW,
        Ending::Finished(_) | Ending::None => "",
    }
}

/// Ends the line that begins at `start`, without blanks at its end.
fn end_line(out: &mut Vec<u8>, start: usize) {
    while out.len() > start && out.last() == Some(&b' ') {
        out.pop();
    }
    if out.last().is_some_and(|b| !b.is_ascii_graphic()) {
        // A name may end with other blanks than ASCII has.
        let line = out.get(start..).and_then(|line| std::str::from_utf8(line).ok());
        let len = line.map(|line| line.trim_end().len());
        out.truncate(len.map_or(out.len(), |len| start + len));
    }
    out.push(b'\n');
}
