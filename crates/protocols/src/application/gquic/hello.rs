//! Messages that agree on keys: not encrypted, in the first stream, lists of tags and values.

use super::*;
use requin_wire::{Cursor, Cx, Sink, Step, Value};

/// Tags of messages.
const MESSAGES: [(&[u8; 4], &str, &str); 4] = [
    (b"CHLO", "CHLO", "Client Hello"),
    (b"SHLO", "SHLO", "Server Hello"),
    (b"REJ\0", "REJ", "Rejection"),
    (b"PRST", "PRST", "Public Reset"),
];
/// Names of the most frequent tags.
const TAGS: [(&[u8; 4], &str); 22] = [
    (b"PAD\0", "Padding"),
    (b"SNI\0", "Server Name Indication"),
    (b"STK\0", "Source Address Token"),
    (b"SNO\0", "Server nonce"),
    (b"VER\0", "Version"),
    (b"CCS\0", "Common Certificate Sets"),
    (b"NONC", "Client Nonce"),
    (b"AEAD", "Authenticated encryption algorithms"),
    (b"UAID", "Client's User Agent ID"),
    (b"SCID", "Server config ID"),
    (b"TCID", "Connection ID truncation"),
    (b"PDMD", "Proof Demand"),
    (b"SMHL", "Support Max Header List (size)"),
    (b"ICSL", "Idle connection state"),
    (b"CTIM", "Client Timestamp"),
    (b"NONP", "Client Proof Nonce"),
    (b"PUBS", "Public value"),
    (b"MIDS", "Max incoming dynamic streams"),
    (b"KEXS", "Key exchange algorithms"),
    (b"XLCT", "Expected leaf certificate"),
    (b"CSCT", "Signed cert timestamp (RFC6962) of leaf cert"),
    (b"COPT", "Connection options"),
];
/// Values of more tags are not shown.
const MOST: u16 = 256;

/// Short and long name of the message that begins here, if one does.
pub(super) fn message(c: &Cursor<'_>) -> Option<(&'static str, &'static str)> {
    let tag = c.peek_array::<4>().ok()?;
    MESSAGES.iter().find(|m| m.0 == tag).map(|m| (m.1, m.2))
}

/// The tags of a message and their values.
pub(super) fn tags<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let name = c.peek_array::<4>()?;
    let (short, long) = MESSAGES.iter().find(|m| m.0 == name).map_or(("", ""), |m| (m.1, m.2));
    let item = cx.add_str(TAG, c.span(4), |o| _ = o.s(short));
    cx.append(item, |o| _ = o.s(" (").s(long).s(")"));
    c.skip(4)?;
    let count = cx.u16_le(TAG_NUMBER, &mut c)?;
    cx.bytes(PADDING_FIELD, &mut c, 2)?;
    let mut values = c;
    values.skip(8 * usize::from(count))?;
    let mut from = 0;
    for _ in 0..count.min(MOST) {
        let tag = *c.peek_array::<4>()?;
        let end = u32::from_le_bytes(*c.peek_array::<8>()?.last_chunk::<4>().unwrap_or(&[0; 4]));
        let len = end.saturating_sub(from) as usize;
        let long = TAGS.iter().find(|t| *t.0 == tag).map_or("Unknown", |t| t.1);
        let text = |o: &mut requin_wire::Out<'_>| {
            o.text(tag.split(|b| *b == 0).next().unwrap_or_default()).s(" (").s(long).s(")");
        };
        // The rest of a message that a packet has no room for comes in the next one.
        let truncated = len > values.left();
        let value = values.take(len);
        let item = cx.add(TAGS_FIELD, c.span(8), Value::None);
        cx.label(item, |o| {
            o.s("Tag/value: ");
            text(o);
            o.s(" (l=").u(len as u64).s(")");
            if matches!(&tag, b"SNI\0" | b"UAID" | b"VER\0") {
                o.s(": ").text(value.rest());
            }
        });
        cx.under(item, |cx| -> Step {
            let item = cx.add_bytes(TAG_TYPE, c.span(4), tag.split(|b| *b == 0).next().unwrap_or_default());
            cx.append(item, |o| _ = o.s(" (").s(long).s(")"));
            c.skip(4)?;
            cx.u32_le(TAG_OFFSET_END, &mut c)?;
            let length = cx.generated(TAG_OFFSET_LENGTH, c.span(0), Value::U(len as u64));
            if truncated {
                cx.expert(TAG_LENGTH_TRUNCATED, length, c.span(0));
            }
            let at = value.span(value.left());
            cx.add(TAG_VALUE, at, Value::Bytes(at));
            match &tag {
                b"SNI\0" => _ = cx.add(TAG_SNI, at, Value::Str(at)),
                b"UAID" => _ = cx.add(TAG_UAID, at, Value::Str(at)),
                b"VER\0" => _ = cx.add(TAG_VER, at, Value::Str(at)),
                b"PAD\0" => _ = cx.add(TAG_PAD, at, Value::Bytes(at)),
                b"STK\0" => _ = cx.add(TAG_STK, at, Value::Bytes(at)),
                b"SNO\0" => _ = cx.add(TAG_SNO, at, Value::Bytes(at)),
                _ => {}
            }
            Ok(())
        })?;
        from = end;
    }
    Ok(())
}
