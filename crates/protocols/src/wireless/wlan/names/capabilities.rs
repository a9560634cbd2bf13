//! Names of what stations can do (802.11n, 802.11ac, 802.11ad, 802.11ah).

use requin_wire::{Names, names};

names! {
    pub HT_CAPABILITIES_SM {
        0 => "Static SM Power Save mode",
        1 => "Dynamic SM Power Save mode",
        2 => "Reserved",
        3 => "SM Power Save disabled",
    }
    pub HT_CAPABILITIES_RXSTBC {
        0 => "No Rx STBC support",
        1 => "Rx support of one spatial stream",
        2 => "Rx support of one and two spatial streams",
        3 => "Rx support of one, two, and three spatial streams",
    }
    pub OPERAT_MODE_FIELD_CHANNELWIDTH {
        0 => "20MHz",
        1 => "40MHZ",
        2 => "80MHz",
        3 => "160MHz or 80MHz+80MHz",
    }
    pub OPERAT_MODE_FIELD_RXNSS {
        0 => "1Nss",
        1 => "2Nss",
        2 => "3Nss",
        3 => "4Nss",
        4 => "5Nss",
        5 => "6Nss",
        6 => "7Nss",
        7 => "8Nss",
    }
    pub HT_AMPDUPARAM_MPDUDENSITY {
        0 => "no restriction",
        1 => "1/4 [usec]",
        2 => "1/2 [usec]",
        3 => "1 [usec]",
        4 => "2 [usec]",
        5 => "4 [usec]",
        6 => "8 [usec]",
        7 => "16 [usec]",
    }
    pub HTEX_CAPABILITIES_TRANSTIME {
        0 => "No Transition",
        1 => "400 usec",
        2 => "1.5 msec",
        3 => "5 msec",
    }
    pub HTEX_CAPABILITIES_MCS {
        0 => "STA does not provide MCS feedback",
        1 => "Reserved",
        2 => "STA provides only unsolicited MCS feedback",
        3 => "STA can provide MCS feedback in response to MRQ as well as unsolicited MCS feedback",
    }
    pub TXBF_CALIBRATION {
        0 => "incapable",
        1 => "Limited involvement, cannot initiate",
        2 => "Limited involvement, can initiate",
        3 => "Fully capable",
    }
    pub TXBF_RCSI {
        0 => "not supported",
        1 => "delayed feedback capable",
        2 => "immediate feedback capable",
        3 => "delayed and immediate feedback capable",
    }
    pub TXBF_MINGROUP {
        0 => "No grouping supported",
        1 => "Groups of 1, 2 supported",
        2 => "Groups of 1, 4 supported",
        3 => "Groups of 1, 2, 4 supported",
    }
    pub VHT_CAPABILITIES_MAXMPDULENGTH {
        0 => "3 895",
        1 => "7 991",
        2 => "11 454",
        3 => "Reserved",
    }
    pub VHT_CAPABILITIES_SUPPORTEDCHANWIDTHSET {
        0 => "Neither 160MHz nor 80+80 supported",
        1 => "160MHz supported",
        2 => "160MHz and 80+80 Supported",
        3 => "Reserved",
    }
    pub VHT_CAPABILITIES_RXSTBC {
        0 => "None",
        1 => "1 Spatial Stream Supported",
        2 => "1 to 2 Spatial Stream Supported",
        3 => "1 to 3 Spatial Stream Supported",
        4 => "1 to 4 Spatial Stream Supported",
        5 => "Reserved",
        6 => "Reserved",
        7 => "Reserved",
    }
    pub VHT_CAPABILITIES_BEAMFORMEE_STS_CAP {
        0 => "1",
        1 => "2",
        2 => "3",
        3 => "4",
        4 => "5",
        5 => "6",
        6 => "7",
        7 => "8",
    }
    pub VHT_CAPABILITIES_MAXAMPDU {
        0 => "8 191",
        1 => "16 383",
        2 => "32 767",
        3 => "65 535",
        4 => "131 071",
        5 => "262 143",
        6 => "524 287",
        7 => "1 048 575",
    }
    pub VHT_CAPABILITIES_LINKADAPT {
        0 => "No Feedback",
        1 => "Reserved (logically only solicited feedback)",
        2 => "Unsolicited feedback only",
        3 => "Both (can provide unsolicited feedback and respond to VHT MRQ)",
    }
    pub VHT_MCSSET_RXMCSMAP_SS1 {
        0 => "MCS 0-7",
        1 => "MCS 0-8",
        2 => "MCS 0-9",
        3 => "Not Supported",
    }
    pub VHT_OP_CHANNELWIDTH {
        0 => "20 MHz or 40 MHz BSS Bandwidth",
        1 => "80 MHz, 160 MHz or 80+80 MHz BSS Bandwidth",
        2 => "160 MHz BSS Bandwidth (deprecated)",
        3 => "Non-contiguous 80+80 MHz BSS Bandwidth (deprecated)",
    }
    pub TXBF_CSINUMANT {
        0 => "1 TX antenna sounding",
        1 => "2 TX antenna sounding",
        2 => "3 TX antenna sounding",
        3 => "4 TX antenna sounding",
    }
    pub TXBF_CSI_MAXROWS {
        0 => "1 row of CSI",
        1 => "2 rows of CSI",
        2 => "3 rows of CSI",
        3 => "4 rows of CSI",
    }
    pub TXBF_CHANNELEST {
        0 => "1 space time stream",
        1 => "2 space time streams",
        2 => "3 space time streams",
        3 => "4 space time streams",
    }
    pub HTA_CAPABILITIES_EXT_CHAN_OFFSET {
        0 => "No Extension Channel",
        1 => "Extension Channel above control channel",
        2 => "Undefined",
        3 => "Extension Channel below control channel",
    }
    pub HTA_CAPABILITIES_SERVICE_INTERVAL {
        0 => "5ms",
        1 => "10ms",
        2 => "15ms",
        3 => "20ms",
        4 => "25ms",
        5 => "30ms",
        6 => "35ms",
        7 => "40ms",
    }
    pub HTA_CAPABILITIES_OPERATING_MODE {
        0 => "Pure HT, no protection",
        1 => "There may be non-HT devices (control & ext channel)",
        2 => "No non-HT is associated, but at least 1 20MHz is. protect on",
        3 => "Mixed: no non-HT is associated, protect on",
    }
    pub HT_INFO_SECCHANOFFSET {
        0 => "No secondary channel",
        1 => "Secondary channel is above the primary channel",
        2 => "Reserved",
        3 => "Secondary channel is below the primary channel",
    }
    pub HT_INFO_HT_PROTECTION {
        0 => "No protection mode",
        1 => "HT non-member protection mode",
        2 => "20 MHz protection mode",
        3 => "non-HT mixed mode",
    }
    pub EXTCAP_SERV_INT_GRANULARITY {
        0 => "5 ms",
        1 => "10 ms",
        2 => "15 ms",
        3 => "20 ms",
        4 => "25 ms",
        5 => "30 ms",
        6 => "35 ms",
        7 => "40 ms",
    }
    pub EXTCAP_B63 {
        0 => "No limit",
        1 => "32",
        2 => "16",
        3 => "8",
    }
    pub HTC_LAC_ASEL_COMMAND {
        0 => "Transmit Antenna Selection Sounding Indication (TXASSI)",
        1 => "Transmit Antenna Selection Sounding Request (TXASSR)",
        2 => "Receive Antenna Selection Sounding Indication (RXASSI)",
        3 => "Receive Antenna Selection Sounding Request (RXASSR)",
        4 => "Sounding Label",
        5 => "No feedback, ASEL training failure",
        6 => "Transmit Antenna Selection Sounding Indication (TXASSI) requesting feedback of explicit CSI",
        7 => "Reserved",
    }
    pub HTC_CAL_POS {
        0 => "Not a calibration frame",
        1 => "Calibration Start",
        2 => "Sounding Response",
        3 => "Sounding Complete",
    }
    pub HTC_CSI_STEERING {
        0 => "No feedback required",
        1 => "CSI",
        2 => "Non-compressed Beamforming Feedback Matrix",
        3 => "Compressed Beamforming Feedback Matrix",
    }
    pub HTC_BW {
        0 => "20 MHz",
        1 => "40 MHz",
        2 => "80 MHz",
        3 => "160 MHz and 80+80 MHz",
    }
    pub HTC_CODING_TYPE {
        0 => "BCC",
        1 => "LDPC",
    }
    pub HTC_FB_TX_TYPE {
        0 => "Not beamformed",
        1 => "Beamformed",
    }
    pub WIDE_BW_NEW_CHANNEL_WIDTH {
        0 => "20MHz or 40MHz",
        1 => "80MHZ",
        16 => "160MHz",
        17 => "80MHz+80MHz",
    }
    pub S1G_SST_CHANNEL_UNIT {
        0 => "Channel Width Unit is 2 MHz",
        1 => "Channel Width Unit is 1 MHz",
    }
    pub DMG_CAPA_EXT_SC_MCS_CAPA_MAX_TX {
        0 => "None",
        1 => "MCS 9.1",
        2 => "MCS 12.1",
        3 => "MCS 12.2",
        4 => "MCS 12.3",
        5 => "MCS 12.4",
        6 => "MCS 12.5",
        7 => "MCS 12.6",
    }
    pub VHT_TPE_PWR_INFO_UNIT {
        0 => "EIRP",
    }
    pub VHT_ACTION {
        0 => "VHT Compressed Beamforming",
        1 => "Group ID Management",
        2 => "Operating Mode Notification",
    }
    pub S1G_ACTION {
        0 => "AID Switch Request",
        1 => "AID Switch Response",
        2 => "Sync Control",
        3 => "STA Information Announcement",
        4 => "EDCA Parameter Set",
        5 => "EL Operation",
        6 => "TWT Setup",
        7 => "TWT Teardown",
        8 => "Sectorized Group ID List",
        9 => "Sector ID Feedback",
        10 => "Reserved",
        11 => "TWT Information",
    }
    pub VHT_MIMO_CONTROL_CHANWIDTH {
        0 => "20 MHz",
        1 => "40 MHz",
        2 => "80 MHz",
        3 => "160 MHz / 80+80 MHz",
    }
    pub VHT_MIMO_CONTROL_FEEDBACKTYPE {
        0 => "SU",
        1 => "MU",
    }
    pub VHT_MIMO_CONTROL_GROUPING {
        0 => "1 (No Grouping)",
        1 => "2",
        2 => "4",
        3 => "Reserved",
    }
    pub VHT_MIMO_CONTROL_NCINDEX {
        0 => "1 Column",
        1 => "2 Columns",
        2 => "3 Columns",
        3 => "4 Columns",
        4 => "5 Columns",
        5 => "6 Columns",
        6 => "7 Columns",
        7 => "8 Columns",
    }
    pub VHT_MIMO_CONTROL_NRINDEX {
        0 => "1 Row",
        1 => "2 Rows",
        2 => "3 Rows",
        3 => "4 Rows",
        4 => "5 Rows",
        5 => "6 Rows",
        6 => "7 Rows",
        7 => "8 Rows",
    }
}

/// Names of ranges of values.
pub const S1G_RELAY_CONTROL_RELAY_HIERARCHY_IDENTIFIER: Names =
    Names::Ranges(&[(0, 0, "Root AP"), (1, 1, "S1G Relay AP"), (2, 127, "Reserved")]);

/// Names of ranges of values.
pub const DMG_CAPA_MAX_BASIC_SF_AMSDU: Names = Names::Ranges(&[
    (0, 0, "No Limit"),
    (1, 1, "4 Basic subframes"),
    (2, 2, "8 Basic subframes"),
    (3, 3, "16 Basic subframes"),
    (4, 4, "32 Basic subframes"),
    (5, 5, "64 Basic subframes"),
    (6, 6, "128 Basic subframes"),
    (7, 7, "256 Basic subframes"),
    (8, 255, "reserved"),
]);

/// Names of ranges of values.
pub const DMG_CAPA_MAX_SHORT_SF_AMSDU: Names = Names::Ranges(&[
    (0, 0, "No Limit"),
    (1, 1, "32 Short subframes"),
    (2, 2, "64 Short subframes"),
    (3, 3, "128 Short subframes"),
    (4, 4, "256 Short subframes"),
    (5, 5, "512 Short subframes"),
    (6, 6, "1024 Short subframes"),
    (7, 255, "reserved"),
]);
