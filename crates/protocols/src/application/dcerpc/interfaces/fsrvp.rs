//! Shadow copies of shares, [MS-FSRVP].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    FSRVP "fsrvp" "File Server Remote VSS Protocol" "FSRVP" App
    on []
    fields {
        OPNUM "fsrvp.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "GetSupportedVersion",
        1 => "SetContext",
        2 => "StartShadowCopySet",
        3 => "AddToShadowCopySet",
        4 => "CommitShadowCopySet",
        5 => "ExposeShadowCopySet",
        6 => "RecoveryCompleteShadowCopySet",
        7 => "AbortShadowCopySet",
        8 => "IsPathSupported",
        9 => "IsPathShadowCopied",
        10 => "GetShareMapping",
        11 => "DeleteShareMapping",
        12 => "PrepareShadowCopySet",
    }
}
