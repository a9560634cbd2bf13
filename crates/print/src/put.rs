//! Numbers and addresses, written quickly.

use requin_wire::Out;
pub use requin_wire::digits::{HEX, decimal as uint, ipv4};
use requin_wire::digits::{PAIRS, Short, digits, eight_digits, four_digits};

/// An unsigned number, right-aligned in `width` places.
#[inline]
pub fn uint_right(out: &mut Vec<u8>, n: u64, width: usize) {
    if n < 100_000_000 && width <= 8 {
        let (text, zeros) = eight_digits(n);
        let wide = 8 - zeros.min(8 - width);
        // The zeros become spaces, and those that are too many go.
        let spaces = u64::from_be_bytes([b'0' ^ b' '; 8]).checked_shl(64 - 8 * zeros as u32).unwrap_or(0);
        let text = (u64::from_be_bytes(text) ^ spaces) << (8 * (8 - wide));
        return cut(out, &text.to_be_bytes(), wide);
    }
    let (buf, at) = digits(n);
    let text = buf.get(at..).unwrap_or_default();
    pad(out, width.saturating_sub(text.len()));
    out.extend_from_slice(text);
}

/// Spaces.
#[inline]
pub fn pad(out: &mut Vec<u8>, n: usize) {
    indent(out, n);
}

/// A signed number.
#[inline]
pub fn int(out: &mut Vec<u8>, n: i64) {
    if n < 0 {
        out.push(b'-');
    }
    uint(out, n.unsigned_abs());
}

/// An unsigned number with leading zeros up to `width` digits (at most 20).
#[inline]
pub fn uint_zeros(out: &mut Vec<u8>, n: u64, width: usize) {
    if width == 2 && n < 100 {
        return out.extend_from_slice(&PAIRS[n as usize]);
    }
    if width == 9 && n < 1_000_000_000 {
        let [a, b, c, d, e, f, g, h] = eight_digits(n % 100_000_000).0;
        return out.extend_from_slice(&[b'0' + (n / 100_000_000) as u8, a, b, c, d, e, f, g, h]);
    }
    if width == 6 && n < 1_000_000 {
        let [a, b] = PAIRS[(n / 10_000) as usize];
        let [c, d, e, f] = four_digits(n % 10_000);
        return out.extend_from_slice(&[a, b, c, d, e, f]);
    }
    let (buf, at) = digits(n);
    let from = at.min(20usize.saturating_sub(width));
    out.extend_from_slice(buf.get(from..).unwrap_or_default());
}

/// Lower-case hexadecimal with leading zeros up to `width` digits.
#[inline]
pub fn hex(out: &mut Vec<u8>, n: u64, width: usize) {
    let [.., b4, b5, b6, b7] = n.to_be_bytes();
    let [b4, b5, b6, b7] = pairs(&[b4, b5, b6, b7]);
    match width {
        1 if n < 16 => out.push(b7[1]),
        2 if n <= 0xff => out.extend_from_slice(&b7),
        4 if n <= 0xffff => out.extend_from_slice([b6, b7].as_flattened()),
        8 if n <= 0xffff_ffff => out.extend_from_slice([b4, b5, b6, b7].as_flattened()),
        _ => hex_any(out, n, width),
    }
}

/// The digits of some bytes, looked up one by one without a closure: there are few.
#[inline(always)]
pub fn pairs<const N: usize>(bytes: &[u8; N]) -> [[u8; 2]; N] {
    let mut digits = [[0; 2]; N];
    let mut i = 0;
    while i < N {
        digits[i] = HEX[bytes[i] as usize];
        i += 1;
    }
    digits
}

#[inline(never)]
fn hex_any(out: &mut Vec<u8>, n: u64, width: usize) {
    let mut buf = [0u8; 16];
    for (to, b) in buf.chunks_exact_mut(2).zip(n.to_be_bytes()) {
        to.copy_from_slice(&HEX[usize::from(b)]);
    }
    let needed = (64 - n.leading_zeros() as usize).div_ceil(4).max(1);
    out.extend_from_slice(buf.get(16 - needed.max(width.min(16))..).unwrap_or_default());
}

/// Upper-case hexadecimal with leading zeros up to `width` digits.
pub fn hex_upper(out: &mut Vec<u8>, n: u64, width: usize) {
    let start = out.len();
    hex(out, n, width);
    out.get_mut(start..).unwrap_or_default().make_ascii_uppercase();
}

/// Octal with a leading zero, as C writes it.
pub fn octal(out: &mut Vec<u8>, n: u64) {
    out.push(b'0');
    if n == 0 {
        return;
    }
    let groups = (64 - n.leading_zeros()).div_ceil(3);
    for i in (0..groups).rev() {
        out.push(b'0' + (n >> (3 * i) & 7) as u8);
    }
}

/// An unsigned number in a short text: most have one digit or two.
#[inline(always)]
pub fn small<'t, 'o, const N: usize>(text: &'t mut Short<'o, N>, n: u64) -> &'t mut Short<'o, N> {
    match n {
        0..=9 => text.first([b'0' + n as u8], 1),
        10..=99 => text.first(PAIRS[n as usize], 2),
        _ => text.u(n),
    }
}

/// What the longest ready text of a padded kind has behind it.
pub const PADDING: usize = 64;

/// The first `len` bytes of a text that at least [`PADDING`] more bytes follow: copied in pieces of a fixed
/// size, which is quicker than to copy as many as there are.
#[inline(always)]
pub fn padded(out: &mut Vec<u8>, text: &[u8], len: usize) {
    let end = out.len() + len;
    let mut rest = text;
    let mut left = len;
    while let Some((piece, more)) = rest.split_first_chunk::<PADDING>() {
        out.extend_from_slice(piece);
        if left <= PADDING {
            return out.truncate(end);
        }
        left -= PADDING;
        rest = more;
    }
    out.extend_from_slice(rest.get(..left).unwrap_or(rest));
}

/// The first `len` bytes of a text, copied as a whole and cut off.
#[inline(always)]
pub fn cut<const N: usize>(out: &mut Vec<u8>, text: &[u8; N], len: usize) {
    let end = out.len() + len.min(N);
    out.extend_from_slice(text);
    out.truncate(end);
}

/// Many spaces.
static SPACES: [u8; 1088] = [b' '; 1088];

/// The spaces before a line of the tree.
#[inline(always)]
pub fn indent(out: &mut Vec<u8>, n: usize) {
    if n <= 32 {
        return cut(out, &[b' '; 32], n);
    }
    padded(out, &SPACES, n.min(1024));
}

/// A floating-point number as C's `%.*g` writes it with `digits` significant digits.
pub fn general(out: &mut Vec<u8>, v: f64, digits: usize) {
    Out::new(out).general(v, digits);
}

/// The shortest text that reads back as the same number, in the notation of David Gay's `g_fmt`: an
/// exponent when it is below -5 or above the digits by more than 5.
pub fn shortest(out: &mut Vec<u8>, v: f64) {
    if !v.is_finite() {
        return not_finite(out, v);
    }
    if v == 0.0 {
        out.extend_from_slice(if v.is_sign_negative() { b"-0" } else { b"0" });
        return;
    }
    let scientific = format!("{v:e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return };
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).count() as i32;
    let point = exponent + 1;
    if point <= -4 || point > digits + 15 {
        out.extend_from_slice(mantissa.as_bytes());
        out.push(b'e');
        int(out, i64::from(exponent));
    } else {
        out.extend_from_slice(format!("{v}").as_bytes());
    }
}

fn not_finite(out: &mut Vec<u8>, v: f64) {
    out.extend_from_slice(if v.is_nan() {
        b"nan"
    } else if v > 0.0 {
        b"inf"
    } else {
        b"-inf"
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(f: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        f(&mut out);
        String::from_utf8(out).unwrap()
    }

    fn run_bytes(f: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
        let mut out = Vec::new();
        f(&mut out);
        out
    }

    #[test]
    fn numbers() {
        for n in [0, 7, 10, 99, 100, 101, 12345, 99_999, 100_000, 12_345_678, 100_000_000, u64::MAX] {
            assert_eq!(run(|o| uint(o, n)), n.to_string());
            assert_eq!(run(|o| uint_right(o, n, 5)), format!("{n:5}"));
            assert_eq!(run(|o| uint_zeros(o, n, 3)), format!("{n:03}"));
            assert_eq!(run(|o| hex(o, n, 4)), format!("{n:04x}"));
            assert_eq!(run(|o| ipv4(o, n as u32)), std::net::Ipv4Addr::from_bits(n as u32).to_string());
        }
        assert_eq!(run(|o| int(o, i64::MIN)), i64::MIN.to_string());
        assert_eq!(run(|o| octal(o, 0o644)), "0644");
        assert_eq!(run(|o| hex_upper(o, 0xabc, 4)), "0ABC");
    }

    #[test]
    fn texts_with_padding() {
        let text: Vec<u8> = (0..=255).collect();
        for len in [0, 1, 31, 32, 33, 63, 64, 65, 100, 128, 129, 192, 193, 224] {
            assert_eq!(run_bytes(|o| padded(o, &text, len)), &text[..len]);
        }
        assert_eq!(run(|o| indent(o, 70)), " ".repeat(70));
        for n in [
            0u64,
            9,
            15,
            16,
            255,
            256,
            0xffff,
            0x1_0000,
            123_456_789,
            999_999_999,
            0xffff_ffff,
            0x1_0000_0000,
        ] {
            for width in [1, 2, 3, 4, 6, 8, 9, 16] {
                assert_eq!(run(|o| hex(o, n, width)), format!("{n:0width$x}"));
                assert_eq!(run(|o| uint_zeros(o, n, width)), format!("{n:0width$}"));
            }
        }
    }

    #[test]
    fn floats_as_c_writes_them() {
        for (v, text) in [
            (0.0, "0"),
            (6.0, "6"),
            (0.1, "0.1"),
            (100_000.0, "100000"),
            (1_000_000.0, "1e+06"),
            (1.5e-7, "1.5e-07"),
            (123_456.7, "123457"),
        ] {
            assert_eq!(run(|o| general(o, v, 6)), text);
        }
        assert_eq!(run(|o| shortest(o, f64::from(0.1f32))), "0.10000000149011612");
        assert_eq!(run(|o| shortest(o, 1250000.0)), "1250000");
    }
}
