//! ITU-T Q.933: signalling over Frame Relay.

use requin_wire::{Cursor, Cx, Names, Sink, Step, Value, names, proto};

proto! {
    Q933 "q933" "Q.933" "Q.933" App
    on []
    fields {
        DISC "q933.disc" "Protocol discriminator": U8 Hex;
        CALL_REF_FLAG "q933.call_ref_flag" "Call reference flag": Bool = Names::Bools("Message sent to originating side", "Message sent from originating side");
        CALL_REF "q933.call_ref" "Call reference value": Bytes;
        CODING_STANDARD "q933.coding_standard" "Coding standard": U8 Hex & 0x60 = crate::application::q931::CODING_STANDARDS;
        CALL_REF_LEN "q933.call_ref_len" "Call reference value length": U8 Dec;
        MESSAGE_TYPE "q933.message_type" "Message type": U8 Hex = MESSAGE_TYPE_NAMES;
        DATA "q933.data" "Data": Bytes;
        INFORMATION_ELEMENT "q933.information_element" "Information element": U8 Hex = INFORMATION_ELEMENT_NAMES;
        NON_LOCKING_SHIFT_TO_CODESET "q933.non_locking_shift_to_codeset" "Non-locking shift to codeset": U8 Dec & 0x7 = NON_LOCKING_SHIFT_TO_CODESET_NAMES;
        LENGTH "q933.length" "Length": U8 Dec;
    }
}

names! {
    MESSAGE_TYPE_NAMES {
        0 => "ESCAPE",
        1 => "ALERTING",
        2 => "CALL PROCEEDING",
        3 => "PROGRESS",
        5 => "SETUP",
        7 => "CONNECT",
        15 => "CONNECT ACKNOWLEDGE",
        69 => "DISCONNECT",
        77 => "RELEASE",
        90 => "RELEASE COMPLETE",
        96 => "SEGMENT",
        117 => "STATUS ENQUIRY",
        125 => "STATUS",
    }
    INFORMATION_ELEMENT_NAMES {
        0 => "Segmented message",
        4 => "Bearer capability",
        8 => "Cause",
        20 => "Call state",
        24 => "Channel identification",
        25 => "Data link connection identifier",
        30 => "Progress indicator",
        32 => "Network specific facilities",
        66 => "End-to-end transit delay",
        67 => "Transit delay selection and indication",
        68 => "Packet layer binary parameters",
        72 => "Link layer core parameters",
        73 => "Link layer protocol parameters",
        74 => "Reverse charging indication",
        76 => "Connected number",
        77 => "Connected subaddress",
        80 => "X.213 priority",
        81 => "Report type",
        83 => "Link integrity verification",
        87 => "PVC status",
        108 => "Calling party number",
        109 => "Calling party subaddress",
        112 => "Called party number",
        113 => "Called party subaddress",
        120 => "Transit network selection",
        124 => "Low-layer compatibility",
        125 => "High-layer compatibility",
        126 => "User-user",
        127 => "Escape",
    }
    NON_LOCKING_SHIFT_TO_CODESET_NAMES {
        0 => "Q.933 information elements",
        4 => "Information elements for ISO/IEC use",
        5 => "Information elements for national use",
        6 => "Information elements specific to the local network",
        7 => "User-specific information elements",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("Q.933");
    cx.info_clear();
    cx.u8(DISC, &mut c)?;
    let len = usize::from(cx.u8(CALL_REF_LEN, &mut c)? & 0x0f);
    if len != 0 {
        let first = c.peek_u8(0)?;
        cx.add(CALL_REF_FLAG, c.span(1), Value::U(u64::from(first >> 7)));
        let mut reference = c.peek_bytes(0, len)?.to_vec();
        if let Some(b) = reference.first_mut() {
            *b &= 0x7f;
        }
        cx.add_bytes(CALL_REF, c.span(len), &reference);
        c.skip(len)?;
    }
    let kind = u64::from(c.peek_u8(0)?);
    match MESSAGE_TYPE_NAMES.find(kind) {
        Some(name) => cx.info(|o| _ = o.s(name)),
        None => cx.info(|o| _ = o.s("Unknown message type (0x").x(kind, 2).s(")")),
    }
    cx.u8(MESSAGE_TYPE, &mut c)?;
    let mut codeset = 0;
    // Of the next element alone, when the shift doesn't lock.
    let mut next = None;
    while !c.is_empty() {
        let id = c.peek_u8(0)?;
        if id & 0xf0 == 0x90 {
            cx.peek(NON_LOCKING_SHIFT_TO_CODESET, &c, 1)?;
            c.skip(1)?;
            if id & 8 == 0 {
                codeset = id & 7;
            } else {
                next = Some(id & 7);
            }
            continue;
        }
        let here = next.take().unwrap_or(codeset);
        if id & 0x80 != 0 {
            let item = cx.line(c.span(1), |o| _ = o.s("Unknown information element (0x").x(id, 2).s(")"));
            cx.under(item, |cx| cx.peek(INFORMATION_ELEMENT, &c, 1))?;
            c.skip(1)?;
            continue;
        }
        let name = INFORMATION_ELEMENT_NAMES.find(u64::from(id)).filter(|_| here == 0);
        let item = cx.line(c.span(usize::MAX), |o| match name {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Unknown information element (0x").x(id, 2).s(")"),
        });
        cx.under(item, |cx| element(cx, &mut c, id, name.is_some()))?;
    }
    Ok(())
}

const BEARER: u8 = 0x04;
const CAUSE: u8 = 0x08;
const CALL_STATE: u8 = 0x14;
const PROGRESS: u8 = 0x1e;

fn element<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, id: u8, known: bool) -> Step {
    cx.u8(INFORMATION_ELEMENT, c)?;
    let len = usize::from(cx.u8(LENGTH, c)?);
    if known && len > 0 && matches!(id, BEARER | CAUSE | CALL_STATE | PROGRESS) {
        cx.peek(CODING_STANDARD, c, 1)?;
    }
    cx.bytes(DATA, c, len).map(|_| ())
}
