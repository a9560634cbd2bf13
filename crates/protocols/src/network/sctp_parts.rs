//! What chunks of SCTP are made of: parameters (RFC 9260 section 3.2.1, RFC 4895, RFC 5061, RFC 6525), causes of
//! errors (RFC 9260 section 3.3.10), and blocks of acknowledged numbers.

use super::sctp::*;
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Step, Stop, Value};

/// Parameters in parameters and causes are followed so far.
const MAX_DEPTH: u8 = 8;

/// A parameter or a cause while it is read: type, length, value, padding.
struct Part<'a> {
    /// From the value on, with the padding: a value of a fixed size is read even when the length denies it.
    c: Cursor<'a>,
    /// Bytes of the value.
    len: usize,
    /// Its line.
    top: Item,
    depth: u8,
}

impl<'a> Part<'a> {
    /// What the value holds and was not read yet.
    fn left(&self, whole: &Cursor<'_>) -> usize {
        self.len.saturating_sub(self.c.pos().saturating_sub(whole.pos())).min(self.c.left())
    }

    /// Adds the value as it stands.
    fn bytes<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field) -> Step {
        let n = self.len.min(self.c.left());
        if n > 0 {
            cx.field(field, &mut self.c, n)?;
        }
        Ok(())
    }

    /// A list of numbers of `size` bytes, which the line tells as well.
    fn list<S: Sink>(
        &mut self,
        cx: &mut Cx<'_, S>,
        (field, size): (Field, usize),
        title: &str,
        name: impl Fn(u16, &mut Out<'_>),
    ) -> Step {
        cx.append(self.top, |o| _ = o.s(" (").s(title).s(": "));
        let whole = self.c;
        let mut first = true;
        while self.left(&whole) >= size {
            let n = self.c.peek_uint(0, size)? as u16;
            cx.append(self.top, |o| {
                o.s(if first { "" } else { ", " });
                name(n, o);
            });
            first = false;
            cx.field(field, &mut self.c, size)?;
        }
        cx.append(self.top, |o| _ = o.s(")"));
        Ok(())
    }
}

/// Parameters up to the end.
pub(super) fn parameters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    while !c.is_empty() {
        parameter(cx, c, depth)?;
    }
    Ok(())
}

/// One parameter, and passes over it.
fn parameter<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
    let room = c.left();
    let mut p = c.take(len.next_multiple_of(4).max(4));
    let name = PARAMETER_TYPE_NAMES.find(u64::from(kind));
    let top = cx.line(p.span(len), |o| _ = o.s(name.unwrap_or("Unknown")).s(" parameter"));
    let last = c.is_empty();
    cx.under(top, |cx| -> Step {
        let padded = if len > room { !len.is_multiple_of(4) } else { p.left() > len };
        if last && padded {
            cx.expert(PARAMETER_PADDING_EXPERT, top, p.span(0));
        }
        cx.flags(PARAMETER_TYPE, &mut p, 2, &[PARAMETER_BIT_1, PARAMETER_BIT_2])?;
        cx.field(PARAMETER_LENGTH, &mut p, 2)?;
        if len > room || len < 4 {
            return Err(Stop::Malformed);
        }
        let mut part = Part { c: p, len: len - 4, top, depth };
        value(cx, kind, &mut part)?;
        p.advance(len - 4);
        padding(cx, PARAMETER_PADDING, p)
    })
}

/// What was added to fill four bytes.
fn padding<S: Sink>(cx: &mut Cx<'_, S>, field: Field, mut p: Cursor<'_>) -> Step {
    let n = p.left();
    if n > 0 {
        cx.field(field, &mut p, n)?;
    }
    Ok(())
}

/// `Address: 10.0.0.1`, of a parameter with an address, or of one that has such a parameter.
fn address(o: &mut Out<'_>, c: &Cursor<'_>) {
    match (c.peek_u16(0), c.peek_bytes(4, 4), c.peek_bytes(4, 16)) {
        (Ok(5), Ok([a, b, c, d]), _) => _ = o.ipv4(u32::from_be_bytes([*a, *b, *c, *d])),
        (Ok(6), _, Ok(bytes)) => _ = o.ipv6(bytes),
        _ => {}
    }
}

fn chunk_or_unknown(kind: u16, o: &mut Out<'_>) {
    o.s(CHUNK_TYPE_NAMES.or(u64::from(kind), "Unknown"));
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, p: &mut Part<'_>) -> Step {
    let (top, n, whole) = (p.top, p.len as u64, p.c);
    match kind {
        1 => {
            cx.append(top, |o| _ = o.s(" (Information: ").u(n).s(" bytes)"));
            p.bytes(cx, PARAMETER_HEARTBEAT_INFORMATION)?;
        }
        5 => {
            let a = p.c.peek_u32(0)?;
            cx.field(PARAMETER_IPV4_ADDRESS, &mut p.c, 4)?;
            cx.append(top, |o| _ = o.s(" (Address: ").ipv4(a).s(")"));
        }
        6 => {
            let a = p.c.peek_bytes(0, 16)?;
            cx.field(PARAMETER_IPV6_ADDRESS, &mut p.c, 16)?;
            cx.append(top, |o| _ = o.s(" (Address: ").ipv6(a).s(")"));
        }
        7 => {
            cx.append(top, |o| _ = o.s(" (Cookie length: ").u(n).s(" bytes)"));
            p.bytes(cx, PARAMETER_STATE_COOKIE)?;
        }
        8 if p.depth < MAX_DEPTH => parameter(cx, &mut p.c, p.depth + 1)?,
        9 => {
            let more = cx.u32(PARAMETER_COOKIE_PRESERVATIVE_INCR, &mut p.c)?;
            cx.append(top, |o| _ = o.s(" (Increment :").u(more).s(" msec)"));
        }
        11 => {
            let name = p.c.peek_bytes(0, p.len)?;
            p.bytes(cx, PARAMETER_HOSTNAME)?;
            let name = name.split(|b| *b == 0).next().unwrap_or_default();
            cx.append(top, |o| _ = o.s(" (Hostname: ").text(name).s(")"));
        }
        12 => p.list(cx, (PARAMETER_SUPPORTED_ADDRESS_TYPE, 2), "Supported types", |t, o| {
            match t {
                5 => o.s("IPv4"),
                6 => o.s("IPv6"),
                11 => o.s("hostname"),
                t => o.u(t),
            };
        })?,
        13 => {
            for field in [RECONFIG_REQUEST, RECONFIG_RESPONSE, SENDERS_LAST_TSN] {
                cx.field(field, &mut p.c, 4)?;
            }
            streams(cx, p, &whole)?;
        }
        14 => {
            cx.field(RECONFIG_REQUEST, &mut p.c, 4)?;
            streams(cx, p, &whole)?;
        }
        15 => _ = cx.field(RECONFIG_REQUEST, &mut p.c, 4)?,
        16 => {
            cx.field(RECONFIG_RESPONSE, &mut p.c, 4)?;
            cx.field(RECONFIG_RESULT, &mut p.c, 4)?;
            for field in [SENDERS_NEXT_TSN, RECEIVERS_NEXT_TSN] {
                if p.left(&whole) >= 4 {
                    cx.field(field, &mut p.c, 4)?;
                }
            }
        }
        17 | 18 => {
            let (number, reserved) = if kind == 17 {
                (ADD_OUTGOING_NUMBER, ADD_OUTGOING_RESERVED)
            } else {
                (ADD_INCOMING_NUMBER, ADD_INCOMING_RESERVED)
            };
            cx.field(RECONFIG_REQUEST, &mut p.c, 4)?;
            cx.field(number, &mut p.c, 2)?;
            cx.field(reserved, &mut p.c, 2)?;
        }
        0x8002 => p.bytes(cx, RANDOM_NUMBER)?,
        0x8003 => {
            p.list(cx, (CHUNK_TYPE_TO_AUTH, 1), "Chunk types to be authenticated", chunk_or_unknown)?;
        }
        0x8004 => p.list(cx, (HMAC_ID, 2), "Supported HMACs", |t, o| {
            o.s(HMAC_ID_NAMES.or(u64::from(t), "Unknown"));
        })?,
        0x8008 => p.list(cx, (SUPPORTED_CHUNK_TYPE, 1), "Supported types", chunk_or_unknown)?,
        0xc001 | 0xc002 | 0xc004 => {
            let id = cx.u32(CORRELATION_ID, &mut p.c)?;
            cx.append(top, |o| {
                o.s(" (Address: ");
                address(o, &p.c);
            });
            if p.depth < MAX_DEPTH {
                parameter(cx, &mut p.c, p.depth + 1)?;
            }
            cx.append(top, |o| _ = o.s(", correlation ID: ").u(id).s(")"));
        }
        0xc003 => {
            cx.field(CORRELATION_ID, &mut p.c, 4)?;
            let mut inner = p.c.take(p.left(&whole));
            if p.depth < MAX_DEPTH {
                causes(cx, &mut inner, p.depth + 1)?;
            }
        }
        0xc005 => {
            let id = cx.u32(CORRELATION_ID, &mut p.c)?;
            cx.append(top, |o| _ = o.s(" (Correlation ID: ").u(id).s(")"));
        }
        0xc006 => {
            let what = cx.u32(ADAPTATION_LAYER_INDICATION, &mut p.c)?;
            cx.append(top, |o| _ = o.s(" (Indication: ").u(what).s(")"));
        }
        _ if PARAMETER_TYPE_NAMES.find(u64::from(kind)).is_none() => {
            cx.append(top, |o| _ = o.s(" (Type ").u(kind).s(", value length: ").u(n).s(" bytes)"));
            p.bytes(cx, PARAMETER_VALUE)?;
        }
        _ => {}
    }
    Ok(())
}

/// The streams that a request is about.
fn streams<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Part<'_>, whole: &Cursor<'_>) -> Step {
    while p.left(whole) >= 2 {
        cx.field(RECONFIG_SID, &mut p.c, 2)?;
    }
    Ok(())
}

/// Causes of an error up to the end.
pub(super) fn causes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    while !c.is_empty() {
        cause(cx, c, depth)?;
    }
    Ok(())
}

fn cause<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let (code, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
    let room = c.left();
    let mut p = c.take(len.next_multiple_of(4).max(4));
    let name = CAUSE_CODE_NAMES.or(u64::from(code), "Unknown");
    let top = cx.line(p.span(len), |o| _ = o.s(name).s(" cause"));
    cx.under(top, |cx| -> Step {
        cx.field(CAUSE_CODE, &mut p, 2)?;
        cx.field(CAUSE_LENGTH, &mut p, 2)?;
        if len < 4 {
            return Err(Stop::Malformed);
        }
        reason(cx, code, &mut Part { c: p, len: len - 4, top, depth })?;
        if len > room {
            return Err(Stop::Malformed);
        }
        p.advance(len - 4);
        padding(cx, CAUSE_PADDING, p)
    })
}

/// What a cause has behind its length.
fn reason<S: Sink>(cx: &mut Cx<'_, S>, code: u16, p: &mut Part<'_>) -> Step {
    let (top, n, whole) = (p.top, p.len as u64, p.c);
    let inner = (p.depth < MAX_DEPTH).then(|| p.depth + 1);
    match code {
        1 => {
            let sid = cx.u16(CAUSE_STREAM_IDENTIFIER, &mut p.c)?;
            cx.field(CAUSE_RESERVED, &mut p.c, 2)?;
            cx.append(top, |o| _ = o.s(" (SID: ").u(sid).s(")"));
        }
        2 => {
            let missing = cx.u32(CAUSE_NR_OF_MISSING_PARAMETERS, &mut p.c)?;
            for _ in 0..missing {
                cx.field(CAUSE_MISSING_PARAMETER_TYPE, &mut p.c, 2)?;
            }
        }
        3 => {
            let usec = cx.u32(CAUSE_MEASURE_OF_STALENESS, &mut p.c)?;
            cx.append(top, |o| _ = o.s(" (Measure: ").u(usec).s(" usec)"));
        }
        5 => {
            let at = p.c;
            if let Some(depth) = inner {
                parameter(cx, &mut p.c, depth)?;
            }
            cx.append(top, |o| address(o, &at));
        }
        6 => {
            let kind = p.c.peek_u8(0)?;
            let name = CHUNK_TYPE_NAMES.or(u64::from(kind), "unknown");
            let mut chunk = p.c.take(p.len);
            if inner.is_some() {
                super::sctp::returned(cx, &mut chunk)?;
            }
            cx.append(top, |o| _ = o.s(" (Type: ").u(kind).s(" (").s(name).s("))"));
        }
        8 => {
            if let Some(depth) = inner {
                parameters(cx, &mut p.c.take(p.len), depth)?;
            }
        }
        9 => {
            let tsn = cx.u32(CAUSE_TSN, &mut p.c)?;
            cx.append(top, |o| _ = o.s(" (TSN: ").u(tsn).s(")"));
        }
        11 => {
            cx.append(top, |o| _ = o.s(" (New addresses: "));
            let mut list = p.c.take(p.len);
            let mut first = true;
            while let (false, Some(depth)) = (list.is_empty(), inner) {
                let at = list;
                parameter(cx, &mut list, depth)?;
                cx.append(top, |o| {
                    o.s(if first { "" } else { ", " });
                    address(o, &at);
                });
                first = false;
            }
            cx.append(top, |o| _ = o.s(")"));
        }
        12 | 13 => p.bytes(cx, CAUSE_INFORMATION)?,
        0xa0..=0xa2 | 0xa4 => {
            let at = p.c;
            if let Some(depth) = inner {
                parameter(cx, &mut p.c, depth)?;
            }
            let what = match code {
                0xa0 => " (Last address: ",
                0xa2 => " (Deleted address: ",
                _ => return Ok(()),
            };
            cx.append(top, |o| {
                o.s(what);
                address(o, &at);
                o.s(")");
            });
        }
        0x105 => {
            while p.left(&whole) >= 2 {
                cx.field(HMAC_ID, &mut p.c, 2)?;
            }
        }
        4 | 7 | 10 => {}
        _ => {
            cx.append(top, |o| _ = o.s(" (Code: ").u(code).s(", information length: ").u(n).s(" bytes)"));
            p.bytes(cx, CAUSE_INFORMATION)?;
        }
    }
    Ok(())
}

/// The rows of blocks of acknowledged numbers: start and end with the numbers they stand for, their sum, and the
/// warning of many.
pub(super) struct Gaps {
    pub title: &'static str,
    pub start: [Field; 2],
    pub end: [Field; 2],
    pub sum: Field,
    pub many: Field,
}

/// Blocks of numbers that were received behind a gap, counted from `base`; the end of the last.
pub(super) fn gaps<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    count: u16,
    base: u32,
    rows: &Gaps,
) -> Result<u16, Stop> {
    let (mut last, mut sum) = (0u16, 0u32);
    for _ in 0..count {
        let [a, b, x, y] = *c.peek_array::<4>()?;
        let (start, end) = (u16::from_be_bytes([a, b]), u16::from_be_bytes([x, y]));
        let tsn = |n: u16| base.wrapping_add(u32::from(n));
        let block = cx.line(c.span(4), |o| {
            o.s(rows.title).s(" for TSN ").u(tsn(start)).s(" to ").u(tsn(end));
        });
        cx.under(block, |cx| -> Step {
            for (fields, n) in [(rows.start, start), (rows.end, end)] {
                let span = c.span(2);
                let item = cx.field(fields[0], c, 2)?;
                cx.under(item, |cx| {
                    let number = cx.generated(fields[1], span, Value::U(u64::from(tsn(n))));
                    let wrong = if fields == rows.start || start > last && start <= end {
                        return;
                    } else if start > end {
                        SACK_GAP_BLOCK_MALFORMED
                    } else {
                        SACK_GAP_BLOCK_OUT_OF_ORDER
                    };
                    cx.expert(wrong, number, span);
                });
            }
            Ok(())
        })?;
        sum += (u32::from(end) + 1).saturating_sub(u32::from(start));
        last = end;
    }
    if count > 0 {
        let item = cx.generated(rows.sum, c.span(0), Value::U(u64::from(sum)));
        if sum > 100 {
            cx.expert(rows.many, item, c.span(0));
        }
    }
    Ok(last)
}
