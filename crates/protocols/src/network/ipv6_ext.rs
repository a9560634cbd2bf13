//! Extension headers of IPv6 (RFC 8200), their options, and routing headers (RFC 8754, RFC 6554, RFC 6275).

use requin_wire::{Cursor, Cx, Field, Item, Sink, Stop, Value, names};

names! {
    ROUTING_TYPES {
        0 => "Source Route", 1 => "Nimrod", 2 => "Type 2 Routing", 3 => "RPL Source Route", 4 => "Segment Routing",
        5 => "Compact Routing Header 16", 6 => "Compact Routing Header 32", 253 => "Experiment 1",
        254 => "Experiment 2",
    }
}

/// Next header and length, which all but the fragment header begin with; the header as a window, and the item of its length.
fn begin<'c, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &Cursor<'c>,
    [nxt, len, len_oct]: [Field; 3],
) -> Result<(Cursor<'c>, Item), Stop> {
    let bytes = 8 + 8 * usize::from(c.peek_u8(1)?);
    cx.proto_len(bytes);
    let mut h = c.within(bytes);
    cx.ends_at(c.pos() + bytes.min(c.left()));
    cx.field(nxt, &mut h, 1)?;
    let span = h.span(1);
    let item = cx.field(len, &mut h, 1)?;
    cx.generated(len_oct, span, Value::U(bytes as u64));
    if bytes > c.left() {
        return Err(Stop::Short);
    }
    Ok((h, item))
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
        let (h, _) = super::begin(cx, &c, [NXT, LEN, LEN_OCT])?;
        let left = h.left();
        let mut all = c;
        all.advance(h.pos() - c.pos());
        super::super::ipv6_options::options(cx, all, left)
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
        let (h, _) = super::begin(cx, &c, [NXT, LEN, LEN_OCT])?;
        let left = h.left();
        let mut all = c;
        all.advance(h.pos() - c.pos());
        super::super::ipv6_options::options(cx, all, left)
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
        if super::super::ipv6_options::is_jumbogram(cx, &c) {
            cx.expert(super::super::ipv6::OPT_JUMBO_FRAGMENT, cx.proto_item(), c.span(0));
        }
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
    use super::super::ipv6;
    use requin_wire::{Addr, Cursor, Cx, Field, Item, Names, Sink, Span, Step, Stop, Value, proto};

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
            RPL_ADDR_COUNT "ipv6.routing.rpl.addr_count" "Total Address Count": I32 Dec;
            RPL_ADDRESS "ipv6.routing.rpl.address" "Address": Bytes;
            RPL_FULL_ADDRESS "ipv6.routing.rpl.full_address" "Full Address": Ipv6;
            CRH16_CURRENT_SID "ipv6.routing.crh16.current_sid" "Current SID": U16 Dec;
            CRH32_CURRENT_SID "ipv6.routing.crh32.current_sid" "Current SID": U32 Dec;
            CRH16_SID "ipv6.routing.crh16.sid" "Segment ID": U16 Dec;
            CRH32_SID "ipv6.routing.crh32.sid" "Segment ID": U32 Dec;
        }
        experts {
            UNDECODED "ipv6.routing.undecoded" Note Undecoded "Undecoded IPv6 routing header field";
            RPL_CMPR_PAD "ipv6.routing.rpl.cmprI_cmprE_pad" Warn Protocol "When cmprI equals 0 and cmprE equals 0, pad MUST equal 0 but instead was X";
            RPL_ADDR_COUNT_GE0 "ipv6.routing.rpl.addr_count_ge0" Error Malformed "Calculated total address count must be greater than or equal to 0, instead was X";
            RPL_RESERVED_NOT0 "ipv6.routing.rpl.reserved_not0" Note Protocol "Reserved field must equal 0 but instead was X";
            INVALID_LENGTH "ipv6.routing.invalid_length" Error Malformed "Invalid IPv6 Routing header length";
            INVALID_SEGLEFT "ipv6.routing.invalid_segleft" Warn Protocol "IPv6 Routing Header segments left field must not exceed address count";
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
        let (mut h, length_item) = super::begin(cx, &c, [NXT, LEN, LEN_OCT])?;
        let item = cx.field(TYPE, &mut h, 1)?;
        if kind == 0 {
            cx.expert(DEPRECATED, item, c.span(0));
        }
        let left = h.peek_u8(0)?;
        let left_item = cx.field(SEGLEFT, &mut h, 1)?;
        let route = Route { left, left_item, length_item };
        match kind {
            0 => {
                let bytes = h.left().saturating_sub(4);
                route.check(cx, "Type 0", (bytes / 16) as i64, &h);
                cx.field(SRC_RESERVED, &mut h, 4)?;
                let last = addresses(cx, &mut h, SRC_ADDR, 1)?;
                route.goes_to(cx, last);
            }
            2 => {
                if h.left() != 20 {
                    cx.expert_with(INVALID_LENGTH, length_item, h.span(0), |o| {
                        o.s("IPv6 Type 2 Routing Header extension header length must equal 2");
                    });
                }
                if left != 1 {
                    cx.expert_with(INVALID_SEGLEFT, left_item, h.span(0), |o| {
                        o.s("IPv6 Type 2 Routing Header segments left field must equal 1");
                    });
                }
                cx.field(MIPV6_RESERVED, &mut h, 4)?;
                let mut home = h.take_all(16)?;
                let home = addresses(cx, &mut home, MIPV6_HOME_ADDRESS, 1)?;
                route.goes_to(cx, home);
            }
            3 => rpl(cx, &route, &mut h)?,
            4 => {
                let last = h.peek_u8(0)?;
                if left > last.saturating_add(1) {
                    route.check(cx, "Type 4", i64::from(last) + 1, &h);
                }
                cx.field(SRH_LAST_ENTRY, &mut h, 1)?;
                cx.field(SRH_FLAGS, &mut h, 1)?;
                cx.field(SRH_TAG, &mut h, 2)?;
                let bytes = 16 * (usize::from(last) + 1);
                // The way is written from its end.
                let end = h.peek_array::<16>().ok().copied();
                let short = bytes > h.left();
                addresses(cx, &mut h.take(bytes), SRH_ADDR, 0)?;
                if short {
                    return Err(Stop::Short);
                }
                route.goes_to(cx, end);
            }
            5 => compact(cx, &route, &h, [CRH16_CURRENT_SID, CRH16_SID], 2)?,
            6 => compact(cx, &route, &h, [CRH32_CURRENT_SID, CRH32_SID], 4)?,
            _ => {
                let n = h.left();
                let item = cx.field(UNKNOWN_DATA, &mut h, n)?;
                cx.expert(UNDECODED, item, h.span(0));
            }
        }
        Ok(())
    }

    /// How far the packet still has to go.
    struct Route {
        left: u8,
        left_item: Item,
        length_item: Item,
    }

    impl Route {
        /// Says when there are more segments left than addresses.
        fn check<S: Sink>(&self, cx: &mut Cx<'_, S>, kind: &'static str, count: i64, c: &Cursor<'_>) {
            if i64::from(self.left) > count {
                cx.expert_with(INVALID_SEGLEFT, self.left_item, c.span(0), |o| {
                    o.s("IPv6 ")
                        .s(kind)
                        .s(" Routing Header segments left field must not exceed address count (");
                    o.i(count).s(")");
                });
            }
        }

        /// While segments are left, the last address is where the packet goes: conversations and checksums go by it.
        fn goes_to<S: Sink>(&self, cx: &mut Cx<'_, S>, last: Option<[u8; 16]>) {
            if let Some(last) = last.filter(|_| self.left > 0) {
                cx.out.columns.dst = Addr::ipv6(&last);
            }
        }
    }

    /// A list of addresses, counted from `first`; the last of them.
    fn addresses<S: Sink>(
        cx: &mut Cx<'_, S>,
        c: &mut Cursor<'_>,
        field: Field,
        first: u32,
    ) -> Result<Option<[u8; 16]>, Stop> {
        let (mut n, mut last) = (first, None);
        while c.left() >= 16 {
            let span = c.span(16);
            let bytes = c.peek_array::<16>()?;
            let item = cx.field(field, c, 16)?;
            cx.label(item, |o| _ = o.s("Address[").u(n).s("]: ").ipv6(bytes));
            if field != SRH_ADDR {
                odd_address(cx, item, span, bytes, false);
            }
            last = Some(*bytes);
            n += 1;
        }
        Ok(last)
    }

    /// Addresses that must not stand in a list: those of groups, and, in one of RPL, the packet's own.
    fn odd_address<S: Sink>(cx: &mut Cx<'_, S>, item: Item, span: Span, bytes: &[u8; 16], own: bool) {
        if bytes[0] == 0xff {
            cx.expert(ipv6::MULTICAST_ADDR, item, span);
        }
        let address = Addr::ipv6(bytes);
        if own && address == cx.out.columns.src {
            cx.expert(ipv6::SRC_ROUTE_SRC_ADDR, item, span);
        }
        if own && address == cx.out.columns.dst {
            cx.expert(ipv6::SRC_ROUTE_DST_ADDR, item, span);
        }
    }

    /// A source route of RPL, RFC 6554 section 3: addresses without what they share with the destination.
    fn rpl<S: Sink>(cx: &mut Cx<'_, S>, route: &Route, c: &mut Cursor<'_>) -> Step {
        let word = c.peek_u32(0)?;
        let (inner, last) = ((word >> 28) as usize, (word >> 24 & 0xf) as usize);
        let (pad, reserved) = (word >> 20 & 0xf, word & 0xf_ffff);
        let room = c.left() as i64 - 4;
        let count = (room - i64::from(pad) - (16 - last as i64)) / (16 - inner as i64) + 1;
        let span = c.span(4);
        let begin = *c;
        cx.peek(RPL_CMPRI, c, 4)?;
        cx.peek(RPL_CMPRE, c, 4)?;
        let item = cx.peek(RPL_PAD, c, 4)?;
        if inner == 0 && last == 0 && pad != 0 {
            cx.expert_with(RPL_CMPR_PAD, item, span, |o| {
                o.s("When cmprI equals 0 and cmprE equals 0, pad MUST equal 0 but instead was ").u(pad);
            });
        }
        let item = cx.field(RPL_RESERVED, c, 4)?;
        if reserved != 0 {
            cx.expert_with(RPL_RESERVED_NOT0, item, span, |o| {
                o.s("Reserved field must equal 0 but instead was ").u(reserved);
            });
        }
        let item = cx.generated(RPL_ADDR_COUNT, begin.span(4), Value::I(count));
        if count < 0 {
            cx.expert_with(RPL_ADDR_COUNT_GE0, item, span, |o| {
                o.s("Calculated total address count must be greater than or equal to 0, instead was ")
                    .i(count);
            });
            return Ok(());
        }
        route.check(cx, "RPL", count, c);
        let prefix = cx.out.columns.dst.bytes;
        let mut full = None;
        for n in 1..=count {
            let known = if n == count { last } else { inner };
            let span = c.span(16 - known);
            let bytes = c.peek_bytes(0, 16 - known)?;
            cx.field(RPL_ADDRESS, c, 16 - known)?;
            let mut address = prefix;
            for (to, from) in address.iter_mut().skip(known).zip(bytes) {
                *to = *from;
            }
            let item = cx.add_bytes(RPL_FULL_ADDRESS, span, &address);
            cx.set_generated(item);
            cx.label(item, |o| _ = o.s("Address[").i(n).s("]: ").ipv6(&address));
            odd_address(cx, item, span, &address, true);
            full = Some(address);
        }
        route.goes_to(cx, full);
        Ok(())
    }

    /// A compact routing header: identifiers of segments of `width` bytes, up to one of zero.
    fn compact<S: Sink>(
        cx: &mut Cx<'_, S>,
        route: &Route,
        c: &Cursor<'_>,
        [current, sid]: [Field; 2],
        width: usize,
    ) -> Step {
        let at = width * usize::from(route.left);
        let words = (c.left() + 4) / 8 - 1;
        if at > c.left() {
            cx.expert_with(INVALID_LENGTH, route.length_item, c.span(0), |o| {
                o.s("IPv6 Compact Routing Header minimum length must not exceed header length (");
                o.u(words as u64).s(")");
            });
        }
        let item = cx.peek_at(current, c, at, width)?;
        cx.set_generated(item);
        let list = cx.line(c.span(c.left()), |o| _ = o.s("Segment Identifiers"));
        cx.under(list, |cx| {
            let mut c = *c;
            let mut n = 0u32;
            loop {
                let value = c.peek_uint(0, width)?;
                if value == 0 {
                    return Ok(());
                }
                let item = cx.field(sid, &mut c, width)?;
                cx.label(item, |o| _ = o.s("SID[").u(n).s("] = ").u(value));
                n += 1;
            }
        })
    }
}
