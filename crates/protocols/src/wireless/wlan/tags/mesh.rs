//! Mesh networks, IEEE 802.11s: peerings, paths, proxies.

use super::*;
use requin_wire::block;

block! {
    REPORT_CONTROL[1]: BCNTIME_RCTRL @0, > BCNTIME_RCTRL_MORE @0 1, > BCNTIME_RCTRL_ELEM_NUM @0,
        > BCNTIME_RCTRL_STATUS_NUM @0
}

block! { TARGET_FLAGS[1]: HWMP_TARG_FLAGS @0, > HWMP_TO_FLAG @0 1, > HWMP_USN_FLAG @0 1 }

block! {
    PROXY_FLAGS[1]: PXU_PXU_INFO_FLAGS @0, > PXU_PXU_INFO_FLAGS_DELETE @0 1,
        > PXU_PXU_INFO_FLAGS_ORIG_IS_PROXY @0 1, > PXU_PXU_INFO_FLAGS_LIFETIME @0 1,
        > PXU_PXU_INFO_FLAGS_RESERVED @0
}

/// Management of a peering, which stands in frames that say for what.
pub fn peering<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    cx.field_le(PEERING_PROTO, &mut c, 2)?;
    cx.field_le(PEERING_LOCAL_ID, &mut c, 2)?;
    // What is behind is told by the action: opening, confirming, closing.
    match tag.action {
        Some(1) => {}
        Some(2) => _ = cx.field_le(PEERING_PEER_ID, &mut c, 2)?,
        Some(3) => {
            if c.left() > 2 {
                cx.field_le(PEERING_PEER_ID, &mut c, 2)?;
            }
            cx.field_le(FIXED_REASON_CODE, &mut c, 2)?;
        }
        _ => {
            let span = c.span(c.left());
            let item = cx.line(span, |o| _ = o.s("Unexpected Self-protected action"));
            cx.expert(PEERING_UNEXPECTED, item, span);
            return Err(requin_wire::Stop::Malformed);
        }
    }
    if c.left() >= 16 {
        cx.field(RSN_IE_PMKID, &mut c, 16)?;
    }
    Ok(())
}

/// When neighbours send their beacons.
pub fn beacon_timing<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.block(&REPORT_CONTROL, &mut c)?;
    while !c.is_empty() {
        let item = cx.add(BCNTIME_INFO, c.span(6.min(c.left())), Value::None);
        cx.under(item, |cx| -> Step {
            cx.field(BCNTIME_INFO_NSTAID, &mut c, 1)?;
            cx.field_le(BCNTIME_INFO_NSTATBTT, &mut c, 3)?;
            cx.field_le(BCNTIME_INFO_NSTABI, &mut c, 2)?;
            Ok(())
        })?;
    }
    Ok(())
}

/// Whether an address outside of the mesh is told.
const EXTERNAL: u8 = 0x40;

/// A request for a path.
pub fn path_request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let flags = c.peek_u8(0)?;
    for field in [HWMP_FLAGS, HWMP_HOPCOUNT, HWMP_TTL] {
        cx.field(field, &mut c, 1)?;
    }
    cx.field_le(HWMP_PDID, &mut c, 4)?;
    cx.field(HWMP_ORIG_STA, &mut c, 6)?;
    cx.field_le(HWMP_ORIG_SN, &mut c, 4)?;
    if flags & EXTERNAL != 0 {
        cx.field(HWMP_ORIG_EXT, &mut c, 6)?;
    }
    cx.field_le(HWMP_LIFETIME, &mut c, 4)?;
    cx.field_le(HWMP_METRIC, &mut c, 4)?;
    let count = c.peek_u8(0)?;
    cx.field(HWMP_TARG_COUNT, &mut c, 1)?;
    for _ in 0..count {
        cx.block(&TARGET_FLAGS, &mut c)?;
        cx.field(HWMP_TARG_STA, &mut c, 6)?;
        cx.field_le(HWMP_TARG_SN, &mut c, 4)?;
    }
    Ok(())
}

/// The reply to it.
pub fn path_reply<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let flags = c.peek_u8(0)?;
    for field in [HWMP_FLAGS, HWMP_HOPCOUNT, HWMP_TTL] {
        cx.field(field, &mut c, 1)?;
    }
    cx.field(HWMP_TARG_STA, &mut c, 6)?;
    cx.field_le(HWMP_TARG_SN, &mut c, 4)?;
    if flags & EXTERNAL != 0 {
        cx.field(HWMP_TARG_EXT, &mut c, 6)?;
    }
    cx.field_le(HWMP_LIFETIME, &mut c, 4)?;
    cx.field_le(HWMP_METRIC, &mut c, 4)?;
    cx.field(HWMP_ORIG_STA, &mut c, 6)?;
    cx.field_le(HWMP_ORIG_SN, &mut c, 4)?;
    Ok(())
}

/// Paths that are broken.
pub fn path_error<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.field(HWMP_TTL, &mut c, 1)?;
    let count = c.peek_u8(0)?;
    cx.field(HWMP_TARG_COUNT, &mut c, 1)?;
    for _ in 0..count {
        let flags = c.peek_u8(0)?;
        cx.field(HWMP_TARG_FLAGS, &mut c, 1)?;
        cx.field(HWMP_TARG_STA, &mut c, 6)?;
        cx.field_le(HWMP_TARG_SN, &mut c, 4)?;
        if flags & EXTERNAL != 0 {
            cx.field(HWMP_TARG_EXT, &mut c, 6)?;
        }
        cx.field_le(FIXED_REASON_CODE, &mut c, 2)?;
    }
    Ok(())
}

/// Whom a station is a proxy for.
pub fn proxy_update<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 8 {
        tag.wrong(cx, "Tag length # wrong, must be at least 8");
        return Ok(());
    }
    cx.field(PXU_PXU_ID, &mut c, 1)?;
    cx.field(PXU_ORIGIN_MAC, &mut c, 6)?;
    let count = c.peek_u8(0)?;
    cx.field(PXU_NO_PROXY_INFO, &mut c, 1)?;
    for number in 1..=count {
        let flags = c.peek_u8(0)?;
        // The station that sends this is the proxy; entries may live for a time.
        let (own, lives) = (flags & 2 != 0, flags & 4 != 0);
        let len = 11 + if own { 0 } else { 6 } + if lives { 4 } else { 0 };
        let item = cx.add(PXU_PROXY_INFO, c.span(len), Value::None);
        cx.append(item, |o| _ = o.s(" #").u(number));
        cx.under(item, |cx| -> Step {
            cx.block(&PROXY_FLAGS, &mut c)?;
            cx.field(PXU_PXU_INFO_EXT_MAC, &mut c, 6)?;
            cx.field_le(PXU_PXU_INFO_SEQ_NUM, &mut c, 4)?;
            if !own {
                cx.field(PXU_PXU_INFO_PROXY_MAC, &mut c, 6)?;
            }
            if lives {
                cx.field_le(PXU_PXU_INFO_LIFETIME, &mut c, 4)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
