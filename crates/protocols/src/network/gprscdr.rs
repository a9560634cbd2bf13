//! Charging data records of the packet domain, 3GPP TS 32.298: those of gateways.

use super::e212;
use crate::application::asn1::{
    self, Member, NO_FIELD, OBJECT_IDENTIFIER, Reader, SEQUENCE, Tag, Type, may, must,
};
use crate::application::ber::Element;
use crate::application::x509::ber::OID_NOT_IMPLEMENTED;
use Tag::{Context as C, Explicit as E, Own};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, names, proto};

proto! {
    GPRSCDR "gprscdr" "GPRS CDR" "GPRSCDR" App
    on []
    fields {
        GPRSRECORD "gprscdr.GPRSRecord" "GPRSRecord": U32 Dec = GPRSRECORD_NAMES;
        GSM0408_CAUSE "gprscdr.gsm0408Cause" "gsm0408Cause": I32 Dec;
        GSM0902_MAP_ERROR_VALUE "gprscdr.gsm0902MapErrorValue" "gsm0902MapErrorValue": I32 Dec;
        ITU_T_Q767_CAUSE "gprscdr.itu_tQ767Cause" "itu-tQ767Cause": I32 Dec;
        MANUFACTURER_SPECIFIC_CAUSE_ELEMENT "gprscdr.manufacturerSpecificCause_element" "manufacturerSpecificCause": None;
        I_PBINARY_ADDRESS "gprscdr.iPBinaryAddress" "iPBinaryAddress": U32 Dec = I_PBINARY_ADDRESS_NAMES;
        I_PTEXT_REPRESENTED_ADDRESS "gprscdr.iPTextRepresentedAddress" "iPTextRepresentedAddress": U32 Dec = I_PTEXT_REPRESENTED_ADDRESS_NAMES;
        I_PBIN_V4_ADDRESS "gprscdr.iPBinV4Address" "iPBinV4Address": Ipv4;
        I_PBIN_V6_ADDRESS_CHOICE "gprscdr.iPBinV6Address_choice" "iPBinV6Address": U32 Dec = I_PBIN_V6_ADDRESS_CHOICE_NAMES;
        I_PBIN_V6_ADDRESS "gprscdr.iPBinV6Address" "iPBinV6Address": Ipv6;
        I_PBIN_V6_ADDRESS_WITH_PREFIX_ELEMENT "gprscdr.iPBinV6AddressWithPrefix_element" "iPBinV6AddressWithPrefix": None;
        P_DPADDRESS_PREFIX_LENGTH "gprscdr.pDPAddressPrefixLength" "pDPAddressPrefixLength": U32 Dec;
        I_PTEXT_V4_ADDRESS "gprscdr.iPTextV4Address" "iPTextV4Address": Str;
        I_PTEXT_V6_ADDRESS "gprscdr.iPTextV6Address" "iPTextV6Address": Str;
        I_PADDRESS "gprscdr.iPAddress" "iPAddress": U32 Dec = M_BMSGWADDRESS_NAMES;
        IDENTIFIER "gprscdr.identifier" "identifier": Oid;
        SIGNIFICANCE "gprscdr.significance" "significance": Bool;
        RECORD_TYPE "gprscdr.recordType" "recordType": I32 Dec = RECORD_TYPE_NAMES;
        SERVED_IMSI "gprscdr.servedIMSI" "servedIMSI": Bytes;
        CHARGING_ID "gprscdr.chargingID" "chargingID": U32 Dec;
        GSNADDRESS "gprscdr.GSNAddress" "GSNAddress": U32 Dec = M_BMSGWADDRESS_NAMES;
        ACCESS_POINT_NAME_NI "gprscdr.accessPointNameNI" "accessPointNameNI": Str;
        DYNAMIC_ADDRESS_FLAG "gprscdr.dynamicAddressFlag" "dynamicAddressFlag": Bool;
        LIST_OF_TRAFFIC_VOLUMES "gprscdr.listOfTrafficVolumes" "listOfTrafficVolumes": U32 Dec;
        RECORD_OPENING_TIME "gprscdr.recordOpeningTime" "recordOpeningTime": Bytes;
        DURATION "gprscdr.duration" "duration": I32 Dec;
        CAUSE_FOR_REC_CLOSING "gprscdr.causeForRecClosing" "causeForRecClosing": I32 Dec = CAUSE_FOR_REC_CLOSING_NAMES;
        DIAGNOSTICS "gprscdr.diagnostics" "diagnostics": U32 Dec = DIAGNOSTICS_NAMES;
        RECORD_SEQUENCE_NUMBER "gprscdr.recordSequenceNumber" "recordSequenceNumber": I32 Dec;
        NODE_ID "gprscdr.nodeID" "nodeID": Str;
        LOCAL_SEQUENCE_NUMBER "gprscdr.localSequenceNumber" "localSequenceNumber": U32 Dec;
        APN_SELECTION_MODE "gprscdr.apnSelectionMode" "apnSelectionMode": U32 Dec = APN_SELECTION_MODE_NAMES;
        CHARGING_CHARACTERISTICS "gprscdr.chargingCharacteristics" "chargingCharacteristics": Bytes;
        CH_CH_SELECTION_MODE "gprscdr.chChSelectionMode" "chChSelectionMode": U32 Dec = CH_CH_SELECTION_MODE_NAMES;
        R_ATTYPE "gprscdr.rATType" "rATType": U32 Dec = R_ATTYPE_NAMES;
        USER_LOCATION_INFORMATION "gprscdr.userLocationInformation" "userLocationInformation": Bytes;
        QOS_REQUESTED "gprscdr.qosRequested" "qosRequested": Bytes;
        QOS_NEGOTIATED "gprscdr.qosNegotiated" "qosNegotiated": Bytes;
        DATA_VOLUME_GPRSUPLINK "gprscdr.dataVolumeGPRSUplink" "dataVolumeGPRSUplink": I32 Dec;
        DATA_VOLUME_GPRSDOWNLINK "gprscdr.dataVolumeGPRSDownlink" "dataVolumeGPRSDownlink": I32 Dec;
        CHANGE_CONDITION "gprscdr.changeCondition" "changeCondition": U32 Dec = CHANGE_CONDITION_NAMES;
        CHANGE_TIME "gprscdr.changeTime" "changeTime": Bytes;
        S_GWRECORD_ELEMENT "gprscdr.sGWRecord_element" "sGWRecord": None;
        P_GWRECORD_ELEMENT "gprscdr.pGWRecord_element" "pGWRecord": None;
        E_PDGRECORD_ELEMENT "gprscdr.ePDGRecord_element" "ePDGRecord": None;
        T_WAGRECORD_ELEMENT "gprscdr.tWAGRecord_element" "tWAGRecord": None;
        S_GWADDRESS "gprscdr.s_GWAddress" "s-GWAddress": U32 Dec = M_BMSGWADDRESS_NAMES;
        SERVING_NODE_ADDRESS "gprscdr.servingNodeAddress" "servingNodeAddress": U32 Dec = M_BMSGWADDRESS_NAMES;
        SERVED_PDPPDNADDRESS "gprscdr.servedPDPPDNAddress" "servedPDPPDNAddress": U32 Dec = SERVED_PDPADDRESS_NAMES;
        CHANGE_OF_CHAR_CONDITION_ELEMENT "gprscdr.ChangeOfCharCondition_element" "ChangeOfCharCondition": None;
        S_GWCHANGE "gprscdr.sGWChange" "sGWChange": Bool;
        P_GWADDRESS_USED "gprscdr.p_GWAddressUsed" "p-GWAddressUsed": U32 Dec = M_BMSGWADDRESS_NAMES;
        P_GWPLMNIDENTIFIER "gprscdr.p_GWPLMNIdentifier" "p-GWPLMNIdentifier": Bytes;
        START_TIME "gprscdr.startTime" "startTime": Bytes;
        STOP_TIME "gprscdr.stopTime" "stopTime": Bytes;
        P_DNCONNECTION_CHARGING_ID "gprscdr.pDNConnectionChargingID" "pDNConnectionChargingID": U32 Dec;
        P_GWADDRESS "gprscdr.p_GWAddress" "p-GWAddress": U32 Dec = M_BMSGWADDRESS_NAMES;
        E_PCQO_SINFORMATION_ELEMENT "gprscdr.ePCQoSInformation_element" "ePCQoSInformation": None;
        E_PDGADDRESS_USED "gprscdr.ePDGAddressUsed" "ePDGAddressUsed": U32 Dec = M_BMSGWADDRESS_NAMES;
        T_WAGADDRESS_USED "gprscdr.tWAGAddressUsed" "tWAGAddressUsed": U32 Dec = M_BMSGWADDRESS_NAMES;
        Q_CI "gprscdr.qCI" "qCI": I32 Dec;
        MAX_REQUESTED_BANDWITH_UL "gprscdr.maxRequestedBandwithUL" "maxRequestedBandwithUL": U32 Dec;
        MAX_REQUESTED_BANDWITH_DL "gprscdr.maxRequestedBandwithDL" "maxRequestedBandwithDL": U32 Dec;
        GUARANTEED_BITRATE_UL "gprscdr.guaranteedBitrateUL" "guaranteedBitrateUL": U32 Dec;
        GUARANTEED_BITRATE_DL "gprscdr.guaranteedBitrateDL" "guaranteedBitrateDL": U32 Dec;
        A_PNAGGREGATE_MAX_BITRATE_UL "gprscdr.aPNAggregateMaxBitrateUL" "aPNAggregateMaxBitrateUL": U32 Dec;
        A_PNAGGREGATE_MAX_BITRATE_DL "gprscdr.aPNAggregateMaxBitrateDL" "aPNAggregateMaxBitrateDL": U32 Dec;
    }
}

names! {
    GPRSRECORD_NAMES {
        20 => "sgsnPDPRecord", 21 => "ggsnPDPRecord", 22 => "sgsnMMRecord", 23 => "sgsnSMORecord",
        24 => "sgsnSMTRecord", 25 => "sgsnMTLCSRecord", 26 => "sgsnMOLCSRecord", 27 => "sgsnNILCSRecord",
        70 => "egsnPDPRecord", 76 => "sgsnMBMSRecord", 77 => "ggsnMBMSRecord", 78 => "sGWRecord", 79 => "pGWRecord",
        86 => "gwMBMSRecord", 92 => "tDFRecord", 95 => "iPERecord", 96 => "ePDGRecord", 97 => "tWAGRecord",
    }
    I_PBINARY_ADDRESS_NAMES {
        0 => "iPBinV4Address", 1 => "iPBinV6Address",
    }
    I_PTEXT_REPRESENTED_ADDRESS_NAMES {
        2 => "iPTextV4Address", 3 => "iPTextV6Address",
    }
    I_PBIN_V6_ADDRESS_CHOICE_NAMES {
        1 => "iPBinV6Address", 4 => "iPBinV6AddressWithPrefix",
    }
    M_BMSGWADDRESS_NAMES {
        4294967295 => "iPBinaryAddress",
    }
    RECORD_TYPE_NAMES {
        0 => "moCallRecord", 1 => "mtCallRecord", 2 => "roamingRecord", 3 => "incGatewayRecord",
        4 => "outGatewayRecord", 5 => "transitCallRecord", 6 => "moSMSRecord", 7 => "mtSMSRecord",
        8 => "moSMSIWRecord", 9 => "mtSMSGWRecord", 10 => "ssActionRecord", 11 => "hlrIntRecord",
        12 => "locUpdateHLRRecord", 13 => "locUpdateVLRRecord", 14 => "commonEquipRecord", 15 => "moTraceRecord",
        16 => "mtTraceRecord", 17 => "termCAMELRecord", 18 => "sgsnPDPRecord", 19 => "ggsnPDPRecord",
        20 => "sgsnMMRecord", 21 => "sgsnSMORecord", 22 => "sgsnSMTRecord", 23 => "mtLCSRecord",
        24 => "moLCSRecord", 25 => "niLCSRecord", 26 => "sgsnMtLCSRecord", 27 => "sgsnMoLCSRecord",
        28 => "sgsnNiLCSRecord", 29 => "mmO1SRecord", 30 => "mmO4FRqRecord", 31 => "mmO4FRsRecord",
        32 => "mmO4DRecord", 33 => "mmO1DRecord", 34 => "mmO4RRecord", 35 => "mmO1RRecord", 36 => "mmOMDRecord",
        37 => "mmR4FRecord", 38 => "mmR1NRqRecord", 39 => "mmR1NRsRecord", 40 => "mmR1RtRecord",
        41 => "mMR1RtRecord", 42 => "mmR1AFRecord", 43 => "mmR4DRqRecord", 44 => "mmR4DRsRecord",
        45 => "mmR1RRRecord", 46 => "mmR4RRqRecord", 47 => "mmR4RRsRecord", 48 => "mmRMDRecord", 49 => "mmFRecord",
        50 => "mmBx1SRecord", 51 => "mmBx1VRecord", 52 => "mmBx1URecord", 53 => "mmBx1DRecord", 54 => "mM7SRecord",
        55 => "mM7DRqRecord", 56 => "mM7DRsRecord", 57 => "mM7CRecord", 58 => "mM7RRecord", 59 => "mM7DRRqRecord",
        60 => "mM7DRRsRecord", 61 => "mM7RRqRecord", 62 => "mM7RRsRecord", 63 => "s-CSCFRecord",
        64 => "p-CSCFRecord", 65 => "i-CSCFRecord", 66 => "mRFCRecord", 67 => "mGCFRecord", 68 => "bGCFRecord",
        69 => "aSRecord", 70 => "egsnPDPRecord", 71 => "lCSGMORecord", 72 => "lCSRGMTRecord", 73 => "lCSHGMTRecord",
        74 => "lCSVGMTRecord", 75 => "lCSGNIRecord", 76 => "sgsnMBMSRecord", 77 => "ggsnMBMSRecord",
        78 => "subBMSCRecord", 79 => "contentBMSCRecord", 80 => "pPFRecord", 81 => "cPFRecord", 82 => "iBCFRecord",
        83 => "mMTelRecord", 84 => "sGWRecord", 85 => "pGWRecord", 86 => "gwMBMSRecord", 87 => "mSCsRVCCRecord",
        88 => "mMTRFRecord", 89 => "tRFRecord", 90 => "tFRecord", 91 => "aTCFRecord", 92 => "tDFRecord",
        93 => "sCSMORecord", 94 => "sCSMTRecord", 95 => "iPERecord", 96 => "ePDGRecord", 97 => "tWAGRecord",
        99 => "iCSRegisterRecord", 100 => "pFDDRecord", 101 => "pFEDRecord", 102 => "pFDCRecord",
        103 => "mECORecord", 104 => "mERERecord", 105 => "cPDTSCERecord", 106 => "cPDTSNNRecord",
        110 => "sCDVTT4Record", 111 => "sCSMOT4Record", 112 => "iSMSMORecord", 113 => "iSMSMTRecord",
        120 => "eASCERecord", 200 => "chargingFunctionRecord",
    }
    SERVED_PDPADDRESS_NAMES {
        0 => "iPAddress",
    }
    CAUSE_FOR_REC_CLOSING_NAMES {
        0 => "normalRelease", 1 => "partialRecord", 4 => "abnormalRelease", 5 => "cAMELInitCallRelease",
        16 => "volumeLimit", 17 => "timeLimit", 18 => "sGSNChange", 19 => "maxChangeCond",
        20 => "managementIntervention", 21 => "intraSGSNIntersystemChange", 22 => "rATChange",
        23 => "mSTimeZoneChange", 24 => "sGSNPLMNIDChange", 25 => "sGWChange", 26 => "aPNAMBRChange",
        27 => "mOExceptionDataCounterReceipt", 52 => "unauthorizedRequestingNetwork", 53 => "unauthorizedLCSClient",
        54 => "positionMethodFailure", 58 => "unknownOrUnreachableLCSClient", 59 => "listofDownstreamNodeChange",
    }
    DIAGNOSTICS_NAMES {
        0 => "gsm0408Cause", 1 => "gsm0902MapErrorValue", 2 => "itu-tQ767Cause", 3 => "networkSpecificCause",
        4 => "manufacturerSpecificCause", 5 => "positionMethodFailureCause", 6 => "unauthorizedLCSClientCause",
        7 => "diameterResultCodeAndExperimentalResult",
    }
    APN_SELECTION_MODE_NAMES {
        0 => "mSorNetworkProvidedSubscriptionVerified", 1 => "mSProvidedSubscriptionNotVerified",
        2 => "networkProvidedSubscriptionNotVerified",
    }
    CH_CH_SELECTION_MODE_NAMES {
        0 => "servingNodeSupplied", 1 => "subscriptionSpecific", 2 => "aPNSpecific", 3 => "homeDefault",
        4 => "roamingDefault", 5 => "visitingDefault", 6 => "fixedDefault",
    }
    R_ATTYPE_NAMES {
        0 => "Reserved", 1 => "UTRAN", 2 => "GERAN", 3 => "WLAN", 4 => "GAN", 5 => "HSPA Evolution", 6 => "EUTRAN",
        7 => "Virtual", 8 => "EUTRAN-NB-IoT", 9 => "LTE-M", 10 => "NR", 101 => "IEEE 802.16e", 102 => "3GPP2 eHRPD",
        103 => "3GPP2 HRPD",
    }
    CHANGE_CONDITION_NAMES {
        0 => "qoSChange", 1 => "tariffTime", 2 => "recordClosure", 3 => "failureHandlingContinueOngoing",
        4 => "failureHandlingRetryandTerminateOngoing", 5 => "failureHandlingTerminateOngoing",
        6 => "cGI-SAICHange", 7 => "rAIChange", 8 => "dT-Establishment", 9 => "dT-Removal", 10 => "eCGIChange",
        11 => "tAIChange", 12 => "userLocationChange", 13 => "userCSGInformationChange",
        14 => "presenceInPRAChange", 15 => "removalOfAccess", 16 => "unusabilityOfAccess",
        17 => "indirectChangeCondition", 18 => "userPlaneToUEChange", 19 => "servingPLMNRateControlChange",
        20 => "threeGPPPSDataOffStatusChange", 21 => "aPNRateControlChange",
    }
}

/// What is read here and not by tables.
const INFORMATION: u8 = 0;

/// The number that tshark has for alternatives without tags of their own.
const UNTAGGED: u32 = u32::MAX;

static BINARY: Type = Type::Choice(&[
    (0, must(C(0), I_PBIN_V4_ADDRESS, &Type::Octets)),
    (
        1,
        must(
            Own,
            I_PBIN_V6_ADDRESS_CHOICE,
            &Type::Choice(&[
                (1, must(C(1), I_PBIN_V6_ADDRESS, &Type::Octets)),
                (
                    4,
                    must(
                        C(4),
                        I_PBIN_V6_ADDRESS_WITH_PREFIX_ELEMENT,
                        &Type::Seq(&[
                            must(asn1::OCTET_STRING, I_PBIN_V6_ADDRESS, &Type::Octets),
                            may(asn1::INTEGER, P_DPADDRESS_PREFIX_LENGTH, &Type::Int),
                        ]),
                    ),
                ),
            ]),
        ),
    ),
]);
static ADDRESS: Type = Type::Choice(&[
    (UNTAGGED, must(Own, I_PBINARY_ADDRESS, &BINARY)),
    (
        UNTAGGED,
        must(
            Own,
            I_PTEXT_REPRESENTED_ADDRESS,
            &Type::Choice(&[
                (2, must(C(2), I_PTEXT_V4_ADDRESS, &Type::Octets)),
                (3, must(C(3), I_PTEXT_V6_ADDRESS, &Type::Octets)),
            ]),
        ),
    ),
]);
static ADDRESSES: Type = Type::List(&ADDRESS_ITEM);
static ADDRESS_ITEM: Member = must(Own, GSNADDRESS, &ADDRESS);
static SERVED_ADDRESS: Type =
    Type::Choice(&[(0, must(E(0), I_PADDRESS, &ADDRESS)), (1, must(C(1), NO_FIELD, &Type::Hidden))]);

static VOLUMES: Type = Type::List(&VOLUME);
static VOLUME: Member = must(
    SEQUENCE,
    CHANGE_OF_CHAR_CONDITION_ELEMENT,
    &Type::Seq(&[
        may(C(1), QOS_REQUESTED, &Type::Octets),
        may(C(2), QOS_NEGOTIATED, &Type::Octets),
        may(C(3), DATA_VOLUME_GPRSUPLINK, &Type::Int),
        may(C(4), DATA_VOLUME_GPRSDOWNLINK, &Type::Int),
        must(C(5), CHANGE_CONDITION, &Type::Int),
        must(C(6), CHANGE_TIME, &Type::Octets),
        may(C(8), USER_LOCATION_INFORMATION, &Type::Octets),
        may(
            C(9),
            E_PCQO_SINFORMATION_ELEMENT,
            &Type::Seq(&[
                may(C(1), Q_CI, &Type::Int),
                may(C(2), MAX_REQUESTED_BANDWITH_UL, &Type::Int),
                may(C(3), MAX_REQUESTED_BANDWITH_DL, &Type::Int),
                may(C(4), GUARANTEED_BITRATE_UL, &Type::Int),
                may(C(5), GUARANTEED_BITRATE_DL, &Type::Int),
                // Priorities of allocation are not shown by a field of this protocol.
                may(C(6), NO_FIELD, &Type::Hidden),
                may(C(7), A_PNAGGREGATE_MAX_BITRATE_UL, &Type::Int),
                may(C(8), A_PNAGGREGATE_MAX_BITRATE_DL, &Type::Int),
            ]),
        ),
    ]),
);

static CAUSES: Type = Type::Choice(&[
    (0, must(C(0), GSM0408_CAUSE, &Type::Int)),
    (1, must(C(1), GSM0902_MAP_ERROR_VALUE, &Type::Int)),
    (2, must(C(2), ITU_T_Q767_CAUSE, &Type::Int)),
    (
        4,
        must(
            C(4),
            MANUFACTURER_SPECIFIC_CAUSE_ELEMENT,
            &Type::Seq(&[
                must(OBJECT_IDENTIFIER, IDENTIFIER, &Type::Oid),
                may(C(1), SIGNIFICANCE, &Type::Bool),
                must(E(2), NO_FIELD, &Type::Other(INFORMATION)),
            ]),
        ),
    ),
]);

/// A record of a gateway, which differ in whose addresses they have.
macro_rules! record {
    ($gateway:expr, $change:expr, $used:expr, $charging:literal) => {
        Type::Set(&[
            must(C(0), RECORD_TYPE, &Type::Int),
            may(C(3), SERVED_IMSI, &Type::Octets),
            must(E(4), $gateway, &ADDRESS),
            must(C(5), CHARGING_ID, &Type::Int),
            may(C(6), SERVING_NODE_ADDRESS, &ADDRESSES),
            may(C(7), ACCESS_POINT_NAME_NI, &Type::Octets),
            may(C(8), NO_FIELD, &Type::Hidden),
            may(E(9), SERVED_PDPPDNADDRESS, &SERVED_ADDRESS),
            may(C(11), DYNAMIC_ADDRESS_FLAG, &Type::Bool),
            may(C(12), LIST_OF_TRAFFIC_VOLUMES, &VOLUMES),
            must(C(13), RECORD_OPENING_TIME, &Type::Octets),
            must(C(14), DURATION, &Type::Int),
            must(C(15), CAUSE_FOR_REC_CLOSING, &Type::Int),
            may(E(16), DIAGNOSTICS, &CAUSES),
            may(C(17), RECORD_SEQUENCE_NUMBER, &Type::Int),
            may(C(18), NODE_ID, &Type::Octets),
            may(C(20), LOCAL_SEQUENCE_NUMBER, &Type::Int),
            may(C(21), APN_SELECTION_MODE, &Type::Int),
            may(C(23), CHARGING_CHARACTERISTICS, &Type::Octets),
            may(C(24), CH_CH_SELECTION_MODE, &Type::Int),
            may(C(30), R_ATTYPE, &Type::Int),
            $change,
            $used,
            may(C(37), P_GWPLMNIDENTIFIER, &Type::Octets),
            may(C(38), START_TIME, &Type::Octets),
            may(C(39), STOP_TIME, &Type::Octets),
            may(C($charging), P_DNCONNECTION_CHARGING_ID, &Type::Int),
        ])
    };
}

/// Where other records have something else that is not shown.
const OTHER_34: Member = may(C(34), NO_FIELD, &Type::Hidden);
const OTHER_36: Member = may(C(36), NO_FIELD, &Type::Hidden);
const CHANGE: Member = may(C(34), S_GWCHANGE, &Type::Bool);
const USED: Member = may(E(36), P_GWADDRESS_USED, &ADDRESS);

static RECORD: Member = must(
    Own,
    GPRSRECORD,
    &Type::Choice(&[
        (20, must(C(20), NO_FIELD, &Type::Hidden)),
        (21, must(C(21), NO_FIELD, &Type::Hidden)),
        (22, must(C(22), NO_FIELD, &Type::Hidden)),
        (23, must(C(23), NO_FIELD, &Type::Hidden)),
        (24, must(C(24), NO_FIELD, &Type::Hidden)),
        (70, must(C(70), NO_FIELD, &Type::Hidden)),
        (78, must(C(78), S_GWRECORD_ELEMENT, &record!(S_GWADDRESS, CHANGE, USED, 40))),
        (79, must(C(79), P_GWRECORD_ELEMENT, &record!(P_GWADDRESS, OTHER_34, OTHER_36, 41))),
        (96, must(C(96), E_PDGRECORD_ELEMENT, &record!(E_PDGADDRESS_USED, CHANGE, USED, 40))),
        (97, must(C(97), T_WAGRECORD_ELEMENT, &record!(T_WAGADDRESS_USED, CHANGE, USED, 40))),
    ]),
);

/// What no protocol is handed to by itself: GTP' carries it.
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// A record in the basic encoding.
///
/// # Errors
/// When it ends too early, or is nested too deeply.
pub(super) fn record<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    asn1::read(cx, &RECORD, &mut c, &mut Parts)
}

struct Parts;

impl Reader for Parts {
    fn other<S: Sink>(&mut self, cx: &mut Cx<'_, S>, _: u8, _: Field, e: &Element<'_>) -> Step {
        let line = cx.line(e.span, |o| _ = o.s("Information"));
        cx.under(line, |cx| {
            let what = "BER: Dissector for OID not implemented. Contact Wireshark developers if you want this supported";
            let item = cx.line(e.span, |o| _ = o.s(what));
            cx.expert(OID_NOT_IMPLEMENTED, item, e.span);
        });
        Ok(())
    }

    fn told<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>, item: Item) {
        let n = e.body.left();
        // What cannot be read is not there, and was said of the octets before.
        let mut c = e.body;
        _ = cx.under(item, |cx| match field {
            SERVED_IMSI => e212::imsi(cx, &mut c, n),
            P_GWPLMNIDENTIFIER if n >= 3 => e212::plmn(cx, &mut c, [e212::MCC, e212::MNC]).map(|_| ()),
            _ => Ok(()),
        });
    }
}
