//! Where objects are, [MS-DCOM].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    OXID "oxid" "DCOM OXID Resolver" "IOXIDResolver" App
    on []
    fields {
        OPNUM "oxid.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "ResolveOxid",
        1 => "SimplePing",
        2 => "ComplexPing",
        3 => "ServerAlive",
        4 => "ResolveOxid2",
        5 => "ServerAlive2",
    }
}
