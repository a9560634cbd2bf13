//! Where headers are: the layer that primitives speak of, which keywords such as `vlan` move inwards.

use crate::Options;
use crate::cond::{Cmp, Cond, Test};
use crate::expr::{Id, Op, Pool, Size, Slot};
use crate::link::{Family, Link};
use crate::program::ancillary;

/// A place in the packet: a computed part, if any, and a fixed one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub base: Option<Id>,
    pub off: u32,
}

impl Place {
    pub fn at(off: u32) -> Self {
        Self { base: None, off }
    }

    pub fn plus(self, more: u32) -> Self {
        Self { off: self.off.wrapping_add(more), ..self }
    }

    pub fn load(self, pool: &mut Pool, size: Size, more: u32) -> Id {
        pool.load(size, self.base, self.off.wrapping_add(more))
    }

    /// The place as a number.
    pub fn value(self, pool: &mut Pool) -> Id {
        let off = pool.constant(self.off);
        match self.base {
            Some(base) => pool.bin(Op::Add, base, off),
            None => off,
        }
    }

    /// Bytes from here on equal `k`.
    pub fn is(self, pool: &mut Pool, size: Size, more: u32, k: u32) -> Cond {
        let a = self.load(pool, size, more);
        test(pool, Cmp::Eq, a, k)
    }

    /// Bytes from here on, masked, equal `k`.
    pub fn masked(self, pool: &mut Pool, size: Size, more: u32, mask: u32, k: u32) -> Cond {
        let a = self.load(pool, size, more);
        let mask = pool.constant(mask);
        let a = pool.bin(Op::And, a, mask);
        test(pool, Cmp::Eq, a, k)
    }

    /// Bytes from here on have any of the bits.
    pub fn has(self, pool: &mut Pool, size: Size, more: u32, bits: u32) -> Cond {
        let a = self.load(pool, size, more);
        test(pool, Cmp::Set, a, bits)
    }
}

/// A test against a constant.
pub(crate) fn test(pool: &mut Pool, cmp: Cmp, a: Id, k: u32) -> Cond {
    let b = pool.constant(k);
    Cond::Test(Test { cmp, a, b })
}

/// Where the number is that says what the payload is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// In the packet.
    At(Place),
    /// Computed before.
    Value(Id),
    /// Nowhere: the link type says it, or the payload itself does.
    None,
}

/// The layer that primitives speak of.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    pub family: Family,
    pub link: Link,
    /// The header with the addresses.
    pub header: Place,
    pub kind: Kind,
    /// What follows the link header: an LLC header where there is one.
    pub payload: Place,
    /// The network layer.
    pub net: Place,
    /// MPLS labels that were passed.
    pub labels: u32,
    /// What must be computed before the header can be looked at.
    pub before_header: Vec<(Slot, Cond)>,
    /// What must be computed before kind, payload and network layer can be looked at.
    pub before_payload: Vec<(Slot, Cond)>,
    /// Must hold for there to be a link header at all.
    pub has_header: Option<Cond>,
    /// The family is written in the capturing machine's order, and that is big-endian.
    pub big_endian: bool,
}

impl Layer {
    /// The outermost layer of a link type.
    pub fn outermost(pool: &mut Pool, slots: &mut Slots, options: &Options, spill: bool) -> Layer {
        let Options { link, big_endian, kernel, .. } = *options;
        let family = link.family();
        let fixed = |kind: Option<u32>, net: u32| Layer {
            family,
            link,
            header: Place::at(0),
            kind: kind.map_or(Kind::None, |off| Kind::At(Place::at(off))),
            payload: Place::at(net),
            net: Place::at(net),
            labels: 0,
            before_header: Vec::new(),
            before_payload: Vec::new(),
            has_header: None,
            big_endian,
        };
        match family {
            Family::Ethernet => fixed(Some(12), 14),
            Family::Raw | Family::Ipv4 | Family::Ipv6 | Family::Unknown => fixed(None, 0),
            Family::Null | Family::Loop => fixed(Some(0), 4),
            Family::Sll | Family::Sll2 if kernel => {
                // The kernel gives the network layer alone, and says the type beside it.
                let kind = Kind::Value(pool.load(Size::H, None, ancillary::PROTOCOL));
                Layer { kind, ..fixed(None, 0) }
            }
            Family::Sll => fixed(Some(14), 16),
            Family::Sll2 => fixed(Some(0), 20),
            // Behind a PPPoE header the PPP header has no address and control bytes.
            Family::Ppp if link == Link::PPP_ETHER => fixed(Some(6), 8),
            Family::Ppp | Family::Hdlc => fixed(Some(2), 4),
            Family::Wlan => Layer::wlan(pool, slots, fixed(None, 0), spill),
        }
    }

    /// IEEE 802.11, after whatever radio header the link type has.
    fn wlan(pool: &mut Pool, slots: &mut Slots, mut layer: Layer, spill: bool) -> Layer {
        match layer.link {
            Link::RADIOTAP => {
                // The length is the second half-word, little-endian.
                let (low, high) = (pool.load(Size::B, None, 2), pool.load(Size::B, None, 3));
                let eight = pool.constant(8);
                let high = pool.bin(Op::Lsh, high, eight);
                let length = pool.bin(Op::Or, low, high);
                if spill {
                    let slot = slots.next();
                    layer.before_header.push((slot, Cond::Let(slot, length)));
                    layer.header.base = Some(pool.mem(slot));
                } else {
                    layer.header.base = Some(length);
                }
            }
            Link::PRISM => {
                // Either an AVS header, which says its length, or a Prism header of 144 bytes.
                let slot = slots.next();
                let is_avs = Place::at(0).masked(pool, Size::W, 0, 0xffff_f000, 0x8021_1000);
                let (avs, prism) = (pool.load(Size::W, None, 4), pool.constant(144));
                let length = Cond::choose(is_avs, Cond::Let(slot, avs), Cond::Let(slot, prism));
                layer.before_header.push((slot, length));
                layer.header.base = Some(pool.mem(slot));
            }
            Link::AVS => {
                let length = pool.load(Size::W, None, 4);
                layer.header.base = Some(length);
            }
            _ => {}
        }
        // The MAC header has 24 bytes, and two more with quality of service: bit 7 of the first byte of a
        // data frame, which is the only kind that has a payload to look at.
        let first = layer.header.load(pool, Size::B, 0);
        let (bit, shift) = (pool.constant(0x80), pool.constant(6));
        let qos = pool.bin(Op::And, first, bit);
        let qos = pool.bin(Op::Rsh, qos, shift);
        let start = match layer.header.base {
            Some(base) => pool.bin(Op::Add, qos, base),
            None => qos,
        };
        layer.payload = Place { base: Some(start), off: layer.header.off.wrapping_add(24) };
        if layer.link == Link::RADIOTAP {
            layer.pad(pool, slots);
        }
        layer.net = layer.payload.plus(8);
        layer
    }

    /// Radiotap can say that the MAC header is padded to four bytes.
    fn pad(&mut self, pool: &mut Pool, slots: &mut Slots) {
        // The presence word is little-endian: bit 1 (flags), bit 31 (another word follows), bit 0 (a
        // timestamp of eight bytes stands before the flags).
        let present = Place::at(4);
        let has_flags = present.has(pool, Size::W, 0, 0x0200_0000);
        let extended = present.has(pool, Size::W, 0, 0x0000_0080);
        let stamped = present.has(pool, Size::W, 0, 0x0100_0000);
        let late = Place::at(16).has(pool, Size::B, 0, 0x20);
        let early = Place::at(8).has(pool, Size::B, 0, 0x20);
        let padded = Cond::all([has_flags, extended.not(), Cond::choose(stamped, late, early)]);
        let slot = slots.next();
        let plain = self.payload.value(pool);
        let (three, mask) = (pool.constant(3), pool.constant(!3));
        let up = pool.bin(Op::Add, plain, three);
        let up = pool.bin(Op::And, up, mask);
        let work = Cond::choose(padded, Cond::Let(slot, up), Cond::Let(slot, plain));
        self.before_payload.push((slot, work));
        self.payload = Place { base: Some(pool.mem(slot)), off: 0 };
    }

    /// The computations before the header, as a condition that always holds.
    pub fn prepare_header(&self) -> Cond {
        once(&self.before_header)
    }

    /// The computations before the payload, as a condition that always holds.
    pub fn prepare(&self) -> Cond {
        Cond::all([once(&self.before_header), once(&self.before_payload)])
    }
}

fn once(list: &[(Slot, Cond)]) -> Cond {
    Cond::all(list.iter().map(|(slot, work)| Cond::Once(*slot, Box::new(work.clone()))))
}

/// Hands out memory slots.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Slots(Slot);

impl Slots {
    pub fn next(&mut self) -> Slot {
        let slot = self.0;
        self.0 = self.0.saturating_add(1);
        slot
    }
}
