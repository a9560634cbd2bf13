//! Values while a filter runs: what they are, how they compare, how one reckons with them.

use requin_wire::Time;
use std::cmp::Ordering;

/// A value; bytes are borrowed from the frame, the program, or a buffer on the stack.
#[derive(Clone, Copy, Debug)]
pub(crate) enum V<'v> {
    U(u64),
    I(i64),
    F(f64),
    T(Time),
    /// Bytes and addresses: a longer value is greater than a shorter one.
    B(&'v [u8]),
    /// Text: compared byte by byte.
    S(&'v [u8]),
    /// A protocol: all bytes it was given, and how many of them are its own.
    P(&'v [u8], usize),
    /// An IPv4 network: address and mask.
    Net(u32, u32),
    /// An IPv6 network: address and prefix length.
    Net6(&'v [u8; 16], u8),
}

impl<'v> V<'v> {
    /// The bytes of a value that has some.
    pub fn bytes(self) -> Option<&'v [u8]> {
        match self {
            V::B(b) | V::S(b) => Some(b),
            V::P(b, own) => Some(b.get(..own).unwrap_or(b)),
            V::Net6(b, _) => Some(b),
            _ => None,
        }
    }

    /// The bytes in which `contains` and `matches` search: of a protocol, all up to its end.
    pub fn haystack(self) -> Option<&'v [u8]> {
        match self {
            V::P(b, _) => Some(b),
            other => other.bytes(),
        }
    }

    /// Whether a value counts as true by itself: not zero, not empty.
    pub fn is_true(self) -> bool {
        match self {
            V::U(n) => n != 0,
            V::I(n) => n != 0,
            V::F(n) => n != 0.0,
            V::T(t) => t != Time::ZERO,
            V::B(b) | V::S(b) => b.iter().any(|b| *b != 0),
            V::P(..) => true,
            V::Net(a, _) => a != 0,
            V::Net6(a, _) => a.iter().any(|b| *b != 0),
        }
    }
}

fn by_len(a: &[u8], b: &[u8]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

fn masked6(a: &[u8], prefix: u8) -> u128 {
    let n = a.iter().take(16).fold(0u128, |n, b| n << 8 | u128::from(*b));
    if prefix == 0 { 0 } else { n & (u128::MAX << (128 - u32::from(prefix.min(128)))) }
}

/// The order of two values, `None` when they cannot be compared.
pub(crate) fn order(a: V<'_>, b: V<'_>) -> Option<Ordering> {
    Some(match (a, b) {
        (V::U(a), V::U(b)) => a.cmp(&b),
        (V::I(a), V::I(b)) => a.cmp(&b),
        (V::U(a), V::I(b)) => i128::from(a).cmp(&i128::from(b)),
        (V::I(a), V::U(b)) => i128::from(a).cmp(&i128::from(b)),
        (V::F(a), V::F(b)) => a.partial_cmp(&b)?,
        (V::T(a), V::T(b)) => a.cmp(&b),
        (V::S(a), V::S(b)) => a.cmp(b),
        (V::Net(a, mask), V::Net(b, other)) => (a & mask & other).cmp(&(b & mask & other)),
        (V::Net(a, mask), V::U(b)) => (a & mask).cmp(&(u32::try_from(b).ok()? & mask)),
        (V::U(a), V::Net(b, mask)) => (u32::try_from(a).ok()? & mask).cmp(&(b & mask)),
        (V::B(a), V::Net6(b, prefix)) => masked6(a, prefix).cmp(&masked6(b, prefix)),
        (V::Net6(a, prefix), V::B(b)) => masked6(a, prefix).cmp(&masked6(b, prefix)),
        (V::Net6(a, p), V::Net6(b, q)) => masked6(a, p.min(q)).cmp(&masked6(b, p.min(q))),
        (V::B(_) | V::P(..) | V::S(_), V::B(_) | V::P(..) | V::S(_)) => {
            by_len(a.haystack().unwrap_or_default(), b.haystack().unwrap_or_default())
        }
        _ => return None,
    })
}

/// What is reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sum {
    And,
    Add,
    Sub,
    Mul,
    Div,
    Rem,
}

impl Sum {
    /// How it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Sum::And => "&",
            Sum::Add => "+",
            Sum::Sub => "-",
            Sum::Mul => "*",
            Sum::Div => "/",
            Sum::Rem => "%",
        }
    }
}

/// Reckons with numbers and times; `None` where there is no result: division by zero, overflow of
/// `bits`. `&` of bytes is [`mask_bytes`]'s.
pub(crate) fn reckon(sum: Sum, bits: u32, a: V<'static>, b: V<'static>) -> Option<V<'static>> {
    match (a, b) {
        (V::Net(a, _), b) => return reckon(sum, bits, V::U(u64::from(a)), b),
        (a, V::Net(b, _)) => return reckon(sum, bits, a, V::U(u64::from(b))),
        (V::F(a), V::F(b)) => {
            return Some(V::F(match sum {
                Sum::Add => a + b,
                Sum::Sub => a - b,
                Sum::Mul => a * b,
                Sum::Div if b != 0.0 => a / b,
                Sum::Rem if b != 0.0 => a % b,
                _ => return None,
            }));
        }
        (V::T(a), V::T(b)) => {
            let (a, b) = (a.as_nanos(), b.as_nanos());
            let n = match sum {
                Sum::Add => a.checked_add(b)?,
                Sum::Sub => a.checked_sub(b)?,
                _ => return None,
            };
            return Some(V::T(Time::from_nanos(n)));
        }
        _ => {}
    }
    let signed = |v: V<'_>| match v {
        V::U(n) => i64::try_from(n).ok(),
        V::I(n) => Some(n),
        _ => None,
    };
    if let V::U(a) = a {
        let b = match b {
            V::U(b) => b,
            V::I(b) if bits <= 32 => u64::from(b as u32),
            V::I(b) => b as u64,
            _ => return None,
        };
        let n = match sum {
            // A difference may be below zero.
            Sum::Sub => return Some(V::I(i64::try_from(i128::from(a) - i128::from(b)).ok()?)),
            Sum::And => a & b,
            Sum::Add => a.checked_add(b)?,
            Sum::Mul => a.checked_mul(b)?,
            Sum::Div => a.checked_div(b)?,
            Sum::Rem => a.checked_rem(b)?,
        };
        return (bits > 32 || u32::try_from(n).is_ok()).then_some(V::U(n));
    }
    let (a, b) = (signed(a)?, signed(b)?);
    let n = match sum {
        Sum::And => a & b,
        Sum::Add => a.checked_add(b)?,
        Sum::Sub => a.checked_sub(b)?,
        Sum::Mul => a.checked_mul(b)?,
        Sum::Div => a.checked_div(b)?,
        Sum::Rem => a.checked_rem(b)?,
    };
    (bits > 32 || i32::try_from(n).is_ok()).then_some(V::I(n))
}

/// The value below zero, or above.
pub(crate) fn negate(a: V<'static>) -> Option<V<'static>> {
    Some(match a {
        V::U(n) => V::I(i64::try_from(n).ok()?.checked_neg()?),
        V::I(n) => V::I(n.checked_neg()?),
        V::F(n) => V::F(-n),
        V::T(t) => V::T(Time::from_nanos(t.as_nanos().checked_neg()?)),
        _ => return None,
    })
}

/// The distance from zero.
pub(crate) fn abs(a: V<'static>) -> Option<V<'static>> {
    match a {
        V::I(n) if n < 0 => negate(a),
        V::F(n) => Some(V::F(n.abs())),
        V::T(t) if t.secs < 0 => negate(a),
        _ => Some(a),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cmp::Ordering::{Equal, Greater, Less};

    #[test]
    fn orders() {
        assert_eq!(order(V::U(1), V::U(2)), Some(Less));
        assert_eq!(order(V::U(80), V::I(-1)), Some(Greater));
        assert_eq!(order(V::I(-1), V::U(u64::MAX)), Some(Less));
        assert_eq!(order(V::I(-940), V::I(-940)), Some(Equal));
        assert_eq!(order(V::B(b"abc"), V::B(b"abcd")), Some(Less));
        assert_eq!(order(V::B(b"b"), V::B(b"abcd")), Some(Less));
        assert_eq!(order(V::S(b"b"), V::S(b"abcd")), Some(Greater));
        assert_eq!(order(V::U(0x0a01_0203), V::Net(0x0a00_0000, 0xff00_0000)), Some(Equal));
        let mut net = [0; 16];
        net[0] = 0xfe;
        net[1] = 0x80;
        let mut addr = net;
        addr[15] = 1;
        assert_eq!(order(V::B(&addr), V::Net6(&net, 10)), Some(Equal));
        assert_eq!(order(V::B(&addr), V::Net6(&net, 128)), Some(Greater));
        assert_eq!(order(V::U(1), V::S(b"1")), None);
        assert_eq!(order(V::F(f64::NAN), V::F(1.0)), None);
    }

    #[test]
    fn sums() {
        let sum = |s, bits, a, b| format!("{:?}", reckon(s, bits, a, b));
        assert_eq!(sum(Sum::Sub, 32, V::U(60), V::U(1000)), "Some(I(-940))");
        assert_eq!(sum(Sum::Add, 32, V::U(1), V::U(0xffff_ffff)), "None");
        assert_eq!(sum(Sum::Add, 64, V::U(1), V::U(0xffff_ffff)), "Some(U(4294967296))");
        assert_eq!(sum(Sum::Div, 32, V::U(1), V::U(0)), "None");
        assert_eq!(sum(Sum::Rem, 32, V::I(-7), V::I(0)), "None");
        assert_eq!(sum(Sum::Div, 64, V::I(i64::MIN), V::I(-1)), "None");
        assert_eq!(sum(Sum::And, 32, V::U(0x12), V::U(2)), "Some(U(2))");
        let half = Time::new(0, 500_000_000);
        assert_eq!(
            order(abs(negate(V::T(half)).unwrap_or(V::U(0))).unwrap_or(V::U(0)), V::T(half)),
            Some(Equal)
        );
    }
}
