//! Bytes, hardware addresses, identifiers.

use requin_wire::FieldType as T;

/// A whole value of a type that is made of bytes.
pub(super) fn bytes(kind: T, text: &str) -> Result<Vec<u8>, String> {
    let (len, what) = match kind {
        T::Ether => (6, "Ethernet address"),
        T::Fcwwn => (8, "FCWWN"),
        T::Eui64 => (8, "EUI-64 address"),
        T::Ax25 => (7, "AX.25 address"),
        T::Vines => (6, "Vines address"),
        T::Guid => return guid(text).ok_or_else(|| format!("\"{text}\" is not a valid GUID.")),
        T::Oid | T::RelOid => return oid(kind, text).ok_or_else(|| not_oid(text)),
        _ => return hex(text).ok_or_else(|| not_bytes(text)),
    };
    let value = hex(text).ok_or_else(|| format!("\"{text}\" is not a valid {what}."))?;
    match value.len().cmp(&len) {
        std::cmp::Ordering::Less => Err(format!("\"{text}\" contains too few bytes to be a valid {what}.")),
        std::cmp::Ordering::Greater => {
            Err(format!("\"{text}\" contains too many bytes to be a valid {what}."))
        }
        std::cmp::Ordering::Equal => Ok(value),
    }
}

/// Bytes to look for inside values of a type.
pub(super) fn part(kind: T, text: &str) -> Result<Vec<u8>, String> {
    if matches!(kind, T::Oid | T::RelOid) {
        return oid(kind, text).or_else(|| hex(text)).ok_or_else(|| not_oid(text));
    }
    hex(text).ok_or_else(|| not_bytes(text))
}

fn not_bytes(text: &str) -> String {
    format!("\"{text}\" is not a valid byte string.")
}

fn not_oid(text: &str) -> String {
    format!("\"{text}\" is not a valid object identifier.")
}

/// Pairs of hexadecimal digits, with or without `:`, `-` or `.` between them. The last byte may be
/// a single digit, and a single byte may be written `0x47`.
fn hex(text: &str) -> Option<Vec<u8>> {
    let digits = match text.strip_prefix("0x") {
        Some(pair) if pair.len() == 2 => pair,
        _ => text,
    };
    let digit = |b: u8| (b as char).to_digit(16).and_then(|d| u8::try_from(d).ok());
    let mut value = Vec::with_capacity(digits.len() / 2 + 1);
    let mut rest = digits.as_bytes();
    loop {
        match rest {
            [] => return (!value.is_empty()).then_some(value),
            [a] => {
                value.push(digit(*a)?);
                return Some(value);
            }
            [a, b, after @ ..] => {
                value.push(digit(*a)? << 4 | digit(*b)?);
                rest = match after {
                    [b':' | b'-' | b'.', more @ ..] if !more.is_empty() => more,
                    more => more,
                };
            }
        }
    }
}

/// `12345678-1234-1234-1234-123456789abc`.
fn guid(text: &str) -> Option<Vec<u8>> {
    let lens = text.split('-').map(str::len);
    if !lens.eq([8, 4, 4, 4, 12]) {
        return None;
    }
    hex(&text.replace('-', "")).filter(|v| v.len() == 16)
}

/// Dotted numbers as BER holds them (X.690, 8.19 and 8.20).
fn oid(kind: T, text: &str) -> Option<Vec<u8>> {
    let mut numbers = Vec::new();
    for n in text.split('.') {
        if n.is_empty() || !n.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        numbers.push(n.parse::<u64>().ok()?);
    }
    if kind == T::Oid {
        let [first, second, ..] = numbers.as_slice() else { return None };
        if *first > 2 || (*first < 2 && *second > 39) {
            return None;
        }
        let joined = first.checked_mul(40)?.checked_add(*second)?;
        numbers.splice(..2, [joined]);
    }
    let mut value = Vec::new();
    for n in numbers {
        let groups = (64 - n.leading_zeros()).div_ceil(7).max(1);
        for g in (0..groups).rev() {
            let low = u8::try_from(n >> (7 * g) & 0x7f).ok()?;
            value.push(if g > 0 { low | 0x80 } else { low });
        }
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (text, expected) in [
            ("00:50:56", Some(vec![0, 0x50, 0x56])),
            ("00-50-56", Some(vec![0, 0x50, 0x56])),
            ("0050.56", Some(vec![0, 0x50, 0x56])),
            ("005056", Some(vec![0, 0x50, 0x56])),
            ("abc", Some(vec![0xab, 0xc])),
            ("5", Some(vec![5])),
            ("0x47", Some(vec![0x47])),
            ("0x4745", None),
            ("0xf", None),
            ("GET", None),
            ("", None),
            ("00:", None),
            ("00::11", None),
        ] {
            assert_eq!(hex(text), expected, "{text}");
        }
    }

    #[test]
    fn addresses_and_identifiers() {
        assert_eq!(bytes(T::Ether, "0011.2233.4455"), Ok(vec![0, 0x11, 0x22, 0x33, 0x44, 0x55]));
        assert!(bytes(T::Ether, "00:11").is_err_and(|e| e.contains("too few")));
        assert!(bytes(T::Ether, "00:11:22:33:44:55:66").is_err_and(|e| e.contains("too many")));
        assert_eq!(part(T::Ether, "00:11"), Ok(vec![0, 0x11]));
        assert_eq!(bytes(T::Oid, "1.2.840.113549"), Ok(vec![0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]));
        assert_eq!(bytes(T::Oid, "1.3.6.1"), Ok(vec![0x2b, 6, 1]));
        assert_eq!(bytes(T::RelOid, "1.3"), Ok(vec![1, 3]));
        assert!(
            bytes(T::Oid, "1").is_err() && bytes(T::Oid, "3.1").is_err() && bytes(T::Oid, "1.x").is_err()
        );
        let guid = bytes(T::Guid, "12345678-1234-1234-1234-123456789abc");
        assert_eq!(guid.map(|g| (g.len(), g.last().copied())), Ok((16, Some(0xbc))));
        assert!(bytes(T::Guid, "1234").is_err());
    }
}
