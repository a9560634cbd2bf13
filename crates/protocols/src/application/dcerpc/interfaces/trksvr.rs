//! Links that follow their files, [MS-DLTM].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    TRKSVR "trksvr" "Microsoft Distributed Link Tracking Server Service" "TRKSVR" App
    on []
    fields {
        OPNUM "trksvr.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "LnkSvrMessage",
    }
}

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
