//! Header extensions: those that RFC 8285 gives a form, and any others.

use super::*;

/// Several elements, with a byte before each.
const ONE_BYTE: u16 = 0xbede;
/// Several elements, with two bytes before each; the last four bits are the application's.
const TWO_BYTES: u16 = 0x1000;
/// In the first form: what follows must not be read.
const RESERVED: u8 = 15;

/// The extension behind the fixed header.
pub(super) fn extension<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let profile = c.peek_u16(0)?;
    let item = cx.field(EXT_PROFILE, c, 2)?;
    cx.label(item, |o| _ = o.s("Defined by profile: Unknown (").hex(profile, 4).s(")"));
    let len = 4 * usize::from(cx.u16(EXT_LEN, c)?);
    if len == 0 {
        return Ok(());
    }
    let item = cx.add(HDR_EXTS, c.span(len), Value::None);
    let mut inside = c.take_all(len)?;
    cx.under(item, |cx| match profile {
        ONE_BYTE => one_byte(cx, &mut inside),
        _ if profile & 0xfff0 == TWO_BYTES => two_bytes(cx, &mut inside, profile & 0xf),
        _ => {
            while inside.left() >= 4 {
                cx.u32(HDR_EXT, &mut inside)?;
            }
            Ok(())
        }
    })
}

fn one_byte<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let head = c.peek_u8(0)?;
        let (id, len) = (head >> 4, usize::from(head & 0xf) + 1);
        if head == 0 {
            c.skip(1)?;
            continue;
        }
        if id == RESERVED {
            break;
        }
        let item = cx.line(c.span(1 + len), |o| _ = o.s("RFC 5285 Header Extension (One-Byte Header)"));
        cx.under(item, |cx| -> Step {
            cx.add(EXT_RFC5285_ID, c.span(1), Value::U(u64::from(id)));
            cx.add(EXT_RFC5285_LEN, c.span(1), Value::U(len as u64));
            c.skip(1)?;
            cx.bytes(EXT_RFC5285_DATA, c, len).map(|_| ())
        })?;
    }
    Ok(())
}

fn two_bytes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, bits: u16) -> Step {
    while c.left() >= 2 {
        if c.peek_u8(0)? == 0 {
            cx.bytes(PADDING_DATA, c, 1)?;
            continue;
        }
        let len = usize::from(c.peek_u8(1)?);
        let item = cx.line(c.span(2 + len), |o| _ = o.s("RFC 5285 Header Extension (Two-Byte Header)"));
        cx.under(item, |cx| -> Step {
            cx.add(EXT_RFC5285_APPBITS, c.span(1), Value::U(u64::from(bits)));
            cx.u8(EXT_RFC5285_ID, c)?;
            cx.u8(EXT_RFC5285_LEN, c)?;
            if len > 0 {
                cx.bytes(EXT_RFC5285_DATA, c, len)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
