//! Metadata of Cisco before the type of a frame: the security group of its sender.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    CMD "cmd" "Cisco MetaData" "CMD" Link
    on [Ether 0x8909, Gre 0x8909]
    fields {
        VERSION "cmd.version" "Version": U8 Dec;
        LENGTH "cmd.length" "Length": U8 Dec;
        OPTIONS "cmd.options" "Options": U16 Hex;
        SGT "cmd.sgt" "SGT": U16 Dec;
        TYPE "cmd.type" "Type": U16 Hex = super::ethertype::NAMES;
        TRAILER "cmd.trailer" "Trailer": Bytes;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("CMD");
    cx.info_clear();
    run(cx, &mut c, &[(VERSION, 1), (LENGTH, 1), (OPTIONS, 2), (SGT, 2)])?;
    let ethertype = cx.u16(TYPE, &mut c)?;
    cx.proto_len(all.left() - c.left());
    super::ethertype::carry_padded(
        cx,
        ethertype,
        c,
        super::ethertype::Below { item: cx.proto_item(), trailer: TRAILER, all, fcs: Some(0) },
    )
}
