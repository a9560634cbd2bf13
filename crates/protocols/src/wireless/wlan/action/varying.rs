//! Action frames whose parameters depend on what is in them.

use super::super::tags;
use super::*;

/// Shows what begins at the action.
///
/// # Errors
/// When the packet ends before.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, category: u8, action: u8, head: &Head) -> Step {
    match category {
        category::PUBLIC => public(cx, c, action),
        category::HT => ht(cx, c, action),
        category::WNM => network_management(cx, c, action, head),
        category::MULTIHOP => multihop(cx, c),
        category::DMG => sectors(cx, c),
        category::FST => tunnel(cx, c),
        category::ROBUST_AV => robust_av(cx, c, action, head),
        category::VHT => vht(cx, c, action),
        _ => s1g(cx, c, action, head),
    }
}

fn public<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, action: u8) -> Step {
    cx.field(FIXED_PUBLICACT, c, 1)?;
    match action {
        9 => public_vendor(cx, c),
        10 => {
            token(cx, c)?;
            query::request(cx, c)
        }
        11 => {
            token(cx, c)?;
            cx.field_le(FIXED_STATUS_CODE, c, 2)?;
            cx.field_le(FIXED_GAS_COMEBACK_DELAY, c, 2)?;
            query::response(cx, c, false)
        }
        13 => {
            token(cx, c)?;
            cx.field_le(FIXED_STATUS_CODE, c, 2)?;
            let part = c.peek_u8(0)?;
            cx.peek(FIXED_GAS_FRAGMENT_ID, c, 1)?;
            cx.field(FIXED_MORE_GAS_FRAGMENTS, c, 1)?;
            cx.field_le(FIXED_GAS_COMEBACK_DELAY, c, 2)?;
            query::response(cx, c, part != 0)
        }
        32 => {
            let trigger = c.peek_u8(0)?;
            cx.info_add(|o| {
                o.s(", Trigger=").u(trigger).s(" (");
                o.s(names::FIXED_TRIGGER.or(u64::from(trigger), "Unknown")).s(")");
            });
            cx.field(FIXED_TRIGGER, c, 1).map(drop)
        }
        _ => discovery(cx, c),
    }
}

/// Which of the fields of a discovery frame are there.
const DISCOVERY: [requin_wire::Field; 11] = [
    FILS_DISCOVERY_FRAME_CONTROL_SSID_LENGTH,
    FILS_DISCOVERY_FRAME_CONTROL_CAPABILITY,
    FILS_DISCOVERY_FRAME_CONTROL_SHORT_SSID,
    FILS_DISCOVERY_FRAME_CONTROL_AP_CSN,
    FILS_DISCOVERY_FRAME_CONTROL_ANO,
    FILS_DISCOVERY_FRAME_CONTROL_CHANNEL_CENTER_FREQUENCY,
    FILS_DISCOVERY_FRAME_CONTROL_PRIMARY_CHANNEL,
    FILS_DISCOVERY_FRAME_CONTROL_RSN_INFO,
    FILS_DISCOVERY_FRAME_CONTROL_LENGTH,
    FILS_DISCOVERY_FRAME_CONTROL_MD,
    FILS_DISCOVERY_FRAME_CONTROL_RESERVED,
];

const DISCOVERY_CAPABILITY: [requin_wire::Field; 8] = [
    FILS_DISCOVERY_CAPABILITY_ESS,
    FILS_DISCOVERY_CAPABILITY_PRIVACY,
    FILS_DISCOVERY_CAPABILITY_BSS_OPERATING_CHANNEL_WIDTH,
    FILS_DISCOVERY_MAXIMUM_NUMBER_OF_SPATIAL_STREAMS,
    FILS_DISCOVERY_CAPABILITY_RESERVED,
    FILS_DISCOVERY_CAPABILITY_MULTIPLE_BSSID,
    FILS_DISCOVERY_CAPABILITY_PHY_INDEX,
    FILS_DISCOVERY_CAPABILITY_MINIMUM_RATE,
];

/// A short beacon for those who set up links fast, IEEE 802.11ai.
fn discovery<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let control = u16::from_le_bytes(*c.peek_array::<2>()?);
    let has = |bit: u16| control & bit != 0;
    cx.flags_le(FILS_DISCOVERY_FRAME_CONTROL, c, 2, &DISCOVERY)?;
    cx.field_le(FIXED_TIMESTAMP, c, 8)?;
    mgt::beacon(cx, c)?;
    if has(0x40) {
        cx.field(FILS_DISCOVERY_SHORT_SSID, c, 4)?;
    } else {
        cx.field(FILS_DISCOVERY_SSID_LENGTH, c, usize::from(control & 31) + 1)?;
    }
    if has(0x1000) {
        cx.field(FILS_DISCOVERY_LENGTH, c, 1)?;
    }
    if has(0x20) {
        cx.flags_le(FILS_DISCOVERY_CAPABILITY, c, 2, &DISCOVERY_CAPABILITY)?;
    }
    if has(0x400) {
        cx.field(FILS_DISCOVERY_OPERATING_CLASS, c, 1)?;
        cx.field(FILS_DISCOVERY_PRIMARY_CHANNEL, c, 1)?;
    }
    for (bit, field, width) in [
        (0x80, FILS_DISCOVERY_AP_CSN, 1),
        (0x100, FILS_DISCOVERY_ANO, 1),
        (0x800, FILS_DISCOVERY_RSN_INFO, 5),
        (0x200, FILS_DISCOVERY_CHANNEL_CENTER_FREQUENCY, 1),
        (0x2000, FILS_DISCOVERY_MD, 3),
    ] {
        if has(bit) {
            cx.field(field, c, width)?;
        }
    }
    Ok(())
}

/// The organisation that defines the kinds of vendors' frames that are shown.
const WIFI_ALLIANCE: [u8; 3] = [0x50, 0x6f, 0x9a];

fn public_vendor<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let maker = *c.peek_array::<3>()?;
    cx.field(TAG_OUI, c, 3)?;
    if maker != WIFI_ALLIANCE {
        return Ok(());
    }
    let kind = c.peek_u8(0)?;
    cx.field(TAG_OUI_WFA_SUBTYPE, c, 1)?;
    if kind == 9 { crate::wireless::wifi_p2p::public_action(cx, c) } else { Ok(()) }
}

/// Frames that a maker defines.
///
/// # Errors
/// When the packet ends before.
pub fn vendor<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let maker = *c.peek_array::<3>()?;
    let item = cx.field(TAG_OUI, c, 3)?;
    if maker == WIFI_ALLIANCE {
        let kind = c.peek_u8(0)?;
        cx.field(ACTION_OUI_TYPE, c, 1)?;
        return match kind {
            9 => crate::wireless::wifi_p2p::action(cx, c),
            0x1a => quality(cx, c),
            _ => Ok(()),
        };
    }
    let rest = c.take(c.left());
    cx.under(item, |cx| if rest.is_empty() { Ok(()) } else { cx.call_nested(crate::meta::data::ID, rest) })
}

/// Policies for differentiated services, Wi-Fi QoS Management.
fn quality<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let subtype = c.peek_u8(0)?;
    cx.field(ACTION_DSCP_POLICY_OUI_SUBTYPE, c, 1)?;
    cx.field(ACTION_DSCP_POLICY_DIALOG_TOKEN, c, 1)?;
    if subtype == 1 {
        cx.flags(
            ACTION_DSCP_POLICY_REQUEST_CONTROL,
            c,
            1,
            &[
                ACTION_DSCP_POLICY_REQUEST_CONTROL_MORE,
                ACTION_DSCP_POLICY_REQUEST_CONTROL_RESET,
                ACTION_DSCP_POLICY_REQUEST_CONTROL_RESERVED,
            ],
        )?;
    }
    Ok(())
}

const CHANNEL: [requin_wire::Field; 8] = [
    FIXED_MIMO_CONTROL_NCINDEX,
    FIXED_MIMO_CONTROL_NRINDEX,
    FIXED_MIMO_CONTROL_CHANWIDTH,
    FIXED_MIMO_CONTROL_GROUPING,
    FIXED_MIMO_CONTROL_COSIZE,
    FIXED_MIMO_CONTROL_CODEBOOKINFO,
    FIXED_MIMO_CONTROL_MATRIXSEG,
    FIXED_MIMO_CONTROL_RESERVED,
];

/// Frames of high throughput, IEEE 802.11n: reports of the channel are shown as far as their head.
fn ht<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, action: u8) -> Step {
    cx.field(FIXED_HTACT, c, 1)?;
    if action != 2 {
        let item = cx.peek(FIXED_MIMO_CONTROL, c, 6)?;
        cx.under(item, |cx| -> Step {
            for field in CHANNEL {
                cx.peek_le(field, c, 0, 2)?;
            }
            cx.peek_le(FIXED_MIMO_CONTROL_SOUNDINGTIME, c, 2, 4)?;
            Ok(())
        })?;
    }
    c.advance(c.left());
    Ok(())
}

fn network_management<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, action: u8, head: &Head) -> Step {
    cx.field(FIXED_ACTION_CODE_WNM, c, 1)?;
    token(cx, c)?;
    match action {
        6 => {
            cx.field(FIXED_BSS_TRANSITION_QUERY_REASON, c, 1)?;
            candidates(cx, c, head)
        }
        7 => {
            let mode = c.peek_u8(0)?;
            for field in [
                FIXED_REQUEST_MODE_PREF_CAND,
                FIXED_REQUEST_MODE_ABRIDGED,
                FIXED_REQUEST_MODE_DISASSOC_IMMINENT,
                FIXED_REQUEST_MODE_BSS_TERM_INCLUDED,
                FIXED_REQUEST_MODE_ESS_DISASSOC_IMMINENT,
            ] {
                cx.peek(field, c, 1)?;
            }
            c.skip(1)?;
            cx.field_le(FIXED_DISASSOC_TIMER, c, 2)?;
            cx.field(FIXED_VALIDITY_INTERVAL, c, 1)?;
            if mode & 8 != 0 {
                termination(cx, c)?;
            }
            if mode & 16 != 0 {
                let len = usize::from(c.peek_u8(0)?);
                cx.field(FIXED_SESSION_INFORMATION_URL_LENGTH, c, 1)?;
                cx.field(FIXED_SESSION_INFORMATION_URL, c, len)?;
            }
            candidates(cx, c, head)
        }
        8 => {
            let status = c.peek_u8(0)?;
            cx.field(FIXED_BSS_TRANSITION_STATUS_CODE, c, 1)?;
            cx.field(FIXED_BSS_TERMINATION_DELAY, c, 1)?;
            if status == 0 {
                cx.field(FIXED_BSS_TRANSITION_TARGET_BSS, c, 6)?;
            }
            candidates(cx, c, head)
        }
        17 => {
            let len = usize::from(u16::from_le_bytes(*c.peek_array::<2>()?));
            cx.field_le(FIXED_KEY_DATA_LENGTH, c, 2)?;
            // What is longer than the frame is left away.
            if len > 0 && len <= c.left() {
                cx.field(FIXED_KEY_DATA, c, len)?;
            }
            Ok(())
        }
        _ => {
            let kind = c.peek_u8(0)?;
            cx.field(FIXED_WNM_NOTIFICATION_TYPE, c, 1)?;
            if kind == 0 { notification(cx, c) } else { Ok(()) }
        }
    }
}

/// Subelements of a notification of new firmware.
fn notification<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mut number = 0u32;
    while c.left() >= 2 {
        let len = usize::from(c.peek_u8(1)?);
        let item = cx.line(c.span(2 + len), |o| _ = o.s("WNM Subelement ").u(number));
        cx.under(item, |cx| -> Step {
            cx.field(WNM_SUBELT_ID, c, 1)?;
            cx.field(WNM_SUBELT_LEN, c, 1)?;
            Ok(())
        })?;
        c.skip(len)?;
        number += 1;
    }
    Ok(())
}

/// When a network ends, as a subelement of neighbor reports has it.
fn termination<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let [id, len] = *c.peek_array::<2>()?;
    let item = cx.line(c.span(12), |o| _ = o.s("BSS Termination Duration"));
    cx.under(item, |cx| -> Step {
        for (field, v, right, what) in
            [(NREPORT_SUBELEM_ID, id, 4, "ID"), (NREPORT_SUBELEM_LEN, len, 10, "length")]
        {
            let span = c.span(1);
            let item = cx.field(field, c, 1)?;
            if v != right {
                cx.expert_with(INVALID_VALUE, item, span, |o| {
                    o.s("Incorrect BSS Termination Duration subelement ").s(what);
                });
            }
        }
        tags::neighbor::termination(cx, c)
    })
}

/// Networks to change to, up to the end.
fn candidates<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, head: &Head) -> Step {
    let len = c.left();
    if len > 0 {
        cx.peek(FIXED_BSS_TRANSITION_CANDIDATE_LIST_ENTRIES, c, len)?;
        let list = c.take(len);
        tags::all(cx, list, head)?;
    }
    Ok(())
}

fn multihop<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(FIXED_MULTIHOP_ACTION, c, 1)?;
    let flags = c.peek_u8(0)?;
    cx.field(FIXED_MESH_FLAGS, c, 1)?;
    cx.field(FIXED_MESH_TTL, c, 1)?;
    cx.field_le(FIXED_MESH_SEQUENCE, c, 4)?;
    match flags & 3 {
        1 => cx.field(FIXED_MESH_ADDR4, c, 6).map(drop),
        2 => {
            cx.field(FIXED_MESH_ADDR5, c, 6)?;
            cx.field(FIXED_MESH_ADDR6, c, 6).map(drop)
        }
        _ => Ok(()),
    }
}

/// How well neighbours are received.
fn sectors<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(FIXED_DMG_ACT, c, 1)?;
    token(cx, c)?;
    while !c.is_empty() {
        cx.field(DMG_PEER_STA_AID, c, 1)?;
        cx.field(DMG_SNR, c, 1)?;
        cx.peek(DMG_INTERNAL_ANGLE, c, 1)?;
        cx.peek(DMG_RECOMMEND, c, 1)?;
        c.skip(2)?;
    }
    Ok(())
}

fn tunnel<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(FST_ACTION_CODE, c, 1)?;
    let len = usize::from(u16::from_le_bytes(*c.peek_array::<2>()?));
    cx.field_le(FST_MMPDU_LENGTH, c, 2)?;
    cx.field_le(FST_MMPDU_CTRL, c, 2)?;
    cx.field(FST_OCT_MMPDU, c, len).map(drop)
}

fn robust_av<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, action: u8, head: &Head) -> Step {
    cx.field(ROBUST_AV_STREAMING_ACTION_CODE, c, 1)?;
    token(cx, c)?;
    if action == 1 {
        while c.left() >= 3 {
            cx.field(SCS_SCS_STATUS_LIST_SCSID, c, 1)?;
            cx.field_le(SCS_SCS_STATUS_LIST_STATUS, c, 2)?;
        }
        return Ok(());
    }
    if action == 5 {
        cx.field_le(FIXED_STATUS_CODE, c, 2)?;
    }
    if !c.is_empty() {
        tags::one(cx, c, head)?;
    }
    Ok(())
}

const BEAMFORMING: [requin_wire::Field; 10] = [
    VHT_MIMO_CONTROL_NCINDEX,
    VHT_MIMO_CONTROL_NRINDEX,
    VHT_MIMO_CONTROL_CHANWIDTH,
    VHT_MIMO_CONTROL_GROUPING,
    VHT_MIMO_CONTROL_CODEBOOKINFO,
    VHT_MIMO_CONTROL_FEEDBACKTYPE,
    VHT_MIMO_CONTROL_REMAININGFEEDBACKSEG,
    VHT_MIMO_CONTROL_FIRSTFEEDBACKSEG,
    VHT_MIMO_CONTROL_RESERVED,
    VHT_MIMO_CONTROL_SOUNDING_DIALOG_TOCKEN_NBR,
];

/// Frames of very high throughput, IEEE 802.11ac. Of beamforming, the head and the signal's quality are shown.
fn vht<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, action: u8) -> Step {
    cx.field(VHT_ACTION, c, 1)?;
    match action {
        0 => {
            let columns = c.peek_array::<3>()?[0] & 7;
            cx.flags_le(VHT_MIMO_CONTROL_CONTROL, c, 3, &BEAMFORMING)?;
            let len = c.left();
            let item = cx.peek(VHT_COMPRESSED_BEAMFORMING_REPORT, c, len)?;
            let mut report = c.take(len);
            cx.under(item, |cx| -> Step {
                let line = cx.line(report.span(usize::from(columns) + 1), |o| {
                    o.s("Average Signal to Noise Ratio");
                });
                cx.under(line, |cx| -> Step {
                    for _ in 0..=columns {
                        cx.field(VHT_COMPRESSED_BEAMFORMING_REPORT_SNR, &mut report, 1)?;
                    }
                    Ok(())
                })
            })
        }
        1 => {
            let len = c.left();
            let item = cx.peek(VHT_GROUP_ID_MANAGEMENT, c, len)?;
            cx.under(item, |cx| groups(cx, c))
        }
        _ => {
            let len = c.left();
            let span = c.span(len);
            let item = cx.field(VHT_OPERATION_MODE_NOTIFICATION, c, len)?;
            cx.expert(VHT_ACTION_UNDECODED, item, span);
            Ok(())
        }
    }
}

/// The groups a station belongs to, and its place in each.
fn groups<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let members = u64::from_le_bytes(*c.peek_array::<8>()?);
    let is_in = |group: &u32| members >> group & 1 != 0;
    let item = cx.peek(VHT_MEMBERSHIP_STATUS_ARRAY, c, 8)?;
    cx.under(item, |cx| {
        for group in (0..64u32).filter(is_in) {
            let mut at = *c;
            at.advance(group as usize / 8);
            let item = cx.add(VHT_MEMBERSHIP_STATUS_ARRAY_FIELD, at.span(1), Value::U(1));
            cx.label(item, |o| _ = o.s("Membership Status in Group ID ").u(group).s(": 1"));
        }
    });
    c.skip(8)?;
    let item = cx.peek(VHT_USER_POSITION_ARRAY, c, 16)?;
    let places = c.peek_array::<16>()?;
    cx.under(item, |cx| {
        for group in (0..64u32).filter(is_in) {
            let byte = places.get(group as usize / 4).copied().unwrap_or(0);
            let place = byte >> (2 * (group % 4)) & 3;
            let mut at = *c;
            at.advance(group as usize / 4);
            let item = cx.add(VHT_USER_POSITION_ARRAY_FIELD, at.span(1), Value::U(u64::from(place)));
            cx.label(item, |o| _ = o.s("User Position in Group ID ").u(group).s(": ").u(place));
        }
    });
    c.skip(16)
}

/// Frames below one gigahertz, IEEE 802.11ah.
fn s1g<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, action: u8, head: &Head) -> Step {
    cx.field(S1G_ACTION, c, 1)?;
    match action {
        0 | 1 | 6 => {
            token(cx, c)?;
            tags::one(cx, c, head)
        }
        3..=5 | 8 => tags::one(cx, c, head),
        7 => cx.flags(TWT_INDIVIDUAL_FLOW, c, 1, &[TWT_INDIVIDUAL_FLOW_ID, TWT_NEG_TYPE]).map(drop),
        _ => {
            let control = c.peek_u8(0)?;
            cx.flags(
                S1G_TWT_INFORMATION_CONTROL,
                c,
                1,
                &[
                    S1G_TWT_INFORMATION_CONTROL_TWT_FLOW_IDENTIFIER,
                    S1G_TWT_INFORMATION_CONTROL_RESPONSE_REQUESTED,
                    S1G_TWT_INFORMATION_CONTROL_NEXT_TWT_REQUEST,
                    S1G_TWT_INFORMATION_CONTROL_NEXT_TWT_SUBFIELD_SIZE,
                    S1G_TWT_INFORMATION_CONTROL_RESERVED,
                ],
            )?;
            match control >> 5 & 3 {
                1 => cx.field_le(S1G_TWT_INFORMATION_NEXT_TWT32, c, 4).map(drop),
                2 => cx.field_le(S1G_TWT_INFORMATION_NEXT_TWT48, c, 6).map(drop),
                3 => cx.field_le(S1G_TWT_INFORMATION_NEXT_TWT64, c, 8).map(drop),
                _ => Ok(()),
            }
        }
    }
}
