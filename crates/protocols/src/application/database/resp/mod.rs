//! Redis serialization protocol, RESP2 and RESP3.

mod scan;

use requin_wire::{Cursor, Cx, Sink, Span, Step, Stop, Value, proto};
use scan::{MAX_DEPTH, elements, frames, line, number};

proto! {
    RESP "resp" "REdis Serialization Protocol" "RESP" App
    on [Tcp 6379]
    frames previewed [frames]
    fields {
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
        PARTIAL "resp.partial" Note Undecoded "Field is only partially decoded";
        ARRAY_RECURSION_TOO_DEEP "resp.array_recursion_too_deep" Note Undecoded "Array is too deep to recurse any further. Subsequent elements attached to the protocol tree may not reflect their actual location in the array";
        MALFORMED_LENGTH "resp.malformed_length" Error Undecoded "Malformed length specified";
        REASSEMBLED_IN_NEXT_FRAME "resp.reassembled_in_next_frame" Note Undecoded "Array is partially decoded. Re-assembled array is in the next frame";
    }
}

/// First bytes of values: those of RESP2, then those that RESP3 added.
const TYPES: &[u8] = b"+-:$*_#,(!=%~|>";
/// The port of servers.
const PORT: u16 = 6379;
/// Longer texts are shown by their length.
const MAX_INFO: usize = 100;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.rest().is_empty() {
        return Err(Stop::NotMine);
    }
    cx.protocol("RESP");
    let request = cx.ports.dst == PORT;
    if cx.nth() == 1 {
        cx.info(|o| _ = o.s(if request { "Request:" } else { "Response:" }));
    }
    // Every value takes at least its line away.
    while c.captured() > 0 {
        if !value(cx, &mut c, Place { request, depth: 0 }) {
            break;
        }
    }
    cx.info_fence();
    Ok(())
}

/// Where a value stands.
#[derive(Clone, Copy)]
struct Place {
    request: bool,
    /// In how many arrays.
    depth: usize,
}

/// Adds one value; `false` when it does not end here.
fn value<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, place: Place) -> bool {
    let rest = c.rest();
    let Some((said, next)) = line(rest) else {
        cx.info_add(|o| _ = o.s(" [continuation]"));
        return false;
    };
    let kind = said.first().copied().unwrap_or_default();
    let said = said.get(1..).unwrap_or_default();
    let span = Span::new(c.source(), c.pos() + 1, said.len());
    let whole = c.span(next);
    let top = place.depth == 0;
    match kind {
        b'+' => {
            cx.add(STRING, whole, Value::Str(span));
            if top {
                cx.info_add(|o| _ = o.c(b' ').text(said));
            }
        }
        b'-' => {
            cx.add(ERROR, whole, Value::Str(span));
            cx.info_add(|o| _ = o.s(" Error: ").text(said));
        }
        b':' => {
            let n = number(said);
            cx.add(INTEGER, whole, Value::I(n));
            if top {
                cx.info_add(|o| _ = o.c(b' ').i(n));
            }
        }
        b'_' | b'#' | b',' | b'(' => simple(cx, kind, said, whole, span, top),
        b'$' | b'!' | b'=' => return bulk(cx, c, kind, number(said), next, place),
        b'*' | b'%' | b'~' | b'>' | b'|' => return aggregate(cx, c, kind, number(said), next, place),
        _ => {
            cx.add(FRAGMENT, whole, Value::None);
            cx.info_add(|o| _ = o.s(" [fragment]"));
        }
    }
    c.advance(next);
    true
}

/// The values of RESP3 that are a line: null, booleans, doubles, big numbers.
fn simple<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, said: &[u8], whole: Span, span: Span, top: bool) {
    let (name, text) = match (kind, said) {
        (b'_', _) => ("Null", &b""[..]),
        (b'#', b"t") => ("Boolean", &b"true"[..]),
        (b'#', _) => ("Boolean", &b"false"[..]),
        (b',', _) => ("Double", said),
        _ => ("Big number", said),
    };
    let item = cx.add(STRING, whole, Value::Str(span));
    cx.label(item, |o| {
        o.s(name);
        if kind != b'_' {
            o.s(": ").text(text);
        }
    });
    if top && kind != b'_' {
        cx.info_add(|o| _ = o.c(b' ').text(text));
    }
}

/// A text with its length before it: `[NULL]` when that is negative.
fn bulk<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    kind: u8,
    n: i64,
    next: usize,
    place: Place,
) -> bool {
    let name = match kind {
        b'!' => "Bulk Error: ",
        b'=' => "Verbatim String: ",
        _ => "Bulk String: ",
    };
    let Ok(len) = usize::try_from(n) else {
        let item = cx.add(BULK_STRING, c.span(next), Value::None);
        cx.label(item, |o| _ = o.s(name).s("[NULL]"));
        cx.under(item, |cx| cx.add(BULK_STRING_LENGTH, c.span(next), Value::I(n)));
        c.advance(next);
        return true;
    };
    let all = next.saturating_add(len).saturating_add(2);
    let start = *c;
    if c.captured() < all && !c.is_cut() {
        // The rest comes in a later segment, and the string is shown there.
        cx.info_add(|o| _ = o.s(" [continuation]"));
        return false;
    }
    let item = cx.add(BULK_STRING, c.span(all), Value::None);
    cx.under(item, |cx| cx.add(BULK_STRING_LENGTH, c.span(next), Value::I(n)));
    c.advance(next);
    let there = c.rest().get(..len).unwrap_or(c.rest());
    // Text, as far as it is one.
    let text = there.split(|b| *b == 0).next().unwrap_or_default();
    cx.label(item, |o| _ = o.s(name).text(text));
    if len > 0 {
        let at = c.span(len);
        cx.under(item, |cx| cx.add(BULK_STRING_VALUE, at, Value::Bytes(at)));
    }
    if place.depth == 0 || place.depth == 1 && place.request {
        if len < MAX_INFO {
            cx.info_add(|o| _ = o.c(b' ').text(text));
        } else {
            cx.info_add(|o| _ = o.s(" BulkString(").i(n).c(b')'));
        }
    }
    let enough = start.captured() >= all;
    c.advance(len.saturating_add(2));
    if !enough {
        cx.info_add(|o| _ = o.s(" [continuation]"));
    }
    enough
}

/// An array, or what RESP3 has beside it: maps, sets, pushes, attributes.
fn aggregate<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    kind: u8,
    n: i64,
    next: usize,
    place: Place,
) -> bool {
    let start = *c;
    let head = c.span(next);
    let item = cx.add(ARRAY, head, Value::None);
    let name = match kind {
        b'%' => "Map",
        b'~' => "Set",
        b'>' => "Push",
        b'|' => "Attribute",
        _ => "Array",
    };
    cx.label(item, |o| {
        o.s(name).s(": ");
        match n {
            0 => o.s("Empty"),
            1.. => o.s("Length ").i(n),
            _ => o.s("NULL"),
        };
    });
    if place.depth == 0 && !place.request && n > 0 {
        cx.info_add(|o| _ = o.c(b' ').s(name).c(b'(').i(n).c(b')'));
    }
    c.advance(next);
    let whole = cx.under(item, |cx| {
        cx.add(ARRAY_LENGTH, head, Value::I(n));
        if n > 0 && place.depth + 1 >= MAX_DEPTH {
            cx.expert(ARRAY_RECURSION_TOO_DEEP, item, head);
            return true;
        }
        let inside = Place { depth: place.depth + 1, ..place };
        for _ in 0..elements(kind, n) {
            // What is there of a long answer is shown.
            if c.captured() == 0 {
                return !c.is_cut();
            }
            if !value(cx, c, inside) {
                return false;
            }
        }
        true
    });
    if !whole && !start.is_cut() {
        cx.expert(REASSEMBLED_IN_NEXT_FRAME, item, head);
    }
    cx.set_len(item, c.pos().saturating_sub(start.pos()));
    whole
}
