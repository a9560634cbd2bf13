//! pcap: a header of 24 bytes, then for each frame 16 bytes and its data (draft-ietf-opsawg-pcap).

use crate::batch::Record;
use crate::error::Fault;
use crate::format::{Detected, Format, Parsed, Parser, Stop, u16_at, u32_at};
use crate::link::LinkType;
use crate::meta::{Interface, Meta, Resolution, Section};
use requin_wire::Time;

/// Length of the file header in bytes.
pub(crate) const HEADER: usize = 24;

/// Old versions wrote the two lengths of a record in the other order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Swap {
    Never,
    Always,
    /// When the captured length would exceed the original one.
    WhenLarger,
}

pub(crate) struct Pcap {
    big_endian: bool,
    /// Nanoseconds per unit of the second time field.
    scale: u32,
    /// Length of a record's header in bytes.
    header: usize,
    swap: Swap,
    link: LinkType,
}

impl Pcap {
    pub(crate) fn detect(head: &[u8], magic: [u8; 4], meta: &mut Meta) -> Detected {
        let (big_endian, number) = match (u32::from_be_bytes(magic), u32::from_le_bytes(magic)) {
            (big @ (0xa1b2_c3d4 | 0xa1b2_3c4d | 0xa1b2_cd34), _) => (true, big),
            (_, little @ (0xa1b2_c3d4 | 0xa1b2_3c4d | 0xa1b2_cd34)) => (false, little),
            _ => return Detected::Unknown,
        };
        if head.len() < HEADER {
            return Detected::More;
        }
        let word = |at| if big_endian { u32_at::<true>(head, at) } else { u32_at::<false>(head, at) };
        let half = |at| if big_endian { u16_at::<true>(head, at) } else { u16_at::<false>(head, at) };
        let version = (half(4), half(6));
        let format = match number {
            0xa1b2_3c4d => Format::NsecPcap,
            0xa1b2_cd34 => Format::ModifiedPcap,
            _ => Format::Pcap,
        };
        // Version 543.0 is DG/UX tcpdump, which is 2.2 in disguise.
        let swap = match version {
            (2, 0..=2) | (543, 0) => Swap::Always,
            (2, 3) => Swap::WhenLarger,
            (2, _) => Swap::Never,
            (major, minor) => {
                return Detected::Fault(Fault::Unsupported(format!("pcap version {major}.{minor}")));
            }
        };
        let (snaplen, network) = (word(16), word(20));
        // Bits 28 to 31 count the frame check sequence in units of 16 bits when bit 26 is set.
        if network & 0x03ff_0000 != 0 {
            let what =
                format!("pcap: network type reserved field not zero (0x{:08x})", network & 0x03ff_0000);
            return Detected::Fault(Fault::Unsupported(what));
        }
        let mut link = LinkType((network & 0xffff) as u16);
        let mut nano = format == Format::NsecPcap;
        // AIX writes nanoseconds and interface types of its own under version 2.2.
        if version == (2, 2) && format == Format::Pcap {
            let aix = match link.0 {
                6 => Some(LinkType::ETHERNET),
                9 => Some(LinkType::TOKEN_RING),
                15 => Some(LinkType::FDDI),
                24 => Some(LinkType::NULL),
                _ => None,
            };
            nano |= aix.is_some();
            link = aix.unwrap_or(link);
        }
        let mut interface = Interface::new(link, snaplen);
        interface.resolution = if nano { Resolution::NANO } else { Resolution::MICRO };
        interface.resolution_given = format == Format::NsecPcap;
        if network & 0x0400_0000 != 0 {
            interface.fcs_length = Some((network >> 28) as u8 * 2);
        }
        meta.interfaces.push(interface);
        meta.sections.push(Section { big_endian, version, interfaces: 1, ..Section::default() });
        let mut pcap = Pcap { big_endian, scale: if nano { 1 } else { 1000 }, header: 16, swap, link };
        let format = pcap.choose(head, format);
        Detected::Format(Parser::Pcap(pcap), format, HEADER)
    }

    /// Some systems wrote longer record headers under the same mark. They are taken for what they are when the
    /// usual header makes no sense of the first records, and theirs does.
    fn choose(&mut self, head: &[u8], format: Format) -> Format {
        let kinds: &[(Format, usize)] = match format {
            Format::Pcap => &[(format, 16), (Format::RedHatPcap, 24), (Format::NokiaPcap, 20)],
            Format::ModifiedPcap => &[(format, 24), (Format::SusePcap, 28)],
            _ => &[(format, 16)],
        };
        // The usual header makes sense as long as it can be read; another must have sensible times as well.
        let sense = |&(_, header): &(Format, usize), strict: bool| match self.big_endian {
            true => self.plausible::<true>(head, header, strict),
            false => self.plausible::<false>(head, header, strict),
        };
        let (usual, others) = kinds.split_at(1);
        let readable = usual.iter().all(|kind| sense(kind, false).is_some());
        let other = others.iter().find(|kind| !readable && sense(kind, true).is_some_and(|seen| seen > 1));
        let &(format, header) = other.or(usual.first()).unwrap_or(&(format, 16));
        self.header = header;
        format
    }

    /// How many of the first records are at hand with headers of this length; `None` when one makes no sense.
    fn plausible<const BIG: bool>(&self, head: &[u8], header: usize, strict: bool) -> Option<usize> {
        let (mut at, mut seen) = (HEADER, 0);
        while let Some(rest) = head.get(at..).filter(|rest| rest.len() >= header && seen < 4) {
            let (fraction, captured, original) =
                (u32_at::<BIG>(rest, 4), u32_at::<BIG>(rest, 8), u32_at::<BIG>(rest, 12));
            let (captured, original) = match self.swap {
                Swap::Never => (captured, original),
                _ => (captured.min(original), captured.max(original)),
            };
            let whole_seconds = u64::from(fraction) * u64::from(self.scale) >= 1_000_000_000;
            if captured > self.link.max_packet() || strict && (whole_seconds || captured > original) {
                return None;
            }
            at += header + captured as usize;
            seen += 1;
        }
        Some(seen)
    }

    #[inline]
    pub(crate) fn parse(&self, bytes: &[u8], base: u64, records: &mut Vec<Record>, max: usize) -> Parsed {
        match self.big_endian {
            true => self.records::<true>(bytes, base, records, max),
            false => self.records::<false>(bytes, base, records, max),
        }
    }

    fn records<const BIG: bool>(
        &self,
        bytes: &[u8],
        base: u64,
        records: &mut Vec<Record>,
        max: usize,
    ) -> Parsed {
        let limit = self.link.max_packet();
        let mut used = 0;
        while records.len() < max {
            let Some(rest) = bytes.get(used..).filter(|rest| rest.len() >= self.header) else {
                return Parsed { used, stop: Stop::More };
            };
            let (secs, fraction) = (u32_at::<BIG>(rest, 0), u32_at::<BIG>(rest, 4));
            let (mut captured, mut original) = (u32_at::<BIG>(rest, 8), u32_at::<BIG>(rest, 12));
            if self.swap != Swap::Never && (self.swap == Swap::Always || captured > original) {
                std::mem::swap(&mut captured, &mut original);
            }
            if captured > limit {
                let what = format!("pcap: File has {captured}-byte packet, bigger than maximum of {limit}");
                return Parsed { used, stop: Stop::Fault(Fault::Damaged(what)) };
            }
            let end = self.header + captured as usize;
            if rest.len() < end {
                return Parsed { used, stop: Stop::More };
            }
            let nanos = u64::from(fraction) * u64::from(self.scale);
            let time = if nanos < 1_000_000_000 {
                Time { secs: i64::from(secs), nanos: nanos as u32 }
            } else {
                Time::from_nanos(i128::from(secs) * 1_000_000_000 + i128::from(nanos))
            };
            records.push(Record {
                time,
                offset: base + (used + self.header) as u64,
                captured,
                original,
                interface: 0,
                options: 0,
                link: self.link,
                time_present: true,
                big_endian: BIG,
                dropped: None,
            });
            used += end;
        }
        Parsed { used, stop: Stop::Full }
    }
}
