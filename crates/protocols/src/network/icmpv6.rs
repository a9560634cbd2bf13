//! Internet Control Message Protocol for IPv6: RFC 4443, with neighbour discovery (RFC 4861), listener
//! discovery (RFC 2710, RFC 3810), node information (RFC 4620), router renumbering (RFC 2894), RPL (RFC 6550).

use super::{checksum, echo, icmpv6_nd as nd};
use requin_wire::{Cursor, Cx, Item, Names, Out, Past, Sink, Step, Value, names, proto};

proto! {
    ICMPV6 "icmpv6" "Internet Control Message Protocol v6" "ICMPv6" Network
    on [IpProto 58]
    remember [remember] for columns [RESP_TO, RESPTIME]
    fields {
        TYPE "icmpv6.type" "Type": U8 Dec = TYPE_NAMES;
        CODE "icmpv6.code" "Code": U8 Dec;
        CHECKSUM "icmpv6.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "icmpv6.checksum.status" "Checksum Status": U8 None = crate::transport::CHECKSUM_STATES;
        RESERVED "icmpv6.reserved" "Reserved": Bytes;
        DATA "icmpv6.data" "Data": Bytes;
        UNKNOWN_DATA "icmpv6.unknown_data" "Unknown Data": Bytes;
        MTU "icmpv6.mtu" "MTU": U32 Dec;
        POINTER "icmpv6.pointer" "Pointer": U32 Dec;
        ECHO_IDENTIFIER "icmpv6.echo.identifier" "Identifier": U16 Hex;
        ECHO_SEQUENCE_NUMBER "icmpv6.echo.sequence_number" "Sequence": U16 Dec;
        NONCE "icmpv6.nonce" "Nonce": Bytes;
        ND_RA_CUR_HOP_LIMIT "icmpv6.nd.ra.cur_hop_limit" "Cur hop limit": U8 Dec;
        ND_RA_FLAG "icmpv6.nd.ra.flag" "Flags": U8 Hex;
        ND_RA_FLAG_M "icmpv6.nd.ra.flag.m" "Managed address configuration": Bool(8) & 0x80 = crate::common::SET;
        ND_RA_FLAG_O "icmpv6.nd.ra.flag.o" "Other configuration": Bool(8) & 0x40 = crate::common::SET;
        ND_RA_FLAG_H "icmpv6.nd.ra.flag.h" "Home Agent": Bool(8) & 0x20 = crate::common::SET;
        ND_RA_FLAG_PRF "icmpv6.nd.ra.flag.prf" "Prf (Default Router Preference)": U8 Dec & 0x18 = ND_RA_FLAG_PRF_NAMES;
        ND_RA_FLAG_P "icmpv6.nd.ra.flag.p" "Proxy": Bool(8) & 0x4 = crate::common::SET;
        ND_RA_FLAG_RSV "icmpv6.nd.ra.flag.rsv" "Reserved": U8 Dec & 0x3;
        ND_RA_ROUTER_LIFETIME "icmpv6.nd.ra.router_lifetime" "Router lifetime (s)": U16 Dec;
        ND_RA_REACHABLE_TIME "icmpv6.nd.ra.reachable_time" "Reachable time (ms)": U32 Dec;
        ND_RA_RETRANS_TIMER "icmpv6.nd.ra.retrans_timer" "Retrans timer (ms)": U32 Dec;
        ND_NS_TARGET_ADDRESS "icmpv6.nd.ns.target_address" "Target Address": Ipv6;
        ND_NA_FLAG "icmpv6.nd.na.flag" "Flags": U32 Hex;
        ND_NA_FLAG_R "icmpv6.nd.na.flag.r" "Router": Bool(32) & 0x80000000 = crate::common::SET;
        ND_NA_FLAG_S "icmpv6.nd.na.flag.s" "Solicited": Bool(32) & 0x40000000 = crate::common::SET;
        ND_NA_FLAG_O "icmpv6.nd.na.flag.o" "Override": Bool(32) & 0x20000000 = crate::common::SET;
        ND_NA_FLAG_RSV "icmpv6.nd.na.flag.rsv" "Reserved": U32 Dec & 0x1fffffff;
        ND_NA_TARGET_ADDRESS "icmpv6.nd.na.target_address" "Target Address": Ipv6;
        ND_RD_TARGET_ADDRESS "icmpv6.nd.rd.target_address" "Target Address": Ipv6;
        RD_NA_DESTINATION_ADDRESS "icmpv6.rd.na.destination_address" "Destination Address": Ipv6;
        OPT "icmpv6.opt" "ICMPv6 Option": None;
        OPT_TYPE "icmpv6.opt.type" "Type": U8 Dec = OPT_TYPE_NAMES;
        OPT_LENGTH "icmpv6.opt.length" "Length": U8 Dec;
        OPT_RESERVED "icmpv6.opt.reserved" "Reserved": None;
        OPT_PADDING "icmpv6.opt.padding" "Padding": None;
        OPT_LINKADDR "icmpv6.opt.linkaddr" "Link-layer address": Bytes;
        OPT_SRC_LINKADDR "icmpv6.opt.src_linkaddr" "Source Link-layer address": Bytes;
        OPT_TARGET_LINKADDR "icmpv6.opt.target_linkaddr" "Target Link-layer address": Bytes;
        OPT_PREFIX_LENGTH "icmpv6.opt.prefix.length" "Prefix Length": U8 Dec;
        OPT_PREFIX_FLAG "icmpv6.opt.prefix.flag" "Flag": U8 Hex;
        OPT_PREFIX_FLAG_L "icmpv6.opt.prefix.flag.l" "On-link flag(L)": Bool(8) & 0x80 = crate::common::SET;
        OPT_PREFIX_FLAG_A "icmpv6.opt.prefix.flag.a" "Autonomous address-configuration flag(A)": Bool(8) & 0x40 = crate::common::SET;
        OPT_PREFIX_FLAG_R "icmpv6.opt.prefix.flag.r" "Router address flag(R)": Bool(8) & 0x20 = crate::common::SET;
        OPT_PREFIX_FLAG_RESERVED "icmpv6.opt.prefix.flag.reserved" "Reserved": U8 Dec & 0x1f;
        OPT_PREFIX_VALID_LIFETIME "icmpv6.opt.prefix.valid_lifetime" "Valid Lifetime": U32 Dec = OPT_PREFIX_VALID_LIFETIME_NAMES;
        OPT_PREFIX_PREFERRED_LIFETIME "icmpv6.opt.prefix.preferred_lifetime" "Preferred Lifetime": U32 Dec = OPT_PREFIX_VALID_LIFETIME_NAMES;
        OPT_PREFIX "icmpv6.opt.prefix" "Prefix": Ipv6;
        OPT_NONCE "icmpv6.opt.nonce" "Nonce": Bytes;
        OPT_ROUTE_INFO_FLAG "icmpv6.opt.route_info.flag" "Flag": U8 Hex;
        OPT_ROUTE_INFO_FLAG_ROUTE_PREFERENCE "icmpv6.opt.route_info.flag.route_preference" "Route Preference": U8 Dec & 0x18 = ND_RA_FLAG_PRF_NAMES;
        OPT_ROUTE_INFO_FLAG_RESERVED "icmpv6.opt.route_info.flag.reserved" "Reserved": U8 Dec & 0xe7;
        OPT_ROUTE_LIFETIME "icmpv6.opt.route_lifetime" "Route Lifetime": U32 Dec = OPT_PREFIX_VALID_LIFETIME_NAMES;
        OPT_REDIRECTED_PACKET "icmpv6.opt.redirected_packet" "Redirected Packet": None;
        OPT_MTU "icmpv6.opt.mtu" "MTU": U32 Dec;
        OPT_ADVERTISEMENT_INTERVAL "icmpv6.opt.advertisement_interval" "Advertisement Interval": U32 Dec;
        OPT_HOME_AGENT_PREFERENCE "icmpv6.opt.home_agent_preference" "Home Agent Preference": U16 Dec;
        OPT_HOME_AGENT_LIFETIME "icmpv6.opt.home_agent_lifetime" "Home Agent Preference": U16 Dec;
        OPT_RDNSS_LIFETIME "icmpv6.opt.rdnss.lifetime" "Lifetime": U32 Dec = OPT_RDNSS_LIFETIME_NAMES;
        OPT_RDNSS "icmpv6.opt.rdnss" "Recursive DNS Servers": Ipv6;
        OPT_DNSSL_LIFETIME "icmpv6.opt.dnssl.lifetime" "Lifetime": U32 Dec = OPT_DNSSL_LIFETIME_NAMES;
        OPT_DNSSL "icmpv6.opt.dnssl" "Domain Names": Str;
        OPT_PREF64_SCALED_LIFETIME "icmpv6.opt.pref64.scaled_lifetime" "Scaled Lifetime": U16 Dec & 0xfff8;
        OPT_PREF64_PLC "icmpv6.opt.pref64.plc" "PLC (Prefix Length Code)": U16 Hex & 0x7 = OPT_PREF64_PLC_NAMES;
        OPT_PREF64_PREFIX "icmpv6.opt.pref64.prefix" "Prefix": Ipv6;
        MLD_MAXIMUM_RESPONSE_DELAY "icmpv6.mld.maximum_response_delay" "Maximum Response Delay [ms]": U16 Dec;
        MLD_MULTICAST_ADDRESS "icmpv6.mld.multicast_address" "Multicast Address": Ipv6;
        RR_SEQUENCE_NUMBER "icmpv6.rr.sequence_number" "Sequence Number": U32 Dec;
        RR_SEGMENT_NUMBER "icmpv6.rr.segment_number" "Segment Number": U8 Dec;
        RR_FLAG "icmpv6.rr.flag" "Flags": U8 Hex;
        RR_FLAG_T "icmpv6.rr.flag.t" "Test Command": Bool(8) & 0x80 = crate::common::SET;
        RR_FLAG_R "icmpv6.rr.flag.r" "Result requested": Bool(8) & 0x40 = crate::common::SET;
        RR_FLAG_A "icmpv6.rr.flag.a" "All Interfaces": Bool(8) & 0x20 = crate::common::SET;
        RR_FLAG_S "icmpv6.rr.flag.s" "Site-specific": Bool(8) & 0x10 = crate::common::SET;
        RR_FLAG_P "icmpv6.rr.flag.p" "Processed previously": Bool(8) & 0x8 = crate::common::SET;
        RR_FLAG_RSV "icmpv6.rr.flag.rsv" "Reserved": U8 Dec & 0x7;
        RR_MAXDELAY "icmpv6.rr.maxdelay" "Max Delay": U16 Dec;
        RR_PCO_MP "icmpv6.rr.pco.mp" "Match-Prefix Part": None;
        RR_PCO_MP_OPCODE "icmpv6.rr.pco.mp.opcode" "OpCode": U8 Dec = RR_PCO_MP_OPCODE_NAMES;
        RR_PCO_MP_OPLENGTH "icmpv6.rr.pco.mp.oplength" "OpLength": U8 Dec;
        RR_PCO_MP_ORDINAL "icmpv6.rr.pco.mp.ordinal" "Ordinal": U8 Hex;
        RR_PCO_MP_MATCHLEN "icmpv6.rr.pco.mp.matchlen" "MatchLen": U8 Dec;
        RR_PCO_MP_MINLEN "icmpv6.rr.pco.mp.minlen" "MinLen": U8 Dec;
        RR_PCO_MP_MAXLEN "icmpv6.rr.pco.mp.maxlen" "MaxLen": U8 Dec;
        RR_PCO_MP_MATCHPREFIX "icmpv6.rr.pco.mp.matchprefix" "MatchPrefix": Ipv6;
        RR_PCO_UP "icmpv6.rr.pco.up" "Use-Prefix Part": None;
        RR_PCO_UP_USELEN "icmpv6.rr.pco.up.uselen" "UseLen": U8 Dec;
        RR_PCO_UP_KEEPLEN "icmpv6.rr.pco.up.keeplen" "KeepLen": U8 Dec;
        RR_PCO_UP_FLAGMASK "icmpv6.rr.pco.up.flagmask" "FlagMask": U8 Hex;
        RR_PCO_UP_FLAGMASK_L "icmpv6.rr.pco.up.flagmask.l" "On-link flag(L)": Bool(8) & 0x80 = crate::common::SET;
        RR_PCO_UP_FLAGMASK_A "icmpv6.rr.pco.up.flagmask.a" "Autonomous address-configuration flag(A)": Bool(8) & 0x40 = crate::common::SET;
        RR_PCO_UP_FLAGMASK_RESERVED "icmpv6.rr.pco.up.flagmask.reserved" "Reserved": U8 Dec & 0x3f;
        RR_PCO_UP_RAFLAGS "icmpv6.rr.pco.up.raflags" "RAFlags": U8 Hex;
        RR_PCO_UP_VALIDLIFETIME "icmpv6.rr.pco.up.validlifetime" "Valid Lifetime": U32 Dec = OPT_PREFIX_VALID_LIFETIME_NAMES;
        RR_PCO_UP_PREFERREDLIFETIME "icmpv6.rr.pco.up.preferredlifetime" "Preferred Lifetime": U32 Dec = OPT_PREFIX_VALID_LIFETIME_NAMES;
        RR_PCO_UP_FLAG "icmpv6.rr.pco.up.flag" "Flags": U32 Hex;
        RR_PCO_UP_FLAG_V "icmpv6.rr.pco.up.flag.v" "Decrement valid lifetime": Bool(32) & 0x80000000 = crate::common::SET;
        RR_PCO_UP_FLAG_P "icmpv6.rr.pco.up.flag.p" "Decrement preferred lifetime": Bool(32) & 0x40000000 = crate::common::SET;
        RR_PCO_UP_FLAG_RESERVED "icmpv6.rr.pco.up.flag.reserved" "Reserved": U32 Dec & 0x3fffffff;
        RR_PCO_UP_USEPREFIX "icmpv6.rr.pco.up.useprefix" "UsePrefix": Ipv6;
        MIP6_IDENTIFIER "icmpv6.mip6.identifier" "Identifier": U16 DecHex;
        MLD_MAXIMUM_RESPONSE_CODE "icmpv6.mld.maximum_response_code" "Maximum Response Code": U16 Dec;
        MLD_FLAG "icmpv6.mld.flag" "Flags": U8 Hex;
        MLD_FLAG_S "icmpv6.mld.flag.s" "Suppress Router-Side Processing": Bool(8) & 0x8;
        MLD_FLAG_QRV "icmpv6.mld.flag.qrv" "QRV (Querier's Robustness Variable)": U8 Dec & 0x7;
        MLD_FLAG_RESERVED "icmpv6.mld.flag.reserved" "Reserved": U8 Dec & 0xf0;
        MLD_QQI "icmpv6.mld.qqi" "QQIC (Querier's Query Interval Code)": U8 Dec;
        MLD_NB_SOURCES "icmpv6.mld.nb_sources" "Number of Sources": U16 Dec;
        MLDR_NB_MCAST_RECORDS "icmpv6.mldr.nb_mcast_records" "Number of Multicast Address Records": U16 Dec;
        MLDR_MAR "icmpv6.mldr.mar" "Multicast Address Record": None;
        MLDR_MAR_RECORD_TYPE "icmpv6.mldr.mar.record_type" "Record Type": U8 Dec = MLDR_MAR_RECORD_TYPE_NAMES;
        MLDR_MAR_AUX_DATA_LEN "icmpv6.mldr.mar.aux_data_len" "Aux Data Len": U8 Dec;
        MLDR_MAR_NB_SOURCES "icmpv6.mldr.mar.nb_sources" "Number of Sources": U16 Dec;
        MLDR_MAR_MULTICAST_ADDRESS "icmpv6.mldr.mar.multicast_address" "Multicast Address": Ipv6;
        MLDR_MAR_SOURCE_ADDRESS "icmpv6.mldr.mar.source_address" "Source Address": Ipv6;
        MLDR_MAR_AUXILIARY_DATA "icmpv6.mldr.mar.auxiliary_data" "Auxiliary Data": Bytes;
        NI_QTYPE "icmpv6.ni.qtype" "Qtype": U16 Dec = NI_QTYPE_NAMES;
        NI_FLAG "icmpv6.ni.flag" "Flags": U16 Hex;
        NI_FLAG_G "icmpv6.ni.flag.g" "Global-scope addresses": Bool(16) & 0x20 = crate::common::SET;
        NI_FLAG_S "icmpv6.ni.flag.s" "Site-local addresses": Bool(16) & 0x10 = crate::common::SET;
        NI_FLAG_L "icmpv6.ni.flag.l" "Link-local addresses": Bool(16) & 0x8 = crate::common::SET;
        NI_FLAG_C "icmpv6.ni.flag.c" "Compression": Bool(16) & 0x4 = crate::common::SET;
        NI_FLAG_A "icmpv6.ni.flag.a" "Unicast Addresses": Bool(16) & 0x2 = Names::Bools("All unicast address", "Unicast addresses on the queried interface");
        NI_FLAG_T "icmpv6.ni.flag.t" "Truncated": Bool(16) & 0x1 = crate::common::SET;
        NI_FLAG_RSV "icmpv6.ni.flag.rsv" "Reserved": U16 Hex & 0xffc0;
        NI_NONCE "icmpv6.ni.nonce" "Nonce": U64 Hex;
        NI_QUERY_SUBJECT_IPV6 "icmpv6.ni.query.subject_ipv6" "IPv6 subject address": Ipv6;
        NI_QUERY_SUBJECT_IPV4 "icmpv6.ni.query.subject_ipv4" "IPv4 subject address": Ipv4;
        NI_REPLY_NODE_TTL "icmpv6.ni.reply.node_ttl" "TTL": U32 Dec;
        NI_REPLY_NODE_ADDRESS "icmpv6.ni.reply.node_address" "IPv6 Node address": Ipv6;
        NI_REPLY_IPV4_ADDRESS "icmpv6.ni.reply.ipv4_address" "IPv4 Node address": Ipv4;
        RPL_DAO_INSTANCE "icmpv6.rpl.dao.instance" "RPLInstanceID": U8 Dec;
        RPL_DAO_FLAG "icmpv6.rpl.dao.flag" "Flags": U8 Hex;
        RPL_DAO_FLAG_K "icmpv6.rpl.dao.flag.k" "DAO-ACK Request (K)": Bool(8) & 0x80;
        RPL_DAO_FLAG_D "icmpv6.rpl.dao.flag.d" "DODAGID Present (D)": Bool(8) & 0x40;
        RPL_DAO_FLAG_RSV "icmpv6.rpl.dao.flag.rsv" "Reserved": U8 Dec & 0x3f;
        RPL_DAO_SEQUENCE "icmpv6.rpl.dao.sequence" "DAO Sequence": U8 Dec;
        RPL_DAO_DODAGID "icmpv6.rpl.dao.dodagid" "DODAGID": Ipv6;
        RPL_DAOACK_INSTANCE "icmpv6.rpl.daoack.instance" "RPLInstanceID": U8 Dec;
        RPL_DAOACK_FLAG "icmpv6.rpl.daoack.flag" "Flag": U8 Hex;
        RPL_DAOACK_FLAG_D "icmpv6.rpl.daoack.flag.d" "DODAGID Present (D)": Bool(8) & 0x80;
        RPL_DAOACK_FLAG_RSV "icmpv6.rpl.daoack.flag.rsv" "Reserved": U8 Dec & 0x7f;
        RPL_DAOACK_SEQUENCE "icmpv6.rpl.daoack.sequence" "DAO-ACK Sequence": U8 Dec;
        RPL_DAOACK_STATUS "icmpv6.rpl.daoack.status" "Status": U8 Dec;
        RPL_DAOACK_DODAGID "icmpv6.rpl.daoack.dodagid" "DODAGID": Ipv6;
        RPL_OPT_TYPE "icmpv6.rpl.opt.type" "Type": U8 Dec = RPL_OPT_TYPE_NAMES;
        RPL_OPT_LENGTH "icmpv6.rpl.opt.length" "Length": U8 Dec;
        RPL_OPT_TARGET_FLAG "icmpv6.rpl.opt.target.flag" "Reserved": None;
        RPL_OPT_TARGET_PREFIX_LENGTH "icmpv6.rpl.opt.target.prefix_length" "Target Length": U8 Dec;
        EXT_ECHO_SEQ "icmpv6.ext.echo.seq" "Sequence number": U8 DecHex;
        EXT_ECHO_REQ_RES "icmpv6.ext.echo.req.res" "Reserved": U8 Hex & 0xfe;
        EXT_ECHO_REQ_LOCAL "icmpv6.ext.echo.req.local" "Local bit": Bool(8) & 0x1 = crate::common::SET;
        EXT_ECHO_RSP_STATE "icmpv6.ext.echo.rsp.state" "State": U8 Dec & 0xe0 = crate::network::icmp::EXT_ECHO_RSP_STATE_NAMES;
        EXT_ECHO_RSP_RES "icmpv6.ext.echo.rsp.res" "Reserved": U8 Hex & 0x18;
        EXT_ECHO_RSP_ACTIVE "icmpv6.ext.echo.rsp.active" "Active bit": Bool(8) & 0x4 = crate::common::SET;
        EXT_ECHO_RSP_IPV4 "icmpv6.ext.echo.rsp.ipv4" "IPv4 bit": Bool(8) & 0x2 = crate::common::SET;
        EXT_ECHO_RSP_IPV6 "icmpv6.ext.echo.rsp.ipv6" "IPv6 bit": Bool(8) & 0x1 = crate::common::SET;
        RPL_DIS_FLAGS "icmpv6.rpl.dis.flags" "Flags": U8 Dec;
        RPL_OPT "icmpv6.rpl.opt" "ICMPv6 RPL Option": None;
        MLD_SOURCE_ADDRESS "icmpv6.mld.source_address" "Source Address": Ipv6;
        MIP6_HOME_AGENT_ADDRESS "icmpv6.mip6.home_agent_address" "Home Agent Address": Ipv6;
        MIP6_FLAG "icmpv6.mip6.flag" "Flags": U16 Hex;
        MIP6_FLAG_M "icmpv6.mip6.flag.m" "Managed Address Configuration": Bool(16) & 0x8000 = crate::common::SET;
        MIP6_FLAG_O "icmpv6.mip6.flag.o" "Other Stateful Configuration": Bool(16) & 0x4000 = crate::common::SET;
        MIP6_FLAG_RSV "icmpv6.mip6.flag.rsv" "Reserved": U16 Dec & 0x3fff;
        RESP_TO "icmpv6.resp_to" "Response To": Framenum;
        RESPTIME "icmpv6.resptime" "Response Time": F64;
    }
    experts {
        CHECKSUM_BAD "icmpv6.checksum_bad.expert" Warn Checksum "Bad checksum";
        UNKNOWN_DATA_EXPERT "icmpv6.unknown_data.expert" Note Undecoded "Unknown Data (not interpreted)";
        NOT_IMPLEMENTED "icmpv6.undecoded.type" Note Undecoded "Undecoded type";
        RPL_UNKNOWN "icmpv6.undecoded.rpl_option" Note Undecoded "Undecoded RPL Option";
        OPT_UNKNOWN "icmpv6.undecoded.option" Note Undecoded "Undecoded option";
        INVALID_LENGTH "icmpv6.invalid_option_length" Error Malformed "Invalid Option Length";
    }
}

names! { TYPE_NAMES {
    1 => "Destination Unreachable",
    2 => "Packet Too Big",
    3 => "Time Exceeded",
    4 => "Parameter Problem",
    100 => "Private experimentation",
    101 => "Private experimentation",
    127 => "Reserved for expansion of ICMPv6 error messages",
    128 => "Echo (ping) request",
    129 => "Echo (ping) reply",
    130 => "Multicast Listener Query",
    131 => "Multicast Listener Report",
    132 => "Multicast Listener Done",
    133 => "Router Solicitation",
    134 => "Router Advertisement",
    135 => "Neighbor Solicitation",
    136 => "Neighbor Advertisement",
    137 => "Redirect",
    138 => "Router Renumbering",
    139 => "Node Information Query",
    140 => "Node Information Reply",
    141 => "Inverse Neighbor Discovery Solicitation",
    142 => "Inverse Neighbor Discovery Advertisement",
    143 => "Multicast Listener Report Message v2",
    144 => "Home Agent Address Discovery Request",
    145 => "Home Agent Address Discovery Reply",
    146 => "Mobile Prefix Solicitation",
    147 => "Mobile Prefix Advertisement",
    148 => "Certification Path Solicitation",
    149 => "Certification Path Advertisement",
    150 => "Experimental Mobility",
    151 => "Multicast Router Advertisement",
    152 => "Multicast Router Solicitation",
    153 => "Multicast Router Termination",
    154 => "FMIPv6",
    155 => "RPL Control",
    156 => "Locator Update",
    157 => "Duplicate Address Request",
    158 => "Duplicate Address Confirmation",
    159 => "MPL Control Message",
    160 => "Extended Echo request",
    161 => "Extended Echo reply",
    200 => "Private experimentation",
    201 => "Private experimentation",
    255 => "Reserved for expansion of ICMPv6 informational messages",
}
    pub(crate) ND_RA_FLAG_PRF_NAMES {
    0 => "Medium",
    1 => "High",
    2 => "Reserved",
    3 => "Low",
}
pub(super) OPT_TYPE_NAMES {
    1 => "Source link-layer address",
    2 => "Target link-layer address",
    3 => "Prefix information",
    4 => "Redirected header",
    5 => "MTU",
    6 => "NBMA Shortcut Limit Option",
    7 => "Advertisement Interval",
    8 => "Home Agent Information",
    9 => "Source Address List",
    10 => "Target Address List",
    11 => "CGA",
    12 => "RSA Signature",
    13 => "Timestamp",
    14 => "Nonce",
    15 => "Trust Anchor",
    16 => "Certificate",
    17 => "IP Address/Prefix Option",
    18 => "New Router Prefix Information",
    19 => "Link-layer Address",
    20 => "Neighbor Advertisement Acknowledgment",
    23 => "MAP",
    24 => "Route Information",
    25 => "Recursive DNS Server",
    26 => "RA Flags Extension",
    27 => "Handover Key Request",
    28 => "Handover Key Reply",
    29 => "Handover Assist Information",
    30 => "Mobile Node Identifier Option",
    31 => "DNS Search List Option",
    32 => "Proxy Signature (PS)",
    33 => "Address Registration Option",
    34 => "6LoWPAN Context Option",
    35 => "Authoritative Border Router",
    36 => "6LoWPAN Capability Indication Option",
    37 => "DHCP Captive-Portal",
    38 => "PREF64 Option",
    138 => "CARD Request",
    139 => "CARD Reply",
    253 => "RFC3692-style Experiment 1",
    254 => "RFC3692-style Experiment 2",
}
OPT_PREF64_PLC_NAMES {
    0 => "96 bits prefix length",
    1 => "64 bits prefix length",
    2 => "56 bits prefix length",
    3 => "48 bits prefix length",
    4 => "40 bits prefix length",
    5 => "32 bits prefix length",
}
pub(super) RR_PCO_MP_OPCODE_NAMES {
    1 => "Add",
    2 => "Change",
    3 => "Set Global",
}
MLDR_MAR_RECORD_TYPE_NAMES {
    1 => "Include",
    2 => "Exclude",
    3 => "Changed to include",
    4 => "Changed to exclude",
    5 => "Allow new sources",
    6 => "Block old sources",
}
NI_QTYPE_NAMES {
    0 => "NOOP",
    1 => "Supported query types (Obsolete)",
    2 => "Node Name",
    3 => "Node addresses",
    4 => "IPv4 node addresses",
}
RPL_OPT_TYPE_NAMES {
    0 => "1-byte padding",
    1 => "n-byte padding",
    2 => "DAG Metric container",
    3 => "Routing Information",
    4 => "DODAG configuration",
    5 => "RPL Target",
    6 => "Transit Information",
    7 => "Solicited Information",
    8 => "Prefix Information",
    9 => "RPL Target Descriptor",
    10 => "P2P Route Discovery",
}
 }

names! {
    UNREACHABLE {
        0 => "no route to destination", 1 => "Administratively prohibited", 2 => "Beyond scope of source address",
        3 => "Address unreachable", 4 => "Port unreachable", 5 => "Source address failed ingress/egress policy",
        6 => "Reject route to destination", 7 => "Error in Source Routing Header", 8 => "Headers too long",
    }
    EXCEEDED { 0 => "hop limit exceeded in transit", 1 => "fragment reassembly time exceeded" }
    PROBLEMS {
        0 => "erroneous header field encountered", 1 => "unrecognized Next Header type encountered",
        2 => "unrecognized IPv6 option encountered", 3 => "IPv6 First Fragment has incomplete IPv6 Header Chain",
    }
    RENUMBERING { 0 => "Command", 1 => "Result", 255 => "Sequence number reset" }
    NODE_QUERY {
        0 => "Query subject = IPv6 addresses", 1 => "Query subject = DNS name", 2 => "Query subject = IPv4 addresses",
    }
    NODE_REPLY { 0 => "Successful", 1 => "Refused", 2 => "Unknown query type" }
    RPL {
        0 => "DODAG Information Solicitation", 1 => "DODAG Information Object",
        2 => "Destination Advertisement Object", 3 => "Destination Advertisement Object Acknowledgment",
        0x80 => "Secure DODAG Information Solicitation", 0x81 => "Secure DODAG Information Object",
        0x82 => "Secure Destination Advertisement Object",
        0x83 => "Secure Destination Advertisement Object Acknowledgment", 0x8a => "Consistency Check",
    }
}

names! {
    EXT_REQUEST { 0 => "No error" }
    EXT_REPLY {
        0 => "No error", 1 => "Malformed Query", 2 => "No Such Interface", 3 => "No Such Table Entry",
        4 => "Multiple Interfaces Satisfy Query",
    }
}

fn codes(kind: u8) -> Option<Names> {
    Some(match kind {
        1 => UNREACHABLE,
        3 => EXCEEDED,
        4 => PROBLEMS,
        138 => RENUMBERING,
        139 => NODE_QUERY,
        140 => NODE_REPLY,
        155 => RPL,
        160 => EXT_REQUEST,
        161 => EXT_REPLY,
        _ => return None,
    })
}

const ECHO: echo::Types = echo::Types { request: 128, reply: 129 };

fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    echo::remember(past, pdu, &ECHO);
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("ICMPv6");
    cx.info_clear();
    let kind = c.peek_u8(0)?;
    if kind == ECHO.request || kind == ECHO.reply {
        cx.aside(&c);
    }
    let names = codes(kind);
    cx.info(|o| match TYPE_NAMES.find(u64::from(kind)) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown (").u(kind).s(")"),
    });
    cx.field(TYPE, &mut c, 1)?;
    let code = c.peek_u8(0)?;
    let code_text = |o: &mut Out<'_>, names: Names| {
        o.s(" (");
        match names.find(u64::from(code)) {
            Some(name) => o.s(name),
            None => o.s("Unknown (").u(code).s(")"),
        };
        o.s(")");
    };
    let item = cx.field(CODE, &mut c, 1)?;
    if let Some(names) = names {
        cx.append(item, |o| code_text(o, names));
        cx.info_add(|o| code_text(o, names));
    }
    let rows = [CHECKSUM, CHECKSUM_STATUS, CHECKSUM_BAD];
    if cx.is_quoted() {
        let item = checksum::show(cx, rows, &c, None);
        cx.append(item, |o| _ = o.s(" [in ICMP error packet]"));
    } else if cx.fragmented || all.is_cut() {
        let item = checksum::show(cx, rows, &c, None);
        cx.append(item, |o| _ = o.s(" [fragmented datagram]"));
    } else {
        let sum = S::FIELDS.then(|| checksum::add(checksum::pseudo(cx, 58, all.left()), all.rest()));
        checksum::show(cx, rows, &c, sum);
    }
    c.skip(2)?;
    match kind {
        1 | 3 => {
            cx.field(RESERVED, &mut c, 4)?;
            quoted(cx, c)
        }
        2 => {
            cx.field(MTU, &mut c, 4)?;
            quoted(cx, c)
        }
        4 => {
            cx.field(POINTER, &mut c, 4)?;
            quoted(cx, c)
        }
        128 | 129 => {
            let (id, seq) = (c.peek_u16(0)?, c.peek_u16(2)?);
            cx.field(ECHO_IDENTIFIER, &mut c, 2)?;
            cx.field(ECHO_SEQUENCE_NUMBER, &mut c, 2)?;
            let hops = cx.hop_limit;
            cx.info_add(|o| {
                o.s(" id=").hex(id, 4).s(", seq=").u(seq);
                if let Some(hops) = hops {
                    o.s(", hop limit=").u(hops);
                }
            });
            if kind == ECHO.reply {
                echo::show(cx, [RESP_TO, RESPTIME], c.span(0), id, seq);
            }
            if c.is_empty() { Ok(()) } else { cx.call_nested(crate::meta::data::ID, c) }
        }
        130..=132 => listeners(cx, kind, c),
        133 => {
            cx.field(RESERVED, &mut c, 4)?;
            nd::options(cx, c)
        }
        134 => nd::router(cx, c),
        135 => {
            cx.field(RESERVED, &mut c, 4)?;
            let target = c.peek_bytes(0, 16)?;
            cx.field(ND_NS_TARGET_ADDRESS, &mut c, 16)?;
            cx.info_add(|o| _ = o.s(" for ").ipv6(target));
            nd::options(cx, c)
        }
        136 => nd::advertisement(cx, c),
        137 => {
            cx.field(RESERVED, &mut c, 4)?;
            cx.field(ND_RD_TARGET_ADDRESS, &mut c, 16)?;
            cx.field(RD_NA_DESTINATION_ADDRESS, &mut c, 16)?;
            nd::options(cx, c)
        }
        138 => nd::renumbering(cx, c),
        139 | 140 => node(cx, kind, code, c),
        143 => reports(cx, c),
        144..=147 => mobile(cx, kind, c),
        155 => rpl(cx, code, c),
        160 | 161 => {
            cx.field(ECHO_IDENTIFIER, &mut c, 2)?;
            cx.field(EXT_ECHO_SEQ, &mut c, 1)?;
            if kind == 160 {
                cx.peek(EXT_ECHO_REQ_RES, &c, 1)?;
                cx.field(EXT_ECHO_REQ_LOCAL, &mut c, 1)?;
            } else {
                for f in [
                    EXT_ECHO_RSP_STATE,
                    EXT_ECHO_RSP_RES,
                    EXT_ECHO_RSP_ACTIVE,
                    EXT_ECHO_RSP_IPV4,
                    EXT_ECHO_RSP_IPV6,
                ] {
                    cx.peek(f, &c, 1)?;
                }
                c.skip(1)?;
            }
            if c.is_empty() { Ok(()) } else { cx.call_nested(crate::meta::data::ID, c) }
        }
        _ => {
            cx.expert_with(NOT_IMPLEMENTED, Item::NONE, c.span(0), |o| {
                o.s("Dissector for ICMPv6 Type (").u(kind);
                o.s(") code not implemented, Contact Wireshark developers if you want this supported");
            });
            let n = c.left();
            if n > 0 {
                cx.field(DATA, &mut c, n)?;
            }
            Ok(())
        }
    }
}

/// The packet that an error is about.
fn quoted<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    cx.quoted(|cx| cx.call_nested(super::ipv6::ID, c))
}

/// Multicast listener discovery: version 1, and the query of version 2, which is longer.
fn listeners<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, mut c: Cursor<'_>) -> Step {
    let second = kind == 130 && c.left() >= 24;
    if second {
        cx.field(MLD_MAXIMUM_RESPONSE_CODE, &mut c, 2)?;
    } else {
        cx.field(MLD_MAXIMUM_RESPONSE_DELAY, &mut c, 2)?;
    }
    cx.field(RESERVED, &mut c, 2)?;
    cx.field(MLD_MULTICAST_ADDRESS, &mut c, 16)?;
    if !second {
        return Ok(());
    }
    cx.flags(MLD_FLAG, &mut c, 1, &[MLD_FLAG_S, MLD_FLAG_QRV, MLD_FLAG_RESERVED])?;
    cx.field(MLD_QQI, &mut c, 1)?;
    let n = cx.u16(MLD_NB_SOURCES, &mut c)?;
    for _ in 0..n {
        cx.field(MLD_SOURCE_ADDRESS, &mut c, 16)?;
    }
    Ok(())
}

/// The report of version 2.
fn reports<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.field(RESERVED, &mut c, 2)?;
    let n = cx.u16(MLDR_NB_MCAST_RECORDS, &mut c)?;
    for _ in 0..n {
        if c.is_empty() {
            break;
        }
        let h = c.peek_array::<4>()?;
        let (aux, sources) = (usize::from(h[1]) * 4, usize::from(u16::from_be_bytes([h[2], h[3]])));
        let len = 20 + sources * 16 + aux;
        let item = cx.add(MLDR_MAR, c.span(len), Value::None);
        cx.under(item, |cx| -> Step {
            cx.field(MLDR_MAR_RECORD_TYPE, &mut c, 1)?;
            cx.field(MLDR_MAR_AUX_DATA_LEN, &mut c, 1)?;
            cx.field(MLDR_MAR_NB_SOURCES, &mut c, 2)?;
            let group = c.peek_bytes(0, 16)?;
            cx.label(item, |o| {
                o.s("Multicast Address Record ").s(MLDR_MAR_RECORD_TYPE_NAMES.or(u64::from(h[0]), "Unknown"));
                o.s(": ").ipv6(group);
            });
            cx.field(MLDR_MAR_MULTICAST_ADDRESS, &mut c, 16)?;
            for _ in 0..sources {
                cx.field(MLDR_MAR_SOURCE_ADDRESS, &mut c, 16)?;
            }
            if aux > 0 {
                cx.field(MLDR_MAR_AUXILIARY_DATA, &mut c, aux)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Home agent discovery and mobile prefixes, RFC 6275.
fn mobile<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, mut c: Cursor<'_>) -> Step {
    cx.field(MIP6_IDENTIFIER, &mut c, 2)?;
    match kind {
        144 | 146 => {
            cx.field(RESERVED, &mut c, 2)?;
        }
        145 => {
            cx.field(RESERVED, &mut c, 2)?;
            while c.left() >= 16 {
                cx.field(MIP6_HOME_AGENT_ADDRESS, &mut c, 16)?;
            }
        }
        _ => {
            cx.flags(MIP6_FLAG, &mut c, 2, &[MIP6_FLAG_M, MIP6_FLAG_O, MIP6_FLAG_RSV])?;
            return nd::options(cx, c);
        }
    }
    Ok(())
}

/// Node information.
fn node<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, code: u8, mut c: Cursor<'_>) -> Step {
    let qtype = cx.u16(NI_QTYPE, &mut c)?;
    let bits = [NI_FLAG_G, NI_FLAG_S, NI_FLAG_L, NI_FLAG_C, NI_FLAG_A, NI_FLAG_T, NI_FLAG_RSV];
    let (v, item) = cx.flags(NI_FLAG, &mut c, 2, &bits)?;
    crate::common::say_bits(cx, item, v, bits.get(..6).unwrap_or_default());
    cx.field(NI_NONCE, &mut c, 8)?;
    if kind == 139 {
        match code {
            0 => _ = cx.field(NI_QUERY_SUBJECT_IPV6, &mut c, 16)?,
            2 => _ = cx.field(NI_QUERY_SUBJECT_IPV4, &mut c, 4)?,
            _ => {}
        }
        return Ok(());
    }
    match qtype {
        3 => {
            while c.left() >= 20 {
                cx.field(NI_REPLY_NODE_TTL, &mut c, 4)?;
                cx.field(NI_REPLY_NODE_ADDRESS, &mut c, 16)?;
            }
        }
        4 => {
            while c.left() >= 8 {
                cx.field(NI_REPLY_NODE_TTL, &mut c, 4)?;
                cx.field(NI_REPLY_IPV4_ADDRESS, &mut c, 4)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// Routing for low-power networks: the messages that carry addresses.
fn rpl<S: Sink>(cx: &mut Cx<'_, S>, code: u8, mut c: Cursor<'_>) -> Step {
    match code {
        0 => {
            cx.field(RPL_DIS_FLAGS, &mut c, 1)?;
            cx.field(RESERVED, &mut c, 1)?;
        }
        2 => {
            cx.field(RPL_DAO_INSTANCE, &mut c, 1)?;
            let (v, item) =
                cx.flags(RPL_DAO_FLAG, &mut c, 1, &[RPL_DAO_FLAG_K, RPL_DAO_FLAG_D, RPL_DAO_FLAG_RSV])?;
            crate::common::say_bits(cx, item, v, &[RPL_DAO_FLAG_K, RPL_DAO_FLAG_D]);
            cx.field(RESERVED, &mut c, 1)?;
            cx.field(RPL_DAO_SEQUENCE, &mut c, 1)?;
            if v & 0x40 != 0 {
                cx.field(RPL_DAO_DODAGID, &mut c, 16)?;
            }
        }
        3 => {
            cx.field(RPL_DAOACK_INSTANCE, &mut c, 1)?;
            let (v, item) =
                cx.flags(RPL_DAOACK_FLAG, &mut c, 1, &[RPL_DAOACK_FLAG_D, RPL_DAOACK_FLAG_RSV])?;
            crate::common::say_bits(cx, item, v, &[RPL_DAOACK_FLAG_D]);
            cx.field(RPL_DAOACK_SEQUENCE, &mut c, 1)?;
            cx.field(RPL_DAOACK_STATUS, &mut c, 1)?;
            if v & 0x80 != 0 {
                cx.field(RPL_DAOACK_DODAGID, &mut c, 16)?;
            }
        }
        _ => {
            let n = c.left();
            if n > 0 {
                cx.field(DATA, &mut c, n)?;
            }
            return Ok(());
        }
    }
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        let len = if kind == 0 { 1 } else { 2 + usize::from(c.peek_u8(1)?) };
        let name = RPL_OPT_TYPE_NAMES.find(u64::from(kind));
        let top = cx.add(RPL_OPT, c.span(len), Value::None);
        cx.label(top, |o| match name {
            Some(name) => _ = o.s("ICMPv6 RPL Option (").s(name).s(")"),
            None => _ = o.s("ICMPv6 RPL Option (Unknown ").u(kind).s(")"),
        });
        let mut o = c.take(len);
        cx.under(top, |cx| -> Step {
            cx.field(RPL_OPT_TYPE, &mut o, 1)?;
            if kind == 0 {
                return Ok(());
            }
            cx.field(RPL_OPT_LENGTH, &mut o, 1)?;
            match kind {
                5 => {
                    cx.add(RPL_OPT_TARGET_FLAG, o.span(1), Value::None);
                    o.skip(1)?;
                    cx.field(RPL_OPT_TARGET_PREFIX_LENGTH, &mut o, 1)?;
                }
                _ if name.is_some() => {}
                _ => {
                    cx.expert_with(RPL_UNKNOWN, top, o.span(0), |o| {
                        o.s("Dissector for ICMPv6 RPL Option (").u(kind);
                        o.s(
                            ") code not implemented, Contact Wireshark developers if you want this supported",
                        );
                    });
                    let n = o.left();
                    let item = cx.field(DATA, &mut o, n)?;
                    if n == 0 {
                        cx.label(item, |o| _ = o.s("Data: <MISSING>"));
                    }
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

const OPT_PREFIX_VALID_LIFETIME_NAMES: Names = Names::Special(&[(4294967295, "Infinity")]);

const OPT_RDNSS_LIFETIME_NAMES: Names =
    Names::Special(&[(0, "RDNSS address MUST no longer be used"), (4294967295, "Infinity")]);

const OPT_DNSSL_LIFETIME_NAMES: Names =
    Names::Special(&[(0, "DNSSL domain name MUST no longer be used"), (4294967295, "Infinity")]);
