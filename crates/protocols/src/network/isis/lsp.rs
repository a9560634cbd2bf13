//! Link state PDUs of IS-IS: ISO 10589 section 9.8, and the codes of RFC 1195.

use super::clv::{self, Rows, remark};
use super::{lsp_capability as capability, lsp_reach as reach};
use crate::common::{SET, YES, run};
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Value, names, proto};

proto! {
    ISIS_LSP "isis.lsp" "ISO 10589 ISIS Link State Protocol Data Unit" "ISIS LSP" Network
    on []
    fields {
        PDU_LENGTH "isis.lsp.pdu_length" "PDU length": U16 Dec;
        REMAINING_LIFE "isis.lsp.remaining_life" "Remaining lifetime": U16 Dec;
        LSP_ID "isis.lsp.lsp_id" "LSP-ID": SysId;
        HOSTNAME "isis.lsp.hostname" "Hostname": Str;
        SRLG_SYSTEM_ID "isis.lsp.srlg.system_id" "System ID": SysId;
        SRLG_PSEUDO_NUM "isis.lsp.srlg.pseudo_num" "Pseudonode num": U8 Dec;
        SRLG_FLAGS_NUMBERED "isis.lsp.srlg.flags_numbered" "Numbered": Bool(8) & 0x1 = YES;
        SRLG_IPV4_LOCAL "isis.lsp.srlg.ipv4_local" "IPv4 interface address/Link Local Identifier": Ipv4;
        SRLG_IPV4_REMOTE "isis.lsp.srlg.ipv4_remote" "IPv4 neighbor address/Link remote Identifier": Ipv4;
        SRLG_VALUE "isis.lsp.srlg.value" "Shared Risk Link Group Value": U32 DecHex;
        SEQUENCE_NUMBER "isis.lsp.sequence_number" "Sequence number": U32 Hex;
        CHECKSUM "isis.lsp.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "isis.lsp.checksum.status" "Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        CLV_IPV4_INT_ADDR "isis.lsp.clv_ipv4_int_addr" "IPv4 interface address": Ipv4;
        CLV_IPV6_INT_ADDR "isis.lsp.clv_ipv6_int_addr" "IPv6 interface address": Ipv6;
        CLV_TE_ROUTER_ID "isis.lsp.clv_te_router_id" "Traffic Engineering Router ID": Ipv4;
        CLV_MT "isis.lsp.clv_mt" "MT-ID": U16 Hex;
        PARTITION_REPAIR "isis.lsp.partition_repair" "Partition Repair": Bool(8) & 0x80 = Names::Bools("Supported", "Not supported");
        ATT "isis.lsp.att" "Attachment": U8 Dec & 0x78;
        OVERLOAD "isis.lsp.overload" "Overload bit": Bool(8) & 0x4 = SET;
        ROOT_ID "isis.lsp.root.id" "Root Bridge ID": SysId;
        IS_TYPE "isis.lsp.is_type" "Type of Intermediate System": U8 Dec & 0x3 = IS_TYPE_NAMES;
        CLV_TYPE "isis.lsp.clv.type" "Type": U8 Dec;
        CLV_LENGTH "isis.lsp.clv.length" "Length": U8 Dec;
        BW_CT_MODEL "isis.lsp.bw_ct.model" "Bandwidth Constraints Model Id": U8 Dec;
        BW_CT_RSV "isis.lsp.bw_ct.rsv" "Reserved": U24 Hex;
        BW_CT_0 "isis.lsp.bw_ct.0" "Bandwidth Constraints 0": F32;
        BW_CT_1 "isis.lsp.bw_ct.1" "Bandwidth Constraints 1": F32;
        BW_CT_2 "isis.lsp.bw_ct.2" "Bandwidth Constraints 2": F32;
        BW_CT_3 "isis.lsp.bw_ct.3" "Bandwidth Constraints 3": F32;
        BW_CT_4 "isis.lsp.bw_ct.4" "Bandwidth Constraints 4": F32;
        BW_CT_5 "isis.lsp.bw_ct.5" "Bandwidth Constraints 5": F32;
        BW_CT_6 "isis.lsp.bw_ct.6" "Bandwidth Constraints 6": F32;
        BW_CT_7 "isis.lsp.bw_ct.7" "Bandwidth Constraints 7": F32;
        SPB_LINK_METRIC "isis.lsp.spb.link_metric" "SPB Link Metric": U24 HexDec;
        SPB_PORT_COUNT "isis.lsp.spb.port_count" "Number of Ports": U8 Dec;
        SPB_PORT_ID "isis.lsp.spb.port_id" "Port Id": U16 HexDec;
        ADJ_SID_FLAGS "isis.lsp.adj_sid.flags" "Flags": U8 Hex;
        ADJ_SID_FLAGS_F "isis.lsp.adj_sid.flags.f" "Outgoing Encapsulation": Bool(8) & 0x80 = Names::Bools("IPv6", "IPv4");
        ADJ_SID_FLAGS_B "isis.lsp.adj_sid.flags.b" "Backup": Bool(8) & 0x40 = SET;
        ADJ_SID_FLAGS_V "isis.lsp.adj_sid.flags.v" "Value": Bool(8) & 0x20 = SET;
        ADJ_SID_FLAGS_L "isis.lsp.adj_sid.flags.l" "Local Significance": Bool(8) & 0x10 = YES;
        ADJ_SID_FLAGS_S "isis.lsp.adj_sid.flags.s" "Set": Bool(8) & 0x8 = SET;
        ADJ_SID_WEIGHT "isis.lsp.adj_sid.weight" "Weight": U8 Hex;
        ADJ_SID_SYSTEM_ID "isis.lsp.adj_sid.system_id" "System-ID": SysId;
        SID_SLI_LABEL "isis.lsp.sid.sli_label" "SID/Label/Index": U24 Dec & 0xfffff;
        SID_SLI_INDEX "isis.lsp.sid.sli_index" "SID/Label/Index": U32 Hex;
        SID_SLI_IPV6 "isis.lsp.sid.sli_ipv6" "SID/Label/Index": Ipv6;
        SPB_RESERVED "isis.lsp.spb.reserved" "SR Bit": U16 Dec & 0xc000;
        SPB_SR_BIT "isis.lsp.spb.sr_bit" "SR Bit": U16 Dec & 0x3000;
        SPB_SPVID "isis.lsp.spb.spvid" "SPVID": U16 HexDec & 0xfff;
        SPB_MAC_ADDRESS_T "isis.lsp.spb.mac_address.t" "T": Bool(8) & 0x80;
        SPB_MAC_ADDRESS_R "isis.lsp.spb.mac_address.r" "R": Bool(8) & 0x40;
        SPB_MAC_ADDRESS_RESERVED "isis.lsp.spb.mac_address.reserved" "Reserved": U8 Dec & 0x3f;
        SPB_MAC_ADDRESS "isis.lsp.spb.mac_address" "MAC Address": Ether;
        SL_BINDING_FLAGS "isis.lsp.sl_binding.flags" "TLV Flags": U8 Hex;
        SL_BINDING_FLAGS_F "isis.lsp.sl_binding.flags_f" "Flag F: Address Family": Bool(8) & 0x80 = SET;
        SL_BINDING_FLAGS_M "isis.lsp.sl_binding.flags_m" "Flag M: Mirror Context": Bool(8) & 0x40 = SET;
        SL_BINDING_FLAGS_S "isis.lsp.sl_binding.flags_s" "Flag S": Bool(8) & 0x20 = SET;
        SL_BINDING_FLAGS_D "isis.lsp.sl_binding.flags_d" "Flag D": Bool(8) & 0x10 = SET;
        SL_BINDING_FLAGS_A "isis.lsp.sl_binding.flags_a" "Flag A: Attached": Bool(8) & 0x8 = SET;
        SL_BINDING_FLAGS_RSV "isis.lsp.sl_binding.flags_rsv" "Flag reserved": U8 Hex & 0x7;
        SL_BINDING_WEIGHT "isis.lsp.sl_binding.weight" "Weight": U8 Dec;
        SL_BINDING_RANGE "isis.lsp.sl_binding.range" "Range": U16 Dec;
        SL_BINDING_PREFIX_LEN "isis.lsp.sl_binding.prefix_len" "Prefix length": U8 Dec;
        SL_BINDING_PREFIX_IPV4 "isis.lsp.sl_binding.prefix_ipv4" "Prefix": Ipv4;
        SL_BINDING_PREFIX_IPV6 "isis.lsp.sl_binding.prefix_ipv6" "Prefix": Ipv6;
        SL_BINDING_SUBTLV "isis.lsp.sl_binding.subtlv" "SID/Label sub-TLV :": None;
        SL_SUB_TLV_TYPE "isis.lsp.sl_sub_tlv_type" "SID/label sub-TLV type": U8 Dec = SL_SUB_TLV_TYPE_NAMES;
        SL_BINDING_SUB_TLV_LEN "isis.lsp.sl_binding.sub_tlv_len" "Sub-TLV length": U8 Dec;
        SL_SUB_TLV_LABEL20 "isis.lsp.sl_sub_tlv.label20" "SID/Label": U24 Dec & 0xfffff;
        SL_SUB_TLV_LABEL32 "isis.lsp.sl_sub_tlv.label32" "SID/Label": U32 Dec;
        SL_SUB_TLV_FLAGS "isis.lsp.sl_sub_tlv.flags" "sub-TLV Flags": U8 Hex;
        SL_SUB_TLV_FLAGS_R "isis.lsp.sl_sub_tlv.flags_r" "Flag R: Re-advertisement": Bool(8) & 0x80 = SET;
        SL_SUB_TLV_FLAGS_N "isis.lsp.sl_sub_tlv.flags_n" "Flag N: Node-SID": Bool(8) & 0x40 = SET;
        SL_SUB_TLV_FLAGS_P "isis.lsp.sl_sub_tlv.flags_p" "Flag P: no-PHP": Bool(8) & 0x20 = SET;
        SL_SUB_TLV_FLAGS_E "isis.lsp.sl_sub_tlv.flags_e" "Flag E: Explicit-Null": Bool(8) & 0x10 = SET;
        SL_SUB_TLV_FLAGS_V "isis.lsp.sl_sub_tlv.flags_v" "Flag V: Value": Bool(8) & 0x8 = SET;
        SL_SUB_TLV_FLAGS_L "isis.lsp.sl_sub_tlv.flags_l" "Flag L: Local": Bool(8) & 0x4 = SET;
        SL_SUB_TLV_FLAGS_RSV "isis.lsp.sl_sub_tlv.flags_rsv" "Flag reserved": U8 Hex & 0x3;
        SL_SUB_TLV_ALGORITHM "isis.lsp.sl_sub_tlv.algorithm" "Algorithm": U8 Dec;
        RESERVED "isis.lsp.reserved" "Reserved": U16 Hex & 0xf000;
        MTID "isis.lsp.mtid" "Topology ID": U16 Dec & 0xfff = MTID_NAMES;
        IP_REACHABILITY_IPV4_PREFIX "isis.lsp.ip_reachability.ipv4_prefix" "IPv4 prefix": Ipv4;
        IP_REACHABILITY_DEFAULT_METRIC "isis.lsp.ip_reachability.default_metric" "Default Metric": U8 Dec & 0x3f;
        IP_REACHABILITY_DELAY_METRIC "isis.lsp.ip_reachability.delay_metric" "Delay Metric": U8 Dec & 0x3f;
        IP_REACHABILITY_EXPENSE_METRIC "isis.lsp.ip_reachability.expense_metric" "Expense Metric": U8 Dec & 0x3f;
        IP_REACHABILITY_ERROR_METRIC "isis.lsp.ip_reachability.error_metric" "Error Metric": U8 Dec & 0x3f;
        EXT_IP_REACHABILITY_SUBCLVS_LENGTH "isis.lsp.ext_ip_reachability.subclvs_length" "SubCLV Length": U8 Dec;
        EXT_IP_REACHABILITY_CODE "isis.lsp.ext_ip_reachability.code" "Code": U8 Dec = EXT_IP_REACHABILITY_CODE_NAMES;
        EXT_IP_REACHABILITY_LENGTH "isis.lsp.ext_ip_reachability.length" "Length": U8 Dec;
        EXT_IP_REACHABILITY_PREFIX_SID_FLAGS "isis.lsp.ext_ip_reachability.prefix_sid.flags" "Flags": U8 Hex;
        EXT_IP_REACHABILITY_PREFIX_SID_FLAGS_R "isis.lsp.ext_ip_reachability.prefix_sid.flags.r" "Re-advertisement": Bool(8) & 0x80 = SET;
        EXT_IP_REACHABILITY_PREFIX_SID_FLAGS_N "isis.lsp.ext_ip_reachability.prefix_sid.flags.n" "Node-SID": Bool(8) & 0x40 = SET;
        EXT_IP_REACHABILITY_PREFIX_SID_FLAGS_P "isis.lsp.ext_ip_reachability.prefix_sid.flags.p" "no-PHP": Bool(8) & 0x20 = SET;
        EXT_IP_REACHABILITY_PREFIX_SID_FLAGS_E "isis.lsp.ext_ip_reachability.prefix_sid.flags.e" "Explicit-Null": Bool(8) & 0x10 = SET;
        EXT_IP_REACHABILITY_PREFIX_SID_FLAGS_V "isis.lsp.ext_ip_reachability.prefix_sid.flags.v" "Value": Bool(8) & 0x8 = SET;
        EXT_IP_REACHABILITY_PREFIX_SID_FLAGS_L "isis.lsp.ext_ip_reachability.prefix_sid.flags.l" "Local": Bool(8) & 0x4 = SET;
        N32_BIT_ADMINISTRATIVE_TAG "isis.lsp.32_bit_administrative_tag" "32-Bit Administrative tag": U32 HexDec;
        N64_BIT_ADMINISTRATIVE_TAG "isis.lsp.64_bit_administrative_tag" "64-Bit Administrative tag": U64 Hex;
        EXT_IP_REACHABILITY_IPV4_PREFIX "isis.lsp.ext_ip_reachability.ipv4_prefix" "IPv4 prefix": Ipv4;
        EXT_IP_REACHABILITY_METRIC "isis.lsp.ext_ip_reachability.metric" "Metric": U32 Dec;
        EXT_IP_REACHABILITY_DISTRIBUTION "isis.lsp.ext_ip_reachability.distribution" "Distribution": Bool(8) & 0x80 = Names::Bools("Down", "Up");
        EXT_IP_REACHABILITY_SUBTLV "isis.lsp.ext_ip_reachability.subtlv" "Sub-TLV": Bool(8) & 0x40 = YES;
        EXT_IP_REACHABILITY_PREFIX_LENGTH "isis.lsp.ext_ip_reachability.prefix_length" "Prefix Length": U8 Dec & 0x3f;
        GRP_TYPE "isis.lsp.grp.type" "Type": U8 Dec = GRP_TYPE_NAMES;
        GRP_MACADDR_LENGTH "isis.lsp.grp_macaddr.length" "Length": U8 Dec;
        GRP_MACADDR_MTID "isis.lsp.grp_macaddr.mtid" "Topology ID": U16 Dec & 0xfff = MTID_NAMES;
        GRP_MACADDR_VLAN_ID "isis.lsp.grp_macaddr.vlan_id" "VLAN ID": U16 Dec & 0xfff;
        GRP_MACADDR_NUMBER_OF_RECORDS "isis.lsp.grp_macaddr.number_of_records" "Number of records": U8 Dec;
        GRP_MACADDR_NUMBER_OF_SOURCES "isis.lsp.grp_macaddr.number_of_sources" "Number of sources": U8 Dec;
        GRP_MACADDR_GROUP_ADDRESS "isis.lsp.grp_macaddr.group_address" "Group Address": SysId;
        GRP_MACADDR_SOURCE_ADDRESS "isis.lsp.grp_macaddr.source_address" "Source Address": SysId;
        GRP_IPV4ADDR_LENGTH "isis.lsp.grp_ipv4addr.length" "Length": U8 Dec;
        GRP_IPV4ADDR_MTID "isis.lsp.grp_ipv4addr.mtid" "Topology ID": U16 Dec & 0xfff = MTID_NAMES;
        GRP_IPV4ADDR_VLAN_ID "isis.lsp.grp_ipv4addr.vlan_id" "VLAN ID": U16 Dec & 0xfff;
        GRP_IPV4ADDR_NUMBER_OF_RECORDS "isis.lsp.grp_ipv4addr.number_of_records" "Number of records": U8 Dec;
        GRP_IPV4ADDR_NUMBER_OF_SOURCES "isis.lsp.grp_ipv4addr.number_of_sources" "Number of sources": U8 Dec;
        GRP_IPV4ADDR_GROUP_ADDRESS "isis.lsp.grp_ipv4addr.group_address" "Group Address": Ipv4;
        GRP_IPV4ADDR_SOURCE_ADDRESS "isis.lsp.grp_ipv4addr.source_address" "Source Address": Ipv4;
        GRP_IPV6ADDR_LENGTH "isis.lsp.grp_ipv6addr.length" "Length": U8 Dec;
        GRP_IPV6ADDR_MTID "isis.lsp.grp_ipv6addr.mtid" "Topology ID": U16 Dec & 0xfff = MTID_NAMES;
        GRP_IPV6ADDR_VLAN_ID "isis.lsp.grp_ipv6addr.vlan_id" "VLAN ID": U16 Dec & 0xfff;
        GRP_IPV6ADDR_NUMBER_OF_RECORDS "isis.lsp.grp_ipv6addr.number_of_records" "Number of records": U8 Dec;
        GRP_IPV6ADDR_NUMBER_OF_SOURCES "isis.lsp.grp_ipv6addr.number_of_sources" "Number of sources": U8 Dec;
        GRP_IPV6ADDR_GROUP_ADDRESS "isis.lsp.grp_ipv6addr.group_address" "Group Address": Ipv6;
        GRP_IPV6ADDR_SOURCE_ADDRESS "isis.lsp.grp_ipv6addr.source_address" "Source Address": Ipv6;
        GRP_UNKNOWN_LENGTH "isis.lsp.grp_unknown.length" "Length": U8 Dec;
        RT_CAPABLE_TRILL_AFFINITY_TLV "isis.lsp.rt_capable.trill.affinity_tlv" "Affinity Sub-TLV": Bool(32) & 0x80000000 = Names::Bools("Supported", "Not supported");
        RT_CAPABLE_TRILL_FGL_SAFE "isis.lsp.rt_capable.trill.fgl_safe" "FGL-safe": Bool(32) & 0x40000000 = YES;
        RT_CAPABLE_TRILL_CAPS "isis.lsp.rt_capable.trill.caps" "Other Capabilities": Bool(32) & 0x3ffc0000 = Names::Bools("Supported", "Not supported");
        RT_CAPABLE_TRILL_FLAGS "isis.lsp.rt_capable.trill.flags" "Extended Header Flags": Bool(32) & 0x3ffff = Names::Bools("Supported", "Not supported");
        RT_CAPABLE_TRILL_MAXIMUM_VERSION "isis.lsp.rt_capable.trill.maximum_version" "Maximum version": U8 Dec;
        RT_CAPABLE_TREES_NOF_TREES_TO_COMPUTE "isis.lsp.rt_capable.trees.nof_trees_to_compute" "Nof. trees to compute": U16 Dec;
        RT_CAPABLE_TREES_MAXIMUM_NOF_TREES_TO_COMPUTE "isis.lsp.rt_capable.trees.maximum_nof_trees_to_compute" "Maximum nof. trees to compute": U16 Dec;
        RT_CAPABLE_TREES_NOF_TREES_TO_USE "isis.lsp.rt_capable.trees.nof_trees_to_use" "Nof. trees to use": U16 Dec;
        RT_CAPABLE_TREE_ROOT_ID_STARTING_TREE_NO "isis.lsp.rt_capable.tree_root_id.starting_tree_no" "Starting tree no": U16 Dec;
        RT_CAPABLE_TREE_ROOT_ID_NICKNAME "isis.lsp.rt_capable.tree_root_id.nickname" "Nickname": U16 HexDec;
        RT_CAPABLE_NICKNAME_NICKNAME_PRIORITY "isis.lsp.rt_capable.nickname.nickname_priority" "Nickname priority": U8 Dec;
        RT_CAPABLE_NICKNAME_TREE_ROOT_PRIORITY "isis.lsp.rt_capable.nickname.tree_root_priority" "Tree root priority": U16 Dec;
        RT_CAPABLE_NICKNAME_NICKNAME "isis.lsp.rt_capable.nickname.nickname" "Nickname": U16 HexDec;
        RT_CAPABLE_INTERESTED_VLANS_NICKNAME "isis.lsp.rt_capable.interested_vlans.nickname" "Nickname": U16 HexDec;
        RT_CAPABLE_INTERESTED_VLANS_MULTICAST_IPV4 "isis.lsp.rt_capable.interested_vlans.multicast_ipv4" "IPv4 multicast router": Bool(16) & 0x8000 = SET;
        RT_CAPABLE_INTERESTED_VLANS_MULTICAST_IPV6 "isis.lsp.rt_capable.interested_vlans.multicast_ipv6" "IPv6 multicast router": Bool(16) & 0x4000 = SET;
        RT_CAPABLE_INTERESTED_VLANS_VLAN_START_ID "isis.lsp.rt_capable.interested_vlans.vlan_start_id" "Vlan start id": U16 Dec & 0xfff;
        RT_CAPABLE_INTERESTED_VLANS_VLAN_END_ID "isis.lsp.rt_capable.interested_vlans.vlan_end_id" "Vlan end id": U16 Dec & 0xfff;
        RT_CAPABLE_INTERESTED_VLANS_AFS_LOST_COUNTER "isis.lsp.rt_capable.interested_vlans.afs_lost_counter" "Appointed forward state lost counter": U32 Dec;
        RT_CAPABLE_TREE_USED_ID_STARTING_TREE_NO "isis.lsp.rt_capable.tree_used_id.starting_tree_no" "Starting tree no": U16 Dec;
        RT_CAPABLE_TREE_USED_ID_NICKNAME "isis.lsp.rt_capable.tree_used_id.nickname" "Nickname": U16 HexDec;
        RT_CAPABLE_VLAN_GROUP_PRIMARY_VLAN_ID "isis.lsp.rt_capable.vlan_group.primary_vlan_id" "Primary vlan id": U16 Dec & 0xfff;
        RT_CAPABLE_VLAN_GROUP_SECONDARY_VLAN_ID "isis.lsp.rt_capable.vlan_group.secondary_vlan_id" "Secondary vlan id": U16 Dec & 0xfff;
        IPV6_REACHABILITY_SUBCLVS_LENGTH "isis.lsp.ipv6_reachability.subclvs_length" "SubCLV Length": U8 Dec;
        IPV6_REACHABILITY_IPV6_PREFIX "isis.lsp.ipv6_reachability.ipv6_prefix" "IPv6 prefix": Ipv6;
        IPV6_REACHABILITY_METRIC "isis.lsp.ipv6_reachability.metric" "Metric": U32 Dec;
        IPV6_REACHABILITY_DISTRIBUTION "isis.lsp.ipv6_reachability.distribution" "Distribution": Bool(8) & 0x80 = Names::Bools("Down", "Up");
        IPV6_REACHABILITY_DISTRIBUTION_INTERNAL "isis.lsp.ipv6_reachability.distribution_internal" "Distribution": Bool(8) & 0x40 = Names::Bools("External", "Internal");
        IPV6_REACHABILITY_SUBTLV "isis.lsp.ipv6_reachability.subtlv" "Sub-TLV": Bool(8) & 0x20 = YES;
        IPV6_REACHABILITY_RESERVED_BITS "isis.lsp.ipv6_reachability.reserved_bits" "Reserved bits": U8 Hex & 0x1f;
        IPV6_REACHABILITY_PREFIX_LENGTH "isis.lsp.ipv6_reachability.prefix_length" "Prefix Length": U8 Dec;
        PREFIX_ATTRIBUTE_FLAGS "isis.lsp.prefix_attribute.flags" "Flags": U8 Hex;
        PREFIX_ATTRIBUTE_FLAGS_X "isis.lsp.prefix_attribute.flags.x" "External Prefix": Bool(8) & 0x80 = SET;
        PREFIX_ATTRIBUTE_FLAGS_R "isis.lsp.prefix_attribute.flags.r" "Re-advertisement": Bool(8) & 0x40 = SET;
        PREFIX_ATTRIBUTE_FLAGS_N "isis.lsp.prefix_attribute.flags.n" "Node": Bool(8) & 0x20 = SET;
        MT_CAP_SPB_INSTANCE_CIST_ROOT_IDENTIFIER "isis.lsp.mt_cap_spb_instance.cist_root_identifier" "CIST Root Identifier": Bytes;
        MT_CAP_SPB_INSTANCE_CIST_EXTERNAL_ROOT_PATH_COST "isis.lsp.mt_cap_spb_instance.cist_external_root_path_cost" "CIST External Root Path Cost": U32 HexDec;
        MT_CAP_SPB_INSTANCE_BRIDGE_PRIORITY "isis.lsp.mt_cap_spb_instance.bridge_priority" "Bridge Priority": U16 HexDec;
        MT_CAP_SPB_INSTANCE_V "isis.lsp.mt_cap_spb_instance.v" "V": Bool(32) & 0x100000;
        MT_CAP_SPB_INSTANCE_NUMBER_OF_TREES "isis.lsp.mt_cap_spb_instance.number_of_trees" "Number of Trees": U16 HexDec;
        MT_CAP_SPB_INSTANCE_VLANID_TUPLE_U "isis.lsp.mt_cap_spb_instance.vlanid_tuple.u" "U": Bool(8) & 0x80;
        MT_CAP_SPB_INSTANCE_VLANID_TUPLE_M "isis.lsp.mt_cap_spb_instance.vlanid_tuple.m" "M": Bool(8) & 0x40;
        MT_CAP_SPB_INSTANCE_VLANID_TUPLE_A "isis.lsp.mt_cap_spb_instance.vlanid_tuple.a" "A": Bool(8) & 0x20;
        MT_CAP_SPB_INSTANCE_VLANID_TUPLE_RESERVED "isis.lsp.mt_cap_spb_instance.vlanid_tuple.reserved" "Reserved": U8 Hex & 0x1f;
        MT_CAP_SPB_INSTANCE_VLANID_TUPLE_ECT "isis.lsp.mt_cap_spb_instance.vlanid_tuple.ect" "ECT-ALGORITHM": U32 Dec;
        MT_CAP_SPB_INSTANCE_VLANID_TUPLE_BASEVID "isis.lsp.mt_cap_spb_instance.vlanid_tuple.basevid" "Base VID": U24 Dec & 0xfff000;
        MT_CAP_SPB_INSTANCE_VLANID_TUPLE_SPVID "isis.lsp.mt_cap_spb_instance.vlanid_tuple.spvid" "SPVID": U24 Dec & 0xfff;
        MT_CAP_SPB_OPAQUE_ALGORITHM "isis.lsp.mt_cap_spb_opaque.algorithm" "Algorithm": U32 Dec;
        MT_CAP_SPB_OPAQUE_INFORMATION "isis.lsp.mt_cap_spb_opaque.information" "information": Bytes;
        MT_CAP_SPBM_SERVICE_IDENTIFIER_B_MAC "isis.lsp.mt_cap_spbm_service_identifier.b_mac" "B-MAC": Ether;
        MT_CAP_SPBM_SERVICE_IDENTIFIER_BASE_VID "isis.lsp.mt_cap_spbm_service_identifier.base_vid" "Base-VID": U16 HexDec;
        MT_CAP_SPBM_SERVICE_IDENTIFIER_T "isis.lsp.mt_cap_spbm_service_identifier.t" "T": Bool(8) & 0x80;
        MT_CAP_SPBM_SERVICE_IDENTIFIER_R "isis.lsp.mt_cap_spbm_service_identifier.r" "R": Bool(8) & 0x40;
        MT_CAP_SPBM_SERVICE_IDENTIFIER_RESERVED "isis.lsp.mt_cap_spbm_service_identifier.reserved" "Reserved": U8 Hex & 0x3f;
        MT_CAP_SPBM_SERVICE_IDENTIFIER_I_SID "isis.lsp.mt_cap_spbm_service_identifier.i_sid" "I-SID": U24 Hex;
        MT_CAP_MTID "isis.lsp.mt_cap.mtid" "Topology ID": U16 Dec & 0xfff = MTID_NAMES;
        EIS_NEIGHBORS_CLV_INNER_RESERVED "isis.lsp.eis_neighbors_clv_inner.reserved" "Reserved": U8 Hex;
        EIS_NEIGHBORS_ES_NEIGHBOR_ID "isis.lsp.eis_neighbors.es_neighbor_id" "ES Neighbor ID": SysId;
        EIS_NEIGHBORS_IS_NEIGHBOR "isis.lsp.eis_neighbors.is_neighbor" "IS Neighbor": SysId;
        EIS_NEIGHBORS_DEFAULT_METRIC "isis.lsp.eis_neighbors.default_metric" "Default Metric": U8 Dec & 0x3f;
        EIS_NEIGHBORS_DELAY_METRIC "isis.lsp.eis_neighbors.delay_metric" "Delay Metric": U8 Dec & 0x3f;
        EIS_NEIGHBORS_EXPENSE_METRIC "isis.lsp.eis_neighbors.expense_metric" "Expense Metric": U8 Dec & 0x3f;
        EIS_NEIGHBORS_ERROR_METRIC "isis.lsp.eis_neighbors.error_metric" "Error Metric": U8 Dec & 0x3f;
        MAXIMUM_LINK_BANDWIDTH "isis.lsp.maximum_link_bandwidth" "Maximum link bandwidth": F32;
        RESERVABLE_LINK_BANDWIDTH "isis.lsp.reservable_link_bandwidth" "Reservable link bandwidth": F32;
        EXT_IS_REACHABILITY_IS_NEIGHBOR_ID "isis.lsp.ext_is_reachability.is_neighbor_id" "IS neighbor ID": SysId;
        EXT_IS_REACHABILITY_METRIC "isis.lsp.ext_is_reachability.metric" "Metric": U24 Dec;
        EXT_IS_REACHABILITY_SUBCLVS_LENGTH "isis.lsp.ext_is_reachability.subclvs_length" "SubCLV Length": U8 Dec;
        EXT_IS_REACHABILITY_CODE "isis.lsp.ext_is_reachability.code" "Code": U8 Dec = EXT_IS_REACHABILITY_CODE_NAMES;
        EXT_IS_REACHABILITY_LENGTH "isis.lsp.ext_is_reachability.length" "Length": U8 Dec;
        EXT_IS_REACHABILITY_VALUE "isis.lsp.ext_is_reachability.value" "Value": Bytes;
        EXT_IS_REACHABILITY_LINK_LOCAL_IDENTIFIER "isis.lsp.ext_is_reachability.link_local_identifier" "Link Local Identifier": U32 Dec;
        EXT_IS_REACHABILITY_LINK_REMOTE_IDENTIFIER "isis.lsp.ext_is_reachability.link_remote_identifier" "Link Remote Identifier": U32 Dec;
        EXT_IS_REACHABILITY_IPV4_INTERFACE_ADDRESS "isis.lsp.ext_is_reachability.ipv4_interface_address" "IPv4 interface address": Ipv4;
        EXT_IS_REACHABILITY_IPV4_NEIGHBOR_ADDRESS "isis.lsp.ext_is_reachability.ipv4_neighbor_address" "IPv4 neighbor address": Ipv4;
        EXT_IS_REACHABILITY_TRAFFIC_ENGINEERING_DEFAULT_METRIC "isis.lsp.ext_is_reachability.traffic_engineering_default_metric" "Traffic engineering default metric": U24 Dec;
        EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_FLAGS "isis.lsp.ext_is_reachability.unidirectional_link_flags" "Flags": U8 Hex;
        EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_FLAGS_A "isis.lsp.ext_is_reachability.unidirectional_link_flags.a" "Anomalous bit": Bool(8) & 0x80 = SET;
        EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_RESERVED "isis.lsp.ext_is_reachability.unidirectional_link_reserved" "Reserved": U8 Hex;
        EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_DELAY "isis.lsp.ext_is_reachability.unidirectional_link_delay" "Delay": U24 Dec;
        EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_DELAY_MIN "isis.lsp.ext_is_reachability.unidirectional_link_delay_min" "Min Delay": U24 Dec;
        EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_DELAY_MAX "isis.lsp.ext_is_reachability.unidirectional_link_delay_max" "Max Delay": U24 Dec;
        EXT_IS_REACHABILITY_UNIDIRECTIONAL_DELAY_VARIATION "isis.lsp.ext_is_reachability.unidirectional_delay_variation" "Delay Variation": U24 Dec;
        EXT_IS_REACHABILITY_UNIDIRECTIONAL_LINK_LOSS "isis.lsp.ext_is_reachability.unidirectional_link_loss" "Link Loss": U24 Dec;
        EXT_IS_REACHABILITY_UNIDIRECTIONAL_RESIDUAL_BANDWIDTH "isis.lsp.ext_is_reachability.unidirectional_residual_bandwidth" "Residual Bandwidth": U32 Dec;
        EXT_IS_REACHABILITY_UNIDIRECTIONAL_AVAILABLE_BANDWIDTH "isis.lsp.ext_is_reachability.unidirectional_available_bandwidth" "Available Bandwidth": U32 Dec;
        EXT_IS_REACHABILITY_UNIDIRECTIONAL_UTILIZED_BANDWIDTH "isis.lsp.ext_is_reachability.unidirectional_utilized_bandwidth" "Utilized Bandwidth": U32 Dec;
        PARTITION_DESIGNATED_L2_IS "isis.lsp.partition_designated_l2_is" "Partition designated L2 IS": SysId;
        ORIGINATING_LSP_BUFFER_SIZE "isis.lsp.originating_lsp_buffer_size" "Neighbor originating buffer size": U16 Dec;
        ERROR_METRIC "isis.lsp.error_metric" "Error metric": Bool(8) & 0x8 = SET;
        EXPENSE_METRIC "isis.lsp.expense_metric" "Expense metric": Bool(8) & 0x4 = SET;
        DELAY_METRIC "isis.lsp.delay_metric" "Delay metric": Bool(8) & 0x2 = SET;
        DEFAULT_METRIC "isis.lsp.default_metric" "Default metric": Bool(8) & 0x1 = SET;
        IP_REACHABILITY_DEFAULT_METRIC_IE "isis.lsp.ip_reachability.default_metric_ie" "Default Metric IE": Bool(8) & 0x40 = Names::Bools("External", "Internal");
        IP_REACHABILITY_DELAY_METRIC_SUPPORT "isis.lsp.ip_reachability.delay_metric_support" "Delay Metric": Bool(8) & 0x80 = Names::Bools("Not Supported", "Supported");
        IP_REACHABILITY_EXPENSE_METRIC_SUPPORT "isis.lsp.ip_reachability.expense_metric_support" "Expense Metric": Bool(8) & 0x80 = Names::Bools("Not Supported", "Supported");
        IP_REACHABILITY_ERROR_METRIC_SUPPORT "isis.lsp.ip_reachability.error_metric_support" "Error Metric": Bool(8) & 0x80 = Names::Bools("Not Supported", "Supported");
        MT_CAP_SPSOURCEID "isis.lsp.mt_cap.spsourceid" "SPSourceId": U32 HexDec & 0xfffff;
        EIS_NEIGHBORS_DEFAULT_METRIC_IE "isis.lsp.eis_neighbors.default_metric_ie" "Default Metric": Bool(8) & 0x40 = Names::Bools("External", "Internal");
        EIS_NEIGHBORS_DELAY_METRIC_SUPPORTED "isis.lsp.eis_neighbors_delay_metric.supported" "Delay Metric": Bool(8) & 0x80 = Names::Bools("Not Supported", "Supported");
        EIS_NEIGHBORS_EXPENSE_METRIC_SUPPORTED "isis.lsp.eis_neighbors.expense_metric_supported" "Expense Metric": Bool(8) & 0x80 = Names::Bools("Not Supported", "Supported");
        EIS_NEIGHBORS_ERROR_METRIC_SUPPORTED "isis.lsp.eis_neighbors.error_metric_supported" "Error Metric": Bool(8) & 0x80 = Names::Bools("Not Supported", "Supported");
        UNRSV_BW_PRIORITY_LEVEL "isis.lsp.unrsv_bw.priority_level" "priority level": F32;
        IP_REACHABILITY_DISTRIBUTION "isis.lsp.ip_reachability.distribution" "Distribution": Bool(8) & 0x80 = Names::Bools("Down", "Up");
        IP_REACHABILITY_DELAY_METRIC_IE "isis.lsp.ip_reachability.delay_metric_ie" "Delay Metric": Bool(8) & 0x40 = Names::Bools("External", "Internal");
        IP_REACHABILITY_EXPENSE_METRIC_IE "isis.lsp.ip_reachability.expense_metric_ie" "Expense Metric": Bool(8) & 0x40 = Names::Bools("External", "Internal");
        IP_REACHABILITY_ERROR_METRIC_IE "isis.lsp.ip_reachability.error_metric_ie" "Error Metric": Bool(8) & 0x40 = Names::Bools("External", "Internal");
        EIS_NEIGHBORS_DELAY_METRIC_IE "isis.lsp.eis_neighbors.delay_metric_ie" "Delay Metric": Bool(8) & 0x40 = Names::Bools("External", "Internal");
        EIS_NEIGHBORS_EXPENSE_METRIC_IE "isis.lsp.eis_neighbors.expense_metric_ie" "Expense Metric": Bool(8) & 0x40 = Names::Bools("External", "Internal");
        EIS_NEIGHBORS_ERROR_METRIC_IE "isis.lsp.eis_neighbors.error_metric_ie" "Error Metric": Bool(8) & 0x40 = Names::Bools("External", "Internal");
        RT_CAPABLE_ROUTER_ID "isis.lsp.rt_capable.router_id" "Router ID": U32 Hex;
        RT_CAPABLE_FLAG_S "isis.lsp.rt_capable.flag_s" "S bit": Bool(8) & 0x1;
        RT_CAPABLE_FLAG_D "isis.lsp.rt_capable.flag_d" "D bit": Bool(8) & 0x2;
        TE_NODE_CAP_B_BIT "isis.lsp.te_node_cap.b_bit" "B bit: P2MP Branch LSR capability": Bool(8) & 0x80;
        TE_NODE_CAP_E_BIT "isis.lsp.te_node_cap.e_bit" "E bit: P2MP Bud LSR capability": Bool(8) & 0x40;
        TE_NODE_CAP_M_BIT "isis.lsp.te_node_cap.m_bit" "M bit: MPLS-TE support": Bool(8) & 0x20;
        TE_NODE_CAP_G_BIT "isis.lsp.te_node_cap.g_bit" "G bit: GMPLS support": Bool(8) & 0x10;
        TE_NODE_CAP_P_BIT "isis.lsp.te_node_cap.p_bit" "P bit: P2MP RSVP-TE support": Bool(8) & 0x8;
        SR_CAP_I_FLAG "isis.lsp.sr_cap.i_flag" "I flag: IPv4 support": Bool(8) & 0x80;
        SR_CAP_V_FLAG "isis.lsp.sr_cap.v_flag" "V flag: IPv6 support": Bool(8) & 0x40;
        SR_CAP_RANGE "isis.lsp.sr_cap.range" "Range": U24 Dec;
        SR_CAP_SID "isis.lsp.sr_cap.sid" "SID": U32 Dec;
        SR_CAP_LABEL "isis.lsp.sr_cap.label" "Label": U24 Dec;
        SR_ALG "isis.lsp.sr_alg" "Algorithm": U8 Dec = SR_ALG_NAMES;
        SR_LOCAL_BLOCK_FLAGS "isis.lsp.sr_local_block.flags" "Flags": U8 Hex;
        SRV6_CAP_FLAGS "isis.lsp.srv6_cap.flags" "Flags": U16 Hex;
        SRV6_CAP_FLAGS_O "isis.lsp.srv6_cap.flags.o" "OAM flag": Bool(16) & 0x4000 = SET;
        SRV6_CAP_FLAGS_UNUSED "isis.lsp.srv6_cap.flags.unused" "Unused": U16 Hex & 0xbfff;
        SRV6_LOCATOR_METRIC "isis.lsp.srv6_locator.metric" "Metric": U32 Dec;
        SRV6_LOCATOR_FLAGS "isis.lsp.srv6_locator.flags" "Flags": U8 Hex;
        SRV6_LOCATOR_FLAGS_D "isis.lsp.srv6_locator.flags.d" "Down bit": Bool(8) & 0x80 = SET;
        SRV6_LOCATOR_FLAGS_RESERVED "isis.lsp.srv6_locator.flags.reserved" "Reserved": U8 Hex & 0x7f;
        SRV6_LOCATOR_ALGORITHM "isis.lsp.srv6_locator.algorithm" "Algorithm": U8 Dec = SR_ALG_NAMES;
        SRV6_LOCATOR_LOCATOR_SIZE "isis.lsp.srv6_locator.locator_size" "Locator Size": U8 Dec;
        SRV6_LOCATOR_LOCATOR "isis.lsp.srv6_locator.locator" "Locator": Ipv6;
        SRV6_LOCATOR_SUBCLVS_LENGTH "isis.lsp.srv6_locator.subclvs_length" "SubCLV Length": U8 Dec;
        SRV6_LOCATOR_SUB_TLV_TYPE "isis.lsp.srv6_locator.sub_tlv_type" "Code": U8 Dec = SRV6_LOCATOR_SUB_TLV_TYPE_NAMES;
        SRV6_LOCATOR_SUB_TLV_LENGTH "isis.lsp.srv6_locator.sub_tlv_length" "Length": U8 Dec;
        SRV6_END_SID_FLAGS "isis.lsp.srv6_end_sid.flags" "Flags": U8 Hex;
        SRV6_END_SID_ENDPOINT_FUNCTION "isis.lsp.srv6_end_sid.endpoint_function" "SRv6 Endpoint Function": U16 Dec = SRV6_END_SID_ENDPOINT_FUNCTION_NAMES;
        SRV6_END_SID_SID "isis.lsp.srv6_end_sid.sid" "SID": Ipv6;
        SRV6_END_SID_SUBSUBCLVS_LENGTH "isis.lsp.srv6_end_sid.subsubclvs_length" "SubSubCLV Length": U8 Dec;
        SRV6_ENDX_SID_SYSTEM_ID "isis.lsp.srv6_endx_sid.system_id" "System-ID": SysId;
        SRV6_ENDX_SID_FLAGS "isis.lsp.srv6_endx_sid.flags" "Flags": U8 Hex;
        SRV6_ENDX_SID_FLAGS_B "isis.lsp.srv6_endx_sid.flags.b" "Backup flag": Bool(8) & 0x80 = SET;
        SRV6_ENDX_SID_FLAGS_S "isis.lsp.srv6_endx_sid.flags.s" "Set flag": Bool(8) & 0x40 = SET;
        SRV6_ENDX_SID_FLAGS_P "isis.lsp.srv6_endx_sid.flags.p" "Persistent flag": Bool(8) & 0x20 = SET;
        SRV6_ENDX_SID_ALGORITHM "isis.lsp.srv6_endx_sid.algorithm" "Algorithm": U8 Dec = SR_ALG_NAMES;
        SRV6_ENDX_SID_WEIGHT "isis.lsp.srv6_endx_sid.weight" "Weight": U8 Dec;
        SRV6_ENDX_SID_ENDPOINT_FUNCTION "isis.lsp.srv6_endx_sid.endpoint_function" "SRv6 Endpoint Function": U16 Dec = SRV6_END_SID_ENDPOINT_FUNCTION_NAMES;
        SRV6_ENDX_SID_SID "isis.lsp.srv6_endx_sid.sid" "SID": Ipv6;
        SRV6_ENDX_SID_SUBSUBCLVS_LENGTH "isis.lsp.srv6_endx_sid.subsubclvs_length" "SubSubCLV Length": U8 Dec;
        IGP_MSD_TYPE "isis.lsp.igp_msd_type" "MSD Type": U8 Dec = IGP_MSD_TYPE_NAMES;
        IGP_MSD_VALUE "isis.lsp.igp_msd_value" "MSD Value": U8 Dec;
        EXTENDED_ADMIN_GROUP "isis.lsp.extended_admin_group" "Extended Admin Group": U32 Hex;
        APPLICATION_SABM_LEGACY "isis.lsp.application.sabm.legacy" "Legacy flag (L)": Bool(8) & 0x80 = SET;
        APPLICATION_SABM_LENGTH "isis.lsp.application.sabm.length" "SABM Length": U8 Dec & 0x7f;
        APPLICATION_UDABM_RESERVED "isis.lsp.application.udabm.reserved" "Reserved (R)": Bool(8) & 0x80 = SET;
        APPLICATION_UDABM_LENGTH "isis.lsp.application.udabm.length" "UDABM Length": U8 Dec & 0x7f;
        APPLICATION_SABM_BITS "isis.lsp.application.sabm.bits" "Standard Application Identifier Bit Mask": U8 Hex;
        APPLICATION_SABM_BITS_R "isis.lsp.application.sabm.bits.r" "RSVP-TE bit (R)": Bool(8) & 0x80 = SET;
        APPLICATION_SABM_BITS_S "isis.lsp.application.sabm.bits.s" "Segment Routing Policy bit (S)": Bool(8) & 0x40 = SET;
        APPLICATION_SABM_BITS_F "isis.lsp.application.sabm.bits.f" "Loop-Free Alternate (LFA) bit (F)": Bool(8) & 0x20 = SET;
        APPLICATION_SABM_BITS_X "isis.lsp.application.sabm.bits.x" "Flexible Algorithm bit (X)": Bool(8) & 0x10 = SET;
        APPLICATION_UDABM_BITS "isis.lsp.application.udabm.bits" "User-Defined Application Identifier Bit Mask": Bytes;
        FLEX_ALGORITHM_ALGORITHM "isis.lsp.flex_algorithm.algorithm" "Flex-Algorithm": U8 Dec;
        FLEX_ALGORITHM_METRIC_TYPE "isis.lsp.flex_algorithm.metric_type" "Metric-Type": U8 Dec = FLEX_ALGORITHM_METRIC_TYPE_NAMES;
        FLEX_ALGORITHM_CALCULATION_TYPE "isis.lsp.flex_algorithm.calculation_type" "Calculation-Type": U8 Dec = SR_ALG_NAMES;
        FLEX_ALGORITHM_PRIORITY "isis.lsp.flex_algorithm.priority" "Priority": U8 Dec;
        PURGE_ORIGINATOR_ID_NUM "isis.lsp.purge_originator_id.num" "Number of System IDs": U8 Dec;
        PURGE_ORIGINATOR_ID_SYSTEM_ID "isis.lsp.purge_originator_id.system_id" "System ID": SysId;
        AREA_ADDRESS "isis.lsp.area_address" "Area address": Bytes;
        IID "isis.lsp.iid" "Instance Identifier": U16 Dec;
        SUPPORTED_ITID "isis.lsp.supported_itid" "Supported ITID": U16 Dec;
        CLV_NLPID_NLPID "isis.lsp.clv_nlpid.nlpid" "NLPID": U8 Hex;
        IP_AUTHENTICATION "isis.lsp.ip_authentication" "IP Authentication": Str;
        AUTHENTICATION "isis.lsp.authentication" "Authentication": Bytes;
        AREA_ADDRESS_STR "isis.lsp.area_address_str" "Area address": Str;
        IS_VIRTUAL "isis.lsp.is_virtual" "IsVirtual": Bool = YES;
        GROUP "isis.lsp.group" "Group": U32 Dec;
        DEFAULT "isis.lsp.default" "Default metric": U8 Dec & 0x3f;
        DEFAULT_SUPPORT "isis.lsp.default_support" "Default metric supported": Bool(8) & 0x80 = Names::Bools("No", "Yes");
        DELAY "isis.lsp.delay" "Delay metric": U8 Dec & 0x3f;
        DELAY_SUPPORT "isis.lsp.delay_support" "Delay metric supported": Bool(8) & 0x80 = Names::Bools("No", "Yes");
        EXPENSE "isis.lsp.expense" "Expense metric": U8 Dec & 0xef;
        EXPENSE_SUPPORT "isis.lsp.expense_support" "Expense metric supported": Bool(8) & 0x80 = Names::Bools("No", "Yes");
        ERROR "isis.lsp.error" "Error metric": U8 Dec & 0x3f;
        ERROR_SUPPORT "isis.lsp.error_support" "Error metric supported": Bool(8) & 0x80 = Names::Bools("No", "Yes");
        CLV_IPV6_TE_ROUTER_ID "isis.lsp.clv_ipv6_te_router_id" "IPv6 TE Router ID": Ipv6;
        EXT_IS_REACHABILITY_IPV6_INTERFACE_ADDRESS "isis.lsp.ext_is_reachability.ipv6_interface_address" "IPv6 interface address": Ipv6;
        EXT_IS_REACHABILITY_IPV6_NEIGHBOR_ADDRESS "isis.lsp.ext_is_reachability.ipv6_neighbor_address" "IPv6 neighbor address": Ipv6;
        BIER_ALG "isis.lsp.bier_alg" "BIER Algorithm": U8 Dec = BIER_ALG_NAMES;
        BIER_IGP_ALG "isis.lsp.bier_igp_alg" "IGP Algorithm": U8 Dec = SR_ALG_NAMES;
        BIER_SUBDOMAIN "isis.lsp.bier_subdomain" "BIER sub-domain": U8 Dec;
        BIER_BFRID "isis.lsp.bier_bfrid" "BFR-id": U16 Dec;
        BIER_SUBSUB_TYPE "isis.lsp.bier.subsub.type" "Type": U8 Dec = BIER_SUBSUB_TYPE_NAMES;
        BIER_SUBSUB_LENGTH "isis.lsp.bier.subsub.length" "Length": U8 Dec;
        BIER_SUBSUB_MPLSENCAP_MAXSI "isis.lsp.bier.subsub.mplsencap.maxsi" "Maximum Set Identifier": U8 Dec;
        BIER_SUBSUB_MPLSENCAP_BSLEN "isis.lsp.bier.subsub.mplsencap.bslen" "BitString Length": U8 Dec & 0xf0;
        BIER_SUBSUB_MPLSENCAP_LABEL "isis.lsp.bier.subsub.mplsencap.label" "Label": U24 Dec & 0xfffff;
        MAC_REACHABILITY_TOPOID_NICK "isis.lsp.mac_reachability.topoid_nick" "Topology-id/Nickname": Bytes;
        MAC_REACHABILITY_CONFIDENCE "isis.lsp.mac_reachability.confidence" "Confidence": U8 Dec;
        MAC_REACHABILITY_RESERVED "isis.lsp.mac_reachability.reserved" "Reserved": U16 Dec & 0xf000;
        MAC_REACHABILITY_VLAN "isis.lsp.mac_reachability.vlan" "VLAN-ID": U16 Dec & 0xfff;
        MAC_REACHABILITY_MAC "isis.lsp.mac_reachability.mac" "MAC Address": Ether;
    }
    experts {
        SHORT_PDU "isis.lsp.short_pdu" Error Malformed "PDU length less than header length";
        LONG_PDU "isis.lsp.long_pdu" Error Malformed "PDU length greater than packet length";
        BAD_CHECKSUM "isis.lsp.bad_checksum" Error Checksum "Bad checksum";
        SUBTLV_UNKNOWN "isis.lsp.subtlv.unknown" Warn Protocol "Unknown SubTLV";
        AUTHENTICATION_UNKNOWN "isis.lsp.authentication.unknown" Warn Protocol "Unknown authentication type";
        SHORT_CLV "isis.lsp.short_clv" Error Malformed "Short CLV";
        LONG_CLV "isis.lsp.long_clv" Error Malformed "Long CLV";
        LENGTH_CLV "isis.lsp.length_clv" Error Malformed "Wrong length CLV";
        CLV_MT_MALFORMED "isis.lsp.clv_mt.malformed" Error Malformed "malformed MT-ID";
        CLV_UNKNOWN "isis.lsp.clv.unknown" Note Undecoded "Unknown option";
        SUBTLV_MALFORMED "isis.lsp.subtlv.malformed" Error Malformed "malformed SubTLV";
    }
}

names! {
    pub(super) IS_TYPE_NAMES {
        0 => "Unused 0x0 (invalid)",
        1 => "Level 1",
        2 => "Unused 0x2 (invalid)",
        3 => "Level 2",
    }
    pub(super) SL_SUB_TLV_TYPE_NAMES {
        1 => "SID/Label",
        3 => "Prefix SID",
        31 => "Adjacency SID",
        32 => "LAN-Adjacency SID",
    }
    pub(super) EXT_IP_REACHABILITY_CODE_NAMES {
        1 => "32-bit Administrative Tag",
        2 => "64-bit Administrative Tag",
        3 => "Prefix-SID",
        4 => "Prefix Attribute Flags",
        32 => "BIER Info",
    }
    pub(super) GRP_TYPE_NAMES {
        1 => "MAC address",
        2 => "IPv4 address",
        3 => "IPv6 address",
    }
    pub(super) EXT_IS_REACHABILITY_CODE_NAMES {
        3 => "Administrative group (color)",
        4 => "Link Local/Remote Identifiers",
        6 => "IPv4 interface address",
        8 => "IPv4 neighbor address",
        9 => "Maximum link bandwidth",
        10 => "Maximum reservable link bandwidth",
        11 => "Unreserved bandwidth",
        12 => "IPv6 Interface Address",
        13 => "IPv6 Neighbor Address",
        14 => "Extended Administrative Group",
        15 => "Link Maximum SID Depth",
        16 => "Application-Specific Link Attributes",
        18 => "TE Default metric",
        19 => "Link-attributes",
        20 => "Link Protection Type",
        21 => "Interface Switching Capability Descriptor",
        22 => "Bandwidth Constraints",
        23 => "Unconstrained TE LSP Count (sub-)TLV",
        24 => "remote AS number",
        25 => "IPv4 remote ASBR Identifier",
        26 => "IPv6 remote ASBR Identifier",
        27 => "Interface Adjustment Capability Descriptor (IACD)",
        28 => "MTU",
        29 => "SPB-Metric",
        30 => "SPB-A-OALG",
        31 => "Adj-SID",
        32 => "LAN-Adj-SID",
        33 => "Unidirectional Link Delay",
        34 => "Min/Max Unidirectional Link Delay",
        35 => "Unidirectional Delay Variation",
        36 => "Unidirectional Link Loss",
        37 => "Unidirectional Residual Bandwidth",
        38 => "Unidirectional Available Bandwidth",
        39 => "Unidirectional Utilized Bandwidth",
        43 => "SRv6 End.X SID",
        44 => "SRv6 LAN End.X SID",
        250 => "Reserved for Cisco-specific extensions",
        251 => "Reserved for Cisco-specific extensions",
        252 => "Reserved for Cisco-specific extensions",
        253 => "Reserved for Cisco-specific extensions",
        254 => "Reserved for Cisco-specific extensions",
    }
    pub(super) SR_ALG_NAMES {
        0 => "Shortest Path First (SPF)",
        1 => "Strict Shortest Path First (SPF)",
    }
    pub(super) SRV6_LOCATOR_SUB_TLV_TYPE_NAMES {
        5 => "SRv6 End SID",
    }
    pub(super) SRV6_END_SID_ENDPOINT_FUNCTION_NAMES {
        1 => "End",
        2 => "End (PSP)",
        3 => "End (USP)",
        4 => "End (PSP/USP)",
        5 => "End.X",
        6 => "End.X (PSP)",
        7 => "End.X (USP)",
        8 => "End.X (PSP/USP)",
        9 => "End.T",
        10 => "End.T (PSP)",
        11 => "End.T (USP)",
        12 => "End.T (PSP/USP)",
        13 => "End.B6",
        14 => "End.B6.Encaps",
        15 => "End.BM",
        16 => "End.DX6",
        17 => "End.DX4",
        18 => "End.DT6",
        19 => "End.DT4",
        20 => "End.DT46",
        21 => "End.DX2",
        22 => "End.DX2V",
        23 => "End.DT2U",
        24 => "End.DT2M",
        25 => "End.S",
        26 => "End.B6.Red",
        27 => "End.B6.Encaps.Red",
    }
    pub(crate) IGP_MSD_TYPE_NAMES {
        0 => "Reserved",
        1 => "Base MPLS Imposition",
        41 => "Maximum Segments Left",
        42 => "Maximum End Pop",
        43 => "Maximum T.Insert",
        44 => "Maximum T.Encaps",
        45 => "Maximum End D",
    }
    pub(super) FLEX_ALGORITHM_METRIC_TYPE_NAMES {
        0 => "IGP Metric",
        1 => "Min Unidirectional Link Delay",
        2 => "TE Metric",
    }
    pub(super) BIER_SUBSUB_TYPE_NAMES {
        1 => "BIER MPLS Encapsulation",
    }
}

pub(super) const MTID_NAMES: requin_wire::Names = requin_wire::Names::Ranges(&[
    (0, 0, "Standard topology"),
    (1, 1, "IPv4 In-Band Management"),
    (2, 2, "IPv6 routing topology"),
    (3, 3, "IPv4 multicast routing topology"),
    (4, 4, "IPv6 multicast routing topology"),
    (5, 5, "IPv6 in-band management"),
    (6, 3995, "Reserved for IETF Consensus"),
    (3996, 4095, "Development, Experimental and Proprietary features"),
]);

pub(super) const BIER_ALG_NAMES: requin_wire::Names = requin_wire::Names::Ranges(&[
    (0, 0, "No BIER specific algorithm is used"),
    (240, 255, "Experimental Use"),
]);

const ROWS: Rows = Rows { code: CLV_TYPE, len: CLV_LENGTH, short: SHORT_CLV, unknown: CLV_UNKNOWN };

/// Bytes of the fixed part, with the common header.
const HEAD: usize = 27;

fn name(code: u8) -> Option<&'static str> {
    Some(match code {
        1 => "Area address(es)",
        2 => "IS Reachability",
        7 => "Instance Identifier",
        10 => "Authentication",
        13 => "Purge Originator ID",
        14 => "Originating neighbor buffer size",
        22 => "Extended IS reachability",
        27 => "SRv6 Locator",
        128 => "IP Internal reachability",
        129 => "Protocols supported",
        130 => "IP External reachability",
        132 => "IP Interface address(es)",
        133 => "IP Authentication",
        134 => "Traffic Engineering Router ID",
        135 => "Extended IP Reachability",
        137 => "Hostname",
        138 => "Shared Risk Link Group",
        140 => "IPv6 TE Router ID",
        142 => "Group Address",
        144 => "MT-Capability",
        147 => "MAC Reachability",
        149 => "SID/Label Binding TLV",
        222 => "Multi Topology IS Reachability",
        229 => "Multi Topology",
        232 => "IPv6 Interface address(es)",
        235 => "Multi Topology Reachable IPv4 Prefixes",
        236 => "IPv6 reachability",
        237 => "Multi Topology Reachable IPv6 Prefixes",
        242 => "Router Capability",
        _ => return None,
    })
}

fn level1_name(code: u8) -> Option<&'static str> {
    if code == 3 { Some("ES Neighbor(s)") } else { name(code) }
}

fn level2_name(code: u8) -> Option<&'static str> {
    match code {
        4 => Some("Partition Designated Level 2 IS"),
        5 => Some("Prefix neighbors"),
        _ => name(code),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let start = c;
    cx.protocol("ISIS LSP");
    let head = c.whole().get(start.pos().saturating_sub(8)..start.pos()).unwrap_or_default();
    let level1 = head.get(4).is_some_and(|k| k & 0x1f == 18);
    let h = *c.peek_array::<4>()?;
    let len = usize::from(u16::from_be_bytes([h[0], h[1]]));
    let life = u16::from_be_bytes([h[2], h[3]]);
    let item = cx.field(PDU_LENGTH, &mut c, 2)?;
    if len < HEAD {
        cx.expert(SHORT_PDU, item, start.span(2));
        return Ok(());
    }
    if len > start.left() + 8 {
        cx.expert_with(LONG_PDU, item, start.span(2), |o| _ = o.s("PDU length greater than packet length"));
    }
    cx.u16(REMAINING_LIFE, &mut c)?;
    let id = c.peek_bytes(0, 8)?;
    cx.info_add(|o| {
        o.s(", LSP-ID: ");
        clv::write_system(o, id);
    });
    cx.field(LSP_ID, &mut c, 8)?;
    let number = cx.u32(SEQUENCE_NUMBER, &mut c)?;
    cx.info_add(|o| {
        o.s(", Sequence: ").hex(number, 8).s(", Lifetime: ");
        // Right-aligned in five places.
        for _ in 0..5usize.saturating_sub(if life == 0 { 1 } else { life.ilog10() as usize + 1 }) {
            o.s(" ");
        }
        o.u(life).s("s");
    });
    // It covers all from the identifier on.
    let covered = start.peek_bytes(4, len - 12).ok();
    if clv::checksum(cx, [CHECKSUM, CHECKSUM_STATUS, BAD_CHECKSUM], &mut c, covered, 12)? {
        cx.info_add(|o| _ = o.s(" [ISIS CHECKSUM INCORRECT]"));
    }
    type_block(cx, &mut c)?;
    let mut clvs = c.within(len - HEAD);
    let names = if level1 { level1_name } else { level2_name };
    clv::each(cx, &mut clvs, &ROWS, names, |cx, code, c| match code {
        1 => clv::areas(cx, c, AREA_ADDRESS, SHORT_CLV),
        2 => {
            cx.field(IS_VIRTUAL, c, 1)?;
            neighbours(cx, c, EIS_NEIGHBORS_IS_NEIGHBOR)
        }
        3 => neighbours(cx, c, EIS_NEIGHBORS_ES_NEIGHBOR_ID),
        4 => cx.field(PARTITION_DESIGNATED_L2_IS, c, 6).map(|_| ()),
        5 => prefixes(cx, c),
        7 => clv::instance(cx, c, IID, SUPPORTED_ITID),
        10 => clv::authentication(cx, c, AUTHENTICATION, AUTHENTICATION_UNKNOWN),
        13 => {
            cx.u8(PURGE_ORIGINATOR_ID_NUM, c)?;
            while c.left() >= 6 {
                cx.field(PURGE_ORIGINATOR_ID_SYSTEM_ID, c, 6)?;
            }
            Ok(())
        }
        14 => {
            let n = c.left();
            if n == 2 {
                return cx.u16(ORIGINATING_LSP_BUFFER_SIZE, c).map(|_| ());
            }
            remark(cx, SHORT_CLV, c, n, |o| {
                o.s("short lsp partition DIS(").u(n as u64).s(" vs 2)");
            });
            Ok(())
        }
        22 => reach::neighbours(cx, c),
        27 => reach::locator(cx, c),
        128 | 130 => reach::ip(cx, c),
        129 => clv::protocols(cx, c, CLV_NLPID_NLPID),
        132 => clv::addresses(cx, c, CLV_IPV4_INT_ADDR, 4, SHORT_CLV),
        133 => clv::text(cx, c, IP_AUTHENTICATION),
        134 => cx.field(CLV_TE_ROUTER_ID, c, 4).map(|_| ()),
        135 => reach::extended_ip(cx, c),
        137 => hostname(cx, c),
        138 => risk_group(cx, c),
        140 => cx.field(CLV_IPV6_TE_ROUTER_ID, c, 16).map(|_| ()),
        142 => groups(cx, c),
        144 => capability::topology(cx, c),
        147 => {
            run(cx, c, &[(MAC_REACHABILITY_TOPOID_NICK, 2), (MAC_REACHABILITY_CONFIDENCE, 1)])?;
            cx.peek(MAC_REACHABILITY_RESERVED, c, 2)?;
            cx.field(MAC_REACHABILITY_VLAN, c, 2)?;
            while c.left() >= 6 {
                cx.field(MAC_REACHABILITY_MAC, c, 6)?;
            }
            Ok(())
        }
        149 => capability::binding(cx, c),
        222 => {
            topology(cx, c)?;
            reach::neighbours(cx, c)
        }
        229 => clv::topologies(cx, c, CLV_MT, CLV_MT_MALFORMED),
        232 => clv::addresses(cx, c, CLV_IPV6_INT_ADDR, 16, SHORT_CLV),
        235 => {
            topology(cx, c)?;
            reach::extended_ip(cx, c)
        }
        236 => reach::ipv6(cx, c),
        237 => {
            topology(cx, c)?;
            reach::ipv6(cx, c)
        }
        242 => capability::router(cx, c),
        _ => Ok(()),
    })
}

/// Which topology the rest is about, RFC 5120.
pub(super) fn topology<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.peek(RESERVED, c, 2)?;
    cx.field(MTID, c, 2).map(|_| ())
}

fn type_block<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let b = c.peek_u8(0)?;
    let line = cx.line(c.span(1), |o| {
        o.s("Type block(").hex(b, 2).s("): Partition Repair:").u(b >> 7).s(", Attached bits:");
        o.u(b >> 3 & 0xf).s(", Overload bit:").u(b >> 2 & 1).s(", IS type:").u(b & 3);
    });
    cx.under(line, |cx| -> Step {
        cx.peek(PARTITION_REPAIR, c, 1)?;
        let item = cx.peek(ATT, c, 1)?;
        // The bits are 8 to 64 in this byte (ISO 10589 section 9.8), and are declared as 1 to 8, as tshark does.
        let attached = b >> 3;
        let span = c.span(1);
        cx.under(item, |cx| {
            for (bit, field) in
                [(8, ERROR_METRIC), (4, EXPENSE_METRIC), (2, DELAY_METRIC), (1, DEFAULT_METRIC)]
            {
                cx.add(field, span, Value::U(u64::from(attached & bit != 0)));
            }
        });
        cx.peek(OVERLOAD, c, 1)?;
        cx.field(IS_TYPE, c, 1).map(|_| ())
    })
}

/// A metric of six bits with whether it is supported and of which kind.
struct Metric {
    value: Field,
    support: Field,
    kind: Field,
}

const fn metric(value: Field, support: Field, kind: Field) -> Metric {
    Metric { value, support, kind }
}

const METRICS: [Metric; 3] = [
    metric(EIS_NEIGHBORS_DELAY_METRIC, EIS_NEIGHBORS_DELAY_METRIC_SUPPORTED, EIS_NEIGHBORS_DELAY_METRIC_IE),
    metric(
        EIS_NEIGHBORS_EXPENSE_METRIC,
        EIS_NEIGHBORS_EXPENSE_METRIC_SUPPORTED,
        EIS_NEIGHBORS_EXPENSE_METRIC_IE,
    ),
    metric(EIS_NEIGHBORS_ERROR_METRIC, EIS_NEIGHBORS_ERROR_METRIC_SUPPORTED, EIS_NEIGHBORS_ERROR_METRIC_IE),
];

/// Neighbours with four metrics each: routers, or end systems.
fn neighbours<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let (size, who) = if field == EIS_NEIGHBORS_IS_NEIGHBOR { (7, "IS") } else { (6, "ES") };
    while !c.is_empty() {
        let left = c.left();
        if left < 4 + size {
            remark(cx, SHORT_CLV, c, left, |o| {
                o.s("short E/IS reachability (").u(left as u64).s(" vs ").u(4 + size as u64).s(")");
            });
            return Ok(());
        }
        let id = c.peek_bytes(4, size)?;
        let line = cx.line(c.span(4 + size), |o| {
            o.s(who).s(" Neighbor: ");
            clv::write_system(o, id);
        });
        cx.under(line, |cx| -> Step {
            // The default metric is always supported: the bit that would tell is none.
            if c.peek_u8(0)? & 0x80 != 0 {
                cx.peek(EIS_NEIGHBORS_CLV_INNER_RESERVED, c, 1)?;
            } else {
                cx.peek(EIS_NEIGHBORS_DEFAULT_METRIC, c, 1)?;
                cx.peek(EIS_NEIGHBORS_DEFAULT_METRIC_IE, c, 1)?;
            }
            for (i, m) in METRICS.iter().enumerate() {
                for field in [m.value, m.support, m.kind] {
                    cx.peek_at(field, c, 1 + i, 1)?;
                }
            }
            c.skip(4)?;
            cx.field(field, c, size).map(|_| ())
        })?;
    }
    Ok(())
}

/// Prefixes of areas that are reached, ISO 10589 section 9.8.
fn prefixes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    if c.left() < 4 {
        let left = c.left();
        remark(cx, SHORT_CLV, c, left, |o| {
            o.s("Short CLV header (").u(left as u64).s(" vs 4)");
        });
        return Ok(());
    }
    for (support, value) in [
        (DEFAULT_SUPPORT, DEFAULT),
        (DELAY_SUPPORT, DELAY),
        (EXPENSE_SUPPORT, EXPENSE),
        (ERROR_SUPPORT, ERROR),
    ] {
        cx.peek(support, c, 1)?;
        cx.field(value, c, 1)?;
    }
    while !c.is_empty() {
        // Lengths of prefixes count half bytes.
        let half = usize::from(c.peek_u8(0)?);
        let n = half.div_ceil(2);
        if n > c.left() - 1 {
            let left = c.left() - 1;
            remark(cx, SHORT_CLV, c, left, |o| {
                o.s("Short prefix neighbor (").u(left as u64).s(" vs ").u(n as u64).s(")");
            });
            return Ok(());
        }
        let bytes = c.peek_bytes(1, n)?;
        cx.add_str(AREA_ADDRESS_STR, c.span(1 + n), |o| {
            for (i, b) in bytes.iter().enumerate() {
                o.s(if i % 2 == 1 { "." } else { "" });
                if i + 1 == n && half % 2 == 1 {
                    o.x(b >> 4, 1);
                } else {
                    o.x(*b, 2);
                }
            }
        });
        c.skip(1 + n)?;
    }
    Ok(())
}

fn hostname<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    if n == 0 {
        cx.add_str(HOSTNAME, c.span(0), |o| _ = o.s("--none--"));
        return Ok(());
    }
    cx.bytes(HOSTNAME, c, n).map(|_| ())
}

/// Links that share a risk, RFC 5307.
fn risk_group<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    run(cx, c, &[(SRLG_SYSTEM_ID, 6), (SRLG_PSEUDO_NUM, 1), (SRLG_FLAGS_NUMBERED, 1)])?;
    run(cx, c, &[(SRLG_IPV4_LOCAL, 4), (SRLG_IPV4_REMOTE, 4)])?;
    while c.left() >= 4 {
        cx.u32(SRLG_VALUE, c)?;
    }
    Ok(())
}

/// Multicast groups with listeners, RFC 7176 section 2.1.
fn groups<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while c.left() >= 2 {
        let [kind, len] = *c.peek_array::<2>()?;
        let (name, size, rows) = match kind {
            1 => (
                "MAC",
                6,
                [
                    GRP_MACADDR_LENGTH,
                    GRP_MACADDR_MTID,
                    GRP_MACADDR_VLAN_ID,
                    GRP_MACADDR_NUMBER_OF_RECORDS,
                    GRP_MACADDR_NUMBER_OF_SOURCES,
                    GRP_MACADDR_GROUP_ADDRESS,
                    GRP_MACADDR_SOURCE_ADDRESS,
                ],
            ),
            2 => (
                "IPv4",
                4,
                [
                    GRP_IPV4ADDR_LENGTH,
                    GRP_IPV4ADDR_MTID,
                    GRP_IPV4ADDR_VLAN_ID,
                    GRP_IPV4ADDR_NUMBER_OF_RECORDS,
                    GRP_IPV4ADDR_NUMBER_OF_SOURCES,
                    GRP_IPV4ADDR_GROUP_ADDRESS,
                    GRP_IPV4ADDR_SOURCE_ADDRESS,
                ],
            ),
            3 => (
                "IPv6",
                16,
                [
                    GRP_IPV6ADDR_LENGTH,
                    GRP_IPV6ADDR_MTID,
                    GRP_IPV6ADDR_VLAN_ID,
                    GRP_IPV6ADDR_NUMBER_OF_RECORDS,
                    GRP_IPV6ADDR_NUMBER_OF_SOURCES,
                    GRP_IPV6ADDR_GROUP_ADDRESS,
                    GRP_IPV6ADDR_SOURCE_ADDRESS,
                ],
            ),
            _ => {
                let line = cx.line(c.span(2 + usize::from(len)), |o| _ = o.s("Unknown Sub-TLV"));
                let mut one = c.take(2 + usize::from(len));
                cx.under(line, |cx| run(cx, &mut one, &[(GRP_TYPE, 1), (GRP_UNKNOWN_LENGTH, 1)]))?;
                continue;
            }
        };
        let line = cx.line(c.span(2 + usize::from(len)), |o| _ = o.s("Group ").s(name).s(" Address Sub-TLV"));
        let mut one = c.take(2 + usize::from(len));
        cx.under(line, |cx| -> Step {
            run(cx, &mut one, &[(GRP_TYPE, 1), (rows[0], 1), (rows[1], 2), (rows[2], 2), (rows[3], 1)])?;
            while !one.is_empty() {
                let sources = cx.u8(rows[4], &mut one)?;
                cx.field(rows[5], &mut one, size)?;
                for _ in 0..sources {
                    cx.field(rows[6], &mut one, size)?;
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}
