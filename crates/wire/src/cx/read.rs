//! Reading from the cursor and adding at once.

use super::Cx;
use crate::block::{Block, decode, row_bytes};
use crate::{Cursor, Field, FieldDef, Item, Node, Out, SCRATCH, Sink, Span, Step, Stop, Value, be, le};

impl<S: Sink> Cx<'_, S> {
    /// Reads a block: adds those of its rows that are wanted, and gives its bytes.
    ///
    /// # Errors
    /// When the packet ends inside it; the rows before the end are added.
    #[inline(always)]
    pub fn block<'b, const N: usize>(
        &mut self,
        block: &'static Block<N>,
        c: &mut Cursor<'b>,
    ) -> Result<&'b [u8; N], Stop> {
        if self.wants_any(block.first, block.last) {
            self.rows(block, c);
        }
        c.array::<N>()
    }

    /// Adds the wanted rows of a block that begins at the cursor, which stays.
    #[inline(never)]
    pub fn rows<const N: usize>(&mut self, block: &'static Block<N>, c: &Cursor<'_>) {
        let depth = self.depth;
        for row in block.rows {
            if !self.wants(row.field) || row.flags & Node::HIDDEN != 0 && !self.wants_hidden() {
                continue;
            }
            let def = self.registry.field(row.field);
            let Some((span, bytes)) = row_bytes(def, row, c) else { break };
            self.depth = depth + row.deep;
            self.push_read(row.field, row.flags, span, def, bytes);
        }
        self.depth = depth;
    }

    /// Adds a field that lies in the next `n` bytes (0: the width of its type), the cursor staying.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn peek(&mut self, field: Field, c: &Cursor<'_>, n: usize) -> Result<Item, Stop> {
        self.peek_at(field, c, 0, n)
    }

    /// Adds a field that lies in `n` bytes, `at` bytes from the cursor, which stays.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn peek_at(&mut self, field: Field, c: &Cursor<'_>, at: usize, n: usize) -> Result<Item, Stop> {
        if !self.wants(field) {
            return self.pass(field, c, at, n);
        }
        self.read_slow(field, c, at, n, 0)
    }

    /// As [`peek_at`](Cx::peek_at), little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn peek_le(&mut self, field: Field, c: &Cursor<'_>, at: usize, n: usize) -> Result<Item, Stop> {
        if !self.wants(field) {
            return self.pass(field, c, at, n);
        }
        self.read_slow(field, c, at, n, Node::LITTLE)
    }

    /// Where the packet ends does not depend on what is wanted of it: a field that nobody wants has to be
    /// there all the same.
    #[inline(always)]
    fn pass(&self, field: Field, c: &Cursor<'_>, at: usize, n: usize) -> Result<Item, Stop> {
        let n = if n == 0 { usize::from(self.registry.field(field).kind.width()) } else { n };
        c.peek_bytes(at, n)?;
        Ok(Item::NONE)
    }

    #[inline(never)]
    fn read_slow(
        &mut self,
        field: Field,
        c: &Cursor<'_>,
        at: usize,
        n: usize,
        flags: u8,
    ) -> Result<Item, Stop> {
        let def = self.registry.field(field);
        let n = if n == 0 { usize::from(def.kind.width()) } else { n };
        let bytes = c.peek_bytes(at, n)?;
        let span = Span::new(c.source(), c.pos() + at, n);
        Ok(self.push_read(field, flags, span, def, bytes))
    }

    /// Adds a node with the value that its bytes have.
    #[inline(always)]
    fn push_read(&mut self, field: Field, flags: u8, span: Span, def: &FieldDef, bytes: &[u8]) -> Item {
        let item = self.push(field, flags, span, Value::None);
        if let Some(node) = self.out.node_mut(item) {
            decode(def, bytes, span, flags & Node::LITTLE != 0, &mut node.value);
        }
        item
    }

    /// Reads a field of `n` bytes (big-endian where that matters) of whatever type, and passes over it.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn field(&mut self, field: Field, c: &mut Cursor<'_>, n: usize) -> Result<Item, Stop> {
        let item = self.peek_at(field, c, 0, n)?;
        let n = if n == 0 { usize::from(self.registry.field(field).kind.width()) } else { n };
        c.skip(n)?;
        Ok(item)
    }

    /// As [`field`](Cx::field), little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn field_le(&mut self, field: Field, c: &mut Cursor<'_>, n: usize) -> Result<Item, Stop> {
        let item = self.peek_le(field, c, 0, n)?;
        let n = if n == 0 { usize::from(self.registry.field(field).kind.width()) } else { n };
        c.skip(n)?;
        Ok(item)
    }

    /// Reads a big-endian number of `n` bytes (at most 8). The value that is returned is raw; the one
    /// that is added has the field's mask applied.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn uint(&mut self, field: Field, c: &mut Cursor<'_>, n: usize) -> Result<u64, Stop> {
        let raw = be(c.peek_bytes(0, n)?);
        if self.wants(field) {
            self.read_slow(field, c, 0, n, 0)?;
        }
        c.advance(n);
        Ok(raw)
    }

    /// As [`uint`](Cx::uint), little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn uint_le(&mut self, field: Field, c: &mut Cursor<'_>, n: usize) -> Result<u64, Stop> {
        let raw = le(c.peek_bytes(0, n)?);
        if self.wants(field) {
            self.read_slow(field, c, 0, n, Node::LITTLE)?;
        }
        c.advance(n);
        Ok(raw)
    }

    /// Reads a byte.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u8(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u8, Stop> {
        Ok(self.uint(field, c, 1)? as u8)
    }

    /// Reads two bytes, big-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u16(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u16, Stop> {
        Ok(self.uint(field, c, 2)? as u16)
    }

    /// Reads three bytes, big-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u24(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u32, Stop> {
        Ok(self.uint(field, c, 3)? as u32)
    }

    /// Reads four bytes, big-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u32(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u32, Stop> {
        Ok(self.uint(field, c, 4)? as u32)
    }

    /// Reads eight bytes, big-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u64(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u64, Stop> {
        self.uint(field, c, 8)
    }

    /// Reads two bytes, little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u16_le(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u16, Stop> {
        Ok(self.uint_le(field, c, 2)? as u16)
    }

    /// Reads four bytes, little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u32_le(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u32, Stop> {
        Ok(self.uint_le(field, c, 4)? as u32)
    }

    /// Reads eight bytes, little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn u64_le(&mut self, field: Field, c: &mut Cursor<'_>) -> Result<u64, Stop> {
        self.uint_le(field, c, 8)
    }

    /// Reads `n` bytes of bytes or text (the field's type says which).
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn bytes<'b>(&mut self, field: Field, c: &mut Cursor<'b>, n: usize) -> Result<&'b [u8], Stop> {
        let bytes = c.peek_bytes(0, n)?;
        if self.wants(field) {
            let span = c.span(n);
            self.push_read(field, 0, span, self.registry.field(field), bytes);
        }
        c.advance(n);
        Ok(bytes)
    }

    /// Reads text up to and with a NUL byte; gives it without.
    ///
    /// # Errors
    /// When the packet ends before the NUL.
    #[inline(always)]
    pub fn strz<'b>(&mut self, field: Field, c: &mut Cursor<'b>) -> Result<&'b [u8], Stop> {
        let Some(n) = c.rest().iter().position(|b| *b == 0) else {
            return Err(c.peek_bytes(0, c.captured() + 1).err().unwrap_or(Stop::Short));
        };
        let bytes = self.bytes(field, c, n + 1)?;
        Ok(bytes.get(..n).unwrap_or(bytes))
    }

    /// Adds a field of `n` bytes and the fields whose masks share these bytes under it, and passes over
    /// them. Gives the raw value and the upper node.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn flags(
        &mut self,
        field: Field,
        c: &mut Cursor<'_>,
        n: usize,
        bits: &[Field],
    ) -> Result<(u64, Item), Stop> {
        let raw = be(c.peek_bytes(0, n)?);
        let item = self.bits(field, c, n, bits, 0)?;
        c.advance(n);
        Ok((raw, item))
    }

    /// As [`flags`](Cx::flags), little-endian.
    ///
    /// # Errors
    /// When the packet ends before.
    #[inline(always)]
    pub fn flags_le(
        &mut self,
        field: Field,
        c: &mut Cursor<'_>,
        n: usize,
        bits: &[Field],
    ) -> Result<(u64, Item), Stop> {
        let raw = le(c.peek_bytes(0, n)?);
        let item = self.bits(field, c, n, bits, Node::LITTLE)?;
        c.advance(n);
        Ok((raw, item))
    }

    #[inline(always)]
    fn bits(
        &mut self,
        field: Field,
        c: &Cursor<'_>,
        n: usize,
        bits: &[Field],
        flags: u8,
    ) -> Result<Item, Stop> {
        if !S::FIELDS {
            return Ok(Item::NONE);
        }
        self.bits_slow(field, c, n, bits, flags)
    }

    #[inline(never)]
    fn bits_slow(
        &mut self,
        field: Field,
        c: &Cursor<'_>,
        n: usize,
        bits: &[Field],
        flags: u8,
    ) -> Result<Item, Stop> {
        let item = if self.wants(field) { self.read_slow(field, c, 0, n, flags)? } else { Item::NONE };
        self.under(item, |cx| -> Step {
            for bit in bits {
                if cx.wants(*bit) {
                    cx.read_slow(*bit, c, 0, n, flags)?;
                }
            }
            Ok(())
        })?;
        Ok(item)
    }

    /// Keeps a text that a dissector made, as a value.
    pub fn keep(&mut self, text: impl FnOnce(&mut Out<'_>)) -> Value {
        let start = self.out.scratch.len();
        text(&mut Out::new(&mut self.out.scratch));
        Value::Str(Span::new(SCRATCH, start, self.out.scratch.len() - start))
    }

    /// Adds a field with a text that a dissector makes; `text` is only run when the field is wanted.
    #[inline(always)]
    pub fn add_str(&mut self, field: Field, span: Span, text: impl FnOnce(&mut Out<'_>)) -> Item {
        if !self.wants(field) {
            return Item::NONE;
        }
        let value = self.keep(text);
        self.push(field, 0, span, value)
    }

    /// Adds a field with bytes that a dissector made.
    #[inline(always)]
    pub fn add_bytes(&mut self, field: Field, span: Span, bytes: &[u8]) -> Item {
        if !self.wants(field) {
            return Item::NONE;
        }
        let start = self.out.scratch.len();
        self.out.scratch.extend_from_slice(bytes);
        let kept = Span::new(SCRATCH, start, bytes.len());
        let value =
            if self.registry.field(field).kind.is_str() { Value::Str(kept) } else { Value::Bytes(kept) };
        self.push(field, 0, span, value)
    }
}
