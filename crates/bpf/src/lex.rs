//! The text cut into tokens, each with its place.

use crate::error::Error;
use crate::names;
use std::net::Ipv6Addr;
use std::ops::Range;

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tok {
    /// A number, or a named constant.
    Num(u32),
    /// Two to four numbers with dots: an IPv4 address, a part of one, or a DECnet address.
    Dotted(String),
    /// An IPv6 address.
    V6(Ipv6Addr),
    /// A MAC address.
    Mac([u8; 6]),
    /// An ARCNET address, `$xx`.
    Arc,
    /// A name. `escaped` if written with a backslash, so that it is no keyword.
    Id { text: String, escaped: bool },
    /// An operator or a bracket.
    Op(&'static str),
}

/// A token and the bytes that it came from.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub tok: Tok,
    pub span: Range<usize>,
}

const OPERATORS: &[&str] = &[
    "&&", "||", "<=", ">=", "!=", "==", "<<", ">>", "&", "|", "^", "!", "<", ">", "=", "(", ")", "[", "]",
    "+", "-", "*", "/", "%", ":", "~",
];

/// Longest text that can be an IPv6 address.
const V6_MAX: usize = 45;

pub(crate) fn lex(text: &str) -> Result<Vec<Token>, Error> {
    let mut out = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0usize;
    while let Some(&byte) = bytes.get(at) {
        if matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
            at = at.saturating_add(1);
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let (tok, length) = token(rest, at)?;
        // Every token is at least one byte, so the loop ends.
        let end = at.saturating_add(length.max(1));
        out.push(Token { tok, span: at..end });
        at = end;
    }
    Ok(out)
}

fn token(rest: &str, at: usize) -> Result<(Tok, usize), Error> {
    if let Some(name) = rest.strip_prefix('\\') {
        let length = name.find([' ', '!', '(', ')', '\n', '\t']).unwrap_or(name.len());
        let text = name.get(..length).unwrap_or_default();
        if text.is_empty() {
            return Err(Error::syntax(at..at.saturating_add(1), "a backslash needs a name after it"));
        }
        let text = text.to_owned();
        return Ok((Tok::Id { text, escaped: true }, length.saturating_add(1)));
    }
    if let Some(hex) = rest.strip_prefix('$') {
        let length = hex.bytes().take(2).take_while(u8::is_ascii_hexdigit).count();
        if length > 0 {
            return Ok((Tok::Arc, length.saturating_add(1)));
        }
    }
    // The longest match wins; among equals the earlier in this list.
    let mut best: Option<(Tok, usize)> = None;
    let mut offer = |found: Option<(Tok, usize)>| {
        if let Some((tok, length)) = found
            && best.as_ref().is_none_or(|&(_, had)| length > had)
        {
            best = Some((tok, length));
        }
    };
    offer(mac(rest));
    offer(v6(rest));
    offer(number(rest, at)?);
    offer(dotted(rest));
    offer(word(rest));
    if let Some((tok, length)) = best {
        return Ok(match tok {
            Tok::Id { text, escaped } => match names::constant(&text) {
                Some(value) => (Tok::Num(value), length),
                None => (Tok::Id { text, escaped }, length),
            },
            other => (other, length),
        });
    }
    if let Some(operator) = OPERATORS.iter().find(|operator| rest.starts_with(**operator)) {
        return Ok((Tok::Op(operator), operator.len()));
    }
    let length = rest.chars().next().map_or(1, char::len_utf8);
    let shown: String = rest.chars().take(1).collect();
    Err(Error::syntax(
        at..at.saturating_add(length),
        format!("'{}' has no meaning here", shown.escape_default()),
    ))
}

/// A name: letters, digits, dots, dashes and underscores, ending in a letter, digit or dot.
fn word(rest: &str) -> Option<(Tok, usize)> {
    let bytes = rest.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let run =
        bytes.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')).count();
    let mut length = run;
    while length > 1 && bytes.get(length.wrapping_sub(1)).is_some_and(|b| matches!(b, b'-' | b'_')) {
        length = length.wrapping_sub(1);
    }
    let text = rest.get(..length)?.to_owned();
    Some((Tok::Id { text, escaped: false }, length))
}

/// How long the number at the start is: decimal or octal digits, or `0x` and hexadecimal ones.
fn digits(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    if matches!((bytes.first(), bytes.get(1)), (Some(b'0'), Some(b'x' | b'X'))) {
        let hex = bytes.iter().skip(2).take_while(|b| b.is_ascii_hexdigit()).count();
        if hex > 0 {
            return hex.saturating_add(2);
        }
    }
    bytes.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// The value of a number in C's notation: decimal, `0` octal, `0x` hexadecimal.
pub(crate) fn value(text: &str) -> Result<u32, &'static str> {
    let (digits, radix) = if let Some(hex) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        (hex, 16)
    } else if text.len() > 1 && text.starts_with('0') {
        (text, 8)
    } else {
        (text, 10)
    };
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return Err(if radix == 8 {
            "a number that begins with 0 is octal: digits 0 to 7"
        } else {
            "not a number"
        });
    }
    u32::from_str_radix(digits, radix).map_err(|_| "a number has at most 32 bits")
}

fn number(rest: &str, at: usize) -> Result<Option<(Tok, usize)>, Error> {
    let length = digits(rest);
    let Some(text) = rest.get(..length).filter(|text| !text.is_empty()) else { return Ok(None) };
    // Something longer (an address, a name) starts with these digits: what it is decides, not its digits.
    let longer =
        [word(rest), mac(rest), v6(rest), dotted(rest)].iter().flatten().any(|&(_, other)| other > length)
            || mac(rest).is_some_and(|(_, other)| other == length);
    if longer {
        return Ok(None);
    }
    match value(text) {
        Ok(value) => Ok(Some((Tok::Num(value), length))),
        Err(reason) => Err(Error::syntax(at..at.saturating_add(length), reason)),
    }
}

fn dotted(rest: &str) -> Option<(Tok, usize)> {
    let mut length = digits(rest);
    let mut parts = 1;
    if length == 0 {
        return None;
    }
    while parts < 4 && rest.as_bytes().get(length) == Some(&b'.') {
        let next = digits(rest.get(length.saturating_add(1)..).unwrap_or_default());
        if next == 0 {
            break;
        }
        length = length.saturating_add(next).saturating_add(1);
        parts += 1;
    }
    (parts > 1).then(|| (Tok::Dotted(rest.get(..length).unwrap_or_default().to_owned()), length))
}

fn v6(rest: &str) -> Option<(Tok, usize)> {
    let run =
        rest.bytes().take(V6_MAX).take_while(|b| b.is_ascii_hexdigit() || matches!(b, b':' | b'.')).count();
    if rest.bytes().take(run).filter(|&b| b == b':').count() < 2 {
        return None;
    }
    (2..=run).rev().find_map(|length| {
        let address: Ipv6Addr = rest.get(..length)?.parse().ok()?;
        Some((Tok::V6(address), length))
    })
}

/// A MAC address: six groups of one or two digits with `:`, `-` or `.` between, three groups of four
/// with `.`, or twelve digits.
fn mac(rest: &str) -> Option<(Tok, usize)> {
    let bytes = rest.as_bytes();
    let hex = |at: usize, most: usize| {
        bytes.iter().skip(at).take(most).take_while(|b| b.is_ascii_hexdigit()).count()
    };
    let parse = |at: usize, length: usize| {
        rest.get(at..at.saturating_add(length)).and_then(|text| u64::from_str_radix(text, 16).ok())
    };
    let to_mac = |value: u64| {
        let [_, _, a, b, c, d, e, f] = value.to_be_bytes();
        [a, b, c, d, e, f]
    };
    for separator in [b':', b'-', b'.'] {
        let mut at = 0usize;
        let mut value = 0u64;
        let mut groups = 0;
        while groups < 6 {
            if groups > 0 {
                if bytes.get(at) != Some(&separator) {
                    break;
                }
                at = at.saturating_add(1);
            }
            let length = hex(at, 2);
            if length == 0 {
                break;
            }
            value = (value << 8) | parse(at, length)?;
            at = at.saturating_add(length);
            groups += 1;
        }
        if groups == 6 {
            return Some((Tok::Mac(to_mac(value)), at));
        }
    }
    if hex(0, 4) == 4
        && bytes.get(4) == Some(&b'.')
        && hex(5, 4) == 4
        && bytes.get(9) == Some(&b'.')
        && hex(10, 4) == 4
    {
        let value = (parse(0, 4)? << 32) | (parse(5, 4)? << 16) | parse(10, 4)?;
        return Some((Tok::Mac(to_mac(value)), 14));
    }
    if hex(0, 13) == 12 {
        return Some((Tok::Mac(to_mac(parse(0, 12)?)), 12));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toks(text: &str) -> Vec<Tok> {
        lex(text).expect("lexes").into_iter().map(|t| t.tok).collect()
    }

    #[test]
    fn addresses() {
        let mac = Tok::Mac([0, 0x11, 0x22, 0x33, 0x44, 0x55]);
        for text in
            ["0:11:22:33:44:55", "00-11-22-33-44-55", "00.11.22.33.44.55", "0011.2233.4455", "001122334455"]
        {
            assert_eq!(toks(text), std::slice::from_ref(&mac), "{text}");
        }
        assert_eq!(toks("fe80::1"), [Tok::V6("fe80::1".parse().expect("v6"))]);
        assert_eq!(toks("1:2:3:4:5:6:7:8"), [Tok::V6("1:2:3:4:5:6:7:8".parse().expect("v6"))]);
        assert_eq!(toks("10.1"), [Tok::Dotted("10.1".into())]);
    }

    #[test]
    fn numbers_and_operators() {
        assert_eq!(toks("0x10 010 9"), [Tok::Num(16), Tok::Num(8), Tok::Num(9)]);
        assert_eq!(toks("[0:2]"), [Tok::Op("["), Tok::Num(0), Tok::Op(":"), Tok::Num(2), Tok::Op("]")]);
        assert_eq!(toks("tcp-syn"), [Tok::Num(2)]);
        assert_eq!(toks("6000-6008"), [Tok::Id { text: "6000-6008".into(), escaped: false }]);
        assert_eq!(toks("\\tcp"), [Tok::Id { text: "tcp".into(), escaped: true }]);
        assert!(lex("4294967296").is_err());
        assert!(lex("089 = 1").is_err());
        assert_eq!(lex("ip = \u{e9}").expect_err("no meaning").span(), 5..7);
    }
}
