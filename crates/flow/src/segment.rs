//! The parts of a TCP header that a conversation is concerned with.

/// FIN bit of the flags.
pub(crate) const FIN: u8 = 0x01;
/// SYN bit of the flags.
pub(crate) const SYN: u8 = 0x02;
/// RST bit of the flags.
pub(crate) const RST: u8 = 0x04;
/// PSH bit of the flags.
pub(crate) const PSH: u8 = 0x08;
/// ACK bit of the flags.
pub(crate) const ACK: u8 = 0x10;

/// A segment as its conversation sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Sequence number.
    pub(crate) seq: u32,
    /// Acknowledgment number.
    pub(crate) ack: u32,
    /// The low eight flags.
    pub(crate) flags: u8,
    /// Window as it stands in the header.
    pub(crate) window: u16,
    /// Bytes of payload on the wire.
    pub(crate) len: u32,
    /// Shift count of a window scale option.
    pub(crate) scale: Option<u8>,
    /// The capture cut the options: there may have been others.
    pub(crate) cut: bool,
    /// Bytes in the blocks of a SACK option.
    pub(crate) sacked: u32,
    /// AE, CWR and ECE as a number.
    pub(crate) ecn: u8,
    /// Whether there is an Accurate ECN option.
    pub(crate) accurate_ecn: bool,
    /// The header says that it ends before it can: nothing but the numbers is believed.
    pub(crate) bogus: bool,
}

impl Segment {
    /// Whether it answers a SYN, as far as it tells who began.
    pub(crate) fn answers(&self) -> Option<bool> {
        self.any(SYN).then(|| self.any(ACK))
    }

    /// Reads a header; `None` when it was not captured up to the window: what comes behind it in the fixed part
    /// concerns nobody else.
    #[inline]
    pub(crate) fn parse(header: &[u8], len: u32) -> Option<Segment> {
        let h = header.first_chunk::<16>()?;
        let mut s = Segment {
            seq: u32::from_be_bytes([h[4], h[5], h[6], h[7]]),
            ack: u32::from_be_bytes([h[8], h[9], h[10], h[11]]),
            flags: h[13],
            window: u16::from_be_bytes([h[14], h[15]]),
            len,
            scale: None,
            cut: header.len() < usize::from(h[12] >> 4) * 4,
            sacked: 0,
            ecn: (h[12] & 1) << 2 | h[13] >> 6,
            accurate_ecn: false,
            bogus: h[12] >> 4 < 5,
        };
        match header.get(20..) {
            None | Some([]) => {}
            // What nearly every segment has: timestamps, aligned.
            Some([1, 1, 8, 10, _, _, _, _, _, _, _, _]) => {}
            Some(options) => s.options(options),
        }
        Some(s)
    }

    #[inline(never)]
    fn options(&mut self, mut options: &[u8]) {
        // Every turn takes at least one byte away.
        while let Some((kind, rest)) = options.split_first() {
            match kind {
                0 => return,
                1 => options = rest,
                _ => {
                    let Some(len) = rest.first().map(|n| usize::from(*n)) else { return };
                    let Some(body) = options.get(2..len) else { return };
                    match (kind, body) {
                        (3, [shift]) => self.scale = Some((*shift).min(14)),
                        (5, blocks) => {
                            let (blocks, _) = blocks.as_chunks::<8>();
                            for [a, b, c, d, e, f, g, h] in blocks {
                                let left = u32::from_be_bytes([*a, *b, *c, *d]);
                                let right = u32::from_be_bytes([*e, *f, *g, *h]);
                                self.sacked = self.sacked.wrapping_add(right.wrapping_sub(left));
                            }
                        }
                        // None to three counters of three bytes each.
                        (172 | 174, counters) if matches!(counters.len(), 0 | 3 | 6 | 9) => {
                            self.accurate_ecn = true;
                        }
                        (253 | 254, [0xac, 0xc0 | 0xc1 | 0xce, ..]) => self.accurate_ecn = true,
                        _ => {}
                    }
                    options = options.get(len..).unwrap_or_default();
                }
            }
        }
    }

    /// Whether any of the flags is set.
    #[inline]
    pub(crate) fn any(&self, flags: u8) -> bool {
        self.flags & flags != 0
    }

    /// How far the segment moves the sequence number: its payload, and one for SYN or FIN.
    #[inline]
    pub(crate) fn extent(&self) -> u32 {
        self.len.wrapping_add(u32::from(self.any(SYN | FIN)))
    }
}

/// Whether sequence number `a` lies before `b`.
#[inline]
pub(crate) fn before(a: u32, b: u32) -> bool {
    (a.wrapping_sub(b) as i32) < 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(options: &[u8]) -> Vec<u8> {
        let mut h = vec![0, 1, 0, 2, 0, 0, 0, 9, 0, 0, 0, 7, 0x50, SYN | FIN, 1, 0, 0, 0, 0, 0];
        h.extend_from_slice(options);
        h
    }

    #[test]
    fn reads_scale_and_sack_among_other_options() {
        let h = header(&[2, 4, 5, 0xb4, 1, 3, 3, 7, 5, 10, 0, 0, 0, 1, 0, 0, 0, 2]);
        let s = Segment::parse(&h, 5).unwrap();
        assert_eq!((s.seq, s.ack, s.window, s.extent()), (9, 7, 256, 6));
        assert_eq!((s.scale, s.sacked), (Some(7), 1));
    }

    #[test]
    fn accurate_ecn_has_counters_of_three_bytes() {
        let told = |options: &[u8]| Segment::parse(&header(options), 0).unwrap().accurate_ecn;
        assert!(told(&[172, 2]) && told(&[174, 5, 0, 0, 1]) && told(&[172, 8, 0, 0, 1, 0, 0, 2]));
        assert!(!told(&[172, 4, 5, 0xb4]) && !told(&[174, 3, 0]));
    }

    #[test]
    fn bad_options_end_quietly() {
        for bad in [&[3][..], &[3, 0, 3, 3, 7], &[3, 1, 3], &[3, 200, 1], &[0, 3, 3, 7], &[5, 2]] {
            let s = Segment::parse(&header(bad), 0).unwrap();
            assert_eq!((s.scale, s.sacked), (None, 0), "{bad:?}");
        }
        assert_eq!(Segment::parse(&[0; 15], 0), None);
        assert_eq!(Segment::parse(&header(&[3, 3, 200]), 0).unwrap().scale, Some(14));
    }

    #[test]
    fn numbers_wrap() {
        assert!(before(u32::MAX, 0) && !before(0, u32::MAX) && !before(5, 5));
    }
}
