//! Packed encoding rules of ASN.1, aligned (ITU-T X.691): reading bits, and the fields that tell how they were read.

use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Value, proto};

proto! {
    PER "per" "Packed Encoding Rules (ASN.1 X.691)" "PER" App
    on []
    fields {
        CHOICE_INDEX "per.choice_index" "Choice Index": U32 Dec;
        CHOICE_EXTENSION_INDEX "per.choice_extension_index" "Choice Extension Index": U32 Dec;
        ENUM_EXTENSION_INDEX "per.enum_extension_index" "Enumerated Extension Index": U32 Dec;
        ENUM_INDEX "per.enum_index" "Enumerated Index": U32 Dec;
        EXTENSION_BIT "per.extension_bit" "Extension Bit": Bool(8);
        EXTENSION_PRESENT_BIT "per.extension_present_bit" "Extension Present Bit": Bool(8);
        NUM_SEQUENCE_EXTENSIONS "per.num_sequence_extensions" "Number of Sequence Extensions": U32 Dec;
        OPEN_TYPE_LENGTH "per.open_type_length" "Open Type Length": U32 Dec;
        SMALL_NUMBER_BIT "per.small_number_bit" "Small Number Bit": Bool(8);
        INTEGER_LENGTH "per.integer_length" "integer length": U32 Dec;
        OBJECT_LENGTH "per.object_length" "Object Identifier Length": U32 Dec;
        OCTET_STRING_LENGTH "per.octet_string_length" "Octet String Length": U32 Dec;
        OPTIONAL_FIELD_BIT "per.optional_field_bit" "Optional Field Bit": Bool(8);
        SEQUENCE_OF_LENGTH "per.sequence_of_length" "Sequence-Of Length": U32 Dec;
    }
}

/// What no protocol is handed to by itself: others read with it.
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// A place between bits.
#[derive(Clone, Copy)]
pub struct Per<'a> {
    c: Cursor<'a>,
    /// Bits of the byte at the cursor that were read.
    bit: u8,
}

impl<'a> Per<'a> {
    /// From the first bit at the cursor.
    #[must_use]
    pub fn new(c: Cursor<'a>) -> Per<'a> {
        Per { c, bit: 0 }
    }

    /// The cursor at the byte that is read next, all of it or what is left of it.
    #[must_use]
    pub fn cursor(&self) -> Cursor<'a> {
        self.c
    }

    /// Goes on at the next whole byte.
    pub fn align(&mut self) -> &mut Per<'a> {
        if self.bit != 0 {
            self.c.advance(1);
            self.bit = 0;
        }
        self
    }

    /// The next `n` bits (at most 32) as a number.
    ///
    /// # Errors
    /// When the packet ends before.
    pub fn bits(&mut self, n: u8) -> Result<u32, Stop> {
        let mut v = 0;
        for _ in 0..n.min(32) {
            let byte = self.c.peek_u8(0)?;
            v = v << 1 | u32::from(byte >> (7 - self.bit) & 1);
            self.bit += 1;
            if self.bit == 8 {
                self.c.advance(1);
                self.bit = 0;
            }
        }
        Ok(v)
    }

    /// Bits that tell of the encoding, as a hidden field.
    ///
    /// # Errors
    /// As [`bits`](Per::bits).
    pub fn told<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, n: u8) -> Result<u32, Stop> {
        let span = self.c.span(1);
        let v = self.bits(n)?;
        cx.hidden(field, span, Value::U(v.into()));
        Ok(v)
    }

    /// Whether there are extensions, or whether a part is there.
    ///
    /// # Errors
    /// As [`bits`](Per::bits).
    pub fn flag<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field) -> Result<bool, Stop> {
        Ok(self.told(cx, field, 1)? != 0)
    }

    /// A length without bounds (10.9.3.5 to 10.9.3.7), as a hidden field; fragments are no concern of those who use it.
    ///
    /// # Errors
    /// As [`bits`](Per::bits), or when it is one of fragments.
    pub fn length<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field) -> Result<usize, Stop> {
        self.align();
        let from = self.c;
        let first = from.peek_u8(0)?;
        let (n, width) = match first {
            0..=0x7f => (u32::from(first), 1),
            0x80..=0xbf => (u32::from(from.peek_u16(0)? & 0x3fff), 2),
            _ => return Err(Stop::Malformed),
        };
        self.c.advance(width);
        cx.hidden(field, from.span(width), Value::U(n.into()));
        Ok(n as usize)
    }

    /// A constrained number of two bytes, counted from `lowest`, as a field.
    ///
    /// # Errors
    /// As [`bits`](Per::bits).
    pub fn u16<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, lowest: u32) -> Result<u32, Stop> {
        self.align();
        let v = u32::from(self.c.peek_u16(0)?) + lowest;
        cx.add(field, self.c.span(2), Value::U(v.into()));
        self.c.skip(2)?;
        Ok(v)
    }

    /// The next `n` whole bytes as a cursor, passed over.
    ///
    /// # Errors
    /// When the packet ends before.
    pub fn bytes(&mut self, n: usize) -> Result<Cursor<'a>, Stop> {
        self.align();
        self.c.take_all(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_and_bytes() {
        let bytes = [0b1010_1100, 0xff, 0x12, 0x34];
        let mut per = Per::new(Cursor::new(&bytes, bytes.len(), 0));
        assert_eq!((per.bits(1), per.bits(3), per.bits(6)), (Ok(1), Ok(2), Ok(0b11_0011)));
        assert_eq!(per.align().bits(16), Ok(0x1234));
        assert_eq!(per.bits(1), Err(Stop::Short));
    }
}
