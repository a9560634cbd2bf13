//! Logons to a domain, [MS-NRPC].

use super::declines as dissect;
use super::svcctl::CODES;
use crate::application::dcerpc::NT_GUID;
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
        OPTION_20000000 "ntlmssp.neg_flags.na8000000" "Authenticated RPC via lsass supported": Bool(32) & 0x20000000 = Names::Bools("Set", "Not set");
        OPTION_1000000 "ntlmssp.neg_flags.na100000" "AES supported": Bool(32) & 0x1000000 = Names::Bools("Set", "Not set");
        OPTION_200000 "ntlmssp.neg_flags.na200000" "RODC pass-through": Bool(32) & 0x200000 = Names::Bools("Set", "Not set");
        OPTION_100000 "ntlmssp.neg_flags.na100000" "NO NT4 emulation": Bool(32) & 0x100000 = Names::Bools("Set", "Not set");
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
        DC_FLAGS_DNS_FOREST "netlogon.dc.flags.dns_forest" "DNS Forest": Bool(32) & 0x80000000 = Names::Bools("DnsForestName is a DNS name", "DnsForestName is NOT a dns name");
        DC_FLAGS_DNS_DOMAIN "netlogon.dc.flags.dns_domain" "DNS Domain": Bool(32) & 0x40000000 = Names::Bools("DomainName is a DNS name", "DomainName is NOT a dns name");
        DC_FLAGS_DNS_CONTROLLER "netlogon.dc.flags.dns_controller" "DNS Controller": Bool(32) & 0x20000000 = Names::Bools("DomainControllerName is a DNS name", "DomainControllerName is NOT a dns name");
        DC_FLAGS_NDNC "netlogon.dc.flags.ndnc" "NDNC": Bool(32) & 0x400 = Names::Bools("NDNC is set", "ndnc is NOT set");
        DC_FLAGS_GOOD_TIMESERV "netlogon.dc.flags.good_timeserv" "Good Timeserv": Bool(32) & 0x200 = Names::Bools("this server is a GOOD TIMESERV server", "this is NOT a good timeserv server");
        DC_FLAGS_WRITABLE "netlogon.dc.flags.writable" "Writable": Bool(32) & 0x100 = Names::Bools("this server has a WRITABLE ds database", "this server has a READ-ONLY ds database");
        DC_FLAGS_CLOSEST "netlogon.dc.flags.closest" "Closest": Bool(32) & 0x80 = Names::Bools("this is the CLOSEST server", "this is NOT the closest server");
        DC_FLAGS_TIMESERV "netlogon.dc.flags.timeserv" "Timeserv": Bool(32) & 0x40 = Names::Bools("this is a TIMESERV server", "this is NOT a timeserv server");
        DC_FLAGS_KDC "netlogon.dc.flags.kdc" "KDC": Bool(32) & 0x20 = Names::Bools("this is a KDC server", "this is NOT a kdc server");
        DC_FLAGS_DS "netlogon.dc.flags.ds" "DS": Bool(32) & 0x10 = Names::Bools("this is a DS server", "this is NOT a ds server");
        DC_FLAGS_LDAP "netlogon.dc.flags.ldap" "LDAP": Bool(32) & 0x8 = Names::Bools("this is an LDAP server", "this is NOT an ldap server");
        DC_FLAGS_GC "netlogon.dc.flags.gc" "GC": Bool(32) & 0x4 = Names::Bools("this is the GC of the forest", "this is NOT the gc of the forest");
        DC_FLAGS_PDC "netlogon.dc.flags.pdc" "PDC": Bool(32) & 0x1 = Names::Bools("this is the PDC of the domain", "this is NOT the pdc of the domain");
        GET_DCNAME_REQUEST_FLAGS_RETURN_FLAT_NAME "netlogon.get_dcname.request.flags.return_flat_name" "Return Flat Name": Bool(32) & 0x80000000 = Names::Bools("return a NetBIOS name", "you may return a NON-NetBIOS name");
        GET_DCNAME_REQUEST_FLAGS_RETURN_DNS_NAME "netlogon.get_dcname.request.flags.return_dns_name" "Return DNS Name": Bool(32) & 0x40000000 = Names::Bools("return a DNS name", "you may return a NON-dns name");
        GET_DCNAME_REQUEST_FLAGS_IS_DNS_NAME "netlogon.get_dcname.request.flags.is_dns_name" "Is DNS Name": Bool(32) & 0x20000 = Names::Bools("the name we specify is a DNS name", "the name we specify is NOT a dns name");
        GET_DCNAME_REQUEST_FLAGS_IS_FLAT_NAME "netlogon.get_dcname.request.flags.is_flat_name" "Is Flat Name": Bool(32) & 0x10000 = Names::Bools("the name we specify is a NetBIOS name", "the name we specify is NOT a NetBIOS name");
        GET_DCNAME_REQUEST_FLAGS_ONLY_LDAP_NEEDED "netlogon.get_dcname.request.flags.only_ldap_needed" "Only LDAP Needed": Bool(32) & 0x8000 = Names::Bools("we ONLY NEED LDAP; you don't have to return a dc", "we need a normal dc; an ldap only server will not do");
        GET_DCNAME_REQUEST_FLAGS_AVOID_SELF "netlogon.get_dcname.request.flags.avoid_self" "Avoid Self": Bool(32) & 0x4000 = Names::Bools("do NOT return self as dc; return someone else", "you may return yourSELF as the dc");
        GET_DCNAME_REQUEST_FLAGS_GOOD_TIMESERV_PREFERRED "netlogon.get_dcname.request.flags.good_timeserv_preferred" "Timeserv Preferred": Bool(32) & 0x2000 = Names::Bools("GOOD TIMESERV servers are PREFERRED", "we do NOT have a preference for good timeserv servers");
        GET_DCNAME_REQUEST_FLAGS_WRITABLE_REQUIRED "netlogon.get_dcname.request.flags.writable_required" "Writable Required": Bool(32) & 0x1000 = Names::Bools("the returned dc MUST be WRITEABLE", "a read-only dc may be returned");
        GET_DCNAME_REQUEST_FLAGS_TIMESERV_REQUIRED "netlogon.get_dcname.request.flags.timeserv_required" "Timeserv Required": Bool(32) & 0x800 = Names::Bools("TIMESERV service is REQUIRED", "timeserv service is NOT required");
        GET_DCNAME_REQUEST_FLAGS_KDC_REQUIRED "netlogon.get_dcname.request.flags.kdc_required" "KDC Required": Bool(32) & 0x400 = Names::Bools("KDC server is REQUIRED", "kdc server is NOT required");
        GET_DCNAME_REQUEST_FLAGS_IP_REQUIRED "netlogon.get_dcname.request.flags.ip_required" "IP Required": Bool(32) & 0x200 = Names::Bools("IP address is REQUIRED", "ip address is NOT required");
        GET_DCNAME_REQUEST_FLAGS_BACKGROUND_ONLY "netlogon.get_dcname.request.flags.background_only" "Background Only": Bool(32) & 0x100 = Names::Bools("Only return cached data, even if it has expired", "Return cached data unless it has expired");
        GET_DCNAME_REQUEST_FLAGS_PDC_REQUIRED "netlogon.get_dcname.request.flags.pdc_required" "PDC Required": Bool(32) & 0x80 = Names::Bools("PDC SERVER is REQUIRED", "pdc server is NOT required");
        GET_DCNAME_REQUEST_FLAGS_GC_SERVER_REQUIRED "netlogon.get_dcname.request.flags.gc_server_required" "GC Required": Bool(32) & 0x40 = Names::Bools("GC SERVER is REQUIRED", "gc server is NOT required");
        GET_DCNAME_REQUEST_FLAGS_DS_PREFERRED "netlogon.get_dcname.request.flags.ds_preferred" "DS Preferred": Bool(32) & 0x20 = Names::Bools("DIRECTORY SERVICE servers are PREFERRED", "We do NOT have a preference for directory service servers");
        GET_DCNAME_REQUEST_FLAGS_DS_REQUIRED "netlogon.get_dcname.request.flags.ds_required" "DS Required": Bool(32) & 0x10 = Names::Bools("DIRECTORY SERVICE is REQUIRED on the server", "We do NOT require directory service servers");
        GET_DCNAME_REQUEST_FLAGS_FORCE_REDISCOVERY "netlogon.get_dcname.request.flags.force_rediscovery" "Force Rediscovery": Bool(32) & 0x1 = Names::Bools("FORCE REDISCOVERY of any cached data", "You may return cached data");
        TRUST_FLAGS_INBOUND "netlogon.trust.flags.inbound" "Inbound Trust": Bool(32) & 0x20 = Names::Bools("There is a DIRECT INBOUND trust for the servers domain", "There is NO direct inbound trust for the servers domain");
        TRUST_FLAGS_NATIVE_MODE "netlogon.trust.flags.native_mode" "Native Mode": Bool(32) & 0x10 = Names::Bools("The primary domain is a NATIVE MODE w2k domain", "The primary is NOT a native mode w2k domain");
        TRUST_FLAGS_PRIMARY "netlogon.trust.flags.primary" "Primary": Bool(32) & 0x8 = Names::Bools("The domain is the PRIMARY domain of the queried server", "The domain is NOT the primary domain of the queried server");
        TRUST_FLAGS_TREE_ROOT "netlogon.trust.flags.tree_root" "Tree Root": Bool(32) & 0x4 = Names::Bools("The domain is the ROOT of a domain TREE", "The domain is NOT a root of a domain tree");
        TRUST_FLAGS_OUTBOUND "netlogon.trust.flags.outbound" "Outbound Trust": Bool(32) & 0x2 = Names::Bools("There is a DIRECT OUTBOUND trust for this domain", "There is NO direct outbound trust for this domain");
        TRUST_FLAGS_IN_FOREST "netlogon.trust.flags.in_forest" "In Forest": Bool(32) & 0x1 = Names::Bools("The domain is a member IN the same FOREST as the queried server", "The domain is NOT a member of the queried servers domain");
        CREDENTIAL "netlogon.credential" "Credential": Bytes;
        TIMESTAMP "netlogon.timestamp" "Timestamp": AbsTime Utc;
        DC_NAME "netlogon.dc.name" "DC Name": Str;
        DC_ADDRESS "netlogon.dc.address" "DC Address": Str;
        DC_ADDRESS_TYPE "netlogon.dc.address_type" "DC Address Type": U32 Dec = DC_ADDRESS_TYPE_NAMES;
        DOMAIN "netlogon.domain" "Domain": Str;
        DNS_FOREST_NAME "netlogon.dns.forest_name" "DNS Forest Name": Str;
        DC_FLAGS "netlogon.dc.flags" "Domain Controller Flags": U32 Hex;
        DC_SITE_NAME "netlogon.dc.site_name" "DC Site Name": Str;
        CLIENT_SITE_NAME "netlogon.client.site_name" "Client Site Name": Str;
        LM_OWF_PWD_ENCRYPTED "netlogon.lm_owf_pwd.encrypted" "Encrypted LM Pwd": Bytes;
        CODE "netlogon.code" "Code": U32 Hex;
        LEVEL "netlogon.level" "Level": U32 Dec;
        FLAGS "netlogon.flags" "Flags": U32 Hex;
        SITE_NAME "netlogon.site_name" "Site Name": Str;
        GET_DCNAME_REQUEST_FLAGS "netlogon.get_dcname.request.flags" "Flags": U32 Hex;
        DOS_RC "netlogon.dos.rc" "DOS error code": U32 Hex = CODES;
        UNKNOWN_LONG "netlogon.unknown.long" "Unknown long": U32 Hex;
        TRUST_FLAGS "netlogon.trust_flags" "Trust Flags": U32 Hex;
        CHANNEL_MESSAGE_TYPE "netlogon.secchan.nl_auth_message.message_type" "Message Type": U32 Hex = CHANNEL_MESSAGE_TYPE_NAMES;
        CHANNEL_MESSAGE_FLAGS "netlogon.secchan.nl_auth_message.message_flags" "Message Flags": U32 Hex;
        CHANNEL_MESSAGE_FLAGS_NB_DOMAIN "netlogon.secchan.nl_auth_message.message_flags.nb_domain" "NetBios Domain": Bool(32) & 0x1;
        CHANNEL_MESSAGE_FLAGS_NB_HOST "netlogon.secchan.nl_auth_message.message_flags.nb_host" "NetBios Host": Bool(32) & 0x2;
        CHANNEL_MESSAGE_FLAGS_DNS_DOMAIN "netlogon.secchan.nl_auth_message.message_flags.dns_domain" "DNS Domain": Bool(32) & 0x4;
        CHANNEL_MESSAGE_FLAGS_DNS_HOST "netlogon.secchan.nl_auth_message.message_flags.dns_host" "DNS Host": Bool(32) & 0x8;
        CHANNEL_MESSAGE_FLAGS_NB_HOST_UTF8 "netlogon.secchan.nl_auth_message.message_flags.nb_host_utf8" "NetBios Host(UTF8)": Bool(32) & 0x10;
        CHANNEL_NB_DOMAIN "netlogon.secchan.nl_auth_message.nb_domain" "NetBios Domain": Str;
        CHANNEL_NB_HOST "netlogon.secchan.nl_auth_message.nb_host" "NetBios Host": Str;
        CHANNEL_DNS_DOMAIN "netlogon.secchan.nl_auth_message.dns_domain" "DNS Domain": Str;
        CHANNEL_DNS_HOST "netlogon.secchan.nl_auth_message.dns_host" "DNS Host": Str;
        CHANNEL_NB_HOST_UTF8 "netlogon.secchan.nl_auth_message.nb_host_utf8" "NetBios Host(UTF8)": Str;
        CHANNEL_VERIFIER "netlogon.secchan.verifier" "Secure Channel Verifier": None;
        CHANNEL_SIGNALG "netlogon.secchan.signalg" "Sign algorithm": U16 Hex = CHANNEL_SIGNALG_NAMES;
        CHANNEL_SEALALG "netlogon.secchan.sealalg" "Seal algorithm": U16 Hex = CHANNEL_SEALALG_NAMES;
        CHANNEL_FLAGS "netlogon.secchan.flags" "Flags": Bytes;
        CHANNEL_SEQ "netlogon.secchan.seq" "Sequence No": Bytes;
        CHANNEL_DIGEST "netlogon.secchan.digest" "Packet Digest": Bytes;
        CHANNEL_NONCE "netlogon.secchan.nonce" "Nonce": Bytes;
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
    DC_ADDRESS_TYPE_NAMES {
        1 => "IP/DNS name",
        2 => "NetBIOS name",
    }
    CHANNEL_MESSAGE_TYPE_NAMES {
        0 => "Request",
        1 => "Response",
    }
    CHANNEL_SIGNALG_NAMES {
        119 => "HMAC-MD5",
    }
    CHANNEL_SEALALG_NAMES {
        122 => "RC4",
        65535 => "Not Encrypted",
    }
}

/// What both ends can do ([MS-NRPC] 3.1.4.2).
const OPTIONS: &[Field] = &[
    OPTION_40000000,
    OPTION_20000000,
    OPTION_1000000,
    OPTION_200000,
    OPTION_100000,
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

/// What a domain controller is ([MS-NRPC] 2.2.1.2.1).
const CONTROLLER: &[Field] = &[
    DC_FLAGS_DNS_FOREST,
    DC_FLAGS_DNS_DOMAIN,
    DC_FLAGS_DNS_CONTROLLER,
    DC_FLAGS_NDNC,
    DC_FLAGS_GOOD_TIMESERV,
    DC_FLAGS_WRITABLE,
    DC_FLAGS_CLOSEST,
    DC_FLAGS_TIMESERV,
    DC_FLAGS_KDC,
    DC_FLAGS_DS,
    DC_FLAGS_LDAP,
    DC_FLAGS_GC,
    DC_FLAGS_PDC,
];
/// What a domain controller has to be (3.5.4.3.1).
const SOUGHT: &[Field] = &[
    GET_DCNAME_REQUEST_FLAGS_RETURN_FLAT_NAME,
    GET_DCNAME_REQUEST_FLAGS_RETURN_DNS_NAME,
    GET_DCNAME_REQUEST_FLAGS_IS_DNS_NAME,
    GET_DCNAME_REQUEST_FLAGS_IS_FLAT_NAME,
    GET_DCNAME_REQUEST_FLAGS_ONLY_LDAP_NEEDED,
    GET_DCNAME_REQUEST_FLAGS_AVOID_SELF,
    GET_DCNAME_REQUEST_FLAGS_GOOD_TIMESERV_PREFERRED,
    GET_DCNAME_REQUEST_FLAGS_WRITABLE_REQUIRED,
    GET_DCNAME_REQUEST_FLAGS_TIMESERV_REQUIRED,
    GET_DCNAME_REQUEST_FLAGS_KDC_REQUIRED,
    GET_DCNAME_REQUEST_FLAGS_IP_REQUIRED,
    GET_DCNAME_REQUEST_FLAGS_BACKGROUND_ONLY,
    GET_DCNAME_REQUEST_FLAGS_PDC_REQUIRED,
    GET_DCNAME_REQUEST_FLAGS_GC_SERVER_REQUIRED,
    GET_DCNAME_REQUEST_FLAGS_DS_PREFERRED,
    GET_DCNAME_REQUEST_FLAGS_DS_REQUIRED,
    GET_DCNAME_REQUEST_FLAGS_FORCE_REDISCOVERY,
];
/// Which trusts are meant (3.5.4.7.1).
const TRUSTS: &[Field] = &[
    TRUST_FLAGS_INBOUND,
    TRUST_FLAGS_NATIVE_MODE,
    TRUST_FLAGS_PRIMARY,
    TRUST_FLAGS_TREE_ROOT,
    TRUST_FLAGS_OUTBOUND,
    TRUST_FLAGS_IN_FOREST,
];

/// Who calls, in the interface's words.
const SERVER: Arg = Unique(&[Text(HANDLE)]);

/// What shows that it is still the same one (2.2.1.1.5).
const AUTHENTICATOR: Arg = Inline(&[Bytes(CREDENTIAL, 8), Seconds(TIMESTAMP)]);

/// A domain controller (2.2.1.2.1).
const FOUND: Arg = Unique(&[Inline(&[
    Unique(&[Text(DC_NAME)]),
    Unique(&[Text(DC_ADDRESS)]),
    U32(DC_ADDRESS_TYPE),
    Guid(NT_GUID),
    Unique(&[Text(DOMAIN)]),
    Unique(&[Text(DNS_FOREST_NAME)]),
    Flags(DC_FLAGS, CONTROLLER),
    Unique(&[Text(DC_SITE_NAME)]),
    Unique(&[Text(CLIENT_SITE_NAME)]),
])]);

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
        (6, false) => &[
            SERVER,
            Text(ACCT_NAME),
            Enum(SEC_CHAN_TYPE),
            Text(COMPUTER_NAME),
            AUTHENTICATOR,
            Bytes(LM_OWF_PWD_ENCRYPTED, 16),
        ],
        (6, true) => &[AUTHENTICATOR, Code(RC)],
        (12, false) => &[SERVER, U32(CODE), U32(LEVEL)],
        (20, false) => {
            &[SERVER, Unique(&[Text(DOMAIN)]), Unique(&[Guid(NT_GUID)]), Unique(&[Guid(NT_GUID)]), U32(FLAGS)]
        }
        (27, false) => &[
            SERVER,
            Unique(&[Text(DOMAIN)]),
            Unique(&[Guid(NT_GUID)]),
            Unique(&[Text(SITE_NAME)]),
            Flags(GET_DCNAME_REQUEST_FLAGS, SOUGHT),
        ],
        (27, true) => &[FOUND, Code(RC)],
        (28, false) => &[SERVER],
        (28, true) => &[Unique(&[Told(SITE_NAME)]), Code(DOS_RC)],
        (34, false) => &[
            SERVER,
            Unique(&[Text(ACCT_NAME)]),
            U32(UNKNOWN_LONG),
            Unique(&[Text(DOMAIN)]),
            Unique(&[Guid(NT_GUID)]),
            Unique(&[Text(SITE_NAME)]),
            U32(UNKNOWN_LONG),
        ],
        (20 | 34, true) => &[FOUND, Code(DOS_RC)],
        (40, false) => &[SERVER, Flags(TRUST_FLAGS, TRUSTS)],
        _ => return None,
    })
}
