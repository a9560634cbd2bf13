//! Messages that agree on keys: not encrypted, in the first stream, lists of tags and values.

use super::*;
use requin_wire::{Cursor, Cx, Out, Sink, Step, Value};

/// Tags of messages.
const MESSAGES: [(&[u8; 4], &str, &str); 4] = [
    (b"CHLO", "CHLO", "Client Hello"),
    (b"SHLO", "SHLO", "Server Hello"),
    (b"REJ\0", "REJ", "Rejection"),
    (b"PRST", "PRST", "Public Reset"),
];
/// Values of more tags are not shown.
const MOST: u32 = 256;
/// Configurations in configurations are not followed further.
pub(super) const MOST_NESTED: u8 = 4;

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
    list(cx, c, count.into(), 0)
}

/// The letters of a tag: three are followed by a zero.
pub(super) fn spelled(o: &mut Out<'_>, tag: [u8; 4]) {
    o.text(tag.split(|b| *b == 0).next().unwrap_or_default());
}

/// So many tags with the ends of their values, then the values.
pub(super) fn list<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, count: u32, depth: u8) -> Step {
    let count = count.min(MOST);
    let mut values = c;
    values.skip(8 * count as usize)?;
    let mut from = 0;
    for _ in 0..count {
        let tag = *c.peek_array::<4>()?;
        let end = u32::from_le_bytes(*c.peek_array::<8>()?.last_chunk::<4>().unwrap_or(&[0; 4]));
        let len = end.saturating_sub(from) as usize;
        let known = tags::find(&tag);
        let name = known.map_or("Unknown", |t| t.name);
        // The rest of a message that a packet has no room for comes in the next one.
        let truncated = len > values.left();
        let value = values.take(len);
        let item = cx.add(TAGS_FIELD, c.span(8), Value::None);
        cx.label(item, |o| {
            o.s("Tag/value: ");
            spelled(o, tag);
            o.s(" (").s(name).s(") (l=").u(len as u64).s(")");
            if known.is_some_and(tags::Tag::is_text) {
                o.s(": ").text(value.rest());
            }
        });
        cx.under(item, |cx| -> Step {
            let kind = cx.add_str(TAG_TYPE, c.span(4), |o| spelled(o, tag));
            cx.append(kind, |o| _ = o.s(" (").s(name).s(")"));
            c.skip(4)?;
            cx.u32_le(TAG_OFFSET_END, &mut c)?;
            let length = cx.generated(TAG_OFFSET_LENGTH, c.span(0), Value::U(len as u64));
            if truncated {
                cx.expert(TAG_LENGTH_TRUNCATED, length, c.span(0));
            }
            let at = value.span(value.left());
            cx.add(TAG_VALUE, at, Value::Bytes(at));
            match known {
                Some(known) => tags::value(cx, known, item, value, depth),
                None => tags::unknown(cx, tag, value),
            }
        })?;
        from = end;
    }
    Ok(())
}
