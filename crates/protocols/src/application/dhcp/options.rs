//! The options: which there are, and how those are read that are plain.

use super::fields::*;
use super::{Found, complain, special};
use crate::application::text;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Value};

/// How an option's data is read.
#[derive(Clone, Copy)]
enum Kind {
    /// Not at all.
    None,
    /// One text.
    Text(Field),
    /// One address.
    Address(Field),
    /// Addresses.
    Addresses(Field),
    /// Pairs of addresses.
    Pairs(Field, Field),
    /// A number of so many bytes.
    Number(Field, usize),
    /// Numbers of so many bytes.
    Numbers(Field, usize),
    /// In its own way.
    Special,
}

const OPTIONS: &[(u8, &str, Kind)] = &[
    (0, "Padding", Kind::None),
    (1, "Subnet Mask", Kind::Address(OPTION_SUBNET_MASK)),
    (2, "Time Offset", Kind::Number(OPTION_TIME_OFFSET, 4)),
    (3, "Router", Kind::Addresses(OPTION_ROUTER)),
    (4, "Time Server", Kind::Addresses(OPTION_TIME_SERVER)),
    (5, "Name Server", Kind::Addresses(OPTION_NAME_SERVER)),
    (6, "Domain Name Server", Kind::Addresses(OPTION_DOMAIN_NAME_SERVER)),
    (7, "Log Server", Kind::Addresses(OPTION_LOG_SERVER)),
    (8, "Quotes Server", Kind::Addresses(OPTION_QUOTES_SERVER)),
    (9, "LPR Server", Kind::Addresses(OPTION_LPR_SERVER)),
    (10, "Impress Server", Kind::Addresses(OPTION_IMPRESS_SERVER)),
    (11, "Resource Location Server", Kind::Addresses(OPTION_RESOURCE_LOCATION_SERVER)),
    (12, "Host Name", Kind::Text(OPTION_HOSTNAME)),
    (13, "Boot File Size", Kind::Number(OPTION_BOOT_FILE_SIZE, 2)),
    (14, "Merit Dump File", Kind::Text(OPTION_MERIT_DUMP_FILE)),
    (15, "Domain Name", Kind::Text(OPTION_DOMAIN_NAME)),
    (16, "Swap Server", Kind::Address(OPTION_SWAP_SERVER)),
    (17, "Root Path", Kind::Text(OPTION_ROOT_PATH)),
    (18, "Extensions Path", Kind::Text(OPTION_EXTENSION_PATH)),
    (19, "IP Forwarding", Kind::Number(OPTION_IP_FORWARDING, 1)),
    (20, "Non-Local Source Routing", Kind::Number(OPTION_NON_LOCAL_SOURCE_ROUTING, 1)),
    (21, "Policy Filter", Kind::Pairs(OPTION_POLICY_FILTER_IP, OPTION_POLICY_FILTER_SUBNET_MASK)),
    (22, "Maximum Datagram Reassembly Size", Kind::Number(OPTION_MAX_DATAGRAM_REASSEMBLY_SIZE, 2)),
    (23, "Default IP Time-to-Live", Kind::Number(OPTION_DEFAULT_IP_TTL, 1)),
    (24, "Path MTU Aging Timeout", Kind::Number(OPTION_PATH_MTU_AGING_TIMEOUT, 4)),
    (25, "Path MTU Plateau Table", Kind::Numbers(OPTION_PATH_MTU_PLATEAU_TABLE_ITEM, 2)),
    (26, "Interface MTU", Kind::Number(OPTION_INTERFACE_MTU, 2)),
    (27, "All Subnets are Local", Kind::Number(OPTION_ALL_SUBNETS_ARE_LOCAL, 1)),
    (28, "Broadcast Address", Kind::Address(OPTION_BROADCAST_ADDRESS)),
    (29, "Perform Mask Discovery", Kind::Number(OPTION_PERFORM_MASK_DISCOVERY, 1)),
    (30, "Mask Supplier", Kind::Number(OPTION_MASK_SUPPLIER, 1)),
    (31, "Perform Router Discover", Kind::Number(OPTION_PERFORM_ROUTER_DISCOVER, 1)),
    (32, "Router Solicitation Address", Kind::Address(OPTION_ROUTER_SOLICITATION_ADDRESS)),
    (33, "Static Route", Kind::Pairs(OPTION_STATIC_ROUTE_IP, OPTION_STATIC_ROUTE_ROUTER)),
    (34, "Trailer Encapsulation", Kind::Number(OPTION_TRAILER_ENCAPSULATION, 1)),
    (35, "ARP Cache Timeout", Kind::Number(OPTION_ARP_CACHE_TIMEOUT, 4)),
    (36, "Ethernet Encapsulation", Kind::Number(OPTION_ETHERNET_ENCAPSULATION, 1)),
    (37, "TCP Default TTL", Kind::Number(OPTION_TCP_DEFAULT_TTL, 1)),
    (38, "TCP Keepalive Interval", Kind::Number(OPTION_TCP_KEEPALIVE_INTERVAL, 4)),
    (39, "TCP Keepalive Garbage", Kind::Number(OPTION_TCP_KEEPALIVE_GARBAGE, 1)),
    (40, "Network Information Service Domain", Kind::Text(OPTION_NIS_DOMAIN)),
    (41, "Network Information Service Servers", Kind::Addresses(OPTION_NIS_SERVER)),
    (42, "Network Time Protocol Servers", Kind::Addresses(OPTION_NTP_SERVER)),
    (43, "Vendor-Specific Information", Kind::Special),
    (44, "NetBIOS over TCP/IP Name Server", Kind::Addresses(OPTION_NETBIOS_OVER_TCPIP_NAME_SERVER)),
    (
        45,
        "NetBIOS over TCP/IP Datagram Distribution Name Server",
        Kind::Addresses(OPTION_NETBIOS_OVER_TCPIP_DD_NAME_SERVER),
    ),
    (46, "NetBIOS over TCP/IP Node Type", Kind::Number(OPTION_NETBIOS_OVER_TCPIP_NODE_TYPE, 1)),
    (47, "NetBIOS over TCP/IP Scope", Kind::Text(OPTION_NETBIOS_OVER_TCPIP_SCOPE)),
    (48, "X Window System Font Server", Kind::Addresses(OPTION_XWINDOWS_SYSTEM_FONT_SERVER)),
    (49, "X Window System Display Manager", Kind::Addresses(OPTION_XWINDOWS_SYSTEM_DISPLAY_MANAGER)),
    (50, "Requested IP Address", Kind::Address(OPTION_REQUESTED_IP_ADDRESS)),
    (51, "IP Address Lease Time", Kind::Number(OPTION_IP_ADDRESS_LEASE_TIME, 4)),
    (52, "Option Overload", Kind::Special),
    (53, "DHCP Message Type", Kind::Special),
    (54, "DHCP Server Identifier", Kind::Address(OPTION_DHCP_SERVER_ID)),
    (55, "Parameter Request List", Kind::Numbers(OPTION_REQUEST_LIST_ITEM, 1)),
    (56, "Message", Kind::Text(OPTION_MESSAGE)),
    (57, "Maximum DHCP Message Size", Kind::Number(OPTION_DHCP_MAX_MESSAGE_SIZE, 2)),
    (58, "Renewal Time Value", Kind::Number(OPTION_RENEWAL_TIME_VALUE, 4)),
    (59, "Rebinding Time Value", Kind::Number(OPTION_REBINDING_TIME_VALUE, 4)),
    (60, "Vendor class identifier", Kind::Text(OPTION_VENDOR_CLASS_ID)),
    (61, "Client identifier", Kind::Special),
    (62, "Novell/Netware IP domain", Kind::None),
    (63, "Novell Options", Kind::Special),
    (64, "Network Information Service+ Domain", Kind::Text(OPTION_NIS_PLUS_DOMAIN)),
    (65, "Network Information Service+ Servers", Kind::Addresses(OPTION_NIS_PLUS_SERVER)),
    (66, "TFTP Server Name", Kind::Text(OPTION_TFTP_SERVER_NAME)),
    (67, "Bootfile name", Kind::Text(OPTION_BOOTFILE_NAME)),
    (68, "Mobile IP Home Agent", Kind::Addresses(OPTION_MOBILE_IP_HOME_AGENT)),
    (69, "SMTP Server", Kind::Addresses(OPTION_SMTP_SERVER)),
    (70, "POP3 Server", Kind::Addresses(OPTION_POP3_SERVER)),
    (71, "NNTP Server", Kind::Addresses(OPTION_NNTP_SERVER)),
    (72, "Default WWW Server", Kind::Addresses(OPTION_DEFAULT_WWW_SERVER)),
    (73, "Default Finger Server", Kind::Addresses(OPTION_DEFAULT_FINGER_SERVER)),
    (74, "Default IRC Server", Kind::Addresses(OPTION_DEFAULT_IRC_SERVER)),
    (75, "StreetTalk Server", Kind::Addresses(OPTION_STREETTALK_SERVER)),
    (76, "StreetTalk Directory Assistance Server", Kind::Addresses(OPTION_STREETTALK_DA_SERVER)),
    (77, "User Class Information", Kind::Special),
    (78, "Directory Agent Information", Kind::Special),
    (79, "Service Location Agent Scope", Kind::Special),
    (80, "Rapid commit", Kind::None),
    (81, "Client Fully Qualified Domain Name", Kind::Special),
    (82, "Agent Information Option", Kind::Special),
    (83, "iSNS", Kind::Special),
    (84, "Removed/Unassigned", Kind::None),
    (85, "Novell Directory Services Servers", Kind::Addresses(OPTION_NOVELL_DSS_IP)),
    (86, "Novell Directory Services Tree Name", Kind::Text(OPTION_NOVELL_DS_TREE_NAME)),
    (87, "Novell Directory Services Context", Kind::Text(OPTION_NOVELL_DS_CONTEXT)),
    (88, "BCMCS Controller Domain Name [TODO:RFC4280]", Kind::None),
    (89, "BCMCS Controller IPv4 address [TODO:RFC4280]", Kind::None),
    (90, "Authentication", Kind::Special),
    (91, "Client last transaction time", Kind::Number(OPTION_CLIENT_LAST_TRANSACTION_TIME, 4)),
    (92, "Associated IP option", Kind::Addresses(OPTION_ASSOCIATED_IP_OPTION)),
    (93, "Client System Architecture", Kind::Numbers(OPTION_CLIENT_SYSTEM_ARCHITECTURE, 2)),
    (94, "Client Network Device Interface", Kind::Special),
    (95, "LDAP [TODO:RFC3679]", Kind::None),
    (96, "Removed/Unassigned", Kind::None),
    (97, "UUID/GUID-based Client Identifier", Kind::Special),
    (98, "Open Group&#x27;s User Authentication [TODO:RFC2485]", Kind::None),
    (99, "Civic Addresses Configuration", Kind::Special),
    (100, "PCode", Kind::Text(OPTION_TZ_PCODE)),
    (101, "TCode", Kind::Text(OPTION_TZ_TCODE)),
    (102, "Removed/unassigned", Kind::None),
    (103, "Removed/unassigned", Kind::None),
    (104, "Removed/unassigned", Kind::None),
    (105, "Removed/unassigned", Kind::None),
    (106, "Removed/unassigned", Kind::None),
    (107, "Removed/unassigned", Kind::None),
    (108, "IPv6-Only Preferred", Kind::None),
    (110, "Removed/Unassigned", Kind::None),
    (112, "NetInfo Parent Server Address", Kind::Addresses(OPTION_NETINFO_PARENT_SERVER_ADDRESS)),
    (113, "NetInfo Parent Server Tag", Kind::Text(OPTION_NETINFO_PARENT_SERVER_TAG)),
    (114, "DHCP Captive-Portal", Kind::Text(OPTION_CAPTIVE_PORTAL)),
    (115, "Removed/Unassigned", Kind::None),
    (116, "DHCP Auto-Configuration", Kind::Number(OPTION_DHCP_AUTO_CONFIGURATION, 1)),
    (117, "Name Service Search", Kind::Numbers(OPTION_DHCP_NAME_SERVICE_INVALID, 2)),
    (118, "Subnet Selection Option", Kind::Addresses(OPTION_SUBNET_SELECTION_OPTION)),
    (119, "Domain Search", Kind::Special),
    (120, "SIP Servers", Kind::Special),
    (121, "Classless Static Route", Kind::Special),
    (122, "CableLabs Client Configuration [TODO:RFC3495]", Kind::Special),
    (123, "Coordinate-based Location Configuration", Kind::Special),
    (124, "V-I Vendor Class", Kind::Special),
    (125, "V-I Vendor-specific Information", Kind::Special),
    (126, "Removed/Unassigned", Kind::None),
    (127, "Removed/Unassigned", Kind::None),
    (128, "DOCSIS full security server IP [TODO]", Kind::None),
    (129, "PXE - undefined (vendor specific)", Kind::None),
    (130, "PXE - undefined (vendor specific)", Kind::None),
    (131, "PXE - undefined (vendor specific)", Kind::None),
    (132, "PXE - undefined (vendor specific)", Kind::None),
    (133, "PXE - undefined (vendor specific)", Kind::None),
    (134, "PXE - undefined (vendor specific)", Kind::None),
    (135, "PXE - undefined (vendor specific)", Kind::None),
    (136, "PANA Authentication Agent", Kind::Addresses(OPTION_PANA_AGENT)),
    (137, "LoST Server Domain Name", Kind::Text(OPTION_LOST_SERVER_DOMAIN_NAME)),
    (138, "CAPWAP Access Controllers", Kind::Addresses(OPTION_CAPWAP_ACCESS_CONTROLLER)),
    (139, "IPv4 Address-MoS", Kind::None),
    (140, "IPv4 FQDN-MoS", Kind::None),
    (141, "SIP UA Configuration Domains", Kind::None),
    (142, "IPv4 Address ANDSF", Kind::Addresses(OPTION_ANDSF_SERVER)),
    (143, "Zerotouch Redirect [TODO: draft-ietf-netconf-zerotouch]", Kind::None),
    (144, "Geospatial Location [TODO:RFC6225]", Kind::None),
    (145, "Forcerenew Nonce Capable", Kind::Numbers(OPTION_FORCERENEW_NONCE_ALGORITHM, 1)),
    (146, "RDNSS Selection", Kind::Special),
    (150, "TFTP Server Address", Kind::Addresses(OPTION_TFTP_SERVER_ADDRESS)),
    (151, "Leasequery Status code", Kind::Special),
    (152, "Leasequery Base Time", Kind::Number(OPTION_BULK_LEASE_BASE_TIME, 4)),
    (153, "Leasequery Start Time of State", Kind::Number(OPTION_BULK_LEASE_START_TIME_OF_STATE, 4)),
    (154, "Leasequery Query Start Time", Kind::Number(OPTION_BULK_LEASE_QUERY_START_TIME, 4)),
    (155, "Leasequery Query End Time", Kind::Number(OPTION_BULK_LEASE_QUERY_END_TIME, 4)),
    (156, "Leasequery Dhcp State", Kind::Number(OPTION_BULK_LEASE_DHCP_STATE, 1)),
    (157, "Leasequery Data Source", Kind::Number(OPTION_BULK_LEASE_DATA_SOURCE, 1)),
    (158, "PCP Server", Kind::Special),
    (159, "Portparams", Kind::Special),
    (160, "Unassigned (ex DHCP Captive-Portal)", Kind::Text(OPTION_CAPTIVE_PORTAL)),
    (161, "Manufacturer Usage Description", Kind::Text(OPTION_MUDURL)),
    (175, "Etherboot", Kind::None),
    (176, "IP Telephone", Kind::None),
    (177, "Etherboot", Kind::None),
    (208, "PXELINUX Magic", Kind::None),
    (209, "PXE Configuration file", Kind::Text(OPTION_PXE_CONFIG_FILE)),
    (210, "PXE Path Prefix", Kind::Text(OPTION_PXE_PATH_PREFIX)),
    (211, "Reboot Time", Kind::None),
    (212, "6RD", Kind::Special),
    (213, "V4 Access Domain", Kind::None),
    (220, "Subnet Allocation", Kind::None),
    (221, "Virtual Subnet Selection", Kind::None),
    (242, "Private/Avaya IP Telephone", Kind::Special),
    (249, "Private/Classless Static Route (Microsoft)", Kind::Special),
    (252, "Private/Proxy autodiscovery", Kind::Text(OPTION_PRIVATE_PROXY_AUTODISCOVERY)),
    (255, "End", Kind::None),
];

fn find(code: u8) -> (&'static str, Kind) {
    match OPTIONS.binary_search_by_key(&code, |o| o.0).ok().and_then(|i| OPTIONS.get(i)) {
        Some((_, name, kind)) => (name, *kind),
        None if code >= 224 => ("Private", Kind::None),
        None => ("Unassigned", Kind::None),
    }
}

/// What an option is called.
pub(super) fn name(code: u8) -> &'static str {
    find(code).0
}

/// Dissects options up to their end; `all` is the whole message.
pub(super) fn options<S: Sink>(
    cx: &mut Cx<'_, S>,
    all: &Cursor<'_>,
    mut c: Cursor<'_>,
    found: Found,
    outer: bool,
) -> Step {
    let mut ended = false;
    while !c.is_empty() {
        let code = c.peek_u8(0)?;
        if code == 0 || ended {
            let n = if ended { c.captured() } else { c.rest().iter().take_while(|b| **b == 0).count() };
            if n == 0 {
                break;
            }
            if ended {
                cx.bytes(OPTION_PADDING, &mut c, n)?;
                continue;
            }
            let item = cx.peek(OPTION_TYPE, &c, 1)?;
            cx.label(item, |o| _ = o.s("Option: (0) Padding"));
            cx.under(item, |cx| cx.bytes(OPTION_PADDING, &mut c, n).map(|_| ()))?;
            continue;
        }
        if code == 255 {
            ended = true;
            let item = cx.add(OPTION_TYPE, c.span(1), Value::U(0));
            cx.label(item, |o| _ = o.s("Option: (255) End"));
            cx.under(item, |cx| cx.u8(OPTION_END, &mut c).map(|_| ()))?;
            if !outer {
                return Ok(());
            }
            continue;
        }
        option(cx, all, &mut c, code, found)?;
    }
    if !ended && outer {
        cx.expert(END_OPTION_MISSING, Item::NONE, c.span(0));
    }
    Ok(())
}

fn option<S: Sink>(cx: &mut Cx<'_, S>, all: &Cursor<'_>, c: &mut Cursor<'_>, code: u8, found: Found) -> Step {
    let (name, kind) = find(code);
    let item = cx.peek(OPTION_TYPE, c, 1)?;
    cx.label(item, |o| _ = o.s("Option: (").u(code).s(") ").s(name));
    c.skip(1)?;
    cx.under(item, |cx| -> Step {
        let len = usize::from(cx.u8(OPTION_LENGTH, c)?);
        cx.set_len(item, len + 2);
        if len > 0 || !suits(kind, len) {
            let value = cx.peek(OPTION_VALUE, c, len)?;
            // Its bytes are shown where nothing else can be.
            if suits(kind, len) {
                cx.hide(value);
            } else if len == 0 {
                cx.label(value, |o| _ = o.s("Value: <MISSING>"));
            }
        }
        let mut d = c.take(len);
        d.peek_bytes(0, d.left())?;
        plain(cx, all, item, &mut d, code, kind, len, found)
    })
}

/// Whether an option of this kind can have this length, or can be read in part.
fn suits(kind: Kind, len: usize) -> bool {
    match kind {
        Kind::Text(_) => len > 0,
        Kind::Address(_) => len == 4,
        Kind::Addresses(_) => len >= 4,
        Kind::Pairs(..) => len >= 8,
        Kind::Number(_, n) => len == n,
        Kind::Numbers(_, n) => len >= n,
        Kind::None | Kind::Special => true,
    }
}

fn plain<S: Sink>(
    cx: &mut Cx<'_, S>,
    all: &Cursor<'_>,
    item: Item,
    d: &mut Cursor<'_>,
    code: u8,
    kind: Kind,
    len: usize,
    found: Found,
) -> Step {
    match kind {
        Kind::None => (),
        Kind::Addresses(_) | Kind::Pairs(..) | Kind::Numbers(..) if len == 0 => (),
        Kind::Text(field) => _ = cx.bytes(field, d, len)?,
        Kind::Address(field) => {
            if len != 4 {
                return complain(cx, item, d, |o| _ = o.s("length isn't 4"));
            }
            let a = d.peek_u32(0)?;
            cx.field(field, d, 4)?;
            cx.append(item, |o| _ = o.s(" (").ipv4(a).s(")"));
        }
        Kind::Addresses(field) => {
            while d.left() >= 4 {
                cx.field(field, d, 4)?;
            }
            if !d.is_empty() {
                return complain(cx, item, d, |o| _ = o.s("Option length isn't a multiple of 4"));
            }
        }
        Kind::Pairs(first, second) => {
            while d.left() >= 8 {
                cx.field(first, d, 4)?;
                cx.field(second, d, 4)?;
            }
            if !d.is_empty() {
                return complain(cx, item, d, |o| _ = o.s("Option length isn't a multiple of 8"));
            }
        }
        Kind::Number(field, n) => {
            if len != n {
                return complain(cx, item, d, |o| _ = o.s("length isn't ").u(n as u64));
            }
            let raw = d.peek_uint(0, n)? as u32;
            let number = cx.field(field, d, n)?;
            if n == 4 && matches!(code, 2 | 24 | 35 | 38 | 51 | 58 | 59 | 91) {
                cx.label(number, |o| {
                    o.s(name(code)).s(": (").u(raw).s("s) ");
                    if raw == u32::MAX {
                        o.s("infinity");
                    } else {
                        text::seconds(o, raw);
                    }
                });
            }
        }
        Kind::Numbers(field, n) => {
            while d.left() >= n {
                let raw = d.peek_u8(0)?;
                let number = cx.field(field, d, n)?;
                if code == 55 {
                    cx.label(number, |o| {
                        o.s("Parameter Request List Item: (").u(raw).s(") ").s(name(raw));
                    });
                }
            }
            if !d.is_empty() {
                return complain(cx, item, d, |o| _ = o.s("Option length isn't a multiple of ").u(n as u64));
            }
        }
        Kind::Special => return special::option(cx, all, item, d, code, len, found),
    }
    Ok(())
}
