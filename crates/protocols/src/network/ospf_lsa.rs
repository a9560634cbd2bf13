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
            5 => LSA_ASEXT,
            9..=11 => LSA_OPAQUE,
            _ => return None,
        }
    } else {
        match kind {
            1 => V3_LSA_ROUTER,
            2 => V3_LSA_NETWORK,
            3 => V3_LSA_INTERPREFIX,
            8 => V3_LSA_LINK,
            9 => V3_LSA_INTRAPREFIX,
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
    cx.under(top, |cx| header(cx, version, &h, c))
}

fn header<S: Sink>(cx: &mut Cx<'_, S>, version: u8, h: &Head, c: &mut Cursor<'_>) -> Step {
    cx.peek(LSA_AGE, c, 2)?;
    cx.peek(if version == 2 { LSA_DONOTAGE } else { V3_LSA_DO_NOT_AGE }, c, 2)?;
    c.skip(2)?;
    let span = if version == 2 {
        options(cx, 2, c)?;
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
    cx.field(LSA_LENGTH, c, 2)?;
    Ok(())
}

/// A whole advertisement.
pub(super) fn whole<S: Sink>(cx: &mut Cx<'_, S>, version: u8, c: &mut Cursor<'_>) -> Step {
    let h = look(version, c)?;
    let top = line(cx, version, &h, c.span(h.len));
    cx.under(top, |cx| -> Step {
        header(cx, version, &h, c)?;
        let Some(len) = h.len.checked_sub(20) else {
            cx.expert_with(LSA_UNKNOWN_TYPE, top, c.span(0), |o| _ = o.s("Unknown LSA Type ").u(h.kind));
            return Err(Stop::Malformed);
        };
        let mut body = c.take_all(len)?;
        if version == 2 { version2(cx, &h, &mut body) } else { version3(cx, top, &h, &mut body) }
    })
}

fn version2<S: Sink>(cx: &mut Cx<'_, S>, h: &Head, c: &mut Cursor<'_>) -> Step {
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
            super::icmpv6::named_bits(cx, item, v, &bits);
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
            cx.field(LSA_NETWORK_NETMASK, c, 4)?;
            while c.left() >= 4 {
                cx.field(LSA_TOS, c, 1)?;
                cx.field(METRIC, c, 3)?;
            }
            Ok(())
        }
        5 | 7 => {
            cx.field(LSA_ASEXT_NETMASK, c, 4)?;
            while c.left() >= 12 {
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
        9 if h.opaque == 3 => grace(cx, c),
        9..=11 if h.opaque == 4 => ospf_tlv::router_information(cx, c),
        9..=11 if h.opaque == 7 => ospf_tlv::extended_prefix(cx, c),
        _ => Ok(()),
    }
}

/// A link of a router advertisement of version 2.
fn link2<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let h = c.peek_array::<12>()?;
    let (kind, more) = (h[8], usize::from(h[9]));
    let (name, id_name, data_name) = match kind {
        1 => ("Point-to-point connection to another router", "Neighboring router's Router ID", ""),
        2 => ("Connection to a transit network", "IP address of Designated Router", ""),
        3 => ("Connection to a stub network", "IP network/subnet number", ""),
        4 => ("Virtual link", "Neighboring router's Router ID", ""),
        _ => ("Unknown link type", "Unknown link ID", ""),
    };
    let short = match kind {
        1 => "PTP",
        2 => "Transit",
        3 => "Stub",
        4 => "Virtual",
        _ => "Unknown",
    };
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
        let item = cx.field(LSA_ROUTER_LINKDATA, c, 4)?;
        cx.append(item, |o| _ = o.s(data_name));
        let item = cx.field(LSA_ROUTER_LINKTYPE, c, 1)?;
        cx.append(item, |o| _ = o.s(" - ").s(name));
        let item = cx.field(LSA_ROUTER_NUMMETRICS, c, 1)?;
        cx.append(item, |o| _ = o.s(" - TOS"));
        cx.field(LSA_ROUTER_METRIC0, c, 2)?;
        for _ in 0..more {
            c.skip(1)?;
            c.skip(1)?;
            c.skip(2)?;
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
                _ => "Unknown Link TLV",
            };
            let mut tlv = c.take(4 + len.next_multiple_of(4));
            let line = cx.line(tlv.span(4 + len), |o| _ = o.s(name));
            cx.under(line, |cx| -> Step {
                let item = cx.field(TLV_TYPE, &mut tlv, 2)?;
                cx.append(item, |o| _ = o.s(" - ").s(name));
                cx.field(TLV_LENGTH, &mut tlv, 2)?;
                match kind {
                    1 => _ = cx.field(MPLS_ROUTERID, &mut tlv, 4)?,
                    2 => {
                        while tlv.left() >= 4 {
                            link_part(cx, &mut tlv)?;
                        }
                    }
                    _ => {}
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// What is said of a link.
fn link_part<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
    let (name, field, width): (&str, Option<Field>, usize) = match kind {
        1 => ("Link Type", Some(MPLS_LINKTYPE), 1),
        2 => ("Link ID", Some(MPLS_LINKID), 4),
        3 => ("Local Interface IP Address", Some(MPLS_LOCAL_ADDR), 4),
        4 => ("Remote Interface IP Address", Some(MPLS_REMOTE_ADDR), 4),
        5 => ("Traffic Engineering Metric", Some(MPLS_TE_METRIC), 4),
        6 => ("Maximum Bandwidth", Some(MPLS_LINK_MAX_BW), 4),
        7 => ("Maximum Reservable Bandwidth", Some(MPLS_LINK_MAX_BW), 4),
        8 => ("Unreserved Bandwidth", Some(MPLS_PRI), 4),
        9 => ("Resource Class/Color", Some(MPLS_LINKCOLOR), 4),
        _ => ("Unknown Link sub-TLV", None, 0),
    };
    let mut part = c.take(4 + len.next_multiple_of(4));
    let line = cx.line(part.span(4 + len), |o| _ = o.s(name));
    cx.under(line, |cx| -> Step {
        let item = cx.field(TLV_TYPE, &mut part, 2)?;
        cx.append(item, |o| _ = o.s(": ").s(name));
        cx.field(TLV_LENGTH, &mut part, 2)?;
        let Some(field) = field else { return Ok(()) };
        let mut value = part.within(len);
        let bandwidth = matches!(kind, 6..=8);
        for n in 0u32..8 {
            if value.left() < width || n > 0 && kind != 8 {
                break;
            }
            let rate = f64::from(f32::from_bits(if width == 4 { value.peek_u32(0)? } else { 0 }));
            let item = cx.field(field, &mut value, width)?;
            if bandwidth {
                cx.label(item, |o| {
                    if kind == 8 {
                        o.s("Pri (or TE-Class) ").u(n);
                    } else {
                        o.s(name);
                    }
                    use std::fmt::Write;
                    _ = write!(o, ": {rate:.0} bytes/s ({:.0} bits/s)", rate * 8.0);
                });
            }
        }
        Ok(())
    })
}

/// Graceful restart, RFC 3623.
fn grace<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while c.left() >= 4 {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        let mut tlv = c.take(4 + len.next_multiple_of(4));
        let top = cx.add(V2_GRACE, tlv.span(4 + len), Value::None);
        cx.under(top, |cx| -> Step {
            cx.field(TLV_TYPE, &mut tlv, 2)?;
            cx.field(TLV_LENGTH, &mut tlv, 2)?;
            match kind {
                1 => _ = cx.field(V2_GRACE_PERIOD, &mut tlv, 4)?,
                2 => _ = cx.field(V2_GRACE_REASON, &mut tlv, 1)?,
                3 => _ = cx.field(V2_GRACE_IP, &mut tlv, 4)?,
                _ => {}
            }
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
            super::icmpv6::named_bits(cx, item, v, &bits);
            options(cx, 3, c)?;
            while !c.is_empty() {
                let line = cx.line(c.span(16), |o| _ = o.s("Router Interfaces:"));
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

/// Length and options of a prefix.
fn prefix_head<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u8, Stop> {
    let n = cx.u8(PREFIX_LENGTH, c)?;
    let bits = [V3_PREFIX_OPTIONS_P, V3_PREFIX_OPTIONS_MC, V3_PREFIX_OPTIONS_LA, V3_PREFIX_OPTIONS_NU];
    let (v, item) = cx.flags(V3_PREFIX_OPTIONS, c, 1, &bits)?;
    super::icmpv6::named_bits(cx, item, v, &bits);
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
