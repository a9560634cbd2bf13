//! Neighbour discovery: router and neighbour advertisements, their options (RFC 4861, 4191, 8106, 8781 and
//! others), and router renumbering (RFC 2894).

use super::icmpv6::*;
use crate::link::oui;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Value};

/// A router advertisement.
pub(super) fn router<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.field(ND_RA_CUR_HOP_LIMIT, &mut c, 1)?;
    let bits = [ND_RA_FLAG_M, ND_RA_FLAG_O, ND_RA_FLAG_H, ND_RA_FLAG_PRF, ND_RA_FLAG_P, ND_RA_FLAG_RSV];
    let (v, item) = cx.flags(ND_RA_FLAG, &mut c, 1, &bits)?;
    crate::common::say_bits(cx, item, v, &[ND_RA_FLAG_M, ND_RA_FLAG_O, ND_RA_FLAG_H]);
    cx.append(item, |o| {
        o.s(", Prf (Default Router Preference): ").s(ND_RA_FLAG_PRF_NAMES.or(v >> 3 & 3, "Unknown"));
        if v & 4 != 0 {
            o.s(", Proxy");
        }
    });
    cx.field(ND_RA_ROUTER_LIFETIME, &mut c, 2)?;
    cx.field(ND_RA_REACHABLE_TIME, &mut c, 4)?;
    cx.field(ND_RA_RETRANS_TIMER, &mut c, 4)?;
    options(cx, c)
}

/// A neighbour advertisement.
pub(super) fn advertisement<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let bits = [ND_NA_FLAG_R, ND_NA_FLAG_S, ND_NA_FLAG_O, ND_NA_FLAG_RSV];
    let (v, item) = cx.flags(ND_NA_FLAG, &mut c, 4, &bits)?;
    crate::common::say_bits(cx, item, v, &[ND_NA_FLAG_R, ND_NA_FLAG_S, ND_NA_FLAG_O]);
    let target = c.peek_bytes(0, 16)?;
    cx.field(ND_NA_TARGET_ADDRESS, &mut c, 16)?;
    cx.info_add(|o| {
        o.s(" ").ipv6(target);
        let mut first = true;
        for (bit, name) in [(1u64 << 31, "rtr"), (1 << 30, "sol"), (1 << 29, "ovr")] {
            if v & bit != 0 {
                o.s(if first { " (" } else { ", " }).s(name);
                first = false;
            }
        }
        if !first {
            o.s(")");
        }
    });
    options(cx, c)
}

/// All options of a neighbour discovery message.
pub(super) fn options<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    while !c.is_empty() {
        let (kind, len) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?) * 8);
        let top = cx.add(OPT, c.span(len), Value::None);
        cx.label(top, |o| {
            o.s("ICMPv6 Option (");
            match OPT_TYPE_NAMES.find(u64::from(kind)) {
                Some(name) => o.s(name),
                None => o.s("Unknown ").u(kind),
            };
        });
        let mut option = c.take(len);
        let step = cx.under(top, |cx| -> Step {
            let mut head = option;
            if len == 0 {
                head = c;
            }
            cx.field(OPT_TYPE, &mut head, 1)?;
            let item = cx.field(OPT_LENGTH, &mut head, 1)?;
            cx.append(item, |o| _ = o.s(" (").u(len as u64).s(" bytes)"));
            if len == 0 {
                cx.expert_with(INVALID_LENGTH, item, head.span(0), |o| {
                    _ = o.s("Invalid option length (Zero)")
                });
                return Err(Stop::Malformed);
            }
            option = head;
            one(cx, top, kind, &mut option)
        });
        // An option that was cut stays open.
        if step != Err(Stop::Cut) {
            cx.append(top, |o| _ = o.s(")"));
        }
        step?;
    }
    Ok(())
}

/// A prefix of any length, which may be cut short in the option.
fn prefix<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    len: usize,
) -> Result<[u8; 16], Stop> {
    let bytes = c.bytes(len.min(16))?;
    let mut whole = [0; 16];
    for (to, from) in whole.iter_mut().zip(bytes) {
        *to = *from;
    }
    let span = requin_wire::Span::new(c.source(), c.pos() - bytes.len(), bytes.len());
    cx.add_bytes(field, span, &whole);
    Ok(whole)
}

fn one<S: Sink>(cx: &mut Cx<'_, S>, top: requin_wire::Item, kind: u8, c: &mut Cursor<'_>) -> Step {
    match kind {
        1 | 2 => {
            let n = c.left().min(6);
            let mac = c.peek_bytes(0, n)?;
            let it = cx.peek(OPT_LINKADDR, c, n)?;
            let resolve = cx.registry.prefs.resolve_mac;
            cx.label(it, |o| {
                o.s("Link-layer address: ");
                match mac.first_chunk() {
                    Some(mac) => oui::named(o, mac, resolve),
                    None => _ = o.hex_bytes(mac, b':'),
                }
            });
            let it = cx.peek(if kind == 1 { OPT_SRC_LINKADDR } else { OPT_TARGET_LINKADDR }, c, n)?;
            cx.hide(it);
            cx.append(top, |o| _ = o.s(" : ").hex_bytes(mac, b':'));
            cx.info_add(|o| _ = o.s(if kind == 1 { " from " } else { " is at " }).hex_bytes(mac, b':'));
        }
        3 => {
            let n = c.peek_u8(0)?;
            cx.field(OPT_PREFIX_LENGTH, c, 1)?;
            let bits = [OPT_PREFIX_FLAG_L, OPT_PREFIX_FLAG_A, OPT_PREFIX_FLAG_R, OPT_PREFIX_FLAG_RESERVED];
            let (v, item) = cx.flags(OPT_PREFIX_FLAG, c, 1, &bits)?;
            crate::common::say_bits(cx, item, v, bits.get(..3).unwrap_or_default());
            cx.field(OPT_PREFIX_VALID_LIFETIME, c, 4)?;
            cx.field(OPT_PREFIX_PREFERRED_LIFETIME, c, 4)?;
            cx.add(OPT_RESERVED, c.span(4), Value::None);
            c.skip(4)?;
            let p = c.peek_bytes(0, 16)?;
            cx.field(OPT_PREFIX, c, 16)?;
            cx.append(top, |o| _ = o.s(" : ").ipv6(p).c(b'/').u(n));
        }
        4 => {
            cx.add(OPT_RESERVED, c.span(6), Value::None);
            c.skip(6)?;
            cx.add(OPT_REDIRECTED_PACKET, c.span(c.left()), Value::None);
            let body = *c;
            if body.captured() > 0 {
                cx.quoted(|cx| cx.call_nested(super::ipv6::ID, body))?;
            }
            if body.is_cut() {
                return Err(Stop::Cut);
            }
        }
        5 => {
            cx.add(OPT_RESERVED, c.span(2), Value::None);
            c.skip(2)?;
            let v = cx.u32(OPT_MTU, c)?;
            cx.append(top, |o| _ = o.s(" : ").u(v));
        }
        7 => {
            cx.add(OPT_RESERVED, c.span(2), Value::None);
            c.skip(2)?;
            let v = cx.u32(OPT_ADVERTISEMENT_INTERVAL, c)?;
            cx.append(top, |o| _ = o.s(" : ").u(v));
        }
        8 => {
            cx.add(OPT_RESERVED, c.span(2), Value::None);
            c.skip(2)?;
            let a = cx.u16(OPT_HOME_AGENT_PREFERENCE, c)?;
            let b = cx.u16(OPT_HOME_AGENT_LIFETIME, c)?;
            cx.append(top, |o| {
                o.s(" : Preference : ").u(a).s(" Lifetime : ").u(b);
            });
        }
        14 => {
            let n = c.left();
            cx.field(OPT_NONCE, c, n)?;
        }
        24 => {
            let n = c.peek_u8(0)?;
            cx.field(OPT_PREFIX_LENGTH, c, 1)?;
            let bits = [OPT_ROUTE_INFO_FLAG_ROUTE_PREFERENCE, OPT_ROUTE_INFO_FLAG_RESERVED];
            let (v, item) = cx.flags(OPT_ROUTE_INFO_FLAG, c, 1, &bits)?;
            let name = ND_RA_FLAG_PRF_NAMES.or(v >> 3 & 3, "Unknown");
            cx.append(item, |o| _ = o.s(", Route Preference: ").s(name));
            cx.append(top, |o| _ = o.s(" : ").s(name));
            cx.field(OPT_ROUTE_LIFETIME, c, 4)?;
            let left = c.left();
            let p = prefix(cx, OPT_PREFIX, c, left)?;
            cx.append(top, |o| _ = o.s(" ").ipv6(&p).c(b'/').u(n));
        }
        25 => {
            cx.add(OPT_RESERVED, c.span(2), Value::None);
            c.skip(2)?;
            cx.field(OPT_RDNSS_LIFETIME, c, 4)?;
            while c.left() >= 16 {
                let a = c.peek_bytes(0, 16)?;
                cx.field(OPT_RDNSS, c, 16)?;
                cx.append(top, |o| _ = o.s(" ").ipv6(a));
            }
        }
        31 => {
            cx.add(OPT_RESERVED, c.span(2), Value::None);
            c.skip(2)?;
            cx.field(OPT_DNSSL_LIFETIME, c, 4)?;
            names(cx, top, c)?;
        }
        38 => {
            cx.peek(OPT_PREF64_SCALED_LIFETIME, c, 2)?;
            cx.peek(OPT_PREF64_PLC, c, 2)?;
            c.skip(2)?;
            prefix(cx, OPT_PREF64_PREFIX, c, 12)?;
        }
        _ => {
            cx.expert_with(OPT_UNKNOWN, top, c.span(0), |o| {
                o.s("Dissector for ICMPv6 Option (").u(kind);
                o.s(") code not implemented, Contact Wireshark developers if you want this supported");
            });
            let n = c.left();
            cx.field(DATA, c, n)?;
        }
    }
    Ok(())
}

/// A list of domain names, padded with zeros.
fn names<S: Sink>(cx: &mut Cx<'_, S>, top: requin_wire::Item, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        if c.peek_u8(0)? == 0 {
            cx.add(OPT_PADDING, c.span(c.left()), Value::None);
            return Ok(());
        }
        let from = *c;
        let mut text: Vec<u8> = Vec::new();
        loop {
            let n = usize::from(c.peek_u8(0)?);
            c.skip(1)?;
            if n == 0 {
                break;
            }
            if !text.is_empty() {
                text.push(b'.');
            }
            text.extend_from_slice(c.bytes(n)?);
        }
        cx.add_bytes(OPT_DNSSL, c.span_since(&from), &text);
        cx.append(top, |o| _ = o.s(" ").text(&text));
    }
    Ok(())
}

/// Router renumbering.
pub(super) fn renumbering<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.field(RR_SEQUENCE_NUMBER, &mut c, 4)?;
    cx.field(RR_SEGMENT_NUMBER, &mut c, 1)?;
    let bits = [RR_FLAG_T, RR_FLAG_R, RR_FLAG_A, RR_FLAG_S, RR_FLAG_P, RR_FLAG_RSV];
    let (v, item) = cx.flags(RR_FLAG, &mut c, 1, &bits)?;
    crate::common::say_bits(cx, item, v, bits.get(..5).unwrap_or_default());
    cx.field(RR_MAXDELAY, &mut c, 2)?;
    cx.field(RESERVED, &mut c, 4)?;
    if c.is_empty() {
        return Ok(());
    }
    let h = c.peek_array::<24>()?;
    let part = cx.add(RR_PCO_MP, c.span(24), Value::None);
    cx.label(part, |o| {
        o.s("Match-Prefix Part: ").s(RR_PCO_MP_OPCODE_NAMES.or(u64::from(h[0]), "Unknown")).s(" ");
        o.ipv6(&h[8..24]).c(b'/').u(h[3]).s(" (").u(h[4]).c(b'-').u(h[5]).s(")");
    });
    cx.under(part, |cx| -> Step {
        for field in [
            RR_PCO_MP_OPCODE,
            RR_PCO_MP_OPLENGTH,
            RR_PCO_MP_ORDINAL,
            RR_PCO_MP_MATCHLEN,
            RR_PCO_MP_MINLEN,
            RR_PCO_MP_MAXLEN,
        ] {
            cx.field(field, &mut c, 1)?;
        }
        cx.field(RESERVED, &mut c, 2)?;
        cx.field(RR_PCO_MP_MATCHPREFIX, &mut c, 16)?;
        Ok(())
    })?;
    while c.left() >= 32 {
        let h = c.peek_array::<32>()?;
        let part = cx.add(RR_PCO_UP, c.span(32), Value::None);
        cx.label(part, |o| {
            o.s("Use-Prefix Part: ").ipv6(&h[16..32]).c(b'/').u(h[0]).s(" (keep ").u(h[1]).s(")");
        });
        cx.under(part, |cx| -> Step {
            cx.field(RR_PCO_UP_USELEN, &mut c, 1)?;
            cx.field(RR_PCO_UP_KEEPLEN, &mut c, 1)?;
            let bits = [RR_PCO_UP_FLAGMASK_L, RR_PCO_UP_FLAGMASK_A, RR_PCO_UP_FLAGMASK_RESERVED];
            cx.flags(RR_PCO_UP_FLAGMASK, &mut c, 1, &bits)?;
            cx.flags(RR_PCO_UP_RAFLAGS, &mut c, 1, &bits)?;
            cx.field(RR_PCO_UP_VALIDLIFETIME, &mut c, 4)?;
            cx.field(RR_PCO_UP_PREFERREDLIFETIME, &mut c, 4)?;
            let bits = [RR_PCO_UP_FLAG_V, RR_PCO_UP_FLAG_P, RR_PCO_UP_FLAG_RESERVED];
            cx.flags(RR_PCO_UP_FLAG, &mut c, 4, &bits)?;
            cx.field(RR_PCO_UP_USEPREFIX, &mut c, 16)?;
            Ok(())
        })?;
    }
    Ok(())
}
