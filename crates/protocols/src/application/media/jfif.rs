//! JPEG File Interchange Format (ITU-T T.871) and Exif (JEITA CP-3451): the segments of ITU-T T.81 one by one.

use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Value, names, proto};

proto! {
    IMAGE_JFIF "image-jfif" "JPEG File Interchange Format" "JFIF (JPEG) image" App
    on []
    media ["image/jfif", "image/jpg", "image/jpeg"]
    fields {
        MARKER "image-jfif.marker" "Marker": U16 Hex = MARKER_NAMES;
        MARKER_SEGMENT "image-jfif.marker_segment" "Marker segment": None;
        LENGTH "image-jfif.length" "Length": U16 Dec;
        IDENTIFIER "image-jfif.identifier" "Identifier": StrZ;
        VERSION "image-jfif.version" "Version": None;
        VERSION_MAJOR "image-jfif.version.major" "Major Version": U8 Dec;
        VERSION_MINOR "image-jfif.version.minor" "Minor Version": U8 Dec;
        UNITS "image-jfif.units" "Units": U8 Dec = UNITS_NAMES;
        XDENSITY "image-jfif.Xdensity" "Xdensity": U16 Dec;
        YDENSITY "image-jfif.Ydensity" "Ydensity": U16 Dec;
        XTHUMBNAIL "image-jfif.Xthumbnail" "Xthumbnail": U16 Dec;
        YTHUMBNAIL "image-jfif.Ythumbnail" "Ythumbnail": U16 Dec;
        RGB "image-jfif.RGB" "RGB values of thumbnail pixels": Bytes;
        EXTENSION_CODE "image-jfif.extension.code" "Extension code": U8 Hex = EXTENSION_CODE_NAMES;
        SOF "image-jfif.sof" "Start of Frame header": None;
        SOF_PRECISION "image-jfif.sof.precision" "Sample Precision (bits)": U8 Dec;
        SOF_LINES "image-jfif.sof.lines" "Lines": U16 Dec;
        SOF_SAMPLES_PER_LINE "image-jfif.sof.samples_per_line" "Samples per line": U16 Dec;
        SOF_NF "image-jfif.sof.nf" "Number of image components in frame": U8 Dec;
        SOF_C_I "image-jfif.sof.c_i" "Component identifier": U8 Dec;
        SOF_H_I "image-jfif.sof.h_i" "Horizontal sampling factor": U8 Dec & 0xf0;
        SOF_V_I "image-jfif.sof.v_i" "Vertical sampling factor": U8 Dec & 0xf;
        SOF_TQ_I "image-jfif.sof.tq_i" "Quantization table destination selector": U8 Dec;
        HEADER_SOS "image-jfif.header.sos" "Start of Segment header": None;
        SOS_NS "image-jfif.sos.ns" "Number of image components in scan": U8 Dec;
        SOS_COMPONENT_SELECTOR "image-jfif.sos.component_selector" "Scan component selector": U8 Dec;
        SOS_DC_ENTROPY_SELECTOR "image-jfif.sos.dc_entropy_selector" "DC entropy coding table destination selector": U8 Dec & 0xf0;
        SOS_AC_ENTROPY_SELECTOR "image-jfif.sos.ac_entropy_selector" "AC entropy coding table destination selector": U8 Dec & 0xf;
        SOS_SS "image-jfif.sos.ss" "Start of spectral or predictor selection": U8 Dec;
        SOS_SE "image-jfif.sos.se" "End of spectral selection": U8 Dec;
        SOS_AH "image-jfif.sos.ah" "Successive approximation bit position high": U8 Dec & 0xf0;
        SOS_AL "image-jfif.sos.al" "Successive approximation bit position low or point transform": U8 Dec & 0xf;
        HEADER_COMMENT "image-jfif.header.comment" "Comment header": None;
        COMMENT "image-jfif.comment" "Comment": Str;
        REMAIN_SEG_DATA "image-jfif.remain_seg_data" "Remaining segment data": Bytes;
        ENDIANNESS "image-jfif.endianness" "Endianness": U16 Hex;
        START_IFD_OFFSET "image-jfif.start_ifd_offset" "Start offset of IFD starting from the TIFF header start": U32 Dec;
        NEXT_IFD_OFFSET "image-jfif.next_ifd_offset" "Offset to next IFD from start of TIFF header": U32 Dec;
        ENTROPY_CODED_SEGMENT "image-jfif.entropy_coded_segment" "Entropy-coded segment (dissection is not yet implemented)": Bytes;
        FILL_BYTES "image-jfif.fill_bytes" "Fill bytes": Bytes;
        SKIPPED_TIFF_DATA "image-jfif.skipped_tiff_data" "Skipped data between end of TIFF header and start of IFD": Bytes;
        IFD_NUM_FIELDS "image-jfif.ifd.num_fields" "Number of fields in this IFD": U16 Dec;
        IFD_TAG "image-jfif.ifd.tag" "Tag": U16 Dec = IFD_TAG_NAMES;
        IFD_TAG_EXIF "image-jfif.ifd.tag_exif" "Tag": U16 Dec = IFD_TAG_EXIF_NAMES;
        IFD_TAG_GPS "image-jfif.ifd.tag_gps" "Tag": U16 Dec = IFD_TAG_GPS_NAMES;
        IFD_TAG_INTEROP "image-jfif.ifd.tag_interop" "Tag": U16 Dec = IFD_TAG_INTEROP_NAMES;
        IFD_TYPE "image-jfif.ifd.type" "Type": U16 Dec = IFD_TYPE_NAMES;
        IFD_COUNT "image-jfif.ifd.count" "Count": U32 Dec;
        IFD_OFFSET "image-jfif.ifd.offset" "Value offset from start of TIFF header": U32 Dec;
        IFD_VALUE_BYTE "image-jfif.ifd.value_byte" "Value": U8 Dec;
        IFD_VALUE_ASCII "image-jfif.ifd.value_ascii" "Value": Str;
        IFD_VALUE_SHORT "image-jfif.ifd.value_short" "Value": U16 Dec;
        IFD_VALUE_LONG "image-jfif.ifd.value_long" "Value": U32 Dec;
        IFD_VALUE_RATIONAL "image-jfif.ifd.value_rational" "Value": None;
        IFD_VALUE_RATIONAL_NUMERATOR "image-jfif.ifd.value_rational.numerator" "Numerator": U32 Dec;
        IFD_VALUE_RATIONAL_DENOMINATOR "image-jfif.ifd.value_rational.denominator" "Denominator": U32 Dec;
        IFD_VALUE_UNDEFINED "image-jfif.ifd.value_undefined" "Value (raw)": Bytes;
        IFD_VALUE_SLONG "image-jfif.ifd.value_slong" "Value": I32 Dec;
        IFD_VALUE_SRATIONAL_NUMERATOR "image-jfif.ifd.value_srational.numerator" "Numerator": I32 Dec;
        IFD_VALUE_SRATIONAL_DENOMINATOR "image-jfif.ifd.value_srational.denominator" "Denominator": I32 Dec;
    }
    experts {
        NOT_JFIF "image-jfif.app0-identifier-not-jfif" Warn Protocol "Initial App0 segment with \"JFIF\" Identifier not found";
    }
}

names! {
    MARKER_NAMES {
        65281 => "Reserved - For temporary private use in arithmetic coding",
        65472 => "Start of Frame (non-differential, Huffman coding) - Baseline DCT",
        65473 => "Start of Frame (non-differential, Huffman coding) - Extended sequential DCT",
        65474 => "Start of Frame (non-differential, Huffman coding) - Progressive DCT",
        65475 => "Start of Frame (non-differential, Huffman coding) - Lossless (sequential)",
        65476 => "Define Huffman table(s)",
        65477 => "Start of Frame (differential, Huffman coding) - Differential sequential DCT",
        65478 => "Start of Frame (differential, Huffman coding) - Differential progressive DCT",
        65479 => "Start of Frame (differential, Huffman coding) - Differential lossless (sequential)",
        65480 => "Start of Frame (non-differential, arithmetic coding) - Reserved for JPEG extensions",
        65481 => "Start of Frame (non-differential, arithmetic coding) - Extended sequential DCT",
        65482 => "Start of Frame (non-differential, arithmetic coding) - Progressive DCT",
        65483 => "Start of Frame (non-differential, arithmetic coding) - Lossless (sequential)",
        65484 => "Define arithmetic coding conditioning(s)",
        65485 => "Start of Frame (differential, arithmetic coding) - Differential sequential DCT",
        65486 => "Start of Frame (differential, arithmetic coding) - Differential progressive DCT",
        65487 => "Start of Frame (differential, arithmetic coding) - Differential lossless (sequential)",
        65488 => "Restart interval termination - Restart with modulo 8 count 0",
        65489 => "Restart interval termination - Restart with modulo 8 count 1",
        65490 => "Restart interval termination - Restart with modulo 8 count 2",
        65491 => "Restart interval termination - Restart with modulo 8 count 3",
        65492 => "Restart interval termination - Restart with modulo 8 count 4",
        65493 => "Restart interval termination - Restart with modulo 8 count 5",
        65494 => "Restart interval termination - Restart with modulo 8 count 6",
        65495 => "Restart interval termination - Restart with modulo 8 count 7", 65496 => "Start of Image",
        65497 => "End of Image", 65498 => "Start of Scan", 65499 => "Define quantization table(s)",
        65500 => "Define number of lines", 65501 => "Define restart interval",
        65502 => "Define hierarchical progression", 65503 => "Expand reference component(s)",
        65504 => "Reserved for application segments - 0", 65505 => "Reserved for application segments - 1",
        65506 => "Reserved for application segments - 2", 65507 => "Reserved for application segments - 3",
        65508 => "Reserved for application segments - 4", 65509 => "Reserved for application segments - 5",
        65510 => "Reserved for application segments - 6", 65511 => "Reserved for application segments - 7",
        65512 => "Reserved for application segments - 8", 65513 => "Reserved for application segments - 9",
        65514 => "Reserved for application segments - 10", 65515 => "Reserved for application segments - 11",
        65516 => "Reserved for application segments - 12", 65517 => "Reserved for application segments - 13",
        65518 => "Reserved for application segments - 14", 65519 => "Reserved for application segments - 15",
        65520 => "Reserved for JPEG extensions - 0", 65521 => "Reserved for JPEG extensions - 1",
        65522 => "Reserved for JPEG extensions - 2", 65523 => "Reserved for JPEG extensions - 3",
        65524 => "Reserved for JPEG extensions - 4", 65525 => "Reserved for JPEG extensions - 5",
        65526 => "Reserved for JPEG extensions - 6", 65527 => "Reserved for JPEG extensions - 7",
        65528 => "Reserved for JPEG extensions - 8", 65529 => "Reserved for JPEG extensions - 9",
        65530 => "Reserved for JPEG extensions - 10", 65531 => "Reserved for JPEG extensions - 11",
        65532 => "Reserved for JPEG extensions - 12", 65533 => "Reserved for JPEG extensions - 13",
        65534 => "Comment",
    }
    UNITS_NAMES {
        0 => "No units; Xdensity and Ydensity specify the pixel aspect ratio", 1 => "Dots per inch",
        2 => "Dots per centimeter",
    }
    EXTENSION_CODE_NAMES {
        16 => "Thumbnail encoded using JPEG", 17 => "Thumbnail encoded using 1 byte (8 bits) per pixel",
        19 => "Thumbnail encoded using 3 bytes (24 bits) per pixel",
    }
    IFD_TAG_NAMES {
        256 => "ImageWidth", 257 => "ImageLength", 258 => "BitsPerSample", 259 => "Compression",
        262 => "PhotometricInterpretation", 270 => "ImageDescription", 271 => "Make", 272 => "Model",
        273 => "StripOffsets", 274 => "Orientation", 277 => "SamplesPerPixel", 278 => "RowsPerStrip",
        279 => "StripByteCounts", 282 => "XResolution", 283 => "YResolution", 284 => "PlanarConfiguration",
        296 => "ResolutionUnit", 301 => "TransferFunction", 305 => "Software", 306 => "DateTime", 315 => "Artist",
        318 => "WhitePoint", 319 => "PrimaryChromaticities", 513 => "JPEGInterchangeFormat",
        514 => "JPEGInterchangeFormatLength", 529 => "YCbCrCoefficients", 530 => "YCbCrSubSampling",
        531 => "YCbCrPositioning", 532 => "ReferenceBlackWhite", 33432 => "Copyright", 34665 => "Exif IFD Pointer",
        34853 => "GPS IFD Pointer", 40965 => "Interoperability IFD Pointer",
    }
    IFD_TAG_EXIF_NAMES {
        33434 => "ExposureTime", 33437 => "FNumber", 34850 => "ExposureProgram", 34852 => "SpectralSensitivity",
        34855 => "PhotographicSensitivity", 34856 => "OECF", 34864 => "SensitivityType",
        34865 => "StandardOutputSensitivity", 34866 => "RecommendedExposureIndex", 34867 => "ISOSpeed",
        34868 => "ISOSpeedLatitudeyyy", 34869 => "ISOSpeedLatitudezzz", 36864 => "ExifVersion",
        36867 => "DateTimeOriginal", 36868 => "DateTimeDigitized", 36880 => "OffsetTime",
        36881 => "OffsetTimeOriginal", 36882 => "OffsetTimeDigitized", 37121 => "ComponentsConfiguration",
        37122 => "CompressedBitsPerPixel", 37377 => "ShutterSpeedValue", 37378 => "ApertureValue",
        37379 => "BrightnessValue", 37380 => "ExposureBiasValue", 37381 => "MaxApertureValue",
        37382 => "SubjectDistance", 37383 => "MeteringMode", 37384 => "LightSource", 37385 => "Flash",
        37386 => "FocalLength", 37396 => "SubjectArea", 37500 => "MakerNote", 37510 => "UserComment",
        37520 => "SubSecTime", 37521 => "SubSecTimeOriginal", 37522 => "SubSecTimeDigitized", 37888 => "Temperature",
        37889 => "Humidity", 37890 => "Pressure", 37891 => "WaterDepth", 37892 => "Acceleration",
        37893 => "CameraElevationAngle", 40960 => "FlashpixVersion", 40961 => "ColorSpace",
        40962 => "PixelXDimension", 40963 => "PixelYDimension", 40964 => "RelatedSoundFile", 41483 => "FlashEnergy",
        41484 => "SpatialFrequencyResponse", 41486 => "FocalPlaneXResolution", 41487 => "FocalPlaneYResolution",
        41488 => "FocalPlaneResolutionUnit", 41492 => "SubjectLocation", 41493 => "ExposureIndex",
        41495 => "SensingMethod", 41728 => "FileSource", 41729 => "SceneType", 41730 => "CFAPattern",
        41985 => "CustomRendered", 41986 => "ExposureMode", 41987 => "WhiteBalance", 41988 => "DigitalZoomRatio",
        41989 => "FocalLengthIn35mmFilm", 41990 => "SceneCaptureType", 41991 => "GainControl", 41992 => "Contrast",
        41993 => "Saturation", 41994 => "Sharpness", 41995 => "DeviceSettingDescription",
        41996 => "SubjectDistanceRange", 42016 => "ImageUniqueID", 42032 => "CameraOwnerName",
        42033 => "BodySerialNumber", 42034 => "LensSpecification", 42035 => "LensMake", 42036 => "LensModel",
        42037 => "LensSerialNumber", 42080 => "CompositeImage", 42081 => "SourceImageNumberOfCompositeImage",
        42082 => "SourceExposureTimesOfCompositeImage", 42240 => "Gamma",
    }
    IFD_TAG_GPS_NAMES {
        0 => "GPSVersionID", 1 => "GPSLatitudeRef", 2 => "GPSLatitude", 3 => "GPSLongitudeRef", 4 => "GPSLongitude",
        5 => "GPSAltitudeRef", 6 => "GPSAltitude", 7 => "GPSTimeStamp", 8 => "GPSSatellites", 9 => "GPSStatus",
        10 => "GPSMeasureMode", 11 => "GPSDOP", 12 => "GPSSpeedRef", 13 => "GPSSpeed", 14 => "GPSTrackRef",
        15 => "GPSTrack", 16 => "GPSImgDirectionRef", 17 => "GPSImgDirection", 18 => "GPSMapDatum",
        19 => "GPSDestLatitudeRef", 20 => "GPSDestLatitude", 21 => "GPSDestLongitudeRef", 22 => "GPSDestLongitude",
        23 => "GPSDestBearingRef", 24 => "GPSDestBearing", 25 => "GPSDestDistanceRef", 26 => "GPSDestDistance",
        27 => "GPSProcessingMethod", 28 => "GPSAreaInformation", 29 => "GPSDateStamp", 30 => "GPSDifferential",
        31 => "GPSHPositioningError",
    }
    IFD_TAG_INTEROP_NAMES {
        1 => "InteroperabilityIndex",
    }
    IFD_TYPE_NAMES {
        1 => "BYTE", 2 => "ASCII", 3 => "SHORT", 4 => "LONG", 5 => "RATIONAL", 7 => "UNDEFINED", 9 => "SLONG",
        10 => "SRATIONAL",
    }
}

const START: u16 = 0xffd8;
const END: u16 = 0xffd9;
const SCAN: u16 = 0xffda;
const APP0: u16 = 0xffe0;
const APP1: u16 = 0xffe1;
const COMMENTS: u16 = 0xfffe;

/// The zero-terminated text at the beginning.
fn text(bytes: &[u8]) -> &[u8] {
    bytes.split(|b| *b == 0).next().unwrap_or_default()
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    // The first segment has to say which kind of file it is.
    let h = c.peek_array::<11>().map_err(|_| Stop::NotMine)?;
    let jfif = h.starts_with(&[0xff, 0xd8, 0xff, 0xe0]) && &h[6..] == b"JFIF\0";
    let exif = h.starts_with(&[0xff, 0xd8, 0xff, 0xe1]) && &h[6..] == b"Exif\0";
    if !jfif && !exif {
        return Err(Stop::NotMine);
    }
    cx.info_sep(" ", |o| _ = o.s("(JPEG JFIF image)"));
    cx.u16(MARKER, &mut c)?;
    let mut expected = !jfif;
    while !c.is_empty() {
        let marker = c.peek_u16(0)?;
        match marker {
            _ if marker >> 8 != 0xff => coded(cx, &mut c)?,
            0xff01 | 0xffd0..=0xffd7 => _ = cx.u16(MARKER, &mut c)?,
            END => return cx.u16(MARKER, &mut c).map(|_| ()),
            START => _ = cx.u16(MARKER, &mut c)?,
            _ => {
                let len = usize::from(c.peek_u16(2)?);
                let body = c.take_all(2 + len.max(2))?;
                segment(cx, marker, body, &mut expected)?;
            }
        }
    }
    Ok(())
}

/// Coded data, up to the next marker that is not a stuffed zero.
fn coded<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let rest = c.rest();
    let marker = |w: &[u8]| w.first() == Some(&0xff) && w.get(1).is_some_and(|b| *b != 0);
    let n = rest.windows(2).position(marker).unwrap_or(c.left());
    cx.bytes(ENTROPY_CODED_SEGMENT, c, n.max(1)).map(|_| ())
}

fn segment<S: Sink>(cx: &mut Cx<'_, S>, marker: u16, mut c: Cursor<'_>, expected: &mut bool) -> Step {
    let all = c.span(c.left());
    let frame = matches!(marker, 0xffc0..=0xffcf) && !matches!(marker, 0xffc4 | 0xffc8 | 0xffcc);
    let (field, label) = match marker {
        SCAN => (HEADER_SOS, "Start of Segment header"),
        COMMENTS => (HEADER_COMMENT, "Comment header"),
        _ if frame => (SOF, "Start of Frame header"),
        _ => (MARKER_SEGMENT, "Marker segment"),
    };
    let item = cx.add(field, all, Value::None);
    cx.label(item, |o| {
        o.s(label).s(": ").s(MARKER_NAMES.or(marker.into(), "Unknown")).s(" (0x");
        for shift in (0..4).rev() {
            let digit = (marker >> (4 * shift) & 15) as u8;
            o.c(if digit < 10 { b'0' + digit } else { b'A' + digit - 10 });
        }
        o.s(")");
    });
    cx.under(item, |cx| -> Step {
        cx.u16(MARKER, &mut c)?;
        cx.u16(LENGTH, &mut c)?;
        match marker {
            SCAN => scan(cx, &mut c)?,
            COMMENTS => {
                let n = c.left();
                cx.bytes(COMMENT, &mut c, n)?;
            }
            0xffe0..=0xffef => application(cx, marker, &mut c, expected)?,
            _ if frame => components(cx, &mut c)?,
            _ => (),
        }
        remaining(cx, &mut c)
    })
}

fn remaining<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    if n > 0 {
        let item = cx.field(REMAIN_SEG_DATA, c, n)?;
        cx.label(item, |o| {
            o.s("Remaining segment data: ").u(n as u64).s(if n == 1 { " byte" } else { " bytes" });
        });
    }
    Ok(())
}

/// The frame header, T.81 section B.2.2.
fn components<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u8(SOF_PRECISION, c)?;
    cx.u16(SOF_LINES, c)?;
    cx.u16(SOF_SAMPLES_PER_LINE, c)?;
    let n = cx.u8(SOF_NF, c)?;
    for _ in 0..n {
        cx.u8(SOF_C_I, c)?;
        cx.peek(SOF_H_I, c, 1)?;
        cx.field(SOF_V_I, c, 1)?;
        cx.u8(SOF_TQ_I, c)?;
    }
    Ok(())
}

/// The scan header, T.81 section B.2.3.
fn scan<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = cx.u8(SOS_NS, c)?;
    for _ in 0..n {
        cx.u8(SOS_COMPONENT_SELECTOR, c)?;
        cx.peek(SOS_DC_ENTROPY_SELECTOR, c, 1)?;
        cx.field(SOS_AC_ENTROPY_SELECTOR, c, 1)?;
    }
    cx.u8(SOS_SS, c)?;
    cx.u8(SOS_SE, c)?;
    cx.peek(SOS_AH, c, 1)?;
    cx.field(SOS_AL, c, 1).map(|_| ())
}

/// Segments of applications begin with who they are for; those that say nothing are left as they are.
fn application<S: Sink>(cx: &mut Cx<'_, S>, marker: u16, c: &mut Cursor<'_>, expected: &mut bool) -> Step {
    if marker > 0xffe2 {
        return Ok(());
    }
    let name = text(c.rest());
    let known = matches!((marker, name), (APP0, b"JFIF" | b"JFXX") | (APP1, b"Exif"));
    let item = cx.add_bytes(IDENTIFIER, c.span(name.len() + 1), name);
    if !known {
        cx.append(item, |o| _ = o.s(" (Unknown identifier)"));
    }
    if std::mem::take(expected) {
        cx.expert(NOT_JFIF, item, c.span(0));
    }
    c.advance(name.len() + 1);
    match (marker, name) {
        (APP0, b"JFIF") => {
            let h = c.peek_array::<2>()?;
            let item = cx.add(VERSION, c.span(2), Value::None);
            cx.label(item, |o| _ = o.s("Version: ").u(h[0]).s(".").u(h[1]));
            cx.under(item, |cx| -> Step {
                cx.u8(VERSION_MAJOR, c)?;
                cx.u8(VERSION_MINOR, c).map(|_| ())
            })?;
            cx.u8(UNITS, c)?;
            cx.u16(XDENSITY, c)?;
            cx.u16(YDENSITY, c)?;
            let pixels = usize::from(c.peek_u8(0)?) * usize::from(c.peek_u8(1)?);
            cx.uint(XTHUMBNAIL, c, 1)?;
            cx.uint(YTHUMBNAIL, c, 1)?;
            if pixels > 0 {
                cx.bytes(RGB, c, 3 * pixels)?;
            }
        }
        (APP0, b"JFXX") => {
            cx.u8(EXTENSION_CODE, c)?;
            // Thumbnails are images of their own.
            let n = c.left();
            c.advance(n);
        }
        (APP1, b"Exif") => {
            c.skip(1)?;
            exif(cx, *c)?;
            let n = c.left();
            c.advance(n);
        }
        _ => (),
    }
    Ok(())
}

/// Numbers of a TIFF file in its order of bytes.
#[derive(Clone, Copy)]
struct Tiff<'a> {
    /// The file from its first byte.
    c: Cursor<'a>,
    little: bool,
}

/// How many directories are looked at: they refer to each other.
const MAX_DIRECTORIES: u32 = 8;

impl<'a> Tiff<'a> {
    fn at(&self, offset: usize) -> Cursor<'a> {
        let mut c = self.c;
        c.advance(offset);
        c
    }

    fn add<S: Sink>(
        &self,
        cx: &mut Cx<'_, S>,
        field: Field,
        c: &mut Cursor<'_>,
        n: usize,
    ) -> Result<u64, Stop> {
        if self.little { cx.uint_le(field, c, n) } else { cx.uint(field, c, n) }
    }

    fn number(&self, c: &Cursor<'_>, n: usize) -> Result<u64, Stop> {
        let bytes = c.peek_bytes(0, n)?;
        Ok(if self.little { requin_wire::le(bytes) } else { requin_wire::be(bytes) })
    }
}

fn exif<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let order = c.peek_u16(0)?;
    let item = cx.peek(ENDIANNESS, &c, 2)?;
    let little = order == 0x4949;
    cx.label(item, |o| match order {
        0x4949 => _ = o.s("Endianness: little endian"),
        0x4d4d => _ = o.s("Endianness: big endian"),
        _ => {
            o.s("Endianness: Incorrect encoding ").hex(order, 4);
            o.s("- skipping the remainder of this application marker");
        }
    });
    if !matches!(order, 0x4949 | 0x4d4d) {
        return Ok(());
    }
    let tiff = Tiff { c, little };
    let mut at = tiff.at(4);
    let mut offset = tiff.number(&at, 4)? as usize;
    let item = if little {
        cx.field_le(START_IFD_OFFSET, &mut at, 4)?
    } else {
        cx.field(START_IFD_OFFSET, &mut at, 4)?
    };
    cx.append(item, |o| _ = o.s(" bytes"));
    let mut directories = 0;
    while offset != 0 && directories < MAX_DIRECTORIES {
        let (next, inner) = directory(cx, &tiff, offset, IFD_TAG, directories)?;
        if let Some(inner) = inner {
            directory(cx, &tiff, inner, IFD_TAG_EXIF, 0)?;
        }
        offset = next;
        directories += 1;
    }
    Ok(())
}

/// Bytes of one value of each type.
fn width(kind: u64) -> usize {
    match kind {
        1 | 2 | 7 => 1,
        3 => 2,
        4 | 9 => 4,
        5 | 10 => 8,
        _ => 0,
    }
}

/// A directory: where the next one is, and the one of Exif that it refers to.
fn directory<S: Sink>(
    cx: &mut Cx<'_, S>,
    tiff: &Tiff<'_>,
    offset: usize,
    tag: Field,
    number: u32,
) -> Result<(usize, Option<usize>), Stop> {
    const EXIF_POINTER: u64 = 34665;
    let mut c = tiff.at(offset);
    let count = tiff.number(&c, 2)? as usize;
    let line = cx.line(c.span(2 + 12 * count + 4), |o| {
        o.s(if tag == IFD_TAG { "Image File Directory #" } else { "Exif IFD #" }).u(number);
    });
    let (mut next, mut inner) = (0, None);
    // Values of more than four bytes stand elsewhere; they are shown behind the directory.
    let mut later = Vec::new();
    cx.under(line, |cx| -> Step {
        tiff.add(cx, IFD_NUM_FIELDS, &mut c, 2)?;
        for _ in 0..count {
            let id = tiff.add(cx, tag, &mut c, 2)?;
            let kind = tiff.add(cx, IFD_TYPE, &mut c, 2)?;
            let n = tiff.add(cx, IFD_COUNT, &mut c, 4)? as usize;
            let all = width(kind).saturating_mul(n);
            if all > 4 || all == 0 {
                let at = tiff.add(cx, IFD_OFFSET, &mut c, 4)? as usize;
                if all > 0 {
                    later.push((kind, at, all));
                }
                continue;
            }
            let word = c.take_all(4)?;
            if tag == IFD_TAG && id == EXIF_POINTER && kind == 4 {
                inner = Some(tiff.number(&word, 4)? as usize);
            }
            value(cx, tiff, kind, word.within(all))?;
        }
        next = tiff.number(&c, 4)? as usize;
        let item = if tiff.little {
            cx.field_le(NEXT_IFD_OFFSET, &mut c, 4)?
        } else {
            cx.field(NEXT_IFD_OFFSET, &mut c, 4)?
        };
        cx.append(item, |o| _ = o.s(" bytes"));
        Ok(())
    })?;
    for (kind, at, all) in later {
        value(cx, tiff, kind, tiff.at(at).take_all(all)?)?;
    }
    Ok((next, inner))
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, tiff: &Tiff<'_>, kind: u64, mut c: Cursor<'_>) -> Step {
    let n = c.left();
    match kind {
        2 => {
            let span = c.span(n);
            cx.add_bytes(IFD_VALUE_ASCII, span, text(c.peek_bytes(0, n)?));
        }
        3 | 4 => {
            let field = if kind == 3 { IFD_VALUE_SHORT } else { IFD_VALUE_LONG };
            while !c.is_empty() {
                tiff.add(cx, field, &mut c, width(kind))?;
            }
        }
        5 => {
            while !c.is_empty() {
                let mut low = c;
                let numerator = tiff.number(&low, 4)?;
                low.advance(4);
                let denominator = tiff.number(&low, 4)?;
                let item = cx.add(IFD_VALUE_RATIONAL, c.span(8), Value::None);
                cx.label(item, |o| _ = o.s("Value: ").u(numerator).s("/").u(denominator));
                cx.under(item, |cx| -> Step {
                    tiff.add(cx, IFD_VALUE_RATIONAL_NUMERATOR, &mut c, 4)?;
                    tiff.add(cx, IFD_VALUE_RATIONAL_DENOMINATOR, &mut c, 4).map(|_| ())
                })?;
            }
        }
        7 => _ = cx.bytes(IFD_VALUE_UNDEFINED, &mut c, n)?,
        _ => (),
    }
    Ok(())
}
