//! Zipped Inter-ORB Protocol, OMG ptc/2009-12-01: messages of GIOP, compressed.

use requin_wire::{Cursor, Cx, Pdu, Ports, Sink, Step, names, proto};

proto! {
    ZIOP "ziop" "Zipped Inter-ORB Protocol" "ZIOP" App
    on []
    looks_like [Tcp accepts => [b'Z'..=b'Z']]
    frames sized [frames]
    fields {
        MAGIC "ziop.magic" "Header magic": Str;
        GIOP_VERSION_MAJOR "ziop.giop_version_major" "Header major version": U8 Oct;
        GIOP_VERSION_MINOR "ziop.giop_version_minor" "Header minor version": U8 Oct;
        FLAGS "ziop.flags" "Header flags": U8 Oct;
        MESSAGE_TYPE "ziop.message_type" "Header type": U8 Oct = MESSAGE_TYPE_NAMES;
        MESSAGE_SIZE "ziop.message_size" "Header size": U32 Dec;
        COMPRESSOR_ID "ziop.compressor_id" "Header compressor id": U16 Dec = COMPRESSOR_ID_NAMES;
        ORIGINAL_LENGTH "ziop.original_length" "Header original length": U32 Dec;
    }
}

names! {
    MESSAGE_TYPE_NAMES {
        0 => "Request", 1 => "Reply", 2 => "CancelRequest", 3 => "LocateRequest", 4 => "LocateReply",
        5 => "CloseConnection", 6 => "MessageError", 7 => "Fragment",
    }
    COMPRESSOR_ID_NAMES {
        0 => "None", 1 => "GZIP", 2 => "PKZIP", 3 => "BZIP2", 4 => "ZLIB", 5 => "LZMA", 6 => "LZOP", 7 => "RZIP",
        8 => "7X", 9 => "XAR",
    }
}

const MAGIC_BYTES: &[u8] = b"ZIOP";
/// As that of GIOP.
const HEAD: usize = 12;
const LITTLE: u8 = 1;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.left() >= HEAD && c.rest().starts_with(MAGIC_BYTES)
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<HEAD>() {
        Some([b'Z', b'I', b'O', b'P', _, _, flags, _, len @ ..]) => {
            let len = if flags & LITTLE != 0 { u32::from_le_bytes(*len) } else { u32::from_be_bytes(*len) };
            Pdu::Len(HEAD + len as usize)
        }
        None => Pdu::More(HEAD),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !c.rest().starts_with(MAGIC_BYTES) {
        return Err(requin_wire::Stop::NotMine);
    }
    cx.protocol("ZIOP");
    let (major, minor, flags, kind) = (c.peek_u8(4)?, c.peek_u8(5)?, c.peek_u8(6)?, c.peek_uint(7, 1)?);
    cx.info(|o| {
        o.s("ZIOP ").u(major).s(".").u(minor).s(" ").s(MESSAGE_TYPE_NAMES.or(kind, "Unknown message type"));
    });
    cx.field(MAGIC, &mut c, 4)?;
    cx.u8(GIOP_VERSION_MAJOR, &mut c)?;
    cx.u8(GIOP_VERSION_MINOR, &mut c)?;
    let item = cx.field(FLAGS, &mut c, 1)?;
    cx.label(item, |o| {
        o.s("Header flags: ").hex(flags, 2).s(if flags & LITTLE != 0 {
            " (little-endian)"
        } else {
            " (none)"
        });
    });
    cx.u8(MESSAGE_TYPE, &mut c)?;
    let mut read = |cx: &mut Cx<'_, S>, field, n| {
        if flags & LITTLE != 0 { cx.uint_le(field, &mut c, n) } else { cx.uint(field, &mut c, n) }
    };
    read(cx, MESSAGE_SIZE, 4)?;
    read(cx, COMPRESSOR_ID, 2)?;
    // Aligned as the compressed data's structure is.
    c.advance(2);
    let mut read = |cx: &mut Cx<'_, S>, field, n| {
        if flags & LITTLE != 0 { cx.uint_le(field, &mut c, n) } else { cx.uint(field, &mut c, n) }
    };
    read(cx, ORIGINAL_LENGTH, 4).map(|_| ())
}
