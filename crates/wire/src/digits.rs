//! Numbers and IPv4 addresses in decimal, written quickly: without a loop, and in pieces of a fixed size of which
//! the rest is cut off again, which takes less time than to copy as many bytes as there are.

/// The two hexadecimal digits of every byte.
pub static HEX: [[u8; 2]; 256] = {
    let digits = b"0123456789abcdef";
    let mut t = [[0; 2]; 256];
    let mut i = 0;
    while i < 256 {
        t[i] = [digits[i >> 4], digits[i & 15]];
        i += 1;
    }
    t
};

/// The decimal digits of every number below 100.
pub static PAIRS: [[u8; 2]; 100] = {
    let mut t = [[0; 2]; 100];
    let mut i = 0;
    while i < 100 {
        t[i] = [b'0' + (i / 10) as u8, b'0' + (i % 10) as u8];
        i += 1;
    }
    t
};

/// Every octet in decimal with a dot behind it, filled up with dots, and how long that is.
static OCTETS: [([u8; 4], u8); 256] = {
    let mut t = [([b'.'; 4], 0); 256];
    let mut i = 0;
    while i < 256 {
        let (h, m, l) = (b'0' + (i / 100) as u8, b'0' + (i / 10 % 10) as u8, b'0' + (i % 10) as u8);
        t[i] = match i {
            0..10 => ([l, b'.', b'.', b'.'], 2),
            10..100 => ([m, l, b'.', b'.'], 3),
            _ => ([h, m, l, b'.'], 4),
        };
        i += 1;
    }
    t
};

/// The decimal digits of `n`, right-aligned, and where they begin.
#[inline]
#[must_use]
pub fn digits(mut n: u64) -> ([u8; 20], usize) {
    let mut buf = [b'0'; 20];
    let mut at = 20;
    while n >= 100 && at >= 2 {
        at -= 2;
        buf[at..at + 2].copy_from_slice(&PAIRS[(n % 100) as usize]);
        n /= 100;
    }
    if n >= 10 && at >= 2 {
        at -= 2;
        buf[at..at + 2].copy_from_slice(&PAIRS[(n % 100) as usize]);
    } else if at >= 1 {
        at -= 1;
        buf[at] = b'0' + (n % 10) as u8;
    }
    (buf, at)
}

/// The last four digits of a number.
#[inline]
#[must_use]
pub fn four_digits(n: u64) -> [u8; 4] {
    let ([a, b], [c, d]) = (PAIRS[(n / 100 % 100) as usize], PAIRS[(n % 100) as usize]);
    [a, b, c, d]
}

/// The eight digits of a number below 100,000,000, and how many of them are leading zeros (at most seven).
#[inline]
#[must_use]
pub fn eight_digits(n: u64) -> ([u8; 8], usize) {
    let digits = apart(n);
    ((digits | ZEROS).to_le_bytes(), leading_zeros(digits))
}

/// Eight zeros as text.
const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);

/// The eight digits of a number below 100,000,000 as bytes, the first one lowest: halves are divided until each byte
/// has a digit, all parts at once.
#[inline(always)]
fn apart(n: u64) -> u64 {
    let fours = n / 10_000 | (n % 10_000) << 32;
    // What is multiplied here is n / 100 of numbers below 10,000, then n / 10 of numbers below 100.
    let hundreds = (fours * 10_486 >> 20) & 0x7f_0000_007f;
    let twos = hundreds | (fours - 100 * hundreds) << 16;
    let tens = (twos * 103 >> 10) & 0x000f_000f_000f_000f;
    tens | (twos - 10 * tens) << 8
}

/// How many of eight digits lead with zero, at most seven.
#[inline(always)]
fn leading_zeros(digits: u64) -> usize {
    (digits.trailing_zeros() / 8).min(7) as usize
}

/// Appends the first `len` of eight bytes.
#[inline(always)]
fn first(out: &mut Vec<u8>, eight: [u8; 8], len: usize) {
    let end = out.len() + len;
    out.extend_from_slice(&eight);
    out.truncate(end);
}

/// An unsigned number.
#[inline]
pub fn decimal(out: &mut Vec<u8>, n: u64) {
    match n {
        0..=9 => out.push(b'0' + n as u8),
        10..=99 => out.extend_from_slice(&PAIRS[n as usize]),
        _ => long(out, n),
    }
}

#[inline(never)]
fn long(out: &mut Vec<u8>, n: u64) {
    if n < 10_000 {
        let [a, b, c, d] = four_digits(n);
        let end = out.len() + if a == b'0' { 3 } else { 4 };
        out.extend_from_slice(&if a == b'0' { [b, c, d, 0] } else { [a, b, c, d] });
        return out.truncate(end);
    }
    if n < 100_000_000 {
        return short(out, n);
    }
    if n < 10_000_000_000_000_000 {
        short(out, n / 100_000_000);
        return out.extend_from_slice(&eight_digits(n % 100_000_000).0);
    }
    let (buf, at) = digits(n);
    out.extend_from_slice(buf.get(at..).unwrap_or_default());
}

#[inline(always)]
fn short(out: &mut Vec<u8>, n: u64) {
    let digits = apart(n);
    let zeros = leading_zeros(digits);
    first(out, ((digits | ZEROS) >> (8 * zeros)).to_le_bytes(), 8 - zeros);
}

/// A short text of at most `N` bytes that is put together at the end of another: every piece is written with its room to
/// a fixed width, so that nobody is asked for room piece by piece. What does not fit is left out.
///
/// It is written where it stays: bytes that were just stored piece by piece can't be loaded again at once without
/// waiting until all of them have reached the cache.
pub struct Short<'o, const N: usize> {
    bytes: &'o mut [u8; N],
    len: usize,
}

impl<const N: usize> Short<'_, N> {
    /// Appends what `f` writes.
    #[inline(always)]
    pub fn append(out: &mut Vec<u8>, f: impl FnOnce(&mut Short<'_, N>)) {
        let start = out.len();
        out.extend_from_slice(&[0; N]);
        if let Some(bytes) = out.last_chunk_mut::<N>() {
            let mut text = Short { bytes, len: 0 };
            f(&mut text);
            let end = start + text.len;
            out.truncate(end);
        }
    }

    /// What was written.
    #[inline(always)]
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    /// Moves what was written from `from` on to the right, so that it is `width` bytes long.
    #[inline]
    pub fn align_right(&mut self, from: usize, width: usize) {
        let missing = width.saturating_sub(self.len.saturating_sub(from));
        if missing > 0 {
            self.pad(missing);
            if let Some(text) = self.bytes.get_mut(from..self.len) {
                text.rotate_right(missing.min(text.len()));
            }
        }
    }

    /// Text as it is.
    #[inline(always)]
    pub fn s<const M: usize>(&mut self, text: &[u8; M]) -> &mut Self {
        self.first(*text, M)
    }

    /// The first `len` bytes of a text. There has to be room for all of them.
    #[inline(always)]
    pub fn first<const M: usize>(&mut self, text: [u8; M], len: usize) -> &mut Self {
        if let Some(place) = self.bytes.get_mut(self.len..).and_then(|b| b.first_chunk_mut::<M>()) {
            *place = text;
            self.len += len.min(M);
        }
        self
    }

    /// An unsigned number in decimal.
    #[inline(always)]
    pub fn u(&mut self, n: impl Into<u64>) -> &mut Self {
        let n: u64 = n.into();
        if n < 100_000_000 { self.below(n) } else { self.above(n) }
    }

    #[inline(always)]
    fn below(&mut self, n: u64) -> &mut Self {
        let digits = apart(n);
        let zeros = leading_zeros(digits);
        self.first(((digits | ZEROS) >> (8 * zeros)).to_le_bytes(), 8 - zeros)
    }

    fn above(&mut self, n: u64) -> &mut Self {
        let (high, low) = (n / 100_000_000, n % 100_000_000);
        if high < 100_000_000 {
            self.below(high)
        } else {
            self.above(high)
        };
        self.first((apart(low) | ZEROS).to_le_bytes(), 8)
    }

    /// An unsigned number below 100,000,000, right-aligned in `width` places, at most eight.
    #[inline(always)]
    pub fn right(&mut self, n: u64, width: usize) -> &mut Self {
        let digits = apart(n);
        let zeros = leading_zeros(digits);
        let wide = 8 - zeros.min(8 - width.min(8));
        // The zeros become spaces, and those that are too many go.
        let spaces = u64::from_le_bytes([b'0' ^ b' '; 8]) & ((1 << (8 * zeros)) - 1);
        self.first((((digits | ZEROS) ^ spaces) >> (8 * (8 - wide))).to_le_bytes(), wide)
    }

    /// An unsigned number below 100,000,000 with leading zeros: its last `width` digits, at most eight.
    #[inline(always)]
    pub fn zeros(&mut self, n: u64, width: usize) -> &mut Self {
        let width = width.clamp(1, 8);
        self.first(((apart(n) | ZEROS) >> (8 * (8 - width))).to_le_bytes(), width)
    }

    /// `n` spaces, at most 16.
    #[inline(always)]
    pub fn pad(&mut self, n: usize) -> &mut Self {
        self.first([b' '; 16], n)
    }

    /// An IPv6 address as RFC 5952 has it.
    pub fn ipv6(&mut self, address: &[u8; 16]) -> &mut Self {
        let groups = address.as_chunks::<2>().0;
        // A bit for every group that is zero, the first one lowest; the longest run of at least two of them, the
        // first of equals, is left out.
        let zero = groups.iter().rev().fold(0u32, |all, g| all << 1 | u32::from(*g == [0, 0]));
        let (mut run, mut starts) = (1, zero & zero >> 1);
        let mut first = u32::MAX;
        while starts != 0 {
            run += 1;
            first = starts.trailing_zeros();
            starts &= zero >> run;
        }
        // Addresses that carry an IPv4 address are written with it (inet_ntop does so).
        let v4 = first == 0 && (run == 6 || run == 5 && groups.get(5) == Some(&[0xff, 0xff]));
        let mut at = 0;
        while let Some([high, low]) = groups.get(at as usize) {
            if at == first {
                // The colon behind the group before is there.
                if at == 0 {
                    self.s(b"::")
                } else {
                    self.s(b":")
                };
                at += run;
                continue;
            }
            if v4 && at == 6 {
                let [.., a, b, c, d] = *address;
                return self.ipv4(u32::from_be_bytes([a, b, c, d]));
            }
            let group = u16::from_be_bytes([*high, *low]);
            let ([a, b], [c, d]) = (HEX[usize::from(*high)], HEX[usize::from(*low)]);
            let zeros = (group.leading_zeros() / 4).min(3);
            let text = u32::from_le_bytes([a, b, c, d]) >> (8 * zeros);
            self.first(text.to_le_bytes(), 4 - zeros as usize);
            at += 1;
            if at < 8 {
                self.s(b":");
            }
        }
        self
    }

    /// An IPv4 address.
    #[inline(always)]
    pub fn ipv4(&mut self, address: u32) -> &mut Self {
        for b in address.to_be_bytes() {
            let (text, len) = OCTETS[usize::from(b)];
            self.first(text, len.into());
        }
        // A dot stands behind the last one, too.
        self.len = self.len.saturating_sub(1);
        self
    }
}

/// An IPv4 address.
#[inline]
pub fn ipv4(out: &mut Vec<u8>, address: u32) {
    Short::<16>::append(out, |t| _ = t.ipv4(address));
}

/// The text of an IPv4 address, with something behind it, and its length.
#[inline]
#[must_use]
pub fn ipv4_text(address: u32) -> ([u8; 16], usize) {
    let mut bytes = [0; 16];
    let mut text = Short { bytes: &mut bytes, len: 0 };
    let len = text.ipv4(address).len;
    (bytes, len)
}

/// How long the text of an IPv4 address is.
#[inline(always)]
#[must_use]
pub fn ipv4_len(address: u32) -> usize {
    let lens = address.to_be_bytes().map(|b| usize::from(OCTETS[usize::from(b)].1));
    lens.iter().sum::<usize>() - 1
}

/// What pairs of hexadecimal digits stand for; `None` when anything else stands among them.
#[must_use]
pub fn hex_pairs(digits: &[u8]) -> Option<Vec<u8>> {
    let (pairs, []) = digits.as_chunks::<2>() else { return None };
    let value = |d: u8| (d as char).to_digit(16).map(|d| d as u8);
    pairs.iter().map(|[high, low]| Some(value(*high)? << 4 | value(*low)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(f: impl FnOnce(&mut Short<'_, 64>)) -> String {
        let mut out = Vec::new();
        Short::append(&mut out, f);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn pairs_of_hexadecimal_digits_are_bytes() {
        assert_eq!(hex_pairs(b"00fFa7"), Some(vec![0, 255, 0xa7]));
        assert_eq!(hex_pairs(b""), Some(Vec::new()));
        for wrong in ["0", "0g", "+1", "00 11", "abc"] {
            assert_eq!(hex_pairs(wrong.as_bytes()), None, "{wrong}");
        }
    }

    fn some() -> impl Iterator<Item = u64> {
        let powers = (0..20).map(|e| 10u64.pow(e));
        powers.flat_map(|p| [p - 1, p, p.wrapping_mul(7), p + p / 3]).chain([u64::MAX])
    }

    #[test]
    fn numbers() {
        for n in some() {
            let mut out = Vec::new();
            decimal(&mut out, n);
            assert_eq!(String::from_utf8(out).unwrap(), n.to_string());
            assert_eq!(short(|t| _ = t.u(n).s(b".")), format!("{n}."));
            if n < 100_000_000 {
                let (text, zeros) = eight_digits(n);
                assert_eq!(text, *format!("{n:08}").as_bytes());
                assert_eq!(zeros, 8 - n.to_string().len());
                for width in 1..9 {
                    let text = format!("{n:0width$}");
                    let last = text.len() - width;
                    assert_eq!(short(|t| _ = t.zeros(n, width)), &text[last..]);
                }
                for width in 0..9 {
                    assert_eq!(short(|t| _ = t.right(n, width).s(b".")), format!("{n:width$}."));
                }
            }
        }
        for n in 0..10_000 {
            assert_eq!(eight_digits(n * 10_000 + n).0, *format!("{n:04}{n:04}").as_bytes());
        }
    }

    #[test]
    fn ipv6_addresses_are_written_as_the_standard_library_does() {
        let mut all: Vec<[u8; 16]> = Vec::new();
        // Every pattern of groups that are zero and not, with digits of every length.
        for pattern in 0..=255u32 {
            for value in [0x1u16, 0x20, 0x300, 0x4567, 0xffff] {
                let mut a = [0; 16];
                for i in 0..8 {
                    if pattern >> i & 1 != 0 {
                        a[2 * i..2 * i + 2].copy_from_slice(&value.to_be_bytes());
                    }
                }
                all.push(a);
            }
        }
        all.push([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 1, 2, 3, 4]);
        for a in all {
            let text = std::net::Ipv6Addr::from(a).to_string();
            let mut out = Vec::new();
            crate::Out::new(&mut out).ipv6(&a);
            // The standard library knows one form with an IPv4 address, inet_ntop two.
            if !out.contains(&b'.') {
                assert_eq!(text.as_bytes(), out);
            }
        }
        let written = |a: [u8; 16]| short(|t| _ = t.ipv6(&a));
        assert_eq!(written([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 1, 2, 3, 4]), "::ffff:1.2.3.4");
        assert_eq!(written([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]), "::1.2.3.4");
        assert_eq!(written([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4]), "::304");
    }

    #[test]
    fn short_texts() {
        let mut out = b"behind ".to_vec();
        Short::<32>::append(&mut out, |t| {
            t.s(b"a").pad(3).ipv4(0x0a00_00ff).first(*b"wxyz", 2);
            assert_eq!(t.as_bytes(), b"a   10.0.0.255wx");
            // What does not fit any more.
            t.s(&[b'-'; 17]);
            assert_eq!(t.as_bytes(), b"a   10.0.0.255wx");
        });
        assert_eq!(out, b"behind a   10.0.0.255wx");
        for (from, width, text) in
            [(0, 6, "   abc"), (1, 4, "a  bc"), (1, 2, "abc"), (3, 2, "abc  "), (3, 0, "abc")]
        {
            let aligned = short(|t| {
                t.s(b"abc");
                t.align_right(from, width);
            });
            assert_eq!(aligned, text);
        }
    }
}
