//! What the radio header says, in one form whatever header it was, and how long the frame was on air.

mod airtime;
mod names;
pub mod rates;

use super::radiotap::header::{Header, bit};
use super::radiotap::{channel_of, flag, tenths};
use requin_wire::{Cursor, Cx, Names, Sink, Step, Value, le, proto};

proto! {
    WLAN_RADIO "wlan_radio" "802.11 radio information" "802.11 Radio" Link
    on []
    fields {
        PHY "wlan_radio.phy" "PHY type": U32 Dec = names::PHY;
        FHSS_HOP_SET "wlan_radio.fhss.hop_set" "Hop set": U8 Hex;
        FHSS_HOP_PATTERN "wlan_radio.fhss.hop_pattern" "Hop pattern": U8 Hex;
        N11A_TURBO_TYPE "wlan_radio.11a.turbo_type" "Turbo type": U32 Dec = names::N11A_TURBO_TYPE;
        N11G_MODE "wlan_radio.11g.mode" "Proprietary mode": U32 Dec = names::N11G_MODE;
        N11N_MCS_INDEX "wlan_radio.11n.mcs_index" "MCS index": U32 Dec;
        N11N_BANDWIDTH "wlan_radio.11n.bandwidth" "Bandwidth": U32 Dec = names::N11N_BANDWIDTH;
        N11N_SHORT_GI "wlan_radio.11n.short_gi" "Short GI": Bool;
        N11N_GREENFIELD "wlan_radio.11n.greenfield" "Greenfield": Bool;
        N11N_FEC "wlan_radio.11n.fec" "FEC": U32 Dec = names::N11N_FEC;
        N11N_STBC_STREAMS "wlan_radio.11n.stbc_streams" "Number of STBC streams": U32 Dec;
        N11N_NESS "wlan_radio.11n.ness" "Number of extension spatial streams": U32 Dec;
        N11AC_STBC "wlan_radio.11ac.stbc" "STBC": Bool = Names::Bools("On", "Off");
        N11AC_SHORT_GI "wlan_radio.11ac.short_gi" "Short GI": Bool;
        N11AC_SHORT_GI_NSYM_DISAMBIG "wlan_radio.11ac.short_gi_nsym_disambig" "Short GI Nsym disambiguation": Bool;
        N11AC_LDPC_EXTRA_OFDM_SYMBOL "wlan_radio.11ac.ldpc_extra_ofdm_symbol" "LDPC extra OFDM symbol": Bool;
        N11AC_BEAMFORMED "wlan_radio.11ac.beamformed" "Beamformed": Bool;
        N11AC_BANDWIDTH "wlan_radio.11ac.bandwidth" "Bandwidth": U32 Dec = names::N11N_BANDWIDTH;
        N11AC_USER "wlan_radio.11ac.user" "User": None;
        N11AC_NSTS "wlan_radio.11ac.nsts" "Space-time streams": U32 Dec;
        N11AC_MCS "wlan_radio.11ac.mcs" "MCS index": U32 Dec;
        N11AC_NSS "wlan_radio.11ac.nss" "Spatial streams": U32 Dec;
        N11AC_FEC "wlan_radio.11ac.fec" "FEC": U32 Dec = names::N11N_FEC;
        N11AC_GID "wlan_radio.11ac.gid" "Group Id": U32 Dec;
        N11AC_PAID "wlan_radio.11ac.paid" "Partial AID": U16 Dec;
        DATA_RATE "wlan_radio.data_rate" "Data rate": F32;
        CHANNEL "wlan_radio.channel" "Channel": U32 Dec;
        FREQUENCY "wlan_radio.frequency" "Frequency": U16 Dec = Names::Unit("MHz", "MHz");
        SHORT_PREAMBLE "wlan_radio.short_preamble" "Short preamble": Bool;
        SIGNAL_DB "wlan_radio.signal_db" "Signal strength (dB)": U8 Dec = Names::Unit(" dB", " dB");
        SIGNAL_DBM "wlan_radio.signal_dbm" "Signal strength (dBm)": I8 Dec = Names::Unit(" dBm", " dBm");
        NOISE_DB "wlan_radio.noise_db" "Noise level (dB)": U8 Dec = Names::Unit(" dB", " dB");
        NOISE_DBM "wlan_radio.noise_dbm" "Noise level (dBm)": I8 Dec = Names::Unit(" dBm", " dBm");
        SNR "wlan_radio.snr" "Signal/noise ratio (dB)": I32 Dec = Names::Unit(" dB", " dB");
        TIMESTAMP "wlan_radio.timestamp" "TSF timestamp": U64 Dec;
        LAST_PART_OF_AN_AMPDU "wlan_radio.last_part_of_an_ampdu" "Last part of an A-MPDU": Bool(32) & 0x1;
        A_MPDU_DELIM_CRC_ERROR "wlan_radio.a_mpdu_delim_crc_error" "A-MPDU delimiter CRC error": Bool(32) & 0x2;
        A_MPDU_AGGREGATE_ID "wlan_radio.a_mpdu_aggregate_id" "A-MPDU aggregate ID": U32 Dec;
        DURATION "wlan_radio.duration" "Duration": U32 Dec = Names::Unit("µs", "µs");
        PREAMBLE "wlan_radio.preamble" "Preamble": U32 Dec = Names::Unit("µs", "µs");
        START_TSF "wlan_radio.start_tsf" "Start": U64 Dec = Names::Unit("µs", "µs");
        END_TSF "wlan_radio.end_tsf" "End": U64 Dec = Names::Unit("µs", "µs");
        WLAN_RADIO_11AC_TXOP_PS_NOT_ALLOWED "wlan_radio_11ac.txop_ps_not_allowed" "TXOP_PS_NOT_ALLOWED": Bool;
    }
    experts {
        ASSUMED_SHORT_PREAMBLE "wlan_radio.assumed.short_preamble" Warn Assumption "No preamble length information was available, assuming short preamble.";
        ASSUMED_NON_GREENFIELD "wlan_radio.assumed.non_greenfield" Warn Assumption "No plcp type information was available, assuming non greenfield.";
        ASSUMED_NO_STBC "wlan_radio.assumed.no_stbc" Warn Assumption "No stbc information was available, assuming no stbc.";
        ASSUMED_NO_EXTENSION_STREAMS "wlan_radio.assumed.no_extension_streams" Warn Assumption "No extension stream information was available, assuming no extension streams.";
        ASSUMED_BCC_FEC "wlan_radio.assumed.bcc_fec" Warn Assumption "No fec type information was available, assuming bcc fec.";
    }
}

/// Kinds of physical layers.
mod phy {
    pub const UNKNOWN: u8 = 0;
    pub const FHSS: u8 = 1;
    pub const DSSS: u8 = 3;
    pub const B: u8 = 4;
    pub const A: u8 = 5;
    pub const G: u8 = 6;
    pub const N: u8 = 7;
    pub const AC: u8 = 8;
    pub const AD: u8 = 9;
    pub const AX: u8 = 11;
}

/// What is concluded from the header.
#[derive(Clone, Copy, Debug, Default)]
struct Radio {
    phy: u8,
    short_preamble: Option<bool>,
    turbo: Option<u8>,
    mode: Option<u8>,
    rate: Option<f64>,
    frequency: u32,
    channel: Option<u32>,
    /// Known, flags, index.
    mcs: Option<[u8; 3]>,
}

/// Flags of a channel.
mod channel {
    pub const TURBO: u32 = 0x0010;
    pub const CCK: u32 = 0x0020;
    pub const OFDM: u32 = 0x0040;
    pub const GHZ_2: u32 = 0x0080;
    pub const GHZ_5: u32 = 0x0100;
    pub const DYNAMIC: u32 = 0x0400;
    pub const GFSK: u32 = 0x0800;
    pub const STURBO: u32 = 0x2000;
    pub const HALF: u32 = 0x4000;
    pub const QUARTER: u32 = 0x8000;
    /// All that tell the modulation.
    pub const KIND: u32 = TURBO | CCK | OFDM | GHZ_2 | GHZ_5 | DYNAMIC | GFSK | STURBO | HALF | QUARTER;
}

impl Radio {
    fn new(h: &Header<'_>) -> Radio {
        let mut r = Radio {
            short_preamble: h.byte(bit::FLAGS).map(|f| f & flag::SHORT_PREAMBLE != 0),
            rate: h.byte(bit::RATE).map(|rate| f64::from(rate) / 2.0),
            ..Radio::default()
        };
        if h.bytes(bit::FHSS).is_some() {
            r.phy = phy::FHSS;
        }
        if let Some(b) = h.bytes(bit::CHANNEL) {
            let (frequency, flags) = b.split_at(2);
            r.tuned(le(frequency) as u32, le(flags) as u32);
        }
        if let Some(b) = h.bytes(bit::XCHANNEL) {
            let (flags, rest) = b.split_at(4);
            r.tuned(le(rest.get(..2).unwrap_or_default()) as u32, le(flags) as u32);
            r.channel = rest.get(2).map(|c| u32::from(*c));
        }
        if let Some(&[known, flags, index]) = h.bytes(bit::MCS)
            && known & 0x7f != 0
        {
            r.phy = phy::N;
            r.mcs = Some([known, flags, index]);
            if known & 7 == 7 {
                r.rate = rates::ht(index, flags & 3 == 1, flags & 4 != 0);
            }
        }
        if h.bytes(bit::VHT).is_some() {
            r.phy = phy::AC;
        }
        if h.bytes(bit::HE).is_some() {
            r.phy = phy::AX;
        }
        if r.phy == phy::UNKNOWN
            && let Some(rate) = h.byte(bit::RATE)
        {
            // In half megabits: what only DSSS has, and what only OFDM has.
            r.phy = match (rate, r.frequency) {
                (2 | 4 | 11 | 22 | 44 | 66, _) => phy::B,
                (12 | 18 | 24 | 36 | 48 | 72 | 96 | 108, 2400..=2500) => phy::G,
                (12 | 18 | 24 | 36 | 48 | 72 | 96 | 108, 4900..=7200) => phy::A,
                _ => phy::UNKNOWN,
            };
        }
        r
    }

    fn tuned(&mut self, frequency: u32, flags: u32) {
        use channel::{CCK, DYNAMIC, GFSK, GHZ_2, GHZ_5, KIND, OFDM, TURBO};
        const B: u32 = GHZ_2 | CCK;
        const A: u32 = GHZ_5 | OFDM;
        const PURE_G: u32 = GHZ_2 | OFDM;
        const MIXED_G: u32 = GHZ_2 | DYNAMIC;
        self.frequency = frequency;
        self.channel = channel_of(frequency).map(|(_, n)| n);
        const HOPPING: u32 = GHZ_2 | GFSK;
        const TURBO_A: u32 = A | TURBO;
        const TURBO_G: u32 = PURE_G | TURBO;
        const TURBO_MIXED: u32 = MIXED_G | TURBO;
        match flags & KIND {
            HOPPING => self.phy = phy::FHSS,
            GHZ_2 => self.phy = phy::DSSS,
            B => self.phy = phy::B,
            A => (self.phy, self.turbo) = (phy::A, Some(0)),
            TURBO_A => (self.phy, self.turbo) = (phy::A, Some(2)),
            PURE_G | MIXED_G => (self.phy, self.mode) = (phy::G, Some(0)),
            TURBO_G | TURBO_MIXED => (self.phy, self.mode) = (phy::G, Some(1)),
            _ => {}
        }
        if (56_000..=72_000).contains(&frequency) {
            self.phy = phy::AD;
            self.turbo = None;
        }
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("802.11 Radio");
    cx.proto_len(0);
    if cx.wants_any(PHY, ASSUMED_BCC_FEC)
        && let Some(h) = super::radiotap::below(cx, &c)
    {
        show(cx, &h, c);
    }
    cx.call(super::wlan::ID, c)
}

fn show<S: Sink>(cx: &mut Cx<'_, S>, h: &Header<'_>, c: Cursor<'_>) {
    let r = Radio::new(h);
    let at = c.span(0);
    if r.phy != phy::UNKNOWN {
        cx.add(PHY, at, Value::U(u64::from(r.phy)));
    }
    match r.phy {
        phy::FHSS => {
            if let Some(&[set, pattern]) = h.bytes(bit::FHSS) {
                cx.add(FHSS_HOP_SET, at, Value::U(u64::from(set)));
                cx.add(FHSS_HOP_PATTERN, at, Value::U(u64::from(pattern)));
            }
        }
        phy::B => {
            if let Some(short) = r.short_preamble {
                cx.add(SHORT_PREAMBLE, at, Value::U(u64::from(short)));
            }
        }
        phy::A => {
            if let Some(turbo) = r.turbo {
                cx.add(N11A_TURBO_TYPE, at, Value::U(u64::from(turbo)));
            }
        }
        phy::G => {
            if let Some(mode) = r.mode {
                cx.add(N11G_MODE, at, Value::U(u64::from(mode)));
            }
        }
        phy::N => {
            if let Some([known, flags, index]) = r.mcs {
                let rows = [
                    (0x02, N11N_MCS_INDEX, index),
                    (0x01, N11N_BANDWIDTH, flags & 3),
                    (0x04, N11N_SHORT_GI, flags >> 2 & 1),
                    (0x08, N11N_GREENFIELD, flags >> 3 & 1),
                    (0x10, N11N_FEC, flags >> 4 & 1),
                    (0x20, N11N_STBC_STREAMS, flags >> 5 & 3),
                    (0x40, N11N_NESS, known >> 6 & 2 | flags >> 7),
                ];
                for (known_bit, field, v) in rows {
                    if known & known_bit != 0 {
                        cx.add(field, at, Value::U(u64::from(v)));
                    } else if let Some(flags) = h.byte(bit::FLAGS).filter(|_| known_bit == 0x04) {
                        cx.add(field, at, Value::U(u64::from(flags >> 7)));
                    }
                }
            }
        }
        phy::AC => vht(cx, h, at),
        _ => {}
    }
    if r.phy != phy::AC
        && let Some(rate) = r.rate
    {
        data_rate(cx, at, rate);
    }
    if let Some(channel) = r.channel {
        cx.add(CHANNEL, at, Value::U(u64::from(channel)));
    }
    if r.frequency != 0 {
        cx.add(FREQUENCY, at, Value::U(u64::from(r.frequency)));
    }
    let signed = |bit| h.byte(bit).map(|b| i64::from(b as i8));
    let (signal, noise) = (signed(bit::DBM_SIGNAL), signed(bit::DBM_NOISE));
    if let Some(v) = h.byte(bit::DB_SIGNAL) {
        cx.add(SIGNAL_DB, at, Value::U(u64::from(v)));
    }
    if let Some(v) = signal {
        cx.add(SIGNAL_DBM, at, Value::I(v));
    }
    if let Some(v) = h.byte(bit::DB_NOISE) {
        cx.add(NOISE_DB, at, Value::U(u64::from(v)));
    }
    if let Some(v) = noise {
        cx.add(NOISE_DBM, at, Value::I(v));
    }
    if let (Some(s), Some(n)) = (signal, noise) {
        cx.add(SNR, at, Value::I(s - n));
    }
    let tsf = h.bytes(bit::TSFT).map(le);
    if let Some(tsf) = tsf {
        cx.add(TIMESTAMP, at, Value::U(tsf));
    }
    let mut aggregate = false;
    if let Some(b) = h.bytes(bit::AMPDU) {
        let (reference, flags) = (le(b.get(..4).unwrap_or_default()), le(b.get(4..6).unwrap_or_default()));
        aggregate = true;
        let last = flags & 0x0c == 0x0c;
        cx.add(LAST_PART_OF_AN_AMPDU, at, Value::U(u64::from(last)));
        cx.add(A_MPDU_DELIM_CRC_ERROR, at, Value::U(flags >> 4 & 1));
        cx.add(A_MPDU_AGGREGATE_ID, at, Value::U(reference));
    }
    airtime::show(cx, &r, h, c.left(), tsf, aggregate, at);
}

fn data_rate<S: Sink>(cx: &mut Cx<'_, S>, at: requin_wire::Span, rate: f64) {
    let item = cx.add(DATA_RATE, at, Value::F(rate));
    cx.label(item, |o| {
        o.s("Data rate: ");
        tenths(o, rate);
        o.s(" Mb/s");
    });
}

/// What is only said of VHT.
fn vht<S: Sink>(cx: &mut Cx<'_, S>, h: &Header<'_>, at: requin_wire::Span) {
    let Some(b) = h.bytes(bit::VHT).and_then(|b| b.first_chunk::<12>()) else { return };
    let (known, flags) = (u16::from_le_bytes([b[0], b[1]]), b[2]);
    let rows = [
        (0x01, N11AC_STBC, flags & 1),
        (0x02, WLAN_RADIO_11AC_TXOP_PS_NOT_ALLOWED, flags >> 1 & 1),
        (0x04, N11AC_SHORT_GI, flags >> 2 & 1),
        (0x08, N11AC_SHORT_GI_NSYM_DISAMBIG, flags >> 3 & 1),
        (0x10, N11AC_LDPC_EXTRA_OFDM_SYMBOL, flags >> 4 & 1),
        (0x20, N11AC_BEAMFORMED, flags >> 5 & 1),
        (0x40, N11AC_BANDWIDTH, b[3]),
    ];
    for (known_bit, field, v) in rows {
        if known & known_bit != 0 {
            cx.add(field, at, Value::U(u64::from(v)));
        }
    }
    for i in 0..4 {
        let Some(mcs_nss) = b.get(4 + i).copied().filter(|m| m & 15 != 0) else { continue };
        let (mcs, nss) = (mcs_nss >> 4, mcs_nss & 15);
        let item = cx.add(N11AC_USER, at, Value::None);
        cx.append(item, |o| _ = o.c(b' ').u(i as u64).s(": MCS ").u(mcs));
        cx.under(item, |cx| {
            let it = cx.add(N11AC_MCS, at, Value::U(u64::from(mcs)));
            let name = rates::VHT_NAMES.get(usize::from(mcs)).copied().unwrap_or("invalid");
            cx.append(it, |o| _ = o.s(" (").s(name).s(")"));
            cx.add(N11AC_NSS, at, Value::U(u64::from(nss)));
            if known & 1 != 0 {
                let streams = if flags & 1 != 0 { 2 * nss } else { nss };
                cx.add(N11AC_NSTS, at, Value::U(u64::from(streams)));
            }
            cx.add(N11AC_FEC, at, Value::U(u64::from(b[8] >> i & 1)));
            if known & 0x44 == 0x44
                && let Some(rate) = rates::vht(mcs, nss, b[3], flags & 4 != 0)
            {
                data_rate(cx, at, rate);
            }
        });
    }
    if known & 0x80 != 0 {
        cx.add(N11AC_GID, at, Value::U(u64::from(b[9])));
    }
    if known & 0x100 != 0 {
        cx.add(N11AC_PAID, at, Value::U(u64::from(u16::from_le_bytes([b[10], b[11]]))));
    }
}
