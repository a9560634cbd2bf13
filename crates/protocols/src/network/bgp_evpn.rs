//! Routes of BGP that are no prefixes: those of Ethernet VPNs (RFC 7432 section 7, RFC 9136 section 3), and the
//! targets that a router takes routes of (RFC 4684).

use super::bgp::*;
use super::bgp_update::distinguisher;
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Step, Stop, Value};

/// Routes of Ethernet VPNs; `vxlan`: what their labels are is numbers of VXLAN's networks.
pub(super) fn routes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, vxlan: bool) -> Step {
    while !c.is_empty() {
        let (kind, len) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
        let top = cx.add(EVPN_NLRI, c.span(2 + len), Value::None);
        cx.label(top, |o| {
            o.s("EVPN NLRI: ");
            match EVPN_NLRI_RT_NAMES.find(u64::from(kind)) {
                Some(name) => o.s(name),
                None => o.s("Unknown capability ").u(kind),
            };
        });
        cx.under(top, |cx| -> Step {
            cx.field(EVPN_NLRI_RT, c, 1)?;
            cx.field(EVPN_NLRI_LEN, c, 1)?;
            let mut v = c.take_all(len)?;
            route(cx, kind, &mut v, vxlan)
        })?;
    }
    Ok(())
}

fn route<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, v: &mut Cursor<'_>, vxlan: bool) -> Step {
    let len = v.left();
    let right = match kind {
        1 => len == 25,
        2 => matches!(len, 33 | 36 | 37 | 40 | 49 | 52),
        3 => matches!(len, 17 | 29),
        4 => matches!(len, 23 | 35),
        5 => matches!(len, 34 | 58),
        // Of multicast, no more than whose route it is.
        6..=8 | 10 => return distinguished(cx, v),
        _ => {
            cx.expert_with(EVPN_TYPE, Item::NONE, v.span(0), |o| {
                o.s("Invalid EVPN Route Type (").u(kind).c(b')');
            });
            return Ok(());
        }
    };
    if !right {
        cx.expert_with(EVPN_LEN, Item::NONE, v.span(0), |o| {
            o.s("Invalid length (").u(len as u64).s(") of EVPN NLRI Route Type ").u(kind);
        });
        return Ok(());
    }
    distinguished(cx, v)?;
    if kind != 3 {
        segment(cx, v)?;
    }
    if kind != 4 {
        cx.field(EVPN_NLRI_ETAG, v, 4)?;
    }
    match kind {
        1 => label(cx, EVPN_NLRI_MPLS_LS1, v, vxlan),
        2 => {
            cx.field(EVPN_NLRI_MACLEN, v, 1)?;
            cx.field(EVPN_NLRI_MAC_ADDR, v, 6)?;
            address(cx, v)?;
            label(cx, EVPN_NLRI_MPLS_LS1, v, vxlan)?;
            if v.is_empty() { Ok(()) } else { label(cx, EVPN_NLRI_MPLS_LS2, v, vxlan) }
        }
        3 | 4 => address(cx, v),
        _ => prefix(cx, v, vxlan),
    }
}

/// An IP prefix, the gateway to it, and its label.
fn prefix<S: Sink>(cx: &mut Cx<'_, S>, v: &mut Cursor<'_>, vxlan: bool) -> Step {
    cx.field(EVPN_NLRI_PREFIX_LEN, v, 1)?;
    let (fields, n) = match v.left() {
        11 => ([EVPN_NLRI_IP_ADDR, EVPN_NLRI_IPV4_GTW_ADDR], 4),
        _ => ([EVPN_NLRI_IPV6_ADDR, EVPN_NLRI_IPV6_GTW_ADDR], 16),
    };
    for field in fields {
        cx.field(field, v, n)?;
    }
    if vxlan {
        cx.field(EVPN_NLRI_VNI, v, 3)?;
        return Ok(());
    }
    let raw = v.peek_uint(0, 3)?;
    let bottom = if raw & 1 != 0 { " (bottom)" } else { "" };
    let stack = cx.add(UPDATE_PATH_ATTRIBUTE_MPLS_LABEL, v.span(3), Value::None);
    cx.label(stack, |o| _ = o.s("MPLS Label Stack: ").u(raw >> 4).s(bottom));
    cx.under(stack, |cx| {
        let item = cx.add(UPDATE_PATH_ATTRIBUTE_MPLS_LABEL_VALUE, v.span(3), Value::U(raw));
        cx.label(item, |o| _ = o.s("MPLS Label: ").u(raw >> 4).s(bottom));
    });
    v.skip(3)
}

fn distinguished<S: Sink>(cx: &mut Cx<'_, S>, v: &mut Cursor<'_>) -> Step {
    let rd = v.peek_array::<8>()?;
    let item = cx.field(EVPN_NLRI_RD, v, 8)?;
    cx.label(item, |o| {
        o.s("Route Distinguisher: ").hex_bytes(rd, 0).s(" (");
        distinguisher(o, rd);
        o.c(b')');
    });
    Ok(())
}

/// The identifier of an Ethernet segment, RFC 7432 section 5.
fn segment<S: Sink>(cx: &mut Cx<'_, S>, v: &mut Cursor<'_>) -> Step {
    let all = *v;
    let kind = v.peek_u8(0)?;
    let rows: &[(Field, usize)] = match kind {
        0 => &[(EVPN_NLRI_ESI_TYPE0, 9)],
        1 => &[(EVPN_NLRI_ESI_LACP_MAC, 6), (EVPN_NLRI_ESI_PORTK, 2), (EVPN_NLRI_ESI_REMAIN, 1)],
        2 => &[(EVPN_NLRI_ESI_RB_MACL, 6), (EVPN_NLRI_ESI_RB_PRIO, 2), (EVPN_NLRI_ESI_REMAIN, 1)],
        3 => &[(EVPN_NLRI_ESI_SYS_MAC, 6), (EVPN_NLRI_ESI_MAC_DISCR, 2), (EVPN_NLRI_ESI_REMAIN, 1)],
        4 => &[(EVPN_NLRI_ESI_RID, 4), (EVPN_NLRI_ESI_RID_DISCR, 4), (EVPN_NLRI_ESI_REMAIN, 1)],
        5 => &[(EVPN_NLRI_ESI_ASN, 4), (EVPN_NLRI_ESI_ASN_DISCR, 4), (EVPN_NLRI_ESI_REMAIN, 1)],
        255 => &[(EVPN_NLRI_ESI_RESERVED, 9)],
        _ => &[],
    };
    let bytes = v.peek_bytes(0, 10)?;
    let item = cx.add(EVPN_NLRI_ESI, v.span(10), Value::Bytes(v.span(10)));
    cx.label(item, |o| _ = o.s("ESI: ").hex_bytes(bytes, b':'));
    cx.under(item, |cx| -> Step {
        cx.field(EVPN_NLRI_ESI_TYPE, v, 1)?;
        cx.peek(EVPN_NLRI_ESI_VALUE, v, 9)?;
        for (field, n) in rows {
            cx.field(*field, v, *n)?;
        }
        Ok(())
    })?;
    if rows.is_empty() {
        cx.expert_with(EVPN_ESI_TYPE, Item::NONE, all.span(0), |o| {
            o.s("Invalid EVPN ESI (").u(kind).s(")!");
        });
    }
    *v = all;
    v.skip(10)
}

/// An address after its length in bits, or none.
fn address<S: Sink>(cx: &mut Cx<'_, S>, v: &mut Cursor<'_>) -> Step {
    let bits = cx.u8(EVPN_NLRI_IPLEN, v)?;
    match bits {
        32 => _ = cx.field(EVPN_NLRI_IP_ADDR, v, 4)?,
        128 => _ = cx.field(EVPN_NLRI_IPV6_ADDR, v, 16)?,
        0 => {
            let line = cx.line(v.span(0), |o| _ = o.s("IP Address: NOT INCLUDED"));
            cx.expert_with(EVPN_NO_IP, line, v.span(0), |o| _ = o.s("IP Address: NOT INCLUDED"));
        }
        _ => return Err(Stop::Malformed),
    }
    Ok(())
}

fn label<S: Sink>(cx: &mut Cx<'_, S>, field: Field, v: &mut Cursor<'_>, vxlan: bool) -> Step {
    cx.field(if vxlan { EVPN_NLRI_VNI } else { field }, v, 3)?;
    Ok(())
}

/// Route targets that a router takes routes of; `what`: whether they are announced or withdrawn.
pub(super) fn targets<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, what: &'static str) -> Step {
    while !c.is_empty() {
        let bits = c.peek_u8(0)?;
        if bits == 0 {
            let line = cx.line(c.span(1), |o| _ = o.s("Wildcard route target: ").s(what));
            cx.under(line, |cx| cx.field(PREFIX_LENGTH, c, 1).map(|_| ()))?;
            continue;
        }
        if bits != 96 {
            return Err(Stop::Malformed);
        }
        let (system, target) = (c.peek_bytes(1, 4)?, c.peek_bytes(5, 8)?);
        let community = |o: &mut Out<'_>| match target {
            [0, 2 | 3, a, b, rest @ ..] => {
                o.u(u16::from_be_bytes([*a, *b])).c(b':').u(requin_wire::be(rest));
            }
            [1, 2 | 3, a, b, c, d, e, f] => {
                o.ipv4(u32::from_be_bytes([*a, *b, *c, *d])).c(b':').u(u16::from_be_bytes([*e, *f]));
            }
            [2, 2 | 3, system @ .., e, f] => {
                o.u(requin_wire::be(system)).c(b':').u(u16::from_be_bytes([*e, *f]));
            }
            _ => _ = o.s("Invalid RT type"),
        };
        let line = cx.line(c.span(13), |o| {
            o.s(what).c(b' ').u(requin_wire::be(system)).c(b':');
            community(o);
            o.c(b'/').u(bits);
        });
        cx.under(line, |cx| -> Step {
            cx.field(PREFIX_LENGTH, c, 1)?;
            cx.field(ORIGINATING_AS, c, 4)?;
            cx.add_str(COMMUNITY_PREFIX, c.span(8), community);
            c.skip(8)
        })?;
    }
    Ok(())
}
