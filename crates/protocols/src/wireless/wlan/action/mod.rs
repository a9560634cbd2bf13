//! Action frames: a category, an action of it, and its parameters.

mod blocks;
mod query;
mod varying;

use super::mgt::tagged;
use super::*;

/// Categories.
mod category {
    pub const SPECTRUM: u8 = 0;
    pub const QOS: u8 = 1;
    pub const DLS: u8 = 2;
    pub const BLOCK_ACK: u8 = 3;
    pub const PUBLIC: u8 = 4;
    pub const RADIO: u8 = 5;
    pub const FAST_TRANSITION: u8 = 6;
    pub const HT: u8 = 7;
    pub const SA_QUERY: u8 = 8;
    /// The same as public, for protected frames.
    pub const PROTECTED_PUBLIC: u8 = 9;
    pub const WNM: u8 = 10;
    pub const UNPROTECTED_WNM: u8 = 11;
    pub const TDLS: u8 = 12;
    pub const MESH: u8 = 13;
    pub const MULTIHOP: u8 = 14;
    pub const SELF_PROTECTED: u8 = 15;
    pub const DMG: u8 = 16;
    pub const WMM: u8 = 17;
    pub const FST: u8 = 18;
    pub const ROBUST_AV: u8 = 19;
    pub const UNPROTECTED_DMG: u8 = 20;
    pub const VHT: u8 = 21;
    pub const S1G: u8 = 22;
    pub const PROTECTED_VENDOR: u8 = 126;
    pub const VENDOR: u8 = 127;
}

/// The bit that tells of an error in what was received.
const ERROR: u8 = 0x80;

/// Shows an action frame's body.
///
/// # Errors
/// Whatever stopped it.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, head: &Head) -> Step {
    let item = cx.line(c.span(0), |o| _ = o.s("Fixed parameters"));
    let begin = c;
    cx.under(item, |cx| parameters(cx, &mut c, head))?;
    cx.set_len(item, c.pos() - begin.pos());
    let action = begin.rest().get(1).copied();
    let own = begin.rest().first().is_some_and(|first| first & !ERROR == category::SELF_PROTECTED);
    tagged(cx, c, &Head { action: action.filter(|_| own), ..*head })
}

/// The parameters of tunnelled links, IEEE 802.11z.
fn tdls<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, action: u8) -> Step {
    cx.field(FIXED_ACTION_CODE_TDLS, c, 1)?;
    if matches!(action, 1 | 2 | 6) {
        cx.field_le(FIXED_STATUS_CODE, c, 2)?;
    }
    if matches!(action, 0..=2 | 4 | 7..=10) {
        token(cx, c)?;
    }
    match action {
        0 | 1 => mgt::capabilities(cx, c),
        3 => cx.field_le(FIXED_REASON_CODE, c, 2).map(drop),
        5 => {
            cx.field(FIXED_TARGET_CHANNEL, c, 1)?;
            cx.field(FIXED_OPERATING_CLASS, c, 1).map(drop)
        }
        8 => cx.field_le(FIXED_STATUS_CODE, c, 2).map(drop),
        _ => Ok(()),
    }
}

/// The dialog token, which the Info column shows.
fn token<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let token = c.peek_u8(0)?;
    cx.info_add(|o| _ = o.s(", Dialog Token=").u(token));
    cx.field(FIXED_DIALOG_TOKEN, c, 1).map(drop)
}

/// The name of an action, where it takes the place of what is said of frames in the Info column.
fn name(category: u8, action: u8) -> Option<&'static str> {
    let known = |names: Names, other| Some(names.or(u64::from(action), other));
    match (category, action) {
        (category::WNM, _) => known(names::FIXED_ACTION_CODE_WNM, "Unknown WNM Action"),
        (category::UNPROTECTED_WNM, _) => {
            known(names::FIXED_ACTION_CODE_UNPROTECTED_WNM, "Unknown Unprotected WNM Action")
        }
        (category::TDLS, _) => known(names::FIXED_ACTION_CODE_TDLS, "Unknown TDLS Action"),
        (category::PUBLIC, 14) => Some("TDLS Discovery Response"),
        (category::PUBLIC, 32) => Some("FTM Request"),
        (category::PUBLIC, 33) => Some("FTM"),
        (category::PUBLIC, 34) => Some("FILS Discovery"),
        _ => None,
    }
}

fn parameters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, head: &Head) -> Step {
    let first = c.peek_u8(0)?;
    let mut category = first & !ERROR;
    if category == category::BLOCK_ACK && !is_block_ack(c.peek_u8(1)?) {
        // Nothing is taken: what follows is read as tags from the category on.
        return Ok(());
    }
    cx.add(FIXED_CATEGORY_CODE, c.span(1), Value::U(u64::from(first)));
    c.skip(1)?;
    if category == category::PROTECTED_PUBLIC {
        category = category::PUBLIC;
    }
    if matches!(category, category::VENDOR | category::PROTECTED_VENDOR) {
        return varying::vendor(cx, c);
    }
    if category > category::S1G {
        return Ok(());
    }
    let action = c.peek_u8(0)?;
    if let Some(name) = name(category, action) {
        cx.info(|o| _ = o.s(name));
    }
    match (category, action) {
        (category::PUBLIC, 9..=11 | 13 | 32 | 34)
        | (category::HT, 2 | 4..=6)
        | (category::WNM, 6..=8 | 17 | 26)
        | (category::MULTIHOP, _)
        | (category::DMG, 11)
        | (category::FST, 5)
        | (category::ROBUST_AV, 0 | 1 | 4 | 5)
        | (category::VHT, 0..=2)
        | (category::S1G, 0 | 1 | 3..=8 | 11) => varying::show(cx, c, category, action, head),
        (category::TDLS, _) => tdls(cx, c, action),
        // Some know no other actions than those above.
        (category::QOS, 5..) | (category::DLS, 3..) => c.skip(1),
        _ => blocks::show(cx, c, category, action),
    }
}

/// Whether an action is one of block acknowledgments.
fn is_block_ack(action: u8) -> bool {
    matches!(action, 0..=2 | 128..=130 | 132..=134)
}
