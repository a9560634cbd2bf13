//! What networks near by are like: neighbor reports, IEEE 802.11k, and reduced ones, IEEE 802.11af.

use super::*;
use requin_wire::block;

block! {
    NEIGHBOR[13]: NREPORT_BSSID @0, NREPORT_BSSID_INFO @6 le, > NREPORT_BSSID_INFO_REACHABILITY @6 le,
        > NREPORT_BSSID_INFO_SECURITY @6 4 le, > NREPORT_BSSID_INFO_KEYSCOPE @6 4 le,
        > NREPORT_BSSID_INFO_CAPABILITY @6 le, >> NREPORT_BSSID_INFO_CAPABILITY_SPECMNGT @6 4 le,
        >> NREPORT_BSSID_INFO_CAPABILITY_QOS @6 4 le, >> NREPORT_BSSID_INFO_CAPABILITY_APSD @6 4 le,
        >> NREPORT_BSSID_INFO_CAPABILITY_RADIOMSNT @6 4 le, >> NREPORT_BSSID_INFO_CAPABILITY_DBACK @6 4 le,
        >> NREPORT_BSSID_INFO_CAPABILITY_IBACK @6 4 le, > NREPORT_BSSID_INFO_MOBILITYDOMAIN @6 4 le,
        > NREPORT_BSSID_INFO_HTHROUGHPUT @6 4 le, > NREPORT_BSSID_INFO_VHT @6 4 le,
        > NREPORT_BSSID_INFO_FTM @6 4 le, > NREPORT_BSSID_INFO_HE @6 4 le,
        > NREPORT_BSSID_INFO_ER_BSS @6 4 le, > NREPORT_BSSID_INFO_RESERVED @6 le, NREPORT_OPECLASS @10,
        NREPORT_CHANNUMBER @11, NREPORT_PHYTYPE @12
}

block! {
    NETWORK[4]: RNR_TBTT_INFO @0 le, RNR_TBTT_INFO_FNA @0 le, RNR_TBTT_INFO_INFO_COUNT @0 le,
        RNR_TBTT_INFO_INFO_LEN @0 le, RNR_TBTT_INFO_OPERATING_CLASS @2, RNR_TBTT_INFO_CHANNEL_NUM @3
}

block! {
    BSS_PARAMETERS[1]: RNR_TBTT_INFO_BSS_PARAMETERS @0, > RNR_TBTT_INFO_BSS_PARAMETERS_OCT_RECOMMENDED @0 1,
        > RNR_TBTT_INFO_BSS_PARAMETERS_SAME_SSID @0 1, > RNR_TBTT_INFO_BSS_PARAMETERS_MULTIPLE_BSSID @0 1,
        > RNR_TBTT_INFO_BSS_PARAMETERS_TRANSMITTED_BSSID @0 1,
        > RNR_TBTT_INFO_BSS_PARAMETERS_MEMBER_OF_ESS_WITH_2P4_5_GHZ_COLOCATED_AP @0 1,
        > RNR_TBTT_INFO_BSS_PARAMETERS_UNSOLICITED_PROBE_RESPONSES @0 1,
        > RNR_TBTT_INFO_BSS_PARAMETERS_COLOCATED_AP @0 1, > RNR_TBTT_INFO_BSS_PARAMETERS_RESERVED @0
}

block! {
    MLD_PARAMETERS[3]: RNR_TBTT_INFO_MLD_PARAMETERS @0 le, > RNR_TBTT_INFO_MLD_PARAMETERS_MLD_ID @0 le,
        > RNR_TBTT_INFO_MLD_PARAMETERS_LINK_ID @0 le,
        > RNR_TBTT_INFO_MLD_PARAMETERS_BSS_PARAMS_CHANGE_COUNT @0 le,
        > RNR_TBTT_INFO_MLD_PARAMETERS_RESERVED @0 le
}

/// Names of what may stand in a neighbor report.
const SUBELEMENTS: requin_wire::Names = names::NREPORT_SUBELEM_NAMES;

/// A neighbor report.
pub fn report<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 13 {
        tag.wrong(cx, "Neighbor Report length # wrong, must be > 13");
        return Ok(());
    }
    cx.block(&NEIGHBOR, &mut c)?;
    while !c.is_empty() {
        let [kind, len] = *c.peek_array::<2>()?;
        let len = usize::from(len);
        let item = cx.line(c.span(2 + len), |o| {
            o.s("Subelement: ").s(SUBELEMENTS.or(u64::from(kind), "Unknown"));
        });
        cx.under(item, |cx| -> Step {
            cx.field(NREPORT_SUBELEM_ID, &mut c, 1)?;
            cx.field(NREPORT_SUBELEM_LEN, &mut c, 1)?;
            subelement(cx, c, tag, kind, len)
        })?;
        c.skip(len)?;
    }
    Ok(())
}

/// The termination of a network: when, and for how long.
///
/// # Errors
/// When the packet ends before.
pub fn termination<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(NREPORT_SUBELEM_BSS_TER_TSF, c, 8)?;
    cx.field(NREPORT_SUBELEM_BSS_DUR, c, 2)?;
    Ok(())
}

fn subelement<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag, kind: u8, len: usize) -> Step {
    let body = c.within(len);
    match kind {
        1 => {
            cx.field(NREPORT_SUBELEM_TSF_OFFSET, &mut c, 2)?;
            cx.field(NREPORT_SUBELEM_BEACON_INTERVAL, &mut c, 2)?;
            Ok(())
        }
        2 => cx.field(NREPORT_SUBELEM_COUNTRY_CODE, &mut c, 2).map(drop),
        3 => cx.field(NREPORT_SUBELEM_BSS_TRN_CAN_PREF, &mut c, 1).map(drop),
        4 => termination(cx, &mut c),
        45 => ht::capabilities(cx, body, tag, false),
        61 => ht::information(cx, body, tag),
        62 => cx.field(SECCHANOFFSET, &mut c, 1).map(drop),
        66 => multiple::pilot(cx, body, tag),
        71 => multiple::networks(cx, body, tag),
        193 => he::capabilities(cx, body),
        194 => he::operation(cx, body),
        _ => cx.field(NREPORT_SUBELEM_DATA, &mut c, len).map(drop),
    }
}

/// A reduced neighbor report.
pub fn reduced<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    while !c.is_empty() {
        let item = cx.line(c.span(c.left()), |o| _ = o.s("Neighbor AP Information"));
        cx.under(item, |cx| -> Step {
            let [low, len, ..] = *cx.block(&NETWORK, &mut c)?;
            let count = usize::from(low >> 4) + 1;
            if !(1..=2).contains(&len) && !(5..=9).contains(&len) && !matches!(len, 11..=13 | 16..) {
                let rest = c.span(c.left());
                let line = cx.line(rest, |o| _ = o.s("Unexpected TBTT Information Length"));
                cx.expert(RNR_TBTT_INFO_UNEXPECTED, line, rest);
                c.skip(usize::from(len) * count)?;
                return Ok(());
            }
            for _ in 0..count {
                beacon_time(cx, &mut c, usize::from(len))?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// When a neighbor's beacon is to come, and what its length adds.
fn beacon_time<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, len: usize) -> Step {
    let item = cx.line(c.span(len), |o| _ = o.s("TBTT Information"));
    let end = c.left().saturating_sub(len);
    cx.under(item, |cx| -> Step {
        cx.field(RNR_TBTT_INFO_TBTT_OFFSET, c, 1)?;
        if matches!(len, 7..=9 | 11..) {
            cx.field(RNR_TBTT_INFO_BSSID, c, 6)?;
        }
        if matches!(len, 5 | 6 | 11..) {
            cx.field_le(RNR_TBTT_INFO_SH_SSID, c, 4)?;
        }
        if matches!(len, 2 | 6 | 8 | 9 | 12..) {
            cx.block(&BSS_PARAMETERS, c)?;
        }
        if matches!(len, 9 | 13..) {
            cx.field(RNR_TBT_INFO_PSD_SUBFIELD, c, 1)?;
        }
        if len >= 16 {
            cx.block(&MLD_PARAMETERS, c)?;
        }
        Ok(())
    })?;
    c.skip(c.left().saturating_sub(end))
}
