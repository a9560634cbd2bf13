//! Fields of DNS and names of their values.

use super::dissect;
use requin_wire::{Names, names, proto};

proto! {
    DNS "dns" "Domain Name System" "DNS" App
    on [Udp 53, Tcp 53, Tcp 5353, SctpPort 53]
    looks_like [Udp super::looks_like]
    frames sized [super::frames]
    remember [super::pairs::remember] for [RESPONSE_TO, RETRANSMISSION, RETRANSMIT_REQUEST_IN, RETRANSMIT_RESPONSE_IN, TIME, UNSOLICITED, RETRANSMIT_REQUEST, RETRANSMIT_RESPONSE]
    fields {
        LENGTH "dns.length" "Length": U16 Dec;
        FLAGS "dns.flags" "Flags": U16 Hex;
        FLAGS_RESPONSE "dns.flags.response" "Response": Bool(16) & 0x8000 = Names::Bools("Message is a response", "Message is a query");
        FLAGS_OPCODE "dns.flags.opcode" "Opcode": U16 Dec & 0x7800 = FLAGS_OPCODE_NAMES;
        FLAGS_AUTHORITATIVE "dns.flags.authoritative" "Authoritative": Bool(16) & 0x400 = Names::Bools("Server is an authority for domain", "Server is not an authority for domain");
        FLAGS_CONFLICT "dns.flags.conflict" "Conflict": Bool(16) & 0x400 = Names::Bools("The sender received multiple responses", "None");
        FLAGS_TRUNCATED "dns.flags.truncated" "Truncated": Bool(16) & 0x200 = Names::Bools("Message is truncated", "Message is not truncated");
        FLAGS_RECDESIRED "dns.flags.recdesired" "Recursion desired": Bool(16) & 0x100 = Names::Bools("Do query recursively", "Don't do query recursively");
        FLAGS_TENTATIVE "dns.flags.tentative" "Tentative": Bool(16) & 0x100 = Names::Bools("Tentative", "Not tentative");
        FLAGS_RECAVAIL "dns.flags.recavail" "Recursion available": Bool(16) & 0x80 = Names::Bools("Server can do recursive queries", "Server can't do recursive queries");
        FLAGS_Z "dns.flags.z" "Z": Bool(16) & 0x40 = Names::Bools("reserved - incorrect!", "reserved (0)");
        FLAGS_AUTHENTICATED "dns.flags.authenticated" "Answer authenticated": Bool(16) & 0x20 = Names::Bools("Answer/authority portion was authenticated by the server", "Answer/authority portion was not authenticated by the server");
        FLAGS_CHECKDISABLE "dns.flags.checkdisable" "Non-authenticated data": Bool(16) & 0x10 = Names::Bools("Acceptable", "Unacceptable");
        FLAGS_RCODE "dns.flags.rcode" "Reply code": U16 Dec & 0xf = FLAGS_RCODE_NAMES;
        ID_FIELD "dns.id" "Transaction ID": U16 Hex;
        QRY_TYPE "dns.qry.type" "Type": U16 Dec = QRY_TYPE_NAMES;
        QRY_CLASS "dns.qry.class" "Class": U16 Hex = QRY_CLASS_NAMES;
        QRY_QU "dns.qry.qu" "\"QU\" question": Bool(16) & 0x8000;
        QRY_NAME "dns.qry.name" "Name": Str;
        QRY_NAME_LEN "dns.qry.name.len" "Name Length": U16 Dec;
        COUNT_LABELS "dns.count.labels" "Label Count": U16 Dec;
        RESP_TYPE "dns.resp.type" "Type": U16 Dec = QRY_TYPE_NAMES;
        RESP_CLASS "dns.resp.class" "Class": U16 Hex = QRY_CLASS_NAMES;
        RESP_CACHE_FLUSH "dns.resp.cache_flush" "Cache flush": Bool(16) & 0x8000;
        RESP_EXT_RCODE "dns.resp.ext_rcode" "Higher bits in extended RCODE": U8 Hex;
        RESP_EDNS0_VERSION "dns.resp.edns0_version" "EDNS0 version": U8 Dec;
        RESP_Z "dns.resp.z" "Z": U16 Hex;
        RESP_Z_DO "dns.resp.z.do" "DO bit": Bool(16) & 0x8000 = Names::Bools("Accepts DNSSEC security RRs", "Cannot handle DNSSEC security RRs");
        RESP_Z_RESERVED "dns.resp.z.reserved" "Reserved": U16 Hex & 0x7fff;
        SRV_SERVICE "dns.srv.service" "Service": Str;
        SRV_PROTO "dns.srv.proto" "Protocol": Str;
        SRV_NAME "dns.srv.name" "Name": Str;
        SRV_PRIORITY "dns.srv.priority" "Priority": U16 Dec;
        SRV_WEIGHT "dns.srv.weight" "Weight": U16 Dec;
        SRV_PORT "dns.srv.port" "Port": U16 Dec;
        SRV_TARGET "dns.srv.target" "Target": Str;
        NAPTR_ORDER "dns.naptr.order" "Order": U16 Dec;
        NAPTR_PREFERENCE "dns.naptr.preference" "Preference": U16 Dec;
        NAPTR_FLAGS_LENGTH "dns.naptr.flags_length" "Flags Length": U8 Dec;
        NAPTR_FLAGS "dns.naptr.flags" "Flags": Str;
        NAPTR_SERVICE_LENGTH "dns.naptr.service_length" "Service Length": U8 Dec;
        NAPTR_SERVICE "dns.naptr.service" "Service": Str;
        NAPTR_REGEX_LENGTH "dns.naptr.regex_length" "Regex Length": U8 Dec;
        NAPTR_REGEX "dns.naptr.regex" "Regex": Str;
        NAPTR_REPLACEMENT_LENGTH "dns.naptr.replacement_length" "Replacement Length": U8 Dec;
        NAPTR_REPLACEMENT "dns.naptr.replacement" "Replacement": Str;
        RESP_NAME "dns.resp.name" "Name": Str;
        RESP_TTL "dns.resp.ttl" "Time to live": U32 Dec;
        RESP_LEN "dns.resp.len" "Data length": U16 Dec;
        A "dns.a" "Address": Ipv4;
        MD "dns.md" "Mail Destination": Str;
        MF "dns.mf" "Mail Forwarder": Str;
        MB "dns.mb" "MailBox Domaine": Str;
        MG "dns.mg" "Mail Group member": Str;
        MR "dns.mr" "Mail Rename domaine": Str;
        NULL "dns.null" "Null (data)": Bytes;
        AAAA "dns.aaaa" "AAAA Address": Ipv6;
        CNAME "dns.cname" "CNAME": Str;
        RR_UDP_PAYLOAD_SIZE_MDNS "dns.rr.udp_payload_size" "UDP payload size": U16 Hex & 0x7fff;
        RR_UDP_PAYLOAD_SIZE "dns.rr.udp_payload_size" "UDP payload size": U16 Dec;
        SOA_MNAME "dns.soa.mname" "Primary name server": Str;
        SOA_RNAME "dns.soa.rname" "Responsible authority's mailbox": Str;
        SOA_SERIAL_NUMBER "dns.soa.serial_number" "Serial Number": U32 Dec;
        SOA_REFRESH_INTERVAL "dns.soa.refresh_interval" "Refresh Interval": U32 Dec;
        SOA_RETRY_INTERVAL "dns.soa.retry_interval" "Retry Interval": U32 Dec;
        SOA_EXPIRE_LIMIT "dns.soa.expire_limit" "Expire limit": U32 Dec;
        SOA_MINIMUM_TTL "dns.soa.minimum_ttl" "Minimum TTL": U32 Dec;
        PTR_DOMAIN_NAME "dns.ptr.domain_name" "Domain Name": Str;
        WKS_ADDRESS "dns.wks.address" "Address": Ipv4;
        WKS_PROTOCOL "dns.wks.protocol" "Protocol": U8 Dec = crate::network::PROTOCOLS;
        WKS_BITS "dns.wks.bits" "Bits": U8 Hex;
        HINFO_CPU_LENGTH "dns.hinfo.cpu_length" "CPU Length": U8 Dec;
        HINFO_CPU "dns.hinfo.cpu" "CPU": Str;
        HINFO_OS_LENGTH "dns.hinfo.os_length" "OS Length": U8 Dec;
        HINFO_OS "dns.hinfo.os" "OS": Str;
        MINFO_R "dns.minfo.r" "Responsible Mailbox": Str;
        MINFO_E "dns.minfo.e" "Error Mailbox": Str;
        MX_PREFERENCE "dns.mx.preference" "Preference": U16 Dec;
        MX_MAIL_EXCHANGE "dns.mx.mail_exchange" "Mail Exchange": Str;
        TXT_LENGTH "dns.txt.length" "TXT Length": U8 Dec;
        TXT "dns.txt" "TXT": Str;
        OPENPGPKEY "dns.openpgpkey" "OpenPGP Key": Str;
        CSYNC_SOA "dns.csync.soa" "SOA": U32 Dec;
        CSYNC_FLAGS "dns.csync.flags" "Flags": U16 Hex;
        CSYNC_FLAGS_IMMEDIATE "dns.csync.flags.immediate" "immediate": Bool(16) & 0x1;
        CSYNC_FLAGS_SOAMINIMUM "dns.csync.flags.soaminimum" "soaminimum": Bool(16) & 0x2;
        CSYNC_TYPE_BITMAP "dns.csync.type_bitmap" "Type Bitmap": Bytes;
        ZONEMD_SERIAL "dns.zonemd.serial" "Serial": U32 Dec;
        ZONEMD_SCHEME "dns.zonemd.scheme" "Scheme": U8 Dec = ZONEMD_SCHEME_NAMES;
        ZONEMD_HASH_ALGO "dns.zonemd.hash_algo" "Hash Algorithm": U8 Dec = ZONEMD_HASH_ALGO_NAMES;
        ZONEMD_DIGEST "dns.zonemd.digest" "Digest": Bytes;
        SVCB_SVCPRIORITY "dns.svcb.svcpriority" "SvcPriority": U16 Dec;
        SVCB_TARGETNAME "dns.svcb.targetname" "TargetName": Str;
        SVCB_SVCPARAM_KEY "dns.svcb.svcparam.key" "SvcParamKey": U16 Dec = SVCB_SVCPARAM_KEY_NAMES;
        SVCB_SVCPARAM_VALUE_LENGTH "dns.svcb.svcparam.value.length" "SvcParamValue length": U16 Dec;
        SVCB_SVCPARAM_VALUE "dns.svcb.svcparam.value" "SvcParamValue": Bytes;
        SVCB_SVCPARAM "dns.svcb.svcparam" "SvcParam": None;
        SVCB_SVCPARAM_MANDATORY_KEY "dns.svcb.svcparam.mandatory.key" "Mandatory key": U16 Dec = SVCB_SVCPARAM_KEY_NAMES;
        SVCB_SVCPARAM_ALPN_LENGTH "dns.svcb.svcparam.alpn.length" "ALPN length": U8 Dec;
        SVCB_SVCPARAM_ALPN "dns.svcb.svcparam.alpn" "ALPN": Str;
        SVCB_SVCPARAM_PORT "dns.svcb.svcparam.port" "Port": U16 Dec;
        SVCB_SVCPARAM_IPV4HINT_IP "dns.svcb.svcparam.ipv4hint.ip" "IP": Ipv4;
        SVCB_SVCPARAM_ECHCONFIG "dns.svcb.svcparam.echconfig" "ECHConfig": Bytes;
        SVCB_SVCPARAM_IPV6HINT_IP "dns.svcb.svcparam.ipv6hint.ip" "IP": Ipv6;
        SVCB_SVCPARAM_ODOHCONFIG "dns.svcb.svcparam.odohconfig" "ODoHConfig": Bytes;
        SPF_LENGTH "dns.spf.length" "SPF Length": U8 Dec;
        SPF "dns.spf" "SPF": Str;
        ILNP_NID_PREFERENCE "dns.ilnp.nid.preference" "Preference": U16 Dec;
        ILNP_NID "dns.ilnp.nid" "NodeID": Bytes;
        ILNP_L32_PREFERENCE "dns.ilnp.l32.preference" "Preference": U16 Dec;
        ILNP_L32 "dns.ilnp.l32" "Locator32": Ipv4;
        ILNP_L64_PREFERENCE "dns.ilnp.l64.preference" "Preference": U16 Dec;
        ILNP_L64 "dns.ilnp.l64" "Locator64": Bytes;
        ILNP_LP_PREFERENCE "dns.ilnp.lp.preference" "Preference": U16 Dec;
        ILNP_LP "dns.ilnp.lp" "Locator FQDN": Str;
        EUI48 "dns.eui48" "EUI48 Address": Ether;
        EUI64 "dns.eui64" "EUI64 Address": Eui64;
        RRSIG_TYPE_COVERED "dns.rrsig.type_covered" "Type Covered": U16 Dec = QRY_TYPE_NAMES;
        RRSIG_ALGORITHM "dns.rrsig.algorithm" "Algorithm": U8 Dec = RRSIG_ALGORITHM_NAMES;
        RRSIG_LABELS "dns.rrsig.labels" "Labels": U8 Dec;
        RRSIG_ORIGINAL_TTL "dns.rrsig.original_ttl" "Original TTL": U32 Dec;
        RRSIG_SIGNATURE_EXPIRATION "dns.rrsig.signature_expiration" "Signature Expiration": AbsTime Local;
        RRSIG_SIGNATURE_INCEPTION "dns.rrsig.signature_inception" "Signature Inception": AbsTime Local;
        RRSIG_KEY_TAG "dns.rrsig.key_tag" "Key Tag": U16 Dec;
        RRSIG_SIGNERS_NAME "dns.rrsig.signers_name" "Signer's name": Str;
        RRSIG_SIGNATURE "dns.rrsig.signature" "Signature": Bytes;
        DNSKEY_FLAGS "dns.dnskey.flags" "Flags": U16 Hex;
        DNSKEY_FLAGS_ZONE_KEY "dns.dnskey.flags.zone_key" "Zone Key": Bool(16) & 0x100 = Names::Bools("This is the zone key for specified zone", "This it not a zone key");
        DNSKEY_FLAGS_KEY_REVOKED "dns.dnskey.flags.key_revoked" "Key Revoked": Bool(16) & 0x80 = Names::Bools("Yes", "No");
        DNSKEY_FLAGS_SECURE_ENTRY_POINT "dns.dnskey.flags.secure_entry_point" "Key Signing Key": Bool(16) & 0x1 = Names::Bools("Yes", "No");
        DNSKEY_FLAGS_RESERVED "dns.dnskey.flags.reserved" "Key Signing Key": U16 Hex & 0xfe7e;
        DNSKEY_PROTOCOL "dns.dnskey.protocol" "Protocol": U8 Dec;
        DNSKEY_ALGORITHM "dns.dnskey.algorithm" "Algorithm": U8 Dec = RRSIG_ALGORITHM_NAMES;
        DNSKEY_KEY_ID "dns.dnskey.key_id" "Key id": U16 Dec;
        DNSKEY_PUBLIC_KEY "dns.dnskey.public_key" "Public Key": Bytes;
        KEY_FLAGS "dns.key.flags" "Flags": U16 Hex;
        KEY_FLAGS_AUTHENTICATION "dns.key.flags.authentication" "Key allowed for authentication": Bool(16) & 0x8000 = Names::Bools("Not Allowed", "Allowed");
        KEY_FLAGS_CONFIDENTIALITY "dns.key.flags.confidentiality" "Key allowed for confidentiality": Bool(16) & 0x4000 = Names::Bools("Not Allowed", "Allowed");
        KEY_FLAGS_REQUIRED "dns.key.flags.required" "Key required": Bool(16) & 0x2000 = Names::Bools("Experimental or optional", "Required");
        KEY_FLAGS_ASSOCIATED_USER "dns.key.flags.associated_user" "Key is associated with a user": Bool(16) & 0x400 = Names::Bools("Yes", "No");
        KEY_FLAGS_ASSOCIATED_NAMED_ENTITY "dns.key.flags.associated_named_entity" "Key is associated with the named entity": Bool(16) & 0x200 = Names::Bools("Yes", "No");
        KEY_FLAGS_IPSEC "dns.key.flags.ipsec" "Key use with IPSEC": Bool(16) & 0x80 = Names::Bools("Valid", "Invalid");
        KEY_FLAGS_MIME "dns.key.flags.mime" "Key use with MIME security multiparts": Bool(16) & 0x40 = Names::Bools("Valid", "Invalid");
        KEY_FLAGS_SIGNATORY "dns.key.flags.signatory" "Signatory": U16 Dec & 0xf;
        KEY_PROTOCOL "dns.key.protocol" "Protocol": U8 Dec;
        KEY_ALGORITHM "dns.key.algorithm" "Algorithm": U8 Dec = RRSIG_ALGORITHM_NAMES;
        KEY_KEY_ID "dns.key.key_id" "Key ID": U16 Dec;
        KEY_PUBLIC_KEY "dns.key.public_key" "Public Key": Bytes;
        PX_PREFERENCE "dns.px.preference" "Preference": U16 Dec;
        PX_MAP822 "dns.px.map822" "MAP822": Str;
        PX_MAP400 "dns.px.map400" "MAPX400": Str;
        TKEY_ALGO_NAME "dns.tkey.algo_name" "Algorithm name": Str;
        TKEY_SIGNATURE_EXPIRATION "dns.tkey.signature_expiration" "Signature Expiration": AbsTime Local;
        TKEY_SIGNATURE_INCEPTION "dns.tkey.signature_inception" "Signature Inception": AbsTime Local;
        TKEY_MODE "dns.tkey.mode" "Mode": U16 Dec = TKEY_MODE_NAMES;
        TKEY_ERROR "dns.tkey.error" "Error": U16 Dec = FLAGS_RCODE_NAMES;
        TKEY_KEY_SIZE "dns.tkey.key_size" "Key Size": U16 Dec;
        TKEY_KEY_DATA "dns.tkey.key_data" "Key Data": Bytes;
        TKEY_OTHER_SIZE "dns.tkey.other_size" "Other Size": U16 Dec;
        TKEY_OTHER_DATA "dns.tkey.other_data" "Other Data": Bytes;
        IPSECKEY_GATEWAY_PRECEDENCE "dns.ipseckey.gateway_precedence" "Gateway Precedence": U8 Dec;
        IPSECKEY_GATEWAY_ALGORITHM "dns.ipseckey.gateway_algorithm" "Gateway Algorithm": U8 Dec = IPSECKEY_GATEWAY_ALGORITHM_NAMES;
        IPSECKEY_GATEWAY_TYPE "dns.ipseckey.gateway_type" "Gateway Type": U8 Dec = IPSECKEY_GATEWAY_TYPE_NAMES;
        IPSECKEY_GATEWAY_IPV4 "dns.ipseckey.gateway_ipv4" "IPv4 Gateway": Ipv4;
        IPSECKEY_GATEWAY_IPV6 "dns.ipseckey.gateway_ipv6" "IPv6 Gateway": Ipv6;
        IPSECKEY_GATEWAY_DNS "dns.ipseckey.gateway_dns" "DNS Gateway": Str;
        IPSECKEY_PUBLIC_KEY "dns.ipseckey.public_key" "Public Key": Bytes;
        XPF_IP_VERSION "dns.xpf.ip_version" "IP Version": U16 Dec = XPF_IP_VERSION_NAMES;
        XPF_PROTOCOL "dns.xpf.protocol" "Protocol": U8 Dec = crate::network::PROTOCOLS;
        XPF_SOURCE_IPV4 "dns.xpf.source_ipv4" "IPv4 Source": Ipv4;
        XPF_DESTINATION_IPV4 "dns.xpf.destination_ipv4" "IPv4 Destination": Ipv4;
        XPF_SOURCE_IPV6 "dns.xpf.source_ipv6" "IPv6 Source": Ipv6;
        XPF_DESTINATION_IPV6 "dns.xpf.destination_ipv6" "IPv6 Destination": Ipv6;
        XPF_SPORT "dns.xpf.sport" "Source port": U16 Dec;
        XPF_DPORT "dns.xpf.dport" "Destination port": U16 Dec;
        A6_PREFIX_LEN "dns.a6.prefix_len" "Prefix len": U8 Dec;
        A6_ADDRESS_SUFFIX "dns.a6.address_suffix" "Address Suffix": Ipv6;
        A6_PREFIX_NAME "dns.a6.prefix_name" "Prefix name": Str;
        DNAME "dns.dname" "Dname": Str;
        LOC_VERSION "dns.loc.version" "Version": U8 Dec;
        LOC_SIZE "dns.loc.size" "Size": U8 Dec;
        LOC_HORIZONTAL_PRECISION "dns.loc.horizontal_precision" "Horizontal Precision": U8 Dec;
        LOC_VERTICAL_PRECISION "dns.loc.vertical_precision" "Vertical Precision": U8 Dec;
        LOC_LATITUDE "dns.loc.latitude" "Latitude": U32 Dec;
        LOC_LONGITUDE "dns.loc.longitude" "Longitude": U32 Dec;
        LOC_ALTITUDE "dns.loc.altitude" "Altitude": U32 Dec;
        LOC_UNKNOWN_DATA "dns.loc.unknown_data" "Unknown data": Bytes;
        NXT_NEXT_DOMAIN_NAME "dns.nxt.next_domain_name" "Next Domain Name": Str;
        KX_PREFERENCE "dns.kx.preference" "Preference": U16 Dec;
        KX_KEY_EXCHANGE "dns.kx.key_exchange" "Key Exchange": Str;
        CERT_TYPE "dns.cert.type" "Type": U16 Dec = CERT_TYPE_NAMES;
        CERT_KEY_TAG "dns.cert.key_tag" "Key Tag": U16 Hex;
        CERT_ALGORITHM "dns.cert.algorithm" "Algorithm": U8 Dec = RRSIG_ALGORITHM_NAMES;
        CERT_CERTIFICATE "dns.cert.certificate" "Certificate (or CRL)": Bytes;
        NSEC_NEXT_DOMAIN_NAME "dns.nsec.next_domain_name" "Next Domain Name": Str;
        NS "dns.ns" "Name Server": Str;
        OPT "dns.opt" "Option": None;
        OPT_CODE "dns.opt.code" "Option Code": U16 Dec = OPT_CODE_NAMES;
        OPT_LEN "dns.opt.len" "Option Length": U16 Dec;
        OPT_DATA "dns.opt.data" "Option Data": Bytes;
        OPT_DAU "dns.opt.dau" "DAU": U8 Dec = RRSIG_ALGORITHM_NAMES;
        OPT_DHU "dns.opt.dhu" "DHU": U8 Dec = OPT_DHU_NAMES;
        OPT_N3U "dns.opt.n3u" "N3U": U8 Dec = OPT_N3U_NAMES;
        OPT_CLIENT_FAMILY "dns.opt.client.family" "Family": U16 Dec = OPT_CLIENT_FAMILY_NAMES;
        OPT_CLIENT_NETMASK "dns.opt.client.netmask" "Source Netmask": U8 Dec;
        OPT_CLIENT_SCOPE "dns.opt.client.scope" "Scope Netmask": U8 Dec;
        OPT_CLIENT_ADDR "dns.opt.client.addr" "Client Subnet": Bytes;
        OPT_CLIENT_ADDR4 "dns.opt.client.addr4" "Client Subnet": Ipv4;
        OPT_CLIENT_ADDR6 "dns.opt.client.addr6" "Client Subnet": Ipv6;
        OPT_COOKIE_CLIENT "dns.opt.cookie.client" "Client Cookie": Bytes;
        OPT_COOKIE_SERVER "dns.opt.cookie.server" "Server Cookie": Bytes;
        OPT_EDNS_TCP_KEEPALIVE_TIMEOUT "dns.opt.edns_tcp_keepalive.timeout" "Timeout": U16 Dec;
        OPT_PADDING "dns.opt.padding" "Padding": Bytes;
        OPT_CHAIN_FQDN "dns.opt.chain.fqdn" "Closest Trust Point": Str;
        OPT_EXT_ERROR_INFO_CODE "dns.opt.ext_error.info_code" "Info Code": U16 Dec = OPT_EXT_ERROR_INFO_CODE_NAMES;
        OPT_EXT_ERROR_EXTRA_TEXT "dns.opt.ext_error.extra_text" "Extra Text": Str;
        COUNT_QUERIES "dns.count.queries" "Questions": U16 Dec;
        COUNT_ZONES "dns.count.zones" "Zones": U16 Dec;
        COUNT_ANSWERS "dns.count.answers" "Answer RRs": U16 Dec;
        COUNT_PREREQUISITES "dns.count.prerequisites" "Prerequisites": U16 Dec;
        COUNT_AUTH_RR "dns.count.auth_rr" "Authority RRs": U16 Dec;
        COUNT_UPDATES "dns.count.updates" "Updates": U16 Dec;
        NSEC3_ALGO "dns.nsec3.algo" "Hash algorithm": U8 Dec = OPT_N3U_NAMES;
        NSEC3_FLAGS "dns.nsec3.flags" "NSEC3 flags": U8 Dec;
        NSEC3_FLAGS_OPT_OUT "dns.nsec3.flags.opt_out" "NSEC3 Opt-out flag": Bool(8) & 0x1 = Names::Bools("Additional insecure delegations allowed", "Additional insecure delegations forbidden");
        NSEC3_ITERATIONS "dns.nsec3.iterations" "NSEC3 iterations": U16 Dec;
        NSEC3_SALT_LENGTH "dns.nsec3.salt_length" "Salt length": U8 Dec;
        NSEC3_SALT_VALUE "dns.nsec3.salt_value" "Salt value": Bytes;
        NSEC3_HASH_LENGTH "dns.nsec3.hash_length" "Hash length": U8 Dec;
        NSEC3_HASH_VALUE "dns.nsec3.hash_value" "Next hashed owner": Str;
        TLSA_CERTIFICATE_USAGE "dns.tlsa.certificate_usage" "Certificate Usage": U8 Dec = TLSA_CERTIFICATE_USAGE_NAMES;
        TLSA_SELECTOR "dns.tlsa.selector" "Selector": U8 Dec = TLSA_SELECTOR_NAMES;
        TLSA_MATCHING_TYPE "dns.tlsa.matching_type" "Matching Type": U8 Dec = TLSA_MATCHING_TYPE_NAMES;
        TLSA_CERTIFICATE_ASSOCIATION_DATA "dns.tlsa.certificate_association_data" "Certificate Association Data": Bytes;
        TSIG_ALGORITHM_NAME "dns.tsig.algorithm_name" "Algorithm Name": Str;
        TSIG_TIME_SIGNED "dns.tsig.time_signed" "Time Signed": AbsTime Local;
        TSIG_ORIGINAL_ID "dns.tsig.original_id" "Original Id": U16 Dec;
        TSIG_ERROR "dns.tsig.error" "Error": U16 Dec = FLAGS_RCODE_NAMES;
        TSIG_FUDGE "dns.tsig.fudge" "Fudge": U16 Dec;
        TSIG_MAC_SIZE "dns.tsig.mac_size" "MAC Size": U16 Dec;
        TSIG_OTHER_LEN "dns.tsig.other_len" "Other Len": U16 Dec;
        TSIG_MAC "dns.tsig.mac" "MAC": None;
        TSIG_OTHER_DATA "dns.tsig.other_data" "Other Data": Bytes;
        RESPONSE_IN "dns.response_in" "Response In": Framenum;
        RESPONSE_TO "dns.response_to" "Request In": Framenum;
        RETRANSMISSION "dns.retransmission" "Retransmission": Bool;
        RETRANSMIT_REQUEST_IN "dns.retransmit_request_in" "Retransmitted request. Original request in": Framenum;
        RETRANSMIT_RESPONSE_IN "dns.retransmit_response_in" "Retransmitted response. Original response in": Framenum;
        TIME "dns.time" "Time": RelTime;
        UNSOLICITED "dns.unsolicited" "Unsolicited": Bool;
        COUNT_ADD_RR "dns.count.add_rr" "Additional RRs": U16 Dec;
        SSHFP_ALGORITHM "dns.sshfp.algorithm" "Algorithm": U8 Dec = SSHFP_ALGORITHM_NAMES;
        SSHFP_FINGERPRINT_TYPE "dns.sshfp.fingerprint.type" "Fingerprint type": U8 Dec = SSHFP_FINGERPRINT_TYPE_NAMES;
        SSHFP_FINGERPRINT "dns.sshfp.fingerprint" "Fingerprint": Bytes;
        HIP_HIT_LENGTH "dns.hip.hit.length" "HIT length": U8 Dec;
        HIP_HIT_PK_ALGO "dns.hip.hit.pk.algo" "HIT length": U8 Dec = HIP_HIT_PK_ALGO_NAMES;
        HIP_PK_LENGTH "dns.hip.pk.length" "PK length": U16 Dec;
        HIP_HIT "dns.hip.hit" "Host Identity Tag": Bytes;
        HIP_PK "dns.hip.pk" "HIP Public Key": Bytes;
        HIP_RENDEZVOUS_SERVER "dns.hip.rendezvous_server" "Rendezvous Server": Str;
        DHCID_RDATA "dns.dhcid.rdata" "DHCID Data": Bytes;
        DS_KEY_ID "dns.ds.key_id" "Key id": U16 Hex;
        DS_ALGORITHM "dns.ds.algorithm" "Algorithm": U8 Dec = RRSIG_ALGORITHM_NAMES;
        DS_DIGEST_TYPE "dns.ds.digest_type" "Digest Type": U8 Dec = OPT_DHU_NAMES;
        DS_DIGEST "dns.ds.digest" "Digest": Bytes;
        APL_ADDRESS_FAMILY "dns.apl.address_family" "Address Family": U16 Dec = OPT_CLIENT_FAMILY_NAMES;
        APL_CODED_PREFIX "dns.apl.coded_prefix" "Prefix Length": U8 Dec;
        APL_NEGATION "dns.apl.negation" "Negation Flag": Bool(8) & 0x80 = Names::Bools("Yes (!)", "No (0)");
        APL_AFDLENGTH "dns.apl.afdlength" "Address Length": U8 Dec & 0x7f;
        APL_AFDPART_IPV4 "dns.apl.afdpart.ipv4" "Address": Ipv4;
        APL_AFDPART_IPV6 "dns.apl.afdpart.ipv6" "Address": Ipv6;
        APL_AFDPART_DATA "dns.apl.afdpart.data" "Address": Bytes;
        GPOS_LONGITUDE_LENGTH "dns.gpos.longitude_length" "Longitude length": U8 Dec;
        GPOS_LONGITUDE "dns.gpos.longitude" "Longitude": Str;
        GPOS_LATITUDE_LENGTH "dns.gpos.latitude_length" "Latitude length": U8 Dec;
        GPOS_LATITUDE "dns.gpos.latitude" "Latitude": Str;
        GPOS_ALTITUDE_LENGTH "dns.gpos.altitude_length" "Altitude length": U8 Dec;
        GPOS_ALTITUDE "dns.gpos.altitude" "Altitude": Str;
        RP_MAILBOX "dns.rp.mailbox" "Mailbox": Str;
        RP_TXT_RR "dns.rp.txt_rr" "TXT RR": Str;
        AFSDB_SUBTYPE "dns.afsdb.subtype" "Subtype": U16 Dec;
        AFSDB_HOSTNAME "dns.afsdb.hostname" "Hostname": Str;
        X25_LENGTH "dns.x25.length" "Length": U8 Dec;
        X25_PSDN_ADDRESS "dns.x25.psdn_address" "PSDN-Address": Str;
        IDSN_LENGTH "dns.idsn.length" "Length": U8 Dec;
        IDSN_ADDRESS "dns.idsn.address" "ISDN Address": Str;
        IDSN_SA_LENGTH "dns.idsn.sa.length" "Length": U8 Dec;
        IDSN_SA_ADDRESS "dns.idsn.sa.address" "Sub Address": Str;
        RT_SUBTYPE "dns.rt.subtype" "Preference": U16 Dec;
        RT_INTERMEDIATE_HOST "dns.rt.intermediate_host" "Intermediate Hostname": Str;
        NSAP_RDATA "dns.nsap.rdata" "NSAP Data": Bytes;
        NSAP_PTR_OWNER "dns.nsap_ptr.owner" "Owner": Str;
        CAA_FLAGS "dns.caa.flags" "CAA Flags": U8 Hex;
        CAA_FLAGS_ISSUER_CRITICAL "dns.caa.flags.issuer_critical" "Issuer Critical": Bool(8) & 0x80 = Names::Bools("Critical", "Not critical");
        CAA_ISSUE "dns.caa.issue" "Issue": Str;
        CAA_ISSUEWILD "dns.caa.issuewild" "Issue Wildcard": Str;
        CAA_IODEF "dns.caa.iodef" "Report URL": Str;
        CAA_UNKNOWN "dns.caa.unknown" "Unknown tag": Str;
        CAA_TAG_LENGTH "dns.caa.tag_length" "Tag length": U8 Dec;
        CAA_TAG "dns.caa.tag" "Tag": Str;
        CAA_VALUE "dns.caa.value" "Value": Str;
        EXTRANEOUS_DATA "dns.extraneous.data" "Extraneous Data Bytes": Bytes;
        EXTRANEOUS_LENGTH "dns.extraneous.length" "Extraneous Data Length": I32 Dec;
        WINS_LOCAL_FLAG "dns.wins.local_flag" "Local Flag": Bool(32) & 0x1 = Names::Bools("True", "False");
        WINS_LOOKUP_TIMEOUT "dns.wins.lookup_timeout" "Lookup timeout": U32 Dec;
        WINS_CACHE_TIMEOUT "dns.wins.cache_timeout" "Cache timeout": U32 Dec;
        WINS_NB_WINS_SERVERS "dns.wins.nb_wins_servers" "Number of WINS servers": U32 Dec;
        WINS_WINS_SERVER "dns.wins.wins_server" "WINS Server Address": Ipv4;
        WINSR_LOCAL_FLAG "dns.winsr.local_flag" "Local Flag": Bool(32) & 0x1 = Names::Bools("True", "False");
        WINSR_LOOKUP_TIMEOUT "dns.winsr.lookup_timeout" "Lookup timeout": U32 Dec;
        WINSR_CACHE_TIMEOUT "dns.winsr.cache_timeout" "Cache timeout": U32 Dec;
        WINSR_NAME_RESULT_DOMAIN "dns.winsr.name_result_domain" "Name Result Domain": Str;
        DATA "dns.data" "Data": Bytes;
        DSO "dns.dso" "DNS Stateful Operation": None;
        DSO_TLV "dns.dso.tlv" "DSO TLV": None;
        DSO_TLV_TYPE "dns.dso.tlv.type" "Type": U16 Dec = DSO_TLV_TYPE_NAMES;
        DSO_TLV_LENGTH "dns.dso.tlv.length" "Length": U16 Dec;
        DSO_TLV_DATA "dns.dso.tlv.data" "Data": Bytes;
        DSO_TLV_KEEPALIVE_INACTIVITY "dns.dso.tlv.keepalive.inactivity" "Inactivity Timeout": U32 Dec;
        DSO_TLV_KEEPALIVE_INTERVAL "dns.dso.tlv.keepalive.interval" "Keepalive Interval": U32 Dec;
        DSO_TLV_RETRYDELAY_RETRYDELAY "dns.dso.tlv.retrydelay.retrydelay" "Retry Delay": U32 Dec;
        DSO_TLV_ENCPAD_PADDING "dns.dso.tlv.encpad.padding" "Padding": Bytes;
    }
    experts {
        RR_OPT_BAD_LENGTH "dns.rr.opt.bad_length" Error Malformed "Length too long for any type of IP address.";
        UNDECODED_TYPE "dns.undecoded.type" Note Undecoded "Undecoded option";
        DEPR_OPC "dns.depr.opc" Warn Protocol "Deprecated opcode";
        TTL_HIGH_BIT_SET "dns.ttl.high_bit_set" Note Protocol "The uppermost bit of the TTL is set (RFC 2181, section 8)";
        TSIG_NOALG "dns.tsig.noalg" Warn Undecoded "No dissector for algorithm";
        KEY_ID_BUFFER_TOO_SHORT "dns.key_id_buffer_too_short" Warn Protocol "Buffer too short to compute a key id";
        RETRANSMIT_REQUEST "dns.retransmit_request" Warn Protocol "DNS query retransmission";
        RETRANSMIT_RESPONSE "dns.retransmit_response" Warn Protocol "DNS response retransmission";
        EXTRANEOUS "dns.extraneous" Note Undecoded "Extraneous data";
    }
}

names! {
    /// Names of `dns.flags.opcode`.
    pub FLAGS_OPCODE_NAMES {
        0 => "Standard query", 1 => "Inverse query", 2 => "Server status request",
        4 => "Zone change notification", 5 => "Dynamic update", 6 => "DNS Stateful operations (DSO)",
    }
    /// Names of `dns.flags.rcode`.
    pub FLAGS_RCODE_NAMES {
        0 => "No error", 1 => "Format error", 2 => "Server failure", 3 => "No such name",
        4 => "Not implemented", 5 => "Refused", 6 => "Name exists", 7 => "RRset exists",
        8 => "RRset does not exist", 9 => "Not authoritative", 10 => "Name out of zone",
        11 => "DSO-Type not implemented", 16 => "Bad OPT Version or TSIG Signature Failure",
        17 => "Key not recognized", 18 => "Signature out of time window", 19 => "Bad TKEY Mode",
        20 => "Duplicate key name", 21 => "Algorithm not supported", 22 => "Bad Truncation",
        23 => "Bad/missing Server Cookie",
    }
    /// Names of `dns.qry.type`.
    pub QRY_TYPE_NAMES {
        0 => "Unused", 1 => "A (Host Address)", 2 => "NS (authoritative Name Server)",
        3 => "MD (Mail Destination)", 4 => "MF (Mail Forwarder)",
        5 => "CNAME (Canonical NAME for an alias)", 6 => "SOA (Start Of a zone of Authority)",
        7 => "MB (MailBox domain name)", 8 => "MG (Mail Group member)", 9 => "MR (Mail Rename domain)",
        10 => "NULL RR", 11 => "WKS (Well Known Service)", 12 => "PTR (domain name PoinTeR)",
        13 => "HINFO (host information)", 14 => "MINFO (Mailbox or mail list information)",
        15 => "MX (Mail eXchange)", 16 => "TXT (Text strings)", 17 => "RP (Responsible Person)",
        18 => "AFSDB (AFS Data Base location)", 19 => "X25 (XX.25 PSDN address)",
        20 => "ISDN (ISDN address)", 21 => "RT (Route Through)", 22 => "NSAP (NSAP address)",
        23 => "NSAP-PTR (NSAP domain name pointer)", 24 => "SIG (security signature)",
        25 => "KEY (security key)", 26 => "PX (X.400 mail mapping information)",
        27 => "GPOS (Geographical Position)", 28 => "AAAA (IPv6 Address)",
        29 => "LOC (Location Information)", 30 => "NXT (Next Domain)", 31 => "EID (Endpoint Identifier)",
        32 => "NIMLOC (Nimrod Locator)", 33 => "SRV (Server Selection)", 34 => "ATMA (ATM Address)",
        35 => "NAPTR (Naming Authority Pointer)", 36 => "KX (Key Exchanger)", 37 => "CERT",
        38 => "A6 (OBSOLETE - use AAAA)", 39 => "DNAME", 40 => "SINK", 41 => "OPT", 42 => "APL",
        43 => "DS (Delegation Signer)", 44 => "SSHFP (SSH Key Fingerprint)", 45 => "IPSECKEY",
        46 => "RRSIG (Resource Record Signature)", 47 => "NSEC (Next Secure)",
        48 => "DNSKEY (DNS Public Key)", 49 => "DHCID", 50 => "NSEC3", 51 => "NSEC3PARAM", 52 => "TLSA",
        55 => "HIP (Host Identity Protocol)", 57 => "RKEY", 58 => "TALINK (Trust Anchor LINK)",
        59 => "CDS (Child DS)", 60 => "CDNSKEY (DNSKEY(s) the Child wants reflected in DS)",
        61 => "OPENPGPKEY (OpenPGP Key)", 62 => "CSYNC (Child-to-Parent Synchronization)", 63 => "ZONEMD",
        64 => "SVCB (General Purpose Service Endpoints)", 65 => "HTTPS (HTTPS Specific Service Endpoints)",
        99 => "SPF", 100 => "UINFO", 101 => "UID", 102 => "GID", 103 => "UNSPEC", 104 => "NID (NodeID)",
        105 => "L32 (Locator32)", 106 => "L64 (Locator64)", 107 => "LP (Locator FQDN)", 108 => "EUI48",
        109 => "EUI64", 249 => "TKEY (Transaction Key)", 250 => "TSIG (Transaction Signature)",
        251 => "IXFR (incremental transfer)", 252 => "AXFR (transfer of an entire zone)",
        253 => "MAILB (mailbox-related RRs)", 254 => "MAILA (mail agent RRs)",
        255 => "* (A request for all records the server/cache has available)", 256 => "URI",
        257 => "CAA (Certification Authority Restriction)", 32768 => "TA (DNSSEC Trust Authorities)",
        32769 => "DLV (DNSSEC Lookaside Validation)", 65281 => "WINS", 65282 => "WINS-R", 65422 => "XPF",
    }
    /// Names of `dns.qry.class`.
    pub QRY_CLASS_NAMES {
        1 => "IN", 2 => "CS", 3 => "CH", 4 => "HS", 254 => "NONE", 255 => "ANY",
    }
    /// Names of `dns.svcb.svcparam.key`.
    pub SVCB_SVCPARAM_KEY_NAMES {
        0 => "mandatory", 1 => "alpn", 2 => "no-default-alpn", 3 => "port", 4 => "ipv4hint",
        5 => "echconfig", 6 => "ipv6hint", 32769 => "odohconfig", 65535 => "key65535",
    }
    /// Names of `dns.rrsig.algorithm`.
    pub RRSIG_ALGORITHM_NAMES {
        1 => "RSA/MD5", 2 => "Diffie-Hellman", 3 => "DSA", 4 => "Elliptic curve crypto", 5 => "RSA/SHA1",
        6 => "DSA + NSEC3/SHA1", 7 => "RSA/SHA1 + NSEC3/SHA1", 8 => "RSA/SHA-256", 10 => "RSA/SHA-512",
        12 => "GOST R 34.10-2001", 13 => "ECDSA Curve P-256 with SHA-256",
        14 => "ECDSA Curve P-386 with SHA-386", 15 => "Ed25519", 16 => "Ed448", 157 => "HMAC/MD5",
        252 => "Indirect key", 253 => "Private, domain name", 254 => "Private, OID",
    }
    /// Names of `dns.tkey.mode`.
    pub TKEY_MODE_NAMES {
        1 => "Server assigned", 2 => "Diffie Hellman", 3 => "GSSAPI", 4 => "Resolver assigned",
        5 => "Delete",
    }
    /// Names of `dns.ipseckey.gateway_algorithm`.
    pub IPSECKEY_GATEWAY_ALGORITHM_NAMES {
        1 => "DSA", 2 => "RSA",
    }
    /// Names of `dns.ipseckey.gateway_type`.
    pub IPSECKEY_GATEWAY_TYPE_NAMES {
        0 => "No Gateway", 1 => "IPv4 Gateway", 2 => "IPv6 Gateway", 3 => "DNS Gateway",
    }
    /// Names of `dns.xpf.ip_version`.
    pub XPF_IP_VERSION_NAMES {
        0 => "Reserved", 4 => "IPv4", 5 => "ST Datagram", 6 => "IPv6", 7 => "TP/IX", 8 => "PIP",
        9 => "TUBA",
    }
    /// Names of `dns.cert.type`.
    pub CERT_TYPE_NAMES {
        1 => "PKIX", 2 => "SPKI", 3 => "PGP", 4 => "IPKIX", 5 => "ISPKI", 6 => "IPGP", 7 => "ACPKIX",
        8 => "IACPKIX", 253 => "Private, URI", 254 => "Private, OID",
    }
    /// Names of `dns.opt.code`.
    pub OPT_CODE_NAMES {
        0 => "Reserved", 1 => "LLQ - Long-lived query", 2 => "UL - Update lease",
        3 => "NSID - Name Server Identifier", 4 => "Owner (reserved)",
        5 => "DAU - DNSSEC Algorithm Understood (RFC6975)", 6 => "DHU - DS Hash Understood (RFC6975)",
        7 => "N3U - NSEC3 Hash Understood (RFC6975)", 8 => "CSUBNET - Client subnet",
        9 => "EDNS EXPIRE (RFC7314)", 10 => "COOKIE", 11 => "EDNS TCP Keepalive", 12 => "PADDING",
        13 => "CHAIN", 15 => "Extended DNS Error", 20730 => "Experimental - CSUBNET - Client subnet",
    }
    /// Names of `dns.opt.dhu`.
    pub OPT_DHU_NAMES {
        0 => "Reserved digest", 1 => "SHA-1", 2 => "SHA-256", 3 => "GOST R 34.11-94", 4 => "SHA-384",
    }
    /// Names of `dns.opt.n3u`.
    pub OPT_N3U_NAMES {
        0 => "Reserved", 1 => "SHA-1",
    }
    /// Names of `dns.opt.client.family`.
    pub OPT_CLIENT_FAMILY_NAMES {
        1 => "IPv4", 2 => "IPv6",
    }
    /// Names of `dns.tlsa.certificate_usage`.
    pub TLSA_CERTIFICATE_USAGE_NAMES {
        0 => "CA constraint (PKIX-TA)", 1 => "Service certificate constraint (PKIX-EE)",
        2 => "Trust anchor assertion (DANE-TA)", 3 => "Domain-issued certificate (DANE-EE)",
    }
    /// Names of `dns.tlsa.selector`.
    pub TLSA_SELECTOR_NAMES {
        0 => "Full certificate (Cert)", 1 => "SubjectPublicKeyInfo (SPKI)",
    }
    /// Names of `dns.tlsa.matching_type`.
    pub TLSA_MATCHING_TYPE_NAMES {
        0 => "No Hash Used (Full)", 1 => "256 bit hash by SHA2 (SHA2-256)",
        2 => "512 bit hash by SHA2 (SHA2-512)",
    }
    /// Names of `dns.sshfp.algorithm`.
    pub SSHFP_ALGORITHM_NAMES {
        0 => "Reserved", 1 => "RSA", 2 => "DSA", 3 => "ECDSA", 4 => "Ed25519", 5 => "XMSS",
    }
    /// Names of `dns.sshfp.fingerprint.type`.
    pub SSHFP_FINGERPRINT_TYPE_NAMES {
        0 => "Reserved", 1 => "SHA1", 2 => "SHA256",
    }
    /// Names of `dns.hip.hit.pk.algo`.
    pub HIP_HIT_PK_ALGO_NAMES {
        0 => "Reserved", 1 => "DSA", 2 => "RSA",
    }
}
/// Names of `dns.zonemd.scheme`.
pub const ZONEMD_SCHEME_NAMES: Names = Names::Ranges(&[
    (0, 0, "Reserved"),
    (1, 1, "SIMPLE"),
    (2, 239, "Unassigned"),
    (240, 254, "Private Use"),
    (255, 255, "Reserved"),
]);
/// Names of `dns.zonemd.hash_algo`.
pub const ZONEMD_HASH_ALGO_NAMES: Names = Names::Ranges(&[
    (0, 0, "Reserved"),
    (1, 1, "SHA-384"),
    (2, 2, "SHA-512"),
    (3, 239, "Unassigned"),
    (240, 254, "Private Use"),
    (255, 255, "Reserved"),
]);
/// Names of `dns.opt.ext_error.info_code`.
pub const OPT_EXT_ERROR_INFO_CODE_NAMES: Names = Names::Ranges(&[
    (0, 0, "Other Error"),
    (1, 1, "Unsupported DNSKEY Algorithm"),
    (2, 2, "Unsupported DS Digest Type"),
    (3, 3, "Stale Answer"),
    (4, 4, "Forged Answer"),
    (5, 5, "DNSSEC Indeterminate"),
    (6, 6, "DNSSEC Bogus"),
    (7, 7, "Signature Expired"),
    (8, 8, "Signature Not Yet Valid"),
    (9, 9, "DNSKEY Missing"),
    (10, 10, "RRSIGs Missing"),
    (11, 11, "No Zone Key Bit Set"),
    (12, 12, "NSEC Missing"),
    (13, 13, "Cached Error"),
    (14, 14, "Not Ready"),
    (15, 15, "Blocked"),
    (16, 16, "Censored"),
    (17, 17, "Filtered"),
    (18, 18, "Prohibited"),
    (19, 19, "Stale NXDomain Answer"),
    (20, 20, "Not Authoritative"),
    (21, 21, "Not Supported"),
    (22, 22, "No Reachable Authority"),
    (23, 23, "Network Error"),
    (24, 24, "Invalid Data"),
    (25, 25, "Signature Expired before Valid"),
    (26, 26, "Too Early"),
    (27, 27, "Unsupported NSEC3 Iterations Value"),
    (28, 28, "Unable to conform to policy"),
    (29, 29, "Synthesized"),
    (30, 49151, "Unassigned"),
    (49152, 65535, "Reserved for Private Use"),
]);
/// Names of `dns.dso.tlv.type`.
pub const DSO_TLV_TYPE_NAMES: Names = Names::Ranges(&[
    (0, 0, "Reserved"),
    (1, 1, "Keep Alive"),
    (2, 2, "Retry Delay"),
    (3, 3, "Encryption Padding"),
    (4, 63, "Unassigned, reserved for DSO session-management TLVs"),
    (64, 64, "Subscribe"),
    (65, 65, "Push"),
    (66, 66, "Unsubscribe"),
    (67, 67, "Reconfirm"),
    (68, 63487, "Unassigned"),
    (63488, 64511, "Reserved for Experimental/Local Use"),
    (64512, 65535, "Reserved for future expansion"),
]);
