//! The list of protocols: the one line that a new protocol adds.

use requin_wire::{Proto, Registry};

macro_rules! protocols {
    ($($id:ident $($path:ident)::+;)*) => {
        /// Names of the protocols as constants, for use inside this crate.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, missing_docs)]
        #[derive(Clone, Copy)]
        #[repr(u16)]
        pub enum Id { $($id,)* }

        const COUNTS: &[u16] = &[$(crate::$($path)::+::COUNT,)*];

        /// All protocols by number.
        pub static ALL: &[&Proto] = &[$(&crate::$($path)::+::DEF,)*];
    };
}

/// Number of the first field of protocol `id`. Number 0 is no field.
#[must_use]
pub const fn base(id: usize) -> u16 {
    let mut base = 1;
    let mut i = 0;
    while i < id {
        base += COUNTS[i];
        i += 1;
    }
    base
}

/// The registry of all protocols.
#[must_use]
pub fn registry() -> Registry {
    Registry::new(ALL)
}

// Sorted by folder. The order decides nothing but the numbers of fields, and among heuristics which is
// asked first.
protocols! {
    WS_EXPERT meta::expert;
    WS_MALFORMED meta::malformed;
    WS_SHORT meta::short;
    WS_STRING meta::string;
    WS_UNREASSEMBLED meta::unreassembled;
    FRAME meta::frame;
    PKT_COMMENT meta::comment;
    DATA meta::data;

    ETH link::ethernet;
    ETHERTYPE link::ethertype;
    VLAN link::vlan;
    IEEE8021AD link::vlan::ad;
    ETAG link::etag;
    LLC link::llc;
    CAN link::can;
    CANFD link::can::fd;
    STP link::stp;
    CFP link::fabricpath;
    LLDP link::lldp;
    ARP link::arp;
    NULL link::null;
    RAW link::raw;
    SLL link::sll;
    NFLOG link::nflog;
    PPP link::ppp;
    LCP link::ppp::lcp;
    IPCP link::ppp::ipcp;
    IPV6CP link::ppp::ipv6cp;
    CCP link::ppp::ccp;
    BACP link::ppp::bacp;
    OSINLCP link::ppp::osinlcp;
    MPLSCP link::ppp::mplscp;
    CDPCP link::ppp::cdpcp;
    PAP link::ppp::pap;
    CHAP link::ppp::chap;
    PPPOE link::pppoe;
    PPPOES link::pppoe::session;
    PPPOED link::pppoe::discovery;
    CHDLC link::chdlc;
    SLARP link::chdlc::slarp;
    IEEE8021AH link::backbone;
    PPI link::capture;
    PKTAP link::capture::pktap;
    PCAP_PKTDATA link::capture::packet;
    FDDI link::fddi;
    FR link::frame_relay;
    MPLS link::mpls;
    VXLAN link::vxlan;
    GENEVE link::vxlan::geneve;
    LOOP link::loopback;
    JUNIPER link::juniper;
    AOE link::aoe;
    UDLD link::udld;
    MACSEC link::macsec;
    NSH link::nsh;
    VNTAG link::vntag;
    SLOW link::slow;
    LACP link::lacp;
    MARKER link::lacp::marker;
    GVRP link::gvrp;
    PWETHCW link::mpls::control_word;
    PWETHHEURISTIC link::mpls::heuristic;
    PWETHNOCW link::mpls::no_control_word;
    PWACH link::mpls::channel;
    CDP link::cdp;

    GTP network::gtp;
    GTPPRIME network::gtp::prime;
    E212 network::e212;
    AYIYA network::ayiya;
    LISP_DATA network::lisp_data;
    IP network::ipv4;
    IPV6 network::ipv6;
    ICMP network::icmp;
    IGMP network::igmp;
    GRE network::gre;
    OSPF network::ospf;
    VRRP network::vrrp;
    PIM network::pim;
    SCTP network::sctp;
    BGP network::bgp;
    RGMP network::igmp::rgmp;
    AH network::ipsec::ah;
    ESP network::ipsec::esp;
    ERSPAN network::gre::erspan;
    ICMPV6 network::icmpv6;
    IPV6_HOPOPTS network::ipv6_ext::hop_by_hop;
    IPV6_DSTOPTS network::ipv6_ext::destination;
    IPV6_FRAGHDR network::ipv6_ext::fragment;
    IPV6_ROUTING network::ipv6_ext::routing;
    SFLOW network::sflow;
    BFD network::bfd;
    HSRP network::hsrp;
    GLBP network::glbp;
    LISP network::lisp;
    BABEL network::babel;
    PGM network::pgm;
    OSI network::isis;
    ESIS network::isis::esis;
    ISIS network::isis::routing;
    ISIS_HELLO network::isis::hello;
    ISIS_LSP network::isis::lsp;
    ISIS_CSNP network::isis::csnp;
    ISIS_PSNP network::isis::psnp;
    EIGRP network::eigrp;
    RIPNG network::ripng;
    RPKI_RTR network::rpki_rtr;
    NHRP network::nhrp;
    AODV network::aodv;
    OLSR network::olsr;
    DVMRP network::dvmrp;
    TEREDO network::teredo;
    L2TP network::l2tp;
    MPLS_ECHO network::mpls_echo;

    TCP transport::tcp;
    MPTCP transport::tcp::mptcp;
    UDP transport::udp;
    UDPLITE transport::udp::lite;

    RADIOTAP wireless::radiotap;
    WLAN_RADIO wireless::wlan_radio;
    WLAN wireless::wlan;
    WLAN_MGT wireless::wlan::mgt::node;
    WLAN_AGGREGATE wireless::wlan::aggregate;
    WPS wireless::wps;
    WIFI_P2P wireless::wifi_p2p;
    WPAN wireless::wpan;
    ZBEE_NWK wireless::zigbee;
    ZBEE_BEACON wireless::zigbee::beacon;
    ZBEE_APS wireless::zigbee::aps;
    EAPOL wireless::eapol;
    WLAN_RSNA_EAPOL wireless::eapol::rsna;
    EAP wireless::eap;
    CAPWAP_CONTROL wireless::capwap;
    CAPWAP_DATA wireless::capwap::data;

    DNS application::dns;
    MDNS application::dns::mdns;
    LLMNR application::dns::llmnr;
    DHCP application::dhcp;
    HTTP application::http;
    SSDP application::http::ssdp;
    WEBSOCKET application::websocket;
    NBNS application::netbios::name_service;
    NBDGM application::netbios::datagram;
    NBSS application::netbios::session;
    FTP application::ftp;
    FTP_DATA application::ftp::data;
    SMTP application::mail::smtp;
    POP application::mail::pop;
    IMAP application::mail::imap;
    IMF application::mail::imf;
    NTP application::ntp;
    SSH application::ssh;
    MQTT application::mqtt;
    STUN application::stun;
    SIP application::sip;
    SDP application::sdp;
    H264 application::h264;
    RTP application::rtp;
    RTPEVENT application::rtp::event;
    RTSP application::rtsp;
    SRTCP application::rtcp::srtcp;
    PGSQL application::database::pgsql;
    RESP application::database::resp;
    TDS application::database::tds;
    MYSQL application::database::mysql;
    DHCPV6 application::dhcpv6;
    SNMP application::snmp;
    RTCP application::rtcp;
    SYSLOG application::syslog;
    TFTP application::tftp;
    TELNET application::telnet;
    IRC application::irc;
    RADIUS application::radius;
    MEDIA application::media;
    DATA_TEXT_LINES application::media::text_lines;
    URLENCODED_FORM application::media::urlencoded;
    JSON application::media::json;
    XML application::media::xml;
    RSS application::media::rss;
    SAP application::sap;
    IMAGE_GIF application::media::gif;
    PNG application::media::png;
    MIME_MULTIPART application::media::multipart;

    TLS application::tls;
    DTLS application::dtls;
    X509AF application::x509::x509af;
    X509IF application::x509::x509if;
    X509SAT application::x509::x509sat;
    X509CE application::x509::x509ce;
    PKIX1EXPLICIT application::x509::pkix1explicit;
    PKIX1IMPLICIT application::x509::pkix1implicit;
    PKCS1 application::x509::pkcs1;
    NS_CERT_EXTS application::x509::ns_cert_exts;
    PKIXPROXY application::x509::pkixproxy;
    BER application::x509::ber;
    OCSP application::ocsp;
    LOGOTYPECERTEXTN application::x509::logotype;
    CMS application::cms;
    PKINIT application::pkinit;
    QUIC application::quic;
    WG application::wireguard;
    LDAP application::ldap;
    CLDAP application::ldap::cldap;
    ISAKMP application::isakmp;
    UDPENCAP application::isakmp::udpencap;
    OPENVPN application::openvpn;
    TPKT application::tpkt;
    COTP application::cotp;
    SES application::osi::ses;
    PRES application::osi::pres;
    ACSE application::osi::acse;
    MMS application::mms;
    T38 application::t38;
    C1222 application::c1222;
    MEGACO application::megaco;
    RDP application::rdp;
    PROXY application::proxy;
    SOCKS application::socks;
    HTTP2 application::http2;
    HTTP3 application::http3;
    SMB application::smb;
    SMB_PIPE application::smb::pipe;
    MAILSLOT application::smb::mailslot;
    BROWSER application::smb::browser;
    SMB2 application::smb::smb2;
    GSSAPI application::gss;
    SPNEGO application::gss::spnego;
    SPNEGO_KRB5 application::gss::krb5::layer;
    NTLMSSP application::ntlmssp;
    RDPUDP application::rdpudp;
    SRVLOC application::srvloc;
    RX application::rx;
    AFS application::rx::afs;
    COLLECTD application::collectd;
    OMRON application::omron;
    IAX2 application::iax2;
    RAKNET application::raknet;
    TPLINK_SMARTHOME application::tplink_smarthome;
    DOIP application::doip;
    UDS application::uds;
    AJP13 application::ajp13;
    NCP application::ncp;
    MBTCP application::modbus;
    MODBUS application::modbus_functions;
    DNP3 application::dnp3;
    DCERPC application::dcerpc;
    SAMR application::dcerpc::interfaces::samr;
    LSARPC application::dcerpc::interfaces::lsarpc;
    SRVSVC application::dcerpc::interfaces::srvsvc;
    WKSSVC application::dcerpc::interfaces::wkssvc;
    WINREG application::dcerpc::interfaces::winreg;
    SVCCTL application::dcerpc::interfaces::svcctl;
    RPC_NETLOGON application::dcerpc::interfaces::netlogon;
    SPOOLSS application::dcerpc::interfaces::spoolss;
    ATSVC application::dcerpc::interfaces::atsvc;
    DRSUAPI application::dcerpc::interfaces::drsuapi;
    IREMOTEWINSPOOL application::dcerpc::interfaces::iremotewinspool;
    MDSSVC application::dcerpc::interfaces::mdssvc;
    NSPI application::dcerpc::interfaces::nspi;
    MAPI application::dcerpc::interfaces::mapi;
    EPM application::dcerpc::interfaces::epm;
    MGMT application::dcerpc::interfaces::mgmt;
    NETDFS application::dcerpc::interfaces::netdfs;
    EVENTLOG application::dcerpc::interfaces::eventlog;
    INITSHUTDOWN application::dcerpc::interfaces::initshutdown;
    DNSSERVER application::dcerpc::interfaces::dnsserver;
    EFS application::dcerpc::interfaces::efs;
    DSSETUP application::dcerpc::interfaces::dssetup;
    OXID application::dcerpc::interfaces::oxid;
    ISYSTEMACTIVATOR application::dcerpc::interfaces::isystemactivator;
    REMACT application::dcerpc::interfaces::remact;
    REMUNK application::dcerpc::interfaces::remunk;
    REMUNK2 application::dcerpc::interfaces::remunk2;
    DCOM application::dcerpc::dcom;
    PNP application::dcerpc::interfaces::pnp;
    TASKSCHEDULERSERVICE application::dcerpc::interfaces::taskscheduler;
    FRSRPC application::dcerpc::interfaces::frsrpc;
    FRSTRANS application::dcerpc::interfaces::frstrans;
    RRAS application::dcerpc::interfaces::rras;
    WITNESS application::dcerpc::interfaces::witness;
    FSRVP application::dcerpc::interfaces::fsrvp;
    TRKSVR application::dcerpc::interfaces::trksvr;
    RPC application::rpc;
    NFS application::rpc::nfs;
    MOUNT application::rpc::mount;
    PORTMAP application::rpc::portmap;
    NFSACL application::rpc::nfsacl;
    NLM application::rpc::nlm;
    VNC application::vnc;
    KERBEROS application::kerberos;
    KRB4 application::kerberos::krb4;
    GQUIC application::gquic;
    ENIP application::enip;
    CIP application::cip;
    CIPCM application::cip::manager;
    CIPCLS application::cip::generic;
    CIPIO application::cip::io;
    BITTORRENT application::bittorrent;
    KAFKA application::kafka;
    PTP application::ptp;
    HART_IP application::hart_ip;
    BVLC application::bacnet;
    BACNET application::bacnet_npdu;
    BACAPP application::bacnet_apdu;
    SYNPHASOR application::synphasor;
    PPTP application::pptp;
    IEC104 application::iec104;
    IEC60870_ASDU application::iec60870_asdu;
    OPCUA application::opcua;
    NNTP application::nntp;
    RIP network::rip;
    LDP network::ldp;
    GTPV2 network::gtpv2;
    XMPP application::xmpp;
    E164 network::e164;
    GSM_A network::gsm_a;
    GSM_A_GM network::gsm_a::gm;
    GSM_A_DTAP network::gsm_a::dtap;
    GSM_A_RR network::gsm_a::rr;
    GPRS_NS network::gprs_ns;
    BSSGP network::bssgp;
    LLCGPRS network::llcgprs;
    LMP network::lmp;
    LNET network::lnet;
    LUSTRE network::lustre;
    TIPC network::tipc;
    SNA network::sna;
    DEC_DNA network::dec_dna;
    Q933 link::q933;
    BTLE_RF wireless::btle_rf;
    BTLE wireless::btle;
    SIXLOWPAN wireless::sixlowpan;
    PFCP network::pfcp;
    CFLOW network::cflow;
    DTP link::dtp;
    VTP link::vtp;
    WOL link::wol;
    GIT application::git;
    WHOIS application::whois;
    FINGER application::finger;
    RSYNC application::rsync;
    TNS application::tns;
    SMPP application::smpp;
    S7COMM application::s7comm;
    DRDA application::drda;
    OPENFLOW application::openflow;
    OPENFLOW_V6 application::openflow::v6;
    OPENFLOW_V5 application::openflow::v5;
    OPENFLOW_V4 application::openflow::v4;
    OPENFLOW_V1 application::openflow::v1;
    GIOP application::giop;
    HISLIP application::hislip;
    SKINNY application::skinny;
    MIPV6 network::mipv6;
    DCCP network::dccp;
    RSVP network::rsvp;
    FIX application::fix;
    RLOGIN application::rlogin;
    SBUS application::sbus;
    CLASSICSTUN application::classic_stun;
    BT_DHT application::bt_dht;
    OPENWIRE application::openwire;
    BENCODE application::bencode;
    Q931 application::q931;
    H225 application::h225;
    IMAGE_JFIF application::media::jfif;
    PER application::per;
    T125 application::t125;
    T124 application::t124;
    RSH application::rsh;
    KISMET application::kismet;
    GEARMAN application::gearman;
    RMCP application::rmcp;
    ASF application::rmcp::asf;
    IPMI_SESSION application::ipmi::session;
    IPMB application::ipmi::bus;
    LWRES application::lwres;
    BJNP application::bjnp;
    ICQ application::icq;
    DLEP application::dlep;
    YMSG application::ymsg;
    NETBIOS application::netbios::netbeui;
    VSOCK link::vsock;
    NETLINK link::netlink;
    NETLINK_ROUTE link::netlink::route;
    IPX network::ipx;
    IPXRIP network::ipx::rip;
    IPXSAP network::ipx::sap;
    NMPI network::ipx::nmpi;
    NBIPX network::ipx::nbipx;
    DDP network::appletalk;
    NBP network::appletalk::nbp;
    RTMP network::appletalk::rtmp;
    ATP network::appletalk::atp;
    AARP network::appletalk::aarp;
    DB_LSP_DISC application::dropbox;
    ARCNET link::arcnet;
    ISL link::isl;
    NDP link::nortel_discovery;
    BOFL link::bofl;
    HPEXT link::hpext;
    HPSW link::hpsw;
    REALTEK link::realtek;
    MSNLB link::msnlb;
    AUTOSAR_NM link::autosar_nm;
    CPHA network::cpha;
    TR link::token_ring;
    NAT_PMP network::nat_pmp;
    PORTCONTROL network::port_control;
    OSSP link::ossp;
    AVSP link::avsp;
    CMD link::cisco_metadata;
    MACC link::mac_control;
    IPNET link::ipnet;
    CLIP link::clip;
    USER_DLT link::user_dlt;
    BPQ link::bpq;
    AX25 link::ax25;
    AX25_NOL3 link::ax25::no_layer_3;
    CFM link::cfm;
    IGRP network::igrp;
    IPOIB link::ipoib;
    CNIP application::cnip;
    LON application::lon;
    WLCCP wireless::wlccp;
    BLUETOOTH wireless::bluetooth;
    BTBREDR_RF wireless::btbredr_rf;
    TSP application::tsp;
    BITCOIN application::bitcoin;
    MGCP application::mgcp;
    TIVOCONNECT application::tivoconnect;
    EGD application::egd;
    AUTO_RP application::auto_rp;
    MNDP application::mndp;
    XDMCP application::xdmcp;
    OICQ application::oicq;
    LSD application::lsd;
    NANO application::nano;
    M3UA application::m3ua;
    SCCP network::sccp;
    SCCPMG network::sccpmg;
    BSSAP network::bssap;
    GPRSCDR network::gprscdr;
    STEAM_IHS_DISCOVERY application::steam_ihs_discovery;
    MIOP application::miop;
    ZIOP application::ziop;
    MP2T application::mp2t;
    WOW application::wow;
    MEMCACHE application::memcache;
    COAP application::coap;
    AMS application::ams;
    DSI application::dsi;
    AFP application::afp;
    AMQP application::amqp;
    Z3950 application::z3950;
    RTMPT application::rtmpt;
    AMF application::rtmpt::amf;
    RTPS application::rtps;
    DIAMETER application::diameter;
    MP4 application::media::mp4;
    WOWW application::woww;
    CQL application::cql;
    ELASTICSEARCH application::elasticsearch;
    RMI application::rmi;
    SERIALIZATION application::rmi::serialization;
    IPP application::ipp;
    HL7 application::hl7;
    MOJITO application::mojito;
    GNUTELLA application::gnutella;
    ESIO application::esio;
    CANETH application::caneth;
    YPSERV application::rpc::ypserv;
    LISP_TCP network::lisp_tcp;
    GNW network::gnw;
    DBUS application::dbus;
    THRIFT application::thrift;
    KIP application::kip;
    ADP application::adp;
    BFD_ECHO network::bfd_echo;
    IPCOMP network::ipcomp;
    LAT network::lat;
    NLSP network::nlsp;
    MPLS_Y1711 network::mpls_y1711;
    BASICXID link::basicxid;
    MP link::ppp_multilink;
    BRDWLK link::brdwlk;
    ATM link::atm;
    ZBEE_ZDP wireless::zigbee_zdp;
    ZBEE_ZCL wireless::zigbee_zcl;
    ZBEE_ZCL_GROUPS wireless::zigbee_zcl::groups;
    MMSE application::mmse;
    MSNMS application::msnms;
    LWAPP wireless::lwapp;
    LWAPP_CNTL wireless::lwapp::control;
}

/// Whether the value of a field can depend on earlier frames, so that the ordered pass over conversations
/// has to come before it.
#[must_use]
pub fn needs_facts(registry: &Registry, field: requin_wire::Field) -> bool {
    let owner = registry.owner(field);
    if owner == crate::transport::tcp::ID {
        return !crate::transport::tcp::PURE.contains(&field);
    }
    if owner == crate::transport::udp::ID {
        return !crate::transport::udp::PURE.contains(&field);
    }
    if let Some(requin_wire::For::Fields { fields, .. }) = registry.proto(owner).map(|p| p.remember_for)
        && fields.contains(&field)
    {
        return true;
    }
    // Above a transport, the conversation may say which protocol it is, and what its state is.
    registry.proto(owner).is_some_and(|p| p.stage > requin_wire::Stage::Transport) || needs_all_layers(field)
}

/// Whether every frame of a conversation has the same values of this field, whichever way it goes.
#[must_use]
pub fn same_both_ways(field: requin_wire::Field) -> bool {
    use crate::network::{ipv4, ipv6};
    use crate::transport::{tcp, udp};
    [tcp::PORT, udp::PORT, ipv4::ADDR, ipv6::ADDR].contains(&field)
}

/// Whether a field counts the conversations of the capture, so that it depends on all of them.
#[must_use]
pub fn counts_conversations(field: requin_wire::Field) -> bool {
    use crate::transport::{tcp, udp};
    [tcp::STREAM, udp::STREAM, tcp::mptcp::STREAM].contains(&field)
}

/// Whether a field speaks of all layers of a frame, however low it stands itself.
#[must_use]
pub fn needs_all_layers(field: requin_wire::Field) -> bool {
    use crate::transport::tcp;
    // Which parts of a stream a segment holds is known where PDUs end.
    field == crate::meta::frame::PROTOCOLS
        || field == tcp::SEGMENT_DATA
        || field == tcp::PDU_SIZE
        || (tcp::SEGMENT_OVERLAP..=tcp::REASSEMBLED_DATA).contains(&field)
}

/// Whether nothing is wanted but what stands in headers up to the transports, in the heads of HTTP messages, or in
/// TLS beside certificates: what these carry may be left out where it cannot have such a field.
#[must_use]
pub fn heads_are_enough(registry: &Registry, want: &requin_wire::Want) -> bool {
    use crate::application::{http, tls};
    use requin_wire::Stage;
    let head = |f: requin_wire::Field| {
        let owner = registry.owner(f);
        let low = registry.proto(owner).is_some_and(|p| p.stage <= Stage::Transport);
        http::is_in_head(f) || owner == tls::ID || low && !needs_all_layers(f)
    };
    !want.columns && !want.labels && want.fields().all(head)
}

/// Whether a field wants TCP analysis, which keeps more of a conversation than the rest.
#[must_use]
pub fn needs_analysis(registry: &Registry, field: requin_wire::Field) -> bool {
    let abbr = registry.field(field).abbr;
    abbr.starts_with("tcp.analysis") || abbr.starts_with("_ws.expert")
}
