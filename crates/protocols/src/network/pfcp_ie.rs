//! Information elements of PFCP (3GPP TS 29.244 §8).

use super::layout::Part::{self, Bits, Counted, Labels, MoreBits, Name, Rest, Time, When, Word};
use super::layout::run;
use super::pfcp::*;
use super::pfcp_names::{CAUSE_NAMES, IE_TYPE_NAMES};
use requin_wire::{Cursor, Cx, Item, Sink, Step, Value};

/// Elements of types with this bit have the number of an enterprise behind their length.
const ENTERPRISE: u16 = 0x8000;
/// Elements that hold others (table 8.1.2-1).
const GROUPS: &[u16] = &[
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 51, 54, 58, 59, 68, 77, 78, 79, 80, 83,
    85, 86, 87, 99, 102, 105, 118, 127, 128, 129, 130, 132, 143, 147, 165, 166, 167, 168, 169, 175, 176, 183,
    187, 188, 189, 190, 195, 199, 200, 201, 203, 205, 211, 212, 213, 214, 216, 218, 220, 221, 225, 226, 227,
    233, 238, 239, 240, 242, 247, 252, 255, 256, 261, 263, 264, 267, 270, 276, 277, 279, 290, 295, 300, 301,
    302, 303, 304, 310, 311, 315, 316,
];
/// How deep they may.
const DEEPEST: u8 = 6;
/// Broadband Forum, whose elements TR-459 describes.
const BROADBAND_FORUM: u16 = 3561;
const TRAVELPING: u16 = 18681;

/// What elements hold that hold nothing but values.
const LAYOUTS: &[(u16, &[Part])] = &[
    (20, &[Bits(&[SPARE_H1, SOURCE_INTERFACE])]),
    (22, &[Name(NETWORK_INSTANCE)]),
    (24, &[Rest(APPLICATION_ID)]),
    (25, &[Bits(&[SPARE_H1, GATE_STATUS_ULGATE, GATE_STATUS_DLGATE])]),
    (26, &[Part::Value(UL_MBR, 5), Part::Value(DL_MBR, 5)]),
    (27, &[Part::Value(UL_GBR, 5), Part::Value(DL_GBR, 5)]),
    (28, &[Part::Value(QER_CORRELATION_ID, 4)]),
    (29, &[Part::Value(PRECEDENCE, 4)]),
    (
        31,
        &[
            Bits(&[
                SPARE_B7_B3,
                VOLUME_THRESHOLD_FLAGS_DLVOL,
                VOLUME_THRESHOLD_FLAGS_ULVOL,
                VOLUME_THRESHOLD_FLAGS_TOVOL,
            ]),
            When(1, VOLUME_THRESHOLD_TOVOL, 8),
            When(2, VOLUME_THRESHOLD_ULVOL, 8),
            When(4, VOLUME_THRESHOLD_DLVOL, 8),
        ],
    ),
    (32, &[Part::Value(TIME_THRESHOLD, 4)]),
    (33, &[Time(MONITORING_TIME)]),
    (
        34,
        &[
            Bits(&[
                SPARE_B7_B3,
                SUBSEQ_VOLUME_THRESHOLD_DLVOL_FLG,
                SUBSEQ_VOLUME_THRESHOLD_ULVOL_FLG,
                SUBSEQ_VOLUME_THRESHOLD_TOVOL_FLG,
            ]),
            When(1, SUBSEQ_VOLUME_THRESHOLD_TOVOL, 8),
            When(2, SUBSEQ_VOLUME_THRESHOLD_ULVOL, 8),
            When(4, SUBSEQ_VOLUME_THRESHOLD_DLVOL, 8),
        ],
    ),
    (35, &[Part::Value(SUBSEQUENT_TIME_THRESHOLD, 4)]),
    (36, &[Part::Value(INACTIVITY_DETECTION_TIME, 4)]),
    (
        37,
        &[
            Bits(&[
                REPORTING_TRIGGERS_FLAGS_LIUSA,
                REPORTING_TRIGGERS_FLAGS_DROTH,
                REPORTING_TRIGGERS_FLAGS_STOPT,
                REPORTING_TRIGGERS_FLAGS_START,
                REPORTING_TRIGGERS_FLAGS_QUHTI,
                REPORTING_TRIGGERS_FLAGS_TIMTH,
                REPORTING_TRIGGERS_FLAGS_VOLTH,
                REPORTING_TRIGGERS_FLAGS_PERIO,
            ]),
            MoreBits(&[
                REPORTING_TRIGGERS_FLAGS_QUVTI,
                REPORTING_TRIGGERS_FLAGS_IPMJL,
                REPORTING_TRIGGERS_FLAGS_EVEQU,
                REPORTING_TRIGGERS_FLAGS_EVETH,
                REPORTING_TRIGGERS_FLAGS_MACAR,
                REPORTING_TRIGGERS_FLAGS_ENVCL,
                REPORTING_TRIGGERS_FLAGS_TIMQU,
                REPORTING_TRIGGERS_FLAGS_VOLQU,
            ]),
        ],
    ),
    (
        38,
        &[
            Bits(&[SPARE_H1, REDIRECT_ADDRESS_TYPE]),
            Counted(REDIRECT_SERVER_ADDR_LEN, 2, REDIRECT_SERVER_ADDRESS),
        ],
    ),
    (
        39,
        &[Bits(&[
            SPARE_B7,
            REPORT_TYPE_UISR,
            REPORT_TYPE_SESR,
            REPORT_TYPE_TMIR,
            REPORT_TYPE_UPIR,
            REPORT_TYPE_ERIR,
            REPORT_TYPE_USAR,
            REPORT_TYPE_DLDR,
        ])],
    ),
    (40, &[Part::Value(OFFENDING_IE, 2)]),
    (41, &[Counted(FORWARDING_POLICY_ID_LEN, 1, FORWARDING_POLICY_ID)]),
    (42, &[Bits(&[SPARE_H1, DST_INTERFACE])]),
    (
        43,
        &[
            Bits(&[
                UP_FUNCTION_FEATURES_TREU,
                UP_FUNCTION_FEATURES_HEEU,
                UP_FUNCTION_FEATURES_PFDM,
                UP_FUNCTION_FEATURES_FTUP,
                UP_FUNCTION_FEATURES_TRST,
                UP_FUNCTION_FEATURES_DLBD,
                UP_FUNCTION_FEATURES_DDND,
                UP_FUNCTION_FEATURES_BUCP,
            ]),
            MoreBits(&[
                UP_FUNCTION_FEATURES_EPFAR,
                UP_FUNCTION_FEATURES_PFDE,
                UP_FUNCTION_FEATURES_FRRT,
                UP_FUNCTION_FEATURES_TRACE,
                UP_FUNCTION_FEATURES_QUOAC,
                UP_FUNCTION_FEATURES_UDBC,
                UP_FUNCTION_FEATURES_PDIU,
                UP_FUNCTION_FEATURES_EMPU,
            ]),
        ],
    ),
    (
        44,
        &[Bits(&[
            APPLY_ACTION_DFRT,
            APPLY_ACTION_IPMD,
            APPLY_ACTION_IPMA,
            APPLY_ACTION_DUPL,
            APPLY_ACTION_NOCP,
            APPLY_ACTION_BUFF,
            APPLY_ACTION_FORW,
            APPLY_ACTION_DROP,
        ])],
    ),
    (
        45,
        &[
            Bits(&[SPARE_B7_B2, DL_DATA_SERVICE_INF_QFII, DL_DATA_SERVICE_INF_PPI]),
            When(1, PPI, 1),
            When(2, QFI_VALUE, 1),
        ],
    ),
    (46, &[Part::Value(DL_DATA_NOTIFICATION_DELAY, 1)]),
    (48, &[Part::Value(PACKET_COUNT, 1)]),
    (
        49,
        &[Bits(&[
            SPARE_B7_B5,
            SMREQ_FLAGS_RUMUC,
            SMREQ_FLAGS_SUMPC,
            SMREQ_FLAGS_QAURR,
            SMREQ_FLAGS_SNDEM,
            SMREQ_FLAGS_DROBU,
        ])],
    ),
    (50, &[Bits(&[SPARE_B7_B1, SRRSP_FLAGS_DROBU])]),
    (52, &[Part::Value(SEQUENCE_NUMBER, 4)]),
    (53, &[Part::Value(METRIC, 1)]),
    (56, &[Part::Value(PDR_ID, 2)]),
    (
        62,
        &[Bits(&[
            SPARE_B7_B3,
            MEASUREMENT_METHOD_FLAGS_EVENT,
            MEASUREMENT_METHOD_FLAGS_VOLUME,
            MEASUREMENT_METHOD_FLAGS_DURAT,
        ])],
    ),
    (
        63,
        &[
            Bits(&[
                USAGE_REPORT_TRIGGER_IMMER,
                USAGE_REPORT_TRIGGER_FLAGS_DROTH,
                USAGE_REPORT_TRIGGER_FLAGS_STOPT,
                USAGE_REPORT_TRIGGER_FLAGS_START,
                USAGE_REPORT_TRIGGER_FLAGS_QUHTI,
                USAGE_REPORT_TRIGGER_FLAGS_TIMTH,
                USAGE_REPORT_TRIGGER_FLAGS_VOLTH,
                USAGE_REPORT_TRIGGER_FLAGS_PERIO,
            ]),
            MoreBits(&[
                USAGE_REPORT_TRIGGER_FLAGS_EVETH,
                USAGE_REPORT_TRIGGER_FLAGS_MACAR,
                USAGE_REPORT_TRIGGER_FLAGS_ENVCL,
                USAGE_REPORT_TRIGGER_MONIT,
                USAGE_REPORT_TRIGGER_TERM,
                USAGE_REPORT_TRIGGER_FLAGS_LIUSA,
                USAGE_REPORT_TRIGGER_FLAGS_TIMQU,
                USAGE_REPORT_TRIGGER_FLAGS_VOLQU,
            ]),
        ],
    ),
    (64, &[Part::Value(MEASUREMENT_PERIOD, 4)]),
    (
        66,
        &[
            Bits(&[
                SPARE_B7_B6,
                VOLUME_MEASUREMENT_FLAGS_DLNOPS,
                VOLUME_MEASUREMENT_FLAGS_ULNOP,
                VOLUME_MEASUREMENT_FLAGS_TONOP,
                VOLUME_MEASUREMENT_FLAGS_DLVOL,
                VOLUME_MEASUREMENT_FLAGS_ULVOL,
                VOLUME_MEASUREMENT_FLAGS_TOVOL,
            ]),
            When(1, VOLUME_MEASUREMENT_TOVOL, 8),
            When(2, VOLUME_MEASUREMENT_ULVOL, 8),
            When(4, VOLUME_MEASUREMENT_DLVOL, 8),
        ],
    ),
    (67, &[Part::Value(DURATION_MEASUREMENT, 4)]),
    (69, &[Time(TIME_OF_FIRST_PACKET)]),
    (70, &[Time(TIME_OF_LAST_PACKET)]),
    (71, &[Part::Value(QUOTA_HOLDING_TIME, 4)]),
    (
        72,
        &[
            Bits(&[
                SPARE_B7_B2,
                DROPPED_DL_TRAFFIC_THRESHOLD_DLBY_FLG,
                DROPPED_DL_TRAFFIC_THRESHOLD_DLPA_FLG,
            ]),
            When(1, DOWNLINK_PACKETS, 8),
        ],
    ),
    (
        73,
        &[
            Bits(&[
                SPARE_B7_B3,
                VOLUME_QUOTA_FLAGS_DLVOL,
                VOLUME_QUOTA_FLAGS_ULVOL,
                VOLUME_QUOTA_FLAGS_TOVOL,
            ]),
            When(1, VOLUME_QUOTA_TOVOL, 8),
            When(2, VOLUME_QUOTA_ULVOL, 8),
            When(4, VOLUME_QUOTA_DLVOL, 8),
        ],
    ),
    (74, &[Part::Value(TIME_QUOTA, 4)]),
    (75, &[Time(START_TIME)]),
    (76, &[Time(END_TIME)]),
    (81, &[Word(&[URR_ID_FLG, URR_ID])]),
    (82, &[Word(&[URR_ID_FLG, URR_ID])]),
    (88, &[Part::Value(BAR_ID, 1)]),
    (
        89,
        &[Bits(&[
            CP_FUNCTION_FEATURES_UIAUR,
            CP_FUNCTION_FEATURES_ARDR,
            CP_FUNCTION_FEATURES_MPAS,
            CP_FUNCTION_FEATURES_BUNDL,
            CP_FUNCTION_FEATURES_SSET,
            CP_FUNCTION_FEATURES_EPFAR,
            CP_FUNCTION_FEATURES_OVRL,
            CP_FUNCTION_FEATURES_LOAD,
        ])],
    ),
    (
        90,
        &[Bits(&[
            SPARE_H1,
            USAGE_INFORMATION_UBE,
            USAGE_INFORMATION_UAE,
            USAGE_INFORMATION_AFT,
            USAGE_INFORMATION_BEF,
        ])],
    ),
    (91, &[Rest(APPLICATION_INSTANCE_ID)]),
    (92, &[Bits(&[SPARE_B7_B3, FLOW_DIR]), Counted(FLOW_DESC_LEN, 2, FLOW_DESC)]),
    (95, &[Part::Value(OUT_HDR_DESC, 1)]),
    (96, &[Time(RECOVERY_TIME_STAMP)]),
    (
        97,
        &[
            Bits(&[SPARE_B7_B2, DL_FLOW_LEVEL_MARKING_SCI, DL_FLOW_LEVEL_MARKING_TTC]),
            When(1, TRAFFIC_CLASS, 1),
            When(1, TRAFFIC_MASK, 1),
            When(2, SCI, 2),
        ],
    ),
    (98, &[Bits(&[SPARE_B7_B5, HEADER_TYPE]), Counted(HF_LEN, 1, HF_NAME), Counted(HF_VAL_LEN, 1, HF_VAL)]),
    (
        100,
        &[Bits(&[
            MEASUREMENT_INFO_CIAM,
            MEASUREMENT_INFO_ASPOC,
            MEASUREMENT_INFO_SSPOC,
            MEASUREMENT_INFO_MNOP,
            MEASUREMENT_INFO_ISTM,
            MEASUREMENT_INFO_RADI,
            MEASUREMENT_INFO_INAM,
            MEASUREMENT_INFO_FD,
        ])],
    ),
    (
        101,
        &[Bits(&[
            SPARE_B7_B6,
            NODE_REPORT_TYPE_PVSRURR,
            NODE_REPORT_TYPE_PURR,
            NODE_REPORT_TYPE_GPQR,
            NODE_REPORT_TYPE_CKDR,
            NODE_REPORT_TYPE_UPRR,
            NODE_REPORT_TYPE_UPFR,
        ])],
    ),
    (104, &[Part::Value(UR_SEQN, 4)]),
    (106, &[Rest(PREDEF_RULES_NAME)]),
    (107, &[Rest(PREDEF_RULES_NAME)]),
    (108, &[Word(&[FAR_ID_FLG, FAR_ID])]),
    (109, &[Word(&[QER_ID_FLG, QER_ID])]),
    (110, &[Bits(&[SPARE_B7_B1, OCI_FLAGS_AOCI])]),
    (111, &[Bits(&[SPARE_B7_B1, ASSOC_REL_REQ_SARR])]),
    (112, &[Bits(&[TIMER_UNIT, TIMER_VALUE])]),
    (113, &[Bits(&[SPARE_B7_B3, PDN_TYPE])]),
    (115, &[Bits(&[TIME_QUOTA_MECHANISM_BTI_TYPE]), Part::Value(TIME_QUOTA_MECHANISM_BTI, 4)]),
    (117, &[Part::Value(USER_PLANE_INACTIVITY_TIME, 4)]),
    (119, &[Part::Value(MULTIPLIER_VALUE_DIGITS, 8), Part::Value(MULTIPLIER_EXPONENT, 4)]),
    (
        121,
        &[
            Bits(&[
                SPARE_B7_B3,
                SUBSEQUENT_VOLUME_QUOTA_FLAGS_DLVOL,
                SUBSEQUENT_VOLUME_QUOTA_FLAGS_ULVOL,
                SUBSEQUENT_VOLUME_QUOTA_FLAGS_TOVOL,
            ]),
            When(1, SUBSEQUENT_VOLUME_QUOTA_TOVOL, 8),
            When(2, SUBSEQUENT_VOLUME_QUOTA_ULVOL, 8),
            When(4, SUBSEQUENT_VOLUME_QUOTA_DLVOL, 8),
        ],
    ),
    (122, &[Part::Value(SUBSEQUENT_TIME_QUOTA, 4)]),
    (123, &[Bits(&[SPARE_B7_B1, RQI_FLAG])]),
    (124, &[Bits(&[SPARE_B7_B6, QFI_VALUE])]),
    (125, &[Part::Value(QUERY_URR_REFERENCE, 4)]),
    (131, &[Part::Value(TRAFFIC_ENDPOINT_ID, 1)]),
    (
        133,
        &[
            Bits(&[
                SPARE_B7_B4,
                MAC_ADDRESS_FLAGS_UDES,
                MAC_ADDRESS_FLAGS_USUO,
                MAC_ADDRESS_FLAGS_DEST,
                MAC_ADDRESS_FLAGS_SOUR,
            ]),
            When(1, MAC_ADDRESS_SOUR, 6),
            When(2, MAC_ADDRESS_DEST, 6),
            When(4, MAC_ADDRESS_USOU, 6),
            When(8, MAC_ADDRESS_UDES, 6),
        ],
    ),
    (136, &[Part::Value(ETHERTYPE, 2)]),
    (137, &[Bits(&[SPARE_B7_B2, PROXYING_FLAGS_INS, PROXYING_FLAGS_ARP])]),
    (138, &[Part::Value(ETHERTYPE_FILTER_ID, 4)]),
    (139, &[Bits(&[SPARE_B7_B1, ETHERTYPE_FILTER_PROPERTIES_FLAGS_BIDE])]),
    (140, &[Part::Value(SUGGESTED_BUFFERING_PACKETS_COUNT_PACKET_COUNT, 1)]),
    (142, &[Bits(&[SPARE_B7_B1, ETHERNET_PDU_SESSION_INFORMATION_FLAGS_ETHI])]),
    (146, &[Part::Value(ETHERNET, 4)]),
    (150, &[Part::Value(SUBSEQUENT_EVENT_QUOTA, 4)]),
    (154, &[Rest(FRAMED_ROUTING)]),
    (155, &[Rest(FRAMED_IPV6_ROUTE)]),
    (156, &[Time(TIME_STAMP)]),
    (158, &[Bits(&[PPI])]),
    (159, &[Labels(APN_DNN)]),
    (161, &[Bits(&[SPARE_B7_B1, SRREQ_FLAGS_PSDBU])]),
    (162, &[Bits(&[SPARE_B7_B1, AUREQ_FLAGS_PARPS])]),
    (163, &[Time(ACTIVATION_TIME)]),
    (170, &[Part::Value(MAR_ID, 2)]),
    (171, &[Bits(&[STEERING_FUNCTIONALITY])]),
    (172, &[Bits(&[STEERING_MODE])]),
    (173, &[Part::Value(WEIGHT, 1)]),
    (
        179,
        &[Bits(&[
            SPARE_B7_B4,
            PACKET_REPLICATION_AND_DETECTION_CARRY_ON_INFORMATION_FLAGS_DCARONI,
            PACKET_REPLICATION_AND_DETECTION_CARRY_ON_INFORMATION_FLAGS_PRIN6I,
            PACKET_REPLICATION_AND_DETECTION_CARRY_ON_INFORMATION_FLAGS_PRIN19I,
            PACKET_REPLICATION_AND_DETECTION_CARRY_ON_INFORMATION_FLAGS_PRIUEAI,
        ])],
    ),
    (180, &[Part::Value(SPARE, 1), Labels(NODE_ID_FQDN)]),
    (
        193,
        &[
            Bits(&[
                SPARE_B7_B3,
                PACKET_RATE_STATUS_FLAGS_APR,
                PACKET_RATE_STATUS_FLAGS_DL,
                PACKET_RATE_STATUS_FLAGS_UL,
            ]),
            When(1, PACKET_RATE_STATUS_TOVOL, 2),
            When(2, PACKET_RATE_STATUS_ULVOL, 2),
            When(4, PACKET_RATE_STATUS_TOVOL, 2),
            Part::Value(PACKET_RATE_STATUS_VALIDITY_TIME, 8),
        ],
    ),
    (196, &[Part::Value(DS_TT_PORT_NUMBER, 4)]),
    (197, &[Part::Value(NW_TT_PORT_NUMBER, 4)]),
    (202, &[Rest(PORT_MANAGEMENT_INFORMATION)]),
    (
        204,
        &[Bits(&[
            SPARE_B7_B2,
            REQUESTED_CLOCK_DRIFT_CONTROL_INFORMATION_FLAGS_RRCR,
            REQUESTED_CLOCK_DRIFT_CONTROL_INFORMATION_FLAGS_RRTO,
        ])],
    ),
    (206, &[Part::Value(TIME_DOMAIN_NUMBER_VALUE, 1)]),
    (207, &[Part::Value(TIME_OFFSET_THRESHOLD, 8)]),
    (208, &[Part::Value(CUMULATIVE_RATE_RATIO_THRESHOLD, 4)]),
    (210, &[Part::Value(CUMULATIVE_RATE_RATIO_MEASUREMENT, 4)]),
    (223, &[Bits(&[SPARE_B7_B1, ATSSS_LL_CONTROL_INFORMATION_FLAGS_LLI])]),
    (
        224,
        &[Bits(&[
            SPARE_B7_B3,
            PMF_CONTROL_INFORMATION_FLAGS_PQPM,
            PMF_CONTROL_INFORMATION_FLAGS_DRTTI,
            PMF_CONTROL_INFORMATION_FLAGS_PMFI,
        ])],
    ),
    (
        228,
        &[
            Bits(&[
                SPARE_B7_B2,
                MPTCP_IP_ADDRESS_INFORMATION_FLAGS_V6,
                MPTCP_IP_ADDRESS_INFORMATION_FLAGS_V4,
            ]),
            Part::Value(MPTCP_PROXY_TYPE, 1),
            Part::Value(MPTCP_PROXY_PORT, 2),
        ],
    ),
    (
        230,
        &[
            Bits(&[
                SPARE_B7_B3,
                PMF_ADDRESS_INFORMATION_FLAGS_MAC,
                PMF_ADDRESS_INFORMATION_FLAGS_V6,
                PMF_ADDRESS_INFORMATION_FLAGS_V4,
            ]),
            When(1, PMF_ADDRESS_INFORMATION_IPV4, 4),
            When(2, PMF_ADDRESS_INFORMATION_IPV6, 16),
            When(3, PMF_ADDRESS_INFORMATION_PORT_3GPP, 2),
            When(3, PMF_ADDRESS_INFORMATION_PORT_NON3GPP, 2),
        ],
    ),
    (231, &[Bits(&[SPARE_B7_B1, ATSSS_LL_INFORMATION_FLAGS_LLI])]),
    (234, &[Part::Value(AVERAGE_PACKET_DELAY_MILLISECONDS, 4)]),
    (235, &[Part::Value(AVERAGE_PACKET_DELAY_MILLISECONDS, 4)]),
    (
        237,
        &[Bits(&[
            SPARE_B7_B3,
            QOS_REPORT_TRIGGER_FLAGS_IRE,
            QOS_REPORT_TRIGGER_FLAGS_THR,
            QOS_REPORT_TRIGGER_FLAGS_V4,
        ])],
    ),
    (
        241,
        &[Bits(&[
            SPARE_B7_B2,
            GTP_U_PATH_INTERFACE_TYPE_FLAGS_N3,
            QOS_REPORT_TRIGTP_U_PATH_INTERFACE_TYPEGGER_FLAGS_N9,
        ])],
    ),
    (
        243,
        &[Bits(&[
            SPARE_B7_B4,
            REQUESTED_QOS_MONITORING_FLAGS_GTPUPM,
            REQUESTED_QOS_MONITORING_FLAGS_RP,
            REQUESTED_QOS_MONITORING_FLAGS_UL,
            REQUESTED_QOS_MONITORING_FLAGS_DL,
        ])],
    ),
    (246, &[Part::Value(MINIMUM_WAIT_TIME_SECONDS, 4)]),
    (
        248,
        &[
            Bits(&[
                SPARE_B7_B4,
                QOS_MONITORING_MEASUREMENT_FLAGS_PLMF,
                QOS_MONITORING_MEASUREMENT_FLAGS_RP,
                QOS_MONITORING_MEASUREMENT_FLAGS_UL,
                QOS_MONITORING_MEASUREMENT_FLAGS_DL,
            ]),
            When(1, QOS_MONITORING_MEASUREMENT_DOWNLINK, 4),
            When(2, QOS_MONITORING_MEASUREMENT_UPLINK, 4),
            When(4, QOS_MONITORING_MEASUREMENT_ROUNDTRIP, 4),
        ],
    ),
    (249, &[Bits(&[SPARE_B7_B1, MT_EDT_CONTROL_INFORMATION_FLAGS_RDSI])]),
    (250, &[Part::Value(DL_DATA_PACKETS_SIZE, 2)]),
    (251, &[Bits(&[SPARE_B7_B1, QER_CONTROL_INDICATIONS_RCSR])]),
    (253, &[Part::Value(NF_INSTANCE_ID, 16)]),
    (262, &[Bits(&[SPARE_B7_B1, RDS_CONFIGURATION_INFORMATION_FLAGS_RDS])]),
    (265, &[Bits(&[SPARE_B7_B1, MPTCP_APPLICATION_INDICATION_FLAGS_MAI])]),
    (266, &[Rest(USER_PLANE_NODEMANAGEMENT_INFORMATION_CONTAINER)]),
    (
        268,
        &[
            Bits(&[SPARE_B7_B2, NUMBER_OF_UE_IP_ADDRESSES_V6, NUMBER_OF_UE_IP_ADDRESSES_V4]),
            When(1, NUMBER_OF_UE_IP_ADDRESSES_IPV4ADDRESSES, 4),
            When(2, NUMBER_OF_UE_IP_ADDRESSES_IPV6ADDRESSES, 4),
        ],
    ),
    (269, &[Part::Value(VALIDITY_TIMER, 2)]),
];

/// Elements up to the end of the message, or of the one that holds them.
pub(super) fn elements<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, depth: u8) -> Step {
    while !c.is_empty() {
        let kind = c.peek_u16(0)?;
        let len = 4 + usize::from(c.peek_u16(2)?);
        let mut one = c.take_all(len)?;
        if kind & ENTERPRISE != 0 {
            enterprise(cx, one, kind, depth)?;
            continue;
        }
        let item = cx.line(one.span(len), |o| _ = o.s(IE_TYPE_NAMES.or(u64::from(kind), "Unknown")).s(" : "));
        cx.under(item, |cx| -> Step {
            cx.u16(IE_TYPE, &mut one)?;
            cx.u16(IE_LEN, &mut one)?;
            if one.is_empty() {
                return Ok(());
            }
            if GROUPS.binary_search(&kind).is_ok() && depth < DEEPEST {
                cx.append(item, |o| _ = o.s("[Grouped IE]"));
                return elements(cx, one, depth + 1);
            }
            title(cx, item, kind, &one);
            element(cx, item, kind, &mut one)?;
            rest(cx, &one)
        })?;
    }
    Ok(())
}

/// What is behind what is known.
fn rest<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) -> Step {
    if !c.is_empty() {
        cx.expert_here(IE_DATA_NOT_DECODED, c.span(c.left()), |o| _ = o.s("IE data not decoded by WS yet"));
    }
    Ok(())
}

/// What the line of an element says of its content.
fn title<S: Sink>(cx: &mut Cx<'_, S>, item: Item, kind: u16, c: &Cursor<'_>) {
    if !cx.wants_labels() {
        return;
    }
    let bytes = c.rest();
    let number = |n: usize| bytes.get(..n).map_or(0, requin_wire::be);
    cx.append(item, |o| match kind {
        19 => _ = o.s(CAUSE_NAMES.or(number(1), "Unknown")).s("(").u(number(1)).s(")"),
        28 | 29 | 52 | 104 | 125 | 150 | 196 | 197 => _ = o.u(number(4)),
        32 | 35 | 36 | 64 | 67 | 71 | 74 | 117 | 122 => _ = o.u(number(4)).s(" s"),
        46 => _ = o.u(number(1) * 50).s(" ms"),
        48 | 53 | 88 | 131 | 173 | 206 => _ = o.u(number(1)),
        56 | 170 => _ = o.u(number(2)),
        81 | 82 | 108 | 109 => {
            let id = number(4);
            o.s(if id >> 31 == 0 { "Dynamic by CP " } else { "Predefined by UP " }).u(id & 0x7fff_ffff);
        }
        158 => _ = o.u(number(1) & 0x7f),
        140 => _ = o.u(number(1)).s(" packets"),
        269 => _ = o.u(number(2)).s(" s"),
        22 | 159 | 180 => {
            let mut text = Vec::new();
            let mut out = requin_wire::Out::new(&mut text);
            match kind {
                22 => super::layout::either(&mut out, bytes),
                180 => super::layout::labels(&mut out, bytes.get(1..).unwrap_or(&[])),
                _ => super::layout::labels(&mut out, bytes),
            }
            o.text(&text);
        }
        _ => {}
    });
}

fn element<S: Sink>(cx: &mut Cx<'_, S>, item: Item, kind: u16, c: &mut Cursor<'_>) -> Step {
    match kind {
        19 => _ = cx.u8(CAUSE, c)?,
        21 => return tunnel(cx, c),
        23 => return filter(cx, c),
        30 => {
            let (class, mask) = (c.peek_u8(0)?, c.peek_u8(1)?);
            let at = c.span(2);
            run(cx, c, &[Part::Value(TRAFFIC_CLASS, 1), Part::Value(TRAFFIC_MASK, 1)])?;
            let dscp = super::dscp::NAMES.or(u64::from(class & mask) >> 2, "Unknown");
            let item = cx.add_str(TRAFFIC_DSCP, at, |o| _ = o.s(dscp));
            cx.set_generated(item);
        }
        57 => return session(cx, item, c),
        60 => return node(cx, item, c),
        84 => {
            let kinds = c.peek_u16(0)?;
            run(cx, c, &[Part::Value(OUTER_HDR_DESC, 2)])?;
            for (bits, field, n) in [
                (0x0300, OUTER_HDR_CREATION_TEID, 4),
                (0x1500, OUTER_HDR_CREATION_IPV4, 4),
                (0x2a00, OUTER_HDR_CREATION_IPV6, 16),
                (0x0c00, OUTER_HDR_CREATION_PORT, 2),
            ] {
                if kinds & bits != 0 {
                    cx.field(field, c, n)?;
                }
            }
        }
        93 => {
            let flags = c.peek_u8(0)?;
            run(
                cx,
                c,
                &[Bits(&[
                    SPARE_B7,
                    UE_IP_ADDRESS_FLAG_V6PL,
                    UE_IP_ADDRESS_FLAG_CHV6,
                    UE_IP_ADDRESS_FLAG_CHV4,
                    UE_IP_ADDRESS_FLAG_V6D,
                    UE_IP_ADDRESS_FLAG_SD,
                    UE_IP_ADDRESS_FLAG_V4,
                    UE_IP_ADDRESS_FLAG_V6,
                ])],
            )?;
            for (bit, field, n) in [
                (2, UE_IP_ADDR_IPV4, 4),
                (1, UE_IP_ADDR_IPV6, 16),
                (8, UE_IP_ADDR_IPV6_PREFIX, 1),
                (0x40, UE_IP_ADDR_IPV6_PREFIX_LENGTH, 1),
            ] {
                if flags & bit != 0 {
                    cx.field(field, c, n)?;
                }
            }
        }
        94 => {
            let flags = c.peek_u8(0)?;
            run(cx, c, &[Bits(&[SPARE_B7_B4, PACKET_RATE_APRC, PACKET_RATE_DLPR, PACKET_RATE_ULPR])])?;
            if flags & 1 != 0 {
                run(cx, c, &[Bits(&[SPARE_B7_B3, UL_TIME_UNIT]), Part::Value(MAX_UL_PR, 2)])?;
            }
            if flags & 2 != 0 {
                run(cx, c, &[Bits(&[SPARE_B7_B3, DL_TIME_UNIT]), Part::Value(MAX_DL_PR, 2)])?;
            }
        }
        126 => {
            cx.peek(ADDITIONAL_USAGE_REPORTS_INFORMATION_AURI, c, 2)?;
            cx.field(ADDITIONAL_USAGE_REPORTS_INFORMATION_VALUE, c, 2)?;
        }
        134 => {
            return tag(
                cx,
                c,
                [C_TAG_FLAGS_VID, C_TAG_FLAGS_DEI, C_TAG_FLAGS_PCP, C_TAG_CVID, C_TAG_DEI_FLAG, C_TAG_PCP],
            );
        }
        135 => {
            return tag(
                cx,
                c,
                [S_TAG_FLAGS_VID, S_TAG_FLAGS_DEI, S_TAG_FLAGS_PCP, S_TAG_SVID, S_TAG_DEI_FLAG, S_TAG_PCP],
            );
        }
        141 => return user(cx, c),
        144 | 145 => return addresses(cx, c, kind == 144),
        219 => {
            // The same field stands for both halves.
            let byte = u64::from(c.peek_u8(0)?);
            let (access, state) = (byte & 3, byte >> 2 & 3);
            let item = cx.add(FAILED_RULE_ID_TYPE, c.span(1), Value::U(access));
            cx.label(item, |o| {
                o.s(".... ..").u(access >> 1).u(access & 1).s(" = Failed Rule ID Type: ");
                o.s(["3GPP access type", "Non-3GPP access type"].get(access as usize).unwrap_or(&"Reserved"));
                o.s(" (").u(access).s(")");
            });
            let item = cx.add(FAILED_RULE_ID_TYPE, c.span(1), Value::U(state));
            cx.label(item, |o| {
                let names = ["Access has become unavailable", "Access has become available"];
                o.s(".... ").u(state >> 1).u(state & 1).s(".. = Failed Rule ID Type: ");
                o.s(names.get(state as usize).unwrap_or(&"Reserved")).s(" (").u(state).s(")");
            });
            c.skip(1)?;
        }
        _ => match LAYOUTS.binary_search_by_key(&kind, |l| l.0).ok().and_then(|i| LAYOUTS.get(i)) {
            Some((_, parts)) => return run(cx, c, parts),
            None => {
                let at = c.span(c.left());
                cx.expert_here(IE_NOT_DECODED, at, |o| _ = o.s("IE not decoded yet"));
                c.skip(c.left())?;
            }
        },
    }
    Ok(())
}

/// The end of a tunnel, or who is to choose one (§8.2.3).
fn tunnel<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let flags = c.peek_u8(0)?;
    let bits = [FTEID_FLG_SPARE, F_TEID_FLAGS_CH_ID, F_TEID_FLAGS_CH, F_TEID_FLAGS_V6, F_TEID_FLAGS_V4];
    for field in bits {
        cx.peek(field, c, 1)?;
    }
    c.skip(1)?;
    if flags & 4 != 0 {
        if flags & 8 != 0 {
            cx.field(F_TEID_CHOOSE_ID, c, 1)?;
        }
        return Ok(());
    }
    cx.field(F_TEID_TEID, c, 4)?;
    if flags & 1 != 0 {
        cx.field(F_TEID_IPV4_ADDR, c, 4)?;
    }
    if flags & 2 != 0 {
        cx.field(F_TEID_IPV6_ADDR, c, 16)?;
    }
    Ok(())
}

/// A filter of packets (§8.2.5).
fn filter<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let flags = c.peek_u8(0)?;
    run(
        cx,
        c,
        &[
            Bits(&[SPARE_H1, SDF_FILTER_BID, SDF_FILTER_FL, SDF_FILTER_SPI, SDF_FILTER_TTC, SDF_FILTER_FD]),
            Part::Value(SPARE, 1),
        ],
    )?;
    if flags & 1 != 0 {
        run(cx, c, &[Counted(FLOW_DESC_LEN, 2, FLOW_DESC)])?;
    }
    if flags & 2 != 0 {
        run(cx, c, &[Part::Value(TRAFFIC_CLASS, 1), Part::Value(TRAFFIC_MASK, 1)])?;
    }
    if flags & 4 != 0 {
        run(cx, c, &[Part::Value(SPI, 4)])?;
    }
    if flags & 8 != 0 {
        let spare = u64::from(c.peek_u8(0)? >> 4);
        let item = cx.add(FLOW_LABEL_SPARE_BIT, c.span(1), Value::U(spare));
        cx.label(item, |o| {
            for bit in (0..4).rev() {
                o.u(spare >> bit & 1);
            }
            o.s(" .... = Spare bit: ").u(spare);
        });
        run(cx, c, &[Part::Value(FLOW_LABEL, 3)])?;
    }
    Ok(())
}

/// The end of a session (§8.2.37).
fn session<S: Sink>(cx: &mut Cx<'_, S>, item: Item, c: &mut Cursor<'_>) -> Step {
    let flags = c.peek_u8(0)?;
    run(
        cx,
        c,
        &[Bits(&[
            SPARE_B7,
            SPARE_B6,
            SPARE_B5,
            SPARE_B4,
            SPARE_B3,
            SPARE_B2,
            F_SEID_FLAGS_V4,
            F_SEID_FLAGS_V6,
        ])],
    )?;
    let id = c.peek_uint(0, 8)?;
    cx.append(item, |o| _ = o.s("SEID: ").hex(id, 16));
    cx.field(SEID, c, 8)?;
    if flags & 2 != 0 {
        let address = c.peek_u32(0)?;
        cx.append(item, |o| _ = o.s(", IPv4 ").ipv4(address));
        cx.field(F_SEID_IPV4, c, 4)?;
    }
    if flags & 1 != 0 {
        let address = c.peek_bytes(0, 16)?;
        cx.append(item, |o| _ = o.s(", IPv6 ").ipv6(address));
        cx.field(F_SEID_IPV6, c, 16)?;
    }
    Ok(())
}

/// A node by address or name (§8.2.38).
fn node<S: Sink>(cx: &mut Cx<'_, S>, item: Item, c: &mut Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)? & 15;
    run(cx, c, &[Bits(&[SPARE_H1, NODE_ID_TYPE])])?;
    match kind {
        0 => {
            let address = c.peek_u32(0)?;
            cx.append(item, |o| _ = o.s("IPv4 address: ").ipv4(address));
            cx.field(NODE_ID_IPV4, c, 4)?;
        }
        1 => {
            let address = c.peek_bytes(0, 16)?;
            cx.append(item, |o| _ = o.s("IPv6 address: ").ipv6(address));
            cx.field(NODE_ID_IPV6, c, 16)?;
        }
        2 => {
            let bytes = c.rest();
            cx.append(item, |o| {
                let mut text = Vec::new();
                super::layout::labels(&mut requin_wire::Out::new(&mut text), bytes);
                o.s("FQDN: ").text(&text);
            });
            run(cx, c, &[Labels(NODE_ID_FQDN)])?;
        }
        _ => {}
    }
    Ok(())
}

/// A tag of 802.1Q (§8.2.94, §8.2.95): which parts count, then the parts.
fn tag<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: [requin_wire::Field; 6]) -> Step {
    let [vid, dei, pcp, id, eligible, priority] = fields;
    for field in [SPARE_B7_B3, vid, dei, pcp] {
        cx.peek(field, c, 1)?;
    }
    c.skip(1)?;
    // The number's upper half stands above the bits.
    let number = u64::from(c.peek_u8(0)? >> 4) << 8 | u64::from(c.peek_u8(1)?);
    cx.add(id, c.span(2), Value::U(number));
    cx.peek(eligible, c, 1)?;
    cx.peek(priority, c, 1)?;
    c.skip(2)
}

/// Who a user is (§8.2.101).
fn user<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let flags = c.peek_u8(0)?;
    run(
        cx,
        c,
        &[Bits(&[
            SPARE_B7,
            USER_ID_FLAGS_PEIF,
            USER_ID_FLAGS_GPSIF,
            USER_ID_FLAGS_SUPIF,
            USER_ID_FLAGS_NAIF,
            USER_ID_FLAGS_MSISDNF,
            USER_ID_FLAGS_IMEIF,
            USER_ID_FLAGS_IMSIF,
        ])],
    )?;
    if flags & 1 != 0 {
        let n = usize::from(cx.u8(USER_ID_LENGTH_OF_IMSI, c)?);
        super::e212::imsi(cx, c, n)?;
    }
    if flags & 2 != 0 {
        let n = usize::from(cx.u8(USER_ID_LENGTH_OF_IMEI, c)?);
        let bytes = c.peek_bytes(0, n)?;
        cx.add_str(USER_ID_IMEI, c.span(n), |o| super::layout::digits(o, bytes));
        c.skip(n)?;
    }
    if flags & 4 != 0 {
        let n = usize::from(cx.u8(USER_ID_LENGTH_OF_MSISDN, c)?);
        super::e164::number(cx, super::e164::MSISDN, c, n)?;
    }
    if flags & 8 != 0 {
        run(cx, c, &[Counted(USER_ID_LENGTH_OF_NAI, 1, USER_ID_NAI)])?;
    }
    Ok(())
}

/// Addresses of stations that came or went (§8.2.104, §8.2.105), then the tags they have.
fn addresses<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, came: bool) -> Step {
    let fields = if came {
        [MAC_ADDRESSES_DETECTED_NUMBER_OF_MAC_ADDRESSES, MAC_ADDRESSES_DETECTED_MAC_ADDRESS]
    } else {
        [MAC_ADDRESSES_REMOVED_NUMBER_OF_MAC_ADDRESS, MAC_ADDRESSES_REMOVED_MAC_ADDRESSES]
    };
    let count = cx.u8(fields[0], c)?;
    for _ in 0..count {
        cx.field(fields[1], c, 6)?;
    }
    let tags = [
        (
            MAC_ADDRESSES_DETECTED_LENGTH_OF_CTAG,
            [C_TAG_FLAGS_VID, C_TAG_FLAGS_DEI, C_TAG_FLAGS_PCP, C_TAG_CVID, C_TAG_DEI_FLAG, C_TAG_PCP],
        ),
        (
            MAC_ADDRESSES_DETECTED_LENGTH_OF_STAG,
            [S_TAG_FLAGS_VID, S_TAG_FLAGS_DEI, S_TAG_FLAGS_PCP, S_TAG_SVID, S_TAG_DEI_FLAG, S_TAG_PCP],
        ),
    ];
    for (length, fields) in tags {
        if c.is_empty() {
            break;
        }
        if cx.u8(length, c)? != 0 {
            tag(cx, c, fields)?;
        }
    }
    Ok(())
}

/// An element of an enterprise.
fn enterprise<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u16, depth: u8) -> Step {
    let enterprise = c.peek_u16(4)?;
    let (name, parts) = known(enterprise, kind);
    let item = cx.line(c.span(c.left()), |o| _ = o.s(name).s(" : "));
    cx.under(item, |cx| -> Step {
        cx.field(ENTERPRISE_IE, &mut c, 2)?;
        cx.u16(IE_LEN, &mut c)?;
        cx.u16(ENTERPRISE_ID, &mut c)?;
        if c.is_empty() {
            return Ok(());
        }
        match (enterprise, kind) {
            // PPP LCP Connectivity holds elements.
            (BROADBAND_FORUM, 32780) if depth < DEEPEST => {
                cx.append(item, |o| _ = o.s("[Grouped IE]"));
                return elements(cx, c, depth + 1);
            }
            (BROADBAND_FORUM, 32773) => {
                let (flags, item) = cx.flags(
                    BBF_PROTOCOL_FLAGS,
                    &mut c,
                    1,
                    &[
                        SPARE_B7_B3,
                        BBF_PROTOCOL_FLAGS_CONTROL,
                        BBF_PROTOCOL_FLAGS_DATA,
                        BBF_PROTOCOL_FLAGS_SPECIFIC,
                    ],
                )?;
                cx.append(item, |o| {
                    for (bit, name) in [(4, ", control"), (2, ", data"), (1, ", specific")] {
                        if flags & bit != 0 {
                            o.s(name);
                        }
                    }
                });
            }
            (TRAVELPING, 32771..=32773) => {
                // Seconds since 1900 and their fractions.
                let fraction = (u64::from(c.peek_u32(4)?) * 1_000_000_000) >> 32;
                let time = Value::Time(
                    crate::application::ntp::unix(c.peek_u32(0)?),
                    u32::try_from(fraction).unwrap_or(0),
                );
                cx.add(TRAVELPING_NOW, c.span(8), time);
                c.skip(8)?;
            }
            _ if parts.is_empty() => {
                let at = c.span(c.left());
                let said = "IE not decoded yet(WS:IE id too large)";
                let line = cx.line(at, |o| _ = o.s(said));
                cx.expert_with(IE_NOT_DECODED, line, at, |o| _ = o.s(said));
                return Ok(());
            }
            _ => run(cx, &mut c, parts)?,
        }
        rest(cx, &c)
    })
}

/// The name of an enterprise's element, and what it holds.
fn known(enterprise: u16, kind: u16) -> (&'static str, &'static [Part]) {
    match (enterprise, kind) {
        (TRAVELPING, 32770) => ("Build Id", &[Rest(TRAVELPING_BUILD_ID)]),
        (TRAVELPING, 32771) => ("Now", &[]),
        (TRAVELPING, 32772) => ("Start", &[]),
        (TRAVELPING, 32773) => ("Stop", &[]),
        (TRAVELPING, 32775) => ("Error Message", &[Rest(TRAVELPING_ERROR_MESSAGE)]),
        (TRAVELPING, 32776) => ("File Name", &[Rest(TRAVELPING_FILE_NAME_STR)]),
        (TRAVELPING, 32777) => ("Line Number", &[Part::Value(TRAVELPING_LINE_NUMBER, 4)]),
        (TRAVELPING, 32779) => ("IPFIX Policy", &[Rest(TRAVELPING_IPFIX_POLICY)]),
        (BROADBAND_FORUM, 32770) => (
            "BBF Outer Header Creation",
            &[
                Part::Value(BBF_OUTER_HDR_DESC, 2),
                Part::Value(BBF_OUTER_HDR_CREATION_TUNNEL_ID, 2),
                Part::Value(BBF_OUTER_HDR_CREATION_SESSION_ID, 2),
            ],
        ),
        (BROADBAND_FORUM, 32773) => ("PPP protocol", &[]),
        (BROADBAND_FORUM, 32775) => (
            "PPP LCP Magic Number",
            &[Part::Value(BBF_LCP_MAGIC_NUMBER_TX, 4), Part::Value(BBF_LCP_MAGIC_NUMBER_RX, 4)],
        ),
        (BROADBAND_FORUM, 32776) => ("MTU", &[Part::Value(BBF_MTU, 2)]),
        (BROADBAND_FORUM, 32780) => ("PPP LCP Connectivity", &[]),
        _ => ("Unknown", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order() {
        assert!(LAYOUTS.windows(2).all(|w| w[0].0 < w[1].0));
        assert!(GROUPS.windows(2).all(|w| w[0] < w[1]));
        assert!(LAYOUTS.iter().all(|l| GROUPS.binary_search(&l.0).is_err()));
    }
}
