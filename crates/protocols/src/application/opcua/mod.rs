//! OPC UA's binary connection protocol and encoding, OPC 10000-6: messages, and the services in those that are not
//! encrypted.

mod names;
mod services;
mod types;

use names::*;
use requin_wire::{Cursor, Cx, Field, Key, Past, Pdu, Sink, Step, Stop, proto};

proto! {
    OPCUA "opcua" "OpcUa Binary Protocol" "OpcUa" App
    on [Tcp 4840]
    frames sized [frames]
    remember [remember]
    fields {
        TRANSPORT_TYPE "opcua.transport.type" "Message Type": Str;
        TRANSPORT_CHUNK "opcua.transport.chunk" "Chunk Type": Str;
        TRANSPORT_SIZE "opcua.transport.size" "Message Size": U32 Dec;
        TRANSPORT_VER "opcua.transport.ver" "Version": U32 Dec;
        TRANSPORT_SCID "opcua.transport.scid" "SecureChannelId": U32 Dec;
        TRANSPORT_RBS "opcua.transport.rbs" "ReceiveBufferSize": U32 Dec;
        TRANSPORT_SBS "opcua.transport.sbs" "SendBufferSize": U32 Dec;
        TRANSPORT_MMS "opcua.transport.mms" "MaxMessageSize": U32 Dec;
        TRANSPORT_MCC "opcua.transport.mcc" "MaxChunkCount": U32 Dec;
        TRANSPORT_ENDPOINT "opcua.transport.endpoint" "EndpointUrl": Str;
        TRANSPORT_ERROR "opcua.transport.error" "Error": U32 Hex;
        TRANSPORT_REASON "opcua.transport.reason" "Reason": Str;
        SECURITY_SPU "opcua.security.spu" "SecurityPolicyUri": Str;
        SECURITY_SCERT "opcua.security.scert" "SenderCertificate": Bytes;
        SECURITY_RCTHUMB "opcua.security.rcthumb" "ReceiverCertificateThumbprint": Bytes;
        SECURITY_SEQ "opcua.security.seq" "SequenceNumber": U32 Dec;
        SECURITY_RQID "opcua.security.rqid" "RequestId": U32 Dec;
        SECURITY_TOKENID "opcua.security.tokenid" "Security Token Id": U32 Dec;
        SERVICENODEID_ENCODINGMASK "opcua.servicenodeid.encodingmask" "NodeId EncodingMask": U8 Hex = SERVICENODEID_ENCODINGMASK_NAMES;
        SERVICENODEID_NSID "opcua.servicenodeid.nsid" "NodeId Namespace Index": U8 Dec;
        SERVICENODEID_NUMERIC "opcua.servicenodeid.numeric" "NodeId Identifier Numeric": U32 Dec = SERVICENODEID_NUMERIC_NAMES;
        DIAG_MASK "opcua.diag.mask" "EncodingMask": U8 Hex;
        DIAG_HAS_SYMBOLIC_ID "opcua.diag.has_symbolic_id" "has symbolic id": Bool(8) & 0x1;
        DIAG_HAS_NAMESPACE "opcua.diag.has_namespace" "has namespace": Bool(8) & 0x2;
        DIAG_HAS_LOCALIZEDTEXT "opcua.diag.has_localizedtext" "has localizedtext": Bool(8) & 0x4;
        DIAG_HAS_LOCALE "opcua.diag.has_locale" "has locale": Bool(8) & 0x8;
        DIAG_HAS_ADDITIONAL_INFO "opcua.diag.has_additional_info" "has additional info": Bool(8) & 0x10;
        DIAG_HAS_INNER_STATUSCODE "opcua.diag.has_inner_statuscode" "has inner statuscode": Bool(8) & 0x20;
        DIAG_HAS_INNER_DIAGNOSTIC_CODE "opcua.diag.has_inner_diagnostic_code" "has inner diagnostic info": Bool(8) & 0x40;
        LOCTEXT_MASK "opcua.loctext.mask" "EncodingMask": U8 Hex;
        LOCTEXT_HAS_LOCALE_INFORMATION "opcua.loctext.has_locale_information" "has locale information": Bool(8) & 0x1;
        LOCTEXT_HAS_TEXT "opcua.loctext.has_text" "has text": Bool(8) & 0x2;
        NODEID_ENCODINGMASK "opcua.nodeid.encodingmask" "EncodingMask": U8 Hex & 0xf = SERVICENODEID_ENCODINGMASK_NAMES;
        NODEID_NSINDEX "opcua.nodeid.nsindex" "Namespace Index": U16 Dec;
        NODEID_NUMERIC "opcua.nodeid.numeric" "Identifier Numeric": U32 Dec;
        NODEID_STRING "opcua.nodeid.string" "Identifier String": Str;
        NODEID_GUID "opcua.nodeid.guid" "Identifier Guid": Guid;
        NODEID_BYTESTRING "opcua.nodeid.bytestring" "Identifier ByteString": Bytes;
        EXPANDEDNODEID_MASK "opcua.expandednodeid.mask" "EncodingMask": U8 Hex;
        EXPANDEDNODEID_HAS_NAMESPACE_URI "opcua.expandednodeid.has_namespace_uri" "has namespace uri": Bool(8) & 0x80;
        EXPANDEDNODEID_HAS_SERVER_INDEX "opcua.expandednodeid.has_server_index" "has server index": Bool(8) & 0x40;
        LOCTEXT_LOCALE "opcua.loctext.Locale" "Locale": Str;
        LOCTEXT_TEXT "opcua.loctext.Text" "Text": Str;
        QUALNAME_ID "opcua.qualname.Id" "Id": U16 Dec;
        QUALNAME_NAME "opcua.qualname.Name" "Name": Str;
        DATAVALUE_MASK "opcua.datavalue.mask" "EncodingMask": U8 Hex;
        DATAVALUE_HAS_VALUE "opcua.datavalue.has_value" "has value": Bool(8) & 0x1;
        DATAVALUE_HAS_STATUSCODE "opcua.datavalue.has_statuscode" "has statuscode": Bool(8) & 0x2;
        DATAVALUE_HAS_SOURCE_TIMESTAMP "opcua.datavalue.has_source_timestamp" "has source timestamp": Bool(8) & 0x4;
        DATAVALUE_HAS_SERVER_TIMESTAMP "opcua.datavalue.has_server_timestamp" "has server timestamp": Bool(8) & 0x8;
        DATAVALUE_HAS_SOURCE_PICOSECONDS "opcua.datavalue.has_source_picoseconds" "has source picoseconds": Bool(8) & 0x10;
        DATAVALUE_HAS_SERVER_PICOSECONDS "opcua.datavalue.has_server_picoseconds" "has server picoseconds": Bool(8) & 0x20;
        VARIANT_HAS_VALUE "opcua.variant.has_value" "Variant Type": U8 Hex = VARIANT_HAS_VALUE_NAMES;
        DATAVALUE_SOURCETIMESTAMP "opcua.datavalue.SourceTimestamp" "SourceTimestamp": AbsTime Utc;
        DATAVALUE_SOURCEPICOSECONDS "opcua.datavalue.SourcePicoseconds" "SourcePicoseconds": U16 Dec;
        DATAVALUE_SERVERTIMESTAMP "opcua.datavalue.ServerTimestamp" "ServerTimestamp": AbsTime Utc;
        DATAVALUE_SERVERPICOSECONDS "opcua.datavalue.ServerPicoseconds" "ServerPicoseconds": U16 Dec;
        DIAG_SYMBOLICID "opcua.diag.SymbolicId" "SymbolicId": I32 Dec;
        DIAG_NAMESPACE "opcua.diag.Namespace" "Namespace": I32 Dec;
        DIAG_LOCALIZEDTEXT "opcua.diag.LocalizedText" "LocalizedText": I32 Dec;
        DIAG_LOCALE "opcua.diag.Locale" "Locale": I32 Dec;
        DIAG_ADDITIONALINFO "opcua.diag.AdditionalInfo" "AdditionalInfo": Str;
        DIAG_INNERSTATUSCODE "opcua.diag.InnerStatusCode" "InnerStatusCode": U32 Hex;
        EXTOBJ_MASK "opcua.extobj.mask" "EncodingMask": U8 Hex;
        EXTOBJ_HAS_BINARY_BODY "opcua.extobj.has_binary_body" "has binary body": Bool(8) & 0x1;
        EXTOBJ_HAS_XML_BODY "opcua.extobj.has_xml_body" "has xml body": Bool(8) & 0x2;
        VARIANT_ARRAYSIZE "opcua.variant.ArraySize" "ArraySize": I32 Dec;
        EXPANDEDNODEID_SERVERINDEX "opcua.expandednodeid.ServerIndex" "ServerIndex": U32 Dec;
        RETURNDIAG "opcua.returndiag" "Return Diagnostics": U32 Hex;
        RETURNDIAG_SERVICELEVEL_SYMBOLICID "opcua.returndiag.servicelevel.symbolicid" "ServiceLevel / SymbolicId": Bool(16) & 0x1;
        RETURNDIAG_SERVICELEVEL_LOCALIZEDTEXT "opcua.returndiag.servicelevel.localizedtext" "ServiceLevel / LocalizedText": Bool(16) & 0x2;
        RETURNDIAG_SERVICELEVEL_ADDITIONALINFO "opcua.returndiag.servicelevel.additionalinfo" "ServiceLevel / AdditionalInfo": Bool(16) & 0x4;
        RETURNDIAG_SERVICELEVEL_INNERSTATUSCODE "opcua.returndiag.servicelevel.innerstatuscode" "ServiceLevel / Inner StatusCode": Bool(16) & 0x8;
        RETURNDIAG_SERVICELEVEL_INNERDIAGNOSTICS "opcua.returndiag.servicelevel.innerdiagnostics" "ServiceLevel / Inner Diagnostics": Bool(16) & 0x10;
        RETURNDIAG_OPERATIONLEVEL_SYMBOLICID "opcua.returndiag.operationlevel.symbolicid" "OperationLevel / SymbolicId": Bool(16) & 0x20;
        RETURNDIAG_OPERATIONLEVEL_LOCALIZEDTEXT "opcua.returndiag.operationlevel.localizedtext" "OperationLevel / LocalizedText": Bool(16) & 0x40;
        RETURNDIAG_OPERATIONLEVEL_ADDITIONALINFO "opcua.returndiag.operationlevel.additionalinfo" "OperationLevel / AdditionalInfo": Bool(16) & 0x80;
        RETURNDIAG_OPERATIONLEVEL_INNERSTATUSCODE "opcua.returndiag.operationlevel.innerstatuscode" "OperationLevel / Inner StatusCode": Bool(16) & 0x100;
        RETURNDIAG_OPERATIONLEVEL_INNERDIAGNOSTICS "opcua.returndiag.operationlevel.innerdiagnostics" "OperationLevel / Inner Diagnostics": Bool(16) & 0x200;
        APPLICATIONTYPE "opcua.ApplicationType" "ApplicationType": U32 Hex = APPLICATIONTYPE_NAMES;
        MESSAGESECURITYMODE "opcua.MessageSecurityMode" "MessageSecurityMode": U32 Hex = MESSAGESECURITYMODE_NAMES;
        USERTOKENTYPE "opcua.UserTokenType" "UserTokenType": U32 Hex = USERTOKENTYPE_NAMES;
        SECURITYTOKENREQUESTTYPE "opcua.SecurityTokenRequestType" "SecurityTokenRequestType": U32 Hex = SECURITYTOKENREQUESTTYPE_NAMES;
        TIMESTAMPSTORETURN "opcua.TimestampsToReturn" "TimestampsToReturn": U32 Hex = TIMESTAMPSTORETURN_NAMES;
        ATTRIBUTEID "opcua.AttributeId" "AttributeId": U32 Hex = ATTRIBUTEID_NAMES;
        ALGORITHM "opcua.Algorithm" "Algorithm": Str;
        APPLICATIONURI "opcua.ApplicationUri" "ApplicationUri": Str;
        AUDITENTRYID "opcua.AuditEntryId" "AuditEntryId": Str;
        BOOLEAN "opcua.Boolean" "Boolean": Bool;
        BYTE "opcua.Byte" "Byte": U8 Dec;
        BYTESTRING "opcua.ByteString" "ByteString": Bytes;
        CERTIFICATEDATA "opcua.CertificateData" "CertificateData": Bytes;
        CHANNELID "opcua.ChannelId" "ChannelId": U32 Dec;
        CLIENTCERTIFICATE "opcua.ClientCertificate" "ClientCertificate": Bytes;
        CLIENTNONCE "opcua.ClientNonce" "ClientNonce": Bytes;
        CLIENTPROTOCOLVERSION "opcua.ClientProtocolVersion" "ClientProtocolVersion": U32 Dec;
        CREATEDAT "opcua.CreatedAt" "CreatedAt": AbsTime Utc;
        DATETIME "opcua.DateTime" "DateTime": AbsTime Utc;
        DELETESUBSCRIPTIONS "opcua.DeleteSubscriptions" "DeleteSubscriptions": Bool;
        DISCOVERYPROFILEURI "opcua.DiscoveryProfileUri" "DiscoveryProfileUri": Str;
        DISCOVERYURLS "opcua.DiscoveryUrls" "DiscoveryUrls": Str;
        DOUBLE "opcua.Double" "Double": F64;
        ENCRYPTIONALGORITHM "opcua.EncryptionAlgorithm" "EncryptionAlgorithm": Str;
        ENDPOINTURL "opcua.EndpointUrl" "EndpointUrl": Str;
        FLOAT "opcua.Float" "Float": F32;
        GATEWAYSERVERURI "opcua.GatewayServerUri" "GatewayServerUri": Str;
        GUID "opcua.Guid" "Guid": Guid;
        INDEXRANGE "opcua.IndexRange" "IndexRange": Str;
        INT16 "opcua.Int16" "Int16": I16 Dec;
        INT32 "opcua.Int32" "Int32": I32 Dec;
        INT64 "opcua.Int64" "Int64": I64 Dec;
        ISSUEDTOKENTYPE "opcua.IssuedTokenType" "IssuedTokenType": Str;
        ISSUERENDPOINTURL "opcua.IssuerEndpointUrl" "IssuerEndpointUrl": Str;
        LOCALEIDS "opcua.LocaleIds" "LocaleIds": Str;
        MAXAGE "opcua.MaxAge" "MaxAge": F64;
        MAXNOTIFICATIONSPERPUBLISH "opcua.MaxNotificationsPerPublish" "MaxNotificationsPerPublish": U32 Dec;
        MAXREQUESTMESSAGESIZE "opcua.MaxRequestMessageSize" "MaxRequestMessageSize": U32 Dec;
        MAXRESPONSEMESSAGESIZE "opcua.MaxResponseMessageSize" "MaxResponseMessageSize": U32 Dec;
        PASSWORD "opcua.Password" "Password": Bytes;
        POLICYID "opcua.PolicyId" "PolicyId": Str;
        PRIORITY "opcua.Priority" "Priority": U8 Dec;
        PRODUCTURI "opcua.ProductUri" "ProductUri": Str;
        PROFILEURIS "opcua.ProfileUris" "ProfileUris": Str;
        PUBLISHINGENABLED "opcua.PublishingEnabled" "PublishingEnabled": Bool;
        REQUESTHANDLE "opcua.RequestHandle" "RequestHandle": U32 Dec;
        REQUESTEDLIFETIME "opcua.RequestedLifetime" "RequestedLifetime": U32 Dec;
        REQUESTEDLIFETIMECOUNT "opcua.RequestedLifetimeCount" "RequestedLifetimeCount": U32 Dec;
        REQUESTEDMAXKEEPALIVECOUNT "opcua.RequestedMaxKeepAliveCount" "RequestedMaxKeepAliveCount": U32 Dec;
        REQUESTEDPUBLISHINGINTERVAL "opcua.RequestedPublishingInterval" "RequestedPublishingInterval": F64;
        REQUESTEDSESSIONTIMEOUT "opcua.RequestedSessionTimeout" "RequestedSessionTimeout": F64;
        RESULTS "opcua.Results" "Results": U32 Hex;
        REVISEDLIFETIME "opcua.RevisedLifetime" "RevisedLifetime": U32 Dec;
        REVISEDLIFETIMECOUNT "opcua.RevisedLifetimeCount" "RevisedLifetimeCount": U32 Dec;
        REVISEDMAXKEEPALIVECOUNT "opcua.RevisedMaxKeepAliveCount" "RevisedMaxKeepAliveCount": U32 Dec;
        REVISEDPUBLISHINGINTERVAL "opcua.RevisedPublishingInterval" "RevisedPublishingInterval": F64;
        REVISEDSESSIONTIMEOUT "opcua.RevisedSessionTimeout" "RevisedSessionTimeout": F64;
        SBYTE "opcua.SByte" "SByte": I8 Dec;
        SECURITYLEVEL "opcua.SecurityLevel" "SecurityLevel": U8 Dec;
        SECURITYPOLICYURI "opcua.SecurityPolicyUri" "SecurityPolicyUri": Str;
        SERVERCERTIFICATE "opcua.ServerCertificate" "ServerCertificate": Bytes;
        SERVERNONCE "opcua.ServerNonce" "ServerNonce": Bytes;
        SERVERPROTOCOLVERSION "opcua.ServerProtocolVersion" "ServerProtocolVersion": U32 Dec;
        SERVERURI "opcua.ServerUri" "ServerUri": Str;
        SERVERURIS "opcua.ServerUris" "ServerUris": Str;
        SERVICERESULT "opcua.ServiceResult" "ServiceResult": U32 Hex;
        SESSIONNAME "opcua.SessionName" "SessionName": Str;
        SIGNATURE "opcua.Signature" "Signature": Bytes;
        STATUSCODE "opcua.StatusCode" "StatusCode": U32 Hex;
        STRING "opcua.String" "String": Str;
        STRINGTABLE "opcua.StringTable" "StringTable": Str;
        SUBSCRIPTIONID "opcua.SubscriptionId" "SubscriptionId": U32 Dec;
        SUBSCRIPTIONIDS "opcua.SubscriptionIds" "SubscriptionIds": U32 Dec;
        TIMEOUTHINT "opcua.TimeoutHint" "TimeoutHint": U32 Dec;
        TIMESTAMP "opcua.Timestamp" "Timestamp": AbsTime Utc;
        TOKENDATA "opcua.TokenData" "TokenData": Bytes;
        TOKENID "opcua.TokenId" "TokenId": U32 Dec;
        TRANSPORTPROFILEURI "opcua.TransportProfileUri" "TransportProfileUri": Str;
        UINT16 "opcua.UInt16" "UInt16": U16 Dec;
        UINT32 "opcua.UInt32" "UInt32": U32 Dec;
        UINT64 "opcua.UInt64" "UInt64": U64 Dec;
        USERNAME "opcua.UserName" "UserName": Str;
        XMLELEMENT "opcua.XmlElement" "XmlElement": Bytes;
    }
}

const KINDS: [&[u8]; 6] = [b"HEL", b"ACK", b"ERR", b"MSG", b"OPN", b"CLO"];
/// End of the policy's address that neither signs nor encrypts.
const NO_SECURITY: &[u8] = b"#None";
/// A message ends with this chunk.
const FINAL: u8 = b'F';
/// Offset of the request's identifier in a message.
const REQUEST_ID: usize = 20;

fn known(bytes: &[u8]) -> bool {
    KINDS.iter().any(|k| bytes.starts_with(k))
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [_, _, _, _, a, b, c, d, ..] if known(bytes) => {
            Pdu::Len(u32::from_le_bytes([*a, *b, *c, *d]).clamp(8, 0x100_0000) as usize)
        }
        _ if bytes.len() < 8 => Pdu::More(8),
        _ => Pdu::AsItComes,
    }
}

/// Which chunks continue others, and whether messages are encrypted, earlier ones tell. The state's first word: they are.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    match pdu {
        [b'O', b'P', b'N', ..] => {
            past.state[0] = u64::from(policy(pdu).is_some_and(|p| !p.ends_with(NO_SECURITY)));
        }
        [b'M', b'S', b'G', chunk, rest @ ..] => {
            let Some(id) = rest.get(REQUEST_ID - 4..).and_then(|b| b.first_chunk::<4>()) else { return };
            let (id, chunk) = (u64::from(u32::from_le_bytes(*id)), *chunk);
            let key = Key::here(id).and(&[u8::from(past.now.forward)]);
            if let Some(first) = past.get(&key) {
                past.note(id, &first);
                if chunk == FINAL {
                    past.remove(&key);
                }
            } else if chunk != FINAL {
                past.set(&key, &[]);
            }
        }
        _ => {}
    }
}

/// The security policy in a message that opens a channel; `None` where it was cut.
fn policy(pdu: &[u8]) -> Option<&[u8]> {
    const NULL: u32 = u32::MAX;
    let (len, rest) = pdu.get(12..)?.split_first_chunk::<4>()?;
    match u32::from_le_bytes(*len) {
        NULL => Some(&[]),
        len => rest.get(..len as usize),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !known(c.rest()) {
        return Err(Stop::NotMine);
    }
    cx.protocol("OpcUa");
    let kind = *c.peek_array::<3>()?;
    cx.info(|o| {
        o.s(match &kind {
            b"HEL" => "Hello message",
            b"ACK" => "Acknowledge message",
            b"ERR" => "Error message",
            b"OPN" => "OpenSecureChannel message",
            b"CLO" => "CloseSecureChannel message",
            _ => "UA Secure Conversation Message",
        });
    });
    let whole = c.rest();
    let size = c.peek_bytes(4, 4).map(|b| requin_wire::le(b) as usize);
    let mut one = c.take(size.unwrap_or(usize::MAX).max(8));
    message(cx, &mut one, &kind, whole)?;
    if c.is_empty() {
        return Ok(());
    }
    cx.info_fence();
    cx.next_pdu(ID, c)
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: &[u8; 3], whole: &[u8]) -> Step {
    cx.bytes(TRANSPORT_TYPE, c, 3)?;
    let chunk = c.peek_u8(0)?;
    cx.bytes(TRANSPORT_CHUNK, c, 1)?;
    cx.u32_le(TRANSPORT_SIZE, c)?;
    match kind {
        b"HEL" | b"ACK" => {
            for field in [TRANSPORT_VER, TRANSPORT_RBS, TRANSPORT_SBS, TRANSPORT_MMS, TRANSPORT_MCC] {
                cx.u32_le(field, c)?;
            }
            if kind == b"HEL" { types::string(cx, c, TRANSPORT_ENDPOINT) } else { Ok(()) }
        }
        b"ERR" => {
            cx.u32_le(TRANSPORT_ERROR, c)?;
            types::string(cx, c, TRANSPORT_REASON)
        }
        _ => {
            cx.u32_le(TRANSPORT_SCID, c)?;
            let mut hidden = cx.state()[0] != 0;
            if kind == b"OPN" {
                types::string(cx, c, SECURITY_SPU)?;
                types::byte_string(cx, c, SECURITY_SCERT)?;
                types::byte_string(cx, c, SECURITY_RCTHUMB)?;
                hidden = policy(whole).is_none_or(|p| !p.ends_with(NO_SECURITY));
            } else {
                cx.u32_le(SECURITY_TOKENID, c)?;
            }
            if hidden {
                return Ok(());
            }
            let request = requin_wire::le(c.peek_bytes(4, 4)?) as u32;
            for (field, name) in
                [(SECURITY_SEQ, "Security Sequence Number: "), (SECURITY_RQID, "Security RequestId: ")]
            {
                let n = requin_wire::le(c.peek_bytes(0, 4)?);
                let item = cx.field_le(field, c, 4)?;
                if kind == b"MSG" {
                    cx.label(item, |o| _ = o.s(name).u(n));
                }
            }
            // A message in several chunks is not put together.
            if chunk != FINAL || cx.recalled(u64::from(request)).is_some() {
                return Ok(());
            }
            services::show(cx, c, kind == b"OPN" || kind == b"CLO")
        }
    }
}
