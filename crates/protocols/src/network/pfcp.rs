//! Packet Forwarding Control Protocol (3GPP TS 29.244): header and information elements.

use super::pfcp_names::*;
use requin_wire::{Cursor, Cx, Key, Past, Sink, Step, Value, names, proto};

proto! {
    PFCP "pfcp" "Packet Forwarding Control Protocol" "PFCP" App
    on [Udp 8805]
    remember [remember] for [RESPONSE_TO, RESPONSE_TIME]
    fields {
        FLAGS "pfcp.flags" "Flags": U8 Hex;
        VERSION "pfcp.version" "Version": U8 Dec & 0xe0;
        FO_FLAG "pfcp.fo_flag" "Follow On (FO)": Bool(8) & 0x4;
        MP_FLAG "pfcp.mp_flag" "Message Priority (MP)": Bool(8) & 0x2;
        S_FLAG "pfcp.s" "SEID (S)": Bool(8) & 0x1;
        MSG_TYPE "pfcp.msg_type" "Message Type": U8 Dec = MSG_TYPE_NAMES;
        LENGTH "pfcp.length" "Length": U8 Dec;
        SEID "pfcp.seid" "SEID": U64 Hex;
        SEQNO "pfcp.seqno" "Sequence Number": U24 Dec;
        SPARE_OCT "pfcp.spare_oct" "Spare": U8 Dec;
        IE_TYPE "pfcp.ie_type" "IE Type": U16 Dec = IE_TYPE_NAMES;
        IE_LEN "pfcp.ie_len" "IE Length": U16 Dec;
        ENTERPRISE_ID "pfcp.enterprise_id" "Enterprise ID": U16 Dec = ENTERPRISES;
        ENTERPRISE_IE_DATA "pfcp.enterprise_ie_data" "Enterprise IE Data": Bytes;
        CAUSE "pfcp.cause" "Cause": U8 Dec = CAUSE_NAMES;
        NODE_ID_IPV4 "pfcp.node_id_ipv4" "IPv4": Ipv4;
        NODE_ID_IPV6 "pfcp.node_id_ipv6" "IPv6": Ipv6;
        PDR_ID "pfcp.pdr_id" "Rule ID": U16 Dec;
        PRECEDENCE "pfcp.precedence" "Precedence": U16 Dec;
        SPARE_H1 "pfcp.spare_h1" "Spare": U8 Dec & 0xf0;
        SOURCE_INTERFACE "pfcp.source_interface" "Source Interface": U8 Dec & 0xf = SOURCE_INTERFACE_NAMES;
        NETWORK_INSTANCE "pfcp.network_instance" "Network Instance": Str;
        APPLICATION_ID "pfcp.application_id" "Application Identifier": Bytes;
        GATE_STATUS_ULGATE "pfcp.gate_status.ulgate" "UL Gate": U8 Dec & 0xc = GATE_STATUS_ULGATE_NAMES;
        GATE_STATUS_DLGATE "pfcp.gate_status.dlgate" "DL Gate": U8 Dec & 0x3 = GATE_STATUS_ULGATE_NAMES;
        UL_MBR "pfcp.ul_mbr" "UL MBR": U40 Dec;
        DL_MBR "pfcp.dl_mbr" "DL MBR": U40 Dec;
        UL_GBR "pfcp.ul_gbr" "UL GBR": U40 Dec;
        DL_GBR "pfcp.dl_gbr" "DL GBR": U40 Dec;
        QER_CORRELATION_ID "pfcp.qer_correlation_id" "QER Correlation ID": U32 Dec;
        SPARE_B7_B3 "pfcp.spare_b7_b3" "Spare": U8 Dec & 0xf8;
        VOLUME_THRESHOLD_FLAGS_DLVOL "pfcp.volume_threshold_flags.dlvol" "DLVOL": Bool(8) & 0x4;
        VOLUME_THRESHOLD_FLAGS_ULVOL "pfcp.volume_threshold_flags.ulvol" "ULVOL": Bool(8) & 0x2;
        VOLUME_THRESHOLD_FLAGS_TOVOL "pfcp.volume_threshold_flags.tovol" "TOVOL": Bool(8) & 0x1;
        VOLUME_THRESHOLD_TOVOL "pfcp.volume_threshold.tovol" "Total Volume": U64 Dec;
        VOLUME_THRESHOLD_ULVOL "pfcp.volume_threshold.ulvol" "Uplink Volume": U64 Dec;
        VOLUME_THRESHOLD_DLVOL "pfcp.volume_threshold.dlvol" "Downlink Volume": U64 Dec;
        TIME_THRESHOLD "pfcp.time_threshold" "Time Threshold": U32 Dec;
        MONITORING_TIME "pfcp.monitoring_time" "Monitoring Time": AbsTime NtpUtc;
        SUBSEQ_VOLUME_THRESHOLD_DLVOL_FLG "pfcp.subseq_volume_threshold.dlvol_flg" "DLVOL": Bool(8) & 0x4;
        SUBSEQ_VOLUME_THRESHOLD_ULVOL_FLG "pfcp.subseq_volume_threshold.ulvol_flg" "ULVOL": Bool(8) & 0x2;
        SUBSEQ_VOLUME_THRESHOLD_TOVOL_FLG "pfcp.subseq_volume_threshold.tovol_flg" "TOVOL": Bool(8) & 0x1;
        SUBSEQ_VOLUME_THRESHOLD_TOVOL "pfcp.subseq_volume_threshold.tovol" "Total Volume": U64 Dec;
        SUBSEQ_VOLUME_THRESHOLD_ULVOL "pfcp.subseq_volume_threshold.ulvol" "Uplink Volume": U64 Dec;
        SUBSEQ_VOLUME_THRESHOLD_DLVOL "pfcp.subseq_volume_threshold.dlvol" "Downlink Volume": U64 Dec;
        SUBSEQUENT_TIME_THRESHOLD "pfcp.subsequent_time_threshold" "Subsequent Time Threshold": U32 Dec;
        INACTIVITY_DETECTION_TIME "pfcp.inactivity_detection_time" "Inactivity Detection Time": U32 Dec;
        REPORTING_TRIGGERS_FLAGS_LIUSA "pfcp.reporting_triggers_flags.liusa" "LIUSA (Linked Usage Reporting)": Bool(8) & 0x80;
        REPORTING_TRIGGERS_FLAGS_DROTH "pfcp.reporting_triggers_flags.droth" "DROTH (Dropped DL Traffic Threshold)": Bool(8) & 0x40;
        REPORTING_TRIGGERS_FLAGS_STOPT "pfcp.reporting_triggers_flags.stopt" "STOPT (Stop of Traffic)": Bool(8) & 0x20;
        REPORTING_TRIGGERS_FLAGS_START "pfcp.reporting_triggers_flags.start" "START (Start of Traffic)": Bool(8) & 0x10;
        REPORTING_TRIGGERS_FLAGS_QUHTI "pfcp.reporting_triggers_flags.quhti" "QUHTI (Quota Holding Time)": Bool(8) & 0x8;
        REPORTING_TRIGGERS_FLAGS_TIMTH "pfcp.reporting_triggers_flags.timth" "TIMTH (Time Threshold)": Bool(8) & 0x4;
        REPORTING_TRIGGERS_FLAGS_VOLTH "pfcp.reporting_triggers_flags.volth" "VOLTH (Volume Threshold)": Bool(8) & 0x2;
        REPORTING_TRIGGERS_FLAGS_PERIO "pfcp.reporting_triggers_flags.perio" "PERIO (Periodic Reporting)": Bool(8) & 0x1;
        REPORTING_TRIGGERS_FLAGS_QUVTI "pfcp.reporting_triggers_flags.quvti" "QUVTI (Quota Validity Time)": Bool(8) & 0x80;
        REPORTING_TRIGGERS_FLAGS_IPMJL "pfcp.reporting_triggers_flags.ipmjl" "IPMJL (IP Multicast Join/Leave)": Bool(8) & 0x40;
        REPORTING_TRIGGERS_FLAGS_EVEQU "pfcp.reporting_triggers_flags.evequ" "EVEQU (Event Quota)": Bool(8) & 0x20;
        REPORTING_TRIGGERS_FLAGS_EVETH "pfcp.reporting_triggers_flags.eveth" "EVETH (Event Threshold)": Bool(8) & 0x10;
        REPORTING_TRIGGERS_FLAGS_MACAR "pfcp.reporting_triggers_flags.macar" "MACAR (MAC Addresses Reporting)": Bool(8) & 0x8;
        REPORTING_TRIGGERS_FLAGS_ENVCL "pfcp.reporting_triggers_flags.envcl" "ENVCL (Envelope Closure)": Bool(8) & 0x4;
        REPORTING_TRIGGERS_FLAGS_TIMQU "pfcp.reporting_triggers_flags.timqu" "TIMQU (Time Quota)": Bool(8) & 0x2;
        REPORTING_TRIGGERS_FLAGS_VOLQU "pfcp.reporting_triggers_flags.volqu" "VOLQU (Volume Quota)": Bool(8) & 0x1;
        REDIRECT_ADDRESS_TYPE "pfcp.redirect_address_type" "Redirect Address Type": U8 Dec & 0xf = REDIRECT_ADDRESS_TYPE_NAMES;
        REDIRECT_SERVER_ADDR_LEN "pfcp.redirect_server_addr_len" "Redirect Server Address Length": U16 Dec;
        REDIRECT_SERVER_ADDRESS "pfcp.redirect_server_address" "Redirect Server Address": Str;
        SPARE_B7 "pfcp.spare_b7" "Spare": U8 Dec & 0x80;
        REPORT_TYPE_UISR "pfcp.report_type.uisr" "UISR (UP Initiated Session Request)": Bool(8) & 0x40;
        REPORT_TYPE_SESR "pfcp.report_type.sesr" "SESR (Session Report)": Bool(8) & 0x20;
        REPORT_TYPE_TMIR "pfcp.report_type.tmir" "TMIR (TSC Management Information Report)": Bool(8) & 0x10;
        REPORT_TYPE_UPIR "pfcp.report_type.upir" "UPIR (User Plane Inactivity Report)": Bool(8) & 0x8;
        REPORT_TYPE_ERIR "pfcp.report_type.erir" "ERIR (Error Indication Report)": Bool(8) & 0x4;
        REPORT_TYPE_USAR "pfcp.report_type.usar" "USAR (Usage Report)": Bool(8) & 0x2;
        REPORT_TYPE_DLDR "pfcp.report_type.dldr" "DLDR (Downlink Data Report)": Bool(8) & 0x1;
        OFFENDING_IE "pfcp.offending_ie" "Type of the offending IE": U16 Dec = IE_TYPE_NAMES;
        FORWARDING_POLICY_ID_LEN "pfcp.forwarding_policy_id_len" "Forwarding Policy Identifier Length": U8 Dec;
        FORWARDING_POLICY_ID "pfcp.forwarding_policy_id" "Forwarding Policy Identifier": Bytes;
        DST_INTERFACE "pfcp.dst_interface" "Interface": U8 Dec & 0xf = DST_INTERFACE_NAMES;
        UP_FUNCTION_FEATURES_TREU "pfcp.up_function_features.treu" "TREU": Bool(8) & 0x80 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_HEEU "pfcp.up_function_features.heeu" "HEEU": Bool(8) & 0x40 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_PFDM "pfcp.up_function_features.pfdm" "PFDM": Bool(8) & 0x20 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_FTUP "pfcp.up_function_features.ftup" "FTUP": Bool(8) & 0x10 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_TRST "pfcp.up_function_features.trst" "TRST": Bool(8) & 0x8 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_DLBD "pfcp.up_function_features.dlbd" "DLBD": Bool(8) & 0x4 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_DDND "pfcp.up_function_features.ddnd" "DDND": Bool(8) & 0x2 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_BUCP "pfcp.up_function_features.bucp" "BUCP": Bool(8) & 0x1 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_EPFAR "pfcp.up_function_features.epfar" "EPFAR": Bool(8) & 0x80 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_PFDE "pfcp.up_function_features.pfde" "PFDE": Bool(8) & 0x40 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_FRRT "pfcp.up_function_features.frrt" "FRRT": Bool(8) & 0x20 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_TRACE "pfcp.up_function_features.trace" "TRACE": Bool(8) & 0x10 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_QUOAC "pfcp.up_function_features.quoac" "QUOAC": Bool(8) & 0x8 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_UDBC "pfcp.up_function_features.udbc" "UDBC": Bool(8) & 0x4 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_PDIU "pfcp.up_function_features.pdiu" "PDIU": Bool(8) & 0x2 = requin_wire::Names::Bools("Supported", "Not supported");
        UP_FUNCTION_FEATURES_EMPU "pfcp.up_function_features.empu" "EMPU": Bool(8) & 0x1 = requin_wire::Names::Bools("Supported", "Not supported");
        APPLY_ACTION_DFRT "pfcp.apply_action.dfrt" "DFRT (Duplicate for Redundant Transmission)": Bool(8) & 0x80;
        APPLY_ACTION_IPMD "pfcp.apply_action.ipmd" "IPMD (IP Multicast Deny)": Bool(8) & 0x40;
        APPLY_ACTION_IPMA "pfcp.apply_action.ipma" "IPMA (IP Multicast Accept)": Bool(8) & 0x20;
        APPLY_ACTION_DUPL "pfcp.apply_action.dupl" "DUPL (Duplicate)": Bool(8) & 0x10;
        APPLY_ACTION_NOCP "pfcp.apply_action.nocp" "NOCP (Notify the CP function)": Bool(8) & 0x8;
        APPLY_ACTION_BUFF "pfcp.apply_action.buff" "BUFF (Buffer)": Bool(8) & 0x4;
        APPLY_ACTION_FORW "pfcp.apply_action.forw" "FORW (Forward)": Bool(8) & 0x2;
        APPLY_ACTION_DROP "pfcp.apply_action.drop" "DROP (Drop)": Bool(8) & 0x1;
        DL_DATA_NOTIFICATION_DELAY "pfcp.dl_data_notification_delay" "Delay Value": U8 Dec;
        PACKET_COUNT "pfcp.packet_count" "Packet Count": U16 Dec;
        SEQUENCE_NUMBER "pfcp.sequence_number" "Sequence Number": U32 Dec;
        METRIC "pfcp.metric" "Metric": U8 Dec;
        MEASUREMENT_METHOD_FLAGS_EVENT "pfcp.measurement_method_flags.event" "EVENT (Event)": Bool(8) & 0x4;
        MEASUREMENT_METHOD_FLAGS_VOLUME "pfcp.measurement_method_flags.volume" "VOLUM (Volume)": Bool(8) & 0x2;
        MEASUREMENT_METHOD_FLAGS_DURAT "pfcp.measurement_method_flags.durat" "DURAT (Duration)": Bool(8) & 0x1;
        USAGE_REPORT_TRIGGER_IMMER "pfcp.usage_report_trigger.immer" "IMMER (Immediate Report)": Bool(8) & 0x80;
        USAGE_REPORT_TRIGGER_FLAGS_DROTH "pfcp.usage_report_trigger_flags.droth" "DROTH (Dropped DL Traffic Threshold)": Bool(8) & 0x40;
        USAGE_REPORT_TRIGGER_FLAGS_STOPT "pfcp.usage_report_trigger_flags.stopt" "STOPT (Stop of Traffic)": Bool(8) & 0x20;
        USAGE_REPORT_TRIGGER_FLAGS_START "pfcp.usage_report_trigger_flags.start" "START (Start of Traffic)": Bool(8) & 0x10;
        USAGE_REPORT_TRIGGER_FLAGS_QUHTI "pfcp.usage_report_trigger_flags.quhti" "QUHTI (Quota Holding Time)": Bool(8) & 0x8;
        USAGE_REPORT_TRIGGER_FLAGS_TIMTH "pfcp.usage_report_trigger_flags.timth" "TIMTH (Time Threshold)": Bool(8) & 0x4;
        USAGE_REPORT_TRIGGER_FLAGS_VOLTH "pfcp.usage_report_trigger_flags.volth" "VOLTH (Volume Threshold)": Bool(8) & 0x2;
        USAGE_REPORT_TRIGGER_FLAGS_PERIO "pfcp.usage_report_trigger_flags.perio" "PERIO (Periodic Reporting)": Bool(8) & 0x1;
        USAGE_REPORT_TRIGGER_FLAGS_EVETH "pfcp.usage_report_trigger_flags.eveth" "EVETH (Event Threshold)": Bool(8) & 0x80;
        USAGE_REPORT_TRIGGER_FLAGS_MACAR "pfcp.usage_report_trigger_flags.macar" "MACAR (MAC Addresses Reporting)": Bool(8) & 0x40;
        USAGE_REPORT_TRIGGER_FLAGS_ENVCL "pfcp.usage_report_trigger_flags.envcl" "ENVCL (Envelope Closure)": Bool(8) & 0x20;
        USAGE_REPORT_TRIGGER_MONIT "pfcp.usage_report_trigger.monit" "MONIT (Monitoring Time)": Bool(8) & 0x10;
        USAGE_REPORT_TRIGGER_TERM "pfcp.usage_report_trigger.term" "TERMR (Termination Report)": Bool(8) & 0x8;
        USAGE_REPORT_TRIGGER_FLAGS_LIUSA "pfcp.usage_report_trigger_flags.liusa" "LIUSA (Linked Usage Reporting)": Bool(8) & 0x4;
        USAGE_REPORT_TRIGGER_FLAGS_TIMQU "pfcp.usage_report_trigger_flags.timqu" "TIMQU (Time Quota)": Bool(8) & 0x2;
        USAGE_REPORT_TRIGGER_FLAGS_VOLQU "pfcp.usage_report_trigger_flags.volqu" "VOLQU (Volume Quota)": Bool(8) & 0x1;
        MEASUREMENT_PERIOD "pfcp.measurement_period" "Measurement Period": U32 Dec;
        SPARE_B7_B6 "pfcp.spare_b7_b6" "Spare": U8 Dec & 0xc0;
        VOLUME_MEASUREMENT_FLAGS_DLNOPS "pfcp.volume_measurement_flags.dlnops" "DLNOP": Bool(8) & 0x20;
        VOLUME_MEASUREMENT_FLAGS_ULNOP "pfcp.volume_measurement_flags.ulnop" "ULNOP": Bool(8) & 0x10;
        VOLUME_MEASUREMENT_FLAGS_TONOP "pfcp.volume_measurement_flags.tonop" "TONOP": Bool(8) & 0x8;
        VOLUME_MEASUREMENT_FLAGS_DLVOL "pfcp.volume_measurement_flags.dlvol" "DLVOL": Bool(8) & 0x4;
        VOLUME_MEASUREMENT_FLAGS_ULVOL "pfcp.volume_measurement_flags.ulvol" "ULVOL": Bool(8) & 0x2;
        VOLUME_MEASUREMENT_FLAGS_TOVOL "pfcp.volume_measurement_flags.tovol" "TOVOL": Bool(8) & 0x1;
        VOLUME_MEASUREMENT_TOVOL "pfcp.volume_measurement.tovol" "Total Volume": U64 Dec;
        VOLUME_MEASUREMENT_ULVOL "pfcp.volume_measurement.ulvol" "Uplink Volume": U64 Dec;
        VOLUME_MEASUREMENT_DLVOL "pfcp.volume_measurement.dlvol" "Downlink Volume": U64 Dec;
        DURATION_MEASUREMENT "pfcp.duration_measurement" "Duration": U32 Dec;
        TIME_OF_FIRST_PACKET "pfcp.time_of_first_packet" "Time of First Packet": AbsTime NtpUtc;
        TIME_OF_LAST_PACKET "pfcp.time_of_last_packet" "Time of Last Packet": AbsTime NtpUtc;
        QUOTA_HOLDING_TIME "pfcp.quota_holding_time" "Quota Holding Time": U32 Dec;
        VOLUME_QUOTA_FLAGS_DLVOL "pfcp.volume_quota_flags.dlvol" "DLVOL": Bool(8) & 0x4;
        VOLUME_QUOTA_FLAGS_ULVOL "pfcp.volume_quota_flags.ulvol" "ULVOL": Bool(8) & 0x2;
        VOLUME_QUOTA_FLAGS_TOVOL "pfcp.volume_quota_flags.tovol" "TOVOL": Bool(8) & 0x1;
        VOLUME_QUOTA_TOVOL "pfcp.volume_quota.tovol" "Total Volume": U64 Dec;
        VOLUME_QUOTA_ULVOL "pfcp.volume_quota.ulvol" "Uplink Volume": U64 Dec;
        VOLUME_QUOTA_DLVOL "pfcp.volume_quota.dlvol" "Downlink Volume": U64 Dec;
        TIME_QUOTA "pfcp.time_quota" "Time Quota": U32 Dec;
        START_TIME "pfcp.start_time" "Start Time": AbsTime NtpUtc;
        END_TIME "pfcp.end_time" "End Time": AbsTime NtpUtc;
        URR_ID_FLG "pfcp.urr_id_flg" "Allocation type": Bool(32) & 0x80000000 = requin_wire::Names::Bools("Predefined by UP", "Dynamic by CP");
        URR_ID "pfcp.urr_id" "URR ID": U32 Dec & 0x7fffffff;
        BAR_ID "pfcp.bar_id" "BAR ID": U8 Dec;
        CP_FUNCTION_FEATURES_UIAUR "pfcp.cp_function_features.uiaur" "UIAUR": Bool(8) & 0x80 = requin_wire::Names::Bools("Supported", "Not supported");
        CP_FUNCTION_FEATURES_ARDR "pfcp.cp_function_features.ardr" "ARDR": Bool(8) & 0x40 = requin_wire::Names::Bools("Supported", "Not supported");
        CP_FUNCTION_FEATURES_MPAS "pfcp.cp_function_features.mpas" "MPAS": Bool(8) & 0x20 = requin_wire::Names::Bools("Supported", "Not supported");
        CP_FUNCTION_FEATURES_BUNDL "pfcp.cp_function_features.bundl" "BUNDL": Bool(8) & 0x10 = requin_wire::Names::Bools("Supported", "Not supported");
        CP_FUNCTION_FEATURES_SSET "pfcp.cp_function_features.sset" "SSET": Bool(8) & 0x8 = requin_wire::Names::Bools("Supported", "Not supported");
        CP_FUNCTION_FEATURES_EPFAR "pfcp.cp_function_features.epfar" "EPFAR": Bool(8) & 0x4 = requin_wire::Names::Bools("Supported", "Not supported");
        CP_FUNCTION_FEATURES_OVRL "pfcp.cp_function_features.ovrl" "OVRL": Bool(8) & 0x2 = requin_wire::Names::Bools("Supported", "Not supported");
        CP_FUNCTION_FEATURES_LOAD "pfcp.cp_function_features.load" "LOAD": Bool(8) & 0x1 = requin_wire::Names::Bools("Supported", "Not supported");
        USAGE_INFORMATION_UBE "pfcp.usage_information.ube" "UBE (Usage Before Enforcement)": Bool(8) & 0x8;
        USAGE_INFORMATION_UAE "pfcp.usage_information.uae" "UAE (Usage After Enforcement)": Bool(8) & 0x4;
        USAGE_INFORMATION_AFT "pfcp.usage_information.aft" "AFT (After)": Bool(8) & 0x2;
        USAGE_INFORMATION_BEF "pfcp.usage_information.bef" "BEF (Before)": Bool(8) & 0x1;
        APPLICATION_INSTANCE_ID "pfcp.application_instance_id" "Application Instance Identifier": Bytes;
        OUT_HDR_DESC "pfcp.out_hdr_desc" "Outer Header Removal Description": U8 Dec = OUT_HDR_DESC_NAMES;
        RECOVERY_TIME_STAMP "pfcp.recovery_time_stamp" "Recovery Time Stamp": AbsTime NtpUtc;
        SPARE_B7_B5 "pfcp.spare_b7_b5" "Spare": U8 Dec & 0xe0;
        HEADER_TYPE "pfcp.header_type" "Header Type": U8 Dec & 0x1f = HEADER_TYPE_NAMES;
        HF_LEN "pfcp.hf_len" "Length of Header Field Name": U8 Dec;
        HF_NAME "pfcp.hf_name" "Header Field Name": Bytes;
        HF_VAL_LEN "pfcp.hf_val_len" "Length of Header Field Value": U8 Dec;
        HF_VAL "pfcp.hf_val" "Header Field Value": Bytes;
        MEASUREMENT_INFO_CIAM "pfcp.measurement_info.ciam" "CIAM (Control of Inactive Measurement)": Bool(8) & 0x80;
        MEASUREMENT_INFO_ASPOC "pfcp.measurement_info.aspoc" "ASPOC (Applicable for Start Pause of Charging)": Bool(8) & 0x40;
        MEASUREMENT_INFO_SSPOC "pfcp.measurement_info.sspoc" "SSPOC (Send Start Pause of Charging)": Bool(8) & 0x20;
        MEASUREMENT_INFO_MNOP "pfcp.measurement_info.mnop" "MNOP (Measurement of Number of Packets)": Bool(8) & 0x10;
        MEASUREMENT_INFO_ISTM "pfcp.measurement_info.istm" "ISTM (Immediate Start Time Metering)": Bool(8) & 0x8;
        MEASUREMENT_INFO_RADI "pfcp.measurement_info.radi" "RADI (Reduced Application Detection Information)": Bool(8) & 0x4;
        MEASUREMENT_INFO_INAM "pfcp.measurement_info.inam" "INAM (Inactive Measurement)": Bool(8) & 0x2;
        MEASUREMENT_INFO_FD "pfcp.measurement_info.fd" "MBQE (Measurement Before QoS Enforcement)": Bool(8) & 0x1;
        PREDEF_RULES_NAME "pfcp.predef_rules_name" "Predefined Rules Name": Bytes;
        FAR_ID_FLG "pfcp.far_id_flg" "Allocation type": Bool(32) & 0x80000000 = requin_wire::Names::Bools("Predefined by UP", "Dynamic by CP");
        FAR_ID "pfcp.far_id" "FAR ID": U32 Dec & 0x7fffffff;
        QER_ID_FLG "pfcp.qer_id_flg" "Allocation type": Bool(32) & 0x80000000 = requin_wire::Names::Bools("Predefined by UP", "Dynamic by CP");
        QER_ID "pfcp.qer_id" "QER ID": U32 Dec & 0x7fffffff;
        SPARE_B7_B1 "pfcp.spare_b7_b1" "Spare": U8 Dec & 0xfe;
        OCI_FLAGS_AOCI "pfcp.oci_flags.aoci" "AOCI: Associate OCI with Node ID": Bool(8) & 0x1;
        ASSOC_REL_REQ_SARR "pfcp.assoc_rel_req.sarr" "SARR (PFCP Association Release Request)": Bool(8) & 0x1;
        TIMER_UNIT "pfcp.timer_unit" "Timer unit": U8 Dec & 0xe0 = TIMER_UNIT_NAMES;
        TIMER_VALUE "pfcp.timer_value" "Timer value": U8 Dec & 0x1f;
        PDN_TYPE "pfcp.pdn_type" "PDN Type": U8 Dec & 0x7 = PDN_TYPE_NAMES;
        TIME_QUOTA_MECHANISM_BTI_TYPE "pfcp.time_quota_mechanism_bti_type" "Base Time Interval Type": U8 Dec & 0x3 = TIME_QUOTA_MECHANISM_BTI_TYPE_NAMES;
        TIME_QUOTA_MECHANISM_BTI "pfcp.time_quota_mechanism_bti" "Base Time Interval": U32 Dec;
        USER_PLANE_INACTIVITY_TIME "pfcp.user_plane_inactivity_time" "User Plane Inactivity Timer": U32 Dec;
        MULTIPLIER_VALUE_DIGITS "pfcp.multiplier.value_digits" "Value Digits": U64 Dec;
        MULTIPLIER_EXPONENT "pfcp.multiplier.exponent" "Exponent": U32 Dec;
        SUBSEQUENT_VOLUME_QUOTA_FLAGS_DLVOL "pfcp.subsequent_volume_quota_flags.dlvol" "DLVOL": Bool(8) & 0x4;
        SUBSEQUENT_VOLUME_QUOTA_FLAGS_ULVOL "pfcp.subsequent_volume_quota_flags.ulvol" "ULVOL": Bool(8) & 0x2;
        SUBSEQUENT_VOLUME_QUOTA_FLAGS_TOVOL "pfcp.subsequent_volume_quota_flags.tovol" "TOVOL": Bool(8) & 0x1;
        SUBSEQUENT_VOLUME_QUOTA_TOVOL "pfcp.subsequent_volume_quota.tovol" "Total Volume": U64 Dec;
        SUBSEQUENT_VOLUME_QUOTA_ULVOL "pfcp.subsequent_volume_quota.ulvol" "Uplink Volume": U64 Dec;
        SUBSEQUENT_VOLUME_QUOTA_DLVOL "pfcp.subsequent_volume_quota.dlvol" "Downlink Volume": U64 Dec;
        SUBSEQUENT_TIME_QUOTA "pfcp.subsequent_time_quota" "Subsequent Time Quota": U32 Dec;
        RQI_FLAG "pfcp.rqi_flag" "RQI": Bool(8) & 0x1;
        QFI_VALUE "pfcp.qfi_value" "QFI": U8 Hex & 0x7f;
        QUERY_URR_REFERENCE "pfcp.query_urr_reference" "Query URR Reference": U32 Dec;
        TRAFFIC_ENDPOINT_ID "pfcp.traffic_endpoint_id" "Traffic Endpoint ID": U8 Dec;
        SPARE_B7_B4 "pfcp.spare_b7_b4" "Spare": U8 Dec & 0xf0;
        MAC_ADDRESS_FLAGS_UDES "pfcp.mac_address.flags.udes" "UDES": Bool(8) & 0x8 = requin_wire::Names::Bools("Present", "Not Present");
        MAC_ADDRESS_FLAGS_USUO "pfcp.mac_address.flags.usuo" "USUO": Bool(8) & 0x4 = requin_wire::Names::Bools("Present", "Not Present");
        MAC_ADDRESS_FLAGS_DEST "pfcp.mac_address.flags.dest" "DEST": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        MAC_ADDRESS_FLAGS_SOUR "pfcp.mac_address.flags.sour" "SOUR": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        MAC_ADDRESS_SOUR "pfcp.mac_address.sour" "Source MAC Address": Bytes;
        MAC_ADDRESS_DEST "pfcp.mac_address.dest" "Destination MAC Address": Bytes;
        MAC_ADDRESS_USOU "pfcp.mac_address.usou" "Upper Source MAC Address": Bytes;
        MAC_ADDRESS_UDES "pfcp.mac_address.udes" "Upper Destination MAC Address": Bytes;
        ETHERTYPE "pfcp.ethertype" "Ethertype": U16 Hex = crate::link::ethertype::NAMES;
        SPARE_B7_B2 "pfcp.spare_b7_b2" "Spare": U8 Dec & 0xfc;
        PROXYING_FLAGS_INS "pfcp.proxying.flags.ins" "INS": Bool(8) & 0x2;
        PROXYING_FLAGS_ARP "pfcp.proxying.flags.arp" "ARP": Bool(8) & 0x1;
        ETHERTYPE_FILTER_ID "pfcp.ethertype_filter_id" "Ethertype Filter ID": U64 Dec;
        ETHERTYPE_FILTER_PROPERTIES_FLAGS_BIDE "pfcp.ethertype_filter_properties.flags.bide" "BIDE": Bool(8) & 0x1;
        SUGGESTED_BUFFERING_PACKETS_COUNT_PACKET_COUNT "pfcp.suggested_buffering_packets_count.packet_count" "Packet count": U8 Dec;
        ETHERNET_PDU_SESSION_INFORMATION_FLAGS_ETHI "pfcp.ethernet_pdu_session_information.flags.ethi" "IMSIF": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        ETHERNET "pfcp.ethernet" "Ethernet Inactivity Timer": U32 Dec;
        SUBSEQUENT_EVENT_QUOTA "pfcp.subsequent_event_quota" "Subsequent Event Quota": U32 Dec;
        FRAMED_ROUTING "pfcp.framed_routing" "Framed-Routing": Bytes;
        FRAMED_IPV6_ROUTE "pfcp.framed_ipv6_route" "Framed-IPv6-Route": Str;
        TIME_STAMP "pfcp.time_stamp" "Time Stamp": AbsTime NtpUtc;
        PPI "pfcp.ppi" "Paging Policy Indication": U16 Dec & 0x7f;
        APN_DNN "pfcp.apn_dnn" "APN/DNN": Str;
        SRREQ_FLAGS_PSDBU "pfcp.srreq_flags.psdbu" "PSDBU (PFCP Session Deleted By the UP function)": Bool(8) & 0x1;
        AUREQ_FLAGS_PARPS "pfcp.aureq_flags.parps" "PARPBS (PFCP Association Release Preparation Start)": Bool(8) & 0x1;
        ACTIVATION_TIME "pfcp.activation_time" "Activation Time": AbsTime NtpUtc;
        MAR_ID "pfcp.mar_id" "MAR ID": U16 Dec;
        STEERING_FUNCTIONALITY "pfcp.steering_functionality" "Steering Functionality": U8 Dec & 0xf = STEERING_FUNCTIONALITY_NAMES;
        STEERING_MODE "pfcp.steering_mode" "Steering Mode": U8 Dec & 0xf = STEERING_MODE_NAMES;
        WEIGHT "pfcp.weight" "Weight": U8 Dec;
        PACKET_REPLICATION_AND_DETECTION_CARRY_ON_INFORMATION_FLAGS_DCARONI "pfcp.packet_replication_and_detection_carry_on_information.flags.dcaroni" "DCARONI (Detection Carry-On Indication)": Bool(8) & 0x8 = requin_wire::Names::Bools("Present", "Not Present");
        PACKET_REPLICATION_AND_DETECTION_CARRY_ON_INFORMATION_FLAGS_PRIN6I "pfcp.packet_replication_and_detection_carry_on_information.flags.prin6i" "PRIN6I (Packet Replication Information - N6 Indication)": Bool(8) & 0x4 = requin_wire::Names::Bools("Present", "Not Present");
        PACKET_REPLICATION_AND_DETECTION_CARRY_ON_INFORMATION_FLAGS_PRIN19I "pfcp.packet_replication_and_detection_carry_on_information.flags.prin19i" "PRIN19I (Packet Replication Information - N19 Indication)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        PACKET_REPLICATION_AND_DETECTION_CARRY_ON_INFORMATION_FLAGS_PRIUEAI "pfcp.packet_replication_and_detection_carry_on_information.flags.priueai" "PRIUEAI (Packet Replication Information – UE/PDU Session Address Indication)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        SPARE "pfcp.spare" "Spare": U8 Dec;
        NODE_ID_FQDN "pfcp.node_id_fqdn" "FQDN": Str;
        PACKET_RATE_STATUS_FLAGS_APR "pfcp.packet_rate_status.flags.apr" "APR": Bool(8) & 0x4;
        PACKET_RATE_STATUS_FLAGS_DL "pfcp.packet_rate_status.flags.dl" "DL": Bool(8) & 0x2;
        PACKET_RATE_STATUS_FLAGS_UL "pfcp.packet_rate_status.flags.ul" "UL": Bool(8) & 0x1;
        PACKET_RATE_STATUS_TOVOL "pfcp.packet_rate_status.tovol" "UL (remaining uplink packet limit)": U16 Dec;
        PACKET_RATE_STATUS_ULVOL "pfcp.packet_rate_status.ulvol" "DL (remaining downlink packet limit)": U16 Dec;
        PACKET_RATE_STATUS_VALIDITY_TIME "pfcp.packet_rate_status.validity_time" "Validity Time value": U32 Dec;
        DS_TT_PORT_NUMBER "pfcp.ds_tt_port_number" "DS-TT Port Number value": U32 Dec;
        NW_TT_PORT_NUMBER "pfcp.nw_tt_port_number" "NW-TT Port Number value": U32 Dec;
        PORT_MANAGEMENT_INFORMATION "pfcp.port_management_information" "Port Management Information": Bytes;
        REQUESTED_CLOCK_DRIFT_CONTROL_INFORMATION_FLAGS_RRCR "pfcp.requested_clock_drift_control_information.flags.rrcr" "RRCR (Request to Report Cumulative RateRatio)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        REQUESTED_CLOCK_DRIFT_CONTROL_INFORMATION_FLAGS_RRTO "pfcp.requested_clock_drift_control_information.flags.rrto" "RRTO (Request to Report Time Offset)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        TIME_DOMAIN_NUMBER_VALUE "pfcp.time_domain_number_value" "Time Domain Number value": U8 Dec;
        TIME_OFFSET_THRESHOLD "pfcp.time_offset_threshold" "Time Offset Threshold": U64 Dec;
        CUMULATIVE_RATE_RATIO_THRESHOLD "pfcp.cumulative_rate_ratio_threshold" "Cumulative rateRatio Threshold": U32 Dec;
        CUMULATIVE_RATE_RATIO_MEASUREMENT "pfcp.cumulative_rate_ratio_measurement" "Cumulative rateRatio Measurement": U32 Dec;
        ATSSS_LL_CONTROL_INFORMATION_FLAGS_LLI "pfcp.atsss_ll_control_information.flags.lli" "LLI: ATSSS-LL steering functionality is required": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        PMF_CONTROL_INFORMATION_FLAGS_PQPM "pfcp.pmf_control_information.flags.pqpm" "PQPM (Per Qos flow Performance Measurement indication)": Bool(8) & 0x4 = requin_wire::Names::Bools("Present", "Not Present");
        PMF_CONTROL_INFORMATION_FLAGS_DRTTI "pfcp.pmf_control_information.flags.drtti" "DRTTI (Disallow PMF RTT Indication)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        PMF_CONTROL_INFORMATION_FLAGS_PMFI "pfcp.pmf_control_information.flags.pmfi" "PMFI (PMF functionality is required)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        MPTCP_IP_ADDRESS_INFORMATION_FLAGS_V6 "pfcp.mptcp_ip_address_information.flags.v6" "V6": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        MPTCP_IP_ADDRESS_INFORMATION_FLAGS_V4 "pfcp.mptcp_ip_address_information.flags.v4" "V4": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        MPTCP_PROXY_TYPE "pfcp.mptcp_proxy.type" "MPTCP proxy type": Bytes;
        MPTCP_PROXY_PORT "pfcp.mptcp_proxy.port" "MPTCP proxy port": U16 Dec;
        PMF_ADDRESS_INFORMATION_FLAGS_MAC "pfcp.pmf_address_information.flags.mac" "MAC": Bool(8) & 0x4 = requin_wire::Names::Bools("Present", "Not Present");
        PMF_ADDRESS_INFORMATION_FLAGS_V6 "pfcp.pmf_address_information.flags.v6" "V6": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        PMF_ADDRESS_INFORMATION_FLAGS_V4 "pfcp.pmf_address_information.flags.v4" "V4": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        PMF_ADDRESS_INFORMATION_IPV4 "pfcp.pmf_address_information.ipv4" "PMF IPv4 Address": Ipv4;
        PMF_ADDRESS_INFORMATION_IPV6 "pfcp.pmf_address_information.ipv6" "PMF IPv6 Address": Ipv6;
        PMF_ADDRESS_INFORMATION_PORT_3GPP "pfcp.pmf_address_information.port_3gpp" "PMF port for 3GPP": U16 Dec;
        PMF_ADDRESS_INFORMATION_PORT_NON3GPP "pfcp.pmf_address_information.port_non3gpp" "PMF port for Non-3GPP": U16 Dec;
        ATSSS_LL_INFORMATION_FLAGS_LLI "pfcp.atsss_ll_information.flags.lli" "LLI: ATSSS-LL steering functionality have been allocated": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        AVERAGE_PACKET_DELAY_MILLISECONDS "pfcp.average_packet_delay.milliseconds" "Delay Value in milliseconds": U32 Dec;
        QOS_REPORT_TRIGGER_FLAGS_IRE "pfcp.qos_report_trigger.flags.ire" "IRE (Immediate Report)": Bool(8) & 0x4 = requin_wire::Names::Bools("Present", "Not Present");
        QOS_REPORT_TRIGGER_FLAGS_THR "pfcp.qos_report_trigger.flags.thr" "THR (Event triggered based on Threshold)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        QOS_REPORT_TRIGGER_FLAGS_V4 "pfcp.qos_report_trigger.flags.v4" "PER (Periodic Reporting)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        GTP_U_PATH_INTERFACE_TYPE_FLAGS_N3 "pfcp.gtp_u_path_interface_type.flags.n3" "N3": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        QOS_REPORT_TRIGTP_U_PATH_INTERFACE_TYPEGGER_FLAGS_N9 "pfcp.qos_report_trigtp_u_path_interface_typegger.flags.n9" "N9": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        REQUESTED_QOS_MONITORING_FLAGS_GTPUPM "pfcp.requested_qos_monitoring.flags.gtpupm" "GTPUPM (GTP-U Path Monitoring)": Bool(8) & 0x8 = requin_wire::Names::Bools("Present", "Not Present");
        REQUESTED_QOS_MONITORING_FLAGS_RP "pfcp.requested_qos_monitoring.flags.rp" "RP (Round Trip)": Bool(8) & 0x4 = requin_wire::Names::Bools("Present", "Not Present");
        REQUESTED_QOS_MONITORING_FLAGS_UL "pfcp.requested_qos_monitoring.flags.ul" "UL (Uplink)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        REQUESTED_QOS_MONITORING_FLAGS_DL "pfcp.requested_qos_monitoring.flags.dl" "DL (Downlink)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        MINIMUM_WAIT_TIME_SECONDS "pfcp.minimum_wait_time.seconds" "The Minimum Wait Time (seconds)": U32 Dec;
        QOS_MONITORING_MEASUREMENT_FLAGS_PLMF "pfcp.qos_monitoring_measurement.flags.plmf" "PLMF (Packet Delay Measurement Failure)": Bool(8) & 0x8 = requin_wire::Names::Bools("Present", "Not Present");
        QOS_MONITORING_MEASUREMENT_FLAGS_RP "pfcp.qos_monitoring_measurement.flags.rp" "RP (Round Trip)": Bool(8) & 0x4 = requin_wire::Names::Bools("Present", "Not Present");
        QOS_MONITORING_MEASUREMENT_FLAGS_UL "pfcp.qos_monitoring_measurement.flags.ul" "UL (Uplink)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        QOS_MONITORING_MEASUREMENT_FLAGS_DL "pfcp.qos_monitoring_measurement.flags.dl" "DL (Downlink)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        QOS_MONITORING_MEASUREMENT_DOWNLINK "pfcp.qos_monitoring_measurement.downlink" "Downlink packet delay (milliseconds)": U32 Dec;
        QOS_MONITORING_MEASUREMENT_UPLINK "pfcp.qos_monitoring_measurement.uplink" "Downlink packet delay (milliseconds)": U32 Dec;
        QOS_MONITORING_MEASUREMENT_ROUNDTRIP "pfcp.qos_monitoring_measurement.roundtrip" "Round trip packet delay (milliseconds)": U32 Dec;
        MT_EDT_CONTROL_INFORMATION_FLAGS_RDSI "pfcp.mt_edt_control_information.flags.rdsi" "RDSI (Reporting DL data packets Size Indication)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        DL_DATA_PACKETS_SIZE "pfcp.dl_data_packets_size" "DL Data Packets Size": U16 Dec;
        QER_CONTROL_INDICATIONS_RCSR "pfcp.qer_control_indications.rcsr" "RCSR (Rate Control Status Reporting)": Bool(8) & 0x1;
        NF_INSTANCE_ID "pfcp.nf_instance_id" "NF Instance ID": Guid;
        RDS_CONFIGURATION_INFORMATION_FLAGS_RDS "pfcp.rds_configuration_information.flags.rds" "RDS (Reliable Data Service)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        MPTCP_APPLICATION_INDICATION_FLAGS_MAI "pfcp.mptcp_application_indication.flags.mai" "MAI (MPTCP Applicable Indication)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        USER_PLANE_NODEMANAGEMENT_INFORMATION_CONTAINER "pfcp.user_plane_nodemanagement_information_container" "Predefined Rules Name": Bytes;
        NUMBER_OF_UE_IP_ADDRESSES_V6 "pfcp.number_of_ue_ip_addresses.v6" "IPv6": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        NUMBER_OF_UE_IP_ADDRESSES_V4 "pfcp.number_of_ue_ip_addresses.v4" "IPv4": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        NUMBER_OF_UE_IP_ADDRESSES_IPV4ADDRESSES "pfcp.number_of_ue_ip_addresses.ipv4addresses" "Number of UE IPv4 Addresses": U32 Dec;
        NUMBER_OF_UE_IP_ADDRESSES_IPV6ADDRESSES "pfcp.number_of_ue_ip_addresses.ipv6addresses" "Number of UE IPv6 Addresses": U32 Dec;
        VALIDITY_TIMER "pfcp.validity_timer" "Validity Timer": U16 Dec;
        DL_DATA_SERVICE_INF_QFII "pfcp.dl_data_service_inf.qfii" "QFII(QoS Flow Identifier)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        DL_DATA_SERVICE_INF_PPI "pfcp.dl_data_service_inf.ppi" "PPI(Paging Policy Indication)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        SMREQ_FLAGS_RUMUC "pfcp.smreq_flags.rumuc" "RUMUC (Resume of Usage Measurement to Un-pause of Charging)": Bool(8) & 0x10;
        SMREQ_FLAGS_SUMPC "pfcp.smreq_flags.sumpc" "SUMPC (Stop of Usage Measurement to Pause Charging)": Bool(8) & 0x8;
        SMREQ_FLAGS_QAURR "pfcp.smreq_flags.qaurr" "QAURR (Query All URRs)": Bool(8) & 0x4;
        SMREQ_FLAGS_SNDEM "pfcp.smreq_flags.sndem" "SNDEM (Send End Marker Packets)": Bool(8) & 0x2;
        SMREQ_FLAGS_DROBU "pfcp.smreq_flags.drobu" "DROBU (Drop Buffered Packets)": Bool(8) & 0x1;
        SRRSP_FLAGS_DROBU "pfcp.srrsp_flags.drobu" "DROBU (Drop Buffered Packets)": Bool(8) & 0x1;
        DROPPED_DL_TRAFFIC_THRESHOLD_DLBY_FLG "pfcp.dropped_dl_traffic_threshold.dlby_flg" "DLBY": Bool(8) & 0x2;
        DROPPED_DL_TRAFFIC_THRESHOLD_DLPA_FLG "pfcp.dropped_dl_traffic_threshold.dlpa_flg" "DLPA": Bool(8) & 0x1;
        DOWNLINK_PACKETS "pfcp.downlink_packets" "Downlink Packets": U64 Dec;
        FLOW_DIR "pfcp.flow_dir" "Flow Direction": U8 Dec & 0x7 = FLOW_DIR_NAMES;
        FLOW_DESC_LEN "pfcp.flow_desc_len" "Length of Flow Description": U16 Dec;
        FLOW_DESC "pfcp.flow_desc" "Flow Description": Str;
        DL_FLOW_LEVEL_MARKING_SCI "pfcp.dl_flow_level_marking.sci" "SCI(Service Class Indicator)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        DL_FLOW_LEVEL_MARKING_TTC "pfcp.dl_flow_level_marking.ttc" "TTC (ToS/Traffic Class)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        TRAFFIC_CLASS "pfcp.traffic_class" "ToS Traffic Class": U8 Hex;
        TRAFFIC_MASK "pfcp.traffic_mask" "Mask field": U8 Hex;
        SCI "pfcp.sci" "Service Class Indicator": U16 Hex;
        NODE_REPORT_TYPE_PVSRURR "pfcp.node_report_type.pvsrurr" "VSR (Vendor-Specific Report)": Bool(8) & 0x20;
        NODE_REPORT_TYPE_PURR "pfcp.node_report_type.purr" "PURR (peer GTP-U entity Restart Report)": Bool(8) & 0x10;
        NODE_REPORT_TYPE_GPQR "pfcp.node_report_type.gpqr" "GPQR (GTP-U Path QoS Report)": Bool(8) & 0x8;
        NODE_REPORT_TYPE_CKDR "pfcp.node_report_type.ckdr" "CKDR (Clock Drift Report)": Bool(8) & 0x4;
        NODE_REPORT_TYPE_UPRR "pfcp.node_report_type.uprr" "UPRR (User Plane Path Recovery Report)": Bool(8) & 0x2;
        NODE_REPORT_TYPE_UPFR "pfcp.node_report_type.upfr" "UPFR (User Plane Path Failure Report)": Bool(8) & 0x1;
        RESPONSE_IN "pfcp.response_in" "Response In": Framenum;
        RESPONSE_TO "pfcp.response_to" "Response To": Framenum;
        RESPONSE_TIME "pfcp.response_time" "Response Time": RelTime;
        NODE_ID_TYPE "pfcp.node_id_type" "Address Type": U8 Dec & 0xf = NODE_ID_TYPE_NAMES;
        SPARE_B0 "pfcp.spare_b0" "Spare": U8 Dec & 0x1;
        SPARE_B1 "pfcp.spare_b1" "Spare": U8 Dec & 0x2;
        SPARE_B2 "pfcp.spare_b2" "Spare": U8 Dec & 0x4;
        SPARE_B3 "pfcp.spare_b3" "Spare": U8 Dec & 0x8;
        SPARE_B4 "pfcp.spare_b4" "Spare": U8 Dec & 0x10;
        SPARE_B5 "pfcp.spare_b5" "Spare": U8 Dec & 0x20;
        SPARE_B6 "pfcp.spare_b6" "Spare": U8 Dec & 0x40;
        F_SEID_FLAGS_V4 "pfcp.f_seid_flags.v4" "V4 (IPv4)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        F_SEID_FLAGS_V6 "pfcp.f_seid_flags.v6" "V6 (IPv6)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        F_SEID_IPV4 "pfcp.f_seid.ipv4" "IPv4 address": Ipv4;
        F_SEID_IPV6 "pfcp.f_seid.ipv6" "IPv6 address": Ipv6;
        FTEID_FLG_SPARE "pfcp.fteid_flg.spare" "Spare": U8 Dec & 0xf0;
        F_TEID_FLAGS_CH_ID "pfcp.f_teid_flags.ch_id" "CHID (CHOOSE_ID)": Bool(8) & 0x8;
        F_TEID_FLAGS_CH "pfcp.f_teid_flags.ch" "CH (CHOOSE)": Bool(8) & 0x4;
        F_TEID_FLAGS_V6 "pfcp.f_teid_flags.v6" "V6 (IPv6)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        F_TEID_FLAGS_V4 "pfcp.f_teid_flags.v4" "V4 (IPv4)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        F_TEID_CHOOSE_ID "pfcp.f_teid.choose_id" "Choose Id": Bytes;
        F_TEID_TEID "pfcp.f_teid.teid" "TEID": U32 Hex;
        F_TEID_IPV4_ADDR "pfcp.f_teid.ipv4_addr" "IPv4 address": Ipv4;
        F_TEID_IPV6_ADDR "pfcp.f_teid.ipv6_addr" "IPv6 address": Ipv6;
        SDF_FILTER_BID "pfcp.sdf_filter.bid" "BID (Bidirectional SDF Filter)": Bool(8) & 0x10;
        SDF_FILTER_FL "pfcp.sdf_filter.fl" "FL (Flow Label)": Bool(8) & 0x8;
        SDF_FILTER_SPI "pfcp.sdf_filter.spi" "SPI (Security Parameter Index)": Bool(8) & 0x4;
        SDF_FILTER_TTC "pfcp.sdf_filter.ttc" "TTC (ToS Traffic Class)": Bool(8) & 0x2;
        SDF_FILTER_FD "pfcp.sdf_filter.fd" "FD (Flow Description)": Bool(8) & 0x1;
        SPI "pfcp.spi" "Security Parameter Index": U32 Hex;
        FLOW_LABEL_SPARE_BIT "pfcp.flow_label_spare_bit" "Spare bit": U8 Dec;
        FLOW_LABEL "pfcp.flow_label" "Flow Label": U24 Hex & 0xfffff;
        TRAFFIC_DSCP "pfcp.traffic_dscp" "DSCP": Str;
        OUTER_HDR_DESC "pfcp.outer_hdr_desc" "Outer Header Creation Description": U16 Dec = OUTER_HDR_DESC_NAMES;
        OUTER_HDR_CREATION_TEID "pfcp.outer_hdr_creation.teid" "TEID": U32 Hex;
        OUTER_HDR_CREATION_IPV4 "pfcp.outer_hdr_creation.ipv4" "IPv4 Address": Ipv4;
        OUTER_HDR_CREATION_IPV6 "pfcp.outer_hdr_creation.ipv6" "IPv6 Address": Ipv6;
        OUTER_HDR_CREATION_PORT "pfcp.outer_hdr_creation.port" "Port Number": U16 Dec;
        UE_IP_ADDRESS_FLAG_V6PL "pfcp.ue_ip_address_flag.v6pl" "IPV6PL": Bool(8) & 0x40 = requin_wire::Names::Bools("Destination IP address", "Source IP address");
        UE_IP_ADDRESS_FLAG_CHV6 "pfcp.ue_ip_address_flag.chv6" "CHV6": Bool(8) & 0x20 = requin_wire::Names::Bools("Destination IP address", "Source IP address");
        UE_IP_ADDRESS_FLAG_CHV4 "pfcp.ue_ip_address_flag.chv4" "CHV4": Bool(8) & 0x10 = requin_wire::Names::Bools("Destination IP address", "Source IP address");
        UE_IP_ADDRESS_FLAG_V6D "pfcp.ue_ip_address_flag.v6d" "IPv6D": Bool(8) & 0x8 = requin_wire::Names::Bools("Destination IP address", "Source IP address");
        UE_IP_ADDRESS_FLAG_SD "pfcp.ue_ip_address_flag.sd" "S/D": Bool(8) & 0x4 = requin_wire::Names::Bools("Destination IP address", "Source IP address");
        UE_IP_ADDRESS_FLAG_V4 "pfcp.ue_ip_address_flag.v4" "V4 (IPv4)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        UE_IP_ADDRESS_FLAG_V6 "pfcp.ue_ip_address_flag.v6" "V6 (IPv6)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        UE_IP_ADDR_IPV4 "pfcp.ue_ip_addr_ipv4" "IPv4 address": Ipv4;
        UE_IP_ADDR_IPV6 "pfcp.ue_ip_addr_ipv6" "IPv6 address": Ipv6;
        UE_IP_ADDR_IPV6_PREFIX "pfcp.ue_ip_addr_ipv6_prefix" "IPv6 Prefix Delegation Bits": U8 Dec;
        UE_IP_ADDR_IPV6_PREFIX_LENGTH "pfcp.ue_ip_addr_ipv6_prefix_length" "IPv6 Prefix Length": U8 Dec;
        PACKET_RATE_APRC "pfcp.packet_rate.aprc" "APRC (Additional Packet Rate Control)": Bool(8) & 0x4 = requin_wire::Names::Bools("Present", "Not Present");
        PACKET_RATE_DLPR "pfcp.packet_rate.dlpr" "DLPR (Downlink Packet Rate)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        PACKET_RATE_ULPR "pfcp.packet_rate.ulpr" "ULPR (Uplink Packet Rate)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        UL_TIME_UNIT "pfcp.ul_time_unit" "Uplink Time Unit": U8 Dec & 0x7 = UL_TIME_UNIT_NAMES;
        MAX_UL_PR "pfcp.max_ul_pr" "Maximum Uplink Packet Rate": U16 Dec;
        DL_TIME_UNIT "pfcp.dl_time_unit" "Downlink Time Unit": U8 Dec & 0x7 = UL_TIME_UNIT_NAMES;
        MAX_DL_PR "pfcp.max_dl_pr" "Maximum Downlink Packet Rate": U16 Dec;
        C_TAG_FLAGS_VID "pfcp.c_tag.flags.vid" "VID": Bool(8) & 0x4;
        C_TAG_FLAGS_DEI "pfcp.c_tag.flags.dei" "DEI": Bool(8) & 0x2;
        C_TAG_FLAGS_PCP "pfcp.c_tag.flags.pcp" "PCP": Bool(8) & 0x1;
        C_TAG_CVID "pfcp.c_tag.cvid" "C-VID": U16 Hex;
        C_TAG_DEI_FLAG "pfcp.c_tag.dei_flag" "Drop eligible indicator (DEI)": Bool(8) & 0x8 = requin_wire::Names::Bools("Eligible", "Ineligible");
        C_TAG_PCP "pfcp.c_tag.pcp" "Priority code point (PCP)": U8 Dec & 0x7 = C_TAG_PCP_NAMES;
        S_TAG_FLAGS_VID "pfcp.s_tag.flags.vid" "VID": Bool(8) & 0x4;
        S_TAG_FLAGS_DEI "pfcp.s_tag.flags.dei" "DEI": Bool(8) & 0x2;
        S_TAG_FLAGS_PCP "pfcp.s_tag.flags.pcp" "PCP": Bool(8) & 0x1;
        S_TAG_SVID "pfcp.s_tag.svid" "S-VID": U16 Hex;
        S_TAG_DEI_FLAG "pfcp.s_tag.dei_flag" "Drop eligible indicator (DEI)": Bool(8) & 0x8 = requin_wire::Names::Bools("Eligible", "Ineligible");
        S_TAG_PCP "pfcp.s_tag.pcp" "Priority code point (PCP)": U8 Dec & 0x7 = C_TAG_PCP_NAMES;
        USER_ID_FLAGS_PEIF "pfcp.user_id.flags.peif" "PEIF": Bool(8) & 0x40 = requin_wire::Names::Bools("Present", "Not Present");
        USER_ID_FLAGS_GPSIF "pfcp.user_id.flags.gpsif" "GPSIF": Bool(8) & 0x20 = requin_wire::Names::Bools("Present", "Not Present");
        USER_ID_FLAGS_SUPIF "pfcp.user_id.flags.supif" "SUPIF": Bool(8) & 0x10 = requin_wire::Names::Bools("Present", "Not Present");
        USER_ID_FLAGS_NAIF "pfcp.user_id.flags.naif" "NAIF": Bool(8) & 0x8 = requin_wire::Names::Bools("Present", "Not Present");
        USER_ID_FLAGS_MSISDNF "pfcp.user_id.flags.msisdnf" "MSISDNF": Bool(8) & 0x4 = requin_wire::Names::Bools("Present", "Not Present");
        USER_ID_FLAGS_IMEIF "pfcp.user_id.flags.imeif" "IMEIF": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        USER_ID_FLAGS_IMSIF "pfcp.user_id.flags.imsif" "IMSIF": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        USER_ID_LENGTH_OF_IMSI "pfcp.user_id.length_of_imsi" "Length of IMSI": U8 Dec;
        USER_ID_LENGTH_OF_IMEI "pfcp.user_id.length_of_imei" "Length of IMEI": U8 Dec;
        USER_ID_IMEI "pfcp.user_id.imei" "IMEI": Str;
        USER_ID_LENGTH_OF_MSISDN "pfcp.user_id.length_of_msisdn" "Length of MSISDN": U8 Dec;
        USER_ID_LENGTH_OF_NAI "pfcp.user_id.length_of_nai" "Length of NAI": U8 Dec;
        USER_ID_NAI "pfcp.user_id.nai" "NAI": Str;
        MAC_ADDRESSES_DETECTED_NUMBER_OF_MAC_ADDRESSES "pfcp.mac_addresses_detected.number_of_mac_addresses" "Number of MAC addresses": U8 Dec;
        MAC_ADDRESSES_DETECTED_MAC_ADDRESS "pfcp.mac_addresses_detected.mac_address" "MAC Address": Bytes;
        MAC_ADDRESSES_DETECTED_LENGTH_OF_CTAG "pfcp.mac_addresses_detected.length_of_ctag" "Length of C-TAG": U8 Dec;
        MAC_ADDRESSES_DETECTED_LENGTH_OF_STAG "pfcp.mac_addresses_detected.length_of_stag" "Length of S-TAG": U8 Dec;
        MAC_ADDRESSES_REMOVED_NUMBER_OF_MAC_ADDRESS "pfcp.mac_addresses_removed.number_of_mac_address" "Number of MAC addresses": U8 Dec;
        MAC_ADDRESSES_REMOVED_MAC_ADDRESSES "pfcp.mac_addresses_removed.mac_addresses" "MAC Address": Bytes;
        FAILED_RULE_ID_TYPE "pfcp.failed_rule_id_type" "Failed Rule ID Type": U8 Dec & 0x7 = FAILED_RULE_ID_TYPE_NAMES;
        FQ_CSID_NODE_ID_TYPE "pfcp.fq_csid_node_id_type" "FQ-CSID Node-ID Type": U8 Dec & 0xf0 = FQ_CSID_NODE_ID_TYPE_NAMES;
        NUM_CSID "pfcp.num_csid" "Number of CSID": U8 Dec & 0xf;
        Q_CSID_NODE_ID_IPV4 "pfcp.q_csid_node_id.ipv4" "Node-Address": Ipv4;
        Q_CSID_NODE_ID_IPV6 "pfcp.q_csid_node_id.ipv6" "Node-Address": Ipv6;
        CSID "pfcp.csid" "PDN Connection Set Identifier (CSID)": U16 Dec;
        UPIRI_FLAGS_ASSOSI "pfcp.upiri_flags.assosi" "ASSOSI (Associated Source Instance)": Bool(8) & 0x40 = requin_wire::Names::Bools("Present", "Not Present");
        UPIRI_FLAGS_ASSONI "pfcp.upiri_flags.assoni" "ASSONI (Associated Network Instance)": Bool(8) & 0x20 = requin_wire::Names::Bools("Present", "Not Present");
        UPIRI_FLAGS_TEIDRI "pfcp.upiri_flags.teidri" "TEIDRI (TEID Range Indication)": U8 Hex & 0x1c;
        UPIRI_FLAGS_V6 "pfcp.upiri_flags.v6" "V6 (IPv6)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        UPIRI_FLAGS_V4 "pfcp.upiri_flags.v4" "V4 (IPv4)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        UPIRI_TEID_RANGE "pfcp.upiri.teid_range" "TEID": U32 Hex;
        UPIRI_IPV4_ADDR "pfcp.upiri.ipv4_addr" "IPv4 address": Ipv4;
        UPIRI_IPV6_ADDR "pfcp.upiri.ipv6_addr" "IPv6 address": Ipv6;
        PFD_CONTENTS_FLAGS_ADNP "pfcp.pfd_contents_flags.adnp" "ADNP (Additional Domain Name and Domain Name Protocol)": Bool(8) & 0x80;
        PFD_CONTENTS_FLAGS_AURL "pfcp.pfd_contents_flags.aurl" "AURL (Additional URL)": Bool(8) & 0x40;
        PFD_CONTENTS_FLAGS_AFD "pfcp.pfd_contents_flags.afd" "AFD (Additional Flow Description)": Bool(8) & 0x20;
        PFD_CONTENTS_FLAGS_DNP "pfcp.pfd_contents_flags.dnp" "DNP (Domain Name Protocol)": Bool(8) & 0x10;
        PFD_CONTENTS_FLAGS_CP "pfcp.pfd_contents_flags.cp" "CP (Custom PFD Content)": Bool(8) & 0x8;
        PFD_CONTENTS_FLAGS_DN "pfcp.pfd_contents_flags.dn" "DN (Domain Name)": Bool(8) & 0x4;
        PFD_CONTENTS_FLAGS_URL "pfcp.pfd_contents_flags.url" "URL (URL)": Bool(8) & 0x2;
        PFD_CONTENTS_FLAGS_FD "pfcp.pfd_contents_flags.fd" "FD (Flow Description)": Bool(8) & 0x1;
        URL_LEN "pfcp.url_len" "Length of URL": U16 Dec;
        URL "pfcp.url" "URL": Str;
        DN_LEN "pfcp.dn_len" "Length of Domain Name": U16 Dec;
        DN "pfcp.dn" "Domain Name": Str;
        CP_LEN "pfcp.cp_len" "Length of Custom PFD Content": U16 Dec;
        CP "pfcp.cp" "Custom PFD Content": Bytes;
        REMOTE_GTP_U_PEER_FLAGS_NI "pfcp.remote_gtp_u_peer_flags.ni" "NI (Network Instance)": Bool(8) & 0x8 = requin_wire::Names::Bools("Present", "Not Present");
        REMOTE_GTP_U_PEER_FLAGS_DI "pfcp.remote_gtp_u_peer_flags.di" "DI (Destination Interface)": Bool(8) & 0x4 = requin_wire::Names::Bools("Present", "Not Present");
        REMOTE_GTP_U_PEER_FLAGS_V4 "pfcp.remote_gtp_u_peer_flags.v4" "V4 (IPv4)": Bool(8) & 0x2 = requin_wire::Names::Bools("Present", "Not Present");
        REMOTE_GTP_U_PEER_FLAGS_V6 "pfcp.remote_gtp_u_peer_flags.v6" "V6 (IPv6)": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        ADDITIONAL_USAGE_REPORTS_INFORMATION_AURI "pfcp.additional_usage_reports_information_auri" "AURI (Additional Usage Reports Indication)": Bool(16) & 0x8000;
        ADDITIONAL_USAGE_REPORTS_INFORMATION_VALUE "pfcp.additional_usage_reports_information_value" "Number of Additional Usage Reports value": U16 Dec & 0x7fff;
        ENTERPRISE_IE "pfcp.enterprise_ie" "Enterprise specific IE Type": U16 Dec;
        TRAVELPING_BUILD_ID "pfcp.travelping.build_id" "Build Identifier": Bytes;
        TRAVELPING_NOW "pfcp.travelping.now" "Now": AbsTime NtpUtc;
        TRAVELPING_ERROR_MESSAGE "pfcp.travelping.error_message" "Error Message": Bytes;
        TRAVELPING_FILE_NAME_STR "pfcp.travelping.file_name_str" "File Name": Str;
        TRAVELPING_LINE_NUMBER "pfcp.travelping.line_number" "Line Number": U32 Dec;
        TRAVELPING_IPFIX_POLICY "pfcp.travelping.ipfix_policy" "IPFIX Policy": Bytes;
        BBF_OUTER_HDR_DESC "pfcp.bbf.outer_hdr_desc" "BBF Outer Header Creation Description": U16 Dec = BBF_OUTER_HDR_DESC_NAMES;
        BBF_OUTER_HDR_CREATION_TUNNEL_ID "pfcp.bbf.outer_hdr_creation.tunnel_id" "L2TP Tunnel ID": U16 Hex;
        BBF_OUTER_HDR_CREATION_SESSION_ID "pfcp.bbf.outer_hdr_creation.session_id" "L2TP Session ID": U16 Hex;
        BBF_PROTOCOL_FLAGS "pfcp.bbf.protocol_flags" "Flags": U8 Hex;
        BBF_PROTOCOL_FLAGS_CONTROL "pfcp.bbf.protocol_flags.control" "control": Bool(8) & 0x4;
        BBF_PROTOCOL_FLAGS_DATA "pfcp.bbf.protocol_flags.data" "data": Bool(8) & 0x2;
        BBF_PROTOCOL_FLAGS_SPECIFIC "pfcp.bbf.protocol_flags.specific" "specific": Bool(8) & 0x1 = requin_wire::Names::Bools("Present", "Not Present");
        BBF_LCP_MAGIC_NUMBER_TX "pfcp.bbf.lcp_magic_number.tx" "PPP LCP Magic Number Tx": U32 Hex;
        BBF_LCP_MAGIC_NUMBER_RX "pfcp.bbf.lcp_magic_number.rx" "PPP LCP Magic Number Rx": U32 Hex;
        BBF_MTU "pfcp.bbf.mtu" "MTU": U16 Dec;
        UR_SEQN "pfcp.ur_seqn" "UR-SEQN": U32 Dec;
    }
    experts {
        IE_DATA_NOT_DECODED "pfcp.ie_data_not_decoded" Note Undecoded "IE data not decoded by WS yet";
        IE_NOT_DECODED "pfcp.ie_not_decoded" Note Undecoded "IE not decoded yet";
    }
}

names! {
    /// The enterprises whose elements are known (IANA).
    ENTERPRISES { 3561 => "Broadband Forum (previously 'DSL Forum')", 10415 => "3GPP", 18681 => "Travelping GmbH" }
}

/// Whether a message of this type asks for an answer, which has the next type.
fn asks(kind: u8) -> bool {
    MSG_TYPE_NAMES.find(u64::from(kind)).is_some_and(|name| name.ends_with("Request"))
}

/// The type and the sequence number of a message.
fn transaction(pdu: &[u8]) -> Option<(u8, u64)> {
    let [flags, kind, ..] = pdu.first_chunk::<4>()?;
    let at = if flags & 1 != 0 { 12 } else { 4 };
    Some((*kind, requin_wire::be(pdu.get(at..at + 3)?)))
}

/// Requests until their responses come.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some((kind, seq)) = transaction(pdu) else { return };
    if asks(kind) {
        past.set(&Key::here(u64::from(kind) << 24 | seq), &[]);
    } else if let Some(request) = kind.checked_sub(1).filter(|k| asks(*k)) {
        let key = u64::from(request) << 24 | seq;
        if let Some(request) = past.get(&Key::here(key)) {
            past.note(key, &request);
        }
    }
}

/// What this message is the response to.
fn answers<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    let Some((kind, seq)) = transaction(c.rest()) else { return };
    let Some(request) = kind.checked_sub(1).filter(|k| asks(*k)) else { return };
    if let Some(then) = cx.recalled(u64::from(request) << 24 | seq) {
        let at = c.span(0);
        cx.generated(RESPONSE_TO, at, Value::U(then.frame));
        cx.generated(RESPONSE_TIME, at, cx.meta.time.since(then.time).into());
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let h = *c.peek_array::<4>()?;
    cx.protocol("PFCP");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    cx.info_sep(", ", |o| _ = o.s(MSG_TYPE_NAMES.or(u64::from(h[1]), "Unknown")));
    let (_, item) = cx.flags(FLAGS, &mut c, 1, &[VERSION, SPARE_B4, SPARE_B3, FO_FLAG, MP_FLAG, S_FLAG])?;
    if h[0] & 1 != 0 {
        cx.append(item, |o| _ = o.s(", SEID (S)"));
    }
    cx.u8(MSG_TYPE, &mut c)?;
    cx.field(LENGTH, &mut c, 2)?;
    let mut body = c.take(usize::from(u16::from_be_bytes([h[2], h[3]])));
    if h[0] & 1 != 0 {
        cx.u64(SEID, &mut body)?;
    }
    cx.u24(SEQNO, &mut body)?;
    cx.u8(SPARE_OCT, &mut body)?;
    super::pfcp_ie::elements(cx, body, 0)?;
    if cx.wants_any(RESPONSE_IN, RESPONSE_TIME) {
        answers(cx, &all);
    }
    if h[0] & 4 != 0 && !c.is_empty() { cx.next_layer(ID, c) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transactions() {
        assert_eq!(transaction(&[0x20, 1, 0, 4, 0, 0, 9, 0]), Some((1, 9)));
        assert_eq!(transaction(&[0x21, 50, 0, 12, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 7, 0]), Some((50, 7)));
        assert_eq!(transaction(&[0x21, 50, 0, 12, 0, 0, 7, 0]), None);
        assert_eq!((asks(50), asks(51)), (true, false));
    }
}
