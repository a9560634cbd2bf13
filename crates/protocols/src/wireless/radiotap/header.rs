//! Where the items of a radiotap header lie (radiotap.org): presence words say which there are, each
//! has a fixed size and is aligned to it in the header.

/// Size and alignment of the items by their presence bit, in the namespace of radiotap itself.
const ITEMS: [(u8, u8); 28] = [
    (8, 8),  // TSFT
    (1, 1),  // flags
    (1, 1),  // rate
    (4, 2),  // channel
    (2, 2),  // FHSS
    (1, 1),  // signal, dBm
    (1, 1),  // noise, dBm
    (2, 2),  // lock quality
    (2, 2),  // TX attenuation
    (2, 2),  // TX attenuation, dB
    (1, 1),  // TX power, dBm
    (1, 1),  // antenna
    (1, 1),  // signal, dB
    (1, 1),  // noise, dB
    (2, 2),  // RX flags
    (2, 2),  // TX flags
    (1, 1),  // RTS retries
    (1, 1),  // data retries
    (8, 4),  // extended channel
    (3, 1),  // MCS
    (8, 4),  // A-MPDU status
    (12, 2), // VHT
    (12, 8), // timestamp
    (12, 2), // HE
    (12, 2), // HE-MU
    (6, 2),  // HE-MU, other user
    (1, 1),  // zero-length PSDU
    (4, 2),  // L-SIG
];

/// Presence bits.
pub mod bit {
    #![allow(missing_docs)]
    pub const TSFT: usize = 0;
    pub const FLAGS: usize = 1;
    pub const RATE: usize = 2;
    pub const CHANNEL: usize = 3;
    pub const FHSS: usize = 4;
    pub const DBM_SIGNAL: usize = 5;
    pub const DBM_NOISE: usize = 6;
    pub const LOCK_QUALITY: usize = 7;
    pub const TX_ATTENUATION: usize = 8;
    pub const DB_TX_ATTENUATION: usize = 9;
    pub const TX_POWER: usize = 10;
    pub const ANTENNA: usize = 11;
    pub const DB_SIGNAL: usize = 12;
    pub const DB_NOISE: usize = 13;
    pub const RX_FLAGS: usize = 14;
    pub const TX_FLAGS: usize = 15;
    pub const DATA_RETRIES: usize = 17;
    pub const XCHANNEL: usize = 18;
    pub const MCS: usize = 19;
    pub const AMPDU: usize = 20;
    pub const VHT: usize = 21;
    pub const TIMESTAMP: usize = 22;
    pub const HE: usize = 23;
    pub const ZERO_LENGTH_PSDU: usize = 26;
    pub const L_SIG: usize = 27;
}

/// Type, length, value items follow the others.
const TLV: usize = 28;
/// The next word counts from the first radiotap item again.
const RADIOTAP_NEXT: u32 = 1 << 29;
/// The next word belongs to a vendor.
const VENDOR_NEXT: u32 = 1 << 30;
/// Another presence word follows.
const MORE: u32 = 1 << 31;

/// An item of the header. Offsets count from the header's first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// An item of radiotap: its presence bit and offset.
    Field(usize, usize),
    /// A vendor's namespace: its offset, and how many bytes of the vendor's own follow its six.
    Vendor(usize, usize),
    /// Type, length, value: type, offset of the type, length of the value.
    Tlv(u16, usize, usize),
    /// The next item does not fit into the header: the last thing there is.
    Past,
}

/// Walks over the items of a header.
pub struct Items<'a> {
    header: &'a [u8],
    /// Offset of the presence word that is being read, and of the last one.
    word: usize,
    last: usize,
    bit: usize,
    at: usize,
    /// The items of this word are a vendor's; they were passed over with its namespace.
    vendor: bool,
    /// The number of the word's first bit in its namespace.
    base: usize,
    done: bool,
}

/// How many presence words there are.
#[must_use]
pub fn words(header: &[u8]) -> usize {
    let mut n = 0;
    for word in header.get(4..).unwrap_or_default().chunks_exact(4) {
        n += 1;
        if requin_wire::le(word) as u32 & MORE == 0 {
            break;
        }
    }
    n
}

impl<'a> Items<'a> {
    /// Over a whole header.
    #[must_use]
    pub fn new(header: &'a [u8]) -> Items<'a> {
        let n = words(header);
        Items { header, word: 4, last: 4 * n, bit: 0, at: 4 + 4 * n, vendor: false, base: 0, done: n == 0 }
    }

    /// Aligns, and takes `size` bytes.
    fn take(&mut self, size: usize, align: usize) -> Option<usize> {
        let at = self.at.next_multiple_of(align.max(1));
        if at + size > self.header.len() {
            self.done = true;
            return None;
        }
        self.at = at + size;
        Some(at)
    }

    fn u16(&self, at: usize) -> u16 {
        self.header.get(at..at + 2).map_or(0, |b| requin_wire::le(b) as u16)
    }
}

impl Iterator for Items<'_> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        while !self.done {
            let word = self.header.get(self.word..self.word + 4).map_or(0, |b| requin_wire::le(b) as u32);
            let bit = self.bit;
            self.bit += 1;
            match bit {
                0..=28 => {
                    if word >> bit & 1 == 0 || self.vendor {
                        continue;
                    }
                    let number = self.base + bit;
                    if number == TLV {
                        self.bit = 28;
                        let Some(at) = self.take(4, 4) else { break };
                        let (kind, len) = (self.u16(at), usize::from(self.u16(at + 2)));
                        if self.take(len, 1).is_none() {
                            return Some(Item::Past);
                        }
                        return Some(Item::Tlv(kind, at, len));
                    }
                    let Some((size, align)) = ITEMS.get(number) else {
                        self.done = true;
                        break;
                    };
                    return Some(match self.take(usize::from(*size), usize::from(*align)) {
                        Some(at) => Item::Field(number, at),
                        None => Item::Past,
                    });
                }
                30 if word & VENDOR_NEXT != 0 => {
                    let Some(at) = self.take(6, 2) else { return Some(Item::Past) };
                    let len = usize::from(self.u16(at + 4));
                    if self.take(len, 1).is_none() {
                        return Some(Item::Past);
                    }
                    return Some(Item::Vendor(at, len));
                }
                32.. => {
                    if self.word >= self.last {
                        self.done = true;
                    }
                    self.word += 4;
                    self.bit = 0;
                    if word & VENDOR_NEXT != 0 {
                        (self.vendor, self.base) = (true, 0);
                    } else if word & RADIOTAP_NEXT != 0 {
                        (self.vendor, self.base) = (false, 0);
                    } else {
                        self.base += 32;
                    }
                }
                _ => {}
            }
        }
        None
    }
}

/// The items of a header by their presence bit; of those that come again, the last.
pub struct Header<'a> {
    bytes: &'a [u8],
    at: [u16; ITEMS.len()],
}

impl<'a> Header<'a> {
    /// Reads a whole header.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Header<'a> {
        let mut at = [0; ITEMS.len()];
        for item in Items::new(bytes) {
            if let Item::Field(bit, offset) = item
                && let Some(slot) = at.get_mut(bit)
            {
                *slot = offset as u16;
            }
        }
        Header { bytes, at }
    }

    /// The bytes of an item.
    #[must_use]
    pub fn bytes(&self, bit: usize) -> Option<&'a [u8]> {
        let at = usize::from(*self.at.get(bit)?);
        let size = usize::from(ITEMS.get(bit)?.0);
        self.bytes.get(at..at + size).filter(|_| at > 0)
    }

    /// The first byte of an item.
    #[must_use]
    pub fn byte(&self, bit: usize) -> Option<u8> {
        self.bytes(bit)?.first().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_aligned() {
        // Flags, then a channel: a byte of padding between.
        let header = [0, 0, 14, 0, 0x0e, 0, 0, 0, 0x10, 2, 0x6c, 9, 0xa0, 0];
        let items: Vec<Item> = Items::new(&header).collect();
        assert_eq!(items, [Item::Field(1, 8), Item::Field(2, 9), Item::Field(3, 10)]);
        assert_eq!(Header::new(&header).bytes(bit::CHANNEL), Some(&header[10..14]));
        assert_eq!(Header::new(&header).byte(bit::DBM_SIGNAL), None);
    }

    #[test]
    fn a_vendor_is_passed_over() {
        let mut header = vec![0, 0, 30, 0, 6, 0, 0, 0xc0, 1, 0, 0, 0xa0, 0x20, 0, 0, 0, 0, 12];
        header.extend([0, 0x10, 0x18, 5, 4, 0, b'a', b'b', b'c', b'd', 0xd0, 0]);
        let items: Vec<Item> = Items::new(&header).collect();
        assert_eq!(items, [Item::Field(1, 16), Item::Field(2, 17), Item::Vendor(18, 4), Item::Field(5, 28)]);
    }

    #[test]
    fn nothing_is_read_behind_the_header() {
        assert_eq!(Items::new(&[0, 0, 9, 0, 6, 0, 0, 0, 8]).last(), Some(Item::Past));
        assert_eq!(Items::new(&[0, 0, 4, 0]).next(), None);
        let endless = [0xff; 64];
        assert!(Items::new(&endless).count() < 100);
    }
}
