//! Open Shortest Path First: version 2 (RFC 2328) and version 3 for IPv6 (RFC 5340).

use super::{checksum, ospf_lsa as lsa};
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Value, names, proto};

proto! {
    OSPF "ospf" "Open Shortest Path First" "OSPF" Network
    on [IpProto 89]
    fields {
        HEADER "ospf.header" "OSPF Header": None;
        VERSION "ospf.version" "Version": U8 Dec;
        MSG "ospf.msg" "Message Type": U8 Dec = MSG_NAMES;
        PACKET_LENGTH "ospf.packet_length" "Packet Length": U16 Dec;
        SRCROUTER "ospf.srcrouter" "Source OSPF Router": Ipv4;
        AREA_ID "ospf.area_id" "Area ID": Ipv4;
        CHECKSUM "ospf.checksum" "Checksum": U16 Hex;
        TLV_TYPE "ospf.tlv_type" "TLV Type": U16 Dec;
        TLV_LENGTH "ospf.tlv_length" "TLV Length": U16 Dec;
        AUTH_TYPE "ospf.auth.type" "Auth Type": U16 Dec = AUTH_TYPE_NAMES;
        AUTH_NONE "ospf.auth.none" "Auth Data (none)": Bytes;
        AUTH_SIMPLE "ospf.auth.simple" "Auth Data (simple password)": Str;
        AUTH_UNKNOWN "ospf.auth.unknown" "Auth Data (unknown)": Bytes;
        AUTH_CRYPT_KEY_ID "ospf.auth.crypt.key_id" "Auth Crypt Key id": U8 Dec;
        AUTH_CRYPT_DATA_LENGTH "ospf.auth.crypt.data_length" "Auth Crypt Data Length": U8 Dec;
        AUTH_CRYPT_SEQ_NBR "ospf.auth.crypt.seq_nbr" "Auth Crypt Sequence Number": U32 Dec;
        AUTH_CRYPT_DATA "ospf.auth.crypt.data" "Auth Crypt Data": Bytes;
        INSTANCE_ID "ospf.instance_id" "Instance ID": U8 Dec = INSTANCE_ID_NAMES;
        RESERVED "ospf.reserved" "Reserved": Bytes;
        MSG_HELLO "ospf.msg.hello" "Hello": Bool;
        MSG_DBDESC "ospf.msg.dbdesc" "Database Description": Bool;
        MSG_LSREQ "ospf.msg.lsreq" "Link State Adv Request": Bool;
        MSG_LSUPDATE "ospf.msg.lsupdate" "Link State Adv Update": Bool;
        MSG_LSACK "ospf.msg.lsack" "Link State Adv Acknowledgement": Bool;
        HELLO "ospf.hello" "OSPF Hello Packet": None;
        HELLO_NETWORK_MASK "ospf.hello.network_mask" "Network Mask": Ipv4;
        HELLO_INTERFACE_ID "ospf.hello.interface_id" "Interface ID": U32 Dec;
        HELLO_HELLO_INTERVAL "ospf.hello.hello_interval" "Hello Interval [sec]": U32 Dec;
        HELLO_ROUTER_PRIORITY "ospf.hello.router_priority" "Router Priority": U8 Dec;
        HELLO_ROUTER_DEAD_INTERVAL "ospf.hello.router_dead_interval" "Router Dead Interval [sec]": U32 Dec;
        HELLO_DESIGNATED_ROUTER "ospf.hello.designated_router" "Designated Router": Ipv4;
        HELLO_BACKUP_DESIGNATED_ROUTER "ospf.hello.backup_designated_router" "Backup Designated Router": Ipv4;
        HELLO_ACTIVE_NEIGHBOR "ospf.hello.active_neighbor" "Active Neighbor": Ipv4;
        AT "ospf.at" "OSPF Authentication Trailer": None;
        AT_AUTH_TYPE "ospf.at.auth_type" "Authentication Type": U16 Dec = AT_AUTH_TYPE_NAMES;
        AT_AUTH_DATA_LEN "ospf.at.auth_data_len" "Authentication Data Length": U16 Dec;
        AT_RESERVED "ospf.at.reserved" "Reserved": U16 Hex;
        AT_SA_ID "ospf.at.sa_id" "Security Association Identifier (SA ID)": U16 Hex;
        AT_CRYPTO_SEQ_NBR "ospf.at.crypto_seq_nbr" "Cryptographic Sequence Number": U64 Dec;
        AT_AUTH_DATA "ospf.at.auth_data" "Authentication Data": Bytes;
        LSA "ospf.lsa" "LS Type": U8 Dec = LSA_NAMES;
        LSA_AGE "ospf.lsa.age" "LS Age (seconds)": U16 Dec & 0x7fff;
        LSA_DONOTAGE "ospf.lsa.donotage" "Do Not Age Flag": U16 Dec & 0x8000;
        LSA_ID "ospf.lsa.id" "Link State ID": Ipv4;
        LSA_SEQNUM "ospf.lsa.seqnum" "Sequence Number": U32 Hex;
        LSA_CHKSUM "ospf.lsa.chksum" "Checksum": U16 Hex;
        LSA_LENGTH "ospf.lsa.length" "Length": U16 Dec;
        LSID_OPAQUE_TYPE "ospf.lsid_opaque_type" "Link State ID Opaque Type": U8 Dec = LSID_OPAQUE_TYPE_NAMES;
        LSID_TE_LSA_INSTANCE "ospf.lsid_te_lsa.instance" "Link State ID TE-LSA Instance": U16 Dec;
        LSA_ROUTER "ospf.lsa.router" "Router LSA": Bool;
        LSA_ROUTER_LINKTYPE "ospf.lsa.router.linktype" "Link Type": U8 Dec;
        LSA_ROUTER_LINKID "ospf.lsa.router.linkid" "Link ID": Ipv4;
        LSA_ROUTER_LINKDATA "ospf.lsa.router.linkdata" "Link Data": Ipv4;
        LSA_ROUTER_NUMMETRICS "ospf.lsa.router.nummetrics" "Number of Metrics": U8 Dec;
        LSA_ROUTER_METRIC0 "ospf.lsa.router.metric0" "0 Metric": U16 Dec;
        LSA_NETWORK "ospf.lsa.network" "Network LSA": Bool;
        LSA_NETWORK_NETMASK "ospf.lsa.network.netmask" "Netmask": Ipv4;
        LSA_NETWORK_ATTCHRTR "ospf.lsa.network.attchrtr" "Attached Router": Ipv4;
        LSA_SUMMARY "ospf.lsa.summary" "Summary LSA (IP Network)": Bool;
        LSA_ASEXT "ospf.lsa.asext" "AS-External LSA (ASBR)": Bool;
        LSA_ASEXT_NETMASK "ospf.lsa.asext.netmask" "Netmask": Ipv4;
        LSA_ASEXT_FWDADDR "ospf.lsa.asext.fwdaddr" "Forwarding Address": Ipv4;
        LSA_ASEXT_EXTRTTAG "ospf.lsa.asext.extrttag" "External Route Tag": U32 Dec;
        LSA_OPAQUE "ospf.lsa.opaque" "Opaque LSA": Bool;
        V3_LSA "ospf.v3.lsa" "LS Type": U16 Hex;
        V3_LSA_U "ospf.v3.lsa.u" "LSA Handling": Bool(16) & 0x8000 = Names::Bools("Treat the LSA as if it had link-local flooding scope", "Store and flood the LSA as if the type is understood");
        V3_LSA_S12 "ospf.v3.lsa.s12" "Flooding Scope": U16 Hex & 0x6000 = V3_LSA_S12_NAMES;
        V3_LSA_FC "ospf.v3.lsa.fc" "Function Code": U16 Dec & 0x1fff = V3_LSA_FC_NAMES;
        V3_LSA_ROUTER "ospf.v3.lsa.router" "Router-LSA": Bool;
        V3_LSA_NETWORK "ospf.v3.lsa.network" "Network-LSA": Bool;
        V3_LSA_INTERPREFIX "ospf.v3.lsa.interprefix" "Inter-Area-Prefix-LSA": Bool;
        V3_LSA_LINK "ospf.v3.lsa.link" "Link-LSA": Bool;
        V3_LSA_INTRAPREFIX "ospf.v3.lsa.intraprefix" "Intra-Area-Prefix-LSA": Bool;
        ADVROUTER "ospf.advrouter" "Advertising Router": Ipv4;
        LSA_MPLS "ospf.lsa.mpls" "MPLS Traffic Engineering LSA": Bool;
        MPLS_ROUTERID "ospf.mpls.routerid" "MPLS/TE Router ID": Ipv4;
        MPLS_LINKTYPE "ospf.mpls.linktype" "MPLS/TE Link Type": U8 Dec = MPLS_LINKTYPE_NAMES;
        MPLS_LINKID "ospf.mpls.linkid" "MPLS/TE Link ID": Ipv4;
        MPLS_LOCAL_ADDR "ospf.mpls.local_addr" "MPLS/TE Local Interface Address": Ipv4;
        MPLS_REMOTE_ADDR "ospf.mpls.remote_addr" "MPLS/TE Remote Interface Address": Ipv4;
        MPLS_TE_METRIC "ospf.mpls.te_metric" "MPLS/TE Metric": U32 Dec;
        MPLS_LINKCOLOR "ospf.mpls.linkcolor" "MPLS/TE Link Resource Class/Color": U32 Hex;
        MPLS_LINK_MAX_BW "ospf.mpls.link_max_bw" "Link Max BW": F32;
        MPLS_BC_MODEL_ID "ospf.mpls.bc.model_id" "MPLS/DSTE Bandwidth Constraints Model Id": U8 Dec = MPLS_BC_MODEL_ID_NAMES;
        V2_OPTIONS "ospf.v2.options" "Options": U8 Hex;
        V2_OPTIONS_MT "ospf.v2.options.mt" "(MT) Multi-Topology Routing": Bool(8) & 0x1 = crate::common::YES;
        V2_OPTIONS_E "ospf.v2.options.e" "(E) External Routing": Bool(8) & 0x2 = Names::Bools("Capable", "Not capable");
        V2_OPTIONS_MC "ospf.v2.options.mc" "(MC) Multicast": Bool(8) & 0x4 = Names::Bools("Capable", "Not capable");
        V2_OPTIONS_N "ospf.v2.options.n" "(N) NSSA": Bool(8) & 0x8 = Names::Bools("Supported", "Not supported");
        V2_OPTIONS_L "ospf.v2.options.l" "(L) LLS Data block": Bool(8) & 0x10 = Names::Bools("Present", "Not Present");
        V2_OPTIONS_DC "ospf.v2.options.dc" "(DC) Demand Circuits": Bool(8) & 0x20 = Names::Bools("Supported", "Not supported");
        V2_OPTIONS_O "ospf.v2.options.o" "O": Bool(8) & 0x40 = crate::common::SET;
        V2_OPTIONS_DN "ospf.v2.options.dn" "DN": Bool(8) & 0x80 = crate::common::SET;
        TLV_TYPE_OPAQUE "ospf.tlv_type.opaque" "TLV Type": U16 Dec = TLV_TYPE_OPAQUE_NAMES;
        V3_OPTIONS "ospf.v3.options" "Options": U24 Hex;
        V3_OPTIONS_V6 "ospf.v3.options.v6" "V6": Bool(24) & 0x1 = crate::common::SET;
        V3_OPTIONS_E "ospf.v3.options.e" "E": Bool(24) & 0x2 = crate::common::SET;
        V3_OPTIONS_MC "ospf.v3.options.mc" "MC": Bool(24) & 0x4 = crate::common::SET;
        V3_OPTIONS_N "ospf.v3.options.n" "N": Bool(24) & 0x8 = crate::common::SET;
        V3_OPTIONS_R "ospf.v3.options.r" "R": Bool(24) & 0x10 = crate::common::SET;
        V3_OPTIONS_DC "ospf.v3.options.dc" "DC": Bool(24) & 0x20 = crate::common::SET;
        V3_OPTIONS_AF "ospf.v3.options.af" "AF": Bool(24) & 0x100 = crate::common::SET;
        V3_OPTIONS_L "ospf.v3.options.l" "L": Bool(24) & 0x200 = crate::common::SET;
        V3_OPTIONS_AT "ospf.v3.options.at" "AT": Bool(24) & 0x400 = crate::common::SET;
        DBD "ospf.dbd" "DB Description": U8 Hex;
        DBD_R "ospf.dbd.r" "(R) OOBResync": Bool(8) & 0x8 = crate::common::SET;
        DBD_I "ospf.dbd.i" "(I) Init": Bool(8) & 0x4 = crate::common::SET;
        DBD_M "ospf.dbd.m" "(M) More": Bool(8) & 0x2 = crate::common::SET;
        DBD_MS "ospf.dbd.ms" "(MS) Master": Bool(8) & 0x1 = crate::common::YES;
        LLS_EXT_OPTIONS "ospf.lls.ext.options" "Options": U32 Hex;
        LLS_EXT_OPTIONS_LR "ospf.lls.ext.options.lr" "(LR) LSDB Resynchronization": Bool(32) & 0x1 = crate::common::SET;
        LLS_EXT_OPTIONS_RS "ospf.lls.ext.options.rs" "(RS) Restart Signal": Bool(32) & 0x2 = crate::common::SET;
        V2_ROUTER_LSA_FLAGS "ospf.v2.router.lsa.flags" "Flags": U8 Hex;
        V2_ROUTER_LSA_FLAGS_B "ospf.v2.router.lsa.flags.b" "(B) Area border router": Bool(8) & 0x1 = crate::common::YES;
        V2_ROUTER_LSA_FLAGS_E "ospf.v2.router.lsa.flags.e" "(E) AS boundary router": Bool(8) & 0x2 = crate::common::YES;
        V2_ROUTER_LSA_FLAGS_V "ospf.v2.router.lsa.flags.v" "(V) Virtual link endpoint": Bool(8) & 0x4 = crate::common::YES;
        V2_ROUTER_LSA_FLAGS_W "ospf.v2.router.lsa.flags.w" "(W) Wild-card multicast receiver": Bool(8) & 0x8 = crate::common::YES;
        V2_ROUTER_LSA_FLAGS_N "ospf.v2.router.lsa.flags.n" "(N) flag": Bool(8) & 0x10 = crate::common::YES;
        V2_ROUTER_LSA_FLAGS_H "ospf.v2.router.lsa.flags.h" "(H) flag": Bool(8) & 0x80 = crate::common::YES;
        V3_ROUTER_LSA_FLAGS "ospf.v3.router.lsa.flags" "Flags": U8 Hex;
        V3_ROUTER_LSA_FLAGS_B "ospf.v3.router.lsa.flags.b" "(B) Area border router": Bool(8) & 0x1 = crate::common::YES;
        V3_ROUTER_LSA_FLAGS_E "ospf.v3.router.lsa.flags.e" "(E) AS boundary router": Bool(8) & 0x2 = crate::common::YES;
        V3_ROUTER_LSA_FLAGS_V "ospf.v3.router.lsa.flags.v" "(V) Virtual link endpoint": Bool(8) & 0x4 = crate::common::YES;
        V3_ROUTER_LSA_FLAGS_W "ospf.v3.router.lsa.flags.w" "(W) Wild-card multicast receiver": Bool(8) & 0x8 = crate::common::YES;
        V3_PREFIX_OPTIONS "ospf.v3.prefix.options" "PrefixOptions": U8 Hex;
        V3_PREFIX_OPTIONS_NU "ospf.v3.prefix.options.nu" "(NU) NoUnicast": Bool(8) & 0x1 = crate::common::SET;
        V3_PREFIX_OPTIONS_LA "ospf.v3.prefix.options.la" "(LA) Local Address": Bool(8) & 0x2 = crate::common::SET;
        V3_PREFIX_OPTIONS_MC "ospf.v3.prefix.options.mc" "(MC) Multicast": Bool(8) & 0x4 = crate::common::SET;
        V3_PREFIX_OPTIONS_P "ospf.v3.prefix.options.p" "(P) Propagate": Bool(8) & 0x8 = crate::common::SET;
        DYNHOSTNAME "ospf.dynhostname" "Dynamic Hostname": Str;
        LSA_SA "ospf.lsa_sa" "SR-Algorithm": U8 Dec = LSA_SA_NAMES;
        TLV_SIDLABEL_RANGE_TYPE "ospf.tlv.sidlabel_range.type" "TLV Type": U16 Dec = TLV_SIDLABEL_RANGE_TYPE_NAMES;
        TLV_RANGE_SIZE "ospf.tlv.range_size" "Range Size": U24 Dec;
        TLV_SID_LABEL "ospf.tlv.sid_label" "SID/Label": U32 Dec;
        TLV_PREFERENCE "ospf.tlv.preference" "Preference": U24 Dec;
        TLV_EXTPFX_TLV_TYPE "ospf.tlv.extpfx.tlv_type" "TLV Type": U16 Dec = TLV_EXTPFX_TLV_TYPE_NAMES;
        TLV_EXTPFX_SUBTLV_TYPE "ospf.tlv.extpfx.subtlv_type" "TLV Type": U16 Dec = TLV_SIDLABEL_RANGE_TYPE_NAMES;
        TLV_EXTPFX_ROTUETYPE "ospf.tlv.extpfx.rotuetype" "Route Type": U16 Dec = TLV_EXTPFX_ROTUETYPE_NAMES;
        TLV_EXTPFX_AF "ospf.tlv.extpfx.af" "Address Family": U8 Dec = TLV_EXTPFX_AF_NAMES;
        TLV_EXTPFX_FLAGS "ospf.tlv.extpfx.flags" "Flags": U8 Hex;
        TLV_EXTPFX_FLAGS_A "ospf.tlv.extpfx.flags.a" "(A) Attach Flag": Bool(8) & 0x80 = crate::common::SET;
        TLV_EXTPFX_FLAGS_N "ospf.tlv.extpfx.flags.n" "(N) Node Flag": Bool(8) & 0x40 = crate::common::SET;
        TLV_EXTPFX_RANGE_FLAGS "ospf.tlv.extpfx_range.flags" "Flags": U8 Hex;
        TLV_EXTPFX_RANGE_FLAGS_IA "ospf.tlv.extpfx_range.flags.ia" "(IA) Inter-Area Flag": Bool(8) & 0x80 = crate::common::SET;
        TLV_PFXSID_FLAGS "ospf.tlv.pfxsid.flags" "Flags": U8 Hex;
        TLV_PFXSID_FLAGS_NP "ospf.tlv.pfxsid.flags.np" "(NP) No-PHP Flag": Bool(8) & 0x40 = crate::common::SET;
        TLV_PFXSID_FLAGS_M "ospf.tlv.pfxsid.flags.m" "(M) Mapping Server Flag": Bool(8) & 0x20 = crate::common::SET;
        TLV_PFXSID_FLAGS_E "ospf.tlv.pfxsid.flags.e" "(E) Explicit-Null Flag": Bool(8) & 0x10 = crate::common::SET;
        TLV_PFXSID_FLAGS_V "ospf.tlv.pfxsid.flags.v" "(V) Value/Index Flag": Bool(8) & 0x8 = crate::common::SET;
        TLV_PFXSID_FLAGS_L "ospf.tlv.pfxsid.flags.l" "(L) Local/Global Flag": Bool(8) & 0x4 = crate::common::SET;
        TLV_EXTLINK_MT_ID "ospf.tlv.extlink.mt_id" "Multi-Topology ID": U8 Dec;
        LS_METRIC "ospf.ls.metric" "Metric": U32 Dec;
        LSA_ASBR "ospf.lsa.asbr" "Summary LSA (ASBR)": Bool;
        LSA_ASBR_NETMASK "ospf.lsa.asbr.netmask" "Netmask": Ipv4;
        LSA_MEMBER "ospf.lsa.member" "Group Membership LSA": Bool;
        LSA_NSSA "ospf.lsa.nssa" "NSSA AS-External LSA": Bool;
        LSA_ATTR "ospf.lsa.attr" "External Attributes LSA": Bool;
        V2_OPTIONS_P "ospf.v2.options.p" "(P) Propagate": Bool(8) & 0x8 = crate::common::SET;
        TLV_VALUE "ospf.tlv_value" "TLV Value": Bytes;
        TLV_UNKNOWN "ospf.tlv.unknown" "Unknown TLV": Bytes;
        MPLS_GROUP "ospf.mpls.group" "MPLS/TE Group": U32 Hex;
        MPLS_LOCAL_ID "ospf.mpls.local_id" "MPLS/TE Local Interface Index": U32 Dec;
        MPLS_REMOTE_ID "ospf.mpls.remote_id" "MPLS/TE Remote Interface Index": U32 Dec;
        MPLS_PROTECTION_CAPABILITY "ospf.mpls.protection_capability" "Protection Capability": U8 Hex = MPLS_PROTECTION_NAMES;
        MPLS_SONET_SDH "ospf.mpls.sonet.sdh" "SONET/SDH": Bool = Names::Bools("Arbitrary", "Standard");
        MPLS_SHARED_RISK_LINK_GROUP "ospf.mpls.shared_risk_link_group" "Shared Risk Link Group": U32 Dec;
        MPLS_BC "ospf.mpls.bc" "BC": F32;
        RI_OPTIONS "ospf.ri.options" "RI Options": U8 Hex;
        RI_OPTIONS_GRC "ospf.ri.options.grc" "(GRC) Graceful Restart": Bool(8) & 0x80 = CAPABLE;
        RI_OPTIONS_GRH "ospf.ri.options.grh" "(GRH) Graceful Restart Helper": Bool(8) & 0x40 = Names::Bools("Enabled", "Disabled");
        RI_OPTIONS_SRS "ospf.ri.options.srs" "Stub Router Support": Bool(8) & 0x20 = Names::Bools("Yes", "No");
        RI_OPTIONS_TES "ospf.ri.options.tes" "(TES) Traffic Engineering": Bool(8) & 0x10 = Names::Bools("Supported", "Not supported");
        RI_OPTIONS_P2PLAN "ospf.ri.options.p2plan" "(P2PLAN) Point-to-point over LAN": Bool(8) & 0x8 = CAPABLE;
        RI_OPTIONS_ETE "ospf.ri.options.ete" "(ETE) Experimental TE": Bool(8) & 0x4 = CAPABLE;
        RI_OPTIONS_HOST "ospf.ri.options.host" "Host Router": Bool(8) & 0x1 = CAPABLE;
        TLV_IGP_MSD_TYPE "ospf.tlv.igp_msd_type" "MSD Type": U8 Dec = crate::network::isis::lsp::IGP_MSD_TYPE_NAMES;
        TLV_IGP_MSD_VALUE "ospf.tlv.igp_msd_value" "MSD Value": U8 Dec;
        TLV_FAD_FLEX_ALGORITHM "ospf.tlv.fad.flex_algorithm" "Flex-Algorithm": U8 Dec;
        TLV_FAD_METRIC_TYPE "ospf.tlv.fad.metric_type" "Metric-Type": U8 Dec = FAD_METRIC_TYPE_NAMES;
        TLV_FAD_CALC_TYPE "ospf.tlv.fad.calc_type" "Calc-Type": U8 Dec = LSA_SA_NAMES;
        TLV_FAD_PRIORITY "ospf.tlv.fad.priority" "Priority": U8 Dec;
        TLV_FAD_SUBTLV_TYPE "ospf.tlv.fad.subtlv_type" "TLV Type": U16 Dec = FAD_SUBTLV_TYPE_NAMES;
        TLV_ADMIN_GROUP "ospf.tlv.admin_group" "Admin Group": U32 Hex;
        TLV_EXTENDED_ADMIN_GROUP "ospf.tlv.extended_admin_group" "Extended Admin Group": U32 Hex;
        TLV_EXTLINK_TLV_TYPE "ospf.tlv.extlink.tlv_type" "TLV Type": U16 Dec = EXTLINK_TLV_TYPE_NAMES;
        TLV_EXTLINK_SUBTLV_TYPE "ospf.tlv.extlink.subtlv_type" "TLV Type": U16 Dec = EXTLINK_SUBTLV_TYPE_NAMES;
        TLV_EXTLINK_WEIGHT "ospf.tlv.extlink.weight" "Weight": U8 Dec;
        TLV_EXTLINK_NBR "ospf.tlv.extlink.nbr" "Neighbor ID": Ipv4;
        TLV_ADJSID_FLAGS "ospf.tlv.adjsid.flags" "Flags": U8 Hex;
        TLV_ADJSID_FLAGS_B "ospf.tlv.adjsid.flags.b" "(B) Backup Flag": Bool(8) & 0x80 = crate::common::SET;
        TLV_ADJSID_FLAGS_V "ospf.tlv.adjsid.flags.v" "(V) Value/Index Flag": Bool(8) & 0x40 = crate::common::SET;
        TLV_ADJSID_FLAGS_L "ospf.tlv.adjsid.flags.b" "(L) Local/Global Flag": Bool(8) & 0x20 = crate::common::SET;
        TLV_ADJSID_FLAGS_G "ospf.tlv.adjsid.flags.g" "(G) Group Flag": Bool(8) & 0x10 = crate::common::SET;
        TLV_ADJSID_FLAGS_P "ospf.tlv.adjsid.flags.p" "(P) Persistent Flag": Bool(8) & 0x8 = crate::common::SET;
        TLV_REMOTE_IPV4_ADDRESS "ospf.tlv.remote_ipv4_address" "Remote IPv4 Address": Ipv4;
        TLV_LOCAL_INTERFACE_ID "ospf.tlv.local_interface_id" "Local Interface ID": U32 Dec;
        TLV_REMOTE_INTERFACE_ID "ospf.tlv.remote_interface_id" "Remote Interface ID": U32 Dec;
        TLV_SABM_LENGTH "ospf.tlv.application.sabm.length" "SABM Length": U8 Dec;
        TLV_UDABM_LENGTH "ospf.tlv.application.udabm.length" "UDABM Length": U8 Dec;
        TLV_SABM_BITS "ospf.tlv.application.sabm.bits" "Standard Application Identifier Bit Mask": U8 Hex;
        TLV_SABM_BITS_R "ospf.tlv.application.sabm.bits.r" "(R) RSVP-TE": Bool(8) & 0x80 = crate::common::SET;
        TLV_SABM_BITS_S "ospf.tlv.application.sabm.bits.s" "(S) Segment Routing Policy": Bool(8) & 0x40 = crate::common::SET;
        TLV_SABM_BITS_F "ospf.tlv.application.sabm.bits.f" "(F) Loop-Free Alternate (LFA)": Bool(8) & 0x20 = crate::common::SET;
        TLV_SABM_BITS_X "ospf.tlv.application.sabm.bits.x" "(X) Flexible Algorithm": Bool(8) & 0x10 = crate::common::SET;
        TLV_UDABM_BITS "ospf.tlv.application.udabm.bits" "User-Defined Application Identifier Bit Mask": Bytes;
        TLV_APPLICATION_SUBTLV_TYPE "ospf.tlv.application.subtlv_type" "TLV Type": U16 Dec = EXTLINK_SUBTLV_TYPE_NAMES;
        TLV_DELAY_FLAGS "ospf.tlv.unidirectional_link_flags" "Flags": U8 Hex;
        TLV_DELAY_FLAGS_A "ospf.tlv.unidirectional_link_flags.a" "(A) Anomalous": Bool(8) & 0x80 = crate::common::SET;
        TLV_DELAY_FLAGS_RESERVED "ospf.tlv.unidirectional_link_flags.reserved" "Reserved": U8 Hex & 0x7f;
        TLV_DELAY_RESERVED "ospf.tlv.unidirectional_link_reserved" "Reserved": U8 Hex;
        TLV_DELAY "ospf.tlv.unidirectional_link_delay" "Delay": U24 Dec;
        TLV_DELAY_MIN "ospf.tlv.unidirectional_link_delay_min" "Min Delay": U24 Dec;
        TLV_DELAY_MAX "ospf.tlv.unidirectional_link_delay_max" "Max Delay": U24 Dec;
        TLV_DELAY_VARIATION "ospf.tlv.unidirectional_delay_variation" "Delay Variation": U24 Dec;
        V3_LSA_INTERROUTER "ospf.v3.lsa.interrouter" "Inter-Area-Router-LSA": Bool;
        V3_LSA_ASEXT "ospf.v3.lsa.asext" "AS-External-LSA": Bool;
        V3_LSA_MEMBER "ospf.v3.lsa.member" "Group-Membership-LSA": Bool;
        V3_LSA_NSSA "ospf.v3.lsa.nssa" "NSSA-LSA": Bool;
        V3_LSA_OPAQUE "ospf.v3.lsa.opaque" "Router Information Opaque-LSA": Bool;
        V3_LSA_DESTINATION_ROUTER_ID "ospf.v3.lsa.destination_router_id" "Destination Router ID": Ipv4;
        V3_AS_EXTERNAL_FLAGS "ospf.v3.as.external.flags" "Flags": U8 Hex;
        V3_AS_EXTERNAL_FLAGS_E "ospf.v3.as.external.flags.e" "(E) External Metric": Bool(8) & 0x4 = Names::Bools("Type 2", "Type 1");
        V3_AS_EXTERNAL_FLAGS_F "ospf.v3.as.external.flags.f" "(F) Forwarding Address": Bool(8) & 0x2 = Names::Bools("Present", "Absent");
        V3_AS_EXTERNAL_FLAGS_T "ospf.v3.as.external.flags.t" "(T) External Route Tag": Bool(8) & 0x1 = Names::Bools("Present", "Not Present");
        V3_LSA_FORWARDING_ADDRESS_IPV6 "ospf.v3.lsa.forwarding_address.ipv6" "Forwarding Address": Ipv6;
        V3_LSA_EXTERNAL_ROUTE_TAG "ospf.v3.lsa.external_route_tag" "External Route Tag": U32 Dec;
        V2_GRACE "ospf.v2.grace" "Grace TLV": None;
        V2_GRACE_PERIOD "ospf.v2.grace.period" "Grace Period": U32 Dec;
        V2_GRACE_REASON "ospf.v2.grace.reason" "Restart Reason": U8 Dec = V2_GRACE_REASON_NAMES;
        V2_GRACE_IP "ospf.v2.grace.ip" "Restart IP": Ipv4;
        V2_LLS_SEQUENCE_NUMBER "ospf.v2.lls.sequence_number" "Sequence number": U32 Hex;
        V2_LLS_AUTH_DATA "ospf.v2.lls.auth_data" "Auth Data": Bytes;
        LLS_CHECKSUM "ospf.lls.checksum" "Checksum": U16 Hex;
        LLS_DATA_LENGTH "ospf.lls.data_length" "LLS Data Length": U16 Dec = Names::Unit(" byte", " bytes");
        DB_INTERFACE_MTU "ospf.db.interface_mtu" "Interface MTU": U16 Dec;
        DB_DD_SEQUENCE "ospf.db.dd_sequence" "DD Sequence": U32 Dec;
        LINK_STATE_ID "ospf.link_state_id" "Link State ID": Ipv4;
        LS_NUMBER_OF_LSAS "ospf.ls.number_of_lsas" "Number of LSAs": U32 Dec;
        MPLS_SWITCHING_TYPE "ospf.mpls.switching_type" "Switching Type": U8 Dec = super::gmpls::SWITCHING_TYPES;
        MPLS_ENCODING "ospf.mpls.encoding" "Encoding": U8 Dec = super::gmpls::ENCODINGS;
        MPLS_INTERFACE_MTU "ospf.mpls.interface_mtu" "Interface MTU": U16 Dec;
        LSID_TE_LSA_RESERVED "ospf.lsid_te_lsa.reserved" "Link State ID TE-LSA Reserved": U8 Dec;
        LSID_OPAQUE_ID "ospf.lsid.opaque_id" "Link State ID Opaque ID": U24 Dec;
        LSA_NUMBER_OF_LINKS "ospf.lsa.number_of_links" "Number of Links": U16 Dec;
        V3_LSA_DO_NOT_AGE "ospf.v3.lsa.do_not_age" "Do Not Age": Bool(16) & 0x8000 = crate::common::TRUE;
        V3_LSA_INTERFACE_ID "ospf.v3.lsa.interface_id" "Interface ID": U32 Dec;
        V3_LSA_NEIGHBOR_INTERFACE_ID "ospf.v3.lsa.neighbor_interface_id" "Neighbor Interface ID": U32 Dec;
        V3_LSA_NEIGHBOR_ROUTER_ID "ospf.v3.lsa.neighbor_router_id" "Neighbor Router ID": Ipv4;
        V3_LSA_ATTACHED_ROUTER "ospf.v3.lsa.attached_router" "Attached Router": Ipv4;
        V3_LSA_REFERENCED_LS_TYPE "ospf.v3.lsa.referenced_ls_type" "Referenced LS type": U16 Hex = V3_LSA_FC_NAMES;
        V3_LSA_REFERENCED_LINK_STATE_ID "ospf.v3.lsa.referenced_link_state_id" "Referenced Link State ID": Ipv4;
        V3_LSA_ROUTER_PRIORITY "ospf.v3.lsa.router_priority" "Router Priority": U8 Dec;
        V3_LSA_LINK_LOCAL_INTERFACE_ADDRESS_IPV6 "ospf.v3.lsa.link_local_interface_address.ipv6" "Link-local Interface Address": Ipv6;
        V3_LSA_REFERENCED_ADVERTISING_ROUTER "ospf.v3.lsa.referenced_advertising_router" "Referenced Advertising Router": Ipv4;
        LSA_ASEXT_TYPE "ospf.lsa.asext.type" "External Type": Bool(8) & 0x80 = Names::Bools("Type 2 (metric is larger than any other link state path)", "Type 1 (metric is specified in the same units as interface cost)");
        LSA_TOS "ospf.lsa.tos" "TOS": U8 Dec;
        V3_LSA_TYPE "ospf.v3.lsa.type" "Type": U8 Dec = V3_LSA_TYPE_NAMES;
        METRIC "ospf.metric" "Metric": U32 Dec;
        PREFIX_LENGTH "ospf.prefix_length" "PrefixLength": U8 Dec;
        MPLS_PRI "ospf.mpls.pri" "Pri (or TE-Class)": F32;
        MPLS_MINIMUM_LSP_BANDWIDTH "ospf.mpls.minimum_lsp_bandwidth" "Minimum LSP bandwidth": F32;
        PAD_BYTES "ospf.pad_bytes" "Pad Bytes": Bytes;
        V3_LSA_NUM_PREFIXES "ospf.v3.lsa.num_prefixes" "# prefixes": U32 Dec;
        V3_ADDRESS_PREFIX_IPV6 "ospf.v3.address_prefix.ipv6" "Address Prefix": Ipv6;
        V3_ADDRESS_PREFIX_IPV4 "ospf.v3.address_prefix.ipv4" "Address Prefix": Ipv4;
    }
    experts {
        RESERVED_NOT_ZERO "ospf.reserved.not_zero" Warn Protocol "incorrect, should be 0";
        LSA_INVALID_LENGTH "ospf.lsa.invalid_length" Error Malformed "Invalid length";
        LSA_UNKNOWN_TYPE "ospf.lsa.unknown_type" Warn Protocol "Unknown LSA Type";
    }
}

names! { MSG_NAMES {
    1 => "Hello Packet",
    2 => "DB Description",
    3 => "LS Request",
    4 => "LS Update",
    5 => "LS Acknowledge",
}
AUTH_TYPE_NAMES {
    0 => "Null",
    1 => "Simple password",
    2 => "Cryptographic",
} }
const INSTANCE_ID_NAMES: Names = Names::Ranges(&[
    (0, 31, "IPv6 unicast AF"),
    (32, 63, "IPv6 multicast AF"),
    (64, 95, "IPv4 unicast AF"),
    (96, 127, "IPv4 multicast AF"),
    (128, 255, "Reserved"),
]);
names! { AT_AUTH_TYPE_NAMES {
    0 => "Reserved",
    1 => "HMAC Cryptographic Authentication",
}
pub(super) LSA_NAMES {
    1 => "Router-LSA",
    2 => "Network-LSA",
    3 => "Summary-LSA (IP network)",
    4 => "Summary-LSA (ASBR)",
    5 => "AS-External-LSA (ASBR)",
    6 => "Group Membership LSA",
    7 => "NSSA AS-External-LSA",
    8 => "External Attributes LSA",
    9 => "Opaque LSA, Link-local scope",
    10 => "Opaque LSA, Area-local scope",
    11 => "Opaque LSA, AS-local scope",
}
LSID_OPAQUE_TYPE_NAMES {
    1 => "Traffic Engineering LSA",
    2 => "Sycamore Optical Topology Descriptions",
    3 => "grace-LSA",
    4 => "Router Information (RI)",
    5 => "L1VPN LSA",
    6 => "Inter-AS-TE-v2 LSA",
    7 => "OSPFv2 Extended Prefix Opaque LSA",
    8 => "OSPFv2 Extended Link Opaque LSA",
    9 => "TTZ LSA",
}
V3_LSA_S12_NAMES {
    0 => "Link-Local Scoping - Flooded only on originating link",
    1 => "Area Scoping - Flooded only in originating area",
    2 => "AS Scoping - Flooded throughout AS",
    3 => "Reserved",
}
pub(super) V3_LSA_FC_NAMES {
    1 => "Router-LSA",
    2 => "Network-LSA",
    3 => "Inter-Area-Prefix-LSA",
    4 => "Inter-Area-Router-LSA",
    5 => "AS-External-LSA",
    6 => "Group-Membership-LSA",
    7 => "NSSA-LSA",
    8 => "Link-LSA",
    9 => "Intra-Area-Prefix-LSA",
    12 => "Router Information Opaque-LSA",
}
pub(super) MPLS_LINKTYPE_NAMES {
    1 => "Point-to-point",
    2 => "Multi-access",
} }
const MPLS_BC_MODEL_ID_NAMES: Names = Names::Ranges(&[
    (0, 0, "(Russian Dolls Model - RDM)"),
    (1, 1, "(Maximum Allocation Model - MAM)"),
    (2, 2, "(Maximum Allocation with Reservation Model - MAR)"),
    (3, 239, "(Unassigned, Specification Required)"),
    (240, 255, "(Reserved, Private Use)"),
]);
names! { pub(super) TLV_TYPE_OPAQUE_NAMES {
    1 => "Router Informational Capabilities",
    2 => "Router Functional Capabilities",
    3 => "TE-MESH-GROUP TLV (IPv4)",
    4 => "TE-MESH-GROUP TLV (IPv6)",
    5 => "TE Node Capability Descriptor",
    6 => "PCED",
    7 => "OSPF Dynamic Hostname",
    8 => "SR-Algorithm ",
    9 => "SID/Label Range",
    10 => "Node Admin Tag ",
    11 => "S-BFD Discriminator",
    12 => "Node MSD",
    14 => "SR Local Block",
    15 => "SRMS Preference",
    16 => "Flexible Algorithm Definition",
}
LSA_SA_NAMES {
    0 => "Shortest Path First",
    1 => "Strict Shortest Path First",
}
pub(super) TLV_SIDLABEL_RANGE_TYPE_NAMES {
    1 => "SID/Label",
    2 => "Prefix SID",
}
pub(super) TLV_EXTPFX_TLV_TYPE_NAMES {
    1 => "OSPFv2 Extended Prefix",
    2 => "OSPFv2 Extended Prefix Range",
}
pub(super) TLV_EXTPFX_ROTUETYPE_NAMES {
    0 => "Unspecified",
    1 => "Intra-Area",
    3 => "Inter-Area",
    5 => "AS-External",
    7 => "NSSA-External",
}
TLV_EXTPFX_AF_NAMES {
    0 => "IPv4 Unicast",
}
MPLS_PROTECTION_NAMES {
    0x1 => "Extra Traffic",
    0x2 => "Unprotected",
    0x4 => "Shared",
    0x8 => "Dedicated 1:1",
    0x10 => "Dedicated 1+1",
    0x20 => "Enhanced",
    0x40 => "Reserved",
    0x80 => "Reserved",
}
FAD_METRIC_TYPE_NAMES {
    0 => "IGP Metric",
    1 => "Min Unidirectional Link Delay",
    2 => "Traffic Engineering Metric",
}
pub(super) FAD_SUBTLV_TYPE_NAMES {
    1 => "Flexible Algorithm Exclude Admin Group",
    2 => "Flexible Algorithm Include-Any Admin Group",
    3 => "Flexible Algorithm Include-All Admin Group",
    4 => "Flexible Algorithm Definition Flags",
    5 => "Flexible Algorithm Exclude SRLG",
}
pub(super) EXTLINK_TLV_TYPE_NAMES {
    1 => "OSPFv2 Extended Link",
}
pub(super) EXTLINK_SUBTLV_TYPE_NAMES {
    1 => "SID/Label",
    2 => "Adj-SID",
    3 => "LAN Adj-SID",
    6 => "Link MSD",
    7 => "Graceful Link Shutdown",
    8 => "Remote IPv4 Address",
    9 => "Local/Remote Interface ID",
    10 => "Application-Specific Link Attributes",
    12 => "Unidirectional Link Delay",
    13 => "Min/Max Unidirectional Link Delay",
    14 => "Unidirectional Delay Variation",
    19 => "Administrative Group",
    20 => "Extended Administrative Group",
    22 => "TE Metric",
}
pub(super) V2_GRACE_REASON_NAMES {
    0 => "Unknown",
    1 => "Software Restart",
    2 => "Software Reload/Upgrade",
    3 => "Processor Switchover",
} }
const CAPABLE: Names = Names::Bools("Capable", "Not capable");
names! { V3_LSA_TYPE_NAMES {
    1 => "Point-to-point connection to another router",
    2 => "Connection to a transit network",
    3 => "Connection to a stub network",
    4 => "Virtual link",
} }

const HELLO_MSG: u8 = 1;
const DESCRIPTION: u8 = 2;
const REQUEST: u8 = 3;
const UPDATE: u8 = 4;
const ACK: u8 = 5;

/// Options of version 2 by bit, from the highest.
const V2_BITS: [Field; 8] = [
    V2_OPTIONS_DN,
    V2_OPTIONS_O,
    V2_OPTIONS_DC,
    V2_OPTIONS_L,
    V2_OPTIONS_N,
    V2_OPTIONS_MC,
    V2_OPTIONS_E,
    V2_OPTIONS_MT,
];
/// Those of an advertisement of a not-so-stubby area (RFC 3101): one bit says something else.
const NSSA_BITS: [Field; 8] = [
    V2_OPTIONS_DN,
    V2_OPTIONS_O,
    V2_OPTIONS_DC,
    V2_OPTIONS_L,
    V2_OPTIONS_P,
    V2_OPTIONS_MC,
    V2_OPTIONS_E,
    V2_OPTIONS_MT,
];
const V3_BITS: [Field; 9] = [
    V3_OPTIONS_AT,
    V3_OPTIONS_L,
    V3_OPTIONS_AF,
    V3_OPTIONS_DC,
    V3_OPTIONS_R,
    V3_OPTIONS_N,
    V3_OPTIONS_MC,
    V3_OPTIONS_E,
    V3_OPTIONS_V6,
];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("OSPF");
    cx.info_clear();
    let (version, kind) = (cx.first(c.peek_u8(0))?, cx.first(c.peek_u8(1))?);
    cx.info(|o| _ = o.s(MSG_NAMES.or(u64::from(kind), "Unknown (")));
    if MSG_NAMES.find(u64::from(kind)).is_none() {
        cx.info_add(|o| _ = o.u(kind).s(")"));
    }
    let length = usize::from(cx.first(c.peek_u16(2))?);
    let header_len = if version == 2 { 24 } else { 16 };
    let mut auth = (0, 0usize);
    let head = cx.add(HEADER, c.span(header_len), Value::None);
    cx.under(head, |cx| -> Step {
        cx.field(VERSION, &mut c, 1)?;
        cx.field(MSG, &mut c, 1)?;
        let which = match kind {
            HELLO_MSG => Some(MSG_HELLO),
            DESCRIPTION => Some(MSG_DBDESC),
            REQUEST => Some(MSG_LSREQ),
            UPDATE => Some(MSG_LSUPDATE),
            ACK => Some(MSG_LSACK),
            _ => None,
        };
        if let Some(field) = which {
            let span = requin_wire::Span::new(c.source(), c.pos() - 1, 1);
            cx.hidden(field, span, Value::U(1));
        }
        cx.field(PACKET_LENGTH, &mut c, 2)?;
        cx.field(SRCROUTER, &mut c, 4)?;
        let area = c.peek_u32(0)?;
        let item = cx.field(AREA_ID, &mut c, 4)?;
        if area == 0 {
            cx.append(item, |o| _ = o.s(" (Backbone)"));
        }
        let sum = sum(cx, all, version, length);
        let stored = c.peek_u16(0)?;
        let item = cx.field(CHECKSUM, &mut c, 2)?;
        cx.append(item, |o| match sum {
            _ if stored == 0 => _ = o.s(" (None)"),
            Some(0xffff) => _ = o.s(" [correct]"),
            Some(sum) => _ = o.s(" [incorrect, should be ").hex(checksum::should_be(sum, stored), 4).s("]"),
            None => {}
        });
        if version == 2 {
            auth = authentication(cx, &mut c, all, length)?;
        } else if version == 3 {
            cx.field(INSTANCE_ID, &mut c, 1)?;
            reserved(cx, &mut c, 1)?;
        }
        Ok(())
    })?;
    if version != 2 && version != 3 {
        return Ok(());
    }
    let mut body = all.within(length);
    body.advance(header_len);
    // Of these, tshark shows nothing behind the header when the capture cut them; of the others, what there is.
    if matches!(kind, DESCRIPTION | UPDATE) && body.is_cut() {
        return Err(requin_wire::Stop::Cut);
    }
    match kind {
        HELLO_MSG => hello(cx, version, &mut body)?,
        DESCRIPTION => description(cx, version, &mut body)?,
        REQUEST => requests(cx, version, body)?,
        UPDATE => {
            let top = cx.line(body.span(body.left()), |o| _ = o.s("LS Update Packet"));
            cx.under(top, |cx| -> Step {
                let n = cx.u32(LS_NUMBER_OF_LSAS, &mut body)?;
                let mut left = n;
                while left > 0 && !body.is_empty() {
                    lsa::whole(cx, version, &mut body)?;
                    left -= 1;
                }
                if left > 0 {
                    return Err(requin_wire::Stop::Short);
                }
                Ok(())
            })?;
        }
        ACK => {
            while !body.is_empty() {
                lsa::header_only(cx, version, &mut body)?;
            }
        }
        _ => {
            let n = body.left();
            if n > 0 {
                cx.line(body.span(n), |o| _ = o.s("Unknown Data"));
            }
        }
    }
    if length > all.left() {
        return Err(requin_wire::Stop::Short);
    }
    // Cryptographic authentication and link-local signaling follow the packet.
    let mut rest = all;
    rest.advance(length + auth.1);
    if version == 2 && !rest.is_empty() && matches!(kind, HELLO_MSG | DESCRIPTION) {
        let options = all.peek_u8(if kind == HELLO_MSG { 30 } else { 26 })?;
        if options & 0x10 != 0 {
            return signaling(cx, rest);
        }
    }
    if version == 3 && !rest.is_empty() && matches!(kind, HELLO_MSG | DESCRIPTION) {
        let options = all.peek_u16(if kind == HELLO_MSG { 22 } else { 18 })?;
        if options & 0x0200 != 0 && rest.left() > 4 {
            let n = usize::from(rest.peek_u16(2)?) * 4;
            signaling(cx, rest.take(n))?;
        }
        if options & 0x0400 != 0 {
            return trailer(cx, rest);
        }
    }
    Ok(())
}

/// The sum over the packet without its authentication, when it can be made.
fn sum<S: Sink>(cx: &Cx<'_, S>, all: Cursor<'_>, version: u8, length: usize) -> Option<u32> {
    let bytes = all.rest().get(..length).filter(|_| S::FIELDS && !cx.fragmented)?;
    match version {
        2 => {
            // Without the eight bytes of authentication.
            let start = checksum::add(0, bytes.get(..16)?);
            Some(checksum::add(start, bytes.get(24..)?))
        }
        3 => Some(checksum::add(checksum::pseudo(cx, 89, length), bytes)),
        _ => None,
    }
}

/// Who sent it; gives the type and the bytes behind the packet that belong to it.
fn authentication<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    all: Cursor<'_>,
    length: usize,
) -> Result<(u16, usize), requin_wire::Stop> {
    let kind = cx.u16(AUTH_TYPE, c)?;
    match kind {
        0 => {
            cx.field(AUTH_NONE, c, 8)?;
            Ok((0, 0))
        }
        1 => {
            cx.field(AUTH_SIMPLE, c, 8)?;
            Ok((1, 0))
        }
        2 => {
            c.skip(2)?;
            cx.field(AUTH_CRYPT_KEY_ID, c, 1)?;
            let n = usize::from(c.peek_u8(0)?);
            cx.field(AUTH_CRYPT_DATA_LENGTH, c, 1)?;
            cx.field(AUTH_CRYPT_SEQ_NBR, c, 4)?;
            let mut at = all;
            at.advance(length);
            // It stands behind the packet: when the capture cut it, the packet is shown all the same.
            if n > 0 && (at.captured() >= n || at.left() < n) {
                cx.field(AUTH_CRYPT_DATA, &mut at, n)?;
            }
            Ok((2, n))
        }
        _ => {
            cx.field(AUTH_UNKNOWN, c, 8)?;
            Ok((kind, 0))
        }
    }
}

/// Bytes that should be zero.
pub(super) fn reserved<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, n: usize) -> Step {
    let zero = c.peek_bytes(0, n)?.iter().all(|b| *b == 0);
    let span = c.span(n);
    let item = cx.field(RESERVED, c, n)?;
    if !zero {
        cx.expert(RESERVED_NOT_ZERO, item, span);
    }
    Ok(())
}

/// Options of either version, with the names of those that are set.
pub(super) fn options<S: Sink>(cx: &mut Cx<'_, S>, version: u8, c: &mut Cursor<'_>) -> Step {
    if version == 2 {
        return named_flags(cx, V2_OPTIONS, c, 1, &V2_BITS);
    }
    named_flags(cx, V3_OPTIONS, c, 3, &V3_BITS)
}

/// Options of an advertisement of version 2.
pub(super) fn options_of<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, c: &mut Cursor<'_>) -> Step {
    named_flags(cx, V2_OPTIONS, c, 1, if kind == 7 { &NSSA_BITS } else { &V2_BITS })
}

/// Flags with the names of those that are set.
pub(super) fn named_flags<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    len: usize,
    bits: &[Field],
) -> Step {
    let (v, item) = cx.flags(field, c, len, bits)?;
    crate::common::say_bits(cx, item, v, bits);
    Ok(())
}

fn hello<S: Sink>(cx: &mut Cx<'_, S>, version: u8, c: &mut Cursor<'_>) -> Step {
    let top = cx.add(HELLO, c.span(c.left()), Value::None);
    cx.under(top, |cx| -> Step {
        if version == 2 {
            cx.field(HELLO_NETWORK_MASK, c, 4)?;
            cx.field(HELLO_HELLO_INTERVAL, c, 2)?;
            options(cx, 2, c)?;
            cx.field(HELLO_ROUTER_PRIORITY, c, 1)?;
            cx.field(HELLO_ROUTER_DEAD_INTERVAL, c, 4)?;
        } else {
            cx.field(HELLO_INTERFACE_ID, c, 4)?;
            cx.field(HELLO_ROUTER_PRIORITY, c, 1)?;
            options(cx, 3, c)?;
            cx.field(HELLO_HELLO_INTERVAL, c, 2)?;
            cx.field(HELLO_ROUTER_DEAD_INTERVAL, c, 2)?;
        }
        cx.field(HELLO_DESIGNATED_ROUTER, c, 4)?;
        cx.field(HELLO_BACKUP_DESIGNATED_ROUTER, c, 4)?;
        while !c.is_empty() {
            cx.field(HELLO_ACTIVE_NEIGHBOR, c, 4)?;
        }
        Ok(())
    })
}

fn description<S: Sink>(cx: &mut Cx<'_, S>, version: u8, c: &mut Cursor<'_>) -> Step {
    let top = cx.line(c.span(if version == 2 { 8 } else { 12 }), |o| _ = o.s("OSPF DB Description"));
    cx.under(top, |cx| -> Step {
        if version == 2 {
            cx.field(DB_INTERFACE_MTU, c, 2)?;
            options(cx, 2, c)?;
        } else {
            reserved(cx, c, 1)?;
            options(cx, 3, c)?;
            cx.field(DB_INTERFACE_MTU, c, 2)?;
            reserved(cx, c, 1)?;
        }
        let bits = [DBD_R, DBD_I, DBD_M, DBD_MS];
        let (v, item) = cx.flags(DBD, c, 1, &bits)?;
        crate::common::say_bits(cx, item, v, &bits);
        cx.field(DB_DD_SEQUENCE, c, 4)?;
        Ok(())
    })?;
    while !c.is_empty() {
        lsa::header_only(cx, version, c)?;
    }
    Ok(())
}

fn requests<S: Sink>(cx: &mut Cx<'_, S>, version: u8, mut c: Cursor<'_>) -> Step {
    while !c.is_empty() {
        c.peek_bytes(0, 12)?;
        let top = cx.line(c.span(12), |o| _ = o.s("Link State Request"));
        cx.under(top, |cx| -> Step {
            if version == 2 {
                cx.field(LSA, &mut c, 4)?;
            } else {
                reserved(cx, &mut c, 2)?;
                lsa::kind3(cx, &mut c)?;
            }
            cx.field(LINK_STATE_ID, &mut c, 4)?;
            cx.field(ADVROUTER, &mut c, 4)?;
            Ok(())
        })?;
    }
    Ok(())
}

/// Link-local signaling, RFC 5613.
fn signaling<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let total = usize::from(c.peek_u16(2)?) * 4;
    let top = cx.line(c.span(total), |o| _ = o.s("OSPF LLS Data Block"));
    cx.under(top, |cx| -> Step {
        let mut block = c.within(total);
        cx.field(LLS_CHECKSUM, &mut block, 2)?;
        cx.add(LLS_DATA_LENGTH, block.span(2), Value::U(total as u64));
        block.skip(2)?;
        if total > c.left() {
            return Err(requin_wire::Stop::Short);
        }
        while block.left() >= 4 {
            let (kind, len) = (block.peek_u16(0)?, usize::from(block.peek_u16(2)?));
            let whole = 4 + len.next_multiple_of(4);
            if block.cuts(whole) {
                return Err(requin_wire::Stop::Cut);
            }
            let line = cx.line(block.span(whole), |o| {
                o.s(match kind {
                    1 => "Extended options TLV",
                    2 => "Crypto Authentication TLV",
                    _ => "Unknown LLS TLV",
                });
            });
            let mut tlv = block.take(whole);
            cx.under(line, |cx| -> Step {
                cx.field(TLV_TYPE, &mut tlv, 2)?;
                cx.field(TLV_LENGTH, &mut tlv, 2)?;
                match kind {
                    1 => {
                        let bits = [LLS_EXT_OPTIONS_RS, LLS_EXT_OPTIONS_LR];
                        let (v, item) = cx.flags(LLS_EXT_OPTIONS, &mut tlv, 4, &bits)?;
                        crate::common::say_bits(cx, item, v, &bits);
                    }
                    2 => {
                        cx.field(V2_LLS_SEQUENCE_NUMBER, &mut tlv, 4)?;
                        cx.field(V2_LLS_AUTH_DATA, &mut tlv, len.saturating_sub(4))?;
                    }
                    _ => {}
                }
                Ok(())
            })?;
        }
        c.advance(total);
        Ok(())
    })
}

/// The authentication trailer, RFC 7166.
fn trailer<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let len = usize::from(c.peek_u16(2)?);
    let top = cx.add(AT, c.span(len), Value::None);
    cx.under(top, |cx| -> Step {
        cx.field(AT_AUTH_TYPE, &mut c, 2)?;
        cx.field(AT_AUTH_DATA_LEN, &mut c, 2)?;
        cx.field(AT_RESERVED, &mut c, 2)?;
        cx.field(AT_SA_ID, &mut c, 2)?;
        cx.field(AT_CRYPTO_SEQ_NBR, &mut c, 8)?;
        cx.field(AT_AUTH_DATA, &mut c, len.saturating_sub(16))?;
        Ok(())
    })
}
