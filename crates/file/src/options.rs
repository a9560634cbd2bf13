//! Options of pcapng blocks: code, length, value.

use std::borrow::Cow;

/// Option codes that every block may have, and those of each block.
pub mod code {
    /// End of the options.
    pub const END: u16 = 0;
    /// A comment in UTF-8.
    pub const COMMENT: u16 = 1;
    /// Custom option, text, may be copied.
    pub const CUSTOM_TEXT: u16 = 2988;
    /// Custom option, bytes, may be copied.
    pub const CUSTOM_BYTES: u16 = 2989;
    /// Custom option, text, not to be copied.
    pub const CUSTOM_TEXT_LOCAL: u16 = 19372;
    /// Custom option, bytes, not to be copied.
    pub const CUSTOM_BYTES_LOCAL: u16 = 19373;
    /// Section: hardware.
    pub const SHB_HARDWARE: u16 = 2;
    /// Section: operating system.
    pub const SHB_OS: u16 = 3;
    /// Section: application.
    pub const SHB_APPLICATION: u16 = 4;
    /// Interface: name.
    pub const IF_NAME: u16 = 2;
    /// Interface: description.
    pub const IF_DESCRIPTION: u16 = 3;
    /// Interface: IPv4 address and mask.
    pub const IF_IPV4: u16 = 4;
    /// Interface: IPv6 address and prefix length.
    pub const IF_IPV6: u16 = 5;
    /// Interface: MAC address.
    pub const IF_MAC: u16 = 6;
    /// Interface: EUI address.
    pub const IF_EUI: u16 = 7;
    /// Interface: speed in bits per second.
    pub const IF_SPEED: u16 = 8;
    /// Interface: resolution of timestamps.
    pub const IF_TSRESOL: u16 = 9;
    /// Interface: time zone (obsolete).
    pub const IF_TZONE: u16 = 10;
    /// Interface: capture filter.
    pub const IF_FILTER: u16 = 11;
    /// Interface: operating system.
    pub const IF_OS: u16 = 12;
    /// Interface: length of the frame check sequence.
    pub const IF_FCSLEN: u16 = 13;
    /// Interface: seconds to add to each timestamp.
    pub const IF_TSOFFSET: u16 = 14;
    /// Interface: hardware.
    pub const IF_HARDWARE: u16 = 15;
    /// Packet: direction, reception type, errors of the link layer.
    pub const EPB_FLAGS: u16 = 2;
    /// Packet: hash.
    pub const EPB_HASH: u16 = 3;
    /// Packet: packets lost between this one and the one before.
    pub const EPB_DROPCOUNT: u16 = 4;
    /// Packet: number that is the same for the same packet on other interfaces.
    pub const EPB_PACKETID: u16 = 5;
    /// Packet: queue.
    pub const EPB_QUEUE: u16 = 6;
    /// Packet: verdict.
    pub const EPB_VERDICT: u16 = 7;
    /// Statistics: start of the capture.
    pub const ISB_STARTTIME: u16 = 2;
    /// Statistics: end of the capture.
    pub const ISB_ENDTIME: u16 = 3;
    /// Statistics: packets received by the interface.
    pub const ISB_IFRECV: u16 = 4;
    /// Statistics: packets dropped by the interface.
    pub const ISB_IFDROP: u16 = 5;
    /// Statistics: packets accepted by the filter.
    pub const ISB_FILTERACCEPT: u16 = 6;
    /// Statistics: packets dropped by the operating system.
    pub const ISB_OSDROP: u16 = 7;
    /// Statistics: packets delivered to the user.
    pub const ISB_USRDELIV: u16 = 8;
}

/// The options of one block, as they stand in the file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    bytes: &'a [u8],
    big_endian: bool,
}

/// One option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opt<'a> {
    /// Which option it is; what a code means depends on the block. See [`code`].
    pub code: u16,
    /// The value without padding.
    pub value: &'a [u8],
    /// Whether numbers in the value are in big-endian order.
    pub big_endian: bool,
}

impl<'a> Opt<'a> {
    /// The value as text; bytes that are not UTF-8 are replaced.
    #[must_use]
    pub fn text(&self) -> Cow<'a, str> {
        // Some writers count the terminating zero.
        let end = self.value.iter().rposition(|&byte| byte != 0).map_or(0, |at| at + 1);
        String::from_utf8_lossy(self.value.get(..end).unwrap_or_default())
    }

    /// The value as a 32-bit number, when it has four bytes.
    #[must_use]
    pub fn u32(&self) -> Option<u32> {
        let bytes = <[u8; 4]>::try_from(self.value).ok()?;
        Some(if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    }

    /// The value as a 64-bit number, when it has eight bytes.
    #[must_use]
    pub fn u64(&self) -> Option<u64> {
        let bytes = <[u8; 8]>::try_from(self.value).ok()?;
        Some(if self.big_endian { u64::from_be_bytes(bytes) } else { u64::from_le_bytes(bytes) })
    }
}

impl<'a> Options<'a> {
    /// The options as they stand in the file.
    pub(crate) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Options in a block's bytes.
    #[must_use]
    pub fn new(bytes: &'a [u8], big_endian: bool) -> Options<'a> {
        Options { bytes, big_endian }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Each option in the order of the file, without the end mark.
    pub fn iter(&self) -> Iter<'a> {
        Iter { rest: self.bytes, big_endian: self.big_endian }
    }

    /// The first option with this code.
    #[must_use]
    pub fn get(&self, code: u16) -> Option<Opt<'a>> {
        self.iter().find(|option| option.code == code)
    }

    /// Comments in the order of the file.
    pub fn comments(&self) -> impl Iterator<Item = Cow<'a, str>> + use<'a> {
        self.iter().filter(|option| option.code == code::COMMENT).map(|option| option.text())
    }

    /// The length that runs over the end of the block, if there is one.
    pub(crate) fn overrun(&self) -> Option<u16> {
        let mut rest = self.bytes;
        while let Some((code, len, after)) = head(rest, self.big_endian) {
            if code == code::END {
                return None;
            }
            let Some(next) = after.get(usize::from(len)..) else { return Some(len) };
            rest = next.get(pad(usize::from(len))..).unwrap_or_default();
        }
        None
    }
}

impl<'a> IntoIterator for Options<'a> {
    type Item = Opt<'a>;
    type IntoIter = Iter<'a>;
    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

fn head(bytes: &[u8], big_endian: bool) -> Option<(u16, u16, &[u8])> {
    let (&[a, b, c, d], after) = bytes.split_first_chunk::<4>()?;
    Some(if big_endian {
        (u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d]), after)
    } else {
        (u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]), after)
    })
}

/// Bytes to add to a length to fill a 32-bit word.
pub(crate) const fn pad(len: usize) -> usize {
    len.wrapping_neg() & 3
}

/// Goes through [`Options`].
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    rest: &'a [u8],
    big_endian: bool,
}

impl<'a> Iterator for Iter<'a> {
    type Item = Opt<'a>;

    fn next(&mut self) -> Option<Opt<'a>> {
        let (code, len, after) = head(self.rest, self.big_endian)?;
        let value = after.get(..usize::from(len))?;
        if code == code::END {
            self.rest = &[];
            return None;
        }
        let used = usize::from(len) + pad(usize::from(len));
        self.rest = after.get(used..).unwrap_or_default();
        Some(Opt { code, value, big_endian: self.big_endian })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_end_at_the_mark_and_never_overrun() {
        let bytes = [1, 0, 2, 0, b'h', b'i', 0, 0, 2, 0, 4, 0, 7, 0, 0, 0, 0, 0, 0, 0, 1, 0, 9, 0];
        let options = Options::new(&bytes, false);
        assert_eq!(options.comments().collect::<Vec<_>>(), ["hi"]);
        assert_eq!(options.get(code::EPB_FLAGS).and_then(|o| o.u32()), Some(7));
        assert_eq!(options.iter().count(), 2);
        assert_eq!(options.overrun(), None);
        assert_eq!(Options::new(&bytes[20..], false).overrun(), Some(9));
        assert_eq!(Options::new(&bytes[20..], false).iter().count(), 0);
    }
}
