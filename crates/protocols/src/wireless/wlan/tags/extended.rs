//! Tags that grow by octets of bits: extended capabilities, what can be measured.

use super::*;
use requin_wire::Field;

const EXTENDED: [&[Field]; 12] = [
    &[EXTCAP_B0, EXTCAP_B1, EXTCAP_B2, EXTCAP_B3, EXTCAP_B4, EXTCAP_B5, EXTCAP_B6, EXTCAP_B7],
    &[EXTCAP_B8, EXTCAP_B9, EXTCAP_B10, EXTCAP_B11, EXTCAP_B12, EXTCAP_B13, EXTCAP_B14, EXTCAP_B15],
    &[EXTCAP_B16, EXTCAP_B17, EXTCAP_B18, EXTCAP_B19, EXTCAP_B20, EXTCAP_B21, EXTCAP_B22, EXTCAP_B23],
    &[EXTCAP_B24, EXTCAP_B25, EXTCAP_B26, EXTCAP_B27, EXTCAP_B28, EXTCAP_B29, EXTCAP_B30, EXTCAP_B31],
    &[EXTCAP_B32, EXTCAP_B33, EXTCAP_B34, EXTCAP_B35, EXTCAP_B36, EXTCAP_B37, EXTCAP_B38, EXTCAP_B39],
    &[EXTCAP_B40, EXTCAP_SERV_INT_GRANULARITY, EXTCAP_B44, EXTCAP_B45, EXTCAP_B46, EXTCAP_B47],
    &[EXTCAP_B48, EXTCAP_B49, EXTCAP_B50, EXTCAP_B51, EXTCAP_B52, EXTCAP_B53, EXTCAP_B54, EXTCAP_B55],
    &[EXTCAP_B56, EXTCAP_B57, EXTCAP_B58, EXTCAP_B59, EXTCAP_B60, EXTCAP_B61, EXTCAP_B62, EXTCAP_B63],
    &[],
    &[EXTCAP_B72, EXTCAP_B73, EXTCAP_B74, EXTCAP_B75, EXTCAP_B76, EXTCAP_B77, EXTCAP_B78, EXTCAP_B79],
    &[EXTCAP_B80, EXTCAP_B81, EXTCAP_B82, EXTCAP_B83, EXTCAP_B84, EXTCAP_B85, EXTCAP_B86, EXTCAP_B87],
    &[EXTCAP_B88, EXTCAP_B89, EXTCAP_B90, EXTCAP_B91, EXTCAP_B92, EXTCAP_B93, EXTCAP_B94, EXTCAP_B95],
];

/// Octets 8 and 9, which share a number.
const EIGHT_AND_NINE: [Field; 15] = [
    EXTCAP_B56_2,
    EXTCAP_B57_2,
    EXTCAP_B58_2,
    EXTCAP_B59_2,
    EXTCAP_B60_2,
    EXTCAP_B61_2,
    EXTCAP_B62_2,
    EXTCAP_B63_2,
    EXTCAP_B65,
    EXTCAP_B66,
    EXTCAP_B67,
    EXTCAP_B68,
    EXTCAP_B69,
    EXTCAP_B70,
    EXTCAP_B71,
];

const MEASUREMENT: [&[Field]; 5] = [
    &[RMCAP_B0, RMCAP_B1, RMCAP_B2, RMCAP_B3, RMCAP_B4, RMCAP_B5, RMCAP_B6, RMCAP_B7],
    &[RMCAP_B8, RMCAP_B9, RMCAP_B10, RMCAP_B11, RMCAP_B12, RMCAP_B13, RMCAP_B14, RMCAP_B15],
    &[RMCAP_B16, RMCAP_B17, RMCAP_B18TO20, RMCAP_B21TO23],
    &[RMCAP_B24TO26, RMCAP_B27, RMCAP_B28, RMCAP_B29, RMCAP_B30, RMCAP_B31],
    &[RMCAP_B32, RMCAP_B33, RMCAP_B34, RMCAP_B35, RMCAP_O5],
];

pub fn capabilities<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len == 0 {
        tag.bad(cx, |o| _ = o.s("Tag length 0 too short, must be greater than 0"));
        return Ok(());
    }
    cx.append(tag.item, |o| {
        o.s(" (").u(tag.len as u64).s(if tag.len == 1 { " octet)" } else { " octets)" });
    });
    let mut octet = 1;
    while !c.is_empty() {
        if octet == 8 && c.left() >= 2 {
            let (_, item) = cx.flags_le(EXTCAP_2, &mut c, 2, &EIGHT_AND_NINE)?;
            cx.append(item, |o| _ = o.s(" (octets 8 & 9)"));
            octet = 10;
            continue;
        }
        // The ninth never stands alone: later octets are numbered past it.
        let bits = EXTENDED.get(octet - 1).copied().unwrap_or_default();
        let (_, item) = cx.flags(EXTCAP, &mut c, 1, bits)?;
        cx.append(item, |o| _ = o.s(" (octet ").u(octet as u64).s(")"));
        octet += 1;
    }
    Ok(())
}

pub fn rm_enabled<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len != 5 {
        tag.bad(cx, |o| {
            o.s("RM Enabled Capabilities length ").u(tag.len as u64).s(" wrong, must = 5");
        });
        return Ok(());
    }
    for (i, bits) in MEASUREMENT.iter().enumerate() {
        let (_, item) = cx.flags(RMCAP, &mut c, 1, bits)?;
        cx.append(item, |o| _ = o.s(" (octet ").u(i as u64 + 1).s(")"));
    }
    Ok(())
}

const RSNX_BITS: [&[Field]; 2] = [
    &[RSNX_LENGTH, RSNX_PROTECTED_TWT_OPERATIONS_SUPPORT, RSNX_SAE_HASH_TO_ELEMENT, RSNX_RESERVED],
    &[RSNX_SECURE_LTF_SUPPORT, RSNX_SECURE_RTT_SUPPORTED, RSNX_RNMMFP, RSNX_RESERVED_B11THRU15],
];

pub fn rsn_extension<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len == 0 {
        tag.bad(cx, |o| _ = o.s("Tag Length 0 wrong, must be >= 1"));
        return Ok(());
    }
    for bits in RSNX_BITS {
        if !c.is_empty() {
            cx.flags(RSNX, &mut c, 1, bits)?;
        }
    }
    while !c.is_empty() {
        cx.field(RSNX_RESERVED_2, &mut c, 1)?;
    }
    Ok(())
}
