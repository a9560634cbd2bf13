//! The Basic Encoding Rules of ASN.1, X.690: what the protocols that use them share.

use super::x509::ber::WRONG_FIELD;
use requin_wire::{Cursor, Cx, Out, Sink, Span, Stop};

/// Class of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Types of ASN.1 itself.
    Universal,
    /// Types of one application.
    Application,
    /// Members of a sequence or choice.
    Context,
    /// Anything else.
    Private,
}

impl Class {
    /// Its name and number.
    fn text(self) -> &'static str {
        match self {
            Class::Universal => "UNIVERSAL(0)",
            Class::Application => "APPLICATION(1)",
            Class::Context => "CONTEXT(2)",
            Class::Private => "PRIVATE(3)",
        }
    }
}

/// An element: its tag and its content.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a> {
    /// Class of its tag.
    pub class: Class,
    /// Number of its tag.
    pub tag: u32,
    /// Whether its content are elements.
    pub constructed: bool,
    /// Its content.
    pub body: Cursor<'a>,
    /// All of it, tag and length included.
    pub whole: Cursor<'a>,
    /// Where all of it lies.
    pub span: Span,
}

/// Tag number of INTEGER.
pub const INTEGER: u32 = 2;
/// Tag number of OCTET STRING.
pub const OCTET_STRING: u32 = 4;
/// Tag number of NULL.
pub const NULL: u32 = 5;
/// Tag number of OBJECT IDENTIFIER.
pub const OBJECT_IDENTIFIER: u32 = 6;
/// Tag number of SEQUENCE.
pub const SEQUENCE: u32 = 16;

/// Elements of indefinite length may be nested so deeply.
const MAX_INDEFINITE: u32 = 16;

impl<'a> Element<'a> {
    /// Reads the element at the cursor, and passes over it.
    ///
    /// # Errors
    /// When it does not end where it should, or its length makes no sense.
    pub fn read(c: &mut Cursor<'a>) -> Result<Element<'a>, Stop> {
        Element::read_nested(c, MAX_INDEFINITE)
    }

    fn read_nested(c: &mut Cursor<'a>, depth: u32) -> Result<Element<'a>, Stop> {
        let start = *c;
        let first = c.peek_u8(0)?;
        c.skip(1)?;
        let class = match first >> 6 {
            0 => Class::Universal,
            1 => Class::Application,
            2 => Class::Context,
            _ => Class::Private,
        };
        let mut tag = u32::from(first & 0x1f);
        if tag == 0x1f {
            tag = 0;
            loop {
                let b = c.peek_u8(0)?;
                c.skip(1)?;
                tag = tag.checked_mul(128).ok_or(Stop::Malformed)? | u32::from(b & 0x7f);
                if b & 0x80 == 0 {
                    break;
                }
            }
        }
        let length = c.peek_u8(0)?;
        c.skip(1)?;
        let body = match length {
            0..=0x7f => c.take_all(usize::from(length))?,
            0x80 => {
                // Up to the element of tag and length zero.
                if depth == 0 {
                    return Err(Stop::TooDeep);
                }
                let from = *c;
                loop {
                    if c.peek_u16(0)? == 0 {
                        break;
                    }
                    Element::read_nested(c, depth - 1)?;
                }
                let body = from.within(c.pos() - from.pos());
                c.skip(2)?;
                body
            }
            _ => {
                let n = usize::from(length & 0x7f);
                if n > 4 {
                    return Err(Stop::Malformed);
                }
                let len = c.peek_uint(0, n)? as usize;
                c.skip(n)?;
                c.take_all(len)?
            }
        };
        let (whole, span) = (start.within(c.pos() - start.pos()), c.span_since(&start));
        Ok(Element { class, tag, constructed: first & 0x20 != 0, body, whole, span })
    }

    /// Reads an element that has to be of this universal type.
    ///
    /// # Errors
    /// As [`read`](Element::read), and [`Stop::Malformed`] when it is of another type.
    pub fn expect(c: &mut Cursor<'a>, tag: u32) -> Result<Element<'a>, Stop> {
        let element = Element::read(c)?;
        if element.class == Class::Universal && element.tag == tag {
            Ok(element)
        } else {
            Err(Stop::Malformed)
        }
    }

    /// Its content as a signed number; what does not fit is cut off at the front.
    #[must_use]
    pub fn int(&self) -> i64 {
        let bytes = self.body.rest();
        let sign = if bytes.first().is_some_and(|b| b & 0x80 != 0) { -1 } else { 0 };
        bytes.iter().fold(sign, |n, b| n << 8 | i64::from(*b))
    }

    /// Its content as an unsigned number; what does not fit is cut off at the front.
    #[must_use]
    pub fn uint(&self) -> u64 {
        self.body.rest().iter().fold(0, |n, b| n << 8 | u64::from(*b))
    }

    /// Where its content lies.
    #[must_use]
    pub fn content(&self) -> Span {
        self.body.span(self.body.left())
    }
}

/// A member of a sequence that is there always, of this universal type. `None` where the sequence ended before, or where there
/// is another element: that is said and passed over, and what follows is looked at as the next member.
///
/// # Errors
/// As [`Element::read`].
pub fn member<'a, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'a>,
    tag: u32,
) -> Result<Option<Element<'a>>, Stop> {
    member_of(cx, c, Class::Universal, tag)
}

/// [`member`] of any class.
///
/// # Errors
/// As [`Element::read`].
pub fn member_of<'a, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'a>,
    class: Class,
    tag: u32,
) -> Result<Option<Element<'a>>, Stop> {
    if c.is_empty() {
        return Ok(None);
    }
    let element = Element::read(c)?;
    if element.class == class && element.tag == tag {
        return Ok(Some(element));
    }
    wrong_field(cx, &element, "SEQUENCE", class, tag);
    Ok(None)
}

/// Says that another element was expected.
pub fn wrong_field<S: Sink>(cx: &mut Cx<'_, S>, found: &Element<'_>, of: &str, class: Class, tag: u32) {
    if !cx.wants_experts() && !cx.wants_labels() {
        return;
    }
    let mut said = Vec::new();
    let o = &mut Out::new(&mut said);
    o.s("BER Error: Wrong field in ").s(of).s(": expected class:").s(class.text());
    o.s(" tag:").u(tag);
    let name = match (class, tag) {
        (Class::Universal, INTEGER) => "(INTEGER)",
        (Class::Universal, OCTET_STRING) => "(OCTET STRING)",
        (Class::Universal, NULL) => "(NULL)",
        (Class::Universal, OBJECT_IDENTIFIER) => "(OBJECT IDENTIFIER)",
        (Class::Universal, SEQUENCE) => "(SEQUENCE)",
        _ => "",
    };
    o.s(name).s(" but found class:").s(found.class.text()).s(" tag:").u(found.tag);
    let item = cx.line(found.span, |o| _ = o.bytes(&said));
    cx.expert_with(WRONG_FIELD, item, found.span, |o| _ = o.bytes(&said));
}

/// Writes an object identifier in numbers and dots.
pub fn write_oid(o: &mut Out<'_>, bytes: &[u8]) {
    let mut first = true;
    let mut arc = 0u64;
    for b in bytes {
        arc = arc.wrapping_shl(7) | u64::from(b & 0x7f);
        if b & 0x80 != 0 {
            continue;
        }
        if first {
            let top = (arc / 40).min(2);
            o.u(top).s(".").u(arc - 40 * top);
            first = false;
        } else {
            o.s(".").u(arc);
        }
        arc = 0;
    }
}

/// Writes arcs of an object identifier with dots between them.
pub fn write_arcs(o: &mut Out<'_>, bytes: &[u8]) {
    let mut arc = 0u64;
    let mut first = true;
    for b in bytes {
        arc = arc.wrapping_shl(7) | u64::from(b & 0x7f);
        if b & 0x80 == 0 {
            o.s(if first { "" } else { "." }).u(arc);
            (first, arc) = (false, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_end_where_they_say() {
        let bytes = [0x30, 0x80, 0x02, 0x01, 0xff, 0x00, 0x00, 0x04, 0x81, 0x02, b'a', b'b', 0x06, 0x05];
        let mut c = Cursor::new(&bytes, bytes.len(), 0);
        let mut sequence = Element::expect(&mut c, SEQUENCE).unwrap();
        assert_eq!((sequence.body.left(), sequence.span.len), (3, 7));
        assert_eq!(Element::expect(&mut sequence.body, INTEGER).unwrap().int(), -1);
        assert_eq!(Element::expect(&mut c, OCTET_STRING).unwrap().body.rest(), b"ab");
        assert_eq!(Element::read(&mut c).err(), Some(Stop::Short));
    }

    #[test]
    fn identifiers_are_written_in_dots() {
        let mut buf = Vec::new();
        write_oid(&mut Out::new(&mut buf), &[0x2b, 6, 1, 4, 1, 0x82, 0x37]);
        assert_eq!(buf, b"1.3.6.1.4.1.311");
    }
}
