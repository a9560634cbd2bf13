//! pcapng: blocks of a type, a length, a body and the length again (draft-ietf-opsawg-pcapng).

use crate::batch::Record;
use crate::error::Fault;
use crate::format::{Detected, Format, Parsed, Parser, Stop, u16_at, u32_at};
use crate::link::LinkType;
use crate::meta::{Interface, Meta, Resolution, Section};
use crate::options::{Options, pad};
use crate::pcapng_meta;
use requin_wire::Time;

/// Types of blocks.
pub(crate) mod kind {
    pub(crate) const SECTION: u32 = 0x0a0d_0d0a;
    pub(crate) const INTERFACE: u32 = 1;
    pub(crate) const PACKET: u32 = 2;
    pub(crate) const SIMPLE_PACKET: u32 = 3;
    pub(crate) const NAMES: u32 = 4;
    pub(crate) const STATISTICS: u32 = 5;
    pub(crate) const ENHANCED_PACKET: u32 = 6;
    pub(crate) const SECRETS: u32 = 10;
}

/// The mark by which a section tells its byte order.
pub(crate) const BYTE_ORDER: u32 = 0x1a2b_3c4d;

/// The largest block that Wireshark accepts, in bytes: the largest packet of any link type and its options.
const MAX_BLOCK: u32 = 134_348_832;

/// Interfaces that a file may have. The format has no limit; memory has.
const MAX_INTERFACES: usize = 1 << 18;

/// What a packet block needs to know of its interface.
struct Port {
    link: LinkType,
    resolution: Resolution,
    offset: i64,
    snaplen: u32,
}

pub(crate) struct Pcapng {
    big_endian: bool,
    /// Number of the section's first interface over all sections.
    first: u32,
    ports: Vec<Port>,
}

/// What came of one block.
enum Block {
    /// It was read; it has so many bytes.
    Used(usize),
    /// It is not there in full.
    More,
}

impl Pcapng {
    pub(crate) fn detect(head: &[u8]) -> Detected {
        if head.len() < 12 {
            return Detected::More;
        }
        let big_endian = match (u32_at::<true>(head, 8), u32_at::<false>(head, 8)) {
            (BYTE_ORDER, _) => true,
            (_, BYTE_ORDER) => false,
            _ => return Detected::Unknown,
        };
        let parser = Pcapng { big_endian, first: 0, ports: Vec::new() };
        Detected::Format(Parser::Pcapng(parser), Format::Pcapng, 0)
    }

    pub(crate) fn parse(
        &mut self,
        bytes: &[u8],
        base: u64,
        meta: &mut Meta,
        records: &mut Vec<Record>,
        max: usize,
    ) -> Parsed {
        let mut used = 0;
        while records.len() < max {
            let rest = bytes.get(used..).unwrap_or_default();
            let block = match self.big_endian {
                true => self.block::<true>(rest, base + used as u64, meta, records),
                false => self.block::<false>(rest, base + used as u64, meta, records),
            };
            match block {
                Ok(Block::Used(length)) => used += length,
                Ok(Block::More) => return Parsed { used, stop: Stop::More },
                Err(fault) => return Parsed { used, stop: Stop::Fault(fault) },
            }
        }
        Parsed { used, stop: Stop::Full }
    }

    #[inline]
    fn block<const BIG: bool>(
        &mut self,
        bytes: &[u8],
        base: u64,
        meta: &mut Meta,
        records: &mut Vec<Record>,
    ) -> Result<Block, Fault> {
        if bytes.len() < 12 {
            return Ok(Block::More);
        }
        let (kind, length) = (u32_at::<BIG>(bytes, 0), u32_at::<BIG>(bytes, 4));
        if kind == kind::SECTION {
            return self.section_block(bytes, meta);
        }
        let (name, least) = minimum(kind);
        let Some(body) = whole::<BIG>(bytes, length, name, least)? else { return Ok(Block::More) };
        let at = base + 8;
        match kind {
            kind::ENHANCED_PACKET => records.push(self.enhanced::<BIG>(body, at, length)?),
            kind::SIMPLE_PACKET => records.push(self.simple::<BIG>(body, at, length)?),
            kind::PACKET => records.push(self.obsolete::<BIG>(body, at, length)?),
            kind::INTERFACE => self.interface::<BIG>(body, meta)?,
            kind::NAMES => pcapng_meta::names::<BIG>(body, meta)?,
            kind::STATISTICS => {
                let first = self.first;
                let port = |id: u32| {
                    self.ports.get(id as usize).map(|port| (first + id, port.resolution, port.offset))
                };
                pcapng_meta::statistics::<BIG>(body, port, meta)?;
            }
            kind::SECRETS => pcapng_meta::secrets::<BIG>(body, meta)?,
            _ => pcapng_meta::other::<BIG>(kind, body, meta),
        }
        Ok(Block::Used(body.len() + 12))
    }

    #[inline]
    fn enhanced<const BIG: bool>(&self, body: &[u8], at: u64, length: u32) -> Result<Record, Fault> {
        let id = u32_at::<BIG>(body, 0);
        let port = self.port(id)?;
        let ticks = u64::from(u32_at::<BIG>(body, 4)) << 32 | u64::from(u32_at::<BIG>(body, 8));
        let (captured, original) = (u32_at::<BIG>(body, 12), u32_at::<BIG>(body, 16));
        let options = packet_options::<BIG>(body, 20, captured, port.link, length, "EPB")?;
        Ok(Record {
            time: port.time(ticks),
            offset: at + 20,
            captured,
            original,
            interface: self.first + id,
            options,
            link: port.link,
            time_present: true,
            big_endian: BIG,
            dropped: None,
        })
    }

    fn obsolete<const BIG: bool>(&self, body: &[u8], at: u64, length: u32) -> Result<Record, Fault> {
        let (id, drops) = (u32::from(u16_at::<BIG>(body, 0)), u16_at::<BIG>(body, 2));
        let port = self.port(id)?;
        let ticks = u64::from(u32_at::<BIG>(body, 4)) << 32 | u64::from(u32_at::<BIG>(body, 8));
        let (captured, original) = (u32_at::<BIG>(body, 12), u32_at::<BIG>(body, 16));
        let options = packet_options::<BIG>(body, 20, captured, port.link, length, "PB")?;
        Ok(Record {
            time: port.time(ticks),
            offset: at + 20,
            captured,
            original,
            interface: self.first + id,
            options,
            link: port.link,
            time_present: true,
            big_endian: BIG,
            // All ones: not known.
            dropped: Some(drops).filter(|&drops| drops != u16::MAX),
        })
    }

    fn simple<const BIG: bool>(&self, body: &[u8], at: u64, length: u32) -> Result<Record, Fault> {
        let Some(port) = self.ports.first() else {
            return Err(Fault::Damaged("pcapng: SPB appeared before any IDBs in the section".into()));
        };
        let original = u32_at::<BIG>(body, 0);
        let captured = if port.snaplen == 0 { original } else { original.min(port.snaplen) };
        packet_options::<BIG>(body, 4, captured, port.link, length, "SPB")?;
        Ok(Record {
            time: Time::ZERO,
            offset: at + 4,
            captured,
            original,
            interface: self.first,
            options: 0,
            link: port.link,
            time_present: false,
            big_endian: BIG,
            dropped: None,
        })
    }

    #[inline]
    fn port(&self, id: u32) -> Result<&Port, Fault> {
        self.ports.get(id as usize).ok_or_else(|| {
            let count = self.ports.len();
            let what =
                format!("pcapng: interface index {id} is not less than section interface count {count}");
            Fault::Damaged(what)
        })
    }

    fn interface<const BIG: bool>(&mut self, body: &[u8], meta: &mut Meta) -> Result<(), Fault> {
        let options = checked::<BIG>(body.get(8..).unwrap_or_default())?;
        let mut interface = Interface::new(LinkType(u16_at::<BIG>(body, 0)), u32_at::<BIG>(body, 4));
        interface.set(options);
        interface.big_endian = BIG;
        if !meta.keep(body.len()) {
            interface.comments.clear();
            interface.other.clear();
        }
        if meta.interfaces.len() >= MAX_INTERFACES {
            return Err(Fault::Unsupported(format!("pcapng: more than {MAX_INTERFACES} interfaces")));
        }
        interface.section = (meta.sections.len() as u32).saturating_sub(1);
        interface.index = self.ports.len() as u32;
        self.ports.push(Port {
            link: interface.link,
            resolution: interface.resolution,
            offset: interface.offset,
            snaplen: interface.snaplen,
        });
        meta.interfaces.push(interface);
        if let Some(section) = meta.sections.last_mut() {
            section.interfaces += 1;
        }
        Ok(())
    }

    fn section_block(&mut self, bytes: &[u8], meta: &mut Meta) -> Result<Block, Fault> {
        let big_endian = match (u32_at::<true>(bytes, 8), u32_at::<false>(bytes, 8)) {
            (BYTE_ORDER, _) => true,
            (_, BYTE_ORDER) => false,
            (_, other) => {
                return Err(Fault::Damaged(format!("pcapng: unknown byte-order magic number 0x{other:08x}")));
            }
        };
        match big_endian {
            true => self.section::<true>(bytes, meta),
            false => self.section::<false>(bytes, meta),
        }
    }

    fn section<const BIG: bool>(&mut self, bytes: &[u8], meta: &mut Meta) -> Result<Block, Fault> {
        let length = u32_at::<BIG>(bytes, 4);
        let Some(body) = whole::<BIG>(bytes, length, "SHB", 28)? else { return Ok(Block::More) };
        let version = (u16_at::<BIG>(body, 4), u16_at::<BIG>(body, 6));
        // 1.2 is what some writers call 1.0.
        if !matches!(version, (1, 0 | 2)) {
            let what = format!("pcapng: unknown SHB version {}.{}", version.0, version.1);
            return Err(Fault::Unsupported(what));
        }
        let (a, b) = (u32_at::<BIG>(body, 8), u32_at::<BIG>(body, 12));
        let length = if BIG { u64::from(a) << 32 | u64::from(b) } else { u64::from(b) << 32 | u64::from(a) };
        let options = checked::<BIG>(body.get(16..).unwrap_or_default())?;
        let first = meta.interfaces.len() as u32;
        let mut section = Section {
            big_endian: BIG,
            version,
            length: Some(length).filter(|&length| length != u64::MAX),
            first_interface: first,
            ..Section::default()
        };
        // Beyond what may be kept, only the last section is.
        if meta.keep(body.len() + size_of::<Section>()) {
            section.set(options);
        } else {
            meta.sections.pop();
        }
        meta.sections.push(section);
        self.big_endian = BIG;
        self.first = first;
        self.ports.clear();
        Ok(Block::Used(body.len() + 12))
    }
}

impl Port {
    #[inline]
    fn time(&self, ticks: u64) -> Time {
        let mut time = self.resolution.time(ticks);
        time.secs = time.secs.wrapping_add(self.offset);
        time
    }
}

/// A block's name and the least length it may have.
fn minimum(kind: u32) -> (&'static str, u32) {
    match kind {
        kind::ENHANCED_PACKET => ("EPB", 32),
        kind::SIMPLE_PACKET => ("SPB", 16),
        kind::PACKET => ("PB", 32),
        kind::INTERFACE => ("IDB", 20),
        kind::STATISTICS => ("ISB", 24),
        kind::SECRETS => ("DSB", 20),
        kind::NAMES => ("NRB", 12),
        0x0bad | 0x4000_0bad => ("CB", 16),
        _ => ("unknown block type", 12),
    }
}

/// The body of a block that is there in full and agrees with itself.
#[inline]
fn whole<'a, const BIG: bool>(
    bytes: &'a [u8],
    length: u32,
    name: &str,
    least: u32,
) -> Result<Option<&'a [u8]>, Fault> {
    if length < least || length > MAX_BLOCK {
        return Err(Fault::Damaged(if length < least {
            format!(
                "pcapng: total block length {length} of an {name} is less than the minimum {name} size {least}"
            )
        } else {
            format!("pcapng: total block length {length} is too large (> {MAX_BLOCK})")
        }));
    }
    // A length that is no multiple of four is a writer's error that does no harm.
    let padded = length as usize + pad(length as usize);
    let Some(body) = bytes.get(8..padded - 4).filter(|_| bytes.len() >= padded) else { return Ok(None) };
    let again = u32_at::<BIG>(bytes, padded - 4);
    if again != length && again as usize != padded {
        let what = format!("pcapng: total block lengths (first {length} and second {again}) don't match");
        return Err(Fault::Damaged(what));
    }
    Ok(Some(body))
}

/// Checks a packet block's data and options, which follow `head` bytes; the length of the options.
#[inline]
fn packet_options<const BIG: bool>(
    body: &[u8],
    head: usize,
    captured: u32,
    link: LinkType,
    length: u32,
    name: &str,
) -> Result<u32, Fault> {
    let limit = link.max_packet();
    if captured > limit {
        return Err(Fault::Damaged(format!("pcapng: cap_len {captured} is larger than {limit}")));
    }
    let captured = captured as usize;
    let Some(rest) = body.get(head + captured..) else {
        let what = format!(
            "pcapng: total block length {length} of an {name} is too small for {captured} bytes of packet data"
        );
        return Err(Fault::Damaged(what));
    };
    let options = rest.get(pad(captured)..).unwrap_or_default();
    // Nothing at all, or nothing but the end mark.
    if options.is_empty() || options == [0; 4] {
        return Ok(0);
    }
    checked::<BIG>(options)?;
    Ok(options.len() as u32)
}

/// Options that do not run over the end of their block.
pub(crate) fn checked<const BIG: bool>(bytes: &[u8]) -> Result<Options<'_>, Fault> {
    let options = Options::new(bytes, BIG);
    match options.overrun() {
        None => Ok(options),
        Some(length) => {
            Err(Fault::Damaged(format!("pcapng: Not enough data to handle option of length {length}")))
        }
    }
}
