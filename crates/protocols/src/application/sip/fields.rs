//! Fields of SIP.

use super::pairs::remember;
use super::{dissect, frames, looks_like};
use requin_wire::{Names, names, proto};

proto! {
    SIP "sip" "Session Initiation Protocol" "SIP" App
    on [Udp 5060, Tcp 5060]
    looks_like [Udp looks_like => [b'!'..=b'~'], Tcp looks_like => [b'!'..=b'~']]
    frames [frames]
    remember beyond [remember]
    fields {
        MSG_HDR "sip.msg_hdr" "Message Header": Str;
        METHOD "sip.Method" "Method": Str;
        REQUEST_LINE "sip.Request-Line" "Request-Line": Str;
        R_URI_DISPLAY_INFO "sip.r-uri.display.info" "Request-URI display info": Str;
        R_URI "sip.r-uri" "Request-URI": Str;
        R_URI_USER "sip.r-uri.user" "Request-URI User Part": Str;
        R_URI_HOST "sip.r-uri.host" "Request-URI Host Part": Str;
        R_URI_PORT "sip.r-uri.port" "Request-URI Host Port": Str;
        R_URI_PARAM "sip.r-uri.param" "Request URI parameter": Str;
        STATUS_CODE "sip.Status-Code" "Status-Code": U32 Dec;
        STATUS_LINE "sip.Status-Line" "Status-Line": Str;
        DISPLAY_INFO "sip.display.info" "SIP Display info": Str;
        TO_DISPLAY_INFO "sip.to.display.info" "SIP to display info": Str;
        TO_ADDR "sip.to.addr" "SIP to address": Str;
        TO_USER "sip.to.user" "SIP to address User Part": Str;
        TO_HOST "sip.to.host" "SIP to address Host Part": Str;
        TO_PORT "sip.to.port" "SIP to address Host Port": Str;
        TO_PARAM "sip.to.param" "SIP To URI parameter": Str;
        TO_TAG "sip.to.tag" "SIP to tag": Str;
        FROM_DISPLAY_INFO "sip.from.display.info" "SIP from display info": Str;
        FROM_ADDR "sip.from.addr" "SIP from address": Str;
        FROM_USER "sip.from.user" "SIP from address User Part": Str;
        FROM_HOST "sip.from.host" "SIP from address Host Part": Str;
        FROM_PORT "sip.from.port" "SIP from address Host Port": Str;
        FROM_PARAM "sip.from.param" "SIP From URI parameter": Str;
        FROM_TAG "sip.from.tag" "SIP from tag": Str;
        CONTACT_DISPLAY_INFO "sip.contact.display.info" "SIP C-URI display info": Str;
        CONTACT_URI "sip.contact.uri" "Contact URI": Str;
        CONTACT_USER "sip.contact.user" "Contact URI User Part": Str;
        CONTACT_HOST "sip.contact.host" "Contact URI Host Part": Str;
        CONTACT_PORT "sip.contact.port" "Contact URI Host Port": Str;
        CONTACT_PARAM "sip.contact.param" "Contact URI parameter": Str;
        RECORD_ROUTE_DISPLAY_INFO "sip.Record-Route.display.info" "Record-Route display info": Str;
        RECORD_ROUTE_URI "sip.Record-Route.uri" "Record-Route URI": Str;
        RECORD_ROUTE_USER "sip.Record-Route.user" "Record-Route Userinfo": Str;
        RECORD_ROUTE_HOST "sip.Record-Route.host" "Record-Route Host Part": Str;
        RECORD_ROUTE_PORT "sip.Record-Route.port" "Record-Route Host Port": Str;
        RECORD_ROUTE_PARAM "sip.Record-Route.param" "Record-Route URI parameter": Str;
        ROUTE_DISPLAY_INFO "sip.Route.display.info" "Route display info": Str;
        ROUTE_URI "sip.Route.uri" "Route URI": Str;
        ROUTE_USER "sip.Route.user" "Route Userinfo": Str;
        ROUTE_HOST "sip.Route.host" "Route Host Part": Str;
        ROUTE_PORT "sip.Route.port" "Route Host Port": Str;
        ROUTE_PARAM "sip.Route.param" "Route URI parameter": Str;
        SERVICE_ROUTE_DISPLAY_INFO "sip.Service-Route.display.info" "Service-Route display info": Str;
        SERVICE_ROUTE_URI "sip.Service-Route.uri" "Service-Route URI": Str;
        SERVICE_ROUTE_USER "sip.Service-Route.user" "Service-Route Userinfo": Str;
        SERVICE_ROUTE_HOST "sip.Service-Route.host" "Service-Route Host Part": Str;
        SERVICE_ROUTE_PORT "sip.Service-Route.port" "Service-Route Host Port": Str;
        SERVICE_ROUTE_PARAM "sip.Service-Route.param" "Service-Route URI parameter": Str;
        PATH_DISPLAY_INFO "sip.Path.display.info" "Path URI": Str;
        PATH_URI "sip.Path.uri" "Path URI": Str;
        PATH_USER "sip.Path.user" "Path Userinfo": Str;
        PATH_HOST "sip.Path.host" "Path Host Part": Str;
        PATH_PORT "sip.Path.port" "Path Host Port": Str;
        PATH_PARAM "sip.Path.param" "Path URI parameter": Str;
        PAI_DISPLAY_INFO "sip.pai.display.info" "SIP PAI display info": Str;
        PAI_URI "sip.pai.addr" "SIP PAI Address": Str;
        PAI_USER "sip.pai.user" "SIP PAI User Part": Str;
        PAI_HOST "sip.pai.host" "SIP PAI Host Part": Str;
        PAI_PORT "sip.pai.port" "SIP PAI Host Port": Str;
        PAI_PARAM "sip.pai.param" "SIP PAI URI parameter": Str;
        PPI_DISPLAY_INFO "sip.ppi.display.info" "SIP PPI display info": Str;
        PPI_URI "sip.ppi.addr" "SIP PPI Address": Str;
        PPI_USER "sip.ppi.user" "SIP PPI User Part": Str;
        PPI_HOST "sip.ppi.host" "SIP PPI Host Part": Str;
        PPI_PORT "sip.ppi.port" "SIP PPI Host Port": Str;
        PPI_PARAM "sip.ppi.param" "SIP PPI URI parameter": Str;
        PMISS_DISPLAY_INFO "sip.pmiss.display.info" "SIP PMISS display info": Str;
        PMISS_URI "sip.pmiss.addr" "SIP PMISS Address": Str;
        PMISS_USER "sip.pmiss.user" "SIP PMISS User Part": Str;
        PMISS_HOST "sip.pmiss.host" "SIP PMISS Host Part": Str;
        PMISS_PORT "sip.pmiss.port" "SIP PMISS Host Port": Str;
        PMISS_PARAM "sip.pmiss.param" "SIP PMISS URI parameter": Str;
        TC_DISPLAY_INFO "sip.tc.display.info" "SIP TC display info": Str;
        TC_URI "sip.tc.addr" "SIP TC Address": Str;
        TC_USER "sip.tc.user" "SIP TC User Part": Str;
        TC_HOST "sip.tc.host" "SIP TC Host Part": Str;
        TC_PORT "sip.tc.port" "SIP TC Host Port": Str;
        TC_PARAM "sip.tc.param" "SIP TC URI parameter": Str;
        P_ACCESS_TYPE "sip.P-Access-Network-Info.access-type" "access-type": Str;
        P_ACCESS_UTRAN_CELL_ID_3GPP "sip.P-Access-Network-Info.utran-cell-id-3gpp" "utran-cell-id-3gpp": Str;
        SEC_MECHANISM "sip.sec_mechanism" "[Security-mechanism]": Str;
        SEC_MECHANISM_ALG "sip.sec_mechanism.alg" "alg": Str;
        SEC_MECHANISM_EALG "sip.sec_mechanism.ealg" "ealg": Str;
        SEC_MECHANISM_PROT "sip.sec_mechanism.prot" "prot": Str;
        SEC_MECHANISM_SPI_C "sip.sec_mechanism.spi_c" "spi-c": U32 DecHex;
        SEC_MECHANISM_SPI_S "sip.sec_mechanism.spi_s" "spi-s": U32 DecHex;
        SEC_MECHANISM_PORT1 "sip.sec_mechanism.port1" "port1": U16 Dec;
        SEC_MECHANISM_PORT_C "sip.sec_mechanism.port_c" "port-c": U16 Dec;
        SEC_MECHANISM_PORT2 "sip.sec_mechanism.port2" "port2": U16 Dec;
        SEC_MECHANISM_PORT_S "sip.sec_mechanism.port_s" "port-s": U16 Dec;
        FEATURE_CAP "sip.feature_cap" "Feature Cap": Str;
        ICID_VALUE "sip.icid_value" "icid-value": Str;
        ICID_GEN_ADDR "sip.icid_gen_addr" "icid-gen-addr": Str;
        UUI "sip.uui" "User-to-User": Str;
        VIA_OC "sip.Via.oc" "Overload Control": Str;
        VIA_OC_VAL "sip.Via.oc_val" "Overload Control Value": U32 Dec;
        VIA_OC_ALGO "sip.Via.oc_algo" "Overload Control Algorithm": Str;
        VIA_OC_VALIDITY "sip.Via.oc_validity" "Overload Control Validity": Str;
        VIA_OC_SEQ "sip.Via.oc_seq" "Overload Control Sequence": Str;
        VIA_BE_ROUTE "sip.Via.be_route" "be-route": Str;
        CONTACT_PARAMETER "sip.contact.parameter" "Contact parameter": Str;
        TAG "sip.tag" "SIP tag": Str;
        ACCEPT "sip.Accept" "Accept": Str;
        ACCEPT_CONTACT "sip.Accept-Contact" "Accept-Contact": Str;
        ACCEPT_ENCODING "sip.Accept-Encoding" "Accept-Encoding": Str;
        ACCEPT_LANGUAGE "sip.Accept-Language" "Accept-Language": Str;
        ACCEPT_RESOURCE_PRIORITY "sip.Accept-Resource-Priority" "Accept-Resource-Priority": Str;
        ADDITIONAL_IDENTITY "sip.Additional-Identity" "Additional-Identity": Str;
        ALERT_INFO "sip.Alert-Info" "Alert-Info": Str;
        ALLOW "sip.Allow" "Allow": Str;
        ALLOW_EVENTS "sip.Allow-Events" "Allow-Events": Str;
        ANSWER_MODE "sip.Answer-Mode" "Answer-Mode": Str;
        ATTESTATION_INFO "sip.Attestation-Info" "Attestation-Info": Str;
        AUTHENTICATION_INFO "sip.Authentication-Info" "Authentication-Info": Str;
        AUTHORIZATION "sip.Authorization" "Authorization": Str;
        CALL_ID "sip.Call-ID" "Call-ID": Str;
        CALL_INFO "sip.Call-Info" "Call-Info": Str;
        CELLULAR_NETWORK_INFO "sip.Cellular-Network-Info" "Cellular-Network-Info": Str;
        CONTACT "sip.Contact" "Contact": Str;
        CONTENT_DISPOSITION "sip.Content-Disposition" "Content-Disposition": Str;
        CONTENT_ENCODING "sip.Content-Encoding" "Content-Encoding": Str;
        CONTENT_LANGUAGE "sip.Content-Language" "Content-Language": Str;
        CONTENT_LENGTH "sip.Content-Length" "Content-Length": U32 Dec;
        CONTENT_TYPE "sip.Content-Type" "Content-Type": Str;
        CSEQ "sip.CSeq" "CSeq": Str;
        DATE "sip.Date" "Date": Str;
        ERROR_INFO "sip.Error-Info" "Error-Info": Str;
        EVENT "sip.Event" "Event": Str;
        EXPIRES "sip.Expires" "Expires": U32 Dec;
        FEATURE_CAPS "sip.Feature-Caps" "Feature-Caps": Str;
        FLOW_TIMER "sip.Flow-Timer" "Flow-Timer": Str;
        FROM "sip.From" "From": Str;
        GEOLOCATION "sip.Geolocation" "Geolocation": Str;
        GEOLOCATION_ERROR "sip.Geolocation-Error" "Geolocation-Error": Str;
        GEOLOCATION_ROUTING "sip.Geolocation-Routing" "Geolocation-Routing": Str;
        HISTORY_INFO "sip.History-Info" "History-Info": Str;
        IDENTITY "sip.Identity" "Identity": Str;
        IDENTITY_INFO "sip.Identity-info" "Identity-info": Str;
        INFO_PACKAGE "sip.Info-Package" "Info-Package": Str;
        IN_REPLY_TO "sip.In-Reply-To" "In-Reply-To": Str;
        JOIN "sip.Join" "Join": Str;
        MAX_BREADTH "sip.Max-Breadth" "Max-Breadth": U32 Dec;
        MAX_FORWARDS "sip.Max-Forwards" "Max-Forwards": U32 Dec;
        MIME_VERSION "sip.MIME-Version" "MIME-Version": Str;
        MIN_EXPIRES "sip.Min-Expires" "Min-Expires": Str;
        MIN_SE "sip.Min-SE" "Min-SE": Str;
        ORGANIZATION "sip.Organization" "Organization": Str;
        ORIGINATION_ID "sip.Origination-Id" "Origination-Id": Str;
        P_ACCESS_NETWORK_INFO "sip.P-Access-Network-Info" "P-Access-Network-Info": Str;
        P_ANSWER_STATE "sip.P-Answer-State" "P-Answer-State": Str;
        P_ASSERTED_IDENTITY "sip.P-Asserted-Identity" "P-Asserted-Identity": Str;
        P_ASSERTED_SERVICE "sip.P-Asserted-Service" "P-Asserted-Service": Str;
        P_CHARGE_INFO "sip.P-Charge-Info" "P-Charge-Info": Str;
        P_ASSOCIATED_URI "sip.P-Associated-URI" "P-Associated-URI": Str;
        P_CALLED_PARTY_ID "sip.P-Called-Party-ID" "P-Called-Party-ID": Str;
        P_CHARGING_FUNCTION_ADDRESSES "sip.P-Charging-Function-Addresses" "P-Charging-Function-Addresses": Str;
        P_CHARGING_VECTOR "sip.P-Charging-Vector" "P-Charging-Vector": Str;
        P_DCS_TRACE_PARTY_ID "sip.P-DCS-Trace-Party-ID" "P-DCS-Trace-Party-ID": Str;
        P_DCS_OSPS "sip.P-DCS-OSPS" "P-DCS-OSPS": Str;
        P_DCS_BILLING_INFO "sip.P-DCS-Billing-Info" "P-DCS-Billing-Info": Str;
        P_DCS_LAES "sip.P-DCS-LAES" "P-DCS-LAES": Str;
        P_DCS_REDIRECT "sip.P-DCS-Redirect" "P-DCS-Redirect": Str;
        P_EARLY_MEDIA "sip.P-Early-Media" "P-Early-Media": Str;
        P_MEDIA_AUTHORIZATION "sip.P-Media-Authorization" "P-Media-Authorization": Str;
        P_PREFERRED_IDENTITY "sip.P-Preferred-Identity" "P-Preferred-Identity": Str;
        P_PREFERRED_SERVICE "sip.P-Preferred-Service" "P-Preferred-Service": Str;
        P_PROFILE_KEY "sip.P-Profile-Key" "P-Profile-Key": Str;
        P_REFUSED_URI_LIST "sip.P-Refused-URI-List" "P-Refused-URI-List": Str;
        P_SERVED_USER "sip.P-Served-User" "P-Served-User": Str;
        P_USER_DATABASE "sip.P-User-Database" "P-User-Database": Str;
        P_VISITED_NETWORK_ID "sip.P-Visited-Network-ID" "P-Visited-Network-ID": Str;
        PATH "sip.Path" "Path": Str;
        PERMISSION_MISSING "sip.Permission-Missing" "Permission-Missing": Str;
        POLICY_CONTACT "sip.Policy_Contact" "Policy-Contact": Str;
        POLICY_ID "sip.Policy_ID" "Policy-ID": Str;
        PRIORITY "sip.Priority" "Priority": Str;
        PRIORITY_SHARE "sip.Priority-Share" "Priority-Share": Str;
        PRIV_ANSWER_MODE "sip.Priv-Answer-mode" "Priv-Answer-mode": Str;
        PRIVACY "sip.Privacy" "Privacy": Str;
        PROXY_AUTHENTICATE "sip.Proxy-Authenticate" "Proxy-Authenticate": Str;
        PROXY_AUTHORIZATION "sip.Proxy-Authorization" "Proxy-Authorization": Str;
        PROXY_REQUIRE "sip.Proxy-Require" "Proxy-Require": Str;
        RACK "sip.RAck" "RAck": Str;
        REASON "sip.Reason" "Reason": Str;
        REASON_PHRASE "sip.Reason-Phrase" "Reason-Phrase": Str;
        RECORD_ROUTE "sip.Record-Route" "Record-Route": Str;
        RECV_INFO "sip.Recv-Info" "Recv-Info": Str;
        REFER_SUB "sip.Refer-Sub" "Refer-Sub": Str;
        REFER_TO "sip.Refer-To" "Refer-To": Str;
        REFERRED_BY "sip.Referred-by" "Referred By": Str;
        REJECT_CONTACT "sip.Reject-Contact" "Reject-Contact": Str;
        RELAYED_CHARGE "sip.Relayed-Charge" "Relayed-Charge": Str;
        REPLACES "sip.Replaces" "Replaces": Str;
        REPLY_TO "sip.Reply-To" "Reply-To": Str;
        REQUEST_DISPOSITION "sip.Request-Disposition" "Request-Disposition": Str;
        REQUIRE "sip.Require" "Require": Str;
        RESOURCE_PRIORITY "sip.Resource-Priority" "Resource-Priority": Str;
        RESOURCE_SHARE "sip.Resource-Share" "Resource-Share": Str;
        RESPONSE_SOURCE "sip.Response-Source" "Response-Source": Str;
        RESTORATION_INFO "sip.Restoration-Info" "Restoration-Info": Str;
        RETRY_AFTER "sip.Retry-After" "Retry-After": U32 Dec;
        ROUTE "sip.Route" "Route": Str;
        RSEQ "sip.RSeq" "RSeq": U32 Dec;
        SECURITY_CLIENT "sip.Security-Client" "Security-Client": Str;
        SECURITY_SERVER "sip.Security-Server" "Security-Server": Str;
        SECURITY_VERIFY "sip.Security-Verify" "Security-Verify": Str;
        SERVER "sip.Server" "Server": Str;
        SERVICE_INTERACT_INFO "sip.Service-Interact-Info" "Service-Interact-Info": Str;
        SERVICE_ROUTE "sip.Service-Route" "Service-Route": Str;
        SESSION_EXPIRES "sip.Session-Expires" "Session-Expires": Str;
        SESSION_ID "sip.Session-ID" "Session-ID": Str;
        ETAG "sip.ETag" "ETag": Str;
        IF_MATCH "sip.If_Match" "If_Match": Str;
        SUBJECT "sip.Subject" "Subject": Str;
        SUBSCRIPTION_STATE "sip.Subscription-State" "Subscription-State": Str;
        SUPPORTED "sip.Supported" "Supported": Str;
        SUPPRESS_IF_MATCH "sip.Suppress_If_Match" "Suppress-If-Match": Str;
        TARGET_DIALOG "sip.Target-Dialog" "Target-Dialog": Str;
        TIMESTAMP "sip.Timestamp" "Timestamp": Str;
        TO "sip.To" "To": Str;
        TRIGGER_CONSENT "sip.Trigger-Consent" "Trigger-Consent": Str;
        UNSUPPORTED "sip.Unsupported" "Unsupported": Str;
        USER_AGENT "sip.User-Agent" "User-Agent": Str;
        VIA "sip.Via" "Via": Str;
        WARNING "sip.Warning" "Warning": Str;
        WWW_AUTHENTICATE "sip.WWW-Authenticate" "WWW-Authenticate": Str;
        DIVERSION "sip.Diversion" "Diversion": Str;
        RESEND "sip.resend" "Resent Packet": Bool;
        RESEND_ORIGINAL "sip.resend-original" "Suspected resend of frame": Framenum;
        RESPONSE_REQUEST "sip.response-request" "Request Frame": Framenum;
        RESPONSE_TIME "sip.response-time" "Response Time (ms)": U32 Dec;
        RELEASE_TIME "sip.release-time" "Release Time (ms)": U32 Dec;
        AUTH "sip.auth" "Authentication": Str;
        AUTH_SCHEME "sip.auth.scheme" "Authentication Scheme": Str;
        AUTH_DIGEST_RESPONSE "sip.auth.digest.response" "Digest Authentication Response": Str;
        AUTH_NC "sip.auth.nc" "Nonce Count": Str;
        AUTH_USERNAME "sip.auth.username" "Username": Str;
        AUTH_REALM "sip.auth.realm" "Realm": Str;
        AUTH_NONCE "sip.auth.nonce" "Nonce Value": Str;
        AUTH_ALGORITHM "sip.auth.algorithm" "Algorithm": Str;
        AUTH_OPAQUE "sip.auth.opaque" "Opaque Value": Str;
        AUTH_QOP "sip.auth.qop" "QOP": Str;
        AUTH_CNONCE "sip.auth.cnonce" "CNonce Value": Str;
        AUTH_URI "sip.auth.uri" "Authentication URI": Str;
        AUTH_DOMAIN "sip.auth.domain" "Authentication Domain": Str;
        AUTH_STALE "sip.auth.stale" "Stale Flag": Str;
        AUTH_AUTS "sip.auth.auts" "Authentication Token": Str;
        AUTH_RSPAUTH "sip.auth.rspauth" "Response auth": Str;
        AUTH_NEXTNONCE "sip.auth.nextnonce" "Next Nonce": Str;
        AUTH_IK "sip.auth.ik" "Integrity Key": Str;
        AUTH_CK "sip.auth.ck" "Cyphering Key": Str;
        CSEQ_SEQ "sip.CSeq.seq" "Sequence Number": U32 Dec;
        CSEQ_METHOD "sip.CSeq.method" "Method": Str;
        VIA_TRANSPORT "sip.Via.transport" "Transport": Str;
        VIA_SENT_BY_ADDRESS "sip.Via.sent-by.address" "Sent-by Address": Str;
        VIA_SENT_BY_PORT "sip.Via.sent-by.port" "Sent-by port": U16 Dec;
        VIA_BRANCH "sip.Via.branch" "Branch": Str;
        VIA_MADDR "sip.Via.maddr" "Maddr": Str;
        VIA_RPORT "sip.Via.rport" "RPort": Str;
        VIA_RECEIVED "sip.Via.received" "Received": Str;
        VIA_TTL "sip.Via.ttl" "TTL": Str;
        VIA_COMP "sip.Via.comp" "Comp": Str;
        VIA_SIGCOMP_ID "sip.Via.sigcomp-id" "Sigcomp identifier": Str;
        RACK_RSEQ_SEQ "sip.RAck.RSeq.seq" "RSeq Sequence Number": U32 Dec;
        RACK_CSEQ_SEQ "sip.RAck.CSeq.seq" "CSeq Sequence Number": U32 Dec;
        RACK_CSEQ_METHOD "sip.RAck.CSeq.method" "CSeq Method": Str;
        REASON_PROTOCOLS "sip.reason_protocols" "Reason protocols": Str;
        REASON_CAUSE_Q850 "sip.reason_cause_q850" "Cause": U32 DecHex = REASON_CAUSE_Q850_NAMES;
        REASON_CAUSE_SIP "sip.reason_cause_sip" "Cause": U32 Dec = REASON_CAUSE_SIP_NAMES;
        REASON_CAUSE_OTHER "sip.reason_cause_other" "Cause": U32 Dec;
        REASON_TEXT "sip.reason_text" "Text": Str;
        MSG_BODY "sip.msg_body" "Message Body": None;
        SESSION_ID_SESS_ID "sip.Session-ID.sess_id" "sess-id": Bytes;
        SESSION_ID_PARAM "sip.Session-ID.param" "param": Str;
        SESSION_ID_LOCAL_UUID "sip.Session-ID.local_uuid" "local-uuid": Guid;
        SESSION_ID_REMOTE_UUID "sip.Session-ID.remote_uuid" "remote-uuid": Guid;
        SESSION_ID_LOGME "sip.Session-ID.logme" "logme": Bool = Names::Bools("Set", "Not set");
        CONTINUATION "sip.continuation" "Continuation data": Bytes;
        SERVICE_PRIORITY "sip.service_priority" "Service Priority": Str;
        CALL_ID_GENERATED "sip.call_id_generated" "Generated Call-ID": Str;
        VIA_SENT_BY_PORT_INVALID "sip.Via.sent-by.port.invalid" "Invalid SIP Via sent-by-port": None;
        RETRY_AFTER_INVALID "sip.retry_after.invalid" "Invalid retry_after value": None;
        STATUS_CODE_INVALID "sip.Status-Code.invalid" "Invalid Status-Code": None;
        AUTHORIZATION_INVALID "sip.authorization.invalid" "Invalid authorization response for known credentials": None;
        SESSION_ID_SESS_ID_INVALID "sip.Session-ID.sess_id.invalid" "Session ID cannot be empty": None;
    }
    experts {
        UNRECOGNIZED_HEADER "sip.unrecognized_header" Note Undecoded "Unrecognised SIP header";
        HEADER_NO_COLON "sip.header_no_colon" Warn Malformed "Header has no colon after the name";
        HEADER_NOT_TERMINATED "sip.header_not_terminated" Warn Malformed "Header not terminated by empty line (CRLF)";
        CONTENT_LENGTH_INVALID "sip.content_length.invalid" Note Malformed "Invalid content_length";
    }
}

names! {
    /// Names of `sip.reason_cause_q850`.
    pub REASON_CAUSE_Q850_NAMES {
        0 => "Valid cause code not yet received", 1 => "Unallocated (unassigned) number",
        2 => "No route to specified transit network", 3 => "No route to destination",
        4 => "Send special information tone", 5 => "Misdialled trunk prefix", 6 => "Channel unacceptable",
        7 => "Call awarded and being delivered in an established channel", 8 => "Preemption",
        9 => "Preemption - circuit reserved for reuse", 10 => "Unassigned", 11 => "Unassigned",
        12 => "Unassigned", 13 => "Unassigned", 14 => "QoR: ported number", 15 => "Unassigned",
        16 => "Normal call clearing", 17 => "User busy", 18 => "No user responding",
        19 => "No answer from user (user alerted)", 20 => "Subscriber absent", 21 => "Call rejected",
        22 => "Number changed", 23 => "Redirection to new destination",
        24 => "Call rejected due to feature at the destination", 25 => "Exchange routing error",
        26 => "Non-selected user clearing", 27 => "Destination out of order",
        28 => "Invalid number format (address incomplete)", 29 => "Facility rejected",
        30 => "Response to STATUS ENQUIRY", 31 => "Normal unspecified", 32 => "Unassigned",
        33 => "Circuit out of order", 34 => "No circuit/channel available", 35 => "Unassigned",
        36 => "Unassigned", 37 => "Unassigned", 38 => "Network out of order",
        39 => "Permanent frame mode connection out of service",
        40 => "Permanent frame mode connection operational", 41 => "Temporary failure",
        42 => "Switching equipment congestion", 43 => "Access information discarded",
        44 => "Requested circuit/channel not available", 45 => "Unassigned",
        46 => "Precedence call blocked", 47 => "Resources unavailable, unspecified", 48 => "Unassigned",
        49 => "Quality of service unavailable", 50 => "Requested facility not subscribed",
        51 => "Unassigned", 52 => "Unassigned", 53 => "Outgoing calls barred within CUG",
        54 => "Unassigned", 55 => "Incoming calls barred within CUG", 56 => "Call waiting not subscribed",
        57 => "Bearer capability not authorized", 58 => "Bearer capability not presently available",
        59 => "Unassigned", 60 => "Unassigned", 61 => "Unassigned",
        62 => "Inconsistency in designated outgoing access information and subscriber class",
        63 => "Service or option not available, unspecified", 64 => "Unassigned",
        65 => "Bearer capability not implemented", 66 => "Channel type not implemented",
        67 => "Unassigned", 68 => "Unassigned", 69 => "Requested facility not implemented",
        70 => "Only restricted digital information bearer capability is available", 71 => "Unassigned",
        72 => "Unassigned", 73 => "Unassigned", 74 => "Unassigned", 75 => "Unassigned", 76 => "Unassigned",
        77 => "Unassigned", 78 => "Unassigned", 79 => "Service or option not implemented, unspecified",
        80 => "Unassigned", 81 => "Invalid call reference value",
        82 => "Identified channel does not exist", 83 => "Call identity does not exist for suspended call",
        84 => "Call identity in use", 85 => "No call suspended",
        86 => "Call having the requested call identity has been cleared",
        87 => "Called user not member of CUG", 88 => "Incompatible destination", 89 => "Unassigned",
        90 => "Non-existing CUG", 91 => "Invalid transit network selection (national use)",
        92 => "Unassigned", 93 => "Unassigned", 94 => "Unassigned", 95 => "Invalid message, unspecified",
        96 => "Mandatory information element is missing",
        97 => "Message type non-existent or not implemented",
        98 => "Message not compatible with call state or message type non-existent or not implemented",
        99 => "Information element nonexistent or not implemented",
        100 => "Invalid information element contents", 101 => "Message not compatible with call state",
        102 => "Recovery on timer expiry", 103 => "Parameter non-existent or not implemented - passed on",
        104 => "Unassigned", 105 => "Unassigned", 106 => "Unassigned", 107 => "Unassigned",
        108 => "Unassigned", 109 => "Unassigned", 110 => "Message with unrecognized parameter discarded",
        111 => "Protocol error, unspecified", 112 => "Unassigned", 113 => "Unassigned",
        114 => "Unassigned", 115 => "Unassigned", 116 => "Unassigned", 117 => "Unassigned",
        118 => "Unassigned", 119 => "Unassigned", 120 => "Unassigned", 121 => "Unassigned",
        122 => "Unassigned", 123 => "Unassigned", 124 => "Unassigned", 125 => "Unassigned",
        126 => "Unassigned", 127 => "Interworking, unspecified",
    }
    /// Names of `sip.reason_cause_sip`.
    pub REASON_CAUSE_SIP_NAMES {
        100 => "Trying", 180 => "Ringing", 181 => "Call Is Being Forwarded", 182 => "Queued",
        183 => "Session Progress", 199 => "Informational - Others", 200 => "OK", 202 => "Accepted",
        204 => "No Notification", 299 => "Success - Others", 300 => "Multiple Choices",
        301 => "Moved Permanently", 302 => "Moved Temporarily", 305 => "Use Proxy",
        380 => "Alternative Service", 399 => "Redirection - Others", 400 => "Bad Request",
        401 => "Unauthorized", 402 => "Payment Required", 403 => "Forbidden", 404 => "Not Found",
        405 => "Method Not Allowed", 406 => "Not Acceptable", 407 => "Proxy Authentication Required",
        408 => "Request Timeout", 410 => "Gone", 412 => "Conditional Request Failed",
        413 => "Request Entity Too Large", 414 => "Request-URI Too Long", 415 => "Unsupported Media Type",
        416 => "Unsupported URI Scheme", 420 => "Bad Extension", 421 => "Extension Required",
        422 => "Session Timer Too Small", 423 => "Interval Too Brief", 428 => "Use Identity Header",
        429 => "Provide Referrer Identity", 430 => "Flow Failed", 433 => "Anonymity Disallowed",
        436 => "Bad Identity-Info", 437 => "Unsupported Certificate", 438 => "Invalid Identity Header",
        439 => "First Hop Lacks Outbound Support", 440 => "Max-Breadth Exceeded", 470 => "Consent Needed",
        480 => "Temporarily Unavailable", 481 => "Call/Transaction Does Not Exist", 482 => "Loop Detected",
        483 => "Too Many Hops", 484 => "Address Incomplete", 485 => "Ambiguous", 486 => "Busy Here",
        487 => "Request Terminated", 488 => "Not Acceptable Here", 489 => "Bad Event",
        491 => "Request Pending", 493 => "Undecipherable", 494 => "Security Agreement Required",
        499 => "Client Error - Others", 500 => "Server Internal Error", 501 => "Not Implemented",
        502 => "Bad Gateway", 503 => "Service Unavailable", 504 => "Server Time-out",
        505 => "Version Not Supported", 513 => "Message Too Large", 599 => "Server Error - Others",
        600 => "Busy Everywhere", 603 => "Decline", 604 => "Does Not Exist Anywhere",
        606 => "Not Acceptable", 607 => "Unwanted", 608 => "Rejected", 699 => "Global Failure - Others",
        999 => "Unknown response",
    }
}
