//! Bidirectional Forwarding Detection, RFC 5881: echoes, whose content is their sender's affair.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    BFD_ECHO "bfd_echo" "Bidirectional Forwarding Detection Echo Packet" "BFD Echo" App
    on [Udp 3785]
    fields {
        PACKET "bfd_echo.packet" "Echo": Bytes;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BFD Echo");
    cx.info(|o| _ = o.s("Originator specific content"));
    let item = cx.proto_item();
    cx.label(item, |o| _ = o.s("BFD Echo message"));
    let n = c.left();
    cx.bytes(PACKET, &mut c, n).map(|_| ())
}
