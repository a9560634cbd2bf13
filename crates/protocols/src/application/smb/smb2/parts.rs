//! Parts that many messages have: sizes, places in the message, texts, file handles.

use super::*;
use crate::application::dcerpc::{NT_CLOSE_FRAME as CLOSE_FRAME, NT_OPEN_FRAME as OPEN_FRAME};
use crate::application::smb::common::text16;
use requin_wire::{Field, Stop, Value};

/// The size of the fixed part: its lowest bit says that a part of variable length is behind.
pub(super) fn size<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let size = requin_wire::le(c.peek_bytes(0, 2)?);
    let item = cx.peek_le(BUFFER_CODE, c, 0, 2)?;
    cx.under(item, |cx| {
        cx.add(BUFFER_CODE_LENGTH, c.span(2), Value::U(size >> 1));
        cx.add(BUFFER_CODE_DYNAMIC, c.span(2), Value::U(size & 1));
    });
    c.skip(2)
}

/// A place in the message: an offset from its header of `wide.0` bytes, and a length of `wide.1`.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub offset: usize,
    pub len: usize,
    start: usize,
    source: u8,
    wide: (usize, usize),
    /// Bytes between offset and length.
    gap: usize,
}

impl Place {
    pub(super) fn read(c: &mut Cursor<'_>, wide: (usize, usize)) -> Result<Place, Stop> {
        Place::apart(c, wide, 0)
    }

    /// The same with something between the two.
    pub(super) fn apart(c: &mut Cursor<'_>, wide: (usize, usize), gap: usize) -> Result<Place, Stop> {
        let (start, source) = (c.pos(), c.source());
        let offset = requin_wire::le(c.bytes(wide.0)?) as usize;
        c.skip(gap)?;
        let len = requin_wire::le(c.bytes(wide.1)?) as usize;
        Ok(Place { offset, len, start, source, wide, gap })
    }

    pub(super) fn show_offset<S: Sink>(&self, cx: &mut Cx<'_, S>) {
        let span = requin_wire::Span::new(self.source, self.start, self.wide.0);
        cx.add(OLB_OFFSET, span, Value::U(self.offset as u64));
    }

    pub(super) fn show_len<S: Sink>(&self, cx: &mut Cx<'_, S>) {
        let at = self.start + self.wide.0 + self.gap;
        let span = requin_wire::Span::new(self.source, at, self.wide.1);
        cx.add(OLB_LENGTH, span, Value::U(self.len as u64));
    }

    /// Adds the two numbers.
    pub(super) fn show<S: Sink>(&self, cx: &mut Cx<'_, S>) {
        self.show_offset(cx);
        self.show_len(cx);
    }

    /// The bytes there, if there are any.
    ///
    /// # Errors
    /// When the message ends before.
    pub(super) fn bytes<'a>(&self, all: &Cursor<'a>) -> Result<Option<Cursor<'a>>, Stop> {
        if self.len == 0 || self.offset == 0 {
            return Ok(None);
        }
        let mut at = *all;
        at.skip(self.offset)?;
        // What the capture cut is not shown in part.
        at.peek_bytes(0, self.len)?;
        at.take_all(self.len).map(Some)
    }

    /// A text that lies there, the numbers under it.
    pub(super) fn text<S: Sink>(
        &self,
        cx: &mut Cx<'_, S>,
        all: &Cursor<'_>,
        field: Field,
    ) -> Result<String, Stop> {
        let found = self.bytes(all)?;
        let text = found.map(|f| text16(f.rest())).unwrap_or_default();
        let span = match &found {
            Some(f) => f.span(usize::MAX),
            None => requin_wire::Span::new(self.source, self.start, 0),
        };
        let item = cx.add_bytes(field, span, text.as_bytes());
        cx.under(item, |cx| self.show(cx));
        Ok(text)
    }

    /// A part of its own that lies there, behind the numbers; `f` is run on its bytes.
    pub(super) fn part<S: Sink>(
        &self,
        cx: &mut Cx<'_, S>,
        all: &Cursor<'_>,
        field: Field,
        f: impl FnOnce(&mut Cx<'_, S>, Cursor<'_>) -> Step,
    ) -> Step {
        let found = self.bytes(all)?;
        self.show(cx);
        match found {
            Some(found) => {
                let span = found.span(usize::MAX);
                let value = if matches!(cx.registry.field(field).kind, requin_wire::FieldType::Bytes) {
                    Value::Bytes(span)
                } else {
                    Value::None
                };
                let item = cx.add(field, span, value);
                cx.under(item, |cx| f(cx, found))
            }
            None => {
                nothing(cx, all, field);
                Ok(())
            }
        }
    }
}

/// A part that has no bytes.
pub(super) fn nothing<S: Sink>(cx: &mut Cx<'_, S>, at: &Cursor<'_>, field: Field) {
    let value = match cx.registry.field(field).kind {
        requin_wire::FieldType::Bytes => Value::Bytes(at.span(0)),
        _ => Value::None,
    };
    let item = cx.add(field, at.span(0), value);
    cx.append(item, |o| _ = o.s(": NO DATA"));
}

/// The identifier of an open file, with what is known of it.
pub(super) fn handle<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, m: &Message<'_>) -> Step {
    c.peek_bytes(0, 16)?;
    let span = c.span(16);
    let name = m.known.file.map(|f| &*f.bytes);
    if let Some(name) = name {
        cx.info_add(|o| _ = o.s(" File: ").text(name));
    }
    let line = cx.line(span, |o| {
        o.s("GUID handle");
        if let Some(name) = name {
            o.s(" File: ").text(name);
        }
    });
    cx.under(line, |cx| -> Step {
        cx.field_le(FID, c, 16)?;
        if let Some(f) = m.known.file {
            cx.generated(OPEN_FRAME, span, Value::U(f.frame));
        }
        if let Some(f) = m.known.closed {
            cx.generated(CLOSE_FRAME, span, Value::U(f.frame));
        }
        Ok(())
    })
}
