//! What link state PDUs of IS-IS say that routers can do: RFC 7981, RFC 8667 (segment routing), RFC 8491 (depths), RFC 9350 (flexible algorithms), RFC 7176 (TRILL), RFC 6329 (SPB).

use super::clv::{self, remark};
use super::lsp::*;
use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, Value, names};

names! {
    NAMES {
        1 => "TE Node Capability Descriptor",
        2 => "Segment Routing - Capability",
        6 => "Nickname",
        7 => "Trees",
        8 => "Tree root identifiers",
        9 => "Trees used identifiers",
        10 => "Interested VLANs and spanning tree roots",
        13 => "TRILL version",
        14 => "VLAN group",
        19 => "Segment Routing - Algorithms",
        22 => "Segment Routing - Local Block",
        23 => "Node Maximum SID Depth",
        25 => "SRv6 Capability",
        26 => "Flexible Algorithm Definition",
    }
}

/// A router's capabilities.
pub(super) fn router<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    if n < 5 {
        remark(cx, SHORT_CLV, c, n, |o| _ = o.s("Unknown clv: length (").u(n as u64).s(") < 5"));
        return Ok(());
    }
    cx.u32(RT_CAPABLE_ROUTER_ID, c)?;
    cx.peek(RT_CAPABLE_FLAG_S, c, 1)?;
    cx.field(RT_CAPABLE_FLAG_D, c, 1)?;
    while let Some((kind, _)) = next(cx, c)? {
        capability(cx, kind, c)?;
    }
    Ok(())
}

/// Type and length of the sub-TLV that comes next, when there is one that fits; who asks takes it away.
fn next<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<Option<(u8, u8)>, requin_wire::Stop> {
    if c.left() < 2 {
        return Ok(None);
    }
    let [kind, len] = *c.peek_array::<2>()?;
    let left = c.left() - 2;
    if usize::from(len) > left {
        remark(cx, SHORT_CLV, c, left, |o| {
            o.s("Short type ").u(kind).s(" TLV (").u(len).s(" vs ").u(left as u64).s(")");
        });
        return Ok(None);
    }
    Ok(Some((kind, len)))
}

fn capability<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    let len = c.peek_u8(1)?;
    let size = usize::from(len);
    let Some(name) = NAMES.find(u64::from(kind)) else {
        remark(cx, SUBTLV_UNKNOWN, c, 2 + size, |o| {
            o.s("Unknown SubTlv: Type: ").u(kind).s(", Length: ").u(len);
        });
        return c.skip(2 + size);
    };
    let line = cx.line(c.span(2 + size), |o| {
        o.s(name);
        if kind != 1 {
            o.s(" (t=").u(kind).s(", l=").u(len).s(")");
        }
    });
    let mut one = c.take(2 + size);
    one.skip(2)?;
    cx.under(line, |cx| body(cx, kind, &mut one))
}

fn body<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    match kind {
        1 => {
            let bits = [
                TE_NODE_CAP_B_BIT,
                TE_NODE_CAP_E_BIT,
                TE_NODE_CAP_M_BIT,
                TE_NODE_CAP_G_BIT,
                TE_NODE_CAP_P_BIT,
            ];
            for bit in bits {
                cx.peek(bit, c, 1)?;
            }
        }
        2 => {
            cx.peek(SR_CAP_I_FLAG, c, 1)?;
            cx.field(SR_CAP_V_FLAG, c, 1)?;
            ranges(cx, c)?;
        }
        6 => {
            while c.left() >= 5 {
                cx.u8(RT_CAPABLE_NICKNAME_NICKNAME_PRIORITY, c)?;
                cx.u16(RT_CAPABLE_NICKNAME_TREE_ROOT_PRIORITY, c)?;
                cx.u16(RT_CAPABLE_NICKNAME_NICKNAME, c)?;
            }
        }
        7 => {
            cx.u16(RT_CAPABLE_TREES_NOF_TREES_TO_COMPUTE, c)?;
            cx.u16(RT_CAPABLE_TREES_MAXIMUM_NOF_TREES_TO_COMPUTE, c)?;
            cx.u16(RT_CAPABLE_TREES_NOF_TREES_TO_USE, c)?;
        }
        8 | 9 => {
            let (first, nickname) = if kind == 8 {
                (RT_CAPABLE_TREE_ROOT_ID_STARTING_TREE_NO, RT_CAPABLE_TREE_ROOT_ID_NICKNAME)
            } else {
                (RT_CAPABLE_TREE_USED_ID_STARTING_TREE_NO, RT_CAPABLE_TREE_USED_ID_NICKNAME)
            };
            let mut n = u32::from(cx.u16(first, c)?);
            while c.left() >= 2 {
                let value = c.peek_u16(0)?;
                let item = cx.field(nickname, c, 2)?;
                cx.label(item, |o| {
                    o.s("Nickname(").u(n).s("th root): ").hex(value, 4).s(" (").u(value).s(")");
                });
                n += 1;
            }
        }
        10 => {
            cx.u16(RT_CAPABLE_INTERESTED_VLANS_NICKNAME, c)?;
            cx.peek(RT_CAPABLE_INTERESTED_VLANS_MULTICAST_IPV4, c, 2)?;
            cx.peek(RT_CAPABLE_INTERESTED_VLANS_MULTICAST_IPV6, c, 2)?;
            cx.field(RT_CAPABLE_INTERESTED_VLANS_VLAN_START_ID, c, 2)?;
            cx.field(RT_CAPABLE_INTERESTED_VLANS_VLAN_END_ID, c, 2)?;
            cx.u32(RT_CAPABLE_INTERESTED_VLANS_AFS_LOST_COUNTER, c)?;
            while c.left() >= 6 {
                cx.field(ROOT_ID, c, 6)?;
            }
        }
        13 => {
            cx.u8(RT_CAPABLE_TRILL_MAXIMUM_VERSION, c)?;
            if c.left() >= 4 {
                cx.peek(RT_CAPABLE_TRILL_AFFINITY_TLV, c, 4)?;
                cx.peek(RT_CAPABLE_TRILL_FGL_SAFE, c, 4)?;
                cx.peek(RT_CAPABLE_TRILL_CAPS, c, 4)?;
                cx.field(RT_CAPABLE_TRILL_FLAGS, c, 4)?;
            }
        }
        14 => {
            cx.field(RT_CAPABLE_VLAN_GROUP_PRIMARY_VLAN_ID, c, 2)?;
            while c.left() >= 2 {
                cx.field(RT_CAPABLE_VLAN_GROUP_SECONDARY_VLAN_ID, c, 2)?;
            }
        }
        19 => {
            while !c.is_empty() {
                cx.u8(SR_ALG, c)?;
            }
        }
        22 => {
            cx.u8(SR_LOCAL_BLOCK_FLAGS, c)?;
            ranges(cx, c)?;
        }
        23 => {
            while c.left() >= 2 {
                run(cx, c, &[(IGP_MSD_TYPE, 1), (IGP_MSD_VALUE, 1)])?;
            }
        }
        25 => _ = cx.flags(SRV6_CAP_FLAGS, c, 2, &[SRV6_CAP_FLAGS_O, SRV6_CAP_FLAGS_UNUSED])?,
        26 => {
            run(cx, c, &[(FLEX_ALGORITHM_ALGORITHM, 1), (FLEX_ALGORITHM_METRIC_TYPE, 1)])?;
            run(cx, c, &[(FLEX_ALGORITHM_CALCULATION_TYPE, 1), (FLEX_ALGORITHM_PRIORITY, 1)])?;
        }
        _ => {}
    }
    Ok(())
}

/// Ranges of labels, each with where it begins.
fn ranges<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while c.left() >= 5 {
        cx.u24(SR_CAP_RANGE, c)?;
        let [kind, len] = *c.peek_array::<2>()?;
        let line = cx.line(c.span(2 + usize::from(len)), |o| {
            o.s(if kind == 1 { "SID/Label" } else { "Unknown" });
            o.s(" (t=").u(kind).s(", l=").u(len).s(")");
        });
        c.skip(2)?;
        let mut one = c.take_all(usize::from(len))?;
        cx.under(line, |cx| -> Step {
            match (kind, len) {
                (1, 3) => _ = cx.u24(SR_CAP_LABEL, &mut one)?,
                (1, 4) => _ = cx.u32(SR_CAP_SID, &mut one)?,
                _ => {}
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Segments of prefixes, RFC 8667 section 2.4.
pub(super) fn binding<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [
        SL_BINDING_FLAGS_F,
        SL_BINDING_FLAGS_M,
        SL_BINDING_FLAGS_S,
        SL_BINDING_FLAGS_D,
        SL_BINDING_FLAGS_A,
        SL_BINDING_FLAGS_RSV,
    ];
    let (flags, item) = cx.flags(SL_BINDING_FLAGS, c, 1, &bits)?;
    let named = [
        (0x80, "Flag F: Address Family"),
        (0x40, "Flag M: Mirror Context"),
        (0x20, "Flag S"),
        (0x10, "Flag D"),
        (0x08, "Flag A: Attached"),
    ];
    clv::name_flags(cx, item, flags, &named);
    run(cx, c, &[(SL_BINDING_WEIGHT, 1), (SL_BINDING_RANGE, 2)])?;
    let bits = cx.u8(SL_BINDING_PREFIX_LEN, c)?;
    match bits {
        32 => _ = cx.field(SL_BINDING_PREFIX_IPV4, c, 4)?,
        128 => _ = cx.field(SL_BINDING_PREFIX_IPV6, c, 16)?,
        _ => {
            let n = usize::from(bits).div_ceil(8);
            remark(cx, SUBTLV_MALFORMED, c, n, |o| {
                o.s("Prefix address format unknown length : ").u(bits);
            });
            c.skip(n)?;
        }
    }
    while c.left() >= 2 {
        let [kind, len] = *c.peek_array::<2>()?;
        let size = usize::from(len);
        let item = cx.add(SL_BINDING_SUBTLV, c.span(2 + size), Value::None);
        cx.label(item, |o| {
            o.s("SID/Label sub-TLV : ");
            o.s(SL_SUB_TLV_TYPE_NAMES.or(u64::from(kind), "Unknown capability sub-tlv type"));
        });
        let mut one = c.take(2 + size);
        cx.under(item, |cx| -> Step {
            run(cx, &mut one, &[(SL_SUB_TLV_TYPE, 1), (SL_BINDING_SUB_TLV_LEN, 1)])?;
            if kind == 3 {
                let bits = [
                    SL_SUB_TLV_FLAGS_R,
                    SL_SUB_TLV_FLAGS_N,
                    SL_SUB_TLV_FLAGS_P,
                    SL_SUB_TLV_FLAGS_E,
                    SL_SUB_TLV_FLAGS_V,
                    SL_SUB_TLV_FLAGS_L,
                    SL_SUB_TLV_FLAGS_RSV,
                ];
                cx.flags(SL_SUB_TLV_FLAGS, &mut one, 1, &bits)?;
                cx.u8(SL_SUB_TLV_ALGORITHM, &mut one)?;
            }
            match (kind, one.left()) {
                (1 | 3, 3) => _ = cx.field(SL_SUB_TLV_LABEL20, &mut one, 3)?,
                (1 | 3, 4) => _ = cx.u32(SL_SUB_TLV_LABEL32, &mut one)?,
                _ => {}
            }
            Ok(())
        })?;
        if kind != 1 && kind != 3 {
            let behind = *c;
            remark(cx, SUBTLV_MALFORMED, &behind, 0, |o| {
                o.s("Sub TLV badly formatted, type unknown ").u(kind);
            });
        }
    }
    Ok(())
}

/// Capabilities within a topology.
pub(super) fn topology<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let id = c.peek_u16(0)?;
    cx.peek(MT_CAP_MTID, c, 2)?;
    let item = cx.add(OVERLOAD, c.span(2), Value::U(u64::from(id >> 15)));
    cx.label(item, |o| {
        o.s(if id >> 15 == 1 {
            "1... .... .... .... = Overload: True"
        } else {
            "0... .... .... .... = Overload: False"
        });
    });
    c.skip(2)?;
    while let Some((kind, len)) = next(cx, c)? {
        let size = usize::from(len);
        let name = match kind {
            1 => "SPB Instance",
            2 => "SPB Opaque Algorithm",
            3 => "SPB Service ID and Unicast Address",
            4 => "SPBV Mac Address",
            _ => {
                capability(cx, kind, c)?;
                continue;
            }
        };
        let line = cx.line(c.span(2 + size), |o| {
            o.s(name).s(": Type: ").hex(kind, 2).s(", Length: ").u(len);
        });
        let mut one = c.take(2 + size);
        one.skip(2)?;
        cx.under(line, |cx| match kind {
            1 => instance(cx, &mut one),
            2 => {
                cx.u32(MT_CAP_SPB_OPAQUE_ALGORITHM, &mut one)?;
                let n = one.left();
                cx.bytes(MT_CAP_SPB_OPAQUE_INFORMATION, &mut one, n).map(|_| ())
            }
            3 => services(cx, &mut one),
            _ => addresses(cx, &mut one),
        })?;
    }
    Ok(())
}

fn instance<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let root = c.peek_bytes(0, 8)?;
    let item = cx.field(MT_CAP_SPB_INSTANCE_CIST_ROOT_IDENTIFIER, c, 8)?;
    cx.label(item, |o| _ = o.s("CIST Root Identifier: ").hex_bytes(root, b'-'));
    cx.u32(MT_CAP_SPB_INSTANCE_CIST_EXTERNAL_ROOT_PATH_COST, c)?;
    cx.u16(MT_CAP_SPB_INSTANCE_BRIDGE_PRIORITY, c)?;
    cx.peek(MT_CAP_SPB_INSTANCE_V, c, 4)?;
    cx.field(MT_CAP_SPSOURCEID, c, 4)?;
    let trees = usize::from(c.peek_u8(0)?);
    cx.field(MT_CAP_SPB_INSTANCE_NUMBER_OF_TREES, c, 1)?;
    if c.left() != trees * 8 {
        let n = c.left();
        remark(cx, SHORT_CLV, c, n, |o| _ = o.s("SubTLV length doesn't match number of trees"));
        return Ok(());
    }
    while c.left() >= 8 {
        let line = cx.line(c.span(8), |o| _ = o.s("VLAN-ID Tuple"));
        cx.under(line, |cx| -> Step {
            cx.peek(MT_CAP_SPB_INSTANCE_VLANID_TUPLE_U, c, 1)?;
            cx.peek(MT_CAP_SPB_INSTANCE_VLANID_TUPLE_M, c, 1)?;
            cx.peek(MT_CAP_SPB_INSTANCE_VLANID_TUPLE_A, c, 1)?;
            cx.field(MT_CAP_SPB_INSTANCE_VLANID_TUPLE_RESERVED, c, 1)?;
            cx.u32(MT_CAP_SPB_INSTANCE_VLANID_TUPLE_ECT, c)?;
            cx.peek(MT_CAP_SPB_INSTANCE_VLANID_TUPLE_BASEVID, c, 3)?;
            cx.field(MT_CAP_SPB_INSTANCE_VLANID_TUPLE_SPVID, c, 3).map(|_| ())
        })?;
    }
    Ok(())
}

fn services<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(MT_CAP_SPBM_SERVICE_IDENTIFIER_B_MAC, c, 6)?;
    cx.u16(MT_CAP_SPBM_SERVICE_IDENTIFIER_BASE_VID, c)?;
    while c.left() >= 4 {
        cx.peek(MT_CAP_SPBM_SERVICE_IDENTIFIER_T, c, 1)?;
        cx.peek(MT_CAP_SPBM_SERVICE_IDENTIFIER_R, c, 1)?;
        cx.field(MT_CAP_SPBM_SERVICE_IDENTIFIER_RESERVED, c, 1)?;
        cx.u24(MT_CAP_SPBM_SERVICE_IDENTIFIER_I_SID, c)?;
    }
    let left = c.left();
    if left > 0 {
        remark(cx, SHORT_CLV, c, left, |o| _ = o.s("Short ISID entry (").u(left as u64).s(" vs 4)"));
    }
    Ok(())
}

fn addresses<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.peek(SPB_RESERVED, c, 2)?;
    cx.peek(SPB_SR_BIT, c, 2)?;
    cx.field(SPB_SPVID, c, 2)?;
    while c.left() >= 7 {
        cx.peek(SPB_MAC_ADDRESS_T, c, 1)?;
        cx.peek(SPB_MAC_ADDRESS_R, c, 1)?;
        cx.field(SPB_MAC_ADDRESS_RESERVED, c, 1)?;
        cx.field(SPB_MAC_ADDRESS, c, 6)?;
    }
    let left = c.left();
    if left > 0 {
        remark(cx, SHORT_CLV, c, left, |o| _ = o.s("Short MAC Address entry (").u(left as u64).s(" vs 7)"));
    }
    Ok(())
}
