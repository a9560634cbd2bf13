//! What messages of OpenFlow 1.5 say that set up a switch: features, configuration, ports.

use super::v6::*;
use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, names};

names! {
    pub(super) PORT_DESC_PROP_TYPE_NAMES {
        0 => "OFPPDPT_ETHERNET",
        1 => "OFPPDPT_OPTICAL",
        2 => "OFPPDPT_PIPELINE_INPUT",
        3 => "OFPPDPT_PIPELINE_OUTPUT",
        4 => "OFPPDPT_RECIRCULATE",
        65535 => "OFPPDPT_EXPERIMENTER",
    }
    pub(super) PORT_PORT_NO_NAMES {
        4294967288 => "OFPP_IN_PORT",
        4294967289 => "OFPP_TABLE",
        4294967290 => "OFPP_NORMAL",
        4294967291 => "OFPP_FLOOD",
        4294967292 => "OFPP_ALL",
        4294967293 => "OFPP_CONTROLLER",
        4294967294 => "OFPP_LOCAL",
        4294967295 => "OFPP_ANY",
    }
    pub(super) HELLO_ELEMENT_TYPE_NAMES {
        1 => "OFPHET_VERSIONBITMAP",
    }
    pub(super) SWITCH_CONFIG_FLAGS_FRAGMENTS_NAMES {
        0 => "OFPC_FRAG_NORMAL",
        1 => "OFPC_FRAG_DROP",
        2 => "OFPC_FRAG_REASM",
    }
    pub(super) SWITCH_CONFIG_MISS_SEND_LEN_NAMES {
        65535 => "OFPCML_NO_BUFFER",
    }
    pub(super) MULTIPART_REQUEST_TYPE_NAMES {
        0 => "OFPMP_DESC",
        1 => "OFPMP_FLOW_DESC",
        2 => "OFPMP_AGGREGATE_STATS",
        3 => "OFPMP_TABLE_STATS",
        4 => "OFPMP_PORT_STATS",
        5 => "OFPMP_QUEUE_STATS",
        6 => "OFPMP_GROUP_STATS",
        7 => "OFPMP_GROUP_DESC",
        8 => "OFPMP_GROUP_FEATURES",
        9 => "OFPMP_METER_STATS",
        10 => "OFPMP_METER_DESC",
        11 => "OFPMP_METER_FEATURES",
        12 => "OFPMP_TABLE_FEATURES",
        13 => "OFPMP_PORT_DESC",
        14 => "OFPMP_TABLE_DESC",
        15 => "OFPMP_QUEUE_DESC",
        16 => "OFPMP_FLOW_MONITOR",
        17 => "OFPMP_FLOW_STATS",
        18 => "OFPMP_CONTROLLER_STATUS",
        19 => "OFPMP_BUNDLE_FEATURES",
        65535 => "OFPMP_EXPERIMENTER",
    }
}

const CURRENT: &[Field] = &[
    PORT_DESC_PROP_ETHERNET_CURRENT_10MB_HD,
    PORT_DESC_PROP_ETHERNET_CURRENT_10MB_FD,
    PORT_DESC_PROP_ETHERNET_CURRENT_100MB_HD,
    PORT_DESC_PROP_ETHERNET_CURRENT_100MB_FD,
    PORT_DESC_PROP_ETHERNET_CURRENT_1GB_HD,
    PORT_DESC_PROP_ETHERNET_CURRENT_1GB_FD,
    PORT_DESC_PROP_ETHERNET_CURRENT_10GB_FD,
    PORT_DESC_PROP_ETHERNET_CURRENT_40GB_FD,
    PORT_DESC_PROP_ETHERNET_CURRENT_100_GB_FD,
    PORT_DESC_PROP_ETHERNET_CURRENT_1TB_FD,
    PORT_DESC_PROP_ETHERNET_CURRENT_OTHER,
    PORT_DESC_PROP_ETHERNET_CURRENT_COPPER,
    PORT_DESC_PROP_ETHERNET_CURRENT_FIBER,
    PORT_DESC_PROP_ETHERNET_CURRENT_AUTONEG,
    PORT_DESC_PROP_ETHERNET_CURRENT_PAUSE,
    PORT_DESC_PROP_ETHERNET_CURRENT_PAUSE_ASYM,
    PORT_DESC_PROP_ETHERNET_CURRENT_RESERVED,
];
const ADVERTISED: &[Field] = &[
    PORT_DESC_PROP_ETHERNET_ADVERTISED_10MB_HD,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_10MB_FD,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_100MB_HD,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_100MB_FD,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_1GB_HD,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_1GB_FD,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_10GB_FD,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_40GB_FD,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_100GB_FD,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_1TB_FD,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_OTHER,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_COPPER,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_FIBER,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_AUTONEG,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_PAUSE,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_PAUSE_ASYM,
    PORT_DESC_PROP_ETHERNET_ADVERTISED_RESERVED,
];
const SUPPORTED: &[Field] = &[
    PORT_DESC_PROP_ETHERNET_SUPPORTED_10MB_HD,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_10MB_FD,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_100MB_HD,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_100MB_FD,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_1GB_HD,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_1GB_FD,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_10GB_FD,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_40GB_FD,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_100GB_FD,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_1TB_FD,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_OTHER,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_COPPER,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_FIBER,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_AUTONEG,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_PAUSE,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_PAUSE_ASYM,
    PORT_DESC_PROP_ETHERNET_SUPPORTED_RESERVED,
];
const PEER: &[Field] = &[
    PORT_DESC_PROP_ETHERNET_PEER_10MB_HD,
    PORT_DESC_PROP_ETHERNET_PEER_10MB_FD,
    PORT_DESC_PROP_ETHERNET_PEER_100MB_HD,
    PORT_DESC_PROP_ETHERNET_PEER_100MB_FD,
    PORT_DESC_PROP_ETHERNET_PEER_1GB_HD,
    PORT_DESC_PROP_ETHERNET_PEER_1GB_FD,
    PORT_DESC_PROP_ETHERNET_PEER_10GB_FD,
    PORT_DESC_PROP_ETHERNET_PEER_40GB_FD,
    PORT_DESC_PROP_ETHERNET_PEER_100GB_FD,
    PORT_DESC_PROP_ETHERNET_PEER_1TB_FD,
    PORT_DESC_PROP_ETHERNET_PEER_OTHER,
    PORT_DESC_PROP_ETHERNET_PEER_COPPER,
    PORT_DESC_PROP_ETHERNET_PEER_FIBER,
    PORT_DESC_PROP_ETHERNET_PEER_AUTONEG,
    PORT_DESC_PROP_ETHERNET_PEER_PAUSE,
    PORT_DESC_PROP_ETHERNET_PEER_PAUSE_ASYM,
    PORT_DESC_PROP_ETHERNET_PEER_RESERVED,
];

const CAPABILITIES: &[Field] = &[
    SWITCH_FEATURES_CAPABILITIES_FLOW_STATS,
    SWITCH_FEATURES_CAPABILITIES_TABLE_STATS,
    SWITCH_FEATURES_CAPABILITIES_PORT_STATS,
    SWITCH_FEATURES_CAPABILITIES_GROUP_STATS,
    SWITCH_FEATURES_CAPABILITIES_IP_REASM,
    SWITCH_FEATURES_CAPABILITIES_QUEUE_STATS,
    SWITCH_FEATURES_CAPABILITIES_PORT_BLOCKED,
    SWITCH_FEATURES_CAPABILITIES_BUNDLES,
    SWITCH_FEATURES_CAPABILITIES_FLOW_MONITORING,
];

const HELLO: u64 = 0;
const FEATURES: u64 = 6;
const CONFIGURATION: u64 = 8;
const CONFIGURE: u64 = 9;
const REQUEST: u64 = 18;
const REPLY: u64 = 19;

pub(super) fn body<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u64) -> Step {
    let c = &mut c;
    match kind {
        HELLO => elements(cx, c),
        FEATURES => {
            run(
                cx,
                c,
                &[
                    (SWITCH_FEATURES_DATAPATH_ID, 8),
                    (SWITCH_FEATURES_N_BUFFERS, 4),
                    (SWITCH_FEATURES_N_TABLES, 1),
                    (SWITCH_FEATURES_AUXILIARY_ID, 1),
                    (SWITCH_FEATURES_PAD, 2),
                ],
            )?;
            cx.flags(SWITCH_FEATURES_CAPABILITIES, c, 4, CAPABILITIES)?;
            cx.u32(SWITCH_FEATURES_RESERVED, c).map(|_| ())
        }
        CONFIGURATION | CONFIGURE => {
            cx.flags(SWITCH_CONFIG_FLAGS, c, 2, &[SWITCH_CONFIG_FLAGS_FRAGMENTS])?;
            cx.u16(SWITCH_CONFIG_MISS_SEND_LEN, c).map(|_| ())
        }
        REQUEST => {
            cx.u16(MULTIPART_REQUEST_TYPE, c)?;
            cx.flags(MULTIPART_REQUEST_FLAGS, c, 2, &[MULTIPART_REQUEST_FLAGS_MORE])?;
            cx.bytes(MULTIPART_REQUEST_PAD, c, 4).map(|_| ())
        }
        REPLY => reply(cx, c),
        _ => Ok(()),
    }
}

fn elements<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    const VERSIONS: u16 = 1;
    while !c.is_empty() {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        if len < 4 {
            return Err(Stop::Malformed);
        }
        let mut one = c.take_all(len)?;
        let item = cx.line(one.span(len), |o| _ = o.s("Element"));
        cx.under(item, |cx| -> Step {
            run(cx, &mut one, &[(HELLO_ELEMENT_TYPE, 2), (HELLO_ELEMENT_LENGTH, 2)])?;
            let n = one.left();
            if kind == VERSIONS {
                cx.bytes(HELLO_ELEMENT_VERSION_BITMAP, &mut one, n).map(|_| ())
            } else {
                Ok(())
            }
        })?;
        // Each is filled up to eight bytes.
        c.advance(len.wrapping_neg() % 8);
    }
    Ok(())
}

const METER_FEATURES: u16 = 11;
const PORTS: u16 = 13;

fn reply<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let kind = cx.u16(MULTIPART_REPLY_TYPE, c)?;
    cx.flags(MULTIPART_REPLY_FLAGS, c, 2, &[MULTIPART_REPLY_FLAGS_MORE])?;
    cx.bytes(MULTIPART_REPLY_PAD, c, 4)?;
    match kind {
        METER_FEATURES => {
            cx.u32(METER_FEATURES_MAX_METER, c)?;
            let bands = [METER_FEATURES_BAND_TYPES_DROP, METER_FEATURES_BAND_TYPES_DSCP_REMARK];
            cx.flags(FEATURES_BAND_TYPES, c, 4, &bands)?;
            cx.flags(
                METER_FEATURES_CAPABILITIES,
                c,
                4,
                &[
                    METER_FEATURES_CAPABILITIES_KBPS,
                    METER_FEATURES_CAPABILITIES_PTKPS,
                    METER_FEATURES_CAPABILITIES_BURST,
                    METER_FEATURES_CAPABILITIES_STATS,
                ],
            )?;
            run(
                cx,
                c,
                &[(METER_FEATURES_MAX_BANDS, 1), (METER_FEATURES_MAX_COLOR, 1), (METER_FEATURES_PAD, 2)],
            )
        }
        PORTS => {
            while !c.is_empty() {
                let len = usize::from(c.peek_u16(4)?);
                if len < PORT {
                    return Err(Stop::Malformed);
                }
                port(cx, c.take_all(len)?)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Bytes of a port before its properties.
const PORT: usize = 40;

fn port<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let address = *c.peek_array::<14>()?;
    let name = c.peek_bytes(16, 16)?;
    let len = name.iter().position(|b| *b == 0).unwrap_or(name.len());
    let name = name.get(..len).unwrap_or_default();
    let item = cx.line(c.span(PORT), |o| {
        o.s("Port: ").hex_bytes(address.get(8..).unwrap_or_default(), b':').s(" (").text(name).s(")");
    });
    cx.under(item, |cx| -> Step {
        run(
            cx,
            &mut c,
            &[(PORT_PORT_NO, 4), (PORT_LENGTH, 2), (PORT_PAD, 2), (PORT_HW_ADDR, 6), (PORT_PAD2, 2)],
        )?;
        let item = cx.peek(PORT_NAME, &c, len)?;
        cx.set_len(item, 16);
        c.skip(16)?;
        cx.flags(
            PORT_CONFIG,
            &mut c,
            4,
            &[PORT_CONFIG_PORT_DOWN, PORT_CONFIG_NO_RECV, PORT_CONFIG_NO_FWD, PORT_CONFIG_NO_PACKET_IN],
        )?;
        cx.flags(PORT_SATE, &mut c, 4, &[PORT_STATE_LINK_DOWN, PORT_STATE_BLOCKED, PORT_STATE_LIVE])
            .map(|_| ())
    })?;
    while !c.is_empty() {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        if len < 4 {
            return Err(Stop::Malformed);
        }
        let one = c.take_all(len)?;
        property(cx, one, kind)?;
    }
    Ok(())
}

fn property<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u16) -> Step {
    const ETHERNET: u16 = 0;
    let speed = c.peek_u32(24).unwrap_or_default();
    let item = cx.line(c.span(c.left()), |o| {
        o.s("Port desc. property");
        if kind == ETHERNET {
            o.s(" Speed: ").u(speed / 1000).s(" Mb");
        }
    });
    cx.under(item, |cx| -> Step {
        run(cx, &mut c, &[(PORT_DESC_PROP_TYPE, 2), (PORT_DESC_PROP_LENGTH, 2)])?;
        if kind != ETHERNET {
            return Ok(());
        }
        run(cx, &mut c, &[(PORT_DESC_PROP_ETHERNET_PAD, 2)])?;
        c.skip(2)?;
        cx.flags(PORT_DESC_PROP_ETHERNET_CURRENT, &mut c, 4, CURRENT)?;
        cx.flags(PORT_DESC_PROP_ETHERNET_ADVERTISED, &mut c, 4, ADVERTISED)?;
        cx.flags(PORT_DESC_PROP_ETHERNET_SUPPORTED, &mut c, 4, SUPPORTED)?;
        cx.flags(PORT_DESC_PROP_ETHERNET_PEER, &mut c, 4, PEER)?;
        run(cx, &mut c, &[(PORT_DESC_PROP_ETHERNET_CURR_SPEED, 4), (PORT_DESC_PROP_ETHERNET_MAX_SPEED, 4)])
    })
}
