//! External data representation, RFC 4506: what programs' messages are made of.

use super::{FILL_BYTES, OPAQUE_LENGTH};
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Step, Stop, Value};

/// A text with its length before it and filled up to four bytes, under a line that begins with `name`.
pub fn text<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    name: &'static str,
    field: Field,
    c: &mut Cursor<'b>,
) -> Result<&'b [u8], Stop> {
    let start = *c;
    let line = cx.line(c.span(0), |o| _ = o.s(name).s(": "));
    let content = cx.under(line, |cx| -> Result<&'b [u8], Stop> {
        let n = cx.u32(OPAQUE_LENGTH, c)? as usize;
        let content = c.peek_bytes(0, n)?;
        if n == 0 {
            let item = cx.add(field, c.span(0), Value::Str(c.span(0)));
            cx.label(item, |o| _ = o.s("contents: ").s(EMPTY));
        } else {
            let item = cx.peek(field, c, n)?;
            cx.label(item, |o| _ = o.s("contents: ").text(content));
        }
        c.skip(n)?;
        fill(cx, n, c)?;
        Ok(content)
    })?;
    cx.append(line, |o| shown(o, content));
    cx.set_len(line, c.pos().saturating_sub(start.pos()));
    Ok(content)
}

/// What stands where nothing is.
const EMPTY: &str = "<EMPTY>";

fn shown(o: &mut Out<'_>, content: &[u8]) {
    _ = if content.is_empty() { o.s(EMPTY) } else { o.text(content) };
}

/// Opaque bytes with their length before them, under a line that begins with `name`.
pub fn opaque<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    name: &'static str,
    field: Field,
    c: &mut Cursor<'b>,
) -> Result<&'b [u8], Stop> {
    let start = *c;
    let line = cx.line(c.span(0), |o| _ = o.s(name).s(": "));
    let content = cx.under(line, |cx| -> Result<&'b [u8], Stop> {
        let n = cx.u32(OPAQUE_LENGTH, c)? as usize;
        let content = c.peek_bytes(0, n)?;
        let item = cx.add(field, c.span(n), Value::Bytes(c.span(n)));
        cx.label(item, |o| _ = o.s("contents: ").s(if n == 0 { EMPTY } else { "<DATA>" }));
        c.skip(n)?;
        fill(cx, n, c)?;
        Ok(content)
    })?;
    cx.append(line, |o| _ = o.s(if content.is_empty() { EMPTY } else { "<DATA>" }));
    cx.set_len(line, c.pos().saturating_sub(start.pos()));
    Ok(content)
}

/// The bytes that fill `n` bytes up to a multiple of four.
pub fn fill<S: Sink>(cx: &mut Cx<'_, S>, n: usize, c: &mut Cursor<'_>) -> Step {
    let more = n.wrapping_neg() & 3;
    if more == 0 {
        return Ok(());
    }
    let item = cx.add(FILL_BYTES, c.span(more), Value::Bytes(c.span(more)));
    cx.label(item, |o| _ = o.s("fill bytes: opaque data"));
    c.skip(more)
}

/// A line with a name, and what `f` adds under it.
pub fn part<'b, S: Sink, R>(
    cx: &mut Cx<'_, S>,
    name: &'static str,
    c: &mut Cursor<'b>,
    f: impl FnOnce(&mut Cx<'_, S>, &mut Cursor<'b>, Item) -> Result<R, Stop>,
) -> Result<R, Stop> {
    let start = *c;
    let line = cx.line(c.span(0), |o| _ = o.s(name));
    let r = cx.under(line, |cx| f(cx, c, line))?;
    cx.set_len(line, c.pos().saturating_sub(start.pos()));
    Ok(r)
}

/// As [`part`], with a field instead of a line.
pub fn part_of<'b, S: Sink, R>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'b>,
    f: impl FnOnce(&mut Cx<'_, S>, &mut Cursor<'b>, Item) -> Result<R, Stop>,
) -> Result<R, Stop> {
    let start = *c;
    let item = cx.add(field, c.span(0), Value::None);
    let r = cx.under(item, |cx| f(cx, c, item))?;
    cx.set_len(item, c.pos().saturating_sub(start.pos()));
    Ok(r)
}

/// A boolean, which takes four bytes.
pub fn boolean<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Result<bool, Stop> {
    let n = c.peek_u32(0)?;
    cx.add(field, c.span(4), Value::U(u64::from(n != 0)));
    c.skip(4)?;
    Ok(n != 0)
}

/// An element of a list follows another as long as a boolean says so. Every turn takes at least that away.
pub fn list<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    mut f: impl FnMut(&mut Cx<'_, S>, &mut Cursor<'_>) -> Step,
) -> Step {
    while boolean(cx, super::VALUE_FOLLOWS, c)? {
        f(cx, c)?;
    }
    Ok(())
}
