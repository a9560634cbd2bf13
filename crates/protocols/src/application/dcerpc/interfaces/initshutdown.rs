//! Shutting down a host, [MS-RSP].

use super::declines as dissect;
use requin_wire::{names, proto};

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
