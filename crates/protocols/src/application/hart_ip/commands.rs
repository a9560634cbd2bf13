//! Frames of HART and their commands: HCF_SPEC-081 (token passing) and HCF_SPEC-127 (universal commands).

use super::*;
use requin_wire::Field;

/// Bit of the delimiter that says the address is long.
const LONG: u8 = 0x80;
/// Kinds of frames: from the master, from the device, a burst.
const STX: u8 = 2;
const ACK: u8 = 6;
const BACK: u8 = 1;

const IDENTITY: &[(Field, usize)] = &[
    (PT_RSP_EXPANSION_CODE, 1),
    (PT_RSP_EXPANDED_DEVICE_TYPE, 2),
    (PT_RSP_REQ_MIN_PREAMBLES, 1),
    (PT_RSP_HART_UNIV_REV, 1),
    (PT_RSP_DEVICE_REV, 1),
    (PT_RSP_SOFTWARE_REV, 1),
    (PT_RSP_HARDREV_AND_PHYSICAL_SIGNAL, 1),
    (PT_RSP_FLAGS, 1),
    (PT_RSP_DEVICE_ID, 3),
    (PT_RSP_RSP_MIN_PREAMBLES, 1),
    (PT_RSP_DEVICE_VARIABLES, 1),
    (PT_RSP_CONFIGURE_CHANGE, 2),
    (PT_RSP_EXT_DEVICE_STATUS, 1),
    (PT_RSP_MANUFACTURER_ID, 2),
    (PT_RSP_PRIVATE_LABEL, 2),
    (PT_RSP_DEVICE_PROFILE, 1),
];
const VARIABLES: &[(Field, usize)] = &[
    (PT_RSP_PV_LOOP_CURRENT, 4),
    (PT_RSP_PV_UNITS, 1),
    (PT_RSP_PV, 4),
    (PT_RSP_SV_UNITS, 1),
    (PT_RSP_SV, 4),
    (PT_RSP_TV_UNITS, 1),
    (PT_RSP_TV, 4),
    (PT_RSP_QV_UNITS, 1),
    (PT_RSP_QV, 4),
];
/// Variables of a device by their places in the answer to command 9.
const SLOTS: [[Field; 5]; 8] = [
    [
        PT_RSP_SLOT0_DEVICE_VAR,
        PT_RSP_SLOT0_DEVICE_VAR_CLASSIFICATION,
        PT_RSP_SLOT0_UNITS,
        PT_RSP_SLOT0_DEVICE_VAR_VALUE,
        PT_RSP_SLOT0_DEVICE_VAR_STATUS,
    ],
    [
        PT_RSP_SLOT1_DEVICE_VAR,
        PT_RSP_SLOT1_DEVICE_VAR_CLASSIFY,
        PT_RSP_SLOT1_UNITS,
        PT_RSP_SLOT1_DEVICE_VAR_VALUE,
        PT_RSP_SLOT1_DEVICE_VAR_STATUS,
    ],
    [
        PT_RSP_SLOT2_DEVICE_VAR,
        PT_RSP_SLOT2_DEVICE_VAR_CLASSIFY,
        PT_RSP_SLOT2_UNITS,
        PT_RSP_SLOT2_DEVICE_VAR_VALUE,
        PT_RSP_SLOT2_DEVICE_VAR_STATUS,
    ],
    [
        PT_RSP_SLOT3_DEVICE_VAR,
        PT_RSP_SLOT3_DEVICE_VAR_CLASSIFY,
        PT_RSP_SLOT3_UNITS,
        PT_RSP_SLOT3_DEVICE_VAR_VALUE,
        PT_RSP_SLOT3_DEVICE_VAR_STATUS,
    ],
    [
        PT_RSP_SLOT4_DEVICE_VAR,
        PT_RSP_SLOT4_DEVICE_VAR_CLASSIFY,
        PT_RSP_SLOT4_UNITS,
        PT_RSP_SLOT4_DEVICE_VAR_VALUE,
        PT_RSP_SLOT4_DEVICE_VAR_STATUS,
    ],
    [
        PT_RSP_SLOT5_DEVICE_VAR,
        PT_RSP_SLOT5_DEVICE_VAR_CLASSIFY,
        PT_RSP_SLOT5_UNITS,
        PT_RSP_SLOT5_DEVICE_VAR_VALUE,
        PT_RSP_SLOT5_DEVICE_VAR_STATUS,
    ],
    [
        PT_RSP_SLOT6_DEVICE_VAR,
        PT_RSP_SLOT6_DEVICE_VAR_CLASSIFY,
        PT_RSP_SLOT6_UNITS,
        PT_RSP_SLOT6_DEVICE_VAR_VALUE,
        PT_RSP_SLOT6_DEVICE_VAR_STATUS,
    ],
    [
        PT_RSP_SLOT7_DEVICE_VAR,
        PT_RSP_SLOT7_DEVICE_VAR_CLASSIFY,
        PT_RSP_SLOT7_UNITS,
        PT_RSP_SLOT7_DEVICE_VAR_VALUE,
        PT_RSP_SLOT7_DEVICE_VAR_STATUS,
    ],
];
/// Bytes of a slot, and of the time behind them.
const SLOT: usize = 8;
const STAMP: usize = 4;

/// Shows a frame: its address, its command, its checksum.
pub(super) fn frame<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let delimiter = c.peek_u8(0)?;
    let kind = delimiter & 7;
    let item = cx.field(PT_DELIMITER, c, 1)?;
    cx.label(item, |o| {
        o.s(if delimiter & LONG == 0 { "Short Address, " } else { "" }).s("Frame Type: ");
        o.s(match kind {
            STX => "STX",
            ACK => "ACK",
            BACK => "BACK",
            _ => "Unknown",
        });
    });
    if delimiter & LONG != 0 {
        cx.bytes(PT_LONG_ADDRESS, c, 5)?;
    } else {
        let address = c.peek_u8(0)? & 0x3f;
        cx.add(PT_SHORT_ADDR, c.span(1), requin_wire::Value::U(u64::from(address)));
        c.skip(1)?;
    }
    let command = cx.u8(PT_COMMAND, c)?;
    let n = usize::from(cx.u8(PT_LENGTH, c)?);
    let mut data = c.take(n);
    let d = &mut data;
    if matches!(kind, ACK | BACK) && d.left() >= 2 {
        let code = cx.u8(PT_RESPONSE_CODE, d)?;
        cx.u8(PT_DEVICE_STATUS, d)?;
        // An error of the communication, or of the command, comes alone.
        if code & 0x80 == 0 {
            answer(cx, d, command)?;
        }
    }
    if !d.is_empty() {
        cx.bytes(PT_PAYLOAD, d, d.left())?;
    }
    cx.u8(PT_CHECKSUM, c).map(|_| ())
}

/// What the answer to a command is made of, as far as it goes: devices of earlier revisions say less.
fn answer<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, command: u8) -> Step {
    match command {
        0 | 11 | 21 => some(cx, c, IDENTITY),
        1 => some(cx, c, &[(PT_RSP_PV_UNITS, 1), (PT_RSP_PV, 4)]),
        2 => some(cx, c, &[(PT_RSP_PV_LOOP_CURRENT, 4), (PT_RSP_PV_PERCENT_RANGE, 4)]),
        3 => some(cx, c, VARIABLES),
        7 => some(cx, c, &[(PT_RSP_POLL_ADDRESS, 1), (PT_RSP_LOOP_CURRENT_MODE, 1)]),
        8 => some(
            cx,
            c,
            &[
                (PT_RSP_PRIMARY_VARIABLE_CLASSIFICATION, 1),
                (PT_RSP_SECONDARY_VARIABLE_CLASSIFICATION, 1),
                (PT_RSP_TERTIARY_VARIABLE_CLASSIFICATION, 1),
                (PT_RSP_QUATERNARY_VARIABLE_CLASSIFICATION, 1),
            ],
        ),
        9 => slots(cx, c),
        12 | 17 => packed(cx, c, PT_RSP_MESSAGE, 24),
        13 | 18 => {
            packed(cx, c, PT_RSP_TAG, 6)?;
            packed(cx, c, PT_RSP_DESCRIPTOR, 12)?;
            some(cx, c, &[(PT_RSP_DAY, 1), (PT_RSP_MONTH, 1), (PT_RSP_YEAR, 1)])
        }
        14 => some(
            cx,
            c,
            &[
                (PT_RSP_TRANSDUCER_SERAIL_NUMBER, 3),
                (PT_RSP_TRANSDUCER_LIMIT_MIN_SPAN_UNITS, 1),
                (PT_RSP_UPPER_TRANSDUCER_LIMIT, 4),
                (PT_RSP_LOWER_TRANSDUCER_LIMIT, 4),
                (PT_RSP_MINIMUM_SPAN, 4),
            ],
        ),
        15 => some(
            cx,
            c,
            &[
                (PT_RSP_PV_ALARM_SELECTION_CODE, 1),
                (PT_RSP_PV_TRANSFER_FUNCTION_CODE, 1),
                (PT_RSP_PV_UPPER_AND_LOWER_RANGE_VALUES_UNITS, 1),
                (PT_RSP_PV_UPPER_RANGE_VALUE, 4),
                (PT_RSP_PV_LOWER_RANGE_VALUE, 4),
                (PT_RSP_PV_DAMPING_VALUE, 4),
                (PT_RSP_WRITE_PROTECT_CODE, 1),
                (PT_RSP_RESERVED, 1),
                (PT_RSP_PV_ANALOG_CHANNEL_FLAGS, 1),
            ],
        ),
        16 | 19 => some(cx, c, &[(PT_RSP_FINAL_ASSEMBLY_NUMBER, 3)]),
        20 | 22 => some(cx, c, &[(PT_RSP_TAG, 32)]),
        48 => some(
            cx,
            c,
            &[
                (PT_RSP_DEVICE_SP_STATUS, 6),
                (PT_RSP_EXT_DEVICE_STATUS, 1),
                (PT_RSP_DEVICE_OP_MODE, 1),
                (PT_RSP_STANDARDIZED_STATUS_0, 1),
                (PT_RSP_STANDARDIZED_STATUS_1, 1),
                (PT_RSP_ANALOG_CHANNEL_SATURATED, 1),
                (PT_RSP_STANDARDIZED_STATUS_2, 1),
                (PT_RSP_STANDARDIZED_STATUS_3, 1),
                (PT_RSP_ANALOG_CHANNEL_FIXED, 1),
            ],
        ),
        _ => Ok(()),
    }
}

/// Fields as long as they are there.
fn some<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: &[(Field, usize)]) -> Step {
    for (field, n) in fields {
        if c.left() < *n {
            break;
        }
        cx.field(*field, c, *n)?;
    }
    Ok(())
}

fn slots<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    some(cx, c, &[(PT_RSP_EXT_DEVICE_STATUS, 1)])?;
    for slot in SLOTS {
        if c.left() < SLOT {
            break;
        }
        for (field, n) in slot.into_iter().zip([1, 1, 1, 4, 1]) {
            cx.field(field, c, n)?;
        }
    }
    some(cx, c, &[(PT_RSP_SLOT0_DATA_TIMESTAMP, STAMP)])
}

/// Characters of six bits, four in three bytes.
fn packed<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, n: usize) -> Step {
    if c.left() < n {
        return Ok(());
    }
    let bytes = c.peek_bytes(0, n)?;
    cx.add_str(field, c.span(n), |o| {
        for three in bytes.chunks_exact(3) {
            let word = requin_wire::be(three);
            for shift in [18, 12, 6, 0] {
                let six = (word >> shift & 0x3f) as u8;
                o.c(if six < 0x20 { six + 0x40 } else { six });
            }
        }
    });
    c.skip(n)
}
