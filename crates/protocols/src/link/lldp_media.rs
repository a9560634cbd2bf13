//! Media endpoint discovery in LLDP, ANSI/TIA-1057: what telephones and the switches they hang on tell each other.

use super::lldp::*;
use requin_wire::{Cursor, Cx, Out, Sink, Step, Value};

const CAPABILITIES: [requin_wire::Field; 6] = [
    MEDIA_SUBTYPE_CAPS_LLPD,
    MEDIA_SUBTYPE_CAPS_NETWORK_POLICY,
    MEDIA_SUBTYPE_CAPS_LOCATION_ID,
    MEDIA_SUBTYPE_CAPS_MDI_PSE,
    MEDIA_SUBTYPE_CAPS_MID_PD,
    MEDIA_SUBTYPE_CAPS_INVENTORY,
];

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, sub: u8, v: &mut Cursor<'_>) -> Step {
    cx.field(MEDIA_SUBTYPE, v, 1)?;
    match sub {
        1 => {
            cx.flags(MEDIA_SUBTYPE_CAPS, v, 2, &CAPABILITIES)?;
            cx.field(MEDIA_SUBTYPE_CLASS, v, 1)?;
        }
        2 => {
            cx.field(MEDIA_APP_TYPE, v, 1)?;
            for field in [MEDIA_POLICY_FLAG, MEDIA_TAG_FLAG, MEDIA_VLAN_ID, MEDIA_L2_PRIO, MEDIA_DSCP] {
                cx.peek(field, v, 3)?;
            }
            v.skip(3)?;
        }
        3 => location(cx, v)?,
        4 => power(cx, v)?,
        5..=11 => {
            let fields = [
                MEDIA_HARDWARE,
                MEDIA_FIRMWARE,
                MEDIA_SOFTWARE,
                MEDIA_SN,
                MEDIA_MANUFACTURER,
                MEDIA_MODEL,
                MEDIA_ASSET,
            ];
            let n = v.left();
            if let Some(field) = fields.get(usize::from(sub) - 5).filter(|_| n > 0) {
                cx.field(*field, v, n)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// Where the endpoint is: as coordinates (RFC 6225), as an address (RFC 4776), or as the number that emergency services
/// know it by.
fn location<S: Sink>(cx: &mut Cx<'_, S>, v: &mut Cursor<'_>) -> Step {
    match cx.u8(MEDIA_LOC_DATA_FORMAT, v)? {
        1 => {
            cx.peek(MEDIA_LOC_LAT_RESOLUTION, v, 1)?;
            cx.field(MEDIA_LOC_LATITUDE, v, 5)?;
            cx.peek(MEDIA_LOC_LONG_RESOLUTION, v, 1)?;
            cx.field(MEDIA_LOC_LONGITUDE, v, 5)?;
            cx.peek(MEDIA_LOC_ALT_TYPE, v, 1)?;
            cx.peek(MEDIA_LOC_ALT_RESOLUTION, v, 2)?;
            cx.peek_at(MEDIA_LOC_ALTITUDE, v, 1, 4)?;
            v.skip(5)?;
            cx.field(MEDIA_LOC_DATUM, v, 1)?;
        }
        2 => {
            cx.field(MEDIA_CIVIC_LCI_LENGTH, v, 1)?;
            cx.field(MEDIA_CIVIC_WHAT, v, 1)?;
            cx.field(MEDIA_CIVIC_COUNTRY, v, 2)?;
            while v.left() >= 2 {
                cx.field(MEDIA_CIVIC_TYPE, v, 1)?;
                let n = usize::from(cx.u8(MEDIA_CIVIC_CA_LENGTH, v)?);
                if n > 0 {
                    cx.field(MEDIA_CIVIC_VALUE, v, n)?;
                }
            }
        }
        3 => {
            let n = v.left();
            cx.field(MEDIA_ECS, v, n)?;
        }
        _ => {}
    }
    Ok(())
}

fn power<S: Sink>(cx: &mut Cx<'_, S>, v: &mut Cursor<'_>) -> Step {
    let kind = v.peek_u8(0)?;
    cx.peek(MEDIA_POWER_TYPE, v, 1)?;
    let source = kind >> 4 & 3;
    let item = cx.peek(MEDIA_POWER_SOURCE, v, 1)?;
    // What feeds a device depends on whether it gives or takes power.
    cx.append(item, |o| {
        o.c(b' ').s(match (kind >> 6 & 1, source) {
            (0, 1) => "Primary Power Source",
            (0, 2) => "Backup Power Source",
            (1, 1) => "PSE",
            (1, 2) => "Local",
            (1, 3) => "PSE and Local",
            _ => "Unknown",
        });
    });
    cx.field(MEDIA_POWER_PRIO, v, 1)?;
    cx.field(MEDIA_POWER_VALUE, v, 2)?;
    Ok(())
}

/// Tenths of a watt.
pub(super) fn milliwatts(v: Value, o: &mut Out<'_>) {
    o.u(v.as_u64().unwrap_or(0) * 100).s(" mW");
}

pub(super) fn latitude(v: Value, o: &mut Out<'_>) {
    degrees(v, o, ["North", "South"]);
}

pub(super) fn longitude(v: Value, o: &mut Out<'_>) {
    degrees(v, o, ["East", "West"]);
}

/// Degrees in 34 bits: a two's complement with 25 bits behind the point.
fn degrees(v: Value, o: &mut Out<'_>, sides: [&str; 2]) {
    let raw = v.as_u64().unwrap_or(0) & 0x3_ffff_ffff;
    let negative = raw >> 33 != 0;
    let size = if negative { 0x4_0000_0000 - raw } else { raw };
    let fraction = (size & 0x1ff_ffff) * 10_000 >> 25;
    o.u(size >> 25).c(b'.').u0(fraction, 4).s(" degrees ").s(sides[usize::from(negative)]);
    o.s(" (").hex_upper(raw, 10).c(b')');
}
