//! What a capture file says beside its frames: interfaces, sections, names, secrets, statistics.

use crate::link::LinkType;
use crate::options::{Options, code};
use requin_wire::Time;
use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// The unit of an interface's timestamps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Ten to the minus this, in seconds: 6 is microseconds.
    Decimal(u8),
    /// Two to the minus this, in seconds.
    Binary(u8),
}

impl Resolution {
    /// Microseconds: what holds when a file does not say.
    pub const MICRO: Resolution = Resolution::Decimal(6);
    /// Nanoseconds.
    pub const NANO: Resolution = Resolution::Decimal(9);

    /// From the byte of pcapng's `if_tsresol`.
    #[must_use]
    pub fn from_byte(byte: u8) -> Resolution {
        if byte & 0x80 == 0 { Resolution::Decimal(byte) } else { Resolution::Binary(byte & 0x7f) }
    }

    /// The byte of pcapng's `if_tsresol`.
    #[must_use]
    pub fn to_byte(self) -> u8 {
        match self {
            Resolution::Decimal(power) => power & 0x7f,
            Resolution::Binary(power) => power | 0x80,
        }
    }

    /// Ticks per second, `None` when they exceed 64 bits.
    #[must_use]
    pub fn ticks(self) -> Option<u64> {
        match self {
            Resolution::Decimal(power) => 10u64.checked_pow(u32::from(power)),
            Resolution::Binary(power) => 1u64.checked_shl(u32::from(power)),
        }
    }

    /// A count of ticks as a time, rounded down to nanoseconds.
    #[must_use]
    #[inline]
    pub fn time(self, ticks: u64) -> Time {
        match self {
            Resolution::Decimal(6) => {
                Time { secs: (ticks / 1_000_000) as i64, nanos: (ticks % 1_000_000) as u32 * 1000 }
            }
            Resolution::Decimal(9) => {
                Time { secs: (ticks / 1_000_000_000) as i64, nanos: (ticks % 1_000_000_000) as u32 }
            }
            _ => self.other_time(ticks),
        }
    }

    #[cold]
    fn other_time(self, ticks: u64) -> Time {
        // A unit so small that 64 bits do not make a second: what is left are fractions.
        let Some(per_second) = self.ticks() else { return Time::ZERO };
        let fraction = u128::from(ticks % per_second) * 1_000_000_000 / u128::from(per_second);
        Time { secs: (ticks / per_second) as i64, nanos: fraction as u32 }
    }

    /// A time as a count of ticks, rounded down; `None` when it does not fit.
    #[must_use]
    #[inline]
    pub fn count(self, time: Time) -> Option<u64> {
        // The two that nearly every file has need no division of 128 bits.
        let (per_second, part) = match self {
            Resolution::Decimal(9) => (1_000_000_000, time.nanos),
            Resolution::Decimal(6) => (1_000_000, time.nanos / 1000),
            _ => return self.other_count(time),
        };
        u64::try_from(time.secs).ok()?.checked_mul(per_second)?.checked_add(u64::from(part))
    }

    #[cold]
    fn other_count(self, time: Time) -> Option<u64> {
        let per_second = self.ticks()?;
        let secs = u64::try_from(time.secs).ok()?.checked_mul(per_second)?;
        // Rounded up for binary units, so that a time read from a tick goes back to the same tick.
        let scaled = u128::from(time.nanos) * u128::from(per_second);
        let part = match self {
            Resolution::Decimal(_) => scaled / 1_000_000_000,
            Resolution::Binary(_) => scaled.div_ceil(1_000_000_000),
        };
        secs.checked_add(u64::try_from(part).ok()?)
    }
}

/// An option that is kept as it is: code and value, in the byte order of its section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptOption {
    /// Which option.
    pub code: u16,
    /// Its value without padding.
    pub value: Vec<u8>,
}

/// Where frames were captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// What frames begin with.
    pub link: LinkType,
    /// At most so many bytes of each frame were kept; 0 when there is no limit or it is not known.
    pub snaplen: u32,
    /// Unit of timestamps in the file.
    pub resolution: Resolution,
    /// Seconds that are added to each timestamp of the file.
    pub offset: i64,
    /// Name, such as `eth0`.
    pub name: Option<String>,
    /// What it is in words.
    pub description: Option<String>,
    /// Capture filter: the first byte of the option is 0 for text in libpcap's language.
    pub filter: Option<String>,
    /// Operating system.
    pub os: Option<String>,
    /// Hardware.
    pub hardware: Option<String>,
    /// Bits per second.
    pub speed: Option<u64>,
    /// Bytes of the frame check sequence at the end of each frame.
    pub fcs_length: Option<u8>,
    /// Comments.
    pub comments: Vec<String>,
    /// Options that have no field here, as they are.
    pub other: Vec<KeptOption>,
    /// Whether the byte order of `other` is big-endian.
    pub big_endian: bool,
    /// Which section of the file, from 0.
    pub section: u32,
    /// Number within the section, from 0.
    pub index: u32,
    /// Whether the file gave `if_tsresol`.
    pub resolution_given: bool,
}

impl Interface {
    /// An interface of which only the link type and the snapshot length are known.
    #[must_use]
    pub fn new(link: LinkType, snaplen: u32) -> Interface {
        Interface {
            link,
            snaplen,
            resolution: Resolution::MICRO,
            offset: 0,
            name: None,
            description: None,
            filter: None,
            os: None,
            hardware: None,
            speed: None,
            fcs_length: None,
            comments: Vec::new(),
            other: Vec::new(),
            big_endian: false,
            section: 0,
            index: 0,
            resolution_given: false,
        }
    }

    pub(crate) fn set(&mut self, options: Options<'_>) {
        for option in options {
            let text = || Some(option.text().into_owned());
            match option.code {
                code::COMMENT => self.comments.push(option.text().into_owned()),
                code::IF_NAME if self.name.is_none() => self.name = text(),
                code::IF_DESCRIPTION if self.description.is_none() => self.description = text(),
                code::IF_OS if self.os.is_none() => self.os = text(),
                code::IF_HARDWARE if self.hardware.is_none() => self.hardware = text(),
                code::IF_SPEED if self.speed.is_none() && option.u64().is_some() => {
                    self.speed = option.u64();
                }
                code::IF_FCSLEN if self.fcs_length.is_none() && option.value.len() == 1 => {
                    self.fcs_length = option.value.first().copied();
                }
                code::IF_TSRESOL if option.value.len() == 1 => {
                    if let (Some(&byte), false) = (option.value.first(), self.resolution_given) {
                        self.resolution = Resolution::from_byte(byte);
                        self.resolution_given = true;
                    }
                }
                code::IF_TSOFFSET if option.value.len() == 8 => {
                    self.offset = option.u64().unwrap_or(0).cast_signed();
                }
                code::IF_FILTER if self.filter.is_none() && option.value.first() == Some(&0) => {
                    let text = option.value.get(1..).unwrap_or_default();
                    self.filter = Some(String::from_utf8_lossy(text).trim_end_matches('\0').to_owned());
                }
                code => self.other.push(KeptOption { code, value: option.value.to_vec() }),
            }
        }
    }
}

/// The interfaces of a file over all its sections; it grows while the file is read and can be shared.
#[derive(Debug, Default)]
pub struct Interfaces {
    list: RwLock<Vec<Arc<Interface>>>,
    /// How many: asked for each frame that is written.
    known: AtomicUsize,
}

impl Interfaces {
    /// How many are known by now.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.known.load(Ordering::Acquire)
    }

    /// Whether none is known yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One interface by the number in [`Record::interface`](crate::Record::interface).
    #[must_use]
    pub fn get(&self, number: u32) -> Option<Arc<Interface>> {
        self.list.read().unwrap_or_else(PoisonError::into_inner).get(number as usize).cloned()
    }

    /// All that are known by now.
    #[must_use]
    pub fn snapshot(&self) -> Vec<Arc<Interface>> {
        self.list.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Adds one and returns its number.
    pub fn push(&self, interface: Interface) -> u32 {
        let mut list = self.list.write().unwrap_or_else(PoisonError::into_inner);
        list.push(Arc::new(interface));
        self.known.store(list.len(), Ordering::Release);
        (list.len() - 1) as u32
    }
}

/// A section of a file; pcap and snoop files are one section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Whether its numbers are in big-endian order.
    pub big_endian: bool,
    /// Version of the format: major, minor.
    pub version: (u16, u16),
    /// Length in bytes that the section claims, when it does.
    pub length: Option<u64>,
    /// Hardware that captured.
    pub hardware: Option<String>,
    /// Operating system that captured.
    pub os: Option<String>,
    /// Program that wrote the file.
    pub application: Option<String>,
    /// Comments.
    pub comments: Vec<String>,
    /// Options that have no field here, as they are.
    pub other: Vec<KeptOption>,
    /// Number of the first interface of this section in [`Interfaces`].
    pub first_interface: u32,
    /// How many interfaces the section has had by now.
    pub interfaces: u32,
}

impl Section {
    pub(crate) fn set(&mut self, options: Options<'_>) {
        for option in options {
            let text = || Some(option.text().into_owned());
            match option.code {
                code::COMMENT => self.comments.push(option.text().into_owned()),
                code::SHB_HARDWARE if self.hardware.is_none() => self.hardware = text(),
                code::SHB_OS if self.os.is_none() => self.os = text(),
                code::SHB_APPLICATION if self.application.is_none() => self.application = text(),
                code => self.other.push(KeptOption { code, value: option.value.to_vec() }),
            }
        }
    }
}

/// An address and its names, from a Name Resolution Block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRecord {
    /// The address.
    pub address: IpAddr,
    /// Its names, at least one.
    pub names: Vec<String>,
}

/// Secrets to decrypt with, from a Decryption Secrets Block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// What kind of secrets: [`Secret::TLS_KEY_LOG`] …
    pub kind: u32,
    /// The secrets in the format of their kind.
    pub data: Vec<u8>,
}

impl Secret {
    /// TLS key log, as in `SSLKEYLOGFILE`.
    pub const TLS_KEY_LOG: u32 = 0x544c_534b;
    /// SSH key log.
    pub const SSH_KEY_LOG: u32 = 0x5353_484b;
    /// WireGuard key log.
    pub const WIREGUARD_KEY_LOG: u32 = 0x5747_4b4c;
    /// ZigBee network key.
    pub const ZIGBEE_NWK_KEY: u32 = 0x5a4e_574b;
    /// ZigBee APS key.
    pub const ZIGBEE_APS_KEY: u32 = 0x5a41_5053;
}

/// Counts of an interface, from an Interface Statistics Block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// The interface, counted over all sections.
    pub interface: u32,
    /// When the counts were taken.
    pub time: Time,
    /// Start of the capture.
    pub start: Option<Time>,
    /// End of the capture.
    pub end: Option<Time>,
    /// Packets received by the interface.
    pub received: Option<u64>,
    /// Packets dropped by the interface.
    pub dropped: Option<u64>,
    /// Packets accepted by the filter.
    pub accepted: Option<u64>,
    /// Packets dropped by the operating system.
    pub dropped_by_os: Option<u64>,
    /// Packets delivered to the user.
    pub delivered: Option<u64>,
    /// Comments.
    pub comments: Vec<String>,
}

/// A block that has no meaning here (custom or unknown), as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptBlock {
    /// Type of the block.
    pub kind: u32,
    /// Its body in the byte order of its section.
    pub body: Vec<u8>,
    /// Whether its section is big-endian.
    pub big_endian: bool,
}

impl KeptBlock {
    /// Custom block that may be copied to another file.
    pub const CUSTOM: u32 = 0x0000_0bad;
    /// Custom block that must not be copied.
    pub const CUSTOM_LOCAL: u32 = 0x4000_0bad;
}

/// Bytes of names, secrets, comments and unknown blocks that are kept at most.
const KEPT_BYTES: usize = 48 << 20;

/// Everything beside the frames.
pub(crate) struct Meta {
    pub(crate) interfaces: Arc<Interfaces>,
    pub(crate) sections: Vec<Section>,
    pub(crate) names: Vec<NameRecord>,
    pub(crate) secrets: Vec<Secret>,
    pub(crate) statistics: Vec<Statistics>,
    pub(crate) blocks: Vec<KeptBlock>,
    /// Blocks that were left out because [`KEPT_BYTES`] was reached.
    pub(crate) left_out: u64,
    left: usize,
}

impl Meta {
    pub(crate) fn new() -> Meta {
        Meta {
            interfaces: Arc::default(),
            sections: Vec::new(),
            names: Vec::new(),
            secrets: Vec::new(),
            statistics: Vec::new(),
            blocks: Vec::new(),
            left_out: 0,
            left: KEPT_BYTES,
        }
    }

    /// Whether `bytes` more may be kept; counts what has to be left out.
    pub(crate) fn keep(&mut self, bytes: usize) -> bool {
        match self.left.checked_sub(bytes) {
            Some(left) => {
                self.left = left;
                true
            }
            None => {
                self.left_out += 1;
                false
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_become_times() {
        let ticks = 1_234_567_890_123_456_789;
        assert_eq!(Resolution::from_byte(0).time(ticks), Time::new(1_234_567_890_123_456_789, 0));
        assert_eq!(Resolution::from_byte(6).time(ticks), Time::new(1_234_567_890_123, 456_789_000));
        assert_eq!(Resolution::from_byte(9).time(ticks), Time::new(1_234_567_890, 123_456_789));
        assert_eq!(Resolution::from_byte(12).time(ticks), Time::new(1_234_567, 890_123_456));
        assert_eq!(Resolution::from_byte(0x81).time(ticks), Time::new(617_283_945_061_728_394, 500_000_000));
        assert_eq!(Resolution::from_byte(0x9e).time(ticks), Time::new(1_149_780_945, 967_376_966));
        assert_eq!(Resolution::from_byte(20).time(ticks), Time::ZERO);
        assert_eq!(Resolution::from_byte(0xff).time(u64::MAX), Time::ZERO);
    }

    #[test]
    fn times_go_back_to_their_ticks() {
        for byte in [0, 3, 6, 9, 0x80, 0x8a, 0x94, 0x9d] {
            let resolution = Resolution::from_byte(byte);
            for ticks in [0, 1, 999, 1_000_001, 123_456_789, 1 << 40] {
                assert_eq!(resolution.count(resolution.time(ticks)), Some(ticks), "{byte:#x} {ticks}");
            }
        }
        assert_eq!(Resolution::MICRO.count(Time::new(-1, 0)), None);
    }
}
