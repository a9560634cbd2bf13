//! [`Info`] as text, in the words of `capinfos`, and as JSON.

use crate::compress::Compression;
use crate::format::Format;
use crate::info::{Info, InterfaceInfo, Span};
use crate::meta::{Resolution, Section};
use requin_wire::Time;
use requin_wire::civil::{Civil, civil};
use serde_json::{Value, json};
use std::fmt::{self, Write};

/// Gives the offset of local time from UTC, in seconds, at a time given in seconds since 1970.
pub type LocalOffset<'a> = &'a dyn Fn(i64) -> i32;

impl Info {
    /// The long report that `capinfos` prints, with times in UTC.
    #[must_use]
    pub fn text(&self) -> String {
        self.text_in(&|_| 0)
    }

    /// The long report with times in local time.
    #[must_use]
    pub fn text_in(&self, local: LocalOffset<'_>) -> String {
        let mut out = String::new();
        // Writing to a string does not fail.
        let _ = self.report(&mut out, local);
        out
    }

    fn report(&self, out: &mut String, local: LocalOffset<'_>) -> fmt::Result {
        writeln!(out, "File name:           {}", self.name)?;
        write!(out, "File type:           {}", self.format.description())?;
        match self.compression {
            Compression::None => writeln!(out)?,
            kind => writeln!(out, " ({} compressed)", kind.name())?,
        }
        writeln!(out, "File encapsulation:  {}", self.encap.description)?;
        if self.encap == crate::PER_PACKET {
            writeln!(out, "Encapsulation in use by packets (# of pkts):")?;
            for (encap, frames) in &self.encaps {
                writeln!(out, "                     {} ({frames})", encap.description)?;
            }
        }
        let precision = match self.digits {
            Some(digits) => format!("{} ({digits})", precision_name(digits)),
            None if self.interfaces.is_empty() => "UNKNOWN (-2)".into(),
            None => "per-packet (-1)".into(),
        };
        writeln!(out, "File timestamp precision:  {precision}")?;
        match self.snaplen {
            Some(snaplen) => writeln!(out, "Packet size limit:   file hdr: {snaplen} bytes")?,
            None => writeln!(out, "Packet size limit:   file hdr: (not set)")?,
        }
        match self.inferred_snaplen {
            // Frames of which nothing was kept tell no limit.
            Some((_, 0)) | None => {}
            Some((least, most)) if least == most => {
                writeln!(out, "Packet size limit:   inferred: {least} bytes")?;
            }
            Some((least, most)) => {
                writeln!(out, "Packet size limit:   inferred: {least} bytes - {most} bytes (range)")?;
            }
        }
        writeln!(out, "Number of packets:   {}", scaled(self.frames as f64, "", ""))?;
        writeln!(out, "File size:           {}", scaled(self.size as f64, " bytes", "B"))?;
        writeln!(out, "Data size:           {}", scaled(self.bytes as f64, " bytes", "B"))?;
        self.report_times(out, local)?;
        for (label, hash) in [
            ("SHA256:              ", &self.hashes.sha256),
            ("RIPEMD160:           ", &self.hashes.ripemd160),
            ("SHA1:                ", &self.hashes.sha1),
        ] {
            if let Some(hash) = hash {
                writeln!(out, "{label}{hash}")?;
            }
        }
        let order = match self.in_order {
            Some(true) => "True",
            Some(false) => "False",
            None => "Unknown",
        };
        writeln!(out, "Strict time order:   {order}")?;
        for (number, section) in self.sections.iter().enumerate() {
            if self.sections.len() > 1 {
                writeln!(out, "Section {number}:\n")?;
            }
            self.report_section(out, section)?;
        }
        let counts = [
            ("resolved IPv4 addresses", self.names_v4),
            ("resolved IPv6 addresses", self.names_v6),
            ("decryption secrets", self.secrets),
        ];
        for (what, count) in counts.into_iter().filter(|&(_, count)| count > 0) {
            writeln!(out, "Number of {what} in file: {count}")?;
        }
        Ok(())
    }

    fn report_times(&self, out: &mut String, local: LocalOffset<'_>) -> fmt::Result {
        if !self.times_known {
            return writeln!(out, "Average packet size: {:.2} bytes", self.average_size());
        }
        match self.span {
            Some(span) => {
                let digits = span.first_digits.max(span.last_digits);
                writeln!(
                    out,
                    "Capture duration:    {} seconds",
                    seconds(span.last.since(span.first), digits)
                )?;
                writeln!(out, "First packet time:   {}", date(span.first, span.first_digits, local))?;
                writeln!(out, "Last packet time:    {}", date(span.last, span.last_digits, local))?;
            }
            None => {
                for label in ["Capture duration:    ", "First packet time:   ", "Last packet time:    "] {
                    writeln!(out, "{label}n/a")?;
                }
            }
        }
        let rate = self.per_second(self.bytes as f64);
        writeln!(out, "Data byte rate:      {}", scaled(rate.trunc(), " bytes/s", "Bps"))?;
        writeln!(out, "Data bit rate:       {}", scaled((rate * 8.0).trunc(), " bits/s", "bps"))?;
        writeln!(out, "Average packet size: {:.2} bytes", self.average_size())?;
        let rate = self.per_second(self.frames as f64).trunc();
        writeln!(out, "Average packet rate: {}", scaled(rate, " packets/s", "packets/s"))
    }

    fn section_interfaces(&self, section: &Section) -> &[InterfaceInfo] {
        let first = section.first_interface as usize;
        self.interfaces.get(first..first + section.interfaces as usize).unwrap_or_default()
    }

    fn report_section(&self, out: &mut String, section: &Section) -> fmt::Result {
        for (label, text) in [
            ("Capture hardware:    ", &section.hardware),
            ("Capture oper-sys:    ", &section.os),
            ("Capture application: ", &section.application),
        ] {
            if let Some(text) = text {
                writeln!(out, "{label}{text}")?;
            }
        }
        for comment in &section.comments {
            writeln!(out, "Capture comment:     {}", comment.replace(['\n', '\r'], " "))?;
        }
        let interfaces = self.section_interfaces(section);
        if !interfaces.is_empty() {
            writeln!(out, "Number of interfaces in file: {}", interfaces.len())?;
        }
        for (number, known) in interfaces.iter().enumerate() {
            writeln!(out, "Interface #{number} info:")?;
            self.report_interface(out, known)?;
        }
        Ok(())
    }

    fn report_interface(&self, out: &mut String, known: &InterfaceInfo) -> fmt::Result {
        let interface = &*known.interface;
        let mut line =
            |label: &str, value: &dyn fmt::Display| writeln!(out, "                     {label} = {value}");
        if let Some(name) = &interface.name {
            line("Name", name)?;
        }
        if let Some(description) = &interface.description {
            line("Description", description)?;
        }
        let encap = interface.link.encap().unwrap_or(crate::UNKNOWN);
        line("Encapsulation", &format_args!("{} ({} - {})", encap.description, encap.number, encap.name))?;
        if let Some(hardware) = &interface.hardware {
            line("Hardware", hardware)?;
        }
        if let Some(speed) = interface.speed {
            line("Speed", &speed)?;
        }
        let snaplen = match interface.snaplen {
            0 if self.format != Format::Pcapng => interface.link.max_packet(),
            snaplen => snaplen,
        };
        line("Capture length", &snaplen)?;
        if let Some(length) = interface.fcs_length.filter(|_| self.format == Format::Pcapng) {
            line("FCS length", &length)?;
        }
        let digits = interface.resolution.digits();
        line("Time precision", &format_args!("{} ({digits})", precision_name(digits)))?;
        line("Time ticks per second", &interface.resolution.ticks().unwrap_or(u64::MAX))?;
        if interface.resolution_given {
            line("Time resolution", &format_args!("0x{:02x}", interface.resolution.to_byte()))?;
        }
        if interface.offset != 0 {
            line("Timestamp offset", &interface.offset)?;
        }
        if let Some(filter) = &interface.filter {
            line("Filter string", filter)?;
        }
        // A filter in bytes: one instruction is eight of them.
        let program = interface.other.iter().find(|option| option.code == crate::code::IF_FILTER);
        if let Some(program) = program.filter(|option| option.value.first() == Some(&1)) {
            line("BPF filter length", &(program.value.len().saturating_sub(1) / 8))?;
        }
        if let Some(os) = &interface.os {
            line("Operating system", os)?;
        }
        for comment in &interface.comments {
            line("Comment", comment)?;
        }
        line("Number of stat entries", &known.statistics)?;
        line("Number of packets", &known.frames)
    }

    /// Everything as a JSON object; times are seconds since 1970 as text, so that no digit is lost.
    #[must_use]
    pub fn json(&self) -> Value {
        let time = |time: Time, digits: u8| Value::from(seconds(time, digits));
        let span = |pick: &dyn Fn(&Span) -> Value| self.span.as_ref().map(pick);
        let rate = |figure: f64| self.span.map(|_| self.per_second(figure));
        json!({
            "name": self.name,
            "format": self.format.name(),
            "compression": self.compression.name(),
            "encapsulation": self.encap.name,
            "encapsulations": self.encaps.iter().map(|(encap, frames)| {
                json!({ "name": encap.name, "number": encap.number, "packets": frames })
            }).collect::<Vec<_>>(),
            "timestamp_digits": self.digits,
            "packet_size_limit": self.snaplen,
            "packet_size_limit_inferred": self.inferred_snaplen.map(|(least, most)| [least, most]),
            "packets": self.frames,
            "file_size": self.size,
            "data_size": self.bytes,
            "duration": span(&|span| {
                time(span.last.since(span.first), span.first_digits.max(span.last_digits))
            }),
            "first_packet_time": span(&|span| time(span.first, span.first_digits)),
            "last_packet_time": span(&|span| time(span.last, span.last_digits)),
            "byte_rate": rate(self.bytes as f64),
            "bit_rate": rate(self.bytes as f64 * 8.0),
            "average_packet_size": self.average_size(),
            "packet_rate": rate(self.frames as f64),
            "sha256": self.hashes.sha256,
            "ripemd160": self.hashes.ripemd160,
            "sha1": self.hashes.sha1,
            "time_order": self.in_order,
            "sections": self.sections.iter().map(|section| self.section_json(section)).collect::<Vec<_>>(),
            "resolved_ipv4": self.names_v4,
            "resolved_ipv6": self.names_v6,
            "decryption_secrets": self.secrets,
            "error": self.error.as_ref().map(ToString::to_string),
        })
    }

    fn section_json(&self, section: &Section) -> Value {
        let interfaces = self.section_interfaces(section).iter().map(|known| {
            let interface = &*known.interface;
            json!({
                "name": interface.name,
                "description": interface.description,
                "link_type": interface.link.0,
                "encapsulation": interface.link.encap().unwrap_or(crate::UNKNOWN).name,
                "hardware": interface.hardware,
                "speed": interface.speed,
                "capture_length": interface.snaplen,
                "fcs_length": interface.fcs_length,
                "ticks_per_second": interface.resolution.ticks(),
                "time_offset": interface.offset,
                "filter": interface.filter,
                "os": interface.os,
                "comments": interface.comments,
                "statistics": known.statistics,
                "packets": known.frames,
            })
        });
        json!({
            "version": format!("{}.{}", section.version.0, section.version.1),
            "big_endian": section.big_endian,
            "hardware": section.hardware,
            "os": section.os,
            "application": section.application,
            "comments": section.comments,
            "interfaces": interfaces.collect::<Vec<_>>(),
        })
    }
}

fn precision_name(digits: u8) -> &'static str {
    match digits {
        0 => "seconds",
        1 => "deciseconds",
        2 => "centiseconds",
        3 => "milliseconds",
        6 => "microseconds",
        9 => "nanoseconds",
        _ => "unknown",
    }
}

/// A figure of at most four digits and a decimal prefix: `bare` follows a figure without prefix.
fn scaled(figure: f64, bare: &str, unit: &str) -> String {
    for (limit, prefix) in [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")] {
        if figure >= limit * 10.0 {
            return format!("{:.0} {prefix}{unit}", (figure / limit).trunc());
        }
    }
    format!("{figure:.0}{bare}")
}

/// Seconds with so many decimal digits, the rest cut off.
fn seconds(time: Time, digits: u8) -> String {
    let (sign, secs, nanos) = match time {
        Time { secs, nanos } if secs >= 0 => ("", secs.unsigned_abs(), nanos),
        Time { secs, nanos: 0 } => ("-", secs.unsigned_abs(), 0),
        Time { secs, nanos } => ("-", secs.unsigned_abs() - 1, 1_000_000_000 - nanos),
    };
    format!("{sign}{secs}{}", fraction(nanos, digits))
}

fn fraction(nanos: u32, digits: u8) -> String {
    let text = format!("{nanos:09}");
    match text.get(..usize::from(digits)) {
        Some(kept) if digits > 0 => format!(".{kept}"),
        _ => String::new(),
    }
}

/// A time as date and time of day.
fn date(time: Time, digits: u8, local: LocalOffset<'_>) -> String {
    let secs = time.secs.saturating_add(i64::from(local(time.secs)));
    let Civil { year, month, day, hour, minute, second, .. } = civil(secs);
    let fraction = fraction(time.nanos, digits);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}{fraction}")
}

/// A time as the fourteen digits that files of a series have in their names.
pub(crate) fn date_digits(secs: i64) -> String {
    let Civil { year, month, day, hour, minute, second, .. } = civil(secs);
    format!("{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}")
}

impl Resolution {
    /// Decimal digits of a second that are printed: 0, 1, 2, 3, 6 or 9, as Wireshark rounds them down.
    #[must_use]
    pub fn digits(self) -> u8 {
        let digits = self.ticks().and_then(u64::checked_ilog10).unwrap_or(9);
        match digits {
            0..=3 => digits as u8,
            4..=5 => 3,
            6..=8 => 6,
            _ => 9,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_get_prefixes_from_ten_thousand_on() {
        assert_eq!(scaled(9999.0, " bytes", "B"), "9999 bytes");
        assert_eq!(scaled(10_000.0, " bytes", "B"), "10 kB");
        assert_eq!(scaled(5_516_999_999.0, " bytes", "B"), "5516 MB");
        assert_eq!(scaled(20_000.0, " packets/s", "packets/s"), "20 kpackets/s");
        assert_eq!(scaled(3_468_798.0, "", ""), "3468 k");
    }

    #[test]
    fn dates() {
        let at = |secs, nanos, digits| date(Time::new(secs, nanos), digits, &|_| 0);
        assert_eq!(at(0, 0, 0), "1970-01-01 00:00:00");
        assert_eq!(at(951_782_400, 5_000, 6), "2000-02-29 00:00:00.000005");
        assert_eq!(at(-1_000_000_000, 0, 6), "1938-04-24 22:13:20.000000");
        assert_eq!(at(4_107_542_399, 999_999_999, 3), "2100-02-28 23:59:59.999");
        assert_eq!(at(4_107_542_400, 0, 0), "2100-03-01 00:00:00");
        assert_eq!(date(Time::new(0, 0), 0, &|_| 32_400), "1970-01-01 09:00:00");
        assert!(at(i64::MAX, 0, 0).ends_with(":07") && at(i64::MIN, 0, 0).starts_with('-'));
        assert_eq!(seconds(Time::new(-2, 500_000_000), 3), "-1.500");
    }

    #[test]
    fn precision_is_rounded_down() {
        for (byte, digits) in [(0, 0), (2, 2), (5, 3), (7, 6), (10, 9), (20, 9)] {
            assert_eq!(Resolution::from_byte(byte).digits(), digits, "{byte:#x}");
        }
        for (byte, digits) in [(0x83, 0), (0x84, 1), (0x87, 2), (0x93, 3), (0x94, 6), (0x9e, 9), (0xc0, 9)] {
            assert_eq!(Resolution::from_byte(byte).digits(), digits, "{byte:#x}");
        }
    }
}
