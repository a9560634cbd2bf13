//! RADIUS, RFC 2865 and its successors.

mod attributes;

use attributes::{Attribute, Kind};
use requin_wire::{
    Cursor, Cx, Field, FieldType, Key, Out, Past, Remembered, Sink, Span, Step, Stop, Value, names, proto,
};

proto! {
    RADIUS "radius" "RADIUS Protocol" "RADIUS" App
    on [Udp 1645, Udp 1646, Udp 1812, Udp 1813, Udp 3799]
    remember [remember] for columns [REQFRAME, RSPFRAME, TIME, DUP, REQ_DUP, RSP_DUP]
    fields {
        REQ "radius.req" "Request": Bool;
        RSP "radius.rsp" "Response": Bool;
        REQFRAME "radius.reqframe" "Request Frame": Framenum;
        RSPFRAME "radius.rspframe" "Response Frame": Framenum;
        TIME "radius.time" "Time from request": RelTime;
        DUP "radius.dup" "Duplicate Message ID": U32 Dec;
        REQ_DUP "radius.req.dup" "Duplicate Request Frame Number": Framenum;
        RSP_DUP "radius.rsp.dup" "Duplicate Response Frame Number": Framenum;
        CODE "radius.code" "Code": U8 Dec = CODES;
        IDENTIFIER "radius.id" "Identifier": U8 Dec;
        LENGTH "radius.length" "Length": U16 Dec;
        AUTHENTICATOR "radius.authenticator" "Authenticator": Bytes;
        AVP "radius.avp" "AVP": Bytes;
        AVP_TYPE "radius.avp.type" "Type": U8 Dec;
        AVP_LENGTH "radius.avp.length" "Length": U8 Dec;
        AVP_VENDOR_ID "radius.avp.vendor_id" "Vendor ID": U32 Dec = VENDORS;
        AVP_VENDOR_TYPE "radius.avp.vendor_type" "Type": U8 Dec;
        AVP_VENDOR_LEN "radius.avp.vendor_len" "Length": U8 Dec;
        EAP_FRAGMENT "radius.eap_fragment" "EAP fragment": Bytes;
        CHAP_PASSWORD "radius.CHAP_Password" "CHAP-Password": Bytes;
        CHAP_IDENT "radius.CHAP_Ident" "CHAP Ident": U8 Hex;
        CHAP_STRING "radius.CHAP_String" "CHAP String": Bytes;
        EGRESS_VLANID_TAG "radius.egress_vlanid_tag" "Tag": U32 Hex & 0xff000000;
        EGRESS_VLANID_PAD "radius.egress_vlanid_pad" "Pad": U32 Hex & 0x00fff000;
        EGRESS_VLANID "radius.egress_vlanid" "Vlan ID": U32 Dec & 0x00000fff;
        UNKNOWN_ATTRIBUTE "radius.Unknown_Attribute" "Unknown-Attribute": Bytes;
        CHAP_CHALLENGE "radius.CHAP_Challenge" "CHAP-Challenge": Bytes;
        USER_NAME "radius.User_Name" "User-Name": Str;
        USER_PASSWORD_ENCRYPTED "radius.User_Password_encrypted" "User-Password (encrypted)": Bytes;
        NAS_IP_ADDRESS "radius.NAS_IP_Address" "NAS-IP-Address": Ipv4;
        NAS_PORT "radius.NAS_Port" "NAS-Port": U32 Dec;
        SERVICE_TYPE "radius.Service_Type" "Service-Type": U32 Dec = SERVICE_TYPE_NAMES;
        FRAMED_PROTOCOL "radius.Framed_Protocol" "Framed-Protocol": U32 Dec = FRAMED_PROTOCOL_NAMES;
        FRAMED_IP_ADDRESS "radius.Framed-IP-Address" "Framed-IP-Address": Ipv4;
        FRAMED_IP_NETMASK "radius.Framed_IP_Netmask" "Framed-IP-Netmask": Ipv4;
        FRAMED_ROUTING "radius.Framed_Routing" "Framed-Routing": U32 Dec = FRAMED_ROUTING_NAMES;
        FILTER_ID "radius.Filter_Id" "Filter-Id": Str;
        FRAMED_MTU "radius.Framed_MTU" "Framed-MTU": U32 Dec;
        FRAMED_COMPRESSION "radius.Framed_Compression" "Framed-Compression": U32 Dec = FRAMED_COMPRESSION_NAMES;
        LOGIN_IP_HOST "radius.Login-IP-Host" "Login-IP-Host": Ipv4;
        LOGIN_SERVICE "radius.Login_Service" "Login-Service": U32 Dec = LOGIN_SERVICE_NAMES;
        LOGIN_TCP_PORT "radius.Login_TCP_Port" "Login-TCP-Port": U32 Dec = LOGIN_TCP_PORT_NAMES;
        OLD_PASSWORD "radius.Old_Password" "Old-Password": Str;
        REPLY_MESSAGE "radius.Reply_Message" "Reply-Message": Str;
        CALLBACK_NUMBER "radius.Callback_Number" "Callback-Number": Str;
        CALLBACK_ID "radius.Callback_Id" "Callback-Id": Str;
        FRAMED_ROUTE "radius.Framed_Route" "Framed-Route": Str;
        STATE "radius.State" "State": Bytes;
        CLASS "radius.Class" "Class": Bytes;
        SESSION_TIMEOUT "radius.Session_Timeout" "Session-Timeout": U32 Dec;
        IDLE_TIMEOUT "radius.Idle_Timeout" "Idle-Timeout": U32 Dec;
        TERMINATION_ACTION "radius.Termination_Action" "Termination-Action": U32 Dec = TERMINATION_ACTION_NAMES;
        CALLED_STATION_ID "radius.Called_Station_Id" "Called-Station-Id": Str;
        CALLING_STATION_ID "radius.Calling_Station_Id" "Calling-Station-Id": Str;
        NAS_IDENTIFIER "radius.NAS_Identifier" "NAS-Identifier": Str;
        PROXY_STATE "radius.Proxy_State" "Proxy-State": Bytes;
        LOGIN_LAT_SERVICE "radius.Login_LAT_Service" "Login-LAT-Service": Str;
        LOGIN_LAT_NODE "radius.Login_LAT_Node" "Login-LAT-Node": Str;
        LOGIN_LAT_GROUP "radius.Login_LAT_Group" "Login-LAT-Group": Bytes;
        FRAMED_APPLETALK_LINK "radius.Framed_AppleTalk_Link" "Framed-AppleTalk-Link": U32 Dec;
        FRAMED_APPLETALK_NETWORK "radius.Framed_AppleTalk_Network" "Framed-AppleTalk-Network": U32 Dec;
        FRAMED_APPLETALK_ZONE "radius.Framed_AppleTalk_Zone" "Framed-AppleTalk-Zone": Str;
        ACCT_STATUS_TYPE "radius.Acct_Status_Type" "Acct-Status-Type": U32 Dec = ACCT_STATUS_TYPE_NAMES;
        ACCT_DELAY_TIME "radius.Acct_Delay_Time" "Acct-Delay-Time": U32 Dec;
        ACCT_INPUT_OCTETS "radius.Acct_Input_Octets" "Acct-Input-Octets": U32 Dec;
        ACCT_OUTPUT_OCTETS "radius.Acct_Output_Octets" "Acct-Output-Octets": U32 Dec;
        ACCT_SESSION_ID "radius.Acct_Session_Id" "Acct-Session-Id": Str;
        ACCT_AUTHENTIC "radius.Acct_Authentic" "Acct-Authentic": U32 Dec = ACCT_AUTHENTIC_NAMES;
        ACCT_SESSION_TIME "radius.Acct_Session_Time" "Acct-Session-Time": U32 Dec;
        ACCT_INPUT_PACKETS "radius.Acct_Input_Packets" "Acct-Input-Packets": U32 Dec;
        ACCT_OUTPUT_PACKETS "radius.Acct_Output_Packets" "Acct-Output-Packets": U32 Dec;
        ACCT_TERMINATE_CAUSE "radius.Acct_Terminate_Cause" "Acct-Terminate-Cause": U32 Dec = ACCT_TERMINATE_CAUSE_NAMES;
        ACCT_MULTI_SESSION_ID "radius.Acct_Multi_Session_Id" "Acct-Multi-Session-Id": Str;
        ACCT_LINK_COUNT "radius.Acct_Link_Count" "Acct-Link-Count": U32 Dec;
        ACCT_INPUT_GIGAWORDS "radius.Acct_Input_Gigawords" "Acct-Input-Gigawords": U32 Dec;
        ACCT_OUTPUT_GIGAWORDS "radius.Acct_Output_Gigawords" "Acct-Output-Gigawords": U32 Dec;
        EVENT_TIMESTAMP "radius.Event_Timestamp" "Event-Timestamp": AbsTime Local;
        INGRESS_FILTERS "radius.Ingress_Filters" "Ingress-Filters": U32 Dec = INGRESS_FILTERS_NAMES;
        EGRESS_VLAN_NAME_TAG "radius.egress_vlan_name_tag" "Tag": U8 Hex = EGRESS_VLAN_NAME_TAG_NAMES;
        EGRESS_VLAN_NAME "radius.egress_vlan_name" "Vlan Name": Str;
        USER_PRIORITY_TABLE "radius.User_Priority_Table" "User-Priority-Table": Bytes;
        NAS_PORT_TYPE "radius.NAS_Port_Type" "NAS-Port-Type": U32 Dec = NAS_PORT_TYPE_NAMES;
        PORT_LIMIT "radius.Port_Limit" "Port-Limit": U32 Dec;
        LOGIN_LAT_PORT "radius.Login_LAT_Port" "Login-LAT-Port": Str;
        TUNNEL_TYPE "radius.Tunnel_Type" "Tunnel-Type": U32 Dec = TUNNEL_TYPE_NAMES;
        TUNNEL_TYPE_TAG "radius.Tunnel_Type.tag" "Tag": U8 Hex;
        TUNNEL_MEDIUM_TYPE "radius.Tunnel_Medium_Type" "Tunnel-Medium-Type": U32 Dec = TUNNEL_MEDIUM_TYPE_NAMES;
        TUNNEL_MEDIUM_TYPE_TAG "radius.Tunnel_Medium_Type.tag" "Tag": U8 Hex;
        TUNNEL_CLIENT_ENDPOINT "radius.Tunnel_Client_Endpoint" "Tunnel-Client-Endpoint": Str;
        TUNNEL_CLIENT_ENDPOINT_TAG "radius.Tunnel_Client_Endpoint.tag" "Tag": U8 Hex;
        TUNNEL_SERVER_ENDPOINT "radius.Tunnel_Server_Endpoint" "Tunnel-Server-Endpoint": Str;
        TUNNEL_SERVER_ENDPOINT_TAG "radius.Tunnel_Server_Endpoint.tag" "Tag": U8 Hex;
        ACCT_TUNNEL_CONNECTION "radius.Acct_Tunnel_Connection" "Acct-Tunnel-Connection": Str;
        TUNNEL_PASSWORD_ENCRYPTED "radius.Tunnel_Password_encrypted" "Tunnel-Password (encrypted)": Bytes;
        ARAP_PASSWORD "radius.ARAP_Password" "ARAP-Password": Bytes;
        ARAP_FEATURES "radius.ARAP_Features" "ARAP-Features": Bytes;
        ARAP_ZONE_ACCESS "radius.ARAP_Zone_Access" "ARAP-Zone-Access": U32 Dec = ARAP_ZONE_ACCESS_NAMES;
        ARAP_SECURITY "radius.ARAP_Security" "ARAP-Security": U32 Dec;
        ARAP_SECURITY_DATA "radius.ARAP_Security_Data" "ARAP-Security-Data": Str;
        PASSWORD_RETRY "radius.Password_Retry" "Password-Retry": U32 Dec;
        PROMPT "radius.Prompt" "Prompt": U32 Dec = PROMPT_NAMES;
        CONNECT_INFO "radius.Connect_Info" "Connect-Info": Str;
        CONFIGURATION_TOKEN "radius.Configuration_Token" "Configuration-Token": Str;
        MESSAGE_AUTHENTICATOR "radius.Message_Authenticator" "Message-Authenticator": Bytes;
        TUNNEL_PRIVATE_GROUP_ID "radius.Tunnel_Private_Group_Id" "Tunnel-Private-Group-Id": Str;
        TUNNEL_PRIVATE_GROUP_ID_TAG "radius.Tunnel_Private_Group_Id.tag" "Tag": U8 Hex;
        TUNNEL_ASSIGNMENT_ID "radius.Tunnel_Assignment_Id" "Tunnel-Assignment-Id": Str;
        TUNNEL_ASSIGNMENT_ID_TAG "radius.Tunnel_Assignment_Id.tag" "Tag": U8 Hex;
        TUNNEL_PREFERENCE "radius.Tunnel_Preference" "Tunnel-Preference": U32 Dec;
        TUNNEL_PREFERENCE_TAG "radius.Tunnel_Preference.tag" "Tag": U8 Hex;
        ARAP_CHALLENGE_RESPONSE "radius.ARAP_Challenge_Response" "ARAP-Challenge-Response": Bytes;
        ACCT_INTERIM_INTERVAL "radius.Acct_Interim_Interval" "Acct-Interim-Interval": U32 Dec;
        ACCT_TUNNEL_PACKETS_LOST "radius.Acct_Tunnel_Packets_Lost" "Acct-Tunnel-Packets-Lost": U32 Dec;
        NAS_PORT_ID "radius.NAS_Port_Id" "NAS-Port-Id": Str;
        FRAMED_POOL "radius.Framed_Pool" "Framed-Pool": Str;
        CHARGEABLE_USER_IDENTITY "radius.Chargeable_User_Identity" "Chargeable-User-Identity": Str;
        TUNNEL_CLIENT_AUTH_ID "radius.Tunnel_Client_Auth_Id" "Tunnel-Client-Auth-Id": Str;
        TUNNEL_CLIENT_AUTH_ID_TAG "radius.Tunnel_Client_Auth_Id.tag" "Tag": U8 Hex;
        TUNNEL_SERVER_AUTH_ID "radius.Tunnel_Server_Auth_Id" "Tunnel-Server-Auth-Id": Str;
        TUNNEL_SERVER_AUTH_ID_TAG "radius.Tunnel_Server_Auth_Id.tag" "Tag": U8 Hex;
        NAS_FILTER_RULE "radius.NAS_Filter_Rule" "NAS-Filter-Rule": Str;
        ORIGINATING_LINE_INFO "radius.Originating_Line_Info" "Originating-Line-Info": Str;
        NAS_IPV6_ADDRESS "radius.NAS_IPv6_Address" "NAS-IPv6-Address": Ipv6;
        FRAMED_INTERFACE_ID "radius.Framed_Interface_Id" "Framed-Interface-Id": Bytes;
        FRAMED_IPV6_PREFIX "radius.Framed_IPv6_Prefix" "Framed-IPv6-Prefix": Bytes;
        LOGIN_IPV6_HOST "radius.Login_IPv6_Host" "Login-IPv6-Host": Ipv6;
        FRAMED_IPV6_ROUTE "radius.Framed_IPv6_Route" "Framed-IPv6-Route": Str;
        FRAMED_IPV6_POOL "radius.Framed_IPv6_Pool" "Framed-IPv6-Pool": Str;
        ERROR_CAUSE "radius.Error_Cause" "Error-Cause": U32 Dec = ERROR_CAUSE_NAMES;
        EAP_KEY_NAME "radius.EAP_Key_Name" "EAP-Key-Name": Str;
        DELEGATED_IPV6_PREFIX "radius.Delegated_IPv6_Prefix" "Delegated-IPv6-Prefix": Bytes;
        MIP6_FEATURE_VECTOR "radius.MIP6_Feature_Vector" "MIP6-Feature-Vector": Bytes;
        MIP6_HOME_LINK_PREFIX "radius.MIP6_Home_Link_Prefix" "MIP6-Home-Link-Prefix": Bytes;
        MULTI_LINK_FLAG "radius.Multi_Link_Flag" "Multi-Link-Flag": U32 Dec = MULTI_LINK_FLAG_NAMES;
        LOCATION_INFORMATION "radius.Location_Information" "Location-Information": Bytes;
        LOCATION_DATA "radius.Location_Data" "Location-Data": Bytes;
        BASIC_LOCATION_POLICY_RULES "radius.Basic_Location_Policy_Rules" "Basic-Location-Policy-Rules": Bytes;
        EXTENDED_LOCATION_POLICY_RULES "radius.Extended_Location_Policy_Rules" "Extended-Location-Policy-Rules": Str;
        LOCATION_CAPABLE "radius.Location_Capable" "Location-Capable": U32 Dec = LOCATION_CAPABLE_NAMES;
        REQUESTED_LOCATION_INFO "radius.Requested_Location_Info" "Requested-Location-Info": U32 Dec = REQUESTED_LOCATION_INFO_NAMES;
        FRAMED_MANAGEMENT "radius.Framed_Management" "Framed-Management": U32 Dec = FRAMED_MANAGEMENT_NAMES;
        MANAGEMENT_TRANSPORT_PROTECTION "radius.Management_Transport_Protection" "Management-Transport-Protection": U32 Dec = MANAGEMENT_TRANSPORT_PROTECTION_NAMES;
        MANAGEMENT_POLICY_ID "radius.Management_Policy_Id" "Management-Policy-Id": Str;
        MANAGEMENT_PRIVILEGE_LEVEL "radius.Management_Privilege_Level" "Management-Privilege-Level": U32 Dec;
        PKM_SS_CERT "radius.PKM_SS_Cert" "PKM-SS-Cert": Bytes;
        PKM_CA_CERT "radius.PKM_CA_Cert" "PKM-CA-Cert": Bytes;
        PKM_CONFIG_SETTINGS "radius.PKM_Config_Settings" "PKM-Config-Settings": Bytes;
        PKM_CRYPTOSUITE_LIST "radius.PKM_Cryptosuite_List" "PKM-Cryptosuite-List": Bytes;
        PKM_SAID "radius.PKM_SAID" "PKM-SAID": U32 Dec;
        PKM_SA_DESCRIPTOR "radius.PKM_SA_Descriptor" "PKM-SA-Descriptor": Bytes;
        PKM_AUTH_KEY "radius.PKM_Auth_Key" "PKM-Auth-Key": Bytes;
        DS_LITE_TUNNEL_NAME "radius.DS_Lite_Tunnel_Name" "DS-Lite-Tunnel-Name": Str;
        MOBILE_NODE_IDENTIFIER "radius.Mobile_Node_Identifier" "Mobile-Node-Identifier": Bytes;
        SERVICE_SELECTION "radius.Service_Selection" "Service-Selection": Str;
        PMIP6_HOME_LMA_IPV6_ADDRESS "radius.PMIP6_Home_LMA_IPv6_Address" "PMIP6-Home-LMA-IPv6-Address": Ipv6;
        PMIP6_VISITED_LMA_IPV6_ADDRESS "radius.PMIP6_Visited_LMA_IPv6_Address" "PMIP6-Visited-LMA-IPv6-Address": Ipv6;
        PMIP6_HOME_LMA_IPV4_ADDRESS "radius.PMIP6_Home_LMA_IPv4_Address" "PMIP6-Home-LMA-IPv4-Address": Ipv4;
        PMIP6_VISITED_LMA_IPV4_ADDRESS "radius.PMIP6_Visited_LMA_IPv4_Address" "PMIP6-Visited-LMA-IPv4-Address": Ipv4;
        PMIP6_HOME_HN_PREFIX "radius.PMIP6_Home_HN_Prefix" "PMIP6-Home-HN-Prefix": Bytes;
        PMIP6_VISITED_HN_PREFIX "radius.PMIP6_Visited_HN_Prefix" "PMIP6-Visited-HN-Prefix": Bytes;
        PMIP6_HOME_INTERFACE_ID "radius.PMIP6_Home_Interface_ID" "PMIP6-Home-Interface-ID": Bytes;
        PMIP6_VISITED_INTERFACE_ID "radius.PMIP6_Visited_Interface_ID" "PMIP6-Visited-Interface-ID": Bytes;
        PMIP6_HOME_IPV4_HOA "radius.PMIP6_Home_IPv4_HoA" "PMIP6-Home-IPv4-HoA": Bytes;
        PMIP6_VISITED_IPV4_HOA "radius.PMIP6_Visited_IPv4_HoA" "PMIP6-Visited-IPv4-HoA": Bytes;
        PMIP6_HOME_DHCP4_SERVER_ADDRESS "radius.PMIP6_Home_DHCP4_Server_Address" "PMIP6-Home-DHCP4-Server-Address": Ipv4;
        PMIP6_VISITED_DHCP4_SERVER_ADDRESS "radius.PMIP6_Visited_DHCP4_Server_Address" "PMIP6-Visited-DHCP4-Server-Address": Ipv4;
        PMIP6_HOME_DHCP6_SERVER_ADDRESS "radius.PMIP6_Home_DHCP6_Server_Address" "PMIP6-Home-DHCP6-Server-Address": Ipv6;
        PMIP6_VISITED_DHCP6_SERVER_ADDRESS "radius.PMIP6_Visited_DHCP6_Server_Address" "PMIP6-Visited-DHCP6-Server-Address": Ipv6;
        PMIP6_HOME_IPV4_GATEWAY "radius.PMIP6_Home_IPv4_Gateway" "PMIP6-Home-IPv4-Gateway": Ipv4;
        PMIP6_VISITED_IPV4_GATEWAY "radius.PMIP6_Visited_IPv4_Gateway" "PMIP6-Visited-IPv4-Gateway": Ipv4;
        EAP_LOWER_LAYER "radius.EAP_Lower_Layer" "EAP-Lower-Layer": U32 Dec = EAP_LOWER_LAYER_NAMES;
        GSS_ACCEPTOR_SERVICE_NAME "radius.GSS_Acceptor_Service_Name" "GSS-Acceptor-Service-Name": Str;
        GSS_ACCEPTOR_HOST_NAME "radius.GSS_Acceptor_Host_Name" "GSS-Acceptor-Host-Name": Str;
        GSS_ACCEPTOR_SERVICE_SPECIFICS "radius.GSS_Acceptor_Service_Specifics" "GSS-Acceptor-Service-Specifics": Str;
        GSS_ACCEPTOR_REALM_NAME "radius.GSS_Acceptor_Realm_Name" "GSS-Acceptor-Realm-Name": Str;
        FRAMED_IPV6_ADDRESS "radius.Framed_IPv6_Address" "Framed-IPv6-Address": Ipv6;
        DNS_SERVER_IPV6_ADDRESS "radius.DNS_Server_IPv6_Address" "DNS-Server-IPv6-Address": Ipv6;
        ROUTE_IPV6_INFORMATION "radius.Route_IPv6_Information" "Route-IPv6-Information": Bytes;
        DELEGATED_IPV6_PREFIX_POOL "radius.Delegated_IPv6_Prefix_Pool" "Delegated-IPv6-Prefix-Pool": Str;
        STATEFUL_IPV6_ADDRESS_POOL "radius.Stateful_IPv6_Address_Pool" "Stateful-IPv6-Address-Pool": Str;
        DIGEST_RESPONSE "radius.Digest_Response" "Digest-Response": Str;
        DIGEST_ATTRIBUTES "radius.Digest_Attributes" "Digest-Attributes": Bytes;
        AVP_EXTENDED_TYPE "radius.avp.extended_type" "Extended Type": U8 Dec;
        CHAR_NOECHO "radius.Char_Noecho" "Char-Noecho": U32 Dec;
        CISCO_AVPAIR "radius.Cisco_AVPair" "Cisco-AVPair": Str;
        GW_RXD_CDN "radius.gw_rxd_cdn" "gw-rxd-cdn": Str;
        MS_MPPE_SEND_KEY "radius.MS_MPPE_Send_Key" "MS-MPPE-Send-Key": Bytes;
        MS_MPPE_RECV_KEY "radius.MS_MPPE_Recv_Key" "MS-MPPE-Recv-Key": Bytes;
        MS_RAS_CLIENT_VERSION "radius.MS_RAS_Client_Version" "MS-RAS-Client-Version": Str;
        AIRESPACE_WLAN_ID "radius.Airespace_Wlan_Id" "Airespace-Wlan-Id": U32 Dec;
        AIRESPACE_ACL_NAME "radius.Airespace_ACL_Name" "Airespace-ACL-Name": Str;
    }
    experts {
        INVALID_LENGTH "radius.invalid_length" Error Malformed "Invalid length";
    }
}

names! {
    CODES {
        1 => "Access-Request",
        2 => "Access-Accept",
        3 => "Access-Reject",
        4 => "Accounting-Request",
        5 => "Accounting-Response",
        6 => "Accounting-Status",
        7 => "Password-Request",
        8 => "Password-Ack",
        9 => "Password-Reject",
        10 => "Accounting-Message",
        11 => "Access-Challenge",
        12 => "Status-Server",
        13 => "Status-Client",
        21 => "Resource-Free-Request",
        22 => "Resource-Free-Response",
        23 => "Resource-Query-Request",
        24 => "Query_Response",
        25 => "Alternate-Resource-Reclaim-Request",
        26 => "NAS-Reboot-Request",
        27 => "NAS-Reboot-Response",
        29 => "Next-Passcode",
        30 => "New-Pin",
        31 => "Terminate-Session",
        32 => "Password-Expired",
        33 => "Event-Request",
        34 => "Event-Response",
        40 => "Disconnect-Request",
        41 => "Disconnect-ACK",
        42 => "Disconnect-NAK",
        43 => "CoA-Request",
        44 => "CoA-ACK",
        45 => "CoA-NAK",
        50 => "IP-Address-Allocate",
        51 => "IP-Address-Release",
        129 => "ALU-State-Request",
        130 => "ALU-State-Accept",
        131 => "ALU-State-Reject",
        132 => "ALU-State-Error",
    }
    VENDORS {
        9 => "ciscoSystems", 311 => "Microsoft", 2636 => "Juniper Networks, Inc.", 10415 => "3GPP",
        14179 => "Airespace, Inc",
    }
}

names! {
    SERVICE_TYPE_NAMES {
        1 => "Login", 2 => "Framed", 3 => "Dialback-Login-User", 4 => "Dialback-Framed-User", 5 => "Dialout-Framed-User", 6 => "Shell-User", 7 => "Exec-User", 8 => "Authenticate-Only", 9 => "Callback-NAS-Prompt", 10 => "Call-Check", 11 => "Callback-Administrative", 12 => "Voice", 13 => "Fax", 14 => "Modem-Relay", 15 => "IAPP-Register", 16 => "IAPP-AP-Check", 17 => "Authorize-Only", 18 => "Framed-Management", 252 => "HP-Oper", 255 => "HP-User", 103809025 => "Annex-Authorize-Only", 103809026 => "Annex-Framed-Tunnel", 954138625 => "ChilliSpot-Authorize-Only", 1224278017 => "TP-CAPWAP-WTP", 1224278018 => "TP-CAPWAP-STA",
    }
    FRAMED_PROTOCOL_NAMES {
        1 => "PPP", 2 => "SLIP", 3 => "ARAP", 4 => "Gandalf-SLML", 5 => "Xylogics-IPX-SLIP", 6 => "X.75-Synchronous", 7 => "GPRS-PDP-Context", 9 => "PPTP", 255 => "Ascend-ARA", 256 => "Ascend-MPP", 257 => "Ascend-EURAW", 258 => "Ascend-EUUI", 259 => "Ascend-X25", 260 => "Ascend-COMB", 261 => "Ascend-FR", 262 => "Ascend-MP", 263 => "Ascend-FR-CIR", 17825794 => "Bintec-X25", 17825795 => "Bintec-X25-PPP", 17825796 => "Bintec-IP-LAPB", 17825798 => "Bintec-IP-HDLC", 17825799 => "Bintec-MPR-LAPB", 17825800 => "Bintec-MPR-HDLC", 17825801 => "Bintec-FRAME-RELAY", 17825802 => "Bintec-X31-BCHAN", 17825803 => "Bintec-X75-PPP", 17825804 => "Bintec-X75BTX-PPP", 17825805 => "Bintec-X25-NOSIG", 17825806 => "Bintec-X25-PPP-OPT", 1224278017 => "TP-CAPWAP",
    }
    FRAMED_ROUTING_NAMES {
        0 => "None", 1 => "Broadcast", 2 => "Listen", 3 => "Broadcast-Listen",
    }
    FRAMED_COMPRESSION_NAMES {
        0 => "None", 1 => "Van-Jacobsen-TCP-IP", 2 => "IPX-Header-Compression", 3 => "Stac-LZS",
    }
    LOGIN_SERVICE_NAMES {
        0 => "Telnet", 1 => "Rlogin", 2 => "TCP-Clear", 3 => "PortMaster", 4 => "LAT", 5 => "X25-PAD", 6 => "X25-T3POS", 8 => "TCP-Clear-Quiet",
    }
    LOGIN_TCP_PORT_NAMES {
        23 => "Telnet", 513 => "Rlogin", 514 => "Rsh",
    }
    TERMINATION_ACTION_NAMES {
        0 => "Default", 1 => "RADIUS-Request", 2 => "Manage-Resources",
    }
    ACCT_STATUS_TYPE_NAMES {
        1 => "Start", 2 => "Stop", 3 => "Interim-Update", 4 => "Modem-Start", 5 => "Modem-Stop", 6 => "Cancel", 7 => "Accounting-On", 8 => "Accounting-Off", 9 => "Tunnel-Start", 10 => "Tunnel-Stop", 11 => "Tunnel-Reject", 12 => "Tunnel-Link-Start", 13 => "Tunnel-Link-Stop", 14 => "Tunnel-Link-Reject", 15 => "Failed", 17 => "One-Time", 217 => "WB-Login", 218 => "WB-Logout", 219 => "WB-WRitelog", 103809025 => "Annex-User-Reject", 103809026 => "Annex-Call-Reject", 103809027 => "Annex-IPCP-Start", 103809028 => "Annex-IPXCP-Start", 103809029 => "Annex-ATCP-Start", 103809030 => "Annex-Accounting-Restart", 103809031 => "Annex-Accounting-Shutoff", 103809032 => "Annex-Tunnel-Start", 103809033 => "Annex-Tunnel-Stop", 103809034 => "Annex-Tunnel-Reject", 103809035 => "Annex-Tunnel-Link-Start", 103809036 => "Annex-Tunnel-Link-Stop", 103809037 => "Annex-MP-Start", 103809038 => "Annex-MP-Stop", 103809039 => "Annex-Line-Seizure", 103809040 => "Annex-Rlogin-Start", 103809041 => "Annex-Rlogin-Stop", 160825345 => "SG-Service-Start", 160825346 => "SG-Service-Stop",
    }
    ACCT_AUTHENTIC_NAMES {
        1 => "RADIUS", 2 => "Local", 3 => "Remote", 4 => "Diameter",
    }
    ACCT_TERMINATE_CAUSE_NAMES {
        1 => "User-Request", 2 => "Lost-Carrier", 3 => "Lost-Service", 4 => "Idle-Timeout", 5 => "Session-Timeout", 6 => "Admin-Reset", 7 => "Admin-Reboot", 8 => "Port-Error", 9 => "NAS-Error", 10 => "NAS-Request", 11 => "NAS-Reboot", 12 => "Port-Unneeded", 13 => "Port-Preempted", 14 => "Port-Suspended", 15 => "Service-Unavailable", 16 => "Callback", 17 => "User-Error", 18 => "Host-Request", 19 => "Supplicant-Restart", 20 => "Reauthentication-Failure", 21 => "Port-Reinit", 22 => "Port-Disabled",
    }
    INGRESS_FILTERS_NAMES {
        1 => "Enabled", 2 => "Disabled",
    }
    EGRESS_VLAN_NAME_TAG_NAMES {
        49 => "Tagged", 50 => "Untagged",
    }
    NAS_PORT_TYPE_NAMES {
        0 => "Async", 1 => "Sync", 2 => "ISDN", 3 => "ISDN-V120", 4 => "ISDN-V110", 5 => "Virtual", 6 => "PIAFS", 7 => "HDLC-Clear-Channel", 8 => "X.25", 9 => "X.75", 10 => "G.3-Fax", 11 => "SDSL", 12 => "ADSL-CAP", 13 => "ADSL-DMT", 14 => "IDSL", 15 => "Ethernet", 16 => "xDSL", 17 => "Cable", 18 => "Wireless-Other", 19 => "Wireless-802.11", 20 => "Token-Ring", 21 => "FDDI", 22 => "Wireless-CDMA2000", 23 => "Wireless-UMTS", 24 => "Wireless-1X-EV", 25 => "IAPP", 26 => "FTTP", 27 => "Wireless-802.16", 28 => "Wireless-802.20", 29 => "Wireless-802.22", 30 => "PPPoA", 31 => "PPPoEoA", 32 => "PPPoEoE", 33 => "PPPoEoVLAN", 34 => "PPPoEoQinQ", 35 => "xPON", 36 => "Wireless-XGP",
    }
    TUNNEL_TYPE_NAMES {
        1 => "PPTP", 2 => "L2F", 3 => "L2TP", 4 => "ATMP", 5 => "VTP", 6 => "AH", 7 => "IP", 8 => "MIN-IP", 9 => "ESP", 10 => "GRE", 11 => "DVS", 12 => "IP-in-IP", 13 => "VLAN",
    }
    TUNNEL_MEDIUM_TYPE_NAMES {
        1 => "IP", 2 => "IPv6", 3 => "NSAP", 4 => "HDLC", 5 => "BBN-1822", 6 => "IEEE-802", 7 => "E.163", 8 => "E.164", 9 => "F.69", 10 => "X.121", 11 => "IPX", 12 => "Appletalk", 13 => "DecNet-IV", 14 => "Banyan-Vines", 15 => "E.164-NSAP",
    }
    ARAP_ZONE_ACCESS_NAMES {
        1 => "Default-Zone", 2 => "Zone-Filter-Inclusive", 4 => "Zone-Filter-Exclusive",
    }
    PROMPT_NAMES {
        0 => "No-Echo", 1 => "Echo",
    }
    ERROR_CAUSE_NAMES {
        201 => "Residual-Context-Removed", 202 => "Invalid-EAP-Packet", 401 => "Unsupported-Attribute", 402 => "Missing-Attribute", 403 => "NAS-Identification-Mismatch", 404 => "Invalid-Request", 405 => "Unsupported-Service", 406 => "Unsupported-Extension", 407 => "Invalid-Attribute-Value", 501 => "Administratively-Prohibited", 502 => "Proxy-Request-Not-Routable", 503 => "Session-Context-Not-Found", 504 => "Session-Context-Not-Removable", 505 => "Proxy-Processing-Error", 506 => "Resources-Unavailable", 507 => "Request-Initiated", 508 => "Multiple-Session-Selection-Unsupported",
    }
    MULTI_LINK_FLAG_NAMES {
        0 => "False", 1 => "True",
    }
    LOCATION_CAPABLE_NAMES {
        1 => "Civic-Location", 2 => "Geo-Location", 4 => "Users-Location", 8 => "NAS-Location",
    }
    REQUESTED_LOCATION_INFO_NAMES {
        1 => "Civic-Location", 2 => "Geo-Location", 4 => "Users-Location", 8 => "NAS-Location", 16 => "Future-Requests", 32 => "None",
    }
    FRAMED_MANAGEMENT_NAMES {
        1 => "SNMP", 2 => "Web-Based", 3 => "Netconf", 4 => "FTP", 5 => "TFTP", 6 => "SFTP", 7 => "RCP", 8 => "SCP",
    }
    MANAGEMENT_TRANSPORT_PROTECTION_NAMES {
        1 => "No-Protection", 2 => "Integrity-Protection", 3 => "Integrity-Confidentiality-Protection",
    }
    EAP_LOWER_LAYER_NAMES {
        1 => "Wired-IEEE-802.1X", 2 => "IEEE-802.1X-No-Preauth", 3 => "IEEE-802.1X-Preauth", 4 => "IEEE-802.16e", 5 => "IKEv2", 6 => "PPP", 7 => "PANA-No-Preauth", 8 => "GSS-API", 9 => "PANA-Preauth",
    }
}

const HEADER: usize = 20;

/// What a note on a message says.
const ANSWERS: u64 = 1;
const AGAIN: u64 = 2;
const ANSWERED: u64 = 3;

/// Whether messages of this code are tied together, and whether they are requests (RFC 2865, 2866, 5176).
fn part_of_pair(code: u8) -> Option<bool> {
    match code {
        1 | 4 | 40 | 43 => Some(true),
        2 | 3 | 5 | 11 | 41 | 42 | 44 | 45 => Some(false),
        _ => None,
    }
}

/// Remembers requests, and notes on a response which one it answers; and on either what it repeats.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some((&[code, id, _, _], rest)) = pdu.split_first_chunk::<4>() else { return };
    let (Some(authenticator), Some(request)) = (rest.get(..16), part_of_pair(code)) else { return };
    // What is kept with a request: its authenticator, and the frame with its response.
    let (key, response) = (Key::here(u64::from(id)), Key::here(0x100 | u64::from(id)));
    let earlier = past.get(&key);
    if request {
        match earlier {
            // The identifier is used again for other requests: only the same one is the same.
            Some(first) if *first.bytes == *authenticator => {
                past.note(AGAIN, &first);
                if let Some(answer) = past.get(&response) {
                    past.note(ANSWERED, &answer);
                }
            }
            _ => {
                past.set(&key, authenticator);
                past.remove(&response);
            }
        }
    } else if let Some(first) = earlier {
        past.note(ANSWERS, &first);
        match past.get(&response) {
            Some(before) => past.note(AGAIN, &before),
            None => past.set(&response, &[]),
        }
    }
}

/// Shows what belongs together.
fn pair<S: Sink>(cx: &mut Cx<'_, S>, id: u8, request: bool, here: Span) {
    if !S::FIELDS {
        return;
    }
    if let Some(Remembered { frame, time, .. }) = cx.recalled(ANSWERS) {
        let item = cx.generated(REQFRAME, here, Value::U(*frame));
        cx.label(item, |o| _ = o.s("This is a response to a request in frame ").u(*frame));
        cx.generated(TIME, here, cx.meta.time.since(*time).into());
    }
    if let Some(answer) = cx.recalled(ANSWERED) {
        let item = cx.generated(RSPFRAME, here, Value::U(answer.frame));
        cx.label(item, |o| _ = o.s("The response to this request is in frame ").u(answer.frame));
    }
    if let Some(first) = cx.recalled(AGAIN) {
        let item = cx.generated(DUP, here, Value::U(id.into()));
        cx.hide(item);
        cx.generated(if request { REQ_DUP } else { RSP_DUP }, here, Value::U(first.frame));
        cx.info_add(|o| _ = o.s(if request { ", Duplicate Request" } else { ", Duplicate Response" }));
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let (code, id, len) = (c.peek_u8(0)?, c.peek_u8(1)?, usize::from(c.peek_u16(2)?));
    if len < HEADER || CODES.find(u64::from(code)).is_none() {
        return Err(Stop::NotMine);
    }
    cx.protocol("RADIUS");
    let name = CODES.or(u64::from(code), "Unknown");
    cx.info(|o| _ = o.s(name).s(" id=").u(id));
    cx.proto_len(len);
    cx.u8(CODE, &mut c)?;
    let item = cx.field(IDENTIFIER, &mut c, 1)?;
    cx.label(item, |o| _ = o.s("Packet identifier: ").hex(id, 1).s(" (").u(id).s(")"));
    cx.u16(LENGTH, &mut c)?;
    cx.bytes(AUTHENTICATOR, &mut c, 16)?;
    let request = matches!(code, 1 | 4 | 6 | 7 | 10 | 12 | 40 | 43 | 50 | 51);
    let item = cx.add(if request { REQ } else { RSP }, c.span(0), Value::U(1));
    cx.hide(item);
    cx.set_generated(item);
    pair(cx, id, request, c.span(0));
    let n = (len - HEADER).min(c.left());
    if n == 0 {
        return Ok(());
    }
    let item = cx.line(c.span(n), |o| _ = o.s("Attribute Value Pairs"));
    let mut pairs = c.take(n);
    cx.under(item, |cx| -> Step {
        while pairs.left() >= 2 {
            attribute(cx, &mut pairs)?;
        }
        Ok(())
    })
}

fn attribute<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (kind, len) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
    if len < 2 || len > c.left() {
        let text = |o: &mut Out<'_>| {
            if len < 2 {
                o.s("AVP too short: length ").u(len as u64).s(" < 2");
            } else {
                o.s("Not enough room in packet for AVP");
            }
        };
        let item = cx.line(c.span(2), text);
        cx.expert_with(INVALID_LENGTH, item, c.span(0), text);
        c.advance(c.left());
        return Ok(());
    }
    let known = attributes::find(kind);
    let span = c.span(len);
    let name = match kind {
        26 => "Vendor-Specific",
        79 => "EAP-Message",
        3 => "CHAP-Password",
        56 => "Egress-VLANID",
        _ => known.map_or("Unknown-Attribute", |k| k.name),
    };
    let item = cx.add(AVP, span, Value::Bytes(span));
    cx.label(item, |o| _ = o.s("AVP: t=").s(name).s("(").u(kind).s(") l=").u(len as u64));
    cx.under(item, |cx| -> Step {
        cx.u8(AVP_TYPE, c)?;
        cx.u8(AVP_LENGTH, c)?;
        let mut d = c.take(len - 2);
        if let Some(known) = known {
            let def = cx.registry.field(known.field);
            cx.append(item, |o| said(o, def, known, d.rest()));
        }
        match kind {
            26 => vendor(cx, &mut d),
            3 => {
                let n = d.left();
                let item = cx.peek(CHAP_PASSWORD, &d, n)?;
                if n < 2 {
                    return Ok(());
                }
                cx.under(item, |cx| -> Step {
                    cx.u8(CHAP_IDENT, &mut d)?;
                    cx.bytes(CHAP_STRING, &mut d, n - 1)?;
                    Ok(())
                })
            }
            58 if d.left() > 1 => {
                cx.u8(EGRESS_VLAN_NAME_TAG, &mut d)?;
                let n = d.left();
                cx.bytes(EGRESS_VLAN_NAME, &mut d, n).map(|_| ())
            }
            56 if d.left() == 4 => {
                for field in [EGRESS_VLANID_TAG, EGRESS_VLANID_PAD, EGRESS_VLANID] {
                    cx.peek(field, &d, 4)?;
                }
                Ok(())
            }
            79 => {
                let n = d.left();
                cx.peek(EAP_FRAGMENT, &d, n)?;
                eap(cx, d)
            }
            _ => value(cx, &mut d, known),
        }
    })
}

/// Writes what an attribute says, where its type has a short text.
fn said(o: &mut Out<'_>, def: &requin_wire::FieldDef, known: &Attribute, bytes: &[u8]) {
    if matches!(known.kind, Kind::Time | Kind::Tagged(_)) {
        return;
    }
    let number = requin_wire::be(bytes.get(..4).unwrap_or_default());
    match def.kind {
        _ if known.field == USER_PASSWORD_ENCRYPTED => _ = o.s(" val=Encrypted"),
        FieldType::Str => _ = o.s(" val=").text(bytes),
        FieldType::Bytes => _ = o.s(" val=").hex_bytes(bytes, 0),
        FieldType::Ipv4 if bytes.len() == 4 => _ = o.s(" val=").ipv4(number as u32),
        FieldType::Ipv6 if bytes.len() == 16 => _ = o.s(" val=").ipv6(bytes),
        FieldType::U32 if bytes.len() == 4 => {
            match def.names.find(number) {
                Some(name) => o.s(" val=").s(name).s("(").u(number).s(")"),
                None => o.s(" val=").u(number),
            };
        }
        _ => (),
    }
}

/// EAP in an attribute: whole when it is not longer than one.
fn eap<S: Sink>(cx: &mut Cx<'_, S>, d: Cursor<'_>) -> Step {
    let whole = d.peek_u16(2).is_ok_and(|len| usize::from(len) == d.left());
    match cx.registry.find(requin_wire::Table::Ppp, 0xc227) {
        // The columns stay those of RADIUS.
        Some(id) if whole => match cx.quoted(|cx| cx.call_nested(id, d)) {
            Err(Stop::NotMine) => Ok(()),
            step => step,
        },
        _ => Ok(()),
    }
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, known: Option<&Attribute>) -> Step {
    let n = d.left();
    let Some(a) = known else {
        cx.bytes(UNKNOWN_ATTRIBUTE, d, n)?;
        return Ok(());
    };
    match a.kind {
        Kind::Time if n == 4 => {
            let secs = d.peek_u32(0)?;
            cx.add(a.field, d.span(4), Value::Time(i64::from(secs), 0));
            return Ok(());
        }
        Kind::Tagged(tag) => {
            let number = cx.registry.field(a.field).kind.is_uint();
            // Texts may go without the tag: their first byte says so.
            if number && n == 4 {
                cx.u8(tag, d)?;
                let raw = d.peek_uint(0, 3)?;
                cx.add(a.field, d.span(3), Value::U(raw));
                return Ok(());
            }
            if !number && d.peek_u8(0).is_ok_and(|b| b <= 0x1f) {
                cx.u8(tag, d)?;
            }
        }
        _ => (),
    }
    let n = d.left();
    let width = usize::from(cx.registry.field(a.field).kind.width());
    if width != 0 && width != n {
        return Ok(());
    }
    cx.field(a.field, d, n)?;
    Ok(())
}

/// Attributes of vendors, RFC 2865 section 5.26.
fn vendor<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>) -> Step {
    let id = cx.u32(AVP_VENDOR_ID, d)?;
    while d.left() >= 2 {
        let (kind, len) = (d.peek_u8(0)?, usize::from(d.peek_u8(1)?));
        if len < 2 || len > d.left() {
            break;
        }
        let (name, field): (&str, Field) = match (id, kind) {
            (9, 1) => ("Cisco-AVPair", CISCO_AVPAIR),
            (9, 116) => ("gw-rxd-cdn", GW_RXD_CDN),
            (311, 16) => ("MS-MPPE-Send-Key", MS_MPPE_SEND_KEY),
            (311, 17) => ("MS-MPPE-Recv-Key", MS_MPPE_RECV_KEY),
            (311, 35) => ("MS-RAS-Client-Version", MS_RAS_CLIENT_VERSION),
            (14179, 1) => ("Airespace-Wlan-Id", AIRESPACE_WLAN_ID),
            (14179, 6) => ("Airespace-ACL-Name", AIRESPACE_ACL_NAME),
            _ => ("Unknown-Attribute", UNKNOWN_ATTRIBUTE),
        };
        let item = cx.line(d.span(len), |o| {
            o.s("VSA: t=").s(name).s("(").u(kind).s(") l=").u(len as u64);
        });
        cx.under(item, |cx| -> Step {
            cx.u8(AVP_VENDOR_TYPE, d)?;
            cx.u8(AVP_VENDOR_LEN, d)?;
            let _: Span = d.span(0);
            cx.field(field, d, len - 2)?;
            Ok(())
        })?;
    }
    Ok(())
}
