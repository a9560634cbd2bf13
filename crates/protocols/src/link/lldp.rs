//! Link Layer Discovery Protocol, IEEE 802.1AB, with the elements of 802.1 and 802.3; others have files of their own.

use super::{lldp_dcb, lldp_dcbx, lldp_makers, lldp_media};
use crate::network::address_family;
use requin_wire::{Cursor, Cx, Field, Item, Names, Out, Sink, Step, Stop, names, proto};

proto! {
    LLDP "lldp" "Link Layer Discovery Protocol" "LLDP" Link
    on [Ether 0x88cc]
    fields {
        TLV_TYPE "lldp.tlv.type" "TLV Type": U16 Dec & 0xfe00 = TLV_TYPE_NAMES;
        TLV_LEN "lldp.tlv.len" "TLV Length": U16 Dec & 0x1ff;
        TLV_SYSTEM_CAP "lldp.tlv.system_cap" "Capabilities": U16 Hex;
        TLV_SYSTEM_CAP_OTHER "lldp.tlv.system_cap.other" "Other": Bool(16) & 0x1 = Names::Bools("Capable", "Not capable");
        TLV_SYSTEM_CAP_REPEATER "lldp.tlv.system_cap.repeater" "Repeater": Bool(16) & 0x2 = Names::Bools("Capable", "Not capable");
        TLV_SYSTEM_CAP_BRIDGE "lldp.tlv.system_cap.bridge" "Bridge": Bool(16) & 0x4 = Names::Bools("Capable", "Not capable");
        TLV_SYSTEM_CAP_WLAN_ACCESS_PT "lldp.tlv.system_cap.wlan_access_pt" "WLAN access point": Bool(16) & 0x8 = Names::Bools("Capable", "Not capable");
        TLV_SYSTEM_CAP_ROUTER "lldp.tlv.system_cap.router" "Router": Bool(16) & 0x10 = Names::Bools("Capable", "Not capable");
        TLV_SYSTEM_CAP_TELEPHONE "lldp.tlv.system_cap.telephone" "Telephone": Bool(16) & 0x20 = Names::Bools("Capable", "Not capable");
        TLV_SYSTEM_CAP_DOCSIS_CABLE_DEVICE "lldp.tlv.system_cap.docsis_cable_device" "DOCSIS cable device": Bool(16) & 0x40 = Names::Bools("Capable", "Not capable");
        TLV_SYSTEM_CAP_STATION_ONLY "lldp.tlv.system_cap.station_only" "Station only": Bool(16) & 0x80 = Names::Bools("Capable", "Not capable");
        TLV_SYSTEM_NAME "lldp.tlv.system.name" "System Name": Str;
        TLV_SYSTEM_DESC "lldp.tlv.system.desc" "System Description": Str;
        TLV_ENABLE_SYSTEM_CAP "lldp.tlv.enable_system_cap" "Enabled Capabilities": U16 Hex;
        TLV_ENABLE_SYSTEM_CAP_OTHER "lldp.tlv.enable_system_cap.other" "Other": Bool(16) & 0x1 = Names::Bools("Capable", "Not capable");
        TLV_ENABLE_SYSTEM_CAP_REPEATER "lldp.tlv.enable_system_cap.repeater" "Repeater": Bool(16) & 0x2 = Names::Bools("Capable", "Not capable");
        TLV_ENABLE_SYSTEM_CAP_BRIDGE "lldp.tlv.enable_system_cap.bridge" "Bridge": Bool(16) & 0x4 = Names::Bools("Capable", "Not capable");
        TLV_ENABLE_SYSTEM_CAP_WLAN_ACCESS_PT "lldp.tlv.enable_system_cap.wlan_access_pt" "WLAN access point": Bool(16) & 0x8 = Names::Bools("Capable", "Not capable");
        TLV_ENABLE_SYSTEM_CAP_ROUTER "lldp.tlv.enable_system_cap.router" "Router": Bool(16) & 0x10 = Names::Bools("Capable", "Not capable");
        TLV_ENABLE_SYSTEM_CAP_TELEPHONE "lldp.tlv.enable_system_cap.telephone" "Telephone": Bool(16) & 0x20 = Names::Bools("Capable", "Not capable");
        TLV_ENABLE_SYSTEM_CAP_DOCSIS_CABLE_DEVICE "lldp.tlv.enable_system_cap.docsis_cable_device" "DOCSIS cable device": Bool(16) & 0x40 = Names::Bools("Capable", "Not capable");
        TLV_ENABLE_SYSTEM_CAP_STATION_ONLY "lldp.tlv.enable_system_cap.station_only" "Station only": Bool(16) & 0x80 = Names::Bools("Capable", "Not capable");
        CHASSIS_SUBTYPE "lldp.chassis.subtype" "Chassis Id Subtype": U8 Dec = CHASSIS_SUBTYPE_NAMES;
        CHASSIS_ID "lldp.chassis.id" "Chassis Id": Bytes;
        CHASSIS_ID_MAC "lldp.chassis.id.mac" "Chassis Id": Ether;
        CHASSIS_ID_IP6 "lldp.chassis.id.ip6" "Chassis Id": Ipv6;
        CHASSIS_ID_IP4 "lldp.chassis.id.ip4" "Chassis Id": Ipv4;
        PORT_SUBTYPE "lldp.port.subtype" "Port Id Subtype": U8 Dec = PORT_SUBTYPE_NAMES;
        PORT_ID "lldp.port.id" "Port Id": Str;
        PORT_ID_IP6 "lldp.port.id.ip6" "Port Id": Ipv6;
        PORT_ID_IP4 "lldp.port.id.ip4" "Port Id": Ipv4;
        PORT_DESC "lldp.port.desc" "Port Description": Str;
        PORT_ID_MAC "lldp.port.id.mac" "Port Id": Ether;
        NETWORK_ADDRESS_SUBTYPE "lldp.network_address.subtype" "Network Address family": U8 Dec = address_family::NAMES;
        TIME_TO_LIVE "lldp.time_to_live" "Seconds": U16 Dec;
        MGN_ADDRESS_LEN "lldp.mgn.address.len" "Address String Length": U8 Dec;
        MGN_ADDRESS_SUBTYPE "lldp.mgn.address.subtype" "Address Subtype": U8 Dec = address_family::NAMES;
        MGN_ADDR_IP4 "lldp.mgn.addr.ip4" "Management Address": Ipv4;
        MGN_ADDR_IP6 "lldp.mgn.addr.ip6" "Management Address": Ipv6;
        MGN_ADDR_HEX "lldp.mgn.addr.hex" "Management Address": Bytes;
        MGN_INTERFACE_SUBTYPE "lldp.mgn.interface.subtype" "Interface Subtype": U8 Dec = MGN_INTERFACE_SUBTYPE_NAMES;
        MGN_INTERFACE_NUMBER "lldp.mgn.interface.number" "Interface Number": U32 Dec;
        MGN_OBJ_LEN "lldp.mgn.obj.len" "OID String Length": U8 Dec;
        MGN_OBJ_ID "lldp.mgn.obj.id" "Object Identifier": Oid;
        ORGTLV_OUI "lldp.orgtlv.oui" "Organization Unique Code": U24 Oui;
        DCBX_PROTO "lldp.dcbx.proto" "DCBx Protocol": U8 Hex = DCBX_PROTO_NAMES;
        DCBX_TYPE "lldp.dcbx.type" "DCBx TLV Type": U16 Dec & 0xfe00 = DCBX_TYPE_NAMES;
        DCBX_LEN "lldp.dcbx.len" "DCBx TLV Length": U16 Dec & 0x1ff;
        DCBX_VERSION "lldp.dcbx.version" "Operating Version": U8 Hex;
        DCBX_MAX_VERSION "lldp.dcbx.max_version" "Max Version": U8 Hex;
        DCBX_CONTROL_SEQ "lldp.dcbx.control.seq" "Sequence No": U32 Dec;
        DCBX_CONTROL_ACK "lldp.dcbx.control.ack" "Ack No": U32 Dec;
        DCBX_FEATURE_ENABLED "lldp.dcbx.feature.enabled" "Feature": Bool(8) & 0x80 = Names::Bools("Enabled", "Disabled");
        DCBX_FEATURE_WILLING "lldp.dcbx.feature.willing" "Willing": Bool(8) & 0x40 = crate::common::YES;
        DCBX_FEATURE_ERROR "lldp.dcbx.feature.error" "Error": Bool(8) & 0x20 = crate::common::SET;
        DCBX_FEATURE_SUBTYPE "lldp.dcbx.feature.subtype" "Subtype": U8 Hex;
        DCBX_FEATURE_PG_NUMTCS "lldp.dcbx.feature.pg.numtcs" "Number of Traffic Classes Supported": U8 Hex;
        DCBX_FEATURE_PFC_NUMTCS "lldp.dcbx.feature.pfc.numtcs" "Number of Traffic Classes Supported": U8 Hex;
        DCBX_FEATURE_APP_SF "lldp.dcbx.feature.app.sf" "Selector Field": U24 Dec & 0x03_0000 = DCBX_APP_SF_NAMES;
        DCBX_FEATURE_APP_OUI "lldp.dcbx.feature.app.oui" "Application OUI": U24 Hex & 0xfc_ffff;
        DCBX_FEATURE_APP_PRIO "lldp.dcbx.feature.app.prio" "Application Priority": U8 Dec;
        DCBX_FEATURE_LLINK_TYPE "lldp.dcbx.feature.llink.type" "Logical Link Down Type": U8 Hex & 0x80 = DCBX_LLINK_TYPE_NAMES;
        IEEE_802_1_AGGREGATION_STATUS "lldp.ieee.802_1.aggregation_status" "Aggregation Status": U8 Hex;
        IEEE_802_1_AGGREGATION_STATUS_CAP "lldp.ieee.802_1.aggregation_status.cap" "Aggregation Capability": Bool(8) & 0x1 = crate::common::YES;
        IEEE_802_1_AGGREGATION_STATUS_ENABLED "lldp.ieee.802_1.aggregation_status.enabled" "Aggregation Status": Bool(8) & 0x2 = Names::Bools("Enabled", "Disabled");
        IEEE_802_1_AGGREGATION_STATUS_PORTTYPE "lldp.ieee.802_1.aggregation_status.porttype" "Aggregation Status": U8 Dec & 0xc = AGGREGATION_PORTTYPE_NAMES;
        IEEE_802_1_AGGREGATED_PORT_ID "lldp.ieee.802_1.aggregated_port_id" "Aggregated Port Id": U32 Dec;
        DCBX_FEATURE_PG_RESERVED "lldp.dcbx.feature.pg.reserved" "Reserved": U8 Hex & 0xfe;
        DCBX_FEATURE_PG_PGID_PRIO0 "lldp.dcbx.feature.pg.pgid_prio0" "PGID for Prio 0": U16 Dec & 0xf000;
        DCBX_FEATURE_PG_PGID_PRIO1 "lldp.dcbx.feature.pg.pgid_prio1" "PGID for Prio 1": U16 Dec & 0xf00;
        DCBX_FEATURE_PG_PGID_PRIO2 "lldp.dcbx.feature.pg.pgid_prio2" "PGID for Prio 2": U16 Dec & 0xf0;
        DCBX_FEATURE_PG_PGID_PRIO3 "lldp.dcbx.feature.pg.pgid_prio3" "PGID for Prio 3": U16 Dec & 0xf;
        DCBX_FEATURE_PG_PGID_PRIO4 "lldp.dcbx.feature.pg.pgid_prio4" "PGID for Prio 4": U16 Dec & 0xf000;
        DCBX_FEATURE_PG_PGID_PRIO5 "lldp.dcbx.feature.pg.pgid_prio5" "PGID for Prio 5": U16 Dec & 0xf00;
        DCBX_FEATURE_PG_PGID_PRIO6 "lldp.dcbx.feature.pg.pgid_prio6" "PGID for Prio 6": U16 Dec & 0xf0;
        DCBX_FEATURE_PG_PGID_PRIO7 "lldp.dcbx.feature.pg.pgid_prio7" "PGID for Prio 7": U16 Dec & 0xf;
        DCBX_FEATURE_PG_PER0 "lldp.dcbx.feature.pg.per0" "Bandwidth for PGID 0": U8 Dec;
        DCBX_FEATURE_PG_PER1 "lldp.dcbx.feature.pg.per1" "Bandwidth for PGID 1": U8 Dec;
        DCBX_FEATURE_PG_PER2 "lldp.dcbx.feature.pg.per2" "Bandwidth for PGID 2": U8 Dec;
        DCBX_FEATURE_PG_PER3 "lldp.dcbx.feature.pg.per3" "Bandwidth for PGID 3": U8 Dec;
        DCBX_FEATURE_PG_PER4 "lldp.dcbx.feature.pg.per4" "Bandwidth for PGID 4": U8 Dec;
        DCBX_FEATURE_PG_PER5 "lldp.dcbx.feature.pg.per5" "Bandwidth for PGID 5": U8 Dec;
        DCBX_FEATURE_PG_PER6 "lldp.dcbx.feature.pg.per6" "Bandwidth for PGID 6": U8 Dec;
        DCBX_FEATURE_PG_PER7 "lldp.dcbx.feature.pg.per7" "Bandwidth for PGID 7": U8 Dec;
        DCBX_FEATURE_PFC_PRIO0 "lldp.dcbx.feature.pfc.prio0" "PFC for Priority 0": Bool(8) & 0x1 = Names::Bools("Enabled", "Disabled");
        DCBX_FEATURE_PFC_PRIO1 "lldp.dcbx.feature.pfc.prio1" "PFC for Priority 1": Bool(8) & 0x2 = Names::Bools("Enabled", "Disabled");
        DCBX_FEATURE_PFC_PRIO2 "lldp.dcbx.feature.pfc.prio2" "PFC for Priority 2": Bool(8) & 0x4 = Names::Bools("Enabled", "Disabled");
        DCBX_FEATURE_PFC_PRIO3 "lldp.dcbx.feature.pfc.prio3" "PFC for Priority 3": Bool(8) & 0x8 = Names::Bools("Enabled", "Disabled");
        DCBX_FEATURE_PFC_PRIO4 "lldp.dcbx.feature.pfc.prio4" "PFC for Priority 4": Bool(8) & 0x10 = Names::Bools("Enabled", "Disabled");
        DCBX_FEATURE_PFC_PRIO5 "lldp.dcbx.feature.pfc.prio5" "PFC for Priority 5": Bool(8) & 0x20 = Names::Bools("Enabled", "Disabled");
        DCBX_FEATURE_PFC_PRIO6 "lldp.dcbx.feature.pfc.prio6" "PFC for Priority 6": Bool(8) & 0x40 = Names::Bools("Enabled", "Disabled");
        DCBX_FEATURE_PFC_PRIO7 "lldp.dcbx.feature.pfc.prio7" "PFC for Priority 7": Bool(8) & 0x80 = Names::Bools("Enabled", "Disabled");
        DCBX_FEATURE_APP_PROTO "lldp.dcbx.feature.app.proto" "Application Protocol Id": U16 Hex;
        IEEE_802_1_SUBTYPE "lldp.ieee.802_1.subtype" "IEEE 802.1 Subtype": U8 Hex = IEEE_802_1_SUBTYPE_NAMES;
        IEEE_802_1_PORT_AND_VLAN_ID_FLAG "lldp.ieee.802_1.port_and_vlan_id_flag" "Flags": U8 Hex;
        IEEE_802_1_PORT_AND_VLAN_ID_FLAG_SUPPORTED "lldp.ieee.802_1.port_and_vlan_id_flag.supported" "Port and Protocol VLAN": Bool(8) & 0x2 = Names::Bools("Supported", "Not supported");
        IEEE_802_1_PORT_AND_VLAN_ID_FLAG_ENABLED "lldp.ieee.802_1.port_and_vlan_id_flag.enabled" "Port and Protocol VLAN": Bool(8) & 0x4 = Names::Bools("Enabled", "Disabled");
        IEEE_802_1_PORT_VLAN_ID "lldp.ieee.802_1.port_vlan.id" "Port VLAN Identifier": U16 DecHex;
        IEEE_802_1_PORT_PROTO_VLAN_ID "lldp.ieee.802_1.port_proto_vlan.id" "Port and Protocol VLAN Identifier": U16 DecHex;
        IEEE_802_1_VLAN_ID "lldp.ieee.802_1.vlan.id" "VLAN Identifier": U16 DecHex;
        IEEE_802_1_VLAN_NAME_LEN "lldp.ieee.802_1.vlan.name_len" "VLAN Name Length": U8 Dec;
        IEEE_802_1_VLAN_NAME "lldp.ieee.802_1.vlan.name" "VLAN Name": StrZ;
        IEEE_802_1_PROTO_ID_LENGTH "lldp.ieee.802_1.proto.id_length" "Protocol Identity Length": U8 Dec;
        IEEE_802_1_PROTO_ID "lldp.ieee.802_1.proto.id" "Protocol Identity": Bytes;
        IEEE_802_1QAU_CNPV_PRIO0 "lldp.ieee.802_1qau.cnpv.prio0" "Priority 0 CNPV Capability": Bool(8) & 0x1 = Names::Bools("Enabled", "Disabled");
        IEEE_802_1QAU_CNPV_PRIO1 "lldp.ieee.802_1qau.cnpv.prio1" "Priority 1 CNPV Capability": Bool(8) & 0x2 = Names::Bools("Enabled", "Disabled");
        IEEE_802_1QAU_CNPV_PRIO2 "lldp.ieee.802_1qau.cnpv.prio2" "Priority 2 CNPV Capability": Bool(8) & 0x4 = Names::Bools("Enabled", "Disabled");
        IEEE_802_1QAU_CNPV_PRIO3 "lldp.ieee.802_1qau.cnpv.prio3" "Priority 3 CNPV Capability": Bool(8) & 0x8 = Names::Bools("Enabled", "Disabled");
        IEEE_802_1QAU_CNPV_PRIO4 "lldp.ieee.802_1qau.cnpv.prio4" "Priority 4 CNPV Capability": Bool(8) & 0x10 = Names::Bools("Enabled", "Disabled");
        IEEE_802_1QAU_CNPV_PRIO5 "lldp.ieee.802_1qau.cnpv.prio5" "Priority 5 CNPV Capability": Bool(8) & 0x20 = Names::Bools("Enabled", "Disabled");
        IEEE_802_1QAU_CNPV_PRIO6 "lldp.ieee.802_1qau.cnpv.prio6" "Priority 6 CNPV Capability": Bool(8) & 0x40 = Names::Bools("Enabled", "Disabled");
        IEEE_802_1QAU_CNPV_PRIO7 "lldp.ieee.802_1qau.cnpv.prio7" "Priority 7 CNPV Capability": Bool(8) & 0x80 = Names::Bools("Enabled", "Disabled");
        IEEE_802_1QAU_READY_PRIO0 "lldp.ieee.802_1qau.ready.prio0" "Priority 0 Ready Indicator": Bool(8) & 0x1 = crate::common::SET;
        IEEE_802_1QAU_READY_PRIO1 "lldp.ieee.802_1qau.ready.prio1" "Priority 1 Ready Indicator": Bool(8) & 0x2 = crate::common::SET;
        IEEE_802_1QAU_READY_PRIO2 "lldp.ieee.802_1qau.ready.prio2" "Priority 2 Ready Indicator": Bool(8) & 0x4 = crate::common::SET;
        IEEE_802_1QAU_READY_PRIO3 "lldp.ieee.802_1qau.ready.prio3" "Priority 3 Ready Indicator": Bool(8) & 0x8 = crate::common::SET;
        IEEE_802_1QAU_READY_PRIO4 "lldp.ieee.802_1qau.ready.prio4" "Priority 4 Ready Indicator": Bool(8) & 0x10 = crate::common::SET;
        IEEE_802_1QAU_READY_PRIO5 "lldp.ieee.802_1qau.ready.prio5" "Priority 5 Ready Indicator": Bool(8) & 0x20 = crate::common::SET;
        IEEE_802_1QAU_READY_PRIO6 "lldp.ieee.802_1qau.ready.prio6" "Priority 6 Ready Indicator": Bool(8) & 0x40 = crate::common::SET;
        IEEE_802_1QAU_READY_PRIO7 "lldp.ieee.802_1qau.ready.prio7" "Priority 7 Ready Indicator": Bool(8) & 0x80 = crate::common::SET;
        DCBX_IEEE_WILLING "lldp.dcbx.ieee.willing" "Willing": Bool(8) & 0x80 = crate::common::YES;
        DCBX_IEEE_ETS_CBS "lldp.dcbx.ieee.ets.cbs" "Credit-Based Shaper": Bool(8) & 0x40 = Names::Bools("Supported", "Not supported");
        DCBX_IEEE_ETS_MAXTCS "lldp.dcbx.ieee.ets.maxtcs" "Maximum Number of Traffic Classes": U8 Dec & 0x7;
        DCBX_IEEE_ETS_TSA0 "lldp.dcbx.ieee.ets.tsa0" "TSA for Traffic Class 0": U8 Dec = DCBX_IEEE_ETS_TSA0_NAMES;
        DCBX_IEEE_ETS_TSA1 "lldp.dcbx.ieee.ets.tsa1" "TSA for Traffic Class 1": U8 Dec = DCBX_IEEE_ETS_TSA0_NAMES;
        DCBX_IEEE_ETS_TSA2 "lldp.dcbx.ieee.ets.tsa2" "TSA for Traffic Class 2": U8 Dec = DCBX_IEEE_ETS_TSA0_NAMES;
        DCBX_IEEE_ETS_TSA3 "lldp.dcbx.ieee.ets.tsa3" "TSA for Traffic Class 3": U8 Dec = DCBX_IEEE_ETS_TSA0_NAMES;
        DCBX_IEEE_ETS_TSA4 "lldp.dcbx.ieee.ets.tsa4" "TSA for Traffic Class 4": U8 Dec = DCBX_IEEE_ETS_TSA0_NAMES;
        DCBX_IEEE_ETS_TSA5 "lldp.dcbx.ieee.ets.tsa5" "TSA for Traffic Class 5": U8 Dec = DCBX_IEEE_ETS_TSA0_NAMES;
        DCBX_IEEE_ETS_TSA6 "lldp.dcbx.ieee.ets.tsa6" "TSA for Traffic Class 6": U8 Dec = DCBX_IEEE_ETS_TSA0_NAMES;
        DCBX_IEEE_ETS_TSA7 "lldp.dcbx.ieee.ets.tsa7" "TSA for Traffic Class 7": U8 Dec = DCBX_IEEE_ETS_TSA0_NAMES;
        DCBX_IEEE_PFC_MBC "lldp.dcbx.ieee.pfc.mbc" "MACsec Bypass Capability": Bool(8) & 0x40 = Names::Bools("Capable", "Not capable");
        DCBX_IEEE_PFC_NUMTCS "lldp.dcbx.ieee.pfc.numtcs" "Max PFC Enabled Traffic Classes": U8 Dec & 0xf;
        DCBX_IEEE_APP_RESERVED "lldp.dcbx.ieee.app.reserved" "Reserved": U8 Hex;
        DCBX_IEEE_APP_PRIO "lldp.dcbx.ieee.app.prio" "Application Priority": U8 Dec & 0xe0;
        DCBX_IEE_APP_SF "lldp.dcbx.iee.app.sf" "Application Selector": U8 Dec & 0x7 = DCBX_IEE_APP_SF_NAMES;
        IEEE_802_3_SUBTYPE "lldp.ieee.802_3.subtype" "IEEE 802.3 Subtype": U8 Hex = IEEE_802_3_SUBTYPE_NAMES;
        IEEE_802_3_MAC_PHY_AUTO_NEG_STATUS "lldp.ieee.802_3.mac_phy_auto_neg_status" "Auto-Negotiation Support/Status": U8 Hex;
        IEEE_802_3_MAC_PHY_AUTO_NEG_STATUS_SUPPORTED "lldp.ieee.802_3.mac_phy_auto_neg_status.supported" "Auto-Negotiation": Bool(8) & 0x1 = Names::Bools("Supported", "Not supported");
        IEEE_802_3_MAC_PHY_AUTO_NEG_STATUS_ENABLED "lldp.ieee.802_3.mac_phy_auto_neg_status.enabled" "Auto-Negotiation": Bool(8) & 0x2 = Names::Bools("Enabled", "Disabled");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS "lldp.ieee.802_3.pmd_auto_neg_advertised_caps" "PMD Auto-Negotiation Advertised Capability": U16 Hex;
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_1000BASE_TFD "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_tfd" "1000BASE-T (full duplex mode)": Bool(16) & 0x1 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_1000BASE_T "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_t" "1000BASE-T (half duplex mode)": Bool(16) & 0x2 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_1000BASE_XFD "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_xfd" "1000BASE-X (-LX, -SX, -CX full duplex mode)": Bool(16) & 0x4 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_1000BASE_X "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_x" "1000BASE-X (-LX, -SX, -CX half duplex mode)": Bool(16) & 0x8 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_FDX_BPAUSE "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_bpause" "Asymmetric and Symmetric PAUSE (for full-duplex links)": Bool(16) & 0x10 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_FDX_SPAUSE "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_spause" "Symmetric PAUSE (for full-duplex links)": Bool(16) & 0x20 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_FDX_APAUSE "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_apause" "Asymmetric PAUSE (for full-duplex links)": Bool(16) & 0x40 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_FDX_PAUSE "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_pause" "PAUSE (for full-duplex links)": Bool(16) & 0x80 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_T2FD "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t2fd" "100BASE-T2 (full duplex mode)": Bool(16) & 0x100 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_T2 "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t2" "100BASE-T2 (half duplex mode)": Bool(16) & 0x200 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_TXFD "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_txfd" "100BASE-TX (full duplex mode)": Bool(16) & 0x400 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_TX "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_tx" "100BASE-TX (half duplex mode)": Bool(16) & 0x800 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_T4 "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t4" "100BASE-T4": Bool(16) & 0x1000 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_10BASE_TFD "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.10base_tfd" "10BASE-T (full duplex mode)": Bool(16) & 0x2000 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_10BASE_T "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.10base_t" "10BASE-T (half duplex mode)": Bool(16) & 0x4000 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_OTHER "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.other" "Other or unknown": Bool(16) & 0x8000 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_TFD "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_tfd" "1000BASE-T (full duplex mode)": Bool(16) & 0x8000 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_T "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_t" "1000BASE-T (half duplex mode)": Bool(16) & 0x4000 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_XFD "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_xfd" "1000BASE-X (-LX, -SX, -CX full duplex mode)": Bool(16) & 0x2000 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_X "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_x" "1000BASE-X (-LX, -SX, -CX half duplex mode)": Bool(16) & 0x1000 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_FDX_BPAUSE "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_bpause" "Asymmetric and Symmetric PAUSE (for full-duplex links)": Bool(16) & 0x800 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_FDX_SPAUSE "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_spause" "Symmetric PAUSE (for full-duplex links)": Bool(16) & 0x400 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_FDX_APAUSE "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_apause" "Asymmetric PAUSE (for full-duplex links)": Bool(16) & 0x200 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_FDX_PAUSE "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_pause" "PAUSE (for full-duplex links)": Bool(16) & 0x100 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_T2FD "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t2fd" "100BASE-T2 (full duplex mode)": Bool(16) & 0x80 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_T2 "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t2" "100BASE-T2 (half duplex mode)": Bool(16) & 0x40 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_TXFD "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_txfd" "100BASE-TX (full duplex mode)": Bool(16) & 0x20 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_TX "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_tx" "100BASE-TX (half duplex mode)": Bool(16) & 0x10 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_T4 "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t4" "100BASE-T4": Bool(16) & 0x8 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_10BASE_TFD "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.10base_tfd" "10BASE-T (full duplex mode)": Bool(16) & 0x4 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_10BASE_T "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.10base_t" "10BASE-T (half duplex mode)": Bool(16) & 0x2 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_OTHER "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.other" "Other or unknown": Bool(16) & 0x1 = Names::Bools("Capable", "Not capable");
        IEEE_802_3_PMD_MAU_TYPE "lldp.ieee.802_3.pmd_mau_type" "Operational MAU Type": U16 Hex = IEEE_802_3_PMD_MAU_TYPE_NAMES;
        IEEE_802_3_MDI_POWER_SUPPORT "lldp.ieee.802_3.mdi_power_support" "MDI Power Support": U8 Hex;
        IEEE_802_3_MDI_POWER_SUPPORT_PORT_CLASS "lldp.ieee.802_3.mdi_power_support.port_class" "Port Class": Bool(8) & 0x1 = Names::Bools("PSE", "PD");
        IEEE_802_3_MDI_POWER_SUPPORT_SUPPORTED "lldp.ieee.802_3.mdi_power_support.supported" "PSE MDI Power": Bool(8) & 0x2 = Names::Bools("Supported", "Not supported");
        IEEE_802_3_MDI_POWER_SUPPORT_ENABLED "lldp.ieee.802_3.mdi_power_support.enabled" "PSE MDI Power": Bool(8) & 0x4 = Names::Bools("Enabled", "Disabled");
        IEEE_802_3_MDI_POWER_SUPPORT_PSE_PAIRS "lldp.ieee.802_3.mdi_power_support.pse_pairs" "PSE Pairs Control Ability": Bool(8) & 0x8 = crate::common::YES;
        IEEE_802_3_MDI_PSE_PAIR "lldp.ieee.802_3.mdi_pse_pair" "PSE Power Pair": U8 Dec;
        IEEE_802_3_MDI_POWER_CLASS "lldp.ieee.802_3.mdi_power_class" "Power Class": U8 Dec = IEEE_802_3_MDI_POWER_CLASS_NAMES;
        IEEE_802_3_MDI_POWER_TYPE "lldp.ieee.802_3.mdi_power_type" "Power Type": U8 Dec & 0xc0 = IEEE_802_3_MDI_POWER_TYPE_NAMES;
        IEEE_802_3_MDI_POWER_SOURCE "lldp.ieee.802_3.mdi_power_source" "Power Source": U8 Dec & 0x30;
        IEEE_802_3_MDI_POWER_PRIORITY "lldp.ieee.802_3.mdi_power_priority" "Power Priority": U8 Dec & 0xf = POWER_PRIORITY_NAMES;
        IEEE_802_3_MDI_PDE_REQUESTED "lldp.ieee.802_3.mdi_pde_requested" "PD Requested Power Value": U16 Custom;
        IEEE_802_3_MDI_PSE_ALLOCATED "lldp.ieee.802_3.mdi_pse_allocated" "PSE Allocated Power Value": U16 Custom;
        IEEE_802_3_AGGREGATION_STATUS "lldp.ieee.802_3.aggregation_status" "Aggregation Status": U8 Hex;
        IEEE_802_3_AGGREGATION_STATUS_CAP "lldp.ieee.802_3.aggregation_status.cap" "Aggregation Capability": Bool(8) & 0x1 = crate::common::YES;
        IEEE_802_3_AGGREGATION_STATUS_ENABLED "lldp.ieee.802_3.aggregation_status.enabled" "Aggregation Status": Bool(8) & 0x2 = Names::Bools("Enabled", "Disabled");
        IEEE_802_3_AGGREGATED_PORT_ID "lldp.ieee.802_3.aggregated_port_id" "Aggregated Port Id": U32 Dec;
        IEEE_802_3_MAX_FRAME_SIZE "lldp.ieee.802_3.max_frame_size" "Maximum Frame Size": U16 Dec;
        MEDIA_SUBTYPE "lldp.media.subtype" "Media Subtype": U8 Hex = MEDIA_SUBTYPE_NAMES;
        MEDIA_SUBTYPE_CAPS "lldp.media.subtype.caps" "Capabilities": U16 Hex;
        MEDIA_SUBTYPE_CAPS_LLPD "lldp.media.subtype.caps.llpd" "LLDP-MED Capabilities": Bool(16) & 0x1 = Names::Bools("Capable", "Not capable");
        MEDIA_SUBTYPE_CAPS_NETWORK_POLICY "lldp.media.subtype.caps.network_policy" "Network Policy": Bool(16) & 0x2 = Names::Bools("Capable", "Not capable");
        MEDIA_SUBTYPE_CAPS_LOCATION_ID "lldp.media.subtype.caps.location_id" "Location Identification": Bool(16) & 0x4 = Names::Bools("Capable", "Not capable");
        MEDIA_SUBTYPE_CAPS_MDI_PSE "lldp.media.subtype.caps.mdi_pse" "Extended Power via MDI-PSE": Bool(16) & 0x8 = Names::Bools("Capable", "Not capable");
        MEDIA_SUBTYPE_CAPS_MID_PD "lldp.media.subtype.caps.mid_pd" "Extended Power via MDI-PD": Bool(16) & 0x10 = Names::Bools("Capable", "Not capable");
        MEDIA_SUBTYPE_CAPS_INVENTORY "lldp.media.subtype.caps.inventory" "Inventory": Bool(16) & 0x20 = Names::Bools("Capable", "Not capable");
        MEDIA_SUBTYPE_CLASS "lldp.media.subtype.class" "Class Type": U8 Dec = MEDIA_SUBTYPE_CLASS_NAMES;
        MEDIA_APP_TYPE "lldp.media.app_type" "Application Type": U8 Dec = MEDIA_APP_TYPE_NAMES;
        MEDIA_POLICY_FLAG "lldp.media.policy_flag" "Policy": Bool(24) & 0x800000 = Names::Bools("Unknown", "Defined");
        MEDIA_TAG_FLAG "lldp.media.tag_flag" "Tagged": Bool(24) & 0x400000 = crate::common::YES;
        MEDIA_VLAN_ID "lldp.media.vlan_id" "VLAN Id": U24 Dec & 0x1ffe00;
        MEDIA_L2_PRIO "lldp.media.l2_prio" "L2 Priority": U24 Dec & 0x1c0;
        MEDIA_DSCP "lldp.media.dscp" "DSCP Priority": U24 Dec & 0x3f;
        MEDIA_LOC_DATA_FORMAT "lldp.media.loc.data_format" "Location Data Format": U8 Dec = MEDIA_LOC_DATA_FORMAT_NAMES;
        MEDIA_LOC_LAT_RESOLUTION "lldp.media.loc.lat_resolution" "Latitude Resolution": U8 Dec & 0xfc;
        MEDIA_LOC_LATITUDE "lldp.media.loc.latitude" "Latitude": U40 Custom = Names::Custom(lldp_media::latitude);
        MEDIA_LOC_LONG_RESOLUTION "lldp.media.loc.long_resolution" "Longitude Resolution": U8 Dec & 0xfc;
        MEDIA_LOC_LONGITUDE "lldp.media.loc.longitude" "Longitude": U40 Custom = Names::Custom(lldp_media::longitude);
        MEDIA_LOC_ALT_TYPE "lldp.media.loc.alt_type" "Altitude Type": U8 Dec & 0xf0 = MEDIA_LOC_ALT_TYPE_NAMES;
        MEDIA_LOC_ALT_RESOLUTION "lldp.media.loc.alt_resolution" "Altitude Resolution": U16 Dec & 0xfc0;
        MEDIA_LOC_ALTITUDE "lldp.media.loc.altitude" "Altitude": U32 Dec & 0x3fffffff;
        MEDIA_LOC_DATUM "lldp.media.loc.datum" "Datum": U8 Dec;
        MEDIA_CIVIC_LCI_LENGTH "lldp.media.civic.length" "LCI Length": U8 Dec;
        MEDIA_CIVIC_CA_LENGTH "lldp.media.civic.length" "CA Length": U8 Dec;
        MEDIA_CIVIC_WHAT "lldp.media.civic.what" "What": U8 Dec = MEDIA_CIVIC_WHAT_NAMES;
        MEDIA_CIVIC_COUNTRY "lldp.media.civic.country" "Country": Str;
        MEDIA_CIVIC_TYPE "lldp.media.civic.type" "CA Type": U8 Dec = MEDIA_CIVIC_TYPE_NAMES;
        MEDIA_CIVIC_VALUE "lldp.media.civic.value" "CA Value": StrZ;
        MEDIA_ECS "lldp.media.ecs" "ELIN": StrZ;
        MEDIA_POWER_TYPE "lldp.media.power.type" "Power Type": U8 Dec & 0xc0 = MEDIA_POWER_TYPE_NAMES;
        MEDIA_POWER_SOURCE "lldp.media.power.source" "Power Source": U8 Dec & 0x30;
        MEDIA_POWER_PRIO "lldp.media.power.prio" "Power Priority": U8 Dec & 0xf = POWER_PRIORITY_NAMES;
        MEDIA_POWER_VALUE "lldp.media.power.value" "Power Value": U16 Custom = Names::Custom(lldp_media::milliwatts);
        MEDIA_HARDWARE "lldp.media.hardware" "Hardware Revision": StrZPad;
        MEDIA_FIRMWARE "lldp.media.firmware" "Firmware Revision": StrZPad;
        MEDIA_SOFTWARE "lldp.media.software" "Software Revision": StrZPad;
        MEDIA_SN "lldp.media.sn" "Serial Number": StrZPad;
        MEDIA_MANUFACTURER "lldp.media.manufacturer" "Manufacturer Name": StrZPad;
        MEDIA_MODEL "lldp.media.model" "Model Name": StrZPad;
        MEDIA_ASSET "lldp.media.asset" "Asset ID": StrZPad;
        PROFINET_SUBTYPE "lldp.profinet.subtype" "Subtype": U8 Hex = PROFINET_SUBTYPE_NAMES;
        PROFINET_PORT_RX_DELAY_LOCAL "lldp.profinet.port_rx_delay_local" "Port RX Delay Local": U32 Dec;
        PROFINET_PORT_RX_DELAY_REMOTE "lldp.profinet.port_rx_delay_remote" "Port RX Delay Remote": U32 Dec;
        PROFINET_PORT_TX_DELAY_LOCAL "lldp.profinet.port_tx_delay_local" "Port TX Delay Local": U32 Dec;
        PROFINET_PORT_TX_DELAY_REMOTE "lldp.profinet.port_tx_delay_remote" "Port TX Delay Remote": U32 Dec;
        PROFINET_CABLE_DELAY_LOCAL "lldp.profinet.cable_delay_local" "Port Cable Delay Local": U32 Dec;
        PROFINET_RTC2_PORT_STATUS "lldp.profinet.rtc2_port_status" "RTClass2 Port Status": U16 Hex = PROFINET_RTC2_PORT_STATUS_NAMES;
        PROFINET_RTC3_PORT_STATUS "lldp.profinet.rtc3_port_status" "RTClass3 Port Status": U16 Hex & 0x7 = PROFINET_RTC3_PORT_STATUS_NAMES;
        PROFINET_RTC3_PORT_STATUS_RESERVED "lldp.profinet.rtc3_port_status.reserved" "RTClass3_PortStatus.reserved": U16 Hex & 0xff8;
        PROFINET_RTC3_PORT_STATUS_FRAGMENTATION "lldp.profinet.rtc3_port_status.fragmentation" "RTClass3_PortStatus.Fragmentation": U16 Hex & 0x1000 = PROFINET_FRAGMENTATION_NAMES;
        PROFINET_RTC3_PORT_STATUS_PREAMBLELENGTH "lldp.profinet.rtc3_port_status.preambleLength" "RTClass3_PortStatus.PreambleLength": U16 Hex & 0x2000 = PROFINET_PREAMBLE_NAMES;
        PROFINET_MRP_DOMAIN_UUID "lldp.profinet.mrp_domain_uuid" "MRP DomainUUID": Guid;
        PROFINET_MRRT_PORT_STATUS "lldp.profinet.mrrt_port_status" "MRRT PortStatus": U16 Hex = PROFINET_MRRT_PORT_STATUS_NAMES;
        PROFINET_CM_MAC_ADD "lldp.profinet.cm_mac_add" "CMMacAdd": Ether;
        PROFINET_MASTER_SOURCE_ADDRESS "lldp.profinet.master_source_address" "MasterSourceAddress": Ether;
        PROFINET_SUBDOMAIN_UUID "lldp.profinet.subdomain_uuid" "SubdomainUUID": Guid;
        PROFINET_IR_DATA_UUID "lldp.profinet.ir_data_uuid" "IRDataUUID": Guid;
        PROFINET_LENGTH_OF_PERIOD_VALID "lldp.profinet.length_of_period_valid" "LengthOfPeriod.Valid": U32 Dec & 0x80000000;
        PROFINET_LENGTH_OF_PERIOD_LENGTH "lldp.profinet.length_of_period_length" "LengthOfPeriod.Length": U32 Dec & 0x7fffffff;
        PROFINET_RED_PERIOD_BEGIN_VALID "lldp.profinet.red_period_begin_valid" "RedPeriodBegin.Valid": U32 Dec & 0x80000000;
        PROFINET_RED_PERIOD_BEGIN_OFFSET "lldp.profinet.red_period_begin_offset" "RedPeriodBegin.Offset": U32 Dec & 0x7fffffff;
        PROFINET_ORANGE_PERIOD_BEGIN_VALID "lldp.profinet.orange_period_begin_valid" "OrangePeriodBegin.Valid": U32 Dec & 0x80000000;
        PROFINET_ORANGE_PERIOD_BEGIN_OFFSET "lldp.profinet.orange_period_begin_offset" "OrangePeriodBegin.Offset": U32 Dec & 0x7fffffff;
        PROFINET_GREEN_PERIOD_BEGIN_VALID "lldp.profinet.green_period_begin_valid" "GreenPeriodBegin.Valid": U32 Dec & 0x80000000;
        PROFINET_GREEN_PERIOD_BEGIN_OFFSET "lldp.profinet.green_period_begin_offset" "GreenPeriodBegin.Offset": U32 Dec & 0x7fffffff;
        CISCO_SUBTYPE "lldp.cisco.subtype" "Cisco Subtype": U8 Hex = CISCO_SUBTYPE_NAMES;
        CISCO_UPOE "lldp.cisco.upoe" "UPOE Capabilities": U8 Hex;
        CISCO_UPOE_SUPPORTED "lldp.cisco.upoe.supported" "UPOE Supported": Bool(8) & 0x1 = crate::common::YES;
        CISCO_UPOE_ALTB_DETECTION_REQUIRED "lldp.cisco.upoe.altb_detection_required" "ALT-B Detection required": Bool(8) & 0x2 = crate::common::YES;
        CISCO_UPOE_PD_ALTB_DESIRED "lldp.cisco.upoe.pd_altb_desired" "PD Request Spare Pair PoE": Bool(8) & 0x4 = Names::Bools("Desired", "Not Desired");
        CISCO_UPOE_PSE_ALTB_OPER "lldp.cisco.upoe.pse_altb_oper" "PSE Spare Pair PoE": Bool(8) & 0x8 = Names::Bools("Enabled", "Disabled");
        IEEE_802_3_EEE_TRANSMIT "lldp.ieee.802_3.eee.transmit" "Transmit": U16 Dec;
        IEEE_802_3_EEE_RECEIVE "lldp.ieee.802_3.eee.receive" "Receive": U16 Dec;
        IEEE_802_3_EEE_FALLBACK_RECEIVE "lldp.ieee.802_3.eee.fallback_receive" "Fallback Receive": U16 Dec;
        IEEE_802_3_EEE_ECHO_TRANSMIT "lldp.ieee.802_3.eee.echo_transmit" "Echo Transmit": U16 Dec;
        IEEE_802_3_EEE_ECHO_RECEIVE "lldp.ieee.802_3.eee.echo_receive" "Echo Receive": U16 Dec;
        IEEE_802_3BR_EAC "lldp.ieee.802_3br.eac" "Additional Ethernet Capabilities": U16 Hex;
        IEEE_802_3BR_AEC_SUPPORT "lldp.ieee.802_3br.aec.support" "Preemption capabilities support": Bool(16) & 0x1 = Names::Bools("Supported", "Not supported");
        IEEE_802_3BR_AEC_ENABLE "lldp.ieee.802_3br.aec.enable" "Preemption capabilities enable": Bool(16) & 0x2 = Names::Bools("Enabled", "Disabled");
        IEEE_802_3BR_AEC_ACTIVE "lldp.ieee.802_3br.aec.active" "Preemption capabilities active": Bool(16) & 0x4 = Names::Bools("Active", "Inactive");
        IEEE_802_3BR_AEC_ADDFRAGSIZE "lldp.ieee.802_3br.aec.addfragsize" "Additional Fragment Size": U16 Dec & 0x18;
        IEEE_802_3BR_AEC_RESERVED "lldp.ieee.802_3br.aec.reserved" "Reserved": U16 Hex & 0xffe0;
        IANA_SUBTYPE "lldp.iana.subtype" "IANA Subtype": U8 Hex = IANA_SUBTYPE_NAMES;
        IANA_MUDURL "lldp.iana.mudurl" "Manufacturer Usage Description URL": Str;
        UNKNOWN_SUBTYPE "lldp.unknown_subtype" "Unknown Subtype": U8 Dec;
        UNKNOWN_SUBTYPE_CONTENT "lldp.unknown_subtype.content" "Unknown Subtype Content": Bytes;
    }
    experts {
        INCORRECT_LENGTH "lldp.incorrect_length" Warn Malformed "Incorrect length";
        BAD_TYPE "lldp.bad_type" Warn Malformed "Incorrect type";
        EXCESS_LENGTH "lldp.excess_length" Warn Malformed "Invalid length, greater than expected";
        TLV_DEPRECATED "lldp.tlv_deprecated" Warn Protocol "TLV has been deprecated";
    }
}

names! {
DCBX_PROTO_NAMES { 1 => "1.0 CIN", 2 => "1.01 CEE" }
DCBX_TYPE_NAMES {
    1 => "DCBx Control",
    2 => "Priority Groups",
    3 => "Priority-Based Flow Control",
    4 => "Application Protocol",
    6 => "Logical Link Down",
}
DCBX_APP_SF_NAMES { 0 => "EtherType", 1 => "Socket Number" }
DCBX_LLINK_TYPE_NAMES { 0 => "FCoE Status", 1 => "LAN Status" }
AGGREGATION_PORTTYPE_NAMES {
    0 => "Not specified",
    1 => "From aggregation port",
    2 => "From aggregator",
    3 => "From single-port aggregator",
}
TLV_TYPE_NAMES {
    0 => "End of LLDPDU",
    1 => "Chassis Id",
    2 => "Port Id",
    3 => "Time to Live",
    4 => "Port Description",
    5 => "System Name",
    6 => "System Description",
    7 => "System Capabilities",
    8 => "Management Address",
    127 => "Organization Specific",
}
CHASSIS_SUBTYPE_NAMES {
    0 => "Reserved",
    1 => "Chassis component",
    2 => "Interface alias",
    3 => "Port component",
    4 => "MAC address",
    5 => "Network address",
    6 => "Interface name",
    7 => "Locally assigned",
}
PORT_SUBTYPE_NAMES {
    0 => "Reserved",
    1 => "Interface alias",
    2 => "Port component",
    3 => "MAC address",
    4 => "Network address",
    5 => "Interface name",
    6 => "Agent circuit Id",
    7 => "Locally assigned",
}
pub(super) MEDIA_SUBTYPE_NAMES {
    1 => "Media Capabilities",
    2 => "Network Policy",
    3 => "Location Identification",
    4 => "Extended Power-via-MDI",
    5 => "Inventory - Hardware Revision",
    6 => "Inventory - Firmware Revision",
    7 => "Inventory - Software Revision",
    8 => "Inventory - Serial Number",
    9 => "Inventory - Manufacturer Name",
    10 => "Inventory - Model Name",
    11 => "Inventory - Asset ID",
}
MEDIA_APP_TYPE_NAMES {
    0 => "Reserved",
    1 => "Voice",
    2 => "Voice Signaling",
    3 => "Guest Voice",
    4 => "Guest Voice Signaling",
    5 => "Softphone Voice",
    6 => "Video Conferencing",
    7 => "Streaming Video",
    8 => "Video Signaling",
}
MEDIA_LOC_DATA_FORMAT_NAMES {
    0 => "Invalid ",
    1 => "Coordinate-based LCI",
    2 => "Civic Address LCI",
    3 => "ECS ELIN",
}
MEDIA_LOC_ALT_TYPE_NAMES {
    1 => "Meters",
    2 => "Floors",
}
MEDIA_CIVIC_WHAT_NAMES {
    0 => "Location of the DHCP server",
    1 => "Location of the network element believed to be closest to the client",
    2 => "Location of the client",
}
MEDIA_CIVIC_TYPE_NAMES {
    0 => "Language",
    1 => "National subdivisions (province, state, etc)",
    2 => "County, parish, district",
    3 => "City, township",
    4 => "City division, borough, ward",
    5 => "Neighborhood, block",
    6 => "Street",
    16 => "Leading street direction",
    17 => "Trailing street suffix",
    18 => "Street suffix",
    19 => "House number",
    20 => "House number suffix",
    21 => "Landmark or vanity address",
    22 => "Additional location information",
    23 => "Name",
    24 => "Postal/ZIP code",
    25 => "Building",
    26 => "Unit",
    27 => "Floor",
    28 => "Room number",
    29 => "Place type",
    128 => "Script",
}
MEDIA_POWER_TYPE_NAMES {
    0 => "PSE Device",
    1 => "PD Device",
    2 => "PSE Device",
    3 => "PD Device",
}
POWER_PRIORITY_NAMES {
    0 => "Unknown",
    1 => "Critical",
    2 => "High",
    3 => "Low",
}
pub(super) PROFINET_SUBTYPE_NAMES {
    1 => "Measured Delay Values",
    2 => "Port Status",
    3 => "Alias",
    4 => "MRP Port Status",
    5 => "Chassis MAC",
    6 => "PTCP Status",
    9 => "TSN Domain",
    10 => "TSN NME Management Address",
    11 => "TSN NME Name UUID",
    12 => "TSN NME Parameter UUID",
    13 => "TSN Time Domain data",
}
PROFINET_RTC2_PORT_STATUS_NAMES {
    0 => "OFF",
    1 => "SYNCDATA_LOADED",
    2 => "RTCLASS2_UP",
    3 => "Reserved",
}
pub(super) PROFINET_RTC3_PORT_STATUS_NAMES {
    0 => "OFF",
    1 => "reserved",
    2 => "RTCLASS3_UP",
    3 => "RTCLASS3_DOWN",
    4 => "RTCLASS3_RUN",
}
PROFINET_FRAGMENTATION_NAMES {
    0 => "OFF",
    1 => "ON",
}
PROFINET_PREAMBLE_NAMES {
    0 => "Seven octets",
    1 => "One octet",
}
PROFINET_MRRT_PORT_STATUS_NAMES {
    0 => "OFF",
    1 => "MRRT_CONFIGURED",
    2 => "MRRT_UP",
}
pub(super) CISCO_SUBTYPE_NAMES {
    1 => "4-wire Power-via-MDI (UPOE)",
    201 => "ACI Port State",
    202 => "ACI Node Role",
    203 => "ACI Node ID",
    204 => "ACI Spine Level",
    205 => "ACI Pod ID",
    206 => "ACI Fabric Name",
    207 => "ACI Appliance Vector",
    208 => "ACI Node IP",
    209 => "ACI Port Role",
    210 => "ACI Firmware Version",
    211 => "ACI Infra VLAN",
    212 => "ACI Serial Number",
    214 => "ACI Model",
    215 => "ACI Node Name",
    216 => "ACI Port Mode",
    217 => "ACI Authentication Cookie",
    218 => "ACI APIC-Mode",
    219 => "ACI Fabric ID",
}
MGN_INTERFACE_SUBTYPE_NAMES {
    1 => "Unknown",
    2 => "ifIndex",
    3 => "System port number",
}
IEEE_802_1_SUBTYPE_NAMES {
    1 => "Port VLAN ID",
    2 => "Port and Protocol VLAN ID",
    3 => "VLAN Name",
    4 => "Protocol Identity",
    5 => "VID Usage Digest",
    6 => "Management VID",
    7 => "Link Aggregation",
    8 => "Congestion Notification",
    9 => "ETS Configuration",
    10 => "ETS Recommendation",
    11 => "Priority Flow Control Configuration",
    12 => "Application Protocol",
    13 => "EVB",
    14 => "CDCP",
    15 => "Port extension",
    16 => "Application VLAN",
    17 => "LRP ECP Discovery",
    18 => "LRP TCP Discovery",
    19 => "Congestion Isolation",
    20 => "Topology Recognition",
}
DCBX_IEEE_ETS_TSA0_NAMES {
    0 => "Strict Priority",
    1 => "Credit-Based Shaper",
    2 => "Enhanced Transmission Selection",
    255 => "Vendor Specific Algorithm",
}
DCBX_IEE_APP_SF_NAMES {
    0 => "Reserved",
    1 => "Default or Ethertype",
    2 => "Port over TCP/SCTP",
    3 => "Port over UDP/DCCP",
    4 => "Port over TCP/SCTP/UDP/DCCP",
    5 => "Reserved",
    6 => "Reserved",
    7 => "Reserved",
}
IEEE_802_3_SUBTYPE_NAMES {
    1 => "MAC/PHY Configuration/Status",
    2 => "Power Via MDI",
    3 => "Link Aggregation",
    4 => "Maximum Frame Size",
    5 => "EEE (Energy-Efficient Ethernet)",
    7 => "IEEE 802.3br Additional Ethernet capabilities",
}
IEEE_802_3_PMD_MAU_TYPE_NAMES {
    0 => "other or unknown",
    1 => "AUI - no internal MAU, view from AUI",
    2 => "10Base5 - thick coax MAU",
    3 => "Foirl - FOIRL MAU",
    4 => "10Base2 - thin coax MAU",
    5 => "10BaseT - UTP MAU",
    6 => "10BaseFP - passive fiber MAU",
    7 => "10BaseFB - sync fiber MAU",
    8 => "10BaseFL - async fiber MAU",
    9 => "10Broad36 - broadband DTE MAU",
    10 => "10BaseTHD - UTP MAU, half duplex mode",
    11 => "10BaseTFD - UTP MAU, full duplex mode",
    12 => "10BaseFLHD - async fiber MAU, half duplex mode",
    13 => "10BaseFLDF - async fiber MAU, full duplex mode",
    14 => "10BaseT4 - 4 pair category 3 UTP",
    15 => "100BaseTXHD - 2 pair category 5 UTP, half duplex mode",
    16 => "100BaseTXFD - 2 pair category 5 UTP, full duplex mode",
    17 => "100BaseFXHD - X fiber over PMT, half duplex mode",
    18 => "100BaseFXFD - X fiber over PMT, full duplex mode",
    19 => "100BaseT2HD - 2 pair category 3 UTP, half duplex mode",
    20 => "100BaseT2DF - 2 pair category 3 UTP, full duplex mode",
    21 => "1000BaseXHD - PCS/PMA, unknown PMD, half duplex mode",
    22 => "1000BaseXFD - PCS/PMA, unknown PMD, full duplex mode",
    23 => "1000BaseLXHD - Fiber over long-wavelength laser, half duplex mode",
    24 => "1000BaseLXFD - Fiber over long-wavelength laser, full duplex mode",
    25 => "1000BaseSXHD - Fiber over short-wavelength laser, half duplex mode",
    26 => "1000BaseSXFD - Fiber over short-wavelength laser, full duplex mode",
    27 => "1000BaseCXHD - Copper over 150-Ohm balanced cable, half duplex mode",
    28 => "1000BaseCXFD - Copper over 150-Ohm balanced cable, full duplex mode",
    29 => "1000BaseTHD - Four-pair Category 5 UTP, half duplex mode",
    30 => "1000BaseTFD - Four-pair Category 5 UTP, full duplex mode",
    31 => "10GigBaseX - X PCS/PMA, unknown PMD.",
    32 => "10GigBaseLX4 - X fiber over WWDM optics",
    33 => "10GigBaseR - R PCS/PMA, unknown PMD.",
    34 => "10GigBaseER - R fiber over 1550 nm optics",
    35 => "10GigBaseLR - R fiber over 1310 nm optics",
    36 => "10GigBaseSR - R fiber over 850 nm optics",
    37 => "10GigBaseW - W PCS/PMA, unknown PMD.",
    38 => "10GigBaseEW - W fiber over 1550 nm optics",
    39 => "10GigBaseLW - W fiber over 1310 nm optics",
    40 => "10GigBaseSW - W fiber over 850 nm optics",
    41 => "10GBASE-CX4 - X copper over 8 pair 100-Ohm balanced cable",
    42 => "2BASE-TL - Voice grade UTP copper, up to 2700m, optional PAF",
    43 => "10PASS-TS - Voice grade UTP copper, up to 750m, optional PAF",
    44 => "100BASE-BX10D - One single-mode fiber OLT, long wavelength, 10km",
    45 => "100BASE-BX10U - One single-mode fiber ONU, long wavelength, 10km",
    46 => "100BASE-LX10 - One single-mode fiber ONU, long wavelength, 10km",
    47 => "1000BASE-BX10D - One single-mode fiber OLT, long wavelength, 10km",
    48 => "1000BASE-BX10U - One single-mode fiber ONU, long wavelength, 10km",
    49 => "1000BASE-LX10 - Two sigle-mode fiber, long wavelength, 10km",
    50 => "1000BASE-PX10D - One single-mode fiber EPON OLT, 10km",
    51 => "1000BASE-PX10U - One single-mode fiber EPON ONU, 10km",
    52 => "1000BASE-PX20D - One single-mode fiber EPON OLT, 20km",
    53 => "1000BASE-PX20U - One single-mode fiber EPON ONU, 20km",
}
IEEE_802_3_MDI_POWER_CLASS_NAMES {
    1 => "0",
    2 => "1",
    3 => "2",
    4 => "3",
    5 => "4",
}
IEEE_802_3_MDI_POWER_TYPE_NAMES {
    0 => "Type 2 PSE Device",
    1 => "Type 2 PD Device",
    2 => "Type 1 PSE Device",
    3 => "Type 1 PD Device",
}
MEDIA_SUBTYPE_CLASS_NAMES {
    0 => "Type Not Defined",
    1 => "Endpoint Class I",
    2 => "Endpoint Class II",
    3 => "Endpoint Class III",
    4 => "Network Connectivity",
}
IANA_SUBTYPE_NAMES {
    1 => "Manufacturer Usage Description URL",
} }

const CAPS: [Field; 8] = [
    TLV_SYSTEM_CAP_OTHER,
    TLV_SYSTEM_CAP_REPEATER,
    TLV_SYSTEM_CAP_BRIDGE,
    TLV_SYSTEM_CAP_WLAN_ACCESS_PT,
    TLV_SYSTEM_CAP_ROUTER,
    TLV_SYSTEM_CAP_TELEPHONE,
    TLV_SYSTEM_CAP_DOCSIS_CABLE_DEVICE,
    TLV_SYSTEM_CAP_STATION_ONLY,
];
const ENABLED: [Field; 8] = [
    TLV_ENABLE_SYSTEM_CAP_OTHER,
    TLV_ENABLE_SYSTEM_CAP_REPEATER,
    TLV_ENABLE_SYSTEM_CAP_BRIDGE,
    TLV_ENABLE_SYSTEM_CAP_WLAN_ACCESS_PT,
    TLV_ENABLE_SYSTEM_CAP_ROUTER,
    TLV_ENABLE_SYSTEM_CAP_TELEPHONE,
    TLV_ENABLE_SYSTEM_CAP_DOCSIS_CABLE_DEVICE,
    TLV_ENABLE_SYSTEM_CAP_STATION_ONLY,
];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("LLDP");
    cx.info_clear();
    // Three TLVs come first, in this order (IEEE 802.1AB section 8.2): without them nothing is read.
    let mut first = [(1, "Chassis ID"), (2, "Port ID"), (3, "Time-to-Live")].into_iter();
    while c.left() >= 2 {
        // Behind these three, a capture that ends between two TLVs ends them.
        if c.captured() == 0 && first.len() == 0 {
            return Ok(());
        }
        let head = c.peek_u16(0)?;
        let (kind, len) = ((head >> 9) as u8, usize::from(head & 0x1ff));
        if let Some((right, what)) = first.next().filter(|f| f.0 != kind) {
            let text = |o: &mut requin_wire::Out<'_>| {
                o.s("Invalid ").s(what).s(" (0x").x(kind, 2).s("), expected (0x").x(right, 2).s(")");
            };
            cx.info(|o| _ = o.s("Invalid ").s(what).s(" TLV"));
            let item = cx.line(c.span(2), text);
            cx.expert_with(BAD_TYPE, item, c.span(0), text);
            return Ok(());
        }
        // Nothing is shown of a TLV that the capture cut.
        if c.cuts(2 + len) {
            return Err(Stop::Cut);
        }
        // Nor of one that reaches beyond the frame.
        if c.left() < 2 + len {
            return Err(Stop::Contained);
        }
        let mut tlv = c.take(2 + len);
        let name = TLV_TYPE_NAMES.or(u64::from(kind), "Unknown TLV");
        let top = cx.line(tlv.span(2 + len), |o| _ = o.s(name));
        let goes_on = cx.under(top, |cx| -> Result<bool, Stop> {
            cx.peek(TLV_TYPE, &tlv, 2)?;
            cx.peek(TLV_LEN, &tlv, 2)?;
            tlv.skip(2)?;
            value(cx, top, kind, &mut tlv)
        })?;
        if !goes_on {
            cx.ends_at(all.pos() + all.left());
            return Ok(());
        }
        if kind == 0 {
            break;
        }
    }
    cx.proto_len(all.left() - c.left());
    // Wireshark counts the closing element and the byte before it as the frame's trailer.
    cx.ends_at(c.pos().saturating_sub(3).max(all.pos()));
    Ok(())
}

/// What an element says. `false`: nothing is read behind it.
fn value<S: Sink>(cx: &mut Cx<'_, S>, top: Item, kind: u8, v: &mut Cursor<'_>) -> Result<bool, Stop> {
    match kind {
        1 => return identity(cx, top, v, true),
        2 => return identity(cx, top, v, false),
        _ => {}
    }
    other(cx, top, kind, v).map(|()| true)
}

fn other<S: Sink>(cx: &mut Cx<'_, S>, top: Item, kind: u8, v: &mut Cursor<'_>) -> Step {
    let n = v.left();
    match kind {
        3 => {
            let secs = cx.u16(TIME_TO_LIVE, v)?;
            cx.label(top, |o| _ = o.s("Time To Live = ").u(secs).s(" sec"));
            cx.info_add(|o| _ = o.u(secs).s(" "));
            Ok(())
        }
        4..=6 => {
            let (field, name, short) = match kind {
                4 => (PORT_DESC, "Port Description = ", ""),
                5 => (TLV_SYSTEM_NAME, "System Name = ", "SysN="),
                _ => (TLV_SYSTEM_DESC, "System Description = ", "SysD="),
            };
            let bytes = v.peek_bytes(0, n)?;
            let text = bytes.split(|b| *b == 0).next().unwrap_or_default();
            cx.label(top, |o| _ = o.s(name).text(text));
            if kind != 4 {
                cx.info_add(|o| _ = o.s(short).text(text).s(" "));
            }
            let span = v.span(n);
            let item = cx.field(field, v, n)?;
            crate::application::text::stray(cx, item, span, bytes);
            Ok(())
        }
        7 => {
            cx.label(top, |o| _ = o.s("Capabilities"));
            cx.flags(TLV_SYSTEM_CAP, v, 2, &CAPS)?;
            cx.flags(TLV_ENABLE_SYSTEM_CAP, v, 2, &ENABLED)?;
            Ok(())
        }
        8 => management(cx, v),
        127 => organization(cx, top, v),
        _ => Ok(()),
    }
}

/// Who, or which port: a kind of name, and the name. `false`: it cannot be, and nothing more is read.
fn identity<S: Sink>(cx: &mut Cx<'_, S>, top: Item, v: &mut Cursor<'_>, chassis: bool) -> Result<bool, Stop> {
    let total = v.left();
    let kind = if total < 2 { 0 } else { v.peek_u8(0)? };
    let n = total.saturating_sub(1);
    let (names, subtype) =
        if chassis { (CHASSIS_SUBTYPE_NAMES, CHASSIS_SUBTYPE) } else { (PORT_SUBTYPE_NAMES, PORT_SUBTYPE) };
    let what = if chassis { "Chassis" } else { "Port" };
    let is_mac = kind == if chassis { 4 } else { 3 };
    if total < 2 || is_mac && n != 6 {
        cx.info_clear();
        cx.info(|o| _ = o.s("Invalid ").s(what).s(" ID TLV"));
        let name = names.or(u64::from(kind), "Reserved");
        cx.label(top, |o| _ = o.s(what).s(" Subtype = ").s(name));
        cx.expert_with(INCORRECT_LENGTH, top, v.span(0), |o| {
            o.s("Invalid ").s(what).s(" ID Length (").u(total as u64);
            if is_mac {
                o.s(") for Type (").s(name).s("), expected (7)");
            } else {
                o.s("), expected > (2)");
            }
        });
        if total > 0 {
            cx.field(subtype, v, 1)?;
        }
        return Ok(false);
    }
    let bytes = v.peek_bytes(1, n)?;
    let family = bytes.first().copied().filter(|_| kind == if chassis { 5 } else { 4 });
    let address = bytes.get(1..).unwrap_or_default();
    let is_component = kind == if chassis { 3 } else { 2 };
    let is_reserved = kind == 0 || names.find(u64::from(kind)).is_none();
    let text = |o: &mut Out<'_>| match (family, address.len()) {
        (Some(1), 4) => _ = o.ipv4(requin_wire::be(address) as u32),
        (Some(2), 16) => _ = o.ipv6(address),
        _ if is_mac => _ = o.hex_bytes(bytes, b':'),
        _ if is_component => _ = o.hex_bytes(bytes, 0),
        _ if is_reserved => _ = o.s("Reserved"),
        _ => _ = o.text(bytes.split(|b| *b == 0).next().unwrap_or_default()),
    };
    cx.label(top, |o| {
        o.s(what).s(" Subtype = ").s(names.or(u64::from(kind), "Reserved")).s(", Id: ");
        text(o);
    });
    let short = match (chassis, kind) {
        (true, 1) => "CC",
        (true, 2) | (false, 1) => "IA",
        (true, 3) | (false, 2) => "PC",
        (true, 4) | (false, 3) => "MA",
        (true, 5) | (false, 4) => "NA",
        (true, 6) | (false, 5) => "IN",
        (_, 7) => "LA",
        (false, 6) => "AC",
        _ => "Rs",
    };
    cx.info_add(|o| {
        o.s(short).s("/");
        text(o);
        o.s(" ");
    });
    cx.field(subtype, v, 1)?;
    let of = |rows: [Field; 2]| rows[usize::from(!chassis)];
    match (family, address.len()) {
        (Some(family), len) => {
            cx.field(NETWORK_ADDRESS_SUBTYPE, v, 1)?;
            match (family, len) {
                (1, 4) => _ = cx.field(of([CHASSIS_ID_IP4, PORT_ID_IP4]), v, 4)?,
                (2, 16) => _ = cx.field(of([CHASSIS_ID_IP6, PORT_ID_IP6]), v, 16)?,
                _ => _ = cx.field(of([CHASSIS_ID, PORT_ID]), v, len)?,
            }
        }
        _ if is_mac => _ = cx.field(of([CHASSIS_ID_MAC, PORT_ID_MAC]), v, 6)?,
        _ => _ = cx.field(of([CHASSIS_ID, PORT_ID]), v, n)?,
    }
    Ok(true)
}

fn management<S: Sink>(cx: &mut Cx<'_, S>, v: &mut Cursor<'_>) -> Step {
    let len = usize::from(cx.u8(MGN_ADDRESS_LEN, v)?);
    let kind = cx.u8(MGN_ADDRESS_SUBTYPE, v)?;
    let n = len.saturating_sub(1);
    match (kind, n) {
        (1, 4) => _ = cx.field(MGN_ADDR_IP4, v, 4)?,
        (2, 16) => _ = cx.field(MGN_ADDR_IP6, v, 16)?,
        _ => _ = cx.field(MGN_ADDR_HEX, v, n)?,
    }
    cx.field(MGN_INTERFACE_SUBTYPE, v, 1)?;
    cx.field(MGN_INTERFACE_NUMBER, v, 4)?;
    let n = usize::from(cx.u8(MGN_OBJ_LEN, v)?);
    if n > 0 {
        cx.field(MGN_OBJ_ID, v, n)?;
    }
    Ok(())
}

const IEEE_802_1: u32 = 0x00_80c2;
/// Manufacturer usage descriptions, RFC 8520 section 11.
const IANA: u32 = 0x00_005e;
const IEEE_802_3: u32 = 0x00_120f;
const MEDIA: u32 = 0x00_12bb;
const PROFINET: u32 = 0x00_0ecf;
const CISCO: u32 = 0x00_0142;
/// What Data Center Bridging Exchange was first told with.
const INTEL: u32 = 0x00_1b21;

/// What organisations defined.
fn organization<S: Sink>(cx: &mut Cx<'_, S>, top: Item, v: &mut Cursor<'_>) -> Step {
    let h = v.peek_array::<4>()?;
    let (org, sub) = (u32::from_be_bytes([0, h[0], h[1], h[2]]), h[3]);
    let maker = super::oui::maker(&h[..3]).map(|m| m.long);
    let known = match org {
        IEEE_802_1 => Some("IEEE"),
        IEEE_802_3 => Some("Ieee 802.3"),
        IANA => Some("ICANN, IANA Department"),
        MEDIA => Some("Telecommunications Industry Association TR-41 Committee"),
        _ => maker,
    };
    let item = cx.field(ORGTLV_OUI, v, 3)?;
    cx.label(item, |o| {
        o.s("Organization Unique Code: ").hex_bytes(&h[..3], b':');
        if let Some(name) = known {
            o.s(" (").s(name).s(")");
        }
    });
    let names: Option<Names> = match org {
        IEEE_802_1 => Some(IEEE_802_1_SUBTYPE_NAMES),
        IEEE_802_3 => Some(IEEE_802_3_SUBTYPE_NAMES),
        IANA => Some(IANA_SUBTYPE_NAMES),
        MEDIA => Some(MEDIA_SUBTYPE_NAMES),
        PROFINET => Some(PROFINET_SUBTYPE_NAMES),
        CISCO => Some(CISCO_SUBTYPE_NAMES),
        INTEL => Some(DCBX_PROTO_NAMES),
        _ => None,
    };
    cx.label(top, |o| {
        o.s(known.unwrap_or("Unknown")).s(" - ");
        match (names.and_then(|n| n.find(u64::from(sub))), org) {
            (Some(name), _) => o.s(name),
            (None, CISCO | INTEL) => o.s("Unknown subtype (").hex(sub, 1).c(b')'),
            (None, PROFINET) => o.s("Reserved (").hex(sub, 1).c(b')'),
            (None, _) if names.is_some() => o.s("Unknown subtype ").hex(sub, 1),
            (None, _) => o.s("Unknown (").u(sub).c(b')'),
        };
    });
    match org {
        IEEE_802_1 => bridging(cx, sub, v),
        IEEE_802_3 => {
            physical(cx, sub, v)?;
            let n = v.left();
            if n > 0 {
                let text = "Invalid length, greater than expected";
                let item = cx.line(v.span(n), |o| _ = o.s(text));
                cx.expert(EXCESS_LENGTH, item, v.span(n));
            }
            Ok(())
        }
        MEDIA => lldp_media::dissect(cx, sub, v),
        PROFINET => lldp_makers::profinet(cx, sub, v),
        CISCO => lldp_makers::cisco(cx, sub, v),
        INTEL => lldp_dcbx::dissect(cx, v),
        IANA if sub == 1 => {
            cx.u8(IANA_SUBTYPE, v)?;
            let n = v.left();
            cx.field(IANA_MUDURL, v, n)?;
            Ok(())
        }
        _ => {
            cx.field(if org == IANA { IANA_SUBTYPE } else { UNKNOWN_SUBTYPE }, v, 1)?;
            lldp_makers::content(cx, v)
        }
    }
}

fn bridging<S: Sink>(cx: &mut Cx<'_, S>, sub: u8, v: &mut Cursor<'_>) -> Step {
    cx.field(IEEE_802_1_SUBTYPE, v, 1)?;
    match sub {
        1 => _ = cx.field(IEEE_802_1_PORT_VLAN_ID, v, 2)?,
        2 => {
            let bits = [IEEE_802_1_PORT_AND_VLAN_ID_FLAG_SUPPORTED, IEEE_802_1_PORT_AND_VLAN_ID_FLAG_ENABLED];
            cx.flags(IEEE_802_1_PORT_AND_VLAN_ID_FLAG, v, 1, &bits)?;
            cx.field(IEEE_802_1_PORT_PROTO_VLAN_ID, v, 2)?;
        }
        3 => {
            cx.field(IEEE_802_1_VLAN_ID, v, 2)?;
            let n = usize::from(cx.u8(IEEE_802_1_VLAN_NAME_LEN, v)?);
            cx.field(IEEE_802_1_VLAN_NAME, v, n)?;
        }
        4 => {
            let n = usize::from(cx.u8(IEEE_802_1_PROTO_ID_LENGTH, v)?);
            cx.field(IEEE_802_1_PROTO_ID, v, n)?;
        }
        7 => {
            let bits = [
                IEEE_802_1_AGGREGATION_STATUS_CAP,
                IEEE_802_1_AGGREGATION_STATUS_ENABLED,
                IEEE_802_1_AGGREGATION_STATUS_PORTTYPE,
            ];
            cx.flags(IEEE_802_1_AGGREGATION_STATUS, v, 1, &bits)?;
            cx.field(IEEE_802_1_AGGREGATED_PORT_ID, v, 4)?;
        }
        _ => lldp_dcb::dissect(cx, sub, v)?,
    }
    Ok(())
}

/// Bits of the advertised capabilities from the lowest of the field, in either order of bits.
const ADVERTISED: [[Field; 2]; 16] = [
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_1000BASE_TFD,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_TFD,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_1000BASE_T,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_T,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_1000BASE_XFD,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_XFD,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_1000BASE_X,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_1000BASE_X,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_FDX_BPAUSE,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_FDX_BPAUSE,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_FDX_SPAUSE,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_FDX_SPAUSE,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_FDX_APAUSE,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_FDX_APAUSE,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_FDX_PAUSE,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_FDX_PAUSE,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_T2FD,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_T2FD,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_T2,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_T2,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_TXFD,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_TXFD,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_TX,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_TX,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_100BASE_T4,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_100BASE_T4,
    ],
    [
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_10BASE_TFD,
        IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_10BASE_TFD,
    ],
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_10BASE_T, IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_10BASE_T],
    [IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_OTHER, IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS_INV_OTHER],
];

fn physical<S: Sink>(cx: &mut Cx<'_, S>, sub: u8, v: &mut Cursor<'_>) -> Step {
    let item = cx.field(IEEE_802_3_SUBTYPE, v, 1)?;
    match sub {
        1 => {
            let bits =
                [IEEE_802_3_MAC_PHY_AUTO_NEG_STATUS_SUPPORTED, IEEE_802_3_MAC_PHY_AUTO_NEG_STATUS_ENABLED];
            cx.flags(IEEE_802_3_MAC_PHY_AUTO_NEG_STATUS, v, 1, &bits)?;
            let plain = ADVERTISED.map(|f| f[0]);
            let from = *v;
            cx.flags(IEEE_802_3_PMD_AUTO_NEG_ADVERTISED_CAPS, v, 2, &plain)?;
            let line = cx.line(from.span(2), |o| _ = o.s("Same in inverse (wrong) bitorder"));
            cx.under(line, |cx| -> Step {
                for [_, field] in ADVERTISED {
                    cx.peek(field, &from, 2)?;
                }
                Ok(())
            })?;
            cx.field(IEEE_802_3_PMD_MAU_TYPE, v, 2)?;
        }
        2 => {
            let bits = [
                IEEE_802_3_MDI_POWER_SUPPORT_PORT_CLASS,
                IEEE_802_3_MDI_POWER_SUPPORT_SUPPORTED,
                IEEE_802_3_MDI_POWER_SUPPORT_ENABLED,
                IEEE_802_3_MDI_POWER_SUPPORT_PSE_PAIRS,
            ];
            cx.flags(IEEE_802_3_MDI_POWER_SUPPORT, v, 1, &bits)?;
            cx.field(IEEE_802_3_MDI_PSE_PAIR, v, 1)?;
            cx.field(IEEE_802_3_MDI_POWER_CLASS, v, 1)?;
            if v.left() >= 5 {
                cx.peek(IEEE_802_3_MDI_POWER_TYPE, v, 1)?;
                cx.peek(IEEE_802_3_MDI_POWER_SOURCE, v, 1)?;
                cx.field(IEEE_802_3_MDI_POWER_PRIORITY, v, 1)?;
                cx.field(IEEE_802_3_MDI_PDE_REQUESTED, v, 2)?;
                cx.field(IEEE_802_3_MDI_PSE_ALLOCATED, v, 2)?;
            }
        }
        3 => {
            cx.expert_with(TLV_DEPRECATED, item, v.span(0), |o| _ = o.s("TLV has been deprecated"));
            let bits = [IEEE_802_3_AGGREGATION_STATUS_CAP, IEEE_802_3_AGGREGATION_STATUS_ENABLED];
            cx.flags(IEEE_802_3_AGGREGATION_STATUS, v, 1, &bits)?;
            cx.field(IEEE_802_3_AGGREGATED_PORT_ID, v, 4)?;
        }
        4 => _ = cx.field(IEEE_802_3_MAX_FRAME_SIZE, v, 2)?,
        5 => {
            for field in EEE {
                cx.field(field, v, 2)?;
            }
        }
        7 => {
            let bits = [
                IEEE_802_3BR_AEC_SUPPORT,
                IEEE_802_3BR_AEC_ENABLE,
                IEEE_802_3BR_AEC_ACTIVE,
                IEEE_802_3BR_AEC_ADDFRAGSIZE,
                IEEE_802_3BR_AEC_RESERVED,
            ];
            cx.flags(IEEE_802_3BR_EAC, v, 2, &bits)?;
        }
        _ => {}
    }
    Ok(())
}

/// How long a link may take to wake up, in microseconds: Energy-Efficient Ethernet.
const EEE: [Field; 5] = [
    IEEE_802_3_EEE_TRANSMIT,
    IEEE_802_3_EEE_RECEIVE,
    IEEE_802_3_EEE_FALLBACK_RECEIVE,
    IEEE_802_3_EEE_ECHO_TRANSMIT,
    IEEE_802_3_EEE_ECHO_RECEIVE,
];
