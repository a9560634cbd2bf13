//! What a conversation is found by: both ends, in an order that does not depend on who speaks.

use requin_wire::{AddrKind, Transport};
use std::hash::{Hash, Hasher};

/// Both ends of an IPv4 conversation, the lesser first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Narrow {
    low: u32,
    high: u32,
    low_port: u16,
    high_port: u16,
}

impl Hash for Narrow {
    /// In two pieces: one for each member takes twice as long.
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(u64::from(self.low) << 32 | u64::from(self.high));
        state.write_u32(u32::from(self.low_port) << 16 | u32::from(self.high_port));
    }
}

/// Both ends of any other conversation, the lesser first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Wide {
    low: [u8; 16],
    high: [u8; 16],
    low_port: u16,
    high_port: u16,
    kinds: [u8; 2],
}

/// A key, and whether it was the greater end that sent.
pub(crate) enum Key {
    /// Both addresses are IPv4.
    Narrow(Narrow, bool),
    /// Anything else.
    Wide(Wide, bool),
}

/// The key of a transport header.
#[inline]
pub(crate) fn key(t: &Transport) -> Key {
    if t.src.kind == AddrKind::Ipv4 && t.dst.kind == AddrKind::Ipv4 {
        let [a, b, c, d, ..] = t.src.bytes;
        let src = (u32::from_be_bytes([a, b, c, d]), t.src_port);
        let [a, b, c, d, ..] = t.dst.bytes;
        let dst = (u32::from_be_bytes([a, b, c, d]), t.dst_port);
        let swapped = src > dst;
        let (low, high) = if swapped { (dst, src) } else { (src, dst) };
        Key::Narrow(Narrow { low: low.0, high: high.0, low_port: low.1, high_port: high.1 }, swapped)
    } else {
        let end = |a: &requin_wire::Addr, port: u16| match a.kind {
            // Texts are places in a buffer that is gone with the frame: only the ports tell such ends apart.
            AddrKind::None | AddrKind::Text => (0, [0; 16], port),
            AddrKind::Ether => (1, a.bytes, port),
            AddrKind::Ipv4 => (2, a.bytes, port),
            AddrKind::Ipv6 => (3, a.bytes, port),
        };
        let (src, dst) = (end(&t.src, t.src_port), end(&t.dst, t.dst_port));
        let swapped = src > dst;
        let (low, high) = if swapped { (dst, src) } else { (src, dst) };
        let wide =
            Wide { low: low.1, high: high.1, low_port: low.2, high_port: high.2, kinds: [low.0, high.0] };
        Key::Wide(wide, swapped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use requin_wire::{Addr, Span, TransportKind};

    fn transport(src: (&[u8], u16), dst: (&[u8], u16), kind: AddrKind) -> Transport {
        Transport {
            kind: TransportKind::Udp,
            quoted: false,
            src: Addr::new(kind, src.0),
            dst: Addr::new(kind, dst.0),
            src_port: src.1,
            dst_port: dst.1,
            header: Span::default(),
            payload: Span::default(),
            payload_len: 0,
        }
    }

    #[test]
    fn both_ways_have_one_key() {
        let (a, b) = ((&[10, 0, 0, 1][..], 10), (&[10, 0, 0, 2][..], 20));
        let (Key::Narrow(there, x), Key::Narrow(back, y)) =
            (key(&transport(a, b, AddrKind::Ipv4)), key(&transport(b, a, AddrKind::Ipv4)))
        else {
            panic!("IPv4 keys are narrow")
        };
        assert_eq!(there, back);
        assert_ne!(x, y);
        // The same addresses with the ports exchanged are other ends.
        let Key::Narrow(other, _) = key(&transport((a.0, 20), (b.0, 10), AddrKind::Ipv4)) else {
            panic!("IPv4 keys are narrow")
        };
        assert_ne!(there, other);
    }

    #[test]
    fn ipv6_and_no_addresses_do_not_mix() {
        let (a, b) = ((&[0; 16][..], 10), (&[0; 16][..], 20));
        let (Key::Wide(six, _), Key::Wide(none, _)) =
            (key(&transport(a, b, AddrKind::Ipv6)), key(&transport(a, b, AddrKind::None)))
        else {
            panic!("keys are wide")
        };
        assert_ne!(six, none);
    }
}
