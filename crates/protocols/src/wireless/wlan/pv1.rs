//! Frames of protocol version 1, IEEE 802.11ah: short headers for sensors.

use super::*;
use requin_wire::Field;

const CONTROL: [Field; 10] = [
    FC_TYPE_2,
    FC_PTID,
    FC_FROM_DS,
    FC_MORE_FRAGMENTS,
    FC_POWER_MANAGEMENT,
    FC_MORE_DATA,
    FC_PROTECTED_FRAME,
    FC_END_OF_SERVICE_PERIOD,
    FC_RELAYED_FRAME,
    FC_ACK_POLICY,
];

/// Shows a frame.
///
/// # Errors
/// When the packet ends before.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let raw = u16::from_le_bytes(*c.peek_array::<2>()?);
    let kind = raw >> 2 & 7;
    let name = TYPES.or(u64::from(kind), "Unknown");
    cx.info(|o| _ = o.s(name));
    let item = cx.proto_item();
    cx.append(item, |o| _ = o.c(b' ').s(name));
    let fc = cx.peek_le(FC, &c, 0, 2)?;
    cx.under(fc, |cx| -> Step {
        cx.peek(FC_VERSION, &c, 1)?;
        let rows = if matches!(kind, 0 | 3) { &CONTROL[..] } else { &CONTROL[..1] };
        for field in rows {
            cx.peek_le(*field, &c, 0, 2)?;
        }
        Ok(())
    })?;
    c.skip(2)?;
    match kind {
        0 => {
            // From the access point: the station's short identifier comes first.
            if raw & 0x100 != 0 {
                sid(cx, &mut c, "Receiver SID")?;
                address::one(cx, address::TA_ROWS, &c);
                address::any(cx, &c);
                c.skip(6)?;
            } else {
                address::one(cx, address::RA_ROWS, &c);
                address::any(cx, &c);
                c.skip(6)?;
                sid(cx, &mut c, "Transmitter SID")?;
            }
        }
        3 => {
            address::one(cx, address::RA_ROWS, &c);
            address::any(cx, &c);
            c.skip(6)?;
            address::one(cx, address::TA_ROWS, &c);
            address::any(cx, &c);
            c.skip(6)?;
        }
        _ => return Ok(()),
    }
    let item = cx.line(c.span(2), |o| _ = o.s("Sequence Control"));
    cx.under(item, |cx| address::sequence(cx, &mut c, &mut Head::default()))
}

fn sid<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, title: &'static str) -> Step {
    let item = cx.line(c.span(2), |o| _ = o.s(title));
    cx.under(item, |cx| {
        const ROWS: [Field; 4] = [FC_SID_ASSOCIATION_ID, FC_SID_A3_PRESENT, FC_SID_A4_PRESENT, FC_SID_A_MSDU];
        cx.flags_le(FC_SID, c, 2, &ROWS).map(|_| ())
    })
}

requin_wire::names! {
    /// Names of the types.
    pub TYPES {
        0 => "PV1 QoS Data - with one SID",
        1 => "PV1 Management",
        2 => "PV1 Control",
        3 => "PV1 QoS Data - no SIDs",
        4 => "PV1 Reserved",
        5 => "PV1 Reserved",
        6 => "PV1 Reserved",
        7 => "PV1 Extension (currently reserved)",
    }
}
