//! Values as filters take them.

use super::{FieldFormat, Formats, Shape, absolute, relative, separator};
use crate::escape::Style;
use crate::{escape, put};
use requin_wire::{Node, Out, Value, View};

impl<S: Style> Formats<S> {
    /// Appends the value of a node as text, not escaped when it is text ([`Shape::Str`]); `false` when the
    /// field has no value (protocols and labels).
    #[inline]
    pub fn show(&self, view: &View<'_>, node: &Node, out: &mut Vec<u8>) -> bool {
        self.show_as(self.field(node.field), view, node, out)
    }

    /// As [`show_as`](Formats::show_as), but bytes stand without separators unless their field has one:
    /// so they are in lists of fields and in columns.
    #[inline]
    pub fn show_packed(&self, f: &FieldFormat, view: &View<'_>, node: &Node, out: &mut Vec<u8>) -> bool {
        match (f.shape, node.value) {
            (Shape::Bytes(_), Value::Bytes(span)) if separator(f.def.base).is_none() => {
                escape::hex_pairs(out, view.span(span));
                true
            }
            _ => self.show_as(f, view, node, out),
        }
    }

    /// As [`show`](Formats::show) with what is ready for the field at hand.
    #[inline]
    pub fn show_as(&self, f: &FieldFormat, view: &View<'_>, node: &Node, out: &mut Vec<u8>) -> bool {
        match (f.shape, node.value) {
            (Shape::Empty, _) => return false,
            (Shape::Dec, Value::U(v)) => put::uint(out, v),
            (Shape::Hex(width), Value::U(v)) => {
                out.extend_from_slice(b"0x");
                put::hex(out, v, usize::from(width));
            }
            (Shape::Bool, Value::U(v)) => out.push(if v != 0 { b'1' } else { b'0' }),
            (Shape::Ipv4, Value::U(v)) => put::ipv4(out, v as u32),
            (Shape::Str, Value::Str(span)) => out.extend_from_slice(until_nul(view.span(span))),
            (Shape::Bytes(sep), Value::Bytes(span)) => escape::hex_with(out, view.span(span), sep),
            (Shape::Ether, Value::Bytes(span)) => escape::hex_with(out, view.span(span), b':'),
            (Shape::Int, Value::I(v)) => put::int(out, v),
            (Shape::RelTime, Value::Time(..)) => {
                relative(out, node.value.as_time().unwrap_or_default(), 9);
            }
            (Shape::AbsTime(base), Value::Time(..)) => {
                absolute(out, node.value.as_time().unwrap_or_default(), base, &self.zone);
            }
            _ => show_rest(f.shape, view, node, out),
        }
        true
    }
}

#[inline(never)]
fn show_rest(shape: Shape, view: &View<'_>, node: &Node, out: &mut Vec<u8>) {
    let value = node.value;
    let bytes = value.span().map(|s| view.span(s)).unwrap_or_default();
    match (shape, value) {
        (Shape::Char, Value::U(v)) => character(out, v as u8),
        (Shape::Ipx, Value::U(v)) => {
            out.extend_from_slice(b"0x");
            put::hex(out, v, 8);
        }
        (Shape::Single, Value::F(v)) => put::general(out, v, 6),
        (Shape::Float, Value::F(v)) => put::shortest(out, v),
        (Shape::Ipv6, Value::Bytes(_)) => _ = Out::new(out).ipv6(bytes),
        (Shape::Guid, Value::Bytes(_)) => guid(out, bytes, node.has(Node::LITTLE)),
        (Shape::Oid(relative), Value::Bytes(_)) => oid(out, bytes, relative),
        (Shape::SysId, Value::Bytes(_)) => system_id(out, bytes),
        // A value of another kind than the field's type: as its own kind is written.
        (_, Value::U(v)) => put::uint(out, v),
        (_, Value::I(v)) => put::int(out, v),
        (_, Value::F(v)) => put::shortest(out, v),
        (_, Value::Str(_)) => out.extend_from_slice(until_nul(bytes)),
        (_, Value::Bytes(_)) => escape::hex_with(out, bytes, b':'),
        (_, Value::Time(secs, nanos)) => relative(out, requin_wire::Time::new(secs, nanos), 9),
        (_, Value::None) => {}
    }
}

/// What a C program sees of a text.
#[inline]
pub(crate) fn until_nul(bytes: &[u8]) -> &[u8] {
    // Blocks are looked at without a branch for each byte.
    let (blocks, _) = bytes.as_chunks::<16>();
    let full = blocks.iter().take_while(|block| block.iter().fold(true, |all, b| all & (*b != 0))).count();
    let from = 16 * full;
    match bytes.get(from..).unwrap_or_default().iter().position(|b| *b == 0) {
        Some(n) => bytes.get(..from + n).unwrap_or_default(),
        None => bytes,
    }
}

/// A character as C writes it, in single quotes.
pub(crate) fn character(out: &mut Vec<u8>, c: u8) {
    out.push(b'\'');
    match c {
        b'\'' => out.extend_from_slice(b"\\'"),
        b'\\' => out.extend_from_slice(b"\\\\"),
        0 => out.extend_from_slice(b"\\0"),
        7..=13 => out.extend_from_slice(&[b'\\', b"abtnvfr"[usize::from(c - 7)]]),
        0x20..=0x7e => out.push(c),
        _ => {
            out.extend_from_slice(b"\\x");
            put::hex(out, u64::from(c), 2);
        }
    }
    out.push(b'\'');
}

/// A GUID; when it is little-endian, its first three numbers stand in the bytes the other way round.
pub(crate) fn guid(out: &mut Vec<u8>, bytes: &[u8], little: bool) {
    let mut left = bytes;
    for (i, n) in [4, 2, 2, 2, 6].into_iter().enumerate() {
        if i > 0 {
            out.push(b'-');
        }
        let (part, rest) = left.split_at(n.min(left.len()));
        if little && i < 3 {
            part.iter().rev().for_each(|b| escape::hex_pairs(out, &[*b]));
        } else {
            escape::hex_pairs(out, part);
        }
        left = rest;
    }
}

/// An object identifier from its BER contents (X.690, 8.19 and 8.20).
pub(crate) fn oid(out: &mut Vec<u8>, bytes: &[u8], relative: bool) {
    let mut first = true;
    let mut number: u64 = 0;
    for b in bytes {
        number = number << 7 | u64::from(b & 0x7f);
        if b & 0x80 != 0 {
            continue;
        }
        if !first {
            out.push(b'.');
        } else if !relative {
            // The first number holds two.
            let top = (number / 40).min(2);
            put::uint(out, top);
            out.push(b'.');
            number -= 40 * top;
        }
        put::uint(out, number);
        first = false;
        number = 0;
    }
}

/// A system identifier of IS-IS: six bytes in pairs, then a pseudonode and a fragment number.
pub(crate) fn system_id(out: &mut Vec<u8>, bytes: &[u8]) {
    for (i, b) in bytes.iter().enumerate() {
        match i {
            0 | 1 | 3 | 5 => {}
            7 => out.push(b'-'),
            _ => out.push(b'.'),
        }
        escape::hex_pairs(out, &[*b]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(f: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        f(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn composed_values() {
        assert_eq!(run(|o| oid(o, &[0x2b, 6, 1, 4, 1, 0x82, 0x37, 2], false)), "1.3.6.1.4.1.311.2");
        assert_eq!(run(|o| oid(o, &[0x88, 0x37], false)), "2.999");
        assert_eq!(run(|o| oid(o, &[0x88, 0x37], true)), "1079");
        assert_eq!(
            run(|o| system_id(o, &[0x11, 0x11, 0x22, 0x22, 0x33, 0x33, 0, 1])),
            "1111.2222.3333.00-01"
        );
        assert_eq!(
            run(|o| guid(o, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], false)),
            "01020304-0506-0708-090a-0b0c0d0e0f10"
        );
        assert_eq!(run(|o| guid(o, &[1, 2, 3], true)), "030201----");
        for (c, text) in [(b'n', "'n'"), (0, "'\\0'"), (b'\n', "'\\n'"), (0xff, "'\\xff'"), (b'\'', "'\\''")]
        {
            assert_eq!(run(|o| character(o, c)), text);
        }
    }
}
