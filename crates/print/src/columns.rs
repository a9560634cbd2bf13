//! Columns: what a summary line is made of.

use crate::escape::{self, Plain};
use crate::format::{Civil, Shape, Zone, address, civil, relative};
use crate::options::{Options, Ready, SecondsFormat, TimeFormat};
use crate::{format, put};
use requin_engine::Needs;
use requin_wire::{AddrKind, Field, FieldType, Meta, Out, Registry, Severity, Time, Value, View};
use std::sync::OnceLock;

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub title: String,
    /// What it says.
    pub kind: ColumnKind,
}

/// What a column says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// `%m`: number of the frame.
    Number,
    /// `%t` in the format that was asked for, or a fixed one (`%Yt`, `%Rt` …).
    Time(Option<TimeFormat>),
    /// `%s`, `%us`, `%rs`, `%ns`, `%hs` …: the source address.
    Source(AddressKind),
    /// `%d`, `%ud` …: the destination address.
    Destination(AddressKind),
    /// `%S`: the source port.
    SourcePort,
    /// `%D`: the destination port.
    DestinationPort,
    /// `%p`: the protocol.
    Protocol,
    /// `%L`: bytes on the wire.
    Length,
    /// `%i`: the summary.
    Info,
    /// `%a`: the gravest remark.
    Severity,
    /// `%Cus:`: fields.
    Custom(Custom),
}

/// Which address a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressKind {
    /// The innermost.
    Any,
    /// The hardware's.
    Hardware,
    /// The network's.
    Network,
}

/// A column of fields: `%Cus:ip.src or ipv6.src:0:R`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Custom {
    /// Names of the fields; all their values are shown.
    pub fields: Vec<String>,
    /// Which of the values: 0 all, 1 the first, -1 the last.
    pub occurrence: i32,
    /// Whether names stand for values.
    pub resolved: bool,
}

impl Column {
    /// tshark's columns.
    #[must_use]
    pub fn usual() -> Vec<Column> {
        [
            ("No.", ColumnKind::Number),
            ("Time", ColumnKind::Time(None)),
            ("Source", ColumnKind::Source(AddressKind::Any)),
            ("Destination", ColumnKind::Destination(AddressKind::Any)),
            ("Protocol", ColumnKind::Protocol),
            ("Length", ColumnKind::Length),
            ("Info", ColumnKind::Info),
        ]
        .map(|(title, kind)| Column { title: title.into(), kind })
        .into()
    }

    /// A column by its format, as `gui.column.format` has it.
    ///
    /// # Errors
    /// When there is no such format, with what is wrong.
    pub fn parse(title: &str, format: &str) -> Result<Column, String> {
        use AddressKind::{Any, Hardware, Network};
        let kind = match format {
            "%m" => ColumnKind::Number,
            "%t" => ColumnKind::Time(None),
            "%Yt" => ColumnKind::Time(Some(TimeFormat::AbsoluteDate)),
            "%YDOYt" => ColumnKind::Time(Some(TimeFormat::AbsoluteDayOfYear)),
            "%At" => ColumnKind::Time(Some(TimeFormat::Absolute)),
            "%Yut" => ColumnKind::Time(Some(TimeFormat::UtcDate)),
            "%YDOYut" => ColumnKind::Time(Some(TimeFormat::UtcDayOfYear)),
            "%Aut" => ColumnKind::Time(Some(TimeFormat::Utc)),
            "%Rt" => ColumnKind::Time(Some(TimeFormat::Relative)),
            "%Tt" => ColumnKind::Time(Some(TimeFormat::Delta)),
            "%Gt" => ColumnKind::Time(Some(TimeFormat::DeltaDisplayed)),
            "%s" | "%us" | "%rs" => ColumnKind::Source(Any),
            "%d" | "%ud" | "%rd" => ColumnKind::Destination(Any),
            "%hs" | "%uhs" | "%rhs" => ColumnKind::Source(Hardware),
            "%hd" | "%uhd" | "%rhd" => ColumnKind::Destination(Hardware),
            "%ns" | "%uns" | "%rns" => ColumnKind::Source(Network),
            "%nd" | "%und" | "%rnd" => ColumnKind::Destination(Network),
            "%S" | "%uS" | "%rS" => ColumnKind::SourcePort,
            "%D" | "%uD" | "%rD" => ColumnKind::DestinationPort,
            "%p" => ColumnKind::Protocol,
            "%L" => ColumnKind::Length,
            "%i" => ColumnKind::Info,
            "%a" => ColumnKind::Severity,
            "%q" => ColumnKind::Custom(Custom::of("vlan.id", 1, false)),
            "%f" => ColumnKind::Custom(Custom::of("ip.dsfield.dscp", 1, true)),
            "%F" => ColumnKind::Custom(Custom::of("wlan_radio.frequency", 1, true)),
            "%e" => ColumnKind::Custom(Custom::of("wlan_radio.signal_dbm", 1, true)),
            "%x" => ColumnKind::Custom(Custom::of("wlan_radio.data_rate", 1, true)),
            _ => match format.strip_prefix("%Cus:") {
                Some(rest) => ColumnKind::Custom(Custom::parse(rest)?),
                None => {
                    return Err(format!(
                        "\"{format}\" is no column format; try %m %t %s %d %p %L %i or %Cus:FIELD"
                    ));
                }
            },
        };
        Ok(Column { title: title.into(), kind })
    }

    /// Columns as the preference `gui.column.format` lists them: `"No.","%m","Time","%t"`.
    ///
    /// # Errors
    /// When the list is not in pairs, or a format is unknown.
    pub fn parse_list(list: &str) -> Result<Vec<Column>, String> {
        let mut items: Vec<String> = Vec::new();
        let mut rest = list.trim();
        while !rest.is_empty() {
            let item;
            if let Some(quoted) = rest.strip_prefix('"') {
                let end = quoted.find('"').ok_or_else(|| format!("a quote is missing in {list}"))?;
                (item, rest) = quoted.split_at(end);
                rest = rest.get(1..).unwrap_or_default().trim_start();
            } else {
                (item, rest) = rest.split_at(rest.find(',').unwrap_or(rest.len()));
            }
            items.push(item.trim().to_string());
            rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
        }
        if items.is_empty() || !items.len().is_multiple_of(2) {
            return Err("columns come in pairs of a title and a format: \"No.\",\"%m\"".into());
        }
        items.chunks_exact(2).map(|pair| Column::parse(&pair[0], &pair[1])).collect()
    }
}

impl Custom {
    fn of(field: &str, occurrence: i32, resolved: bool) -> Custom {
        Custom { fields: vec![field.into()], occurrence, resolved }
    }

    fn parse(text: &str) -> Result<Custom, String> {
        let mut parts = text.split(':');
        let names = parts.next().unwrap_or_default();
        let fields: Vec<String> = names
            .split("||")
            .flat_map(|s| s.split(" or "))
            .map(|s| s.trim().to_string())
            .filter(|s| !s.is_empty())
            .collect();
        if fields.is_empty() {
            return Err("a custom column needs a field: %Cus:ip.ttl".into());
        }
        let occurrence = match parts.next() {
            None | Some("") => 0,
            Some(n) => n.parse().map_err(|_| {
                format!("\"{n}\" is no occurrence: 0 for all, 1 for the first, -1 for the last")
            })?,
        };
        Ok(Custom { fields, occurrence, resolved: parts.next() != Some("U") })
    }
}

/// The columns of an output.
pub(crate) struct Columns {
    pub(crate) options: Options,
    pub(crate) ready: Ready<Plain>,
    list: Vec<Column>,
    /// They are tshark's.
    usual: bool,
    /// For each column the fields it needs.
    fields: OnceLock<Vec<Vec<Field>>>,
}

/// Finds a field or protocol by name.
pub(crate) fn field_named(registry: &Registry, name: &str) -> impl Iterator<Item = Field> {
    // Names may be shared by several fields of different types; all count.
    let found: Vec<Field> = registry
        .fields()
        .iter()
        .enumerate()
        .filter(|(_, def)| def.abbr == name && !name.is_empty())
        .map(|(i, _)| Field(i as u16))
        .collect();
    found.into_iter()
}

impl Columns {
    pub(crate) fn new(options: Options, list: Vec<Column>) -> Columns {
        let usual = list == Column::usual();
        Columns { options, ready: Ready::default(), list, usual, fields: OnceLock::new() }
    }

    /// Whether they are tshark's.
    #[inline]
    pub(crate) fn are_usual(&self) -> bool {
        self.usual
    }

    pub(crate) fn list(&self) -> &[Column] {
        &self.list
    }

    fn fields(&self, registry: &Registry) -> &[Vec<Field>] {
        self.fields.get_or_init(|| {
            let named = |names: &[&str]| names.iter().flat_map(|n| field_named(registry, n)).collect();
            self.list
                .iter()
                .map(|c| match &c.kind {
                    ColumnKind::Custom(c) => c.fields.iter().flat_map(|n| field_named(registry, n)).collect(),
                    ColumnKind::Severity => registry.expert_fields().map(|f| vec![f[2]]).unwrap_or_default(),
                    ColumnKind::Source(AddressKind::Hardware) => {
                        named(&["eth.src", "sll.src.eth", "wlan.sa"])
                    }
                    ColumnKind::Destination(AddressKind::Hardware) => named(&["eth.dst", "wlan.da"]),
                    _ => Vec::new(),
                })
                .collect()
        })
    }

    pub(crate) fn needs(&self, registry: &Registry) -> Needs {
        let mut needs = Needs { record_only: true, ..Needs::default() };
        for f in self.fields(registry).iter().flatten() {
            needs.want.add(*f);
            needs.record_only = false;
        }
        for c in &self.list {
            match &c.kind {
                ColumnKind::Number | ColumnKind::Length | ColumnKind::Severity | ColumnKind::Custom(_) => {}
                ColumnKind::Time(format) => {
                    needs.displayed |= format.unwrap_or(self.options.time) == TimeFormat::DeltaDisplayed;
                }
                ColumnKind::SourcePort | ColumnKind::DestinationPort => needs.record_only = false,
                ColumnKind::Source(AddressKind::Hardware)
                | ColumnKind::Destination(AddressKind::Hardware) => {}
                _ => {
                    needs.want.columns = true;
                    needs.record_only = false;
                }
            }
        }
        needs
    }

    /// Appends what column `i` says, ready for a terminal.
    #[inline]
    pub(crate) fn write(&self, i: usize, view: &View<'_>, out: &mut Vec<u8>) {
        let Some(c) = self.list.get(i) else { return };
        let d = view.dissection;
        let m = view.meta;
        match &c.kind {
            ColumnKind::Number => put::uint(out, m.number),
            ColumnKind::Time(format) => self.time(format.unwrap_or(self.options.time), view, out),
            ColumnKind::Source(AddressKind::Any) => {
                address(out, &d.columns.src, d, view.registry.prefs.resolve_mac);
            }
            ColumnKind::Destination(AddressKind::Any) => {
                address(out, &d.columns.dst, d, view.registry.prefs.resolve_mac);
            }
            ColumnKind::Protocol => escape::text(out, &d.columns.protocol.text),
            ColumnKind::Length => put::uint(out, u64::from(m.original)),
            ColumnKind::Info => escape::text(out, &d.columns.info.text),
            kind => self.write_rest(i, kind, view, out),
        }
    }

    #[inline(never)]
    fn write_rest(&self, i: usize, kind: &ColumnKind, view: &View<'_>, out: &mut Vec<u8>) {
        let d = view.dissection;
        let fields = self.fields(view.registry).get(i).map_or(&[][..], |f| f);
        match kind {
            ColumnKind::Source(AddressKind::Network) => {
                if matches!(d.columns.src.kind, AddrKind::Ipv4 | AddrKind::Ipv6) {
                    address(out, &d.columns.src, d, false);
                }
            }
            ColumnKind::Destination(AddressKind::Network) => {
                if matches!(d.columns.dst.kind, AddrKind::Ipv4 | AddrKind::Ipv6) {
                    address(out, &d.columns.dst, d, false);
                }
            }
            ColumnKind::Source(AddressKind::Hardware) | ColumnKind::Destination(AddressKind::Hardware) => {
                let node = view.nodes().iter().find(|n| fields.contains(&n.field));
                if let Some(span) = node.and_then(|n| n.value.span()) {
                    format::mac(out, view.span(span), view.registry.prefs.resolve_mac);
                }
            }
            ColumnKind::SourcePort | ColumnKind::DestinationPort => {
                if let Some(t) = d.transports.iter().rev().find(|t| !t.quoted) {
                    let source = matches!(kind, ColumnKind::SourcePort);
                    put::uint(out, u64::from(if source { t.src_port } else { t.dst_port }));
                }
            }
            ColumnKind::Severity => {
                let gravest = view
                    .nodes()
                    .iter()
                    .filter(|n| fields.contains(&n.field))
                    .filter_map(|n| n.value.as_u64())
                    .max();
                let all =
                    [Severity::Comment, Severity::Chat, Severity::Note, Severity::Warn, Severity::Error];
                if let Some(s) = all.into_iter().find(|s| Some(*s as u64) == gravest) {
                    out.extend_from_slice(s.name().as_bytes());
                }
            }
            ColumnKind::Custom(custom) => self.custom(custom, fields, view, out),
            _ => {}
        }
    }

    fn custom(&self, custom: &Custom, fields: &[Field], view: &View<'_>, out: &mut Vec<u8>) {
        let formats = self.ready.get(view.registry, &self.options);
        let all = || view.nodes().iter().filter(|n| fields.contains(&n.field));
        let wanted = match custom.occurrence {
            0 => None,
            n if n > 0 => usize::try_from(n - 1).ok(),
            n => all().count().checked_sub(usize::try_from(n.unsigned_abs()).unwrap_or(usize::MAX)),
        };
        if custom.occurrence != 0 && wanted.is_none() {
            return;
        }
        let mut first = true;
        for (nth, node) in all().enumerate() {
            if wanted.is_some_and(|w| w != nth) {
                continue;
            }
            if !first {
                out.push(b',');
            }
            first = false;
            let f = formats.field(node.field);
            match (f.kind, node.value) {
                (FieldType::Protocol | FieldType::None | FieldType::Expert, _) => {
                    out.extend_from_slice("✓".as_bytes());
                }
                (_, Value::U(v)) if custom.resolved && formats.name(f, v, out) => {}
                (_, Value::U(v)) if matches!(f.shape, Shape::Dec | Shape::Hex(_)) => {
                    formats.plain_number(f, v, out);
                }
                _ => {
                    let start = out.len();
                    formats.show_packed(f, view, node, out);
                    if f.shape == Shape::Str {
                        escape_tail(out, start, escape::text);
                    }
                }
            }
        }
    }

    /// What the Time column counts from something, when it is shown in seconds.
    #[inline]
    pub(crate) fn seconds(&self, m: &Meta) -> Option<Time> {
        let since = since(self.options.time, m)?;
        (m.has_time && self.options.seconds == SecondsFormat::Seconds).then_some(since)
    }

    #[inline]
    fn time(&self, format: TimeFormat, view: &View<'_>, out: &mut Vec<u8>) {
        let m = view.meta;
        if !m.has_time {
            return;
        }
        let digits = self.options.precision;
        match since(format, m) {
            None if format == TimeFormat::Epoch => relative(out, m.time, digits),
            None => absolute_time(format, m.time, &self.options.zone, digits, out),
            Some(since) => match self.options.seconds {
                SecondsFormat::Seconds => relative(out, since, digits),
                SecondsFormat::HoursMinutesSeconds => hours(out, since, digits),
            },
        }
    }
}

/// Since when a Time column counts, for formats that count.
#[inline]
fn since(format: TimeFormat, m: &Meta) -> Option<Time> {
    match format {
        TimeFormat::Relative => Some(m.time.since(m.first)),
        TimeFormat::Delta => Some(m.time.since(m.previous)),
        TimeFormat::DeltaDisplayed => Some(m.time.since(m.previous_displayed)),
        _ => None,
    }
}

/// Escapes what was written from `start` on.
pub(crate) fn escape_tail(out: &mut Vec<u8>, start: usize, escape: fn(&mut Vec<u8>, &[u8])) {
    let raw = out.split_off(start.min(out.len()));
    escape(out, &raw);
}

fn absolute_time(format: TimeFormat, t: Time, zone: &Zone, digits: u8, out: &mut Vec<u8>) {
    let utc = matches!(format, TimeFormat::Utc | TimeFormat::UtcDate | TimeFormat::UtcDayOfYear);
    let offset = if utc { 0 } else { zone.seconds(t.secs) };
    let c: Civil = civil(t.secs.saturating_add(offset));
    match format {
        TimeFormat::AbsoluteDate | TimeFormat::UtcDate => {
            c.year(&mut Out::new(out));
            out.push(b'-');
            put::uint_zeros(out, u64::from(c.month), 2);
            out.push(b'-');
            put::uint_zeros(out, u64::from(c.day), 2);
            out.push(b' ');
        }
        TimeFormat::AbsoluteDayOfYear | TimeFormat::UtcDayOfYear => {
            c.year(&mut Out::new(out));
            out.push(b'/');
            put::uint_zeros(out, u64::from(c.day_of_year), 3);
            out.push(b' ');
        }
        _ => {}
    }
    c.clock(&mut Out::new(out));
    format::decimals(out, t.nanos, digits);
}

/// A duration as `1h  2m  3.000004s`.
fn hours(out: &mut Vec<u8>, t: Time, digits: u8) {
    let mut t = t;
    if t.secs < 0 {
        out.push(b'-');
        t = Time::ZERO.since(t);
    }
    let (h, m, s) = (t.secs / 3600, t.secs / 60 % 60, t.secs % 60);
    if h > 0 {
        put::uint(out, h as u64);
        out.extend_from_slice(b"h ");
        put::uint_right(out, m as u64, 2);
        out.extend_from_slice(b"m ");
    } else if m > 0 {
        put::uint(out, m as u64);
        out.extend_from_slice(b"m ");
    }
    put::uint_right(out, s as u64, 2);
    format::decimals(out, t.nanos, digits);
    out.push(b's');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_columns() {
        let list = Column::parse_list("\"No.\",\"%m\", \"A, b\",\"%Cus:ip.src or ipv6.src:-1:U\"").unwrap();
        assert_eq!(list[0], Column { title: "No.".into(), kind: ColumnKind::Number });
        let ColumnKind::Custom(c) = &list[1].kind else { panic!("{list:?}") };
        assert_eq!((c.fields.len(), c.occurrence, c.resolved), (2, -1, false));
        assert_eq!(list[1].title, "A, b");
        assert!(Column::parse_list("\"No.\"").is_err());
        assert!(Column::parse_list("\"No.\",\"%Z\"").is_err());
        assert!(Column::parse_list("\"No.\",\"%m").is_err());
    }

    #[test]
    fn hours_minutes_seconds() {
        for (t, text) in [
            (Time::new(0, 5_000), " 0.000005s"),
            (Time::new(61, 1_000), "1m  1.000001s"),
            (Time::new(3661, 0), "1h  1m  1.000000s"),
            (Time::new(90_061, 0), "25h  1m  1.000000s"),
            (Time::new(-2, 999_995_000), "- 1.000005s"),
        ] {
            let mut out = Vec::new();
            hours(&mut out, t, 6);
            assert_eq!(String::from_utf8(out).unwrap(), text);
        }
    }
}
