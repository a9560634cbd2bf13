//! Lines of the tree.

use super::lately::Lately;
use super::show::{character, until_nul};
use super::{BEFORE, FieldFormat, Formats, How, Shape, Text, address, separator};
use crate::escape::{self, Style};
use crate::put;
use requin_protocols::link::oui::{eui64, maker};
use requin_wire::{Base, FieldType, Names, Node, Out, Time, Value, View};

/// Longest line of the tree in bytes, the mark of those that were cut included.
pub const LABEL_LENGTH: usize = 239;
/// Longest line with a mark.
const MARKED: usize = 238;
/// Most bytes shown of a value that is bytes.
const MOST_BYTES: usize = 36;

/// Writes the lines of a frame's nodes.
pub(crate) struct Labels<'l, S> {
    formats: &'l Formats<S>,
    view: &'l View<'l>,
    /// Every text of its own that a node has is printable as it is.
    plain: bool,
    lately: &'l mut Lately,
}

impl<S: Style> Labels<'_, S> {
    /// Lets `f` write lines of a frame.
    #[inline]
    pub(crate) fn of<R>(formats: &Formats<S>, view: &View<'_>, f: impl FnOnce(&mut Labels<'_, S>) -> R) -> R {
        Lately::lend(formats.id, |lately| {
            f(&mut Labels { formats, view, plain: S::is_plain(&view.dissection.text), lately })
        })
    }

    /// Appends the line of a node behind so many spaces. `f` is what is ready for its field.
    #[inline(always)]
    pub(crate) fn write(&mut self, f: &FieldFormat, node: &Node, indent: usize, out: &mut Vec<u8>) {
        if node.label.1 == 0 {
            return self.usual(f, node, indent, out);
        }
        self.own(f, node, indent, out);
    }

    /// The line of a node that has a text of its own.
    fn own(&mut self, f: &FieldFormat, node: &Node, indent: usize, out: &mut Vec<u8>) {
        let own = self.view.dissection.label(node);
        if own.is_empty() {
            return self.usual(f, node, indent, out);
        }
        if node.has(Node::APPEND) {
            let start = out.len() + indent;
            self.usual(f, node, indent, out);
            // Escaping makes the text longer than it counts; only lines near the limit need to be exact.
            let said = out.len() - start;
            return self.text(node, cut(own, LABEL_LENGTH.saturating_sub(said)), out);
        }
        put::indent(out, indent);
        if own.len() <= LABEL_LENGTH {
            return self.text(node, own, out);
        }
        const MARK: &[u8] = b" [truncated]";
        out.extend_from_slice(MARK);
        S::text(out, cut(own, MARKED - MARK.len()));
    }

    /// The beginning of a node's own text.
    #[inline]
    fn text(&self, node: &Node, own: &[u8], out: &mut Vec<u8>) {
        match self.view.dissection.text.get(node.label.0 as usize..) {
            // The text goes on behind it, so that more may be copied.
            Some(from) if self.plain => put::padded(out, from, own.len()),
            _ => S::text(out, own),
        }
    }

    /// The line that a field has by itself.
    #[inline]
    fn usual(&mut self, f: &FieldFormat, node: &Node, indent: usize, out: &mut Vec<u8>) {
        let (formats, view) = (self.formats, self.view);
        let indent = if indent > BEFORE {
            put::indent(out, indent);
            0
        } else {
            indent
        };
        let key = match (f.how, node.value) {
            (How::Head, _) => return formats.behind(f.head, indent, out),
            (How::Bool, Value::U(v)) => {
                let [no, yes] = f.with;
                return formats.behind(if v != 0 { yes } else { no }, indent, out);
            }
            (How::Dec, Value::U(v)) => {
                formats.behind(f.head, indent, out);
                return put::uint(out, v);
            }
            (How::Hex, Value::U(v)) => {
                formats.behind(f.head, indent, out);
                return hex(out, v, usize::from(f.label_hex));
            }
            (How::Ipv4, Value::U(v)) => {
                formats.behind(f.head, indent, out);
                return put::ipv4(out, v as u32);
            }
            (How::Duration, Value::Time(secs, nanos)) => {
                formats.behind(f.head, indent, out);
                super::relative(out, Time::new(secs, nanos), 9);
                return out.extend_from_slice(b" seconds");
            }
            (How::Lately, Value::U(v)) => Some(v),
            (How::Address, Value::Bytes(span)) => view.span(span).as_array::<6>().map(|a| {
                let [a, b, c, d, e, f] = *a;
                u64::from_be_bytes([0, 0, a, b, c, d, e, f])
            }),
            _ => None,
        };
        match key {
            Some(key) => {
                self.lately.line(node.field, key, indent, out, |out| formats.made(f, view, node, indent, out))
            }
            None => formats.made(f, view, node, indent, out),
        }
    }
}

impl<S: Style> Formats<S> {
    /// Appends the line of a node, without indentation and brackets.
    pub fn label(&self, view: &View<'_>, node: &Node, out: &mut Vec<u8>) {
        Lately::lend(self.id, |lately| {
            let mut labels = Labels { formats: self, view, plain: false, lately };
            labels.write(self.field(node.field), node, 0, out);
        });
    }

    /// The line that a field has by itself, behind so many spaces (at most [`BEFORE`]).
    #[inline(never)]
    fn made(&self, f: &FieldFormat, view: &View<'_>, node: &Node, indent: usize, out: &mut Vec<u8>) {
        let mut indent = indent;
        let picture = if f.how == How::Bool { Text::default() } else { f.with[0] };
        if picture.len > 0 {
            let start = out.len() + indent;
            self.behind(picture, indent, out);
            bits(f, node.value, out.get_mut(start..).unwrap_or_default());
            indent = 0;
        }
        let start = out.len() + indent;
        self.behind(f.head, indent, out);
        self.value(f, view, node, start, out);
    }

    /// What stands behind the label; `start` is where the line begins.
    fn value(&self, f: &FieldFormat, view: &View<'_>, node: &Node, start: usize, out: &mut Vec<u8>) {
        match (f.shape, node.value) {
            (Shape::Dec | Shape::Hex(_), Value::U(v)) => self.number(f, v, out),
            (Shape::Int, Value::I(v)) => match f.def.names {
                Names::None => put::int(out, v),
                _ => integer::<S>(f, v, out),
            },
            (Shape::Str, Value::Str(span)) => string::<S>(f, until_nul(view.span(span)), start, out),
            (Shape::Bytes(_), Value::Bytes(span)) => bytes::<S>(f, view.span(span), out),
            (Shape::RelTime, _) => {
                self.show_as(f, view, node, out);
                out.extend_from_slice(b" seconds");
            }
            (Shape::Station, Value::Bytes(span)) => {
                requin_protocols::link::ax25::station(&mut Out::new(out), view.span(span));
            }
            (Shape::Ether, Value::Bytes(span)) => self.hardware(f, view.span(span), out),
            (Shape::Single | Shape::Float, Value::F(v)) => {
                put::general(out, v, if f.kind == FieldType::F32 { 6 } else { 15 });
                if let Names::Unit(one, many) = f.def.names {
                    S::own(out, if v == 1.0 { one } else { many });
                }
            }
            (Shape::Char, Value::U(v)) => {
                let mut text = Vec::new();
                character(&mut text, v as u8);
                named::<S>(f, v, out, |out| S::text(out, &text));
            }
            (Shape::Ipx, Value::U(v)) => {
                put::hex_upper(out, v >> 24, 2);
                out.extend_from_slice(b" (0x");
                put::hex_upper(out, v, 8);
                out.push(b')');
            }
            _ => _ = self.show_as(f, view, node, out),
        }
    }

    /// Appends the name of a value, if it has one.
    pub fn name(&self, f: &FieldFormat, v: u64, out: &mut Vec<u8>) -> bool {
        match f.def.names {
            Names::None if f.shape == Shape::Bool => {
                out.extend_from_slice(if v != 0 { b"True" } else { b"False" });
                true
            }
            Names::Custom(write) => {
                custom::<S>(write, Value::U(v), out);
                true
            }
            names => names.find(v).map(|name| S::own(out, name)).is_some(),
        }
    }

    /// Appends a number as the tree shows it, without a name.
    pub fn plain_number(&self, f: &FieldFormat, v: u64, out: &mut Vec<u8>) {
        match f.def.base {
            Base::Oui => Self::oui(v, out),
            _ => based(f, v, out),
        }
    }

    #[inline]
    fn number(&self, f: &FieldFormat, v: u64, out: &mut Vec<u8>) {
        match (f.def.names, f.def.base) {
            (Names::None, Base::Oui) => Self::oui(v, out),
            (Names::None, _) => based(f, v, out),
            _ => named::<S>(f, v, out, |out| based(f, v, out)),
        }
    }

    fn oui(v: u64, out: &mut Vec<u8>) {
        let [.., a, b, c] = v.to_be_bytes();
        escape::hex_with(out, &[a, b, c], b':');
        if let Some(maker) = maker(&[a, b, c]) {
            out.extend_from_slice(b" (");
            S::own(out, maker.long);
            out.push(b')');
        }
    }

    fn hardware(&self, f: &FieldFormat, bytes: &[u8], out: &mut Vec<u8>) {
        let named = f.kind == FieldType::Ether && self.resolve_mac && bytes.len() == 6;
        if named {
            address::mac(out, bytes, true);
        }
        if f.kind == FieldType::Eui64 {
            eui64(&mut Out::new(out), bytes, self.resolve_mac);
        }
        if named || f.kind == FieldType::Eui64 {
            out.extend_from_slice(b" (");
            escape::hex_with(out, bytes, b':');
            out.push(b')');
        } else {
            escape::hex_with(out, bytes, b':');
        }
    }
}

/// A text no longer than `most` bytes, cut between characters.
fn cut(bytes: &[u8], most: usize) -> &[u8] {
    if bytes.len() <= most {
        return bytes;
    }
    let mut n = most;
    while n > 0 && bytes.get(n).is_some_and(|b| b & 0xc0 == 0x80) {
        n -= 1;
    }
    bytes.get(..n).unwrap_or_default()
}

/// Sets the bits of a masked field in its picture.
#[inline]
fn bits(f: &FieldFormat, value: Value, picture: &mut [u8]) {
    let raw = match value {
        Value::U(v) => v,
        Value::I(v) => v as u64,
        _ => 0,
    };
    let mask = f.def.mask;
    let mut bits = raw << mask.trailing_zeros().min(63) & mask;
    // Digits stand from the highest bit on, a space behind every fourth; ` = ` follows.
    let digits = picture.len().saturating_sub(3);
    let width = digits - digits / 5;
    while bits != 0 {
        let bit = bits.trailing_zeros() as usize;
        bits &= bits - 1;
        let place = width.checked_sub(bit + 1);
        if let Some(b) = place.and_then(|place| picture.get_mut(place + place / 4)) {
            *b = b'1';
        }
    }
}

/// A number in its field's base.
#[inline]
fn based(f: &FieldFormat, v: u64, out: &mut Vec<u8>) {
    let width = usize::from(f.label_hex);
    match f.def.base {
        Base::Hex => hex(out, v, width),
        Base::HexDec => {
            hex(out, v, width);
            out.extend_from_slice(b" (");
            put::uint(out, v);
            out.push(b')');
        }
        Base::DecHex => {
            put::uint(out, v);
            out.extend_from_slice(b" (");
            hex(out, v, width);
            out.push(b')');
        }
        Base::Oct => put::octal(out, v),
        _ => put::uint(out, v),
    }
}

#[inline]
fn hex(out: &mut Vec<u8>, v: u64, width: usize) {
    out.extend_from_slice(b"0x");
    put::hex(out, v, width);
}

/// A value with its name, or its unit.
fn named<S: Style>(f: &FieldFormat, v: u64, out: &mut Vec<u8>, number: impl FnOnce(&mut Vec<u8>)) {
    match f.def.names {
        Names::None => number(out),
        Names::Special(_) if f.def.names.find(v).is_none() => number(out),
        Names::Unit(one, many) => {
            number(out);
            S::own(out, if v == 1 { one } else { many });
        }
        Names::Custom(write) => custom::<S>(write, Value::U(v), out),
        names => {
            S::own(out, names.or(v, "Unknown"));
            if f.def.base != Base::None {
                out.extend_from_slice(b" (");
                number(out);
                out.push(b')');
            }
        }
    }
}

fn integer<S: Style>(f: &FieldFormat, v: i64, out: &mut Vec<u8>) {
    match f.def.names {
        Names::Custom(write) => custom::<S>(write, Value::I(v), out),
        // Tables hold negative numbers as they stand in four bytes.
        names if v < 0 && names.find(v as u64).is_none() => {
            named::<S>(f, u64::from(v as u32), out, |out| put::int(out, v));
        }
        _ => named::<S>(f, v as u64, out, |out| put::int(out, v)),
    }
}

fn custom<S: Style>(write: fn(Value, &mut Out<'_>), v: Value, out: &mut Vec<u8>) {
    let mut text = Vec::new();
    write(v, &mut Out::new(&mut text));
    S::text(out, &text);
}

fn bytes<S: Style>(f: &FieldFormat, all: &[u8], out: &mut Vec<u8>) {
    if all.is_empty() {
        S::text(out, if f.kind == FieldType::UintBytes { b"<none>" } else { b"<MISSING>" });
        return;
    }
    let shown = all.get(..MOST_BYTES).unwrap_or(all);
    match separator(f.def.base) {
        Some(sep) => escape::hex_with(out, shown, sep),
        None => escape::hex_pairs(out, shown),
    }
    if shown.len() < all.len() {
        out.extend_from_slice("…".as_bytes());
    }
}

/// Text behind a label that begins at `start`; a line that would be too long says so before the colon.
fn string<S: Style>(f: &FieldFormat, text: &[u8], start: usize, out: &mut Vec<u8>) {
    let head = f.def.label.len() + 2;
    if head + text.len() <= LABEL_LENGTH / 2 {
        return S::text(out, text);
    }
    // What counts is the length after escaping.
    let mut said = Vec::new();
    escape::text(&mut said, cut(text, 2 * LABEL_LENGTH));
    if head + said.len() <= LABEL_LENGTH {
        return S::text(out, &said);
    }
    const MARK: &[u8] = b" [truncated]: ";
    out.truncate(start);
    S::own(out, f.def.label);
    out.extend_from_slice(MARK);
    S::text(out, cut(&said, MARKED.saturating_sub(head - 2 + MARK.len())));
}
