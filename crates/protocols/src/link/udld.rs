//! Unidirectional Link Detection, RFC 5171.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    UDLD "udld" "Unidirectional Link Detection" "UDLD" Link
    on [Snap 0x00000c0111]
    fields {
        VERSION "udld.version" "Version": U8 Dec & 0xe0;
        OPCODE "udld.opcode" "Opcode": U8 Dec & 0x1f = OPCODE_NAMES;
        FLAGS "udld.flags" "Flags": U8 Dec;
        FLAGS_RT "udld.flags.rt" "Recommended timeout": U8 Hex & 0x1;
        FLAGS_RSY "udld.flags.rsy" "ReSynch": U8 Hex & 0x2;
        CHECKSUM "udld.checksum" "Checksum": U16 Hex;
        TLV_TYPE "udld.tlv.type" "Type": U16 Hex = TLV_TYPE_NAMES;
        TLV_LEN "udld.tlv.len" "Length": U16 Dec;
        DEVICE_ID "udld.device_id" "Device ID": StrZ;
        SENT_THROUGH_INTERFACE "udld.sent_through_interface" "Sent through Interface": Str;
        DATA "udld.data" "Data": Bytes;
    }
}

names! {
    OPCODE_NAMES {
        0 => "Reserved",
        1 => "Probe",
        2 => "Echo",
        3 => "Flush",
    }
    TLV_TYPE_NAMES {
        1 => "Device ID",
        2 => "Port ID",
        3 => "Echo",
        4 => "Message interval",
        5 => "Timeout interval",
        6 => "Device name",
        7 => "Sequence number",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("UDLD");
    cx.info_clear();
    cx.peek(VERSION, &c, 1)?;
    cx.field(OPCODE, &mut c, 1)?;
    cx.flags(FLAGS, &mut c, 1, &[FLAGS_RT, FLAGS_RSY])?;
    cx.u16(CHECKSUM, &mut c)?;
    while c.left() >= 4 {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        if len < 4 {
            break;
        }
        let mut t = c.take(len);
        let line = cx.line(t.span(len), |o| {
            match (kind, TLV_TYPE_NAMES.find(kind.into())) {
                (1 | 2, Some(name)) => o.s(name).s(": ").text(t.rest().get(4..).unwrap_or_default()),
                (_, Some(name)) => o.s("Type: ").s(name).s(", length: ").u(len as u64),
                _ => o.s("Type: Unknown (").hex(kind, 4).s("), length: ").u(len as u64),
            };
        });
        cx.under(line, |cx| -> Step {
            cx.u16(TLV_TYPE, &mut t)?;
            cx.u16(TLV_LEN, &mut t)?;
            let n = t.left();
            let text = match kind {
                1 => Some(DEVICE_ID),
                2 => Some(SENT_THROUGH_INTERFACE),
                _ => None,
            };
            if let Some(field) = text {
                let bytes = cx.bytes(field, &mut t, n)?;
                let before = if kind == 1 { "Device ID: " } else { "Port ID: " };
                cx.info_add(|o| _ = o.s(before).text(bytes).s("  "));
            } else if n > 0 {
                cx.bytes(DATA, &mut t, n)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
