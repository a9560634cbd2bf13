//! What commands and responses are made of.

use super::*;

/// A part of a message.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// A field of so many bytes.
    One(Field, usize),
    /// A field that shares its bytes with the next part.
    Shared(Field, usize),
    /// Flags of so many bytes under a field.
    Flags(Field, usize, &'static [Field]),
    /// Whatever is left, if anything is.
    Rest(Field),
    /// Parts that others are made of too.
    All(&'static [Part]),
    /// Parts under a heading.
    Group(&'static str, &'static [Part]),
    /// Parts again and again, as long as anything is left.
    Again(&'static [Part]),
    /// The same, only when anything is left.
    Maybe(&'static [Part]),
}

/// Shows parts. Every round of those that come again takes bytes away.
pub(super) fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, parts: &[Part]) -> Step {
    for part in parts {
        match *part {
            Part::One(field, n) => _ = cx.field(field, c, n)?,
            Part::Shared(field, n) => _ = cx.peek(field, c, n)?,
            Part::Flags(field, n, bits) => _ = cx.flags(field, c, n, bits)?,
            Part::Rest(field) if !c.is_empty() => _ = cx.field(field, c, c.left())?,
            Part::Rest(_) => {}
            Part::All(parts) => show(cx, c, parts)?,
            Part::Group(name, parts) => {
                let start = *c;
                let line = cx.line(c.span(0), |o| _ = o.s(name));
                cx.under(line, |cx| show(cx, c, parts))?;
                cx.set_len(line, c.pos() - start.pos());
            }
            Part::Again(parts) => {
                while !c.is_empty() {
                    show(cx, c, parts)?;
                }
            }
            Part::Maybe(parts) => {
                if !c.is_empty() {
                    show(cx, c, parts)?;
                }
            }
        }
    }
    Ok(())
}
