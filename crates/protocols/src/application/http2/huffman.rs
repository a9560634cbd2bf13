//! The Huffman code of HPACK, RFC 7541, appendix B, decoded by tables.

/// How many bits each byte takes; the last is the end of a string. The code is canonical: shorter ones come
/// first, and those of one length count up with the bytes.
#[rustfmt::skip]
const BITS: [u8; 257] = [
    13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28,
    28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 28, 6, 10, 10, 12, 13, 6, 8, 11,
    10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8,
    15, 6, 12, 10, 13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6, 15, 5, 6, 5,
    6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7,
    7, 7, 7, 15, 11, 14, 13, 28, 20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23,
    23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24,
    22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21,
    23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23, 26, 26, 20, 19, 22, 23, 22, 25,
    26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26,
    28, 27, 27, 27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23,
    26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26, 30,
];

/// Bits of the longest code.
const LONGEST: usize = 30;
/// Bits that are looked up at once: nearly all texts have shorter codes only.
const QUICK: usize = 8;

/// The code as tables, made when the program is built.
struct Tables {
    /// Symbols in the order of their codes.
    symbols: [u16; 257],
    /// For each length the first code that is too great for it, at the upper end of 32 bits, and what to add to
    /// the code's number to get its symbol's place.
    beyond: [u64; LONGEST + 1],
    place: [i64; LONGEST + 1],
    /// For the next `QUICK` bits the byte and the length of its code; 0 where the code is longer.
    quick: [(u8, u8); 1 << QUICK],
}

static TABLES: Tables = tables();

const fn tables() -> Tables {
    let mut t = Tables {
        symbols: [0; 257],
        beyond: [0; LONGEST + 1],
        place: [0; LONGEST + 1],
        quick: [(0, 0); 1 << QUICK],
    };
    let (mut code, mut n, mut len) = (0u64, 0usize, 1usize);
    while len <= LONGEST {
        code <<= 1;
        t.place[len] = n as i64 - code as i64;
        let mut symbol = 0;
        while symbol < BITS.len() {
            if BITS[symbol] as usize == len {
                t.symbols[n] = symbol as u16;
                if len <= QUICK {
                    let first = (code as usize) << (QUICK - len);
                    let mut i = 0;
                    while i < 1 << (QUICK - len) {
                        t.quick[first + i] = (symbol as u8, len as u8);
                        i += 1;
                    }
                }
                n += 1;
                code += 1;
            }
            symbol += 1;
        }
        t.beyond[len] = code << (32 - len);
        len += 1;
    }
    t
}

/// Decodes a text. `None` when it does not end as it must.
pub fn decode(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len() * 8 / 5);
    // The bits that are next stand at the upper end.
    let (mut window, mut held) = (0u64, 0usize);
    let mut rest = bytes.iter();
    loop {
        while held <= 56 {
            let Some(b) = rest.next() else { break };
            window |= u64::from(*b) << (56 - held);
            held += 8;
        }
        let (byte, len) = TABLES.quick[(window >> (64 - QUICK)) as usize];
        let len = if len > 0 {
            let len = usize::from(len);
            if len > held {
                break;
            }
            out.push(byte);
            len
        } else {
            let upper = window >> 32;
            let Some(len) = (QUICK + 1..=LONGEST).find(|n| upper < TABLES.beyond[*n]) else { break };
            if len > held {
                break;
            }
            let place = (upper >> (32 - len)) as i64 + TABLES.place[len];
            let symbol = *TABLES.symbols.get(usize::try_from(place).ok()?)?;
            // The end of a string may not stand in it.
            out.push(u8::try_from(symbol).ok()?);
            len
        };
        window <<= len;
        held -= len;
    }
    // What is left are the first bits of the end's code, which are ones.
    (held < 8 && rest.len() == 0 && window == !(u64::MAX >> held)).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bit by bit, as the appendix has it.
    fn encode(bytes: &[u8]) -> Vec<u8> {
        let mut codes = [(0u32, 0u8); 257];
        let mut code = 0u32;
        for len in 1..=30 {
            code <<= 1;
            for (symbol, bits) in BITS.iter().enumerate().filter(|(_, b)| **b == len) {
                codes[symbol] = (code, *bits);
                code += 1;
            }
        }
        assert_eq!((codes[256], codes[b'a' as usize]), ((0x3fff_ffff, 30), (3, 5)));
        let mut bits = Vec::new();
        for b in bytes {
            let (code, len) = codes[usize::from(*b)];
            bits.extend((0..len).rev().map(|i| code >> i & 1 == 1));
        }
        while bits.len() % 8 != 0 {
            bits.push(true);
        }
        bits.chunks(8).map(|c| c.iter().fold(0, |byte, bit| byte << 1 | u8::from(*bit))).collect()
    }

    #[test]
    fn every_byte_comes_back() {
        for b in 0..=255u8 {
            for n in 1..9 {
                let text = vec![b; n];
                assert_eq!(decode(&encode(&text)).as_deref(), Some(text.as_slice()), "{b} {n}");
            }
        }
        let all: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
        assert_eq!(decode(&encode(&all)).as_deref(), Some(all.as_slice()));
    }

    /// Examples of appendix C.4.1 and C.6.1; padding that is too long, or not of ones.
    #[test]
    fn examples_and_endings() {
        let coded = [0xf1, 0xe3, 0xc2, 0xe5, 0xf2, 0x3a, 0x6b, 0xa0, 0xab, 0x90, 0xf4, 0xff];
        assert_eq!(decode(&coded).as_deref(), Some(&b"www.example.com"[..]));
        assert_eq!(decode(&[0x64, 0x02]).as_deref(), Some(&b"302"[..]));
        assert_eq!(decode(&[]).as_deref(), Some(&b""[..]));
        assert_eq!(decode(&[0xff, 0xff]), None);
        assert_eq!(decode(&[0xff; 5]), None);
        assert_eq!(decode(&[0b0001_1000]), None);
        assert_eq!(decode(&[0b0001_1111]).as_deref(), Some(&b"a"[..]));
    }
}
