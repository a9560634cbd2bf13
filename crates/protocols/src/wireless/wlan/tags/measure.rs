//! Requests to measure the radio and their reports, IEEE 802.11k.

use super::*;
use requin_wire::{Field, block};

block! {
    REQUEST[2]: MEASURE_REQ_TOKEN @0, MEASURE_REQ_MODE @1, > MEASURE_REQ_REQMODE_PARALLEL @1 1,
        > MEASURE_REQ_REQMODE_ENABLE @1 1, > MEASURE_REQ_REQMODE_REQUEST @1 1,
        > MEASURE_REQ_REQMODE_REPORT @1 1, > MEASURE_REQ_REQMODE_DURATION_MANDATORY @1 1,
        > MEASURE_REQ_REQMODE_RESERVED @1
}

block! {
    REPORT[2]: MEASURE_REQ_TOKEN @0, MEASURE_REQ_MODE_2 @1, > MEASURE_REP_REPMODE_LATE @1 1,
        > MEASURE_REP_REPMODE_INCAPABLE @1 1, > MEASURE_REP_REPMODE_REFUSED @1 1,
        > MEASURE_REP_REPMODE_RESERVED @1
}

block! {
    HISTOGRAM[8]: MEASURE_REP_RPI_HISTOGRAM_REPORT @0 8, > MEASURE_REP_RPI_RPI0DENSITY @0,
        > MEASURE_REP_RPI_RPI1DENSITY @1, > MEASURE_REP_RPI_RPI2DENSITY @2, > MEASURE_REP_RPI_RPI3DENSITY @3,
        > MEASURE_REP_RPI_RPI4DENSITY @4, > MEASURE_REP_RPI_RPI5DENSITY @5, > MEASURE_REP_RPI_RPI6DENSITY @6,
        > MEASURE_REP_RPI_RPI7DENSITY @7
}

block! {
    NOISE[13]: MEASURE_REP_ANTID @0, MEASURE_REP_ANPI @1, MEASURE_REP_IPI_DENSITY0 @2,
        MEASURE_REP_IPI_DENSITY1 @3, MEASURE_REP_IPI_DENSITY2 @4, MEASURE_REP_IPI_DENSITY3 @5,
        MEASURE_REP_IPI_DENSITY4 @6, MEASURE_REP_IPI_DENSITY5 @7, MEASURE_REP_IPI_DENSITY6 @8,
        MEASURE_REP_IPI_DENSITY7 @9, MEASURE_REP_IPI_DENSITY8 @10, MEASURE_REP_IPI_DENSITY9 @11,
        MEASURE_REP_IPI_DENSITY10 @12
}

block! {
    BEACON_REPORT[14]: MEASURE_REP_FRAMEINFO @0, > MEASURE_REP_FRAMEINFO_PHYTYPE @0,
        > MEASURE_REP_FRAMEINFO_FRAMETYPE @0 1, MEASURE_REP_RCPI @1, MEASURE_REP_RSNI @2,
        MEASURE_REP_BSSID @3, MEASURE_REP_ANTID @9, MEASURE_REP_PARENTTSF @10 le
}

block! {
    MAP[1]: > MEASURE_REP_UNKNOWN @0 1, MEASURE_REP_MAPFIELD @0, > MEASURE_REP_REPMODE_MAPFIELD_BSS @0 1,
        > MEASURE_REP_REPMODE_MAPFIELD_OFDM_PREAMBLE @0 1, > MEASURE_REP_REPMODE_MAPFIELD_UNIDENTSIG @0 1,
        > MEASURE_REP_REPMODE_MAPFIELD_RADAR @0 1, > MEASURE_REP_REPMODE_MAPFIELD_UNMEASURED @0 1,
        > MEASURE_REP_REPMODE_MAPFIELD_RESERVED @0
}

block! {
    FRAGMENT[2]: MEASURE_REP_BEACON_FRAG_ID @0 le, > MEASURE_REP_BEACON_FRAG_ID_REPORT_ID @0 le,
        > MEASURE_REP_BEACON_FRAG_ID_NUMBER @0 le, > MEASURE_REP_BEACON_FRAG_ID_MORE @0 le
}

/// What is asked for or reported, by type.
mod kind {
    pub const BASIC: u8 = 0;
    pub const CLEAR_CHANNEL: u8 = 1;
    pub const POWER_HISTOGRAM: u8 = 2;
    pub const CHANNEL_LOAD: u8 = 3;
    pub const NOISE_HISTOGRAM: u8 = 4;
    pub const BEACON: u8 = 5;
    pub const FRAME: u8 = 6;
    pub const STATISTICS: u8 = 7;
}

/// Fields of little-endian numbers, one behind the other.
fn numbers<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: &[(Field, usize)]) -> Step {
    for (field, width) in fields {
        cx.field_le(*field, c, *width)?;
    }
    Ok(())
}

/// What nobody reads of it.
fn undecoded<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, expert: Field) -> Step {
    let len = c.left();
    if len > 0 {
        let span = c.span(len);
        let item = cx.field(field, c, len)?;
        cx.expert(expert, item, span);
    }
    Ok(())
}

/// A request.
pub fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 3 {
        tag.wrong(cx, "Tag length # too short, must be >= 3");
        return Ok(());
    }
    let [_, _, kind] = *c.peek_array::<3>()?;
    cx.block(&REQUEST, &mut c)?;
    let item = cx.field(MEASURE_REQ_REQTYPE, &mut c, 1)?;
    cx.under(item, |cx| asked(cx, &mut c, kind))
}

fn asked<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8) -> Step {
    let times = [(MEASURE_REQ_RANDINT, 2), (MEASURE_REQ_DURATION, 2)];
    let channel = [(MEASURE_REQ_OPERATINGCLASS, 1), (MEASURE_REQ_CHANNELNUMBER, 1)];
    match kind {
        kind::BASIC | kind::CLEAR_CHANNEL | kind::POWER_HISTOGRAM => {
            let fields =
                [(MEASURE_REQ_CHANNELNUMBER, 1), (MEASURE_REQ_STARTTIME, 8), (MEASURE_REQ_DURATION, 2)];
            numbers(cx, c, &fields)?;
        }
        kind::CHANNEL_LOAD => {
            numbers(cx, c, &channel)?;
            numbers(cx, c, &times)?;
            let fields = [MEASURE_REQ_CHANNEL_LOAD_SUB_REPCOND, MEASURE_REQ_CHANNEL_LOAD_SUB_REF];
            thresholds(cx, c, MEASURE_REQ_CHANNEL_LOAD_SUB_ID, fields)?;
        }
        kind::NOISE_HISTOGRAM => {
            numbers(cx, c, &channel)?;
            numbers(cx, c, &times)?;
            let fields = [MEASURE_REQNOISE_HISTOGRAM_SUB_REPCOND, MEASURE_REQ_NOISE_HISTOGRAM_SUB_ANPIREF];
            thresholds(cx, c, MEASURE_REQ_NOISE_HISTOGRAM_SUB_ID, fields)?;
        }
        kind::BEACON => {
            numbers(cx, c, &channel)?;
            numbers(cx, c, &times)?;
            numbers(cx, c, &[(MEASURE_REQ_MEASUREMENTMODE, 1), (MEASURE_REQ_BSSID, 6)])?;
            while !c.is_empty() {
                subelement(cx, c, MEASURE_REQ_BEACON_SUB_ID, beacon_asked)?;
            }
        }
        kind::FRAME => {
            numbers(cx, c, &channel)?;
            numbers(cx, c, &times)?;
            numbers(cx, c, &[(MEASURE_REQ_FRAME_REQUEST_TYPE, 1), (MEASURE_REQ_MAC_ADDRESS, 6)])?;
        }
        kind::STATISTICS => {
            numbers(cx, c, &[(MEASURE_REQ_PEER_MAC_ADDRESS, 6)])?;
            numbers(cx, c, &times)?;
            numbers(cx, c, &[(MEASURE_REQ_GROUPID, 1)])?;
        }
        _ => {}
    }
    undecoded(cx, c, MEASURE_REQ_UNKNOWN, MEASURE_REQ_UNKNOWN_EXPERT)
}

/// Subelements that say from which value on there is to be a report. Others are not passed over.
fn thresholds<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, id: Field, fields: [Field; 2]) -> Step {
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        cx.field(id, c, 1)?;
        cx.field(MEASURE_REQ_SUB_LENGTH, c, 1)?;
        if kind == 1 {
            for field in fields {
                cx.field(field, c, 1)?;
            }
        }
    }
    Ok(())
}

/// A subelement of `show`, which is told its number and length.
fn subelement<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    id: Field,
    show: impl FnOnce(&mut Cx<'_, S>, &mut Cursor<'b>, u8, usize) -> Step,
) -> Step {
    let kind = c.peek_u8(0)?;
    let item = cx.field(id, c, 1)?;
    cx.under(item, |cx| -> Step {
        let len = usize::from(c.peek_u8(0)?);
        let span = c.span(1);
        let item = cx.field(MEASURE_REQ_SUB_LENGTH, c, 1)?;
        if len > c.left() {
            cx.expert_with(TAG_LENGTH_BAD, item, span, |o| _ = o.s("Sub Element length exceed Tag length"));
            // Nothing can be told apart from here on.
            c.advance(c.left());
            return Ok(());
        }
        show(cx, c, kind, len)
    })
}

/// What is left of the `len` bytes of a subelement that began with `before` bytes left.
fn uninterpreted<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    len: usize,
    before: usize,
    (field, expert): (Field, Field),
) -> Step {
    let rest = len.saturating_sub(before - c.left());
    if rest > 0 {
        let span = c.span(rest);
        let item = cx.field(field, c, rest)?;
        cx.expert(expert, item, span);
    }
    Ok(())
}

/// A subelement of a request for beacons.
fn beacon_asked<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8, len: usize) -> Step {
    let before = c.left();
    match kind {
        0 => _ = cx.field(MEASURE_REQ_BEACON_SUB_SSID, c, len)?,
        1 => {
            cx.field(MEASURE_REQ_BEACON_SUB_BRI_REPCOND, c, 1)?;
            cx.field(MEASURE_REQ_BEACON_SUB_BRI_THRESHOLD_OFFSET, c, 1)?;
        }
        2 => _ = cx.field(MEASURE_REQ_BEACON_SUB_BRI_REPORTING_DETAIL, c, 1)?,
        10 => {
            for _ in 0..len {
                cx.field(TAG_REQUEST, c, 1)?;
            }
        }
        51 if len > 0 => {
            cx.field(AP_CHANNEL_REPORT_OPERATING_CLASS, c, 1)?;
            for _ in 1..len {
                cx.field(AP_CHANNEL_REPORT_CHANNEL_LIST, c, 1)?;
            }
        }
        164 => _ = cx.field(MEASURE_REQ_BEACON_SUB_LAST_REPORT_IND_REQ, c, 1)?,
        _ => {}
    }
    uninterpreted(cx, c, len, before, (MEASURE_REQ_BEACON_UNKNOWN, MEASURE_REQ_BEACON_UNKNOWN_EXPERT))
}

/// A report.
pub fn report<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 3 {
        tag.wrong(cx, "Tag length # too short, must be >= 3");
        return Ok(());
    }
    let [_, _, kind] = *c.peek_array::<3>()?;
    cx.block(&REPORT, &mut c)?;
    let item = cx.field(MEASURE_REP_REPTYPE, &mut c, 1)?;
    cx.under(item, |cx| reported(cx, &mut c, tag, kind))
}

fn reported<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, tag: &Tag, kind: u8) -> Step {
    let time = [(MEASURE_REP_CHANNELNUMBER, 1), (MEASURE_REP_STARTTIME, 8), (MEASURE_REP_DURATION, 2)];
    match kind {
        kind::BASIC | kind::CLEAR_CHANNEL | kind::POWER_HISTOGRAM => numbers(cx, c, &time)?,
        kind::CHANNEL_LOAD | kind::NOISE_HISTOGRAM | kind::BEACON | kind::FRAME => {
            numbers(cx, c, &[(MEASURE_REP_OPERATINGCLASS, 1)])?;
            numbers(cx, c, &time)?;
        }
        _ => {}
    }
    match kind {
        kind::BASIC => {
            // The map is shown, and counts as not read all the same.
            c.peek_u8(0)?;
            cx.rows(&MAP, c);
        }
        kind::CLEAR_CHANNEL => _ = cx.field(MEASURE_REP_CCABUSY, c, 1)?,
        kind::POWER_HISTOGRAM => _ = cx.block(&HISTOGRAM, c)?,
        kind::CHANNEL_LOAD => _ = cx.field(MEASURE_REP_CHANLOAD, c, 1)?,
        kind::NOISE_HISTOGRAM => _ = cx.block(&NOISE, c)?,
        kind::BEACON => {
            cx.block(&BEACON_REPORT, c)?;
            let first = is_first_fragment(*c);
            while !c.is_empty() {
                subelement(cx, c, MEASURE_REP_BEACON_SUB_ID, |cx, c, kind, len| {
                    beacon_reported(cx, c, kind, len, first, tag.kind)
                })?;
            }
        }
        _ => {}
    }
    undecoded(cx, c, MEASURE_REP_UNKNOWN, MEASURE_REP_UNKNOWN_EXPERT)
}

/// Whether the reported body begins in this element: a subelement, maybe behind it, numbers the fragments.
fn is_first_fragment(mut c: Cursor<'_>) -> bool {
    while let Ok([kind, len]) = c.array::<2>() {
        let mut body = c.take(usize::from(*len));
        if *kind == 2
            && let Ok(id) = body.array::<2>()
        {
            return u16::from_le_bytes(*id) >> 8 & 0x7f == 0;
        }
    }
    true
}

/// A subelement of a report of beacons.
fn beacon_reported<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    kind: u8,
    len: usize,
    first: bool,
    frame: u16,
) -> Step {
    let before = c.left();
    match kind {
        1 => {
            let item = cx.line(c.span(len), |o| _ = o.s("Reported Frame Body"));
            let mut body = c.take(len);
            cx.under(item, |cx| -> Step {
                if first {
                    cx.field_le(FIXED_TIMESTAMP, &mut body, 8)?;
                    mgt::beacon(cx, &mut body)?;
                    mgt::capabilities(cx, &mut body)?;
                }
                all(cx, body, &Head { kind: frame, ..Head::default() })
            })?;
        }
        2 => _ = cx.block(&FRAGMENT, c)?,
        164 => _ = cx.field(MEASURE_REQ_BEACON_SUB_LAST_REPORT, c, 1)?,
        _ => {}
    }
    uninterpreted(cx, c, len, before, (MEASURE_REP_BEACON_UNKNOWN, MEASURE_REP_BEACON_UNKNOWN_EXPERT))
}
