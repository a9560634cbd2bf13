//! Distinguished names (X.501, RFC 5280, 4.1.2.4).

use super::der::{self, Element};
use super::*;
use requin_wire::{Cursor, Cx, Field, Out, Sink, Span, Step, Value};

/// A Name, which is a choice of one: a sequence of relative names.
///
/// # Errors
/// When it ends too early.
pub fn name_choice<S: Sink>(cx: &mut Cx<'_, S>, choice: Field, sequence: Field, c: &mut Cursor<'_>) -> Step {
    let e = der::expect(c, der::SEQUENCE)?;
    let item = cx.add(choice, span(&e.whole), Value::U(0));
    cx.under(item, |cx| rdn_sequence(cx, sequence, e.body))
}

/// A sequence of relative names; `c` is its inside.
///
/// # Errors
/// When it ends too early.
pub fn rdn_sequence<S: Sink>(cx: &mut Cx<'_, S>, sequence: Field, c: Cursor<'_>) -> Step {
    let item = sequence_of(cx, sequence, &c);
    if cx.wants_labels() {
        let name = distinguished(c);
        cx.append(item, |o| _ = o.s(" (").s(&name).s(")"));
    }
    cx.under(item, |cx| items(cx, c))
}

/// The name in one line, the most special part first: `id-at-commonName=R3,id-at-countryName=US`.
#[must_use]
pub fn distinguished(mut c: Cursor<'_>) -> String {
    let mut parts = Vec::new();
    while let Ok(set) = der::next(&mut c) {
        parts.push(relative(set.body));
        if parts.len() > 64 {
            break;
        }
    }
    parts.reverse();
    parts.join(",")
}

fn relative(mut c: Cursor<'_>) -> String {
    let mut text = String::new();
    while let Ok(e) = der::next(&mut c) {
        let mut b = e.body;
        let (Ok(id), Ok(value)) = (der::next(&mut b), der::next(&mut b)) else { break };
        if !text.is_empty() {
            text.push('+');
        }
        text.push_str(&oid::resolved(&oid::dotted(id.body.rest())));
        text.push('=');
        text.push_str(&value_text(&value));
        if text.len() > 4096 {
            break;
        }
    }
    text
}

/// The text of a value, escaped for a line of text.
fn value_text(value: &Element<'_>) -> String {
    let b = value.body.rest();
    let mut buf = Vec::new();
    match value.id {
        0x1e => _ = Out::new(&mut buf).text(utf16(b).as_bytes()),
        _ => _ = Out::new(&mut buf).text(b),
    }
    String::from_utf8(buf).unwrap_or_default()
}

/// UCS-2, big-endian.
pub(super) fn utf16(b: &[u8]) -> String {
    char::decode_utf16(b.chunks_exact(2).filter_map(|c| c.first_chunk::<2>()).map(|c| u16::from_be_bytes(*c)))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// The relative names, one after the other.
pub(super) fn items<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    while !c.is_empty() {
        let set = der::next(&mut c)?;
        let text = if cx.wants_labels() { relative(set.body) } else { String::new() };
        let item = sequence_of(cx, x509if::RDNSEQUENCE_ITEM, &set.body);
        cx.append(item, |o| _ = o.s(" (").s(&text).s(")"));
        cx.under(item, |cx| -> Step {
            let mut list = set.body;
            while !list.is_empty() {
                let pair = der::next(&mut list)?;
                attribute(cx, pair.body)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn attribute<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let item = cx.add(x509if::RELATIVE_DISTINGUISHED_NAME_ITEM_ELEMENT, span(&c), Value::None);
    if cx.wants_labels() {
        let mut b = c;
        let (id, value) = (der::next(&mut b)?, der::next(&mut b)?);
        let name = oid::resolved(&oid::dotted(id.body.rest()));
        cx.append(item, |o| _ = o.s(" (").s(&name).s("=").s(&value_text(&value)).s(")"));
    }
    cx.under(item, |cx| {
        let mut b = c;
        let id = der::expect(&mut b, der::OID)?;
        let dotted = wanted(cx).then(|| oid::dotted(id.body.rest()));
        if let Some(dotted) = &dotted {
            oid::add(cx, x509if::OID, span(&id.body), dotted);
        }
        let value = der::next(&mut b)?;
        layer(cx, x509sat::ID, &value.whole);
        if let Some(dotted) = &dotted {
            attribute_value(cx, dotted, &value);
        }
        Ok(())
    })
}

fn attribute_value<S: Sink>(cx: &mut Cx<'_, S>, dotted: &str, value: &Element<'_>) {
    match dotted {
        "2.5.4.6" => _ = plain(cx, x509sat::COUNTRY_NAME, value),
        "2.5.4.5" | "2.5.4.46" => _ = plain(cx, x509sat::PRINTABLE_STRING, value),
        "1.2.840.113549.1.9.1" | "0.9.2342.19200300.100.1.25" => _ = plain(cx, x509sat::IA5STRING, value),
        "0.9.2342.19200300.100.1.1" => directory_string(cx, value),
        _ if dotted.starts_with("2.5.4.") || dotted.starts_with("1.2.840.113549.1.9.") => {
            directory_string(cx, value);
        }
        _ => by_tag(cx, value),
    }
}

/// A value of an attribute that is not known: shown by its tag.
fn by_tag<S: Sink>(cx: &mut Cx<'_, S>, value: &Element<'_>) {
    let field = match value.id {
        0x0c => x509sat::UTF8STRING,
        0x13 => x509sat::PRINTABLE_STRING,
        0x16 => x509sat::IA5STRING,
        0x04 => x509sat::OCTET_STRING,
        0x02 => {
            integer(cx, x509sat::INTEGER, value);
            return;
        }
        0x1e => {
            cx.add_str(x509sat::BMPSTRING, span(&value.body), |o| _ = o.s(&utf16(value.body.rest())));
            return;
        }
        _ => return,
    };
    plain(cx, field, value);
}

/// A DirectoryString: one of five kinds of text.
pub(super) fn directory_string<S: Sink>(cx: &mut Cx<'_, S>, value: &Element<'_>) {
    let (choice, field) = match value.id {
        0x14 => (0, x509sat::TELETEX_STRING),
        0x13 => (1, x509sat::PRINTABLE_STRING_CHOICE),
        0x1c => (2, x509sat::UNIVERSAL_STRING),
        0x1e => (3, x509sat::BMP_STRING),
        0x0c => (4, x509sat::U_TF8STRING),
        _ => return by_tag(cx, value),
    };
    let at: Span = span(&value.whole);
    let item = cx.add(x509sat::DIRECTORY_STRING, at, Value::U(choice));
    cx.under(item, |cx| {
        if choice == 3 {
            cx.add_str(field, span(&value.body), |o| _ = o.s(&utf16(value.body.rest())));
        } else {
            plain(cx, field, value);
        }
    });
}
