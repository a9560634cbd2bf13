//! Addresses.

use super::Manufacturer;
use crate::{escape, put};
use requin_wire::{Addr, AddrKind, Dissection, Out, SCRATCH, Span};

/// A hardware address, with the manufacturer's short name for its first half when it is to be looked up.
#[inline]
pub fn mac(out: &mut Vec<u8>, bytes: &[u8], manufacturer: Option<Manufacturer>) {
    if let (Some(look_up), Some(a)) = (manufacturer, bytes.first_chunk::<6>()) {
        if *a == [0xff; 6] {
            out.extend_from_slice(b"Broadcast");
            return;
        }
        if let Some((short, _)) = look_up([a[0], a[1], a[2]]) {
            escape::text(out, short.as_bytes());
            out.push(b'_');
            escape::hex_with(out, &a[3..], b':');
            return;
        }
    }
    escape::hex_with(out, bytes, b':');
}

/// An address of the columns; text among them lies in the dissection.
#[inline]
pub fn address(out: &mut Vec<u8>, a: &Addr, d: &Dissection, manufacturer: Option<Manufacturer>) {
    let [b0, b1, b2, b3, b4, b5, b6, b7, ..] = a.bytes;
    match a.kind {
        AddrKind::None => {}
        AddrKind::Ipv4 => put::ipv4(out, u32::from_be_bytes([b0, b1, b2, b3])),
        AddrKind::Ipv6 => _ = Out::new(out).ipv6(&a.bytes),
        AddrKind::Ether => mac(out, &[b0, b1, b2, b3, b4, b5], manufacturer),
        AddrKind::Text => {
            let start = u32::from_be_bytes([b0, b1, b2, b3]);
            let len = u32::from_be_bytes([b4, b5, b6, b7]);
            escape::text(out, d.bytes(&[], Span { start, len, source: SCRATCH }));
        }
    }
}
