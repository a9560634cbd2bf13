//! Linux' netlink: the cooked header of captures (LINKTYPE_NETLINK), and messages of routes (rtnetlink(7)).

use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    NETLINK "netlink" "Linux netlink (cooked header)" "netlink" Link
    on [Link 253]
    fields {
        HATYPE "netlink.hatype" "Link-layer address type": U16 Dec = HATYPES;
        FAMILY "netlink.family" "Family": U16 Hex = FAMILIES;
        HDR_LEN "netlink.hdr_len" "Length": U32 Dec;
        HDR_TYPE "netlink.hdr_type" "Message type": U16 Dec = TYPES;
        HDR_FLAGS "netlink.hdr_flags" "Flags": U16 Hex;
        HDR_FLAGS_REQUEST "netlink.hdr_flags.request" "Request": U16 Dec & 0x1;
        HDR_FLAGS_MULTI "netlink.hdr_flags.multi" "Multipart message": U16 Dec & 0x2;
        HDR_FLAGS_ACK "netlink.hdr_flags.ack" "Ack": U16 Dec & 0x4;
        HDR_FLAGS_ECHO "netlink.hdr_flags.echo" "Echo": U16 Dec & 0x8;
        HDR_FLAGS_DUMP_INTR "netlink.hdr_flags.dump_intr" "Dump inconsistent": U16 Dec & 0x10;
        HDR_FLAGS_DUMP_FILTERED "netlink.hdr_flags.dump_filtered" "Dump filtered": U16 Dec & 0x20;
        HDR_SEQ "netlink.hdr_seq" "Sequence": U32 Dec;
        HDR_PID "netlink.hdr_pid" "Port ID": U32 Dec;
        ATTR_LEN "netlink.attr_len" "Len": U16 Dec;
        ATTR_TYPE "netlink.attr_type" "Type": U16 Hex;
        ATTR_TYPE_NESTED "netlink.attr_type.nested" "Nested": Bool(16) & 0x8000 = crate::common::TRUE;
        ATTR_TYPE_NET_BYTEORDER "netlink.attr_type.net_byteorder" "Network byte order": Bool(16) & 0x4000 = crate::common::TRUE;
        ATTR_DATA "netlink.attr_data" "Data": Bytes;
    }
}

names! {
    HATYPES { 824 => "Netlink" }
    FAMILIES {
        0 => "Route", 1 => "Unused", 2 => "User-mode socket protocols", 3 => "Unused (formerly: ip_queue)",
        4 => "Socket monitoring", 5 => "Netfilter ULOG", 6 => "IPsec", 7 => "SELinux events", 8 => "Open-iSCSI",
        9 => "Auditing", 10 => "FIB lookup", 11 => "Kernel connector", 12 => "Netfilter",
        13 => "Unused (formerly: ip6_queue)", 14 => "DECnet routing messages", 15 => "Kernel messages to userspace",
        16 => "Generic", 18 => "SCSI Transports", 19 => "ecryptfs", 20 => "RDMA", 21 => "Crypto layer",
        22 => "SMC monitoring",
    }
    TYPES { 1 => "Nothing", 2 => "Error", 3 => "End of a dump", 4 => "Data lost" }
}

/// Bytes of the cooked header.
const COOKED: usize = 16;
/// Length and type of an attribute, its length counting them too.
const ATTRIBUTE: usize = 4;
/// Bytes of a message's header.
const HEAD: usize = 16;

/// Numbers in the order of the machine that captured.
#[derive(Clone, Copy)]
pub(super) struct Order {
    little: bool,
}

impl Order {
    /// Of messages that begin with their length, in the order in which these make sense.
    fn of(c: &Cursor<'_>) -> Order {
        let len = c.peek_bytes(0, 4).unwrap_or_default();
        Order { little: requin_wire::le(len) < requin_wire::be(len) }
    }

    fn number(self, c: &Cursor<'_>, at: usize, n: usize) -> Result<u64, Stop> {
        let bytes = c.peek_bytes(at, n)?;
        Ok(if self.little { requin_wire::le(bytes) } else { requin_wire::be(bytes) })
    }

    pub(super) fn add<S: Sink>(
        self,
        cx: &mut Cx<'_, S>,
        field: Field,
        c: &mut Cursor<'_>,
        n: usize,
    ) -> Result<u64, Stop> {
        if self.little { cx.uint_le(field, c, n) } else { cx.uint(field, c, n) }
    }

    fn item<S: Sink>(
        self,
        cx: &mut Cx<'_, S>,
        field: Field,
        c: &Cursor<'_>,
        n: usize,
    ) -> Result<requin_wire::Item, Stop> {
        if self.little { cx.peek_le(field, c, 0, n) } else { cx.peek(field, c, n) }
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("Netlink");
    cx.info_clear();
    cx.proto_len(COOKED);
    c.skip(2)?;
    cx.u16(HATYPE, &mut c)?;
    c.skip(10)?;
    let family = cx.u16(FAMILY, &mut c)?;
    let order = Order::of(&c);
    let mut c = c;
    while c.left() >= HEAD {
        let len = usize::try_from(order.number(&c, 0, 4)?).unwrap_or(usize::MAX);
        let message = c.take(len.max(HEAD));
        if family == 0 {
            cx.call(route::ID, message)?;
        } else {
            head(cx, order, &mut message.clone(), None)?;
        }
        c.advance(len.next_multiple_of(4).saturating_sub(len));
    }
    Ok(())
}

/// The header of a message; `kind` is the family's own field for types that all families don't share.
fn head<S: Sink>(
    cx: &mut Cx<'_, S>,
    order: Order,
    c: &mut Cursor<'_>,
    kind: Option<(Field, Names)>,
) -> Result<u16, Stop> {
    let number = order.number(c, 4, 2)? as u16;
    // Types below 16 are the same in all families.
    let own = kind.filter(|_| number >= 16);
    let name = match own {
        Some((_, names)) => names.or(number.into(), "Unknown"),
        None if number < 16 => TYPES.or(number.into(), "Unknown"),
        None => "Protocol-specific",
    };
    let line = cx.line(c.span(HEAD), |o| _ = o.s("Netlink message header (type: ").s(name).s(")"));
    cx.under(line, |cx| -> Step {
        order.add(cx, HDR_LEN, c, 4)?;
        order.add(cx, own.map_or(HDR_TYPE, |o| o.0), c, 2)?;
        let item = order.item(cx, HDR_FLAGS, c, 2)?;
        cx.under(item, |cx| -> Step {
            for bit in [
                HDR_FLAGS_REQUEST,
                HDR_FLAGS_MULTI,
                HDR_FLAGS_ACK,
                HDR_FLAGS_ECHO,
                HDR_FLAGS_DUMP_INTR,
                HDR_FLAGS_DUMP_FILTERED,
            ] {
                order.item(cx, bit, c, 2)?;
            }
            Ok(())
        })?;
        c.skip(2)?;
        order.add(cx, HDR_SEQ, c, 4)?;
        order.add(cx, HDR_PID, c, 4)?;
        Ok(())
    })?;
    Ok(number)
}

/// Attributes: `kinds` names their types, `value` adds what one says (to its line too), and tells whether it knew.
fn attributes<S: Sink>(
    cx: &mut Cx<'_, S>,
    order: Order,
    mut c: Cursor<'_>,
    (field, kinds): (Field, Names),
    value: impl Fn(&mut Cx<'_, S>, u16, requin_wire::Item, Cursor<'_>) -> Result<bool, Stop>,
) -> Step {
    while c.left() >= ATTRIBUTE {
        let (len, raw) = (order.number(&c, 0, 2)? as usize, order.number(&c, 2, 2)? as u16);
        let kind = raw & 0x3fff;
        if len < ATTRIBUTE {
            return Ok(());
        }
        let mut body = c.take(len);
        let name = kinds.or(kind.into(), "Unknown");
        let line = cx.line(body.span(len), |o| _ = o.s("Attribute: ").s(name));
        cx.under(line, |cx| -> Step {
            order.add(cx, ATTR_LEN, &mut body, 2)?;
            let item = order.item(cx, ATTR_TYPE, &body, 2)?;
            cx.append(item, |o| {
                o.s(if raw & 0x8000 != 0 { ", Nested" } else { "" });
                o.s(if raw & 0x4000 != 0 { ", Network byte order" } else { "" });
                o.s(", ").s(name).s(" (").u(kind).s(")");
            });
            cx.under(item, |cx| -> Step {
                order.item(cx, ATTR_TYPE_NESTED, &body, 2)?;
                order.item(cx, ATTR_TYPE_NET_BYTEORDER, &body, 2)?;
                cx.add(field, body.span(2), Value::U(kind.into()));
                Ok(())
            })?;
            body.skip(2)?;
            if !value(cx, kind, line, body)? && !body.is_empty() {
                let n = body.left();
                cx.bytes(ATTR_DATA, &mut body, n)?;
            }
            Ok(())
        })?;
        c.advance(len.next_multiple_of(4) - len);
    }
    Ok(())
}

/// Links, addresses, routes and neighbours, rtnetlink(7).
pub mod route {
    use super::{Order, attributes, head};
    use requin_wire::{Cursor, Cx, Field, Item, Names, Out, Sink, Step, Stop, Value, names, proto};

    proto! {
        NETLINK_ROUTE "netlink-route" "Linux rtnetlink (route netlink) protocol" "rtnetlink" Link
        on []
        fields {
        IFI_FAMILY "netlink-route.ifi_family" "Interface family": U8 Dec;
        IFI_TYPE "netlink-route.ifi_type" "Device type": U16 Dec = crate::link::arp::HW_TYPE_NAMES;
        IFI_INDEX "netlink-route.ifi_index" "Interface index": I32 Dec;
        IFI_FLAGS "netlink-route.ifi_flags" "Device flags": U32 Custom = Names::Custom(device_flags);
        IFI_FLAGS_IFF_UP "netlink-route.ifi_flags.iff_up" "Interface": Bool(32) & 0x1 = requin_wire::Names::Bools("Up", "Down");
        IFI_FLAGS_IFF_BROADCAST "netlink-route.ifi_flags.iff_broadcast" "Broadcast": Bool(32) & 0x2 = requin_wire::Names::Bools("Valid", "Invalid");
        IFI_CHANGE "netlink-route.ifi_change" "Device change flags": U32 Dec;
        IFLA_ATTR_TYPE "netlink-route.ifla_attr_type" "Attribute type": U16 Dec = IFLA_ATTR_TYPE_NAMES;
        IFLA_IFNAME "netlink-route.ifla_ifname" "Device name": StrZ;
        IFLA_MTU "netlink-route.ifla_mtu" "MTU of device": U32 Dec;
        IFLA_TXQLEN "netlink-route.ifla_txqlen" "TxQueue length": U32 Dec;
        IFLA_OPERSTATE "netlink-route.ifla_operstate" "Operstate": U8 Dec = IFLA_OPERSTATE_NAMES;
        IFLA_PROMISCUITY "netlink-route.ifla_promiscuity" "Promiscuity": U32 Dec;
        IFLA_TXQNUM "netlink-route.ifla_txqnum" "Number of Tx queues": U32 Dec;
        IFLA_RXQNUM "netlink-route.ifla_rxqnum" "Number of Rx queues": U32 Dec;
        IFLA_GROUP "netlink-route.ifla_group" "Group": U32 Dec;
        IFLA_GSO_MAXSIZE "netlink-route.ifla_gso_maxsize" "Maximum GSO size": U32 Dec;
        IFLA_GSO_MAXSEGS "netlink-route.ifla_gso_maxsegs" "Maximum GSO segment count": U32 Dec;
        IFLA_CARRIER "netlink-route.ifla_carrier" "Carrier": Bool(32) & 0x1 = requin_wire::Names::Bools("Restricted", "Not restricted");
        IFLA_QDISC "netlink-route.ifla_qdisc" "Queueing discipline": StrZ;
        IFLA_CARRIER_CHANGES "netlink-route.ifla_carrier_changes" "Carrier changes": U32 Dec;
        IFLA_HWADDR "netlink-route.ifla_hwaddr" "HW Address": Bytes Colon;
        IFLA_BROADCAST "netlink-route.ifla_broadcast" "Broadcast": Bytes Colon;
        IFLA_CARRIER_UP_COUNT "netlink-route.ifla_carrier_up_count" "Carrier changes to up": U32 Dec;
        IFLA_CARRIER_DOWN_COUNT "netlink-route.ifla_carrier_down_count" "Carrier changes to down": U32 Dec;
        IFLA_MIN_MTU "netlink-route.ifla_min_mtu" "Minimum MTU of device": U32 Dec;
        IFLA_MAX_MTU "netlink-route.ifla_max_mtu" "Maximum MTU of device": U32 Dec;
        IFLA_MAP_MEM_START "netlink-route.ifla_map.mem_start" "Memory start": U64 Hex;
        IFLA_MAP_MEM_END "netlink-route.ifla_map.mem_end" "Memory end": U64 Hex;
        IFLA_MAP_BASE_ADDR "netlink-route.ifla_map.base_addr" "Base address": U64 Hex;
        IFLA_MAP_IRQ "netlink-route.ifla_map.irq" "IRQ": U16 Dec;
        IFLA_MAP_DMA "netlink-route.ifla_map.dma" "DMA": U8 Dec;
        IFLA_MAP_PORT "netlink-route.ifla_map.port" "Port": U8 Dec;
        IFLA_LINKSTATS_RXPACKETS "netlink-route.ifla_linkstats.rxpackets" "Rx packets": U64 Dec;
        IFLA_LINKSTATS_TXPACKETS "netlink-route.ifla_linkstats.txpackets" "Tx packets": U64 Dec;
        IFLA_LINKSTATS_RXBYTES "netlink-route.ifla_linkstats.rxbytes" "Rx bytes": U64 Dec;
        IFLA_LINKSTATS_TXBYTES "netlink-route.ifla_linkstats.txbytes" "Tx packets": U64 Dec;
        IFLA_LINKSTATS_RXERRORS "netlink-route.ifla_linkstats.rxerrors" "Rx errors": U64 Dec;
        IFLA_LINKSTATS_TXERRORS "netlink-route.ifla_linkstats.txerrors" "Tx errors": U64 Dec;
        IFLA_LINKSTATS_RXDROPPED "netlink-route.ifla_linkstats.rxdropped" "Rx dropped": U64 Dec;
        IFLA_LINKSTATS_TXDROPPED "netlink-route.ifla_linkstats.txdropped" "Tx dropped": U64 Dec;
        IFLA_LINKSTATS_MULTICAST "netlink-route.ifla_linkstats.multicast" "Multicast Rx": U64 Dec;
        IFLA_LINKSTATS_COLLISIONS "netlink-route.ifla_linkstats.collisions" "Collisions": U64 Dec;
        IFLA_LINKSTATS_RX_ERRORS_LENGTH_ERRS "netlink-route.ifla_linkstats.rx_errors.length_errs" "Length errors": U64 Dec;
        IFLA_LINKSTATS_RX_ERRORS_OVER_ERRS "netlink-route.ifla_linkstats.rx_errors.over_errs" "Ring buffer overflow errors": U64 Dec;
        IFLA_LINKSTATS_RX_ERRORS_CRC_ERRS "netlink-route.ifla_linkstats.rx_errors.crc_errs" "CRC errors": U64 Dec;
        IFLA_LINKSTATS_RX_ERRORS_FRAME_ERRS "netlink-route.ifla_linkstats.rx_errors.frame_errs" "Frame alignment errors": U64 Dec;
        IFLA_LINKSTATS_RX_ERRORS_FIFO_ERRS "netlink-route.ifla_linkstats.rx_errors.fifo_errs" "FIFO overrun errors": U64 Dec;
        IFLA_LINKSTATS_TX_ERRORS_FIFO_ERRS "netlink-route.ifla_linkstats.rx_errors.fifo_errs" "FIFO errors": U64 Dec;
        IFLA_LINKSTATS_RX_ERRORS_MISS_ERRS "netlink-route.ifla_linkstats.rx_errors.miss_errs" "Missed packet errors": U64 Dec;
        IFLA_LINKSTATS_RX_ERRORS_ABORT_ERRS "netlink-route.ifla_linkstats.rx_errors.abort_errs" "Abort errors": U64 Dec;
        IFLA_LINKSTATS_RX_ERRORS_CARRIER_ERRS "netlink-route.ifla_linkstats.rx_errors.carrier_errs" "Carrier errors": U64 Dec;
        IFLA_LINKSTATS_RX_ERRORS_HEARTBEAT_ERRS "netlink-route.ifla_linkstats.rx_errors.heartbeat_errs" "Heartbeat errors": U64 Dec;
        IFLA_LINKSTATS_RX_ERRORS_WINDOW_ERRS "netlink-route.ifla_linkstats.rx_errors.window_errs" "Window errors": U64 Dec;
        IFA_FAMILY "netlink-route.ifa_family" "Address type": U8 Dec = IFA_FAMILY_NAMES;
        IFA_PREFIXLEN "netlink-route.ifa_prefixlen" "Address prefixlength": U8 Dec;
        IFA_FLAGS "netlink-route.ifa_flags" "Address flags": U8 Custom = Names::Custom(address_flags);
        IFA_SCOPE "netlink-route.ifa_scope" "Address scope": U8 Dec;
        IFA_INDEX "netlink-route.ifa_index" "Interface index": I32 Dec;
        IFA_ATTR_TYPE "netlink-route.ifa_attr_type" "Attribute type": U16 Dec = IFA_ATTR_TYPE_NAMES;
        IFA_LABEL "netlink-route.ifa_label" "Interface name": StrZ;
        IFA_FLAGS32 "netlink-route.ifa_flags32" "Address flags": U32 Custom = Names::Custom(address_flags);
        IFA_ADDRESS_IPV6 "netlink-route.ifa_address.ipv6" "Address": Ipv6;
        IFA_ADDRESS_IPV4 "netlink-route.ifa_address.ipv4" "Address": Ipv4;
        RT_FAMILY "netlink-route.rt_family" "Address family": U8 Dec = IFA_FAMILY_NAMES;
        RT_DST_LEN "netlink-route.rt_dst_len" "Length of destination": U8 Dec;
        RT_SRC_LEN "netlink-route.rt_src_len" "Length of source": U8 Dec;
        RT_TOS "netlink-route.rt_tos" "TOS filter": U8 Hex;
        RT_TABLE "netlink-route.rt_table" "Routing table ID": U8 Dec;
        RT_PROTOCOL "netlink-route.rt_protocol" "Routing protocol": U8 Hex = RT_PROTOCOL_NAMES;
        RT_SCOPE "netlink-route.rt_scope" "Route origin": U8 Hex = RT_SCOPE_NAMES;
        RT_TYPE "netlink-route.rt_type" "Route type": U8 Hex = RT_TYPE_NAMES;
        RT_FLAGS "netlink-route.rt_flags" "Route flags": U32 Hex;
        RTA_ATTR_TYPE "netlink-route.rta_attr_type" "Attribute type": U16 Dec = RTA_ATTR_TYPE_NAMES;
        RTA_IIF "netlink-route.rta_iif" "Input interface index": U32 Dec;
        RTA_OIF "netlink-route.rta_oif" "Output interface index": U32 Dec;
        ND_FAMILY "netlink-route.nd_family" "Family": U8 Dec = IFA_FAMILY_NAMES;
        ND_INDEX "netlink-route.nd_index" "Interface index": I32 Dec;
        ND_STATE "netlink-route.nd_state" "State": U16 Custom = Names::Custom(states);
        ND_FLAGS "netlink-route.nd_flags" "Flags": U8 Hex;
        ND_TYPE "netlink-route.nd_type" "Type": U8 Hex;
        NLTYPE "netlink-route.nltype" "Message type": U16 Dec = NLTYPE_NAMES;
        }
    }

    names! {
        IFLA_ATTR_TYPE_NAMES {
            0 => "Unspecified", 1 => "HW Address", 2 => "Broadcast", 3 => "Device name", 4 => "MTU", 5 => "Link type",
            6 => "Queueing discipline", 7 => "Interface Statistics", 8 => "Cost", 9 => "Priority", 10 => "Master",
            11 => "Wireless", 12 => "Prot info", 13 => "TxQueue length", 14 => "Map", 15 => "Weight", 16 => "Operstate",
            17 => "Link mode", 18 => "Link info", 19 => "NetNs id", 20 => "Ifalias", 21 => "Num VF", 22 => "VF Info",
            23 => "Stats", 24 => "VF ports", 25 => "Port self", 26 => "AF spec", 27 => "Group", 28 => "NetNs fd",
            29 => "Ext mask", 30 => "Promiscuity", 31 => "Number of Tx queues", 32 => "Number of Rx queues",
            33 => "Carrier", 34 => "Physical port ID", 35 => "Carrier changes", 36 => "Physical switch ID",
            37 => "Link network namespace ID", 38 => "Physical port name", 39 => "IFLA_PROTO_DOWN",
            40 => "Maximum GSO segment count", 41 => "Maximum GSO size", 42 => "IFLA_PAD", 43 => "IFLA_XDP",
            44 => "IFLA_EVENT", 45 => "IFLA_NEW_NETNSID", 46 => "IFLA_IF_NETNSID", 47 => "Carrier up count",
            48 => "Carrier down count", 49 => "IFLA_NEW_IFINDEX", 50 => "Minimum MTU", 51 => "Maximum MTU",
            52 => "Property list", 53 => "Alternative ifname", 54 => "Permanent address", 55 => "Protocol down reason",
            56 => "Parent device name", 57 => "Parent device bus name", 58 => "GRO maximum size",
            59 => "TSO maximum size", 60 => "TSO maximum number of segments", 61 => "Allmulti count",
        }
        IFLA_OPERSTATE_NAMES {
            0 => "Unknown", 1 => "Not present", 2 => "Down", 3 => "Lower layer down", 4 => "Testing", 5 => "Dormant",
            6 => "Up",
        }
        IFA_FAMILY_NAMES {
            0 => "AF_UNSPEC", 1 => "AF_LOCAL", 2 => "AF_INET", 3 => "AF_AX25", 4 => "AF_IPX", 5 => "AF_APPLETALK",
            6 => "AF_NETROM", 7 => "AF_BRIDGE", 8 => "AF_ATMPVC", 9 => "AF_X25", 10 => "AF_INET6", 11 => "AF_ROSE",
            12 => "AF_DECnet", 13 => "AF_NETBEUI", 14 => "AF_SECURITY", 15 => "AF_KEY", 16 => "AF_NETLINK",
            17 => "AF_PACKET", 18 => "AF_ASH", 19 => "AF_ECONET", 20 => "AF_ATMSVC", 21 => "AF_RDS", 22 => "AF_SNA",
            23 => "AF_IRDA", 24 => "AF_PPPOX", 25 => "AF_WANPIPE", 26 => "AF_LLC", 29 => "AF_CAN", 30 => "AF_TIPC",
            31 => "AF_BLUETOOTH", 32 => "AF_IUCV", 33 => "AF_RXRPC", 34 => "AF_ISDN", 35 => "AF_PHONET",
            36 => "AF_IEEE802154", 37 => "AF_CAIF", 38 => "AF_ALG", 39 => "AF_NFC",
        }
        IFA_ATTR_TYPE_NAMES {
            0 => "Unspecified", 1 => "Interface address", 2 => "Local address", 3 => "Name of interface",
            4 => "Broadcast address", 5 => "Anycast address", 6 => "Address information", 7 => "Multicast address",
            8 => "Address flags", 9 => "IFA_RT_PRIORITY", 10 => "IFA_TARGET_NETNSID", 11 => "IFA_PROTO",
        }
        RT_PROTOCOL_NAMES {
            0 => "unknown", 1 => "ICMP redirects", 2 => "kernel", 3 => "boot", 4 => "static", 8 => "GateD",
            9 => "RDISC/ND router advertisements", 10 => "Merit MRT", 11 => "Zebra", 12 => "BIRD",
            13 => "DECnet routing daemon", 14 => "XORP", 15 => "Netsukuku", 16 => "DHCP client", 17 => "Multicast daemon",
            18 => "Keepalived daemon", 42 => "Babel daemon", 99 => "Open Routing Routes", 186 => "BGP", 187 => "ISIS",
            188 => "OSPF", 189 => "RIP", 192 => "EIGRP",
        }
        RT_SCOPE_NAMES {
            0 => "global route", 200 => "interior route in the local autonomous system", 253 => "route on this link",
            254 => "route on the local host", 255 => "destination doesn't exist",
        }
        RT_TYPE_NAMES {
            0 => "Unknown route", 1 => "Gateway or direct route", 2 => "Local interface route",
            3 => "Local broadcast route (send as broadcast)", 4 => "Local broadcast route (send as unicast)",
            5 => "Multicast route", 6 => "Drop", 7 => "Unreachable destination", 8 => "Administratively prohibited",
            9 => "Routing lookup in another table", 10 => "Network address translation rule",
            11 => "Use external resolver",
        }
        RTA_ATTR_TYPE_NAMES {
            0 => "Unspecified", 1 => "Route destination address", 2 => "Route source address",
            3 => "Input interface index", 4 => "Output interface index", 5 => "Gateway of the route", 6 => "RTA_PRIORITY",
            7 => "RTA_PREFSRC", 8 => "RTA_METRICS", 9 => "RTA_MULTIPATH", 10 => "RTA_PROTOINFO", 11 => "RTA_FLOW",
            12 => "RTA_CACHEINFO", 13 => "RTA_SESSION", 14 => "RTA_MP_ALGO", 15 => "RTA_TABLE", 16 => "RTA_MARK",
            17 => "RTA_MFC_STATS", 18 => "RTA_VIA", 19 => "RTA_NEWDST", 20 => "RTA_PREF", 21 => "RTA_ENCAP_TYPE",
            22 => "RTA_ENCAP", 23 => "RTA_EXPIRES", 24 => "RTA_PAD", 25 => "RTA_UID", 26 => "RTA_TTL_PROPAGATE",
            27 => "RTA_IP_PROTO", 28 => "RTA_SPORT", 29 => "RTA_DPORT", 30 => "RTA_NH_ID",
        }
        NLTYPE_NAMES {
            16 => "Create network interface", 17 => "Remove network interface", 18 => "Get network interface info",
            19 => "Set network interface info", 20 => "Add IP address", 21 => "Delete IP address", 22 => "Get IP address",
            24 => "Add network route", 25 => "Delete network route", 26 => "Get network route",
            28 => "Add neighbor table entry", 29 => "Delete neighbor table entry", 30 => "Get neighbor table entry",
            32 => "Add routing rule", 33 => "Delete routing rule", 34 => "Get routing rule",
            36 => "Add queueing discipline", 37 => "Delete queueing discipline", 38 => "Get queueing discipline",
            40 => "Add traffic class", 41 => "Delete traffic class", 42 => "Get traffic class", 44 => "Add traffic class",
            45 => "Delete traffic class", 46 => "Get traffic class", 48 => "New Action", 49 => "Delete Action",
            50 => "Get Action", 52 => "New IPv6 prefix", 58 => "Get multicast address", 62 => "Get anycast address",
            64 => "New Neighbour tables", 66 => "Get Neighbour tables", 67 => "Set Neighbour tables",
            68 => "New ND Userland options", 72 => "New IPv6 Address Label", 73 => "Delete IPv6 Address Label",
            74 => "Get IPv6 Address Label", 78 => "Get Data Center Bridging", 79 => "Set Data Center Bridging",
            80 => "RTM_NEWNETCONF", 81 => "RTM_DELNETCONF", 82 => "RTM_GETNETCONF", 84 => "Add multicast database entry",
            85 => "Delete multicast database entry", 86 => "Get multicast database", 88 => "New network namespace ID",
            89 => "Delete network namespace ID", 90 => "Get network namespace ID", 92 => "New link statistics",
            94 => "Get link statistics", 96 => "New cache report", 100 => "New chain", 101 => "Delete chain",
            102 => "Get chain", 104 => "New next hop", 105 => "Delete next hop", 106 => "Get next hop",
            108 => "New link property", 109 => "Delete link property", 110 => "Get link property", 112 => "New VLAN",
            113 => "Delete VLAN", 114 => "Get VLAN", 116 => "New next hop bucket", 117 => "Delete next hop bucket",
            118 => "Get next hop bucket", 120 => "New tunnel", 121 => "Delete tunnel", 122 => "Get tunnel",
        }
    }

    fn device_flags(v: Value, o: &mut Out<'_>) {
        let v = v.as_u64().unwrap_or(0) as u32;
        let names = [
            "UP",
            "BROADCAST",
            "DEBUG",
            "LOOPBACK",
            "POINTTOPOINT",
            "NOTRAILERS",
            "RUNNING",
            "NOARP",
            "PROMISC",
            "ALLMULTI",
            "MASTER",
            "SLAVE",
            "MULTICAST",
            "PORTSEL",
            "AUTOMEDIA",
            "DYNAMIC",
            "LOWER_UP",
            "DORMANT",
            "ECHO",
        ];
        bits(o, v, &names);
        o.s(" (").hex(v, 8).s(")");
    }

    fn bits(o: &mut Out<'_>, v: u32, names: &[&str]) {
        let mut between = "";
        for (i, name) in names.iter().enumerate() {
            if v >> i & 1 != 0 {
                o.s(std::mem::replace(&mut between, ", ")).s(name);
            }
        }
    }

    fn address_flags(v: Value, o: &mut Out<'_>) {
        o.hex(v.as_u64().unwrap_or(0), 8);
    }

    fn states(v: Value, o: &mut Out<'_>) {
        let v = v.as_u64().unwrap_or(0) as u32;
        let names = ["INCOMPLETE", "REACHABLE", "STALE", "DELAY", "PROBE", "FAILED", "NOARP", "PERMANENT"];
        bits(o, v, &names);
        o.s(" (").hex(v, 4).s(")");
    }

    const IPV4: u8 = 2;
    const IPV6: u8 = 10;

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("Netlink route");
        cx.info_clear();
        let order = Order::of(&c);
        let kind = head(cx, order, &mut c, Some((NLTYPE, NLTYPE_NAMES)))?;
        match kind {
            16..=19 => link(cx, order, c),
            20..=22 => address(cx, order, c),
            24..=26 => routes(cx, order, c),
            28..=30 => neighbour(cx, order, c),
            _ if c.is_empty() => Ok(()),
            _ => cx.call_nested(crate::meta::data::ID, c),
        }
    }

    /// struct ifinfomsg and its attributes.
    fn link<S: Sink>(cx: &mut Cx<'_, S>, order: Order, mut c: Cursor<'_>) -> Step {
        cx.u8(IFI_FAMILY, &mut c)?;
        c.skip(1)?;
        order.add(cx, IFI_TYPE, &mut c, 2)?;
        order.add(cx, IFI_INDEX, &mut c, 4)?;
        let item = order.item(cx, IFI_FLAGS, &c, 4)?;
        cx.under(item, |cx| -> Step {
            order.item(cx, IFI_FLAGS_IFF_UP, &c, 4)?;
            order.item(cx, IFI_FLAGS_IFF_BROADCAST, &c, 4).map(|_| ())
        })?;
        c.skip(4)?;
        order.add(cx, IFI_CHANGE, &mut c, 4)?;
        attributes(cx, order, c, (IFLA_ATTR_TYPE, IFLA_ATTR_TYPE_NAMES), |cx, kind, line, c| {
            link_attribute(cx, order, kind, line, c)
        })
    }

    fn link_attribute<S: Sink>(
        cx: &mut Cx<'_, S>,
        order: Order,
        kind: u16,
        line: Item,
        mut c: Cursor<'_>,
    ) -> Result<bool, Stop> {
        let n = c.left();
        let number = |cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>| -> Result<bool, Stop> {
            let v = order.add(cx, field, c, 4)?;
            cx.append(line, |o| _ = o.s(": ").u(v));
            Ok(true)
        };
        match kind {
            1 | 2 => {
                let bytes = cx.bytes(if kind == 1 { IFLA_HWADDR } else { IFLA_BROADCAST }, &mut c, n)?;
                cx.append(line, |o| _ = o.s(": ").hex_bytes(bytes, b':'));
                Ok(true)
            }
            3 | 6 => {
                let text = cx.strz(if kind == 3 { IFLA_IFNAME } else { IFLA_QDISC }, &mut c)?;
                cx.append(line, |o| _ = o.s(": ").text(text));
                Ok(true)
            }
            4 => number(cx, IFLA_MTU, &mut c),
            13 => number(cx, IFLA_TXQLEN, &mut c),
            27 => number(cx, IFLA_GROUP, &mut c),
            30 => number(cx, IFLA_PROMISCUITY, &mut c),
            31 => number(cx, IFLA_TXQNUM, &mut c),
            35 => number(cx, IFLA_CARRIER_CHANGES, &mut c),
            16 => cx.u8(IFLA_OPERSTATE, &mut c).map(|_| true),
            33 => {
                let v = cx.u8(IFLA_CARRIER, &mut c)?;
                cx.append(line, |o| _ = o.s(if v & 1 != 0 { ": Restricted" } else { ": Not restricted" }));
                Ok(true)
            }
            14 => {
                for (field, n) in [
                    (IFLA_MAP_MEM_START, 8),
                    (IFLA_MAP_MEM_END, 8),
                    (IFLA_MAP_BASE_ADDR, 8),
                    (IFLA_MAP_IRQ, 2),
                    (IFLA_MAP_DMA, 1),
                    (IFLA_MAP_PORT, 1),
                ] {
                    order.add(cx, field, &mut c, n)?;
                }
                Ok(true)
            }
            7 => statistics(cx, order, c, 4).map(|()| true),
            23 => statistics(cx, order, c, 8).map(|()| true),
            _ => Ok(false),
        }
    }

    /// struct rtnl_link_stats, of numbers of `n` bytes.
    fn statistics<S: Sink>(cx: &mut Cx<'_, S>, order: Order, mut c: Cursor<'_>, n: usize) -> Step {
        let all = cx.line(c.span(c.left()), |o| _ = o.s("Statistics"));
        cx.under(all, |cx| -> Step {
            for field in [
                IFLA_LINKSTATS_RXPACKETS,
                IFLA_LINKSTATS_TXPACKETS,
                IFLA_LINKSTATS_RXBYTES,
                IFLA_LINKSTATS_TXBYTES,
                IFLA_LINKSTATS_RXERRORS,
                IFLA_LINKSTATS_TXERRORS,
                IFLA_LINKSTATS_RXDROPPED,
                IFLA_LINKSTATS_TXDROPPED,
                IFLA_LINKSTATS_MULTICAST,
                IFLA_LINKSTATS_COLLISIONS,
            ] {
                order.add(cx, field, &mut c, n)?;
            }
            let line = cx.line(c.span(6 * n), |o| _ = o.s("Rx errors"));
            cx.under(line, |cx| -> Step {
                for field in [
                    IFLA_LINKSTATS_RX_ERRORS_LENGTH_ERRS,
                    IFLA_LINKSTATS_RX_ERRORS_OVER_ERRS,
                    IFLA_LINKSTATS_RX_ERRORS_CRC_ERRS,
                    IFLA_LINKSTATS_RX_ERRORS_FRAME_ERRS,
                    IFLA_LINKSTATS_RX_ERRORS_FIFO_ERRS,
                    IFLA_LINKSTATS_RX_ERRORS_MISS_ERRS,
                ] {
                    order.add(cx, field, &mut c, n)?;
                }
                Ok(())
            })?;
            let line = cx.line(c.span(5 * n), |o| _ = o.s("Tx errors"));
            cx.under(line, |cx| -> Step {
                for field in [
                    IFLA_LINKSTATS_RX_ERRORS_ABORT_ERRS,
                    IFLA_LINKSTATS_RX_ERRORS_CARRIER_ERRS,
                    IFLA_LINKSTATS_TX_ERRORS_FIFO_ERRS,
                    IFLA_LINKSTATS_RX_ERRORS_HEARTBEAT_ERRS,
                    IFLA_LINKSTATS_RX_ERRORS_WINDOW_ERRS,
                ] {
                    order.add(cx, field, &mut c, n)?;
                }
                Ok(())
            })
        })
    }

    /// struct ifaddrmsg and its attributes.
    fn address<S: Sink>(cx: &mut Cx<'_, S>, order: Order, mut c: Cursor<'_>) -> Step {
        let family = cx.u8(IFA_FAMILY, &mut c)?;
        cx.u8(IFA_PREFIXLEN, &mut c)?;
        cx.u8(IFA_FLAGS, &mut c)?;
        cx.u8(IFA_SCOPE, &mut c)?;
        order.add(cx, IFA_INDEX, &mut c, 4)?;
        attributes(cx, order, c, (IFA_ATTR_TYPE, IFA_ATTR_TYPE_NAMES), |cx, kind, line, mut c| {
            match (kind, family, c.left()) {
                (3, ..) => {
                    let text = cx.strz(IFA_LABEL, &mut c)?;
                    cx.append(line, |o| _ = o.s(": ").text(text));
                }
                (8, _, 4) => _ = order.add(cx, IFA_FLAGS32, &mut c, 4)?,
                (1 | 2 | 4, IPV4, 4) => {
                    let v = cx.u32(IFA_ADDRESS_IPV4, &mut c)?;
                    cx.append(line, |o| _ = o.s(": ").ipv4(v));
                }
                (1 | 2 | 4, IPV6, 16) => {
                    let v = cx.bytes(IFA_ADDRESS_IPV6, &mut c, 16)?;
                    cx.append(line, |o| _ = o.s(": ").ipv6(v));
                }
                _ => return Ok(false),
            }
            Ok(true)
        })
    }

    /// struct rtmsg and its attributes.
    fn routes<S: Sink>(cx: &mut Cx<'_, S>, order: Order, mut c: Cursor<'_>) -> Step {
        for field in [RT_FAMILY, RT_DST_LEN, RT_SRC_LEN, RT_TOS, RT_TABLE, RT_PROTOCOL, RT_SCOPE, RT_TYPE] {
            cx.u8(field, &mut c)?;
        }
        order.add(cx, RT_FLAGS, &mut c, 4)?;
        attributes(cx, order, c, (RTA_ATTR_TYPE, RTA_ATTR_TYPE_NAMES), |cx, kind, line, mut c| {
            let field = match kind {
                3 => RTA_IIF,
                4 => RTA_OIF,
                _ => return Ok(false),
            };
            let v = order.add(cx, field, &mut c, 4)?;
            cx.append(line, |o| _ = o.s(": ").u(v));
            Ok(true)
        })
    }

    /// struct ndmsg and its attributes.
    fn neighbour<S: Sink>(cx: &mut Cx<'_, S>, order: Order, mut c: Cursor<'_>) -> Step {
        cx.u8(ND_FAMILY, &mut c)?;
        c.skip(3)?;
        order.add(cx, ND_INDEX, &mut c, 4)?;
        order.add(cx, ND_STATE, &mut c, 2)?;
        cx.u8(ND_FLAGS, &mut c)?;
        cx.u8(ND_TYPE, &mut c)?;
        Ok(())
    }
}
