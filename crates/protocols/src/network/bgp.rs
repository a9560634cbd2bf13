//! Border Gateway Protocol version 4, RFC 4271.

use super::address_family;
use super::bgp_update as update;
use requin_wire::{Cursor, Cx, Item, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    BGP "bgp" "Border Gateway Protocol" "BGP" App
    on [Tcp 179]
    fields {
        MARKER "bgp.marker" "Marker": Bytes;
        LENGTH "bgp.length" "Length": U16 Dec;
        PREFIX_LENGTH "bgp.prefix_length" "Prefix Length": U8 Dec;
        RD "bgp.rd" "Route Distinguisher": Str;
        UPDATE_PATH_ATTRIBUTE_AGGREGATOR_AS "bgp.update.path_attribute.aggregator_as" "Aggregator AS": U32 Dec;
        UPDATE_PATH_ATTRIBUTE_AGGREGATOR_ORIGIN "bgp.update.path_attribute.aggregator_origin" "Aggregator origin": Ipv4;
        CONTINUATION "bgp.continuation" "Continuation": None;
        ORIGINATING_AS "bgp.originating_as" "Originating AS": U32 Dec;
        COMMUNITY_PREFIX "bgp.community_prefix" "Community Prefix": Str;
        LABEL_STACK "bgp.label_stack" "Label Stack": Str;
        TYPE "bgp.type" "Type": U8 Dec = TYPE_NAMES;
        OPEN_VERSION "bgp.open.version" "Version": U8 Dec;
        OPEN_MYAS "bgp.open.myas" "My AS": U16 Dec;
        OPEN_HOLDTIME "bgp.open.holdtime" "Hold Time": U16 Dec;
        OPEN_IDENTIFIER "bgp.open.identifier" "BGP Identifier": Ipv4;
        OPEN_OPT_LEN "bgp.open.opt.len" "Optional Parameters Length": U8 Dec;
        OPEN_OPT "bgp.open.opt" "Optional Parameters": None;
        OPEN_OPT_PARAM "bgp.open.opt.param" "Optional Parameter": None;
        OPEN_OPT_PARAM_TYPE "bgp.open.opt.param.type" "Parameter Type": U8 Dec = OPEN_OPT_PARAM_TYPE_NAMES;
        OPEN_OPT_PARAM_LEN "bgp.open.opt.param.len" "Parameter Length": U8 Dec;
        OPEN_OPT_PARAM_AUTH "bgp.open.opt.param.auth" "Authentication Data": Bytes;
        OPEN_OPT_PARAM_UNKNOWN "bgp.open.opt.param.unknown" "Unknown": Bytes;
        NOTIFY_MAJOR_ERROR "bgp.notify.major_error" "Major error Code": U8 Dec = NOTIFY_MAJOR_ERROR_NAMES;
        NOTIFY_MINOR_ERROR "bgp.notify.minor_error" "Minor error Code (Message Header)": U8 Dec = NOTIFY_MINOR_ERROR_NAMES;
        NOTIFY_MINOR_ERROR_OPEN "bgp.notify.minor_error_open" "Minor error Code (Open Message)": U8 Dec = NOTIFY_MINOR_ERROR_OPEN_NAMES;
        NOTIFY_MINOR_ERROR_UPDATE "bgp.notify.minor_error_update" "Minor error Code (Update Message)": U8 Dec = NOTIFY_MINOR_ERROR_UPDATE_NAMES;
        NOTIFY_MINOR_ERROR_UNKNOWN "bgp.notify.minor_error_unknown" "Minor error Code (Unknown)": U8 Dec;
        NOTIFY_MINOR_ERROR_EXPIRED "bgp.notify.minor_error_expired" "Minor error Code (Hold Timer Expired)": U8 Dec;
        NOTIFY_MINOR_ERROR_STATE "bgp.notify.minor_error_state" "Minor error Code (State Machine)": U8 Dec = NOTIFY_MINOR_ERROR_STATE_NAMES;
        NOTIFY_MINOR_ERROR_CEASE "bgp.notify.minor_error_cease" "Minor error Code (Cease)": U8 Dec = NOTIFY_MINOR_ERROR_CEASE_NAMES;
        NOTIFY_MINOR_ERROR_CAPABILITY "bgp.notify.minor_error_capability" "Minor error Code (Capability Message)": U8 Dec = NOTIFY_MINOR_ERROR_CAPABILITY_NAMES;
        NOTIFY_MINOR_DATA "bgp.notify.minor_data" "Data": Bytes;
        NOTIFY_COMMUNICATION_LENGTH "bgp.notify.communication_length" "BGP Shutdown Communication Length": U8 Dec;
        NOTIFY_COMMUNICATION "bgp.notify.communication" "Shutdown Communication": Str;
        ROUTE_REFRESH_AFI "bgp.route_refresh.afi" "Address family identifier (AFI)": U16 Dec = address_family::NAMES;
        ROUTE_REFRESH_SUBTYPE "bgp.route_refresh.subtype" "Subtype": U8 Dec = ROUTE_REFRESH_SUBTYPE_NAMES;
        ROUTE_REFRESH_SAFI "bgp.route_refresh.safi" "Subsequent address family identifier (SAFI)": U8 Dec = ROUTE_REFRESH_SAFI_NAMES;
        ROUTE_REFRESH_ORF "bgp.route_refresh.orf" "ORF information": None;
        ROUTE_REFRESH_ORF_FLAG "bgp.route_refresh.orf.flag" "ORF flag": U8 Dec = ROUTE_REFRESH_ORF_FLAG_NAMES;
        ROUTE_REFRESH_ORF_TYPE "bgp.route_refresh.orf.type" "ORF type": U8 Dec = ROUTE_REFRESH_ORF_TYPE_NAMES;
        ROUTE_REFRESH_ORF_LENGTH "bgp.route_refresh.orf.length" "ORF length": U8 Dec;
        CAP "bgp.cap" "Capability": None;
        CAP_TYPE "bgp.cap.type" "Type": U8 Dec = CAP_TYPE_NAMES;
        CAP_LENGTH "bgp.cap.length" "Length": U8 Dec;
        CAP_UNKNOWN "bgp.cap.unknown" "Unknown": Bytes;
        CAP_RESERVED "bgp.cap.reserved" "Reserved": Bytes;
        CAP_MP_AFI "bgp.cap.mp.afi" "AFI": U16 Dec = address_family::NAMES;
        CAP_MP_SAFI "bgp.cap.mp.safi" "SAFI": U8 Dec = ROUTE_REFRESH_SAFI_NAMES;
        CAP_GR_TIMERS "bgp.cap.gr.timers" "Restart Timers": U16 Hex;
        CAP_GR_TIMERS_RESTART_FLAG "bgp.cap.gr.timers.restart_flag" "Restart state": Bool(16) & 0x8000 = crate::common::YES;
        CAP_GR_TIMERS_NOTIFICATION_FLAG "bgp.cap.gr.timers.notification_flag" "Graceful notification": Bool(16) & 0x4000 = crate::common::YES;
        CAP_GR_TIMERS_RESTART_TIME "bgp.cap.gr.timers.restart_time" "Time": U16 Dec & 0xfff;
        CAP_GR_AFI "bgp.cap.gr.afi" "AFI": U16 Dec = address_family::NAMES;
        CAP_GR_SAFI "bgp.cap.gr.safi" "SAFI": U8 Dec = ROUTE_REFRESH_SAFI_NAMES;
        CAP_GR_FLAG "bgp.cap.gr.flag" "Flag": U8 Hex;
        CAP_GR_FLAG_PFS "bgp.cap.gr.flag.pfs" "Preserve forwarding state": Bool(8) & 0x80 = crate::common::YES;
        CAP_ORF_AFI "bgp.cap.orf.afi" "AFI": U16 Dec = address_family::NAMES;
        CAP_ORF_SAFI "bgp.cap.orf.safi" "SAFI": U8 Dec = ROUTE_REFRESH_SAFI_NAMES;
        CAP_ORF_NUMBER "bgp.cap.orf.number" "Number": U8 Dec;
        CAP_ORF_TYPE "bgp.cap.orf.type" "Type": U8 Dec = CAP_ORF_TYPE_NAMES;
        CAP_ORF_SENDRECEIVE "bgp.cap.orf.sendreceive" "Send Receive": U8 Dec = CAP_AP_SENDRECEIVE_NAMES;
        CAP_ENH_AFI "bgp.cap.enh.afi" "AFI": U16 Dec = address_family::NAMES;
        CAP_ENH_SAFI "bgp.cap.enh.safi" "SAFI": U16 Dec = ROUTE_REFRESH_SAFI_NAMES;
        CAP_ENH_NHAFI "bgp.cap.enh.nhafi" "Next hop AFI": U16 Dec = address_family::NAMES;
        CAP_DC "bgp.cap.dc" "Capability Dynamic": U8 Dec = CAP_TYPE_NAMES;
        UPDATE_PATH_ATTRIBUTE_COMMUNITY_WELLKNOWN "bgp.update.path_attribute.community_wellknown" "Community Well-known": U32 Hex;
        CAP_MULTISESSION_FLAGS "bgp.cap.multisession.flags" "Flag": U8 Hex;
        CAP_4AS "bgp.cap.4as" "AS Number": U32 Dec;
        CAP_AP_AFI "bgp.cap.ap.afi" "AFI": U16 Dec = address_family::NAMES;
        CAP_AP_SAFI "bgp.cap.ap.safi" "SAFI": U8 Dec = ROUTE_REFRESH_SAFI_NAMES;
        CAP_AP_SENDRECEIVE "bgp.cap.ap.sendreceive" "Send/Receive": U8 Dec = CAP_AP_SENDRECEIVE_NAMES;
        CAP_ORF_FQDN_HOSTNAME_LEN "bgp.cap.orf.fqdn.hostname.len" "Hostname Length": U8 Dec;
        CAP_ORF_FQDN_HOSTNAME "bgp.cap.orf.fqdn.hostname" "Hostname": Str;
        CAP_ORF_FQDN_DOMAIN_NAME_LEN "bgp.cap.orf.fqdn.domain_name.len" "Domain Name Length": U8 Dec;
        CAP_ORF_FQDN_DOMAIN_NAME "bgp.cap.orf.fqdn.domain_name" "Domain Name": Str;
        CAP_BGPSEC_FLAGS "bgp.cap.bgpsec.flags" "Flag": U8 Hex;
        CAP_BGPSEC_VERSION "bgp.cap.bgpsec.version" "Version": U8 Dec & 0xf0;
        CAP_BGPSEC_SENDRECEIVE "bgp.cap.bgpsec.sendreceive" "Send/Receive": U8 Dec & 0x8 = CAP_BGPSEC_SENDRECEIVE_NAMES;
        CAP_BGPSEC_RESERVED "bgp.cap.bgpsec.reserved" "Reserved": U8 Hex & 0x7;
        CAP_BGPSEC_AFI "bgp.cap.bgpsec.afi" "AFI": U16 Dec = address_family::NAMES;
        UPDATE_WITHDRAWN_ROUTES_LENGTH "bgp.update.withdrawn_routes.length" "Withdrawn Routes Length": U16 Dec;
        UPDATE_WITHDRAWN_ROUTES "bgp.update.withdrawn_routes" "Withdrawn Routes": None;
        UPDATE_PATH_ATTRIBUTES "bgp.update.path_attributes" "Path attributes": None;
        UPDATE_PATH_ATTRIBUTES_UNKNOWN "bgp.update.path_attributes.unknown" "Unknown Path attributes": None;
        UPDATE_PATH_ATTRIBUTES_LENGTH "bgp.update.path_attributes.length" "Total Path Attribute Length": U16 Dec;
        UPDATE_PATH_ATTRIBUTE_AS_PATH_SEGMENT "bgp.update.path_attribute.as_path_segment" "AS Path segment": None;
        UPDATE_PATH_ATTRIBUTE_AS_PATH_SEGMENT_TYPE "bgp.update.path_attribute.as_path_segment.type" "Segment type": U8 Dec = UPDATE_PATH_ATTRIBUTE_AS_PATH_SEGMENT_TYPE_NAMES;
        UPDATE_PATH_ATTRIBUTE_AS_PATH_SEGMENT_LENGTH "bgp.update.path_attribute.as_path_segment.length" "Segment length (number of ASN)": U8 Dec;
        UPDATE_PATH_ATTRIBUTE_AS_PATH_SEGMENT_AS2 "bgp.update.path_attribute.as_path_segment.as2" "AS2": U16 Dec;
        UPDATE_PATH_ATTRIBUTE_AS_PATH_SEGMENT_AS4 "bgp.update.path_attribute.as_path_segment.as4" "AS4": U32 Dec;
        UPDATE_PATH_ATTRIBUTE_COMMUNITIES "bgp.update.path_attribute.communities" "Communities": None;
        UPDATE_PATH_ATTRIBUTE_COMMUNITY "bgp.update.path_attribute.community" "Community": None;
        UPDATE_PATH_ATTRIBUTE_COMMUNITY_AS "bgp.update.path_attribute.community_as" "Community AS": U16 Dec;
        UPDATE_PATH_ATTRIBUTE_COMMUNITY_VALUE "bgp.update.path_attribute.community_value" "Community value": U16 Dec;
        UPDATE_PATH_ATTRIBUTE_LOCAL_PREF "bgp.update.path_attribute.local_pref" "Local preference": U32 Dec;
        UPDATE_PATH_ATTRIBUTE_ATTR_SET_ORIGIN_AS "bgp.update.path_attribute.attr_set.origin_as" "Origin AS": U32 Dec;
        UPDATE_PATH_ATTRIBUTE_MULTI_EXIT_DISC "bgp.update.path_attribute.multi_exit_disc" "Multiple exit discriminator": U32 Dec;
        UPDATE_PATH_ATTRIBUTE_NEXT_HOP "bgp.update.path_attribute.next_hop" "Next hop": Ipv4;
        UPDATE_PATH_ATTRIBUTE_ORIGIN "bgp.update.path_attribute.origin" "Origin": U8 Dec = UPDATE_PATH_ATTRIBUTE_ORIGIN_NAMES;
        UPDATE_PATH_ATTRIBUTE "bgp.update.path_attribute" "Path Attribute": None;
        UPDATE_PATH_ATTRIBUTE_FLAGS "bgp.update.path_attribute.flags" "Flags": U8 Hex;
        UPDATE_PATH_ATTRIBUTE_FLAGS_OPTIONAL "bgp.update.path_attribute.flags.optional" "Optional": Bool(8) & 0x80 = crate::common::SET;
        UPDATE_PATH_ATTRIBUTE_FLAGS_TRANSITIVE "bgp.update.path_attribute.flags.transitive" "Transitive": Bool(8) & 0x40 = crate::common::SET;
        UPDATE_PATH_ATTRIBUTE_FLAGS_PARTIAL "bgp.update.path_attribute.flags.partial" "Partial": Bool(8) & 0x20 = crate::common::SET;
        UPDATE_PATH_ATTRIBUTE_FLAGS_EXTENDED_LENGTH "bgp.update.path_attribute.flags.extended_length" "Extended-Length": Bool(8) & 0x10 = crate::common::SET;
        UPDATE_PATH_ATTRIBUTE_FLAGS_UNUSED "bgp.update.path_attribute.flags.unused" "Unused": U8 Hex & 0xf;
        UPDATE_PATH_ATTRIBUTE_TYPE_CODE "bgp.update.path_attribute.type_code" "Type Code": U8 Dec = UPDATE_PATH_ATTRIBUTE_TYPE_CODE_NAMES;
        UPDATE_PATH_ATTRIBUTE_LENGTH "bgp.update.path_attribute.length" "Length": U16 Dec;
        UPDATE_PATH_ATTRIBUTE_BGPSEC_SP_LENGTH "bgp.update.path_attribute.bgpsec.sp.length" "Length": U16 Dec;
        UPDATE_PATH_ATTRIBUTE_BGPSEC_SPS_PCOUNT "bgp.update.path_attribute.bgpsec.sps.pcount" "pCount": U8 Dec;
        UPDATE_PATH_ATTRIBUTE_BGPSEC_SPS_FLAGS "bgp.update.path_attribute.bgpsec.sps.flags" "Flags": U8 Dec;
        UPDATE_PATH_ATTRIBUTE_BGPSEC_SPS_AS "bgp.update.path_attribute.bgpsec.sps.as" "AS Number": U32 Dec;
        UPDATE_PATH_ATTRIBUTE_BGPSEC_SB_LENGTH "bgp.update.path_attribute.bgpsec.sb.length" "Length": U16 Dec;
        UPDATE_PATH_ATTRIBUTE_BGPSEC_SB_ALGO_ID "bgp.update.path_attribute.bgpsec.sb.algo_id" "Algo ID": U8 Dec;
        UPDATE_PATH_ATTRIBUTE_BGPSEC_SS_SKI "bgp.update.path_attribute.bgpsec.ss.ski" "SKI": Bytes;
        UPDATE_PATH_ATTRIBUTE_BGPSEC_SS_LENGTH "bgp.update.path_attribute.bgpsec.ss.length" "Length": U16 Dec;
        UPDATE_PATH_ATTRIBUTE_BGPSEC_SS_SIG "bgp.update.path_attribute.bgpsec.ss.sig" "Signature": Bytes;
        UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_AFI "bgp.update.path_attribute.mp_reach_nlri.afi" "Address family identifier (AFI)": U16 Dec = address_family::NAMES;
        UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_SAFI "bgp.update.path_attribute.mp_reach_nlri.safi" "Subsequent address family identifier (SAFI)": U8 Dec = ROUTE_REFRESH_SAFI_NAMES;
        UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NEXT_HOP "bgp.update.path_attribute.mp_reach_nlri.next_hop" "Next hop": Bytes;
        UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NEXT_HOP_RD "bgp.update.path_attribute.mp_reach_nlri.next_hop.rd" "Route Distinguisher": Str;
        UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NEXT_HOP_IPV4 "bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv4" "IPv4 Address": Ipv4;
        UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NEXT_HOP_IPV6 "bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6" "IPv6 Address": Ipv6;
        UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NEXT_HOP_IPV6_LINK_LOCAL "bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6.link_local" "Link-local Address": Ipv6;
        UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_NBR_SNPA "bgp.update.path_attribute.mp_reach_nlri.nbr_snpa" "Number of Subnetwork points of attachment (SNPA)": U8 Dec;
        UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_SNPA_LENGTH "bgp.update.path_attribute.mp_reach_nlri.snpa_length" "SNPA Length": U8 Dec;
        UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI_SNPA "bgp.update.path_attribute.mp_reach_nlri.snpa" "SNPA": Bytes;
        UPDATE_PATH_ATTRIBUTE_MP_REACH_NLRI "bgp.update.path_attribute.mp_reach_nlri" "Network Layer Reachability Information (NLRI)": None;
        UPDATE_PATH_ATTRIBUTE_MP_UNREACH_NLRI_AFI "bgp.update.path_attribute.mp_unreach_nlri.afi" "Address family identifier (AFI)": U16 Dec = address_family::NAMES;
        UPDATE_PATH_ATTRIBUTE_MP_UNREACH_NLRI_SAFI "bgp.update.path_attribute.mp_unreach_nlri.safi" "Subsequent address family identifier (SAFI)": U8 Dec = ROUTE_REFRESH_SAFI_NAMES;
        UPDATE_PATH_ATTRIBUTE_MP_UNREACH_NLRI "bgp.update.path_attribute.mp_unreach_nlri" "Withdrawn Routes": None;
        UPDATE_PATH_ATTRIBUTE_PMSI_TUNNEL_FLAGS "bgp.update.path_attribute.pmsi.tunnel.flags" "Flags": U8 Dec;
        UPDATE_PATH_ATTRIBUTE_PMSI_TUNNEL_TYPE "bgp.update.path_attribute.pmsi.tunnel.type" "Tunnel Type": U8 Dec = UPDATE_PATH_ATTRIBUTE_PMSI_TUNNEL_TYPE_NAMES;
        UPDATE_PATH_ATTRIBUTE_PMSI_TUNNEL_ID "bgp.update.path_attribute.pmsi.tunnel.id" "Tunnel ID": None;
        UPDATE_PATH_ATTRIBUTE_MPLS_LABEL_VALUE_20BITS "bgp.update.path_attribute.mpls_label_value_20bits" "MPLS Label": U24 Dec & 0xfffff0;
        UPDATE_PATH_ATTRIBUTE_PMSI_RSVP_ID "bgp.update.path_attribute.pmsi.rsvp.id" "RSVP P2MP id": Ipv4;
        UPDATE_PATH_ATTRIBUTE_PMSI_RSVP_TUNNEL_ID "bgp.update.path_attribute.pmsi.rsvp.tunnel_id" "RSVP P2MP tunnel id": U16 Dec;
        UPDATE_PATH_ATTRIBUTE_PMSI_RSVP_EXT_TUNNEL_IDV4 "bgp.update.path_attribute.pmsi.rsvp.ext_tunnel_idv4" "RSVP P2MP extended tunnel id": Ipv4;
        UPDATE_PATH_ATTRIBUTE_AIGP "bgp.update.path_attribute.aigp" "AIGP Attribute": None;
        UPDATE_ATTRIBUTE_AIGP_TYPE "bgp.update.attribute.aigp.type" "AIGP attribute type": U8 Dec = UPDATE_ATTRIBUTE_AIGP_TYPE_NAMES;
        UPDATE_ATTRIBUTE_AIGP_LENGTH "bgp.update.attribute.aigp.length" "AIGP TLV length": U16 Dec;
        UPDATE_ATTRIBUTE_AIGP_ACCU_IGP_METRIC "bgp.update.attribute.aigp.accu_igp_metric" "AIGP Accumulated IGP Metric": U64 Dec;
        LARGE_COMMUNITIES "bgp.large_communities" "Large Communities": Str;
        LARGE_COMMUNITIES_GA "bgp.large_communities.ga" "Global Administrator": U32 Dec;
        LARGE_COMMUNITIES_LDP1 "bgp.large_communities.ldp1" "Local Data Part 1": U32 Dec;
        LARGE_COMMUNITIES_LDP2 "bgp.large_communities.ldp2" "Local Data Part 2": U32 Dec;
        UPDATE_PATH_ATTRIBUTE_ORIGINATOR_ID "bgp.update.path_attribute.originator_id" "Originator identifier": Ipv4;
        PATH_ATTRIBUTE_CLUSTER_LIST "bgp.path_attribute.cluster_list" "Cluster List": None;
        PATH_ATTRIBUTE_CLUSTER_ID "bgp.path_attribute.cluster_id" "Cluster ID": Ipv4;
        WITHDRAWN_PREFIX "bgp.withdrawn_prefix" "Withdrawn prefix": Ipv4;
        UPDATE_NLRI "bgp.update.nlri" "Network Layer Reachability Information (NLRI)": None;
        MP_REACH_NLRI_IPV4_PREFIX "bgp.mp_reach_nlri_ipv4_prefix" "MP Reach NLRI IPv4 prefix": Ipv4;
        MP_UNREACH_NLRI_IPV4_PREFIX "bgp.mp_unreach_nlri_ipv4_prefix" "MP Unreach NLRI IPv4 prefix": Ipv4;
        MP_REACH_NLRI_IPV6_PREFIX "bgp.mp_reach_nlri_ipv6_prefix" "MP Reach NLRI IPv6 prefix": Ipv6;
        MP_UNREACH_NLRI_IPV6_PREFIX "bgp.mp_unreach_nlri_ipv6_prefix" "MP Unreach NLRI IPv6 prefix": Ipv6;
        NLRI_PREFIX "bgp.nlri_prefix" "NLRI prefix": Ipv4;
        NLRI_PATH_ID "bgp.nlri_path_id" "NLRI path id": U32 Dec;
        MCAST_VPN_NLRI "bgp.mcast_vpn_nlri" "MCAST-VPN nlri": Bytes;
        MCAST_VPN_NLRI_ROUTE_TYPE "bgp.mcast_vpn_nlri_route_type" "Route Type": U8 Dec = MCAST_VPN_NLRI_ROUTE_TYPE_NAMES;
        MCAST_VPN_NLRI_LENGTH "bgp.mcast_vpn_nlri_length" "Length": U8 Dec;
        EXT_COMMUNITIES "bgp.ext_communities" "Carried extended communities": None;
        EXT_COMMUNITY "bgp.ext_community" "Community": None;
        EXT_COM_TYPE "bgp.ext_com.type" "Type": U8 Hex = EXT_COM_TYPE_NAMES;
        EXT_COM_TYPE_AUTH "bgp.ext_com.type.auth" "IANA Authority": Bool(8) & 0x80 = Names::Bools("Allocated on Standard Action, Early Allocation or Experimental Basis", "Allocated on First Come First Serve Basis");
        EXT_COM_TYPE_TRAN "bgp.ext_com.type.tran" "Transitive across ASes": Bool(8) & 0x40 = Names::Bools("Non-transitive", "Transitive");
        EXT_COM_STYPE_UNKNOWN "bgp.ext_com.stype_unknown" "Subtype": U8 Hex;
        EXT_COM_STYPE_TR_AS2 "bgp.ext_com.stype_tr_as2" "Subtype (AS2)": U8 Hex = EXT_COM_STYPE_TR_AS2_NAMES;
        EXT_COM_STYPE_NTR_AS2 "bgp.ext_com.stype_ntr_as2" "Subtype (Non-transitive AS2)": U8 Hex = EXT_COM_STYPE_NTR_AS2_NAMES;
        EXT_COM_STYPE_TR_IP4 "bgp.ext_com.stype_tr_IP4" "Subtype (IPv4)": U8 Hex = EXT_COM_STYPE_TR_IP4_NAMES;
        EXT_COM_STYPE_TR_OPAQUE "bgp.ext_com.stype_tr_opaque" "Subtype (Opaque)": U8 Hex = EXT_COM_STYPE_TR_OPAQUE_NAMES;
        EXT_COM_STYPE_NTR_OPAQUE "bgp.ext_com.stype_ntr_opaque" "Subtype (Non-transitive Opaque)": U8 Hex = EXT_COM_STYPE_NTR_OPAQUE_NAMES;
        EXT_COM_TUNNEL_TYPE "bgp.ext_com.tunnel_type" "Tunnel type": U16 Dec = EXT_COM_TUNNEL_TYPE_NAMES;
        EXT_COM_STYPE_TR_EXP "bgp.ext_com.stype_tr_exp" "Subtype (Experimental)": U8 Hex = EXT_COM_STYPE_TR_EXP_NAMES;
        EXT_COM_VALUE_AS2 "bgp.ext_com.value_as2" "2-Octet AS": U16 Dec;
        EXT_COM_VALUE_IP4 "bgp.ext_com.value_IP4" "IPv4 address": Ipv4;
        EXT_COM_VALUE_AN2 "bgp.ext_com.value_an2" "2-Octet AN": U16 Dec;
        EXT_COM_VALUE_AN4 "bgp.ext_com.value_an4" "4-Octet AN": U32 Dec;
        EXT_COM_VALUE_LINK_BW "bgp.ext_com.value_link_bw" "Link bandwidth": F32;
        EXT_COM_VALUE_OSPF_RTYPE_AREA "bgp.ext_com.value_ospf_rtype.area" "Area ID": Ipv4;
        EXT_COM_VALUE_OSPF_RTYPE_TYPE "bgp.ext_com.value_ospf_rtype.type" "Route type": U8 Dec = EXT_COM_VALUE_OSPF_RTYPE_TYPE_NAMES;
        EXT_COM_VALUE_OSPF_RTYPE_OPTIONS "bgp.ext_com.value_ospf_rtype.options" "Options": U8 Hex;
        EXT_COM_VALUE_OSPF_RTYPE_OPTIONS_MT "bgp.ext_com.value_ospf_rtype.options.mt" "Metric type": Bool(8) & 0x1 = Names::Bools("Type-2", "Type-1");
        EXT_COM_VALUE_OSPF_RID "bgp.ext_com.value_ospf_rid" "Router ID": Ipv4;
        EXT_COM_VALUE_RAW "bgp.ext_com.value_raw" "Raw Value": U48 Hex;
        EVPN_NLRI "bgp.evpn.nlri" "EVPN NLRI": None;
        EVPN_NLRI_RT "bgp.evpn.nlri.rt" "Route Type": U8 Dec = EVPN_NLRI_RT_NAMES;
        EVPN_NLRI_LEN "bgp.evpn.nlri.len" "Length": U8 Dec;
        EVPN_NLRI_RD "bgp.evpn.nlri.rd" "Route Distinguisher": Bytes;
        EVPN_NLRI_ESI "bgp.evpn.nlri.esi" "ESI": Bytes;
        EVPN_NLRI_ESI_TYPE "bgp.evpn.nlri.esi.type" "ESI Type": U8 Dec = EVPN_NLRI_ESI_TYPE_NAMES;
        EVPN_NLRI_ESI_VALUE "bgp.evpn.nlri.esi.value" "ESI Value": Bytes;
        EVPN_NLRI_ESI_TYPE0 "bgp.evpn.nlri.esi.type0" "ESI 9 bytes value": Bytes;
        EVPN_NLRI_ETAG "bgp.evpn.nlri.etag" "Ethernet Tag ID": U32 Dec;
        EVPN_NLRI_VNI "bgp.evpn.nlri.vni" "VNI": U24 Dec;
        EVPN_NLRI_MACLEN "bgp.evpn.nlri.maclen" "MAC Address Length": U8 Dec;
        EVPN_NLRI_MAC_ADDR "bgp.evpn.nlri.mac_addr" "MAC Address": Ether;
        EVPN_NLRI_IPLEN "bgp.evpn.nlri.iplen" "IP Address Length": U8 Dec;
        EVPN_NLRI_ESI_LACP_MAC "bgp.evpn.nlri.esi.lacp_mac" "CE LACP system MAC": Ether;
        EVPN_NLRI_ESI_PORTK "bgp.evpn.nlri.esi.lacp_portkey" "LACP port key": U16 DecHex;
        EVPN_NLRI_ESI_REMAIN "bgp.evpn.nlri.esi.remaining" "Remaining bytes": Bytes;
        EVPN_NLRI_ESI_RESERVED "bgp.evpn.nlri.esi.reserved" "Reserved value all 0xff": Bytes;
        EVPN_NLRI_ESI_RB_MACL "bgp.evpn.nlri.esi.root_bridge" "ESI root bridge MAC": Ether;
        EVPN_NLRI_ESI_RB_PRIO "bgp.evpn.nlri.esi.rb_prio" "ESI root bridge priority": U16 DecHex;
        EVPN_NLRI_ESI_SYS_MAC "bgp.evpn.nlri.esi.system_mac" "ESI system MAC": Ether;
        EVPN_NLRI_ESI_MAC_DISCR "bgp.evpn.nlri.esi.system_mac_discr" "ESI system mac discriminator": Bytes;
        EVPN_NLRI_ESI_RID "bgp.evpn.nlri.esi.router_id" "ESI router ID": Ipv4;
        EVPN_NLRI_ESI_RID_DISCR "bgp.evpn.nlri.esi.router_discr" "ESI router discriminator": Bytes;
        EVPN_NLRI_ESI_ASN "bgp.evpn.nlri.esi.asn" "ESI ASN": U32 Dec;
        EVPN_NLRI_ESI_ASN_DISCR "bgp.evpn.nlri.esi.asn_discr" "ESI ASN discriminator": Bytes;
        EVPN_NLRI_MPLS_LS1 "bgp.evpn.nlri.mpls_ls1" "MPLS Label 1": U24 Dec & 0xfffff0;
        EVPN_NLRI_MPLS_LS2 "bgp.evpn.nlri.mpls_ls2" "MPLS Label 2": U24 Dec & 0xfffff0;
        EVPN_NLRI_PREFIX_LEN "bgp.evpn.nlri.prefix_len" "IP prefix length": U8 Dec;
        EVPN_NLRI_IP_ADDR "bgp.evpn.nlri.ip.addr" "IPv4 address": Ipv4;
        EVPN_NLRI_IPV6_ADDR "bgp.evpn.nlri.ipv6.addr" "IPv6 address": Ipv6;
        EVPN_NLRI_IPV4_GTW_ADDR "bgp.evpn.nlri.ipv4.gtw_addr" "IPv4 Gateway address": Ipv4;
        EVPN_NLRI_IPV6_GTW_ADDR "bgp.evpn.nlri.ipv6.gtw_addr" "IPv6 Gateway address": Ipv6;
        UPDATE_PATH_ATTRIBUTE_MPLS_LABEL "bgp.update.path_attribute.mpls_label" "MPLS Label Stack": None;
        UPDATE_PATH_ATTRIBUTE_MPLS_LABEL_VALUE "bgp.update.path_attribute.mpls_label_value" "MPLS Label": U24 Dec;
        UNKNOWN_AFI "bgp.unknown_afi" "Unknown Address Family": None;
    }
    experts {
        EVPN_TYPE "bgp.evpn.type" Error Malformed "EVPN Route Type is invalid";
        EVPN_LEN "bgp.evpn.len" Error Malformed "EVPN Length is invalid";
        EVPN_ESI_TYPE "bgp.evpn.esi_type" Error Malformed "EVPN ESI Type is invalid";
        EVPN_NO_IP "bgp.evpn.no_ip" Note Protocol "IP Address: NOT INCLUDED";
        UNKNOWN_NOTIFICATION "bgp.notify.minor_error.unknown" Note Undecoded "Unknown notification error";
        CAP_LENGTH_BAD "bgp.cap.length.bad" Error Malformed "Capability length is wrong";
        CAP_GR_HELPER_MODE_ONLY "bgp.cap.gr.helper_mode_only" Chat Request "Graceful Restart Capability supported in Helper mode only";
        AS_LENGTH_UNKNOWN "bgp.attr.as_path.as_len" Error Undecoded "unable to determine 4 or 2 bytes ASN";
        EXT_COM_LENGTH_BAD "bgp.ext_com.length.bad" Error Protocol "Extended community length is wrong";
        MARKER_INVALID "bgp.marker_invalid" Error Malformed "Marker is not all ones";
        LENGTH_INVALID "bgp.length.invalid" Error Malformed "Length is invalid";
        PREFIX_LENGTH_INVALID "bgp.prefix_length.invalid" Error Malformed "Prefix length is invalid";
        ORF_TYPE_UNKNOWN "bgp.route_refresh.orf.type.unknown" Error Malformed "ORFEntry-Unknown";
        NEXT_HOP_RD_NONZERO "bgp.next_hop.rd.nonzero" Warn Protocol "Route Distinguisher in Next Hop Network Address nonzero";
        AIGP_TYPE_UNKNOWN "bgp.attr.aigp.type" Note Protocol "Unknown AIGP attribute type";
    }
}

names! { TYPE_NAMES {
    1 => "OPEN Message",
    2 => "UPDATE Message",
    3 => "NOTIFICATION Message",
    4 => "KEEPALIVE Message",
    5 => "ROUTE-REFRESH Message",
    6 => "CAPABILITY Message",
    128 => "Cisco ROUTE-REFRESH Message",
}
OPEN_OPT_PARAM_TYPE_NAMES {
    1 => "Authentication",
    2 => "Capability",
}
NOTIFY_MAJOR_ERROR_NAMES {
    1 => "Message Header Error",
    2 => "OPEN Message Error",
    3 => "UPDATE Message Error",
    4 => "Hold Timer Expired",
    5 => "Finite State Machine Error",
    6 => "Cease",
    7 => "CAPABILITY Message Error",
}
NOTIFY_MINOR_ERROR_NAMES {
    1 => "Connection Not Synchronized",
    2 => "Bad Message Length",
    3 => "Bad Message Type",
}
NOTIFY_MINOR_ERROR_OPEN_NAMES {
    1 => "Unsupported Version Number",
    2 => "Bad Peer AS",
    3 => "Bad BGP Identifier",
    4 => "Unsupported Optional Parameter",
    5 => "Authentication Failure [Deprecated]",
    6 => "Unacceptable Hold Time",
    7 => "Unsupported Capability",
    8 => "No supported AFI/SAFI (Cisco)",
}
NOTIFY_MINOR_ERROR_UPDATE_NAMES {
    1 => "Malformed Attribute List",
    2 => "Unrecognized Well-known Attribute",
    3 => "Missing Well-known Attribute",
    4 => "Attribute Flags Error",
    5 => "Attribute Length Error",
    6 => "Invalid ORIGIN Attribute",
    7 => "AS Routing Loop [Deprecated]",
    8 => "Invalid NEXT_HOP Attribute",
    9 => "Optional Attribute Error",
    10 => "Invalid Network Field",
    11 => "Malformed AS_PATH",
}
NOTIFY_MINOR_ERROR_STATE_NAMES {
    1 => "Receive Unexpected Message in OpenSent State",
    2 => "Receive Unexpected Message in OpenConfirm State",
    3 => "Receive Unexpected Message in Established State",
}
NOTIFY_MINOR_ERROR_CEASE_NAMES {
    1 => "Maximum Number of Prefixes Reached",
    2 => "Administratively Shutdown",
    3 => "Peer De-configured",
    4 => "Administratively Reset",
    5 => "Connection Rejected",
    6 => "Other Configuration Change",
    7 => "Connection Collision Resolution",
    8 => "Out of Resources",
    9 => "Hard Reset",
}
NOTIFY_MINOR_ERROR_CAPABILITY_NAMES {
    1 => "Invalid Action Value",
    2 => "Invalid Capability Length",
    3 => "Malformed Capability Value",
    4 => "Unsupported Capability Code",
}
ROUTE_REFRESH_SUBTYPE_NAMES {
    0 => "Normal route refresh request [RFC2918] with/without ORF [RFC5291]",
    1 => "Demarcation of the beginning of a route refresh",
    2 => "Demarcation of the ending of a route refresh",
}
ROUTE_REFRESH_SAFI_NAMES {
    0 => "Reserved",
    1 => "Unicast",
    2 => "Multicast",
    3 => "Unicast+Multicast (Deprecated)",
    4 => "Labeled Unicast",
    5 => "MCAST-VPN",
    6 => "Multi-Segment Pseudowires",
    7 => "Encapsulation (Deprecated)",
    8 => "MCAST-VPLS",
    64 => "Tunnel (Deprecated)",
    65 => "VPLS",
    66 => "Cisco MDT",
    67 => "4over6",
    68 => "6over4",
    69 => "Layer-1 VPN",
    70 => "EVPN",
    71 => "BGP-LS",
    72 => "BGP-LS-VPN",
    73 => "SR Policy",
    74 => "SD-WAN",
    75 => "Routing Policy Distribution",
    76 => "Classful Transport Planes",
    77 => "Tunneled Traffic Flowspec",
    78 => "MCAST-TREE",
    128 => "Labeled VPN Unicast",
    129 => "Labeled VPN Multicast",
    130 => "Labeled VPN Unicast+Multicast (Deprecated)",
    132 => "Route Target Filter",
    133 => "Flow Spec Filter",
    134 => "Flow Spec Filter VPN",
    140 => "Layer-3 VPN (Deprecated)",
}
ROUTE_REFRESH_ORF_FLAG_NAMES {
    1 => "Immediate",
    2 => "Defer",
}
ROUTE_REFRESH_ORF_TYPE_NAMES {
    2 => "Communities ORF-Type",
    3 => "Extended Communities ORF-Type",
    128 => "Cisco PrefixList ORF-Type",
    129 => "Cisco CommunityList ORF-Type",
    130 => "Cisco Extended CommunityList ORF-Type",
    131 => "Cisco AsPathList ORF-Type",
}
CAP_TYPE_NAMES {
    0 => "Reserved capability",
    1 => "Multiprotocol extensions capability",
    2 => "Route refresh capability",
    3 => "Cooperative route filtering capability",
    4 => "Multiple routes to a destination capability",
    5 => "Extended Next Hop Encoding",
    6 => "BGP-Extended Message",
    7 => "BGPsec capability",
    8 => "Multiple Labels capability",
    9 => "BGP Role",
    64 => "Graceful Restart capability",
    65 => "Support for 4-octet AS number capability",
    66 => "Deprecated Dynamic Capability (Cisco)",
    67 => "Support for Dynamic capability",
    68 => "Multisession BGP Capability",
    69 => "Support for Additional Paths",
    70 => "Enhanced route refresh capability",
    71 => "Long-Lived Graceful Restart (LLGR) Capability",
    72 => "CP-ORF Capability",
    73 => "FQDN Capability",
    128 => "Route refresh capability (Cisco)",
    130 => "Cooperative route filtering capability (Cisco)",
    131 => "Multisession BGP Capability (Cisco)",
}
CAP_ORF_TYPE_NAMES {
    2 => "Communities ORF-Type",
    3 => "Extended Communities ORF-Type",
    128 => "Cisco PrefixList ORF-Type",
    129 => "Cisco CommunityList ORF-Type",
    130 => "Cisco Extended CommunityList ORF-Type",
    131 => "Cisco AsPathList ORF-Type",
}
CAP_AP_SENDRECEIVE_NAMES {
    1 => "Receive",
    2 => "Send",
    3 => "Both",
}
CAP_BGPSEC_SENDRECEIVE_NAMES {
    0 => "Receive",
    1 => "Send",
}
UPDATE_PATH_ATTRIBUTE_AS_PATH_SEGMENT_TYPE_NAMES {
    1 => "AS_SET",
    2 => "AS_SEQUENCE",
    3 => "AS_CONFED_SEQUENCE",
    4 => "AS_CONFED_SET",
}
pub(super) UPDATE_PATH_ATTRIBUTE_ORIGIN_NAMES {
    0 => "IGP",
    1 => "EGP",
    2 => "INCOMPLETE",
}
pub(super) UPDATE_PATH_ATTRIBUTE_TYPE_CODE_NAMES {
    1 => "ORIGIN",
    2 => "AS_PATH",
    3 => "NEXT_HOP",
    4 => "MULTI_EXIT_DISC",
    5 => "LOCAL_PREF",
    6 => "ATOMIC_AGGREGATE",
    7 => "AGGREGATOR",
    8 => "COMMUNITIES",
    9 => "ORIGINATOR_ID",
    10 => "CLUSTER_LIST",
    11 => "DPA",
    12 => "ADVERTISER",
    13 => "RCID_PATH / CLUSTER_ID",
    14 => "MP_REACH_NLRI",
    15 => "MP_UNREACH_NLRI",
    16 => "EXTENDED_COMMUNITIES",
    17 => "AS4_PATH",
    18 => "AS4_AGGREGATOR",
    19 => "SAFI_SPECIFIC_ATTRIBUTE",
    20 => "Connector Attribute",
    21 => "AS_PATHLIMIT ",
    22 => "PMSI_TUNNEL_ATTRIBUTE",
    23 => "TUNNEL_ENCAPSULATION_ATTRIBUTE",
    24 => "Traffic Engineering",
    25 => "IPv6 Address Specific Extended Community",
    26 => "AIGP",
    27 => "PE Distinguisher Labels",
    28 => "BGP Entropy Label Capability Attribute",
    29 => "BGP-LS Attribute",
    30 => "Deprecated",
    31 => "Deprecated",
    32 => "LARGE_COMMUNITY",
    33 => "BGPsec_PATH",
    36 => "D_PATH",
    40 => "BGP Prefix-SID",
    99 => "LINK_STATE (unofficial code point)",
    128 => "ATTR_SET",
    129 => "Deprecated",
    241 => "Deprecated",
    242 => "Deprecated",
    243 => "Deprecated",
}
UPDATE_PATH_ATTRIBUTE_PMSI_TUNNEL_TYPE_NAMES {
    0 => "Type is not present",
    1 => "RSVP-TE P2MP LSP",
    2 => "mLDP P2MP LSP",
    3 => "PIM SSM Tree",
    4 => "PIM SM Tree",
    5 => "BIDIR-PIM Tree",
    6 => "Ingress Replication",
    7 => "mLDP MP2MP LSP",
}
UPDATE_ATTRIBUTE_AIGP_TYPE_NAMES {
    1 => "Type AIGP TLV",
}
MCAST_VPN_NLRI_ROUTE_TYPE_NAMES {
    1 => "Intra-AS I-PMSI A-D route",
    2 => "Inter-AS I-PMSI A-D route",
    3 => "S-PMSI A-D route",
    4 => "Leaf A-D route",
    5 => "Source Active A-D route",
    6 => "Shared Tree Join route",
    7 => "Source Tree Join route",
}
pub(super) EXT_COM_TYPE_NAMES {
    0 => "Transitive 2-Octet AS-Specific",
    1 => "Transitive IPv4-Address-Specific",
    2 => "Transitive 4-Octet AS-Specific",
    3 => "Transitive Opaque",
    4 => "Transitive QoS Marking",
    5 => "Transitive CoS Capability",
    6 => "Transitive EVPN",
    7 => "FlowSpec Transitive",
    8 => "Transitive Flow spec redirect/mirror to IP next-hop",
    9 => "Transitive FlowSpec Redirect to indirection-id",
    64 => "Non-Transitive 2-Octet AS-Specific",
    65 => "Non-Transitive IPv4-Address-Specific",
    66 => "Non-Transitive 4-Octet AS-Specific",
    67 => "Non-Transitive Opaque",
    68 => "Non-Transitive QoS Marking",
    128 => "Generic Transitive Experimental Use",
    129 => "Generic Transitive Experimental Use Part 2",
    130 => "Generic Transitive Experimental Use Part 3 ",
    136 => "Transitive Experimental EIGRP",
}
pub(super) EXT_COM_STYPE_TR_AS2_NAMES {
    2 => "Route Target",
    3 => "Route Origin",
    5 => "OSPF Domain Identifier",
    8 => "BGP Data Collection",
    9 => "Source AS",
    10 => "L2VPN Identifier",
    16 => "Cisco VPN-Distinguisher",
}
EXT_COM_STYPE_NTR_AS2_NAMES {
    4 => "Link Bandwidth",
    128 => "Virtual-Network Identifier",
}
pub(super) EXT_COM_STYPE_TR_IP4_NAMES {
    2 => "Route Target",
    3 => "Route Origin",
    5 => "OSPF Domain Identifier",
    7 => "OSPF Router ID",
    10 => "L2VPN Identifier",
    11 => "VRF Route Import",
    16 => "Cisco VPN-Distinguisher",
    18 => "Inter-area P2MP Segmented Next-Hop",
}
EXT_COM_STYPE_TR_OPAQUE_NAMES {
    1 => "Cost",
    6 => "OSPF Route Type",
    11 => "Color",
    12 => "Encapsulation",
    13 => "Default Gateway",
}
EXT_COM_STYPE_NTR_OPAQUE_NAMES {
    0 => "BGP Origin Validation state",
    1 => "Cost",
}
EXT_COM_TUNNEL_TYPE_NAMES {
    0 => "Reserved",
    1 => "L2TPv3 over IP",
    2 => "GRE",
    3 => "Transmit tunnel endpoint",
    4 => "IPsec in Tunnel-mode",
    5 => "IP in IP tunnel with IPsec Transport Mode",
    6 => "MPLS-in-IP tunnel with IPsec Transport Mode",
    7 => "IP in IP",
    8 => "VXLAN Encapsulation",
    9 => "NVGRE Encapsulation",
    10 => "MPLS Encapsulation",
    11 => "MPLS in GRE Encapsulation",
    12 => "VxLAN GPE Encapsulation",
    13 => "MPLS in UDP Encapsulation",
}
pub(super) EXT_COM_STYPE_TR_EXP_NAMES {
    0 => "OSPF Route Type",
    1 => "OSPF Router ID",
    4 => "Security Group",
    5 => "OSPF Domain Identifier",
    6 => "Flow spec traffic-rate",
    7 => "Flow spec traffic-action",
    8 => "Flow spec redirect AS 2 bytes",
    9 => "Flow spec traffic-remarking",
    10 => "Layer2 Info",
    11 => "E-Tree Info",
    132 => "Tag",
    133 => "Origin Sub-Cluster",
}
pub(super) EXT_COM_VALUE_OSPF_RTYPE_TYPE_NAMES {
    1 => "Router",
    2 => "Network",
    3 => "Summary",
    5 => "External",
    7 => "NSSA External",
    129 => "MPLS-VPN Sham",
}
pub(super) EVPN_NLRI_RT_NAMES {
    1 => "Ethernet AD Route",
    2 => "MAC Advertisement Route",
    3 => "Inclusive Multicast Route",
    4 => "Ethernet Segment Route",
    5 => "IP Prefix route",
    6 => "Selective Multicast Ethernet Tag Route",
    7 => "IGMP Join Synch Route",
    8 => "IGMP Leave Synch Route",
    10 => "S-PMSI A-D Route",
}
EVPN_NLRI_ESI_TYPE_NAMES {
    0 => "ESI 9 bytes value",
    1 => "ESI LACP 802.1AX defined",
    2 => "ESI MSTP defined",
    3 => "ESI MAC address defined",
    4 => "ESI Router ID",
    5 => "ESI Autonomous System",
    255 => "ESI reserved",
} }

/// How many bytes stand before the first marker, which may go on in the next segment.
fn marker(bytes: &[u8]) -> usize {
    let mut ones = 0;
    for (i, b) in bytes.iter().enumerate() {
        ones = if *b == 0xff { ones + 1 } else { 0 };
        if ones == 16 {
            return i + 1 - ones;
        }
    }
    bytes.len() - ones
}

/// Bytes of marker, length and type.
const HEADER: usize = 19;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BGP");
    cx.info_clear();
    let mut item = cx.proto_item();
    let place = cx.place();
    let (mut first, mut cut) = (true, false);
    while !c.is_empty() {
        let whole = c;
        if !first && c.captured() == 0 {
            // The frame says so already when the message before was cut, too.
            return if cut { Ok(()) } else { Err(Stop::Cut) };
        }
        if !first {
            item = cx.at_top(|cx| cx.add(PROTO, whole.span(whole.left()), Value::None));
        }
        // The rest of a message that began in an earlier segment stands before the next marker.
        let behind = if first { marker(c.rest()) } else { 0 };
        if behind > 0 {
            cx.under(item, |cx| cx.add(CONTINUATION, whole.span(behind), Value::None));
            c.advance(behind);
            first = false;
            continue;
        }
        if c.left() < HEADER {
            cx.info_sep(", ", |o| _ = o.s("Continuation"));
            cx.under(item, |cx| cx.add(CONTINUATION, whole.span(whole.left()), Value::None));
            return Ok(());
        }
        let length = usize::from(c.peek_u16(16)?);
        if length > c.left() && first && !c.is_cut() {
            return Err(Stop::NotMine);
        }
        first = false;
        let mut one = c.take(length.max(HEADER));
        let step = cx.under(item, |cx| message(cx, item, &mut one));
        if step.is_err() {
            cut = step == Err(Stop::Cut);
            crate::meta::mark(cx, step, &whole);
            cx.return_to(place);
        }
    }
    Ok(())
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, top: Item, c: &mut Cursor<'_>) -> Step {
    let all = *c;
    let kind = c.peek_u8(18)?;
    let name = TYPE_NAMES.find(u64::from(kind));
    cx.info_sep(", ", |o| match name {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown message type (").hex(kind, 2).s(")"),
    });
    cx.set_len(top, all.left());
    cx.append(top, |o| match name {
        Some(name) => _ = o.s(" - ").s(name),
        None => _ = o.s(" - Unknown message type (").hex(kind, 2).s(")"),
    });
    let marker = c.peek_bytes(0, 16)?;
    let item = cx.field(MARKER, c, 16)?;
    if marker.iter().any(|b| *b != 0xff) {
        cx.expert_with(MARKER_INVALID, item, all.span(16), |o| _ = o.s("Marker is not all ones"));
    }
    let length = c.peek_u16(0)?;
    let item = cx.field(LENGTH, c, 2)?;
    if usize::from(length) < HEADER {
        cx.expert_with(LENGTH_INVALID, item, all.span(0), |o| {
            o.s("Length is invalid: ").u(length).s(" bytes");
        });
    }
    cx.field(TYPE, c, 1)?;
    match kind {
        1 => open(cx, c),
        2 => update::message(cx, c),
        3 => notification(cx, c),
        5 | 128 => refresh(cx, c),
        _ => Ok(()),
    }
}

fn open<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(OPEN_VERSION, c, 1)?;
    cx.field(OPEN_MYAS, c, 2)?;
    cx.field(OPEN_HOLDTIME, c, 2)?;
    cx.field(OPEN_IDENTIFIER, c, 4)?;
    let len = usize::from(cx.u8(OPEN_OPT_LEN, c)?);
    if len == 0 {
        return Ok(());
    }
    let top = cx.add(OPEN_OPT, c.span(len), Value::None);
    // What is there of them is shown also when they do not all fit.
    let short = len > c.left();
    let mut list = c.take(len);
    cx.under(top, |cx| -> Step {
        while !list.is_empty() {
            let (kind, len) = (list.peek_u8(0)?, usize::from(list.peek_u8(1)?));
            let item = cx.add(OPEN_OPT_PARAM, list.span(2 + len), Value::None);
            let name = OPEN_OPT_PARAM_TYPE_NAMES.find(u64::from(kind));
            cx.label(item, |o| {
                o.s("Optional Parameter: ");
                match name {
                    Some(name) => o.s(name),
                    None => o.s("Unknown Parameter ").u(kind),
                };
            });
            cx.under(item, |cx| -> Step {
                cx.field(OPEN_OPT_PARAM_TYPE, &mut list, 1)?;
                cx.field(OPEN_OPT_PARAM_LEN, &mut list, 1)?;
                if kind == 1 {
                    cx.field(OPEN_OPT_PARAM_AUTH, &mut list, len)?;
                }
                if kind == 2 {
                    let short = len > list.left();
                    let mut caps = list.take(len);
                    while !caps.is_empty() {
                        capability(cx, &mut caps)?;
                    }
                    if short {
                        return Err(Stop::Short);
                    }
                }
                Ok(())
            })?;
            if !matches!(kind, 1 | 2) {
                let it = cx.field(OPEN_OPT_PARAM_UNKNOWN, &mut list, len)?;
                if len == 0 {
                    cx.label(it, |o| _ = o.s("Unknown: <MISSING>"));
                }
            }
        }
        if short { Err(Stop::Short) } else { Ok(()) }
    })
}

/// A capability of Cisco: several sessions between two routers.
const MULTISESSION: u8 = 131;

/// What is wrong with a length that a capability can't have.
fn wrong_length(kind: u8, len: usize) -> Option<&'static str> {
    let (wrong, what) = match kind {
        0 | 2 | 6 | 70 | 72 | 128 => (len != 0, "wrong, must be = 0"),
        1 | 65 => (len != 4, "is wrong, must be = 4"),
        3 | 130 => (len < 6, "too short, must be greater than 6"),
        5 => (!len.is_multiple_of(6), "is wrong, must be multiple of 6"),
        7 => (len != 3, "is wrong, must be = 3"),
        69 => (!len.is_multiple_of(4), "is wrong, must be multiple of  4"),
        _ => return None,
    };
    wrong.then_some(what)
}

/// Filters of routes that a router takes or gives, RFC 5291 section 5.
fn filters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        cx.field(CAP_ORF_AFI, c, 2)?;
        cx.field(CAP_RESERVED, c, 1)?;
        cx.field(CAP_ORF_SAFI, c, 1)?;
        for _ in 0..cx.u8(CAP_ORF_NUMBER, c)? {
            cx.field(CAP_ORF_TYPE, c, 1)?;
            cx.field(CAP_ORF_SENDRECEIVE, c, 1)?;
        }
    }
    Ok(())
}

/// One capability, RFC 5492.
fn capability<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (kind, len) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
    let item = cx.add(CAP, c.span(2 + len), Value::None);
    cx.label(item, |o| {
        o.s("Capability: ");
        match CAP_TYPE_NAMES.find(u64::from(kind)) {
            Some(name) => o.s(name),
            None => o.s("Unknown capability ").u(kind),
        };
    });
    cx.under(item, |cx| -> Step {
        cx.field(CAP_TYPE, c, 1)?;
        let len_item = cx.field(CAP_LENGTH, c, 1)?;
        if let Some(wrong) = wrong_length(kind, len) {
            cx.expert_with(CAP_LENGTH_BAD, len_item, c.span(0), |o| {
                o.s("Capability length ").u(len as u64).s(" ").s(wrong);
            });
            if len > 0 {
                cx.field(CAP_UNKNOWN, c, len)?;
            }
            return Ok(());
        }
        // Of a session of several, one byte is read; what follows it is looked at as the next capability.
        let mut v = c.take_all(if kind == MULTISESSION { len.min(1) } else { len })?;
        match kind {
            3 | 130 => filters(cx, &mut v)?,
            5 => {
                while !v.is_empty() {
                    cx.field(CAP_ENH_AFI, &mut v, 2)?;
                    cx.field(CAP_ENH_SAFI, &mut v, 2)?;
                    cx.field(CAP_ENH_NHAFI, &mut v, 2)?;
                }
            }
            67 => {
                while !v.is_empty() {
                    cx.field(CAP_DC, &mut v, 1)?;
                }
            }
            MULTISESSION => _ = cx.field(CAP_MULTISESSION_FLAGS, &mut v, 1)?,
            1 => {
                cx.field(CAP_MP_AFI, &mut v, 2)?;
                cx.field(CAP_RESERVED, &mut v, 1)?;
                cx.field(CAP_MP_SAFI, &mut v, 1)?;
            }
            64 => {
                if len == 2 {
                    cx.expert_with(CAP_GR_HELPER_MODE_ONLY, len_item, v.span(0), |o| {
                        _ = o.s("Graceful Restart Capability supported in Helper mode only");
                    });
                }
                let bits =
                    [CAP_GR_TIMERS_RESTART_FLAG, CAP_GR_TIMERS_NOTIFICATION_FLAG, CAP_GR_TIMERS_RESTART_TIME];
                cx.flags(CAP_GR_TIMERS, &mut v, 2, &bits)?;
                while v.left() >= 4 {
                    cx.field(CAP_GR_AFI, &mut v, 2)?;
                    cx.field(CAP_GR_SAFI, &mut v, 1)?;
                    cx.flags(CAP_GR_FLAG, &mut v, 1, &[CAP_GR_FLAG_PFS])?;
                }
            }
            65 => _ = cx.field(CAP_4AS, &mut v, 4)?,
            69 => {
                while v.left() >= 4 {
                    cx.field(CAP_AP_AFI, &mut v, 2)?;
                    cx.field(CAP_AP_SAFI, &mut v, 1)?;
                    cx.field(CAP_AP_SENDRECEIVE, &mut v, 1)?;
                }
            }
            73 => {
                for (n, text) in [
                    (CAP_ORF_FQDN_HOSTNAME_LEN, CAP_ORF_FQDN_HOSTNAME),
                    (CAP_ORF_FQDN_DOMAIN_NAME_LEN, CAP_ORF_FQDN_DOMAIN_NAME),
                ] {
                    let len = usize::from(cx.u8(n, &mut v)?);
                    cx.field(text, &mut v, len)?;
                }
            }
            7 => {
                while v.left() >= 3 {
                    let bits = [CAP_BGPSEC_VERSION, CAP_BGPSEC_SENDRECEIVE, CAP_BGPSEC_RESERVED];
                    cx.flags(CAP_BGPSEC_FLAGS, &mut v, 1, &bits)?;
                    cx.field(CAP_BGPSEC_AFI, &mut v, 2)?;
                }
            }
            _ if len > 0 => _ = cx.field(CAP_UNKNOWN, &mut v, len)?,
            _ => {}
        }
        Ok(())
    })
}

fn notification<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (major, minor) = (c.peek_u8(0)?, c.peek_u8(1)?);
    cx.field(NOTIFY_MAJOR_ERROR, c, 1)?;
    let field = match major {
        1 => NOTIFY_MINOR_ERROR,
        2 => NOTIFY_MINOR_ERROR_OPEN,
        3 => NOTIFY_MINOR_ERROR_UPDATE,
        4 => NOTIFY_MINOR_ERROR_EXPIRED,
        5 => NOTIFY_MINOR_ERROR_STATE,
        6 => NOTIFY_MINOR_ERROR_CEASE,
        7 => NOTIFY_MINOR_ERROR_CAPABILITY,
        _ => NOTIFY_MINOR_ERROR_UNKNOWN,
    };
    let span = c.span(1);
    let item = cx.field(field, c, 1)?;
    if field == NOTIFY_MINOR_ERROR_UNKNOWN {
        cx.expert_with(UNKNOWN_NOTIFICATION, item, span, |o| {
            _ = o.s("Unknown notification error (").u(major).s(")");
        });
    }
    if c.is_empty() {
        return Ok(());
    }
    // A shutdown can say why, RFC 9003.
    if major == 6 && (minor == 2 || minor == 4) {
        let n = usize::from(cx.u8(NOTIFY_COMMUNICATION_LENGTH, c)?);
        let n = n.min(c.left());
        cx.field(NOTIFY_COMMUNICATION, c, n)?;
        return Ok(());
    }
    let n = c.left();
    cx.field(NOTIFY_MINOR_DATA, c, n)?;
    Ok(())
}

fn refresh<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(ROUTE_REFRESH_AFI, c, 2)?;
    cx.field(ROUTE_REFRESH_SUBTYPE, c, 1)?;
    cx.field(ROUTE_REFRESH_SAFI, c, 1)?;
    while c.left() >= 4 {
        let len = usize::from(c.peek_u16(2)?);
        let kind = c.peek_u8(1)?;
        let top = cx.add(ROUTE_REFRESH_ORF, c.span(4 + len), Value::None);
        cx.under(top, |cx| -> Step {
            cx.field(ROUTE_REFRESH_ORF_FLAG, c, 1)?;
            let item = cx.field(ROUTE_REFRESH_ORF_TYPE, c, 1)?;
            if kind != 64 && kind != 128 {
                cx.expert_with(ORF_TYPE_UNKNOWN, item, c.span(0), |o| {
                    o.s("ORFEntry-Unknown (type ").u(kind).s(")");
                });
            }
            cx.field(ROUTE_REFRESH_ORF_LENGTH, c, 2)?;
            c.advance(len);
            Ok(())
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::marker;

    #[test]
    fn messages_begin_at_their_marker() {
        let ones = [0xff; 16];
        assert_eq!(marker(&ones), 0);
        assert_eq!(marker(&[&[1, 2, 0xff, 3][..], &ones, &[0, 19, 4]].concat()), 4);
        // A run that is longer begins as early as it can.
        assert_eq!(marker(&[&[1][..], &ones, &ones].concat()), 1);
        // The segment ends inside a marker, or without one.
        assert_eq!(marker(&[1, 2, 0xff, 0xff]), 2);
        assert_eq!(marker(&[1, 0xff, 2]), 3);
        assert_eq!(marker(&[]), 0);
    }
}
