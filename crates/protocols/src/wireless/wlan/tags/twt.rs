//! When a station wakes up, IEEE 802.11ah and 802.11ax.

use super::*;
use requin_wire::block;

block! {
    CONTROL[1]: TWT_CONTROL_FIELD @0, > TWT_NDP_PAGING_INDICATOR @0 1, > TWT_RESP_PM @0 1, > TWT_NEG_TYPE @0,
        > TWT_CONTROL_FIELD_RESERVED @0
}

block! {
    REQUEST_TYPE[2]: TWT_REQUEST_TYPE @0 le, > TWT_REQUESTER @0 2 le, > TWT_SETUP_CMD @0 le,
        > TWT_TRIGGER @0 2 le, > TWT_IMPLICIT @0 2 le, > TWT_FLOW_TYPE @0 2 le, > TWT_FLOW_ID @0 le,
        > TWT_WAKE_INTERVAL_EXP @0 le, > TWT_PROT @0 2 le
}

/// What a station asks for, or is given.
pub fn target<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 15 {
        tag.wrong(cx, "Tag Length # wrong, must be >= 15");
        return Ok(());
    }
    let [control] = *cx.block(&CONTROL, &mut c)?;
    if control & 0x0c != 0 {
        let span = c.span(c.left());
        let words = "Undecoded TWT setup tag because the Negotiation Type is not supported";
        let item = cx.line(span, |o| _ = o.s(words));
        cx.expert_with(TWT_SETUP_UNSUP_NEG_TYPE, item, span, |o| _ = o.s(words));
        return Ok(());
    }
    let bits = u16::from_le_bytes(*c.peek_array::<2>()?);
    let (asks, command) = (bits & 1 != 0, bits >> 1 & 7);
    let span = c.span(2);
    let item = cx.peek_le(TWT_REQUEST_TYPE, &c, 0, 2)?;
    cx.under(item, |cx| {
        for row in REQUEST_TYPE.rows.iter().skip(1) {
            _ = cx.peek_le(row.field, &c, 0, 2);
        }
    });
    c.skip(2)?;
    // Three commands are for those who ask, the others for those who answer.
    if asks != (command <= 2) {
        cx.expert_with(TWT_SETUP_BAD_COMMAND, item, span, |o| {
            o.s("Command ").u(command).s(" is not allowed if TWT Request is ");
            o.s(if asks { "set" } else { "not set" });
        });
        return Ok(());
    }
    cx.field_le(TWT_TARGET_WAKE_TIME, &mut c, 8)?;
    cx.field(TWT_NOM_MIN_TWT_WAKE_DURATION, &mut c, 1)?;
    cx.field_le(TWT_WAKE_INTERVAL_MANTISSA, &mut c, 2)?;
    cx.field(TWT_CHANNEL, &mut c, 1)?;
    Ok(())
}
