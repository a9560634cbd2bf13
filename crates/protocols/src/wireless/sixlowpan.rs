//! IPv6 over low-power wireless networks: compressed headers of RFC 6282, without contexts.

use super::wpan::Address;
use crate::network::ipv6;
use requin_wire::{Cursor, Cx, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    SIXLOWPAN "6lowpan" "IPv6 over Low power Wireless Personal Area Networks" "6LoWPAN" Network
    on [Ether 0xa0ed]
    fields {
        PATTERN "6lowpan.pattern" "Pattern": U8 Hex = PATTERN_NAMES;
        NHC_PATTERN "6lowpan.nhc.pattern" "Pattern": U8 Hex = NHC_PATTERN_NAMES;
        IPHC_TF "6lowpan.iphc.tf" "Traffic class and flow label": U16 Hex & 0x1800 = IPHC_TF_NAMES;
        IPHC_NH "6lowpan.iphc.nh" "Next header": Bool(16) & 0x400 = Names::Bools("Compressed", "Inline");
        IPHC_HLIM "6lowpan.iphc.hlim" "Hop limit": U16 Hex & 0x300 = IPHC_HLIM_NAMES;
        IPHC_CID "6lowpan.iphc.cid" "Context identifier extension": Bool(16) & 0x80;
        IPHC_SAC "6lowpan.iphc.sac" "Source address compression": Bool(16) & 0x40 = Names::Bools("Stateful", "Stateless");
        IPHC_SAM "6lowpan.iphc.sam" "Source address mode": U16 Hex(16) & 0x30 = IPHC_SAM_NAMES;
        IPHC_M "6lowpan.iphc.m" "Multicast address compression": Bool(16) & 0x8;
        IPHC_DAC "6lowpan.iphc.dac" "Destination address compression": Bool(16) & 0x4 = Names::Bools("Stateful", "Stateless");
        IPHC_DAM "6lowpan.iphc.dam" "Destination address mode": U16 Hex(16) & 0x3 = IPHC_SAM_NAMES;
        IPHC_SCTX_PREFIX "6lowpan.iphc.sctx.prefix" "Source context": Ipv6;
        IPHC_DCTX_PREFIX "6lowpan.iphc.dctx.prefix" "Destination context": Ipv6;
        NEXT "6lowpan.next" "Next header": U8 Hex;
        HOPS "6lowpan.hops" "Hop limit": U8 Dec;
        SRC "6lowpan.src" "Source": Ipv6;
        DST "6lowpan.dst" "Destination": Ipv6;
    }
}

names! {
    PATTERN_NAMES {
        0 => "Not a LoWPAN frame",
        2 => "Mesh",
        3 => "IP header compression",
        24 => "First fragment",
        28 => "Fragment",
        65 => "Uncompressed IPv6",
        66 => "Header compression",
        80 => "Broadcast",
        116 => "Recoverable Fragment",
        117 => "Recoverable Fragment ACK",
        127 => "Escape",
    }
    NHC_PATTERN_NAMES {
        14 => "IPv6 extension header",
        30 => "UDP compression header",
    }
    IPHC_TF_NAMES {
        0 => "Traffic class and flow label inline",
        1 => "ECN and flow label inline",
        2 => "Traffic class inline",
        3 => "Version, traffic class, and flow label compressed",
    }
    IPHC_HLIM_NAMES {
        0 => "Inline",
        1 => "1",
        2 => "64",
        3 => "255",
    }
    IPHC_SAM_NAMES {
        0 => "Inline",
        1 => "64-bits inline",
        2 => "16-bits inline",
        3 => "Compressed",
    }
}

const HEADER: usize = 40;
const NO_NEXT: u8 = 59;

/// Whether these bytes are a header that this reads: nothing inline but addresses and what is fixed.
pub(super) fn accepts(c: &Cursor<'_>) -> bool {
    matches!(c.rest(), [a, _, ..] if a >> 5 == 0b011)
}

/// The second half of an address that the link layer's gives (RFC 6282 section 3.2.2).
fn identifier(from: Address) -> Option<[u8; 8]> {
    match from {
        Address::None => None,
        Address::Short(a) => {
            let [h, l] = a.to_be_bytes();
            Some([0, 0, 0, 0xff, 0xfe, 0, h, l])
        }
        Address::Long([first, rest @ ..]) => {
            let mut id = [0; 8];
            let (head, tail) = id.split_at_mut(1);
            head.copy_from_slice(&[first ^ 2]);
            tail.copy_from_slice(&rest);
            Some(id)
        }
    }
}

/// An address on the link, as much of it as is inline.
fn unicast(c: &mut Cursor<'_>, mode: u8, below: Address) -> Result<[u8; 16], Stop> {
    let mut a = [0; 16];
    let inline = [16, 8, 2, 0][usize::from(mode & 3)];
    let bytes = c.bytes(inline)?;
    if mode == 0 {
        a.copy_from_slice(bytes);
        return Ok(a);
    }
    let (prefix, id) = a.split_at_mut(8);
    prefix.copy_from_slice(&[0xfe, 0x80, 0, 0, 0, 0, 0, 0]);
    match (mode, bytes) {
        (2, [h, l]) => id.copy_from_slice(&[0, 0, 0, 0xff, 0xfe, 0, *h, *l]),
        (3, _) => id.copy_from_slice(&identifier(below).unwrap_or_default()),
        (_, bytes) => id.copy_from_slice(bytes),
    }
    Ok(a)
}

/// A group's address.
fn multicast(c: &mut Cursor<'_>, mode: u8) -> Result<[u8; 16], Stop> {
    let b = c.bytes([16, 6, 4, 1][usize::from(mode & 3)])?;
    let mut a = [0; 16];
    match b {
        [last] => (a[0], a[1], a[15]) = (0xff, 2, *last),
        [scope, x, y, z] => {
            (a[0], a[1]) = (0xff, *scope);
            (a[13], a[14], a[15]) = (*x, *y, *z);
        }
        [scope, v, w, x, y, z] => {
            (a[0], a[1]) = (0xff, *scope);
            (a[11], a[12], a[13], a[14], a[15]) = (*v, *w, *x, *y, *z);
        }
        all => a.copy_from_slice(all),
    }
    Ok(a)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let [sender, receiver] = super::wpan::ends(c.whole()).unwrap_or_default();
    cx.protocol("6LoWPAN");
    let me = cx.proto_item();
    cx.label(me, |o| _ = o.s("6LoWPAN"));
    let head = c.peek_u16(0)?;
    if head >> 13 != 0b011 {
        // Headers of meshes, fragments and the older compression.
        return cx.call(crate::meta::data::ID, c);
    }
    let bit = |n: u16| head & n != 0;
    let item = cx.line(c.span(2), |o| _ = o.s("IPHC Header"));
    let at = c.span(0);
    cx.under(item, |cx| -> Step {
        let pattern = cx.add(PATTERN, c.span(1), Value::U(3));
        cx.label(pattern, |o| _ = o.s("011. .... = Pattern: IP header compression (0x03)"));
        for field in [IPHC_TF, IPHC_NH, IPHC_HLIM, IPHC_CID, IPHC_SAC, IPHC_SAM, IPHC_M, IPHC_DAC, IPHC_DAM] {
            cx.peek(field, &c, 2)?;
        }
        if !bit(0x80) {
            let mut link_local = [0; 16];
            (link_local[0], link_local[1]) = (0xfe, 0x80);
            for field in [IPHC_SCTX_PREFIX, IPHC_DCTX_PREFIX] {
                let item = cx.add_bytes(field, at, &link_local);
                cx.set_generated(item);
            }
        }
        Ok(())
    })?;
    c.skip(2)?;
    if bit(0x80) || bit(0x40) || bit(0x04) {
        // What contexts stand for was agreed on elsewhere.
        return cx.call(crate::meta::data::ID, c);
    }
    let flow = match head >> 11 & 3 {
        0 => c.bytes(4)?,
        1 => c.bytes(3)?,
        2 => c.bytes(1)?,
        _ => &[],
    };
    // Congestion bits come first here, and last in the header.
    let class = |b: u8| u32::from(b.rotate_left(2));
    let first = match flow {
        [t, a, b, d] => class(*t) << 20 | u32::from_be_bytes([0, a & 15, *b, *d]),
        [t, a, b] => class(t & 0xc0) << 20 | u32::from_be_bytes([0, t & 15, *a, *b]),
        [t] => class(*t) << 20,
        _ => 0,
    } | 6 << 28;
    let next = if bit(0x400) { None } else { Some(cx.u8(NEXT, &mut c)?) };
    let hops = match head >> 8 & 3 {
        0 => cx.u8(HOPS, &mut c)?,
        1 => 1,
        2 => 64,
        _ => 255,
    };
    let here = c;
    let src = unicast(&mut c, (head >> 4 & 3) as u8, sender)?;
    let item = cx.add_bytes(SRC, here.span(here.left() - c.left()), &src);
    if here.left() == c.left() {
        cx.set_generated(item);
    }
    let here = c;
    let mode = (head & 3) as u8;
    let dst = if bit(8) { multicast(&mut c, mode)? } else { unicast(&mut c, mode, receiver)? };
    let item = cx.add_bytes(DST, here.span(here.left() - c.left()), &dst);
    if here.left() == c.left() {
        cx.set_generated(item);
    }
    cx.proto_append(|o| _ = o.s(", Src: ").ipv6(&src).s(", Dest: ").ipv6(&dst));
    // Headers behind that are compressed too are not made whole again.
    let body = if next.is_some() { c.rest() } else { &[] };
    let len = u16::try_from(body.len()).unwrap_or(u16::MAX);
    let mut packet = Vec::with_capacity(HEADER + body.len());
    packet.extend(first.to_be_bytes());
    packet.extend(len.to_be_bytes());
    packet.extend([next.unwrap_or(NO_NEXT), hops]);
    packet.extend(src);
    packet.extend(dst);
    packet.extend(body);
    cx.with_source("Decompressed 6LoWPAN IPHC", packet, |cx, c| cx.call(ipv6::ID, c)).unwrap_or(Ok(()))
}
