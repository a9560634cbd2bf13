//! The QoS control field.

use super::*;

/// Shows the field and passes over it.
///
/// # Errors
/// When the packet ends before.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, head: &Head) -> Step {
    let raw = u16::from_le_bytes(*c.peek_array::<2>()?);
    if cx.wants_any(QOS, QOS_MESH_RSPI) {
        let item = cx.peek_le(QOS, c, 0, 2)?;
        cx.under(item, |cx| rows(cx, c, head, raw))?;
    }
    c.skip(2)
}

fn rows<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, head: &Head, raw: u16) -> Step {
    cx.peek_le(QOS_TID, c, 0, 2)?;
    let item = cx.peek_le(QOS_PRIORITY, c, 0, 2)?;
    cx.set_generated(item);
    let from_ap = head.has(flags::FROM_DS);
    let mesh = head.flags & 3 == 3 && raw & 0x100 != 0;
    cx.peek_le(if from_ap { QOS_EOSP } else { QOS_BIT4 }, c, 0, 2)?;
    cx.peek_le(QOS_ACK, c, 0, 2)?;
    // Null frames carry nothing that could be aggregated.
    if head.kind & 4 == 0 {
        cx.peek_le(QOS_AMSDUPRESENT, c, 0, 2)?;
    }
    let high = (raw >> 8) as u8;
    // Subtypes with CF-Poll grant a transmission opportunity.
    if from_ap && head.kind & 2 != 0 {
        let item = cx.peek_le(QOS_TXOP_LIMIT, c, 0, 2)?;
        cx.append(item, |o| match high {
            0 => _ = o.s(" (transmit one frame immediately)"),
            n => _ = o.s(" (").u(u32::from(n) * 32).s(" microseconds)"),
        });
    } else if mesh {
        cx.peek_le(QOS_MESH_CTL_PRESENT, c, 0, 2)?;
        cx.peek_le(QOS_MESH_PS_RESERVED, c, 0, 2)?;
        cx.peek_le(QOS_MESH_RSPI, c, 0, 2)?;
    } else if from_ap {
        let item = cx.peek_le(QOS_PS_BUF_STATE, c, 0, 2)?;
        cx.label(item, |o| {
            for bit in (0..8).rev() {
                o.c(b'0' + (high >> bit & 1)).s(if bit == 4 { " " } else { "" });
            }
            o.s(" .... .... = QAP PS Buffer State: ").hex(high, 2);
        });
        cx.under(item, |cx| -> Step {
            cx.peek_le(QOS_BUF_STATE_INDICATED, c, 0, 2)?;
            if raw & 0x200 != 0 {
                cx.peek_le(QOS_HIGHEST_PRI_BUF_AC, c, 0, 2)?;
                let item = cx.peek_le(QOS_QAP_BUF_LOAD, c, 0, 2)?;
                cx.append(item, |o| match raw >> 12 {
                    0 => _ = o.s(" (no buffered traffic)"),
                    15 => _ = o.s(" (greater than 57344 octets)"),
                    n => _ = o.s(" (").u(u32::from(n) * 4096).s(" octets)"),
                });
            }
            Ok(())
        })?;
    } else if raw & 0x10 != 0 {
        let item = cx.peek_le(QOS_QUEUE_SIZE, c, 0, 2)?;
        cx.append(item, |o| match high {
            0 => _ = o.s(" (no buffered traffic in the queue)"),
            254 => _ = o.s(" (more than 64 768 octets)"),
            255 => _ = o.s(" (unspecified or unknown)"),
            n => _ = o.s(" (").u(u32::from(n) * 256).s(" bytes)"),
        });
    } else {
        let item = cx.peek_le(QOS_TXOP_DUR_REQ, c, 0, 2)?;
        if high == 0 {
            cx.append(item, |o| _ = o.s(" (no TXOP requested)"));
        }
    }
    Ok(())
}
