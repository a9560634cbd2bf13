//! Manufacturers of network interfaces, from IEEE's public registries (`data/oui.py` makes the table).

use super::well_known;
use requin_wire::Out;
use std::cell::Cell;
use std::cmp::Ordering;

static TABLE: &[u8] = include_bytes!("../../data/oui.bin");

/// A manufacturer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maker {
    /// At most eight characters, such as `HewlettP`.
    pub short: &'static str,
    /// The full name.
    pub long: &'static str,
    /// How many bits of the address are assigned to it: 24, 28 or 36.
    pub bits: u8,
}

fn u32_at(at: usize) -> Option<usize> {
    TABLE.get(at..)?.first_chunk::<4>().map(|b| u32::from_le_bytes(*b) as usize)
}

/// The number of the name under `key`, in `count` records at `start` whose prefixes have `size` bytes.
fn search(start: usize, count: usize, size: usize, key: &[u8]) -> Option<usize> {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        let at = start + middle * (size + 2);
        match TABLE.get(at..at + size)?.cmp(key) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => {
                let [a, b] = *TABLE.get(at + size..)?.first_chunk::<2>()?;
                return Some(usize::from(u16::from_le_bytes([a, b])));
            }
        }
    }
    None
}

/// Who made the interface with this address: the longest assigned prefix decides. With three bytes, the
/// holder of that prefix.
#[must_use]
pub fn maker(address: &[u8]) -> Option<Maker> {
    // Few addresses make up most of a capture, and each is asked for several times.
    let key = match address {
        [a, b, c, d, e, ..] => [1, *a, *b, *c, *d, *e],
        [a, b, c, ..] => [2, *a, *b, *c, 0, 0],
        _ => return None,
    };
    LATELY.with(|lately| {
        let Some(cell) = lately.get(place(&key)) else { return look_up(address) };
        let (known, maker) = cell.get();
        if known == key {
            return maker;
        }
        let maker = look_up(address);
        cell.set((key, maker));
        maker
    })
}

/// How many addresses are remembered.
const KNOWN: usize = 64;

/// Where an address is remembered.
fn place(key: &[u8; 6]) -> usize {
    key.iter().fold(0usize, |n, b| n.wrapping_mul(31).wrapping_add(usize::from(*b))) % KNOWN
}

/// The longest text of an address that is remembered, in bytes.
const TEXT: usize = 33;

/// An address that was written, and its text; no text for none.
type Written = ([u8; 6], u8, [u8; TEXT]);

thread_local! {
    /// Addresses that were written lately: each stands several times in a frame's tree.
    static WRITTEN: [Cell<Written>; KNOWN] = const { [const { Cell::new(([0; 6], 0, [0; TEXT])) }; KNOWN] };

    /// Addresses that were asked for lately, and who made them.
    static LATELY: [Cell<([u8; 6], Option<Maker>)>; KNOWN] = const { [const { Cell::new(([0; 6], None)) }; KNOWN] };
}

fn look_up(address: &[u8]) -> Option<Maker> {
    let counts = [u32_at(0)?, u32_at(4)?, u32_at(8)?];
    let names = u32_at(12)?;
    let starts = [16, 16 + counts[0] * 5, 16 + counts[0] * 5 + counts[1] * 6];
    let index = starts[2] + counts[2] * 7;
    let texts = index + names * 4;
    let mut found = None;
    if let Some(a) = address.first_chunk::<5>() {
        // Longer prefixes are kept as numbers: moved down by the bits that they lack.
        let number = a.iter().fold(0u64, |n, b| n << 8 | u64::from(*b));
        let long = (number >> 4).to_be_bytes();
        let medium = (number >> 12).to_be_bytes();
        let long = search(starts[2], counts[2], 5, &long[3..]).map(|n| (n, 36));
        found = long.or_else(|| search(starts[1], counts[1], 4, &medium[4..]).map(|n| (n, 28)));
    }
    let (number, bits) = match found {
        Some(found) => found,
        None => (search(starts[0], counts[0], 3, address.get(..3)?)?, 24),
    };
    let at = texts + u32_at(index + number * 4)?;
    let (short, long) = (usize::from(*TABLE.get(at)?), usize::from(*TABLE.get(at + 1)?));
    let text = |from: usize, len: usize| std::str::from_utf8(TABLE.get(from..from + len)?).ok();
    Some(Maker { short: text(at + 2, short)?, long: text(at + 2 + short, long)?, bits })
}

/// Writes an address with the name of what it stands for, or of its maker: `HewlettP_ed:68:93`.
pub fn write(o: &mut Out<'_>, address: &[u8; 6]) {
    WRITTEN.with(|written| {
        let Some(cell) = written.get(place(address)) else { return spell(o, address) };
        let (known, len, text) = cell.get();
        if len > 0 && known == *address {
            o.bytes(text.get(..usize::from(len)).unwrap_or_default());
            return;
        }
        let mut said = Vec::with_capacity(TEXT);
        spell(&mut Out::new(&mut said), address);
        o.bytes(&said);
        if said.len() <= TEXT {
            let len = said.len() as u8;
            said.resize(TEXT, 0);
            if let Some(text) = said.first_chunk() {
                cell.set((*address, len, *text));
            }
        }
    });
}

fn spell(o: &mut Out<'_>, address: &[u8; 6]) {
    let n = address.iter().fold(0u64, |n, b| n << 8 | u64::from(*b));
    let made = maker(address);
    // The longer of two prefixes says more.
    let longer = |bits: u32| made.is_none_or(|m| u32::from(m.bits) <= bits);
    if let Some((name, bits)) = well_known::name(n).filter(|(_, bits)| longer(*bits)) {
        o.s(name);
        if bits < 48 {
            host(o, n, 48 - bits);
        }
        return;
    }
    // A group is its maker's: of the first three bytes' one.
    let [first, second, third, own @ ..] = address;
    match made.or_else(|| maker(&[first & !1, *second, *third])) {
        Some(Maker { short, bits: 24, .. }) => _ = o.s(short).c(b'_').hex_bytes(own, b':'),
        // What the maker chose, from the half byte on where its prefix ends in one.
        Some(m) => host(o.s(m.short), n, 48 - u32::from(m.bits)),
        None => _ = o.hex_bytes(address, b':'),
    }
}

/// Writes the last bits of an address, without bytes of zeros before them.
fn host(o: &mut Out<'_>, address: u64, bits: u32) {
    let host = (address & ((1 << bits) - 1)).to_be_bytes();
    let from = host.iter().position(|b| *b != 0).unwrap_or(7);
    o.c(b'_').hex_bytes(host.get(from..).unwrap_or_default(), b':');
}

/// Writes an address of eight bytes, with the name of its maker when names are resolved.
pub fn eui64(o: &mut Out<'_>, address: &[u8], resolve: bool) {
    match address.split_at_checked(3) {
        Some((prefix, own)) if resolve && own.len() == 5 => match maker(prefix) {
            Some(m) => _ = o.s(m.short).c(b'_').hex_bytes(own, b':'),
            None => _ = o.hex_bytes(address, b':'),
        },
        _ => _ = o.hex_bytes(address, b':'),
    }
}

/// Writes an address as the user wants it: with names when they are resolved.
pub fn address(o: &mut Out<'_>, address: &[u8; 6], resolve: bool) {
    if resolve {
        write(o, address);
    } else {
        o.hex_bytes(address, b':');
    }
}

/// Writes an address as lines of trees have it: with names when they are resolved, and then the address beside.
pub fn named(o: &mut Out<'_>, address: &[u8; 6], resolve: bool) {
    if resolve {
        write(o, address);
        o.s(" (").hex_bytes(address, b':').c(b')');
    } else {
        o.hex_bytes(address, b':');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(address: [u8; 6]) -> String {
        let mut buf = Vec::new();
        write(&mut Out::new(&mut buf), &address);
        String::from_utf8(buf).unwrap()
    }

    #[test]
    fn the_longest_prefix_decides() {
        assert_eq!(maker(&[0, 0x12, 0x80]).unwrap().long, "Cisco Systems, Inc");
        assert_eq!(maker(&[0, 0x1b, 0xc5, 0, 0x10, 1]).unwrap().long, "OpenRB.com, Direct SIA");
        assert_eq!(maker(&[0, 0x1b, 0xc5]).unwrap().long, "IEEE Registration Authority");
        assert_eq!(maker(&[0xc2, 0, 0x1f, 1, 2, 3]), None);
    }

    #[test]
    fn well_known_addresses_come_first() {
        assert_eq!(name([0xff; 6]), "Broadcast");
        assert_eq!(name([1, 0, 0x5e, 0, 0, 0x16]), "IPv4mcast_16");
        assert_eq!(name([1, 0, 0x5e, 0x7f, 0xff, 0xfa]), "IPv4mcast_7f:ff:fa");
        assert_eq!(name([0x33, 0x33, 0, 0, 0, 5]), "IPv6mcast_05");
        assert_eq!(name([1, 0x80, 0xc2, 0, 0, 0]), "Spanning-tree-(for-bridges)_00");
        assert_eq!(name([0, 0x12, 0x80, 0x4b, 0xc0, 0x7f]), "Cisco_4b:c0:7f");
        // Of longer prefixes, the rest begins in the middle of a byte.
        assert_eq!(name([0, 0x50, 0xc2, 0x0c, 0x5d, 0x27]), "SAIABurg_0d:27");
        assert_eq!(name([0, 0x50, 0xc2, 0x0c, 0x50, 0x27]), "SAIABurg_27");
        // Of two prefixes the longer one.
        assert_eq!(name([0, 0xbf, 0, 1, 2, 3]), "MS-NLB-VirtServer_01:02:03");
        assert_eq!(name([0, 0xbf, 0x77, 1, 2, 3]), "Cisco_01:02:03");
        // A group is its maker's, or a maker's own.
        assert_eq!(name([1, 0x12, 0x80, 0, 0, 0x7f]), "Cisco_00:00:7f");
        assert_eq!(name([1, 0x50, 0xc2, 0x0c, 0x5d, 0x27]), "IEEERegi_0c:5d:27");
        assert_eq!(name([0x11, 0x11, 0x11, 1, 2, 3]), "Private_01:02:03");
        assert_eq!(name([1, 0x0e, 0xcf, 0, 0, 1]), "PN-MC_00:00:01");
    }

    #[test]
    fn what_was_written_lately_is_written_again() {
        // More addresses than are remembered, some well known.
        for round in 0..3u8 {
            for n in 0..200u8 {
                let address =
                    if n % 3 == 0 { [1, 0, 0x5e, 0, n, round / 2] } else { [0, 0x12, 0x80, n, 2, round / 2] };
                let mut said = Vec::new();
                spell(&mut Out::new(&mut said), &address);
                assert_eq!(name(address).as_bytes(), said);
                assert_eq!(name(address).as_bytes(), said);
            }
        }
    }
}
