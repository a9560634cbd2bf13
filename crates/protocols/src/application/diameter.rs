//! Diameter, RFC 6733, with credit control, RFC 8506.

use crate::common::one_by_one;
use requin_wire::{Cursor, Cx, Field, Key, Past, Pdu, Sink, Step, Stop, Value, names, proto};

proto! {
    DIAMETER "diameter" "Diameter Protocol" "DIAMETER" App
    on [Tcp 3868, SctpPort 3868, SctpPpid 46]
    frames sized [pdu_len]
    remember [remember] for [ANSWER_TO, RESP_TIME]
    fields {
        USER_NAME "diameter.User-Name" "User-Name": Str;
        CLASS "diameter.Class" "Class": Bytes;
        SESSION_TIMEOUT "diameter.Session-Timeout" "Session-Timeout": U32 Dec;
        EVENT_TIMESTAMP "diameter.Event-Timestamp" "Event-Timestamp": AbsTime;
        ACCT_INTERIM_INTERVAL "diameter.Acct-Interim-Interval" "Acct-Interim-Interval": U32 Dec;
        HOST_IP_ADDRESS "diameter.Host-IP-Address" "Host-IP-Address": Bytes;
        HOST_IP_ADDRESS_ADDR_FAMILY "diameter.Host-IP-Address.addr_family" "Host-IP-Address Address Family": U16 Dec = HOST_IP_ADDRESS_ADDR_FAMILY_NAMES;
        HOST_IP_ADDRESS_IPV4 "diameter.Host-IP-Address.IPv4" "Host-IP-Address Address": Ipv4;
        HOST_IP_ADDRESS_IPV6 "diameter.Host-IP-Address.IPv6" "Host-IP-Address Address": Ipv6;
        AUTH_APPLICATION_ID "diameter.Auth-Application-Id" "Auth-Application-Id": U32 Dec = AUTH_APPLICATION_ID_NAMES;
        ACCT_APPLICATION_ID "diameter.Acct-Application-Id" "Acct-Application-Id": U32 Dec = AUTH_APPLICATION_ID_NAMES;
        VENDOR_SPECIFIC_APPLICATION_ID "diameter.Vendor-Specific-Application-Id" "Vendor-Specific-Application-Id": Bytes;
        REDIRECT_HOST_USAGE "diameter.Redirect-Host-Usage" "Redirect-Host-Usage": I32 Dec = REDIRECT_HOST_USAGE_NAMES;
        REDIRECT_MAX_CACHE_TIME "diameter.Redirect-Max-Cache-Time" "Redirect-Max-Cache-Time": U32 Dec;
        SESSION_ID "diameter.Session-Id" "Session-Id": Str;
        ORIGIN_HOST "diameter.Origin-Host" "Origin-Host": Str;
        SUPPORTED_VENDOR_ID "diameter.Supported-Vendor-Id" "Supported-Vendor-Id": U32 Dec;
        VENDOR_ID "diameter.Vendor-Id" "Vendor-Id": U32 Dec;
        FIRMWARE_REVISION "diameter.Firmware-Revision" "Firmware-Revision": U32 Dec;
        RESULT_CODE "diameter.Result-Code" "Result-Code": I32 Dec = RESULT_CODE_NAMES;
        PRODUCT_NAME "diameter.Product-Name" "Product-Name": Str;
        SESSION_BINDING "diameter.Session-Binding" "Session-Binding": I32 Dec = SESSION_BINDING_NAMES;
        SESSION_SERVER_FAILOVER "diameter.Session-Server-Failover" "Session-Server-Failover": I32 Dec = SESSION_SERVER_FAILOVER_NAMES;
        MULTI_ROUND_TIME_OUT "diameter.Multi-Round-Time-Out" "Multi-Round-Time-Out": U32 Dec;
        DISCONNECT_CAUSE "diameter.Disconnect-Cause" "Disconnect-Cause": I32 Dec = DISCONNECT_CAUSE_NAMES;
        AUTH_REQUEST_TYPE "diameter.Auth-Request-Type" "Auth-Request-Type": I32 Dec = AUTH_REQUEST_TYPE_NAMES;
        AUTH_GRACE_PERIOD "diameter.Auth-Grace-Period" "Auth-Grace-Period": U32 Dec;
        AUTH_SESSION_STATE "diameter.Auth-Session-State" "Auth-Session-State": I32 Dec = AUTH_SESSION_STATE_NAMES;
        ORIGIN_STATE_ID "diameter.Origin-State-Id" "Origin-State-Id": U32 Dec;
        FAILED_AVP "diameter.Failed-AVP" "Failed-AVP": Bytes;
        PROXY_HOST "diameter.Proxy-Host" "Proxy-Host": Str;
        ERROR_MESSAGE "diameter.Error-Message" "Error-Message": Str;
        ROUTE_RECORD "diameter.Route-Record" "Route-Record": Str;
        DESTINATION_REALM "diameter.Destination-Realm" "Destination-Realm": Str;
        PROXY_INFO "diameter.Proxy-Info" "Proxy-Info": Bytes;
        RE_AUTH_REQUEST_TYPE "diameter.Re-Auth-Request-Type" "Re-Auth-Request-Type": I32 Dec = RE_AUTH_REQUEST_TYPE_NAMES;
        AUTHORIZATION_LIFETIME "diameter.Authorization-Lifetime" "Authorization-Lifetime": I32 Dec;
        REDIRECT_HOST "diameter.Redirect-Host" "Redirect-Host": Str;
        DESTINATION_HOST "diameter.Destination-Host" "Destination-Host": Str;
        ERROR_REPORTING_HOST "diameter.Error-Reporting-Host" "Error-Reporting-Host": Str;
        TERMINATION_CAUSE "diameter.Termination-Cause" "Termination-Cause": I32 Dec = TERMINATION_CAUSE_NAMES;
        ORIGIN_REALM "diameter.Origin-Realm" "Origin-Realm": Str;
        EXPERIMENTAL_RESULT "diameter.Experimental-Result" "Experimental-Result": Bytes;
        EXPERIMENTAL_RESULT_CODE "diameter.Experimental-Result-Code" "Experimental-Result-Code": I32 Dec = EXPERIMENTAL_RESULT_CODE_NAMES;
        INBAND_SECURITY_ID "diameter.Inband-Security-Id" "Inband-Security-Id": I32 Dec = INBAND_SECURITY_ID_NAMES;
        ACCOUNTING_RECORD_TYPE "diameter.Accounting-Record-Type" "Accounting-Record-Type": I32 Dec = ACCOUNTING_RECORD_TYPE_NAMES;
        ACCOUNTING_RECORD_NUMBER "diameter.Accounting-Record-Number" "Accounting-Record-Number": U32 Dec;
        CC_CORRELATION_ID "diameter.CC-Correlation-Id" "CC-Correlation-Id": Bytes;
        CC_INPUT_OCTETS "diameter.CC-Input-Octets" "CC-Input-Octets": U64 Dec;
        CC_MONEY "diameter.CC-Money" "CC-Money": Bytes;
        CC_OUTPUT_OCTETS "diameter.CC-Output-Octets" "CC-Output-Octets": U64 Dec;
        CC_REQUEST_NUMBER "diameter.CC-Request-Number" "CC-Request-Number": U32 Dec;
        CC_REQUEST_TYPE "diameter.CC-Request-Type" "CC-Request-Type": I32 Dec = CC_REQUEST_TYPE_NAMES;
        CC_SERVICE_SPECIFIC_UNITS "diameter.CC-Service-Specific-Units" "CC-Service-Specific-Units": U64 Dec;
        CC_SESSION_FAILOVER "diameter.CC-Session-Failover" "CC-Session-Failover": I32 Dec = CC_SESSION_FAILOVER_NAMES;
        CC_SUB_SESSION_ID "diameter.CC-Sub-Session-Id" "CC-Sub-Session-Id": U64 Dec;
        CC_TIME "diameter.CC-Time" "CC-Time": U32 Dec;
        CC_TOTAL_OCTETS "diameter.CC-Total-Octets" "CC-Total-Octets": U64 Dec;
        CHECK_BALANCE_RESULT "diameter.Check-Balance-Result" "Check-Balance-Result": I32 Dec = CHECK_BALANCE_RESULT_NAMES;
        COST_INFORMATION "diameter.Cost-Information" "Cost-Information": Bytes;
        COST_UNIT "diameter.Cost-Unit" "Cost-Unit": Str;
        CURRENCY_CODE "diameter.Currency-Code" "Currency-Code": U32 Dec;
        CREDIT_CONTROL "diameter.Credit-Control" "Credit-Control": I32 Dec = CREDIT_CONTROL_NAMES;
        CREDIT_CONTROL_FAILURE_HANDLING "diameter.Credit-Control-Failure-Handling" "Credit-Control-Failure-Handling": I32 Dec = CREDIT_CONTROL_FAILURE_HANDLING_NAMES;
        DIRECT_DEBITING_FAILURE_HANDLING "diameter.Direct-Debiting-Failure-Handling" "Direct-Debiting-Failure-Handling": I32 Dec = DIRECT_DEBITING_FAILURE_HANDLING_NAMES;
        EXPONENT "diameter.Exponent" "Exponent": I32 Dec;
        FINAL_UNIT_INDICATION "diameter.Final-Unit-Indication" "Final-Unit-Indication": Bytes;
        GRANTED_SERVICE_UNIT "diameter.Granted-Service-Unit" "Granted-Service-Unit": Bytes;
        RATING_GROUP "diameter.Rating-Group" "Rating-Group": U32 Dec;
        REDIRECT_ADDRESS_TYPE "diameter.Redirect-Address-Type" "Redirect-Address-Type": I32 Dec = REDIRECT_ADDRESS_TYPE_NAMES;
        REDIRECT_SERVER "diameter.Redirect-Server" "Redirect-Server": Bytes;
        REDIRECT_SERVER_ADDRESS "diameter.Redirect-Server-Address" "Redirect-Server-Address": Str;
        REQUESTED_ACTION "diameter.Requested-Action" "Requested-Action": I32 Dec = REQUESTED_ACTION_NAMES;
        REQUESTED_SERVICE_UNIT "diameter.Requested-Service-Unit" "Requested-Service-Unit": Bytes;
        SERVICE_IDENTIFIER "diameter.Service-Identifier" "Service-Identifier": U32 Dec;
        SERVICE_PARAMETER_INFO "diameter.Service-Parameter-Info" "Service-Parameter-Info": Bytes;
        SERVICE_PARAMETER_TYPE "diameter.Service-Parameter-Type" "Service-Parameter-Type": U32 Dec;
        SERVICE_PARAMETER_VALUE "diameter.Service-Parameter-Value" "Service-Parameter-Value": Bytes;
        SUBSCRIPTION_ID "diameter.Subscription-Id" "Subscription-Id": Bytes;
        SUBSCRIPTION_ID_DATA "diameter.Subscription-Id-Data" "Subscription-Id-Data": Str;
        UNIT_VALUE "diameter.Unit-Value" "Unit-Value": Bytes;
        USED_SERVICE_UNIT "diameter.Used-Service-Unit" "Used-Service-Unit": Bytes;
        VALUE_DIGITS "diameter.Value-Digits" "Value-Digits": I64 Dec;
        VALIDITY_TIME "diameter.Validity-Time" "Validity-Time": U32 Dec;
        FINAL_UNIT_ACTION "diameter.Final-Unit-Action" "Final-Unit-Action": I32 Dec = FINAL_UNIT_ACTION_NAMES;
        SUBSCRIPTION_ID_TYPE "diameter.Subscription-Id-Type" "Subscription-Id-Type": I32 Dec = SUBSCRIPTION_ID_TYPE_NAMES;
        TARIFF_TIME_CHANGE "diameter.Tariff-Time-Change" "Tariff-Time-Change": AbsTime;
        TARIFF_CHANGE_USAGE "diameter.Tariff-Change-Usage" "Tariff-Change-Usage": I32 Dec = TARIFF_CHANGE_USAGE_NAMES;
        G_S_U_POOL_IDENTIFIER "diameter.G-S-U-Pool-Identifier" "G-S-U-Pool-Identifier": U32 Dec;
        MULTIPLE_SERVICES_INDICATOR "diameter.Multiple-Services-Indicator" "Multiple-Services-Indicator": I32 Dec = MULTIPLE_SERVICES_INDICATOR_NAMES;
        MULTIPLE_SERVICES_CREDIT_CONTROL "diameter.Multiple-Services-Credit-Control" "Multiple-Services-Credit-Control": Bytes;
        USER_EQUIPMENT_INFO "diameter.User-Equipment-Info" "User-Equipment-Info": Bytes;
        USER_EQUIPMENT_INFO_TYPE "diameter.User-Equipment-Info-Type" "User-Equipment-Info-Type": I32 Dec = USER_EQUIPMENT_INFO_TYPE_NAMES;
        USER_EQUIPMENT_INFO_VALUE "diameter.User-Equipment-Info-Value" "User-Equipment-Info-Value": Bytes;
        SERVICE_CONTEXT_ID "diameter.Service-Context-Id" "Service-Context-Id": Str;
        VERSION "diameter.version" "Version": U8 Hex;
        LENGTH "diameter.length" "Length": U24 Dec;
        FLAGS "diameter.flags" "Flags": U8 Hex;
        FLAGS_REQUEST "diameter.flags.request" "Request": Bool(8) & 0x80 = crate::common::SET;
        FLAGS_PROXYABLE "diameter.flags.proxyable" "Proxyable": Bool(8) & 0x40 = crate::common::SET;
        FLAGS_ERROR "diameter.flags.error" "Error": Bool(8) & 0x20 = crate::common::SET;
        FLAGS_T "diameter.flags.T" "T(Potentially re-transmitted message)": Bool(8) & 0x10 = crate::common::SET;
        FLAGS_RESERVED4 "diameter.flags.reserved4" "Reserved": Bool(8) & 0x8 = crate::common::SET;
        FLAGS_RESERVED5 "diameter.flags.reserved5" "Reserved": Bool(8) & 0x4 = crate::common::SET;
        FLAGS_RESERVED6 "diameter.flags.reserved6" "Reserved": Bool(8) & 0x2 = crate::common::SET;
        FLAGS_RESERVED7 "diameter.flags.reserved7" "Reserved": Bool(8) & 0x1 = crate::common::SET;
        APPLICATIONID "diameter.applicationId" "ApplicationId": U32 Dec = AUTH_APPLICATION_ID_NAMES;
        HOPBYHOPID "diameter.hopbyhopid" "Hop-by-Hop Identifier": U32 Hex;
        ENDTOENDID "diameter.endtoendid" "End-to-End Identifier": U32 Hex;
        AVP "diameter.avp" "AVP": Bytes;
        AVP_LEN "diameter.avp.len" "AVP Length": U24 Dec;
        AVP_CODE "diameter.avp.code" "AVP Code": U32 Dec;
        AVP_FLAGS "diameter.avp.flags" "AVP Flags": U8 Hex;
        FLAGS_VENDORSPECIFIC "diameter.flags.vendorspecific" "Vendor-Specific": Bool(8) & 0x80 = crate::common::SET;
        FLAGS_MANDATORY "diameter.flags.mandatory" "Mandatory": Bool(8) & 0x40 = crate::common::SET;
        AVP_FLAGS_PROTECTED "diameter.avp.flags.protected" "Protected": Bool(8) & 0x20 = crate::common::SET;
        AVP_FLAGS_RESERVED3 "diameter.avp.flags.reserved3" "Reserved": Bool(8) & 0x10 = crate::common::SET;
        AVP_FLAGS_RESERVED4 "diameter.avp.flags.reserved4" "Reserved": Bool(8) & 0x8 = crate::common::SET;
        AVP_FLAGS_RESERVED5 "diameter.avp.flags.reserved5" "Reserved": Bool(8) & 0x4 = crate::common::SET;
        AVP_FLAGS_RESERVED6 "diameter.avp.flags.reserved6" "Reserved": Bool(8) & 0x2 = crate::common::SET;
        AVP_FLAGS_RESERVED7 "diameter.avp.flags.reserved7" "Reserved": Bool(8) & 0x1 = crate::common::SET;
        AVP_UNKNOWN "diameter.avp.unknown" "Value": Bytes;
        AVP_PAD "diameter.avp.pad" "Padding": Bytes;
        CMD_CODE "diameter.cmd.code" "Command Code": U32 Dec = CMD_CODE_NAMES;
        ANSWER_TO "diameter.answer_to" "Request In": Framenum;
        RESP_TIME "diameter.resp_time" "Response Time": RelTime;
        AVP_VENDORID "diameter.avp.vendorId" "AVP Vendor Id": U32 Dec = super::enterprises::ENTERPRISES;
    }
}

names! {
    HOST_IP_ADDRESS_ADDR_FAMILY_NAMES {
        1 => "IPv4",
        2 => "IPv6",
        3 => "NSAP",
        4 => "HDLC",
        5 => "BBN",
        6 => "IEEE-802",
        7 => "E-163",
        8 => "E-164",
        9 => "F-69",
        10 => "X-121",
        11 => "IPX",
        12 => "Appletalk",
        13 => "Decnet4",
        14 => "Vines",
        15 => "E-164-NSAP",
        16 => "DNS",
        17 => "DistinguishedName",
        18 => "AS",
        19 => "XTPoIPv4",
        20 => "XTPoIPv6",
        21 => "XTPNative",
        22 => "FibrePortName",
        23 => "FibreNodeName",
    }
    AUTH_APPLICATION_ID_NAMES {
        0 => "Diameter Common Messages",
        1 => "NASREQ Application",
        2 => "Mobile IPv4 Application",
        3 => "Diameter Base Accounting",
        4 => "Diameter Credit Control Application",
        5 => "EAP Application",
        6 => "Diameter Session Initiation Protocol (SIP) Application",
        7 => "Diameter Mobile IPv6 IKE   (MIP6I)",
        8 => "Diameter Mobile IPv6 Auth  (MIP6A)",
        9 => "Diameter QoS application",
        10 => "Diameter Capabilities Update",
        11 => "Diameter IKE SK (IKESK)",
        12 => "Diameter NAT Control Application",
        13 => "Diameter ERP",
        111 => "ALU Sy",
        555 => "Sun Ping Application",
        19302 => "Ericsson SCAP",
        19310 => "Ericsson SRAP",
        16777216 => "3GPP Cx",
        16777217 => "3GPP Sh",
        16777218 => "3GPP Re/Rf",
        16777219 => "3GPP Wx",
        16777220 => "3GPP Zn",
        16777221 => "3GPP Zh",
        16777222 => "3GPP Gq",
        16777223 => "3GPP Gmb",
        16777224 => "3GPP Gx",
        16777225 => "3GPP Gx over Gy",
        16777226 => "3GPP MM10",
        16777227 => "Ericsson MSI",
        16777228 => "Ericsson Zx",
        16777229 => "3GPP Rx Release 6",
        16777230 => "3GPP Pr",
        16777231 => "Diameter e2e4 Application",
        16777232 => "Ericsson Charging-CIP",
        16777233 => "Ericsson Mm",
        16777234 => "Vodafone Gx+",
        16777235 => "ITU-T Rs",
        16777236 => "3GPP Rx",
        16777237 => "3GPP2 Ty",
        16777238 => "3GPP Gx",
        16777239 => "Juniper Cluster",
        16777240 => "Juniper Policy-Control-AAA",
        16777241 => "iptego USPI",
        16777242 => "Covergence-specific SIP routing",
        16777243 => "Policy Processing",
        16777244 => "Juniper Policy-Control-JSRC",
        16777245 => "ITU-T S-TC1",
        16777246 => "NSN Unified Charging Trigger Function (UCTF)",
        16777247 => "3GPP2 CAN Access Authentication and Authorization",
        16777248 => "3GPP2 WLAN Interworking Access Authentication and Authorization",
        16777249 => "3GPP2 WLAN Interworking Accounting",
        16777250 => "3GPP STa",
        16777251 => "3GPP S6a/S6d",
        16777252 => "3GPP S13/S13'",
        16777253 => "ETSI Re",
        16777254 => "ETSI GOCAP",
        16777255 => "3GPP SLg",
        16777256 => "ITU-T Rw",
        16777257 => "ETSI a4",
        16777258 => "ITU-T Rt",
        16777259 => "CARA",
        16777260 => "CAMA",
        16777261 => "Femtocell extension to Diameter EAP Application",
        16777262 => "ITU-T Ru",
        16777263 => "ITU-T Ng",
        16777264 => "3GPP SWm",
        16777265 => "3GPP SWx",
        16777266 => "3GPP Gxx",
        16777267 => "3GPP S9",
        16777268 => "3GPP Zpn",
        16777269 => "Ericsson HSI",
        16777270 => "Juniper-Example",
        16777271 => "ITU-T Ri",
        16777272 => "3GPP S6b",
        16777273 => "Juniper JGx",
        16777274 => "ITU-T Rd",
        16777275 => "ADMI Notification Application",
        16777276 => "ADMI Messaging Interface Application",
        16777277 => "Peter-Service VSI",
        16777278 => "ETSI Rr request model",
        16777279 => "ETSI Rr delegated model",
        16777291 => "3GPP SLh",
        16777292 => "3GPP SGmb",
        16777293 => "Cloudmark Diameter Interface",
        16777294 => "Camiant DRMA",
        16777295 => "PiLTE Interworking Diameter Application",
        16777296 => "Juniper-Sessions-Recovery",
        16777297 => "Vedicis LiveProxy",
        16777298 => "Pi*3GPP2 Diameter Application",
        16777299 => "Sandvine Rf+",
        16777300 => "Subscription Information Application",
        16777301 => "Ericsson Charging-DCIP",
        16777302 => "3GPP Sy",
        16777303 => "3GPP Sd",
        16777304 => "Ericsson Sy",
        16777305 => "HP DTD",
        16777306 => "ITU-T M9",
        16777307 => "ITU-T M13",
        16777308 => "3GPP S7a",
        16777309 => "3GPP Tsp",
        16777310 => "3GPP S6m",
        16777311 => "3GPP T4",
        16777312 => "3GPP S6c",
        16777313 => "3GPP SGd",
        16777314 => "Intrado-SLg",
        16777315 => "Ericsson Diameter Signalling Controller Application (DSC)",
        16777316 => "Verizon-Femto-Loc",
        16777317 => "Nokia Solutions and Networks (NSN) Hd Application",
        16777318 => "3GPP S15",
        16777319 => "3GPP S9a",
        16777320 => "3GPP S9a*",
        16777321 => "Gateway Location Application",
        16777322 => "Verizon Session Recovery",
        16777323 => "3GPP2 M1",
        16777324 => "MAGIC Client Interface Protocol (CIP)",
        16777325 => "ITU-T Nc",
        16777326 => "ITU-T Ne",
        16777327 => "Ericsson Sx",
        16777328 => "Nokia Service Extension, NSE",
        16777329 => "Rivada Xd",
        16777330 => "Rivada Xm",
        16777331 => "Rivada Xh",
        16777332 => "Rivada Xf",
        16777333 => "Rivada Xf",
        16777334 => "Rivada Xp",
        16777335 => "3GPP MB2-C",
        16777336 => "3GPP PC4a",
        16777337 => "3GPP PC2",
        16777338 => "Juniper Domain Policy",
        16777339 => "Host Observer",
        16777340 => "3GPP PC6/PC7",
        16777341 => "Nokia Sdr",
        16777342 => "3GPP Np",
        16777345 => "3GPP S6t",
        16777346 => "3GPP T6a/T6b",
        16777999 => "S6b Application (One-AAA)",
        4294967295 => "Relay",
    }
    REDIRECT_HOST_USAGE_NAMES {
        0 => "Don't Care",
        1 => "All Session",
        2 => "All Realm",
        3 => "Realm and Application",
        4 => "All Application",
        5 => "All Host",
        6 => "ALL_USER",
    }
    RESULT_CODE_NAMES {
        1001 => "DIAMETER_MULTI_ROUND_AUTH",
        2001 => "DIAMETER_SUCCESS",
        2002 => "DIAMETER_LIMITED_SUCCESS",
        2003 => "DIAMETER_FIRST_REGISTRATION",
        2004 => "DIAMETER_SUBSEQUENT_REGISTRATION",
        2005 => "DIAMETER_UNREGISTERED_SERVICE",
        2006 => "DIAMETER_SUCCESS_SERVER_NAME_NOT_STORED",
        2007 => "DIAMETER_SERVER_SELECTION",
        2008 => "DIAMETER_SUCCESS_AUTH_SENT_SERVER_NOT_STORED",
        2009 => "DIAMETER_SUCCESS_RELOCATE_HA",
        3001 => "DIAMETER_COMMAND_UNSUPPORTED",
        3002 => "DIAMETER_UNABLE_TO_DELIVER",
        3003 => "DIAMETER_REALM_NOT_SERVED",
        3004 => "DIAMETER_TOO_BUSY",
        3005 => "DIAMETER_LOOP_DETECTED",
        3006 => "DIAMETER_REDIRECT_INDICATION",
        3007 => "DIAMETER_APPLICATION_UNSUPPORTED",
        3008 => "DIAMETER_INVALID_HDR_BITS",
        3009 => "DIAMETER_INVALID_AVP_BITS",
        3010 => "DIAMETER_UNKNOWN_PEER",
        3011 => "DIAMETER_REALM_REDIRECT_INDICATION",
        4001 => "DIAMETER_AUTHENTICATION_REJECTED",
        4002 => "DIAMETER_OUT_OF_SPACE",
        4003 => "DIAMETER_ELECTION_LOST",
        4005 => "DIAMETER_ERROR_MIP_REPLY_FAILURE",
        4006 => "DIAMETER_ERROR_HA_NOT_AVAILABLE",
        4007 => "DIAMETER_ERROR_BAD_KEY",
        4008 => "DIAMETER_ERROR_MIP_FILTER_NOT_SUPPORTED",
        4010 => "DIAMETER_END_USER_SERVICE_DENIED",
        4011 => "DIAMETER_CREDIT_CONTROL_NOT_APPLICABLE",
        4012 => "DIAMETER_CREDIT_LIMIT_REACHED",
        4013 => "DIAMETER_USER_NAME_REQUIRED",
        4014 => "RESOURCE_FAILURE",
        4241 => "DIAMETER_END_USER_SERVICE_DENIED",
        5001 => "DIAMETER_AVP_UNSUPPORTED",
        5002 => "DIAMETER_UNKNOWN_SESSION_ID",
        5003 => "DIAMETER_AUTHORIZATION_REJECTED",
        5004 => "DIAMETER_INVALID_AVP_VALUE",
        5005 => "DIAMETER_MISSING_AVP",
        5006 => "DIAMETER_RESOURCES_EXCEEDED",
        5007 => "DIAMETER_CONTRADICTING_AVPS",
        5008 => "DIAMETER_AVP_NOT_ALLOWED",
        5009 => "DIAMETER_AVP_OCCURS_TOO_MANY_TIMES",
        5010 => "DIAMETER_NO_COMMON_APPLICATION",
        5011 => "DIAMETER_UNSUPPORTED_VERSION",
        5012 => "DIAMETER_UNABLE_TO_COMPLY",
        5013 => "DIAMETER_INVALID_BIT_IN_HEADER",
        5014 => "DIAMETER_INVALID_AVP_LENGTH",
        5015 => "DIAMETER_INVALID_MESSAGE_LENGTH",
        5016 => "DIAMETER_INVALID_AVP_BIT_COMBO",
        5017 => "DIAMETER_NO_COMMON_SECURITY",
        5018 => "DIAMETER_RADIUS_AVP_UNTRANSLATABLE",
        5024 => "DIAMETER_ERROR_NO_FOREIGN_HA_SERVICE",
        5025 => "DIAMETER_ERROR_END_TO_END_MIP_KEY_ENCRYPTION",
        5030 => "DIAMETER_USER_UNKNOWN",
        5031 => "DIAMETER_RATING_FAILED",
        5032 => "DIAMETER_ERROR_USER_UNKNOWN",
        5033 => "DIAMETER_ERROR_IDENTITIES_DONT_MATCH",
        5034 => "DIAMETER_ERROR_IDENTITY_NOT_REGISTERED",
        5035 => "DIAMETER_ERROR_ROAMING_NOT_ALLOWED",
        5036 => "DIAMETER_ERROR_IDENTITY_ALREADY_REGISTERED",
        5037 => "DIAMETER_ERROR_AUTH_SCHEME_NOT_SUPPORTED",
        5038 => "DIAMETER_ERROR_IN_ASSIGNMENT_TYPE",
        5039 => "DIAMETER_ERROR_TOO_MUCH_DATA",
        5040 => "DIAMETER_ERROR_NOT SUPPORTED_USER_DATA",
        5041 => "DIAMETER_ERROR_MIP6_AUTH_MODE",
        5042 => "UNKNOWN_BINDING_TEMPLATE_NAME",
        5043 => "BINDING_FAILURE",
        5044 => "MAX_BINDINGS_SET_FAILURE",
        5045 => "MAXIMUM_BINDINGS_REACHED_FOR_ENDPOINT",
        5046 => "SESSION_EXISTS",
        5047 => "INSUFFICIENT_CLASSIFIERS",
        5048 => "DIAMETER_ERROR_EAP_CODE_UNKNOWN",
        5241 => "DIAMETER_END_USER_NOT_FOUND",
    }
    SESSION_BINDING_NAMES {
        1 => "RE_AUTH",
        2 => "STR",
        3 => "Unassigned",
    }
    SESSION_SERVER_FAILOVER_NAMES {
        0 => "REFUSE_SERVICE",
        1 => "TRY_AGAIN",
        2 => "ALLOW_SERVICE",
        3 => "TRY_AGAIN_ALLOW_SERVICE",
    }
    DISCONNECT_CAUSE_NAMES {
        0 => "REBOOTING",
        1 => "BUSY",
        2 => "DO_NOT_WANT_TO_TALK_TO_YOU",
    }
    AUTH_REQUEST_TYPE_NAMES {
        1 => "AUTHENTICATE_ONLY",
        2 => "AUTHORIZE_ONLY",
    }
    AUTH_SESSION_STATE_NAMES {
        0 => "STATE_MAINTAINED",
        1 => "NO_STATE_MAINTAINED",
    }
    RE_AUTH_REQUEST_TYPE_NAMES {
        0 => "AUTHORIZE_ONLY",
        1 => "AUTHORIZE_AUTHENTICATE",
    }
    TERMINATION_CAUSE_NAMES {
        1 => "DIAMETER_LOGOUT",
        2 => "DIAMETER_SERVICE_NOT_PROVIDED",
        3 => "DIAMETER_BAD_ANSWER",
        4 => "DIAMETER_ADMINISTRATIVE",
        5 => "DIAMETER_LINK_BROKEN",
        6 => "DIAMETER_AUTH_EXPIRED",
        7 => "DIAMETER_USER_MOVED",
        8 => "DIAMETER_SESSION_TIMEOUT",
        9 => "Unassigned",
        10 => "Unassigned",
        11 => "User Request",
        12 => "Lost Carrier",
        13 => "Lost Service",
        14 => "Idle Timeout",
        15 => "Session Timeout",
        16 => "Admin Reset",
        17 => "Admin Reboot",
        18 => "Port Error",
        19 => "NAS Error",
        20 => "NAS Request",
        21 => "NAS Reboot",
        22 => "Port Unneeded",
        23 => "Port Preempted",
        24 => "Port Suspended",
        25 => "Service Unavailable",
        26 => "Callback",
        27 => "User Error",
        28 => "Host Request",
        29 => "Supplicant Restart",
        30 => "Reauthentication Failure",
        31 => "Reauthentication Failure",
    }
    EXPERIMENTAL_RESULT_CODE_NAMES {
        2001 => "DIAMETER_FIRST_REGISTRATION",
        2002 => "DIAMETER_SUBSEQUENT_REGISTRATION",
        2003 => "DIAMETER_UNREGISTERED_SERVICE",
        2004 => "DIAMETER_SUCCESS_SERVER_NAME_NOT_STORED",
        2005 => "DIAMETER_SERVER_SELECTION(Deprecated value)",
        2021 => "DIAMETER_PDP_CONTEXT_DELETION_INDICATION",
        4100 => "DIAMETER_USER_DATA_NOT_AVAILABLE",
        4101 => "DIAMETER_PRIOR_UPDATE_IN_PROGRESS",
        4121 => "DIAMETER_ERROR_OUT_OF_RESOURCES",
        4141 => "DIAMETER_PCC_BEARER_EVENT",
        4142 => "DIAMETER_BEARER_EVENT",
        4143 => "DIAMETER_AN_GW_FAILED",
        4144 => "DIAMETER_PENDING_TRANSACTION",
        4181 => "DIAMETER_AUTHENTICATION_DATA_UNAVAILABLE",
        4182 => "DIAMETER_ERROR_CAMEL_SUBSCRIPTION_PRESENT",
        4201 => "DIAMETER_ERROR_ABSENT_USER",
        4221 => "DIAMETER_ERROR_UNREACHABLE_USER",
        4222 => "DIAMETER_ERROR_SUSPENDED_USER",
        4223 => "DIAMETER_ERROR_DETACHED_USER",
        4224 => "DIAMETER_ERROR_POSITIONING_DENIED",
        4225 => "DIAMETER_ERROR_POSITIONING_FAILED",
        4226 => "DIAMETER_ERROR_UNKNOWN_UNREACHABLE LCS_CLIENT",
        4241 => "DIAMETER_ERROR_NO_AVAILABLE_POLICY_COUNTERS LCS_CLIENT",
        4261 => "REQUESTED_SERVICE_TEMPORARILY_NOT_AUTHORIZED",
        5001 => "DIAMETER_ERROR_USER_UNKNOWN",
        5002 => "DIAMETER_ERROR_IDENTITIES_DONT_MATCH",
        5003 => "DIAMETER_ERROR_IDENTITY_NOT_REGISTERED",
        5004 => "DIAMETER_ERROR_ROAMING_NOT_ALLOWED",
        5005 => "DIAMETER_ERROR_IDENTITY_ALREADY_REGISTERED",
        5006 => "DIAMETER_ERROR_AUTH_SCHEME_NOT_SUPPORTED",
        5007 => "DIAMETER_ERROR_IN_ASSIGNMENT_TYPE",
        5008 => "DIAMETER_ERROR_TOO_MUCH_DATA",
        5009 => "DIAMETER_ERROR_NOT_SUPPORTED_USER_DATA",
        5010 => "DIAMETER_MISSING_USER_ID",
        5011 => "DIAMETER_ERROR_FEATURE_UNSUPPORTED",
        5012 => "DIAMETER_ERROR_SERVING_NODE_FEATURE_UNSUPPORTED",
        5041 => "DIAMETER_ERROR_USER_NO_WLAN_SUBSCRIPTION",
        5042 => "DIAMETER_ERROR_W-APN_UNUSED_BY_USER",
        5043 => "DIAMETER_ERROR_W-DIAMETER_ERROR_NO_ACCESS_INDEPENDENT_SUBSCRIPTION",
        5044 => "DIAMETER_ERROR_USER_NO_W-APN_SUBSCRIPTION",
        5045 => "DIAMETER_ERROR_UNSUITABLE_NETWORK",
        5061 => "INVALID_SERVICE_INFORMATION",
        5062 => "FILTER_RESTRICTIONS",
        5063 => "REQUESTED_SERVICE_NOT_AUTHORIZED",
        5064 => "DUPLICATED_AF_SESSION",
        5065 => "IP-CAN_SESSION_NOT_AVAILABLE",
        5066 => "UNAUTHORIZED_NON_EMERGENCY_SESSION",
        5067 => "UNAUTHORIZED_SPONSORED_DATA_CONNECTIVITY",
        5068 => "TEMPORARY_NETWORK_FAILURE",
        5100 => "DIAMETER_ERROR_USER_DATA_NOT_RECOGNIZED",
        5101 => "DIAMETER_ERROR_OPERATION_NOT_ALLOWED",
        5102 => "DIAMETER_ERROR_USER_DATA_CANNOT_BE_READ",
        5103 => "DIAMETER_ERROR_USER_DATA_CANNOT_BE_MODIFIED",
        5104 => "DIAMETER_ERROR_USER_DATA_CANNOT_BE_NOTIFIED",
        5105 => "DIAMETER_ERROR_TRANSPARENT_DATA_OUT_OF_SYNC",
        5106 => "DIAMETER_ERROR_SUBS_DATA_ABSENT",
        5107 => "DIAMETER_ERROR_NO_SUBSCRIPTION_TO_DATA",
        5108 => "DIAMETER_ERROR_DSAI_NOT_AVAILABLE",
        5120 => "DIAMETER_ERROR_START_INDICATION",
        5121 => "DIAMETER_ERROR_STOP_INDICATION",
        5122 => "DIAMETER_ERROR_UNKNOWN_MBMS_BEARER_SERVICE",
        5123 => "DIAMETER_ERROR_SERVICE_AREA",
        5140 => "DIAMETER_ERROR_INITIAL_PARAMETERS",
        5141 => "DIAMETER_ERROR_TRIGGER_EVENT",
        5142 => "DIAMETER_PCC_RULE_EVENT",
        5143 => "DIAMETER_ERROR_BEARER_NOT_AUTHORIZED",
        5144 => "DIAMETER_ERROR_TRAFFIC_MAPPING_INFO_REJECTED",
        5145 => "DIAMETER_QOS_RULE_EVENT",
        5146 => "DIAMETER_ERROR_TRAFFIC_MAPPING_INFO_REJECTED",
        5147 => "DIAMETER_ERROR_CONFLICTING_REQUEST",
        5148 => "DIAMETER_ADC_RULE_EVENT",
        5149 => "DIAMETER_ERROR_NBIFOM_NOT_AUTHORIZED",
        5401 => "DIAMETER_ERROR_IMPI_UNKNOWN",
        5402 => "DIAMETER_ERROR_NOT_AUTHORIZED",
        5403 => "DIAMETER_ERROR_TRANSACTION_IDENTIFIER_INVALID",
        5420 => "DIAMETER_ERROR_UNKNOWN_EPS_SUBSCRIPTION",
        5421 => "DIAMETER_ERROR_RAT_NOT_ALLOWED",
        5422 => "DIAMETER_ERROR_EQUIPMENT_UNKNOWN",
        5423 => "DIAMETER_ERROR_UNKNOWN_SERVING_NODE",
        5450 => "DIAMETER_ERROR_USER_NO_NON_3GPP_SUBSCRIPTION",
        5451 => "DIAMETER_ERROR_USER_NO_APN_SUBSCRIPTION",
        5452 => "DIAMETER_ERROR_RAT_TYPE_NOT_ALLOWED",
        5453 => "DIAMETER_ERROR_LATE_OVERLAPPING_REQUEST",
        5454 => "DIAMETER_ERROR_TIMED_OUT_REQUEST",
        5470 => "DIAMETER_ERROR_SUBSESSION",
        5471 => "DIAMETER_ERROR_ONGOING_SESSION_ESTABLISHMENT",
        5490 => "DIAMETER_ERROR_UNAUTHORIZED_REQUESTING_NETWORK",
        5510 => "DIAMETER_ERROR_UNAUTHORIZED_REQUESTING_ENTITY",
        5511 => "DIAMETER_ERROR_UNAUTHORIZED_SERVICE",
        5512 => "DIAMETER_ERROR_REQUESTED_RANGE_IS_NOT ALLOWED",
        5513 => "DIAMETER_ERROR_CONFIGURATION_EVENT_STORAGE_NOT_SUCCESSFUL",
        5514 => "DIAMETER_ERROR_CONFIGURATION_EVENT_NON_EXISTANT",
        5515 => "DIAMETER_ERROR_SCEF_REFERENCE_ID_UNKNOWN",
        5530 => "DIAMETER_ERROR_INVALID_SME_ADDRESS",
        5531 => "DIAMETER_ERROR_SC_CONGESTION",
        5532 => "DIAMETER_ERROR_SM_PROTOCOL",
        5533 => "DIAMETER_ERROR_TRIGGER_REPLACE_FAILURE",
        5534 => "DIAMETER_ERROR_TRIGGER_RECALL_FAILURE",
        5535 => "DIAMETER_ERROR_ORIGINAL_MESSAGE_NOT_PENDING",
        5550 => "DIAMETER_ERROR_ABSENT_USER",
        5551 => "DIAMETER_ERROR_USER_BUSY_FOR_MT_SMS",
        5552 => "DIAMETER_ERROR_FACILITY_NOT_SUPPORTED",
        5553 => "DIAMETER_ERROR_ILLEGAL_USER",
        5554 => "DIAMETER_ERROR_ILLEGAL_EQUIPMENT",
        5555 => "DIAMETER_ERROR_SM_DELIVERY_FAILURE",
        5556 => "DIAMETER_ERROR_SERVICE_NOT_SUBSCRIBED",
        5557 => "DIAMETER_ERROR_SERVICE_BARRED",
        5558 => "DIAMETER_ERROR_MWD_LIST_FULL",
        5570 => "DIAMETER_ERROR_UNKNOWN_POLICY_COUNTERS",
        5590 => "DIAMETER_ERROR_ORIGIN_ALUID_UNKNOWN",
        5591 => "DIAMETER_ERROR_TARGET_ALUID_UNKNOWN",
        5592 => "DIAMETER_ERROR_PFID_UNKNOWN",
        5593 => "DIAMETER_ERROR_APP_REGISTER_REJECT",
        5594 => "DIAMETER_ERROR_PROSE_MAP_REQUEST_DISALLOWED",
        5595 => "DIAMETER_ERROR_MAP_REQUEST_REJECT",
        5596 => "DIAMETER_ERROR_REQUESTING_RPAUID_UNKNOWN",
        5597 => "DIAMETER_ERROR_UNKNOWN_OR_INVALID_TARGET_SET",
        5598 => "DIAMETER_ERROR_MISSING_APPLICATION_DATA",
        5599 => "DIAMETER_ERROR_AUTHORIZATION_REJECT",
        5600 => "DIAMETER_ERROR_DISCOVERY_NOT_PERMITTED",
        5601 => "DIAMETER_ERROR_TARGET_RPAUID_UNKNOWN",
        5602 => "DIAMETER_ERROR_INVALID_APPLICATION_DATA",
        5610 => "DIAMETER_ERROR_UNKNOWN_PROSE_SUBSCRIPTION",
        5611 => "PROSE_NOT_ALLOWED",
        5612 => "DIAMETER_ERROR_UE_LOCATION_UNKNOWN",
        5630 => "DIAMETER_ERROR_NO_ASSOCIATED_DISCOVERY_FILTER",
        5631 => "DIAMETER_ERROR_ANNOUNCING_UNAUTHORIZED_IN_PLMN",
        5632 => "DIAMETER_ERROR_INVALID_APPLICATION_CODE",
        5633 => "DIAMETER_ERROR_PROXIMITY_UNAUTHORIZED",
        5634 => "DIAMETER_ERROR_PROXIMITY_REJECTED",
        5635 => "DIAMETER_ERROR_NO_PROXIMITY_REQUEST",
        5636 => "DIAMETER_ERROR_UNAUTHORIZED_SERVICE_IN_THIS_PLMN",
        5637 => "DIAMETER_ERROR_PROXIMITY_CANCELLED",
        5638 => "DIAMETER_ERROR_INVALID_TARGET_PDUID",
        5639 => "DIAMETER_ERROR_INVALID_TARGET_RPAUID",
        5640 => "DIAMETER_ERROR_NO_ASSOCIATED_RESTRICTED_CODE",
        5641 => "DIAMETER_ERROR_INVALID_DISCOVERY_TYPE",
        5650 => "DIAMETER_ERROR_REQUESTED_LOCATION_NOT_SERVED",
        5651 => "DIAMETER_ERROR_INVALID_EPS_BEARER",
        5652 => "DIAMETER_ERROR_NIDD_CONFIGURATION_NOT_AVAILABLE",
        5653 => "DIAMETER_ERROR_USER_TEMPORARILY_UNREACHABLE",
        5670 => "DIAMETER_ERROR_UNKNKOWN_DATA",
        5671 => "DIAMETER_ERROR_REQUIRED_KEY_NOT_PROVIDED",
        5690 => "DIAMETER_ERROR_UNKNOWN_V2X_SUBSCRIPTION",
        5691 => "DIAMETER_ERROR_V2X_NOT_ALLOWED",
    }
    INBAND_SECURITY_ID_NAMES {
        0 => "NO_INBAND_SECURITY",
        1 => "TLS",
    }
    ACCOUNTING_RECORD_TYPE_NAMES {
        1 => "Event Record",
        2 => "Start Record",
        3 => "Interim Record",
    }
    CC_REQUEST_TYPE_NAMES {
        1 => "INITIAL_REQUEST",
        2 => "UPDATE_REQUEST",
        3 => "TERMINATION_REQUEST",
    }
    CC_SESSION_FAILOVER_NAMES {
        0 => "FAILOVER_NOT_SUPPORTED",
        1 => "FAILOVER_SUPPORTED",
    }
    CHECK_BALANCE_RESULT_NAMES {
        0 => "ENOUGH_CREDIT",
        1 => "NO_CREDIT",
    }
    CREDIT_CONTROL_NAMES {
        0 => "CREDIT_AUTHORIZATION",
        1 => "RE_AUTHORIZATION",
    }
    CREDIT_CONTROL_FAILURE_HANDLING_NAMES {
        0 => "TERMINATE",
        1 => "CONTINUE",
        2 => "RETRY_AND_TERMINATE",
    }
    DIRECT_DEBITING_FAILURE_HANDLING_NAMES {
        0 => "TERMINATE_OR_BUFFER",
        1 => "CONTINUE",
    }
    REDIRECT_ADDRESS_TYPE_NAMES {
        0 => "IPV4_ADDRESS",
        1 => "IPV6_ADDRESS",
        2 => "URL",
        3 => "SIP_URI",
    }
    REQUESTED_ACTION_NAMES {
        0 => "DIRECT_DEBITING",
        1 => "REFUND_ACCOUNT",
        2 => "CHECK_BALANCE",
        3 => "PRICE_ENQUIRY",
    }
    FINAL_UNIT_ACTION_NAMES {
        0 => "TERMINATE",
        1 => "REDIRECT",
        2 => "RESTRICT_ACCESS",
    }
    SUBSCRIPTION_ID_TYPE_NAMES {
        0 => "END_USER_E164",
        1 => "END_USER_IMSI",
        2 => "END_USER_SIP_URI",
        3 => "END_USER_NAI",
        4 => "END_USER_PRIVATE",
    }
    TARIFF_CHANGE_USAGE_NAMES {
        0 => "UNIT_BEFORE_TARIFF_CHANGE",
        1 => "UNIT_AFTER_TARIFF_CHANGE",
        2 => "UNIT_INDETERMINATE",
    }
    MULTIPLE_SERVICES_INDICATOR_NAMES {
        0 => "MULTIPLE_SERVICES_NOT_SUPPORTED",
        1 => "MULTIPLE_SERVICES_SUPPORTED",
    }
    USER_EQUIPMENT_INFO_TYPE_NAMES {
        0 => "IMEISV",
        1 => "MAC",
        2 => "EUI64",
        3 => "MODIFIED_EUI64",
    }
    CMD_CODE_NAMES {
        100 => "Peer Information",
        101 => "Fetch Peers",
        102 => "Subscribe Change",
        103 => "Notify Change",
        257 => "Capabilities-Exchange",
        258 => "Re-Auth",
        260 => "AA-Mobile-Node",
        262 => "Home-Agent-MIP",
        265 => "AA",
        268 => "Diameter-EAP",
        271 => "Accounting",
        272 => "Credit-Control",
        274 => "Abort-Session",
        275 => "Session-Termination",
        280 => "Device-Watchdog",
        282 => "Disconnect-Peer",
        283 => "User-Authorization",
        284 => "Server-Assignment",
        285 => "Location-Info",
        286 => "Multimedia-Auth",
        287 => "Registration-Termination",
        288 => "Push-Profile",
        300 => "User-Authorization",
        301 => "Server-Assignment",
        302 => "Location-Info",
        303 => "Multimedia-Auth",
        304 => "Registration-Termination",
        305 => "Push-Profile",
        306 => "User-Data",
        307 => "Profile-Update",
        308 => "Subscribe-Notifications",
        309 => "Push-Notification",
        310 => "Boostrapping-Info",
        311 => "Message-Process",
        312 => "GBAPush-Info",
        314 => "Policy-Data",
        315 => "Policy-Install",
        316 => "3GPP-Update-Location",
        317 => "3GPP-Cancel-Location",
        318 => "3GPP-Authentication-Information",
        319 => "3GPP-Insert-Subscriber-Data",
        320 => "3GPP-Delete-Subscriber-Data",
        321 => "3GPP-Purge-UE",
        322 => "3GPP-Reset",
        323 => "3GPP-Notify",
        324 => "3GPP-ME-Identity-Check",
        325 => "MIP6",
        326 => "QoS-Authorization",
        327 => "QoS-Install",
        328 => "Capabilities-Update",
        329 => "IKEv2-SK",
        330 => "NAT-Control",
        511 => "Ping",
        8388620 => "3GPP-Provide-Location",
        8388621 => "3GPP-Location-Report",
        8388622 => "3GPP-LCS-Routing-Info",
        8388631 => "Subscription Information Application",
        8388632 => "Distributed Charging",
        8388633 => "Ericsson-SL",
        8388634 => "Ericsson-SN",
        8388635 => "Spending-Limit",
        8388636 => "Spending-Status-Notification",
        8388637 => "TDF-Session",
        8388638 => "3GPP-Update-VCSG-Location",
        8388639 => "3GPP-Device-Action",
        8388640 => "3GPP-Device-Notification",
        8388641 => "3GPP-Subscriber-Information",
        8388642 => "Cancel-VCSG-Location",
        8388643 => "3GPP-Device-Trigger",
        8388644 => "3GPP-Delivery-Report",
        8388645 => "MO-Forward-Short-Message",
        8388646 => "MT-Forward-Short-Message",
        8388647 => "Send-Routing-Info-for-SM",
        8388648 => "Alert-Service-Centre",
        8388649 => "Report-SM-Delivery-Status",
        8388650 => "NSN Cancel-LocationMS",
        8388651 => "NSN User-DataMS",
        8388652 => "NSN Profile-UpdateMS",
        8388653 => "NSN Subscribe-NotificationsMS",
        8388654 => "NSN Push-NotificationMS",
        8388655 => "Get Gateway",
        8388656 => "Trigger-Establishment",
        8388657 => "Ericsson Binding-Data",
        8388662 => "GCS-Action",
        8388663 => "GCS-Notification",
        8388664 => "ProSe-Subscriber-Information",
        8388665 => "Update-ProSe-Subscriber-Data",
        8388666 => "ProSe-Notify",
        8388667 => "Reset",
        8388713 => "ProSe-Initial-Location-Information",
        8388717 => "Ericsson Trace-Report",
        8388718 => "Configuration-Information",
        8388719 => "Reporting-Information",
        8388720 => "Non-Aggregated-RUCI-Report",
        8388721 => "Aggregated-RUCI-Report",
        8388722 => "Modify-Uecontext",
        8388726 => "NIDD-Information",
        8388732 => "Connection-Management",
        8388733 => "MO-Data",
        8388734 => "MT-Data",
    }
}

/// How the data of an attribute is read.
#[derive(Clone, Copy)]
enum Kind {
    /// As the type of its field says.
    Plain,
    /// More attributes.
    Group,
    /// Seconds since 1900.
    Time,
    /// A family and an address of it.
    Address,
}

/// Attributes of the base protocol (RFC 6733) and of credit control (RFC 8506), by their codes.
const ATTRIBUTES: &[(u32, Field, Kind)] = &[
    (1, USER_NAME, Kind::Plain),
    (25, CLASS, Kind::Plain),
    (27, SESSION_TIMEOUT, Kind::Plain),
    (55, EVENT_TIMESTAMP, Kind::Time),
    (85, ACCT_INTERIM_INTERVAL, Kind::Plain),
    (257, HOST_IP_ADDRESS, Kind::Address),
    (258, AUTH_APPLICATION_ID, Kind::Plain),
    (259, ACCT_APPLICATION_ID, Kind::Plain),
    (260, VENDOR_SPECIFIC_APPLICATION_ID, Kind::Group),
    (261, REDIRECT_HOST_USAGE, Kind::Plain),
    (262, REDIRECT_MAX_CACHE_TIME, Kind::Plain),
    (263, SESSION_ID, Kind::Plain),
    (264, ORIGIN_HOST, Kind::Plain),
    (265, SUPPORTED_VENDOR_ID, Kind::Plain),
    (266, VENDOR_ID, Kind::Plain),
    (267, FIRMWARE_REVISION, Kind::Plain),
    (268, RESULT_CODE, Kind::Plain),
    (269, PRODUCT_NAME, Kind::Plain),
    (270, SESSION_BINDING, Kind::Plain),
    (271, SESSION_SERVER_FAILOVER, Kind::Plain),
    (272, MULTI_ROUND_TIME_OUT, Kind::Plain),
    (273, DISCONNECT_CAUSE, Kind::Plain),
    (274, AUTH_REQUEST_TYPE, Kind::Plain),
    (276, AUTH_GRACE_PERIOD, Kind::Plain),
    (277, AUTH_SESSION_STATE, Kind::Plain),
    (278, ORIGIN_STATE_ID, Kind::Plain),
    (279, FAILED_AVP, Kind::Group),
    (280, PROXY_HOST, Kind::Plain),
    (281, ERROR_MESSAGE, Kind::Plain),
    (282, ROUTE_RECORD, Kind::Plain),
    (283, DESTINATION_REALM, Kind::Plain),
    (284, PROXY_INFO, Kind::Group),
    (285, RE_AUTH_REQUEST_TYPE, Kind::Plain),
    (291, AUTHORIZATION_LIFETIME, Kind::Plain),
    (292, REDIRECT_HOST, Kind::Plain),
    (293, DESTINATION_HOST, Kind::Plain),
    (294, ERROR_REPORTING_HOST, Kind::Plain),
    (295, TERMINATION_CAUSE, Kind::Plain),
    (296, ORIGIN_REALM, Kind::Plain),
    (297, EXPERIMENTAL_RESULT, Kind::Group),
    (298, EXPERIMENTAL_RESULT_CODE, Kind::Plain),
    (299, INBAND_SECURITY_ID, Kind::Plain),
    (411, CC_CORRELATION_ID, Kind::Plain),
    (412, CC_INPUT_OCTETS, Kind::Plain),
    (413, CC_MONEY, Kind::Group),
    (414, CC_OUTPUT_OCTETS, Kind::Plain),
    (415, CC_REQUEST_NUMBER, Kind::Plain),
    (416, CC_REQUEST_TYPE, Kind::Plain),
    (417, CC_SERVICE_SPECIFIC_UNITS, Kind::Plain),
    (418, CC_SESSION_FAILOVER, Kind::Plain),
    (419, CC_SUB_SESSION_ID, Kind::Plain),
    (420, CC_TIME, Kind::Plain),
    (421, CC_TOTAL_OCTETS, Kind::Plain),
    (422, CHECK_BALANCE_RESULT, Kind::Plain),
    (423, COST_INFORMATION, Kind::Group),
    (424, COST_UNIT, Kind::Plain),
    (425, CURRENCY_CODE, Kind::Plain),
    (426, CREDIT_CONTROL, Kind::Plain),
    (427, CREDIT_CONTROL_FAILURE_HANDLING, Kind::Plain),
    (428, DIRECT_DEBITING_FAILURE_HANDLING, Kind::Plain),
    (429, EXPONENT, Kind::Plain),
    (430, FINAL_UNIT_INDICATION, Kind::Group),
    (431, GRANTED_SERVICE_UNIT, Kind::Group),
    (432, RATING_GROUP, Kind::Plain),
    (433, REDIRECT_ADDRESS_TYPE, Kind::Plain),
    (434, REDIRECT_SERVER, Kind::Group),
    (435, REDIRECT_SERVER_ADDRESS, Kind::Plain),
    (436, REQUESTED_ACTION, Kind::Plain),
    (437, REQUESTED_SERVICE_UNIT, Kind::Group),
    (439, SERVICE_IDENTIFIER, Kind::Plain),
    (440, SERVICE_PARAMETER_INFO, Kind::Group),
    (441, SERVICE_PARAMETER_TYPE, Kind::Plain),
    (442, SERVICE_PARAMETER_VALUE, Kind::Plain),
    (443, SUBSCRIPTION_ID, Kind::Group),
    (444, SUBSCRIPTION_ID_DATA, Kind::Plain),
    (445, UNIT_VALUE, Kind::Group),
    (446, USED_SERVICE_UNIT, Kind::Group),
    (447, VALUE_DIGITS, Kind::Plain),
    (448, VALIDITY_TIME, Kind::Plain),
    (449, FINAL_UNIT_ACTION, Kind::Plain),
    (450, SUBSCRIPTION_ID_TYPE, Kind::Plain),
    (451, TARIFF_TIME_CHANGE, Kind::Time),
    (452, TARIFF_CHANGE_USAGE, Kind::Plain),
    (453, G_S_U_POOL_IDENTIFIER, Kind::Plain),
    (455, MULTIPLE_SERVICES_INDICATOR, Kind::Plain),
    (456, MULTIPLE_SERVICES_CREDIT_CONTROL, Kind::Group),
    (458, USER_EQUIPMENT_INFO, Kind::Group),
    (459, USER_EQUIPMENT_INFO_TYPE, Kind::Plain),
    (460, USER_EQUIPMENT_INFO_VALUE, Kind::Plain),
    (461, SERVICE_CONTEXT_ID, Kind::Plain),
    (480, ACCOUNTING_RECORD_TYPE, Kind::Plain),
    (485, ACCOUNTING_RECORD_NUMBER, Kind::Plain),
];

/// Bytes of a message's header.
const HEAD: usize = 20;
/// How deep attributes may lie in one another.
const DEPTH: u8 = 16;
/// Seconds from 1900 to the epoch of Unix.
const EPOCH: i64 = 2_208_988_800;
const REQUEST: u8 = 0x80;
const VENDOR: u8 = 0x80;
const MANDATORY: u8 = 0x40;
const PROTECTED: u8 = 0x20;

fn pdu_len(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [1, a, b, c, ..] => match u32::from_be_bytes([0, *a, *b, *c]) as usize {
            n if n >= HEAD => Pdu::Len(n),
            _ => Pdu::AsItComes,
        },
        [1, ..] | [] => Pdu::More(4),
        // Another version, or something else altogether.
        _ => Pdu::AsItComes,
    }
}

/// An answer is told by the number that the next hop gave the request.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let (Some(flags), Some(id)) = (pdu.get(4), pdu.get(12..16).and_then(|b| b.first_chunk::<4>())) else {
        return;
    };
    let id = u64::from(u32::from_be_bytes(*id));
    let key = Key::here(id);
    if flags & REQUEST != 0 {
        past.set(&key, &[]);
    } else if let Some(request) = past.get(&key) {
        past.note(id, &request);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let len = pdu_len(c.rest(), true, &[0; 2]);
    one_by_one(cx, c, ID, len, packet)
}

fn packet<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(c.left());
    let h = *c.peek_array::<HEAD>()?;
    if h[0] != 1 {
        return Err(Stop::NotMine);
    }
    cx.protocol("DIAMETER");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let long =
        |at: usize| h.get(at..).and_then(|b| b.first_chunk::<4>()).map_or(0, |b| u32::from_be_bytes(*b));
    let (flags, command, application) = (h[4], long(4) & 0xff_ffff, long(8));
    cx.u8(VERSION, &mut c)?;
    cx.u24(LENGTH, &mut c)?;
    cx.flags(
        FLAGS,
        &mut c,
        1,
        &[
            FLAGS_REQUEST,
            FLAGS_PROXYABLE,
            FLAGS_ERROR,
            FLAGS_T,
            FLAGS_RESERVED4,
            FLAGS_RESERVED5,
            FLAGS_RESERVED6,
            FLAGS_RESERVED7,
        ],
    )?;
    cx.field(CMD_CODE, &mut c, 3)?;
    crate::common::run(cx, &mut c, &[(APPLICATIONID, 4), (HOPBYHOPID, 4), (ENDTOENDID, 4)])?;
    cx.info_sep(" | ", |o| {
        o.s("cmd=").s(CMD_CODE_NAMES.or(u64::from(command), "Unknown"));
        o.s(if flags & REQUEST != 0 { " Request(" } else { " Answer(" }).u(command).s(") flags=");
        for (bit, name) in [(0x80, "R"), (0x40, "P"), (0x20, "E"), (0x10, "T")] {
            o.s(if flags & bit != 0 { name } else { "-" });
        }
        o.s(" appl=")
            .s(AUTH_APPLICATION_ID_NAMES.or(u64::from(application), "Unknown"))
            .s("(")
            .u(application);
        o.s(") h2h=").x(long(12), 1).s(" e2e=").x(long(16), 1).s(" |");
    });
    if flags & REQUEST == 0
        && let Some(request) = cx.recalled(u64::from(long(12)))
    {
        cx.generated(ANSWER_TO, c.span(0), Value::U(request.frame));
        cx.generated(RESP_TIME, c.span(0), cx.meta.time.since(request.time).into());
    }
    attributes(cx, c, 0)
}

fn attributes<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, depth: u8) -> Step {
    while !c.is_empty() {
        attribute(cx, &mut c, depth)?;
    }
    Ok(())
}

fn attribute<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let h = *c.peek_array::<8>()?;
    let (code, flags) = (u32::from_be_bytes([h[0], h[1], h[2], h[3]]), h[4]);
    let len = u32::from_be_bytes([0, h[5], h[6], h[7]]) as usize;
    let head = if flags & VENDOR != 0 { 12 } else { 8 };
    if len < head || depth > DEPTH {
        return Err(Stop::Malformed);
    }
    let fill = (len.wrapping_neg() % 4).min(c.left().saturating_sub(len));
    let vendor = if flags & VENDOR != 0 { c.peek_u32(8)? } else { 0 };
    let known = ATTRIBUTES.iter().find(|a| a.0 == code && vendor == 0);
    let name = known.and_then(|a| cx.registry.field(a.1).abbr.strip_prefix("diameter.")).unwrap_or("Unknown");
    let item = cx.field(AVP, &mut c.clone(), len + fill)?;
    cx.label(item, |o| {
        o.s("AVP: ").s(name).s("(").u(code).s(") l=").u(len as u64).s(" f=");
        for (bit, name) in [(VENDOR, "V"), (MANDATORY, "M"), (PROTECTED, "P")] {
            o.s(if flags & bit != 0 { name } else { "-" });
        }
        if vendor != 0 {
            o.s(" vnd=").u(vendor);
        }
    });
    cx.under(item, |cx| -> Step {
        let item = cx.field(AVP_CODE, c, 4)?;
        cx.append(item, |o| _ = o.s(" ").s(name));
        cx.flags(
            AVP_FLAGS,
            c,
            1,
            &[
                FLAGS_VENDORSPECIFIC,
                FLAGS_MANDATORY,
                AVP_FLAGS_PROTECTED,
                AVP_FLAGS_RESERVED3,
                AVP_FLAGS_RESERVED4,
                AVP_FLAGS_RESERVED5,
                AVP_FLAGS_RESERVED6,
                AVP_FLAGS_RESERVED7,
            ],
        )?;
        cx.u24(AVP_LEN, c)?;
        if flags & VENDOR != 0 {
            cx.u32(AVP_VENDORID, c)?;
        }
        let mut data = c.take_all(len - head)?;
        match known {
            Some((_, field, kind)) => value(cx, &mut data, *field, *kind, depth)?,
            None => _ = cx.bytes(AVP_UNKNOWN, &mut data, len - head)?,
        }
        if fill > 0 {
            cx.bytes(AVP_PAD, c, fill)?;
        }
        Ok(())
    })
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, kind: Kind, depth: u8) -> Step {
    let n = c.left();
    match kind {
        Kind::Plain => cx.field(field, c, n).map(|_| ()),
        Kind::Group => {
            let inner = *c;
            let item = cx.field(field, c, n)?;
            cx.under(item, |cx| attributes(cx, inner, depth + 1))
        }
        Kind::Time => {
            let seconds = c.peek_u32(0)?;
            // The first bit tells which era of 136 years is meant.
            let era = if seconds & 0x8000_0000 == 0 { 1 << 32 } else { 0 };
            cx.add(field, c.span(4), requin_wire::Time::new(i64::from(seconds) + era - EPOCH, 0).into());
            c.skip(4)
        }
        Kind::Address => {
            let mut inner = *c;
            let item = cx.field(field, c, n)?;
            cx.under(item, |cx| -> Step {
                match cx.u16(HOST_IP_ADDRESS_ADDR_FAMILY, &mut inner)? {
                    1 => cx.field(HOST_IP_ADDRESS_IPV4, &mut inner, 4).map(|_| ()),
                    2 => cx.field(HOST_IP_ADDRESS_IPV6, &mut inner, 16).map(|_| ()),
                    _ => Ok(()),
                }
            })
        }
    }
}
