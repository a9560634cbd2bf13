//! Redis serialization protocol, RESP2.

use crate::application::text;
use requin_wire::{Cursor, Cx, Sink, Span, Step, Stop, Value, proto};

proto! {
    RESP "resp" "REdis Serialization Protocol" "RESP" App
    on [Tcp 6379]
    fields {
        PARTIAL "resp.partial" "Field is only partially decoded": None;
        ARRAY_RECURSION_TOO_DEEP "resp.array_recursion_too_deep" "Array is too deep to recurse any further. Subsequent elements attached to the protocol tree may not reflect their actual location in the array": None;
        STRING "resp.string" "String": Str;
        ERROR "resp.error" "Error": Str;
        BULK_STRING "resp.bulk_string" "Bulk String": None;
        BULK_STRING_VALUE "resp.bulk_string.value" "Value": Bytes;
        BULK_STRING_LENGTH "resp.bulk_string.length" "Length": I32 Dec;
        INTEGER "resp.integer" "Integer": I64 Dec;
        ARRAY "resp.array" "Array": None;
        ARRAY_LENGTH "resp.array.length" "Length": I64 Dec;
        FRAGMENT "resp.fragment" "Fragment": None;
    }
    experts {
        MALFORMED_LENGTH "resp.malformed_length" Error Undecoded "Malformed length specified";
        REASSEMBLED_IN_NEXT_FRAME "resp.reassembled_in_next_frame" Note Undecoded "Array is partially decoded. Re-assembled array is in the next frame";
    }
}

/// Arrays in arrays are followed so far.
const MAX_DEPTH: u32 = 20;
/// Longer texts are no simple ones.
const MAX_INFO: usize = 64;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !matches!(c.peek_u8(0)?, b'+' | b'-' | b':' | b'$' | b'*') {
        return Err(Stop::NotMine);
    }
    cx.protocol("RESP");
    let request = cx.ports.dst == 6379;
    cx.info(|o| _ = o.s(if request { "Request:" } else { "Response:" }));
    while c.captured() > 0 {
        if !value(cx, &mut c, MAX_DEPTH) {
            break;
        }
    }
    Ok(())
}

/// A signed number in digits.
fn number(digits: &[u8]) -> Option<i64> {
    match digits.strip_prefix(b"-") {
        Some(rest) => text::number(rest).and_then(|n| i64::try_from(n).ok()).map(|n| -n),
        None => text::number(digits).and_then(|n| i64::try_from(n).ok()),
    }
}

/// Adds one value; `false` when it does not end here.
fn value<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u32) -> bool {
    let rest = c.rest();
    let Some((line, next)) = text::line(rest, 0).filter(|l| !l.0.is_empty() && depth > 0) else {
        cx.add(FRAGMENT, c.span(rest.len()), Value::None);
        cx.info_add(|o| _ = o.s(" [fragment]"));
        return false;
    };
    let said = line.get(1..).unwrap_or_default();
    let span = Span::new(c.source(), c.pos() + 1, said.len());
    let whole = c.span(next);
    let shown = said.get(..MAX_INFO).unwrap_or(said);
    match line.first() {
        Some(b'+') => {
            cx.add(STRING, whole, Value::Str(span));
            cx.info_add(|o| _ = o.s(" ").text(shown));
        }
        Some(b'-') => {
            cx.add(ERROR, whole, Value::Str(span));
            cx.info_add(|o| _ = o.s(" Error: ").text(said));
        }
        Some(b':') => {
            cx.add(INTEGER, whole, Value::I(number(said).unwrap_or(0)));
            cx.info_add(|o| _ = o.s(" Integer(").text(said).s(")"));
        }
        Some(b'$') => return bulk(cx, c, said, span, next),
        Some(b'*') => return array(cx, c, said, span, next, depth),
        _ => {
            cx.add(FRAGMENT, c.span(rest.len()), Value::None);
            cx.info_add(|o| _ = o.s(" [fragment]"));
            return false;
        }
    }
    c.advance(next);
    true
}

fn bulk<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, said: &[u8], span: Span, next: usize) -> bool {
    let n = number(said).unwrap_or(-1);
    let len = usize::try_from(n).unwrap_or(0);
    let whole = c.span(next.saturating_add(len).saturating_add(2));
    let item = cx.add(BULK_STRING, whole, Value::None);
    let bytes = c.peek_bytes(next, len);
    cx.under(item, |cx| {
        cx.add(BULK_STRING_LENGTH, span, Value::I(n));
        if let (Ok(bytes), true) = (bytes, n > 0) {
            let at = Span { start: c.pos() as u32 + next as u32, len: len as u32, ..span };
            cx.add(BULK_STRING_VALUE, at, Value::Bytes(at));
            _ = bytes;
        }
    });
    cx.label(item, |o| {
        o.s("Bulk String: ");
        match bytes {
            Ok(b) if n >= 0 => o.text(b),
            _ => o.s("[NULL]"),
        };
    });
    cx.info_add(|o| _ = o.s(" BulkString(").i(n).s(")"));
    if n >= 0 && c.peek_bytes(next, len + 2).is_err() {
        c.advance(usize::MAX);
        return false;
    }
    c.advance(if n < 0 { next } else { next + len + 2 });
    true
}

fn array<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    said: &[u8],
    span: Span,
    next: usize,
    depth: u32,
) -> bool {
    let n = number(said).unwrap_or(-1);
    let start = *c;
    let item = cx.add(ARRAY, c.span(next), Value::None);
    cx.label(item, |o| _ = o.s("Array(").i(n).s(")"));
    cx.info_add(|o| _ = o.s(" Array(").i(n).s(")"));
    c.advance(next);
    let whole = cx.under(item, |cx| {
        cx.add(ARRAY_LENGTH, span, Value::I(n));
        let mut left = n;
        while left > 0 {
            if c.captured() == 0 || !value(cx, c, depth - 1) {
                return false;
            }
            left -= 1;
        }
        true
    });
    cx.set_len(item, c.pos() - start.pos());
    whole
}
