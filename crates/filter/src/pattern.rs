//! Regular expressions as Wireshark's library reads them, for the one used here.
//!
//! Both speak nearly the same language; what differs is put into words that mean the same in this one.
//! Look-around, back references and what else takes more than linear time is refused.

use regex::bytes::{Regex, RegexBuilder};

/// How much memory an expression may take when compiled, in bytes.
const SIZE: usize = 4 << 20;

/// Compiles an expression: over bytes, without regard to case.
pub(crate) fn compile(pattern: &[u8]) -> Result<Regex, String> {
    let Ok(text) = std::str::from_utf8(pattern) else {
        return Err(String::from("the expression is not valid UTF-8"));
    };
    let text = translate(text);
    let build = |unicode: bool| {
        let mut builder = RegexBuilder::new(&text);
        builder.case_insensitive(true).unicode(unicode).size_limit(SIZE).dfa_size_limit(SIZE).build()
    };
    // Bytes first: what packets hold need not be UTF-8. Classes of characters beyond ASCII need Unicode.
    build(false).or_else(|_| build(true)).map_err(|e| match e {
        regex::Error::Syntax(s) => {
            s.lines().rev().find_map(|l| l.strip_prefix("error: ")).unwrap_or("syntax error").to_string()
        }
        regex::Error::CompiledTooBig(n) => format!("it would take more than {n} bytes"),
        other => other.to_string(),
    })
}

fn translate(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 8);
    let mut rest = pattern;
    let mut in_class = false;
    // In several lines, `$` already is what it should be.
    let lines = pattern.contains("(?") && pattern.contains('m');
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = after;
        match c {
            '\\' => rest = escape(after, in_class, &mut out),
            '[' if in_class && !after.starts_with(':') => out.push_str("\\["),
            '[' if in_class => {
                // A named class, up to its end.
                let end = after.find(":]").map_or(0, |i| i + 2);
                out.push('[');
                out.push_str(after.get(..end).unwrap_or_default());
                rest = after.get(end..).unwrap_or_default();
            }
            '[' => {
                in_class = true;
                out.push('[');
                for first in ["^", "]"] {
                    if let Some(r) = rest.strip_prefix(first) {
                        out.push_str(if first == "]" { "\\]" } else { "^" });
                        rest = r;
                    }
                }
            }
            ']' => {
                in_class = false;
                out.push(']');
            }
            // These join classes here.
            '&' | '~' if in_class => {
                out.push('\\');
                out.push(c);
            }
            '{' if !in_class && !is_count(after) => out.push_str("\\{"),
            // The end, or before a line feed at the end.
            '$' if !in_class && !lines => out.push_str("(?:\\n?\\z)"),
            c => out.push(c),
        }
    }
    out
}

/// Whether `{` begins a repetition: `{2}`, `{2,}`, `{2,5}`.
fn is_count(after: &str) -> bool {
    let Some((count, _)) = after.split_once('}') else { return false };
    let (least, most) = count.split_once(',').unwrap_or((count, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    !least.is_empty() && digits(least) && digits(most)
}

/// Writes what stands behind a backslash; gives what is left.
fn escape<'p>(after: &'p str, in_class: bool, out: &mut String) -> &'p str {
    let Some(c) = after.chars().next() else {
        out.push('\\');
        return "";
    };
    let rest = after.get(c.len_utf8()..).unwrap_or_default();
    let means = match c {
        'Q' => {
            let (text, rest) = rest.split_once("\\E").unwrap_or((rest, ""));
            out.push_str(&regex::escape(text));
            return rest;
        }
        'E' => "",
        'h' if in_class => " \\t",
        'h' => "[ \\t]",
        'H' if !in_class => "[^ \\t]",
        'v' if in_class => "\\n\\x0b\\f\\r",
        'v' => "[\\n\\x0b\\f\\r]",
        'R' if !in_class => "(?:\\r\\n|[\\n\\x0b\\f\\r])",
        'N' if !in_class => "[^\\n]",
        'Z' if !in_class => "(?:\\n?\\z)",
        'e' => "\\x1b",
        '0' => {
            let len = rest.bytes().take(2).take_while(|b| (b'0'..=b'7').contains(b)).count();
            let (digits, rest) = rest.split_at(len);
            let n = u32::from_str_radix(digits, 8).unwrap_or(0);
            out.push_str(&format!("\\x{n:02x}"));
            return rest;
        }
        '<' => "<",
        '>' => ">",
        _ => {
            out.push('\\');
            out.push(c);
            return rest;
        }
    };
    out.push_str(means);
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_meaning() {
        for (pattern, text, expected) in [
            ("get", "a GET b", true),
            ("(?-i)get", "a GET b", false),
            ("{\"id\"", "{\"id\": 1}", true),
            ("a{2}", "aa", true),
            ("a{2,}b", "aab", true),
            ("a{,2}", "a{,2}", true),
            ("[[]x", "[x", true),
            ("[^[]x", "[x", false),
            ("[]a]x", "]x", true),
            ("[a&&b]", "&", true),
            ("[[:digit:]_]+z", "12_z", true),
            ("\\Q1.2\\E", "1.2", true),
            ("\\Q1.2\\E", "112", false),
            ("1$", "1\n", true),
            ("1\\r$", "1\r\n", true),
            ("1$", "1\nx", false),
            ("(?m)1$", "1\nx", true),
            ("[$]1", "$1", true),
            ("1\\Z", "1", true),
            ("a\\hb", "a\tb", true),
            ("a\\Rb", "a\r\nb", true),
            ("\\<a\\>", "<a>", true),
            ("a\\0b", "a\0b", true),
            ("\\x{31}", "1", true),
            ("é", "É", false),
            ("[éa]", "é", true),
            ("\\/\\-\\\"\\:", "/-\":", true),
            ("", "", true),
            ("\\w+\\s", "ab ", true),
        ] {
            let regex = compile(pattern.as_bytes());
            assert_eq!(regex.map(|r| r.is_match(text.as_bytes())), Ok(expected), "{pattern} {text:?}");
        }
        for bad in ["(", "[", "*", "a{2,1}", "(?=a)", "(a)\\1", "\\", "(?i", "[z-a]", "(a{999}){999}"] {
            assert!(compile(bad.as_bytes()).is_err(), "{bad}");
        }
        assert!(compile(b"\xff").is_err());
    }
}
