//! Action frames: a category, an action of it, and its parameters.

use super::mgt::tagged;
use super::*;

/// Categories.
mod category {
    pub const SPECTRUM: u8 = 0;
    pub const QOS: u8 = 1;
    pub const BLOCK_ACK: u8 = 3;
    pub const PUBLIC: u8 = 4;
    pub const RADIO: u8 = 5;
    pub const TDLS: u8 = 12;
    pub const VENDOR: u8 = 127;
}

/// Shows an action frame's body.
///
/// # Errors
/// Whatever stopped it.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, head: &Head) -> Step {
    let body = c.rest();
    let (category, action) = (c.peek_u8(0)?, body.get(1).copied().unwrap_or(0));
    if let Some(token) = body.get(2).filter(|_| has_token(category, action)) {
        cx.info_add(|o| _ = o.s(", Dialog Token=").u(*token));
    }
    let len = length(category, action, c.left());
    c.peek_bytes(0, len)?;
    let item = cx.line(c.span(len), |o| _ = o.s("Fixed parameters"));
    cx.under(item, |cx| parameters(cx, &mut c, category, action))?;
    tagged(cx, c, head)
}

/// Whether a dialog token follows the action, which the Info column shows.
fn has_token(category: u8, action: u8) -> bool {
    match category {
        category::SPECTRUM => action <= 3,
        category::BLOCK_ACK => action <= 1,
        _ => false,
    }
}

/// How many bytes the fixed parameters take.
fn length(category: u8, action: u8, left: usize) -> usize {
    let n = match (category, action) {
        (category::SPECTRUM, 0..=3) => 3,
        (category::SPECTRUM, 4) => 2,
        (category::QOS, 0) => 3,
        (category::QOS, 1) => 5,
        (category::BLOCK_ACK, 0) => 9,
        (category::BLOCK_ACK, 1) => 9,
        (category::BLOCK_ACK, 2) => 6,
        (category::RADIO, 0) => 5,
        (category::RADIO, 1 | 4 | 5) => 3,
        (category::VENDOR, _) => left,
        _ => 2,
    };
    n.min(left)
}

/// The rows of TDLS actions, in frames and in Ethernet frames alike.
///
/// # Errors
/// When the packet ends before.
pub fn tdls<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, action: u8) -> Step {
    match action {
        0 => {
            cx.field(FIXED_DIALOG_TOKEN, c, 1)?;
            mgt::capabilities(cx, c)
        }
        1 => {
            cx.field_le(FIXED_STATUS_CODE, c, 2)?;
            cx.field(FIXED_DIALOG_TOKEN, c, 1)?;
            if c.left() >= 2 { mgt::capabilities(cx, c) } else { Ok(()) }
        }
        2 => {
            cx.field_le(FIXED_STATUS_CODE, c, 2)?;
            cx.field(FIXED_DIALOG_TOKEN, c, 1).map(|_| ())
        }
        3 => cx.field_le(FIXED_REASON_CODE, c, 2).map(|_| ()),
        4 | 9 | 10 => cx.field(FIXED_DIALOG_TOKEN, c, 1).map(|_| ()),
        _ => Ok(()),
    }
}

fn parameters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, category: u8, action: u8) -> Step {
    let code = c.span(1);
    cx.add(FIXED_CATEGORY_CODE, code, Value::U(u64::from(category)));
    c.skip(1)?;
    match category {
        category::BLOCK_ACK => {
            cx.field(FIXED_ACTION_CODE, c, 1)?;
            match action {
                0 | 1 => {
                    cx.field(FIXED_DIALOG_TOKEN, c, 1)?;
                    if action == 1 {
                        cx.field_le(FIXED_STATUS_CODE, c, 2)?;
                    }
                    cx.flags_le(
                        FIXED_BAPARAMS,
                        c,
                        2,
                        &[
                            FIXED_BAPARAMS_AMSDU,
                            FIXED_BAPARAMS_POLICY,
                            FIXED_BAPARAMS_TID,
                            FIXED_BAPARAMS_BUFFERSIZE,
                        ],
                    )?;
                    cx.field_le(FIXED_BATIMEOUT, c, 2)?;
                    if action == 0 {
                        cx.flags_le(FIXED_SSC, c, 2, &[FIXED_SSC_FRAGMENT, FIXED_SSC_SEQUENCE])?;
                    }
                }
                2 => {
                    cx.flags_le(
                        FIXED_DELBA_PARAM,
                        c,
                        2,
                        &[FIXED_DELBA_PARAM_RESERVED, FIXED_DELBA_PARAM_INITIATOR, FIXED_DELBA_PARAM_TID],
                    )?;
                    cx.field_le(FIXED_REASON_CODE, c, 2)?;
                }
                _ => {}
            }
        }
        category::RADIO => {
            cx.field(FIXED_ACTION_CODE, c, 1)?;
            if matches!(action, 0 | 1 | 4 | 5) {
                cx.field(RM_DIALOG_TOKEN, c, 1)?;
            }
            if action == 0 {
                cx.field_le(RM_REPETITIONS, c, 2)?;
            }
        }
        category::PUBLIC => _ = cx.field(FIXED_PUBLICACT, c, 1)?,
        category::TDLS => _ = cx.field(FIXED_ACTION_CODE, c, 1)?,
        category::VENDOR => {
            if c.left() >= 3 {
                cx.field(TAG_OUI, c, 3)?;
            }
        }
        _ => {
            if c.left() > 0 {
                cx.field(FIXED_ACTION_CODE, c, 1)?;
            }
            if category == category::SPECTRUM && action <= 3 || category == category::QOS && action <= 1 {
                cx.field(FIXED_DIALOG_TOKEN, c, 1)?;
            }
            if category == category::QOS && action == 1 {
                cx.field_le(FIXED_STATUS_CODE, c, 2)?;
            }
        }
    }
    Ok(())
}
