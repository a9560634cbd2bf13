//! Lightweight Directory Access Protocol, RFC 4511, over TCP, and over UDP (CLDAP).

mod filter;
mod message;
mod names;
mod netlogon;
mod operation;
mod past;

use message::dissect;
use requin_wire::{Names, proto};

proto! {
    LDAP "ldap" "Lightweight Directory Access Protocol" "LDAP" App
    on [Tcp 389, Tcp 3268]
    track [message::remember]
    frames sized [message::frames]
    remember [past::remember] for [RESPONSE_TO, TIME]
    fields {
        LDAP_MESSAGE_ELEMENT "ldap.LDAPMessage_element" "LDAPMessage": None;
        PROTOCOL_OP "ldap.protocolOp" "protocolOp": U32 Dec = names::OPERATIONS;
        MESSAGE_ID "ldap.messageID" "messageID": U32 Dec;
        TYPES_ONLY "ldap.typesOnly" "typesOnly": Bool;
        TIME_LIMIT "ldap.timeLimit" "timeLimit": U32 Dec;
        SIZE_LIMIT "ldap.sizeLimit" "sizeLimit": U32 Dec;
        SEARCH_REQUEST_ELEMENT "ldap.searchRequest_element" "searchRequest": None;
        SCOPE "ldap.scope" "scope": U32 Dec = names::SCOPES;
        DEREF_ALIASES "ldap.derefAliases" "derefAliases": U32 Dec = names::DEREF;
        BASE_OBJECT "ldap.baseObject" "baseObject": Str;
        FILTER "ldap.filter" "filter": U32 Dec = names::FILTERS;
        TIME "ldap.time" "Time": RelTime;
        RESPONSE_TO "ldap.response_to" "Response To": Framenum;
        RESPONSE_IN "ldap.response_in" "Response In": Framenum;
        RESULT_CODE "ldap.resultCode" "resultCode": U32 Dec = names::RESULTS;
        MATCHED_DN "ldap.matchedDN" "matchedDN": Str;
        ERROR_MESSAGE "ldap.errorMessage" "errorMessage": Str;
        REFERRAL "ldap.referral" "referral": U32 Dec;
        AND_ITEM "ldap.and_item" "and item": U32 Dec = names::FILTERS;
        AND "ldap.and" "and": U32 Dec;
        OR_ITEM "ldap.or_item" "or item": U32 Dec = names::FILTERS;
        OR "ldap.or" "or": U32 Dec;
        NOT "ldap.not" "not": U32 Dec = names::FILTERS;
        ATTRIBUTES "ldap.attributes" "attributes": U32 Dec;
        TYPE "ldap.type" "type": Str;
        BIND_RESPONSE_ELEMENT "ldap.bindResponse_element" "bindResponse": None;
        VERSION "ldap.version" "version": U32 Dec;
        NAME "ldap.name" "name": Str;
        BIND_REQUEST_ELEMENT "ldap.bindRequest_element" "bindRequest": None;
        AUTHENTICATION "ldap.authentication" "authentication": U32 Dec = names::AUTHENTICATION;
        VALS "ldap.vals" "vals": U32 Dec;
        SASL_BUFFER_LENGTH "ldap.sasl_buffer_length" "SASL Buffer Length": U32 Dec;
        SEARCH_RES_ENTRY_ELEMENT "ldap.searchResEntry_element" "searchResEntry": None;
        OBJECT_NAME "ldap.objectName" "objectName": Str;
        SEARCH_RES_DONE_ELEMENT "ldap.searchResDone_element" "searchResDone": None;
        ATTRIBUTE_VALUE "ldap.AttributeValue" "AttributeValue": Bytes;
        PARTIAL_ATTRIBUTE_LIST_ITEM_ELEMENT "ldap.PartialAttributeList_item_element" "PartialAttributeList item": None;
        SASL_ELEMENT "ldap.sasl_element" "sasl": None;
        MECHANISM "ldap.mechanism" "mechanism": Str;
        CREDENTIALS "ldap.credentials" "credentials": Bytes;
        SERVER_SASL_CREDS "ldap.serverSaslCreds" "serverSaslCreds": Bytes;
        ATTRIBUTE_DESCRIPTION "ldap.AttributeDescription" "AttributeDescription": Str;
        ATTRIBUTE_DESC "ldap.attributeDesc" "attributeDesc": Str;
        ASSERTION_VALUE "ldap.assertionValue" "assertionValue": Str;
        EQUALITY_MATCH_ELEMENT "ldap.equalityMatch_element" "equalityMatch": None;
        GREATER_OR_EQUAL_ELEMENT "ldap.greaterOrEqual_element" "greaterOrEqual": None;
        LESS_OR_EQUAL_ELEMENT "ldap.lessOrEqual_element" "lessOrEqual": None;
        APPROX_MATCH_ELEMENT "ldap.approxMatch_element" "approxMatch": None;
        UNBIND_REQUEST_ELEMENT "ldap.unbindRequest_element" "unbindRequest": None;
        PRESENT "ldap.present" "present": Str;
        CONTROLS "ldap.controls" "controls": U32 Dec;
        SIMPLE "ldap.simple" "simple": Str;
        CONTROL_TYPE "ldap.controlType" "controlType": Str;
        CONTROL_ELEMENT "ldap.Control_element" "Control": None;
        CONTROL_VALUE "ldap.controlValue" "controlValue": Bytes;
        CRITICALITY "ldap.criticality" "criticality": Bool;
        SIZE "ldap.size" "size": I32 Dec;
        COOKIE "ldap.cookie" "cookie": Bytes;
        SEARCH_CONTROL_VALUE_ELEMENT "ldap.SearchControlValue_element" "SearchControlValue": None;
        SORT_KEY_LIST "ldap.SortKeyList" "SortKeyList": U32 Dec;
        SORT_KEY_LIST_ITEM_ELEMENT "ldap.SortKeyList_item_element" "SortKeyList item": None;
        ATTRIBUTE_TYPE "ldap.attributeType" "attributeType": Str;
        ORDERING_RULE "ldap.orderingRule" "orderingRule": Str;
        REVERSE_ORDER "ldap.reverseOrder" "reverseOrder": Bool;
        SORT_RESULT_ELEMENT "ldap.SortResult_element" "SortResult": None;
        SORT_RESULT "ldap.sortResult" "sortResult": U32 Dec = names::RESULTS;
        PASSWD_MODIFY_REQUEST_VALUE_ELEMENT "ldap.PasswdModifyRequestValue_element" "PasswdModifyRequestValue": None;
        USER_IDENTITY "ldap.userIdentity" "userIdentity": Bytes;
        OLD_PASSWD "ldap.oldPasswd" "oldPasswd": Bytes;
        NEW_PASSWD "ldap.newPasswd" "newPasswd": Bytes;
        SUBSTRINGS_ITEM "ldap.substrings_item" "substrings item": U32 Dec = names::SUBSTRINGS;
        SUBSTRINGS_ELEMENT "ldap.substrings_element" "substrings": None;
        SUBSTRINGS "ldap.substrings" "substrings": U32 Dec;
        INITIAL "ldap.initial" "initial": Str;
        ANY "ldap.any" "any": Str;
        FINAL "ldap.final" "final": Str;
        OID "ldap.oid" "OID": Str;
        ENTRY "ldap.entry" "entry": Str;
        GSSAPI_ENCRYPTED_PAYLOAD "ldap.gssapi_encrypted_payload" "GSS-API Encrypted payload": Bytes;
        SEARCH_RES_REF "ldap.searchResRef" "searchResRef": U32 Dec;
        EXTENDED_RESP_ELEMENT "ldap.extendedResp_element" "extendedResp": None;
        LDAPURL "ldap.LDAPURL" "LDAPURL": Str;
        REQUEST_NAME "ldap.requestName" "requestName": Str;
        REQUEST_VALUE "ldap.requestValue" "requestValue": Bytes;
        RESPONSE_NAME "ldap.responseName" "responseName": Str;
        RESPONSE "ldap.response" "response": Bytes;
        MATCHING_RULE "ldap.matchingRule" "matchingRule": Str;
        MATCH_VALUE "ldap.matchValue" "matchValue": Str;
        DN_ATTRIBUTES "ldap.dnAttributes" "dnAttributes": Bool;
        EXTENSIBLE_MATCH_ELEMENT "ldap.extensibleMatch_element" "extensibleMatch": None;
        EXTENDED_REQ_ELEMENT "ldap.extendedReq_element" "extendedReq": None;
        ADD_REQUEST_ELEMENT "ldap.addRequest_element" "addRequest": None;
        ATTRIBUTE_LIST_ITEM_ELEMENT "ldap.AttributeList_item_element" "AttributeList item": None;
        ADD_RESPONSE_ELEMENT "ldap.addResponse_element" "addResponse": None;
        OPERATION "ldap.operation" "operation": U32 Dec = names::CHANGES;
        OBJECT "ldap.object" "object": Str;
        MODIFY_RESPONSE_ELEMENT "ldap.modifyResponse_element" "modifyResponse": None;
        MODIFY_REQUEST_ELEMENT "ldap.modifyRequest_element" "modifyRequest": None;
        MODIFICATION_ITEM "ldap.modification_item_element" "modification item": None;
        MODIFICATION_ELEMENT "ldap.modification_element" "modification": None;
        MODIFICATION "ldap.modification" "modification": U32 Dec;
        NEWRDN "ldap.newrdn" "newrdn": Str;
        NEW_SUPERIOR "ldap.newSuperior" "newSuperior": Str;
        MOD_DNRESPONSE_ELEMENT "ldap.modDNResponse_element" "modDNResponse": None;
        MOD_DNREQUEST_ELEMENT "ldap.modDNRequest_element" "modDNRequest": None;
        DELETEOLDRDN "ldap.deleteoldrdn" "deleteoldrdn": Bool;
        DEL_RESPONSE_ELEMENT "ldap.delResponse_element" "delResponse": None;
        DEL_REQUEST "ldap.delRequest" "delRequest": Str;
        COMPARE_RESPONSE_ELEMENT "ldap.compareResponse_element" "compareResponse": None;
        COMPARE_REQUEST_ELEMENT "ldap.compareRequest_element" "compareRequest": None;
        AVA_ELEMENT "ldap.ava_element" "ava": None;
        ABANDON_REQUEST "ldap.abandonRequest" "abandonRequest": U32 Dec;
        INTERMEDIATE_RESPONSE_ELEMENT "ldap.intermediateResponse_element" "intermediateResponse": None;
        GUID "ldap.guid" "GUID": Guid;
        SID "ldap.sid" "Sid": Str;
        NETLOGON_OPCODE "mscldap.netlogon.opcode" "Operation code": U16 Dec = names::NETLOGON;
        NETLOGON_FLAGS "mscldap.netlogon.flags" "Flags": U32 Hex;
        NETLOGON_FLAGS_FORESTNC "mscldap.netlogon.flags.forestnc" "FDC": Bool(32) & 0x80000000 = Names::Bools("The NC is the default forest NC(Windows 2008)", "The NC is not the default forest NC (Windows 2008)");
        NETLOGON_FLAGS_DEFAULTNC "mscldap.netlogon.flags.defaultnc" "DNC": Bool(32) & 0x40000000 = Names::Bools("The NC is the default NC (Windows 2008)", "The NC is not the default NC (Windows 2008)");
        NETLOGON_FLAGS_DNSNAME "mscldap.netlogon.flags.dnsname" "DNS": Bool(32) & 0x20000000 = Names::Bools("Server name is in DNS format (Windows 2008)", "Server name is not in DNS format (Windows 2008)");
        NETLOGON_FLAGS_WRITABLEDC "mscldap.netlogon.flags.writabledc" "WDC": Bool(32) & 0x1000 = Names::Bools("Domain controller is a Windows 2008 writable NC", "Domain controller is not a Windows 2008 writable NC");
        NETLOGON_FLAGS_RODC "mscldap.netlogon.flags.rodc" "RODC": Bool(32) & 0x800 = Names::Bools("Domain controller is a Windows 2008 RODC", "Domain controller is not a Windows 2008 RODC");
        NETLOGON_FLAGS_NDNC "mscldap.netlogon.flags.ndnc" "NDNC": Bool(32) & 0x400 = Names::Bools("Domain is NON-DOMAIN NC serviced by ldap server", "Domain is NOT non-domain nc serviced by ldap server");
        NETLOGON_FLAGS_GOOD_TIMESERV "mscldap.netlogon.flags.good_timeserv" "Good Time Serv": Bool(32) & 0x200 = Names::Bools("This dc has a GOOD TIME SERVICE (i.e. hardware clock)", "This dc does NOT have a good time service (i.e. no hardware clock)");
        NETLOGON_FLAGS_WRITABLE "mscldap.netlogon.flags.writable" "Writable": Bool(32) & 0x100 = Names::Bools("This dc is WRITABLE", "This dc is NOT writable");
        NETLOGON_FLAGS_CLOSEST "mscldap.netlogon.flags.closest" "Closest": Bool(32) & 0x80 = Names::Bools("This server is in the same site as the client", "This server is NOT in the same site as the client");
        NETLOGON_FLAGS_TIMESERV "mscldap.netlogon.flags.timeserv" "Time Serv": Bool(32) & 0x40 = Names::Bools("This dc is running TIME SERVICES (ntp)", "This dc is NOT running time services (ntp)");
        NETLOGON_FLAGS_KDC "mscldap.netlogon.flags.kdc" "KDC": Bool(32) & 0x20 = Names::Bools("This is a KDC (kerberos)", "This is NOT a kdc (kerberos)");
        NETLOGON_FLAGS_DS "mscldap.netlogon.flags.ds" "DS": Bool(32) & 0x10 = Names::Bools("This dc supports DS", "This dc does NOT support ds");
        NETLOGON_FLAGS_LDAP "mscldap.netlogon.flags.ldap" "LDAP": Bool(32) & 0x8 = Names::Bools("This is an LDAP server", "This is NOT an ldap server");
        NETLOGON_FLAGS_GC "mscldap.netlogon.flags.gc" "GC": Bool(32) & 0x4 = Names::Bools("This is a GLOBAL CATALOGUE of forest", "This is NOT a global catalog of forest");
        NETLOGON_FLAGS_PDC "mscldap.netlogon.flags.pdc" "PDC": Bool(32) & 0x1 = Names::Bools("This is a PDC", "This is NOT a pdc");
        NETLOGON_DOMAIN_GUID "mscldap.domain.guid" "Domain GUID": Guid;
        NETLOGON_FOREST "mscldap.forest" "Forest": Str;
        NETLOGON_DOMAIN "mscldap.domain" "Domain": Str;
        NETLOGON_HOSTNAME "mscldap.hostname" "Hostname": Str;
        NETLOGON_NB_DOMAIN "mscldap.nb_domain" "NetBIOS Domain": StrZ;
        NETLOGON_NB_HOSTNAME "mscldap.nb_hostname" "NetBIOS Hostname": StrZ;
        NETLOGON_USERNAME "mscldap.username" "Username": StrZ;
        NETLOGON_SITENAME "mscldap.sitename" "Server Site": Str;
        NETLOGON_CLIENTSITENAME "mscldap.clientsitename" "Client Site": Str;
        NETLOGON_NTVER_FLAGS "mscldap.ntver.flags" "Version Flags": U32 Hex;
        NETLOGON_NTVER_SEARCHFLAGS_V1 "mscldap.ntver.searchflags.v1" "V1": Bool(32) & 0x1 = Names::Bools("Client requested version 1 netlogon response", "Version 1 netlogon response not requested");
        NETLOGON_NTVER_SEARCHFLAGS_V5 "mscldap.ntver.searchflags.v5" "V5": Bool(32) & 0x2 = Names::Bools("Client requested version 5 netlogon response", "Version 5 netlogon response not requested");
        NETLOGON_NTVER_SEARCHFLAGS_V5EX "mscldap.ntver.searchflags.v5ex" "V5EX": Bool(32) & 0x4 = Names::Bools("Client requested version 5 extended netlogon response", "Version 5 extended response not requested");
        NETLOGON_NTVER_SEARCHFLAGS_V5EP "mscldap.ntver.searchflags.v5ep" "V5EP": Bool(32) & 0x8 = Names::Bools("Client has requested IP address of the server", "IP address of server not requested");
        NETLOGON_NTVER_SEARCHFLAGS_VCS "mscldap.ntver.searchflags.vcs" "VCS": Bool(32) & 0x10 = Names::Bools("Client has asked for the closest site information", "Closest site information not requested");
        NETLOGON_NTVER_SEARCHFLAGS_VNT4 "mscldap.ntver.searchflags.vnt4" "VNT4": Bool(32) & 0x1000000 = Names::Bools("Client is requesting server to avoid NT4 emulation", "Only full AD DS requested");
        NETLOGON_NTVER_SEARCHFLAGS_VPDC "mscldap.ntver.searchflags.vpdc" "VPDC": Bool(32) & 0x10000000 = Names::Bools("Client has requested the Primary Domain Controller", "Primary Domain Controller not requested");
        NETLOGON_NTVER_SEARCHFLAGS_VIP "mscldap.ntver.searchflags.vip" "VIP": Bool(32) & 0x20000000 = Names::Bools("Client has requested IP details (obsolete)", "IP details not requested (obsolete)");
        NETLOGON_NTVER_SEARCHFLAGS_VL "mscldap.ntver.searchflags.vl" "VL": Bool(32) & 0x40000000 = Names::Bools("Client indicated that it is the local machine", "Client is not the local machine");
        NETLOGON_NTVER_SEARCHFLAGS_VGC "mscldap.ntver.searchflags.vgc" "VGC": Bool(32) & 0x80000000 = Names::Bools("Client has requested a Global Catalog server", "Global Catalog not requested");
        NETLOGON_LM_TOKEN "mscldap.netlogon.lm_token" "LM Token": U16 Hex;
        NETLOGON_NT_TOKEN "mscldap.netlogon.nt_token" "NT Token": U16 Hex;
    }
}

/// CLDAP: LDAP in datagrams (RFC 1798).
pub mod cldap {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        CLDAP "cldap" "Connectionless Lightweight Directory Access Protocol" "CLDAP" App
        on [Udp 389]
        remember [super::past::remember]
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::message::datagram(cx, c)
    }
}
