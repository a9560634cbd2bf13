//! Link state advertisements of OSPF: RFC 2328, RFC 5340, RFC 3630.

use super::ospf::*;
use super::ospf_tlv;
use requin_wire::{Cursor, Cx, Field, Item, Names, Sink, Span, Step, Stop, Value};
use std::net::Ipv4Addr;

/// The kind of an advertisement of version 3: what to do with it, how far it goes, what it is.
pub(super) fn kind3<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.flags(V3_LSA, c, 2, &[V3_LSA_U, V3_LSA_S12, V3_LSA_FC])?;
    Ok(())
}

/// The field that says which kind it is, for filters.
fn presence(version: u8, kind: u16) -> Option<Field> {
    Some(if version == 2 {
        match kind {
            1 => LSA_ROUTER,
            2 => LSA_NETWORK,
            3 => LSA_SUMMARY,
            4 => LSA_ASBR,
            5 => LSA_ASEXT,
            6 => LSA_MEMBER,
            7 => LSA_NSSA,
            8 => LSA_ATTR,
            9..=11 => LSA_OPAQUE,
            _ => return None,
        }
    } else {
        match kind {
            1 => V3_LSA_ROUTER,
            2 => V3_LSA_NETWORK,
            3 => V3_LSA_INTERPREFIX,
            4 => V3_LSA_INTERROUTER,
            5 => V3_LSA_ASEXT,
            6 => V3_LSA_MEMBER,
            7 => V3_LSA_NSSA,
            8 => V3_LSA_LINK,
            9 => V3_LSA_INTRAPREFIX,
            12 => V3_LSA_OPAQUE,
            _ => return None,
        }
    })
}

/// What the first bytes of an advertisement say.
struct Head {
    kind: u16,
    len: usize,
    opaque: u8,
}

fn look(version: u8, c: &Cursor<'_>) -> Result<Head, Stop> {
    let kind = if version == 2 { u16::from(c.peek_u8(3)?) } else { c.peek_u16(2)? & 0x1fff };
    Ok(Head { kind, len: usize::from(c.peek_u16(18)?), opaque: c.peek_u8(4)? })
}

/// The line an advertisement stands under.
fn line<S: Sink>(cx: &mut Cx<'_, S>, version: u8, h: &Head, span: Span) -> Item {
    let names: Names = if version == 2 { LSA_NAMES } else { V3_LSA_FC_NAMES };
    let (kind, len) = (h.kind, h.len);
    cx.line(span, |o| {
        o.s("LSA-type ").u(kind).s(" (").s(names.or(u64::from(kind), "Unknown")).s("), len ").u(len as u64);
    })
}

/// An advertisement's header.
pub(super) fn header_only<S: Sink>(cx: &mut Cx<'_, S>, version: u8, c: &mut Cursor<'_>) -> Step {
    let h = look(version, c)?;
    let top = line(cx, version, &h, c.span(20));
    cx.under(top, |cx| header(cx, version, &h, c).map(|_| ()))
}

/// Gives the item of the length.
fn header<S: Sink>(cx: &mut Cx<'_, S>, version: u8, h: &Head, c: &mut Cursor<'_>) -> Result<Item, Stop> {
    cx.peek(LSA_AGE, c, 2)?;
    cx.peek(if version == 2 { LSA_DONOTAGE } else { V3_LSA_DO_NOT_AGE }, c, 2)?;
    c.skip(2)?;
    let span = if version == 2 {
        options_of(cx, h.kind, c)?;
        let span = c.span(1);
        cx.field(LSA, c, 1)?;
        span
    } else {
        let span = c.span(2);
        kind3(cx, c)?;
        span
    };
    if let Some(field) = presence(version, h.kind) {
        cx.hidden(field, span, Value::U(1));
    }
    if version == 2 && (9..=11).contains(&h.kind) {
        cx.field(LSID_OPAQUE_TYPE, c, 1)?;
        if h.opaque == 1 {
            let it = cx.add(LSA_MPLS, c.span(0), Value::U(1));
            cx.hide(it);
            cx.field(LSID_TE_LSA_RESERVED, c, 1)?;
            cx.field(LSID_TE_LSA_INSTANCE, c, 2)?;
        } else {
            cx.field(LSID_OPAQUE_ID, c, 3)?;
        }
    } else {
        cx.field(if version == 2 { LSA_ID } else { LINK_STATE_ID }, c, 4)?;
    }
    cx.field(ADVROUTER, c, 4)?;
    cx.field(LSA_SEQNUM, c, 4)?;
    cx.field(LSA_CHKSUM, c, 2)?;
    cx.field(LSA_LENGTH, c, 2)
}

/// How long an advertisement of version 2 is at least.
fn least(kind: u16) -> Option<usize> {
    match kind {
        1 => Some(24),
        2..=4 => Some(28),
        5 | 7 => Some(36),
        _ => None,
    }
}

/// A whole advertisement.
pub(super) fn whole<S: Sink>(cx: &mut Cx<'_, S>, version: u8, c: &mut Cursor<'_>) -> Step {
    let h = look(version, c)?;
    let top = line(cx, version, &h, c.span(h.len));
    cx.under(top, |cx| -> Step {
        let length = header(cx, version, &h, c)?;
        if let Some(least) = least(h.kind).filter(|n| version == 2 && h.len < *n) {
            let span = Span { start: (c.pos() - 2) as u32, len: 2, ..c.span(0) };
            cx.expert_with(LSA_INVALID_LENGTH, length, span, |o| {
                o.s("Invalid LSA length (").u(h.len as u64).s(") for type ");
                o.s(LSA_NAMES.or(u64::from(h.kind), "Unknown")).s(", expected >= (").u(least as u64).s(")");
            });
            // What follows is looked for where a body of that length would end.
            c.advance(h.len);
            return Ok(());
        }
        let Some(len) = h.len.checked_sub(20) else {
            cx.expert_with(LSA_UNKNOWN_TYPE, top, c.span(0), |o| _ = o.s("Unknown LSA Type ").u(h.kind));
            return Err(Stop::Malformed);
        };
        let mut body = c.take_all(len)?;
        if version == 2 { version2(cx, length, &h, &mut body) } else { version3(cx, top, &h, &mut body) }
    })
}

fn version2<S: Sink>(cx: &mut Cx<'_, S>, length: Item, h: &Head, c: &mut Cursor<'_>) -> Step {
    match h.kind {
        1 => {
            let bits = [
                V2_ROUTER_LSA_FLAGS_H,
                V2_ROUTER_LSA_FLAGS_N,
                V2_ROUTER_LSA_FLAGS_W,
                V2_ROUTER_LSA_FLAGS_V,
                V2_ROUTER_LSA_FLAGS_E,
                V2_ROUTER_LSA_FLAGS_B,
            ];
            let (v, item) = cx.flags(V2_ROUTER_LSA_FLAGS, c, 1, &bits)?;
            crate::common::say_bits(cx, item, v, &bits);
            c.skip(1)?;
            let n = cx.u16(LSA_NUMBER_OF_LINKS, c)?;
            for _ in 0..n {
                link2(cx, c)?;
            }
            Ok(())
        }
        2 => {
            cx.field(LSA_NETWORK_NETMASK, c, 4)?;
            while !c.is_empty() {
                cx.field(LSA_NETWORK_ATTCHRTR, c, 4)?;
            }
            Ok(())
        }
        3 | 4 => {
            cx.field(LSA_ASBR_NETMASK, c, 4)?;
            while !c.is_empty() {
                cx.field(LSA_TOS, c, 1)?;
                cx.field(METRIC, c, 3)?;
            }
            Ok(())
        }
        5 | 7 => {
            cx.field(LSA_ASEXT_NETMASK, c, 4)?;
            while !c.is_empty() {
                cx.peek(LSA_ASEXT_TYPE, c, 1)?;
                let tos = c.peek_u8(0)? & 0x7f;
                let item = cx.add(LSA_TOS, c.span(1), Value::U(u64::from(tos)));
                cx.label(item, |o| {
                    o.s(".");
                    for bit in (0..7).rev() {
                        o.u(tos >> bit & 1);
                        if bit == 4 {
                            o.c(b' ');
                        }
                    }
                    o.s(" = TOS: ").u(tos);
                });
                c.skip(1)?;
                cx.field(METRIC, c, 3)?;
                cx.field(LSA_ASEXT_FWDADDR, c, 4)?;
                cx.field(LSA_ASEXT_EXTRTTAG, c, 4)?;
            }
            Ok(())
        }
        9..=11 if h.opaque == 1 => engineering(cx, c),
        9..=11 if h.opaque == 3 => grace(cx, c),
        9..=11 if h.opaque == 4 => ospf_tlv::router_information(cx, c),
        9..=11 if h.opaque == 7 => ospf_tlv::extended_prefix(cx, c),
        9..=11 if h.opaque == 8 => ospf_tlv::extended_link(cx, c),
        9..=11 => {
            let span = c.span(c.left());
            let text = |o: &mut requin_wire::Out<'_>| _ = o.s("Unknown LSA Type ").u(h.opaque);
            let item = cx.line(span, text);
            cx.expert_with(LSA_UNKNOWN_TYPE, item, span, text);
            Ok(())
        }
        _ => {
            cx.expert(LSA_UNKNOWN_TYPE, length, c.span(0));
            Ok(())
        }
    }
}

/// What the kinds of links are called, and what identifies their other ends.
pub(super) fn link_names(kind: u8) -> [&'static str; 3] {
    match kind {
        1 => ["PTP", "Point-to-point connection to another router", "Neighboring router's Router ID"],
        2 => ["Transit", "Connection to a transit network", "IP address of Designated Router"],
        3 => ["Stub", "Connection to a stub network", "IP network/subnet number"],
        4 => ["Virtual", "Virtual link", "Neighboring router's Router ID"],
        _ => ["Unknown", "Unknown link type", "Unknown link ID"],
    }
}

/// A link of a router advertisement of version 2.
fn link2<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let h = c.peek_array::<12>()?;
    let (kind, more) = (h[8], usize::from(h[9]));
    c.peek_bytes(0, 12 + 4 * more)?;
    let [short, name, id_name] = link_names(kind);
    let address = |at: usize| h.get(at..at + 4).map_or(0, |b| requin_wire::be(b) as u32);
    let metric = u16::from_be_bytes([h[10], h[11]]);
    let top = cx.line(c.span(12 + 4 * more), |o| {
        use std::fmt::Write;
        let (id, data) = (Ipv4Addr::from(address(0)), Ipv4Addr::from(address(4)));
        // Their texts are as wide as the longest.
        _ = write!(o, "Type: {short:<8} ID: {id:<15} Data: {data:<15} Metric: {metric}");
    });
    cx.under(top, |cx| -> Step {
        let item = cx.field(LSA_ROUTER_LINKID, c, 4)?;
        cx.append(item, |o| _ = o.s(" - ").s(id_name));
        cx.field(LSA_ROUTER_LINKDATA, c, 4)?;
        let item = cx.field(LSA_ROUTER_LINKTYPE, c, 1)?;
        cx.append(item, |o| _ = o.s(" - ").s(name));
        let item = cx.field(LSA_ROUTER_NUMMETRICS, c, 1)?;
        cx.append(item, |o| _ = o.s(" - TOS"));
        cx.field(LSA_ROUTER_METRIC0, c, 2)?;
        for _ in 0..more {
            let (service, metric) = (c.peek_u8(0)?, c.peek_u16(2)?);
            let item = cx.add(LS_METRIC, c.span(4), Value::U(u64::from(metric)));
            cx.label(item, |o| _ = o.s("TOS: ").u(service).s(", Metric: ").u(metric));
            c.skip(4)?;
        }
        Ok(())
    })
}

/// Traffic engineering: triples of type, length, value in two levels.
fn engineering<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let top = cx.line(c.span(c.left()), |o| _ = o.s("MPLS Traffic Engineering LSA"));
    cx.under(top, |cx| -> Step {
        while c.left() >= 4 {
            let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
            let name = match kind {
                1 => "Router Address",
                2 => "Link Information",
                _ => "Unknown",
            };
            let mut tlv = c.take_all((4 + len).next_multiple_of(4).min(c.left().max(4 + len)))?;
            let address = if kind == 1 { tlv.peek_u32(4).ok() } else { None };
            let line = cx.line(tlv.span(4 + len), |o| match address {
                Some(address) => _ = o.s(name).s(": ").ipv4(address),
                None if kind == 2 => _ = o.s(name),
                None => _ = o.s("Unknown LSA: ").u(kind).s(" ").s(assigned(kind)),
            });
            cx.under(line, |cx| -> Step {
                let item = cx.field(TLV_TYPE, &mut tlv, 2)?;
                cx.append(item, |o| {
                    o.s(" - ").s(name);
                    if kind > 2 {
                        o.s(" ").s(assigned(kind));
                    }
                });
                cx.field(TLV_LENGTH, &mut tlv, 2)?;
                match kind {
                    1 => _ = cx.field(MPLS_ROUTERID, &mut tlv, 4)?,
                    2 => {
                        while tlv.left() >= 4 {
                            ospf_tlv::link_part(cx, &mut tlv)?;
                        }
                    }
                    _ => _ = cx.field(TLV_VALUE, &mut tlv, len)?,
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// How a number of the registry is given to somebody, RFC 3630 section 2.5.
pub(super) fn assigned(kind: u16) -> &'static str {
    match kind {
        0..=32767 => "(Assigned via Standards Action)",
        32768..=32777 => "(For Experimental Use)",
        _ => "(Not to be assigned)",
    }
}

requin_wire::names! {
    GRACE_TLVS { 1 => "grace-LSA Grace Period", 2 => "grace-LSA Restart Reason", 3 => "grace-LSA Restart IP" }
}

/// Graceful restart, RFC 3623.
fn grace<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while c.left() >= 4 {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        let mut tlv = c.take(4 + len.next_multiple_of(4));
        let value = tlv.peek_u32(4).unwrap_or_default();
        let top = cx.add(V2_GRACE, tlv.span(4 + len.next_multiple_of(4)), Value::None);
        cx.label(top, |o| match kind {
            1 => _ = o.s("Grace Period: ").u(value).s(" seconds"),
            2 => {
                let reason = value >> 24;
                o.s("Restart Reason: ").s(V2_GRACE_REASON_NAMES.or(u64::from(reason), "Unknown"));
                o.s(" (").u(reason).s(")");
            }
            3 => _ = o.s("Restart IP: ").ipv4(value),
            _ => _ = o.s("Unknown grace-LSA TLV"),
        });
        cx.under(top, |cx| -> Step {
            let item = cx.field(TLV_TYPE, &mut tlv, 2)?;
            cx.label(item, |o| {
                o.s("TLV Type: ")
                    .s(GRACE_TLVS.or(kind.into(), "Unknown grace-LSA TLV"))
                    .s(" (")
                    .u(kind)
                    .c(b')');
            });
            cx.field(TLV_LENGTH, &mut tlv, 2)?;
            match kind {
                1 => {
                    let item = cx.field(V2_GRACE_PERIOD, &mut tlv, 4)?;
                    cx.append(item, |o| _ = o.s(" seconds"));
                }
                2 => {
                    cx.field(V2_GRACE_REASON, &mut tlv, 1)?;
                    cx.field(PAD_BYTES, &mut tlv, 3)?;
                }
                3 => _ = cx.field(V2_GRACE_IP, &mut tlv, 4)?,
                _ => tlv.skip(len)?,
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// The interfaces of a router.
fn interfaces<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mut number = 0u32;
    while !c.is_empty() {
        number += 1;
        let line = cx.line(c.span(16), |o| _ = o.s("Entry #").u(number));
        cx.under(line, |cx| -> Step {
            cx.field(V3_LSA_TYPE, c, 1)?;
            reserved(cx, c, 1)?;
            cx.field(METRIC, c, 2)?;
            cx.field(V3_LSA_INTERFACE_ID, c, 4)?;
            cx.field(V3_LSA_NEIGHBOR_INTERFACE_ID, c, 4)?;
            cx.field(V3_LSA_NEIGHBOR_ROUTER_ID, c, 4)?;
            Ok(())
        })?;
    }
    Ok(())
}

fn version3<S: Sink>(cx: &mut Cx<'_, S>, top: Item, h: &Head, c: &mut Cursor<'_>) -> Step {
    match h.kind {
        1 => {
            let bits =
                [V3_ROUTER_LSA_FLAGS_W, V3_ROUTER_LSA_FLAGS_V, V3_ROUTER_LSA_FLAGS_E, V3_ROUTER_LSA_FLAGS_B];
            let (v, item) = cx.flags(V3_ROUTER_LSA_FLAGS, c, 1, &bits)?;
            crate::common::say_bits(cx, item, v, &bits);
            options(cx, 3, c)?;
            if c.is_empty() {
                return Ok(());
            }
            let all = cx.line(c.span(c.left()), |o| _ = o.s("Router Interfaces"));
            cx.under(all, |cx| interfaces(cx, c))
        }
        2 => {
            reserved(cx, c, 1)?;
            options(cx, 3, c)?;
            while !c.is_empty() {
                cx.field(V3_LSA_ATTACHED_ROUTER, c, 4)?;
            }
            Ok(())
        }
        3 => {
            reserved(cx, c, 1)?;
            cx.field(METRIC, c, 3)?;
            let n = prefix_head(cx, c)?;
            reserved(cx, c, 2)?;
            prefix(cx, c, n)
        }
        4 => {
            reserved(cx, c, 1)?;
            options(cx, 3, c)?;
            reserved(cx, c, 1)?;
            cx.field(METRIC, c, 3)?;
            cx.field(V3_LSA_DESTINATION_ROUTER_ID, c, 4).map(|_| ())
        }
        5 | 7 => external3(cx, c),
        12 => ospf_tlv::router_information(cx, c),
        8 => {
            cx.field(V3_LSA_ROUTER_PRIORITY, c, 1)?;
            options(cx, 3, c)?;
            cx.field(V3_LSA_LINK_LOCAL_INTERFACE_ADDRESS_IPV6, c, 16)?;
            let n = cx.u32(V3_LSA_NUM_PREFIXES, c)?;
            let mut left = n;
            while left > 0 && !c.is_empty() {
                let len = prefix_head(cx, c)?;
                reserved(cx, c, 2)?;
                prefix(cx, c, len)?;
                left -= 1;
            }
            Ok(())
        }
        9 => {
            let n = c.peek_u16(0)?;
            cx.field(V3_LSA_NUM_PREFIXES, c, 2)?;
            cx.field(V3_LSA_REFERENCED_LS_TYPE, c, 2)?;
            cx.field(V3_LSA_REFERENCED_LINK_STATE_ID, c, 4)?;
            cx.field(V3_LSA_REFERENCED_ADVERTISING_ROUTER, c, 4)?;
            for _ in 0..n {
                let len = prefix_head(cx, c)?;
                cx.field(METRIC, c, 2)?;
                prefix(cx, c, len)?;
            }
            Ok(())
        }
        kind => {
            cx.expert_with(LSA_UNKNOWN_TYPE, top, c.span(0), |o| _ = o.s("Unknown LSA Type ").u(kind));
            Ok(())
        }
    }
}

/// A prefix of another system, RFC 5340 section A.4.7: flags and the referenced type say what follows it.
fn external3<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let flags = c.peek_u8(0)?;
    let bits = [V3_AS_EXTERNAL_FLAGS_E, V3_AS_EXTERNAL_FLAGS_F, V3_AS_EXTERNAL_FLAGS_T];
    named_flags(cx, V3_AS_EXTERNAL_FLAGS, c, 1, &bits)?;
    cx.field(METRIC, c, 3)?;
    let len = prefix_head(cx, c)?;
    let referenced = cx.u16(V3_LSA_REFERENCED_LS_TYPE, c)?;
    prefix(cx, c, len)?;
    if flags & 2 != 0 {
        cx.field(V3_LSA_FORWARDING_ADDRESS_IPV6, c, 16)?;
    }
    if flags & 1 != 0 {
        cx.field(V3_LSA_EXTERNAL_ROUTE_TAG, c, 4)?;
    }
    if referenced != 0 {
        cx.field(V3_LSA_REFERENCED_LINK_STATE_ID, c, 4)?;
    }
    Ok(())
}

/// Length and options of a prefix.
fn prefix_head<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u8, Stop> {
    let n = cx.u8(PREFIX_LENGTH, c)?;
    let bits = [V3_PREFIX_OPTIONS_P, V3_PREFIX_OPTIONS_MC, V3_PREFIX_OPTIONS_LA, V3_PREFIX_OPTIONS_NU];
    let (v, item) = cx.flags(V3_PREFIX_OPTIONS, c, 1, &bits)?;
    crate::common::say_bits(cx, item, v, &bits);
    Ok(n)
}

/// The prefix itself: as many words as its length needs.
fn prefix<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, bits: u8) -> Step {
    let bytes = usize::from(bits).div_ceil(32) * 4;
    let part = c.peek_bytes(0, bytes)?;
    let mut whole = [0u8; 16];
    for (to, from) in whole.iter_mut().zip(part) {
        *to = *from;
    }
    cx.add_bytes(V3_ADDRESS_PREFIX_IPV6, c.span(bytes), &whole);
    c.skip(bytes)
}
