//! Jobs at set times, [MS-TSCH].

use super::declines as dissect;
use requin_wire::{names, proto};

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
