//! Security accounts, [MS-SAMR].

use super::declines as dissect;
use crate::application::dcerpc::ndr::Arg::{self, *};
use crate::application::dcerpc::{LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE};
use crate::application::smb::status::NT_STATUS;
use requin_wire::{Field, Names, names, proto};

proto! {
    SAMR "samr" "SAMR (pidl)" "SAMR" App
    on []
    fields {
        OPNUM "samr.opnum" "Operation": U16 Dec = OPERATIONS;
        CONNECT_HANDLE "samr.connect_handle" "Connect Handle": Bytes;
        DOMAIN_HANDLE "samr.domain_handle" "Domain Handle": Bytes;
        USER_HANDLE "samr.user_handle" "User Handle": Bytes;
        HANDLE "samr.handle" "Handle": Bytes;
        RID "samr.rid" "RID": U32 Dec;
        CONNECT_ACCESS_MASK "samr.connect.access_mask" "Access Mask": U32 Hex;
        DOMAIN_ACCESS_MASK "samr.domain.access_mask" "Access Mask": U32 Hex;
        USER_ACCESS_MASK "samr.user.access_mask" "Access Mask": U32 Hex;
        STATUS "samr.status" "NT Error": U32 Hex = NT_STATUS;
        CONNECT_SYSTEM_NAME "samr.samr_Connect.system_name" "System Name": U16 Dec;
        CONNECT2_SYSTEM_NAME "samr.samr_Connect2.system_name" "System Name": Str;
        CONNECT4_SYSTEM_NAME "samr.samr_Connect4.system_name" "System Name": Str;
        CONNECT4_CLIENT_VERSION "samr.samr_Connect4.client_version" "Client Version": U32 Dec = CLIENT_VERSION_NAMES;
        CONNECT5_SYSTEM_NAME "samr.samr_Connect5.system_name" "System Name": Str;
        CONNECT5_LEVEL_IN "samr.samr_Connect5.level_in" "Level In": U32 Dec;
        CONNECT5_INFO_IN "samr.samr_Connect5.info_in" "Info In": None;
        CONNECT5_LEVEL_OUT "samr.samr_Connect5.level_out" "Level Out": U32 Dec;
        CONNECT5_INFO_OUT "samr.samr_Connect5.info_out" "Info Out": None;
        CONNECT_INFO_INFO1 "samr.samr_ConnectInfo.info1" "Info1": None;
        CONNECT_INFO1_CLIENT_VERSION "samr.samr_ConnectInfo1.client_version" "Client Version": U32 Dec = CLIENT_VERSION_NAMES;
        CONNECT_INFO1_UNKNOWN2 "samr.samr_ConnectInfo1.unknown2" "Unknown2": U32 Dec;
        ENUM_DOMAINS_CONNECT_HANDLE "samr.samr_EnumDomains.connect_handle" "Connect Handle": Bytes;
        ENUM_DOMAINS_RESUME_HANDLE "samr.samr_EnumDomains.resume_handle" "Resume Handle": U32 Dec;
        ENUM_DOMAINS_BUF_SIZE "samr.samr_EnumDomains.buf_size" "Buf Size": U32 Dec;
        ENUM_DOMAINS_SAM "samr.samr_EnumDomains.sam" "Sam": None;
        ENUM_DOMAINS_NUM_ENTRIES "samr.samr_EnumDomains.num_entries" "Num Entries": U32 Dec;
        SAM_ARRAY_COUNT "samr.samr_SamArray.count" "Count": U32 Dec;
        SAM_ARRAY_ENTRIES "samr.samr_SamArray.entries" "Entries": None;
        SAM_ENTRY_IDX "samr.samr_SamEntry.idx" "Idx": U32 Dec;
        SAM_ENTRY_NAME "samr.samr_SamEntry.name" "Name": Str;
        LOOKUP_DOMAIN_DOMAIN_NAME "samr.samr_LookupDomain.domain_name" "Domain Name": Str;
        ENUM_DOMAIN_USERS_RESUME_HANDLE "samr.samr_EnumDomainUsers.resume_handle" "Resume Handle": U32 Dec;
        ENUM_DOMAIN_USERS_ACCT_FLAGS "samr.samr_EnumDomainUsers.acct_flags" "Acct Flags": U32 Hex;
        ENUM_DOMAIN_USERS_MAX_SIZE "samr.samr_EnumDomainUsers.max_size" "Max Size": U32 Dec;
        ENUM_DOMAIN_USERS_SAM "samr.samr_EnumDomainUsers.sam" "Sam": None;
        ENUM_DOMAIN_USERS_NUM_ENTRIES "samr.samr_EnumDomainUsers.num_entries" "Num Entries": U32 Dec;
        ENUM_DOMAIN_GROUPS_RESUME_HANDLE "samr.samr_EnumDomainGroups.resume_handle" "Resume Handle": U32 Dec;
        ENUM_DOMAIN_GROUPS_MAX_SIZE "samr.samr_EnumDomainGroups.max_size" "Max Size": U32 Dec;
        ENUM_DOMAIN_GROUPS_SAM "samr.samr_EnumDomainGroups.sam" "Sam": None;
        ENUM_DOMAIN_GROUPS_NUM_ENTRIES "samr.samr_EnumDomainGroups.num_entries" "Num Entries": U32 Dec;
        ENUM_DOMAIN_ALIASES_RESUME_HANDLE "samr.samr_EnumDomainAliases.resume_handle" "Resume Handle": U32 Dec;
        ENUM_DOMAIN_ALIASES_MAX_SIZE "samr.samr_EnumDomainAliases.max_size" "Max Size": U32 Dec;
        ENUM_DOMAIN_ALIASES_SAM "samr.samr_EnumDomainAliases.sam" "Sam": None;
        ENUM_DOMAIN_ALIASES_NUM_ENTRIES "samr.samr_EnumDomainAliases.num_entries" "Num Entries": U32 Dec;
        CONNECT_ACCESS_MASK_SAMR_ACCESS_CONNECT_TO_SERVER "samr.samr_ConnectAccessMask.SAMR_ACCESS_CONNECT_TO_SERVER" "Samr Access Connect To Server": Bool(32) & 0x1 = Names::Bools("SAMR_ACCESS_CONNECT_TO_SERVER is SET", "SAMR_ACCESS_CONNECT_TO_SERVER is NOT SET");
        CONNECT_ACCESS_MASK_SAMR_ACCESS_CREATE_DOMAIN "samr.samr_ConnectAccessMask.SAMR_ACCESS_CREATE_DOMAIN" "Samr Access Create Domain": Bool(32) & 0x8 = Names::Bools("SAMR_ACCESS_CREATE_DOMAIN is SET", "SAMR_ACCESS_CREATE_DOMAIN is NOT SET");
        CONNECT_ACCESS_MASK_SAMR_ACCESS_ENUM_DOMAINS "samr.samr_ConnectAccessMask.SAMR_ACCESS_ENUM_DOMAINS" "Samr Access Enum Domains": Bool(32) & 0x10 = Names::Bools("SAMR_ACCESS_ENUM_DOMAINS is SET", "SAMR_ACCESS_ENUM_DOMAINS is NOT SET");
        CONNECT_ACCESS_MASK_SAMR_ACCESS_INITIALIZE_SERVER "samr.samr_ConnectAccessMask.SAMR_ACCESS_INITIALIZE_SERVER" "Samr Access Initialize Server": Bool(32) & 0x4 = Names::Bools("SAMR_ACCESS_INITIALIZE_SERVER is SET", "SAMR_ACCESS_INITIALIZE_SERVER is NOT SET");
        CONNECT_ACCESS_MASK_SAMR_ACCESS_LOOKUP_DOMAIN "samr.samr_ConnectAccessMask.SAMR_ACCESS_LOOKUP_DOMAIN" "Samr Access Lookup Domain": Bool(32) & 0x20 = Names::Bools("SAMR_ACCESS_LOOKUP_DOMAIN is SET", "SAMR_ACCESS_LOOKUP_DOMAIN is NOT SET");
        CONNECT_ACCESS_MASK_SAMR_ACCESS_SHUTDOWN_SERVER "samr.samr_ConnectAccessMask.SAMR_ACCESS_SHUTDOWN_SERVER" "Samr Access Shutdown Server": Bool(32) & 0x2 = Names::Bools("SAMR_ACCESS_SHUTDOWN_SERVER is SET", "SAMR_ACCESS_SHUTDOWN_SERVER is NOT SET");
        DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_CREATE_ALIAS "samr.samr_DomainAccessMask.SAMR_DOMAIN_ACCESS_CREATE_ALIAS" "Samr Domain Access Create Alias": Bool(32) & 0x40 = Names::Bools("SAMR_DOMAIN_ACCESS_CREATE_ALIAS is SET", "SAMR_DOMAIN_ACCESS_CREATE_ALIAS is NOT SET");
        DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_CREATE_GROUP "samr.samr_DomainAccessMask.SAMR_DOMAIN_ACCESS_CREATE_GROUP" "Samr Domain Access Create Group": Bool(32) & 0x20 = Names::Bools("SAMR_DOMAIN_ACCESS_CREATE_GROUP is SET", "SAMR_DOMAIN_ACCESS_CREATE_GROUP is NOT SET");
        DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_CREATE_USER "samr.samr_DomainAccessMask.SAMR_DOMAIN_ACCESS_CREATE_USER" "Samr Domain Access Create User": Bool(32) & 0x10 = Names::Bools("SAMR_DOMAIN_ACCESS_CREATE_USER is SET", "SAMR_DOMAIN_ACCESS_CREATE_USER is NOT SET");
        DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_ENUM_ACCOUNTS "samr.samr_DomainAccessMask.SAMR_DOMAIN_ACCESS_ENUM_ACCOUNTS" "Samr Domain Access Enum Accounts": Bool(32) & 0x100 = Names::Bools("SAMR_DOMAIN_ACCESS_ENUM_ACCOUNTS is SET", "SAMR_DOMAIN_ACCESS_ENUM_ACCOUNTS is NOT SET");
        DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_LOOKUP_ALIAS "samr.samr_DomainAccessMask.SAMR_DOMAIN_ACCESS_LOOKUP_ALIAS" "Samr Domain Access Lookup Alias": Bool(32) & 0x80 = Names::Bools("SAMR_DOMAIN_ACCESS_LOOKUP_ALIAS is SET", "SAMR_DOMAIN_ACCESS_LOOKUP_ALIAS is NOT SET");
        DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_LOOKUP_INFO_1 "samr.samr_DomainAccessMask.SAMR_DOMAIN_ACCESS_LOOKUP_INFO_1" "Samr Domain Access Lookup Info 1": Bool(32) & 0x1 = Names::Bools("SAMR_DOMAIN_ACCESS_LOOKUP_INFO_1 is SET", "SAMR_DOMAIN_ACCESS_LOOKUP_INFO_1 is NOT SET");
        DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_LOOKUP_INFO_2 "samr.samr_DomainAccessMask.SAMR_DOMAIN_ACCESS_LOOKUP_INFO_2" "Samr Domain Access Lookup Info 2": Bool(32) & 0x4 = Names::Bools("SAMR_DOMAIN_ACCESS_LOOKUP_INFO_2 is SET", "SAMR_DOMAIN_ACCESS_LOOKUP_INFO_2 is NOT SET");
        DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_OPEN_ACCOUNT "samr.samr_DomainAccessMask.SAMR_DOMAIN_ACCESS_OPEN_ACCOUNT" "Samr Domain Access Open Account": Bool(32) & 0x200 = Names::Bools("SAMR_DOMAIN_ACCESS_OPEN_ACCOUNT is SET", "SAMR_DOMAIN_ACCESS_OPEN_ACCOUNT is NOT SET");
        DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_SET_INFO_1 "samr.samr_DomainAccessMask.SAMR_DOMAIN_ACCESS_SET_INFO_1" "Samr Domain Access Set Info 1": Bool(32) & 0x2 = Names::Bools("SAMR_DOMAIN_ACCESS_SET_INFO_1 is SET", "SAMR_DOMAIN_ACCESS_SET_INFO_1 is NOT SET");
        DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_SET_INFO_2 "samr.samr_DomainAccessMask.SAMR_DOMAIN_ACCESS_SET_INFO_2" "Samr Domain Access Set Info 2": Bool(32) & 0x8 = Names::Bools("SAMR_DOMAIN_ACCESS_SET_INFO_2 is SET", "SAMR_DOMAIN_ACCESS_SET_INFO_2 is NOT SET");
        DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_SET_INFO_3 "samr.samr_DomainAccessMask.SAMR_DOMAIN_ACCESS_SET_INFO_3" "Samr Domain Access Set Info 3": Bool(32) & 0x400 = Names::Bools("SAMR_DOMAIN_ACCESS_SET_INFO_3 is SET", "SAMR_DOMAIN_ACCESS_SET_INFO_3 is NOT SET");
        USER_ACCESS_MASK_SAMR_USER_ACCESS_CHANGE_GROUP_MEMBERSHIP "samr.samr_UserAccessMask.SAMR_USER_ACCESS_CHANGE_GROUP_MEMBERSHIP" "Samr User Access Change Group Membership": Bool(32) & 0x400 = Names::Bools("SAMR_USER_ACCESS_CHANGE_GROUP_MEMBERSHIP is SET", "SAMR_USER_ACCESS_CHANGE_GROUP_MEMBERSHIP is NOT SET");
        USER_ACCESS_MASK_SAMR_USER_ACCESS_CHANGE_PASSWORD "samr.samr_UserAccessMask.SAMR_USER_ACCESS_CHANGE_PASSWORD" "Samr User Access Change Password": Bool(32) & 0x40 = Names::Bools("SAMR_USER_ACCESS_CHANGE_PASSWORD is SET", "SAMR_USER_ACCESS_CHANGE_PASSWORD is NOT SET");
        USER_ACCESS_MASK_SAMR_USER_ACCESS_GET_ATTRIBUTES "samr.samr_UserAccessMask.SAMR_USER_ACCESS_GET_ATTRIBUTES" "Samr User Access Get Attributes": Bool(32) & 0x10 = Names::Bools("SAMR_USER_ACCESS_GET_ATTRIBUTES is SET", "SAMR_USER_ACCESS_GET_ATTRIBUTES is NOT SET");
        USER_ACCESS_MASK_SAMR_USER_ACCESS_GET_GROUPS "samr.samr_UserAccessMask.SAMR_USER_ACCESS_GET_GROUPS" "Samr User Access Get Groups": Bool(32) & 0x100 = Names::Bools("SAMR_USER_ACCESS_GET_GROUPS is SET", "SAMR_USER_ACCESS_GET_GROUPS is NOT SET");
        USER_ACCESS_MASK_SAMR_USER_ACCESS_GET_GROUP_MEMBERSHIP "samr.samr_UserAccessMask.SAMR_USER_ACCESS_GET_GROUP_MEMBERSHIP" "Samr User Access Get Group Membership": Bool(32) & 0x200 = Names::Bools("SAMR_USER_ACCESS_GET_GROUP_MEMBERSHIP is SET", "SAMR_USER_ACCESS_GET_GROUP_MEMBERSHIP is NOT SET");
        USER_ACCESS_MASK_SAMR_USER_ACCESS_GET_LOCALE "samr.samr_UserAccessMask.SAMR_USER_ACCESS_GET_LOCALE" "Samr User Access Get Locale": Bool(32) & 0x2 = Names::Bools("SAMR_USER_ACCESS_GET_LOCALE is SET", "SAMR_USER_ACCESS_GET_LOCALE is NOT SET");
        USER_ACCESS_MASK_SAMR_USER_ACCESS_GET_LOGONINFO "samr.samr_UserAccessMask.SAMR_USER_ACCESS_GET_LOGONINFO" "Samr User Access Get Logoninfo": Bool(32) & 0x8 = Names::Bools("SAMR_USER_ACCESS_GET_LOGONINFO is SET", "SAMR_USER_ACCESS_GET_LOGONINFO is NOT SET");
        USER_ACCESS_MASK_SAMR_USER_ACCESS_GET_NAME_ETC "samr.samr_UserAccessMask.SAMR_USER_ACCESS_GET_NAME_ETC" "Samr User Access Get Name Etc": Bool(32) & 0x1 = Names::Bools("SAMR_USER_ACCESS_GET_NAME_ETC is SET", "SAMR_USER_ACCESS_GET_NAME_ETC is NOT SET");
        USER_ACCESS_MASK_SAMR_USER_ACCESS_SET_ATTRIBUTES "samr.samr_UserAccessMask.SAMR_USER_ACCESS_SET_ATTRIBUTES" "Samr User Access Set Attributes": Bool(32) & 0x20 = Names::Bools("SAMR_USER_ACCESS_SET_ATTRIBUTES is SET", "SAMR_USER_ACCESS_SET_ATTRIBUTES is NOT SET");
        USER_ACCESS_MASK_SAMR_USER_ACCESS_SET_LOC_COM "samr.samr_UserAccessMask.SAMR_USER_ACCESS_SET_LOC_COM" "Samr User Access Set Loc Com": Bool(32) & 0x4 = Names::Bools("SAMR_USER_ACCESS_SET_LOC_COM is SET", "SAMR_USER_ACCESS_SET_LOC_COM is NOT SET");
        USER_ACCESS_MASK_SAMR_USER_ACCESS_SET_PASSWORD "samr.samr_UserAccessMask.SAMR_USER_ACCESS_SET_PASSWORD" "Samr User Access Set Password": Bool(32) & 0x80 = Names::Bools("SAMR_USER_ACCESS_SET_PASSWORD is SET", "SAMR_USER_ACCESS_SET_PASSWORD is NOT SET");
        ACCT_FLAGS_ACB_AUTOLOCK "samr.samr_AcctFlags.ACB_AUTOLOCK" "Acb Autolock": Bool(32) & 0x400 = Names::Bools("ACB_AUTOLOCK is SET", "ACB_AUTOLOCK is NOT SET");
        ACCT_FLAGS_ACB_DISABLED "samr.samr_AcctFlags.ACB_DISABLED" "Acb Disabled": Bool(32) & 0x1 = Names::Bools("ACB_DISABLED is SET", "ACB_DISABLED is NOT SET");
        ACCT_FLAGS_ACB_DOMTRUST "samr.samr_AcctFlags.ACB_DOMTRUST" "Acb Domtrust": Bool(32) & 0x40 = Names::Bools("ACB_DOMTRUST is SET", "ACB_DOMTRUST is NOT SET");
        ACCT_FLAGS_ACB_DONT_REQUIRE_PREAUTH "samr.samr_AcctFlags.ACB_DONT_REQUIRE_PREAUTH" "Acb Dont Require Preauth": Bool(32) & 0x10000 = Names::Bools("ACB_DONT_REQUIRE_PREAUTH is SET", "ACB_DONT_REQUIRE_PREAUTH is NOT SET");
        ACCT_FLAGS_ACB_ENC_TXT_PWD_ALLOWED "samr.samr_AcctFlags.ACB_ENC_TXT_PWD_ALLOWED" "Acb Enc Txt Pwd Allowed": Bool(32) & 0x800 = Names::Bools("ACB_ENC_TXT_PWD_ALLOWED is SET", "ACB_ENC_TXT_PWD_ALLOWED is NOT SET");
        ACCT_FLAGS_ACB_HOMDIRREQ "samr.samr_AcctFlags.ACB_HOMDIRREQ" "Acb Homdirreq": Bool(32) & 0x2 = Names::Bools("ACB_HOMDIRREQ is SET", "ACB_HOMDIRREQ is NOT SET");
        ACCT_FLAGS_ACB_MNS "samr.samr_AcctFlags.ACB_MNS" "Acb Mns": Bool(32) & 0x20 = Names::Bools("ACB_MNS is SET", "ACB_MNS is NOT SET");
        ACCT_FLAGS_ACB_NORMAL "samr.samr_AcctFlags.ACB_NORMAL" "Acb Normal": Bool(32) & 0x10 = Names::Bools("ACB_NORMAL is SET", "ACB_NORMAL is NOT SET");
        ACCT_FLAGS_ACB_NOT_DELEGATED "samr.samr_AcctFlags.ACB_NOT_DELEGATED" "Acb Not Delegated": Bool(32) & 0x4000 = Names::Bools("ACB_NOT_DELEGATED is SET", "ACB_NOT_DELEGATED is NOT SET");
        ACCT_FLAGS_ACB_NO_AUTH_DATA_REQD "samr.samr_AcctFlags.ACB_NO_AUTH_DATA_REQD" "Acb No Auth Data Reqd": Bool(32) & 0x80000 = Names::Bools("ACB_NO_AUTH_DATA_REQD is SET", "ACB_NO_AUTH_DATA_REQD is NOT SET");
        ACCT_FLAGS_ACB_PWNOEXP "samr.samr_AcctFlags.ACB_PWNOEXP" "Acb Pwnoexp": Bool(32) & 0x200 = Names::Bools("ACB_PWNOEXP is SET", "ACB_PWNOEXP is NOT SET");
        ACCT_FLAGS_ACB_PWNOTREQ "samr.samr_AcctFlags.ACB_PWNOTREQ" "Acb Pwnotreq": Bool(32) & 0x4 = Names::Bools("ACB_PWNOTREQ is SET", "ACB_PWNOTREQ is NOT SET");
        ACCT_FLAGS_ACB_PW_EXPIRED "samr.samr_AcctFlags.ACB_PW_EXPIRED" "Acb Pw Expired": Bool(32) & 0x20000 = Names::Bools("ACB_PW_EXPIRED is SET", "ACB_PW_EXPIRED is NOT SET");
        ACCT_FLAGS_ACB_SMARTCARD_REQUIRED "samr.samr_AcctFlags.ACB_SMARTCARD_REQUIRED" "Acb Smartcard Required": Bool(32) & 0x1000 = Names::Bools("ACB_SMARTCARD_REQUIRED is SET", "ACB_SMARTCARD_REQUIRED is NOT SET");
        ACCT_FLAGS_ACB_SVRTRUST "samr.samr_AcctFlags.ACB_SVRTRUST" "Acb Svrtrust": Bool(32) & 0x100 = Names::Bools("ACB_SVRTRUST is SET", "ACB_SVRTRUST is NOT SET");
        ACCT_FLAGS_ACB_TEMPDUP "samr.samr_AcctFlags.ACB_TEMPDUP" "Acb Tempdup": Bool(32) & 0x8 = Names::Bools("ACB_TEMPDUP is SET", "ACB_TEMPDUP is NOT SET");
        ACCT_FLAGS_ACB_TRUSTED_FOR_DELEGATION "samr.samr_AcctFlags.ACB_TRUSTED_FOR_DELEGATION" "Acb Trusted For Delegation": Bool(32) & 0x2000 = Names::Bools("ACB_TRUSTED_FOR_DELEGATION is SET", "ACB_TRUSTED_FOR_DELEGATION is NOT SET");
        ACCT_FLAGS_ACB_TRUST_AUTH_DELEGAT "samr.samr_AcctFlags.ACB_TRUST_AUTH_DELEGAT" "Acb Trust Auth Delegat": Bool(32) & 0x40000 = Names::Bools("ACB_TRUST_AUTH_DELEGAT is SET", "ACB_TRUST_AUTH_DELEGAT is NOT SET");
        ACCT_FLAGS_ACB_USE_DES_KEY_ONLY "samr.samr_AcctFlags.ACB_USE_DES_KEY_ONLY" "Acb Use Des Key Only": Bool(32) & 0x8000 = Names::Bools("ACB_USE_DES_KEY_ONLY is SET", "ACB_USE_DES_KEY_ONLY is NOT SET");
        ACCT_FLAGS_ACB_WSTRUST "samr.samr_AcctFlags.ACB_WSTRUST" "Acb Wstrust": Bool(32) & 0x80 = Names::Bools("ACB_WSTRUST is SET", "ACB_WSTRUST is NOT SET");
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "Connect",
        1 => "Close",
        2 => "SetSecurity",
        3 => "QuerySecurity",
        4 => "Shutdown",
        5 => "LookupDomain",
        6 => "EnumDomains",
        7 => "OpenDomain",
        8 => "QueryDomainInfo",
        9 => "SetDomainInfo",
        10 => "CreateDomainGroup",
        11 => "EnumDomainGroups",
        12 => "CreateUser",
        13 => "EnumDomainUsers",
        14 => "CreateDomAlias",
        15 => "EnumDomainAliases",
        16 => "GetAliasMembership",
        17 => "LookupNames",
        18 => "LookupRids",
        19 => "OpenGroup",
        20 => "QueryGroupInfo",
        21 => "SetGroupInfo",
        22 => "AddGroupMember",
        23 => "DeleteDomainGroup",
        24 => "DeleteGroupMember",
        25 => "QueryGroupMember",
        26 => "SetMemberAttributesOfGroup",
        27 => "OpenAlias",
        28 => "QueryAliasInfo",
        29 => "SetAliasInfo",
        30 => "DeleteDomAlias",
        31 => "AddAliasMember",
        32 => "DeleteAliasMember",
        33 => "GetMembersInAlias",
        34 => "OpenUser",
        35 => "DeleteUser",
        36 => "QueryUserInfo",
        37 => "SetUserInfo",
        38 => "ChangePasswordUser",
        39 => "GetGroupsForUser",
        40 => "QueryDisplayInfo",
        41 => "GetDisplayEnumerationIndex",
        42 => "TestPrivateFunctionsDomain",
        43 => "TestPrivateFunctionsUser",
        44 => "GetUserPwInfo",
        45 => "RemoveMemberFromForeignDomain",
        46 => "QueryDomainInfo2",
        47 => "QueryUserInfo2",
        48 => "QueryDisplayInfo2",
        49 => "GetDisplayEnumerationIndex2",
        50 => "CreateUser2",
        51 => "QueryDisplayInfo3",
        52 => "AddMultipleMembersToAlias",
        53 => "RemoveMultipleMembersFromAlias",
        54 => "OemChangePasswordUser2",
        55 => "ChangePasswordUser2",
        56 => "GetDomPwInfo",
        57 => "Connect2",
        58 => "SetUserInfo2",
        59 => "SetBootKeyInformation",
        60 => "GetBootKeyInformation",
        61 => "Connect3",
        62 => "Connect4",
        63 => "ChangePasswordUser3",
        64 => "Connect5",
        65 => "RidToSid",
        66 => "SetDsrmPassword",
        67 => "ValidatePassword",
    }
    CLIENT_VERSION_NAMES {
        1 => "SAMR_CONNECT_PRE_W2K",
        2 => "SAMR_CONNECT_W2K",
        3 => "SAMR_CONNECT_AFTER_W2K",
    }
}

/// Rights to the server ([MS-SAMR] 2.2.1.3).
const CONNECT_RIGHTS: &[Field] = &[
    CONNECT_ACCESS_MASK_SAMR_ACCESS_CONNECT_TO_SERVER,
    CONNECT_ACCESS_MASK_SAMR_ACCESS_CREATE_DOMAIN,
    CONNECT_ACCESS_MASK_SAMR_ACCESS_ENUM_DOMAINS,
    CONNECT_ACCESS_MASK_SAMR_ACCESS_INITIALIZE_SERVER,
    CONNECT_ACCESS_MASK_SAMR_ACCESS_LOOKUP_DOMAIN,
    CONNECT_ACCESS_MASK_SAMR_ACCESS_SHUTDOWN_SERVER,
];

/// Rights to a domain (2.2.1.4).
const DOMAIN_RIGHTS: &[Field] = &[
    DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_CREATE_ALIAS,
    DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_CREATE_GROUP,
    DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_CREATE_USER,
    DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_ENUM_ACCOUNTS,
    DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_LOOKUP_ALIAS,
    DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_LOOKUP_INFO_1,
    DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_LOOKUP_INFO_2,
    DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_OPEN_ACCOUNT,
    DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_SET_INFO_1,
    DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_SET_INFO_2,
    DOMAIN_ACCESS_MASK_SAMR_DOMAIN_ACCESS_SET_INFO_3,
];

/// Rights to a user (2.2.1.7).
const USER_RIGHTS: &[Field] = &[
    USER_ACCESS_MASK_SAMR_USER_ACCESS_CHANGE_GROUP_MEMBERSHIP,
    USER_ACCESS_MASK_SAMR_USER_ACCESS_CHANGE_PASSWORD,
    USER_ACCESS_MASK_SAMR_USER_ACCESS_GET_ATTRIBUTES,
    USER_ACCESS_MASK_SAMR_USER_ACCESS_GET_GROUPS,
    USER_ACCESS_MASK_SAMR_USER_ACCESS_GET_GROUP_MEMBERSHIP,
    USER_ACCESS_MASK_SAMR_USER_ACCESS_GET_LOCALE,
    USER_ACCESS_MASK_SAMR_USER_ACCESS_GET_LOGONINFO,
    USER_ACCESS_MASK_SAMR_USER_ACCESS_GET_NAME_ETC,
    USER_ACCESS_MASK_SAMR_USER_ACCESS_SET_ATTRIBUTES,
    USER_ACCESS_MASK_SAMR_USER_ACCESS_SET_LOC_COM,
    USER_ACCESS_MASK_SAMR_USER_ACCESS_SET_PASSWORD,
];

/// Kinds and states of accounts (2.2.1.12).
const ACCOUNTS: &[Field] = &[
    ACCT_FLAGS_ACB_AUTOLOCK,
    ACCT_FLAGS_ACB_DISABLED,
    ACCT_FLAGS_ACB_DOMTRUST,
    ACCT_FLAGS_ACB_DONT_REQUIRE_PREAUTH,
    ACCT_FLAGS_ACB_ENC_TXT_PWD_ALLOWED,
    ACCT_FLAGS_ACB_HOMDIRREQ,
    ACCT_FLAGS_ACB_MNS,
    ACCT_FLAGS_ACB_NORMAL,
    ACCT_FLAGS_ACB_NOT_DELEGATED,
    ACCT_FLAGS_ACB_NO_AUTH_DATA_REQD,
    ACCT_FLAGS_ACB_PWNOEXP,
    ACCT_FLAGS_ACB_PWNOTREQ,
    ACCT_FLAGS_ACB_PW_EXPIRED,
    ACCT_FLAGS_ACB_SMARTCARD_REQUIRED,
    ACCT_FLAGS_ACB_SVRTRUST,
    ACCT_FLAGS_ACB_TEMPDUP,
    ACCT_FLAGS_ACB_TRUSTED_FOR_DELEGATION,
    ACCT_FLAGS_ACB_TRUST_AUTH_DELEGAT,
    ACCT_FLAGS_ACB_USE_DES_KEY_ONLY,
    ACCT_FLAGS_ACB_WSTRUST,
];

/// What both ends can do (section 2.2.7.15).
const INFOS: &[(u16, &[Arg])] =
    &[(1, &[Struct(CONNECT_INFO_INFO1, &[U32(CONNECT_INFO1_CLIENT_VERSION), U32(CONNECT_INFO1_UNKNOWN2)])])];

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (0, false) => &[Unique(&[U16(CONNECT_SYSTEM_NAME)]), Rights(CONNECT_ACCESS_MASK, CONNECT_RIGHTS)],
        (0, true) => &[Handle(CONNECT_HANDLE), Status(STATUS)],
        (1, false) => &[Handle(HANDLE)],
        (1, true) => &[Handle(HANDLE), Status(STATUS)],
        (5, false) => &[
            Handle(CONNECT_HANDLE),
            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Told(LOOKUP_DOMAIN_DOMAIN_NAME)]),
        ],
        (5, true) => &[Unique(&[Sid]), Status(STATUS)],
        (6, false) => &[
            Handle(ENUM_DOMAINS_CONNECT_HANDLE),
            U32(ENUM_DOMAINS_RESUME_HANDLE),
            U32(ENUM_DOMAINS_BUF_SIZE),
        ],
        (6, true) => &[
            U32(ENUM_DOMAINS_RESUME_HANDLE),
            Unique(&[Struct(
                ENUM_DOMAINS_SAM,
                &[
                    U32(SAM_ARRAY_COUNT),
                    Unique(&[Array(
                        SAM_ARRAY_ENTRIES,
                        &[
                            U32(SAM_ENTRY_IDX),
                            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(SAM_ENTRY_NAME)]),
                        ],
                    )]),
                ],
            )]),
            U32(ENUM_DOMAINS_NUM_ENTRIES),
            Status(STATUS),
        ],
        (7, false) => &[Handle(CONNECT_HANDLE), Rights(DOMAIN_ACCESS_MASK, DOMAIN_RIGHTS), Sid],
        (7, true) => &[Handle(DOMAIN_HANDLE), Status(STATUS)],
        (11, false) => {
            &[Handle(DOMAIN_HANDLE), U32(ENUM_DOMAIN_GROUPS_RESUME_HANDLE), U32(ENUM_DOMAIN_GROUPS_MAX_SIZE)]
        }
        (11, true) => &[
            U32(ENUM_DOMAIN_GROUPS_RESUME_HANDLE),
            Unique(&[Struct(
                ENUM_DOMAIN_GROUPS_SAM,
                &[
                    U32(SAM_ARRAY_COUNT),
                    Unique(&[Array(
                        SAM_ARRAY_ENTRIES,
                        &[
                            U32(SAM_ENTRY_IDX),
                            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(SAM_ENTRY_NAME)]),
                        ],
                    )]),
                ],
            )]),
            U32(ENUM_DOMAIN_GROUPS_NUM_ENTRIES),
            Status(STATUS),
        ],
        (13, false) => &[
            Handle(DOMAIN_HANDLE),
            U32(ENUM_DOMAIN_USERS_RESUME_HANDLE),
            Flags(ENUM_DOMAIN_USERS_ACCT_FLAGS, ACCOUNTS),
            U32(ENUM_DOMAIN_USERS_MAX_SIZE),
        ],
        (13, true) => &[
            U32(ENUM_DOMAIN_USERS_RESUME_HANDLE),
            Unique(&[Struct(
                ENUM_DOMAIN_USERS_SAM,
                &[
                    U32(SAM_ARRAY_COUNT),
                    Unique(&[Array(
                        SAM_ARRAY_ENTRIES,
                        &[
                            U32(SAM_ENTRY_IDX),
                            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(SAM_ENTRY_NAME)]),
                        ],
                    )]),
                ],
            )]),
            U32(ENUM_DOMAIN_USERS_NUM_ENTRIES),
            Status(STATUS),
        ],
        (15, false) => &[
            Handle(DOMAIN_HANDLE),
            U32(ENUM_DOMAIN_ALIASES_RESUME_HANDLE),
            U32(ENUM_DOMAIN_ALIASES_MAX_SIZE),
        ],
        (15, true) => &[
            U32(ENUM_DOMAIN_ALIASES_RESUME_HANDLE),
            Unique(&[Struct(
                ENUM_DOMAIN_ALIASES_SAM,
                &[
                    U32(SAM_ARRAY_COUNT),
                    Unique(&[Array(
                        SAM_ARRAY_ENTRIES,
                        &[
                            U32(SAM_ENTRY_IDX),
                            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(SAM_ENTRY_NAME)]),
                        ],
                    )]),
                ],
            )]),
            U32(ENUM_DOMAIN_ALIASES_NUM_ENTRIES),
            Status(STATUS),
        ],
        (34, false) => &[Handle(DOMAIN_HANDLE), Rights(USER_ACCESS_MASK, USER_RIGHTS), U32(RID)],
        (34, true) => &[Handle(USER_HANDLE), Status(STATUS)],
        (57, false) => &[Unique(&[Text(CONNECT2_SYSTEM_NAME)]), Rights(CONNECT_ACCESS_MASK, CONNECT_RIGHTS)],
        (57, true) => &[Handle(CONNECT_HANDLE), Status(STATUS)],
        (62, false) => &[
            Unique(&[Text(CONNECT4_SYSTEM_NAME)]),
            U32(CONNECT4_CLIENT_VERSION),
            Rights(CONNECT_ACCESS_MASK, CONNECT_RIGHTS),
        ],
        (62, true) => &[Handle(CONNECT_HANDLE), Status(STATUS)],
        (64, false) => &[
            Unique(&[Text(CONNECT5_SYSTEM_NAME)]),
            Rights(CONNECT_ACCESS_MASK, CONNECT_RIGHTS),
            U32(CONNECT5_LEVEL_IN),
            Union(CONNECT5_INFO_IN, INFOS),
        ],
        (64, true) => &[
            U32(CONNECT5_LEVEL_OUT),
            Union(CONNECT5_INFO_OUT, INFOS),
            Handle(CONNECT_HANDLE),
            Status(STATUS),
        ],
        _ => return None,
    })
}
