//! Bodies of several parts, RFC 2046 section 5.1.

use crate::application::text;
use requin_wire::{Cursor, Cx, Field, Sink, Span, Step, Value, proto};

proto! {
    MIME_MULTIPART "mime_multipart" "MIME Multipart Media Encapsulation" "MIME multipart" App
    on []
    media [
        "multipart/mixed", "multipart/form-data", "multipart/related", "multipart/alternative",
        "multipart/report", "multipart/signed", "multipart/encrypted", "multipart/digest",
        "multipart/parallel", "multipart/byteranges", "multipart/x-mixed-replace",
        "multipart/vnd.bint.med-plus",
    ]
    fields {
        TYPE "mime_multipart.type" "Type": Str;
        PART "mime_multipart.part" "Encapsulated multipart part": Str;
        CONTENT_DESCRIPTION "mime_multipart.header.content-description" "Content-Description": Str;
        CONTENT_DISPOSITION "mime_multipart.header.content-disposition" "Content-Disposition": Str;
        CONTENT_ENCODING "mime_multipart.header.content-encoding" "Content-Encoding": Str;
        CONTENT_ID "mime_multipart.header.content-id" "Content-Id": Str;
        CONTENT_LANGUAGE "mime_multipart.header.content-language" "Content-Language": Str;
        CONTENT_LENGTH "mime_multipart.header.content-length" "Content-Length": Str;
        CONTENT_TRANSFER_ENCODING "mime_multipart.header.content-transfer-encoding" "Content-Transfer-Encoding": Str;
        CONTENT_TYPE "mime_multipart.header.content-type" "Content-Type": Str;
        ORIGINALCONTENT "mime_multipart.header.originalcontent" "OriginalContent": Str;
        FIRST_BOUNDARY "mime_multipart.first_boundary" "First boundary": Str;
        PREAMBLE "mime_multipart.preamble" "Preamble": Bytes;
        LAST_BOUNDARY "mime_multipart.last_boundary" "Last boundary": Str;
        BOUNDARY "mime_multipart.boundary" "Boundary": Str;
        TRAILER "mime_multipart.trailer" "Trailer": Bytes;
    }
    experts {
        NO_REQUIRED_PARAMETER "mime_multipart.no_required_parameter" Error Protocol "The multipart dissector could not find a required parameter.";
    }
}

const HEADERS: &[(&[u8], Field)] = &[
    (b"content-description", CONTENT_DESCRIPTION),
    (b"content-disposition", CONTENT_DISPOSITION),
    (b"content-encoding", CONTENT_ENCODING),
    (b"content-id", CONTENT_ID),
    (b"content-language", CONTENT_LANGUAGE),
    (b"content-length", CONTENT_LENGTH),
    (b"content-transfer-encoding", CONTENT_TRANSFER_ENCODING),
    (b"content-type", CONTENT_TYPE),
    (b"originalcontent", ORIGINALCONTENT),
];

/// How deep multiparts may hold each other.
const MAX_NESTED: u8 = 8;

/// The value of a parameter of a header, without its quotes.
#[must_use]
pub fn parameter<'b>(parameters: &'b [u8], name: &[u8]) -> Option<&'b [u8]> {
    for part in parameters.split(|b| *b == b';') {
        let part = text::trim(part);
        let Some(equals) = part.iter().position(|b| *b == b'=') else { continue };
        if text::trim(part.get(..equals)?).eq_ignore_ascii_case(name) {
            let value = text::trim(part.get(equals + 1..)?);
            return Some(match value.split_first() {
                Some((b'"', rest)) => rest.split(|b| *b == b'"').next().unwrap_or_default(),
                _ => value,
            });
        }
    }
    None
}

/// A boundary: where it begins (its line end before it included), where its line ends, whether it is the last.
struct Found {
    begin: usize,
    end: usize,
    last: bool,
}

fn find(bytes: &[u8], from: usize, boundary: &[u8]) -> Option<Found> {
    let mut at = from;
    loop {
        let dashes = at + memchr::memmem::find(bytes.get(at..)?, b"--")?;
        at = dashes + 1;
        let behind = bytes.get(dashes + 2..)?;
        let starts_line = dashes == 0 || bytes.get(dashes - 1) == Some(&b'\n');
        if !starts_line || !behind.starts_with(boundary) {
            continue;
        }
        let mut end = dashes + 2 + boundary.len();
        let last = bytes.get(end..end + 2) == Some(b"--");
        if last {
            end += 2;
        }
        while matches!(bytes.get(end), Some(b' ' | b'\t')) {
            end += 1;
        }
        match bytes.get(end) {
            Some(b'\r') => end += 1 + usize::from(bytes.get(end + 1) == Some(&b'\n')),
            Some(b'\n') => end += 1,
            None if last => (),
            _ => continue,
        }
        let mut begin = dashes;
        if begin > from && bytes.get(begin - 1) == Some(&b'\n') {
            begin -= 1;
            if begin > from && bytes.get(begin - 1) == Some(&b'\r') {
                begin -= 1;
            }
        }
        return Some(Found { begin, end, last });
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let (kind, parameters) = cx.with_media(|_, kind, parameters| (kind.to_vec(), parameters.to_vec()));
    let Some(boundary) = parameter(&parameters, b"boundary").filter(|b| !b.is_empty()) else {
        cx.expert(NO_REQUIRED_PARAMETER, requin_wire::Item::NONE, c.span(0));
        return cx.call_nested(crate::meta::data::ID, c);
    };
    cx.proto_append(|o| {
        o.s(", Type: ").text(&kind).s(", Boundary: \"").text(boundary).s("\"");
    });
    let item = cx.add_bytes(TYPE, c.span(0), &kind);
    cx.set_generated(item);
    let bytes = c.rest();
    let at =
        |from: usize, to: usize| Span { len: (to - from) as u32, ..Span::new(c.source(), c.pos() + from, 0) };
    let Some(first) = find(bytes, 0, boundary) else {
        return if c.is_empty() { Ok(()) } else { cx.call_nested(crate::meta::data::ID, c) };
    };
    if first.begin > 0 || bytes.first() != Some(&b'-') {
        // The line end before the first boundary is the preamble's.
        let dashes = memchr::memmem::find(bytes.get(first.begin..).unwrap_or_default(), b"--").unwrap_or(0)
            + first.begin;
        if dashes > 0 {
            cx.add(PREAMBLE, at(0, dashes), Value::Bytes(at(0, dashes)));
        }
        cx.add(FIRST_BOUNDARY, at(dashes, first.end), Value::Str(at(dashes, first.end)));
    } else {
        cx.add(FIRST_BOUNDARY, at(0, first.end), Value::Str(at(0, first.end)));
    }
    let mut here = first;
    while !here.last {
        let Some(next) = find(bytes, here.end, boundary) else {
            return Ok(());
        };
        let mut part = c;
        part.advance(here.end);
        part_of(cx, part.take(next.begin - here.end), &kind)?;
        let field = if next.last { LAST_BOUNDARY } else { BOUNDARY };
        let span = at(next.begin, next.end);
        cx.add(field, span, Value::Str(span));
        here = next;
    }
    if here.end < bytes.len() {
        let span = at(here.end, bytes.len());
        cx.add(TRAILER, span, Value::Bytes(span));
    }
    Ok(())
}

/// One part: its headers, and its body by its own media type.
fn part_of<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, outer: &[u8]) -> Step {
    let whole = c.span(c.left());
    let item = cx.add(PART, whole, Value::Str(Span { len: 0, ..whole }));
    let nested = cx.nth() < MAX_NESTED;
    let mut content_type = Vec::new();
    cx.under(item, |cx| -> Step {
        let mut seen = false;
        loop {
            let rest = c.rest();
            let Some((line, mut next)) = text::line(rest, 0) else { break };
            if line.is_empty() {
                if seen {
                    c.advance(next);
                }
                break;
            }
            let Some(colon) = line.iter().position(|b| *b == b':') else { break };
            seen = true;
            let mut end = line.len();
            while matches!(rest.get(next), Some(b' ' | b'\t')) {
                let Some((more, after)) = text::line(rest, next) else { break };
                (end, next) = (next + more.len(), after);
            }
            let name = line.get(..colon).unwrap_or_default();
            let value = compact(rest.get(colon + 1..end).unwrap_or_default());
            let last = text::line(rest, next).is_some_and(|(l, _)| l.is_empty());
            let shown = if last { text::line(rest, next).map_or(next, |l| l.1) } else { next };
            let all = rest.get(..shown).unwrap_or_default();
            let field = HEADERS.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|h| h.1);
            match field {
                Some(field) => {
                    let item = cx.add_bytes(field, c.span(next), &value);
                    cx.label(item, |o| _ = o.text(all));
                    if field == CONTENT_TYPE {
                        content_type = value;
                    }
                }
                None => _ = cx.line(c.span(next), |o| _ = o.text(all)),
            }
            c.advance(next);
        }
        if content_type.is_empty() && outer == b"multipart/digest" {
            content_type.extend_from_slice(b"message/rfc822");
        }
        if c.is_empty() {
            return Ok(());
        }
        if content_type.is_empty() || !nested {
            return cx.call_nested(crate::meta::data::ID, c);
        }
        cx.set_media(&content_type);
        super::nested(cx, c)
    })?;
    cx.label(item, |o| {
        o.s("Encapsulated multipart part: ");
        if !content_type.is_empty() {
            let kind = content_type.split(|b| *b == b';').next().unwrap_or_default();
            o.s(" (").text(kind).s(")");
        }
    });
    Ok(())
}

/// A header's value on one line, without spaces behind its semicolons.
fn compact(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    let mut quoted = false;
    for b in value {
        match b {
            b'"' => {
                quoted = !quoted;
                out.push(*b);
            }
            b'\r' | b'\n' => (),
            b' ' | b'\t' if !quoted && (out.is_empty() || matches!(out.last(), Some(b';' | b' '))) => (),
            b'\t' if !quoted => out.push(b' '),
            b => out.push(*b),
        }
    }
    out.truncate(text::trim(&out).len());
    out
}
