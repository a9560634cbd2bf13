//! Changes in a cluster, [MS-SWN].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    WITNESS "witness" "SMB Witness Service" "WITNESS" App
    on []
    fields {
        OPNUM "witness.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "GetInterfaceList",
        1 => "Register",
        2 => "UnRegister",
        3 => "AsyncNotify",
        4 => "RegisterEx",
    }
}

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
