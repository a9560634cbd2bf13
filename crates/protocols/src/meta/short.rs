//! Marks a frame whose capture ended before the protocol did.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    WS_SHORT "_ws.short" "Short Frame" "Short" App
    on []
    fields {}
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Ok(())
}
