//! Domain names with their compression, RFC 1035 section 4.1.4.

use requin_wire::{Cursor, Out, Stop};

/// As long as a name may get with its compression undone, in bytes of text.
const MAX_TEXT: usize = 1024;
/// A name of 255 bytes has no more labels; twice that, for names that are not names.
const MAX_LABELS: usize = 512;

/// What a name turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Labels.
    Labels,
    /// No label at all.
    Root,
    /// Pointers that lead in a circle.
    Loop,
    /// More text than a name can have.
    TooLong,
    /// A label type that nobody uses.
    Unknown,
}

/// A name in a message. Its text is made when it is written.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    message: &'a [u8],
    start: usize,
    kind: Kind,
    /// Characters of its text before escapes.
    pub len: usize,
    /// How many labels it has.
    pub labels: usize,
}

/// Reads label after label.
struct Labels<'a> {
    message: &'a [u8],
    at: usize,
    seen: usize,
    /// Where the name ends in its own place, once that is known.
    end: Option<usize>,
    steps: usize,
}

enum Label<'a> {
    Text(&'a [u8]),
    Bits(&'a [u8], u8),
    Loop,
    Unknown,
    /// A type that was never given out.
    Reserved,
    End,
    /// Bytes are missing: so many would have to be there.
    Missing(usize),
}

impl<'a> Labels<'a> {
    fn new(message: &'a [u8], at: usize) -> Labels<'a> {
        Labels { message, at, seen: 0, end: None, steps: 0 }
    }

    fn next(&mut self) -> Label<'a> {
        loop {
            self.steps += 1;
            if self.steps > MAX_LABELS {
                return Label::Loop;
            }
            let Some(&len) = self.message.get(self.at) else { return Label::Missing(self.at + 1) };
            self.at += 1;
            self.seen += 1;
            match len & 0xc0 {
                0 if len == 0 => {
                    self.end.get_or_insert(self.at);
                    return Label::End;
                }
                0 => {
                    let end = self.at + usize::from(len);
                    let Some(text) = self.message.get(self.at..end) else { return Label::Missing(end) };
                    self.at = end;
                    self.seen += usize::from(len);
                    return Label::Text(text);
                }
                0xc0 => {
                    let Some(&low) = self.message.get(self.at) else { return Label::Missing(self.at + 1) };
                    self.seen += 1;
                    self.end.get_or_insert(self.at + 1);
                    if self.seen > self.message.len() {
                        return Label::Loop;
                    }
                    self.at = usize::from(len & 0x3f) << 8 | usize::from(low);
                }
                0x40 if len & 0x3f == 1 => {
                    let Some(&bits) = self.message.get(self.at) else { return Label::Missing(self.at + 1) };
                    let bits = if bits == 0 { 256 } else { usize::from(bits) };
                    let from = self.at + 1;
                    let end = from + bits.div_ceil(8);
                    let Some(bytes) = self.message.get(from..end) else { return Label::Missing(end) };
                    self.at = end;
                    return Label::Bits(bytes, (bits & 0xff) as u8);
                }
                0x40 => {
                    self.end.get_or_insert(self.at);
                    return Label::Unknown;
                }
                _ => return Label::Reserved,
            }
        }
    }
}

impl<'a> Name<'a> {
    /// Reads the name at the cursor, in the message that begins at offset `base` of the source.
    ///
    /// # Errors
    /// When the message ends inside the name.
    pub fn read(c: &mut Cursor<'a>, base: usize) -> Result<Name<'a>, Stop> {
        let message = c.whole().get(base..).unwrap_or_default();
        let start = c.pos().saturating_sub(base);
        let mut labels = Labels::new(message, start);
        let (mut kind, mut len, mut count) = (Kind::Labels, 0usize, 0usize);
        loop {
            let dot = usize::from(count > 0);
            match labels.next() {
                Label::Text(t) => len += dot + t.len(),
                Label::Bits(b, _) => len += dot + 2 * b.len() + 7,
                Label::Loop => kind = Kind::Loop,
                Label::Unknown if count > 0 => kind = Kind::Unknown,
                Label::Unknown | Label::Reserved => return Err(Stop::Malformed),
                Label::End if count == 0 => kind = Kind::Root,
                Label::End => break,
                Label::Missing(n) => {
                    let behind = (base + n).saturating_sub(c.pos()).max(c.captured() + 1);
                    return Err(c.peek_bytes(0, behind).err().unwrap_or(Stop::Short));
                }
            }
            if kind != Kind::Labels {
                break;
            }
            count += 1;
            if len > MAX_TEXT {
                kind = Kind::TooLong;
                // The rest only matters for where the name ends.
                while labels.end.is_none() {
                    match labels.next() {
                        Label::Text(_) | Label::Bits(..) => (),
                        _ => break,
                    }
                }
                break;
            }
        }
        let end = labels.end.unwrap_or(labels.at);
        c.advance(end.saturating_sub(start));
        let mut name = Name { message, start, kind, len, labels: count };
        if let Some(text) = name.fixed() {
            name.len = text.len();
            name.labels = 1;
        } else {
            // Dots inside labels count as well.
            name.labels = name.dots() + 1;
        }
        Ok(name)
    }

    fn fixed(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Labels => None,
            Kind::Root => Some("<Root>"),
            Kind::Loop => Some("<Name contains a pointer that loops>"),
            Kind::TooLong => Some("<Name too long>"),
            Kind::Unknown => Some("<Unknown extended label>"),
        }
    }

    fn dots(&self) -> usize {
        let mut labels = Labels::new(self.message, self.start);
        let mut dots = 0;
        let mut first = true;
        loop {
            match labels.next() {
                Label::Text(t) => {
                    dots += usize::from(!first) + t.iter().filter(|b| **b == b'.').count();
                }
                Label::Bits(..) => dots += usize::from(!first),
                _ => return dots,
            }
            first = false;
        }
    }

    /// Writes the name with everything that is not printable escaped.
    pub fn write(&self, o: &mut Out<'_>) {
        self.write_labels(o, 0, usize::MAX);
    }

    /// Writes `n` labels from label `from` on.
    pub fn write_labels(&self, o: &mut Out<'_>, from: usize, n: usize) {
        if let Some(text) = self.fixed() {
            if from == 0 {
                o.s(text);
            }
            return;
        }
        let mut labels = Labels::new(self.message, self.start);
        let mut i = 0;
        loop {
            let label = labels.next();
            let here = i >= from && i - from < n;
            if here && i > from && matches!(label, Label::Text(_) | Label::Bits(..)) {
                o.s(".");
            }
            match label {
                Label::Text(t) if here => _ = o.text(t),
                Label::Bits(b, bits) if here => _ = o.s("\\[x").hex_bytes(b, 0).s("/").u(bits).s("]"),
                Label::Text(_) | Label::Bits(..) => (),
                _ => return,
            }
            i += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(message: &[u8], at: usize) -> (String, usize, usize) {
        let mut c = Cursor::new(message, message.len(), 0);
        c.advance(at);
        let name = Name::read(&mut c, 0).unwrap();
        let mut buf = Vec::new();
        name.write(&mut Out::new(&mut buf));
        (String::from_utf8(buf).unwrap(), name.len, c.pos())
    }

    #[test]
    fn pointers_are_followed() {
        let m = b"\x03www\x07example\x03com\x00\x01a\xc0\x04\x00\xc0\x17";
        assert_eq!(text(m, 0), ("www.example.com".into(), 15, 17));
        assert_eq!(text(m, 17), ("a.example.com".into(), 13, 21));
        assert_eq!(text(m, 21), ("<Root>".into(), 6, 22));
    }

    #[test]
    fn circles_end() {
        assert_eq!(text(b"\xc0\x00", 0).0, "<Name contains a pointer that loops>");
        assert_eq!(text(b"\x01a\xc0\x00", 0).2, 4);
        let mut c = Cursor::new(b"\x05ab", 3, 0);
        assert_eq!(Name::read(&mut c, 0).err(), Some(Stop::Short));
    }
}
