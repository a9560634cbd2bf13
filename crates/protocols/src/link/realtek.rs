//! Realtek's own protocols for switches without management: remote control, echo, detection of loops.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    REALTEK "realtek" "Realtek Layer 2 Protocols" "Realtek" Link
    on [Ether 0x8899]
    fields {
        PACKET "realtek.packet" "Unknown packet": Bytes;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    // What an empty frame is, nobody can say.
    cx.protocol("Realtek");
    cx.info_clear();
    let n = c.left();
    cx.field(PACKET, &mut c, n).map(|_| ())
}
