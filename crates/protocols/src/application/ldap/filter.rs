//! Search filters (RFC 4511, 4.5.1.7), and how they are written (RFC 4515).

use super::*;
use crate::application::x509::der::{self, Element};
use crate::application::x509::span;
use requin_wire::{Cursor, Cx, Field, Out, Sink, Step, Stop, Value};

/// How deep filters may be nested.
const MAX_DEPTH: u32 = 32;

/// What stands one behind the other, as far as it can be read.
fn each<'a>(mut b: Cursor<'a>) -> impl Iterator<Item = Element<'a>> {
    std::iter::from_fn(move || if b.is_empty() { None } else { der::next(&mut b).ok() })
}

/// Writes a filter as text.
pub(super) fn text(o: &mut Out<'_>, e: &Element<'_>, depth: u32) {
    if depth > MAX_DEPTH {
        return;
    }
    let mut b = e.body;
    match e.number {
        0 => return joined(o, "(&", e, depth),
        1 => return joined(o, "(|", e, depth),
        2 => {
            o.s("(!");
            each(b).for_each(|inner| text(o, &inner, depth + 1));
        }
        7 => _ = o.s("(").text(e.body.rest()).s("=*"),
        4 => {
            o.s("(");
            if let (Ok(kind), Ok(list)) = (der::next(&mut b), der::next(&mut b)) {
                o.text(kind.body.rest()).s("=");
                let mut last = 0;
                for part in each(list.body) {
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
            let part = |number| each(e.body).find(|p| p.number == number);
            o.s("(");
            if let Some(kind) = part(2) {
                o.text(kind.body.rest());
            }
            if part(4).is_some_and(|p| p.body.peek_u8(0).is_ok_and(|v| v != 0)) {
                o.s(":dn");
            }
            if let Some(rule) = part(1) {
                o.s(":").text(rule.body.rest());
            }
            if let Some(value) = part(3) {
                o.s(":=").text(value.body.rest());
            }
        }
        n => {
            o.s("(");
            if let (Ok(kind), Ok(value)) = (der::next(&mut b), der::next(&mut b)) {
                let sign = match n {
                    5 => ">=",
                    6 => "<=",
                    8 => "~=",
                    _ => "=",
                };
                o.text(kind.body.rest()).s(sign);
                netlogon::written(o, kind.body.rest(), value.body.rest());
            }
        }
    }
    o.s(")");
}

/// Several filters: the first two are joined, what comes of that with the third, and so on.
fn joined(o: &mut Out<'_>, sign: &str, e: &Element<'_>, depth: u32) {
    for _ in each(e.body).skip(1) {
        o.s(sign);
    }
    for (i, inner) in each(e.body).enumerate() {
        text(o, &inner, depth + 1);
        o.s(if i > 0 { ")" } else { "" });
    }
}

/// Adds text, be it empty.
pub(super) fn string<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) {
    let at = span(&e.body);
    cx.add(field, at, Value::Str(at));
}

/// Adds a filter as text, and what is in it.
pub(super) fn add<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>, depth: u32) -> Step {
    if depth > MAX_DEPTH {
        return Err(Stop::TooDeep);
    }
    titled(cx, "Filter: ", e, |cx| inside(cx, field, e, depth))
}

/// What `f` adds stands under the filter's text.
fn titled<S: Sink>(
    cx: &mut Cx<'_, S>,
    title: &str,
    e: &Element<'_>,
    f: impl FnOnce(&mut Cx<'_, S>) -> Step,
) -> Step {
    let line = cx.line(span(&e.whole), |o| text(o.s(title), e, 0));
    cx.under(line, f)
}

/// Adds what a filter is made of.
fn inside<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>, depth: u32) -> Step {
    let item = cx.add(field, span(&e.whole), Value::U(u64::from(e.number)));
    cx.under(item, |cx| {
        let mut b = e.body;
        match e.number {
            0 | 1 => {
                let (list, one, title) =
                    if e.number == 0 { (AND, AND_ITEM, "and: ") } else { (OR, OR_ITEM, "or: ") };
                titled(cx, title, e, |cx| {
                    let n = der::count(b);
                    let item = cx.add(list, span(&b), Value::U(n));
                    cx.append(item, |o| _ = o.s(if n == 1 { " item" } else { " items" }));
                    cx.under(item, |cx| {
                        while !b.is_empty() {
                            add(cx, one, &der::next(&mut b)?, depth + 1)?;
                        }
                        Ok(())
                    })
                })
            }
            2 => add(cx, NOT, &der::next(&mut b)?, depth + 1),
            7 => {
                string(cx, PRESENT, e);
                Ok(())
            }
            4 => titled(cx, "substring: ", e, |cx| {
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
            }),
            9 => {
                let item = cx.add(EXTENSIBLE_MATCH_ELEMENT, span(&b), Value::None);
                if let Some(kind) = each(b).find(|p| p.number == 2) {
                    cx.append(item, |o| _ = o.s(" ").text(kind.body.rest()));
                }
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

    fn written(b: &[u8]) -> String {
        let e = der::next(&mut Cursor::new(b, b.len(), 0)).unwrap();
        let mut buf = Vec::new();
        text(&mut Out::new(&mut buf), &e, 0);
        String::from_utf8(buf).unwrap()
    }

    #[test]
    fn filters_as_text() {
        assert_eq!(written(b"\xa0\x03\x87\x01a"), "(a=*)");
        assert_eq!(written(b"\xa1\x09\x87\x01a\x87\x01b\x87\x01c"), "(|(|(a=*)(b=*))(c=*))");
        assert_eq!(written(b"\xa9\x0d\x81\x031.2\x82\x02cn\x83\x02xy"), "(cn:1.2:=xy)");
        assert_eq!(written(b"\x87\x02cn"), "(cn=*)");
        assert_eq!(written(b"\xa0\x0c\x87\x01a\xa3\x07\x04\x02cn\x04\x01x"), "(&(a=*)(cn=x))");
        assert_eq!(written(b"\xa4\x0d\x04\x02cn0\x07\x80\x01a\x82\x02zz"), "(cn=a*zz)");
        let deep: Vec<u8> = (0..60u8).flat_map(|i| [0xa2, 120 - 2 * i]).collect();
        written(&deep);
    }
}
