//! BGP's UPDATE message: routes and their attributes (RFC 4271, 1997, 4360, 4456, 4760, 7311, 8092).

use super::bgp::*;
use super::bgp_evpn;
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Step, Stop, Value};

pub(super) fn message<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = usize::from(cx.u16(UPDATE_WITHDRAWN_ROUTES_LENGTH, c)?);
    if n > 0 {
        let top = cx.add(UPDATE_WITHDRAWN_ROUTES, c.span(n), Value::None);
        let mut list = c.take_all(n)?;
        cx.under(top, |cx| prefixes(cx, &mut list, 1, Some(WITHDRAWN_PREFIX)))?;
    }
    let n = usize::from(cx.u16(UPDATE_PATH_ATTRIBUTES_LENGTH, c)?);
    if n > 0 {
        let top = cx.add(UPDATE_PATH_ATTRIBUTES, c.span(n), Value::None);
        let mut list = c.take_all(n)?;
        cx.under(top, |cx| -> Step {
            let mut told = Told::default();
            while !list.is_empty() {
                attribute(cx, &mut list, &mut told)?;
            }
            Ok(())
        })?;
    }
    if !c.is_empty() {
        let top = cx.add(UPDATE_NLRI, c.span(c.left()), Value::None);
        cx.under(top, |cx| prefixes(cx, c, 1, Some(NLRI_PREFIX)))?;
    }
    Ok(())
}

/// What attributes say that matters for those behind them.
#[derive(Default)]
struct Told {
    /// Labels of routes are numbers of VXLAN's networks (RFC 8365 section 5.1.3).
    vxlan: bool,
}

/// Routes with labels (RFC 8277), and those of a virtual private network (RFC 4364).
const LABELLED: u8 = 4;
const VPN: u8 = 128;
/// Families of routes that are no prefixes.
const ETHERNET_VPN: (u16, u8) = (25, 70);
const TARGETS: (u16, u8) = (1, 132);
/// What stands for labels in withdrawals.
const WITHDRAWN: [u64; 2] = [0x80_0000, 0];

/// A route distinguisher (RFC 4364 section 4.2).
pub(super) fn distinguisher(o: &mut Out<'_>, rd: &[u8; 8]) {
    let [t0, t1, a, b, c, d, e, f] = *rd;
    match u16::from_be_bytes([t0, t1]) {
        0 => _ = o.u(u16::from_be_bytes([a, b])).s(":").u(u32::from_be_bytes([c, d, e, f])),
        1 => _ = o.ipv4(u32::from_be_bytes([a, b, c, d])).s(":").u(u16::from_be_bytes([e, f])),
        2 => _ = o.u(u32::from_be_bytes([a, b, c, d])).s(":").u(u16::from_be_bytes([e, f])),
        kind => _ = o.s("Unknown (0x").x(kind, 4).s(") RD type"),
    }
}

/// The routes of a family: prefixes, with labels and a distinguisher before them where the family has these.
fn routes<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    family: u16,
    sub: u8,
    field: Option<Field>,
) -> Step {
    let (LABELLED | VPN, Some(field)) = (sub, field) else { return prefixes(cx, c, family, field) };
    while !c.is_empty() {
        let bits = usize::from(c.peek_u8(0)?);
        let n = bits.div_ceil(8);
        // Labels go on until one says that it is the last (RFC 3032).
        let mut labels = 0;
        while 3 * (labels + 1) <= n {
            let label = c.peek_uint(1 + 3 * labels, 3)?;
            labels += 1;
            if label & 1 != 0 || WITHDRAWN.contains(&label) {
                break;
            }
        }
        let before = 3 * labels + if sub == VPN { 8 } else { 0 };
        let rest = bits.checked_sub(8 * before).filter(|b| *b <= if family == 2 { 128 } else { 32 });
        let Some(rest) = rest else {
            cx.expert_with(PREFIX_LENGTH_INVALID, Item::NONE, c.span(1), |o| {
                o.s("NLRI prefix length ").u(bits as u64).s(" invalid");
            });
            return Err(Stop::Malformed);
        };
        let line = cx.line(c.span(1 + n), |o| _ = o.s("BGP Prefix"));
        cx.under(line, |cx| -> Step {
            cx.field(PREFIX_LENGTH, c, 1)?;
            let stack = c.take_all(3 * labels)?;
            cx.add_str(LABEL_STACK, stack.span(3 * labels), |o| {
                for (i, label) in stack.rest().chunks_exact(3).map(requin_wire::be).enumerate() {
                    o.s(if i > 0 { "," } else { "" }).u(label >> 4);
                    o.s(match label {
                        _ if WITHDRAWN.contains(&label) => " (withdrawn)",
                        _ if label & 1 != 0 => " (bottom)",
                        _ => "",
                    });
                }
            });
            if sub == VPN {
                let rd = c.peek_array::<8>()?;
                cx.add_str(RD, c.span(8), |o| distinguisher(o, rd));
                c.skip(8)?;
            }
            let bytes = rest.div_ceil(8);
            let mut whole = [0u8; 16];
            for (to, from) in whole.iter_mut().zip(c.peek_bytes(0, bytes)?) {
                *to = *from;
            }
            let span = c.span(bytes);
            if family == 2 {
                cx.add_bytes(field, span, &whole);
            } else {
                cx.add(field, span, Value::U(requin_wire::be(&whole[..4])));
            }
            c.skip(bytes)
        })?;
    }
    Ok(())
}

/// Whether prefixes of at most so many bits have identifiers of paths before them (RFC 7911). Which form it is was agreed
/// when the session was opened, perhaps before the capture: it is this one when the other is impossible.
fn have_paths(bytes: &[u8], longest: u8) -> bool {
    // What follows a prefix that stands behind so many bytes; nothing when none can.
    let behind = |bytes: &[u8], skip: usize| {
        let (bits, rest) = bytes.get(skip..)?.split_first()?;
        let (prefix, rest) = rest.split_at_checked(usize::from(*bits).div_ceil(8))?;
        let unused = prefix.last().is_some_and(|last| bits % 8 != 0 && last & (0xff >> (bits % 8)) != 0);
        // All addresses are one prefix: with identifiers, it may stand in front of others; without, it ends the list.
        let early = skip == 0 && *bits == 0 && !rest.is_empty();
        (*bits <= longest && !unused && !early).then_some(rest.len())
    };
    let readable = |skip: usize| {
        let mut rest = bytes;
        while !rest.is_empty() {
            let Some(left) = behind(rest, skip) else { return false };
            rest = rest.get(rest.len() - left..).unwrap_or_default();
        }
        true
    };
    !bytes.is_empty() && !readable(0) && readable(4)
}

/// A list of prefixes: a length in bits, and as many bytes as it needs.
fn prefixes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, family: u16, field: Option<Field>) -> Step {
    let Some(field) = field else { return Ok(()) };
    let identified = have_paths(c.rest(), if family == 2 { 128 } else { 32 });
    while !c.is_empty() {
        let path = if identified { Some(c.peek_u32(0)?) } else { None };
        let before = if identified { 4 } else { 0 };
        let bits = c.peek_u8(before)?;
        let n = usize::from(bits).div_ceil(8);
        if bits > if family == 2 { 128 } else { 32 } {
            cx.expert_with(PREFIX_LENGTH_INVALID, Item::NONE, c.span(1), |o| {
                o.s("NLRI prefix length ").u(bits).s(" invalid");
            });
            return Err(Stop::Malformed);
        }
        let bytes = c.peek_bytes(before + 1, n)?;
        let mut whole = [0u8; 16];
        for (to, from) in whole.iter_mut().zip(bytes) {
            *to = *from;
        }
        let address = |o: &mut Out<'_>| {
            if family == 2 {
                o.ipv6(&whole);
            } else {
                o.ipv4(requin_wire::be(&whole[..4]) as u32);
            }
            o.c(b'/').u(bits);
            if let Some(path) = path {
                o.s(" PathId ").u(path).c(b' ');
            }
        };
        let line = cx.line(c.span(before + 1 + n), address);
        cx.under(line, |cx| -> Step {
            if identified {
                cx.field(NLRI_PATH_ID, c, 4)?;
            }
            let item = cx.field(PREFIX_LENGTH, c, 1)?;
            let of = [
                (NLRI_PREFIX, "NLRI"),
                (WITHDRAWN_PREFIX, "Withdrawn route"),
                (MP_REACH_NLRI_IPV4_PREFIX, "MP Reach NLRI"),
                (MP_REACH_NLRI_IPV6_PREFIX, "MP Reach NLRI"),
                (MP_UNREACH_NLRI_IPV4_PREFIX, "MP Unreach NLRI"),
                (MP_UNREACH_NLRI_IPV6_PREFIX, "MP Unreach NLRI"),
            ];
            if let Some((_, of)) = of.iter().find(|o| o.0 == field && !identified) {
                cx.label(item, |o| _ = o.s(of).s(" prefix length: ").u(bits));
            }
            let span = c.span(n);
            if family == 2 {
                cx.add_bytes(field, span, &whole);
            } else {
                cx.add(field, span, Value::U(requin_wire::be(&whole[..4])));
            }
            c.skip(n)
        })?;
    }
    Ok(())
}

/// One path attribute.
fn attribute<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, told: &mut Told) -> Step {
    let (flags, kind) = (c.peek_u8(0)?, c.peek_u8(1)?);
    let wide = flags & 0x10 != 0;
    let len = if wide { usize::from(c.peek_u16(2)?) } else { usize::from(c.peek_u8(2)?) };
    let head = if wide { 4 } else { 3 };
    let top = cx.add(UPDATE_PATH_ATTRIBUTE, c.span(head + len), Value::None);
    cx.label(top, |o| {
        o.s("Path Attribute - ");
        match UPDATE_PATH_ATTRIBUTE_TYPE_CODE_NAMES.find(u64::from(kind)) {
            Some(name) => o.s(name),
            None => o.s("Unknown (").u(kind).s(")"),
        };
    });
    cx.under(top, |cx| -> Step {
        let bits = [
            UPDATE_PATH_ATTRIBUTE_FLAGS_OPTIONAL,
            UPDATE_PATH_ATTRIBUTE_FLAGS_TRANSITIVE,
            UPDATE_PATH_ATTRIBUTE_FLAGS_PARTIAL,
            UPDATE_PATH_ATTRIBUTE_FLAGS_EXTENDED_LENGTH,
            UPDATE_PATH_ATTRIBUTE_FLAGS_UNUSED,
        ];
        let (_, item) = cx.flags(UPDATE_PATH_ATTRIBUTE_FLAGS, c, 1, &bits)?;
        cx.append(item, |o| {
            // What is set stands before what is not.
            for (bit, name) in
                [(0x80, "Optional"), (0x40, "Transitive"), (0x20, "Partial"), (0x10, "Extended-Length")]
            {
                if flags & bit != 0 {
                    o.s(", ").s(name);
                }
            }
            for (bit, name) in [(0x80, "Well-known"), (0x40, "Non-transitive"), (0x20, "Complete")] {
                if flags & bit == 0 {
                    o.s(", ").s(name);
                }
            }
        });
        cx.field(UPDATE_PATH_ATTRIBUTE_TYPE_CODE, c, 1)?;
        cx.field(UPDATE_PATH_ATTRIBUTE_LENGTH, c, if wide { 2 } else { 1 })?;
        if len > c.left() {
            let line = cx.line(c.span(0), |o| {
                o.s("Path attribute length is invalid: ").u(len as u64).s(" bytes");
            });
            cx.expert_with(LENGTH_INVALID, line, c.span(0), |o| {
                o.s("Path attribute length is invalid: ").u(len as u64).s(" bytes");
            });
            return Err(Stop::Short);
        }
        let mut v = c.take_all(len)?;
        value(cx, top, kind, &mut v, told)
    })
}

/// The value of an attribute.
fn value<S: Sink>(cx: &mut Cx<'_, S>, top: Item, kind: u8, c: &mut Cursor<'_>, told: &mut Told) -> Step {
    let len = c.left();
    let right = match kind {
        1 => ("Origin", len == 1),
        3 => ("Next hop", len == 4),
        4 => ("Multiple exit discriminator", len == 4),
        5 => ("Local preference", len == 4),
        6 => ("Atomic aggregate", len == 0),
        7 => ("Aggregator", len == 6 || len == 8),
        18 => ("Aggregator", len == 8),
        8 => ("Communities", len.is_multiple_of(4)),
        9 => ("Originator identifier", len == 4),
        10 => ("Cluster list", len.is_multiple_of(4)),
        _ => ("", true),
    };
    if !right.1 {
        let text = |o: &mut Out<'_>| {
            o.s(right.0).s(" (invalid): ").u(len as u64).s(if len == 1 { " byte" } else { " bytes" });
        };
        let line = cx.line(c.span(len), text);
        cx.expert_with(LENGTH_INVALID, line, c.span(0), text);
        return Ok(());
    }
    match kind {
        1 => {
            let v = c.peek_u8(0)?;
            cx.field(UPDATE_PATH_ATTRIBUTE_ORIGIN, c, 1)?;
            cx.append(top, |o| {
                o.s(": ").s(UPDATE_PATH_ATTRIBUTE_ORIGIN_NAMES.or(u64::from(v), "Unknown"));
            });
        }
        2 | 17 => path(cx, top, c)?,
        3 if len == 4 => {
            let v = c.peek_u32(0)?;
            cx.field(UPDATE_PATH_ATTRIBUTE_NEXT_HOP, c, 4)?;
            cx.append(top, |o| _ = o.s(": ").ipv4(v).s(" "));
        }
        4 if len == 4 => {
            let v = cx.u32(UPDATE_PATH_ATTRIBUTE_MULTI_EXIT_DISC, c)?;
            cx.append(top, |o| _ = o.s(": ").u(v));
        }
        5 if len == 4 => {
            let v = cx.u32(UPDATE_PATH_ATTRIBUTE_LOCAL_PREF, c)?;
            cx.append(top, |o| _ = o.s(": ").u(v));
        }
        7 | 18 => {
            let size = len - 4;
            let number = c.peek_uint(0, size)?;
            cx.add(UPDATE_PATH_ATTRIBUTE_AGGREGATOR_AS, c.span(size), Value::U(number));
            c.skip(size)?;
            let origin = cx.u32(UPDATE_PATH_ATTRIBUTE_AGGREGATOR_ORIGIN, c)?;
            cx.append(top, |o| _ = o.s(": AS: ").u(number).s(" origin: ").ipv4(origin));
        }
        8 => communities(cx, top, c)?,
        9 if len == 4 => {
            let v = c.peek_u32(0)?;
            cx.field(UPDATE_PATH_ATTRIBUTE_ORIGINATOR_ID, c, 4)?;
            cx.append(top, |o| _ = o.s(": ").ipv4(v).s(" "));
        }
        10 => {
            let list = cx.add(PATH_ATTRIBUTE_CLUSTER_LIST, c.span(len), Value::None);
            cx.append(top, |o| _ = o.s(":"));
            cx.label(list, |o| _ = o.s("Cluster List:"));
            cx.under(list, |cx| -> Step {
                while c.left() >= 4 {
                    let v = c.peek_u32(0)?;
                    cx.field(PATH_ATTRIBUTE_CLUSTER_ID, c, 4)?;
                    cx.append(top, |o| _ = o.s(" ").ipv4(v));
                    cx.append(list, |o| _ = o.s(" ").ipv4(v));
                }
                Ok(())
            })?;
        }
        14 => reach(cx, c, told)?,
        15 => {
            let family = cx.u16(UPDATE_PATH_ATTRIBUTE_MP_UNREACH_NLRI_AFI, c)?;
            let sub = cx.u8(UPDATE_PATH_ATTRIBUTE_MP_UNREACH_NLRI_SAFI, c)?;
            let list = cx.add(UPDATE_PATH_ATTRIBUTE_MP_UNREACH_NLRI, c.span(c.left()), Value::None);
            let field = plain(family, sub, [MP_UNREACH_NLRI_IPV4_PREFIX, MP_UNREACH_NLRI_IPV6_PREFIX]);
            cx.under(list, |cx| match (family, sub) {
                ETHERNET_VPN => bgp_evpn::routes(cx, c, told.vxlan),
                TARGETS => bgp_evpn::targets(cx, c, "MP Unreach NLRI"),
                _ => routes(cx, c, family, sub, field),
            })?;
        }
        16 => {
            // Encapsulation is an opaque community, RFC 9012 section 4.1.
            told.vxlan = c.rest().chunks_exact(8).any(|e| e == [3, 0x0c, 0, 0, 0, 0, 0, 8]);
            extended(cx, c)?;
        }
        26 => {
            let item = cx.add(UPDATE_PATH_ATTRIBUTE_AIGP, c.span(len), Value::None);
            let metric = if len == 11 { Some(c.peek_uint(3, 8)?) } else { None };
            if let Some(m) = metric {
                cx.append(top, |o| _ = o.s(": ").u(m));
                cx.append(item, |o| _ = o.s(": ").u(m));
            }
            cx.under(item, |cx| -> Step {
                if cx.uint(UPDATE_ATTRIBUTE_AIGP_TYPE, c, 1)? != 1 {
                    cx.expert(AIGP_TYPE_UNKNOWN, item, c.span(0));
                }
                cx.field(UPDATE_ATTRIBUTE_AIGP_LENGTH, c, 2)?;
                if metric.is_some() {
                    cx.field(UPDATE_ATTRIBUTE_AIGP_ACCU_IGP_METRIC, c, 8)?;
                }
                Ok(())
            })?;
        }
        32 => {
            cx.append(top, |o| _ = o.s(":"));
            while c.left() >= 12 {
                let h = c.peek_array::<12>()?;
                let part = |at: usize| h.get(at..at + 4).map_or(0, requin_wire::be);
                let text = |o: &mut Out<'_>| _ = o.u(part(0)).c(b':').u(part(4)).c(b':').u(part(8));
                cx.append(top, |o| {
                    o.s(" ");
                    text(o);
                });
                let span = c.span(12);
                let item = cx.add_str(LARGE_COMMUNITIES, span, text);
                cx.label(item, |o| {
                    o.s("Large communities: ");
                    text(o);
                });
                cx.under(item, |cx| -> Step {
                    cx.field(LARGE_COMMUNITIES_GA, c, 4)?;
                    cx.field(LARGE_COMMUNITIES_LDP1, c, 4)?;
                    cx.field(LARGE_COMMUNITIES_LDP2, c, 4)?;
                    Ok(())
                })?;
            }
        }
        6 => {}
        _ if UPDATE_PATH_ATTRIBUTE_TYPE_CODE_NAMES.find(u64::from(kind)).is_none() => {
            cx.add(UPDATE_PATH_ATTRIBUTES_UNKNOWN, c.span(len), Value::None);
        }
        _ => {}
    }
    Ok(())
}

/// The prefix field of families whose routes are bare prefixes.
fn plain(family: u16, sub: u8, fields: [Field; 2]) -> Option<Field> {
    match (family, sub) {
        (1, 1 | 2 | LABELLED | VPN) => Some(fields[0]),
        (2, 1 | 2 | LABELLED | VPN) => Some(fields[1]),
        _ => None,
    }
}

/// Whether segments of numbers of `size` bytes fill the attribute exactly.
fn fits(bytes: &[u8], size: usize) -> bool {
    let mut rest = bytes;
    while let [kind, count, tail @ ..] = rest {
        if !(1..=4).contains(kind) || *count == 0 {
            return false;
        }
        match tail.get(usize::from(*count) * size..) {
            Some(t) => rest = t,
            None => return false,
        }
    }
    rest.is_empty()
}

/// Whether the kinds of segments are known, so that their numbers have two bytes or four.
fn counts(bytes: &[u8]) -> bool {
    matches!(bytes, [1..=4, count, ..] if *count > 0)
}

/// The path. Whether its numbers have two bytes or four was agreed on when the session began; the lengths
/// tell, too.
fn path<S: Sink>(cx: &mut Cx<'_, S>, top: Item, c: &mut Cursor<'_>) -> Step {
    if c.is_empty() {
        cx.append(top, |o| _ = o.s(": empty"));
        return Ok(());
    }
    let all = c.rest().get(..c.left()).unwrap_or_default();
    let size = if fits(all, 2) {
        2
    } else if fits(all, 4) || !counts(all) {
        4
    } else {
        cx.expert_here(AS_LENGTH_UNKNOWN, c.span(0), |o| {
            _ = o.s("ASN length uncalculated by heuristic : 255")
        });
        return Ok(());
    };
    cx.append(top, |o| _ = o.s(": "));
    while !c.is_empty() {
        let (kind, count) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
        let span = c.span(2 + count * size);
        let bytes = c.peek_bytes(2, count * size)?;
        let text = |o: &mut Out<'_>| {
            let (open, close, between) = match kind {
                1 => ("{", "}", ", "),
                3 => ("(", ")", " "),
                4 => ("[", "]", ", "),
                _ => ("", "", " "),
            };
            o.s(open);
            for (i, n) in bytes.chunks_exact(size).enumerate() {
                o.s(if i > 0 { between } else { "" }).u(requin_wire::be(n));
            }
            o.s(close);
        };
        cx.append(top, |o| {
            text(o);
            o.s(" ");
        });
        let item = cx.add(UPDATE_PATH_ATTRIBUTE_AS_PATH_SEGMENT, span, Value::None);
        cx.label(item, |o| {
            o.s("AS Path segment: ");
            text(o);
        });
        cx.under(item, |cx| -> Step {
            cx.field(UPDATE_PATH_ATTRIBUTE_AS_PATH_SEGMENT_TYPE, c, 1)?;
            cx.field(UPDATE_PATH_ATTRIBUTE_AS_PATH_SEGMENT_LENGTH, c, 1)?;
            for _ in 0..count {
                if size == 2 {
                    cx.field(UPDATE_PATH_ATTRIBUTE_AS_PATH_SEGMENT_AS2, c, 2)?;
                } else {
                    cx.field(UPDATE_PATH_ATTRIBUTE_AS_PATH_SEGMENT_AS4, c, 4)?;
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// RFC 1997.
fn communities<S: Sink>(cx: &mut Cx<'_, S>, top: Item, c: &mut Cursor<'_>) -> Step {
    let known = |v: u32| {
        Some(match v {
            0xffff_0000 => "GRACEFUL_SHUTDOWN",
            0xffff_0001 => "ACCEPT_OWN",
            0xffff_0006 => "LLGR_STALE",
            0xffff_0007 => "NO_LLGR",
            0xffff_029a => "BLACKHOLE",
            0xffff_ff01 => "NO_EXPORT",
            0xffff_ff02 => "NO_ADVERTISE",
            0xffff_ff03 => "NO_EXPORT_SUBCONFED",
            0xffff_ff04 => "NOPEER",
            _ => return None,
        })
    };
    let list = cx.add(UPDATE_PATH_ATTRIBUTE_COMMUNITIES, c.span(c.left()), Value::None);
    cx.label(list, |o| _ = o.s("Communities: "));
    cx.append(top, |o| _ = o.s(": "));
    cx.under(list, |cx| -> Step {
        while c.left() >= 4 {
            let v = c.peek_u32(0)?;
            let text = |o: &mut Out<'_>| {
                match known(v) {
                    Some(name) => o.s(name),
                    None => o.u(v >> 16).c(b':').u(v & 0xffff),
                };
                o.s(" ");
            };
            cx.append(top, text);
            cx.append(list, text);
            if let Some(name) = known(v) {
                let item = cx.field(UPDATE_PATH_ATTRIBUTE_COMMUNITY_WELLKNOWN, c, 4)?;
                cx.label(item, |o| _ = o.s("Community Well-known: ").s(name).s(" (").hex(v, 8).s(")"));
                continue;
            }
            let item = cx.add(UPDATE_PATH_ATTRIBUTE_COMMUNITY, c.span(4), Value::None);
            cx.label(item, |o| {
                o.s("Community: ");
                text(o);
            });
            cx.under(item, |cx| -> Step {
                cx.field(UPDATE_PATH_ATTRIBUTE_COMMUNITY_AS, c, 2)?;
                cx.field(UPDATE_PATH_ATTRIBUTE_COMMUNITY_VALUE, c, 2)?;
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// RFC 4760: routes of other families than IPv4's.
fn reach<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, told: &Told) -> Step {
    let family = cx.u16(UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_AFI, c)?;
    let sub = cx.u8(UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_SAFI, c)?;
    let n = usize::from(c.peek_u8(0)?);
    let mut hop = *c;
    hop.skip(1)?;
    let mut hop = hop.take(n);
    let bytes = hop.peek_bytes(0, n)?;
    // Its length belongs to the value.
    let span = c.span(1 + n);
    let item = cx.add(UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NEXT_HOP, span, Value::Bytes(span));
    cx.label(item, |o| {
        o.s("Next hop: ");
        match n {
            4 => _ = o.ipv4(requin_wire::be(bytes) as u32),
            12 | 24 => {
                if let Some((rd, ip)) = bytes.split_first_chunk::<8>() {
                    o.s(" RD=");
                    distinguisher(o, rd);
                    if n == 12 {
                        o.s(" IPv4=").ipv4(requin_wire::be(ip) as u32);
                    } else {
                        o.s(" IPv6=").ipv6(ip);
                    }
                }
            }
            16 => _ = o.ipv6(bytes),
            32 => {
                o.s("IPv6=")
                    .ipv6(bytes.get(..16).unwrap_or_default())
                    .s(" Link-local=")
                    .ipv6(bytes.get(16..).unwrap_or_default());
            }
            _ => _ = o.hex_bytes(bytes, 0),
        }
    });
    cx.under(item, |cx| -> Step {
        if matches!(n, 12 | 24 | 48) {
            let rd = hop.peek_array::<8>()?;
            let span = hop.span(8);
            let it = cx.add_str(UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NEXT_HOP_RD, span, |o| {
                distinguisher(o, rd);
            });
            if *rd != [0; 8] {
                cx.expert(NEXT_HOP_RD_NONZERO, it, span);
            }
            hop.skip(8)?;
        }
        match hop.left() {
            4 => _ = cx.field(UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NEXT_HOP_IPV4, &mut hop, 4)?,
            16 => _ = cx.field(UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NEXT_HOP_IPV6, &mut hop, 16)?,
            32 => {
                cx.field(UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NEXT_HOP_IPV6, &mut hop, 16)?;
                cx.field(UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NEXT_HOP_IPV6_LINK_LOCAL, &mut hop, 16)?;
            }
            _ => {}
        }
        Ok(())
    })?;
    c.skip(1 + n)?;
    cx.field(UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NBR_SNPA, c, 1)?;
    let list = cx.add(UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI, c.span(c.left()), Value::None);
    let field = plain(family, sub, [MP_REACH_NLRI_IPV4_PREFIX, MP_REACH_NLRI_IPV6_PREFIX]);
    cx.under(list, |cx| match (family, sub) {
        ETHERNET_VPN => bgp_evpn::routes(cx, c, told.vxlan),
        TARGETS => bgp_evpn::targets(cx, c, "MP Reach NLRI"),
        _ => routes(cx, c, family, sub, field),
    })
}

/// What an extended community says, where it has a name.
fn community_label<S: Sink>(cx: &mut Cx<'_, S>, item: Item, h: &[u8; 8]) {
    let [kind, sub, a, b, c, d, e, f] = *h;
    let ip = u32::from_be_bytes([a, b, c, d]);
    let names = match kind {
        0x00 => EXT_COM_STYPE_TR_AS2_NAMES,
        0x01 => EXT_COM_STYPE_TR_IP4_NAMES,
        0x80 if sub < 2 => EXT_COM_STYPE_TR_EXP_NAMES,
        _ => return,
    };
    let Some(name) = names.find(u64::from(sub)) else { return };
    cx.label(item, |o| {
        o.s(name).s(": ");
        match (kind, sub) {
            (0, _) => _ = o.u(u16::from_be_bytes([a, b])).s(":").u(u32::from_be_bytes([c, d, e, f])),
            (1, _) => _ = o.ipv4(ip).s(":").u(u16::from_be_bytes([e, f])),
            (_, 0) => {
                o.s("Area: ").ipv4(ip).s(", Type: ");
                o.s(EXT_COM_VALUE_OSPF_RTYPE_TYPE_NAMES.or(u64::from(e), "Unknown"));
            }
            _ => _ = o.ipv4(ip),
        }
        o.s(" [").s(EXT_COM_TYPE_NAMES.or(u64::from(kind), "Unknown")).s("]");
    });
}

/// RFC 4360.
fn extended<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let total = c.left();
    if !total.is_multiple_of(8) {
        cx.expert_here(EXT_COM_LENGTH_BAD, c.span(0), |o| {
            o.s("Community length ").u(total as u64).s(" wrong, must be modulo 8");
        });
        return Ok(());
    }
    let list = cx.add(EXT_COMMUNITIES, c.span(total), Value::None);
    cx.append(list, |o| {
        let n = total / 8;
        o.s(": (").u(n as u64).s(if n == 1 { " community)" } else { " communities)" });
    });
    cx.under(list, |cx| -> Step {
        while c.left() >= 8 {
            let h = c.peek_array::<8>()?;
            let (kind, sub) = (h[0], h[1]);
            let item = cx.add(EXT_COMMUNITY, c.span(8), Value::None);
            community_label(cx, item, h);
            cx.under(item, |cx| -> Step {
                cx.flags(EXT_COM_TYPE, c, 1, &[EXT_COM_TYPE_AUTH, EXT_COM_TYPE_TRAN])?;
                match kind {
                    0x00 | 0x40 => {
                        cx.field(if kind == 0 { EXT_COM_STYPE_TR_AS2 } else { EXT_COM_STYPE_NTR_AS2 }, c, 1)?;
                        if kind == 0x40 && sub == 4 {
                            cx.field(EXT_COM_VALUE_AS2, c, 2)?;
                            cx.field(EXT_COM_VALUE_LINK_BW, c, 4)?;
                        } else {
                            cx.field(EXT_COM_VALUE_AS2, c, 2)?;
                            cx.field(EXT_COM_VALUE_AN4, c, 4)?;
                        }
                    }
                    0x01 => {
                        cx.field(EXT_COM_STYPE_TR_IP4, c, 1)?;
                        cx.field(EXT_COM_VALUE_IP4, c, 4)?;
                        cx.field(EXT_COM_VALUE_AN2, c, 2)?;
                    }
                    0x80 if sub == 0 => {
                        cx.field(EXT_COM_STYPE_TR_EXP, c, 1)?;
                        cx.field(EXT_COM_VALUE_OSPF_RTYPE_AREA, c, 4)?;
                        cx.field(EXT_COM_VALUE_OSPF_RTYPE_TYPE, c, 1)?;
                        let bits = [EXT_COM_VALUE_OSPF_RTYPE_OPTIONS_MT];
                        let (v, it) = cx.flags(EXT_COM_VALUE_OSPF_RTYPE_OPTIONS, c, 1, &bits)?;
                        cx.append(it, |o| {
                            _ = o.s(if v & 1 != 0 { " (Metric: Type-2)" } else { " (Metric: Type-1)" });
                        });
                    }
                    0x80 if sub == 1 => {
                        cx.field(EXT_COM_STYPE_TR_EXP, c, 1)?;
                        cx.field(EXT_COM_VALUE_OSPF_RID, c, 4)?;
                        c.skip(2)?;
                    }
                    0x03 | 0x43 => {
                        let field =
                            if kind == 3 { EXT_COM_STYPE_TR_OPAQUE } else { EXT_COM_STYPE_NTR_OPAQUE };
                        cx.field(field, c, 1)?;
                        if kind == 3 && sub == 12 {
                            c.skip(4)?;
                            cx.field(EXT_COM_TUNNEL_TYPE, c, 2)?;
                        } else {
                            cx.field(EXT_COM_VALUE_RAW, c, 6)?;
                        }
                    }
                    _ => {
                        cx.field(EXT_COM_STYPE_UNKNOWN, c, 1)?;
                        cx.field(EXT_COM_VALUE_RAW, c, 6)?;
                    }
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::have_paths;

    #[test]
    fn identifiers_of_paths_are_told_by_what_else_is_impossible() {
        for (bytes, have) in [
            (&[0, 0, 0, 20, 24, 8, 2, 0, 0, 0, 0, 21, 24, 8, 2, 1][..], true),
            (&[24, 8, 2, 0, 16, 10, 1], false),
            (&[0], false),
            (&[], false),
            // A prefix whose bits behind its length are set can't be one.
            (&[0, 0, 0, 1, 12, 8, 0x21], false),
            (&[0, 0, 0, 1, 12, 8, 0x20], true),
            // Cut short.
            (&[0, 0, 0, 1, 24, 8], false),
        ] {
            assert_eq!(have_paths(bytes, 32), have, "{bytes:?}");
        }
    }
}
