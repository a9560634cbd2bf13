//! Names of what elements of measurements, traffic, transitions and meshes hold.

use requin_wire::{Names, names};

names! {
    pub QOS_PRIORITY {
        0 => "Best Effort (Best Effort)",
        1 => "Background (Background)",
        2 => "Spare (Background)",
        3 => "Excellent Effort (Best Effort)",
        4 => "Controlled Load (Video)",
        5 => "Video (Video)",
        6 => "Voice (Voice)",
        7 => "Network Control (Voice)",
    }
    pub QOS_ACK {
        0 => "Normal Ack",
        1 => "No Ack",
        2 => "No explicit acknowledgment",
        3 => "Block Ack",
    }
    pub QOS_HIGHEST_PRI_BUF_AC {
        0 => "Best Effort",
        1 => "Background",
        2 => "Video",
        3 => "Voice",
    }
    pub TIMEOUT_INT_TYPE {
        1 => "Reassociation deadline interval (TUs)",
        2 => "Key lifetime interval (seconds)",
        3 => "Association Comeback time (TUs)",
        4 => "Time to start (TUs)",
    }
    pub MEASURE_REQ_BEACON_SUB_ID {
        0 => "SSID",
        1 => "Beacon Reporting Information",
        2 => "Reporting Detail",
        10 => "Request",
        11 => "Extended Request",
        51 => "AP Channel Report",
        163 => "Wide Channel Bandwidth Switch",
        164 => "Last Beacon Report Indication Request",
        221 => "Vendor Specific",
    }
    pub MEASURE_REP_BEACON_SUB_ID {
        1 => "Reported Frame Body",
        2 => "Reported Frame Body Fragment ID",
        163 => "Wide Bandwidth Channel Switch",
        164 => "Last Beacon Report Indication",
        221 => "Vendor Specific",
    }
    pub NREPORT_SUBELEM_NAMES {
        1 => "TSF Information",
        2 => "Condensed Country String",
        3 => "BSS Transition Candidate Preference",
        4 => "BSS Termination Duration",
        5 => "Bearing",
        6 => "Wide Bandwidth Channel",
        39 => "Measurement Report",
        45 => "HT Capabilities",
        61 => "HT Operation",
        62 => "Secondary Channel Offset",
        66 => "Measurement Pilot Transmission",
        70 => "RM Enabled Capabilities",
        71 => "Multiple BSSID",
        191 => "VHT Capabilities",
        192 => "VHT Operation",
        193 => "HE Capabilities",
        194 => "HE Operation",
        221 => "Vendor Specific",
    }
    pub TCLAS_PROC_PROCESSING {
        0 => "Incoming MSDU's higher layer parameters have to match to the parameters in all associated TCLAS elements.",
        1 => "Incoming MSDU's higher layer parameters have to match to at least one of the associated TCLAS elements.",
        2 => "Incoming MSDU's that do not belong to any other TS are classified to the TS for which this TCLAS Processing element is used. In this case, there will not be any associated TCLAS elements.",
    }
    pub NREPORT_BSSID_INFO_REACHABILITY {
        0 => "Reserved",
        1 => "Not Reachable",
        2 => "Unknown",
        3 => "Reachable",
    }
    pub TS_INFO_TYPE {
        0 => "Aperiodic or unspecified Traffic",
        1 => "Periodic Traffic",
    }
    pub TS_INFO_ACCESS {
        0 => "Reserved",
        1 => "EDCA",
        2 => "HCCA",
        3 => "HEMM",
    }
    pub MEASURE_REQ_REQTYPE {
        0 => "Basic Request",
        1 => "Clear Channel Assessment (CCA) Request",
        2 => "Receive Power Indication (RPI) Histogram Request",
        3 => "Channel Load Request",
        4 => "Noise Histogram Request",
        5 => "Beacon Request",
        6 => "Frame Request",
        7 => "STA Statistics Request",
        8 => "Location Configuration Indication (LCI) Request",
        9 => "Transmit Stream Measurement Request",
        10 => "Measurement Pause Request",
    }
    pub MEASURE_REP_REPTYPE {
        0 => "Basic Report",
        1 => "Clear Channel Assessment (CCA) Report",
        2 => "Receive Power Indication (RPI) Histogram Report",
        3 => "Channel Load Report",
        4 => "Noise Histogram Report",
        5 => "Beacon Report",
        6 => "Frame Report",
        7 => "STA Statistics Report",
        8 => "Location Configuration Information (LCI) Report",
        9 => "Transmit Stream Measurement Report",
    }
    pub FT_SUBELEM_ID {
        0 => "Reserved",
        1 => "PMK-R1 key holder identifier (R1KH-ID)",
        2 => "GTK subelement",
        3 => "PMK-R0 key holder identifier (R0KH-ID)",
        4 => "IGTK",
    }
    pub MEASURE_REQNOISE_HISTOGRAM_SUB_REPCOND {
        0 => "Report to be issued after each measurement (default, used when Noise Histogram Reporting Information subelement is not included in Noise Histogram Request).",
        1 => "Noise Histogram Report to be issued when measured ANPI is equal to or greater than the reference value.",
        2 => "Noise Histogram Report to be issued when measured ANPI is equal to or less than the reference value.",
    }
    pub MEASURE_REQ_BEACON_SUB_BRI_REPCOND {
        0 => "Report to be issued after each measurement.",
        1 => "The measured RCPI level is greater than an absolute threshold.",
        2 => "The measured RCPI level is less than an absolute threshold.",
        3 => "The measured RSNI level is greater than an absolute threshold.",
        4 => "The measured RSNI level is less than an absolute threshold.",
        5 => "The measured RCPI level is greater than a threshold defined by an offset from the serving AP's reference RCPI.",
        6 => "The measured RCPI level is less than a threshold defined by an offset from the serving AP's reference RCPI.",
        7 => "The measured RSNI level is greater than a threshold defined by an offset from the serving AP's reference RSNI.",
        8 => "The measured RSNI level is less than a threshold defined by an offset from the serving AP's reference RSNI.",
        9 => "The measured RCPI level is in a range bound by the serving AP's reference RCPI and an offset from the serving AP's reference RCPI.",
        10 => "The measured RSNI level is in a range bound by the serving AP's reference RSNI and an offset from the serving AP's reference RSNI.",
        254 => "Report not required to be issued",
    }
    pub MEASURE_REQ_BEACON_SUB_BRI_REPORTING_DETAIL {
        0 => "No fixed length fields or elements",
        1 => "All fixed length fields and any requested elements in the Request information element if present",
        2 => "All fixed length fields and elements (default, used when Reporting Detail subelement is not included in Beacon Request",
    }
    pub MEASURE_REQ_CHANNEL_LOAD_SUB_ID {
        1 => "Channel Load Reporting Information",
        221 => "Vendor Specific",
    }
    pub MEASURE_REQ_CHANNEL_LOAD_SUB_REPCOND {
        0 => "Report to be issued after each measurement (default, used when Channel Load Reporting Information subelement is not included in Channel Load Request).",
        1 => "Report to be issued when measured Channel Load is equal to or greater than the reference value.",
        2 => "Report to be issued when measured Channel Load is equal to or less than the reference value.",
    }
    pub MEASURE_REQ_GROUPID {
        0 => "STA Counters from dot11CountersTable",
        1 => "STA Counters from dot11MacStatistics group",
        2 => "QoS STA Counters for UP0 from dot11QosCountersTable",
        3 => "QoS STA Counters for UP1 from dot11QosCountersTable",
        4 => "QoS STA Counters for UP2 from dot11QosCountersTable",
        5 => "QoS STA Counters for UP3 from dot11QosCountersTable",
        6 => "QoS STA Counters for UP4 from dot11QosCountersTable",
        7 => "QoS STA Counters for UP5 from dot11QosCountersTable",
        8 => "QoS STA Counters for UP6 from dot11QosCountersTable",
        9 => "QoS STA Counters for UP7 from dot11QosCountersTable",
        10 => "BSS Average Access Delays",
        11 => "STA Counters from dot11A-MSDU Group",
        12 => "STA Counters from dot11A-MPDU Group",
        13 => "STA Counters from dot11 BAR, Channel Width, PSMP Group",
        14 => "STA Counters from dot11Protection Group",
        15 => "STBC Group",
    }
    pub MEASURE_REQ_MEASUREMENTMODE {
        0 => "Passive",
        1 => "Active",
        2 => "Beacon Table",
    }
    pub MEASURE_REQ_NOISE_HISTOGRAM_SUB_ID {
        1 => "Noise Histogram Reporting Information",
        221 => "Vendor Specific",
    }
    pub TIME_ADV_TIMING_CAPAB {
        0 => "No standardized external time source",
        1 => "Timestamp offset based on UTC",
        2 => "UTC time at which the TSF timer is 0",
    }
}

/// Names of ranges of values.
pub const TCLAS_CLASS_TYPE: Names = Names::Ranges(&[
    (0, 0, "Ethernet parameters"),
    (1, 1, "TCP/UDP IP parameters"),
    (2, 2, "IEEE 802.1D/Q parameters"),
    (3, 3, "Filter Offset parameters"),
    (4, 4, "IP and higher layer parameters"),
    (5, 5, "IEEE 802.1D/Q parameters"),
    (6, 6, "IEEE 802.11 MAC header parameters"),
    (7, 7, "IEEE Std 802.11 downlink PV1 MPDU MAC header parameters"),
    (8, 8, "IEEE Std 802.11 non-downlink PV1 MPDU MAC header parameters"),
    (9, 9, "IEEE Std 802.11 PV1 MPDU Full Address MAC header parameters"),
    (10, 10, "IP extensions and higher layer parameters"),
    (11, 255, "Reserved"),
]);

/// Names of ranges of values.
pub const TCLAS_USER_PRIORITY: Names = Names::Ranges(&[
    (0, 7, "The User Priority value of an MSDU"),
    (8, 8, "The AC value of an MPDU is AC-VO"),
    (9, 9, "The AC value of an MPDU is AC-VI"),
    (10, 10, "The AC value of an MPDU is AC-BE"),
    (11, 11, "The AC value of an MPDU is AC-BK"),
]);
