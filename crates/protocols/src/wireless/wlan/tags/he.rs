//! Tags that are told apart by a second number: high efficiency, IEEE 802.11ax, and others of late.

use super::*;
use requin_wire::{Field, block};

block! {
    HE_MAC[6]: EXT_TAG_HE_MAC_CAPS @0 le, > EXT_TAG_HE_MAC_CAP_HTC_HE_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_TWT_REQ_SUPPORT @0 6 le, > EXT_TAG_HE_MAC_CAP_TWT_RSP_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_DYNAMIC_FRAGMENTATION_SUPPORT @0 le, > EXT_TAG_HE_MAC_CAP_MAX_FRAG_MSDUS @0 le,
        > EXT_TAG_HE_MAC_CAP_MIN_FRAG_SIZE @0 le, > EXT_TAG_HE_MAC_CAP_TRIG_FRM_MAC_PADDING_DUR @0 le,
        > EXT_TAG_HE_MAC_CAP_MULTI_TID_AGG_RX_SUPPORT @0 le,
        > EXT_TAG_HE_MAC_CAP_HE_LINK_ADAPTATION_SUPPORT @0 le, > EXT_TAG_HE_MAC_CAP_ALL_ACK_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_TRS_SUPPORT @0 6 le, > EXT_TAG_HE_MAC_CAP_BSR_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_BROADCAST_TWT_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_32_BIT_BA_BITMAP_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_MU_CASCADING_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_ACK_ENABLED_AGG_SUPPORT @0 6 le, > EXT_TAG_HE_MAC_CAP_RESERVED_B24 @0 le,
        > EXT_TAG_HE_MAC_CAP_OM_CONTROL_SUPPORT @0 6 le, > EXT_TAG_HE_MAC_CAP_OFDMA_RA_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_MAX_A_MPDU_LEN_EXP_EXT @0 le, > EXT_TAG_HE_MAC_CAP_A_MSDU_FRAG_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_FLEXIBLE_TWT_SCHED_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_RX_CTL_FRM_MULTIBSS @0 6 le, > EXT_TAG_HE_MAC_CAP_BSRP_BQRP_A_MPDU_AGG @0 6 le,
        > EXT_TAG_HE_MAC_CAP_QTP_SUPPORT @0 6 le, > EXT_TAG_HE_MAC_CAP_BQR_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_PSR_RESPONDER @0 6 le, > EXT_TAG_HE_MAC_CAP_NDP_FEEDBACK_REPORT_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_OPS_SUPPORT @0 6 le, > EXT_TAG_HE_MAC_CAP_A_MSDU_IN_A_MPDU_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_MULTI_TID_AGG_TX_SUPPORT @0 le,
        > EXT_TAG_HE_MAC_CAP_SUBCHANNEL_SELECTIVE_XMIT_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_UL_2_996_TONE_RU_SUPPORT @0 6 le,
        > EXT_TAG_HE_MAC_CAP_OM_CNTL_UL_MU_DATA_DISABLE_RX_SUPPORT @0 6 le,
        > EXT_TAG_HE_DYNAMIC_SM_POWER_SAVE @0 6 le, > EXT_TAG_HE_PUNCTURED_SOUNDING_SUPPORT @0 6 le,
        > EXT_TAG_HE_HT_AND_VHT_TRIGGER_FRAME_RX_SUPPORT @0 6 le
}

block! {
    HE_PHY[5]: EXT_TAG_HE_PHY_CAP_RESERVED_B0 @0, > EXT_TAG_HE_PHY_CAP_FBYTE_RESERVED_B0 @0,
        EXT_TAG_HE_PHY_CAP_FBYTES @0, > EXT_TAG_HE_PHY_CAP_CHAN_WIDTH_SET_40MHZ_IN_2_4GHZ @0 1,
        > EXT_TAG_HE_PHY_CAP_CHAN_WIDTH_SET_40_80_IN_5GHZ @0 1,
        > EXT_TAG_HE_PHY_CAP_CHAN_WIDTH_SET_160_IN_5GHZ @0 1,
        > EXT_TAG_HE_PHY_CAP_CHAN_WIDTH_SET_160_80_80_IN_5GHZ @0 1,
        > EXT_TAG_HE_PHY_CAP_CHAN_WIDTH_SET_242_TONE_IN_2_4GHZ @0 1,
        > EXT_TAG_HE_PHY_CAP_CHAN_WIDTH_SET_242_TONE_IN_5GHZ @0 1,
        > EXT_TAG_HE_PHY_CAP_CHAN_WIDTH_SET_RESERVED @0, EXT_TAG_HE_PHY_CAP_BITS_8_TO_23 @1 le,
        > EXT_TAG_HE_PHY_CAP_PUNC_PREAMBLE_RX @1 le, > EXT_TAG_HE_PHY_CAP_DEVICE_CLASS @1 le,
        > EXT_TAG_HE_PHY_CAP_LDPC_CODING_IN_PAYLOAD @1 2 le,
        > EXT_TAG_HE_PHY_CAP_HE_SU_PPDU_WITH_1X_HE_LTF_08US @1 2 le,
        > EXT_TAG_HE_PHY_CAP_MIDAMBLE_TX_RX_MAX_NSTS @1 le,
        > EXT_TAG_HE_PHY_CAP_NDP_WITH_4X_HE_LTF_4X_3_2US @1 2 le,
        > EXT_TAG_HE_PHY_CAP_STBC_TX_LT_80MHZ @1 2 le, > EXT_TAG_HE_PHY_CAP_STBC_RX_LT_80MHZ @1 2 le,
        > EXT_TAG_HE_PHY_CAP_DOPPLER_TX @1 2 le, > EXT_TAG_HE_PHY_CAP_DOPPLER_RX @1 2 le,
        > EXT_TAG_HE_PHY_CAP_FULL_BW_UL_MU_MIMO @1 2 le, > EXT_TAG_HE_PHY_CAP_PARTIAL_BW_UL_MU_MIMO @1 2 le,
        EXT_TAG_HE_PHY_CAP_BITS_24_TO_39 @3 le, > EXT_TAG_HE_PHY_CAP_DCM_MAX_CONST_TX @3 le,
        > EXT_TAG_HE_PHY_CAP_DCM_MAX_NSS_TX @3 le, > EXT_TAG_HE_PHY_CAP_DCM_MAX_CONST_RX @3 le,
        > EXT_TAG_HE_PHY_CAP_DCM_MAX_NSS_TX_2 @3 le,
        > EXT_TAG_HE_PHY_CAP_RX_PARTIAL_BW_SU_20MHZ_HE_MU_PPDU @3 2 le,
        > EXT_TAG_HE_PHY_CAP_SU_BEAMFORMER @3 2 le, > EXT_TAG_HE_PHY_CAP_SU_BEAMFORMEE @3 2 le,
        > EXT_TAG_HE_PHY_CAP_MU_BEAMFORMER @3 2 le, > EXT_TAG_HE_PHY_CAP_BEAMFORMEE_STS_LTE_80MHZ @3 le,
        > EXT_TAG_HE_PHY_CAP_BEAMFORMEE_STS_GT_80MHZ @3 le
}

block! {
    HE_PHY_MORE[6]: EXT_TAG_HE_PHY_CAP_BITS_40_TO_55 @0 le,
        > EXT_TAG_HE_PHY_CAP_NO_SOUNDING_DIMS_LTE_80 @0 le, > EXT_TAG_HE_PHY_CAP_NO_SOUNDING_DIMS_GT_80 @0 le,
        > EXT_TAG_HE_PHY_CAP_NG_EQ_16_SU_FB @0 2 le, > EXT_TAG_HE_PHY_CAP_NG_EQ_16_MU_FB @0 2 le,
        > EXT_TAG_HE_PHY_CAP_CODEBOOK_SIZE_SU_FB @0 2 le, > EXT_TAG_HE_PHY_CAP_CODEBOOK_SIZE_MU_FB @0 2 le,
        > EXT_TAG_HE_PHY_CAP_TRIG_SU_BF_FB @0 2 le, > EXT_TAG_HE_PHY_CAP_TRIG_MU_BF_FB @0 2 le,
        > EXT_TAG_HE_PHY_CAP_TRIG_CQI_FB @0 2 le, > EXT_TAG_HE_PHY_CAP_PARTIAL_BW_ER @0 2 le,
        > EXT_TAG_HE_PHY_CAP_PARTIAL_BW_DL_MU_MIMO @0 2 le, > EXT_TAG_HE_PHY_CAP_PPE_THRES_PRESENT @0 2 le,
        EXT_TAG_HE_PHY_CAP_BITS_56_TO_71 @2 le, > EXT_TAG_HE_PHY_CAP_PSR_BASED_SR_SUP @2 2 le,
        > EXT_TAG_HE_PHY_CAP_PWR_BST_FACTOR_AR_SUP @2 2 le, > EXT_TAG_HE_PHY_CAP_HE_SU_PPDU_ETC_GI @2 2 le,
        > EXT_TAG_HE_PHY_CAP_MAX_NC @2 2 le, > EXT_TAG_HE_PHY_CAP_STBC_TX_GT_80_MHZ @2 2 le,
        > EXT_TAG_HE_PHY_CAP_STBC_RX_GT_80_MHZ @2 2 le, > EXT_TAG_HE_PHY_CAP_HE_ER_SU_PPDU_4XXX_GI @2 2 le,
        > EXT_TAG_HE_PHY_CAP_20_MHZ_IN_40_IN_2_4GHZ @2 2 le,
        > EXT_TAG_HE_PHY_CAP_20_MHZ_IN_160_80P80_PPDU @2 2 le,
        > EXT_TAG_HE_PHY_CAP_80_MHZ_IN_160_80P80_PPDU @2 2 le,
        > EXT_TAG_HE_PHY_CAP_HE_ER_SU_PPDU_1XXX_GI @2 2 le,
        > EXT_TAG_HE_PHY_CAP_MIDAMBLE_TX_RX_2X_1X_HE_LTF @2 2 le, > EXT_TAG_HE_PHY_CAP_DCM_MAX_RU @2 le,
        EXT_TAG_HE_PHY_CAP_BITS_72_TO_87 @4 le,
        > EXT_TAG_HE_PHY_CAP_LONGER_THAN_16_HE_SIGB_OFDM_SYM_SUPPORT @4 2 le,
        > EXT_TAG_HE_PHY_CAP_NON_TRIGGERED_FEEDBACK @4 2 le,
        > EXT_TAG_HE_PHY_CAP_TX_1024_QAM_SUPPORT_LT_242_TONE_RU @4 2 le,
        > EXT_TAG_HE_PHY_CAP_RX_1024_QAM_SUPPORT_LT_242_TONE_RU @4 2 le,
        > EXT_TAG_HE_PHY_CAP_RX_FULL_BW_SU_USING_HE_MU_PPDU_WITH_COMPRESSED_SIGB @4 2 le,
        > EXT_TAG_HE_PHY_CAP_RX_FULL_BW_SU_USING_HE_MU_PPDU_WITH_NON_COMPRESSED_SIGB @4 2 le,
        > EXT_TAG_HE_PHY_CAP_NOMINAL_PACKET_PADDING @4 le, > EXT_TAG_HE_PHY_CAP_HE_MU_PPDU_RU_RX_MAX @4 le,
        > EXT_TAG_HE_PHY_CAP_RESERVED_B81_B87 @4 le
}

block! {
    MAPS_80[4]: EXT_TAG_HE_MCS_MAP_RX_HE_MCS_MAP_LTE_80 @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_RX_1_SS @0 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_RX_2_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_RX_3_SS @0 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_RX_4_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_RX_5_SS @0 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_RX_6_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_RX_7_SS @0 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_RX_8_SS @0 le,
        EXT_TAG_HE_MCS_MAP_TX_HE_MCS_MAP_LTE_80 @2 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_TX_1_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_TX_2_SS @2 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_TX_3_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_TX_4_SS @2 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_TX_5_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_TX_6_SS @2 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_TX_7_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_TX_8_SS @2 le
}

block! {
    MAPS_160[4]: EXT_TAG_HE_MCS_MAP_RX_HE_MCS_MAP_160 @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_RX_1_SS @0 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_RX_2_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_RX_3_SS @0 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_RX_4_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_RX_5_SS @0 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_RX_6_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_RX_7_SS @0 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_RX_8_SS @0 le,
        EXT_TAG_HE_MCS_MAP_TX_HE_MCS_MAP_160 @2 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_TX_1_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_TX_2_SS @2 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_TX_3_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_TX_4_SS @2 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_TX_5_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_TX_6_SS @2 le, > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_TX_7_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_160_TX_8_SS @2 le
}

block! {
    MAPS_80_80[4]: EXT_TAG_HE_MCS_MAP_RX_HE_MCS_MAP_80_80 @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_RX_1_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_RX_2_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_RX_3_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_RX_4_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_RX_5_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_RX_6_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_RX_7_SS @0 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_RX_8_SS @0 le, EXT_TAG_HE_MCS_MAP_TX_HE_MCS_MAP_80_80 @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_TX_1_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_TX_2_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_TX_3_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_TX_4_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_TX_5_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_TX_6_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_TX_7_SS @2 le,
        > EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80P80_TX_8_SS @2 le
}

block! { THRESHOLDS[1]: EXT_TAG_HE_PPE_THRESHOLDS_NSS @0, EXT_TAG_HE_PPE_THRESHOLDS_RU_INDEX_BITMASK @0 }

block! {
    HE_OPERATION[6]: EXT_TAG_HE_OPERATION_PARAMS @0 le, > EXT_TAG_HE_OPERATION_DEFAULT_PE_DURATION @0 le,
        > EXT_TAG_HE_OPERATION_TWT_REQUIRED @0 3 le, > EXT_TAG_HE_OPERATION_TXOP_DURATION_RTS_THRESH @0 le,
        > EXT_TAG_HE_OPERATION_VHT_OP_INFO_PRESENT @0 3 le, > EXT_TAG_HE_OPERATION_CO_HOSTED_BSS @0 3 le,
        > EXT_TAG_HE_OPERATION_ER_SU_DISABLE @0 3 le,
        > EXT_TAG_HE_OPERATION_6GHZ_OPERATION_INFORMATION_PRESENT @0 3 le,
        > EXT_TAG_HE_OPERATION_RESERVED_B16_B32 @0 le, EXT_TAG_BSS_COLOR_INFORMATION @3,
        > EXT_TAG_BSS_COLOR_INFORMATION_BSS_COLOR @3, > EXT_TAG_BSS_COLOR_INFORMATION_PARTIAL_BSS_COLOR @3 1,
        > EXT_TAG_BSS_COLOR_INFORMATION_BSS_COLOR_DISABLED @3 1,
        EXT_TAG_HE_OPERATION_BASIC_HE_MCS_AND_NSS @4 le, > EXT_TAG_HE_OPERATION_MAX_HE_MCS_FOR_1_SS @4 le,
        > EXT_TAG_HE_OPERATION_MAX_HE_MCS_FOR_2_SS @4 le, > EXT_TAG_HE_OPERATION_MAX_HE_MCS_FOR_3_SS @4 le,
        > EXT_TAG_HE_OPERATION_MAX_HE_MCS_FOR_4_SS @4 le, > EXT_TAG_HE_OPERATION_MAX_HE_MCS_FOR_5_SS @4 le,
        > EXT_TAG_HE_OPERATION_MAX_HE_MCS_FOR_6_SS @4 le, > EXT_TAG_HE_OPERATION_MAX_HE_MCS_FOR_7_SS @4 le,
        > EXT_TAG_HE_OPERATION_MAX_HE_MCS_FOR_8_SS @4 le
}

block! {
    VHT_INFORMATION[3]: EXT_TAG_HE_OPERATION_VHT_OP_INFO_CHANNEL_WIDTH @0,
        EXT_TAG_HE_OPERATION_VHT_OP_INFO_CHAN_CENTER_FREQ_SEG_0 @1,
        EXT_TAG_HE_OPERATION_VHT_OP_INFO_CHAN_CENTER_FREQ_SEG_1 @2
}

block! {
    SIX_GHZ[5]: EXT_TAG_HE_OPERATION_6GHZ_PRIMARY_CHANNEL @0, EXT_TAG_HE_OPERATION_6GHZ_CONTROL @1,
        > EXT_TAG_HE_OPERATION_6GHZ_CONTROL_CHANNEL_WIDTH @1,
        > EXT_TAG_HE_OPERATION_6GHZ_CONTROL_DUPLICATE_BEACON @1 1,
        > EXT_TAG_HE_OPERATION_6GHZ_CONTROL_REGULATORY_INFO @1,
        > EXT_TAG_HE_OPERATION_6GHZ_CONTROL_RESERVED @1, EXT_TAG_HE_OPERATION_6GHZ_CHAN_CENTER_FREQ_SEG_0 @2,
        EXT_TAG_HE_OPERATION_6GHZ_CHAN_CENTER_FREQ_SEG_1 @3, EXT_TAG_HE_OPERATION_6GHZ_MINIMUM_RATE @4
}

block! {
    MU_EDCA_RECORD[3]: EXT_TAG_MU_EDCA_PARAMETER_SET_AIC_AIFSN @0, > EXT_TAG_MU_EDCA_PARAMETER_SET_AIFSN @0,
        > EXT_TAG_MU_EDCA_PARAMETER_SET_ACM @0 1, > EXT_TAG_MU_EDCA_PARAMETER_SET_ACI @0,
        > EXT_TAG_MU_EDCA_PARAMETER_SET_RESERVED @0, EXT_TAG_MU_EDCA_PARAMETER_SET_ECWMIN_ECWMAX @1,
        EXT_TAG_MU_EDCA_PARAMETER_SET_MU_EDCA_TIMER @2
}

block! {
    QOS_INFO[1]: FIXED_QOSINFO_AP @0, > FIXED_QOSINFO_AP_EDCAUPDATE @0, > FIXED_QOSINFO_AP_QACK @0 1,
        > FIXED_QOSINFO_AP_QUEUE_REQ @0 1, > FIXED_QOSINFO_AP_TXOPREQ @0 1,
        > FIXED_QOSINFO_AP_MORE_DATA_ACK @0 1
}

block! {
    SPATIAL_REUSE[1]: EXT_TAG_SPATIAL_REUSE_SR_CONTROL @0, > EXT_TAG_SPATIAL_REUSE_SR_CONTROL_SRP_DIS @0 1,
        > EXT_TAG_SPATIAL_REUSE_SR_CONTROL_NON_SRG_OBSS_PD_SR_DIS @0 1,
        > EXT_TAG_SPATIAL_REUSE_SR_CONTROL_NON_SRG_OFS_PRESENT @0 1,
        > EXT_TAG_SPATIAL_REUSE_SR_CONTROL_SRG_INFO_PRESENT @0 1,
        > EXT_TAG_SPATIAL_REUSE_SR_CONTROL_HESIGA_VAL_15_ALLOWED @0 1,
        > EXT_TAG_SPATIAL_REUSE_SR_CONTROL_RESERVED @0
}

block! {
    SERVICE_PARAMETERS[3]: EXT_TAG_ESTIMATED_SERVICE_PARAMS @0 le,
        > EXT_TAG_ESTIMATED_SERVICE_PARAMS_ACCESS_CATEGORY @0 le,
        > EXT_TAG_ESTIMATED_SERVICE_PARAMS_RESERVED @0 le,
        > EXT_TAG_ESTIMATED_SERVICE_PARAMS_DATA_FORMAT @0 le,
        > EXT_TAG_ESTIMATED_SERVICE_PARAMS_BA_WINDOW_SIZE @0 le,
        > EXT_TAG_ESTIMATED_SERVICE_PARAMS_AIR_TIME_FRAC @0 le,
        > EXT_TAG_ESTIMATED_SERVICE_PARAMS_DATA_PPDU_DUR_TARGET @0 le
}

block! {
    SIX_GHZ_CAPABILITIES[2]: TAG_HE_6GHZ_CAP_INF @0 le, > TAG_HE_6GHZ_CAP_INF_B0_B2 @0 le,
        > TAG_HE_6GHZ_CAP_INF_B3_B5 @0 le, > TAG_HE_6GHZ_CAP_INF_B6_B7 @0 le, > TAG_HE_6GHZ_CAP_INF_B8 @0 le,
        > TAG_HE_6GHZ_CAP_INF_B9B_B10 @0 le, > TAG_HE_6GHZ_CAP_INF_B11 @0 2 le,
        > TAG_HE_6GHZ_CAP_INF_B12 @0 2 le, > TAG_HE_6GHZ_CAP_INF_B13 @0 2 le,
        > TAG_HE_6GHZ_CAP_INF_B14_B15 @0 le
}

block! {
    USER_PRIORITY[2]: EXT_TAG_MSCS_DESCRIPTOR_USER_PRIO_CONTROL_UPBM @0,
        > EXT_TAG_MSCS_DESCRIPTOR_USER_PRIO_CONTROL_USER_PRIO_0 @0 1,
        > EXT_TAG_MSCS_DESCRIPTOR_USER_PRIO_CONTROL_USER_PRIO_1 @0 1,
        > EXT_TAG_MSCS_DESCRIPTOR_USER_PRIO_CONTROL_USER_PRIO_2 @0 1,
        > EXT_TAG_MSCS_DESCRIPTOR_USER_PRIO_CONTROL_USER_PRIO_3 @0 1,
        > EXT_TAG_MSCS_DESCRIPTOR_USER_PRIO_CONTROL_USER_PRIO_4 @0 1,
        > EXT_TAG_MSCS_DESCRIPTOR_USER_PRIO_CONTROL_USER_PRIO_5 @0 1,
        > EXT_TAG_MSCS_DESCRIPTOR_USER_PRIO_CONTROL_USER_PRIO_6 @0 1,
        > EXT_TAG_MSCS_DESCRIPTOR_USER_PRIO_CONTROL_USER_PRIO_7 @0 1,
        EXT_TAG_MSCS_DESCRIPTOR_USER_PRIO_CONTROL_USER_PRIO_LIMIT @1,
        EXT_TAG_MSCS_DESCRIPTOR_USER_PRIO_CONTROL_RESERVED @1
}

block! {
    PASN_CONTROL[1]: ETAG_PASN_PARAMS_CONTROL @0, > ETAG_PASN_PARAMS_COMEBACK_INFO_PRESENT @0 1,
        > ETAG_PASN_PARAMS_GROUP_AND_KEY_PRESENT @0 1, > ETAG_PASN_PARAMETERS_RESERVED @0
}

/// Shows a tag of these and passes over it.
pub fn one<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, head: &Head) -> Step {
    let [_, len, kind] = *c.peek_array::<3>()?;
    let len = usize::from(len);
    let span = c.span(2 + len);
    let item = cx.add(EXT_TAG, span, Value::None);
    let name = names::EXT_TAG_NUMBER.find(u64::from(kind));
    cx.label(item, |o| {
        o.s("Ext Tag: ");
        match name {
            Some(name) => o.s(name),
            None => o.s("Unknown (").u(kind).s(")"),
        };
    });
    cx.under(item, |cx| -> Step {
        let number = cx.field(TAG_NUMBER, c, 1)?;
        let length = cx.add(EXT_TAG_LENGTH, c.span(1), Value::U(len.saturating_sub(1) as u64));
        c.skip(1)?;
        let tag = Tag { item, number, length, span, len, kind: head.kind, action: head.action };
        let cut = len > c.left();
        if cut {
            tag.bad(cx, |o| _ = o.s("Tag Length is longer than remaining payload"));
        }
        let mut body = c.take(len.min(c.left()));
        cx.field(EXT_TAG_NUMBER, &mut body, 1)?;
        let shown = show(cx, kind, body, &tag);
        if cut { shown.map_err(|_| requin_wire::Stop::Contained) } else { shown }
    })
}

fn show<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if let Some(shown) = fixed::extension(cx, &mut c, kind) {
        return shown;
    }
    let rest = tag.len.saturating_sub(1);
    match kind {
        4 => cx.field(EXT_TAG_FILS_SESSION, &mut c, rest).map(drop),
        8 => Ok(()),
        9 => cx.field(TAG_FTM_TSF_SYNC_INFO, &mut c, rest).map(drop),
        10 => extended_request(cx, c),
        11 => {
            while !c.is_empty() {
                cx.block(&SERVICE_PARAMETERS, &mut c)?;
            }
            Ok(())
        }
        13 => cx.field(EXT_TAG_FILS_NONCE, &mut c, rest).map(drop),
        14 => {
            cx.field_le(EXT_TAG_FUTURE_CHANNEL_GUIDANCE_NEW_CHAN_NUM, &mut c, 4)?;
            some(cx, EXT_TAG_FUTURE_CHANNEL_GUIDANCE_EXTRA_BYTES, c)
        }
        32 => diffie_hellman(cx, c, tag),
        33 => cx.field(EXT_TAG_SAE_PASSWORD_IDENTIFIER, &mut c, rest).map(drop),
        35 => capabilities(cx, c),
        36 => operation(cx, c),
        38 => multi_user_access(cx, c),
        39 => spatial_reuse(cx, c),
        56 => inheritance(cx, c),
        57 => cx.field(EXT_TAG_KNOWN_BSSID_BITMAP, &mut c, rest).map(drop),
        58 => {
            while !c.is_empty() {
                cx.field(EXT_TAG_SHORT_BSSID, &mut c, 4)?;
            }
            Ok(())
        }
        59 if rest != 2 => {
            tag.wrong(cx, "HE 6 GHz Band Capabilities must be at 2 octets long");
            Ok(())
        }
        59 => cx.block(&SIX_GHZ_CAPABILITIES, &mut c).map(drop),
        88 => mirrored(cx, c, tag),
        89 => traffic::classifier(cx, &mut c),
        92 => {
            while !c.is_empty() {
                cx.field_le(EXT_TAG_REJECTED_GROUPS_GROUP, &mut c, 2)?;
            }
            Ok(())
        }
        93 => cx.field(EXT_TAG_SAE_ANTI_CLOGGING_TOKEN, &mut c, rest).map(drop),
        100 => early_security(cx, c),
        _ => unknown(cx, c, kind, rest),
    }
}

/// A tag that nobody reads.
fn unknown<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u8, rest: usize) -> Step {
    let span = c.span(rest);
    let item = cx.field(EXT_TAG_DATA, &mut c, rest)?;
    cx.expert_with(TAG_DATA_UNDECODED, item, span, |o| {
        o.s("Dissector for 802.11 Extension Tag (");
        match names::EXT_TAG_NUMBER.find(u64::from(kind)) {
            Some(name) => o.s(name),
            None => o.u(kind),
        };
        o.s(") code not implemented, Contact Wireshark developers if you want this supported");
    });
    Ok(())
}

/// Bytes to the end, where there are any.
fn some<S: Sink>(cx: &mut Cx<'_, S>, field: Field, mut c: Cursor<'_>) -> Step {
    let len = c.left();
    if len > 0 {
        cx.field(field, &mut c, len)?;
    }
    Ok(())
}

fn extended_request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    cx.field(TAG_EXTENDED_REQUEST_ID, &mut c, 1)?;
    while !c.is_empty() {
        cx.field(TAG_EXTENDED_REQUEST_EXT, &mut c, 1)?;
    }
    Ok(())
}

/// The group and public key of opportunistic encryption, RFC 8110.
fn diffie_hellman<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if c.left() < 2 {
        tag.wrong(cx, "OWE: Diffie-Hellman Parameter must be at least 2 octets long");
        return Ok(());
    }
    cx.field_le(EXT_TAG_OWE_DH_PARAMETER_GROUP, &mut c, 2)?;
    let len = c.left();
    cx.field(EXT_TAG_OWE_DH_PARAMETER_PUBLIC_KEY, &mut c, len).map(drop)
}

/// Bits that are reserved where something else is not supported: what they are, what they are then.
const WITH_CONTROL: [(Field, Field); 5] = [
    (EXT_TAG_HE_MAC_CAP_HE_LINK_ADAPTATION_SUPPORT, EXT_TAG_HE_MAC_CAP_RESERVED_BITS_15_16),
    (EXT_TAG_HE_MAC_CAP_TRS_SUPPORT, EXT_TAG_HE_MAC_CAP_RESERVED_BIT_18),
    (EXT_TAG_HE_MAC_CAP_BSR_SUPPORT, EXT_TAG_HE_MAC_CAP_RESERVED_BIT_19),
    (EXT_TAG_HE_MAC_CAP_OM_CONTROL_SUPPORT, EXT_TAG_HE_MAC_CAP_RESERVED_BIT_25),
    (EXT_TAG_HE_MAC_CAP_BQR_SUPPORT, EXT_TAG_HE_MAC_CAP_RESERVED_BIT_34),
];
const WITH_FRAGMENTS: [(Field, Field); 3] = [
    (EXT_TAG_HE_MAC_CAP_MAX_FRAG_MSDUS, EXT_TAG_HE_MAC_CAP_RESERVED_BITS_5_7),
    (EXT_TAG_HE_MAC_CAP_MIN_FRAG_SIZE, EXT_TAG_HE_MAC_CAP_RESERVED_BITS_8_9),
    (EXT_TAG_HE_MAC_CAP_A_MSDU_FRAG_SUPPORT, EXT_TAG_HE_MAC_CAP_RESERVED_BIT_29),
];

fn mac_capabilities<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let first = c.peek_array::<6>()?[0];
    let (control, fragments) = (first & 1 != 0, first & 0x18 != 0);
    let reserved = |field: Field| {
        let pick = |table: &[(Field, Field)]| table.iter().find(|(own, _)| *own == field).map(|(_, r)| *r);
        let without = if control { None } else { pick(&WITH_CONTROL) };
        without.or_else(|| if fragments { None } else { pick(&WITH_FRAGMENTS) })
    };
    let mut rows = HE_MAC.rows.iter();
    let Some(whole) = rows.next() else { return Ok(()) };
    let item = cx.peek_le(whole.field, c, 0, 6)?;
    cx.under(item, |cx| -> Step {
        for row in rows {
            cx.peek_le(reserved(row.field).unwrap_or(row.field), c, 0, 6)?;
        }
        Ok(())
    })?;
    c.skip(6)
}

/// What a station can.
///
/// # Errors
/// When the packet ends before.
pub fn capabilities<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    mac_capabilities(cx, &mut c)?;
    let phy = *c.peek_array::<11>()?;
    let item = cx.line(c.span(11), |o| _ = o.s("HE PHY Capabilities Information"));
    cx.under(item, |cx| -> Step {
        cx.block(&HE_PHY, &mut c)?;
        cx.block(&HE_PHY_MORE, &mut c).map(drop)
    })?;
    let (wide, split) = (phy[0] & 8 != 0, phy[0] & 16 != 0);
    let len = 4 * (1 + usize::from(wide) + usize::from(split));
    let item = cx.line(c.span(len), |o| _ = o.s("Supported HE-MCS and NSS Set"));
    cx.under(item, |cx| -> Step {
        let item = cx.line(c.span(4), |o| _ = o.s("Rx and Tx MCS Maps <= 80 MHz"));
        cx.under(item, |cx| cx.block(&MAPS_80, &mut c).map(drop))?;
        if wide {
            let item = cx.line(c.span(4), |o| _ = o.s("Rx and Tx MCS Maps 160 MHz"));
            cx.under(item, |cx| cx.block(&MAPS_160, &mut c).map(drop))?;
        }
        if split {
            let item = cx.line(c.span(4), |o| _ = o.s("Rx and Tx MCS Maps 80+80 MHz"));
            cx.under(item, |cx| cx.block(&MAPS_80_80, &mut c).map(drop))?;
        }
        Ok(())
    })?;
    if c.is_empty() {
        return Ok(());
    }
    let item = cx.line(c.span(c.left()), |o| _ = o.s("PPE Thresholds"));
    cx.under(item, |cx| thresholds(cx, c))
}

/// Padding that is needed, by the number of streams and the width: bits packed without regard to bytes.
fn thresholds<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let first = c.peek_u8(0)?;
    cx.rows(&THRESHOLDS, &c);
    let mut bit = 7usize;
    for stream in 0..=first & 7 {
        let mut at = c;
        at.skip(bit / 8)?;
        let item = cx.line(at.span(0), |o| _ = o.s("NSS ").u(stream));
        cx.under(item, |cx| -> Step {
            let widths = [(8u8, "242"), (16, "484"), (32, "996"), (64, "2x996")];
            for (_, width) in widths.iter().filter(|(bit, _)| first & bit != 0) {
                let mut at = c;
                at.skip(bit / 8)?;
                let item = cx.line(at.span(1), |o| _ = o.s("RU allocation: ").s(width));
                let span = at.span(if bit % 8 > 2 { 2 } else { 1 });
                let v = c.rest().get(bit / 8).map(|low| {
                    let high = c.rest().get(bit / 8 + 1).copied().unwrap_or(0);
                    u16::from_le_bytes([*low, high]) >> (bit % 8)
                });
                c.peek_bytes(bit / 8, span.len as usize)?;
                let v = u64::from(v.unwrap_or(0));
                cx.under(item, |cx| {
                    cx.add(EXT_TAG_HE_PPE_THRESHOLDS_PPET16, span, Value::U(v & 7));
                    cx.add(EXT_TAG_HE_PPE_THRESHOLDS_PPET8, span, Value::U(v >> 3 & 7));
                });
                bit += 6;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// How a network is run.
///
/// # Errors
/// When the packet ends before.
pub fn operation<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let [_, second, third, ..] = *cx.block(&HE_OPERATION, &mut c)?;
    if second & 0x40 != 0 {
        let item = cx.line(c.span(3), |o| _ = o.s("VHT Operation Information"));
        cx.under(item, |cx| cx.block(&VHT_INFORMATION, &mut c).map(drop))?;
    }
    if second & 0x80 != 0 {
        cx.field(EXT_TAG_HE_OPERATION_MAX_CO_HOSTED_BSSID_INDICATOR, &mut c, 1)?;
    }
    if third & 2 != 0 {
        let item = cx.line(c.span(5), |o| _ = o.s("6 GHz Operation Information"));
        cx.under(item, |cx| cx.block(&SIX_GHZ, &mut c).map(drop))?;
    }
    Ok(())
}

fn multi_user_access<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.block(&QOS_INFO, &mut c)?;
    for name in ["BE", "BK", "VI", "VO"] {
        let item = cx.line(c.span(3), |o| _ = o.s("MUAC_").s(name).s(" Parameter Record"));
        cx.under(item, |cx| cx.block(&MU_EDCA_RECORD, &mut c).map(drop))?;
    }
    Ok(())
}

fn spatial_reuse<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let [control] = *cx.block(&SPATIAL_REUSE, &mut c)?;
    if control & 4 != 0 {
        cx.field(EXT_TAG_SPATIAL_REUSE_NON_SRG_OBSS_PD_MAX_OFFSET, &mut c, 1)?;
    }
    if control & 8 != 0 {
        cx.field(EXT_TAG_SPATIAL_REUSE_SRG_OBSS_PD_MIN_OFFSET, &mut c, 1)?;
        cx.field(EXT_TAG_SPATIAL_REUSE_SRG_OBSS_PD_MAX_OFFSET, &mut c, 1)?;
        cx.field(EXT_TAG_SPATIAL_REUSE_SRG_BSS_COLOR_BITMAP, &mut c, 8)?;
        cx.field(EXT_TAG_SPATIAL_REUSE_SRG_PARTIAL_BSSID_BITMAP, &mut c, 8)?;
    }
    Ok(())
}

/// Tags that a network does not take over from the one whose beacon it stands in.
fn inheritance<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    for (name, length, id) in [
        (
            "Element ID List",
            EXT_TAG_NON_INHERITANCE_ELEMENT_ID_LIST_LENGTH,
            EXT_TAG_NON_INHERITANCE_ELEMENT_ID_LIST_ELEMENT_ID,
        ),
        (
            "Element ID Extension List",
            EXT_TAG_NON_INHERITANCE_ELEMENT_ID_EXT_LIST_LENGTH,
            EXT_TAG_NON_INHERITANCE_ELEMENT_ID_EXT_LIST_ELEMENT_ID_EXT,
        ),
    ] {
        let count = c.peek_u8(0)?;
        let item = cx.line(c.span(1 + usize::from(count)), |o| _ = o.s(name));
        cx.under(item, |cx| -> Step {
            cx.field(length, &mut c, 1)?;
            for _ in 0..count {
                cx.field(id, &mut c, 1)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Streams whose classification is mirrored.
fn mirrored<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    let request = c.peek_u8(0)?;
    cx.field(EXT_TAG_MSCS_DESCRIPTOR_REQUEST_TYPE, &mut c, 1)?;
    if request == 1 {
        cx.field_le(EXT_TAG_MSCS_DESCRIPTOR_RESERVED1, &mut c, 2)?;
        cx.field_le(EXT_TAG_MSCS_DESCRIPTOR_RESERVED2, &mut c, 4)?;
    } else {
        let item = cx.line(c.span(2), |o| _ = o.s("User Priority Control"));
        cx.under(item, |cx| cx.block(&USER_PRIORITY, &mut c).map(drop))?;
        cx.field_le(EXT_TAG_MSCS_DESCRIPTOR_STREAM_TIMEOUT, &mut c, 4)?;
    }
    all(cx, c, &tag.head())
}

/// Security before the association, IEEE 802.11az.
fn early_security<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let [control] = *cx.block(&PASN_CONTROL, &mut c)?;
    cx.field(ETAG_PASN_PARAMETERS_WRAPPED_DATA_FORMAT, &mut c, 1)?;
    if control & 1 != 0 {
        let item = cx.line(c.span(c.left()), |o| _ = o.s("Comeback field"));
        cx.under(item, |cx| -> Step {
            let len = usize::from(c.peek_u8(0)?);
            cx.field(ETAG_PASN_PARAMETERS_COOKIE_LENGTH, &mut c, 1)?;
            if len > 0 {
                cx.field(ETAG_PASN_PARAMETERS_COOKIE, &mut c, len)?;
            }
            Ok(())
        })?;
    }
    if control & 2 != 0 {
        cx.field_le(ETAG_PASN_PARAMETERS_FINITE_CYCLIC_GROUP_ID, &mut c, 2)?;
        let len = usize::from(c.peek_u8(0)?);
        cx.field(ETAG_PASN_PARAMETERS_EPHEMERAL_PUBLIC_KEY_LEN, &mut c, 1)?;
        if len > 0 {
            cx.field(ETAG_PASN_PARAMETERS_EPHEMERAL_PUBLIC_KEY, &mut c, len)?;
        }
    }
    Ok(())
}
