//! Names of numbers in LDAP (RFC 4511), and of object identifiers that it uses.

use crate::application::x509::oid::resolved;
use requin_wire::names;
use std::borrow::Cow;

names! {
    /// Messages of Netlogon's pings ([MS-ADTS] 6.3.1.3).
    pub(super) NETLOGON {
        7 => "LOGON_PRIMARY_QUERY",
        12 => "LOGON_PRIMARY_RESPONSE",
        18 => "LOGON_SAM_LOGON_REQUEST",
        19 => "LOGON_SAM_LOGON_RESPONSE",
        20 => "LOGON_SAM_PAUSE_RESPONSE",
        23 => "LOGON_SAM_LOGON_RESPONSE_EX",
        24 => "LOGON_SAM_PAUSE_RESPONSE_EX",
        25 => "LOGON_SAM_USER_UNKNOWN_EX",
    }
    /// Operations.
    pub OPERATIONS {
        0 => "bindRequest",
        1 => "bindResponse",
        2 => "unbindRequest",
        3 => "searchRequest",
        4 => "searchResEntry",
        5 => "searchResDone",
        6 => "modifyRequest",
        7 => "modifyResponse",
        8 => "addRequest",
        9 => "addResponse",
        10 => "delRequest",
        11 => "delResponse",
        12 => "modDNRequest",
        13 => "modDNResponse",
        14 => "compareRequest",
        15 => "compareResponse",
        16 => "abandonRequest",
        19 => "searchResRef",
        23 => "extendedReq",
        24 => "extendedResp",
        25 => "intermediateResponse",
    }
    /// Results.
    pub RESULTS {
        0 => "success",
        1 => "operationsError",
        2 => "protocolError",
        3 => "timeLimitExceeded",
        4 => "sizeLimitExceeded",
        5 => "compareFalse",
        6 => "compareTrue",
        7 => "authMethodNotSupported",
        8 => "strongAuthRequired",
        10 => "referral",
        11 => "adminLimitExceeded",
        12 => "unavailableCriticalExtension",
        13 => "confidentialityRequired",
        14 => "saslBindInProgress",
        16 => "noSuchAttribute",
        17 => "undefinedAttributeType",
        18 => "inappropriateMatching",
        19 => "constraintViolation",
        20 => "attributeOrValueExists",
        21 => "invalidAttributeSyntax",
        32 => "noSuchObject",
        33 => "aliasProblem",
        34 => "invalidDNSyntax",
        36 => "aliasDereferencingProblem",
        48 => "inappropriateAuthentication",
        49 => "invalidCredentials",
        50 => "insufficientAccessRights",
        51 => "busy",
        52 => "unavailable",
        53 => "unwillingToPerform",
        54 => "loopDetect",
        64 => "namingViolation",
        65 => "objectClassViolation",
        66 => "notAllowedOnNonLeaf",
        67 => "notAllowedOnRDN",
        68 => "entryAlreadyExists",
        69 => "objectClassModsProhibited",
        71 => "affectsMultipleDSAs",
        80 => "other",
        118 => "canceled",
        119 => "noSuchOperation",
        120 => "tooLate",
        121 => "cannotCancel",
    }
    /// Scopes of searches.
    pub SCOPES {
        0 => "baseObject",
        1 => "singleLevel",
        2 => "wholeSubtree",
    }
    /// When aliases are followed.
    pub DEREF {
        0 => "neverDerefAliases",
        1 => "derefInSearching",
        2 => "derefFindingBaseObj",
        3 => "derefAlways",
    }
    /// Kinds of authentication.
    pub AUTHENTICATION {
        0 => "simple",
        3 => "sasl",
        10 => "ntlmsspNegotiate",
        11 => "ntlmsspAuth",
    }
    /// Kinds of filters.
    pub FILTERS {
        0 => "and",
        1 => "or",
        2 => "not",
        3 => "equalityMatch",
        4 => "substrings",
        5 => "greaterOrEqual",
        6 => "lessOrEqual",
        7 => "present",
        8 => "approxMatch",
        9 => "extensibleMatch",
    }
    /// Kinds of changes.
    pub CHANGES {
        0 => "add",
        1 => "delete",
        2 => "replace",
        3 => "increment",
    }
    /// Parts of values.
    pub SUBSTRINGS {
        0 => "initial",
        1 => "any",
        2 => "final",
    }
}

/// Controls and extensions by their object identifiers (RFC 2696, 2891, 4511, MS-ADTS).
const OIDS: &[(&str, &str)] = &[
    ("1.2.840.113556.1.4.319", "pagedResultsControl"),
    ("1.2.840.113556.1.4.417", "LDAP_SERVER_SHOW_DELETED_OID"),
    ("1.2.840.113556.1.4.473", "sortKeyList"),
    ("1.2.840.113556.1.4.474", "sortResult"),
    ("1.2.840.113556.1.4.521", "LDAP_SERVER_CROSSDOM_MOVE_TARGET_OID"),
    ("1.2.840.113556.1.4.528", "LDAP_SERVER_NOTIFICATION_OID"),
    ("1.2.840.113556.1.4.529", "LDAP_SERVER_EXTENDED_DN_OID"),
    ("1.2.840.113556.1.4.619", "LDAP_SERVER_LAZY_COMMIT_OID"),
    ("1.2.840.113556.1.4.800", "LDAP_CAP_ACTIVE_DIRECTORY_OID"),
    ("1.2.840.113556.1.4.801", "LDAP_SERVER_SD_FLAGS_OID"),
    ("1.2.840.113556.1.4.802", "LDAP_SERVER_RANGE_OPTION_OID"),
    ("1.2.840.113556.1.4.804", "LDAP_OID_COMPARATOR_OR"),
    ("1.2.840.113556.1.4.805", "LDAP_SERVER_TREE_DELETE_OID"),
    ("1.2.840.113556.1.4.841", "dirsync"),
    ("1.2.840.113556.1.4.970", "LDAP_SERVER_GET_STATS_OID"),
    ("1.2.840.113556.1.4.1338", "LDAP_SERVER_VERIFY_NAME_OID"),
    ("1.2.840.113556.1.4.1339", "LDAP_SERVER_DOMAIN_SCOPE_OID"),
    ("1.2.840.113556.1.4.1340", "LDAP_SERVER_SEARCH_OPTIONS_OID"),
    ("1.2.840.113556.1.4.1341", "LDAP_SERVER_RODC_DCPROMO_OID"),
    ("1.2.840.113556.1.4.1413", "LDAP_SERVER_PERMISSIVE_MODIFY_OID"),
    ("1.2.840.113556.1.4.1504", "LDAP_SERVER_ASQ_OID"),
    ("1.2.840.113556.1.4.1670", "LDAP_CAP_ACTIVE_DIRECTORY_V51_OID"),
    ("1.2.840.113556.1.4.1781", "LDAP_SERVER_FAST_BIND_OID"),
    ("1.2.840.113556.1.4.1791", "LDAP_CAP_ACTIVE_DIRECTORY_LDAP_INTEG_OID"),
    ("1.2.840.113556.1.4.1851", "LDAP_CAP_ACTIVE_DIRECTORY_ADAM_OID"),
    ("1.2.840.113556.1.4.1852", "LDAP_SERVER_QUOTA_CONTROL_OID"),
    ("1.2.840.113556.1.4.1907", "LDAP_SERVER_SHUTDOWN_NOTIFY_OID"),
    ("1.2.840.113556.1.4.1948", "LDAP_SERVER_RANGE_RETRIEVAL_NOERR_OID"),
    ("1.2.840.113556.1.4.1974", "LDAP_SERVER_FORCE_UPDATE_OID"),
    ("1.2.840.113556.1.4.2026", "LDAP_SERVER_DN_INPUT_OID"),
    ("1.2.840.113556.1.4.2064", "LDAP_SERVER_SHOW_RECYCLED_OID"),
    ("1.2.840.113556.1.4.2065", "LDAP_SERVER_SHOW_DEACTIVATED_LINK_OID"),
    ("1.2.840.113556.1.4.2066", "LDAP_SERVER_POLICY_HINTS_DEPRECATED_OID"),
    ("1.2.840.113556.1.4.2090", "LDAP_SERVER_DIRSYNC_EX_OID"),
    ("1.2.840.113556.1.4.2204", "LDAP_SERVER_TREE_DELETE_EX_OID"),
    ("1.2.840.113556.1.4.2205", "LDAP_SERVER_UPDATE_STATS_OID"),
    ("1.2.840.113556.1.4.2206", "LDAP_SERVER_SEARCH_HINTS_OID"),
    ("1.2.840.113556.1.4.2211", "LDAP_SERVER_EXPECTED_ENTRY_COUNT_OID"),
    ("1.2.840.113556.1.4.2239", "LDAP_SERVER_POLICY_HINTS_OID"),
    ("1.2.840.113556.1.4.2255", "LDAP_SERVER_SET_OWNER_OID"),
    ("1.2.840.113556.1.4.2256", "LDAP_SERVER_BYPASS_QUOTA_OID"),
    ("1.2.840.113556.1.4.2309", "LDAP_SERVER_LINK_TTL_OID"),
    ("1.2.840.113556.1.4.2330", "LDAP_SERVER_SET_CORRELATION_ID_OID"),
    ("1.2.840.113556.1.4.2354", "LDAP_SERVER_THREAD_TRACE_OVERRIDE_OID"),
    ("1.3.6.1.1.8", "cancelRequestOID"),
    ("1.3.6.1.4.1.42.2.27.8.5.1", "passwordPolicy"),
    ("1.3.6.1.4.1.1466.101.119.1", "DYNAMIC_REFRESH"),
    ("1.3.6.1.4.1.1466.20037", "LDAP_START_TLS_OID"),
    ("1.3.6.1.4.1.4203.1.9.1.1", "syncRequestOID"),
    ("1.3.6.1.4.1.4203.1.11.1", "passwdModifyOID"),
    ("2.16.840.1.113730.3.4.2", "Manage DSA IT LDAPv3 control"),
    ("2.16.840.1.113730.3.4.3", "Persistent Search LDAPv3 control"),
    ("2.16.840.1.113730.3.4.4", "Netscape Password Expired LDAPv3 control"),
    ("2.16.840.1.113730.3.4.5", "Netscape Password Expiring LDAPv3 control"),
    ("2.16.840.1.113730.3.4.9", "VLV Request LDAPv3 control"),
    ("2.16.840.1.113730.3.4.10", "VLV Response LDAPv3 control"),
    ("2.16.840.1.113730.3.4.12", "Proxied Authorization (version 1) control"),
    ("2.16.840.1.113730.3.4.18", "Proxied Authorization (version 2) Control"),
];

/// The name of an object identifier in dotted form, or what is known of its beginning.
pub fn oid(dotted: &[u8]) -> Option<Cow<'static, str>> {
    if let Some((_, name)) = OIDS.iter().find(|(d, _)| d.as_bytes() == dotted) {
        return Some(Cow::Borrowed(name));
    }
    let text = std::str::from_utf8(dotted).ok()?;
    let digits = text.bytes().all(|b| b == b'.' || b.is_ascii_digit());
    (digits && text.contains('.')).then(|| Cow::Owned(resolved(text)))
}
