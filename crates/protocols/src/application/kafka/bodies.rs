//! Requests and responses that produce records, and that ask which brokers have what.

use super::*;
use requin_wire::{Field, Time};

/// A text behind its length, or none.
fn text<'b, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'b>, field: Field) -> Result<&'b [u8], Stop> {
    let n = c.peek_u16(0)?;
    if n == 0xffff {
        cx.add_str(field, c.span(2), |o| _ = o.s("[ Null ]"));
        c.skip(2)?;
        return Ok(&[]);
    }
    let n = usize::from(n);
    let bytes = c.peek_bytes(2, n)?;
    cx.add_str(field, c.span(2 + n), |o| _ = o.bytes(bytes));
    c.skip(2 + n)?;
    Ok(bytes)
}

/// Elements behind their number; every one takes bytes, so that a number that is too large ends with these.
fn array<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    mut one: impl FnMut(&mut Cx<'_, S>, &mut Cursor<'_>) -> Step,
) -> Step {
    let n = c.peek_u32(0)? as i32;
    c.skip(4)?;
    for _ in 0..n.max(0) {
        one(cx, c)?;
    }
    Ok(())
}

pub(super) fn topics_asked<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    array(cx, c, |cx, c| {
        let n = usize::from(c.peek_u16(0)?);
        let item = cx.line(c.span(2 + n), |o| _ = o.s("Topic"));
        cx.under(item, |cx| text(cx, c, TOPIC_NAME)).map(|_| ())
    })
}

pub(super) fn metadata<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, version: u16) -> Step {
    let c = &mut c;
    if version >= 3 {
        cx.field(THROTTLE_TIME, c, 4)?;
    }
    let item = cx.line(c.span(usize::MAX), |o| _ = o.s("Broker Metadata"));
    cx.under(item, |cx| array(cx, c, |cx, c| broker(cx, c, version)))?;
    cx.end_at(item, c);
    if version >= 2 {
        text(cx, c, CLUSTER_ID)?;
    }
    if version >= 1 {
        let id = c.peek_u32(0)? as i32;
        let item = cx.field(NODE_ID, c, 4)?;
        cx.label(item, |o| _ = o.s("Controller ID: ").i(id));
    }
    let item = cx.line(c.span(usize::MAX), |o| _ = o.s("Topic Metadata"));
    cx.under(item, |cx| array(cx, c, |cx, c| topic(cx, c, version)))?;
    cx.end_at(item, c);
    Ok(())
}

fn broker<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: u16) -> Step {
    let id = c.peek_u32(0)? as i32;
    let item = cx.line(c.span(usize::MAX), |o| _ = o.s("Broker (node ").i(id));
    cx.under(item, |cx| -> Step {
        cx.field(NODE_ID, c, 4)?;
        let host = text(cx, c, HOST)?;
        let port = c.peek_u32(0)?;
        cx.field(KAFKA_PORT, c, 4)?;
        cx.append(item, |o| _ = o.s(": ").text(host).s(":").u(port).s(")"));
        if version >= 1 {
            text(cx, c, RACK)?;
        }
        Ok(())
    })?;
    cx.end_at(item, c);
    Ok(())
}

fn topic<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: u16) -> Step {
    let item = cx.line(c.span(usize::MAX), |o| _ = o.s("Topic"));
    cx.under(item, |cx| -> Step {
        cx.field(ERROR, c, 2)?;
        let name = text(cx, c, TOPIC_NAME)?;
        cx.append(item, |o| _ = o.s(" (").text(name).s(")"));
        if version >= 1 {
            cx.field(IS_INTERNAL, c, 1)?;
        }
        array(cx, c, partition)
    })?;
    cx.end_at(item, c);
    Ok(())
}

fn partition<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let id = c.peek_u32(2)? as i32;
    let item = cx.line(c.span(usize::MAX), |o| _ = o.s("Partition (ID=").i(id).s(")"));
    cx.under(item, |cx| -> Step {
        cx.field(ERROR, c, 2)?;
        cx.field(PARTITION_ID, c, 4)?;
        cx.field(LEADER_ID, c, 4)?;
        for (name, field) in [("Replicas", REPLICA_ID), ("Caught-Up Replicas", ISR_ID)] {
            let item = cx.line(c.span(usize::MAX), |o| _ = o.s(name));
            cx.under(item, |cx| array(cx, c, |cx, c| cx.field(field, c, 4).map(|_| ())))?;
            cx.end_at(item, c);
        }
        Ok(())
    })?;
    cx.end_at(item, c);
    Ok(())
}

pub(super) fn produce<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: u16) -> Step {
    if version >= 3 {
        text(cx, c, TRANSACTIONAL_ID)?;
    }
    cx.field(REQUIRED_ACKS, c, 2)?;
    cx.field(TIMEOUT, c, 4)?;
    array(cx, c, |cx, c| {
        let item = cx.line(c.span(usize::MAX), |o| _ = o.s("Topic"));
        cx.under(item, |cx| -> Step {
            let name = text(cx, c, TOPIC_NAME)?;
            cx.append(item, |o| _ = o.s(" (Name=").text(name).s(")"));
            array(cx, c, |cx, c| {
                let id = c.peek_u32(0)? as i32;
                let item = cx.line(c.span(usize::MAX), |o| _ = o.s("Partition (ID=").i(id).s(")"));
                cx.under(item, |cx| -> Step {
                    cx.field(PARTITION_ID, c, 4)?;
                    let n = c.peek_u32(0)? as usize;
                    c.skip(4)?;
                    let set = c.take_all(n)?;
                    let item = cx.line(set.span(n), |o| _ = o.s("Message Set"));
                    cx.under(item, |cx| records(cx, set))
                })?;
                cx.end_at(item, c);
                Ok(())
            })
        })?;
        cx.end_at(item, c);
        Ok(())
    })
}

/// Batches of records of the second format; what is older is not read.
fn records<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    const HEAD: usize = 61;
    const MAGIC: u8 = 2;
    while c.left() >= HEAD && c.peek_u8(16)? == MAGIC {
        let n = 12 + c.peek_u32(8)? as usize;
        let mut batch = c.take_all(n)?;
        let item = cx.line(batch.span(n), |o| _ = o.s("Record Batch"));
        cx.under(item, |cx| self::batch(cx, &mut batch))?;
    }
    Ok(())
}

fn time<S: Sink>(cx: &mut Cx<'_, S>, field: Field, span: requin_wire::Span, millis: i64) {
    let (s, ms) = (millis.div_euclid(1000), millis.rem_euclid(1000));
    cx.add(field, span, Time::new(s, ms as u32 * 1_000_000).into());
}

fn batch<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    use crate::common::run;
    run(cx, c, &[(OFFSET, 8), (MESSAGE_SIZE, 4), (LEADER_EPOCH, 4), (MESSAGE_MAGIC, 1), (BATCH_CRC, 4)])?;
    let codec = c.peek_u16(0)? & 7;
    for field in [BATCH_CODEC, BATCH_TIMESTAMP_TYPE, BATCH_TRANSACTIONAL, BATCH_CONTROL_BATCH] {
        cx.peek(field, c, 2)?;
    }
    c.skip(2)?;
    cx.field(BATCH_LAST_OFFSET_DELTA, c, 4)?;
    let first = c.peek_uint(0, 8)? as i64;
    time(cx, BATCH_FIRST_TIMESTAMP, c.span(8), first);
    c.skip(8)?;
    time(cx, BATCH_LAST_TIMESTAMP, c.span(8), c.peek_uint(0, 8)? as i64);
    c.skip(8)?;
    run(cx, c, &[(PRODUCER_ID, 8), (PRODUCER_EPOCH, 2), (BATCH_BASE_SEQUENCE, 4)])?;
    let count = c.peek_u32(0)?;
    cx.field(BATCH_SIZE, c, 4)?;
    // What is compressed stays so.
    if codec != 0 {
        return Ok(());
    }
    for _ in 0..count {
        record(cx, c, first)?;
    }
    Ok(())
}

/// A number of variable length, whose lowest bit is its sign.
fn signed_varint(c: &mut Cursor<'_>) -> Result<i64, Stop> {
    let mut n = 0u64;
    for i in 0..10 {
        let b = c.peek_u8(0)?;
        c.skip(1)?;
        n |= u64::from(b & 0x7f) << (7 * i);
        if b & 0x80 == 0 {
            return Ok((n >> 1) as i64 ^ -((n & 1) as i64));
        }
    }
    Err(Stop::Malformed)
}

fn record<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, first: i64) -> Step {
    let here = *c;
    let n = usize::try_from(signed_varint(c)?).map_err(|_| Stop::Malformed)?;
    let head = here.left() - c.left();
    let mut c = c.take_all(n)?;
    let item = cx.line(here.span(head + n), |o| _ = o.s("Record"));
    cx.under(item, |cx| -> Step {
        cx.field(RECORD_ATTRIBUTES, &mut c, 1)?;
        let at = c;
        let delta = signed_varint(&mut c)?;
        time(cx, MESSAGE_TIMESTAMP, at.span(at.left() - c.left()), first.saturating_add(delta));
        let at = c;
        let offset = signed_varint(&mut c)?;
        cx.add(OFFSET, at.span(at.left() - c.left()), Value::I(offset));
        for field in [MESSAGE_KEY, MESSAGE_VALUE] {
            match usize::try_from(signed_varint(&mut c)?) {
                Ok(n) => _ = cx.bytes(field, &mut c, n)?,
                Err(_) => _ = cx.add_bytes(field, c.span(0), &[]),
            }
        }
        let n = c.left();
        cx.line(c.span(n), |o| _ = o.s("Headers"));
        Ok(())
    })
}

pub(super) fn produced<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, version: u16) -> Step {
    let c = &mut c;
    array(cx, c, |cx, c| {
        let item = cx.line(c.span(usize::MAX), |o| _ = o.s("Topic"));
        cx.under(item, |cx| -> Step {
            text(cx, c, TOPIC_NAME)?;
            array(cx, c, |cx, c| {
                let (id, offset) = (c.peek_u32(0)? as i32, c.peek_uint(6, 8)? as i64);
                let n = if version >= 2 { 22 } else { 14 };
                let item = cx.line(c.span(n), |o| {
                    o.s("Partition (ID=").i(id).s(", Offset=").i(offset).s(")");
                });
                cx.under(item, |cx| -> Step {
                    crate::common::run(cx, c, &[(PARTITION_ID, 4), (ERROR, 2), (OFFSET, 8)])?;
                    if version >= 2 {
                        let latest = c.peek_uint(0, 8)? == u64::MAX;
                        let item = cx.field(OFFSET_TIME, c, 8)?;
                        if latest {
                            cx.append(item, |o| _ = o.s(" (latest)"));
                        }
                    }
                    Ok(())
                })
            })
        })?;
        cx.end_at(item, c);
        Ok(())
    })?;
    if version >= 1 {
        cx.field(THROTTLE_TIME, c, 4)?;
    }
    Ok(())
}
