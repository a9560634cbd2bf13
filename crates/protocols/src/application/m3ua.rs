//! MTP3 User Adaptation Layer, RFC 4666.

use crate::meta;
use crate::network::sccp;
use requin_wire::{Cursor, Cx, Field, Item, Names, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    M3UA "m3ua" "MTP 3 User Adaptation Layer" "M3UA" App
    on [SctpPpid 3, SctpPort 2905]
    fields {
        VERSION "m3ua.version" "Version": U8 Dec = VERSION_NAMES;
        RESERVED "m3ua.reserved" "Reserved": U8 Hex;
        MESSAGE_CLASS "m3ua.message_class" "Message class": U8 Dec = MESSAGE_CLASS_NAMES;
        MESSAGE_TYPE "m3ua.message_type" "Message Type": U8 Dec;
        MESSAGE_LENGTH "m3ua.message_length" "Message length": U32 Dec;
        PARAMETER_TAG "m3ua.parameter_tag" "Parameter Tag": U16 Dec = PARAMETER_TAG_NAMES;
        PARAMETER_LENGTH "m3ua.parameter_length" "Parameter length": U16 Dec;
        PARAMETER_VALUE "m3ua.parameter_value" "Parameter value": Bytes;
        PARAMETER_PADDING "m3ua.parameter_padding" "Padding": Bytes;
        NETWORK_APPEARANCE "m3ua.network_appearance" "Network appearance": U32 Dec;
        INFO_STRING "m3ua.info_string" "Info string": Str;
        ROUTING_CONTEXT "m3ua.routing_context" "Routing context": U32 Dec;
        DIAGNOSTIC_INFORMATION "m3ua.diagnostic_information" "Diagnostic information": Bytes;
        HEARTBEAT_DATA "m3ua.heartbeat_data" "Heartbeat data": Bytes;
        ERROR_CODE "m3ua.error_code" "Error code": U32 Dec = ERROR_CODE_NAMES;
        STATUS_TYPE "m3ua.status_type" "Status type": U16 Dec = STATUS_TYPE_NAMES;
        STATUS_INFO "m3ua.status_info" "Status info": U16 Dec;
        ASP_IDENTIFIER "m3ua.asp_identifier" "ASP identifier": U32 Dec;
        AFFECTED_POINT_CODE_MASK "m3ua.affected_point_code_mask" "Mask": U8 Dec;
        AFFECTED_POINT_CODE_PC "m3ua.affected_point_code_pc" "Affected point code": U24 Dec;
        UNAVAILABILITY_CAUSE "m3ua.unavailability_cause" "Unavailability cause": U16 Dec = UNAVAILABILITY_CAUSE_NAMES;
        USER_IDENTITY "m3ua.user_identity" "User Identity": U16 Dec = USER_IDENTITY_NAMES;
        REASON "m3ua.reason" "Reason": U32 Dec = REASON_NAMES;
        TRAFFIC_MODE_TYPE "m3ua.traffic_mode_type" "Traffic mode Type": U32 Dec = TRAFFIC_MODE_TYPE_NAMES;
        CONGESTION_RESERVED "m3ua.congestion_reserved" "Reserved": Bytes;
        CONGESTION_LEVEL "m3ua.congestion_level" "Congestion level": U8 Dec = CONGESTION_LEVEL_NAMES;
        CONCERNED_RESERVED "m3ua.concerned_reserved" "Reserved": Bytes;
        CONCERNED_DPC "m3ua.concerned_dpc" "Concerned DPC": U24 Dec;
        LOCAL_RK_IDENTIFIER "m3ua.local_rk_identifier" "Local routing key identifier": U32 Dec;
        DPC_MASK "m3ua.dpc_mask" "Mask": U8 Dec;
        DPC_PC "m3ua.dpc_pc" "Destination point code": U24 Dec;
        SI "m3ua.si" "Service indicator": U8 Dec = USER_IDENTITY_NAMES;
        SSN "m3ua.ssn" "Subsystem number": U8 Dec;
        OPC_LIST_MASK "m3ua.opc_list_mask" "Mask": U8 Dec;
        OPC_LIST_PC "m3ua.opc_list_pc" "Originating point code": U24 Dec;
        CIC_RANGE_MASK "m3ua.cic_range_mask" "Mask": U8 Dec;
        CIC_RANGE_PC "m3ua.cic_range_pc" "Originating point code": U24 Dec;
        CIC_RANGE_LOWER "m3ua.cic_range_lower" "Lower CIC value": U16 Dec;
        CIC_RANGE_UPPER "m3ua.cic_range_upper" "Upper CIC value": U16 Dec;
        PROTOCOL_DATA_OPC "m3ua.protocol_data_opc" "OPC": U32 Dec;
        PROTOCOL_DATA_DPC "m3ua.protocol_data_dpc" "DPC": U32 Dec;
        OPC "mtp3.opc" "OPC": U32 Dec;
        DPC "mtp3.dpc" "DPC": U32 Dec;
        PC "mtp3.pc" "PC": U32 Dec;
        PROTOCOL_DATA_SI "m3ua.protocol_data_si" "SI": U8 Dec = PROTOCOL_DATA_SI_NAMES;
        PROTOCOL_DATA_NI "m3ua.protocol_data_ni" "NI": U8 Dec = PROTOCOL_DATA_NI_NAMES;
        NI "mtp3.ni" "NI": U8 Dec;
        PROTOCOL_DATA_MP "m3ua.protocol_data_mp" "MP": U8 Dec;
        PROTOCOL_DATA_SLS "m3ua.protocol_data_sls" "SLS": U8 Dec;
        SLS "mtp3.sls" "SLS": U8 Dec;
        CORRELATION_IDENTIFIER "m3ua.correlation_identifier" "Correlation Identifier": U32 Dec;
        REGISTRATION_STATUS "m3ua.registration_status" "Registration status": U32 Dec = REGISTRATION_STATUS_NAMES;
        DEREGISTRATION_STATUS "m3ua.deregistration_status" "Deregistration status": U32 Dec = DEREGISTRATION_STATUS_NAMES;
        REGISTRATION_RESULT_IDENTIFIER "m3ua.registration_result_identifier" "Local RK-identifier value": U32 Dec;
        REGISTRATION_RESULTS_STATUS "m3ua.registration_results_status" "Registration status": U32 Dec = REGISTRATION_RESULTS_STATUS_NAMES;
        REGISTRATION_RESULT_ROUTING_CONTEXT "m3ua.registration_result_routing_context" "Routing context": U32 Dec;
        DEREGISTRATION_RESULTS_STATUS "m3ua.deregistration_results_status" "De-Registration status": U32 Dec = DEREGISTRATION_RESULTS_STATUS_NAMES;
        DEREGISTRATION_RESULT_ROUTING_CONTEXT "m3ua.deregistration_result_routing_context" "Routing context": U32 Dec;
    }
}

names! {
    VERSION_NAMES {
        1 => "Release 1",
    }
    MESSAGE_CLASS_NAMES {
        0 => "Management messages", 1 => "Transfer messages", 2 => "SS7 signalling network management messages",
        3 => "ASP state maintenance messages", 4 => "ASP traffic maintenance messages",
        9 => "Routing key management messages",
    }
    PARAMETER_TAG_NAMES {
        1 => "Network appearance", 2 => "Protocol data 1", 3 => "Protocol data", 4 => "Info",
        5 => "Affected destinations", 6 => "Routing context", 7 => "Diagnostic information", 8 => "Heartbeat data",
        9 => "User / Cause", 10 => "Reason", 11 => "Traffic mode type", 12 => "Error code", 13 => "Status",
        14 => "Congestion indication", 15 => "Concerned destination", 16 => "Routing Key",
        17 => "Registration result", 18 => "De-registration result", 19 => "Local routing key identifier",
        20 => "Destination point code", 21 => "Service indicators", 22 => "Subsystem numbers",
        23 => "Originating point code list", 24 => "Circuit range", 25 => "Registration results",
        26 => "De-registration results", 128 => "Network appearance", 129 => "Protocol data 1",
        130 => "Protocol data 2", 131 => "Affected destinations", 132 => "User / Cause",
        133 => "Congestion indication", 134 => "Concerned destination", 135 => "Routing Key",
        136 => "Registration result", 137 => "De-registration result", 138 => "Local routing key identifier",
        139 => "Destination point code", 140 => "Service indicators", 141 => "Subsystem numbers",
        142 => "Originating point code list", 143 => "Circuit range", 144 => "Registration results",
        145 => "De-registration results", 512 => "Network appearance", 516 => "User / cause",
        517 => "Congestion indications", 518 => "Concerned destination", 519 => "Routing key",
        520 => "Registration result", 521 => "Deregistration result", 522 => "Local routing key identifier",
        523 => "Destination point code", 524 => "Service indicators", 526 => "Originating point code list",
        527 => "Circuit range", 528 => "Protocol data", 530 => "Registration status", 531 => "Deregistration status",
    }
    ERROR_CODE_NAMES {
        1 => "Invalid version", 2 => "Invalid network appearance", 3 => "Unsupported message class",
        4 => "Unsupported message type", 5 => "Invalid traffic handling mode", 6 => "Unexpected message",
        7 => "Protocol error", 8 => "Invalid routing context", 9 => "Invalid stream identifier",
        10 => "Invalid parameter value", 11 => "Refused - Management Blocking", 12 => "Unknown Routing Context",
        13 => "Refused - management blocking", 14 => "ASP identifier required", 15 => "Invalid ASP identifier",
        17 => "Invalid parameter value", 18 => "Parameter field error", 19 => "Unexpected parameter",
        20 => "Destination status unknown", 21 => "Invalid network appearance", 22 => "Missing parameter",
        25 => "Invalid routing context", 26 => "No configured AS for ASP",
    }
    STATUS_TYPE_NAMES {
        1 => "Application server state change", 2 => "Other",
    }
    UNAVAILABILITY_CAUSE_NAMES {
        0 => "Unknown", 1 => "Unequipped remote user", 2 => "Inaccessible remote user",
    }
    USER_IDENTITY_NAMES {
        0 => "Reserved", 1 => "Reserved", 2 => "Reserved", 3 => "SCCP", 4 => "TUP", 5 => "ISUP", 6 => "Reserved",
        7 => "Reserved", 8 => "Reserved", 9 => "Broadband ISUP", 10 => "Satellite ISUP", 11 => "Reserved",
        12 => "AAL type2 Signaling", 13 => "Bearer Independent Call Control (BICC)", 14 => "Gateway Control Protocol",
        15 => "Reserved",
    }
    REASON_NAMES {
        0 => "Unspecified", 1 => "User unavailable", 2 => "Management blocking",
    }
    TRAFFIC_MODE_TYPE_NAMES {
        1 => "Over-ride", 2 => "Load-share", 3 => "Over-ride (standby)", 4 => "Load-share (standby)",
    }
    CONGESTION_LEVEL_NAMES {
        0 => "No congestion or undefined", 1 => "Congestion level 1", 2 => "Congestion level 2",
        3 => "Congestion level 3",
    }
    PROTOCOL_DATA_SI_NAMES {
        0 => "SNM", 1 => "MTN", 2 => "MTNS", 3 => "SCCP", 4 => "TUP", 5 => "ISUP", 6 => "DUP (CC)",
        7 => "DUP (FAC/CANC)", 8 => "MTP Test", 9 => "ISUP-b", 10 => "ISUP-s", 12 => "AAL type 2", 13 => "BICC",
        14 => "GCP",
    }
    PROTOCOL_DATA_NI_NAMES {
        0 => "International network", 1 => "Spare (for international use only)", 2 => "National network",
        3 => "Reserved for national use",
    }
    REGISTRATION_STATUS_NAMES {
        0 => "Successfully Registered", 1 => "Error - Unknown", 2 => "Error - Invalid DPC",
        3 => "Error - Invalid Network Appearance", 4 => "Error - Invalid Routing Key",
        5 => "Error - Permission Denied", 6 => "Error - Cannot Support Unique Routing",
        7 => "Error - Routing Key not Currently Provisioned", 8 => "Error - Insufficient Resources",
        9 => "Error - Unsupported RK parameter Field", 10 => "Error - Unsupported/Invalid Traffic Handling Mode",
        11 => "Error - Routing Key Change Refused", 12 => "Error - Routing Key Already Registered",
    }
    DEREGISTRATION_STATUS_NAMES {
        0 => "Successfully Deregistered", 1 => "Error - Unknown", 2 => "Error - Invalid Routing Context",
        3 => "Error - Permission Denied", 4 => "Error - Not Registered",
        5 => "Error - ASP Currently Active for Routing Context",
    }
    REGISTRATION_RESULTS_STATUS_NAMES {
        0 => "Successfully Registered", 1 => "Error - Unknown", 2 => "Error - Invalid DPC",
        3 => "Error - Invalid Network Appearance", 4 => "Error - Invalid Routing Key",
        5 => "Error - Permission Denied", 6 => "Error - Overlapping (Non-unique) Routing Key",
        7 => "Error - Routing Key not Provisioned", 8 => "Error - Insufficient Resources",
    }
    DEREGISTRATION_RESULTS_STATUS_NAMES {
        0 => "Successfully De-registered", 1 => "Error - Unknown", 2 => "Error - Invalid Routing context",
        3 => "Error - Permission Denied", 4 => "Error - Not registered",
    }
}

names! {
    TAGS {
        4 => "Info string", 6 => "Routing context", 7 => "Diagnostic Information", 9 => "Heartbeat data",
        11 => "Traffic mode type", 12 => "Error code", 13 => "Status", 17 => "ASP identifier",
        18 => "Affected point code", 19 => "Correlation identifier", 512 => "Network appearance",
        516 => "User / cause", 517 => "Congestion indications", 518 => "Concerned destination", 519 => "Routing key",
        520 => "Registration result", 521 => "Deregistration result", 522 => "Local routing key identifier",
        523 => "Destination point code", 524 => "Service indicators", 526 => "Originating point code list",
        527 => "Circuit range", 528 => "Protocol data", 530 => "Registration status", 531 => "Deregistration status",
    }
    /// Class << 8 | type.
    TYPES {
        0 => "Error (ERR)", 1 => "Notify (NTFY)", 0x101 => "Payload data (DATA)",
        0x201 => "Destination unavailable (DUNA)", 0x202 => "Destination available (DAVA)",
        0x203 => "Destination state audit (DAUD)", 0x204 => "SS7 Network congestion state (SCON)",
        0x205 => "Destination userpart unavailable (DUPU)", 0x206 => "Destination Restricted (DRST)",
        0x301 => "ASP up (ASPUP)", 0x302 => "ASP down (ASPDN)", 0x303 => "Heartbeat (BEAT)",
        0x304 => "ASP up ack (ASPUP_ACK)", 0x305 => "ASP down ack (ASPDN_ACK)", 0x306 => "Heartbeat ack (BEAT_ACK)",
        0x401 => "ASP active (ASPAC)", 0x402 => "ASP inactive (ASPIA)", 0x403 => "ASP active ack (ASPAC_ACK)",
        0x404 => "ASP inactive ack (ASPIA_ACK)", 0x901 => "Registration request (REG_REQ)",
        0x902 => "Registration response (REG_RSP)", 0x903 => "Deregistration request (DEREG_REQ)",
        0x904 => "Deregistration response (DEREG_RSP)",
    }
    /// Type << 16 | information.
    STATUSES {
        0x1_0001 => "Reserved", 0x1_0002 => "Application server inactive", 0x1_0003 => "Application server active",
        0x1_0004 => "Application server pending", 0x2_0001 => "Insufficient ASP resources active in AS",
        0x2_0002 => "Alternate ASP active", 0x2_0003 => "ASP Failure",
    }
}

/// Tag and length.
const PARAMETER: usize = 4;
/// The service indicator of SCCP.
const SCCP: u8 = 3;
/// Parameters in parameters, as keys and results have them.
const NESTED: u32 = 1;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("M3UA (RFC 4666)");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    cx.u8(VERSION, &mut c)?;
    cx.u8(RESERVED, &mut c)?;
    let class = cx.u8(MESSAGE_CLASS, &mut c)?;
    let kind = c.peek_u8(0)?;
    let name = TYPES.or(u64::from(class) << 8 | u64::from(kind), "reserved");
    let acronym = name.split_once('(').map_or(name, |n| n.1.trim_end_matches(')'));
    cx.info_sep(" ", |o| _ = o.s(acronym).s(" "));
    let item = cx.field(MESSAGE_TYPE, &mut c, 1)?;
    cx.label(item, |o| _ = o.s("Message Type: ").s(name).s(" (").u(kind).s(")"));
    cx.u32(MESSAGE_LENGTH, &mut c)?;
    while !c.is_empty() {
        parameter(cx, &mut c, 0)?;
    }
    Ok(())
}

/// A parameter with its padding, which its length leaves out.
fn parameter<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u32) -> Step {
    let (tag, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
    let name = TAGS.find(tag.into());
    let line = cx.line(c.span(len.next_multiple_of(4)), |o| _ = o.s(name.unwrap_or("Unknown parameter")));
    let payload = cx.under(line, |cx| -> Result<_, Stop> {
        let item = cx.field(PARAMETER_TAG, c, 2)?;
        cx.label(item, |o| _ = o.s("Parameter Tag: ").s(name.unwrap_or("Unknown")).s(" (").u(tag).s(")"));
        cx.u16(PARAMETER_LENGTH, c)?;
        let mut value = c.take_all(len.checked_sub(PARAMETER).ok_or(Stop::Short)?)?;
        let payload = parameter_value(cx, &mut value, line, tag, depth)?;
        let padding = (len.next_multiple_of(4) - len).min(c.left());
        if padding > 0 {
            cx.bytes(PARAMETER_PADDING, c, padding)?;
        }
        Ok(payload)
    })?;
    match payload {
        Some((SCCP, message)) if !message.is_empty() => cx.call(sccp::ID, message),
        Some((_, message)) => cx.call(meta::data::ID, message),
        None => Ok(()),
    }
}

/// What a parameter says; the message of SS7 in it, which stands behind it.
fn parameter_value<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    line: Item,
    tag: u16,
    depth: u32,
) -> Result<Option<(u8, Cursor<'b>)>, Stop> {
    let n = c.left();
    match tag {
        4 => {
            let text = cx.bytes(INFO_STRING, c, n)?;
            cx.append(line, |o| _ = o.s(" (").text(text).s(")"));
        }
        6 => list(cx, c, line, "context", 4, &[(ROUTING_CONTEXT, 4)])?,
        7 => opaque(cx, c, line, DIAGNOSTIC_INFORMATION)?,
        9 => opaque(cx, c, line, HEARTBEAT_DATA)?,
        11 => named(cx, c, line, TRAFFIC_MODE_TYPE, &TRAFFIC_MODE_TYPE_NAMES)?,
        12 => named(cx, c, line, ERROR_CODE, &ERROR_CODE_NAMES)?,
        13 => status(cx, c, line)?,
        17 => number(cx, c, line, ASP_IDENTIFIER)?,
        18 => {
            list(
                cx,
                c,
                line,
                "destination",
                4,
                &[(AFFECTED_POINT_CODE_MASK, 1), (AFFECTED_POINT_CODE_PC, 3)],
            )?;
        }
        19 => number(cx, c, line, CORRELATION_IDENTIFIER)?,
        512 => number(cx, c, line, NETWORK_APPEARANCE)?,
        516 => {
            let (cause, user) = (c.peek_uint(0, 2)?, c.peek_uint(2, 2)?);
            cx.u16(UNAVAILABILITY_CAUSE, c)?;
            cx.u16(USER_IDENTITY, c)?;
            cx.append(line, |o| {
                o.s(" (").s(USER_IDENTITY_NAMES.or(user, "Unknown")).s(": ");
                o.s(UNAVAILABILITY_CAUSE_NAMES.or(cause, "unknown")).s(")");
            });
        }
        517 => {
            let level = c.peek_uint(3, 1)?;
            cx.bytes(CONGESTION_RESERVED, c, 3)?;
            cx.u8(CONGESTION_LEVEL, c)?;
            cx.append(line, |o| _ = o.s(" (").s(CONGESTION_LEVEL_NAMES.or(level, "unknown")).s(")"));
        }
        518 => {
            cx.bytes(CONCERNED_RESERVED, c, 1)?;
            let code = cx.u24(CONCERNED_DPC, c)?;
            cx.append(line, |o| _ = o.s(" (").u(code).s(")"));
        }
        519..=521 if depth < NESTED => {
            while !c.is_empty() {
                parameter(cx, c, depth + 1)?;
            }
        }
        522 => number(cx, c, line, LOCAL_RK_IDENTIFIER)?,
        523 => {
            cx.u8(DPC_MASK, c)?;
            let code = cx.u24(DPC_PC, c)?;
            cx.append(line, |o| _ = o.s(" (").u(code).s(")"));
        }
        524 => list(cx, c, line, "indicator", 1, &[(SI, 1)])?,
        526 => list(cx, c, line, "point code", 4, &[(OPC_LIST_MASK, 1), (OPC_LIST_PC, 3)])?,
        527 => circuits(cx, c, line)?,
        528 => return protocol_data(cx, c, line).map(Some),
        530 => named(cx, c, line, REGISTRATION_STATUS, &REGISTRATION_STATUS_NAMES)?,
        531 => named(cx, c, line, DEREGISTRATION_STATUS, &DEREGISTRATION_STATUS_NAMES)?,
        _ => {
            if n > 0 {
                cx.bytes(PARAMETER_VALUE, c, n)?;
            }
            cx.append(line, |o| {
                o.s(" (tag ").u(tag).s(" and ").u(n as u64).s(if n == 1 {
                    " byte value)"
                } else {
                    " bytes value)"
                });
            });
        }
    }
    Ok(None)
}

fn number<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, line: Item, field: Field) -> Step {
    let n = cx.u32(field, c)?;
    cx.append(line, |o| _ = o.s(" (").u(n).s(")"));
    Ok(())
}

fn named<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, line: Item, field: Field, names: &Names) -> Step {
    let n = cx.u32(field, c)?;
    cx.append(line, |o| _ = o.s(" (").s(names.or(n.into(), "unknown")).s(")"));
    Ok(())
}

fn opaque<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, line: Item, field: Field) -> Step {
    let n = c.left();
    cx.bytes(field, c, n)?;
    cx.append(line, |o| _ = o.s(" (").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" }));
    Ok(())
}

/// As many records of `size` bytes as there are.
fn list<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    line: Item,
    what: &str,
    size: usize,
    fields: &[(Field, usize)],
) -> Step {
    let count = c.left() / size;
    for _ in 0..count {
        crate::common::run(cx, c, fields)?;
    }
    cx.append(line, |o| {
        o.s(" (").u(count as u64).s(" ").s(what).s(if count == 1 { ")" } else { "s)" });
    });
    Ok(())
}

fn status<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, line: Item) -> Step {
    let both = u64::from(c.peek_u32(0)?);
    let name = STATUSES.find(both);
    cx.u16(STATUS_TYPE, c)?;
    let item = cx.field(STATUS_INFO, c, 2)?;
    cx.label(item, |o| {
        o.s("Status info: ").s(name.unwrap_or("unknown")).s(" (").u(both & 0xffff).s(")");
    });
    cx.append(line, |o| _ = o.s(" (").s(name.unwrap_or("unknown status information")).s(")"));
    Ok(())
}

fn circuits<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, line: Item) -> Step {
    let count = c.left() / 8;
    for _ in 0..count {
        let (code, from, to) = (c.peek_uint(1, 3)?, c.peek_u16(4)?, c.peek_u16(6)?);
        let range = cx.line(c.span(8), |o| {
            o.s("CIC range (").u(code).s(": ").u(from).s("-").u(to).s(")");
        });
        cx.under(range, |cx| {
            let fields = [(CIC_RANGE_MASK, 1), (CIC_RANGE_PC, 3), (CIC_RANGE_LOWER, 2), (CIC_RANGE_UPPER, 2)];
            crate::common::run(cx, c, &fields)
        })?;
    }
    cx.append(line, |o| _ = o.s(" (").u(count as u64).s(if count == 1 { " range)" } else { " ranges)" }));
    Ok(())
}

fn protocol_data<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    line: Item,
) -> Result<(u8, Cursor<'b>), Stop> {
    let begin = *c;
    let from = cx.u32(PROTOCOL_DATA_OPC, c)?;
    let to = cx.u32(PROTOCOL_DATA_DPC, c)?;
    let service = cx.u8(PROTOCOL_DATA_SI, c)?;
    let network = cx.u8(PROTOCOL_DATA_NI, c)?;
    cx.u8(PROTOCOL_DATA_MP, c)?;
    let link = cx.u8(PROTOCOL_DATA_SLS, c)?;
    cx.addresses_text(|o| _ = o.u(from), |o| _ = o.u(to));
    let at = |skip: usize, n: usize| Span::new(begin.source(), begin.pos() + skip, n);
    let same = cx.line(begin.span(12), |o| _ = o.s("MTP3 equivalents"));
    cx.set_generated(same);
    cx.under(same, |cx| {
        cx.generated(OPC, at(0, 4), Value::U(from.into()));
        cx.generated(DPC, at(4, 4), Value::U(to.into()));
        cx.generated(PC, at(0, 4), Value::U(from.into()));
        cx.generated(PC, at(4, 4), Value::U(to.into()));
        cx.generated(NI, at(9, 1), Value::U(network.into()));
        cx.generated(SLS, at(11, 1), Value::U(link.into()));
    });
    let n = c.left();
    cx.append(line, |o| {
        o.s(" (SS7 message of ").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" });
    });
    Ok((service, c.take(n)))
}
