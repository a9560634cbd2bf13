//! Fields of DHCP.

use super::dissect;
use crate::application::enterprises::ENTERPRISES;
use requin_wire::{Names, names, proto};

proto! {
    DHCP "dhcp" "Dynamic Host Configuration Protocol" "DHCP/BOOTP" App
    on [Udp 67, Udp 68, Udp 4011]
    fields {
        BOOTP "dhcp.bootp" "Frame is BOOTP": Bool;
        TYPE "dhcp.type" "Message type": U8 Dec = TYPE_NAMES;
        HW_TYPE "dhcp.hw.type" "Hardware type": U8 Hex = crate::link::arp::HW_TYPE_NAMES;
        HW_LEN "dhcp.hw.len" "Hardware address length": U8 Dec;
        HOPS "dhcp.hops" "Hops": U8 Dec;
        ID_FIELD "dhcp.id" "Transaction ID": U32 Hex;
        SECS "dhcp.secs" "Seconds elapsed": U16 Dec;
        FLAGS "dhcp.flags" "Bootp flags": U16 Hex;
        FLAGS_BC "dhcp.flags.bc" "Broadcast flag": Bool(16) & 0x8000 = Names::Bools("Broadcast", "Unicast");
        FLAGS_RESERVED "dhcp.flags.reserved" "Reserved flags": U16 Hex & 0x7fff;
        IP_CLIENT "dhcp.ip.client" "Client IP address": Ipv4;
        IP_YOUR "dhcp.ip.your" "Your (client) IP address": Ipv4;
        IP_SERVER "dhcp.ip.server" "Next server IP address": Ipv4;
        IP_RELAY "dhcp.ip.relay" "Relay agent IP address": Ipv4;
        HW_ADDR "dhcp.hw.addr" "Client hardware address": Bytes;
        HW_ADDR_PADDING "dhcp.hw.addr_padding" "Client hardware address padding": Bytes;
        HW_MAC_ADDR "dhcp.hw.mac_addr" "Client MAC address": Ether;
        SERVER "dhcp.server" "Server host name": Str;
        FILE "dhcp.file" "Boot file name": Str;
        COOKIE_FIELD "dhcp.cookie" "Magic cookie": Ipv4;
        VENDOR_SPECIFIC_OPTIONS "dhcp.vendor_specific_options" "Bootp vendor specific options": Bytes;
        FQDN_S "dhcp.fqdn.s" "Server": Bool(8) & 0x1 = Names::Bools("Server", "Client");
        FQDN_O "dhcp.fqdn.o" "Server overrides": Bool(8) & 0x2 = Names::Bools("Override", "No override");
        FQDN_E "dhcp.fqdn.e" "Encoding": Bool(8) & 0x4 = Names::Bools("Binary encoding", "ASCII encoding");
        FQDN_N "dhcp.fqdn.n" "Server DDNS": Bool(8) & 0x8 = Names::Bools("No server updates", "Some server updates");
        FQDN_FLAGS "dhcp.fqdn.flags" "Flags": U8 Hex;
        FQDN_MBZ "dhcp.fqdn.mbz" "Reserved flags": U8 Hex & 0xf0;
        FQDN_RCODE1 "dhcp.fqdn.rcode1" "A-RR result": U8 Dec;
        FQDN_RCODE2 "dhcp.fqdn.rcode2" "PTR-RR result": U8 Dec;
        FQDN_NAME "dhcp.fqdn.name" "Client name": Str;
        CLIENT_ID_UUID "dhcp.client_id.uuid" "Client Identifier (UUID)": Guid;
        CLIENT_HARDWARE_ADDRESS "dhcp.client_hardware_address" "Client hardware address": Str;
        CLIENT_ID_IAID "dhcp.client_id.iaid" "IAID": Str;
        CLIENT_ID_DUID_TYPE "dhcp.client_id.duid_type" "DUID Type": U16 Dec = CLIENT_ID_DUID_TYPE_NAMES;
        CLIENT_ID_DUID_LLT_HW_TYPE "dhcp.client_id.duid_llt_hw_type" "Hardware type": U16 Dec = crate::link::arp::HW_TYPE_NAMES;
        CLIENT_ID_DUID_LL_HW_TYPE "dhcp.client_id.duid_ll_hw_type" "Hardware type": U16 Dec = crate::link::arp::HW_TYPE_NAMES;
        CLIENT_ID_TIME "dhcp.client_id.time" "Time": U32 Dec;
        CLIENT_ID_LINK_LAYER_ADDRESS "dhcp.client_id.link_layer_address" "Link layer address": Str;
        CLIENT_ID_ENTERPRISE_NUM "dhcp.client_id.enterprise_num" "Enterprise-number": U32 Custom = ENTERPRISES;
        CLIENT_ID "dhcp.client_id" "Identifier": Bytes;
        CLIENT_ID_TYPE "dhcp.client_id.type" "Type": U8 Dec;
        CLIENT_ID_UNDEF "dhcp.client_id.undef" "Client Identifier": Str;
        OPTION_TYPE "dhcp.option.type" "Option": U8 Dec;
        OPTION_LENGTH "dhcp.option.length" "Length": U8 Dec;
        OPTION_SUBOPTION_LENGTH "dhcp.option.suboption_length" "Length": U8 Dec;
        OPTION_VALUE "dhcp.option.value" "Value": Bytes;
        OPTION_VALUE_UINT "dhcp.option.value.uint" "Value": U8 Dec;
        OPTION_VALUE_INT "dhcp.option.value.int" "Value": I32 Dec;
        OPTION_VALUE_STRING "dhcp.option.value.string" "Value": StrZ;
        OPTION_VALUE_ADDRESS "dhcp.option.value.address" "Value": Ipv4;
        OPTION_VALUE_BOOL "dhcp.option.value.bool" "Value": Bool = Names::Bools("True", "False");
        OPTION_PADDING "dhcp.option.padding" "Padding": Bytes;
        OPTION_SUBNET_MASK "dhcp.option.subnet_mask" "Subnet Mask": Ipv4;
        OPTION_TIME_OFFSET "dhcp.option.time_offset" "Time Offset": I32 Dec;
        OPTION_ROUTER "dhcp.option.router" "Router": Ipv4;
        OPTION_TIME_SERVER "dhcp.option.time_server" "Time Server": Ipv4;
        OPTION_NAME_SERVER "dhcp.option.name_server" "Name Server": Ipv4;
        OPTION_DOMAIN_NAME_SERVER "dhcp.option.domain_name_server" "Domain Name Server": Ipv4;
        OPTION_LOG_SERVER "dhcp.option.log_server" "Log Server": Ipv4;
        OPTION_QUOTES_SERVER "dhcp.option.quotes_server" "Quotes Server": Ipv4;
        OPTION_LPR_SERVER "dhcp.option.lpr_server" "LPR Server": Ipv4;
        OPTION_IMPRESS_SERVER "dhcp.option.impress_server" "Impress Server": Ipv4;
        OPTION_RESOURCE_LOCATION_SERVER "dhcp.option.resource_location_server" "Resource Location Server": Ipv4;
        OPTION_HOSTNAME "dhcp.option.hostname" "Host Name": StrZ;
        OPTION_BOOT_FILE_SIZE "dhcp.option.boot_file_size" "Boot File Size": U16 Dec;
        OPTION_MERIT_DUMP_FILE "dhcp.option.merit_dump_file" "Merit Dump File": StrZ;
        OPTION_DOMAIN_NAME "dhcp.option.domain_name" "Domain Name": StrZ;
        OPTION_SWAP_SERVER "dhcp.option.swap_server" "Swap Server": Ipv4;
        OPTION_ROOT_PATH "dhcp.option.root_path" "Root Path": StrZ;
        OPTION_EXTENSION_PATH "dhcp.option.extension_path" "Extensions Path": StrZ;
        OPTION_IP_FORWARDING "dhcp.option.ip_forwarding" "IP Forwarding": Bool = Names::Bools("Enabled", "Disabled");
        OPTION_POLICY_FILTER_IP "dhcp.option.policy_filter.ip" "IP Address": Ipv4;
        OPTION_POLICY_FILTER_SUBNET_MASK "dhcp.option.policy_filter.subnet_mask" "Subnet Mask": Ipv4;
        OPTION_NON_LOCAL_SOURCE_ROUTING "dhcp.option.non_local_source_routing" "Non-Local Source Routing": Bool = Names::Bools("Enabled", "Disabled");
        OPTION_MAX_DATAGRAM_REASSEMBLY_SIZE "dhcp.option.max_datagram_reassembly_size" "Maximum Datagram Reassembly Size": U16 Dec;
        OPTION_DEFAULT_IP_TTL "dhcp.option.default_ip_ttl" "Default IP Time-to-Live": U8 Dec;
        OPTION_PATH_MTU_AGING_TIMEOUT "dhcp.option.path_mtu_aging_timeout" "Path MTU Aging Timeout": U32 Dec;
        OPTION_PATH_MTU_PLATEAU_TABLE_ITEM "dhcp.option.path_mtu_plateau_table_item" "Path MTU Plateau Table Item": U16 Dec;
        OPTION_INTERFACE_MTU "dhcp.option.interface_mtu" "Interface MTU": U16 Dec;
        OPTION_ALL_SUBNETS_ARE_LOCAL "dhcp.option.all_subnets_are_local" "All Subnets are Local": Bool = Names::Bools("Yes", "No");
        OPTION_BROADCAST_ADDRESS "dhcp.option.broadcast_address" "Broadcast Address": Ipv4;
        OPTION_PERFORM_MASK_DISCOVERY "dhcp.option.perform_mask_discovery" "Perform Mask Discovery": Bool = Names::Bools("Enabled", "Disabled");
        OPTION_MASK_SUPPLIER "dhcp.option.mask_supplier" "Mask Supplier": Bool = Names::Bools("Yes", "No");
        OPTION_PERFORM_ROUTER_DISCOVER "dhcp.option.perform_router_discover" "Perform Router Discover": Bool = Names::Bools("Enabled", "Disabled");
        OPTION_ROUTER_SOLICITATION_ADDRESS "dhcp.option.router_solicitation_address" "Router Solicitation Address": Ipv4;
        OPTION_STATIC_ROUTE_IP "dhcp.option.static_route.ip" "Destination IP Address": Ipv4;
        OPTION_STATIC_ROUTE_ROUTER "dhcp.option.static_route.router" "Destination Router": Ipv4;
        OPTION_TRAILER_ENCAPSULATION "dhcp.option.trailer_encapsulation" "Trailer Encapsulation": Bool = Names::Bools("Enabled", "Disabled");
        OPTION_ARP_CACHE_TIMEOUT "dhcp.option.arp_cache_timeout" "ARP Cache Timeout": U32 Dec;
        OPTION_ETHERNET_ENCAPSULATION "dhcp.option.ethernet_encapsulation" "Ethernet Encapsulation": Bool = Names::Bools("Enabled", "Disabled");
        OPTION_TCP_DEFAULT_TTL "dhcp.option.tcp_default_ttl" "TCP Default TTL": U8 Dec;
        OPTION_TCP_KEEPALIVE_INTERVAL "dhcp.option.tcp_keepalive_interval" "TCP Keepalive Interval": U32 Dec;
        OPTION_TCP_KEEPALIVE_GARBAGE "dhcp.option.tcp_keepalive_garbage" "TCP Keepalive Garbage": Bool = Names::Bools("Enabled", "Disabled");
        OPTION_NIS_DOMAIN "dhcp.option.nis_domain" "Network Information Service Domain": StrZ;
        OPTION_NIS_SERVER "dhcp.option.nis_server" "Network Information Service Server": Ipv4;
        OPTION_NTP_SERVER "dhcp.option.ntp_server" "Network Time Protocol Server": Ipv4;
        OPTION_VENDOR_VALUE "dhcp.option.vendor.value" "Value": Bytes;
        OPTION_VENDOR_VALUE_UINT "dhcp.option.vendor.value.uint" "Value": U8 Dec;
        OPTION_VENDOR_VALUE_STRING "dhcp.option.vendor.value.string" "Value": StrZ;
        OPTION_VENDOR_VALUE_ADDRESS "dhcp.option.vendor.value.address" "Value": Ipv4;
        OPTION_VENDOR_PXECLIENT_SUBOPTION "dhcp.option.vendor.pxeclient.suboption" "Option 43 Suboption": U8 Dec = OPTION_VENDOR_PXECLIENT_SUBOPTION_NAMES;
        OPTION_VENDOR_PXECLIENT_PADDING "dhcp.option.vendor.pxeclient.padding" "Padding": U8 Dec;
        OPTION_VENDOR_PXECLIENT_MTFTP_IP "dhcp.option.vendor.pxeclient.mtftp_ip" "mtftp IP": Ipv4;
        OPTION_VENDOR_PXECLIENT_MTFTP_CLIENT_PORT "dhcp.option.vendor.pxeclient.mtftp_client_port" "mtftp client port": U16 Dec;
        OPTION_VENDOR_PXECLIENT_MTFTP_SERVER_PORT "dhcp.option.vendor.pxeclient.mtftp_server_port" "mtftp server port": U16 Dec;
        OPTION_VENDOR_PXECLIENT_MTFTP_TIMEOUT "dhcp.option.vendor.pxeclient.mtftp_timeout" "mtftp timeout": U8 Dec;
        OPTION_VENDOR_PXECLIENT_MTFTP_DELAY "dhcp.option.vendor.pxeclient.mtftp_delay" "mtftp delay": U8 Dec;
        OPTION_VENDOR_PXECLIENT_DISCOVERY_CONTROL "dhcp.option.vendor.pxeclient.discovery_control" "discovery control": U8 Hex;
        OPTION_VENDOR_PXECLIENT_DISCOVERY_CONTROL_BROADCAST "dhcp.option.vendor.pxeclient.discovery_control.broadcast" "Disable Broadcast": Bool(8) & 0x1 = Names::Bools("Set", "Not set");
        OPTION_VENDOR_PXECLIENT_DISCOVERY_CONTROL_MULTICAST "dhcp.option.vendor.pxeclient.discovery_control.multicast" "Disable Multicast": Bool(8) & 0x2 = Names::Bools("Set", "Not set");
        OPTION_VENDOR_PXECLIENT_DISCOVERY_CONTROL_SERVERLIST "dhcp.option.vendor.pxeclient.discovery_control.serverlist" "Serverlist only": Bool(8) & 0x4 = Names::Bools("Set", "Not set");
        OPTION_VENDOR_PXECLIENT_DISCOVERY_CONTROL_BSTRAP "dhcp.option.vendor.pxeclient.discovery_control.bstrap" "Bootstrap override": Bool(8) & 0x8 = Names::Bools("Set", "Not set");
        OPTION_VENDOR_PXECLIENT_MULTICAST_ADDRESS "dhcp.option.vendor.pxeclient.multicast_address" "multicast address": Ipv4;
        OPTION_VENDOR_PXECLIENT_BOOT_SERVERS "dhcp.option.vendor.pxeclient.boot_servers" "boot servers": Bytes;
        OPTION_VENDOR_PXECLIENT_BOOT_SERVERS_TYPE "dhcp.option.vendor.pxeclient.boot_servers.type" "Type": U16 Dec = OPTION_VENDOR_PXECLIENT_BOOT_SERVERS_TYPE_NAMES;
        OPTION_VENDOR_PXECLIENT_BOOT_SERVERS_COUNT "dhcp.option.vendor.pxeclient.boot_servers.count" "IP count": U8 Dec;
        OPTION_VENDOR_PXECLIENT_BOOT_SERVERS_IP "dhcp.option.vendor.pxeclient.boot_servers.ip" "IP": Ipv4;
        OPTION_VENDOR_PXECLIENT_BOOT_MENU "dhcp.option.vendor.pxeclient.boot_menu" "boot menu": Bytes;
        OPTION_VENDOR_PXECLIENT_BOOT_MENU_TYPE "dhcp.option.vendor.pxeclient.boot_menu.type" "Type": U16 Dec = OPTION_VENDOR_PXECLIENT_BOOT_MENU_TYPE_NAMES;
        OPTION_VENDOR_PXECLIENT_BOOT_MENU_LENGTH "dhcp.option.vendor.pxeclient.boot_menu.length" "Length": U8 Dec;
        OPTION_VENDOR_PXECLIENT_BOOT_MENU_DESC "dhcp.option.vendor.pxeclient.boot_menu.desc" "Description": Str;
        OPTION_VENDOR_PXECLIENT_MENU_PROMPT "dhcp.option.vendor.pxeclient.menu_prompt" "menu prompt": Bytes;
        OPTION_VENDOR_PXECLIENT_MENU_PROMPT_TIMEOUT "dhcp.option.vendor.pxeclient.menu_prompt.timeout" "Timeout": U8 Dec;
        OPTION_VENDOR_PXECLIENT_MENU_PROMPT_PROMPT "dhcp.option.vendor.pxeclient.menu_prompt.prompt" "Prompt": Str;
        OPTION_VENDOR_PXECLIENT_MULTICAST_ADDRESS_ALLOC "dhcp.option.vendor.pxeclient.multicast_address_alloc" "multicast address alloc": Bytes;
        OPTION_VENDOR_PXECLIENT_CREDENTIAL_TYPES "dhcp.option.vendor.pxeclient.credential_types" "credential types": Bytes;
        OPTION_VENDOR_PXECLIENT_BOOT_ITEM "dhcp.option.vendor.pxeclient.boot_item" "boot item": Bytes;
        OPTION_VENDOR_PXECLIENT_BOOT_ITEM_TYPE "dhcp.option.vendor.pxeclient.boot_item.type" "Type": U16 Dec;
        OPTION_VENDOR_PXECLIENT_BOOT_ITEM_LAYER "dhcp.option.vendor.pxeclient.boot_item.layer" "Layer": Bytes;
        OPTION_VENDOR_PXECLIENT_LCM_SERVER "dhcp.option.vendor.pxeclient.lcm_server" "LCM Server Name": StrZ;
        OPTION_VENDOR_PXECLIENT_LCM_DOMAIN "dhcp.option.vendor.pxeclient.lcm_domain" "LCM Domain": StrZ;
        OPTION_VENDOR_PXECLIENT_LCM_NIC_OPTION "dhcp.option.vendor.pxeclient.lcm_nic_option" "LCM NIC option": Bytes;
        OPTION_VENDOR_PXECLIENT_LCM_WORKGROUP "dhcp.option.vendor.pxeclient.lcm_workgroup" "LCM Workgroup": StrZ;
        OPTION_VENDOR_PXECLIENT_DISCOVERY "dhcp.option.vendor.pxeclient.discovery" "Discovery": Bool = Names::Bools("Yes", "No");
        OPTION_VENDOR_PXECLIENT_CONFIGURED "dhcp.option.vendor.pxeclient.configured" "Configured": Bool = Names::Bools("Yes", "No");
        OPTION_VENDOR_PXECLIENT_LCM_VERSION "dhcp.option.vendor.pxeclient.lcm_version" "LCM Version": U32 Dec;
        OPTION_VENDOR_PXECLIENT_LCM_SERIAL "dhcp.option.vendor.pxeclient.lcm_serial" "LCM Serial Number": StrZ;
        OPTION_VENDOR_PXECLIENT_END "dhcp.option.vendor.pxeclient.end" "PXE Client End": U8 Dec;
        OPTION_VENDOR_CISCO_SUBOPTION "dhcp.option.vendor.cisco.suboption" "Option 43 Suboption": U8 Dec = OPTION_VENDOR_CISCO_SUBOPTION_NAMES;
        OPTION_VENDOR_AEROHIVE_UNKNOWN "dhcp.option.vendor.aerohive.unknown" "Unknown": Bytes;
        OPTION_VENDOR_AEROHIVE_XIQHOSTNAME "dhcp.option.vendor.aerohive.xiqhostname" "HM FQDN": Str;
        OPTION_VENDOR_AEROHIVE_XIQIPADDRESS "dhcp.option.vendor.aerohive.xiqipaddress" "HM IP": Ipv4;
        OPTION_VENDOR_ALU_SUBOPTION "dhcp.option.vendor.alu.suboption" "Option 43 Suboption": U8 Dec = OPTION_VENDOR_ALU_SUBOPTION_NAMES;
        OPTION_VENDOR_ALU_PADDING "dhcp.option.vendor.alu.padding" "Padding": U8 Dec;
        OPTION_VENDOR_ALU_VID "dhcp.option.vendor.alu.vid" "Voice VLAN ID": U16 Dec;
        OPTION_VENDOR_ALU_TFTP1 "dhcp.option.vendor.alu.tftp1" "Spatial Redundancy TFTP1": Ipv4;
        OPTION_VENDOR_ALU_TFTP2 "dhcp.option.vendor.alu.tftp2" "Spatial Redundancy TFTP2": Ipv4;
        OPTION_VENDOR_ALU_APP_TYPE "dhcp.option.vendor.alu.app_type" "Application Type": U8 Dec = OPTION_VENDOR_ALU_APP_TYPE_NAMES;
        OPTION_VENDOR_ALU_SIP_URL "dhcp.option.vendor.alu.sip_url" "SIP URL": Str;
        OPTION_VENDOR_ALU_END "dhcp.option.vendor.alu.end" "Alcatel End": U8 Dec;
        OPTION_VENDOR_ARUBAAP_CONTROLLERIP "dhcp.option.vendor.arubaap.controllerip" "Aruba Controller IP": Str;
        OPTION_VENDOR_ARUBAIAP "dhcp.option.vendor.arubaiap" "Aruba Instant AP": Str;
        OPTION_VENDOR_ARUBAIAP_NAME_ORG "dhcp.option.vendor.arubaiap.name_org" "Name Organisation": Str;
        OPTION_VENDOR_ARUBAIAP_AMP_IP "dhcp.option.vendor.arubaiap.amp_ip" "AMP IP Address": Str;
        OPTION_VENDOR_ARUBAIAP_PASSWORD "dhcp.option.vendor.arubaiap.password" "Password": Str;
        OPTION_VENDOR_BSDP_SUBOPTION "dhcp.option.vendor.bsdp.suboption" "Option 43 Suboption": U8 Dec = OPTION_VENDOR_BSDP_SUBOPTION_NAMES;
        OPTION_VENDOR_BSDP_MESSAGE_TYPE "dhcp.option.vendor.bsdp.message_type" "Message Type": U8 Dec = OPTION_VENDOR_BSDP_MESSAGE_TYPE_NAMES;
        OPTION_VENDOR_BSDP_VERSION "dhcp.option.vendor.bsdp.version" "Version": U16 Hex;
        OPTION_VENDOR_BSDP_SERVER_IDENTIFIER "dhcp.option.vendor.bsdp.server_identifier" "Server Identifier": Ipv4;
        OPTION_VENDOR_BSDP_SERVER_PRIORITY "dhcp.option.vendor.bsdp.server_priority" "Server Priority": U16 Dec;
        OPTION_VENDOR_BSDP_REPLY_PORT "dhcp.option.vendor.bsdp.reply_port" "Reply Port": U16 Dec;
        OPTION_VENDOR_BSDP_BOOT_IMAGE_LIST_PATH "dhcp.option.vendor.bsdp.boot_image_list_path" "Boot Image List Path": Str;
        OPTION_VENDOR_BSDP_BOOT_IMAGE_INDEX "dhcp.option.vendor.bsdp.boot_image.index" "Boot Image Index": U16 Hex;
        OPTION_VENDOR_BSDP_DEFAULT_BOOT_IMAGE_ID "dhcp.option.vendor.bsdp.default_boot_image_id" "Default Boot Image ID": U32 Hex;
        OPTION_VENDOR_BSDP_SELECTED_BOOT_IMAGE_ID "dhcp.option.vendor.bsdp.selected_boot_image_id" "Selected Boot Image ID": U32 Hex;
        OPTION_VENDOR_BSDP_BOOT_IMAGE_LIST "dhcp.option.vendor.bsdp.boot_image_list" "Boot Image List": Bytes;
        OPTION_VENDOR_BSDP_BOOT_IMAGE_DESC "dhcp.option.vendor.bsdp.boot_image.desc" "Boot Image Description": Bytes;
        OPTION_VENDOR_BSDP_BOOT_IMAGE_NAME_LEN "dhcp.option.vendor.bsdp.boot_image.name_len" "Boot Image Name Length": U8 Dec;
        OPTION_VENDOR_BSDP_BOOT_IMAGE_NAME "dhcp.option.vendor.bsdp.boot_image.name" "Boot Image Name": Str;
        OPTION_VENDOR_BSDP_NETBOOT_FIRMWARE "dhcp.option.vendor.bsdp.netboot_firmware" "NetBoot 1.0 Firmware": None;
        OPTION_VENDOR_BSDP_ATTRIBUTES_FILTER_LIST "dhcp.option.vendor.bsdp.attributes_filter_list" "Boot Image Attributes Filter List": Bytes;
        OPTION_VENDOR_BSDP_BOOT_IMAGE_ATTRIBUTE "dhcp.option.vendor.bsdp.boot_image.attribute" "Boot Image Attribute": U16 Hex;
        OPTION_VENDOR_BSDP_BOOT_IMAGE_ATTRIBUTE_INSTALL "dhcp.option.vendor.bsdp.boot_image.attribute.install" "Install": U16 Hex & 0x8000 = OPTION_VENDOR_BSDP_BOOT_IMAGE_ATTRIBUTE_INSTALL_NAMES;
        OPTION_VENDOR_BSDP_BOOT_IMAGE_ATTRIBUTE_KIND "dhcp.option.vendor.bsdp.boot_image.attribute.kind" "Kind": U16 Hex & 0x7f00 = OPTION_VENDOR_BSDP_BOOT_IMAGE_ATTRIBUTE_KIND_NAMES;
        OPTION_VENDOR_BSDP_BOOT_IMAGE_ATTRIBUTE_RESERVED "dhcp.option.vendor.bsdp.boot_image.attribute.reserved" "Reserved": U16 Hex & 0xff;
        OPTION_VENDOR_BSDP_MESSAGE_SIZE "dhcp.option.vendor.bsdp.message_size" "Message Size": U16 Dec;
        OPTION_NETBIOS_OVER_TCPIP_NAME_SERVER "dhcp.option.netbios_over_tcpip_name_server" "NetBIOS over TCP/IP Name Server": Ipv4;
        OPTION_NETBIOS_OVER_TCPIP_DD_NAME_SERVER "dhcp.option.netbios_over_tcpip_dd_name_server" "NetBIOS over TCP/IP Datagram Distribution Name Server": Ipv4;
        OPTION_NETBIOS_OVER_TCPIP_NODE_TYPE "dhcp.option.netbios_over_tcpip_node_type" "NetBIOS over TCP/IP Node Type": U8 Dec = OPTION_NETBIOS_OVER_TCPIP_NODE_TYPE_NAMES;
        OPTION_NETBIOS_OVER_TCPIP_SCOPE "dhcp.option.netbios_over_tcpip_scope" "NetBIOS over TCP/IP Scope": StrZ;
        OPTION_XWINDOWS_SYSTEM_FONT_SERVER "dhcp.option.xwindows_system_font_server" "X Window System Font Server": Ipv4;
        OPTION_XWINDOWS_SYSTEM_DISPLAY_MANAGER "dhcp.option.xwindows_system_display_manager" "X Window System Display Manager": Ipv4;
        OPTION_REQUESTED_IP_ADDRESS "dhcp.option.requested_ip_address" "Requested IP Address": Ipv4;
        OPTION_IP_ADDRESS_LEASE_TIME "dhcp.option.ip_address_lease_time" "IP Address Lease Time": U32 Dec;
        OPTION_OPTION_OVERLOAD "dhcp.option.option_overload" "Option Overload": U8 Dec = OPTION_OPTION_OVERLOAD_NAMES;
        OPTION_DHCP "dhcp.option.dhcp" "DHCP": U8 Dec = OPTION_DHCP_NAMES;
        OPTION_DHCP_SERVER_ID "dhcp.option.dhcp_server_id" "DHCP Server Identifier": Ipv4;
        OPTION_REQUEST_LIST_ITEM "dhcp.option.request_list_item" "Parameter Request List Item": U8 Dec;
        OPTION_MESSAGE "dhcp.option.message" "Message": StrZ;
        OPTION_DHCP_MAX_MESSAGE_SIZE "dhcp.option.dhcp_max_message_size" "Maximum DHCP Message Size": U16 Dec;
        OPTION_RENEWAL_TIME_VALUE "dhcp.option.renewal_time_value" "Renewal Time Value": U32 Dec;
        OPTION_REBINDING_TIME_VALUE "dhcp.option.rebinding_time_value" "Rebinding Time Value": U32 Dec;
        OPTION_VENDOR_CLASS_ID "dhcp.option.vendor_class_id" "Vendor class identifier": StrZ;
        OPTION_VENDOR_CLASS_DATA "dhcp.option.vendor_class_data" "vendor-class-data": StrZ;
        OPTION_NOVELL_NETWARE_IP_DOMAIN "dhcp.option.novell_netware_ip_domain" "Novell/Netware IP domain": StrZ;
        OPTION_NOVELL_OPTIONS_SUBOPTION "dhcp.option.novell_options.suboption" "Option 63 Suboption": U8 Dec = OPTION_NOVELL_OPTIONS_SUBOPTION_NAMES;
        OPTION_NOVELL_OPTIONS_VALUE "dhcp.option.novell_options.value" "Value": Bytes;
        OPTION_NOVELL_OPTIONS_VALUE_UINT "dhcp.option.novell_options.value.uint" "Value": U8 Dec;
        OPTION_NOVELL_OPTIONS_VALUE_ADDRESS "dhcp.option.novell_options.value.address" "Value": Ipv4;
        OPTION_NOVELL_OPTIONS_VALUE_BOOL "dhcp.option.novell_options.value.bool" "Value": Bool = Names::Bools("True", "False");
        OPTION_NOVELL_OPTIONS_BROADCAST "dhcp.option.novell_options.broadcast" "Broadcast for nearest Netware server": Bool = Names::Bools("Yes", "No");
        OPTION_NOVELL_OPTIONS_PREFERRED_DSS_SERVER "dhcp.option.novell_options.preferred_dss_server" "Preferred DSS server": Ipv4;
        OPTION_NOVELL_OPTIONS_NEAREST_NWIP_SERVER "dhcp.option.novell_options.nearest_nwip_server" "Nearest NWIP server": Ipv4;
        OPTION_NOVELL_OPTIONS_AUTORETRIES "dhcp.option.novell_options.autoretries" "Autoretries": U8 Dec;
        OPTION_NOVELL_OPTIONS_AUTORETRY_DELAY "dhcp.option.novell_options.autoretry_delay" "Autoretry delay, sec": U8 Dec;
        OPTION_NOVELL_OPTIONS_SUPPORT_NETWARE_V1_1 "dhcp.option.novell_options.support_netware_v1_1" "Broadcast for nearest Netware server": Bool = Names::Bools("Yes", "No");
        OPTION_NOVELL_OPTIONS_PRIMARY_DSS "dhcp.option.novell_options.primary_dss" "Primary DSS": Ipv4;
        OPTION_NIS_PLUS_DOMAIN "dhcp.option.nis_plus_domain" "Network Information Service+ Domain": StrZ;
        OPTION_NIS_PLUS_SERVER "dhcp.option.nis_plus_server" "Network Information Service+ Server": Ipv4;
        OPTION_TFTP_SERVER_NAME "dhcp.option.tftp_server_name" "TFTP Server Name": StrZ;
        OPTION_BOOTFILE_NAME "dhcp.option.bootfile_name" "Bootfile name": StrZ;
        OPTION_MOBILE_IP_HOME_AGENT "dhcp.option.mobile_ip_home_agent" "Mobile IP Home Agent": Ipv4;
        OPTION_SMTP_SERVER "dhcp.option.smtp_server" "SMTP Server": Ipv4;
        OPTION_POP3_SERVER "dhcp.option.pop3_server" "POP3 Server": Ipv4;
        OPTION_NNTP_SERVER "dhcp.option.nntp_server" "NNTP Server": Ipv4;
        OPTION_DEFAULT_WWW_SERVER "dhcp.option.default_www_server" "Default WWW Server": Ipv4;
        OPTION_DEFAULT_FINGER_SERVER "dhcp.option.default_finger_server" "Default Finger Server": Ipv4;
        OPTION_DEFAULT_IRC_SERVER "dhcp.option.default_irc_server" "Default IRC Server": Ipv4;
        OPTION_STREETTALK_SERVER "dhcp.option.streettalk_server" "StreetTalk Server": Ipv4;
        OPTION_STREETTALK_DA_SERVER "dhcp.option.streettalk_da_server" "StreetTalk Directory Assistance Server": Ipv4;
        OPTION_USER_CLASS "dhcp.option.user_class" "Instance of User Class": U8 Dec;
        OPTION_USER_CLASS_LENGTH "dhcp.option.user_class.length" "User Class Length": U8 Dec;
        OPTION_USER_CLASS_DATA "dhcp.option.user_class.data" "User Class Data": Bytes;
        OPTION_USER_CLASS_TEXT "dhcp.option.user_class.text" "User Class Data (Text)": Str;
        OPTION_SLP_DIRECTORY_AGENT_VALUE "dhcp.option.slp_directory_agent.value" "Value": U8 Dec = OPTION_SLP_DIRECTORY_AGENT_VALUE_NAMES;
        OPTION_SLP_DIRECTORY_AGENT_SLPDA_ADDRESS "dhcp.option.slp_directory_agent.slpda_address" "IP Address": Ipv4;
        OPTION_SLP_SERVICE_SCOPE_VALUE "dhcp.option.slp_service_scope.value" "Value": U8 Dec = OPTION_SLP_SERVICE_SCOPE_VALUE_NAMES;
        OPTION_SLP_SERVICE_SCOPE_STRING "dhcp.option.slp_service_scope.string" "SLP Service Scope": StrZ;
        OPTION_AGENT_INFORMATION_OPTION_SUBOPTION "dhcp.option.agent_information_option.suboption" "Option 82 Suboption": U8 Dec = OPTION_AGENT_INFORMATION_OPTION_SUBOPTION_NAMES;
        OPTION_AGENT_INFORMATION_OPTION_VALUE "dhcp.option.agent_information_option.value" "Value": Bytes;
        OPTION_AGENT_INFORMATION_OPTION_VALUE_UINT "dhcp.option.agent_information_option.value.uint" "Value": U8 Dec;
        OPTION_AGENT_INFORMATION_OPTION_VALUE_ADDRESS "dhcp.option.agent_information_option.value.address" "Value": Ipv4;
        OPTION_AGENT_INFORMATION_OPTION_VALUE_STRING "dhcp.option.agent_information_option.value.string" "Value": StrZ;
        OPTION_AGENT_INFORMATION_OPTION_PADDING "dhcp.option.agent_information_option.padding" "Padding": U8 Dec;
        OPTION_AGENT_INFORMATION_OPTION_AGENT_CIRCUIT_ID "dhcp.option.agent_information_option.agent_circuit_id" "Agent Circuit ID": Bytes;
        OPTION_AGENT_INFORMATION_OPTION_AGENT_REMOTE_ID "dhcp.option.agent_information_option.agent_remote_id" "Agent Remote ID": Bytes;
        OPTION_AGENT_INFORMATION_OPTION_RESERVED "dhcp.option.agent_information_option.reserved" "Reserved": Bytes;
        OPTION_AGENT_INFORMATION_OPTION_DOCSIS_DEVICE_CLASS "dhcp.option.agent_information_option.docsis_device_class" "DOCSIS Device Class": U32 Hex;
        OPTION_AGENT_INFORMATION_OPTION_LINK_SELECTION "dhcp.option.agent_information_option.link_selection" "Link selection": Ipv4;
        OPTION_AGENT_INFORMATION_OPTION_SUBSCRIBER_ID "dhcp.option.agent_information_option.subscriber_id" "Subscriber ID": StrZ;
        OPTION_AGENT_INFORMATION_OPTION_RADIUS_ATTRIBUTES "dhcp.option.agent_information_option.radius_attributes" "RADIUS Attributes": Bytes;
        OPTION_AGENT_INFORMATION_OPTION_AUTHENTICATION "dhcp.option.agent_information_option.authentication" "Authentication": Bytes;
        OPTION_AGENT_INFORMATION_OPTION_VI "dhcp.option.agent_information_option.vi" "Vendor-Specific Information": Bytes;
        OPTION_AGENT_INFORMATION_OPTION_VI_ENTERPRISE "dhcp.option.agent_information_option.vi.enterprise" "Enterprise": U32 Custom = ENTERPRISES;
        OPTION_AGENT_INFORMATION_OPTION_VI_DATA_LENGTH "dhcp.option.agent_information_option.vi.data_length" "Data Length": U8 Dec;
        OPTION_AGENT_INFORMATION_OPTION_VI_CL_DOCSIS_VERSION "dhcp.option.agent_information_option.vi.cl.docsis_version" "DOCSIS Version Number": U16 Hex;
        OPTION_AGENT_INFORMATION_OPTION_VI_CL_DPOE_SYSTEM_VERSION "dhcp.option.agent_information_option.vi.cl.dpoe_system_version" "DPoE System Version Number": U16 Hex;
        OPTION_AGENT_INFORMATION_OPTION_VI_CL_DPOE_SYSTEM_PBB_SERVICE "dhcp.option.agent_information_option.vi.cl.dpoe_system_pbb_service" "DPoE System PBB Service": Bytes;
        OPTION_AGENT_INFORMATION_OPTION_VI_CL_SERVICE_CLASS_NAME "dhcp.option.agent_information_option.vi.cl.service_class_name" "Service Class Name": Str;
        OPTION_AGENT_INFORMATION_OPTION_VI_CL_MSO_DEFINED_TEXT "dhcp.option.agent_information_option.vi.cl.mso_defined_text" "MSO Defined Text": Str;
        OPTION_AGENT_INFORMATION_OPTION_VI_CL_SECURE_FILE_TRANSFER_URI "dhcp.option.agent_information_option.vi.cl.secure_file_transfer_uri" "Secure File Transfer URI": Str;
        OPTION_AGENT_INFORMATION_OPTION_FLAGS "dhcp.option.agent_information_option.flags" "Flags": U8 Hex;
        OPTION_AGENT_INFORMATION_OPTION_SERVER_ID_OVERRIDE "dhcp.option.agent_information_option.server_id_override" "Server ID Override": Ipv4;
        OPTION_AGENT_INFORMATION_OPTION_RELAY_AGENT_ID "dhcp.option.agent_information_option.relay_agent_id" "Relay Agent Identifier": Bytes;
        OPTION_AGENT_INFORMATION_OPTION_ANI_ATT "dhcp.option.agent_information_option.ani_att" "Access Technology Type": U8 Dec;
        OPTION_AGENT_INFORMATION_OPTION_ANI_ATT_RES "dhcp.option.agent_information_option.ani_att.res" "Access Technology Type": U8 Dec;
        OPTION_AGENT_INFORMATION_OPTION_ANI_ATT_ATT "dhcp.option.agent_information_option.ani_att.att" "Access Technology Type": U8 Dec;
        OPTION_AGENT_INFORMATION_OPTION_ANI_NETWORK_NAME "dhcp.option.agent_information_option.ani_network_name" "Access Network Name": Str;
        OPTION_AGENT_INFORMATION_OPTION_ANI_AP_NAME "dhcp.option.agent_information_option.ani_ap_name" "Access Point Name": Str;
        OPTION_AGENT_INFORMATION_OPTION_ANI_AP_BSSID "dhcp.option.agent_information_option.ani_ap_bssid" "Access Point BSSID": Ether;
        OPTION_AGENT_INFORMATION_OPTION_ANI_OPERATOR_ID "dhcp.option.agent_information_option.ani_operator_id" "Access Network Operator ID": Bytes;
        OPTION_AGENT_INFORMATION_OPTION_ANI_OPERATOR_REALM "dhcp.option.agent_information_option.ani_operator_realm" "Access Network Operator Realm": Str;
        OPTION_AGENT_INFORMATION_OPTION_SOURCE_PORT "dhcp.option.agent_information_option.source_port" "Source Port": None;
        OPTION_AGENT_INFORMATION_OPTION_LINK_SELECTION_CISCO "dhcp.option.agent_information_option.link_selection_cisco" "Link selection (Cisco proprietary)": Ipv4;
        OPTION_AGENT_INFORMATION_OPTION_VRF_NAME_VPN_ID "dhcp.option.agent_information_option.vrf_name.vpn_id" "VRF name/VPN ID": Bytes;
        OPTION_AGENT_INFORMATION_OPTION_VRF_NAME_GLOBAL "dhcp.option.agent_information_option.vrf_name.global" "Global, default VPN": U8 Dec;
        OPTION_AGENT_INFORMATION_OPTION_VRF_NAME "dhcp.option.agent_information_option.vrf_name" "VRF name": Str;
        OPTION_AGENT_INFORMATION_OPTION_VRF_NAME_VPN_ID_OUI "dhcp.option.agent_information_option.vrf_name.vpn_id.oui" "VRF name/VPN ID OUI": U24 Hex;
        OPTION_AGENT_INFORMATION_OPTION_VRF_NAME_VPN_ID_INDEX "dhcp.option.agent_information_option.vrf_name.vpn_id.index" "VRF name/VPN ID Index": U32 Hex;
        OPTION_AGENT_INFORMATION_OPTION_SERVER_ID_OVERRIDE_CISCO "dhcp.option.agent_information_option.server_id_override_cisco" "Server ID Override (Cisco proprietary)": Ipv4;
        OPTION_ISNS_FUNCTIONS "dhcp.option.isns.functions" "iSNS Functions": U16 Hex;
        OPTION_ISNS_FUNCTIONS_ENABLED "dhcp.option.isns.functions.enabled" "Function Fields Enabled": Bool(16) & 0x1 = Names::Bools("Yes", "No");
        OPTION_ISNS_FUNCTIONS_DD_BASE_AUTHORIZATION "dhcp.option.isns.functions.dd_base_authorization" "Discovery Domain based Authorization": Bool(16) & 0x2 = Names::Bools("Automatically allowed access", "Explicitly performed");
        OPTION_ISNS_FUNCTIONS_SEC_POLICY_DISTRIBUTION "dhcp.option.isns.functions.sec_policy_distribution" "Security Policy Distribution": Bool(16) & 0x4 = Names::Bools("Download from iSNS server", "By other means");
        OPTION_ISNS_FUNCTIONS_RESERVED "dhcp.option.isns.functions.reserved" "Reserved flags": U16 Hex & 0xfff8;
        OPTION_ISNS_DISCOVERY_DOMAIN_ACCESS "dhcp.option.isns.discovery_domain_access" "Discovery Domain Access flags": U16 Hex;
        OPTION_ISNS_DISCOVERY_DOMAIN_ACCESS_ENABLED "dhcp.option.isns.discovery_domain_access.enabled" "Discovery Domain Enabled": Bool(16) & 0x1 = Names::Bools("Yes", "No");
        OPTION_ISNS_DISCOVERY_DOMAIN_ACCESS_CONTROL_NODE "dhcp.option.isns.discovery_domain_access_control.node" "Control Node": Bool(16) & 0x2 = Names::Bools("Yes", "No");
        OPTION_ISNS_DISCOVERY_DOMAIN_ACCESS_ISCSI_TARGET "dhcp.option.isns.discovery_domain_access.iscsi_target" "iSCSI Target": Bool(16) & 0x4 = Names::Bools("Yes", "No");
        OPTION_ISNS_DISCOVERY_DOMAIN_ACCESS_ISCSI_INITIATOR "dhcp.option.isns.discovery_domain_access.iscsi_initiator" "iSCSI Initiator": Bool(16) & 0x8 = Names::Bools("Yes", "No");
        OPTION_ISNS_DISCOVERY_DOMAIN_ACCESS_IFCP_TARGET_PORT "dhcp.option.isns.discovery_domain_access.ifcp_target_port" "iFCP Target Port": Bool(16) & 0x10 = Names::Bools("Yes", "No");
        OPTION_ISNS_DISCOVERY_DOMAIN_ACCESS_INITIATOR_TARGET_PORT "dhcp.option.isns.discovery_domain_access.initiator_target_port" "iFCP Initiator Port": Bool(16) & 0x20 = Names::Bools("Yes", "No");
        OPTION_ISNS_DISCOVERY_DOMAIN_ACCESS_RESERVED "dhcp.option.isns.discovery_domain_access.reserved" "Reserved Flags": U16 Hex & 0xffc0;
        OPTION_ISNS_ADMINISTRATIVE_FLAGS "dhcp.option.isns.administrative_flags" "Administrative Flags": U16 Hex;
        OPTION_ISNS_ADMINISTRATIVE_FLAGS_ENABLED "dhcp.option.isns.administrative_flags.enabled" "Administrative Flags Enabled": Bool(16) & 0x1 = Names::Bools("Yes", "No");
        OPTION_ISNS_ADMINISTRATIVE_FLAGS_HEARTBEAT "dhcp.option.isns.administrative_flags.heartbeat" "Heartbeat": Bool(16) & 0x2 = Names::Bools("Yes", "No");
        OPTION_ISNS_ADMINISTRATIVE_FLAGS_MANAGEMENT_SCNS "dhcp.option.isns.administrative_flags.management_scns" "Management SCNs": Bool(16) & 0x4 = Names::Bools("Yes", "No");
        OPTION_ISNS_ADMINISTRATIVE_FLAGS_DEFAULT_DISCOVERY_DOMAIN "dhcp.option.isns.administrative_flags.default_discovery_domain" "Default Discovery Domain": Bool(16) & 0x8 = Names::Bools("Yes", "No");
        OPTION_ISNS_ADMINISTRATIVE_FLAGS_RESERVED "dhcp.option.isns.administrative_flags.reserved" "Reserved Flags": U16 Hex & 0xfff0;
        OPTION_ISNS_SERVER_SECURITY_BITMAP "dhcp.option.isns.server_security_bitmap" "iSNS Server Security Bitmap": U32 Hex;
        OPTION_ISNS_SERVER_SECURITY_BITMAP_ENABLED "dhcp.option.isns.server_security_bitmap.enabled" "Server Security Bitmap Enabled": Bool(16) & 0x1 = Names::Bools("Yes", "No");
        OPTION_ISNS_SERVER_SECURITY_BITMAP_IKE_IPSEC_ENABLED "dhcp.option.isns.server_security_bitmap.ike_ipsec_enabled" "IKE/IPSec": Bool(16) & 0x2 = Names::Bools("Enabled", "Disabled");
        OPTION_ISNS_SERVER_SECURITY_BITMAP_MAIN_MODE "dhcp.option.isns.server_security_bitmap.main_mode" "Main Mode": Bool(16) & 0x4 = Names::Bools("Enabled", "Disabled");
        OPTION_ISNS_SERVER_SECURITY_BITMAP_AGGRESSIVE_MODE "dhcp.option.isns.server_security_bitmap.aggressive_mode" "Aggressive Mode": Bool(16) & 0x8 = Names::Bools("Enabled", "Disabled");
        OPTION_ISNS_SERVER_SECURITY_BITMAP_PFS "dhcp.option.isns.server_security_bitmap.pfs" "PFS": Bool(16) & 0x10 = Names::Bools("Enabled", "Disabled");
        OPTION_ISNS_SERVER_SECURITY_BITMAP_TRANSPORT_MODE "dhcp.option.isns.server_security_bitmap.transport_mode" "Transport Mode": Bool(16) & 0x20 = Names::Bools("Preferred", "No preference");
        OPTION_ISNS_SERVER_SECURITY_BITMAP_TUNNEL_MODE "dhcp.option.isns.server_security_bitmap.tunnel_mode" "Tunnel Mode": Bool(16) & 0x40 = Names::Bools("Preferred", "No preference");
        OPTION_ISNS_SERVER_SECURITY_BITMAP_RESERVED "dhcp.option.isns.server_security_bitmap.reserved" "Reserved Flags": U16 Hex & 0xff80;
        OPTION_ISNS_PRIMARY_SERVER_ADDR "dhcp.option.isns.primary_server_addr" "Primary Server Address": Ipv4;
        OPTION_ISNS_HEARTBEAT_ORIGINATOR_ADDR "dhcp.option.isns.heartbeat_originator_addr" "Heartbeat Originator Address": Ipv4;
        OPTION_ISNS_SECONDARY_SERVER_ADDR "dhcp.option.isns.secondary_server_addr" "Secondary Server Address": Ipv4;
        OPTION_NOVELL_DSS_STRING "dhcp.option.novell_dss.string" "Novell Directory Services Servers String": StrZ;
        OPTION_NOVELL_DSS_IP "dhcp.option.novell_dss.ip" "IP Address": Ipv4;
        OPTION_NOVELL_DS_TREE_NAME "dhcp.option.novell_ds_tree_name" "Novell Directory Services Tree Name": StrZ;
        OPTION_NOVELL_DS_CONTEXT "dhcp.option.novell_ds_context" "Novell Directory Services Context": StrZ;
        OPTION_DHCP_AUTHENTICATION_PROTOCOL "dhcp.option.dhcp_authentication.protocol" "Protocol": U8 Dec = OPTION_DHCP_AUTHENTICATION_PROTOCOL_NAMES;
        OPTION_DHCP_AUTHENTICATION_ALG_DELAY "dhcp.option.dhcp_authentication.alg_delay" "Delay Algorithm": U8 Dec = OPTION_DHCP_AUTHENTICATION_ALG_DELAY_NAMES;
        OPTION_DHCP_AUTHENTICATION_ALGORITHM "dhcp.option.dhcp_authentication.algorithm" "Algorithm": U8 Dec;
        OPTION_DHCP_AUTHENTICATION_RDM "dhcp.option.dhcp_authentication.rdm" "Replay Detection Method": U8 Dec = OPTION_DHCP_AUTHENTICATION_RDM_NAMES;
        OPTION_DHCP_AUTHENTICATION_RDM_REPLAY_DETECTION "dhcp.option.dhcp_authentication.rdm_replay_detection" "RDM Replay Detection Value": U64 Hex;
        OPTION_DHCP_AUTHENTICATION_RDM_RDV "dhcp.option.dhcp_authentication.rdm_rdv" "Replay Detection Value": StrZ;
        OPTION_DHCP_AUTHENTICATION_SECRET_ID "dhcp.option.dhcp_authentication.secret_id" "Secret ID": U32 Hex;
        OPTION_DHCP_AUTHENTICATION_HMAC_MD5_HASH "dhcp.option.dhcp_authentication.hmac_md5_hash" "HMAC MD5 Hash": Bytes;
        OPTION_DHCP_AUTHENTICATION_INFORMATION "dhcp.option.dhcp_authentication.information" "Authentication Information": StrZ;
        OPTION_CLIENT_LAST_TRANSACTION_TIME "dhcp.option.client_last_transaction_time" "Client last transaction time": U32 Dec;
        OPTION_ASSOCIATED_IP_OPTION "dhcp.option.associated_ip_option" "Associated IP option": Ipv4;
        OPTION_CLIENT_SYSTEM_ARCHITECTURE "dhcp.option.client_system_architecture" "Client System Architecture": U16 Dec = OPTION_CLIENT_SYSTEM_ARCHITECTURE_NAMES;
        CLIENT_NETWORK_ID_MAJOR "dhcp.client_network_id_major" "Major Version": U8 Dec;
        CLIENT_NETWORK_ID_MINOR "dhcp.client_network_id_minor" "Minor Version": U8 Dec;
        OPTION_CIVIC_LOCATION_WHAT "dhcp.option.civic_location.what" "What": U8 Dec = OPTION_CIVIC_LOCATION_WHAT_NAMES;
        OPTION_CIVIC_LOCATION_COUNTRY "dhcp.option.civic_location.country" "Country": StrZ;
        OPTION_CIVIC_LOCATION_CA_TYPE "dhcp.option.civic_location.ca_type" "CA Type": U8 Dec = OPTION_CIVIC_LOCATION_CA_TYPE_NAMES;
        OPTION_CIVIC_LOCATION_CA_LENGTH "dhcp.option.civic_location.ca_length" "CA Length": U8 Dec;
        OPTION_CIVIC_LOCATION_CA_VALUE "dhcp.option.civic_location.ca_value" "CA Value": StrZ;
        OPTION_TZ_PCODE "dhcp.option.tz_pcode" "TZ PCode": Str;
        OPTION_TZ_TCODE "dhcp.option.tz_tcode" "TZ TCode": Str;
        OPTION_NETINFO_PARENT_SERVER_ADDRESS "dhcp.option.netinfo_parent_server_address" "NetInfo Parent Server Address": Ipv4;
        OPTION_NETINFO_PARENT_SERVER_TAG "dhcp.option.netinfo_parent_server_tag" "NetInfo Parent Server Tag": StrZ;
        OPTION_DHCP_AUTO_CONFIGURATION "dhcp.option.dhcp_auto_configuration" "DHCP Auto-Configuration": U8 Dec = OPTION_DHCP_AUTO_CONFIGURATION_NAMES;
        OPTION_DHCP_NAME_SERVICE_SEARCH_OPTION "dhcp.option.dhcp_name_service_search_option" "Name Service": StrZ;
        OPTION_DHCP_DNS_DOMAIN_SEARCH_LIST_RFC_3396_DETECTED "dhcp.option.dhcp_dns_domain_search_list_rfc_3396_detected" "Encoding Long Options detected (RFC 3396)": StrZ;
        OPTION_DHCP_DNS_DOMAIN_SEARCH_LIST_REFER_LAST_OPTION "dhcp.option.dhcp_dns_domain_search_list_refer_last_option" "For the data, please refer to last option 119": StrZ;
        OPTION_DHCP_DNS_DOMAIN_SEARCH_LIST_FQDN "dhcp.option.dhcp_dns_domain_search_list_fqdn" "FQDN": StrZ;
        OPTION_SIP_SERVER_RFC_3396_DETECTED "dhcp.option.sip_server.rfc_3396_detected" "Encoding Long Options detected (RFC 3396)": StrZ;
        OPTION_SIP_SERVER_REFER_LAST_OPTION "dhcp.option.sip_server.refer_last_option" "For the data, please refer to last option 120": StrZ;
        OPTION_SIP_SERVER_ENCODING "dhcp.option.sip_server.encoding" "SIP Server Encoding": U8 Dec = OPTION_SIP_SERVER_ENCODING_NAMES;
        OPTION_SIP_SERVER_NAME "dhcp.option.sip_server.name" "SIP Server Name": StrZ;
        OPTION_SIP_SERVER_ADDRESS "dhcp.option.sip_server.address" "SIP Server Address": Ipv4;
        OPTION_CLASSLESS_STATIC_ROUTE "dhcp.option.classless_static_route" "Subnet/MaskWidth-Router": Bytes;
        OPTION_RFC3825_ERROR "dhcp.option.rfc3825.error" "Error": U8 Dec = OPTION_RFC3825_ERROR_NAMES;
        OPTION_RFC3825_LATITUDE "dhcp.option.rfc3825.latitude" "Latitude": F64;
        OPTION_RFC3825_LONGITUDE "dhcp.option.rfc3825.longitude" "Longitude": F64;
        OPTION_RFC3825_LATITUDE_RES "dhcp.option.rfc3825.latitude_res" "Latitude resolution": F64;
        OPTION_RFC3825_LONGITUDE_RES "dhcp.option.rfc3825.longitude_res" "Longitude resolution": F64;
        OPTION_RFC3825_ALTITUDE "dhcp.option.rfc3825.altitude" "Altitude": F64;
        OPTION_RFC3825_ALTITUDE_RES "dhcp.option.rfc3825.altitude_res" "Altitude resolution": F64;
        OPTION_RFC3825_ALTITUDE_TYPE "dhcp.option.rfc3825.altitude_type" "Altitude type": U8 Dec = OPTION_RFC3825_ALTITUDE_TYPE_NAMES;
        OPTION_CL_DSS_ID_OPTION "dhcp.option.cl_dss_id.option" "Map Datum": U8 Dec = OPTION_CL_DSS_ID_OPTION_NAMES;
        OPTION_CL_DSS_ID_LEN "dhcp.option.cl_dss_id.len" "DSS_ID Length": U8 Dec;
        OPTION_CL_DSS_ID "dhcp.option.cl_dss_id" "Country": StrZ;
        OPTION_VI_CLASS_CL_ADDRESS_MODE "dhcp.option.vi_class.cl_address_mode" "CableLab Address Mode": U8 Dec = OPTION_VI_CLASS_CL_ADDRESS_MODE_NAMES;
        OPTION_VI_CLASS_ENTERPRISE "dhcp.option.vi_class.enterprise" "Enterprise": U32 Custom = ENTERPRISES;
        OPTION_VI_CLASS_LENGTH "dhcp.option.vi_class.length" "CableLab Address Mode": U8 Dec;
        OPTION_VI_CLASS_DATA "dhcp.option.vi_class.data" "NetInfo Parent Server Tag": StrZ;
        VENDOR_SUBOPTION "dhcp.vendor.suboption" "Option 125 Suboption": U8 Dec;
        VENDOR_DATA "dhcp.vendor.data" "Data": Bytes;
        OPTION_VI_ENTERPRISE "dhcp.option.vi.enterprise" "Enterprise": U32 Custom = ENTERPRISES;
        OPTION_VI_LENGTH "dhcp.option.vi.length" "Length": U8 Dec;
        OPTION_VI_VALUE "dhcp.option.vi.value" "Value": Bytes;
        OPTION_VI_VALUE_UINT "dhcp.option.vi.value.uint" "Value": U8 Dec;
        OPTION_VI_VALUE_ADDRESS "dhcp.option.vi.value.address" "Value": Ipv4;
        OPTION_VI_VALUE_STRING "dhcp.option.vi.value.string" "Value": StrZ;
        OPTION_VI_TR111_SUBOPTION "dhcp.option.vi.tr111.suboption" "Option 125 Suboption": U8 Dec = OPTION_VI_TR111_SUBOPTION_NAMES;
        OPTION_VI_TR111_DEVICE_MANUFACTURER_OUI "dhcp.option.vi.tr111.device_manufacturer_oui" "DeviceManufacturerOUI": U24 Oui;
        OPTION_VI_TR111_DEVICE_SERIAL_NUMBER "dhcp.option.vi.tr111.device_serial_number" "DeviceSerialNumber": StrZ;
        OPTION_VI_TR111_DEVICE_PRODUCT_CLASS "dhcp.option.vi.tr111.device_product_class" "DeviceProductClass": StrZ;
        OPTION_VI_TR111_GATEWAY_MANUFACTURER_OUI "dhcp.option.vi.tr111.gateway_manufacturer_oui" "GatewayManufacturerOUI": StrZ;
        OPTION_VI_TR111_GATEWAY_SERIAL_NUMBER "dhcp.option.vi.tr111.gateway_serial_number" "GatewaySerialNumber": StrZ;
        OPTION_VI_TR111_GATEWAY_PRODUCT_CLASS "dhcp.option.vi.tr111.gateway_product_class" "GatewayProductClass": StrZ;
        OPTION_VI_CL_SUBOPTION "dhcp.option.vi.cl.suboption" "Option 125 Suboption": U8 Dec = OPTION_VI_CL_SUBOPTION_NAMES;
        OPTION_VI_CL_OPTION_REQUEST "dhcp.option.vi.cl.option_request" "Option Request": Bytes;
        OPTION_VI_CL_TFTP_SERVER_ADDRESSES "dhcp.option.vi.cl.tftp_server_addresses" "TFTP Server Addresses": Ipv4;
        OPTION_VI_CL_EROUTER_CONTAINER_OPTION "dhcp.option.vi.cl.erouter_container_option" "eRouter Container Option": Bytes;
        OPTION_VI_CL_MODEM_CAPABILITIES "dhcp.option.vi.cl.modem_capabilities" "Modem Capabilities": Bytes;
        OPTION_SUBNET_SELECTION_OPTION "dhcp.option.subnet_selection_option" "Subnet Selection Option": Ipv4;
        OPTION_PANA_AGENT "dhcp.option.pana_agent" "PAA IPv4 Address": Ipv4;
        OPTION_LOST_SERVER_DOMAIN_NAME "dhcp.option.lost_server_domain_name" "LoST Server Domain Name": StrZ;
        OPTION_CAPWAP_ACCESS_CONTROLLER "dhcp.option.capwap_access_controller" "CAPWAP Access Controllers": Ipv4;
        OPTION_ANDSF_SERVER "dhcp.option.andsf_server" "ANDSF Server": Ipv4;
        OPTION_FORCERENEW_NONCE_ALGORITHM "dhcp.option.forcerenew_nonce.algorithm" "Algorithm": U8 Dec = OPTION_FORCERENEW_NONCE_ALGORITHM_NAMES;
        OPTION_RDNSS_RESERVED "dhcp.option.rdnss.reserved" "Reserved": U8 Hex & 0xfc;
        OPTION_RDNSS_PREFERENCE "dhcp.option.rdnss.preference" "Preference": U8 Dec & 0x3 = crate::network::icmpv6::ND_RA_FLAG_PRF_NAMES;
        OPTION_RDNSS_PRIMARY_DNS "dhcp.option.rdnss.primary_dns" "Primary DNS": Ipv4;
        OPTION_RDNSS_SECONDARY_DNS "dhcp.option.rdnss.secondary_dns" "Secondary DNS": Ipv4;
        OPTION_RDNSS_DOMAIN "dhcp.option.rdnss.domain" "Domains and networks": Str;
        OPTION_TFTP_SERVER_ADDRESS "dhcp.option.tftp_server_address" "TFTP Server Address": Ipv4;
        OPTION_BULK_LEASE_STATUS_CODE "dhcp.option.bulk_lease.status_code" "Status Code": U8 Dec = OPTION_BULK_LEASE_STATUS_CODE_NAMES;
        OPTION_BULK_LEASE_STATUS_CODE_MESSAGE "dhcp.option.bulk_lease.status_code_message" "Status Code Message": Str;
        OPTION_BULK_LEASE_BASE_TIME "dhcp.option.bulk_lease.base_time" "Base Time": AbsTime Local;
        OPTION_BULK_LEASE_START_TIME_OF_STATE "dhcp.option.bulk_lease.start_time_of_state" "Start Time Of State": U32 Dec;
        OPTION_BULK_LEASE_QUERY_START_TIME "dhcp.option.bulk_lease.query_start_time" "Query Start Time": AbsTime Local;
        OPTION_BULK_LEASE_QUERY_END_TIME "dhcp.option.bulk_lease.query_end_time" "Query End Time": AbsTime Local;
        OPTION_BULK_LEASE_DHCP_STATE "dhcp.option.bulk_lease.dhcp_state" "Dhcp State": U8 Dec = OPTION_BULK_LEASE_DHCP_STATE_NAMES;
        OPTION_BULK_LEASE_DATA_SOURCE "dhcp.option.bulk_lease.data_source" "Data Source": Bool = Names::Bools("Remote", "Local");
        OPTION_PCP_LIST_LENGTH "dhcp.option.pcp.list_length" "List-Length": U8 Dec;
        OPTION_PCP_SERVER "dhcp.option.pcp.server" "PCP Server": Ipv4;
        OPTION_PORTPARAMS_OFFSET "dhcp.option.portparams.offset" "Offset": U8 Dec;
        OPTION_PORTPARAMS_PSID_LENGTH "dhcp.option.portparams.psid_length" "PSID-Length": U8 Dec;
        OPTION_PORTPARAMS_PSID "dhcp.option.portparams.psid" "PSID": Bytes;
        OPTION_MUDURL "dhcp.option.mudurl" "MUDURL": Str;
        OPTION_PXE_CONFIG_FILE "dhcp.option.pxe_config_file" "PXELINUX configuration file": Str;
        OPTION_PXE_PATH_PREFIX "dhcp.option.pxe_path_prefix" "PXELINUX path prefix": Str;
        OPTION_CAPTIVE_PORTAL "dhcp.option.captive_portal" "Captive Portal": Str;
        OPTION_6RD_IPV4_MASK_LEN "dhcp.option.6RD.ipv4_mask_len" "6RD IPv4 Mask Length": U8 Dec;
        OPTION_6RD_PREFIX_LEN "dhcp.option.6RD.prefix_len" "6RD Prefix Length": U8 Dec;
        OPTION_6RD_PREFIX "dhcp.option.6RD.prefix" "6RD Prefix": Ipv6;
        OPTION_6RD_BORDER_RELAY_IP "dhcp.option.6RD.border_relay_ip" "Border Relay IP": Ipv4;
        OPTION_PRIVATE_PROXY_AUTODISCOVERY "dhcp.option.private_proxy_autodiscovery" "Private/Proxy autodiscovery": StrZ;
        OPTION_END "dhcp.option.end" "Option End": U8 Dec;
        CL_IETF_CCC_DEV_REALM_UNC_KEY_NOM_TIMEOUT "dhcp.cl.ietf_ccc.dev_realm_unc_key_nom_timeout" "pktcMtaDevRealmUnsolicitedKeyNomTimeout": U32 Dec;
        CL_IETF_CCC_DEV_REALM_UNC_KEY_MAX_TIMEOUT "dhcp.cl.ietf_ccc.dev_realm_unc_key_max_timeout" "pktcMtaDevRealmUnsolicitedKeyMaxTimeout": U32 Dec;
        CL_IETF_CCC_DEV_REALM_UNC_KEY_MAX_RETRIES "dhcp.cl.ietf_ccc.dev_realm_unc_key_max_retries" "pktcMtaDevRealmUnsolicitedKeyMaxRetries": U32 Dec;
        CL_IETF_CCC_DEV_PROV_UNC_KEY_NOM_TIMEOUT "dhcp.cl.ietf_ccc.dev_prov_unc_key_nom_timeout" "pktcMtaDevProvUnsolicitedKeyNomTimeout": U32 Dec;
        CL_IETF_CCC_DEV_PROV_UNC_KEY_MAX_TIMEOUT "dhcp.cl.ietf_ccc.dev_prov_unc_key_max_timeout" "pktcMtaDevProvUnsolicitedKeyMaxTimeout": U32 Dec;
        CL_IETF_CCC_DEV_PROV_UNC_KEY_MAX_RETRIES "dhcp.cl.ietf_ccc.dev_prov_unc_key_max_retries" "pktcMtaDevProvUnsolicitedKeyMaxRetries": U32 Dec;
        CCC_IETF_SEC_TKT_PC_PROVISION_SERVER "dhcp.ccc.ietf.sec_tkt.pc_provision_server" "Invalidate PacketCable Provisioning Server": Bool(16) & 0x1 = Names::Bools("Yes", "No");
        CCC_IETF_SEC_TKT_ALL_PC_CALL_MANAGEMENT "dhcp.ccc.ietf.sec_tkt.all_pc_call_management" "Invalidate All PacketCable Call Management Servers": Bool(16) & 0x2 = Names::Bools("Yes", "No");
        OPTION_VENDOR_AVAYA "dhcp.option.vendor.avaya" "Private/Avaya IP Telephone": StrZ;
        OPTION_VENDOR_CISCO_UNKNOWN "dhcp.option.vendor.cisco.unknown" "Unknown": Bytes;
        OPTION_VENDOR_CISCO_UNKNOWN1 "dhcp.option.vendor.cisco.unknown1" "Unknown1": U8 Dec;
        OPTION_VENDOR_CISCO_UNKNOWN2 "dhcp.option.vendor.cisco.unknown2" "Unknown2": U8 Dec;
        OPTION_VENDOR_CISCO_UNKNOWN3 "dhcp.option.vendor.cisco.unknown3" "Unknown3": U16 Dec;
        OPTION_VENDOR_CISCO_NODEID "dhcp.option.vendor.cisco.nodeid" "Node ID": U32 Dec;
        OPTION_VENDOR_CISCO_UNKNOWN5 "dhcp.option.vendor.cisco.unknown5" "Unknown5": U8 Dec;
        OPTION_VENDOR_CISCO_UNKNOWN6 "dhcp.option.vendor.cisco.unknown6" "Unknown6": U8 Dec;
        OPTION_VENDOR_CISCO_MODEL "dhcp.option.vendor.cisco.model" "Model": Str;
        OPTION_VENDOR_CISCO_APICUUID "dhcp.option.vendor.cisco.apicuuid" "APIC UUID": Str;
        OPTION_VENDOR_CISCO_FABRICNAME "dhcp.option.vendor.cisco.fabricname" "Fabricname": Str;
        OPTION_VENDOR_CISCO_UNKNOWN10 "dhcp.option.vendor.cisco.unknown10" "Unknown10": U32 Dec;
        OPTION_VENDOR_CISCO_SERIALNO "dhcp.option.vendor.cisco.serialno" "SerialNo": Str;
        OPTION_VENDOR_CISCO_CLIENTINT "dhcp.option.vendor.cisco.clientint" "Client Int": Str;
        BAD_BITFIELD "dhcp.bad_bitfield" "Bogus bitfield": None;
        MALFORMED_DUID "dhcp.malformed.duid" "DUID: malformed option": None;
        OPTION_OPTION_OVERLOAD_FILE_END_MISSING "dhcp.option.option_overload.file_end_missing" "file overload end option missing": None;
        OPTION_OPTION_OVERLOAD_SNAME_END_MISSING "dhcp.option.option_overload.sname_end_missing" "sname overload end option missing": None;
        OPTION_CIVIC_LOCATION_BAD_CATTYPE "dhcp.option.civic_location.bad_cattype" "Error with CAType": None;
        OPTION_DHCP_NAME_SERVICE_INVALID "dhcp.option.dhcp_name_service.invalid" "Invalid Name Service": None;
        OPTION_ENTERPRISE_MALFORMED "dhcp.option.enterprise.malformed" "no room left in option for enterprise data": None;
        OPTION_6RD_MALFORMED "dhcp.option.6RD.malformed" "6RD: malformed option": None;
        OPTION_OPTION_VI_CL_TAG_UNKNOWN "dhcp.option.option.vi.cl.tag_unknown" "Unknown tag": None;
        SUBOPTION_INVALID "dhcp.suboption_invalid" "Invalid suboption": None;
        CLIENT_ADDRESS_NOT_GIVEN "dhcp.client_address_not_given" "Client address not given": None;
        OPTION_ISNS_IGNORED_BITFIELD "dhcp.option.isns.ignored_bitfield" "Enabled field is not set - non-zero bitmask ignored": None;
        OPTION_CLIENT_ARCHITECTURE_AMBIGUOUS "dhcp.option.client_architecture.ambiguous" "Client Architecture ID may be ambiguous": None;
    }
    experts {
        BAD_LENGTH "dhcp.bad_length" Error Protocol "length isn't 0";
        MISSING_SUBOPT_LENGTH "dhcp.missing_subopt_length" Error Protocol "no room left in option for suboption length";
        MISSING_SUBOPT_VALUE "dhcp.missing_subopt_value" Error Protocol "no room left in option for suboption value";
        SUBOPT_UNKNOWN_TYPE "dhcp.subopt.unknown_type" Error Protocol "ERROR, please report: Unknown subopt type handler";
        OPTION_SIP_SERVER_ADDRESS_ENCODING "dhcp.option.sip_server_address.encoding" Error Protocol "RFC 3361 defines only 0 and 1 for Encoding byte";
        OPTION_CLASSLESS_STATIC_ROUTE_2 "dhcp.option.classless_static.route" Warn Protocol "Mask width > 32";
        OPTION_PARSE_ERR "dhcp.option.parse_err" Warn Protocol "Parse error";
        OPTION_NONSTD_DATA "dhcp.option.nonstd_data" Note Protocol "Non standard compliant option data";
        SECS_LE "dhcp.secs_le" Note Protocol "Seconds elapsed appears to be encoded as little-endian";
        END_OPTION_MISSING "dhcp.end_option_missing" Error Protocol "End option missing";
        SERVER_NAME_OVERLOADED_BY_DHCP "dhcp.server_name_overloaded_by_dhcp" Note Protocol "Server name option overloaded by DHCP";
        BOOT_FILENAME_OVERLOADED_BY_DHCP "dhcp.boot_filename_overloaded_by_dhcp" Note Protocol "Boot file name option overloaded by DHCP";
    }
}

names! {
    /// Names of `dhcp.type`.
    pub TYPE_NAMES {
        1 => "Boot Request", 2 => "Boot Reply",
    }
    /// Names of `dhcp.client_id.duid_type`.
    pub CLIENT_ID_DUID_TYPE_NAMES {
        1 => "link-layer address plus time", 2 => "assigned by vendor based on Enterprise number",
        3 => "link-layer address",
    }
    /// Names of `dhcp.option.vendor.pxeclient.suboption`.
    pub OPTION_VENDOR_PXECLIENT_SUBOPTION_NAMES {
        0 => "Padding", 1 => "PXE mtftp IP", 2 => "PXE mtftp client port", 3 => "PXE mtftp server port",
        4 => "PXE mtftp timeout", 5 => "PXE mtftp delay", 6 => "PXE discovery control",
        7 => "PXE multicast address", 8 => "PXE boot servers", 9 => "PXE boot menu",
        10 => "PXE menu prompt", 11 => "PXE multicast address alloc", 12 => "PXE credential types",
        71 => "PXE boot item", 179 => "PXE LCM Server", 180 => "PXE LCM Domain",
        181 => "PXE LCM NIC option 0", 190 => "PXE LCM Workgroup", 191 => "PXE Discovery",
        192 => "PXE Configured", 193 => "PXE LCM version", 194 => "PXE LCM Serial Number",
        255 => "PXE End",
    }
    /// Names of `dhcp.option.vendor.pxeclient.boot_servers.type`.
    pub OPTION_VENDOR_PXECLIENT_BOOT_SERVERS_TYPE_NAMES {
        0 => "PXE bootstrap server", 1 => "Microsoft Windows NT Boot Server", 2 => "Intel LCM Boot Server",
        3 => "DOS/UNDI Boot Server", 4 => "NEC ESMPRO Boot Server", 5 => "IBM WSoD Boot Server",
        6 => "IBM LCCM Boot Server", 7 => "CA Unicenter TNG Boot Server", 8 => "HP OpenView Boot Server",
        65535 => "PXE API Test server",
    }
    /// Names of `dhcp.option.vendor.pxeclient.boot_menu.type`.
    pub OPTION_VENDOR_PXECLIENT_BOOT_MENU_TYPE_NAMES {
        0 => "Local boot",
    }
    /// Names of `dhcp.option.vendor.cisco.suboption`.
    pub OPTION_VENDOR_CISCO_SUBOPTION_NAMES {
        1 => "Unk-1 (Node role?)", 2 => "Unk-2 (Spine level?)", 3 => "Unk-3 (Pod ID?)", 4 => "Node ID",
        5 => "Unk-5", 6 => "Unk-6", 7 => "Model", 8 => "APIC UUID", 9 => "Fabricname", 10 => "Unk-10",
        11 => "SerialNo", 12 => "Interfacename", 225 => "XiqHostname", 226 => "XiqIpAddress",
    }
    /// Names of `dhcp.option.vendor.alu.suboption`.
    pub OPTION_VENDOR_ALU_SUBOPTION_NAMES {
        0 => "Padding", 58 => "Voice VLAN ID", 64 => "Spatial Redundancy TFTP1",
        65 => "Spatial Redundancy TFTP2", 66 => "Application Type", 67 => "SIP URL",
        255 => "Alcatel-Lucent End",
    }
    /// Names of `dhcp.option.vendor.alu.app_type`.
    pub OPTION_VENDOR_ALU_APP_TYPE_NAMES {
        0 => "NOE", 1 => "SIP",
    }
    /// Names of `dhcp.option.vendor.bsdp.suboption`.
    pub OPTION_VENDOR_BSDP_SUBOPTION_NAMES {
        0 => "Padding", 1 => "Suboption Request List", 2 => "Device Type", 3 => "eSAFE Types",
        4 => "Serial Number", 5 => "Hardware Version", 6 => "Software Version", 7 => "Boot ROM version",
        8 => "Organizationally Unique Identifier", 9 => "Model Number", 10 => "Vendor Name",
        11 => "Address Realm", 12 => "CM/PS System Description", 13 => "CM/PS Firmware Revision",
        14 => "Firewall Policy File Version", 15 => "eSafe Config File Devices",
        18 => "Video Security Type", 31 => "MTA MAC Address", 32 => "Correlation ID", 51 => "Vendor Name",
        52 => "CableCARD Capability", 53 => "Device Identification (CA)",
        54 => "Device Identification (X.509)", 179 => "LCM Server", 180 => "LCM Domain",
        181 => "LCM NIC option 0", 190 => "LCM Workgroup", 191 => "Discovery", 192 => "HH Configured",
        193 => "LCM Version", 194 => "LCM Serial Number", 255 => "CL End",
    }
    /// Names of `dhcp.option.vendor.bsdp.message_type`.
    pub OPTION_VENDOR_BSDP_MESSAGE_TYPE_NAMES {
        1 => "LIST", 2 => "SELECT", 3 => "FAILED",
    }
    /// Names of `dhcp.option.vendor.bsdp.boot_image.attribute.install`.
    pub OPTION_VENDOR_BSDP_BOOT_IMAGE_ATTRIBUTE_INSTALL_NAMES {
        0 => "non-install", 1 => "install",
    }
    /// Names of `dhcp.option.vendor.bsdp.boot_image.attribute.kind`.
    pub OPTION_VENDOR_BSDP_BOOT_IMAGE_ATTRIBUTE_KIND_NAMES {
        0 => "Mac OS 9", 1 => "Mac OS X", 2 => "Mac OS X Server", 3 => "Hardware Diagnostics",
    }
    /// Names of `dhcp.option.netbios_over_tcpip_node_type`.
    pub OPTION_NETBIOS_OVER_TCPIP_NODE_TYPE_NAMES {
        1 => "B-node", 2 => "P-node", 4 => "M-node", 8 => "H-node",
    }
    /// Names of `dhcp.option.option_overload`.
    pub OPTION_OPTION_OVERLOAD_NAMES {
        1 => "Boot file name holds options", 2 => "Server host name holds options",
        3 => "Boot file and server host names hold options",
    }
    /// Names of `dhcp.option.dhcp`.
    pub OPTION_DHCP_NAMES {
        1 => "Discover", 2 => "Offer", 3 => "Request", 4 => "Decline", 5 => "ACK", 6 => "NAK",
        7 => "Release", 8 => "Inform", 9 => "Force Renew", 10 => "Lease query", 11 => "Lease Unassigned",
        12 => "Lease Unknown", 13 => "Lease Active", 14 => "Bulk Lease Query", 15 => "Lease Query Done",
        16 => "Active LeaseQuery", 17 => "Lease Query Status", 18 => "TLS",
    }
    /// Names of `dhcp.option.novell_options.suboption`.
    pub OPTION_NOVELL_OPTIONS_SUBOPTION_NAMES {
        1 => "NWIP does not exist on subnet", 2 => "NWIP exists in options area",
        3 => "NWIP exists in sname/file", 4 => "NWIP exists, but too big",
        5 => "Broadcast for nearest Netware server", 6 => "Preferred DSS server",
        7 => "Nearest NWIP server", 8 => "Autoretries", 9 => "Autoretry delay, secs",
        10 => "Support NetWare/IP v1.1", 11 => "Primary DSS",
    }
    /// Names of `dhcp.option.slp_directory_agent.value`.
    pub OPTION_SLP_DIRECTORY_AGENT_VALUE_NAMES {
        0 => "Dynamic Discovery", 1 => "Static Discovery", 128 => "Backwards compatibility",
    }
    /// Names of `dhcp.option.slp_service_scope.value`.
    pub OPTION_SLP_SERVICE_SCOPE_VALUE_NAMES {
        0 => "Preferred Scope", 1 => "Mandatory Scope",
    }
    /// Names of `dhcp.option.agent_information_option.suboption`.
    pub OPTION_AGENT_INFORMATION_OPTION_SUBOPTION_NAMES {
        0 => "Padding", 1 => "Agent Circuit ID", 2 => "Agent Remote ID", 3 => "Reserved",
        4 => "DOCSIS Device Class", 5 => "Link selection", 6 => "Subscriber ID", 7 => "RADIUS Attributes",
        8 => "Authentication", 9 => "Vendor-Specific Information", 10 => "Flags",
        11 => "Server ID Override", 12 => "Relay Agent Identifier", 13 => "Access Technology Type",
        14 => "Access Network Name", 15 => "Access Point Name", 16 => "Access Point BSSID",
        17 => "Access Network Operator ID", 18 => "Access Network Operator Realm", 19 => "Source Port",
        150 => "Link selection (Cisco proprietary)", 151 => "VRF name/VPN ID",
        152 => "Server ID Override (Cisco proprietary)",
    }
    /// Names of `dhcp.option.dhcp_authentication.protocol`.
    pub OPTION_DHCP_AUTHENTICATION_PROTOCOL_NAMES {
        0 => "configuration token", 1 => "delayed authentication",
    }
    /// Names of `dhcp.option.dhcp_authentication.alg_delay`.
    pub OPTION_DHCP_AUTHENTICATION_ALG_DELAY_NAMES {
        1 => "HMAC_MD5",
    }
    /// Names of `dhcp.option.dhcp_authentication.rdm`.
    pub OPTION_DHCP_AUTHENTICATION_RDM_NAMES {
        0 => "Monotonically-increasing counter",
    }
    /// Names of `dhcp.option.client_system_architecture`.
    pub OPTION_CLIENT_SYSTEM_ARCHITECTURE_NAMES {
        0 => "IA x86 PC", 1 => "NEC/PC98", 2 => "IA64 PC", 3 => "DEC Alpha", 4 => "ArcX86",
        5 => "Intel Lean Client", 6 => "EFI IA32", 7 => "EFI x64", 8 => "EFI Xscale", 9 => "EFI BC",
        10 => "ARM 32-bit UEFI", 11 => "ARM 64-bit UEFI", 12 => "PowerPC Open Firmware",
        13 => "PowerPC ePAPR", 14 => "POWER OPAL v3", 15 => "x86 UEFI HTTP", 16 => "x64 UEFI HTTP",
        17 => "EBC UEFI HTTP", 18 => "ARM 32-bit UEFI HTTP", 19 => "ARM 64-bit UEFI HTTP",
        20 => "PC/AT HTTP", 21 => "ARM 32-bit uboot", 22 => "ARM 64-bit uboot",
        23 => "ARM 32-bit uboot HTTP", 24 => "ARM 64-bit uboot HTTP", 25 => "RISC-V 32-bit UEFI",
        26 => "RISC-V 32-bit UEFI HTTP", 27 => "RISC-V 64-bit UEFI", 28 => "RISC-V 64-bit UEFI HTTP",
        29 => "RISC-V 128-bit UEFI", 30 => "RISC-V 128-bit UEFI HTTP", 31 => "s390 Basic",
        32 => "s390 Extended",
    }
    /// Names of `dhcp.option.civic_location.what`.
    pub OPTION_CIVIC_LOCATION_WHAT_NAMES {
        0 => "Location of the DHCP server",
        1 => "Location of the network element believed to be closest to the client",
        2 => "Location of the client",
    }
    /// Names of `dhcp.option.civic_location.ca_type`.
    pub OPTION_CIVIC_LOCATION_CA_TYPE_NAMES {
        0 => "Language", 1 => "A1", 2 => "A2", 3 => "A3", 4 => "A4", 5 => "A5", 6 => "A6",
        16 => "PRD (Leading street direction)", 17 => "POD (Trailing street suffix)",
        18 => "STS (Street suffix)", 19 => "HNO (House number)", 20 => "HNS (House number suffix)",
        21 => "LMK (Landmark or vanity address)", 22 => "LOC (Additional location information)",
        23 => "NAM", 24 => "PC (Postal/ZIP code)", 25 => "BLD (Building)", 26 => "UNIT",
        27 => "FLR (Floor)", 28 => "ROOM", 29 => "PLC (Place-type)", 30 => "PCN (Postal community name)",
        31 => "POBOX", 32 => "ADDCODE (Additional Code)", 33 => "SEAT",
        34 => "RD (Primary road or street)", 35 => "RDSEC (Road section)", 36 => "RDBR (Road branch)",
        37 => "RDSUBBR (Road sub-branch)", 38 => "PRM (Road pre-modifier)",
        39 => "POM (Road post-modifier", 128 => "Script",
    }
    /// Names of `dhcp.option.dhcp_auto_configuration`.
    pub OPTION_DHCP_AUTO_CONFIGURATION_NAMES {
        0 => "DoNotAutoConfigure", 1 => "AutoConfigure",
    }
    /// Names of `dhcp.option.sip_server.encoding`.
    pub OPTION_SIP_SERVER_ENCODING_NAMES {
        0 => "Fully Qualified Domain Name", 1 => "IPv4 Address",
    }
    /// Names of `dhcp.option.rfc3825.error`.
    pub OPTION_RFC3825_ERROR_NAMES {
        1 => "Latitude is out of range [-90,90]", 2 => "Latitude Uncertainty is out of range [0,90]",
        3 => "Longitude is out of range [-180,180]", 4 => "Longitude Uncertainty is out of range [0,180]",
        5 => "Altitude is out of range [-(2^21),(2^21)-1]",
        6 => "Altitude Uncertainty is out of range [0,2^20]", 7 => "Altitude Type is out of range [0,2]",
        8 => "Datum is out of range [1,3]",
    }
    /// Names of `dhcp.option.rfc3825.altitude_type`.
    pub OPTION_RFC3825_ALTITUDE_TYPE_NAMES {
        1 => "Meters", 2 => "Floors",
    }
    /// Names of `dhcp.option.cl_dss_id.option`.
    pub OPTION_CL_DSS_ID_OPTION_NAMES {
        1 => "WGS 84", 2 => "NAD83 (NAVD88)", 3 => "NAD83 (MLLW)",
    }
    /// Names of `dhcp.option.vi_class.cl_address_mode`.
    pub OPTION_VI_CLASS_CL_ADDRESS_MODE_NAMES {
        1 => "IPv4", 2 => "IPv6",
    }
    /// Names of `dhcp.option.vi.tr111.suboption`.
    pub OPTION_VI_TR111_SUBOPTION_NAMES {
        1 => "DeviceManufacturerOUI", 2 => "DeviceSerialNumber", 3 => "DeviceProductClass",
        4 => "GatewayManufacturerOUI", 5 => "GatewaySerialNumber", 6 => "GatewayProductClass",
    }
    /// Names of `dhcp.option.vi.cl.suboption`.
    pub OPTION_VI_CL_SUBOPTION_NAMES {
        0 => "Reserved", 1 => "Option Request", 2 => "TFTP Server Addresses",
        3 => "eRouter Container Option", 4 => "MIB Environment Indicator Option",
        5 => "Modem Capabilities",
    }
    /// Names of `dhcp.option.forcerenew_nonce.algorithm`.
    pub OPTION_FORCERENEW_NONCE_ALGORITHM_NAMES {
        1 => "HMAC-MD5",
    }
    /// Names of `dhcp.option.bulk_lease.status_code`.
    pub OPTION_BULK_LEASE_STATUS_CODE_NAMES {
        0 => "Success", 1 => "UpsecFail", 2 => "QueryTerminated", 3 => "MalformedQuery", 4 => "NotAllowed",
    }
    /// Names of `dhcp.option.bulk_lease.dhcp_state`.
    pub OPTION_BULK_LEASE_DHCP_STATE_NAMES {
        1 => "Available", 2 => "Active", 3 => "Expired", 4 => "Released", 5 => "Abandoned", 6 => "Reset",
        7 => "Remote", 8 => "Transitioning",
    }
}
