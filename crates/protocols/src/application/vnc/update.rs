//! Framebuffer updates: rectangles in their encodings, RFC 6143 sections 7.7 and 7.8.

use super::*;

pub(super) fn rectangles<S: Sink>(cx: &mut Cx<'_, S>, pixels: Pixels, c: &mut Cursor<'_>) -> Step {
    let n = cx.u16(FB_UPDATE_NUM_RECTS, c)?;
    for i in 1..=n {
        let encoding = c.peek_u32(8)? as i32;
        let line = cx.line(c.span(12), |o| _ = o.s("Rectangle #").u(i));
        let end = walk::rectangle(c.rest(), 0, pixels).unwrap_or(c.left());
        let mut one = c.take(end);
        cx.under(line, |cx| rectangle(cx, encoding, pixels, &mut one))?;
        if encoding == walk::LAST_RECT {
            break;
        }
    }
    Ok(())
}

fn rectangle<S: Sink>(cx: &mut Cx<'_, S>, encoding: i32, pixels: Pixels, c: &mut Cursor<'_>) -> Step {
    cx.u16(FB_UPDATE_X_POS, c)?;
    cx.u16(FB_UPDATE_Y_POS, c)?;
    let w = usize::from(cx.u16(FB_UPDATE_WIDTH, c)?);
    let h = usize::from(cx.u16(FB_UPDATE_HEIGHT, c)?);
    let item = cx.field(FB_UPDATE_ENCODING_TYPE, c, 4)?;
    cx.under(item, |cx| match encoding {
        0 => cx.bytes(RAW_PIXEL_DATA, c, w * h * pixels.bytes).map(|_| ()),
        1 => {
            cx.u16(COPYRECT_SRC_X_POS, c)?;
            cx.u16(COPYRECT_SRC_Y_POS, c).map(|_| ())
        }
        2 => {
            let n = cx.u32(RRE_NUM_SUBRECTS, c)?;
            cx.bytes(RRE_BG_PIXEL, c, pixels.bytes)?;
            for _ in 0..n {
                cx.bytes(RRE_SUBRECT_PIXEL, c, pixels.bytes)?;
                for field in [RRE_SUBRECT_X_POS, RRE_SUBRECT_Y_POS, RRE_SUBRECT_WIDTH, RRE_SUBRECT_HEIGHT] {
                    cx.u16(field, c)?;
                }
            }
            Ok(())
        }
        5 => hextile(cx, w, h, pixels.bytes, c),
        16 => {
            let n = cx.u32(ZRLE_LEN, c)? as usize;
            cx.bytes(ZRLE_DATA, c, n).map(|_| ())
        }
        -239 => {
            if w * h == 0 {
                return Ok(());
            }
            cx.bytes(CURSOR_ENCODING_PIXELS, c, w * h * pixels.bytes)?;
            cx.bytes(CURSOR_ENCODING_BITMASK, c, w.div_ceil(8) * h).map(|_| ())
        }
        _ => Ok(()),
    })
}

fn hextile<S: Sink>(cx: &mut Cx<'_, S>, w: usize, h: usize, pixel: usize, c: &mut Cursor<'_>) -> Step {
    for (row, height) in walk::tiles(h).enumerate() {
        for (column, width) in walk::tiles(w).enumerate() {
            let len = walk::tile(c.rest(), 0, width * height, pixel).unwrap_or(c.left());
            let kind = c.peek_u8(0)?;
            let line = cx.line(c.span(1), |o| {
                o.s("Tile {")
                    .u((16 * column + width) as u64)
                    .c(b':')
                    .u((16 * row + height) as u64)
                    .s("}, sub encoding mask ")
                    .u(kind);
            });
            let mut one = c.take(len);
            cx.under(line, |cx| tile(cx, width * height, pixel, &mut one))?;
        }
    }
    Ok(())
}

fn tile<S: Sink>(cx: &mut Cx<'_, S>, area: usize, pixel: usize, c: &mut Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    let bits = [HEXTILE_RAW, HEXTILE_BG, HEXTILE_FG, HEXTILE_ANYSUBRECTS, HEXTILE_SUBRECTSCOLORED];
    let (_, item) = cx.flags(HEXTILE_SUBENCODING, c, 1, &bits)?;
    cx.under(item, |cx| {
        if kind & 1 != 0 {
            return cx.bytes(HEXTILE_RAW_VALUE, c, area * pixel).map(|_| ());
        }
        for (bit, field) in [(2, HEXTILE_BG_VALUE), (4, HEXTILE_FG_VALUE)] {
            if kind & bit != 0 {
                cx.bytes(field, c, pixel)?;
            }
        }
        if kind & 8 == 0 {
            return Ok(());
        }
        let n = c.peek_u8(0)?;
        let item = cx.field(HEXTILE_NUM_SUBRECTS, c, 1)?;
        cx.under(item, |cx| {
            for i in 1..=n {
                let len = if kind & 16 != 0 { pixel + 2 } else { 2 };
                let line = cx.line(c.span(len), |o| _ = o.s("Subrectangle #").u(i));
                cx.under(line, |cx| -> Step {
                    if kind & 16 != 0 {
                        cx.bytes(HEXTILE_SUBRECT_PIXEL_VALUE, c, pixel)?;
                    }
                    cx.peek(HEXTILE_SUBRECT_X_POS, c, 1)?;
                    cx.field(HEXTILE_SUBRECT_Y_POS, c, 1)?;
                    cx.peek(HEXTILE_SUBRECT_WIDTH, c, 1)?;
                    cx.field(HEXTILE_SUBRECT_HEIGHT, c, 1).map(|_| ())
                })?;
            }
            Ok(())
        })
    })
}
