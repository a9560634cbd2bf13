//! Information elements as tables: what stands in an element, one part behind the other. GTPv2 and PFCP have
//! hundreds of elements that hold nothing else.

use crate::application::ntp;
use requin_wire::{Cursor, Cx, Field, Out, Sink, Step, Stop, Value};

/// A part of an element.
pub(super) enum Part {
    /// Fields of the bits of the next byte.
    Bits(&'static [Field]),
    /// The same where the element goes on.
    MoreBits(&'static [Field]),
    /// A value in so many bytes.
    Value(Field, usize),
    /// The same where the element goes on.
    More(Field, usize),
    /// The same where one of these bits is set in the element's first byte.
    When(u8, Field, usize),
    /// Seconds since 1900; zero where nobody knows.
    Time(Field),
    /// Fields of the bits of four bytes.
    Word(&'static [Field]),
    /// Bytes behind their length, which the first field is, in so many bytes.
    Counted(Field, usize, Field),
    /// What is left.
    Rest(Field),
    /// What is left, a name in labels or with dots.
    Name(Field),
    /// What is left, a name in labels.
    Labels(Field),
}

/// Adds the parts of an element, and leaves the cursor behind them.
pub(super) fn run<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, parts: &[Part]) -> Step {
    let first = c.peek_u8(0).unwrap_or(0);
    for part in parts {
        match part {
            Part::MoreBits(_) | Part::More(..) if c.is_empty() => {}
            Part::Bits(fields) | Part::MoreBits(fields) => {
                for field in *fields {
                    cx.peek(*field, c, 1)?;
                }
                c.skip(1)?;
            }
            Part::When(bits, ..) if first & bits == 0 => {}
            Part::Value(field, n) | Part::More(field, n) | Part::When(_, field, n) => {
                cx.field(*field, c, *n)?;
            }
            Part::Word(fields) => {
                for field in *fields {
                    cx.peek(*field, c, 4)?;
                }
                c.skip(4)?;
            }
            Part::Time(field) => time(cx, *field, c)?,
            Part::Counted(len, width, field) => {
                let n = usize::try_from(cx.uint(*len, c, *width)?).map_err(|_| Stop::Short)?;
                if n > 0 {
                    cx.field(*field, c, n)?;
                }
            }
            Part::Rest(field) => {
                let n = c.left();
                if n > 0 {
                    cx.field(*field, c, n)?;
                }
            }
            Part::Name(field) => name(cx, *field, c)?,
            Part::Labels(field) => labelled(cx, *field, c)?,
        }
    }
    Ok(())
}

/// A point in time in four bytes.
fn time<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let seconds = c.peek_u32(0)?;
    cx.add(field, c.span(4), Value::Time(if seconds == 0 { 0 } else { ntp::unix(seconds) }, 0));
    c.skip(4)
}

/// What is left: labels behind their lengths, or a name as it is written.
fn name<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    let bytes = c.peek_bytes(0, n)?;
    cx.add_str(field, c.span(n), |o| either(o, bytes));
    c.skip(n)
}

/// Adds what is left: a name in labels.
fn labelled<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    let bytes = c.peek_bytes(0, n)?;
    cx.add_str(field, c.span(n), |o| labels(o, bytes));
    c.skip(n)
}

/// Writes a name: in labels, or as it is where it begins with what may stand in a name.
pub(super) fn either(o: &mut Out<'_>, bytes: &[u8]) {
    match bytes.first() {
        Some(0x20..) => _ = o.bytes(bytes),
        _ => labels(o, bytes),
    }
}

/// Writes labels with dots between them.
pub(super) fn labels(o: &mut Out<'_>, bytes: &[u8]) {
    let (mut rest, mut first) = (bytes, true);
    while let Some((n, tail)) = rest.split_first() {
        let (label, next) = tail.split_at(usize::from(*n).min(tail.len()));
        o.s(if first { "" } else { "." }).bytes(label);
        (rest, first) = (next, false);
    }
}

/// Digits of TBCD: the lower half of each byte first, up to a filler.
pub(super) fn digits(o: &mut Out<'_>, bytes: &[u8]) {
    for d in bytes.iter().flat_map(|b| [b & 15, b >> 4]).take_while(|d| *d < 15) {
        match d {
            0..=9 => _ = o.u(d),
            _ => _ = o.c(b"*#abc"[usize::from(d - 10).min(4)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(f: impl FnOnce(&mut Out<'_>)) -> String {
        let mut v = Vec::new();
        f(&mut Out::new(&mut v));
        String::from_utf8_lossy(&v).into_owned()
    }

    #[test]
    fn names_in_labels_or_as_they_are() {
        assert_eq!(text(|o| labels(o, b"\x03abc\x02de")), "abc.de");
        assert_eq!(text(|o| either(o, b"host.gprs")), "host.gprs");
        assert_eq!(text(|o| labels(o, b"\x09ab")), "ab");
        assert_eq!(text(|o| labels(o, b"")), "");
    }

    #[test]
    fn digits_end_at_a_filler() {
        assert_eq!(text(|o| digits(o, &[0x21, 0xa3, 0xf5])), "123*5");
    }
}
