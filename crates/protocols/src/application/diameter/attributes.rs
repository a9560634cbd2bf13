//! Attributes of messages: which are known, and how their data are read.

use super::*;
use crate::application::ntp;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Value};

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

/// How deep attributes may lie in one another.
const DEPTH: u8 = 16;
const VENDOR: u8 = 0x80;
const MANDATORY: u8 = 0x40;
const PROTECTED: u8 = 0x20;

/// The attributes of a message, or of a group.
pub(super) fn attributes<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, depth: u8) -> Step {
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
    let known = ATTRIBUTES.binary_search_by_key(&code, |a| a.0).ok().and_then(|i| ATTRIBUTES.get(i));
    let known = known.filter(|_| vendor == 0);
    let name = known.and_then(|a| cx.registry.field(a.1).abbr.strip_prefix("diameter.")).unwrap_or("Unknown");
    let item = cx.peek(AVP, c, len + fill)?;
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
            cx.add(field, c.span(4), Value::Time(ntp::unix(c.peek_u32(0)?), 0));
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
