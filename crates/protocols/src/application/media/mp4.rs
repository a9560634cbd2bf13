//! MP4 / ISO base media file format, ISO/IEC 14496-12.

use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Time, Value, names, proto};

proto! {
    MP4 "mp4" "MP4 / ISOBMFF file format" "MP4" App
    on []
    media ["video/mp4", "audio/mp4"]
    fields {
        BOX_SIZE "mp4.box.size" "Box size": U32 Dec;
        BOX_TYPE_STR "mp4.box.type_str" "Box type": Str;
        BOX_LARGESIZE "mp4.box.largesize" "Box size (largesize)": U64 Dec;
        FULL_BOX_VERSION "mp4.full_box.version" "Box version": U8 Dec;
        FULL_BOX_FLAGS "mp4.full_box.flags" "Flags": U24 Hex;
        FTYP_BRAND "mp4.ftyp.brand" "Brand": Str;
        FTYP_VERSION "mp4.ftyp.version" "Version": U32 Dec;
        FTYP_ADDITIONAL_BRAND "mp4.ftyp.additional_brand" "Additional brand": Str;
        STSZ_SAMPLE_SIZE "mp4.stsz.sample_size" "Sample size": U32 Dec;
        STSZ_SAMPLE_COUNT "mp4.stsz.sample_count" "Sample count": U32 Dec;
        STSZ_ENTRY_SIZE "mp4.stsz.entry_size" "Entry size": U32 Dec;
        STSC_ENTRY_COUNT "mp4.stsc.entry_count" "Entry size": U32 Dec;
        STSC_FIRST_CHUNK "mp4.stsc.first_chunk" "First chunk": U32 Dec;
        STSC_SAMPLES_PER_CHUNK "mp4.stsc.samples_per_chunk" "Samples per chunk": U32 Dec;
        STSC_SAMPLE_DESCRIPTION_INDEX "mp4.stsc.sample_description_index" "Sample description index": U32 Dec;
        STCO_ENTRY_COUNT "mp4.stco.entry_count" "Entry count": U32 Dec;
        STCO_CHUNK_OFFSET "mp4.stco.chunk_offset" "Entry count": U32 Dec;
        MVHD_CREATION_TIME "mp4.mvhd.creation_time" "Creation time": AbsTime;
        MVHD_MODIFICATION_TIME "mp4.mvhd.modification_time" "Modification time": AbsTime;
        MVHD_TIMESCALE "mp4.mvhd.timescale" "Timescale": U32 Dec;
        MVHD_DURATION "mp4.mvhd.duration" "Duration": U64 Dec;
        MVHD_RATE "mp4.mvhd.rate" "Rate": F64;
        MVHD_VOLUME "mp4.mvhd.volume" "Volume": F64;
        MVHD_NEXT_TRACK_ID "mp4.mvhd.next_track_id" "Next Track ID": U32 Hex;
        MFHD_SEQUENCE_NUMBER "mp4.mfhd.sequence_number" "Sequence number": U32 Dec;
        TKHD_FLAGS_ENABLED "mp4.tkhd.flags.enabled" "Enabled": Bool(24) & 0x1;
        TKHD_FLAGS_IN_MOVIE "mp4.tkhd.flags.in_movie" "In movie": Bool(24) & 0x2;
        TKHD_FLAGS_IN_PREVIEW "mp4.tkhd.flags.in_preview" "In preview": Bool(24) & 0x4;
        TKHD_FLAGS_SIZE_IS_ASPECT_RATIO "mp4.tkhd.flags.size_is_aspect_ratio" "Size is aspect ratio": Bool(24) & 0x8;
        TKHD_CREATION_TIME "mp4.tkhd.creation_time" "Creation time": AbsTime;
        TKHD_MODIFICATION_TIME "mp4.tkhd.modification_time" "Modification time": AbsTime;
        TKHD_TRACK_ID "mp4.tkhd.track_id" "Track ID": U32 Dec;
        TKHD_DURATION "mp4.tkhd.duration" "Duration": U64 Dec;
        TKHD_WIDTH "mp4.tkhd.width" "Width": F64;
        TKHD_HEIGHT "mp4.tkhd.height" "Height": F64;
        HDLR_TYPE "mp4.hdlr.type" "Handler type": Str;
        HDLR_NAME "mp4.hdlr.name" "Handler name": StrZ;
        DREF_ENTRY_COUNT "mp4.dref.entry_count" "Number of entries": U32 Dec;
        STSD_ENTRY_COUNT "mp4.stsd.entry_count" "Number of entries": U32 Dec;
        URL_FLAGS_MEDIA_DATA_LOCATION "mp4.url.flags.media_data_location" "Media data location is defined in the movie box": Bool(24) & 0x1;
        STTS_ENTRY_COUNT "mp4.stts.entry_count" "Number of entries": U32 Dec;
        STTS_SAMPLE_COUNT "mp4.stts.sample_count" "Sample count": U32 Dec;
        STTS_SAMPLE_DELTA "mp4.stts.sample_delta" "Sample delta": U32 Dec;
        ELST_ENTRY_COUNT "mp4.elst.entry_count" "Number of entries": U32 Dec;
        ELST_SEGMENT_DURATION "mp4.elst.segment_duration" "Segment duration": U64 Dec;
        ELST_MEDIA_TIME "mp4.elst.media_time" "Media time": I64 Dec;
        ELST_MEDIA_RATE_INTEGER "mp4.elst.media_rate_integer" "Media rate integer": I16 Dec;
        ELST_MEDIA_RATE_FRACTION "mp4.elst.media_rate_fraction" "Media rate fraction": I16 Dec;
    }
}

/// Seconds from 1904, from which times count, to the epoch of Unix.
const EPOCH: i64 = 2_082_844_800;
/// How deep boxes may lie in one another.
const DEPTH: u8 = 20;

names! {
    BOXES {
        0x63747473 => "Composition Time To Sample Box",
        0x64696e66 => "Data Information Box",
        0x64726566 => "Data Reference Box",
        0x65647473 => "Edit Box",
        0x656c7374 => "Edit List Box",
        0x66747970 => "File Type Box",
        0x68646c72 => "Handler Reference Box",
        0x6d646174 => "Media Data Box",
        0x6d646864 => "Media Header Box",
        0x6d646961 => "Media Box",
        0x6d656864 => "Movie Extends Header Box",
        0x6d666864 => "Movie Fragment Header Box",
        0x6d696e66 => "Media Information Box",
        0x6d6f6f66 => "Movie Fragment Box",
        0x6d6f6f76 => "Movie Box",
        0x6d766578 => "Movie Extends Box",
        0x6d766864 => "Movie Header Box",
        0x7374626c => "Sample to Group Box",
        0x7374636f => "Chunk Offset Box",
        0x73747363 => "Sample To Chunk Box",
        0x73747364 => "Sample Description Box",
        0x73747373 => "Sync Sample Table",
        0x7374737a => "Sample Size Box",
        0x73747473 => "Decoding Time To Sample Box",
        0x74666864 => "Track Fragment Header Box",
        0x746b6864 => "Track Header Box",
        0x74726166 => "Track Fragment Box",
        0x7472616b => "Track Box",
        0x74726578 => "Track Extends Box",
        0x7472756e => "Track Fragment Run Box",
        0x75647461 => "User Data Box",
        0x75726c20 => "URL Box",
        0x766d6864 => "Video Media Header Box",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    // The first box is known, or this is something else.
    let first = c.peek_u32(4).map_err(|_| Stop::NotMine)?;
    if BOXES.find(u64::from(first)).is_none() {
        return Err(Stop::NotMine);
    }
    cx.protocol("MP4");
    cx.info_clear();
    let mut scale = 0;
    while !c.is_empty() {
        one(cx, &mut c, 0, &mut scale)?;
    }
    Ok(())
}

/// A box, and those in it; `scale` is how many units of the movie's times make a second.
fn one<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8, scale: &mut u32) -> Step {
    let size = c.peek_u32(0)?;
    let kind = *c.peek_array::<8>()?;
    let kind = [kind[4], kind[5], kind[6], kind[7]];
    let (len, head) = match size {
        // The length of a box may need eight bytes, or reach to the end.
        1 => (usize::try_from(c.peek_uint(8, 8)?).unwrap_or(usize::MAX), 16),
        0 => (c.left(), 8),
        n => (n as usize, 8),
    };
    if len < head || depth > DEPTH {
        return Err(Stop::Malformed);
    }
    let name = BOXES.or(u64::from(u32::from_be_bytes(kind)), "unknown");
    let item = cx.line(c.span(len), |o| _ = o.s(name).s(" (").text(&kind).s(")"));
    let mut body = c.take(len);
    cx.under(item, |cx| -> Step {
        cx.field(BOX_SIZE, &mut body, 4)?;
        cx.bytes(BOX_TYPE_STR, &mut body, 4)?;
        if size == 1 {
            cx.field(BOX_LARGESIZE, &mut body, 8)?;
        }
        content(cx, &mut body, &kind, depth, scale)
    })
}

/// Version and flags of a box that has these.
fn full<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, bits: &[Field]) -> Result<u8, Stop> {
    let version = cx.u8(FULL_BOX_VERSION, c)?;
    cx.flags(FULL_BOX_FLAGS, c, 3, bits)?;
    Ok(version)
}

fn time<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, n: usize) -> Step {
    let seconds = i64::try_from(c.peek_uint(0, n)?).unwrap_or(i64::MAX);
    cx.add(field, c.span(n), Time::new(seconds.saturating_sub(EPOCH), 0).into());
    c.skip(n)
}

/// A number whose lower bits are a fraction.
fn fixed<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, n: usize) -> Step {
    let raw = c.peek_uint(0, n)?;
    let one = (1u64 << (4 * n)) as f64;
    cx.add(field, c.span(n), Value::F(raw as f64 / one));
    c.skip(n)
}

fn content<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    kind: &[u8; 4],
    depth: u8,
    scale: &mut u32,
) -> Step {
    match kind {
        b"ftyp" => {
            cx.bytes(FTYP_BRAND, c, 4)?;
            cx.field(FTYP_VERSION, c, 4)?;
            while !c.is_empty() {
                cx.bytes(FTYP_ADDITIONAL_BRAND, c, 4)?;
            }
            Ok(())
        }
        b"moov" | b"trak" | b"edts" | b"mdia" | b"minf" | b"dinf" | b"stbl" | b"moof" | b"traf" | b"mvex"
        | b"udta" => inside(cx, c, depth, scale),
        b"mvhd" => movie(cx, c, scale),
        b"tkhd" => track(cx, c),
        b"mfhd" => {
            full(cx, c, &[])?;
            cx.u32(MFHD_SEQUENCE_NUMBER, c).map(|_| ())
        }
        b"hdlr" => {
            full(cx, c, &[])?;
            c.skip(4)?;
            cx.bytes(HDLR_TYPE, c, 4)?;
            c.skip(12)?;
            cx.strz(HDLR_NAME, c).map(|_| ())
        }
        b"dref" | b"stsd" => {
            full(cx, c, &[])?;
            cx.u32(if kind == b"dref" { DREF_ENTRY_COUNT } else { STSD_ENTRY_COUNT }, c)?;
            inside(cx, c, depth, scale)
        }
        b"url " => full(cx, c, &[URL_FLAGS_MEDIA_DATA_LOCATION]).map(|_| ()),
        b"elst" => edits(cx, c),
        b"stts" => table(
            cx,
            c,
            STTS_ENTRY_COUNT,
            &[STTS_SAMPLE_COUNT, STTS_SAMPLE_DELTA],
            &["Sample count", "Sample delta"],
            ", ",
        ),
        b"stsc" => table(
            cx,
            c,
            STSC_ENTRY_COUNT,
            &[STSC_FIRST_CHUNK, STSC_SAMPLES_PER_CHUNK, STSC_SAMPLE_DESCRIPTION_INDEX],
            &["First chunk", "Samples per chunk", "Sample description index"],
            "; ",
        ),
        b"stsz" => {
            full(cx, c, &[])?;
            let size = c.peek_u32(0)?;
            let item = cx.field(STSZ_SAMPLE_SIZE, c, 4)?;
            if size == 0 {
                cx.append(item, |o| _ = o.s(" (samples have different sizes)"));
            }
            let n = cx.u32(STSZ_SAMPLE_COUNT, c)?;
            if size == 0 { list(cx, c, STSZ_ENTRY_SIZE, n, ": Entry size: ") } else { Ok(()) }
        }
        b"stco" => {
            full(cx, c, &[])?;
            let n = cx.u32(STCO_ENTRY_COUNT, c)?;
            list(cx, c, STCO_CHUNK_OFFSET, n, ": Chunk offset ")
        }
        _ => Ok(()),
    }
}

fn inside<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8, scale: &mut u32) -> Step {
    while !c.is_empty() {
        one(cx, c, depth + 1, scale)?;
    }
    Ok(())
}

fn movie<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, scale: &mut u32) -> Step {
    let n = if full(cx, c, &[])? == 0 { 4 } else { 8 };
    time(cx, c, MVHD_CREATION_TIME, n)?;
    time(cx, c, MVHD_MODIFICATION_TIME, n)?;
    *scale = c.peek_u32(0)?;
    let item = cx.field(MVHD_TIMESCALE, c, 4)?;
    cx.append(item, |o| _ = o.s(" units in one second"));
    cx.field(MVHD_DURATION, c, n)?;
    fixed(cx, c, MVHD_RATE, 4)?;
    fixed(cx, c, MVHD_VOLUME, 2)?;
    // Reserved bytes, a matrix, and what was set before.
    c.skip(2 + 8 + 36 + 24)?;
    cx.field(MVHD_NEXT_TRACK_ID, c, 4).map(|_| ())
}

fn track<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits =
        [TKHD_FLAGS_ENABLED, TKHD_FLAGS_IN_MOVIE, TKHD_FLAGS_IN_PREVIEW, TKHD_FLAGS_SIZE_IS_ASPECT_RATIO];
    let n = if full(cx, c, &bits)? == 0 { 4 } else { 8 };
    time(cx, c, TKHD_CREATION_TIME, n)?;
    time(cx, c, TKHD_MODIFICATION_TIME, n)?;
    cx.field(TKHD_TRACK_ID, c, 4)?;
    c.skip(4)?;
    cx.field(TKHD_DURATION, c, n)?;
    c.skip(8 + 2 + 2 + 2 + 2 + 36)?;
    fixed(cx, c, TKHD_WIDTH, 4)?;
    fixed(cx, c, TKHD_HEIGHT, 4)
}

fn edits<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = if full(cx, c, &[])? == 0 { 4 } else { 8 };
    let count = cx.u32(ELST_ENTRY_COUNT, c)?;
    // Each takes bytes: a count that is too large ends with them.
    for i in 0..count {
        let item = cx.line(c.span(2 * n + 4), |o| _ = o.s("Entry ").u(i + 1));
        cx.under(item, |cx| -> Step {
            cx.field(ELST_SEGMENT_DURATION, c, n)?;
            let time = c.peek_uint(0, n)? as i64;
            cx.add(ELST_MEDIA_TIME, c.span(n), Value::I(time));
            c.skip(n)?;
            cx.field(ELST_MEDIA_RATE_INTEGER, c, 2)?;
            cx.field(ELST_MEDIA_RATE_FRACTION, c, 2).map(|_| ())
        })?;
    }
    Ok(())
}

/// Entries of numbers with four bytes each.
fn table<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    count: Field,
    fields: &[Field],
    names: &[&str],
    sep: &str,
) -> Step {
    full(cx, c, &[])?;
    let n = cx.u32(count, c)?;
    for i in 0..n {
        let here = *c;
        let item = cx.line(c.span(4 * fields.len()), |o| {
            o.s("Entry ").u(i + 1).s(": ");
            for (k, name) in names.iter().enumerate() {
                let value = here.peek_u32(4 * k).unwrap_or_default();
                o.s(if k == 0 { "" } else { sep }).s(name).s(": ").u(value);
            }
        });
        cx.under(item, |cx| -> Step {
            for field in fields {
                cx.field(*field, c, 4)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Numbers of four bytes, one an entry.
fn list<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, count: u32, what: &str) -> Step {
    for i in 0..count {
        let value = c.peek_u32(0)?;
        let item: Item = cx.field(field, c, 4)?;
        cx.label(item, |o| _ = o.s("Entry ").u(i + 1).s(what).u(value));
    }
    Ok(())
}
