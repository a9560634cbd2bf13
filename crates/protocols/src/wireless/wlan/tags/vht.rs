//! VHT capabilities and operation, IEEE 802.11ac.

use super::*;
use requin_wire::Field;

const CAPABILITY_BITS: [Field; 18] = [
    VHT_CAPABILITIES_MAXMPDULENGTH,
    VHT_CAPABILITIES_SUPPORTEDCHANWIDTHSET,
    VHT_CAPABILITIES_RXLDPC,
    VHT_CAPABILITIES_SHORT80,
    VHT_CAPABILITIES_SHORT160,
    VHT_CAPABILITIES_TXSTBC,
    VHT_CAPABILITIES_RXSTBC,
    VHT_CAPABILITIES_SUBEAMFORMER,
    VHT_CAPABILITIES_SUBEAMFORMEE,
    VHT_CAPABILITIES_BEAMFORMEE_STS_CAP,
    VHT_CAPABILITIES_SOUNDINGDIMENSIONS,
    VHT_CAPABILITIES_MUBEAMFORMER,
    VHT_CAPABILITIES_MUBEAMFORMEE,
    VHT_CAPABILITIES_VHTTXOPPS,
    VHT_CAPABILITIES_VHTHTC,
    VHT_CAPABILITIES_MAXAMPDU,
    VHT_CAPABILITIES_LINKADAPT,
    VHT_CAPABILITIES_RXPATCONSIST,
];

const LAST_BITS: [Field; 2] = [VHT_CAPABILITIES_TXPATCONSIST, VHT_CAPABILITIES_EXT_NSS_BW_SUPPORT];

const RX_MAP: [Field; 8] = [
    VHT_MCSSET_RXMCSMAP_SS1,
    VHT_MCSSET_RXMCSMAP_SS2,
    VHT_MCSSET_RXMCSMAP_SS3,
    VHT_MCSSET_RXMCSMAP_SS4,
    VHT_MCSSET_RXMCSMAP_SS5,
    VHT_MCSSET_RXMCSMAP_SS6,
    VHT_MCSSET_RXMCSMAP_SS7,
    VHT_MCSSET_RXMCSMAP_SS8,
];

const TX_MAP: [Field; 8] = [
    VHT_MCSSET_TXMCSMAP_SS1,
    VHT_MCSSET_TXMCSMAP_SS2,
    VHT_MCSSET_TXMCSMAP_SS3,
    VHT_MCSSET_TXMCSMAP_SS4,
    VHT_MCSSET_TXMCSMAP_SS5,
    VHT_MCSSET_TXMCSMAP_SS6,
    VHT_MCSSET_TXMCSMAP_SS7,
    VHT_MCSSET_TXMCSMAP_SS8,
];

const BASIC_MAP: [Field; 8] = [
    VHT_OP_BASICMCSMAP_SS1,
    VHT_OP_BASICMCSMAP_SS2,
    VHT_OP_BASICMCSMAP_SS3,
    VHT_OP_BASICMCSMAP_SS4,
    VHT_OP_BASICMCSMAP_SS5,
    VHT_OP_BASICMCSMAP_SS6,
    VHT_OP_BASICMCSMAP_SS7,
    VHT_OP_BASICMCSMAP_SS8,
];

pub fn capabilities<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.not(cx, "VHT Capabilities IE length", 12) {
        return Ok(());
    }
    let at = c;
    let (_, item) = cx.flags_le(VHT_CAPABILITIES, &mut c, 4, &CAPABILITY_BITS)?;
    cx.under(item, |cx| -> Step {
        for field in LAST_BITS {
            cx.peek_le(field, &at, 0, 4)?;
        }
        Ok(())
    })?;
    let item = cx.add(VHT_MCSSET, c.span(8), Value::None);
    cx.under(item, |cx| -> Step {
        cx.flags_le(VHT_MCSSET_RXMCSMAP, &mut c, 2, &RX_MAP)?;
        cx.peek_le(VHT_MCSSET_RXHIGHESTLONGGIRATE, &c, 0, 2)?;
        cx.field_le(VHT_MCSSET_MAX_NSTS_TOTAL, &mut c, 2)?;
        cx.flags_le(VHT_MCSSET_TXMCSMAP, &mut c, 2, &TX_MAP)?;
        cx.peek_le(VHT_MCSSET_TXHIGHESTLONGGIRATE, &c, 0, 2)?;
        cx.peek_le(VHT_NCSSET_EXT_NSS_BW_CAP, &c, 0, 2)?;
        cx.field_le(VHT_NCSSET_RESERVED, &mut c, 2)?;
        Ok(())
    })
}

pub fn operation<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.not(cx, "VHT Operation IE length", 5) {
        return Ok(());
    }
    let item = cx.add(VHT_OP, c.span(3), Value::None);
    cx.under(item, |cx| -> Step {
        for field in [VHT_OP_CHANNELWIDTH, VHT_OP_CHANNELCENTER0, VHT_OP_CHANNELCENTER1] {
            cx.field(field, &mut c, 1)?;
        }
        Ok(())
    })?;
    cx.flags_le(VHT_OP_BASICMCSMAP, &mut c, 2, &BASIC_MAP)?;
    Ok(())
}
