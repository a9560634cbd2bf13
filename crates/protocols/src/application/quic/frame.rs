//! Frames (RFC 9000, 19): what is in a packet once its protection is off.

use super::stream::{Crypto, Part};
use super::*;
use crate::application::pieces;
use crate::application::tls::{ALERTS, varint, varint_field};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Value};

/// All frames of a payload.
pub(super) fn all<S: Sink>(cx: &mut Cx<'_, S>, conn: &mut Connection, mut c: Cursor<'_>) -> Step {
    while !c.is_empty() {
        let before = c.pos();
        let known = one(cx, &mut c, |cx, item, data, offset| crypto_data(cx, conn, item, data, offset))?;
        if !known || c.pos() == before {
            break;
        }
    }
    Ok(())
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

/// Finds the CRYPTO frames of a payload: offset, length, and where their bytes lie.
pub(super) fn crypto(mut c: Cursor<'_>) -> Vec<(u64, usize, usize)> {
    let start = c.pos();
    let mut parts = Vec::new();
    let skip = |c: &mut Cursor<'_>| -> Result<u64, Stop> {
        let (v, n) = varint(c)?;
        c.skip(n)?;
        Ok(v)
    };
    let mut step = |c: &mut Cursor<'_>| -> Result<bool, Stop> {
        match skip(c)? {
            0 | 1 => {}
            kind @ (2 | 3) => {
                skip(c)?;
                skip(c)?;
                let ranges = skip(c)?;
                skip(c)?;
                for _ in 0..ranges.min(4096) {
                    skip(c)?;
                    skip(c)?;
                }
                if kind == 3 {
                    for _ in 0..3 {
                        skip(c)?;
                    }
                }
            }
            6 => {
                let at = skip(c)?;
                let len = usize::try_from(skip(c)?).unwrap_or(usize::MAX);
                parts.push((at, len, c.pos() - start));
                c.skip(len)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    };
    while !c.is_empty() {
        match step(&mut c) {
            Ok(true) => {}
            _ => break,
        }
    }
    parts
}

fn v<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Result<u64, Stop> {
    varint_field(cx, field, c).map(|r| r.0)
}

/// One frame; `crypto` is run for the data of CRYPTO frames. `false`: of a type that is not known, so that
/// nothing behind it can be read.
fn one<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    crypto: impl FnOnce(&mut Cx<'_, S>, Item, Cursor<'_>, u64) -> Step,
) -> Result<bool, Stop> {
    let start = *c;
    let (kind, n) = varint(c)?;
    let item = cx.add(FRAME, start.span(n), Value::None);
    let name = names::FRAME_TYPE.find(kind);
    cx.label(item, |o| _ = o.s(name.unwrap_or("Unknown")));
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
                cx.info_add(|o| _ = o.s(", RS"));
                for field in [RSTS_STREAM_ID, RSTS_APPLICATION_ERROR_CODE, RSTS_FINAL_SIZE] {
                    v(cx, field, c)?;
                }
            }
            5 => {
                cx.info_add(|o| _ = o.s(", SS"));
                v(cx, SS_STREAM_ID, c)?;
                v(cx, SS_APPLICATION_ERROR_CODE, c)?;
            }
            6 => {
                cx.info_add(|o| _ = o.s(", CRYPTO"));
                let offset = v(cx, CRYPTO_OFFSET, c)?;
                let len = usize::try_from(v(cx, CRYPTO_LENGTH, c)?).unwrap_or(usize::MAX);
                let data = c.take_all(len)?;
                cx.add(CRYPTO_CRYPTO_DATA, data.span(len), Value::None);
                crypto(cx, item, data, offset)?;
            }
            7 => {
                cx.info_add(|o| _ = o.s(", NT"));
                let len = usize::try_from(v(cx, NT_LENGTH, c)?).unwrap_or(usize::MAX);
                cx.field(NT_TOKEN, c, len)?;
            }
            8..=15 => stream(cx, kind, item, start, c)?,
            16 => {
                cx.info_add(|o| _ = o.s(", MD"));
                v(cx, MD_MAXIMUM_DATA, c)?;
            }
            17 => {
                cx.info_add(|o| _ = o.s(", MSD"));
                v(cx, MSD_STREAM_ID, c)?;
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
                cx.info_add(|o| _ = o.s(", SDB"));
                v(cx, SDB_STREAM_ID, c)?;
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
                cx.flags(AF_LAST_BYTE, c, 1, &[AF_RESERVED, AF_IGNORE_ORDER, AF_IGNORE_CE])?;
            }
            0x2f5 => {
                cx.info_add(|o| _ = o.s(", TS"));
                v(cx, TS, c)?;
            }
            _ => {
                cx.expert_with(FRAME_UNKNOWN, kind_item, start.span(n), |o| {
                    _ = o.s("Unknown Frame Type ").u(kind);
                });
                return Ok(false);
            }
        }
        Ok(true)
    })?;
    cx.end_at(item, c);
    Ok(known)
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

fn stream<S: Sink>(cx: &mut Cx<'_, S>, kind: u64, item: Item, start: Cursor<'_>, c: &mut Cursor<'_>) -> Step {
    for field in [STREAM_FIN, STREAM_LEN, STREAM_OFF] {
        cx.peek(field, &start, 1)?;
    }
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
    cx.field(STREAM_DATA, c, len).map(|_| ())
}

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
        cx.append(item, |o| _ = o.s(" Error code: ").u(code));
    }
    let len = usize::try_from(v(cx, CC_REASON_PHRASE_LENGTH, c)?).unwrap_or(usize::MAX);
    if len == 0 {
        cx.add(CC_REASON_PHRASE, c.span(0), Value::Str(c.span(0)));
        return Ok(());
    }
    cx.field(CC_REASON_PHRASE, c, len).map(|_| ())
}
