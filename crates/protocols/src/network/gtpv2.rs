//! GPRS Tunnelling Protocol, version 2 (3GPP TS 29.274): header and information elements.

use requin_wire::{Cursor, Cx, Key, Past, Sink, Step, Value, names, proto};

proto! {
    GTPV2 "gtpv2" "GPRS Tunneling Protocol V2" "GTPv2" App
    on []
    fields {
        FLAGS "gtpv2.flags" "Flags": U8 Hex;
        VERSION "gtpv2.version" "Version": U8 Dec & 0xe0;
        P "gtpv2.p" "Piggybacking flag (P)": U8 Dec & 0x10;
        T "gtpv2.t" "TEID flag (T)": U8 Dec & 0x8;
        MP "gtpv2.mp" "Message Priority(MP)": U8 Dec & 0x4;
        MESSAGE_TYPE "gtpv2.message_type" "Message Type": U8 Dec = MESSAGE_TYPE_NAMES;
        MSG_LENGTH "gtpv2.msg_length" "Message Length": U16 Dec;
        TEID "gtpv2.teid" "Tunnel Endpoint Identifier": U32 HexDec;
        SEQ "gtpv2.seq" "Sequence Number": U24 HexDec;
        SPARE "gtpv2.spare" "Spare": U16 Dec;
        IE_TYPE "gtpv2.ie_type" "IE Type": U8 Dec = IE_TYPE_NAMES;
        IE_LEN "gtpv2.ie_len" "IE Length": U16 Dec;
        CR "gtpv2.cr" "CR flag": U8 Dec & 0xf0;
        INSTANCE "gtpv2.instance" "Instance": U8 Dec & 0xf;
        CAUSE "gtpv2.cause" "Cause": U8 Dec = CAUSE_NAMES;
        REC "gtpv2.rec" "Restart Counter": U8 Dec;
        APN "gtpv2.apn" "APN (Access Point Name)": Str;
        AMBR_UP "gtpv2.ambr_up" "AMBR Uplink (Aggregate Maximum Bit Rate for Uplink)": U32 Dec;
        AMBR_DOWN "gtpv2.ambr_down" "AMBR Downlink(Aggregate Maximum Bit Rate for Downlink)": U32 Dec;
        EBI "gtpv2.ebi" "EPS Bearer ID (EBI)": U8 Dec & 0xf;
        RAT_TYPE "gtpv2.rat_type" "RAT Type": U8 Dec = RAT_TYPE_NAMES;
        PDN_TYPE "gtpv2.pdn_type" "PDN Type": U8 Dec & 0x7 = PDN_TYPE_NAMES;
        F_TEID_INTERFACE_TYPE "gtpv2.f_teid_interface_type" "Interface Type": U8 Dec & 0x3f = F_TEID_INTERFACE_TYPE_NAMES;
        F_TEID_GRE_KEY "gtpv2.f_teid_gre_key" "TEID/GRE Key": U32 HexDec;
        F_TEID_IPV4 "gtpv2.f_teid_ipv4" "F-TEID IPv4": Ipv4;
        F_TEID_IPV6 "gtpv2.f_teid_ipv6" "F-TEID IPv6": Ipv6;
        RESPONSE_IN "gtpv2.response_in" "Response In": Framenum;
        RESPONSE_TO "gtpv2.response_to" "Response To": Framenum;
        RESPONSE_TIME "gtpv2.response_time" "Response Time": RelTime;
        SPARE_BITS "gtpv2.spare_bits" "Spare bit(s)": U8 Dec;
        SPARE_B7_B3 "gtpv2.spare_b7_b3" "Spare bit(s)": U8 Dec & 0xf8;
        PCE "gtpv2.pce" "PCE (PDN Connection IE Error)": Bool(8) & 0x4;
        BCE "gtpv2.bce" "BCE (Bearer Context IE Error)": Bool(8) & 0x2;
        CS "gtpv2.cs" "CS (Cause Source)": Bool(8) & 0x1 = requin_wire::Names::Bools("Originated by remote node", "Originated by node sending the message");
        CAUSE_OFF_IE_T "gtpv2.cause_off_ie_t" "Type of the offending IE": U8 Dec = IE_TYPE_NAMES;
        IP_ADDRESS_IPV4 "gtpv2.ip_address_ipv4" "IP address IPv4": Ipv4;
        IP_ADDRESS_IPV6 "gtpv2.ip_address_ipv6" "IP address IPv6": Ipv6;
        MEI "gtpv2.mei" "MEI(Mobile Equipment Identity)": Str;
        DAF "gtpv2.daf" "DAF (Dual Address Bearer Flag)": Bool(8) & 0x80;
        DTF "gtpv2.dtf" "DTF (Direct Tunnel Flag)": Bool(8) & 0x40;
        HI "gtpv2.hi" "HI (Handover Indication)": Bool(8) & 0x20;
        DFI "gtpv2.dfi" "DFI (Direct Forwarding Indication)": Bool(8) & 0x10;
        OI "gtpv2.oi" "OI (Operation Indication)": Bool(8) & 0x8;
        ISRSI "gtpv2.isrsi" "ISRSI (Idle mode Signalling Reduction Supported Indication)": Bool(8) & 0x4;
        ISRAI "gtpv2.israi" "ISRAI (Idle mode Signalling Reduction Activation Indication)": Bool(8) & 0x2;
        SGWCI "gtpv2.sgwci" "SGWCI (SGW Change Indication)": Bool(8) & 0x1;
        SQCI "gtpv2.sqci" "SQCI (Subscribed QoS Change Indication)": Bool(8) & 0x80;
        UIMSI "gtpv2.uimsi" "UIMSI (Unauthenticated IMSI)": Bool(8) & 0x40;
        CFSI "gtpv2.cfsi" "CFSI (Change F-TEID support indication)": Bool(8) & 0x20;
        CRSI "gtpv2.crsi" "CRSI (Change Reporting support indication)": Bool(8) & 0x10;
        PS "gtpv2.ps" "PS (Piggybacking Supported)": Bool(8) & 0x8;
        PT "gtpv2.pt" "PT (Protocol Type)": Bool(8) & 0x4;
        SI "gtpv2.si" "SI (Scope Indication)": Bool(8) & 0x2;
        MSV "gtpv2.msv" "MSV (MS Validated)": Bool(8) & 0x1;
        RETLOC "gtpv2.retloc" "RetLoc (Retrieve Location Indication Flag)": Bool(8) & 0x80;
        PBIC "gtpv2.pbic" "PBIC (Propagate BBAI Information Change)": Bool(8) & 0x40;
        S6AF "gtpv2.s6af" "S6AF (Static IPv6 Address Flag)": Bool(8) & 0x10;
        S4AF "gtpv2.s4af" "S4AF (Static IPv4 Address Flag)": Bool(8) & 0x8;
        MBMDT "gtpv2.mbmdt" "MBMDT (Management Based MDT allowed flag)": Bool(8) & 0x4;
        ISRAU "gtpv2.israu" "ISRAU (ISR is activated for the UE)": Bool(8) & 0x2;
        CCRSI "gtpv2.ccrsi" "CCRSI (CSG Change Reporting support indication)": Bool(8) & 0x1;
        CPRAI "gtpv2.cprai" "CPRAI (Change of Presence Reporting Area information Indication)": Bool(8) & 0x80;
        ARRL "gtpv2.arrl" "ARRL (Abnormal Release of Radio Link)": Bool(8) & 0x40;
        PPOF "gtpv2.ppof" "PPOFF (PDN Pause Off Indication)": Bool(8) & 0x20;
        PPON_PPEI "gtpv2.ppon_ppei" "PPON (PDN Pause On Indication) / PPEI (PDN Pause Enabled Indication)": Bool(8) & 0x10;
        PPSI "gtpv2.ppsi" "PPSI (PDN Pause Support Indication)": Bool(8) & 0x8;
        CSFBI "gtpv2.csfbi" "CSFBI (CSFB Indication)": Bool(8) & 0x4;
        CLII "gtpv2.clii" "CLII (Change of Location Information Indication)": Bool(8) & 0x2;
        CPSR "gtpv2.cpsr" "CPSR (CS to PS SRVCC Indication)": Bool(8) & 0x1;
        PDN_ADDR_AND_PREFIX_IPV4 "gtpv2.pdn_addr_and_prefix.ipv4" "PDN Address and Prefix(IPv4)": Ipv4;
        PDN_IPV6_LEN "gtpv2.pdn_ipv6_len" "IPv6 Prefix Length": U8 Dec;
        PDN_ADDR_AND_PREFIX_IPV6 "gtpv2.pdn_addr_and_prefix.ipv6" "PDN Address and Prefix(IPv6)": Ipv6;
        BEARER_QOS_PCI "gtpv2.bearer_qos_pci" "PCI (Pre-emption Capability)": Bool(8) & 0x40 = requin_wire::Names::Bools("Disabled", "Enabled");
        BEARER_QOS_PL "gtpv2.bearer_qos_pl" "PL (Priority Level)": U8 Dec & 0x3c;
        BEARER_QOS_PVI "gtpv2.bearer_qos_pvi" "PVI (Pre-emption Vulnerability)": Bool(8) & 0x1 = requin_wire::Names::Bools("Disabled", "Enabled");
        BEARER_QOS_LABEL_QCI "gtpv2.bearer_qos_label_qci" "Label (QCI)": U8 Dec;
        BEARER_QOS_MBR_UP "gtpv2.bearer_qos_mbr_up" "Maximum Bit Rate For Uplink": U64 Dec;
        BEARER_QOS_MBR_DOWN "gtpv2.bearer_qos_mbr_down" "Maximum Bit Rate For Downlink": U64 Dec;
        BEARER_QOS_GBR_UP "gtpv2.bearer_qos_gbr_up" "Guaranteed Bit Rate For Uplink": U64 Dec;
        BEARER_QOS_GBR_DOWN "gtpv2.bearer_qos_gbr_down" "Guaranteed Bit Rate For Downlink": U64 Dec;
        FLOW_QOS_LABEL_QCI "gtpv2.flow_qos_label_qci" "Label (QCI)": U8 Dec;
        FLOW_QOS_MBR_UP "gtpv2.flow_qos_mbr_up" "Maximum Bit Rate For Uplink": U64 Dec;
        FLOW_QOS_MBR_DOWN "gtpv2.flow_qos_mbr_down" "Maximum Bit Rate For Downlink": U64 Dec;
        FLOW_QOS_GBR_UP "gtpv2.flow_qos_gbr_up" "Guaranteed Bit Rate For Uplink": U64 Dec;
        FLOW_QOS_GBR_DOWN "gtpv2.flow_qos_gbr_down" "Guaranteed Bit Rate For Downlink": U64 Dec;
        ULI_FLAGS "gtpv2.uli_flags" "ULI Flags": U8 Hex;
        ULI_EXT_MACRO_ENB_ID_FLG "gtpv2.uli_ext_macro_enb_id_flg" "Extended Macro eNodeB ID Present": Bool(8) & 0x80;
        ULI_MACRO_ENB_ID_FLG "gtpv2.uli_macro_enb_id_flg" "Macro eNodeB ID Present": Bool(8) & 0x40;
        ULI_LAI_FLG "gtpv2.uli_lai_flg" "LAI Present": Bool(8) & 0x20;
        ULI_ECGI_FLG "gtpv2.uli_ecgi_flg" "ECGI Present": Bool(8) & 0x10;
        ULI_TAI_FLG "gtpv2.uli_tai_flg" "TAI Present": Bool(8) & 0x8;
        ULI_RAI_FLG "gtpv2.uli_rai_flg" "RAI Present": Bool(8) & 0x4;
        ULI_SAI_FLG "gtpv2.uli_sai_flg" "SAI Present": Bool(8) & 0x2;
        ULI_CGI_FLG "gtpv2.uli_cgi_flg" "CGI Present": Bool(8) & 0x1;
        ULI_CGI_LAC "gtpv2.uli_cgi_lac" "Location Area Code": U16 HexDec;
        ULI_CGI_CI "gtpv2.uli_cgi_ci" "Cell Identity": U16 Dec;
        SAI_LAC "gtpv2.sai_lac" "Location Area Code": U16 HexDec;
        SAI_SAC "gtpv2.sai_sac" "Service Area Code": U16 HexDec;
        RAI_LAC "gtpv2.rai_lac" "Location Area Code": U16 HexDec;
        RAI_RAC "gtpv2.rai_rac" "Routing Area Code": U16 HexDec;
        TAI_TAC "gtpv2.tai_tac" "Tracking Area Code": U16 HexDec;
        ULI_LAI_LAC "gtpv2.uli_lai_lac" "Location Area Code (LAC)": U16 HexDec;
        ULI_ECGI_ECI_SPARE "gtpv2.uli_ecgi_eci_spare" "Spare": U8 Dec;
        ECGI_ECI "gtpv2.ecgi_eci" "ECI (E-UTRAN Cell Identifier)": U32 Dec;
        ENODEBID "gtpv2.enodebid" "eNodeB Id": U32 Dec & 0xfffff00;
        CELLID "gtpv2.cellid" "CellId": U32 Dec & 0xff;
        F_TEID_V4 "gtpv2.f_teid_v4" "V4": Bool(8) & 0x80 = requin_wire::Names::Bools("IPv4 address present", "IPv4 address not present");
        F_TEID_V6 "gtpv2.f_teid_v6" "V6": Bool(8) & 0x40 = requin_wire::Names::Bools("IPv6 address present", "IPv6 address not present");
        DELAY_VALUE "gtpv2.delay_value" "Delay Value (In integer multiples of 50 milliseconds or zero)": U8 Dec;
        CHARGING_ID "gtpv2.charging_id" "Charging id": U32 Dec;
        CHARGING_CHARACTERISTIC "gtpv2.charging_characteristic" "Charging Characteristic": U16 Hex & 0xffff;
        PTI "gtpv2.pti" "Procedure Transaction Id": U8 Dec;
        HOP_COUNTER "gtpv2.hop_counter" "Hop Counter": U8 Dec;
        UE_TIME_ZONE_DST "gtpv2.ue_time_zone_dst" "Daylight Saving Time": U8 Dec & 0x3 = UE_TIME_ZONE_DST_NAMES;
        APN_REST "gtpv2.apn_rest" "APN Restriction": U8 Dec = APN_REST_NAMES;
        SELEC_MODE "gtpv2.selec_mode" "Selection Mode": U8 Dec & 0x3 = SELEC_MODE_NAMES;
        FQ_CSID_TYPE "gtpv2.fq_csid_type" "Node-ID Type": U8 Dec & 0xf0;
        FQ_CSID_NR "gtpv2.fq_csid_nr" "Number of CSIDs": U8 Dec & 0xf;
        FQ_CSID_IPV4 "gtpv2.fq_csid_ipv4" "Node-ID (IPv4)": Ipv4;
        FQ_CSID_IPV6 "gtpv2.fq_csid_ipv6" "Node-ID (IPv6)": Ipv6;
        FQ_CSID_ID "gtpv2.fq_csid_id" "CSID": U16 Dec;
        NODE_TYPE "gtpv2.node_type" "Node Type": U8 Dec = NODE_TYPE_NAMES;
        FQDN "gtpv2.fqdn" "FQDN": Str;
        CSG_ID "gtpv2.csg_id" "CSG ID": U32 Hex & 0x7ffffff;
        DETACH_TYPE "gtpv2.detach_type" "Detach Type": U8 Dec = DETACH_TYPE_NAMES;
        SERVICE_INDICATOR "gtpv2.service_indicator" "Service Indicator": U8 Dec = SERVICE_INDICATOR_NAMES;
        LDN "gtpv2.ldn" "Local Distinguished Name (LDN)": Str;
        ARP_PCI "gtpv2.arp_pci" "Pre-emption Capability (PCI)": Bool(8) & 0x40 = requin_wire::Names::Bools("Disabled", "Enabled");
        ARP_PL "gtpv2.arp_pl" "Priority Level": U8 Dec & 0x3c;
        ARP_PVI "gtpv2.arp_pvi" "Pre-emption Vulnerability (PVI)": Bool(8) & 0x1 = requin_wire::Names::Bools("Disabled", "Enabled");
        TIMER_UNIT "gtpv2.timer_unit" "Timer unit": U8 Dec & 0xe0 = TIMER_UNIT_NAMES;
        TIMER_VALUE "gtpv2.timer_value" "Timer value": U8 Dec & 0x1f;
        MAPPED_UE_USAGE_TYPE "gtpv2.mapped_ue_usage_type" "Mapped UE usage type": U16 Dec;
    }
    experts {
        IE_DATA_NOT_DISSECTED "gtpv2.ie_data_not_dissected" Note Undecoded "IE data not dissected yet";
        LESS_DATA "gtpv2.ie_len_invalid" Error Protocol "Wrong length";
    }
}

names! {
    MESSAGE_TYPE_NAMES {
        0 => "Reserved",
        1 => "Echo Request",
        2 => "Echo Response",
        3 => "Version Not Supported Indication",
        4 => "Node Alive Request",
        5 => "Node Alive Response",
        6 => "Redirection Request",
        7 => "Redirection Response",
        25 => "SRVCC PS to CS Request",
        26 => "SRVCC PS to CS Response",
        27 => "SRVCC PS to CS Complete Notification",
        28 => "SRVCC PS to CS Complete Acknowledge",
        29 => "SRVCC PS to CS Cancel Notification",
        30 => "SRVCC PS to CS Cancel Acknowledge",
        31 => "SRVCC CS to PS Request",
        32 => "Create Session Request",
        33 => "Create Session Response",
        34 => "Modify Bearer Request",
        35 => "Modify Bearer Response",
        36 => "Delete Session Request",
        37 => "Delete Session Response",
        38 => "Change Notification Request",
        39 => "Change Notification Response",
        40 => "Remote UE Report Notification",
        41 => "Remote UE Report Acknowledge",
        64 => "Modify Bearer Command",
        65 => "Modify Bearer Failure Indication",
        66 => "Delete Bearer Command",
        67 => "Delete Bearer Failure Indication",
        68 => "Bearer Resource Command",
        69 => "Bearer Resource Failure Indication",
        70 => "Downlink Data Notification Failure Indication",
        71 => "Trace Session Activation",
        72 => "Trace Session Deactivation",
        73 => "Stop Paging Indication",
        95 => "Create Bearer Request",
        96 => "Create Bearer Response",
        97 => "Update Bearer Request",
        98 => "Update Bearer Response",
        99 => "Delete Bearer Request",
        100 => "Delete Bearer Response",
        101 => "Delete PDN Connection Set Request",
        102 => "Delete PDN Connection Set Response",
        103 => "PGW Downlink Triggering Notification",
        104 => "PGW Downlink Triggering Acknowledge",
        128 => "Identification Request",
        129 => "Identification Response",
        130 => "Context Request",
        131 => "Context Response",
        132 => "Context Acknowledge",
        133 => "Forward Relocation Request",
        134 => "Forward Relocation Response",
        135 => "Forward Relocation Complete Notification",
        136 => "Forward Relocation Complete Acknowledge",
        137 => "Forward Access Context Notification",
        138 => "Forward Access Context Acknowledge",
        139 => "Relocation Cancel Request",
        140 => "Relocation Cancel Response",
        141 => "Configuration Transfer Tunnel",
        149 => "Detach Notification",
        150 => "Detach Acknowledge",
        151 => "CS Paging Indication",
        152 => "RAN Information Relay",
        153 => "Alert MME Notification",
        154 => "Alert MME Acknowledge",
        155 => "UE Activity Notification",
        156 => "UE Activity Acknowledge",
        157 => "ISR Status Indication",
        158 => "UE Registration Query Request",
        159 => "UE Registration Query Response",
        160 => "Create Forwarding Tunnel Request",
        161 => "Create Forwarding Tunnel Response",
        162 => "Suspend Notification",
        163 => "Suspend Acknowledge",
        164 => "Resume Notification",
        165 => "Resume Acknowledge",
        166 => "Create Indirect Data Forwarding Tunnel Request",
        167 => "Create Indirect Data Forwarding Tunnel Response",
        168 => "Delete Indirect Data Forwarding Tunnel Request",
        169 => "Delete Indirect Data Forwarding Tunnel Response",
        170 => "Release Access Bearers Request",
        171 => "Release Access Bearers Response",
        176 => "Downlink Data Notification",
        177 => "Downlink Data Notification Acknowledgement",
        178 => "Reserved. Allocated in earlier version of the specification.",
        179 => "PGW Restart Notification",
        180 => "PGW Restart Notification Acknowledge",
        200 => "Update PDN Connection Set Request",
        201 => "Update PDN Connection Set Response",
        211 => "Modify Access Bearers Request",
        212 => "Modify Access Bearers Response",
        231 => "MBMS Session Start Request",
        232 => "MBMS Session Start Response",
        233 => "MBMS Session Update Request",
        234 => "MBMS Session Update Response",
        235 => "MBMS Session Stop Request",
        236 => "MBMS Session Stop Response",
        240 => "SRVCC CS to PS Response",
        241 => "SRVCC CS to PS Complete Notification",
        242 => "SRVCC CS to PS Complete Acknowledge",
        243 => "SRVCC CS to PS Cancel Notification",
        244 => "SRVCC CS to PS Cancel Acknowledge",
    }
    pub(super) IE_TYPE_NAMES {
        0 => "Reserved",
        1 => "International Mobile Subscriber Identity (IMSI)",
        2 => "Cause",
        3 => "Recovery (Restart Counter)",
        51 => "STN-SR",
        52 => "Source to Target Transparent Container",
        53 => "Target to Source Transparent Container",
        54 => "MM Context for E-UTRAN SRVCC",
        55 => "MM Context for UTRAN SRVCC",
        56 => "SRVCC Cause",
        57 => "Target RNC ID",
        58 => "Target Global Cell ID",
        59 => "TEID-C",
        60 => "Sv Flags",
        61 => "Service Area Identifier",
        62 => "MM Context for CS to PS SRVCC",
        71 => "Access Point Name (APN)",
        72 => "Aggregate Maximum Bit Rate (AMBR)",
        73 => "EPS Bearer ID (EBI)",
        74 => "IP Address",
        75 => "Mobile Equipment Identity (MEI)",
        76 => "MSISDN",
        77 => "Indication",
        78 => "Protocol Configuration Options (PCO)",
        79 => "PDN Address Allocation (PAA)",
        80 => "Bearer Level Quality of Service (Bearer QoS)",
        81 => "Flow Quality of Service (Flow QoS)",
        82 => "RAT Type",
        83 => "Serving Network",
        84 => "EPS Bearer Level Traffic Flow Template (Bearer TFT)",
        85 => "Traffic Aggregation Description (TAD)",
        86 => "User Location Info (ULI)",
        87 => "Fully Qualified Tunnel Endpoint Identifier (F-TEID)",
        88 => "TMSI",
        89 => "Global CN-Id",
        90 => "S103 PDN Data Forwarding Info (S103PDF)",
        91 => "S1-U Data Forwarding Info (S1UDF)",
        92 => "Delay Value",
        93 => "Bearer Context",
        94 => "Charging ID",
        95 => "Charging Characteristics",
        96 => "Trace Information",
        97 => "Bearer Flags",
        98 => "Paging Cause",
        99 => "PDN Type",
        100 => "Procedure Transaction ID",
        101 => "DRX Parameter",
        102 => "UE Network Capability",
        103 => "MM Context (GSM Key and Triplets)",
        104 => "MM Context (UMTS Key, Used Cipher and Quintuplets)",
        105 => "MM Context (GSM Key, Used Cipher and Quintuplets)",
        106 => "MM Context (UMTS Key and Quintuplets)",
        107 => "MM Context (EPS Security Context, Quadruplets and Quintuplets)",
        108 => "MM Context (UMTS Key, Quadruplets and Quintuplets)",
        109 => "PDN Connection",
        110 => "PDU Numbers",
        111 => "P-TMSI",
        112 => "P-TMSI Signature",
        113 => "Hop Counter",
        114 => "UE Time Zone",
        115 => "Trace Reference",
        116 => "Complete Request Message",
        117 => "GUTI",
        118 => "F-Container",
        119 => "F-Cause",
        120 => "Selected PLMN ID",
        121 => "Target Identification",
        122 => "NSAPI",
        123 => "Packet Flow ID",
        124 => "RAB Context",
        125 => "Source RNC PDCP Context Info",
        126 => "UDP Source Port Number",
        127 => "APN Restriction",
        128 => "Selection Mode",
        129 => "Source Identification",
        130 => "Bearer Control Mode",
        131 => "Change Reporting Action",
        132 => "Fully Qualified PDN Connection Set Identifier (FQ-CSID)",
        133 => "Channel needed",
        134 => "eMLPP Priority",
        135 => "Node Type",
        136 => "Fully Qualified Domain Name (FQDN)",
        137 => "Transaction Identifier (TI)",
        138 => "MBMS Session Duration",
        139 => "MBMS Service Area",
        140 => "MBMS Session Identifier",
        141 => "MBMS Flow Identifier",
        142 => "MBMS IP Multicast Distribution",
        143 => "MBMS Distribution Acknowledge",
        144 => "RFSP Index",
        145 => "User CSG Information (UCI)",
        146 => "CSG Information Reporting Action",
        147 => "CSG ID",
        148 => "CSG Membership Indication (CMI)",
        149 => "Service indicator",
        150 => "Detach Type",
        151 => "Local Distinguished Name (LDN)",
        152 => "Node Features",
        153 => "MBMS Time to Data Transfer",
        154 => "Throttling",
        155 => "Allocation/Retention Priority (ARP)",
        156 => "EPC Timer",
        157 => "Signalling Priority Indication",
        158 => "Temporary Mobile Group Identity",
        159 => "Additional MM context for SRVCC",
        160 => "Additional flags for SRVCC",
        161 => "Max MBR/APN-AMBR (MMBR)",
        162 => "MDT Configuration",
        163 => "Additional Protocol Configuration Options (APCO)",
        164 => "Absolute Time of MBMS Data Transfer",
        165 => "H(e)NB Information Reporting",
        166 => "IPv4 Configuration Parameters (IP4CP)",
        167 => "Change to Report Flags",
        168 => "Action Indication",
        169 => "TWAN Identifier ",
        170 => "ULI Timestamp",
        171 => "MBMS Flags",
        172 => "RAN/NAS Cause",
        173 => "CN Operator Selection Entity",
        174 => "Trusted WLAN Mode Indication",
        175 => "Node Number",
        176 => "Node Identifier",
        177 => "Presence Reporting Area Action",
        178 => "Presence Reporting Area Information",
        179 => "TWAN Identifier Timestamp",
        180 => "Overload Control Information",
        181 => "Load Control Information",
        182 => "Metric",
        183 => "Sequence Number",
        184 => "APN and Relative Capacity",
        185 => "WLAN Offloadability Indication",
        186 => "Paging and Service Information",
        187 => "Integer Number",
        188 => "Millisecond Time Stamp",
        189 => "Monitoring Event Information",
        190 => "ECGI List",
        191 => "Remote UE Context",
        192 => "Remote User ID",
        193 => "Remote UE IP information",
        194 => "CIoT Optimizations Support Indication",
        195 => "SCEF PDN Connection",
        196 => "Header Compression Configuration",
        197 => "Extended Protocol Configuration Options(ePCO)",
        198 => "Serving PLMN Rate Control",
        199 => "Counter",
        200 => "Mapped UE Usage Type",
        201 => "Secondary RAT Usage Data Report",
        202 => "UP Function Selection Indication Flags",
        203 => "Maximum Packet Loss Rate",
        204 => "APN Rate Control Status",
        205 => "Extended Trace Information",
        206 => "Monitoring Event Extension Information",
        207 => "Additional RRM Policy Index",
        208 => "V2X Context",
        209 => "PC5 QoS Parameters",
        210 => "Services Authorized",
        211 => "Bit Rate",
        212 => "PC5 QoS Flow",
        213 => "SGi PtP Tunnel Address",
        214 => "PGW Change Info",
        215 => "PGW Set FQDN",
        255 => "Private Extension",
    }
    pub(super) CAUSE_NAMES {
        0 => "Reserved",
        1 => "Reserved",
        2 => "Local Detach",
        3 => "Complete Detach",
        4 => "RAT changed from 3GPP to Non-3GPP",
        5 => "ISR deactivation",
        6 => "Error Indication received from RNC/eNodeB/S4-SGSN",
        7 => "IMSI Detach Only",
        8 => "Reactivation Requested",
        9 => "PDN reconnection to this APN disallowed",
        10 => "Access changed from Non-3GPP to 3GPP",
        11 => "PDN connection inactivity timer expires",
        12 => "PGW not responding",
        13 => "Network Failure",
        14 => "QoS parameter mismatch",
        15 => "EPS to 5GS Mobility",
        16 => "Request accepted",
        17 => "Request accepted partially",
        18 => "New PDN type due to network preference",
        19 => "New PDN type due to single address bearer only",
        20 => "Spare",
        21 => "Spare",
        22 => "Spare",
        23 => "Spare",
        24 => "Spare",
        25 => "Spare",
        26 => "Spare",
        27 => "Spare",
        28 => "Spare",
        29 => "Spare",
        30 => "Spare",
        31 => "Spare",
        32 => "Spare",
        33 => "Spare",
        34 => "Spare",
        35 => "Spare",
        36 => "Spare",
        37 => "Spare",
        38 => "Spare",
        39 => "Spare",
        40 => "Spare",
        41 => "Spare",
        42 => "Spare",
        43 => "Spare",
        44 => "Spare",
        45 => "Spare",
        46 => "Spare",
        47 => "Spare",
        48 => "Spare",
        49 => "Spare",
        50 => "Spare",
        51 => "Spare",
        52 => "Spare",
        53 => "Spare",
        54 => "Spare",
        55 => "Spare",
        56 => "Spare",
        57 => "Spare",
        58 => "Spare",
        59 => "Spare",
        60 => "Spare",
        61 => "Spare",
        62 => "Spare",
        63 => "Spare",
        64 => "Context Not Found",
        65 => "Invalid Message Format",
        66 => "Version not supported by next peer",
        67 => "Invalid length",
        68 => "Service not supported",
        69 => "Mandatory IE incorrect",
        70 => "Mandatory IE missing",
        71 => "Shall not be used",
        72 => "System failure",
        73 => "No resources available",
        74 => "Semantic error in the TFT operation",
        75 => "Syntactic error in the TFT operation",
        76 => "Semantic errors in packet filter(s)",
        77 => "Syntactic errors in packet filter(s)",
        78 => "Missing or unknown APN",
        79 => "Shall not be used",
        80 => "GRE key not found",
        81 => "Relocation failure",
        82 => "Denied in RAT",
        83 => "Preferred PDN type not supported",
        84 => "All dynamic addresses are occupied",
        85 => "UE context without TFT already activated",
        86 => "Protocol type not supported",
        87 => "UE not responding",
        88 => "UE refuses",
        89 => "Service denied",
        90 => "Unable to page UE",
        91 => "No memory available",
        92 => "User authentication failed",
        93 => "APN access denied - no subscription",
        94 => "Request rejected(reason not specified)",
        95 => "P-TMSI Signature mismatch",
        96 => "IMSI/IMEI not known",
        97 => "Semantic error in the TAD operation",
        98 => "Syntactic error in the TAD operation",
        99 => "Shall not be used",
        100 => "Remote peer not responding",
        101 => "Collision with network initiated request",
        102 => "Unable to page UE due to Suspension",
        103 => "Conditional IE missing",
        104 => "APN Restriction type Incompatible with currently active PDN connection",
        105 => "Invalid overall length of the triggered response message and a piggybacked initial message",
        106 => "Data forwarding not supported",
        107 => "Invalid reply from remote peer",
        108 => "Fallback to GTPv1",
        109 => "Invalid peer",
        110 => "Temporarily rejected due to handover/TAU/RAU procedure in progress",
        111 => "Modifications not limited to S1-U bearers",
        112 => "Request rejected for a PMIPv6 reason ",
        113 => "APN Congestion",
        114 => "Bearer handling not supported",
        115 => "UE already re-attached",
        116 => "Multiple PDN connections for a given APN not allowed",
        117 => "Target access restricted for the subscriber",
        118 => "Shall not be used. See NOTE 2 and NOTE 3.",
        119 => "MME/SGSN refuses due to VPLMN Policy",
        120 => "GTP-C Entity Congestion",
        121 => "Late Overlapping Request",
        122 => "Timed out Request",
        123 => "UE is temporarily not reachable due to power saving",
        124 => "Relocation failure due to NAS message redirection",
        125 => "UE not authorised by OCS or external AAA Server",
        126 => "Multiple accesses to a PDN connection not allowed",
        127 => "Request rejected due to UE capability",
        128 => "S1-U Path Failure",
        129 => "5GC not allowed",
        130 => "PGW mismatch with network slice subscribed by the UE",
        131 => "Rejection due to paging restriction",
    }
    pub(super) RAT_TYPE_NAMES {
        0 => "Reserved",
        1 => "UTRAN",
        2 => "GERAN",
        3 => "WLAN",
        4 => "GAN",
        5 => "HSPA Evolution",
        6 => "EUTRAN",
        7 => "Virtual",
        8 => "EUTRAN-NB-IoT",
        9 => "LTE-M",
        10 => "NR",
    }
    pub(super) PDN_TYPE_NAMES {
        1 => "IPv4",
        2 => "IPv6",
        3 => "IPv4/IPv6",
        4 => "Non-IP",
        5 => "Ethernet",
    }
    UE_TIME_ZONE_DST_NAMES {
        0 => "No Adjustments for Daylight Saving Time",
        1 => "+1 Hour Adjustments for Daylight Saving Time",
        2 => "+2 Hour Adjustments for Daylight Saving Time",
        3 => "Spare",
    }
    pub(super) APN_REST_NAMES {
        0 => "No Existing Contexts or Restriction",
        1 => "Public-1",
        2 => "Public-2",
        3 => "Private-1",
        4 => "Private-2",
    }
    pub(super) SELEC_MODE_NAMES {
        0 => "MS or network provided APN, subscribed verified",
        1 => "MS provided APN, subscription not verified",
        2 => "Network provided APN, subscription not verified",
        3 => "Network provided APN, subscription not verified (Basically for Future use",
    }
    NODE_TYPE_NAMES {
        0 => "MME",
        1 => "SGSN",
    }
    DETACH_TYPE_NAMES {
        1 => "PS Detach",
        2 => "Combined PS/CS Detach",
    }
    SERVICE_INDICATOR_NAMES {
        1 => "CS call indicator",
        2 => "SMS indicator",
    }
    TIMER_UNIT_NAMES {
        0 => "value is incremented in multiples of 2 seconds",
        1 => "value is incremented in multiples of 1 minute",
        2 => "value is incremented in multiples of 10 minutes",
        3 => "value is incremented in multiples of 1 hour",
        4 => "value is incremented in multiples of 10 hour",
        5 => "Other values shall be interpreted as multiples of 1 minute(version 10.7.0)",
        6 => "Other values shall be interpreted as multiples of 1 minute(version 10.7.0)",
        7 => "value indicates that the timer is infinite",
    }
    pub(super) F_TEID_INTERFACE_TYPE_NAMES {
        0 => "S1-U eNodeB GTP-U interface",
        1 => "S1-U SGW GTP-U interface",
        2 => "S12 RNC GTP-U interface",
        3 => "S12 SGW GTP-U interface",
        4 => "S5/S8 SGW GTP-U interface",
        5 => "S5/S8 PGW GTP-U interface",
        6 => "S5/S8 SGW GTP-C interface",
        7 => "S5/S8 PGW GTP-C interface",
        8 => "S5/S8 SGW PMIPv6 interface",
        9 => "S5/S8 PGW PMIPv6 interface",
        10 => "S11 MME GTP-C interface",
        11 => "S11/S4 SGW GTP-C interface",
        12 => "S10 MME GTP-C interface",
        13 => "S3 MME GTP-C interface",
        14 => "S3 SGSN GTP-C interface",
        15 => "S4 SGSN GTP-U interface",
        16 => "S4 SGW GTP-U interface",
        17 => "S4 SGSN GTP-C interface",
        18 => "S16 SGSN GTP-C interface",
        19 => "eNodeB/gNodeB GTP-U interface for DL data forwarding",
        20 => "eNodeB GTP-U interface for UL data forwarding",
        21 => "RNC GTP-U interface for data forwarding",
        22 => "SGSN GTP-U interface for data forwarding",
        23 => "SGW GTP-U interface for data forwarding",
        24 => "Sm MBMS GW GTP-C interface",
        25 => "Sn MBMS GW GTP-C interface",
        26 => "Sm MME GTP-C interface",
        27 => "Sn SGSN GTP-C interface",
        28 => "SGW GTP-U interface for UL data forwarding",
        29 => "Sn SGSN GTP-U interface",
        30 => "S2b ePDG GTP-C interface",
        31 => "S2b-U ePDG GTP-U interface",
        32 => "S2b PGW GTP-C interface",
        33 => "S2b-U PGW GTP-U interface",
        34 => "S2a TWAN GTP-U interface",
        35 => "S2a TWAN GTP-C interface",
        36 => "S2a PGW GTP-C interface",
        37 => "S2a PGW GTP-U interface",
        38 => "S11 MME GTP-U interface",
        39 => "S11 SGW GTP-U interface",
        40 => "N26 AMF GTP-C interface",
    }
}

/// Whether a message of this type asks for an answer, which has the next type.
fn asks(kind: u8) -> bool {
    const WITHOUT_ANSWER: [u8; 3] = [64, 66, 68];
    MESSAGE_TYPE_NAMES.find(u64::from(kind)).is_some_and(|name| name.ends_with("Request"))
        && !WITHOUT_ANSWER.contains(&kind)
}

/// The type and the sequence number of a message of version 2.
fn transaction(pdu: &[u8]) -> Option<(u8, u64)> {
    let [flags, kind, ..] = pdu.first_chunk::<4>()?;
    let at = if flags & 8 != 0 { 8 } else { 4 };
    Some((*kind, requin_wire::be(pdu.get(at..at + 3)?)))
}

/// Requests until their responses come.
pub(super) fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some((kind, seq)) = transaction(pdu) else { return };
    if asks(kind) {
        past.set(&Key::here(MARK | u64::from(kind) << 24 | seq), &[]);
    } else if let Some(request) = kind.checked_sub(1).filter(|k| asks(*k)) {
        let key = MARK | u64::from(request) << 24 | seq;
        if let Some(request) = past.get(&Key::here(key)) {
            past.note(key, &request);
        }
    }
}

/// Keys of version 2, which version 1 has on the same port, have this bit.
const MARK: u64 = 1 << 40;

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("GTPv2");
    cx.info_clear();
    let h = *c.peek_array::<4>()?;
    let name = MESSAGE_TYPE_NAMES.or(u64::from(h[1]), "Unknown");
    cx.info(|o| _ = o.s(name));
    let len = usize::from(u16::from_be_bytes([h[2], h[3]]));
    cx.flags(FLAGS, &mut c, 1, &[VERSION, P, T, MP])?;
    cx.u8(MESSAGE_TYPE, &mut c)?;
    cx.u16(MSG_LENGTH, &mut c)?;
    let mut body = c.take(len);
    if h[0] & 8 != 0 {
        cx.u32(TEID, &mut body)?;
    }
    cx.u24(SEQ, &mut body)?;
    let spare = body.peek_u8(0)?;
    if h[0] & 4 != 0 {
        cx.line(body.span(1), |o| {
            for bit in [0x80, 0x40, 0x20, 0x10] {
                o.c(if spare & bit != 0 { b'1' } else { b'0' });
            }
            o.s(" .... = Message Priority: ").hex(spare >> 4, 1).s(" (").u(spare >> 4).s(")");
        });
    } else {
        cx.peek(SPARE, &body, 1)?;
    }
    body.skip(1)?;
    let step = super::gtpv2_ie::elements(cx, body, 0);
    if step.is_ok() && cx.wants_any(RESPONSE_IN, RESPONSE_TIME) {
        answers(cx, &all);
    }
    step?;
    // Another message rides on this one.
    if h[0] & 0x10 != 0 && !c.is_empty() { cx.next_layer(ID, c) } else { Ok(()) }
}

/// What this message is the response to.
fn answers<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    let Some((kind, seq)) = transaction(c.rest()) else { return };
    let Some(request) = kind.checked_sub(1).filter(|k| asks(*k)) else { return };
    if let Some(then) = cx.recalled_by(super::gtp::ID, MARK | u64::from(request) << 24 | seq) {
        let at = c.span(0);
        cx.generated(RESPONSE_TO, at, Value::U(then.frame));
        cx.generated(RESPONSE_TIME, at, cx.meta.time.since(then.time).into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transactions() {
        assert_eq!(transaction(&[0x48, 32, 0, 8, 0, 0, 0, 0, 1, 2, 3, 0]), Some((32, 0x01_0203)));
        assert_eq!(transaction(&[0x40, 1, 0, 4, 1, 2, 3, 0]), Some((1, 0x01_0203)));
        assert_eq!(transaction(&[0x48, 32, 0, 8, 1, 2, 3, 0]), None);
        assert_eq!((asks(32), asks(33), asks(66)), (true, false, false));
    }
}
