//! Portable Network Graphics, ISO/IEC 15948.

use requin_wire::{Cursor, Cx, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    PNG "png" "Portable Network Graphics" "PNG" App
    on []
    media ["image/png"]
    fields {
        SIGNATURE "png.signature" "PNG Signature": Bytes;
        CHUNK_DATA "png.chunk.data" "Data": None;
        CHUNK_TYPE "png.chunk.type" "Chunk": Str;
        CHUNK_LEN "png.chunk.len" "Len": U32 Dec;
        CHUNK_CRC "png.chunk.crc" "CRC": U32 Hex;
        CHUNK_FLAG_ANCILLARY "png.chunk.flag.ancillary" "Ancillary": Bool(32) & 0x20000000 = Names::Bools("This is an ANCILLARY chunk", "This is a CRITICAL chunk");
        CHUNK_FLAG_PRIVATE "png.chunk.flag.private" "Private": Bool(32) & 0x200000 = Names::Bools("This is a PRIVATE chunk", "This is a PUBLIC chunk");
        CHUNK_FLAG_STC "png.chunk.flag.stc" "Safe To Copy": Bool(32) & 0x20 = Names::Bools("This chunk is SAFE TO COPY", "This chunk is NOT safe to copy");
        IHDR_WIDTH "png.ihdr.width" "Width": U32 Dec;
        IHDR_HEIGHT "png.ihdr.height" "Height": U32 Dec;
        IHDR_BITDEPTH "png.ihdr.bitdepth" "Bit Depth": U8 Dec;
        IHDR_COLOUR_TYPE "png.ihdr.colour_type" "Colour Type": U8 Dec = IHDR_COLOUR_TYPE_NAMES;
        IHDR_COMPRESSION_METHOD "png.ihdr.compression_method" "Compression Method": U8 Dec = IHDR_COMPRESSION_METHOD_NAMES;
        IHDR_FILTER_METHOD "png.ihdr.filter_method" "Filter Method": U8 Dec = IHDR_FILTER_METHOD_NAMES;
        IHDR_INTERLACE_METHOD "png.ihdr.interlace_method" "Interlace Method": U8 Dec = IHDR_INTERLACE_METHOD_NAMES;
        SRGB_INTENT "png.srgb.intent" "Intent": U8 Dec = SRGB_INTENT_NAMES;
        TEXT_KEYWORD "png.text.keyword" "Keyword": Str;
        TEXT_STRING "png.text.string" "String": Str;
        TIME_YEAR "png.time.year" "Year": U16 Dec;
        TIME_MONTH "png.time.month" "Month": U8 Dec;
        TIME_DAY "png.time.day" "Day": U8 Dec;
        TIME_HOUR "png.time.hour" "Hour": U8 Dec;
        TIME_MINUTE "png.time.minute" "Minute": U8 Dec;
        TIME_SECOND "png.time.second" "Second": U8 Dec;
        PHYS_HORIZ "png.phys.horiz" "Horizontal pixels per unit": U32 Dec;
        PHYS_VERT "png.phys.vert" "Vertical pixels per unit": U32 Dec;
        PHYS_UNIT "png.phys.unit" "Unit": U8 Dec = PHYS_UNIT_NAMES;
        BKGD_PALETTE_INDEX "png.bkgd.palette_index" "Palette Index": U8 Dec;
        BKGD_GREYSCALE "png.bkgd.greyscale" "Greyscale": U16 Hex;
        BKGD_RED "png.bkgd.red" "Red": U16 Hex;
        BKGD_GREEN "png.bkgd.green" "Green": U16 Hex;
        BKGD_BLUE "png.bkgd.blue" "Blue": U16 Hex;
        CHRM_WHITE_X "png.chrm.white.x" "White X": F32;
        CHRM_WHITE_Y "png.chrm.white.y" "White Y": F32;
        CHRM_RED_X "png.chrm.red.x" "Red X": F32;
        CHRM_RED_Y "png.chrm.red.y" "Red Y": F32;
        CHRM_GREEN_X "png.chrm.green.x" "Green X": F32;
        CHRM_GREEN_Y "png.chrm.green.y" "Green Y": F32;
        CHRM_BLUE_X "png.chrm.blue.x" "Blue X": F32;
        CHRM_BLUE_Y "png.chrm.blue.y" "Blue Y": F32;
        GAMA_GAMMA "png.gama.gamma" "Gamma": F32;
    }
}

names! {
    IHDR_COLOUR_TYPE_NAMES {
        0 => "Greyscale", 2 => "Truecolour", 3 => "Indexed-colour", 4 => "Greyscale with alpha",
        6 => "Truecolour with alpha",
    }
    IHDR_COMPRESSION_METHOD_NAMES {
        0 => "Deflate",
    }
    IHDR_FILTER_METHOD_NAMES {
        0 => "Adaptive",
    }
    IHDR_INTERLACE_METHOD_NAMES {
        0 => "No interlace", 1 => "Adam7",
    }
    SRGB_INTENT_NAMES {
        0 => "Perceptual", 1 => "Relative colorimetric", 2 => "Saturation", 3 => "Absolute colorimetric",
    }
    PHYS_UNIT_NAMES {
        0 => "Unit is unknown", 1 => "Unit is METRE",
    }
}

/// What chunks are called.
const CHUNKS: &[(&[u8; 4], &str)] = &[
    (b"IHDR", "Image Header"),
    (b"PLTE", "Palette"),
    (b"IDAT", "Image data chunk"),
    (b"IEND", "Image Trailer"),
    (b"bKGD", "Background colour"),
    (b"cHRM", "Primary chromaticities and white point"),
    (b"gAMA", "Image gamma"),
    (b"hIST", "Image Histogram"),
    (b"iCCP", "Embedded ICC profile"),
    (b"iTXt", "International textual data"),
    (b"pHYs", "Physical pixel dimensions"),
    (b"sBIT", "Significant bits"),
    (b"sPLT", "Suggested palette"),
    (b"sRGB", "Standard RGB colour space"),
    (b"sTER", "Stereo Image"),
    (b"tEXt", "Textual data"),
    (b"tIME", "Image last-modification time"),
    (b"tRNS", "Transparency"),
    (b"zTXt", "Compressed textual data"),
];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !c.rest().starts_with(b"\x89PNG\r\n\x1a\n") {
        return Err(Stop::NotMine);
    }
    cx.info_sep(" ", |o| _ = o.s("(PNG)"));
    cx.bytes(SIGNATURE, &mut c, 8)?;
    while !c.is_empty() {
        chunk(cx, &mut c)?;
    }
    Ok(())
}

fn chunk<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let len = c.peek_u32(0)? as usize;
    let kind = c.peek_bytes(4, 4)?;
    let item = cx.line(c.span(len.saturating_add(12)), |o| {
        match CHUNKS.iter().find(|k| k.0 == kind) {
            Some((_, name)) => o.s(name),
            None => o.s("Unknown"),
        };
        o.s(" (").text(kind).s(")");
    });
    cx.under(item, |cx| -> Step {
        cx.u32(CHUNK_LEN, c)?;
        cx.peek(CHUNK_TYPE, c, 4)?;
        for flag in [CHUNK_FLAG_ANCILLARY, CHUNK_FLAG_PRIVATE, CHUNK_FLAG_STC] {
            cx.peek(flag, c, 4)?;
        }
        c.skip(4)?;
        if len > c.left() {
            return Err(Stop::Short);
        }
        let mut d = c.take(len);
        if len > 0 {
            data(cx, kind, &mut d)?;
        }
        cx.u32(CHUNK_CRC, c)?;
        Ok(())
    })
}

/// A fixed-point number of 100,000ths.
fn fixed<S: Sink>(cx: &mut Cx<'_, S>, field: requin_wire::Field, d: &mut Cursor<'_>) -> Step {
    let raw = d.peek_u32(0)?;
    // Single precision, as the field has it.
    let value = f64::from(raw as f32 / 100_000.0);
    cx.add(field, d.span(4), Value::F(value));
    d.skip(4)
}

fn data<S: Sink>(cx: &mut Cx<'_, S>, kind: &[u8], d: &mut Cursor<'_>) -> Step {
    match kind {
        b"IHDR" => {
            cx.u32(IHDR_WIDTH, d)?;
            cx.u32(IHDR_HEIGHT, d)?;
            for field in [
                IHDR_BITDEPTH,
                IHDR_COLOUR_TYPE,
                IHDR_COMPRESSION_METHOD,
                IHDR_FILTER_METHOD,
                IHDR_INTERLACE_METHOD,
            ] {
                cx.u8(field, d)?;
            }
        }
        b"sRGB" => _ = cx.u8(SRGB_INTENT, d)?,
        b"tEXt" => {
            let end = d.rest().iter().position(|b| *b == 0).unwrap_or(d.captured());
            cx.bytes(TEXT_KEYWORD, d, end)?;
            d.skip(1)?;
            let n = d.left();
            cx.bytes(TEXT_STRING, d, n)?;
        }
        b"tIME" => {
            cx.u16(TIME_YEAR, d)?;
            for field in [TIME_MONTH, TIME_DAY, TIME_HOUR, TIME_MINUTE, TIME_SECOND] {
                cx.u8(field, d)?;
            }
        }
        b"pHYs" => {
            cx.u32(PHYS_HORIZ, d)?;
            cx.u32(PHYS_VERT, d)?;
            cx.u8(PHYS_UNIT, d)?;
        }
        b"bKGD" => match d.left() {
            1 => _ = cx.u8(BKGD_PALETTE_INDEX, d)?,
            2 => _ = cx.u16(BKGD_GREYSCALE, d)?,
            6 => {
                cx.u16(BKGD_RED, d)?;
                cx.u16(BKGD_GREEN, d)?;
                cx.u16(BKGD_BLUE, d)?;
            }
            _ => (),
        },
        b"cHRM" => {
            for field in [
                CHRM_WHITE_X,
                CHRM_WHITE_Y,
                CHRM_RED_X,
                CHRM_RED_Y,
                CHRM_GREEN_X,
                CHRM_GREEN_Y,
                CHRM_BLUE_X,
                CHRM_BLUE_Y,
            ] {
                fixed(cx, field, d)?;
            }
        }
        b"gAMA" => fixed(cx, GAMA_GAMMA, d)?,
        _ => {
            let n = d.left();
            d.peek_bytes(0, n)?;
            cx.add(CHUNK_DATA, d.span(n), Value::None);
        }
    }
    Ok(())
}
