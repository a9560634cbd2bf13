//! Marks a fragment that would have to be put together first.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    WS_UNREASSEMBLED "_ws.unreassembled" "Unreassembled Fragmented Packet" "Unreassembled" App
    on []
    fields {}
    experts {
        EXPERT "_ws.unreassembled.expert" Note Reassemble "Unreassembled fragment (change preferences to enable reassembly)";
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Ok(())
}
