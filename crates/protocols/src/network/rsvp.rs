//! Resource Reservation Protocol, RFC 2205 and RFC 3209: header, names and fields of its objects.

use super::{checksum, rsvp_objects};
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Value, names, proto};

proto! {
    RSVP "rsvp" "Resource ReserVation Protocol (RSVP)" "RSVP" App
    on [IpProto 46]
    fields {
        VERSION "rsvp.version" "RSVP Version": U8 Dec & 0xf0;
        FLAGS "rsvp.flags" "Flags": U8 Hex & 0xf;
        MSG "rsvp.msg" "Message Type": U8 Dec = MSG_NAMES;
        MESSAGE_CHECKSUM "rsvp.message_checksum" "Message Checksum": U16 Hex;
        SENDING_TTL "rsvp.sending_ttl" "Sending TTL": U8 Dec;
        MESSAGE_LENGTH "rsvp.message_length" "Message length": U16 Dec;
        LENGTH "rsvp.length" "Length": U16 Dec;
        OBJECT "rsvp.object" "Object class": U8 Dec = OBJECT_NAMES;
        CTYPE "rsvp.ctype" "C-type": U32 Dec;
        SESSION_IP "rsvp.session.ip" "Destination address": Ipv4;
        SESSION_TUNNEL_ID "rsvp.session.tunnel_id" "Tunnel ID": U16 Dec;
        SESSION_SHORT_CALL_ID "rsvp.session.short_call_id" "Short Call ID": U16 Dec;
        PATH "rsvp.path" "Path Message": Bool(8);
        RESV "rsvp.resv" "Resv Message": Bool(8);
        PERR "rsvp.perr" "Path Error Message": Bool(8);
        RERR "rsvp.rerr" "Resv Error Message": Bool(8);
        PTEAR "rsvp.ptear" "Path Tear Message": Bool(8);
        RTEAR "rsvp.rtear" "Resv Tear Message": Bool(8);
        RESVCONF "rsvp.resvconf" "Resv Confirm Message": Bool(8);
        RTEARCONF "rsvp.rtearconf" "Resv Tear Confirm Message": Bool(8);
        BUNDLE "rsvp.bundle" "Bundle Message": Bool(8);
        ACK "rsvp.ack" "Ack Message": Bool(8);
        SREFRESH "rsvp.srefresh" "Srefresh Message": Bool(8);
        HELLO "rsvp.hello" "HELLO Message": Bool(8);
        NOTIFY "rsvp.notify" "Notify Message": Bool(8);
        SESSION "rsvp.session" "SESSION": None;
        HOP "rsvp.hop" "HOP": None;
        TIME "rsvp.time" "TIME VALUES": None;
        EXPLICIT_ROUTE "rsvp.explicit_route" "EXPLICIT ROUTE": None;
        LABEL_REQUEST "rsvp.label_request" "LABEL REQUEST": None;
        SESSION_ATTRIBUTE "rsvp.session_attribute" "SESSION ATTRIBUTE": None;
        SENDER "rsvp.sender" "SENDER TEMPLATE": None;
        TSPEC "rsvp.tspec" "SENDER TSPEC": None;
        ADSPEC "rsvp.adspec" "ADSPEC": None;
        RECORD_ROUTE "rsvp.record_route" "RECORD ROUTE": None;
        STYLE "rsvp.style" "STYLE": None;
        FLOWSPEC "rsvp.flowspec" "FLOWSPEC": None;
        FILTER "rsvp.filter" "FILTERSPEC": None;
        LABEL "rsvp.label" "LABEL": None;
        ERROR "rsvp.error" "ERROR": None;
        CONFIRM "rsvp.confirm" "CONFIRM": None;
        HELLO_OBJ "rsvp.hello_obj" "HELLO Request/Ack": None;
        RESTART "rsvp.restart" "RESTART CAPABILITY": None;
        MSGID_ACK "rsvp.msgid_ack" "MESSAGE-ID ACK": None;
        MSGID_LIST "rsvp.msgid_list" "MESSAGE-ID LIST": None;
        MSGID "rsvp.msgid" "MESSAGE-ID": None;
        ADMIN_STATUS "rsvp.admin_status" "ADMIN STATUS": None;
        NOTIFY_REQUEST "rsvp.notify_request" "NOTIFY REQUEST": None;
        SCOPE "rsvp.scope" "SCOPE": None;
        UPSTREAM_LABEL "rsvp.upstream_label" "UPSTREAM LABEL": None;
        OBJ_UNKNOWN "rsvp.obj_unknown" "Unknown object": None;
        CTYPE_SESSION "rsvp.ctype.session" "C-type": U32 Dec = CTYPE_SESSION_NAMES;
        CTYPE_HOP "rsvp.ctype.hop" "C-Type": U32 Dec = CTYPES_OF_ADDRESSES;
        CTYPE_TIME_VALUES "rsvp.ctype.time_values" "C-Type": U32 Dec = CTYPE_TIME_VALUES_NAMES;
        CTYPE_EXPLICIT_ROUTE "rsvp.ctype.explicit_route" "C-Type": U32 Dec;
        CTYPE_LABEL_REQUEST "rsvp.ctype.label_request" "C-Type": U32 Dec = CTYPE_LABEL_REQUEST_NAMES;
        CTYPE_ATTRIBUTE "rsvp.ctype.attribute" "C-Type": U32 Dec = CTYPE_ATTRIBUTE_NAMES;
        CTYPE_TEMPLATE "rsvp.ctype.template" "C-Type": U32 Dec = CTYPE_TEMPLATE_NAMES;
        CTYPE_TSPEC "rsvp.ctype.tspec" "C-Type": U32 Dec = CTYPES_OF_TRAFFIC;
        CTYPE_ADSPEC "rsvp.ctype.adspec" "C-Type": U32 Dec;
        CTYPE_RECORD_ROUTE "rsvp.ctype.record_route" "C-Type": U32 Dec;
        CTYPE_STYLE "rsvp.ctype.style" "C-Type": U32 Dec = CTYPE_STYLE_NAMES;
        CTYPE_FLOWSPEC "rsvp.ctype.flowspec" "C-Type": U32 Dec = CTYPES_OF_TRAFFIC;
        CTYPE_LABEL "rsvp.ctype.label" "C-type": U32 Dec = CTYPE_LABEL_NAMES;
        CTYPE_ERROR "rsvp.ctype.error" "C-Type": U32 Dec = CTYPES_OF_ADDRESSES;
        CTYPE_CONFIRM "rsvp.ctype.confirm" "C-Type": U32 Dec = CTYPE_CONFIRM_NAMES;
        CTYPE_HELLO "rsvp.ctype.hello" "C-Type": U32 Dec;
        CTYPE_RESTART_CAP "rsvp.ctype.restart_cap" "C-type": U32 Dec;
        CTYPE_MESSAGE_ID_ACK "rsvp.ctype.message_id_ack" "C-Type": U32 Dec;
        CTYPE_MESSAGE_ID_LIST "rsvp.ctype.message_id_list" "C-Type": U32 Dec;
        CTYPE_MESSAGE_ID "rsvp.ctype.message_id" "C-Type": U32 Dec;
        CTYPE_ADMIN_STATUS "rsvp.ctype.admin_status" "C-Type": U32 Dec;
        CTYPE_NOTIFY_REQUEST "rsvp.ctype.notify_request" "C-type": U32 Dec = CTYPE_NOTIFY_REQUEST_NAMES;
        CTYPE_SCOPE "rsvp.ctype.scope" "C-Type": U32 Dec = CTYPE_SCOPE_NAMES;
        GENERALIZED_UNI "rsvp.generalized_uni" "GENERALIZED UNI": None;
        CTYPE_GENERALIZED_UNI "rsvp.ctype.generalized_uni" "C-type": U32 Dec;
        CTYPE_FAST_REROUTE "rsvp.ctype.fast_reroute" "C-type": U32 Dec;
        FAST_REROUTE_DATA "rsvp.fast_reroute.data" "Data": Bytes;
        CTYPE_UNKNOWN "rsvp.ctype.unknown" "C-type": U32 Dec;
        SESSION_PROTO "rsvp.session.proto" "Protocol": U8 Dec = super::PROTOCOLS;
        SESSION_FLAGS "rsvp.session.flags" "Flags": U8 Hex;
        SESSION_PORT "rsvp.session.port" "Port number": U16 Dec;
        EXTENDED_TUNNEL_ID "rsvp.extended_tunnel_id" "Extended Tunnel ID": U32 Dec;
        SESSION_EXT_TUNNEL_ID "rsvp.session.ext_tunnel_id" "Extended tunnel ID": U32 Dec;
        HOP_NEIGHBOR_ADDRESS_IPV4 "rsvp.hop.neighbor_address_ipv4" "Neighbor address": Ipv4;
        NEIGHBOR_ADDRESS_IPV6 "rsvp.neighbor_address_ipv6" "Neighbor address": Ipv6;
        HOP_LOGICAL_INTERFACE "rsvp.hop.logical_interface" "Logical interface": U32 Dec;
        REFRESH_INTERVAL "rsvp.refresh_interval" "Refresh interval": U32 Dec;
        SESSION_DESTINATION_ADDRESS "rsvp.session.destination_address" "Destination address": Ipv6;
        SESSION_PROTOCOL "rsvp.session.protocol" "Protocol": U8 Dec;
        SESSION_DESTINATION_PORT "rsvp.session.destination_port" "Destination port": U16 Dec;
        LOOSE_HOP "rsvp.loose_hop" "Hop": Bool(8) & 0x80 = Names::Bools("Loose Hop", "Strict Hop");
        SUBOBJECT_TYPE "rsvp.type" "Type": U16 Dec;
        ERO_RRO_SUBOBJECTS_LENGTH "rsvp.ero_rro_subobjects.length" "Length": U8 Dec;
        ERO_RRO_SUBOBJECTS_IPV4_HOP "rsvp.ero_rro_subobjects.ipv4_hop" "IPv4 hop": Ipv4;
        ERO_RRO_SUBOBJECTS_IPV6_HOP "rsvp.ero_rro_subobjects.ipv6_hop" "IPv6 hop": Ipv6;
        ERO_RRO_SUBOBJECTS_PREFIX_LENGTH "rsvp.ero_rro_subobjects.prefix_length" "Prefix length": U8 Dec;
        ERO_RRO_SUBOBJECTS_AUTONOMOUS_SYSTEM "rsvp.ero_rro_subobjects.autonomous_system" "Autonomous System": U16 Dec;
        ERO_RRO_SUBOBJECTS_ROUTER_ID "rsvp.ero_rro_subobjects.router_id" "Router-ID": Ipv4;
        ERO_RRO_SUBOBJECTS_INTERFACE_ID "rsvp.ero_rro_subobjects.interface_id" "Interface-ID": U32 Dec;
        ERO_RRO_SUBOBJECTS_FLAGS "rsvp.ero_rro_subobjects.flags" "Flags": U8 Hex;
        RRO_FLAGS_LOCAL_AVAIL "rsvp.rro.flags.local_avail" "Local Protection": Bool(8) & 0x1 = Names::Bools("Available", "Not available");
        RRO_FLAGS_LOCAL_IN_USE "rsvp.rro.flags.local_in_use" "Local Protection": Bool(8) & 0x2 = Names::Bools("Used", "Not used");
        RRO_FLAGS_BANDWIDTH "rsvp.rro.flags.bandwidth" "Bandwidth Protection": Bool(8) & 0x4 = Names::Bools("Available", "Not available");
        RRO_FLAGS_NODE "rsvp.rro.flags.node" "Node Protection": Bool(8) & 0x8 = Names::Bools("Available", "Not available");
        RRO_FLAGS_NODE_ADDRESS "rsvp.rro.flags.node_address" "Address Specifies a Node-id Address": Bool(8) & 0x20 = Names::Bools("Yes", "No");
        RRO_FLAGS_GLOBAL_LABEL "rsvp.rro.flags.global_label" "Global label": Bool(8) & 0x1 = crate::common::TRUE;
        ERO_RRO_SUBOBJECTS_LABEL "rsvp.ero_rro_subobjects.label" "Label": U32 Dec;
        XRO_SOBJ_LBIT "rsvp.xro.sobj.lbit" "L(oose) bit": U8 Dec & 0x80 = XRO_SOBJ_LBIT_NAMES;
        LABEL_REQUEST_L3PID "rsvp.label_request.l3pid" "L3PID": U16 Hex = crate::link::ethertype::NAMES;
        LABEL_REQUEST_LSP_ENCODING_TYPE "rsvp.label_request.lsp_encoding_type" "LSP Encoding Type": U8 Dec = super::gmpls::ENCODINGS;
        LABEL_REQUEST_SWITCHING_TYPE "rsvp.label_request.switching_type" "Switching Type": U8 Dec = super::gmpls::SWITCHING_TYPES;
        LABEL_REQUEST_G_PID "rsvp.label_request.g_pid" "G-PID": U16 Hex = LABEL_REQUEST_G_PID_NAMES;
        SESSION_ATTRIBUTE_EXCLUDE_ANY "rsvp.session_attribute.exclude_any" "Exclude-Any": U32 Hex;
        SESSION_ATTRIBUTE_INCLUDE_ANY "rsvp.session_attribute.include_any" "Include-Any": U32 Hex;
        SESSION_ATTRIBUTE_INCLUDE_ALL "rsvp.session_attribute.include_all" "Include-All": U32 Hex;
        SESSION_ATTRIBUTE_SETUP_PRIORITY "rsvp.session_attribute.setup_priority" "Setup priority": U8 Dec;
        SESSION_ATTRIBUTE_HOLD_PRIORITY "rsvp.session_attribute.hold_priority" "Hold priority": U8 Dec;
        SESSION_ATTRIBUTE_FLAGS "rsvp.session_attribute.flags" "Flags": U8 Hex;
        SA_FLAGS_LOCAL "rsvp.sa.flags.local" "Local protection": Bool(8) & 0x1 = Names::Bools("Desired", "Not Desired");
        SA_FLAGS_LABEL "rsvp.sa.flags.label" "Label recording": Bool(8) & 0x2 = Names::Bools("Desired", "Not Desired");
        SA_FLAGS_SE_STYLE "rsvp.sa.flags.se_style" "SE style": Bool(8) & 0x4 = Names::Bools("Desired", "Not Desired");
        SA_FLAGS_BANDWIDTH "rsvp.sa.flags.bandwidth" "Bandwidth protection": Bool(8) & 0x8 = Names::Bools("Desired", "Not Desired");
        SA_FLAGS_NODE "rsvp.sa.flags.node" "Node protection": Bool(8) & 0x10 = Names::Bools("Desired", "Not Desired");
        SESSION_ATTRIBUTE_NAME_LENGTH "rsvp.session_attribute.name_length" "Name length": U8 Dec;
        SESSION_ATTRIBUTE_NAME "rsvp.session_attribute.name" "Name": Str;
        SENDER_IP "rsvp.sender.ip" "Sender IPv4 address": Ipv4;
        SENDER_PORT "rsvp.sender.port" "Sender port number": U16 Dec;
        SENDER_SHORT_CALL_ID "rsvp.sender.short_call_id" "Short Call ID": U16 Dec;
        SENDER_LSP_ID "rsvp.sender.lsp_id" "LSP ID": U16 Dec;
        TEMPLATE_FILTER_SOURCE_ADDRESS_IPV6 "rsvp.template_filter.source_address_ipv6" "Source address": Ipv6;
        TEMPLATE_FILTER_SOURCE_PORT "rsvp.template_filter.source_port" "Source port": U16 Dec;
        TSPEC_MESSAGE_FORMAT_VERSION "rsvp.tspec.message_format_version" "Message format version": U8 Dec & 0xf0;
        FLOWSPEC_MESSAGE_FORMAT_VERSION "rsvp.flowspec.message_format_version" "Message format version": U8 Dec & 0xf0;
        ADSPEC_MESSAGE_FORMAT_VERSION "rsvp.adspec.message_format_version" "Message format version": U8 Dec & 0xf0;
        DATA_LENGTH "rsvp.data_length" "Data length": U16 Dec = WORDS;
        TSPEC_SERVICE_HEADER "rsvp.tspec.service_header" "Service header": U8 Dec = TSPEC_SERVICE_HEADER_NAMES;
        FLOWSPEC_SERVICE_HEADER "rsvp.flowspec.service_header" "Service header": U8 Dec = SERVICE_HEADERS;
        ADSPEC_SERVICE_HEADER "rsvp.adspec.service_header" "Service header": U8 Dec = SERVICE_HEADERS;
        PARAMETER "rsvp.parameter" "Parameter": U8 Dec = PARAMETER_NAMES;
        PARAMETER_FLAGS "rsvp.parameter_flags" "Parameter flags": U8 Hex;
        PARAMETER_LENGTH "rsvp.parameter_length" "Parameter length": U16 Dec = WORDS;
        TSPEC_TOKEN_BUCKET_RATE "rsvp.tspec.token_bucket_rate" "Token bucket rate": F32;
        TSPEC_TOKEN_BUCKET_SIZE "rsvp.tspec.token_bucket_size" "Token bucket size": F32;
        TSPEC_PEAK_DATA_RATE "rsvp.tspec.peak_data_rate" "Peak data rate": F32;
        FLOWSPEC_TOKEN_BUCKET_RATE "rsvp.flowspec.token_bucket_rate" "Token bucket rate": F32;
        FLOWSPEC_TOKEN_BUCKET_SIZE "rsvp.flowspec.token_bucket_size" "Token bucket size": F32;
        FLOWSPEC_PEAK_DATA_RATE "rsvp.flowspec.peak_data_rate" "Peak data rate": F32;
        MINIMUM_POLICED_UNIT "rsvp.minimum_policed_unit" "Minimum policed unit [m]": U32 Dec;
        MAXIMUM_PACKET_SIZE "rsvp.maximum_packet_size" "Maximum packet size [M]": U32 Dec;
        ADSPEC_BREAK_BIT "rsvp.adspec.break_bit" "Break bit": Bool(8) & 0x80 = Names::Bools("Set", "Not set");
        ADSPEC_TYPE "rsvp.adspec.type" "Adspec Type": U8 Dec = ADSPEC_TYPE_NAMES;
        ADSPEC_LEN "rsvp.adspec.len" "Length": U16 Dec;
        ADSPEC_UINT "rsvp.adspec.uint" "Adspec uint": U32 Dec;
        ADSPEC_FLOAT "rsvp.adspec.float" "Adspec float": F32;
        STYLE_FLAGS "rsvp.style.flags" "Flags": U8 Hex;
        STYLE_STYLE "rsvp.style.style" "Style": U24 Hex = STYLE_STYLE_NAMES;
        LABEL_LABEL "rsvp.label.label" "Label": U32 Dec;
        LABEL_GENERALIZED_LABEL "rsvp.label.generalized_label" "Generalized Label": U32 DecHex;
        ERROR_ERROR_NODE_IPV4 "rsvp.error.error_node_ipv4" "Error node": Ipv4;
        ERROR_FLAGS "rsvp.error_flags" "Flags": U8 Hex;
        ERROR_FLAGS_PATH_STATE_REMOVED "rsvp.error_flags.path_state_removed" "Path State Removed": Bool(8) & 0x4 = Names::Bools("Set", "Not set");
        ERROR_FLAGS_NOT_GUILTY "rsvp.error_flags.not_guilty" "NotGuilty": Bool(8) & 0x2 = Names::Bools("Set", "Not set");
        ERROR_FLAGS_IN_PLACE "rsvp.error_flags.in_place" "InPlace": Bool(8) & 0x1 = Names::Bools("Set", "Not set");
        ERROR_ERROR_CODE "rsvp.error.error_code" "Error code": U8 Dec = ERROR_ERROR_CODE_NAMES;
        ERROR_VALUE "rsvp.error_value" "Error value": U16 Dec;
        CONFIRM_RECEIVER_ADDRESS_IPV4 "rsvp.confirm.receiver_address_ipv4" "Receiver address": Ipv4;
        HELLO_SOURCE_INSTANCE "rsvp.hello.source_instance" "Source Instance": U32 Hex;
        HELLO_DESTINATION_INSTANCE "rsvp.hello.destination_instance" "Destination Instance": U32 Hex;
        RESTART_CAP_RESTART_TIME "rsvp.restart_cap.restart_time" "Restart Time": U32 Dec = MILLISECONDS;
        RESTART_CAP_RECOVERY_TIME "rsvp.restart_cap.recovery_time" "Recovery Time": U32 Dec = MILLISECONDS;
        MESSAGE_ID_ACK_FLAGS "rsvp.message_id_ack.flags" "Flags": U8 Dec;
        MESSAGE_ID_ACK_EPOCH "rsvp.message_id_ack.epoch" "Epoch": U24 Dec;
        MESSAGE_ID_ACK_MESSAGE_ID "rsvp.message_id_ack.message_id" "Message-ID": U32 Dec;
        MESSAGE_ID_LIST_FLAGS "rsvp.message_id_list.flags" "Flags": U8 Dec;
        MESSAGE_ID_LIST_EPOCH "rsvp.message_id_list.epoch" "Epoch": U24 Dec;
        MESSAGE_ID_LIST_MESSAGE_ID "rsvp.message_id_list.message_id" "Message-ID": U32 Dec;
        MESSAGE_ID_FLAGS "rsvp.message_id.flags" "Flags": U8 Dec;
        MESSAGE_ID_EPOCH "rsvp.message_id.epoch" "Epoch": U24 Dec;
        MESSAGE_ID_MESSAGE_ID "rsvp.message_id.message_id" "Message-ID": U32 Dec;
        ADMIN_STATUS_BITS "rsvp.admin_status.bits" "Admin Status": U32 Hex;
        ADMIN_STATUS_REFLECT "rsvp.admin_status.reflect" "Reflect": Bool(32) & 0x80000000 = crate::common::TRUE;
        ADMIN_STATUS_HANDOVER "rsvp.admin_status.handover" "Handover": Bool(32) & 0x40 = crate::common::TRUE;
        ADMIN_STATUS_LOCKOUT "rsvp.admin_status.lockout" "Lockout": Bool(32) & 0x20 = crate::common::TRUE;
        ADMIN_STATUS_INHIBIT "rsvp.admin_status.inhibit" "Inhibit Alarm Communication": Bool(32) & 0x10 = crate::common::TRUE;
        ADMIN_STATUS_CALLMGMT "rsvp.admin_status.callmgmt" "Call Management": Bool(32) & 0x8 = crate::common::TRUE;
        ADMIN_STATUS_TESTING "rsvp.admin_status.testing" "Testing": Bool(32) & 0x4 = crate::common::TRUE;
        ADMIN_STATUS_DOWN "rsvp.admin_status.down" "Administratively down": Bool(32) & 0x2 = crate::common::TRUE;
        ADMIN_STATUS_DELETE "rsvp.admin_status.delete" "Delete in progress": Bool(32) & 0x1 = crate::common::TRUE;
        NOTIFY_REQUEST_NOTIFY_NODE_ADDRESS_IPV4 "rsvp.notify_request.notify_node_address_ipv4" "Notify node address": Ipv4;
        SCOPE_IPV4_ADDRESS "rsvp.scope.ipv4_address" "IPv4 Address": Ipv4;
        UNKNOWN_DATA "rsvp.unknown.data" "Data": Bytes;
        FLOWSPEC_RATE "rsvp.flowspec.rate" "Rate": F32;
        FLOWSPEC_SLACK_TERM "rsvp.flowspec.slack_term" "Slack term": U32 Dec;
    }
    experts {
        INVALID_LENGTH "rsvp.invalid_length" Error Malformed "Invalid length";
    }
}

names! {
    MSG_NAMES {
        1 => "PATH Message. ",
        2 => "RESV Message. ",
        3 => "PATH ERROR Message. ",
        4 => "RESV ERROR Message. ",
        5 => "PATH TEAR Message. ",
        6 => "RESV TEAR Message. ",
        7 => "CONFIRM Message. ",
        10 => "RESV TEAR CONFIRM Message. ",
        12 => "BUNDLE Message. ",
        13 => "ACK Message. ",
        15 => "SREFRESH Message. ",
        20 => "HELLO Message. ",
        21 => "NOTIFY Message. ",
    }
    pub(super) OBJECT_NAMES {
        0 => "NULL object",
        1 => "SESSION object",
        3 => "HOP object",
        4 => "INTEGRITY object",
        5 => "TIME VALUES object",
        6 => "ERROR object",
        7 => "SCOPE object",
        8 => "STYLE object",
        9 => "FLOWSPEC object",
        10 => "FILTER SPEC object",
        11 => "SENDER TEMPLATE object",
        12 => "SENDER TSPEC object",
        13 => "ADSPEC object",
        14 => "POLICY object",
        15 => "CONFIRM object",
        16 => "LABEL object",
        17 => "HOP_COUNT object",
        18 => "STRICT_SOURCE_ROUTE object",
        19 => "LABEL REQUEST object",
        20 => "EXPLICIT ROUTE object",
        21 => "RECORD ROUTE object",
        22 => "HELLO object",
        23 => "MESSAGE-ID object",
        24 => "MESSAGE-ID ACK/NACK object",
        25 => "MESSAGE-ID LIST object",
        34 => "RECOVERY-LABEL object",
        35 => "UPSTREAM-LABEL object",
        36 => "LABEL-SET object",
        37 => "PROTECTION object",
        50 => "S2L_SUB_LSP object",
        63 => "DETOUR object",
        65 => "DIFFSERV object",
        66 => "CLASSTYPE object",
        67 => "LSP REQUIRED ATTRIBUTES object",
        124 => "VENDOR PRIVATE object (0bbbbbbb: reject if unknown)",
        125 => "VENDOR PRIVATE object (0bbbbbbb: reject if unknown)",
        126 => "VENDOR PRIVATE object (0bbbbbbb: reject if unknown)",
        127 => "VENDOR PRIVATE object (0bbbbbbb: reject if unknown)",
        129 => "SUGGESTED-LABEL object",
        130 => "ACCEPTABLE-LABEL-SET object",
        131 => "RESTART-CAPABILITY object",
        133 => "LINK-CAPABILITY object",
        188 => "VENDOR PRIVATE object (10bbbbbb: ignore if unknown)",
        189 => "VENDOR PRIVATE object (10bbbbbb: ignore if unknown)",
        190 => "VENDOR PRIVATE object (10bbbbbb: ignore if unknown)",
        191 => "VENDOR PRIVATE object (10bbbbbb: ignore if unknown)",
        193 => "LSP-TUNNEL INTERFACE-ID object",
        195 => "NOTIFY-REQUEST object",
        196 => "ADMIN-STATUS object",
        197 => "LSP ATTRIBUTES object",
        199 => "ASSOCIATION object",
        202 => "CALL ATTRIBUTES object",
        204 => "Juniper properties object",
        205 => "FAST-REROUTE object",
        207 => "SESSION ATTRIBUTE object",
        225 => "DCLASS object",
        229 => "GENERALIZED-UNI object",
        230 => "CALL-ID object",
        231 => "3GPP2 object",
        232 => "EXCLUDE ROUTE object",
        252 => "VENDOR PRIVATE object (11bbbbbb: forward if unknown)",
        253 => "VENDOR PRIVATE object (11bbbbbb: forward if unknown)",
        254 => "VENDOR PRIVATE object (11bbbbbb: forward if unknown)",
        255 => "VENDOR PRIVATE object (11bbbbbb: forward if unknown)",
    }
}

/// Lengths count words behind their header.
const WORDS: Names = Names::Unit(" words, not including header", " words, not including header");
const MILLISECONDS: Names = Names::Unit("ms", "ms");

names! { CTYPE_SESSION_NAMES {
    1 => "IPv4",
    7 => "IPv4-LSP",
    8 => "IPv6-LSP",
    9 => "IPv4-Aggregate",
    11 => "IPv4-UNI",
    13 => "IPv4-P2MP LSP TUNNEL",
    14 => "IPv6-P2MP LSP TUNNEL",
    15 => "IPv4-E-NNI",
}
CTYPES_OF_ADDRESSES {
    1 => "IPv4",
    2 => "IPv6",
    3 => "IPv4  IF-ID",
    4 => "IPv6  IF-ID",
}
CTYPE_TIME_VALUES_NAMES {
    1 => "Time Values",
}
CTYPE_LABEL_REQUEST_NAMES {
    2 => "Label Request with ATM label Range",
    3 => "Label Request with Frame-Relay label Range",
    4 => "Generalized Label Request",
    5 => "Generalized Channel_set Label Request",
}
CTYPE_ATTRIBUTE_NAMES {
    1 => "IPv4 LSP",
    7 => "IPv4 LSP Resource Affinities",
}
CTYPE_TEMPLATE_NAMES {
    1 => "IPv4",
    2 => "IPv6",
    7 => "IPv4 LSP",
    8 => "IPv6 LSP",
    9 => "IPv4 Aggregate",
    12 => "P2MP_LSP_TUNNEL_IPv4",
    13 => "P2MP_LSP_TUNNEL_IPv6",
}
CTYPES_OF_TRAFFIC {
    2 => "Integrated Services",
    4 => "SONET/SDH",
    5 => "G.709",
    6 => "Ethernet",
}
CTYPE_STYLE_NAMES {
    1 => "Style",
}
CTYPE_LABEL_NAMES {
    1 => "Packet Label",
    2 => "Generalized Label",
    4 => "Generalized Channel_set",
}
CTYPE_CONFIRM_NAMES {
    1 => "IPv4",
    2 => "IPv6",
}
CTYPE_NOTIFY_REQUEST_NAMES {
    1 => "IPv4",
    2 => "IPv6",
}
CTYPE_SCOPE_NAMES {
    1 => "IPv4",
    2 => "IPv6",
}
XRO_SOBJ_LBIT_NAMES {
    0 => "Must be excluded",
    1 => "Should be avoided",
} }

const LABEL_REQUEST_G_PID_NAMES: Names = Names::Ranges(&[
    (0x0, 0x0, "Unknown"),
    (0x1, 0x4, "Reserved"),
    (0x5, 0x5, "Asynchronous mapping of E4"),
    (0x6, 0x6, "Asynchronous mapping of DS3/T3"),
    (0x7, 0x7, "Asynchronous mapping of E3"),
    (0x8, 0x8, "Bit synchronous mapping of E3"),
    (0x9, 0x9, "Byte synchronous mapping of E3"),
    (0xa, 0xa, "Asynchronous mapping of DS2/T2"),
    (0xb, 0xb, "Bit synchronous mapping of DS2/T2"),
    (0xc, 0xc, "Reserved"),
    (0xd, 0xd, "Asynchronous mapping of E1"),
    (0xe, 0xe, "Byte synchronous mapping of E1"),
    (0xf, 0xf, "Byte synchronous mapping of 31 * DS0"),
    (0x10, 0x10, "Asynchronous mapping of DS1/T1"),
    (0x11, 0x11, "Bit synchronous mapping of DS1/T1"),
    (0x12, 0x12, "Byte synchronous mapping of DS1/T1"),
    (0x13, 0x13, "VC-11 in VC-12"),
    (0x14, 0x15, "Reserved"),
    (0x16, 0x16, "DS1 SF Asynchronous"),
    (0x17, 0x17, "DS1 ESF Asynchronous"),
    (0x18, 0x18, "DS3 M23 Asynchronous"),
    (0x19, 0x19, "DS3 C-Bit Parity Asynchronous"),
    (0x1a, 0x1a, "VT/LOVC"),
    (0x1b, 0x1b, "STS SPE/HOVC"),
    (0x1c, 0x1c, "POS - No Scrambling, 16 bit CRC"),
    (0x1d, 0x1d, "POS - No Scrambling, 32 bit CRC"),
    (0x1e, 0x1e, "POS - Scrambling, 16 bit CRC"),
    (0x1f, 0x1f, "POS - Scrambling, 32 bit CRC"),
    (0x20, 0x20, "ATM mapping"),
    (0x21, 0x21, "Ethernet PHY"),
    (0x22, 0x22, "SONET/SDH"),
    (0x23, 0x23, "Reserved (SONET deprecated)"),
    (0x24, 0x24, "Digital Wrapper"),
    (0x25, 0x25, "Lambda"),
    (0x26, 0x26, "ANSI/ETSI PDH"),
    (0x27, 0x27, "Reserved"),
    (0x28, 0x28, "Link Access Protocol SDH (LAPS - X.85 and X.86)"),
    (0x29, 0x29, "FDDI"),
    (0x2a, 0x2a, "DQDB (ETSI ETS 300 216)"),
    (0x2b, 0x2b, "FiberChannel-3 (Services)"),
    (0x2c, 0x2c, "HDLC"),
    (0x2d, 0x2d, "Ethernet V2/DIX (only)"),
    (0x2e, 0x2e, "Ethernet 802.3 (only)"),
    (0x2f, 0x2f, "G.709 ODUj"),
    (0x30, 0x30, "G.709 OTUk(v)"),
    (0x31, 0x31, "CBR/CBRa"),
    (0x32, 0x32, "CBRb"),
    (0x33, 0x33, "BSOT"),
    (0x34, 0x34, "BSNT"),
    (0x35, 0x35, "IP/PPP (GFP)"),
    (0x36, 0x36, "Ethernet MAC (framed GFP)"),
    (0x37, 0x37, "Ethernet PHY (transparent GFP"),
    (0x38, 0x38, "ESCON"),
    (0x39, 0x39, "FICON"),
    (0x3a, 0x3a, "Fiber Channel"),
    (0x3b, 0x7bff, "Unassigned"),
    (0x7c00, 0x7fff, "Experimental Usage/temporarily"),
    (0x8000, 0xffff, "Reserved"),
]);

names! { TSPEC_SERVICE_HEADER_NAMES {
    1 => "Traffic specification",
    2 => "Guaranteed rate QoS",
    5 => "Controlled-load QoS",
    6 => "Null-Service QoS",
    128 => "Qualitative QoS",
}
pub(super) SERVICE_HEADERS {
    1 => "Default General Parameters",
    2 => "Guaranteed Rate",
    5 => "Controlled Load",
    6 => "Null Service",
    128 => "Null Service",
}
PARAMETER_NAMES {
    126 => "Compression Hint",
    127 => "Token bucket",
    128 => "Null Service",
    130 => "Guaranteed-rate RSpec",
}
pub(super) ADSPEC_TYPE_NAMES {
    4 => "IS Hop Count",
    6 => "Path b/w estimate",
    8 => "Minimum path latency",
    10 => "Composed MTU",
    133 => "End-to-end composed value for C",
    134 => "End-to-end composed value for D",
    135 => "Since-last-reshaping point composed C",
    136 => "Since-last-reshaping point composed D",
}
STYLE_STYLE_NAMES {
    10 => "Fixed Filter",
    17 => "Wildcard Filter",
    18 => "Shared-Explicit",
}
ERROR_ERROR_CODE_NAMES {
    0 => "Confirmation",
    1 => "Admission Control Failure ",
    2 => "Policy Control Failure",
    3 => "No PATH information for this RESV message",
    4 => "No sender information for this RESV message",
    5 => "Conflicting reservation styles",
    6 => "Unknown reservation style",
    7 => "Conflicting destination ports",
    8 => "Conflicting source ports",
    12 => "Service preempted",
    13 => "Unknown object class",
    14 => "Unknown object C-type",
    20 => "Reserved for API",
    21 => "Traffic Control Error",
    22 => "Traffic Control System Error",
    23 => "RSVP System Error",
    24 => "Routing Error",
    25 => "RSVP Notify Error",
    26 => "New aggregate needed",
    27 => "RSVP Diff-Serv Error",
    28 => "RSVP DiffServ-aware TE Error",
    29 => "Unknown attributes TLV",
    30 => "Unknown attributes bit",
    31 => "Alarms",
    32 => "Call management",
    33 => "User error spec",
    34 => "Reroute",
    35 => "Handover Procedure Failure",
    36 => "Unrecoverable Receiver Proxy Error",
    37 => "RSVP over MPLS Problem",
    38 => "LSP Hierarchy Issue",
    39 => "VCAT Call Management",
} }

/// Messages, each with a field of its own for filters.
const MESSAGES: [(u8, Field); 13] = [
    (1, PATH),
    (2, RESV),
    (3, PERR),
    (4, RERR),
    (5, PTEAR),
    (6, RTEAR),
    (7, RESVCONF),
    (10, RTEARCONF),
    (12, BUNDLE),
    (13, ACK),
    (15, SREFRESH),
    (20, HELLO),
    (21, NOTIFY),
];

const HEAD: usize = 8;

/// The checksum over the whole message; none is sent as zero.
fn message_checksum<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, all: Cursor<'_>) -> Step {
    let stored = c.peek_u16(0)?;
    let item = cx.field(MESSAGE_CHECKSUM, c, 2)?;
    if stored == 0 {
        cx.set_generated(item);
        cx.label(item, |o| _ = o.s("Message Checksum: [missing]"));
    } else if !all.is_cut() {
        cx.append(item, |o| match checksum::add(0, all.rest()) {
            0xffff => _ = o.s(" [correct]"),
            sum => _ = o.s(" [incorrect, should be ").hex(checksum::should_be(sum, stored), 4).s("]"),
        });
    }
    Ok(())
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<HEAD>()?;
    cx.protocol("RSVP");
    cx.info_clear();
    let name = MSG_NAMES.or(u64::from(h[1]), "Unknown");
    let len = usize::from(u16::from_be_bytes([h[6], h[7]]));
    let mut c = c.within(len.max(HEAD));
    let all = c;
    let top = cx.proto_item();
    let about = rsvp_objects::About::of(c);
    cx.info(|o| {
        o.s(name);
        about.text(o);
    });
    cx.append(top, |o| {
        o.s(": ").s(name);
        about.text(o);
    });
    let item = cx.line(c.span(HEAD), |o| _ = o.s("RSVP Header. ").s(name));
    cx.under(item, |cx| -> Step {
        cx.peek(VERSION, &c, 1)?;
        cx.peek(FLAGS, &c, 1)?;
        c.skip(1)?;
        let kind = c.peek_u8(0)?;
        cx.u8(MSG, &mut c)?;
        if let Some((_, field)) = MESSAGES.iter().find(|m| m.0 == kind) {
            cx.hidden(*field, c.span(0), Value::U(1));
        }
        message_checksum(cx, &mut c, all)?;
        cx.u8(SENDING_TTL, &mut c)?;
        c.skip(1)?;
        cx.u16(MESSAGE_LENGTH, &mut c)?;
        Ok(())
    })?;
    while !c.is_empty() {
        let len = usize::from(c.peek_u16(0)?);
        if len < 4 {
            let item = cx.add(OBJ_UNKNOWN, c.span(c.left()), Value::None);
            return cx.under(item, |cx| {
                let item = cx.peek(LENGTH, &c, 2)?;
                cx.expert_with(INVALID_LENGTH, item, c.span(0), |o| {
                    o.s("Length: ").u(len as u64).s(" (bogus, must be >= 4)");
                });
                Ok(())
            });
        }
        rsvp_objects::object(cx, c.take_all(len)?)?;
    }
    Ok(())
}
