//! Jobs at set times, [MS-TSCH].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    ATSVC "atsvc" "Microsoft AT-Scheduler Service" "ATSVC" App
    on []
    fields {
        OPNUM "atsvc.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "JobAdd",
        1 => "JobDel",
        2 => "JobEnum",
        3 => "JobGetInfo",
    }
}

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
