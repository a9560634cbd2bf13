//! Names of values of the fields.

use requin_wire::{Names, names};

names! {
    pub MCS_BW {
        0 => "20 MHz",
        1 => "40 MHz",
        2 => "20 MHz lower",
        3 => "20 MHz upper",
    }
    pub MCS_GI {
        0 => "long",
        1 => "short",
    }
    pub MCS_FORMAT {
        0 => "mixed",
        1 => "greenfield",
    }
    pub MCS_FEC {
        0 => "BCC",
        1 => "LDPC",
    }
    pub VHT_BW {
        0 => "20 MHz",
        1 => "40 MHz",
        2 => "20 MHz lower",
        3 => "20 MHz upper",
        4 => "80 MHz",
        5 => "40 MHz lower",
        6 => "40 MHz upper",
        7 => "20 MHz, channel 1/4",
        8 => "20 MHz, channel 2/4",
        9 => "20 MHz, channel 3/4",
        10 => "20 MHz, channel 4/4",
        11 => "160 MHz",
        12 => "80 MHz lower",
        13 => "80 MHz upper",
        14 => "40 MHz, channel 1/4",
        15 => "40 MHz, channel 2/4",
        16 => "40 MHz, channel 3/4",
        17 => "40 MHz, channel 4/4",
        18 => "20 MHz, channel 1/8",
        19 => "20 MHz, channel 2/8",
        20 => "20 MHz, channel 3/8",
        21 => "20 MHz, channel 4/8",
        22 => "20 MHz, channel 5/8",
        23 => "20 MHz, channel 6/8",
        24 => "20 MHz, channel 7/8",
        25 => "20 MHz, channel 8/8",
    }
    pub TIMESTAMP_UNIT {
        0 => "msec",
        1 => "usec",
        2 => "nsec",
    }
    pub TIMESTAMP_SAMPLINGPOS {
        0 => "first MPDU bit/symbol",
        1 => "signal acquisition",
        2 => "end of frame",
        15 => "undefined",
    }
    pub HE_DATA_1_PPDU_FORMAT {
        0 => "HE_SU",
        1 => "HE_EXT_SU",
        2 => "HE_MU",
        3 => "HE_TRIG",
    }
    pub HE_DATA_5_DATA_BW_RU_ALLOCATION {
        0 => "20",
        1 => "40",
        2 => "80",
        3 => "160/80+80",
        4 => "26-tone RU",
        5 => "52-tone RU",
        6 => "106-tone RU",
        7 => "242-tone RU",
        8 => "484-tone RU",
        9 => "996-tone RU",
        10 => "2x996-tone RU",
        11 => "reserved",
        12 => "reserved",
        13 => "reserved",
        14 => "reserved",
        15 => "reserved",
    }
    pub HE_DATA_5_GI {
        0 => "0.8us",
        1 => "1.6us",
        2 => "3.2us",
        3 => "reserved",
    }
    pub HE_DATA_5_LTF_SYMBOL_SIZE {
        0 => "unknown",
        1 => "1x",
        2 => "2x",
        3 => "4x",
    }
    pub HE_NUM_LTF_SYMBOLS {
        0 => "1x",
        1 => "2x",
        2 => "4x",
        3 => "6x",
        4 => "8x",
        5 => "reserved",
        6 => "reserved",
        7 => "reserved",
    }
    pub HE_DATA_6_NSTS {
        0 => "Unknown",
        1 => "1 space-time stream",
        2 => "2 space-time streams",
        3 => "3 space-time streams",
        4 => "4 space-time streams",
        5 => "5 space-time streams",
        6 => "6 space-time streams",
        7 => "7 space-time streams",
        8 => "8 space-time streams",
        9 => "9 space-time streams",
        10 => "10 space-time streams",
        11 => "11 space-time streams",
        12 => "12 space-time streams",
        13 => "13 space-time streams",
        14 => "14 space-time streams",
        15 => "15 space-time streams",
    }
    pub HE_DATA_6_MIDAMBLE_PERIODICITY {
        0 => "10",
        1 => "20",
    }
}

/// Ranges of values.
pub const N0_LEN_PSDU_TYPE: Names = Names::Ranges(&[
    (0, 0, "sounding PPDU"),
    (1, 1, "reserved"),
    (2, 2, "S1G NDP CMAC frame"),
    (3, 254, "reserved"),
    (255, 255, "vendor-specific"),
]);
