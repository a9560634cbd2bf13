//! The compact protocol: numbers of varying length, and types in halves of bytes.

use super::*;

/// The types that differ from those of the binary protocol.
mod of {
    pub const STOP: u8 = 0;
    pub const TRUE: u8 = 1;
    pub const FALSE: u8 = 2;
    pub const I8: u8 = 3;
    pub const I16: u8 = 4;
    pub const I32: u8 = 5;
    pub const I64: u8 = 6;
    pub const DOUBLE: u8 = 7;
    pub const BINARY: u8 = 8;
    pub const LIST: u8 = 9;
    pub const SET: u8 = 10;
    pub const MAP: u8 = 11;
    pub const STRUCT: u8 = 12;
}

/// Seven bits a byte, the lowest first; and how many bytes, at most ten.
fn varint(c: &Cursor<'_>) -> Result<(u64, usize), Stop> {
    let mut value = 0u64;
    for i in 0..10 {
        let b = c.peek_u8(i)?;
        value |= u64::from(b & 0x7f) << (7 * i);
        if b & 0x80 == 0 {
            return Ok((value, i + 1));
        }
    }
    Err(Stop::Malformed)
}

const fn signed(n: u64) -> i64 {
    (n >> 1) as i64 ^ -((n & 1) as i64)
}

/// Whether a number and a name that can be read follow on the two bytes of the head.
pub(super) fn is_named(bytes: &[u8]) -> bool {
    let mut c = Cursor::new(bytes, bytes.len(), 0);
    c.advance(2);
    let Ok((_, n)) = varint(&c) else { return false };
    c.advance(n);
    let Ok((n, at)) = varint(&c) else { return false };
    (1..u64::from(LONGEST_NAME)).contains(&n)
        && c.peek_bytes(at, n as usize).is_ok_and(|b| b.iter().all(u8::is_ascii_graphic))
}

fn number<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Result<i64, Stop> {
    let (n, len) = varint(c)?;
    let n = signed(n);
    cx.add(field, c.span(len), Value::I(n));
    c.skip(len)?;
    Ok(n)
}

fn count<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Result<u32, Stop> {
    let (n, len) = varint(c)?;
    cx.add(field, c.span(len), Value::I(n as i64));
    c.skip(len)?;
    u32::try_from(n).map_err(|_| Stop::Malformed)
}

pub(super) fn message<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let of = c.peek_u8(1)? >> 5;
    head(cx, c, of, |cx, c| {
        cx.u8(PROTOCOL_ID, c)?;
        cx.peek(VERSION, c, 1)?;
        let item = cx.field(COMPACT_MTYPE, c, 1)?;
        if of == EXCEPTION_TYPE_OF {
            cx.expert(PROTOCOL_EXCEPTION, item, c.span(0));
        }
        let (n, len) = varint(c)?;
        let sequence = signed(n);
        cx.add(SEQ_ID, c.span(len), Value::I(sequence));
        c.skip(len)?;
        let n = count(cx, STR_LEN, c)? as usize;
        let method = cx.bytes(METHOD, c, n)?;
        Ok((method, sequence as i32))
    })?;
    let line = cx.line(c.span(c.left()), |o| _ = o.s("Data"));
    cx.under(line, |cx| fields(cx, c, 0))
}

fn fields<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let (mut nth, mut id) = (0u32, 0i64);
    loop {
        let first = c.peek_u8(0)?;
        if first == of::STOP {
            return cx.u8(COMPACT_STOP, c).map(|_| ());
        }
        nth += 1;
        let line = cx.line(c.span(1), |o| _ = o.s("Field Header #").u(nth));
        let (kind, delta) = (first & 0x0f, first >> 4);
        let text = cx.under(line, |cx| -> Result<u32, Stop> {
            cx.peek(COMPACT_TYPE, c, 1)?;
            cx.u8(FID_DELTA, c)?;
            if delta == 0 {
                id = number(cx, FID, c)?;
            } else {
                id += i64::from(delta);
                cx.generated(FID, c.span(0), Value::I(id));
            }
            if kind == of::BINARY { count(cx, STR_LEN, c) } else { Ok(0) }
        })?;
        match kind {
            // The type says it all.
            of::TRUE | of::FALSE => _ = cx.add(BOOL, c.span(0), Value::U(u64::from(kind == of::TRUE))),
            of::BINARY => contents(cx, c, text as usize)?,
            _ => value(cx, c, kind, depth)?,
        }
    }
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8, depth: u8) -> Step {
    if depth > DEEPEST {
        return Err(Stop::TooDeep);
    }
    match kind {
        of::TRUE | of::FALSE => {
            let set = c.peek_u8(0)? == of::TRUE;
            cx.add(BOOL, c.span(1), Value::U(u64::from(set)));
            c.skip(1)
        }
        of::I8 => cx.field(I8, c, 1).map(|_| ()),
        of::I16 => number(cx, I16, c).map(|_| ()),
        of::I32 => number(cx, I32, c).map(|_| ()),
        of::I64 => number(cx, I64, c).map(|_| ()),
        of::DOUBLE => cx.field_le(DOUBLE, c, 8).map(|_| ()),
        of::BINARY => {
            let n = count(cx, STR_LEN, c)?;
            contents(cx, c, n as usize)
        }
        of::STRUCT => part(cx, c, STRUCT, |cx, c, _| fields(cx, c, depth + 1)),
        of::LIST | of::SET => {
            let (whole, items) = if kind == of::LIST { (LIST, NUM_LIST_ITEM) } else { (SET, NUM_SET_ITEM) };
            part(cx, c, whole, |cx, c, _| {
                let first = c.peek_u8(0)?;
                cx.peek(COMPACT_TYPE, c, 1)?;
                let n = if first >> 4 == 15 {
                    cx.add(NUM_ITEM, c.span(1), Value::U(15));
                    c.skip(1)?;
                    count(cx, items, c)?
                } else {
                    cx.add(items, c.span(1), Value::I(i64::from(first >> 4)));
                    c.skip(1)?;
                    u32::from(first >> 4)
                };
                many(cx, c, &[first & 0x0f], n, depth)
            })
        }
        of::MAP => part(cx, c, MAP, |cx, c, _| {
            let n = count(cx, NUM_MAP_ITEM, c)?;
            if n == 0 {
                return Ok(());
            }
            let types = c.peek_u8(0)?;
            cx.add(TYPE, c.span(1), Value::U(u64::from(types >> 4)));
            cx.peek(COMPACT_TYPE, c, 1)?;
            c.skip(1)?;
            many(cx, c, &[types >> 4, types & 0x0f], n, depth)
        }),
        _ => Err(Stop::Malformed),
    }
}

fn many<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, types: &[u8], n: u32, depth: u8) -> Step {
    for _ in 0..n {
        for kind in types {
            value(cx, c, *kind, depth + 1)?;
        }
    }
    Ok(())
}
