//! Precision Time Protocol, version 2: IEEE 1588-2008 and later, and IEEE 802.1AS above it.

use requin_wire::{Cursor, Cx, Field, Sink, Step, Value, names, proto};

proto! {
    PTP "ptp" "Precision Time Protocol (IEEE1588)" "PTP" App
    on [Udp 319, Udp 320, Ether 0x88f7]
    fields {
        V2_MM_CLOCKTYPE "ptp.v2.mm.clockType" "clockType": U16 Hex;
        V2_MM_CLOCKTYPE_OC "ptp.v2.mm.clockType.OC" "The node implements an ordinary clock": Bool(16) & 0x8000;
        V2_MM_CLOCKTYPE_BC "ptp.v2.mm.clockType.BC" "The node implements a boundary clock": Bool(16) & 0x4000;
        V2_MM_CLOCKTYPE_P2P_TC "ptp.v2.mm.clockType.p2p_TC" "The node implements a peer-to-peer transparent clock": Bool(16) & 0x2000;
        V2_MM_CLOCKTYPE_E2E_TC "ptp.v2.mm.clockType.e2e_TC" "The node implements an end-to-end transparent clock": Bool(16) & 0x1000;
        V2_MM_CLOCKTYPE_MM "ptp.v2.mm.clockType.MM" "The node implements a management node": Bool(16) & 0x800;
        V2_MM_CLOCKTYPE_RESERVED "ptp.v2.mm.clockType.reserved" "Reserved": Bool(16) & 0x7ff;
        V2_MM_PHYSICALLAYERPROTOCOL "ptp.v2.mm.physicalLayerProtocol" "physicalLayerProtocol": Str;
        V2_MM_PHYSICALLAYERPROTOCOL_LENGTH "ptp.v2.mm.physicalLayerProtocol.length" "length": U8 Dec;
        V2_MM_PHYSICALADDRESSLENGTH "ptp.v2.mm.physicalAddressLength" "physical address length": U16 Dec;
        V2_MM_PHYSICALADDRESS "ptp.v2.mm.physicalAddress" "physical address": Bytes;
        V2_MM_PROTOCOLADDRESS "ptp.v2.mm.protocolAddress" "protocol address": Bytes;
        V2_MM_NETWORKPROTOCOL "ptp.v2.mm.networkProtocol" "network protocol": U16 Dec = V2_MM_NETWORKPROTOCOL_NAMES;
        V2_MM_PROTOCOLADDRESS_LENGTH "ptp.v2.mm.protocolAddress.length" "length": U16 Dec;
        V2_MM_MANUFACTURERIDENTITY "ptp.v2.mm.manufacturerIdentity" "manufacturer identity": Bytes;
        V2_MM_RESERVED "ptp.v2.mm.reserved" "reserved": Bytes;
        V2_MM_PRODUCTDESCRIPTION "ptp.v2.mm.productDescription" "product description": Str;
        V2_MM_PRODUCTDESCRIPTION_LENGTH "ptp.v2.mm.productDescription.length" "length": U8 Dec;
        V2_MM_REVISIONDATA "ptp.v2.mm.revisionData" "revision data": Str;
        V2_MM_REVISIONDATA_LENGTH "ptp.v2.mm.revisionData.length" "length": U8 Dec;
        V2_MM_USERDESCRIPTION "ptp.v2.mm.userDescription" "user description": Str;
        V2_MM_USERDESCRIPTION_LENGTH "ptp.v2.mm.userDescription.length" "length": U8 Dec;
        V2_MM_PROFILEIDENTITY "ptp.v2.mm.profileIdentity" "profileIdentity": Bytes;
        V2_MM_CLOCKACCURACY "ptp.v2.mm.clockaccuracy" "Clock accuracy": U8 Hex = V2_AN_GRANDMASTERCLOCKACCURACY_NAMES;
        V2_MM_PRIORITY1 "ptp.v2.mm.priority1" "priority1": U8 Dec;
        V2_MM_PRIORITY2 "ptp.v2.mm.priority2" "priority2": U8 Dec;
        V2_MM_SLAVONLY "ptp.v2.mm.SlavOnly" "Slave only": Bool(8) & 0x2;
        V2_MM_TWOSTEP "ptp.v2.mm.twoStep" "Two step": Bool(8) & 0x1;
        V2_MM_NUMBERPORTS "ptp.v2.mm.numberPorts" "number of ports": U16 Dec;
        V2_MM_CLOCKCLASS "ptp.v2.mm.clockclass" "Clock class": U8 Dec;
        V2_MM_CLOCKVARIANCE "ptp.v2.mm.clockvariance" "Clock variance": U16 Dec;
        V2_MM_CLOCKIDENTITY "ptp.v2.mm.clockidentity" "Clock identity": U64 Hex;
        V2_MM_DOMAINNUMBER "ptp.v2.mm.domainNumber" "domain number": U8 Dec;
        V2_MM_STEPSREMOVED "ptp.v2.mm.stepsRemoved" "steps removed": I16 Dec;
        V2_MM_PARENTCLOCKIDENTITY "ptp.v2.mm.parentclockidentity" "parent ClockIdentity": U64 Hex;
        V2_MM_PARENTSOURCEPORTID "ptp.v2.mm.parentsourceportid" "parent SourcePortID": U16 Dec;
        V2_MM_PARENTSTATS "ptp.v2.mm.parentstats" "parent stats": Bool(8) & 0x1;
        V2_MM_OBSERVEDPARENTOFFSETSCALEDLOGVARIANCE "ptp.v2.mm.observedParentOffsetScaledLogVariance" "observedParentOffsetScaledLogVariance": U16 Dec;
        V2_MM_OBSERVEDPARENTCLOCKPHASECHANGERATE "ptp.v2.mm.observedParentClockPhaseChangeRate" "observedParentClockPhaseChangeRate": I32 Dec;
        V2_MM_GRANDMASTERPRIORITY1 "ptp.v2.mm.grandmasterPriority1" "Grandmaster priority1": U8 Dec;
        V2_MM_GRANDMASTERPRIORITY2 "ptp.v2.mm.grandmasterPriority2" "Grandmaster priority2": U8 Dec;
        V2_MM_GRANDMASTERCLOCKCLASS "ptp.v2.mm.grandmasterclockclass" "Grandmaster clock class": U8 Dec;
        V2_MM_GRANDMASTERCLOCKACCURACY "ptp.v2.mm.grandmasterclockaccuracy" "Grandmaster clock accuracy": U8 Hex = V2_AN_GRANDMASTERCLOCKACCURACY_NAMES;
        V2_MM_GRANDMASTERCLOCKVARIANCE "ptp.v2.mm.grandmasterclockvariance" "Grandmaster clock variance": U16 Dec;
        V2_MM_GRANDMASTERCLOCKIDENTITY "ptp.v2.mm.grandmasterclockidentity" "Grandmaster clock identity": U64 Hex;
        V2_MM_OFFSET_NS "ptp.v2.mm.offset.ns" "correction": U64 Dec;
        V2_MM_OFFSET_SUBNS "ptp.v2.mm.offset.subns" "SubNs": F64 /*values U*/;
        V2_MM_PATHDELAY_NS "ptp.v2.mm.pathDelay.ns" "ns": U64 Dec;
        V2_MM_PATHDELAY_SUBNS "ptp.v2.mm.pathDelay.subns" "SubNs": F64 /*values U*/;
        V2_MM_PORTNUMBER "ptp.v2.mm.PortNumber" "PortNumber": U16 Dec;
        V2_MM_PORTSTATE "ptp.v2.mm.portState" "Port state": U8 Dec = V2_MM_PORTSTATE_NAMES;
        V2_MM_LOGMINDELAYREQINTERVAL "ptp.v2.mm.logMinDelayReqInterval" "logMinDelayReqInterval": I8 Dec;
        V2_MM_PEERMEANPATHDELAY_NS "ptp.v2.mm.peerMeanPathDelay.ns" "ns": U64 Dec;
        V2_MM_PEERMEANPATHDELAY_SUBNS "ptp.v2.mm.peerMeanPathDelay.subns" "SubNs": F64 /*values U*/;
        V2_MM_LOGANNOUNCEINTERVAL "ptp.v2.mm.logAnnounceInterval" "logAnnounceInterval": I8 Dec;
        V2_MM_ANNOUNCERECEIPTTIMEOUT "ptp.v2.mm.announceReceiptTimeout" "announceReceiptTimeout": U8 Dec;
        V2_MM_LOGSYNCINTERVAL "ptp.v2.mm.logSyncInterval" "logSyncInterval": I8 Dec;
        V2_MM_DELAYMECHANISM "ptp.v2.mm.delayMechanism" "Delay mechanism": U8 Dec = V2_MM_DELAYMECHANISM_NAMES;
        V2_MM_LOGMINPDELAYREQINTERVAL "ptp.v2.mm.logMinPdelayReqInterval" "logMinPdelayReqInterval": I8 Dec;
        V2_MM_VERSIONNUMBER "ptp.v2.mm.versionNumber" "versionNumber": U8 Dec & 0xf;
        V2_MAJORSDOID "ptp.v2.majorsdoid" "majorSdoId": U8 Hex & 0xf0 = V2_MAJORSDOID_NAMES;
        V2_MESSAGETYPE "ptp.v2.messagetype" "messageType": U8 Hex & 0xf = V2_MESSAGETYPE_NAMES;
        V2_MINORVERSIONPTP "ptp.v2.minorversionptp" "minorVersionPTP": U8 Dec & 0xf0;
        V2_VERSIONPTP "ptp.v2.versionptp" "versionPTP": U8 Dec & 0xf;
        V2_MESSAGELENGTH "ptp.v2.messagelength" "messageLength": U16 Dec;
        V2_MINORSDOID "ptp.v2.minorsdoid" "minorSdoId": U8 Dec;
        V2_DOMAINNUMBER "ptp.v2.domainnumber" "domainNumber": U8 Dec;
        V2_FLAGS "ptp.v2.flags" "flags": U16 Hex;
        V2_FLAGS_ALTERNATEMASTER "ptp.v2.flags.alternatemaster" "PTP_ALTERNATE_MASTER": Bool(16) & 0x100;
        V2_FLAGS_TWOSTEP "ptp.v2.flags.twostep" "PTP_TWO_STEP": Bool(16) & 0x200;
        V2_FLAGS_UNICAST "ptp.v2.flags.unicast" "PTP_UNICAST": Bool(16) & 0x400;
        V2_FLAGS_SPECIFIC1 "ptp.v2.flags.specific1" "PTP profile Specific 1": Bool(16) & 0x2000;
        V2_FLAGS_SPECIFIC2 "ptp.v2.flags.specific2" "PTP profile Specific 2": Bool(16) & 0x4000;
        V2_FLAGS_SECURITY "ptp.v2.flags.security" "PTP_SECURITY": Bool(16) & 0x8000;
        V2_FLAGS_LI61 "ptp.v2.flags.li61" "PTP_LI_61": Bool(16) & 0x1;
        V2_FLAGS_LI59 "ptp.v2.flags.li59" "PTP_LI_59": Bool(16) & 0x2;
        V2_FLAGS_UTCREASONABLE "ptp.v2.flags.utcreasonable" "PTP_UTC_REASONABLE": Bool(16) & 0x4;
        V2_FLAGS_TIMESCALE "ptp.v2.flags.timescale" "PTP_TIMESCALE": Bool(16) & 0x8;
        V2_FLAGS_TIMETRACEABLE "ptp.v2.flags.timetraceable" "TIME_TRACEABLE": Bool(16) & 0x10;
        V2_FLAGS_FREQUENCYTRACEABLE "ptp.v2.flags.frequencytraceable" "FREQUENCY_TRACEABLE": Bool(16) & 0x20;
        V2_FLAGS_SYNCHRONIZATIONUNCERTAIN "ptp.v2.flags.synchronizationUncertain" "SYNCHRONIZATION_UNCERTAIN": Bool(16) & 0x40;
        V2_MESSAGETYPESPECIFIC "ptp.v2.messagetypespecific" "messageTypeSpecific": U32 Dec;
        V2_CORRECTION_NS "ptp.v2.correction.ns" "correction": U64 Dec;
        V2_CORRECTION_SUBNS "ptp.v2.correction.subns" "correctionSubNs": F64;
        V2_CLOCKIDENTITY "ptp.v2.clockidentity" "ClockIdentity": U64 Hex;
        V2_CLOCKIDENTITY_MANUF "ptp.v2.clockidentity_manuf" "MAC Vendor": Bytes;
        V2_SOURCEPORTID "ptp.v2.sourceportid" "SourcePortID": U16 Dec;
        V2_SEQUENCEID "ptp.v2.sequenceid" "sequenceId": U16 Dec;
        V2_CONTROLFIELD "ptp.v2.controlfield" "controlField": U8 Dec = V2_CONTROLFIELD_NAMES;
        V2_LOGMESSAGEPERIOD "ptp.v2.logmessageperiod" "logMessagePeriod": I8 Dec;
        V2_AN_ORIGINTIMESTAMP_SECONDS "ptp.v2.an.origintimestamp.seconds" "originTimestamp (seconds)": U64 Dec;
        V2_AN_ORIGINTIMESTAMP_NANOSECONDS "ptp.v2.an.origintimestamp.nanoseconds" "originTimestamp (nanoseconds)": I32 Dec;
        V2_AN_ORIGINCURRENTUTCOFFSET "ptp.v2.an.origincurrentutcoffset" "originCurrentUTCOffset": I16 Dec;
        V2_TIMESOURCE "ptp.v2.timesource" "TimeSource": U8 Hex = V2_TIMESOURCE_NAMES;
        V2_AN_LOCALSTEPSREMOVED "ptp.v2.an.localstepsremoved" "localStepsRemoved": U16 Dec;
        V2_AN_GRANDMASTERCLOCKIDENTITY "ptp.v2.an.grandmasterclockidentity" "grandmasterClockIdentity": U64 Hex;
        V2_AN_GRANDMASTERCLOCKCLASS "ptp.v2.an.grandmasterclockclass" "grandmasterClockClass": U8 Dec;
        V2_AN_GRANDMASTERCLOCKACCURACY "ptp.v2.an.grandmasterclockaccuracy" "grandmasterClockAccuracy": U8 Hex = V2_AN_GRANDMASTERCLOCKACCURACY_NAMES;
        V2_AN_GRANDMASTERCLOCKVARIANCE "ptp.v2.an.grandmasterclockvariance" "grandmasterClockVariance": U16 Dec;
        V2_AN_PRIORITY1 "ptp.v2.an.priority1" "priority1": U8 Dec;
        V2_AN_PRIORITY2 "ptp.v2.an.priority2" "priority2": U8 Dec;
        V2_AN_TLVTYPE "ptp.v2.an.tlvType" "tlvType": U16 Dec = V2_AN_TLVTYPE_NAMES;
        V2_AN_LENGTHFIELD "ptp.v2.an.lengthField" "lengthField": U16 Dec;
        V2_AN_PATHSEQUENCE "ptp.v2.an.pathsequence" "PathSequence": U64 Hex;
        V2_SDR_ORIGINTIMESTAMP_SECONDS "ptp.v2.sdr.origintimestamp.seconds" "originTimestamp (seconds)": U64 Dec;
        V2_SDR_ORIGINTIMESTAMP_NANOSECONDS "ptp.v2.sdr.origintimestamp.nanoseconds" "originTimestamp (nanoseconds)": I32 Dec;
        V2_SYNC_RESERVED "ptp.v2.sync.reserved" "reserved": Bytes;
        V2_FU_PRECISEORIGINTIMESTAMP_SECONDS "ptp.v2.fu.preciseorigintimestamp.seconds" "preciseOriginTimestamp (seconds)": U64 Dec;
        V2_FU_PRECISEORIGINTIMESTAMP_NANOSECONDS "ptp.v2.fu.preciseorigintimestamp.nanoseconds" "preciseOriginTimestamp (nanoseconds)": U32 Dec;
        V2_FU_PRECISEORIGINTIMESTAMP_32BIT "ptp.v2.fu.preciseorigintimestamp.32bit" "preciseOriginTimestamp (32bit)": U32 Dec;
        V2_DR_RECEIVETIMESTAMP_SECONDS "ptp.v2.dr.receivetimestamp.seconds" "receiveTimestamp (seconds)": U64 Dec;
        V2_DR_RECEIVETIMESTAMP_NANOSECONDS "ptp.v2.dr.receivetimestamp.nanoseconds" "receiveTimestamp (nanoseconds)": I32 Dec;
        V2_DR_REQUESTINGSOURCEPORTIDENTITY "ptp.v2.dr.requestingsourceportidentity" "requestingSourcePortIdentity": U64 Hex;
        V2_DR_REQUESTINGSOURCEPORTID "ptp.v2.dr.requestingsourceportid" "requestingSourcePortId": U16 Dec;
        V2_PDRQ_ORIGINTIMESTAMP_SECONDS "ptp.v2.pdrq.origintimestamp.seconds" "originTimestamp (seconds)": U64 Dec;
        V2_PDRQ_ORIGINTIMESTAMP_NANOSECONDS "ptp.v2.pdrq.origintimestamp.nanoseconds" "originTimestamp (nanoseconds)": I32 Dec;
        V2_PDRS_REQUESTRECEIPTTIMESTAMP_SECONDS "ptp.v2.pdrs.requestreceipttimestamp.seconds" "requestreceiptTimestamp (seconds)": U64 Dec;
        V2_PDRS_REQUESTRECEIPTTIMESTAMP_NANOSECONDS "ptp.v2.pdrs.requestreceipttimestamp.nanoseconds" "requestreceiptTimestamp (nanoseconds)": I32 Dec;
        V2_PDRS_REQUESTINGPORTIDENTITY "ptp.v2.pdrs.requestingportidentity" "requestingSourcePortIdentity": U64 Hex;
        V2_PDRS_REQUESTINGSOURCEPORTID "ptp.v2.pdrs.requestingsourceportid" "requestingSourcePortId": U16 Dec;
        V2_PDFU_RESPONSEORIGINTIMESTAMP_SECONDS "ptp.v2.pdfu.responseorigintimestamp.seconds" "responseOriginTimestamp (seconds)": U64 Dec;
        V2_PDFU_RESPONSEORIGINTIMESTAMP_NANOSECONDS "ptp.v2.pdfu.responseorigintimestamp.nanoseconds" "responseOriginTimestamp (nanoseconds)": I32 Dec;
        V2_PDFU_REQUESTINGPORTIDENTITY "ptp.v2.pdfu.requestingportidentity" "requestingSourcePortIdentity": U64 Hex;
        V2_PDFU_REQUESTINGSOURCEPORTID "ptp.v2.pdfu.requestingsourceportid" "requestingSourcePortId": U16 Dec;
        V2_SIG_TARGETPORTIDENTITY "ptp.v2.sig.targetportidentity" "targetPortIdentity": U64 Hex;
        V2_SIG_TARGETPORTID "ptp.v2.sig.targetportid" "targetPortId": U16 Dec;
        V2_SIG_TLV_TLVTYPE "ptp.v2.sig.tlv.tlvType" "tlvType": U16 Dec = V2_AN_TLVTYPE_NAMES;
        V2_SIG_TLV_LENGTHFIELD "ptp.v2.sig.tlv.lengthField" "lengthField": U16 Dec;
        V2_SIG_TLV_DATA "ptp.v2.sig.tlv.data" "data": Bytes;
        V2_SIG_TLV_MESSAGETYPE "ptp.v2.sig.tlv.messageType" "messageType": U8 Hex & 0xf0 = V2_MESSAGETYPE_NAMES;
        V2_SIG_TLV_LOGINTERMESSAGEPERIOD "ptp.v2.sig.tlv.logInterMessagePeriod" "logInterMessagePeriod": I8 Dec;
        V2_SIG_TLV_LOGINTERMESSAGEPERIOD_PERIOD "ptp.v2.sig.tlv.logInterMessagePeriod.period" "period": I8 Dec;
        V2_SIG_TLV_LOGINTERMESSAGEPERIOD_RATE "ptp.v2.sig.tlv.logInterMessagePeriod.rate" "rate": I8 Dec;
        V2_SIG_TLV_DURATIONFIELD "ptp.v2.sig.tlv.durationField" "durationField": U32 Dec;
        V2_SIG_TLV_RENEWALINVITED "ptp.v2.sig.tlv.renewalInvited" "renewalInvited": Bool(8) & 0x1;
        V2_MM_TARGETPORTIDENTITY "ptp.v2.mm.targetportidentity" "targetPortIdentity": U64 Hex;
        V2_MM_TARGETPORTID "ptp.v2.mm.targetportid" "targetPortId": U16 Dec;
        V2_MM_STARTINGBOUNDARYHOPS "ptp.v2.mm.startingboundaryhops" "startingBoundaryHops": U8 Dec;
        V2_MM_BOUNDARYHOPS "ptp.v2.mm.boundaryhops" "boundaryHops": U8 Dec;
        V2_MM_ACTION "ptp.v2.mm.action" "action": U8 Dec & 0xf = V2_MM_ACTION_NAMES;
        V2_MM_TLVTYPE "ptp.v2.mm.tlvType" "tlvType": U16 Dec = V2_AN_TLVTYPE_NAMES;
        V2_MM_LENGTHFIELD "ptp.v2.mm.lengthField" "lengthField": U16 Dec;
        V2_MM_MANAGEMENTID "ptp.v2.mm.managementId" "managementId": U16 Dec = V2_MM_MANAGEMENTID_NAMES;
        V2_MM_DATA "ptp.v2.mm.data" "data": Bytes;
    }
}

names! {
    V2_MM_NETWORKPROTOCOL_NAMES {
        0 => "Reserved",
        1 => "UDP/IPv4",
        2 => "UDP/IPv6",
        3 => "IEEE 802.3",
        4 => "DeviceNet",
        5 => "ControlNet",
        6 => "PROFINET",
        7 => "Reserved",
        65534 => "Unknown Protocol",
        65535 => "Reserved",
    }
    V2_MM_PORTSTATE_NAMES {
        1 => "INITIALIZING",
        2 => "FAULTY",
        3 => "DISABLED",
        4 => "LISTENING",
        5 => "PRE_MASTER",
        6 => "MASTER",
        7 => "PASSIVE",
        8 => "UNCALIBRATED",
    }
    V2_MM_DELAYMECHANISM_NAMES {
        1 => "E2E",
        2 => "P2P",
        254 => "DISABLED",
    }

    V2_MAJORSDOID_NAMES {
        1 => "gPTP Domain", 2 => "CMLDS",
    }
    V2_MESSAGETYPE_NAMES {
        0 => "Sync Message", 1 => "Delay_Req Message", 2 => "Peer_Delay_Req Message", 3 => "Peer_Delay_Resp Message", 8 => "Follow_Up Message", 9 => "Delay_Resp Message", 10 => "Peer_Delay_Resp_Follow_Up Message", 11 => "Announce Message", 12 => "Signalling Message", 13 => "Management Message",
    }
    V2_CONTROLFIELD_NAMES {
        0 => "Sync Message", 1 => "Delay_Req Message", 2 => "Follow_Up Message", 3 => "Delay_Resp Message", 4 => "Management Message", 5 => "Other Message",
    }
    V2_TIMESOURCE_NAMES {
        16 => "ATOMIC_CLOCK", 32 => "GPS", 48 => "TERRESTRIAL_RADIO", 64 => "PTP", 80 => "NTP", 96 => "HAND_SET", 144 => "OTHER", 160 => "INTERNAL_OSCILLATOR", 255 => "reserved",
    }
    V2_AN_GRANDMASTERCLOCKACCURACY_NAMES {
        32 => "The time is accurate to within 25 ns", 33 => "The time is accurate to within 100 ns", 34 => "The time is accurate to within 250 ns", 35 => "The time is accurate to within 1 us", 36 => "The time is accurate to within 2,5 us", 37 => "The time is accurate to within 10 us", 38 => "The time is accurate to within 25 us", 39 => "The time is accurate to within 100 us", 40 => "The time is accurate to within 250 us", 41 => "The time is accurate to within 1 ms", 42 => "The time is accurate to within 2,5 ms", 43 => "The time is accurate to within 10 ms", 44 => "The time is accurate to within 25 ms", 45 => "The time is accurate to within 100 ms", 46 => "The time is accurate to within 250 ms", 47 => "The time is accurate to within 1 s", 48 => "The time is accurate to within 10 s", 49 => "The time is accurate to >10 s", 50 => "reserved", 128 => "For use by alternate PTP profiles", 254 => "Accuracy Unknown", 255 => "reserved",
    }
    V2_AN_TLVTYPE_NAMES {
        0 => "Reserved", 1 => "Management", 2 => "Management error status", 3 => "Organization extension", 4 => "Request unicast transmission", 5 => "Grant unicast transmission", 6 => "Cancel unicast transmission", 7 => "Acknowledge cancel unicast transmission", 8 => "Path trace", 9 => "Alternate time offset indicator", 8192 => "Authentication", 8193 => "Authentication challenge", 8194 => "Security association update", 8195 => "Cum. freq. scale factor offset",
    }
    V2_MM_ACTION_NAMES {
        0 => "GET", 1 => "SET", 2 => "RESPONSE", 3 => "COMMAND", 4 => "ACKNOWLEDGE",
    }
    V2_MM_MANAGEMENTID_NAMES {
        0 => "NULL_MANAGEMENT", 1 => "CLOCK_DESCRIPTION", 2 => "USER_DESCRIPTION", 3 => "SAVE_IN_NON_VOLATILE_STORAGE", 4 => "RESET_NON_VOLATILE_STORAGE", 5 => "INITIALIZE", 6 => "FAULT_LOG", 7 => "FAULT_LOG_RESET", 8192 => "DEFAULT_DATA_SET", 8193 => "CURRENT_DATA_SET", 8194 => "PARENT_DATA_SET", 8195 => "TIME_PROPERTIES_DATA_SET", 8196 => "PORT_DATA_SET", 8197 => "PRIORITY1", 8198 => "PRIORITY2", 8199 => "DOMAIN", 8200 => "SLAVE_ONLY", 8201 => "LOG_ANNOUNCE_INTERVAL", 8202 => "ANNOUNCE_RECEIPT_TIMEOUT", 8203 => "LOG_SYNC_INTERVAL", 8204 => "VERSION_NUMBER", 8205 => "ENABLE_PORT", 8206 => "DISABLE_PORT", 8207 => "TIME", 8208 => "CLOCK_ACCURACY", 8209 => "UTC_PROPERTIES", 8210 => "TRACEABILITY_PROPERTIES", 8211 => "TIMESCALE_PROPERTIES", 8212 => "UNICAST_NEGOTIATION_ENABLE", 8213 => "PATH_TRACE_LIST", 8214 => "PATH_TRACE_ENABLE", 8215 => "GRANDMASTER_CLUSTER_TABLE", 8216 => "UNICAST_MASTER_TABLE", 8217 => "UNICAST_MASTER_MAX_TABLE_SIZE", 8218 => "ACCEPTABLE_MASTER_TABLE", 8219 => "ACCEPTABLE_MASTER_TABLE_ENABLED", 8220 => "ACCEPTABLE_MASTER_MAX_TABLE_SIZE", 8221 => "ALTERNATE_MASTER", 8222 => "ALTERNATE_TIME_OFFSET_ENABLE", 8223 => "ALTERNATE_TIME_OFFSET_NAME", 8224 => "ALTERNATE_TIME_OFFSET_MAX_KEY", 8225 => "ALTERNATE_TIME_OFFSET_PROPERTIES", 0x4000 => "TC_DEFAULT_DATA_SET", 0x4001 => "TC_PORT_DATA_SET", 0x4002 => "PRIMARY_DOMAIN", 0x6000 => "DELAY_MECHANISM", 0x6001 => "LOG_MIN_PDELAY_REQ_INTERVAL",
    }
}

/// Time of a message of 802.1AS that another one follows stands in the latter.
const GPTP: u8 = 1;
const TWO_STEP: u64 = 0x200;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let version = c.peek_u8(1)? & 15;
    cx.protocol(if version == 1 { "PTPv1" } else { "PTPv2" });
    cx.info_clear();
    if version != 2 {
        return Ok(());
    }
    let (first, len) = (c.peek_u8(0)?, usize::from(c.peek_u16(2)?));
    let kind = first & 15;
    cx.info(|o| _ = o.s(V2_MESSAGETYPE_NAMES.or(u64::from(kind), "Unknown PTP Message")));
    let mut c = if len >= 34 { c.take(len) } else { c };
    cx.peek(V2_MAJORSDOID, &c, 1)?;
    cx.field(V2_MESSAGETYPE, &mut c, 1)?;
    cx.peek(V2_MINORVERSIONPTP, &c, 1)?;
    cx.field(V2_VERSIONPTP, &mut c, 1)?;
    cx.u16(V2_MESSAGELENGTH, &mut c)?;
    cx.u8(V2_DOMAINNUMBER, &mut c)?;
    cx.u8(V2_MINORSDOID, &mut c)?;
    let (flags, _) = cx.flags(V2_FLAGS, &mut c, 2, FLAG_BITS)?;
    correction(cx, &mut c)?;
    cx.u32(V2_MESSAGETYPESPECIFIC, &mut c)?;
    let item = cx.peek(V2_CLOCKIDENTITY, &c, 8)?;
    cx.under(item, |cx| -> Step {
        let maker = c.peek_bytes(0, 3)?;
        let it = cx.peek(V2_CLOCKIDENTITY_MANUF, &c, 3)?;
        cx.label(it, |o| {
            o.s("MAC Vendor: ");
            match crate::link::oui::maker(maker) {
                Some(m) => o.s(m.short),
                None => o.hex_bytes(maker, b':'),
            };
        });
        Ok(())
    })?;
    c.skip(8)?;
    cx.u16(V2_SOURCEPORTID, &mut c)?;
    cx.u16(V2_SEQUENCEID, &mut c)?;
    cx.u8(V2_CONTROLFIELD, &mut c)?;
    cx.field(V2_LOGMESSAGEPERIOD, &mut c, 1)?;
    if kind == 0 && first >> 4 == GPTP && flags & TWO_STEP != 0 {
        return cx.bytes(V2_SYNC_RESERVED, &mut c, 10).map(|_| ());
    }
    body(cx, kind, c)
}

const FLAG_BITS: &[Field] = &[
    V2_FLAGS_SECURITY,
    V2_FLAGS_SPECIFIC2,
    V2_FLAGS_SPECIFIC1,
    V2_FLAGS_UNICAST,
    V2_FLAGS_TWOSTEP,
    V2_FLAGS_ALTERNATEMASTER,
    V2_FLAGS_SYNCHRONIZATIONUNCERTAIN,
    V2_FLAGS_FREQUENCYTRACEABLE,
    V2_FLAGS_TIMETRACEABLE,
    V2_FLAGS_TIMESCALE,
    V2_FLAGS_UTCREASONABLE,
    V2_FLAGS_LI59,
    V2_FLAGS_LI61,
];

/// Nanoseconds, and parts of one of which there are 2^16.
fn correction<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    interval(cx, c, "correctionField", [V2_CORRECTION_NS, V2_CORRECTION_SUBNS])
}

fn interval<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, name: &str, [ns, subns]: [Field; 2]) -> Step {
    let whole = (requin_wire::be(c.peek_bytes(0, 6)?) << 16) as i64 >> 16;
    let part = f64::from(c.peek_u16(6)?) / 65536.0;
    let line = cx.line(c.span(8), |o| {
        o.s(name).s(": ").s(&format!("{:.6}", whole as f64 + part)).s(" nanoseconds");
    });
    cx.under(line, |cx| -> Step {
        let item = cx.add(ns, c.span(6), Value::U(whole as u64));
        let label = cx.registry.field(ns).label;
        cx.label(item, |o| _ = o.s(label).s(": Ns: ").i(whole).s(" nanoseconds"));
        c.skip(6)?;
        cx.add(subns, c.span(2), Value::F(part));
        c.skip(2)
    })
}

fn body<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, mut c: Cursor<'_>) -> Step {
    let fields: &[(Field, usize)] = match kind {
        0 | 1 => &[(V2_SDR_ORIGINTIMESTAMP_SECONDS, 6), (V2_SDR_ORIGINTIMESTAMP_NANOSECONDS, 4)],
        2 => &[(V2_PDRQ_ORIGINTIMESTAMP_SECONDS, 6), (V2_PDRQ_ORIGINTIMESTAMP_NANOSECONDS, 4)],
        3 => &[
            (V2_PDRS_REQUESTRECEIPTTIMESTAMP_SECONDS, 6),
            (V2_PDRS_REQUESTRECEIPTTIMESTAMP_NANOSECONDS, 4),
            (V2_PDRS_REQUESTINGPORTIDENTITY, 8),
            (V2_PDRS_REQUESTINGSOURCEPORTID, 2),
        ],
        8 => &[(V2_FU_PRECISEORIGINTIMESTAMP_SECONDS, 6), (V2_FU_PRECISEORIGINTIMESTAMP_NANOSECONDS, 4)],
        9 => &[
            (V2_DR_RECEIVETIMESTAMP_SECONDS, 6),
            (V2_DR_RECEIVETIMESTAMP_NANOSECONDS, 4),
            (V2_DR_REQUESTINGSOURCEPORTIDENTITY, 8),
            (V2_DR_REQUESTINGSOURCEPORTID, 2),
        ],
        10 => &[
            (V2_PDFU_RESPONSEORIGINTIMESTAMP_SECONDS, 6),
            (V2_PDFU_RESPONSEORIGINTIMESTAMP_NANOSECONDS, 4),
            (V2_PDFU_REQUESTINGPORTIDENTITY, 8),
            (V2_PDFU_REQUESTINGSOURCEPORTID, 2),
        ],
        11 => return announce(cx, c),
        12 => return signalling(cx, c),
        13 => return management(cx, c),
        _ => return Ok(()),
    };
    crate::common::run(cx, &mut c, fields)
}

fn announce<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.field(V2_AN_ORIGINTIMESTAMP_SECONDS, &mut c, 6)?;
    cx.field(V2_AN_ORIGINTIMESTAMP_NANOSECONDS, &mut c, 4)?;
    cx.field(V2_AN_ORIGINCURRENTUTCOFFSET, &mut c, 2)?;
    c.skip(1)?;
    cx.u8(V2_AN_PRIORITY1, &mut c)?;
    cx.u8(V2_AN_GRANDMASTERCLOCKCLASS, &mut c)?;
    cx.u8(V2_AN_GRANDMASTERCLOCKACCURACY, &mut c)?;
    cx.u16(V2_AN_GRANDMASTERCLOCKVARIANCE, &mut c)?;
    cx.u8(V2_AN_PRIORITY2, &mut c)?;
    cx.u64(V2_AN_GRANDMASTERCLOCKIDENTITY, &mut c)?;
    cx.u16(V2_AN_LOCALSTEPSREMOVED, &mut c)?;
    cx.u8(V2_TIMESOURCE, &mut c)?;
    while c.left() >= 4 {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        let item = cx.peek(V2_AN_TLVTYPE, &c, 2)?;
        let mut one = c.take(4 + len);
        one.skip(2)?;
        cx.under(item, |cx| -> Step {
            cx.u16(V2_AN_LENGTHFIELD, &mut one)?;
            if kind == PATH_TRACE {
                while one.left() >= 8 {
                    cx.u64(V2_AN_PATHSEQUENCE, &mut one)?;
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

const PATH_TRACE: u16 = 8;

fn signalling<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.u64(V2_SIG_TARGETPORTIDENTITY, &mut c)?;
    cx.u16(V2_SIG_TARGETPORTID, &mut c)?;
    while c.left() >= 4 {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        let item = cx.peek(V2_SIG_TLV_TLVTYPE, &c, 2)?;
        let mut one = c.take(4 + len);
        one.skip(2)?;
        cx.under(item, |cx| -> Step {
            cx.u16(V2_SIG_TLV_LENGTHFIELD, &mut one)?;
            unicast(cx, kind, &mut one)
        })?;
    }
    Ok(())
}

/// What unicast messages are asked for (4), granted (5), ended (6), and that the end is acknowledged (7).
fn unicast<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, c: &mut Cursor<'_>) -> Step {
    if !(4..=7).contains(&kind) {
        return Ok(());
    }
    cx.field(V2_SIG_TLV_MESSAGETYPE, c, 1)?;
    if kind > 5 {
        return Ok(());
    }
    let power = c.peek_u8(0)? as i8;
    let item = cx.peek(V2_SIG_TLV_LOGINTERMESSAGEPERIOD, c, 1)?;
    cx.under(item, |cx| -> Step {
        let it = cx.peek(V2_SIG_TLV_LOGINTERMESSAGEPERIOD_PERIOD, c, 1)?;
        cx.label(it, |o| _ = o.s(&format!("period: every {} seconds", 2f64.powi(power.into()))));
        let it = cx.peek(V2_SIG_TLV_LOGINTERMESSAGEPERIOD_RATE, c, 1)?;
        cx.label(it, |o| _ = o.s(&format!("rate: {} packets/sec", 2f64.powi(-i32::from(power)))));
        Ok(())
    })?;
    c.skip(1)?;
    let item = cx.field(V2_SIG_TLV_DURATIONFIELD, c, 4)?;
    cx.append(item, |o| _ = o.s(" seconds"));
    if kind == 5 {
        c.skip(1)?;
        cx.field(V2_SIG_TLV_RENEWALINVITED, c, 1)?;
    }
    Ok(())
}

fn management<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.u64(V2_MM_TARGETPORTIDENTITY, &mut c)?;
    cx.u16(V2_MM_TARGETPORTID, &mut c)?;
    cx.u8(V2_MM_STARTINGBOUNDARYHOPS, &mut c)?;
    cx.u8(V2_MM_BOUNDARYHOPS, &mut c)?;
    let action = c.peek_u8(0)? & 15;
    cx.field(V2_MM_ACTION, &mut c, 1)?;
    c.skip(1)?;
    if c.left() < 4 {
        return Ok(());
    }
    let kind = cx.u16(V2_MM_TLVTYPE, &mut c)?;
    let len = usize::from(cx.u16(V2_MM_LENGTHFIELD, &mut c)?);
    if kind != 1 {
        return Ok(());
    }
    let id = cx.u16(V2_MM_MANAGEMENTID, &mut c)?;
    cx.info(|o| {
        let name = match id {
            CLOCK_DESCRIPTION => "Clock description",
            DEFAULT => "Default dataset",
            CURRENT => "Current dataset",
            PARENT => "Parent dataset",
            PORT => "Port dataset",
            _ => V2_MM_MANAGEMENTID_NAMES.or(u64::from(id), "Unknown"),
        };
        o.s("Management (").s(name).s(") ");
        o.s(V2_MM_ACTION_NAMES.or(u64::from(action), "Unknown Action"));
    });
    let n = len.saturating_sub(2);
    if n > 0 {
        let mut data = c;
        let item = cx.field(V2_MM_DATA, &mut c, n)?;
        data = data.within(n);
        cx.under(item, |cx| data_set(cx, &mut data, id))?;
    }
    Ok(())
}

const CLOCK_DESCRIPTION: u16 = 1;
const DEFAULT: u16 = 0x2000;
const CURRENT: u16 = 0x2001;
const PARENT: u16 = 0x2002;
const PORT: u16 = 0x2004;

/// What a management message tells of a clock (IEEE 1588-2008 clause 15.5.3).
fn data_set<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, id: u16) -> Step {
    use crate::common::run;
    match id {
        DEFAULT => {
            cx.peek(V2_MM_TWOSTEP, c, 1)?;
            cx.field(V2_MM_SLAVONLY, c, 1)?;
            run(
                cx,
                c,
                &[
                    (V2_MM_RESERVED, 1),
                    (V2_MM_NUMBERPORTS, 2),
                    (V2_MM_PRIORITY1, 1),
                    (V2_MM_CLOCKCLASS, 1),
                    (V2_MM_CLOCKACCURACY, 1),
                    (V2_MM_CLOCKVARIANCE, 2),
                    (V2_MM_PRIORITY2, 1),
                    (V2_MM_CLOCKIDENTITY, 8),
                    (V2_MM_DOMAINNUMBER, 1),
                    (V2_MM_RESERVED, 1),
                ],
            )
        }
        CURRENT => {
            cx.field(V2_MM_STEPSREMOVED, c, 2)?;
            interval(cx, c, "Offset from Master", [V2_MM_OFFSET_NS, V2_MM_OFFSET_SUBNS])?;
            interval(cx, c, "Mean path delay", [V2_MM_PATHDELAY_NS, V2_MM_PATHDELAY_SUBNS])
        }
        PARENT => run(
            cx,
            c,
            &[
                (V2_MM_PARENTCLOCKIDENTITY, 8),
                (V2_MM_PARENTSOURCEPORTID, 2),
                (V2_MM_PARENTSTATS, 1),
                (V2_MM_RESERVED, 1),
                (V2_MM_OBSERVEDPARENTOFFSETSCALEDLOGVARIANCE, 2),
                (V2_MM_OBSERVEDPARENTCLOCKPHASECHANGERATE, 4),
                (V2_MM_GRANDMASTERPRIORITY1, 1),
                (V2_MM_GRANDMASTERCLOCKCLASS, 1),
                (V2_MM_GRANDMASTERCLOCKACCURACY, 1),
                (V2_MM_GRANDMASTERCLOCKVARIANCE, 2),
                (V2_MM_GRANDMASTERPRIORITY2, 1),
                (V2_MM_GRANDMASTERCLOCKIDENTITY, 8),
            ],
        ),
        PORT => {
            run(
                cx,
                c,
                &[
                    (V2_MM_CLOCKIDENTITY, 8),
                    (V2_MM_PORTNUMBER, 2),
                    (V2_MM_PORTSTATE, 1),
                    (V2_MM_LOGMINDELAYREQINTERVAL, 1),
                ],
            )?;
            interval(
                cx,
                c,
                "Peer mean path delay",
                [V2_MM_PEERMEANPATHDELAY_NS, V2_MM_PEERMEANPATHDELAY_SUBNS],
            )?;
            run(
                cx,
                c,
                &[
                    (V2_MM_LOGANNOUNCEINTERVAL, 1),
                    (V2_MM_ANNOUNCERECEIPTTIMEOUT, 1),
                    (V2_MM_LOGSYNCINTERVAL, 1),
                    (V2_MM_DELAYMECHANISM, 1),
                    (V2_MM_LOGMINPDELAYREQINTERVAL, 1),
                    (V2_MM_VERSIONNUMBER, 1),
                ],
            )
        }
        CLOCK_DESCRIPTION => description(cx, c),
        _ => Ok(()),
    }
}

/// A text behind its length.
fn described<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, [text, length]: [Field; 2]) -> Step {
    let n = usize::from(c.peek_u8(0)?);
    let item = cx.peek_at(text, c, 1, n)?;
    cx.under(item, |cx| -> Step {
        cx.peek(length, c, 1)?;
        cx.peek_at(text, c, 1, n).map(|_| ())
    })?;
    c.skip(1 + n)
}

fn description<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    use crate::common::run;
    cx.flags(
        V2_MM_CLOCKTYPE,
        c,
        2,
        &[
            V2_MM_CLOCKTYPE_OC,
            V2_MM_CLOCKTYPE_BC,
            V2_MM_CLOCKTYPE_P2P_TC,
            V2_MM_CLOCKTYPE_E2E_TC,
            V2_MM_CLOCKTYPE_MM,
            V2_MM_CLOCKTYPE_RESERVED,
        ],
    )?;
    described(cx, c, [V2_MM_PHYSICALLAYERPROTOCOL, V2_MM_PHYSICALLAYERPROTOCOL_LENGTH])?;
    let n = usize::from(c.peek_u16(0)?);
    run(cx, c, &[(V2_MM_PHYSICALADDRESSLENGTH, 2)])?;
    cx.bytes(V2_MM_PHYSICALADDRESS, c, n)?;
    let n = usize::from(c.peek_u16(2)?);
    let item = cx.peek_at(V2_MM_PROTOCOLADDRESS, c, 4, n)?;
    cx.under(item, |cx| {
        run(
            cx,
            c,
            &[(V2_MM_NETWORKPROTOCOL, 2), (V2_MM_PROTOCOLADDRESS_LENGTH, 2), (V2_MM_PROTOCOLADDRESS, n)],
        )
    })?;
    run(cx, c, &[(V2_MM_MANUFACTURERIDENTITY, 3), (V2_MM_RESERVED, 1)])?;
    described(cx, c, [V2_MM_PRODUCTDESCRIPTION, V2_MM_PRODUCTDESCRIPTION_LENGTH])?;
    described(cx, c, [V2_MM_REVISIONDATA, V2_MM_REVISIONDATA_LENGTH])?;
    described(cx, c, [V2_MM_USERDESCRIPTION, V2_MM_USERDESCRIPTION_LENGTH])?;
    cx.bytes(V2_MM_PROFILEIDENTITY, c, 6).map(|_| ())
}
