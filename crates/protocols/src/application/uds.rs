//! Unified Diagnostic Services, ISO 14229-1: what testers ask of the units of a vehicle.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Out, Sink, Span, Step, Value, names, proto};

proto! {
    UDS "uds" "Unified Diagnostic Services" "UDS" App
    on []
    fields {
        DIAG_ADDR "uds.diag_addr" "Diagnostic Address": U16 Hex;
        DIAG_ADDR_NAME "uds.diag_addr_name" "Diagnostic Address Name": Str;
        DIAG_ADDR_SOURCE "uds.diag_addr_source" "Diagnostic Source Address": U16 Hex;
        DIAG_ADDR_SOURCE_NAME "uds.diag_addr_source_name" "Diagnostic Source Address Name": Str;
        DIAG_ADDR_TARGET "uds.diag_addr_target" "Diagnostic Target Address": U16 Hex;
        DIAG_ADDR_TARGET_NAME "uds.diag_addr_target_name" "Diagnostic Target Address Name": Str;
        DSC_PARAMETER_RECORD "uds.dsc.parameter_record" "Parameter Record": Bytes;
        DSC_TYPE "uds.dsc.type" "Type": U8 Hex = DSC_TYPE_NAMES;
        ERR_CODE "uds.err.code" "Code": U8 Hex = ERR_CODE_NAMES;
        ERR_SID "uds.err.sid" "Service Identifier": U8 Hex = ERR_SID_NAMES;
        RDBI_DATA_IDENTIFIER "uds.rdbi.data_identifier" "Data Identifier": U16 Hex;
        RDBI_DATA_RECORD "uds.rdbi.data_record" "Data Record": Bytes;
        REPLY "uds.reply" "Reply Flag": U8 Hex & 0x40;
        SID "uds.sid" "Service Identifier": U8 Hex & 0xbf = ERR_SID_NAMES;
        TP_SUPPRESS_REPLY "uds.tp.suppress_reply" "Suppress reply": U8 Hex & 0x7f;
        TP_SUPPRESS_REPLY_INDIFICATION "uds.tp.suppress_reply.indification" "Suppress reply": Bool(8) & 0x80;
        ER_TYPE "uds.er.type" "Type": U8 Hex = ER_TYPE_NAMES;
        SA_TYPE "uds.sa.type" "Type": U8 Hex;
        SA_KEY "uds.sa.key" "Key": Bytes;
        SA_SEED "uds.sa.seed" "Seed": Bytes;
        WDBI_DATA_IDENTIFIER "uds.wdbi.data_identifier" "Data Identifier": U16 Hex;
        WDBI_DATA_RECORD "uds.wdbi.data_record" "Data Record": Bytes;
        RC_TYPE "uds.rc.type" "Type": U8 Hex = RC_TYPE_NAMES;
        RC_IDENTIFIER "uds.rc.identifier" "Identifier": U16 Hex;
        RC_OPTION_RECORD "uds.rc.option_record" "Option record": Bytes;
        RC_INFO "uds.rc.info" "Info": U8 Hex;
        RC_STATUS_RECORD "uds.rc.status_record" "Status Record": Bytes;
    }
}

names! {
    DSC_TYPE_NAMES {
        0 => "Reserved", 1 => "Default Session", 2 => "Programming Session",
        3 => "Extended Diagnostic Session", 4 => "Safety System Diagnostic Session",
    }
    ERR_CODE_NAMES {
        16 => "General reject", 17 => "Service not supported", 18 => "Sub-Function Not Supported",
        19 => "Incorrect Message Length or Invalid Format", 20 => "Response too long",
        33 => "Busy repeat request", 34 => "Conditions Not Correct", 36 => "Request Sequence Error",
        37 => "No response from sub-net component", 38 => "Failure prevents execution of requested action",
        49 => "Request Out of Range", 51 => "Security Access Denied", 52 => "Authentication Required",
        53 => "Invalid Key", 54 => "Exceeded Number Of Attempts", 55 => "Required Time Delay Not Expired",
        56 => "Secure Data Transmission Required", 57 => "Secure Data Transmission Not Allowed",
        58 => "Secure Data Verification Failed",
        80 => "Certificate Verification Failed: Invalid Time Period",
        81 => "Certificate Verification Failed: Invalid Signature",
        82 => "Certificate Verification Failed: Invalid Chain of Trust",
        83 => "Certificate Verification Failed: Invalid Type",
        84 => "Certificate Verification Failed: Invalid Format",
        85 => "Certificate Verification Failed: Invalid Content",
        86 => "Certificate Verification Failed: Invalid Scope",
        87 => "Certificate Verification Failed: Invalid Certificate (revoked)",
        88 => "Ownership Verification Failed", 89 => "Challenge Calculation Failed",
        90 => "Setting Access Rights Failed", 91 => "Session Key Creation/Derivation Failed",
        92 => "Configuration Data Usage Failed", 93 => "DeAuthentication Failed",
        112 => "Upload/Download not accepted", 113 => "Transfer data suspended",
        114 => "General Programming Failure", 115 => "Wrong Block Sequence Counter",
        120 => "Request correctly received, but response is pending",
        126 => "Sub-Function not supported in active session",
        127 => "Service not supported in active session", 129 => "RPM Too High", 130 => "RPM Too Low",
        131 => "Engine Is Running", 132 => "Engine Is Not Running", 133 => "Run Time Too Low",
        134 => "Temperature Too High", 135 => "Temperature Too Low", 136 => "Vehicle Speed Too High",
        137 => "Vehicle Speed Too Low", 138 => "Throttle/Pedal Too High", 139 => "Throttle/Pedal Too Low",
        140 => "Transmission Range Not In Neutral", 141 => "Transmission Range Not In Gear",
        143 => "Brake Switch(es) Not Closed", 144 => "Shifter/Lever Not in Park",
        145 => "Torque Converter Clutch Locked", 146 => "Voltage Too High", 147 => "Voltage Too Low",
        148 => "Resource Temporarily Not Available",
    }
    ERR_SID_NAMES {
        16 => "Diagnostic Session Control", 17 => "ECU Reset", 20 => "Clear Diagnostic Information",
        25 => "Read DTC Information", 34 => "Read Data By Identifier", 35 => "Read Memory By Address",
        36 => "Read Scaling Data By Identifier", 39 => "Security Access", 40 => "Communication Control",
        41 => "Authentication", 42 => "Read Data By Periodic Identifier",
        44 => "Dynamically Define Data Identifier", 46 => "Write Data By Identifier",
        47 => "Input Output Control By Identifier", 49 => "Routine Control", 52 => "Request Download",
        53 => "Request Upload", 54 => "Transfer Data", 55 => "Request Transfer Exit",
        56 => "Request File Transfer", 61 => "Write Memory By Address", 62 => "Tester Present",
        63 => "Error", 132 => "Sercure Data Transmission", 133 => "Control DTC Setting",
        134 => "Response On Event", 135 => "Link Control",
    }
    ER_TYPE_NAMES {
        0 => "Reserved", 1 => "Hard Reset", 2 => "Key On Off Reset", 3 => "Soft Reset",
        4 => "Enable Rapid Power Shutdown", 5 => "Disable Rapid Power Shutdown",
    }
    RC_TYPE_NAMES {
        0 => "Reserved", 1 => "Start routine", 2 => "Stop routine", 3 => "Request routine result",
    }
}

const REPLY_BIT: u8 = 0x40;
const SESSION: u8 = 0x10;
const RESET: u8 = 0x11;
const READ_BY_IDENTIFIER: u8 = 0x22;
const SECURITY: u8 = 0x27;
const WRITE_BY_IDENTIFIER: u8 = 0x2e;
const ROUTINE: u8 = 0x31;
const TESTER_PRESENT: u8 = 0x3e;
const ERROR: u8 = 0x3f;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("UDS");
    cx.info_clear();
    let first = c.peek_u8(0)?;
    let at = Span { len: 0, ..c.span(0) };
    // Who sent it and for whom it is: the end of the header below says it.
    if let Some([a, b, d, e]) = c.whole().get(..c.pos()).and_then(|head| head.last_chunk::<4>()) {
        let (source, target) = (u16::from_be_bytes([*a, *b]), u16::from_be_bytes([*d, *e]));
        cx.proto_append(|o| _ = o.s(", Source: ").hex(source, 4).s(", Target: ").hex(target, 4));
        address(cx, at, source, DIAG_ADDR_SOURCE, DIAG_ADDR_SOURCE_NAME);
        address(cx, at, target, DIAG_ADDR_TARGET, DIAG_ADDR_TARGET_NAME);
    }
    let (service, reply) = (first & !REPLY_BIT, first & REPLY_BIT != 0);
    let name = ERR_SID_NAMES.or(u64::from(service), "Unknown");
    cx.info(|o| {
        column(o, if reply { "Reply" } else { "Request" }, 7);
        o.s("   ");
        column(o, name, 36);
        o.s("   ");
    });
    cx.peek(SID, &c, 1)?;
    cx.field(REPLY, &mut c, 1)?;
    let item = cx.line(Span { start: at.start, len: c.left() as u32 + 1, ..at }, |o| _ = o.s(name));
    cx.under(item, |cx| inner(cx, c, service, reply))
}

/// Text with room up to `width`.
fn column(o: &mut Out<'_>, text: &str, width: usize) {
    o.s(text);
    for _ in text.len()..width {
        o.c(b' ');
    }
}

fn address<S: Sink>(cx: &mut Cx<'_, S>, at: Span, address: u16, number: Field, name: Field) {
    cx.add(number, at, Value::U(u64::from(address)));
    if cx.wants_hidden() {
        for (field, text) in [(name, true), (DIAG_ADDR, false), (DIAG_ADDR_NAME, true)] {
            if cx.wants(field) {
                let value = if text { cx.keep(|o| _ = o.u(address)) } else { Value::U(u64::from(address)) };
                cx.hidden(field, at, value);
            }
        }
    }
}

fn inner<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, service: u8, reply: bool) -> Step {
    match service {
        SESSION => {
            let kind = cx.u8(DSC_TYPE, &mut c)?;
            cx.info_add(|o| _ = o.s(DSC_TYPE_NAMES.or(u64::from(kind), "Unknown")));
            if reply { record(cx, c, DSC_PARAMETER_RECORD) } else { Ok(()) }
        }
        RESET => {
            let kind = cx.u8(ER_TYPE, &mut c)?;
            cx.info_add(|o| _ = o.s(ER_TYPE_NAMES.or(u64::from(kind), "Unknown")));
            Ok(())
        }
        READ_BY_IDENTIFIER if reply => {
            let id = cx.u16(RDBI_DATA_IDENTIFIER, &mut c)?;
            cx.info_add(|o| _ = o.hex(id, 4));
            record(cx, c, RDBI_DATA_RECORD)
        }
        READ_BY_IDENTIFIER => {
            while !c.is_empty() {
                let id = cx.u16(RDBI_DATA_IDENTIFIER, &mut c)?;
                cx.info_add(|o| _ = o.hex(id, 4));
            }
            Ok(())
        }
        SECURITY => {
            let kind = cx.u8(SA_TYPE, &mut c)?;
            cx.info_add(|o| _ = o.hex(kind, 2));
            // Odd: the seed is asked for; even: the key is sent.
            match (kind % 2 == 1, reply) {
                (true, true) => record(cx, c, SA_SEED),
                (false, false) => record(cx, c, SA_KEY),
                _ => Ok(()),
            }
        }
        WRITE_BY_IDENTIFIER => {
            let id = cx.u16(WDBI_DATA_IDENTIFIER, &mut c)?;
            cx.info_add(|o| _ = o.hex(id, 4));
            if reply { Ok(()) } else { record(cx, c, WDBI_DATA_RECORD) }
        }
        ROUTINE => {
            let kind = cx.u8(RC_TYPE, &mut c)?;
            let id = cx.u16(RC_IDENTIFIER, &mut c)?;
            cx.info_add(|o| _ = o.s(RC_TYPE_NAMES.or(u64::from(kind), "Unknown")).c(b' ').hex(id, 4));
            if !reply {
                record(cx, c, RC_OPTION_RECORD)
            } else if c.is_empty() {
                Ok(())
            } else {
                cx.u8(RC_INFO, &mut c)?;
                record(cx, c, RC_STATUS_RECORD)
            }
        }
        TESTER_PRESENT => {
            let sub = c.peek_u8(0)?;
            cx.info_add(|o| _ = o.s("Sub-function ").x(sub & 0x7f, 1));
            if sub & 0x80 != 0 {
                cx.info_add(|o| _ = o.s(" (No positive response)"));
            }
            if !reply {
                run(cx, &mut c.within(1), &[(TP_SUPPRESS_REPLY, 1)])?;
                run(cx, &mut c, &[(TP_SUPPRESS_REPLY_INDIFICATION, 1)])?;
            }
            Ok(())
        }
        ERROR => {
            let of = cx.u8(ERR_SID, &mut c)?;
            let code = cx.u8(ERR_CODE, &mut c)?;
            cx.info_add(|o| {
                o.s(ERR_SID_NAMES.or(u64::from(of), "Unknown")).s(" (SID: ");
                o.s(ERR_CODE_NAMES.or(u64::from(code), "Unknown")).s(")");
            });
            Ok(())
        }
        _ => Ok(()),
    }
}

/// What is left, also in the Info column.
fn record<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, field: Field) -> Step {
    let n = c.left();
    if n == 0 {
        return Ok(());
    }
    let bytes = cx.bytes(field, &mut c, n)?;
    cx.info_add(|o| _ = o.s("   ").hex_bytes(bytes, b' '));
    Ok(())
}
