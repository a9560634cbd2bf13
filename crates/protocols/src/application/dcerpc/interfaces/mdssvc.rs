//! Searching a share (Spotlight).

use super::declines as dissect;
use requin_wire::{names, proto};

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
