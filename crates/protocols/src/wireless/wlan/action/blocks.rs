//! Action frames whose parameters have fixed places: where each begins with the action.

use super::*;
use requin_wire::{Block, block};

block! { MEASUREMENT_REQUEST[2]: FIXED_ACTION_CODE_SPECTRUM @0, FIXED_DIALOG_TOKEN @1 }

block! { SPECTRUM_OTHER[1]: FIXED_ACTION_CODE_SPECTRUM @0 }

block! { ADDTS_REQUEST[2]: FIXED_ACTION_CODE_QOS @0 1, FIXED_DIALOG_TOKEN @1 }

block! { ADDTS_RESPONSE[4]: FIXED_ACTION_CODE_QOS @0 1, FIXED_DIALOG_TOKEN @1, FIXED_STATUS_CODE @2 le }

block! {
    DELTS[6]: FIXED_ACTION_CODE_QOS @0 1, TS_INFO @1 le, > TS_INFO_TYPE @1 le, > TS_INFO_TSID @1 le,
        > TS_INFO_DIR @1 le, > TS_INFO_ACCESS @1 le, > TS_INFO_AGG @1 le, > TS_INFO_APSD @1 le,
        > TS_INFO_UP @1 le, > TS_INFO_ACK @1 le, > TS_INFO_SCHED @1 le, > TS_INFO_RSV @1 le,
        FIXED_REASON_CODE @4 le
}

block! { SCHEDULE[1]: FIXED_ACTION_CODE_QOS @0 1 }

block! { DLS_REQUEST[13]: FIXED_ACTION_CODE_DLS @0 1, FIXED_DST_MAC_ADDR @1, FIXED_SRC_MAC_ADDR @7 }

block! {
    DLS_RESPONSE[15]: FIXED_ACTION_CODE_DLS @0 1, FIXED_STATUS_CODE @1 le, FIXED_DST_MAC_ADDR @3,
        FIXED_SRC_MAC_ADDR @9
}

block! {
    DLS_TEARDOWN[15]: FIXED_ACTION_CODE_DLS @0 1, FIXED_DST_MAC_ADDR @1, FIXED_SRC_MAC_ADDR @7,
        FIXED_REASON_CODE @13 le
}

block! {
    ADD_BLOCK_ACK_REQUEST[8]: FIXED_ACTION_CODE_BLOCK_ACK @0, FIXED_DIALOG_TOKEN @1, FIXED_BAPARAMS @2 le,
        > FIXED_BAPARAMS_AMSDU @2 2 le, > FIXED_BAPARAMS_POLICY @2 2 le, > FIXED_BAPARAMS_TID @2 le,
        > FIXED_BAPARAMS_BUFFERSIZE @2 le, FIXED_BATIMEOUT @4 le, FIXED_SSC @6 le, > FIXED_SSC_FRAGMENT @6 le,
        > FIXED_SSC_SEQUENCE @6 le
}

block! {
    ADD_BLOCK_ACK_RESPONSE[8]: FIXED_ACTION_CODE_BLOCK_ACK @0, FIXED_DIALOG_TOKEN @1, FIXED_STATUS_CODE @2 le,
        FIXED_BAPARAMS @4 le, > FIXED_BAPARAMS_AMSDU @4 2 le, > FIXED_BAPARAMS_POLICY @4 2 le,
        > FIXED_BAPARAMS_TID @4 le, > FIXED_BAPARAMS_BUFFERSIZE @4 le, FIXED_BATIMEOUT @6 le
}

block! {
    DELETE_BLOCK_ACK[5]: FIXED_ACTION_CODE_BLOCK_ACK @0, FIXED_DELBA_PARAM @1 le,
        > FIXED_DELBA_PARAM_RESERVED @1 le, > FIXED_DELBA_PARAM_INITIATOR @1 2 le,
        > FIXED_DELBA_PARAM_TID @1 le, FIXED_REASON_CODE @3 le
}

block! { PUBLIC_OTHER[1]: FIXED_PUBLICACT @0 }

block! {
    EXTENDED_CHANNEL_SWITCH_ANNOUNCEMENT[5]: FIXED_PUBLICACT @0, FIXED_EXTCHANSW @1 le,
        > FIXED_EXTCHANSW_SWITCHMODE @1 le, > FIXED_EXTCHANSW_NEW_OPECLASS @1 le,
        > FIXED_EXTCHANSW_NEW_CHANNUMBER @1 le, > EXTCHANSW_SWITCHCOUNT @1 le
}

block! { VENDOR_SPECIFIC[4]: FIXED_PUBLICACT @0, TAG_OUI @1 }

block! { PUBLIC_WITH_TOKEN[2]: FIXED_PUBLICACT @0, FIXED_DIALOG_TOKEN @1 }

block! {
    QAB_REQUEST[14]: FIXED_PUBLICACT @0, FIXED_DIALOG_TOKEN @1, FIXED_REQ_AP_ADDR @2, FIXED_RES_AP_ADDR @8
}

block! { FTM_REQUEST[2]: FIXED_PUBLICACT @0, FIXED_TRIGGER @1 }

block! {
    FTM[19]: FIXED_PUBLICACT @0, FIXED_DIALOG_TOKEN @1, FIXED_FOLLOWUP_DIALOG_TOKEN @2, FIXED_FTM_TOD @3 le,
        FIXED_FTM_TOA @9 le, FIXED_FTM_TOD_ERR @15 le, FIXED_FTM_TOA_ERR @17 2 le
}

block! { RADIO_MEASUREMENT_REQUEST[4]: FIXED_ACTION_CODE_RADIO @0, RM_DIALOG_TOKEN @1, RM_REPETITIONS @2 }

block! { RADIO_MEASUREMENT_REPORT[2]: FIXED_ACTION_CODE_RADIO @0, RM_DIALOG_TOKEN @1 }

block! {
    LINK_MEASUREMENT_REQUEST[4]: FIXED_ACTION_CODE_RADIO @0, RM_DIALOG_TOKEN @1, RM_TX_POWER @2,
        RM_MAX_TX_POWER @3
}

block! {
    LINK_MEASUREMENT_REPORT[10]: FIXED_ACTION_CODE_RADIO @0, RM_DIALOG_TOKEN @1, RM_TPC @2 4,
        > RM_TPC_ELEMENT_ID @2, > RM_TPC_LENGTH @3, > RM_TPC_TX_POWER @4, > RM_TPC_LINK_MARGIN @5,
        RM_RX_ANTENNA_ID @6, RM_TX_ANTENNA_ID @7, RM_RCPI @8, RM_RSNI @9
}

block! { RADIO_OTHER[1]: FIXED_ACTION_CODE_RADIO @0 }

block! { FAST_TRANSITION_OTHER[1]: FIXED_ACTION_CODE_FAST_TRANSITION @0 }

block! {
    FT_REQUEST[13]: FIXED_ACTION_CODE_FAST_TRANSITION @0, FIXED_STA_ADDRESS @1, FIXED_TARGET_AP_ADDRESS @7
}

block! {
    FT_RESPONSE[15]: FIXED_ACTION_CODE_FAST_TRANSITION @0, FIXED_STA_ADDRESS @1, FIXED_TARGET_AP_ADDRESS @7,
        FIXED_STATUS_CODE @13 le
}

block! { NOTIFY_CHANNEL_WIDTH[2]: FIXED_HTACT @0, FIXED_CHANWIDTH @1 }

block! {
    SPATIAL_MULTIPLEXING_SM_POWER_SAVE[2]: FIXED_HTACT @0, FIXED_SM_POWERCONTROL @1,
        > FIXED_SM_POWERCONTROL_ENABLED @1 1, > FIXED_SM_POWERCONTROL_MODE @1 1,
        > FIXED_SM_POWERCONTROL_RESERVED @1
}

block! { SET_PCO_PHASE[2]: FIXED_HTACT @0, FIXED_PCO_PHASECNTRL @1 1 }

block! {
    ANTENNA_SELECTION_INDICES_FEEDBACK[2]: FIXED_HTACT @0, FIXED_ANTSEL @1, > FIXED_ANTSEL_ANT0 @1,
        > FIXED_ANTSEL_ANT1 @1, > FIXED_ANTSEL_ANT2 @1, > FIXED_ANTSEL_ANT3 @1, > FIXED_ANTSEL_ANT4 @1,
        > FIXED_ANTSEL_ANT5 @1, > FIXED_ANTSEL_ANT6 @1, > FIXED_ANTSEL_ANT7 @1
}

block! {
    HT_INFORMATION_EXCHANGE[2]: FIXED_HTACT @0, FIXED_MIMO @1, > FIXED_MIMO_CONTROL_INFOREQUEST @1 1,
        > FIXED_MIMO_CONTROL_INTOLERANT @1 1, > FIXED_MIMO_CONTROL_CHANWIDTH @1 1, > FIXED_RESERVED @1
}

block! { HT_OTHER[1]: FIXED_HTACT @0 }

block! { SA_QUERY_REQUEST[3]: FIXED_ACTION_CODE_SA_QUERY @0, FIXED_TRANSACTION_ID @1 le }

block! { SA_QUERY_OTHER[1]: FIXED_ACTION_CODE_SA_QUERY @0 }

block! { WNM_OTHER[1]: FIXED_ACTION_CODE_WNM @0 }

block! { TFS_REQUEST[2]: FIXED_ACTION_CODE_WNM @0, FIXED_DIALOG_TOKEN @1 }

block! {
    WNM_SLEEP_MODE_RESPONSE[4]: FIXED_ACTION_CODE_WNM @0, FIXED_DIALOG_TOKEN @1, FIXED_KEY_DATA_LENGTH @2 2 le
}

block! {
    WNM_NOTIFICATION_REQUEST[3]: FIXED_ACTION_CODE_WNM @0, FIXED_DIALOG_TOKEN @1,
        FIXED_WNM_NOTIFICATION_TYPE @2
}

block! {
    TIM[20]: FIXED_ACTION_CODE_UNPROTECTED_WNM @0, FIXED_CHECK_BEACON @1, FIXED_TIMESTAMP @2 le,
        FIXED_TOD @10, FIXED_TOA @14, FIXED_MAX_TOD_ERR @18, FIXED_MAX_TOA_ERR @19
}

block! {
    TIMING_MEASUREMENT[3]: FIXED_ACTION_CODE_UNPROTECTED_WNM @0, FIXED_DIALOG_TOKEN @1,
        FIXED_FOLLOWUP_DIALOG_TOKEN @2
}

block! { UNPROTECTED_WNM_OTHER[1]: FIXED_ACTION_CODE_UNPROTECTED_WNM @0 }

block! { MESH_OTHER[1]: FIXED_MESH_ACTION @0 }

block! { TBTT_ADJUSTMENT_RESPONSE[3]: FIXED_MESH_ACTION @0, FIXED_STATUS_CODE @1 le }

block! { SELF_PROTECTED_OTHER[1]: FIXED_SELFPROT_ACTION @0 }

block! { POWER_SAVE_CONFIGURATION_REQUEST[3]: FIXED_DMG_ACT @0, FIXED_DIALOG_TOKEN @1, DMG_PWR_MGMT @2 1 }

block! {
    POWER_SAVE_CONFIGURATION_RESPONSE[4]: FIXED_DMG_ACT @0, FIXED_DIALOG_TOKEN @1, FIXED_STATUS_CODE @2 le
}

block! { INFORMATION_REQUEST[7]: FIXED_DMG_ACT @0, DMG_SUBJECT_ADDR @1 }

block! { HANDOVER_REQUEST[3]: FIXED_DMG_ACT @0, DMG_HANDOVER_REASON @1, DMG_HANDOVER_REMAINING_BI @2 }

block! { HANDOVER_RESPONSE[3]: FIXED_DMG_ACT @0, DMG_HANDOVER_RESULT @1, DMG_HANDOVER_REJECT_REASON @2 }

block! { DTP_REQUEST[2]: FIXED_DMG_ACT @0, FIXED_DIALOG_TOKEN @1 }

block! { RELAY_SEARCH_REQUEST[4]: FIXED_DMG_ACT @0, FIXED_DIALOG_TOKEN @1, DMG_DESTINATION_REDS_AID @2 le }

block! {
    RLS_REQUEST[8]: FIXED_DMG_ACT @0, FIXED_DIALOG_TOKEN @1, DMG_DESTINATION_AID @2 le, DMG_RELAY_AID @4 le,
        DMG_SOURCE_AID @6 le
}

block! {
    RLS_ANNOUNCEMENT[10]: FIXED_DMG_ACT @0, FIXED_DIALOG_TOKEN @1, FIXED_STATUS_CODE @2 le,
        DMG_DESTINATION_AID @4 le, DMG_RELAY_AID @6 le, DMG_SOURCE_AID @8 le
}

block! {
    RLS_TEARDOWN[7]: FIXED_DMG_ACT @0, DMG_DESTINATION_AID @1 le, DMG_RELAY_AID @3 le, DMG_SOURCE_AID @5 le
}

block! { DMG_OTHER[1]: FIXED_DMG_ACT @0 }

block! {
    TPA_REQUEST[6]: FIXED_DMG_ACT @0, FIXED_DIALOG_TOKEN @1, DMG_TIMING_OFFSET @2 le,
        DMG_SAMPLING_FREQUENCY_OFFSET @4 le
}

block! { TPA_REPORT[3]: FIXED_DMG_ACT @0, FIXED_STATUS_CODE @1 le }

block! { ROC_REQUEST[3]: FIXED_DMG_ACT @0, FIXED_DIALOG_TOKEN @1, DMG_RELAY_OPERATION_TYPE @2 }

block! { WMM_OTHER[3]: FIXED_ACTION_CODE_WMM @0 1, FIXED_DIALOG_TOKEN @1, FIXED_STATUS_CODE @2 1 }

block! { FST_SETUP_REQUEST[6]: FST_ACTION_CODE @0, FIXED_DIALOG_TOKEN @1, FST_LLT @2 le }

block! { FST_SETUP_RESPONSE[4]: FST_ACTION_CODE @0, FIXED_DIALOG_TOKEN @1, FIXED_STATUS_CODE @2 le }

block! { FST_TEAR_DOWN[5]: FST_ACTION_CODE @0, SESSION_TRANS_FSTS_ID @1 le }

block! { FST_ACK_REQUEST[6]: FST_ACTION_CODE @0, FIXED_DIALOG_TOKEN @1, SESSION_TRANS_FSTS_ID @2 le }

block! { FST_OTHER[1]: FST_ACTION_CODE @0 }

block! { ROBUST_AV_OTHER[1]: ROBUST_AV_STREAMING_ACTION_CODE @0 }

block! { ANNOUNCE[11]: FIXED_UNPROTECTED_DMG_ACT @0, FIXED_TIMESTAMP @1 le, FIXED_BEACON @9 2 le }

block! {
    BRP_ROWS[6]: FIXED_UNPROTECTED_DMG_ACT @0, FIXED_DIALOG_TOKEN @1, BRP @2 le, > BRP_L_RX @2 le,
        > BRP_TX_TRN_REQ @2 4 le, > BRP_MID_REQ @2 4 le, > BRP_BC_REQ @2 4 le, > BRP_MID_GRANT @2 4 le,
        > BRP_BC_GRANT @2 4 le, > BRP_CHAN_FBCK_CAP @2 4 le, > BRP_TX_SECTOR_ID @2 le, > BRP_OTHER_AID @2 le,
        > BRP_TX_ANTENNA_ID @2 le, > BRP_RESERVED @2 le
}

block! { UNPROTECTED_DMG_OTHER[1]: FIXED_UNPROTECTED_DMG_ACT @0 }

block! { VHT_OTHER[1]: VHT_ACTION @0 }

block! {
    SYNC_CONTROL[3]: S1G_ACTION @0, FIXED_DIALOG_TOKEN @1, S1G_SYNC_CONTROL @2,
        > S1G_SYNC_CONTROL_UPLINK_SYNC_REQUEST @2 1, > S1G_SYNC_CONTROL_TIME_SLOT_PROTECTION_REQUEST @2 1,
        > S1G_SYNC_CONTROL_RESERVED @2
}

block! {
    SECTOR_ID_FEEDBACK[3]: S1G_ACTION @0, S1G_SECTOR_ID_INDEX @1 le,
        > S1G_SECTOR_ID_INDEX_PREFERRED_SECTOR_ID @1 le, > S1G_SECTOR_ID_INDEX_SNR @1 le,
        > S1G_SECTOR_ID_INDEX_RECEIVE_SECTOR_BITMAP @1 le
}

block! { S1G_OTHER[1]: S1G_ACTION @0 }

/// Shows a block. A dialog token that is in it stands in the Info column, too.
fn rows<S: Sink, const N: usize>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, block: &'static Block<N>) -> Step {
    let token = block.rows.iter().find(|row| row.field == FIXED_DIALOG_TOKEN);
    if let Some(token) = token.and_then(|row| c.peek_u8(usize::from(row.at)).ok()) {
        cx.info_add(|o| _ = o.s(", Dialog Token=").u(token));
    }
    cx.block(block, c).map(drop)
}

/// Shows a block, and the capabilities that stand behind it.
fn capable<S: Sink, const N: usize>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    block: &'static Block<N>,
) -> Step {
    rows(cx, c, block)?;
    mgt::capabilities(cx, c)
}

/// Shows what begins at the action.
///
/// # Errors
/// When the packet ends before.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, category: u8, action: u8) -> Step {
    match (category, action) {
        (category::SPECTRUM, 0..=3) => rows(cx, c, &MEASUREMENT_REQUEST),
        (category::SPECTRUM, _) => rows(cx, c, &SPECTRUM_OTHER),
        (category::QOS, 0) => rows(cx, c, &ADDTS_REQUEST),
        (category::QOS, 1) => rows(cx, c, &ADDTS_RESPONSE),
        (category::QOS, 2) => rows(cx, c, &DELTS),
        (category::QOS, 3 | 4) => rows(cx, c, &SCHEDULE),
        (category::DLS, 0) => {
            capable(cx, c, &DLS_REQUEST)?;
            cx.field_le(FIXED_DLS_TIMEOUT, c, 2).map(drop)
        }
        (category::DLS, 1) => rows(cx, c, &DLS_RESPONSE),
        (category::DLS, 2) => rows(cx, c, &DLS_TEARDOWN),
        (category::BLOCK_ACK, 0) => rows(cx, c, &ADD_BLOCK_ACK_REQUEST),
        (category::BLOCK_ACK, 1) => rows(cx, c, &ADD_BLOCK_ACK_RESPONSE),
        (category::BLOCK_ACK, 2) => rows(cx, c, &DELETE_BLOCK_ACK),
        (category::PUBLIC, 12) => rows(cx, c, &PUBLIC_WITH_TOKEN),
        (category::PUBLIC, 14) => capable(cx, c, &PUBLIC_WITH_TOKEN),
        (category::PUBLIC, 16 | 17) => rows(cx, c, &QAB_REQUEST),
        (category::PUBLIC, 32) => rows(cx, c, &FTM_REQUEST),
        (category::PUBLIC, 33) => rows(cx, c, &FTM),
        (category::PUBLIC, 4) => rows(cx, c, &EXTENDED_CHANNEL_SWITCH_ANNOUNCEMENT),
        (category::PUBLIC, 9) => rows(cx, c, &VENDOR_SPECIFIC),
        (category::PUBLIC, _) => rows(cx, c, &PUBLIC_OTHER),
        (category::RADIO, 0) => rows(cx, c, &RADIO_MEASUREMENT_REQUEST),
        (category::RADIO, 1 | 4 | 5) => rows(cx, c, &RADIO_MEASUREMENT_REPORT),
        (category::RADIO, 2) => rows(cx, c, &LINK_MEASUREMENT_REQUEST),
        (category::RADIO, 3) => rows(cx, c, &LINK_MEASUREMENT_REPORT),
        (category::RADIO, _) => rows(cx, c, &RADIO_OTHER),
        (category::FAST_TRANSITION, 1 | 3) => rows(cx, c, &FT_REQUEST),
        (category::FAST_TRANSITION, 2 | 4) => rows(cx, c, &FT_RESPONSE),
        (category::FAST_TRANSITION, _) => rows(cx, c, &FAST_TRANSITION_OTHER),
        (category::HT, 0) => rows(cx, c, &NOTIFY_CHANNEL_WIDTH),
        (category::HT, 1) => rows(cx, c, &SPATIAL_MULTIPLEXING_SM_POWER_SAVE),
        (category::HT, 3) => rows(cx, c, &SET_PCO_PHASE),
        (category::HT, 7) => rows(cx, c, &ANTENNA_SELECTION_INDICES_FEEDBACK),
        (category::HT, 8) => rows(cx, c, &HT_INFORMATION_EXCHANGE),
        (category::HT, _) => rows(cx, c, &HT_OTHER),
        (category::SA_QUERY, 0 | 1) => rows(cx, c, &SA_QUERY_REQUEST),
        (category::SA_QUERY, _) => rows(cx, c, &SA_QUERY_OTHER),
        (category::WNM, 13 | 14 | 16) => rows(cx, c, &TFS_REQUEST),
        (category::WNM, 17) => rows(cx, c, &WNM_SLEEP_MODE_RESPONSE),
        (category::WNM, 26) => rows(cx, c, &WNM_NOTIFICATION_REQUEST),
        (category::WNM, _) => rows(cx, c, &WNM_OTHER),
        (category::UNPROTECTED_WNM, 0) => rows(cx, c, &TIM),
        (category::UNPROTECTED_WNM, 1) => rows(cx, c, &TIMING_MEASUREMENT),
        (category::UNPROTECTED_WNM, _) => rows(cx, c, &UNPROTECTED_WNM_OTHER),
        (category::MESH, 10) => rows(cx, c, &TBTT_ADJUSTMENT_RESPONSE),
        (category::MESH, _) => rows(cx, c, &MESH_OTHER),
        (category::SELF_PROTECTED, 1) => capable(cx, c, &SELF_PROTECTED_OTHER),
        (category::SELF_PROTECTED, 2) => {
            capable(cx, c, &SELF_PROTECTED_OTHER)?;
            cx.field_le(FIXED_AID, c, 2).map(drop)
        }
        (category::SELF_PROTECTED, _) => rows(cx, c, &SELF_PROTECTED_OTHER),
        (category::DMG, 0) => rows(cx, c, &POWER_SAVE_CONFIGURATION_REQUEST),
        (category::DMG, 1 | 9 | 22) => rows(cx, c, &POWER_SAVE_CONFIGURATION_RESPONSE),
        (category::DMG, 12) => rows(cx, c, &RLS_REQUEST),
        (category::DMG, 14) => rows(cx, c, &RLS_ANNOUNCEMENT),
        (category::DMG, 15) => rows(cx, c, &RLS_TEARDOWN),
        (category::DMG, 18) => rows(cx, c, &TPA_REQUEST),
        (category::DMG, 2 | 3) => rows(cx, c, &INFORMATION_REQUEST),
        (category::DMG, 20) => rows(cx, c, &TPA_REPORT),
        (category::DMG, 21) => rows(cx, c, &ROC_REQUEST),
        (category::DMG, 4) => rows(cx, c, &HANDOVER_REQUEST),
        (category::DMG, 5) => rows(cx, c, &HANDOVER_RESPONSE),
        (category::DMG, 6 | 7 | 10 | 13 | 19) => rows(cx, c, &DTP_REQUEST),
        (category::DMG, 8) => rows(cx, c, &RELAY_SEARCH_REQUEST),
        (category::DMG, _) => rows(cx, c, &DMG_OTHER),
        (category::WMM, _) => rows(cx, c, &WMM_OTHER),
        (category::FST, 0) => rows(cx, c, &FST_SETUP_REQUEST),
        (category::FST, 1) => rows(cx, c, &FST_SETUP_RESPONSE),
        (category::FST, 2) => rows(cx, c, &FST_TEAR_DOWN),
        (category::FST, 3 | 4) => rows(cx, c, &FST_ACK_REQUEST),
        (category::FST, _) => rows(cx, c, &FST_OTHER),
        (category::ROBUST_AV, _) => rows(cx, c, &ROBUST_AV_OTHER),
        (category::UNPROTECTED_DMG, 0) => rows(cx, c, &ANNOUNCE),
        (category::UNPROTECTED_DMG, 1) => rows(cx, c, &BRP_ROWS),
        (category::UNPROTECTED_DMG, _) => rows(cx, c, &UNPROTECTED_DMG_OTHER),
        (category::VHT, _) => rows(cx, c, &VHT_OTHER),
        (category::S1G, 2) => rows(cx, c, &SYNC_CONTROL),
        (category::S1G, 9) => rows(cx, c, &SECTOR_ID_FEEDBACK),
        (category::S1G, _) => rows(cx, c, &S1G_OTHER),
        _ => Ok(()),
    }
}
