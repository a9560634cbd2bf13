//! Shutting down a host, [MS-RSP].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    INITSHUTDOWN "initshutdown" "Init shutdown service" "INITSHUTDOWN" App
    on []
    fields {
        OPNUM "initshutdown.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "Init",
        1 => "Abort",
        2 => "InitEx",
    }
}

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
