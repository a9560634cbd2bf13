//! Payloads that are not encrypted: those of the handshake, and of a connection that ends before there are keys.

use super::frames::{self, ACK, BLOCKED, CONNECTION_CLOSE, GOAWAY, PADDING, PING, RST_STREAM, STOP_WAITING};
use super::frames::{STREAM, WINDOW_UPDATE, width};
use super::hello;
use super::*;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Value};

/// Bytes of the hash that stands before the frames.
const HASH: usize = 12;
/// The stream of the handshake.
const HANDSHAKE: u64 = 1;
/// What a connection that was closed is called.
const CLOSED: &str = "Connection Close";

/// How a packet writes its frames.
#[derive(Clone, Copy)]
struct Form {
    /// Before version 34: flags before the frames, and acknowledgements of another form.
    old: bool,
    /// From version 39 on: the most significant byte comes first.
    big: bool,
    /// Bytes of packet numbers.
    number: usize,
}

impl Form {
    fn new(version: u64, number: usize) -> Form {
        Form { old: version < 34, big: version >= 39, number }
    }

    /// Takes a number of `n` bytes.
    fn take(self, c: &mut Cursor<'_>, n: usize) -> Result<u64, Stop> {
        let b = c.bytes(n)?;
        Ok(if self.big { requin_wire::be(b) } else { requin_wire::le(b) })
    }

    /// Shows a number of `n` bytes.
    fn show<S: Sink>(
        self,
        cx: &mut Cx<'_, S>,
        field: Field,
        c: &mut Cursor<'_>,
        n: usize,
    ) -> Result<(u64, Item), Stop> {
        let at = c.span(n);
        let value = self.take(c, n)?;
        Ok((value, cx.add(field, at, Value::U(value))))
    }
}

/// A STREAM frame.
struct Stream<'a> {
    id: u64,
    offset: u64,
    len: usize,
    data: Cursor<'a>,
}

impl<'a> Stream<'a> {
    /// Reads what is behind the type.
    fn read(c: &mut Cursor<'a>, kind: u8, form: Form) -> Result<Stream<'a>, Stop> {
        let id = form.take(c, usize::from(kind & 3) + 1)?;
        let offset = match usize::from(kind >> 2 & 7) {
            0 => 0,
            n => form.take(c, n + 1)?,
        };
        let len = if kind & 0x20 != 0 { form.take(c, 2)? as usize } else { c.left() };
        Ok(Stream { id, offset, len, data: c.take(len) })
    }
}

/// Passes over what is behind the type of an ACK.
fn acknowledged(c: &mut Cursor<'_>, kind: u8, form: Form) -> Step {
    if !form.old {
        return frames::acknowledged(c, kind);
    }
    c.skip(1 + width(kind >> 2) + 2)?;
    match usize::from(c.array::<1>()?[0]) {
        0 => {}
        n => c.skip(5 + 3 * (n - 1))?,
    }
    if kind & 0x20 != 0 {
        let ranges = usize::from(c.array::<1>()?[0]);
        c.skip(ranges * (width(kind) + 1))?;
        let revived = usize::from(c.array::<1>()?[0]);
        c.skip(revived * width(kind >> 2))?;
    }
    Ok(())
}

/// What the payload is called, when it is frames that make sense: a message of the handshake, or the end of the
/// connection. `None`: it is encrypted.
fn scan(mut c: Cursor<'_>, form: Form) -> Option<&'static str> {
    let mut what = None;
    c.skip(HASH + usize::from(form.old)).ok()?;
    while !c.is_empty() {
        let kind = c.array::<1>().ok()?[0];
        match kind {
            PADDING => return what,
            RST_STREAM => c.skip(16).ok()?,
            CONNECTION_CLOSE => {
                errors::CONNECTION.find(form.take(&mut c, 4).ok()?)?;
                let len = form.take(&mut c, 2).ok()? as usize;
                return (len == c.left()).then_some(CLOSED);
            }
            GOAWAY => {
                c.skip(8).ok()?;
                let len = form.take(&mut c, 2).ok()? as usize;
                c.skip(len).ok()?;
            }
            WINDOW_UPDATE => c.skip(12).ok()?,
            BLOCKED => c.skip(4).ok()?,
            STOP_WAITING => c.skip(usize::from(form.old) + form.number).ok()?,
            PING => {}
            _ if kind & STREAM != 0 => {
                let stream = Stream::read(&mut c, kind, form).ok()?;
                let (_, long) = hello::message(&stream.data).filter(|_| stream.id == HANDSHAKE)?;
                what = Some(long);
            }
            _ if kind & ACK != 0 => acknowledged(&mut c, kind, form).ok()?,
            _ => return what,
        }
    }
    what
}

/// Shows hash and frames of a payload, and what it is called. `None`: it is encrypted.
pub(super) fn show<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    version: u64,
    number: usize,
) -> Option<(&'static str, Step)> {
    let form = Form::new(version, number);
    let what = scan(c, form)?;
    let step = (|| -> Step {
        cx.bytes(MESSAGE_AUTHENTICATION_HASH, &mut c, HASH)?;
        if form.old {
            let bits = [PRFLAGS_ENTROPY, PRFLAGS_FECG, PRFLAGS_FEC, PRFLAGS_RSV];
            cx.flags(PRFLAGS, &mut c, 1, &bits)?;
        }
        while let Ok(kind) = c.peek_u8(0) {
            let item = frames::begin(cx, &c, kind);
            if !cx.under(item, |cx| one(cx, &mut c, kind, item, form))? {
                break;
            }
        }
        Ok(())
    })();
    Some((what, step))
}

/// Shows a frame. `false`: nobody knows it.
fn one<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    kind: u8,
    item: Item,
    form: Form,
) -> Result<bool, Stop> {
    frames::kind(cx, c, kind, form.old)?;
    match kind {
        PADDING => frames::padding(cx, c, item)?,
        RST_STREAM => {
            let (id, _) = form.show(cx, RSTS_STREAM_ID, c, 4)?;
            form.show(cx, RSTS_BYTE_OFFSET, c, 8)?;
            let (error, _) = form.show(cx, RSTS_ERROR_CODE, c, 4)?;
            cx.append(item, |o| {
                o.s(" Stream ID: ").u(id).s(", Error code: ").s(errors::STREAM.or(error, "Unknown"));
            });
        }
        CONNECTION_CLOSE => {
            let (error, _) = form.show(cx, CC_ERROR_CODE, c, 4)?;
            let (len, _) = form.show(cx, CC_REASON_LENGTH, c, 2)?;
            cx.field(CC_REASON, c, len as usize)?;
            cx.append(item, |o| _ = o.s(" Error code: ").s(errors::CONNECTION.or(error, "Unknown")));
        }
        GOAWAY => {
            let (error, _) = form.show(cx, GOAWAY_ERROR_CODE, c, 4)?;
            let (id, _) = form.show(cx, GOAWAY_LAST_GOOD, c, 4)?;
            let (len, _) = form.show(cx, GOAWAY_REASON_LENGTH, c, 2)?;
            cx.field(GOAWAY_REASON, c, len as usize)?;
            cx.append(item, |o| {
                o.s(" Stream ID: ").u(id).s(", Error code: ").s(errors::CONNECTION.or(error, "Unknown"));
            });
        }
        WINDOW_UPDATE => {
            let (id, _) = form.show(cx, WU_STREAM_ID, c, 4)?;
            form.show(cx, WU_BYTE_OFFSET, c, 8)?;
            cx.append(item, |o| _ = o.s(" Stream ID: ").u(id));
        }
        BLOCKED => {
            let (id, _) = form.show(cx, BLOCKED_STREAM_ID, c, 4)?;
            cx.append(item, |o| _ = o.s(" Stream ID: ").u(id));
        }
        STOP_WAITING => {
            if form.old {
                let entropy = cx.u8(SW_SEND_ENTROPY, c)?;
                cx.append(item, |o| _ = o.s(" Send Entropy: ").u(entropy));
            }
            form.show(cx, SW_LEAST_UNACKED_DELTA, c, form.number)?;
        }
        PING => {}
        _ if kind & STREAM != 0 => stream(cx, c, kind, item, form)?,
        _ if kind & ACK != 0 => match form.old {
            true => observed(cx, c, kind, form)?,
            false => acked(cx, c, kind, form)?,
        },
        _ => return Ok(false),
    }
    Ok(true)
}

fn stream<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8, item: Item, form: Form) -> Step {
    let n = usize::from(kind & 3) + 1;
    let mut at = *c;
    let s = Stream::read(c, kind, form)?;
    let message = hello::message(&s.data);
    cx.append(item, |o| {
        o.s(" Stream ID: ").u(s.id);
        if let Some((short, long)) = message {
            o.s(", Type: ").s(short).s(" (").s(long).s(")");
        }
    });
    let id = cx.add(STREAM_ID, at.span(n), Value::U(s.id));
    if s.id == HANDSHAKE {
        cx.append(id, |o| _ = o.s(" (Reserved for (G)QUIC handshake, crypto, config updates...)"));
    }
    at.skip(n)?;
    if let n @ 1.. = usize::from(kind >> 2 & 7) {
        cx.add(OFFSET, at.span(n + 1), Value::U(s.offset));
        at.skip(n + 1)?;
    }
    if kind & 0x20 != 0 {
        cx.add(DATA_LEN, at.span(2), Value::U(s.len as u64));
    }
    if message.is_some() { hello::tags(cx, s.data) } else { Ok(()) }
}

/// An ACK before version 34: what was missed.
fn observed<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8, form: Form) -> Step {
    cx.u8(ACK_RECEIVED_ENTROPY, c)?;
    form.show(cx, ACK_LARGEST_OBSERVED, c, width(kind >> 2))?;
    form.show(cx, ACK_DELAY_TIME, c, 2)?;
    let fields = [ACK_DELTA_LARGEST_OBSERVED, ACK_FIRST_TIMESTAMP];
    timestamps(cx, c, fields, form)?;
    if kind & 0x20 != 0 {
        for _ in 0..cx.u8(ACK_NUM_RANGES, c)? {
            form.show(cx, ACK_MISSING_PACKET, c, width(kind))?;
            cx.u8(ACK_RANGE_LENGTH, c)?;
        }
        for _ in 0..cx.u8(ACK_NUM_REVIVED, c)? {
            form.show(cx, ACK_REVIVED_PACKET, c, width(kind >> 2))?;
        }
    }
    Ok(())
}

/// An ACK since version 34: blocks of what came.
fn acked<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8, form: Form) -> Step {
    form.show(cx, ACK_LARGEST, c, width(kind >> 2))?;
    form.show(cx, ACK_DELTA, c, 2)?;
    let blocks = if kind & 0x20 != 0 { cx.u8(ACK_NUM_BLOCKS, c)? } else { 0 };
    form.show(cx, ACK_FIRST_BLOCK, c, width(kind))?;
    for _ in 0..blocks {
        cx.u8(ACK_GAP, c)?;
        form.show(cx, ACK_BLOCK_LENGTH, c, width(kind))?;
    }
    timestamps(cx, c, [ACK_DELTA_LARGEST_ACKED, ACK_SINCE_LARGEST_ACKED], form)
}

/// When packets came: the first one by four bytes, the others by two.
fn timestamps<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: [Field; 2], form: Form) -> Step {
    let [delta, since] = fields;
    for n in 0..cx.u8(ACK_NUM_TIMESTAMP, c)? {
        cx.u8(delta, c)?;
        match n {
            0 => form.show(cx, since, c, 4)?,
            _ => form.show(cx, ACK_SINCE_PREVIOUS, c, 2)?,
        };
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(payload: &[u8], version: u64) -> Option<&'static str> {
        scan(Cursor::new(payload, payload.len(), 0), Form::new(version, 1))
    }

    #[test]
    fn messages_are_told_from_what_is_encrypted() {
        let mut payload = vec![7; HASH];
        payload.extend([0xa4, 1, 4, 0, 0, 8]);
        payload.extend(b"CHLO\x00\x00\x00\x00");
        assert_eq!(named(&payload, 46), Some("Client Hello"));
        payload[HASH + 6] = b'X';
        assert_eq!(named(&payload, 46), None);
        assert_eq!(named(&payload[..HASH], 46), None);
        // The older byte order, and flags before the frame.
        let mut old = vec![7; HASH];
        old.extend([1, 0xa0, 1, 8, 0]);
        old.extend(b"SHLO\x00\x00\x00\x00");
        assert_eq!(named(&old, 33), Some("Server Hello"));
    }

    #[test]
    fn messages_are_found_behind_other_frames() {
        let hello = [&[0xa0, 1, 8, 0][..], b"CHLO\0\0\0\0", &[0; 9]].concat();
        let frames: [&[u8]; 8] = [
            &[1, 5, 0, 0, 0, 77, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0],
            &[3, 16, 0, 0, 0, 9, 0, 0, 0, 2, 0, b'g', b'o'],
            &[4, 3, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8],
            &[5, 3, 0, 0, 0],
            &[6, 7, 5],
            &[7],
            &[0x40, 3, 9, 100, 0, 0],
            &[0x60, 3, 9, 100, 0, 2, 1, 55, 0, 0, 0, 1, 66, 0, 1, 3, 2, 1, 4],
        ];
        for frame in frames {
            let payload = [&[7; HASH][..], &[1], frame, &hello].concat();
            assert_eq!(named(&payload, 33), Some("Client Hello"), "{frame:?}");
        }
        let acked = [0x60, 9, 0, 100, 1, 3, 1, 2, 2, 1, 0, 0, 0, 55, 1, 0, 66];
        let hello = [&[0xa0, 1, 0, 8][..], b"CHLO\0\0\0\0"].concat();
        assert_eq!(named(&[&[7; HASH][..], &acked, &hello].concat(), 43), Some("Client Hello"));
    }

    #[test]
    fn the_end_of_a_connection_fills_its_packet() {
        let close = [&[7; HASH][..], &[1, 0x40, 0, 0, 0xff, 0xff, 0, 2, 25, 0, 0, 0, 3, 0], b"bye"].concat();
        assert_eq!(named(&close, 33), Some(CLOSED));
        assert_eq!(named(&[&close[..], &[0]].concat(), 33), None);
        assert_eq!(named(&close[..close.len() - 1], 33), None);
    }
}
