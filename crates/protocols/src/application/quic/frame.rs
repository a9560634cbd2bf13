//! Frames (RFC 9000, 19): what is in a packet once its protection is off.

use super::stream::{Crypto, Part};
use super::streams::Whole;
use super::*;
use crate::application::tls::{ALERTS, varint, varint_field};
use crate::application::{http3, pieces};
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Step, Stop, Value};

/// Frames whose nodes are put back under their packet when the protocol inside was shown before them, at most.
const MOST_LATE: usize = 256;

/// All frames of a payload. `top` is the packet's node.
pub(super) fn all<S: Sink>(cx: &mut Cx<'_, S>, conn: &mut Connection, top: Item, mut c: Cursor<'_>) -> Step {
    conn.streams = 0;
    // Once a protocol inside was shown, what follows has to go back under the packet.
    let mut late = None;
    while !c.is_empty() {
        let before = c.pos();
        let (known, inside) = match &mut late {
            Some(n) if *n < MOST_LATE => {
                *n += 1;
                cx.under(top, |cx| one(cx, conn, &mut c))?
            }
            _ => one(cx, conn, &mut c)?,
        };
        if let Some(inside) = inside {
            late.get_or_insert(0);
            inside.show(cx)?;
        }
        if !known || c.pos() == before {
            break;
        }
    }
    Ok(())
}

/// What a STREAM frame brings to the protocol inside.
struct Inside<'p, 'c> {
    whole: Whole<'p>,
    /// Its header fields.
    fields: &'p [u8],
    id: u64,
    item: Item,
    data: Cursor<'c>,
}

impl Inside<'_, '_> {
    fn show<S: Sink>(self, cx: &mut Cx<'_, S>) -> Step {
        let Inside { whole, fields, id, item, data } = self;
        let how = (whole.typed, whole.framed);
        match whole.inside {
            Ok((from, len)) => {
                let mut c = data;
                c.advance(from);
                http3::in_quic(cx, c.within(len), id, how, fields)
            }
            Err(put) => {
                let show = |cx: &mut Cx<'_, S>, c: Cursor<'_>| {
                    if put.iter().nth(1).is_some() {
                        cx.under(item, |cx| put.tree(cx, &c, &STREAM_PIECES));
                    }
                    http3::in_quic(cx, c, id, how, fields)
                };
                cx.with_source("Reassembled QUIC STREAM", put.bytes.to_vec(), show).unwrap_or(Ok(()))
            }
        }
    }
}

/// The data of a CRYPTO frame: shown when the stream goes on with it.
pub(super) fn crypto_data<S: Sink>(
    cx: &mut Cx<'_, S>,
    conn: &mut Connection,
    item: Item,
    data: Cursor<'_>,
    offset: u64,
) -> Step {
    let note = cx.recalled(conn.crypto).and_then(|r| Crypto::read(&r.bytes));
    conn.crypto += 1;
    let Some(note) = note else {
        return if offset == 0 { tls::in_quic(cx, &mut conn.session, data, None) } else { Ok(()) };
    };
    match (note.part, note.put) {
        (Part::Waits, _) => Ok(()),
        (Part::Again, _) => {
            let at = data.span(0);
            let what = "This QUIC frame has a reused stream offset (retransmission?)";
            let line = cx.line(at, |o| _ = o.s(what));
            cx.expert(RETRANSMISSION, line, at);
            Ok(())
        }
        (Part::Next, None) => tls::in_quic(cx, &mut conn.session, data, note.tail),
        (Part::Next, Some(put)) => {
            let several = put.iter().nth(1).is_some();
            let show = |cx: &mut Cx<'_, S>, c: Cursor<'_>| {
                cx.under(item, |cx| {
                    if several {
                        put.tree(cx, &c, &PIECES);
                    }
                    tls::in_quic(cx, &mut conn.session, c, note.tail)
                })
            };
            cx.with_source("Reassembled QUIC CRYPTO", put.bytes.to_vec(), show).unwrap_or(Ok(()))
        }
    }
}

const PIECES: pieces::Fields = pieces::Fields {
    all: CRYPTO_FRAGMENTS,
    part: CRYPTO_FRAGMENT,
    count: CRYPTO_FRAGMENT_COUNT,
    length: Field(0),
    data: requin_wire::Field(0),
    names: ("Reassembled QUIC CRYPTO Data Fragment", "Reassembled QUIC CRYPTO Data Fragments"),
};

/// Data that a payload carries, and where its bytes lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Data {
    /// A CRYPTO frame.
    Crypto { offset: u64, len: usize, at: usize },
    /// A STREAM frame.
    Stream { id: u64, offset: u64, fin: bool, len: usize, at: usize },
    /// The connection identifier in a NEW_CONNECTION_ID frame.
    Identifier { len: usize, at: usize },
}

/// Finds the CRYPTO frames of a payload: offset, length, and where their bytes lie.
pub(super) fn crypto(c: Cursor<'_>) -> Vec<(u64, usize, usize)> {
    let found = |part| match part {
        Data::Crypto { offset, len, at } => Some((offset, len, at)),
        Data::Stream { .. } | Data::Identifier { .. } => None,
    };
    parts(c).into_iter().filter_map(found).collect()
}

/// Finds what carries data in a payload, up to a frame that is not known or not whole.
pub(super) fn parts(mut c: Cursor<'_>) -> Vec<Data> {
    let start = c.pos();
    let mut parts = Vec::new();
    while !c.is_empty() {
        // Most bytes of the first packets are padding, a frame each.
        c.advance(c.rest().iter().take_while(|b| **b == 0).count());
        if c.is_empty() {
            break;
        }
        match part(&mut c, start) {
            Ok(Some(part)) => parts.extend(part),
            _ => break,
        }
    }
    parts
}

/// Passes over a frame; `None` when it is not known.
fn part(c: &mut Cursor<'_>, start: usize) -> Result<Option<Option<Data>>, Stop> {
    fn number(c: &mut Cursor<'_>) -> Result<u64, Stop> {
        let (v, n) = varint(c)?;
        c.skip(n)?;
        Ok(v)
    }
    fn numbers(c: &mut Cursor<'_>, n: u64) -> Step {
        (0..n).try_for_each(|_| number(c).map(|_| ()))
    }
    fn length(c: &mut Cursor<'_>) -> Result<usize, Stop> {
        number(c).map(|n| usize::try_from(n).unwrap_or(usize::MAX))
    }
    let data = |c: &mut Cursor<'_>, len| -> Result<usize, Stop> {
        let at = c.pos() - start;
        c.skip(len)?;
        Ok(at)
    };
    match number(c)? {
        0 | 1 | 30 | 0xac => {}
        kind @ (2 | 3) => {
            numbers(c, 2)?;
            let ranges = number(c)?;
            numbers(c, 1)?;
            // Ends with the payload at the latest.
            numbers(c, ranges.saturating_mul(2))?;
            numbers(c, if kind == 3 { 3 } else { 0 })?;
        }
        6 => {
            let (offset, len) = (number(c)?, length(c)?);
            return Ok(Some(Some(Data::Crypto { offset, len, at: data(c, len)? })));
        }
        7 | 0x31 => {
            let len = length(c)?;
            c.skip(len)?;
        }
        kind @ 8..=15 => {
            let id = number(c)?;
            let offset = if kind & 4 != 0 { number(c)? } else { 0 };
            let len = if kind & 2 != 0 { length(c)? } else { c.left() };
            let at = data(c, len)?;
            return Ok(Some(Some(Data::Stream { id, offset, fin: kind & 1 != 0, len, at })));
        }
        16 | 18..=20 | 22 | 23 | 25 | 0x2f5 => numbers(c, 1)?,
        5 | 17 | 21 => numbers(c, 2)?,
        4 => numbers(c, 3)?,
        24 => {
            numbers(c, 2)?;
            let len = usize::from(c.peek_u8(0)?);
            c.skip(1)?;
            let at = data(c, len)?;
            c.skip(16)?;
            return Ok(Some(Some(Data::Identifier { len, at })));
        }
        26 | 27 => c.skip(8)?,
        kind @ (28 | 29) => {
            numbers(c, if kind == 28 { 2 } else { 1 })?;
            let len = length(c)?;
            c.skip(len)?;
        }
        0x30 => c.advance(usize::MAX),
        0xaf => {
            numbers(c, 3)?;
            c.skip(1)?;
        }
        _ => return Ok(None),
    }
    Ok(Some(None))
}

fn v<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Result<u64, Stop> {
    varint_field(cx, field, c).map(|r| r.0)
}

/// One frame. `false`: of a type that is not known, so that nothing behind it can be read.
fn one<'p, 'c, S: Sink>(
    cx: &mut Cx<'p, S>,
    conn: &mut Connection,
    c: &mut Cursor<'c>,
) -> Result<(bool, Option<Inside<'p, 'c>>), Stop> {
    let start = *c;
    let (kind, n) = varint(c)?;
    let item = cx.add(FRAME, start.span(n), Value::None);
    let name = names::FRAME_TYPE.find(kind);
    cx.label(item, |o| _ = o.s(name.unwrap_or("Unknown")));
    let mut inside = None;
    let known = cx.under(item, |cx| -> Result<bool, Stop> {
        let kind_item = cx.add(FRAME_TYPE, start.span(n), Value::U(kind));
        c.skip(n)?;
        match kind {
            0 => {
                let zeros = c.rest().iter().take_while(|b| **b == 0).count();
                c.advance(zeros);
                cx.generated(PADDING_LENGTH, start.span(0), Value::U(1 + zeros as u64));
                cx.append(item, |o| _ = o.s(" Length: ").u(1 + zeros as u64));
                cx.info_add(|o| _ = o.s(", PADDING"));
            }
            1 => cx.info_add(|o| _ = o.s(", PING")),
            2 | 3 => ack(cx, kind, c)?,
            4 => {
                let id = v(cx, RSTS_STREAM_ID, c)?;
                cx.info_add(|o| _ = o.s(", RS(").u(id).s(")"));
                let code = v(cx, RSTS_APPLICATION_ERROR_CODE, c)?;
                v(cx, RSTS_FINAL_SIZE, c)?;
                cx.append(item, |o| _ = code_of(o.s(" id=").u(id).s(" Error code: "), code));
            }
            5 => {
                let id = v(cx, SS_STREAM_ID, c)?;
                cx.info_add(|o| _ = o.s(", SS(").u(id).s(")"));
                let code = v(cx, SS_APPLICATION_ERROR_CODE, c)?;
                cx.append(item, |o| _ = code_of(o.s(" id=").u(id).s(" Error code: "), code));
            }
            6 => {
                cx.info_add(|o| _ = o.s(", CRYPTO"));
                let offset = v(cx, CRYPTO_OFFSET, c)?;
                let len = usize::try_from(v(cx, CRYPTO_LENGTH, c)?).unwrap_or(usize::MAX);
                let data = c.take_all(len)?;
                cx.add(CRYPTO_CRYPTO_DATA, data.span(len), Value::None);
                crypto_data(cx, conn, item, data, offset)?;
            }
            7 => {
                cx.info_add(|o| _ = o.s(", NT"));
                let len = usize::try_from(v(cx, NT_LENGTH, c)?).unwrap_or(usize::MAX);
                cx.field(NT_TOKEN, c, len)?;
            }
            8..=15 => inside = stream(cx, conn, kind, (item, kind_item), start, c)?,
            16 => {
                cx.info_add(|o| _ = o.s(", MD"));
                v(cx, MD_MAXIMUM_DATA, c)?;
            }
            17 => {
                let id = v(cx, MSD_STREAM_ID, c)?;
                cx.info_add(|o| _ = o.s(", MSD(").u(id).s(")"));
                cx.append(item, |o| _ = o.s(" id=").u(id));
                v(cx, MSD_MAXIMUM_STREAM_DATA, c)?;
            }
            18 | 19 => {
                cx.info_add(|o| _ = o.s(", MS"));
                v(cx, MS_MAX_STREAMS, c)?;
            }
            20 => {
                cx.info_add(|o| _ = o.s(", DB"));
                v(cx, SB_STREAM_DATA_LIMIT, c)?;
            }
            21 => {
                let id = v(cx, SDB_STREAM_ID, c)?;
                cx.info_add(|o| _ = o.s(", SDB(").u(id).s(")"));
                cx.append(item, |o| _ = o.s(" id=").u(id));
                v(cx, SB_STREAM_DATA_LIMIT, c)?;
            }
            22 | 23 => {
                cx.info_add(|o| _ = o.s(", SB"));
                v(cx, SIB_STREAM_LIMIT, c)?;
            }
            24 => {
                cx.info_add(|o| _ = o.s(", NCI"));
                v(cx, NCI_SEQUENCE, c)?;
                v(cx, NCI_RETIRE_PRIOR_TO, c)?;
                let len = usize::from(cx.u8(NCI_CONNECTION_ID_LENGTH, c)?);
                cx.field(NCI_CONNECTION_ID, c, len)?;
                cx.field(NCI_STATELESS_RESET_TOKEN, c, 16)?;
            }
            25 => {
                cx.info_add(|o| _ = o.s(", RC"));
                v(cx, RCI_SEQUENCE, c)?;
            }
            26 => {
                cx.info_add(|o| _ = o.s(", PC"));
                cx.field(PATH_CHALLENGE_DATA, c, 8)?;
            }
            27 => {
                cx.info_add(|o| _ = o.s(", PR"));
                cx.field(PATH_RESPONSE_DATA, c, 8)?;
            }
            28 | 29 => close(cx, kind, item, c)?,
            30 => cx.info_add(|o| _ = o.s(", DONE")),
            0x30 | 0x31 => {
                cx.info_add(|o| _ = o.s(", DG"));
                let len = if kind == 0x31 { v(cx, DG_LENGTH, c)? } else { c.left() as u64 };
                cx.field(DG, c, usize::try_from(len).unwrap_or(usize::MAX))?;
            }
            0xac => cx.info_add(|o| _ = o.s(", IA")),
            0xaf => {
                cx.info_add(|o| _ = o.s(", AF"));
                for field in [AF_SEQUENCE_NUMBER, AF_ACK_ELICITING_THRESHOLD, AF_REQUEST_MAX_ACK_DELAY] {
                    v(cx, field, c)?;
                }
                let (byte, last) =
                    cx.flags(AF_LAST_BYTE, c, 1, &[AF_RESERVED, AF_IGNORE_CE, AF_IGNORE_ORDER])?;
                for (bit, name) in [(1, ", Ignore CE"), (2, ", Ignore Order")] {
                    if byte & bit != 0 {
                        cx.append(last, |o| _ = o.s(name));
                    }
                }
            }
            0x2f5 => {
                cx.info_add(|o| _ = o.s(", TS"));
                v(cx, TS, c)?;
            }
            _ => {
                cx.expert_with(FRAME_UNKNOWN, item, start.span(n), |o| {
                    _ = o.s("Unknown Frame Type 0x").x(kind, 1);
                });
                return Ok(false);
            }
        }
        Ok(true)
    })?;
    cx.end_at(item, c);
    Ok((known, inside))
}

/// An application's error code.
fn code_of<'a, 'b>(o: &'a mut Out<'b>, code: u64) -> &'a mut Out<'b> {
    o.s(if code == 0 { "" } else { "0x" }).x(code, 1)
}

fn ack<S: Sink>(cx: &mut Cx<'_, S>, kind: u64, c: &mut Cursor<'_>) -> Step {
    cx.info_add(|o| _ = o.s(if kind == 3 { ", ACK_ECN" } else { ", ACK" }));
    v(cx, ACK_LARGEST_ACKNOWLEDGED, c)?;
    v(cx, ACK_ACK_DELAY, c)?;
    let ranges = v(cx, ACK_ACK_RANGE_COUNT, c)?;
    v(cx, ACK_FIRST_ACK_RANGE, c)?;
    for _ in 0..ranges {
        v(cx, ACK_GAP, c)?;
        v(cx, ACK_ACK_RANGE, c)?;
    }
    if kind == 3 {
        for field in [ACK_ECT0_COUNT, ACK_ECT1_COUNT, ACK_ECN_CE_COUNT] {
            v(cx, field, c)?;
        }
    }
    Ok(())
}

fn stream<'p, 'c, S: Sink>(
    cx: &mut Cx<'p, S>,
    conn: &mut Connection,
    kind: u64,
    (item, kind_item): (Item, Item),
    start: Cursor<'_>,
    c: &mut Cursor<'c>,
) -> Result<Option<Inside<'p, 'c>>, Stop> {
    cx.under(kind_item, |cx| -> Step {
        for field in [STREAM_FIN, STREAM_LEN, STREAM_OFF] {
            cx.peek(field, &start, 1)?;
        }
        Ok(())
    })?;
    let at = *c;
    let (id, n) = varint(c)?;
    let id_item = cx.add(STREAM_STREAM_ID, at.span(n), Value::U(id));
    cx.under(id_item, |cx| {
        cx.add(STREAM_INITIATOR, at.span(n), Value::U(id & 1));
        cx.add(STREAM_DIRECTION, at.span(n), Value::U(id >> 1 & 1));
    });
    c.skip(n)?;
    cx.info_add(|o| _ = o.s(", STREAM(").u(id).s(")"));
    let offset = if kind & 4 != 0 { v(cx, STREAM_OFFSET, c)? } else { 0 };
    let len = if kind & 2 != 0 { v(cx, STREAM_LENGTH, c)? } else { c.left() as u64 };
    cx.append(item, |o| {
        o.s(" id=").u(id).s(" fin=").u(kind & 1).s(" off=").u(offset).s(" len=").u(len);
        o.s(" dir=").s(if id & 2 != 0 { "Unidirectional" } else { "Bidirectional" });
        o.s(" origin=").s(if id & 1 != 0 { "Server-initiated" } else { "Client-initiated" });
    });
    let len = usize::try_from(len).unwrap_or(usize::MAX);
    let data = c.take_all(len)?;
    let at = data.span(len);
    cx.add(STREAM_DATA, at, Value::Bytes(at));
    let place = (conn.nth, conn.streams);
    conn.streams += 1;
    let recalled = |key| cx.recalled(key).map(|r| &*r.bytes);
    let Some(whole) = Whole::find(recalled, place) else { return Ok(None) };
    let fields = super::streams::fields(recalled, place);
    Ok(Some(Inside { whole, fields, id, item, data }))
}

const STREAM_PIECES: pieces::Fields = pieces::Fields {
    all: FRAGMENTS,
    part: FRAGMENT,
    count: FRAGMENT_COUNT,
    length: REASSEMBLED_LENGTH,
    data: REASSEMBLED_DATA,
    names: ("Reassembled QUIC STREAM Data Fragment", "Reassembled QUIC STREAM Data Fragments"),
};

fn close<S: Sink>(cx: &mut Cx<'_, S>, kind: u64, item: Item, c: &mut Cursor<'_>) -> Step {
    cx.info_add(|o| _ = o.s(", CC"));
    let at = *c;
    let code = v(cx, if kind == 28 { CC_ERROR_CODE } else { CC_ERROR_CODE_APP }, c)?;
    let name = names::CC_ERROR_CODE.find(code);
    if kind == 28 {
        if (0x100..0x200).contains(&code) {
            let alert = code & 0xff;
            let span = at.span(2);
            cx.add(
                CC_ERROR_CODE_TLS_ALERT,
                requin_wire::Span { start: span.start + 1, len: 1, ..span },
                Value::U(alert),
            );
            cx.append(item, |o| {
                o.s(" Error code: CRYPTO_ERROR (").s(ALERTS.or(alert, "Unknown")).s(")");
            });
        } else {
            cx.append(item, |o| _ = o.s(" Error code: ").s(name.unwrap_or("Unknown")));
        }
        v(cx, CC_FRAME_TYPE, c)?;
    } else {
        cx.append(item, |o| _ = code_of(o.s(" Error code: "), code));
    }
    let len = usize::try_from(v(cx, CC_REASON_PHRASE_LENGTH, c)?).unwrap_or(usize::MAX);
    if len == 0 {
        cx.add(CC_REASON_PHRASE, c.span(0), Value::Str(c.span(0)));
        return Ok(());
    }
    cx.field(CC_REASON_PHRASE, c, len).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crypto_frames_are_found_among_others() {
        let payload = [0, 0, 1, 2, 0, 0, 0, 0, 6, 0, 2, 1, 9, 6, 2, 1, 7, 0x1e];
        assert_eq!(crypto(Cursor::new(&payload, payload.len(), 0)), [(0, 2, 11), (2, 1, 16)]);
    }

    /// One of each kind, and data behind it that is found.
    #[test]
    fn every_frame_is_passed_over() {
        let ack = [2, 9, 0, 1, 0, 1, 1];
        let ecn = [3, 9, 0, 0, 0, 1, 2, 3];
        let id = [[24, 1, 0, 2, 7, 7].as_slice(), &[0; 16]].concat();
        let path = [26, 0, 0, 0, 0, 0, 0, 0, 0];
        let frames: [&[u8]; 23] = [
            &[0],
            &[1],
            &ack,
            &ecn,
            &[4, 1, 2, 3],
            &[5, 1, 2],
            &[7, 2, 0, 0],
            &[16, 1],
            &[17, 1, 2],
            &[18, 1],
            &[20, 1],
            &[21, 1, 2],
            &[22, 1],
            &id,
            &[25, 1],
            &path,
            &[28, 1, 2, 1, 0],
            &[29, 1, 1, 0],
            &[30],
            &[0x31, 1, 0],
            &[0x40, 0xac],
            &[0x40, 0xaf, 1, 2, 3, 0],
            &[0x42, 0xf5, 1],
        ];
        for f in frames {
            let payload = [f, &[0x0f, 3, 5, 1, 9]].concat();
            let stream = Data::Stream { id: 3, offset: 5, fin: true, len: 1, at: f.len() + 4 };
            let told = (f == id).then_some(Data::Identifier { len: 2, at: 4 });
            let all: Vec<Data> = told.into_iter().chain([stream]).collect();
            assert_eq!(parts(Cursor::new(&payload, payload.len(), 0)), all, "{f:?}");
            // Nothing is read past the end.
            for n in 0..payload.len() {
                let whole = told.filter(|_| n >= f.len());
                assert_eq!(parts(Cursor::new(&payload[..n], n, 0)), whole.into_iter().collect::<Vec<_>>());
            }
        }
        assert_eq!(
            parts(Cursor::new(&[8, 3, 1, 2], 4, 0)),
            [Data::Stream { id: 3, offset: 0, fin: false, len: 2, at: 2 }]
        );
        assert_eq!(parts(Cursor::new(&[0x21, 6, 0, 0], 4, 0)), []);
    }
}
