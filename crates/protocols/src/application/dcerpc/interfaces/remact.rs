//! Activation of objects, as it was first, [MS-DCOM].

use super::declines as dissect;
use requin_wire::{names, proto};

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
