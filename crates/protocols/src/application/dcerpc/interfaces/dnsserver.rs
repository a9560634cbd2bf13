//! Administration of a DNS server, [MS-DNSP].

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    DNSSERVER "dnsserver" "DNS Server" "DNSSERVER" App
    on []
    fields {
        OPNUM "dnsserver.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "DnssrvOperation",
        1 => "DnssrvQuery",
        2 => "DnssrvComplexOperation",
        3 => "DnssrvEnumRecords",
        4 => "DnssrvUpdateRecord",
        5 => "DnssrvOperation2",
        6 => "DnssrvQuery2",
        7 => "DnssrvComplexOperation2",
        8 => "DnssrvEnumRecords2",
        9 => "DnssrvUpdateRecord2",
    }
}
