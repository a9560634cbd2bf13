//! The attributes that are read plainly.

use super::*;

/// How an attribute's value is read.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// As its field's type has it.
    Plain,
    /// A prefix of IPv6, RFC 3162.
    Prefix,
    /// What only the two ends can read.
    Encrypted,
    /// A tag may come first, RFC 2868.
    Tagged(Field),
    /// A tag, and what only the two ends can read.
    TaggedEncrypted(Field),
}

/// One attribute.
pub(super) struct Attribute {
    pub(super) number: u8,
    /// Its name.
    pub(super) name: &'static str,
    /// Its field.
    pub(super) field: Field,
    /// How its value is read.
    pub(super) kind: Kind,
}

const fn row(number: u8, name: &'static str, field: Field, kind: Kind) -> Attribute {
    Attribute { number, name, field, kind }
}

/// All of them, ascending.
static ATTRIBUTES: &[Attribute] = &[
    row(1, "User-Name", USER_NAME, Kind::Plain),
    row(2, "User-Password", USER_PASSWORD_ENCRYPTED, Kind::Encrypted),
    row(4, "NAS-IP-Address", NAS_IP_ADDRESS, Kind::Plain),
    row(5, "NAS-Port", NAS_PORT, Kind::Plain),
    row(6, "Service-Type", SERVICE_TYPE, Kind::Plain),
    row(7, "Framed-Protocol", FRAMED_PROTOCOL, Kind::Plain),
    row(8, "Framed-IP-Address", FRAMED_IP_ADDRESS, Kind::Plain),
    row(9, "Framed-IP-Netmask", FRAMED_IP_NETMASK, Kind::Plain),
    row(10, "Framed-Routing", FRAMED_ROUTING, Kind::Plain),
    row(11, "Filter-Id", FILTER_ID, Kind::Plain),
    row(12, "Framed-MTU", FRAMED_MTU, Kind::Plain),
    row(13, "Framed-Compression", FRAMED_COMPRESSION, Kind::Plain),
    row(14, "Login-IP-Host", LOGIN_IP_HOST, Kind::Plain),
    row(15, "Login-Service", LOGIN_SERVICE, Kind::Plain),
    row(16, "Login-TCP-Port", LOGIN_TCP_PORT, Kind::Plain),
    row(17, "Old-Password", OLD_PASSWORD, Kind::Plain),
    row(18, "Reply-Message", REPLY_MESSAGE, Kind::Plain),
    row(19, "Callback-Number", CALLBACK_NUMBER, Kind::Plain),
    row(20, "Callback-Id", CALLBACK_ID, Kind::Plain),
    row(22, "Framed-Route", FRAMED_ROUTE, Kind::Plain),
    row(24, "State", STATE, Kind::Plain),
    row(25, "Class", CLASS, Kind::Plain),
    row(27, "Session-Timeout", SESSION_TIMEOUT, Kind::Plain),
    row(28, "Idle-Timeout", IDLE_TIMEOUT, Kind::Plain),
    row(29, "Termination-Action", TERMINATION_ACTION, Kind::Plain),
    row(30, "Called-Station-Id", CALLED_STATION_ID, Kind::Plain),
    row(31, "Calling-Station-Id", CALLING_STATION_ID, Kind::Plain),
    row(32, "NAS-Identifier", NAS_IDENTIFIER, Kind::Plain),
    row(33, "Proxy-State", PROXY_STATE, Kind::Plain),
    row(34, "Login-LAT-Service", LOGIN_LAT_SERVICE, Kind::Plain),
    row(35, "Login-LAT-Node", LOGIN_LAT_NODE, Kind::Plain),
    row(36, "Login-LAT-Group", LOGIN_LAT_GROUP, Kind::Plain),
    row(37, "Framed-AppleTalk-Link", FRAMED_APPLETALK_LINK, Kind::Plain),
    row(38, "Framed-AppleTalk-Network", FRAMED_APPLETALK_NETWORK, Kind::Plain),
    row(39, "Framed-AppleTalk-Zone", FRAMED_APPLETALK_ZONE, Kind::Plain),
    row(40, "Acct-Status-Type", ACCT_STATUS_TYPE, Kind::Plain),
    row(41, "Acct-Delay-Time", ACCT_DELAY_TIME, Kind::Plain),
    row(42, "Acct-Input-Octets", ACCT_INPUT_OCTETS, Kind::Plain),
    row(43, "Acct-Output-Octets", ACCT_OUTPUT_OCTETS, Kind::Plain),
    row(44, "Acct-Session-Id", ACCT_SESSION_ID, Kind::Plain),
    row(45, "Acct-Authentic", ACCT_AUTHENTIC, Kind::Plain),
    row(46, "Acct-Session-Time", ACCT_SESSION_TIME, Kind::Plain),
    row(47, "Acct-Input-Packets", ACCT_INPUT_PACKETS, Kind::Plain),
    row(48, "Acct-Output-Packets", ACCT_OUTPUT_PACKETS, Kind::Plain),
    row(49, "Acct-Terminate-Cause", ACCT_TERMINATE_CAUSE, Kind::Plain),
    row(50, "Acct-Multi-Session-Id", ACCT_MULTI_SESSION_ID, Kind::Plain),
    row(51, "Acct-Link-Count", ACCT_LINK_COUNT, Kind::Plain),
    row(52, "Acct-Input-Gigawords", ACCT_INPUT_GIGAWORDS, Kind::Plain),
    row(53, "Acct-Output-Gigawords", ACCT_OUTPUT_GIGAWORDS, Kind::Plain),
    row(55, "Event-Timestamp", EVENT_TIMESTAMP, Kind::Plain),
    row(57, "Ingress-Filters", INGRESS_FILTERS, Kind::Plain),
    row(59, "User-Priority-Table", USER_PRIORITY_TABLE, Kind::Plain),
    row(60, "CHAP-Challenge", CHAP_CHALLENGE, Kind::Plain),
    row(61, "NAS-Port-Type", NAS_PORT_TYPE, Kind::Plain),
    row(62, "Port-Limit", PORT_LIMIT, Kind::Plain),
    row(63, "Login-LAT-Port", LOGIN_LAT_PORT, Kind::Plain),
    row(64, "Tunnel-Type", TUNNEL_TYPE, Kind::Tagged(TUNNEL_TYPE_TAG)),
    row(65, "Tunnel-Medium-Type", TUNNEL_MEDIUM_TYPE, Kind::Tagged(TUNNEL_MEDIUM_TYPE_TAG)),
    row(66, "Tunnel-Client-Endpoint", TUNNEL_CLIENT_ENDPOINT, Kind::Tagged(TUNNEL_CLIENT_ENDPOINT_TAG)),
    row(67, "Tunnel-Server-Endpoint", TUNNEL_SERVER_ENDPOINT, Kind::Tagged(TUNNEL_SERVER_ENDPOINT_TAG)),
    row(68, "Acct-Tunnel-Connection", ACCT_TUNNEL_CONNECTION, Kind::Plain),
    row(69, "Tunnel-Password", TUNNEL_PASSWORD_ENCRYPTED, Kind::TaggedEncrypted(TUNNEL_PASSWORD_TAG)),
    row(70, "ARAP-Password", ARAP_PASSWORD, Kind::Plain),
    row(71, "ARAP-Features", ARAP_FEATURES, Kind::Plain),
    row(72, "ARAP-Zone-Access", ARAP_ZONE_ACCESS, Kind::Plain),
    row(73, "ARAP-Security", ARAP_SECURITY, Kind::Plain),
    row(74, "ARAP-Security-Data", ARAP_SECURITY_DATA, Kind::Plain),
    row(75, "Password-Retry", PASSWORD_RETRY, Kind::Plain),
    row(76, "Prompt", PROMPT, Kind::Plain),
    row(77, "Connect-Info", CONNECT_INFO, Kind::Plain),
    row(78, "Configuration-Token", CONFIGURATION_TOKEN, Kind::Plain),
    row(80, "Message-Authenticator", MESSAGE_AUTHENTICATOR, Kind::Plain),
    row(81, "Tunnel-Private-Group-Id", TUNNEL_PRIVATE_GROUP_ID, Kind::Tagged(TUNNEL_PRIVATE_GROUP_ID_TAG)),
    row(82, "Tunnel-Assignment-Id", TUNNEL_ASSIGNMENT_ID, Kind::Tagged(TUNNEL_ASSIGNMENT_ID_TAG)),
    row(83, "Tunnel-Preference", TUNNEL_PREFERENCE, Kind::Tagged(TUNNEL_PREFERENCE_TAG)),
    row(84, "ARAP-Challenge-Response", ARAP_CHALLENGE_RESPONSE, Kind::Plain),
    row(85, "Acct-Interim-Interval", ACCT_INTERIM_INTERVAL, Kind::Plain),
    row(86, "Acct-Tunnel-Packets-Lost", ACCT_TUNNEL_PACKETS_LOST, Kind::Plain),
    row(87, "NAS-Port-Id", NAS_PORT_ID, Kind::Plain),
    row(88, "Framed-Pool", FRAMED_POOL, Kind::Plain),
    row(89, "Chargeable-User-Identity", CHARGEABLE_USER_IDENTITY, Kind::Plain),
    row(90, "Tunnel-Client-Auth-Id", TUNNEL_CLIENT_AUTH_ID, Kind::Tagged(TUNNEL_CLIENT_AUTH_ID_TAG)),
    row(91, "Tunnel-Server-Auth-Id", TUNNEL_SERVER_AUTH_ID, Kind::Tagged(TUNNEL_SERVER_AUTH_ID_TAG)),
    row(92, "NAS-Filter-Rule", NAS_FILTER_RULE, Kind::Plain),
    row(94, "Originating-Line-Info", ORIGINATING_LINE_INFO, Kind::Plain),
    row(95, "NAS-IPv6-Address", NAS_IPV6_ADDRESS, Kind::Plain),
    row(96, "Framed-Interface-Id", FRAMED_INTERFACE_ID, Kind::Plain),
    row(97, "Framed-IPv6-Prefix", FRAMED_IPV6_PREFIX, Kind::Prefix),
    row(98, "Login-IPv6-Host", LOGIN_IPV6_HOST, Kind::Plain),
    row(99, "Framed-IPv6-Route", FRAMED_IPV6_ROUTE, Kind::Plain),
    row(100, "Framed-IPv6-Pool", FRAMED_IPV6_POOL, Kind::Plain),
    row(101, "Error-Cause", ERROR_CAUSE, Kind::Plain),
    row(102, "EAP-Key-Name", EAP_KEY_NAME, Kind::Plain),
    row(123, "Delegated-IPv6-Prefix", DELEGATED_IPV6_PREFIX, Kind::Prefix),
    row(124, "MIP6-Feature-Vector", MIP6_FEATURE_VECTOR, Kind::Plain),
    row(125, "MIP6-Home-Link-Prefix", MIP6_HOME_LINK_PREFIX, Kind::Plain),
    row(126, "Multi-Link-Flag", MULTI_LINK_FLAG, Kind::Plain),
    row(127, "Location-Information", LOCATION_INFORMATION, Kind::Plain),
    row(128, "Location-Data", LOCATION_DATA, Kind::Plain),
    row(129, "Basic-Location-Policy-Rules", BASIC_LOCATION_POLICY_RULES, Kind::Plain),
    row(130, "Extended-Location-Policy-Rules", EXTENDED_LOCATION_POLICY_RULES, Kind::Plain),
    row(131, "Location-Capable", LOCATION_CAPABLE, Kind::Plain),
    row(132, "Requested-Location-Info", REQUESTED_LOCATION_INFO, Kind::Plain),
    row(133, "Framed-Management", FRAMED_MANAGEMENT, Kind::Plain),
    row(134, "Management-Transport-Protection", MANAGEMENT_TRANSPORT_PROTECTION, Kind::Plain),
    row(135, "Management-Policy-Id", MANAGEMENT_POLICY_ID, Kind::Plain),
    row(136, "Management-Privilege-Level", MANAGEMENT_PRIVILEGE_LEVEL, Kind::Plain),
    row(137, "PKM-SS-Cert", PKM_SS_CERT, Kind::Plain),
    row(138, "PKM-CA-Cert", PKM_CA_CERT, Kind::Plain),
    row(139, "PKM-Config-Settings", PKM_CONFIG_SETTINGS, Kind::Plain),
    row(140, "PKM-Cryptosuite-List", PKM_CRYPTOSUITE_LIST, Kind::Plain),
    row(141, "PKM-SAID", PKM_SAID, Kind::Plain),
    row(142, "PKM-SA-Descriptor", PKM_SA_DESCRIPTOR, Kind::Plain),
    row(143, "PKM-Auth-Key", PKM_AUTH_KEY, Kind::Plain),
    row(144, "DS-Lite-Tunnel-Name", DS_LITE_TUNNEL_NAME, Kind::Plain),
    row(145, "Mobile-Node-Identifier", MOBILE_NODE_IDENTIFIER, Kind::Plain),
    row(146, "Service-Selection", SERVICE_SELECTION, Kind::Plain),
    row(147, "PMIP6-Home-LMA-IPv6-Address", PMIP6_HOME_LMA_IPV6_ADDRESS, Kind::Plain),
    row(148, "PMIP6-Visited-LMA-IPv6-Address", PMIP6_VISITED_LMA_IPV6_ADDRESS, Kind::Plain),
    row(149, "PMIP6-Home-LMA-IPv4-Address", PMIP6_HOME_LMA_IPV4_ADDRESS, Kind::Plain),
    row(150, "PMIP6-Visited-LMA-IPv4-Address", PMIP6_VISITED_LMA_IPV4_ADDRESS, Kind::Plain),
    row(151, "PMIP6-Home-HN-Prefix", PMIP6_HOME_HN_PREFIX, Kind::Prefix),
    row(152, "PMIP6-Visited-HN-Prefix", PMIP6_VISITED_HN_PREFIX, Kind::Prefix),
    row(153, "PMIP6-Home-Interface-ID", PMIP6_HOME_INTERFACE_ID, Kind::Plain),
    row(154, "PMIP6-Visited-Interface-ID", PMIP6_VISITED_INTERFACE_ID, Kind::Plain),
    row(155, "PMIP6-Home-IPv4-HoA", PMIP6_HOME_IPV4_HOA, Kind::Plain),
    row(156, "PMIP6-Visited-IPv4-HoA", PMIP6_VISITED_IPV4_HOA, Kind::Plain),
    row(157, "PMIP6-Home-DHCP4-Server-Address", PMIP6_HOME_DHCP4_SERVER_ADDRESS, Kind::Plain),
    row(158, "PMIP6-Visited-DHCP4-Server-Address", PMIP6_VISITED_DHCP4_SERVER_ADDRESS, Kind::Plain),
    row(159, "PMIP6-Home-DHCP6-Server-Address", PMIP6_HOME_DHCP6_SERVER_ADDRESS, Kind::Plain),
    row(160, "PMIP6-Visited-DHCP6-Server-Address", PMIP6_VISITED_DHCP6_SERVER_ADDRESS, Kind::Plain),
    row(161, "PMIP6-Home-IPv4-Gateway", PMIP6_HOME_IPV4_GATEWAY, Kind::Plain),
    row(162, "PMIP6-Visited-IPv4-Gateway", PMIP6_VISITED_IPV4_GATEWAY, Kind::Plain),
    row(163, "EAP-Lower-Layer", EAP_LOWER_LAYER, Kind::Plain),
    row(164, "GSS-Acceptor-Service-Name", GSS_ACCEPTOR_SERVICE_NAME, Kind::Plain),
    row(165, "GSS-Acceptor-Host-Name", GSS_ACCEPTOR_HOST_NAME, Kind::Plain),
    row(166, "GSS-Acceptor-Service-Specifics", GSS_ACCEPTOR_SERVICE_SPECIFICS, Kind::Plain),
    row(167, "GSS-Acceptor-Realm-Name", GSS_ACCEPTOR_REALM_NAME, Kind::Plain),
    row(168, "Framed-IPv6-Address", FRAMED_IPV6_ADDRESS, Kind::Plain),
    row(169, "DNS-Server-IPv6-Address", DNS_SERVER_IPV6_ADDRESS, Kind::Plain),
    row(170, "Route-IPv6-Information", ROUTE_IPV6_INFORMATION, Kind::Prefix),
    row(171, "Delegated-IPv6-Prefix-Pool", DELEGATED_IPV6_PREFIX_POOL, Kind::Plain),
    row(172, "Stateful-IPv6-Address-Pool", STATEFUL_IPV6_ADDRESS_POOL, Kind::Plain),
    row(206, "Digest-Response", DIGEST_RESPONSE, Kind::Plain),
    row(207, "Digest-Attributes", DIGEST_ATTRIBUTES, Kind::Plain),
    row(250, "Char-Noecho", CHAR_NOECHO, Kind::Plain),
];

/// The attribute of this number.
pub(super) fn find(number: u8) -> Option<&'static Attribute> {
    ATTRIBUTES.binary_search_by_key(&number, |a| a.number).ok().and_then(|i| ATTRIBUTES.get(i))
}

/// Those of the first space of RFC 6929, ascending: RFC 7499.
static EXTENDED: [Attribute; 4] = [
    row(1, "Frag-Status", FRAG_STATUS, Kind::Plain),
    row(2, "Proxy-State-Length", PROXY_STATE_LENGTH, Kind::Plain),
    row(3, "Response-Length", RESPONSE_LENGTH, Kind::Plain),
    row(4, "Original-Packet-Code", ORIGINAL_PACKET_CODE, Kind::Plain),
];

/// The attribute of this number in the first extended space.
pub(super) fn find_extended(number: u8) -> Option<&'static Attribute> {
    EXTENDED.iter().find(|a| a.number == number)
}
