//! Wireless LAN Context Control Protocol, by which access points of Cisco find each other and are managed.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Sink, Step, names, proto};

proto! {
    WLCCP "wlccp" "Cisco Wireless LAN Context Control Protocol" "WLCCP" App
    on [Udp 2887, Ether 0x872d, Snap 0x4096_0000]
    fields {
        VERSION "wlccp.version" "Version": U8 Hex;
        SRCMAC "wlccp.srcmac" "Src MAC": Ether;
        DSTMAC "wlccp.dstmac" "Dst MAC": Ether;
        SAP "wlccp.sap" "SAP": U8 Hex;
        SAP_VERSION "wlccp.sap_version" "SAP Version": U8 Dec & 0xc0;
        SAP_ID "wlccp.sap_id" "SAP ID": U8 Dec & 0x3f = SAP_ID_NAMES;
        DESTINATION_NODE_TYPE "wlccp.destination_node_type" "Destination node type": U16 Dec = DESTINATION_NODE_TYPE_NAMES;
        LENGTH "wlccp.length" "Length": U16 Dec;
        TYPE "wlccp.type" "Message Type": U8 Hex;
        SUBTYPE "wlccp.subtype" "Subtype": U8 Dec & 0xc0 = SUBTYPE_NAMES;
        BASE_MESSAGE_TYPE "wlccp.base_message_type" "Base message type": U8 HexDec & 0x3f = BASE_MESSAGE_TYPE_NAMES;
        HOPS "wlccp.hops" "Hops": U8 Dec;
        MSG_ID "wlccp.msg_id" "Message ID": U16 Dec;
        FLAGS "wlccp.flags" "Flags": U16 Hex;
        RETRY_FLAG "wlccp.retry_flag" "Retry flag": U16 Dec & 0x8000;
        RESPONSE_REQUEST_FLAG "wlccp.response_request_flag" "Response request flag": U16 Dec & 0x4000;
        TLV_FLAG "wlccp.tlv_flag" "TLV flag": U16 Dec & 0x2000;
        INBOUND_FLAG "wlccp.inbound_flag" "Inbound flag": U16 Dec & 0x1000;
        OUTBOUND_FLAG "wlccp.outbound_flag" "Outbound flag": U16 Dec & 0x800;
        HOPWISE_ROUTING_FLAG "wlccp.hopwise_routing_flag" "Hopwise-routing flag": U16 Dec & 0x400;
        ROOT_CM_FLAG "wlccp.root_cm_flag" "Root context manager flag": U16 Dec & 0x200;
        RELAY_FLAG "wlccp.relay_flag" "Relay flag": U16 Dec & 0x100;
        MIC_FLAG "wlccp.mic_flag" "MIC flag": U16 Dec & 0x80;
        ORIGINATOR_NODE_TYPE "wlccp.originator_node_type" "Originator node type": U16 Dec = DESTINATION_NODE_TYPE_NAMES;
        ORIGINATOR "wlccp.originator" "Originator": Ether;
        RESPONDER_NODE_TYPE "wlccp.responder_node_type" "Responder node type": U16 Dec = DESTINATION_NODE_TYPE_NAMES;
        RESPONDER "wlccp.responder" "Responder": Ether;
        TLV_CONTAINER_FLAG "wlccp.tlv_container_flag" "TLV Container Flag": U16 Dec & 0x8000;
        TLV_ENCRYPTED_FLAG "wlccp.tlv_encrypted_flag" "TLV Encrypted Flag": U16 Dec & 0x4000;
        TLV_REQUEST_FLAG "wlccp.tlv_request_flag" "TLV Request Flag": U16 Dec & 0x80;
        N80211_ESS_FLAG "wlccp.80211_ess_flag" "ESS flag": U16 Dec & 0x1;
        N80211_IBSS_FLAG "wlccp.80211_ibss_flag" "IBSS flag": U16 Dec & 0x2;
        N80211_CF_POLLABLE_FLAG "wlccp.80211_cf_pollable_flag" "CF Pollable flag": U16 Dec & 0x4;
        N80211_CF_POLL_REQ_FLAG "wlccp.80211_cf_poll_req_flag" "CF Poll Request flag": U16 Dec & 0x8;
        N80211_SHORT_PREAMBLE_FLAG "wlccp.80211_short_preamble_flag" "Short Preamble flag": U16 Dec & 0x20;
        N80211_PBCC_FLAG "wlccp.80211_pbcc_flag" "PBCC flag": U16 Dec & 0x40;
        N80211_CHAN_AGILITY_FLAG "wlccp.80211_chan_agility_flag" "Channel Agility flag": U16 Dec & 0x80;
        N80211_SPECTRUM_MGMT_FLAG "wlccp.80211_spectrum_mgmt_flag" "Spectrum Management flag": U16 Dec & 0x100;
        N80211_QOS_FLAG "wlccp.80211_qos_flag" "QOS flag": U16 Dec & 0x200;
        N80211_SHORT_TIME_SLOT_FLAG "wlccp.80211_short_time_slot_flag" "Short Time Slot flag": U16 Dec & 0x400;
        N80211_APSD_FLAG "wlccp.80211_apsd_flag" "APSD flag": U16 Dec & 0x800;
        DSSS_OFDM_FLAG "wlccp.dsss_ofdm_flag" "DSSS-OFDM Flag": U16 Dec & 0x2000;
        DSSS_DLYD_BLOCK_ACK_FLAG "wlccp.dsss_dlyd_block_ack_flag" "Delayed Block Ack Flag": U16 Dec & 0x4000;
        DSSS_IMM_BLOCK_ACK_FLAG "wlccp.dsss_imm_block_ack_flag" "Immediate Block Ack Flag": U16 Dec & 0x8000;
    }
}

names! {
    SAP_ID_NAMES {
        0 => "Context Management",
        1 => "Security",
        2 => "Radio Resource Management",
        3 => "QOS",
        4 => "Network Management",
        5 => "MIP",
    }
    DESTINATION_NODE_TYPE_NAMES {
        0 => "None",
        1 => "Access Point (AP)",
        2 => "Subnet Context Manager (SCM)",
        4 => "Local Context Manager (LCM)",
        8 => "Campus Context Manager (CCM)",
        16 => "Infrastructure (ICN)",
        64 => "Client",
    }
    SUBTYPE_NAMES {
        0 => "Request",
        1 => "Reply",
        2 => "Confirm",
        3 => "Ack",
    }
    BASE_MESSAGE_TYPE_NAMES {
        1 => "SCM Advertise",
        2 => "CCM Advertise",
        3 => "Registration",
        4 => "DeRegistration",
        5 => "Detach",
        6 => "Context",
        7 => "Path Update",
        8 => "Path Check",
        9 => "PreRegistration",
        10 => "Trace",
        11 => "cmAAA EAP Authent",
        12 => "cmPathInit Path Authent",
        15 => "cmWIDS",
        16 => "nmConfigRequest",
        17 => "nmConfigReply",
        32 => "nmApRegistration",
        33 => "nmScmStateChange",
        34 => "nmScmKeepActive",
        48 => "nmClientEventReport",
        49 => "nmAllClientRefreshRequest",
    }
}

const FLAG_ROWS: [Field; 9] = [
    RETRY_FLAG,
    RESPONSE_REQUEST_FLAG,
    TLV_FLAG,
    INBOUND_FLAG,
    OUTBOUND_FLAG,
    HOPWISE_ROUTING_FLAG,
    ROOT_CM_FLAG,
    RELAY_FLAG,
    MIC_FLAG,
];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("WLCCP");
    let version = c.peek_u8(0)?;
    cx.peek(VERSION, &c, 1)?;
    match version {
        // The version is the upper byte of the length.
        0 => greeting(cx, c),
        0xc1 => {
            c.skip(1)?;
            message(cx, c)
        }
        _ => Ok(()),
    }
}

/// By which access points find each other.
fn greeting<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    run(cx, &mut c, &[(LENGTH, 2), (TYPE, 2), (DSTMAC, 6), (SRCMAC, 6)])
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<6>()?;
    let (subtype, kind) = (h[5] >> 6, h[5] & 0x3f);
    let name = BASE_MESSAGE_TYPE_NAMES.or(u64::from(kind), "Unknown");
    cx.info(|o| {
        o.s("Message Type: ").s(name);
        // The columns stand one below the other.
        for _ in name.len()..28 {
            o.s(" ");
        }
        o.s(" SubType: ").s(SUBTYPE_NAMES.or(u64::from(subtype), "Unknown"));
    });
    cx.flags(SAP, &mut c, 1, &[SAP_VERSION, SAP_ID])?;
    run(cx, &mut c, &[(DESTINATION_NODE_TYPE, 2), (LENGTH, 2)])?;
    cx.flags(TYPE, &mut c, 1, &[SUBTYPE, BASE_MESSAGE_TYPE])?;
    run(cx, &mut c, &[(HOPS, 1), (MSG_ID, 2)])?;
    cx.flags(FLAGS, &mut c, 2, &FLAG_ROWS)?;
    run(cx, &mut c, &[(ORIGINATOR_NODE_TYPE, 2), (ORIGINATOR, 6), (RESPONDER_NODE_TYPE, 2), (RESPONDER, 6)])
}
