//! JavaScript Object Notation, RFC 8259.

use requin_wire::{Cursor, Cx, Sink, Span, Step, Value, proto};

proto! {
    JSON "json" "JavaScript Object Notation" "JSON" App
    on []
    media [
        "application/json", "application/problem+json", "application/json-rpc", "application/jsonrequest",
        "application/merge-patch+json", "application/json-patch+json", "application/3gpphalforms+json",
        "application/vnd.api.v1+json", "application/dds-web+json",
    ]
    fields {
        ARRAY "json.array" "Array": None;
        OBJECT "json.object" "Object": None;
        MEMBER "json.member" "Member": Str;
        KEY "json.key" "Key": Str;
        PATH "json.path" "Path": Str;
        PATH_WITH_VALUE "json.path_with_value" "Path with value": Str;
        MEMBER_WITH_VALUE "json.member_with_value" "Member with value": Str;
        VALUE_STRING "json.value.string" "String value": Str;
        VALUE_NUMBER "json.value.number" "Number value": Str;
        VALUE_FALSE "json.value.false" "False value": None;
        VALUE_NULL "json.value.null" "Null value": None;
        VALUE_TRUE "json.value.true" "True value": None;
    }
}

/// Deeper nesting is not followed.
const MAX_DEPTH: u32 = 60;

/// Where a value ends, if one begins at `at`: objects and arrays are checked to their end.
fn end_of(b: &[u8], at: usize, depth: u32) -> Option<usize> {
    match b.get(at)? {
        b'{' | b'[' => {
            if depth == 0 {
                return None;
            }
            let object = b.get(at) == Some(&b'{');
            let close = if object { b'}' } else { b']' };
            let mut at = blank(b, at + 1);
            if b.get(at) == Some(&close) {
                return Some(at + 1);
            }
            loop {
                if object {
                    if b.get(at) != Some(&b'"') {
                        return None;
                    }
                    at = blank(b, string_end(b, at)?);
                    if b.get(at) != Some(&b':') {
                        return None;
                    }
                    at = blank(b, at + 1);
                }
                at = blank(b, end_of(b, at, depth - 1)?);
                match b.get(at)? {
                    b',' => at = blank(b, at + 1),
                    c if *c == close => return Some(at + 1),
                    _ => return None,
                }
            }
        }
        b'"' => string_end(b, at),
        b't' => word(b, at, b"true"),
        b'f' => word(b, at, b"false"),
        b'n' => word(b, at, b"null"),
        b'-' | b'0'..=b'9' => {
            let n = b
                .get(at + 1..)?
                .iter()
                .take_while(|c| matches!(c, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'))
                .count();
            Some(at + 1 + n)
        }
        _ => None,
    }
}

fn word(b: &[u8], at: usize, text: &[u8]) -> Option<usize> {
    b.get(at..)?.starts_with(text).then_some(at + text.len())
}

fn blank(b: &[u8], at: usize) -> usize {
    at + b.get(at..).map_or(0, |r| r.iter().take_while(|c| matches!(c, b' ' | b'\t' | b'\r' | b'\n')).count())
}

fn string_end(b: &[u8], at: usize) -> Option<usize> {
    let mut i = at + 1;
    loop {
        match b.get(i)? {
            b'"' => return Some(i + 1),
            b'\\' => i += 2,
            _ => i += 1,
        }
    }
}

/// Writes a string's text with its escapes undone.
fn unescape(text: &[u8], out: &mut Vec<u8>) {
    let mut rest = text;
    let unit = |r: &[u8]| -> Option<u32> {
        r.get(..4)?.iter().try_fold(0u32, |n, d| Some(n << 4 | (*d as char).to_digit(16)?))
    };
    while let Some((&b, after)) = rest.split_first() {
        rest = after;
        if b != b'\\' {
            out.push(b);
            continue;
        }
        let Some((&e, after)) = rest.split_first() else { return };
        rest = after;
        match e {
            b'n' => out.push(b'\n'),
            b't' => out.push(b'\t'),
            b'r' => out.push(b'\r'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'u' => {
                let Some(mut code) = unit(rest) else { continue };
                rest = rest.get(4..).unwrap_or_default();
                if (0xd800..0xdc00).contains(&code)
                    && rest.starts_with(b"\\u")
                    && let Some(low) = rest.get(2..).and_then(unit).filter(|l| (0xdc00..0xe000).contains(l))
                {
                    code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                    rest = rest.get(6..).unwrap_or_default();
                }
                let ch = char::from_u32(code).unwrap_or('\u{fffd}');
                out.extend_from_slice(ch.encode_utf8(&mut [0; 4]).as_bytes());
            }
            other => out.push(other),
        }
    }
}

/// What is being walked.
struct Walk<'b> {
    bytes: &'b [u8],
    base: Span,
    path: Vec<u8>,
    text: Vec<u8>,
}

impl Walk<'_> {
    fn span(&self, from: usize, to: usize) -> Span {
        Span { start: self.base.start + from as u32, len: (to - from) as u32, ..self.base }
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.with_media(|cx, kind, _| {
        cx.protocol_add("/JSON");
        if !kind.is_empty() {
            cx.proto_append(|o| _ = o.s(": ").text(kind));
            cx.info_add(|o| _ = o.s(", JavaScript Object Notation (").text(kind).s(")"));
        }
    });
    let bytes = c.rest();
    let mut walk = Walk { bytes, base: c.span(0), path: Vec::new(), text: Vec::new() };
    let mut at = blank(bytes, 0);
    while let Some(end) =
        bytes.get(at).filter(|b| matches!(b, b'{' | b'[')).and_then(|_| end_of(bytes, at, MAX_DEPTH))
    {
        if cx.wants_any(ARRAY, VALUE_TRUE) {
            value(cx, &mut walk, at, end, None);
        }
        at = blank(bytes, end);
    }
    if at < bytes.len() {
        let mut rest = c;
        rest.advance(at);
        cx.proto_len(at);
        // What is no JSON is shown as text; the summary has been written.
        let info = cx.out.columns.info.text.len();
        let step = cx.call(super::text_lines::ID, rest);
        if cx.wants_columns() {
            cx.out.columns.info.text.truncate(info);
        }
        return step;
    }
    Ok(())
}

/// Adds the value between `at` and `end`, which was checked; `key` names it where it has a name.
fn value<S: Sink>(cx: &mut Cx<'_, S>, w: &mut Walk<'_>, at: usize, end: usize, key: Option<&[u8]>) {
    let span = w.span(at, end);
    match w.bytes.get(at) {
        Some(b'{') => {
            let item = cx.add(OBJECT, span, Value::None);
            cx.under(item, |cx| members(cx, w, at));
        }
        Some(b'[') => {
            let item = cx.add(ARRAY, span, Value::None);
            cx.under(item, |cx| elements(cx, w, at));
        }
        Some(first) => {
            let string = *first == b'"';
            let raw = w.bytes.get(at..end).unwrap_or_default();
            w.text.clear();
            if string {
                let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
                let mut text = std::mem::take(&mut w.text);
                unescape(inner, &mut text);
                w.text = text;
            } else {
                w.text.extend_from_slice(raw);
            }
            let (name, path, text) = (key.unwrap_or(b"[]"), &w.path, &w.text);
            let item = cx.add_str(PATH_WITH_VALUE, span, |o| _ = o.bytes(path).s(":").bytes(text));
            cx.set_generated(item);
            let item = cx.add_str(MEMBER_WITH_VALUE, span, |o| _ = o.bytes(name).s(":").bytes(text));
            cx.set_generated(item);
            match first {
                b'"' => _ = cx.add_str(VALUE_STRING, span, |o| _ = o.bytes(&w.text)),
                b't' => _ = cx.add(VALUE_TRUE, span, Value::None),
                b'f' => _ = cx.add(VALUE_FALSE, span, Value::None),
                b'n' => _ = cx.add(VALUE_NULL, span, Value::None),
                _ => _ = cx.add(VALUE_NUMBER, span, Value::Str(span)),
            }
        }
        None => (),
    }
}

fn members<S: Sink>(cx: &mut Cx<'_, S>, w: &mut Walk<'_>, at: usize) {
    let mut at = blank(w.bytes, at + 1);
    while w.bytes.get(at) == Some(&b'"') {
        let Some(key_end) = string_end(w.bytes, at) else { return };
        let mut key = Vec::new();
        unescape(w.bytes.get(at + 1..key_end - 1).unwrap_or_default(), &mut key);
        let from = blank(w.bytes, blank(w.bytes, key_end) + 1);
        let Some(end) = end_of(w.bytes, from, MAX_DEPTH) else { return };
        let (key_span, span) = (w.span(at, key_end), w.span(at, end));
        let item = cx.add_str(MEMBER, span, |o| _ = o.bytes(&key));
        let len = w.path.len();
        w.path.push(b'/');
        w.path.extend_from_slice(&key);
        cx.under(item, |cx| {
            value(cx, w, from, end, Some(&key));
            cx.add_str(KEY, key_span, |o| _ = o.bytes(&key));
            let item = cx.add_str(PATH, key_span, |o| _ = o.bytes(&w.path));
            cx.set_generated(item);
        });
        w.path.truncate(len);
        at = blank(w.bytes, end);
        if w.bytes.get(at) != Some(&b',') {
            return;
        }
        at = blank(w.bytes, at + 1);
    }
}

fn elements<S: Sink>(cx: &mut Cx<'_, S>, w: &mut Walk<'_>, at: usize) {
    let len = w.path.len();
    w.path.extend_from_slice(b"/[]");
    let mut at = blank(w.bytes, at + 1);
    while w.bytes.get(at).is_some_and(|b| *b != b']') {
        let Some(end) = end_of(w.bytes, at, MAX_DEPTH) else { break };
        value(cx, w, at, end, None);
        at = blank(w.bytes, end);
        if w.bytes.get(at) != Some(&b',') {
            break;
        }
        at = blank(w.bytes, at + 1);
    }
    w.path.truncate(len);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_checked_to_their_end() {
        let whole = br#" {"a":[1,{"b":null}],"c":"x\"}"} "#;
        assert_eq!(end_of(whole, 1, 9), Some(whole.len() - 1));
        assert_eq!(end_of(br#"{"a":1"#, 0, 9), None);
        assert_eq!(end_of(br#"[[[[1]]]]"#, 0, 3), None);
    }

    #[test]
    fn escapes_are_undone() {
        let mut out = Vec::new();
        unescape(br"x\u00e9\n\ud83d\ude00\/", &mut out);
        assert_eq!(out, "x\u{e9}\n\u{1f600}/".as_bytes());
    }
}
