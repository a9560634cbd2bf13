//! Graphics Interchange Format, versions 87a and 89a.

use requin_wire::{Cursor, Cx, Field, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    IMAGE_GIF "image-gif" "Compuserve GIF" "GIF image" App
    on []
    media ["image/gif"]
    fields {
        VERSION "image-gif.version" "Version": Str;
        SCREEN_WIDTH "image-gif.screen.width" "Screen width": U16 Dec;
        SCREEN_HEIGHT "image-gif.screen.height" "Screen height": U16 Dec;
        GLOBAL_COLOR_MAP_PRESENT "image-gif.global.color_map.present" "Global color map is present": U8 Dec & 0x80 = GLOBAL_COLOR_MAP_PRESENT_NAMES;
        GLOBAL_COLOR_BPP "image-gif.global.color_bpp" "Bits per color minus 1": U8 Dec & 0x70;
        GLOBAL_COLOR_MAP_ORDERED "image-gif.global.color_map.ordered" "Global color map is ordered": U8 Dec & 0x8 = GLOBAL_COLOR_MAP_PRESENT_NAMES;
        GLOBAL_BPP "image-gif.global.bpp" "Image bits per pixel minus 1": U8 Dec & 0x7;
        IMAGE_BACKGROUND_INDEX "image-gif.image_background_index" "Background color index": U8 Dec;
        GLOBAL_PIXEL_ASPECT_RATIO "image-gif.global.pixel_aspect_ratio" "Global pixel aspect ratio": U8 Dec;
        GLOBAL_COLOR_MAP "image-gif.global.color_map" "Global color map": Bytes;
        IMAGE_LEFT "image-gif.image.left" "Image left position": U16 Dec;
        IMAGE_TOP "image-gif.image.top" "Image top position": U16 Dec;
        IMAGE_WIDTH "image-gif.image.width" "Image width": U16 Dec;
        IMAGE_HEIGHT "image-gif.image.height" "Image height": U16 Dec;
        LOCAL_COLOR_MAP_PRESENT "image-gif.local.color_map.present" "Local color map is present": U8 Dec & 0x80 = GLOBAL_COLOR_MAP_PRESENT_NAMES;
        LOCAL_COLOR_BPP "image-gif.local.color_bpp" "Bits per color minus 1": U8 Dec & 0x70;
        LOCAL_COLOR_MAP_ORDERED "image-gif.local.color_map.ordered" "Local color map is ordered": U8 Dec & 0x8 = GLOBAL_COLOR_MAP_PRESENT_NAMES;
        LOCAL_COLOR_MAP "image-gif.local.color_map" "Local color map": Bytes;
        EXTENSION "image-gif.extension" "Extension": None;
        EXTENSION_LABEL "image-gif.extension.label" "Extension label": U8 Hex = EXTENSION_LABEL_NAMES;
        IMAGE "image-gif.image" "Image": None;
        END "image-gif.end" "Trailer (End of the GIF stream)": None;
        DATA_BLOCK "image-gif.data_block" "Data block": UintBytes;
        CODE_SIZE "image-gif.image.code_size" "LZW minimum code size": U8 Dec;
    }
}

names! {
    GLOBAL_COLOR_MAP_PRESENT_NAMES {
        0 => "False", 1 => "True",
    }
    EXTENSION_LABEL_NAMES {
        1 => "Plain Text", 249 => "Graphics Control", 254 => "Comment", 255 => "Application",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let version = c.peek_bytes(0, 6).map_err(|_| Stop::NotMine)?;
    if version != b"GIF87a" && version != b"GIF89a" {
        return Err(Stop::NotMine);
    }
    cx.info_sep(" ", |o| _ = o.s("(").text(version).s(")"));
    cx.proto_append(|o| _ = o.s(", Version: ").text(version));
    cx.bytes(VERSION, &mut c, 6)?;
    cx.u16_le(SCREEN_WIDTH, &mut c)?;
    cx.u16_le(SCREEN_HEIGHT, &mut c)?;
    let settings = packed(
        cx,
        &c,
        "Global settings:",
        "Global",
        [GLOBAL_COLOR_MAP_PRESENT, GLOBAL_COLOR_BPP, GLOBAL_COLOR_MAP_ORDERED, GLOBAL_BPP],
    )?;
    c.skip(1)?;
    cx.u8(IMAGE_BACKGROUND_INDEX, &mut c)?;
    let ratio = c.peek_u8(0)?;
    if ratio > 0 {
        let item = cx.peek(GLOBAL_PIXEL_ASPECT_RATIO, &c, 1)?;
        cx.append(item, |o| {
            // (n + 15) / 64, in thousandths.
            let thousandths = (u32::from(ratio) + 15) * 1000 / 64;
            o.s(" (").u(thousandths / 1000).s(".").u0(thousandths % 1000, 3).s(" : 1)");
        });
    }
    c.skip(1)?;
    color_map(cx, &mut c, settings, GLOBAL_COLOR_MAP)?;
    while !c.is_empty() {
        match c.peek_u8(0)? {
            0x2c => image(cx, &mut c)?,
            0x21 => extension(cx, &mut c)?,
            0x3b => {
                cx.add(END, c.span(1), Value::None);
                return Ok(());
            }
            _ => return Ok(()),
        }
    }
    Ok(())
}

/// The byte that tells of a colour table.
fn packed<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &Cursor<'_>,
    title: &str,
    which: &str,
    fields: [Field; 4],
) -> Result<u8, Stop> {
    let raw = c.peek_u8(0)?;
    let item = cx.line(c.span(1), |o| {
        o.s(title);
        if raw & 0x80 != 0 {
            o.s(" (").s(which).s(" color table present)");
        }
        let per_color = (raw >> 4 & 7) + 1;
        o.s(" (").u(per_color).s(if per_color == 1 { " bit per color)" } else { " bits per color)" });
        let per_pixel = (raw & 7) + 1;
        o.s(" (").u(per_pixel).s(if per_pixel == 1 { " bit per pixel)" } else { " bits per pixel)" });
    });
    cx.under(item, |cx| -> Step {
        for field in fields {
            cx.peek(field, c, 1)?;
        }
        Ok(())
    })?;
    Ok(raw)
}

fn color_map<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, settings: u8, field: Field) -> Step {
    if settings & 0x80 != 0 {
        cx.bytes(field, c, 3 << ((settings & 7) + 1))?;
    }
    Ok(())
}

/// Blocks with their length before them, up to an empty one.
fn blocks<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    loop {
        let n = usize::from(c.peek_u8(0)?);
        c.peek_bytes(1, n)?;
        let span = c.span(n + 1);
        let value = Span { start: span.start + 1, len: n as u32, ..span };
        let item = cx.add(DATA_BLOCK, span, Value::Bytes(value));
        cx.append(item, |o| _ = o.s(" (length = ").u(n as u64).s(")"));
        c.skip(n + 1)?;
        if n == 0 {
            return Ok(());
        }
    }
}

fn extension<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let start = *c;
    let label = c.peek_u8(1)?;
    let item = cx.add(EXTENSION, c.span(2), Value::None);
    cx.label(item, |o| {
        _ = o.s("Extension: ").s(EXTENSION_LABEL_NAMES.or(u64::from(label), "<Warning: Unknown>"))
    });
    c.skip(1)?;
    let step = cx.under(item, |cx| -> Step {
        cx.u8(EXTENSION_LABEL, c)?;
        blocks(cx, c)
    });
    cx.set_len(item, c.pos() - start.pos());
    step
}

fn image<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let start = *c;
    let item = cx.add(IMAGE, c.span(1), Value::None);
    c.skip(1)?;
    let step = cx.under(item, |cx| -> Step {
        for field in [IMAGE_LEFT, IMAGE_TOP, IMAGE_WIDTH, IMAGE_HEIGHT] {
            cx.u16_le(field, c)?;
        }
        let settings = packed(
            cx,
            c,
            "Local settings:",
            "Local",
            [LOCAL_COLOR_MAP_PRESENT, LOCAL_COLOR_BPP, LOCAL_COLOR_MAP_ORDERED, GLOBAL_BPP],
        )?;
        c.skip(1)?;
        color_map(cx, c, settings, LOCAL_COLOR_MAP)?;
        cx.u8(CODE_SIZE, c)?;
        blocks(cx, c)
    });
    cx.set_len(item, c.pos() - start.pos());
    step
}
