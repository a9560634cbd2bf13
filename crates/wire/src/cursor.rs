//! A place in the bytes of a packet that moves forward and never reads past an end.

use crate::{Span, Stop};

/// A reading position in one source, with two ends: where the captured bytes end, and where the
/// packet ended on the wire (its reported end).
///
/// Reading past the captured bytes but not past the reported end is [`Stop::Cut`], reading past the
/// reported end is [`Stop::Short`]. Copying a cursor is how one looks ahead.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    /// The source from its first byte to the captured end of this cursor's window.
    data: &'a [u8],
    pos: usize,
    end: usize,
    source: u8,
}

impl<'a> Cursor<'a> {
    /// A cursor over a whole source of `reported` bytes, of which `data` was captured.
    #[must_use]
    pub fn new(data: &'a [u8], reported: usize, source: u8) -> Cursor<'a> {
        let data = data.get(..reported).unwrap_or(data);
        Cursor { data, pos: 0, end: reported, source }
    }

    /// The source this cursor reads.
    #[must_use]
    pub fn source(&self) -> u8 {
        self.source
    }

    /// Offset in the source of the next byte.
    #[must_use]
    pub fn pos(&self) -> usize {
        self.pos
    }

    /// Bytes left until the reported end.
    #[must_use]
    pub fn left(&self) -> usize {
        self.end.saturating_sub(self.pos)
    }

    /// Bytes left that were captured.
    #[must_use]
    pub fn captured(&self) -> usize {
        self.data.len().saturating_sub(self.pos)
    }

    /// Whether the capture cut what is left.
    #[must_use]
    #[inline]
    pub fn is_cut(&self) -> bool {
        self.captured() < self.left()
    }

    /// Whether the next `n` bytes were sent, but not all of them captured.
    #[must_use]
    #[inline]
    pub fn cuts(&self, n: usize) -> bool {
        self.captured() < n && n <= self.left()
    }

    /// Whether nothing is left until the reported end.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.left() == 0
    }

    /// The captured bytes that are left.
    #[must_use]
    pub fn rest(&self) -> &'a [u8] {
        self.data.get(self.pos..).unwrap_or_default()
    }

    /// The whole source, from its first byte, as far as this cursor may look.
    #[must_use]
    pub fn whole(&self) -> &'a [u8] {
        self.data
    }

    /// A span of `len` bytes from here, not longer than what was captured.
    #[must_use]
    pub fn span(&self, len: usize) -> Span {
        Span::new(self.source, self.pos, len.min(self.captured()))
    }

    /// A span from `from` (a copy taken earlier) to here.
    #[must_use]
    pub fn span_since(&self, from: &Cursor<'_>) -> Span {
        let end = self.pos.min(self.data.len());
        Span::new(self.source, from.pos, end.saturating_sub(from.pos))
    }

    /// Why `n` bytes from here can't be had.
    #[cold]
    #[inline(never)]
    fn why(&self, n: usize) -> Stop {
        match self.pos.checked_add(n) {
            Some(to) if to <= self.end => Stop::Cut,
            _ => Stop::Short,
        }
    }

    /// The next `N` bytes, passed over.
    ///
    /// # Errors
    /// [`Stop::Cut`] or [`Stop::Short`] when they are not all there.
    #[inline(always)]
    pub fn array<const N: usize>(&mut self) -> Result<&'a [u8; N], Stop> {
        let a = self.peek_array::<N>()?;
        self.pos += N;
        Ok(a)
    }

    /// The next `N` bytes, the cursor staying where it is.
    ///
    /// # Errors
    /// As [`array`](Cursor::array).
    #[inline(always)]
    pub fn peek_array<const N: usize>(&self) -> Result<&'a [u8; N], Stop> {
        match self.data.get(self.pos..).and_then(|d| d.first_chunk::<N>()) {
            Some(a) => Ok(a),
            None => Err(self.why(N)),
        }
    }

    /// The next `n` bytes, passed over.
    ///
    /// # Errors
    /// As [`array`](Cursor::array).
    #[inline(always)]
    pub fn bytes(&mut self, n: usize) -> Result<&'a [u8], Stop> {
        let b = self.peek_bytes(0, n)?;
        self.pos += n;
        Ok(b)
    }

    /// `n` bytes that begin `skip` bytes from here, the cursor staying where it is.
    ///
    /// # Errors
    /// As [`array`](Cursor::array).
    #[inline(always)]
    pub fn peek_bytes(&self, skip: usize, n: usize) -> Result<&'a [u8], Stop> {
        let all = skip.saturating_add(n);
        match self.data.get(self.pos..).and_then(|d| d.get(skip..all)) {
            Some(b) => Ok(b),
            None => Err(self.why(all)),
        }
    }

    /// A big-endian number of `n` bytes (at most 8), the cursor staying where it is.
    ///
    /// # Errors
    /// As [`array`](Cursor::array).
    #[inline(always)]
    pub fn peek_uint(&self, skip: usize, n: usize) -> Result<u64, Stop> {
        Ok(be(self.peek_bytes(skip, n)?))
    }

    /// The byte `skip` bytes from here.
    ///
    /// # Errors
    /// As [`array`](Cursor::array).
    #[inline(always)]
    pub fn peek_u8(&self, skip: usize) -> Result<u8, Stop> {
        match self.data.get(self.pos.saturating_add(skip)) {
            Some(b) => Ok(*b),
            None => Err(self.why(skip.saturating_add(1))),
        }
    }

    /// The big-endian 16-bit number `skip` bytes from here.
    ///
    /// # Errors
    /// As [`array`](Cursor::array).
    #[inline(always)]
    pub fn peek_u16(&self, skip: usize) -> Result<u16, Stop> {
        Ok(self.peek_uint(skip, 2)? as u16)
    }

    /// The big-endian 32-bit number `skip` bytes from here.
    ///
    /// # Errors
    /// As [`array`](Cursor::array).
    #[inline(always)]
    pub fn peek_u32(&self, skip: usize) -> Result<u32, Stop> {
        Ok(self.peek_uint(skip, 4)? as u32)
    }

    /// Moves forward by `n` bytes without reading them.
    ///
    /// # Errors
    /// As [`array`](Cursor::array).
    #[inline(always)]
    pub fn skip(&mut self, n: usize) -> Result<(), Stop> {
        self.peek_bytes(0, n)?;
        self.pos += n;
        Ok(())
    }

    /// Moves forward by `n` bytes, or to the reported end.
    #[inline(always)]
    pub fn advance(&mut self, n: usize) {
        self.pos = self.pos.saturating_add(n).min(self.end);
    }

    /// The next `n` bytes as a cursor of their own (fewer when the reported end comes first), passed over.
    #[inline(always)]
    #[must_use]
    pub fn take(&mut self, n: usize) -> Cursor<'a> {
        let sub = self.within(n);
        self.pos = sub.end;
        sub
    }

    /// The next `n` bytes as a cursor of their own, this one staying where it is.
    #[inline(always)]
    #[must_use]
    pub fn within(&self, n: usize) -> Cursor<'a> {
        let end = self.pos.saturating_add(n).min(self.end);
        Cursor { data: self.data.get(..end).unwrap_or(self.data), pos: self.pos, end, source: self.source }
    }

    /// The same bytes as the beginning of a packet of `reported` bytes, of which the rest was never here:
    /// samples of packets are cut so.
    #[must_use]
    pub fn sampled(&self, reported: usize) -> Cursor<'a> {
        Cursor { end: self.pos.saturating_add(reported).max(self.end), ..*self }
    }

    /// The next `n` bytes as a cursor of their own, passed over; an error when the packet ends before.
    /// Captured bytes may be fewer: reading them tells.
    ///
    /// # Errors
    /// [`Stop::Short`] when the reported end comes before `n` bytes.
    #[inline(always)]
    pub fn take_all(&mut self, n: usize) -> Result<Cursor<'a>, Stop> {
        if n > self.left() {
            return Err(Stop::Short);
        }
        Ok(self.take(n))
    }
}

/// A big-endian number of the (at most 8) bytes.
#[inline(always)]
#[must_use]
pub fn be(bytes: &[u8]) -> u64 {
    match bytes {
        [a] => u64::from(*a),
        [a, b] => u64::from(u16::from_be_bytes([*a, *b])),
        [a, b, c, d] => u64::from(u32::from_be_bytes([*a, *b, *c, *d])),
        _ => bytes.iter().take(8).fold(0, |v, b| v << 8 | u64::from(*b)),
    }
}

/// A little-endian number of the (at most 8) bytes.
#[inline(always)]
#[must_use]
pub fn le(bytes: &[u8]) -> u64 {
    match bytes {
        [a] => u64::from(*a),
        [a, b] => u64::from(u16::from_le_bytes([*a, *b])),
        [a, b, c, d] => u64::from(u32::from_le_bytes([*a, *b, *c, *d])),
        _ => bytes.iter().take(8).rev().fold(0, |v, b| v << 8 | u64::from(*b)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_cut_from_short() {
        let mut c = Cursor::new(&[1, 2, 3], 5, 0);
        assert_eq!(c.array::<2>().copied(), Ok([1, 2]));
        assert_eq!(c.peek_u16(0), Err(Stop::Cut));
        assert_eq!(c.peek_u32(0), Err(Stop::Short));
        assert_eq!((c.left(), c.captured()), (3, 1));
        assert!(c.is_cut() && c.cuts(2) && c.cuts(3) && !c.cuts(1) && !c.cuts(4));
        let sub = c.take(2);
        assert_eq!((sub.left(), sub.captured(), c.left()), (2, 1, 1));
        assert_eq!(c.take_all(2).err(), Some(Stop::Short));
    }

    #[test]
    fn a_window_ends_where_it_should() {
        let mut c = Cursor::new(&[1, 2, 3, 4, 5], 5, 0);
        let mut w = c.take(2);
        assert_eq!(w.bytes(3).err(), Some(Stop::Short));
        assert_eq!(w.bytes(2), Ok(&[1u8, 2][..]));
        assert_eq!(c.peek_u8(0), Ok(3));
        assert_eq!(c.skip(usize::MAX).err(), Some(Stop::Short));
    }
}
