//! Options that tell how IPv4 is carried over IPv6: MAP and its relatives, RFC 7598.

use super::failover::named_flags;
use super::*;

/// Shows the option; whether it is one of these.
pub(super) fn option<S: Sink>(
    cx: &mut Cx<'_, S>,
    d: &mut Cursor<'_>,
    code: u16,
    within: Within,
) -> Result<bool, Stop> {
    let len = d.left();
    match code {
        89 if len < 8 => malformed(cx, d, "S46_RULE: malformed option")?,
        89 => {
            named_flags(cx, d, S46_RULE_FLAGS, 1, &[S46_RULE_FLAGS_RESERVED, S46_RULE_FLAGS_FMR])?;
            cx.field(S46_RULE_EA_LEN, d, 1)?;
            cx.field(S46_RULE_IPV4_PREF_LEN, d, 1)?;
            cx.field(S46_RULE_IPV4_PREFIX, d, 4)?;
            prefix(cx, d, S46_RULE_IPV6_PREFIX_LEN, S46_RULE_IPV6_PREFIX)?;
            options(cx, d, within)?;
        }
        90 if len != 16 => malformed(cx, d, "S46_BR: malformed option")?,
        90 => _ = cx.field(S46_BR_ADDRESS, d, 16)?,
        91 if !(1..=17).contains(&len) => malformed(cx, d, "S46_DMR: malformed option")?,
        91 => prefix(cx, d, S46_DMR_PREF_LEN, S46_DMR_PREFIX)?,
        92 if len < 5 => malformed(cx, d, "S46_V4V6BIND: malformed option")?,
        92 => {
            cx.field(S46_BIND_IPV4_ADDRESS, d, 4)?;
            prefix(cx, d, S46_BIND_IPV6_PREF_LEN, S46_BIND_IPV6_PREFIX)?;
            options(cx, d, within)?;
        }
        93 if len != 4 => malformed(cx, d, "S46_PORTPARAMS: malformed option")?,
        93 => {
            cx.field(S46_PORTPARAM_OFFSET, d, 1)?;
            let size = cx.u8(S46_PORTPARAM_PSID_LEN, d)?;
            // The identifier stands in the upper bits.
            let psid =
                u32::from(d.peek_u16(0)?).checked_shr(16u32.saturating_sub(u32::from(size))).unwrap_or(0);
            cx.add(S46_PORTPARAM_PSID, d.span(2), Value::U(u64::from(psid)));
            d.skip(2)?;
        }
        94..=96 => options(cx, d, within)?,
        111 => {
            while d.left() >= 2 {
                cx.field(OPTION_CODE, d, 2)?;
            }
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// A prefix with its length before it, of which only the bytes that matter are there.
fn prefix<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, length: Field, field: Field) -> Step {
    let bits = usize::from(cx.u8(length, d)?);
    let n = bits.div_ceil(8).min(16);
    let span = d.span(n);
    let bytes = d.bytes(n)?;
    let mut address = [0u8; 16];
    for (to, from) in address.iter_mut().zip(bytes) {
        *to = *from;
    }
    cx.add_bytes(field, span, &address);
    Ok(())
}
