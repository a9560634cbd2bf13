//! Search filters (RFC 4511, 4.5.1.7), and how they are written (RFC 4515).

use super::*;
use crate::application::x509::der::{self, Element};
use crate::application::x509::span;
use requin_wire::{Cx, Field, Out, Sink, Step, Stop, Value};

/// How deep filters may be nested.
const MAX_DEPTH: u32 = 32;

/// Writes a filter as text.
pub(super) fn text(o: &mut Out<'_>, e: &Element<'_>, depth: u32) {
    if depth > MAX_DEPTH {
        return;
    }
    let mut b = e.body;
    let each = |o: &mut Out<'_>| {
        let mut b = e.body;
        while let Some(inner) = Some(&mut b).filter(|b| !b.is_empty()).and_then(|b| der::next(b).ok()) {
            text(o, &inner, depth + 1);
        }
    };
    o.s("(");
    match e.number {
        0 => {
            o.s("&");
            each(o);
        }
        1 => {
            o.s("|");
            each(o);
        }
        2 => {
            o.s("!");
            each(o);
        }
        7 => _ = o.text(e.body.rest()).s("=*"),
        4 => {
            if let (Ok(kind), Ok(mut list)) = (der::next(&mut b), der::next(&mut b)) {
                o.text(kind.body.rest()).s("=");
                let mut last = 0;
                while let Some(part) =
                    Some(&mut list.body).filter(|b| !b.is_empty()).and_then(|b| der::next(b).ok())
                {
                    if part.number != 0 {
                        o.s("*");
                    }
                    o.text(part.body.rest());
                    last = part.number;
                }
                if last != 2 {
                    o.s("*");
                }
            }
        }
        9 => {
            while let Some(part) = Some(&mut b).filter(|b| !b.is_empty()).and_then(|b| der::next(b).ok()) {
                match part.number {
                    1 => rule(o, &part, e),
                    2 => _ = o.text(part.body.rest()),
                    3 => _ = o.s(":=").text(part.body.rest()),
                    4 if part.body.peek_u8(0).is_ok_and(|v| v != 0) => _ = o.s(":dn"),
                    _ => {}
                }
            }
        }
        n => {
            if let (Ok(kind), Ok(value)) = (der::next(&mut b), der::next(&mut b)) {
                let sign = match n {
                    5 => ">=",
                    6 => "<=",
                    8 => "~=",
                    _ => "=",
                };
                o.text(kind.body.rest()).s(sign);
                o.text(value.body.rest());
            }
        }
    }
    o.s(")");
}

/// The matching rule stands behind the attribute's type in text, before it in the packet.
fn rule(o: &mut Out<'_>, rule: &Element<'_>, whole: &Element<'_>) {
    let mut b = whole.body;
    while let Some(part) = Some(&mut b).filter(|b| !b.is_empty()).and_then(|b| der::next(b).ok()) {
        if part.number == 2 {
            o.text(part.body.rest());
        }
    }
    o.s(":").text(rule.body.rest());
}

/// Adds text, be it empty.
pub(super) fn string<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) {
    let at = span(&e.body);
    cx.add(field, at, Value::Str(at));
}

/// Adds a filter and what is in it.
pub(super) fn add<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>, depth: u32) -> Step {
    if depth > MAX_DEPTH {
        return Err(Stop::TooDeep);
    }
    let item = cx.add(field, span(&e.whole), Value::U(u64::from(e.number)));
    cx.under(item, |cx| {
        let mut b = e.body;
        match e.number {
            0 | 1 => {
                let (list, one) = if e.number == 0 { (AND, AND_ITEM) } else { (OR, OR_ITEM) };
                let item = cx.add(list, span(&b), Value::U(der::count(b)));
                let label = if e.number == 0 { "and: " } else { "or: " };
                cx.label(item, |o| {
                    o.s(label);
                    text(o, e, 0);
                });
                cx.under(item, |cx| {
                    while !b.is_empty() {
                        add(cx, one, &der::next(&mut b)?, depth + 1)?;
                    }
                    Ok(())
                })
            }
            2 => add(cx, NOT, &der::next(&mut b)?, depth + 1),
            7 => {
                string(cx, PRESENT, e);
                Ok(())
            }
            4 => {
                let item = cx.add(SUBSTRINGS_ELEMENT, span(&b), Value::None);
                cx.under(item, |cx| {
                    let kind = der::next(&mut b)?;
                    cx.append(item, |o| _ = o.s(" ").text(kind.body.rest()));
                    string(cx, TYPE, &kind);
                    let mut list = der::next(&mut b)?.body;
                    let n = der::count(list);
                    let item = cx.add(SUBSTRINGS, span(&list), Value::U(n));
                    cx.append(item, |o| _ = o.s(if n == 1 { " item" } else { " items" }));
                    cx.under(item, |cx| {
                        while !list.is_empty() {
                            let part = der::next(&mut list)?;
                            let item =
                                cx.add(SUBSTRINGS_ITEM, span(&part.whole), Value::U(u64::from(part.number)));
                            let field = match part.number {
                                0 => INITIAL,
                                1 => ANY,
                                _ => FINAL,
                            };
                            cx.under(item, |cx| string(cx, field, &part));
                        }
                        Ok(())
                    })
                })
            }
            9 => {
                let item = cx.add(EXTENSIBLE_MATCH_ELEMENT, span(&b), Value::None);
                cx.under(item, |cx| {
                    while !b.is_empty() {
                        let part = der::next(&mut b)?;
                        match part.number {
                            1 => string(cx, MATCHING_RULE, &part),
                            2 => string(cx, TYPE, &part),
                            3 => string(cx, MATCH_VALUE, &part),
                            _ => {
                                let v = part.body.peek_u8(0)?;
                                cx.add(DN_ATTRIBUTES, span(&part.body), Value::U(u64::from(v != 0)));
                            }
                        }
                    }
                    Ok(())
                })
            }
            n => {
                let field = match n {
                    5 => GREATER_OR_EQUAL_ELEMENT,
                    6 => LESS_OR_EQUAL_ELEMENT,
                    8 => APPROX_MATCH_ELEMENT,
                    _ => EQUALITY_MATCH_ELEMENT,
                };
                let item = cx.add(field, span(&b), Value::None);
                cx.under(item, |cx| {
                    let name = der::next(&mut b)?;
                    string(cx, ATTRIBUTE_DESC, &name);
                    let value = der::next(&mut b)?;
                    if !netlogon::compared(cx, name.body.rest(), value.body)? {
                        string(cx, ASSERTION_VALUE, &value);
                    }
                    Ok(())
                })
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use requin_wire::Cursor;

    fn written(b: &[u8]) -> String {
        let e = der::next(&mut Cursor::new(b, b.len(), 0)).unwrap();
        let mut buf = Vec::new();
        text(&mut Out::new(&mut buf), &e, 0);
        String::from_utf8(buf).unwrap()
    }

    #[test]
    fn filters_as_text() {
        assert_eq!(written(b"\x87\x02cn"), "(cn=*)");
        assert_eq!(written(b"\xa0\x0c\x87\x01a\xa3\x07\x04\x02cn\x04\x01x"), "(&(a=*)(cn=x))");
        assert_eq!(written(b"\xa4\x0d\x04\x02cn0\x07\x80\x01a\x82\x02zz"), "(cn=a*zz)");
        let deep: Vec<u8> = (0..60u8).flat_map(|i| [0xa2, 120 - 2 * i]).collect();
        written(&deep);
    }
}
