//! How long a frame was on air: preamble and symbols, IEEE 802.11 clauses 16 to 21.

use super::*;
use requin_wire::Span;

/// Preamble of 802.11b, long and short, in microseconds.
const LONG_PREAMBLE: u32 = 192;
const SHORT_PREAMBLE_US: u32 = 96;
/// Preamble and signal field of OFDM.
const OFDM_PREAMBLE: u32 = 20;
/// Service and tail bits of an OFDM frame.
const SERVICE_TAIL: f64 = 16.0 + 6.0;

/// What had to be assumed.
#[derive(Default)]
struct Assumed {
    preamble: bool,
    format: bool,
    stbc: bool,
    extension: bool,
    fec: bool,
}

/// Training fields for so many space-time streams: three need four.
fn training(streams: u32) -> u32 {
    match streams {
        3 => 4,
        5 | 7 => streams + 1,
        n => n,
    }
}

fn ht(r: &Radio, len: usize, assumed: &mut Assumed) -> Option<(u32, u32)> {
    let [known, flags, mcs] = r.mcs?;
    if known & 7 != 7 {
        return None;
    }
    let bits = f64::from(rates::ht_bits(mcs, flags & 3 == 1)?);
    assumed.format = known & 0x08 == 0;
    assumed.stbc = known & 0x20 == 0;
    assumed.extension = known & 0x40 == 0;
    assumed.fec = known & 0x10 == 0;
    let green = !assumed.format && flags & 8 != 0;
    let stbc = if assumed.stbc { 0 } else { u32::from(flags >> 5 & 3) };
    let extension = if assumed.extension { 0 } else { u32::from(known >> 6 & 2 | flags >> 7) };
    let ltf = training(rates::ht_streams(mcs) + stbc);
    let preamble = if green { 24 + 4 * ltf } else { 32 + 4 * ltf } + 4 * training(extension);
    let encoders = if assumed.fec || flags & 0x10 == 0 { if bits > 1200.0 { 2.0 } else { 1.0 } } else { 0.0 };
    let together = if stbc > 0 { 2.0 } else { 1.0 };
    let symbols = ((16.0 + 8.0 * len as f64 + 6.0 * encoders) / (bits * together)).ceil() * together;
    let each = if flags & 4 != 0 { 3.6 } else { 4.0 };
    Some((preamble, preamble + (symbols * each).round() as u32))
}

fn vht(h: &Header<'_>, len: usize) -> Option<(u32, u32)> {
    let b = h.bytes(bit::VHT)?.first_chunk::<12>()?;
    let (known, flags) = (u16::from_le_bytes([b[0], b[1]]), b[2]);
    if known & 0x44 != 0x44 {
        return None;
    }
    let (mcs, nss) = (b[4] >> 4, b[4] & 15);
    let bits = rates::vht_bits(mcs, nss, b[3])?.floor();
    let stbc = known & 1 != 0 && flags & 1 != 0;
    let preamble = 32 + 4 * training(u32::from(nss) * if stbc { 2 } else { 1 });
    let together = if stbc { 2.0 } else { 1.0 };
    let symbols = ((SERVICE_TAIL + 8.0 * len as f64) / (bits * together)).ceil() * together;
    let each = if flags & 4 != 0 { 3.6 } else { 4.0 };
    Some((preamble, preamble + (symbols * each).round() as u32))
}

/// Adds the duration and what follows from it; `len` is the frame's length in bytes.
pub(super) fn show<S: Sink>(
    cx: &mut Cx<'_, S>,
    r: &Radio,
    h: &Header<'_>,
    len: usize,
    tsf: Option<u64>,
    aggregate: bool,
    at: Span,
) {
    // In an A-MPDU, a delimiter comes before, and what follows begins at a multiple of four.
    let len = if aggregate { (len + 4).next_multiple_of(4) } else { len };
    let mut assumed = Assumed::default();
    let rate = r.rate.filter(|rate| *rate > 0.0);
    let found = match (r.phy, rate) {
        (phy::B, Some(rate)) => {
            assumed.preamble = r.short_preamble.is_none();
            let short = r.short_preamble.unwrap_or(true);
            let preamble = if short { SHORT_PREAMBLE_US } else { LONG_PREAMBLE };
            Some((preamble, preamble + (8.0 * len as f64 / rate).ceil() as u32))
        }
        (phy::UNKNOWN | phy::A | phy::G, Some(rate)) => {
            let symbols = ((SERVICE_TAIL + 8.0 * len as f64) / (4.0 * rate)).ceil();
            Some((OFDM_PREAMBLE, OFDM_PREAMBLE + 4 * symbols as u32))
        }
        (phy::N, _) => ht(r, len, &mut assumed),
        (phy::AC, _) => vht(h, len),
        _ => None,
    };
    let Some((preamble, duration)) = found else { return };
    let item = cx.generated(DURATION, at, Value::U(u64::from(duration)));
    cx.under(item, |cx| {
        for (yes, expert) in [
            (assumed.preamble, ASSUMED_SHORT_PREAMBLE),
            (assumed.format, ASSUMED_NON_GREENFIELD),
            (assumed.stbc, ASSUMED_NO_STBC),
            (assumed.extension, ASSUMED_NO_EXTENSION_STREAMS),
            (assumed.fec, ASSUMED_BCC_FEC),
        ] {
            if yes {
                cx.expert(expert, item, at);
            }
        }
        cx.generated(PREAMBLE, at, Value::U(u64::from(preamble)));
        if let Some(tsf) = tsf {
            // The timestamp is that of the frame's end.
            cx.generated(START_TSF, at, Value::U(tsf.wrapping_sub(u64::from(duration))));
            cx.generated(END_TSF, at, Value::U(tsf));
        }
    });
}
