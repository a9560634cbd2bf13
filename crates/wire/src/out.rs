//! Writing text quickly: numbers and addresses as Wireshark writes them.

use crate::digits::{self, Short};

/// Appends text to a buffer. It never fails; `write!` works on it too, but the methods here are faster.
pub struct Out<'b> {
    buf: &'b mut Vec<u8>,
}

const DIGITS: &[u8; 16] = b"0123456789abcdef";

impl<'b> Out<'b> {
    /// Appends to `buf`.
    pub fn new(buf: &'b mut Vec<u8>) -> Out<'b> {
        Out { buf }
    }

    /// Bytes written to the buffer so far, by anyone.
    #[must_use]
    pub fn len(&self) -> usize {
        self.buf.len()
    }

    /// Whether the buffer is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.buf.is_empty()
    }

    /// Text as it is.
    #[inline]
    pub fn s(&mut self, text: &str) -> &mut Self {
        self.buf.extend_from_slice(text.as_bytes());
        self
    }

    /// Bytes as they are, for values; labels and columns take [`text`](Out::text).
    #[inline]
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.buf.extend_from_slice(bytes);
        self
    }

    /// One ASCII character.
    #[inline]
    pub fn c(&mut self, c: u8) -> &mut Self {
        self.buf.push(if c.is_ascii() { c } else { b'?' });
        self
    }

    /// An unsigned number in decimal.
    #[inline]
    pub fn u(&mut self, n: impl Into<u64>) -> &mut Self {
        digits::decimal(self.buf, n.into());
        self
    }

    /// A signed number in decimal.
    #[inline]
    pub fn i(&mut self, n: impl Into<i64>) -> &mut Self {
        let n: i64 = n.into();
        if n < 0 {
            self.buf.push(b'-');
        }
        self.u(n.unsigned_abs())
    }

    /// An unsigned number in decimal with leading zeros up to `width` digits.
    pub fn u0(&mut self, n: impl Into<u64>, width: usize) -> &mut Self {
        let n: u64 = n.into();
        let mut digits = 1;
        let mut left = n / 10;
        while left > 0 {
            digits += 1;
            left /= 10;
        }
        for _ in digits..width {
            self.buf.push(b'0');
        }
        self.u(n)
    }

    /// A signed number in decimal with blanks before it up to `width` places.
    pub fn right(&mut self, n: impl Into<i64>, width: usize) -> &mut Self {
        let n: i64 = n.into();
        let digits = n.unsigned_abs().checked_ilog10().map_or(1, |d| d as usize + 1);
        for _ in digits + usize::from(n < 0)..width {
            self.buf.push(b' ');
        }
        self.i(n)
    }

    /// Lower-case hexadecimal with leading zeros up to `width` digits (at most 16), without `0x`.
    #[inline]
    pub fn x(&mut self, n: impl Into<u64>, width: usize) -> &mut Self {
        let n: u64 = n.into();
        let needed = (64 - n.leading_zeros() as usize).div_ceil(4);
        for i in (0..width.clamp(1, 16).max(needed)).rev() {
            self.buf.push(DIGITS[(n >> (4 * i) & 15) as usize]);
        }
        self
    }

    /// A floating-point number as C's `%.*g` writes it with `digits` significant digits.
    pub fn general(&mut self, v: f64, digits: usize) -> &mut Self {
        if v.is_nan() {
            return self.s("nan");
        }
        if v.is_infinite() {
            return self.s(if v > 0.0 { "inf" } else { "-inf" });
        }
        // Scientific notation tells the exponent after rounding.
        let precision = digits.saturating_sub(1);
        let scientific = format!("{v:.precision$e}");
        let Some((mantissa, exponent)) = scientific.split_once('e') else { return self };
        let exponent: i32 = exponent.parse().unwrap_or(0);
        if exponent < -4 || exponent >= digits as i32 {
            self.s(trimmed(mantissa)).s(if exponent < 0 { "e-" } else { "e+" });
            self.u0(exponent.unsigned_abs(), 2)
        } else {
            let decimals = usize::try_from(digits as i32 - 1 - exponent).unwrap_or(0);
            self.s(trimmed(&format!("{v:.decimals$}")))
        }
    }

    /// Hexadecimal with `0x` before it.
    #[inline]
    pub fn hex(&mut self, n: impl Into<u64>, width: usize) -> &mut Self {
        self.s("0x").x(n, width)
    }

    /// Hexadecimal with `0x` before it and digits in upper case, as a few protocols have it.
    pub fn hex_upper(&mut self, n: impl Into<u64>, width: usize) -> &mut Self {
        self.s("0x");
        let from = self.buf.len();
        self.x(n, width);
        self.buf.get_mut(from..).unwrap_or_default().make_ascii_uppercase();
        self
    }

    /// Bytes as pairs of hexadecimal digits, `sep` between them unless it is 0.
    pub fn hex_bytes(&mut self, bytes: &[u8], sep: u8) -> &mut Self {
        self.buf.reserve(bytes.len() * 3 + 1);
        if sep == 0 || !sep.is_ascii() {
            bytes.iter().for_each(|b| self.buf.extend_from_slice(&digits::HEX[usize::from(*b)]));
            return self;
        }
        let cell = |b: &u8| {
            let [high, low] = digits::HEX[usize::from(*b)];
            [high, low, sep]
        };
        // Hardware addresses, mostly.
        if let Ok(six) = <&[u8; 6]>::try_from(bytes) {
            self.buf.extend_from_slice(six.each_ref().map(cell).as_flattened());
        } else {
            bytes.iter().for_each(|b| self.buf.extend_from_slice(&cell(b)));
        }
        if !bytes.is_empty() {
            self.buf.pop();
        }
        self
    }

    /// An IPv4 address.
    #[inline]
    pub fn ipv4(&mut self, address: u32) -> &mut Self {
        digits::ipv4(self.buf, address);
        self
    }

    /// An IPv6 address as RFC 5952 has it.
    pub fn ipv6(&mut self, bytes: &[u8]) -> &mut Self {
        let Some(a) = bytes.first_chunk::<16>() else { return self };
        self.short::<64>(|t| _ = t.ipv6(a))
    }

    /// A text of at most `N` bytes that is put together in place.
    #[inline(always)]
    pub fn short<const N: usize>(&mut self, f: impl FnOnce(&mut Short<'_, N>)) -> &mut Self {
        Short::append(self.buf, f);
        self
    }

    /// Bytes of text, escaped as Wireshark does in its tree and columns: printable UTF-8 as it is,
    /// the C escapes, everything else as `\xhh` or an octal escape.
    pub fn text(&mut self, bytes: &[u8]) -> &mut Self {
        // Nearly all of it is printable ASCII, which needs no closer look.
        let plain = plain_len(bytes);
        let (plain, bytes) = bytes.split_at_checked(plain).unwrap_or((bytes, &[]));
        self.buf.extend_from_slice(plain);
        if bytes.is_empty() {
            return self;
        }
        for chunk in bytes.utf8_chunks() {
            for ch in chunk.valid().chars() {
                self.text_char(ch);
            }
            if !chunk.invalid().is_empty() {
                self.s("\u{fffd}");
            }
        }
        self
    }
}

/// How many printable ASCII characters the bytes begin with.
#[inline]
fn plain_len(bytes: &[u8]) -> usize {
    let plain = |b: &u8| b.wrapping_sub(0x20) < 0x5f;
    let (blocks, _) = bytes.as_chunks::<16>();
    let whole = blocks.iter().take_while(|b| b.iter().fold(true, |all, b| all & plain(b))).count() * 16;
    let rest = bytes.get(whole..).unwrap_or_default();
    whole + rest.iter().position(|b| !plain(b)).unwrap_or(rest.len())
}

/// Without the zeros that end the decimals.
fn trimmed(s: &str) -> &str {
    if s.contains('.') { s.trim_end_matches('0').trim_end_matches('.') } else { s }
}

impl Out<'_> {
    fn text_char(&mut self, ch: char) {
        let mut utf8 = [0; 4];
        match ch {
            '\x07' => self.s("\\a"),
            '\x08' => self.s("\\b"),
            '\x0c' => self.s("\\f"),
            '\n' => self.s("\\n"),
            '\r' => self.s("\\r"),
            '\t' => self.s("\\t"),
            '\x0b' => self.s("\\v"),
            c if c.is_control() => {
                for b in c.encode_utf8(&mut utf8).bytes() {
                    self.s("\\").u(b >> 6).u(b >> 3 & 7).u(b & 7);
                }
                self
            }
            c => self.s(c.encode_utf8(&mut utf8)),
        };
    }
}

impl std::fmt::Write for Out<'_> {
    fn write_str(&mut self, s: &str) -> std::fmt::Result {
        self.buf.extend_from_slice(s.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn out(f: impl FnOnce(&mut Out<'_>)) -> String {
        let mut buf = Vec::new();
        f(&mut Out::new(&mut buf));
        String::from_utf8(buf).unwrap()
    }

    #[test]
    fn numbers() {
        assert_eq!(
            out(|o| _ = o.u(0u8).c(b' ').u(u64::MAX).c(b' ').i(i64::MIN)),
            "0 18446744073709551615 -9223372036854775808"
        );
        assert_eq!(
            out(|o| _ = o.hex(0x1fu8, 4).c(b' ').x(0x12345u32, 4).c(b' ').u0(7u8, 3)),
            "0x001f 12345 007"
        );
        let right = |n: i64| out(|o| _ = o.right(n, 4));
        assert_eq!(
            [0, 7, -7, 999, 12345, -12345].map(right),
            ["   0", "   7", "  -7", " 999", "12345", "-12345"]
        );
    }

    #[test]
    fn addresses_are_written_as_the_standard_library_does() {
        for text in [
            "::",
            "::1",
            "fe80::1",
            "2001:db8::1:0:0:1",
            "1:0:0:2::3",
            "::ffff:1.2.3.4",
            "1::",
            "1:2:3:4:5:6:7:8",
            "1:0:3:4:5:6:7:8",
        ] {
            let a: std::net::Ipv6Addr = text.parse().unwrap();
            assert_eq!(out(|o| _ = o.ipv6(&a.octets())), a.to_string());
        }
        assert_eq!(out(|o| _ = o.ipv4(0x0a00_00ff)), "10.0.0.255");
    }

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(
            out(|o| _ = o.text(b"a\r\n\x1b[31m\"\\ \xff\xc3\xa4")),
            "a\\r\\n\\033[31m\"\\ \u{fffd}\u{e4}"
        );
    }
}
