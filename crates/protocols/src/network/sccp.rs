//! Signalling Connection Control Part, ITU-T Q.713.

use super::{bssap, e164, sccpmg};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Value, names, proto};

proto! {
    SCCP "sccp" "Signalling Connection Control Part" "SCCP" Carrier
    on []
    fields {
        MESSAGE_TYPE "sccp.message_type" "Message Type": U8 Hex = MESSAGE_TYPE_NAMES;
        VARIABLE_POINTER1 "sccp.variable_pointer1" "Pointer to first Mandatory Variable parameter": U16 Dec;
        VARIABLE_POINTER2 "sccp.variable_pointer2" "Pointer to second Mandatory Variable parameter": U16 Dec;
        VARIABLE_POINTER3 "sccp.variable_pointer3" "Pointer to third Mandatory Variable parameter": U16 Dec;
        OPTIONAL_POINTER "sccp.optional_pointer" "Pointer to Optional parameter": U16 Dec;
        PARAMETER_LENGTH "sccp.parameter_length" "Variable parameter length": U16 Dec;
        SSN "sccp.ssn" "Called or Calling SubSystem Number": U8 Dec = SSN_NAMES;
        DIGITS "sccp.digits" "Called or Calling GT Digits": Str;
        CALLED_RESERVED "sccp.called.reserved" "Reserved for national use": U8 Hex & 0x80;
        CALLED_RI "sccp.called.ri" "Routing Indicator": U8 Hex & 0x40 = CALLED_RI_NAMES;
        CALLED_GTI "sccp.called.gti" "Global Title Indicator": U8 Hex & 0x3c = CALLED_GTI_NAMES;
        CALLED_SSNI "sccp.called.ssni" "SubSystem Number Indicator": U8 Hex & 0x2 = CALLED_SSNI_NAMES;
        CALLED_PCI "sccp.called.pci" "Point Code Indicator": U8 Hex & 0x1 = CALLED_PCI_NAMES;
        CALLED_SSN "sccp.called.ssn" "SubSystem Number": U8 Dec = SSN_NAMES;
        CALLED_PC "sccp.called.pc" "PC": U16 Dec & 0x3fff;
        CALLED_NAI "sccp.called.nai" "Nature of Address Indicator": U8 Hex & 0x7f = CALLED_NAI_NAMES;
        CALLED_OE "sccp.called.oe" "Odd/Even Indicator": U8 Hex & 0x80 = CALLED_OE_NAMES;
        CALLED_TT "sccp.called.tt" "Translation Type": U8 HexDec;
        CALLED_NP "sccp.called.np" "Numbering Plan": U8 Hex & 0xf0 = CALLED_NP_NAMES;
        CALLED_ES "sccp.called.es" "Encoding Scheme": U8 Hex & 0xf = CALLED_ES_NAMES;
        CALLED_DIGITS "sccp.called.digits" "Called Party Digits": Str;
        CALLED_DIGITS_LENGTH "sccp.called.digits.length" "Number of Called Party Digits": U8 Dec;
        CALLING_RESERVED "sccp.calling.reserved" "Reserved for national use": U8 Hex & 0x80;
        CALLING_RI "sccp.calling.ri" "Routing Indicator": U8 Hex & 0x40 = CALLED_RI_NAMES;
        CALLING_GTI "sccp.calling.gti" "Global Title Indicator": U8 Hex & 0x3c = CALLED_GTI_NAMES;
        CALLING_SSNI "sccp.calling.ssni" "SubSystem Number Indicator": U8 Hex & 0x2 = CALLED_SSNI_NAMES;
        CALLING_PCI "sccp.calling.pci" "Point Code Indicator": U8 Hex & 0x1 = CALLED_PCI_NAMES;
        CALLING_SSN "sccp.calling.ssn" "SubSystem Number": U8 Dec = SSN_NAMES;
        CALLING_PC "sccp.calling.pc" "PC": U16 Dec & 0x3fff;
        CALLING_NAI "sccp.calling.nai" "Nature of Address Indicator": U8 Hex & 0x7f = CALLED_NAI_NAMES;
        CALLING_OE "sccp.calling.oe" "Odd/Even Indicator": U8 Hex & 0x80 = CALLED_OE_NAMES;
        CALLING_TT "sccp.calling.tt" "Translation Type": U8 HexDec;
        CALLING_NP "sccp.calling.np" "Numbering Plan": U8 Hex & 0xf0 = CALLED_NP_NAMES;
        CALLING_ES "sccp.calling.es" "Encoding Scheme": U8 Hex & 0xf = CALLED_ES_NAMES;
        CALLING_DIGITS "sccp.calling.digits" "Calling Party Digits": Str;
        CALLING_DIGITS_LENGTH "sccp.calling.digits.length" "Number of Calling Party Digits": U8 Dec;
        DLR "sccp.dlr" "Destination Local Reference": U24 Hex;
        SLR "sccp.slr" "Source Local Reference": U24 Hex;
        LR "sccp.lr" "Local Reference": U24 Hex;
        CLASS "sccp.class" "Class": U8 Hex & 0xf;
        HANDLING "sccp.handling" "Message handling": U8 Hex & 0xf0 = HANDLING_NAMES;
        MORE "sccp.more" "More data": U8 Hex & 0x1 = MORE_NAMES;
        RSN "sccp.rsn" "Receive Sequence Number": U8 Hex & 0xfe;
        SEQUENCING_SEGMENTING_SSN "sccp.sequencing_segmenting.ssn" "Sequencing Segmenting: Send Sequence Number": U8 Hex & 0xfe;
        SEQUENCING_SEGMENTING_RSN "sccp.sequencing_segmenting.rsn" "Sequencing Segmenting: Receive Sequence Number": U8 Hex & 0xfe;
        SEQUENCING_SEGMENTING_MORE "sccp.sequencing_segmenting.more" "Sequencing Segmenting: More": U8 Hex & 0x1 = MORE_NAMES;
        CREDIT "sccp.credit" "Credit": U8 Hex;
        RELEASE_CAUSE "sccp.release_cause" "Release Cause": U8 Hex = RELEASE_CAUSE_NAMES;
        RETURN_CAUSE "sccp.return_cause" "Return Cause": U8 Hex = RETURN_CAUSE_NAMES;
        RESET_CAUSE "sccp.reset_cause" "Reset Cause": U8 Hex = RESET_CAUSE_NAMES;
        ERROR_CAUSE "sccp.error_cause" "Error Cause": U8 Hex = ERROR_CAUSE_NAMES;
        REFUSAL_CAUSE "sccp.refusal_cause" "Refusal Cause": U8 Hex = REFUSAL_CAUSE_NAMES;
        SEGMENTATION_FIRST "sccp.segmentation.first" "Segmentation: First": U8 Hex & 0x80 = SEGMENTATION_FIRST_NAMES;
        SEGMENTATION_CLASS "sccp.segmentation.class" "Segmentation: Class": U8 Hex & 0x40 = SEGMENTATION_CLASS_NAMES;
        SEGMENTATION_REMAINING "sccp.segmentation.remaining" "Segmentation: Remaining": U8 Hex & 0xf;
        SEGMENTATION_SLR "sccp.segmentation.slr" "Segmentation: Source Local Reference": U24 Hex;
        HOPS "sccp.hops" "Hop Counter": U8 Hex;
        IMPORTANCE "sccp.importance" "Importance": U8 Hex & 0x7;
        LINKED_DISSECTOR "sccp.linked_dissector" "Linked dissector": Str;
        END_OPTIONAL_PARAM "sccp.end_optional_param" "End of Optional": None;
        UNKNOWN_PARAMETER "sccp.unknown_parameter" "Unknown parameter": Bytes;
    }
    experts {
        SSN_IS_ZERO "sccp.ssn.is_zero" Warn Protocol "Message is routed on SSN, but SSN is zero (unspecified)";
    }
}

names! {
    MESSAGE_TYPE_NAMES {
        1 => "Connection Request", 2 => "Connection Confirm", 3 => "Connection Refused", 4 => "Released",
        5 => "Release Complete", 6 => "Data Form 1", 7 => "Data Form 2", 8 => "Data Acknowledgement",
        9 => "Unitdata", 10 => "Unitdata Service", 11 => "Expedited Data", 12 => "Expedited Data Acknowledgement",
        13 => "Reset Request", 14 => "Reset Confirmation", 15 => "Error", 16 => "Inactivity Timer",
        17 => "Extended Unitdata", 18 => "Extended Unitdata Service", 19 => "Long Unitdata",
        20 => "Long Unitdata Service",
    }
    SSN_NAMES {
        0 => "SSN not known/not used", 1 => "SCCP management", 2 => "Reserved for ITU-T allocation",
        3 => "ISDN User Part", 4 => "OMAP (Operation, Maintenance, and Administration Part)",
        5 => "MAP (Mobile Application Part)", 6 => "HLR (Home Location Register)",
        7 => "VLR (Visitor Location Register)", 8 => "MSC (Mobile Switching Center)",
        9 => "EIC/EIR (Equipment Identifier Center/Equipment Identification Register)",
        10 => "AUC/AC (Authentication Center)", 11 => "ISDN supplementary services (ITU only)",
        12 => "Reserved for international use (ITU only)",
        13 => "Broadband ISDN edge-to-edge applications (ITU only)", 14 => "TC test responder (ITU only)",
        142 => "RANAP", 143 => "RNSAP", 145 => "GMLC(MAP)", 146 => "CAP",
        147 => "gsmSCF (MAP) or IM-SSF (MAP) or Presence Network Agent", 148 => "SIWF (MAP)", 149 => "SGSN (MAP)",
        150 => "GGSN (MAP)", 248 => "CSS (MAP)", 249 => "PCAP", 250 => "BSC (BSSAP-LE)", 251 => "MSC (BSSAP-LE)",
        252 => "IOS or SMLC (BSSAP-LE)", 253 => "BSS O&M (A interface)", 254 => "BSSAP/BSAP",
    }
    CALLED_RI_NAMES {
        0 => "Route on GT", 1 => "Route on SSN",
    }
    CALLED_GTI_NAMES {
        0 => "No Global Title", 1 => "Nature of Address Indicator only", 2 => "Translation Type only",
        3 => "Translation Type, Numbering Plan, and Encoding Scheme included",
        4 => "Translation Type, Numbering Plan, Encoding Scheme, and Nature of Address Indicator included",
    }
    CALLED_SSNI_NAMES {
        0 => "SSN not present", 1 => "SSN present",
    }
    CALLED_PCI_NAMES {
        0 => "Point Code not present", 1 => "Point Code present",
    }
    CALLED_NAI_NAMES {
        0 => "NAI unknown", 1 => "Subscriber Number", 2 => "Reserved for national use",
        3 => "National significant number", 4 => "International number",
    }
    CALLED_OE_NAMES {
        0 => "Even number of address signals", 1 => "Odd number of address signals",
    }
    CALLED_NP_NAMES {
        0 => "Unknown", 1 => "ISDN/telephony", 2 => "Generic (ITU)/Reserved (ANSI)", 3 => "Data", 4 => "Telex",
        5 => "Maritime mobile", 6 => "Land mobile", 7 => "ISDN/mobile", 14 => "Private network or network-specific",
        15 => "Reserved",
    }
    CALLED_ES_NAMES {
        0 => "Unknown", 1 => "BCD, odd number of digits", 2 => "BCD, even number of digits",
        3 => "National specific", 15 => "Reserved (ITU)/Spare (ANSI)",
    }
    HANDLING_NAMES {
        0 => "No special options", 8 => "Return message on error",
    }
    MORE_NAMES {
        0 => "No more data", 1 => "More data",
    }
    RELEASE_CAUSE_NAMES {
        0 => "End user originated", 1 => "End user congestion", 2 => "End user failure",
        3 => "SCCP user originated", 4 => "Remote procedure error", 5 => "Inconsistent connection data",
        6 => "Access failure", 7 => "Access congestion", 8 => "Subsystem failure", 9 => "Subsystem congestion",
        10 => "MTP failure", 11 => "Network congestion", 12 => "Expiration of reset timer",
        13 => "Expiration of receive inactivity timer", 14 => "Reserved", 15 => "Unqualified",
        16 => "SCCP failure (ITU only)",
    }
    RETURN_CAUSE_NAMES {
        0 => "No translation for an address of such nature", 1 => "No translation for this specific address",
        2 => "Subsystem congestion", 3 => "Subsystem failure", 4 => "Unequipped failure", 5 => "MTP failure",
        6 => "Network congestion", 7 => "Unqualified", 8 => "Error in message transport",
        9 => "Error in local processing", 10 => "Destination cannot perform reassembly", 11 => "SCCP failure",
        12 => "Hop counter violation", 13 => "Segmentation not supported", 14 => "Segmentation failure",
        247 => "Message change failure (ANSI only)", 248 => "Invalid INS routing request (ANSI only)",
        249 => "Invalid ISNI routing request (ANSI only)", 250 => "Unauthorized message (ANSI only)",
        251 => "Message incompatibility (ANSI only)", 252 => "Cannot perform ISNI constrained routing (ANSI only)",
        253 => "Redundant ISNI constrained routing (ANSI only)",
        254 => "Unable to perform ISNI identification (ANSI only)",
    }
    RESET_CAUSE_NAMES {
        0 => "End user originated", 1 => "SCCP user originated",
        2 => "Message out of order - incorrect send sequence number",
        3 => "Message out of order - incorrect receive sequence number",
        4 => "Remote procedure error - message out of window",
        5 => "Remote procedure error - incorrect send sequence number after (re)initialization",
        6 => "Remote procedure error - general", 7 => "Remote end user operational", 8 => "Network operational",
        9 => "Access operational", 10 => "Network congestion", 11 => "Reserved (ITU)/Not obtainable (ANSI)",
        12 => "Unqualified",
    }
    ERROR_CAUSE_NAMES {
        0 => "Local Reference Number (LRN) mismatch - unassigned destination LRN",
        1 => "Local Reference Number (LRN) mismatch - inconsistent source LRN", 2 => "Point code mismatch",
        3 => "Service class mismatch", 4 => "Unqualified",
    }
    REFUSAL_CAUSE_NAMES {
        0 => "End user originated", 1 => "End user congestion", 2 => "End user failure",
        3 => "SCCP user originated", 4 => "Destination address unknown", 5 => "Destination inaccessible",
        6 => "Network resource - QOS not available/non-transient",
        7 => "Network resource - QOS not available/transient", 8 => "Access failure", 9 => "Access congestion",
        10 => "Subsystem failure", 11 => "Subsystem congestion",
        12 => "Expiration of connection establishment timer", 13 => "Incompatible user data", 14 => "Reserved",
        15 => "Unqualified", 16 => "Hop counter violation", 17 => "SCCP failure (ITU only)",
        18 => "No translation for an address of such nature", 19 => "Unequipped user",
    }
    SEGMENTATION_FIRST_NAMES {
        0 => "Not first segment", 1 => "First segment",
    }
    SEGMENTATION_CLASS_NAMES {
        0 => "Class 0 selected", 1 => "Class 1 selected",
    }
}

/// Names of messages in the Info column.
const ACRONYMS: [&str; 20] = [
    "CR", "CC", "CREF", "RLSD", "RLC", "DT1", "DT2", "AK", "UDT", "UDTS", "ED", "EA", "RSR", "RSC", "ERR",
    "IT", "XUDT", "XUDTS", "LUDT", "LUDTS",
];

const CALLED: u8 = 3;
const CALLING: u8 = 4;
const DATA: u8 = 15;

/// Subsystems.
const MANAGEMENT: u8 = 1;
const BSSAP: u8 = 254;

/// What was found in a message.
#[derive(Default)]
struct Found<'a> {
    data: Option<Cursor<'a>>,
    called: Option<u8>,
    calling: Option<u8>,
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("SCCP (Int. ITU)");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let kind = cx.u8(MESSAGE_TYPE, &mut c)?;
    let acronym = ACRONYMS.get(usize::from(kind).wrapping_sub(1)).copied().unwrap_or("Unknown");
    cx.info_add(|o| _ = o.s(acronym).s(" "));
    let mut found = Found::default();
    message(cx, kind, &mut c, &mut found)?;
    match found.data {
        Some(data) if !data.is_empty() => inside(cx, data, &found),
        _ => Ok(()),
    }
}

/// Whether a subsystem says what its data is.
fn is_known(ssn: u8) -> bool {
    matches!(ssn, MANAGEMENT | BSSAP) || is_transactions(ssn)
}

/// Subsystems of the Mobile Application Part, which speaks in transactions.
fn is_transactions(ssn: u8) -> bool {
    matches!(ssn, 6..=9 | 145 | 148..=150)
}

/// Hands data on by the subsystems, or by what they look like.
fn inside<S: Sink>(cx: &mut Cx<'_, S>, data: Cursor<'_>, found: &Found<'_>) -> Step {
    // Who is called decides, when it is known, before who calls.
    match [found.called, found.calling].into_iter().flatten().find(|n| is_known(*n)) {
        Some(MANAGEMENT) => cx.call(sccpmg::ID, data),
        Some(BSSAP) => cx.call(bssap::ID, data),
        // Transactions are not read.
        Some(_) => Ok(()),
        None if bssap::accepts(data.rest()) => cx.call(bssap::ID, data),
        None => Ok(()),
    }
}

/// The mandatory parts of a message, which have fixed places, then those that pointers show.
fn message<'a, S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'a>, found: &mut Found<'a>) -> Step {
    match kind {
        1 => {
            reference(cx, SLR, c)?;
            class(cx, c, false)?;
            variable(cx, c, &[CALLED], true, found)
        }
        2 => {
            reference(cx, DLR, c)?;
            reference(cx, SLR, c)?;
            class(cx, c, false)?;
            variable(cx, c, &[], true, found)
        }
        3 => {
            reference(cx, DLR, c)?;
            cx.u8(REFUSAL_CAUSE, c)?;
            variable(cx, c, &[], true, found)
        }
        4 => {
            reference(cx, DLR, c)?;
            reference(cx, SLR, c)?;
            cx.u8(RELEASE_CAUSE, c)?;
            variable(cx, c, &[], true, found)
        }
        5 | 14 => {
            reference(cx, DLR, c)?;
            reference(cx, SLR, c)
        }
        6 => {
            reference(cx, DLR, c)?;
            let more = c.peek_u8(0)? & 1 != 0;
            cx.field(MORE, c, 1)?;
            let mut at = *c;
            at.advance(usize::from(cx.u8(VARIABLE_POINTER1, c)?));
            let n = usize::from(at.peek_u8(0)?);
            at.skip(1)?;
            let data = at.take_all(n)?;
            // Parts of a message are not put together.
            found.data = (!more).then_some(data);
            Ok(())
        }
        7 => {
            reference(cx, DLR, c)?;
            let more = c.peek_u8(1)? & 1 != 0;
            sequencing(cx, c)?;
            if more { Ok(()) } else { variable(cx, c, &[DATA], false, found) }
        }
        8 => {
            reference(cx, DLR, c)?;
            cx.field(RSN, c, 1)?;
            cx.u8(CREDIT, c).map(|_| ())
        }
        9 => {
            class(cx, c, true)?;
            variable(cx, c, &[CALLED, CALLING, DATA], false, found)
        }
        10 => {
            cx.u8(RETURN_CAUSE, c)?;
            variable(cx, c, &[CALLED, CALLING, DATA], false, found)
        }
        11 => {
            reference(cx, DLR, c)?;
            variable(cx, c, &[DATA], false, found)
        }
        12 => reference(cx, DLR, c),
        13 => {
            reference(cx, DLR, c)?;
            reference(cx, SLR, c)?;
            cx.u8(RESET_CAUSE, c).map(|_| ())
        }
        15 => {
            reference(cx, DLR, c)?;
            cx.u8(ERROR_CAUSE, c).map(|_| ())
        }
        16 => {
            reference(cx, DLR, c)?;
            reference(cx, SLR, c)?;
            class(cx, c, false)?;
            sequencing(cx, c)?;
            cx.u8(CREDIT, c).map(|_| ())
        }
        17 => {
            class(cx, c, true)?;
            cx.u8(HOPS, c)?;
            variable(cx, c, &[CALLED, CALLING, DATA], true, found)
        }
        18 => {
            cx.u8(RETURN_CAUSE, c)?;
            cx.u8(HOPS, c)?;
            variable(cx, c, &[CALLED, CALLING, DATA], true, found)
        }
        _ => Ok(()),
    }
}

/// A local reference, which is a reference of either side as well.
fn reference<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let n = c.peek_bytes(0, 3)?.iter().rev().fold(0u64, |n, b| n << 8 | u64::from(*b));
    cx.add(field, c.span(3), Value::U(n));
    cx.generated(LR, c.span(3), Value::U(n));
    c.skip(3)
}

fn class<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, handling: bool) -> Step {
    let first = c.peek_u8(0)?;
    cx.peek(CLASS, c, 1)?;
    // Only messages without a connection are handled in one way or another.
    if handling && first & 15 < 2 {
        cx.peek(HANDLING, c, 1)?;
    }
    c.skip(1)
}

fn sequencing<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(2), |o| _ = o.s("Sequencing/Segmenting"));
    cx.under(line, |cx| -> Step {
        cx.field(SEQUENCING_SEGMENTING_SSN, c, 1)?;
        cx.peek(SEQUENCING_SEGMENTING_RSN, c, 1)?;
        cx.field(SEQUENCING_SEGMENTING_MORE, c, 1).map(|_| ())
    })
}

/// Pointers, each of which counts from itself, and the parameters they show.
fn variable<'a, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'a>,
    parameters: &[u8],
    optional: bool,
    found: &mut Found<'a>,
) -> Step {
    let mut places = [None; 3];
    let pointers = [VARIABLE_POINTER1, VARIABLE_POINTER2, VARIABLE_POINTER3];
    for ((_, place), field) in parameters.iter().zip(places.iter_mut()).zip(pointers) {
        let mut at = *c;
        at.advance(usize::from(cx.u8(field, c)?));
        *place = Some(at);
    }
    let mut options = None;
    if optional {
        let mut at = *c;
        let pointer = usize::from(cx.u8(OPTIONAL_POINTER, c)?);
        at.advance(pointer);
        options = (pointer > 0).then_some(at);
    }
    for (code, place) in parameters.iter().zip(places) {
        if let Some(mut at) = place {
            parameter(cx, *code, &mut at, found)?;
        }
    }
    let Some(mut c) = options else { return Ok(()) };
    while !c.is_empty() {
        let code = c.peek_u8(0)?;
        if code == 0 {
            cx.add(END_OPTIONAL_PARAM, c.span(1), Value::None);
            break;
        }
        c.skip(1)?;
        parameter(cx, code, &mut c, found)?;
    }
    Ok(())
}

/// A length and the parameter.
fn parameter<'a, S: Sink>(cx: &mut Cx<'_, S>, code: u8, c: &mut Cursor<'a>, found: &mut Found<'a>) -> Step {
    let n = c.peek_u8(0)?;
    cx.hidden(PARAMETER_LENGTH, c.span(1), Value::U(n.into()));
    c.skip(1)?;
    let mut value = c.take_all(usize::from(n))?;
    match code {
        CALLED => found.called = address(cx, value, &CALLED_FIELDS)?,
        CALLING => found.calling = address(cx, value, &CALLING_FIELDS)?,
        DATA => found.data = Some(value),
        10 if n > 0 => _ = cx.u8(RELEASE_CAUSE, &mut value)?,
        11 if n > 0 => _ = cx.u8(RETURN_CAUSE, &mut value)?,
        12 if n > 0 => _ = cx.u8(RESET_CAUSE, &mut value)?,
        13 if n > 0 => _ = cx.u8(ERROR_CAUSE, &mut value)?,
        14 if n > 0 => _ = cx.u8(REFUSAL_CAUSE, &mut value)?,
        16 if n >= 4 => {
            let line = cx.line(value.span(4), |o| _ = o.s("Segmentation"));
            cx.under(line, |cx| -> Step {
                cx.peek(SEGMENTATION_FIRST, &value, 1)?;
                cx.peek(SEGMENTATION_CLASS, &value, 1)?;
                cx.field(SEGMENTATION_REMAINING, &mut value, 1)?;
                cx.field_le(SEGMENTATION_SLR, &mut value, 3).map(|_| ())
            })?;
        }
        17 if n > 0 => _ = cx.u8(HOPS, &mut value)?,
        18 if n > 0 => _ = cx.field(IMPORTANCE, &mut value, 1)?,
        _ => {
            let item = cx.peek(UNKNOWN_PARAMETER, &value, usize::from(n))?;
            cx.label(item, |o| {
                o.s("Unknown parameter ").hex(code, 2).s(" (").u(n).s(if n == 1 {
                    " byte)"
                } else {
                    " bytes)"
                });
            });
        }
    }
    Ok(())
}

/// The fields of one of the two addresses.
struct Address {
    name: &'static str,
    indicator: [Field; 5],
    pc: Field,
    ssn: Field,
    tt: Field,
    np: Field,
    es: Field,
    oe: Field,
    nai: Field,
    digits: Field,
    digits_length: Field,
}

const CALLED_FIELDS: Address = Address {
    name: "Called",
    indicator: [CALLED_RESERVED, CALLED_RI, CALLED_GTI, CALLED_SSNI, CALLED_PCI],
    pc: CALLED_PC,
    ssn: CALLED_SSN,
    tt: CALLED_TT,
    np: CALLED_NP,
    es: CALLED_ES,
    oe: CALLED_OE,
    nai: CALLED_NAI,
    digits: CALLED_DIGITS,
    digits_length: CALLED_DIGITS_LENGTH,
};

const CALLING_FIELDS: Address = Address {
    name: "Calling",
    indicator: [CALLING_RESERVED, CALLING_RI, CALLING_GTI, CALLING_SSNI, CALLING_PCI],
    pc: CALLING_PC,
    ssn: CALLING_SSN,
    tt: CALLING_TT,
    np: CALLING_NP,
    es: CALLING_ES,
    oe: CALLING_OE,
    nai: CALLING_NAI,
    digits: CALLING_DIGITS,
    digits_length: CALLING_DIGITS_LENGTH,
};

/// An address (Q.713, 3.4): gives its subsystem, when it has one.
fn address<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, f: &Address) -> Result<Option<u8>, Stop> {
    let n = c.left();
    let line = cx.line(c.span(n), |o| {
        _ = o.s(f.name).s(" Party address (").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" });
    });
    if n == 0 {
        return Ok(None);
    }
    cx.under(line, |cx| -> Result<Option<u8>, Stop> {
        let indicator = c.peek_u8(0)?;
        let line = cx.line(c.span(1), |o| _ = o.s("Address Indicator"));
        cx.under(line, |cx| -> Step {
            for field in f.indicator {
                cx.peek(field, &c, 1)?;
            }
            Ok(())
        })?;
        c.skip(1)?;
        if indicator & 1 != 0 {
            cx.field_le(f.pc, &mut c, 2)?;
        }
        let mut ssn = None;
        if indicator & 2 != 0 {
            let n = subsystem(cx, &mut c, f, indicator)?;
            ssn = Some(n);
        }
        let kind = indicator >> 2 & 15;
        if kind != 0 && !c.is_empty() {
            global_title(cx, c, f, kind)?;
        }
        Ok(ssn)
    })
}

fn subsystem<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    f: &Address,
    indicator: u8,
) -> Result<u8, Stop> {
    let at = c.span(1);
    let item = cx.peek(f.ssn, c, 1)?;
    let n = c.peek_u8(0)?;
    c.skip(1)?;
    if n == 0 && indicator & 0x40 != 0 {
        cx.expert(SSN_IS_ZERO, item, at);
    }
    cx.hidden(SSN, at, Value::U(n.into()));
    let (user, label) = match n {
        MANAGEMENT => ("SCCPMG", "Linked to SCCPMG"),
        n if is_transactions(n) => ("TCAP", "Linked to TCAP, TCAP SSN linked to GSM_MAP"),
        _ => return Ok(n),
    };
    let value = cx.keep(|o| _ = o.s(user));
    let item = cx.generated(LINKED_DISSECTOR, at, value);
    cx.label(item, |o| _ = o.s(label));
    Ok(n)
}

fn global_title<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, f: &Address, kind: u8) -> Step {
    let n = c.left();
    let line = cx.line(c.span(n), |o| {
        _ = o.s("Global Title ").hex(kind, 1).s(" (").u(n as u64).s(if n == 1 {
            " byte)"
        } else {
            " bytes)"
        });
    });
    cx.under(line, |cx| -> Step {
        let mut odd = false;
        let (mut plan, mut nature) = (0, 0);
        if kind == 1 {
            odd = c.peek_u8(0)? & 0x80 != 0;
            cx.peek(f.oe, &c, 1)?;
            cx.field(f.nai, &mut c, 1)?;
        } else {
            cx.u8(f.tt, &mut c)?;
        }
        if kind == 3 || kind == 4 {
            let both = c.peek_u8(0)?;
            (plan, odd) = (both >> 4, both & 15 == 1);
            cx.peek(f.np, &c, 1)?;
            cx.field(f.es, &mut c, 1)?;
        }
        if kind == 4 {
            nature = c.peek_u8(0)? & 0x7f;
            cx.field(f.nai, &mut c, 1)?;
        }
        if kind > 4 || c.is_empty() {
            return Ok(());
        }
        let digits = digits(c.peek_bytes(0, c.left())?, odd);
        let at = c.span(c.left());
        let item: Item = cx.add_str(f.digits, at, |o| _ = o.bytes(&digits));
        cx.under(item, |cx| {
            let value = cx.keep(|o| _ = o.bytes(&digits));
            cx.add(DIGITS, at, value);
            cx.generated(f.digits_length, at, Value::U(digits.len() as u64));
            if plan == 1 && nature == 4 {
                e164::country_of(cx, at, &digits);
            }
        });
        Ok(())
    })
}

/// Digits, the lower half of each byte first; without the last half when their number is odd.
fn digits(bytes: &[u8], odd: bool) -> Vec<u8> {
    const SIGNALS: &[u8; 16] = b"0123456789abcdef";
    let mut digits = Vec::with_capacity(bytes.len() * 2);
    for half in bytes.iter().flat_map(|b| [b & 15, b >> 4]) {
        digits.extend(SIGNALS.get(usize::from(half)));
    }
    if odd {
        digits.pop();
    }
    digits
}
