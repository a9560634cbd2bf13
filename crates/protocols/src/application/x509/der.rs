//! Walking BER and DER (ITU-T X.690): a tag, a length, and what is in it.

use requin_wire::{Cursor, Stop};

/// INTEGER.
pub const INTEGER: u8 = 0x02;
/// BIT STRING.
pub const BIT_STRING: u8 = 0x03;
/// OCTET STRING.
pub const OCTET_STRING: u8 = 0x04;
/// NULL.
pub const NULL: u8 = 0x05;
/// OBJECT IDENTIFIER.
pub const OID: u8 = 0x06;
/// ENUMERATED.
pub const ENUMERATED: u8 = 0x0a;
/// BOOLEAN.
pub const BOOLEAN: u8 = 0x01;
/// SEQUENCE.
pub const SEQUENCE: u8 = 0x30;
/// SET.
pub const SET: u8 = 0x31;
/// UTCTime.
pub const UTC_TIME: u8 = 0x17;
/// GeneralizedTime.
pub const GENERALIZED_TIME: u8 = 0x18;

/// How deep an indefinite length may be nested.
const MAX_DEPTH: u32 = 24;

/// One element.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a> {
    /// The first byte of the tag: class, whether it is constructed, and the number when it is below 31.
    pub id: u8,
    /// The tag's number.
    pub number: u32,
    /// All of it.
    pub whole: Cursor<'a>,
    /// What is in it.
    pub body: Cursor<'a>,
}

impl<'a> Element<'a> {
    /// Whether other elements are in it.
    #[must_use]
    pub fn is_constructed(&self) -> bool {
        self.id & 0x20 != 0
    }

    /// An integer that fits eight bytes.
    #[must_use]
    pub fn int(&self) -> Option<i64> {
        let b = self.body.rest();
        if b.is_empty() || b.len() > 8 {
            return None;
        }
        let fill = if b.first().is_some_and(|b| b & 0x80 != 0) { u64::MAX } else { 0 };
        Some(b.iter().fold(fill, |v, b| v << 8 | u64::from(*b)) as i64)
    }
}

/// The first byte of the next element's tag.
#[inline]
#[must_use]
pub fn peek(c: &Cursor<'_>) -> Option<u8> {
    if c.is_empty() { None } else { c.peek_u8(0).ok() }
}

/// Tag and length of the next element: first byte, number, bytes of the header, length (`None`:
/// indefinite).
fn header(c: &Cursor<'_>) -> Result<(u8, u32, usize, Option<usize>), Stop> {
    let id = c.peek_u8(0)?;
    let mut at = 1;
    let mut number = u32::from(id & 31);
    if number == 31 {
        number = 0;
        for _ in 0..5 {
            let b = c.peek_u8(at)?;
            at += 1;
            number = number << 7 | u32::from(b & 127);
            if b & 128 == 0 {
                break;
            }
        }
    }
    let first = c.peek_u8(at)?;
    at += 1;
    let len = match first {
        0..=0x7f => Some(usize::from(first)),
        0x80 => None,
        _ => {
            let n = usize::from(first & 0x7f);
            if n > 8 {
                return Err(Stop::Malformed);
            }
            let v = c.peek_uint(at, n)?;
            at += n;
            Some(usize::try_from(v).unwrap_or(usize::MAX))
        }
    };
    Ok((id, number, at, len))
}

/// How long the content of an element of indefinite length is.
fn indefinite(mut c: Cursor<'_>, depth: u32) -> Result<usize, Stop> {
    if depth > MAX_DEPTH {
        return Err(Stop::TooDeep);
    }
    let start = c.pos();
    loop {
        if c.peek_uint(0, 2)? == 0 {
            return Ok(c.pos() - start);
        }
        let (_, _, head, len) = header(&c)?;
        c.skip(head)?;
        match len {
            Some(n) => c.skip(n)?,
            None => {
                let n = indefinite(c, depth + 1)?;
                c.skip(n + 2)?;
            }
        }
    }
}

/// The next element, passed over. One that is longer than what contains it ends with that.
///
/// # Errors
/// When the packet ends inside its header.
#[inline]
pub fn next<'a>(c: &mut Cursor<'a>) -> Result<Element<'a>, Stop> {
    let (id, number, head, len) = match c.rest() {
        // Most have a tag and a length of one byte each.
        [id, len @ 0..=0x7f, ..] if id & 31 != 31 => (*id, u32::from(id & 31), 2, Some(usize::from(*len))),
        _ => header(c)?,
    };
    let (len, tail) = match len {
        Some(len) => (len, 0),
        None => {
            let mut inside = *c;
            inside.skip(head)?;
            (indefinite(inside, 0)?, 2)
        }
    };
    let mut whole = c.take(head.saturating_add(len).saturating_add(tail));
    let all = whole;
    whole.skip(head)?;
    let body = whole.within(len);
    Ok(Element { id, number, whole: all, body })
}

/// The next element, which must have the tag `id`.
///
/// # Errors
/// [`Stop::Malformed`] when it has another, and as [`next`].
#[inline]
pub fn expect<'a>(c: &mut Cursor<'a>, id: u8) -> Result<Element<'a>, Stop> {
    match peek(c) {
        Some(have) if have | 0x20 == id | 0x20 => next(c),
        Some(_) => Err(Stop::Malformed),
        None => Err(c.peek_u8(0).err().unwrap_or(Stop::Short)),
    }
}

/// The next element when it has the tag `id`.
///
/// # Errors
/// As [`next`].
#[inline]
pub fn optional<'a>(c: &mut Cursor<'a>, id: u8) -> Result<Option<Element<'a>>, Stop> {
    if peek(c) == Some(id) { next(c).map(Some) } else { Ok(None) }
}

/// How many elements stand here, as far as they can be told apart.
#[must_use]
pub fn count(mut c: Cursor<'_>) -> u64 {
    let mut n = 0;
    while !c.is_empty() && next(&mut c).is_ok() {
        n += 1;
    }
    n
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cursor(b: &[u8]) -> Cursor<'_> {
        Cursor::new(b, b.len(), 0)
    }

    #[test]
    fn elements() {
        let b = [0x30, 0x05, 0x02, 0x03, 0xff, 0xff, 0x80, 0x05, 0x00];
        let mut c = cursor(&b);
        assert_eq!(count(c), 2);
        let s = expect(&mut c, SEQUENCE).unwrap();
        let mut inner = s.body;
        assert_eq!(next(&mut inner).unwrap().int(), Some(-128));
        assert_eq!(expect(&mut c, INTEGER).err(), Some(Stop::Malformed));
        assert!(optional(&mut c, NULL).unwrap().is_some() && c.is_empty());
    }

    #[test]
    fn long_tags_and_lengths() {
        let mut b = vec![0x7f, 0x81, 0x01, 0x81, 0x80];
        b.extend([0; 128]);
        let e = next(&mut cursor(&b)).unwrap();
        assert_eq!((e.number, e.body.left()), (129, 128));
        let huge = [0x04, 0x88, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1];
        assert_eq!(next(&mut cursor(&huge)).unwrap().body.left(), 1);
    }

    #[test]
    fn indefinite_lengths_end_at_their_mark() {
        let b = [0x30, 0x80, 0x30, 0x80, 0x02, 0x01, 0x05, 0, 0, 0, 0, 0x05, 0];
        let mut c = cursor(&b);
        let e = next(&mut c).unwrap();
        assert_eq!((e.body.left(), c.left()), (7, 2));
        let deep: Vec<u8> = [0x30, 0x80].repeat(1000);
        assert_eq!(next(&mut cursor(&deep)).err(), Some(Stop::TooDeep));
    }
}
