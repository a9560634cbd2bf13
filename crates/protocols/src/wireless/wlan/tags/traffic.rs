//! What traffic needs and how it is told apart, IEEE 802.11e.

use super::*;
use requin_wire::{Block, block};

block! {
    TRAFFIC_SPECIFICATION[55]: TS_INFO @0 le, > TS_INFO_TYPE @0 le, > TS_INFO_TSID @0 le, > TS_INFO_DIR @0 le,
        > TS_INFO_ACCESS @0 le, > TS_INFO_AGG @0 le, > TS_INFO_APSD @0 le, > TS_INFO_UP @0 le,
        > TS_INFO_ACK @0 le, > TS_INFO_SCHED @0 le, > TS_INFO_RSV @0 le, TSPEC_NOR_MSDU @3 le,
        TSPEC_MAX_MSDU @5 le, TSPEC_MIN_SRV @7 le, TSPEC_MAX_SRV @11 le, TSPEC_INACT_INT @15 le,
        TSPEC_SUSP_INT @19 le, TSPEC_SRV_START @23 le, TSPEC_MIN_DATA @27 le, TSPEC_MEAN_DATA @31 le,
        TSPEC_PEAK_DATA @35 le, TSPEC_BURST_SIZE @39 le, TSPEC_DELAY_BOUND @43 le, TSPEC_MIN_PHY @47 le,
        TSPEC_SURPLUS @51 le, TSPEC_MEDIUM @53 le
}

block! {
    ETHERNET[15]: TCLAS_CLASS_MASK @0, > TCLAS_CLASS_MASK_SRC_ADDR @0, > TCLAS_CLASS_MASK_DST_ADDR @0,
        > TCLAS_CLASS_MASK_TYPE @0, TCLAS_SRC_MAC_ADDR @1, TCLAS_DAT_MAC_ADDR @7, TCLAS_ETHER_TYPE @13 le
}

block! {
    IPV4[16]: TCLAS_CLASS_MASK @0, > TCLAS_CLASS_MASK_VERSION @0, > TCLAS_CLASS_MASK_SRC_IP @0,
        > TCLAS_CLASS_MASK_DST_IP @0, > TCLAS_CLASS_MASK_SRC_PORT @0, > TCLAS_CLASS_MASK_DST_PORT @0,
        > TCLAS_CLASS_MASK_DSCP @0, > TCLAS_CLASS_MASK_PROTO @0, > TCLAS_CLASS_MASK_RESERVED @0,
        TCLAS_VERSION @1, TCLAS_IPV4_SRC @2, TCLAS_IPV4_DST @6, TCLAS_SRC_PORT @10, TCLAS_DST_PORT @12,
        TCLAS_DSCP @14, TCLAS_PROTOCOL @15
}

block! {
    IPV6[41]: TCLAS_CLASS_MASK @0, > TCLAS_CLASS_MASK_VERSION @0, > TCLAS_CLASS_MASK_SRC_IP @0,
        > TCLAS_CLASS_MASK_DST_IP @0, > TCLAS_CLASS_MASK_SRC_PORT @0, > TCLAS_CLASS_MASK_DST_PORT @0,
        > TCLAS_CLASS_MASK_FLOW_LABEL @0 1, TCLAS_VERSION @1, TCLAS_IPV6_SRC @2, TCLAS_IPV6_DST @18,
        TCLAS_SRC_PORT @34, TCLAS_DST_PORT @36, TCLAS_FLOW @38
}

block! { TAGGED[3]: TCLAS_CLASS_MASK @0, > TCLAS_CLASS_MASK_TCI @0, TCLAS_TAG_TYPE @1 le }

block! { FILTER[3]: TCLAS_CLASS_MASK_RESERVED_2 @0, TCLAS_FILTER_OFFSET @1 le }

block! {
    HIGHER_IPV4[17]: TCLAS_CLASS_MASK @0, > TCLAS_CLASS4_MASK_VERSION @0 1, > TCLAS_CLASS4_MASK_IPV4_SRC @0 1,
        > TCLAS_CLASS4_MASK_IPV4_DST @0 1, > TCLAS_CLASS4_MASK_SRC_PORT @0 1,
        > TCLAS_CLASS4_MASK_DST_PORT @0 1, > TCLAS_CLASS4_MASK_DSCP @0 1, > TCLAS_CLASS4_MASK_PROTOCOL @0 1,
        > TCLAS_CLASS4_MASK_RESERVED @0, TCLAS_CLASS4_VERSION @1, TCLAS_CLASS4_IPV4_SRC_IP @2,
        TCLAS_CLASS4_IPV4_DST_IP @6, TCLAS_CLASS4_SRC_PORT @10, TCLAS_CLASS4_DST_PORT @12,
        TCLAS_CLASS4_DSCP @14, TCLAS_CLASS4_PROTOCOL @15, TCLAS_CLASS4_RESERVED @16
}

block! {
    HIGHER_IPV6[44]: TCLAS_CLASS_MASK @0, > TCLAS_CLASS4_MASK_VERSION @0 1, > TCLAS_CLASS4_MASK_IPV6_SRC @0 1,
        > TCLAS_CLASS4_MASK_IPV6_DST @0 1, > TCLAS_CLASS4_MASK_SRC_PORT @0 1,
        > TCLAS_CLASS4_MASK_DST_PORT @0 1, > TCLAS_CLASS4_MASK_DSCP @0 1,
        > TCLAS_CLASS4_MASK_NEXT_HEADER @0 1, > TCLAS_CLASS4_MASK_FLOW_LABEL @0 1, TCLAS_CLASS4_VERSION @1,
        TCLAS_CLASS4_IPV6_SRC_IP @2, TCLAS_CLASS4_IPV6_DST_IP @18, TCLAS_CLASS4_SRC_PORT @34,
        TCLAS_CLASS4_DST_PORT @36, TCLAS_CLASS4_DSCP @38, TCLAS_CLASS4_NEXT_HEADER @39,
        TCLAS_CLASS4_FLOW_LABEL @39
}

block! {
    PRIORITY[5]: TCLAS_CLASS_MASK @0, > TCLAS_CLASS5_MASK_8021DQ_UP_PCP @0 1, > TCLAS_CLASS4_802_1Q_DEI @0 1,
        > TCLAS_CLASS4_8021Q_VID @0, > TCLAS_CLASS5_RESERVED @0, TCLAS_CLASS4_8021DQ_UP_PCP @1,
        TCLAS_CLASS4_8021Q_DEI @2, TCLAS_CLASS4_8021Q_VID_2 @3
}

block! { PROTOCOL[2]: TCLAS_CLASS10_PROTOCOL_INSTANCE @0, TCLAS_CLASS10_PROTO_NUM_OR_NEXT_HDR @1 }

block! {
    SCHEDULE[14]: SCHED_SCHED_INFO @0 le, > SCHED_INFO_AGG @0 le, SCHED_SRV_START @2 le, SCHED_SRV_INT @6 le,
        SCHED_SPEC_INT @10 le
}

/// Parameters of access for each category.
pub fn access<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len != 18 {
        tag.wrong(cx, "Tag Length # wrong, must be = 18");
        return Ok(());
    }
    vendor::access_parameters(cx, &mut c, tag)
}

/// A specification of traffic.
pub fn specification<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    fixed::exactly(cx, &mut c, tag, &TRAFFIC_SPECIFICATION, "Tag Length # wrong, must be = 55")
}

/// How frames are classified.
pub fn classification<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 5 {
        tag.wrong(cx, "Tag length # too short, must be >= 5");
        return Ok(());
    }
    cx.field(TCLAS_USER_PRIORITY, &mut c, 1)?;
    classifier(cx, &mut c)
}

/// The classifier.
///
/// # Errors
/// When the packet ends before.
pub fn classifier<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    cx.field(TCLAS_CLASS_TYPE, c, 1)?;
    let version = c.rest().get(1).copied().unwrap_or(0);
    match kind {
        0 => frame(cx, c, &ETHERNET),
        1 if version == 4 => frame(cx, c, &IPV4),
        1 if version == 6 => frame(cx, c, &IPV6),
        2 => frame(cx, c, &TAGGED),
        3 => {
            frame(cx, c, &FILTER)?;
            filter(cx, c)
        }
        4 if version == 4 => frame(cx, c, &HIGHER_IPV4),
        4 if version == 6 => frame(cx, c, &HIGHER_IPV6),
        5 => frame(cx, c, &PRIORITY),
        10 => {
            frame(cx, c, &PROTOCOL)?;
            filter(cx, c)
        }
        _ => Ok(()),
    }
}

fn frame<S: Sink, const N: usize>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, block: &'static Block<N>) -> Step {
    cx.block(block, c).map(drop)
}

/// A value and a mask of the same length.
fn filter<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let half = c.left() / 2;
    if half > 0 {
        cx.field(TCLAS_FILTER_VALUE, c, half)?;
        cx.field(TCLAS_FILTER_MASK, c, half)?;
    }
    Ok(())
}

/// A schedule of service.
pub fn schedule<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len != 14 {
        tag.wrong(cx, "Tag Length # wrong, must be = 14");
        return Ok(());
    }
    let aggregated = c.peek_u8(0)? & 1 != 0;
    let info = [SCHED_INFO_AGG, SCHED_INFO_TSID, SCHED_INFO_DIR];
    cx.flags_le(SCHED_SCHED_INFO, &mut c, 2, if aggregated { &info } else { &info[..1] })?;
    cx.field_le(SCHED_SRV_START, &mut c, 4)?;
    cx.field_le(SCHED_SRV_INT, &mut c, 4)?;
    cx.field_le(SCHED_SPEC_INT, &mut c, 2)?;
    Ok(())
}
