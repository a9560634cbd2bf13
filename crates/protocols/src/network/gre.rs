//! Generic Routing Encapsulation: RFC 2784, RFC 2890, RFC 1701, and the enhanced form of PPTP (RFC 2637).

use super::checksum;
use requin_wire::{Cursor, Cx, Item, Names, Sink, Step, Table, Value, names, proto};

proto! {
    GRE "gre" "Generic Routing Encapsulation" "GRE" Network
    on [IpProto 47]
    fields {
        PROTOCOL "gre.proto" "Protocol Type": U16 Hex = PROTOCOL_NAMES;
        FLAGS_AND_VERSION "gre.flags_and_version" "Flags and Version": U16 Hex;
        FLAGS_CHECKSUM "gre.flags.checksum" "Checksum Bit": Bool(16) & 0x8000 = crate::common::YES;
        FLAGS_ROUTING "gre.flags.routing" "Routing Bit": Bool(16) & 0x4000 = crate::common::YES;
        FLAGS_KEY "gre.flags.key" "Key Bit": Bool(16) & 0x2000 = crate::common::YES;
        FLAGS_SEQUENCE_NUMBER "gre.flags.sequence_number" "Sequence Number Bit": Bool(16) & 0x1000 = crate::common::YES;
        FLAGS_STRICT_SOURCE_ROUTE "gre.flags.strict_source_route" "Strict Source Route Bit": Bool(16) & 0x800 = crate::common::YES;
        FLAGS_RECURSION_CONTROL "gre.flags.recursion_control" "Recursion control": U16 Dec & 0x700;
        FLAGS_ACK "gre.flags.ack" "Acknowledgment": Bool(16) & 0x80 = crate::common::YES;
        FLAGS_RESERVED "gre.flags.reserved" "Flags (Reserved)": U16 Dec & 0xf8;
        FLAGS_VERSION "gre.flags.version" "Version": U16 Dec & 0x7 = FLAGS_VERSION_NAMES;
        CHECKSUM "gre.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "gre.checksum.status" "Checksum Status": U8 None = crate::transport::CHECKSUM_STATES;
        OFFSET "gre.offset" "Offset": U16 Dec;
        KEY "gre.key" "Key": U32 Hex;
        KEY_PAYLOAD_LENGTH "gre.key.payload_length" "Payload Length": U16 Dec;
        KEY_CALL_ID "gre.key.call_id" "Call ID": U16 Dec;
        SEQUENCE_NUMBER "gre.sequence_number" "Sequence Number": U32 Dec;
        ACK_NUMBER "gre.ack_number" "Acknowledgment Number": U32 Dec;
        ROUTING "gre.routing" "Routing": None;
        ROUTING_ADDRESS_FAMILY "gre.routing.address_family" "Address Family": U16 Dec;
        ROUTING_SRE_OFFSET "gre.routing.sre_offset" "SRE Offset": U8 Dec;
        ROUTING_SRC_LENGTH "gre.routing.src_length" "SRE Length": U8 Dec;
        WCCP_REDIRECT_HEADER "gre.wccp.redirect_header" "Redirect Header": None;
        WCCP_DYNAMIC_SERVICE "gre.wccp.dynamic_service" "Dynamic Service": Bool(8) & 0x1 = Names::Bools("Dynamic service", "Well-known service");
        WCCP_ALTERNATIVE_BUCKET_USED "gre.wccp.alternative_bucket_used" "Alternative bucket used": Bool(8) & 0x2 = Names::Bools("Alternative bucket used", "Primary bucket used");
        WCCP_REDIRECT_HEADER_VALID "gre.wccp.redirect_header_valid" "WCCP Redirect header is valid": Bool(8) & 0x4 = Names::Bools("Header is present, but ignore contents", "Header contents are valid");
        WCCP_SERVICE_ID "gre.wccp.service_id" "Service ID": U8 Dec = WCCP_SERVICE_ID_NAMES;
        WCCP_ALTERNATIVE_BUCKET "gre.wccp.alternative_bucket" "Alternative Bucket": U8 Dec;
        WCCP_PRIMARY_BUCKET "gre.wccp.primary_bucket" "Primary Bucket": U8 Dec;
    }
    experts {
        CHECKSUM_INCORRECT "gre.checksum.incorrect" Warn Checksum "Incorrect GRE Checksum";
    }
}

names! {
/// What the protocol type says is inside.
pub PROTOCOL_NAMES {
    0 => "Possible GRE keepalive packet",
    254 => "OSI",
    2048 => "IP",
    2054 => "ARP",
    8192 => "CDP (Cisco)",
    8193 => "NHRP",
    8939 => "ERSPAN III",
    25600 => "MIKROTIK EoIP",
    25944 => "Transparent Ethernet bridging",
    25945 => "Frame Relay",
    33079 => "IPX",
    33280 => "ARUBA WLAN",
    33296 => "ARUBA WLAN",
    33312 => "ARUBA WLAN",
    33328 => "ARUBA WLAN",
    33344 => "ARUBA WLAN",
    33360 => "ARUBA WLAN",
    33376 => "ARUBA WLAN",
    33392 => "ARUBA WLAN",
    33408 => "ARUBA WLAN",
    33424 => "ARUBA WLAN",
    33440 => "ARUBA WLAN",
    33456 => "ARUBA WLAN",
    33472 => "ARUBA WLAN",
    33488 => "ARUBA WLAN",
    33504 => "ARUBA WLAN",
    33520 => "ARUBA WLAN",
    33536 => "ARUBA WLAN",
    33552 => "ARUBA WLAN",
    33568 => "ARUBA WLAN",
    33584 => "ARUBA WLAN",
    33600 => "ARUBA WLAN",
    33616 => "ARUBA WLAN",
    33632 => "ARUBA WLAN",
    33648 => "ARUBA WLAN",
    34525 => "IPv6",
    34827 => "PPP",
    34878 => "WCCP",
    34887 => "MPLS label switched packet",
    34945 => "CDMA2000 A10 Unstructured byte stream",
    35006 => "ERSPAN",
    35026 => "CDMA2000 A10 3GPP2 Packet",
    35081 => "CiscoMetaData",
    35151 => "Network Service Header",
    36864 => "ARUBA WLAN",
    47082 => "Huawei GRE bonding",
    65198 => "AIROHIVE AP AP",
}
FLAGS_VERSION_NAMES {
    0 => "GRE",
    1 => "Enhanced GRE",
}
WCCP_SERVICE_ID_NAMES {
    0 => "HTTP",
} }

/// Enhanced GRE carries this (RFC 2637): the key has two parts, and acknowledgments may follow.
const PPP: u16 = 0x880b;

const CHECKSUM_BIT: u16 = 0x8000;
const ROUTING_BIT: u16 = 0x4000;
const KEY_BIT: u16 = 0x2000;
const SEQUENCE_BIT: u16 = 0x1000;
const ACK_BIT: u16 = 0x0080;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let (flags, kind) = (cx.first(c.peek_u16(0))?, cx.first(c.peek_u16(2))?);
    cx.protocol("GRE");
    let tunnelled = kind == PPP;
    let name = PROTOCOL_NAMES.find(u64::from(kind));
    cx.info(|o| match name {
        Some(name) => _ = o.s("Encapsulated ").s(name),
        None => _ = o.s("Encapsulated ").hex_upper(kind, 4).s(" (unknown)"),
    });
    cx.proto_append(|o| match name {
        Some(name) => _ = o.s(" (").s(name).s(")"),
        None => _ = o.s(" (").hex_upper(kind, 4).s(" - unknown)"),
    });
    let common = [
        FLAGS_CHECKSUM,
        FLAGS_ROUTING,
        FLAGS_KEY,
        FLAGS_SEQUENCE_NUMBER,
        FLAGS_STRICT_SOURCE_ROUTE,
        FLAGS_RECURSION_CONTROL,
    ];
    let from = c;
    let (_, item) = cx.flags(FLAGS_AND_VERSION, &mut c, 2, &common)?;
    cx.under(item, |cx| -> Step {
        if tunnelled {
            cx.peek(FLAGS_ACK, &from, 2)?;
            let v = u64::from(flags >> 3 & 0x0f);
            let it = cx.add(FLAGS_RESERVED, from.span(2), Value::U(v));
            cx.label(it, |o| {
                o.s(".... .... .");
                for bit in (3..7).rev() {
                    o.u(flags >> bit & 1);
                    if bit == 4 {
                        o.c(b' ');
                    }
                }
                o.s("... = Flags (Reserved): ").u(v);
            });
        } else {
            cx.peek(FLAGS_RESERVED, &from, 2)?;
        }
        cx.peek(FLAGS_VERSION, &from, 2)?;
        Ok(())
    })?;
    cx.field(PROTOCOL, &mut c, 2)?;
    if flags & (CHECKSUM_BIT | ROUTING_BIT) != 0 {
        let whole = !all.is_cut() && S::FIELDS && flags & CHECKSUM_BIT != 0;
        let sum = whole.then(|| checksum::add(0, all.rest()));
        checksum::show(cx, [CHECKSUM, CHECKSUM_STATUS, CHECKSUM_INCORRECT], &c, sum);
        c.skip(2)?;
        cx.field(OFFSET, &mut c, 2)?;
    }
    if flags & KEY_BIT != 0 {
        if tunnelled {
            cx.field(KEY_PAYLOAD_LENGTH, &mut c, 2)?;
            cx.field(KEY_CALL_ID, &mut c, 2)?;
        } else {
            cx.field(KEY, &mut c, 4)?;
        }
    }
    if flags & SEQUENCE_BIT != 0 {
        cx.field(SEQUENCE_NUMBER, &mut c, 4)?;
    }
    if tunnelled && flags & ACK_BIT != 0 {
        cx.field(ACK_NUMBER, &mut c, 4)?;
    }
    if flags & ROUTING_BIT != 0 {
        routes(cx, &mut c)?;
    }
    if kind == 0x883e {
        redirect(cx, &mut c)?;
    }
    cx.proto_len(all.left() - c.left());
    if c.is_empty() {
        if kind == 0 {
            cx.info(|o| _ = o.s("Encapsulated Possible GRE keepalive packet"));
        }
        return Ok(());
    }
    let kind = if kind == 0x883e { 0x0800 } else { kind };
    if kind == 0x88be && flags & SEQUENCE_BIT == 0 {
        // The first type of ERSPAN has no header of its own.
        cx.layer_only(erspan::ID, &c);
        return cx.call(crate::link::ethernet::ID, c);
    }
    if cx.dispatch(Table::Gre, u32::from(kind), c)? || cx.dispatch(Table::Ether, u32::from(kind), c)? {
        return Ok(());
    }
    cx.call(crate::meta::data::ID, c)
}

/// Source routes of RFC 1701.
fn routes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let top = cx.add(ROUTING, c.span(c.left()), Value::None);
    cx.under(top, |cx| -> Step {
        loop {
            let (family, len) = (c.peek_u16(0)?, usize::from(c.peek_u8(3)?));
            cx.field(ROUTING_ADDRESS_FAMILY, c, 2)?;
            cx.field(ROUTING_SRE_OFFSET, c, 1)?;
            cx.field(ROUTING_SRC_LENGTH, c, 1)?;
            if family == 0 && len == 0 {
                return Ok(());
            }
            c.skip(len)?;
        }
    })
}

/// The header of a packet that a web cache redirected (WCCP version 2).
fn redirect<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    // An IP header right here means that there is none.
    if c.peek_u8(0)? >> 4 == 4 {
        return Ok(());
    }
    let item: Item = cx.add(WCCP_REDIRECT_HEADER, c.span(4), Value::None);
    cx.under(item, |cx| -> Step {
        for field in [WCCP_DYNAMIC_SERVICE, WCCP_ALTERNATIVE_BUCKET_USED, WCCP_REDIRECT_HEADER_VALID] {
            cx.peek(field, c, 1)?;
        }
        c.skip(1)?;
        for field in [WCCP_SERVICE_ID, WCCP_ALTERNATIVE_BUCKET, WCCP_PRIMARY_BUCKET] {
            cx.field(field, c, 1)?;
        }
        Ok(())
    })
}

/// Mirrored frames of Cisco's switches.
pub mod erspan {
    use requin_wire::{Cursor, Cx, Names, Sink, Step, names, proto};

    proto! {
        ERSPAN "erspan" "Encapsulated Remote Switch Packet ANalysis" "ERSPAN" Carrier
        on [Gre 0x88be, Gre 0x22eb]
    fields {
        VERSION "erspan.version" "Version": U16 Dec & 0xf000 = VERSION_NAMES;
        VLAN "erspan.vlan" "Vlan": U16 Dec & 0xfff;
        COS "erspan.cos" "COS": U16 Dec & 0xe000;
        ENCAP "erspan.encap" "Encap": U16 Dec & 0x1800 = ENCAP_NAMES;
        BSO "erspan.bso" "Bad/Short/Oversized": U16 Dec & 0x1800 = BSO_NAMES;
        TRUNCATED "erspan.truncated" "Truncated": U16 Dec & 0x400 = TRUNCATED_NAMES;
        SPANID "erspan.spanid" "SpanID": U16 Dec & 0x3ff;
        RESERVED "erspan.reserved" "Reserved": U32 Dec & 0xfff00000;
        INDEX "erspan.index" "Index": U32 Dec & 0xfffff;
        TIMESTAMP "erspan.timestamp" "Timestamp": U32 Dec & 0xffffffff;
        SGT "erspan.sgt" "Security Group Tag": U16 Dec & 0xffff;
        P "erspan.p" "Has Ethernet PDU": U16 Dec & 0x8000;
        FT "erspan.ft" "Frame Type": U16 Dec & 0x7c00 = FT_NAMES;
        HW "erspan.hw" "Hardware ID": U16 Dec & 0x3f0;
        GRA "erspan.gra" "Timestamp granularity": U16 Dec & 0x6 = GRA_NAMES;
        DIRECTION "erspan.direction" "Direction": Bool(16) & 0x8 = Names::Bools("Egress", "Ingress");
        O "erspan.o" "Optional Sub headers": U16 Dec & 0x1;
        PLATID "erspan.platid" "Platform ID": U32 Dec & 0xfc000000;
        PID3_RSVD1 "erspan.pid3.rsvd1" "Reserved": U32 Dec & 0x3ffc000;
        PID3_PORT_INDEX "erspan.pid3.port_index" "Port ID/Index": U32 Dec & 0x3fff;
        PID3_TIMESTAMP "erspan.pid3.timestamp" "Upper 32-bit Timestamp": U32 Dec & 0xffffffff;
    }
    experts {
        VERSION_UNKNOWN "erspan.version.unknown" Warn Undecoded "Unknown version, please report or test to use fake ERSPAN preference";
    }
    }

    names! { VERSION_NAMES {
        1 => "Type II",
        2 => "Type III",
    }
    ENCAP_NAMES {
        0 => "Originally without VLAN tag",
        1 => "Originally ISL encapsulated",
        2 => "Originally 802.1Q encapsulated",
        3 => "VLAN tag preserved in frame",
    }
    BSO_NAMES {
        0 => "Good or unknown integrity",
        1 => "Short frame",
        2 => "Oversized frame",
        3 => "CRC or alignment error",
    }
    TRUNCATED_NAMES {
        0 => "Not truncated",
        1 => "Truncated",
    }
    FT_NAMES {
        0 => "Ethernet",
        2 => "IP",
    }
    GRA_NAMES {
        0 => "100 microseconds",
        1 => "100 nanoseconds",
        2 => "IEEE 1588",
        3 => "Custom granularity",
    } }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        let all = c;
        cx.protocol("ERSPAN");
        cx.info_clear();
        let version = c.peek_u8(0)? >> 4;
        let me = cx.proto_item();
        cx.append(me, |o| {
            o.c(b' ').s(VERSION_NAMES.or(u64::from(version), "Unknown"));
        });
        cx.peek(VERSION, &c, 2)?;
        if !matches!(version, 1 | 2) {
            cx.info(|o| _ = o.s("ERSPAN:"));
            let item = cx.peek(VERSION, &c, 2)?;
            cx.expert(VERSION_UNKNOWN, item, c.span(2));
            return Ok(());
        }
        cx.field(VLAN, &mut c, 2)?;
        cx.peek(COS, &c, 2)?;
        cx.peek(if version == 1 { ENCAP } else { BSO }, &c, 2)?;
        cx.peek(TRUNCATED, &c, 2)?;
        cx.field(SPANID, &mut c, 2)?;
        if version == 1 {
            cx.peek(RESERVED, &c, 4)?;
            cx.field(INDEX, &mut c, 4)?;
        } else {
            cx.field(TIMESTAMP, &mut c, 4)?;
            cx.field(SGT, &mut c, 2)?;
            let flags = c.peek_u16(0)?;
            for field in [P, FT, HW, DIRECTION, GRA, O] {
                cx.peek(field, &c, 2)?;
            }
            c.skip(2)?;
            if flags & 1 != 0 {
                let platform = c.peek_u8(0)? >> 2;
                cx.peek(PLATID, &c, 4)?;
                if matches!(platform, 3 | 4) {
                    cx.peek(PID3_RSVD1, &c, 4)?;
                    cx.peek(PID3_PORT_INDEX, &c, 4)?;
                    cx.peek_at(PID3_TIMESTAMP, &c, 4, 4)?;
                }
                c.skip(8)?;
            }
        }
        cx.proto_len(all.left() - c.left());
        cx.call(crate::link::ethernet::ID, c)
    }
}
