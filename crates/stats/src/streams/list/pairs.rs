//! The list for other programs: JSON (RFC 8259) and comma-separated values (RFC 4180).

use super::{FLAGS, List, app, round_trip, rows, safe, transport};
use crate::End;
use crate::streams::Conversation;
use requin_wire::{Out, Time};
use std::io::{self, Write};

/// Values of a conversation.
const VALUES: usize = 25;

/// The names of the values.
const KEYS: [&str; VALUES] = [
    "protocol",
    "stream",
    "client",
    "client_port",
    "server",
    "server_port",
    "app",
    "name",
    "packets_to_server",
    "packets_to_client",
    "bytes_to_server",
    "bytes_to_client",
    "time",
    "start",
    "duration",
    "rtt",
    "retransmissions_to_server",
    "retransmissions_to_client",
    "lost_to_server",
    "lost_to_client",
    "flags_of_client",
    "flags_of_server",
    "isn_of_client",
    "isn_of_server",
    "end",
];

#[derive(Clone, Copy)]
enum Item<'a> {
    Nothing,
    Text(&'a str),
    /// The address alone.
    Addr(&'a End),
    Number(u64),
    /// In seconds.
    Time(Time),
    /// Flags of TCP.
    Flags(u8),
}

/// The values of a conversation.
#[inline]
fn values<'c>(c: &'c Conversation, list: &List<'_>) -> [Item<'c>; VALUES] {
    let text = |s: &'c str| if s.is_empty() { Item::Nothing } else { Item::Text(s) };
    let known = |n: Option<u32>| n.map_or(Item::Nothing, |n| Item::Number(u64::from(n)));
    let count = |n: u32| known(Some(n).filter(|_| c.tcp));
    let flags = |bits: u8| if c.tcp { Item::Flags(bits) } else { Item::Nothing };
    [
        Item::Text(transport(c)),
        Item::Number(u64::from(c.stream)),
        Item::Addr(&c.ends[0]),
        Item::Number(u64::from(c.ends[0].port)),
        Item::Addr(&c.ends[1]),
        Item::Number(u64::from(c.ends[1].port)),
        text(app(c, list.registry)),
        text(c.name()),
        Item::Number(c.packets[0]),
        Item::Number(c.packets[1]),
        Item::Number(c.bytes[0]),
        Item::Number(c.bytes[1]),
        Item::Time(c.first),
        Item::Time(c.first.since(list.first)),
        Item::Time(c.duration()),
        round_trip(c).map_or(Item::Nothing, Item::Time),
        count(c.again[0]),
        count(c.again[1]),
        count(c.lost[0]),
        count(c.lost[1]),
        flags(c.flags[0]),
        flags(c.flags[1]),
        known(c.initial[0]),
        known(c.initial[1]),
        text(c.ending().words()),
    ]
}

/// Writes a JSON array.
pub(super) fn json(list: &List<'_>, threads: usize, out: &mut dyn Write) -> io::Result<()> {
    if list.conversations.is_empty() {
        return out.write_all(b"[]\n");
    }
    out.write_all(b"[\n")?;
    rows::write(list.conversations, threads, out, &|first, conversations, text| {
        for (n, c) in conversations.iter().enumerate() {
            text.extend_from_slice(if first + n == 0 { b"" } else { b",\n" });
            object(&values(c, list), text);
        }
    })?;
    out.write_all(b"\n]\n")
}

fn object(values: &[Item<'_>; VALUES], out: &mut Vec<u8>) {
    let mut before = "{\"";
    for (key, value) in KEYS.iter().zip(values) {
        Out::new(out).s(before).s(key).s("\":");
        before = ",\"";
        match value {
            Item::Nothing => out.extend_from_slice(b"null"),
            Item::Text(text) => escaped(text, out),
            Item::Addr(_) | Item::Flags(_) => {
                out.push(b'"');
                plain(value, out);
                out.push(b'"');
            }
            Item::Number(_) | Item::Time(_) => plain(value, out),
        }
    }
    out.push(b'}');
}

/// Writes a heading, and a line for each.
pub(super) fn csv(list: &List<'_>, threads: usize, out: &mut dyn Write) -> io::Result<()> {
    if list.conversations.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", KEYS.join(","))?;
    rows::write(list.conversations, threads, out, &|_, conversations, text| {
        for c in conversations {
            record(&values(c, list), text);
        }
    })
}

fn record(values: &[Item<'_>; VALUES], out: &mut Vec<u8>) {
    for (i, value) in values.iter().enumerate() {
        out.extend_from_slice(if i == 0 { b"" } else { b"," });
        match value {
            Item::Text(text) => quoted(text, out),
            value => plain(value, out),
        }
    }
    out.push(b'\n');
}

/// A value without anything round it.
#[inline]
fn plain(value: &Item<'_>, out: &mut Vec<u8>) {
    match value {
        Item::Nothing => {}
        Item::Text(text) => out.extend_from_slice(text.as_bytes()),
        Item::Addr(end) => end.write_addr(out),
        Item::Number(n) => _ = Out::new(out).u(*n),
        Item::Time(t) => seconds(*t, out),
        Item::Flags(bits) => {
            let (letters, len) = &FLAGS[usize::from(*bits)];
            out.extend_from_slice(letters.get(..*len).unwrap_or_default());
        }
    }
}

/// Seconds as the shortest decimal number that stands for the floating-point number.
fn seconds(t: Time, out: &mut Vec<u8>) {
    // Writing to memory does not fail.
    _ = serde_json::to_writer(out, &t.as_secs_f64());
}

/// A JSON string.
fn escaped(text: &str, out: &mut Vec<u8>) {
    _ = serde_json::to_writer(out, text);
}

/// A field of comma-separated values, in quotation marks when it has to be.
fn quoted(text: &str, out: &mut Vec<u8>) {
    let start = out.len();
    safe(text, out);
    let field = out.get(start..).unwrap_or_default();
    if !field.iter().any(|b| b",\"\r\n".contains(b)) {
        return;
    }
    let field = field.to_vec();
    out.truncate(start);
    out.push(b'"');
    for b in field {
        out.extend_from_slice(if b == b'"' { b"\"" } else { b"" });
        out.push(b);
    }
    out.push(b'"');
}
