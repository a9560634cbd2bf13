//! Activation of objects, as it was first, [MS-DCOM].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    REMACT "remact" "DCOM IRemoteActivation" "REMACT" App
    on []
    fields {
        OPNUM "remact.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "RemoteActivation",
    }
}

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
