//! HT capabilities and operation, IEEE 802.11n, and the same in the vendor's tag of its drafts.

use super::*;
use requin_wire::Field;

const CAPABILITY_BITS: [Field; 14] = [
    HT_CAPABILITIES_LDPCCODING,
    HT_CAPABILITIES_WIDTH,
    HT_CAPABILITIES_SM,
    HT_CAPABILITIES_GREEN,
    HT_CAPABILITIES_SHORT20,
    HT_CAPABILITIES_SHORT40,
    HT_CAPABILITIES_TXSTBC,
    HT_CAPABILITIES_RXSTBC,
    HT_CAPABILITIES_DELAYEDBLOCKACK,
    HT_CAPABILITIES_AMSDU,
    HT_CAPABILITIES_DSSCCK,
    HT_CAPABILITIES_PSMP,
    HT_CAPABILITIES_40MHZINTOLERANT,
    HT_CAPABILITIES_LSIG,
];

const TXBF_BITS: [Field; 20] = [
    TXBF_TXBF,
    TXBF_RXSS,
    TXBF_TXSS,
    TXBF_RXNDP,
    TXBF_TXNDP,
    TXBF_IMPLTXBF,
    TXBF_CALIBRATION,
    TXBF_CSI,
    TXBF_FM_UNCOMPRESSED_TBF,
    TXBF_FM_COMPRESSED_TBF,
    TXBF_RCSI,
    TXBF_FM_UNCOMPRESSED_RBF,
    TXBF_FM_COMPRESSED_BF,
    TXBF_MINGROUP,
    TXBF_CSINUMANT,
    TXBF_FM_UNCOMPRESSED_MAXANT,
    TXBF_FM_COMPRESSED_MAXANT,
    TXBF_CSI_MAXROWS,
    TXBF_CHANNELEST,
    TXBF_RESERVED,
];

const ASEL_BITS: [Field; 8] =
    [ASEL_CAPABLE, ASEL_TXCSI, ASEL_TXIF, ASEL_CSI, ASEL_IF, ASEL_RX, ASEL_SPPDU, ASEL_RESERVED];

/// The 26 bytes of the capabilities; `vendor` for the tag of the drafts.
pub fn capabilities<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag, vendor: bool) -> Step {
    if c.left() != 26 {
        let len = c.left() as u64;
        tag.bad(cx, |o| _ = o.s("HT Capabilities IE length ").u(len).s(" wrong, must be = 26"));
        return Ok(());
    }
    let pick = |ours, theirs| if vendor { theirs } else { ours };
    cx.flags_le(pick(HT_CAPABILITIES, VS_HT_CAPABILITIES), &mut c, 2, &CAPABILITY_BITS)?;
    ampdu(cx, &mut c, pick(HT_AMPDUPARAM, VS_HT_AMPDUPARAM))?;
    mcs_set(cx, &mut c, pick(HT_MCSSET, VS_HT_MCSSET), ": MCS Set")?;
    cx.flags_le(
        pick(HTEX_CAPABILITIES, VS_HTEX_CAPABILITIES),
        &mut c,
        2,
        &[
            HTEX_CAPABILITIES_PCO,
            HTEX_CAPABILITIES_TRANSTIME,
            HTEX_CAPABILITIES_MCS,
            HTEX_CAPABILITIES_HTC,
            HTEX_CAPABILITIES_RDRESPONDER,
        ],
    )?;
    cx.flags_le(pick(TXBF, VS_TXBF), &mut c, 4, &TXBF_BITS)?;
    cx.flags(pick(ASEL, VS_ASEL), &mut c, 1, &ASEL_BITS)?;
    Ok(())
}

/// How long aggregates may be, and how dense.
fn ampdu<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let exponent = c.peek_u8(0)? & 3;
    let item = cx.peek(field, c, 1)?;
    cx.under(item, |cx| -> Step {
        let item = cx.peek(HT_AMPDUPARAM_MAXLENGTH, c, 1)?;
        cx.append(item, |o| _ = o.s(" (").u((0x2000u32 << exponent) - 1).s("[Bytes])"));
        cx.peek(HT_AMPDUPARAM_MPDUDENSITY, c, 1)?;
        cx.peek(HT_AMPDUPARAM_RESERVED, c, 1)?;
        Ok(())
    })?;
    c.skip(1)
}

/// Writes how many spatial streams there are; none as tshark has it.
fn write_streams(o: &mut Out<'_>, n: usize) {
    match n {
        0 => _ = o.s("Reserved:8"),
        1 => _ = o.s("1 spatial stream"),
        n => _ = o.u(n as u64).s(" spatial streams"),
    }
}

/// Which modulations and codings: a bit each, and what is sent.
fn mcs_set<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, name: &str) -> Step {
    let b = c.peek_array::<16>()?;
    let item = cx.add(field, c.span(16), Value::None);
    let streams = (1..=4).rev().find(|n| b.get(n - 1).is_some_and(|bits| *bits != 0)).unwrap_or(0);
    cx.append(item, |o| _ = o.s(name));
    let sent = b[12];
    cx.under(item, |cx| -> Step {
        let item = cx.add(HT_MCSSET_RXBITMASK, c.span(10), Value::None);
        cx.append(item, |o| write_streams(o.s(": "), streams));
        cx.under(item, |cx| -> Step {
            for (field, at) in [
                (HT_MCSSET_RXBITMASK_0TO7, 0),
                (HT_MCSSET_RXBITMASK_8TO15, 0),
                (HT_MCSSET_RXBITMASK_16TO23, 0),
                (HT_MCSSET_RXBITMASK_24TO31, 0),
                (HT_MCSSET_RXBITMASK_32, 4),
                (HT_MCSSET_RXBITMASK_33TO38, 4),
                (HT_MCSSET_RXBITMASK_39TO52, 4),
                (HT_MCSSET_RXBITMASK_53TO76, 6),
            ] {
                cx.peek_le(field, c, at, 4)?;
            }
            Ok(())
        })?;
        cx.peek_le(HT_MCSSET_HIGHESTDATARATE, c, 10, 2)?;
        cx.peek_le(HT_MCSSET_TXSETDEFINED, c, 12, 2)?;
        cx.peek_le(HT_MCSSET_TXRXMCSNOTEQUAL, c, 12, 2)?;
        let item = cx.peek_le(HT_MCSSET_TXMAXSS, c, 12, 2)?;
        cx.append(item, |o| match sent & 0x13 {
            0 => _ = o.s(", TX MCS Set Not Defined"),
            1 => write_streams(o.s(", "), streams),
            3 | 0x13 => write_streams(o.s(", "), usize::from(sent >> 2 & 3) + 1),
            _ => {}
        });
        cx.peek_le(HT_MCSSET_TXUNEQUALMOD, c, 12, 2)?;
        Ok(())
    })?;
    c.skip(16)
}

/// The 22 bytes of the operation.
pub fn information<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 22 {
        tag.bad(cx, |o| {
            o.s("HT Information IE content length ").u(tag.len as u64).s(" wrong, must be at least 22 bytes");
        });
        return Ok(());
    }
    cx.field(HT_INFO_PRIMARYCHANNEL, &mut c, 1)?;
    cx.flags(
        HT_INFO_DELIM1,
        &mut c,
        1,
        &[HT_INFO_SECCHANOFFSET, HT_INFO_CHANWIDTH, HT_INFO_RIFS, HT_INFO_RESERVED_B4_B7],
    )?;
    cx.flags_le(
        HT_INFO_DELIM2,
        &mut c,
        2,
        &[
            HT_INFO_HT_PROTECTION,
            HT_INFO_GREENFIELD,
            HT_INFO_RESERVED_B11,
            HT_INFO_OBSSNONHT,
            HT_INFO_CHAN_CENTER_FREQ_SEG_2,
            HT_INFO_RESERVED_B21_B23,
        ],
    )?;
    cx.flags_le(
        HT_INFO_DELIM3,
        &mut c,
        2,
        &[
            HT_INFO_RESERVED_B24_B29,
            HT_INFO_DUALBEACON,
            HT_INFO_DUALCTS,
            HT_INFO_SECONDARYBEACON,
            HT_INFO_LSIGPROTSUPPORT,
            HT_INFO_PCO_ACTIVE,
            HT_INFO_PCO_PHASE,
            HT_INFO_RESERVED_B36_B39,
        ],
    )?;
    mcs_set(cx, &mut c, HT_MCSSET, ": Basic MCS Set")
}

/// The operation as an early draft had it.
pub fn additional<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if c.left() != 22 {
        let len = tag.len as u64;
        tag.bad(cx, |o| _ = o.s("Tag length ").u(len).s(" wrong, must be = 22"));
        return Ok(());
    }
    cx.field(HTA_CONTROL_CHANNEL, &mut c, 1)?;
    cx.flags(
        HTA_CAPABILITIES,
        &mut c,
        1,
        &[
            HTA_CAPABILITIES_EXT_CHAN_OFFSET,
            HTA_CAPABILITIES_REC_TX_WIDTH,
            HTA_CAPABILITIES_RIFS_MODE,
            HTA_CAPABILITIES_CONTROLLED_ACCESS,
            HTA_CAPABILITIES_SERVICE_INTERVAL,
        ],
    )?;
    cx.flags_le(
        HTA_CAPABILITIES_2,
        &mut c,
        2,
        &[HTA_CAPABILITIES_OPERATING_MODE, HTA_CAPABILITIES_NON_GF_DEVICES],
    )?;
    cx.flags_le(
        HTA_CAPABILITIES_2,
        &mut c,
        2,
        &[
            HTA_CAPABILITIES_BASIC_STBC_MCS,
            HTA_CAPABILITIES_DUAL_STBC_PROTECTION,
            HTA_CAPABILITIES_SECONDARY_BEACON,
            HTA_CAPABILITIES_LSIG_TXOP_PROTECTION,
            HTA_CAPABILITIES_PCO_ACTIVE,
            HTA_CAPABILITIES_PCO_PHASE,
        ],
    )?;
    mcs_set(cx, &mut c, HT_MCSSET, ": MCS Set")
}
