//! snoop: Solaris' format (RFC 1761), always big-endian.

use crate::batch::Record;
use crate::error::Fault;
use crate::format::{Detected, Format, Parsed, Parser, Stop, u32_at};
use crate::link::LinkType;
use crate::meta::{Interface, Meta, Section};
use requin_wire::Time;

const HEADER: usize = 16;
const RECORD: usize = 24;

pub(crate) struct Snoop {
    link: LinkType,
}

/// Data link types of RFC 1761 and those that Solaris added (`<sys/dlpi.h>`).
fn link_type(kind: u32) -> Option<LinkType> {
    Some(match kind {
        0 | 4 => LinkType::ETHERNET,
        2 => LinkType::TOKEN_RING,
        8 => LinkType::FDDI,
        9 | 14 => LinkType::NULL,
        16 => LinkType::IP_OVER_FC,
        18 => LinkType::SUNATM,
        26 => LinkType::IPOIB,
        _ => return None,
    })
}

impl Snoop {
    pub(crate) fn detect(head: &[u8], meta: &mut Meta) -> Detected {
        match head.first_chunk::<8>() {
            None => return Detected::More,
            Some(b"snoop\0\0\0") => {}
            Some(_) => return Detected::Unknown,
        }
        if head.len() < HEADER {
            return Detected::More;
        }
        let (version, kind) = (u32_at::<true>(head, 8), u32_at::<true>(head, 12));
        if version != 2 {
            return Detected::Fault(Fault::Unsupported(format!("snoop: version {version} unsupported")));
        }
        let Some(link) = link_type(kind) else {
            let what = format!("snoop: network type {kind} unknown or unsupported");
            return Detected::Fault(Fault::Unsupported(what));
        };
        meta.interfaces.push(Interface::new(link, 0));
        meta.sections.push(Section {
            big_endian: true,
            version: (2, 0),
            interfaces: 1,
            ..Section::default()
        });
        Detected::Format(Parser::Snoop(Snoop { link }), Format::Snoop, HEADER)
    }

    pub(crate) fn parse(&self, bytes: &[u8], base: u64, records: &mut Vec<Record>, max: usize) -> Parsed {
        let limit = self.link.max_packet();
        let mut used = 0;
        while records.len() < max {
            let Some(rest) = bytes.get(used..).filter(|rest| rest.len() >= RECORD) else {
                return Parsed { used, stop: Stop::More };
            };
            let (original, captured) = (u32_at::<true>(rest, 0), u32_at::<true>(rest, 4));
            let length = u32_at::<true>(rest, 8);
            let fault = if captured > limit {
                Some(format!("snoop: File has {captured}-byte packet, bigger than maximum of {limit}"))
            } else if (length as usize) < RECORD + captured as usize {
                Some(format!(
                    "snoop: record of {length} bytes is too small for {captured} bytes of packet data"
                ))
            } else if length > limit.saturating_mul(2) {
                Some(format!("snoop: record of {length} bytes"))
            } else {
                None
            };
            if let Some(what) = fault {
                return Parsed { used, stop: Stop::Fault(Fault::Damaged(what)) };
            }
            if rest.len() < length as usize {
                return Parsed { used, stop: Stop::More };
            }
            let (secs, micros) = (u32_at::<true>(rest, 16), u32_at::<true>(rest, 20));
            let nanos = i128::from(micros) * 1000;
            records.push(Record {
                time: Time::from_nanos(i128::from(secs) * 1_000_000_000 + nanos),
                offset: base + (used + RECORD) as u64,
                captured,
                original,
                interface: 0,
                options: 0,
                link: self.link,
                time_present: true,
                big_endian: true,
                dropped: None,
            });
            used += length as usize;
        }
        Parsed { used, stop: Stop::Full }
    }
}
