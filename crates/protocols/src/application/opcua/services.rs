//! Services and what their requests and responses are made of: OPC 10000-4 section 5.

use super::types::{Part, Part::*, all};
use super::*;

const RETURNED: &[Field] = &[
    RETURNDIAG_SERVICELEVEL_SYMBOLICID,
    RETURNDIAG_SERVICELEVEL_LOCALIZEDTEXT,
    RETURNDIAG_SERVICELEVEL_ADDITIONALINFO,
    RETURNDIAG_SERVICELEVEL_INNERSTATUSCODE,
    RETURNDIAG_SERVICELEVEL_INNERDIAGNOSTICS,
    RETURNDIAG_OPERATIONLEVEL_SYMBOLICID,
    RETURNDIAG_OPERATIONLEVEL_LOCALIZEDTEXT,
    RETURNDIAG_OPERATIONLEVEL_ADDITIONALINFO,
    RETURNDIAG_OPERATIONLEVEL_INNERSTATUSCODE,
    RETURNDIAG_OPERATIONLEVEL_INNERDIAGNOSTICS,
];
const APPLICATION: &[Part] = &[
    Text(APPLICATIONURI),
    Text(PRODUCTURI),
    LocalizedText("ApplicationName"),
    Number(APPLICATIONTYPE, 4),
    Text(GATEWAYSERVERURI),
    Text(DISCOVERYPROFILEURI),
    Array("DiscoveryUrls", "String", &Text(DISCOVERYURLS)),
];
const TOKEN_POLICY: Part = Structure(
    "",
    "",
    &[
        Text(POLICYID),
        Number(USERTOKENTYPE, 4),
        Text(ISSUEDTOKENTYPE),
        Text(ISSUERENDPOINTURL),
        Text(SECURITYPOLICYURI),
    ],
);
const ENDPOINT: Part = Structure(
    "",
    "",
    &[
        Text(ENDPOINTURL),
        Structure("Server", "ApplicationDescription", APPLICATION),
        Octets(SERVERCERTIFICATE),
        Number(MESSAGESECURITYMODE, 4),
        Text(SECURITYPOLICYURI),
        Array("UserIdentityTokens", "UserTokenPolicy", &TOKEN_POLICY),
        Text(TRANSPORTPROFILEURI),
        Number(SECURITYLEVEL, 1),
    ],
);
const SIGNATURE_DATA: &[Part] = &[Text(ALGORITHM), Octets(SIGNATURE)];
const SOFTWARE: Part = Structure("", "", &[Octets(CERTIFICATEDATA), Octets(SIGNATURE)]);
const LOCALES: Part = Array("LocaleIds", "String", &Text(LOCALEIDS));
const DIAGNOSTICS: Part = Array("DiagnosticInfos", "DiagnosticInfo", &Diagnostics("DiagnosticInfo"));
const STATUSES: Part = Array("Results", "StatusCode", &Number(RESULTS, 4));
const NODE_TO_READ: Part = Structure(
    "",
    "",
    &[NodeId("NodeId"), Number(ATTRIBUTEID, 4), Text(INDEXRANGE), QualifiedName("DataEncoding")],
);
const NODE_TO_WRITE: Part =
    Structure("", "", &[NodeId("NodeId"), Number(ATTRIBUTEID, 4), Text(INDEXRANGE), DataValue("Value")]);

/// What a service's message carries behind its header, by the number of its encoding; `None` where that is not known.
fn parts(kind: u32) -> Option<&'static [Part]> {
    Some(match kind {
        397 => &[],
        422 => &[Text(ENDPOINTURL), LOCALES, Array("ServerUris", "String", &Text(SERVERURIS))],
        425 => &[Array("Servers", "ApplicationDescription", &Structure("", "", APPLICATION))],
        428 => &[Text(ENDPOINTURL), LOCALES, Array("ProfileUris", "String", &Text(PROFILEURIS))],
        431 => &[Array("Endpoints", "EndpointDescription", &ENDPOINT)],
        446 => &[
            Number(CLIENTPROTOCOLVERSION, 4),
            Number(SECURITYTOKENREQUESTTYPE, 4),
            Number(MESSAGESECURITYMODE, 4),
            Octets(CLIENTNONCE),
            Number(REQUESTEDLIFETIME, 4),
        ],
        449 => &[
            Number(SERVERPROTOCOLVERSION, 4),
            Structure(
                "SecurityToken",
                "ChannelSecurityToken",
                &[Number(CHANNELID, 4), Number(TOKENID, 4), Time(CREATEDAT), Number(REVISEDLIFETIME, 4)],
            ),
            Octets(SERVERNONCE),
        ],
        452 | 455 | 476 => &[],
        461 => &[
            Structure("ClientDescription", "ApplicationDescription", APPLICATION),
            Text(SERVERURI),
            Text(ENDPOINTURL),
            Text(SESSIONNAME),
            Octets(CLIENTNONCE),
            Octets(CLIENTCERTIFICATE),
            Number(REQUESTEDSESSIONTIMEOUT, 8),
            Number(MAXRESPONSEMESSAGESIZE, 4),
        ],
        464 => &[
            NodeId("SessionId"),
            NodeId("AuthenticationToken"),
            Number(REVISEDSESSIONTIMEOUT, 8),
            Octets(SERVERNONCE),
            Octets(SERVERCERTIFICATE),
            Array("ServerEndpoints", "EndpointDescription", &ENDPOINT),
            Array("ServerSoftwareCertificates", "SignedSoftwareCertificate", &SOFTWARE),
            Structure("ServerSignature", "SignatureData", SIGNATURE_DATA),
            Number(MAXREQUESTMESSAGESIZE, 4),
        ],
        467 => &[
            Structure("ClientSignature", "SignatureData", SIGNATURE_DATA),
            Array("ClientSoftwareCertificates", "SignedSoftwareCertificate", &SOFTWARE),
            LOCALES,
            Object("UserIdentityToken"),
            Structure("UserTokenSignature", "SignatureData", SIGNATURE_DATA),
        ],
        470 => &[Octets(SERVERNONCE), STATUSES, DIAGNOSTICS],
        473 => &[Number(DELETESUBSCRIPTIONS, 1)],
        631 => &[
            Number(MAXAGE, 8),
            Number(TIMESTAMPSTORETURN, 4),
            Array("NodesToRead", "ReadValueId", &NODE_TO_READ),
        ],
        634 => &[Array("Results", "DataValue", &DataValue("DataValue")), DIAGNOSTICS],
        673 => &[Array("NodesToWrite", "WriteValue", &NODE_TO_WRITE)],
        676 => &[STATUSES, DIAGNOSTICS],
        787 => &[
            Number(REQUESTEDPUBLISHINGINTERVAL, 8),
            Number(REQUESTEDLIFETIMECOUNT, 4),
            Number(REQUESTEDMAXKEEPALIVECOUNT, 4),
            Number(MAXNOTIFICATIONSPERPUBLISH, 4),
            Number(PUBLISHINGENABLED, 1),
            Number(PRIORITY, 1),
        ],
        790 => &[
            Number(SUBSCRIPTIONID, 4),
            Number(REVISEDPUBLISHINGINTERVAL, 8),
            Number(REVISEDLIFETIMECOUNT, 4),
            Number(REVISEDMAXKEEPALIVECOUNT, 4),
        ],
        847 => &[Array("SubscriptionIds", "UInt32", &Number(SUBSCRIPTIONIDS, 4))],
        850 => &[STATUSES, DIAGNOSTICS],
        _ => return None,
    })
}

/// The name and the parts of an object that stands in others.
pub(super) fn object(kind: u32) -> Option<(&'static str, &'static [Part])> {
    Some(match kind {
        321 => ("AnonymousIdentityToken", &[Text(POLICYID)]),
        324 => (
            "UserNameIdentityToken",
            &[Text(POLICYID), Text(USERNAME), Octets(PASSWORD), Text(ENCRYPTIONALGORITHM)],
        ),
        327 => ("X509IdentityToken", &[Text(POLICYID), Octets(CERTIFICATEDATA)]),
        940 => ("IssuedIdentityToken", &[Text(POLICYID), Octets(TOKENDATA), Text(ENCRYPTIONALGORITHM)]),
        _ => return None,
    })
}

/// The service that begins here.
pub(super) fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, channel: bool) -> Step {
    let line = cx.line(c.span(usize::MAX), |o| {
        o.s(if channel { "Message" } else { "OpcUa Service" }).s(" : Encodeable Object");
    });
    cx.under(line, |cx| -> Step {
        let mut kind = 0;
        let line = cx.line(c.span(4), |o| _ = o.s("TypeId : ExpandedNodeId"));
        cx.under(line, |cx| -> Step {
            let mask = cx.u8(SERVICENODEID_ENCODINGMASK, c)?;
            let n = match mask {
                0 => 1,
                1 => {
                    cx.u8(SERVICENODEID_NSID, c)?;
                    2
                }
                2 => {
                    cx.uint_le(SERVICENODEID_NSID, c, 2)?;
                    4
                }
                _ => return Err(Stop::Malformed),
            };
            kind = cx.uint_le(SERVICENODEID_NUMERIC, c, n)? as u32;
            Ok(())
        })?;
        let name = SERVICENODEID_NUMERIC_NAMES.or(u64::from(kind), "ServiceFault");
        if SERVICENODEID_NUMERIC_NAMES.find(u64::from(kind)).is_none() {
            return Ok(());
        }
        let line = cx.line(c.span(usize::MAX), |o| _ = o.s(name));
        let step = cx.under(line, |cx| -> Step {
            if name.ends_with("Request") {
                request(cx, c)?
            } else {
                response(cx, c)?
            }
            all(cx, c, parts(kind).unwrap_or_default(), 0)
        });
        // A message that was cut doesn't come to say which it is.
        if step != Err(Stop::Cut) {
            cx.info_add(|o| _ = o.s(": ").s(name));
        }
        step
    })
}

fn request<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(0), |o| _ = o.s("RequestHeader: RequestHeader"));
    cx.under(line, |cx| -> Step {
        all(cx, c, &[NodeId("AuthenticationToken"), Time(TIMESTAMP), Number(REQUESTHANDLE, 4)], 0)?;
        let item = cx.peek_le(RETURNDIAG, c, 0, 4)?;
        cx.under(item, |cx| RETURNED.iter().try_for_each(|f| cx.peek_le(*f, c, 0, 2).map(|_| ())))?;
        c.skip(4)?;
        all(cx, c, &[Text(AUDITENTRYID), Number(TIMEOUTHINT, 4), Object("AdditionalHeader")], 0)
    })
}

fn response<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(0), |o| _ = o.s("ResponseHeader: ResponseHeader"));
    cx.under(line, |cx| {
        let header = [
            Time(TIMESTAMP),
            Number(REQUESTHANDLE, 4),
            Number(SERVICERESULT, 4),
            Diagnostics("ServiceDiagnostics"),
            Array("StringTable", "String", &Text(STRINGTABLE)),
            Object("AdditionalHeader"),
        ];
        all(cx, c, &header, 0)
    })
}
