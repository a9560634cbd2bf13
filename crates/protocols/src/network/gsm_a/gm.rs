//! Elements of packet services.

use super::*;

proto! {
    GSM_A_GM "gsm_a.gm" "GSM A-I/F GPRS Mobility and Session Management" "GSM Management" App
    on []
    fields {
        LINK_DIR "gsm_a.gm.sm.link_dir" "Link direction": I32 Dec = LINK_DIR_NAMES;
        EXT "gsm_a.gm.sm.ext" "Extension": Bool(8) & 0x80;
        CONFIGURATION_PROTOCOL "gsm_a.gm.configuration_protocol" "Configuration Protocol": U8 Dec & 0x7 = CONFIGURATION_NAMES;
        PCO_PID "gsm_a.gm.sm.pco_pid" "Protocol or Container ID": U16 Hex;
        PCO_LENGTH "gsm_a.gm.sm.pco.length" "Length": U8 HexDec;
        TFT_OP_CODE "gsm_a.gm.sm.tft.op_code" "TFT operation code": U8 Dec & 0xe0 = TFT_OP_CODE_NAMES;
        TFT_E_BIT "gsm_a.gm.sm.tft.e_bit" "E bit": Bool(8) & 0x10 = Names::Bools("Parameters list is included", "Parameters list is not included");
        TFT_PKT_FLT "gsm_a.gm.sm.tft.pkt_flt" "Number of packet filters": U8 Dec & 0xf;
        TFT_PACKET_FILTER "gsm_a.gm.sm.tft.packet_filter" "Packet filter": U8 Dec;
        TFT_PKT_FLT_DIR "gsm_a.gm.sm.tft.pkt_flt_dir" "Packet filter direction": U8 Dec & 0x30 = TFT_PKT_FLT_DIR_NAMES;
        TFT_PKT_FLT_ID "gsm_a.gm.sm.tft.pkt_flt_id" "Packet filter identifier": U8 Dec & 0xf = FROM_ONE;
        TFT_PACKET_EVALUATION_PRECEDENCE "gsm_a.gm.sm.tft.packet_evaluation_precedence" "Packet evaluation precedence": U8 HexDec;
        TFT_PACKET_FILTER_LENGTH "gsm_a.gm.sm.tft.packet_filter_length" "Packet filter length": U8 HexDec;
        TFT_PACKET_FILTER_COMPONENT_TYPE_ID "gsm_a.gm.sm.tft.packet_filter_component_type_id" "Packet filter component type identifier": U8 Dec = TFT_PACKET_FILTER_COMPONENT_TYPE_ID_NAMES;
        IP4_ADDRESS "gsm_a.gm.sm.ip4_address" "IPv4 address": Ipv4;
        IP4_MASK "gsm_a.gm.sm.ip4_mask" "IPv4 address mask": Ipv4;
        IP6_ADDRESS "gsm_a.gm.sm.ip6_address" "IPv6 address": Ipv6;
        IP6_MASK "gsm_a.gm.sm.ip6_mask" "IPv6 address mask": Ipv6;
        IP6_PREFIX_LENGTH "gsm_a.gm.sm.ip6_prefix_length" "IPv6 prefix length": U8 Dec;
        TFT_PROTOCOL_HEADER "gsm_a.gm.sm.tft.protocol_header" "Protocol/header": U8 Hex = super::super::protocols::PROTOCOLS;
        TFT_PORT "gsm_a.gm.sm.tft.port" "Port": U16 Dec;
        TFT_PORT_LOW "gsm_a.gm.sm.tft.port_low" "Low limit port": U16 Dec;
        TFT_PORT_HIGH "gsm_a.gm.sm.tft.port_high" "High limit port": U16 Dec;
        TFT_SECURITY "gsm_a.gm.sm.tft.security" "IPSec security parameter index": U32 Hex;
        TFT_TRAFFIC_CLASS "gsm_a.gm.sm.tft.traffic_class" "Type of service/Traffic class field": U8 Hex;
        TFT_TRAFFIC_MASK "gsm_a.gm.sm.tft.traffic_mask" "Mask field": U8 Hex;
        TFT_FLOW_LABEL_TYPE "gsm_a.gm.sm.tft.flow_label_type" "Flow Label Type": U24 Hex & 0xfffff;
        TFT_PACKET_FILTER_IDENTIFIER "gsm_a.gm.sm.tft.packet_filter_identifier" "Packet filter identifier": U8 Dec;
        ELEM_ID "gsm_a.gm.elem_id" "Element ID": U8 Hex;
        SM_QOS_DELAY_CLS "gsm_a.gm.sm.qos.delay_cls" "Quality of Service Delay class": U8 Dec & 0x38 = SM_QOS_DELAY_CLS_NAMES;
        SM_QOS_RELIABILITY_CLS "gsm_a.gm.sm.qos.reliability_cls" "Reliability class": U8 Dec & 0x7 = SM_QOS_RELIABILITY_CLS_NAMES;
        SM_QOS_TRAFFIC_CLS "gsm_a.gm.sm.qos.traffic_cls" "Traffic class": U8 Dec & 0xe0 = SM_QOS_TRAFFIC_CLS_NAMES;
        SM_QOS_DEL_ORDER "gsm_a.gm.sm.qos.del_order" "Delivery order": U8 Dec & 0x18 = SM_QOS_DEL_ORDER_NAMES;
        SM_QOS_DEL_OF_ERR_SDU "gsm_a.gm.sm.qos.del_of_err_sdu" "Delivery of erroneous SDUs": U8 Dec & 0x7 = SM_QOS_DEL_OF_ERR_SDU_NAMES;
        SM_QOS_BER "gsm_a.gm.sm.qos.ber" "Residual Bit Error Rate (BER)": U8 Dec & 0xf0 = SM_QOS_BER_NAMES;
        SM_QOS_SDU_ERR_RAT "gsm_a.gm.sm.qos.sdu_err_rat" "SDU error ratio": U8 Dec & 0xf = SM_QOS_SDU_ERR_RAT_NAMES;
        SM_QOS_TRAFF_HDL_PRI "gsm_a.gm.sm.qos.traff_hdl_pri" "Traffic handling priority": U8 Dec & 0x3 = SM_QOS_TRAFF_HDL_PRI_NAMES;
        GMM_SPLIT_PG_CYCLE_CODE "gsm_a.gm.gmm.split_pg_cycle_code" "SPLIT PG CYCLE CODE": U8 Dec = GMM_SPLIT_PG_CYCLE_CODE_NAMES;
        GMM_SPLIT_ON_CCCH "gsm_a.gm.gmm.split_on_ccch" "SPLIT on CCCH": Bool(8) & 0x8 = Names::Bools("Split pg cycle on CCCH is supported by the mobile station", "Split pg cycle on CCCH is not supported by the mobile station");
        GMM_NON_DRX_TIMER "gsm_a.gm.gmm.non_drx_timer" "Non-DRX timer": U8 Dec & 0x7 = GMM_NON_DRX_TIMER_NAMES;
        GMM_CN_SPEC_DRX_CYCLE_LEN_COEF "gsm_a.gm.gmm.cn_spec_drx_cycle_len_coef" "CN Specific DRX cycle length coefficient": U8 Dec & 0xf0 = GMM_CN_SPEC_DRX_CYCLE_LEN_COEF_NAMES;
        GMM_NSAPI "gsm_a.gm.gmm.nsapi" "NSAPI": U16 HexDec;
        SM_APN "gsm_a.gm.sm.apn" "APN": Str;
        GMM_RAC "gsm_a.gm.gmm.rac" "Routing Area Code (RAC)": U8 HexDec;
        SM_PDP_TYPE_ORG "gsm_a.gm.sm.pdp_type_org" "PDP type organization": U8 Dec & 0xf = SM_PDP_TYPE_ORG_NAMES;
        SM_QOS_MEAN_THROUGHPUT "gsm_a.gm.sm.qos.mean_throughput" "Mean throughput": U8 Dec & 0x1f = SM_QOS_MEAN_THROUGHPUT_NAMES;
        SM_QOS_PEAK_THROUGHPUT "gsm_a.gm.sm.qos.peak_throughput" "Peak throughput": U8 Dec & 0xf0 = SM_QOS_PEAK_THROUGHPUT_NAMES;
        SM_QOS_PREC_CLASS "gsm_a.gm.sm.qos.prec_class" "Precedence class": U8 Dec & 0x7 = SM_QOS_PREC_CLASS_NAMES;
        SM_QOS_TRANS_DELAY "gsm_a.gm.sm.qos.trans_delay" "Transfer delay": U8 Dec & 0xfc;
        SM_QOS_MAX_BITRATE_UPL "gsm_a.gm.sm.qos.max_bitrate_upl" "Maximum bitrate for uplink": U8 Dec;
        SM_QOS_MAX_BITRATE_DOWNL "gsm_a.gm.sm.qos.max_bitrate_downl" "Maximum bitrate for downlink": U8 Dec;
        SM_QOS_GUAR_BITRATE_UPL "gsm_a.gm.sm.qos.guar_bitrate_upl" "Guaranteed bitrate for uplink": U8 Dec;
        SM_QOS_GUAR_BITRATE_DOWNL "gsm_a.gm.sm.qos.guar_bitrate_downl" "Guaranteed bitrate for downlink": U8 Dec;
        SM_LLC_SAPI "gsm_a.gm.sm.llc_sapi" "LLC SAPI": U8 Dec & 0xf = SM_LLC_SAPI_NAMES;
        RADIO_PRIORITY_PDP "gsm_a.gm.radio_priority_pdp" "Radio Priority (PDP or SMS)": U8 Dec & 0x7 = RADIO_PRIORITY_PDP_NAMES;
        SM_PDP_TYPE_NUMBER "gsm_a.gm.sm.pdp_type_number" "PDP type number": U8 Dec;
        SM_PDP_ADDRESS "gsm_a.gm.sm.pdp_address" "PDP address": U8 Dec;
        SM_QOS_MAXIMUM_SDU_SIZE "gsm_a.gm.sm.qos.maximum_sdu_size" "Maximum SDU size": U8 Dec;
    }
}

const GMM_CN_SPEC_DRX_CYCLE_LEN_COEF_NAMES: Names = Names::Ranges(&[
    (0x0, 0x5, "CN Specific DRX cycle length coefficient / value not specified by the MS"),
    (0x6, 0x6, "CN Specific DRX cycle length coefficient 6 and T = 32"),
    (0x7, 0x7, "CN Specific DRX cycle length coefficient 7 and T = 64"),
    (0x8, 0x8, "CN Specific DRX cycle length coefficient 8 and T = 128"),
    (0x9, 0x9, "CN Specific DRX cycle length coefficient 9 and T = 256"),
    (0xa, 0xf, "CN Specific DRX cycle length coefficient / value not specified by the MS"),
]);

const SM_QOS_MEAN_THROUGHPUT_NAMES: Names = Names::Ranges(&[
    (0x0, 0x0, "Subscribed peak throughput/reserved"),
    (0x1, 0x1, "100 octet/h"),
    (0x2, 0x2, "200 octet/h"),
    (0x3, 0x3, "500 octet/h"),
    (0x4, 0x4, "1 000 octet/h"),
    (0x5, 0x5, "2 000 octet/h"),
    (0x6, 0x6, "5 000 octet/h"),
    (0x7, 0x7, "10 000 octet/h"),
    (0x8, 0x8, "20 000 octet/h"),
    (0x9, 0x9, "50 000 octet/h"),
    (0xa, 0xa, "100 000 octet/h"),
    (0xb, 0xb, "200 000 octet/h"),
    (0xc, 0xc, "500 000 octet/h"),
    (0xd, 0xd, "1 000 000 octet/h"),
    (0xe, 0xe, "2 000 000 octet/h"),
    (0xf, 0xf, "5 000 000 octet/h"),
    (0x10, 0x10, "10 000 000 octet/h"),
    (0x11, 0x11, "20 000 000 octet/h"),
    (0x12, 0x12, "50 000 000 octet/h"),
    (0x13, 0x1d, "Interpreted as Best effort"),
    (0x1e, 0x1e, "Reserved"),
    (0x1f, 0x1f, "Best effort"),
]);

const SM_QOS_PEAK_THROUGHPUT_NAMES: Names = Names::Ranges(&[
    (0x0, 0x0, "Subscribed peak throughput/reserved"),
    (0x1, 0x1, "Up to 1 000 octet/s"),
    (0x2, 0x2, "Up to 2 000 octet/s"),
    (0x3, 0x3, "Up to 4 000 octet/s"),
    (0x4, 0x4, "Up to 8 000 octet/s"),
    (0x5, 0x5, "Up to 16 000 octet/s"),
    (0x6, 0x6, "Up to 32 000 octet/s"),
    (0x7, 0x7, "Up to 64 000 octet/s"),
    (0x8, 0x8, "Up to 128 000 octet/s"),
    (0x9, 0x9, "Up to 256 000 octet/s"),
    (0xa, 0xe, "Interpreted as Up to 1 000 octet/s"),
    (0xf, 0xf, "Reserved"),
]);

const SM_QOS_PREC_CLASS_NAMES: Names = Names::Ranges(&[
    (0x0, 0x0, "Subscribed precedence/reserved"),
    (0x1, 0x1, "High priority"),
    (0x2, 0x2, "Normal priority"),
    (0x3, 0x3, "Low priority"),
    (0x4, 0x6, "Interpreted as Normal priority"),
    (0x7, 0x7, "Reserved"),
]);

names! {
    pub(in super::super) SM_QOS_DELAY_CLS_NAMES {
        0 => "Subscribed delay class (in MS to network direction)",
        1 => "Delay class 1",
        2 => "Delay class 2",
        3 => "Delay class 3",
        4 => "Delay class 4 (best effort)",
        7 => "Reserved",
    }
    pub(in super::super) SM_QOS_RELIABILITY_CLS_NAMES {
        0 => "Subscribed reliability class (in MS to network direction)",
        1 => "Acknowledged GTP, LLC, and RLC; Protected data",
        2 => "Unacknowledged GTP, Ack LLC/RLC, Protected data",
        3 => "Unacknowledged GTP/LLC, Ack RLC, Protected data",
        4 => "Unacknowledged GTP/LLC/RLC, Protected data",
        5 => "Unacknowledged GTP/LLC/RLC, Unprotected data",
        7 => "Reserved",
    }
    SM_QOS_TRAFFIC_CLS_NAMES {
        0 => "Subscribed traffic class/Reserved",
        1 => "Conversational class",
        2 => "Streaming class",
        3 => "Interactive class",
        4 => "Background class",
        7 => "Reserved",
    }
    SM_QOS_DEL_ORDER_NAMES {
        0 => "Subscribed delivery order/Reserved",
        1 => "With delivery order ('yes')",
        2 => "Without delivery order ('no')",
        3 => "Reserved",
    }
    SM_QOS_DEL_OF_ERR_SDU_NAMES {
        0 => "Subscribed delivery of erroneous SDUs/Reserved",
        1 => "No detect('-')",
        2 => "Erroneous SDUs are delivered('yes')",
        3 => "Erroneous SDUs are not delivered('No')",
        7 => "Reserved",
    }
    SM_QOS_BER_NAMES {
        0 => "Subscribed residual BER/Reserved",
        1 => "5*10-2",
        2 => "1*10-2",
        3 => "5*10-3",
        4 => "4*10-3",
        5 => "1*10-3",
        6 => "1*10-4",
        7 => "1*10-5",
        8 => "1*10-6",
        9 => "6*10-8",
        10 => "Reserved",
    }
    SM_QOS_SDU_ERR_RAT_NAMES {
        0 => "Subscribed SDU error ratio/Reserved",
        1 => "1*10-2",
        2 => "7*10-3",
        3 => "1*10-3",
        4 => "1*10-4",
        5 => "1*10-5",
        6 => "1*10-6",
        7 => "1*10-1",
        15 => "Reserved",
    }
    SM_QOS_TRAFF_HDL_PRI_NAMES {
        0 => "Subscribed traffic handling priority/Reserved",
        1 => "Priority level 1",
        2 => "Priority level 2",
        3 => "Priority level 3",
    }
    GMM_SPLIT_PG_CYCLE_CODE_NAMES {
        0 => "704 (equivalent to no DRX)",
        1 => "1",
        2 => "2",
        3 => "3",
        4 => "4",
        5 => "5",
        6 => "6",
        7 => "7",
        8 => "8",
        9 => "9",
        10 => "10",
        11 => "11",
        12 => "12",
        13 => "13",
        14 => "14",
        15 => "15",
        16 => "16",
        17 => "17",
        18 => "18",
        19 => "19",
        20 => "20",
        21 => "21",
        22 => "22",
        23 => "23",
        24 => "24",
        25 => "25",
        26 => "26",
        27 => "27",
        28 => "28",
        29 => "29",
        30 => "30",
        31 => "31",
        32 => "32",
        33 => "33",
        34 => "34",
        35 => "35",
        36 => "36",
        37 => "37",
        38 => "38",
        39 => "39",
        40 => "40",
        41 => "41",
        42 => "42",
        43 => "43",
        44 => "44",
        45 => "45",
        46 => "46",
        47 => "47",
        48 => "48",
        49 => "49",
        50 => "50",
        51 => "51",
        52 => "52",
        53 => "53",
        54 => "54",
        55 => "55",
        56 => "56",
        57 => "57",
        58 => "58",
        59 => "59",
        60 => "60",
        61 => "61",
        62 => "62",
        63 => "63",
        64 => "64",
        65 => "71",
        66 => "72",
        67 => "74",
        68 => "75",
        69 => "77",
        70 => "79",
        71 => "80",
        72 => "83",
        73 => "86",
        74 => "88",
        75 => "90",
        76 => "92",
        77 => "96",
        78 => "101",
        79 => "103",
        80 => "107",
        81 => "112",
        82 => "116",
        83 => "118",
        84 => "128",
        85 => "141",
        86 => "144",
        87 => "150",
        88 => "160",
        89 => "171",
        90 => "176",
        91 => "192",
        92 => "214",
        93 => "224",
        94 => "235",
        95 => "256",
        96 => "288",
        97 => "320",
        98 => "352",
    }
    GMM_NON_DRX_TIMER_NAMES {
        0 => "no non-DRX mode after transfer state",
        1 => "max. 1 sec non-DRX mode after transfer state",
        2 => "max. 2 sec non-DRX mode after transfer state",
        3 => "max. 4 sec non-DRX mode after transfer state",
        4 => "max. 8 sec non-DRX mode after transfer state",
        5 => "max. 16 sec non-DRX mode after transfer state",
        6 => "max. 32 sec non-DRX mode after transfer state",
        7 => "max. 64 sec non-DRX mode after transfer state",
    }
    SM_PDP_TYPE_ORG_NAMES {
        0 => "ETSI allocated address",
        1 => "IETF allocated address",
        15 => "Empty PDP type",
    }
    SM_LLC_SAPI_NAMES {
        0 => "LLC SAPI not assigned",
        3 => "SAPI 3",
        5 => "SAPI 5",
        9 => "SAPI 9",
        11 => "SAPI 11",
    }
    RADIO_PRIORITY_PDP_NAMES {
        0 => "priority level 4 (lowest)",
        1 => "priority level 1 (highest)",
        2 => "priority level 2",
        3 => "priority level 3",
        4 => "priority level 4 (lowest)",
        5 => "priority level 4 (lowest)",
        6 => "priority level 4 (lowest)",
        7 => "priority level 4 (lowest)",
    }
    LINK_DIR_NAMES { 0 => "MS to network", 1 => "Network to MS" }
    CONFIGURATION_NAMES { 0 => "PPP for use with IP PDP type or IP PDN type" }
    /// Protocols of PPP that stand in configuration options.
    CONFIGURED {
        0x8021 => "Internet Protocol Control Protocol", 0xc021 => "Link Control Protocol",
        0xc023 => "Password Authentication Protocol",
        0xc223 => "Challenge Handshake Authentication Protocol",
    }
    /// What else users ask for (TS 24.008 §10.5.6.3).
    ASKED {
        1 => "P-CSCF IPv6 Address Request", 2 => "IM CN Subsystem Signaling Flag", 3 => "DNS Server IPv6 Address Request",
        4 => "Not Supported", 5 => "MS Support of Network Requested Bearer Control indicator",
        10 => "IP address allocation via NAS signalling", 11 => "IPv4 address allocation via DHCPv4",
        12 => "P-CSCF IPv4 Address Request", 13 => "DNS Server IPv4 Address Request", 14 => "MSISDN Request",
        16 => "IPv4 Link MTU Request",
    }
    /// The answers.
    ANSWERED {
        1 => "P-CSCF IPv6 Address", 2 => "IM CN Subsystem Signaling Flag", 3 => "DNS Server IPv6 Address",
        4 => "Policy Control rejection code", 5 => "Selected Bearer Control Mode", 12 => "P-CSCF IPv4 Address",
        13 => "DNS Server IPv4 Address", 14 => "MSISDN", 16 => "IPv4 Link MTU",
    }
    TFT_OP_CODE_NAMES {
        0 => "Ignore this IE",
        1 => "Create new TFT",
        2 => "Delete existing TFT",
        3 => "Add packet filters to existing TFT",
        4 => "Replace packet filters in existing TFT",
        5 => "Delete packet filters from existing TFT",
        6 => "No TFT operation",
        7 => "Reserved",
    }
    TFT_PKT_FLT_DIR_NAMES {
        0 => "Pre Rel-7 TFT filter",
        1 => "Downlink only",
        2 => "Uplink only",
        3 => "Bidirectional",
    }
    TFT_PACKET_FILTER_COMPONENT_TYPE_ID_NAMES {
        16 => "IPv4 remote address type",
        17 => "IPv4 local address type",
        32 => "IPv6 remote address type",
        33 => "IPv6 remote address/prefix length type",
        35 => "IPv6 local address/prefix length type",
        48 => "Protocol identifier/Next header type",
        64 => "Single local port type",
        65 => "Local port range type",
        80 => "Single remote port type",
        81 => "Remote port range type",
        96 => "Security parameter index type",
        112 => "Type of service/Traffic class type",
        128 => "Flow label type",
        129 => "Destination MAC address type",
        130 => "Source MAC address type",
        131 => "802.1Q C-TAG VID type",
        132 => "802.1Q S-TAG VID type",
        133 => "802.1Q C-TAG PCP/DEI type",
        134 => "802.1Q S-TAG PCP/DEI type",
        135 => "Ethertype type",
    }
    /// Filters are counted from one.
    FROM_ONE {
        0 => "1", 1 => "2", 2 => "3", 3 => "4", 4 => "5", 5 => "6", 6 => "7", 7 => "8", 8 => "9",
        9 => "10", 10 => "11", 11 => "12", 12 => "13", 13 => "14", 14 => "15", 15 => "16",
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// Protocol configuration options (TS 24.008 §10.5.6.3): packets of PPP, and what else is asked for.
pub(in super::super) fn configuration<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    from_user: bool,
) -> Step {
    let item = cx.add(LINK_DIR, c.span(0), Value::I(i64::from(!from_user)));
    cx.set_generated(item);
    cx.peek(EXT, &c, 1)?;
    cx.field(CONFIGURATION_PROTOCOL, &mut c, 1)?;
    while c.left() > 2 {
        let id = c.peek_u16(0)?;
        let len = usize::from(c.peek_u8(2)?);
        let item = cx.peek(PCO_PID, &c, 2)?;
        let names = match id {
            0x8000.. => CONFIGURED,
            _ if from_user => ASKED,
            _ => ANSWERED,
        };
        let name = names.or(u64::from(id), "Unknown");
        cx.label(item, |o| _ = o.s("Protocol or Container ID: ").s(name).s(" (").hex(id, 4).s(")"));
        c.skip(2)?;
        cx.under(item, |cx| -> Step {
            cx.field(PCO_LENGTH, &mut c, 1)?;
            let one = c.take_all(len)?;
            match crate::link::ppp_control::control_protocol(cx.registry, id) {
                // The columns are about the message that carries it.
                Some(inner) if len > 0 => cx.quoted(|cx| cx.call_nested(inner, one)),
                _ => Ok(()),
            }
        })?;
    }
    Ok(())
}

const DELETE_FILTERS: u8 = 5;

/// A traffic flow template (TS 24.008 §10.5.6.12).
pub(in super::super) fn flow_template<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let head = c.peek_u8(0)?;
    for field in [TFT_OP_CODE, TFT_E_BIT, TFT_PKT_FLT] {
        cx.peek(field, c, 1)?;
    }
    c.skip(1)?;
    for i in 0..head & 15 {
        if head >> 5 == DELETE_FILTERS {
            cx.field(TFT_PACKET_FILTER_IDENTIFIER, c, 1)?;
            continue;
        }
        let len = 3 + usize::from(c.peek_u8(2)?);
        let mut one = c.take_all(len)?;
        let item = cx.add(TFT_PACKET_FILTER, one.span(len), Value::U(u64::from(i)));
        cx.under(item, |cx| filter(cx, &mut one))?;
    }
    Ok(())
}

fn filter<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = u64::from(c.peek_u8(0)? >> 6);
    let item = cx.add(SPARE_BITS, c.span(1), Value::U(bits));
    cx.label(item, |o| _ = o.u(bits >> 1).u(bits & 1).s(".. .... = Spare bit(s): ").u(bits));
    cx.peek(TFT_PKT_FLT_DIR, c, 1)?;
    cx.field(TFT_PKT_FLT_ID, c, 1)?;
    cx.field(TFT_PACKET_EVALUATION_PRECEDENCE, c, 1)?;
    cx.field(TFT_PACKET_FILTER_LENGTH, c, 1)?;
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        let item = cx.field(TFT_PACKET_FILTER_COMPONENT_TYPE_ID, c, 1)?;
        let parts: &[_] = match kind {
            16 | 17 => &[(IP4_ADDRESS, 4), (IP4_MASK, 4)],
            32 => &[(IP6_ADDRESS, 16), (IP6_MASK, 16)],
            33 | 35 => &[(IP6_ADDRESS, 16), (IP6_PREFIX_LENGTH, 1)],
            48 => &[(TFT_PROTOCOL_HEADER, 1)],
            64 | 80 => &[(TFT_PORT, 2)],
            65 | 81 => &[(TFT_PORT_LOW, 2), (TFT_PORT_HIGH, 2)],
            96 => &[(TFT_SECURITY, 4)],
            112 => &[(TFT_TRAFFIC_CLASS, 1), (TFT_TRAFFIC_MASK, 1)],
            128 => &[(TFT_FLOW_LABEL_TYPE, 3)],
            // Nobody knows how long others are.
            _ => return Ok(()),
        };
        cx.under(item, |cx| crate::common::run(cx, c, parts))?;
    }
    Ok(())
}

/// A routing area (TS 24.008 §10.5.5.15).
pub(in super::super) fn routing_area<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let network = super::super::e212::parts(c.peek_array::<3>()?);
    let (area, routing) = (c.peek_u16(3)?, c.peek_u8(5)?);
    let item = cx.line(c.span(6), |o| {
        o.s("Routing area identification: ").u(network.mcc).s("-").u(network.mnc).s("-");
        o.u(area).s("-").u(routing);
    });
    cx.under(item, |cx| -> Step {
        super::super::e212::plmn(cx, c, [super::super::e212::RAI_MCC, super::super::e212::RAI_MNC])?;
        cx.u16(LAC, c)?;
        cx.u8(GMM_RAC, c).map(|_| ())
    })
}

/// Parameters of discontinuous reception (TS 24.008 §10.5.5.6).
pub(in super::super) fn discontinuous_reception<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u8(GMM_SPLIT_PG_CYCLE_CODE, c)?;
    for field in [GMM_CN_SPEC_DRX_CYCLE_LEN_COEF, GMM_SPLIT_ON_CCCH, GMM_NON_DRX_TIMER] {
        cx.peek(field, c, 1)?;
    }
    c.skip(1)
}

/// Requests of contexts, and the answers, by their numbers in session management.
const ACTIVATE: u8 = 0x41;
const ACCEPT: u8 = 0x42;
const ADDRESS: u8 = 0x2b;
const ACCESS_POINT: u8 = 0x28;
const OPTIONS: u8 = 0x27;

/// What a message of session management says.
pub(super) fn session<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u8) -> Step {
    if !matches!(kind, ACTIVATE | ACCEPT) {
        return Ok(());
    }
    let request = kind == ACTIVATE;
    if request {
        let item =
            cx.line(c.span(1), |o| _ = o.s("Network Service Access Point Identifier - Requested NSAPI"));
        cx.under(item, |cx| cx.field(GMM_NSAPI, &mut c, 1))?;
    }
    let item = cx.line(c.span(1), |o| {
        o.s("LLC Service Access Point Identifier - ").s(if request { "Requested" } else { "Negotiated" });
        o.s(" LLC SAPI");
    });
    cx.under(item, |cx| -> Step {
        spare(cx, &c, 4, 4);
        cx.field(SM_LLC_SAPI, &mut c, 1).map(|_| ())
    })?;
    let n = usize::from(c.peek_u8(0)?);
    let item = cx.line(c.span(1 + n), |o| {
        o.s("Quality Of Service - ").s(if request { "Requested" } else { "Negotiated" }).s(" QoS");
    });
    cx.under(item, |cx| quality(cx, &mut c))?;
    if request {
        let n = usize::from(c.peek_u8(0)?);
        let item =
            cx.line(c.span(1 + n), |o| _ = o.s("Packet Data Protocol Address - Requested PDP address"));
        cx.under(item, |cx| address(cx, &mut c))?;
    } else {
        let item = cx.line(c.span(1), |o| _ = o.s("Radio Priority"));
        cx.under(item, |cx| cx.field(RADIO_PRIORITY_PDP, &mut c, 1))?;
    }
    // Every element has a number and a length, so that each turn moves on.
    while c.left() >= 2 {
        let (id, n) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
        let item = cx.line(c.span(2 + n), |o| {
            o.s(match id {
                ADDRESS => "Packet Data Protocol Address - PDP address",
                ACCESS_POINT => "Access Point Name",
                OPTIONS => "Protocol Configuration Options",
                _ => "Element",
            });
        });
        cx.under(item, |cx| -> Step {
            cx.u8(ELEM_ID, &mut c)?;
            if id == ADDRESS {
                return address(cx, &mut c);
            }
            cx.field(LEN, &mut c, 1)?;
            let body = c.take_all(n)?;
            match id {
                ACCESS_POINT => {
                    let labels = body.peek_bytes(0, n)?;
                    cx.add_str(SM_APN, body.span(n), |o| super::super::gtp_ie::write_labels(o, labels));
                    Ok(())
                }
                OPTIONS => configuration(cx, body, request),
                _ => Ok(()),
            }
        })?;
    }
    Ok(())
}

/// Bits that mean nothing: `n` of them, below `at` others of the byte.
fn spare<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, at: u8, n: u8) {
    let Ok(byte) = c.peek_u8(0) else { return };
    let value = u64::from(byte >> at & ((1 << n) - 1));
    cx.add(SPARE_BITS, c.span(1), Value::U(value));
}

/// Quality of service (TS 24.008 §10.5.6.5), as much of it as is there.
fn quality<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = usize::from(c.peek_u8(0)?);
    cx.field(LEN, c, 1)?;
    let mut c = c.take_all(n)?;
    const BYTES: [&[requin_wire::Field]; 11] = [
        &[SM_QOS_DELAY_CLS, SM_QOS_RELIABILITY_CLS],
        &[SM_QOS_PEAK_THROUGHPUT, SM_QOS_PREC_CLASS],
        &[SM_QOS_MEAN_THROUGHPUT],
        &[SM_QOS_TRAFFIC_CLS, SM_QOS_DEL_ORDER, SM_QOS_DEL_OF_ERR_SDU],
        &[SM_QOS_MAXIMUM_SDU_SIZE],
        &[SM_QOS_MAX_BITRATE_UPL],
        &[SM_QOS_MAX_BITRATE_DOWNL],
        &[SM_QOS_BER, SM_QOS_SDU_ERR_RAT],
        &[SM_QOS_TRANS_DELAY, SM_QOS_TRAFF_HDL_PRI],
        &[SM_QOS_GUAR_BITRATE_UPL],
        &[SM_QOS_GUAR_BITRATE_DOWNL],
    ];
    for (i, fields) in BYTES.iter().enumerate() {
        if c.is_empty() {
            break;
        }
        if i == 0 {
            spare(cx, &c, 6, 2);
        } else if i == 2 {
            spare(cx, &c, 5, 3);
        }
        for (j, field) in fields.iter().enumerate() {
            if (i, j) == (1, 1) {
                spare(cx, &c, 3, 1);
            }
            cx.peek(*field, &c, 1)?;
        }
        c.skip(1)?;
    }
    Ok(())
}

const IPV4: u8 = 0x21;
const IPV6: u8 = 0x57;

/// An address of packet data (TS 24.008 §10.5.6.4).
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = usize::from(c.peek_u8(0)?);
    cx.field(LEN, c, 1)?;
    let mut c = c.take_all(n)?;
    spare(cx, &c, 4, 4);
    cx.field(SM_PDP_TYPE_ORG, &mut c, 1)?;
    let kind = c.peek_u8(0)?;
    let item = cx.peek(SM_PDP_TYPE_NUMBER, &c, 1)?;
    let name = match kind {
        IPV4 => "IPv4 address",
        IPV6 => "IPv6 address",
        _ => "Unknown",
    };
    cx.label(item, |o| _ = o.s("PDP type number: ").s(name).s(" (").u(kind).s(")"));
    if c.left() == 1 {
        let item = cx.peek(SM_PDP_ADDRESS, &c, 1)?;
        cx.label(item, |o| _ = o.s("Dynamic addressing"));
    }
    c.skip(1)?;
    match (kind, c.left()) {
        (IPV4, 4..) => cx.field(IP4_ADDRESS, &mut c, 4).map(|_| ()),
        (IPV6, 16..) => cx.field(IP6_ADDRESS, &mut c, 16).map(|_| ()),
        _ => Ok(()),
    }
}
