//! Links that follow their files, [MS-DLTM].

use super::declines as dissect;
use requin_wire::{names, proto};

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
