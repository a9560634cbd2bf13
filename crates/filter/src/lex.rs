//! From text to tokens.
//!
//! The longest token wins. What looks like an address or a string of bytes is one token; a word may hold
//! dots and hyphens inside, because field names do (`sip.Status-Code`), so a minus sign needs a space
//! before it.

use crate::Error;
use std::ops::Range;

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name, a number, an address: what it is depends on where it stands.
    Word,
    /// A name that can only be a field's: it had a dot before it.
    Name,
    /// A value that can never be a field's name: it had a colon before it, or has colons in it.
    Literal,
    /// A quoted text, unescaped; the token's `text` is what was between the quotes.
    Quoted(Vec<u8>),
    /// A character constant.
    Char(u8),
    /// `[…]` with what is inside, unread.
    Brackets,
    /// An operator, punctuation or keyword.
    Op(Op),
}

/// Operators, punctuation, keywords.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Op {
    AnyEq,
    AllEq,
    AnyNe,
    AllNe,
    Gt,
    Ge,
    Lt,
    Le,
    Contains,
    Matches,
    In,
    And,
    Or,
    Xor,
    Not,
    Any,
    All,
    BitAnd,
    Plus,
    Minus,
    Times,
    Over,
    Modulo,
    Open,
    Close,
    OpenBrace,
    CloseBrace,
    Comma,
    DotDot,
    At,
    Hash,
}

/// A token and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    pub kind: Kind,
    /// What matters of its text: a quoted text without quotes, a literal without its colon.
    pub text: &'t str,
    pub span: Range<usize>,
}

/// Longest first, so that the first that fits is the longest that fits.
const SIGNS: &[(&str, Op)] = &[
    ("===", Op::AllEq),
    ("!==", Op::AnyNe),
    ("==", Op::AnyEq),
    ("!=", Op::AllNe),
    ("~=", Op::AnyNe),
    (">=", Op::Ge),
    ("<=", Op::Le),
    ("&&", Op::And),
    ("||", Op::Or),
    ("^^", Op::Xor),
    ("..", Op::DotDot),
    (">", Op::Gt),
    ("<", Op::Lt),
    ("~", Op::Matches),
    ("!", Op::Not),
    ("&", Op::BitAnd),
    ("+", Op::Plus),
    ("-", Op::Minus),
    ("*", Op::Times),
    ("/", Op::Over),
    ("%", Op::Modulo),
    ("(", Op::Open),
    (")", Op::Close),
    ("{", Op::OpenBrace),
    ("}", Op::CloseBrace),
    (",", Op::Comma),
    ("@", Op::At),
    ("#", Op::Hash),
];

const KEYWORDS: &[(&str, Op)] = &[
    ("eq", Op::AnyEq),
    ("any_eq", Op::AnyEq),
    ("all_eq", Op::AllEq),
    ("ne", Op::AllNe),
    ("all_ne", Op::AllNe),
    ("any_ne", Op::AnyNe),
    ("gt", Op::Gt),
    ("ge", Op::Ge),
    ("lt", Op::Lt),
    ("le", Op::Le),
    ("contains", Op::Contains),
    ("matches", Op::Matches),
    ("in", Op::In),
    ("and", Op::And),
    ("or", Op::Or),
    ("xor", Op::Xor),
    ("not", Op::Not),
    ("any", Op::Any),
    ("all", Op::All),
    ("bitwise_and", Op::BitAnd),
    ("bitand", Op::BitAnd),
];

/// Splits a text into tokens.
///
/// # Errors
/// A character that begins no token, or a text, character or range that does not end.
pub(crate) fn lex(text: &str) -> Result<Vec<Token<'_>>, Error> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if c.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let (kind, inner, end) = token(text, at, c)?;
        tokens.push(Token { kind, text: text.get(inner).unwrap_or_default(), span: at..end });
        // Every token is at least one character long.
        at = end.max(at + c.len_utf8());
    }
    Ok(tokens)
}

/// The token at `at`: its kind, the part of the text that matters, and its end.
fn token(text: &str, at: usize, c: char) -> Result<(Kind, Range<usize>, usize), Error> {
    let rest = text.get(at..).unwrap_or_default();
    let bytes = rest.as_bytes();
    match c {
        '"' => return quoted(text, at, at + 1, false),
        'r' | 'R' if bytes.get(1) == Some(&b'"') => return quoted(text, at, at + 2, true),
        '\'' => return character(text, at),
        '[' => {
            let Some(len) = rest.find(']') else {
                return Err(Error::new(at..text.len(), "The right bracket was missing from a slice."));
            };
            return Ok((Kind::Brackets, at + 1..at + len, at + len + 1));
        }
        '.' if bytes.get(1).copied().is_some_and(is_word) => {
            let len = 1 + word(bytes.get(1..).unwrap_or_default());
            return Ok((Kind::Name, at + 1..at + len, at + len));
        }
        _ => {}
    }
    let word = word(bytes);
    let colons = with_colons(rest).max(slashed(rest)).max(date(bytes));
    if colons > word {
        return Ok((Kind::Literal, at..at + colons, at + colons));
    }
    if word > 0 {
        let name = rest.get(..word).unwrap_or_default();
        let kind = KEYWORDS.iter().find(|(k, _)| *k == name).map_or(Kind::Word, |(_, op)| Kind::Op(*op));
        return Ok((kind, at..at + word, at + word));
    }
    if c == ':' {
        let len =
            1 + bytes.iter().skip(1).take_while(|b| is_word(**b) || matches!(b, b'.' | b':' | b'-')).count();
        if len > 1 {
            return Ok((Kind::Literal, at + 1..at + len, at + len));
        }
    }
    if let Some((sign, op)) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
        return Ok((Kind::Op(*op), at..at + sign.len(), at + sign.len()));
    }
    let end = at + c.len_utf8();
    Err(Error::new(at..end, format!("{:?} was unexpected in this context.", c.to_string())))
}

fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

/// Length of the word at the beginning: letters, digits, underscores, and inside dots and hyphens.
fn word(bytes: &[u8]) -> usize {
    let mut len = 0;
    while let Some(b) = bytes.get(len) {
        let next = bytes.get(len + 1).copied().unwrap_or_default();
        match b {
            b if is_word(*b) => len += 1,
            b'-' if len > 0 && (is_word(next) || next == b'-') => len += 1,
            b'.' if len > 0 && is_word(next) => len += 1,
            _ => break,
        }
    }
    // Hyphens at the end are minus signs.
    while len > 0 && bytes.get(len - 1) == Some(&b'-') {
        len -= 1;
    }
    len
}

/// Length of an IPv6 address (with a prefix length, if there is one) or of bytes separated by colons.
fn with_colons(rest: &str) -> usize {
    let run =
        rest.bytes().take(512 * 3).take_while(|b| b.is_ascii_hexdigit() || *b == b':' || *b == b'.').count();
    let Some(run) = rest.get(..run).filter(|r| r.contains(':')) else { return 0 };
    let octets = octets(run.as_bytes());
    // An IPv6 address is at most 45 characters long; the longest part that is one counts.
    let address = (2..=run.len().min(46))
        .rev()
        .find(|n| {
            run.get(..*n).is_some_and(|part| part.contains(':') && part.parse::<std::net::Ipv6Addr>().is_ok())
        })
        .unwrap_or(0);
    let prefix = match rest.as_bytes().get(address) {
        Some(b'/') if address > 0 => digits(rest, address + 1),
        _ => 0,
    };
    octets.max(address + if prefix > 0 { prefix + 1 } else { 0 })
}

/// Length of two or more pairs of hexadecimal digits separated by colons.
fn octets(run: &[u8]) -> usize {
    let mut len = 0;
    while run.get(len..len + 2).is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit))
        && !run.get(len + 2).is_some_and(u8::is_ascii_hexdigit)
    {
        len += 2;
        if run.get(len) != Some(&b':') {
            break;
        }
        len += 1;
    }
    if run.get(len.wrapping_sub(1)) == Some(&b':') {
        len -= 1;
    }
    if len > 2 { len } else { 0 }
}

/// Length of an IPv4 address with a prefix length.
fn slashed(rest: &str) -> usize {
    let len = rest.bytes().take(16).take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    if rest.get(..len).is_none_or(|a| a.parse::<std::net::Ipv4Addr>().is_err()) {
        return 0;
    }
    match rest.as_bytes().get(len) {
        Some(b'/') => match digits(rest, len + 1) {
            0 => 0,
            n => len + 1 + n,
        },
        _ => 0,
    }
}

fn digits(rest: &str, at: usize) -> usize {
    rest.bytes().skip(at).take_while(u8::is_ascii_digit).count()
}

/// Length of an ISO 8601 point in time with colons in it: `2024-02-29T12:30:00.5Z`.
fn date(bytes: &[u8]) -> usize {
    let shape = b"dddd-dd-ddTdd:dd";
    let fits = shape.iter().zip(bytes).all(|(s, b)| if *s == b'd' { b.is_ascii_digit() } else { s == b });
    if !fits || bytes.len() < shape.len() {
        return 0;
    }
    let more = |b: &u8| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'+' | b'-' | b'Z');
    shape.len() + bytes.iter().skip(shape.len()).take_while(|b| more(b)).count()
}

/// A text in double quotes, whose first character is at `from`.
fn quoted(text: &str, at: usize, from: usize, raw: bool) -> Result<(Kind, Range<usize>, usize), Error> {
    let bytes = text.as_bytes();
    let mut value = Vec::new();
    let mut i = from;
    while let Some(b) = bytes.get(i) {
        match b {
            b'"' => return Ok((Kind::Quoted(value), from..i, i + 1)),
            // In a raw text a backslash keeps its place, yet the quote behind it does not end the text.
            b'\\' if raw => {
                value.push(b'\\');
                i += 1;
                if bytes.get(i) == Some(&b'"') {
                    value.push(b'"');
                    i += 1;
                }
            }
            b'\\' => i = escape(text, i, &mut value)?,
            b => {
                value.push(*b);
                i += 1;
            }
        }
    }
    Err(Error::new(at..at + 1, "The final quote was missing from a quoted string."))
}

/// Reads the escape sequence at `at`; gives the place behind it.
fn escape(text: &str, at: usize, value: &mut Vec<u8>) -> Result<usize, Error> {
    let bytes = text.as_bytes();
    let simple = |b: u8| {
        Some(match b {
            b'a' => 7,
            b'b' => 8,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'v' => 11,
            b'\\' | b'\'' | b'"' => b,
            _ => return None,
        })
    };
    let count = |radix: u32, max: usize, from: usize| {
        bytes.iter().skip(from).take(max).take_while(|b| (**b as char).is_digit(radix)).count()
    };
    let number = |radix: u32, from: usize, len: usize| {
        text.get(from..from + len).and_then(|d| u32::from_str_radix(d, radix).ok())
    };
    let Some(b) = bytes.get(at + 1).copied() else {
        return Err(Error::new(at..at + 1, "The final quote was missing from a quoted string."));
    };
    if let Some(byte) = simple(b) {
        value.push(byte);
        return Ok(at + 2);
    }
    let end = (at + 1..=text.len()).find(|i| *i > at + 1 && text.is_char_boundary(*i)).unwrap_or(text.len());
    let bad = || {
        let shown = text.get(at..end).unwrap_or("\\");
        Error::new(at..end, format!("{shown} is not a valid character escape sequence"))
    };
    match b {
        b'0'..=b'7' => {
            let len = count(8, 3, at + 1);
            let number = number(8, at + 1, len).ok_or_else(bad)?;
            let end = at + 1 + len;
            let Ok(byte) = u8::try_from(number) else {
                let shown = text.get(at..end).unwrap_or_default();
                return Err(Error::new(at..end, format!("{shown} is larger than 255.")));
            };
            value.push(byte);
            Ok(end)
        }
        b'x' => {
            let len = count(16, 2, at + 2);
            value.push(number(16, at + 2, len).and_then(|n| u8::try_from(n).ok()).ok_or_else(bad)?);
            Ok(at + 2 + len)
        }
        b'u' | b'U' => {
            let max = if b == b'u' { 4 } else { 8 };
            if count(16, max, at + 2) != max {
                return Err(bad());
            }
            let c = number(16, at + 2, max).and_then(char::from_u32).ok_or_else(bad)?;
            value.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            Ok(at + 2 + max)
        }
        _ => Err(bad()),
    }
}

/// A character constant.
fn character(text: &str, at: usize) -> Result<(Kind, Range<usize>, usize), Error> {
    let bytes = text.as_bytes();
    let mut value = Vec::new();
    let mut i = at + 1;
    loop {
        match bytes.get(i) {
            None => {
                return Err(Error::new(at..at + 1, "The final quote was missing from a character constant."));
            }
            Some(b'\'') => break,
            Some(b'\\') => i = escape(text, i, &mut value)?,
            Some(b) => {
                value.push(*b);
                i += 1;
            }
        }
    }
    let span = at..i + 1;
    match value.as_slice() {
        [] => Err(Error::new(span, "Empty character constant.")),
        [byte] => Ok((Kind::Char(*byte), at + 1..i, i + 1)),
        _ => {
            let shown = text.get(span.clone()).unwrap_or_default();
            Err(Error::new(span, format!("{shown} is too long to be a valid character constant.")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        lex(text).map_or_else(
            |e| vec![format!("error {:?} {}", e.span, e.message)],
            |tokens| tokens.iter().map(|t| text[t.span.clone()].to_string()).collect(),
        )
    }

    #[test]
    fn longest_token_wins() {
        for (text, expected) in [
            ("tcp.port==80", "tcp.port|==|80"),
            ("frame.len-1 > 2", "frame.len-1|>|2"),
            ("frame.len - 1", "frame.len|-|1"),
            ("frame.len+1", "frame.len|+|1"),
            ("{80..90}", "{|80|..|90|}"),
            ("{1.5..2.5}", "{|1.5|..|2.5|}"),
            ("ip == 10.0.0.0/8", "ip|==|10.0.0.0/8"),
            ("a==fe80::1/64", "a|==|fe80::1/64"),
            ("a == ::1", "a|==|::1"),
            ("a == ::ffff:1.2.3.4", "a|==|::ffff:1.2.3.4"),
            ("a == ff:ff:ff:ff:ff:ff", "a|==|ff:ff:ff:ff:ff:ff"),
            ("a == ff-ff-ff-ff-ff-ff", "a|==|ff-ff-ff-ff-ff-ff"),
            ("a == 0011.2233.4455", "a|==|0011.2233.4455"),
            ("t > 2024-02-29T12:30:00.5Z", "t|>|2024-02-29T12:30:00.5Z"),
            ("t > 2024-02-29", "t|>|2024-02-29"),
            ("eth[0:2,4-5] == 00", "eth|[0:2,4-5]|==|00"),
            ("sip.Status-Code!==1", "sip.Status-Code|!==|1"),
            ("a contains :47", "a|contains|:47"),
            (".tcp and not udp", ".tcp|and|not|udp"),
            (r#"a == r"x\"y" "#, r#"a|==|r"x\"y""#),
            ("ip.src#1[0]", "ip.src|#|1|[0]"),
            ("a&&b||!c^^d", "a|&&|b||||!|c|^^|d"),
        ] {
            assert_eq!(texts(text).join("|"), expected, "{text}");
        }
    }

    #[test]
    fn escapes() {
        let value = |text: &str| match lex(text).unwrap_or_default().first().map(|t| t.kind.clone()) {
            Some(Kind::Quoted(v)) => v,
            Some(Kind::Char(c)) => vec![c],
            _ => b"none".to_vec(),
        };
        assert_eq!(value(r#""\x47\105T\n\\""#), b"GET\n\\");
        assert_eq!(value(r#"r"\d\"""#), br#"\d\""#);
        assert_eq!(value(r#""\u00e9""#), "é".as_bytes());
        assert_eq!(value(r"'\x40'"), b"@");
        assert_eq!(value("'a'"), b"a");
        for bad in
            [r#""\q""#, r#""\x""#, r#""\400""#, r#"""#, "'ab'", "''", "'a", r#""\"#, r#""\ud800""#, "\"\\é\""]
        {
            assert!(lex(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn places_of_errors() {
        let at = |text: &str| lex(text).err().map(|e| e.span);
        assert_eq!(at("ip.src == \"x"), Some(10..11));
        assert_eq!(at("a = b"), Some(2..3));
        assert_eq!(at("tcp é"), Some(4..6));
        assert_eq!(at("eth[0:"), Some(3..6));
    }
}
