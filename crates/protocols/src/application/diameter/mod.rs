//! Diameter, RFC 6733, with credit control, RFC 8506.

mod attributes;
mod names;

use crate::common::one_by_one;
use attributes::attributes;
use names::*;
use requin_wire::{Cursor, Cx, Key, Past, Pdu, Sink, Step, Stop, Value, proto};

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

/// Bytes of a message's header.
const HEAD: usize = 20;
const REQUEST: u8 = 0x80;

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
