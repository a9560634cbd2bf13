//! Health Level Seven, version 2: messages of segments of fields, in the blocks of its minimal lower layer protocol.

use crate::application::text;
use crate::common::one_by_one;
use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, proto};

proto! {
    HL7 "hl7" "Health Level Seven" "HL7" App
    on [Tcp 2575]
    frames [frames]
    fields {
        SEGMENT "hl7.segment" "Segment": Str;
        MESSAGE_TYPE "hl7.message.type" "Message type": Str;
        EVENT_TYPE "hl7.event.type" "Event type": Str;
        FIELD "hl7.field" "Field": Str;
    }
}

/// What a block begins and ends with.
const BEGIN: u8 = 0x0b;
const END: [u8; 2] = [0x1c, 0x0d];
/// Longer blocks are none.
const LONGEST: usize = 1 << 20;

/// Segments that most messages have, by what they are called.
const SEGMENTS: [(&[u8; 3], &str); 14] = [
    (b"MSH", "Message Header"),
    (b"MSA", "Message Acknowledgment"),
    (b"EVN", "Event Type"),
    (b"PID", "Patient Identification"),
    (b"PD1", "Patient Additional Demographic"),
    (b"PV1", "Patient Visit"),
    (b"PV2", "Patient Visit - Additional Information"),
    (b"OBR", "Observation Request"),
    (b"OBX", "Observation/Result"),
    (b"ORC", "Common Order"),
    (b"NTE", "Notes and Comments"),
    (b"DG1", "Diagnosis"),
    (b"IN1", "Insurance"),
    (b"ERR", "Error"),
];

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    if bytes.first().is_some_and(|b| *b != BEGIN) || bytes.len() > LONGEST {
        return Pdu::AsItComes;
    }
    match memchr::memmem::find(bytes, &END) {
        Some(at) => Pdu::Len(at + END.len()),
        None => Pdu::More(bytes.len() + 1),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.peek_u8(0)? != BEGIN {
        return Err(Stop::NotMine);
    }
    let len = frames(c.rest(), true, &[0; 2]);
    one_by_one(cx, c, ID, len, message)
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(c.left());
    cx.protocol("HL7");
    c.skip(1)?;
    let rest = c.rest();
    let body = rest.strip_suffix(&END).unwrap_or(rest);
    // The header says what stands between fields, and between their components.
    let Some([b'M', b'S', b'H', between, component]) = body.first_chunk::<5>() else {
        return Err(Stop::Malformed);
    };
    let first = body.split(|b| *b == b'\r').next().unwrap_or_default();
    let named = first.split(|b| b == between).nth(8).unwrap_or_default();
    let mut parts = named.split(|b| b == component);
    let (kind, event) = (parts.next().unwrap_or_default(), parts.next());
    if cx.nth() == 1 {
        cx.info_clear();
    }
    cx.info_sep(", ", |o| {
        o.text(kind);
        if let Some(event) = event {
            o.s(" (").text(event).s(")");
        }
    });
    if !kind.is_empty() {
        let item = cx.add_bytes(MESSAGE_TYPE, c.span(0), kind);
        cx.hide(item);
    }
    if let Some(event) = event {
        let item = cx.add_bytes(EVENT_TYPE, c.span(0), event);
        cx.hide(item);
    }
    for (i, line) in body.split_inclusive(|b| *b == b'\r').enumerate() {
        let text = line.strip_suffix(b"\r").unwrap_or(line);
        if !text.is_empty() {
            // What ends a segment belongs to it, but for the first.
            segment(cx, c, if i == 0 { text } else { line }, text, *between);
        }
        c.advance(line.len());
    }
    Ok(())
}

fn segment<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, whole: &[u8], line: &[u8], between: u8) {
    let item = cx.add_bytes(SEGMENT, c.span(whole.len()), whole);
    cx.label(item, |o| {
        let name = line.first_chunk::<3>().unwrap_or(b"   ");
        o.text(text::trim(name));
        if let Some((_, says)) = SEGMENTS.iter().find(|s| s.0 == name) {
            o.s(" (").s(says).s(")");
        }
    });
    cx.under(item, |cx| {
        for (i, field) in line.split(|b| *b == between).enumerate() {
            if !field.is_empty() {
                let item = cx.add_bytes(FIELD, c.span(field.len()), field);
                cx.label(item, |o| _ = o.s("field ").u(i as u64 + 1).s(": ").text(field));
            }
            c.advance(field.len() + 1);
        }
    });
}
