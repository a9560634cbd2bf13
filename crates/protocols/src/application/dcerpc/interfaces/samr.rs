//! Security accounts, [MS-SAMR].

use super::declines as dissect;
use crate::application::dcerpc::ndr::Arg::{self, *};
use crate::application::dcerpc::{LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, NT_COUNT};
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
        FIELDS_PRESENT_SAMR_FIELD_ACCOUNT_NAME "samr.samr_FieldsPresent.SAMR_FIELD_ACCOUNT_NAME" "Samr Field Account Name": Bool(32) & 0x1 = Names::Bools("SAMR_FIELD_ACCOUNT_NAME is SET", "SAMR_FIELD_ACCOUNT_NAME is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_FULL_NAME "samr.samr_FieldsPresent.SAMR_FIELD_FULL_NAME" "Samr Field Full Name": Bool(32) & 0x2 = Names::Bools("SAMR_FIELD_FULL_NAME is SET", "SAMR_FIELD_FULL_NAME is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_RID "samr.samr_FieldsPresent.SAMR_FIELD_RID" "Samr Field Rid": Bool(32) & 0x4 = Names::Bools("SAMR_FIELD_RID is SET", "SAMR_FIELD_RID is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_PRIMARY_GID "samr.samr_FieldsPresent.SAMR_FIELD_PRIMARY_GID" "Samr Field Primary Gid": Bool(32) & 0x8 = Names::Bools("SAMR_FIELD_PRIMARY_GID is SET", "SAMR_FIELD_PRIMARY_GID is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_DESCRIPTION "samr.samr_FieldsPresent.SAMR_FIELD_DESCRIPTION" "Samr Field Description": Bool(32) & 0x10 = Names::Bools("SAMR_FIELD_DESCRIPTION is SET", "SAMR_FIELD_DESCRIPTION is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_COMMENT "samr.samr_FieldsPresent.SAMR_FIELD_COMMENT" "Samr Field Comment": Bool(32) & 0x20 = Names::Bools("SAMR_FIELD_COMMENT is SET", "SAMR_FIELD_COMMENT is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_HOME_DIRECTORY "samr.samr_FieldsPresent.SAMR_FIELD_HOME_DIRECTORY" "Samr Field Home Directory": Bool(32) & 0x40 = Names::Bools("SAMR_FIELD_HOME_DIRECTORY is SET", "SAMR_FIELD_HOME_DIRECTORY is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_HOME_DRIVE "samr.samr_FieldsPresent.SAMR_FIELD_HOME_DRIVE" "Samr Field Home Drive": Bool(32) & 0x80 = Names::Bools("SAMR_FIELD_HOME_DRIVE is SET", "SAMR_FIELD_HOME_DRIVE is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_LOGON_SCRIPT "samr.samr_FieldsPresent.SAMR_FIELD_LOGON_SCRIPT" "Samr Field Logon Script": Bool(32) & 0x100 = Names::Bools("SAMR_FIELD_LOGON_SCRIPT is SET", "SAMR_FIELD_LOGON_SCRIPT is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_PROFILE_PATH "samr.samr_FieldsPresent.SAMR_FIELD_PROFILE_PATH" "Samr Field Profile Path": Bool(32) & 0x200 = Names::Bools("SAMR_FIELD_PROFILE_PATH is SET", "SAMR_FIELD_PROFILE_PATH is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_WORKSTATIONS "samr.samr_FieldsPresent.SAMR_FIELD_WORKSTATIONS" "Samr Field Workstations": Bool(32) & 0x400 = Names::Bools("SAMR_FIELD_WORKSTATIONS is SET", "SAMR_FIELD_WORKSTATIONS is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_LAST_LOGON "samr.samr_FieldsPresent.SAMR_FIELD_LAST_LOGON" "Samr Field Last Logon": Bool(32) & 0x800 = Names::Bools("SAMR_FIELD_LAST_LOGON is SET", "SAMR_FIELD_LAST_LOGON is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_LAST_LOGOFF "samr.samr_FieldsPresent.SAMR_FIELD_LAST_LOGOFF" "Samr Field Last Logoff": Bool(32) & 0x1000 = Names::Bools("SAMR_FIELD_LAST_LOGOFF is SET", "SAMR_FIELD_LAST_LOGOFF is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_LOGON_HOURS "samr.samr_FieldsPresent.SAMR_FIELD_LOGON_HOURS" "Samr Field Logon Hours": Bool(32) & 0x2000 = Names::Bools("SAMR_FIELD_LOGON_HOURS is SET", "SAMR_FIELD_LOGON_HOURS is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_BAD_PWD_COUNT "samr.samr_FieldsPresent.SAMR_FIELD_BAD_PWD_COUNT" "Samr Field Bad Pwd Count": Bool(32) & 0x4000 = Names::Bools("SAMR_FIELD_BAD_PWD_COUNT is SET", "SAMR_FIELD_BAD_PWD_COUNT is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_NUM_LOGONS "samr.samr_FieldsPresent.SAMR_FIELD_NUM_LOGONS" "Samr Field Num Logons": Bool(32) & 0x8000 = Names::Bools("SAMR_FIELD_NUM_LOGONS is SET", "SAMR_FIELD_NUM_LOGONS is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_ALLOW_PWD_CHANGE "samr.samr_FieldsPresent.SAMR_FIELD_ALLOW_PWD_CHANGE" "Samr Field Allow Pwd Change": Bool(32) & 0x10000 = Names::Bools("SAMR_FIELD_ALLOW_PWD_CHANGE is SET", "SAMR_FIELD_ALLOW_PWD_CHANGE is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_FORCE_PWD_CHANGE "samr.samr_FieldsPresent.SAMR_FIELD_FORCE_PWD_CHANGE" "Samr Field Force Pwd Change": Bool(32) & 0x20000 = Names::Bools("SAMR_FIELD_FORCE_PWD_CHANGE is SET", "SAMR_FIELD_FORCE_PWD_CHANGE is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_LAST_PWD_CHANGE "samr.samr_FieldsPresent.SAMR_FIELD_LAST_PWD_CHANGE" "Samr Field Last Pwd Change": Bool(32) & 0x40000 = Names::Bools("SAMR_FIELD_LAST_PWD_CHANGE is SET", "SAMR_FIELD_LAST_PWD_CHANGE is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_ACCT_EXPIRY "samr.samr_FieldsPresent.SAMR_FIELD_ACCT_EXPIRY" "Samr Field Acct Expiry": Bool(32) & 0x80000 = Names::Bools("SAMR_FIELD_ACCT_EXPIRY is SET", "SAMR_FIELD_ACCT_EXPIRY is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_ACCT_FLAGS "samr.samr_FieldsPresent.SAMR_FIELD_ACCT_FLAGS" "Samr Field Acct Flags": Bool(32) & 0x100000 = Names::Bools("SAMR_FIELD_ACCT_FLAGS is SET", "SAMR_FIELD_ACCT_FLAGS is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_PARAMETERS "samr.samr_FieldsPresent.SAMR_FIELD_PARAMETERS" "Samr Field Parameters": Bool(32) & 0x200000 = Names::Bools("SAMR_FIELD_PARAMETERS is SET", "SAMR_FIELD_PARAMETERS is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_COUNTRY_CODE "samr.samr_FieldsPresent.SAMR_FIELD_COUNTRY_CODE" "Samr Field Country Code": Bool(32) & 0x400000 = Names::Bools("SAMR_FIELD_COUNTRY_CODE is SET", "SAMR_FIELD_COUNTRY_CODE is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_CODE_PAGE "samr.samr_FieldsPresent.SAMR_FIELD_CODE_PAGE" "Samr Field Code Page": Bool(32) & 0x800000 = Names::Bools("SAMR_FIELD_CODE_PAGE is SET", "SAMR_FIELD_CODE_PAGE is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_NT_PASSWORD_PRESENT "samr.samr_FieldsPresent.SAMR_FIELD_NT_PASSWORD_PRESENT" "Samr Field Nt Password Present": Bool(32) & 0x1000000 = Names::Bools("SAMR_FIELD_NT_PASSWORD_PRESENT is SET", "SAMR_FIELD_NT_PASSWORD_PRESENT is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_LM_PASSWORD_PRESENT "samr.samr_FieldsPresent.SAMR_FIELD_LM_PASSWORD_PRESENT" "Samr Field Lm Password Present": Bool(32) & 0x2000000 = Names::Bools("SAMR_FIELD_LM_PASSWORD_PRESENT is SET", "SAMR_FIELD_LM_PASSWORD_PRESENT is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_PRIVATE_DATA "samr.samr_FieldsPresent.SAMR_FIELD_PRIVATE_DATA" "Samr Field Private Data": Bool(32) & 0x4000000 = Names::Bools("SAMR_FIELD_PRIVATE_DATA is SET", "SAMR_FIELD_PRIVATE_DATA is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_EXPIRED_FLAG "samr.samr_FieldsPresent.SAMR_FIELD_EXPIRED_FLAG" "Samr Field Expired Flag": Bool(32) & 0x8000000 = Names::Bools("SAMR_FIELD_EXPIRED_FLAG is SET", "SAMR_FIELD_EXPIRED_FLAG is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_SEC_DESC "samr.samr_FieldsPresent.SAMR_FIELD_SEC_DESC" "Samr Field Sec Desc": Bool(32) & 0x10000000 = Names::Bools("SAMR_FIELD_SEC_DESC is SET", "SAMR_FIELD_SEC_DESC is NOT SET");
        FIELDS_PRESENT_SAMR_FIELD_OWF_PWD "samr.samr_FieldsPresent.SAMR_FIELD_OWF_PWD" "Samr Field Owf Pwd": Bool(32) & 0x20000000 = Names::Bools("SAMR_FIELD_OWF_PWD is SET", "SAMR_FIELD_OWF_PWD is NOT SET");
        GROUP_ATTRS_SE_GROUP_MANDATORY "samr.samr_GroupAttrs.SE_GROUP_MANDATORY" "Se Group Mandatory": Bool(32) & 0x1 = Names::Bools("SE_GROUP_MANDATORY is SET", "SE_GROUP_MANDATORY is NOT SET");
        GROUP_ATTRS_SE_GROUP_ENABLED_BY_DEFAULT "samr.samr_GroupAttrs.SE_GROUP_ENABLED_BY_DEFAULT" "Se Group Enabled By Default": Bool(32) & 0x2 = Names::Bools("SE_GROUP_ENABLED_BY_DEFAULT is SET", "SE_GROUP_ENABLED_BY_DEFAULT is NOT SET");
        GROUP_ATTRS_SE_GROUP_ENABLED "samr.samr_GroupAttrs.SE_GROUP_ENABLED" "Se Group Enabled": Bool(32) & 0x4 = Names::Bools("SE_GROUP_ENABLED is SET", "SE_GROUP_ENABLED is NOT SET");
        GROUP_ATTRS_SE_GROUP_OWNER "samr.samr_GroupAttrs.SE_GROUP_OWNER" "Se Group Owner": Bool(32) & 0x8 = Names::Bools("SE_GROUP_OWNER is SET", "SE_GROUP_OWNER is NOT SET");
        GROUP_ATTRS_SE_GROUP_USE_FOR_DENY_ONLY "samr.samr_GroupAttrs.SE_GROUP_USE_FOR_DENY_ONLY" "Se Group Use For Deny Only": Bool(32) & 0x10 = Names::Bools("SE_GROUP_USE_FOR_DENY_ONLY is SET", "SE_GROUP_USE_FOR_DENY_ONLY is NOT SET");
        GROUP_ATTRS_SE_GROUP_RESOURCE "samr.samr_GroupAttrs.SE_GROUP_RESOURCE" "Se Group Resource": Bool(32) & 0x20000000 = Names::Bools("SE_GROUP_RESOURCE is SET", "SE_GROUP_RESOURCE is NOT SET");
        GROUP_ATTRS_SE_GROUP_LOGON_ID "samr.samr_GroupAttrs.SE_GROUP_LOGON_ID" "Se Group Logon Id": Bool(32) & 0xc0000000 = Names::Bools("SE_GROUP_LOGON_ID is SET", "SE_GROUP_LOGON_ID is NOT SET");
        PASSWORD_PROPERTIES_DOMAIN_PASSWORD_COMPLEX "samr.samr_PasswordProperties.DOMAIN_PASSWORD_COMPLEX" "Domain Password Complex": Bool(32) & 0x1 = Names::Bools("DOMAIN_PASSWORD_COMPLEX is SET", "DOMAIN_PASSWORD_COMPLEX is NOT SET");
        PASSWORD_PROPERTIES_DOMAIN_PASSWORD_NO_ANON_CHANGE "samr.samr_PasswordProperties.DOMAIN_PASSWORD_NO_ANON_CHANGE" "Domain Password No Anon Change": Bool(32) & 0x2 = Names::Bools("DOMAIN_PASSWORD_NO_ANON_CHANGE is SET", "DOMAIN_PASSWORD_NO_ANON_CHANGE is NOT SET");
        PASSWORD_PROPERTIES_DOMAIN_PASSWORD_NO_CLEAR_CHANGE "samr.samr_PasswordProperties.DOMAIN_PASSWORD_NO_CLEAR_CHANGE" "Domain Password No Clear Change": Bool(32) & 0x4 = Names::Bools("DOMAIN_PASSWORD_NO_CLEAR_CHANGE is SET", "DOMAIN_PASSWORD_NO_CLEAR_CHANGE is NOT SET");
        PASSWORD_PROPERTIES_DOMAIN_PASSWORD_LOCKOUT_ADMINS "samr.samr_PasswordProperties.DOMAIN_PASSWORD_LOCKOUT_ADMINS" "Domain Password Lockout Admins": Bool(32) & 0x8 = Names::Bools("DOMAIN_PASSWORD_LOCKOUT_ADMINS is SET", "DOMAIN_PASSWORD_LOCKOUT_ADMINS is NOT SET");
        PASSWORD_PROPERTIES_DOMAIN_PASSWORD_STORE_CLEARTEXT "samr.samr_PasswordProperties.DOMAIN_PASSWORD_STORE_CLEARTEXT" "Domain Password Store Cleartext": Bool(32) & 0x10 = Names::Bools("DOMAIN_PASSWORD_STORE_CLEARTEXT is SET", "DOMAIN_PASSWORD_STORE_CLEARTEXT is NOT SET");
        PASSWORD_PROPERTIES_DOMAIN_REFUSE_PASSWORD_CHANGE "samr.samr_PasswordProperties.DOMAIN_REFUSE_PASSWORD_CHANGE" "Domain Refuse Password Change": Bool(32) & 0x20 = Names::Bools("DOMAIN_REFUSE_PASSWORD_CHANGE is SET", "DOMAIN_REFUSE_PASSWORD_CHANGE is NOT SET");
        GROUP_ACCESS_MASK_SAMR_GROUP_ACCESS_LOOKUP_INFO "samr.samr_GroupAccessMask.SAMR_GROUP_ACCESS_LOOKUP_INFO" "Samr Group Access Lookup Info": Bool(32) & 0x1 = Names::Bools("SAMR_GROUP_ACCESS_LOOKUP_INFO is SET", "SAMR_GROUP_ACCESS_LOOKUP_INFO is NOT SET");
        GROUP_ACCESS_MASK_SAMR_GROUP_ACCESS_SET_INFO "samr.samr_GroupAccessMask.SAMR_GROUP_ACCESS_SET_INFO" "Samr Group Access Set Info": Bool(32) & 0x2 = Names::Bools("SAMR_GROUP_ACCESS_SET_INFO is SET", "SAMR_GROUP_ACCESS_SET_INFO is NOT SET");
        GROUP_ACCESS_MASK_SAMR_GROUP_ACCESS_ADD_MEMBER "samr.samr_GroupAccessMask.SAMR_GROUP_ACCESS_ADD_MEMBER" "Samr Group Access Add Member": Bool(32) & 0x4 = Names::Bools("SAMR_GROUP_ACCESS_ADD_MEMBER is SET", "SAMR_GROUP_ACCESS_ADD_MEMBER is NOT SET");
        GROUP_ACCESS_MASK_SAMR_GROUP_ACCESS_REMOVE_MEMBER "samr.samr_GroupAccessMask.SAMR_GROUP_ACCESS_REMOVE_MEMBER" "Samr Group Access Remove Member": Bool(32) & 0x8 = Names::Bools("SAMR_GROUP_ACCESS_REMOVE_MEMBER is SET", "SAMR_GROUP_ACCESS_REMOVE_MEMBER is NOT SET");
        GROUP_ACCESS_MASK_SAMR_GROUP_ACCESS_GET_MEMBERS "samr.samr_GroupAccessMask.SAMR_GROUP_ACCESS_GET_MEMBERS" "Samr Group Access Get Members": Bool(32) & 0x10 = Names::Bools("SAMR_GROUP_ACCESS_GET_MEMBERS is SET", "SAMR_GROUP_ACCESS_GET_MEMBERS is NOT SET");
        ALIAS_ACCESS_MASK_SAMR_ALIAS_ACCESS_ADD_MEMBER "samr.samr_AliasAccessMask.SAMR_ALIAS_ACCESS_ADD_MEMBER" "Samr Alias Access Add Member": Bool(32) & 0x1 = Names::Bools("SAMR_ALIAS_ACCESS_ADD_MEMBER is SET", "SAMR_ALIAS_ACCESS_ADD_MEMBER is NOT SET");
        ALIAS_ACCESS_MASK_SAMR_ALIAS_ACCESS_REMOVE_MEMBER "samr.samr_AliasAccessMask.SAMR_ALIAS_ACCESS_REMOVE_MEMBER" "Samr Alias Access Remove Member": Bool(32) & 0x2 = Names::Bools("SAMR_ALIAS_ACCESS_REMOVE_MEMBER is SET", "SAMR_ALIAS_ACCESS_REMOVE_MEMBER is NOT SET");
        ALIAS_ACCESS_MASK_SAMR_ALIAS_ACCESS_GET_MEMBERS "samr.samr_AliasAccessMask.SAMR_ALIAS_ACCESS_GET_MEMBERS" "Samr Alias Access Get Members": Bool(32) & 0x4 = Names::Bools("SAMR_ALIAS_ACCESS_GET_MEMBERS is SET", "SAMR_ALIAS_ACCESS_GET_MEMBERS is NOT SET");
        ALIAS_ACCESS_MASK_SAMR_ALIAS_ACCESS_LOOKUP_INFO "samr.samr_AliasAccessMask.SAMR_ALIAS_ACCESS_LOOKUP_INFO" "Samr Alias Access Lookup Info": Bool(32) & 0x8 = Names::Bools("SAMR_ALIAS_ACCESS_LOOKUP_INFO is SET", "SAMR_ALIAS_ACCESS_LOOKUP_INFO is NOT SET");
        ALIAS_ACCESS_MASK_SAMR_ALIAS_ACCESS_SET_INFO "samr.samr_AliasAccessMask.SAMR_ALIAS_ACCESS_SET_INFO" "Samr Alias Access Set Info": Bool(32) & 0x10 = Names::Bools("SAMR_ALIAS_ACCESS_SET_INFO is SET", "SAMR_ALIAS_ACCESS_SET_INFO is NOT SET");
        LOGON_HOURS_UNITS_PER_WEEK "samr.samr_LogonHours.units_per_week" "Units Per Week": U16 Dec;
        LOGON_HOURS_BITS "samr.samr_LogonHours.bits" "Bits": U8 Dec;
        PASSWORD_HASH "samr.samr_Password.hash" "Hash": U8 Dec;
        CRYPT_PASSWORD_DATA "samr.samr_CryptPassword.data" "Data": U8 Dec;
        CRYPT_PASSWORD_EX_DATA "samr.samr_CryptPasswordEx.data" "Data": U8 Dec;
        USER_INFO21_LAST_LOGON "samr.samr_UserInfo21.last_logon" "Last Logon": AbsTime Utc;
        USER_INFO21_LAST_LOGOFF "samr.samr_UserInfo21.last_logoff" "Last Logoff": AbsTime Utc;
        USER_INFO21_LAST_PASSWORD_CHANGE "samr.samr_UserInfo21.last_password_change" "Last Password Change": AbsTime Utc;
        USER_INFO21_ACCT_EXPIRY "samr.samr_UserInfo21.acct_expiry" "Acct Expiry": AbsTime Utc;
        USER_INFO21_ALLOW_PASSWORD_CHANGE "samr.samr_UserInfo21.allow_password_change" "Allow Password Change": AbsTime Utc;
        USER_INFO21_FORCE_PASSWORD_CHANGE "samr.samr_UserInfo21.force_password_change" "Force Password Change": AbsTime Utc;
        USER_INFO21_ACCOUNT_NAME "samr.samr_UserInfo21.account_name" "Account Name": Str;
        USER_INFO21_FULL_NAME "samr.samr_UserInfo21.full_name" "Full Name": Str;
        USER_INFO21_HOME_DIRECTORY "samr.samr_UserInfo21.home_directory" "Home Directory": Str;
        USER_INFO21_HOME_DRIVE "samr.samr_UserInfo21.home_drive" "Home Drive": Str;
        USER_INFO21_LOGON_SCRIPT "samr.samr_UserInfo21.logon_script" "Logon Script": Str;
        USER_INFO21_PROFILE_PATH "samr.samr_UserInfo21.profile_path" "Profile Path": Str;
        USER_INFO21_DESCRIPTION "samr.samr_UserInfo21.description" "Description": Str;
        USER_INFO21_WORKSTATIONS "samr.samr_UserInfo21.workstations" "Workstations": Str;
        USER_INFO21_COMMENT "samr.samr_UserInfo21.comment" "Comment": Str;
        USER_INFO21_PARAMETERS "samr.samr_UserInfo21.parameters" "Parameters": Str;
        USER_INFO21_LM_PASSWORD "samr.samr_UserInfo21.lm_password" "Lm Password": Str;
        USER_INFO21_NT_PASSWORD "samr.samr_UserInfo21.nt_password" "Nt Password": Str;
        USER_INFO21_PRIVATE "samr.samr_UserInfo21.private" "Private": Str;
        USER_INFO21_BUF_COUNT "samr.samr_UserInfo21.buf_count" "Buf Count": U32 Dec;
        USER_INFO21_BUFFER "samr.samr_UserInfo21.buffer" "Buffer": U8 Dec;
        USER_INFO21_PRIMARY_GID "samr.samr_UserInfo21.primary_gid" "Primary Gid": U32 Dec;
        USER_INFO21_ACCT_FLAGS "samr.samr_UserInfo21.acct_flags" "Acct Flags": U32 Hex;
        USER_INFO21_FIELDS_PRESENT "samr.samr_UserInfo21.fields_present" "Fields Present": U32 Hex;
        USER_INFO21_LOGON_HOURS "samr.samr_UserInfo21.logon_hours" "Logon Hours": None;
        USER_INFO21_BAD_PASSWORD_COUNT "samr.samr_UserInfo21.bad_password_count" "Bad Password Count": U16 Dec;
        USER_INFO21_LOGON_COUNT "samr.samr_UserInfo21.logon_count" "Logon Count": U16 Dec;
        USER_INFO21_COUNTRY_CODE "samr.samr_UserInfo21.country_code" "Country Code": U16 Dec;
        USER_INFO21_CODE_PAGE "samr.samr_UserInfo21.code_page" "Code Page": U16 Dec;
        USER_INFO21_LM_PASSWORD_SET "samr.samr_UserInfo21.lm_password_set" "Lm Password Set": U8 Dec;
        USER_INFO21_NT_PASSWORD_SET "samr.samr_UserInfo21.nt_password_set" "Nt Password Set": U8 Dec;
        USER_INFO21_PASSWORD_EXPIRED "samr.samr_UserInfo21.password_expired" "Password Expired": U8 Dec;
        USER_INFO21_UNKNOWN4 "samr.samr_UserInfo21.unknown4" "Unknown4": U8 Dec;
        USER_INFO_INFO1 "samr.samr_UserInfo.info1" "Info1": None;
        USER_INFO1_ACCOUNT_NAME "samr.samr_UserInfo1.account_name" "Account Name": Str;
        USER_INFO1_FULL_NAME "samr.samr_UserInfo1.full_name" "Full Name": Str;
        USER_INFO1_PRIMARY_GID "samr.samr_UserInfo1.primary_gid" "Primary Gid": U32 Dec;
        USER_INFO1_DESCRIPTION "samr.samr_UserInfo1.description" "Description": Str;
        USER_INFO1_COMMENT "samr.samr_UserInfo1.comment" "Comment": Str;
        USER_INFO_INFO2 "samr.samr_UserInfo.info2" "Info2": None;
        USER_INFO2_COMMENT "samr.samr_UserInfo2.comment" "Comment": Str;
        USER_INFO2_UNKNOWN "samr.samr_UserInfo2.unknown" "Unknown": Str;
        USER_INFO2_COUNTRY_CODE "samr.samr_UserInfo2.country_code" "Country Code": U16 Dec;
        USER_INFO2_CODE_PAGE "samr.samr_UserInfo2.code_page" "Code Page": U16 Dec;
        USER_INFO_INFO3 "samr.samr_UserInfo.info3" "Info3": None;
        USER_INFO3_ACCOUNT_NAME "samr.samr_UserInfo3.account_name" "Account Name": Str;
        USER_INFO3_FULL_NAME "samr.samr_UserInfo3.full_name" "Full Name": Str;
        USER_INFO3_PRIMARY_GID "samr.samr_UserInfo3.primary_gid" "Primary Gid": U32 Dec;
        USER_INFO3_HOME_DIRECTORY "samr.samr_UserInfo3.home_directory" "Home Directory": Str;
        USER_INFO3_HOME_DRIVE "samr.samr_UserInfo3.home_drive" "Home Drive": Str;
        USER_INFO3_LOGON_SCRIPT "samr.samr_UserInfo3.logon_script" "Logon Script": Str;
        USER_INFO3_PROFILE_PATH "samr.samr_UserInfo3.profile_path" "Profile Path": Str;
        USER_INFO3_WORKSTATIONS "samr.samr_UserInfo3.workstations" "Workstations": Str;
        USER_INFO3_LAST_LOGON "samr.samr_UserInfo3.last_logon" "Last Logon": AbsTime Utc;
        USER_INFO3_LAST_LOGOFF "samr.samr_UserInfo3.last_logoff" "Last Logoff": AbsTime Utc;
        USER_INFO3_LAST_PASSWORD_CHANGE "samr.samr_UserInfo3.last_password_change" "Last Password Change": AbsTime Utc;
        USER_INFO3_ALLOW_PASSWORD_CHANGE "samr.samr_UserInfo3.allow_password_change" "Allow Password Change": AbsTime Utc;
        USER_INFO3_FORCE_PASSWORD_CHANGE "samr.samr_UserInfo3.force_password_change" "Force Password Change": AbsTime Utc;
        USER_INFO3_LOGON_HOURS "samr.samr_UserInfo3.logon_hours" "Logon Hours": None;
        USER_INFO3_BAD_PASSWORD_COUNT "samr.samr_UserInfo3.bad_password_count" "Bad Password Count": U16 Dec;
        USER_INFO3_LOGON_COUNT "samr.samr_UserInfo3.logon_count" "Logon Count": U16 Dec;
        USER_INFO3_ACCT_FLAGS "samr.samr_UserInfo3.acct_flags" "Acct Flags": U32 Hex;
        USER_INFO_INFO4 "samr.samr_UserInfo.info4" "Info4": None;
        USER_INFO4_LOGON_HOURS "samr.samr_UserInfo4.logon_hours" "Logon Hours": None;
        USER_INFO_INFO5 "samr.samr_UserInfo.info5" "Info5": None;
        USER_INFO5_ACCOUNT_NAME "samr.samr_UserInfo5.account_name" "Account Name": Str;
        USER_INFO5_FULL_NAME "samr.samr_UserInfo5.full_name" "Full Name": Str;
        USER_INFO5_PRIMARY_GID "samr.samr_UserInfo5.primary_gid" "Primary Gid": U32 Dec;
        USER_INFO5_HOME_DIRECTORY "samr.samr_UserInfo5.home_directory" "Home Directory": Str;
        USER_INFO5_HOME_DRIVE "samr.samr_UserInfo5.home_drive" "Home Drive": Str;
        USER_INFO5_LOGON_SCRIPT "samr.samr_UserInfo5.logon_script" "Logon Script": Str;
        USER_INFO5_PROFILE_PATH "samr.samr_UserInfo5.profile_path" "Profile Path": Str;
        USER_INFO5_DESCRIPTION "samr.samr_UserInfo5.description" "Description": Str;
        USER_INFO5_WORKSTATIONS "samr.samr_UserInfo5.workstations" "Workstations": Str;
        USER_INFO5_LAST_LOGON "samr.samr_UserInfo5.last_logon" "Last Logon": AbsTime Utc;
        USER_INFO5_LAST_LOGOFF "samr.samr_UserInfo5.last_logoff" "Last Logoff": AbsTime Utc;
        USER_INFO5_LOGON_HOURS "samr.samr_UserInfo5.logon_hours" "Logon Hours": None;
        USER_INFO5_BAD_PASSWORD_COUNT "samr.samr_UserInfo5.bad_password_count" "Bad Password Count": U16 Dec;
        USER_INFO5_LOGON_COUNT "samr.samr_UserInfo5.logon_count" "Logon Count": U16 Dec;
        USER_INFO5_LAST_PASSWORD_CHANGE "samr.samr_UserInfo5.last_password_change" "Last Password Change": AbsTime Utc;
        USER_INFO5_ACCT_EXPIRY "samr.samr_UserInfo5.acct_expiry" "Acct Expiry": AbsTime Utc;
        USER_INFO5_ACCT_FLAGS "samr.samr_UserInfo5.acct_flags" "Acct Flags": U32 Hex;
        USER_INFO_INFO6 "samr.samr_UserInfo.info6" "Info6": None;
        USER_INFO6_ACCOUNT_NAME "samr.samr_UserInfo6.account_name" "Account Name": Str;
        USER_INFO6_FULL_NAME "samr.samr_UserInfo6.full_name" "Full Name": Str;
        USER_INFO_INFO7 "samr.samr_UserInfo.info7" "Info7": None;
        USER_INFO7_ACCOUNT_NAME "samr.samr_UserInfo7.account_name" "Account Name": Str;
        USER_INFO_INFO8 "samr.samr_UserInfo.info8" "Info8": None;
        USER_INFO8_FULL_NAME "samr.samr_UserInfo8.full_name" "Full Name": Str;
        USER_INFO_INFO9 "samr.samr_UserInfo.info9" "Info9": None;
        USER_INFO9_PRIMARY_GID "samr.samr_UserInfo9.primary_gid" "Primary Gid": U32 Dec;
        USER_INFO_INFO10 "samr.samr_UserInfo.info10" "Info10": None;
        USER_INFO10_HOME_DIRECTORY "samr.samr_UserInfo10.home_directory" "Home Directory": Str;
        USER_INFO10_HOME_DRIVE "samr.samr_UserInfo10.home_drive" "Home Drive": Str;
        USER_INFO_INFO11 "samr.samr_UserInfo.info11" "Info11": None;
        USER_INFO11_LOGON_SCRIPT "samr.samr_UserInfo11.logon_script" "Logon Script": Str;
        USER_INFO_INFO12 "samr.samr_UserInfo.info12" "Info12": None;
        USER_INFO12_PROFILE_PATH "samr.samr_UserInfo12.profile_path" "Profile Path": Str;
        USER_INFO_INFO13 "samr.samr_UserInfo.info13" "Info13": None;
        USER_INFO13_DESCRIPTION "samr.samr_UserInfo13.description" "Description": Str;
        USER_INFO_INFO14 "samr.samr_UserInfo.info14" "Info14": None;
        USER_INFO14_WORKSTATIONS "samr.samr_UserInfo14.workstations" "Workstations": Str;
        USER_INFO_INFO16 "samr.samr_UserInfo.info16" "Info16": None;
        USER_INFO16_ACCT_FLAGS "samr.samr_UserInfo16.acct_flags" "Acct Flags": U32 Hex;
        USER_INFO_INFO17 "samr.samr_UserInfo.info17" "Info17": None;
        USER_INFO17_ACCT_EXPIRY "samr.samr_UserInfo17.acct_expiry" "Acct Expiry": AbsTime Utc;
        USER_INFO_INFO18 "samr.samr_UserInfo.info18" "Info18": None;
        USER_INFO18_LM_PWD "samr.samr_UserInfo18.lm_pwd" "Lm Pwd": None;
        USER_INFO18_NT_PWD "samr.samr_UserInfo18.nt_pwd" "Nt Pwd": None;
        USER_INFO18_LM_PWD_ACTIVE "samr.samr_UserInfo18.lm_pwd_active" "Lm Pwd Active": U8 Dec;
        USER_INFO18_NT_PWD_ACTIVE "samr.samr_UserInfo18.nt_pwd_active" "Nt Pwd Active": U8 Dec;
        USER_INFO_INFO20 "samr.samr_UserInfo.info20" "Info20": None;
        USER_INFO20_PARAMETERS "samr.samr_UserInfo20.parameters" "Parameters": Str;
        USER_INFO_INFO21 "samr.samr_UserInfo.info21" "Info21": None;
        USER_INFO_INFO23 "samr.samr_UserInfo.info23" "Info23": None;
        USER_INFO23_INFO "samr.samr_UserInfo23.info" "Info": None;
        USER_INFO23_PASSWORD "samr.samr_UserInfo23.password" "Password": None;
        USER_INFO_INFO24 "samr.samr_UserInfo.info24" "Info24": None;
        USER_INFO24_PASSWORD "samr.samr_UserInfo24.password" "Password": None;
        USER_INFO24_PASSWORD_EXPIRED "samr.samr_UserInfo24.password_expired" "Password Expired": U8 Dec;
        USER_INFO_INFO25 "samr.samr_UserInfo.info25" "Info25": None;
        USER_INFO25_INFO "samr.samr_UserInfo25.info" "Info": None;
        USER_INFO25_PASSWORD "samr.samr_UserInfo25.password" "Password": None;
        USER_INFO_INFO26 "samr.samr_UserInfo.info26" "Info26": None;
        USER_INFO26_PASSWORD "samr.samr_UserInfo26.password" "Password": None;
        USER_INFO26_PASSWORD_EXPIRED "samr.samr_UserInfo26.password_expired" "Password Expired": U8 Dec;
        DOMAIN_INFO_INFO1 "samr.samr_DomainInfo.info1" "Info1": None;
        DOM_INFO1_MIN_PASSWORD_LENGTH "samr.samr_DomInfo1.min_password_length" "Min Password Length": U16 Dec;
        DOM_INFO1_PASSWORD_HISTORY_LENGTH "samr.samr_DomInfo1.password_history_length" "Password History Length": U16 Dec;
        DOM_INFO1_PASSWORD_PROPERTIES "samr.samr_DomInfo1.password_properties" "Password Properties": U32 Hex;
        DOM_INFO1_MAX_PASSWORD_AGE "samr.samr_DomInfo1.max_password_age" "Max Password Age": I64 Dec;
        DOM_INFO1_MIN_PASSWORD_AGE "samr.samr_DomInfo1.min_password_age" "Min Password Age": I64 Dec;
        DOMAIN_INFO_GENERAL "samr.samr_DomainInfo.general" "General": None;
        DOM_GENERAL_INFORMATION_FORCE_LOGOFF_TIME "samr.samr_DomGeneralInformation.force_logoff_time" "Force Logoff Time": AbsTime Utc;
        DOM_GENERAL_INFORMATION_OEM_INFORMATION "samr.samr_DomGeneralInformation.oem_information" "Oem Information": Str;
        DOM_GENERAL_INFORMATION_DOMAIN_NAME "samr.samr_DomGeneralInformation.domain_name" "Domain Name": Str;
        DOM_GENERAL_INFORMATION_PRIMARY "samr.samr_DomGeneralInformation.primary" "Primary": Str;
        DOM_GENERAL_INFORMATION_SEQUENCE_NUM "samr.samr_DomGeneralInformation.sequence_num" "Sequence Num": U64 Dec;
        DOM_GENERAL_INFORMATION_DOMAIN_SERVER_STATE "samr.samr_DomGeneralInformation.domain_server_state" "Domain Server State": U32 Dec = SERVER_STATES;
        DOM_GENERAL_INFORMATION_ROLE "samr.samr_DomGeneralInformation.role" "Role": U32 Dec = ROLES;
        DOM_GENERAL_INFORMATION_UNKNOWN3 "samr.samr_DomGeneralInformation.unknown3" "Unknown3": U32 Dec;
        DOM_GENERAL_INFORMATION_NUM_USERS "samr.samr_DomGeneralInformation.num_users" "Num Users": U32 Dec;
        DOM_GENERAL_INFORMATION_NUM_GROUPS "samr.samr_DomGeneralInformation.num_groups" "Num Groups": U32 Dec;
        DOM_GENERAL_INFORMATION_NUM_ALIASES "samr.samr_DomGeneralInformation.num_aliases" "Num Aliases": U32 Dec;
        DOMAIN_INFO_INFO3 "samr.samr_DomainInfo.info3" "Info3": None;
        DOM_INFO3_FORCE_LOGOFF_TIME "samr.samr_DomInfo3.force_logoff_time" "Force Logoff Time": AbsTime Utc;
        DOMAIN_INFO_OEM "samr.samr_DomainInfo.oem" "Oem": None;
        DOM_OEM_INFORMATION_OEM_INFORMATION "samr.samr_DomOEMInformation.oem_information" "Oem Information": Str;
        DOMAIN_INFO_INFO5 "samr.samr_DomainInfo.info5" "Info5": None;
        DOM_INFO5_DOMAIN_NAME "samr.samr_DomInfo5.domain_name" "Domain Name": Str;
        DOMAIN_INFO_INFO6 "samr.samr_DomainInfo.info6" "Info6": None;
        DOM_INFO6_PRIMARY "samr.samr_DomInfo6.primary" "Primary": Str;
        DOMAIN_INFO_INFO7 "samr.samr_DomainInfo.info7" "Info7": None;
        DOM_INFO7_ROLE "samr.samr_DomInfo7.role" "Role": U32 Dec = ROLES;
        DOMAIN_INFO_INFO8 "samr.samr_DomainInfo.info8" "Info8": None;
        DOM_INFO8_SEQUENCE_NUM "samr.samr_DomInfo8.sequence_num" "Sequence Num": U64 Dec;
        DOM_INFO8_DOMAIN_CREATE_TIME "samr.samr_DomInfo8.domain_create_time" "Domain Create Time": AbsTime Utc;
        DOMAIN_INFO_INFO9 "samr.samr_DomainInfo.info9" "Info9": None;
        DOM_INFO9_DOMAIN_SERVER_STATE "samr.samr_DomInfo9.domain_server_state" "Domain Server State": U32 Dec = SERVER_STATES;
        DOMAIN_INFO_INFO12 "samr.samr_DomainInfo.info12" "Info12": None;
        DOM_INFO12_LOCKOUT_DURATION "samr.samr_DomInfo12.lockout_duration" "Lockout Duration": U64 Dec;
        DOM_INFO12_LOCKOUT_WINDOW "samr.samr_DomInfo12.lockout_window" "Lockout Window": U64 Dec;
        DOM_INFO12_LOCKOUT_THRESHOLD "samr.samr_DomInfo12.lockout_threshold" "Lockout Threshold": U16 Dec;
        DOMAIN_INFO_INFO13 "samr.samr_DomainInfo.info13" "Info13": None;
        DOM_INFO13_SEQUENCE_NUM "samr.samr_DomInfo13.sequence_num" "Sequence Num": U64 Dec;
        DOM_INFO13_DOMAIN_CREATE_TIME "samr.samr_DomInfo13.domain_create_time" "Domain Create Time": AbsTime Utc;
        DOM_INFO13_MODIFIED_COUNT_AT_LAST_PROMOTION "samr.samr_DomInfo13.modified_count_at_last_promotion" "Modified Count At Last Promotion": U64 Dec;
        IDS_COUNT "samr.samr_Ids.count" "Count": U32 Dec;
        GROUP_INFO_ALL "samr.samr_GroupInfo.all" "All": None;
        GROUP_INFO_NAME "samr.samr_GroupInfo.name" "Name": Str;
        GROUP_INFO_ATTRIBUTES "samr.samr_GroupInfo.attributes" "Attributes": None;
        GROUP_INFO_ATTRIBUTES_ATTRIBUTES "samr.samr_GroupInfoAttributes.attributes" "Attributes": U32 Hex;
        GROUP_INFO_DESCRIPTION "samr.samr_GroupInfo.description" "Description": Str;
        GROUP_INFO_ALL2 "samr.samr_GroupInfo.all2" "All2": None;
        GROUP_INFO_ALL_NAME "samr.samr_GroupInfoAll.name" "Name": Str;
        GROUP_INFO_ALL_ATTRIBUTES "samr.samr_GroupInfoAll.attributes" "Attributes": U32 Hex;
        GROUP_INFO_ALL_NUM_MEMBERS "samr.samr_GroupInfoAll.num_members" "Num Members": U32 Dec;
        GROUP_INFO_ALL_DESCRIPTION "samr.samr_GroupInfoAll.description" "Description": Str;
        ALIAS_INFO_ALL "samr.samr_AliasInfo.all" "All": None;
        ALIAS_INFO_ALL_NAME "samr.samr_AliasInfoAll.name" "Name": Str;
        ALIAS_INFO_ALL_NUM_MEMBERS "samr.samr_AliasInfoAll.num_members" "Num Members": U32 Dec;
        ALIAS_INFO_ALL_DESCRIPTION "samr.samr_AliasInfoAll.description" "Description": Str;
        ALIAS_INFO_NAME "samr.samr_AliasInfo.name" "Name": Str;
        ALIAS_INFO_DESCRIPTION "samr.samr_AliasInfo.description" "Description": Str;
        DISP_INFO_INFO1 "samr.samr_DispInfo.info1" "Info1": None;
        DISP_INFO_GENERAL_COUNT "samr.samr_DispInfoGeneral.count" "Count": U32 Dec;
        DISP_INFO_GENERAL_ENTRIES "samr.samr_DispInfoGeneral.entries" "Entries": None;
        DISP_ENTRY_GENERAL_IDX "samr.samr_DispEntryGeneral.idx" "Idx": U32 Dec;
        DISP_ENTRY_GENERAL_ACCT_FLAGS "samr.samr_DispEntryGeneral.acct_flags" "Acct Flags": U32 Hex;
        DISP_ENTRY_GENERAL_ACCOUNT_NAME "samr.samr_DispEntryGeneral.account_name" "Account Name": Str;
        DISP_ENTRY_GENERAL_DESCRIPTION "samr.samr_DispEntryGeneral.description" "Description": Str;
        DISP_ENTRY_GENERAL_FULL_NAME "samr.samr_DispEntryGeneral.full_name" "Full Name": Str;
        DISP_INFO_INFO2 "samr.samr_DispInfo.info2" "Info2": None;
        DISP_INFO_FULL_COUNT "samr.samr_DispInfoFull.count" "Count": U32 Dec;
        DISP_INFO_FULL_ENTRIES "samr.samr_DispInfoFull.entries" "Entries": None;
        DISP_ENTRY_FULL_IDX "samr.samr_DispEntryFull.idx" "Idx": U32 Dec;
        DISP_ENTRY_FULL_ACCT_FLAGS "samr.samr_DispEntryFull.acct_flags" "Acct Flags": U32 Hex;
        DISP_ENTRY_FULL_ACCOUNT_NAME "samr.samr_DispEntryFull.account_name" "Account Name": Str;
        DISP_ENTRY_FULL_DESCRIPTION "samr.samr_DispEntryFull.description" "Description": Str;
        DISP_INFO_INFO3 "samr.samr_DispInfo.info3" "Info3": None;
        DISP_INFO_FULL_GROUPS_COUNT "samr.samr_DispInfoFullGroups.count" "Count": U32 Dec;
        DISP_INFO_FULL_GROUPS_ENTRIES "samr.samr_DispInfoFullGroups.entries" "Entries": None;
        DISP_ENTRY_FULL_GROUP_IDX "samr.samr_DispEntryFullGroup.idx" "Idx": U32 Dec;
        DISP_ENTRY_FULL_GROUP_ACCT_FLAGS "samr.samr_DispEntryFullGroup.acct_flags" "Acct Flags": U32 Hex;
        DISP_ENTRY_FULL_GROUP_ACCOUNT_NAME "samr.samr_DispEntryFullGroup.account_name" "Account Name": Str;
        DISP_ENTRY_FULL_GROUP_DESCRIPTION "samr.samr_DispEntryFullGroup.description" "Description": Str;
        PW_INFO_MIN_PASSWORD_LENGTH "samr.samr_PwInfo.min_password_length" "Min Password Length": U16 Dec;
        PW_INFO_PASSWORD_PROPERTIES "samr.samr_PwInfo.password_properties" "Password Properties": U32 Hex;
        SEC_DESC_BUF_LEN "samr.sec_desc_buf_len" "Sec Desc Buf Len": U32 Dec;
        SET_SECURITY_SDBUF "samr.samr_SetSecurity.sdbuf" "Sdbuf": None;
        CREATE_DOMAIN_GROUP_NAME "samr.samr_CreateDomainGroup.name" "Name": Str;
        GROUP_ACCESS_MASK "samr.group.access_mask" "Access Mask": U32 Hex;
        GROUP_HANDLE "samr.group_handle" "Group Handle": Bytes;
        CREATE_USER_ACCOUNT_NAME "samr.samr_CreateUser.account_name" "Account Name": Str;
        CREATE_DOM_ALIAS_ALIAS_NAME "samr.samr_CreateDomAlias.alias_name" "Alias Name": Str;
        ALIAS_ACCESS_MASK "samr.alias.access_mask" "Access Mask": U32 Hex;
        ALIAS_HANDLE "samr.alias_handle" "Alias Handle": Bytes;
        GET_ALIAS_MEMBERSHIP_RIDS "samr.samr_GetAliasMembership.rids" "Rids": None;
        LOOKUP_NAMES_NUM_NAMES "samr.samr_LookupNames.num_names" "Num Names": U32 Dec;
        LOOKUP_NAMES_NAMES "samr.samr_LookupNames.names" "Names": Str;
        LOOKUP_NAMES_RIDS "samr.samr_LookupNames.rids" "Rids": None;
        LOOKUP_NAMES_TYPES "samr.samr_LookupNames.types" "Types": None;
        LOOKUP_RIDS_NUM_RIDS "samr.samr_LookupRids.num_rids" "Num Rids": U32 Dec;
        LOOKUP_RIDS_NAMES "samr.samr_LookupRids.names" "Names": None;
        LSA_STRINGS_COUNT "samr.lsa_Strings.count" "Count": U32 Dec;
        LSA_STRINGS_NAMES "samr.lsa_Strings.names" "Names": Str;
        LOOKUP_RIDS_TYPES "samr.samr_LookupRids.types" "Types": None;
        ADD_GROUP_MEMBER_FLAGS "samr.samr_AddGroupMember.flags" "Flags": U32 Dec;
        QUERY_GROUP_MEMBER_RIDS "samr.samr_QueryGroupMember.rids" "Rids": None;
        RID_TYPE_ARRAY_COUNT "samr.samr_RidTypeArray.count" "Count": U32 Dec;
        RID_TYPE_ARRAY_TYPES "samr.samr_RidTypeArray.types" "Types": U32 Dec;
        GET_GROUPS_FOR_USER_RIDS "samr.samr_GetGroupsForUser.rids" "Rids": None;
        RID_WITH_ATTRIBUTE_ARRAY_COUNT "samr.samr_RidWithAttributeArray.count" "Count": U32 Dec;
        RID_WITH_ATTRIBUTE_ARRAY_RIDS "samr.samr_RidWithAttributeArray.rids" "Rids": None;
        RID_WITH_ATTRIBUTE_ATTRIBUTES "samr.samr_RidWithAttribute.attributes" "Attributes": U32 Hex;
        GET_USER_PW_INFO_INFO "samr.samr_GetUserPwInfo.info" "Info": None;
        CREATE_USER2_ACCOUNT_NAME "samr.samr_CreateUser2.account_name" "Account Name": Str;
        CREATE_USER2_ACCT_FLAGS "samr.samr_CreateUser2.acct_flags" "Acct Flags": U32 Hex;
        CREATE_USER2_ACCESS_GRANTED "samr.samr_CreateUser2.access_granted" "Access Granted": U32 Dec;
        CHANGE_PASSWORD_USER2_SERVER "samr.samr_ChangePasswordUser2.server" "Server": Str;
        CHANGE_PASSWORD_USER2_ACCOUNT "samr.samr_ChangePasswordUser2.account" "Account": Str;
        CHANGE_PASSWORD_USER2_NT_PASSWORD "samr.samr_ChangePasswordUser2.nt_password" "Nt Password": None;
        CHANGE_PASSWORD_USER2_NT_VERIFIER "samr.samr_ChangePasswordUser2.nt_verifier" "Nt Verifier": None;
        CHANGE_PASSWORD_USER2_LM_CHANGE "samr.samr_ChangePasswordUser2.lm_change" "Lm Change": U8 Dec;
        CHANGE_PASSWORD_USER2_LM_PASSWORD "samr.samr_ChangePasswordUser2.lm_password" "Lm Password": None;
        CHANGE_PASSWORD_USER2_LM_VERIFIER "samr.samr_ChangePasswordUser2.lm_verifier" "Lm Verifier": None;
        GET_DOM_PW_INFO_DOMAIN_NAME "samr.samr_GetDomPwInfo.domain_name" "Domain Name": Str;
        GET_DOM_PW_INFO_INFO "samr.samr_GetDomPwInfo.info" "Info": None;
        QUERY_DOMAIN_INFO_LEVEL "samr.samr_QueryDomainInfo.level" "Level": U32 Dec = DOMAIN_LEVELS;
        QUERY_DOMAIN_INFO_INFO "samr.samr_QueryDomainInfo.info" "Info": None;
        QUERY_DOMAIN_INFO2_LEVEL "samr.samr_QueryDomainInfo2.level" "Level": U32 Dec = DOMAIN_LEVELS;
        QUERY_DOMAIN_INFO2_INFO "samr.samr_QueryDomainInfo2.info" "Info": None;
        SET_DOMAIN_INFO_LEVEL "samr.samr_SetDomainInfo.level" "Level": U32 Dec = DOMAIN_LEVELS;
        SET_DOMAIN_INFO_INFO "samr.samr_SetDomainInfo.info" "Info": None;
        QUERY_GROUP_INFO_LEVEL "samr.samr_QueryGroupInfo.level" "Level": U32 Dec = GROUP_LEVELS;
        QUERY_GROUP_INFO_INFO "samr.samr_QueryGroupInfo.info" "Info": None;
        SET_GROUP_INFO_LEVEL "samr.samr_SetGroupInfo.level" "Level": U32 Dec = GROUP_LEVELS;
        SET_GROUP_INFO_INFO "samr.samr_SetGroupInfo.info" "Info": None;
        QUERY_ALIAS_INFO_LEVEL "samr.samr_QueryAliasInfo.level" "Level": U32 Dec = ALIAS_LEVELS;
        QUERY_ALIAS_INFO_INFO "samr.samr_QueryAliasInfo.info" "Info": None;
        SET_ALIAS_INFO_LEVEL "samr.samr_SetAliasInfo.level" "Level": U32 Dec = ALIAS_LEVELS;
        SET_ALIAS_INFO_INFO "samr.samr_SetAliasInfo.info" "Info": None;
        QUERY_USER_INFO_LEVEL "samr.samr_QueryUserInfo.level" "Level": U32 Dec = USER_LEVELS;
        QUERY_USER_INFO_INFO "samr.samr_QueryUserInfo.info" "Info": None;
        QUERY_USER_INFO2_LEVEL "samr.samr_QueryUserInfo2.level" "Level": U32 Dec = USER_LEVELS;
        QUERY_USER_INFO2_INFO "samr.samr_QueryUserInfo2.info" "Info": None;
        SET_USER_INFO_LEVEL "samr.samr_SetUserInfo.level" "Level": U32 Dec = USER_LEVELS;
        SET_USER_INFO_INFO "samr.samr_SetUserInfo.info" "Info": None;
        SET_USER_INFO2_LEVEL "samr.samr_SetUserInfo2.level" "Level": U32 Dec = USER_LEVELS;
        SET_USER_INFO2_INFO "samr.samr_SetUserInfo2.info" "Info": None;
        QUERY_DISPLAY_INFO_LEVEL "samr.samr_QueryDisplayInfo.level" "Level": U32 Dec = DISPLAY_LEVELS;
        QUERY_DISPLAY_INFO_START_IDX "samr.samr_QueryDisplayInfo.start_idx" "Start Idx": U32 Dec;
        QUERY_DISPLAY_INFO_MAX_ENTRIES "samr.samr_QueryDisplayInfo.max_entries" "Max Entries": U32 Dec;
        QUERY_DISPLAY_INFO_BUF_SIZE "samr.samr_QueryDisplayInfo.buf_size" "Buf Size": U32 Dec;
        QUERY_DISPLAY_INFO_TOTAL_SIZE "samr.samr_QueryDisplayInfo.total_size" "Total Size": U32 Dec;
        QUERY_DISPLAY_INFO_RETURNED_SIZE "samr.samr_QueryDisplayInfo.returned_size" "Returned Size": U32 Dec;
        QUERY_DISPLAY_INFO_INFO "samr.samr_QueryDisplayInfo.info" "Info": None;
        QUERY_DISPLAY_INFO2_LEVEL "samr.samr_QueryDisplayInfo2.level" "Level": U32 Dec = DISPLAY_LEVELS;
        QUERY_DISPLAY_INFO2_START_IDX "samr.samr_QueryDisplayInfo2.start_idx" "Start Idx": U32 Dec;
        QUERY_DISPLAY_INFO2_MAX_ENTRIES "samr.samr_QueryDisplayInfo2.max_entries" "Max Entries": U32 Dec;
        QUERY_DISPLAY_INFO2_BUF_SIZE "samr.samr_QueryDisplayInfo2.buf_size" "Buf Size": U32 Dec;
        QUERY_DISPLAY_INFO2_TOTAL_SIZE "samr.samr_QueryDisplayInfo2.total_size" "Total Size": U32 Dec;
        QUERY_DISPLAY_INFO2_RETURNED_SIZE "samr.samr_QueryDisplayInfo2.returned_size" "Returned Size": U32 Dec;
        QUERY_DISPLAY_INFO2_INFO "samr.samr_QueryDisplayInfo2.info" "Info": None;
        QUERY_DISPLAY_INFO3_LEVEL "samr.samr_QueryDisplayInfo3.level" "Level": U32 Dec = DISPLAY_LEVELS;
        QUERY_DISPLAY_INFO3_START_IDX "samr.samr_QueryDisplayInfo3.start_idx" "Start Idx": U32 Dec;
        QUERY_DISPLAY_INFO3_MAX_ENTRIES "samr.samr_QueryDisplayInfo3.max_entries" "Max Entries": U32 Dec;
        QUERY_DISPLAY_INFO3_BUF_SIZE "samr.samr_QueryDisplayInfo3.buf_size" "Buf Size": U32 Dec;
        QUERY_DISPLAY_INFO3_TOTAL_SIZE "samr.samr_QueryDisplayInfo3.total_size" "Total Size": U32 Dec;
        QUERY_DISPLAY_INFO3_RETURNED_SIZE "samr.samr_QueryDisplayInfo3.returned_size" "Returned Size": U32 Dec;
        QUERY_DISPLAY_INFO3_INFO "samr.samr_QueryDisplayInfo3.info" "Info": None;
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
    SERVER_STATES {
        1 => "DOMAIN_SERVER_ENABLED",
        2 => "DOMAIN_SERVER_DISABLED",
    }
    ROLES {
        0 => "SAMR_ROLE_STANDALONE",
        1 => "SAMR_ROLE_DOMAIN_MEMBER",
        2 => "SAMR_ROLE_DOMAIN_BDC",
        3 => "SAMR_ROLE_DOMAIN_PDC",
    }
    DOMAIN_LEVELS {
        1 => "DomainPasswordInformation",
        2 => "DomainGeneralInformation",
        3 => "DomainLogoffInformation",
        4 => "DomainOemInformation",
        5 => "DomainNameInformation",
        6 => "DomainReplicationInformation",
        7 => "DomainServerRoleInformation",
        8 => "DomainModifiedInformation",
        9 => "DomainStateInformation",
        10 => "DomainUasInformation",
        11 => "DomainGeneralInformation2",
        12 => "DomainLockoutInformation",
        13 => "DomainModifiedInformation2",
    }
    GROUP_LEVELS {
        1 => "GROUPINFOALL",
        2 => "GROUPINFONAME",
        3 => "GROUPINFOATTRIBUTES",
        4 => "GROUPINFODESCRIPTION",
        5 => "GROUPINFOALL2",
    }
    ALIAS_LEVELS {
        1 => "ALIASINFOALL",
        2 => "ALIASINFONAME",
        3 => "ALIASINFODESCRIPTION",
    }
    USER_LEVELS {
        1 => "UserGeneralInformation",
        2 => "UserPreferencesInformation",
        3 => "UserLogonInformation",
        4 => "UserLogonHoursInformation",
        5 => "UserAccountInformation",
        6 => "UserNameInformation",
        7 => "UserAccountNameInformation",
        8 => "UserFullNameInformation",
        9 => "UserPrimaryGroupInformation",
        10 => "UserHomeInformation",
        11 => "UserScriptInformation",
        12 => "UserProfileInformation",
        13 => "UserAdminCommentInformation",
        14 => "UserWorkStationsInformation",
        16 => "UserControlInformation",
        17 => "UserExpiresInformation",
        18 => "UserInternal1Information",
        20 => "UserParametersInformation",
        21 => "UserAllInformation",
        23 => "UserInternal4Information",
        24 => "UserInternal5Information",
        25 => "UserInternal4InformationNew",
        26 => "UserInternal5InformationNew",
    }
    DISPLAY_LEVELS {
        1 => "SAMR_DOMAIN_DISPLAY_USER",
        2 => "SAMR_DOMAIN_DISPLAY_MACHINE",
        3 => "SAMR_DOMAIN_DISPLAY_GROUP",
        4 => "SAMR_DOMAIN_DISPLAY_OEM_USER",
        5 => "SAMR_DOMAIN_DISPLAY_OEM_GROUP",
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

/// Which parts of a user are given (2.2.1.8).
const PRESENT: &[Field] = &[
    FIELDS_PRESENT_SAMR_FIELD_ACCOUNT_NAME,
    FIELDS_PRESENT_SAMR_FIELD_FULL_NAME,
    FIELDS_PRESENT_SAMR_FIELD_RID,
    FIELDS_PRESENT_SAMR_FIELD_PRIMARY_GID,
    FIELDS_PRESENT_SAMR_FIELD_DESCRIPTION,
    FIELDS_PRESENT_SAMR_FIELD_COMMENT,
    FIELDS_PRESENT_SAMR_FIELD_HOME_DIRECTORY,
    FIELDS_PRESENT_SAMR_FIELD_HOME_DRIVE,
    FIELDS_PRESENT_SAMR_FIELD_LOGON_SCRIPT,
    FIELDS_PRESENT_SAMR_FIELD_PROFILE_PATH,
    FIELDS_PRESENT_SAMR_FIELD_WORKSTATIONS,
    FIELDS_PRESENT_SAMR_FIELD_LAST_LOGON,
    FIELDS_PRESENT_SAMR_FIELD_LAST_LOGOFF,
    FIELDS_PRESENT_SAMR_FIELD_LOGON_HOURS,
    FIELDS_PRESENT_SAMR_FIELD_BAD_PWD_COUNT,
    FIELDS_PRESENT_SAMR_FIELD_NUM_LOGONS,
    FIELDS_PRESENT_SAMR_FIELD_ALLOW_PWD_CHANGE,
    FIELDS_PRESENT_SAMR_FIELD_FORCE_PWD_CHANGE,
    FIELDS_PRESENT_SAMR_FIELD_LAST_PWD_CHANGE,
    FIELDS_PRESENT_SAMR_FIELD_ACCT_EXPIRY,
    FIELDS_PRESENT_SAMR_FIELD_ACCT_FLAGS,
    FIELDS_PRESENT_SAMR_FIELD_PARAMETERS,
    FIELDS_PRESENT_SAMR_FIELD_COUNTRY_CODE,
    FIELDS_PRESENT_SAMR_FIELD_CODE_PAGE,
    FIELDS_PRESENT_SAMR_FIELD_NT_PASSWORD_PRESENT,
    FIELDS_PRESENT_SAMR_FIELD_LM_PASSWORD_PRESENT,
    FIELDS_PRESENT_SAMR_FIELD_PRIVATE_DATA,
    FIELDS_PRESENT_SAMR_FIELD_EXPIRED_FLAG,
    FIELDS_PRESENT_SAMR_FIELD_SEC_DESC,
    FIELDS_PRESENT_SAMR_FIELD_OWF_PWD,
];
/// What a membership gives (2.2.1.10).
const MEMBERSHIP: &[Field] = &[
    GROUP_ATTRS_SE_GROUP_MANDATORY,
    GROUP_ATTRS_SE_GROUP_ENABLED_BY_DEFAULT,
    GROUP_ATTRS_SE_GROUP_ENABLED,
    GROUP_ATTRS_SE_GROUP_OWNER,
    GROUP_ATTRS_SE_GROUP_USE_FOR_DENY_ONLY,
    GROUP_ATTRS_SE_GROUP_RESOURCE,
    GROUP_ATTRS_SE_GROUP_LOGON_ID,
];
/// What passwords of a domain have to be (2.2.3.5).
const PASSWORDS: &[Field] = &[
    PASSWORD_PROPERTIES_DOMAIN_PASSWORD_COMPLEX,
    PASSWORD_PROPERTIES_DOMAIN_PASSWORD_NO_ANON_CHANGE,
    PASSWORD_PROPERTIES_DOMAIN_PASSWORD_NO_CLEAR_CHANGE,
    PASSWORD_PROPERTIES_DOMAIN_PASSWORD_LOCKOUT_ADMINS,
    PASSWORD_PROPERTIES_DOMAIN_PASSWORD_STORE_CLEARTEXT,
    PASSWORD_PROPERTIES_DOMAIN_REFUSE_PASSWORD_CHANGE,
];
/// Rights to a group (2.2.1.5).
const GROUP_RIGHTS: &[Field] = &[
    GROUP_ACCESS_MASK_SAMR_GROUP_ACCESS_LOOKUP_INFO,
    GROUP_ACCESS_MASK_SAMR_GROUP_ACCESS_SET_INFO,
    GROUP_ACCESS_MASK_SAMR_GROUP_ACCESS_ADD_MEMBER,
    GROUP_ACCESS_MASK_SAMR_GROUP_ACCESS_REMOVE_MEMBER,
    GROUP_ACCESS_MASK_SAMR_GROUP_ACCESS_GET_MEMBERS,
];
/// Rights to an alias (2.2.1.6).
const ALIAS_RIGHTS: &[Field] = &[
    ALIAS_ACCESS_MASK_SAMR_ALIAS_ACCESS_ADD_MEMBER,
    ALIAS_ACCESS_MASK_SAMR_ALIAS_ACCESS_REMOVE_MEMBER,
    ALIAS_ACCESS_MASK_SAMR_ALIAS_ACCESS_GET_MEMBERS,
    ALIAS_ACCESS_MASK_SAMR_ALIAS_ACCESS_LOOKUP_INFO,
    ALIAS_ACCESS_MASK_SAMR_ALIAS_ACCESS_SET_INFO,
];

/// When a user may log on (2.2.6.5).
const HOURS: &[Arg] = &[U16(LOGON_HOURS_UNITS_PER_WEEK), Unique(&[Varying(LOGON_HOURS_BITS, 1)])];

/// A hash of a password, an encrypted password with salt before it, and with salt behind it.
const HASH: &[Arg] = &[Row(PASSWORD_HASH, 16)];
const PASSWORD: &[Arg] = &[Row(CRYPT_PASSWORD_DATA, 516)];
const LONG_PASSWORD: &[Arg] = &[Row(CRYPT_PASSWORD_EX_DATA, 532)];

/// All of a user (2.2.6.6).
const USER21: &[Arg] = &[
    Time(USER_INFO21_LAST_LOGON),
    Time(USER_INFO21_LAST_LOGOFF),
    Time(USER_INFO21_LAST_PASSWORD_CHANGE),
    Time(USER_INFO21_ACCT_EXPIRY),
    Time(USER_INFO21_ALLOW_PASSWORD_CHANGE),
    Time(USER_INFO21_FORCE_PASSWORD_CHANGE),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_ACCOUNT_NAME)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_FULL_NAME)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_HOME_DIRECTORY)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_HOME_DRIVE)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_LOGON_SCRIPT)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_PROFILE_PATH)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_DESCRIPTION)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_WORKSTATIONS)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_COMMENT)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_PARAMETERS)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_LM_PASSWORD)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_NT_PASSWORD)]),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO21_PRIVATE)]),
    U32(USER_INFO21_BUF_COUNT),
    Unique(&[Numbers(USER_INFO21_BUFFER, 1)]),
    U32(RID),
    U32(USER_INFO21_PRIMARY_GID),
    Flags(USER_INFO21_ACCT_FLAGS, ACCOUNTS),
    Flags(USER_INFO21_FIELDS_PRESENT, PRESENT),
    Struct(USER_INFO21_LOGON_HOURS, HOURS),
    U16(USER_INFO21_BAD_PASSWORD_COUNT),
    U16(USER_INFO21_LOGON_COUNT),
    U16(USER_INFO21_COUNTRY_CODE),
    U16(USER_INFO21_CODE_PAGE),
    U8(USER_INFO21_LM_PASSWORD_SET),
    U8(USER_INFO21_NT_PASSWORD_SET),
    U8(USER_INFO21_PASSWORD_EXPIRED),
    U8(USER_INFO21_UNKNOWN4),
];

/// What is told of a user, by level (2.2.6.29).
const USERS: &[(u16, &[Arg])] = &[
    (
        1,
        &[Struct(
            USER_INFO_INFO1,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO1_ACCOUNT_NAME)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO1_FULL_NAME)]),
                U32(USER_INFO1_PRIMARY_GID),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO1_DESCRIPTION)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO1_COMMENT)]),
            ],
        )],
    ),
    (
        2,
        &[Struct(
            USER_INFO_INFO2,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO2_COMMENT)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO2_UNKNOWN)]),
                U16(USER_INFO2_COUNTRY_CODE),
                U16(USER_INFO2_CODE_PAGE),
            ],
        )],
    ),
    (
        3,
        &[Struct(
            USER_INFO_INFO3,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_ACCOUNT_NAME)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_FULL_NAME)]),
                U32(RID),
                U32(USER_INFO3_PRIMARY_GID),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_HOME_DIRECTORY)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_HOME_DRIVE)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_LOGON_SCRIPT)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_PROFILE_PATH)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO3_WORKSTATIONS)]),
                Time(USER_INFO3_LAST_LOGON),
                Time(USER_INFO3_LAST_LOGOFF),
                Time(USER_INFO3_LAST_PASSWORD_CHANGE),
                Time(USER_INFO3_ALLOW_PASSWORD_CHANGE),
                Time(USER_INFO3_FORCE_PASSWORD_CHANGE),
                Struct(USER_INFO3_LOGON_HOURS, HOURS),
                U16(USER_INFO3_BAD_PASSWORD_COUNT),
                U16(USER_INFO3_LOGON_COUNT),
                Flags(USER_INFO3_ACCT_FLAGS, ACCOUNTS),
            ],
        )],
    ),
    (4, &[Struct(USER_INFO_INFO4, &[Struct(USER_INFO4_LOGON_HOURS, HOURS)])]),
    (
        5,
        &[Struct(
            USER_INFO_INFO5,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_ACCOUNT_NAME)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_FULL_NAME)]),
                U32(RID),
                U32(USER_INFO5_PRIMARY_GID),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_HOME_DIRECTORY)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_HOME_DRIVE)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_LOGON_SCRIPT)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_PROFILE_PATH)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_DESCRIPTION)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO5_WORKSTATIONS)]),
                Time(USER_INFO5_LAST_LOGON),
                Time(USER_INFO5_LAST_LOGOFF),
                Struct(USER_INFO5_LOGON_HOURS, HOURS),
                U16(USER_INFO5_BAD_PASSWORD_COUNT),
                U16(USER_INFO5_LOGON_COUNT),
                Time(USER_INFO5_LAST_PASSWORD_CHANGE),
                Time(USER_INFO5_ACCT_EXPIRY),
                Flags(USER_INFO5_ACCT_FLAGS, ACCOUNTS),
            ],
        )],
    ),
    (
        6,
        &[Struct(
            USER_INFO_INFO6,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO6_ACCOUNT_NAME)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO6_FULL_NAME)]),
            ],
        )],
    ),
    (
        7,
        &[Struct(
            USER_INFO_INFO7,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO7_ACCOUNT_NAME)])],
        )],
    ),
    (
        8,
        &[Struct(
            USER_INFO_INFO8,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO8_FULL_NAME)])],
        )],
    ),
    (9, &[Struct(USER_INFO_INFO9, &[U32(USER_INFO9_PRIMARY_GID)])]),
    (
        10,
        &[Struct(
            USER_INFO_INFO10,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO10_HOME_DIRECTORY)]),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO10_HOME_DRIVE)]),
            ],
        )],
    ),
    (
        11,
        &[Struct(
            USER_INFO_INFO11,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO11_LOGON_SCRIPT)])],
        )],
    ),
    (
        12,
        &[Struct(
            USER_INFO_INFO12,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO12_PROFILE_PATH)])],
        )],
    ),
    (
        13,
        &[Struct(
            USER_INFO_INFO13,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO13_DESCRIPTION)])],
        )],
    ),
    (
        14,
        &[Struct(
            USER_INFO_INFO14,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO14_WORKSTATIONS)])],
        )],
    ),
    (16, &[Struct(USER_INFO_INFO16, &[Flags(USER_INFO16_ACCT_FLAGS, ACCOUNTS)])]),
    (17, &[Struct(USER_INFO_INFO17, &[Time(USER_INFO17_ACCT_EXPIRY)])]),
    (
        18,
        &[Struct(
            USER_INFO_INFO18,
            &[
                Struct(USER_INFO18_LM_PWD, HASH),
                Struct(USER_INFO18_NT_PWD, HASH),
                U8(USER_INFO18_LM_PWD_ACTIVE),
                U8(USER_INFO18_NT_PWD_ACTIVE),
            ],
        )],
    ),
    (
        20,
        &[Struct(
            USER_INFO_INFO20,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(USER_INFO20_PARAMETERS)])],
        )],
    ),
    (21, &[Struct(USER_INFO_INFO21, USER21)]),
    (
        23,
        &[Struct(
            USER_INFO_INFO23,
            &[Struct(USER_INFO23_INFO, USER21), Struct(USER_INFO23_PASSWORD, PASSWORD)],
        )],
    ),
    (
        24,
        &[Struct(
            USER_INFO_INFO24,
            &[Struct(USER_INFO24_PASSWORD, PASSWORD), U8(USER_INFO24_PASSWORD_EXPIRED)],
        )],
    ),
    (
        25,
        &[Struct(
            USER_INFO_INFO25,
            &[Struct(USER_INFO25_INFO, USER21), Struct(USER_INFO25_PASSWORD, LONG_PASSWORD)],
        )],
    ),
    (
        26,
        &[Struct(
            USER_INFO_INFO26,
            &[Struct(USER_INFO26_PASSWORD, LONG_PASSWORD), U8(USER_INFO26_PASSWORD_EXPIRED)],
        )],
    ),
];

/// What is told of a domain, by level (2.2.3.17).
const DOMAINS: &[(u16, &[Arg])] = &[
    (
        1,
        &[Struct(
            DOMAIN_INFO_INFO1,
            &[
                U16(DOM_INFO1_MIN_PASSWORD_LENGTH),
                U16(DOM_INFO1_PASSWORD_HISTORY_LENGTH),
                Flags(DOM_INFO1_PASSWORD_PROPERTIES, PASSWORDS),
                Long(DOM_INFO1_MAX_PASSWORD_AGE),
                Long(DOM_INFO1_MIN_PASSWORD_AGE),
            ],
        )],
    ),
    (
        2,
        &[Struct(
            DOMAIN_INFO_GENERAL,
            &[
                Time(DOM_GENERAL_INFORMATION_FORCE_LOGOFF_TIME),
                Counted(
                    LSA_STRING_NAME_LEN,
                    LSA_STRING_NAME_SIZE,
                    &[Text(DOM_GENERAL_INFORMATION_OEM_INFORMATION)],
                ),
                Counted(
                    LSA_STRING_NAME_LEN,
                    LSA_STRING_NAME_SIZE,
                    &[Text(DOM_GENERAL_INFORMATION_DOMAIN_NAME)],
                ),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(DOM_GENERAL_INFORMATION_PRIMARY)]),
                Long(DOM_GENERAL_INFORMATION_SEQUENCE_NUM),
                U32(DOM_GENERAL_INFORMATION_DOMAIN_SERVER_STATE),
                Enum(DOM_GENERAL_INFORMATION_ROLE),
                U32(DOM_GENERAL_INFORMATION_UNKNOWN3),
                U32(DOM_GENERAL_INFORMATION_NUM_USERS),
                U32(DOM_GENERAL_INFORMATION_NUM_GROUPS),
                U32(DOM_GENERAL_INFORMATION_NUM_ALIASES),
            ],
        )],
    ),
    (3, &[Struct(DOMAIN_INFO_INFO3, &[Time(DOM_INFO3_FORCE_LOGOFF_TIME)])]),
    (
        4,
        &[Struct(
            DOMAIN_INFO_OEM,
            &[Counted(
                LSA_STRING_NAME_LEN,
                LSA_STRING_NAME_SIZE,
                &[Text(DOM_OEM_INFORMATION_OEM_INFORMATION)],
            )],
        )],
    ),
    (
        5,
        &[Struct(
            DOMAIN_INFO_INFO5,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(DOM_INFO5_DOMAIN_NAME)])],
        )],
    ),
    (
        6,
        &[Struct(
            DOMAIN_INFO_INFO6,
            &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(DOM_INFO6_PRIMARY)])],
        )],
    ),
    (7, &[Struct(DOMAIN_INFO_INFO7, &[Enum(DOM_INFO7_ROLE)])]),
    (8, &[Struct(DOMAIN_INFO_INFO8, &[Hyper(DOM_INFO8_SEQUENCE_NUM), Time(DOM_INFO8_DOMAIN_CREATE_TIME)])]),
    (9, &[Struct(DOMAIN_INFO_INFO9, &[U32(DOM_INFO9_DOMAIN_SERVER_STATE)])]),
    (
        12,
        &[Struct(
            DOMAIN_INFO_INFO12,
            &[
                Hyper(DOM_INFO12_LOCKOUT_DURATION),
                Hyper(DOM_INFO12_LOCKOUT_WINDOW),
                U16(DOM_INFO12_LOCKOUT_THRESHOLD),
            ],
        )],
    ),
    (
        13,
        &[Struct(
            DOMAIN_INFO_INFO13,
            &[
                Hyper(DOM_INFO13_SEQUENCE_NUM),
                Time(DOM_INFO13_DOMAIN_CREATE_TIME),
                Hyper(DOM_INFO13_MODIFIED_COUNT_AT_LAST_PROMOTION),
            ],
        )],
    ),
];

/// Relative identifiers (2.2.7.3).
const IDS: &[Arg] = &[U32(IDS_COUNT), Unique(&[Numbers(RID, 4)])];

/// SIDs (2.2.7.2).
const SIDS: &[Arg] = &[U32(NT_COUNT), Unique(&[Each(&[Unique(&[Sid])])])];

/// What is told of a group, by level (2.2.4.7).
const GROUPS: &[(u16, &[Arg])] = &[
    (1, &[Struct(GROUP_INFO_ALL, GROUP)]),
    (2, &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(GROUP_INFO_NAME)])]),
    (3, &[Struct(GROUP_INFO_ATTRIBUTES, &[Flags(GROUP_INFO_ATTRIBUTES_ATTRIBUTES, MEMBERSHIP)])]),
    (4, &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(GROUP_INFO_DESCRIPTION)])]),
    (5, &[Struct(GROUP_INFO_ALL2, GROUP)]),
];
const GROUP: &[Arg] = &[
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(GROUP_INFO_ALL_NAME)]),
    Flags(GROUP_INFO_ALL_ATTRIBUTES, MEMBERSHIP),
    U32(GROUP_INFO_ALL_NUM_MEMBERS),
    Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(GROUP_INFO_ALL_DESCRIPTION)]),
];

/// What is told of an alias, by level (2.2.5.6).
const ALIASES: &[(u16, &[Arg])] = &[
    (
        1,
        &[Struct(
            ALIAS_INFO_ALL,
            &[
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(ALIAS_INFO_ALL_NAME)]),
                U32(ALIAS_INFO_ALL_NUM_MEMBERS),
                Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(ALIAS_INFO_ALL_DESCRIPTION)]),
            ],
        )],
    ),
    (2, &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(ALIAS_INFO_NAME)])]),
    (3, &[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(ALIAS_INFO_DESCRIPTION)])]),
];

/// Accounts as they are listed, by level (2.2.8).
const LISTS: &[(u16, &[Arg])] = &[
    (
        1,
        &[Struct(
            DISP_INFO_INFO1,
            &[
                U32(DISP_INFO_GENERAL_COUNT),
                Unique(&[Array(
                    DISP_INFO_GENERAL_ENTRIES,
                    &[
                        U32(DISP_ENTRY_GENERAL_IDX),
                        U32(RID),
                        Flags(DISP_ENTRY_GENERAL_ACCT_FLAGS, ACCOUNTS),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_GENERAL_ACCOUNT_NAME)],
                        ),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_GENERAL_DESCRIPTION)],
                        ),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_GENERAL_FULL_NAME)],
                        ),
                    ],
                )]),
            ],
        )],
    ),
    (
        2,
        &[Struct(
            DISP_INFO_INFO2,
            &[
                U32(DISP_INFO_FULL_COUNT),
                Unique(&[Array(
                    DISP_INFO_FULL_ENTRIES,
                    &[
                        U32(DISP_ENTRY_FULL_IDX),
                        U32(RID),
                        Flags(DISP_ENTRY_FULL_ACCT_FLAGS, ACCOUNTS),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_FULL_ACCOUNT_NAME)],
                        ),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_FULL_DESCRIPTION)],
                        ),
                    ],
                )]),
            ],
        )],
    ),
    (
        3,
        &[Struct(
            DISP_INFO_INFO3,
            &[
                U32(DISP_INFO_FULL_GROUPS_COUNT),
                Unique(&[Array(
                    DISP_INFO_FULL_GROUPS_ENTRIES,
                    &[
                        U32(DISP_ENTRY_FULL_GROUP_IDX),
                        U32(RID),
                        Flags(DISP_ENTRY_FULL_GROUP_ACCT_FLAGS, MEMBERSHIP),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_FULL_GROUP_ACCOUNT_NAME)],
                        ),
                        Counted(
                            LSA_STRING_NAME_LEN,
                            LSA_STRING_NAME_SIZE,
                            &[Text(DISP_ENTRY_FULL_GROUP_DESCRIPTION)],
                        ),
                    ],
                )]),
            ],
        )],
    ),
];

/// Rules for passwords (2.2.3.4).
const RULES: &[Arg] = &[U16(PW_INFO_MIN_PASSWORD_LENGTH), Flags(PW_INFO_PASSWORD_PROPERTIES, PASSWORDS)];

/// A request whose operation failed or not: nothing but its result.
const RESULT: &[Arg] = &[Status(STATUS)];

/// A security descriptor with its length (2.2.7.4).
const DESCRIPTOR: &[Arg] = &[U32(SEC_DESC_BUF_LEN), Unique(&[Descriptor(SEC_DESC_BUF_LEN)])];

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
        (2, false) => &[Handle(HANDLE), SecInfo, Struct(SET_SECURITY_SDBUF, DESCRIPTOR)],
        (3, false) => &[Handle(HANDLE), SecInfo],
        (3, true) => &[Unique(&[Inline(DESCRIPTOR)]), Status(STATUS)],
        (2 | 22 | 24 | 31 | 32 | 55, true) => RESULT,
        (10, false) => &[
            Handle(DOMAIN_HANDLE),
            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(CREATE_DOMAIN_GROUP_NAME)]),
            Rights(GROUP_ACCESS_MASK, GROUP_RIGHTS),
        ],
        (10, true) => &[Handle(GROUP_HANDLE), U32(RID), Status(STATUS)],
        (12, false) => &[
            Handle(DOMAIN_HANDLE),
            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Told(CREATE_USER_ACCOUNT_NAME)]),
            Rights(USER_ACCESS_MASK, USER_RIGHTS),
        ],
        (12, true) => &[Handle(USER_HANDLE), U32(RID), Status(STATUS)],
        (14, false) => &[
            Handle(DOMAIN_HANDLE),
            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(CREATE_DOM_ALIAS_ALIAS_NAME)]),
            Rights(ALIAS_ACCESS_MASK, ALIAS_RIGHTS),
        ],
        (14, true) => &[Handle(ALIAS_HANDLE), U32(RID), Status(STATUS)],
        (16, false) => &[Handle(DOMAIN_HANDLE), Inline(SIDS)],
        (16, true) => &[Struct(GET_ALIAS_MEMBERSHIP_RIDS, IDS), Status(STATUS)],
        (17, false) => &[
            Handle(DOMAIN_HANDLE),
            U32(LOOKUP_NAMES_NUM_NAMES),
            VaryingEach(&[Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(LOOKUP_NAMES_NAMES)])]),
        ],
        (17, true) => &[Struct(LOOKUP_NAMES_RIDS, IDS), Struct(LOOKUP_NAMES_TYPES, IDS), Status(STATUS)],
        (18, false) => &[Handle(DOMAIN_HANDLE), U32(LOOKUP_RIDS_NUM_RIDS), Uncounted],
        (18, true) => &[
            Struct(
                LOOKUP_RIDS_NAMES,
                &[
                    U32(LSA_STRINGS_COUNT),
                    Unique(&[Each(&[Counted(
                        LSA_STRING_NAME_LEN,
                        LSA_STRING_NAME_SIZE,
                        &[Text(LSA_STRINGS_NAMES)],
                    )])]),
                ],
            ),
            Struct(LOOKUP_RIDS_TYPES, IDS),
            Status(STATUS),
        ],
        (19, false) => &[Handle(DOMAIN_HANDLE), Rights(GROUP_ACCESS_MASK, GROUP_RIGHTS), U32(RID)],
        (19, true) => &[Handle(GROUP_HANDLE), Status(STATUS)],
        (22, false) => &[Handle(GROUP_HANDLE), U32(RID), Flags(ADD_GROUP_MEMBER_FLAGS, &[])],
        (23, false) => &[Handle(GROUP_HANDLE)],
        (23, true) => &[Handle(GROUP_HANDLE), Status(STATUS)],
        (24, false) => &[Handle(GROUP_HANDLE), U32(RID)],
        (25, false) => &[Handle(GROUP_HANDLE)],
        (25, true) => &[
            Unique(&[Struct(
                QUERY_GROUP_MEMBER_RIDS,
                &[
                    U32(RID_TYPE_ARRAY_COUNT),
                    Unique(&[Numbers(RID, 4)]),
                    Unique(&[Numbers(RID_TYPE_ARRAY_TYPES, 4)]),
                ],
            )]),
            Status(STATUS),
        ],
        (27, false) => &[Handle(DOMAIN_HANDLE), Rights(ALIAS_ACCESS_MASK, ALIAS_RIGHTS), U32(RID)],
        (27, true) => &[Handle(ALIAS_HANDLE), Status(STATUS)],
        (30, false) => &[Handle(ALIAS_HANDLE)],
        (30, true) => &[Handle(ALIAS_HANDLE), Status(STATUS)],
        (31 | 32, false) => &[Handle(ALIAS_HANDLE), Sid],
        (33, false) => &[Handle(ALIAS_HANDLE)],
        (33, true) => &[Inline(SIDS), Status(STATUS)],
        (35, false) => &[Handle(USER_HANDLE)],
        (35, true) => &[Handle(USER_HANDLE), Status(STATUS)],
        (39, false) => &[Handle(USER_HANDLE)],
        (39, true) => &[
            Unique(&[Struct(
                GET_GROUPS_FOR_USER_RIDS,
                &[
                    U32(RID_WITH_ATTRIBUTE_ARRAY_COUNT),
                    Unique(&[Array(
                        RID_WITH_ATTRIBUTE_ARRAY_RIDS,
                        &[U32(RID), Flags(RID_WITH_ATTRIBUTE_ATTRIBUTES, MEMBERSHIP)],
                    )]),
                ],
            )]),
            Status(STATUS),
        ],
        (44, false) => &[Handle(USER_HANDLE)],
        (44, true) => &[Struct(GET_USER_PW_INFO_INFO, RULES), Status(STATUS)],
        (50, false) => &[
            Handle(DOMAIN_HANDLE),
            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Told(CREATE_USER2_ACCOUNT_NAME)]),
            Flags(CREATE_USER2_ACCT_FLAGS, ACCOUNTS),
            Rights(USER_ACCESS_MASK, USER_RIGHTS),
        ],
        (50, true) => &[Handle(USER_HANDLE), U32(CREATE_USER2_ACCESS_GRANTED), U32(RID), Status(STATUS)],
        (55, false) => &[
            Unique(&[Counted(
                LSA_STRING_NAME_LEN,
                LSA_STRING_NAME_SIZE,
                &[Text(CHANGE_PASSWORD_USER2_SERVER)],
            )]),
            Counted(LSA_STRING_NAME_LEN, LSA_STRING_NAME_SIZE, &[Text(CHANGE_PASSWORD_USER2_ACCOUNT)]),
            Unique(&[Struct(CHANGE_PASSWORD_USER2_NT_PASSWORD, PASSWORD)]),
            Unique(&[Struct(CHANGE_PASSWORD_USER2_NT_VERIFIER, HASH)]),
            U8(CHANGE_PASSWORD_USER2_LM_CHANGE),
            Unique(&[Struct(CHANGE_PASSWORD_USER2_LM_PASSWORD, PASSWORD)]),
            Unique(&[Struct(CHANGE_PASSWORD_USER2_LM_VERIFIER, HASH)]),
        ],
        (56, false) => &[Unique(&[Counted(
            LSA_STRING_NAME_LEN,
            LSA_STRING_NAME_SIZE,
            &[Told(GET_DOM_PW_INFO_DOMAIN_NAME)],
        )])],
        (56, true) => &[Struct(GET_DOM_PW_INFO_INFO, RULES), Status(STATUS)],
        (65, false) => &[Handle(DOMAIN_HANDLE), U32(RID)],
        (65, true) => &[Unique(&[Sid]), Status(STATUS)],

        (8, false) => &[Handle(DOMAIN_HANDLE), Enum(QUERY_DOMAIN_INFO_LEVEL)],
        (8, true) => &[Unique(&[Choice(QUERY_DOMAIN_INFO_INFO, DOMAINS)]), Status(STATUS)],
        (46, false) => &[Handle(DOMAIN_HANDLE), Enum(QUERY_DOMAIN_INFO2_LEVEL)],
        (46, true) => &[Unique(&[Choice(QUERY_DOMAIN_INFO2_INFO, DOMAINS)]), Status(STATUS)],
        (9, false) => {
            &[Handle(DOMAIN_HANDLE), Enum(SET_DOMAIN_INFO_LEVEL), Choice(SET_DOMAIN_INFO_INFO, DOMAINS)]
        }
        (9, true) => RESULT,
        (20, false) => &[Handle(GROUP_HANDLE), Enum(QUERY_GROUP_INFO_LEVEL)],
        (20, true) => &[Unique(&[Choice(QUERY_GROUP_INFO_INFO, GROUPS)]), Status(STATUS)],
        (21, false) => {
            &[Handle(GROUP_HANDLE), Enum(SET_GROUP_INFO_LEVEL), Choice(SET_GROUP_INFO_INFO, GROUPS)]
        }
        (21, true) => RESULT,
        (28, false) => &[Handle(ALIAS_HANDLE), Enum(QUERY_ALIAS_INFO_LEVEL)],
        (28, true) => &[Unique(&[Choice(QUERY_ALIAS_INFO_INFO, ALIASES)]), Status(STATUS)],
        (29, false) => {
            &[Handle(ALIAS_HANDLE), Enum(SET_ALIAS_INFO_LEVEL), Choice(SET_ALIAS_INFO_INFO, ALIASES)]
        }
        (29, true) => RESULT,
        (36, false) => &[Handle(USER_HANDLE), Enum(QUERY_USER_INFO_LEVEL)],
        (36, true) => &[Unique(&[Choice(QUERY_USER_INFO_INFO, USERS)]), Status(STATUS)],
        (47, false) => &[Handle(USER_HANDLE), Enum(QUERY_USER_INFO2_LEVEL)],
        (47, true) => &[Unique(&[Choice(QUERY_USER_INFO2_INFO, USERS)]), Status(STATUS)],
        (37, false) => &[Handle(USER_HANDLE), Enum(SET_USER_INFO_LEVEL), Choice(SET_USER_INFO_INFO, USERS)],
        (37, true) => RESULT,
        (58, false) => &[Handle(USER_HANDLE), Enum(SET_USER_INFO2_LEVEL), Choice(SET_USER_INFO2_INFO, USERS)],
        (58, true) => RESULT,
        (40, false) => &[
            Handle(DOMAIN_HANDLE),
            Enum(QUERY_DISPLAY_INFO_LEVEL),
            U32(QUERY_DISPLAY_INFO_START_IDX),
            U32(QUERY_DISPLAY_INFO_MAX_ENTRIES),
            U32(QUERY_DISPLAY_INFO_BUF_SIZE),
        ],
        (40, true) => &[
            U32(QUERY_DISPLAY_INFO_TOTAL_SIZE),
            U32(QUERY_DISPLAY_INFO_RETURNED_SIZE),
            Choice(QUERY_DISPLAY_INFO_INFO, LISTS),
            Status(STATUS),
        ],
        (48, false) => &[
            Handle(DOMAIN_HANDLE),
            Enum(QUERY_DISPLAY_INFO2_LEVEL),
            U32(QUERY_DISPLAY_INFO2_START_IDX),
            U32(QUERY_DISPLAY_INFO2_MAX_ENTRIES),
            U32(QUERY_DISPLAY_INFO2_BUF_SIZE),
        ],
        (48, true) => &[
            U32(QUERY_DISPLAY_INFO2_TOTAL_SIZE),
            U32(QUERY_DISPLAY_INFO2_RETURNED_SIZE),
            Choice(QUERY_DISPLAY_INFO2_INFO, LISTS),
            Status(STATUS),
        ],
        (51, false) => &[
            Handle(DOMAIN_HANDLE),
            Enum(QUERY_DISPLAY_INFO3_LEVEL),
            U32(QUERY_DISPLAY_INFO3_START_IDX),
            U32(QUERY_DISPLAY_INFO3_MAX_ENTRIES),
            U32(QUERY_DISPLAY_INFO3_BUF_SIZE),
        ],
        (51, true) => &[
            U32(QUERY_DISPLAY_INFO3_TOTAL_SIZE),
            U32(QUERY_DISPLAY_INFO3_RETURNED_SIZE),
            Choice(QUERY_DISPLAY_INFO3_INFO, LISTS),
            Status(STATUS),
        ],
        _ => return None,
    })
}
