//! NetFlow (versions 1, 5, 7, 8, 9: RFC 3954) and IPFIX (RFC 7011).

mod elements;
mod flow;
mod names;
mod record;
mod sets;
mod template;

use super::PROTOCOLS;
use crate::application::enterprises::ENTERPRISES;
use requin_wire::{Cursor, Cx, Field, Names, Out, Ports, Sink, Step, Stop, Time, Value, names, proto};
use template::remember;

proto! {
    CFLOW "cflow" "Cisco NetFlow/IPFIX" "CFLOW" App
    on [Udp 2055, Udp 4739, Udp 9996]
    looks_like [Udp accepts => [0..=0]]
    remember [remember]
    fields {
        VERSION "cflow.version" "Version": U16 Dec;
        LEN "cflow.len" "Length": U16 Dec;
        FLOW_COUNT "cflow.count" "Count": U16 Dec;
        SYSUPTIME "cflow.sysuptime" "SysUptime": RelTime;
        EXPORTTIME "cflow.exporttime" "ExportTime": U32 Dec;
        TIMESTAMP "cflow.timestamp" "Timestamp": AbsTime;
        UNIX_SECS "cflow.unix_secs" "CurrentSecs": U32 Dec;
        UNIX_NSECS "cflow.unix_nsecs" "CurrentNSecs": U32 Dec;
        SAMPLINGMODE "cflow.samplingmode" "SamplingMode": U16 Dec & 0xc000 = SAMPLINGMODE_NAMES;
        SAMPLERATE "cflow.samplerate" "SampleRate": U16 Dec & 0x3fff;
        SEQUENCE "cflow.sequence" "FlowSequence": U32 Dec;
        ENGINE_TYPE "cflow.engine_type" "EngineType": U8 Dec = ENGINE_TYPE_NAMES;
        ENGINE_ID "cflow.engine_id" "EngineId": U8 Dec;
        SOURCE_ID "cflow.source_id" "SourceId": U32 Dec;
        OD_ID "cflow.od_id" "Observation Domain Id": U32 Dec;
        FLOWSET_ID "cflow.flowset_id" "FlowSet Id": U16 Dec = Names::Ranges(FLOWSETS);
        FLOWSET_LENGTH "cflow.flowset_length" "FlowSet Length": U16 Dec;
        TEMPLATE_ID "cflow.template_id" "Template Id": U16 Dec;
        TEMPLATE_FIELD_COUNT "cflow.template_field_count" "Field Count": U16 Dec;
        TEMPLATE_FIELD_LENGTH "cflow.template_field_length" "Length": U16 Dec;
        SRCADDR "cflow.srcaddr" "SrcAddr": Ipv4;
        DSTADDR "cflow.dstaddr" "DstAddr": Ipv4;
        NEXTHOP "cflow.nexthop" "NextHop": Ipv4;
        INPUTINT "cflow.inputint" "InputInt": U32 Dec;
        OUTPUTINT "cflow.outputint" "OutputInt": U32 Dec;
        PACKETS "cflow.packets" "Packets": U64 Dec;
        OCTETS "cflow.octets" "Octets": U64 Dec;
        TIMESTART "cflow.timestart" "StartTime": RelTime;
        TIMEEND "cflow.timeend" "EndTime": RelTime;
        SRCPORT "cflow.srcport" "SrcPort": U16 Dec;
        DSTPORT "cflow.dstport" "DstPort": U16 Dec;
        TCPFLAGS "cflow.tcpflags" "TCP Flags": U8 Hex;
        PROTOCOL "cflow.protocol" "Protocol": U8 Dec = PROTOCOLS;
        TOS "cflow.tos" "IP ToS": U8 Hex;
        SRCAS "cflow.srcas" "SrcAS": U32 Dec;
        DSTAS "cflow.dstas" "DstAS": U32 Dec;
        SRCMASK "cflow.srcmask" "SrcMask": U8 Dec;
        DSTMASK "cflow.dstmask" "DstMask": U8 Dec;
        PADDING "cflow.padding" "Padding": Bytes;
        AGGMETHOD "cflow.aggmethod" "AggMethod": U8 Dec = names::AGGMETHOD;
        AGGVERSION "cflow.aggversion" "AggVersion": U8 Dec;
        ROUTERSC "cflow.routersc" "Router Shortcut": Ipv4;
        UNKNOWN_FIELD_TYPE "cflow.unknown_field_type" "Unknown Field Type": Bytes;
        EXPORT_FLAGS "cflow.flags" "Export Flags": U8 Hex;
        FLOWS "cflow.flows" "Flows": U64 Dec;
        BGPNEXTHOP "cflow.bgpnexthop" "BGPNextHop": Ipv4;
        MULPACKETS "cflow.mulpackets" "MulticastPackets": U64 Dec;
        MULOCTETS "cflow.muloctets" "MulticastOctets": U64 Dec;
        POST_OCTETS "cflow.post_octets" "Post Octets": U64 Dec;
        POST_PACKETS "cflow.post_packets" "Post Packets": U64 Dec;
        LENGTH_MIN "cflow.length_min" "MinLength": U64 Dec;
        LENGTH_MAX "cflow.length_max" "MaxLength": U64 Dec;
        SRCADDRV6 "cflow.srcaddrv6" "SrcAddr": Ipv6;
        DSTADDRV6 "cflow.dstaddrv6" "DstAddr": Ipv6;
        SRCMASKV6 "cflow.srcmaskv6" "SrcMask": U8 Dec;
        DSTMASKV6 "cflow.dstmaskv6" "DstMask": U8 Dec;
        IPV6FLOWLABEL "cflow.ipv6flowlabel" "ipv6FlowLabel": U32 Dec;
        ICMP_TYPE_CODE_IPV4 "cflow.icmp_type_code_ipv4" "ICMP Type": U16 Hex;
        IGMP_TYPE "cflow.igmp_type" "IGMP Type": U8 Dec;
        SAMPLING_INTERVAL "cflow.sampling_interval" "Sampling interval": U32 Dec;
        SAMPLING_ALGORITHM "cflow.sampling_algorithm" "Sampling algorithm": U8 Dec = names::SAMPLING_ALGORITHM;
        FLOW_ACTIVE_TIMEOUT "cflow.flow_active_timeout" "Flow active timeout": U16 Dec;
        FLOW_INACTIVE_TIMEOUT "cflow.flow_inactive_timeout" "Flow inactive timeout": U16 Dec;
        OCTETSEXP "cflow.octetsexp" "OctetsExp": U64 Dec;
        PACKETSEXP "cflow.packetsexp" "PacketsExp": U64 Dec;
        FLOWSEXP "cflow.flowsexp" "FlowsExp": U64 Dec;
        IPV4_ROUTER_SC "cflow.ipv4_router_sc" "ipv4RouterSc": Ipv4;
        SRCPREFIX "cflow.srcprefix" "SrcPrefix": Ipv4;
        DSTPREFIX "cflow.dstprefix" "DstPrefix": Ipv4;
        TOPLABELTYPE "cflow.toplabeltype" "TopLabelType": U8 Dec = names::TOPLABELTYPE;
        TOPLABELADDR "cflow.toplabeladdr" "TopLabelAddr": Ipv4;
        SAMPLER_ID "cflow.sampler_id" "SamplerID": U8 Dec;
        SAMPLER_MODE "cflow.sampler_mode" "SamplerMode": U8 Dec = names::SAMPLER_MODE;
        SAMPLER_RANDOM_INTERVAL "cflow.sampler_random_interval" "SamplerRandomInterval": U32 Dec;
        FLOW_CLASS "cflow.flow_class" "FlowClass": U8 Dec;
        TTL_MIN "cflow.ttl_min" "MinTTL": U8 Dec;
        TTL_MAX "cflow.ttl_max" "MaxTTL": U8 Dec;
        FRAG_IDENT "cflow.frag_ident" "fragIdent": U32 Dec;
        POST_TOS "cflow.post_tos" "Post IP ToS": U8 Hex;
        SRCMAC "cflow.srcmac" "Source Mac Address": Ether;
        POST_DSTMAC "cflow.post_dstmac" "Post Destination Mac Address": Ether;
        VLANID "cflow.vlanid" "Vlan Id": U16 Dec;
        POST_VLANID "cflow.post_vlanid" "Post Vlan Id": U16 Dec;
        IP_VERSION "cflow.ip_version" "IPVersion": U8 Dec;
        DIRECTION "cflow.direction" "Direction": U8 Dec = names::DIRECTION;
        NEXTHOPV6 "cflow.nexthopv6" "NextHop": Ipv6;
        BGPNEXTHOPV6 "cflow.bgpnexthopv6" "BGPNextHop": Ipv6;
        IPV6_EXTHDR "cflow.ipv6_exthdr" "IPv6 Extension Headers": U32 Hex;
        DSTMAC "cflow.dstmac" "Destination Mac Address": Ether;
        POST_SRCMAC "cflow.post_srcmac" "Post Source Mac Address": Ether;
        IF_NAME "cflow.if_name" "IfName": Str;
        IF_DESCR "cflow.if_descr" "IfDescr": Str;
        SAMPLER_NAME "cflow.sampler_name" "SamplerName": Str;
        PERMANENT_OCTETS "cflow.permanent_octets" "Permanent Octets": U64 Dec;
        PERMANENT_PACKETS "cflow.permanent_packets" "Permanent Packets": U64 Dec;
        FRAGMENT_OFFSET "cflow.fragment_offset" "Fragment Offset": U16 Dec;
        MPLS_VPN_RD "cflow.mpls_vpn_rd" "MPLS VPN RD": Bytes;
        MPLS_TOP_LABEL_PREFIX_LENGTH "cflow.mpls_top_label_prefix_length" "MPLS Top Label Prefix Length": U8 Dec;
        SRC_TRAFFIC_INDEX "cflow.src_traffic_index" "Src Traffic Index": U32 Dec;
        DST_TRAFFIC_INDEX "cflow.dst_traffic_index" "Dst Traffic Index": U32 Dec;
        APPL_DESC "cflow.appl_desc" "ApplicationDesc": Str;
        APPL_NAME "cflow.appl_name" "ApplicationName": Str;
        POST_IP_DIFF_SERV_CODE_POINT "cflow.post_ip_diff_serv_code_point" "Post Ip Diff Serv Code Point": U8 Dec;
        MULTICAST_REPLICATION_FACTOR "cflow.multicast_replication_factor" "Multicast Replication Factor": U32 Dec;
        CLASSIFICATION_ENGINE_ID "cflow.classification_engine_id" "Classification Engine Id": U8 Dec;
        PEER_DSTAS "cflow.peer_dstas" "PeerDstAS": U32 Dec;
        PEER_SRCAS "cflow.peer_srcas" "PeerSrcAS": U32 Dec;
        EXPORTER_ADDR "cflow.exporter_addr" "ExporterAddr": Ipv4;
        EXPORTER_ADDR_V6 "cflow.exporter_addr_v6" "ExporterAddr": Ipv6;
        DROP_OCTETS "cflow.drop_octets" "Dropped Octets": U64 Dec;
        DROP_PACKETS "cflow.drop_packets" "Dropped Packets": U64 Dec;
        DROP_TOTAL_OCTETS "cflow.drop_total_octets" "Dropped Total Octets": U64 Dec;
        DROP_TOTAL_PACKETS "cflow.drop_total_packets" "Dropped Total Packets": U64 Dec;
        FLOW_END_REASON "cflow.flow_end_reason" "Flow End Reason": U8 Dec = names::FLOW_END_REASON;
        COMMON_PROPERTIES_ID "cflow.common_properties_id" "Common Properties Id": U64 Dec;
        OBSERVATION_POINT_ID "cflow.observation_point_id" "Observation Point Id": U64 Dec;
        TOPLABELADDR_V6 "cflow.toplabeladdr_v6" "TopLabelAddr V6": Ipv6;
        SCOPE_LINECARD "cflow.scope_linecard" "ScopeLinecard": U32 Dec;
        PORT_ID "cflow.port_id" "Port Id": U32 Dec;
        MP_ID "cflow.mp_id" "Metering Process Id": U32 Dec;
        FLOW_EXPORTER "cflow.flow_exporter" "FlowExporter": U32 Dec;
        WLAN_CHANNEL_ID "cflow.wlan_channel_id" "Wireless LAN Channel Id": U8 Dec;
        WLAN_SSID "cflow.wlan_ssid" "Wireless LAN SSId": Str;
        FLOW_ID "cflow.flow_id" "Flow Id": U64 Dec;
        ABSTIMESTART "cflow.abstimestart" "StartTime": AbsTime;
        ABSTIMEEND "cflow.abstimeend" "EndTime": AbsTime;
        SYS_INIT_TIME "cflow.sys_init_time" "System Init Time": AbsTime;
        TIMEDELTA "cflow.timedelta" "Duration": RelTime;
        IGNORE_PACKETS "cflow.ignore_packets" "Ignored Packets": U64 Dec;
        IGNORE_OCTETS "cflow.ignore_octets" "Ignored Octets": U64 Dec;
        NOTSENT_FLOWS "cflow.notsent_flows" "Not Sent Flows": U64 Dec;
        NOTSENT_PACKETS "cflow.notsent_packets" "Not Sent Packets": U64 Dec;
        NOTSENT_OCTETS "cflow.notsent_octets" "Not Sent Octets": U64 Dec;
        DSTNETV6 "cflow.dstnetv6" "DstNet": Ipv6;
        SRCNETV6 "cflow.srcnetv6" "SrcNet": Ipv6;
        POST_TOTAL_OCTETS "cflow.post_total_octets" "Post Total Octets": U64 Dec;
        POST_TOTAL_PACKETS "cflow.post_total_packets" "Post Total Packets": U64 Dec;
        POST_KEY "cflow.post_key" "floKeyIndicator": Bytes;
        POST_TOTAL_MULPACKETS "cflow.post_total_mulpackets" "Post Total Multicast Packets": U64 Dec;
        POST_TOTAL_MULOCTETS "cflow.post_total_muloctets" "Post Total Multicast Octets": U64 Dec;
        ICMP_IPV4_TYPE "cflow.icmp_ipv4_type" "IPv4 ICMP Type": U8 Dec;
        ICMP_IPV4_CODE "cflow.icmp_ipv4_code" "IPv4 ICMP Code": U8 Dec;
        ICMP_IPV6_TYPE "cflow.icmp_ipv6_type" "IPv6 ICMP Type": U8 Dec;
        ICMP_IPV6_CODE "cflow.icmp_ipv6_code" "IPv6 ICMP Code": U8 Dec;
        TCP_SEQ_NUM "cflow.tcp_seq_num" "TCP Sequence Number": U32 Dec;
        TCP_ACK_NUM "cflow.tcp_ack_num" "TCP Acknowledgement Number": U32 Dec;
        TCP_WINDOWS_SIZE "cflow.tcp_windows_size" "TCP Windows Size": U16 Dec;
        TCP_URG_PTR "cflow.tcp_urg_ptr" "TCP Urgent Pointer": U16 Dec;
        TCP_HEADER_LENGTH "cflow.tcp_header_length" "TCP Header Length": U8 Dec;
        IP_HEADER_LENGTH "cflow.ip_header_length" "IP Header Length": U8 Dec;
        IPV4_TOTAL_LENGTH "cflow.ipv4_total_length" "IPV4 Total Length": U16 Dec;
        IPV6_PAYLOAD_LENGTH "cflow.ipv6_payload_length" "IPv6 Payload Length": U16 Dec;
        IP_TTL "cflow.ip_ttl" "IP TTL": U8 Dec;
        IPV6_NEXT_HDR "cflow.ipv6_next_hdr" "IPv6 Next Header": U8 Dec;
        MPLS_PAYLOAD_LENGTH "cflow.mpls_payload_length" "mplsPayloadLength": U32 Dec;
        IP_DSCP "cflow.ip_dscp" "DSCP": U8 Dec;
        IP_PRECEDENCE "cflow.ip_precedence" "IP Precedence": U8 Dec;
        IP_FRAGMENT_FLAGS "cflow.ip_fragment_flags" "IP Fragment Flags": U8 Hex;
        DELTA_OCTETS_SQUARED "cflow.delta_octets_squared" "DeltaOctetsSquared": U64 Dec;
        TOTAL_OCTETS_SQUARED "cflow.total_octets_squared" "TotalOctetsSquared": U64 Dec;
        MPLS_TOP_LABEL_TTL "cflow.mpls_top_label_ttl" "MPLS Top Label TTL": U8 Dec;
        MPLS_LABEL_LENGTH "cflow.mpls_label_length" "MPLS Label Stack Length": U32 Dec;
        MPLS_LABEL_DEPTH "cflow.mpls_label_depth" "MPLS Label Stack Depth": U32 Dec;
        MPLS_TOP_LABEL_EXP "cflow.mpls_top_label_exp" "MPLS Top Label Exp": U8 Oct;
        IP_PAYLOAD_LENGTH "cflow.ip_payload_length" "IP Payload Length": U32 Dec;
        UDP_LENGTH "cflow.udp_length" "UDP Length": U16 Dec;
        IS_MULTICAST "cflow.is_multicast" "IsMulticast": U8 Hex;
        IP_HEADER_WORDS "cflow.ip_header_words" "IPHeaderLen": U8 Dec;
        OPTION_MAP "cflow.option_map" "OptionMap": Bytes;
        TCP_OPTION_MAP "cflow.tcp_option_map" "TCP OptionMap": Bytes;
        COLLECTOR_ADDR "cflow.collector_addr" "CollectorAddr": Ipv4;
        COLLECTOR_ADDR_V6 "cflow.collector_addr_v6" "CollectorAddr": Ipv6;
        EXPORT_INTERFACE "cflow.export_interface" "ExportInterface": U32 Dec;
        EXPORT_PROTOCOL_VERSION "cflow.export_protocol_version" "ExportProtocolVersion": U8 Dec;
        EXPORTER_PROTOCOL "cflow.exporter_protocol" "ExportTransportProtocol": U8 Dec;
        COLLECTOR_PORT "cflow.collector_port" "CollectorPort": U16 Dec;
        EXPORTER_PORT "cflow.exporter_port" "ExporterPort": U16 Dec;
        TOTAL_TCP_SYN "cflow.total_tcp_syn" "Total TCP syn": U64 Dec;
        TOTAL_TCP_FIN "cflow.total_tcp_fin" "Total TCP fin": U64 Dec;
        TOTAL_TCP_RST "cflow.total_tcp_rst" "Total TCP rst": U64 Dec;
        TOTAL_TCP_PSH "cflow.total_tcp_psh" "Total TCP psh": U64 Dec;
        TOTAL_TCP_ACK "cflow.total_tcp_ack" "Total TCP ack": U64 Dec;
        TOTAL_TCP_URG "cflow.total_tcp_urg" "Total TCP urg": U64 Dec;
        IP_TOTAL_LENGTH "cflow.ip_total_length" "IP Total Length": U64 Dec;
        POST_NATSOURCE_IPV4_ADDRESS "cflow.post_natsource_ipv4_address" "Post NAT Source IPv4 Address": Ipv4;
        POST_NATDESTINATION_IPV4_ADDRESS "cflow.post_natdestination_ipv4_address" "Post NAT Destination IPv4 Address": Ipv4;
        POST_NAPTSOURCE_TRANSPORT_PORT "cflow.post_naptsource_transport_port" "Post NAPT Source Transport Port": U16 Dec;
        POST_NAPTDESTINATION_TRANSPORT_PORT "cflow.post_naptdestination_transport_port" "Post NAPT Destination Transport Port": U16 Dec;
        NAT_ORIGINATING_ADDRESS_REALM "cflow.nat_originating_address_realm" "Nat Originating Address Realm": U8 Dec;
        NAT_EVENT "cflow.nat_event" "Nat Event": U8 Dec = names::NAT_EVENT;
        INITIATOR_OCTETS "cflow.initiator_octets" "Initiator Octets": U64 Dec;
        RESPONDER_OCTETS "cflow.responder_octets" "Responder Octets": U64 Dec;
        FIREWALL_EVENT "cflow.firewall_event" "Firewall Event": U8 Dec = names::FIREWALL_EVENT;
        INGRESS_VRFID "cflow.ingress_vrfid" "Ingress VRFID": U32 Dec;
        EGRESS_VRFID "cflow.egress_vrfid" "Egress VRFID": U32 Dec;
        VRFNAME "cflow.vrfname" "VRFname": Str;
        POST_MPLS_TOP_LABEL_EXP "cflow.post_mpls_top_label_exp" "Post MPLS Top Label Exp": U8 Dec;
        TCP_WINDOW_SCALE "cflow.tcp_window_scale" "Tcp Window Scale": U16 Dec;
        BIFLOW_DIRECTION "cflow.biflow_direction" "Biflow Direction": U8 Dec = names::BIFLOW_DIRECTION;
        ETHERNET_HEADER_LENGTH "cflow.ethernet_header_length" "Ethernet Header Length": U8 Dec;
        ETHERNET_PAYLOAD_LENGTH "cflow.ethernet_payload_length" "Ethernet Payload Length": U16 Dec;
        ETHERNET_TOTAL_LENGTH "cflow.ethernet_total_length" "Ethernet Total Length": U16 Dec;
        DOT1Q_VLAN_ID "cflow.dot1q_vlan_id" "Dot1q Vlan Id": U16 Dec;
        DOT1Q_PRIORITY "cflow.dot1q_priority" "Dot1q Priority": U8 Dec;
        DOT1Q_CUSTOMER_VLAN_ID "cflow.dot1q_customer_vlan_id" "Dot1q Customer Vlan Id": U16 Dec;
        DOT1Q_CUSTOMER_PRIORITY "cflow.dot1q_customer_priority" "Dot1q Customer Priority": U8 Dec;
        METRO_EVC_ID "cflow.metro_evc_id" "Metro Evc Id": Str;
        METRO_EVC_TYPE "cflow.metro_evc_type" "Metro Evc Type": U8 Dec;
        PSEUDO_WIRE_ID "cflow.pseudo_wire_id" "Pseudo Wire Id": U32 Dec;
        PSEUDO_WIRE_TYPE "cflow.pseudo_wire_type" "Pseudo Wire Type": U16 Dec;
        PSEUDO_WIRE_CONTROL_WORD "cflow.pseudo_wire_control_word" "Pseudo Wire Control Word": U32 Dec;
        INGRESS_PHYSICAL_INTERFACE "cflow.ingress_physical_interface" "Ingress Physical Interface": U32 Dec;
        EGRESS_PHYSICAL_INTERFACE "cflow.egress_physical_interface" "Egress Physical Interface": U32 Dec;
        POST_DOT1Q_VLAN_ID "cflow.post_dot1q_vlan_id" "Post Dot1q Vlan Id": U16 Dec;
        POST_DOT1Q_CUSTOMER_VLAN_ID "cflow.post_dot1q_customer_vlan_id" "Post Dot1q Customer Vlan Id": U16 Dec;
        ETHERNET_TYPE "cflow.ethernet_type" "Ethernet Type": U16 Dec;
        POST_IP_PRECEDENCE "cflow.post_ip_precedence" "Post Ip Precedence": U8 Dec;
        COLLECTION_TIME_MILLISECONDS "cflow.collection_time_milliseconds" "Collection Time Milliseconds": AbsTime;
        EXPORT_SCTP_STREAM_ID "cflow.export_sctp_stream_id" "Export Sctp Stream Id": U16 Dec;
        MAX_EXPORT_SECONDS "cflow.max_export_seconds" "Max Export Seconds": AbsTime;
        MAX_FLOW_END_SECONDS "cflow.max_flow_end_seconds" "Max Flow End Seconds": AbsTime;
        MESSAGE_MD5_CHECKSUM "cflow.message_md5_checksum" "Message MD5 Checksum": Bytes;
        MESSAGE_SCOPE "cflow.message_scope" "Message Scope": U8 Dec;
        MIN_EXPORT_SECONDS "cflow.min_export_seconds" "Min Export Seconds": AbsTime;
        MIN_FLOW_START_SECONDS "cflow.min_flow_start_seconds" "Min Flow Start Seconds": AbsTime;
        OPAQUE_OCTETS "cflow.opaque_octets" "Opaque Octets": Bytes;
        SESSION_SCOPE "cflow.session_scope" "Session Scope": U8 Dec;
        MAX_FLOW_END_MICROSECONDS "cflow.max_flow_end_microseconds" "Max Flow End Microseconds": AbsTime;
        MAX_FLOW_END_MILLISECONDS "cflow.max_flow_end_milliseconds" "Max Flow End Milliseconds": AbsTime;
        MAX_FLOW_END_NANOSECONDS "cflow.max_flow_end_nanoseconds" "Max Flow End Nanoseconds": AbsTime;
        MIN_FLOW_START_MICROSECONDS "cflow.min_flow_start_microseconds" "Min Flow Start Microseconds": AbsTime;
        MIN_FLOW_START_MILLISECONDS "cflow.min_flow_start_milliseconds" "Min Flow Start Milliseconds": AbsTime;
        MIN_FLOW_START_NANOSECONDS "cflow.min_flow_start_nanoseconds" "Min Flow Start Nanoseconds": AbsTime;
        COLLECTOR_CERTIFICATE "cflow.collector_certificate" "Collector Certificate": Bytes;
        EXPORTER_CERTIFICATE "cflow.exporter_certificate" "Exporter Certificate": Bytes;
        DATA_RECORDS_RELIABILITY "cflow.data_records_reliability" "Data Records Reliability": Bool(8);
        OBSERVATION_POINT_TYPE "cflow.observation_point_type" "Observation Point Type": U8 Dec;
        NEW_CONNECTION_DELTA_COUNT "cflow.new_connection_delta_count" "New Connection Delta Count": U32 Dec;
        CONNECTION_SUM_DURATION_SECONDS "cflow.connection_sum_duration_seconds" "Connection Sum Duration Seconds": U64 Dec;
        CONNECTION_TRANSACTION_ID "cflow.connection_transaction_id" "Connection Transaction Id": U64 Dec;
        POST_NAT_SOURCE_IPV6_ADDRESS "cflow.post_nat_source_ipv6_address" "Post NAT Source IPv6 Address": Ipv6;
        POST_NAT_DESTINATION_IPV6_ADDRESS "cflow.post_nat_destination_ipv6_address" "Post NAT Destination IPv6 Address": Ipv6;
        NAT_POOL_ID "cflow.nat_pool_id" "Nat Pool Id": U32 Dec;
        NAT_POOL_NAME "cflow.nat_pool_name" "Nat Pool Name": Str;
        ANONYMIZATION_FLAGS "cflow.anonymization_flags" "Anonymization Flags": Bytes;
        ANONYMIZATION_TECHNIQUE "cflow.anonymization_technique" "Anonymization Technique": U16 Dec;
        INFORMATION_ELEMENT_INDEX "cflow.information_element_index" "Information Element Index": U16 Dec;
        P2P_TECHNOLOGY "cflow.p2p_technology" "P2p Technology": Str;
        TUNNEL_TECHNOLOGY "cflow.tunnel_technology" "Tunnel Technology": Str;
        ENCRYPTED_TECHNOLOGY "cflow.encrypted_technology" "Encrypted Technology": Str;
        ENTERPRISE_PRIVATE_ENTRY "cflow.enterprise_private_entry" "Enterprise Private entry": Bytes;
        BGP_VALIDITY_STATE "cflow.bgp_validity_state" "Bgp Validity State": U8 Dec;
        IPSEC_SPI "cflow.ipsec_spi" "IPSec SPI": U32 Dec;
        GRE_KEY "cflow.gre_key" "Gre Key": U32 Dec;
        NAT_TYPE "cflow.nat_type" "Nat Type": U8 Dec;
        INITIATOR_PACKETS "cflow.initiator_packets" "Initiator Packets": U64 Dec;
        RESPONDER_PACKETS "cflow.responder_packets" "Responder Packets": U64 Dec;
        OBSERVATION_DOMAIN_NAME "cflow.observation_domain_name" "Observation Domain Name": Str;
        SELECTION_SEQUENCE_ID "cflow.selection_sequence_id" "Selection Sequence Id": U64 Dec;
        SELECTOR_ID "cflow.selector_id" "Selector Id": U64 Dec;
        INFORMATION_ELEMENT_ID "cflow.information_element_id" "Information Element Id": U16 Dec;
        SELECTOR_ALGORITHM "cflow.selector_algorithm" "Selector Algorithm": U16 Dec = names::SELECTOR_ALGORITHM;
        SAMPLING_PACKET_INTERVAL "cflow.sampling_packet_interval" "Sampling Packet Interval": U32 Dec;
        SAMPLING_PACKET_SPACE "cflow.sampling_packet_space" "Sampling Packet Space": U32 Dec;
        SAMPLING_TIME_INTERVAL "cflow.sampling_time_interval" "Sampling Time Interval": U32 Dec;
        SAMPLING_TIME_SPACE "cflow.sampling_time_space" "Sampling Time Space": U32 Dec;
        SAMPLING_SIZE "cflow.sampling_size" "Sampling Size": U32 Dec;
        SAMPLING_POPULATION "cflow.sampling_population" "Sampling Population": U32 Dec;
        SAMPLING_PROBABILITY "cflow.sampling_probability" "Sampling Probability": F32;
        DATA_LINK_FRAME_SIZE "cflow.data_link_frame_size" "Data Link Frame Size": U16 Dec;
        SECTION_HEADER "cflow.section_header" "SectionHeader": Bytes;
        SECTION_PAYLOAD "cflow.section_payload" "SectionPayload": Bytes;
        MPLS_LABEL_STACK_SECTION "cflow.mpls_label_stack_section" "MPLS Label Stack Section": Bytes;
        MPLS_PAYLOAD_PACKET_SECTION "cflow.mpls_payload_packet_section" "MPLS Payload Packet Section": Bytes;
        SELECTOR_ID_TOTAL_PKTS_OBSERVED "cflow.selector_id_total_pkts_observed" "Selector Id Total Pkts Observed": U64 Dec;
        SELECTOR_ID_TOTAL_PKTS_SELECTED "cflow.selector_id_total_pkts_selected" "Selector Id Total Pkts Selected": U64 Dec;
        ABSOLUTE_ERROR "cflow.absolute_error" "Absolute Error": F32;
        RELATIVE_ERROR "cflow.relative_error" "Relative Error": F32;
        OBSERVATION_TIME_SECONDS "cflow.observation_time_seconds" "Observation Time Seconds": AbsTime;
        OBSERVATION_TIME_MILLISECONDS "cflow.observation_time_milliseconds" "Observation Time Milliseconds": AbsTime;
        OBSERVATION_TIME_MICROSECONDS "cflow.observation_time_microseconds" "Observation Time Microseconds": AbsTime;
        OBSERVATION_TIME_NANOSECONDS "cflow.observation_time_nanoseconds" "Observation Time Nanoseconds": AbsTime;
        DIGEST_HASH_VALUE "cflow.digest_hash_value" "Digest Hash Value": U64 Dec;
        HASH_IPPAYLOAD_OFFSET "cflow.hash_ippayload_offset" "Hash IPPayload Offset": U64 Dec;
        HASH_IPPAYLOAD_SIZE "cflow.hash_ippayload_size" "Hash IPPayload Size": U64 Dec;
        HASH_OUTPUT_RANGE_MIN "cflow.hash_output_range_min" "Hash Output Range Min": U64 Dec;
        HASH_OUTPUT_RANGE_MAX "cflow.hash_output_range_max" "Hash Output Range Max": U64 Dec;
        HASH_SELECTED_RANGE_MIN "cflow.hash_selected_range_min" "Hash Selected Range Min": U64 Dec;
        HASH_SELECTED_RANGE_MAX "cflow.hash_selected_range_max" "Hash Selected Range Max": U64 Dec;
        HASH_DIGEST_OUTPUT "cflow.hash_digest_output" "Hash Digest Output": Bool(8);
        HASH_INITIALISER_VALUE "cflow.hash_initialiser_value" "Hash Initialiser Value": U64 Dec;
        SELECTOR_NAME "cflow.selector_name" "Selector Name": Str;
        UPPER_CILIMIT "cflow.upper_cilimit" "Upper CILimit": F32;
        LOWER_CILIMIT "cflow.lower_cilimit" "Lower CILimit": F32;
        CONFIDENCE_LEVEL "cflow.confidence_level" "Confidence Level": F32;
        INFORMATION_ELEMENT_DATA_TYPE "cflow.information_element_data_type" "Information Element Data Type": U8 Dec;
        INFORMATION_ELEMENT_DESCRIPTION "cflow.information_element_description" "Information Element Description": Str;
        INFORMATION_ELEMENT_NAME "cflow.information_element_name" "Information Element Name": Str;
        INFORMATION_ELEMENT_RANGE_BEGIN "cflow.information_element_range_begin" "Information Element Range Begin": U64 Dec;
        INFORMATION_ELEMENT_RANGE_END "cflow.information_element_range_end" "Information Element Range End": U64 Dec;
        INFORMATION_ELEMENT_SEMANTICS "cflow.information_element_semantics" "Information Element Semantics": U8 Dec;
        INFORMATION_ELEMENT_UNITS "cflow.information_element_units" "Information Element Units": U16 Dec;
        PRIVATE_ENTERPRISE_NUMBER "cflow.private_enterprise_number" "Private Enterprise Number": U32 Dec;
        VIRTUAL_STATION_INTERFACE_ID "cflow.virtual_station_interface_id" "Virtual Station Interface Id": Bytes;
        VIRTUAL_STATION_INTERFACE_NAME "cflow.virtual_station_interface_name" "Virtual Station Interface Name": Str;
        VIRTUAL_STATION_UUID "cflow.virtual_station_uuid" "Virtual Station Uuid": Bytes;
        VIRTUAL_STATION_NAME "cflow.virtual_station_name" "Virtual Station Name": Str;
        LAYER2_SEGMENT_ID "cflow.layer2_segment_id" "Layer2 Segment Id": U64 Dec;
        LAYER2_OCTET_DELTA_COUNT "cflow.layer2_octet_delta_count" "Layer2 Octet Delta Count": U64 Dec;
        LAYER2_OCTET_TOTAL_COUNT "cflow.layer2_octet_total_count" "Layer2 Octet Total Count": U64 Dec;
        INGRESS_UNICAST_PACKET_TOTAL_COUNT "cflow.ingress_unicast_packet_total_count" "Ingress Unicast Packet Total Count": U64 Dec;
        INGRESS_MULTICAST_PACKET_TOTAL_COUNT "cflow.ingress_multicast_packet_total_count" "Ingress Multicast Packet Total Count": U64 Dec;
        INGRESS_BROADCAST_PACKET_TOTAL_COUNT "cflow.ingress_broadcast_packet_total_count" "Ingress Broadcast Packet Total Count": U64 Dec;
        EGRESS_UNICAST_PACKET_TOTAL_COUNT "cflow.egress_unicast_packet_total_count" "Egress Unicast Packet Total Count": U64 Dec;
        EGRESS_BROADCAST_PACKET_TOTAL_COUNT "cflow.egress_broadcast_packet_total_count" "Egress Broadcast Packet Total Count": U64 Dec;
        MONITORING_INTERVAL_START_MILLISECONDS "cflow.monitoring_interval_start_milliseconds" "Monitoring Interval Start MilliSeconds": AbsTime;
        MONITORING_INTERVAL_END_MILLISECONDS "cflow.monitoring_interval_end_milliseconds" "Monitoring Interval End MilliSeconds": AbsTime;
        PORT_RANGE_START "cflow.port_range_start" "Port Range Start": U16 Dec;
        PORT_RANGE_END "cflow.port_range_end" "Port Range End": U16 Dec;
        PORT_RANGE_STEP_SIZE "cflow.port_range_step_size" "Port Range Step Size": U16 Dec;
        PORT_RANGE_NUM_PORTS "cflow.port_range_num_ports" "Port Range Num Ports": U16 Dec;
        STA_MAC_ADDRESS "cflow.sta_mac_address" "Sta Mac Address": Ether;
        STA_IPV4_ADDRESS "cflow.sta_ipv4_address" "Sta Ipv4 Address": Ipv4;
        WTP_MAC_ADDRESS "cflow.wtp_mac_address" "Wtp Mac Address": Ether;
        INGRESS_INTERFACE_TYPE "cflow.ingress_interface_type" "Ingress Interface Type": U32 Dec;
        EGRESS_INTERFACE_TYPE "cflow.egress_interface_type" "Egress Interface Type": U32 Dec;
        RTP_SEQUENCE_NUMBER "cflow.rtp_sequence_number" "Rtp Sequence Number": U16 Dec;
        USER_NAME "cflow.user_name" "User Name": Str;
        APPLICATION_CATEGORY_NAME "cflow.application_category_name" "Application Category Name": Str;
        APPLICATION_SUB_CATEGORY_NAME "cflow.application_sub_category_name" "Application Sub Category Name": Str;
        APPLICATION_GROUP_NAME "cflow.application_group_name" "Application Group Name": Str;
        ORIGINAL_FLOWS_PRESENT "cflow.original_flows_present" "Original Flows Present": U64 Dec;
        ORIGINAL_FLOWS_INITIATED "cflow.original_flows_initiated" "Original Flows Initiated": U64 Dec;
        ORIGINAL_FLOWS_COMPLETED "cflow.original_flows_completed" "Original Flows Completed": U64 Dec;
        DISTINCT_COUNT_OF_SOURCE_IP_ADDRESS "cflow.distinct_count_of_source_ip_address" "Distinct Count Of Source Ip Address": U64 Dec;
        DISTINCT_COUNT_OF_DESTINATIONIP_ADDRESS "cflow.distinct_count_of_destinationip_address" "Distinct Count Of Destinationip Address": U64 Dec;
        DISTINCT_COUNT_OF_SOURCE_IPV4_ADDRESS "cflow.distinct_count_of_source_ipv4_address" "Distinct Count Of Source Ipv4 Address": U32 Dec;
        DISTINCT_COUNT_OF_DESTINATION_IPV4_ADDRESS "cflow.distinct_count_of_destination_ipv4_address" "Distinct Count Of Destination Ipv4 Address": U32 Dec;
        DISTINCT_COUNT_OF_SOURCE_IPV6_ADDRESS "cflow.distinct_count_of_source_ipv6_address" "Distinct Count Of Source Ipv6 Address": U64 Dec;
        DISTINCT_COUNT_OF_DESTINATION_IPV6_ADDRESS "cflow.distinct_count_of_destination_ipv6_address" "Distinct Count Of Destination Ipv6 Address": U64 Dec;
        VALUE_DISTRIBUTION_METHOD "cflow.value_distribution_method" "Value Distribution Method": U8 Dec;
        RFC3550_JITTER_MILLISECONDS "cflow.rfc3550_jitter_milliseconds" "Rfc3550 Jitter Milliseconds": U32 Dec;
        RFC3550_JITTER_MICROSECONDS "cflow.rfc3550_jitter_microseconds" "Rfc3550 Jitter Microseconds": U32 Dec;
        RFC3550_JITTER_NANOSECONDS "cflow.rfc3550_jitter_nanoseconds" "Rfc3550 Jitter Nanoseconds": U32 Dec;
        DOT1Q_DEI "cflow.dot1q_dei" "Dot1q DEI": Bool(8);
        DOT1Q_CUSTOMER_DEI "cflow.dot1q_customer_dei" "Dot1q Customer DEI": Bool(8);
        FLOW_SELECTOR_ALGORITHM "cflow.flow_selector_algorithm" "Flow_Selector_Algorithm": U16 Dec;
        FLOW_SELECTED_OCTET_DELTA_COUNT "cflow.flow_selected_octet_delta_count" "Flow_Selected_Octet_Delta_Count": U64 Dec;
        FLOW_SELECTED_PACKET_DELTA_COUNT "cflow.flow_selected_packet_delta_count" "Flow_Selected_Packet_Delta_Count": U64 Dec;
        FLOW_SELECTED_FLOW_DELTA_COUNT "cflow.flow_selected_flow_delta_count" "Flow_Selected_Flow_Delta_Count": U64 Dec;
        SELECTORID_TOTAL_FLOWS_OBSERVED "cflow.selectorid_total_flows_observed" "Selectorid_Total_Flows_Observed": U64 Dec;
        SELECTORID_TOTAL_FLOWS_SELECTED "cflow.selectorid_total_flows_selected" "Selectorid_Total_Flows_Selected": U64 Dec;
        SAMPLING_FLOW_INTERVAL "cflow.sampling_flow_interval" "Sampling_Flow_Interval": U64 Dec;
        SAMPLING_FLOW_SPACING "cflow.sampling_flow_spacing" "Sampling_Flow_Spacing": U64 Dec;
        FLOW_SAMPLING_TIME_INTERVAL "cflow.flow_sampling_time_interval" "Flow_Sampling_Time_Interval": U64 Dec;
        FLOW_SAMPLING_TIME_SPACING "cflow.flow_sampling_time_spacing" "Flow_Sampling_Time_Spacing": U64 Dec;
        HASH_FLOW_DOMAIN "cflow.hash_flow_domain" "Hash_Flow_Domain": U16 Dec;
        TRANSPORT_OCTET_DELTA_COUNT "cflow.transport_octet_delta_count" "Transport_Octet_Delta_Count": U64 Dec;
        TRANSPORT_PACKET_DELTA_COUNT "cflow.transport_packet_delta_count" "Transport_Packet_Delta_Count": U64 Dec;
        ORIGINAL_EXPORTER_IPV4_ADDRESS "cflow.original_exporter_ipv4_address" "Original_Exporter_Ipv4_Address": Ipv4;
        ORIGINAL_EXPORTER_IPV6_ADDRESS "cflow.original_exporter_ipv6_address" "Original_Exporter_Ipv6_Address": Ipv6;
        ORIGINAL_OBSERVATION_DOMAIN_ID "cflow.original_observation_domain_id" "Original_Observation_Domain_Id": U32 Dec;
        INTERMEDIATE_PROCESS_ID "cflow.intermediate_process_id" "Intermediate_Process_Id": U32 Dec;
        IGNORED_DATA_RECORD_TOTAL_COUNT "cflow.ignored_data_record_total_count" "Ignored_Data_Record_Total_Count": U64 Dec;
        DATA_LINK_FRAME_TYPE "cflow.data_link_frame_type" "Data_Link_Frame_Type": U16 Dec;
        SECTION_OFFSET "cflow.section_offset" "Section_Offset": U16 Dec;
        SECTION_EXPORTED_OCTETS "cflow.section_exported_octets" "Section_Exported_Octets": U16 Dec;
        DOT1Q_SERVICE_INSTANCE_TAG "cflow.dot1q_service_instance_tag" "Dot1q_Service_Instance_Tag": Bytes;
        DOT1Q_SERVICE_INSTANCE_ID "cflow.dot1q_service_instance_id" "Dot1q_Service_Instance_Id": U32 Dec;
        DOT1Q_SERVICE_INSTANCE_PRIORITY "cflow.dot1q_service_instance_priority" "Dot1q_Service_Instance_Priority": U8 Dec;
        DOT1Q_CUSTOMER_SOURCE_MAC_ADDRESS "cflow.dot1q_customer_source_mac_address" "Dot1q_Customer_Source_Mac_Address": Ether;
        DOT1Q_CUSTOMER_DESTINATION_MAC_ADDRESS "cflow.dot1q_customer_destination_mac_address" "Dot1q_Customer_Destination_Mac_Address": Ether;
        POST_LAYER2_OCTET_DELTA_COUNT "cflow.post_layer2_octet_delta_count" "Post_Layer2_Octet_Delta_Count": U64 Dec;
        POSTM_CAST_LAYER2_OCTET_DELTA_COUNT "cflow.postm_cast_layer2_octet_delta_count" "Postm_Cast_Layer2_Octet_Delta_Count": U64 Dec;
        POST_LAYER2_OCTET_TOTAL_COUNT "cflow.post_layer2_octet_total_count" "Post_Layer2_Octet_Total_Count": U64 Dec;
        POSTM_CAST_LAYER2_OCTET_TOTAL_COUNT "cflow.postm_cast_layer2_octet_total_count" "Postm_Cast_Layer2_Octet_Total_Count": U64 Dec;
        MINIMUM_LAYER2_TOTAL_LENGTH "cflow.minimum_layer2_total_length" "Minimum_Layer2_Total_Length": U64 Dec;
        MAXIMUM_LAYER2_TOTAL_LENGTH "cflow.maximum_layer2_total_length" "Maximum_Layer2_Total_Length": U64 Dec;
        DROPPED_LAYER2_OCTET_DELTA_COUNT "cflow.dropped_layer2_octet_delta_count" "Dropped_Layer2_Octet_Delta_Count": U64 Dec;
        DROPPED_LAYER2_OCTET_TOTAL_COUNT "cflow.dropped_layer2_octet_total_count" "Dropped_Layer2_Octet_Total_Count": U64 Dec;
        IGNORED_LAYER2_OCTET_TOTAL_COUNT "cflow.ignored_layer2_octet_total_count" "Ignored_Layer2_Octet_Total_Count": U64 Dec;
        NOT_SENT_LAYER2_OCTET_TOTAL_COUNT "cflow.not_sent_layer2_octet_total_count" "Not_Sent_Layer2_Octet_Total_Count": U64 Dec;
        LAYER2_OCTET_DELTA_SUM_OF_SQUARES "cflow.layer2_octet_delta_sum_of_squares" "Layer2_Octet_Delta_Sum_Of_Squares": U64 Dec;
        LAYER2_OCTET_TOTAL_SUM_OF_SQUARES "cflow.layer2_octet_total_sum_of_squares" "Layer2_Octet_Total_Sum_Of_Squares": U64 Dec;
        LAYER2_FRAME_DELTA_COUNT "cflow.layer2_frame_delta_count" "Layer2_Frame_Delta_Count": U64 Dec;
        LAYER2_FRAME_TOTAL_COUNT "cflow.layer2_frame_total_count" "Layer2_Frame_Total_Count": U64 Dec;
        PSEUDO_WIRE_DESTINATION_IPV4_ADDRESS "cflow.pseudo_wire_destination_ipv4_address" "Pseudo_Wire_Destination_Ipv4_Address": Ipv4;
        IGNORED_LAYER2_FRAME_TOTAL_COUNT "cflow.ignored_layer2_frame_total_count" "Ignored_Layer2_Frame_Total_Count": U64 Dec;
        MIB_OBJECT_VALUE_INTEGER "cflow.mib_object_value_integer" "mibObject Value Integer": I32 Dec;
        MIB_OBJECT_OCTETSTRING "cflow.mib_object_octetstring" "mibObject Octet String": Bytes;
        MIB_OBJECT_VALUE_OID "cflow.mib_object_value_oid" "mibObject Value OID": Bytes;
        MIB_OBJECT_VALUE_BITS "cflow.mib_object_value_bits" "mibObject Value Bits": Bytes;
        MIB_OBJECT_VALUE_IPADDRESS "cflow.mib_object_value_ipaddress" "mibObject Value IP Address": Ipv4;
        MIB_OBJECT_VALUE_COUNTER "cflow.mib_object_value_counter" "mibObject Value Counter": U64 Dec;
        MIB_OBJECT_VALUE_GAUGE "cflow.mib_object_value_gauge" "mibObject Value Gauge": U32 Dec;
        MIB_OBJECT_VALUE_TIMETICKS "cflow.mib_object_value_timeticks" "mibObject Value Timeticks": U32 Dec;
        MIB_OBJECT_VALUE_UNSIGNED "cflow.mib_object_value_unsigned" "mibObject Value Unsigned": U32 Dec;
        MIB_OBJECT_VALUE_TABLE "cflow.mib_object_value_table" "mibObject Value Table": Bytes;
        MIB_OBJECT_VALUE_ROW "cflow.mib_object_value_row" "mibObject Value Row": Bytes;
        MIB_OBJECT_IDENTIFIER "cflow.mib_object_identifier" "mibObject Identifier": Bytes;
        MIB_SUBIDENTIFIER "cflow.mib_subidentifier" "mib SubIdentifier": U32 Dec;
        MIB_INDEX_INDICATOR "cflow.mib_index_indicator" "mib Index Indicator": U64 Hex;
        MIB_CAPTURE_TIME_SEMANTICS "cflow.mib_capture_time_semantics" "mib Capture Time Semantics": U8 Dec = names::MIB_CAPTURE_TIME_SEMANTICS;
        MIB_CONTEXT_ENGINEID "cflow.mib_context_engineid" "mib Context EngineID": Bytes;
        MIB_CONTEXT_NAME "cflow.mib_context_name" "mib Context Name": Str;
        MIB_OBJECT_NAME "cflow.mib_object_name" "mib Object Name": Str;
        MIB_OBJECT_DESCRIPTION "cflow.mib_object_description" "mib Object Description": Str;
        MIB_OBJECT_SYNTAX "cflow.mib_object_syntax" "mib Object Syntax": Str;
        MIB_MODULE_NAME "cflow.mib_module_name" "mib Module Name": Str;
        MIB_MOBILE_IMSI "cflow.mib_mobile_imsi" "mib Mobile IMSI": Str;
        MIB_MOBILE_MSISDN "cflow.mib_mobile_msisdn" "mib Mobile MSISDN": Str;
        HTTP_STATUSCODE "cflow.http_statuscode" "HTTP Statuscode": U16 Dec;
        SOURCE_TRANSPORT_PORTS_LIMIT "cflow.source_transport_ports_limit" "Source Transport Ports Limit": U16 Dec;
        HTTP_REQUEST_METHOD "cflow.http_request_method" "HTTP Request Method": Str;
        HTTP_REQUEST_HOST "cflow.http_request_host" "HTTP Request Host": Str;
        HTTP_REQUEST_TARGET "cflow.http_request_target" "HTTP Request Target": Str;
        HTTP_MESSAGE_VERSION "cflow.http_message_version" "HTTP Message Version": Str;
        NAT_INSTANCEID "cflow.nat_instanceid" "NAT Instance ID": U32 Dec;
        INTERNAL_ADDRESS_REALM "cflow.internal_address_realm" "Internal Address Realm": Bytes;
        EXTERNAL_ADDRESS_REALM "cflow.external_address_realm" "External Address Realm": Bytes;
        NAT_QUOTA_EXCEEDED_EVENT "cflow.nat_quota_exceeded_event" "NAT Quota Exceeded Event": U32 Dec = names::NAT_QUOTA_EXCEEDED_EVENT;
        NAT_THRESHOLD_EVENT "cflow.nat_threshold_event" "NAT Threshold Event": U32 Dec = names::NAT_THRESHOLD_EVENT;
        HTTP_USER_AGENT "cflow.http_user_agent" "HTTP User Agent": Str;
        HTTP_CONTENT_TYPE "cflow.http_content_type" "HTTP Content Type": Str;
        HTTP_REASON_PHRASE "cflow.http_reason_phrase" "HTTP Reason Phrase": Str;
        MAX_SESSION_ENTRIES "cflow.max_session_entries" "Max Session Entries": U32 Dec;
        MAX_BIB_ENTRIES "cflow.max_bib_entries" "Max BIB Entries": U32 Dec;
        MAX_ENTRIES_PER_USER "cflow.max_entries_per_user" "Max Entries Per User": U32 Dec;
        MAX_SUBSCRIBERS "cflow.max_subscribers" "Max Subscribers": U32 Dec;
        MAX_FRAGMENTS_PENDING_REASSEMBLY "cflow.max_fragments_pending_reassembly" "Max Fragments Pending Reassembly": U32 Dec;
        ADDRESSPOOL_HIGHTHRESHOLD "cflow.addresspool_highthreshold" "Addresspool High Threshold": U32 Dec;
        ADDRESSPOOL_LOWTHRESHOLD "cflow.addresspool_lowthreshold" "Addresspool Low Threshold": U32 Dec;
        ADDRESSPORT_MAPPING_HIGHTHRESHOLD "cflow.addressport_mapping_highthreshold" "Addressport Mapping High Threshold": U32 Dec;
        ADDRESSPORT_MAPPING_LOWTHRESHOLD "cflow.addressport_mapping_lowthreshold" "Addressport Mapping Low Threshold": U32 Dec;
        ADDRESSPORT_MAPPING_PER_USER_HIGHTHRESHOLD "cflow.addressport_mapping_per_user_highthreshold" "Addressport Mapping Per User High Threshold": U32 Dec;
        GLOBAL_ADDRESSMAPPING_HIGHTHRESHOLD "cflow.global_addressmapping_highthreshold" "Global Address Mapping High Threshold": U32 Dec;
        VPN_IDENTIFIER "cflow.vpn_identifier" "VPN Identifier": Bytes;
        BGP_COMMUNITY "cflow.bgp_community" "BGP Community": U32 Dec;
        BGP_SOURCE_COMMUNITY "cflow.bgp_source_community" "BGP Source Community": Bytes;
        BGP_DESTINATION_COMMUNITY "cflow.bgp_destination_community" "BGP Destination Community": Bytes;
        BGP_EXTENDED_COMMUNITY "cflow.bgp_extended_community" "BGP Extended Community": Bytes;
        BGP_SOURCE_EXTENDED_COMMUNITY "cflow.bgp_source_extended_community" "BGP Source Extended Community": Bytes;
        BGP_DESTINATION_EXTENDED_COMMUNITY "cflow.bgp_destination_extended_community" "BGP Destination Extended Community": Bytes;
        BGP_LARGE_COMMUNITY "cflow.bgp_large_community" "BGP Large Community": Bytes;
        BGP_SOURCE_LARGE_COMMUNITY "cflow.bgp_source_large_community" "BGP Source Large Community": Bytes;
        BGP_SOURCE_DESTINATION_COMMUNITY "cflow.bgp_source_destination_community" "BGP Source Destination Community": Bytes;
        NAT_CONTEXT_ID "cflow.nat_context_id" "NAT Context ID": U32 Dec;
        NAT_CONTEXT_NAME "cflow.nat_context_name" "NAT Context Name": Str;
        NAT_ASSIGN_TIME "cflow.nat_assign_time" "NAT Assign Time": AbsTime;
        NAT_UNASSIGN_TIME "cflow.nat_unassign_time" "NAT Unassign Time": AbsTime;
        NAT_INT_ADDR "cflow.nat_int_addr" "Internal IPv4 address": Ipv4;
        NAT_EXT_ADDR "cflow.nat_ext_addr" "External IPv4 address": Ipv4;
        NAT_EXT_PORT_FIRST "cflow.nat_ext_port_first" "NAT port start": U16 Dec;
        NAT_EXT_PORT_LAST "cflow.nat_ext_port_last" "NAT port end": U16 Dec;
        TEMPLATE_FIELD_TYPE "cflow.template_field_type" "Type": U16 Dec = names::ELEMENTS;
        OPTION_SCOPE_LENGTH "cflow.option_scope_length" "Option Scope Length": U16 Dec;
        OPTION_LENGTH "cflow.option_length" "Option Length": U16 Dec;
        SCOPE_FIELD_TYPE "cflow.scope_field_type" "Scope Type": U16 Dec = names::SCOPE_FIELD_TYPE;
        TCPFLAGS_FIN "cflow.tcpflags.fin" "FIN": Bool(8) & 0x1 = USED;
        TCPFLAGS_SYN "cflow.tcpflags.syn" "SYN": Bool(8) & 0x2 = USED;
        TCPFLAGS_RST "cflow.tcpflags.rst" "RST": Bool(8) & 0x4 = USED;
        TCPFLAGS_PSH "cflow.tcpflags.psh" "PSH": Bool(8) & 0x8 = USED;
        TCPFLAGS_ACK "cflow.tcpflags.ack" "ACK": Bool(8) & 0x10 = USED;
        TCPFLAGS_URG "cflow.tcpflags.urg" "URG": Bool(8) & 0x20 = USED;
        TCPFLAGS_ECE "cflow.tcpflags.ece" "ECN Echo": Bool(16) & 0x40 = USED;
        TCPFLAGS_CWR "cflow.tcpflags.cwr" "CWR": Bool(16) & 0x80 = USED;
        TCPFLAGS_NS "cflow.tcpflags.ns" "ECN Nonce Sum": Bool(16) & 0x100 = USED;
        TCPFLAGS_RESERVED "cflow.tcpflags.reserved" "Reserved": U8 Hex & 0xc0;
        TCPFLAGS_RESERVED_WIDE "cflow.tcpflags.reserved" "Reserved": U16 Hex & 0xe00;
        TCPFLAGS_ZERO "cflow.tcpflags.zero" "Zero (Header Length)": U16 Hex & 0xf000;
        FORWARDING_STATUS "cflow.forwarding_status" "ForwardingStatus": U8 Dec & 0xc0 = names::FORWARDING_STATUS;
        FORWARDING_STATUS_FORWARD_CODE "cflow.forwarding_status_forward_code" "ForwardingStatusForwardCode": U8 Dec & 0x3f = names::FORWARDING_STATUS_FORWARD_CODE;
        FORWARDING_STATUS_DROP_CODE "cflow.forwarding_status_drop_code" "ForwardingStatusDropCode": U8 Dec & 0x3f = names::FORWARDING_STATUS_DROP_CODE;
        FORWARDING_STATUS_CONSUME_CODE "cflow.forwarding_status_consume_code" "ForwardingStatusConsumeCode": U8 Dec & 0x3f = names::FORWARDING_STATUS_CONSUME_CODE;
        APPL_ID_CLASSIFICATION_ENGINE_ID "cflow.appl_id.classification_engine_id" "Classification Engine ID": U8 Dec = names::APPL_ID_CLASSIFICATION_ENGINE_ID;
        APPL_ID_SELECTOR_ID "cflow.appl_id.selector_id" "Selector ID": Bytes;
        DATA_LINK_FRAME_SECTION "cflow.data_link_frame_section" "Data Link Frame Section": Bytes;
        SCOPE_SYSTEM "cflow.scope_system" "ScopeSystem": Bytes;
        SCOPE_INTERFACE "cflow.scope_interface" "ScopeInterface": U32 Dec;
        SCOPE_CACHE "cflow.scope_cache" "ScopeCache": Bytes;
        SCOPE_TEMPLATE "cflow.scope_template" "ScopeTemplate": Bytes;
        RESERVED "cflow.reserved" "Reserved": Bytes;
        TEMPLATE_IPFIX_TOTAL_FIELD_COUNT "cflow.template_ipfix_total_field_count" "Total Field Count": U16 Dec;
        TEMPLATE_IPFIX_SCOPE_FIELD_COUNT "cflow.template_ipfix_scope_field_count" "Scope Field Count": U16 Dec;
        TEMPLATE_IPFIX_PEN_PROVIDED "cflow.template_ipfix_pen_provided" "Pen provided": Bool(16) & 0x8000 = Names::Bools("Yes", "No");
        TEMPLATE_IPFIX_FIELD_TYPE "cflow.template_ipfix_field_type" "Type": U16 Dec & 0x7fff = names::ELEMENTS;
        TEMPLATE_IPFIX_FIELD_TYPE_ENTERPRISE "cflow.template_ipfix_field_type_enterprise" "Type": U16 Dec & 0x7fff;
        TEMPLATE_IPFIX_FIELD_PEN "cflow.template_ipfix_field_pen" "PEN": U32 Dec = crate::application::enterprises::ENTERPRISES;
        SEQUENCE_ANALYSIS_EXPECTED_SN "cflow.sequence_analysis.expected_sn" "Expected Sequence Number": U32 Dec;
        SEQUENCE_ANALYSIS_PREVIOUS_FRAME "cflow.sequence_analysis.previous_frame" "Previous Frame in Sequence": Framenum;
        STRING_LEN_SHORT "cflow.string_len_short" "String_len_short": U8 Dec;
        STRING_LEN_LONG "cflow.string_len_long" "String_len_short": U8 Dec;
        MPLS_LABEL "cflow.mpls_label" "MPLS label": U24 Dec & 0xfffff0;
        MPLS_EXP "cflow.mpls_exp" "MPLS experimental bits": U8 Dec & 0xe;
        MPLS_BOS "cflow.mpls_bos" "MPLS Bottom of Stack": Bool(8) & 0x1 = Names::Bools("Bottom-of-Stack", "");
        TEMPLATE_FRAME "cflow.template_frame" "Template Frame": Framenum;
        FORWARDING_STATUS_UNKNOWN_CODE "cflow.forwarding_status_unknown_code" "ForwardingStatusUnknown": U8 Dec & 0x3f;
    }
    experts {
        NO_TEMPLATE_FOUND "cflow.no_template_found" Warn Malformed "No template found";
        UNEXPECTED_SEQUENCE_NUMBER "cflow.unexpected_sequence_number" Warn Sequence "Unexpected flow sequence for domain ID";
        MPLS_LABEL_BAD_LENGTH "cflow.mpls_label.bad_length" Warn Undecoded "MPLS-Label bad length";
    }
}

names! {
    SAMPLINGMODE_NAMES {
        0 => "No sampling mode configured",
        1 => "Packet Interval sampling mode configured",
        2 => "Random sampling mode configured",
    }
    ENGINE_TYPE_NAMES {
        0 => "RP",
        1 => "VIP/Linecard",
        2 => "PFC/DFC",
    }
}

const USED: Names = Names::Bools("Used", "Not used");
const FLOWSETS: &[(u64, u64, &str)] = &[
    (0, 0, "Data Template (V9)"),
    (1, 1, "Options Template(V9)"),
    (2, 2, "Data Template (V10 [IPFIX])"),
    (3, 3, "Options Template (V10 [IPFIX])"),
    (4, 255, "(Reserved)"),
    (256, 65535, "(Data)"),
];

const V1: u16 = 1;
const V5: u16 = 5;
const V7: u16 = 7;
const V8: u16 = 8;
const V9: u16 = 9;
const IPFIX: u16 = 10;

/// Flows that a datagram of the fixed versions may have.
const MOST: u16 = 30;

/// On other ports, version 5 with as many flows as it says.
fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    match c.peek_array::<4>() {
        Ok([0, 5, 0, n]) => (1..=MOST).contains(&u16::from(*n)) && c.left() == 24 + 48 * usize::from(*n),
        _ => false,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let version = c.peek_u16(0)?;
    if !matches!(version, V1 | V5 | V7 | V8 | V9 | IPFIX) {
        return Err(Stop::NotMine);
    }
    cx.protocol("CFLOW");
    cx.info_clear();
    let count = c.peek_u16(2)?;
    cx.info(|o| match version {
        IPFIX => _ = o.s("IPFIX flow (").right(count, 4).s(" bytes)"),
        _ => {
            o.s("total: ").u(u64::from(count)).s(" (v").u(u64::from(version));
            o.s(if version == V9 { ") record" } else { ") flow" }).s(if count == 1 { "" } else { "s" });
        }
    });
    cx.u16(VERSION, &mut c)?;
    cx.u16(if version == IPFIX { LEN } else { FLOW_COUNT }, &mut c)?;
    if version != IPFIX {
        let ms = c.peek_u32(0)?;
        cx.add(SYSUPTIME, c.span(4), milliseconds(ms).into());
        c.skip(4)?;
    }
    let exported = c.peek_u32(0)?;
    timestamp(cx, &mut c, version)?;
    if version >= V9 {
        return domain(cx, c, version, exported);
    }
    if version > V1 {
        cx.u32(SEQUENCE, &mut c)?;
    }
    if matches!(version, V5 | V8) {
        cx.u8(ENGINE_TYPE, &mut c)?;
        cx.u8(ENGINE_ID, &mut c)?;
    }
    let mut method = 0;
    match version {
        V5 => {
            cx.peek(SAMPLINGMODE, &c, 2)?;
            cx.u16(SAMPLERATE, &mut c)?;
        }
        V8 => {
            method = cx.u8(AGGMETHOD, &mut c)?;
            cx.u8(AGGVERSION, &mut c)?;
            cx.bytes(RESERVED, &mut c, 4)?;
        }
        V7 => _ = cx.bytes(RESERVED, &mut c, 4)?,
        _ => {}
    }
    flow::all(cx, c, version, method, count)
}

/// What versions with templates have: a domain that numbers its datagrams, and sets.
fn domain<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, version: u16, exported: u32) -> Step {
    let (sequence, domain) = (c.peek_u32(0)?, c.peek_u32(4)?);
    cx.info_add(|o| _ = o.s(" Obs-Domain-ID=").right(domain, 5));
    let at = c.span(4);
    let item = cx.field(SEQUENCE, &mut c, 4)?;
    let expected = cx.recalled(template::SEQUENCE);
    if let Some(expected) = expected {
        let expected = expected.number();
        cx.append(item, |o| _ = o.s(" (expected ").u(expected).s(")"));
        cx.expert_with(UNEXPECTED_SEQUENCE_NUMBER, item, at, |o| {
            o.s("Unexpected flow sequence for domain ID ").u(u64::from(domain));
            o.s(" (expected ").u(expected).s(", got ").u(u64::from(sequence)).s(")");
        });
    }
    cx.u32(if version == V9 { SOURCE_ID } else { OD_ID }, &mut c)?;
    sets::all(cx, c, version, exported)?;
    if let Some(expected) = expected {
        cx.generated(SEQUENCE_ANALYSIS_EXPECTED_SN, at, Value::U(expected.number()));
        cx.generated(SEQUENCE_ANALYSIS_PREVIOUS_FRAME, at, Value::U(expected.frame));
    }
    Ok(())
}

/// When it was sent: seconds, with nanoseconds up to version 7.
fn timestamp<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: u16) -> Step {
    let secs = c.peek_u32(0)?;
    let exact = version < V9;
    let nanos = if exact { c.peek_u32(4)? } else { 0 };
    let at = c.span(if exact { 8 } else { 4 });
    let item = cx.add(TIMESTAMP, at, Time::new(i64::from(secs), nanos).into());
    cx.under(item, |cx| -> Step {
        cx.u32(if version == IPFIX { EXPORTTIME } else { UNIX_SECS }, c)?;
        if exact {
            cx.u32(UNIX_NSECS, c)?;
        }
        Ok(())
    })
}

fn milliseconds(ms: impl Into<i128>) -> Time {
    Time::from_nanos(ms.into() * 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_5_says_how_many_flows_there_are() {
        let mut d = vec![0; 24 + 2 * 48];
        (d[1], d[3]) = (5, 2);
        let accepts = |d: &[u8]| accepts(&Cursor::new(d, d.len(), 0), Ports::default());
        assert!(accepts(&d));
        d[3] = 3;
        assert!(!accepts(&d) && !accepts(&[0, 5]));
        assert_eq!(milliseconds(1500u32), Time::new(1, 500_000_000));
    }
}
