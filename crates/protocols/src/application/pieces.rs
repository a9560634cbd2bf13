//! Messages that applications put together from pieces in several frames.

use requin_wire::{Cursor, Cx, Field, Sink, Span, Value};

/// A message and where its pieces came from.
#[derive(Clone, Copy, Debug)]
pub struct Pieces<'a> {
    parts: &'a [u8],
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// The fields that tell of them.
pub struct Fields {
    /// All of them.
    pub all: Field,
    /// Frame of one.
    pub part: Field,
    /// How many.
    pub count: Field,
    /// Bytes of all; field 0, which there is none of, when that is not shown.
    pub length: Field,
    /// The bytes themselves, or field 0.
    pub data: Field,
    /// What one is called, and what several are.
    pub names: (&'static str, &'static str),
}

/// Bytes that a piece takes in the list.
pub const LISTED: usize = 12;

/// Bytes of all pieces in the list.
#[must_use]
pub fn total(list: &[u8]) -> usize {
    list.chunks_exact(LISTED).map(|p| requin_wire::be(p.get(8..).unwrap_or_default()) as usize).sum()
}

/// Adds a piece to the list of pieces that is kept: its frame and length.
pub fn push(parts: &mut Vec<u8>, frame: u64, len: usize) {
    parts.extend_from_slice(&frame.to_be_bytes());
    parts.extend_from_slice(&(len as u32).to_be_bytes());
}

/// A message to be remembered.
#[must_use]
pub fn write(parts: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut value = Vec::with_capacity(4 + parts.len() + bytes.len());
    value.extend_from_slice(&(parts.len() as u32).to_be_bytes());
    value.extend_from_slice(parts);
    value.extend_from_slice(bytes);
    value
}

/// Says which bytes of a message a frame had.
pub fn piece(o: &mut requin_wire::Out<'_>, frame: u64, at: u32, len: u32) {
    o.s("Frame: ").u(frame);
    if len == 0 {
        o.s(" (no data)");
        return;
    }
    o.s(", payload: ").u(at).s("-");
    o.u(at.saturating_add(len).saturating_sub(1));
    o.s(" (").u(len).s(if len == 1 { " byte)" } else { " bytes)" });
}

impl<'a> Pieces<'a> {
    /// Reads what [`write`] wrote.
    #[must_use]
    pub fn read(value: &'a [u8]) -> Option<Pieces<'a>> {
        let len = u32::from_be_bytes(*value.first_chunk()?) as usize;
        let (parts, bytes) = value.get(4..)?.split_at_checked(len)?;
        Some(Pieces { parts, bytes })
    }

    /// The list of pieces as it is kept.
    #[must_use]
    pub fn list(&self) -> &'a [u8] {
        self.parts
    }

    /// Frame and length of each.
    pub fn iter(&self) -> impl Iterator<Item = (u64, u32)> + use<'a> {
        self.parts.chunks_exact(LISTED).map(|p| {
            let (frame, len) = p.split_at(8);
            (requin_wire::be(frame), requin_wire::be(len) as u32)
        })
    }

    /// Adds the tree that tells where the message came from; `c` reads it.
    pub fn tree<S: Sink>(&self, cx: &mut Cx<'_, S>, c: &Cursor<'_>, fields: &Fields) {
        let all = c.span(usize::MAX);
        let count = self.iter().count() as u64;
        let total: u64 = self.iter().map(|p| u64::from(p.1)).sum();
        let item = cx.generated(fields.all, all, Value::None);
        cx.label_in_pieces(item, |o| {
            o.u(count).s(" ").s(if count == 1 { fields.names.0 } else { fields.names.1 });
            o.s(" (").u(total).s(if total == 1 { " byte): " } else { " bytes): " });
            for (i, (frame, len)) in self.iter().enumerate() {
                o.s(if i == 0 { "#" } else { ", #" }).u(frame).s("(").u(len).s(")");
            }
        });
        cx.under(item, |cx| {
            let mut at = 0u32;
            for (frame, len) in self.iter() {
                let span = Span { start: all.start.saturating_add(at), len, ..all };
                let item = cx.generated(fields.part, span, Value::U(frame));
                cx.label(item, |o| piece(o, frame, at, len));
                at = at.saturating_add(len);
            }
            let none = Span { len: 0, ..all };
            cx.generated(fields.count, none, Value::U(count));
            if fields.length.0 != 0 {
                cx.generated(fields.length, none, Value::U(total));
            }
            if fields.data.0 != 0 {
                cx.generated(fields.data, all, Value::Bytes(all));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_written_and_read() {
        let mut parts = Vec::new();
        push(&mut parts, 7, 3);
        push(&mut parts, 1 << 40, 2);
        let value = write(&parts, b"abcde");
        let read = Pieces::read(&value).unwrap();
        assert_eq!(read.bytes, b"abcde");
        assert_eq!(read.iter().collect::<Vec<_>>(), [(7, 3), (1 << 40, 2)]);
        assert!(Pieces::read(&value[..9]).is_none() && Pieces::read(&[]).is_none());
    }
}
