//! Internet Protocol version 6, RFC 8200.

use super::{dscp, fragments, ipv4, ipv6_ext, ipv6_ioam, ipv6_options};
use requin_wire::{
    AddrKind, Cursor, Cx, Field, Fragment, Out, ProtoId, Sink, Span, Step, Stop, Table, Value, be, proto,
};

proto! {
    IPV6 "ipv6" "Internet Protocol Version 6" "IPv6" Network
    on [Ether 0x86dd, IpProto 41, Ppp 0x0057, Null 24, Null 28, Null 30, Link 229, Gre 0x86dd]
    fields {
        VERSION "ipv6.version" "Version": U8 Dec;
        TCLASS "ipv6.tclass" "Traffic Class": U32 Hex & 0xff00000;
        TCLASS_DSCP "ipv6.tclass.dscp" "Differentiated Services Codepoint": U32 Dec & 0xfc00000 = dscp::NAMES;
        TCLASS_ECN "ipv6.tclass.ecn" "Explicit Congestion Notification": U32 Dec & 0x300000 = dscp::ECN_NAMES;
        FLOW "ipv6.flow" "Flow Label": U24 Hex & 0xfffff;
        PLEN "ipv6.plen" "Payload Length": U16 Dec;
        NXT "ipv6.nxt" "Next Header": U8 Dec = super::PROTOCOLS;
        HLIM "ipv6.hlim" "Hop Limit": U8 Dec;
        SRC "ipv6.src" "Source Address": Ipv6;
        SRC_HOST "ipv6.src_host" "Source Host": Str;
        SRC_SLAAC_MAC "ipv6.src_slaac_mac" "Source SLAAC MAC": Ether;
        SRC_6TO4_GW_IPV4 "ipv6.src_6to4_gw_ipv4" "Source 6to4 Gateway IPv4": Ipv4;
        SRC_6TO4_SLA_ID "ipv6.src_6to4_sla_id" "Source 6to4 SLA ID": U16 Dec;
        SRC_TS_IPV4 "ipv6.src_ts_ipv4" "Source Teredo Server IPv4": Ipv4;
        SRC_TC_PORT "ipv6.src_tc_port" "Source Teredo Port": U16 Dec;
        SRC_TC_IPV4 "ipv6.src_tc_ipv4" "Source Teredo Client IPv4": Ipv4;
        SRC_EMBED_IPV4 "ipv6.src_embed_ipv4" "Source Embedded IPv4": Ipv4;
        SRC_ISATAP_IPV4 "ipv6.src_isatap_ipv4" "Source ISATAP IPv4": Ipv4;
        DST "ipv6.dst" "Destination Address": Ipv6;
        DST_HOST "ipv6.dst_host" "Destination Host": Str;
        DST_SLAAC_MAC "ipv6.dst_slaac_mac" "Destination SLAAC MAC": Ether;
        DST_6TO4_GW_IPV4 "ipv6.dst_6to4_gw_ipv4" "Destination 6to4 Gateway IPv4": Ipv4;
        DST_6TO4_SLA_ID "ipv6.dst_6to4_sla_id" "Destination 6to4 SLA ID": U16 Dec;
        DST_TS_IPV4 "ipv6.dst_ts_ipv4" "Destination Teredo Server IPv4": Ipv4;
        DST_TC_PORT "ipv6.dst_tc_port" "Destination Teredo Port": U16 Dec;
        DST_TC_IPV4 "ipv6.dst_tc_ipv4" "Destination Teredo Client IPv4": Ipv4;
        DST_EMBED_IPV4 "ipv6.dst_embed_ipv4" "Destination Embedded IPv4": Ipv4;
        DST_ISATAP_IPV4 "ipv6.dst_isatap_ipv4" "Destination ISATAP IPv4": Ipv4;
        ADDR "ipv6.addr" "Source or Destination Address": Ipv6;
        HOST "ipv6.host" "Source or Destination Host": Str;
        SLAAC_MAC "ipv6.slaac_mac" "SLAAC MAC": Ether;
        N6TO4_GW_IPV4 "ipv6.6to4_gw_ipv4" "6to4 Gateway IPv4": Ipv4;
        N6TO4_SLA_ID "ipv6.6to4_sla_id" "6to4 SLA ID": U16 Dec;
        TS_IPV4 "ipv6.ts_ipv4" "Teredo Server IPv4": Ipv4;
        TC_PORT "ipv6.tc_port" "Teredo Port": U16 Dec;
        TC_IPV4 "ipv6.tc_ipv4" "Teredo Client IPv4": Ipv4;
        ISATAP_IPV4 "ipv6.isatap_ipv4" "ISATAP IPv4": Ipv4;
        EMBED_IPV4_PREFIX "ipv6.embed_ipv4_prefix" "Embedded IPv4 Prefix": Bytes;
        EMBED_IPV4 "ipv6.embed_ipv4" "Embedded IPv4": Ipv4;
        OPT "ipv6.opt" "IPv6 Option": None;
        OPT_TYPE "ipv6.opt.type" "Type": U8 Hex = ipv6_options::OPTION_TYPES;
        OPT_TYPE_ACTION "ipv6.opt.type.action" "Action": U8 Dec & 0xc0 = ipv6_options::OPTION_ACTIONS;
        OPT_TYPE_CHANGE "ipv6.opt.type.change" "May Change": Bool(8) & 0x20 = crate::common::YES;
        OPT_TYPE_REST "ipv6.opt.type.rest" "Low-Order Bits": U8 Hex & 0x1f;
        OPT_LENGTH "ipv6.opt.length" "Length": U8 Dec;
        OPT_PAD1 "ipv6.opt.pad1" "Pad1": None;
        OPT_PADN "ipv6.opt.padn" "PadN": Bytes;
        OPT_PMTU_MIN "ipv6.opt.pmtu.min" "Minimum Reported PMTU": U16 Dec;
        OPT_PMTU_RTN "ipv6.opt.pmtu.rtn" "Return Minimum PMTU": U16 Dec;
        OPT_PMTU_R_FLAG "ipv6.opt.pmtu.r_flag" "Return Flag": Bool;
        OPT_ROUTER_ALERT "ipv6.opt.router_alert" "Router Alert": U16 Dec = ipv6_options::ROUTER_ALERTS;
        OPT_JUMBO "ipv6.opt.jumbo" "Payload Length": U32 Dec;
        OPT_TEL "ipv6.opt.tel" "Tunnel Encapsulation Limit": U8 Dec;
        OPT_RPL_FLAG "ipv6.opt.rpl.flag" "Flag": U8 Hex;
        OPT_RPL_FLAG_O "ipv6.opt.rpl.flag.o" "Down": Bool(8) & 0x80 = crate::common::TRUE;
        OPT_RPL_FLAG_R "ipv6.opt.rpl.flag.r" "Rank Error": Bool(8) & 0x40 = crate::common::TRUE;
        OPT_RPL_FLAG_F "ipv6.opt.rpl.flag.f" "Forwarding Error": Bool(8) & 0x20 = crate::common::TRUE;
        OPT_RPL_FLAG_RSV "ipv6.opt.rpl.flag.rsv" "Reserved": U8 Hex & 0x1f;
        OPT_RPL_INSTANCE_ID "ipv6.opt.rpl.instance_id" "RPLInstanceID": U8 Hex;
        OPT_RPL_SENDERRANK "ipv6.opt.rpl.sender_rank" "Sender Rank": U16 Hex;
        OPT_CALIPSO_DOI "ipv6.opt.calipso.doi" "CALIPSO Domain of Interpretation": U32 Dec;
        OPT_CALIPSO_CMPT_LENGTH "ipv6.opt.calipso.cmpt.length" "Compartment Length": U8 Dec;
        OPT_CALIPSO_SENS_LEVEL "ipv6.opt.calipso.sens_level" "Sensitivity Level": U8 Dec;
        OPT_CALIPSO_CHECKSUM "ipv6.opt.calipso.checksum" "Checksum": U16 Hex;
        OPT_CALIPSO_CMPT_BITMAP "ipv6.opt.calipso.cmpt_bitmap" "Compartment Bitmap": Bytes;
        OPT_MIPV6_HOME_ADDRESS "ipv6.opt.mipv6.home_address" "MIPv6 Home Address": Ipv6;
        OPT_SMF_DPD_HASH_BIT "ipv6.opt.smf_dpd.hash_bit" "H-bit": Bool(8) & 0x80 = crate::common::TRUE;
        OPT_SMF_DPD_TID_TYPE "ipv6.opt.smf_dpd.tid_type" "TaggerID Type": U8 Dec & 0x70 = ipv6_options::TAGGERS;
        OPT_SMF_DPD_TID_LEN "ipv6.opt.smf_dpd.tid_len" "TaggerID Length": U8 Dec & 0xf;
        OPT_SMF_DPD_TAGGER_ID "ipv6.opt.smf_dpd.tagger_id" "TaggerID": Bytes;
        OPT_SMF_DPD_IDENT "ipv6.opt.smf_dpd.ident" "Identifier": Bytes;
        OPT_SMF_DPD_HAV "ipv6.opt.smf_dpd.hav" "Hash Assist Value": Bytes;
        OPT_PDM_SCALE_DTLR "ipv6.opt.pdm.scale_dtlr" "Scale DTLR": U8 Dec;
        OPT_PDM_SCALE_DTLS "ipv6.opt.pdm.scale_dtls" "Scale DTLS": U8 Dec;
        OPT_PDM_PSN_THIS_PKT "ipv6.opt.pdm.psn_this_pkt" "PSN This Packet": U16 Dec;
        OPT_PDM_PSN_LAST_RECV "ipv6.opt.pdm.psn_last_recv" "PSN Last Received": U16 Dec;
        OPT_PDM_DELTA_LAST_RECV "ipv6.opt.pdm.delta_last_recv" "Delta Time Last Received": U16 Dec;
        OPT_PDM_DELTA_LAST_SENT "ipv6.opt.pdm.delta_last_sent" "Delta Time Last Sent": U16 Dec;
        OPT_QS_FUNC "ipv6.opt.qs_func" "Function": U8 Dec & 0xf0 = super::options4::OPT_QS_FUNC_NAMES;
        OPT_QS_RATE "ipv6.opt.qs_rate" "Rate": U8 Dec & 0xf = crate::transport::tcp::names::RATES;
        OPT_QS_TTL "ipv6.opt.qs_ttl" "QS TTL": U8 Dec;
        OPT_QS_TTL_DIFF "ipv6.opt.qs_ttl_diff" "TTL Diff": U8 Dec;
        OPT_QS_UNUSED "ipv6.opt.qs_unused" "Not Used": U8 Dec;
        OPT_QS_NONCE "ipv6.opt.qs_nonce" "QS Nonce": U32 Hex & 0xffff_fffc;
        OPT_QS_RESERVED "ipv6.opt.qs_reserved" "Reserved": U32 Hex & 0x3;
        IOAM_RSV "ipv6.opt.ioam.rsv" "Reserved": U8 Dec;
        IOAM_OPT_TYPE "ipv6.opt.ioam.opt_type" "Option-Type": U8 Dec = ipv6_ioam::OPTION_TYPES;
        IOAM_TRACE_NS "ipv6.opt.ioam.trace.ns" "Namespace ID": U16 Dec;
        IOAM_TRACE_NODELEN "ipv6.opt.ioam.trace.nodelen" "Node Length": U8 Dec & 0xf8;
        IOAM_TRACE_FLAGS "ipv6.opt.ioam.trace.flags" "Flags": U16 Hex & 0x780;
        IOAM_FLAG_O "ipv6.opt.ioam.trace.flag.o" "Overflow": Bool(16) & 0x400 = crate::common::TRUE;
        IOAM_FLAG_L "ipv6.opt.ioam.trace.flag.l" "Loopback": Bool(16) & 0x200 = crate::common::TRUE;
        IOAM_FLAG_A "ipv6.opt.ioam.trace.flag.a" "Active": Bool(16) & 0x100 = crate::common::TRUE;
        IOAM_FLAG_RSV "ipv6.opt.ioam.trace.flag.rsv" "Reserved": Bool(16) & 0x80 = crate::common::TRUE;
        IOAM_TRACE_REMLEN "ipv6.opt.ioam.trace.remlen" "Remaining Length": U8 Dec & 0x7f;
        IOAM_TRACE_TYPE "ipv6.opt.ioam.trace.type" "Trace Type": U24 Hex;
        IOAM_BIT0 "ipv6.opt.ioam.trace.type.bit0" "Hop_Lim and Node ID (short)": Bool(24) & 0x80_0000 = crate::common::TRUE;
        IOAM_BIT1 "ipv6.opt.ioam.trace.type.bit1" "Ingress and Egress IDs (short)": Bool(24) & 0x40_0000 = crate::common::TRUE;
        IOAM_BIT2 "ipv6.opt.ioam.trace.type.bit2" "Timestamp seconds": Bool(24) & 0x20_0000 = crate::common::TRUE;
        IOAM_BIT3 "ipv6.opt.ioam.trace.type.bit3" "Timestamp fraction": Bool(24) & 0x10_0000 = crate::common::TRUE;
        IOAM_BIT4 "ipv6.opt.ioam.trace.type.bit4" "Transit delay": Bool(24) & 0x08_0000 = crate::common::TRUE;
        IOAM_BIT5 "ipv6.opt.ioam.trace.type.bit5" "IOAM-Namespace specific data (short)": Bool(24) & 0x04_0000 = crate::common::TRUE;
        IOAM_BIT6 "ipv6.opt.ioam.trace.type.bit6" "Queue depth": Bool(24) & 0x02_0000 = crate::common::TRUE;
        IOAM_BIT7 "ipv6.opt.ioam.trace.type.bit7" "Checksum complement": Bool(24) & 0x01_0000 = crate::common::TRUE;
        IOAM_BIT8 "ipv6.opt.ioam.trace.type.bit8" "Hop_Lim and Node ID (wide)": Bool(24) & 0x00_8000 = crate::common::TRUE;
        IOAM_BIT9 "ipv6.opt.ioam.trace.type.bit9" "Ingress and Egress IDs (wide)": Bool(24) & 0x00_4000 = crate::common::TRUE;
        IOAM_BIT10 "ipv6.opt.ioam.trace.type.bit10" "IOAM-Namespace specific data (wide)": Bool(24) & 0x00_2000 = crate::common::TRUE;
        IOAM_BIT11 "ipv6.opt.ioam.trace.type.bit11" "Buffer occupancy": Bool(24) & 0x00_1000 = crate::common::TRUE;
        IOAM_UNDEF "ipv6.opt.ioam.trace.type.undef" "Undefined": Bool(24) & 0x00_0ffc = crate::common::TRUE;
        IOAM_BIT22 "ipv6.opt.ioam.trace.type.bit22" "Opaque State Snapshot": Bool(24) & 0x00_0002 = crate::common::TRUE;
        IOAM_TYPE_RSV "ipv6.opt.ioam.trace.type.rsv" "Reserved": Bool(24) & 0x00_0001 = crate::common::TRUE;
        IOAM_TRACE_RSV "ipv6.opt.ioam.trace.rsv" "Reserved": U8 Dec;
        IOAM_TRACE_FREE_SPACE "ipv6.opt.ioam.trace.free_space" "Free space": Bytes;
        IOAM_NODE_HLIM "ipv6.opt.ioam.trace.node.hlim" "Hop Limit": U8 Dec;
        IOAM_NODE_ID "ipv6.opt.ioam.trace.node.id" "ID": U24 Hex;
        IOAM_NODE_IIF "ipv6.opt.ioam.trace.node.iif" "Ingress ID": U16 Hex;
        IOAM_NODE_EIF "ipv6.opt.ioam.trace.node.eif" "Egress ID": U16 Hex;
        IOAM_NODE_TSS "ipv6.opt.ioam.trace.node.tss" "Timestamp Seconds": U32 Hex;
        IOAM_NODE_TSF "ipv6.opt.ioam.trace.node.tsf" "Timestamp Fraction": U32 Hex;
        IOAM_NODE_TRDELAY "ipv6.opt.ioam.trace.node.trdelay" "Transit Delay": U32 Hex;
        IOAM_NODE_NSDATA "ipv6.opt.ioam.trace.node.nsdata" "Namespace Data (short)": U32 Hex;
        IOAM_NODE_QDEPTH "ipv6.opt.ioam.trace.node.qdepth" "Queue Depth": U32 Hex;
        IOAM_NODE_CSUM "ipv6.opt.ioam.trace.node.csum" "Checksum Complement": U32 Hex;
        IOAM_NODE_ID_WIDE "ipv6.opt.ioam.trace.node.id_wide" "ID": U56 Hex;
        IOAM_NODE_IIF_WIDE "ipv6.opt.ioam.trace.node.iif_wide" "Ingress ID": U32 Hex;
        IOAM_NODE_EIF_WIDE "ipv6.opt.ioam.trace.node.eif_wide" "Egress ID": U32 Hex;
        IOAM_NODE_NSDATA_WIDE "ipv6.opt.ioam.trace.node.nsdata_wide" "Namespace Data (wide)": U64 Hex;
        IOAM_NODE_BUFOCCUP "ipv6.opt.ioam.trace.node.bufoccup" "Buffer Occupancy": U32 Hex;
        IOAM_NODE_UNDEFINED "ipv6.opt.ioam.trace.node.undefined" "Undefined bit": U32 Hex;
        IOAM_OSS_LEN "ipv6.opt.ioam.trace.node.oss.len" "Length": U8 Dec;
        IOAM_OSS_SCID "ipv6.opt.ioam.trace.node.oss.scid" "Schema ID": U24 Hex;
        IOAM_OSS_DATA "ipv6.opt.ioam.trace.node.oss.data" "Data": Bytes;
        OPT_TPF_INFORMATION "ipv6.opt.tpf_information" "TPF Information": U32 Hex;
        OPT_ILNP_NONCE "ipv6.opt.ilnp_nonce" "ILNP Nonce": Bytes;
        OPT_LIO_LENGTH "ipv6.opt.lio.length" "LineIDLen": U8 Dec;
        OPT_LIO_LINE_ID "ipv6.opt.lio.line_id" "Line ID": Str;
        OPT_MPL_FLAG "ipv6.opt.mpl.flag" "Flag": U8 Hex;
        OPT_MPL_FLAG_S "ipv6.opt.mpl.flag.s" "Seed ID Length": U8 Dec & 0xc0 = ipv6_options::SEED_LENGTHS;
        OPT_MPL_FLAG_M "ipv6.opt.mpl.flag.m" "Largest Sequence": Bool(8) & 0x20 = crate::common::TRUE;
        OPT_MPL_FLAG_V "ipv6.opt.mpl.flag.v" "Version": Bool(8) & 0x10 = crate::common::TRUE;
        OPT_MPL_FLAG_RSV "ipv6.opt.mpl.flag.rsv" "Reserved": U8 Hex & 0xf;
        OPT_MPL_SEQUENCE "ipv6.opt.mpl.sequence" "Sequence": U8 Hex;
        OPT_MPL_SEED_ID "ipv6.opt.mpl.seed_id" "Seed ID": Bytes;
        OPT_DFF_FLAGS "ipv6.opt.dff.flags" "Flags": U8 Hex;
        OPT_DFF_FLAG_VER "ipv6.opt.dff.flag.ver" "Version (VER)": U8 Dec & 0xc0;
        OPT_DFF_FLAG_DUP "ipv6.opt.dff.flag.dup" "Duplicate (DUP)": Bool(8) & 0x20 = crate::common::TRUE;
        OPT_DFF_FLAG_RET "ipv6.opt.dff.flag.ret" "Return (RET)": Bool(8) & 0x10 = crate::common::TRUE;
        OPT_DFF_FLAG_RSV "ipv6.opt.dff.flag.rsv" "Reserved": U8 Hex & 0xf;
        OPT_DFF_SEQUENCE_NUMBER "ipv6.opt.dff.sequence_number" "Sequence Number": U16 DecHex;
        OPT_EXPERIMENTAL "ipv6.opt.experimental" "Experimental Option": Bytes;
        OPT_UNKNOWN_DATA "ipv6.opt_unknown_data" "Unknown Data": Bytes;
        OPT_UNKNOWN "ipv6.opt.unknown" "Unknown Option Payload": Bytes;
        FRAGMENT "ipv6.fragment" "IPv6 Fragment": Framenum;
        FRAGMENT_OVERLAP "ipv6.fragment.overlap" "Fragment overlap": Bool;
        FRAGMENT_OVERLAP_CONFLICT "ipv6.fragment.overlap.conflict" "Conflicting data in fragment overlap": Bool;
        FRAGMENT_MULTIPLETAILS "ipv6.fragment.multipletails" "Multiple tail fragments found": Bool;
        FRAGMENT_TOOLONGFRAGMENT "ipv6.fragment.toolongfragment" "Fragment too long": Bool;
        FRAGMENT_ERROR "ipv6.fragment.error" "Defragmentation error": Framenum;
        FRAGMENT_COUNT "ipv6.fragment.count" "Fragment count": U32 Dec;
        FRAGMENTS "ipv6.fragments" "IPv6 Fragments": None;
        REASSEMBLED_LENGTH "ipv6.reassembled.length" "Reassembled IPv6 length": U32 Dec;
        REASSEMBLED_DATA "ipv6.reassembled.data" "Reassembled IPv6 data": Bytes;
    }
    experts {
        INVALID_HEADER "ipv6.invalid_header" Warn Malformed "Invalid IPv6 header";
        OPT_JUMBO_TRUNCATED "ipv6.opt.jumbo.truncated" Warn Protocol "Jumbo Payload option present and jumbo length < 65536";
        OPT_JUMBO_MISSING "ipv6.opt.jumbo.missing" Error Malformed "IPv6 payload length equals 0 and Hop-By-Hop present and Jumbo Payload option missing";
        OPT_JUMBO_PROHIBITED "ipv6.opt.jumbo.prohibited" Warn Protocol "When IPv6 payload length does not equal 0 a Jumbo Payload option must not be present";
        OPT_JUMBO_FRAGMENT "ipv6.opt.jumbo.fragment" Warn Protocol "Jumbo Payload option cannot be used with a fragment header";
        OPT_HEADER_MISMATCH "ipv6.opt.header_mismatch" Warn Protocol "Wrong options extension header for type";
        OPT_DEPRECATED "ipv6.opt.deprecated" Note Deprecated "Option type is deprecated";
        OPT_MPL_SOURCE "ipv6.opt.mpl.ipv6_src_seed_id" Comment Protocol "Seed ID is the IPv6 Source Address";
        IOAM_INVALID_NODELEN "ipv6.opt.ioam.trace.invalid_nodelen" Error Protocol "Invalid \"NodeLen\" value: cannot be 0";
        IOAM_INVALID_REMLEN "ipv6.opt.ioam.trace.invalid_remlen" Error Protocol "Invalid \"RemLen\" value";
        IOAM_INVALID_TYPE "ipv6.opt.ioam.trace.invalid_type" Error Protocol "Mismatch between Trace Type and NodeLen";
        OPT_INVALID_LEN "ipv6.opt.invalid_len" Error Malformed "Invalid IPv6 option length";
        OPT_UNKNOWN_DATA_EXPERT "ipv6.opt.unknown_data.expert" Note Undecoded "Unknown Data (not interpreted)";
        SRC_ROUTE_SRC_ADDR "ipv6.src_route_list.src_addr" Warn Protocol "Source address must not appear in the source route list";
        SRC_ROUTE_DST_ADDR "ipv6.src_route_list.dst_addr" Warn Protocol "Destination address must not appear in the source route list";
        MULTICAST_ADDR "ipv6.src_route_list.multicast_addr" Warn Protocol "Multicast addresses must not appear in the source route list";
        PLEN_EXCEEDS_FRAMING "ipv6.plen_exceeds_framing" Warn Protocol "IPv6 payload length does not match expected framing length";
        PLEN_ZERO "ipv6.plen_zero" Chat Protocol "IPv6 payload length equals 0 (maybe because of \"TCP segmentation offload\" (TSO))";
        BOGUS_IPV6_VERSION "ipv6.bogus_ipv6_version" Error Malformed "Bogus IP version";
    }
}

/// Bytes of the fixed header.
const HEADER: usize = 40;
/// Extension headers that show inside the header's tree.
const HOP_BY_HOP: u8 = 0;
const ROUTING: u8 = 43;
const FRAGMENT_HEADER: u8 = 44;
const NO_NEXT: u8 = 59;
const DESTINATION: u8 = 60;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("IPv6");
    cx.info_clear();
    let at = |offset: usize, len: usize| Span::new(all.source(), all.pos() + offset, len);
    let first = c.peek_u8(0)?;
    let version = first >> 4;
    let item = cx.add(VERSION, at(0, 1), Value::U(u64::from(version)));
    let label = |o: &mut Out<'_>| {
        for bit in (0..4).rev() {
            o.u(version >> bit & 1);
        }
        o.s(" .... = Version: ").u(version);
    };
    cx.label(item, label);
    let ip_version = cx.add(ipv4::VERSION, at(0, 1), Value::U(u64::from(version)));
    cx.hide(ip_version);
    cx.label(ip_version, |o| {
        label(o);
        o.s(" [This field makes the filter match on \"ip.version == ").u(version).s("\" possible]");
    });
    if version != 6 {
        cx.info(|o| _ = o.s("Bogus IPv6 version (").u(version).s(", must be 6)"));
        cx.expert_with(BOGUS_IPV6_VERSION, item, at(0, 1), |o| _ = o.s("Bogus IPv6 version"));
        return Ok(());
    }
    cx.proto_len(HEADER);
    let (_, item) = {
        let mut f = c;
        cx.flags(TCLASS, &mut f, 4, &[TCLASS_DSCP, TCLASS_ECN])?
    };
    let class = (c.peek_u16(0)? >> 4) as u8;
    cx.append(item, |o| dscp::text(o, class));
    cx.peek_at(FLOW, &c, 1, 3)?;
    let said = usize::from(c.peek_u16(4)?);
    let next = c.peek_u8(6)?;
    let room = all.left().saturating_sub(HEADER);
    let jumbo = if said == 0 && next == HOP_BY_HOP { ipv6_options::jumbo(c) } else { None };
    let len = match jumbo {
        Some(n) => n,
        None if said == 0 => room,
        None => said,
    };
    let item = cx.peek_at(PLEN, &c, 4, 2)?;
    if jumbo.is_some() {
        cx.append(item, |o| _ = o.s(" (Jumbogram)"));
    }
    if said == 0 && next == HOP_BY_HOP && jumbo.is_none() {
        cx.expert(OPT_JUMBO_MISSING, item, at(4, 2));
    } else if said == 0 && next != NO_NEXT && jumbo.is_none() {
        cx.expert(PLEN_ZERO, item, at(4, 2));
    } else if len > room && !cx.is_quoted() {
        cx.expert_with(PLEN_EXCEEDS_FRAMING, item, at(4, 2), |o| {
            o.s("IPv6 payload length exceeds framing length (").u(room as u64).s(" bytes)");
        });
    }
    cx.ends_at(all.pos() + (HEADER + len).min(all.left()));
    cx.peek_at(NXT, &c, 6, 1)?;
    cx.peek_at(HLIM, &c, 7, 1)?;
    cx.hop_limit = c.peek_u8(7).ok();
    let h = c.peek_array::<HEADER>();
    if h.is_err() {
        // What was captured of the addresses still shows.
        address(cx, &SRC_ROWS, c.peek_bytes(8, 16)?, at(8, 16));
    }
    let h = h?;
    cx.addresses(AddrKind::Ipv6, &h[8..24], &h[24..40]);
    cx.proto_append(|o| _ = o.s(", Src: ").ipv6(&h[8..24]).s(", Dst: ").ipv6(&h[24..40]));
    if cx.wants_any(VERSION, EMBED_IPV4) || cx.wants_tree() {
        for (fields, offset) in [(&SRC_ROWS, 8usize), (&DST_ROWS, 24)] {
            address(cx, fields, h.get(offset..offset + 16).unwrap_or_default(), at(offset, 16));
        }
        for (fields, offset) in [(&SRC_ROWS, 8usize), (&DST_ROWS, 24)] {
            if let Some(a) = h.get(offset..).and_then(|a| a.first_chunk::<16>()) {
                embedded(cx, fields, a, at(offset, 16));
            }
        }
    }
    let mut body = all.within(HEADER + len);
    body.advance(HEADER);
    chain(cx, next, body, true)
}

/// An address, and what it is called.
fn address<S: Sink>(cx: &mut Cx<'_, S>, rows: &[Field; 10], a: &[u8], span: Span) {
    let value = Value::Bytes(span);
    cx.add(rows[0], span, value);
    cx.hidden(ADDR, span, value);
    let names = if cx.wants_hidden() { &[rows[1], HOST][..] } else { &[] };
    for name in names {
        let item = cx.add_str(*name, span, |o| _ = o.ipv6(a));
        cx.hide(item);
        cx.set_generated(item);
    }
}

/// Address, host, and what an address can hold: interface's hardware address, 6to4 gateway and network,
/// Teredo server, port and client, ISATAP, embedded IPv4.
const SRC_ROWS: [Field; 10] = [
    SRC,
    SRC_HOST,
    SRC_SLAAC_MAC,
    SRC_6TO4_GW_IPV4,
    SRC_6TO4_SLA_ID,
    SRC_TS_IPV4,
    SRC_TC_PORT,
    SRC_TC_IPV4,
    SRC_ISATAP_IPV4,
    SRC_EMBED_IPV4,
];
const DST_ROWS: [Field; 10] = [
    DST,
    DST_HOST,
    DST_SLAAC_MAC,
    DST_6TO4_GW_IPV4,
    DST_6TO4_SLA_ID,
    DST_TS_IPV4,
    DST_TC_PORT,
    DST_TC_IPV4,
    DST_ISATAP_IPV4,
    DST_EMBED_IPV4,
];

/// Shows what an address was made from.
fn embedded<S: Sink>(cx: &mut Cx<'_, S>, rows: &[Field; 10], a: &[u8; 16], span: Span) {
    let part = |from: usize, len: usize| Span { start: span.start + from as u32, len: len as u32, ..span };
    let pair = |cx: &mut Cx<'_, S>, field: Field, any: Field, span: Span, value: Value| {
        cx.generated(field, span, value);
        let it = cx.generated(any, span, value);
        cx.hide(it);
    };
    // An interface identifier from a hardware address, RFC 4291, appendix A.
    if a[11] == 0xff && a[12] == 0xfe && a[8] & 2 != 0 && a[0] != 0xff {
        let mac = [a[8] ^ 2, a[9], a[10], a[13], a[14], a[15]];
        for (field, hidden) in [(rows[2], false), (SLAAC_MAC, true)] {
            let it = cx.add_bytes(field, part(8, 8), &mac);
            cx.set_generated(it);
            if hidden {
                cx.hide(it);
            }
        }
    }
    match (a[0], a[1]) {
        // RFC 3056.
        (0x20, 0x02) => {
            pair(cx, rows[3], N6TO4_GW_IPV4, part(2, 4), Value::U(be(&a[2..6])));
            pair(cx, rows[4], N6TO4_SLA_ID, part(6, 2), Value::U(be(&a[6..8])));
        }
        // RFC 4380: port and client are kept inverted.
        (0x20, 0x01) if a[2] == 0 && a[3] == 0 => {
            pair(cx, rows[5], TS_IPV4, part(4, 4), Value::U(be(&a[4..8])));
            pair(cx, rows[6], TC_PORT, part(10, 2), Value::U(!be(&a[10..12]) & 0xffff));
            pair(cx, rows[7], TC_IPV4, part(12, 4), Value::U(!be(&a[12..16]) & 0xffff_ffff));
        }
        // RFC 6052, the well-known prefix.
        (0x00, 0x64) if a[2..4] == [0xff, 0x9b] && a[4..12].iter().all(|b| *b == 0) => {
            let prefix = part(0, 12);
            cx.generated(EMBED_IPV4_PREFIX, prefix, Value::Bytes(prefix));
            cx.generated(rows[9], part(12, 4), Value::U(be(&a[12..16])));
            cx.generated(EMBED_IPV4, part(12, 4), Value::U(be(&a[12..16])));
        }
        _ => {}
    }
    // RFC 5214.
    if a[8] & !2 == 0 && a[9..12] == [0, 0x5e, 0xfe] {
        pair(cx, rows[8], ISATAP_IPV4, part(12, 4), Value::U(be(&a[12..16])));
    }
}

/// Goes along the headers to the payload. Extension headers show in the tree where it is (`nested`) or at
/// its top.
///
/// # Errors
/// Whatever stopped one of them.
pub fn chain<S: Sink>(cx: &mut Cx<'_, S>, mut next: u8, mut c: Cursor<'_>, nested: bool) -> Step {
    loop {
        let id: ProtoId = match next {
            HOP_BY_HOP => ipv6_ext::hop_by_hop::ID,
            ROUTING => ipv6_ext::routing::ID,
            DESTINATION => ipv6_ext::destination::ID,
            FRAGMENT_HEADER => return fragment(cx, c, nested),
            NO_NEXT => {
                cx.info_sep(" , ", |o| _ = o.s("IPv6 no next header"));
                return if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) };
            }
            _ => break,
        };
        let first = c.peek_u8(0);
        let step = if nested { cx.call_nested(id, c) } else { cx.call(id, c) };
        step?;
        next = first?;
        let Some(end) = cx.inner_end().filter(|end| *end > c.pos()) else { return Err(Stop::Malformed) };
        c.advance(end - c.pos());
    }
    if cx.dispatch(Table::IpProto, u32::from(next), c)? {
        return Ok(());
    }
    cx.info(|o| _ = o.s(super::PROTOCOLS.or(u64::from(next), "Unknown")).s(" (").u(next).s(")"));
    if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
}

static FRAGMENT_ROWS: fragments::Rows = fragments::Rows {
    name: "IPv6",
    source: "Reassembled IPv6",
    list: FRAGMENTS,
    list_is_bytes: false,
    fragment: FRAGMENT,
    error: FRAGMENT_ERROR,
    overlap: FRAGMENT_OVERLAP,
    conflict: FRAGMENT_OVERLAP_CONFLICT,
    multiple_tails: FRAGMENT_MULTIPLETAILS,
    too_long: FRAGMENT_TOOLONGFRAGMENT,
    count: FRAGMENT_COUNT,
    length: REASSEMBLED_LENGTH,
    data: REASSEMBLED_DATA,
};

/// The fragment header: what follows is shown only when it is the whole.
fn fragment<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, nested: bool) -> Step {
    let h = c.peek_array::<8>();
    let id = ipv6_ext::fragment::ID;
    if nested {
        cx.call_nested(id, c)?;
    } else {
        cx.call(id, c)?;
    }
    let h = h?;
    let (next, place) = (h[0], u16::from_be_bytes([h[2], h[3]]));
    let (offset, more) = (place & 0xfff8, place & 1 != 0);
    let mut body = c;
    body.advance(8);
    if offset == 0 && !more {
        return chain(cx, next, body, nested);
    }
    if !body.is_empty() && !body.is_cut() {
        let fragment = Fragment {
            src: cx.out.columns.src,
            dst: cx.out.columns.dst,
            id: be(&h[4..8]) as u32,
            protocol: 0,
            offset: u32::from(offset),
            more,
            span: body.span(usize::MAX),
        };
        if let Some(packet) = cx.fragment(fragment) {
            return fragments::inside(cx, &FRAGMENT_ROWS, packet, |cx, c| chain(cx, next, c, nested));
        }
    }
    cx.fragmented = true;
    if offset == 0 && body.is_cut() {
        return chain(cx, next, body, nested);
    }
    cx.info(|o| {
        o.s("IPv6 fragment (off=").u(offset).s(" more=").s(if more { "y" } else { "n" });
        o.s(" ident=0x").x(be(&h[4..8]), 8).s(" nxt=").u(next).s(")");
    });
    if body.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, body) }
}
