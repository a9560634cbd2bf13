//! VN-Tag, which network interfaces of virtual machines are told apart by (the proposal of IEEE 802.1Qbh).

use super::ethertype::{self, Below, carry_padded};
use crate::common::YES;
use requin_wire::{Cursor, Cx, Names, Sink, Step, proto};

proto! {
    VNTAG "vntag" "VN-Tag" "VNTAG" Link
    on [Ether 0x8926]
    fields {

        ETYPE "vntag.etype" "Type": U16 Hex = ethertype::NAMES;
        DIR "vntag.dir" "Direction": Bool(32) & 0x80000000 = Names::Bools("From Bridge", "To Bridge");
        PTR "vntag.ptr" "Pointer": Bool(32) & 0x40000000 = Names::Bools("vif_list_id", "vif_id");
        DST "vntag.dst" "Destination": U32 Dec & 0x3fff0000;
        LOOPED "vntag.looped" "Looped": Bool(32) & 0x8000 = YES;
        R "vntag.r" "Reserved": U32 Dec & 0x4000;
        VERSION "vntag.version" "Version": U32 Dec & 0x3000;
        SRC "vntag.src" "Source": U32 Dec & 0xfff;
        LEN "vntag.len" "Length": U16 Dec;
        TRAILER "vntag.trailer" "Trailer": Bytes;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("VNTAG");
    cx.info_clear();
    cx.proto_len(6);
    for field in [DIR, PTR, DST, LOOPED, R, VERSION, SRC] {
        cx.peek(field, &c, 4)?;
    }
    c.skip(4)?;
    let kind = c.peek_u16(0)?;
    let item = cx.proto_item();
    let below = Below { item, trailer: TRAILER, all, fcs: Some(0) };
    if kind > 1500 {
        cx.field(ETYPE, &mut c, 2)?;
        return carry_padded(cx, kind, c, below);
    }
    cx.u16(LEN, &mut c)?;
    super::ethernet::length_frame(cx, usize::from(kind), false, c, below)
}
