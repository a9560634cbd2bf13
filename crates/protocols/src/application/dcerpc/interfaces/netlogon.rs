//! Logons to a domain, [MS-NRPC].

use super::declines as dissect;
use crate::application::dcerpc::ndr::Arg::{self, *};
use crate::application::smb::status::NT_STATUS;
use requin_wire::{Field, Names, names, proto};

proto! {
    RPC_NETLOGON "rpc_netlogon" "Microsoft Network Logon" "RPC_NETLOGON" App
    on []
    fields {
        OPNUM "netlogon.opnum" "Operation": U16 Dec = OPERATIONS;
        HANDLE "netlogon.handle" "Handle": Str;
        COMPUTER_NAME "netlogon.computer_name" "Computer Name": Str;
        CLIENTCHALLENGE "netlogon.clientchallenge" "Client Challenge": Bytes;
        SERVERCHALLENGE "netlogon.serverchallenge" "Server Challenge": Bytes;
        RC "netlogon.rc" "Return code": U32 Hex = NT_STATUS;
        ACCT_NAME "netlogon.acct_name" "Acct Name": Str;
        SEC_CHAN_TYPE "netlogon.sec_chan_type" "Sec Chan Type": U16 Dec = SEC_CHAN_TYPE_NAMES;
        CLIENTCRED "netlogon.clientcred" "Client Credential": Bytes;
        SERVERCRED "netlogon.servercred" "Server Credential": Bytes;
        NEG_FLAGS "netlogon.neg_flags" "Negotiation options": U32 Hex;
        SERVERRID "netlogon.serverrid" "Account RID": U32 Dec;
        OPTION_40000000 "ntlmssp.neg_flags.na8000000" "Authenticated RPC supported": Bool(32) & 0x40000000 = Names::Bools("Set", "Not set");
        OPTION_1000000 "ntlmssp.neg_flags.na100000" "AES supported": Bool(32) & 0x1000000 = Names::Bools("Set", "Not set");
        OPTION_200000 "ntlmssp.neg_flags.na200000" "RODC pass-through": Bool(32) & 0x200000 = Names::Bools("Set", "Not set");
        OPTION_80000 "ntlmssp.neg_flags.na80000" "Cross forest trust": Bool(32) & 0x80000 = Names::Bools("Set", "Not set");
        OPTION_40000 "ntlmssp.neg_flags.na40000" "GetDomainInfo supported": Bool(32) & 0x40000 = Names::Bools("Set", "Not set");
        OPTION_20000 "ntlmssp.neg_flags.na20000" "ServerPasswordSet2 supported": Bool(32) & 0x20000 = Names::Bools("Set", "Not set");
        OPTION_10000 "ntlmssp.neg_flags.na10000" "DNS trusts supported": Bool(32) & 0x10000 = Names::Bools("Set", "Not set");
        OPTION_8000 "ntlmssp.neg_flags.na8000" "Transitive trusts": Bool(32) & 0x8000 = Names::Bools("Set", "Not set");
        OPTION_4000 "ntlmssp.neg_flags.na4000" "Strong key": Bool(32) & 0x4000 = Names::Bools("Set", "Not set");
        OPTION_2000 "ntlmssp.neg_flags.na2000" "Avoid replication Auth database": Bool(32) & 0x2000 = Names::Bools("Set", "Not set");
        OPTION_1000 "ntlmssp.neg_flags.na1000" "Avoid replication account database": Bool(32) & 0x1000 = Names::Bools("Set", "Not set");
        OPTION_800 "ntlmssp.neg_flags.na800" "Concurrent RPC": Bool(32) & 0x800 = Names::Bools("Set", "Not set");
        OPTION_400 "ntlmssp.neg_flags.na400" "Generic pass-through": Bool(32) & 0x400 = Names::Bools("Set", "Not set");
        OPTION_200 "ntlmssp.neg_flags.na200" "SendToSam": Bool(32) & 0x200 = Names::Bools("Set", "Not set");
        OPTION_100 "ntlmssp.neg_flags.na100" "Refusal of password change": Bool(32) & 0x100 = Names::Bools("Set", "Not set");
        OPTION_80 "ntlmssp.neg_flags.na80" "DatabaseRedo call": Bool(32) & 0x80 = Names::Bools("Set", "Not set");
        OPTION_40 "ntlmssp.neg_flags.na40" "Handle multiple SIDs": Bool(32) & 0x40 = Names::Bools("Set", "Not set");
        OPTION_20 "ntlmssp.neg_flags.na20" "Restarting full DC sync": Bool(32) & 0x20 = Names::Bools("Set", "Not set");
        OPTION_10 "ntlmssp.neg_flags.na10" "BDC handling Changelogs": Bool(32) & 0x10 = Names::Bools("Set", "Not set");
        OPTION_8 "ntlmssp.neg_flags.na8" "Promotion count(deprecated)": Bool(32) & 0x8 = Names::Bools("Set", "Not set");
        OPTION_4 "ntlmssp.neg_flags.na4" "RC4 encryption": Bool(32) & 0x4 = Names::Bools("Set", "Not set");
        OPTION_2 "ntlmssp.neg_flags.na2" "NT3.5 BDC continuous update": Bool(32) & 0x2 = Names::Bools("Set", "Not set");
        OPTION_1 "ntlmssp.neg_flags.na1" "Account lockout": Bool(32) & 0x1 = Names::Bools("Set", "Not set");
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
    SEC_CHAN_TYPE_NAMES {
        0 => "SEC_CHAN_NULL",
        1 => "SEC_CHAN_LOCAL",
        2 => "SEC_CHAN_WKSTA",
        3 => "SEC_CHAN_DNS_DOMAIN",
        4 => "SEC_CHAN_DOMAIN",
        5 => "SEC_CHAN_LANMAN",
        6 => "SEC_CHAN_BDC",
        7 => "SEC_CHAN_RODC",
    }
}

/// What both ends can do ([MS-NRPC] 3.1.4.2).
const OPTIONS: &[Field] = &[
    OPTION_40000000,
    OPTION_1000000,
    OPTION_200000,
    OPTION_80000,
    OPTION_40000,
    OPTION_20000,
    OPTION_10000,
    OPTION_8000,
    OPTION_4000,
    OPTION_2000,
    OPTION_1000,
    OPTION_800,
    OPTION_400,
    OPTION_200,
    OPTION_100,
    OPTION_80,
    OPTION_40,
    OPTION_20,
    OPTION_10,
    OPTION_8,
    OPTION_4,
    OPTION_2,
    OPTION_1,
];

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (4, false) => &[Unique(&[Text(HANDLE)]), Told(COMPUTER_NAME), Bytes(CLIENTCHALLENGE, 8)],
        (4, true) => &[Bytes(SERVERCHALLENGE, 8), Code(RC)],
        (15, false) => &[
            Unique(&[Text(HANDLE)]),
            Text(ACCT_NAME),
            Enum(SEC_CHAN_TYPE),
            Text(COMPUTER_NAME),
            Bytes(CLIENTCRED, 8),
            Flags(NEG_FLAGS, OPTIONS),
        ],
        (15, true) => &[Bytes(SERVERCRED, 8), Flags(NEG_FLAGS, OPTIONS), Code(RC)],
        (26, false) => &[
            Unique(&[Text(HANDLE)]),
            Text(ACCT_NAME),
            Enum(SEC_CHAN_TYPE),
            Text(COMPUTER_NAME),
            Bytes(CLIENTCRED, 8),
            Flags(NEG_FLAGS, OPTIONS),
        ],
        (26, true) => &[Bytes(SERVERCRED, 8), Flags(NEG_FLAGS, OPTIONS), U32(SERVERRID), Code(RC)],
        _ => return None,
    })
}
