//! Address books, [MS-OXNSPI].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    NSPI "nspi" "Exchange 5.5 Name Service Provider" "NSPI" App
    on []
    fields {
        OPNUM "nspi.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "NspiBind",
        1 => "NspiUnbind",
        2 => "NspiUpdateStat",
        3 => "NspiQueryRows",
        4 => "NspiSeekEntries",
        5 => "NspiGetMatches",
        6 => "NspiResortRestriction",
        7 => "NspiDNToEph",
        8 => "NspiGetPropList",
        9 => "NspiGetProps",
        10 => "NspiCompareDNTs",
        11 => "NspiModProps",
        12 => "NspiGetHierarchyInfo",
        13 => "NspiGetTemplateInfo",
        14 => "NspiModLInkAtt",
        15 => "NspiDeleteEntries",
        16 => "NspiQueryColumns",
        17 => "NspiGetNamesFromIDs",
        18 => "NspiGetIDsFromNames",
        19 => "NspiResolveNames",
        20 => "NspiResolveNamesW",
    }
}
