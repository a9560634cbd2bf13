//! Forms, as browsers send them.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    URLENCODED_FORM "urlencoded-form" "HTML Form URL Encoded" "URL Encoded Form Data" App
    on []
    media ["application/x-www-form-urlencoded"]
    fields {
        KEY "urlencoded-form.key" "Key": StrZ;
        VALUE "urlencoded-form.value" "Value": StrZ;
    }
}

/// A part with its escapes undone, up to the separator; and where the next one begins.
fn part(bytes: &[u8], separator: u8) -> (Vec<u8>, usize) {
    let end = memchr::memchr(separator, bytes).unwrap_or(bytes.len());
    let mut text = Vec::with_capacity(end);
    let mut rest = bytes.get(..end).unwrap_or_default();
    while let Some((&b, after)) = rest.split_first() {
        rest = after;
        match b {
            b'+' => text.push(b' '),
            b'%' => {
                let digit = |i: usize| after.get(i).and_then(|d| (*d as char).to_digit(16));
                if let (Some(high), Some(low)) = (digit(0), digit(1)) {
                    text.push((high << 4 | low) as u8);
                    rest = after.get(2..).unwrap_or_default();
                } else {
                    text.push(b);
                }
            }
            b => text.push(b),
        }
    }
    (text, (end + 1).min(bytes.len()))
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.with_media(|cx, kind, _| {
        cx.info_sep(" ", |o| _ = o.s("(").text(kind).s(")"));
        cx.proto_append(|o| _ = o.s(": ").text(kind));
    });
    if !cx.wants_any(KEY, VALUE) {
        return Ok(());
    }
    while c.captured() > 0 {
        let begin = c;
        // A key reaches to the next equals sign, whatever stands between.
        let (key, n) = part(c.rest(), b'=');
        let key_span = c.span(n);
        c.advance(n);
        let (value, m) = part(c.rest(), b'&');
        let value_span = c.span(m);
        c.advance(m);
        let item = cx.line(begin.span(n + m), |o| {
            o.s("Form item: \"").text(&key).s("\" = \"").text(&value).s("\"");
        });
        cx.under(item, |cx| {
            cx.add_bytes(KEY, key_span, &key);
            cx.add_bytes(VALUE, value_span, &value);
        });
    }
    Ok(())
}
