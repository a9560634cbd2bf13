//! Opaque advertisements of OSPF that say what a router can do (RFC 7770) and what is known of prefixes and links
//! (RFC 7684), as segment routing uses them (RFC 8665, RFC 9350), and what traffic engineering says of links (RFC 3630,
//! RFC 4203, RFC 7471).

use super::ospf::*;
use super::ospf_lsa::{assigned, link_names};
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Step, Value};
use std::fmt::Write;
use std::net::Ipv4Addr;

/// Type and length of the TLV that comes next, and its bytes with what fills it up to whole words.
fn next<'c>(c: &mut Cursor<'c>) -> Result<(u16, usize, Cursor<'c>), requin_wire::Stop> {
    let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
    Ok((kind, len, c.take(4 + len.next_multiple_of(4))))
}

/// Whether one follows that ends inside: nothing is shown of others.
fn fits(c: &Cursor<'_>) -> bool {
    c.peek_u16(2).is_ok_and(|len| 4 + usize::from(len) <= c.left())
}

/// Type and length, as fields.
fn head<S: Sink>(cx: &mut Cx<'_, S>, kind: Field, tlv: &mut Cursor<'_>) -> Step {
    cx.field(kind, tlv, 2)?;
    cx.field(TLV_LENGTH, tlv, 2).map(|_| ())
}

/// A number in three bytes.
fn u24(c: &Cursor<'_>) -> Result<u32, requin_wire::Stop> {
    Ok(requin_wire::be(c.peek_array::<3>()?) as u32)
}

/// Bytes without a meaning.
fn reserved<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, n: usize) -> Step {
    cx.field(RESERVED, c, n).map(|_| ())
}

/// What a router can do.
pub(super) fn router_information<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let top = cx.line(c.span(c.left()), |o| _ = o.s("Opaque Router Information LSA"));
    cx.under(top, |cx| -> Step {
        // Every turn takes at least four bytes away.
        while fits(c) {
            let (kind, len, mut tlv) = next(c)?;
            let shown = matches!(kind, 1 | 7 | 8 | 9 | 12 | 14 | 15 | 16);
            let line = cx.line(tlv.span(4 + len), |o| {
                o.s(TLV_TYPE_OPAQUE_NAMES.or(u64::from(kind), "Unknown Opaque RI LSA TLV"));
                if !shown {
                    o.s("  (t=").u(kind).s(", l=").u(len as u64).s(")");
                }
            });
            cx.under(line, |cx| -> Step {
                head(cx, TLV_TYPE_OPAQUE, &mut tlv)?;
                let mut value = tlv.within(len);
                match kind {
                    1 => {
                        let bits = [
                            RI_OPTIONS_GRC,
                            RI_OPTIONS_GRH,
                            RI_OPTIONS_SRS,
                            RI_OPTIONS_TES,
                            RI_OPTIONS_P2PLAN,
                            RI_OPTIONS_ETE,
                            RI_OPTIONS_HOST,
                        ];
                        named_flags(cx, RI_OPTIONS, &mut value, 1, &bits)?;
                    }
                    7 => _ = cx.field(DYNHOSTNAME, &mut value, len)?,
                    8 => {
                        while !value.is_empty() {
                            cx.field(LSA_SA, &mut value, 1)?;
                        }
                    }
                    9 | 14 => label_range(cx, line, &mut value)?,
                    12 => stack_depths(cx, &mut value)?,
                    15 => {
                        cx.field(TLV_PREFERENCE, &mut value, 1)?;
                        reserved(cx, &mut value, 3)?;
                    }
                    16 => flexible(cx, line, &mut value)?,
                    _ => _ = cx.field(TLV_UNKNOWN, &mut value, len)?,
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// How many labels can be put on a packet, RFC 8476.
fn stack_depths<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while c.left() >= 2 {
        cx.field(TLV_IGP_MSD_TYPE, c, 1)?;
        cx.field(TLV_IGP_MSD_VALUE, c, 1)?;
    }
    Ok(())
}

/// How paths of a flexible algorithm are found, RFC 9350 section 5.2.
fn flexible<S: Sink>(cx: &mut Cx<'_, S>, line: Item, c: &mut Cursor<'_>) -> Step {
    let number = cx.u8(TLV_FAD_FLEX_ALGORITHM, c)?;
    cx.append(line, |o| _ = o.s("  (").u(number).s(")"));
    cx.field(TLV_FAD_METRIC_TYPE, c, 1)?;
    cx.field(TLV_FAD_CALC_TYPE, c, 1)?;
    cx.field(TLV_FAD_PRIORITY, c, 1)?;
    while c.left() >= 4 {
        let (kind, len, mut tlv) = next(c)?;
        let name = FAD_SUBTLV_TYPE_NAMES.or(u64::from(kind), "Unknown");
        let line = cx.line(tlv.span(4 + len), |o| _ = o.s(name));
        cx.under(line, |cx| -> Step {
            head(cx, TLV_FAD_SUBTLV_TYPE, &mut tlv)?;
            let mut value = tlv.within(len);
            match kind {
                1..=3 => groups(cx, &mut value),
                _ => cx.field(TLV_VALUE, &mut value, len).map(|_| ()),
            }
        })?;
    }
    Ok(())
}

/// Administrative groups, 32 in a word, RFC 7308.
fn groups<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    for n in 0u32.. {
        if c.left() < 4 {
            break;
        }
        let word = c.peek_u32(0)?;
        let item = cx.field(TLV_EXTENDED_ADMIN_GROUP, c, 4)?;
        cx.label(item, |o| _ = o.s("Extended Admin Group[").u(n).s("]: ").hex(word, 8));
    }
    Ok(())
}

/// A range of labels: its size, and the label that it begins with.
fn label_range<S: Sink>(cx: &mut Cx<'_, S>, line: Item, c: &mut Cursor<'_>) -> Step {
    let size = u24(c)?;
    cx.append(line, |o| _ = o.s("  (Range Size: ").u(size).s(")"));
    cx.field(TLV_RANGE_SIZE, c, 3)?;
    reserved(cx, c, 1)?;
    while c.left() >= 4 {
        let (kind, len, mut tlv) = next(c)?;
        let line = cx.line(tlv.span(4 + len), |o| {
            _ = o.s(if kind == 1 { "SID/Label Sub-TLV" } else { "Unknown Sub-TLV" });
        });
        cx.under(line, |cx| -> Step {
            head(cx, TLV_SIDLABEL_RANGE_TYPE, &mut tlv)?;
            if kind == 1 { label(cx, line, &mut tlv.within(len)) } else { Ok(()) }
        })?;
    }
    Ok(())
}

/// A label in three bytes, or an index in four.
fn label<S: Sink>(cx: &mut Cx<'_, S>, line: Item, c: &mut Cursor<'_>) -> Step {
    let n = c.left().clamp(3, 4);
    let value = if n == 3 { u24(c)? } else { c.peek_u32(0)? };
    cx.append(line, |o| _ = o.s("  (SID/Label: ").u(value).s(")"));
    cx.field(TLV_SID_LABEL, c, n).map(|_| ())
}

/// What is known of prefixes.
pub(super) fn extended_prefix<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let top = cx.line(c.span(c.left()), |o| _ = o.s("OSPFv2 Extended Prefix Opaque LSA"));
    cx.under(top, |cx| -> Step {
        // Every turn takes at least four bytes away.
        while fits(c) {
            let (kind, len, mut tlv) = next(c)?;
            let line =
                cx.line(tlv.span(4 + len), |o| match TLV_EXTPFX_TLV_TYPE_NAMES.find(u64::from(kind)) {
                    Some(name) => _ = o.s(name).s(" TLV"),
                    None => unknown(o, kind),
                });
            cx.under(line, |cx| -> Step {
                match kind {
                    1 => {
                        head(cx, TLV_EXTPFX_TLV_TYPE, &mut tlv)?;
                        prefix(cx, line, &mut tlv.within(len))
                    }
                    2 => {
                        head(cx, TLV_EXTPFX_TLV_TYPE, &mut tlv)?;
                        prefix_range(cx, line, &mut tlv.within(len))
                    }
                    _ => other(cx, &mut tlv, len),
                }
            })?;
        }
        Ok(())
    })
}

/// The line of an element that nobody knows.
fn unknown(o: &mut Out<'_>, kind: u16) {
    _ = o.s("Unknown TLV: ").u(kind).s(" - Unknown");
}

/// What it is made of: its number is shown as one of router information.
fn other<S: Sink>(cx: &mut Cx<'_, S>, tlv: &mut Cursor<'_>, len: usize) -> Step {
    head(cx, TLV_TYPE_OPAQUE, tlv)?;
    cx.field(TLV_UNKNOWN, tlv, len).map(|_| ())
}

/// One prefix.
fn prefix<S: Sink>(cx: &mut Cx<'_, S>, line: Item, c: &mut Cursor<'_>) -> Step {
    let (route, bits) = (c.peek_u8(0)?, c.peek_u8(1)?);
    cx.field(TLV_EXTPFX_ROTUETYPE, c, 1)?;
    cx.field(PREFIX_LENGTH, c, 1)?;
    cx.field(TLV_EXTPFX_AF, c, 1)?;
    named_flags(cx, TLV_EXTPFX_FLAGS, c, 1, &[TLV_EXTPFX_FLAGS_A, TLV_EXTPFX_FLAGS_N])?;
    let address = address(cx, c, bits)?;
    let route = TLV_EXTPFX_ROTUETYPE_NAMES.or(u64::from(route), "Unknown");
    cx.append(line, |o| _ = write!(o, "  (Type: {route:<13} Prefix: {address}/{bits})"));
    prefix_parts(cx, c)
}

/// Several prefixes behind each other.
fn prefix_range<S: Sink>(cx: &mut Cx<'_, S>, line: Item, c: &mut Cursor<'_>) -> Step {
    let (bits, size) = (c.peek_u8(0)?, c.peek_u16(2)?);
    cx.field(PREFIX_LENGTH, c, 1)?;
    cx.field(TLV_EXTPFX_AF, c, 1)?;
    cx.field(TLV_RANGE_SIZE, c, 2)?;
    named_flags(cx, TLV_EXTPFX_RANGE_FLAGS, c, 1, &[TLV_EXTPFX_RANGE_FLAGS_IA])?;
    reserved(cx, c, 3)?;
    let address = address(cx, c, bits)?;
    cx.append(line, |o| _ = write!(o, "  (Range Size: {size}, Prefix: {address}/{bits})"));
    prefix_parts(cx, c)
}

/// The address of a prefix: in whole words, none for the one that takes all.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, bits: u8) -> Result<Ipv4Addr, requin_wire::Stop> {
    if bits == 0 {
        return Ok(Ipv4Addr::UNSPECIFIED);
    }
    let address = Ipv4Addr::from(c.peek_u32(0)?);
    cx.field(V3_ADDRESS_PREFIX_IPV4, c, 4)?;
    Ok(address)
}

/// What stands behind a prefix.
fn prefix_parts<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while c.left() >= 4 {
        let (kind, len, mut tlv) = next(c)?;
        let line = cx.line(tlv.span(4 + len), |o| {
            let name = TLV_SIDLABEL_RANGE_TYPE_NAMES.or(u64::from(kind), "Unknown");
            o.s(name).s(" Sub-TLV");
            if kind != 2 {
                o.s(": ").u(kind).s(" - Unknown");
            }
        });
        cx.under(line, |cx| -> Step {
            head(cx, TLV_EXTPFX_SUBTLV_TYPE, &mut tlv)?;
            let mut value = tlv.within(len);
            match kind {
                2 => {
                    named_flags(
                        cx,
                        TLV_PFXSID_FLAGS,
                        &mut value,
                        1,
                        &[
                            TLV_PFXSID_FLAGS_NP,
                            TLV_PFXSID_FLAGS_M,
                            TLV_PFXSID_FLAGS_E,
                            TLV_PFXSID_FLAGS_V,
                            TLV_PFXSID_FLAGS_L,
                        ],
                    )?;
                    reserved(cx, &mut value, 1)?;
                    cx.field(TLV_EXTLINK_MT_ID, &mut value, 1)?;
                    cx.field(LSA_SA, &mut value, 1)?;
                    label(cx, line, &mut value)
                }
                _ => cx.field(TLV_VALUE, &mut value, len).map(|_| ()),
            }
        })?;
    }
    Ok(())
}

/// What is known of links.
pub(super) fn extended_link<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let top = cx.line(c.span(c.left()), |o| _ = o.s("OSPFv2 Extended Link Opaque LSA"));
    cx.under(top, |cx| -> Step {
        // Every turn takes at least four bytes away.
        while fits(c) {
            let (kind, len, mut tlv) = next(c)?;
            let line = cx.line(tlv.span(4 + len), |o| match kind {
                1 => _ = o.s("OSPFv2 Extended Link TLV"),
                _ => unknown(o, kind),
            });
            cx.under(line, |cx| -> Step {
                if kind != 1 {
                    return other(cx, &mut tlv, len);
                }
                head(cx, TLV_EXTLINK_TLV_TYPE, &mut tlv)?;
                link(cx, line, &mut tlv.within(len))
            })?;
        }
        Ok(())
    })
}

/// One link: its two ends, and what is said of it.
fn link<S: Sink>(cx: &mut Cx<'_, S>, line: Item, c: &mut Cursor<'_>) -> Step {
    let (kind, id, data) = (c.peek_u8(0)?, c.peek_u32(4)?, c.peek_u32(8)?);
    let [short, name, _] = link_names(kind);
    cx.append(line, |o| {
        let (id, data) = (Ipv4Addr::from(id), Ipv4Addr::from(data));
        _ = write!(o, "  (Type: {short:<8} ID: {id:<15} Data: {data})");
    });
    let item = cx.field(LSA_ROUTER_LINKTYPE, c, 1)?;
    cx.append(item, |o| _ = o.s(" - ").s(name));
    reserved(cx, c, 3)?;
    cx.field(LSA_ROUTER_LINKID, c, 4)?;
    cx.field(LSA_ROUTER_LINKDATA, c, 4)?;
    while c.left() >= 4 {
        let (kind, len, mut tlv) = next(c)?;
        let name = EXTLINK_SUBTLV_TYPE_NAMES.or(u64::from(kind), "Unknown");
        let line = cx.line(tlv.span(4 + len), |o| {
            o.s(name).s(" Sub-TLV");
            if !matches!(kind, 2 | 3 | 6 | 8..=10) {
                o.s("  (t=").u(kind).s(", l=").u(len as u64).s(")");
            }
        });
        cx.under(line, |cx| -> Step {
            head(cx, TLV_EXTLINK_SUBTLV_TYPE, &mut tlv)?;
            let mut value = tlv.within(len);
            link_element(cx, line, kind, &mut value)
        })?;
    }
    Ok(())
}

fn link_element<S: Sink>(cx: &mut Cx<'_, S>, line: Item, kind: u16, c: &mut Cursor<'_>) -> Step {
    match kind {
        2 | 3 => adjacency(cx, line, kind == 3, c),
        6 => stack_depths(cx, c),
        8 => {
            let address = c.peek_u32(0)?;
            cx.append(line, |o| _ = o.s("  (").ipv4(address).s(")"));
            cx.field(TLV_REMOTE_IPV4_ADDRESS, c, 4).map(|_| ())
        }
        9 => {
            let (local, remote) = (c.peek_u32(0)?, c.peek_u32(4)?);
            cx.append(line, |o| _ = o.s("  (Local: ").u(local).s(", Remote: ").u(remote).s(")"));
            cx.field(TLV_LOCAL_INTERFACE_ID, c, 4)?;
            cx.field(TLV_REMOTE_INTERFACE_ID, c, 4).map(|_| ())
        }
        10 => application(cx, c),
        _ => cx.field(TLV_VALUE, c, c.left()).map(|_| ()),
    }
}

/// The label of a neighbour, RFC 8665 section 6; on a network of many it is named.
fn adjacency<S: Sink>(cx: &mut Cx<'_, S>, line: Item, many: bool, c: &mut Cursor<'_>) -> Step {
    let bits =
        [TLV_ADJSID_FLAGS_B, TLV_ADJSID_FLAGS_V, TLV_ADJSID_FLAGS_L, TLV_ADJSID_FLAGS_G, TLV_ADJSID_FLAGS_P];
    named_flags(cx, TLV_ADJSID_FLAGS, c, 1, &bits)?;
    reserved(cx, c, 1)?;
    cx.field(TLV_EXTLINK_MT_ID, c, 1)?;
    cx.field(TLV_EXTLINK_WEIGHT, c, 1)?;
    let neighbour = if many { Some(cx.u32(TLV_EXTLINK_NBR, c)?) } else { None };
    let n = c.left().clamp(3, 4);
    let value = if n == 3 { u24(c)? } else { c.peek_u32(0)? };
    cx.append(line, |o| {
        o.s("  (SID/Label: ").u(value);
        if let Some(neighbour) = neighbour {
            o.s(", Neighbor: ").ipv4(neighbour);
        }
        o.s(")");
    });
    cx.field(TLV_SID_LABEL, c, n).map(|_| ())
}

/// Attributes that only some applications use, RFC 8920.
fn application<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let standard = usize::from(cx.u8(TLV_SABM_LENGTH, c)?);
    let own = usize::from(cx.u8(TLV_UDABM_LENGTH, c)?);
    reserved(cx, c, 2)?;
    if standard > 0 {
        let mut mask = c.take_all(standard)?;
        let bits = [TLV_SABM_BITS_R, TLV_SABM_BITS_S, TLV_SABM_BITS_F, TLV_SABM_BITS_X];
        named_flags(cx, TLV_SABM_BITS, &mut mask, 1, &bits)?;
    }
    if own > 0 {
        cx.field(TLV_UDABM_BITS, c, own)?;
    }
    while c.left() >= 4 {
        let (kind, len, mut tlv) = next(c)?;
        let name = EXTLINK_SUBTLV_TYPE_NAMES.or(u64::from(kind), "Unknown");
        let line = cx.line(tlv.span(4 + len), |o| _ = o.s(name).s(" Sub-TLV"));
        cx.under(line, |cx| -> Step {
            head(cx, TLV_APPLICATION_SUBTLV_TYPE, &mut tlv)?;
            let mut value = tlv.within(len);
            match kind {
                12..=14 => {
                    let (open, close) = if kind == 14 { ("  (Variation: ", ")") } else { ("  (", ")") };
                    delay(cx, line, [open, close], kind - 12, &mut value)
                }
                19 => cx.field(TLV_ADMIN_GROUP, &mut value, 4).map(|_| ()),
                20 => groups(cx, &mut value),
                22 => cx.field(MPLS_TE_METRIC, &mut value, 4).map(|_| ()),
                _ => cx.field(TLV_VALUE, &mut value, len).map(|_| ()),
            }
        })?;
    }
    Ok(())
}

/// A delay, two of them, or how it varies, RFC 7471 sections 4.1 to 4.3.
fn delay<S: Sink>(
    cx: &mut Cx<'_, S>,
    line: Item,
    [open, close]: [&str; 2],
    which: u16,
    c: &mut Cursor<'_>,
) -> Step {
    let micros = |c: &Cursor<'_>| c.peek_u32(0).map(|n| n & 0xff_ffff);
    let first = micros(c)?;
    if which == 2 {
        cx.append(line, |o| _ = o.s(open).u(first).s(" usec").s(close));
        cx.field(TLV_DELAY_RESERVED, c, 1)?;
        return cx.field(TLV_DELAY_VARIATION, c, 3).map(|_| ());
    }
    cx.flags(TLV_DELAY_FLAGS, c, 1, &[TLV_DELAY_FLAGS_A, TLV_DELAY_FLAGS_RESERVED])?;
    if which == 0 {
        cx.append(line, |o| _ = o.s(open).u(first).s(" usec").s(close));
        return cx.field(TLV_DELAY, c, 3).map(|_| ());
    }
    cx.field(TLV_DELAY_MIN, c, 3)?;
    let second = micros(c)?;
    cx.append(line, |o| _ = o.s(open).s("Min/Max ").u(first).s("/").u(second).s(" usec").s(close));
    cx.field(TLV_DELAY_RESERVED, c, 1)?;
    cx.field(TLV_DELAY_MAX, c, 3).map(|_| ())
}

/// What traffic engineering calls the elements of a link.
fn part_name(kind: u16) -> Option<&'static str> {
    Some(match kind {
        1 => "Link Type",
        2 => "Link ID",
        3 => "Local Interface IP Address",
        4 => "Remote Interface IP Address",
        5 => "Traffic Engineering Metric",
        6 => "Maximum Bandwidth",
        7 => "Maximum Reservable Bandwidth",
        8 => "Unreserved Bandwidth",
        9 => "Resource Class/Color",
        11 => "Link Local/Remote Identifier",
        14 => "Link Protection Type",
        15 => "Interface Switching Capability Descriptor",
        16 => "Shared Risk Link Group",
        17 => "Bandwidth Constraints",
        26 => "Extended Administrative Group",
        27 => "Unidirectional Link Delay",
        28 => "Min/Max Unidirectional Link Delay",
        29 => "Unidirectional Delay Variation",
        _ => return None,
    })
}

/// What is said of a link.
pub(super) fn link_part<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
    let mut part = c.take_all((4 + len).next_multiple_of(4).min(c.left().max(4 + len)))?;
    let name = part_name(kind);
    let line = cx.line(part.span(4 + len), |o| match name {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown Link sub-TLV: ").u(kind).s(" ").s(assigned(kind)),
    });
    cx.under(line, |cx| -> Step {
        let item = cx.field(TLV_TYPE, &mut part, 2)?;
        cx.append(item, |o| match name {
            Some(name) => _ = o.s(": ").s(name),
            None => _ = o.s(": Unknown sub-TLV ").s(assigned(kind)),
        });
        cx.field(TLV_LENGTH, &mut part, 2)?;
        link_value(cx, line, kind, &mut part.within(len))
    })
}

fn link_value<S: Sink>(cx: &mut Cx<'_, S>, line: Item, kind: u16, c: &mut Cursor<'_>) -> Step {
    match kind {
        1 => {
            let value = c.peek_u8(0)?;
            let name = MPLS_LINKTYPE_NAMES.or(u64::from(value), "Unknown");
            cx.append(line, |o| _ = o.s(": ").u(value).s(" - ").s(name));
            cx.field(MPLS_LINKTYPE, c, 1).map(|_| ())
        }
        2..=4 => {
            let field = [MPLS_LINKID, MPLS_LOCAL_ADDR, MPLS_REMOTE_ADDR];
            let address = c.peek_u32(0)?;
            cx.append(line, |o| _ = o.s(": ").ipv4(address));
            words(cx, field.get(usize::from(kind - 2)).copied().unwrap_or(MPLS_LINKID), c)
        }
        5 => {
            let metric = c.peek_u32(0)?;
            cx.append(line, |o| _ = o.s(": ").u(metric));
            let item = cx.field(MPLS_TE_METRIC, c, 4)?;
            cx.label(item, |o| _ = o.s("Traffic Engineering Metric: ").u(metric));
            Ok(())
        }
        6 | 7 => {
            let rate = c.peek_u32(0)?;
            cx.append(line, |o| speed(o.s(": "), rate));
            let item = cx.field(MPLS_LINK_MAX_BW, c, 4)?;
            cx.label(item, |o| speed(o.s(part_name(kind).unwrap_or_default()).s(": "), rate));
            Ok(())
        }
        8 => rates(cx, MPLS_PRI, "Pri (or TE-Class) ", 8, c),
        9 => {
            let mask = c.peek_u32(0)?;
            cx.append(line, |o| _ = o.s(": ").hex(mask, 8));
            let span = c.span(4);
            let item = cx.field(MPLS_LINKCOLOR, c, 4)?;
            cx.under(item, |cx| {
                for n in (0..32u32).filter(|n| mask >> n & 1 != 0) {
                    let item = cx.add(MPLS_GROUP, span, Value::U(1 << n));
                    cx.label(item, |o| _ = o.s("Group ").u(n));
                }
            });
            Ok(())
        }
        11 => {
            let (local, remote) = (c.peek_u32(0)?, c.peek_u32(4)?);
            cx.append(line, |o| _ = write!(o, ": {local} (0x{local:x}) - {remote} (0x{remote:x})"));
            cx.field(MPLS_LOCAL_ID, c, 4)?;
            cx.field(MPLS_REMOTE_ID, c, 4).map(|_| ())
        }
        14 => cx.field(MPLS_PROTECTION_CAPABILITY, c, 1).map(|_| ()),
        15 => switching(cx, c),
        16 => words(cx, MPLS_SHARED_RISK_LINK_GROUP, c),
        17 => {
            cx.field(MPLS_BC_MODEL_ID, c, 1)?;
            c.skip(3)?;
            rates(cx, MPLS_BC, "BC ", 8, c)
        }
        26 => groups(cx, c),
        27..=29 => delay(cx, line, [": ", ""], kind - 27, c),
        _ => cx.field(TLV_VALUE, c, c.left()).map(|_| ()),
    }
}

/// Words of the same field.
fn words<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    while c.left() >= 4 {
        cx.field(field, c, 4)?;
    }
    Ok(())
}

/// How much fits through, from the bits of a number with a point.
fn speed(o: &mut Out<'_>, bits: u32) {
    let rate = f64::from(f32::from_bits(bits));
    _ = write!(o, "{rate:.0} bytes/s ({:.0} bits/s)", rate * 8.0);
}

/// At most so many rates, numbered.
fn rates<S: Sink>(cx: &mut Cx<'_, S>, field: Field, name: &str, most: u32, c: &mut Cursor<'_>) -> Step {
    for n in 0..most {
        if c.left() < 4 {
            break;
        }
        let rate = c.peek_u32(0)?;
        let item = cx.field(field, c, 4)?;
        cx.label(item, |o| speed(o.s(name).u(n).s(": "), rate));
    }
    Ok(())
}

/// What an interface switches, RFC 4203 section 1.4.
fn switching<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let kind = cx.u8(MPLS_SWITCHING_TYPE, c)?;
    cx.field(MPLS_ENCODING, c, 1)?;
    c.skip(2)?;
    rates(cx, MPLS_PRI, "Pri ", 8, c)?;
    let packets = (1..=4).contains(&kind);
    // Some leave the rest away.
    if c.left() < 4 {
        return Ok(());
    }
    if packets || kind == 100 {
        let rate = c.peek_u32(0)?;
        let item = cx.field(MPLS_MINIMUM_LSP_BANDWIDTH, c, 4)?;
        cx.label(item, |o| speed(o.s("Minimum LSP bandwidth: "), rate));
    }
    if packets {
        return cx.field(MPLS_INTERFACE_MTU, c, 2).map(|_| ());
    }
    if kind == 100 {
        cx.field(MPLS_SONET_SDH, c, 1)?;
    }
    Ok(())
}
