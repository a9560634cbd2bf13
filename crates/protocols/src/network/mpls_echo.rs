//! LSP ping, RFC 8029: the header, the forwarding equivalence classes asked for, and what is told of the way.

use crate::application::ntp;
use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Value, names, proto};

proto! {
    MPLS_ECHO "mpls-echo" "Multiprotocol Label Switching Echo" "MPLS Echo" App
    on [Udp 3503]
    fields {
        TIMESTAMP_SENT "mpls_echo.timestamp_sent" "Timestamp Sent": AbsTime Utc;
        TIMESTAMP_REC "mpls_echo.timestamp_rec" "Timestamp Received": AbsTime Utc;
        VERSION "mpls_echo.version" "Version": U16 Dec;
        MBZ "mpls_echo.mbz" "MBZ": U16 Hex;
        FLAGS "mpls_echo.flags" "Global Flags": U16 Hex;
        FLAG_SBZ "mpls_echo.flag_sbz" "Reserved": U16 Hex & 0xfff8;
        FLAG_V "mpls_echo.flag_v" "Validate FEC Stack": Bool(16) & 0x1;
        FLAG_T "mpls_echo.flag_t" "Respond only if TTL expired": Bool(16) & 0x2;
        FLAG_R "mpls_echo.flag_r" "Validate Reverse Path": Bool(16) & 0x4;
        MSG_TYPE "mpls_echo.msg_type" "Message Type": U8 Dec = MSG_TYPE_NAMES;
        REPLY_MODE "mpls_echo.reply_mode" "Reply Mode": U8 Dec = REPLY_MODE_NAMES;
        RETURN_CODE "mpls_echo.return_code" "Return Code": U8 Dec = RETURN_CODE_NAMES;
        RETURN_SUBCODE "mpls_echo.return_subcode" "Return Subcode": U8 Dec;
        SENDER_HANDLE "mpls_echo.sender_handle" "Sender's Handle": U32 Hex;
        SEQUENCE "mpls_echo.sequence" "Sequence Number": U32 Dec;
        TLV_TYPE "mpls_echo.tlv.type" "Type": U16 Dec = TLV_TYPE_NAMES;
        TLV_LEN "mpls_echo.tlv.len" "Length": U16 Dec;
        TLV_VALUE "mpls_echo.tlv.value" "Value": Bytes;
        TLV_FEC_TYPE "mpls_echo.tlv.fec.type" "Type": U16 Dec = TLV_FEC_TYPE_NAMES;
        TLV_FEC_LEN "mpls_echo.tlv.fec.len" "Length": U16 Dec;
        TLV_FEC_VALUE "mpls_echo.tlv.fec.value" "Value": Bytes;
        TLV_FEC_LDP_IPV4 "mpls_echo.tlv.fec.ldp_ipv4" "IPv4 Prefix": Ipv4;
        TLV_FEC_LDP_IPV4_MASK "mpls_echo.tlv.fec.ldp_ipv4_mask" "Prefix Length": U8 Dec;
        TLV_FEC_LDP_IPV6 "mpls_echo.tlv.fec.ldp_ipv6" "IPv6 Prefix": Ipv6;
        TLV_FEC_LDP_IPV6_MASK "mpls_echo.tlv.fec.ldp_ipv6_mask" "Prefix Length": U8 Dec;
        TLV_FEC_RSVP_IPV4_EP "mpls_echo.tlv.fec.rsvp_ipv4_ep" "IPv4 Tunnel endpoint address": Ipv4;
        TLV_FEC_RSVP_IPV6_EP "mpls_echo.tlv.fec.rsvp_ipv6_ep" "IPv6 Tunnel endpoint address": Ipv6;
        TLV_FEC_RSVP_IP_MBZ1 "mpls_echo.tlv.fec.rsvp_ip_mbz1" "Must Be Zero": U16 Dec;
        TLV_FEC_RSVP_IP_TUN_ID "mpls_echo.tlv.fec.rsvp_ip_tun_id" "Tunnel ID": U16 Dec;
        TLV_FEC_RSVP_IPV4_EXT_TUN_ID "mpls_echo.tlv.fec.rsvp_ipv4_ext_tun_id" "Extended Tunnel ID": U32 Hex;
        TLV_FEC_RSVP_IPV4_SENDER "mpls_echo.tlv.fec.rsvp_ipv4_sender" "IPv4 Tunnel sender address": Ipv4;
        TLV_FEC_RSVP_IPV6_EXT_TUN_ID "mpls_echo.tlv.fec.rsvp_ipv6_ext_tun_id" "Extended Tunnel ID": Bytes;
        TLV_FEC_RSVP_IPV6_SENDER "mpls_echo.tlv.fec.rsvp_ipv6_sender" "IPv6 Tunnel sender address": Ipv6;
        TLV_FEC_RSVP_IP_MBZ2 "mpls_echo.tlv.fec.rsvp_ip_mbz2" "Must Be Zero": U16 Dec;
        TLV_FEC_RSVP_IP_LSP_ID "mpls_echo.tlv.fec.rsvp_ip_lsp_id" "LSP ID": U16 Dec;
        TLV_FEC_VPN_ROUTE_DIST "mpls_echo.tlv.fec.vpn_route_dist" "Route Distinguisher": Bytes;
        TLV_FEC_VPN_IPV4 "mpls_echo.tlv.fec.vpn_ipv4" "IPv4 Prefix": Ipv4;
        TLV_FEC_VPN_IPV6 "mpls_echo.tlv.fec.vpn_ipv6" "IPv6 Prefix": Ipv6;
        TLV_FEC_VPN_LEN "mpls_echo.tlv.fec.vpn_len" "Prefix Length": U8 Dec;
        TLV_FEC_L2VPN_ROUTE_DIST "mpls_echo.tlv.fec.l2vpn_route_dist" "Route Distinguisher": Bytes;
        TLV_FEC_L2VPN_SEND_VE_ID "mpls_echo.tlv.fec.l2vpn_send_ve_id" "Sender's VE ID": U16 Hex;
        TLV_FEC_L2VPN_RECV_VE_ID "mpls_echo.tlv.fec.l2vpn_recv_ve_id" "Receiver's VE ID": U16 Hex;
        TLV_FEC_L2VPN_ENCAP_TYPE "mpls_echo.tlv.fec.l2vpn_encap_type" "Encapsulation": U16 Dec = TLV_FEC_L2VPN_ENCAP_TYPE_NAMES;
        TLV_FEC_L2CID_SENDER "mpls_echo.tlv.fec.l2cid_sender" "Sender's PE Address": Ipv4;
        TLV_FEC_L2CID_REMOTE "mpls_echo.tlv.fec.l2cid_remote" "Remote PE Address": Ipv4;
        TLV_FEC_L2CID_VCID "mpls_echo.tlv.fec.l2cid_vcid" "VC ID": U32 Dec;
        TLV_FEC_L2CID_ENCAP "mpls_echo.tlv.fec.l2cid_encap" "Encapsulation": U16 Dec = TLV_FEC_L2VPN_ENCAP_TYPE_NAMES;
        TLV_FEC_BGP_IPV4 "mpls_echo.tlv.fec.bgp_ipv4" "IPv4 Prefix": Ipv4;
        TLV_FEC_BGP_IPV6 "mpls_echo.tlv.fec.bgp_ipv6" "IPv6 Prefix": Ipv6;
        TLV_FEC_BGP_LEN "mpls_echo.tlv.fec.bgp_len" "Prefix Length": U8 Dec;
        TLV_FEC_GEN_IPV4 "mpls_echo.tlv.fec.gen_ipv4" "IPv4 Prefix": Ipv4;
        TLV_FEC_GEN_IPV4_MASK "mpls_echo.tlv.fec.gen_ipv4_mask" "Prefix Length": U8 Dec;
        TLV_FEC_GEN_IPV6 "mpls_echo.tlv.fec.gen_ipv6" "IPv6 Prefix": Ipv6;
        TLV_FEC_GEN_IPV6_MASK "mpls_echo.tlv.fec.gen_ipv6_mask" "Prefix Length": U8 Dec;
        TLV_DS_MAP_MTU "mpls_echo.tlv.ds_map.mtu" "MTU": U16 Dec;
        TLV_DS_MAP_ADDR_TYPE "mpls_echo.tlv.ds_map.addr_type" "Address Type": U8 Dec = TLV_DS_MAP_ADDR_TYPE_NAMES;
        TLV_DS_MAP_RES "mpls_echo.tlv.ds_map.res" "DS Flags": U8 Hex;
        TLV_DS_MAP_FLAG_RES "mpls_echo.tlv.ds_map.flag_res" "MBZ": U8 Hex & 0xfc;
        TLV_DS_MAP_FLAG_I "mpls_echo.tlv.ds_map.flag_i" "Interface and Label Stack Request": Bool(8) & 0x2;
        TLV_DS_MAP_FLAG_N "mpls_echo.tlv.ds_map.flag_n" "Treat as Non-IP Packet": Bool(8) & 0x1;
        TLV_DS_MAP_DS_IP "mpls_echo.tlv.ds_map.ds_ip" "Downstream IP Address": Ipv4;
        TLV_DS_MAP_INT_IP "mpls_echo.tlv.ds_map.int_ip" "Downstream Interface Address": Ipv4;
        TLV_DS_MAP_IF_INDEX "mpls_echo.tlv.ds_map.if_index" "Upstream Interface Index": U32 Dec;
        TLV_DS_MAP_DS_IPV6 "mpls_echo.tlv.ds_map.ds_ipv6" "Downstream IPv6 Address": Ipv6;
        TLV_DS_MAP_INT_IPV6 "mpls_echo.tlv.ds_map.int_ipv6" "Downstream Interface IPv6 Address": Ipv6;
        TLV_DS_MAP_HASH_TYPE "mpls_echo.tlv.ds_map.hash_type" "Multipath Type": U8 Dec = TLV_DS_MAP_HASH_TYPE_NAMES;
        TLV_DS_MAP_DEPTH "mpls_echo.tlv.ds_map.depth" "Depth Limit": U8 Dec;
        TLV_DS_MAP_MULTI_LEN "mpls_echo.tlv.ds_map.multi_len" "Multipath Length": U16 Dec;
        TLV_DS_MAP_MP_VALUE "mpls_echo.tlv.ds_map_mp.value" "Multipath Value": Bytes;
        TLV_PAD_ACTION "mpls_echo.tlv.pad_action" "Pad Action": U8 Dec = TLV_PAD_ACTION_NAMES;
        TLV_PAD_PADDING "mpls_echo.tlv.pad_padding" "Padding": Bytes;
        TLV_REPLY_TOS "mpls_echo.tlv.reply.tos" "Reply-TOS Byte": U8 Dec;
        TLV_REPLY_TOS_MBZ "mpls_echo.tlv.reply.tos.mbz" "MBZ": U24 Hex;
        PADDING "mpls_echo.padding" "Padding": Bytes;
        TLV_FEC_RSVP_P2MP_IPV4_ID "mpls_echo.tlv.fec.rsvp_p2mp_ipv4_id" "P2MP ID": U32 Dec;
        TLV_FEC_RSVP_P2MP_IP_MBZ1 "mpls_echo.tlv.fec.rsvp_p2mp_ip_mbz1" "Must Be Zero": U16 Dec;
        TLV_FEC_RSVP_P2MP_IP_TUN_ID "mpls_echo.tlv.fec.rsvp_p2mp_ip_tun_id" "Tunnel ID": U16 Dec;
        TLV_FEC_RSVP_P2MP_IPV4_EXT_TUN_ID "mpls_echo.tlv.fec.rsvp_p2mp_ipv4_ext_tun_id" "Extended Tunnel ID": Ipv4;
        TLV_FEC_RSVP_P2MP_IPV4_SENDER "mpls_echo.tlv.fec.rsvp_p2mp_ipv4_sender" "IPv4 Tunnel sender address": Ipv4;
        TLV_FEC_RSVP_P2MP_IP_MBZ2 "mpls_echo.tlv.fec.rsvp_p2mp_ip_mbz2" "Must Be Zero": U16 Dec;
        TLV_FEC_RSVP_P2MP_IP_LSP_ID "mpls_echo.tlv.fec.rsvp_p2mp_ip_lsp_id" "LSP ID": U16 Dec;
    }
    experts {
        TLV_LEN_INVALID "mpls_echo.tlv_len_invalid" Error Malformed "Invalid TLV length";
    }
}

names! {
    MSG_TYPE_NAMES {
        1 => "MPLS Echo Request",
        2 => "MPLS Echo Reply",
        3 => "MPLS Data Plane Verification Request",
        4 => "MPLS Data Plane Verification Reply",
    }
    REPLY_MODE_NAMES {
        1 => "Do not reply",
        2 => "Reply via an IPv4/IPv6 UDP packet",
        3 => "Reply via an IPv4/IPv6 UDP packet with Router Alert",
        4 => "Reply via application level control channel",
    }
    RETURN_CODE_NAMES {
        0 => "No return code",
        1 => "Malformed echo request received",
        2 => "One or more of the TLVs was not understood",
        3 => "Replying router is an egress for the FEC at stack depth RSC",
        4 => "Replying router has no mapping for the FEC at stack depth RSC",
        5 => "Downstream Mapping Mismatch",
        6 => "Upstream Interface Index Unknown",
        7 => "Reserved",
        8 => "Label switched at stack-depth RSC",
        9 => "Label switched but no MPLS forwarding at stack-depth RSC",
        10 => "Mapping for this FEC is not the given label at stack depth RSC",
        11 => "No label entry at stack-depth RSC",
        12 => "Protocol not associated with interface at FEC stack depth RSC",
        13 => "Premature termination, label stack shrinking to a single label",
        14 => "See DDM TLV for meaning of Return Code and Return SubCode",
        15 => "Label switched with FEC change",
    }
    TLV_TYPE_NAMES {
        1 => "Target FEC Stack",
        2 => "Downstream Mapping",
        3 => "Pad",
        4 => "Error Code",
        5 => "Vendor Enterprise Code",
        6 => "TDB",
        7 => "IPv4 Interface and Label Stack Object",
        8 => "IPv6 Interface and Label Stack Object",
        9 => "Errored TLVs",
        10 => "Reply TOS Byte",
        11 => "P2MP Responder Identifier",
        12 => "P2MP Echo Jitter",
        13 => "Source Identifier TLV",
        14 => "Destination Identifier TLV",
        15 => "BFD Discriminator TLV",
        16 => "Reverse-path Target FEC Stack",
        20 => "Detailed Downstream Mapping",
        64512 => "Vendor Private",
    }
    TLV_FEC_TYPE_NAMES {
        1 => "LDP IPv4 prefix",
        2 => "LDP IPv6 prefix",
        3 => "RSVP IPv4 Session Query",
        4 => "RSVP IPv6 Session Query",
        5 => "Reserved",
        6 => "VPN IPv4 prefix",
        7 => "VPN IPv6 prefix",
        8 => "L2 VPN endpoint",
        9 => "FEC 128 Pseudowire - IPv4 (Deprecated)",
        10 => "FEC 128 Pseudowire - IPv4",
        11 => "FEC 129 Pseudowire - IPv4",
        12 => "BGP labeled IPv4 prefix",
        13 => "BGP labeled IPv6 prefix",
        14 => "Generic IPv4 prefix",
        15 => "Generic IPv6 prefix",
        16 => "Nil FEC",
        17 => "RSVP P2MP IPv4 Session Query",
        18 => "RSVP P2MP IPv6 Session Query",
        22 => "Static LSP",
        23 => "Static Pseudowire",
        24 => "FEC 128 Pseudowire - IPv6",
        25 => "FEC 129 Pseudowire - IPv6",
        34 => "IPv4 IGP-Prefix Segment ID",
        35 => "IPv6 IGP-Prefix Segment ID",
        36 => "IGP-Adjacency Segment ID",
        64512 => "Vendor Private",
    }
    TLV_FEC_L2VPN_ENCAP_TYPE_NAMES {
        1 => "Frame Relay DLCI (Martini Mode)",
        2 => "ATM AAL5 SDU VCC transport",
        3 => "ATM transparent cell transport",
        4 => "Ethernet Tagged Mode",
        5 => "Ethernet",
        6 => "HDLC",
        7 => "PPP",
        8 => "SONET/SDH Circuit Emulation Service",
        9 => "ATM n-to-one VCC cell transport",
        10 => "ATM n-to-one VPC cell transport",
        11 => "IP layer2 transport",
        12 => "ATM one-to-one VCC Cell Mode",
        13 => "ATM one-to-one VPC Cell Mode",
        14 => "ATM AAL5 PDU VCC transport",
        15 => "Frame-Relay Port mode",
        16 => "SONET/SDH Circuit Emulation over Packet",
        17 => "Structure-agnostic E1 over Packet",
        18 => "Structure-agnostic T1 (DS1) over Packet",
        19 => "Structure-agnostic E3 over Packet",
        20 => "Structure-agnostic T3 (DS3) over Packet",
        21 => "CESoPSN basic mode",
        22 => "TDMoIP AAL1 Mode",
        23 => "CESoPSN TDM with CAS",
        24 => "TDMoIP AAL2 Mode",
        25 => "Frame Relay DLCI",
        26 => "ROHC Transport Header-compressed Packets",
        27 => "ECRTP Transport Header-compressed Packets",
        28 => "IPHC Transport Header-compressed Packets",
        29 => "cRTP Transport Header-compressed Packets",
        30 => "ATM VP Virtual Trunk",
        31 => "FC Port Mode",
    }
    TLV_DS_MAP_ADDR_TYPE_NAMES {
        1 => "IPv4 Numbered",
        2 => "IPv4 Unnumbered",
        3 => "IPv6 Numbered",
        4 => "IPv6 Unnumbered",
        5 => "Non IP",
    }
    TLV_DS_MAP_HASH_TYPE_NAMES {
        0 => "no multipath",
        1 => "label",
        2 => "IP address",
        3 => "label range",
        4 => "IP address range",
        5 => "no more labels",
        6 => "All IP addresses",
        7 => "no match",
        8 => "Bit-masked IPv4 address set",
        9 => "Bit-masked label set",
    }
    TLV_PAD_ACTION_NAMES {
        1 => "Drop Pad TLV from reply",
        2 => "Copy Pad TLV to reply",
    }
}

const REQUEST: u8 = 1;
const REPLY: u8 = 2;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("MPLS ECHO");
    cx.info_clear();
    let kind = c.peek_u8(4)?;
    cx.info(|o| _ = o.s(MSG_TYPE_NAMES.or(u64::from(kind), "Unknown Message Type")));
    cx.u16(VERSION, &mut c)?;
    if matches!(kind, REQUEST | REPLY) {
        cx.flags(FLAGS, &mut c, 2, &[FLAG_SBZ, FLAG_V, FLAG_T, FLAG_R])?;
    } else {
        cx.u16(MBZ, &mut c)?;
    }
    run(cx, &mut c, &[(MSG_TYPE, 1), (REPLY_MODE, 1), (RETURN_CODE, 1), (RETURN_SUBCODE, 1)])?;
    run(cx, &mut c, &[(SENDER_HANDLE, 4), (SEQUENCE, 4)])?;
    for field in [TIMESTAMP_SENT, TIMESTAMP_REC] {
        time(cx, &mut c, field)?;
    }
    while c.left() >= 4 {
        tlv(cx, &mut c)?;
    }
    Ok(())
}

/// Seconds of NTP, and microseconds.
fn time<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let (seconds, fraction) = (c.peek_u32(0)?, c.peek_u32(4)?);
    // tshark takes both words for those of RFC 5905, and zero for the beginning of 1970.
    let time = match (seconds, ntp::value(seconds, fraction)) {
        (0, Value::Time(_, nanos)) => Value::Time(0, nanos),
        (_, time) => time,
    };
    cx.add(field, c.span(8), time);
    c.skip(8)
}

fn tlv<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
    let line = cx.line(c.span(4 + len), |o| _ = o.s(TLV_TYPE_NAMES.or(kind.into(), "Unknown TLV type")));
    cx.under(line, |cx| -> Step {
        run(cx, c, &[(TLV_TYPE, 2), (TLV_LEN, 2)])?;
        if len > c.left() {
            let left = c.left();
            cx.expert_with(TLV_LEN_INVALID, line, c.span(0), |o| {
                o.s("Invalid TLV length (claimed ").u(len as u64).s(", found ").u(left as u64).s(")");
            });
        }
        let mut one = c.take(len);
        match kind {
            1 => classes(cx, &mut one),
            2 => downstream(cx, &mut one),
            3 => {
                cx.u8(TLV_PAD_ACTION, &mut one)?;
                let n = one.left();
                if n > 0 {
                    cx.field(TLV_PAD_PADDING, &mut one, n)?;
                }
                Ok(())
            }
            10 => run(cx, &mut one, &[(TLV_REPLY_TOS, 1), (TLV_REPLY_TOS_MBZ, 3)]),
            _ => {
                let n = one.left();
                if n > 0 {
                    cx.field(TLV_VALUE, &mut one, n)?;
                }
                Ok(())
            }
        }
    })
}

/// Forwarding equivalence classes, section 3.2.
fn classes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mut number = 0u32;
    while c.left() >= 4 {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        number += 1;
        // Each is filled up to words.
        let filled = len.next_multiple_of(4);
        let line = cx.line(c.span(4 + filled), |o| {
            o.s("FEC Element ").u(number).s(": ");
            o.s(TLV_FEC_TYPE_NAMES.or(kind.into(), "Unknown sub-TLV type"));
        });
        cx.under(line, |cx| -> Step {
            run(cx, c, &[(TLV_FEC_TYPE, 2), (TLV_FEC_LEN, 2)])?;
            let mut one = c.take(len);
            let rows: &[(Field, usize)] = match (kind, len) {
                (1, 5) => &[(TLV_FEC_LDP_IPV4, 4), (TLV_FEC_LDP_IPV4_MASK, 1)],
                (2, 17) => &[(TLV_FEC_LDP_IPV6, 16), (TLV_FEC_LDP_IPV6_MASK, 1)],
                (3, 20) => &[
                    (TLV_FEC_RSVP_IPV4_EP, 4),
                    (TLV_FEC_RSVP_IP_MBZ1, 2),
                    (TLV_FEC_RSVP_IP_TUN_ID, 2),
                    (TLV_FEC_RSVP_IPV4_EXT_TUN_ID, 4),
                    (TLV_FEC_RSVP_IPV4_SENDER, 4),
                    (TLV_FEC_RSVP_IP_MBZ2, 2),
                    (TLV_FEC_RSVP_IP_LSP_ID, 2),
                ],
                (4, 56) => &[
                    (TLV_FEC_RSVP_IPV6_EP, 16),
                    (TLV_FEC_RSVP_IP_MBZ1, 2),
                    (TLV_FEC_RSVP_IP_TUN_ID, 2),
                    (TLV_FEC_RSVP_IPV6_EXT_TUN_ID, 16),
                    (TLV_FEC_RSVP_IPV6_SENDER, 16),
                    (TLV_FEC_RSVP_IP_MBZ2, 2),
                    (TLV_FEC_RSVP_IP_LSP_ID, 2),
                ],
                (6, 13) => &[(TLV_FEC_VPN_ROUTE_DIST, 8), (TLV_FEC_VPN_IPV4, 4), (TLV_FEC_VPN_LEN, 1)],
                (7, 25) => &[(TLV_FEC_VPN_ROUTE_DIST, 8), (TLV_FEC_VPN_IPV6, 16), (TLV_FEC_VPN_LEN, 1)],
                (8, 14) => &[
                    (TLV_FEC_L2VPN_ROUTE_DIST, 8),
                    (TLV_FEC_L2VPN_SEND_VE_ID, 2),
                    (TLV_FEC_L2VPN_RECV_VE_ID, 2),
                    (TLV_FEC_L2VPN_ENCAP_TYPE, 2),
                ],
                (10, 14) => &[
                    (TLV_FEC_L2CID_SENDER, 4),
                    (TLV_FEC_L2CID_REMOTE, 4),
                    (TLV_FEC_L2CID_VCID, 4),
                    (TLV_FEC_L2CID_ENCAP, 2),
                ],
                (12, 5) => &[(TLV_FEC_BGP_IPV4, 4), (TLV_FEC_BGP_LEN, 1)],
                (13, 17) => &[(TLV_FEC_BGP_IPV6, 16), (TLV_FEC_BGP_LEN, 1)],
                (14, 5) => &[(TLV_FEC_GEN_IPV4, 4), (TLV_FEC_GEN_IPV4_MASK, 1)],
                (15, 17) => &[(TLV_FEC_GEN_IPV6, 16), (TLV_FEC_GEN_IPV6_MASK, 1)],
                (17, 20) => &[
                    (TLV_FEC_RSVP_P2MP_IPV4_ID, 4),
                    (TLV_FEC_RSVP_P2MP_IP_MBZ1, 2),
                    (TLV_FEC_RSVP_P2MP_IP_TUN_ID, 2),
                    (TLV_FEC_RSVP_P2MP_IPV4_EXT_TUN_ID, 4),
                    (TLV_FEC_RSVP_P2MP_IPV4_SENDER, 4),
                    (TLV_FEC_RSVP_P2MP_IP_MBZ2, 2),
                    (TLV_FEC_RSVP_P2MP_IP_LSP_ID, 2),
                ],
                _ => &[],
            };
            run(cx, &mut one, rows)?;
            let n = one.left();
            if rows.is_empty() && n > 0 {
                cx.field(TLV_FEC_VALUE, &mut one, n)?;
            }
            let padding = (filled - len).min(c.left());
            if padding > 0 {
                cx.field(PADDING, c, padding)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// A router's mapping for what it sends further, section 3.3 of RFC 4379.
fn downstream<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u16(TLV_DS_MAP_MTU, c)?;
    let kind = cx.u8(TLV_DS_MAP_ADDR_TYPE, c)?;
    cx.flags(TLV_DS_MAP_RES, c, 1, &[TLV_DS_MAP_FLAG_RES, TLV_DS_MAP_FLAG_I, TLV_DS_MAP_FLAG_N])?;
    match kind {
        1 => run(cx, c, &[(TLV_DS_MAP_DS_IP, 4), (TLV_DS_MAP_INT_IP, 4)])?,
        2 | 5 => run(cx, c, &[(TLV_DS_MAP_DS_IP, 4), (TLV_DS_MAP_IF_INDEX, 4)])?,
        3 => run(cx, c, &[(TLV_DS_MAP_DS_IPV6, 16), (TLV_DS_MAP_INT_IPV6, 16)])?,
        4 => run(cx, c, &[(TLV_DS_MAP_DS_IPV6, 16), (TLV_DS_MAP_IF_INDEX, 4)])?,
        _ => return Ok(()),
    }
    run(cx, c, &[(TLV_DS_MAP_HASH_TYPE, 1), (TLV_DS_MAP_DEPTH, 1)])?;
    let n = usize::from(cx.u16(TLV_DS_MAP_MULTI_LEN, c)?);
    if n > 0 {
        cx.field(TLV_DS_MAP_MP_VALUE, c, n)?;
    }
    Ok(())
}
