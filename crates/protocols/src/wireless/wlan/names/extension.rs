//! Names of the elements that a second number tells apart, and of what they hold (802.11ax, 802.11ai).

use requin_wire::{Names, names};

names! {
    pub EXT_TAG_HE_MAC_CAP_DYNAMIC_FRAGMENTATION_SUPPORT {
        0 => "No support for dynamic fragmentation",
        1 => "Level 1 dynamic fragmentation support",
        2 => "Level 2 dynamic fragmentation support",
        3 => "Level 3 dynamic fragmentation support",
    }
    pub EXT_TAG_HE_MAC_CAP_MIN_FRAG_SIZE {
        0 => "No restriction on minimum payload size",
        1 => "Minimum payload size of 128 bytes",
        2 => "Minimum payload size of 256 bytes",
        3 => "Minimum payload size of 512 bytes",
    }
    pub EXT_TAG_HE_MAC_CAP_TRIG_FRM_MAC_PADDING_DUR {
        0 => "0",
        1 => "8 uS",
        2 => "16 uS",
        3 => "Reserved",
    }
    pub EXT_TAG_HE_MAC_CAP_HE_LINK_ADAPTATION_SUPPORT {
        0 => "No feedback if the STA does not provide HE MFB",
        1 => "Reserved",
        2 => "Unsolicited if the STA can receive and provide only unsolicited HE MFB",
        3 => "Both",
    }
    pub EXT_TAG_HE_PHY_CAP_DEVICE_CLASS {
        0 => "Class B Device",
        1 => "Class A Device",
    }
    pub EXT_TAG_HE_PHY_CAP_MIDAMBLE_TX_RX_MAX_NSTS {
        0 => "1 Space-Time Stream",
        1 => "2 Space-Time Streams",
        2 => "3 Space-Time Streams",
        3 => "4 Space-Time Streams",
    }
    pub EXT_TAG_HE_PHY_CAP_DCM_MAX_CONST_TX {
        0 => "DCM is not supported",
        1 => "BPSK",
        2 => "QPSK",
        3 => "16-QAM",
    }
    pub EXT_TAG_HE_PHY_CAP_DCM_MAX_NSS_TX {
        0 => "1 Spatial Stream",
        1 => "2 Spatial Streams",
    }
    pub EXT_TAG_HE_PHY_CAP_DCM_MAX_RU {
        0 => "242-tone RU",
        1 => "484-tone RU",
        2 => "996-tone RU",
        3 => "2x996-tone RU",
    }
    pub EXT_TAG_HE_PHY_CAP_NOMINAL_PACKET_PADDING {
        0 => "0 µs for all constellations, Nss and RU allocations",
        1 => "8 µs for all constellations, Nss and RU allocations",
        2 => "16 µs for all constellations, Nss and RU allocations",
        3 => "Reserved",
    }
    pub EXT_TAG_HE_MCS_MAP_MAX_HE_MCS_80_RX_1_SS {
        0 => "Support for HE-MCS 0-7",
        1 => "Support for HE-MCS 0-9",
        2 => "Support for HE-MCS 0-11",
        3 => "Not supported for HE PPDUs",
    }
    pub EXT_TAG_ESTIMATED_SERVICE_PARAMS_ACCESS_CATEGORY {
        0 => "AC=BK",
        1 => "AC=BE",
        2 => "AC=VI",
        3 => "AC=VO",
    }
    pub EXT_TAG_ESTIMATED_SERVICE_PARAMS_DATA_FORMAT {
        0 => "No aggregation is expected to be performed",
        1 => "A-MSDU aggregation is expected but not A-MPDUs when type is data",
        2 => "A-MSDU aggregation is NOT expected but A-MPDUs aggregation is when type is data",
        3 => "A-MSDU aggregation is expected and A-MPDU aggregation is when type is data",
    }
    pub EXT_TAG_ESTIMATED_SERVICE_PARAMS_BA_WINDOW_SIZE {
        0 => "Block Ack not expected to be used",
        1 => "2",
        2 => "4",
        3 => "6",
        4 => "8",
        5 => "16",
        6 => "32",
        7 => "64",
    }
    pub TAG_HE_6GHZ_CAP_INF_B0_B2 {
        0 => "No restriction",
        1 => "1/4 uS",
        2 => "1/2 uS",
        3 => "1 uS",
        4 => "2 uS",
        5 => "4 uS",
        6 => "8 uS",
        7 => "16 uS",
    }
    pub RNR_TBTT_INFO_INFO_LEN {
        1 => "Neighbor AP TBTT Offset subfield",
        2 => "Neighbor AP TBTT Offset subfield and the BSS Parameters subfield",
        5 => "Neighbor AP TBTT Offset subfield and the Short-SSID subfield",
        6 => "Neighbor AP TBTT offset subfield, the Short SSID subfield and the BSS Parameters subfield",
        7 => "Neighbor AP TBTT Offset subfield and the BSSID subfield",
        8 => "Neighbor AP TBTT Offset subfield, the BSSID subfield and the BSS Parameters subfield",
        9 => "Neighbor AP TBTT Offset subfield, the BSSID subfield, the BSS Parameters subfield and the 20 MHz PSD subfield",
        11 => "Neighbor AP TBTT Offset subfield, the BSSID subfield and the Short-SSID subfield",
        12 => "Neighbor AP TBTT Offset subfield, the BSSID subfield, the Short SSID subfield and the BSS Parameters subfield",
        13 => "Neighbor AP TBTT Offset subfield, the BSSID subfield, the Short SSID subfield, the BSS Parameters subfield and the 20 MHz PSD subfield",
        16 => "Neighbor AP TBTT Offset subfield, the BSSID subfield, the Short SSID subfield, the BSS Parameters subfield, the 20 MHz PSD subfield and the MLD Parameters subfield",
    }
    pub TWT_NEG_TYPE {
        0 => "Individual TWT",
        1 => "Wake TBTT",
        2 => "Broadcast TWT",
        3 => "Broadcast TWT",
    }
    pub TWT_SETUP_CMD {
        0 => "Request TWT",
        1 => "Suggest TWT",
        2 => "Demand TWT",
        3 => "TWT Grouping",
        4 => "Accept TWT",
        5 => "Alternate TWT",
        6 => "Dictate TWT",
        7 => "Reject TWT",
    }
    pub EXT_TAG_HE_PPE_THRESHOLDS_PPET16 {
        0 => "BPSK",
        1 => "QPSK",
        2 => "16-QAM",
        3 => "64-QAM",
        4 => "256-QAM",
        5 => "1024-QAM",
        6 => "Reserved",
        7 => "None",
    }
    pub EXT_TAG_NUMBER {
        1 => "Association Delay Info",
        2 => "FILS Request Parameters",
        3 => "FILS Key Confirmation",
        4 => "FILS Session",
        5 => "FILS HLP Container",
        6 => "FILS IP Address Assignment",
        7 => "Key Delivery",
        8 => "Wrapped Data",
        9 => "FTM Synchronization Information",
        10 => "Extended Request",
        11 => "Estimated Service Parameters",
        12 => "FILS Public Key",
        13 => "FILS Nonce",
        14 => "Future Channel Guidance",
        32 => "OWE Diffie-Hellman Parameter",
        33 => "Password Identifier",
        35 => "HE Capabilities",
        36 => "HE Operation",
        37 => "UORA Parameter Set",
        38 => "MU EDCA Parameter Set",
        39 => "Spatial Reuse Parameter Set",
        41 => "NDP Feedback Report Parameter Set",
        42 => "BSS Color Change Announcement",
        43 => "Quiet Time Period Setup",
        45 => "ESS Report",
        46 => "OPS",
        47 => "HE BSS Load",
        55 => "Multiple BSSID Configuration",
        56 => "Non-Inheritance",
        57 => "Known BSSID",
        58 => "Short SSID",
        59 => "HE 6 GHz Band Capabilities",
        60 => "UL MU Power Capabilities",
        88 => "MSCS Descriptor Element",
        89 => "TCLAS Mask",
        92 => "Rejected Groups",
        93 => "Anti-Clogging Token Container",
        94 => "Secure LTF Parameters",
        95 => "ISTA Passive TB Ranging Measurement Report",
        96 => "RSTA Passive TB Ranging Measurement Report",
        97 => "Passive TB Ranging LCI Table element",
        98 => "ISTA Availability Window",
        99 => "RSTA Availability Window",
        100 => "PASN Parameters",
        101 => "Ranging Parameters",
        102 => "Direction Measurement Results",
        103 => "Multiple AOD Feedback",
        104 => "Multiple Best AWV ID",
        105 => "LOS Likelihood",
    }
    pub EXT_TAG_OWE_DH_PARAMETER_GROUP {
        0 => "None",
        1 => "768-bit MODP Group",
        2 => "1024-bit MODP Group",
        5 => "1536-bit MODP Group",
        14 => "2048-bit MODP Group",
        15 => "3072-bit MODP Group",
        16 => "4096-bit MODP Group",
        17 => "6144-bit MODP Group",
        18 => "8192-bit MODP Group",
        19 => "256-bit random ECP group",
        20 => "384-bit random ECP group",
        21 => "521-bit random ECP group",
        22 => "1024-bit MODP Group with 160-bit Prime Order Subgroup",
        23 => "2048-bit MODP Group with 224-bit Prime Order Subgroup",
        24 => "2048-bit MODP Group with 256-bit Prime Order Subgroup",
        25 => "192-bit Random ECP Group",
        26 => "224-bit Random ECP Group",
        27 => "brainpoolP224r1",
        28 => "brainpoolP256r1",
        29 => "brainpoolP384r1",
        30 => "brainpoolP512r1",
        31 => "Curve25519",
        32 => "Curve448",
    }
}

/// Names of ranges of values.
pub const EXT_TAG_QUIET_TIME_PERIOD_CONTROL: Names = Names::Ranges(&[
    (0, 0, "Quiet Time Period Setup"),
    (1, 1, "Quiet Time Period Request"),
    (2, 2, "Quiet Time Period Response"),
    (3, 255, "Reserved"),
]);

/// Names of ranges of values.
pub const ETAG_PASN_PARAMETERS_WRAPPED_DATA_FORMAT: Names = Names::Ranges(&[
    (0, 0, "No wrapped data"),
    (1, 1, "Fast BSS Transition Wrapped Data"),
    (2, 2, "FILS Shared Key authentication without PFS Wrapped Data"),
    (3, 3, "SAE Wrapped Data"),
    (4, 255, "Reserved"),
]);

/// Names of ranges of values.
pub const EXT_TAG_MSCS_DESCRIPTOR_REQUEST_TYPE: Names =
    Names::Ranges(&[(0, 0, "Add"), (1, 1, "Remove"), (2, 2, "Change"), (3, 255, "Reserved")]);
