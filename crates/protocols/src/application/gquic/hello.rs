//! Messages that agree on keys: not encrypted, in the first stream, lists of tags and values.

use super::*;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Value};

/// Bytes of the hash that stands before the frames, when they are not encrypted.
const HASH: usize = 12;
/// The stream of these messages.
const STREAM: u64 = 1;
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

/// A STREAM frame with such a message: what its type tells, and the message.
struct Hello<'a> {
    kind: u8,
    private: bool,
    stream: u64,
    offset: u64,
    len: usize,
    data: Cursor<'a>,
    message: (&'static str, &'static str),
}

/// A number in the byte order of the version.
fn number(c: &mut Cursor<'_>, n: usize, big: bool) -> Option<u64> {
    let b = c.bytes(n).ok()?;
    Some(if big { requin_wire::be(b) } else { b.iter().rev().fold(0, |v, b| v << 8 | u64::from(*b)) })
}

/// Reads the message that stands behind the hash, if one does.
fn read<'a>(mut c: Cursor<'a>, version: u64) -> Option<Hello<'a>> {
    c.skip(HASH).ok()?;
    // Versions before 34 have flags of their own here; those before 39 the other byte order.
    let private = version < 34;
    if private {
        c.skip(1).ok()?;
    }
    let big = version >= 39;
    let kind = c.array::<1>().ok()?[0];
    if kind & 0x80 == 0 {
        return None;
    }
    let stream = number(&mut c, usize::from(kind & 3) + 1, big)?;
    let offset = match kind >> 2 & 7 {
        0 => 0,
        n => number(&mut c, usize::from(n) + 1, big)?,
    };
    let len = if kind & 0x20 != 0 { number(&mut c, 2, big)? as usize } else { c.left() };
    let tag = c.peek_array::<4>().ok()?;
    let (_, short, long) = MESSAGES.iter().find(|m| m.0 == tag)?;
    (stream == STREAM).then_some(())?;
    Some(Hello { kind, private, stream, offset, len, data: c.within(len), message: (short, long) })
}

/// Shows the message that a payload holds, and what it is called. `None`: it is encrypted.
pub(super) fn show<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    version: u64,
) -> Option<(&'static str, Step)> {
    let h = read(c, version)?;
    let step = (|| -> Step {
        cx.bytes(MESSAGE_AUTHENTICATION_HASH, &mut c, HASH)?;
        if h.private {
            cx.u8(PRFLAGS, &mut c)?;
        }
        let head = c.left() - h.data.left().min(c.left());
        let item = cx.add(FRAME, c.span(c.left()), Value::None);
        cx.label(item, |o| {
            o.s("STREAM (Special Frame Type) Stream ID: ").u(h.stream).s(", Type: ").s(h.message.0).s(" (");
            o.s(h.message.1).s(")");
        });
        cx.under(item, |cx| -> Step {
            let at = c;
            let bits: [Field; 5] = [
                FRAME_TYPE_STREAM,
                FRAME_TYPE_STREAM_F,
                FRAME_TYPE_STREAM_D,
                FRAME_TYPE_STREAM_OOO,
                FRAME_TYPE_STREAM_SS,
            ];
            let (_, kind) = cx.flags(FRAME_TYPE, &mut c, 1, &bits)?;
            cx.label(kind, |o| {
                o.s("Frame Type: STREAM (Special Frame Type) (").hex(u64::from(h.kind), 2).s(")");
            });
            let item = cx.add(STREAM_ID, at.span(head), Value::U(h.stream));
            cx.append(item, |o| _ = o.s(" (Reserved for (G)QUIC handshake, crypto, config updates...)"));
            if h.kind >> 2 & 7 != 0 {
                cx.add(OFFSET, at.span(head), Value::U(h.offset));
            }
            if h.kind & 0x20 != 0 {
                cx.add(DATA_LEN, at.span(head), Value::U(h.len as u64));
            }
            tags(cx, h.data)
        })
    })();
    Some((h.message.1, step))
}

/// The tags of a message and their values.
fn tags<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
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
        let value = values.take_all(len)?;
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
            cx.generated(TAG_OFFSET_LENGTH, c.span(0), Value::U(len as u64));
            let at = value.span(len);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_told_from_what_is_encrypted() {
        let mut payload = vec![7; HASH];
        payload.extend([0xa4, 1, 4, 0, 0, 8]);
        payload.extend(b"CHLO\x00\x00\x00\x00");
        let read46 = |p: &[u8]| read(Cursor::new(p, p.len(), 0), 46).map(|h| (h.offset, h.len, h.message.0));
        assert_eq!(read46(&payload), Some((1024, 8, "CHLO")));
        payload[HASH + 6] = b'X';
        assert_eq!(read46(&payload), None);
        assert_eq!(read46(&payload[..HASH]), None);
        // The older byte order, and flags before the frame.
        let mut payload = vec![7; HASH];
        payload.extend([0, 0xa4, 1, 0, 4, 8, 0]);
        payload.extend(b"REJ\x00\x00\x00\x00\x00");
        let h = read(Cursor::new(&payload, payload.len(), 0), 25).unwrap();
        assert_eq!((h.offset, h.len, h.message.1), (1024, 8, "Rejection"));
    }
}
