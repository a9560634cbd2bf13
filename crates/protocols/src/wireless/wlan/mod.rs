//! IEEE 802.11, wireless LAN.

pub mod action;
mod address;
pub mod aggregate;
mod block_ack;
mod control;
mod data;
mod ht_control;
pub mod mgt;
mod names;
mod pv1;
mod qos;
mod tags;

use super::radiotap;
use requin_wire::{Cursor, Cx, Names, Out, Sink, Step, Value, proto};

proto! {
    WLAN "wlan" "IEEE 802.11 wireless LAN" "IEEE 802.11" Link
    on [Link 105]
    range [Gre 0x8200 .. 0x837f]
    fields {
        FC "wlan.fc" "Frame Control Field": U16 Hex;
        FC_VERSION "wlan.fc.version" "Version": U8 Dec & 0x3;
        FC_TYPE "wlan.fc.type" "Type": U8 Dec & 0xc = TYPES;
        FC_SUBTYPE "wlan.fc.subtype" "Subtype": U8 Dec & 0xf0;
        FC_TYPE_SUBTYPE "wlan.fc.type_subtype" "Type/Subtype": U16 Hex = names::FC_TYPE_SUBTYPE;
        FC_EXTENSION "wlan.fc.extension" "Control Frame Extension": U8 Dec;
        FLAGS "wlan.flags" "Flags": U8 Hex;
        FC_DS "wlan.fc.ds" "DS status": U8 Hex & 0x3 = names::FC_DS;
        FC_TODS "wlan.fc.tods" "To DS": Bool(8) & 0x1 = Names::Bools("Frame is entering DS", "Frame is not entering DS");
        FC_FROMDS "wlan.fc.fromds" "From DS": Bool(8) & 0x2 = Names::Bools("Frame is exiting DS", "Frame is not exiting DS");
        FC_FRAG "wlan.fc.frag" "More Fragments": Bool(8) & 0x4 = Names::Bools("More fragments follow", "This is the last fragment");
        FC_RETRY "wlan.fc.retry" "Retry": Bool(8) & 0x8 = Names::Bools("Frame is being retransmitted", "Frame is not being retransmitted");
        FC_PWRMGT "wlan.fc.pwrmgt" "PWR MGT": Bool(8) & 0x10 = Names::Bools("STA will go to sleep", "STA will stay up");
        FC_MOREDATA "wlan.fc.moredata" "More Data": Bool(8) & 0x20 = Names::Bools("Data is buffered for STA at AP", "No data buffered");
        FC_PROTECTED "wlan.fc.protected" "Protected flag": Bool(8) & 0x40 = Names::Bools("Data is protected", "Data is not protected");
        FC_ORDER "wlan.fc.order" "+HTC/Order flag": Bool(8) & 0x80 = Names::Bools("Strictly ordered", "Not strictly ordered");
        FC_PTID "wlan.fc.ptid" "PTID": U16 Hex & 0xe0;
        FC_FROM_DS "wlan.fc.from_ds" "From DS": Bool(16) & 0x100;
        FC_MORE_FRAGMENTS "wlan.fc.more_fragments" "More Fragments": Bool(16) & 0x200;
        FC_POWER_MANAGEMENT "wlan.fc.power_management" "Power Management": Bool(16) & 0x400;
        FC_MORE_DATA "wlan.fc.more_data" "More Data": Bool(16) & 0x800;
        FC_PROTECTED_FRAME "wlan.fc.protected_frame" "Protected Frame": Bool(16) & 0x1000;
        FC_END_OF_SERVICE_PERIOD "wlan.fc.end_of_service_period" "End of Service Period": Bool(16) & 0x2000;
        FC_RELAYED_FRAME "wlan.fc.relayed_frame" "Relayed Frame": Bool(16) & 0x4000;
        FC_ACK_POLICY "wlan.fc.ack_policy" "Ack Policy": Bool(16) & 0x8000;
        FC_SID "wlan.fc.sid" "SID": U16 Hex;
        FC_SID_ASSOCIATION_ID "wlan.fc.sid.association_id" "Association ID": U16 Hex & 0x1fff;
        FC_SID_A3_PRESENT "wlan.fc.sid.a3_present" "A3 Present": Bool(16) & 0x2000;
        FC_SID_A4_PRESENT "wlan.fc.sid.a4_present" "A4 Present": Bool(16) & 0x4000;
        FC_SID_A_MSDU "wlan.fc.sid.a_msdu" "A MSDU": Bool(16) & 0x8000;
        DURATION "wlan.duration" "Duration": U16 Dec & 0x7fff = Names::Unit(" microseconds", " microseconds");
        DA "wlan.da" "Destination address": Ether;
        DA_RESOLVED "wlan.da_resolved" "Destination address (resolved)": Str;
        SA "wlan.sa" "Source address": Ether;
        SA_RESOLVED "wlan.sa_resolved" "Source address (resolved)": Str;
        ADDR "wlan.addr" "Hardware address": Ether;
        ADDR_RESOLVED "wlan.addr_resolved" "Hardware address (resolved)": Str;
        RA "wlan.ra" "Receiver address": Ether;
        RA_RESOLVED "wlan.ra_resolved" "Receiver address (resolved)": Str;
        TA "wlan.ta" "Transmitter address": Ether;
        TA_RESOLVED "wlan.ta_resolved" "Transmitter address (resolved)": Str;
        BSSID "wlan.bssid" "BSS Id": Ether;
        BSSID_RESOLVED "wlan.bssid_resolved" "BSS Id (resolved)": Str;
        STAA "wlan.staa" "STA address": Ether;
        STAA_RESOLVED "wlan.staa_resolved" "STA address (resolved)": Str;
        FRAG "wlan.frag" "Fragment number": U16 Dec & 0xf;
        SEQ "wlan.seq" "Sequence number": U16 Dec & 0xfff0;
        MESH_CONTROL_FIELD "wlan.mesh.control_field" "Mesh Control Field": None;
        QOS "wlan.qos" "Qos Control": U16 Hex;
        QOS_TID "wlan.qos.tid" "TID": U16 Dec & 0xf;
        QOS_PRIORITY "wlan.qos.priority" "Priority": U16 Dec & 0x7 = names::QOS_PRIORITY;
        QOS_EOSP "wlan.qos.eosp" "EOSP": Bool(16) & 0x10 = Names::Bools("End of service period", "Service period");
        QOS_BIT4 "wlan.qos.bit4" "QoS bit 4": Bool(16) & 0x10 = Names::Bools("Bits 8-15 of QoS Control field are Queue Size", "Bits 8-15 of QoS Control field are TXOP Duration Requested");
        QOS_ACK "wlan.qos.ack" "Ack Policy": U16 Hex & 0x60 = names::QOS_ACK;
        QOS_AMSDUPRESENT "wlan.qos.amsdupresent" "Payload Type": Bool(16) & 0x80 = Names::Bools("A-MSDU", "MSDU");
        QOS_TXOP_LIMIT "wlan.qos.txop_limit" "TXOP Limit": U16 Dec & 0xff00;
        QOS_PS_BUF_STATE "wlan.qos.ps_buf_state" "QAP PS Buffer State": U16 Hex & 0xff00;
        QOS_BUF_STATE_INDICATED "wlan.qos.buf_state_indicated" "Buffer State Indicated": Bool(16) & 0x200 = Names::Bools("Yes", "No");
        QOS_HIGHEST_PRI_BUF_AC "wlan.qos.highest_pri_buf_ac" "Highest-Priority Buffered AC": U16 Dec & 0xc00 = names::QOS_HIGHEST_PRI_BUF_AC;
        QOS_QAP_BUF_LOAD "wlan.qos.qap_buf_load" "QAP Buffered Load": U16 Dec & 0xf000;
        QOS_TXOP_DUR_REQ "wlan.qos.txop_dur_req" "TXOP Duration Requested": U16 Dec & 0xff00;
        QOS_QUEUE_SIZE "wlan.qos.queue_size" "Queue Size": U16 Dec & 0xff00;
        QOS_MESH_CTL_PRESENT "wlan.qos.mesh_ctl_present" "Mesh Control Present": U16 Dec & 0x100;
        QOS_MESH_PS_RESERVED "wlan.qos.mesh_ps.reserved" "Mesh Power Save Level (reserved)": U16 Dec & 0x200;
        QOS_MESH_RSPI "wlan.qos.mesh_rspi" "Receiver Service Period Initiated (RSPI)": U16 Dec & 0x400;
        FCS "wlan.fcs" "Frame check sequence": U32 Hex;
        FCS_STATUS "wlan.fcs.status" "FCS Status": U8 = crate::transport::CHECKSUM_STATES;
        WEP_IV "wlan.wep.iv" "Initialization Vector": U24 Hex;
        TKIP_EXTIV "wlan.tkip.extiv" "TKIP Ext. Initialization Vector": Str;
        CCMP_EXTIV "wlan.ccmp.extiv" "CCMP Ext. Initialization Vector": Str;
        WEP_KEY "wlan.wep.key" "Key Index": U8 Dec;
        WEP_ICV "wlan.wep.icv" "WEP ICV": U32 Hex;
        MGT "wlan.mgt" "IEEE 802.11 Wireless Management": Protocol;
        BA_CONTROL "wlan.ba.control" "Block Ack Control": U16 Hex;
        BA_CONTROL_ACKPOLICY "wlan.ba.control.ackpolicy" "BA Ack Policy": Bool(16) & 0x1 = Names::Bools("Sender Does Not Require Immediate Acknowledgement", "Immediate Acknowledgement Required");
        BA_CONTROL_BA_TYPE "wlan.ba.control.ba_type" "BA Type": U16 Hex & 0x1e = names::BA_CONTROL_BA_TYPE;
        BA_CONTROL_RESERVED "wlan.ba.control.reserved" "Reserved": U16 Hex & 0xfe0;
        BA_BASIC_TIDINFO "wlan.ba.basic.tidinfo" "TID for which a Basic BlockAck frame is requested": U16 Hex & 0xf000;
        BA_BM "wlan.ba.bm" "Block Ack Bitmap": Bytes;
        BA_BM_MISSING_FRAME "wlan.ba.bm.missing_frame" "Missing frame": U32 Dec;
        FIXED_ACTION_CODE "wlan.fixed.action_code" "Action code": U8 Dec = names::FIXED_ACTION_CODE;
        RM_DIALOG_TOKEN "wlan.rm.dialog_token" "Dialog token": U8 Dec;
        RM_REPETITIONS "wlan.rm.repetitions" "Repetitions": U16 Dec;
        FIXED_TIMESTAMP "wlan.fixed.timestamp" "Timestamp": U64 Dec;
        FIXED_AUTH_ALG "wlan.fixed.auth.alg" "Authentication Algorithm": U16 Dec = names::FIXED_AUTH_ALG;
        FIXED_BEACON "wlan.fixed.beacon" "Beacon Interval": U32 Custom = Names::Custom(mgt::beacon_interval);
        FIXED_ALL "wlan.fixed.all" "Fixed parameters": None;
        TAGGED_ALL "wlan.tagged.all" "Tagged parameters": None;
        SSID "wlan.ssid" "SSID": Bytes;
        SUPPORTED_RATES "wlan.supported_rates" "Supported Rates": U8 Hex = names::SUPPORTED_RATES;
        FIXED_BAPARAMS "wlan.fixed.baparams" "Block Ack Parameters": U16 Hex;
        FIXED_BAPARAMS_AMSDU "wlan.fixed.baparams.amsdu" "A-MSDUs": Bool(16) & 0x1 = Names::Bools("Permitted in QoS Data MPDUs", "Not Permitted");
        FIXED_BAPARAMS_POLICY "wlan.fixed.baparams.policy" "Block Ack Policy": Bool(16) & 0x2 = Names::Bools("Immediate Block Ack", "Delayed Block Ack");
        FIXED_BAPARAMS_TID "wlan.fixed.baparams.tid" "Traffic Identifier": U16 Hex & 0x3c;
        FIXED_BAPARAMS_BUFFERSIZE "wlan.fixed.baparams.buffersize" "Number of Buffers (1 Buffer = 2304 Bytes)": U16 Dec & 0xffc0;
        FIXED_BATIMEOUT "wlan.fixed.batimeout" "Block Ack Timeout": U16 Hex;
        FIXED_SSC "wlan.fixed.ssc" "Block Ack Starting Sequence Control (SSC)": U16 Hex;
        FIXED_SSC_FRAGMENT "wlan.fixed.ssc.fragment" "Fragment": U16 Dec & 0xf;
        FIXED_SSC_SEQUENCE "wlan.fixed.ssc.sequence" "Starting Sequence Number": U16 Dec & 0xfff0;
        FIXED_DELBA_PARAM "wlan.fixed.delba.param" "Delete Block Ack (DELBA) Parameter Set": U16 Hex;
        FIXED_DELBA_PARAM_RESERVED "wlan.fixed.delba.param.reserved" "Reserved": U16 Hex & 0x7ff;
        FIXED_DELBA_PARAM_INITIATOR "wlan.fixed.delba.param.initiator" "Initiator": Bool(16) & 0x800;
        FIXED_DELBA_PARAM_TID "wlan.fixed.delba.param.tid" "TID": U16 Hex & 0xf000;
        FIXED_PUBLICACT "wlan.fixed.publicact" "Public Action": U8 Hex = names::FIXED_PUBLICACT;
        FIXED_CAPABILITIES "wlan.fixed.capabilities" "Capabilities Information": U16 Hex;
        FIXED_CAPABILITIES_ESS "wlan.fixed.capabilities.ess" "ESS capabilities": Bool(16) & 0x1 = Names::Bools("Transmitter is an AP", "Transmitter is a STA");
        FIXED_CAPABILITIES_IBSS "wlan.fixed.capabilities.ibss" "IBSS status": Bool(16) & 0x2 = Names::Bools("Transmitter belongs to an IBSS", "Transmitter belongs to a BSS");
        FIXED_CAPABILITIES_RESERVED1 "wlan.fixed.capabilities.reserved1" "Reserved": U16 Dec & 0x4;
        FIXED_CAPABILITIES_RESERVED2 "wlan.fixed.capabilities.reserved2" "Reserved": U16 Dec & 0x8;
        FIXED_CAPABILITIES_PRIVACY "wlan.fixed.capabilities.privacy" "Privacy": Bool(16) & 0x10 = Names::Bools("Data confidentiality required", "Data confidentiality not required");
        FIXED_CAPABILITIES_SHORT_PREAMBLE "wlan.fixed.capabilities.short_preamble" "Short Preamble": Bool(16) & 0x20 = Names::Bools("Allowed", "Not Allowed");
        FIXED_CAPABILITIES_RESERVED3 "wlan.fixed.capabilities.reserved3" "Reserved": U16 Dec & 0x40;
        FIXED_CAPABILITIES_RESERVED4 "wlan.fixed.capabilities.reserved4" "Reserved": U16 Dec & 0x80;
        FIXED_CAPABILITIES_SPEC_MAN "wlan.fixed.capabilities.spec_man" "Spectrum Management": Bool(16) & 0x100 = Names::Bools("Implemented", "Not Implemented");
        FIXED_CAPABILITIES_QOS "wlan.fixed.capabilities.qos" "QoS": Bool(16) & 0x200 = Names::Bools("Implemented", "Not Implemented");
        FIXED_CAPABILITIES_SHORT_SLOT_TIME "wlan.fixed.capabilities.short_slot_time" "Short Slot Time": Bool(16) & 0x400 = Names::Bools("In use", "Not in use");
        FIXED_CAPABILITIES_APSD "wlan.fixed.capabilities.apsd" "Automatic Power Save Delivery": Bool(16) & 0x800 = Names::Bools("Implemented", "Not Implemented");
        FIXED_CAPABILITIES_RADIO_MEASUREMENT "wlan.fixed.capabilities.radio_measurement" "Radio Measurement": Bool(16) & 0x1000 = Names::Bools("Implemented", "Not Implemented");
        FIXED_CAPABILITIES_EPD "wlan.fixed.capabilities.epd" "EPD": Bool(16) & 0x2000 = Names::Bools("Implemented", "Not Implemented");
        FIXED_CAPABILITIES_RESERVED5 "wlan.fixed.capabilities.reserved5" "Reserved": U16 Dec & 0x4000;
        FIXED_CAPABILITIES_RESERVED6 "wlan.fixed.capabilities.reserved6" "Reserved": U16 Dec & 0x8000;
        FIXED_AUTH_SEQ "wlan.fixed.auth_seq" "Authentication SEQ": U16 Hex;
        FIXED_AID "wlan.fixed.aid" "Association ID": U16 Hex & 0x3fff;
        FIXED_LISTEN_IVAL "wlan.fixed.listen_ival" "Listen Interval": U16 Hex;
        FIXED_CURRENT_AP "wlan.fixed.current_ap" "Current AP": Ether;
        FIXED_REASON_CODE "wlan.fixed.reason_code" "Reason code": U16 Hex = names::FIXED_REASON_CODE;
        FIXED_STATUS_CODE "wlan.fixed.status_code" "Status code": U16 Hex = names::FIXED_STATUS_CODE;
        FIXED_CATEGORY_CODE "wlan.fixed.category_code" "Category code": U16 Dec = names::FIXED_CATEGORY_CODE;
        FIXED_DIALOG_TOKEN "wlan.fixed.dialog_token" "Dialog token": U8 Hex;
        FIXED_MESH_FLAGS "wlan.fixed.mesh_flags" "Mesh Flags": U8 Hex;
        FIXED_MESH_TTL "wlan.fixed.mesh_ttl" "Mesh TTL": U8 Hex;
        FIXED_MESH_SEQUENCE "wlan.fixed.mesh_sequence" "Sequence Number": U32 Hex;
        FIXED_MESH_ADDR4 "wlan.fixed.mesh_addr4" "Mesh Extended Address 4": Ether;
        FIXED_MESH_ADDR5 "wlan.fixed.mesh_addr5" "Mesh Extended Address 5": Ether;
        FIXED_MESH_ADDR6 "wlan.fixed.mesh_addr6" "Mesh Extended Address 6": Ether;
        MESH_CONFIG_PS_PROTOCOL "wlan.mesh.config.ps_protocol" "Path Selection Protocol": U8 Hex;
        MESH_CONFIG_PS_METRIC "wlan.mesh.config.ps_metric" "Path Selection Metric": U8 Hex;
        MESH_CONFIG_CONG_CTL "wlan.mesh.config.cong_ctl" "Congestion Control": U8 Hex;
        MESH_CONFIG_SYNC_METHOD "wlan.mesh.config.sync_method" "Synchronization Method": U8 Hex;
        MESH_CONFIG_AUTH_PROTOCOL "wlan.mesh.config.auth_protocol" "Authentication Protocol": U8 Hex;
        MESH_CONFIG_FORMATION_INFO "wlan.mesh.config.formation_info" "Formation Info": U8 Hex;
        MESH_FORMATION_INFO_CONNECT_TO_MESH_GATE "wlan.mesh.formation_info.connect_to_mesh_gate" "Connected to Mesh Gate": Bool(8) & 0x1 = Names::Bools("Yes", "No");
        MESH_CONFIG_FORMATION_INFO_NUM_PEERS "wlan.mesh.config.formation_info.num_peers" "Number of Peerings": U8 Dec & 0x7e;
        MESH_FORMATION_INFO_CONNECT_TO_AS "wlan.mesh.formation_info.connect_to_as" "Connected to AS": Bool(8) & 0x80 = Names::Bools("Yes", "No");
        MESH_CONFIG_CAP "wlan.mesh.config.cap" "Capability": U8 Hex;
        MESH_CONFIG_CAP_ACCEPT "wlan.mesh.config.cap.accept" "Accepting Additional Mesh Peerings": Bool(8) & 0x1 = Names::Bools("Yes", "No");
        MESH_CONFIG_CAP_MCCA_SUPPORT "wlan.mesh.config.cap.mcca_support" "MCCA Support": Bool(8) & 0x2 = Names::Bools("Yes", "No");
        MESH_CONFIG_CAP_MCCA_ENABLED "wlan.mesh.config.cap.mcca_enabled" "MCCA Enabled": Bool(8) & 0x4 = Names::Bools("Yes", "No");
        MESH_CONFIG_CAP_FORWARDING "wlan.mesh.config.cap.forwarding" "Mesh Forwarding": Bool(8) & 0x8 = Names::Bools("Yes", "No");
        MESH_CONFIG_CAP_MBCA_ENABLED "wlan.mesh.config.cap.mbca_enabled" "MBCA Enabled": Bool(8) & 0x10 = Names::Bools("Yes", "No");
        MESH_CONFIG_CAP_TBTT_ADJUSTING "wlan.mesh.config.cap.tbtt_adjusting" "TBTT Adjustment": Bool(8) & 0x20 = Names::Bools("Yes", "No");
        MESH_CONFIG_CAP_POWER_SAVE_LEVEL "wlan.mesh.config.cap.power_save_level" "Power Save": Bool(8) & 0x40 = Names::Bools("At least one of the peer-specific mesh power modes is deep sleep mode", "None of the peer-specific mesh power modes is deep sleep mode");
        MESH_CONFIG_CAP_RESERVED "wlan.mesh.config.cap.reserved" "Reserved": U8 Hex & 0x80;
        MESH_ID "wlan.mesh.id" "Mesh ID": Str;
        FIXED_FRAGMENT "wlan.fixed.fragment" "GAS Query Response fragment": Framenum;
        FIXED_VENUE_INFO_GROUP "wlan.fixed.venue_info.group" "Venue Group": U8 Dec = names::FIXED_VENUE_INFO_GROUP;
        FIXED_VENUE_INFO_TYPE "wlan.fixed.venue_info.type" "Venue Type": U8 Dec;
        HS20_INDICATION_DGAF_DISABLED "wlan.hs20.indication.dgaf_disabled" "DGAF Disabled": U8 Dec & 0x1;
        HS20_INDICATION_PPS_MO_ID_PRESENT "wlan.hs20.indication.pps_mo_id_present" "PPS MO ID Present": Bool(8) & 0x2 = Names::Bools("Present", "Not Present");
        HS20_INDICATION_ANQP_DOMAIN_ID_PRESENT "wlan.hs20.indication.anqp_domain_id_present" "ANQP Domain ID Present": Bool(8) & 0x4 = Names::Bools("Present", "Not Present");
        HS20_INDICATION_RESERVED "wlan.hs20.indication.reserved" "Reserved": Bool(8) & 0x8 = Names::Bools("Set", "Not set");
        HS20_INDICATION_VERSION_NUMBER "wlan.hs20.indication.version_number" "Version Number": U8 Dec & 0xf0 = names::HS20_INDICATION_VERSION_NUMBER;
        HS20_INDICATION_PPS_MO_ID "wlan.hs20.indication.pps_mo_id" "PPS MO ID": U16 Dec;
        HS20_INDICATION_DOMAIN_ID "wlan.hs20.indication.domain_id" "ANQP Domain ID": U16 Dec;
        TAG "wlan.tag" "Tag": None;
        TAG_NUMBER "wlan.tag.number" "Tag Number": U8 Dec = names::TAG_NUMBER;
        TAG_LENGTH "wlan.tag.length" "Tag length": U32 Dec;
        TAG_DATA "wlan.tag.data" "Tag Data": Bytes;
        TAG_OUI "wlan.tag.oui" "OUI": U24 Oui;
        DS_CURRENT_CHANNEL "wlan.ds.current_channel" "Current Channel": U8 Dec;
        TAG_VENDOR_OUI_TYPE "wlan.tag.vendor.oui.type" "Vendor Specific OUI Type": U8 Dec;
        TAG_VENDOR_DATA "wlan.tag.vendor.data" "Vendor Specific Data": Bytes;
        TIM_DTIM_COUNT "wlan.tim.dtim_count" "DTIM count": U8 Dec;
        TIM_DTIM_PERIOD "wlan.tim.dtim_period" "DTIM period": U8 Dec;
        TIM_BMAPCTL "wlan.tim.bmapctl" "Bitmap control": U8 Hex;
        TIM_BMAPCTL_MULTICAST "wlan.tim.bmapctl.multicast" "Multicast": Bool(8) & 0x1;
        TIM_BMAPCTL_OFFSET "wlan.tim.bmapctl.offset" "Bitmap Offset": U8 Hex & 0xfe;
        TIM_PARTIAL_VIRTUAL_BITMAP "wlan.tim.partial_virtual_bitmap" "Partial Virtual Bitmap": Bytes;
        TIM_AID "wlan.tim.aid" "Association ID": U8 Hex;
        COUNTRY_INFO_CODE "wlan.country_info.code" "Code": Str;
        COUNTRY_INFO_ENVIRONMENT "wlan.country_info.environment" "Environment": U8 Dec = names::COUNTRY_INFO_ENVIRONMENT;
        COUNTRY_INFO_PADDING "wlan.country_info.padding" "Padding": Bytes;
        COUNTRY_INFO_FNM "wlan.country_info.fnm" "Country Info": None;
        COUNTRY_INFO_FNM_FCN "wlan.country_info.fnm.fcn" "First Channel Number": U8 Dec;
        COUNTRY_INFO_FNM_NC "wlan.country_info.fnm.nc" "Number of Channels": U8 Dec;
        COUNTRY_INFO_FNM_MTPL "wlan.country_info.fnm.mtpl" "Maximum Transmit Power Level": I8 Dec = Names::Unit(" dBm", " dBm");
        COUNTRY_INFO_RRC "wlan.country_info.rrc" "Country Info": None;
        COUNTRY_INFO_RRC_OEI "wlan.country_info.rrc.oei" "Operating Extension Identifier": U8 Dec;
        COUNTRY_INFO_RRC_OC "wlan.country_info.rrc.oc" "Operating Class": U8 Dec;
        COUNTRY_INFO_RRC_CC "wlan.country_info.rrc.cc" "Coverage Class": U8 Dec;
        TAG_CHALLENGE_TEXT "wlan.tag.challenge_text" "Challenge Text": Bytes;
        RSN_VERSION "wlan.rsn.version" "RSN Version": U16 Dec;
        RSN_GCS "wlan.rsn.gcs" "Group Cipher Suite": U32 Custom = Names::Custom(tags::rsn::cipher_text);
        RSN_GCS_OUI "wlan.rsn.gcs.oui" "Group Cipher Suite OUI": U24 Oui;
        RSN_GCS_TYPE "wlan.rsn.gcs.type" "Group Cipher Suite type": U8 Dec = names::RSN_GCS_TYPE;
        RSN_PCS_COUNT "wlan.rsn.pcs.count" "Pairwise Cipher Suite Count": U16 Dec;
        RSN_PCS_LIST "wlan.rsn.pcs.list" "Pairwise Cipher Suite List": None;
        RSN_PCS "wlan.rsn.pcs" "Pairwise Cipher Suite": U32 Custom = Names::Custom(tags::rsn::cipher_text);
        RSN_PCS_OUI "wlan.rsn.pcs.oui" "Pairwise Cipher Suite OUI": U24 Oui;
        RSN_PCS_TYPE "wlan.rsn.pcs.type" "Pairwise Cipher Suite type": U8 Dec = names::RSN_GCS_TYPE;
        RSN_AKMS_COUNT "wlan.rsn.akms.count" "Auth Key Management (AKM) Suite Count": U16 Dec;
        RSN_AKMS_LIST "wlan.rsn.akms.list" "Auth Key Management (AKM) List": None;
        RSN_AKMS "wlan.rsn.akms" "Auth Key Management (AKM) Suite": U32 Custom = Names::Custom(tags::rsn::key_text);
        RSN_AKMS_OUI "wlan.rsn.akms.oui" "Auth Key Management (AKM) OUI": U24 Oui;
        RSN_AKMS_TYPE "wlan.rsn.akms.type" "Auth Key Management (AKM) type": U8 Dec = names::RSN_AKMS_TYPE;
        RSN_CAPABILITIES "wlan.rsn.capabilities" "RSN Capabilities": U16 Hex;
        RSN_CAPABILITIES_PREAUTH "wlan.rsn.capabilities.preauth" "RSN Pre-Auth capabilities": Bool(16) & 0x1 = Names::Bools("Transmitter supports pre-authentication", "Transmitter does not support pre-authentication");
        RSN_CAPABILITIES_NO_PAIRWISE "wlan.rsn.capabilities.no_pairwise" "RSN No Pairwise capabilities": Bool(16) & 0x2 = Names::Bools("Transmitter cannot support WEP default key 0 simultaneously with Pairwise key", "Transmitter can support WEP default key 0 simultaneously with Pairwise key");
        RSN_CAPABILITIES_PTKSA_REPLAY_COUNTER "wlan.rsn.capabilities.ptksa_replay_counter" "RSN PTKSA Replay Counter capabilities": U16 Hex & 0xc = names::RSN_CAPABILITIES_PTKSA_REPLAY_COUNTER;
        RSN_CAPABILITIES_GTKSA_REPLAY_COUNTER "wlan.rsn.capabilities.gtksa_replay_counter" "RSN GTKSA Replay Counter capabilities": U16 Hex & 0x30 = names::RSN_CAPABILITIES_PTKSA_REPLAY_COUNTER;
        RSN_CAPABILITIES_MFPR "wlan.rsn.capabilities.mfpr" "Management Frame Protection Required": Bool(16) & 0x40;
        RSN_CAPABILITIES_MFPC "wlan.rsn.capabilities.mfpc" "Management Frame Protection Capable": Bool(16) & 0x80;
        RSN_CAPABILITIES_JMR "wlan.rsn.capabilities.jmr" "Joint Multi-band RSNA": Bool(16) & 0x100;
        RSN_CAPABILITIES_PEERKEY "wlan.rsn.capabilities.peerkey" "PeerKey Enabled": Bool(16) & 0x200;
        RSN_CAPABILITIES_EXTENDED_KEY_ID_IAF "wlan.rsn.capabilities.extended_key_id_iaf" "Extended Key ID for Individually Addressed Frames": Bool(16) & 0x2000 = Names::Bools("Supported", "Not supported");
        RSN_PMKID_COUNT "wlan.rsn.pmkid.count" "PMKID Count": U16 Dec;
        RSN_PMKID_LIST "wlan.rsn.pmkid.list" "PMKID List": None;
        PMKID_AKMS "wlan.pmkid.akms" "PMKID": Bytes;
        RSN_GMCS "wlan.rsn.gmcs" "Group Management Cipher Suite": U32 Custom = Names::Custom(tags::rsn::cipher_text);
        RSN_GMCS_OUI "wlan.rsn.gmcs.oui" "Group Management Cipher Suite OUI": U24 Oui;
        RSN_GMCS_TYPE "wlan.rsn.gmcs.type" "Group Management Cipher Suite type": U8 Dec = names::RSN_GCS_TYPE;
        VS_PREN_TYPE "wlan.vs.pren.type" "802.11n (Pre) Type": U8 Dec = names::VS_PREN_TYPE;
        VS_PREN_UNKNOWN_DATA "wlan.vs.pren.unknown_data" "802.11n (Pre) Unknown Data": Bytes;
        HT_CAPABILITIES "wlan.ht.capabilities" "HT Capabilities Info": U16 Hex;
        VS_HT_CAPABILITIES "wlan.vs.ht.capabilities" "HT Capabilities Info (VS)": U16 Hex;
        HT_CAPABILITIES_LDPCCODING "wlan.ht.capabilities.ldpccoding" "HT LDPC coding capability": Bool(16) & 0x1 = Names::Bools("Transmitter supports receiving LDPC coded packets", "Transmitter does not support receiving LDPC coded packets");
        HT_CAPABILITIES_WIDTH "wlan.ht.capabilities.width" "HT Support channel width": Bool(16) & 0x2 = Names::Bools("Transmitter supports 20MHz and 40MHz operation", "Transmitter only supports 20MHz operation");
        HT_CAPABILITIES_SM "wlan.ht.capabilities.sm" "HT SM Power Save": U16 Hex & 0xc = names::HT_CAPABILITIES_SM;
        HT_CAPABILITIES_GREEN "wlan.ht.capabilities.green" "HT Green Field": Bool(16) & 0x10 = Names::Bools("Transmitter is able to receive PPDUs with Green Field (GF) preamble", "Transmitter is not able to receive PPDUs with Green Field (GF) preamble");
        HT_CAPABILITIES_SHORT20 "wlan.ht.capabilities.short20" "HT Short GI for 20MHz": Bool(16) & 0x20 = Names::Bools("Supported", "Not supported");
        HT_CAPABILITIES_SHORT40 "wlan.ht.capabilities.short40" "HT Short GI for 40MHz": Bool(16) & 0x40 = Names::Bools("Supported", "Not supported");
        HT_CAPABILITIES_TXSTBC "wlan.ht.capabilities.txstbc" "HT Tx STBC": Bool(16) & 0x80 = Names::Bools("Supported", "Not supported");
        HT_CAPABILITIES_RXSTBC "wlan.ht.capabilities.rxstbc" "HT Rx STBC": U16 Hex & 0x300 = names::HT_CAPABILITIES_RXSTBC;
        HT_CAPABILITIES_DELAYEDBLOCKACK "wlan.ht.capabilities.delayedblockack" "HT Delayed Block ACK": Bool(16) & 0x400 = Names::Bools("Transmitter supports HT-Delayed BlockAck", "Transmitter does not support HT-Delayed BlockAck");
        HT_CAPABILITIES_AMSDU "wlan.ht.capabilities.amsdu" "HT Max A-MSDU length": Bool(16) & 0x800 = Names::Bools("7935 bytes", "3839 bytes");
        HT_CAPABILITIES_DSSCCK "wlan.ht.capabilities.dsscck" "HT DSSS/CCK mode in 40MHz": Bool(16) & 0x1000 = Names::Bools("Will/Can use DSSS/CCK in 40 MHz", "Won't/Can't use of DSSS/CCK in 40 MHz");
        HT_CAPABILITIES_PSMP "wlan.ht.capabilities.psmp" "HT PSMP Support": Bool(16) & 0x2000 = Names::Bools("Will/Can support PSMP operation", "Won't/Can't support PSMP operation");
        HT_CAPABILITIES_40MHZINTOLERANT "wlan.ht.capabilities.40mhzintolerant" "HT Forty MHz Intolerant": Bool(16) & 0x4000 = Names::Bools("Use of 40 MHz transmissions restricted/disallowed", "Use of 40 MHz transmissions unrestricted/allowed");
        HT_CAPABILITIES_LSIG "wlan.ht.capabilities.lsig" "HT L-SIG TXOP Protection support": Bool(16) & 0x8000 = Names::Bools("Supported", "Not supported");
        OPERAT_NOTIFICATION_MODE "wlan.operat_notification_mode" "Operating Mode Notification": U8 Hex;
        OPERAT_MODE_FIELD_CHANNELWIDTH "wlan.operat_mode_field.channelwidth" "Channel Width": U8 Hex & 0x3 = names::OPERAT_MODE_FIELD_CHANNELWIDTH;
        OPERAT_MODE_FIELD_RESERVED "wlan.operat_mode_field.reserved" "Reserved": U8 Hex & 0xc;
        OPERAT_MODE_FIELD_RXNSS "wlan.operat_mode_field.rxnss" "Rx NSS": U8 Hex & 0x70 = names::OPERAT_MODE_FIELD_RXNSS;
        OPERAT_MODE_FIELD_RXNSSTYPE "wlan.operat_mode_field.rxnsstype" "Rx NSS Type": U8 Hex & 0x80;
        S1G_REACHABLE_ADDRESS_INITIATOR_MAC_ADDRESS "wlan.s1g.reachable_address.initiator_mac_address" "Initiator MAC Address": Ether;
        S1G_REACHABLE_ADDRESS_ADDRESS_COUNT "wlan.s1g.reachable_address.address_count" "Address Count": U8 Dec;
        S1G_REACHABLE_ADDRESS_MAC_ADDRESS "wlan.s1g.reachable_address.mac_address" "MAC Address": Ether;
        HT_AMPDUPARAM "wlan.ht.ampduparam" "A-MPDU Parameters": U8 Hex;
        VS_HT_AMPDUPARAM "wlan.vs.ht.ampduparam" "A-MPDU Parameters (VS)": U8 Hex;
        HT_AMPDUPARAM_MAXLENGTH "wlan.ht.ampduparam.maxlength" "Maximum Rx A-MPDU Length": U8 Hex & 0x3;
        HT_AMPDUPARAM_MPDUDENSITY "wlan.ht.ampduparam.mpdudensity" "MPDU Density": U8 Hex & 0x1c = names::HT_AMPDUPARAM_MPDUDENSITY;
        HT_AMPDUPARAM_RESERVED "wlan.ht.ampduparam.reserved" "Reserved": U8 Hex & 0xe0;
        HT_MCSSET "wlan.ht.mcsset" "Rx Supported Modulation and Coding Scheme Set": None;
        VS_HT_MCSSET "wlan.vs.ht.mcsset" "Rx Supported Modulation and Coding Scheme Set (VS)": None;
        HT_MCSSET_RXBITMASK "wlan.ht.mcsset.rxbitmask" "Rx Modulation and Coding Scheme (One bit per modulation)": None;
        HT_MCSSET_RXBITMASK_0TO7 "wlan.ht.mcsset.rxbitmask.0to7" "Rx Bitmask Bits 0-7": U32 Hex & 0xff;
        HT_MCSSET_RXBITMASK_8TO15 "wlan.ht.mcsset.rxbitmask.8to15" "Rx Bitmask Bits 8-15": U32 Hex & 0xff00;
        HT_MCSSET_RXBITMASK_16TO23 "wlan.ht.mcsset.rxbitmask.16to23" "Rx Bitmask Bits 16-23": U32 Hex & 0xff0000;
        HT_MCSSET_RXBITMASK_24TO31 "wlan.ht.mcsset.rxbitmask.24to31" "Rx Bitmask Bits 24-31": U32 Hex & 0xff000000;
        HT_MCSSET_RXBITMASK_32 "wlan.ht.mcsset.rxbitmask.32" "Rx Bitmask Bit 32": U32 Hex & 0x1;
        HT_MCSSET_RXBITMASK_33TO38 "wlan.ht.mcsset.rxbitmask.33to38" "Rx Bitmask Bits 33-38": U32 Hex & 0x7e;
        HT_MCSSET_RXBITMASK_39TO52 "wlan.ht.mcsset.rxbitmask.39to52" "Rx Bitmask Bits 39-52": U32 Hex & 0x1fff80;
        HT_MCSSET_RXBITMASK_53TO76 "wlan.ht.mcsset.rxbitmask.53to76" "Rx Bitmask Bits 53-76": U32 Hex & 0x1fffffe0;
        HT_MCSSET_HIGHESTDATARATE "wlan.ht.mcsset.highestdatarate" "Highest Supported Data Rate": U16 Hex & 0x3ff;
        HT_MCSSET_TXSETDEFINED "wlan.ht.mcsset.txsetdefined" "Tx Supported MCS Set": Bool(16) & 0x1 = Names::Bools("Defined", "Not defined");
        HT_MCSSET_TXRXMCSNOTEQUAL "wlan.ht.mcsset.txrxmcsnotequal" "Tx and Rx MCS Set": Bool(16) & 0x2 = Names::Bools("Not Equal", "Equal");
        HT_MCSSET_TXMAXSS "wlan.ht.mcsset.txmaxss" "Maximum Number of Tx Spatial Streams Supported": U16 Hex & 0xc;
        HT_MCSSET_TXUNEQUALMOD "wlan.ht.mcsset.txunequalmod" "Unequal Modulation": Bool(16) & 0x10 = Names::Bools("Supported", "Not supported");
        HTEX_CAPABILITIES "wlan.htex.capabilities" "HT Extended Capabilities": U16 Hex;
        VS_HTEX_CAPABILITIES "wlan.vs.htex.capabilities" "HT Extended Capabilities (VS)": U16 Hex;
        HTEX_CAPABILITIES_PCO "wlan.htex.capabilities.pco" "Transmitter supports PCO": Bool(16) & 0x1 = Names::Bools("Supported", "Not supported");
        HTEX_CAPABILITIES_TRANSTIME "wlan.htex.capabilities.transtime" "Time needed to transition between 20MHz and 40MHz": U16 Hex & 0x6 = names::HTEX_CAPABILITIES_TRANSTIME;
        HTEX_CAPABILITIES_MCS "wlan.htex.capabilities.mcs" "MCS Feedback capability": U16 Hex & 0x300 = names::HTEX_CAPABILITIES_MCS;
        HTEX_CAPABILITIES_HTC "wlan.htex.capabilities.htc" "High Throughput": Bool(16) & 0x400 = Names::Bools("Supported", "Not supported");
        HTEX_CAPABILITIES_RDRESPONDER "wlan.htex.capabilities.rdresponder" "Reverse Direction Responder": Bool(16) & 0x800 = Names::Bools("Supported", "Not supported");
        TXBF "wlan.txbf" "Transmit Beam Forming (TxBF) Capabilities": U32 Hex;
        VS_TXBF "wlan.vs.txbf" "Transmit Beam Forming (TxBF) Capabilities (VS)": U32 Hex;
        TXBF_TXBF "wlan.txbf.txbf" "Transmit Beamforming": Bool(32) & 0x1 = Names::Bools("Supported", "Not supported");
        TXBF_RXSS "wlan.txbf.rxss" "Receive Staggered Sounding": Bool(32) & 0x2 = Names::Bools("Supported", "Not supported");
        TXBF_TXSS "wlan.txbf.txss" "Transmit Staggered Sounding": Bool(32) & 0x4 = Names::Bools("Supported", "Not supported");
        TXBF_RXNDP "wlan.txbf.rxndp" "Receive Null Data packet (NDP)": Bool(32) & 0x8 = Names::Bools("Supported", "Not supported");
        TXBF_TXNDP "wlan.txbf.txndp" "Transmit Null Data packet (NDP)": Bool(32) & 0x10 = Names::Bools("Supported", "Not supported");
        TXBF_IMPLTXBF "wlan.txbf.impltxbf" "Implicit TxBF capable": Bool(32) & 0x20 = Names::Bools("Supported", "Not supported");
        TXBF_CALIBRATION "wlan.txbf.calibration" "Calibration": U32 Hex & 0xc0 = names::TXBF_CALIBRATION;
        TXBF_CSI "wlan.txbf.csi" "STA can apply TxBF using CSI explicit feedback": Bool(32) & 0x100 = Names::Bools("Supported", "Not supported");
        TXBF_FM_UNCOMPRESSED_TBF "wlan.txbf.fm.uncompressed.tbf" "STA can apply TxBF using uncompressed beamforming feedback matrix": Bool(32) & 0x200 = Names::Bools("Supported", "Not supported");
        TXBF_FM_COMPRESSED_TBF "wlan.txbf.fm.compressed.tbf" "STA can apply TxBF using compressed beamforming feedback matrix": Bool(32) & 0x400 = Names::Bools("Supported", "Not supported");
        TXBF_RCSI "wlan.txbf.rcsi" "Receiver can return explicit CSI feedback": U32 Hex & 0x1800 = names::TXBF_RCSI;
        TXBF_FM_UNCOMPRESSED_RBF "wlan.txbf.fm.uncompressed.rbf" "Receiver can return explicit uncompressed Beamforming Feedback Matrix": U32 Hex & 0x6000 = names::TXBF_RCSI;
        TXBF_FM_COMPRESSED_BF "wlan.txbf.fm.compressed.bf" "STA can compress and use compressed Beamforming Feedback Matrix": U32 Hex & 0x18000 = names::TXBF_RCSI;
        TXBF_MINGROUP "wlan.txbf.mingroup" "Minimal grouping used for explicit feedback reports": U32 Hex & 0x60000 = names::TXBF_MINGROUP;
        VHT_CAPABILITIES "wlan.vht.capabilities" "VHT Capabilities Info": U32 Hex;
        VHT_CAPABILITIES_MAXMPDULENGTH "wlan.vht.capabilities.maxmpdulength" "Maximum MPDU Length": U32 Hex & 0x3 = names::VHT_CAPABILITIES_MAXMPDULENGTH;
        VHT_CAPABILITIES_SUPPORTEDCHANWIDTHSET "wlan.vht.capabilities.supportedchanwidthset" "Supported Channel Width Set": U32 Hex & 0xc = names::VHT_CAPABILITIES_SUPPORTEDCHANWIDTHSET;
        VHT_CAPABILITIES_RXLDPC "wlan.vht.capabilities.rxldpc" "Rx LDPC": Bool(32) & 0x10 = Names::Bools("Supported", "Not supported");
        VHT_CAPABILITIES_SHORT80 "wlan.vht.capabilities.short80" "Short GI for 80MHz/TVHT_MODE_4C": Bool(32) & 0x20 = Names::Bools("Supported", "Not supported");
        VHT_CAPABILITIES_SHORT160 "wlan.vht.capabilities.short160" "Short GI for 160MHz and 80+80MHz": Bool(32) & 0x40 = Names::Bools("Supported", "Not supported");
        VHT_CAPABILITIES_TXSTBC "wlan.vht.capabilities.txstbc" "Tx STBC": Bool(32) & 0x80 = Names::Bools("Supported", "Not supported");
        VHT_CAPABILITIES_RXSTBC "wlan.vht.capabilities.rxstbc" "Rx STBC": U32 Hex & 0x700 = names::VHT_CAPABILITIES_RXSTBC;
        VHT_CAPABILITIES_SUBEAMFORMER "wlan.vht.capabilities.subeamformer" "SU Beamformer Capable": Bool(32) & 0x800 = Names::Bools("Supported", "Not supported");
        VHT_CAPABILITIES_SUBEAMFORMEE "wlan.vht.capabilities.subeamformee" "SU Beamformee Capable": Bool(32) & 0x1000 = Names::Bools("Supported", "Not supported");
        VHT_CAPABILITIES_BEAMFORMEE_STS_CAP "wlan.vht.capabilities.beamformee_sts_cap" "Beamformee STS Capability": U32 Hex & 0xe000 = names::VHT_CAPABILITIES_BEAMFORMEE_STS_CAP;
        VHT_CAPABILITIES_SOUNDINGDIMENSIONS "wlan.vht.capabilities.soundingdimensions" "Number of Sounding Dimensions": U32 Hex & 0x70000 = names::VHT_CAPABILITIES_BEAMFORMEE_STS_CAP;
        VHT_CAPABILITIES_MUBEAMFORMER "wlan.vht.capabilities.mubeamformer" "MU Beamformer Capable": Bool(32) & 0x80000 = Names::Bools("Supported", "Not supported");
        VHT_CAPABILITIES_MUBEAMFORMEE "wlan.vht.capabilities.mubeamformee" "MU Beamformee Capable": Bool(32) & 0x100000 = Names::Bools("Supported", "Not supported");
        VHT_CAPABILITIES_VHTTXOPPS "wlan.vht.capabilities.vhttxopps" "TXOP PS": Bool(32) & 0x200000 = Names::Bools("Supported", "Not supported");
        VHT_CAPABILITIES_VHTHTC "wlan.vht.capabilities.vhthtc" "+HTC-VHT Capable": Bool(32) & 0x400000 = Names::Bools("Supported", "Not supported");
        VHT_CAPABILITIES_MAXAMPDU "wlan.vht.capabilities.maxampdu" "Max A-MPDU Length Exponent": U32 Hex & 0x3800000 = names::VHT_CAPABILITIES_MAXAMPDU;
        VHT_CAPABILITIES_LINKADAPT "wlan.vht.capabilities.linkadapt" "VHT Link Adaptation": U32 Hex & 0xc000000 = names::VHT_CAPABILITIES_LINKADAPT;
        VHT_CAPABILITIES_RXPATCONSIST "wlan.vht.capabilities.rxpatconsist" "Rx Antenna Pattern Consistency": Bool(32) & 0x10000000 = Names::Bools("Supported", "Not supported");
        VHT_CAPABILITIES_TXPATCONSIST "wlan.vht.capabilities.txpatconsist" "Tx Antenna Pattern Consistency": Bool(32) & 0x20000000 = Names::Bools("Supported", "Not supported");
        VHT_CAPABILITIES_EXT_NSS_BW_SUPPORT "wlan.vht.capabilities.ext_nss_bw_support" "Extended NSS BW Support": U32 Hex & 0xc0000000;
        VHT_MCSSET "wlan.vht.mcsset" "VHT Supported MCS Set": None;
        VHT_MCSSET_RXMCSMAP "wlan.vht.mcsset.rxmcsmap" "Rx MCS Map": U16 Hex;
        VHT_MCSSET_RXMCSMAP_SS1 "wlan.vht.mcsset.rxmcsmap.ss1" "Rx 1 SS": U16 Hex & 0x3 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_RXMCSMAP_SS2 "wlan.vht.mcsset.rxmcsmap.ss2" "Rx 2 SS": U16 Hex & 0xc = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_RXMCSMAP_SS3 "wlan.vht.mcsset.rxmcsmap.ss3" "Rx 3 SS": U16 Hex & 0x30 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_RXMCSMAP_SS4 "wlan.vht.mcsset.rxmcsmap.ss4" "Rx 4 SS": U16 Hex & 0xc0 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_RXMCSMAP_SS5 "wlan.vht.mcsset.rxmcsmap.ss5" "Rx 5 SS": U16 Hex & 0x300 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_RXMCSMAP_SS6 "wlan.vht.mcsset.rxmcsmap.ss6" "Rx 6 SS": U16 Hex & 0xc00 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_RXMCSMAP_SS7 "wlan.vht.mcsset.rxmcsmap.ss7" "Rx 7 SS": U16 Hex & 0x3000 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_RXMCSMAP_SS8 "wlan.vht.mcsset.rxmcsmap.ss8" "Rx 8 SS": U16 Hex & 0xc000 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_MAX_NSTS_TOTAL "wlan.vht.mcsset.max_nsts_total" "MaX NSTS Total": U16 Dec & 0xe000;
        VHT_MCSSET_RXHIGHESTLONGGIRATE "wlan.vht.mcsset.rxhighestlonggirate" "Rx Highest Long GI Data Rate (in Mb/s, 0 = subfield not in use)": U16 Hex & 0x1fff;
        VHT_MCSSET_TXMCSMAP "wlan.vht.mcsset.txmcsmap" "Tx MCS Map": U16 Hex;
        VHT_MCSSET_TXMCSMAP_SS1 "wlan.vht.mcsset.txmcsmap.ss1" "Tx 1 SS": U16 Hex & 0x3 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_TXMCSMAP_SS2 "wlan.vht.mcsset.txmcsmap.ss2" "Tx 2 SS": U16 Hex & 0xc = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_TXMCSMAP_SS3 "wlan.vht.mcsset.txmcsmap.ss3" "Tx 3 SS": U16 Hex & 0x30 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_TXMCSMAP_SS4 "wlan.vht.mcsset.txmcsmap.ss4" "Tx 4 SS": U16 Hex & 0xc0 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_TXMCSMAP_SS5 "wlan.vht.mcsset.txmcsmap.ss5" "Tx 5 SS": U16 Hex & 0x300 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_TXMCSMAP_SS6 "wlan.vht.mcsset.txmcsmap.ss6" "Tx 6 SS": U16 Hex & 0xc00 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_TXMCSMAP_SS7 "wlan.vht.mcsset.txmcsmap.ss7" "Tx 7 SS": U16 Hex & 0x3000 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_TXMCSMAP_SS8 "wlan.vht.mcsset.txmcsmap.ss8" "Tx 8 SS": U16 Hex & 0xc000 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_MCSSET_TXHIGHESTLONGGIRATE "wlan.vht.mcsset.txhighestlonggirate" "Tx Highest Long GI Data Rate  (in Mb/s, 0 = subfield not in use)": U16 Hex & 0x1fff;
        VHT_NCSSET_EXT_NSS_BW_CAP "wlan.vht.ncsset.ext_nss_bw_cap" "Extended NSS BW Capable": Bool(16) & 0x2000 = Names::Bools("Capable", "Not capable");
        VHT_NCSSET_RESERVED "wlan.vht.ncsset.reserved" "Reserved": U16 Hex & 0xc000;
        VHT_OP "wlan.vht.op" "VHT Operation Info": None;
        VHT_OP_CHANNELWIDTH "wlan.vht.op.channelwidth" "Channel Width": U8 Dec = names::VHT_OP_CHANNELWIDTH;
        VHT_OP_CHANNELCENTER0 "wlan.vht.op.channelcenter0" "Channel Center Segment 0": U8 Dec;
        VHT_OP_CHANNELCENTER1 "wlan.vht.op.channelcenter1" "Channel Center Segment 1": U8 Dec;
        VHT_OP_BASICMCSMAP "wlan.vht.op.basicmcsmap" "Basic MCS Map": U16 Hex;
        VHT_OP_BASICMCSMAP_SS1 "wlan.vht.op.basicmcsmap.ss1" "Basic 1 SS": U16 Hex & 0x3 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_OP_BASICMCSMAP_SS2 "wlan.vht.op.basicmcsmap.ss2" "Basic 2 SS": U16 Hex & 0xc = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_OP_BASICMCSMAP_SS3 "wlan.vht.op.basicmcsmap.ss3" "Basic 3 SS": U16 Hex & 0x30 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_OP_BASICMCSMAP_SS4 "wlan.vht.op.basicmcsmap.ss4" "Basic 4 SS": U16 Hex & 0xc0 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_OP_BASICMCSMAP_SS5 "wlan.vht.op.basicmcsmap.ss5" "Basic 5 SS": U16 Hex & 0x300 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_OP_BASICMCSMAP_SS6 "wlan.vht.op.basicmcsmap.ss6" "Basic 6 SS": U16 Hex & 0xc00 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_OP_BASICMCSMAP_SS7 "wlan.vht.op.basicmcsmap.ss7" "Basic 7 SS": U16 Hex & 0x3000 = names::VHT_MCSSET_RXMCSMAP_SS1;
        VHT_OP_BASICMCSMAP_SS8 "wlan.vht.op.basicmcsmap.ss8" "Basic 8 SS": U16 Hex & 0xc000 = names::VHT_MCSSET_RXMCSMAP_SS1;
        TXBF_CSINUMANT "wlan.txbf.csinumant" "Max antennae STA can support when CSI feedback required": U32 Hex & 0x180000 = names::TXBF_CSINUMANT;
        TXBF_FM_UNCOMPRESSED_MAXANT "wlan.txbf.fm.uncompressed.maxant" "Max antennae STA can support when uncompressed Beamforming feedback required": U32 Hex & 0x600000 = names::TXBF_CSINUMANT;
        TXBF_FM_COMPRESSED_MAXANT "wlan.txbf.fm.compressed.maxant" "Max antennae STA can support when compressed Beamforming feedback required": U32 Hex & 0x1800000 = names::TXBF_CSINUMANT;
        TXBF_CSI_MAXROWS "wlan.txbf.csi.maxrows" "Maximum number of rows of CSI explicit feedback": U32 Hex & 0x6000000 = names::TXBF_CSI_MAXROWS;
        TXBF_CHANNELEST "wlan.txbf.channelest" "Maximum number of space time streams for which channel dimensions can be simultaneously estimated": U32 Hex & 0x18000000 = names::TXBF_CHANNELEST;
        TXBF_RESERVED "wlan.txbf.reserved" "Reserved": U32 Hex & 0xe0000000;
        HTA_CONTROL_CHANNEL "wlan.hta.control_channel" "HT Control Channel": U8 Dec;
        HTA_CAPABILITIES "wlan.hta.capabilities" "HT Additional Capabilities": U8 Hex;
        HTA_CAPABILITIES_EXT_CHAN_OFFSET "wlan.hta.capabilities.ext_chan_offset" "Extension Channel Offset": U16 Hex & 0x3 = names::HTA_CAPABILITIES_EXT_CHAN_OFFSET;
        HTA_CAPABILITIES_REC_TX_WIDTH "wlan.hta.capabilities.rec_tx_width" "Recommended Tx Channel Width": Bool(16) & 0x4 = Names::Bools("Any channel width enabled", "Use 20MHz channel (control)");
        HTA_CAPABILITIES_RIFS_MODE "wlan.hta.capabilities.rifs_mode" "Reduced Interframe Spacing (RIFS) Mode": Bool(16) & 0x8 = Names::Bools("Use of RIFS permitted", "Use of RIFS prohibited");
        HTA_CAPABILITIES_CONTROLLED_ACCESS "wlan.hta.capabilities.controlled_access" "Controlled Access Only": Bool(16) & 0x10 = Names::Bools("Not only PSMP", "PSMP only");
        HTA_CAPABILITIES_SERVICE_INTERVAL "wlan.hta.capabilities.service_interval" "Service Interval Granularity": U16 Hex & 0xe0 = names::HTA_CAPABILITIES_SERVICE_INTERVAL;
        HTA_CAPABILITIES_OPERATING_MODE "wlan.hta.capabilities.operating_mode" "Operating Mode": U16 Hex & 0x3 = names::HTA_CAPABILITIES_OPERATING_MODE;
        HTA_CAPABILITIES_NON_GF_DEVICES "wlan.hta.capabilities.non_gf_devices" "Non Greenfield (GF) devices Present": Bool(16) & 0x4 = Names::Bools("All HT devices associated are GF capable", "One or More HT devices are not GF capable");
        HTA_CAPABILITIES_BASIC_STBC_MCS "wlan.hta.capabilities.basic_stbc_mcs" "Basic STB Modulation and Coding Scheme (MCS)": U16 Hex & 0x7f;
        HTA_CAPABILITIES_DUAL_STBC_PROTECTION "wlan.hta.capabilities.dual_stbc_protection" "Dual Clear To Send (CTS) Protection": Bool(16) & 0x80 = Names::Bools("Dual CTS protections is used", "Regular use of RTS/CTS");
        HTA_CAPABILITIES_SECONDARY_BEACON "wlan.hta.capabilities.secondary_beacon" "Secondary Beacon": Bool(16) & 0x100 = Names::Bools("Secondary Beacon", "Primary Beacon");
        HTA_CAPABILITIES_LSIG_TXOP_PROTECTION "wlan.hta.capabilities.lsig_txop_protection" "L-SIG TXOP Protection Support": Bool(16) & 0x200 = Names::Bools("Full Support", "Not full support");
        HTA_CAPABILITIES_PCO_ACTIVE "wlan.hta.capabilities.pco_active" "Phased Coexistence Operation (PCO) Active": Bool(16) & 0x400 = Names::Bools("PCO is activated in the BSS", "PCO is not activated in the BSS");
        HTA_CAPABILITIES_PCO_PHASE "wlan.hta.capabilities.pco_phase" "Phased Coexistence Operation (PCO) Phase": Bool(16) & 0x800 = Names::Bools("Switch to 20MHz phase/keep 20MHz", "Switch to 40MHz phase/keep 40MHz");
        ASEL "wlan.asel" "Antenna Selection (ASEL) Capabilities": U8 Hex;
        VS_ASEL "wlan.vs.asel" "Antenna Selection (ASEL) Capabilities (VS)": U8 Hex;
        ASEL_CAPABLE "wlan.asel.capable" "Antenna Selection Capable": Bool(8) & 0x1 = Names::Bools("Supported", "Not supported");
        ASEL_TXCSI "wlan.asel.txcsi" "Explicit CSI Feedback Based Tx ASEL": Bool(8) & 0x2 = Names::Bools("Supported", "Not supported");
        ASEL_TXIF "wlan.asel.txif" "Antenna Indices Feedback Based Tx ASEL": Bool(8) & 0x4 = Names::Bools("Supported", "Not supported");
        ASEL_CSI "wlan.asel.csi" "Explicit CSI Feedback": Bool(8) & 0x8 = Names::Bools("Supported", "Not supported");
        ASEL_IF "wlan.asel.if" "Antenna Indices Feedback": Bool(8) & 0x10 = Names::Bools("Supported", "Not supported");
        ASEL_RX "wlan.asel.rx" "Rx ASEL": Bool(8) & 0x20 = Names::Bools("Supported", "Not supported");
        ASEL_SPPDU "wlan.asel.sppdu" "Tx Sounding PPDUs": Bool(8) & 0x40 = Names::Bools("Supported", "Not supported");
        ASEL_RESERVED "wlan.asel.reserved" "Reserved": U8 Hex & 0x80;
        HT_INFO_DELIM1 "wlan.ht.info.delim1" "HT Information Subset (1 of 3)": U8 Hex;
        HT_INFO_PRIMARYCHANNEL "wlan.ht.info.primarychannel" "Primary Channel": U8 Dec;
        HT_INFO_SECCHANOFFSET "wlan.ht.info.secchanoffset" "Secondary channel offset": U8 Hex & 0x3 = names::HT_INFO_SECCHANOFFSET;
        HT_INFO_CHANWIDTH "wlan.ht.info.chanwidth" "Supported channel width": Bool(8) & 0x4 = Names::Bools("Channel of any width supported", "20 MHz channel width only");
        HT_INFO_RIFS "wlan.ht.info.rifs" "Reduced Interframe Spacing (RIFS)": Bool(8) & 0x8 = Names::Bools("Permitted", "Prohibited");
        HT_INFO_RESERVED_B4_B7 "wlan.ht.info.reserved_b4_b7" "Reserved": U8 Hex & 0xf0;
        HT_INFO_DELIM2 "wlan.ht.info.delim2" "HT Information Subset (2 of 3)": U16 Hex;
        HT_INFO_HT_PROTECTION "wlan.ht.info.ht_protection" "HT Protection": U16 Hex & 0x3 = names::HT_INFO_HT_PROTECTION;
        HT_INFO_GREENFIELD "wlan.ht.info.greenfield" "Non-greenfield STAs present": Bool(16) & 0x4 = Names::Bools("One or more associated STAs are not greenfield capable", "All associated STAs are greenfield capable");
        HT_INFO_RESERVED_B11 "wlan.ht.info.reserved_b11" "Reserved": U16 Hex & 0x8;
        HT_INFO_OBSSNONHT "wlan.ht.info.obssnonht" "OBSS non-HT STAs present": Bool(16) & 0x10 = Names::Bools("Use of protection for non-HT STAs by overlapping BSSs is needed", "Use of protection for non-HT STAs by overlapping BSSs is not needed");
        HT_INFO_CHAN_CENTER_FREQ_SEG_2 "wlan.ht.info.chan_center_freq_seg_2" "Channel Center Frequency Segment 2": U16 Dec & 0x1fe0;
        HT_INFO_RESERVED_B21_B23 "wlan.ht.info.reserved_b21_b23" "Reserved": U16 Hex & 0xe000;
        HT_INFO_DELIM3 "wlan.ht.info.delim3" "HT Information Subset (3 of 3)": U16 Hex;
        HT_INFO_RESERVED_B24_B29 "wlan.ht.info.reserved_b24_b29" "Reserved": U16 Hex & 0x3f;
        HT_INFO_DUALBEACON "wlan.ht.info.dualbeacon" "Dual beacon": Bool(16) & 0x40 = Names::Bools("AP transmits a secondary beacon", "No second beacon is transmitted");
        HT_INFO_DUALCTS "wlan.ht.info.dualcts" "Dual Clear To Send (CTS) protection": Bool(16) & 0x80 = Names::Bools("Required", "Not required");
        HT_INFO_SECONDARYBEACON "wlan.ht.info.secondarybeacon" "Beacon ID": Bool(16) & 0x100 = Names::Bools("STBC beacon", "Primary beacon");
        HT_INFO_LSIGPROTSUPPORT "wlan.ht.info.lsigprotsupport" "L-SIG TXOP Protection Full Support": Bool(16) & 0x200 = Names::Bools("All HT STAs in the BSS support L-SIG TXOP protection", "One or more HT STAs in the BSS do not support L-SIG TXOP protection");
        HT_INFO_PCO_ACTIVE "wlan.ht.info.pco.active" "Phased Coexistence Operation (PCO)": Bool(16) & 0x400 = Names::Bools("Active", "Inactive");
        HT_INFO_PCO_PHASE "wlan.ht.info.pco.phase" "Phased Coexistence Operation (PCO) Phase": Bool(16) & 0x800 = Names::Bools("Switch to or continue 40 MHz phase", "Switch to or continue 20 MHz phase");
        HT_INFO_RESERVED_B36_B39 "wlan.ht.info.reserved_b36_b39" "Reserved": U16 Hex & 0xf000;
        AP_CHANNEL_REPORT_OPERATING_CLASS "wlan.ap_channel_report.operating_class" "Operating Class": U8 Dec;
        AP_CHANNEL_REPORT_CHANNEL_LIST "wlan.ap_channel_report.channel_list" "Channel List": U8 Dec;
        RMCAP "wlan.rmcap" "RM Capabilities": U8 Hex;
        RMCAP_B0 "wlan.rmcap.b0" "Link Measurement": Bool(8) & 0x1 = Names::Bools("Enabled", "Disabled");
        RMCAP_B1 "wlan.rmcap.b1" "Neighbor Report": Bool(8) & 0x2 = Names::Bools("Enabled", "Disabled");
        RMCAP_B2 "wlan.rmcap.b2" "Parallel Measurements": Bool(8) & 0x4 = Names::Bools("Enabled", "Disabled");
        RMCAP_B3 "wlan.rmcap.b3" "Repeated Measurements": Bool(8) & 0x8 = Names::Bools("Enabled", "Disabled");
        RMCAP_B4 "wlan.rmcap.b4" "Beacon Passive Measurement": Bool(8) & 0x10 = Names::Bools("Enabled", "Disabled");
        RMCAP_B5 "wlan.rmcap.b5" "Beacon Active Measurement": Bool(8) & 0x20 = Names::Bools("Enabled", "Disabled");
        RMCAP_B6 "wlan.rmcap.b6" "Beacon Table Measurement": Bool(8) & 0x40 = Names::Bools("Supported", "Not supported");
        RMCAP_B7 "wlan.rmcap.b7" "Beacon Measurement Reporting Conditions": Bool(8) & 0x80 = Names::Bools("Enabled", "Disabled");
        RMCAP_B8 "wlan.rmcap.b8" "Frame Measurement": Bool(8) & 0x1 = Names::Bools("Enabled", "Disabled");
        RMCAP_B9 "wlan.rmcap.b9" "Channel Load Measurement": Bool(8) & 0x2 = Names::Bools("Enabled", "Disabled");
        RMCAP_B10 "wlan.rmcap.b10" "Noise Histogram Measurement": Bool(8) & 0x4 = Names::Bools("Enabled", "Disabled");
        RMCAP_B11 "wlan.rmcap.b11" "Statistics Measurement": Bool(8) & 0x8 = Names::Bools("Enabled", "Disabled");
        RMCAP_B12 "wlan.rmcap.b12" "LCI Measurement": Bool(8) & 0x10 = Names::Bools("Enabled", "Disabled");
        RMCAP_B13 "wlan.rmcap.b13" "LCI Azimuth capability": Bool(8) & 0x20 = Names::Bools("Enabled", "Disabled");
        RMCAP_B14 "wlan.rmcap.b14" "Transmit Stream/Category Measurement": Bool(8) & 0x40 = Names::Bools("Supported", "Not supported");
        RMCAP_B15 "wlan.rmcap.b15" "Triggered Transmit Stream/Category Measurement": Bool(8) & 0x80 = Names::Bools("Enabled", "Disabled");
        RMCAP_B16 "wlan.rmcap.b16" "AP Channel Report capability": Bool(8) & 0x1 = Names::Bools("Enabled", "Disabled");
        RMCAP_B17 "wlan.rmcap.b17" "RM MIB capability": Bool(8) & 0x2 = Names::Bools("Enabled", "Disabled");
        RMCAP_B18TO20 "wlan.rmcap.b18to20" "Operating Channel Max Measurement Duration": U8 Dec & 0x1c;
        RMCAP_B21TO23 "wlan.rmcap.b21to23" "Nonoperating Channel Max Measurement Duration": U8 Dec & 0xe0;
        RMCAP_B24TO26 "wlan.rmcap.b24to26" "Measurement Pilotcapability": U8 Dec & 0x7;
        RMCAP_B27 "wlan.rmcap.b27" "Measurement Pilot Transmission Information": Bool(8) & 0x8 = Names::Bools("Enabled", "Disabled");
        RMCAP_B28 "wlan.rmcap.b28" "Neighbor Report TSF Offset": Bool(8) & 0x10 = Names::Bools("Enabled", "Disabled");
        RMCAP_B29 "wlan.rmcap.b29" "RCPI Measurement capability": Bool(8) & 0x20 = Names::Bools("Enabled", "Disabled");
        RMCAP_B30 "wlan.rmcap.b30" "RSNI Measurement capability": Bool(8) & 0x40 = Names::Bools("Supported", "Not supported");
        RMCAP_B31 "wlan.rmcap.b31" "BSS Average Access Delay capability": Bool(8) & 0x80 = Names::Bools("Enabled", "Disabled");
        RMCAP_B32 "wlan.rmcap.b32" "BSS Available Admission Capacity capability": Bool(8) & 0x1 = Names::Bools("Enabled", "Disabled");
        RMCAP_B33 "wlan.rmcap.b33" "Antenna capability": Bool(8) & 0x2 = Names::Bools("Enabled", "Disabled");
        RMCAP_B34 "wlan.rmcap.b34" "FTM Range Report Capability": Bool(8) & 0x4 = Names::Bools("Enabled", "Disabled");
        RMCAP_B35 "wlan.rmcap.b35" "Civic Location Measurement Capability": Bool(8) & 0x8 = Names::Bools("Enabled", "Disabled");
        RMCAP_O5 "wlan.rmcap.o5" "Reserved": U8 Hex & 0xf0;
        POWERCON_LOCAL "wlan.powercon.local" "Local Power Constraint": U8 Dec;
        POWERCAP_MIN "wlan.powercap.min" "Minimum Transmit Power": I8 Dec;
        POWERCAP_MAX "wlan.powercap.max" "Maximum Transmit Power": I8 Dec;
        TCPREP_TRSMT_POW "wlan.tcprep.trsmt_pow" "Transmit Power": I8 Dec;
        TCPREP_LINK_MRG "wlan.tcprep.link_mrg" "Link Margin": I8 Dec;
        SUPCHAN "wlan.supchan" "Supported Channels Set": None;
        SUPCHAN_FIRST "wlan.supchan.first" "First Supported Channel": U8 Dec;
        SUPCHAN_RANGE "wlan.supchan.range" "Supported Channel Range": U8 Dec;
        CSA_CHANNEL_SWITCH_MODE "wlan.csa.channel_switch_mode" "Channel Switch Mode": U8 Dec;
        CSA_NEW_CHANNEL_NUMBER "wlan.csa.new_channel_number" "New Channel Number": U8 Dec;
        CSA_CHANNEL_SWITCH_COUNT "wlan.csa.channel_switch.count" "Channel Switch Count": U8 Dec;
        ERP_INFO "wlan.erp_info" "ERP Information": U8 Hex;
        ERP_INFO_ERP_PRESENT "wlan.erp_info.erp_present" "Non ERP Present": Bool(8) & 0x1 = Names::Bools("Set", "Not set");
        ERP_INFO_USE_PROTECTION "wlan.erp_info.use_protection" "Use Protection": Bool(8) & 0x2 = Names::Bools("Set", "Not set");
        ERP_INFO_BARKER_PREAMBLE_MODE "wlan.erp_info.barker_preamble_mode" "Barker Preamble Mode": Bool(8) & 0x4 = Names::Bools("Set", "Not set");
        ERP_INFO_RESERVED "wlan.erp_info.reserved" "Reserved": U8 Hex & 0xf8;
        EXTCAP "wlan.extcap" "Extended Capabilities": U8 Hex;
        EXTCAP_B0 "wlan.extcap.b0" "20/40 BSS Coexistence Management Support": Bool(8) & 0x1 = Names::Bools("Supported", "Not supported");
        EXTCAP_B1 "wlan.extcap.b1" "Reserved (was On-demand beacon)": U8 Hex & 0x2;
        EXTCAP_B2 "wlan.extcap.b2" "Extended Channel Switching": Bool(8) & 0x4 = Names::Bools("Supported", "Not supported");
        EXTCAP_B3 "wlan.extcap.b3" "Reserved (was WAVE indication)": U8 Hex & 0x8;
        EXTCAP_B4 "wlan.extcap.b4" "PSMP Capability": Bool(8) & 0x10 = Names::Bools("Supported", "Not supported");
        EXTCAP_B5 "wlan.extcap.b5" "Reserved": U8 Hex & 0x20;
        EXTCAP_B6 "wlan.extcap.b6" "S-PSMP Support": Bool(8) & 0x40 = Names::Bools("Supported", "Not supported");
        EXTCAP_B7 "wlan.extcap.b7" "Event": Bool(8) & 0x80 = Names::Bools("Supported", "Not supported");
        EXTCAP_B8 "wlan.extcap.b8" "Diagnostics": Bool(8) & 0x1 = Names::Bools("Supported", "Not supported");
        EXTCAP_B9 "wlan.extcap.b9" "Multicast Diagnostics": Bool(8) & 0x2 = Names::Bools("Supported", "Not supported");
        EXTCAP_B10 "wlan.extcap.b10" "Location Tracking": Bool(8) & 0x4 = Names::Bools("Supported", "Not supported");
        EXTCAP_B11 "wlan.extcap.b11" "FMS": Bool(8) & 0x8 = Names::Bools("Supported", "Not supported");
        EXTCAP_B12 "wlan.extcap.b12" "Proxy ARP Service": Bool(8) & 0x10 = Names::Bools("Supported", "Not supported");
        EXTCAP_B13 "wlan.extcap.b13" "Collocated Interference Reporting": Bool(8) & 0x20 = Names::Bools("Supported", "Not supported");
        EXTCAP_B14 "wlan.extcap.b14" "Civic Location": Bool(8) & 0x40 = Names::Bools("Supported", "Not supported");
        EXTCAP_B15 "wlan.extcap.b15" "Geospatial Location": Bool(8) & 0x80 = Names::Bools("Supported", "Not supported");
        EXTCAP_B16 "wlan.extcap.b16" "TFS": Bool(8) & 0x1 = Names::Bools("Supported", "Not supported");
        EXTCAP_B17 "wlan.extcap.b17" "WNM Sleep Mode": Bool(8) & 0x2 = Names::Bools("Supported", "Not supported");
        EXTCAP_B18 "wlan.extcap.b18" "TIM Broadcast": Bool(8) & 0x4 = Names::Bools("Supported", "Not supported");
        EXTCAP_B19 "wlan.extcap.b19" "BSS Transition": Bool(8) & 0x8 = Names::Bools("Supported", "Not supported");
        EXTCAP_B20 "wlan.extcap.b20" "QoS Traffic Capability": Bool(8) & 0x10 = Names::Bools("Supported", "Not supported");
        EXTCAP_B21 "wlan.extcap.b21" "AC Station Count": Bool(8) & 0x20 = Names::Bools("Supported", "Not supported");
        EXTCAP_B22 "wlan.extcap.b22" "Multiple BSSID": Bool(8) & 0x40 = Names::Bools("Supported", "Not supported");
        EXTCAP_B23 "wlan.extcap.b23" "Timing Measurement": Bool(8) & 0x80 = Names::Bools("Supported", "Not supported");
        EXTCAP_B24 "wlan.extcap.b24" "Channel Usage": Bool(8) & 0x1 = Names::Bools("Supported", "Not supported");
        EXTCAP_B25 "wlan.extcap.b25" "SSID List": Bool(8) & 0x2 = Names::Bools("Supported", "Not supported");
        EXTCAP_B26 "wlan.extcap.b26" "DMS": Bool(8) & 0x4 = Names::Bools("Supported", "Not supported");
        EXTCAP_B27 "wlan.extcap.b27" "UTC TSF Offset": Bool(8) & 0x8 = Names::Bools("Supported", "Not supported");
        EXTCAP_B28 "wlan.extcap.b28" "TPU Buffer STA Support": Bool(8) & 0x10 = Names::Bools("Supported", "Not supported");
        EXTCAP_B29 "wlan.extcap.b29" "TDLS Peer PSM Support": Bool(8) & 0x20 = Names::Bools("Supported", "Not supported");
        EXTCAP_B30 "wlan.extcap.b30" "TDLS channel switching": Bool(8) & 0x40 = Names::Bools("Supported", "Not supported");
        EXTCAP_B31 "wlan.extcap.b31" "Interworking": Bool(8) & 0x80 = Names::Bools("Supported", "Not supported");
        EXTCAP_B32 "wlan.extcap.b32" "QoS Map": Bool(8) & 0x1 = Names::Bools("Supported", "Not supported");
        EXTCAP_B33 "wlan.extcap.b33" "EBR": Bool(8) & 0x2 = Names::Bools("Supported", "Not supported");
        EXTCAP_B34 "wlan.extcap.b34" "SSPN Interface": Bool(8) & 0x4 = Names::Bools("Supported", "Not supported");
        EXTCAP_B35 "wlan.extcap.b35" "Reserved": U8 Hex & 0x8;
        EXTCAP_B36 "wlan.extcap.b36" "MSGCF Capability": Bool(8) & 0x10 = Names::Bools("Supported", "Not supported");
        EXTCAP_B37 "wlan.extcap.b37" "TDLS Support": Bool(8) & 0x20 = Names::Bools("Supported", "Not supported");
        EXTCAP_B38 "wlan.extcap.b38" "TDLS Prohibited": Bool(8) & 0x40 = Names::Bools("Supported", "Not supported");
        EXTCAP_B39 "wlan.extcap.b39" "TDLS Channel Switching Prohibited": Bool(8) & 0x80 = Names::Bools("Supported", "Not supported");
        EXTCAP_B40 "wlan.extcap.b40" "Reject Unadmitted Frame": Bool(8) & 0x1 = Names::Bools("Supported", "Not supported");
        EXTCAP_SERV_INT_GRANULARITY "wlan.extcap.serv_int_granularity" "Service Interval Granularity": U8 Dec & 0xe = names::EXTCAP_SERV_INT_GRANULARITY;
        EXTCAP_B44 "wlan.extcap.b44" "Identifier Location": Bool(8) & 0x10 = Names::Bools("Supported", "Not supported");
        EXTCAP_B45 "wlan.extcap.b45" "U-APSD Coexistence": Bool(8) & 0x20 = Names::Bools("Supported", "Not supported");
        EXTCAP_B46 "wlan.extcap.b46" "WNM Notification": Bool(8) & 0x40 = Names::Bools("Supported", "Not supported");
        EXTCAP_B47 "wlan.extcap.b47" "QAB Capability": U8 Hex & 0x80;
        EXTCAP_B48 "wlan.extcap.b48" "UTF-8 SSID": Bool(8) & 0x1 = Names::Bools("Supported", "Not supported");
        EXTCAP_B49 "wlan.extcap.b49" "QMF Activated": Bool(8) & 0x2;
        EXTCAP_B50 "wlan.extcap.b50" "QMF Reconfiguration Activated": Bool(8) & 0x4;
        EXTCAP_B51 "wlan.extcap.b51" "Robust AV Streaming": Bool(8) & 0x8;
        EXTCAP_B52 "wlan.extcap.b52" "Advanced GCR": Bool(8) & 0x10;
        EXTCAP_B53 "wlan.extcap.b53" "Mesh GCR": Bool(8) & 0x20;
        EXTCAP_B54 "wlan.extcap.b54" "SCS": Bool(8) & 0x40;
        EXTCAP_B55 "wlan.extcap.b55" "QLoad Report": Bool(8) & 0x80;
        EXTCAP_B56 "wlan.extcap.b56" "Alternate EDCA": Bool(8) & 0x1;
        EXTCAP_B57 "wlan.extcap.b57" "Unprotected TXOP Negotiation": Bool(8) & 0x2;
        EXTCAP_B58 "wlan.extcap.b58" "Protected TXOP Negotiation": Bool(8) & 0x4;
        EXTCAP_B59 "wlan.extcap.b59" "Reserved": U8 Hex & 0x8;
        EXTCAP_B60 "wlan.extcap.b60" "Protected QLoad Report": Bool(8) & 0x10;
        EXTCAP_B61 "wlan.extcap.b61" "TDLS Wider Bandwidth": Bool(8) & 0x20 = Names::Bools("Supported", "Not supported");
        EXTCAP_B62 "wlan.extcap.b62" "Operating Mode Notification": Bool(8) & 0x40 = Names::Bools("Supported", "Not supported");
        EXTCAP_B63 "wlan.extcap.b63" "Max Number Of MSDUs In A-MSDU": U8 Dec & 0x80 = names::EXTCAP_B63;
        EXTCAP_B65 "wlan.extcap.b65" "Channel Schedule Management": Bool(16) & 0x200;
        EXTCAP_B66 "wlan.extcap.b66" "Geodatabase Inband Enabling Signal": Bool(16) & 0x400;
        EXTCAP_B67 "wlan.extcap.b67" "Network Channel Control": Bool(16) & 0x800;
        EXTCAP_B68 "wlan.extcap.b68" "White Space Map": Bool(16) & 0x1000;
        EXTCAP_B69 "wlan.extcap.b69" "Channel Availability Query": Bool(16) & 0x2000;
        EXTCAP_B70 "wlan.extcap.b70" "Fine Timing Measurement Responder": Bool(16) & 0x4000;
        EXTCAP_B71 "wlan.extcap.b71" "Fine Timing Measurement Initiator": Bool(16) & 0x8000;
        EXTCAP_B72 "wlan.extcap.b72" "FILS Capable": Bool(8) & 0x1;
        EXTCAP_B73 "wlan.extcap.b73" "Extended Spectrum Management Capable": Bool(8) & 0x2;
        EXTCAP_B74 "wlan.extcap.b74" "Future Channel Capable": Bool(8) & 0x4;
        EXTCAP_B75 "wlan.extcap.b75" "Reserved": U8 Hex & 0x8;
        EXTCAP_B76 "wlan.extcap.b76" "Reserved": U8 Hex & 0x10;
        EXTCAP_B77 "wlan.extcap.b77" "TWT Requester Support": Bool(8) & 0x20;
        EXTCAP_B78 "wlan.extcap.b78" "TWT Responder Support": Bool(8) & 0x40;
        EXTCAP_B79 "wlan.extcap.b79" "OBSS Narrow Bandwidth RU in UL OFDMA Tolerance Support": Bool(8) & 0x80;
        EXTCAP_B80 "wlan.extcap.b80" "Complete List of NonTxBSSID Profiles": Bool(8) & 0x1;
        EXTCAP_B81 "wlan.extcap.b81" "SAE Password Identifiers In Use": Bool(8) & 0x2;
        EXTCAP_B82 "wlan.extcap.b82" "SAE Passwords Used Exclusively": Bool(8) & 0x4;
        EXTCAP_B83 "wlan.extcap.b83" "Enhanced Multi-BSSID Advertisement Support": Bool(8) & 0x8;
        EXTCAP_B84 "wlan.extcap.b84" "Beacon Protection Enabled": Bool(8) & 0x10;
        EXTCAP_B85 "wlan.extcap.b85" "Mirrored SCS": Bool(8) & 0x20;
        EXTCAP_B86 "wlan.extcap.b86" "OCT": Bool(8) & 0x40;
        EXTCAP_B87 "wlan.extcap.b87" "Reserved": U8 Hex & 0x80;
        EXTCAP_B88 "wlan.extcap.b88" "SAE-PK Passwords Used Exclusively": Bool(8) & 0x1;
        EXTCAP_B89 "wlan.extcap.b89" "TWT Parameters Range Support": U8 Hex & 0x2;
        EXTCAP_B90 "wlan.extcap.b90" "non-TB Ranging Responder": Bool(8) & 0x4;
        EXTCAP_B91 "wlan.extcap.b91" "TB Ranging Responder": Bool(8) & 0x8;
        EXTCAP_B92 "wlan.extcap.b92" "TB Ranging Responder Measurement Support": Bool(8) & 0x10;
        EXTCAP_B93 "wlan.extcap.b93" "TB Ranging Initiator Measurement Support": Bool(8) & 0x20;
        EXTCAP_B94 "wlan.extcap.b94" "AOA Measurement Available": Bool(8) & 0x40;
        EXTCAP_B95 "wlan.extcap.b95" "Phase Shift Feedback Support": Bool(8) & 0x80;
        CISCO_CCX1_UNKNOWN "wlan.cisco.ccx1.unknown" "Unknown": Bytes;
        CISCO_CCX1_NAME "wlan.cisco.ccx1.name" "Name": Str;
        CISCO_CCX1_CLIENTS "wlan.cisco.ccx1.clients" "Clients": U8 Dec;
        CISCO_CCX1_UNKNOWN2 "wlan.cisco.ccx1.unknown2" "Unknown2": Bytes;
        SUPOPECLASS_CURRENT "wlan.supopeclass.current" "Current Operating Class": U8 Dec;
        SUPOPECLASS_ALT "wlan.supopeclass.alt" "Alternate Operating Classes": None;
        WFA_IE_TYPE "wlan.wfa.ie.type" "Type": U8 Hex = names::WFA_IE_TYPE;
        WFA_IE_WPA_VERSION "wlan.wfa.ie.wpa.version" "WPA Version": U16 Dec;
        WFA_IE_WPA_MCS "wlan.wfa.ie.wpa.mcs" "Multicast Cipher Suite": U32 Custom = Names::Custom(tags::rsn::wpa_cipher_text);
        WFA_IE_WPA_MCS_OUI "wlan.wfa.ie.wpa.mcs.oui" "Multicast Cipher Suite OUI": U24 Oui;
        WFA_IE_WPA_MCS_TYPE "wlan.wfa.ie.wpa.mcs.type" "Multicast Cipher Suite type": U8 Dec = names::WFA_IE_WPA_MCS_TYPE;
        WFA_IE_WPA_UCS_COUNT "wlan.wfa.ie.wpa.ucs.count" "Unicast Cipher Suite Count": U16 Dec;
        WFA_IE_WPA_UCS_LIST "wlan.wfa.ie.wpa.ucs.list" "Unicast Cipher Suite List": None;
        WFA_IE_WPA_UCS "wlan.wfa.ie.wpa.ucs" "Unicast Cipher Suite": U32 Custom = Names::Custom(tags::rsn::wpa_cipher_text);
        WFA_IE_WPA_UCS_OUI "wlan.wfa.ie.wpa.ucs.oui" "Unicast Cipher Suite OUI": U24 Oui;
        WFA_IE_WPA_UCS_TYPE "wlan.wfa.ie.wpa.ucs.type" "Unicast Cipher Suite type": U8 Dec = names::WFA_IE_WPA_MCS_TYPE;
        WFA_IE_WPA_AKMS_COUNT "wlan.wfa.ie.wpa.akms.count" "Auth Key Management (AKM) Suite Count": U16 Dec;
        WFA_IE_WPA_AKMS_LIST "wlan.wfa.ie.wpa.akms.list" "Auth Key Management (AKM) List": None;
        WFA_IE_WPA_AKMS "wlan.wfa.ie.wpa.akms" "Auth Key Management (AKM) Suite": U32 Custom = Names::Custom(tags::rsn::wpa_key_text);
        WFA_IE_WPA_AKMS_OUI "wlan.wfa.ie.wpa.akms.oui" "Auth Key Management (AKM) OUI": U24 Oui;
        WFA_IE_WPA_TYPE "wlan.wfa.ie.wpa.type" "Auth Key Management (AKM) type": U8 Dec = names::WFA_IE_WPA_TYPE;
        WFA_IE_WME_SUBTYPE "wlan.wfa.ie.wme.subtype" "WME Subtype": U8 Dec = names::WFA_IE_WME_SUBTYPE;
        WFA_IE_WME_VERSION "wlan.wfa.ie.wme.version" "WME Version": U8 Dec;
        WFA_IE_WME_QOS_INFO "wlan.wfa.ie.wme.qos_info" "WME QoS Info": U8 Hex;
        WFA_IE_WME_QOS_INFO_STA_MAX_SP_LENGTH "wlan.wfa.ie.wme.qos_info.sta.max_sp_length" "Max SP Length": U8 Hex & 0x60 = names::WFA_IE_WME_QOS_INFO_STA_MAX_SP_LENGTH;
        WFA_IE_WME_QOS_INFO_STA_AC_BE "wlan.wfa.ie.wme.qos_info.sta.ac_be" "AC_BE": Bool(8) & 0x8 = Names::Bools("WMM delivery and trigger enabled", "non-WMM PS");
        WFA_IE_WME_QOS_INFO_STA_AC_BK "wlan.wfa.ie.wme.qos_info.sta.ac_bk" "AC_BK": Bool(8) & 0x4 = Names::Bools("WMM delivery and trigger enabled", "non-WMM PS");
        WFA_IE_WME_QOS_INFO_STA_AC_VI "wlan.wfa.ie.wme.qos_info.sta.ac_vi" "AC_VI": Bool(8) & 0x2 = Names::Bools("WMM delivery and trigger enabled", "non-WMM PS");
        WFA_IE_WME_QOS_INFO_STA_AC_VO "wlan.wfa.ie.wme.qos_info.sta.ac_vo" "AC_VO": Bool(8) & 0x1 = Names::Bools("WMM delivery and trigger enabled", "non-WMM PS");
        WFA_IE_WME_QOS_INFO_STA_RESERVED "wlan.wfa.ie.wme.qos_info.sta.reserved" "Reserved": U8 Hex & 0x90;
        WFA_IE_WME_QOS_INFO_AP_U_APSD "wlan.wfa.ie.wme.qos_info.ap.u_apsd" "U-APSD": Bool(8) & 0x80 = Names::Bools("Enabled", "Disabled");
        WFA_IE_WME_QOS_INFO_AP_PARAMETER_SET_COUNT "wlan.wfa.ie.wme.qos_info.ap.parameter_set_count" "Parameter Set Count": U8 Hex & 0xf;
        WFA_IE_WME_QOS_INFO_AP_RESERVED "wlan.wfa.ie.wme.qos_info.ap.reserved" "Reserved": U8 Hex & 0x70;
        WFA_IE_WME_RESERVED "wlan.wfa.ie.wme.reserved" "Reserved": Bytes;
        WFA_IE_WME_ACP "wlan.wfa.ie.wme.acp" "Ac Parameters": None;
        WFA_IE_WME_ACP_ACI_AIFSN "wlan.wfa.ie.wme.acp.aci_aifsn" "ACI / AIFSN Field": U8 Hex;
        WFA_IE_WME_ACP_ACI "wlan.wfa.ie.wme.acp.aci" "ACI": U8 Dec & 0x60 = names::QOS_HIGHEST_PRI_BUF_AC;
        WFA_IE_WME_ACP_ACM "wlan.wfa.ie.wme.acp.acm" "Admission Control Mandatory": Bool(8) & 0x10 = Names::Bools("Yes", "No");
        WFA_IE_WME_ACP_AIFSN "wlan.wfa.ie.wme.acp.aifsn" "AIFSN": U8 Dec & 0xf;
        WFA_IE_WME_ACP_RESERVED "wlan.wfa.ie.wme.acp.reserved" "Reserved": U8 Dec & 0x80;
        WFA_IE_WME_ACP_ECW "wlan.wfa.ie.wme.acp.ecw" "ECW": U8 Hex;
        WFA_IE_WME_ACP_ECW_MAX "wlan.wfa.ie.wme.acp.ecw.max" "ECW Max": U8 Dec & 0xf0;
        WFA_IE_WME_ACP_ECW_MIN "wlan.wfa.ie.wme.acp.ecw.min" "ECW Min": U8 Dec & 0xf;
        WFA_IE_WME_ACP_CW_MAX "wlan.wfa.ie.wme.acp.cw.max" "CW Max": U8 Dec;
        WFA_IE_WME_ACP_CW_MIN "wlan.wfa.ie.wme.acp.cw.min" "CW Min": U8 Dec;
        WFA_IE_WME_ACP_TXOP_LIMIT "wlan.wfa.ie.wme.acp.txop_limit" "TXOP Limit": U16 Dec;
        WFA_IE_WME_TSPEC_TS_INFO "wlan.wfa.ie.wme.tspec.ts_info" "TS Info": U24 Hex;
        WFA_IE_WME_TSPEC_TS_INFO_TID "wlan.wfa.ie.wme.tspec.ts_info.tid" "TID": U24 Dec & 0x1e;
        WFA_IE_WME_TSPEC_TS_INFO_DIR "wlan.wfa.ie.wme.tspec.ts_info.dir" "Direction": U24 Dec & 0x60 = names::WFA_IE_WME_TSPEC_TS_INFO_DIR;
        WFA_IE_WME_TSPEC_TS_INFO_PSB "wlan.wfa.ie.wme.tspec.ts_info.psb" "PSB": U24 Dec & 0x400 = names::WFA_IE_WME_TSPEC_TS_INFO_PSB;
        WFA_IE_WME_TSPEC_TS_INFO_UP "wlan.wfa.ie.wme.tspec.ts_info.up" "UP": U24 Dec & 0x3800 = names::WFA_IE_WME_TSPEC_TS_INFO_UP;
        WFA_IE_WME_TSPEC_TS_INFO_RESERVED "wlan.wfa.ie.wme.tspec.ts_info.reserved" "Reserved": U24 Hex & 0xffc381;
        WFA_IE_WME_TSPEC_NOR_MSDU "wlan.wfa.ie.wme.tspec.nor_msdu" "Normal MSDU Size": U16 Dec;
        WFA_IE_WME_TSPEC_MAX_MSDU "wlan.wfa.ie.wme.tspec.max_msdu" "Maximum MSDU Size": U16 Dec;
        WFA_IE_WME_TSPEC_MIN_SRV "wlan.wfa.ie.wme.tspec.min_srv" "Minimum Service Interval": U32 Dec;
        WFA_IE_WME_TSPEC_MAX_SRV "wlan.wfa.ie.wme.tspec.max_srv" "Maximum Service Interval": U32 Dec;
        WFA_IE_WME_TSPEC_INACT_INT "wlan.wfa.ie.wme.tspec.inact_int" "Inactivity Interval": U32 Dec;
        WFA_IE_WME_TSPEC_SUSP_INT "wlan.wfa.ie.wme.tspec.susp_int" "Suspension Interval": U32 Dec;
        WFA_IE_WME_TSPEC_SRV_START "wlan.wfa.ie.wme.tspec.srv_start" "Service Start Time": U32 Dec;
        WFA_IE_WME_TSPEC_MIN_DATA "wlan.wfa.ie.wme.tspec.min_data" "Minimum Data Rate": U32 Dec;
        WFA_IE_WME_TSPEC_MEAN_DATA "wlan.wfa.ie.wme.tspec.mean_data" "Mean Data Rate": U32 Dec;
        WFA_IE_WME_TSPEC_PEAK_DATA "wlan.wfa.ie.wme.tspec.peak_data" "Peak Data Rate": U32 Dec;
        WFA_IE_WME_TSPEC_BURST_SIZE "wlan.wfa.ie.wme.tspec.burst_size" "Burst Size": U32 Dec;
        WFA_IE_WME_TSPEC_DELAY_BOUND "wlan.wfa.ie.wme.tspec.delay_bound" "Delay Bound": U32 Dec;
        WFA_IE_WME_TSPEC_MIN_PHY "wlan.wfa.ie.wme.tspec.min_phy" "Minimum PHY Rate": U32 Dec;
        WFA_IE_WME_TSPEC_SURPLUS "wlan.wfa.ie.wme.tspec.surplus" "Surplus Bandwidth Allowance": U16 Dec;
        WFA_IE_WME_TSPEC_MEDIUM "wlan.wfa.ie.wme.tspec.medium" "Medium Time": U16 Dec;
        RSN_IE_PMKID "wlan.rsn.ie.pmkid" "PMKID": Bytes;
        RSN_IE_KDE_DATA_TYPE "wlan.rsn.ie.kde.data_type" "Data Type": U16 Dec = names::RSN_IE_KDE_DATA_TYPE;
        RSN_IE_GTK_KDE_KEY_ID "wlan.rsn.ie.gtk_kde.key_id" "Key ID": U8 Hex & 0x3;
        RSN_IE_GTK_KDE_TX "wlan.rsn.ie.gtk_kde.tx" "Tx": Bool(8) & 0x4 = Names::Bools("Temporal key used for both transmission and reception", "Temporal key used only for reception");
        RSN_IE_GTK_KDE_RES1 "wlan.rsn.ie.gtk_kde.res1" "Reserved": U8 Hex & 0xf8;
        RSN_IE_GTK_KDE_RES2 "wlan.rsn.ie.gtk_kde.res2" "Reserved": U8 Hex;
        RSN_IE_GTK_KDE_GTK "wlan.rsn.ie.gtk_kde.gtk" "GTK": Bytes;
        RSN_IE_UNKNOWN "wlan.rsn.ie.unknown" "RSN Unknown": Bytes;
        ATHEROS_IE_TYPE "wlan.atheros.ie.type" "Type": U8 Hex = names::ATHEROS_IE_TYPE;
        ATHEROS_IE_SUBTYPE "wlan.atheros.ie.subtype" "Subtype": U8 Hex;
        ATHEROS_IE_VERSION "wlan.atheros.ie.version" "Version": U8 Hex;
        IE_ATHEROS_CAPABILITIES_TURBOP "wlan.ie.atheros.capabilities.turbop" "Turbo Prime": Bool(8) & 0x1;
        IE_ATHEROS_CAPABILITIES_COMP "wlan.ie.atheros.capabilities.comp" "Compression": Bool(8) & 0x2;
        IE_ATHEROS_CAPABILITIES_FF "wlan.ie.atheros.capabilities.ff" "Fast Frames": Bool(8) & 0x4;
        IE_ATHEROS_CAPABILITIES_XR "wlan.ie.atheros.capabilities.xr" "eXtended Range": Bool(8) & 0x8;
        IE_ATHEROS_CAPABILITIES_AR "wlan.ie.atheros.capabilities.ar" "Advanced Radar": Bool(8) & 0x10;
        IE_ATHEROS_CAPABILITIES_BURST "wlan.ie.atheros.capabilities.burst" "Burst": Bool(8) & 0x20;
        IE_ATHEROS_CAPABILITIES_WME "wlan.ie.atheros.capabilities.wme" "CWMin tuning": Bool(8) & 0x40;
        IE_ATHEROS_CAPABILITIES_BOOST "wlan.ie.atheros.capabilities.boost" "Boost": Bool(8) & 0x80;
        ATHEROS_IE_ADVCAP_CAP "wlan.atheros.ie.advcap.cap" "Capabilities": U8 Hex;
        ATHEROS_IE_ADVCAP_DEFKEY "wlan.atheros.ie.advcap.defkey" "Default key index": U16 Hex;
        ATHEROS_IE_XR_INFO "wlan.atheros.ie.xr.info" "Info": U8 Hex;
        ATHEROS_IE_XR_BASE_BSSID "wlan.atheros.ie.xr.base_bssid" "Base BSS Id": Ether;
        ATHEROS_IE_XR_XR_BSSID "wlan.atheros.ie.xr.xr_bssid" "XR BSS Id": Ether;
        ATHEROS_IE_XR_XR_BEACON "wlan.atheros.ie.xr.xr_beacon" "XR Beacon Interval": U32 Custom = Names::Custom(mgt::beacon_interval);
        ATHEROS_IE_XR_BASE_CAP "wlan.atheros.ie.xr.base_cap" "Base capabilities": U8 Hex;
        ATHEROS_IE_XR_XR_CAP "wlan.atheros.ie.xr.xr_cap" "XR capabilities": U8 Hex;
        ATHEROS_DATA "wlan.atheros.data" "Atheros IE data": Bytes;
        AIRONET_TYPE "wlan.aironet.type" "Aironet IE type": U8 Dec = names::AIRONET_TYPE;
        AIRONET_DTPC "wlan.aironet.dtpc" "Aironet IE CCX DTCP": I8 Dec = Names::Unit(" dBm", " dBm");
        AIRONET_DTPC_UNKNOWN "wlan.aironet.dtpc_unknown" "Aironet IE CCX DTCP Unknown": Bytes;
        AIRONET_VERSION "wlan.aironet.version" "Aironet IE CCX version": U8 Dec;
        AIRONET_DATA "wlan.aironet.data" "Aironet IE data": Bytes;
        QBSS_VERSION "wlan.qbss.version" "QBSS Version": U8 Dec;
        QBSS_SCOUNT "wlan.qbss.scount" "Station Count": U16 Dec;
        QBSS_CU "wlan.qbss.cu" "Channel Utilization": U8 Dec;
        QBSS_ADC "wlan.qbss.adc" "Available Admission Capacity": U8 Dec;
        AIRONET_QOS_RESERVED "wlan.aironet.qos.reserved" "Aironet IE QoS reserved": U8 Hex;
        AIRONET_QOS_PARAMSET "wlan.aironet.qos.paramset" "Aironet IE QoS paramset": U8 Dec;
        AIRONET_QOS_VAL "wlan.aironet.qos.val" "Aironet IE QoS valueset": Bytes;
        AIRONET_CLIENTMFP "wlan.aironet.clientmfp" "Aironet IE Client MFP": Bool(8) & 0x1 = Names::Bools("Enabled", "Disabled");
        VS_ARUBA_SUBTYPE "wlan.vs.aruba.subtype" "Subtype": U8 Dec = names::VS_ARUBA_SUBTYPE;
        VS_ARUBA_AP_NAME "wlan.vs.aruba.ap_name" "AP Name": StrZ;
        VS_ARUBA_DATA "wlan.vs.aruba.data" "Data": Bytes;
        VS_RUCKUS_APNAME "wlan.vs.ruckus.apname" "AP Name": Str;
        VS_RUCKUS_DATA "wlan.vs.ruckus.data" "Data": Bytes;
        EXTENDED_SUPPORTED_RATES "wlan.extended_supported_rates" "Extended Supported Rates": U8 Hex = names::SUPPORTED_RATES;
        HTC "wlan.htc" "HT Control (+HTC)": U32 Hex;
        HTC_VHT "wlan.htc.vht" "VHT": Bool(32) & 0x1;
        HTC_HE "wlan.htc.he" "HE": Bool(32) & 0x2;
        HTC_HE_A_CONTROL_CTRL_ID "wlan.htc.he.a_control.ctrl_id" "Control ID": U32 Dec;
        HTC_LAC "wlan.htc.lac" "Link Adaptation Control (LAC)": U32 Hex & 0xfffe;
        HTC_LAC_TRQ "wlan.htc.lac.trq" "Training Request (TRQ)": Bool(16) & 0x2 = Names::Bools("Want sounding PPDU", "Don't want sounding PPDU");
        HTC_LAC_MAI_ASELI "wlan.htc.lac.mai.aseli" "Antenna Selection Indication (ASELI)": U16 Hex & 0x3c;
        HTC_LAC_MAI_MRQ "wlan.htc.lac.mai.mrq" "MCS Request (MRQ)": Bool(16) & 0x4 = Names::Bools("MCS feedback requested", "No MCS feedback requested");
        HTC_LAC_MAI_MSI "wlan.htc.lac.mai.msi" "MCS Request Sequence Identifier (MSI)": U16 Hex & 0x38;
        HTC_LAC_MAI_RESERVED "wlan.htc.lac.mai.reserved" "Reserved": U16 Hex & 0x38;
        HTC_LAC_MFSI "wlan.htc.lac.mfsi" "MCS Feedback Sequence Identifier (MFSI)": U16 Dec & 0x1c0;
        HTC_LAC_ASEL_COMMAND "wlan.htc.lac.asel.command" "Antenna Selection (ASEL) Command": U16 Hex & 0xe00 = names::HTC_LAC_ASEL_COMMAND;
        HTC_LAC_ASEL_DATA "wlan.htc.lac.asel.data" "Antenna Selection (ASEL) Data": U16 Hex & 0xf000;
        HTC_LAC_MFB "wlan.htc.lac.mfb" "MCS Feedback (MFB)": U16 Hex & 0xfe00;
        HTC_CAL_POS "wlan.htc.cal.pos" "Calibration Position": U32 Dec & 0x30000 = names::HTC_CAL_POS;
        HTC_CAL_SEQ "wlan.htc.cal.seq" "Calibration Sequence Identifier": U32 Dec & 0xc0000;
        HTC_RESERVED1 "wlan.htc.reserved1" "Reserved": U32 Hex & 0x300000;
        HTC_CSI_STEERING "wlan.htc.csi_steering" "CSI/Steering": U32 Dec & 0xc00000 = names::HTC_CSI_STEERING;
        HTC_NDP_ANNOUNCEMENT "wlan.htc.ndp_announcement" "NDP Announcement": Bool(32) & 0x1000000 = Names::Bools("NDP will follow", "No NDP will follow");
        HTC_RESERVED2 "wlan.htc.reserved2" "Reserved": U32 Hex & 0x3e000000;
        HTC_MRQ "wlan.htc.mrq" "MRQ": Bool(32) & 0x4;
        HTC_MSI "wlan.htc.msi" "MSI": U32 Dec & 0x38;
        HTC_MSI_STBC_RESERVED "wlan.htc.msi_stbc_reserved" "Reserved": U32 Hex & 0x38;
        HTC_COMPRESSED_MSI "wlan.htc.compressed_msi" "Compressed MSI": U32 Dec & 0x18;
        HTC_PPDU_STBC_ENCODED "wlan.htc.ppdu_stbc_encoded" "PPDU was STBC encoded": Bool(32) & 0x20;
        HTC_MFSI "wlan.htc.mfsi" "MFSI": Bool(32) & 0x1c0;
        HTC_GID_L "wlan.htc.gid_l" "GID-L": Bool(32) & 0x1c0;
        HTC_MFB "wlan.htc.mfb" "MFB": U32 Hex & 0xfffe00;
        HTC_NUM_STS "wlan.htc.num_sts" "NUM_STS": U32 Dec & 0xe00;
        HTC_VHT_MCS "wlan.htc.vht_mcs" "VHT-MCS": U32 Dec & 0xf000;
        HTC_BW "wlan.htc.bw" "BW": U32 Dec & 0x30000 = names::HTC_BW;
        HTC_SNR "wlan.htc.snr" "SNR": I32 Dec & 0xfc0000;
        HTC_RESERVED3 "wlan.htc.reserved3" "Reserved": U32 Hex & 0x1f000000;
        HTC_GID_H "wlan.htc.gid_h" "GID-H": U32 Dec & 0x7000000;
        HTC_CODING_TYPE "wlan.htc.coding_type" "Coding type": U32 Dec & 0x8000000 = names::HTC_CODING_TYPE;
        HTC_FB_TX_TYPE "wlan.htc.fb_tx_type" "FB Tx type": U32 Dec & 0x10000000 = names::HTC_FB_TX_TYPE;
        HTC_UNSOLICITED_MFB "wlan.htc.unsolicited_mfb" "Unsolicited MFB": Bool(32) & 0x20000000;
        HTC_AC_CONSTRAINT "wlan.htc.ac_constraint" "AC Constraint": Bool(32) & 0x40000000;
        HTC_RDG_MORE_PPDU "wlan.htc.rdg_more_ppdu" "RDG/More PPDU": Bool(32) & 0x80000000;
        MOBILITY_DOMAIN_MDID "wlan.mobility_domain.mdid" "Mobility Domain Identifier": U16 Hex;
        MOBILITY_DOMAIN_FT_CAPAB "wlan.mobility_domain.ft_capab" "FT Capability and Policy": U8 Hex;
        MOBILITY_DOMAIN_FT_CAPAB_FT_OVER_DS "wlan.mobility_domain.ft_capab.ft_over_ds" "Fast BSS Transition over DS": U8 Hex & 0x1;
        MOBILITY_DOMAIN_FT_CAPAB_RESOURCE_REQ "wlan.mobility_domain.ft_capab.resource_req" "Resource Request Protocol Capability": U8 Hex & 0x2;
        MOBILITY_DOMAIN_FT_CAPAB_RESERVED "wlan.mobility_domain.ft_capab.reserved" "Reserved": U8 Hex & 0xfc;
        BSS_MAX_IDLE_PERIOD "wlan.bss_max_idle.period" "BSS Max Idle Period (1000 TUs)": U16 Dec;
        BSS_MAX_IDLE_OPTIONS_PROTECTED "wlan.bss_max_idle.options.protected" "BSS Max Idle Period Options: Protected Keep-Alive Required": U8 Dec & 0x1;
        INTERWORKING_ACCESS_NETWORK_TYPE "wlan.interworking.access_network_type" "Access Network Type": U8 Dec & 0xf = names::INTERWORKING_ACCESS_NETWORK_TYPE;
        INTERWORKING_INTERNET "wlan.interworking.internet" "Internet": U8 Dec & 0x10;
        INTERWORKING_ASRA "wlan.interworking.asra" "ASRA": U8 Dec & 0x20;
        INTERWORKING_ESR "wlan.interworking.esr" "ESR": U8 Dec & 0x40;
        INTERWORKING_UESA "wlan.interworking.uesa" "UESA": U8 Dec & 0x80;
        INTERWORKING_HESSID "wlan.interworking.hessid" "HESSID": Ether;
        TIMEOUT_INT_TYPE "wlan.timeout_int.type" "Timeout Interval Type": U8 Dec = names::TIMEOUT_INT_TYPE;
        TIMEOUT_INT_VALUE "wlan.timeout_int.value" "Timeout Interval Value": U32 Dec;
        LINK_ID_BSSID "wlan.link_id.bssid" "BSSID": Ether;
        LINK_ID_INIT_STA "wlan.link_id.init_sta" "TDLS initiator STA Address": Ether;
        LINK_ID_RESP_STA "wlan.link_id.resp_sta" "TDLS responder STA Address": Ether;
        RSNX "wlan.rsnx" "RSNX": U8 Hex;
        RSNX_LENGTH "wlan.rsnx.length" "RSNX Length": U8 Dec & 0xf;
        RSNX_PROTECTED_TWT_OPERATIONS_SUPPORT "wlan.rsnx.protected_twt_operations_support" "Protected TWT Operations Support": U8 Dec & 0x10;
        RSNX_SAE_HASH_TO_ELEMENT "wlan.rsnx.sae_hash_to_element" "SAE Hash to element": U8 Dec & 0x20;
        RSNX_RESERVED "wlan.rsnx.reserved" "Reserved": U8 Hex & 0xc0;
        RSNX_SECURE_LTF_SUPPORT "wlan.rsnx.secure_ltf_support" "Secure LTF Support": Bool(8) & 0x1;
        RSNX_SECURE_RTT_SUPPORTED "wlan.rsnx.secure_rtt_supported" "Secure RTT Supported": Bool(8) & 0x2;
        RSNX_RNMMFP "wlan.rsnx.rnmmfp" "Range Protection Required (RNM-MFP)": Bool(8) & 0x4;
        RSNX_RESERVED_B11THRU15 "wlan.rsnx.reserved.b11thru15" "Reserved": U8 Hex & 0xf8;
        FC_TYPE_2 "wlan.fc.type" "Type": U16 Hex & 0x1c = pv1::TYPES;
        EXTCAP_2 "wlan.extcap" "Extended Capabilities": U16 Hex;
        EXTCAP_B56_2 "wlan.extcap.b56" "Alternate EDCA": Bool(16) & 0x1;
        EXTCAP_B57_2 "wlan.extcap.b57" "Unprotected TXOP Negotiation": Bool(16) & 0x2;
        EXTCAP_B58_2 "wlan.extcap.b58" "Protected TXOP Negotiation": Bool(16) & 0x4;
        EXTCAP_B59_2 "wlan.extcap.b59" "Reserved": U16 Hex & 0x8;
        EXTCAP_B60_2 "wlan.extcap.b60" "Protected QLoad Report": Bool(16) & 0x10;
        EXTCAP_B61_2 "wlan.extcap.b61" "TDLS Wider Bandwidth": Bool(16) & 0x20 = Names::Bools("Supported", "Not supported");
        EXTCAP_B62_2 "wlan.extcap.b62" "Operating Mode Notification": Bool(16) & 0x40 = Names::Bools("Supported", "Not supported");
        EXTCAP_B63_2 "wlan.extcap.b63" "Max Number Of MSDUs In A-MSDU": U16 Dec & 0x180 = names::EXTCAP_B63;
        HTA_CAPABILITIES_2 "wlan.hta.capabilities" "HT Additional Capabilities": U16 Hex;
        RSNX_RESERVED_2 "wlan.rsnx.reserved" "Reserved": U8 Hex;
    }
    experts {
        FC_RETRY_EXPERT "wlan.fc.retry.expert" Note Sequence "Retransmission (retry)";
        HTC_HE_A_CONTROL_CTRL_ID_INVALID "wlan.htc.he.a_control.ctrl_id.invalid" Error Malformed "Invalid control word";
        QOS_INFO_BAD_AIFSN "wlan.qos_info.bad_aifsn" Warn Malformed "Invalid AIFSN";
        TAG_DATA_UNDECODED "wlan.tag.data.undecoded" Note Undecoded "Dissector for 802.11 IE Tag code not implemented, Contact Wireshark developers if you want this supported";
        TAG_LENGTH_BAD "wlan.tag.length.bad" Error Malformed "Bad tag length";
        RSN_PCS_COUNT_INVALID "wlan.rsn.pcs.count.invalid" Error Malformed "Pairwise Cipher Suite Count too large";
        RSN_AKMS_COUNT_INVALID "wlan.rsn.akms.count.invalid" Error Malformed "Auth Key Management (AKM) Suite Count too large";
        RSN_PMKID_COUNT_INVALID "wlan.rsn.pmkid.count.invalid" Error Malformed "PMKID Count too large";
    }
}

/// Bits of the flags, the second byte of the frame control field.
pub mod flags {
    #![allow(missing_docs)]
    pub const TO_DS: u8 = 0x01;
    pub const FROM_DS: u8 = 0x02;
    pub const MORE_FRAGMENTS: u8 = 0x04;
    pub const RETRY: u8 = 0x08;
    pub const POWER: u8 = 0x10;
    pub const MORE_DATA: u8 = 0x20;
    pub const PROTECTED: u8 = 0x40;
    pub const ORDER: u8 = 0x80;
}

/// The header, as far as later parts need it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head {
    /// Type and subtype, as `wlan.fc.type_subtype` has them.
    pub kind: u16,
    /// The flags byte.
    pub flags: u8,
    /// Whether a frame check sequence ends the frame.
    pub fcs: bool,
    /// Sequence and fragment number.
    pub sequence: Option<(u16, u8)>,
    /// Destination and source, where the frame has both.
    pub ends: Option<([u8; 6], [u8; 6])>,
}

impl Head {
    /// 0 management, 1 control, 2 data, 3 extension.
    #[must_use]
    pub fn class(&self) -> u16 {
        if self.kind > 0xff { 1 } else { self.kind >> 4 }
    }

    /// Whether the flags have one of these bits.
    #[must_use]
    pub fn has(&self, bits: u8) -> bool {
        self.flags & bits != 0
    }
}

/// The name of a type and subtype.
fn kind_name(kind: u16) -> &'static str {
    names::FC_TYPE_SUBTYPE.or(u64::from(kind), "Unrecognized (Reserved frame)")
}

/// `.pm.R.F.C` and the like.
fn write_flags(o: &mut Out<'_>, flags: u8, fcs: bool) {
    for (bit, letter) in [
        (flags::ORDER, b'o'),
        (flags::PROTECTED, b'p'),
        (flags::MORE_DATA, b'm'),
        (flags::POWER, b'P'),
        (flags::RETRY, b'R'),
        (flags::MORE_FRAGMENTS, b'M'),
        (flags::FROM_DS, b'F'),
        (flags::TO_DS, b'T'),
    ] {
        o.c(if flags & bit != 0 { letter } else { b'.' });
    }
    // There is a check sequence, and nobody says whether it is good.
    if fcs {
        o.c(b'C');
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("802.11");
    cx.info_clear();
    let all = c;
    let item = cx.proto_item();
    cx.label(item, |o| _ = o.s("IEEE 802.11"));
    let swapped = is_swapped(cx, &c);
    let first = c.peek_u8(usize::from(swapped))?;
    match first & 3 {
        0 => {}
        1 => return pv1::show(cx, c),
        version => {
            cx.info(|o| _ = o.s("Unknown protocol version: ").u(version));
            cx.append(item, |o| _ = o.s(" Unknown Protocol Version:").u(version));
            return unknown_version(cx, c, fcs(cx, &all));
        }
    }
    let mut fc = *c.peek_array::<2>()?;
    if swapped {
        fc.reverse();
    }
    let (class, subtype) = (fc[0] >> 2 & 3, fc[0] >> 4);
    let mut head = Head { flags: fc[1], ..Head::default() };
    // Control frames of subtype 6 take four flags for their type.
    let extended = class == 1 && subtype == 6;
    head.kind =
        if extended { 0x160 | u16::from(fc[1] & 15) } else { u16::from(class) << 4 | u16::from(subtype) };
    cx.info(|o| _ = o.s(kind_name(head.kind)));
    cx.append(item, |o| _ = o.c(b' ').s(kind_name(head.kind)));
    frame_control(cx, &c, head, extended, swapped);
    c.skip(2)?;
    head.fcs = fcs(cx, &all);
    duration(cx, &mut c)?;
    match class {
        1 => control::show(cx, &mut c, &mut head)?,
        3 => control::extension(cx, &mut c, &mut head)?,
        _ => address::show(cx, &mut c, &mut head)?,
    }
    cx.info_add(|o| {
        if let Some((sn, fragment)) = head.sequence {
            o.s(", SN=").u(sn).s(", FN=").u(fragment);
        }
        o.s(", Flags=");
        write_flags(o, head.flags, head.fcs);
    });
    cx.append(item, |o| {
        o.s(", Flags: ");
        write_flags(o, head.flags, head.fcs);
    });
    let mut body = c;
    if head.fcs && c.left() >= 4 {
        body = c.within(c.left() - 4);
        show_fcs(cx, &c);
    }
    match class {
        0 => mgt::show(cx, body, &head),
        2 => {
            if radio_flags(cx, &all).is_some_and(|f| f & radiotap::flag::DATA_PAD != 0) {
                let len = c.pos() - all.pos();
                body.advance(len.next_multiple_of(4) - len);
            }
            data::show(cx, body, &head)
        }
        _ => Ok(()),
    }
}

/// Whether the two bytes of the frame control field stand in the other order, as access points tend to send them
/// over CAPWAP. The order of the standard is taken only where it alone makes the frame one of version 0.
fn is_swapped<S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'_>) -> bool {
    let layers = &cx.out.layers;
    let below = layers.len().checked_sub(2).and_then(|i| layers.get(i));
    below.is_some_and(|l| l.proto == crate::wireless::capwap::data::ID)
        && c.peek_array::<2>().is_ok_and(|[first, second]| first & 3 != 0 || second & 3 == 0)
}

/// The flags of the radio header below.
fn radio_flags<S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'_>) -> Option<u8> {
    radiotap::below(cx, c)?.byte(radiotap::header::bit::FLAGS)
}

/// Whether a check sequence ends the frame: radio headers tell, without one the capture may.
fn fcs<S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'_>) -> bool {
    match radio_flags(cx, c) {
        Some(flags) => flags & radiotap::flag::FCS != 0,
        None => cx.meta.fcs_len == Some(4) && cx.meta.link == 105,
    }
}

/// Shows the last four bytes.
fn show_fcs<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    let end = address::at(c, c.left().saturating_sub(4));
    if cx.wants_any(FCS, FCS_STATUS) && end.captured() >= 4 {
        if let Ok(item) = cx.peek_le(FCS, &end, 0, 4) {
            cx.append(item, |o| _ = o.s(" [unverified]"));
        }
        cx.generated(FCS_STATUS, end.span(0), Value::U(2));
    }
}

/// A frame of a version that nobody knows.
fn unknown_version<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, fcs: bool) -> Step {
    cx.peek(FC_VERSION, &c, 1)?;
    c.skip(2)?;
    if !fcs || c.left() < 4 {
        cx.call_nested(crate::meta::data::ID, c)?;
        return Err(requin_wire::Stop::Malformed);
    }
    let body = c.take(c.left() - 4);
    cx.call_nested(crate::meta::data::ID, body)?;
    show_fcs(cx, &c);
    Ok(())
}

const FLAG_ROWS: [requin_wire::Field; 9] =
    [FC_DS, FC_TODS, FC_FROMDS, FC_FRAG, FC_RETRY, FC_PWRMGT, FC_MOREDATA, FC_PROTECTED, FC_ORDER];

/// The tree of the frame control field.
fn frame_control<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, head: Head, extended: bool, swapped: bool) {
    if !cx.wants_any(FC, FC_ORDER) && !cx.wants(FC_RETRY_EXPERT) && !cx.wants_experts() {
        return;
    }
    let (mut first, mut second) = (*c, *c);
    if swapped { &mut first } else { &mut second }.advance(1);
    cx.add(FC_TYPE_SUBTYPE, first.span(1), Value::U(u64::from(head.kind)));
    let Ok(raw) = c.peek_u16(0) else { return };
    let item = cx.add(FC, c.span(2), Value::U(u64::from(raw)));
    if swapped {
        cx.append(item, |o| _ = o.s("(Swapped)"));
    }
    cx.under(item, |cx| {
        for field in [FC_VERSION, FC_TYPE, FC_SUBTYPE] {
            _ = cx.peek(field, &first, 1);
        }
        if extended {
            cx.add(FC_EXTENSION, second.span(1), Value::U(u64::from(head.flags & 15)));
        }
        let Ok(item) = cx.peek(FLAGS, &second, 1) else { return };
        cx.under(item, |cx| {
            let rows = if extended { FLAG_ROWS.get(5..) } else { Some(&FLAG_ROWS[..]) };
            for field in rows.unwrap_or_default() {
                let Ok(item) = cx.peek(*field, &second, 1) else { return };
                if *field == FC_TODS || *field == FC_FROMDS {
                    cx.hide(item);
                }
                if *field == FC_RETRY && head.has(flags::RETRY) {
                    cx.expert(FC_RETRY_EXPERT, item, second.span(0));
                }
            }
        });
    });
}

fn duration<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let raw = u16::from_le_bytes(*c.peek_array::<2>()?);
    let item = cx.peek_le(DURATION, c, 0, 2)?;
    if raw & 0x8000 != 0 {
        let id = raw & 0x3fff;
        cx.label(item, |o| match raw & 0x4000 {
            0 if id == 0 => _ = o.s("Duration/ID: 32768"),
            0 => _ = o.s("Duration/ID: ").u(id).s(" (reserved)"),
            _ => {
                o.s("Duration/ID: ").u(id);
                if !(1..=2007).contains(&id) {
                    o.s(" (reserved)");
                }
            }
        });
    }
    c.skip(2)
}

requin_wire::names! {
    /// Names of the types of frames.
    TYPES { 0 => "Management frame", 1 => "Control frame", 2 => "Data frame", 3 => "Extension frame" }
}

/// Shows the tags in the key data of EAPOL.
///
/// # Errors
/// Whatever stopped one of them.
pub fn key_data<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    tags::all(cx, c, &Head { kind: u16::MAX, ..Head::default() })
}
