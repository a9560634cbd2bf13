//! Texts that many applications share.

use requin_wire::civil::civil;
use requin_wire::{Cx, Field, Item, Out, Sink, Span, Time, Value};

/// A duration in words: `1 day, 8 hours, 34 minutes, 27 seconds`.
pub fn seconds(o: &mut Out<'_>, n: u32) {
    if n == 0 {
        o.s("0 seconds");
        return;
    }
    let parts =
        [(n / 86400, " day"), (n / 3600 % 24, " hour"), (n / 60 % 60, " minute"), (n % 60, " second")];
    let mut first = true;
    for (count, unit) in parts.into_iter().filter(|(count, _)| *count > 0) {
        o.s(if first { "" } else { ", " }).u(count).s(unit).s(if count == 1 { "" } else { "s" });
        first = false;
    }
}

/// A duration of milliseconds in words: `2 minutes, 3.500 seconds`.
pub fn millis<'o, 'b>(o: &'o mut Out<'b>, ms: u32) -> &'o mut Out<'b> {
    let (whole, rest) = (ms / 1000 % 60, ms % 1000);
    if ms >= 60_000 {
        seconds(o, ms / 60_000 * 60);
        if whole == 0 && rest == 0 {
            return o;
        }
        o.s(", ");
    }
    o.u(whole);
    if rest > 0 {
        o.s(".").u0(rest, 3);
    }
    o.s(if whole == 1 { " second" } else { " seconds" })
}

/// A point in time: `Jul  4, 2020 04:05:20.000000000 UTC`, or without the fraction.
pub fn absolute(o: &mut Out<'_>, time: Time, fraction: bool) {
    let date = civil(time.secs);
    o.s(date.month_name()).s(if date.day < 10 { "  " } else { " " }).u(date.day).s(", ");
    date.year(o);
    date.clock(o.c(b' '));
    if fraction {
        o.s(".").u0(time.nanos, 9);
    }
    o.s(" UTC");
}

/// The line that begins at `at`, without its end, and where the next one begins. Lines end with CR LF,
/// LF, or CR. `None` when the line does not end.
#[must_use]
pub fn line(bytes: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let rest = bytes.get(at..)?;
    let end = line_end(rest)?;
    let mut next = at + end + 1;
    if rest.get(end) == Some(&b'\r') && rest.get(end + 1) == Some(&b'\n') {
        next += 1;
    }
    Some((rest.get(..end)?, next))
}

/// As [`line`], of bytes that the capture may have cut: a carriage return that is the last byte of those is no end yet.
#[must_use]
pub fn whole_line(bytes: &[u8], at: usize, cut: bool) -> Option<(&[u8], usize)> {
    line(bytes, at).filter(|(_, next)| !cut || *next < bytes.len() || bytes.ends_with(b"\n"))
}

/// Bytes that are looked at eight at a time: what is found soon is found sooner so.
const SOON: usize = 48;

/// The highest bit of each byte that is `of`, and perhaps of bytes behind the first of them.
#[inline(always)]
const fn marks(word: u64, of: u8) -> u64 {
    let x = word ^ u64::from_ne_bytes([of; 8]);
    x.wrapping_sub(u64::from_ne_bytes([1; 8])) & !x & u64::from_ne_bytes([0x80; 8])
}

/// Where the first byte is that `marks` has a mark for, `later` when there is none soon.
#[inline(always)]
fn soon(
    bytes: &[u8],
    marks: impl Fn(u64) -> u64,
    later: impl FnOnce(&[u8]) -> Option<usize>,
) -> Option<usize> {
    let words = bytes.as_chunks::<8>().0;
    let words = words.get(..SOON / 8).unwrap_or(words);
    for (i, word) in words.iter().enumerate() {
        let found = marks(u64::from_le_bytes(*word));
        if found != 0 {
            return Some(8 * i + found.trailing_zeros() as usize / 8);
        }
    }
    let from = 8 * words.len();
    later(bytes.get(from..)?).map(|i| from + i)
}

/// Where the first line ends.
fn line_end(bytes: &[u8]) -> Option<usize> {
    soon(bytes, |w| marks(w, b'\n') | marks(w, b'\r'), |b| memchr::memchr2(b'\n', b'\r', b))
}

/// Where the first byte is that is `of`, in a short text.
#[must_use]
pub fn position(bytes: &[u8], of: u8) -> Option<usize> {
    soon(bytes, |w| marks(w, of), |b| b.iter().position(|b| *b == of))
}

/// Without spaces and tabs around it.
#[must_use]
pub fn trim(bytes: &[u8]) -> &[u8] {
    let blank = |b: &u8| matches!(b, b' ' | b'\t');
    let from = bytes.iter().take_while(|b| blank(b)).count();
    let rest = bytes.get(from..).unwrap_or_default();
    let behind = rest.iter().rev().take_while(|b| blank(b)).count();
    rest.get(..rest.len() - behind).unwrap_or_default()
}

/// A number in decimal digits and nothing else.
#[must_use]
pub fn number(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0u64, |n, d| {
        let d = d.is_ascii_digit().then(|| u64::from(d - b'0'))?;
        n.checked_mul(10)?.checked_add(d)
    })
}

/// What base 64 stands for, in either alphabet (RFC 4648 sections 4 and 5), up to the first byte that is none of its digits.
#[must_use]
pub fn base64(digits: &[u8]) -> Vec<u8> {
    let (mut bits, mut have, mut out) = (0u32, 0, Vec::with_capacity(digits.len() / 4 * 3));
    for d in digits {
        let v = match d {
            b'A'..=b'Z' => d - b'A',
            b'a'..=b'z' => d - b'a' + 26,
            b'0'..=b'9' => d - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => break,
        };
        bits = bits << 6 | u32::from(v);
        have += 6;
        if have >= 8 {
            have -= 8;
            out.push((bits >> have & 0xff) as u8);
        }
    }
    out
}

/// Says of a text that was shown up to a NUL byte that there is more of it.
pub fn stray<S: Sink>(cx: &mut Cx<'_, S>, item: Item, span: Span, bytes: &[u8]) {
    if !cx.wants_experts() {
        return;
    }
    let Some(end) = memchr::memchr(0, bytes) else { return };
    if bytes.get(end..).is_some_and(|behind| behind.iter().any(|b| *b != 0)) {
        cx.expert(crate::meta::string::STRAY, item, span);
    }
}

/// Adds ASCII text up to the first NUL byte. Every byte beyond ASCII is shown as U+FFFD.
pub fn add_ascii<S: Sink>(cx: &mut Cx<'_, S>, field: Field, span: Span, bytes: &[u8]) -> Item {
    let end = memchr::memchr(0, bytes).unwrap_or(bytes.len());
    let text = bytes.get(..end).unwrap_or_default();
    if text.is_ascii() && span.len as usize == bytes.len() {
        return cx.add(field, span, Value::Str(Span { len: end as u32, ..span }));
    }
    cx.add_str(field, span, |o| {
        for b in text {
            if b.is_ascii() {
                o.c(*b)
            } else {
                o.s("\u{fffd}")
            };
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Out<'_>)) -> String {
        let mut text = Vec::new();
        write(&mut Out::new(&mut text));
        String::from_utf8_lossy(&text).into_owned()
    }

    #[test]
    fn times_are_told_in_words() {
        let told = |ms| written(|o| _ = millis(o, ms));
        assert_eq!(told(60_000), "1 minute");
        assert_eq!(told(240_000), "4 minutes");
        assert_eq!(told(0), "0 seconds");
        assert_eq!(told(61_500), "1 minute, 1.500 second");
        assert_eq!(told(3_600_001), "1 hour, 0.001 seconds");
    }

    #[test]
    fn numbers_have_six_digits() {
        let told = |v| written(|o| _ = o.general(v, 6));
        assert_eq!(told(f64::from(10.05f32)), "10.05");
        assert_eq!((told(0.0), told(-3.0)), ("0".to_owned(), "-3".to_owned()));
        assert_eq!((told(1_234_567.0), told(0.000_012)), ("1.23457e+06".to_owned(), "1.2e-05".to_owned()));
    }

    #[test]
    fn lines_of_any_length() {
        for n in 0..200 {
            for (end, next) in [(&b"\r\n"[..], 2), (b"\n", 1), (b"\r", 1), (b"\r\r", 1), (b"\n\r", 1)] {
                // Bytes that differ from the ends by a bit, and by one.
                let body: Vec<u8> =
                    (0..n).map(|i| [b'\x0b', b'\x0c', b'\x0e', 0x8a, 0x8d, 0][i % 6]).collect();
                let all = [&b"xx"[..], &body, end, b"rest"].concat();
                assert_eq!(line(&all, 2), Some((&body[..], 2 + n + next)));
                assert_eq!(line(&all[..2 + n], 2), None);
                assert_eq!(position(&all, end[0]), Some(2 + n));
                assert_eq!(position(&all[..2 + n], end[0]), None);
            }
        }
        assert_eq!(line(b"", 0), None);
        assert_eq!(line(b"", 1), None);
    }
}
