//! Messages: RFC 6143 sections 7.3 to 7.6.

use super::*;
use requin_wire::Field;

/// A byte that is true or false.
pub(super) fn flag<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let yes = c.peek_u8(0)? != 0;
    cx.add(field, c.span(1), Value::U(u64::from(yes)));
    c.skip(1)
}

fn padding<S: Sink>(cx: &mut Cx<'_, S>, n: usize, c: &mut Cursor<'_>) -> Step {
    c.peek_bytes(0, n)?;
    cx.add(PADDING, c.span(n), Value::None);
    c.skip(n)
}

/// The size of the screen, its pixels, its name.
pub(super) fn parameters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u16(WIDTH, c)?;
    cx.u16(HEIGHT, c)?;
    cx.u8(SERVER_BITS_PER_PIXEL, c)?;
    cx.u8(SERVER_DEPTH, c)?;
    flag(cx, SERVER_BIG_ENDIAN_FLAG, c)?;
    flag(cx, SERVER_TRUE_COLOR_FLAG, c)?;
    for field in [SERVER_RED_MAX, SERVER_GREEN_MAX, SERVER_BLUE_MAX] {
        cx.u16(field, c)?;
    }
    for field in [SERVER_RED_SHIFT, SERVER_GREEN_SHIFT, SERVER_BLUE_SHIFT] {
        cx.u8(field, c)?;
    }
    padding(cx, 3, c)?;
    let n = cx.u32(DESKTOP_NAME_LEN, c)? as usize;
    cx.bytes(DESKTOP_NAME, c, n).map(|_| ())
}

/// What clients' messages are called in the Info column.
fn client_name(kind: u8) -> &'static str {
    match kind {
        0 => "Client set pixel format",
        2 => "Client set encodings",
        3 => "Client framebuffer update request",
        4 => "Client key event",
        5 => "Client pointer event",
        6 => "Client cut text",
        _ => "Unknown client message type",
    }
}

pub(super) fn client<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    cx.info_sep("; ", |o| _ = o.s(client_name(kind)));
    let item = cx.field(CLIENT_MESSAGE_TYPE, c, 1)?;
    cx.under(item, |cx| match kind {
        0 => pixel_format(cx, c),
        2 => {
            padding(cx, 1, c)?;
            let n = cx.u16(CLIENT_SET_ENCODINGS_NUM, c)?;
            for _ in 0..n {
                cx.field(CLIENT_SET_ENCODINGS_ENCODING_TYPE, c, 4)?;
            }
            Ok(())
        }
        3 => {
            flag(cx, UPDATE_REQ_INCREMENTAL, c)?;
            for field in [UPDATE_REQ_X_POS, UPDATE_REQ_Y_POS, UPDATE_REQ_WIDTH, UPDATE_REQ_HEIGHT] {
                cx.u16(field, c)?;
            }
            Ok(())
        }
        4 => {
            flag(cx, KEY_DOWN, c)?;
            padding(cx, 2, c)?;
            cx.u32(KEY, c).map(|_| ())
        }
        5 => {
            for field in [
                BUTTON_1_POS,
                BUTTON_2_POS,
                BUTTON_3_POS,
                BUTTON_4_POS,
                BUTTON_5_POS,
                BUTTON_6_POS,
                BUTTON_7_POS,
                BUTTON_8_POS,
            ] {
                cx.peek(field, c, 1)?;
            }
            c.skip(1)?;
            cx.u16(POINTER_X_POS, c)?;
            cx.u16(POINTER_Y_POS, c).map(|_| ())
        }
        6 => {
            padding(cx, 3, c)?;
            let n = cx.u32(CLIENT_CUT_TEXT_LEN, c)? as usize;
            cx.bytes(CLIENT_CUT_TEXT, c, n).map(|_| ())
        }
        _ => {
            cx.expert(UNKNOWN_MESSAGE, item, c.span(0));
            Ok(())
        }
    })
}

fn pixel_format<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    padding(cx, 3, c)?;
    cx.u8(CLIENT_BITS_PER_PIXEL, c)?;
    cx.u8(CLIENT_DEPTH, c)?;
    flag(cx, CLIENT_BIG_ENDIAN_FLAG, c)?;
    flag(cx, CLIENT_TRUE_COLOR_FLAG, c)?;
    for field in [CLIENT_RED_MAX, CLIENT_GREEN_MAX, CLIENT_BLUE_MAX] {
        cx.u16(field, c)?;
    }
    for field in [CLIENT_RED_SHIFT, CLIENT_GREEN_SHIFT, CLIENT_BLUE_SHIFT] {
        cx.u8(field, c)?;
    }
    padding(cx, 3, c)
}

pub(super) fn server<S: Sink>(cx: &mut Cx<'_, S>, pixels: Pixels, c: &mut Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    cx.info_sep("; ", |o| {
        o.s(match kind {
            0 => "Server framebuffer update",
            1 => "Server set colormap entries",
            2 => "Server ring bell on client",
            3 => "Server cut text",
            _ => "Unknown server message type",
        });
    });
    let item = cx.field(SERVER_MESSAGE_TYPE, c, 1)?;
    cx.under(item, |cx| match kind {
        0 => {
            padding(cx, 1, c)?;
            update::rectangles(cx, pixels, c)
        }
        1 => {
            padding(cx, 1, c)?;
            cx.u16(COLORMAP_FIRST_COLOR, c)?;
            let n = cx.u16(COLORMAP_GROUPS, c)?;
            for _ in 0..n {
                for field in [COLORMAP_RED, COLORMAP_GREEN, COLORMAP_BLUE] {
                    cx.u16(field, c)?;
                }
            }
            Ok(())
        }
        3 => {
            padding(cx, 3, c)?;
            let n = cx.u32(SERVER_CUT_TEXT_LEN, c)? as usize;
            cx.bytes(SERVER_CUT_TEXT, c, n).map(|_| ())
        }
        2 => Ok(()),
        _ => {
            cx.expert(UNKNOWN_MESSAGE, item, c.span(0));
            Ok(())
        }
    })
}
