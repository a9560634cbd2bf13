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
    let widths = widths(list, threads);
    let mut text = Vec::new();
    for ((heading, number), width) in HEADINGS.iter().zip(widths) {
        let room = width.saturating_sub(heading.chars().count());
        let on = if colour { BOLD } else { "" };
        cell(&mut text, on, *number, room, |out| out.extend_from_slice(heading.as_bytes()));
    }
    cell(&mut text, if colour { BOLD } else { "" }, false, 0, |out| out.extend_from_slice(b"Name"));
    end_line(&mut text, 0);
    out.write_all(&text)?;
    rows::write(list.conversations, threads, out, &|_, conversations, text| {
        let mut scratch = Vec::new();
        for c in conversations {
            let start = text.len();
            row(c, list, &widths, colour, &mut scratch, text);
            end_line(text, start);
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

#[inline]
fn row(
    c: &Conversation,
    list: &List<'_>,
    widths: &[usize; COLUMNS],
    colour: bool,
    scratch: &mut Vec<u8>,
    out: &mut Vec<u8>,
) {
    for (i, ((value, (_, number)), width)) in cells(c, list).iter().zip(HEADINGS).zip(widths).enumerate() {
        let on = match i {
            _ if !colour => "",
            1 => CYAN,
            2 => BLUE,
            11 | 12 => RED,
            17 => of_ending(c.ending()),
            _ => "",
        };
        let room = width.saturating_sub(value.width(scratch));
        cell(out, on, number, room, |out| value.write(out));
    }
    safe(c.name(), out);
}

fn of_ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Reset(_) | Ending::Refused | Ending::Unanswered => RED,
        Ending::Open | Ending::HalfClosed(_) => YELLOW,
        Ending::Finished(_) | Ending::None => "",
    }
}

/// Writes a cell and what stands between it and the next one: numbers to the right.
#[inline]
fn cell(out: &mut Vec<u8>, on: &str, number: bool, room: usize, write: impl FnOnce(&mut Vec<u8>)) {
    out.extend_from_slice(on.as_bytes());
    if number {
        spaces(out, room);
    }
    write(out);
    if !number {
        spaces(out, room);
    }
    if !on.is_empty() {
        out.extend_from_slice(PLAIN.as_bytes());
    }
    out.extend_from_slice(b"  ");
}

#[inline]
fn spaces(out: &mut Vec<u8>, n: usize) {
    out.resize(out.len() + n, b' ');
}

/// Ends the line that begins at `start`, without spaces at its end.
fn end_line(out: &mut Vec<u8>, start: usize) {
    let line = out.get(start..).and_then(|line| std::str::from_utf8(line).ok());
    let len = line.map(|line| line.trim_end().len());
    out.truncate(len.map_or(out.len(), |len| start + len));
    out.push(b'\n');
}
