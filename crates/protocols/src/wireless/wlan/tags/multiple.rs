//! Several networks of one access point, IEEE 802.11v, and tags of 802.11k that contain others.

use super::*;
use requin_wire::{Field, block};

block! {
    DMG_CONTROL[1]: NO_BSSID_CAPABILITY_DMG_BSS_CONTROL @0, > NO_BSSID_CAPABILITY_DMG_BSS_CONTROL_TYPE @0,
        > NO_BSSID_CAPABILITY_DMG_BSS_CONTROL_RESERVED @0
}

block! {
    DMG_CAPABILITIES[13]: DMG_CAPA_STA_ADDR @0, DMG_CAPA_AID @6 1, DMG_CAPA_REVERSE_DIRECTION @7 3 le,
        DMG_CAPA_HTLS @7 3 le, DMG_CAPA_TPC @7 3 le, DMG_CAPA_SPSH @7 3 le, DMG_CAPA_NUM_RX @7 le,
        DMG_CAPA_FAST_LINK @7 3 le, DMG_CAPA_NUM_SECTORS @7 le, DMG_CAPA_RXSS_LEN @7 le,
        DMG_CAPA_RECIPROCITY @7 3 le, DMG_CAPA_MAX_AMPDU_EXP @7 le, DMG_CAPA_MIN_MPDU_SPACING @10 le,
        DMG_CAPA_BS_FLOW_CTRL @10 3 le, DMG_CAPA_MAX_SC_RX_MCS @10 le, DMG_CAPA_MAX_OFDM_RX_MCS @10 le,
        DMG_CAPA_MAX_SC_TX_MCS @10 le, DMG_CAPA_MAX_OFDM_TX_MCS @10 le
}

block! {
    DMG_CAPABILITIES_MORE[9]: DMG_CAPA_LOW_POWER_SUPPORTED @0 2 le, DMG_CAPA_CODE_RATE @0 2 le,
        DMG_CAPA_DTP @0 2 le, DMG_CAPA_APPDU_SUPP @0 2 le, DMG_CAPA_HEARTBEAT @0 2 le,
        DMG_CAPA_OTHER_AID @0 2 le, DMG_CAPA_PATTERN_RECIP @0 2 le, DMG_CAPA_HEARTBEAT_ELAPSED @0 le,
        DMG_CAPA_GRANT_ACK_SUPP @0 2 le, DMG_CAPA_RXSSTXRATE @0 2 le, DMG_CAPA_PCP_TDTTI @2 2 le,
        DMG_CAPA_PCP_PSA @2 2 le, DMG_CAPA_PCP_HANDOVER @2 2 le, DMG_CAPA_PCP_MAX_ASSOC @2 le,
        DMG_CAPA_PCP_POWER_SRC @2 2 le, DMG_CAPA_PCP_DECENTER @2 2 le, DMG_CAPA_PCP_FORWARDING @2 2 le,
        DMG_CAPA_PCP_CENTER @2 2 le, DMG_CAPA_BEAM_TRACK @4, DMG_CAPA_EXT_SC_MCS_CAPA_MAX_TX @6,
        DMG_CAPA_EXT_SC_MCS_TX_CODE_7_8 @6 1, DMG_CAPA_EXT_SC_MCS_CAPA_MAX_RX @6,
        DMG_CAPA_EXT_SC_MCS_RX_CODE_7_8 @6 1, DMG_CAPA_MAX_BASIC_SF_AMSDU @7, DMG_CAPA_MAX_SHORT_SF_AMSDU @8
}

block! {
    ADMISSION[2]: BSS_AVB_ADM_CAP_BITMASK @0 le, > BSS_AVB_ADM_CAP_BITMASK_UP0 @0 2 le,
        > BSS_AVB_ADM_CAP_BITMASK_UP1 @0 2 le, > BSS_AVB_ADM_CAP_BITMASK_UP2 @0 2 le,
        > BSS_AVB_ADM_CAP_BITMASK_UP3 @0 2 le, > BSS_AVB_ADM_CAP_BITMASK_UP4 @0 2 le,
        > BSS_AVB_ADM_CAP_BITMASK_UP5 @0 2 le, > BSS_AVB_ADM_CAP_BITMASK_UP6 @0 2 le,
        > BSS_AVB_ADM_CAP_BITMASK_UP7 @0 2 le, > BSS_AVB_ADM_CAP_BITMASK_AC0 @0 2 le,
        > BSS_AVB_ADM_CAP_BITMASK_AC1 @0 2 le, > BSS_AVB_ADM_CAP_BITMASK_AC2 @0 2 le,
        > BSS_AVB_ADM_CAP_BITMASK_AC3 @0 2 le, > BSS_AVB_ADM_CAP_BITMASK_RSV @0 le
}

/// The networks that share its beacons.
pub fn networks<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 1 {
        tag.wrong(cx, "Multiple BSSID length # wrong, must be at least 1");
        return Ok(());
    }
    cx.field(MULTIPLE_BSSID, &mut c, 1)?;
    while c.left() >= 2 {
        let [kind, len] = *c.peek_array::<2>()?;
        let len = usize::from(len);
        let item = cx.line(c.span(2 + len), |o| {
            o.s("Subelement: ").s(names::MULTIPLE_BSSID_SUBELEM_ID.or(u64::from(kind), "Unknown"));
        });
        let mut body = c;
        body.skip(2)?;
        let mut body = body.within(len);
        cx.under(item, |cx| -> Step {
            cx.field(MULTIPLE_BSSID_SUBELEM_ID, &mut c, 1)?;
            cx.field(MULTIPLE_BSSID_SUBELEM_LEN, &mut c, 1)?;
            match kind {
                0 => {
                    cx.peek(MULTIPLE_BSSID_SUBELEM_NONTRANS_PROFILE, &c, len)?;
                    all(cx, body, &tag.head())
                }
                221 => expected(cx, &mut body, 221, tag),
                _ => cx.field(MULTIPLE_BSSID_SUBELEM_RESERVED, &mut body, len).map(drop),
            }
        })?;
        c.skip(len)?;
    }
    if !c.is_empty() {
        let span = c.span(c.left());
        let item = cx.line(span, |o| _ = o.s("Extra data after subelements"));
        cx.expert_with(EXTRA_DATA, item, span, |o| _ = o.s("Extra data after subelements"));
    }
    Ok(())
}

/// A tag that should have this number.
fn expected<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, number: u8, tag: &Tag) -> Step {
    one_of(cx, c, &tag.head(), Some(&[number]))
}

/// Transmission of pilots for measurement.
pub fn pilot<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    cx.field(FIXED_MSMTPILOTINT, &mut c, 1)?;
    while !c.is_empty() {
        expected(cx, &mut c, 221, tag)?;
    }
    Ok(())
}

/// Capabilities of a network that the beacon is not sent for.
pub fn capability<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    mgt::capabilities(cx, &mut c)?;
    if c.is_empty() {
        return Ok(());
    }
    cx.block(&DMG_CONTROL, &mut c)?;
    dmg(cx, c, tag)
}

/// Capabilities in the directional band.
pub fn dmg<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 17 {
        tag.wrong(cx, "Tag Length # wrong, must contain at least 17 bytes");
        return Ok(());
    }
    if tag.len != 22 {
        tag.wrong(cx, "Tag Length # does not conform to IEEE802.11-2016, should contain 22 bytes");
    }
    cx.rows(&DMG_CAPABILITIES, &c);
    c.skip(13)?;
    let rows = DMG_CAPABILITIES_MORE.rows.iter();
    // The last five bytes are those of the standard's length alone.
    for row in rows.filter(|row| row.at < 4 || tag.len == 22) {
        let width = usize::from(row.width);
        cx.peek_le(row.field, &c, usize::from(row.at), width)?;
    }
    Ok(())
}

/// Names of the networks.
pub fn names<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    let mut first = true;
    while !c.is_empty() {
        let [_, len] = *c.peek_array::<2>()?;
        let len = usize::from(len);
        // One that is too long ends the list.
        let Ok(name) = c.peek_bytes(2, len) else { break };
        cx.append(tag.item, |o| _ = o.s(if first { ": " } else { ", " }).text(name));
        let item = cx.line(c.span(2 + len), |o| _ = o.s("SSID: ").text(name));
        cx.under(item, |cx| -> Step {
            for field in [TAG_NUMBER, TAG_LENGTH] {
                cx.field(field, &mut c, 1)?;
            }
            cx.field(SSID, &mut c, len).map(drop)
        })?;
        first = false;
    }
    Ok(())
}

/// Which of the networks, and when its group frames are sent.
pub fn index<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.field(MULTIPLE_BSSID_INDEX_BSSID_INDEX, &mut c, 1)?;
    if !c.is_empty() {
        cx.field(MULTIPLE_BSSID_INDEX_DTIM_PERIOD, &mut c, 1)?;
        cx.field(MULTIPLE_BSSID_INDEX_DTIM_COUNT, &mut c, 1)?;
    }
    Ok(())
}

const ROOM: [Field; 12] = [
    BSS_AVB_ADM_CAP_UP0,
    BSS_AVB_ADM_CAP_UP1,
    BSS_AVB_ADM_CAP_UP2,
    BSS_AVB_ADM_CAP_UP3,
    BSS_AVB_ADM_CAP_UP4,
    BSS_AVB_ADM_CAP_UP5,
    BSS_AVB_ADM_CAP_UP6,
    BSS_AVB_ADM_CAP_UP7,
    BSS_AVB_ADM_CAP_AC0,
    BSS_AVB_ADM_CAP_AC1,
    BSS_AVB_ADM_CAP_AC2,
    BSS_AVB_ADM_CAP_AC3,
];

/// For which traffic there is room: a bit each, then how much.
pub fn admission<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 2 {
        tag.wrong(cx, "BSS Available Admission Capacity length # wrong, must > = 2");
        return Ok(());
    }
    let bits = u16::from_le_bytes(*cx.block(&ADMISSION, &mut c)?);
    for (_, field) in ROOM.iter().enumerate().filter(|(i, _)| bits >> i & 1 != 0) {
        cx.field_le(*field, &mut c, 2)?;
    }
    Ok(())
}
