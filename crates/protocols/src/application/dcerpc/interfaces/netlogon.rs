//! Logons to a domain, [MS-NRPC].

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    RPC_NETLOGON "rpc_netlogon" "Microsoft Network Logon" "RPC_NETLOGON" App
    on []
    fields {
        OPNUM "netlogon.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "NetrLogonUasLogon",
        1 => "NetrLogonUasLogoff",
        2 => "NetrLogonSamLogon",
        3 => "NetrLogonSamLogoff",
        4 => "NetrServerReqChallenge",
        5 => "NetrServerAuthenticate",
        6 => "NetrServerPasswordSet",
        7 => "NetrDatabaseDeltas",
        8 => "NetrDatabaseSync",
        9 => "NetrAccountDeltas",
        10 => "NetrAccountSync",
        11 => "NetrGetDCName",
        12 => "NetrLogonControl",
        13 => "NetrGetAnyDCName",
        14 => "NetrLogonControl2",
        15 => "NetrServerAuthenticate2",
        16 => "NetrDatabaseSync2",
        17 => "NetrDatabaseRedo",
        18 => "NetrLogonControl2Ex",
        19 => "NetrEnumerateTrustedDomains",
        20 => "DsrGetDcName",
        21 => "NetrLogonDummyRoutine1",
        22 => "NetrLogonSetServiceBits",
        23 => "NetrLogonGetTrustRid",
        24 => "NetrLogonComputeServerDigest",
        25 => "NetrLogonComputeClientDigest",
        26 => "NetrServerAuthenticate3",
        27 => "DsrGetDcNameEx",
        28 => "DsrGetSiteName",
        29 => "NetrLogonGetDomainInfo",
        30 => "NetrServerPasswordSet2",
        31 => "NetrServerPasswordGet",
        32 => "NetrLogonSendToSam",
        33 => "DsrAddressToSiteNamesW",
        34 => "DsrGetDcNameEx2",
        35 => "NetrLogonGetTimeServiceParentDomain",
        36 => "NetrEnumerateTrustedDomainsEx",
        37 => "DsrAddressToSiteNamesExW",
        38 => "DsrGetDcSiteCoverageW",
        39 => "NetrLogonSamLogonEx",
        40 => "DsrEnumerateDomainTrusts",
        41 => "DsrDeregisterDnsHostRecords",
        42 => "NetrServerTrustPasswordsGet",
        43 => "DsrGetForestTrustInformation",
        44 => "NetrGetForestTrustInformation",
        45 => "NetrLogonSamLogonWithFlags",
        46 => "NetrServerGetTrustInfo",
    }
}

/// Calls are shown where they are carried: see [`super::call`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}
