//! Requests for block acknowledgements, and these.

use super::*;
use requin_wire::Field;

const CONTROL: [Field; 4] = [BA_CONTROL_ACKPOLICY, BA_CONTROL_BA_TYPE, BA_CONTROL_RESERVED, BA_BASIC_TIDINFO];

fn control<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u16, requin_wire::Stop> {
    let (raw, _) = cx.flags_le(BA_CONTROL, c, 2, &CONTROL)?;
    Ok(raw as u16 >> 1 & 15)
}

fn start<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u16, requin_wire::Stop> {
    let (raw, _) = cx.flags_le(FIXED_SSC, c, 2, &[FIXED_SSC_FRAGMENT, FIXED_SSC_SEQUENCE])?;
    Ok(raw as u16 >> 4)
}

fn open<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &Cursor<'_>,
    what: &'static str,
) -> Result<requin_wire::Item, requin_wire::Stop> {
    let kind = c.peek_u8(0)? >> 1 & 15;
    Ok(cx.line(c.span(usize::MAX), |o| {
        match names::BA_CONTROL_BA_TYPE.find(kind.into()) {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Reserved (").u(kind).s(")"),
        }
        o.s(what);
    }))
}

/// A request.
///
/// # Errors
/// When the packet ends before.
pub fn request<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = open(cx, c, " Request")?;
    cx.under(item, |cx| -> Step {
        match control(cx, c)? {
            0 | 1 | 2 | 6 => {
                start(cx, c)?;
            }
            _ => {}
        }
        Ok(())
    })
}

/// An acknowledgement.
///
/// # Errors
/// When the packet ends before.
pub fn response<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = open(cx, c, " Response")?;
    cx.under(item, |cx| -> Step {
        let kind = control(cx, c)?;
        let len = match kind {
            0 => 128,
            1 | 2 | 6 => 8,
            _ => return Ok(()),
        };
        let first = start(cx, c)?;
        let len = if kind == 2 && c.left() >= 32 { 32 } else { len };
        let bitmap = c.peek_bytes(0, len)?;
        let item = cx.field(BA_BM, c, len)?;
        if kind == 2 && cx.wants(BA_BM_MISSING_FRAME) {
            cx.under(item, |cx| {
                for (i, byte) in bitmap.iter().enumerate() {
                    for bit in (0..8).filter(|bit| byte >> bit & 1 == 0) {
                        let number = (u64::from(first) + 8 * i as u64 + bit) & 0xfff;
                        cx.add(BA_BM_MISSING_FRAME, c.span(0), Value::U(number));
                    }
                }
            });
        }
        Ok(())
    })
}
