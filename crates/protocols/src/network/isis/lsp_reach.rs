//! What link state PDUs of IS-IS say is reached: RFC 1195, RFC 5305 (extended), RFC 5308 (IPv6), RFC 8667 (segment routing), RFC 9352 (SRv6), RFC 8570 (performance), RFC 8919 (applications).

use super::clv::{self, remark};
use super::lsp::*;
use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Value};

/// Prefixes with their masks, RFC 1195.
pub(super) fn ip<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let left = c.left();
        if left < 12 {
            remark(cx, SHORT_CLV, c, left, |o| {
                o.s("short IP reachability (").u(left as u64).s(" vs 12)");
            });
            return Ok(());
        }
        let (address, mask) = (c.peek_u32(4)?, c.peek_u32(8)?);
        let item = cx.add(IP_REACHABILITY_IPV4_PREFIX, c.span(12), Value::U(address.into()));
        cx.label(item, |o| {
            o.s("IPv4 prefix: ").ipv4(address);
            if mask.leading_ones() + mask.trailing_zeros() == 32 {
                o.s("/").u(mask.leading_ones());
            } else {
                o.s(" mask ").ipv4(mask);
            }
        });
        cx.under(item, |cx| -> Step {
            for bit in [
                IP_REACHABILITY_DEFAULT_METRIC,
                IP_REACHABILITY_DEFAULT_METRIC_IE,
                IP_REACHABILITY_DISTRIBUTION,
            ] {
                cx.peek(bit, c, 1)?;
            }
            for (at, bits) in [
                [
                    IP_REACHABILITY_DELAY_METRIC,
                    IP_REACHABILITY_DELAY_METRIC_SUPPORT,
                    IP_REACHABILITY_DELAY_METRIC_IE,
                ],
                [
                    IP_REACHABILITY_EXPENSE_METRIC,
                    IP_REACHABILITY_EXPENSE_METRIC_SUPPORT,
                    IP_REACHABILITY_EXPENSE_METRIC_IE,
                ],
                [
                    IP_REACHABILITY_ERROR_METRIC,
                    IP_REACHABILITY_ERROR_METRIC_SUPPORT,
                    IP_REACHABILITY_ERROR_METRIC_IE,
                ],
            ]
            .into_iter()
            .enumerate()
            {
                for bit in bits {
                    cx.peek_at(bit, c, 1 + at, 1)?;
                }
            }
            Ok(())
        })?;
        c.skip(12)?;
    }
    Ok(())
}

/// The bytes of a prefix that are there, as a whole address.
fn prefix<const N: usize>(c: &mut Cursor<'_>, bits: u8) -> Result<[u8; N], requin_wire::Stop> {
    let n = usize::from(bits).div_ceil(8).min(N);
    let bytes = c.bytes(n)?;
    let mut all = [0u8; N];
    for (to, from) in all.iter_mut().zip(bytes) {
        *to = *from;
    }
    // Bits behind the prefix are none of it.
    if let Some(last) = all.get_mut(n.wrapping_sub(1)).filter(|_| !bits.is_multiple_of(8)) {
        *last &= 0xffu8 << (8 - bits % 8);
    }
    Ok(all)
}

/// Prefixes of RFC 5305.
pub(super) fn extended_ip<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let control = c.peek_u8(4)?;
        let bits = control & 0x3f;
        if bits > 32 {
            let left = c.left();
            remark(cx, SHORT_CLV, c, left, |o| {
                o.s("IPv4 prefix has an invalid length: ").u(bits).s(" bits");
            });
            return Ok(());
        }
        let mut from = *c;
        let mut rest = *c;
        rest.skip(5)?;
        let address = u32::from_be_bytes(prefix::<4>(&mut rest, bits)?);
        let subs = if control & 0x40 != 0 { 1 + usize::from(rest.peek_u8(0)?) } else { 0 };
        let size = rest.pos() - c.pos() + subs;
        let line = cx.line(c.span(size), |o| {
            o.s("Ext. IP Reachability: ").ipv4(address).s("/").u(bits);
        });
        *c = rest;
        cx.under(line, |cx| -> Step {
            cx.u32(EXT_IP_REACHABILITY_METRIC, &mut from)?;
            cx.peek(EXT_IP_REACHABILITY_DISTRIBUTION, &from, 1)?;
            cx.peek(EXT_IP_REACHABILITY_SUBTLV, &from, 1)?;
            cx.field(EXT_IP_REACHABILITY_PREFIX_LENGTH, &mut from, 1)?;
            let span = from.span(usize::from(bits).div_ceil(8));
            cx.add(EXT_IP_REACHABILITY_IPV4_PREFIX, span, Value::U(address.into()));
            prefix_subs(cx, c, subs, EXT_IP_REACHABILITY_SUBCLVS_LENGTH)
        })?;
    }
    Ok(())
}

/// Prefixes of RFC 5308.
pub(super) fn ipv6<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let (control, bits) = (c.peek_u8(4)?, c.peek_u8(5)?);
        if bits > 128 {
            let left = c.left();
            remark(cx, SHORT_CLV, c, left, |o| {
                o.s("IPv6 prefix has an invalid length: ").u(bits).s(" bits");
            });
            return Ok(());
        }
        let mut from = *c;
        let mut rest = *c;
        rest.skip(6)?;
        let address = prefix::<16>(&mut rest, bits)?;
        let subs = if control & 0x20 != 0 { 1 + usize::from(rest.peek_u8(0)?) } else { 0 };
        let size = rest.pos() - c.pos() + subs;
        let line = cx.line(c.span(size), |o| {
            o.s("IPv6 Reachability: ").ipv6(&address).s("/").u(bits);
        });
        *c = rest;
        cx.under(line, |cx| -> Step {
            cx.u32(IPV6_REACHABILITY_METRIC, &mut from)?;
            cx.peek(IPV6_REACHABILITY_DISTRIBUTION, &from, 1)?;
            cx.peek(IPV6_REACHABILITY_DISTRIBUTION_INTERNAL, &from, 1)?;
            cx.peek(IPV6_REACHABILITY_SUBTLV, &from, 1)?;
            if control & 0x1f != 0 {
                cx.peek(IPV6_REACHABILITY_RESERVED_BITS, &from, 1)?;
            }
            from.skip(1)?;
            cx.u8(IPV6_REACHABILITY_PREFIX_LENGTH, &mut from)?;
            let span = from.span(usize::from(bits).div_ceil(8));
            cx.add_bytes(IPV6_REACHABILITY_IPV6_PREFIX, span, &address);
            prefix_subs(cx, c, subs, IPV6_REACHABILITY_SUBCLVS_LENGTH)
        })?;
    }
    Ok(())
}

/// Sub-TLVs of a prefix, `size` bytes with the one that tells their length (0: there is none).
fn prefix_subs<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, size: usize, length: Field) -> Step {
    if size == 0 {
        cx.line(c.span(0), |o| _ = o.s("no sub-TLVs present"));
        return Ok(());
    }
    cx.u8(length, c)?;
    let mut subs = c.take_all(size - 1)?;
    while subs.left() >= 2 {
        let [code, len] = *subs.peek_array::<2>()?;
        let mut one = subs.take_all(2 + usize::from(len))?;
        let flags = one.peek_u8(2).unwrap_or(0);
        let line = cx.line(one.span(2 + usize::from(len)), |o| {
            o.s("subTLV: ").s(EXT_IP_REACHABILITY_CODE_NAMES.or(u64::from(code), "Unknown"));
            o.s(" (c=").u(code).s(", l=").u(len).s(")");
            if code == 4 && len > 0 {
                o.s(": Flags:");
                for (bit, c) in [(0x80, b'X'), (0x40, b'R'), (0x20, b'N')] {
                    o.c(if flags & bit != 0 { c } else { b'-' });
                }
            }
        });
        cx.under(line, |cx| -> Step {
            run(cx, &mut one, &[(EXT_IP_REACHABILITY_CODE, 1), (EXT_IP_REACHABILITY_LENGTH, 1)])?;
            prefix_sub(cx, code, &mut one)
        })?;
    }
    Ok(())
}

fn prefix_sub<S: Sink>(cx: &mut Cx<'_, S>, code: u8, c: &mut Cursor<'_>) -> Step {
    match code {
        1 => {
            while c.left() >= 4 {
                cx.u32(N32_BIT_ADMINISTRATIVE_TAG, c)?;
            }
        }
        2 => {
            while c.left() >= 8 {
                cx.u64(N64_BIT_ADMINISTRATIVE_TAG, c)?;
            }
        }
        3 => {
            let bits = [
                EXT_IP_REACHABILITY_PREFIX_SID_FLAGS_R,
                EXT_IP_REACHABILITY_PREFIX_SID_FLAGS_N,
                EXT_IP_REACHABILITY_PREFIX_SID_FLAGS_P,
                EXT_IP_REACHABILITY_PREFIX_SID_FLAGS_E,
                EXT_IP_REACHABILITY_PREFIX_SID_FLAGS_V,
                EXT_IP_REACHABILITY_PREFIX_SID_FLAGS_L,
            ];
            let (flags, item) = cx.flags(EXT_IP_REACHABILITY_PREFIX_SID_FLAGS, c, 1, &bits)?;
            let named = [
                (0x80, "Re-advertisement"),
                (0x40, "Node-SID"),
                (0x20, "no-PHP"),
                (0x10, "Explicit-Null"),
                (0x08, "Value"),
                (0x04, "Local"),
            ];
            clv::name_flags(cx, item, flags, &named);
            cx.u8(SR_ALG, c)?;
            segment(cx, c)?;
        }
        4 => {
            let bits = [PREFIX_ATTRIBUTE_FLAGS_X, PREFIX_ATTRIBUTE_FLAGS_R, PREFIX_ATTRIBUTE_FLAGS_N];
            let (flags, item) = cx.flags(PREFIX_ATTRIBUTE_FLAGS, c, 1, &bits)?;
            let named = [(0x80, "External Prefix"), (0x40, "Re-advertisement"), (0x20, "Node")];
            clv::name_flags(cx, item, flags, &named);
        }
        32 => return bier(cx, c),
        _ => {}
    }
    Ok(())
}

/// Bit index explicit replication, RFC 8401.
fn bier<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    run(cx, c, &[(BIER_ALG, 1), (BIER_IGP_ALG, 1), (BIER_SUBDOMAIN, 1), (BIER_BFRID, 2)])?;
    while c.left() >= 2 {
        let [kind, len] = *c.peek_array::<2>()?;
        let mut one = c.take_all(2 + usize::from(len))?;
        let line = cx.line(one.span(2 + usize::from(len)), |o| {
            o.s("sub-subTLV: ").s(BIER_SUBSUB_TYPE_NAMES.or(u64::from(kind), "Unknown"));
            o.s(" (t=").u(kind).s(", l=").u(len).s(")");
        });
        cx.under(line, |cx| -> Step {
            run(cx, &mut one, &[(BIER_SUBSUB_TYPE, 1), (BIER_SUBSUB_LENGTH, 1)])?;
            if kind == 1 {
                cx.u8(BIER_SUBSUB_MPLSENCAP_MAXSI, &mut one)?;
                cx.peek(BIER_SUBSUB_MPLSENCAP_BSLEN, &one, 1)?;
                cx.field(BIER_SUBSUB_MPLSENCAP_LABEL, &mut one, 3)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// A label, an index or an address, as many bytes as are left.
fn segment<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    match c.left() {
        3 => cx.field(SID_SLI_LABEL, c, 3).map(|_| ()),
        4 => cx.u32(SID_SLI_INDEX, c).map(|_| ()),
        16 => cx.field(SID_SLI_IPV6, c, 16).map(|_| ()),
        _ => Ok(()),
    }
}

/// Neighbours of RFC 5305.
pub(super) fn neighbours<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let id = c.peek_bytes(0, 7)?;
        let len = usize::from(c.peek_u8(10)?);
        let line = cx.line(c.span(11 + len), |o| {
            o.s("IS Neighbor: ");
            clv::write_system(o, id);
        });
        cx.under(line, |cx| -> Step {
            cx.field(EXT_IS_REACHABILITY_IS_NEIGHBOR_ID, c, 7)?;
            cx.u24(EXT_IS_REACHABILITY_METRIC, c)?;
            let item = cx.field(EXT_IS_REACHABILITY_SUBCLVS_LENGTH, c, 1)?;
            if len == 0 {
                cx.append(item, |o| _ = o.s(" (no sub-TLVs present)"));
                return Ok(());
            }
            let mut subs = c.take(len);
            neighbour_subs(cx, &mut subs, 0)
        })?;
    }
    Ok(())
}

fn neighbour_subs<S: Sink>(cx: &mut Cx<'_, S>, subs: &mut Cursor<'_>, deep: u8) -> Step {
    while subs.left() >= 2 {
        let [code, len] = *subs.peek_array::<2>()?;
        let mut one = subs.take(2 + usize::from(len));
        let line = cx.line(one.span(2 + usize::from(len)), |o| {
            o.s("subTLV: ").s(EXT_IS_REACHABILITY_CODE_NAMES.or(u64::from(code), "Unknown"));
            o.s(" (c=").u(code).s(", l=").u(len).s(")");
        });
        cx.under(line, |cx| -> Step {
            run(cx, &mut one, &[(EXT_IS_REACHABILITY_CODE, 1), (EXT_IS_REACHABILITY_LENGTH, 1)])?;
            neighbour_sub(cx, code, &mut one, deep)
        })?;
    }
    Ok(())
}

/// A bandwidth in bytes per second, shown in megabits.
fn bandwidth<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, name: &str) -> Step {
    let bytes = f32::from_bits(c.peek_u32(0)?);
    let megabits = f64::from(bytes * 8.0 / 1e6);
    let item = cx.add(field, c.span(4), Value::F(megabits));
    cx.label(item, |o| {
        use std::fmt::Write;
        _ = write!(o, "{name}: {megabits:.2} Mbps");
    });
    c.skip(4)
}

fn link_flags<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_FLAGS_A];
    let (flags, item) = cx.flags(EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_FLAGS, c, 1, &bits)?;
    clv::name_flags(cx, item, flags, &[(0x80, "Anomalous bit")]);
    Ok(())
}

fn neighbour_sub<S: Sink>(cx: &mut Cx<'_, S>, code: u8, c: &mut Cursor<'_>, deep: u8) -> Step {
    match code {
        3 => admin_group(cx, c),
        4 => run(
            cx,
            c,
            &[
                (EXT_IS_REACHABILITY_LINK_LOCAL_IDENTIFIER, 4),
                (EXT_IS_REACHABILITY_LINK_REMOTE_IDENTIFIER, 4),
            ],
        ),
        6 => cx.field(EXT_IS_REACHABILITY_IPV4_INTERFACE_ADDRESS, c, 4).map(|_| ()),
        8 => cx.field(EXT_IS_REACHABILITY_IPV4_NEIGHBOR_ADDRESS, c, 4).map(|_| ()),
        9 => bandwidth(cx, c, MAXIMUM_LINK_BANDWIDTH, "Maximum link bandwidth"),
        10 => bandwidth(cx, c, RESERVABLE_LINK_BANDWIDTH, "Reservable link bandwidth"),
        11 => {
            let line = cx.line(c.span(c.left()), |o| _ = o.s("Unreserved bandwidth:"));
            cx.under(line, |cx| -> Step {
                for name in ["0", "1", "2", "3", "4", "5", "6", "7"] {
                    bandwidth_at(cx, c, UNRSV_BW_PRIORITY_LEVEL, "priority level ", name)?;
                }
                Ok(())
            })
        }
        12 => cx.field(EXT_IS_REACHABILITY_IPV6_INTERFACE_ADDRESS, c, 16).map(|_| ()),
        13 => cx.field(EXT_IS_REACHABILITY_IPV6_NEIGHBOR_ADDRESS, c, 16).map(|_| ()),
        14 => {
            let mut n = 0u32;
            while c.left() >= 4 {
                let value = c.peek_u32(0)?;
                let item = cx.field(EXTENDED_ADMIN_GROUP, c, 4)?;
                cx.label(item, |o| _ = o.s("Extended Admin Group[").u(n).s("]: ").hex(value, 8));
                n += 1;
            }
            Ok(())
        }
        15 => {
            while c.left() >= 2 {
                run(cx, c, &[(IGP_MSD_TYPE, 1), (IGP_MSD_VALUE, 1)])?;
            }
            Ok(())
        }
        16 if deep == 0 => applications(cx, c),
        18 => cx.u24(EXT_IS_REACHABILITY_TRAFFIC_ENGINEERING_DEFAULT_METRIC, c).map(|_| ()),
        22 => constraints(cx, c),
        29 => {
            let n = c.left();
            let line = cx.line(c.span(n), |o| {
                o.s("SPB Link Metric: Type: 0x1d (29), Length: ").u(n as u64);
            });
            cx.under(line, |cx| run(cx, c, &[(SPB_LINK_METRIC, 3), (SPB_PORT_COUNT, 1), (SPB_PORT_ID, 2)]))
        }
        31 | 32 => adjacency_segment(cx, c, code == 32),
        33 => {
            link_flags(cx, c)?;
            cx.u24(EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_DELAY, c).map(|_| ())
        }
        34 => {
            link_flags(cx, c)?;
            cx.u24(EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_DELAY_MIN, c)?;
            cx.u8(EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_RESERVED, c)?;
            cx.u24(EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_DELAY_MAX, c).map(|_| ())
        }
        35 => {
            cx.u8(EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_RESERVED, c)?;
            cx.u24(EXT_IS_REACHABILITY_UNIDIRECTIONAL_DELAY_VARIATION, c).map(|_| ())
        }
        36 => {
            link_flags(cx, c)?;
            let loss = c.peek_uint(0, 3)?;
            let item = cx.field(EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_LOSS, c, 3)?;
            cx.append(item, |o| {
                use std::fmt::Write;
                // In units of 0.000003 per cent, RFC 8570.
                _ = write!(o, " ({:.6} %)", loss as f64 * 0.000_003);
            });
            Ok(())
        }
        37 => cx.u32(EXT_IS_REACHABILITY_UNIDIRECTIONAL_RESIDUAL_BANDWIDTH, c).map(|_| ()),
        38 => cx.u32(EXT_IS_REACHABILITY_UNIDIRECTIONAL_AVAILABLE_BANDWIDTH, c).map(|_| ()),
        39 => cx.u32(EXT_IS_REACHABILITY_UNIDIRECTIONAL_UTILIZED_BANDWIDTH, c).map(|_| ()),
        43 | 44 => {
            if code == 44 {
                cx.field(SRV6_ENDX_SID_SYSTEM_ID, c, 6)?;
            }
            let bits = [SRV6_ENDX_SID_FLAGS_B, SRV6_ENDX_SID_FLAGS_S, SRV6_ENDX_SID_FLAGS_P];
            let (flags, item) = cx.flags(SRV6_ENDX_SID_FLAGS, c, 1, &bits)?;
            let named = [(0x80, "Backup flag"), (0x40, "Set flag"), (0x20, "Persistent flag")];
            clv::name_flags(cx, item, flags, &named);
            run(cx, c, &[(SRV6_ENDX_SID_ALGORITHM, 1), (SRV6_ENDX_SID_WEIGHT, 1)])?;
            run(cx, c, &[(SRV6_ENDX_SID_ENDPOINT_FUNCTION, 2), (SRV6_ENDX_SID_SID, 16)])?;
            cx.u8(SRV6_ENDX_SID_SUBSUBCLVS_LENGTH, c).map(|_| ())
        }
        _ => {
            let n = c.left();
            if n > 0 {
                cx.bytes(EXT_IS_REACHABILITY_VALUE, c, n)?;
            }
            Ok(())
        }
    }
}

/// As [`bandwidth`], with a number behind its name.
fn bandwidth_at<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    field: Field,
    name: &str,
    number: &str,
) -> Step {
    let megabits = f64::from(f32::from_bits(c.peek_u32(0)?) * 8.0 / 1e6);
    let item = cx.add(field, c.span(4), Value::F(megabits));
    cx.label(item, |o| {
        use std::fmt::Write;
        _ = write!(o, "{name}{number}: {megabits:.2} Mbps");
    });
    c.skip(4)
}

fn admin_group<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = c.peek_u32(0)?;
    let line = cx.line(c.span(4), |o| _ = o.s("Administrative group(s):"));
    cx.under(line, |cx| {
        for n in (0..32u32).filter(|n| bits >> n & 1 != 0) {
            let item = cx.add(GROUP, c.span(4), Value::U(1 << n));
            cx.label(item, |o| _ = o.s("group ").u(n));
        }
    });
    c.skip(4)
}

/// Bandwidth constraints, RFC 4124.
fn constraints<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(c.left()), |o| _ = o.s("Bandwidth Constraints:"));
    cx.under(line, |cx| -> Step {
        run(cx, c, &[(BW_CT_MODEL, 1), (BW_CT_RSV, 3)])?;
        let rows = [BW_CT_0, BW_CT_1, BW_CT_2, BW_CT_3, BW_CT_4, BW_CT_5, BW_CT_6, BW_CT_7];
        for (field, number) in rows.into_iter().zip(["0", "1", "2", "3", "4", "5", "6", "7"]) {
            if c.left() < 4 {
                break;
            }
            bandwidth_at(cx, c, field, "Bandwidth Constraints ", number)?;
        }
        Ok(())
    })
}

/// Which applications use attributes of a link, RFC 8919.
fn applications<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let standard = usize::from(c.peek_u8(0)? & 0x7f);
    cx.peek(APPLICATION_SABM_LEGACY, c, 1)?;
    cx.field(APPLICATION_SABM_LENGTH, c, 1)?;
    let own = usize::from(c.peek_u8(0)? & 0x7f);
    cx.peek(APPLICATION_UDABM_RESERVED, c, 1)?;
    cx.field(APPLICATION_UDABM_LENGTH, c, 1)?;
    if standard > 0 {
        let mut mask = c.take_all(standard)?;
        let bits = [
            APPLICATION_SABM_BITS_R,
            APPLICATION_SABM_BITS_S,
            APPLICATION_SABM_BITS_F,
            APPLICATION_SABM_BITS_X,
        ];
        let (flags, item) = cx.flags(APPLICATION_SABM_BITS, &mut mask, 1, &bits)?;
        let named = [
            (0x80, "RSVP-TE bit (R)"),
            (0x40, "Segment Routing Policy bit (S)"),
            (0x20, "Loop-Free Alternate (LFA) bit (F)"),
            (0x10, "Flexible Algorithm bit (X)"),
        ];
        clv::name_flags(cx, item, flags, &named);
    }
    if own > 0 {
        cx.bytes(APPLICATION_UDABM_BITS, c, own)?;
    }
    neighbour_subs(cx, c, 1)
}

/// A segment of an adjacency, RFC 8667 section 2.2.
fn adjacency_segment<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, lan: bool) -> Step {
    let bits = [ADJ_SID_FLAGS_F, ADJ_SID_FLAGS_B, ADJ_SID_FLAGS_V, ADJ_SID_FLAGS_L, ADJ_SID_FLAGS_S];
    let (flags, item) = cx.flags(ADJ_SID_FLAGS, c, 1, &bits)?;
    let named = [
        (0x80, "Outgoing Encapsulation"),
        (0x40, "Backup"),
        (0x20, "Value"),
        (0x10, "Local Significance"),
        (0x08, "Set"),
    ];
    clv::name_flags(cx, item, flags, &named);
    cx.u8(ADJ_SID_WEIGHT, c)?;
    if lan {
        cx.field(ADJ_SID_SYSTEM_ID, c, 6)?;
    }
    let value = flags & 0x20 != 0;
    let n = c.left();
    if n == 4 && value {
        remark(cx, SUBTLV_MALFORMED, c, 0, |o| _ = o.s("V flag must be unset"));
    } else if n != 4 && !value {
        remark(cx, SUBTLV_MALFORMED, c, 0, |o| _ = o.s("V flag must be set"));
    }
    segment(cx, c)
}

/// Locators of segment routing over IPv6, RFC 9352 section 7.
pub(super) fn locator<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    topology(cx, c)?;
    while !c.is_empty() {
        cx.u32(SRV6_LOCATOR_METRIC, c)?;
        let bits = [SRV6_LOCATOR_FLAGS_D, SRV6_LOCATOR_FLAGS_RESERVED];
        let (flags, item) = cx.flags(SRV6_LOCATOR_FLAGS, c, 1, &bits)?;
        clv::name_flags(cx, item, flags, &[(0x80, "Down bit")]);
        cx.u8(SRV6_LOCATOR_ALGORITHM, c)?;
        let bits = cx.u8(SRV6_LOCATOR_LOCATOR_SIZE, c)?;
        let from = *c;
        let address = prefix::<16>(c, bits)?;
        cx.add_bytes(SRV6_LOCATOR_LOCATOR, c.span_since(&from), &address);
        let len = usize::from(cx.u8(SRV6_LOCATOR_SUBCLVS_LENGTH, c)?);
        if len > c.left() {
            let left = c.left();
            remark(cx, SUBTLV_MALFORMED, c, left, |o| {
                o.s("Invalid Sub-TLV length ").u(len as u64).s(" (").u(left as u64).s(" bytes left)");
            });
            return Ok(());
        }
        let mut subs = c.take(len);
        while subs.left() >= 2 {
            let [code, len] = *subs.peek_array::<2>()?;
            let mut one = subs.take_all(2 + usize::from(len))?;
            let line = cx.line(one.span(2 + usize::from(len)), |o| {
                o.s("subTLV: ").s(SRV6_LOCATOR_SUB_TLV_TYPE_NAMES.or(u64::from(code), "Unknown"));
                o.s(" (c=").u(code).s(", l=").u(len).s(")");
            });
            cx.under(line, |cx| -> Step {
                run(cx, &mut one, &[(SRV6_LOCATOR_SUB_TLV_TYPE, 1), (SRV6_LOCATOR_SUB_TLV_LENGTH, 1)])?;
                if code == 5 {
                    run(cx, &mut one, &[(SRV6_END_SID_FLAGS, 1), (SRV6_END_SID_ENDPOINT_FUNCTION, 2)])?;
                    run(cx, &mut one, &[(SRV6_END_SID_SID, 16), (SRV6_END_SID_SUBSUBCLVS_LENGTH, 1)])?;
                }
                Ok(())
            })?;
        }
    }
    Ok(())
}
