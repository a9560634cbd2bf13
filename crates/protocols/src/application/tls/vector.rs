//! Vectors (RFC 8446, 3.4): a length, and what is in it.

use super::*;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop};

/// A vector that was opened.
pub(super) struct Vector<'a> {
    /// What is in it.
    pub body: Cursor<'a>,
    /// Its length as it stands in the packet.
    pub said: usize,
}

/// Opens a vector whose length is read from as many bytes as `max` needs. `None`: not even the length is there, or it
/// goes past the end; that is said in the tree, and what follows can't be told any more.
///
/// # Errors
/// When the capture cuts it.
pub(super) fn open<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    k: Kind,
    c: &mut Cursor<'b>,
    field: Field,
    min: usize,
    max: usize,
) -> Result<Option<Vector<'b>>, Stop> {
    let size = if max > 0xffff {
        3
    } else if max > 0xff {
        2
    } else {
        1
    };
    if c.left() < size {
        let span = c.span(c.left());
        let item = cx.line(span, |o| _ = o.s("No more room for vector of length ").u(size as u64));
        cx.expert_with(k.f(MALFORMED_BUFFER_TOO_SMALL), item, span, |o| {
            _ = o.s("No more room for vector of length ").u(size as u64);
        });
        c.advance(usize::MAX);
        return Ok(None);
    }
    let at = c.span(size);
    let raw = c.peek_uint(0, size)? as usize;
    let item = cx.peek(k.f(field), c, size)?;
    c.advance(size);
    if raw < min {
        cx.expert_with(k.f(MALFORMED_VECTOR_LENGTH), item, at, |o| {
            _ = o.s("Vector length ").u(raw as u64).s(" is smaller than minimum ").u(min as u64);
        });
    } else if raw > max {
        cx.expert_with(k.f(MALFORMED_VECTOR_LENGTH), item, at, |o| {
            _ = o.s("Vector length ").u(raw as u64).s(" exceeds maximum ").u(max as u64);
        });
    }
    let room = c.left();
    if raw > room {
        cx.expert_with(k.f(MALFORMED_BUFFER_TOO_SMALL), item, at, |o| {
            o.s("Vector length ").u(raw as u64).s(" is too large, truncating it to ").u(room as u64);
        });
        c.advance(usize::MAX);
        return Ok(None);
    }
    Ok(Some(Vector { body: c.take(raw), said: raw }))
}

/// Says so when bytes of a vector are left over.
pub(super) fn close<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &Cursor<'_>) {
    let n = c.left();
    if n == 0 || !S::FIELDS {
        return;
    }
    let span = c.span(n);
    let say = |o: &mut requin_wire::Out<'_>| {
        o.u(n as u64).s(if n == 1 { " trailing byte was" } else { " trailing bytes were" }).s(" unprocessed");
    };
    let item = cx.line(span, say);
    cx.expert_with(k.f(MALFORMED_TRAILING_DATA), item, span, say);
}

/// A vector of bytes: its length, then its content. `None`: as for [`open`].
///
/// # Errors
/// When the packet ends inside it.
pub(super) fn bytes<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    k: Kind,
    c: &mut Cursor<'b>,
    (len, content): (Field, Field),
    min: usize,
    max: usize,
) -> Result<Option<Cursor<'b>>, Stop> {
    let Some(v) = open(cx, k, c, len, min, max)? else { return Ok(None) };
    let mut rest = v.body;
    let n = rest.left();
    if n > 0 {
        cx.field(k.f(content), &mut rest, n)?;
    }
    Ok(Some(v.body))
}

/// `1 suite`, `2 suites`.
pub(super) fn count(o: &mut requin_wire::Out<'_>, n: usize, one: &str, many: &str) {
    o.u(n as u64).s(" ").s(if n == 1 { one } else { many });
}

/// Runs `f` for as long as it moves the cursor and something is left.
///
/// # Errors
/// Those of `f`.
pub(super) fn each<'b>(c: &mut Cursor<'b>, mut f: impl FnMut(&mut Cursor<'b>) -> Step) -> Step {
    while !c.is_empty() {
        let before = c.pos();
        f(c)?;
        if c.pos() == before {
            break;
        }
    }
    Ok(())
}
