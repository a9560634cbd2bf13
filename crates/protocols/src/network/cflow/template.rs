//! Templates: which information elements a record has, in which order (RFC 3954 section 5, RFC 7011 section 3.4). They are
//! remembered for the records that follow, in later datagrams too.

use super::{IPFIX, V9, names};
use requin_wire::{Cursor, Key, Past, Stop};
use std::num::NonZeroUsize;

/// A length that says that each value brings its own.
pub(super) const VARIABLE: u16 = 0xffff;
/// The bit of an element's number that says that an enterprise's number follows (IPFIX).
const ENTERPRISE: u16 = 0x8000;
/// Bytes that a remembered element takes: what it is, number, length, enterprise.
const ELEMENT: usize = 9;
/// It has an enterprise.
const PRIVATE: u8 = 1;
/// It is a scope.
const SCOPE: u8 = 2;
/// A template of more elements is not remembered.
const MOST: usize = 512;

/// What a set holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Templates,
    Options,
    Data,
}

impl Kind {
    pub(super) fn of(id: u16, version: u16) -> Kind {
        match (id, version) {
            (0, V9) | (2, IPFIX) => Kind::Templates,
            (1, V9) | (3, IPFIX) => Kind::Options,
            _ => Kind::Data,
        }
    }
}

/// One element of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// Its number, without the bit for enterprises.
    pub id: u16,
    pub len: u16,
    /// Whose number it is: IANA's unless it says so.
    pub enterprise: Option<u32>,
    /// Whether it is one of the numbers of their own by which version 9 says what a record of options is about.
    pub scope: bool,
}

impl Element {
    pub(super) fn read(c: &mut Cursor<'_>, version: u16) -> Result<Element, Stop> {
        let [a, b, c0, d] = *c.array::<4>()?;
        let (id, len) = (u16::from_be_bytes([a, b]), u16::from_be_bytes([c0, d]));
        let private = version == IPFIX && id & ENTERPRISE != 0;
        let enterprise = if private { Some(u32::from_be_bytes(*c.array::<4>()?)) } else { None };
        Ok(Element { id: if private { id & !ENTERPRISE } else { id }, len, enterprise, scope: false })
    }

    /// What it is called.
    pub(super) fn name(&self) -> &'static str {
        if self.scope { names::SCOPE_FIELD_TYPE } else { names::ELEMENTS }.or(self.id.into(), "Unknown")
    }

    /// Bytes before the value that say how long it is, and how long it is.
    pub(super) fn size(&self, c: &Cursor<'_>) -> Option<(usize, usize)> {
        if self.len != VARIABLE {
            return Some((0, self.len.into()));
        }
        match c.peek_u8(0).ok()? {
            0xff => Some((3, c.peek_u16(1).ok()?.into())),
            n => Some((1, n.into())),
        }
    }

    fn remembered(self) -> [u8; ELEMENT] {
        let what = u8::from(self.enterprise.is_some()) * PRIVATE | u8::from(self.scope) * SCOPE;
        let ([a, b], [c, d]) = (self.id.to_be_bytes(), self.len.to_be_bytes());
        let [e, f, g, h] = self.enterprise.unwrap_or_default().to_be_bytes();
        [what, a, b, c, d, e, f, g, h]
    }

    fn recalled(&[what, a, b, c, d, e, f, g, h]: &[u8; ELEMENT]) -> Element {
        Element {
            id: u16::from_be_bytes([a, b]),
            len: u16::from_be_bytes([c, d]),
            enterprise: (what & PRIVATE != 0).then_some(u32::from_be_bytes([e, f, g, h])),
            scope: what & SCOPE != 0,
        }
    }
}

/// The elements of a template, as it is remembered.
pub(super) fn elements(bytes: &[u8]) -> impl Iterator<Item = Element> + '_ {
    bytes.as_chunks::<ELEMENT>().0.iter().map(Element::recalled)
}

/// Bytes that a record takes at least: none when a template has no elements, or only ones without a value. Such records would
/// never come to an end, and are not read.
pub(super) fn least(bytes: &[u8]) -> Option<NonZeroUsize> {
    let len = |e: Element| if e.len == VARIABLE { 1 } else { usize::from(e.len) };
    NonZeroUsize::new(elements(bytes).map(len).sum())
}

/// How many records `set` holds.
pub(super) fn count(bytes: &[u8], mut set: Cursor<'_>) -> u32 {
    let Some(least) = least(bytes) else { return 0 };
    let mut n = 0;
    while set.left() >= least.get() {
        for element in elements(bytes) {
            let Some((before, len)) = element.size(&set) else { return n };
            set.advance(before + len);
        }
        n += 1;
    }
    n
}

/// The templates of a set: for each its number and what is to be remembered.
fn templates(mut set: Cursor<'_>, version: u16, kind: Kind, mut each: impl FnMut(u16, Vec<u8>)) {
    while let Some([a, b, c, d]) = set.array::<4>().ok().copied() {
        let (id, n) = (u16::from_be_bytes([a, b]), usize::from(u16::from_be_bytes([c, d])));
        let (scopes, n) = match (kind, version) {
            (Kind::Options, V9) => {
                let Ok(options) = set.array::<2>() else { return };
                (n / 4, n / 4 + usize::from(u16::from_be_bytes(*options)) / 4)
            }
            (Kind::Options, _) if n > 0 && set.skip(2).is_err() => return,
            _ => (0, n),
        };
        if n > MOST {
            return;
        }
        let mut bytes = Vec::with_capacity(n * ELEMENT);
        for i in 0..n {
            let Ok(element) = Element::read(&mut set, version) else { return };
            bytes.extend(Element { scope: i < scopes, ..element }.remembered());
        }
        each(id, bytes);
    }
}

/// The note with the template of a set of records.
pub(super) fn note(id: u16) -> u64 {
    id.into()
}

/// The note with the number that was to be expected.
pub(super) const SEQUENCE: u64 = 1 << 16;

/// Remembers the templates of a datagram, and notes those that its records need. Numbers of datagrams (version 9) and of
/// records (IPFIX) are looked at, too: what is missing was lost on the way.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let mut c = Cursor::new(pdu, pdu.len(), 0);
    let Ok(version) = c.peek_u16(0) else { return };
    let (sequence, header) = match version {
        V9 => (c.peek_u32(12), 20),
        IPFIX => (c.peek_u32(8), 16),
        _ => return,
    };
    let (Ok(sequence), Ok(domain)) = (sequence, c.peek_u32(header - 4)) else { return };
    let domain = u64::from(domain) << 17;
    c.advance(header);
    let mut records = 0;
    while let (Ok(id), Ok(len @ 4..)) = (c.peek_u16(0), c.peek_u16(2)) {
        let mut set = c.take(len.into());
        set.advance(4);
        let key = |id: u16| Key::here(domain | u64::from(id));
        match Kind::of(id, version) {
            Kind::Data => {
                if let Some(known) = past.get(&key(id)) {
                    records += count(&known.bytes, set);
                    past.note(note(id), &known);
                }
            }
            kind => templates(set, version, kind, |id, bytes| match past.get(&key(id)) {
                // A template that is withdrawn.
                _ if bytes.is_empty() => past.remove(&key(id)),
                // The same one again: it is known by the frame that brought it first.
                Some(known) if *known.bytes == *bytes => {}
                _ => past.set(&key(id), &bytes),
            }),
        }
    }
    let key = Key::here(domain | SEQUENCE);
    let step = if version == V9 { 1 } else { records };
    if let Some(expected) = past.get(&key)
        && expected.number() != u64::from(sequence)
    {
        past.note(SEQUENCE, &expected);
    }
    past.set_number(&key, sequence.wrapping_add(step).into());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_counted_with_values_that_bring_their_length() {
        let fixed = Element { id: 8, len: 4, enterprise: None, scope: false };
        let open = Element { id: 82, len: VARIABLE, enterprise: Some(0xff00_0001), scope: true };
        let bytes = [fixed.remembered(), open.remembered()].concat();
        assert_eq!(elements(&bytes).collect::<Vec<_>>(), [fixed, open]);
        let set = b"\x01\x02\x03\x04\x02ab\x01\x02\x03\x04\xff\x00\x01c\x00\x00";
        assert_eq!(count(&bytes, Cursor::new(set, set.len(), 0)), 2);
        // Of a template without elements, or whose elements are empty, there are no records.
        let empty = Element { len: 0, ..fixed }.remembered();
        assert_eq!(count(&[], Cursor::new(set, set.len(), 0)), 0);
        assert_eq!(count(&[empty, empty].concat(), Cursor::new(set, set.len(), 0)), 0);
    }
}
