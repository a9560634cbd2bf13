//! The Internet checksum, RFC 1071.

use requin_wire::{Cursor, Cx, Field, Item, Sink, Value};

/// Adds the bytes up as 16-bit numbers; `start` is a sum to go on with (an even number of bytes before).
#[must_use]
pub fn add(start: u32, bytes: &[u8]) -> u32 {
    let mut sum = u64::from(start);
    for pair in bytes.chunks(2) {
        let word = match pair {
            [a, b] => u16::from_be_bytes([*a, *b]),
            [a] => u16::from_be_bytes([*a, 0]),
            _ => 0,
        };
        sum += u64::from(word);
    }
    while sum > 0xffff {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    sum as u32
}

/// The checksum that should stand where `stored` does, when all bytes with the stored one give `sum`.
#[must_use]
pub fn should_be(sum: u32, stored: u16) -> u16 {
    // Taking the stored one out is adding its complement.
    let rest = add(sum, &(!stored).to_be_bytes());
    !(rest as u16)
}

/// Source, destination and protocol of the network header below as the sum of the pseudo header for
/// `len` bytes of payload, from the addresses that the columns hold.
#[must_use]
pub fn pseudo<S: Sink>(cx: &Cx<'_, S>, protocol: u8, len: usize) -> u32 {
    let n = match cx.out.columns.src.kind {
        requin_wire::AddrKind::Ipv4 => 4,
        _ => 16,
    };
    let take = |a: &requin_wire::Addr| add(0, a.bytes.get(..n).unwrap_or_default());
    let words = take(&cx.out.columns.src) + take(&cx.out.columns.dst);
    let tail = [0, 0, 0, protocol];
    add(add(words, &(len as u32).to_be_bytes()), &tail)
}

/// The fields of a checksum: itself, its status, and the expert item when it is wrong.
pub type Rows = [Field; 3];

/// Shows a checksum of two bytes at the cursor as tshark does: `sum` is that over everything, `None` when
/// it can't be known.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, rows: Rows, c: &Cursor<'_>, sum: Option<u32>) -> Item {
    let Ok(stored) = c.peek_u16(0) else { return Item::NONE };
    let Ok(item) = cx.peek(rows[0], c, 2) else { return Item::NONE };
    let span = c.span(0);
    match sum {
        None => {
            cx.append(item, |o| _ = o.s(" [unverified]"));
            cx.generated(rows[1], span, Value::U(2));
        }
        Some(sum) if sum == 0xffff || sum == 0 && stored == 0 => {
            cx.append(item, |o| _ = o.s(" [correct]"));
            cx.generated(rows[1], span, Value::U(1));
        }
        Some(sum) => {
            let right = should_be(sum, stored);
            cx.append(item, |o| _ = o.s(" incorrect, should be ").hex(right, 4));
            cx.expert_with(rows[2], item, span, |o| _ = o.s("Bad checksum [should be ").hex(right, 4).s("]"));
            cx.generated(rows[1], span, Value::U(0));
        }
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_rfc_1071() {
        let bytes = [0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7];
        assert_eq!(add(0, &bytes), 0xddf2);
        // With its own checksum the sum is all ones; any other one is told what it should be.
        let right = !0xddf2u16;
        assert_eq!(add(add(0, &bytes), &right.to_be_bytes()), 0xffff);
        assert_eq!(should_be(add(add(0, &bytes), &[0x12, 0x34]), 0x1234), right);
        assert_eq!(add(0, &[0xab]), 0xab00);
    }
}
