//! AX.25 in frames of Ethernet, as the program BPQ sends it.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    BPQ "bpq" "Amateur Radio BPQ" "BPQ" Link
    on [Ether 0x08ff]
    fields {
        LEN "bpq.len" "BPQ len": U16 Dec;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BPQ");
    cx.info_clear();
    cx.proto_len(2);
    let len = requin_wire::le(c.peek_bytes(0, 2)?) as u16;
    cx.info(|o| _ = o.u(len));
    cx.proto_append(|o| _ = o.s(", Len: ").u(len));
    cx.field_le(LEN, &mut c, 2)?;
    cx.call(super::ax25::ID, c)
}
