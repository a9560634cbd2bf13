//! The HT control field: its HT, VHT and HE variants.

use super::*;

/// Shows the field and passes over it.
///
/// # Errors
/// When the packet ends before.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let raw = u32::from_le_bytes(*c.peek_array::<4>()?);
    if cx.wants_any(HTC, HTC_RDG_MORE_PPDU)
        || cx.wants(HTC_HE_A_CONTROL_CTRL_ID_INVALID)
        || cx.wants_experts()
    {
        let item = cx.peek_le(HTC, c, 0, 4)?;
        cx.under(item, |cx| rows(cx, c, raw))?;
    }
    c.skip(4)
}

fn rows<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, raw: u32) -> Step {
    cx.peek_le(HTC_VHT, c, 0, 4)?;
    if raw & 1 == 0 {
        return ht(cx, c, raw);
    }
    cx.peek_le(HTC_HE, c, 0, 4)?;
    if raw & 2 != 0 { he(cx, c, raw) } else { vht(cx, c, raw) }
}

fn ht<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, raw: u32) -> Step {
    let item = cx.peek_le(HTC_LAC, c, 0, 4)?;
    cx.under(item, |cx| -> Step {
        cx.peek_le(HTC_LAC_TRQ, c, 0, 2)?;
        if raw & 0x3c == 0x38 {
            cx.peek_le(HTC_LAC_MAI_ASELI, c, 0, 2)?;
        } else {
            cx.peek_le(HTC_LAC_MAI_MRQ, c, 0, 2)?;
            cx.peek_le(if raw & 4 != 0 { HTC_LAC_MAI_MSI } else { HTC_LAC_MAI_RESERVED }, c, 0, 2)?;
        }
        cx.peek_le(HTC_LAC_MFSI, c, 0, 2)?;
        if raw & 0x3c == 0x38 {
            cx.peek_le(HTC_LAC_ASEL_COMMAND, c, 0, 2)?;
            cx.peek_le(HTC_LAC_ASEL_DATA, c, 0, 2)?;
        } else {
            cx.peek_le(HTC_LAC_MFB, c, 0, 2)?;
        }
        Ok(())
    })?;
    for field in [
        HTC_CAL_POS,
        HTC_CAL_SEQ,
        HTC_RESERVED1,
        HTC_CSI_STEERING,
        HTC_NDP_ANNOUNCEMENT,
        HTC_RESERVED2,
        HTC_AC_CONSTRAINT,
        HTC_RDG_MORE_PPDU,
    ] {
        cx.peek_le(field, c, 0, 4)?;
    }
    Ok(())
}

fn vht<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, raw: u32) -> Step {
    let unsolicited = raw & 0x2000_0000 != 0;
    cx.peek_le(HTC_MRQ, c, 0, 4)?;
    if !unsolicited {
        cx.peek_le(if raw & 4 != 0 { HTC_MSI } else { HTC_MSI_STBC_RESERVED }, c, 0, 4)?;
        cx.peek_le(HTC_MFSI, c, 0, 4)?;
    } else {
        cx.peek_le(HTC_COMPRESSED_MSI, c, 0, 4)?;
        cx.peek_le(HTC_PPDU_STBC_ENCODED, c, 0, 4)?;
        cx.peek_le(HTC_GID_L, c, 0, 4)?;
    }
    let item = cx.peek_le(HTC_MFB, c, 0, 4)?;
    cx.under(item, |cx| -> Step {
        for field in [HTC_NUM_STS, HTC_VHT_MCS, HTC_BW, HTC_SNR] {
            cx.peek_le(field, c, 0, 4)?;
        }
        Ok(())
    })?;
    if !unsolicited {
        for field in [HTC_GID_H, HTC_CODING_TYPE, HTC_FB_TX_TYPE] {
            cx.peek_le(field, c, 0, 4)?;
        }
    } else {
        cx.peek_le(HTC_RESERVED3, c, 0, 4)?;
    }
    for field in [HTC_UNSOLICITED_MFB, HTC_AC_CONSTRAINT, HTC_RDG_MORE_PPDU] {
        cx.peek_le(field, c, 0, 4)?;
    }
    Ok(())
}

/// Bits of the A-Control fields by their number.
const CONTROL_BITS: [u32; 11] = [26, 12, 26, 26, 8, 10, 8, 6, 10, 20, 0];

fn he<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, raw: u32) -> Step {
    let control = raw >> 2;
    let item = cx.line(c.span(4), |o| _ = o.s("Aggregate Control: 0x").x(control, 1));
    cx.under(item, |cx| {
        let mut at = 0u32;
        while at + 4 <= 30 {
            let id = control >> at & 15;
            if id == 0 && at > 0 {
                break;
            }
            let item = cx.add(HTC_HE_A_CONTROL_CTRL_ID, c.span(4), Value::U(u64::from(id)));
            let known = CONTROL_BITS.get(id as usize).copied().filter(|bits| *bits > 0);
            let Some(bits) = known.filter(|bits| at + 4 + bits <= 30) else {
                cx.expert(HTC_HE_A_CONTROL_CTRL_ID_INVALID, item, c.span(4));
                break;
            };
            at += 4 + bits;
        }
        Ok(())
    })
}
