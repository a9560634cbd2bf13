//! Extension headers of IPv6 (RFC 8200), their options, and routing headers (RFC 8754, RFC 6554, RFC 6275).

use super::ipv6::*;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Value, names};

names! {
    pub(super) OPTION_TYPES {
    0 => "Pad1",
    1 => "PadN",
    4 => "Tunnel Encapsulation Limit",
    5 => "Router Alert",
    7 => "CALIPSO",
    8 => "SMF_DPD",
    15 => "Performance and Diagnostic Metrics",
    30 => "Experimental (0x1E)",
    38 => "Quick-Start",
    48 => "Path MTU Option",
    49 => "IOAM Option",
    62 => "Experimental (0x3E)",
    65 => "Tunnel Payload Forwarding (TPF) Information",
    94 => "Experimental (0x5E)",
    99 => "RPL Option",
    109 => "MPL Option",
    126 => "Experimental (0x7E)",
    138 => "Endpoint Identification",
    139 => "ILNP Nonce",
    140 => "Line-Identification Option",
    158 => "Experimental (0x9E)",
    190 => "Experimental (0xBE)",
    194 => "Jumbo Payload",
    201 => "Home Address",
    222 => "Experimental (0xDE)",
    238 => "IP_DFF",
    254 => "Experimental (0xFE)",
    }
    pub(super) OPTION_ACTIONS {
        0 => "Skip and continue", 1 => "Discard", 2 => "Discard and send ICMP Parameter Problem",
        3 => "Discard and send ICMP if not multicast",
    }
    pub(super) ROUTER_ALERTS { 0 => "MLD", 1 => "RSVP", 2 => "Active Network" }
    ROUTING_TYPES {
        0 => "Source Route", 1 => "Nimrod", 2 => "Type 2 Routing", 3 => "RPL Source Route", 4 => "Segment Routing",
        5 => "Compact Routing Header 16", 6 => "Compact Routing Header 32", 253 => "Experiment 1",
        254 => "Experiment 2",
    }
}

const PAD1: u8 = 0;
const PADN: u8 = 1;
const JUMBO: u8 = 0xc2;

/// The length in a jumbo payload option (RFC 2675) of the hop-by-hop header behind the fixed header.
pub(super) fn jumbo(mut c: Cursor<'_>) -> Option<usize> {
    c.advance(40);
    let len = 8 + 8 * usize::from(c.peek_u8(1).ok()?);
    let mut options = c.within(len);
    options.advance(2);
    while let Ok(kind) = options.peek_u8(0) {
        if kind == PAD1 {
            options.advance(1);
            continue;
        }
        let len = usize::from(options.peek_u8(1).ok()?);
        if kind == JUMBO && len == 4 {
            return options.peek_u32(2).ok().map(|n| n as usize);
        }
        options.advance(2 + len);
    }
    None
}

/// Next header and length, which all but the fragment header begin with; the header as a window.
fn begin<'c, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &Cursor<'c>,
    [nxt, len, len_oct]: [Field; 3],
) -> Result<Cursor<'c>, Stop> {
    let bytes = 8 + 8 * usize::from(c.peek_u8(1)?);
    cx.proto_len(bytes);
    let mut h = c.within(bytes);
    cx.ends_at(c.pos() + bytes.min(c.left()));
    cx.field(nxt, &mut h, 1)?;
    let span = h.span(1);
    cx.field(len, &mut h, 1)?;
    cx.generated(len_oct, span, Value::U(bytes as u64));
    if bytes > c.left() {
        return Err(Stop::Short);
    }
    Ok(h)
}

/// Options of hop-by-hop and destination headers. They are walked for every sink: bad ones end the packet.
fn options<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        let name = OPTION_TYPES.find(u64::from(kind));
        let len = if kind == PAD1 { 1 } else { 2 + usize::from(c.peek_u8(1)?) };
        let top = cx.add(OPT, c.span(len), Value::None);
        cx.label(top, |o| match name {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Unknown IPv6 Option (").u(kind).s(")"),
        });
        let mut option = c.take(len);
        cx.under(top, |cx| -> Step {
            if kind == PAD1 {
                cx.peek(OPT_TYPE, &option, 1)?;
                cx.add(OPT_PAD1, option.span(1), Value::None);
                return Ok(());
            }
            cx.flags(OPT_TYPE, &mut option, 1, &[OPT_TYPE_ACTION, OPT_TYPE_CHANGE, OPT_TYPE_REST])?;
            let item = cx.field(OPT_LENGTH, &mut option, 1)?;
            if option.left() < len - 2 {
                return Err(Stop::Short);
            }
            one(cx, item, kind, &mut option)
        })?;
    }
    Ok(())
}

/// Bytes of an option as one field, with a word in place of none.
fn bytes<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    none: &'static str,
) -> Result<Item, Stop> {
    let n = c.left();
    let item = cx.field(field, c, n)?;
    if n == 0 {
        cx.label(item, |o| _ = o.s(none));
    }
    Ok(item)
}

/// One option behind its type and length.
fn one<S: Sink>(cx: &mut Cx<'_, S>, len_item: Item, kind: u8, c: &mut Cursor<'_>) -> Step {
    let len = c.left();
    let wrong = |cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, name: &'static str| -> Step {
        cx.expert_with(OPT_INVALID_LEN, len_item, c.span(0), |o| {
            o.s(name).s(": Invalid Length (").u(len as u64).s(if len == 1 { " byte)" } else { " bytes)" });
        });
        let item = bytes(cx, OPT_UNKNOWN_DATA, c, "Unknown Data: <MISSING>")?;
        cx.expert(OPT_UNKNOWN_DATA_EXPERT, item, c.span(0));
        Ok(())
    };
    match kind {
        PADN => _ = bytes(cx, OPT_PADN, c, "PadN: <none>")?,
        4 if len == 1 => _ = cx.field(OPT_TEL, c, 1)?,
        4 => wrong(cx, c, "Tunnel Encapsulation Limit")?,
        5 if len == 2 => _ = cx.field(OPT_ROUTER_ALERT, c, 2)?,
        5 => wrong(cx, c, "Router Alert")?,
        7 if len >= 8 => {
            cx.field(OPT_CALIPSO_DOI, c, 4)?;
            let words = usize::from(c.peek_u8(0)?);
            let item = cx.field(OPT_CALIPSO_CMPT_LENGTH, c, 1)?;
            cx.append(item, |o| _ = o.s(" (").u(words as u64 * 4).s(" bytes)"));
            cx.field(OPT_CALIPSO_SENS_LEVEL, c, 1)?;
            cx.field(OPT_CALIPSO_CHECKSUM, c, 2)?;
            if words > 0 {
                cx.field(OPT_CALIPSO_CMPT_BITMAP, c, (words * 4).min(len - 8))?;
            }
        }
        48 if len == 4 => {
            cx.field(OPT_PMTU_MIN, c, 2)?;
            let v = c.peek_u16(0)?;
            cx.add(OPT_PMTU_RTN, c.span(2), Value::U(u64::from(v & 0xfffe)));
            cx.add(OPT_PMTU_R_FLAG, c.span(2), Value::U(u64::from(v & 1)));
            c.skip(2)?;
        }
        48 => wrong(cx, c, "PMTU Option")?,
        99 if len >= 4 => {
            let flags = [OPT_RPL_FLAG_O, OPT_RPL_FLAG_R, OPT_RPL_FLAG_F, OPT_RPL_FLAG_RSV];
            cx.flags(OPT_RPL_FLAG, c, 1, &flags)?;
            cx.field(OPT_RPL_INSTANCE_ID, c, 1)?;
            cx.field(OPT_RPL_SENDERRANK, c, 2)?;
        }
        JUMBO if len == 4 => _ = cx.field(OPT_JUMBO, c, 4)?,
        JUMBO => wrong(cx, c, "Jumbo Payload")?,
        0xc9 if len == 16 => _ = cx.field(OPT_MIPV6_HOME_ADDRESS, c, 16)?,
        0xc9 => wrong(cx, c, "Home Address")?,
        0x1e | 0x3e | 0x5e | 0x7e | 0x9e | 0xbe | 0xde | 0xfe => {
            bytes(cx, OPT_EXPERIMENTAL, c, "Experimental Option: <MISSING>")?;
        }
        _ => {
            let item = bytes(cx, OPT_UNKNOWN, c, "Unknown Option Payload: <MISSING>")?;
            cx.expert(OPT_UNKNOWN_DATA_EXPERT, item, c.span(0));
        }
    }
    Ok(())
}

/// Hop-by-hop options.
pub mod hop_by_hop {
    use requin_wire::{Cursor, Cx, Item, Names, Sink, Step, proto};

    proto! {
        IPV6_HOPOPTS "ipv6.hopopts" "IPv6 Hop-by-Hop Option" "IPv6 Hop-by-Hop" Network
        on [IpProto 0]
        fields {
            NXT "ipv6.hopopts.nxt" "Next Header": U8 Dec = super::super::PROTOCOLS;
            LEN "ipv6.hopopts.len" "Length": U8 Dec;
            LEN_OCT "ipv6.hopopts.len_oct" "Length": U16 Dec = Names::Unit(" byte", " bytes");
        }
        experts {
            NOT_FIRST "ipv6.hopopts.not_first" Error Protocol "IPv6 Hop-by-Hop extension header must appear immediately after IPv6 header";
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        cx.info_sep(" , ", |o| _ = o.s("IPv6 hop-by-hop options"));
        let layers = &cx.out.layers;
        let before = layers.len().checked_sub(2).and_then(|i| layers.get(i));
        if before.is_some_and(|l| l.proto != super::super::ipv6::ID) {
            cx.expert(NOT_FIRST, Item::NONE, c.span(0));
        }
        let h = super::begin(cx, &c, [NXT, LEN, LEN_OCT])?;
        super::options(cx, h)
    }
}

/// Destination options.
pub mod destination {
    use requin_wire::{Cursor, Cx, Names, Sink, Step, proto};

    proto! {
        IPV6_DSTOPTS "ipv6.dstopts" "Destination Options for IPv6" "IPv6 Destination" Network
        on [IpProto 60]
        fields {
            NXT "ipv6.dstopts.nxt" "Next Header": U8 Dec = super::super::PROTOCOLS;
            LEN "ipv6.dstopts.len" "Length": U8 Dec;
            LEN_OCT "ipv6.dstopts.len_oct" "Length": U16 Dec = Names::Unit(" byte", " bytes");
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        cx.info_sep(" , ", |o| _ = o.s("IPv6 destination options"));
        let h = super::begin(cx, &c, [NXT, LEN, LEN_OCT])?;
        super::options(cx, h)
    }
}

/// The fragment header.
pub mod fragment {
    use requin_wire::{Cursor, Cx, Sink, Step, Value, proto};

    proto! {
        IPV6_FRAGHDR "ipv6.fraghdr" "Fragment Header for IPv6" "IPv6 Fragment" Network
        on [IpProto 44]
        fields {
            NXT "ipv6.fraghdr.nxt" "Next header": U8 Dec = super::super::PROTOCOLS;
            RESERVED_OCTET "ipv6.fraghdr.reserved_octet" "Reserved octet": U8 Hex;
            OFFSET "ipv6.fraghdr.offset" "Offset": U16 Dec & 0xfff8;
            RESERVED_BITS "ipv6.fraghdr.reserved_bits" "Reserved bits": U16 Dec & 0x0006;
            MORE "ipv6.fraghdr.more" "More Fragments": Bool(16) & 0x0001 = crate::common::YES;
            IDENT "ipv6.fraghdr.ident" "Identification": U32 Hex;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.proto_len(8);
        cx.ends_at(c.pos() + 8.min(c.left()));
        cx.field(NXT, &mut c, 1)?;
        cx.field(RESERVED_OCTET, &mut c, 1)?;
        let place = c.peek_u16(0)?;
        let item = cx.add(OFFSET, c.span(2), Value::U(u64::from(place >> 3)));
        cx.append(item, |o| _ = o.s(" (").u(place & 0xfff8).s(" bytes)"));
        cx.peek(RESERVED_BITS, &c, 2)?;
        cx.peek(MORE, &c, 2)?;
        c.skip(2)?;
        cx.field(IDENT, &mut c, 4)?;
        Ok(())
    }
}

/// Routing headers.
pub mod routing {
    use requin_wire::{Cursor, Cx, Names, Sink, Step, proto};

    proto! {
        IPV6_ROUTING "ipv6.routing" "Routing Header for IPv6" "IPv6 Routing" Network
        on [IpProto 43]
        fields {
            NXT "ipv6.routing.nxt" "Next Header": U8 Dec = super::super::PROTOCOLS;
            LEN "ipv6.routing.len" "Length": U8 Dec;
            LEN_OCT "ipv6.routing.len_oct" "Length": U16 Dec = Names::Unit(" byte", " bytes");
            TYPE "ipv6.routing.type" "Type": U8 Dec = super::ROUTING_TYPES;
            SEGLEFT "ipv6.routing.segleft" "Segments Left": U8 Dec;
            UNKNOWN_DATA "ipv6.routing.unknown_data" "Type-Specific Data": Bytes;
            SRC_RESERVED "ipv6.routing.src.reserved" "Reserved": Bytes;
            SRC_ADDR "ipv6.routing.src.addr" "Address": Ipv6;
            MIPV6_RESERVED "ipv6.routing.mipv6.reserved" "Reserved": Bytes;
            MIPV6_HOME_ADDRESS "ipv6.routing.mipv6.home_address" "Home Address": Ipv6;
            SRH_LAST_ENTRY "ipv6.routing.srh.last_entry" "Last Entry": U8 Dec;
            SRH_FLAGS "ipv6.routing.srh.flags" "Flags": U8 Hex;
            SRH_TAG "ipv6.routing.srh.tag" "Tag": Bytes;
            SRH_ADDR "ipv6.routing.srh.addr" "Address": Ipv6;
            RPL_CMPRI "ipv6.routing.rpl.cmprI" "Compressed Internal Octets (CmprI)": U32 Dec & 0xf000_0000;
            RPL_CMPRE "ipv6.routing.rpl.cmprE" "Compressed Final Octets (CmprE)": U32 Dec & 0x0f00_0000;
            RPL_PAD "ipv6.routing.rpl.pad" "Padding Bytes": U32 Dec & 0x00f0_0000;
            RPL_RESERVED "ipv6.routing.rpl.reserved" "Reserved": U32 Dec & 0x000f_ffff;
        }
        experts {
            UNDECODED "ipv6.routing.undecoded" Note Undecoded "Undecoded IPv6 routing header field";
            DEPRECATED "ipv6.routing.deprecated" Note Deprecated "Routing header type is deprecated";
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        cx.info_sep(" , ", |o| _ = o.s("IPv6 routing"));
        let me = cx.proto_item();
        let kind = c.peek_u8(2)?;
        cx.append(me, |o| match super::ROUTING_TYPES.find(u64::from(kind)) {
            Some(name) => _ = o.s(" (").s(name).s(")"),
            None => _ = o.s(" (Unknown type ").u(kind).s(")"),
        });
        let mut h = super::begin(cx, &c, [NXT, LEN, LEN_OCT])?;
        let item = cx.field(TYPE, &mut h, 1)?;
        if matches!(kind, 0 | 1) {
            cx.expert(DEPRECATED, item, c.span(0));
        }
        cx.field(SEGLEFT, &mut h, 1)?;
        match kind {
            0 => {
                cx.field(SRC_RESERVED, &mut h, 4)?;
                addresses(cx, &mut h, SRC_ADDR, 1)?;
            }
            2 => {
                cx.field(MIPV6_RESERVED, &mut h, 4)?;
                cx.field(MIPV6_HOME_ADDRESS, &mut h, 16)?;
            }
            3 => {
                for field in [RPL_CMPRI, RPL_CMPRE, RPL_PAD, RPL_RESERVED] {
                    cx.peek(field, &h, 4)?;
                }
            }
            4 => {
                let last = h.peek_u8(0)?;
                cx.field(SRH_LAST_ENTRY, &mut h, 1)?;
                cx.field(SRH_FLAGS, &mut h, 1)?;
                cx.field(SRH_TAG, &mut h, 2)?;
                let mut list = h.take(16 * (usize::from(last) + 1));
                addresses(cx, &mut list, SRH_ADDR, 0)?;
            }
            _ => {
                let n = h.left();
                let item = cx.field(UNKNOWN_DATA, &mut h, n)?;
                cx.expert(UNDECODED, item, h.span(0));
            }
        }
        Ok(())
    }

    /// A list of addresses, counted from `first`.
    fn addresses<S: Sink>(
        cx: &mut Cx<'_, S>,
        c: &mut Cursor<'_>,
        field: requin_wire::Field,
        first: u32,
    ) -> Step {
        let mut n = first;
        while c.left() >= 16 {
            let bytes = c.peek_array::<16>()?;
            let item = cx.field(field, c, 16)?;
            cx.label(item, |o| _ = o.s("Address[").u(n).s("]: ").ipv6(bytes));
            n += 1;
        }
        Ok(())
    }
}
