//! Addresses.

use crate::{escape, put};
use requin_protocols::link::oui;
use requin_wire::{Addr, AddrKind, Dissection, Out, SCRATCH, Span};

/// A hardware address, with the name of what it stands for or of its maker when it is to be resolved.
#[inline]
pub fn mac(out: &mut Vec<u8>, bytes: &[u8], resolve: bool) {
    if let (true, Some(address)) = (resolve, bytes.first_chunk::<6>()) {
        return oui::write(&mut Out::new(out), address);
    }
    escape::hex_with(out, bytes, b':');
}

/// An address of the columns; text among them lies in the dissection.
#[inline]
pub fn address(out: &mut Vec<u8>, a: &Addr, d: &Dissection, resolve: bool) {
    let [b0, b1, b2, b3, b4, b5, b6, b7, ..] = a.bytes;
    match a.kind {
        AddrKind::None => {}
        AddrKind::Ipv4 => put::ipv4(out, u32::from_be_bytes([b0, b1, b2, b3])),
        AddrKind::Ipv6 => _ = Out::new(out).ipv6(&a.bytes),
        AddrKind::Ether => mac(out, &[b0, b1, b2, b3, b4, b5], resolve),
        AddrKind::Text => {
            let start = u32::from_be_bytes([b0, b1, b2, b3]);
            let len = u32::from_be_bytes([b4, b5, b6, b7]);
            escape::text(out, d.bytes(&[], Span { start, len, source: SCRATCH }));
        }
    }
}
