//! Tags of vendors: the organisation comes first.

use super::*;
use requin_wire::Field;

/// Organisations.
mod oui {
    pub const ATHEROS: u32 = 0x00_037f;
    pub const RSN: u32 = 0x00_0fac;
    pub const AIRONET: u32 = 0x00_4096;
    pub const WPA: u32 = 0x00_50f2;
    pub const PRE_N: u32 = 0x00_904c;
    pub const WIFI_ALLIANCE: u32 = 0x50_6f9a;
    pub const RUCKUS: u32 = 0x00_1392;
    pub const ARUBA: u32 = 0x00_0b86;
}

pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 3 {
        tag.bad(cx, |o| _ = o.s("Tag length ").u(tag.len as u64).s(" wrong, must be >= 3"));
        return Ok(());
    }
    let maker = *c.peek_array::<3>()?;
    let organisation = u32::from_be_bytes([0, maker[0], maker[1], maker[2]]);
    cx.field(TAG_OUI, &mut c, 3)?;
    cx.append(tag.item, |o| {
        o.s(": ");
        match crate::link::oui::maker(&maker) {
            Some(m) => _ = o.s(m.long),
            None => _ = o.hex_bytes(&maker, b':'),
        }
    });
    if c.is_empty() {
        return Ok(());
    }
    let kind = c.peek_u8(0)?;
    cx.peek(TAG_VENDOR_OUI_TYPE, &c, 1)?;
    match organisation {
        oui::WPA => microsoft(cx, c, tag, kind),
        oui::ATHEROS => atheros(cx, c, tag),
        oui::AIRONET => aironet(cx, c, tag, kind),
        oui::PRE_N => pre_n(cx, c, tag, kind),
        oui::WIFI_ALLIANCE => wifi_alliance(cx, c, tag, kind),
        oui::RSN => key_data(cx, c, tag, kind),
        oui::RUCKUS => {
            c.skip(1)?;
            let field = if kind == 3 { VS_RUCKUS_APNAME } else { VS_RUCKUS_DATA };
            let len = c.left();
            cx.field(field, &mut c, len).map(|_| ())
        }
        oui::ARUBA if c.left() >= 2 => {
            c.skip(1)?;
            let subtype = c.peek_u8(0)?;
            cx.field(VS_ARUBA_SUBTYPE, &mut c, 1)?;
            if subtype == 3 {
                c.skip(1)?;
                let len = c.left();
                return cx.field(VS_ARUBA_AP_NAME, &mut c, len).map(|_| ());
            }
            let len = c.left();
            cx.field(VS_ARUBA_DATA, &mut c, len).map(|_| ())
        }
        _ => {
            let len = c.left();
            cx.field(TAG_VENDOR_DATA, &mut c, len).map(|_| ())
        }
    }
}

/// WPA, WMM, WPS.
fn microsoft<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag, kind: u8) -> Step {
    let name = names::WFA_IE_TYPE.find(u64::from(kind));
    cx.append(tag.item, |o| match name {
        Some(name) => _ = o.s(": ").s(name),
        None => _ = o.s(": Unknown ").u(kind),
    });
    cx.field(WFA_IE_TYPE, &mut c, 1)?;
    match kind {
        1 => rsn::wpa(cx, &mut c),
        2 => wme(cx, c, tag),
        4 => crate::wireless::wps::attributes(cx, c),
        _ => Ok(()),
    }
}

const WME_STATION: [Field; 6] = [
    WFA_IE_WME_QOS_INFO_STA_MAX_SP_LENGTH,
    WFA_IE_WME_QOS_INFO_STA_AC_BE,
    WFA_IE_WME_QOS_INFO_STA_AC_BK,
    WFA_IE_WME_QOS_INFO_STA_AC_VI,
    WFA_IE_WME_QOS_INFO_STA_AC_VO,
    WFA_IE_WME_QOS_INFO_STA_RESERVED,
];

const WME_ACCESS_POINT: [Field; 3] = [
    WFA_IE_WME_QOS_INFO_AP_U_APSD,
    WFA_IE_WME_QOS_INFO_AP_PARAMETER_SET_COUNT,
    WFA_IE_WME_QOS_INFO_AP_RESERVED,
];

/// The multimedia extensions.
fn wme<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    let subtype = c.peek_u8(0)?;
    cx.append(tag.item, |o| _ = o.s(": ").s(names::WFA_IE_WME_SUBTYPE.or(u64::from(subtype), "Unknown")));
    cx.field(WFA_IE_WME_SUBTYPE, &mut c, 1)?;
    cx.field(WFA_IE_WME_VERSION, &mut c, 1)?;
    match subtype {
        0 => qos_info(cx, &mut c, tag),
        1 => access_parameters(cx, &mut c, tag),
        2 => traffic(cx, &mut c),
        _ => Ok(()),
    }
}

/// What stations need to know to contend, by category.
pub fn access_parameters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, tag: &Tag) -> Step {
    qos_info(cx, c, tag)?;
    cx.field(WFA_IE_WME_RESERVED, c, 1)?;
    for _ in 0..4 {
        access_category(cx, c)?;
    }
    Ok(())
}

fn qos_info<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, tag: &Tag) -> Step {
    // Requests come from stations.
    let bits: &[Field] =
        if matches!(tag.kind, 0x00 | 0x02 | 0x04) { &WME_STATION } else { &WME_ACCESS_POINT };
    cx.flags(WFA_IE_WME_QOS_INFO, c, 1, bits).map(|_| ())
}

fn access_category<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.add(WFA_IE_WME_ACP, c.span(4), Value::None);
    let [category, windows, txop @ ..] = *c.peek_array::<4>()?;
    let (max, min) = ((1u32 << (windows >> 4)) - 1, (1u32 << (windows & 15)) - 1);
    cx.append(item, |o| {
        o.s(" ACI ").u(category >> 5 & 3).s(" (");
        o.s(names::QOS_HIGHEST_PRI_BUF_AC.or(u64::from(category >> 5 & 3), "Unknown"));
        o.s("), ACM ").s(if category & 0x10 != 0 { "yes" } else { "no" });
        o.s(", AIFSN ").u(category & 15);
        o.s(", ECWmin/max ").u(windows & 15).c(b'/').u(windows >> 4);
        o.s(" (CWmin/max ").u(min).c(b'/').u(max).s("), TXOP ").u(u16::from_le_bytes(txop));
    });
    cx.under(item, |cx| -> Step {
        let span = c.span(1);
        let (_, aifsn) = cx.flags(
            WFA_IE_WME_ACP_ACI_AIFSN,
            c,
            1,
            &[WFA_IE_WME_ACP_AIFSN, WFA_IE_WME_ACP_ACM, WFA_IE_WME_ACP_ACI, WFA_IE_WME_ACP_RESERVED],
        )?;
        if category & 15 < 2 {
            cx.expert_with(QOS_INFO_BAD_AIFSN, aifsn, span, |o| {
                o.s("The minimum value for the AIFSN subfield is 2 (found ").u(category & 15).s(").");
            });
        }
        let (_, item) =
            cx.flags(WFA_IE_WME_ACP_ECW, c, 1, &[WFA_IE_WME_ACP_ECW_MAX, WFA_IE_WME_ACP_ECW_MIN])?;
        cx.under(item, |cx| {
            // The fields have room for the low byte alone, and their labels not.
            for (field, v) in [(WFA_IE_WME_ACP_CW_MAX, max), (WFA_IE_WME_ACP_CW_MIN, min)] {
                cx.add(field, span, Value::U(u64::from(v)));
            }
        });
        cx.field_le(WFA_IE_WME_ACP_TXOP_LIMIT, c, 2)?;
        Ok(())
    })
}

fn traffic<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.flags_le(
        WFA_IE_WME_TSPEC_TS_INFO,
        c,
        3,
        &[
            WFA_IE_WME_TSPEC_TS_INFO_TID,
            WFA_IE_WME_TSPEC_TS_INFO_DIR,
            WFA_IE_WME_TSPEC_TS_INFO_PSB,
            WFA_IE_WME_TSPEC_TS_INFO_UP,
            WFA_IE_WME_TSPEC_TS_INFO_RESERVED,
        ],
    )?;
    cx.field_le(WFA_IE_WME_TSPEC_NOR_MSDU, c, 2)?;
    cx.field_le(WFA_IE_WME_TSPEC_MAX_MSDU, c, 2)?;
    for field in [
        WFA_IE_WME_TSPEC_MIN_SRV,
        WFA_IE_WME_TSPEC_MAX_SRV,
        WFA_IE_WME_TSPEC_INACT_INT,
        WFA_IE_WME_TSPEC_SUSP_INT,
        WFA_IE_WME_TSPEC_SRV_START,
        WFA_IE_WME_TSPEC_MIN_DATA,
        WFA_IE_WME_TSPEC_MEAN_DATA,
        WFA_IE_WME_TSPEC_PEAK_DATA,
        WFA_IE_WME_TSPEC_BURST_SIZE,
        WFA_IE_WME_TSPEC_DELAY_BOUND,
        WFA_IE_WME_TSPEC_MIN_PHY,
    ] {
        cx.field_le(field, c, 4)?;
    }
    cx.field_le(WFA_IE_WME_TSPEC_SURPLUS, c, 2)?;
    cx.field_le(WFA_IE_WME_TSPEC_MEDIUM, c, 2)?;
    Ok(())
}

const ATHEROS_BITS: [Field; 8] = [
    IE_ATHEROS_CAPABILITIES_TURBOP,
    IE_ATHEROS_CAPABILITIES_COMP,
    IE_ATHEROS_CAPABILITIES_FF,
    IE_ATHEROS_CAPABILITIES_XR,
    IE_ATHEROS_CAPABILITIES_AR,
    IE_ATHEROS_CAPABILITIES_BURST,
    IE_ATHEROS_CAPABILITIES_WME,
    IE_ATHEROS_CAPABILITIES_BOOST,
];

fn atheros<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    // Type, subtype, version, and one byte at least.
    if c.left() < 4 {
        tag.bad(cx, |o| {
            o.s("Tag length ").u(c.left() as u64).s(" too short, must be >= 6");
        });
        return Ok(());
    }
    let [kind, subtype, _] = *c.peek_array::<3>()?;
    cx.append(tag.item, |o| _ = o.s(": ").s(names::ATHEROS_IE_TYPE.or(u64::from(kind), "Unknown")));
    for field in [ATHEROS_IE_TYPE, ATHEROS_IE_SUBTYPE, ATHEROS_IE_VERSION] {
        cx.field(field, &mut c, 1)?;
    }
    match (kind, subtype) {
        (1, 1) if c.left() <= 6 => {
            cx.flags(ATHEROS_IE_ADVCAP_CAP, &mut c, 1, &ATHEROS_BITS)?;
            cx.field_le(ATHEROS_IE_ADVCAP_DEFKEY, &mut c, 2)?;
        }
        (3, 1) => {
            cx.field(ATHEROS_IE_XR_INFO, &mut c, 1)?;
            cx.field(ATHEROS_IE_XR_BASE_BSSID, &mut c, 6)?;
            cx.field(ATHEROS_IE_XR_XR_BSSID, &mut c, 6)?;
            cx.field_le(ATHEROS_IE_XR_XR_BEACON, &mut c, 2)?;
            cx.flags(ATHEROS_IE_XR_BASE_CAP, &mut c, 1, &ATHEROS_BITS)?;
            cx.flags(ATHEROS_IE_XR_XR_CAP, &mut c, 1, &ATHEROS_BITS)?;
        }
        _ => {}
    }
    let len = c.left();
    if len > 0 {
        cx.field(ATHEROS_DATA, &mut c, len)?;
    }
    Ok(())
}

/// Cisco's extensions.
fn aironet<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag, kind: u8) -> Step {
    cx.append(tag.item, |o| _ = o.s(": Aironet ").s(names::AIRONET_TYPE.or(u64::from(kind), "Unknown")));
    cx.field(AIRONET_TYPE, &mut c, 1)?;
    match kind {
        0 => {
            cx.field(AIRONET_DTPC, &mut c, 1)?;
            cx.field(AIRONET_DTPC_UNKNOWN, &mut c, 1)?;
        }
        3 => _ = cx.field(AIRONET_VERSION, &mut c, 1)?,
        4 => {
            cx.field(AIRONET_QOS_RESERVED, &mut c, 1)?;
            cx.field(AIRONET_QOS_PARAMSET, &mut c, 1)?;
            for _ in 0..4 {
                cx.field(AIRONET_QOS_VAL, &mut c, 4)?;
            }
        }
        20 => _ = cx.field(AIRONET_CLIENTMFP, &mut c, 1)?,
        _ => {
            let len = c.left();
            cx.field(AIRONET_DATA, &mut c, len)?;
        }
    }
    Ok(())
}

/// Drafts of 802.11n.
fn pre_n<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag, kind: u8) -> Step {
    if let Some(name) = names::VS_PREN_TYPE.find(u64::from(kind)) {
        cx.append(tag.item, |o| _ = o.s(": ").s(name));
    }
    cx.field(VS_PREN_TYPE, &mut c, 1)?;
    match kind {
        51 => ht::capabilities(cx, c, tag, true),
        52 => ht::additional(cx, c, tag),
        _ => {
            let len = c.left();
            cx.field(VS_PREN_UNKNOWN_DATA, &mut c, len).map(|_| ())
        }
    }
}

fn wifi_alliance<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag, kind: u8) -> Step {
    cx.append(tag.item, |o| {
        o.s(match kind {
            9 => ": P2P",
            10 => ": Wi-Fi Display",
            16 => ": Hotspot 2.0 Indication",
            18 => ": OSU Server-only l2 Encryption Network",
            22 => ": Multi Band Operation - Optimized Connectivity Experience",
            26 => ": Device Provisioning Protocol",
            28 => ": OWE Transition Mode",
            _ => ": Unknown",
        });
    });
    c.skip(1)?;
    match kind {
        9 => crate::wireless::wifi_p2p::attributes(cx, c),
        16 => {
            let flags = c.peek_u8(0)?;
            for field in [
                HS20_INDICATION_DGAF_DISABLED,
                HS20_INDICATION_PPS_MO_ID_PRESENT,
                HS20_INDICATION_ANQP_DOMAIN_ID_PRESENT,
                HS20_INDICATION_RESERVED,
                HS20_INDICATION_VERSION_NUMBER,
            ] {
                cx.peek(field, &c, 1)?;
            }
            c.skip(1)?;
            if flags & 2 != 0 && c.left() >= 2 {
                cx.field_le(HS20_INDICATION_PPS_MO_ID, &mut c, 2)?;
            }
            if flags & 4 != 0 && c.left() >= 2 {
                cx.field_le(HS20_INDICATION_DOMAIN_ID, &mut c, 2)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Data with keys, as EAPOL carries it.
fn key_data<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag, kind: u8) -> Step {
    cx.append(tag.item, |o| _ = o.s(": RSN"));
    // The type is shown with two bytes' width.
    cx.add(RSN_IE_KDE_DATA_TYPE, c.span(1), Value::U(u64::from(kind)));
    c.skip(1)?;
    match kind {
        1 => {
            cx.peek(RSN_IE_GTK_KDE_KEY_ID, &c, 1)?;
            cx.peek(RSN_IE_GTK_KDE_TX, &c, 1)?;
            cx.field(RSN_IE_GTK_KDE_RES1, &mut c, 1)?;
            cx.field(RSN_IE_GTK_KDE_RES2, &mut c, 1)?;
            let len = c.left();
            cx.field(RSN_IE_GTK_KDE_GTK, &mut c, len)?;
        }
        4 => _ = cx.field(RSN_IE_PMKID, &mut c, 16)?,
        _ => {
            let len = c.left();
            if len > 0 {
                cx.field(RSN_IE_UNKNOWN, &mut c, len)?;
            }
        }
    }
    Ok(())
}
