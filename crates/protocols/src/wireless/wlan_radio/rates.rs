//! Data rates of HT and VHT, IEEE 802.11 clauses 19.5 and 21.5, in Mb/s.

/// Data bits per OFDM symbol of one stream at 20 MHz, by MCS 0 to 7.
const HT_BITS: [u32; 8] = [26, 52, 78, 104, 156, 208, 234, 260];
/// Data bits per OFDM symbol at 20 MHz of MCS 33 to 76, whose streams differ in modulation.
const UNEQUAL_BITS: [u32; 44] = [
    156, 208, 260, 234, 312, 390, 208, 260, 260, 312, 364, 364, 416, 312, 390, 390, 468, 546, 546, 624, 260,
    312, 364, 312, 364, 416, 468, 416, 468, 520, 520, 572, 390, 468, 546, 468, 546, 624, 702, 624, 702, 780,
    780, 858,
];

/// Data bits per OFDM symbol of an HT MCS.
#[must_use]
pub fn ht_bits(mcs: u8, wide: bool) -> Option<u32> {
    let narrow = match mcs {
        0..=31 => HT_BITS.get(usize::from(mcs % 8))? * u32::from(mcs / 8 + 1),
        32 => return wide.then_some(24),
        _ => *UNEQUAL_BITS.get(usize::from(mcs) - 33)?,
    };
    Some(if wide { narrow / 52 * 108 + narrow % 52 * 108 / 52 } else { narrow })
}

/// The rate of an HT MCS at 20 or 40 MHz.
#[must_use]
pub fn ht(mcs: u8, wide: bool, short_gi: bool) -> Option<f64> {
    let rate = f64::from(ht_bits(mcs, wide)?) / if short_gi { 3.6 } else { 4.0 };
    // Six digits, as a number of single precision is shown.
    let digits = if rate < 10.0 {
        1e5
    } else if rate < 100.0 {
        1e4
    } else {
        1e3
    };
    Some((rate * digits).round() / digits)
}

/// How many spatial streams an HT MCS has.
#[must_use]
pub fn ht_streams(mcs: u8) -> u32 {
    match mcs {
        0..=31 => u32::from(mcs / 8) + 1,
        32 => 1,
        33..=38 => 2,
        39..=52 => 3,
        _ => 4,
    }
}

/// Modulation and coding of the VHT MCSs.
pub const VHT_NAMES: [&str; 10] = [
    "BPSK 1/2",
    "QPSK 1/2",
    "QPSK 3/4",
    "16-QAM 1/2",
    "16-QAM 3/4",
    "64-QAM 2/3",
    "64-QAM 3/4",
    "64-QAM 5/6",
    "256-QAM 3/4",
    "256-QAM 5/6",
];

/// Megahertz of a radiotap bandwidth: 20, 40, 80 or 160.
#[must_use]
pub fn megahertz(bandwidth: u8) -> Option<u32> {
    Some(match bandwidth {
        0 | 2 | 3 | 7..=10 | 18..=25 => 20,
        1 | 5 | 6 | 14..=17 => 40,
        4 | 12 | 13 => 80,
        11 => 160,
        _ => return None,
    })
}

/// Data bits per OFDM symbol of a VHT MCS at a radiotap bandwidth, the combinations that the standard
/// leaves out included.
#[must_use]
pub fn vht_bits(mcs: u8, streams: u8, bandwidth: u8) -> Option<f64> {
    /// Coded bits per subcarrier, and the coding rate, in sixths together.
    const SIXTHS: [u32; 10] = [3, 6, 9, 12, 18, 24, 27, 30, 36, 40];
    let width = megahertz(bandwidth)?;
    if !(1..=8).contains(&streams) {
        return None;
    }
    let carriers = match width {
        20 => 52,
        40 => 108,
        80 => 234,
        _ => 468,
    };
    let sixths = *SIXTHS.get(usize::from(mcs))?;
    Some(f64::from(carriers * sixths * u32::from(streams)) / 6.0)
}

/// The rate of a VHT MCS.
#[must_use]
pub fn vht(mcs: u8, streams: u8, bandwidth: u8, short_gi: bool) -> Option<f64> {
    let rate = vht_bits(mcs, streams, bandwidth)? / if short_gi { 3.6 } else { 4.0 };
    // Tables have them with one decimal.
    Some((rate * 10.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_those_of_the_standard() {
        assert_eq!(ht(7, false, false), Some(65.0));
        assert_eq!(ht(15, true, true), Some(300.0));
        assert_eq!(ht(32, true, false), Some(6.0));
        assert_eq!(ht(32, false, false), None);
        assert_eq!(ht(76, false, false), Some(214.5));
        assert_eq!(ht(77, false, false), None);
        assert_eq!(vht(9, 1, 4, true), Some(433.3));
        assert_eq!(vht(10, 1, 4, false), None);
    }
}
