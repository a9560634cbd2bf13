//! Tags whose fields have fixed places.

use super::*;
use requin_wire::{Block, block};

block! { FH_PARAMETER_SET[5]: FH_DWELL_TIME @0 le, FH_HOP_SET @2, FH_HOP_PATTERN @3, FH_HOP_INDEX @4 }

block! { IBSS_PARAMETER_SET[2]: IBSS_ATIM_WINDOWS @0 le }

block! { QUIET[6]: QUIET_COUNT @0, QUIET_PERIOD @1, QUIET_DURATION @2 le, QUIET_OFFSET @4 le }

block! { TS_DELAY_ROWS[4]: TS_DELAY @0 le }

block! { TCLAS_PROCESSING[1]: TCLAS_PROC_PROCESSING @0 }

block! {
    QOS_CAPABILITY[1]: FIXED_QOSINFO_AP @0, > FIXED_QOSINFO_AP_EDCAUPDATE @0, > FIXED_QOSINFO_AP_QACK @0 1,
        > FIXED_QOSINFO_AP_QUEUE_REQ @0 1, > FIXED_QOSINFO_AP_TXOPREQ @0 1,
        > FIXED_QOSINFO_AP_MORE_DATA_ACK @0 1
}

block! { RCPI_ROWS[1]: RCPI @0 }

block! {
    EXTENDED_CHANNEL_SWITCH_ANNOUNCEMENT[4]: FIXED_EXTCHANSW @0 le, > FIXED_EXTCHANSW_SWITCHMODE @0 le,
        > FIXED_EXTCHANSW_NEW_OPECLASS @0 le, > FIXED_EXTCHANSW_NEW_CHANNUMBER @0 le,
        > EXTCHANSW_SWITCHCOUNT @0 le
}

block! { SECONDARY_CHANNEL_OFFSET[1]: SECCHANOFFSET @0 }

block! { BSS_AVERAGE_ACCESS_DELAY[1]: BSS_AP_AVG_ACCESS_DELAY @0 }

block! { ANTENNA[1]: ANTENNA_ID @0 }

block! { RSNI_ROWS[1]: RSNI @0 }

block! {
    COEXISTENCE[1]: B20_40_BC @0, > B20_40_BC_INFORMATION_REQUEST @0 1, > B20_40_BC_FORTY_MHZ_INTOLERANT @0 1,
        > B20_40_BC_20_MHZ_BSS_WIDTH_REQUEST @0 1, > B20_40_BC_OBSS_SCANNING_EXEMPTION_REQUEST @0 1,
        > B20_40_BC_OBSS_SCANNING_EXEMPTION_GRANT @0 1, > B20_40_BC_RESERVED @0
}

block! {
    OVERLAPPING_BSS_SCAN_PARAMETERS[14]: OBSS_SPD @0 le, OBSS_SAD @2 le, OBSS_CWTSI @4 le, OBSS_SPTPC @6 le,
        OBSS_SATPC @8 le, OBSS_WCTDF @10 le, OBSS_SAT @12 le
}

block! { MANAGEMENT_MIC[16]: MMIE_KEYID @0 le, MMIE_IPN @2 6, MMIE_MIC @8 8 }

block! {
    WNM_SLEEP_MODE[4]: WNM_SLEEP_MODE_ACTION_TYPE @0, WNM_SLEEP_MODE_RESPONSE_STATUS @1,
        WNM_SLEEP_MODE_INTERVAL @2 le
}

block! {
    WAKEUP_SCHEDULE[18]: WAKEUP_SCHEDULE_OFFSET @0 le, WAKEUP_SCHEDULE_INTERVAL @4 le,
        WAKEUP_SCHEDULE_AWAKE_WINDOW_SLOTS @8 le, WAKEUP_SCHEDULE_MAX_AWAKE_DUR @12 le,
        WAKEUP_SCHEDULE_IDLE_COUNT @16 le
}

block! {
    CHANNEL_SWITCH_TIMING[4]: CHANNEL_SWITCH_TIMING_SWITCH_TIME @0 le,
        CHANNEL_SWITCH_TIMING_SWITCH_TIMEOUT @2 le
}

block! { PTI_CONTROL[3]: PTI_CONTROL_TID @0, PTI_CONTROL_SEQUENCE_CONTROL @1 le }

block! {
    PU_BUFFER_STATUS[1]: PU_BUFFER_STATUS_AC_BK @0, PU_BUFFER_STATUS_AC_BE @0, PU_BUFFER_STATUS_AC_VI @0,
        PU_BUFFER_STATUS_AC_VO @0
}

block! {
    MESH_CHANNEL_SWITCH_PARAMETERS[6]: CSA_MESH_CHANNEL_SWITCH_TTL @0, CSA_MESH_CHANNEL_SWITCH_FLAG @1,
        > CSA_MESH_CHANNEL_SWITCH_FLAG_INITIATOR @1 1, > CSA_MESH_CHANNEL_SWITCH_FLAG_TXRESTRICT @1 1,
        CSA_MESH_CHANNEL_SWITCH_REASON_CODE @2 le, CSA_MESH_CHANNEL_SWITCH_PRE_VALUE @4 le
}

block! { MESH_AWAKE_WINDOW[2]: MESH_MESH_AWAKE_WINDOW @0 le }

block! {
    GATE_ANNOUNCEMENT[15]: GANN_FLAGS @0, > GANN_FLAGS_RESERVED @0, GANN_HOP_COUNT @1, GANN_ELEM_TTL @2,
        GANN_GATE_ADDR @3 6, GANN_SEQ_NUM @9 le, GANN_INTERVAL @13 le
}

block! {
    ROOT_ANNOUNCEMENT[21]: RANN_FLAGS @0, HWMP_HOPCOUNT @1, HWMP_TTL @2, RANN_ROOT_STA @3, RANN_RANN_SN @9 le,
        RANN_INTERVAL @13 le, HWMP_METRIC @17 le
}

block! { PROXY_UPDATE_CONFIRMATION[7]: PXUC_PXU_ID @0, PXUC_RECIP_MAC @1 6 }

block! { MIC_MESSAGE_INTEGRITY_CODE[16]: MESH_MIC @0 16 }

block! { WAKEUP_SCHEDULE_802_11AD[8]: BI_START_TIME @0 le, SLEEP_CYCLE @4 le, NUM_AWAKE_BIS @6 le }

block! { NEXT_DMG_ATI[6]: NEXT_ATI_START_TIME @0 le, NEXT_ATI_DURATION @4 le }

block! {
    DMG_OPERATING[10]: DMG_CAPA_PCP_TDTTI @0 1, DMG_CAPA_PCP_PSA @0 1, DMG_CAPA_PCP_HANDOVER @0 1,
        DMG_OPER_PSRSI @2, DMG_OPER_MIN_BHI_DURATION @3 le, DMG_OPER_BRDCST_STA_INFO_DUR @5,
        DMG_OPER_ASSOC_RESP_CONFIRM_TIME @6, DMG_OPER_MIN_PP_DURATION @7, DMG_OPER_SP_IDLE_TIMEOUT @8,
        DMG_OPER_MAX_LOST_BEACONS @9
}

block! {
    DMG_BEAM_REFINEMENT[5]: BEAM_REFINE_INITIATOR @0 5 le, BEAM_REFINE_TX_TRAIN_RES @0 5 le,
        BEAM_REFINE_RX_TRAIN_RES @0 5 le, BEAM_REFINE_TX_TRN_OK @0 5 le, BEAM_REFINE_TXSS_FBCK_REQ @0 5 le,
        BEAM_REFINE_BS_FBCK @0 le, BEAM_REFINE_BS_FBCK_ANTENNA_ID @0 le, BEAM_REFINE_SNR_REQ @0 5 le,
        BEAM_REFINE_CH_MEASURE_REQ @0 5 le, BEAM_REFINE_TAPS_REQ @0 le, BEAM_REFINE_SECTOR_ID_REQ @0 5 le,
        BEAM_REFINE_SNR_PRESENT @0 5 le, BEAM_REFINE_CH_MEASURE_PRESENT @0 5 le,
        BEAM_REFINE_TAP_DELAY_PRESENT @0 5 le, BEAM_REFINE_TAPS_PRESENT @0 le,
        BEAM_REFINE_NUM_MEASUREMENT @0 le, BEAM_REFINE_SECTOR_ID_PRESENT @0 5 le, BEAM_REFINE_NUM_BEAMS @0 le,
        BEAM_REFINE_MID_EXT @0 5 le, BEAM_REFINE_CAP_REQ @0 5 le, BEAM_REFINE_RESERVED @0 le
}

block! { AWAKE_WINDOW_ROWS[2]: AWAKE_WINDOW @0 le }

block! { ADDBA_EXTENSION[1]: ADDBA_NO_FRAG @0 1, ADDBA_HE_FRAG_OPER @0, ADDBA_RESERVED @0 }

block! {
    PCP_HANDOVER[13]: PCP_HANDOVER_OLD_BSSID @0, PCP_HANDOVER_NEW_PCP_ADDR @6, PCP_HANDOVER_REMAINING_BIS @12
}

block! {
    DMG_LINK_MARGIN[8]: ACTIVITY @0, DMG_LINK_ADAPT_MCS @1, DMG_LINK_ADAPT_LINK_MARGIN @2, DMG_SNR @3,
        REF_TIMESTAMP @4 3 le
}

block! {
    RELAY_CAPABILITIES[2]: RELAY_CAPABILITIES_RELAY_SUPPORT @0 1, RELAY_CAPABILITIES_RELAY_USE @0 1,
        RELAY_CAPABILITIES_RELAY_PERMISSION @0 1, RELAY_CAPABILITIES_AC_POWER @0 1,
        RELAY_CAPABILITIES_RELAY_PREFER @0 1, RELAY_CAPABILITIES_DUPLEX @0,
        RELAY_CAPABILITIES_COOPERATION @0 1
}

block! {
    RELAY_TRANSFER_PARAMETER[8]: RELAY_CAPABILITIES_DUPLEX_2 @0, RELAY_CAPABILITIES_COOPERATION_2 @0 1,
        RELAY_TRANS_PARAM_TX_MODE @0 1, RELAY_TRANS_PARAM_LINK_CHANGE_INTERVAL @1,
        RELAY_TRANS_PARAM_DATA_SENSING_TIME @2, RELAY_TRANS_PARAM_FIRST_PERIOD @3 le,
        RELAY_TRANS_PARAM_SECOND_PERIOD @5 le
}

block! { BEAMLINK_MAINTENANCE[1]: BLM @0, > BLM_UINT_INDEX @0 1, > BLM_VALUE @0, > BLM_IS_MASTER @0 1 }

block! { DMG_LINK_ADAPTION_ACKNOWLEDGMENT[5]: ACTIVITY @0, REF_TIMESTAMP @1 3 le }

block! {
    INTRA_ACCESS_CATEGORY_PRIORITY[1]: TAG_SCS_INTRA_ACCESS_PRIO @0, > TAG_SCS_INTRA_ACCESS_PRIO_USER_PRIO @0,
        > TAG_SCS_INTRA_ACCESS_PRIO_ALT_QUEUE @0 1, > TAG_SCS_INTRA_ACCESS_PRIO_DROP_ELIG @0 1,
        > TAG_SCS_INTRA_ACCESS_PRIO_RESERVED @0
}

block! {
    ANTENNA_SECTOR_ID[4]: SCTOR_ID_TYPE @0 le, SCTOR_ID_TAP1 @0 le, SCTOR_ID_STATE1 @0 le,
        SCTOR_ID_TAP2 @0 le, SCTOR_ID_STATE2 @0 le
}

block! {
    EXTENDED_BSS_LOAD[6]: EXT_BSS_MU_MIMO_CAPABLE_STA_COUNT @0 le, EXT_BSS_SS_UNDERUTILIZATION @2,
        EXT_BSS_OBSERVABLE_SEC_20MHZ_UTILIZATION @3, EXT_BSS_OBSERVABLE_SEC_40MHZ_UTILIZATION @4,
        EXT_BSS_OBSERVABLE_SEC_80MHZ_UTILIZATION @5
}

block! {
    WIDE_BANDWIDTH_CHANNEL_SWITCH[3]: WIDE_BW_NEW_CHANNEL_WIDTH @0,
        WIDE_BW_NEW_CHANNEL_CENTER_FREQ_SEGMENT0 @1, WIDE_BW_NEW_CHANNEL_CENTER_FREQ_SEGMENT1 @2
}

block! { S1G_OPEN_LOOP_LINK_MARGIN_INDEX_ROWS[1]: S1G_OPEN_LOOP_LINK_MARGIN_INDEX @0 }

block! {
    AID_RESPONSE[5]: S1G_AID_RESPONSE_AID_GROUP_AID @0 le, S1G_AID_RESPONSE_AID_SWITCH_COUNT @2,
        S1G_AID_RESPONSE_AID_RESPONSE_INTERVAL @3 le
}

block! {
    S1G_BEACON_COMPATIBILITY[8]: S1G_BEACON_COMPATIBILITY_INFO @0 le, S1G_BEACON_INTERVAL @2 le,
        S1G_TSF_COMPLETION @4 le
}

block! { SHORT_BEACON_INTERVAL[2]: SIG_SHORT_BEACON_INTERVAL @0 2 le }

block! { CHANGE_SEQUENCE[1]: S1G_CHANGE_SEQUENCE @0 }

block! { TSF_TIMER_ACCURACY[1]: S1G_TSF_TIMER_ACCURACY @0 }

block! {
    S1G_RELAY[1]: S1G_RELAY_CONTROL @0, > S1G_RELAY_CONTROL_RELAY_HIERARCHY_IDENTIFIER @0,
        > S1G_RELAY_CONTROL_NO_MORE_RELAY_FLAG @0 1
}

block! {
    EL_OPERATION[4]: S1G_EL_OPERATION_MAX_AWAKE_DURATION @0 le, S1G_EL_OPERATION_RECOVERY_TIME_DURATION @2 le
}

block! {
    SST_OPERATION[2]: S1G_SST_ENABLED_CHANNEL_BITMAP @0, S1G_PRIMARY_CHANNEL_OFFSET @1,
        S1G_SST_CHANNEL_UNIT @1, S1G_SST_RESERVED @1
}

block! { MAD[2]: S1G_MAX_AWAY_DURATION @0 le }

block! {
    UORA_PARAMETER_SET[1]: EXT_TAG_UORA_PARAMETER_SET_FIELD @0, > EXT_TAG_UORA_PARAMETER_SET_EOCWMIN @0,
        > EXT_TAG_UORA_PARAMETER_SET_EOCWMAX @0, > EXT_TAG_UORA_PARAMETER_SET_RESERVED @0
}

block! { NDP_FEEDBACK_REPORT_PARAMETER_SET[1]: EXT_TAG_NDP_FEEDBACK_RES_REQ_BUF_THRESH_EXP @0 }

block! {
    BSS_COLOR_CHANGE_ANNOUNCEMENT[2]: EXT_TAG_BSS_COLOR_CHANGE_COLOR_SWITCH_COUNTDOWN @0,
        EXT_TAG_BSS_COLOR_CHANGE_NEW_COLOR_INFO @1, > EXT_TAG_BSS_COLOR_CHANGE_NEW_BSS_COLOR @1,
        > EXT_TAG_BSS_COLOR_CHANGE_NEW_COLOR_RESERVED @1
}

block! { QUIET_TIME_PERIOD_SETUP[1]: EXT_TAG_QUIET_TIME_PERIOD_CONTROL @0 }

block! {
    ESS_REPORT[1]: EXT_TAG_ESS_REPORT_ESS_INFO_FIELD @0, > EXT_TAG_ESS_REPORT_ESS_INFO_PLANNED_ESS @0 1,
        > EXT_TAG_ESS_REPORT_ESS_INFO_EDGE_OF_ESS @0 1, EXT_TAG_ESS_REPORT_ESS_INFO_THRESH @0
}

block! {
    MULTIPLE_BSSID_CONFIGURATION[2]: EXT_TAG_MULTIPLE_BSSID_CONFIGURATION_BSSID_COUNT @0,
        EXT_TAG_MULTIPLE_BSSID_CONFIGURATION_FULL_SET_RX_PERIODICITY @1
}

block! {
    SECURE_LTF_PARAMETERS[11]: ETAG_SECURE_LTF_PARAMS_SECURE_LTF_COUNTER @0 le,
        ETAG_SECURE_LTF_PARAMS_LTF_GENERATION_SAC @6 le, ETAG_SECURE_LTF_PARAMS_RANGING_MANAGEMENT_SAC @8 le,
        ETAG_SECURE_LTF_PARAMS_MEASUREMENT_RESULT_LTF_OFFSET @10
}

/// A tag that is exactly as long as its fields.
pub fn exactly<S: Sink, const N: usize>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    tag: &Tag,
    block: &'static Block<N>,
    wrong: &str,
) -> Step {
    if tag.len != N {
        tag.wrong(cx, wrong);
        return Ok(());
    }
    cx.block(block, c).map(drop)
}

/// A tag that may go on behind its fields.
pub fn least<S: Sink, const N: usize>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    tag: &Tag,
    block: &'static Block<N>,
    wrong: &str,
) -> Step {
    if tag.len < N {
        tag.wrong(cx, wrong);
        return Ok(());
    }
    cx.block(block, c).map(drop)
}

/// Shows a tag; None when it is none of these.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, tag: &Tag, number: u8) -> Option<Step> {
    Some(match number {
        2 => least(cx, c, tag, &FH_PARAMETER_SET, "Tag length # too short, must be >= 5"),
        6 => exactly(cx, c, tag, &IBSS_PARAMETER_SET, "Tag length # wrong, must be = 2"),
        40 => exactly(cx, c, tag, &QUIET, "Tag Length # wrong, must be = 6"),
        43 => exactly(cx, c, tag, &TS_DELAY_ROWS, "Tag Length # wrong, must be = 4"),
        44 => exactly(cx, c, tag, &TCLAS_PROCESSING, "Tag Length # wrong, must be = 1"),
        46 => exactly(cx, c, tag, &QOS_CAPABILITY, "Tag Length # wrong, must be = 1"),
        53 => exactly(cx, c, tag, &RCPI_ROWS, "RCPI length # wrong, must = 1"),
        60 => exactly(cx, c, tag, &EXTENDED_CHANNEL_SWITCH_ANNOUNCEMENT, "Tag Length # wrong, must be = 4"),
        62 => exactly(
            cx,
            c,
            tag,
            &SECONDARY_CHANNEL_OFFSET,
            "Secondary Channel Offset length # wrong, must be = 1",
        ),
        63 => exactly(
            cx,
            c,
            tag,
            &BSS_AVERAGE_ACCESS_DELAY,
            "BSS Average Access Delay length # wrong, must be = 1",
        ),
        64 => exactly(cx, c, tag, &ANTENNA, "Antenna length # wrong, must be = 1"),
        65 => exactly(cx, c, tag, &RSNI_ROWS, "RSNI length # wrong, must be = 1"),
        72 => exactly(cx, c, tag, &COEXISTENCE, "20/40 BSS Coexistence length # wrong, must = 1"),
        74 => exactly(cx, c, tag, &OVERLAPPING_BSS_SCAN_PARAMETERS, "OBSS Length must be 14 bytes"),
        76 => least(cx, c, tag, &MANAGEMENT_MIC, "MMIE content length must be at least 16 bytes"),
        93 => cx.block(&WNM_SLEEP_MODE, c).map(drop),
        102 => {
            least(cx, c, tag, &WAKEUP_SCHEDULE, "Wakeup Schedule content length must be at least 18 bytes")
        }
        104 => least(
            cx,
            c,
            tag,
            &CHANNEL_SWITCH_TIMING,
            "Channel Switch Timing content length must be at least 4 bytes",
        ),
        105 => least(cx, c, tag, &PTI_CONTROL, "PTI Control content length must be at least 3 bytes"),
        106 => {
            least(cx, c, tag, &PU_BUFFER_STATUS, "PU Buffer Status content length must be at least 1 byte")
        }
        118 => exactly(cx, c, tag, &MESH_CHANNEL_SWITCH_PARAMETERS, "Tag Length # wrong, must be = 6"),
        119 => exactly(cx, c, tag, &MESH_AWAKE_WINDOW, "Tag length # wrong, must be = 2"),
        125 => exactly(cx, c, tag, &GATE_ANNOUNCEMENT, "Tag length # wrong, must be = 15"),
        126 => cx.block(&ROOT_ANNOUNCEMENT, c).map(drop),
        138 => exactly(cx, c, tag, &PROXY_UPDATE_CONFIRMATION, "Tag length # wrong, must be = 7"),
        140 => exactly(cx, c, tag, &MIC_MESSAGE_INTEGRITY_CODE, "MIC Tag Length # wrong, must be = 16"),
        143 => exactly(cx, c, tag, &WAKEUP_SCHEDULE_802_11AD, "Tag Length # wrong, must be 8"),
        147 => exactly(cx, c, tag, &NEXT_DMG_ATI, "Tag Length # wrong, must be = 6"),
        151 => exactly(cx, c, tag, &DMG_OPERATING, "Tag Length # wrong, must be = 10"),
        153 => exactly(cx, c, tag, &DMG_BEAM_REFINEMENT, "Tag Length # wrong, must be 5"),
        157 => exactly(cx, c, tag, &AWAKE_WINDOW_ROWS, "Tag Length # wrong, must be 2"),
        159 => exactly(cx, c, tag, &ADDBA_EXTENSION, "Tag Length # wrong, must be 1"),
        161 => exactly(cx, c, tag, &PCP_HANDOVER, "Tag Length # wrong, must be 13"),
        162 => exactly(cx, c, tag, &DMG_LINK_MARGIN, "Tag Length # wrong, must be 8"),
        167 => least(cx, c, tag, &RELAY_CAPABILITIES, "Tag length must be 2"),
        168 => exactly(cx, c, tag, &RELAY_TRANSFER_PARAMETER, "Tag Length # wrong, must be 8"),
        169 => exactly(cx, c, tag, &BEAMLINK_MAINTENANCE, "Tag Length # wrong, must be 1"),
        172 => exactly(cx, c, tag, &DMG_LINK_ADAPTION_ACKNOWLEDGMENT, "Tag Length # wrong, must be 5"),
        184 => exactly(cx, c, tag, &INTRA_ACCESS_CATEGORY_PRIORITY, "Tag Length # wrong, must be 1"),
        190 => exactly(cx, c, tag, &ANTENNA_SECTOR_ID, "Tag Length # wrong, must be = 4"),
        193 => cx.block(&EXTENDED_BSS_LOAD, c).map(drop),
        194 => cx.block(&WIDE_BANDWIDTH_CHANNEL_SWITCH, c).map(drop),
        207 => cx.block(&S1G_OPEN_LOOP_LINK_MARGIN_INDEX_ROWS, c).map(drop),
        211 => cx.block(&AID_RESPONSE, c).map(drop),
        213 => cx.block(&S1G_BEACON_COMPATIBILITY, c).map(drop),
        214 => cx.block(&SHORT_BEACON_INTERVAL, c).map(drop),
        215 => cx.block(&CHANGE_SEQUENCE, c).map(drop),
        223 => cx.block(&TSF_TIMER_ACCURACY, c).map(drop),
        224 => cx.block(&S1G_RELAY, c).map(drop),
        230 => cx.block(&EL_OPERATION, c).map(drop),
        234 => cx.block(&SST_OPERATION, c).map(drop),
        235 => cx.block(&MAD, c).map(drop),
        _ => return None,
    })
}

/// The same for tags that are told apart by a second number.
pub fn extension<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, number: u8) -> Option<Step> {
    Some(match number {
        37 => cx.block(&UORA_PARAMETER_SET, c).map(drop),
        41 => cx.block(&NDP_FEEDBACK_REPORT_PARAMETER_SET, c).map(drop),
        42 => cx.block(&BSS_COLOR_CHANGE_ANNOUNCEMENT, c).map(drop),
        43 => cx.block(&QUIET_TIME_PERIOD_SETUP, c).map(drop),
        45 => cx.block(&ESS_REPORT, c).map(drop),
        55 => cx.block(&MULTIPLE_BSSID_CONFIGURATION, c).map(drop),
        94 => cx.block(&SECURE_LTF_PARAMETERS, c).map(drop),
        _ => return None,
    })
}
