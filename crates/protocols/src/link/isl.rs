//! Inter-Switch Link, by which switches of Cisco carried frames of several VLANs.

use super::ethertype::{Below, behind};
use crate::common::{YES, run};
use requin_wire::{AddrKind, Cursor, Cx, Names, Sink, Step, names, proto};

proto! {
    ISL "isl" "Cisco ISL" "ISL" Link
    on []
    fields {
        DST "isl.dst" "Destination": Ether;
        TYPE "isl.type" "Type": U8 Dec & 0xf0 = TYPE_NAMES;
        USER_ETH "isl.user_eth" "User": U8 Dec & 0x3 = USER_ETH_NAMES;
        USER "isl.user" "User": U8 Hex & 0xf;
        SRC "isl.src" "Source": Ether;
        ADDR "isl.addr" "Source or Destination Address": Ether;
        LEN "isl.len" "Length": U16 Dec;
        HSA "isl.hsa" "HSA": U24 Hex;
        DSAP "isl.dsap" "DSAP": U8 Hex;
        SSAP "isl.ssap" "SSAP": U8 Hex;
        CONTROL "isl.control" "Control": U8 Hex;
        VLAN_ID "isl.vlan_id" "VLAN ID": U16 Dec & 0xfffe;
        BPDU "isl.bpdu" "BPDU/CDP/VTP": Bool(16) & 0x1 = YES;
        INDEX "isl.index" "Index": U16 Dec;
        RESERVED "isl.reserved" "Reserved": U16 Hex;
        SRC_VLAN_ID "isl.src_vlan_id" "Source VLAN ID": U16 Dec & 0xfffe;
        EXPLORER "isl.explorer" "Explorer": Bool(16) & 0x1 = Names::Bools("Explorer frame", "Data frame");
        DST_ROUTE_DESC "isl.dst_route_desc" "Destination route descriptor": U16 Hex;
        SRC_ROUTE_DESC "isl.src_route_desc" "Source-route descriptor": U16 Hex;
        FCS_NOT_INCL "isl.fcs_not_incl" "FCS Not Included": Bool(9) & 0x40;
        ESIZE "isl.esize" "Esize": U8 Dec & 0x3f;
        TRAILER "isl.trailer" "Trailer": Bytes;
    }
}

names! {
    TYPE_NAMES {
        0 => "Ethernet",
        1 => "Token-Ring",
        2 => "FDDI",
        3 => "ATM",
    }
    USER_ETH_NAMES {
        0 => "Normal Priority",
        1 => "Priority 1",
        2 => "Priority 2",
        3 => "Highest Priority",
    }
}

/// How the destination begins, but for the type and the priority.
const MULTICAST: [u8; 5] = [0x01, 0x00, 0x0c, 0x00, 0x00];

/// Whether a frame has this header, and not Ethernet's.
#[must_use]
pub fn begins(frame: &[u8]) -> bool {
    frame.starts_with(&MULTICAST)
}

/// Header up to the reserved bytes.
const HEAD: usize = 26;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("ISL");
    cx.info_clear();
    let top = cx.proto_item();
    cx.proto_len(HEAD);
    let whole = c;
    let h = *c.peek_array::<14>()?;
    cx.addresses(AddrKind::Ether, &h[6..12], &h[..6]);
    let kind = h[5] >> 4;
    let item = cx.peek(DST, &c, 6)?;
    cx.under(item, |cx| -> Step {
        cx.peek_at(TYPE, &c, 5, 1)?;
        cx.peek_at(if kind == 0 { USER_ETH } else { USER }, &c, 5, 1)?;
        Ok(())
    })?;
    let item = cx.peek(ADDR, &c, 6)?;
    cx.hide(item);
    c.skip(6)?;
    cx.peek(SRC, &c, 6)?;
    let item = cx.field(ADDR, &mut c, 6)?;
    cx.hide(item);
    let len = usize::from(cx.u16(LEN, &mut c)?);
    // The check sequence is the outer one, and stands behind what the length counts.
    let mut body = c.take(len);
    let outer = c;
    let c = &mut body;
    run(cx, c, &[(DSAP, 1), (SSAP, 1), (CONTROL, 1), (HSA, 3)])?;
    let vlan = c.peek_u16(0)?;
    cx.info(|o| _ = o.s("VLAN ID: ").u(vlan >> 1));
    cx.peek(VLAN_ID, c, 2)?;
    cx.field(BPDU, c, 2)?;
    cx.field(INDEX, c, 2)?;
    // Frames of rings say more of them, from the reserved bytes on.
    let more = *c;
    cx.field(RESERVED, c, 2)?;
    let fcs = if cx.out.layers.len() <= 2 { cx.meta.fcs_len } else { Some(0) };
    let below = Below { item: top, trailer: TRAILER, all: whole, fcs };
    let place = cx.place();
    let payload = *c;
    let step = match kind {
        // Frames of Ethernet come with their own check sequence.
        0 => cx.call(super::ethernet::ID, payload),
        1 => ring(cx, more),
        _ => cx.call(crate::meta::data::ID, payload),
    };
    if !S::FIELDS {
        return step;
    }
    if step.is_err() {
        crate::meta::mark(cx, step, &payload);
        cx.return_to(place);
    }
    let step = behind(cx, outer, below);
    crate::meta::mark(cx, step, &outer);
    Ok(())
}

/// What is said of a frame of Token Ring before it.
fn ring<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.peek(SRC_VLAN_ID, &c, 2)?;
    cx.field(EXPLORER, &mut c, 2)?;
    run(cx, &mut c, &[(DST_ROUTE_DESC, 2), (SRC_ROUTE_DESC, 2)])?;
    // The masks are for the first byte, which the frame has as its own, too.
    cx.peek(FCS_NOT_INCL, &c, 1)?;
    cx.peek(ESIZE, &c, 1)?;
    c.skip(1)?;
    cx.call(super::token_ring::ID, c)
}
