//! Frames of Google's QUIC (version 39 and later), as its last versions carry them behind the IETF's headers.

use super::*;
use crate::application::tls::{varint, varint_field};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Value};

pub(super) const PADDING: u8 = 0;
pub(super) const RST_STREAM: u8 = 1;
pub(super) const CONNECTION_CLOSE: u8 = 2;
pub(super) const GOAWAY: u8 = 3;
pub(super) const WINDOW_UPDATE: u8 = 4;
pub(super) const BLOCKED: u8 = 5;
pub(super) const STOP_WAITING: u8 = 6;
pub(super) const PING: u8 = 7;
const CRYPTO: u8 = 8;
/// What has this bit and not the one above acknowledges.
pub(super) const ACK: u8 = 0x40;
pub(super) const STREAM: u8 = 0x80;

/// Whether packets of this version have such frames inside the IETF's: Q050, T050 and T051.
#[must_use]
pub fn has_frames(version: u32) -> bool {
    matches!(version, 0x5130_3530 | 0x5430_3530 | 0x5430_3531)
}

/// Whether any of their fields is wanted.
pub fn are_wanted<S: Sink>(cx: &Cx<'_, S>) -> bool {
    cx.wants_any(PROTO, Field(PROTO.0 + COUNT - 1))
}

/// How long a number is whose length is told by two bits.
pub(super) fn width(bits: u8) -> usize {
    match bits & 3 {
        0 => 1,
        1 => 2,
        2 => 4,
        _ => 6,
    }
}

/// Finds the CRYPTO frames of a payload: offset, length, and where their bytes lie.
#[must_use]
pub fn crypto(mut c: Cursor<'_>) -> Vec<(u64, usize, usize)> {
    let start = c.pos();
    let mut parts = Vec::new();
    let mut step = |c: &mut Cursor<'_>| -> Result<bool, Stop> {
        match c.array::<1>()?[0] {
            PADDING | PING => {}
            CRYPTO => {
                let (at, n) = varint(c)?;
                c.skip(n)?;
                let (len, n) = varint(c)?;
                c.skip(n)?;
                let len = usize::try_from(len).unwrap_or(usize::MAX);
                parts.push((at, len, c.pos() - start));
                c.skip(len)?;
            }
            kind if kind & 0xc0 == ACK => acknowledged(c, kind)?,
            _ => return Ok(false),
        }
        Ok(true)
    };
    while !c.is_empty() && step(&mut c) == Ok(true) {}
    parts
}

/// Passes over what is behind the type of an ACK.
pub(super) fn acknowledged(c: &mut Cursor<'_>, kind: u8) -> Step {
    c.skip(width(kind >> 2) + 2)?;
    let blocks = if kind & 0x20 != 0 { usize::from(c.array::<1>()?[0]) } else { 0 };
    c.skip(width(kind) + blocks * (1 + width(kind)))?;
    match usize::from(c.array::<1>()?[0]) {
        0 => Ok(()),
        n => c.skip(5 + 3 * (n - 1)),
    }
}

/// What a frame is called by its type.
fn name(kind: u8) -> &'static str {
    match kind {
        _ if kind & STREAM != 0 => "STREAM (Special Frame Type)",
        _ if kind & ACK != 0 => "ACK (Special Frame Type)",
        _ => FRAME_TYPE_NAMES.or(u64::from(kind), "Unknown"),
    }
}

/// The node of a frame.
pub(super) fn begin<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, kind: u8) -> Item {
    let item = cx.add(FRAME, c.span(1), Value::None);
    cx.label(item, |o| _ = o.s(name(kind)));
    item
}

/// The type of a frame and its bits; `old`: as before version 34.
pub(super) fn kind<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8, old: bool) -> Step {
    let unused = if old { FRAME_TYPE_ACK_T } else { FRAME_TYPE_ACK_U };
    let stream = [
        FRAME_TYPE_STREAM,
        FRAME_TYPE_STREAM_F,
        FRAME_TYPE_STREAM_D,
        FRAME_TYPE_STREAM_OOO,
        FRAME_TYPE_STREAM_SS,
    ];
    let ack =
        [FRAME_TYPE_STREAM, FRAME_TYPE_ACK, FRAME_TYPE_ACK_N, unused, FRAME_TYPE_ACK_LL, FRAME_TYPE_ACK_MM];
    let bits: &[Field] = match kind {
        _ if kind & STREAM != 0 => &stream,
        _ if kind & ACK != 0 => &ack,
        CRYPTO => &[FRAME_TYPE_STREAM],
        _ => &[],
    };
    let (_, item) = cx.flags(FRAME_TYPE, c, 1, bits)?;
    if kind & (STREAM | ACK) != 0 {
        cx.label(item, |o| {
            _ = o.s("Frame Type: ").s(name(kind)).s(" (").hex(u64::from(kind), 2).s(")");
        });
    }
    Ok(())
}

/// Zeros up to the next frame.
pub(super) fn padding<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, item: Item) -> Step {
    let zeros = c.rest().iter().take_while(|b| **b == 0).count();
    cx.generated(FRAME_TYPE_PADDING_LENGTH, c.span(0), Value::U(zeros as u64));
    cx.append(item, |o| _ = o.s(" Length: ").u(zeros as u64));
    if zeros > 0 {
        cx.bytes(FRAME_TYPE_PADDING, c, zeros)?;
    }
    Ok(())
}

/// Shows the frames of a payload, of which the Info column has the CRYPTO frames alone; `data` is run for what CRYPTO frames carry, with its offset.
///
/// # Errors
/// When one of them is shorter than it says.
pub fn frames<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    mut data: impl FnMut(&mut Cx<'_, S>, Item, Cursor<'_>, u64) -> Step,
) -> Step {
    while let Ok(kind) = c.peek_u8(0) {
        let item = begin(cx, &c, kind);
        let known = cx.under(item, |cx| -> Result<bool, Stop> {
            self::kind(cx, &mut c, kind, false)?;
            match kind {
                PADDING => padding(cx, &mut c, item)?,
                PING => {}
                CRYPTO => {
                    cx.info_add(|o| _ = o.s(", CRYPTO"));
                    let (at, _) = varint_field(cx, CRYPTO_OFFSET, &mut c)?;
                    let (len, _) = varint_field(cx, CRYPTO_LENGTH, &mut c)?;
                    let inside = c.take_all(usize::try_from(len).unwrap_or(usize::MAX))?;
                    cx.add(CRYPTO_CRYPTO_DATA, inside.span(inside.left()), Value::None);
                    data(cx, item, inside, at)?;
                }
                _ if kind & 0xc0 == ACK => {
                    let whole = c;
                    acknowledged(&mut c, kind)?;
                    let mut c = whole;
                    cx.uint(ACK_LARGEST, &mut c, width(kind >> 2))?;
                    cx.u16(ACK_DELTA, &mut c)?;
                    let blocks = match kind & 0x20 {
                        0 => 0,
                        _ => usize::from(cx.u8(ACK_NUM_BLOCKS, &mut c)?),
                    };
                    cx.uint(ACK_FIRST_BLOCK, &mut c, width(kind))?;
                    c.skip(blocks * (1 + width(kind)))?;
                    cx.u8(ACK_NUM_TIMESTAMP, &mut c)?;
                }
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        if !known {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_handshake_behind_acknowledgements() {
        let payload = [0x40, 1, 0, 0, 1, 0, 7, 0, 0, 8, 0, 0x40, 2, 9, 9, 0];
        let c = Cursor::new(&payload, payload.len(), 0);
        assert_eq!(crypto(c), [(0, 2, 13)]);
        // Blocks and timestamps: four bytes of the largest, two blocks of one byte, two timestamps.
        let ack = [0x68, 0, 0, 0, 9, 0, 0, 2, 1, 1, 1, 1, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 8, 5, 1, 7];
        assert_eq!(crypto(Cursor::new(&ack, ack.len(), 0)), [(5, 1, 25)]);
        assert_eq!(crypto(Cursor::new(&ack[..10], 10, 0)), []);
    }
}
