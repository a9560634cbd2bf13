//! Searching a share (Spotlight).

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    MDSSVC "mdssvc" "Spotlight metadata search service" "MDSSVC" App
    on []
    fields {
        OPNUM "mdssvc.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "open",
        1 => "unknown1",
        2 => "cmd",
        3 => "close",
    }
}

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
