//! Referrals of the distributed file system, [MS-DFSC].

use super::common::{flags, text16, utf16};
use super::*;

/// A request for referrals: section 2.2.2.
pub(super) fn request<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u16_le(MAX_REFERRAL_LEVEL, c)?;
    let n = c.rest().chunks_exact(2).position(|u| u == [0, 0]).map_or(c.left(), |n| 2 * n + 2);
    let name = utf16(cx, FILE, c, n)?;
    cx.info_add(|o| _ = o.s(", File: ").text(name.as_bytes()));
    Ok(())
}

/// Referrals: section 2.2.4.
pub(super) fn response<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u16_le(DFS_PATH_CONSUMED, c)?;
    let count = cx.u16_le(DFS_NUM_REFERRALS, c)?;
    flags(cx, DFS_FLAGS, c, 2, &[DFS_FLAGS_SERVER_HOLD_STORAGE, DFS_FLAGS_FIELDING])?;
    c.skip(2)?;
    for _ in 0..count {
        let size = requin_wire::le(c.peek_bytes(2, 2)?) as usize;
        let line = cx.line(c.span(size), |o| _ = o.s("Referral"));
        let all = *c;
        let mut one = c.take_all(size.max(4))?;
        cx.under(line, |cx| referral(cx, &mut one, &all))?;
    }
    Ok(())
}

/// One referral; its names lie at offsets from its beginning.
fn referral<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, all: &Cursor<'_>) -> Step {
    const NAME_LIST: u64 = 2;
    let version = cx.u16_le(DFS_REFERRAL_VERSION, c)?;
    cx.u16_le(DFS_REFERRAL_SIZE, c)?;
    cx.u16_le(DFS_REFERRAL_SERVER_TYPE, c)?;
    let bits = [DFS_REFERRAL_FLAGS_NAME_LIST_REFERRAL, DFS_REFERRAL_FLAGS_TARGET_SET_BOUNDARY];
    let kind = flags(cx, DFS_REFERRAL_FLAGS, c, 2, &bits)?;
    match version {
        1 => {
            let n = c.left();
            return utf16(cx, DFS_REFERRAL_NODE, c, n).map(|_| ());
        }
        2 => {
            cx.u32_le(DFS_REFERRAL_PROXIMITY, c)?;
            cx.u32_le(DFS_REFERRAL_TTL, c)?;
        }
        3 | 4 => _ = cx.u32_le(DFS_REFERRAL_TTL, c)?,
        _ => return Ok(()),
    }
    if version > 2 && kind & NAME_LIST != 0 {
        let at = cx.u16_le(DFS_REFERRAL_DOMAIN_OFFSET, c)?;
        let n = cx.u16_le(DFS_REFERRAL_NUMBER_OF_EXPNAMES, c)?;
        let mut expanded = usize::from(cx.u16_le(DFS_REFERRAL_EXPNAMES_OFFSET, c)?);
        name(cx, all, DFS_REFERRAL_DOMAIN_NAME, at.into())?;
        for _ in 0..n {
            expanded += name(cx, all, DFS_REFERRAL_EXPNAME, expanded)?;
        }
        return Ok(());
    }
    let places = [
        (DFS_REFERRAL_PATH_OFFSET, DFS_REFERRAL_PATH),
        (DFS_REFERRAL_ALT_PATH_OFFSET, DFS_REFERRAL_ALT_PATH),
        (DFS_REFERRAL_NODE_OFFSET, DFS_REFERRAL_NODE),
    ];
    for (offset, field) in places {
        let at = cx.u16_le(offset, c)?;
        name(cx, all, field, at.into())?;
    }
    if version > 2 {
        cx.field_le(DFS_REFERRAL_SERVER_GUID, c, 16)?;
    }
    Ok(())
}

/// A name with the zero behind it; gives the bytes it takes.
fn name<S: Sink>(cx: &mut Cx<'_, S>, all: &Cursor<'_>, field: Field, offset: usize) -> Result<usize, Stop> {
    let mut at = *all;
    at.skip(offset)?;
    let n = at.rest().chunks_exact(2).position(|u| u == [0, 0]).map_or(at.captured(), |n| 2 * n + 2);
    let span = at.span(n);
    let text = text16(at.bytes(n)?);
    cx.add_bytes(field, span, text.as_bytes());
    Ok(n)
}
