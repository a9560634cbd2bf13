//! Application service data units of IEC 60870-5-101 and -104: objects of information, their qualities and times.

use requin_wire::{Cursor, Cx, Field, Item, Names, Sink, Step, Time, Value, names, proto};

proto! {
    IEC60870_ASDU "iec60870_asdu" "IEC 60870-5-101/104 ASDU" "IEC 60870-5-101/104 ASDU" App
    on []
    fields {
        IEC104_APDU_MIN_LEN "iec104.apdu_min_len" "APDU less than bytes": None;
        ADDR "iec60870_asdu.addr" "Addr": U16 Dec;
        CAUSETX "iec60870_asdu.causetx" "CauseTx": U8 Dec & 0x3f = CAUSETX_NAMES;
        COI "iec60870_asdu.coi" "COI": U8 Hex;
        COI_I "iec60870_asdu.coi_i" "I": Bool(8) & 0x80 = Names::Bools("Initialisation after change of local parameters", "Initialisation with unchanged local parameters");
        COI_R "iec60870_asdu.coi_r" "R": U8 Dec & 0x7f = COI_R_NAMES;
        CP56TIME "iec60870_asdu.cp56time" "CP56Time": AbsTime;
        CP56TIME_DAY "iec60870_asdu.cp56time.day" "Day": U8 Dec & 0x1f;
        CP56TIME_DOW "iec60870_asdu.cp56time.dow" "DOW": U8 Dec & 0xe0;
        CP56TIME_GEN "iec60870_asdu.cp56time.gen" "GEN": Bool(8) & 0x40 = Names::Bools("Substituted", "Not Substituted");
        CP56TIME_HOUR "iec60870_asdu.cp56time.hour" "Hour": U8 Dec & 0x1f;
        CP56TIME_IV "iec60870_asdu.cp56time.iv" "IV": Bool(8) & 0x80 = Names::Bools("Invalid", "Valid");
        CP56TIME_MIN "iec60870_asdu.cp56time.min" "Min": U8 Dec & 0x3f;
        CP56TIME_MONTH "iec60870_asdu.cp56time.month" "Month": U8 Dec & 0xf;
        CP56TIME_MS "iec60870_asdu.cp56time.ms" "MS": U16 Dec;
        CP56TIME_SU "iec60870_asdu.cp56time.su" "SU": Bool(8) & 0x80 = Names::Bools("DST", "Local");
        CP56TIME_YEAR "iec60870_asdu.cp56time.year" "Year": U8 Dec & 0x7f;
        DCO "iec60870_asdu.dco" "DCO": U8 Hex;
        DCO_ON "iec60870_asdu.dco.on" "ON/OFF": U8 Dec & 0x3 = DCO_ON_NAMES;
        DCO_QU "iec60870_asdu.dco.qu" "QU": U8 Dec & 0x7c = DCO_QU_NAMES;
        DCO_SE "iec60870_asdu.dco.se" "S/E": Bool(8) & 0x80 = Names::Bools("Select", "Execute");
        DIQ "iec60870_asdu.diq" "DIQ": U8 Hex;
        DIQ_BL "iec60870_asdu.diq.bl" "BL": Bool(8) & 0x10 = Names::Bools("Blocked", "Not blocked");
        DIQ_DPI "iec60870_asdu.diq.dpi" "DPI": U8 Dec & 0x3 = DIQ_DPI_NAMES;
        DIQ_IV "iec60870_asdu.diq.iv" "IV": Bool(8) & 0x80 = Names::Bools("Invalid", "Valid");
        DIQ_NT "iec60870_asdu.diq.nt" "NT": Bool(8) & 0x40 = Names::Bools("Not Topical", "Topical");
        DIQ_SB "iec60870_asdu.diq.sb" "SB": Bool(8) & 0x20 = Names::Bools("Substituted", "Not Substituted");
        FLOAT "iec60870_asdu.float" "Value": F32;
        IOA "iec60870_asdu.ioa" "IOA": U24 Dec;
        NEGA "iec60870_asdu.nega" "Negative": Bool(8) & 0x40;
        NUMIX "iec60870_asdu.numix" "NumIx": U8 Dec & 0x7f;
        OA "iec60870_asdu.oa" "OA": U8 Dec;
        QDS "iec60870_asdu.qds" "QDS": U8 Hex;
        QDS_BL "iec60870_asdu.qds.bl" "BL": Bool(8) & 0x10 = Names::Bools("Blocked", "Not blocked");
        QDS_IV "iec60870_asdu.qds.iv" "IV": Bool(8) & 0x80 = Names::Bools("Invalid", "Valid");
        QDS_NT "iec60870_asdu.qds.nt" "NT": Bool(8) & 0x40 = Names::Bools("Not Topical", "Topical");
        QDS_OV "iec60870_asdu.qds.ov" "OV": Bool(8) & 0x1 = Names::Bools("Overflow", "No overflow");
        QDS_SB "iec60870_asdu.qds.sb" "SB": Bool(8) & 0x20 = Names::Bools("Substituted", "Not Substituted");
        QOI "iec60870_asdu.qoi" "QOI": U8 Dec = QOI_NAMES;
        SCO "iec60870_asdu.sco" "SCO": U8 Hex;
        SCO_ON "iec60870_asdu.sco.on" "ON/OFF": Bool(8) & 0x1 = Names::Bools("On", "Off");
        SCO_QU "iec60870_asdu.sco.qu" "QU": U8 Dec & 0x7c = DCO_QU_NAMES;
        SCO_SE "iec60870_asdu.sco.se" "S/E": Bool(8) & 0x80 = Names::Bools("Select", "Execute");
        SIQ "iec60870_asdu.siq" "SIQ": U8 Hex;
        SIQ_BL "iec60870_asdu.siq.bl" "BL": Bool(8) & 0x10 = Names::Bools("Blocked", "Not blocked");
        SIQ_IV "iec60870_asdu.siq.iv" "IV": Bool(8) & 0x80 = Names::Bools("Invalid", "Valid");
        SIQ_NT "iec60870_asdu.siq.nt" "NT": Bool(8) & 0x40 = Names::Bools("Not Topical", "Topical");
        SIQ_SB "iec60870_asdu.siq.sb" "SB": Bool(8) & 0x20 = Names::Bools("Substituted", "Not Substituted");
        SIQ_SPI "iec60870_asdu.siq.spi" "SPI": Bool(8) & 0x1 = Names::Bools("On", "Off");
        SQ "iec60870_asdu.sq" "SQ": Bool(8) & 0x80;
        START "iec60870_asdu.start" "START": U8 Hex;
        TEST "iec60870_asdu.test" "Test": Bool(8) & 0x80;
        TYPEID "iec60870_asdu.typeid" "TypeId": U8 Dec = TYPEID_NAMES;
        CP24TIME "iec60870_asdu.cp24time" "CP24Time": RelTime;
        CP24TIME_MS "iec60870_asdu.cp24time.ms" "MS": U16 Dec;
        CP24TIME_MIN "iec60870_asdu.cp24time.min" "Min": U8 Dec & 0x3f;
        CP24TIME_IV "iec60870_asdu.cp24time.iv" "IV": Bool(8) & 0x80 = Names::Bools("Invalid", "Valid");
        VTI "iec60870_asdu.vti" "VTI": U8 Hex;
        VTI_V "iec60870_asdu.vti.v" "Value": I8 Dec & 0x7f;
        VTI_T "iec60870_asdu.vti.t" "T": Bool(8) & 0x80 = Names::Bools("Transient", "Not Transient");
        QOS "iec60870_asdu.qos" "QOS": U8 Hex;
        QOS_QL "iec60870_asdu.qos.ql" "QL": U8 Dec & 0x7f;
        QOS_SE "iec60870_asdu.qos.se" "S/E": Bool(8) & 0x80 = Names::Bools("Select", "Execute");
        RCO "iec60870_asdu.rco" "RCO": U8 Hex;
        RCO_UP "iec60870_asdu.rco.up" "UP/DOWN": U8 Dec & 0x3 = RCO_UP_NAMES;
        RCO_QU "iec60870_asdu.rco.qu" "QU": U8 Dec & 0x7c = DCO_QU_NAMES;
        RCO_SE "iec60870_asdu.rco.se" "S/E": Bool(8) & 0x80 = Names::Bools("Select", "Execute");
        QPM "iec60870_asdu.qpm" "QPM": U8 Hex;
        QPM_KPA "iec60870_asdu.qpm.kpa" "KPA": U8 Dec & 0x3f = QPM_KPA_NAMES;
        QPM_LPC "iec60870_asdu.qpm.lpc" "LPC": U8 Dec & 0x40 = QPM_LPC_NAMES;
        QPM_POP "iec60870_asdu.qpm.pop" "POP": U8 Dec & 0x80 = QPM_POP_NAMES;
        QCC "iec60870_asdu.qcc" "QCC": U8 Hex;
        RQT "iec60870_asdu.rqt" "RQT": U8 Dec & 0x3f = RQT_NAMES;
        FRZ "iec60870_asdu.frz" "FRZ": U8 Dec & 0xc0 = FRZ_NAMES;
        QRP "iec60870_asdu.qrp" "QRP": U8 Dec = QRP_NAMES;
        BCR_COUNT "iec60870_asdu.bcr.count" "Binary Counter": I32 Dec;
        BCR_SQ "iec60870_asdu.bcr.sq" "SQ": U8 Dec & 0x1f;
        BCR_CY "iec60870_asdu.bcr.cy" "CY": Bool(8) & 0x20 = Names::Bools("Overflow", "No overflow");
        BCR_CA "iec60870_asdu.bcr.ca" "CA": Bool(8) & 0x40 = Names::Bools("Adjusted", "Not Adjusted");
        BCR_IV "iec60870_asdu.bcr.iv" "IV": Bool(8) & 0x80 = Names::Bools("Invalid", "Valid");
        BITSTRING "iec60870_asdu.bitstring" "Value": U32 Hex;
        NORMVAL "iec60870_asdu.normval" "Value": F32;
        SCALVAL "iec60870_asdu.scalval" "Value": I16 Dec;
        RAWDATA "iec60870_asdu.rawdata" "Raw Data": Bytes;
        IEC104_SHORT_ASDU "iec104.short_asdu" "<ERR Short Asdu>": None;
        IEC104_APDU_INVALID_LEN "iec104.apdu_invalid_len" "Invalid ApduLen": None;
    }
    experts {
        SHORT_ASDU "iec104.short_asdu" Error Malformed "<ERR Short Asdu>";
    }
}

names! {
    CAUSETX_NAMES {
        1 => "Per/Cyc", 2 => "Back", 3 => "Spont", 4 => "Init", 5 => "Req", 6 => "Act", 7 => "ActCon",
        8 => "Deact", 9 => "DeactCon", 10 => "ActTerm", 11 => "Retrem", 12 => "Retloc", 13 => "File",
        14 => "Auth", 15 => "Seskey", 16 => "Usrkey", 20 => "Inrogen", 21 => "Inro1", 22 => "Inro2",
        23 => "Inro3", 24 => "Inro4", 25 => "Inro5", 26 => "Inro6", 27 => "Inro7", 28 => "Inro8",
        29 => "Inro9", 30 => "Inro10", 31 => "Inro11", 32 => "Inro12", 33 => "Inro13", 34 => "Inro14",
        35 => "Inro15", 36 => "Inro16", 37 => "Reqcogen", 38 => "Reqco1", 39 => "Reqco2", 40 => "Reqco3",
        41 => "Reqco4", 44 => "UkTypeId", 45 => "UkCauseTx", 46 => "UkComAdrASDU", 47 => "UkIOA",
    }
    COI_R_NAMES {
        0 => "Local power switch on", 1 => "Local manual reset", 2 => "Remote reset",
    }
    DCO_ON_NAMES {
        0 => "(None)", 1 => "OFF", 2 => "ON", 3 => "Error: On/Off not defined",
    }
    DCO_QU_NAMES {
        0 => "No pulse defined", 1 => "Short Pulse", 2 => "Long Pulse", 3 => "Persistent Output",
    }
    DIQ_DPI_NAMES {
        0 => "Indeterminate or Intermediate", 1 => "OFF", 2 => "ON", 3 => "Indeterminate",
    }
    QOI_NAMES {
        0 => "Not specified", 20 => "Station interrogation (global)", 21 => "Group 1 interrogation",
        22 => "Group 2 interrogation", 23 => "Group 3 interrogation", 24 => "Group 4 interrogation",
        25 => "Group 5 interrogation", 26 => "Group 6 interrogation", 27 => "Group 7 interrogation",
        28 => "Group 8 interrogation", 29 => "Group 9 interrogation", 30 => "Group 10 interrogation",
        31 => "Group 11 interrogation", 32 => "Group 12 interrogation", 33 => "Group 13 interrogation",
        34 => "Group 14 interrogation", 35 => "Group 15 interrogation", 36 => "Group 16 interrogation",
    }
    TYPEID_NAMES {
        1 => "M_SP_NA_1", 2 => "M_SP_TA_1", 3 => "M_DP_NA_1", 4 => "M_DP_TA_1", 5 => "M_ST_NA_1",
        6 => "M_ST_TA_1", 7 => "M_BO_NA_1", 8 => "M_BO_TA_1", 9 => "M_ME_NA_1", 10 => "M_ME_TA_1",
        11 => "M_ME_NB_1", 12 => "M_ME_TB_1", 13 => "M_ME_NC_1", 14 => "M_ME_TC_1", 15 => "M_IT_NA_1",
        16 => "M_IT_TA_1", 20 => "M_PS_NA_1", 21 => "M_ME_ND_1", 30 => "M_SP_TB_1", 31 => "M_DP_TB_1",
        32 => "M_ST_TB_1", 33 => "M_BO_TB_1", 34 => "M_ME_TD_1", 35 => "M_ME_TE_1", 36 => "M_ME_TF_1",
        37 => "M_IT_TB_1", 38 => "M_EP_TD_1", 39 => "M_EP_TE_1", 40 => "M_EP_TF_1", 41 => "S_IT_TC_1",
        45 => "C_SC_NA_1", 46 => "C_DC_NA_1", 47 => "C_RC_NA_1", 48 => "C_SE_NA_1", 49 => "C_SE_NB_1",
        50 => "C_SE_NC_1", 51 => "C_BO_NA_1", 58 => "C_SC_TA_1", 59 => "C_DC_TA_1", 60 => "C_RC_TA_1",
        61 => "C_SE_TA_1", 62 => "C_SE_TB_1", 63 => "C_SE_TC_1", 64 => "C_BO_TA_1", 70 => "M_EI_NA_1",
        81 => "S_CH_NA_1", 82 => "S_RP_NA_1", 83 => "S_AR_NA_1", 84 => "S_KR_NA_1", 85 => "S_KS_NA_1",
        86 => "S_KC_NA_1", 87 => "S_ER_NA_1", 90 => "S_US_NA_1", 91 => "S_UQ_NA_1", 92 => "S_UR_NA_1",
        93 => "S_UK_NA_1", 94 => "S_UA_NA_1", 95 => "S_UC_NA_1", 100 => "C_IC_NA_1", 101 => "C_CI_NA_1",
        102 => "C_RD_NA_1", 103 => "C_CS_NA_1", 105 => "C_RP_NA_1", 107 => "C_TS_TA_1", 110 => "P_ME_NA_1",
        111 => "P_ME_NB_1", 112 => "P_ME_NC_1", 113 => "P_AC_NA_1", 120 => "F_FR_NA_1", 121 => "F_SR_NA_1",
        122 => "F_SC_NA_1", 123 => "F_LS_NA_1", 124 => "F_AF_NA_1", 125 => "F_SG_NA_1", 126 => "F_DR_TA_1",
        127 => "F_SC_NB_1",
    }
    RCO_UP_NAMES {
        0 => "(None)", 1 => "DOWN", 2 => "UP", 3 => "Error: Up/Down not defined",
    }
    QPM_KPA_NAMES {
        0 => "Not used", 1 => "Threshold value", 2 => "Smoothing factor (filter time constant)",
    }
    QPM_LPC_NAMES {
        0 => "No change", 1 => "Change",
    }
    QPM_POP_NAMES {
        0 => "Operation", 1 => "Not in operation",
    }
    RQT_NAMES {
        0 => "Not specified", 1 => "Group 1 counter interrogation", 2 => "Group 2 counter interrogation",
        3 => "Group 3 counter interrogation", 4 => "Group 4 counter interrogation",
        5 => "General counter interrogation",
    }
    FRZ_NAMES {
        0 => "Read only (no freeze or reset)",
        1 => "Counter freeze without reset (value frozen represents integrated total)",
        2 => "Counter freeze with reset (value frozen represents incremental information)",
        3 => "Counter reset",
    }
    QRP_NAMES {
        0 => "Not used", 1 => "General reset of process",
        2 => "Reset of pending information with time tag of the event buffer",
    }
}

names! {
    /// What each type is.
    MEANINGS {
        1 => "single-point information", 2 => "single-point information with time tag",
        3 => "double-point information", 4 => "double-point information with time tag",
        5 => "step position information", 6 => "step position information with time tag",
        7 => "bitstring of 32 bits", 8 => "bitstring of 32 bits with time tag",
        9 => "measured value, normalized value", 10 => "measured value, normalized value with time tag",
        11 => "measured value, scaled value", 12 => "measured value, scaled value with time tag",
        13 => "measured value, short floating point number",
        14 => "measured value, short floating point number with time tag",
        15 => "integrated totals", 16 => "integrated totals with time tag",
        20 => "packed single-point information with status change detection",
        21 => "measured value, normalized value without quality descriptor",
        30 => "single-point information with time tag CP56Time2a",
        31 => "double-point information with time tag CP56Time2a",
        32 => "step position information with time tag CP56Time2a",
        33 => "bitstring of 32 bit with time tag CP56Time2a",
        34 => "measured value, normalized value with time tag CP56Time2a",
        35 => "measured value, scaled value with time tag CP56Time2a",
        36 => "measured value, short floating point number with time tag CP56Time2a",
        37 => "integrated totals with time tag CP56Time2a",
        38 => "event of protection equipment with time tag CP56Time2a",
        39 => "packed start events of protection equipment with time tag CP56Time2a",
        40 => "packed output circuit information of protection equipment with time tag CP56Time2a",
        45 => "single command", 46 => "double command", 47 => "regulating step command",
        48 => "set point command, normalized value", 49 => "set point command, scaled value",
        50 => "set point command, short floating point number", 51 => "bitstring of 32 bits",
        58 => "single command with time tag CP56Time2a", 59 => "double command with time tag CP56Time2a",
        60 => "regulating step command with time tag CP56Time2a",
        61 => "set point command, normalized value with time tag CP56Time2a",
        62 => "set point command, scaled value with time tag CP56Time2a",
        63 => "set point command, short floating-point number with time tag CP56Time2a",
        64 => "bitstring of 32 bits with time tag CP56Time2a",
        70 => "end of initialization", 100 => "interrogation command", 101 => "counter interrogation command",
        102 => "read command", 103 => "clock synchronization command", 105 => "reset process command",
        107 => "test command with time tag CP56Time2a", 110 => "parameter of measured value, normalized value",
        111 => "parameter of measured value, scaled value",
        112 => "parameter of measured value, short floating-point number",
        113 => "parameter activation", 120 => "file ready", 121 => "section ready",
        122 => "call directory, select file, call file, call section", 123 => "last section, last segment",
        124 => "ack file, ack section", 125 => "segment", 126 => "directory",
        127 => "Query Log - Request archive file",
    }
}

/// A part of an object of information.
#[derive(Clone, Copy)]
enum Part {
    /// Byte with bits of its own.
    Bits(Field, &'static [Field]),
    /// Number as it is, of so many bytes.
    Number(Field, usize),
    /// Normalized value: a fraction of one.
    Normal,
    Time24,
    Time56,
}

const SIQ_PART: Part = Part::Bits(SIQ, &[SIQ_SPI, SIQ_BL, SIQ_SB, SIQ_NT, SIQ_IV]);
const DIQ_PART: Part = Part::Bits(DIQ, &[DIQ_DPI, DIQ_BL, DIQ_SB, DIQ_NT, DIQ_IV]);
const QDS_PART: Part = Part::Bits(QDS, &[QDS_OV, QDS_BL, QDS_SB, QDS_NT, QDS_IV]);
const VTI_PART: Part = Part::Bits(VTI, &[VTI_V, VTI_T]);
const SCO_PART: Part = Part::Bits(SCO, &[SCO_ON, SCO_QU, SCO_SE]);
const DCO_PART: Part = Part::Bits(DCO, &[DCO_ON, DCO_QU, DCO_SE]);
const RCO_PART: Part = Part::Bits(RCO, &[RCO_UP, RCO_QU, RCO_SE]);
const QOS_PART: Part = Part::Bits(QOS, &[QOS_QL, QOS_SE]);
const COI_PART: Part = Part::Bits(COI, &[COI_R, COI_I]);
const QPM_PART: Part = Part::Bits(QPM, &[QPM_KPA, QPM_LPC, QPM_POP]);
const QCC_PART: Part = Part::Bits(QCC, &[RQT, FRZ]);
const SCALED: Part = Part::Number(SCALVAL, 2);
const REAL: Part = Part::Number(FLOAT, 4);
const BITS32: Part = Part::Number(BITSTRING, 4);
const COUNTER: Part = Part::Number(BCR_COUNT, 4);

/// What an object of this type consists of; nothing for types that are not read.
fn parts(kind: u8) -> &'static [Part] {
    use Part::{Normal, Time24, Time56};
    match kind {
        1 => &[SIQ_PART],
        2 => &[SIQ_PART, Time24],
        3 => &[DIQ_PART],
        4 => &[DIQ_PART, Time24],
        5 => &[VTI_PART, QDS_PART],
        6 => &[VTI_PART, QDS_PART, Time24],
        7 => &[BITS32, QDS_PART],
        8 => &[BITS32, QDS_PART, Time24],
        9 => &[Normal, QDS_PART],
        10 => &[Normal, QDS_PART, Time24],
        11 => &[SCALED, QDS_PART],
        12 => &[SCALED, QDS_PART, Time24],
        13 => &[REAL, QDS_PART],
        14 => &[REAL, QDS_PART, Time24],
        15 => &[COUNTER],
        16 => &[COUNTER, Time24],
        21 => &[Normal],
        30 => &[SIQ_PART, Time56],
        31 => &[DIQ_PART, Time56],
        32 => &[VTI_PART, QDS_PART, Time56],
        33 => &[BITS32, QDS_PART, Time56],
        34 => &[Normal, QDS_PART, Time56],
        35 => &[SCALED, QDS_PART, Time56],
        36 => &[REAL, QDS_PART, Time56],
        37 => &[COUNTER, Time56],
        45 => &[SCO_PART],
        46 => &[DCO_PART],
        47 => &[RCO_PART],
        48 => &[Normal, QOS_PART],
        49 => &[SCALED, QOS_PART],
        50 => &[REAL, QOS_PART],
        51 => &[BITS32],
        58 => &[SCO_PART, Time56],
        59 => &[DCO_PART, Time56],
        60 => &[RCO_PART, Time56],
        61 => &[Normal, QOS_PART, Time56],
        62 => &[SCALED, QOS_PART, Time56],
        63 => &[REAL, QOS_PART, Time56],
        64 => &[BITS32, Time56],
        70 => &[COI_PART],
        100 => &[Part::Number(QOI, 1)],
        101 => &[QCC_PART],
        103 => &[Time56],
        105 => &[Part::Number(QRP, 1)],
        110 => &[Normal, QPM_PART],
        111 => &[SCALED, QPM_PART],
        112 => &[REAL, QPM_PART],
        _ => &[],
    }
}

/// The type identifier of the read command, whose object is empty.
const READ: u8 = 102;
/// Before the first object: type, structure, cause, originator, address.
const HEAD: usize = 6;
const ADDRESS: usize = 3;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("IEC 60870-5 ASDU");
    let head = c;
    let (kind, structure) = (cx.u8(TYPEID, &mut c)?, c.peek_u8(0)?);
    let (sequence, count) = (structure & 0x80 != 0, structure & 0x7f);
    cx.peek(SQ, &c, 1)?;
    cx.field(NUMIX, &mut c, 1)?;
    let cause = c.peek_u8(0)?;
    for field in [CAUSETX, NEGA, TEST] {
        cx.peek(field, &c, 1)?;
    }
    c.skip(1)?;
    cx.u8(OA, &mut c)?;
    let address = cx.u16_le(ADDR, &mut c)?;
    let first = head.peek_bytes(HEAD, ADDRESS).map(requin_wire::le)?;
    let summary = |o: &mut requin_wire::Out<'_>| {
        o.s("ASDU=").u(address).c(b' ').s(TYPEID_NAMES.or(u64::from(kind), "<Unknown TypeId>")).c(b' ');
        let name = CAUSETX_NAMES.or(u64::from(cause & 0x3f), " <Unknown CauseTx>");
        o.s(name);
        if cause & 0xc0 == 0 {
            for _ in name.len()..7 {
                o.c(b' ');
            }
        }
        o.s(if cause & 0x40 != 0 { "_NEGA" } else { "" }).s(if cause & 0x80 != 0 { "_TEST" } else { "" });
        if count > 1 {
            o.s(" IOA[").u(count).s("]=").u(first);
            if sequence {
                o.s("-").u(first + u64::from(count) - 1);
            } else {
                o.s(",...");
            }
        } else {
            o.s(" IOA=").u(first);
        }
    };
    cx.info_add(summary);
    cx.proto_append(|o| {
        o.s(": ");
        summary(o);
        o.s(" '").s(MEANINGS.or(u64::from(kind), "<Unknown TypeId>")).s("'");
    });
    let parts = parts(kind);
    if parts.is_empty() && kind != READ {
        let n = c.left();
        return cx.field(RAWDATA, &mut c, n).map(|_| ());
    }
    let mut number = 0;
    for i in 0..count {
        let from = c;
        let given = i == 0 || !sequence;
        number = if given { c.peek_bytes(0, ADDRESS).map(requin_wire::le)? } else { number + 1 };
        let item = cx.line(c.span(0), |o| _ = o.s("IOA: ").u(number));
        cx.under(item, |cx| -> Step {
            if given {
                cx.field_le(IOA, &mut c, ADDRESS)?;
            } else {
                cx.generated(IOA, c.span(0), Value::U(number));
            }
            parts.iter().try_for_each(|p| part(cx, &mut c, *p))
        })?;
        cx.set_len(item, c.pos() - from.pos());
    }
    Ok(())
}

fn part<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, part: Part) -> Step {
    match part {
        Part::Bits(field, bits) => cx.flags(field, c, 1, bits).map(|_| ()),
        Part::Number(BCR_COUNT, n) => {
            cx.field_le(BCR_COUNT, c, n)?;
            for field in [BCR_SQ, BCR_CY, BCR_CA, BCR_IV] {
                cx.peek(field, c, 1)?;
            }
            c.skip(1)
        }
        Part::Number(field, n) => cx.field_le(field, c, n).map(|_| ()),
        Part::Normal => {
            let raw = requin_wire::le(c.peek_bytes(0, 2)?) as u16 as i16;
            cx.add(NORMVAL, c.span(2), Value::F(f64::from(raw) / 32768.0));
            c.skip(2)
        }
        Part::Time24 => {
            let b = c.peek_array::<3>()?;
            let (ms, min) = (u16::from_le_bytes([b[0], b[1]]), b[2] & 0x3f);
            let time =
                Time::new(i64::from(min) * 60 + i64::from(ms / 1000), u32::from(ms % 1000) * 1_000_000);
            let item = cx.add(CP24TIME, c.span(3), Value::from(time));
            clock(cx, c, item, &[(CP24TIME_MS, 0), (CP24TIME_MIN, 2), (CP24TIME_IV, 2)], 3)
        }
        Part::Time56 => {
            let b = *c.peek_array::<7>()?;
            let span = c.span(7);
            let item = cx.add(CP56TIME, span, Value::from(time56(&b)));
            let rows = [
                (CP56TIME_MS, 0),
                (CP56TIME_MIN, 2),
                (CP56TIME_GEN, 2),
                (CP56TIME_IV, 2),
                (CP56TIME_HOUR, 3),
                (CP56TIME_SU, 3),
                (CP56TIME_DAY, 4),
                (CP56TIME_DOW, 4),
                (CP56TIME_MONTH, 5),
                (CP56TIME_YEAR, 6),
            ];
            clock(cx, c, item, &rows, 7)
        }
    }
}

/// The parts of a time, and over it.
fn clock<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    item: Item,
    rows: &[(Field, usize)],
    len: usize,
) -> Step {
    cx.under(item, |cx| -> Step {
        for (field, at) in rows {
            if *at == 0 {
                cx.peek_le(*field, c, 0, 2)?;
            } else {
                cx.peek_at(*field, c, *at, 1)?;
            }
        }
        Ok(())
    })?;
    c.skip(len)
}

/// Seven octets of binary time as seconds since 1970. Years count from 2000 below 70.
fn time56(b: &[u8; 7]) -> Time {
    let ms = u16::from_le_bytes([b[0], b[1]]);
    let (min, hour, day) = (i64::from(b[2] & 0x3f), i64::from(b[3] & 0x1f), i64::from(b[4] & 0x1f));
    let (month, year) = (i64::from(b[5] & 0x0f), i64::from(b[6] & 0x7f));
    let year = if year < 70 { 2000 + year } else { 1900 + year };
    let seconds =
        requin_wire::civil::days(year, month, day) * 86400 + hour * 3600 + min * 60 + i64::from(ms / 1000);
    Time::new(seconds, u32::from(ms % 1000) * 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn binary_times_are_read() {
        let t = time56(&[0xc8, 0x32, 0x39, 0x08, 0x1d, 0x08, 0x08]);
        assert_eq!(t, Time::new(1_220_000_233, 0));
    }
}
