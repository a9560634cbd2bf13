//! Simple Network Management Protocol: versions 1 (RFC 1157), 2c (RFC 3416) and 3 (RFC 3412, RFC 3414).

use super::ber::{self, Class, Element};
use super::enterprises;
use super::text;
use super::text::absolute;
use requin_wire::{
    Cursor, Cx, FRAME, Field, Item, Key, Names, Out, Past, Sink, Step, Stop, Value, names, proto,
};

proto! {
    SNMP "snmp" "Simple Network Management Protocol" "SNMP" App
    on [Udp 161, Udp 162, Tcp 161, Tcp 162, Tcp 199]
    remember [remember] for [RESPONSE_TO, TIME]
    fields {
        RESPONSE_IN "snmp.response_in" "Response In": Framenum;
        RESPONSE_TO "snmp.response_to" "Response To": Framenum;
        TIME "snmp.time" "Time": RelTime;
        V3_FLAGS_AUTH "snmp.v3.flags.auth" "Authenticated": Bool(8) & 0x1 = Names::Bools("Set", "Not set");
        V3_FLAGS_CRYPT "snmp.v3.flags.crypt" "Encrypted": Bool(8) & 0x2 = Names::Bools("Set", "Not set");
        V3_FLAGS_REPORT "snmp.v3.flags.report" "Reportable": Bool(8) & 0x4 = Names::Bools("Set", "Not set");
        ENGINEID_CONFORM "snmp.engineid.conform" "Engine ID Conformance": Bool(8) & 0x80 = Names::Bools("RFC3411 (SNMPv3)", "RFC1910 (Non-SNMPv3)");
        ENGINEID_ENTERPRISE "snmp.engineid.enterprise" "Engine Enterprise ID": U32 Custom;
        ENGINEID_FORMAT "snmp.engineid.format" "Engine ID Format": U8 Dec = ENGINEID_FORMAT_NAMES;
        ENGINEID_IPV4 "snmp.engineid.ipv4" "Engine ID Data: IPv4 address": Ipv4;
        ENGINEID_IPV6 "snmp.engineid.ipv6" "Engine ID Data: IPv6 address": Ipv6;
        ENGINEID_CISCO_TYPE "snmp.engineid.cisco.type" "Engine ID Data: Cisco type": U8 Hex = ENGINEID_CISCO_TYPE_NAMES;
        ENGINEID_MAC "snmp.engineid.mac" "Engine ID Data: MAC address": Ether;
        ENGINEID_TEXT "snmp.engineid.text" "Engine ID Data: Text": Str;
        ENGINEID_TIME "snmp.engineid.time" "Engine ID Data: Creation Time": AbsTime Local;
        ENGINEID_DATA "snmp.engineid.data" "Engine ID Data": Bytes;
        V3_AUTH "snmp.v3.auth" "Authentication": Bool = Names::Bools("OK", "Failed");
        DECRYPTED_PDU "snmp.decrypted_pdu" "Decrypted ScopedPDU": Bytes;
        UNSPECIFIED "snmp.unSpecified" "unSpecified": None;
        VALUE_INT "snmp.value.int" "Value (Integer32)": I64 Dec;
        VALUE_OCTETS "snmp.value.octets" "Value (OctetString)": Bytes;
        VALUE_OID "snmp.value.oid" "Value (OID)": Oid;
        VALUE_NULL "snmp.value.null" "Value (Null)": None;
        VALUE_IPV4 "snmp.value.ipv4" "Value (IpAddress)": Ipv4;
        VALUE_IPV6 "snmp.value.ipv6" "Value (IpAddress)": Ipv6;
        VALUE_ADDR "snmp.value.addr" "Value (IpAddress)": Bytes;
        VALUE_U32 "snmp.value.u32" "Value (Unsigned32)": I64 Dec;
        VALUE_G32 "snmp.value.g32" "Value (Gauge32)": I64 Dec;
        VALUE_UNK "snmp.value.unk" "Value (Unknown)": Bytes;
        VALUE_COUNTER "snmp.value.counter" "Value (Counter32)": U64 Dec;
        VALUE_NSAP "snmp.value.nsap" "Value (NSAP)": U64 Dec;
        VALUE_TIMETICKS "snmp.value.timeticks" "Value (Timeticks)": U64 Dec;
        VALUE_OPAQUE "snmp.value.opaque" "Value (Opaque)": Bytes;
        NOSUCHOBJECT "snmp.noSuchObject" "noSuchObject": None;
        NOSUCHINSTANCE "snmp.noSuchInstance" "noSuchInstance": None;
        ENDOFMIBVIEW "snmp.endOfMibView" "endOfMibView": None;
        NAME "snmp.name" "Object Name": Oid;
        NAME_INDEX "snmp.name.index" "Scalar Instance Index": U64 Dec;
        VAR_BIND_STR "snmp.var-bind_str" "Variable-binding-string": Str;
        AGENTID_TRAILER "snmp.agentid_trailer" "AgentID Trailer": Bytes;
        VERSION "snmp.version" "version": I32 Dec = VERSION_NAMES;
        COMMUNITY "snmp.community" "community": Str;
        DATA "snmp.data" "data": U32 Dec = DATA_NAMES;
        DATAV2U "snmp.datav2u" "datav2u": U32 Dec = DATAV2U_NAMES;
        PLAINTEXT "snmp.plaintext" "plaintext": U32 Dec = DATA_NAMES;
        ENCRYPTED "snmp.encrypted" "encrypted": Bytes;
        MSGAUTHORITATIVEENGINEID "snmp.msgAuthoritativeEngineID" "msgAuthoritativeEngineID": Bytes;
        MSGAUTHORITATIVEENGINEBOOTS "snmp.msgAuthoritativeEngineBoots" "msgAuthoritativeEngineBoots": U32 Dec;
        MSGAUTHORITATIVEENGINETIME "snmp.msgAuthoritativeEngineTime" "msgAuthoritativeEngineTime": U32 Dec;
        MSGUSERNAME "snmp.msgUserName" "msgUserName": Str;
        MSGAUTHENTICATIONPARAMETERS "snmp.msgAuthenticationParameters" "msgAuthenticationParameters": Bytes;
        MSGPRIVACYPARAMETERS "snmp.msgPrivacyParameters" "msgPrivacyParameters": Bytes;
        MSGVERSION "snmp.msgVersion" "msgVersion": I32 Dec = VERSION_NAMES;
        MSGGLOBALDATA_ELEMENT "snmp.msgGlobalData_element" "msgGlobalData": None;
        MSGSECURITYPARAMETERS "snmp.msgSecurityParameters" "msgSecurityParameters": Bytes;
        MSGDATA "snmp.msgData" "msgData": U32 Dec = MSGDATA_NAMES;
        MSGID "snmp.msgID" "msgID": U32 Dec;
        MSGMAXSIZE "snmp.msgMaxSize" "msgMaxSize": U32 Dec;
        MSGFLAGS "snmp.msgFlags" "msgFlags": Bytes;
        MSGSECURITYMODEL "snmp.msgSecurityModel" "msgSecurityModel": U32 Dec = MSGSECURITYMODEL_NAMES;
        PLAINTEXT_ELEMENT "snmp.plaintext_element" "plaintext": None;
        ENCRYPTEDPDU "snmp.encryptedPDU" "encryptedPDU": Bytes;
        CONTEXTENGINEID "snmp.contextEngineID" "contextEngineID": Bytes;
        CONTEXTNAME "snmp.contextName" "contextName": Str;
        GET_REQUEST_ELEMENT "snmp.get_request_element" "get-request": None;
        GET_NEXT_REQUEST_ELEMENT "snmp.get_next_request_element" "get-next-request": None;
        GET_RESPONSE_ELEMENT "snmp.get_response_element" "get-response": None;
        SET_REQUEST_ELEMENT "snmp.set_request_element" "set-request": None;
        TRAP_ELEMENT "snmp.trap_element" "trap": None;
        GETBULKREQUEST_ELEMENT "snmp.getBulkRequest_element" "getBulkRequest": None;
        INFORMREQUEST_ELEMENT "snmp.informRequest_element" "informRequest": None;
        SNMPV2_TRAP_ELEMENT "snmp.snmpV2_trap_element" "snmpV2-trap": None;
        REPORT_ELEMENT "snmp.report_element" "report": None;
        REQUEST_ID "snmp.request_id" "request-id": I32 Dec;
        ERROR_STATUS "snmp.error_status" "error-status": I32 Dec = ERROR_STATUS_NAMES;
        ERROR_INDEX "snmp.error_index" "error-index": I32 Dec;
        VARIABLE_BINDINGS "snmp.variable_bindings" "variable-bindings": U32 Dec;
        NON_REPEATERS "snmp.non_repeaters" "non-repeaters": U32 Dec;
        MAX_REPETITIONS "snmp.max_repetitions" "max-repetitions": U32 Dec;
        ENTERPRISE "snmp.enterprise" "enterprise": Oid;
        AGENT_ADDR "snmp.agent_addr" "agent-addr": Ipv4;
        GENERIC_TRAP "snmp.generic_trap" "generic-trap": I32 Dec = GENERIC_TRAP_NAMES;
        SPECIFIC_TRAP "snmp.specific_trap" "specific-trap": I32 Dec;
        TIME_STAMP "snmp.time_stamp" "time-stamp": U32 Dec;
        VARBIND_ELEMENT "snmp.VarBind_element" "VarBind": None;
        COMMITORROLLBACK "snmp.commitOrRollback" "commitOrRollback": I32 Dec = COMMITORROLLBACK_NAMES;
        PDUS "snmp.pDUs" "pDUs": U32 Dec = DATA_NAMES;
        FAILED_DECRYPTED_DATA_PDU "snmp.failed_decrypted_data_pdu" "Failed to decrypt encryptedPDU": None;
        DECRYPTED_DATA_BAD_FORMATTED "snmp.decrypted_data_bad_formatted" "Decrypted data not formatted as expected, wrong key?": None;
        VERIFY_AUTHENTICATION_ERROR "snmp.verify_authentication_error" "Error while verifying Message authenticity": None;
        AUTHENTICATION_OK "snmp.authentication_ok" "SNMP Authentication OK": None;
        AUTHENTICATION_ERROR "snmp.authentication_error" "SNMP Authentication Error": None;
        VARBIND_NOT_UNI_CLASS_SEQ "snmp.varbind.not_uni_class_seq" "VarBind is not an universal class sequence": None;
        VARBIND_HAS_INDICATOR "snmp.varbind.has_indicator" "VarBind has indicator set": None;
        OBJECTNAME_NOT_OID "snmp.objectname_not_oid" "ObjectName not an OID": None;
        OBJECTNAME_HAS_INDICATOR "snmp.objectname_has_indicator" "ObjectName has indicator set": None;
        INVALID_OID "snmp.invalid_oid" "invalid oid": None;
        VARBIND_WRONG_TAG "snmp.varbind.wrong_tag" "Wrong tag for SNMP VarBind error value": None;
        NO_INSTANCE_SUBID "snmp.no_instance_subid" "No instance sub-id in scalar value": None;
        WRONG_NUM_OF_SUBIDS "snmp.wrong_num_of_subids" "Wrong number of instance sub-ids in scalar value": None;
        INDEX_SUBOID_TOO_SHORT "snmp.index_suboid_too_short" "index sub-oid shorter than expected": None;
        UNIMPLEMENTED_INSTANCE_INDEX "snmp.unimplemented_instance_index" "OID instaces not handled, if you want this implemented please contact the wireshark developers": None;
        NDEX_SUBOID_LEN0 "snmp.ndex_suboid_len0" "an index sub-oid OID cannot be 0 bytes long!": None;
        INDEX_SUBOID_TOO_LONG "snmp.index_suboid_too_long" "index sub-oid should not be longer than remaining oid size": None;
        INDEX_STRING_TOO_LONG "snmp.index_string_too_long" "index string should not be longer than remaining oid size": None;
        COLUMN_PARENT_NOT_ROW "snmp.column_parent_not_row" "COLUMNS's parent is not a ROW": None;
        MISSING_MIB "snmp.missing_mib" "Unresolved value, Missing MIB": None;
        VARBIND_WRONG_LENGTH_VALUE "snmp.varbind.wrong_length_value" "Wrong length for SNMP VarBind/value": None;
        VARBIND_WRONG_CLASS_TAG "snmp.varbind.wrong_class_tag" "Wrong class/tag for SNMP VarBind/value": None;
        RFC3411_NON_CONFORMANT "snmp.rfc3411_non_conformant" "Data not conforming to RFC3411": None;
    }
    experts {
        RFC1910_NON_CONFORMANT "snmp.rfc1910_non_conformant" Warn Protocol "Data not conforming to RFC1910";
        VARBIND_RESPONSE "snmp.varbind.response" Note Response "Response";
        VERSION_UNKNOWN "snmp.version.unknown" Warn Protocol "Unknown version";
        TRAP_PDU_OBSOLETE "snmp.trap_pdu_obsolete" Warn Protocol "Trap-PDU is obsolete in this SNMP version";
        NOT_PRIMITIVE "snmp.value_not_primitive_encoding" Warn Malformed "value not in primitive encoding";
        INTEGRAL_VALUE0 "snmp.integral_value0" Note Undecoded "Integral value is zero-length";
        INT_TOO_LARGE "snmp.int_too_large" Note Undecoded "Signed integer value > 2^63 - 1 or <= -2^63";
        UINT_TOO_LARGE "snmp.uint_too_large" Note Undecoded "Unsigned integer value > 2^64 - 1";
    }
}

names! {
    ENGINEID_FORMAT_NAMES {
        1 => "IPv4 address", 2 => "IPv6 address", 3 => "MAC address",
        4 => "Text, administratively assigned", 5 => "Octets, administratively assigned",
    }
    ENGINEID_CISCO_TYPE_NAMES {
        0 => "Agent", 1 => "Manager",
    }
    VERSION_NAMES {
        0 => "version-1", 1 => "v2c", 2 => "v2u", 3 => "snmpv3",
    }
    DATA_NAMES {
        0 => "get-request", 1 => "get-next-request", 2 => "get-response", 3 => "set-request", 4 => "trap",
        5 => "getBulkRequest", 6 => "informRequest", 7 => "snmpV2-trap", 8 => "report",
    }
    DATAV2U_NAMES {
        0 => "plaintext", 1 => "encrypted",
    }
    MSGDATA_NAMES {
        0 => "plaintext", 1 => "encryptedPDU",
    }
    MSGSECURITYMODEL_NAMES {
        0 => "Any", 1 => "V1", 2 => "V2C", 3 => "USM",
    }
    ERROR_STATUS_NAMES {
        0 => "noError", 1 => "tooBig", 2 => "noSuchName", 3 => "badValue", 4 => "readOnly", 5 => "genErr",
        6 => "noAccess", 7 => "wrongType", 8 => "wrongLength", 9 => "wrongEncoding", 10 => "wrongValue",
        11 => "noCreation", 12 => "inconsistentValue", 13 => "resourceUnavailable", 14 => "commitFailed",
        15 => "undoFailed", 16 => "authorizationError", 17 => "notWritable", 18 => "inconsistentName",
    }
    GENERIC_TRAP_NAMES {
        0 => "coldStart", 1 => "warmStart", 2 => "linkDown", 3 => "linkUp", 4 => "authenticationFailure",
        5 => "egpNeighborLoss", 6 => "enterpriseSpecific",
    }
    COMMITORROLLBACK_NAMES {
        0 => "commit", 1 => "rollback",
    }
}

/// The kinds of operations by the number of their tag: names, and the fields that say so.
const OPERATIONS: &[(&str, Field)] = &[
    ("get-request", GET_REQUEST_ELEMENT),
    ("get-next-request", GET_NEXT_REQUEST_ELEMENT),
    ("get-response", GET_RESPONSE_ELEMENT),
    ("set-request", SET_REQUEST_ELEMENT),
    ("trap", TRAP_ELEMENT),
    ("getBulkRequest", GETBULKREQUEST_ELEMENT),
    ("informRequest", INFORMREQUEST_ELEMENT),
    ("snmpV2-trap", SNMPV2_TRAP_ELEMENT),
    ("report", REPORT_ELEMENT),
];
const TRAP: u32 = 4;

/// The operation of a message and its request-id, as far as they are not encrypted.
fn request_id(mut c: Cursor<'_>) -> Result<(u32, i64), Stop> {
    let mut message = Element::expect(&mut c, ber::SEQUENCE)?.body;
    if Element::expect(&mut message, ber::INTEGER)?.int() == 3 {
        Element::expect(&mut message, ber::SEQUENCE)?;
        Element::expect(&mut message, ber::OCTET_STRING)?;
        message = Element::expect(&mut message, ber::SEQUENCE)?.body;
        Element::expect(&mut message, ber::OCTET_STRING)?;
    }
    Element::expect(&mut message, ber::OCTET_STRING)?;
    let operation = Element::read(&mut message)?;
    let mut body = operation.body;
    Ok((operation.tag, Element::expect(&mut body, ber::INTEGER)?.int()))
}

/// Remembers requests by their request-id, and notes on a response which one it answers.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Ok((operation, id)) = request_id(Cursor::new(pdu, past.now.reported, FRAME)) else { return };
    let key = Key::here(id as u64);
    match operation {
        GET | GET_NEXT | SET | GET_BULK | INFORM => past.set(&key, &[]),
        RESPONSE => {
            if let Some(request) = past.get(&key) {
                past.note(0, &request);
            }
        }
        _ => {}
    }
}

/// Operations of RFC 3416 by their tags.
const GET: u32 = 0;
const GET_NEXT: u32 = 1;
const RESPONSE: u32 = 2;
const SET: u32 = 3;
const GET_BULK: u32 = 5;
const INFORM: u32 = 6;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.peek_u8(0)? != 0x30 {
        return Err(Stop::NotMine);
    }
    // A message that reaches beyond the datagram, or does not begin with its version, is something else.
    let declined = |stop| if matches!(stop, Stop::Cut) { stop } else { Stop::NotMine };
    let mut message = Element::expect(&mut c, ber::SEQUENCE).map_err(declined)?.body;
    let version = Element::expect(&mut message, ber::INTEGER).map_err(declined)?;
    if version.body.is_cut() {
        return cx.first(Err(Stop::Cut));
    }
    cx.protocol("SNMP");
    let number = version.int();
    match number {
        0..=2 => {
            cx.add(VERSION, version.content(), Value::I(number));
            if let Some(community) = ber::member(cx, &mut message, ber::OCTET_STRING)? {
                whole(&community)?;
                let item = cx.add(COMMUNITY, community.content(), Value::Str(community.content()));
                text::stray(cx, item, community.content(), community.body.rest());
            }
            operation(cx, &mut message, number != 0)?;
        }
        3 => {
            cx.add(MSGVERSION, version.content(), Value::I(number));
            version3(cx, &mut message)?;
        }
        _ => {
            cx.expert(VERSION_UNKNOWN, Item::NONE, version.span);
            return Ok(());
        }
    }
    if let Some(request) = cx.recalled(0) {
        cx.generated(RESPONSE_TO, c.span(0), Value::U(request.frame));
        cx.generated(TIME, c.span(0), cx.meta.time.since(request.time).into());
    }
    Ok(())
}

fn version3<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mut flags = 0;
    let mut model = 0;
    if let Some(global) = ber::member(cx, c, ber::SEQUENCE)? {
        let item = cx.add(MSGGLOBALDATA_ELEMENT, global.span, Value::None);
        cx.under(item, |cx| -> Step {
            let mut g = global.body;
            for field in [MSGID, MSGMAXSIZE] {
                if let Some(e) = ber::member(cx, &mut g, ber::INTEGER)? {
                    cx.add(field, e.content(), Value::U(e.uint()));
                }
            }
            if let Some(e) = ber::member(cx, &mut g, ber::OCTET_STRING)? {
                let bits = cx.add(MSGFLAGS, e.content(), Value::Bytes(e.content()));
                flags = e.body.peek_u8(0)?;
                cx.under(bits, |cx| -> Step {
                    for field in [V3_FLAGS_REPORT, V3_FLAGS_CRYPT, V3_FLAGS_AUTH] {
                        cx.peek(field, &e.body, 1)?;
                    }
                    Ok(())
                })?;
            }
            if let Some(e) = ber::member(cx, &mut g, ber::INTEGER)? {
                model = e.uint();
                cx.add(MSGSECURITYMODEL, e.content(), Value::U(model));
            }
            Ok(())
        })?;
    }
    if let Some(security) = ber::member(cx, c, ber::OCTET_STRING)? {
        if model == 3 {
            user_security(cx, security.body)?;
        } else {
            cx.add(MSGSECURITYPARAMETERS, security.content(), Value::Bytes(security.content()));
        }
    }
    let encrypted = flags & 2 != 0;
    let item = cx.add(MSGDATA, c.span(0), Value::U(u64::from(encrypted)));
    cx.under(item, |cx| -> Step {
        if encrypted {
            if let Some(e) = ber::member(cx, c, ber::OCTET_STRING)? {
                if e.body.is_cut() {
                    return Err(Stop::Cut);
                }
                cx.add(ENCRYPTEDPDU, e.content(), Value::Bytes(e.content()));
                cx.info(|o| _ = o.s("encryptedPDU: privKey Unknown"));
            }
            return Ok(());
        }
        let Some(scoped) = ber::member(cx, c, ber::SEQUENCE)? else { return Ok(()) };
        let plain = cx.add(PLAINTEXT_ELEMENT, scoped.span, Value::None);
        cx.under(plain, |cx| -> Step {
            let mut s = scoped.body;
            if let Some(e) = ber::member(cx, &mut s, ber::OCTET_STRING)? {
                engine_id(cx, CONTEXTENGINEID, &e)?;
            }
            if let Some(e) = ber::member(cx, &mut s, ber::OCTET_STRING)? {
                cx.add(CONTEXTNAME, e.content(), Value::Str(e.content()));
            }
            operation(cx, &mut s, true)
        })
    })
}

/// The user-based security model, RFC 3414.
fn user_security<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let Some(e) = ber::member(cx, &mut c, ber::SEQUENCE)? else { return Ok(()) };
    let mut u = e.body;
    if let Some(e) = ber::member(cx, &mut u, ber::OCTET_STRING)? {
        engine_id(cx, MSGAUTHORITATIVEENGINEID, &e)?;
    }
    for field in [MSGAUTHORITATIVEENGINEBOOTS, MSGAUTHORITATIVEENGINETIME] {
        if let Some(e) = ber::member(cx, &mut u, ber::INTEGER)? {
            cx.add(field, e.content(), Value::U(e.uint()));
        }
    }
    if let Some(e) = ber::member(cx, &mut u, ber::OCTET_STRING)? {
        let item = cx.add(MSGUSERNAME, e.content(), Value::Str(e.content()));
        text::stray(cx, item, e.content(), e.body.rest());
    }
    for field in [MSGAUTHENTICATIONPARAMETERS, MSGPRIVACYPARAMETERS] {
        if let Some(e) = ber::member(cx, &mut u, ber::OCTET_STRING)? {
            cx.add(field, e.content(), Value::Bytes(e.content()));
        }
    }
    Ok(())
}

/// An engine's identifier, RFC 3411.
fn engine_id<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> Step {
    /// Enterprise numbers of Cisco and Net-SNMP, which have forms of their own.
    const CISCO: u32 = 9;
    const NET_SNMP: u32 = 8072;
    whole(e)?;
    let item = cx.add(field, e.content(), Value::Bytes(e.content()));
    let mut b = e.body;
    if b.left() < 4 {
        return Ok(());
    }
    cx.under(item, |cx| -> Step {
        let first = b.peek_u32(0)?;
        cx.peek(ENGINEID_CONFORM, &b, 1)?;
        let enterprise = first & 0x7fff_ffff;
        let item = cx.add(ENGINEID_ENTERPRISE, b.span(4), Value::U(u64::from(enterprise)));
        cx.label(item, |o| enterprises::write(o.s("Engine Enterprise ID: "), enterprise));
        b.skip(4)?;
        if b.is_empty() {
            return Ok(());
        }
        if first & 0x8000_0000 == 0 {
            let n = b.left();
            if n == 8 {
                cx.bytes(AGENTID_TRAILER, &mut b, n)?;
            } else {
                let item = cx.line(b.span(n), |o| _ = o.s("Data not conforming to RFC1910"));
                cx.expert(RFC1910_NON_CONFORMANT, item, b.span(n));
            }
            return Ok(());
        }
        let at = b.span(1);
        let format = b.peek_u8(0)?;
        b.skip(1)?;
        let item = cx.add(ENGINEID_FORMAT, at, Value::U(u64::from(format)));
        if format >= 128 {
            cx.label(item, |o| {
                o.s("Engine ID Format: Reserved/Enterprise-specific (").u(format).s(")");
                if format == 128 && enterprise == NET_SNMP {
                    o.s(": Net-SNMP Random");
                }
            });
        }
        let n = b.left();
        match format {
            1 if n == 4 => _ = cx.field(ENGINEID_IPV4, &mut b, 4)?,
            2 if n == 16 => _ = cx.field(ENGINEID_IPV6, &mut b, 16)?,
            3 if n == 7 && enterprise == CISCO => {
                cx.u8(ENGINEID_CISCO_TYPE, &mut b)?;
                cx.field(ENGINEID_MAC, &mut b, 6)?;
            }
            3 if n >= 6 => _ = cx.field(ENGINEID_MAC, &mut b, 6)?,
            4 => _ = cx.bytes(ENGINEID_TEXT, &mut b, n)?,
            // A random number, and the time in four bytes or eight.
            128 if enterprise == NET_SNMP && (n == 8 || n == 12) => {
                cx.bytes(ENGINEID_DATA, &mut b, 4)?;
                // The time is little-endian.
                let secs = u32::from_le_bytes(*b.peek_array::<4>()?);
                let span = b.span(n - 4);
                let item = cx.add(ENGINEID_TIME, span, Value::Time(i64::from(secs), 0));
                let time = requin_wire::Time::new(i64::from(secs), 0);
                cx.label(item, |o| absolute(o.s("Engine ID Data: Creation Time: "), time, false));
            }
            _ if n > 0 => _ = cx.bytes(ENGINEID_DATA, &mut b, n)?,
            _ => (),
        }
        Ok(())
    })
}

/// 1.3.6.1.2.1.1.1.0 and .5.0, description and name of the system, which are shown as text as well.
const SYS_TEXTS: [&[u8]; 2] = [&[0x2b, 6, 1, 2, 1, 1, 1, 0], &[0x2b, 6, 1, 2, 1, 1, 5, 0]];

/// Nothing is shown of an element that the capture cut.
fn whole(e: &Element<'_>) -> Step {
    if e.body.is_cut() { Err(Stop::Cut) } else { Ok(()) }
}

fn operation<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, second: bool) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    let pdu = Element::read(c)?;
    cx.info_clear();
    let known = usize::try_from(pdu.tag).ok().and_then(|i| OPERATIONS.get(i));
    let Some((name, field)) = known.filter(|_| pdu.class == Class::Context) else { return Ok(()) };
    let data = cx.add(DATA, pdu.span, Value::U(u64::from(pdu.tag)));
    cx.under(data, |cx| -> Step {
        let item = cx.add(*field, pdu.span, Value::None);
        cx.under(item, |cx| -> Step {
            let mut p = pdu.body;
            if pdu.tag == TRAP {
                trap(cx, &mut p)?;
            } else {
                if let Some(e) = ber::member(cx, &mut p, ber::INTEGER)? {
                    cx.add(REQUEST_ID, e.content(), Value::I(e.int()));
                }
                let fields = if pdu.tag == GET_BULK {
                    [NON_REPEATERS, MAX_REPETITIONS]
                } else {
                    [ERROR_STATUS, ERROR_INDEX]
                };
                for field in fields {
                    if let Some(e) = ber::member(cx, &mut p, ber::INTEGER)? {
                        let value = if pdu.tag == GET_BULK { Value::U(e.uint()) } else { Value::I(e.int()) };
                        cx.add(field, e.content(), value);
                    }
                }
            }
            bindings(cx, &mut p)
        })?;
        if pdu.tag == TRAP && second {
            cx.expert_here(TRAP_PDU_OBSOLETE, pdu.span, |_| ());
        }
        Ok(())
    })?;
    // What it is stands before what it is about, once all of it was read.
    cx.info_before(|o| _ = o.s(name));
    Ok(())
}

/// The beginning of a Trap-PDU, RFC 1157 section 4.1.6.
fn trap<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Cursor<'_>) -> Step {
    if let Some(e) = ber::member(cx, p, ber::OBJECT_IDENTIFIER)? {
        let enterprise = e.body.rest();
        let item = oid(cx, ENTERPRISE, &e);
        cx.label(item, |o| named(o.s("enterprise: "), enterprise));
        cx.info_add(|o| {
            // ISO's arc goes by its name here.
            match enterprise.split_first() {
                Some((0x2b, rest)) => {
                    o.s(" iso.3.");
                    ber::write_arcs(o, rest);
                }
                _ => {
                    o.s(" ");
                    ber::write_oid(o, enterprise);
                }
            }
        });
    }
    if let Some(e) = ber::member_of(cx, p, Class::Application, 0)? {
        cx.add(AGENT_ADDR, e.content(), Value::U(e.uint() & 0xffff_ffff));
    }
    for field in [GENERIC_TRAP, SPECIFIC_TRAP] {
        if let Some(e) = ber::member(cx, p, ber::INTEGER)? {
            cx.add(field, e.content(), Value::I(e.int()));
        }
    }
    if let Some(e) = ber::member_of(cx, p, Class::Application, 3)? {
        cx.add(TIME_STAMP, e.content(), Value::U(e.uint()));
    }
    Ok(())
}

fn bindings<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let Some(list) = ber::member(cx, c, ber::SEQUENCE)? else { return Ok(()) };
    let mut all = list.body;
    let mut count = 0u64;
    while !all.is_empty() {
        count += 1;
        if Element::read(&mut all).is_err() {
            break;
        }
    }
    let cut = list.body.is_cut();
    let item = cx.add(VARIABLE_BINDINGS, list.span, Value::U(if cut { 0 } else { count }));
    cx.label(item, |o| {
        o.s("variable-bindings: ");
        if cut {
            o.s("unknown number of items");
        } else {
            o.u(count).s(if count == 1 { " item" } else { " items" });
        }
    });
    cx.under(item, |cx| -> Step {
        let mut l = list.body;
        while !l.is_empty() {
            let binding = Element::read(&mut l)?;
            if binding.class == Class::Universal && binding.tag == ber::SEQUENCE {
                whole(&binding)?;
                variable(cx, &binding, !cut)?;
            } else {
                ber::wrong_field(cx, &binding, "SEQUENCE OF", Class::Universal, ber::SEQUENCE);
            }
        }
        Ok(())
    })
}

/// Arcs that have a name without a MIB, the longest first.
const ARCS: [(&[u8], &str); 5] = [
    (b"2.16.840.1", "US company arc"),
    (b"1.2.840", "ISO assigned OIDs, USA"),
    (b"0", "itu-t"),
    (b"1", "iso"),
    (b"2", "joint-iso-itu-t"),
];

/// Writes an object identifier twice: in numbers, and with the arcs that have a name without a MIB.
fn named(o: &mut Out<'_>, bytes: &[u8]) {
    ber::write_oid(o, bytes);
    let mut text = Vec::new();
    ber::write_oid(&mut Out::new(&mut text), bytes);
    let under = ARCS.iter().find_map(|(arc, name)| {
        let rest = text.strip_prefix(*arc).filter(|rest| matches!(rest, [] | [b'.', ..]))?;
        Some((name, rest))
    });
    if let Some((name, rest)) = under {
        o.s(" (").s(name).bytes(rest).c(b')');
    }
}

fn oid<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> Item {
    cx.add(field, e.content(), Value::Bytes(e.content()))
}

/// What is wrong with a number: it has no bytes, or more than fit.
fn integral(value: &Element<'_>, bytes: &[u8]) -> Option<(Field, &'static str)> {
    let signed = match (value.class, value.tag) {
        (Class::Universal, ber::INTEGER) | (Class::Application, 2) => true,
        (Class::Application, 1 | 3 | 5..=7) => false,
        _ => return None,
    };
    match bytes.len() {
        0 => Some((INTEGRAL_VALUE0, "Integral value is zero-length")),
        9.. if signed => Some((INT_TOO_LARGE, "Integral value too large or too small")),
        9.. if bytes.len() > 9 || bytes.first() != Some(&0) => {
            Some((UINT_TOO_LARGE, "Integral value too large"))
        }
        _ => None,
    }
}

fn variable<S: Sink>(cx: &mut Cx<'_, S>, binding: &Element<'_>, complete: bool) -> Step {
    let line = cx.line(binding.span, |o| _ = o.s("VarBind"));
    let mut b = binding.body;
    let name = Element::expect(&mut b, ber::OBJECT_IDENTIFIER)?;
    let value = Element::read(&mut b)?;
    let name_bytes = name.body.rest();
    let bytes = value.body.rest();
    let content = value.content();
    if value.constructed {
        cx.under(line, |cx| {
            let item = oid(cx, NAME, &name);
            cx.label(item, |o| named(o.s("Object Name: "), name_bytes));
            let item = cx.line(value.span, |o| _ = o.s("the value must be in primitive encoding"));
            cx.expert(NOT_PRIMITIVE, item, value.span);
        });
        return Ok(());
    }
    cx.info_add(|o| {
        o.s(" ");
        ber::write_oid(o, name_bytes);
    });
    cx.label(line, |o| {
        ber::write_oid(o, name_bytes);
        o.s(": ");
    });
    cx.under(line, |cx| {
        let item = oid(cx, NAME, &name);
        cx.label(item, |o| named(o.s("Object Name: "), name_bytes));
        if let Some((expert, said)) = integral(&value, bytes) {
            let item = cx.line(content, |o| _ = o.s(said));
            cx.expert_with(expert, item, content, |o| _ = o.s(said));
            return;
        }
        let absent = match (value.class, value.tag) {
            (Class::Context, 0) => Some((NOSUCHOBJECT, "noSuchObject")),
            (Class::Context, 1) => Some((NOSUCHINSTANCE, "noSuchInstance")),
            (Class::Context, 2) => Some((ENDOFMIBVIEW, "endOfMibView")),
            _ => None,
        };
        if let Some((field, said)) = absent {
            let item = cx.add(field, content, Value::None);
            cx.expert_with(VARBIND_RESPONSE, item, content, |o| _ = o.s(said));
            cx.append(line, |o| _ = o.s(said));
            return;
        }
        let (field, shown) = match (value.class, value.tag) {
            (Class::Universal, ber::INTEGER) => (VALUE_INT, Value::I(value.int())),
            (Class::Universal, ber::OCTET_STRING) => (VALUE_OCTETS, Value::Bytes(content)),
            (Class::Universal, ber::NULL) => (VALUE_NULL, Value::None),
            (Class::Universal, ber::OBJECT_IDENTIFIER) => (VALUE_OID, Value::Bytes(content)),
            (Class::Application, 0) if bytes.len() == 4 => (VALUE_IPV4, Value::U(value.uint())),
            (Class::Application, 1) => (VALUE_COUNTER, Value::U(value.uint())),
            (Class::Application, 2) => (VALUE_G32, Value::I(value.int())),
            (Class::Application, 3) => (VALUE_TIMETICKS, Value::U(value.uint())),
            (Class::Application, 4) => (VALUE_OPAQUE, Value::Bytes(content)),
            (Class::Application, 5) => (VALUE_NSAP, Value::U(value.uint())),
            (Class::Application, 6) => (VALUE_COUNTER, Value::U(value.uint())),
            (Class::Application, 7) => (VALUE_U32, Value::I(value.uint() as i64)),
            _ => (VALUE_UNK, Value::Bytes(content)),
        };
        let item = cx.add(field, content, shown);
        let printable = !bytes.is_empty()
            && bytes.iter().all(|b| (0x20..0x7f).contains(b) || matches!(b, b'\r' | b'\n' | b'\t'));
        if field == VALUE_OCTETS && printable {
            cx.label(item, |o| _ = o.s("Value (OctetString): \"").text(bytes).s("\""));
        }
        if field == VALUE_OID {
            cx.label(item, |o| named(o.s("Value (OID): "), bytes));
        }
        if (value.class, value.tag) == (Class::Application, 6) {
            cx.label(item, |o| _ = o.s("Value (Counter64): ").u(value.uint()));
        }
        if complete && SYS_TEXTS.contains(&name_bytes) && !bytes.is_empty() {
            // Who reads these texts is a layer of its own.
            cx.layer_only(ID, &value.body);
            cx.under(item, |cx| text::add_ascii(cx, VAR_BIND_STR, content, bytes));
        }
        match shown {
            Value::I(n) => cx.append(line, |o| _ = o.i(n)),
            Value::U(n) if field == VALUE_IPV4 => cx.append(line, |o| _ = o.ipv4(n as u32)),
            Value::U(n) => cx.append(line, |o| _ = o.u(n)),
            _ if field == VALUE_OCTETS && printable => cx.append(line, |o| _ = o.s("\"").text(bytes).s("\"")),
            _ if field == VALUE_OCTETS => cx.append(line, |o| _ = o.hex_bytes(bytes, 0)),
            _ if field == VALUE_OID => cx.append(line, |o| named(o, bytes)),
            _ if field == VALUE_NULL => cx.append(line, |o| _ = o.s("Value (Null)")),
            _ if field == VALUE_UNK || field == VALUE_OPAQUE => {
                cx.append(line, |o| _ = o.hex_bytes(bytes, 0))
            }
            _ => (),
        }
    });
    Ok(())
}
