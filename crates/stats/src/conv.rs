//! Tables of conversations as tshark's `-z conv,…` prints them.

use crate::End;
use requin_engine::{Seen, Tap, TapNeeds};
use requin_protocols::link::oui;
use requin_wire::{Addr, AddrKind, Dissection, Field, Out, Pick, Registry, Time, TransportKind, Value, Want};
use std::collections::HashMap;
use std::io::{self, Write};

/// Conversations that a table may have.
const MOST: usize = 500_000;

/// What the ends of a table's conversations are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Ethernet addresses.
    Ethernet,
    /// IPv4 addresses.
    Ipv4,
    /// IPv6 addresses.
    Ipv6,
    /// Addresses and ports of TCP, by stream.
    Tcp,
    /// Addresses and ports of UDP, by stream.
    Udp,
}

impl Kind {
    /// The kinds by their names in `-z conv,NAME`.
    pub const NAMES: [(&'static str, Kind); 5] = [
        ("eth", Kind::Ethernet),
        ("ip", Kind::Ipv4),
        ("ipv6", Kind::Ipv6),
        ("tcp", Kind::Tcp),
        ("udp", Kind::Udp),
    ];

    /// The kind of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Kind> {
        Kind::NAMES.iter().find(|(n, _)| *n == name).map(|(_, k)| *k)
    }

    fn title(self) -> &'static str {
        match self {
            Kind::Ethernet => "Ethernet",
            Kind::Ipv4 => "IPv4",
            Kind::Ipv6 => "IPv6",
            Kind::Tcp => "TCP",
            Kind::Udp => "UDP",
        }
    }

    /// The fields that hold both addresses, where layers and not streams are counted.
    fn fields(self) -> Option<(&'static str, &'static str, AddrKind)> {
        match self {
            Kind::Ethernet => Some(("eth.src", "eth.dst", AddrKind::Ether)),
            Kind::Ipv4 => Some(("ip.src", "ip.dst", AddrKind::Ipv4)),
            Kind::Ipv6 => Some(("ipv6.src", "ipv6.dst", AddrKind::Ipv6)),
            Kind::Tcp | Kind::Udp => None,
        }
    }
}

/// What tells conversations apart.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Stream(u32),
    Pair(Addr, Addr),
}

/// A line of the table.
struct Line {
    ends: [End; 2],
    /// From the second end to the first, and the other way.
    packets: [u64; 2],
    bytes: [u64; 2],
    first: Time,
    last: Time,
}

/// Counts the conversations of one kind.
pub struct Conversations {
    kind: Kind,
    lines: Vec<Line>,
    found: HashMap<Key, u32>,
    /// Both address fields, and what has to be dissected for them.
    fields: (Field, Field),
    want: Want,
    dissection: Dissection,
    start: Option<Time>,
    unlisted: u64,
}

impl Conversations {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(kind: Kind, registry: &Registry) -> Conversations {
        let mut want = Want::nothing();
        let mut field = |name: &str| {
            let at = registry.fields().iter().position(|d| d.abbr == name).unwrap_or(0);
            let field = Field(at as u16);
            want.add(field);
            field
        };
        let fields =
            kind.fields().map(|(a, b, _)| (field(a), field(b))).unwrap_or((Field::TEXT, Field::TEXT));
        Conversations {
            kind,
            lines: Vec::new(),
            found: HashMap::new(),
            fields,
            want,
            dissection: Dissection::default(),
            start: None,
            unlisted: 0,
        }
    }

    fn add(&mut self, key: Key, from: End, to: End, seen: &Seen<'_>) {
        let at = match self.found.get(&key) {
            Some(at) => *at as usize,
            None if self.lines.len() >= MOST => {
                self.unlisted += 1;
                return;
            }
            None => {
                let (first, last) = (seen.meta.time, seen.meta.time);
                self.lines.push(Line { ends: [from, to], packets: [0; 2], bytes: [0; 2], first, last });
                self.found.insert(key, self.lines.len() as u32 - 1);
                self.lines.len() - 1
            }
        };
        let Some(line) = self.lines.get_mut(at) else { return };
        let way = usize::from(line.ends[0] == from);
        line.packets[way] += 1;
        line.bytes[way] += u64::from(seen.meta.original);
        line.last = line.last.max(seen.meta.time);
        line.first = line.first.min(seen.meta.time);
    }

    fn layers(&mut self, seen: &Seen<'_>, kind: AddrKind) {
        let mut d = std::mem::take(&mut self.dissection);
        seen.dissect::<Pick>(&self.want, &mut d);
        let addresses = |field: Field| {
            d.nodes.iter().filter(move |n| n.field == field).filter_map(|n| match n.value {
                Value::U(a) => Some(Addr::new(kind, &(a as u32).to_be_bytes())),
                v => v.span().map(|s| Addr::new(kind, d.bytes(seen.bytes, s))),
            })
        };
        // What an error message quotes was not sent by those whose addresses it bears.
        let abbr = |l: &requin_wire::Layer| seen.registry.proto(l.proto).map_or("", |p| p.abbr);
        let own = seen.registry.field(self.fields.0).abbr.split('.').next().unwrap_or_default();
        let quoting = |l: &&requin_wire::Layer| matches!(abbr(l), "icmp" | "icmpv6");
        let count = d.layers.iter().take_while(|l| !quoting(l)).filter(|l| abbr(l) == own).count();
        for (from, to) in addresses(self.fields.0).zip(addresses(self.fields.1)).take(count) {
            let key = if key_of(&from) <= key_of(&to) { Key::Pair(from, to) } else { Key::Pair(to, from) };
            self.add(key, End { addr: from, port: 0 }, End { addr: to, port: 0 }, seen);
        }
        self.dissection = d;
    }

    /// What had to be given up to stay within bounds.
    #[must_use]
    pub fn warning(&self) -> Option<String> {
        (self.unlisted > 0).then(|| {
            format!(
                "{} packets are of conversations beyond the first {MOST}, which are not listed",
                self.unlisted
            )
        })
    }

    /// Writes the table; `names` says whether hardware addresses are named.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn write(&self, names: bool, out: &mut dyn Write) -> io::Result<()> {
        const RULE: &str =
            "================================================================================\n";
        let width = if self.kind.fields().is_some() { 20 } else { 26 };
        let blank = " ".repeat(2 * width + 7);
        write!(out, "{RULE}{} Conversations\nFilter:<No Filter>\n", self.kind.title())?;
        let upper = "|       <-      | |       ->      | |     Total     |    Relative    |   Duration   |\n";
        let lower = "| Frames  Bytes | | Frames  Bytes | | Frames  Bytes |      Start     |              |\n";
        write!(out, "{blank}{upper}{blank}{lower}")?;
        let mut lines: Vec<&Line> = self.lines.iter().collect();
        lines.sort_by_key(|l| std::cmp::Reverse(l.packets[0] + l.packets[1]));
        let start = self.start.unwrap_or(Time::ZERO);
        for l in lines {
            let [a, b] = l.ends.map(|e| self.end(&e, names));
            write!(out, "{a:<width$} <-> {b:<width$}")?;
            let both = (l.packets[0] + l.packets[1], l.bytes[0] + l.bytes[1]);
            for (packets, bytes) in [(l.packets[0], l.bytes[0]), (l.packets[1], l.bytes[1]), both] {
                write!(out, "  {packets:>6} {:<9}", size(bytes))?;
            }
            let (begin, lasts) = (l.first.since(start), l.last.since(l.first));
            writeln!(out, "  {:>14.9}   {:>12.4}", begin.as_secs_f64(), lasts.as_secs_f64())?;
        }
        out.write_all(RULE.as_bytes())
    }

    fn end(&self, end: &End, names: bool) -> String {
        let mut text = Vec::new();
        match (self.kind, end.addr.bytes.first_chunk::<6>()) {
            (Kind::Tcp | Kind::Udp, _) => {
                end.write_addr(&mut text);
                Out::new(&mut text).s(":").u(end.port);
            }
            (Kind::Ethernet, Some(address)) if names => oui::write(&mut Out::new(&mut text), address),
            _ => end.write_addr(&mut text),
        }
        String::from_utf8_lossy(&text).into_owned()
    }
}

fn key_of(a: &Addr) -> (u8, [u8; 16]) {
    (a.kind as u8, a.bytes)
}

/// Bytes as tshark rounds them: five digits at least before the next unit is taken.
fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
    if bytes < 10_000 {
        return format!("{bytes} bytes");
    }
    let mut n = bytes / 1000;
    let mut unit = 0;
    while n >= 10_000 && unit + 1 < UNITS.len() {
        n /= 1000;
        unit += 1;
    }
    format!("{n} {}", UNITS[unit])
}

impl Tap for Conversations {
    fn needs(&self) -> TapNeeds {
        TapNeeds::default()
    }

    fn frame(&mut self, seen: &Seen<'_>) {
        self.start.get_or_insert(seen.meta.first);
        if let Some((_, _, kind)) = self.kind.fields() {
            return self.layers(seen, kind);
        }
        let kind = if self.kind == Kind::Tcp { TransportKind::Tcp } else { TransportKind::Udp };
        for (t, f) in seen.headers().filter(|(t, _)| t.kind == kind && !t.quoted) {
            self.add(Key::Stream(f.stream), End::sender(t), End::receiver(t), seen);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_at_most_four_digits() {
        for (bytes, text) in [
            (0, "0 bytes"),
            (9_999, "9999 bytes"),
            (10_000, "10 kB"),
            (999_999, "999 kB"),
            (9_999_999, "9999 kB"),
            (10_500_000, "10 MB"),
            (u64::MAX, "18446744 TB"),
        ] {
            assert_eq!(size(bytes), text);
        }
    }
}
