//! The local security authority, [MS-LSAD] and [MS-LSAT].

use super::declines as dissect;
use crate::application::dcerpc::ndr::Arg::{self, *};
use crate::application::smb::status::NT_STATUS;
use requin_wire::{Field, Names, names, proto};

proto! {
    LSARPC "lsarpc" "Local Security Authority" "LSARPC" App
    on []
    fields {
        OPNUM "lsarpc.opnum" "Operation": U16 Dec = OPERATIONS;
        STATUS "lsarpc.status" "NT Error": U32 Hex = NT_STATUS;
        POLICY_ACCESS_MASK "lsarpc.policy.access_mask" "Access Mask": U32 Hex;
        LSA_STRING "lsarpc.lsa.string" "String": Str;
        OBJECT_ATTRIBUTE_LEN "lsarpc.lsa_ObjectAttribute.len" "Len": U32 Dec;
        OBJECT_ATTRIBUTE_ROOT_DIR "lsarpc.lsa_ObjectAttribute.root_dir" "Root Dir": U8 Dec;
        OBJECT_ATTRIBUTE_OBJECT_NAME "lsarpc.lsa_ObjectAttribute.object_name" "Object Name": Str;
        OBJECT_ATTRIBUTE_ATTRIBUTES "lsarpc.lsa_ObjectAttribute.attributes" "Attributes": U32 Dec;
        OBJECT_ATTRIBUTE_SEC_QOS "lsarpc.lsa_ObjectAttribute.sec_qos" "Sec Qos": None;
        QOS_INFO_LEN "lsarpc.lsa_QosInfo.len" "Len": U32 Dec;
        QOS_INFO_IMPERSONATION_LEVEL "lsarpc.lsa_QosInfo.impersonation_level" "Impersonation Level": U32 Dec = QOS_INFO_IMPERSONATION_LEVEL_NAMES;
        QOS_INFO_CONTEXT_MODE "lsarpc.lsa_QosInfo.context_mode" "Context Mode": U8 Dec;
        QOS_INFO_EFFECTIVE_ONLY "lsarpc.lsa_QosInfo.effective_only" "Effective Only": U8 Dec;
        STRING_LENGTH "lsarpc.lsa_String.length" "Length": U16 Dec;
        STRING_SIZE "lsarpc.lsa_String.size" "Size": U16 Dec;
        STRING_POINTER_STRING "lsarpc.lsa_StringPointer.string" "String": None;
        CLOSE_HANDLE "lsarpc.lsa_Close.handle" "Handle": Bytes;
        OPEN_POLICY2_SYSTEM_NAME "lsarpc.lsa_OpenPolicy2.system_name" "System Name": Str;
        OPEN_POLICY2_ATTR "lsarpc.lsa_OpenPolicy2.attr" "Attr": None;
        OPEN_POLICY2_HANDLE "lsarpc.lsa_OpenPolicy2.handle" "Handle": Bytes;
        OPEN_POLICY_SYSTEM_NAME "lsarpc.lsa_OpenPolicy.system_name" "System Name": U16 Dec;
        OPEN_POLICY_ATTR "lsarpc.lsa_OpenPolicy.attr" "Attr": None;
        OPEN_POLICY_HANDLE "lsarpc.lsa_OpenPolicy.handle" "Handle": Bytes;
        QUERY_INFO_POLICY_HANDLE "lsarpc.lsa_QueryInfoPolicy.handle" "Handle": Bytes;
        QUERY_INFO_POLICY_LEVEL "lsarpc.lsa_QueryInfoPolicy.level" "Level": U32 Dec = QUERY_INFO_POLICY_LEVEL_NAMES;
        GET_USER_NAME_SYSTEM_NAME "lsarpc.lsa_GetUserName.system_name" "System Name": Str;
        GET_USER_NAME_ACCOUNT_NAME "lsarpc.lsa_GetUserName.account_name" "Account Name": None;
        GET_USER_NAME_AUTHORITY_NAME "lsarpc.lsa_GetUserName.authority_name" "Authority Name": None;
        POLICY_ACCESS_MASK_LSA_POLICY_AUDIT_LOG_ADMIN "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_AUDIT_LOG_ADMIN" "LSA POLICY AUDIT LOG ADMIN": Bool(32) & 0x200 = Names::Bools("LSA_POLICY_AUDIT_LOG_ADMIN is SET", "LSA_POLICY_AUDIT_LOG_ADMIN is NOT SET");
        POLICY_ACCESS_MASK_LSA_POLICY_CREATE_ACCOUNT "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_CREATE_ACCOUNT" "LSA POLICY CREATE ACCOUNT": Bool(32) & 0x10 = Names::Bools("LSA_POLICY_CREATE_ACCOUNT is SET", "LSA_POLICY_CREATE_ACCOUNT is NOT SET");
        POLICY_ACCESS_MASK_LSA_POLICY_CREATE_PRIVILEGE "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_CREATE_PRIVILEGE" "LSA POLICY CREATE PRIVILEGE": Bool(32) & 0x40 = Names::Bools("LSA_POLICY_CREATE_PRIVILEGE is SET", "LSA_POLICY_CREATE_PRIVILEGE is NOT SET");
        POLICY_ACCESS_MASK_LSA_POLICY_CREATE_SECRET "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_CREATE_SECRET" "LSA POLICY CREATE SECRET": Bool(32) & 0x20 = Names::Bools("LSA_POLICY_CREATE_SECRET is SET", "LSA_POLICY_CREATE_SECRET is NOT SET");
        POLICY_ACCESS_MASK_LSA_POLICY_GET_PRIVATE_INFORMATION "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_GET_PRIVATE_INFORMATION" "LSA POLICY GET PRIVATE INFORMATION": Bool(32) & 0x4 = Names::Bools("LSA_POLICY_GET_PRIVATE_INFORMATION is SET", "LSA_POLICY_GET_PRIVATE_INFORMATION is NOT SET");
        POLICY_ACCESS_MASK_LSA_POLICY_LOOKUP_NAMES "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_LOOKUP_NAMES" "LSA POLICY LOOKUP NAMES": Bool(32) & 0x800 = Names::Bools("LSA_POLICY_LOOKUP_NAMES is SET", "LSA_POLICY_LOOKUP_NAMES is NOT SET");
        POLICY_ACCESS_MASK_LSA_POLICY_NOTIFICATION "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_NOTIFICATION" "LSA POLICY NOTIFICATION": Bool(32) & 0x1000 = Names::Bools("LSA_POLICY_NOTIFICATION is SET", "LSA_POLICY_NOTIFICATION is NOT SET");
        POLICY_ACCESS_MASK_LSA_POLICY_SERVER_ADMIN "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_SERVER_ADMIN" "LSA POLICY SERVER ADMIN": Bool(32) & 0x400 = Names::Bools("LSA_POLICY_SERVER_ADMIN is SET", "LSA_POLICY_SERVER_ADMIN is NOT SET");
        POLICY_ACCESS_MASK_LSA_POLICY_SET_AUDIT_REQUIREMENTS "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_SET_AUDIT_REQUIREMENTS" "LSA POLICY SET AUDIT REQUIREMENTS": Bool(32) & 0x100 = Names::Bools("LSA_POLICY_SET_AUDIT_REQUIREMENTS is SET", "LSA_POLICY_SET_AUDIT_REQUIREMENTS is NOT SET");
        POLICY_ACCESS_MASK_LSA_POLICY_SET_DEFAULT_QUOTA_LIMITS "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_SET_DEFAULT_QUOTA_LIMITS" "LSA POLICY SET DEFAULT QUOTA LIMITS": Bool(32) & 0x80 = Names::Bools("LSA_POLICY_SET_DEFAULT_QUOTA_LIMITS is SET", "LSA_POLICY_SET_DEFAULT_QUOTA_LIMITS is NOT SET");
        POLICY_ACCESS_MASK_LSA_POLICY_TRUST_ADMIN "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_TRUST_ADMIN" "LSA POLICY TRUST ADMIN": Bool(32) & 0x8 = Names::Bools("LSA_POLICY_TRUST_ADMIN is SET", "LSA_POLICY_TRUST_ADMIN is NOT SET");
        POLICY_ACCESS_MASK_LSA_POLICY_VIEW_AUDIT_INFORMATION "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_VIEW_AUDIT_INFORMATION" "LSA POLICY VIEW AUDIT INFORMATION": Bool(32) & 0x2 = Names::Bools("LSA_POLICY_VIEW_AUDIT_INFORMATION is SET", "LSA_POLICY_VIEW_AUDIT_INFORMATION is NOT SET");
        POLICY_ACCESS_MASK_LSA_POLICY_VIEW_LOCAL_INFORMATION "lsarpc.lsa_PolicyAccessMask.LSA_POLICY_VIEW_LOCAL_INFORMATION" "LSA POLICY VIEW LOCAL INFORMATION": Bool(32) & 0x1 = Names::Bools("LSA_POLICY_VIEW_LOCAL_INFORMATION is SET", "LSA_POLICY_VIEW_LOCAL_INFORMATION is NOT SET");
        STRING_LARGE_LENGTH "lsarpc.lsa_StringLarge.length" "Length": U16 Dec;
        STRING_LARGE_SIZE "lsarpc.lsa_StringLarge.size" "Size": U16 Dec;
        QUERY_INFO_POLICY_INFO "lsarpc.lsa_QueryInfoPolicy.info" "Info": None;
        POLICY_INFORMATION_DOMAIN "lsarpc.lsa_PolicyInformation.domain" "Domain": None;
        POLICY_INFORMATION_ACCOUNT_DOMAIN "lsarpc.lsa_PolicyInformation.account_domain" "Account Domain": None;
        DOMAIN_INFO_NAME "lsarpc.lsa_DomainInfo.name" "Name": None;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "lsa_Close",
        1 => "lsa_Delete",
        2 => "lsa_EnumPrivs",
        3 => "lsa_QuerySecurity",
        4 => "lsa_SetSecObj",
        5 => "lsa_ChangePassword",
        6 => "lsa_OpenPolicy",
        7 => "lsa_QueryInfoPolicy",
        8 => "lsa_SetInfoPolicy",
        9 => "lsa_ClearAuditLog",
        10 => "lsa_CreateAccount",
        11 => "lsa_EnumAccounts",
        12 => "lsa_CreateTrustedDomain",
        13 => "lsa_EnumTrustDom",
        14 => "lsa_LookupNames",
        15 => "lsa_LookupSids",
        16 => "lsa_CreateSecret",
        17 => "lsa_OpenAccount",
        18 => "lsa_EnumPrivsAccount",
        19 => "lsa_AddPrivilegesToAccount",
        20 => "lsa_RemovePrivilegesFromAccount",
        21 => "lsa_GetQuotasForAccount",
        22 => "lsa_SetQuotasForAccount",
        23 => "lsa_GetSystemAccessAccount",
        24 => "lsa_SetSystemAccessAccount",
        25 => "lsa_OpenTrustedDomain",
        26 => "lsa_QueryTrustedDomainInfo",
        27 => "lsa_SetInformationTrustedDomain",
        28 => "lsa_OpenSecret",
        29 => "lsa_SetSecret",
        30 => "lsa_QuerySecret",
        31 => "lsa_LookupPrivValue",
        32 => "lsa_LookupPrivName",
        33 => "lsa_LookupPrivDisplayName",
        34 => "lsa_DeleteObject",
        35 => "lsa_EnumAccountsWithUserRight",
        36 => "lsa_EnumAccountRights",
        37 => "lsa_AddAccountRights",
        38 => "lsa_RemoveAccountRights",
        39 => "lsa_QueryTrustedDomainInfoBySid",
        40 => "lsa_SetTrustedDomainInfo",
        41 => "lsa_DeleteTrustedDomain",
        42 => "lsa_StorePrivateData",
        43 => "lsa_RetrievePrivateData",
        44 => "lsa_OpenPolicy2",
        45 => "lsa_GetUserName",
        46 => "lsa_QueryInfoPolicy2",
        47 => "lsa_SetInfoPolicy2",
        48 => "lsa_QueryTrustedDomainInfoByName",
        49 => "lsa_SetTrustedDomainInfoByName",
        50 => "lsa_EnumTrustedDomainsEx",
        51 => "lsa_CreateTrustedDomainEx",
        52 => "lsa_CloseTrustedDomainEx",
        53 => "lsa_QueryDomainInformationPolicy",
        54 => "lsa_SetDomainInformationPolicy",
        55 => "lsa_OpenTrustedDomainByName",
        56 => "lsa_TestCall",
        57 => "lsa_LookupSids2",
        58 => "lsa_LookupNames2",
        59 => "lsa_CreateTrustedDomainEx2",
        60 => "lsa_CREDRWRITE",
        61 => "lsa_CREDRREAD",
        62 => "lsa_CREDRENUMERATE",
        63 => "lsa_CREDRWRITEDOMAINCREDENTIALS",
        64 => "lsa_CREDRREADDOMAINCREDENTIALS",
        65 => "lsa_CREDRDELETE",
        66 => "lsa_CREDRGETTARGETINFO",
        67 => "lsa_CREDRPROFILELOADED",
        68 => "lsa_LookupNames3",
        69 => "lsa_CREDRGETSESSIONTYPES",
        70 => "lsa_LSARREGISTERAUDITEVENT",
        71 => "lsa_LSARGENAUDITEVENT",
        72 => "lsa_LSARUNREGISTERAUDITEVENT",
        73 => "lsa_lsaRQueryForestTrustInformation",
        74 => "lsa_LSARSETFORESTTRUSTINFORMATION",
        75 => "lsa_CREDRRENAME",
        76 => "lsa_LookupSids3",
        77 => "lsa_LookupNames4",
        78 => "lsa_LSAROPENPOLICYSCE",
        79 => "lsa_LSARADTREGISTERSECURITYEVENTSOURCE",
        80 => "lsa_LSARADTUNREGISTERSECURITYEVENTSOURCE",
        81 => "lsa_LSARADTREPORTSECURITYEVENT",
    }
    QOS_INFO_IMPERSONATION_LEVEL_NAMES {
        0 => "LSA_SECURITY_ANONYMOUS",
        1 => "LSA_SECURITY_IDENTIFICATION",
        2 => "LSA_SECURITY_IMPERSONATION",
        3 => "LSA_SECURITY_DELEGATION",
    }
    QUERY_INFO_POLICY_LEVEL_NAMES {
        1 => "LSA_POLICY_INFO_AUDIT_LOG",
        2 => "LSA_POLICY_INFO_AUDIT_EVENTS",
        3 => "LSA_POLICY_INFO_DOMAIN",
        4 => "LSA_POLICY_INFO_PD",
        5 => "LSA_POLICY_INFO_ACCOUNT_DOMAIN",
        6 => "LSA_POLICY_INFO_ROLE",
        7 => "LSA_POLICY_INFO_REPLICA",
        8 => "LSA_POLICY_INFO_QUOTA",
        9 => "LSA_POLICY_INFO_DB",
        10 => "LSA_POLICY_INFO_AUDIT_FULL_SET",
        11 => "LSA_POLICY_INFO_AUDIT_FULL_QUERY",
        12 => "LSA_POLICY_INFO_DNS",
        13 => "LSA_POLICY_INFO_DNS_INT",
        14 => "LSA_POLICY_INFO_LOCAL_ACCOUNT_DOMAIN",
    }
}

/// Rights to the policy ([MS-LSAD] 2.2.1.1.2).
const POLICY_RIGHTS: &[Field] = &[
    POLICY_ACCESS_MASK_LSA_POLICY_AUDIT_LOG_ADMIN,
    POLICY_ACCESS_MASK_LSA_POLICY_CREATE_ACCOUNT,
    POLICY_ACCESS_MASK_LSA_POLICY_CREATE_PRIVILEGE,
    POLICY_ACCESS_MASK_LSA_POLICY_CREATE_SECRET,
    POLICY_ACCESS_MASK_LSA_POLICY_GET_PRIVATE_INFORMATION,
    POLICY_ACCESS_MASK_LSA_POLICY_LOOKUP_NAMES,
    POLICY_ACCESS_MASK_LSA_POLICY_NOTIFICATION,
    POLICY_ACCESS_MASK_LSA_POLICY_SERVER_ADMIN,
    POLICY_ACCESS_MASK_LSA_POLICY_SET_AUDIT_REQUIREMENTS,
    POLICY_ACCESS_MASK_LSA_POLICY_SET_DEFAULT_QUOTA_LIMITS,
    POLICY_ACCESS_MASK_LSA_POLICY_TRUST_ADMIN,
    POLICY_ACCESS_MASK_LSA_POLICY_VIEW_AUDIT_INFORMATION,
    POLICY_ACCESS_MASK_LSA_POLICY_VIEW_LOCAL_INFORMATION,
];

/// Attributes of an object that is opened ([MS-LSAD] 2.2.9); a security descriptor never goes with them.
const ATTRIBUTES: &[Arg] = &[
    U32(OBJECT_ATTRIBUTE_LEN),
    Unique(&[U8(OBJECT_ATTRIBUTE_ROOT_DIR)]),
    Unique(&[Text(OBJECT_ATTRIBUTE_OBJECT_NAME)]),
    U32(OBJECT_ATTRIBUTE_ATTRIBUTES),
    Unique(&[]),
    Unique(&[Struct(
        OBJECT_ATTRIBUTE_SEC_QOS,
        &[
            U32(QOS_INFO_LEN),
            Enum(QOS_INFO_IMPERSONATION_LEVEL),
            U8(QOS_INFO_CONTEXT_MODE),
            U8(QOS_INFO_EFFECTIVE_ONLY),
        ],
    )]),
];

const DOMAIN: &[Arg] = &[
    Struct(DOMAIN_INFO_NAME, &[Counted(STRING_LARGE_LENGTH, STRING_LARGE_SIZE, &[Text(LSA_STRING)])]),
    Unique(&[Sid]),
];

/// Parts of the policy by their class ([MS-LSAD] 2.2.4.2): of the domain, and of its accounts.
const POLICIES: &[(u16, &[Arg])] = &[
    (3, &[Struct(POLICY_INFORMATION_DOMAIN, DOMAIN)]),
    (5, &[Struct(POLICY_INFORMATION_ACCOUNT_DOMAIN, DOMAIN)]),
];

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (0, false) => &[Handle(CLOSE_HANDLE)],
        (0, true) => &[Handle(CLOSE_HANDLE), Status(STATUS)],
        (6, false) => &[
            Unique(&[U16(OPEN_POLICY_SYSTEM_NAME)]),
            Struct(OPEN_POLICY_ATTR, ATTRIBUTES),
            Rights(POLICY_ACCESS_MASK, POLICY_RIGHTS),
        ],
        (6, true) => &[Handle(OPEN_POLICY_HANDLE), Status(STATUS)],
        (7, false) => &[Handle(QUERY_INFO_POLICY_HANDLE), Enum(QUERY_INFO_POLICY_LEVEL)],
        (7, true) => &[Unique(&[Choice(QUERY_INFO_POLICY_INFO, POLICIES)]), Status(STATUS)],
        (44, false) => &[
            Unique(&[Text(OPEN_POLICY2_SYSTEM_NAME)]),
            Struct(OPEN_POLICY2_ATTR, ATTRIBUTES),
            Rights(POLICY_ACCESS_MASK, POLICY_RIGHTS),
        ],
        (44, true) => &[Handle(OPEN_POLICY2_HANDLE), Status(STATUS)],
        (45, false) => &[
            Unique(&[Text(GET_USER_NAME_SYSTEM_NAME)]),
            Unique(&[Struct(
                GET_USER_NAME_ACCOUNT_NAME,
                &[Counted(STRING_LENGTH, STRING_SIZE, &[Text(LSA_STRING)])],
            )]),
            Unique(&[Struct(
                GET_USER_NAME_AUTHORITY_NAME,
                &[Unique(&[Struct(
                    STRING_POINTER_STRING,
                    &[Counted(STRING_LENGTH, STRING_SIZE, &[Text(LSA_STRING)])],
                )])],
            )]),
        ],
        (45, true) => &[
            Unique(&[Struct(
                GET_USER_NAME_ACCOUNT_NAME,
                &[Counted(STRING_LENGTH, STRING_SIZE, &[Text(LSA_STRING)])],
            )]),
            Unique(&[Struct(
                GET_USER_NAME_AUTHORITY_NAME,
                &[Unique(&[Struct(
                    STRING_POINTER_STRING,
                    &[Counted(STRING_LENGTH, STRING_SIZE, &[Text(LSA_STRING)])],
                )])],
            )]),
            Status(STATUS),
        ],
        _ => return None,
    })
}
