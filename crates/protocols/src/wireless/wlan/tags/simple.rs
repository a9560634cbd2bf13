//! Tags of a few fields each.

use super::*;
use requin_wire::Field;

/// The network's name: text when it can be shown as such.
pub fn ssid<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    let name = c.peek_bytes(0, tag.len)?;
    let write = |o: &mut Out<'_>| {
        let text = std::str::from_utf8(name).ok().filter(|t| !t.chars().any(char::is_control));
        match text {
            _ if name.is_empty() => _ = o.s("Wildcard (Broadcast)"),
            Some(text) => _ = o.c(b'"').s(text).c(b'"'),
            None => _ = o.hex_bytes(name, 0),
        }
    };
    // An empty name stands for any network, or hides one.
    cx.info_add(|o| {
        o.s(", SSID=");
        write(o);
    });
    cx.append(tag.item, |o| {
        o.s(": ");
        if tag.len == 0 { _ = o.s("Wildcard SSID") } else { write(o) }
    });
    if tag.len > 32 {
        tag.bad(cx, |o| {
            o.s("SSID length (").u(tag.len as u64).s(") greater than maximum (32)");
        });
    }
    let item = cx.field(SSID, &mut c, tag.len)?;
    if std::str::from_utf8(name).is_ok_and(|t| !t.chars().any(char::is_control)) && tag.len > 0 {
        cx.label(item, |o| {
            o.s("SSID: ");
            write(o);
        });
    }
    Ok(())
}

pub fn ds<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.not(cx, "Tag length", 1) {
        return Ok(());
    }
    let channel = c.peek_u8(0)?;
    cx.append(tag.item, |o| _ = o.s(": Current Channel: ").u(channel));
    cx.field(DS_CURRENT_CHANNEL, &mut c, 1)?;
    Ok(())
}

/// Which stations have frames waiting for them.
pub fn tim<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 4 {
        tag.bad(cx, |o| {
            o.s("Tag length ").u(tag.len as u64).s(" too short for Non-S1G frame, must be >= 4");
        });
        return Ok(());
    }
    let [count, period, control] = *c.peek_array::<3>()?;
    cx.append(tag.item, |o| _ = o.s(": DTIM ").u(count).s(" of ").u(period).s(" bitmap"));
    cx.field(TIM_DTIM_COUNT, &mut c, 1)?;
    cx.field(TIM_DTIM_PERIOD, &mut c, 1)?;
    cx.flags(TIM_BMAPCTL, &mut c, 1, &[TIM_BMAPCTL_MULTICAST, TIM_BMAPCTL_OFFSET])?;
    let map = c.peek_bytes(0, tag.len - 3)?;
    let all = c;
    cx.field(TIM_PARTIAL_VIRTUAL_BITMAP, &mut c, tag.len - 3)?;
    if cx.wants(TIM_AID) {
        let first = 8 * u32::from(control & 0xfe);
        for (i, byte) in map.iter().enumerate() {
            for bit in (0..8).filter(|bit| byte >> bit & 1 != 0) {
                let aid = first + 8 * i as u32 + bit;
                if aid == 0 {
                    continue;
                }
                let mut at = all;
                at.advance(i);
                // The field has room for the low byte alone.
                let item = cx.add(TIM_AID, at.span(1), Value::U(u64::from(aid & 0xff)));
                cx.label(item, |o| _ = o.s("Association ID: ").hex(aid, 2));
            }
        }
    }
    Ok(())
}

pub fn country<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 6 {
        tag.bad(cx, |o| _ = o.s("Tag length ").u(tag.len as u64).s(" too short, must be >= 6"));
        return Ok(());
    }
    let [a, b, environment] = *c.peek_array::<3>()?;
    cx.append(tag.item, |o| {
        o.s(": Country Code ").text(&[a, b]).s(", Environment ");
        match names::COUNTRY_INFO_ENVIRONMENT.find(u64::from(environment)) {
            Some(name) => _ = o.s(name),
            None => _ = o.hex(environment, 2),
        }
    });
    cx.field(COUNTRY_INFO_CODE, &mut c, 2)?;
    cx.field(COUNTRY_INFO_ENVIRONMENT, &mut c, 1)?;
    while c.left() >= 3 {
        let [first, second, third] = *c.peek_array::<3>()?;
        // Numbers from 201 on are no channels.
        let (node, rows, texts): (Field, [Field; 3], [&str; 3]) = if first <= 200 {
            (
                COUNTRY_INFO_FNM,
                [COUNTRY_INFO_FNM_FCN, COUNTRY_INFO_FNM_NC, COUNTRY_INFO_FNM_MTPL],
                ["First Channel Number: ", ", Number of Channels: ", ", Maximum Transmit Power Level: "],
            )
        } else {
            (
                COUNTRY_INFO_RRC,
                [COUNTRY_INFO_RRC_OEI, COUNTRY_INFO_RRC_OC, COUNTRY_INFO_RRC_CC],
                ["Operating Extension Identifier: ", ", Operating Class: ", ", Coverage Class: "],
            )
        };
        let item = cx.add(node, c.span(3), Value::None);
        cx.append(item, |o| {
            o.s(": ");
            for (text, v) in texts.iter().zip([first, second, third]) {
                o.s(text).u(v);
            }
            if first <= 200 {
                o.s(" dBm");
            }
        });
        cx.under(item, |cx| -> Step {
            for field in rows {
                cx.field(field, &mut c, 1)?;
            }
            Ok(())
        })?;
    }
    while !c.is_empty() {
        cx.field(COUNTRY_INFO_PADDING, &mut c, 1)?;
    }
    Ok(())
}

pub fn channel_report<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len == 0 {
        tag.bad(cx, |o| _ = o.s("AP Channel Report length 0 wrong, must be > 1"));
        return Ok(());
    }
    cx.field(AP_CHANNEL_REPORT_OPERATING_CLASS, &mut c, 1)?;
    while !c.is_empty() {
        cx.field(AP_CHANNEL_REPORT_CHANNEL_LIST, &mut c, 1)?;
    }
    Ok(())
}

pub fn timeout<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    cx.peek(TIMEOUT_INT_TYPE, &c, 1)?;
    if tag.len < 5 {
        tag.bad(cx, |o| _ = o.s("Timeout Interval content length must be at least 5 bytes"));
        return Ok(());
    }
    c.skip(1)?;
    cx.field_le(TIMEOUT_INT_VALUE, &mut c, 4)?;
    Ok(())
}

pub fn max_idle<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.field_le(BSS_MAX_IDLE_PERIOD, &mut c, 2)?;
    cx.field(BSS_MAX_IDLE_OPTIONS_PROTECTED, &mut c, 1)?;
    Ok(())
}

pub fn operating_mode<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.flags(
        OPERAT_NOTIFICATION_MODE,
        &mut c,
        1,
        &[
            OPERAT_MODE_FIELD_CHANNELWIDTH,
            OPERAT_MODE_FIELD_RESERVED,
            OPERAT_MODE_FIELD_RXNSS,
            OPERAT_MODE_FIELD_RXNSSTYPE,
        ],
    )?;
    Ok(())
}

pub fn qbss_load<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if !matches!(tag.len, 4 | 5) {
        tag.bad(cx, |o| _ = o.s("Tag Length ").u(tag.len as u64).s(" wrong, must be = 4 or 5"));
        return Ok(());
    }
    let version = if tag.len == 4 { 1 } else { 2 };
    cx.add(QBSS_VERSION, c.span(tag.len), Value::U(version));
    if version == 1 {
        cx.append(tag.item, |o| _ = o.s(" Cisco QBSS Version 1 - non CCA"));
        cx.field_le(QBSS_SCOUNT, &mut c, 2)?;
        cx.field(QBSS_CU, &mut c, 1)?;
        cx.field(QBSS_ADC, &mut c, 1)?;
    } else {
        cx.append(tag.item, |o| _ = o.s(" 802.11e CCA Version"));
        cx.field_le(QBSS_SCOUNT, &mut c, 2)?;
        cx.field(QBSS_CU, &mut c, 1)?;
        cx.field_le(QBSS_ADC, &mut c, 2)?;
    }
    Ok(())
}

pub fn challenge<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let len = c.left();
    cx.field(TAG_CHALLENGE_TEXT, &mut c, len)?;
    Ok(())
}

pub fn power_constraint<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.not(cx, "Tag Length", 1) {
        return Ok(());
    }
    let local = c.peek_u8(0)?;
    cx.append(tag.item, |o| _ = o.s(": ").u(local));
    cx.field(POWERCON_LOCAL, &mut c, 1)?;
    Ok(())
}

pub fn power_capability<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.not(cx, "Tag Length", 2) {
        return Ok(());
    }
    let [min, max] = *c.peek_array::<2>()?;
    cx.append(tag.item, |o| {
        o.s(" Min: ").i(i64::from(min as i8)).s(", Max: ").i(i64::from(max as i8));
    });
    cx.field(POWERCAP_MIN, &mut c, 1)?;
    cx.field(POWERCAP_MAX, &mut c, 1)?;
    Ok(())
}

pub fn tpc_report<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.not(cx, "Tag Length", 2) {
        return Ok(());
    }
    let [power, margin] = *c.peek_array::<2>()?;
    cx.append(tag.item, |o| _ = o.s(" Transmit Power: ").u(power).s(", Link Margin: ").u(margin));
    cx.field(TCPREP_TRSMT_POW, &mut c, 1)?;
    cx.field(TCPREP_LINK_MRG, &mut c, 1)?;
    Ok(())
}

pub fn supported_channels<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len % 2 == 1 {
        tag.bad(cx, |o| _ = o.s("Tag length ").u(tag.len as u64).s(" must be even"));
        return Ok(());
    }
    let mut number = 0u32;
    while c.left() >= 2 {
        number += 1;
        let [first, range] = *c.peek_array::<2>()?;
        let item = cx.add(SUPCHAN, c.span(2), Value::None);
        cx.append(item, |o| {
            o.s(" #").u(number).s(" First: ").u(first).s(", Range: ").u(range);
        });
        cx.under(item, |cx| -> Step {
            cx.field(SUPCHAN_FIRST, &mut c, 1)?;
            cx.field(SUPCHAN_RANGE, &mut c, 1)?;
            Ok(())
        })?;
    }
    Ok(())
}

pub fn channel_switch<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.not(cx, "Tag Length", 3) {
        return Ok(());
    }
    let [mode, number, count] = *c.peek_array::<3>()?;
    cx.append(tag.item, |o| {
        o.s(" Mode: ").u(mode).s(", Number: ").u(number).s(", Count: ").u(count);
    });
    cx.field(CSA_CHANNEL_SWITCH_MODE, &mut c, 1)?;
    cx.field(CSA_NEW_CHANNEL_NUMBER, &mut c, 1)?;
    cx.field(CSA_CHANNEL_SWITCH_COUNT, &mut c, 1)?;
    Ok(())
}

pub fn erp<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.not(cx, "Tag Length", 1) {
        return Ok(());
    }
    cx.flags(
        ERP_INFO,
        &mut c,
        1,
        &[ERP_INFO_ERP_PRESENT, ERP_INFO_USE_PROTECTION, ERP_INFO_BARKER_PREAMBLE_MODE, ERP_INFO_RESERVED],
    )?;
    Ok(())
}

pub fn mobility_domain<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 3 {
        tag.bad(cx, |o| _ = o.s("MDIE content length must be at least 3 bytes"));
        return Ok(());
    }
    cx.field_le(MOBILITY_DOMAIN_MDID, &mut c, 2)?;
    cx.flags(
        MOBILITY_DOMAIN_FT_CAPAB,
        &mut c,
        1,
        &[
            MOBILITY_DOMAIN_FT_CAPAB_FT_OVER_DS,
            MOBILITY_DOMAIN_FT_CAPAB_RESOURCE_REQ,
            MOBILITY_DOMAIN_FT_CAPAB_RESERVED,
        ],
    )?;
    Ok(())
}

pub fn operating_classes<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 2 {
        tag.bad(cx, |o| _ = o.s("Tag Length ").u(tag.len as u64).s(" wrong, must be >= 2"));
        return Ok(());
    }
    cx.field(SUPOPECLASS_CURRENT, &mut c, 1)?;
    let others = c.rest();
    let item = cx.add(SUPOPECLASS_ALT, c.span(usize::MAX), Value::None);
    cx.append(item, |o| {
        for (i, class) in others.iter().enumerate() {
            o.s(if i == 0 { ": " } else { ", " }).u(*class);
        }
    });
    Ok(())
}

pub fn link_identifier<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 18 {
        tag.bad(cx, |o| _ = o.s("Link Identifier content length must be at least 18 bytes"));
        return Ok(());
    }
    for field in [LINK_ID_BSSID, LINK_ID_INIT_STA, LINK_ID_RESP_STA] {
        cx.field(field, &mut c, 6)?;
    }
    Ok(())
}

pub fn interworking<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    for field in [
        INTERWORKING_ACCESS_NETWORK_TYPE,
        INTERWORKING_INTERNET,
        INTERWORKING_ASRA,
        INTERWORKING_ESR,
        INTERWORKING_UESA,
    ] {
        cx.peek(field, &c, 1)?;
    }
    c.skip(1)?;
    if !matches!(tag.len, 1 | 3 | 7 | 9) {
        tag.bad(cx, |o| _ = o.s("Invalid Interworking element length"));
    }
    if matches!(tag.len, 3 | 9) {
        cx.field(FIXED_VENUE_INFO_GROUP, &mut c, 1)?;
        cx.field(FIXED_VENUE_INFO_TYPE, &mut c, 1)?;
    }
    if matches!(tag.len, 7 | 9) {
        cx.field(INTERWORKING_HESSID, &mut c, 6)?;
    }
    Ok(())
}

pub fn mesh_configuration<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.not(cx, "Tag Length", 7) {
        return Ok(());
    }
    for field in [
        MESH_CONFIG_PS_PROTOCOL,
        MESH_CONFIG_PS_METRIC,
        MESH_CONFIG_CONG_CTL,
        MESH_CONFIG_SYNC_METHOD,
        MESH_CONFIG_AUTH_PROTOCOL,
    ] {
        cx.field(field, &mut c, 1)?;
    }
    cx.flags(
        MESH_CONFIG_FORMATION_INFO,
        &mut c,
        1,
        &[
            MESH_FORMATION_INFO_CONNECT_TO_MESH_GATE,
            MESH_CONFIG_FORMATION_INFO_NUM_PEERS,
            MESH_FORMATION_INFO_CONNECT_TO_AS,
        ],
    )?;
    cx.flags(
        MESH_CONFIG_CAP,
        &mut c,
        1,
        &[
            MESH_CONFIG_CAP_ACCEPT,
            MESH_CONFIG_CAP_MCCA_SUPPORT,
            MESH_CONFIG_CAP_MCCA_ENABLED,
            MESH_CONFIG_CAP_FORWARDING,
            MESH_CONFIG_CAP_MBCA_ENABLED,
            MESH_CONFIG_CAP_TBTT_ADJUSTING,
            MESH_CONFIG_CAP_POWER_SAVE_LEVEL,
            MESH_CONFIG_CAP_RESERVED,
        ],
    )?;
    Ok(())
}

pub fn mesh_id<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    let name = c.peek_bytes(0, tag.len)?;
    if tag.len > 0 {
        cx.append(tag.item, |o| _ = o.s(": ").text(name));
    }
    // In these frames the name of the mesh stands in the Info column.
    if matches!(tag.kind, 0x04 | 0x05 | 0x08) && tag.len > 0 {
        cx.info_add(|o| _ = o.s(", MESHID=").text(name));
    }
    cx.field(MESH_ID, &mut c, tag.len)?;
    Ok(())
}

/// Cisco's name of an access point and how many stations it serves.
pub fn ccx1<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 26 {
        tag.bad(cx, |o| _ = o.s("Tag Length ").u(tag.len as u64).s(" too short, must be >= 26"));
        return Ok(());
    }
    cx.field(CISCO_CCX1_UNKNOWN, &mut c, 10)?;
    cx.field(CISCO_CCX1_NAME, &mut c, 16)?;
    cx.field(CISCO_CCX1_CLIENTS, &mut c, 1)?;
    cx.field(CISCO_CCX1_UNKNOWN2, &mut c, 3)?;
    Ok(())
}

/// Stations that a relay reaches, IEEE 802.11ah.
pub fn reachable_address<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.field(S1G_REACHABLE_ADDRESS_INITIATOR_MAC_ADDRESS, &mut c, 6)?;
    let count = c.peek_u8(0)?;
    cx.field(S1G_REACHABLE_ADDRESS_ADDRESS_COUNT, &mut c, 1)?;
    for number in 0..count {
        let item = cx.line(c.span(7), |o| _ = o.s("Reachable Address ").u(number));
        cx.under(item, |cx| -> Step {
            cx.field(S1G_REACHABLE_ADDRESS_MAC_ADDRESS, &mut c, 6)?;
            Ok(())
        })?;
    }
    Ok(())
}

/// When there is no contention.
pub fn contention_free<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.field(CFP_COUNT, &mut c, 1)?;
    cx.field(CFP_PERIOD, &mut c, 1)?;
    cx.field_le(CFP_MAX_DURATION, &mut c, 2)?;
    cx.field_le(CFP_DUR_REMAINING, &mut c, 2)?;
    Ok(())
}

/// The order of hops.
pub fn hopping_table<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 4 {
        tag.wrong(cx, "Tag length # too short, must be >= 4");
        return Ok(());
    }
    for field in [
        FH_HOPPING_TABLE_FLAG,
        FH_HOPPING_TABLE_NUMBER_OF_SETS,
        FH_HOPPING_TABLE_MODULUS,
        FH_HOPPING_TABLE_OFFSET,
    ] {
        cx.field(field, &mut c, 1)?;
    }
    while !c.is_empty() {
        cx.field(FH_HOPPING_TABLE_RANDOM_TABLE, &mut c, 2)?;
    }
    Ok(())
}

/// Tags that are asked for.
pub fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    for _ in 0..tag.len {
        cx.field(TAG_REQUEST, &mut c, 1)?;
    }
    Ok(())
}

/// Stations of the directional band that can be reached.
pub fn availability<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len % 2 == 1 {
        tag.wrong(cx, "Tag Length # wrong, must be N*2 where N>=0");
        return Ok(());
    }
    for number in 0..tag.len / 2 {
        let item = cx.line(c.span(2), |o| _ = o.s("STA Info ").u(number as u64));
        cx.under(item, |cx| -> Step {
            for field in [STA_AVAIL_AID, STA_AVAIL_CBAP, STA_AVAIL_PP_AVAIL] {
                cx.peek_le(field, &c, 0, 2)?;
            }
            Ok(())
        })?;
        c.skip(2)?;
    }
    Ok(())
}

/// A change of a network in the directional band.
pub fn change<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len != 7 {
        tag.wrong(cx, "Tag Length # wrong, must be = 7");
        return Ok(());
    }
    let sized = c.peek_u8(0)? & 2 != 0;
    cx.peek(DMG_BSS_PARAM_CHANGE_MOVE, &c, 1)?;
    cx.field(DMG_BSS_PARAM_CHANGE_SIZE, &mut c, 1)?;
    cx.field_le(DMG_BSS_PARAM_CHANGE_TBTT_OFFSET, &mut c, 4)?;
    if sized {
        cx.field_le(DMG_BSS_PARAM_CHANGE_BI_DURATION, &mut c, 2)?;
    }
    Ok(())
}

/// What Symbol put into it.
pub fn symbol<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 3 {
        tag.wrong(cx, "Tag Length # wrong, must be >= 3");
        return Ok(());
    }
    cx.field(TAG_SYMBOL_PROPRIETARY_OUI, &mut c, 3)?;
    cx.field(TAG_SYMBOL_PROPRIETARY_DATA, &mut c, tag.len - 3).map(drop)
}

/// Filters of what a station is woken up for.
pub fn filters<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    cx.field(TFS_REQUEST_ID, &mut c, 1)?;
    let span = c.span(1);
    cx.peek(TFS_REQUEST_ACTION_CODE_DELETE_AFTER_MATCH, &c, 1)?;
    let item = cx.field(TFS_REQUEST_ACTION_CODE_NOTIFY, &mut c, 1)?;
    if c.left() < 2 {
        cx.expert_with(MISSING_DATA, item, span, |o| {
            o.s("No TFS Request subelements in TFS Request");
        });
        return Ok(());
    }
    while c.left() >= 2 {
        let [kind, len] = *c.peek_array::<2>()?;
        let len = usize::from(len);
        cx.field(TFS_REQUEST_SUBELEM_ID, &mut c, 1)?;
        let span = c.span(1);
        let item = cx.field(TFS_REQUEST_SUBELEM_LEN, &mut c, 1)?;
        if len > c.left() {
            cx.expert_with(TAG_LENGTH_BAD, item, span, |o| {
                o.s("Not enough data for TFS Request subelement");
            });
            return Ok(());
        }
        let mut body = c.take(len);
        if kind != 1 {
            cx.field(TFS_REQUEST_SUBELEM, &mut body, len)?;
            continue;
        }
        while !body.is_empty() {
            one_of(cx, &mut body, &tag.head(), Some(&[14, 44]))?;
        }
    }
    Ok(())
}

/// Suites of China's security, of keys or of ciphers: how many, and each.
fn suites<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: [Field; 3]) -> Step {
    let count = u16::from_le_bytes(*c.peek_array::<2>()?);
    let item = cx.field_le(fields[0], c, 2)?;
    cx.under(item, |cx| -> Step {
        for _ in 0..count {
            cx.field(fields[1], c, 3)?;
            cx.field(fields[2], c, 1)?;
        }
        Ok(())
    })
}

/// China's security, GB 15629.11.
pub fn wapi<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    let version = u16::from_le_bytes(*c.peek_array::<2>()?);
    cx.field_le(WAPI_VERSION, &mut c, 2)?;
    if version != 1 {
        tag.bad(cx, |o| _ = o.s("Version of WAPI protocol is ").u(version).s(", must be = 1"));
        return Ok(());
    }
    suites(cx, &mut c, [WAPI_AKM_SUITE_COUNT, WAPI_AKM_SUITE_OUI, WAPI_AKM_SUITE_TYPE])?;
    suites(
        cx,
        &mut c,
        [WAPI_UNICAST_CIPHER_SUITE_COUNT, WAPI_UNICAST_CIPHER_SUITE_OUI, WAPI_UNICAST_CIPHER_SUITE_TYPE],
    )?;
    cx.field(WAPI_MULTICAST_CIPHER_SUITE_OUI, &mut c, 3)?;
    cx.field(WAPI_MULTICAST_CIPHER_SUITE_TYPE, &mut c, 1)?;
    cx.flags_le(WAPI_CAPAB, &mut c, 2, &[WAPI_CAPAB_PREAUTH, WAPI_CAPAB_RSVD]).map(drop)
}

/// Numbers that stations have got.
pub fn announcements<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    for number in 0..tag.len / 8 {
        let item = cx.line(c.span(8), |o| _ = o.s("AID Entry ").u(number as u64));
        cx.under(item, |cx| -> Step {
            cx.field(S1G_AID_ENTRY_STA_MAC_ADDRESS, &mut c, 6)?;
            cx.field_le(S1G_AID_ENTRY_ASSOCIATION_ID, &mut c, 2).map(drop)
        })?;
    }
    Ok(())
}

/// Who chooses the channel of an ad-hoc network, and what is known of channels.
pub fn frequency_selection<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 7 {
        tag.wrong(cx, "Tag Length # wrong, must be >= 7");
        return Ok(());
    }
    cx.field(DFS_OWNER, &mut c, 6)?;
    cx.field(DFS_RECOVERY_INTERVAL, &mut c, 1)?;
    while !c.is_empty() {
        let item = cx.add(DFS_CHANNEL_MAP, c.span(2), Value::None);
        cx.under(item, |cx| -> Step {
            // Both are read from the first byte.
            cx.peek(DFS_CHANNEL_NUMBER, &c, 1)?;
            cx.peek(DFS_MAP, &c, 1)?;
            Ok(())
        })?;
        c.advance(2);
    }
    Ok(())
}

/// How long access takes, by category.
pub fn access_delay<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len != 4 {
        tag.wrong(cx, "BSS AC Access Delay length # wrong, must = 4");
        return Ok(());
    }
    for field in [
        BSS_AVG_AC_ACCESS_DELAY_BE,
        BSS_AVG_AC_ACCESS_DELAY_BK,
        BSS_AVG_AC_ACCESS_DELAY_VI,
        BSS_AVG_AC_ACCESS_DELAY_VO,
    ] {
        cx.field(field, &mut c, 1)?;
    }
    Ok(())
}

/// The time.
pub fn time_advertisement<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    cx.field(TIME_ADV_TIMING_CAPAB, &mut c, 1)?;
    match kind {
        1 => {
            cx.field(TIME_ADV_TIME_VALUE, &mut c, 10)?;
            cx.field(TIME_ADV_TIME_ERROR, &mut c, 5)?;
        }
        2 => {
            let item = cx.peek(TIME_ADV_TIME_VALUE, &c, 10)?;
            cx.under(item, |cx| -> Step {
                for (field, width) in [
                    (TIME_ADV_TIME_VALUE_YEAR, 2),
                    (TIME_ADV_TIME_VALUE_MONTH, 1),
                    (TIME_ADV_TIME_VALUE_DAY, 1),
                    (TIME_ADV_TIME_VALUE_HOURS, 1),
                    (TIME_ADV_TIME_VALUE_MINUTES, 1),
                    (TIME_ADV_TIME_VALUE_SECONDS, 1),
                    (TIME_ADV_TIME_VALUE_MILLISECONDS, 2),
                    (TIME_ADV_TIME_VALUE_RESERVED, 1),
                ] {
                    cx.field_le(field, &mut c, width)?;
                }
                Ok(())
            })?;
            cx.field(TIME_ADV_TIME_ERROR, &mut c, 5)?;
            cx.field(TIME_ADV_TIME_UPDATE_COUNTER, &mut c, 1)?;
        }
        _ => {}
    }
    Ok(())
}

/// A tag of one field.
pub fn bytes<S: Sink>(cx: &mut Cx<'_, S>, field: Field, mut c: Cursor<'_>) -> Step {
    let len = c.left();
    if len > 0 {
        cx.field(field, &mut c, len)?;
    }
    Ok(())
}

/// Who is to coordinate the network next.
pub fn next_coordinators<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 1 {
        tag.wrong(cx, "Tag Length # wrong, must be at least 1");
        return Ok(());
    }
    cx.field(NEXT_PCP_TOKEN, &mut c, 1)?;
    while !c.is_empty() {
        cx.field(NEXT_PCP_LIST, &mut c, 1)?;
    }
    Ok(())
}

/// Tags about the channel that is switched to.
pub fn wrapper<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    while !c.is_empty() {
        one_of(cx, &mut c, &tag.head(), Some(&[7, 194, 195]))?;
    }
    Ok(())
}

const FAST_SETUP: [Field; 9] = [
    FILS_INDICATION_INFO_NR_PK,
    FILS_INDICATION_INFO_NR_REALM,
    FILS_INDICATION_INFO_IP_CONFIG,
    FILS_INDICATION_INFO_CACHE_ID_INCLUDED,
    FILS_INDICATION_INFO_HESSID_INCLUDED,
    FILS_INDICATION_INFO_SKA_WITHOUT_PFS,
    FILS_INDICATION_INFO_SKA_WITH_PFS,
    FILS_INDICATION_INFO_PKA,
    FILS_INDICATION_INFO_RESERVED,
];

/// Whether links can be set up fast, IEEE 802.11ai.
pub fn fast_setup<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 2 {
        tag.wrong(cx, "Tag Length # wrong, must be >= 2");
        return Ok(());
    }
    let info = u16::from_le_bytes(*c.peek_array::<2>()?);
    for field in FAST_SETUP {
        cx.peek_le(field, &c, 0, 2)?;
    }
    c.skip(2)?;
    if info & 0x80 != 0 {
        cx.field(FILS_INDICATION_CACHE_IDENTIFIER, &mut c, 2)?;
    }
    if info & 0x100 != 0 {
        cx.field(FILS_INDICATION_HESSID, &mut c, 6)?;
    }
    let realms = info >> 3 & 7;
    if realms > 0 {
        let item = cx.add(FILS_INDICATION_REALMS, c.span(2 * usize::from(realms)), Value::None);
        cx.append(item, |o| _ = o.s(": ").u(realms));
        cx.under(item, |cx| -> Step {
            for _ in 0..realms {
                cx.field(FILS_INDICATION_REALMS_IDENTIFIER, &mut c, 2)?;
            }
            Ok(())
        })?;
    }
    let keys = info & 7;
    if keys == 0 {
        return Ok(());
    }
    let item = cx.add(FILS_INDICATION_PUBLIC_KEYS, c.span(c.left()), Value::None);
    cx.append(item, |o| _ = o.s(": ").u(keys));
    cx.under(item, |cx| -> Step {
        for _ in 0..keys {
            cx.field(FILS_INDICATION_PUBLIC_KEYS_KEY_TYPE, &mut c, 1)?;
            let len = usize::from(c.peek_u8(0)?);
            cx.field(FILS_INDICATION_PUBLIC_KEYS_LENGTH, &mut c, 1)?;
            cx.field(FILS_INDICATION_PUBLIC_KEYS_INDICATOR, &mut c, len)?;
        }
        Ok(())
    })
}
