//! RIPEMD-160 (Dobbertin, Bosselaers, Preneel 1996), which `capinfos` prints.
//!
//! Its two lines do not depend on each other within a block. Here their steps alternate, so that the processor
//! works on both at a time; one line after the other takes a third longer.

/// Computes the hash of bytes that come in pieces.
pub(crate) struct Ripemd160 {
    state: [u32; 5],
    /// Bytes that do not fill a block yet.
    rest: Vec<u8>,
    length: u64,
}

const BLOCK: usize = 64;

fn f1(x: u32, y: u32, z: u32) -> u32 {
    x ^ y ^ z
}

fn f2(x: u32, y: u32, z: u32) -> u32 {
    (x & y) | (!x & z)
}

fn f3(x: u32, y: u32, z: u32) -> u32 {
    (x | !y) ^ z
}

fn f4(x: u32, y: u32, z: u32) -> u32 {
    (x & z) | (y & !z)
}

fn f5(x: u32, y: u32, z: u32) -> u32 {
    x ^ (y | !z)
}

/// Steps of both lines in turn: word and rotation of the left line, word and rotation of the right one.
macro_rules! round {
    ($x:ident, $left:ident, $right:ident, $f:ident $k:literal, $g:ident $m:literal:
     $($r:literal $s:literal $q:literal $t:literal),*) => {$(
        let [a, b, c, d, e] = $left;
        let sum = a.wrapping_add($f(b, c, d)).wrapping_add($x[$r]).wrapping_add($k);
        let $left = [e, sum.rotate_left($s).wrapping_add(e), b, c.rotate_left(10), d];
        let [a, b, c, d, e] = $right;
        let sum = a.wrapping_add($g(b, c, d)).wrapping_add($x[$q]).wrapping_add($m);
        let $right = [e, sum.rotate_left($t).wrapping_add(e), b, c.rotate_left(10), d];
    )*};
}

fn compress(state: &mut [u32; 5], block: &[u8; BLOCK]) {
    let mut x = [0u32; 16];
    for (word, bytes) in x.iter_mut().zip(block.as_chunks::<4>().0) {
        *word = u32::from_le_bytes(*bytes);
    }
    let left = *state;
    let right = *state;
    round!(x, left, right, f1 0, f5 0x50a2_8be6:
        0 11 5 8, 1 14 14 9, 2 15 7 9, 3 12 0 11, 4 5 9 13, 5 8 2 15, 6 7 11 15, 7 9 4 5,
        8 11 13 7, 9 13 6 7, 10 14 15 8, 11 15 8 11, 12 6 1 14, 13 7 10 14, 14 9 3 12, 15 8 12 6);
    round!(x, left, right, f2 0x5a82_7999, f4 0x5c4d_d124:
        7 7 6 9, 4 6 11 13, 13 8 3 15, 1 13 7 7, 10 11 0 12, 6 9 13 8, 15 7 5 9, 3 15 10 11,
        12 7 14 7, 0 12 15 7, 9 15 8 12, 5 9 12 7, 2 11 4 6, 14 7 9 15, 11 13 1 13, 8 12 2 11);
    round!(x, left, right, f3 0x6ed9_eba1, f3 0x6d70_3ef3:
        3 11 15 9, 10 13 5 7, 14 6 1 15, 4 7 3 11, 9 14 7 8, 15 9 14 6, 8 13 6 6, 1 15 9 14,
        2 14 11 12, 7 8 8 13, 0 13 12 5, 6 6 2 14, 13 5 10 13, 11 12 0 13, 5 7 4 7, 12 5 13 5);
    round!(x, left, right, f4 0x8f1b_bcdc, f2 0x7a6d_76e9:
        1 11 8 15, 9 12 6 5, 11 14 4 8, 10 15 1 11, 0 14 3 14, 8 15 11 14, 12 9 15 6, 4 8 0 14,
        13 9 5 6, 3 14 12 9, 7 5 2 12, 15 6 13 9, 14 8 9 12, 5 6 7 5, 6 5 10 15, 2 12 14 8);
    round!(x, left, right, f5 0xa953_fd4e, f1 0:
        4 9 12 8, 0 15 15 5, 5 5 10 12, 9 11 4 9, 7 6 1 12, 12 8 5 5, 2 13 8 14, 10 12 7 6,
        14 5 6 8, 1 12 2 13, 3 13 13 6, 8 14 14 5, 11 11 0 15, 6 8 3 13, 15 5 9 11, 13 6 11 11);
    let [h0, h1, h2, h3, h4] = *state;
    let ([a, b, c, d, e], [v, w, x, y, z]) = (left, right);
    let three = |one: u32, two: u32, three: u32| one.wrapping_add(two).wrapping_add(three);
    *state = [three(h1, c, y), three(h2, d, z), three(h3, e, v), three(h4, a, w), three(h0, b, x)];
}

impl Ripemd160 {
    pub(crate) fn new() -> Ripemd160 {
        let state = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
        Ripemd160 { state, rest: Vec::with_capacity(BLOCK), length: 0 }
    }

    pub(crate) fn update(&mut self, mut bytes: &[u8]) {
        self.length = self.length.wrapping_add(bytes.len() as u64);
        if !self.rest.is_empty() {
            let (head, tail) = bytes.split_at(bytes.len().min(BLOCK - self.rest.len()));
            self.rest.extend_from_slice(head);
            bytes = tail;
            let Some(block) = self.rest.first_chunk::<BLOCK>() else { return };
            compress(&mut self.state, block);
            self.rest.clear();
        }
        let (blocks, rest) = bytes.as_chunks::<BLOCK>();
        for block in blocks {
            compress(&mut self.state, block);
        }
        self.rest.extend_from_slice(rest);
    }

    pub(crate) fn finish(mut self) -> [u8; 20] {
        let bits = self.length.wrapping_mul(8);
        let mut end = vec![0x80];
        // Zeros up to eight bytes before the end of a block, then the length.
        while (self.rest.len() + end.len()) % BLOCK != BLOCK - 8 {
            end.push(0);
        }
        end.extend_from_slice(&bits.to_le_bytes());
        self.update(&end);
        let mut out = [0; 20];
        for (to, word) in out.as_chunks_mut::<4>().0.iter_mut().zip(self.state) {
            *to = word.to_le_bytes();
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(parts: &[&[u8]]) -> String {
        let mut hash = Ripemd160::new();
        for part in parts {
            hash.update(part);
        }
        hash.finish().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The test vectors of the paper.
    #[test]
    fn vectors() {
        assert_eq!(hex(&[]), "9c1185a5c5e9fc54612808977ee8f548b2258d31");
        assert_eq!(hex(&[b"abc"]), "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc");
        assert_eq!(hex(&[b"message ", b"digest"]), "5d0689ef49d2fae572b881b123a85ffa21595f36");
        let eighty = b"1234567890".repeat(8);
        assert_eq!(hex(&[&eighty]), "9b752e45573d4b39f4dbd3323cab82bf63326bfb");
        assert_eq!(hex(&[&eighty[..30], &eighty[30..64], &eighty[64..]]), hex(&[&eighty]));
        let million = vec![b'a'; 1_000_000];
        assert_eq!(hex(&[&million[..77], &million[77..]]), "52783243c1697bdbe16d37f97f68f08325dc1528");
    }
}
