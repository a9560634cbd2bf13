//! Point-to-Point Protocol, RFC 1661, with or without the HDLC-like framing of RFC 1662.

use requin_wire::{Cursor, Cx, Sink, Step, Table, names, proto};

proto! {
    PPP "ppp" "Point-to-Point Protocol" "PPP" Link
    on [Link 9, Link 50, Ether 0x880b, Gre 0x880b]
    fields {
        ADDRESS "ppp.address" "Address": U8 Hex;
        CONTROL "ppp.control" "Control": U8 Hex;
        CODE "ppp.code" "Code": U8 Dec;
        IDENTIFIER "ppp.identifier" "Identifier": U8 DecHex;
        LENGTH "ppp.length" "Length": U16 Dec;
        DATA "ppp.data" "Data": Bytes;
        MAGIC_NUMBER "ppp.magic_number" "Magic Number": U32 Hex;
        OUI "ppp.oui" "OUI": U24 Oui;
        KIND "ppp.kind" "Kind": U8 DecHex;
        PROTOCOL "ppp.protocol" "Protocol": U16 Hex = PROTOCOL_NAMES;
    }
    experts {
        OPT_LEN_INVALID "ppp.opt.len.invalid" Warn Protocol "Invalid length for option";
    }
}

names! {
    pub(super) LCP_CODES {
        0 => "Vendor Specific", 1 => "Configuration Request", 2 => "Configuration Ack", 3 => "Configuration Nak",
        4 => "Configuration Reject", 5 => "Termination Request", 6 => "Termination Ack", 7 => "Code Reject",
        8 => "Protocol Reject", 9 => "Echo Request", 10 => "Echo Reply", 11 => "Discard Request",
        12 => "Identification", 13 => "Time Remaining",
    }
    pub(super) CONTROL_CODES {
        0 => "Vendor Specific", 1 => "Configuration Request", 2 => "Configuration Ack", 3 => "Configuration Nak",
        4 => "Configuration Reject", 5 => "Termination Request", 6 => "Termination Ack", 7 => "Code Reject",
    }
    pub(super) CCP_CODES {
        0 => "Vendor Specific", 1 => "Configuration Request", 2 => "Configuration Ack", 3 => "Configuration Nak",
        4 => "Configuration Reject", 5 => "Termination Request", 6 => "Termination Ack", 7 => "Code Reject",
        14 => "Reset Request", 15 => "Reset Ack",
    }
}

names! { pub(super) PROTOCOL_NAMES {
    1 => "Padding Protocol",
    3 => "ROHC small-CID",
    5 => "ROHC large-CID",
    33 => "Internet Protocol version 4",
    35 => "OSI Network Layer",
    37 => "Xerox NS IDP",
    39 => "DECnet Phase IV",
    41 => "Appletalk",
    43 => "Novell IPX",
    45 => "Van Jacobson Compressed TCP/IP",
    47 => "Van Jacobson Uncompressed TCP/IP",
    49 => "Bridging PDU",
    51 => "Stream Protocol (ST-II)",
    53 => "Banyan Vines",
    57 => "AppleTalk EDDP",
    59 => "AppleTalk SmartBuffered",
    61 => "Multi-Link",
    63 => "NETBIOS Framing",
    65 => "Cisco Systems",
    67 => "Ascom Timeplex",
    69 => "Fujitsu Link Backup and Load Balancing (LBLB)",
    71 => "DCA Remote Lan",
    73 => "Serial Data Transport Protocol (PPP-SDTP)",
    75 => "SNA over 802.2",
    77 => "SNA",
    79 => "IPv6 Header Compression ",
    81 => "KNX Bridging Data",
    83 => "Encryption",
    85 => "Individual Link Encryption",
    87 => "Internet Protocol version 6",
    89 => "PPP Muxing",
    91 => "Vendor-Specific Network Protocol (VSNP)",
    93 => "TRILL Network Protocol (TNP)",
    97 => "RTP IPHC Full Header",
    99 => "RTP IPHC Compressed TCP",
    101 => "RTP IPHC Compressed Non TCP",
    103 => "RTP IPHC Compressed UDP 8",
    105 => "RTP IPHC Compressed RTP 8",
    111 => "Stampede Bridging",
    115 => "MP+ Protocol",
    193 => "NTCITS IPI",
    251 => "Single link compression in multilink",
    253 => "Compressed datagram",
    513 => "802.1d Hello Packets",
    515 => "IBM Source Routing BPDU",
    517 => "DEC LANBridge100 Spanning Tree",
    519 => "Cisco Discovery Protocol",
    521 => "Netcs Twin Routing",
    523 => "STP - Scheduled Transfer Protocol",
    525 => "EDP - Extreme Discovery Protocol",
    529 => "Optical Supervisory Channel Protocol (OSCP)",
    531 => "Optical Supervisory Channel Protocol (OSCP)",
    561 => "Luxcom",
    563 => "Sigma Network Systems",
    565 => "Apple Client Server Protocol",
    641 => "MPLS Unicast",
    643 => "MPLS Multicast",
    645 => "IEEE p1284.4 standard - data packets",
    647 => "ETSI TETRA Network Protocol Type 1",
    649 => "Multichannel Flow Treatment Protocol",
    8291 => "RTP IPHC Compressed TCP No Delta",
    8293 => "RTP IPHC Context State",
    8295 => "RTP IPHC Compressed UDP 16",
    8297 => "RTP IPHC Compressed RTP 16",
    16385 => "Cray Communications Control Protocol",
    16387 => "CDPD Mobile Network Registration Protocol",
    16389 => "Expand accelerator protocol",
    16391 => "ODSICP NCP",
    16393 => "DOCSIS DLL",
    16395 => "Cetacean Network Detection Protocol",
    16417 => "Stacker LZS",
    16419 => "RefTek Protocol",
    16421 => "Fibre Channel",
    16423 => "EMIT Protocols",
    16475 => "Vendor-Specific Protocol (VSP)",
    16477 => "TRILL Link State Protocol (TLSP)",
    32801 => "Internet Protocol Control Protocol",
    32803 => "OSI Network Layer Control Protocol",
    32805 => "Xerox NS IDP Control Protocol",
    32807 => "DECnet Phase IV Control Protocol",
    32809 => "AppleTalk Control Protocol",
    32811 => "Novell IPX Control Protocol",
    32817 => "Bridging NCP",
    32819 => "Stream Protocol Control Protocol",
    32821 => "Banyan Vines Control Protocol",
    32829 => "Multi-Link Control Protocol",
    32831 => "NETBIOS Framing Control Protocol",
    32833 => "Cisco Systems Control Protocol",
    32835 => "Ascom Timeplex",
    32837 => "Fujitsu LBLB Control Protocol",
    32839 => "DCA Remote Lan Network Control Protocol (RLNCP)",
    32841 => "Serial Data Control Protocol (PPP-SDCP)",
    32843 => "SNA over 802.2 Control Protocol",
    32845 => "SNA Control Protocol",
    32847 => "IP6 Header Compression Control Protocol",
    32849 => "KNX Bridging Control Protocol",
    32851 => "Encryption Control Protocol",
    32853 => "Individual Link Encryption Control Protocol",
    32855 => "IPv6 Control Protocol",
    32857 => "PPP Muxing Control Protocol",
    32859 => "Vendor-Specific Network Control Protocol (VSNCP)",
    32861 => "TRILL Network Control Protocol",
    32879 => "Stampede Bridging Control Protocol",
    32883 => "MP+ Control Protocol",
    32961 => "NTCITS IPI Control Protocol",
    33019 => "Single link compression in multilink control",
    33021 => "Compression Control Protocol",
    33287 => "Cisco Discovery Protocol Control Protocol",
    33289 => "Netcs Twin Routing",
    33291 => "STP - Control Protocol",
    33293 => "EDPCP - Extreme Discovery Protocol Control Protocol",
    33333 => "Apple Client Server Protocol Control",
    33409 => "MPLS Control Protocol",
    33413 => "IEEE p1284.4 standard - Protocol Control",
    33415 => "ETSI TETRA TNP1 Control Protocol",
    33417 => "Multichannel Flow Treatment Protocol",
    49185 => "Link Control Protocol",
    49187 => "Password Authentication Protocol",
    49189 => "Link Quality Report",
    49191 => "Shiva Password Authentication Protocol",
    49193 => "Callback Control Protocol (CBCP)",
    49195 => "BACP Bandwidth Allocation Control Protocol",
    49197 => "BAP Bandwidth Allocation Protocol",
    49243 => "Vendor-Specific Authentication Protocol (VSAP)",
    49281 => "Container Control Protocol",
    49699 => "Challenge Handshake Authentication Protocol",
    49701 => "RSA Authentication Protocol",
    49703 => "Extensible Authentication Protocol",
    49705 => "Mitsubishi Security Information Exchange Protocol (SIEP)",
    49775 => "Stampede Bridging Authorization Protocol",
    49793 => "Proprietary Authentication Protocol",
    49795 => "Proprietary Authentication Protocol",
    50305 => "Proprietary Node ID Authentication Protocol",
} }

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("PPP");
    cx.info_clear();
    if c.peek_u8(0)? == 0xff {
        cx.field(ADDRESS, &mut c, 1)?;
        cx.field(CONTROL, &mut c, 1)?;
    }
    // An odd first byte is a protocol number compressed to one byte.
    let width = if c.peek_u8(0)? & 1 != 0 { 1 } else { 2 };
    let number = c.peek_uint(0, width)? as u16;
    cx.field(PROTOCOL, &mut c, width)?;
    cx.proto_len(all.left() - c.left());
    if cx.dispatch(Table::Ppp, u32::from(number), c)? {
        return Ok(());
    }
    cx.protocol_with(|o| _ = o.hex(number, 4));
    cx.info(|o| match PROTOCOL_NAMES.find(u64::from(number)) {
        Some(name) => _ = o.s("PPP ").s(name).s(" (").hex(number, 4).s(")"),
        None => _ = o.s("PPP Unknown (").hex(number, 4).s(")"),
    });
    if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
}

/// PPP Link Control Protocol.
pub mod lcp {
    use requin_wire::{Cursor, Cx, Names, Out, Sink, Step, names, proto};

    proto! {
        LCP "lcp" "PPP Link Control Protocol" "PPP LCP" Link
        on [Ppp 0xc021]
    fields {
        MAGIC_NUMBER "lcp.magic_number" "Magic Number": U32 Hex;
        DATA "lcp.data" "Data": Bytes;
        REJ_PROTO "lcp.rej_proto" "Rejected Protocol": U16 Hex = super::PROTOCOL_NAMES;
        OPT_TYPE "lcp.opt.type" "Type": U8 Dec;
        OPT_LENGTH "lcp.opt.length" "Length": U8 Dec;
        OPT_DATA "lcp.opt.data" "Data": Bytes;
        OPT_MRU "lcp.opt.mru" "Maximum Receive Unit": U16 Dec;
        OPT_AUTH_PROTOCOL "lcp.opt.auth_protocol" "Authentication Protocol": U16 Hex = super::PROTOCOL_NAMES;
        OPT_MAGIC_NUMBER "lcp.opt.magic_number" "Magic Number": U32 Hex;
        OPT_OPERATION "lcp.opt.operation" "Operation": U8 Dec = OPT_OPERATION_NAMES;
        OPT_MRRU "lcp.opt.mrru" "MRRU": U16 Dec;
        OPT_EP_DISC_CLASS "lcp.opt.ep_disc_class" "Class": U8 Dec = OPT_EP_DISC_CLASS_NAMES;
            OPT_VENDOR "lcp.opt.vendor" "Vendor Specific": Bytes;
            OPT_MTU_BYTES "lcp.opt.mtu_bytes" "Maximum Receive Unit": Bytes;
            OPT_ASYNCMAP_BYTES "lcp.opt.asyncmap_bytes" "Async Control Character Map": Bytes;
            OPT_AUTH_PROTOCOL_BYTES "lcp.opt.auth_protocol_bytes" "Authentication Protocol": Bytes;
            OPT_QUALITY_BYTES "lcp.opt.quality_protocol_bytes" "Quality Protocol": Bytes;
            OPT_MAGIC_NUMBER_BYTES "lcp.opt.magic_number_bytes" "Magic Number": Bytes;
            OPT_FIELD_COMPRESS "lcp.opt.field_compress" "Protocol Field Compression": Bytes;
            OPT_ADDR_FIELD_COMPRESS "lcp.opt.addr_field_compress" "Address and Control Field Compression": Bytes;
            OPT_CALLBACK "lcp.opt.callback" "Callback": Bytes;
            OPT_MULTILINK_MRRU "lcp.opt.multilink_mrru" "Multilink MRRU": Bytes;
            OPT_MULTILINK_SSNH "lcp.opt.multilink_ssnh" "Multilink Short Sequence Number Header": Bytes;
            OPT_MULTILINK_EP_DISC "lcp.opt.multilink_ep_disc" "Multilink Endpoint Discriminator": Bytes;
            MESSAGE "lcp.message" "Message": Str;
            SECS_REMAINING "lcp.secs_remaining" "Seconds Remaining": U32 Dec;
            OPT_OUI "lcp.opt.oui" "OUI": U24 Oui;
            OPT_KIND "lcp.opt.kind" "Kind": U8 DecHex;
            OPT_QUALITY_PROTOCOL "lcp.opt.quality_protocol" "Quality Protocol": U16 Hex = super::PROTOCOL_NAMES;
            OPT_LINKQUALMON "lcp.opt.linkqualmon" "Link Quality Monitoring": Bytes;
            OPT_REPORTING_PERIOD "lcp.opt.reporting_period" "Reporting Period": U32 Dec = Names::Unit(" microsecond", " microseconds");
            OPT_FCS_ALTERNATIVES "lcp.opt.fcs_alternatives_bytes" "FCS Alternatives": Bytes;
            OPT_FCS_ALTERNATIVE "lcp.opt.fcs_alternatives" "FCS Alternatives": U8 Hex;
            OPT_FCS_NULL "lcp.opt.fcs_alternatives.null" "NULL FCS": Bool(8) & 0x1 = crate::common::TRUE;
            OPT_FCS_16 "lcp.opt.fcs_alternatives.ccitt16" "CCITT 16-bit": Bool(8) & 0x2 = crate::common::TRUE;
            OPT_FCS_32 "lcp.opt.fcs_alternatives.ccitt32" "CCITT 32-bit": Bool(8) & 0x4 = crate::common::TRUE;
            OPT_SELF_DESC_PAD "lcp.opt.self_desc_pad" "Self Describing Pad": Bytes;
            OPT_MAX_PAD "lcp.opt.maximum" "Maximum": U8 Dec = Names::Unit(" octet", " octets");
            OPT_NUMBERED_MODE "lcp.opt.numbered_mode" "Numbered Mode": Bytes;
            OPT_WINDOW "lcp.opt.window" "Window": U8 Dec = Names::Unit(" frame", " frames");
            OPT_HDLC_ADDRESS "lcp.opt.hdlc_address" "Address": Bytes;
            OPT_MESSAGE "lcp.opt.message" "Message": Bytes;
            OPT_COMPOUND_FRAMES "lcp.opt.compound_frames" "Compound Frames (Deprecated)": Bytes;
            OPT_NOMDATAENCAP "lcp.opt.nomdataencap" "Nominal Data Encapsulation (Deprecated)": Bytes;
            OPT_DCE_IDENTIFIER_BYTES "lcp.opt.dce_identifier" "DCE Identifier": Bytes;
            OPT_DCE_MODE "lcp.opt.mode" "Mode": U8 Dec = OPT_MODE_NAMES;
            OPT_MULTILINK_PP "lcp.opt.multilink_pp" "Multi Link Plus Procedure": Bytes;
            OPT_LINK_DISCRIM_BACP "lcp.opt.link_discrim_bytes" "Link Discriminator for BACP": Bytes;
            OPT_LINK_DISCRIM "lcp.opt.link_discrim" "Link Discriminator": U16 DecHex;
            OPT_MULTILINK_HDR_FORMAT "lcp.opt.multilink_hdr_fmt" "Multilink header format": Bytes;
            OPT_MLHF_CODE "lcp.opt.code" "Code": U8 Dec = OPT_CODE_NAMES;
            OPT_MAX_SUSP_CLASSES "lcp.opt.max_susp_classes" "Max suspendable classes": U8 Dec;
            OPT_INTERNATIONALIZATION "lcp.opt.internationalization" "Internationalization": Bytes;
            OPT_MIBENUM "lcp.opt.MIBenum" "MIBenum": U32 Dec;
            OPT_LANGUAGE_TAG "lcp.opt.language_tag" "Language-Tag": Str;
            OPT_SONET_SDH "lcp.opt.sonet_sdh" "Simple Data Link on SONET/SDH": Bytes;
            OPT_ASYNCMAP "lcp.opt.asyncmap" "Async Control Character Map": U32 Hex;
            ASYNC_US "lcp.opt.asyncmap.us" "US": Bool(32) & 0x80000000;
            ASYNC_RS "lcp.opt.asyncmap.rs" "RS": Bool(32) & 0x40000000;
            ASYNC_GS "lcp.opt.asyncmap.gs" "GS": Bool(32) & 0x20000000;
            ASYNC_FS "lcp.opt.asyncmap.fs" "FS": Bool(32) & 0x10000000;
            ASYNC_ESC "lcp.opt.asyncmap.esc" "ESC": Bool(32) & 0x8000000;
            ASYNC_SUB "lcp.opt.asyncmap.sub" "SUB": Bool(32) & 0x4000000;
            ASYNC_EM "lcp.opt.asyncmap.em" "EM": Bool(32) & 0x2000000;
            ASYNC_CAN "lcp.opt.asyncmap.can" "CAN": Bool(32) & 0x1000000;
            ASYNC_ETB "lcp.opt.asyncmap.etb" "ETB": Bool(32) & 0x800000;
            ASYNC_SYN "lcp.opt.asyncmap.syn" "SYN": Bool(32) & 0x400000;
            ASYNC_NAK "lcp.opt.asyncmap.nak" "NAK": Bool(32) & 0x200000;
            ASYNC_DC4 "lcp.opt.asyncmap.dc4" "DC4": Bool(32) & 0x100000;
            ASYNC_DC3 "lcp.opt.asyncmap.dc3" "DC3 (XOFF)": Bool(32) & 0x80000;
            ASYNC_DC2 "lcp.opt.asyncmap.dc2" "DC2": Bool(32) & 0x40000;
            ASYNC_DC1 "lcp.opt.asyncmap.dc1" "DC1 (XON)": Bool(32) & 0x20000;
            ASYNC_DLE "lcp.opt.asyncmap.dle" "DLE": Bool(32) & 0x10000;
            ASYNC_SI "lcp.opt.asyncmap.si" "SI": Bool(32) & 0x8000;
            ASYNC_SO "lcp.opt.asyncmap.so" "SO": Bool(32) & 0x4000;
            ASYNC_CR "lcp.opt.asyncmap.cr" "CR": Bool(32) & 0x2000;
            ASYNC_FF "lcp.opt.asyncmap.ff" "FF": Bool(32) & 0x1000;
            ASYNC_VT "lcp.opt.asyncmap.vt" "VT": Bool(32) & 0x800;
            ASYNC_LF "lcp.opt.asyncmap.lf" "LF": Bool(32) & 0x400;
            ASYNC_HT "lcp.opt.asyncmap.ht" "HT": Bool(32) & 0x200;
            ASYNC_BS "lcp.opt.asyncmap.bs" "BS": Bool(32) & 0x100;
            ASYNC_BEL "lcp.opt.asyncmap.bel" "BEL": Bool(32) & 0x80;
            ASYNC_ACK "lcp.opt.asyncmap.ack" "ACK": Bool(32) & 0x40;
            ASYNC_ENQ "lcp.opt.asyncmap.enq" "ENQ": Bool(32) & 0x20;
            ASYNC_EOT "lcp.opt.asyncmap.eot" "EOT": Bool(32) & 0x10;
            ASYNC_ETX "lcp.opt.asyncmap.etx" "ETX": Bool(32) & 0x8;
            ASYNC_STX "lcp.opt.asyncmap.stx" "STX": Bool(32) & 0x4;
            ASYNC_SOH "lcp.opt.asyncmap.soh" "SOH": Bool(32) & 0x2;
            ASYNC_NUL "lcp.opt.asyncmap.nul" "NUL": Bool(32) & 0x1;
            OPT_ALGORITHM "lcp.opt.algorithm" "Algorithm": U8 Dec = OPT_ALGORITHM_NAMES;
            OPT_IP_ADDRESS "lcp.opt.ip_address" "IP Address": Ipv4;
            OPT_802_1_ADDRESS "lcp.opt.802_1_address" "IEEE 802.1 Address": Ether;
            OPT_MAGIC_BLOCK "lcp.opt.magic_block" "PPP Magic-Number Block": Bytes;
            OPT_PSNDN "lcp.opt.psndn" "Public Switched Network Directory Number": Bytes;
            OPT_UNUSED "lcp.opt.unused" "Unused": Bytes;
    }
    }

    const OPT_ALGORITHM_NAMES: Names = Names::Ranges(&[
        (0, 4, "Reserved"),
        (5, 5, "CHAP with MD5"),
        (6, 6, "CHAP with SHA-1"),
        (128, 128, "MS-CHAP"),
        (129, 129, "MS-CHAP-2"),
    ]);

    names! { OPT_MODE_NAMES {
        1 => "Mode-1 (No Additional Negotiation)", 2 => "Mode-2 (Full PPP Negotiation and State Machine)",
    }
    OPT_CODE_NAMES {
        2 => "Long sequence number fragment format with classes",
        6 => "Short sequence number fragment format with classes",
    } }

    /// What a link's options are about, behind their names.
    pub(in crate::link) fn value(o: &mut Out<'_>, number: u8, body: &[u8]) {
        let (byte, n) =
            (u64::from(body.first().copied().unwrap_or(0)), requin_wire::be(body.get(..2).unwrap_or(body)));
        let long = requin_wire::be(body.get(..4).unwrap_or(body));
        match number {
            1 | 17 => _ = o.s(": ").u(n),
            2 => {
                o.s(": ").hex(long, 8);
                match long {
                    0 => _ = o.s(" (None)"),
                    0xffff_ffff => _ = o.s(" (All)"),
                    _ => {}
                }
            }
            3 | 4 => _ = o.s(": ").s(super::PROTOCOL_NAMES.or(n, "Unknown")).s(" (").hex(n, 4).c(b')'),
            5 => _ = o.s(": ").hex(long, 8),
            6 => _ = o.s(": ").u(long).s(if long == 1 { " microsecond" } else { " microseconds" }),
            9 => _ = o.s(": ").hex(byte, 2),
            10 => _ = o.s(": ").u(byte).s(if byte == 1 { " octet" } else { " octets" }),
            11 => _ = o.s(": ").u(byte).s(if byte == 1 { " frame" } else { " frames" }),
            13 => _ = o.s(": ").s(OPT_OPERATION_NAMES.or(byte, "Unknown")),
            19 => _ = o.s(": Class: ").s(OPT_EP_DISC_CLASS_NAMES.or(byte, "Unknown")),
            21 => _ = o.s(": ").s(OPT_MODE_NAMES.or(byte, "Unknown")),
            23 => _ = o.s(": ").u(n).s(" (").hex(n, 4).c(b')'),
            _ => {}
        }
    }

    names! { OPT_OPERATION_NAMES {
        0 => "Location is determined by user authentication",
        1 => "Message is dialing string",
        2 => "Message is location identifier",
        3 => "Message is E.164",
        4 => "Message is distinguished name",
        5 => "unassigned",
        6 => "Location is determined during CBCP negotiation",
    }
    OPT_EP_DISC_CLASS_NAMES {
        0 => "Null",
        1 => "Locally assigned address",
        2 => "Internet Protocol (IP) address",
        3 => "IEEE 802.1 globally assigned MAC address",
        4 => "PPP magic-number block",
        5 => "Public switched network directory number",
    } }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::super::ppp_control::lcp(cx, c)
    }
}

/// PPP IP Control Protocol.
pub mod ipcp {
    use requin_wire::{Cursor, Cx, Names, Sink, Step, names, proto};

    proto! {
        IPCP "ipcp" "PPP IP Control Protocol" "PPP IPCP" Link
        on [Ppp 0x8021]
    fields {
        OPT_TYPE "ipcp.opt.type" "Type": U8 Dec;
        OPT_LENGTH "ipcp.opt.length" "Length": U8 Dec;
        OPT_COMPRESS_PROTO "ipcp.opt.compress_proto" "IP Compression Protocol": U16 Hex = OPT_COMPRESS_PROTO_NAMES;
        OPT_MAX_SLOT_ID "ipcp.opt.max_slot_id" "Max Slot ID": U8 Dec;
        OPT_COMP_SLOT_ID "ipcp.opt.comp_slot_id" "Comp Slot ID": Bool(8) & 0x1 = Names::Bools("The slot identifier may be compressed", "The slot identifier must not be compressed");
        OPT_TCP_SPACE "ipcp.opt.tcp_space" "TCP Space": U16 Dec;
        OPT_NON_TCP_SPACE "ipcp.opt.non_tcp_space" "Non TCP Space": U16 Dec;
        OPT_F_MAX_PERIOD "ipcp.opt.f_max_period" "F Max Period": U16 Dec;
        OPT_F_MAX_TIME "ipcp.opt.f_max_time" "F Max Time": U16 Dec;
        OPT_MAX_HEADER "ipcp.opt.max_header" "Max Header": U16 Dec;
        OPT_IP_ADDRESS "ipcp.opt.ip_address" "IP Address": Ipv4;
        OPT_PRI_DNS_ADDRESS "ipcp.opt.pri_dns_address" "Primary DNS Address": Ipv4;
        OPT_SEC_DNS_ADDRESS "ipcp.opt.sec_dns_address" "Secondary DNS Address": Ipv4;
            OPT_ADDRS "ipcp.opt.addrs" "IP Addresses (deprecated)": Bytes;
            OPT_SRC_ADDRESS "ipcp.opt.src_address" "Source IP Address": Ipv4;
            OPT_DST_ADDRESS "ipcp.opt.dst_address" "Destination IP Address": Ipv4;
            OPT_MOBILEIPV4 "ipcp.opt.mobileipv4" "Mobile Node's Home IP Address": Bytes;
            OPT_MOBILENODEHOMEADDRESS "ipcp.opt.mobilenodehomeaddress" "Mobile Node's Home Address": Ipv4;
            OPT_COMPRESS "ipcp.opt.compress" "IP Compression Protocol": Bytes;
            OPT_ADDR "ipcp.opt.addr" "IP Address": Bytes;
            OPT_PRI_DNS "ipcp.opt.pri_dns" "Primary DNS Server IP Address": Bytes;
            OPT_PRI_NBNS "ipcp.opt.pri_nbns" "Primary NBNS Server IP Address": Bytes;
            OPT_SEC_DNS "ipcp.opt.sec_dns" "Secondary DNS Server IP Address": Bytes;
            OPT_SEC_NBNS "ipcp.opt.sec_nbns" "Secondary NBNS Server IP Address": Bytes;
            OPT_PRI_NBNS_ADDRESS "ipcp.opt.pri_nbns_address" "Primary NBNS Address": Ipv4;
            OPT_SEC_NBNS_ADDRESS "ipcp.opt.sec_nbns_address" "Secondary NBNS Address": Ipv4;
    }
    }

    names! { OPT_COMPRESS_PROTO_NAMES {
        3 => "Robust Header Compression (ROHC)",
        45 => "VJ compression",
        55 => "VJ compression (RFC1172-typo)",
        97 => "IPHC compression",
    } }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::super::ppp_control::ipcp(cx, c)
    }
}

/// PPP IPv6 Control Protocol.
pub mod ipv6cp {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        IPV6CP "ipv6cp" "PPP IPv6 Control Protocol" "PPP IPV6CP" Link
        on [Ppp 0x8057]
    fields {
        OPT_TYPE "ipv6cp.opt.type" "Type": U8 Dec;
        OPT_LENGTH "ipv6cp.opt.length" "Length": U8 Dec;
        INTERFACE_IDENTIFIER "ipv6cp.interface_identifier" "Interface Identifier": Bytes Colon;
            OPT_INTERFACE_IDENTIFIER "ipv6cp.opt.interface_identifier" "Interface Identifier": Bytes;
            OPT_COMPRESS "ipv6cp.opt.compress" "IPv6 compression": Bytes;
    }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::super::ppp_control::ipv6cp(cx, c)
    }
}

/// PPP Compression Control Protocol.
pub mod ccp {
    use requin_wire::{Cursor, Cx, Names, Out, Sink, Step, Value, names, proto};

    proto! {
        CCP "ccp" "PPP Compression Control Protocol" "PPP CCP" Link
        on [Ppp 0x80fd]
    fields {
        OPT_TYPE "ccp.opt.type" "Type": U8 Dec;
        OPT_LENGTH "ccp.opt.length" "Length": U8 Dec;
        OPT_VD "ccp.opt.vd" "Vers/Dict": U8 Hex;
        OPT_VD_VERS "ccp.opt.vd.vers" "Vers": U8 Dec & 0xe0;
        OPT_VD_DICT "ccp.opt.vd.dict" "Dict": U8 Dec & 0x1f;
        OPT_FE "ccp.opt.fe" "Features": U8 Dec & 0xc0;
        OPT_P "ccp.opt.p" "Packet by Packet flag": Bool(8) & 0x20 = Names::Bools("Enabled", "Disabled");
        OPT_HISTORY "ccp.opt.History" "History": U8 Dec & 0x1f;
        OPT_CONTEXTS "ccp.opt.contexts" "# Contexts": U8 Dec;
        OPT_WINDOW "ccp.opt.window" "Window": U8 Dec & 0xf0 = Names::Custom(window);
        OPT_METHOD "ccp.opt.method" "Method": U8 Dec & 0xf = OPT_METHOD_NAMES;
        OPT_MBZ "ccp.opt.mbz" "MBZ": U8 Dec & 0xfc;
        OPT_CHK "ccp.opt.chk" "Chk": U8 Dec & 0x3 = OPT_CHK_NAMES;
            OPT_PREDICT1 "ccp.opt.predict1" "Predictor type 1": Bytes;
            OPT_PREDICT2 "ccp.opt.predict2" "Predictor type 2": Bytes;
            OPT_STAC "ccp.opt.stac" "Stac Electronics LZS": Bytes;
            OPT_STAC_ASCEND "ccp.opt.stac_ascend" "Stac Electronics LZS (Ascend Proprietary version)": Bytes;
            OPT_MPPE "ccp.opt.mppe" "Microsoft PPE/PPC": Bytes;
            OPT_BSDCOMP "ccp.opt.bsdcomp" "BSD LZW Compress": Bytes;
            OPT_MVRCA "ccp.opt.mvrca" "MVRCA (Magnalink)": Bytes;
            OPT_DEFLATE "ccp.opt.deflate" "Deflate": Bytes;
            OPT_OUI_NODE "ccp.opt_oui" "OUI": Bytes;
            OPT_OUI "ccp.opt.oui" "OUI": U24 Oui;
            OPT_SUBTYPE "ccp.opt.subtype" "Subtype": U8 DecHex;
            OPT_DATA "ccp.opt.data" "Data": Bytes;
            OPT_PUDDLE "ccp.opt.puddle" "Puddle Jumper": Bytes;
            OPT_HPPPC "ccp.opt.hpppc" "Hewlett-Packard PPC": Bytes;
            OPT_HISTORY_COUNT "ccp.opt.history_count" "History Count": U16 Dec;
            OPT_CM "ccp.opt.cm" "Check Mode Field": U8 Dec;
            OPT_CM_RESERVED "ccp.opt.cm.reserved" "Reserved": U8 Dec & 0xf8;
            OPT_CM_CHECK_MODE "ccp.opt.cm.check_mode" "Check Mode": U8 Dec & 0x7 = CHECK_MODES;
            SUPPORTED_H "ccp.opt.supported_bits.h" "H": Bool(32) & 0x0100_0000 = Names::Bools("Stateless mode ON", "Stateless mode OFF");
            SUPPORTED_M "ccp.opt.supported_bits.m" "M": Bool(32) & 0x80 = Names::Bools("56-bit encryption ON", "56-bit encryption OFF");
            SUPPORTED_S "ccp.opt.supported_bits.s" "S": Bool(32) & 0x40 = Names::Bools("128-bit encryption ON", "128-bit encryption OFF");
            SUPPORTED_L "ccp.opt.supported_bits.l" "L": Bool(32) & 0x20 = Names::Bools("40-bit encryption ON", "40-bit encryption OFF");
            SUPPORTED_D "ccp.opt.supported_bits.d" "D": Bool(32) & 0x10 = Names::Bools("Obsolete (should NOT be 1)", "Obsolete (should ALWAYS be 0)");
            SUPPORTED_C "ccp.opt.supported_bits.c" "C": Bool(32) & 0x1 = Names::Bools("Desire to negotiate MPPC", "No desire to negotiate MPPC");
            OPT_GFZA "ccp.opt.gfza" "Gandalf FZA": Bytes;
            OPT_GFZA_HISTORY "ccp.opt.history" "History": U8 Dec;
            OPT_VERSION "ccp.opt.version" "Version": Bytes;
            OPT_V42BIS "ccp.opt.v42bis" "V.42bis compression": Bytes;
            OPT_LZSDCP "ccp.opt.lzsdcp" "LZS-DCP": Bytes;
            OPT_CHECK_MODE "ccp.opt.check_mode" "Check Mode": U8 Dec = LZSDCP_CHECK_MODES;
            OPT_PROCESS_MODE "ccp.opt.process_mode" "Process Mode": U8 Dec = PROCESS_MODES;
            OPT_DCE "ccp.opt.dce" "PPP for Data Compression in Data Circuit-Terminating Equipment (DCE)": Bytes;
            OPT_MODE "ccp.opt.mode" "Mode": U8 Dec = DCE_MODES;
            OPT_V44LZJH "ccp.opt.v44lzjh" "V.44/LZJH compression": Bytes;
            OPT_MODE_DICTCOUNT "ccp.opt.mode_dictcount" "Mode/Dictionary Count": U16 Dec;
            OPT_DICT_SIZE "ccp.opt.dict_size" "Dictionary Size": U16 Dec;
            OPT_HISTORY_LENGTH "ccp.opt.history_length" "History Length": U16 Dec;
            OPT_SUPPORTED_BITS "ccp.opt.supported_bits" "Supported Bits": U32 Hex;
    }
    }

    /// The window's size, of which the base-2 logarithm less 8 is told (RFC 1979 section 2).
    fn window(v: Value, o: &mut Out<'_>) {
        o.u(1u64 << (v.as_u64().unwrap_or(0) + 8).min(63));
    }

    names! {
    CHECK_MODES {
        0 => "None",
        1 => "LCB",
        2 => "CRC",
        3 => "Sequence Number",
        4 => "Extended Mode",
    }
    LZSDCP_CHECK_MODES {
        0 => "None",
        1 => "LCB",
        2 => "Sequence Number",
        3 => "Sequence Number + LCB (default)",
    }
    PROCESS_MODES {
        0 => "None (default)",
        1 => "Process-Uncompressed",
    }
    DCE_MODES {
        1 => "No Additional Negotiation",
        2 => "Full PPP Negotiation and State Machine",
    }
    OPT_METHOD_NAMES {
        8 => "zlib compression",
    }
    OPT_CHK_NAMES {
        0 => "sequence number check method",
    } }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::super::ppp_control::ccp(cx, c)
    }
}

/// PPP Bandwidth Allocation Control Protocol.
pub mod bacp {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        BACP "bacp" "PPP Bandwidth Allocation Control Protocol" "PPP BACP" Link
        on [Ppp 0xc02b]
        fields {
            OPT_TYPE "bacp.opt.type" "Type": U8 Dec;
            OPT_LENGTH "bacp.opt.length" "Length": U8 Dec;
            OPT_FAVORED_PEER "bacp.opt.favored_peer" "Favored-Peer": Bytes;
            MAGIC_NUMBER "bacp.magic_number" "Magic number": U32 Hex;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::super::ppp_control::bacp(cx, c)
    }
}

/// PPP OSI Network Layer Control Protocol.
pub mod osinlcp {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        OSINLCP "osinlcp" "PPP OSI Network Layer Control Protocol" "PPP OSINLCP" Link
        on [Ppp 0x8023]
        fields {
            OPT_TYPE "osinlcp.opt.type" "Type": U8 Dec;
            OPT_LENGTH "osinlcp.opt.length" "Length": U8 Dec;
            OPT_ALIGN_NPDU "osinlcp.opt.def_pid" "Align-NPDU": Bytes;
            OPT_ALIGNMENT "osinlcp.opt.alignment" "Alignment": U8 Dec;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::super::ppp_control::osinlcp(cx, c)
    }
}

/// PPP MPLS Control Protocol.
pub mod mplscp {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        MPLSCP "mplscp" "PPP MPLS Control Protocol" "PPP MPLSCP" Link
        on [Ppp 0x8281]
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::super::ppp_control::plain(cx, "PPP MPLSCP", c)
    }
}

/// PPP CDP Control Protocol.
pub mod cdpcp {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        CDPCP "cdpcp" "PPP CDP Control Protocol" "PPP CDPCP" Link
        on [Ppp 0x8207]
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::super::ppp_control::plain(cx, "PPP CDPCP", c)
    }
}

/// PPP Password Authentication Protocol.
pub mod pap {
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

    proto! {
        PAP "pap" "PPP Password Authentication Protocol" "PPP PAP" Link
        on [Ppp 0xc023]
    fields {
        CODE "pap.code" "Code": U8 Dec = CODES;
        IDENTIFIER "pap.identifier" "Identifier": U8 Dec;
        LENGTH "pap.length" "Length": U16 Dec;
        DATA "pap.data" "Data": None;
        PEER_ID_LENGTH "pap.peer_id.length" "Peer-ID-Length": U8 Dec;
        PEER_ID "pap.peer_id" "Peer-ID": Str;
        PASSWORD_LENGTH "pap.password.length" "Password-Length": U8 Dec;
        PASSWORD "pap.password" "Password": Str;
        STUFF "pap.stuff" "stuff": Bytes;
        MESSAGE_LENGTH "pap.message.length" "Message-Length": U8 Dec;
        MESSAGE "pap.message" "Message": Str;
    }

    }

    names! { pub(in super::super) CODES {
        1 => "Authenticate-Request",
        2 => "Authenticate-Ack",
        3 => "Authenticate-Nak",
    } }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::super::ppp_control::pap(cx, c)
    }
}

/// PPP Challenge Handshake Authentication Protocol, RFC 1994.
pub mod chap {
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

    proto! {
        CHAP "chap" "PPP Challenge Handshake Authentication Protocol" "PPP CHAP" Link
        on [Ppp 0xc223]
        fields {
            CODE "chap.code" "Code": U8 Dec = CODES;
            IDENTIFIER "chap.identifier" "Identifier": U8 Dec;
            LENGTH "chap.length" "Length": U16 Dec;
            DATA "chap.data" "Data": None;
            VALUE_SIZE "chap.value_size" "Value Size": U8 Dec;
            VALUE "chap.value" "Value": Bytes;
            NAME "chap.name" "Name": Str;
            MESSAGE "chap.message" "Message": Str;
            STUFF "chap.stuff" "Stuff": Bytes;
        }
    }

    names! { pub(in super::super) CODES { 1 => "Challenge", 2 => "Response", 3 => "Success", 4 => "Failure" } }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::super::ppp_control::chap(cx, c)
    }
}
