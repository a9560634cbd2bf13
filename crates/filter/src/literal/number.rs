//! Numbers, truth values, network addresses.

use crate::kind::bits;
use crate::program::Const;
use requin_wire::FieldType as T;

/// A whole number in decimal, `0x` hexadecimal, `0` octal or `0b` binary.
fn digits(text: &str) -> Result<u128, String> {
    let (digits, radix) = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => (text.get(2..), 16),
        [b'0', b'b' | b'B', ..] => (text.get(2..), 2),
        [b'0', _, ..] => (text.get(1..), 8),
        _ => (Some(text), 10),
    };
    let digits = digits.unwrap_or_default();
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return Err(format!("\"{text}\" is not a valid number."));
    }
    match u128::from_str_radix(digits, radix) {
        Ok(n) if n <= u128::from(u64::MAX) => Ok(n),
        _ => Err(format!("\"{text}\" causes an integer overflow.")),
    }
}

/// A number of an integer type, checked against its range.
pub(super) fn integer(kind: T, text: &str, negative: bool) -> Result<Const, String> {
    let n = digits(text)?;
    let bits = bits(kind);
    if kind.is_int() {
        let max = (1u128 << (bits - 1)) - 1;
        if n > max + u128::from(negative) {
            return Err(format!("\"{text}\" too big for this field, maximum {max}."));
        }
        // Only the least number does not fit without its sign; its negation is itself.
        return Ok(Const::I(i64::try_from(n).unwrap_or(i64::MIN)));
    }
    let max = (1u128 << bits) - 1;
    if n > max {
        return Err(format!("\"{text}\" too big for this field, maximum {max}."));
    }
    u64::try_from(n).map(Const::U).map_err(|_| format!("\"{text}\" causes an integer overflow."))
}

/// True, False, or a number that is zero or is not.
pub(super) fn boolean(text: &str) -> Result<bool, String> {
    match text {
        "True" | "TRUE" => Ok(true),
        "False" | "FALSE" => Ok(false),
        _ => digits(text).map(|n| n != 0).map_err(|_| format!("\"{text}\" is not a valid boolean.")),
    }
}

/// A number with a fraction or exponent.
pub(super) fn float(text: &str) -> Result<f64, String> {
    let fits = text.starts_with(|c: char| c.is_ascii_digit());
    match text.parse() {
        Ok(n) if fits => Ok(n),
        _ => Err(format!("\"{text}\" is not a valid floating-point number.")),
    }
}

/// A prefix length. A zero in front would make it octal elsewhere, and is refused.
fn prefix_len(text: &str) -> Result<u32, String> {
    match text.parse::<u32>() {
        Ok(n) if text.len() == 1 || !text.starts_with('0') => Ok(n),
        Err(e) if *e.kind() == std::num::IntErrorKind::PosOverflow => Ok(u32::MAX),
        _ => Err(format!("\"{text}\" is not a valid number.")),
    }
}

/// An IPv4 address, or a network with a prefix length.
pub(super) fn ipv4(text: &str) -> Result<Const, String> {
    let (address, prefix) = text.split_once('/').map_or((text, None), |(a, p)| (a, Some(p)));
    let Ok(address) = address.parse::<std::net::Ipv4Addr>() else {
        return Err(format!("\"{address}\" is not a valid hostname or IPv4 address."));
    };
    let mask = match prefix {
        None => u32::MAX,
        Some(p) => match prefix_len(p)? {
            0 => 0,
            n if n <= 32 => u32::MAX << (32 - n),
            _ => return Err(format!("Netmask bits in a CIDR IPv4 address should be <= 32, not {p}")),
        },
    };
    Ok(Const::Net(u32::from(address), mask))
}

/// An IPv6 address, or a network with a prefix length.
pub(super) fn ipv6(text: &str) -> Result<Const, String> {
    let (address, prefix) = text.split_once('/').map_or((text, None), |(a, p)| (a, Some(p)));
    let Ok(address) = address.parse::<std::net::Ipv6Addr>() else {
        return Err(format!("\"{text}\" is not a valid hostname or IPv6 address."));
    };
    let prefix = match prefix.map(prefix_len).transpose()? {
        None => 128,
        Some(n) if n <= 128 => n as u8,
        _ => {
            return Err(format!(
                "Prefix in a IPv6 address should be <= 128, not {}",
                prefix.unwrap_or_default()
            ));
        }
    };
    Ok(Const::Net6(Box::new(address.octets()), prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers() {
        for (kind, text, negative, expected) in [
            (T::U16, "80", false, Ok(Const::U(80))),
            (T::U16, "0x50", false, Ok(Const::U(80))),
            (T::U16, "0120", false, Ok(Const::U(80))),
            (T::U16, "0b1010000", false, Ok(Const::U(80))),
            (T::U16, "0", false, Ok(Const::U(0))),
            (T::U64, "0xffffffffffffffff", false, Ok(Const::U(u64::MAX))),
            (T::I16, "32767", false, Ok(Const::I(32767))),
            (T::I16, "32768", true, Ok(Const::I(32768))),
            (T::I64, "9223372036854775808", true, Ok(Const::I(i64::MIN))),
            (T::U16, "65536", false, Err("\"65536\" too big for this field, maximum 65535.")),
            (T::I16, "32768", false, Err("\"32768\" too big for this field, maximum 32767.")),
            (T::U24, "0x1000000", false, Err("\"0x1000000\" too big for this field, maximum 16777215.")),
            (T::U16, "08", false, Err("\"08\" is not a valid number.")),
            (T::U16, "80.5", false, Err("\"80.5\" is not a valid number.")),
            (T::U16, "0x", false, Err("\"0x\" is not a valid number.")),
            (
                T::U16,
                "99999999999999999999",
                false,
                Err("\"99999999999999999999\" causes an integer overflow."),
            ),
        ] {
            assert_eq!(integer(kind, text, negative), expected.map_err(String::from), "{text}");
        }
    }

    #[test]
    fn addresses() {
        assert_eq!(ipv4("10.1.2.3/8"), Ok(Const::Net(0x0a01_0203, 0xff00_0000)));
        assert_eq!(ipv4("1.2.3.4/0"), Ok(Const::Net(0x0102_0304, 0)));
        assert!(ipv4("10.0.0.0/33").is_err_and(|e| e.contains("<= 32, not 33")));
        assert!(ipv4("300.1.1.1").is_err() && ipv4("localhost").is_err() && ipv4("10/8").is_err());
        assert!(ipv6("fe80::1/129").is_err() && ipv6("1.2.3.4").is_err());
        assert!(matches!(ipv6("fe80::/10"), Ok(Const::Net6(_, 10))));
    }

    #[test]
    fn truth_and_fractions() {
        assert_eq!(boolean("True"), Ok(true));
        assert_eq!(boolean("FALSE"), Ok(false));
        assert_eq!(boolean("3000000000000"), Ok(true));
        assert!(boolean("true").is_err());
        assert_eq!(float("1.5e3"), Ok(1500.0));
        assert!(float("inf").is_err() && float("nan").is_err() && float("x").is_err());
    }
}
