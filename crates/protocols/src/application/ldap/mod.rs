//! Lightweight Directory Access Protocol, RFC 4511, over TCP, and over UDP (CLDAP).

mod filter;
mod message;
mod names;
mod operation;
mod past;

use message::dissect;
use requin_wire::proto;

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
