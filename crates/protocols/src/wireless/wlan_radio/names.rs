//! Names of values of the fields.

use requin_wire::names;

names! {
    pub PHY {
        1 => "802.11 FHSS",
        2 => "802.11 IR",
        3 => "802.11 DSSS",
        4 => "802.11b (HR/DSSS)",
        5 => "802.11a (OFDM)",
        6 => "802.11g (ERP)",
        7 => "802.11n (HT)",
        8 => "802.11ac (VHT)",
        9 => "802.11ad (DMG)",
        10 => "802.11ah (S1G)",
        11 => "802.11ax (HE)",
    }
    pub N11A_TURBO_TYPE {
        0 => "Non-turbo",
        1 => "Turbo",
        2 => "Dynamic turbo",
        3 => "Static turbo",
    }
    pub N11G_MODE {
        0 => "None",
        1 => "Super G",
    }
    pub N11N_BANDWIDTH {
        0 => "20 MHz",
        1 => "40 MHz",
        2 => "20 MHz + 20 MHz lower",
        3 => "20 MHz + 20 MHz upper",
        4 => "80 MHz",
        5 => "40 MHz + 40 MHz lower",
        6 => "40 MHz + 40 MHz upper",
        7 => "20 MHz, channel 1/4",
        8 => "20 MHz, channel 2/4",
        9 => "20 MHz, channel 3/4",
        10 => "20 MHz, channel 4/4",
        11 => "160 MHz",
        12 => "80 MHz + 80 MHz lower",
        13 => "80 MHz + 80 MHz upper",
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
    pub N11N_FEC {
        0 => "BEC",
        1 => "LDPC",
    }
}
