//! Real-Time Publish-Subscribe protocol of DDS, version 2: discovery of participants, and what holds writers and readers together.

use requin_wire::{Cursor, Cx, Field, Item, Ports, Sink, Step, Stop, Time, Value, names, proto};

proto! {
    RTPS "rtps" "Real-Time Publish-Subscribe Wire Protocol" "RTPS" App
    on []
    looks_like [Udp accepts => [b'R'..=b'R']]
    fields {
        MAGIC "rtps.magic" "Magic": Str;
        VERSION "rtps.version" "version": U16 Hex;
        VERSION_MAJOR "rtps.version.major" "major": I8 Dec;
        VERSION_MINOR "rtps.version.minor" "minor": I8 Dec;
        DOMAIN_ID "rtps.domain_id" "domain_id": U32 Dec;
        PARTICIPANT_IDX "rtps.participant_idx" "participant_idx": U32 Dec;
        TRAFFIC_NATURE "rtps.traffic_nature" "traffic_nature": U32 Dec = TRAFFIC_NATURE_NAMES;
        VENDORID "rtps.vendorId" "vendorId": U16 Hex;
        GUIDPREFIX "rtps.guidPrefix" "guidPrefix": Bytes;
        GUIDPREFIX_SRC "rtps.guidPrefix.src" "guidPrefix": Bytes;
        GUIDPREFIX_DST "rtps.guidPrefix.dst" "guidPrefix": Bytes;
        HOSTID "rtps.hostId" "hostId": U32 Hex;
        APPID "rtps.appId" "appId": U32 Hex;
        SM_ID "rtps.sm.id" "submessageId": U8 Hex = SM_ID_NAMES;
        SM_FLAGS "rtps.sm.flags" "Flags": U8 Hex;
        SM_OCTETSTONEXTHEADER "rtps.sm.octetsToNextHeader" "octetsToNextHeader": U16 Dec;
        SM_GUIDPREFIX_INSTANCEID "rtps.sm.guidPrefix.instanceId" "instanceId": U32 Hex;
        SM_RDENTITYID "rtps.sm.rdEntityId" "readerEntityId": U32 Hex = SM_RDENTITYID_NAMES;
        SM_RDENTITYID_ENTITYKEY "rtps.sm.rdEntityId.entityKey" "readerEntityKey": U24 Hex;
        SM_RDENTITYID_ENTITYKIND "rtps.sm.rdEntityId.entityKind" "readerEntityKind": U8 Hex = SM_RDENTITYID_ENTITYKIND_NAMES;
        SM_WRENTITYID "rtps.sm.wrEntityId" "writerEntityId": U32 Hex = SM_RDENTITYID_NAMES;
        SM_WRENTITYID_ENTITYKEY "rtps.sm.wrEntityId.entityKey" "writerEntityKey": U24 Hex;
        SM_WRENTITYID_ENTITYKIND "rtps.sm.wrEntityId.entityKind" "writerEntityKind": U8 Hex = SM_RDENTITYID_ENTITYKIND_NAMES;
        SM_SEQNUMBER "rtps.sm.seqNumber" "writerSeqNumber": I64 Dec;
        INFO_SRC_UNUSED "rtps.info_src.unused" "Unused": U32 Hex;
        PARAM_ID "rtps.param.id" "parameterId": U16 Hex = PARAM_ID_NAMES;
        PARAM_LENGTH "rtps.param.length" "parameterLength": U16 Dec;
        TRANSPORTINFO_CLASSID "rtps.transportInfo.classID" "classID": I32 Dec;
        TRANSPORTINFO_MESSAGESIZEMAX "rtps.transportInfo.messageSizeMax" "messageSizeMax": I32 Dec;
        INFO_TS_TIMESTAMP "rtps.info_ts.timestamp" "Timestamp": AbsTime;
        LOCATOR_KIND "rtps.locator.kind" "Kind": U32 Hex = LOCATOR_KIND_NAMES;
        LOCATOR_PORT "rtps.locator.port" "Port": U32 Dec;
        LOCATOR_IPV4 "rtps.locator.ipv4" "Address": Ipv4;
        PARTICIPANT_BUILTIN_ENDPOINTS "rtps.participant_builtin_endpoints" "BuiltIn Endpoint": U32 Hex;
        ACKNACK_COUNT "rtps.acknack.count" "Count": I32 Dec;
        PARAM_SERIALIZE_ENCAP_KIND "rtps.param.serialize.encap_kind" "encapsulation kind": U16 Hex = PARAM_SERIALIZE_ENCAP_KIND_NAMES;
        PARAM_SERIALIZE_ENCAP_LEN "rtps.param.serialize.encap_len" "encapsulation options": U16 Hex;
        PARAM_NTPTIME_SEC "rtps.param.ntpTime.sec" "seconds": I32 Dec;
        PARAM_NTPTIME_FRACTION "rtps.param.ntpTime.fraction" "fraction": U32 Dec;
        PARAM_PEER_HOST_EPOCH "rtps.param.peer_host_epoch" "Peer Host Epoch": U32 Dec;
        PARAM_ENTITYNAME "rtps.param.entityName" "entityName": StrZ;
        PARAM_PARTICIPANT_GUID "rtps.param.participant_guid" "Participant GUID": Bytes;
        PARAM_GUID_HOSTID "rtps.param.guid.hostId" "hostId": U32 Hex;
        PARAM_GUID_APPID "rtps.param.guid.appId" "appId": U32 Hex;
        PARAM_GUID_INSTANCEID "rtps.param.guid.instanceId" "instanceId": U24 Hex;
        PARAM_GUID_ENTITYID "rtps.param.guid.entityId" "entityId": U32 Hex = SM_RDENTITYID_NAMES;
        PARAM_GUID_ENTITYKEY "rtps.param.guid.entityKey" "entityKey": U24 Hex;
        PARAM_GUID_ENTITYKIND "rtps.param.guid.entityKind" "entityKind": U8 Hex = SM_RDENTITYID_ENTITYKIND_NAMES;
        PARAMETER_DATA "rtps.parameter_data" "parameterData": Bytes;
        BITMAP_NUM_BITS "rtps.bitmap.num_bits" "numBits": U32 Dec;
        EXTRA_FLAGS "rtps.extra_flags" "Extra flags": U16 Hex & 0xffff;
        PARAM_BUILTIN_ENDPOINT_SET "rtps.param.builtin_endpoint_set" "Flags": U32 Hex;
        PARAM_PRODUCT_VERSION_MAJOR "rtps.param.product_version.major" "Major": U8 Dec;
        PARAM_PRODUCT_VERSION_MINOR "rtps.param.product_version.minor" "Minor": U8 Dec;
        PARAM_PRODUCT_VERSION_RELEASE "rtps.param.product_version.release" "Release": U8 Dec;
        PARAM_PRODUCT_VERSION_REVISION "rtps.param.product_version.revision" "Revision": U8 Dec;
        OCTETS_TO_INLINE_QOS "rtps.octets_to_inline_qos" "Octets to inline QoS": U16 Dec;
        PROPERTY_NAME "rtps.property_name" "Property Name": Str;
        PROPERTY_VALUE "rtps.property_value" "Value": Str;
        GUID "rtps.guid" "guid": Bytes;
        HEARTBEAT_COUNT "rtps.heartbeat_count" "count": U32 Dec;
        FLAG_ENDIANNESS "rtps.flag.endianness" "Endianness bit": Bool(8) & 0x1 = crate::common::SET;
        FLAG_FINAL "rtps.flag.final" "Final flag": Bool(8) & 0x2 = crate::common::SET;
        FLAG_LIVELINESS "rtps.flag.liveliness" "Liveliness flag": Bool(8) & 0x4 = crate::common::SET;
        FLAG_MULTICAST "rtps.flag.multicast" "Multicast flag": Bool(8) & 0x2 = crate::common::SET;
        PARAM_STATUS_INFO "rtps.param.status_info" "Flags": U32 Hex;
        FLAG_UNREGISTERED "rtps.flag.unregistered" "Unregistered": Bool(8) & 0x2 = crate::common::SET;
        FLAG_UNDISPOSED "rtps.flag.undisposed" "Disposed": Bool(8) & 0x1 = crate::common::SET;
        FLAG_PARTICIPANT_ANNOUNCER "rtps.flag.participant_announcer" "Participant Announcer": Bool(32) & 0x1 = crate::common::SET;
        FLAG_PARTICIPANT_DETECTOR "rtps.flag.participant_detector" "Participant Detector": Bool(32) & 0x2 = crate::common::SET;
        FLAG_PUBLICATION_ANNOUNCER "rtps.flag.publication_announcer" "Publication Announcer": Bool(32) & 0x4 = crate::common::SET;
        FLAG_PUBLICATION_DETECTOR "rtps.flag.publication_detector" "Publication Detector": Bool(32) & 0x8 = crate::common::SET;
        FLAG_SUBSCRIPTION_ANNOUNCER "rtps.flag.subscription_announcer" "Subscription Announcer": Bool(32) & 0x10 = crate::common::SET;
        FLAG_SUBSCRIPTION_DETECTOR "rtps.flag.subscription_detector" "Subscription Detector": Bool(32) & 0x20 = crate::common::SET;
        FLAG_PARTICIPANT_PROXY_ANNOUNCER "rtps.flag.participant_proxy_announcer" "Participant Proxy Announcer": Bool(32) & 0x40 = crate::common::SET;
        FLAG_PARTICIPANT_PROXY_DETECTOR "rtps.flag.participant_proxy_detector" "Participant Proxy Detector": Bool(32) & 0x80 = crate::common::SET;
        FLAG_PARTICIPANT_STATE_ANNOUNCER "rtps.flag.participant_state_announcer" "Participant State Announcer": Bool(32) & 0x100 = crate::common::SET;
        FLAG_PARTICIPANT_STATE_DETECTOR "rtps.flag.participant_state_detector" "Participant State Detector": Bool(32) & 0x200 = crate::common::SET;
        FLAG_PARTICIPANT_MESSAGE_DATAWRITER "rtps.flag.participant_message_datawriter" "Participant Message DataWriter": Bool(32) & 0x400 = crate::common::SET;
        FLAG_PARTICIPANT_MESSAGE_DATAREADER "rtps.flag.participant_message_datareader" "Participant Message DataReader": Bool(32) & 0x800 = crate::common::SET;
        FLAG_SECURE_PUBLICATION_WRITER "rtps.flag.secure_publication_writer" "Secure Publication Writer": Bool(32) & 0x10000 = crate::common::SET;
        FLAG_SECURE_PUBLICATION_READER "rtps.flag.secure_publication_reader" "Secure Publication Reader": Bool(32) & 0x20000 = crate::common::SET;
        FLAG_SECURE_SUBSCRIPTION_WRITER "rtps.flag.secure_subscription_writer" "Secure Subscription Writer": Bool(32) & 0x40000 = crate::common::SET;
        FLAG_SECURE_SUBSCRIPTION_READER "rtps.flag.secure_subscription_reader" "Secure Subscription Reader": Bool(32) & 0x80000 = crate::common::SET;
        FLAG_SECURE_PARTICIPANT_MESSAGE_WRITER "rtps.flag.secure_participant_message_writer" "Secure Participant Message Writer": Bool(32) & 0x100000 = crate::common::SET;
        FLAG_SECURE_PARTICIPANT_MESSAGE_READER "rtps.flag.secure_participant_message_reader" "Secure Participant Message Reader": Bool(32) & 0x200000 = crate::common::SET;
        FLAG_PARTICIPANT_STATELESS_MESSAGE_WRITER "rtps.flag.participant_stateless_message_writer" "Participant Stateless Message Writer": Bool(32) & 0x400000 = crate::common::SET;
        FLAG_PARTICIPANT_STATELESS_MESSAGE_READER "rtps.flag.participant_stateless_message_reader" "Participant Stateless Message Reader": Bool(32) & 0x800000 = crate::common::SET;
        FLAG_SECURE_PARTICIPANT_VOLATILE_MESSAGE_WRITER "rtps.flag.secure_participant_volatile_message_writer" "Secure Participant Volatile Message Writer": Bool(32) & 0x1000000 = crate::common::SET;
        FLAG_SECURE_PARTICIPANT_VOLATILE_MESSAGE_READER "rtps.flag.secure_participant_volatile_message_reader" "Secure Participant Volatile Message Reader": Bool(32) & 0x2000000 = crate::common::SET;
        FLAG_PARTICIPANT_SECURE_WRITER "rtps.flag.participant_secure_writer" "Participant Secure Writer": Bool(32) & 0x4000000 = crate::common::SET;
        FLAG_PARTICIPANT_SECURE_READER "rtps.flag.participant_secure_reader" "Participant Secure Reader": Bool(32) & 0x8000000 = crate::common::SET;
        RESERVED80 "rtps.flag.reserved" "Reserved": Bool(8) & 0x80 = crate::common::SET;
        RESERVED40 "rtps.flag.reserved" "Reserved": Bool(8) & 0x40 = crate::common::SET;
        RESERVED20 "rtps.flag.reserved" "Reserved": Bool(8) & 0x20 = crate::common::SET;
        RESERVED10 "rtps.flag.reserved" "Reserved": Bool(8) & 0x10 = crate::common::SET;
        RESERVED08 "rtps.flag.reserved" "Reserved": Bool(8) & 0x08 = crate::common::SET;
        RESERVED04 "rtps.flag.reserved" "Reserved": Bool(8) & 0x04 = crate::common::SET;
        RESERVED02 "rtps.flag.reserved" "Reserved": Bool(8) & 0x02 = crate::common::SET;
        RESERVED_SET "rtps.flag.reserved" "Reserved": Bool(32) & 0xf000 = crate::common::SET;
        FLAG_INLINE_QOS "rtps.flag.inline_qos" "Inline QoS": Bool(8) & 0x02 = crate::common::SET;
        FLAG_DATA_PRESENT "rtps.flag.data_present" "Data present": Bool(8) & 0x04 = crate::common::SET;
        FLAG_DATA_SERIALIZED_KEY "rtps.flag.data.serialized_key" "Serialized Key": Bool(8) & 0x08 = crate::common::SET;
        FLAG_TIMESTAMP "rtps.flag.timestamp" "Timestamp flag": Bool(8) & 0x02 = crate::common::SET;
    }
}

names! {
    TRAFFIC_NATURE_NAMES {
        0 => "UNICAST_METATRAFFIC",
        1 => "MULTICAST_USERTRAFFIC",
        2 => "MULTICAST_METATRAFFIC",
        3 => "UNICAST_USERTRAFFIC",
    }
    SM_ID_NAMES {
        1 => "PAD",
        2 => "DATA",
        3 => "NOKEY_DATA",
        6 => "ACKNACK",
        7 => "HEARTBEAT",
        8 => "GAP",
        9 => "INFO_TS",
        12 => "INFO_SRC",
        13 => "INFO_REPLY_IP4",
        14 => "INFO_DST",
        15 => "INFO_REPLY",
        16 => "DATA_FRAG_deprecated",
        17 => "NOKEY_DATA_FRAG_deprecated",
        18 => "NACK_FRAG",
        19 => "HEARTBEAT_FRAG",
        20 => "DATA_SESSION",
        21 => "DATA",
        22 => "DATA_FRAG",
        23 => "ACKNACK_BATCH",
        24 => "DATA_BATCH",
        25 => "HEARTBEAT_BATCH",
        26 => "ACKNACK_SESSION",
        27 => "HEARTBEAT_SESSION",
        28 => "APP_ACK",
        29 => "APP_ACK_CONF",
        30 => "HEARTBEAT_VIRTUAL",
        48 => "SEC_BODY",
        49 => "SEC_PREFIX",
        50 => "SEC_POSTFIX",
        51 => "SRTPS_PREFIX",
        52 => "SRTPS_POSTFIX",
        129 => "DATA_FRAG_SESSION",
    }
    SM_RDENTITYID_NAMES {
        0 => "ENTITYID_UNKNOWN",
        449 => "ENTITYID_PARTICIPANT",
        450 => "writerApplications [DEPRECATED]",
        455 => "readerApplications [DEPRECATED]",
        706 => "ENTITYID_BUILTIN_TOPIC_WRITER",
        711 => "ENTITYID_BUILTIN_TOPIC_READER",
        962 => "ENTITYID_BUILTIN_PUBLICATIONS_WRITER",
        967 => "ENTITYID_BUILTIN_PUBLICATIONS_READER",
        1218 => "ENTITYID_BUILTIN_SUBSCRIPTIONS_WRITER",
        1223 => "ENTITYID_BUILTIN_SUBSCRIPTIONS_READER",
        1474 => "writerClients [DEPRECATED]",
        1479 => "readerClients [DEPRECATED]",
        1730 => "writerServices [DEPRECATED]",
        1735 => "readerServices [DEPRECATED]",
        1986 => "writerManagers [DEPRECATED]",
        1991 => "readerManagers [DEPRECATED]",
        2241 => "applicationSelf [DEPRECATED]",
        2242 => "writerApplicationSelf [DEPRECATED]",
        2247 => "readerApplicationSelf [DEPRECATED]",
        65730 => "ENTITYID_BUILTIN_PARTICIPANT_WRITER",
        65735 => "ENTITYID_BUILTIN_PARTICIPANT_READER",
        131202 => "ENTITYID_RTI_BUILTIN_SERVICE_REQUEST_WRITER",
        131207 => "ENTITYID_RTI_BUILTIN_SERVICE_REQUEST_READER",
        131266 => "ENTITYID_P2P_BUILTIN_PARTICIPANT_MESSAGE_WRITER",
        131271 => "ENTITYID_P2P_BUILTIN_PARTICIPANT_MESSAGE_READER",
        131458 => "ENTITYID_RTI_BUILTIN_LOCATOR_PING_WRITER",
        131463 => "ENTITYID_RTI_BUILTIN_LOCATOR_PING_READER",
        131523 => "ENTITYID_P2P_BUILTIN_PARTICIPANT_STATELESS_WRITER",
        131524 => "ENTITYID_P2P_BUILTIN_PARTICIPANT_STATELESS_READER",
        4278191042 => "ENTITYID_SEDP_BUILTIN_PUBLICATIONS_SECURE_WRITER",
        4278191047 => "ENTITYID_SEDP_BUILTIN_PUBLICATIONS_SECURE_READER",
        4278191298 => "ENTITYID_SEDP_BUILTIN_SUBSCRIPTIONS_SECURE_WRITER",
        4278191303 => "ENTITYID_SEDP_BUILTIN_SUBSCRIPTIONS_SECURE_READER",
        4278256066 => "ENTITYID_SPDP_RELIABLE_BUILTIN_PARTICIPANT_SECURE_WRITER",
        4278256071 => "ENTITYID_SPDP_RELIABLE_BUILTIN_PARTICIPANT_SECURE_READER",
        4278321346 => "ENTITYID_P2P_BUILTIN_PARTICIPANT_MESSAGE_SECURE_WRITER",
        4278321351 => "ENTITYID_P2P_BUILTIN_PARTICIPANT_MESSAGE_SECURE_READER",
        4278321859 => "ENTITYID_P2P_BUILTIN_PARTICIPANT_VOLATILE_SECURE_WRITER",
        4278321860 => "ENTITYID_P2P_BUILTIN_PARTICIPANT_VOLATILE_SECURE_READER",
    }
    SM_RDENTITYID_ENTITYKIND_NAMES {
        0 => "Application-defined unknown kind",
        1 => "Application-defined participant",
        2 => "Application-defined writer (with key)",
        3 => "Application-defined writer (no key)",
        4 => "Application-defined reader (no key)",
        7 => "Application-defined reader (with key)",
        130 => "RTI Built-in writer (with key)",
        131 => "RTI Built-in writer (no key)",
        132 => "RTI Built-in reader (no key)",
        135 => "RTI Built-in reader (with key)",
        193 => "Built-in participant",
        194 => "Built-in writer (with key)",
        195 => "Built-in writer (no key)",
        196 => "Built-in reader (no key)",
        199 => "Built-in reader (with key)",
    }
    PARAM_ID_NAMES {
        0 => "PID_PAD",
        1 => "PID_SENTINEL",
        2 => "PID_PARTICIPANT_LEASE_DURATION",
        3 => "PID_PERSISTENCE",
        4 => "PID_TIME_BASED_FILTER",
        5 => "PID_TOPIC_NAME",
        6 => "PID_OWNERSHIP_STRENGTH",
        7 => "PID_TYPE_NAME",
        8 => "PID_TYPE_CHECKSUM [deprecated]",
        9 => "PID_TYPE2_NAME [deprecated]",
        10 => "PID_TYPE2_CHECKSUM [deprecated]",
        11 => "PID_METATRAFFIC_MULTICAST_IPADDRESS",
        12 => "PID_DEFAULT_UNICAST_IPADDRESS",
        13 => "PID_METATRAFFIC_UNICAST_PORT",
        14 => "PID_DEFAULT_UNICAST_PORT",
        15 => "PID_DOMAIN_ID",
        16 => "PID_EXPECTS_ACK",
        17 => "PID_MULTICAST_IPADDRESS",
        18 => "PID_MANAGER_KEY [deprecated]",
        19 => "PID_SEND_QUEUE_SIZE",
        20 => "PID_RELIABILITY_ENABLED",
        21 => "PID_PROTOCOL_VERSION",
        22 => "PID_VENDOR_ID",
        23 => "PID_VARGAPPS_SEQUENCE_NUMBER_LAST [deprecated]",
        24 => "PID_RECV_QUEUE_SIZE [deprecated]",
        25 => "PID_RELIABILITY_OFFERED [deprecated]",
        26 => "PID_RELIABILITY",
        27 => "PID_LIVELINESS",
        28 => "PID_LIVELINESS_OFFERED [deprecated]",
        29 => "PID_DURABILITY",
        30 => "PID_DURABILITY_SERVICE",
        31 => "PID_OWNERSHIP",
        32 => "PID_OWNERSHIP_OFFERED [deprecated]",
        33 => "PID_PRESENTATION",
        34 => "PID_PRESENTATION_OFFERED [deprecated]",
        35 => "PID_DEADLINE",
        36 => "PID_DEADLINE_OFFERED [deprecated]",
        37 => "PID_DESTINATION_ORDER",
        38 => "PID_DESTINATION_ORDER_OFFERED [deprecated]",
        39 => "PID_LATENCY_BUDGET",
        40 => "PID_LATENCY_BUDGET_OFFERED [deprecated]",
        41 => "PID_PARTITION",
        42 => "PID_PARTITION_OFFERED [deprecated]",
        43 => "PID_LIFESPAN",
        44 => "PID_USER_DATA",
        45 => "PID_GROUP_DATA",
        46 => "PID_TOPIC_DATA",
        47 => "PID_UNICAST_LOCATOR",
        48 => "PID_MULTICAST_LOCATOR",
        49 => "PID_DEFAULT_UNICAST_LOCATOR",
        50 => "PID_METATRAFFIC_UNICAST_LOCATOR",
        51 => "PID_METATRAFFIC_MULTICAST_LOCATOR",
        52 => "PID_PARTICIPANT_MANUAL_LIVELINESS_COUNT",
        53 => "PID_CONTENT_FILTER_PROPERTY",
        54 => "PID_PROPERTY_LIST",
        64 => "PID_HISTORY",
        65 => "PID_RESOURCE_LIMIT",
        67 => "PID_EXPECTS_INLINE_QOS",
        68 => "PID_PARTICIPANT_BUILTIN_ENDPOINTS",
        69 => "PID_METATRAFFIC_UNICAST_IPADDRESS",
        70 => "PID_METATRAFFIC_MULTICAST_PORT",
        71 => "PID_TYPECODE",
        72 => "PID_DEFAULT_MULTICAST_LOCATOR",
        73 => "PID_TRANSPORT_PRIORITY",
        80 => "PID_PARTICIPANT_GUID",
        81 => "PID_PARTICIPANT_ENTITY_ID",
        82 => "PID_GROUP_GUID",
        83 => "PID_GROUP_ENTITY_ID",
        85 => "PID_FILTER_SIGNATURE",
        86 => "PID_COHERENT_SET",
        87 => "PID_DIRECTED_WRITE",
        88 => "PID_BUILTIN_ENDPOINT_SET",
        89 => "PID_PROPERTY_LIST",
        90 => "PID_ENDPOINT_GUID",
        96 => "PID_TYPE_MAX_SIZE_SERIALIZED",
        97 => "PID_ORIGINAL_WRITER_INFO",
        98 => "PID_ENTITY_NAME",
        99 => "PID_GROUP_COHERENT_SET",
        112 => "PID_KEY_HASH",
        113 => "PID_STATUS_INFO",
        114 => "PID_TYPE_OBJECT",
        115 => "PID_DATA_REPRESENTATION",
        116 => "PID_TYPE_CONSISTENCY",
        119 => "PID_BUILTIN_ENDPOINT_QOS",
        120 => "PID_ENABLE_AUTHENTICATION",
        4097 => "PID_IDENTITY_TOKEN",
        4098 => "PID_PERMISSIONS_TOKEN",
        4099 => "PID_DATA_TAGS",
        4100 => "PID_ENDPOINT_SECURITY_INFO",
        4101 => "PID_PARTICIPANT_SECURITY_INFO",
        4102 => "PID_PARTICIPANT_SECURITY_DIGITAL_SIGNATURE_ALGO",
        4103 => "PID_PARTICIPANT_SECURITY_KEY_ESTABLISHMENT_ALGO",
        4104 => "PID_PARTICIPANT_SECURITY_SYMMETRIC_CIPHER_ALGO",
        4105 => "PID_ENDPOINT_SECURITY_SYMMETRIC_CIPHER_ALGO",
        16129 => "PID_EXTENDED",
        16404 => "PID_DOMAIN_TAG",
        32768 => "PID_PRODUCT_VERSION",
        32769 => "PID_PLUGIN_PROMISCUITY_KIND",
        32770 => "PID_ENTITY_VIRTUAL_GUID",
        32771 => "PID_SERVICE_KIND",
        32772 => "PID_TYPECODE_RTPS2",
        32773 => "PID_DISABLE_POSITIVE_ACKS",
        32774 => "PID_LOCATOR_FILTER_LIST",
        32775 => "PID_UNICAST_LOCATOR_EX",
        32776 => "PID_ADLINK_NODE_NAME",
        32777 => "PID_EXPECTS_VIRTUAL_HB",
        32778 => "PID_ROLE_NAME",
        32779 => "PID_ACK_KIND",
        32780 => "PID_ADLINK_ENTITY_FACTORY",
        32781 => "PID_ADLINK_WATCHDOG_SCHEDULING",
        32782 => "PID_PEER_HOST_EPOCH",
        32783 => "PID_RELATED_ORIGINAL_WRITER_INFO",
        32784 => "PID_RELATED_READER_GUID",
        32785 => "PID_SOURCE_GUID",
        32786 => "PID_RELATED_SOURCE_GUID",
        32787 => "PID_TOPIC_QUERY_GUID",
        32788 => "PID_TOPIC_QUERY_PUBLICATION",
        32789 => "PID_ENDPOINT_PROPERTY_CHANGE_EPOCH",
        32790 => "PID_REACHABILITY_LEASE_DURATION",
        32791 => "PID_VENDOR_BUILTIN_ENDPOINT_SET",
        32792 => "PID_ENDPOINT_SECURITY_ATTRIBUTES",
        32793 => "PID_SAMPLE_SIGNATURE",
        32801 => "PID_TYPE_OBJECT_LB",
        32802 => "PID_END_COHERENT_SET",
        32803 => "PID_END_GROUP_COHERENT_SET",
        32804 => "MIG_RTPS_PID_END_COHERENT_SET_SAMPLE_COUNT",
    }
    LOCATOR_KIND_NAMES {
        0 => "LOCATOR_KIND_RESERVED",
        1 => "LOCATOR_KIND_UDPV4",
        2 => "LOCATOR_KIND_UDPV6",
        6 => "LOCATOR_KIND_DTLS",
        8 => "LOCATOR_KIND_TCPV4_LAN",
        9 => "LOCATOR_KIND_TCPV4_WAN",
        10 => "LOCATOR_KIND_TLSV4_LAN",
        11 => "LOCATOR_KIND_TLSV4_WAN",
        16777216 => "LOCATOR_KIND_SHMEM",
        16777217 => "LOCATOR_KIND_UDPV4_WAN",
        16781313 => "LOCATOR_KIND_TUDPV4",
        4294967295 => "LOCATOR_KIND_INVALID",
    }
    PARAM_SERIALIZE_ENCAP_KIND_NAMES {
        0 => "CDR_BE",
        1 => "CDR_LE",
        2 => "PL_CDR_BE",
        3 => "PL_CDR_LE",
        6 => "CDR2_BE",
        7 => "CDR2_LE",
        8 => "D_CDR2_BE",
        9 => "D_CDR2_LE",
        10 => "PL_CDR2_BE",
        11 => "PL_CDR2_LE",
        49152 => "SHMEM_REF_PLAIN",
        49153 => "SHMEM_REF_PLAIN",
    }
}

const DATA: u8 = 0x15;
const ACKNACK: u8 = 0x06;
const HEARTBEAT: u8 = 0x07;
const GAP: u8 = 0x08;
const INFO_TIMESTAMP: u8 = 0x09;
const INFO_SOURCE: u8 = 0x0c;
const INFO_DESTINATION: u8 = 0x0e;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.rest().len() >= 16 && c.rest().starts_with(b"RTPS")
}

/// Which flags submessages have, from the highest bit.
fn flags(id: u8) -> [Field; 8] {
    let [b3, b2, b1] = match id {
        DATA => [FLAG_DATA_SERIALIZED_KEY, FLAG_DATA_PRESENT, FLAG_INLINE_QOS],
        INFO_TIMESTAMP => [RESERVED08, RESERVED04, FLAG_TIMESTAMP],
        HEARTBEAT => [RESERVED08, FLAG_LIVELINESS, FLAG_FINAL],
        ACKNACK => [RESERVED08, RESERVED04, FLAG_FINAL],
        _ => [RESERVED08, RESERVED04, RESERVED02],
    };
    [RESERVED80, RESERVED40, RESERVED20, RESERVED10, b3, b2, b1, FLAG_ENDIANNESS]
}

/// Reads numbers in the order that a submessage's flag names.
#[derive(Clone, Copy)]
struct Order {
    little: bool,
}

impl Order {
    fn field<S: Sink>(
        self,
        cx: &mut Cx<'_, S>,
        field: Field,
        c: &mut Cursor<'_>,
        n: usize,
    ) -> Result<Item, Stop> {
        if self.little { cx.field_le(field, c, n) } else { cx.field(field, c, n) }
    }

    fn number(self, c: &Cursor<'_>, at: usize, n: usize) -> Result<u64, Stop> {
        let bytes = c.peek_bytes(at, n)?;
        Ok(if self.little { requin_wire::le(bytes) } else { requin_wire::be(bytes) })
    }

    /// A sequence number: its upper half comes first in any order.
    fn sequence<S: Sink>(self, cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, label: &str) -> Step {
        let (high, low) = (self.number(c, 0, 4)?, self.number(c, 4, 4)?);
        let n = (high << 32 | low) as i64;
        let item = cx.add(SM_SEQNUMBER, c.span(8), Value::I(n));
        cx.label(item, |o| _ = o.s(label).s(": ").i(n));
        c.skip(8)
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !accepts(&c, Ports::default()) {
        return Err(Stop::NotMine);
    }
    cx.protocol("RTPS");
    cx.info_clear();
    cx.bytes(MAGIC, &mut c, 4)?;
    version(cx, &mut c)?;
    cx.field(VENDORID, &mut c, 2)?;
    prefix(cx, &mut c, GUIDPREFIX_SRC)?;
    if let Some(port) = cx.out.transports.last().map(|t| t.dst_port) {
        mapping(cx, &c, port);
    }
    // Every turn takes a submessage's head at least.
    while !c.is_empty() {
        submessage(cx, &mut c)?;
    }
    Ok(())
}

fn version<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let [major, minor] = *c.peek_array::<2>()?;
    let item = cx.peek(VERSION, c, 2)?;
    cx.label(item, |o| _ = o.s("Protocol version: ").u(major).s(".").u(minor));
    cx.under(item, |cx| crate::common::run(cx, c, &[(VERSION_MAJOR, 1), (VERSION_MINOR, 1)]))
}

/// The part of an identifier that all of a participant's entities share.
fn prefix<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let span = c.span(12);
    let item = cx.peek(field, c, 12)?;
    cx.under(item, |cx| {
        crate::common::run(cx, c, &[(HOSTID, 4), (APPID, 4), (SM_GUIDPREFIX_INSTANCEID, 4)])
    })?;
    cx.hidden(GUIDPREFIX, span, Value::Bytes(span));
    Ok(())
}

/// What the port says of domain and participant (RTPS 2.2 section 9.6.1).
fn mapping<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, port: u16) {
    let Some(n) = port.checked_sub(7400).map(u64::from) else { return };
    let (domain, offset) = (n / 250, n % 250);
    let (nature, participant) = match offset {
        0 => (2, None),
        1 => (1, None),
        10.. if offset % 2 == 0 => (0, Some((offset - 10) / 2)),
        11.. => (3, Some((offset - 11) / 2)),
        _ => return,
    };
    let name = TRAFFIC_NATURE_NAMES.or(nature, "Unknown");
    let item = cx.line(c.span(0), |o| {
        o.s("Default port mapping: ");
        match participant {
            Some(p) => o.s("domainId=").u(domain).s(", participantIdx=").u(p).s(", nature=").s(name),
            None => o.s(name).s(", domainId=").u(domain),
        };
    });
    cx.set_generated(item);
    cx.under(item, |cx| {
        cx.generated(DOMAIN_ID, c.span(0), Value::U(domain));
        if let Some(p) = participant {
            cx.generated(PARTICIPANT_IDX, c.span(0), Value::U(p));
        }
        cx.generated(TRAFFIC_NATURE, c.span(0), Value::U(nature));
    });
}

fn submessage<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let [id, flags_byte, ..] = *c.peek_array::<4>()?;
    let order = Order { little: flags_byte & 1 != 0 };
    let said = order.number(c, 2, 2)? as usize;
    // The last one may say nothing of its length.
    let len = if said == 0 && !matches!(id, 1 | INFO_TIMESTAMP) { c.left().saturating_sub(4) } else { said };
    let item = cx.peek(SM_ID, c, 1)?;
    let name = SM_ID_NAMES.find(u64::from(id));
    cx.info_sep(", ", |o| match name {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown[").x(id, 2).s("]"),
    });
    c.skip(1)?;
    cx.under(item, |cx| -> Step {
        cx.flags(SM_FLAGS, c, 1, &flags(id))?;
        order.field(cx, SM_OCTETSTONEXTHEADER, c, 2)?;
        let mut body = c.take_all(len)?;
        let c = &mut body;
        match id {
            DATA => data(cx, c, order, flags_byte),
            INFO_TIMESTAMP if flags_byte & 2 == 0 => timestamp(cx, c, order),
            INFO_DESTINATION => prefix(cx, c, GUIDPREFIX_DST),
            INFO_SOURCE => {
                order.field(cx, INFO_SRC_UNUSED, c, 4)?;
                version(cx, c)?;
                cx.field(VENDORID, c, 2)?;
                prefix(cx, c, GUIDPREFIX_SRC)
            }
            HEARTBEAT => {
                ends(cx, c)?;
                order.sequence(cx, c, "firstAvailableSeqNumber")?;
                order.sequence(cx, c, "lastSeqNumber")?;
                order.field(cx, HEARTBEAT_COUNT, c, 4).map(|_| ())
            }
            ACKNACK => {
                ends(cx, c)?;
                numbers(cx, c, order, "readerSNState")?;
                order.field(cx, ACKNACK_COUNT, c, 4).map(|_| ())
            }
            GAP => {
                ends(cx, c)?;
                order.sequence(cx, c, "gapStart")?;
                numbers(cx, c, order, "gapList")
            }
            _ => Ok(()),
        }
    })
}

fn timestamp<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order) -> Step {
    let (seconds, fraction) = (order.number(c, 0, 4)?, order.number(c, 4, 4)?);
    let nanos = (fraction * 1_000_000_000) >> 32;
    cx.add(INFO_TS_TIMESTAMP, c.span(8), Time::new(seconds as i64, nanos as u32).into());
    c.skip(8)
}

fn entity<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, [whole, key, kind]: [Field; 3]) -> Step {
    let item = cx.peek(whole, c, 4)?;
    cx.under(item, |cx| crate::common::run(cx, c, &[(key, 3), (kind, 1)]))
}

/// The reader and the writer.
fn ends<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    entity(cx, c, [SM_RDENTITYID, SM_RDENTITYID_ENTITYKEY, SM_RDENTITYID_ENTITYKIND])?;
    entity(cx, c, [SM_WRENTITYID, SM_WRENTITYID_ENTITYKEY, SM_WRENTITYID_ENTITYKIND])
}

/// A set of sequence numbers: the first, and bits for those that follow.
fn numbers<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order, name: &str) -> Step {
    let bits = order.number(c, 8, 4)? as usize;
    let words = bits.div_ceil(32);
    let item = cx.line(c.span(12 + 4 * words), |o| _ = o.s(name));
    cx.under(item, |cx| -> Step {
        order.sequence(cx, c, "bitmapBase")?;
        order.field(cx, BITMAP_NUM_BITS, c, 4)?;
        c.skip(words.checked_mul(4).ok_or(Stop::Malformed)?)
    })
}

const PARTICIPANT_WRITER: u64 = 0x000100c2;

fn data<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order, flags: u8) -> Step {
    order.field(cx, EXTRA_FLAGS, c, 2)?;
    order.field(cx, OCTETS_TO_INLINE_QOS, c, 2)?;
    if c.peek_uint(4, 4)? == PARTICIPANT_WRITER {
        cx.info_add(|o| _ = o.s("(p"));
        let status = if flags & 2 != 0 { status(c, order) } else { 0 };
        cx.info_add(|o| {
            if status != 0 {
                o.s("[")
                    .s(if status & 2 != 0 { "U" } else { "" })
                    .s(if status & 1 != 0 { "D" } else { "" })
                    .s("]");
            }
            o.s(")");
        });
    }
    ends(cx, c)?;
    order.sequence(cx, c, "writerSeqNumber")?;
    if flags & 2 != 0 {
        let item = cx.line(c.span(usize::MAX), |o| _ = o.s("inlineQos:"));
        cx.under(item, |cx| parameters(cx, c, order))?;
        cx.end_at(item, c);
    }
    if flags & 0x0c == 0 || c.is_empty() {
        return Ok(());
    }
    let item = cx.line(c.span(c.left()), |o| {
        o.s(if flags & 4 != 0 { "serializedData" } else { "serializedKey" });
    });
    cx.under(item, |cx| -> Step {
        let kind = cx.u16(PARAM_SERIALIZE_ENCAP_KIND, c)?;
        cx.u16(PARAM_SERIALIZE_ENCAP_LEN, c)?;
        // Lists of parameters, in either order; what else there is only its type tells.
        if !matches!(kind, 2 | 3) {
            return Ok(());
        }
        let item = cx.line(c.span(c.left()), |o| _ = o.s("serializedData:"));
        cx.under(item, |cx| parameters(cx, c, Order { little: kind == 3 }))
    })
}

/// What the quality of service says of an object's end, looked up ahead of its place in the tree.
fn status(c: &Cursor<'_>, order: Order) -> u8 {
    const BEFORE: usize = 16;
    let mut c = *c;
    if c.skip(BEFORE).is_err() {
        return 0;
    }
    while let (Ok(id), Ok(n)) = (order.number(&c, 0, 2), order.number(&c, 2, 2)) {
        if id == STATUS_INFO {
            return c.peek_u8(7).unwrap_or(0) & 3;
        }
        if id == SENTINEL || c.skip(4 + n as usize).is_err() {
            break;
        }
    }
    0
}

const SENTINEL: u64 = 1;
const STATUS_INFO: u64 = 0x71;

fn parameters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order) -> Step {
    while !c.is_empty() {
        let (id, n) = (order.number(c, 0, 2)?, order.number(c, 2, 2)? as usize);
        let name = PARAM_ID_NAMES.or(id, "Unknown");
        let last = id == SENTINEL;
        let item = cx.line(c.span(if last { 4 } else { 4 + n }), |o| _ = o.s(name));
        let mut body = cx.under(item, |cx| -> Result<Cursor<'_>, Stop> {
            order.field(cx, PARAM_ID, c, 2)?;
            if last {
                c.skip(2)?;
                return Ok(c.within(0));
            }
            order.field(cx, PARAM_LENGTH, c, 2)?;
            c.take_all(n)
        })?;
        if last {
            return Ok(());
        }
        cx.under(item, |cx| parameter(cx, &mut body, id, order, item))?;
    }
    Ok(())
}

const ENDPOINTS: [Field; 25] = [
    FLAG_PARTICIPANT_SECURE_READER,
    FLAG_PARTICIPANT_SECURE_WRITER,
    FLAG_SECURE_PARTICIPANT_VOLATILE_MESSAGE_READER,
    FLAG_SECURE_PARTICIPANT_VOLATILE_MESSAGE_WRITER,
    FLAG_PARTICIPANT_STATELESS_MESSAGE_READER,
    FLAG_PARTICIPANT_STATELESS_MESSAGE_WRITER,
    FLAG_SECURE_PARTICIPANT_MESSAGE_READER,
    FLAG_SECURE_PARTICIPANT_MESSAGE_WRITER,
    FLAG_SECURE_SUBSCRIPTION_READER,
    FLAG_SECURE_SUBSCRIPTION_WRITER,
    FLAG_SECURE_PUBLICATION_READER,
    FLAG_SECURE_PUBLICATION_WRITER,
    RESERVED_SET,
    FLAG_PARTICIPANT_MESSAGE_DATAREADER,
    FLAG_PARTICIPANT_MESSAGE_DATAWRITER,
    FLAG_PARTICIPANT_STATE_DETECTOR,
    FLAG_PARTICIPANT_STATE_ANNOUNCER,
    FLAG_PARTICIPANT_PROXY_DETECTOR,
    FLAG_PARTICIPANT_PROXY_ANNOUNCER,
    FLAG_SUBSCRIPTION_DETECTOR,
    FLAG_SUBSCRIPTION_ANNOUNCER,
    FLAG_PUBLICATION_DETECTOR,
    FLAG_PUBLICATION_ANNOUNCER,
    FLAG_PARTICIPANT_DETECTOR,
    FLAG_PARTICIPANT_ANNOUNCER,
];

fn parameter<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, id: u64, order: Order, item: Item) -> Step {
    let n = c.left();
    match id {
        0x02 => duration(cx, c, order),
        // The number of a domain, of the standard and of a maker.
        0x0f | 0x800f => {
            cx.peek(PARAMETER_DATA, c, n)?;
            order.field(cx, DOMAIN_ID, c, 4).map(|_| ())
        }
        0x15 => version(cx, c),
        0x16 => cx.field(VENDORID, c, 2).map(|_| ()),
        0x0b | 0x0c | 0x2f..=0x33 | 0x48 => locator(cx, c, order, item),
        0x44 => order.field(cx, PARTICIPANT_BUILTIN_ENDPOINTS, c, 4).map(|_| ()),
        0x50 => participant(cx, c),
        0x58 => {
            let flags = order.number(c, 0, 4)?;
            let item = cx.add(PARAM_BUILTIN_ENDPOINT_SET, c.span(4), Value::U(flags));
            cx.under(item, |cx| -> Step {
                for field in ENDPOINTS {
                    if order.little {
                        cx.peek_le(field, c, 0, 4)?
                    } else {
                        cx.peek(field, c, 4)?
                    };
                }
                Ok(())
            })
        }
        0x59 => properties(cx, c, order, item),
        0x62 => {
            let n = order.number(c, 0, 4)? as usize;
            c.skip(4)?;
            cx.field(PARAM_ENTITYNAME, c, n).map(|_| ())
        }
        0x70 => cx.bytes(GUID, c, 16).map(|_| ()),
        STATUS_INFO => {
            let item = cx.peek(PARAM_STATUS_INFO, c, 4)?;
            let mut last = *c;
            last.skip(3)?;
            cx.under(item, |cx| -> Step {
                for field in [
                    RESERVED80,
                    RESERVED40,
                    RESERVED20,
                    RESERVED10,
                    RESERVED08,
                    RESERVED04,
                    FLAG_UNREGISTERED,
                    FLAG_UNDISPOSED,
                ] {
                    cx.peek(field, &last, 1)?;
                }
                Ok(())
            })
        }
        0x8000 => {
            cx.peek(PARAMETER_DATA, c, n)?;
            let [a, b, d, e] = *c.peek_array::<4>()?;
            let item = cx.line(c.span(4), |o| {
                o.s("Product version: ").u(a).s(".").u(b).s(".").u(d).s(".").u(e);
            });
            cx.under(item, |cx| {
                crate::common::run(
                    cx,
                    c,
                    &[
                        (PARAM_PRODUCT_VERSION_MAJOR, 1),
                        (PARAM_PRODUCT_VERSION_MINOR, 1),
                        (PARAM_PRODUCT_VERSION_RELEASE, 1),
                        (PARAM_PRODUCT_VERSION_REVISION, 1),
                    ],
                )
            })
        }
        0x8010 => transports(cx, c, order),
        _ if n > 0 => cx.bytes(PARAMETER_DATA, c, n).map(|_| ()),
        _ => Ok(()),
    }
}

fn duration<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order) -> Step {
    let (seconds, fraction) = (order.number(c, 0, 4)?, order.number(c, 4, 4)?);
    let item = cx.line(c.span(8), |o| {
        o.s("lease_duration: ").u(seconds).s(".").u0((fraction * 1_000_000) >> 32, 6);
        o.s(" sec (").u(seconds).s("s + ").hex(fraction, 8).s(")");
    });
    cx.under(item, |cx| -> Step {
        order.field(cx, PARAM_NTPTIME_SEC, c, 4)?;
        order.field(cx, PARAM_NTPTIME_FRACTION, c, 4).map(|_| ())
    })
}

const UDP_V4: u64 = 1;

fn locator<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order, upper: Item) -> Step {
    let (kind, port) = (order.number(c, 0, 4)?, order.number(c, 4, 4)?);
    let address = c.peek_u32(20)?;
    cx.append(upper, |o| {
        o.s(" (").s(LOCATOR_KIND_NAMES.or(kind, "Unknown"));
        if kind == UDP_V4 {
            o.s(", ").ipv4(address).s(":").u(port);
        }
        o.s(")");
    });
    let item = cx.line(c.span(24), |o| _ = o.s("locator"));
    cx.under(item, |cx| -> Step {
        order.field(cx, LOCATOR_KIND, c, 4)?;
        order.field(cx, LOCATOR_PORT, c, 4)?;
        if kind != UDP_V4 {
            return Ok(());
        }
        c.skip(12)?;
        cx.field(LOCATOR_IPV4, c, 4).map(|_| ())
    })
}

fn participant<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let words = [c.peek_u32(0)?, c.peek_u32(4)?, c.peek_u32(8)?, c.peek_u32(12)?];
    let item = cx.peek(PARAM_PARTICIPANT_GUID, c, 16)?;
    cx.label(item, |o| {
        o.s("Participant GUID:");
        words.iter().for_each(|w| _ = o.s(" ").x(*w, 8));
    });
    cx.under(item, |cx| -> Step {
        crate::common::run(
            cx,
            c,
            &[(PARAM_GUID_HOSTID, 4), (PARAM_GUID_APPID, 4), (PARAM_GUID_INSTANCEID, 4)],
        )?;
        entity(cx, c, [PARAM_GUID_ENTITYID, PARAM_GUID_ENTITYKEY, PARAM_GUID_ENTITYKIND])
    })
}

/// A text with its length before it, filled up to four bytes.
fn text<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, order: Order) -> Result<Item, Stop> {
    let n = order.number(c, 0, 4)? as usize;
    c.skip(4)?;
    let bytes = c.peek_bytes(0, n)?;
    let len = bytes.iter().position(|b| *b == 0).unwrap_or(n);
    let item = cx.peek(field, c, len)?;
    c.skip(n)?;
    c.skip((n.wrapping_neg() % 4).min(c.left()))?;
    Ok(item)
}

fn properties<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order, upper: Item) -> Step {
    let n = order.number(c, 0, 4)?;
    cx.append(upper, |o| _ = o.s(" (").u(n).s(" properties)"));
    let item = cx.line(c.span(c.left()), |o| _ = o.s("Property List"));
    c.skip(4)?;
    cx.under(item, |cx| -> Step {
        for _ in 0..n {
            let item = text(cx, c, PROPERTY_NAME, order)?;
            cx.under(item, |cx| text(cx, c, PROPERTY_VALUE, order))?;
        }
        Ok(())
    })
}

fn transports<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order) -> Step {
    let n = c.left();
    cx.peek(PARAMETER_DATA, c, n)?;
    let count = order.number(c, 0, 4)?;
    c.skip(4)?;
    for i in 0..count {
        let class = order.number(c, 0, 4)?;
        let name = match class {
            1 => "UDPv4",
            2 => "UDPv6",
            16_777_216 => "SHMEM",
            _ => "unknown",
        };
        let item = cx.line(c.span(8), |o| _ = o.s("transportInfo ").u(i + 1).s(": ").s(name));
        cx.under(item, |cx| -> Step {
            order.field(cx, TRANSPORTINFO_CLASSID, c, 4)?;
            order.field(cx, TRANSPORTINFO_MESSAGESIZEMAX, c, 4).map(|_| ())
        })?;
    }
    Ok(())
}
