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
        QUERY_INFO_POLICY_LEVEL "lsarpc.lsa_QueryInfoPolicy.level" "Level": U32 Dec = POLICY_LEVELS;
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
        ACCOUNT_ACCESS_MASK_LSA_ACCOUNT_VIEW "lsarpc.lsa_AccountAccessMask.LSA_ACCOUNT_VIEW" "LSA ACCOUNT VIEW": Bool(32) & 0x1 = Names::Bools("LSA_ACCOUNT_VIEW is SET", "LSA_ACCOUNT_VIEW is NOT SET");
        ACCOUNT_ACCESS_MASK_LSA_ACCOUNT_ADJUST_PRIVILEGES "lsarpc.lsa_AccountAccessMask.LSA_ACCOUNT_ADJUST_PRIVILEGES" "LSA ACCOUNT ADJUST PRIVILEGES": Bool(32) & 0x2 = Names::Bools("LSA_ACCOUNT_ADJUST_PRIVILEGES is SET", "LSA_ACCOUNT_ADJUST_PRIVILEGES is NOT SET");
        ACCOUNT_ACCESS_MASK_LSA_ACCOUNT_ADJUST_QUOTAS "lsarpc.lsa_AccountAccessMask.LSA_ACCOUNT_ADJUST_QUOTAS" "LSA ACCOUNT ADJUST QUOTAS": Bool(32) & 0x4 = Names::Bools("LSA_ACCOUNT_ADJUST_QUOTAS is SET", "LSA_ACCOUNT_ADJUST_QUOTAS is NOT SET");
        ACCOUNT_ACCESS_MASK_LSA_ACCOUNT_ADJUST_SYSTEM_ACCESS "lsarpc.lsa_AccountAccessMask.LSA_ACCOUNT_ADJUST_SYSTEM_ACCESS" "LSA ACCOUNT ADJUST SYSTEM ACCESS": Bool(32) & 0x8 = Names::Bools("LSA_ACCOUNT_ADJUST_SYSTEM_ACCESS is SET", "LSA_ACCOUNT_ADJUST_SYSTEM_ACCESS is NOT SET");
        LUID_LOW "lsarpc.lsa_LUID.low" "Low": U32 Dec;
        LUID_HIGH "lsarpc.lsa_LUID.high" "High": U32 Dec;
        SID_ARRAY_NUM_SIDS "lsarpc.lsa_SidArray.num_sids" "Num Sids": U32 Dec;
        SID_ARRAY_SIDS "lsarpc.lsa_SidArray.sids" "Sids": None;
        REF_DOMAIN_LIST_COUNT "lsarpc.lsa_RefDomainList.count" "Count": U32 Dec;
        REF_DOMAIN_LIST_DOMAINS "lsarpc.lsa_RefDomainList.domains" "Domains": None;
        REF_DOMAIN_LIST_MAX_SIZE "lsarpc.lsa_RefDomainList.max_size" "Max Size": U32 Dec;
        TRANS_NAME_ARRAY_COUNT "lsarpc.lsa_TransNameArray.count" "Count": U32 Dec;
        TRANS_NAME_ARRAY_NAMES "lsarpc.lsa_TransNameArray.names" "Names": None;
        TRANSLATED_NAME_SID_TYPE "lsarpc.lsa_TranslatedName.sid_type" "Sid Type": U32 Dec = SID_TYPES;
        TRANSLATED_NAME_NAME "lsarpc.lsa_TranslatedName.name" "Name": None;
        TRANSLATED_NAME_SID_INDEX "lsarpc.lsa_TranslatedName.sid_index" "Sid Index": U32 Dec;
        TRANS_NAME_ARRAY2_COUNT "lsarpc.lsa_TransNameArray2.count" "Count": U32 Dec;
        TRANS_NAME_ARRAY2_NAMES "lsarpc.lsa_TransNameArray2.names" "Names": None;
        TRANSLATED_NAME2_SID_TYPE "lsarpc.lsa_TranslatedName2.sid_type" "Sid Type": U32 Dec = SID_TYPES;
        TRANSLATED_NAME2_NAME "lsarpc.lsa_TranslatedName2.name" "Name": None;
        TRANSLATED_NAME2_SID_INDEX "lsarpc.lsa_TranslatedName2.sid_index" "Sid Index": U32 Dec;
        TRANSLATED_NAME2_UNKNOWN "lsarpc.lsa_TranslatedName2.unknown" "Unknown": U32 Dec;
        TRANS_SID_ARRAY_COUNT "lsarpc.lsa_TransSidArray.count" "Count": U32 Dec;
        TRANS_SID_ARRAY_SIDS "lsarpc.lsa_TransSidArray.sids" "Sids": None;
        TRANSLATED_SID_SID_TYPE "lsarpc.lsa_TranslatedSid.sid_type" "Sid Type": U32 Dec = SID_TYPES;
        TRANSLATED_SID_RID "lsarpc.lsa_TranslatedSid.rid" "Rid": U32 Dec;
        TRANSLATED_SID_SID_INDEX "lsarpc.lsa_TranslatedSid.sid_index" "Sid Index": U32 Dec;
        TRANS_SID_ARRAY2_COUNT "lsarpc.lsa_TransSidArray2.count" "Count": U32 Dec;
        TRANS_SID_ARRAY2_SIDS "lsarpc.lsa_TransSidArray2.sids" "Sids": None;
        TRANSLATED_SID2_SID_TYPE "lsarpc.lsa_TranslatedSid2.sid_type" "Sid Type": U32 Dec = SID_TYPES;
        TRANSLATED_SID2_RID "lsarpc.lsa_TranslatedSid2.rid" "Rid": U32 Dec;
        TRANSLATED_SID2_SID_INDEX "lsarpc.lsa_TranslatedSid2.sid_index" "Sid Index": U32 Dec;
        TRANSLATED_SID2_UNKNOWN "lsarpc.lsa_TranslatedSid2.unknown" "Unknown": U32 Dec;
        TRANS_SID_ARRAY3_COUNT "lsarpc.lsa_TransSidArray3.count" "Count": U32 Dec;
        TRANS_SID_ARRAY3_SIDS "lsarpc.lsa_TransSidArray3.sids" "Sids": None;
        TRANSLATED_SID3_SID_TYPE "lsarpc.lsa_TranslatedSid3.sid_type" "Sid Type": U32 Dec = SID_TYPES;
        TRANSLATED_SID3_SID_INDEX "lsarpc.lsa_TranslatedSid3.sid_index" "Sid Index": U32 Dec;
        TRANSLATED_SID3_UNKNOWN "lsarpc.lsa_TranslatedSid3.unknown" "Unknown": U32 Dec;
        LOOKUP_NAMES "lsarpc.lookup.names" "Names": None;
        LOOKUP_NAMES3_NAMES "lsarpc.lsa_LookupNames3.names" "Names": None;
        TRUST_DOMAIN_INFO_INFO_EX_DOMAIN_NAME "lsarpc.lsa_TrustDomainInfoInfoEx.domain_name" "Domain Name": None;
        TRUST_DOMAIN_INFO_INFO_EX_NETBIOS_NAME "lsarpc.lsa_TrustDomainInfoInfoEx.netbios_name" "Netbios Name": None;
        TRUST_DOMAIN_INFO_INFO_EX_TRUST_DIRECTION "lsarpc.lsa_TrustDomainInfoInfoEx.trust_direction" "Trust Direction": U32 Dec;
        TRUST_DOMAIN_INFO_INFO_EX_TRUST_TYPE "lsarpc.lsa_TrustDomainInfoInfoEx.trust_type" "Trust Type": U32 Dec;
        TRUST_DOMAIN_INFO_INFO_EX_TRUST_ATTRIBUTES "lsarpc.lsa_TrustDomainInfoInfoEx.trust_attributes" "Trust Attributes": U32 Dec;
        ENUM_PRIVS_HANDLE "lsarpc.lsa_EnumPrivs.handle" "Handle": Bytes;
        ENUM_PRIVS_RESUME_HANDLE "lsarpc.lsa_EnumPrivs.resume_handle" "Resume Handle": U32 Dec;
        ENUM_PRIVS_MAX_COUNT "lsarpc.lsa_EnumPrivs.max_count" "Max Count": U32 Dec;
        ENUM_PRIVS_PRIVS "lsarpc.lsa_EnumPrivs.privs" "Privs": None;
        PRIV_ARRAY_COUNT "lsarpc.lsa_PrivArray.count" "Count": U32 Dec;
        PRIV_ARRAY_PRIVS "lsarpc.lsa_PrivArray.privs" "Privs": None;
        PRIV_ENTRY_NAME "lsarpc.lsa_PrivEntry.name" "Name": None;
        PRIV_ENTRY_LUID "lsarpc.lsa_PrivEntry.luid" "Luid": None;
        ENUM_ACCOUNTS_HANDLE "lsarpc.lsa_EnumAccounts.handle" "Handle": Bytes;
        ENUM_ACCOUNTS_RESUME_HANDLE "lsarpc.lsa_EnumAccounts.resume_handle" "Resume Handle": U32 Dec;
        ENUM_ACCOUNTS_NUM_ENTRIES "lsarpc.lsa_EnumAccounts.num_entries" "Num Entries": U32 Dec;
        ENUM_ACCOUNTS_SIDS "lsarpc.lsa_EnumAccounts.sids" "Sids": None;
        ENUM_TRUST_DOM_HANDLE "lsarpc.lsa_EnumTrustDom.handle" "Handle": Bytes;
        ENUM_TRUST_DOM_RESUME_HANDLE "lsarpc.lsa_EnumTrustDom.resume_handle" "Resume Handle": U32 Dec;
        ENUM_TRUST_DOM_MAX_SIZE "lsarpc.lsa_EnumTrustDom.max_size" "Max Size": U32 Dec;
        ENUM_TRUST_DOM_DOMAINS "lsarpc.lsa_EnumTrustDom.domains" "Domains": None;
        DOMAIN_LIST_COUNT "lsarpc.lsa_DomainList.count" "Count": U32 Dec;
        DOMAIN_LIST_DOMAINS "lsarpc.lsa_DomainList.domains" "Domains": None;
        OPEN_ACCOUNT_HANDLE "lsarpc.lsa_OpenAccount.handle" "Handle": Bytes;
        OPEN_ACCOUNT_ACCT_HANDLE "lsarpc.lsa_OpenAccount.acct_handle" "Acct Handle": Bytes;
        ENUM_PRIVS_ACCOUNT_HANDLE "lsarpc.lsa_EnumPrivsAccount.handle" "Handle": Bytes;
        ENUM_PRIVS_ACCOUNT_PRIVS "lsarpc.lsa_EnumPrivsAccount.privs" "Privs": None;
        PRIVILEGE_SET_COUNT "lsarpc.lsa_PrivilegeSet.count" "Count": U32 Dec;
        PRIVILEGE_SET_UNKNOWN "lsarpc.lsa_PrivilegeSet.unknown" "Unknown": U32 Dec;
        PRIVILEGE_SET_SET "lsarpc.lsa_PrivilegeSet.set" "Set": None;
        LUID_ATTRIBUTE_LUID "lsarpc.lsa_LUIDAttribute.luid" "Luid": None;
        LUID_ATTRIBUTE_ATTRIBUTE "lsarpc.lsa_LUIDAttribute.attribute" "Attribute": U32 Dec;
        LOOKUP_PRIV_VALUE_HANDLE "lsarpc.lsa_LookupPrivValue.handle" "Handle": Bytes;
        LOOKUP_PRIV_VALUE_NAME "lsarpc.lsa_LookupPrivValue.name" "Name": None;
        LOOKUP_PRIV_VALUE_LUID "lsarpc.lsa_LookupPrivValue.luid" "Luid": None;
        LOOKUP_PRIV_NAME_HANDLE "lsarpc.lsa_LookupPrivName.handle" "Handle": Bytes;
        LOOKUP_PRIV_NAME_LUID "lsarpc.lsa_LookupPrivName.luid" "Luid": None;
        LOOKUP_PRIV_NAME_NAME "lsarpc.lsa_LookupPrivName.name" "Name": None;
        LOOKUP_PRIV_DISPLAY_NAME_HANDLE "lsarpc.lsa_LookupPrivDisplayName.handle" "Handle": Bytes;
        LOOKUP_PRIV_DISPLAY_NAME_NAME "lsarpc.lsa_LookupPrivDisplayName.name" "Name": None;
        LOOKUP_PRIV_DISPLAY_NAME_LANGUAGE_ID "lsarpc.lsa_LookupPrivDisplayName.language_id" "Language Id": U16 Dec;
        LOOKUP_PRIV_DISPLAY_NAME_UNKNOWN "lsarpc.lsa_LookupPrivDisplayName.unknown" "Unknown": U16 Dec;
        LOOKUP_PRIV_DISPLAY_NAME_DISP_NAME "lsarpc.lsa_LookupPrivDisplayName.disp_name" "Disp Name": None;
        ENUM_ACCOUNT_RIGHTS_HANDLE "lsarpc.lsa_EnumAccountRights.handle" "Handle": Bytes;
        ENUM_ACCOUNT_RIGHTS_RIGHTS "lsarpc.lsa_EnumAccountRights.rights" "Rights": None;
        RIGHT_SET_COUNT "lsarpc.lsa_RightSet.count" "Count": U32 Dec;
        RIGHT_SET_NAMES "lsarpc.lsa_RightSet.names" "Names": None;
        QUERY_INFO_POLICY2_HANDLE "lsarpc.lsa_QueryInfoPolicy2.handle" "Handle": Bytes;
        QUERY_INFO_POLICY2_LEVEL "lsarpc.lsa_QueryInfoPolicy2.level" "Level": U32 Dec = POLICY_LEVELS;
        QUERY_INFO_POLICY2_INFO "lsarpc.lsa_QueryInfoPolicy2.info" "Info": None;
        ENUM_TRUSTED_DOMAINS_EX_HANDLE "lsarpc.lsa_EnumTrustedDomainsEx.handle" "Handle": Bytes;
        ENUM_TRUSTED_DOMAINS_EX_RESUME_HANDLE "lsarpc.lsa_EnumTrustedDomainsEx.resume_handle" "Resume Handle": U32 Dec;
        ENUM_TRUSTED_DOMAINS_EX_MAX_SIZE "lsarpc.lsa_EnumTrustedDomainsEx.max_size" "Max Size": U32 Dec;
        ENUM_TRUSTED_DOMAINS_EX_DOMAINS "lsarpc.lsa_EnumTrustedDomainsEx.domains" "Domains": None;
        DOMAIN_LIST_EX_COUNT "lsarpc.lsa_DomainListEx.count" "Count": U32 Dec;
        DOMAIN_LIST_EX_DOMAINS "lsarpc.lsa_DomainListEx.domains" "Domains": None;
        LOOKUP_SIDS_HANDLE "lsarpc.lsa_LookupSids.handle" "Handle": Bytes;
        LOOKUP_SIDS_SIDS "lsarpc.lsa_LookupSids.sids" "Sids": None;
        LOOKUP_SIDS_NAMES "lsarpc.lsa_LookupSids.names" "Names": None;
        LOOKUP_SIDS_LEVEL "lsarpc.lsa_LookupSids.level" "Level": U16 Dec;
        LOOKUP_SIDS_COUNT "lsarpc.lsa_LookupSids.count" "Count": U32 Dec;
        LOOKUP_SIDS_DOMAINS "lsarpc.lsa_LookupSids.domains" "Domains": None;
        LOOKUP_SIDS2_HANDLE "lsarpc.lsa_LookupSids2.handle" "Handle": Bytes;
        LOOKUP_SIDS2_SIDS "lsarpc.lsa_LookupSids2.sids" "Sids": None;
        LOOKUP_SIDS2_NAMES "lsarpc.lsa_LookupSids2.names" "Names": None;
        LOOKUP_SIDS2_LEVEL "lsarpc.lsa_LookupSids2.level" "Level": U16 Dec;
        LOOKUP_SIDS2_COUNT "lsarpc.lsa_LookupSids2.count" "Count": U32 Dec;
        LOOKUP_SIDS2_UNKNOWN1 "lsarpc.lsa_LookupSids2.unknown1" "Unknown1": U32 Dec;
        LOOKUP_SIDS2_UNKNOWN2 "lsarpc.lsa_LookupSids2.unknown2" "Unknown2": U32 Dec;
        LOOKUP_SIDS2_DOMAINS "lsarpc.lsa_LookupSids2.domains" "Domains": None;
        LOOKUP_SIDS3_SIDS "lsarpc.lsa_LookupSids3.sids" "Sids": None;
        LOOKUP_SIDS3_NAMES "lsarpc.lsa_LookupSids3.names" "Names": None;
        LOOKUP_SIDS3_LEVEL "lsarpc.lsa_LookupSids3.level" "Level": U16 Dec;
        LOOKUP_SIDS3_COUNT "lsarpc.lsa_LookupSids3.count" "Count": U32 Dec;
        LOOKUP_SIDS3_UNKNOWN1 "lsarpc.lsa_LookupSids3.unknown1" "Unknown1": U32 Dec;
        LOOKUP_SIDS3_UNKNOWN2 "lsarpc.lsa_LookupSids3.unknown2" "Unknown2": U32 Dec;
        LOOKUP_SIDS3_DOMAINS "lsarpc.lsa_LookupSids3.domains" "Domains": None;
        LOOKUP_NAMES_HANDLE "lsarpc.lsa_LookupNames.handle" "Handle": Bytes;
        LOOKUP_NAMES_NUM_NAMES "lsarpc.lsa_LookupNames.num_names" "Num Names": U32 Dec;
        LOOKUP_NAMES_SIDS "lsarpc.lsa_LookupNames.sids" "Sids": None;
        LOOKUP_NAMES_LEVEL "lsarpc.lsa_LookupNames.level" "Level": U32 Dec = LOOKUP_LEVELS;
        LOOKUP_NAMES_COUNT "lsarpc.lsa_LookupNames.count" "Count": U32 Dec;
        LOOKUP_NAMES_DOMAINS "lsarpc.lsa_LookupNames.domains" "Domains": None;
        LOOKUP_NAMES2_HANDLE "lsarpc.lsa_LookupNames2.handle" "Handle": Bytes;
        LOOKUP_NAMES2_NUM_NAMES "lsarpc.lsa_LookupNames2.num_names" "Num Names": U32 Dec;
        LOOKUP_NAMES2_SIDS "lsarpc.lsa_LookupNames2.sids" "Sids": None;
        LOOKUP_NAMES2_LEVEL "lsarpc.lsa_LookupNames2.level" "Level": U32 Dec = LOOKUP_LEVELS;
        LOOKUP_NAMES2_COUNT "lsarpc.lsa_LookupNames2.count" "Count": U32 Dec;
        LOOKUP_NAMES2_UNKNOWN1 "lsarpc.lsa_LookupNames2.unknown1" "Unknown1": U32 Dec;
        LOOKUP_NAMES2_UNKNOWN2 "lsarpc.lsa_LookupNames2.unknown2" "Unknown2": U32 Dec;
        LOOKUP_NAMES2_DOMAINS "lsarpc.lsa_LookupNames2.domains" "Domains": None;
        LOOKUP_NAMES3_HANDLE "lsarpc.lsa_LookupNames3.handle" "Handle": Bytes;
        LOOKUP_NAMES3_NUM_NAMES "lsarpc.lsa_LookupNames3.num_names" "Num Names": U32 Dec;
        LOOKUP_NAMES3_SIDS "lsarpc.lsa_LookupNames3.sids" "Sids": None;
        LOOKUP_NAMES3_LEVEL "lsarpc.lsa_LookupNames3.level" "Level": U32 Dec = LOOKUP_LEVELS;
        LOOKUP_NAMES3_COUNT "lsarpc.lsa_LookupNames3.count" "Count": U32 Dec;
        LOOKUP_NAMES3_UNKNOWN1 "lsarpc.lsa_LookupNames3.unknown1" "Unknown1": U32 Dec;
        LOOKUP_NAMES3_UNKNOWN2 "lsarpc.lsa_LookupNames3.unknown2" "Unknown2": U32 Dec;
        LOOKUP_NAMES3_DOMAINS "lsarpc.lsa_LookupNames3.domains" "Domains": None;
        LOOKUP_NAMES4_NUM_NAMES "lsarpc.lsa_LookupNames4.num_names" "Num Names": U32 Dec;
        LOOKUP_NAMES4_SIDS "lsarpc.lsa_LookupNames4.sids" "Sids": None;
        LOOKUP_NAMES4_LEVEL "lsarpc.lsa_LookupNames4.level" "Level": U32 Dec = LOOKUP_LEVELS;
        LOOKUP_NAMES4_COUNT "lsarpc.lsa_LookupNames4.count" "Count": U32 Dec;
        LOOKUP_NAMES4_UNKNOWN1 "lsarpc.lsa_LookupNames4.unknown1" "Unknown1": U32 Dec;
        LOOKUP_NAMES4_UNKNOWN2 "lsarpc.lsa_LookupNames4.unknown2" "Unknown2": U32 Dec;
        LOOKUP_NAMES4_DOMAINS "lsarpc.lsa_LookupNames4.domains" "Domains": None;
        POLICY_INFORMATION_ROLE "lsarpc.lsa_PolicyInformation.role" "Role": None;
        SERVER_ROLE_ROLE "lsarpc.lsa_ServerRole.role" "Role": U32 Dec = SERVER_ROLE_ROLE_NAMES;
        POLICY_INFORMATION_DNS "lsarpc.lsa_PolicyInformation.dns" "Dns": None;
        DNS_DOMAIN_INFO_NAME "lsarpc.lsa_DnsDomainInfo.name" "Name": None;
        DNS_DOMAIN_INFO_DNS_DOMAIN "lsarpc.lsa_DnsDomainInfo.dns_domain" "Dns Domain": None;
        DNS_DOMAIN_INFO_DNS_FOREST "lsarpc.lsa_DnsDomainInfo.dns_forest" "Dns Forest": None;
        DNS_DOMAIN_INFO_DOMAIN_GUID "lsarpc.lsa_DnsDomainInfo.domain_guid" "Domain Guid": Guid;
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
    POLICY_LEVELS {
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
    SID_TYPES {
        0 => "SID_NAME_USE_NONE",
        1 => "SID_NAME_USER",
        2 => "SID_NAME_DOM_GRP",
        3 => "SID_NAME_DOMAIN",
        4 => "SID_NAME_ALIAS",
        5 => "SID_NAME_WKN_GRP",
        6 => "SID_NAME_DELETED",
        7 => "SID_NAME_INVALID",
        8 => "SID_NAME_UNKNOWN",
        9 => "SID_NAME_COMPUTER",
    }
    LOOKUP_LEVELS {
        1 => "LSA_LOOKUP_NAMES_ALL",
        2 => "LSA_LOOKUP_NAMES_DOMAINS_ONLY",
        3 => "LSA_LOOKUP_NAMES_PRIMARY_DOMAIN_ONLY",
        4 => "LSA_LOOKUP_NAMES_UPLEVEL_TRUSTS_ONLY",
        5 => "LSA_LOOKUP_NAMES_FOREST_TRUSTS_ONLY",
        6 => "LSA_LOOKUP_NAMES_UPLEVEL_TRUSTS_ONLY2",
    }
    SERVER_ROLE_ROLE_NAMES {
        2 => "LSA_POLICY_ROLE_BACKUP",
        3 => "LSA_POLICY_ROLE_PRIMARY",
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
    (6, &[Struct(POLICY_INFORMATION_ROLE, &[Enum(SERVER_ROLE_ROLE)])]),
    (12, &[Struct(POLICY_INFORMATION_DNS, DNS)]),
    (13, &[Struct(POLICY_INFORMATION_DNS, DNS)]),
];

/// A domain with its names in DNS ([MS-LSAD] 2.2.4.14).
const DNS: &[Arg] = &[
    Struct(DNS_DOMAIN_INFO_NAME, LARGE_NAME),
    Struct(DNS_DOMAIN_INFO_DNS_DOMAIN, LARGE_NAME),
    Struct(DNS_DOMAIN_INFO_DNS_FOREST, LARGE_NAME),
    Guid(DNS_DOMAIN_INFO_DOMAIN_GUID),
    Unique(&[Sid]),
];

/// Rights to an account ([MS-LSAD] 2.2.1.1.3).
const ACCOUNT_RIGHTS: &[Field] = &[
    ACCOUNT_ACCESS_MASK_LSA_ACCOUNT_VIEW,
    ACCOUNT_ACCESS_MASK_LSA_ACCOUNT_ADJUST_PRIVILEGES,
    ACCOUNT_ACCESS_MASK_LSA_ACCOUNT_ADJUST_QUOTAS,
    ACCOUNT_ACCESS_MASK_LSA_ACCOUNT_ADJUST_SYSTEM_ACCESS,
];

/// A text ([MS-DTYP] 2.3.10); its fields are of another name where there may be room behind it.
const NAME: &[Arg] = &[Counted(STRING_LENGTH, STRING_SIZE, &[Text(LSA_STRING)])];
const LARGE_NAME: &[Arg] = &[Counted(STRING_LARGE_LENGTH, STRING_LARGE_SIZE, &[Text(LSA_STRING)])];

/// A locally unique identifier ([MS-DTYP] 2.3.7).
const LUID: &[Arg] = &[U32(LUID_LOW), U32(LUID_HIGH)];

/// SIDs that are asked for or given ([MS-LSAD] 2.2.5).
const SIDS: &[Arg] = &[U32(SID_ARRAY_NUM_SIDS), Unique(&[Array(SID_ARRAY_SIDS, &[Unique(&[Sid])])])];

/// The domains that accounts are of ([MS-LSAT] 2.2.12).
const DOMAINS: &[Arg] = &[
    U32(REF_DOMAIN_LIST_COUNT),
    Unique(&[Array(REF_DOMAIN_LIST_DOMAINS, DOMAIN)]),
    U32(REF_DOMAIN_LIST_MAX_SIZE),
];

/// What SIDs are called (2.2.20, 2.2.22).
const NAMES: &[Arg] = &[
    U32(TRANS_NAME_ARRAY_COUNT),
    Unique(&[Array(
        TRANS_NAME_ARRAY_NAMES,
        &[Enum(TRANSLATED_NAME_SID_TYPE), Struct(TRANSLATED_NAME_NAME, NAME), U32(TRANSLATED_NAME_SID_INDEX)],
    )]),
];
const NAMES2: &[Arg] = &[
    U32(TRANS_NAME_ARRAY2_COUNT),
    Unique(&[Array(
        TRANS_NAME_ARRAY2_NAMES,
        &[
            Enum(TRANSLATED_NAME2_SID_TYPE),
            Struct(TRANSLATED_NAME2_NAME, NAME),
            U32(TRANSLATED_NAME2_SID_INDEX),
            U32(TRANSLATED_NAME2_UNKNOWN),
        ],
    )]),
];

/// The SIDs of names (2.2.16, 2.2.23, 2.2.25).
const FOUND: &[Arg] = &[
    U32(TRANS_SID_ARRAY_COUNT),
    Unique(&[Array(
        TRANS_SID_ARRAY_SIDS,
        &[Enum(TRANSLATED_SID_SID_TYPE), U32(TRANSLATED_SID_RID), U32(TRANSLATED_SID_SID_INDEX)],
    )]),
];
const FOUND2: &[Arg] = &[
    U32(TRANS_SID_ARRAY2_COUNT),
    Unique(&[Array(
        TRANS_SID_ARRAY2_SIDS,
        &[
            Enum(TRANSLATED_SID2_SID_TYPE),
            U32(TRANSLATED_SID2_RID),
            U32(TRANSLATED_SID2_SID_INDEX),
            U32(TRANSLATED_SID2_UNKNOWN),
        ],
    )]),
];
const FOUND3: &[Arg] = &[
    U32(TRANS_SID_ARRAY3_COUNT),
    Unique(&[Array(
        TRANS_SID_ARRAY3_SIDS,
        &[
            Enum(TRANSLATED_SID3_SID_TYPE),
            Unique(&[Sid]),
            U32(TRANSLATED_SID3_SID_INDEX),
            U32(TRANSLATED_SID3_UNKNOWN),
        ],
    )]),
];

/// Names that are asked for.
const ASKED: Arg = Struct(LOOKUP_NAMES, &[Array(LOOKUP_NAMES3_NAMES, NAME)]);

/// A domain that is trusted ([MS-LSAD] 2.2.7.9).
const TRUSTED: &[Arg] = &[
    Struct(TRUST_DOMAIN_INFO_INFO_EX_DOMAIN_NAME, LARGE_NAME),
    Struct(TRUST_DOMAIN_INFO_INFO_EX_NETBIOS_NAME, LARGE_NAME),
    Unique(&[Sid]),
    U32(TRUST_DOMAIN_INFO_INFO_EX_TRUST_DIRECTION),
    U32(TRUST_DOMAIN_INFO_INFO_EX_TRUST_TYPE),
    U32(TRUST_DOMAIN_INFO_INFO_EX_TRUST_ATTRIBUTES),
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
            Rights(POLICY_ACCESS_MASK, "LSA Policy", POLICY_RIGHTS),
        ],
        (6, true) => &[Handle(OPEN_POLICY_HANDLE), Status(STATUS)],
        (7, false) => &[Handle(QUERY_INFO_POLICY_HANDLE), Enum(QUERY_INFO_POLICY_LEVEL)],
        (7, true) => &[Unique(&[Choice(QUERY_INFO_POLICY_INFO, POLICIES)]), Status(STATUS)],
        (44, false) => &[
            Unique(&[Text(OPEN_POLICY2_SYSTEM_NAME)]),
            Struct(OPEN_POLICY2_ATTR, ATTRIBUTES),
            Rights(POLICY_ACCESS_MASK, "LSA Policy", POLICY_RIGHTS),
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
        (2, false) => &[Handle(ENUM_PRIVS_HANDLE), U32(ENUM_PRIVS_RESUME_HANDLE), U32(ENUM_PRIVS_MAX_COUNT)],
        (2, true) => &[
            U32(ENUM_PRIVS_RESUME_HANDLE),
            Struct(
                ENUM_PRIVS_PRIVS,
                &[
                    U32(PRIV_ARRAY_COUNT),
                    Unique(&[Array(
                        PRIV_ARRAY_PRIVS,
                        &[Struct(PRIV_ENTRY_NAME, LARGE_NAME), Struct(PRIV_ENTRY_LUID, LUID)],
                    )]),
                ],
            ),
            Status(STATUS),
        ],
        (11, false) => {
            &[Handle(ENUM_ACCOUNTS_HANDLE), U32(ENUM_ACCOUNTS_RESUME_HANDLE), U32(ENUM_ACCOUNTS_NUM_ENTRIES)]
        }
        (11, true) => &[U32(ENUM_ACCOUNTS_RESUME_HANDLE), Struct(ENUM_ACCOUNTS_SIDS, SIDS), Status(STATUS)],
        (13, false) => {
            &[Handle(ENUM_TRUST_DOM_HANDLE), U32(ENUM_TRUST_DOM_RESUME_HANDLE), U32(ENUM_TRUST_DOM_MAX_SIZE)]
        }
        (13, true) => &[
            U32(ENUM_TRUST_DOM_RESUME_HANDLE),
            Struct(
                ENUM_TRUST_DOM_DOMAINS,
                &[U32(DOMAIN_LIST_COUNT), Unique(&[Array(DOMAIN_LIST_DOMAINS, DOMAIN)])],
            ),
            Status(STATUS),
        ],

        (17, false) => {
            &[Handle(OPEN_ACCOUNT_HANDLE), Sid, Rights(POLICY_ACCESS_MASK, "LSA Account", ACCOUNT_RIGHTS)]
        }
        (17, true) => &[Handle(OPEN_ACCOUNT_ACCT_HANDLE), Status(STATUS)],
        (18, false) => &[Handle(ENUM_PRIVS_ACCOUNT_HANDLE)],
        (18, true) => &[
            Unique(&[Struct(
                ENUM_PRIVS_ACCOUNT_PRIVS,
                &[Conformant(
                    &[U32(PRIVILEGE_SET_COUNT), U32(PRIVILEGE_SET_UNKNOWN)],
                    PRIVILEGE_SET_SET,
                    &[Struct(LUID_ATTRIBUTE_LUID, LUID), U32(LUID_ATTRIBUTE_ATTRIBUTE)],
                )],
            )]),
            Status(STATUS),
        ],
        (31, false) => &[Handle(LOOKUP_PRIV_VALUE_HANDLE), Struct(LOOKUP_PRIV_VALUE_NAME, NAME)],
        (31, true) => &[Struct(LOOKUP_PRIV_VALUE_LUID, LUID), Status(STATUS)],
        (32, false) => &[Handle(LOOKUP_PRIV_NAME_HANDLE), Struct(LOOKUP_PRIV_NAME_LUID, LUID)],
        (32, true) => &[Unique(&[Struct(LOOKUP_PRIV_NAME_NAME, LARGE_NAME)]), Status(STATUS)],
        (33, false) => &[
            Handle(LOOKUP_PRIV_DISPLAY_NAME_HANDLE),
            Struct(LOOKUP_PRIV_DISPLAY_NAME_NAME, NAME),
            U16(LOOKUP_PRIV_DISPLAY_NAME_LANGUAGE_ID),
            U16(LOOKUP_PRIV_DISPLAY_NAME_UNKNOWN),
        ],
        (33, true) => &[
            Unique(&[Struct(LOOKUP_PRIV_DISPLAY_NAME_DISP_NAME, LARGE_NAME)]),
            U16(LOOKUP_PRIV_DISPLAY_NAME_LANGUAGE_ID),
            Status(STATUS),
        ],
        (36, false) => &[Handle(ENUM_ACCOUNT_RIGHTS_HANDLE), Sid],
        (36, true) => &[
            Struct(
                ENUM_ACCOUNT_RIGHTS_RIGHTS,
                &[
                    U32(RIGHT_SET_COUNT),
                    Unique(&[Array(
                        RIGHT_SET_NAMES,
                        &[Counted(STRING_LARGE_LENGTH, STRING_LARGE_SIZE, &[Text(LSA_STRING)])],
                    )]),
                ],
            ),
            Status(STATUS),
        ],
        (46, false) => &[Handle(QUERY_INFO_POLICY2_HANDLE), Enum(QUERY_INFO_POLICY2_LEVEL)],
        (46, true) => &[Unique(&[Choice(QUERY_INFO_POLICY2_INFO, POLICIES)]), Status(STATUS)],
        (50, false) => &[
            Handle(ENUM_TRUSTED_DOMAINS_EX_HANDLE),
            U32(ENUM_TRUSTED_DOMAINS_EX_RESUME_HANDLE),
            U32(ENUM_TRUSTED_DOMAINS_EX_MAX_SIZE),
        ],
        (50, true) => &[
            U32(ENUM_TRUSTED_DOMAINS_EX_RESUME_HANDLE),
            Struct(
                ENUM_TRUSTED_DOMAINS_EX_DOMAINS,
                &[U32(DOMAIN_LIST_EX_COUNT), Unique(&[Array(DOMAIN_LIST_EX_DOMAINS, TRUSTED)])],
            ),
            Status(STATUS),
        ],

        (15, false) => &[
            Handle(LOOKUP_SIDS_HANDLE),
            Struct(LOOKUP_SIDS_SIDS, SIDS),
            Struct(LOOKUP_SIDS_NAMES, NAMES),
            Enum(LOOKUP_SIDS_LEVEL),
            U32(LOOKUP_SIDS_COUNT),
        ],
        (15, true) => &[
            Unique(&[Struct(LOOKUP_SIDS_DOMAINS, DOMAINS)]),
            Struct(LOOKUP_SIDS_NAMES, NAMES),
            U32(LOOKUP_SIDS_COUNT),
            Status(STATUS),
        ],

        (57, false) => &[
            Handle(LOOKUP_SIDS2_HANDLE),
            Struct(LOOKUP_SIDS2_SIDS, SIDS),
            Struct(LOOKUP_SIDS2_NAMES, NAMES2),
            Enum(LOOKUP_SIDS2_LEVEL),
            U32(LOOKUP_SIDS2_COUNT),
            U32(LOOKUP_SIDS2_UNKNOWN1),
            U32(LOOKUP_SIDS2_UNKNOWN2),
        ],
        (57, true) => &[
            Unique(&[Struct(LOOKUP_SIDS2_DOMAINS, DOMAINS)]),
            Struct(LOOKUP_SIDS2_NAMES, NAMES2),
            U32(LOOKUP_SIDS2_COUNT),
            Status(STATUS),
        ],

        (76, false) => &[
            Struct(LOOKUP_SIDS3_SIDS, SIDS),
            Struct(LOOKUP_SIDS3_NAMES, NAMES2),
            Enum(LOOKUP_SIDS3_LEVEL),
            U32(LOOKUP_SIDS3_COUNT),
            U32(LOOKUP_SIDS3_UNKNOWN1),
            U32(LOOKUP_SIDS3_UNKNOWN2),
        ],
        (76, true) => &[
            Unique(&[Struct(LOOKUP_SIDS3_DOMAINS, DOMAINS)]),
            Struct(LOOKUP_SIDS3_NAMES, NAMES2),
            U32(LOOKUP_SIDS3_COUNT),
            Status(STATUS),
        ],

        (14, false) => &[
            Handle(LOOKUP_NAMES_HANDLE),
            U32(LOOKUP_NAMES_NUM_NAMES),
            ASKED,
            Struct(LOOKUP_NAMES_SIDS, FOUND),
            Enum(LOOKUP_NAMES_LEVEL),
            U32(LOOKUP_NAMES_COUNT),
        ],
        (14, true) => &[
            Unique(&[Struct(LOOKUP_NAMES_DOMAINS, DOMAINS)]),
            Struct(LOOKUP_NAMES_SIDS, FOUND),
            U32(LOOKUP_NAMES_COUNT),
            Status(STATUS),
        ],

        (58, false) => &[
            Handle(LOOKUP_NAMES2_HANDLE),
            U32(LOOKUP_NAMES2_NUM_NAMES),
            ASKED,
            Struct(LOOKUP_NAMES2_SIDS, FOUND2),
            Enum(LOOKUP_NAMES2_LEVEL),
            U32(LOOKUP_NAMES2_COUNT),
            U32(LOOKUP_NAMES2_UNKNOWN1),
            U32(LOOKUP_NAMES2_UNKNOWN2),
        ],
        (58, true) => &[
            Unique(&[Struct(LOOKUP_NAMES2_DOMAINS, DOMAINS)]),
            Struct(LOOKUP_NAMES2_SIDS, FOUND2),
            U32(LOOKUP_NAMES2_COUNT),
            Status(STATUS),
        ],

        (68, false) => &[
            Handle(LOOKUP_NAMES3_HANDLE),
            U32(LOOKUP_NAMES3_NUM_NAMES),
            ASKED,
            Struct(LOOKUP_NAMES3_SIDS, FOUND3),
            Enum(LOOKUP_NAMES3_LEVEL),
            U32(LOOKUP_NAMES3_COUNT),
            U32(LOOKUP_NAMES3_UNKNOWN1),
            U32(LOOKUP_NAMES3_UNKNOWN2),
        ],
        (68, true) => &[
            Unique(&[Struct(LOOKUP_NAMES3_DOMAINS, DOMAINS)]),
            Struct(LOOKUP_NAMES3_SIDS, FOUND3),
            U32(LOOKUP_NAMES3_COUNT),
            Status(STATUS),
        ],

        (77, false) => &[
            U32(LOOKUP_NAMES4_NUM_NAMES),
            ASKED,
            Struct(LOOKUP_NAMES4_SIDS, FOUND3),
            Enum(LOOKUP_NAMES4_LEVEL),
            U32(LOOKUP_NAMES4_COUNT),
            U32(LOOKUP_NAMES4_UNKNOWN1),
            U32(LOOKUP_NAMES4_UNKNOWN2),
        ],
        (77, true) => &[
            Unique(&[Struct(LOOKUP_NAMES4_DOMAINS, DOMAINS)]),
            Struct(LOOKUP_NAMES4_SIDS, FOUND3),
            U32(LOOKUP_NAMES4_COUNT),
            Status(STATUS),
        ],
        _ => return None,
    })
}
