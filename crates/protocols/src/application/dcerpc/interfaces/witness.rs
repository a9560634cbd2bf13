//! Changes in a cluster, [MS-SWN].

use super::declines as dissect;
use requin_wire::{names, proto};

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
