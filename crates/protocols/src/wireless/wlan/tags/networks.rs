//! Networks behind the access point, IEEE 802.11u.

use super::*;

/// The protocol of queries that is shown by name.
const ANQP: u8 = 0;
/// Organisations that have protocols of their own.
const VENDOR: u8 = 221;

/// Protocols to ask about networks with.
///
/// # Errors
/// When the packet ends before.
pub fn advertisement<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let first = c.peek_u8(1)?;
    let item = cx.line(c.span(c.left()), |o| {
        o.s("Advertisement Protocol element");
        if first == ANQP {
            o.s(": ANQP");
        }
    });
    cx.under(item, |cx| -> Step {
        while c.left() >= 2 {
            let id = c.peek_u8(1)?;
            let item = cx.line(c.span(2), |o| {
                o.s("Advertisement Protocol Tuple: ");
                match names::ADV_PROTO_ID.find(u64::from(id)) {
                    Some(name) => _ = o.s(name),
                    None => _ = o.s("Unknown (").u(id).s(")"),
                }
            });
            cx.under(item, |cx| -> Step {
                cx.peek(ADV_PROTO_RESP_LEN_LIMIT, &c, 1)?;
                cx.field(ADV_PROTO_PAME_BI, &mut c, 1)?;
                cx.field(ADV_PROTO_ID, &mut c, 1)?;
                if id != VENDOR {
                    return Ok(());
                }
                let len = usize::from(c.peek_u8(0)?);
                cx.field(ADV_PROTO_VS_LEN, &mut c, 1)?;
                if len >= 3 {
                    cx.field(TAG_OUI, &mut c, 3)?;
                }
                c.skip(len.saturating_sub(3).min(c.left()))
            })?;
        }
        if !c.is_empty() {
            let span = c.span(c.left());
            let item = cx.line(span, |o| _ = o.s("Unexpected extra data in the end"));
            cx.expert_with(EXTRA_DATA, item, span, |o| _ = o.s("Unexpected extra data in the end"));
        }
        Ok(())
    })
}

/// Values of differentiated services and the user's priorities for them: exceptions, then eight ranges.
pub fn qos_map<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 16 || tag.len % 2 == 1 {
        cx.expert_with(BAD_LENGTH, tag.length, tag.span, |o| _ = o.s("Truncated QoS Map Set element"));
        return Ok(());
    }
    while c.left() > 16 {
        let item = cx.peek_le(QOS_MAP_SET_DSCP_EXCEPTION, &c, 0, 2)?;
        let [value, up] = *c.peek_array::<2>()?;
        cx.append(item, |o| {
            o.s(" (").hex(value, 2).s(": UP ").u(up).s(")");
        });
        cx.under(item, |cx| -> Step {
            let span = c.span(1);
            let low = cx.field(QOS_MAP_SET_DSCP_VALUE, &mut c, 1)?;
            if value > 63 && value != 255 {
                invalid(cx, low, span);
            }
            let span = c.span(1);
            let item = cx.field(QOS_MAP_SET_UP, &mut c, 1)?;
            if up > 7 {
                cx.expert_with(INVALID_VALUE, item, span, |o| _ = o.s("Invalid User Priority"));
            }
            Ok(())
        })?;
    }
    for up in 0..8u8 {
        let item = cx.peek(QOS_MAP_SET_RANGE, &c, 2)?;
        let [low, high] = *c.peek_array::<2>()?;
        cx.append(item, |o| {
            o.s(" (").hex(low, 2).s("-").hex(high, 2).s(": UP ").u(up).s(")");
        });
        cx.under(item, |cx| -> Step {
            let span = c.span(1);
            let first = cx.field(QOS_MAP_SET_DSCP_LOW_VALUE, &mut c, 1)?;
            if low > 63 && low != 255 {
                invalid(cx, first, span);
            }
            let span = c.span(1);
            let last = cx.field(QOS_MAP_SET_DSCP_HIGH_VALUE, &mut c, 1)?;
            if high > 63 && high != 255 || high < low {
                invalid(cx, last, span);
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn invalid<S: Sink>(cx: &mut Cx<'_, S>, item: Item, span: Span) {
    cx.expert_with(INVALID_VALUE, item, span, |o| _ = o.s("Invalid DSCP Value"));
}

/// Organisations whose members may use the network.
pub fn consortium<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    cx.field(ROAMING_CONSORTIUM_NUM_ANQP_OI, &mut c, 1)?;
    let lens = c.peek_u8(0)?;
    cx.peek(ROAMING_CONSORTIUM_OI1_LEN, &c, 1)?;
    cx.field(ROAMING_CONSORTIUM_OI2_LEN, &mut c, 1)?;
    if usize::from(lens & 15) + usize::from(lens >> 4) > c.left() {
        tag.wrong(cx, "Truncated Roaming Consortium element");
        return Ok(());
    }
    let mut show = |cx: &mut Cx<'_, S>, field, len: usize| -> Step {
        if len == 0 {
            return Ok(());
        }
        let id = c.peek_bytes(0, len)?;
        let item = cx.field(field, &mut c, len)?;
        if let Some(maker) = id.get(..3).and_then(crate::link::oui::maker) {
            cx.append(item, |o| _ = o.s(" - ").s(maker.long));
        }
        Ok(())
    };
    show(cx, ROAMING_CONSORTIUM_OI1, usize::from(lens & 15))?;
    show(cx, ROAMING_CONSORTIUM_OI2, usize::from(lens >> 4))?;
    let rest = c.left();
    if rest > 0 {
        let id = c.peek_bytes(0, rest)?;
        let item = cx.field(ROAMING_CONSORTIUM_OI3, &mut c, rest)?;
        if let Some(maker) = id.get(..3).and_then(crate::link::oui::maker) {
            cx.append(item, |o| _ = o.s(" - ").s(maker.long));
        }
    }
    Ok(())
}
