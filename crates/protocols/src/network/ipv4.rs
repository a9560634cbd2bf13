//! Internet Protocol version 4, RFC 791.

use super::{fragments, options4};
use requin_wire::{
    AddrKind, Cursor, Cx, Field, Fragment, Item, Names, Sink, Span, Step, Stop, Table, Value, proto,
};

proto! {
    IP "ip" "Internet Protocol Version 4" "IPv4" Network
    on [Ether 0x0800, IpProto 4, IpProto 94, Ppp 0x0021, Null 2, Link 228, Llc 0x06, Gre 0x0800]
    fields {
        VERSION "ip.version" "Version": U8 Dec;
        HDR_LEN "ip.hdr_len" "Header Length": U8 Dec;
        DSFIELD "ip.dsfield" "Differentiated Services Field": U8 Hex;
        DSCP "ip.dsfield.dscp" "Differentiated Services Codepoint": U8 Dec & 0xfc = super::dscp::NAMES;
        ECN "ip.dsfield.ecn" "Explicit Congestion Notification": U8 Dec & 0x3 = super::dscp::ECN_NAMES;
        LEN "ip.len" "Total Length": U16 Dec;
        ID_FIELD "ip.id" "Identification": U16 HexDec;
        DST "ip.dst" "Destination Address": Ipv4;
        DST_HOST "ip.dst_host" "Destination Host": Str;
        SRC "ip.src" "Source Address": Ipv4;
        SRC_HOST "ip.src_host" "Source Host": Str;
        ADDR "ip.addr" "Source or Destination Address": Ipv4;
        HOST "ip.host" "Source or Destination Host": Str;
        FLAGS "ip.flags" "Flags": U8 Hex & 0xe0;
        FLAGS_RB "ip.flags.rb" "Reserved bit": Bool(8) & 0x80 = crate::common::SET;
        FLAGS_DF "ip.flags.df" "Don't fragment": Bool(8) & 0x40 = crate::common::SET;
        FLAGS_MF "ip.flags.mf" "More fragments": Bool(8) & 0x20 = crate::common::SET;
        FRAG_OFFSET "ip.frag_offset" "Fragment Offset": U16 Dec & 0x1fff;
        TTL "ip.ttl" "Time to Live": U8 Dec;
        PROTOCOL "ip.proto" "Protocol": U8 Dec = super::PROTOCOLS;
        CHECKSUM "ip.checksum" "Header Checksum": U16 Hex;
        CHECKSUM_STATUS "ip.checksum.status" "Header checksum status": U8 None = crate::transport::CHECKSUM_STATES;
        OPT_TYPE "ip.opt.type" "Type": U8 Dec;
        OPT_TYPE_COPY "ip.opt.type.copy" "Copy on fragmentation": Bool(8) & 0x80 = crate::common::YES;
        OPT_TYPE_CLASS "ip.opt.type.class" "Class": U8 Dec & 0x60 = super::options4::OPT_TYPE_CLASS_NAMES;
        OPT_TYPE_NUMBER "ip.opt.type.number" "Number": U8 Dec & 0x1f = super::options4::OPT_TYPE_NUMBER_NAMES;
        OPT_LEN "ip.opt.len" "Length": U8 Dec;
        OPT_PTR "ip.opt.ptr" "Pointer": U8 Dec;
        OPT_SID "ip.opt.sid" "Stream Identifier": U16 Dec;
        OPT_MTU "ip.opt.mtu" "MTU": U16 Dec;
        OPT_ID_NUMBER "ip.opt.id_number" "ID Number": U16 Dec;
        OPT_OHC "ip.opt.ohc" "Outbound Hop Count": U16 Dec;
        OPT_RHC "ip.opt.rhc" "Return Hop Count": U16 Dec;
        OPT_ORIGINATOR "ip.opt.originator" "Originator IP Address": Ipv4;
        OPT_RA "ip.opt.ra" "Router Alert": U16 Dec = super::options4::OPT_RA_NAMES;
        OPT_ADDR "ip.opt.addr" "IP Address": Ipv4;
        OPT_PADDING "ip.opt.padding" "Padding": Bytes;
        OPT_QS_FUNC "ip.opt.qs_func" "Function": U8 Dec & 0xf0 = super::options4::OPT_QS_FUNC_NAMES;
        OPT_QS_RATE "ip.opt.qs_rate" "Rate": U8 Dec & 0xf = crate::transport::tcp::names::RATES;
        OPT_QS_TTL "ip.opt.qs_ttl" "QS TTL": U8 Dec;
        OPT_QS_TTL_DIFF "ip.opt.qs_ttl_diff" "TTL Diff": U8 Dec;
        OPT_QS_UNUSED "ip.opt.qs_unused" "Not Used": U8 Dec;
        OPT_QS_NONCE "ip.opt.qs_nonce" "QS Nonce": U32 Hex & 0xfffffffc;
        OPT_QS_RESERVED "ip.opt.qs_reserved" "Reserved": U32 Hex & 0x3;
        OPT_SEC_RFC791_SEC "ip.opt.sec_rfc791_sec" "Security": U16 Hex = super::options4::OPT_SEC_RFC791_SEC_NAMES;
        OPT_SEC_RFC791_COMP "ip.opt.sec_rfc791_comp" "Compartments": U16 Dec;
        OPT_SEC_RFC791_HR "ip.opt.sec_rfc791_hr" "Handling Restrictions": Str;
        OPT_SEC_RFC791_TCC "ip.opt.sec_rfc791_tcc" "Transmission Control Code": Str;
        OPT_SEC_CL "ip.opt.sec_cl" "Classification Level": U8 Hex = super::options4::OPT_SEC_CL_NAMES;
        OPT_SEC_PROT_AUTH_FLAGS "ip.opt.sec_prot_auth_flags" "Protection Authority Flags": U8 Hex;
        OPT_SEC_PROT_AUTH_GENSER "ip.opt.sec_prot_auth_genser" "GENSER": Bool(8) & 0x80 = Names::Bools("Datagram protected in accordance with its rules", "Datagram not protected in accordance with its rules");
        OPT_SEC_PROT_AUTH_SIOP_ESI "ip.opt.sec_prot_auth_siop_esi" "SIOP-ESI": Bool(8) & 0x40 = Names::Bools("Datagram protected in accordance with its rules", "Datagram not protected in accordance with its rules");
        OPT_SEC_PROT_AUTH_SCI "ip.opt.sec_prot_auth_sci" "SCI": Bool(8) & 0x20 = Names::Bools("Datagram protected in accordance with its rules", "Datagram not protected in accordance with its rules");
        OPT_SEC_PROT_AUTH_NSA "ip.opt.sec_prot_auth_nsa" "NSA": Bool(8) & 0x10 = Names::Bools("Datagram protected in accordance with its rules", "Datagram not protected in accordance with its rules");
        OPT_SEC_PROT_AUTH_DOE "ip.opt.sec_prot_auth_doe" "DOE": Bool(8) & 0x8 = Names::Bools("Datagram protected in accordance with its rules", "Datagram not protected in accordance with its rules");
        OPT_SEC_PROT_AUTH_UNASSIGNED "ip.opt.sec_prot_auth_unassigned" "Unassigned": U8 Hex & 0x6;
        OPT_SEC_PROT_AUTH_FTI "ip.opt.sec_prot_auth_fti" "Field Termination Indicator": Bool(8) & 0x1 = Names::Bools("Additional octet present", "Final octet");
        OPT_EXT_SEC_ADD_SEC_INFO_FORMAT_CODE "ip.opt.ext_sec_add_sec_info_format_code" "Additional Security Info Format Code": U8 Hex;
        OPT_EXT_SEC_ADD_SEC_INFO "ip.opt.ext_sec_add_sec_info" "Additional Security Info": Bytes;
        REC_RT "ip.rec_rt" "Recorded Route": Ipv4;
        REC_RT_HOST "ip.rec_rt_host" "Recorded Route Host": Str;
        CUR_RT "ip.cur_rt" "Current Route": Ipv4;
        CUR_RT_HOST "ip.cur_rt_host" "Current Route Host": Str;
        SRC_RT "ip.src_rt" "Source Route": Ipv4;
        SRC_RT_HOST "ip.src_rt_host" "Source Route Host": Str;
        EMPTY_RT "ip.empty_rt" "Empty Route": Ipv4;
        EMPTY_RT_HOST "ip.empty_rt_host" "Empty Route Host": Str;
        CIPSO_TAG_TYPE "ip.cipso.tag_type" "Tag Type": U8 Dec = super::options4::CIPSO_TAG_TYPE_NAMES;
        FRAGMENT_OVERLAP "ip.fragment.overlap" "Fragment overlap": Bool;
        FRAGMENT_OVERLAP_CONFLICT "ip.fragment.overlap.conflict" "Conflicting data in fragment overlap": Bool;
        FRAGMENT_MULTIPLETAILS "ip.fragment.multipletails" "Multiple tail fragments found": Bool;
        FRAGMENT_TOOLONGFRAGMENT "ip.fragment.toolongfragment" "Fragment too long": Bool;
        FRAGMENT_ERROR "ip.fragment.error" "Defragmentation error": Framenum;
        FRAGMENT_COUNT "ip.fragment.count" "Fragment count": U32 Dec;
        FRAGMENT "ip.fragment" "IPv4 Fragment": Framenum;
        FRAGMENTS "ip.fragments" "IPv4 Fragments": Bytes;
        REASSEMBLED_IN "ip.reassembled_in" "Reassembled IPv4 in frame": Framenum;
        REASSEMBLED_LENGTH "ip.reassembled.length" "Reassembled IPv4 length": U32 Dec;
        REASSEMBLED_DATA "ip.reassembled.data" "Reassembled IPv4 data": Bytes;
        CIPSO_DOI "ip.cipso.doi" "DOI": U32 Dec;
        CIPSO_SENSITIVITY_LEVEL "ip.cipso.sensitivity_level" "Sensitivity Level": U8 Dec;
        CIPSO_CATEGORIES "ip.cipso.categories" "Categories": Str;
        CIPSO_TAG_DATA "ip.cipso.tag_data" "Tag data": Bytes;
        OPT_OVERFLOW "ip.opt.overflow" "Overflow": U8 Dec & 0xf0;
        OPT_FLAG "ip.opt.flag" "Flag": U8 Hex & 0xf = super::options4::OPT_FLAG_NAMES;
        OPT_TIME_STAMP "ip.opt.time_stamp" "Time stamp": U32 Dec;
        OPT_TIME_STAMP_ADDR "ip.opt.time_stamp_addr" "Address": Ipv4;
        EOL "ip.options.eol" "IP Option - End of Options List (EOL)": Bytes;
        NOP_OPT "ip.options.nop" "IP Option - No-Operation (NOP)": Bytes;
        SECURITY "ip.options.security" "IP Option - Security": Bytes;
        ROUTE "ip.options.route" "IP Option - Loose Source Route": Bytes;
        TIMESTAMP "ip.options.timestamp" "IP Option - Time Stamp": Bytes;
        EXT_SECURITY "ip.options.ext_security" "IP Option - Extended Security": Bytes;
        CIPSO "ip.options.cipso" "IP Option - Commercial Security": Bytes;
        RECORD_ROUTE "ip.options.record_route" "IP Option - Record Route": Bytes;
        SID "ip.options.sid" "IP Option - Stream ID": Bytes;
        SOURCE_ROUTE "ip.options.source_route" "IP Option - Strict Source Route": Bytes;
        MTU_PROBE "ip.options.mtu_probe" "IP Option - MTU Probe": Bytes;
        MTU_REPLY "ip.options.mtu_reply" "IP Option - MTU Reply": Bytes;
        TRACEROUTE "ip.options.traceroute" "IP Option - Traceroute": Bytes;
        ROUTERALERT "ip.options.routeralert" "IP Option - Router Alert": Bytes;
        SDB "ip.options.sdb" "IP Option - Selective Directed Broadcast": Bytes;
        QS "ip.options.qs" "IP Option - Quick-Start": Bytes;
    }
    experts {
        CIPSO_MALFORMED "ip.cipso.malformed" Warn Malformed "Malformed CIPSO tag";
        CHECKSUM_BAD_EXPERT "ip.checksum_bad.expert" Error Checksum "Bad checksum";
        EVIL_PACKET "ip.evil_packet" Warn Protocol "Packet has evil intent";
        NOP "ip.nop" Warn Protocol "4 NOP in a row - a router may have removed some options";
        OPT_PTR_MIDDLE_ADDRESS "ip.opt.ptr.middle_address" Warn Protocol "Pointer points to middle of address";
        OPT_PTR_BEFORE_ADDRESS "ip.opt.ptr.before_address" Warn Protocol "Pointer points before first address";
        OPT_LEN_INVALID "ip.opt.len.invalid" Warn Protocol "Invalid length for option";
        SUBOPT_TOO_LONG "ip.subopt_too_long" Warn Protocol "Suboption would go past end of option";
        BOGUS_IP_LENGTH "ip.bogus_ip_length" Error Protocol "Bogus IP length";
        TTL_LNCB "ip.ttl.lncb" Note Sequence "Time To Live";
        TTL_TOO_SMALL "ip.ttl.too_small" Note Sequence "Time To Live";
        BOGUS_IP_VERSION "ip.bogus_ip_version" Error Protocol "Bogus IP version";
        BOGUS_HEADER_LENGTH "ip.bogus_header_length" Error Protocol "Bogus IP header length";
    }
}

static FRAGMENT_ROWS: fragments::Rows = fragments::Rows {
    name: "IPv4",
    source: "Reassembled IPv4",
    list: FRAGMENTS,
    list_is_bytes: true,
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

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("IPv4");
    cx.info_clear();
    let at = |offset: usize, len: usize| Span::new(all.source(), all.pos() + offset, len);
    let first = c.peek_u8(0)?;
    let (version, header_len) = (first >> 4, usize::from(first & 15) * 4);
    let item = cx.peek_at(VERSION, &c, 0, 1)?;
    if S::FIELDS {
        cx.set_value(item, Value::U(u64::from(version)));
        cx.label(item, |o| {
            nibble(o, version);
            o.s(" .... = Version: ").u(version);
        });
    }
    if version != 4 {
        cx.info(|o| _ = o.s("Bogus IPv4 version (").u(version).s(", must be 4)"));
        cx.expert_with(BOGUS_IP_VERSION, item, at(0, 1), |o| _ = o.s("Bogus IPv4 version"));
        // Who announced IPv4 was mistaken.
        return if version == 6 { cx.call(super::ipv6::ID, all) } else { Ok(()) };
    }
    let item = cx.add(HDR_LEN, at(0, 1), Value::U(header_len as u64));
    cx.label(item, |o| {
        o.s(".... ");
        nibble(o, first & 15);
        o.s(" = Header Length: ").u(header_len as u64).s(" bytes (").u(header_len as u64 / 4).s(")");
    });
    if header_len < 20 {
        cx.info(|o| _ = o.s("Bogus IP header length (").u(header_len as u64).s(", must be at least 20)"));
        cx.expert_with(BOGUS_HEADER_LENGTH, item, at(0, 1), |o| {
            _ = o.s("Bogus IP header length (").u(header_len as u64).s(", must be at least 20)");
        });
        return Ok(());
    }
    cx.proto_len(header_len);
    if cx.wants_any(VERSION, HOST) {
        class(cx, &c)?;
    }
    let said = usize::from(c.peek_u16(2)?);
    // Offloading leaves the length zero in captures of the sending host: all that is left, then.
    let total = if said == 0 { all.left() } else { said };
    let item = cx.add(LEN, at(2, 2), Value::U(total as u64));
    if said == 0 {
        cx.set_generated(item);
        cx.label(item, |o| {
            o.s("Total Length: ").u(total as u64);
            o.s(" bytes (reported as 0, presumed to be because of \"TCP segmentation offload\" (TSO))");
        });
    } else if total < header_len {
        cx.info(|o| {
            o.s("Bogus IP length (")
                .u(total as u64)
                .s(", less than header length ")
                .u(header_len as u64)
                .s(")");
        });
        cx.expert_with(BOGUS_IP_LENGTH, item, at(2, 2), |o| {
            o.s("Bogus IP length (")
                .u(total as u64)
                .s(", less than header length ")
                .u(header_len as u64)
                .s(")");
        });
        return Ok(());
    } else if total > all.left() && !cx.is_quoted() {
        let room = all.left();
        cx.expert_with(BOGUS_IP_LENGTH, item, at(2, 2), |o| {
            o.s("IPv4 total length exceeds packet length (").u(room as u64).s(" bytes)");
        });
    }
    cx.ends_at(all.pos() + total.min(all.left()));
    cx.peek_at(ID_FIELD, &c, 4, 2)?;
    let frag = c.peek_u16(6)?;
    let mut f = c;
    f.advance(6);
    let (_, item) = cx.flags(FLAGS, &mut f, 1, &[FLAGS_RB, FLAGS_DF, FLAGS_MF])?;
    cx.append(item, |o| {
        for (bit, name) in [(0x8000, "Reserved bit"), (0x4000, "Don't fragment"), (0x2000, "More fragments")]
        {
            if frag & bit != 0 {
                o.s(", ").s(name);
            }
        }
    });
    let item = cx.peek_at(FRAG_OFFSET, &c, 6, 2)?;
    cx.label(item, |o| {
        o.s("...");
        for bit in (0..13).rev() {
            o.s(if bit % 4 == 3 { " " } else { "" }).u(frag >> bit & 1);
        }
        o.s(" = Fragment Offset: ").u((frag & 0x1fff) * 8);
    });
    let ttl = c.peek_u8(8)?;
    cx.hop_limit = Some(ttl);
    let ttl_item = cx.peek_at(TTL, &c, 8, 1)?;
    let protocol = c.peek_u8(9)?;
    cx.peek_at(PROTOCOL, &c, 9, 1)?;
    let item = cx.peek_at(CHECKSUM, &c, 10, 2)?;
    c.peek_bytes(10, 2)?;
    cx.append(item, |o| _ = o.s(" [validation disabled]"));
    cx.generated(CHECKSUM_STATUS, at(10, 0), Value::U(2));
    let src = c.peek_u32(12)?;
    address(cx, [SRC, SRC_HOST], at(12, 4), src);
    let dst = c.peek_u32(16)?;
    if header_len > 20 && all.captured() < header_len.min(all.left()) {
        // The options tell where it goes (RFC 791, source routes): they come first.
        cx.proto_append(|o| _ = o.s(", Src: ").ipv4(src));
        return Err(Stop::Cut);
    }
    cx.addresses(AddrKind::Ipv4, &src.to_be_bytes(), &dst.to_be_bytes());
    cx.proto_append(|o| _ = o.s(", Src: ").ipv4(src).s(", Dst: ").ipv4(dst));
    let mut options = all.within(header_len);
    options.advance(20);
    let routed = header_len > 20 && S::FIELDS && options4::is_routed(options);
    if S::FIELDS {
        time_to_live(cx, ttl_item, at(8, 1), ttl, protocol, dst);
        address(cx, if routed { [CUR_RT, CUR_RT_HOST] } else { [DST, DST_HOST] }, at(16, 4), dst);
    }
    // For every sink: bad options end the packet.
    if header_len > 20 {
        options4::dissect(cx, options)?;
    }
    let mut body = all.within(total);
    body.advance(header_len);
    payload(cx, protocol, frag, c.peek_u16(4)?, body)
}

/// The bytes behind the header: a whole packet, or a part of one.
fn payload<S: Sink>(cx: &mut Cx<'_, S>, protocol: u8, frag: u16, id: u16, body: Cursor<'_>) -> Step {
    let (offset, more) = (u32::from(frag & 0x1fff) * 8, frag & 0x2000 != 0);
    if offset != 0 || more {
        // A part that was captured whole waits for the others; the cut first one is shown as what it is.
        let whole = body.left() > 0 && !body.is_cut();
        if whole {
            let fragment = Fragment {
                src: cx.out.columns.src,
                dst: cx.out.columns.dst,
                id: u32::from(id),
                protocol,
                offset,
                more,
                span: body.span(usize::MAX),
            };
            if let Some(packet) = cx.fragment(fragment) {
                return fragments::inside(cx, &FRAGMENT_ROWS, packet, |cx, c| above(cx, protocol, c));
            }
        }
        cx.fragmented = true;
        if offset != 0 || whole {
            cx.info(|o| {
                o.s("Fragmented IP protocol (proto=").s(super::PROTOCOLS.or(u64::from(protocol), "Unknown"));
                o.c(b' ').u(protocol).s(", off=").u(offset).s(", ID=").x(id, 4).s(")");
            });
            if S::FIELDS && !body.is_empty() {
                return cx.call(crate::meta::data::ID, body);
            }
            return Ok(());
        }
    }
    above(cx, protocol, body)
}

/// The protocol that a packet carries.
fn above<S: Sink>(cx: &mut Cx<'_, S>, protocol: u8, body: Cursor<'_>) -> Step {
    if cx.dispatch(Table::IpProto, u32::from(protocol), body)? {
        return Ok(());
    }
    cx.info(|o| _ = o.s(super::PROTOCOLS.or(u64::from(protocol), "Unknown")).s(" (").u(protocol).s(")"));
    cx.call(crate::meta::data::ID, body)
}

fn nibble(o: &mut requin_wire::Out<'_>, v: u8) {
    for bit in (0..4).rev() {
        o.u(v >> bit & 1);
    }
}

/// The differentiated services field.
fn class<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) -> Step {
    let mut f = *c;
    f.advance(1);
    let v = f.peek_u8(0)?;
    let (_, item) = cx.flags(DSFIELD, &mut f, 1, &[DSCP, ECN])?;
    cx.append(item, |o| super::dscp::text(o, v));
    Ok(())
}

/// An address with its names; those that speak of either end are hidden.
fn address<S: Sink>(cx: &mut Cx<'_, S>, [field, host]: [Field; 2], span: Span, address: u32) {
    if !cx.wants_any(DST, HOST) && !cx.wants(field) && !cx.wants(host) {
        return;
    }
    cx.add(field, span, Value::U(u64::from(address)));
    cx.hidden(ADDR, span, Value::U(u64::from(address)));
    if !cx.wants_hidden() {
        return;
    }
    for name in [host, HOST] {
        let it = cx.add_str(name, span, |o| _ = o.ipv4(address));
        cx.hide(it);
        cx.set_generated(it);
    }
}

/// Addresses of the local network control block (224.0.0.0/24, RFC 5771) whose packets have all hops left.
const ALL_HOPS: [u8; 3] = [18, 102, 251];
/// Link-local name resolution, which is sent with either.
const ANY_HOPS: u8 = 252;

fn time_to_live<S: Sink>(cx: &mut Cx<'_, S>, item: Item, span: Span, ttl: u8, protocol: u8, dst: u32) {
    let local = dst >> 8 == 0xe0_0000;
    if local {
        let right = if ALL_HOPS.contains(&(dst as u8)) { 255 } else { 1 };
        if ttl != right && protocol != IGMP && dst as u8 != ANY_HOPS {
            cx.expert_with(TTL_LNCB, item, span, |o| {
                o.s("\"Time To Live\" != ").u(right);
                o.s(" for a packet sent to the Local Network Control Block (see RFC 3171)");
            });
        }
    } else if ttl < 5 && dst >> 28 != 0xe && protocol != PIM && protocol != OSPF {
        cx.expert_with(TTL_TOO_SMALL, item, span, |o| _ = o.s("\"Time To Live\" only ").u(ttl));
    }
}

const IGMP: u8 = 2;
const OSPF: u8 = 89;
const PIM: u8 = 103;
