//! Numbers and IPv4 addresses in decimal, written quickly: without a loop, and in pieces of a fixed size of which
//! the rest is cut off again, which takes less time than to copy as many bytes as there are.

/// The two hexadecimal digits of every byte.
pub static HEX: [[u8; 2]; 256] = {
    let digits = b"0123456789abcdef";
    let mut t = [[0; 2]; 256];
    let mut i = 0;
    while i < 256 {
        t[i] = [digits[i >> 4], digits[i & 15]];
        i += 1;
    }
    t
};

/// The decimal digits of every number below 100.
pub static PAIRS: [[u8; 2]; 100] = {
    let mut t = [[0; 2]; 100];
    let mut i = 0;
    while i < 100 {
        t[i] = [b'0' + (i / 10) as u8, b'0' + (i % 10) as u8];
        i += 1;
    }
    t
};

/// Every octet in decimal with a dot behind it, filled up with dots, and how long that is.
static OCTETS: [([u8; 4], u8); 256] = {
    let mut t = [([b'.'; 4], 0); 256];
    let mut i = 0;
    while i < 256 {
        let (h, m, l) = (b'0' + (i / 100) as u8, b'0' + (i / 10 % 10) as u8, b'0' + (i % 10) as u8);
        t[i] = match i {
            0..10 => ([l, b'.', b'.', b'.'], 2),
            10..100 => ([m, l, b'.', b'.'], 3),
            _ => ([h, m, l, b'.'], 4),
        };
        i += 1;
    }
    t
};

/// The decimal digits of `n`, right-aligned, and where they begin.
#[inline]
#[must_use]
pub fn digits(mut n: u64) -> ([u8; 20], usize) {
    let mut buf = [b'0'; 20];
    let mut at = 20;
    while n >= 100 && at >= 2 {
        at -= 2;
        buf[at..at + 2].copy_from_slice(&PAIRS[(n % 100) as usize]);
        n /= 100;
    }
    if n >= 10 && at >= 2 {
        at -= 2;
        buf[at..at + 2].copy_from_slice(&PAIRS[(n % 100) as usize]);
    } else if at >= 1 {
        at -= 1;
        buf[at] = b'0' + (n % 10) as u8;
    }
    (buf, at)
}

/// The last four digits of a number.
#[inline]
#[must_use]
pub fn four_digits(n: u64) -> [u8; 4] {
    let ([a, b], [c, d]) = (PAIRS[(n / 100 % 100) as usize], PAIRS[(n % 100) as usize]);
    [a, b, c, d]
}

/// The eight digits of a number below 100,000,000, and how many of them are leading zeros (at most seven).
#[inline]
#[must_use]
pub fn eight_digits(n: u64) -> ([u8; 8], usize) {
    let ([a, b, c, d], [e, f, g, h]) = (four_digits(n / 10_000), four_digits(n % 10_000));
    let text = [a, b, c, d, e, f, g, h];
    let significant = u64::from_be_bytes(text) & 0x0f0f_0f0f_0f0f_0f0f;
    (text, (significant.leading_zeros() / 8).min(7) as usize)
}

/// Appends the first `len` of eight bytes.
#[inline(always)]
fn first(out: &mut Vec<u8>, eight: [u8; 8], len: usize) {
    let end = out.len() + len;
    out.extend_from_slice(&eight);
    out.truncate(end);
}

/// An unsigned number.
#[inline]
pub fn decimal(out: &mut Vec<u8>, n: u64) {
    match n {
        0..=9 => out.push(b'0' + n as u8),
        10..=99 => out.extend_from_slice(&PAIRS[n as usize]),
        _ => long(out, n),
    }
}

#[inline(never)]
fn long(out: &mut Vec<u8>, n: u64) {
    if n < 10_000 {
        let [a, b, c, d] = four_digits(n);
        let end = out.len() + if a == b'0' { 3 } else { 4 };
        out.extend_from_slice(&if a == b'0' { [b, c, d, 0] } else { [a, b, c, d] });
        return out.truncate(end);
    }
    if n < 100_000_000 {
        return short(out, n);
    }
    if n < 10_000_000_000_000_000 {
        short(out, n / 100_000_000);
        return out.extend_from_slice(&eight_digits(n % 100_000_000).0);
    }
    let (buf, at) = digits(n);
    out.extend_from_slice(buf.get(at..).unwrap_or_default());
}

#[inline(always)]
fn short(out: &mut Vec<u8>, n: u64) {
    let (text, zeros) = eight_digits(n);
    let moved = u64::from_be_bytes(text) << (8 * zeros);
    first(out, moved.to_be_bytes(), 8 - zeros);
}

/// An IPv4 address.
#[inline]
pub fn ipv4(out: &mut Vec<u8>, address: u32) {
    let (text, len) = ipv4_text(address);
    let end = out.len() + len;
    out.extend_from_slice(&text);
    out.truncate(end);
}

/// The text of an IPv4 address, with something behind it, and its length.
#[inline]
#[must_use]
pub fn ipv4_text(address: u32) -> ([u8; 16], usize) {
    let mut buf = [0; 16];
    let mut at = 0;
    for b in address.to_be_bytes() {
        let (text, len) = OCTETS[usize::from(b)];
        if let Some(place) = buf.get_mut(at..at + 4) {
            place.copy_from_slice(&text);
        }
        at += usize::from(len);
    }
    (buf, at.saturating_sub(1))
}
