//! References to objects, [MS-DCOM].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    REMUNK "remunk" "IRemUnknown" "IRemUnknown" App
    on []
    fields {
        OPNUM "remunk.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "QueryInterface",
        1 => "AddRef",
        2 => "Release",
        3 => "RemQueryInterface",
        4 => "RemAddRef",
        5 => "RemRelease",
        6 => "RemQueryInterface2",
    }
}
