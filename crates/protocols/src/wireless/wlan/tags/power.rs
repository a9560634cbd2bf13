//! Limits of power, and when to measure distances.

use super::*;
use requin_wire::block;

block! {
    POWER_INFO[1]: VHT_TPE_PWR_INFO @0, > VHT_TPE_PWR_INFO_COUNT @0, > VHT_TPE_PWR_INFO_UNIT @0,
        > VHT_TPE_PWR_INFO_RESERVED @0
}
block! {
    FINE_TIME[9]: FIXED_FTM_PARAM_DELIM1 @0 le, > FIXED_FTM_PARAM_STATUS_INDICATION @0 le,
        > FIXED_FTM_PARAM_VALUE @0 le, > FIXED_FTM_PARAM_RESERVED1 @0 le,
        > FIXED_FTM_PARAM_BURST_EXPONENT @0 le, > FIXED_FTM_PARAM_BURST_DURATION @0 le,
        FIXED_FTM_PARAM_DELIM2 @2 le, > FIXED_FTM_PARAM_MIN_DELTA_FTM @2 le,
        > FIXED_FTM_PARAM_PARTIAL_TSF_TIMER @2 le, > FIXED_FTM_PARAM_PARTIAL_TSF_NO_PREF @2 le,
        > FIXED_FTM_PARAM_ASAP_CAPABLE @2 le, > FIXED_FTM_PARAM_ASAP @2 le,
        > FIXED_FTM_PARAM_FTM_PER_BURST @2 le, FIXED_FTM_PARAM_DELIM3 @6 le,
        > FIXED_FTM_PARAM_RESERVED2 @6 le, > FIXED_FTM_PARAM_FORMAT_AND_BW @6 le,
        > FIXED_FTM_PARAM_BURST_PERIOD @6 le
}

/// The greatest power, for each width.
pub fn envelope<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if !(2..=5).contains(&tag.len) {
        tag.wrong(cx, "VHT TX PWR Envelope IE length # wrong, must be >= 2 and <= 5");
        return Ok(());
    }
    let [info] = *cx.block(&POWER_INFO, &mut c)?;
    let fields =
        [VHT_TPE_PWR_CONSTR_20, VHT_TPE_PWR_CONSTR_40, VHT_TPE_PWR_CONSTR_80, VHT_TPE_PWR_CONSTR_160];
    // More widths than these are not known, and take it all.
    let count = usize::from(info & 7) + 1;
    for field in fields.iter().take(if count > 4 { 1 } else { count }) {
        cx.field(*field, &mut c, 1)?;
    }
    if count > 4 { Err(requin_wire::Stop::Malformed) } else { Ok(()) }
}

/// Parameters of fine timing.
pub fn fine_timing<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.block(&FINE_TIME, &mut c).map(drop)
}
