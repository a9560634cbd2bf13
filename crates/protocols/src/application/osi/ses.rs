//! Session protocol, ISO 8327-1 (ITU-T X.225).

use super::pres;
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    SES "ses" "ISO 8327-1 OSI Session Protocol" "SES" App
    on []
    fields {
        TYPE "ses.type" "SPDU Type": U8 Dec = TYPE_NAMES;
        LENGTH "ses.length" "Length": U16 Dec;
        CALLED_SS_USER_REFERENCE "ses.called_ss_user_reference" "Called SS User Reference": Bytes;
        CALLING_SS_USER_REFERENCE "ses.calling_ss_user_reference" "Calling SS User Reference": Bytes;
        COMMON_REFERENCE "ses.common_reference" "Common Reference": Bytes;
        ADDITIONAL_REFERENCE_INFORMATION "ses.additional_reference_information" "Additional Reference Information": Bytes;
        RELEASE_TOKEN "ses.release_token" "release token": Bool(8) & 0x40;
        MAJOR_TOKEN "ses.major.token" "major/activity token": Bool(8) & 0x10;
        SYNCHRONIZE_TOKEN "ses.synchronize_token" "synchronize minor token": Bool(8) & 0x4;
        DATA_TOKEN "ses.data_token" "data token": Bool(8) & 0x1;
        CONNECT_F1 "ses.connect.f1" "Able to receive extended concatenated SPDU": Bool(8) & 0x1;
        REQ_FLAGS "ses.req.flags" "Flags": U16 Hex;
        EXCEPTION_REPORT "ses.exception_report" "Session exception report": Bool(16) & 0x2000;
        DATA_SEP "ses.data_sep" "Data separation function unit": Bool(16) & 0x1000;
        SYMM_SYNC "ses.symm_sync" "Symmetric synchronize function unit": Bool(16) & 0x800;
        TYPED_DATA_UNIT "ses.typed_data" "Typed data function unit": Bool(16) & 0x400;
        EXCEPTION_DATA "ses.exception_data" "Exception function unit": Bool(16) & 0x200;
        CAPABILITY_DATA "ses.capability_data" "Capability function unit": Bool(16) & 0x100;
        NEGOTIATED_RELEASE "ses.negotiated_release" "Negotiated release function unit": Bool(16) & 0x80;
        ACTIVITY_MANAGEMENT "ses.activity_management" "Activity management function unit": Bool(16) & 0x40;
        RESYNCHRONIZE "ses.resynchronize" "Resynchronize function unit": Bool(16) & 0x20;
        MAJOR_RESYNCHRONIZE "ses.major_resynchronize" "Major resynchronize function unit": Bool(16) & 0x10;
        MINOR_RESYNCHRONIZE "ses.minor_resynchronize" "Minor resynchronize function unit": Bool(16) & 0x8;
        EXPEDITED_DATA "ses.expedited_data" "Expedited data function unit": Bool(16) & 0x4;
        DUPLEX "ses.duplex" "Duplex functional unit": Bool(16) & 0x2;
        HALF_DUPLEX "ses.half_duplex" "Half-duplex functional unit": Bool(16) & 0x1;
        PROPOSED_TSDU_MAXIMUM_SIZE_I2R "ses.proposed_tsdu_maximum_size_i2r" "Proposed TSDU Maximum Size, Initiator to Responder": U16 Dec;
        PROPOSED_TSDU_MAXIMUM_SIZE_R2I "ses.proposed_tsdu_maximum_size_r2i" "Proposed TSDU Maximum Size, Responder to Initiator": U16 Dec;
        PROTOCOL_VERSION1 "ses.protocol_version1" "Protocol Version 1": Bool(8) & 0x1;
        PROTOCOL_VERSION2 "ses.protocol_version2" "Protocol Version 2": Bool(8) & 0x2;
        INITIAL_SERIAL_NUMBER "ses.initial_serial_number" "Initial Serial Number": Str;
        BEGINNING_OF_SSDU "ses.beginning_of_SSDU" "beginning of SSDU": Bool(8) & 0x1;
        END_OF_SSDU "ses.end_of_SSDU" "end of SSDU": Bool(8) & 0x2;
        RELEASE_TOKEN_SETTING "ses.release_token_setting" "release token setting": U8 Hex & 0xc0 = RELEASE_TOKEN_SETTING_NAMES;
        MAJOR_ACTIVITY_TOKEN_SETTING "ses.major_activity_token_setting" "major/activity setting": U8 Hex & 0x30 = RELEASE_TOKEN_SETTING_NAMES;
        SYNCHRONIZE_MINOR_TOKEN_SETTING "ses.synchronize_minor_token_setting" "synchronize-minor token setting": U8 Hex & 0xc = RELEASE_TOKEN_SETTING_NAMES;
        DATA_TOKEN_SETTING "ses.data_token_setting" "data token setting": U8 Hex & 0x3 = RELEASE_TOKEN_SETTING_NAMES;
        ACTIVITY_IDENTIFIER "ses.activity_identifier" "Activity Identifier": Bytes;
        SERIAL_NUMBER "ses.serial_number" "Serial Number": Str;
        CALLING_SESSION_SELECTOR "ses.calling_session_selector" "Calling Session Selector": Bytes;
        CALLED_SESSION_SELECTOR "ses.called_session_selector" "Called Session Selector": Bytes;
        SECOND_SERIAL_NUMBER "ses.second_serial_number" "Second Serial Number": Str;
        SECOND_INITIAL_SERIAL_NUMBER "ses.second_initial_serial_number" "Second Initial Serial Number": Str;
        LARGE_INITIAL_SERIAL_NUMBER "ses.large_initial_serial_number" "Large Initial Serial Number": Str;
        LARGE_SECOND_INITIAL_SERIAL_NUMBER "ses.large_second_initial_serial_number" "Large Second Initial Serial Number": Str;
        CONNECT_FLAGS "ses.connect.flags" "Flags": U8 Hex;
        VERSION_FLAGS "ses.version.flags" "Flags": U8 Hex;
        TKEN_ITEM_FLAGS "ses.tken_item.flags" "Flags": U8 Hex;
        ENCLOSURE_FLAGS "ses.enclosure.flags" "Flags": U8 Hex;
        TRANSPORT_FLAGS "ses.transport_flags" "Flags": U8 Hex;
        TRANSPORT_FLAGS_CONNECTION "ses.transport_flags.connection" "Transport connection": Bool(8) & 0x1 = Names::Bools("Released", "Kept");
        TRANSPORT_FLAGS_USER_ABORT "ses.transport_flags.user_abort" "User abort": Bool(8) & 0x2 = Names::Bools("Yes", "No");
        TRANSPORT_FLAGS_PROTOCOL_ERROR "ses.transport_flags.protocol_error" "Protocol error": Bool(8) & 0x4 = Names::Bools("Yes", "No");
        TRANSPORT_FLAGS_NO_REASON "ses.transport_flags.no_reason" "No reason": Bool(8) & 0x8 = Names::Bools("Yes", "No");
        TRANSPORT_FLAGS_IMPLEMENTATION_RESTRICTION "ses.transport_flags.implementation_restriction" "Implementation restriction": Bool(8) & 0x10 = Names::Bools("Yes", "No");
        REASON_CODE "ses.reason_code" "Reason Code": U8 Dec = REASON_CODE_NAMES;
        PARAMETER_TYPE "ses.parameter_type" "Parameter type": U8 Dec = PARAMETER_TYPE_NAMES;
        PARAMETER_LENGTH "ses.parameter_length" "Parameter length": U32 Dec;
    }
}

names! {
    TYPE_NAMES {
        1 => "DATA TRANSFER (DT) SPDU", 2 => "PLEASE TOKENS (PT) SPDU", 5 => "EXPEDITED (EX) SPDU",
        7 => "PREPARE (PR) SPDU", 8 => "NOT FINISHED (NF) SPDU", 9 => "FINISH (FN) SPDU",
        10 => "DISCONNECT (DN) SPDU", 12 => "REFUSE (RF) SPDU", 13 => "CONNECT (CN) SPDU", 14 => "ACCEPT (AC) SPDU",
        15 => "CONNECT DATA OVERFLOW (CDO) SPDU", 16 => "OVERFLOW ACCEPT (OA) SPDU",
        21 => "GIVE TOKENS CONFIRM (GTC) SPDU", 22 => "GIVE TOKENS ACK (GTA) SPDU", 25 => "ABORT (AB) SPDU",
        26 => "ABORT ACCEPT (AA) SPDU", 29 => "ACTIVITY RESUME (AR) SPDU", 33 => "TYPED DATA (TD) SPDU",
        34 => "RESYNCHRONIZE ACK (RA) SPDU", 41 => "MAJOR SYNC POINT (MAP) SPDU", 42 => "MAJOR SYNC ACK (MAA) SPDU",
        45 => "ACTIVITY START (AS) SPDU", 48 => "EXCEPTION DATA (ED) SPDU", 49 => "MINOR SYNC POINT (MIP) SPDU",
        50 => "MINOR SYNC ACK (MIA) SPDU", 53 => "RESYNCHRONIZE (RS) SPDU", 57 => "ACTIVITY DISCARD (AD) SPDU",
        58 => "ACTIVITY DISCARD ACK (ADA) SPDU", 61 => "CAPABILITY DATA (CD) SPDU",
        62 => "CAPABILITY DATA ACK (CDA) SPDU", 64 => "UNIT DATA (UD) SPDU", 8192 => "EXCEPTION REPORT (ER) SPDU",
    }
    RELEASE_TOKEN_SETTING_NAMES {
        0 => "initiator's side", 1 => "responder's side", 2 => "called SS user's choice", 3 => "reserved",
    }
    REASON_CODE_NAMES {
        0 => "Rejection by called SS-user; reason not specified",
        1 => "Rejection by called SS-user due to temporary congestion", 2 => "Rejection by called SS-user.",
        10 => "Rejection by the SPM; implementation restriction stated in the PICS",
        129 => "Session Selector unknown", 130 => "SS-user not attached to SSAP",
        131 => "SPM congestion at connect time", 132 => "Proposed protocol versions not supported",
        133 => "Rejection by the SPM; reason not specified", 134 => "Finish PDU",
    }
    PARAMETER_TYPE_NAMES {
        1 => "Connection Identifier", 5 => "Connect Accept Item", 9 => "Called SS user Reference",
        10 => "Calling SS user Reference", 11 => "Common Reference", 12 => "Additional Reference Information",
        15 => "Sync Type Item", 16 => "Token Item", 17 => "Transport_Disconnect", 19 => "Protocol Options",
        20 => "Session Requirement", 21 => "TSDU Maximum Size", 22 => "Version Number",
        23 => "Initial Serial Number", 24 => "Prepare Type", 25 => "Enclosure Item", 26 => "Token Setting Item",
        27 => "Resync Type", 33 => "Linking Information", 41 => "Activity Identifier", 42 => "Serial Number",
        49 => "Reflect Parameter", 50 => "Reason Code", 51 => "Calling Session Selector",
        52 => "Called Session Selector", 53 => "Second Resync Type", 54 => "Second Serial Number",
        55 => "Second Initial Serial Number", 56 => "Upper Limit Serial Number",
        57 => "Large Initial Serial Number", 58 => "Large Second Initial Serial Number", 60 => "Data Overflow",
        193 => "Session user data", 194 => "Session extended user data",
    }
}

/// GIVE TOKENS as the first SPDU, DATA TRANSFER as the second.
const DATA: u8 = 1;
const EXPEDITED: u8 = 5;
/// REFUSE.
pub const REFUSE: u8 = 12;
/// CONNECT.
pub const CONNECT: u8 = 13;
/// ACCEPT.
pub const ACCEPT: u8 = 14;
/// ABORT.
pub const ABORT: u8 = 25;
const TYPED_DATA: u8 = 33;
/// The parameter that has what the session carries.
pub const USER_DATA: u8 = 193;
/// The same of more than 512 bytes.
pub const EXTENDED_USER_DATA: u8 = 194;
const CONNECTION_IDENTIFIER: u8 = 1;
const CONNECT_ACCEPT_ITEM: u8 = 5;
const LINKING_INFORMATION: u8 = 33;

/// Whether there is an SPDU of this type.
#[must_use]
pub fn is_spdu(kind: u8) -> bool {
    TYPE_NAMES.find(u64::from(kind)).is_some()
}

/// Whether an SPDU begins here: a type there is, and a length with parameters that fit.
#[must_use]
pub fn accepts(bytes: &[u8]) -> bool {
    match bytes {
        [DATA, 0, DATA, 0, rest @ ..] => !rest.is_empty(),
        [DATA, ..] => false,
        [kind, 255, a, b, code, ..] => is_spdu(*kind) && is_parameter(*code) && (*a > 0 || *b == 255),
        [kind, n, code, len, ..] => {
            *n >= 2
                && is_spdu(*kind)
                && is_parameter(*code)
                && bytes.len() >= 2 + usize::from(*n)
                && (*len == 255 || len < n)
        }
        _ => false,
    }
}

fn is_parameter(code: u8) -> bool {
    PARAMETER_TYPE_NAMES.find(u64::from(code)).is_some()
}

/// A length: a byte, or 255 and two bytes.
///
/// # Errors
/// When the packet ends before.
pub fn length(c: &mut Cursor<'_>) -> Result<usize, Stop> {
    let first = c.peek_u8(0)?;
    c.skip(1)?;
    if first < 255 {
        return Ok(usize::from(first));
    }
    let n = c.peek_u16(0)?;
    c.skip(2)?;
    Ok(usize::from(n))
}

fn shown_length<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Result<usize, Stop> {
    let from = *c;
    let n = length(c)?;
    cx.add(field, c.span_since(&from), Value::U(n as u64));
    Ok(n)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("SES");
    cx.info_clear();
    let all = c;
    let kind = c.peek_u8(0)?;
    let tokens = kind == DATA && cx.nth() == 1;
    let item = cx.field(TYPE, &mut c, 1)?;
    let name = if tokens { "Give tokens PDU" } else { TYPE_NAMES.or(u64::from(kind), "Unknown SPDU type") };
    cx.label(item, |o| _ = o.s("SPDU Type: ").s(name).s(" (").u(kind).s(")"));
    cx.info(|o| _ = o.s(name));
    let n = shown_length(cx, LENGTH, &mut c)?;
    let mut user = None;
    parameters(cx, c.take_all(n)?, &mut user, true)?;
    cx.proto_len(c.pos() - all.pos());
    if let Some(user) = user {
        cx.handed[0] = u32::from(kind);
        cx.call(pres::ID, user)?;
    }
    if c.is_empty() {
        return Ok(());
    }
    match kind {
        DATA | EXPEDITED | TYPED_DATA if !tokens => {
            cx.handed[0] = u32::from(kind);
            cx.call(pres::ID, c)
        }
        _ => cx.next_pdu(ID, c),
    }
}

/// Parameters and groups of them; `user` becomes what the session carries.
fn parameters<'a, S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'a>,
    user: &mut Option<Cursor<'a>>,
    outer: bool,
) -> Step {
    while !c.is_empty() {
        let mut head = c;
        let code = head.peek_u8(0)?;
        head.skip(1)?;
        let n = length(&mut head)?;
        let header = head.pos() - c.pos();
        let name = PARAMETER_TYPE_NAMES.or(u64::from(code), "Unknown");
        let line = cx.line(c.span(header + n), |o| _ = o.s(name));
        cx.under(line, |cx| -> Step {
            cx.u8(PARAMETER_TYPE, &mut c)?;
            shown_length(cx, PARAMETER_LENGTH, &mut c)?;
            let value = c.take_all(n)?;
            match code {
                _ if n == 0 => Ok(()),
                CONNECTION_IDENTIFIER | CONNECT_ACCEPT_ITEM | LINKING_INFORMATION if outer => {
                    parameters(cx, value, user, false)
                }
                USER_DATA | EXTENDED_USER_DATA => {
                    *user = Some(value);
                    Ok(())
                }
                _ => parameter(cx, code, value),
            }
        })?;
    }
    Ok(())
}

fn parameter<S: Sink>(cx: &mut Cx<'_, S>, code: u8, mut c: Cursor<'_>) -> Step {
    let n = c.left();
    let field = match code {
        9 => CALLED_SS_USER_REFERENCE,
        10 => CALLING_SS_USER_REFERENCE,
        11 => COMMON_REFERENCE,
        12 => ADDITIONAL_REFERENCE_INFORMATION,
        16 => return flags(cx, TKEN_ITEM_FLAGS, &TOKENS, &c, 1),
        17 => return flags(cx, TRANSPORT_FLAGS, &TRANSPORT, &c, 1),
        19 => return flags(cx, CONNECT_FLAGS, &[CONNECT_F1], &c, 1),
        20 => return flags(cx, REQ_FLAGS, &UNITS, &c, 2),
        21 => {
            cx.u16(PROPOSED_TSDU_MAXIMUM_SIZE_I2R, &mut c)?;
            return cx.u16(PROPOSED_TSDU_MAXIMUM_SIZE_R2I, &mut c).map(|_| ());
        }
        22 => return flags(cx, VERSION_FLAGS, &[PROTOCOL_VERSION2, PROTOCOL_VERSION1], &c, 1),
        23 => INITIAL_SERIAL_NUMBER,
        25 => return flags(cx, ENCLOSURE_FLAGS, &[END_OF_SSDU, BEGINNING_OF_SSDU], &c, 1),
        26 => {
            for field in SETTINGS {
                cx.peek(field, &c, 1)?;
            }
            return Ok(());
        }
        41 => ACTIVITY_IDENTIFIER,
        42 => SERIAL_NUMBER,
        50 => return cx.u8(REASON_CODE, &mut c).map(|_| ()),
        51 => CALLING_SESSION_SELECTOR,
        52 => CALLED_SESSION_SELECTOR,
        54 => SECOND_SERIAL_NUMBER,
        55 => SECOND_INITIAL_SERIAL_NUMBER,
        57 => LARGE_INITIAL_SERIAL_NUMBER,
        58 => LARGE_SECOND_INITIAL_SERIAL_NUMBER,
        _ => return Ok(()),
    };
    cx.peek(field, &c, n).map(|_| ())
}

const TOKENS: [Field; 4] = [RELEASE_TOKEN, MAJOR_TOKEN, SYNCHRONIZE_TOKEN, DATA_TOKEN];
const SETTINGS: [Field; 4] = [
    RELEASE_TOKEN_SETTING,
    MAJOR_ACTIVITY_TOKEN_SETTING,
    SYNCHRONIZE_MINOR_TOKEN_SETTING,
    DATA_TOKEN_SETTING,
];
const TRANSPORT: [Field; 5] = [
    TRANSPORT_FLAGS_CONNECTION,
    TRANSPORT_FLAGS_USER_ABORT,
    TRANSPORT_FLAGS_PROTOCOL_ERROR,
    TRANSPORT_FLAGS_NO_REASON,
    TRANSPORT_FLAGS_IMPLEMENTATION_RESTRICTION,
];
const UNITS: [Field; 14] = [
    EXCEPTION_REPORT,
    DATA_SEP,
    SYMM_SYNC,
    TYPED_DATA_UNIT,
    EXCEPTION_DATA,
    CAPABILITY_DATA,
    NEGOTIATED_RELEASE,
    ACTIVITY_MANAGEMENT,
    RESYNCHRONIZE,
    MAJOR_RESYNCHRONIZE,
    MINOR_RESYNCHRONIZE,
    EXPEDITED_DATA,
    DUPLEX,
    HALF_DUPLEX,
];

/// A field of flags, which tells the names of those that are set.
fn flags<S: Sink>(cx: &mut Cx<'_, S>, field: Field, bits: &[Field], c: &Cursor<'_>, n: usize) -> Step {
    let set = c.peek_uint(0, n)?;
    let item = cx.peek(field, c, n)?;
    cx.append(item, |o| {
        for def in bits.iter().map(|f| mask_and_label(*f)) {
            if set & def.0 != 0 {
                o.s(", ").s(def.1);
            }
        }
    });
    cx.under(item, |cx| -> Step {
        for bit in bits {
            cx.peek(*bit, c, n)?;
        }
        Ok(())
    })
}

/// Mask and label of a field of this protocol.
fn mask_and_label(field: Field) -> (u64, &'static str) {
    DEF.fields.get(usize::from(field.0 - PROTO.0)).map_or((0, ""), |f| (f.mask, f.label))
}
