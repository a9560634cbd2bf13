//! What a written value means to a field of a given type.

mod bytes;
mod number;
mod time;

use crate::ast::Written;
use crate::kind::{Class, class, name};
use crate::program::Const;
use requin_wire::FieldType as T;

/// The value, or why the text is none. `negative`: a minus sign stands before it, which matters to how
/// large a number may be; the value is given without it.
pub(crate) fn value(kind: T, written: &Written, text: &str, negative: bool) -> Result<Const, String> {
    match written {
        Written::Quoted(v) => quoted(kind, v, text),
        Written::Char(c) => character(kind, *c, text),
        Written::Word | Written::Literal => bare(kind, text, negative),
    }
}

fn boxed(bytes: Vec<u8>) -> Box<[u8]> {
    bytes.into_boxed_slice()
}

fn quoted(kind: T, value: &[u8], text: &str) -> Result<Const, String> {
    match class(kind) {
        Class::Text => Ok(Const::S(boxed(value.to_vec()))),
        Class::Protocol => Ok(Const::B(boxed(value.to_vec()))),
        Class::Bytes if matches!(kind, T::Bytes | T::UintBytes) => Ok(Const::B(boxed(value.to_vec()))),
        Class::AbsTime => time::absolute(&String::from_utf8_lossy(value)).map(Const::T),
        _ => Err(format!("{} cannot be converted from a string (\"{text}\").", name(kind))),
    }
}

fn character(kind: T, c: u8, text: &str) -> Result<Const, String> {
    match class(kind) {
        Class::Text => Ok(Const::S(boxed(vec![c]))),
        Class::Number if kind.is_int() => Ok(Const::I(i64::from(c))),
        Class::Number => Ok(Const::U(u64::from(c))),
        Class::Bool => Ok(Const::U(u64::from(c != 0))),
        Class::Protocol => Ok(Const::B(boxed(vec![c]))),
        Class::Bytes if matches!(kind, T::Bytes | T::UintBytes) => Ok(Const::B(boxed(vec![c]))),
        _ => Err(format!("{} cannot be converted from a character constant ('{text}').", name(kind))),
    }
}

fn bare(kind: T, text: &str, negative: bool) -> Result<Const, String> {
    match class(kind) {
        Class::Number => number::integer(kind, text, negative),
        Class::Bool => number::boolean(text).map(|b| Const::U(u64::from(b))),
        Class::Float => number::float(text).map(Const::F),
        Class::Text => Ok(Const::S(boxed(text.as_bytes().to_vec()))),
        Class::Ipv4 => number::ipv4(text),
        Class::Ipv6 => number::ipv6(text),
        Class::AbsTime => time::absolute(text).map(Const::T),
        Class::RelTime => time::relative(text).map(Const::T),
        Class::Protocol | Class::Bytes => bytes::bytes(kind, text).map(|b| Const::B(boxed(b))),
        Class::None => Err(format!("{} has no value to compare with.", name(kind))),
    }
}

/// Bytes to look for in values of a type: shorter than a whole value of it.
pub(crate) fn part(kind: T, written: &Written, text: &str) -> Result<Const, String> {
    match written {
        Written::Word | Written::Literal if class(kind) == Class::Bytes => {
            bytes::part(kind, text).map(|b| Const::B(boxed(b)))
        }
        _ => value(kind, written, text, false),
    }
}
