//! The HE item: what IEEE 802.11ax adds. Each value has a bit that says whether it is known, and two
//! fields, for the one case and for the other.

use super::*;

/// A value: the word and mask of the bit that says it is known, the field when it is, and when not.
type Row = ((usize, u16), Field, Field);

const DATA_1: [Field; 15] = [
    HE_DATA_1_PPDU_FORMAT,
    HE_DATA_1_BSS_COLOR_KNOWN,
    HE_DATA_1_BEAM_CHANGE_KNOWN,
    HE_DATA_1_UL_DL_KNOWN,
    HE_DATA_1_DATA_MCS_KNOWN,
    HE_DATA_1_DATA_DCM_KNOWN,
    HE_DATA_1_CODING_KNOWN,
    HE_DATA_1_LDPC_EXTRA_SYMBOL_SEGMENT_KNOWN,
    HE_DATA_1_STBC_KNOWN,
    HE_DATA_1_SPATIAL_REUSE_1_KNOWN,
    HE_DATA_1_SPATIAL_REUSE_2_KNOWN,
    HE_DATA_1_SPATIAL_REUSE_3_KNOWN,
    HE_DATA_1_SPATIAL_REUSE_4_KNOWN,
    HE_DATA_1_DATA_BW_RU_ALLOCATION_KNOWN,
    HE_DATA_1_DOPPLER_KNOWN,
];

const DATA_2: [Field; 11] = [
    HE_DATA_2_PRI_SEC_80_MHZ_KNOWN,
    HE_DATA_2_GI_KNOWN,
    HE_DATA_2_NUM_LTF_SYMBOLS_KNOWN,
    HE_DATA_2_PRE_FEC_PADDING_FACTOR_KNOWN,
    HE_DATA_2_TXBF_KNOWN,
    HE_DATA_2_PE_DISAMBIGUITY_KNOWN,
    HE_DATA_2_TXOP_KNOWN,
    HE_DATA_2_MIDAMBLE_PERIODICITY_KNOWN,
    HE_DATA_2_RU_ALLOCATION_OFFSET,
    HE_DATA_2_RU_ALLOCATION_OFFSETI_KNOWN,
    HE_DATA_2_PRI_SEC_80_MHZ,
];

/// Always known.
const ALWAYS: (usize, u16) = (usize::MAX, 0);

const DATA_3: [Row; 8] = [
    ((0, 0x0004), HE_DATA_3_BSS_COLOR, HE_DATA_3_BSS_COLOR_UNKNOWN),
    ((0, 0x0008), HE_DATA_3_BEAM_CHANGE, HE_DATA_3_BEAM_CHANGE_UNKNOWN),
    ((0, 0x0010), HE_DATA_3_UL_DL, HE_DATA_3_UL_DL_UNKNOWN),
    ((0, 0x0020), HE_DATA_3_DATA_MCS, HE_DATA_3_DATA_MCS_UNKNOWN),
    ((0, 0x0040), HE_DATA_3_DATA_DCM, HE_DATA_3_DATA_DCM_UNKNOWN),
    ((0, 0x0080), HE_DATA_3_CODING, HE_DATA_3_CODING_UNKNOWN),
    ((0, 0x0100), HE_DATA_3_LDPC_EXTRA_SYMBOL_SEGMENT, HE_DATA_3_LDPC_EXTRA_SYMBOL_SEGMENT_UNKNOWN),
    ((0, 0x0200), HE_DATA_3_STBC, HE_DATA_3_STBC_UNKNOWN),
];

const DATA_4_SU: [Row; 2] = [
    ((0, 0x0400), HE_DATA_4_SPATIAL_REUSE, HE_DATA_4_SPATIAL_REUSE_UNKNOWN),
    (ALWAYS, HE_DATA_4_RESERVED_D4_FFF0, HE_DATA_4_RESERVED_D4_FFF0),
];

const DATA_4_MU: [Row; 3] = [
    ((0, 0x0400), HE_DATA_4_SPATIAL_REUSE, HE_DATA_4_SPATIAL_REUSE_UNKNOWN),
    (ALWAYS, HE_DATA_4_STA_ID_USER, HE_DATA_4_STA_ID_USER),
    (ALWAYS, HE_DATA_4_RESERVED_D4_B15, HE_DATA_4_RESERVED_D4_B15),
];

const DATA_4_TRIG: [Row; 4] = [
    ((0, 0x0400), HE_DATA_4_SPATIAL_REUSE_1, HE_DATA_4_SPATIAL_REUSE_1_UNKNOWN),
    ((0, 0x0800), HE_DATA_4_SPATIAL_REUSE_2, HE_DATA_4_SPATIAL_REUSE_2_UNKNOWN),
    ((0, 0x1000), HE_DATA_4_SPATIAL_REUSE_3, HE_DATA_4_SPATIAL_REUSE_3_UNKNOWN),
    ((0, 0x2000), HE_DATA_4_SPATIAL_REUSE_4, HE_DATA_4_SPATIAL_REUSE_4_UNKNOWN),
];

const DATA_5: [Row; 8] = [
    ((0, 0x4000), HE_DATA_5_DATA_BW_RU_ALLOCATION, HE_DATA_5_DATA_BW_RU_ALLOCATION_UNKNOWN),
    ((1, 0x0002), HE_DATA_5_GI, HE_DATA_5_GI_UNKNOWN),
    ((1, 0x0080), HE_DATA_5_LTF_SYMBOL_SIZE, HE_DATA_5_LTF_SYMBOL_SIZE_UNKNOWN),
    ((1, 0x0004), HE_NUM_LTF_SYMBOLS, HE_NUM_LTF_SYMBOLS_UNKNOWN),
    (ALWAYS, HE_DATA_5_RESERVED_D5_B11, HE_DATA_5_RESERVED_D5_B11),
    ((1, 0x0008), HE_PRE_FEC_PADDING_FACTOR, HE_PRE_FEC_PADDING_FACTOR_UNKNOWN),
    ((1, 0x0010), HE_TXBF, HE_TXBF_UNKNOWN),
    ((1, 0x0020), HE_PE_DISAMBIGUITY, HE_PE_DISAMBIGUITY_UNKNOWN),
];

const DATA_6: [Row; 5] = [
    (ALWAYS, HE_DATA_6_NSTS, HE_DATA_6_NSTS),
    ((0, 0x8000), HE_DATA_6_DOPPLER_VALUE, HE_DATA_6_DOPPLER_VALUE_UNKNOWN),
    (ALWAYS, HE_DATA_6_RESERVED_D6_00E0, HE_DATA_6_RESERVED_D6_00E0),
    ((1, 0x0040), HE_DATA_6_TXOP_VALUE, HE_DATA_6_TXOP_VALUE_UNKNOWN),
    ((1, 0x0080), HE_DATA_6_MIDAMBLE_PERIODICITY, HE_DATA_6_MIDAMBLE_PERIODICITY_UNKNOWN),
];

/// Shows the item's twelve bytes.
///
/// # Errors
/// When the packet ends before.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let b = c.peek_array::<12>()?;
    let known = [u16::from_le_bytes([b[0], b[1]]), u16::from_le_bytes([b[2], b[3]])];
    let item = cx.line(c.span(12), |o| _ = o.s("HE information"));
    cx.under(item, |cx| -> Step {
        for (field, bits) in [(HE_DATA_1, &DATA_1[..]), (HE_DATA_2, &DATA_2)] {
            let (raw, item) = cx.flags_le(field, &mut c, 2, bits)?;
            say_bits(cx, item, raw, bits);
        }
        word(cx, HE_DATA_3, &mut c, known, &DATA_3)?;
        let rows: &[Row] = match known[0] & 3 {
            0 | 1 => &DATA_4_SU,
            2 => &DATA_4_MU,
            _ => &DATA_4_TRIG,
        };
        word(cx, HE_DATA_4, &mut c, known, rows)?;
        word(cx, HE_DATA_5, &mut c, known, &DATA_5)?;
        word(cx, HE_DATA_6, &mut c, known, &DATA_6)
    })
}

fn word<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    known: [u16; 2],
    rows: &[Row],
) -> Step {
    let mut fields = [PROTO; 8];
    for (slot, ((word, mask), yes, no)) in fields.iter_mut().zip(rows) {
        *slot = if known.get(*word).is_none_or(|k| k & mask != 0) { *yes } else { *no };
    }
    let bits = fields.get(..rows.len()).unwrap_or_default();
    let (raw, item) = cx.flags_le(field, c, 2, bits)?;
    say_bits(cx, item, raw, bits);
    Ok(())
}
