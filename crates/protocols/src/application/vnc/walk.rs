//! How far messages reach: what framing and showing have in common.

/// Where a part ends, or how many bytes have to be there to tell. `Err(usize::MAX)`: nobody knows.
pub(super) type Reach = Result<usize, usize>;

/// How pixels are sent.
#[derive(Clone, Copy)]
pub(super) struct Pixels {
    /// Bytes of a pixel.
    pub(super) bytes: usize,
    /// Bytes of one in Tight encoding.
    pub(super) tight: usize,
}

fn number(b: &[u8], at: usize, n: usize) -> Result<usize, usize> {
    let end = at.saturating_add(n);
    Ok(b.get(at..end).ok_or(end)?.iter().fold(0, |v, b| v << 8 | usize::from(*b)))
}

/// A big-endian number.
pub(super) fn be(b: &[u8]) -> usize {
    b.iter().fold(0, |v, b| v << 8 | usize::from(*b))
}

/// `n` bytes from `at`, which may not be there yet.
fn past(b: &[u8], at: usize, n: usize) -> Reach {
    let end = at.saturating_add(n);
    if end > b.len() { Err(end) } else { Ok(end) }
}

/// A message of the client.
pub(super) fn client(b: &[u8]) -> Reach {
    match number(b, 0, 1)? {
        0 => past(b, 0, 20),
        2 => past(b, 0, 4 + 4 * number(b, 2, 2)?),
        3 => past(b, 0, 10),
        4 => past(b, 0, 8),
        5 => past(b, 0, 6),
        6 => past(b, 0, 8 + number(b, 4, 4)?),
        _ => Err(usize::MAX),
    }
}

/// A message of the server.
pub(super) fn server(b: &[u8], pixels: Pixels) -> Reach {
    match number(b, 0, 1)? {
        0 => {
            let mut at = 4;
            for _ in 0..number(b, 2, 2)? {
                // The last one says so, however many were announced.
                if number(b, at + 8, 4)? as u32 == LAST_RECT as u32 {
                    return Ok(at + 12);
                }
                at = rectangle(b, at, pixels)?;
            }
            Ok(at)
        }
        1 => past(b, 0, 6 + 6 * number(b, 4, 2)?),
        2 => Ok(1),
        3 => past(b, 0, 8 + number(b, 4, 4)?),
        _ => Err(usize::MAX),
    }
}

pub(super) const LAST_RECT: i32 = -224;

/// A rectangle with its head of twelve bytes.
pub(super) fn rectangle(b: &[u8], at: usize, pixels: Pixels) -> Reach {
    let (w, h) = (number(b, at + 4, 2)?, number(b, at + 6, 2)?);
    let encoding = number(b, at + 8, 4)? as u32 as i32;
    let at = at + 12;
    let rows = w.div_ceil(8) * h;
    match encoding {
        0 => past(b, at, w * h * pixels.bytes),
        1 => past(b, at, 4),
        2 => past(b, at, 4 + pixels.bytes + number(b, at, 4)?.saturating_mul(pixels.bytes + 8)),
        4 => past(b, at, 4 + pixels.bytes + number(b, at, 4)?.saturating_mul(pixels.bytes + 4)),
        5 => hextile(b, at, w, h, pixels),
        6 | 16 => past(b, at, 4 + number(b, at, 4)?),
        7 => tight(b, at, w, h, pixels),
        -239 => past(b, at, w * h * pixels.bytes + rows),
        -240 if w * h > 0 => past(b, at, 6 + 2 * rows),
        -308 => past(b, at, 4 + 16 * number(b, at, 1)?),
        -307 => past(b, at, 4 + number(b, at, 4)?),
        LAST_RECT | -223 | -232 | -240 | -257 | -258 => Ok(at),
        _ => Err(usize::MAX),
    }
}

/// The widths or heights of tiles along a side.
pub(super) fn tiles(side: usize) -> impl Iterator<Item = usize> + Clone {
    (0..side.div_ceil(16)).map(move |i| (side - 16 * i).min(16))
}

fn hextile(b: &[u8], mut at: usize, w: usize, h: usize, pixels: Pixels) -> Reach {
    for height in tiles(h) {
        for width in tiles(w) {
            at = tile(b, at, width * height, pixels.bytes)?;
        }
    }
    Ok(at)
}

/// A tile of so many pixels.
pub(super) fn tile(b: &[u8], at: usize, area: usize, pixel: usize) -> Reach {
    let kind = number(b, at, 1)?;
    let mut at = at + 1;
    if kind & 1 != 0 {
        return past(b, at, area * pixel);
    }
    at += [2, 4].iter().filter(|bit| kind & *bit != 0).count() * pixel;
    if kind & 8 != 0 {
        let each = if kind & 16 != 0 { pixel + 2 } else { 2 };
        let n = number(b, at, 1)?;
        at += 1 + n * each;
    }
    past(b, at, 0)
}

/// A length of one to three bytes of seven bits (the last has eight), and where it ends.
fn compact(b: &[u8], at: usize) -> Result<(usize, usize), usize> {
    let mut len = 0;
    for i in 0..3 {
        let byte = number(b, at + i, 1)?;
        len |= (byte & if i < 2 { 0x7f } else { 0xff }) << (7 * i);
        if byte & 0x80 == 0 || i == 2 {
            return Ok((len, at + i + 1));
        }
    }
    Err(usize::MAX)
}

fn tight(b: &[u8], at: usize, w: usize, h: usize, pixels: Pixels) -> Reach {
    let control = number(b, at, 1)?;
    let mut at = at + 1;
    let data = match control >> 4 {
        8 => return past(b, at, pixels.tight),
        9 => None,
        kind if kind > 9 => return Err(usize::MAX),
        kind => {
            let mut filter = 0;
            if kind & 4 != 0 {
                filter = number(b, at, 1)?;
                at += 1;
            }
            Some(if filter == 1 {
                let colors = number(b, at, 1)? + 1;
                at += 1 + colors * pixels.tight;
                if colors == 2 { w.div_ceil(8) * h } else { w * h }
            } else {
                w * h * pixels.tight
            })
        }
    };
    // Few bytes are not compressed.
    if let Some(n) = data.filter(|n| *n < 12) {
        return past(b, at, n);
    }
    let (n, at) = compact(b, at)?;
    past(b, at, n)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EIGHT: Pixels = Pixels { bytes: 1, tight: 1 };

    fn update(w: u8, h: u8, encoding: i32, body: &[u8]) -> Vec<u8> {
        let mut m = vec![0, 0, 0, 1, 0, 0, 0, 0, 0, w, 0, h];
        m.extend(encoding.to_be_bytes());
        m.extend(body);
        m
    }

    #[test]
    fn messages_end_where_they_should() {
        assert_eq!(client(&[5, 0, 0, 0, 0, 0, 9]), Ok(6));
        assert_eq!(client(&[2, 0, 0, 2]), Err(12));
        assert_eq!(client(&[77]), Err(usize::MAX));
        let cases: &[(i32, &[u8])] = &[
            (0, &[1, 2, 3, 4]),
            (1, &[0, 1, 0, 1]),
            (2, &[0, 0, 0, 1, 7, 8, 0, 0, 0, 0, 0, 1, 0, 1]),
            (5, &[2, 9]),
            (5, &[1, 1, 2, 3, 4]),
            (5, &[0x1a, 1, 2, 5, 0, 0x11, 6, 0, 0]),
            (7, &[0x80, 1]),
            (7, &[0, 1, 2, 3, 4]),
            (16, &[0, 0, 0, 2, 9, 9]),
            (-239, &[1, 2, 3, 4, 0, 0]),
            (-224, &[]),
        ];
        for (encoding, body) in cases {
            let m = update(2, 2, *encoding, body);
            assert_eq!(server(&m, EIGHT), Ok(m.len()), "{encoding}");
            for n in 0..m.len() {
                assert!(matches!(server(&m[..n], EIGHT), Err(more) if more > n), "{encoding} {n}");
            }
        }
    }
}
