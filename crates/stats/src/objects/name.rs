//! Names of files for objects: what a packet says, made harmless.

/// Longest name in bytes; a number and the folder still have room.
const LONGEST: usize = 200;
/// Characters of file names that mean something to a shell or a file system.
const SPECIAL: &[char] = &['<', '>', ':', '"', '/', '\\', '|', '?', '*', '`', '$', '\'', ';'];

/// The last part of a path, as basename(1) has it: `/` for the root, nothing for nothing.
#[must_use]
pub(super) fn last_part(path: &[u8]) -> &[u8] {
    let end = path.iter().rposition(|b| *b != b'/').map_or(0, |n| n + 1);
    let path = path.get(..end).filter(|p| !p.is_empty()).unwrap_or(path.get(..1).unwrap_or_default());
    match path.iter().rposition(|b| *b == b'/') {
        Some(slash) if path.len() > 1 => path.get(slash + 1..).unwrap_or_default(),
        _ => path,
    }
}

/// A name that is one part of a path, stands in the folder it is put into, and is shown as it is: separators, control
/// characters, those that turn the direction of text or are not seen, and a dot or a hyphen at its beginning are
/// written as percent and two digits for each of their bytes.
#[must_use]
pub(super) fn safe(name: &[u8]) -> String {
    let mut out = String::new();
    for chunk in name.utf8_chunks() {
        for c in chunk.valid().chars() {
            let first = out.is_empty() && matches!(c, '.' | '-' | '~' | ' ');
            let plain = if c.is_ascii() {
                !c.is_ascii_control() && !SPECIAL.contains(&c)
            } else {
                c.is_alphanumeric()
            };
            let len = out.len();
            if plain && !first {
                out.push(c);
            } else {
                let mut bytes = [0; 4];
                c.encode_utf8(&mut bytes).bytes().for_each(|b| escape(&mut out, b));
            }
            if out.len() > LONGEST {
                out.truncate(len);
                return trimmed(out);
            }
        }
        for b in chunk.invalid() {
            if out.len() + 3 > LONGEST {
                return trimmed(out);
            }
            escape(&mut out, *b);
        }
    }
    trimmed(out)
}

/// Without the dots and blanks at its end that some systems leave away.
fn trimmed(mut name: String) -> String {
    if let Some(last @ (b'.' | b' ')) = name.as_bytes().last().copied() {
        name.pop();
        escape(&mut name, last);
    }
    name
}

fn escape(out: &mut String, byte: u8) {
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
    out.push('%');
    out.push(digit(byte >> 4));
    out.push(digit(byte & 15));
}

/// The name with a number before its extension: `a(2).txt`.
#[must_use]
pub(super) fn numbered(name: &str, n: u32) -> String {
    match name.rfind('.') {
        Some(dot) if dot > 0 => format!("{}({n}){}", &name[..dot], &name[dot..]),
        _ => format!("{name}({n})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_leave_the_folder() {
        for (name, is) in [
            (&b"index.html?x=1&y=two"[..], "index.html%3fx=1&y=two"),
            (b"..", "%2e%2e"),
            (b".bashrc", "%2ebashrc"),
            (b"-rf", "%2drf"),
            (b"a/../../b", "a%2f..%2f..%2fb"),
            (b"..\\..\\x", "%2e.%5c..%5cx"),
            (b"a\0b\n\x1b[31m", "a%00b%0a%1b[31m"),
            ("a\u{202e}txt.exe".as_bytes(), "a%e2%80%aetxt.exe"),
            ("gr\u{fc}n\u{200b}".as_bytes(), "gr\u{fc}n%e2%80%8b"),
            (b"\xff\xfe", "%ff%fe"),
            (b"con. ", "con.%20"),
            (b"", ""),
        ] {
            assert_eq!(safe(name), is);
        }
        let long = safe(&[b'/'; 4000]);
        assert!(long.len() <= LONGEST && long.ends_with("%2f"));
        assert!(safe("\u{fc}".repeat(4000).as_bytes()).len() <= LONGEST);
    }

    #[test]
    fn the_last_part_of_a_path() {
        for (path, is) in [("/", "/"), ("", ""), ("/a/b", "b"), ("/a/b/", "b"), ("a", "a"), ("///", "/")] {
            assert_eq!(last_part(path.as_bytes()), is.as_bytes(), "{path}");
        }
    }

    #[test]
    fn numbers_stand_before_the_extension() {
        assert_eq!(numbered("a.tar.gz", 2), "a.tar(2).gz");
        assert_eq!(numbered("a", 1), "a(1)");
    }
}
