//! Action Message Format 0 of Adobe: values of commands.

use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, names, proto};

proto! {
    AMF "amf" "Action Message Format" "AMF" App
    on []
    fields {
        AMF0_TYPE "amf.amf0_type" "AMF0 type": U8 Hex = AMF0_TYPE_NAMES;
        AMF_NUMBER "amf.number" "Number": F64;
        AMF_BOOLEAN "amf.boolean" "Boolean": Bool;
        STRINGLENGTH "amf.stringlength" "String length": U32 Dec;
        AMF_STRING "amf.string" "String": Str;
        ECMAARRAY "amf.ecmaarray" "ECMA array": None;
        END_OF_OBJECT_MARKER "amf.end_of_object_marker" "End Of Object Marker": None;
        OBJECT "amf.object" "Object": None;
    }
}

names! {
    AMF0_TYPE_NAMES {
        0 => "Number",
        1 => "Boolean",
        2 => "String",
        3 => "Object",
        4 => "Movie clip",
        5 => "Null",
        6 => "Undefined",
        7 => "Reference",
        8 => "ECMA array",
        9 => "End of object",
        10 => "Strict array",
        11 => "Date",
        12 => "Long string",
        13 => "Unsupported",
        14 => "Record set",
        15 => "XML",
        16 => "Typed object",
        17 => "Switch to AMF3",
        34 => "Int64",
    }
}

const NUMBER: u8 = 0;
const BOOLEAN: u8 = 1;
const STRING: u8 = 2;
const OBJECT_TYPE: u8 = 3;
const NULL: u8 = 5;
const UNDEFINED: u8 = 6;
const ARRAY: u8 = 8;
const END: u8 = 9;
/// How deep objects may lie in one another.
const DEPTH: u8 = 16;

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

fn text(b: &[u8]) -> Option<(&[u8], &[u8])> {
    let n = usize::from(u16::from_be_bytes(*b.first_chunk::<2>()?));
    b.get(2..)?.split_at_checked(n)
}

/// The name of a command and its number.
pub(super) fn call(b: &[u8]) -> Option<(&[u8], f64)> {
    let (STRING, rest) = b.split_first().map(|(k, r)| (*k, r))? else { return None };
    let (name, rest) = text(rest)?;
    let (NUMBER, rest) = rest.split_first().map(|(k, r)| (*k, r))? else { return None };
    Some((name, f64::from_be_bytes(*rest.first_chunk::<8>()?)))
}

/// What a command is about: the text of its last argument, or one of those that an object has for that.
pub(super) fn about(b: &[u8]) -> Option<&[u8]> {
    let (_, rest) = text(b.get(1..)?)?;
    let mut rest = rest.get(9..)?;
    if rest.first() == Some(&NULL) {
        rest = rest.get(1..)?;
    }
    match rest.split_first()? {
        (&STRING, rest) => Some(text(rest)?.0),
        (&OBJECT_TYPE, rest) => property(rest),
        _ => None,
    }
}

fn property(mut b: &[u8]) -> Option<&[u8]> {
    // Each turn takes a name and a value.
    loop {
        let (name, rest) = text(b)?;
        let (kind, rest) = rest.split_first()?;
        b = match *kind {
            STRING => {
                let (value, rest) = text(rest)?;
                if matches!(name, b"app" | b"code") {
                    return Some(value);
                }
                rest
            }
            NUMBER => rest.get(8..)?,
            BOOLEAN => rest.get(1..)?,
            NULL | UNDEFINED => rest,
            _ => return None,
        };
    }
}

/// Values, up to the end.
pub(super) fn values<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        value(cx, c, 0)?;
    }
    Ok(())
}

/// How a value is called.
fn name(o: &mut requin_wire::Out<'_>, c: &Cursor<'_>) {
    let b = c.rest();
    let Some((kind, rest)) = b.split_first() else { return };
    match *kind {
        NUMBER => {
            let n = rest.first_chunk::<8>().map_or(0.0, |n| f64::from_be_bytes(*n));
            o.s("Number ");
            number(o, n);
        }
        BOOLEAN => _ = o.s("Boolean ").s(if rest.first() == Some(&0) { "false" } else { "true" }),
        STRING => _ = o.s("String '").text(text(rest).map_or(&[], |t| t.0)).s("'"),
        OBJECT_TYPE => _ = o.s("Object"),
        NULL => _ = o.s("Null"),
        UNDEFINED => _ = o.s("Undefined"),
        ARRAY => _ = o.s("ECMA array"),
        _ => _ = o.s("Unknown type"),
    }
}

fn number(o: &mut requin_wire::Out<'_>, n: f64) {
    o.s(&n.to_string());
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let kind = c.peek_u8(0)?;
    let here = *c;
    if matches!(kind, OBJECT_TYPE | ARRAY) && depth < DEPTH {
        let item = cx.add(if kind == ARRAY { ECMAARRAY } else { OBJECT }, c.span(usize::MAX), Value::None);
        let count = cx.under(item, |cx| -> Result<u64, Stop> {
            cx.u8(AMF0_TYPE, c)?;
            if kind == ARRAY {
                c.skip(4)?;
            }
            properties(cx, c, depth)
        })?;
        cx.append(item, |o| _ = o.s(" (").u(count).s(if count == 1 { " item)" } else { " items)" }));
        cx.end_at(item, c);
        return Ok(());
    }
    let item = cx.line(c.span(usize::MAX), |o| name(o, &here));
    cx.under(item, |cx| -> Step {
        cx.u8(AMF0_TYPE, c)?;
        match kind {
            NUMBER => cx.field(AMF_NUMBER, c, 8).map(|_| ()),
            BOOLEAN => cx.field(AMF_BOOLEAN, c, 1).map(|_| ()),
            STRING => string(cx, c),
            NULL | UNDEFINED => Ok(()),
            // Nobody knows where others end.
            _ => Err(Stop::Malformed),
        }
    })?;
    cx.end_at(item, c);
    Ok(())
}

fn string<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = cx.uint(STRINGLENGTH, c, 2)? as usize;
    cx.bytes(AMF_STRING, c, n).map(|_| ())
}

fn properties<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Result<u64, Stop> {
    let mut count = 0;
    while !c.is_empty() {
        if c.peek_uint(0, 3)? == u64::from(END) {
            cx.add(END_OF_OBJECT_MARKER, c.span(3), Value::None);
            c.skip(3)?;
            break;
        }
        let n = usize::from(c.peek_u16(0)?);
        let key = c.peek_bytes(2, n)?;
        let mut after = *c;
        after.skip(2 + n)?;
        let item = cx.line(c.span(usize::MAX), |o| {
            o.s("Property '").text(key).s("' ");
            name(o, &after);
        });
        cx.under(item, |cx| -> Step {
            let item = cx.line(c.span(2 + n), |o| _ = o.s("Name: ").text(key));
            cx.under(item, |cx| string(cx, c))?;
            value(cx, c, depth + 1)
        })?;
        cx.end_at(item, c);
        count += 1;
    }
    Ok(count)
}
