//! Marks a frame that breaks its protocol.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    WS_MALFORMED "_ws.malformed" "Malformed Packet" "Malformed packet" App
    on []
    fields {}
    experts {
        EXPERT "_ws.malformed.expert" Error Malformed "Malformed Packet (Exception occurred)";
        REASSEMBLY "_ws.malformed.reassembly" Error Malformed "Reassembly error";
        BUG "_ws.malformed.dissector_bug" Error Malformed "Dissector bug";
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Ok(())
}
