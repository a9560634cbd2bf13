//! DHCP for IPv6, RFC 8415.

use crate::application::dns::Name;
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Value, names, proto};

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
        DUIDEN_ENTERPRISE "dhcpv6.duiden.enterprise" "Enterprise ID": U32 Custom;
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
        VENDORCLASS_ENTERPRISE "dhcpv6.vendorclass.enterprise" "Enterprise ID": U32 Custom;
        VENDORCLASS_DATA "dhcpv6.vendorclass.data" "vendor-class-data": StrZ;
        CABLELABS_OPT "dhcpv6.cablelabs.opt" "Suboption": U16 Dec;
        CABLELABS_IPV6_SERVER "dhcpv6.cablelabs.ipv6_server" "IPv6 address": Ipv6;
        VENDOROPTS_ENTERPRISE "dhcpv6.vendoropts.enterprise" "Enterprise ID": U32 Custom;
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
        BOGUS_LENGTH "dhcpv6.bogus_length" "Bogus length": None;
        NO_SUBOPTION_LEN "dhcpv6.no_suboption_len" "no room left in option for suboption length": None;
        INVALID_TIME_VALUE "dhcpv6.invalid_time_value" "Invalid time value": None;
        INVALID_TYPE "dhcpv6.invalid_type" "Invalid type": None;
        BAD_MSGTYPE "dhcpv6.bad_msgtype" "This message type is not permitted to use OPTION_CLIENT_FQDN": None;
        S_BIT_SHOULD_BE_ZERO "dhcpv6.s_bit_should_be_zero" "ERROR: When the N-bit is set, the S-bit must be reset": None;
        EXPERT_NAME_NOT_DNS_ENCODED "dhcpv6.expert.name_not_dns_encoded" "ERROR: This name is not a DNS record encoded": None;
        EXPERT_DOMAIN_FIELD_LENGTH_EXCEEDED "dhcpv6.expert.domain_field_length_exceeded" "ERROR: FQDN exceeds length of the domain name field": None;
        EXPERT_ENCODED_FQDN_GT_255 "dhcpv6.expert.encoded_fqdn_gt_255" "ERROR: FQDN's *encoded* length exceeds 255 octets [RFC 1035 3.1.]": None;
        EXPERT_ROOT_ONLY_DOMAIN_NAME "dhcpv6.expert.root_only_domain_name" "ERROR: A root-only domain name cannot be resolved.": None;
        EXPERT_TLD_LOOKUP "dhcpv6.expert.tld_lookup" "WARNING: TLDs are rarely resolvable ": None;
        EXPERT_PARTIAL_NAME_PRECEDED_BY_FQDN "dhcpv6.expert.partial_name_preceded_by_fqdn" "ERROR: Partial name is preceded by an FQDN": None;
    }
    experts {
        MALFORMED_OPTION "dhcpv6.malformed_option" Error Malformed "Malformed option";
        ERROR_HOPCOUNT "dhcpv6.error_hopcount" Warn Protocol "Detected error on hop-count";
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
        let item = cx.field(HOPCOUNT, &mut c, 1)?;
        let inner = innermost_hops(&c);
        if let Some(n) = inner.filter(|n| *n != 0 && !nested) {
            cx.expert_with(ERROR_HOPCOUNT, item, c.span(0), |o| {
                o.s("Hopcount of most inner message has to equal 0 instead of ").u(n);
            });
        }
        let link = c.peek_bytes(0, 16)?;
        cx.info_add(|o| _ = o.s("L: ").ipv6(link).s(" "));
        cx.field(LINKADDR, &mut c, 16)?;
        cx.field(PEERADDR, &mut c, 16)?;
    } else {
        let xid = c.peek_uint(0, 3)?;
        cx.info_add(|o| _ = o.s("XID: ").hex(xid, 1).s(" "));
        cx.uint(XID, &mut c, 3)?;
    }
    options(cx, &mut c)
}

/// The hop count of the innermost relay message, when there is one besides this.
fn innermost_hops(c: &Cursor<'_>) -> Option<u8> {
    let mut options = *c;
    let mut found = None;
    options.skip(32).ok()?;
    for _ in 0..MAX_RELAYS {
        // The message itself is in option 9, mostly the last one.
        let mut at = options;
        let inner = loop {
            let (code, len) = (at.peek_u16(0).ok()?, usize::from(at.peek_u16(2).ok()?));
            at.skip(4).ok()?;
            if code == 9 {
                break at.within(len);
            }
            at.skip(len).ok()?;
        };
        let kind = inner.peek_u8(0).ok()?;
        if !matches!(kind, RELAY_FORWARD | RELAY_REPLY) {
            return found;
        }
        found = inner.peek_u8(1).ok();
        options = inner;
        options.skip(34).ok()?;
    }
    found
}

fn options<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
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
            let mut d = c.take(len);
            option(cx, &mut d, code, len)
        })?;
    }
    Ok(())
}

fn malformed<S: Sink>(cx: &mut Cx<'_, S>, d: &Cursor<'_>, text: &'static str) -> Step {
    cx.expert_here(MALFORMED_OPTION, d.span(0), |o| _ = o.s(text));
    Ok(())
}

fn option<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, code: u16, len: usize) -> Step {
    match code {
        1 | 2 => {
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
            options(cx, d)?;
        }
        4 => {
            if len < 4 {
                return malformed(cx, d, "IA_TA: malformed option");
            }
            identity(cx, d, IATA)?;
            options(cx, d)?;
        }
        5 => {
            if len < 24 {
                return malformed(cx, d, "IA_ADDR: malformed option");
            }
            let address = d.peek_bytes(0, 16)?;
            cx.info_add(|o| _ = o.s("IAA: ").ipv6(address).s(" "));
            cx.field(IAADDR_IP, d, 16)?;
            cx.u32(IAADDR_PREF_LIFETIME, d)?;
            cx.u32(IAADDR_VALID_LIFETIME, d)?;
            options(cx, d)?;
        }
        6 | 43 => {
            while d.left() >= 2 {
                cx.u16(REQUESTED_OPTION_CODE, d)?;
            }
        }
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
        12 => _ = cx.field(UNICAST, d, 16)?,
        13 => {
            cx.u16(STATUS_CODE, d)?;
            if len > 2 {
                cx.bytes(STATUS_MSG, d, len - 2)?;
            }
        }
        15 => {
            while !d.is_empty() {
                let n = usize::from(d.peek_u16(0).unwrap_or(0));
                if n + 2 > d.left() {
                    return malformed(cx, d, "User Class: suboption too long");
                }
                cx.u16(USERCLASS_LENGTH, d)?;
                cx.bytes(USERCLASS_OPAQUE_DATA, d, n)?;
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
            while d.left() >= 4 {
                let n = usize::from(d.peek_u16(2)?);
                let item = cx.line(d.span(4 + n), |o| _ = o.s("option"));
                cx.under(item, |cx| -> Step {
                    cx.u16(VENDOROPTS_ENTERPRISE_OPTION_CODE, d)?;
                    cx.u16(VENDOROPTS_ENTERPRISE_OPTION_LENGTH, d)?;
                    let n = n.min(d.left());
                    cx.bytes(VENDOROPTS_ENTERPRISE_OPTION_DATA, d, n)?;
                    Ok(())
                })?;
            }
        }
        18 => _ = cx.bytes(INTERFACE_ID, d, len)?,
        19 => {
            if len != 1 {
                return malformed(cx, d, "RECONF_MSG: malformed option");
            }
            cx.u8(RECONF_MSG, d)?;
        }
        21 => names_under(cx, d, "SIP Servers Domain Search List", SIP_SERVER_DOMAIN_SEARCH_FQDN)?,
        22 => addresses(cx, d, SIP_SERVER_A)?,
        23 => addresses(cx, d, DNS_SERVER)?,
        24 => names_under(cx, d, "Domain name suffix search list", SEARCH_LIST_ENTRY)?,
        26 => {
            if len < 25 {
                return malformed(cx, d, "IA_PREFIX: malformed option");
            }
            cx.u32(IAPREFIX_PREF_LIFETIME, d)?;
            cx.u32(IAPREFIX_VALID_LIFETIME, d)?;
            cx.u8(IAPREFIX_PREF_LEN, d)?;
            cx.field(IAPREFIX_PREF_ADDR, d, 16)?;
            options(cx, d)?;
        }
        27 => addresses(cx, d, NIS_SERVER)?,
        28 => addresses(cx, d, NISP_SERVER)?,
        29 => domain(cx, d, NIS_FQDN)?,
        30 => domain(cx, d, NISP_FQDN)?,
        31 => addresses(cx, d, SNTP_SERVER)?,
        32 => _ = cx.u32(LIFETIME, d)?,
        33 => names_under(cx, d, "BCMCS Servers Domain Search List", BCMCS_SERVER_FQDN)?,
        34 => addresses(cx, d, BCMCS_SERVER_A)?,
        39 => {
            let (flags, item) =
                cx.flags(CLIENT_FQDN_FLAGS, d, 1, &[CLIENTFQDN_CLIENT_N, CLIENTFQDN_CLIENT_S])?;
            cx.append(item, |o| {
                o.s(match flags & 5 {
                    1 => "  [CLIENT wants SERVER to update both its AAAA and PTR RRs]",
                    4 => "  [CLIENT wants to update its AAAA and PTR RRs]",
                    0 => "  [CLIENT wants to update its AAAA RRs and SERVER to update its PTR RRs]",
                    _ => "",
                });
            });
            if !d.is_empty() {
                domain(cx, d, CLIENT_DOMAIN)?;
            }
        }
        56 => ntp_server(cx, d)?,
        64 => domain(cx, d, AFTR_NAME)?,
        112 => _ = cx.bytes(MUDURL, d, len)?,
        _ => (),
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
        1 => {
            cx.u16(DUIDLLT_HWTYPE, d)?;
            let secs = d.peek_u32(0)?;
            cx.add(DUIDLLT_TIME, d.span(4), Value::Time(i64::from(secs) + DUID_EPOCH, 0));
            d.skip(4)?;
            link_layer(cx, d, DUIDLLT_LINK_LAYER_ADDR)?;
        }
        2 => {
            cx.u32(DUIDEN_ENTERPRISE, d)?;
            if !d.is_empty() {
                let n = d.left();
                cx.bytes(DUIDEN_IDENTIFIER, d, n)?;
            }
        }
        3 => {
            cx.u16(DUIDLL_HWTYPE, d)?;
            link_layer(cx, d, DUIDLL_LINK_LAYER_ADDR)?;
        }
        4 => {
            let n = d.left();
            cx.bytes(DUIDUUID_BYTES, d, n)?;
        }
        _ => (),
    }
    Ok(())
}

fn link_layer<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, field: Field) -> Step {
    if d.is_empty() {
        return Ok(());
    }
    let n = d.left();
    let span = d.span(n);
    let bytes = d.bytes(n)?;
    cx.add_str(field, span, |o| _ = o.hex_bytes(bytes, b':'));
    Ok(())
}

fn addresses<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, field: Field) -> Step {
    let mut i = 0u32;
    while d.left() >= 16 {
        i += 1;
        let address = d.peek_bytes(0, 16)?;
        let item = cx.field(field, d, 16)?;
        let label = cx.registry.field(field).label;
        cx.label(item, |o| _ = o.s(" ").u(i).s(" ").s(label).s(": ").ipv6(address));
    }
    Ok(())
}

/// A name with a dot behind it, when it ends with the root.
fn domain<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, field: Field) -> Step {
    let start = *d;
    // Where the capture was cut nothing is left to pass over.
    start.peek_u8(0)?;
    match Name::read(d, d.pos()) {
        Ok(name) => {
            cx.add_str(field, d.span_since(&start), |o| {
                name.write(o);
                o.s(".");
            });
        }
        Err(_) => {
            // Labels without an end.
            let bytes = start.rest();
            cx.add_str(field, start.span(bytes.len()), |o| {
                let mut rest = bytes;
                let mut first = true;
                while let Some((&n, tail)) = rest.split_first() {
                    let label = tail.get(..usize::from(n)).unwrap_or(tail);
                    o.s(if first { "" } else { "." }).text(label);
                    first = false;
                    rest = tail.get(usize::from(n)..).unwrap_or_default();
                }
            });
            d.advance(bytes.len());
        }
    }
    Ok(())
}

fn names_under<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, title: &str, field: Field) -> Step {
    let item = cx.line(d.span(d.left()), |o| _ = o.s(title));
    cx.under(item, |cx| -> Step {
        while !d.is_empty() {
            domain(cx, d, field)?;
        }
        Ok(())
    })
}

/// RFC 5908.
fn ntp_server<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>) -> Step {
    while d.left() >= 4 {
        let (kind, n) = (d.peek_u16(0)?, usize::from(d.peek_u16(2)?));
        let name = NTPSERVER_OPTION_TYPE_NAMES.or(u64::from(kind), "Unknown");
        let item = cx.line(d.span(4 + n), |o| _ = o.s(name));
        cx.under(item, |cx| -> Step {
            cx.u16(NTPSERVER_OPTION_TYPE, d)?;
            cx.u16(NTPSERVER_OPTION_LENGTH, d)?;
            let mut v = d.take(n);
            match kind {
                1 if n == 16 => _ = cx.field(NTPSERVER_ADDR, &mut v, 16)?,
                2 if n == 16 => _ = cx.field(NTPSERVER_MC_ADDR, &mut v, 16)?,
                3 => domain(cx, &mut v, NTPSERVER_FQDN)?,
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
        1 => "Option Request = ", 2 => "Device Type = ", 3 => "Embedded Components = ", 4 => "Serial Number = ",
        5 => "Hardware Version = ", 6 => "Software Version = ", 7 => "Boot ROM Version = ",
        8 => "Organization Unique Identifier = ", 9 => "Model Number = ", 10 => "Vendor Name = ",
        32 => "TFTP Server Addresses : ", 33 => "Configuration File Name = ", 34 => "Syslog Servers : ",
        35 => "TLV5 = ", 36 => "Device Identifier = ", 37 => "Time Protocol Servers : ", 38 => "Time Offset = ",
        39 => "IP preference : ", 2170 => "CableLabs Client Configuration : ",
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
