//! The formats, recognised by content, and what they have in common.

use crate::batch::Record;
use crate::error::Fault;
use crate::meta::Meta;
use crate::pcap::Pcap;
use crate::pcapng::Pcapng;
use crate::snoop::Snoop;

/// Formats of capture files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// pcap with microseconds.
    Pcap,
    /// pcap with nanoseconds.
    NsecPcap,
    /// pcap as changed by Alexey Kuznetzov's libpcap: eight bytes more per record.
    ModifiedPcap,
    /// pcap of Red Hat 6.1's tcpdump: the records of [`Format::ModifiedPcap`] under the usual mark.
    RedHatPcap,
    /// pcap of SuSE 6.3's tcpdump: four bytes more per record than [`Format::ModifiedPcap`].
    SusePcap,
    /// pcap of Nokia's firewalls: four bytes more per record.
    NokiaPcap,
    /// pcapng.
    Pcapng,
    /// snoop (RFC 1761).
    Snoop,
}

impl Format {
    /// The short name that Wireshark's tools take with `-F`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Pcap => "pcap",
            Format::NsecPcap => "nsecpcap",
            Format::ModifiedPcap => "modpcap",
            Format::RedHatPcap => "rh6_1pcap",
            Format::SusePcap => "suse6_3pcap",
            Format::NokiaPcap => "nokiapcap",
            Format::Pcapng => "pcapng",
            Format::Snoop => "snoop",
        }
    }

    /// What `capinfos` prints for it.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Format::Pcap => "Wireshark/tcpdump/... - pcap",
            Format::NsecPcap => "Wireshark/tcpdump/... - nanosecond pcap",
            Format::ModifiedPcap => "Modified tcpdump - pcap",
            Format::RedHatPcap => "RedHat 6.1 tcpdump - pcap",
            Format::SusePcap => "SuSE 6.3 tcpdump - pcap",
            Format::NokiaPcap => "Nokia tcpdump - pcap",
            Format::Pcapng => "Wireshark/... - pcapng",
            Format::Snoop => "Sun snoop",
        }
    }

    /// The format of a name given to `-F`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Format> {
        let all = [
            Format::Pcap,
            Format::NsecPcap,
            Format::ModifiedPcap,
            Format::RedHatPcap,
            Format::SusePcap,
            Format::NokiaPcap,
            Format::Pcapng,
            Format::Snoop,
        ];
        all.into_iter().find(|format| format.name() == name)
    }
}

/// Why a parser stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The rest is an incomplete record.
    More,
    /// There are as many frames as were asked for.
    Full,
    /// The next record cannot be read.
    Fault(Fault),
}

/// How far a parser came.
pub(crate) struct Parsed {
    /// Bytes of whole records.
    pub(crate) used: usize,
    pub(crate) stop: Stop,
}

/// A parser that has read its file's header.
pub(crate) enum Parser {
    Pcap(Pcap),
    Pcapng(Pcapng),
    Snoop(Snoop),
}

/// What a file's first bytes say.
pub(crate) enum Detected {
    /// A format, and how many bytes its header has.
    Format(Parser, Format, usize),
    /// More bytes are needed.
    More,
    /// No format that is known.
    Unknown,
    /// A known format that cannot be read.
    Fault(Fault),
}

impl Parser {
    /// Looks at the first bytes of a file.
    pub(crate) fn detect(head: &[u8], meta: &mut Meta) -> Detected {
        let Some(magic) = head.first_chunk::<4>() else { return Detected::More };
        match magic {
            [0x0a, 0x0d, 0x0d, 0x0a] => Pcapng::detect(head),
            b"snoo" => Snoop::detect(head, meta),
            _ => Pcap::detect(head, *magic, meta),
        }
    }

    /// Reads records of `bytes`, which begin at `base` in the file, up to `max` records in all.
    #[inline]
    pub(crate) fn parse(
        &mut self,
        bytes: &[u8],
        base: u64,
        meta: &mut Meta,
        records: &mut Vec<Record>,
        max: usize,
    ) -> Parsed {
        match self {
            Parser::Pcap(pcap) => pcap.parse(bytes, base, records, max),
            Parser::Pcapng(pcapng) => pcapng.parse(bytes, base, meta, records, max),
            Parser::Snoop(snoop) => snoop.parse(bytes, base, records, max),
        }
    }
}

/// A 32-bit number at `at` of a block whose length was checked; 0 beyond it.
#[inline]
pub(crate) fn u32_at<const BIG: bool>(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..).and_then(|rest| rest.first_chunk::<4>()) {
        Some(&word) if BIG => u32::from_be_bytes(word),
        Some(&word) => u32::from_le_bytes(word),
        None => 0,
    }
}

/// A 16-bit number, likewise.
#[inline]
pub(crate) fn u16_at<const BIG: bool>(bytes: &[u8], at: usize) -> u16 {
    match bytes.get(at..).and_then(|rest| rest.first_chunk::<2>()) {
        Some(&word) if BIG => u16::from_be_bytes(word),
        Some(&word) => u16::from_le_bytes(word),
        None => 0,
    }
}
