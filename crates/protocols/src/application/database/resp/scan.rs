//! Where values end: of a stream, before they are shown.

use requin_wire::Pdu;

/// Arrays in arrays are followed so far.
pub(super) const MAX_DEPTH: usize = 100;
/// Longer PDUs end with the last element that is whole: an answer may have millions of them.
const MAX_PDU: usize = 64 << 10;

/// The line that begins these bytes, without its end, and where the next one begins.
pub(super) fn line(bytes: &[u8]) -> Option<(&[u8], usize)> {
    let end = bytes.windows(2).position(|w| w == b"\r\n")?;
    Some((bytes.get(..end)?, end + 2))
}

/// The number that a text begins with; 0 when it begins with none.
pub(super) fn number(text: &[u8]) -> i64 {
    let (minus, digits) = match text.strip_prefix(b"-") {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let digits = digits.iter().take_while(|b| b.is_ascii_digit());
    let n = digits.fold(0i64, |n, d| n.saturating_mul(10).saturating_add(i64::from(d - b'0')));
    if minus { -n } else { n }
}

/// How many elements an aggregate has, by its type.
pub(super) fn elements(kind: u8, said: i64) -> usize {
    let n = usize::try_from(said).unwrap_or(0);
    match kind {
        // Keys and values.
        b'%' | b'|' => n.saturating_mul(2),
        _ => n,
    }
}

/// How far the value reaches that begins these bytes. Where the bytes that are there end with an element of an
/// array in an answer, the PDU ends, too: nobody waits for all of a long one. The words of a command
/// are put together.
pub(super) fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    let mut at = 0;
    // How many elements are still to come, for each array that is open.
    let mut open: Vec<usize> = Vec::new();
    let mut bulk = false;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let more = if at > MAX_PDU { Pdu::Len(at) } else { Pdu::More(bytes.len() + 1) };
        if rest.is_empty() {
            return if at > 0 && !(bulk && open.len() == 1) && !open.is_empty() && bytes.len() > first(bytes) {
                Pdu::Len(at)
            } else {
                more
            };
        }
        let Some((said, next)) = line(rest) else {
            let known = rest.first().is_some_and(|b| super::TYPES.contains(b));
            return if known || at > 0 { more } else { Pdu::AsItComes };
        };
        let kind = said.first().copied().unwrap_or_default();
        let n = number(said.get(1..).unwrap_or_default());
        at += next;
        bulk = false;
        match kind {
            b'$' | b'!' | b'=' if n >= 0 => {
                let end = at.saturating_add(usize::try_from(n).unwrap_or(0)).saturating_add(2);
                if end > bytes.len() {
                    return Pdu::More(end);
                }
                at = end;
                bulk = true;
            }
            b'*' | b'%' | b'~' | b'>' | b'|' if open.len() < MAX_DEPTH => {
                let n = elements(kind, n);
                if n > 0 {
                    open.push(n);
                    continue;
                }
            }
            _ => (),
        }
        // The element is whole, and with it perhaps arrays that it ends.
        while let Some(left) = open.last_mut() {
            *left = left.saturating_sub(1);
            if *left > 0 {
                break;
            }
            open.pop();
        }
        if open.is_empty() {
            return Pdu::Len(at);
        }
    }
}

/// Where the first line ends: an array of which nothing but its length is there is waited for.
fn first(bytes: &[u8]) -> usize {
    line(bytes).map_or(0, |l| l.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_end_where_they_should() {
        let len = |b: &[u8]| match frames(b, true, &[0; 2]) {
            Pdu::Len(n) => Some(n),
            _ => None,
        };
        assert_eq!(len(b"+OK\r\n:1\r\n"), Some(5));
        assert_eq!(len(b"$3\r\nabc\r\n$"), Some(9));
        assert_eq!(len(b"$-1\r\n"), Some(5));
        assert_eq!(len(b"*0\r\n"), Some(4));
        assert_eq!(len(b"*2\r\n:1\r\n*1\r\n+x\r\nrest"), Some(16));
        assert_eq!(len(b"%1\r\n+a\r\n:1\r\n"), Some(12));
        // A command is waited for, and so is what is in the middle of an element.
        assert_eq!(len(b"*3\r\n$3\r\nSET\r\n"), None);
        assert_eq!(len(b"*2\r\n:1\r\n:"), None);
        assert_eq!(len(b"*2\r\n"), None);
        // The elements that are there of an answer are shown.
        assert_eq!(len(b"*9\r\n:1\r\n"), Some(8));
        assert!(matches!(frames(b"$10\r\nabc", true, &[0; 2]), Pdu::More(17)));
        assert!(matches!(frames(b"GET / HTTP", true, &[0; 2]), Pdu::AsItComes));
    }

    #[test]
    fn long_arrays_end_somewhere() {
        let mut b = b"*100000\r\n".to_vec();
        for _ in 0..20_000 {
            b.extend(b"$2\r\nab\r\n");
        }
        b.extend(b"$2\r\na");
        assert!(matches!(frames(&b, true, &[0; 2]), Pdu::More(_) | Pdu::Len(_)));
        b.truncate(b.len() - 5);
        b.extend(b"$");
        let Pdu::Len(n) = frames(&b, true, &[0; 2]) else { panic!("it goes on") };
        assert_eq!(n, b.len() - 1);
    }
}
