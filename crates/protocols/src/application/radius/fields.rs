//! Fields of RADIUS, and the names of their values.

use super::{dissect, remember};
use requin_wire::{names, proto};

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
        AVP_VENDOR_ID "radius.avp.vendor_id" "Vendor ID": U32 Dec = crate::application::enterprises::ENTERPRISES;
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
        AVP_EXTENDED_MORE "radius.avp.extended_more" "Extended More": Bool(8) & 0x80;
        TUNNEL_PASSWORD_TAG "radius.Tunnel_Password.tag" "Tag": U8 Hex;
        CHAR_NOECHO "radius.Char_Noecho" "Char-Noecho": U32 Dec;
        CISCO_AVPAIR "radius.Cisco_AVPair" "Cisco-AVPair": Str;
        GW_RXD_CDN "radius.gw_rxd_cdn" "gw-rxd-cdn": Str;
        MS_MPPE_SEND_KEY "radius.MS_MPPE_Send_Key" "MS-MPPE-Send-Key": Bytes;
        MS_MPPE_RECV_KEY "radius.MS_MPPE_Recv_Key" "MS-MPPE-Recv-Key": Bytes;
        MS_RAS_CLIENT_VERSION "radius.MS_RAS_Client_Version" "MS-RAS-Client-Version": Str;
        AIRESPACE_WLAN_ID "radius.Airespace_Wlan_Id" "Airespace-Wlan-Id": U32 Dec;
        AIRESPACE_ACL_NAME "radius.Airespace_ACL_Name" "Airespace-ACL-Name": Str;
        CISCO_NAS_PORT "radius.Cisco_NAS_Port" "Cisco-NAS-Port": Str;
        CISCO_FAX_ACCOUNT_ID_ORIGIN "radius.Cisco_Fax_Account_Id_Origin" "Cisco-Fax-Account-Id-Origin": Str;
        CISCO_FAX_MSG_ID "radius.Cisco_Fax_Msg_Id" "Cisco-Fax-Msg-Id": Str;
        CISCO_FAX_PAGES "radius.Cisco_Fax_Pages" "Cisco-Fax-Pages": Str;
        CISCO_FAX_COVERPAGE_FLAG "radius.Cisco_Fax_Coverpage_Flag" "Cisco-Fax-Coverpage-Flag": Str;
        CISCO_FAX_MODEM_TIME "radius.Cisco_Fax_Modem_Time" "Cisco-Fax-Modem-Time": Str;
        CISCO_FAX_CONNECT_SPEED "radius.Cisco_Fax_Connect_Speed" "Cisco-Fax-Connect-Speed": Str;
        CISCO_FAX_RECIPIENT_COUNT "radius.Cisco_Fax_Recipient_Count" "Cisco-Fax-Recipient-Count": Str;
        CISCO_FAX_PROCESS_ABORT_FLAG "radius.Cisco_Fax_Process_Abort_Flag" "Cisco-Fax-Process-Abort-Flag": Str;
        CISCO_FAX_DSN_ADDRESS "radius.Cisco_Fax_Dsn_Address" "Cisco-Fax-Dsn-Address": Str;
        CISCO_FAX_DSN_FLAG "radius.Cisco_Fax_Dsn_Flag" "Cisco-Fax-Dsn-Flag": Str;
        CISCO_FAX_MDN_ADDRESS "radius.Cisco_Fax_Mdn_Address" "Cisco-Fax-Mdn-Address": Str;
        CISCO_FAX_MDN_FLAG "radius.Cisco_Fax_Mdn_Flag" "Cisco-Fax-Mdn-Flag": Str;
        CISCO_FAX_AUTH_STATUS "radius.Cisco_Fax_Auth_Status" "Cisco-Fax-Auth-Status": Str;
        CISCO_EMAIL_SERVER_ADDRESS "radius.Cisco_Email_Server_Address" "Cisco-Email-Server-Address": Str;
        CISCO_EMAIL_SERVER_ACK_FLAG "radius.Cisco_Email_Server_Ack_Flag" "Cisco-Email-Server-Ack-Flag": Str;
        CISCO_GATEWAY_ID "radius.Cisco_Gateway_Id" "Cisco-Gateway-Id": Str;
        CISCO_CALL_TYPE "radius.Cisco_Call_Type" "Cisco-Call-Type": Str;
        CISCO_PORT_USED "radius.Cisco_Port_Used" "Cisco-Port-Used": Str;
        CISCO_ABORT_CAUSE "radius.Cisco_Abort_Cause" "Cisco-Abort-Cause": Str;
        H323_REMOTE_ADDRESS "radius.h323_remote_address" "h323-remote-address": Str;
        H323_CONF_ID "radius.h323_conf_id" "h323-conf-id": Str;
        H323_SETUP_TIME "radius.h323_setup_time" "h323-setup-time": Str;
        H323_CALL_ORIGIN "radius.h323_call_origin" "h323-call-origin": Str;
        H323_CALL_TYPE "radius.h323_call_type" "h323-call-type": Str;
        H323_CONNECT_TIME "radius.h323_connect_time" "h323-connect-time": Str;
        H323_DISCONNECT_TIME "radius.h323_disconnect_time" "h323-disconnect-time": Str;
        H323_DISCONNECT_CAUSE "radius.h323_disconnect_cause" "h323-disconnect-cause": Str;
        H323_VOICE_QUALITY "radius.h323_voice_quality" "h323-voice-quality": Str;
        H323_GW_ID "radius.h323_gw_id" "h323-gw-id": Str;
        H323_INCOMING_CONF_ID "radius.h323_incoming_conf_id" "h323-incoming-conf-id": Str;
        CISCO_POLICY_UP "radius.Cisco_Policy_Up" "Cisco-Policy-Up": Str;
        CISCO_POLICY_DOWN "radius.Cisco_Policy_Down" "Cisco-Policy-Down": Str;
        SIP_CONF_ID "radius.sip_conf_id" "sip-conf-id": Str;
        H323_CREDIT_AMOUNT "radius.h323_credit_amount" "h323-credit-amount": Str;
        H323_CREDIT_TIME "radius.h323_credit_time" "h323-credit-time": Str;
        H323_RETURN_CODE "radius.h323_return_code" "h323-return-code": Str;
        H323_PROMPT_ID "radius.h323_prompt_id" "h323-prompt-id": Str;
        H323_TIME_AND_DAY "radius.h323_time_and_day" "h323-time-and-day": Str;
        H323_REDIRECT_NUMBER "radius.h323_redirect_number" "h323-redirect-number": Str;
        H323_PREFERRED_LANG "radius.h323_preferred_lang" "h323-preferred-lang": Str;
        H323_REDIRECT_IP_ADDRESS "radius.h323_redirect_ip_address" "h323-redirect-ip-address": Str;
        H323_BILLING_MODEL "radius.h323_billing_model" "h323-billing-model": Str;
        H323_CURRENCY "radius.h323_currency" "h323-currency": Str;
        SUBSCRIBER "radius.subscriber" "subscriber": Str;
        GW_FINAL_XLATED_CDN "radius.gw_final_xlated_cdn" "gw-final-xlated-cdn": Str;
        REMOTE_MEDIA_ADDRESS "radius.remote_media_address" "remote-media-address": Str;
        RELEASE_SOURCE "radius.release_source" "release-source": Str;
        GW_RXD_CGN "radius.gw_rxd_cgn" "gw-rxd-cgn": Str;
        GW_FINAL_XLATED_CGN "radius.gw_final_xlated_cgn" "gw-final-xlated-cgn": Str;
        CALL_ID "radius.call_id" "call-id": Str;
        SESSION_PROTOCOL "radius.session_protocol" "session-protocol": Str;
        METHOD "radius.method" "method": Str;
        PREV_HOP_VIA "radius.prev_hop_via" "prev-hop-via": Str;
        PREV_HOP_IP "radius.prev_hop_ip" "prev-hop-ip": Str;
        INCOMING_REQ_URI "radius.incoming_req_uri" "incoming-req-uri": Str;
        OUTGOING_REQ_URI "radius.outgoing_req_uri" "outgoing-req-uri": Str;
        NEXT_HOP_IP "radius.next_hop_ip" "next-hop-ip": Str;
        NEXT_HOP_DN "radius.next_hop_dn" "next-hop-dn": Str;
        SIP_HDR "radius.sip_hdr" "sip-hdr": Str;
        DSP_ID "radius.dsp_id" "dsp-id": Str;
        CISCO_MULTILINK_ID "radius.Cisco_Multilink_ID" "Cisco-Multilink-ID": U32 Dec;
        CISCO_NUM_IN_MULTILINK "radius.Cisco_Num_In_Multilink" "Cisco-Num-In-Multilink": U32 Dec;
        CISCO_PRE_INPUT_OCTETS "radius.Cisco_Pre_Input_Octets" "Cisco-Pre-Input-Octets": U32 Dec;
        CISCO_PRE_OUTPUT_OCTETS "radius.Cisco_Pre_Output_Octets" "Cisco-Pre-Output-Octets": U32 Dec;
        CISCO_PRE_INPUT_PACKETS "radius.Cisco_Pre_Input_Packets" "Cisco-Pre-Input-Packets": U32 Dec;
        CISCO_PRE_OUTPUT_PACKETS "radius.Cisco_Pre_Output_Packets" "Cisco-Pre-Output-Packets": U32 Dec;
        CISCO_MAXIMUM_TIME "radius.Cisco_Maximum_Time" "Cisco-Maximum-Time": U32 Dec;
        CISCO_DISCONNECT_CAUSE "radius.Cisco_Disconnect_Cause" "Cisco-Disconnect-Cause": U32 Dec = CISCO_DISCONNECT_CAUSE_NAMES;
        CISCO_DATA_RATE "radius.Cisco_Data_Rate" "Cisco-Data-Rate": U32 Dec;
        CISCO_PRESESSION_TIME "radius.Cisco_PreSession_Time" "Cisco-PreSession-Time": U32 Dec;
        CISCO_PW_LIFETIME "radius.Cisco_PW_Lifetime" "Cisco-PW-Lifetime": U32 Dec;
        CISCO_IP_DIRECT "radius.Cisco_IP_Direct" "Cisco-IP-Direct": U32 Dec;
        CISCO_PPP_VJ_SLOT_COMP "radius.Cisco_PPP_VJ_Slot_Comp" "Cisco-PPP-VJ-Slot-Comp": U32 Dec;
        CISCO_PPP_ASYNC_MAP "radius.Cisco_PPP_Async_Map" "Cisco-PPP-Async-Map": U32 Dec;
        CISCO_IP_POOL_DEFINITION "radius.Cisco_IP_Pool_Definition" "Cisco-IP-Pool-Definition": Str;
        CISCO_ASSIGN_IP_POOL "radius.Cisco_Assign_IP_Pool" "Cisco-Assign-IP-Pool": U32 Dec;
        CISCO_ROUTE_IP "radius.Cisco_Route_IP" "Cisco-Route-IP": U32 Dec;
        CISCO_LINK_COMPRESSION "radius.Cisco_Link_Compression" "Cisco-Link-Compression": U32 Dec;
        CISCO_TARGET_UTIL "radius.Cisco_Target_Util" "Cisco-Target-Util": U32 Dec;
        CISCO_MAXIMUM_CHANNELS "radius.Cisco_Maximum_Channels" "Cisco-Maximum-Channels": U32 Dec;
        CISCO_DATA_FILTER "radius.Cisco_Data_Filter" "Cisco-Data-Filter": U32 Dec;
        CISCO_CALL_FILTER "radius.Cisco_Call_Filter" "Cisco-Call-Filter": U32 Dec;
        CISCO_IDLE_LIMIT "radius.Cisco_Idle_Limit" "Cisco-Idle-Limit": U32 Dec;
        CISCO_SUBSCRIBER_PASSWORD "radius.Cisco_Subscriber_Password" "Cisco-Subscriber-Password": Str;
        CISCO_ACCOUNT_INFO "radius.Cisco_Account_Info" "Cisco-Account-Info": Str;
        CISCO_SERVICE_INFO "radius.Cisco_Service_Info" "Cisco-Service-Info": Str;
        CISCO_COMMAND_CODE "radius.Cisco_Command_Code" "Cisco-Command-Code": Str;
        CISCO_CONTROL_INFO "radius.Cisco_Control_Info" "Cisco-Control-Info": Str;
        CISCO_XMIT_RATE "radius.Cisco_Xmit_Rate" "Cisco-Xmit-Rate": U32 Dec;
        MS_CHAP_RESPONSE "radius.MS_CHAP_Response" "MS-CHAP-Response": Bytes;
        MS_CHAP_ERROR "radius.MS_CHAP_Error" "MS-CHAP-Error": Str;
        MS_CHAP_CPW_1 "radius.MS_CHAP_CPW_1" "MS-CHAP-CPW-1": Bytes;
        MS_CHAP_CPW_2 "radius.MS_CHAP_CPW_2" "MS-CHAP-CPW-2": Bytes;
        MS_CHAP_LM_ENC_PW "radius.MS_CHAP_LM_Enc_PW" "MS-CHAP-LM-Enc-PW": Bytes;
        MS_CHAP_NT_ENC_PW "radius.MS_CHAP_NT_Enc_PW" "MS-CHAP-NT-Enc-PW": Bytes;
        MS_MPPE_ENCRYPTION_POLICY "radius.MS_MPPE_Encryption_Policy" "MS-MPPE-Encryption-Policy": U32 Dec = MS_MPPE_ENCRYPTION_POLICY_NAMES;
        MS_MPPE_ENCRYPTION_TYPES "radius.MS_MPPE_Encryption_Types" "MS-MPPE-Encryption-Types": U32 Dec = MS_MPPE_ENCRYPTION_TYPES_NAMES;
        MS_RAS_VENDOR "radius.MS_RAS_Vendor" "MS-RAS-Vendor": U32 Dec;
        MS_CHAP_DOMAIN "radius.MS_CHAP_Domain" "MS-CHAP-Domain": Str;
        MS_CHAP_CHALLENGE "radius.MS_CHAP_Challenge" "MS-CHAP-Challenge": Bytes;
        MS_CHAP_MPPE_KEYS "radius.MS_CHAP_MPPE_Keys" "MS-CHAP-MPPE-Keys": Bytes;
        MS_BAP_USAGE "radius.MS_BAP_Usage" "MS-BAP-Usage": U32 Dec = MS_BAP_USAGE_NAMES;
        MS_LINK_UTILIZATION_THRESHOLD "radius.MS_Link_Utilization_Threshold" "MS-Link-Utilization-Threshold": U32 Dec;
        MS_LINK_DROP_TIME_LIMIT "radius.MS_Link_Drop_Time_Limit" "MS-Link-Drop-Time-Limit": U32 Dec;
        MS_RAS_VERSION "radius.MS_RAS_Version" "MS-RAS-Version": Str;
        MS_OLD_ARAP_PASSWORD "radius.MS_Old_ARAP_Password" "MS-Old-ARAP-Password": Bytes;
        MS_NEW_ARAP_PASSWORD "radius.MS_New_ARAP_Password" "MS-New-ARAP-Password": Bytes;
        MS_ARAP_PW_CHANGE_REASON "radius.MS_ARAP_PW_Change_Reason" "MS-ARAP-PW-Change-Reason": U32 Dec = MS_ARAP_PW_CHANGE_REASON_NAMES;
        MS_FILTER "radius.MS_Filter" "MS-Filter": Bytes;
        MS_ACCT_AUTH_TYPE "radius.MS_Acct_Auth_Type" "MS-Acct-Auth-Type": U32 Dec = MS_ACCT_AUTH_TYPE_NAMES;
        MS_ACCT_EAP_TYPE "radius.MS_Acct_EAP_Type" "MS-Acct-EAP-Type": U32 Dec = MS_ACCT_EAP_TYPE_NAMES;
        MS_CHAP2_RESPONSE "radius.MS_CHAP2_Response" "MS-CHAP2-Response": Bytes;
        MS_CHAP2_SUCCESS "radius.MS_CHAP2_Success" "MS-CHAP2-Success": Bytes;
        MS_CHAP2_CPW "radius.MS_CHAP2_CPW" "MS-CHAP2-CPW": Bytes;
        MS_PRIMARY_DNS_SERVER "radius.MS_Primary_DNS_Server" "MS-Primary-DNS-Server": Ipv4;
        MS_SECONDARY_DNS_SERVER "radius.MS_Secondary_DNS_Server" "MS-Secondary-DNS-Server": Ipv4;
        MS_PRIMARY_NBNS_SERVER "radius.MS_Primary_NBNS_Server" "MS-Primary-NBNS-Server": Ipv4;
        MS_SECONDARY_NBNS_SERVER "radius.MS_Secondary_NBNS_Server" "MS-Secondary-NBNS-Server": Ipv4;
        MS_RAS_CLIENT_NAME "radius.MS_RAS_Client_Name" "MS-RAS-Client-Name": Str;
        MS_QUARANTINE_IPFILTER "radius.MS_Quarantine_IPFilter" "MS-Quarantine-IPFilter": Bytes;
        MS_QUARANTINE_SESSION_TIMEOUT "radius.MS_Quarantine_Session_Timeout" "MS-Quarantine-Session-Timeout": U32 Dec;
        MS_USER_SECURITY_IDENTITY "radius.MS_User_Security_Identity" "MS-User-Security-Identity": Str;
        MS_IDENTITY_TYPE "radius.MS_Identity_Type" "MS-Identity-Type": U32 Dec = MS_IDENTITY_TYPE_NAMES;
        MS_SERVICE_CLASS "radius.MS_Service_Class" "MS-Service-Class": Str;
        MS_QUARANTINE_USER_CLASS "radius.MS_Quarantine_User_Class" "MS-Quarantine-User-Class": Str;
        MS_QUARANTINE_STATE "radius.MS_Quarantine_State" "MS-Quarantine-State": U32 Dec = MS_QUARANTINE_STATE_NAMES;
        MS_QUARANTINE_GRACE_TIME "radius.MS_Quarantine_Grace_Time" "MS-Quarantine-Grace-Time": U32 Dec;
        MS_NETWORK_ACCESS_SERVER_TYPE "radius.MS_Network_Access_Server_Type" "MS-Network-Access-Server-Type": U32 Dec = MS_NETWORK_ACCESS_SERVER_TYPE_NAMES;
        MS_AFW_ZONE "radius.MS_AFW_Zone" "MS-AFW-Zone": U32 Dec = MS_AFW_ZONE_NAMES;
        MS_AFW_PROTECTION_LEVEL "radius.MS_AFW_Protection_Level" "MS-AFW-Protection-Level": U32 Dec = MS_AFW_PROTECTION_LEVEL_NAMES;
        MS_MACHINE_NAME "radius.MS_Machine_Name" "MS-Machine-Name": Str;
        MS_IPV6_FILTER "radius.MS_IPv6_Filter" "MS-IPv6-Filter": Bytes;
        MS_IPV4_REMEDIATION_SERVERS "radius.MS_IPv4_Remediation_Servers" "MS-IPv4-Remediation-Servers": Bytes;
        MS_IPV6_REMEDIATION_SERVERS "radius.MS_IPv6_Remediation_Servers" "MS-IPv6-Remediation-Servers": Bytes;
        MS_RNAP_NOT_QUARANTINE_CAPABLE "radius.MS_RNAP_Not_Quarantine_Capable" "MS-RNAP-Not-Quarantine-Capable": U32 Dec = MS_RNAP_NOT_QUARANTINE_CAPABLE_NAMES;
        MS_QUARANTINE_SOH "radius.MS_Quarantine_SOH" "MS-Quarantine-SOH": Bytes;
        MS_RAS_CORRELATION "radius.MS_RAS_Correlation" "MS-RAS-Correlation": Bytes;
        MS_EXTENDED_QUARANTINE_STATE "radius.MS_Extended_Quarantine_State" "MS-Extended-Quarantine-State": U32 Dec = MS_EXTENDED_QUARANTINE_STATE_NAMES;
        MS_HCAP_USER_GROUPS "radius.MS_HCAP_User_Groups" "MS-HCAP-User-Groups": Str;
        MS_HCAP_LOCATION_GROUP_NAME "radius.MS_HCAP_Location_Group_Name" "MS-HCAP-Location-Group-Name": Str;
        MS_HCAP_USER_NAME "radius.MS_HCAP_User_Name" "MS-HCAP-User-Name": Str;
        MS_USER_IPV4_ADDRESS "radius.MS_User_IPv4_Address" "MS-User-IPv4-Address": Ipv4;
        MS_USER_IPV6_ADDRESS "radius.MS_User_IPv6_Address" "MS-User-IPv6-Address": Ipv6;
        MS_TSG_DEVICE_REDIRECTION "radius.MS_TSG_Device_Redirection" "MS-TSG-Device-Redirection": U32 Dec;
        JUNIPER_LOCAL_USER_NAME "radius.Juniper_Local_User_Name" "Juniper-Local-User-Name": Str;
        JUNIPER_ALLOW_COMMANDS "radius.Juniper_Allow_Commands" "Juniper-Allow-Commands": Str;
        JUNIPER_DENY_COMMANDS "radius.Juniper_Deny_Commands" "Juniper-Deny-Commands": Str;
        JUNIPER_ALLOW_CONFIGURATION "radius.Juniper_Allow_Configuration" "Juniper-Allow-Configuration": Str;
        JUNIPER_DENY_CONFIGURATION "radius.Juniper_Deny_Configuration" "Juniper-Deny-Configuration": Str;
        JUNIPER_INTERACTIVE_COMMAND "radius.Juniper_Interactive_Command" "Juniper-Interactive-Command": Str;
        JUNIPER_CONFIGURATION_CHANGE "radius.Juniper_Configuration_Change" "Juniper-Configuration-Change": Str;
        JUNIPER_USER_PERMISSIONS "radius.Juniper_User_Permissions" "Juniper-User-Permissions": Str;
        JUNIPER_JUNOSSPACE_PROFILE "radius.Juniper_Junosspace_Profile" "Juniper-Junosspace-Profile": Str;
        JUNIPER_CTP_GROUP "radius.Juniper_CTP_Group" "Juniper-CTP-Group": U32 Dec = JUNIPER_CTP_GROUP_NAMES;
        JUNIPER_CTPVIEW_APP_GROUP "radius.Juniper_CTPView_APP_Group" "Juniper-CTPView-APP-Group": U32 Dec = JUNIPER_CTPVIEW_APP_GROUP_NAMES;
        JUNIPER_CTPVIEW_OS_GROUP "radius.Juniper_CTPView_OS_Group" "Juniper-CTPView-OS-Group": U32 Dec = JUNIPER_CTPVIEW_OS_GROUP_NAMES;
        JUNIPER_PRIMARY_DNS "radius.Juniper_Primary_Dns" "Juniper-Primary-Dns": Ipv4;
        JUNIPER_PRIMARY_WINS "radius.Juniper_Primary_Wins" "Juniper-Primary-Wins": Ipv4;
        JUNIPER_SECONDARY_DNS "radius.Juniper_Secondary_Dns" "Juniper-Secondary-Dns": Ipv4;
        JUNIPER_SECONDARY_WINS "radius.Juniper_Secondary_Wins" "Juniper-Secondary-Wins": Ipv4;
        JUNIPER_INTERFACE_ID "radius.Juniper_Interface_id" "Juniper-Interface-id": Str;
        JUNIPER_IP_POOL_NAME "radius.Juniper_Ip_Pool_Name" "Juniper-Ip-Pool-Name": Str;
        JUNIPER_KEEP_ALIVE "radius.Juniper_Keep_Alive" "Juniper-Keep-Alive": U32 Dec;
        JUNIPER_COS_TRAFFIC_CONTROL_PROFILE "radius.Juniper_CoS_Traffic_Control_Profile" "Juniper-CoS-Traffic-Control-Profile": Str;
        JUNIPER_COS_PARAMETER "radius.Juniper_CoS_Parameter" "Juniper-CoS-Parameter": Str;
        JUNIPER_ENCAPSULATION_OVERHEAD "radius.Juniper_encapsulation_overhead" "Juniper-encapsulation-overhead": U32 Dec;
        JUNIPER_CELL_OVERHEAD "radius.Juniper_cell_overhead" "Juniper-cell-overhead": U32 Dec;
        JUNIPER_TX_CONNECT_SPEED "radius.Juniper_tx_connect_speed" "Juniper-tx-connect-speed": U32 Dec;
        JUNIPER_RX_CONNECT_SPEED "radius.Juniper_rx_connect_speed" "Juniper-rx-connect-speed": U32 Dec;
        JUNIPER_FIREWALL_FILTER_NAME "radius.Juniper_Firewall_filter_name" "Juniper-Firewall-filter-name": Str;
        JUNIPER_POLICER_PARAMETER "radius.Juniper_Policer_Parameter" "Juniper-Policer-Parameter": Str;
        JUNIPER_LOCAL_GROUP_NAME "radius.Juniper_Local_Group_Name" "Juniper-Local-Group-Name": Str;
        JUNIPER_LOCAL_INTERFACE "radius.Juniper_Local_Interface" "Juniper-Local-Interface": Str;
        JUNIPER_SWITCHING_FILTER "radius.Juniper_Switching_Filter" "Juniper-Switching-Filter": Str;
        JUNIPER_VOIP_VLAN "radius.Juniper_VoIP_Vlan" "Juniper-VoIP-Vlan": Str;
        ADSL_AGENT_CIRCUIT_ID "radius.ADSL_Agent_Circuit_Id" "ADSL-Agent-Circuit-Id": Str;
        ADSL_AGENT_REMOTE_ID "radius.ADSL_Agent_Remote_Id" "ADSL-Agent-Remote-Id": Str;
        ACTUAL_DATA_RATE_UPSTREAM "radius.Actual_Data_Rate_Upstream" "Actual-Data-Rate-Upstream": U32 Dec;
        ACTUAL_DATA_RATE_DOWNSTREAM "radius.Actual_Data_Rate_Downstream" "Actual-Data-Rate-Downstream": U32 Dec;
        MINIMUM_DATA_RATE_UPSTREAM "radius.Minimum_Data_Rate_Upstream" "Minimum-Data-Rate-Upstream": U32 Dec;
        MINIMUM_DATA_RATE_DOWNSTREAM "radius.Minimum_Data_Rate_Downstream" "Minimum-Data-Rate-Downstream": U32 Dec;
        ATTAINABLE_DATA_RATE_UPSTREAM "radius.Attainable_Data_Rate_Upstream" "Attainable-Data-Rate-Upstream": U32 Dec;
        ATTAINABLE_DATA_RATE_DOWNSTREAM "radius.Attainable_Data_Rate_Downstream" "Attainable-Data-Rate-Downstream": U32 Dec;
        MAXIMUM_DATA_RATE_UPSTREAM "radius.Maximum_Data_Rate_Upstream" "Maximum-Data-Rate-Upstream": U32 Dec;
        MAXIMUM_DATA_RATE_DOWNSTREAM "radius.Maximum_Data_Rate_Downstream" "Maximum-Data-Rate-Downstream": U32 Dec;
        MINIMUM_DATA_RATE_UPSTREAM_LOW_POWER "radius.Minimum_Data_Rate_Upstream_Low_Power" "Minimum-Data-Rate-Upstream-Low-Power": U32 Dec;
        MINIMUM_DATA_RATE_DOWNSTREAM_LOW_POWER "radius.Minimum_Data_Rate_Downstream_Low_Power" "Minimum-Data-Rate-Downstream-Low-Power": U32 Dec;
        MAXIMUM_INTERLEAVING_DELAY_UPSTREAM "radius.Maximum_Interleaving_Delay_Upstream" "Maximum-Interleaving-Delay-Upstream": U32 Dec;
        ACTUAL_INTERLEAVING_DELAY_UPSTREAM "radius.Actual_Interleaving_Delay_Upstream" "Actual-Interleaving-Delay-Upstream": U32 Dec;
        MAXIMUM_INTERLEAVING_DELAY_DOWNSTREAM "radius.Maximum_Interleaving_Delay_Downstream" "Maximum-Interleaving-Delay-Downstream": U32 Dec;
        ACTUAL_INTERLEAVING_DELAY_DOWNSTREAM "radius.Actual_Interleaving_Delay_Downstream" "Actual-Interleaving-Delay-Downstream": U32 Dec;
        ACCESS_LOOP_ENCAPSULATION "radius.Access_Loop_Encapsulation" "Access-Loop-Encapsulation": Bytes;
        IWF_SESSION "radius.IWF_Session" "IWF-Session": Bytes;
        T3GPP_IMSI "radius.3GPP_IMSI" "3GPP-IMSI": Str;
        T3GPP_CHARGING_ID "radius.3GPP_Charging_ID" "3GPP-Charging-ID": U32 Dec;
        T3GPP_PDP_TYPE "radius.3GPP_PDP_Type" "3GPP-PDP-Type": U32 Dec = T3GPP_PDP_TYPE_NAMES;
        T3GPP_CHARGING_GATEWAY_ADDRESS "radius.3GPP_Charging_Gateway_Address" "3GPP-Charging-Gateway-Address": Ipv4;
        T3GPP_SGSN_ADDRESS "radius.3GPP_SGSN_Address" "3GPP-SGSN-Address": Ipv4;
        T3GPP_GGSN_ADDRESS "radius.3GPP_GGSN_Address" "3GPP-GGSN-Address": Ipv4;
        T3GPP_IMSI_MCC_MNC "radius.3GPP_IMSI_MCC_MNC" "3GPP-IMSI-MCC-MNC": Str;
        T3GPP_GGSN_MCC_MNC "radius.3GPP_GGSN_MCC_MNC" "3GPP-GGSN-MCC-MNC": Str;
        T3GPP_NSAPI "radius.3GPP_NSAPI" "3GPP-NSAPI": Str;
        T3GPP_SESSION_STOP_INDICATOR "radius.3GPP_Session_Stop_Indicator" "3GPP-Session-Stop-Indicator": Bytes;
        T3GPP_CHARGING_CHARACTERISTICS "radius.3GPP_Charging_Characteristics" "3GPP-Charging-Characteristics": Str;
        T3GPP_CHARGING_GATEWAY_IPV6_ADDRESS "radius.3GPP_Charging_Gateway_IPv6_Address" "3GPP-Charging-Gateway-IPv6-Address": Ipv6;
        T3GPP_SGSN_IPV6_ADDRESS "radius.3GPP_SGSN_IPv6_Address" "3GPP-SGSN-IPv6-Address": Ipv6;
        T3GPP_GGSN_IPV6_ADDRESS "radius.3GPP_GGSN_IPv6_Address" "3GPP-GGSN-IPv6-Address": Ipv6;
        T3GPP_IPV6_DNS_SERVERS "radius.3GPP_IPv6_DNS_Servers" "3GPP-IPv6-DNS-Servers": Bytes;
        T3GPP_SGSN_MCC_MNC "radius.3GPP_SGSN_MCC_MNC" "3GPP-SGSN-MCC-MNC": Str;
        T3GPP_TEARDOWN_INDICATOR "radius.3GPP_Teardown_Indicator" "3GPP-Teardown-Indicator": Bytes;
        T3GPP_IMEISV "radius.3GPP_IMEISV" "3GPP-IMEISV": Str;
        T3GPP_RAT_TYPE "radius.3GPP_RAT_Type" "3GPP-RAT-Type": U32 Dec = T3GPP_RAT_TYPE_NAMES;
        T3GPP_CAMEL_CHARGING_INFO "radius.3GPP_Camel_Charging_Info" "3GPP-Camel-Charging-Info": Bytes;
        T3GPP_PACKET_FILTER "radius.3GPP_Packet_Filter" "3GPP-Packet-Filter": Bytes;
        T3GPP_NEGOTIATED_DSCP "radius.3GPP_Negotiated_DSCP" "3GPP-Negotiated-DSCP": U32 Dec;
        T3GPP_ALLOCATE_IP_TYPE "radius.3GPP_Allocate_IP_Type" "3GPP-Allocate-IP-Type": U32 Dec = T3GPP_ALLOCATE_IP_TYPE_NAMES;
        EXTERNAL_IDENTIFIER "radius.External_Identifier" "External-Identifier": Bytes;
        TWAN_IDENTIFIER "radius.TWAN_Identifier" "TWAN-Identifier": Bytes;
        T3GPP_USER_LOCATION_INFO_TIME "radius.3GPP_User_Location_Info_Time" "3GPP-User-Location-Info-Time": Bytes;
        T3GPP_SECONDARY_RAT_USAGE "radius.3GPP_Secondary_RAT_Usage" "3GPP-Secondary-RAT-Usage": Bytes;
        T3GPP_UE_LOCAL_IP_ADDRESS "radius.3GPP_UE_Local_IP_Address" "3GPP-UE-Local-IP-Address": Bytes;
        T3GPP_UE_SOURCE_PORT "radius.3GPP_UE_Source_Port" "3GPP-UE-Source-Port": Bytes;
        T3GPP_NOTIFICATION "radius.3GPP_Notification" "3GPP-Notification": Bytes;
        T3GPP_UE_MAC_ADDRESS "radius.3GPP_UE_MAC_Address" "3GPP-UE-MAC-Address": Bytes;
        T3GPP_AUTHORIZATION_REFERENCE "radius.3GPP_Authorization_Reference" "3GPP-Authorization-Reference": Bytes;
        T3GPP_POLICY_REFERENCE "radius.3GPP_Policy_Reference" "3GPP-Policy-Reference": Bytes;
        T3GPP_SESSION_AMBR "radius.3GPP_Session_AMBR" "3GPP-Session-AMBR": Bytes;
        T3GPP_NAI "radius.3GPP_NAI" "3GPP-NAI": Bytes;
        T3GPP_IP_ADDRESS_POOL_INFO "radius.3GPP_IP_Address_Pool_Info" "3GPP-IP-Address-Pool-Info": Bytes;
        T3GPP_VLAN_ID "radius.3GPP_VLAN_Id" "3GPP-VLAN-Id": Bytes;
        T3GPP_TNAP_IDENTIFIER "radius.3GPP_TNAP_Identifier" "3GPP-TNAP-Identifier": Bytes;
        T3GPP_HFC_NODEID "radius.3GPP_HFC_NodeId" "3GPP-HFC-NodeId": Bytes;
        T3GPP_GLI "radius.3GPP_GLI" "3GPP-GLI": Bytes;
        T3GPP_LINE_TYPE "radius.3GPP_Line_Type" "3GPP-Line-Type": Bytes;
        T3GPP_NID "radius.3GPP_NID" "3GPP-NID": Bytes;
        T3GPP_SESSION_S_NSSAI "radius.3GPP_Session_S_NSSAI" "3GPP-Session-S-NSSAI": Bytes;
        T3GPP_CHF_FQDN "radius.3GPP_CHF_FQDN" "3GPP-CHF-FQDN": Str;
        T3GPP_SERVING_NF_FQDN "radius.3GPP_Serving_NF_FQDN" "3GPP-Serving-NF-FQDN": Str;
        T3GPP_SESSION_ID "radius.3GPP_Session_Id" "3GPP-Session-Id": Bytes;
        T3GPP_GCI "radius.3GPP_GCI" "3GPP-GCI": Bytes;
        FORTINET_GROUP_NAME "radius.Fortinet_Group_Name" "Fortinet-Group-Name": Str;
        FORTINET_CLIENT_IP_ADDRESS "radius.Fortinet_Client_IP_Address" "Fortinet-Client-IP-Address": Ipv4;
        FORTINET_VDOM_NAME "radius.Fortinet_Vdom_Name" "Fortinet-Vdom-Name": Str;
        FORTINET_CLIENT_IPV6_ADDRESS "radius.Fortinet_Client_IPv6_Address" "Fortinet-Client-IPv6-Address": Bytes;
        FORTINET_INTERFACE_NAME "radius.Fortinet_Interface_Name" "Fortinet-Interface-Name": Str;
        FORTINET_ACCESS_PROFILE "radius.Fortinet_Access_Profile" "Fortinet-Access-Profile": Str;
        WISPR_LOCATION_ID "radius.WISPr_Location_ID" "WISPr-Location-ID": Str;
        WISPR_LOCATION_NAME "radius.WISPr_Location_Name" "WISPr-Location-Name": Str;
        WISPR_LOGOFF_URL "radius.WISPr_Logoff_URL" "WISPr-Logoff-URL": Str;
        WISPR_REDIRECTION_URL "radius.WISPr_Redirection_URL" "WISPr-Redirection-URL": Str;
        WISPR_BANDWIDTH_MIN_UP "radius.WISPr_Bandwidth_Min_Up" "WISPr-Bandwidth-Min-Up": U32 Dec;
        WISPR_BANDWIDTH_MIN_DOWN "radius.WISPr_Bandwidth_Min_Down" "WISPr-Bandwidth-Min-Down": U32 Dec;
        WISPR_BANDWIDTH_MAX_UP "radius.WISPr_Bandwidth_Max_Up" "WISPr-Bandwidth-Max-Up": U32 Dec;
        WISPR_BANDWIDTH_MAX_DOWN "radius.WISPr_Bandwidth_Max_Down" "WISPr-Bandwidth-Max-Down": U32 Dec;
        WISPR_SESSION_TERMINATE_TIME "radius.WISPr_Session_Terminate_Time" "WISPr-Session-Terminate-Time": Str;
        WISPR_SESSION_TERMINATE_END_OF_DAY "radius.WISPr_Session_Terminate_End_Of_Day" "WISPr-Session-Terminate-End-Of-Day": Str;
        WISPR_BILLING_CLASS_OF_SERVICE "radius.WISPr_Billing_Class_Of_Service" "WISPr-Billing-Class-Of-Service": Str;
        AIRESPACE_QOS_LEVEL "radius.Airespace_QOS_Level" "Airespace-QOS-Level": U32 Dec = AIRESPACE_QOS_LEVEL_NAMES;
        AIRESPACE_DSCP "radius.Airespace_DSCP" "Airespace-DSCP": U32 Dec;
        AIRESPACE_8021P_TAG "radius.Airespace_8021p_Tag" "Airespace-8021p-Tag": U32 Dec;
        AIRESPACE_INTERFACE_NAME "radius.Airespace_Interface_Name" "Airespace-Interface-Name": Str;
        AIRESPACE_DATA_BANDWIDTH_AVERAGE_CONTRACT "radius.Airespace_Data_Bandwidth_Average_Contract" "Airespace-Data-Bandwidth-Average-Contract": U32 Dec;
        AIRESPACE_REAL_TIME_BANDWIDTH_AVERAGE_CONTRACT "radius.Airespace_Real_Time_Bandwidth_Average_Contract" "Airespace-Real-Time-Bandwidth-Average-Contract": U32 Dec;
        AIRESPACE_DATA_BANDWIDTH_BURST_CONTRACT "radius.Airespace_Data_Bandwidth_Burst_Contract" "Airespace-Data-Bandwidth-Burst-Contract": U32 Dec;
        AIRESPACE_REAL_TIME_BANDWIDTH_BURST_CONTRACT "radius.Airespace_Real_Time_Bandwidth_Burst_Contract" "Airespace-Real-Time-Bandwidth-Burst-Contract": U32 Dec;
        AIRESPACE_GUEST_ROLE_NAME "radius.Airespace_Guest_Role_Name" "Airespace-Guest-Role-Name": Str;
        AIRESPACE_DATA_BANDWIDTH_AVERAGE_CONTRACT_UPSTREAM "radius.Airespace_Data_Bandwidth_Average_Contract_Upstream" "Airespace-Data-Bandwidth-Average-Contract-Upstream": U32 Dec;
        AIRESPACE_REAL_TIME_BANDWIDTH_AVERAGE_CONTRACT_UPSTREAM "radius.Airespace_Real_Time_Bandwidth_Average_Contract_Upstream" "Airespace-Real-Time-Bandwidth-Average-Contract-Upstream": U32 Dec;
        AIRESPACE_DATA_BANDWIDTH_BURST_CONTRACT_UPSTREAM "radius.Airespace_Data_Bandwidth_Burst_Contract_Upstream" "Airespace-Data-Bandwidth-Burst-Contract-Upstream": U32 Dec;
        AIRESPACE_REAL_TIME_BANDWIDTH_BURST_CONTRACT_UPSTREAM "radius.Airespace_Real_Time_Bandwidth_Burst_Contract_Upstream" "Airespace-Real-Time-Bandwidth-Burst-Contract-Upstream": U32 Dec;
        ARUBA_USER_ROLE "radius.Aruba_User_Role" "Aruba-User-Role": Str;
        ARUBA_USER_VLAN "radius.Aruba_User_Vlan" "Aruba-User-Vlan": U32 Dec;
        ARUBA_PRIV_ADMIN_USER "radius.Aruba_Priv_Admin_User" "Aruba-Priv-Admin-User": U32 Dec;
        ARUBA_ADMIN_ROLE "radius.Aruba_Admin_Role" "Aruba-Admin-Role": Str;
        ARUBA_ESSID_NAME "radius.Aruba_Essid_Name" "Aruba-Essid-Name": Str;
        ARUBA_LOCATION_ID "radius.Aruba_Location_Id" "Aruba-Location-Id": Str;
        ARUBA_PORT_IDENTIFIER "radius.Aruba_Port_Identifier" "Aruba-Port-Identifier": Str;
        ARUBA_MMS_USER_TEMPLATE "radius.Aruba_MMS_User_Template" "Aruba-MMS-User-Template": Str;
        ARUBA_NAMED_USER_VLAN "radius.Aruba_Named_User_Vlan" "Aruba-Named-User-Vlan": Str;
        ARUBA_AP_GROUP "radius.Aruba_AP_Group" "Aruba-AP-Group": Str;
        ARUBA_FRAMED_IPV6_ADDRESS "radius.Aruba_Framed_IPv6_Address" "Aruba-Framed-IPv6-Address": Str;
        ARUBA_DEVICE_TYPE "radius.Aruba_Device_Type" "Aruba-Device-Type": Str;
        ARUBA_AP_NAME "radius.Aruba_AP_Name" "Aruba-AP-Name": Str;
        ARUBA_NO_DHCP_FINGERPRINT "radius.Aruba_No_DHCP_Fingerprint" "Aruba-No-DHCP-Fingerprint": U32 Dec;
        ARUBA_MDPS_DEVICE_UDID "radius.Aruba_Mdps_Device_Udid" "Aruba-Mdps-Device-Udid": Str;
        ARUBA_MDPS_DEVICE_IMEI "radius.Aruba_Mdps_Device_Imei" "Aruba-Mdps-Device-Imei": Str;
        ARUBA_MDPS_DEVICE_ICCID "radius.Aruba_Mdps_Device_Iccid" "Aruba-Mdps-Device-Iccid": Str;
        ARUBA_MDPS_MAX_DEVICES "radius.Aruba_Mdps_Max_Devices" "Aruba-Mdps-Max-Devices": U32 Dec;
        ARUBA_MDPS_DEVICE_NAME "radius.Aruba_Mdps_Device_Name" "Aruba-Mdps-Device-Name": Str;
        ARUBA_MDPS_DEVICE_PRODUCT "radius.Aruba_Mdps_Device_Product" "Aruba-Mdps-Device-Product": Str;
        ARUBA_MDPS_DEVICE_VERSION "radius.Aruba_Mdps_Device_Version" "Aruba-Mdps-Device-Version": Str;
        ARUBA_MDPS_DEVICE_SERIAL "radius.Aruba_Mdps_Device_Serial" "Aruba-Mdps-Device-Serial": Str;
        ARUBA_CPPM_ROLE "radius.Aruba_CPPM_Role" "Aruba-CPPM-Role": Str;
        ARUBA_AIRGROUP_USER_NAME "radius.Aruba_AirGroup_User_Name" "Aruba-AirGroup-User-Name": Str;
        ARUBA_AIRGROUP_SHARED_USER "radius.Aruba_AirGroup_Shared_User" "Aruba-AirGroup-Shared-User": Str;
        ARUBA_AIRGROUP_SHARED_ROLE "radius.Aruba_AirGroup_Shared_Role" "Aruba-AirGroup-Shared-Role": Str;
        ARUBA_AIRGROUP_DEVICE_TYPE "radius.Aruba_AirGroup_Device_Type" "Aruba-AirGroup-Device-Type": U32 Dec = ARUBA_AIRGROUP_DEVICE_TYPE_NAMES;
        ARUBA_AUTH_SURVIVABILITY "radius.Aruba_Auth_Survivability" "Aruba-Auth-Survivability": Str;
        ARUBA_AS_USER_NAME "radius.Aruba_AS_User_Name" "Aruba-AS-User-Name": Str;
        ARUBA_AS_CREDENTIAL_HASH "radius.Aruba_AS_Credential_Hash" "Aruba-AS-Credential-Hash": Str;
        ARUBA_WORKSPACE_APP_NAME "radius.Aruba_WorkSpace_App_Name" "Aruba-WorkSpace-App-Name": Str;
        ARUBA_MDPS_PROVISIONING_SETTINGS "radius.Aruba_Mdps_Provisioning_Settings" "Aruba-Mdps-Provisioning-Settings": Str;
        ARUBA_MDPS_DEVICE_PROFILE "radius.Aruba_Mdps_Device_Profile" "Aruba-Mdps-Device-Profile": Str;
        ARUBA_AP_IP_ADDRESS "radius.Aruba_AP_IP_Address" "Aruba-AP-IP-Address": Ipv4;
        ARUBA_AIRGROUP_SHARED_GROUP "radius.Aruba_AirGroup_Shared_Group" "Aruba-AirGroup-Shared-Group": Str;
        ARUBA_USER_GROUP "radius.Aruba_User_Group" "Aruba-User-Group": Str;
        ARUBA_NETWORK_SSO_TOKEN "radius.Aruba_Network_SSO_Token" "Aruba-Network-SSO-Token": Str;
        ARUBA_AIRGROUP_VERSION "radius.Aruba_AirGroup_Version" "Aruba-AirGroup-Version": U32 Dec = ARUBA_AIRGROUP_VERSION_NAMES;
        ARUBA_AUTH_SURVMETHOD "radius.Aruba_Auth_SurvMethod" "Aruba-Auth-SurvMethod": U32 Dec;
        ARUBA_PORT_BOUNCE_HOST "radius.Aruba_Port_Bounce_Host" "Aruba-Port-Bounce-Host": U32 Dec;
        ARUBA_CALEA_SERVER_IP "radius.Aruba_Calea_Server_Ip" "Aruba-Calea-Server-Ip": Ipv4;
        ARUBA_ADMIN_PATH "radius.Aruba_Admin_Path" "Aruba-Admin-Path": Str;
        MIKROTIK_RECV_LIMIT "radius.Mikrotik_Recv_Limit" "Mikrotik-Recv-Limit": U32 Dec;
        MIKROTIK_XMIT_LIMIT "radius.Mikrotik_Xmit_Limit" "Mikrotik-Xmit-Limit": U32 Dec;
        MIKROTIK_GROUP "radius.Mikrotik_Group" "Mikrotik-Group": Str;
        MIKROTIK_WIRELESS_FORWARD "radius.Mikrotik_Wireless_Forward" "Mikrotik-Wireless-Forward": U32 Dec;
        MIKROTIK_WIRELESS_SKIP_DOT1X "radius.Mikrotik_Wireless_Skip_Dot1x" "Mikrotik-Wireless-Skip-Dot1x": U32 Dec;
        MIKROTIK_WIRELESS_ENC_ALGO "radius.Mikrotik_Wireless_Enc_Algo" "Mikrotik-Wireless-Enc-Algo": U32 Dec = MIKROTIK_WIRELESS_ENC_ALGO_NAMES;
        MIKROTIK_WIRELESS_ENC_KEY "radius.Mikrotik_Wireless_Enc_Key" "Mikrotik-Wireless-Enc-Key": Str;
        MIKROTIK_RATE_LIMIT "radius.Mikrotik_Rate_Limit" "Mikrotik-Rate-Limit": Str;
        MIKROTIK_REALM "radius.Mikrotik_Realm" "Mikrotik-Realm": Str;
        MIKROTIK_HOST_IP "radius.Mikrotik_Host_IP" "Mikrotik-Host-IP": Ipv4;
        MIKROTIK_MARK_ID "radius.Mikrotik_Mark_Id" "Mikrotik-Mark-Id": Str;
        MIKROTIK_ADVERTISE_URL "radius.Mikrotik_Advertise_URL" "Mikrotik-Advertise-URL": Str;
        MIKROTIK_ADVERTISE_INTERVAL "radius.Mikrotik_Advertise_Interval" "Mikrotik-Advertise-Interval": U32 Dec;
        MIKROTIK_RECV_LIMIT_GIGAWORDS "radius.Mikrotik_Recv_Limit_Gigawords" "Mikrotik-Recv-Limit-Gigawords": U32 Dec;
        MIKROTIK_XMIT_LIMIT_GIGAWORDS "radius.Mikrotik_Xmit_Limit_Gigawords" "Mikrotik-Xmit-Limit-Gigawords": U32 Dec;
        MIKROTIK_WIRELESS_PSK "radius.Mikrotik_Wireless_PSK" "Mikrotik-Wireless-PSK": Str;
        MIKROTIK_TOTAL_LIMIT "radius.Mikrotik_Total_Limit" "Mikrotik-Total-Limit": U32 Dec;
        MIKROTIK_TOTAL_LIMIT_GIGAWORDS "radius.Mikrotik_Total_Limit_Gigawords" "Mikrotik-Total-Limit-Gigawords": U32 Dec;
        MIKROTIK_ADDRESS_LIST "radius.Mikrotik_Address_List" "Mikrotik-Address-List": Str;
        MIKROTIK_WIRELESS_MPKEY "radius.Mikrotik_Wireless_MPKey" "Mikrotik-Wireless-MPKey": Str;
        MIKROTIK_WIRELESS_COMMENT "radius.Mikrotik_Wireless_Comment" "Mikrotik-Wireless-Comment": Str;
        MIKROTIK_DELEGATED_IPV6_POOL "radius.Mikrotik_Delegated_IPv6_Pool" "Mikrotik-Delegated-IPv6-Pool": Str;
        MIKROTIK_DHCP_OPTION_SET "radius.Mikrotik_DHCP_Option_Set" "Mikrotik-DHCP-Option-Set": Str;
        MIKROTIK_DHCP_OPTION_PARAM_STR1 "radius.Mikrotik_DHCP_Option_Param_STR1" "Mikrotik-DHCP-Option-Param-STR1": Str;
        MIKORTIK_DHCP_OPTION_PARAMSTR2 "radius.Mikortik_DHCP_Option_ParamSTR2" "Mikortik-DHCP-Option-ParamSTR2": Str;
        MIKROTIK_WIRELESS_VLANID "radius.Mikrotik_Wireless_VLANID" "Mikrotik-Wireless-VLANID": U32 Dec;
        MIKROTIK_WIRELESS_VLANID_TYPE "radius.Mikrotik_Wireless_VLANID_Type" "Mikrotik-Wireless-VLANID-Type": U32 Dec;
        MIKROTIK_WIRELESS_MINSIGNAL "radius.Mikrotik_Wireless_Minsignal" "Mikrotik-Wireless-Minsignal": Str;
        MIKROTIK_WIRELESS_MAXSIGNAL "radius.Mikrotik_Wireless_Maxsignal" "Mikrotik-Wireless-Maxsignal": Str;
        FRAG_STATUS "radius.Frag_Status" "Frag-Status": U32 Dec = FRAG_STATUS_NAMES;
        PROXY_STATE_LENGTH "radius.Proxy_State_Length" "Proxy-State-Length": U32 Dec;
        RESPONSE_LENGTH "radius.Response_Length" "Response-Length": U32 Dec;
        ORIGINAL_PACKET_CODE "radius.Original_Packet_Code" "Original-Packet-Code": U32 Dec;
    }
    experts {
        INVALID_LENGTH "radius.invalid_length" Error Malformed "Invalid length";
    }
}

names! {
    pub(super) CODES {
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
}

names! {
    pub(super) SERVICE_TYPE_NAMES {
        1 => "Login", 2 => "Framed", 3 => "Dialback-Login-User", 4 => "Dialback-Framed-User", 5 => "Dialout-Framed-User", 6 => "Shell-User", 7 => "Exec-User", 8 => "Authenticate-Only", 9 => "Callback-NAS-Prompt", 10 => "Call-Check", 11 => "Callback-Administrative", 12 => "Voice", 13 => "Fax", 14 => "Modem-Relay", 15 => "IAPP-Register", 16 => "IAPP-AP-Check", 17 => "Authorize-Only", 18 => "Framed-Management", 252 => "HP-Oper", 255 => "HP-User", 103809025 => "Annex-Authorize-Only", 103809026 => "Annex-Framed-Tunnel", 954138625 => "ChilliSpot-Authorize-Only", 1224278017 => "TP-CAPWAP-WTP", 1224278018 => "TP-CAPWAP-STA",
    }
    pub(super) FRAMED_PROTOCOL_NAMES {
        1 => "PPP", 2 => "SLIP", 3 => "ARAP", 4 => "Gandalf-SLML", 5 => "Xylogics-IPX-SLIP", 6 => "X.75-Synchronous", 7 => "GPRS-PDP-Context", 9 => "PPTP", 255 => "Ascend-ARA", 256 => "Ascend-MPP", 257 => "Ascend-EURAW", 258 => "Ascend-EUUI", 259 => "Ascend-X25", 260 => "Ascend-COMB", 261 => "Ascend-FR", 262 => "Ascend-MP", 263 => "Ascend-FR-CIR", 17825794 => "Bintec-X25", 17825795 => "Bintec-X25-PPP", 17825796 => "Bintec-IP-LAPB", 17825798 => "Bintec-IP-HDLC", 17825799 => "Bintec-MPR-LAPB", 17825800 => "Bintec-MPR-HDLC", 17825801 => "Bintec-FRAME-RELAY", 17825802 => "Bintec-X31-BCHAN", 17825803 => "Bintec-X75-PPP", 17825804 => "Bintec-X75BTX-PPP", 17825805 => "Bintec-X25-NOSIG", 17825806 => "Bintec-X25-PPP-OPT", 1224278017 => "TP-CAPWAP",
    }
    pub(super) FRAMED_ROUTING_NAMES {
        0 => "None", 1 => "Broadcast", 2 => "Listen", 3 => "Broadcast-Listen",
    }
    pub(super) FRAMED_COMPRESSION_NAMES {
        0 => "None", 1 => "Van-Jacobsen-TCP-IP", 2 => "IPX-Header-Compression", 3 => "Stac-LZS",
    }
    pub(super) LOGIN_SERVICE_NAMES {
        0 => "Telnet", 1 => "Rlogin", 2 => "TCP-Clear", 3 => "PortMaster", 4 => "LAT", 5 => "X25-PAD", 6 => "X25-T3POS", 8 => "TCP-Clear-Quiet",
    }
    pub(super) LOGIN_TCP_PORT_NAMES {
        23 => "Telnet", 513 => "Rlogin", 514 => "Rsh",
    }
    pub(super) TERMINATION_ACTION_NAMES {
        0 => "Default", 1 => "RADIUS-Request", 2 => "Manage-Resources",
    }
    pub(super) ACCT_STATUS_TYPE_NAMES {
        1 => "Start", 2 => "Stop", 3 => "Interim-Update", 4 => "Modem-Start", 5 => "Modem-Stop", 6 => "Cancel", 7 => "Accounting-On", 8 => "Accounting-Off", 9 => "Tunnel-Start", 10 => "Tunnel-Stop", 11 => "Tunnel-Reject", 12 => "Tunnel-Link-Start", 13 => "Tunnel-Link-Stop", 14 => "Tunnel-Link-Reject", 15 => "Failed", 17 => "One-Time", 217 => "WB-Login", 218 => "WB-Logout", 219 => "WB-WRitelog", 103809025 => "Annex-User-Reject", 103809026 => "Annex-Call-Reject", 103809027 => "Annex-IPCP-Start", 103809028 => "Annex-IPXCP-Start", 103809029 => "Annex-ATCP-Start", 103809030 => "Annex-Accounting-Restart", 103809031 => "Annex-Accounting-Shutoff", 103809032 => "Annex-Tunnel-Start", 103809033 => "Annex-Tunnel-Stop", 103809034 => "Annex-Tunnel-Reject", 103809035 => "Annex-Tunnel-Link-Start", 103809036 => "Annex-Tunnel-Link-Stop", 103809037 => "Annex-MP-Start", 103809038 => "Annex-MP-Stop", 103809039 => "Annex-Line-Seizure", 103809040 => "Annex-Rlogin-Start", 103809041 => "Annex-Rlogin-Stop", 160825345 => "SG-Service-Start", 160825346 => "SG-Service-Stop",
    }
    pub(super) ACCT_AUTHENTIC_NAMES {
        1 => "RADIUS", 2 => "Local", 3 => "Remote", 4 => "Diameter",
    }
    pub(super) ACCT_TERMINATE_CAUSE_NAMES {
        1 => "User-Request", 2 => "Lost-Carrier", 3 => "Lost-Service", 4 => "Idle-Timeout", 5 => "Session-Timeout", 6 => "Admin-Reset", 7 => "Admin-Reboot", 8 => "Port-Error", 9 => "NAS-Error", 10 => "NAS-Request", 11 => "NAS-Reboot", 12 => "Port-Unneeded", 13 => "Port-Preempted", 14 => "Port-Suspended", 15 => "Service-Unavailable", 16 => "Callback", 17 => "User-Error", 18 => "Host-Request", 19 => "Supplicant-Restart", 20 => "Reauthentication-Failure", 21 => "Port-Reinit", 22 => "Port-Disabled",
    }
    pub(super) INGRESS_FILTERS_NAMES {
        1 => "Enabled", 2 => "Disabled",
    }
    pub(super) EGRESS_VLAN_NAME_TAG_NAMES {
        49 => "Tagged", 50 => "Untagged",
    }
    pub(super) NAS_PORT_TYPE_NAMES {
        0 => "Async", 1 => "Sync", 2 => "ISDN", 3 => "ISDN-V120", 4 => "ISDN-V110", 5 => "Virtual", 6 => "PIAFS", 7 => "HDLC-Clear-Channel", 8 => "X.25", 9 => "X.75", 10 => "G.3-Fax", 11 => "SDSL", 12 => "ADSL-CAP", 13 => "ADSL-DMT", 14 => "IDSL", 15 => "Ethernet", 16 => "xDSL", 17 => "Cable", 18 => "Wireless-Other", 19 => "Wireless-802.11", 20 => "Token-Ring", 21 => "FDDI", 22 => "Wireless-CDMA2000", 23 => "Wireless-UMTS", 24 => "Wireless-1X-EV", 25 => "IAPP", 26 => "FTTP", 27 => "Wireless-802.16", 28 => "Wireless-802.20", 29 => "Wireless-802.22", 30 => "PPPoA", 31 => "PPPoEoA", 32 => "PPPoEoE", 33 => "PPPoEoVLAN", 34 => "PPPoEoQinQ", 35 => "xPON", 36 => "Wireless-XGP",
    }
    pub(super) TUNNEL_TYPE_NAMES {
        1 => "PPTP", 2 => "L2F", 3 => "L2TP", 4 => "ATMP", 5 => "VTP", 6 => "AH", 7 => "IP", 8 => "MIN-IP", 9 => "ESP", 10 => "GRE", 11 => "DVS", 12 => "IP-in-IP", 13 => "VLAN",
    }
    pub(super) TUNNEL_MEDIUM_TYPE_NAMES {
        1 => "IP", 2 => "IPv6", 3 => "NSAP", 4 => "HDLC", 5 => "BBN-1822", 6 => "IEEE-802", 7 => "E.163", 8 => "E.164", 9 => "F.69", 10 => "X.121", 11 => "IPX", 12 => "Appletalk", 13 => "DecNet-IV", 14 => "Banyan-Vines", 15 => "E.164-NSAP",
    }
    pub(super) ARAP_ZONE_ACCESS_NAMES {
        1 => "Default-Zone", 2 => "Zone-Filter-Inclusive", 4 => "Zone-Filter-Exclusive",
    }
    pub(super) PROMPT_NAMES {
        0 => "No-Echo", 1 => "Echo",
    }
    pub(super) ERROR_CAUSE_NAMES {
        201 => "Residual-Context-Removed", 202 => "Invalid-EAP-Packet", 401 => "Unsupported-Attribute", 402 => "Missing-Attribute", 403 => "NAS-Identification-Mismatch", 404 => "Invalid-Request", 405 => "Unsupported-Service", 406 => "Unsupported-Extension", 407 => "Invalid-Attribute-Value", 501 => "Administratively-Prohibited", 502 => "Proxy-Request-Not-Routable", 503 => "Session-Context-Not-Found", 504 => "Session-Context-Not-Removable", 505 => "Proxy-Processing-Error", 506 => "Resources-Unavailable", 507 => "Request-Initiated", 508 => "Multiple-Session-Selection-Unsupported",
    }
    pub(super) MULTI_LINK_FLAG_NAMES {
        0 => "False", 1 => "True",
    }
    pub(super) LOCATION_CAPABLE_NAMES {
        1 => "Civic-Location", 2 => "Geo-Location", 4 => "Users-Location", 8 => "NAS-Location",
    }
    pub(super) REQUESTED_LOCATION_INFO_NAMES {
        1 => "Civic-Location", 2 => "Geo-Location", 4 => "Users-Location", 8 => "NAS-Location", 16 => "Future-Requests", 32 => "None",
    }
    pub(super) FRAMED_MANAGEMENT_NAMES {
        1 => "SNMP", 2 => "Web-Based", 3 => "Netconf", 4 => "FTP", 5 => "TFTP", 6 => "SFTP", 7 => "RCP", 8 => "SCP",
    }
    pub(super) MANAGEMENT_TRANSPORT_PROTECTION_NAMES {
        1 => "No-Protection", 2 => "Integrity-Protection", 3 => "Integrity-Confidentiality-Protection",
    }
    pub(super) EAP_LOWER_LAYER_NAMES {
        1 => "Wired-IEEE-802.1X", 2 => "IEEE-802.1X-No-Preauth", 3 => "IEEE-802.1X-Preauth", 4 => "IEEE-802.16e", 5 => "IKEv2", 6 => "PPP", 7 => "PANA-No-Preauth", 8 => "GSS-API", 9 => "PANA-Preauth",
    }
    pub(super) CISCO_DISCONNECT_CAUSE_NAMES {
        0 => "No-Reason", 1 => "No-Disconnect", 2 => "Unknown", 3 => "Call-Disconnect", 4 => "CLID-Authentication-Failure", 9 => "No-Modem-Available", 10 => "No-Carrier", 11 => "Lost-Carrier", 12 => "No-Detected-Result-Codes", 20 => "User-Ends-Session", 21 => "Idle-Timeout", 22 => "Exit-Telnet-Session", 23 => "No-Remote-IP-Addr", 24 => "Exit-Raw-TCP", 25 => "Password-Fail", 26 => "Raw-TCP-Disabled", 27 => "Control-C-Detected", 28 => "EXEC-Program-Destroyed", 29 => "Close-Virtual-Connection", 30 => "End-Virtual-Connection", 31 => "Exit-Rlogin", 32 => "Invalid-Rlogin-Option", 33 => "Insufficient-Resources", 40 => "Timeout-PPP-LCP", 41 => "Failed-PPP-LCP-Negotiation", 42 => "Failed-PPP-PAP-Auth-Fail", 43 => "Failed-PPP-CHAP-Auth", 44 => "Failed-PPP-Remote-Auth", 45 => "PPP-Remote-Terminate", 46 => "PPP-Closed-Event", 47 => "NCP-Closed-PPP", 48 => "MP-Error-PPP", 49 => "PPP-Maximum-Channels", 50 => "Tables-Full", 51 => "Resources-Full", 52 => "Invalid-IP-Address", 53 => "Bad-Hostname", 54 => "Bad-Port", 60 => "Reset-TCP", 61 => "TCP-Connection-Refused", 62 => "Timeout-TCP", 63 => "Foreign-Host-Close-TCP", 64 => "TCP-Network-Unreachable", 65 => "TCP-Host-Unreachable", 66 => "TCP-Network-Admin-Unreachable", 67 => "TCP-Port-Unreachable", 100 => "Session-Timeout", 101 => "Session-Failed-Security", 102 => "Session-End-Callback", 120 => "Invalid-Protocol", 150 => "RADIUS-Disconnect", 151 => "Local-Admin-Disconnect", 152 => "SNMP-Disconnect", 160 => "V110-Retries", 170 => "PPP-Authentication-Timeout", 180 => "Local-Hangup", 185 => "Remote-Hangup", 190 => "T1-Quiesced", 195 => "Call-Duration", 600 => "VPN-User-Disconnect", 601 => "VPN-Carrier-Loss", 602 => "VPN-No-Resources", 603 => "VPN-Bad-Control-Packet", 604 => "VPN-Admin-Disconnect", 605 => "VPN-Tunnel-Shut", 606 => "VPN-Local-Disconnect", 607 => "VPN-Session-Limit", 608 => "VPN-Call-Redirect",
    }
    pub(super) MS_MPPE_ENCRYPTION_POLICY_NAMES {
        1 => "Encryption-Allowed", 2 => "Encryption-Required",
    }
    pub(super) MS_MPPE_ENCRYPTION_TYPES_NAMES {
        0 => "None", 2 => "RC4-40", 4 => "RC4-128", 6 => "RC4-40-128", 8 => "Stateless", 10 => "RC4-40-Stateless", 12 => "RC4-128-Stateless", 14 => "RC4-40-128-Stateless",
    }
    pub(super) MS_BAP_USAGE_NAMES {
        0 => "Not-Allowed", 1 => "Allowed", 2 => "Required",
    }
    pub(super) MS_ARAP_PW_CHANGE_REASON_NAMES {
        1 => "Just-Change-Password", 2 => "Expired-Password", 3 => "Admin-Requires-Password-Change", 4 => "Password-Too-Short",
    }
    pub(super) MS_ACCT_AUTH_TYPE_NAMES {
        1 => "PAP", 2 => "CHAP", 3 => "MS-CHAP-1", 4 => "MS-CHAP-2", 5 => "EAP",
    }
    pub(super) MS_ACCT_EAP_TYPE_NAMES {
        4 => "MD5", 5 => "OTP", 6 => "Generic-Token-Card", 13 => "TLS",
    }
    pub(super) MS_IDENTITY_TYPE_NAMES {
        1 => "Machine-Health-Check", 2 => "Ignore-User-Lookup-Failure",
    }
    pub(super) MS_QUARANTINE_STATE_NAMES {
        0 => "Full-Access", 1 => "Quarantine", 2 => "Probation",
    }
    pub(super) MS_NETWORK_ACCESS_SERVER_TYPE_NAMES {
        0 => "Unspecified", 1 => "Terminal-Server-Gateway", 2 => "Remote-Access-Server", 3 => "DHCP-Server", 4 => "Wireless-Access-Point", 5 => "HRA", 6 => "HCAP-Server",
    }
    pub(super) MS_AFW_ZONE_NAMES {
        1 => "MS-AFW-Zone-Boundary-Policy", 2 => "MS-AFW-Zone-Unprotected-Policy", 3 => "MS-AFW-Zone-Protected-Policy",
    }
    pub(super) MS_AFW_PROTECTION_LEVEL_NAMES {
        1 => "HECP-Response-Sign-Only", 2 => "HECP-Response-Sign-And-Encrypt",
    }
    pub(super) MS_RNAP_NOT_QUARANTINE_CAPABLE_NAMES {
        0 => "SoH-Sent", 1 => "SoH-Not-Sent",
    }
    pub(super) MS_EXTENDED_QUARANTINE_STATE_NAMES {
        1 => "Transition", 2 => "Infected", 3 => "Unknown", 4 => "No-Data",
    }
    pub(super) JUNIPER_CTP_GROUP_NAMES {
        1 => "Read_Only", 2 => "Admin", 3 => "Privileged_Admin", 4 => "Auditor",
    }
    pub(super) JUNIPER_CTPVIEW_APP_GROUP_NAMES {
        1 => "Net_View", 2 => "Net_Admin", 3 => "Global_Admin",
    }
    pub(super) JUNIPER_CTPVIEW_OS_GROUP_NAMES {
        1 => "Web_Manager", 2 => "System_Admin", 3 => "Auditor",
    }
    pub(super) T3GPP_PDP_TYPE_NAMES {
        0 => "IPv4", 1 => "PPP", 2 => "IPv6", 3 => "IPv4v6",
    }
    pub(super) T3GPP_RAT_TYPE_NAMES {
        0 => "Reserved", 1 => "UTRAN", 2 => "GERAN", 3 => "WLAN", 4 => "GAN", 5 => "HSPA-Evolution", 6 => "EUTRAN", 7 => "Virtual", 101 => "IEEE-802-16e", 102 => "3GPP2-eHRPD", 103 => "3GPP2-HRPD", 104 => "3GPP2-1xRTT", 105 => "3GPP2-UMB",
    }
    pub(super) T3GPP_ALLOCATE_IP_TYPE_NAMES {
        0 => "Do-Not-Allocate-IPv4-IPv6", 1 => "Allocate-IPv4", 2 => "Allocate-IPv6-Prefix", 3 => "Allocate-IPv4-IPv6-Prefix",
    }
    pub(super) AIRESPACE_QOS_LEVEL_NAMES {
        0 => "Silver", 1 => "Gold", 2 => "Platinum", 3 => "Bronze",
    }
    pub(super) ARUBA_AIRGROUP_DEVICE_TYPE_NAMES {
        1 => "Personal-Device", 2 => "Shared-Device",
    }
    pub(super) ARUBA_AIRGROUP_VERSION_NAMES {
        1 => "AirGroup-v1", 2 => "AirGroup-v2",
    }
    pub(super) MIKROTIK_WIRELESS_ENC_ALGO_NAMES {
        0 => "No-encryption", 1 => "40-bit-WEP", 2 => "104-bit-WEP", 3 => "AES-CCM", 4 => "TKIP",
    }
    pub(super) FRAG_STATUS_NAMES {
        0 => "Reserved", 1 => "Fragmentation-Supported", 2 => "More-Data-Pending", 3 => "More-Data-Request",
    }
}
