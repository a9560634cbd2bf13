//! Bencoding (BEP 3): strings, integers, lists and dictionaries, as BitTorrent's extensions use them.

use super::text;
use requin_wire::{Cursor, Cx, Item, Sink, Step, Stop, Value, proto};

proto! {
    BENCODE "bencode" "Bencode" "Bencode" App
    on []
    fields {
        STR_LENGTH "bencode.str.length" "String Length": U32 Dec;
        STR "bencode.str" "String": Str;
        INT "bencode.int" "Integer": I32 Dec;
        DICT "bencode.dict" "Dictionary": None;
        DICT_ENTRY "bencode.dict.entry" "Entry": None;
        LIST "bencode.list" "List": None;
    }
}

/// How deep lists and dictionaries may stand in each other.
const DEPTH: u8 = 10;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.drop_node();
    value(cx, &mut c, DEPTH, None)
}

/// Shows the value that stands next; those of one line are added to the entry they belong to.
fn value<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8, entry: Option<Item>) -> Step {
    match c.peek_u8(0)? {
        b'd' => dictionary(cx, c, depth),
        b'l' => list(cx, c, depth),
        b'i' => {
            let (n, number) = digits(c, 1, b'e')?;
            cx.add(INT, c.span(n + 2), Value::I(number));
            if let Some(entry) = entry {
                cx.append(entry, |o| _ = o.s("  Value: ").i(number));
            }
            c.skip(n + 2)
        }
        _ => {
            let text = string(cx, c)?;
            if let Some(entry) = entry {
                cx.append(entry, |o| _ = o.s("  Value: ").text(text));
            }
            Ok(())
        }
    }
}

fn dictionary<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let depth = depth.checked_sub(1).ok_or(Stop::TooDeep)?;
    let item = cx.add(DICT, c.span(0), Value::None);
    c.skip(1)?;
    cx.under(item, |cx| -> Step {
        while c.peek_u8(0)? != b'e' {
            let entry = cx.add(DICT_ENTRY, c.span(0), Value::None);
            cx.under(entry, |cx| -> Step {
                let key = string(cx, c)?;
                cx.append(entry, |o| _ = o.s(" Key: ").text(key));
                value(cx, c, depth, Some(entry))
            })?;
            cx.end_at(entry, c);
        }
        c.skip(1)
    })?;
    cx.end_at(item, c);
    Ok(())
}

fn list<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let depth = depth.checked_sub(1).ok_or(Stop::TooDeep)?;
    let item = cx.add(LIST, c.span(0), Value::None);
    c.skip(1)?;
    cx.under(item, |cx| -> Step {
        while c.peek_u8(0)? != b'e' {
            value(cx, c, depth, None)?;
        }
        c.skip(1)
    })?;
    cx.end_at(item, c);
    Ok(())
}

/// The number that stands `at` bytes further, up to `end`, and how many bytes it has.
fn digits(c: &Cursor<'_>, at: usize, end: u8) -> Result<(usize, i64), Stop> {
    let mut n = 0;
    while c.peek_u8(at + n)? != end {
        if n > 20 || !matches!(c.peek_u8(at + n)?, b'0'..=b'9' | b'-') {
            return Err(Stop::Malformed);
        }
        n += 1;
    }
    let text = std::str::from_utf8(c.peek_bytes(at, n)?).map_err(|_| Stop::Malformed)?;
    Ok((n, text.parse().map_err(|_| Stop::Malformed)?))
}

fn string<'b, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'b>) -> Result<&'b [u8], Stop> {
    let (n, len) = digits(c, 0, b':')?;
    let len = usize::try_from(len).map_err(|_| Stop::Malformed)?;
    cx.add(STR_LENGTH, c.span(n + 1), Value::U(len as u64));
    c.skip(n + 1)?;
    let span = c.span(len);
    let bytes = c.bytes(len)?;
    let item = text::add_ascii(cx, STR, span, bytes);
    text::stray(cx, item, span, bytes);
    Ok(bytes)
}
