//! OpenFlow, by which switches are told what to do: version, type, length and number of messages, and what those of
//! versions 1.0 and 1.5 say.

pub mod v1;
mod v6_body;

use requin_wire::{Cursor, Cx, Field, Names, Pdu, Ports, Sink, Step, names, proto};

proto! {
    OPENFLOW "openflow" "OpenFlow" "OpenFlow" App
    on [Tcp 6633, Tcp 6653]
    looks_like [Tcp accepts => [1..=6]]
    frames sized [frames]
    fields {
        VERSION "openflow.version" "Version": U8 Hex & 0x7f = VERSION_NAMES;
        LENGTH "openflow.length" "Length": U16 Dec;
        XID "openflow.xid" "Transaction ID": U32 Dec;
    }
}

names! {
    VERSION_NAMES {
        1 => "1.0",
        2 => "1.1",
        3 => "1.2",
        4 => "1.3",
        5 => "1.4",
        6 => "1.5",
    }
}

/// A version that has its fields under its own names. What types its messages have is the same in all of them but for
/// some: `queues` between types 21 and 24, and `more` behind 29.
macro_rules! version {
    (
        $module:ident $id:ident $abbr:literal $name:literal $number:literal $text:literal
        [$version:literal $kind:literal $length:literal $xid:literal]
        queues { $($queue:literal => $queues:literal),* } more { $($more:literal => $mores:literal),* }
        body [$body:path] fields { $($field:tt)* }
    ) => {
        #[doc = concat!("Fields of ", $name, ".")]
        pub mod $module {
            use requin_wire::{Cursor, Cx, Sink, Step, names, proto};
            proto! {
                $id $abbr $name $abbr App
                on []
                fields {
                    VERSION $version "Version": U8 Hex = VERSION_NAMES;
                    TYPE $kind "Type": U8 Dec = TYPE_NAMES;
                    LENGTH $length "Length": U16 Dec;
                    XID $xid "Transaction ID": U32 Dec;
                    $($field)*
                }
            }
            names! {
                VERSION_NAMES { $number => $text }
                TYPE_NAMES {
                    0 => "OFPT_HELLO",
                    1 => "OFPT_ERROR",
                    2 => "OFPT_ECHO_REQUEST",
                    3 => "OFPT_ECHO_REPLY",
                    4 => "OFPT_EXPERIMENTER",
                    5 => "OFPT_FEATURES_REQUEST",
                    6 => "OFPT_FEATURES_REPLY",
                    7 => "OFPT_GET_CONFIG_REQUEST",
                    8 => "OFPT_GET_CONFIG_REPLY",
                    9 => "OFPT_SET_CONFIG",
                    10 => "OFPT_PACKET_IN",
                    11 => "OFPT_FLOW_REMOVED",
                    12 => "OFPT_PORT_STATUS",
                    13 => "OFPT_PACKET_OUT",
                    14 => "OFPT_FLOW_MOD",
                    15 => "OFPT_GROUP_MOD",
                    16 => "OFPT_PORT_MOD",
                    17 => "OFPT_TABLE_MOD",
                    18 => "OFPT_MULTIPART_REQUEST",
                    19 => "OFPT_MULTIPART_REPLY",
                    20 => "OFPT_BARRIER_REQUEST",
                    21 => "OFPT_BARRIER_REPLY",
                    $($queue => $queues,)*
                    24 => "OFPT_ROLE_REQUEST",
                    25 => "OFPT_ROLE_REPLY",
                    26 => "OFPT_GET_ASYNC_REQUEST",
                    27 => "OFPT_GET_ASYNC_REPLY",
                    28 => "OFPT_SET_ASYNC",
                    29 => "OFPT_METER_MOD",
                    $($more => $mores,)*
                }
            }
            fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
                let fields =
                    super::Fields { version: VERSION, kind: TYPE, length: LENGTH, xid: XID, names: TYPE_NAMES };
                super::message(cx, c, &fields, $body)
            }
        }
    };
}

version! {
    v4 OPENFLOW_V4 "openflow_v4" "OpenFlow 1.3" 4 "1.3"
    ["openflow_v4.version" "openflow_v4.type" "openflow_v4.length" "openflow_v4.xid"]
    queues { 22 => "OFPT_QUEUE_GET_CONFIG_REQUEST", 23 => "OFPT_QUEUE_GET_CONFIG_REPLY" } more {}
    body [super::head_alone] fields {}
}

version! {
    v5 OPENFLOW_V5 "openflow_v5" "OpenFlow 1.4" 5 "1.4"
    ["openflow_v5.version" "openflow_v5.type" "openflow_v5.length" "openflow_v5.xid"]
    queues {} more {
        30 => "OFPT_ROLE_STATUS", 31 => "OFPT_TABLE_STATUS", 32 => "OFPT_REQUESTFORWARD",
        33 => "OFPT_BUNDLE_CONTROL", 34 => "OFPT_BUNDLE_ADD_MESSAGE"
    }
    body [super::head_alone] fields {}
}

version! {
    v6 OPENFLOW_V6 "openflow_v6" "OpenFlow 1.5" 6 "1.5"
    ["openflow_v6.version" "openflow_v6.type" "openflow_v6.length" "openflow_v6.xid"]
    queues {} more {
        30 => "OFPT_ROLE_STATUS", 31 => "OFPT_TABLE_STATUS", 32 => "OFPT_REQUESTFORWARD",
        33 => "OFPT_BUNDLE_CONTROL", 34 => "OFPT_BUNDLE_ADD_MESSAGE", 35 => "OFPT_CONTROLLER_STATUS"
    }
    body [super::v6_body::body] fields {
        PORT_DESC_PROP_TYPE "openflow_v6.port.desc_prop.type" "Type": U16 Dec = super::v6_body::PORT_DESC_PROP_TYPE_NAMES;
        PORT_DESC_PROP_LENGTH "openflow_v6.port.desc_prop.length" "Length": U16 Dec;
        PORT_DESC_PROP_ETHERNET_PAD "openflow_v6.port.desc_prop.ethernet.pad" "Pad": Bytes;
        PORT_DESC_PROP_ETHERNET_CURRENT "openflow_v6.port.desc_prop.ethernet.current" "Current": U32 Hex;
        PORT_DESC_PROP_ETHERNET_CURRENT_10MB_HD "openflow_v6.port.desc_prop.ethernet.current.10mb_hd" "OFPPF_10MB_HD": Bool(32) & 0x1;
        PORT_DESC_PROP_ETHERNET_CURRENT_10MB_FD "openflow_v6.port.desc_prop.ethernet.current.10mb_fd" "OFPPF_10MB_FD": Bool(32) & 0x2;
        PORT_DESC_PROP_ETHERNET_CURRENT_100MB_HD "openflow_v6.port.desc_prop.ethernet.current.100mb_hd" "OFPPF_100MB_HD": Bool(32) & 0x4;
        PORT_DESC_PROP_ETHERNET_CURRENT_100MB_FD "openflow_v6.port.desc_prop.ethernet.current.100mb_fd" "OFPPF_100MB_FD": Bool(32) & 0x8;
        PORT_DESC_PROP_ETHERNET_CURRENT_1GB_HD "openflow_v6.port.desc_prop.ethernet.current.1gb_hd" "OFPPF_1GB_HD": Bool(32) & 0x10;
        PORT_DESC_PROP_ETHERNET_CURRENT_1GB_FD "openflow_v6.port.desc_prop.ethernet.current.1gb_fd" "OFPPF_1GB_FD": Bool(32) & 0x20;
        PORT_DESC_PROP_ETHERNET_CURRENT_10GB_FD "openflow_v6.port.desc_prop.ethernet.current.10gb_fd" "OFPPF_10_GB_FD": Bool(32) & 0x40;
        PORT_DESC_PROP_ETHERNET_CURRENT_40GB_FD "openflow_v6.port.desc_prop.ethernet.current.40gb_fd" "OFPPF_40GB_FD": Bool(32) & 0x80;
        PORT_DESC_PROP_ETHERNET_CURRENT_100_GB_FD "openflow_v6.port.desc_prop.ethernet.current.100_gb_fd" "OFPPF_100_GB_FD": Bool(32) & 0x100;
        PORT_DESC_PROP_ETHERNET_CURRENT_1TB_FD "openflow_v6.port.desc_prop.ethernet.current.1tb_fd" "OFPPF_1TB_FD": Bool(32) & 0x200;
        PORT_DESC_PROP_ETHERNET_CURRENT_OTHER "openflow_v6.port.desc_prop.ethernet.current.other" "OFPPF_OTHER": Bool(32) & 0x400;
        PORT_DESC_PROP_ETHERNET_CURRENT_COPPER "openflow_v6.port.desc_prop.ethernet.current.copper" "OFPPF_COPPER": Bool(32) & 0x800;
        PORT_DESC_PROP_ETHERNET_CURRENT_FIBER "openflow_v6.port.desc_prop.ethernet.current.fiber" "OFPPF_FIBER": Bool(32) & 0x1000;
        PORT_DESC_PROP_ETHERNET_CURRENT_AUTONEG "openflow_v6.port.desc_prop.ethernet.current.autoneg" "OFPPF_AUTONEG": Bool(32) & 0x2000;
        PORT_DESC_PROP_ETHERNET_CURRENT_PAUSE "openflow_v6.port.desc_prop.ethernet.current.pause" "OFPPF_PAUSE": Bool(32) & 0x4000;
        PORT_DESC_PROP_ETHERNET_CURRENT_PAUSE_ASYM "openflow_v6.port.desc_prop.ethernet.current.pause_asym" "OFPPF_PAUSE_ASYM": Bool(32) & 0x8000;
        PORT_DESC_PROP_ETHERNET_CURRENT_RESERVED "openflow_v6.port.desc_prop.ethernet.current.reserved" "Reserved": U32 Hex & 0xffff0000;
        PORT_DESC_PROP_ETHERNET_ADVERTISED "openflow_v6.port.desc_prop.ethernet.advertised" "Advertised": U32 Hex;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_10MB_HD "openflow_v6.port.desc_prop.ethernet.advertised.10mb_hd" "OFPPF_10MB_HD": Bool(32) & 0x1;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_10MB_FD "openflow_v6.port.desc_prop.ethernet.advertised.10mb_fd" "OFPPF_10MB_FD": Bool(32) & 0x2;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_100MB_HD "openflow_v6.port.desc_prop.ethernet.advertised.100mb_hd" "OFPPF_100MB_HD": Bool(32) & 0x4;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_100MB_FD "openflow_v6.port.desc_prop.ethernet.advertised.100mb_fd" "OFPPF_100MB_FD": Bool(32) & 0x8;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_1GB_HD "openflow_v6.port.desc_prop.ethernet.advertised.1gb_hd" "OFPPF_1GB_HD": Bool(32) & 0x10;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_1GB_FD "openflow_v6.port.desc_prop.ethernet.advertised.1gb_fd" "OFPPF_1GB_FD": Bool(32) & 0x20;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_10GB_FD "openflow_v6.port.desc_prop.ethernet.advertised.10gb_fd" "OFPPF_10_GB_FD": Bool(32) & 0x40;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_40GB_FD "openflow_v6.port.desc_prop.ethernet.advertised.40gb_fd" "OFPPF_40GB_FD": Bool(32) & 0x80;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_100GB_FD "openflow_v6.port.desc_prop.ethernet.advertised.100gb_fd" "OFPPF_100GB_FD": Bool(32) & 0x100;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_1TB_FD "openflow_v6.port.desc_prop.ethernet.advertised.1tb_fd" "OFPPF_1TB_FD": Bool(32) & 0x200;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_OTHER "openflow_v6.port.desc_prop.ethernet.advertised.other" "OFPPF_OTHER": Bool(32) & 0x400;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_COPPER "openflow_v6.port.desc_prop.ethernet.advertised.copper" "OFPPF_COPPER": Bool(32) & 0x800;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_FIBER "openflow_v6.port.desc_prop.ethernet.advertised.fiber" "OFPPF_FIBER": Bool(32) & 0x1000;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_AUTONEG "openflow_v6.port.desc_prop.ethernet.advertised.autoneg" "OFPPF_AUTONEG": Bool(32) & 0x2000;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_PAUSE "openflow_v6.port.desc_prop.ethernet.advertised.pause" "OFPPF_PAUSE": Bool(32) & 0x4000;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_PAUSE_ASYM "openflow_v6.port.desc_prop.ethernet.advertised.pause_asym" "OFPPF_PAUSE_ASYM": Bool(32) & 0x8000;
        PORT_DESC_PROP_ETHERNET_ADVERTISED_RESERVED "openflow_v6.port.desc_prop.ethernet.advertised.reserved" "Reserved": U32 Hex & 0xffff0000;
        PORT_DESC_PROP_ETHERNET_SUPPORTED "openflow_v6.port.desc_prop.ethernet.supported" "Supported": U32 Hex;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_10MB_HD "openflow_v6.port.desc_prop.ethernet.supported.10mb_hd" "OFPPF_10MB_HD": Bool(32) & 0x1;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_10MB_FD "openflow_v6.port.desc_prop.ethernet.supported.10mb_fd" "OFPPF_10MB_FD": Bool(32) & 0x2;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_100MB_HD "openflow_v6.port.desc_prop.ethernet.supported.100mb_hd" "OFPPF_100MB_HD": Bool(32) & 0x4;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_100MB_FD "openflow_v6.port.desc_prop.ethernet.supported.100mb_fd" "OFPPF_100MB_FD": Bool(32) & 0x8;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_1GB_HD "openflow_v6.port.desc_prop.ethernet.supported.1gb_hd" "OFPPF_1GB_HD": Bool(32) & 0x10;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_1GB_FD "openflow_v6.port.desc_prop.ethernet.supported.1gb_fd" "OFPPF_1GB_FD": Bool(32) & 0x20;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_10GB_FD "openflow_v6.port.desc_prop.ethernet.supported.10gb_fd" "OFPPF_10_GB_FD": Bool(32) & 0x40;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_40GB_FD "openflow_v6.port.desc_prop.ethernet.supported.40gb_fd" "OFPPF_40GB_FD": Bool(32) & 0x80;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_100GB_FD "openflow_v6.port.desc_prop.ethernet.supported.100gb_fd" "OFPPF_100GB_FD": Bool(32) & 0x100;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_1TB_FD "openflow_v6.port.desc_prop.ethernet.supported.1tb_fd" "OFPPF_1TB_FD": Bool(32) & 0x200;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_OTHER "openflow_v6.port.desc_prop.ethernet.supported.other" "OFPPF_OTHER": Bool(32) & 0x400;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_COPPER "openflow_v6.port.desc_prop.ethernet.supported.copper" "OFPPF_COPPER": Bool(32) & 0x800;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_FIBER "openflow_v6.port.desc_prop.ethernet.supported.fiber" "OFPPF_FIBER": Bool(32) & 0x1000;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_AUTONEG "openflow_v6.port.desc_prop.ethernet.supported.autoneg" "OFPPF_AUTONEG": Bool(32) & 0x2000;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_PAUSE "openflow_v6.port.desc_prop.ethernet.supported.pause" "OFPPF_PAUSE": Bool(32) & 0x4000;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_PAUSE_ASYM "openflow_v6.port.desc_prop.ethernet.supported.pause_asym" "OFPPF_PAUSE_ASYM": Bool(32) & 0x8000;
        PORT_DESC_PROP_ETHERNET_SUPPORTED_RESERVED "openflow_v6.port.desc_prop.ethernet.supported.reserved" "Reserved": U32 Hex & 0xffff0000;
        PORT_DESC_PROP_ETHERNET_PEER "openflow_v6.port.desc_prop.ethernet.peer" "Peer": U32 Hex;
        PORT_DESC_PROP_ETHERNET_PEER_10MB_HD "openflow_v6.port.desc_prop.ethernet.peer.10mb_hd" "OFPPF_10MB_HD": Bool(32) & 0x1;
        PORT_DESC_PROP_ETHERNET_PEER_10MB_FD "openflow_v6.port.desc_prop.ethernet.peer.10mb_fd" "OFPPF_10MB_FD": Bool(32) & 0x2;
        PORT_DESC_PROP_ETHERNET_PEER_100MB_HD "openflow_v6.port.desc_prop.ethernet.peer.100mb_hd" "OFPPF_100MB_HD": Bool(32) & 0x4;
        PORT_DESC_PROP_ETHERNET_PEER_100MB_FD "openflow_v6.port.desc_prop.ethernet.peer.100mb_fd" "OFPPF_100MB_FD": Bool(32) & 0x8;
        PORT_DESC_PROP_ETHERNET_PEER_1GB_HD "openflow_v6.port.desc_prop.ethernet.peer.1gb_hd" "OFPPF_1GB_HD": Bool(32) & 0x10;
        PORT_DESC_PROP_ETHERNET_PEER_1GB_FD "openflow_v6.port.desc_prop.ethernet.peer.1gb_fd" "OFPPF_1GB_FD": Bool(32) & 0x20;
        PORT_DESC_PROP_ETHERNET_PEER_10GB_FD "openflow_v6.port.desc_prop.ethernet.peer.10gb_fd" "OFPPF_10_GB_FD": Bool(32) & 0x40;
        PORT_DESC_PROP_ETHERNET_PEER_40GB_FD "openflow_v6.port.desc_prop.ethernet.peer.40gb_fd" "OFPPF_40GB_FD": Bool(32) & 0x80;
        PORT_DESC_PROP_ETHERNET_PEER_100GB_FD "openflow_v6.port.desc_prop.ethernet.peer.100gb_fd" "OFPPF_100GB_FD": Bool(32) & 0x100;
        PORT_DESC_PROP_ETHERNET_PEER_1TB_FD "openflow_v6.port.desc_prop.ethernet.peer.1tb_fd" "OFPPF_1TB_FD": Bool(32) & 0x200;
        PORT_DESC_PROP_ETHERNET_PEER_OTHER "openflow_v6.port.desc_prop.ethernet.peer.other" "OFPPF_OTHER": Bool(32) & 0x400;
        PORT_DESC_PROP_ETHERNET_PEER_COPPER "openflow_v6.port.desc_prop.ethernet.peer.copper" "OFPPF_COPPER": Bool(32) & 0x800;
        PORT_DESC_PROP_ETHERNET_PEER_FIBER "openflow_v6.port.desc_prop.ethernet.peer.fiber" "OFPPF_FIBER": Bool(32) & 0x1000;
        PORT_DESC_PROP_ETHERNET_PEER_AUTONEG "openflow_v6.port.desc_prop.ethernet.peer.autoneg" "OFPPF_AUTONEG": Bool(32) & 0x2000;
        PORT_DESC_PROP_ETHERNET_PEER_PAUSE "openflow_v6.port.desc_prop.ethernet.peer.pause" "OFPPF_PAUSE": Bool(32) & 0x4000;
        PORT_DESC_PROP_ETHERNET_PEER_PAUSE_ASYM "openflow_v6.port.desc_prop.ethernet.peer.pause_asym" "OFPPF_PAUSE_ASYM": Bool(32) & 0x8000;
        PORT_DESC_PROP_ETHERNET_PEER_RESERVED "openflow_v6.port.desc_prop.ethernet.peer.reserved" "Reserved": U32 Hex & 0xffff0000;
        PORT_DESC_PROP_ETHERNET_CURR_SPEED "openflow_v6.port.desc_prop.ethernet.curr_speed" "Curr speed": U32 Dec;
        PORT_DESC_PROP_ETHERNET_MAX_SPEED "openflow_v6.port.desc_prop.ethernet.max_speed" "Max speed": U32 Dec;
        PORT_PORT_NO "openflow_v6.port.port_no" "Port no": U32 Dec = super::v6_body::PORT_PORT_NO_NAMES.special();
        PORT_PAD "openflow_v6.port.pad" "Pad": Bytes;
        PORT_LENGTH "openflow_v6.port.length" "Length": U16 Dec;
        PORT_HW_ADDR "openflow_v6.port.hw_addr" "Hw addr": Ether;
        PORT_PAD2 "openflow_v6.port.pad2" "Pad2": Bytes;
        PORT_NAME "openflow_v6.port.name" "Name": Str;
        PORT_CONFIG "openflow_v6.port.config" "Config": U32 Hex;
        PORT_CONFIG_PORT_DOWN "openflow_v6.port.config.port_down" "OFPPC_PORT_DOWN": Bool(32) & 0x1;
        PORT_CONFIG_NO_RECV "openflow_v6.port.config.no_recv" "OFPPC_NO_RECV": Bool(32) & 0x4;
        PORT_CONFIG_NO_FWD "openflow_v6.port.config.no_fwd" "OFPPC_NO_FWD": Bool(32) & 0x20;
        PORT_CONFIG_NO_PACKET_IN "openflow_v6.port.config.no_packet_in" "OFPPC_NO_PACKET_IN": Bool(32) & 0x40;
        PORT_SATE "openflow_v6.port.sate" "State": U32 Hex;
        PORT_STATE_LINK_DOWN "openflow_v6.port.state.link_down" "OFPPS_LINK_DOWN": Bool(32) & 0x1;
        PORT_STATE_BLOCKED "openflow_v6.port.state.blocked" "OFPPS_BLOCKED": Bool(32) & 0x2;
        PORT_STATE_LIVE "openflow_v6.port.state.live" "OFPPS_LIVE": Bool(32) & 0x4;
        HELLO_ELEMENT_TYPE "openflow_v6.hello_element.type" "Type": U16 Dec = super::v6_body::HELLO_ELEMENT_TYPE_NAMES;
        HELLO_ELEMENT_LENGTH "openflow_v6.hello_element.length" "Length": U16 Dec;
        HELLO_ELEMENT_VERSION_BITMAP "openflow_v6.hello_element.version.bitmap" "Bitmap": Bytes;
        SWITCH_FEATURES_DATAPATH_ID "openflow_v6.switch_features.datapath_id" "datapath_id": U64 Hex;
        SWITCH_FEATURES_N_BUFFERS "openflow_v6.switch_features.n_buffers" "n_buffers": U32 Dec;
        SWITCH_FEATURES_N_TABLES "openflow_v6.switch_features.n_tables" "n_tables": U8 Dec;
        SWITCH_FEATURES_AUXILIARY_ID "openflow_v6.switch_features.auxiliary_id" "auxiliary_id": U8 Dec;
        SWITCH_FEATURES_PAD "openflow_v6.switch_features.pad" "Pad": U16 Dec;
        SWITCH_FEATURES_CAPABILITIES "openflow_v6.switch_features.capabilities" "capabilities": U32 Hex;
        SWITCH_FEATURES_CAPABILITIES_FLOW_STATS "openflow_v6.switch_features.capabilities.flow_stats" "OFPC_FLOW_STATS": Bool(32) & 0x1;
        SWITCH_FEATURES_CAPABILITIES_TABLE_STATS "openflow_v6.switch_features.capabilities.table_stats" "OFPC_TABLE_STATS": Bool(32) & 0x2;
        SWITCH_FEATURES_CAPABILITIES_PORT_STATS "openflow_v6.switch_features.capabilities.port_stats" "OFPC_PORT_STATS": Bool(32) & 0x4;
        SWITCH_FEATURES_CAPABILITIES_GROUP_STATS "openflow_v6.switch_features.capabilities.group_stats" "OFPC_GROUP_STATS": Bool(32) & 0x8;
        SWITCH_FEATURES_CAPABILITIES_IP_REASM "openflow_v6.switch_features.capabilities.ip_reasm" "OFPC_IP_REASM": Bool(32) & 0x20;
        SWITCH_FEATURES_CAPABILITIES_QUEUE_STATS "openflow_v6.switch_features.capabilities.queue_stats" "OFPC_QUEUE_STATS": Bool(32) & 0x40;
        SWITCH_FEATURES_CAPABILITIES_PORT_BLOCKED "openflow_v6.switch_features.capabilities.port_blocked" "OFPC_PORT_BLOCKED": Bool(32) & 0x100;
        SWITCH_FEATURES_CAPABILITIES_BUNDLES "openflow_v6.switch_features.capabilities.bundles" "OFPC_BUNDLES": Bool(32) & 0x200;
        SWITCH_FEATURES_CAPABILITIES_FLOW_MONITORING "openflow_v6.switch_features.capabilities.flow_monitoring" "OFPC_FLOW_MONITORING": Bool(32) & 0x400;
        SWITCH_FEATURES_RESERVED "openflow_v6.switch_features_reserved" "Reserved": U32 Hex;
        SWITCH_CONFIG_FLAGS "openflow_v6.switch_config.flags" "Flags": U16 Hex;
        SWITCH_CONFIG_FLAGS_FRAGMENTS "openflow_v6.switch_config.flags.fragments" "IP Fragments": U16 Dec & 0x3 = super::v6_body::SWITCH_CONFIG_FLAGS_FRAGMENTS_NAMES;
        SWITCH_CONFIG_MISS_SEND_LEN "openflow_v6.switch_config.miss_send_len" "Miss send length": U16 Dec = super::v6_body::SWITCH_CONFIG_MISS_SEND_LEN_NAMES;
        MULTIPART_REQUEST_TYPE "openflow_v6.multipart_request.type" "Type": U16 Dec = super::v6_body::MULTIPART_REQUEST_TYPE_NAMES;
        MULTIPART_REQUEST_FLAGS "openflow_v6.multipart_request.flags" "Flags": U16 Hex;
        MULTIPART_REQUEST_FLAGS_MORE "openflow_v6.multipart_request.flags.more" "OFPMPF_REQ_MORE": U16 Hex & 0x1;
        MULTIPART_REQUEST_PAD "openflow_v6.multipart_request.pad" "Pad": Bytes;
        METER_FEATURES_MAX_METER "openflow_v6.meter_features.max_meter" "Max meters": U32 Dec;
        FEATURES_BAND_TYPES "openflow_v6.features.band_types" "Band types": U32 Hex;
        METER_FEATURES_BAND_TYPES_DROP "openflow_v6.meter_features.band_types.drop" "OFPMBT_DROP": Bool(32) & 0x2;
        METER_FEATURES_BAND_TYPES_DSCP_REMARK "openflow_v6.meter_features.band_types.dscp_remark" "OFPMBT_DSCP_REMARK": Bool(32) & 0x4;
        METER_FEATURES_CAPABILITIES "openflow_v6.meter_features.capabilities" "Capabilities": U32 Hex;
        METER_FEATURES_CAPABILITIES_KBPS "openflow_v6.meter_features.capabilities.kbps" "OFPMF_KBPS": Bool(32) & 0x1;
        METER_FEATURES_CAPABILITIES_PTKPS "openflow_v6.meter_features.capabilities.ptkps" "OFPMF_PKTPS": Bool(32) & 0x2;
        METER_FEATURES_CAPABILITIES_BURST "openflow_v6.meter_features.capabilities.burst" "OFPMF_BURST": Bool(32) & 0x4;
        METER_FEATURES_CAPABILITIES_STATS "openflow_v6.meter_features.capabilities.stats" "OFPMF_STATS": Bool(32) & 0x8;
        METER_FEATURES_MAX_BANDS "openflow_v6.meter_features.max_bands" "Max bands": U8 Dec;
        METER_FEATURES_MAX_COLOR "openflow_v6.meter_features.max_color" "Max colors": U8 Dec;
        METER_FEATURES_PAD "openflow_v6.meter_features.pad" "Pad": Bytes;
        MULTIPART_REPLY_TYPE "openflow_v6.multipart_reply.type" "Type": U16 Dec = super::v6_body::MULTIPART_REQUEST_TYPE_NAMES;
        MULTIPART_REPLY_FLAGS "openflow_v6.multipart_reply.flags" "Flags": U16 Hex;
        MULTIPART_REPLY_FLAGS_MORE "openflow_v6.multipart_reply.flags.more" "OFPMPF_REPLY_MORE": U16 Hex & 0x1;
        MULTIPART_REPLY_PAD "openflow_v6.multipart_reply.pad" "Pad": Bytes;
    }
}

const HEAD: usize = 8;

/// The fields of a version.
struct Fields {
    version: Field,
    kind: Field,
    length: Field,
    xid: Field,
    names: Names,
}

/// On any port, a hello: what both sides say first.
fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    matches!(c.rest(), [1..=6, 0, 0, len, _, _, _, _, ..] if *len >= 8 && usize::from(*len) == c.left())
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [_, _, a, b, ..] => Pdu::Len(usize::from(u16::from_be_bytes([*a, *b])).max(HEAD)),
        _ => Pdu::More(HEAD),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<4>()?;
    let version = match h[0] & 0x7f {
        1 => v1::ID,
        4 => v4::ID,
        5 => v5::ID,
        6 => v6::ID,
        _ => return Err(requin_wire::Stop::NotMine),
    };
    cx.drop_node();
    cx.protocol("OpenFlow");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let one = c.take(usize::from(u16::from_be_bytes([h[2], h[3]])).max(HEAD));
    cx.call(version, one)?;
    if c.left() >= HEAD { cx.next_pdu(ID, c) } else { Ok(()) }
}

/// Of versions whose messages aren't read further.
fn head_alone<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>, _: u64) -> Step {
    Ok(())
}

fn message<'a, S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'a>,
    f: &Fields,
    body: impl FnOnce(&mut Cx<'_, S>, Cursor<'a>, u64) -> Step,
) -> Step {
    let kind = u64::from(c.peek_u8(1)?);
    cx.info_sep(", ", |o| _ = o.s("Type: ").s(f.names.or(kind, "Unknown message type")));
    cx.u8(f.version, &mut c)?;
    cx.u8(f.kind, &mut c)?;
    cx.u16(f.length, &mut c)?;
    cx.u32(f.xid, &mut c)?;
    body(cx, c, kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hellos_are_recognized() {
        let hello = [4, 0, 0, 8, 0, 0, 0, 1];
        let accepts = |h: &[u8]| accepts(&Cursor::new(h, h.len(), 0), Ports::default());
        assert!(accepts(&hello));
        assert!(!accepts(&hello[..7]) && !accepts(&[4, 0, 0, 9, 0, 0, 0, 1]) && !accepts(&[0; 8]));
    }
}
