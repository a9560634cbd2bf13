//! DHCP for IPv6, RFC 8415.

mod domain;
mod failover;
mod softwire;

use crate::application::dns::Name;
use crate::application::enterprises::ENTERPRISES;
use requin_wire::{Cursor, Cx, Field, Item, Names, Out, Sink, Span, Step, Stop, Value, names, proto};

use domain::domains;

proto! {
    DHCPV6 "dhcpv6" "DHCPv6" "DHCPv6" App
    on [Udp 546, Udp 547]
    fields {
        MSGTYPE "dhcpv6.msgtype" "Message type": U8 Dec = MSGTYPE_NAMES;
        HOPCOUNT "dhcpv6.hopcount" "Hopcount": U8 Dec;
        XID "dhcpv6.xid" "Transaction ID": U24 Hex;
        LINKADDR "dhcpv6.linkaddr" "Link address": Ipv6;
        PEERADDR "dhcpv6.peeraddr" "Peer address": Ipv6;
        OPTION_TYPE "dhcpv6.option.type" "Option": U16 Dec = OPTION_TYPE_NAMES;
        OPTION_LENGTH "dhcpv6.option.length" "Length": U16 Dec;
        OPTION_TYPE_STR "dhcpv6.option.type_str" "Option": Str;
        CLIENTFQDN_BAD_MSGTYPE "dhcpv6.clientfqdn.bad_msgtype" "Illegal Message Type": U8 Hex = MSGTYPE_NAMES;
        CLIENT_FQDN_FLAGS "dhcpv6.client_fqdn_flags" "Flags": U8 Hex;
        CLIENTFQDN_CLIENT_S "dhcpv6.clientfqdn.client.s" "S bit": Bool(8) & 0x1 = Names::Bools("Server SHOULD perform AAAA RR updates", "Server SHOULD NOT perform AAAA RR updates");
        CLIENTFQDN_CLIENT_N "dhcpv6.clientfqdn.client.n" "N bit": Bool(8) & 0x4 = Names::Bools("Server SHOULD NOT perform PTR RR updates", "Server SHOULD perform PTR RR updates");
        CLIENTFQDN_SERVER_S "dhcpv6.clientfqdn.server.s" "S bit": Bool(8) & 0x1 = Names::Bools("Server SHOULD perform AAAA RR updates", "Server SHOULD NOT perform AAAA RR updates");
        CLIENTFQDN_SERVER_O "dhcpv6.clientfqdn.server.o" "O bit": Bool(8) & 0x2 = Names::Bools("Server HAS overridden client's S bit preference", "Server HAS NOT overridden client's S bit preference");
        CLIENTFQDN_SERVER_N "dhcpv6.clientfqdn.server.n" "N bit": Bool(8) & 0x4 = Names::Bools("Server SHOULD NOT perform PTR RR updates", "Server SHOULD perform PTR RR updates");
        DOMAIN_FIELD_LEN "dhcpv6.domain_field_len" "Empty domain name - field length": U16 Dec;
        BOGUS_LABEL_LENGTH "dhcpv6.bogus_label_length" "Non-DNS encoded name. Label length exceeds 63": U8 Dec;
        DOMAIN_FIELD_LEN_EXCEEDED "dhcpv6.domain_field_len_exceeded" "Remaining length in the domain name field exceeded": U8 Dec;
        DECODED_PORTION "dhcpv6.decoded_portion" "Portion successfully decoded": Str;
        ENCODED_FQDN_GT_255 "dhcpv6.encoded_fqdn_gt_255" "DNS-encoded labels of FQDN exceed 255 octets": U16 Dec;
        ROOT_ONLY_DOMAIN_NAME "dhcpv6.root_only_domain_name" "Root only domain name": Str;
        TLD "dhcpv6.tld" "Top Level Domain name": Str;
        PARTIAL_NAME_PRECEDED_BY_FQDN "dhcpv6.partial_name_preceded_by_fqdn" "Partial name preceded by FQDN": Str;
        DUID_BYTES "dhcpv6.duid.bytes" "DUID": Bytes;
        DUID_TYPE "dhcpv6.duid.type" "DUID Type": U16 Dec = DUID_TYPE_NAMES;
        DUIDLLT_TIME "dhcpv6.duidllt.time" "DUID Time": AbsTime Local;
        DUIDLLT_LINK_LAYER_ADDR "dhcpv6.duidllt.link_layer_addr" "Link-layer address": Str;
        DUIDLLT_HWTYPE "dhcpv6.duidllt.hwtype" "Hardware type": U16 Dec = crate::link::arp::HW_TYPE_NAMES;
        DUIDLL_HWTYPE "dhcpv6.duidll.hwtype" "Hardware type": U16 Dec = crate::link::arp::HW_TYPE_NAMES;
        DUIDEN_ENTERPRISE "dhcpv6.duiden.enterprise" "Enterprise ID": U32 Custom = ENTERPRISES;
        DUIDEN_IDENTIFIER "dhcpv6.duiden.identifier" "Identifier": Bytes;
        DUIDLL_LINK_LAYER_ADDR "dhcpv6.duidll.link_layer_addr" "Link-layer address": Str;
        DUIDUUID_BYTES "dhcpv6.duiduuid.bytes" "UUID": Bytes;
        IAID "dhcpv6.iaid" "IAID": Str;
        IAID_T1 "dhcpv6.iaid.t1" "T1": U32 Dec;
        IAID_T2 "dhcpv6.iaid.t2" "T2": U32 Dec;
        IATA "dhcpv6.iata" "IATA": Str;
        IAADDR_IP "dhcpv6.iaaddr.ip" "IPv6 address": Ipv6;
        IAADDR_PREF_LIFETIME "dhcpv6.iaaddr.pref_lifetime" "Preferred lifetime": U32 Dec;
        IAADDR_VALID_LIFETIME "dhcpv6.iaaddr.valid_lifetime" "Valid lifetime": U32 Dec;
        REQUESTED_OPTION_CODE "dhcpv6.requested_option_code" "Requested Option code": U16 Dec = OPTION_TYPE_NAMES;
        OPTION_PREFERENCE "dhcpv6.option_preference" "Pref-value": U8 Dec;
        ELAPSED_TIME "dhcpv6.elapsed_time" "Elapsed time": U16 Dec = Names::Unit("ms", "(no plural)");
        AUTH_PROTOCOL "dhcpv6.auth.protocol" "Protocol": U8 Dec;
        AUTH_ALGORITHM "dhcpv6.auth.algorithm" "Algorithm": U8 Dec;
        AUTH_RDM "dhcpv6.auth.rdm" "RDM": U8 Dec;
        AUTH_REPLAY_DETECTION "dhcpv6.auth.replay_detection" "Replay Detection": Bytes;
        AUTH_INFO "dhcpv6.auth.info" "Authentication Information": Bytes;
        AUTH_REALM "dhcpv6.auth.realm" "DHCP realm": Str;
        AUTH_KEY_ID "dhcpv6.auth.key_id" "Key ID": U32 Dec;
        AUTH_MD5_DATA "dhcpv6.auth.md5_data" "HMAC-MD5 data": Bytes;
        UNICAST "dhcpv6.unicast" "IPv6 address": Ipv6;
        STATUS_CODE "dhcpv6.status_code" "Status Code": U16 Dec = STATUS_CODE_NAMES;
        STATUS_MSG "dhcpv6.status_msg" "Status Message": Str;
        VENDORCLASS_ENTERPRISE "dhcpv6.vendorclass.enterprise" "Enterprise ID": U32 Custom = ENTERPRISES;
        VENDORCLASS_DATA "dhcpv6.vendorclass.data" "vendor-class-data": StrZ;
        CABLELABS_OPT "dhcpv6.cablelabs.opt" "Suboption": U16 Dec = CABLE_LABS_OPTIONS;
        CABLELABS_IPV6_SERVER "dhcpv6.cablelabs.ipv6_server" "IPv6 address": Ipv6;
        VENDOROPTS_ENTERPRISE "dhcpv6.vendoropts.enterprise" "Enterprise ID": U32 Custom = ENTERPRISES;
        VENDOROPTS_ENTERPRISE_OPTION_CODE "dhcpv6.vendoropts.enterprise.option_code" "Option code": U16 Dec;
        VENDOROPTS_ENTERPRISE_OPTION_LENGTH "dhcpv6.vendoropts.enterprise.option_length" "Option length": U16 Dec;
        VENDOROPTS_ENTERPRISE_OPTION_DATA "dhcpv6.vendoropts.enterprise.option_data" "Option data": Bytes;
        INTERFACE_ID "dhcpv6.interface_id" "Interface-ID": Bytes;
        RECONF_MSG "dhcpv6.reconf_msg" "Reconfigure message type": U8 Dec = MSGTYPE_NAMES;
        SIP_SERVER_DOMAIN_SEARCH_FQDN "dhcpv6.sip_server_domain_search_fqdn" "SIP Server Domain Search FQDN": Str;
        SIP_SERVER_A "dhcpv6.sip_server_a" "SIP server address": Ipv6;
        DNS_SERVER "dhcpv6.dns_server" "DNS server address": Ipv6;
        SEARCH_LIST_ENTRY "dhcpv6.search_list_entry" "List entry": Str;
        NIS_SERVER "dhcpv6.nis_server" "NIS server address": Ipv6;
        NISP_SERVER "dhcpv6.nisp_server" "NISP server address": Ipv6;
        NIS_FQDN "dhcpv6.nis_fqdn" "NIS FQDN": Str;
        NISP_FQDN "dhcpv6.nisp_fqdn" "NISP FQDN": Str;
        SNTP_SERVER "dhcpv6.sntp_server" "SNTP server address": Ipv6;
        LIFETIME "dhcpv6.lifetime" "Lifetime": U32 Dec;
        BCMCS_SERVER_FQDN "dhcpv6.bcmcs_server_fqdn" "BCMCS server FQDN": Str;
        BCMCS_SERVER_A "dhcpv6.bcmcs_server_a" "BCMCS server address": Ipv6;
        SUBSCRIBER_ID "dhcpv6.subscriber_id" "Subscriber-ID": Str;
        CLIENT_DOMAIN "dhcpv6.client_domain" "Client Domain Name": Str;
        PANA_AGENT "dhcpv6.pana_agent" "PANA agents address": Ipv6;
        TIMEZONE "dhcpv6.timezone" "Time-zone": Str;
        TZDB "dhcpv6.tzdb" "TZ-database": Str;
        CLT_TIME "dhcpv6.clt_time" "Clt_time": U32 Dec;
        CAPWAP_AC_V6 "dhcpv6.capwap_ac_v6" "CAPWAP Access Controllers address": Ipv6;
        AFTR_NAME "dhcpv6.aftr_name" "DS-Lite AFTR Name": Str;
        IAPREFIX_PREF_LIFETIME "dhcpv6.iaprefix.pref_lifetime" "Preferred lifetime": U32 Dec;
        IAPREFIX_VALID_LIFETIME "dhcpv6.iaprefix.valid_lifetime" "Valid lifetime": U32 Dec;
        IAPREFIX_PREF_LEN "dhcpv6.iaprefix.pref_len" "Prefix length": U8 Dec;
        IAPREFIX_PREF_ADDR "dhcpv6.iaprefix.pref_addr" "Prefix address": Ipv6;
        MIP6_HOME_AGENT "dhcpv6.mip6_home_agent" "Home Agent": Ipv6;
        MIP6_HOME_ADDRESS "dhcpv6.mip6_home_address" "Home Address": Ipv6;
        NAI "dhcpv6.nai" "NAI": Str;
        USERCLASS_LENGTH "dhcpv6.userclass.length" "Length": U16 Dec;
        USERCLASS_OPAQUE_DATA "dhcpv6.userclass.opaque_data" "Suboption": Bytes;
        NTPSERVER_OPTION_TYPE "dhcpv6.ntpserver.option.type" "Suboption": U16 Dec = NTPSERVER_OPTION_TYPE_NAMES;
        NTPSERVER_OPTION_LENGTH "dhcpv6.ntpserver.option.length" "Length": U16 Dec;
        NTPSERVER_ADDR "dhcpv6.ntpserver.addr" "NTP Server Address": Ipv6;
        NTPSERVER_MC_ADDR "dhcpv6.ntpserver.mc_addr" "NTP Multicast Address": Ipv6;
        CAPTIVE_PORTAL "dhcpv6.captive_portal" "Captive Portal": Str;
        OPTION_CODE "dhcpv6.option_code" "S46 Option code": U16 Hex = OPTION_CODE_NAMES;
        RELAY_PORT "dhcpv6.relay_port" "Downstream Source Port": U16 Dec;
        NTPSERVER_FQDN "dhcpv6.ntpserver.fqdn" "NTP Server FQDN": Str;
        MUDURL "dhcpv6.mudurl" "MUDURL": Str;
        REMOTEID_ENTERPRISE "dhcpv6.remoteid.enterprise" "Enterprise ID": U32 Custom = ENTERPRISES;
        REMOTEID_ENTERPRISE_ID "dhcpv6.remoteid_enterprise_id" "Remote-ID": Bytes;
        LQ_QUERY "dhcpv6.lq_query" "Query-type": U8 Dec = LQ_QUERY_NAMES;
        LQ_QUERY_LINK_ADDRESS "dhcpv6.lq_query_link_address" "Link address": Ipv6;
        LQ_RELAY_DATA_PEER_ADDR "dhcpv6.lq_relay_data_peer_addr" "Peer address": Ipv6;
        LQ_RELAY_DATA_MSG "dhcpv6.lq_relay_data_msg" "DHCPv6 relay message": Str;
        LQ_CLIENT_LINK "dhcpv6.lq_client_link" "LQ client links address": Ipv6;
        PD_EXCLUDE_PREF_LEN "dhcpv6.pd_exclude.pref_len" "Prefix length": U8 Dec;
        PD_EXCLUDE_SUBNET_ID "dhcpv6.pd_exclude.subnet_id" "IPv6 subnet ID": Bytes;
        FAILOVER_BINDING_STATUS "dhcpv6.failover.binding_status" "Failover Binding Status": U8 Dec = FAILOVER_BINDING_STATUS_NAMES;
        FAILOVER_CONNECT_FLAGS "dhcpv6.failover.connect.flags" "Flags": U16 Hex;
        FAILOVER_CONNECT_FLAGS_RESERVED "dhcpv6.failover.connect.flags.reserved" "Reserved": Bool(16) & 0xfffe;
        FAILOVER_CONNECT_FLAGS_F "dhcpv6.failover.connect.flags.f" "Fixed PD Length (F)": Bool(16) & 0x1;
        FAILOVER_DNS_HOSTNAME "dhcpv6.failover.dns_hostname" "DNS Hostname": Str;
        FAILOVER_DNS_ZONENAME "dhcpv6.failover.dns_zonename" "DNS Zone Name": Str;
        FAILOVER_DNS_FLAGS "dhcpv6.failover.dns.flags" "Flags": U16 Hex;
        FAILOVER_DNS_FLAGS_RESERVED "dhcpv6.failover.dns.flags.reserved" "Reserved": Bool(16) & 0xfff0;
        FAILOVER_DNS_FLAGS_U "dhcpv6.failover.dns.flags.u" "Using Requested FQDN (U)": Bool(16) & 0x8;
        FAILOVER_DNS_FLAGS_S "dhcpv6.failover.dns.flags.s" "Synthesized Name (S)": Bool(16) & 0x4;
        FAILOVER_DNS_FLAGS_R "dhcpv6.failover.dns.flags.r" "Rev Uptodate (R)": Bool(16) & 0x2;
        FAILOVER_DNS_FLAGS_F "dhcpv6.failover.dns.flags.f" "Fwd Uptodate (F)": Bool(16) & 0x1;
        FAILOVER_EXPIRATION_TIME "dhcpv6.failover.expiration_time" "Expiration Time": U32 Dec;
        FAILOVER_MAX_UNACKED_BNDUPD "dhcpv6.failover.max_unacked_bndupd" "Max number of unacked BNDUPD messages": U32 Dec;
        FAILOVER_MCLT "dhcpv6.failover.mclt" "Maximum Client Lead Time (MCLT)": U32 Dec;
        FAILOVER_PARTNER_LIFETIME "dhcpv6.failover.partner_lifetime" "Partner Lifetime": U32 Dec;
        FAILOVER_PARTNER_LIFETIME_SENT "dhcpv6.failover.partner_lifetime_sent" "Partner Lifetime Sent": U32 Dec;
        FAILOVER_PARTNER_DOWN_TIME "dhcpv6.failover.partner_down_time" "Partner Down Time": U32 Dec;
        FAILOVER_PARTNER_RAW_CLT_TIME "dhcpv6.failover.partner_raw_clt_time" "Partner Raw Client Time": U32 Dec;
        FAILOVER_PROTOCOL_MAJOR_VERSION "dhcpv6.failover.protocol.major_version" "Protocol Major Version": U16 Dec;
        FAILOVER_PROTOCOL_MINOR_VERSION "dhcpv6.failover.protocol.minor_version" "Protocol Minor Version": U16 Dec;
        FAILOVER_KEEPALIVE_TIME "dhcpv6.failover.keepalive_time" "Keepalive Time": U32 Dec;
        FAILOVER_RECONFIGURE_TIME "dhcpv6.failover.reconfigure_time" "Reconfigure Time": U32 Dec;
        FAILOVER_RECONFIGURE_KEY "dhcpv6.failover.reconfigure_key" "Reconfigure Key": Bytes;
        FAILOVER_RELATIONSHIP_NAME "dhcpv6.failover.relationship_name" "Relationship Name": Str;
        FAILOVER_SERVER_FLAGS "dhcpv6.failover.server.flags" "Flags": U8 Hex;
        FAILOVER_SERVER_FLAGS_RESERVED "dhcpv6.failover.server.flags.reserved" "Reserved": Bool(8) & 0xf8;
        FAILOVER_SERVER_FLAGS_A "dhcpv6.failover.server.flags.a" "Ack Startup (A)": Bool(8) & 0x4;
        FAILOVER_SERVER_FLAGS_S "dhcpv6.failover.server.flags.s" "Startup (S)": Bool(8) & 0x2;
        FAILOVER_SERVER_FLAGS_C "dhcpv6.failover.server.flags.c" "Communicated (C)": Bool(8) & 0x1;
        FAILOVER_SERVER_STATE "dhcpv6.failover.server_state" "Server State": U8 Dec = FAILOVER_SERVER_STATE_NAMES;
        FAILOVER_START_TIME_OF_STATE "dhcpv6.failover.start_time_of_state" "Start Time of State": U32 Dec;
        FAILOVER_STATE_EXPIRATION_TIME "dhcpv6.failover.state_expiration_time" "State Expiration Time": U32 Dec;
        S46_RULE_FLAGS "dhcpv6.s46_rule.flags" "Flags": U8 Hex;
        S46_RULE_FLAGS_RESERVED "dhcpv6.s46_rule.flags.reserved" "Reserved": Bool(8) & 0xfe;
        S46_RULE_FLAGS_FMR "dhcpv6.s46_rule.flags.fmr" "Forwarding Mapping Rule": Bool(8) & 0x1;
        S46_RULE_EA_LEN "dhcpv6.s46_rule.ea_len" "EA-bit length": U8 Dec;
        S46_RULE_IPV4_PREF_LEN "dhcpv6.s46_rule.ipv4_pref_len" "IPv4 prefix length": U8 Dec;
        S46_RULE_IPV4_PREFIX "dhcpv6.s46_rule.ipv4_prefix" "IPv4 prefix": Ipv4;
        S46_RULE_IPV6_PREFIX_LEN "dhcpv6.s46_rule.ipv6_prefix_len" "IPv6 prefix length": U8 Dec;
        S46_RULE_IPV6_PREFIX "dhcpv6.s46_rule.ipv6_prefix" "IPv6 prefix": Ipv6;
        S46_BR_ADDRESS "dhcpv6.s46_br.address" "BR address": Ipv6;
        S46_DMR_PREF_LEN "dhcpv6.s46_dmr.dmr_pref_len" "IPv6 prefix length": U8 Dec;
        S46_DMR_PREFIX "dhcpv6.s46_dmr.dmr_prefix" "IPv6 prefix": Ipv6;
        S46_BIND_IPV4_ADDRESS "dhcpv6.s46_v4v6bind.ipv4_address" "IPv4 Address": Ipv4;
        S46_BIND_IPV6_PREF_LEN "dhcpv6.s46_v4v6bind.ipv6_pref_len" "IPv6 prefix length": U8 Dec;
        S46_BIND_IPV6_PREFIX "dhcpv6.s46_v4v6bind.ipv6_prefix" "IPv6 prefix": Ipv6;
        S46_PORTPARAM_OFFSET "dhcpv6.s46_portparam.offset" "Offset": U8 Dec;
        S46_PORTPARAM_PSID_LEN "dhcpv6.s46_portparam.psid_len" "PSID length": U8 Dec;
        S46_PORTPARAM_PSID "dhcpv6.s46_portparam.psid" "PSID": U16 Dec;
        BOGUS_LENGTH "dhcpv6.bogus_length" "Bogus length": None;
        NO_SUBOPTION_LEN "dhcpv6.no_suboption_len" "no room left in option for suboption length": None;
        INVALID_TIME_VALUE "dhcpv6.invalid_time_value" "Invalid time value": None;
        INVALID_TYPE "dhcpv6.invalid_type" "Invalid type": None;
    }
    experts {
        MALFORMED_OPTION "dhcpv6.malformed_option" Error Malformed "Malformed option";
        ERROR_HOPCOUNT "dhcpv6.error_hopcount" Warn Protocol "Detected error on hop-count";
        BAD_MSGTYPE "dhcpv6.bad_msgtype" Error Protocol "This message type is not permitted to use OPTION_CLIENT_FQDN";
        S_BIT_SHOULD_BE_ZERO "dhcpv6.s_bit_should_be_zero" Error Protocol "ERROR: When the N-bit is set, the S-bit must be reset";
        EXPERT_NAME_NOT_DNS_ENCODED "dhcpv6.expert.name_not_dns_encoded" Error Protocol "ERROR: This name is not a DNS record encoded";
        EXPERT_DOMAIN_FIELD_LENGTH_EXCEEDED "dhcpv6.expert.domain_field_length_exceeded" Error Malformed "ERROR: FQDN exceeds length of the domain name field";
        EXPERT_ENCODED_FQDN_GT_255 "dhcpv6.expert.encoded_fqdn_gt_255" Error Malformed "ERROR: FQDN's *encoded* length exceeds 255 octets [RFC 1035 3.1.]";
        EXPERT_ROOT_ONLY_DOMAIN_NAME "dhcpv6.expert.root_only_domain_name" Error Protocol "ERROR: A root-only domain name cannot be resolved.";
        EXPERT_TLD_LOOKUP "dhcpv6.expert.tld_lookup" Warn Comments "WARNING: TLDs are rarely resolvable ";
        EXPERT_PARTIAL_NAME_PRECEDED_BY_FQDN "dhcpv6.expert.partial_name_preceded_by_fqdn" Error Protocol "ERROR: Partial name is preceded by an FQDN";
    }
}

names! {
    MSGTYPE_NAMES {
        1 => "Solicit", 2 => "Advertise", 3 => "Request", 4 => "Confirm", 5 => "Renew", 6 => "Rebind",
        7 => "Reply", 8 => "Release", 9 => "Decline", 10 => "Reconfigure", 11 => "Information-request",
        12 => "Relay-forw", 13 => "Relay-reply", 14 => "Leasequery", 15 => "Leasequery-reply",
        16 => "Leasequery-done", 17 => "Leasequery-data", 18 => "Reconfigure-request",
        19 => "Reconfigure-reply",
    }
    OPTION_TYPE_NAMES {
        1 => "Client Identifier", 2 => "Server Identifier",
        3 => "Identity Association for Non-temporary Address",
        4 => "Identity Association for Temporary Address", 5 => "IA Address", 6 => "Option Request",
        7 => "Preference", 8 => "Elapsed time", 9 => "Relay Message", 11 => "Authentication",
        12 => "Server unicast", 13 => "Status code", 14 => "Rapid Commit", 15 => "User Class",
        16 => "Vendor Class", 17 => "Vendor-specific Information", 18 => "Interface-Id",
        19 => "Reconfigure Message", 20 => "Reconfigure Accept", 21 => "SIP Server Domain Name List",
        22 => "SIP Servers IPv6 Address List", 23 => "DNS recursive name server",
        24 => "Domain Search List", 25 => "Identity Association for Prefix Delegation", 26 => "IA Prefix",
        27 => "Network Information Server", 28 => "Network Information Server V2",
        29 => "Network Information Server Domain Name", 30 => "Network Information Server V2 Domain Name",
        31 => "Simple Network Time Protocol Server", 32 => "Lifetime", 33 => "BCMCS Server Domain",
        34 => "BCMCS Servers IPv6 Address List", 36 => "Geoconf Civic Address", 37 => "Remote Identifier",
        38 => "Subscriber Identifier", 39 => "Client Fully Qualified Domain Name",
        40 => "PANA Agents IPv6 Address List", 41 => "Time Zone", 42 => "Time Zone Database",
        43 => "Echo Request Option", 44 => "Leasequery Query", 45 => "Leasequery Client Data",
        46 => "Client Last Transaction Time", 47 => "Leasequery Relay Data",
        48 => "Leasequery Client Link Address List", 49 => "Home Network Identifier FQDN",
        50 => "Visited Home Network Information", 51 => "LoST Server", 52 => "CAPWAP Access Controllers",
        53 => "Relay-ID", 54 => "MoS IPv6 Address", 55 => "MoS Domain Name List", 56 => "NTP Server",
        57 => "Access Network Domain Name", 58 => "SIP User Agent Configuration Service Domains",
        59 => "Boot File URL", 60 => "Boot File Parameters", 61 => "Client System Architecture Type",
        62 => "Client Network Interface Identifier", 63 => "Geolocation",
        64 => "Dual-Stack Lite AFTR Name", 65 => "ERP Local Domain Name", 66 => "Relay-Supplied Options",
        67 => "Prefix Exclude", 68 => "Virtual Subnet Selection",
        69 => "Identified Home Network Information", 70 => "Unrestricted Home Network Information",
        71 => "Home Network Prefix", 72 => "Home Agent Address", 73 => "Home Agent FQDN",
        74 => "RDNSS Selection", 75 => "Kerberos Principal Name", 76 => "Kerberos Realm Name",
        77 => "Kerberos Default Realm Name", 78 => "Kerberos KDC", 79 => "Client Link-Layer Address",
        80 => "Link Address", 81 => "RADIUS", 82 => "SOL_MAX_RT", 83 => "INF_MAX_RT",
        84 => "Address Selection", 85 => "Address Selection table", 86 => "PCP Server",
        87 => "DHCPv4 Message", 88 => "DHCP 4o6 Servers Address", 89 => "S46 Rule", 90 => "S46 BR",
        91 => "S46 DMR", 92 => "S46 IPv4/IPv6 Address Binding", 93 => "S46 Port Parameters",
        94 => "S46 MAP-E Container", 95 => "S46 MAP-T Container", 96 => "S46 Lightweight 4over6 Container",
        97 => "4rd Options", 98 => "4rd Mapping Rule", 99 => "4rd Non-Mapping Rule",
        100 => "LQ Server Base Time", 101 => "LQ Server Query Start Time",
        102 => "LQ Server Query End Time", 103 => "Captive Portal", 104 => "MPL Parameter Configuration",
        105 => "Access Technology Type", 106 => "Access Network Name", 107 => "Access Point Name",
        108 => "Access Point BSSID", 109 => "Access Network Operator ID",
        110 => "Access Network Operator Realm", 111 => "S46 Priority",
        112 => "Manufacturer Usage Description", 113 => "IPv4/IPv6 Multicast Prefixes",
        114 => "Failover Binding Status", 115 => "Failover Connect Flags",
        116 => "Failover DNS Removal Info", 117 => "Failover DNS Hostname",
        118 => "Failover DNS Zone Name", 119 => "Failover DNS Flags", 120 => "Failover Expiration Time",
        121 => "Failover Maximum Number Unacked BNDUPD Messages",
        122 => "Failover Maximum Client Lead Time (MCLT)", 123 => "Failover Partner Lifetime",
        124 => "Failover Partner Lifetime Sent", 125 => "Failover Partner Down Time",
        126 => "Failover Partner Raw Client Time", 127 => "Failover Protocol Version",
        128 => "Failover Keepalive Time", 129 => "Failover Reconfigure Data",
        130 => "Failover Relationship Name", 131 => "Failover Server Flags",
        132 => "Failover Server State", 133 => "Failover Start Time of State",
        134 => "Failover State Expiration Time", 135 => "Relay Source Port", 136 => "SZTP Redirect",
        137 => "Softwire Source Binding Prefix Hint", 143 => "ANDSF IPv6 Address",
        165 => "Mobile IPv6 Home Agent", 166 => "Mobile IPv6 Home Address",
        167 => "Network Access Identifier",
    }
    LQ_QUERY_NAMES {
        1 => "by-address",
        2 => "by-clientID",
        3 => "by-relayID",
        4 => "by-linkAddress",
        5 => "by-remoteID",
    }
    FAILOVER_BINDING_STATUS_NAMES {
        0 => "reserved",
        1 => "ACTIVE",
        2 => "EXPIRED",
        3 => "RELEASED",
        4 => "PENDING-FREE",
        5 => "FREE",
        6 => "FREE-BACKUP",
        7 => "ABANDONED",
        8 => "RESET",
    }
    FAILOVER_SERVER_STATE_NAMES {
        0 => "reserved",
        1 => "Startup state (1)",
        2 => "Normal state",
        3 => "Communications interrupted",
        4 => "Partner down",
        5 => "Synchronizing",
        6 => "Recovering bindings from partner",
        7 => "Waiting out MCLT after RECOVER",
        8 => "Interlock state prior to NORMAL",
        9 => "Comm. failed during resolution",
        10 => "Primary resolved its conflicts",
    }
    DUID_TYPE_NAMES {
        1 => "link-layer address plus time", 2 => "assigned by vendor based on Enterprise number",
        3 => "link-layer address", 4 => "Universally Unique IDentifier (UUID)",
    }
    STATUS_CODE_NAMES {
        0 => "Success", 1 => "UnspecFail", 2 => "NoAddrAvail", 3 => "NoBinding", 4 => "NotOnLink",
        5 => "UseMulticast", 6 => "NoPrefixAvail", 7 => "UnknownQueryType", 8 => "MalformedQuery",
        9 => "NotConfigured", 10 => "NotAllowed", 11 => "QueryTerminated", 12 => "DataMissing",
        13 => "CatchUpComplete", 14 => "NotSupported", 15 => "TLSConnectionRefused",
    }
    NTPSERVER_OPTION_TYPE_NAMES {
        1 => "NTP Server Address", 2 => "NTP Multicast Address", 3 => "NTP Server FQDN",
    }
    OPTION_CODE_NAMES {
        64 => "DS-Lite", 88 => "DHCPv4 over DHCPv6", 94 => "MAP-E", 95 => "MAP-T",
        96 => "Lightweight 4over6",
    }
}

const RELAY_FORWARD: u8 = 12;
const RELAY_REPLY: u8 = 13;
/// Relayed messages in relayed messages are followed so far.
const MAX_RELAYS: u8 = 32;
/// Seconds from 1970 to 2000, from which DUIDs count.
const DUID_EPOCH: i64 = 946_684_800;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let nested = cx.nth() > 1;
    let kind = c.peek_u8(0)?;
    if !nested {
        cx.protocol("DHCPv6");
        cx.info_clear();
    }
    let name = MSGTYPE_NAMES.find(u64::from(kind));
    cx.info_add(|o| {
        match name {
            Some(name) => o.s(name),
            None => o.s("Message Type ").u(kind),
        };
        o.s(" ");
    });
    cx.u8(MSGTYPE, &mut c)?;
    if matches!(kind, RELAY_FORWARD | RELAY_REPLY) {
        let hops = c.peek_u8(0)?;
        let item = cx.field(HOPCOUNT, &mut c, 1)?;
        if hops > MAX_RELAYS {
            cx.expert_with(ERROR_HOPCOUNT, item, c.span(0), |o| {
                o.s("Hopcount (").u(hops).s(") exceeds the maximum limit HOP_COUNT_LIMIT (");
                o.u(MAX_RELAYS).s(")");
            });
        }
        if hops != 0 && is_innermost(&c) {
            cx.expert_with(ERROR_HOPCOUNT, item, c.span(0), |o| {
                o.s("Hopcount of most inner message has to equal 0 instead of ").u(hops);
            });
        }
        let link = c.peek_bytes(0, 16)?;
        cx.info_add(|o| _ = o.s("L: ").ipv6(link).s(" "));
        cx.field(LINKADDR, &mut c, 16)?;
        cx.field(PEERADDR, &mut c, 16)?;
    } else {
        let xid = c.peek_uint(0, 3)?;
        cx.info_add(|o| _ = o.s("XID: ").hex(xid, 6).s(" "));
        cx.uint(XID, &mut c, 3)?;
    }
    options(cx, &mut c, Within { message: kind, depth: 0 })
}

/// Whether the message in a relay message is none of a relay.
fn is_innermost(c: &Cursor<'_>) -> bool {
    let mut at = *c;
    at.advance(32);
    // Every option takes at least four bytes away.
    while let (Ok(code), Ok(len)) = (at.peek_u16(0), at.peek_u16(2)) {
        at.advance(4);
        if code == 9 {
            return at.peek_u8(0).is_ok_and(|kind| !matches!(kind, RELAY_FORWARD | RELAY_REPLY));
        }
        at.advance(usize::from(len));
    }
    false
}

/// Options in options are followed so far.
const MAX_DEPTH: u8 = 32;

/// What options stand in.
#[derive(Clone, Copy)]
struct Within {
    /// The type of the message.
    message: u8,
    /// In how many options.
    depth: u8,
}

impl Within {
    /// What the options in one of these options stand in.
    fn option(self) -> Result<Within, Stop> {
        if self.depth >= MAX_DEPTH {
            Err(Stop::TooDeep)
        } else {
            Ok(Within { depth: self.depth + 1, ..self })
        }
    }
}

/// The options of a message, or of an option.
fn options<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, within: Within) -> Step {
    while c.left() >= 4 {
        let (code, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        // An option that reaches beyond what holds it is none, and there are no more.
        if 4 + len > c.left() {
            return Ok(());
        }
        // Nothing is shown of an option that the capture cut.
        if c.cuts(4 + len) {
            return Err(requin_wire::Stop::Cut);
        }
        let span = c.span(4 + len);
        let name = OPTION_TYPE_NAMES.find(u64::from(code));
        let item = cx.add_str(OPTION_TYPE_STR, span, |o| {
            match name {
                Some(name) => o.s(name),
                None => o.s("DHCP option ").u(code),
            };
        });
        cx.label(item, |o| {
            match name {
                Some(name) => o.s(name),
                None => o.s("DHCP option ").u(code),
            };
        });
        cx.under(item, |cx| -> Step {
            cx.u16(OPTION_TYPE, c)?;
            cx.u16(OPTION_LENGTH, c)?;
            let all = *c;
            let mut d = c.take(len);
            option(cx, &mut d, &all, code, within.option()?)
        })?;
    }
    Ok(())
}

fn malformed<S: Sink>(cx: &mut Cx<'_, S>, d: &Cursor<'_>, text: &'static str) -> Step {
    cx.expert_here(MALFORMED_OPTION, d.span(0), |o| _ = o.s(text));
    Ok(())
}

/// The value of an option, `d`; `all` is what holds the option, from there on: some lists are read past their end.
fn option<S: Sink>(
    cx: &mut Cx<'_, S>,
    d: &mut Cursor<'_>,
    all: &Cursor<'_>,
    code: u16,
    within: Within,
) -> Step {
    let len = d.left();
    if failover::option(cx, d, code)? || softwire::option(cx, d, code, within)? {
        return Ok(());
    }
    match code {
        1 | 2 | 53 => {
            if len < 2 {
                return malformed(cx, d, "DUID: malformed option");
            }
            if code == 1 {
                let id = d.peek_bytes(0, len)?;
                cx.info_add(|o| _ = o.s("CID: ").hex_bytes(id, 0).s(" "));
            }
            duid(cx, d, len)?;
        }
        3 | 25 => {
            if len < 12 {
                return malformed(
                    cx,
                    d,
                    if code == 3 { "IA_NA: malformed option" } else { "IA_PD: malformed option" },
                );
            }
            identity(cx, d, IAID)?;
            for field in [IAID_T1, IAID_T2] {
                let raw = d.peek_u32(0)?;
                let item = cx.field(field, d, 4)?;
                if raw == u32::MAX {
                    cx.append(item, |o| _ = o.s(" (infinity)"));
                }
            }
            options(cx, d, within)?;
        }
        4 => {
            if len < 4 {
                return malformed(cx, d, "IA_TA: malformed option");
            }
            identity(cx, d, IATA)?;
            options(cx, d, within)?;
        }
        5 => {
            if len < 24 {
                return malformed(cx, d, "IA_TA: malformed option");
            }
            let address = d.peek_bytes(0, 16)?;
            cx.info_add(|o| _ = o.s("IAA: ").ipv6(address).s(" "));
            cx.field(IAADDR_IP, d, 16)?;
            cx.u32(IAADDR_PREF_LIFETIME, d)?;
            cx.u32(IAADDR_VALID_LIFETIME, d)?;
            options(cx, d, within)?;
        }
        6 | 43 => {
            let (mut c, end) = (*all, all.pos() + len);
            while c.pos() < end {
                cx.u16(REQUESTED_OPTION_CODE, &mut c)?;
            }
        }
        7 if len != 1 => return malformed(cx, d, "PREFERENCE: malformed option"),
        7 => _ = cx.u8(OPTION_PREFERENCE, d)?,
        8 => {
            if len != 2 {
                return malformed(cx, d, "ELAPSED-TIME: malformed option");
            }
            let hundredths = d.peek_u16(0)?;
            let ms = u64::from(hundredths) * 10;
            let item = cx.add(ELAPSED_TIME, d.span(2), Value::U(ms));
            cx.label(item, |o| _ = o.s("Elapsed time: ").u(ms).s("ms"));
        }
        9 => {
            if len == 0 {
                return malformed(cx, d, "RELAY-MSG: malformed option");
            }
            if cx.nth() < MAX_RELAYS {
                cx.call_nested(ID, *d)?;
            }
        }
        11 if len < 11 => return malformed(cx, d, "AUTH: malformed option"),
        11 => authentication(cx, d)?,
        12 if len != 16 => return malformed(cx, d, "UNICAST: malformed option"),
        12 => _ = cx.field(UNICAST, d, 16)?,
        13 => {
            cx.u16(STATUS_CODE, &mut { *all })?;
            if len > 2 {
                d.skip(2)?;
                cx.bytes(STATUS_MSG, d, len - 2)?;
            }
        }
        15 => {
            let mut c = *all;
            while c.pos() < all.pos() + len {
                let n = usize::from(c.peek_u16(0)?);
                if c.pos() - all.pos() + n > len {
                    return malformed(cx, d, "User Class: suboption too long");
                }
                cx.u16(USERCLASS_LENGTH, &mut c)?;
                cx.bytes(USERCLASS_OPAQUE_DATA, &mut c, n)?;
            }
        }
        16 => {
            if len < 4 {
                return malformed(cx, d, "VENDOR_CLASS: malformed option");
            }
            cx.u32(VENDORCLASS_ENTERPRISE, d)?;
            while d.left() >= 2 {
                let n = usize::from(d.peek_u16(0)?);
                d.skip(2)?;
                let n = n.min(d.left());
                cx.bytes(VENDORCLASS_DATA, d, n)?;
            }
        }
        17 => {
            if len < 4 {
                return malformed(cx, d, "VENDOR_OPTS: malformed option");
            }
            if cx.u32(VENDOROPTS_ENTERPRISE, d)? == CABLE_LABS {
                return cable_labs(cx, d);
            }
            let end = all.pos() + len;
            let d = &mut { *all };
            d.skip(4)?;
            while d.pos() < end {
                let n = usize::from(d.peek_u16(2)?);
                d.peek_bytes(4, n)?;
                let item = cx.line(d.span(4 + n), |o| _ = o.s("option"));
                cx.under(item, |cx| -> Step {
                    cx.u16(VENDOROPTS_ENTERPRISE_OPTION_CODE, d)?;
                    cx.u16(VENDOROPTS_ENTERPRISE_OPTION_LENGTH, d)?;
                    cx.bytes(VENDOROPTS_ENTERPRISE_OPTION_DATA, d, n)?;
                    Ok(())
                })?;
            }
        }
        18 if len == 0 => return malformed(cx, d, "INTERFACE_ID: malformed option"),
        18 => _ = cx.bytes(INTERFACE_ID, d, len)?,
        19 => {
            if len != 1 {
                return malformed(cx, d, "RECONF_MSG: malformed option");
            }
            cx.u8(RECONF_MSG, d)?;
        }
        20 if len != 0 => return malformed(cx, d, "RECONF_ACCEPT: malformed option"),
        21 => names_under(cx, d, "SIP Servers Domain Search List", SIP_SERVER_DOMAIN_SEARCH_FQDN)?,
        22 => addresses(cx, d, SIP_SERVER_A, "SIP servers address: malformed option")?,
        23 => addresses(cx, d, DNS_SERVER, "DNS servers address: malformed option")?,
        24 => names_under(cx, d, "Domain name suffix search list", SEARCH_LIST_ENTRY)?,
        26 => {
            if len < 25 {
                return malformed(cx, d, "IAPREFIX: malformed option");
            }
            cx.u32(IAPREFIX_PREF_LIFETIME, d)?;
            cx.u32(IAPREFIX_VALID_LIFETIME, d)?;
            cx.u8(IAPREFIX_PREF_LEN, d)?;
            cx.field(IAPREFIX_PREF_ADDR, d, 16)?;
            options(cx, d, within)?;
        }
        27 => addresses(cx, d, NIS_SERVER, "NIS servers address: malformed option")?,
        28 => addresses(cx, d, NISP_SERVER, "NISP servers address: malformed option")?,
        29 => names_under(cx, d, "nis-domain-name", NIS_FQDN)?,
        30 => names_under(cx, d, "nisp-domain-name", NISP_FQDN)?,
        31 => addresses(cx, d, SNTP_SERVER, "SNTP servers address: malformed option")?,
        32 if len != 4 => return malformed(cx, d, "LIFETIME: malformed option"),
        32 => _ = cx.u32(LIFETIME, d)?,
        33 => names_under(cx, d, "BCMCS Servers Domain Search List", BCMCS_SERVER_FQDN)?,
        34 => addresses(cx, d, BCMCS_SERVER_A, "BCMCS servers address: malformed option")?,
        37 if len < 4 => return malformed(cx, d, "REMOTE_ID: malformed option"),
        37 => {
            cx.u32(REMOTEID_ENTERPRISE, d)?;
            cx.bytes(REMOTEID_ENTERPRISE_ID, d, len - 4)?;
        }
        38 if len == 0 => return malformed(cx, d, "SUBSCRIBER_ID: malformed option"),
        38 => _ = cx.bytes(SUBSCRIBER_ID, d, len)?,
        39 if len == 0 => return malformed(cx, d, "FQDN: malformed option"),
        39 => domain::client(cx, d, within.message)?,
        40 => addresses(cx, d, PANA_AGENT, "PANA agent address: malformed option")?,
        41 => _ = cx.bytes(TIMEZONE, d, len)?,
        42 => _ = cx.bytes(TZDB, d, len)?,
        44 if len < 17 => return malformed(cx, d, "LQ-QUERY: malformed option"),
        44 => {
            cx.field(LQ_QUERY, d, 1)?;
            cx.field(LQ_QUERY_LINK_ADDRESS, d, 16)?;
            options(cx, d, within)?;
        }
        45 => options(cx, d, within)?,
        46 if len != 4 => return malformed(cx, d, "CLT_TIME: malformed option"),
        46 => _ = cx.field(CLT_TIME, d, 4)?,
        47 if len < 16 => return malformed(cx, d, "LQ_RELAY_DATA: malformed option"),
        47 => {
            cx.field(LQ_RELAY_DATA_PEER_ADDR, d, 16)?;
            cx.bytes(LQ_RELAY_DATA_MSG, d, len - 16)?;
        }
        48 => addresses(cx, d, LQ_CLIENT_LINK, "LQ client links address: malformed option")?,
        52 => addresses(cx, d, CAPWAP_AC_V6, "CAPWAP Access Controllers address: malformed option")?,
        56 if len < 4 => return malformed(cx, d, "NTP Server: malformed option"),
        56 => ntp_server(cx, d)?,
        64 => domains(cx, d, AFTR_NAME)?,
        67 if !(2..=17).contains(&len) => return malformed(cx, d, "PD_EXCLUDE: malformed option"),
        67 => {
            cx.field(PD_EXCLUDE_PREF_LEN, d, 1)?;
            cx.bytes(PD_EXCLUDE_SUBNET_ID, d, len - 1)?;
        }
        103 => _ = cx.bytes(CAPTIVE_PORTAL, d, len)?,
        135 if len != 2 => return malformed(cx, d, "Relay Port: malformed option"),
        135 => _ = cx.field(RELAY_PORT, d, 2)?,
        112 => _ = cx.bytes(MUDURL, d, len)?,
        _ => (),
    }
    Ok(())
}

/// RFC 8415 section 21.11, with what the protocols before it had behind the replay detection.
fn authentication<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>) -> Step {
    /// Delayed authentication, RFC 3315 section 21.4: a realm, a key, and a sum.
    const DELAYED: u8 = 2;
    let protocol = cx.u8(AUTH_PROTOCOL, d)?;
    cx.field(AUTH_ALGORITHM, d, 1)?;
    cx.field(AUTH_RDM, d, 1)?;
    cx.field(AUTH_REPLAY_DETECTION, d, 8)?;
    let n = d.left();
    if protocol != DELAYED {
        return cx.bytes(AUTH_INFO, d, n).map(|_| ());
    }
    if let Some(realm) = n.checked_sub(20) {
        if realm > 0 {
            cx.bytes(AUTH_REALM, d, realm)?;
        }
        cx.field(AUTH_KEY_ID, d, 4)?;
        cx.bytes(AUTH_MD5_DATA, d, 16)?;
    }
    Ok(())
}

fn identity<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, field: Field) -> Step {
    let id = d.peek_bytes(0, 4)?;
    cx.add_str(field, d.span(4), |o| _ = o.hex_bytes(id, 0));
    d.skip(4)
}

fn duid<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, len: usize) -> Step {
    cx.peek(DUID_BYTES, d, len)?;
    match cx.u16(DUID_TYPE, d)? {
        1 if len < 8 => return malformed(cx, d, "DUID: malformed option"),
        2 if len < 6 => return malformed(cx, d, "DUID: malformed option"),
        3 if len < 4 => return malformed(cx, d, "DUID: malformed option"),
        4 if len != 18 => return malformed(cx, d, "DUID: malformed option"),
        1 => {
            let hardware = cx.u16(DUIDLLT_HWTYPE, d)?;
            let secs = d.peek_u32(0)?;
            cx.add(DUIDLLT_TIME, d.span(4), Value::Time(i64::from(secs) + DUID_EPOCH, 0));
            d.skip(4)?;
            link_layer(cx, d, DUIDLLT_LINK_LAYER_ADDR, hardware)?;
        }
        2 => {
            cx.u32(DUIDEN_ENTERPRISE, d)?;
            if !d.is_empty() {
                let n = d.left();
                cx.bytes(DUIDEN_IDENTIFIER, d, n)?;
            }
        }
        3 => {
            let hardware = cx.u16(DUIDLL_HWTYPE, d)?;
            link_layer(cx, d, DUIDLL_LINK_LAYER_ADDR, hardware)?;
        }
        4 => {
            let n = d.left();
            cx.bytes(DUIDUUID_BYTES, d, n)?;
        }
        _ => (),
    }
    Ok(())
}

fn link_layer<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, field: Field, hardware: u16) -> Step {
    if d.is_empty() {
        return Ok(());
    }
    let n = d.left();
    let span = d.span(n);
    let bytes = d.bytes(n)?;
    // Addresses of Ethernet and its kin are written as such.
    let colons = n == 6 && matches!(hardware, 1 | 6);
    cx.add_str(field, span, |o| _ = o.hex_bytes(bytes, if colons { b':' } else { 0 }));
    Ok(())
}

/// A list of addresses, most of them numbered; `bad` is said of one that doesn't fill the option.
fn addresses<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, field: Field, bad: &'static str) -> Step {
    if !d.left().is_multiple_of(16) {
        return malformed(cx, d, bad);
    }
    let numbered = ![PANA_AGENT, LQ_CLIENT_LINK, CAPWAP_AC_V6].contains(&field);
    let mut i = 0u32;
    while d.left() >= 16 {
        i += 1;
        let address = d.peek_bytes(0, 16)?;
        let item = cx.field(field, d, 16)?;
        let label = cx.registry.field(field).label;
        if !numbered {
            continue;
        }
        cx.label(item, |o| _ = o.s(" ").u(i).s(" ").s(label).s(": ").ipv6(address));
    }
    Ok(())
}

fn names_under<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, title: &str, field: Field) -> Step {
    let item = cx.line(d.span(d.left()), |o| _ = o.s(title));
    cx.under(item, |cx| -> Step { domains(cx, d, field) })
}

/// RFC 5908.
fn ntp_server<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>) -> Step {
    while d.left() >= 4 {
        let (kind, n) = (d.peek_u16(0)?, usize::from(d.peek_u16(2)?));
        if 4 + n > d.left() {
            return malformed(cx, d, "NTP Server: suboption too long");
        }
        let item = cx.line(d.span(4 + n), |o| {
            match NTPSERVER_OPTION_TYPE_NAMES.find(u64::from(kind)) {
                Some(name) => o.s(name),
                None => o.s("NTP Server suboption ").u(kind),
            };
        });
        cx.under(item, |cx| -> Step {
            cx.u16(NTPSERVER_OPTION_TYPE, d)?;
            cx.u16(NTPSERVER_OPTION_LENGTH, d)?;
            let mut v = d.take(n);
            match kind {
                1 => _ = cx.field(NTPSERVER_ADDR, &mut v, 16)?,
                2 => _ = cx.field(NTPSERVER_MC_ADDR, &mut v, 16)?,
                3 => domains(cx, &mut v, NTPSERVER_FQDN)?,
                _ => (),
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Cable Television Laboratories, whose suboptions have meanings that are known here.
const CABLE_LABS: u32 = 4491;

names! {
    CABLE_LABS_OPTIONS {
        1 => "Option Request = ",
        2 => "Device Type = ",
        3 => "Embedded Components = ",
        4 => "Serial Number = ",
        5 => "Hardware Version = ",
        6 => "Software Version = ",
        7 => "Boot ROM Version = ",
        8 => "Organization Unique Identifier = ",
        9 => "Model Number = ",
        10 => "Vendor Name = ",
        32 => "TFTP Server Addresses : ",
        33 => "Configuration File Name = ",
        34 => "Syslog Servers : ",
        35 => "TLV5 = ",
        36 => "Device Identifier = ",
        37 => "Time Protocol Servers : ",
        38 => "Time Offset = ",
        39 => "IP preference : ",
        61 => "CCAP-CORES : ",
        1025 => "CMTS Capabilities Option : ",
        1026 => "CM MAC Address Option = ",
        1027 => "eRouter Container Option : ",
        2170 => "CableLabs Client Configuration : ",
        2171 => "CableLabs Client Configuration IPv6 : ",
        2172 => "CableLabs Correlation ID = ",
    }
}

fn cable_labs<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>) -> Step {
    while d.left() >= 4 {
        let (code, n) = (d.peek_u16(0)?, usize::from(d.peek_u16(2)?));
        let item = cx.peek(CABLELABS_OPT, d, 2)?;
        cx.set_len(item, 4 + n);
        d.skip(4)?;
        let mut body = d.take(n);
        let text = body.rest();
        cx.label(item, |o| {
            o.s("Suboption: ").s(CABLE_LABS_OPTIONS.or(u64::from(code), "Unknown ")).s(" (").u(code).s(")");
            match code {
                1 => text.chunks_exact(2).for_each(|b| _ = o.s(" ").u(u16::from_be_bytes([b[0], b[1]]))),
                2..=10 | 33 => _ = o.s("\"").text(text).s("\""),
                36 => _ = o.hex_bytes(text, 0),
                38 => _ = o.i(text.first_chunk().map_or(0, |b| i32::from_be_bytes(*b))),
                39 => match text {
                    [1] => _ = o.s("IPv4"),
                    [2] => _ = o.s("IPv6"),
                    [6] => _ = o.s("Dual Stack"),
                    other => _ = o.s("Invalid IP Preference value ").u(other.first().copied().unwrap_or(0)),
                },
                2170 => _ = o.s(" (").u(n as u64).s(" bytes)"),
                _ => (),
            }
        });
        if matches!(code, 32 | 34 | 37) {
            cx.under(item, |cx| -> Step {
                while body.left() >= 16 {
                    cx.field(CABLELABS_IPV6_SERVER, &mut body, 16)?;
                }
                Ok(())
            })?;
        }
    }
    Ok(())
}
