//! Dynamic Link Exchange Protocol, RFC 8175, RFC 8629 (multi-hop forwarding), RFC 8703 (link identifiers).

use requin_wire::{Cursor, Cx, Field, Item, Pdu, Sink, Step, Value, names, proto};

proto! {
    DLEP "dlep" "Dynamic Link Exchange Protocol" "DLEP" App
    on [Udp 854, Tcp 854]
    frames sized [frames]
    fields {
        SIGNAL "dlep.signal" "Signal": None;
        SIGNAL_SIGNATURE "dlep.signal.signature" "Signature": Str;
        SIGNAL_TYPE "dlep.signal.type" "Signal Type": U16 Dec = SIGNAL_TYPE_NAMES;
        SIGNAL_LENGTH "dlep.signal.length" "Signal Length (bytes)": U16 Dec;
        MESSAGE "dlep.message" "Message": None;
        MESSAGE_TYPE "dlep.message.type" "Message Type": U16 Dec = MESSAGE_TYPE_NAMES;
        MESSAGE_LENGTH "dlep.message.length" "Message Length (bytes)": U16 Dec;
        DATAITEM "dlep.dataitem" "Data Item": None;
        DATAITEM_TYPE "dlep.dataitem.type" "Type": U16 Dec = DATAITEM_TYPE_NAMES;
        DATAITEM_LENGTH "dlep.dataitem.length" "Length (bytes)": U16 Dec;
        DATAITEM_VALUE "dlep.dataitem.value" "Value": None;
        DATAITEM_STATUS "dlep.dataitem.status" "Status": None;
        DATAITEM_STATUS_CODE "dlep.dataitem.status.code" "Code": U8 Dec = DATAITEM_STATUS_CODE_NAMES;
        DATAITEM_STATUS_TEXT "dlep.dataitem.status.text" "Text": Str;
        DATAITEM_V4CONN "dlep.dataitem.v4conn" "IPv4 Connection Point": None;
        DATAITEM_V4CONN_FLAGS "dlep.dataitem.v4conn.flags" "Flags": U8 Hex;
        DATAITEM_V4CONN_FLAGS_TLS "dlep.dataitem.v4conn.flags.tls" "Use TLS Indicator": Bool(8) & 0x1 = crate::common::SET;
        DATAITEM_V4CONN_ADDR "dlep.dataitem.v4conn.addr" "Address": Ipv4;
        DATAITEM_V4CONN_PORT "dlep.dataitem.v4conn.port" "Port": U16 Dec;
        DATAITEM_V6CONN "dlep.dataitem.v6conn" "IPv6 Connection Point": None;
        DATAITEM_V6CONN_FLAGS "dlep.dataitem.v6conn.flags" "Flags": U8 Hex;
        DATAITEM_V6CONN_FLAGS_TLS "dlep.dataitem.v6conn.flags.tls" "Use TLS Indicator": Bool(8) & 0x1 = crate::common::SET;
        DATAITEM_V6CONN_ADDR "dlep.dataitem.v6conn.addr" "Address": Ipv6;
        DATAITEM_V6CONN_PORT "dlep.dataitem.v6conn.port" "Port": U16 Dec;
        DATAITEM_PEERTYPE "dlep.dataitem.peertype" "Peer Type": None;
        DATAITEM_PEERTYPE_FLAGS "dlep.dataitem.peertype.flags" "Flags": U8 Hex;
        DATAITEM_PEERTYPE_FLAGS_SMI "dlep.dataitem.peertype.flags.smi" "Secure Medium Indicator": Bool(8) & 0x1 = crate::common::SET;
        DATAITEM_PEERTYPE_DESCRIPTION "dlep.dataitem.peertype.description" "Text": Str;
        DATAITEM_HEARTBEAT "dlep.dataitem.heartbeat" "Heartbeat Interval (ms)": U32 Dec;
        DATAITEM_EXTSUPP "dlep.dataitem.extsupp" "Extensions Supported": None;
        DATAITEM_EXTSUPP_CODE "dlep.dataitem.extsupp.code" "Code": U32 Dec = DATAITEM_EXTSUPP_CODE_NAMES;
        DATAITEM_MACADDR_EUI48 "dlep.dataitem.macaddr_eui48" "MAC Address": Ether;
        DATAITEM_V4ADDR "dlep.dataitem.v4addr" "IPv4 Address": None;
        DATAITEM_V4ADDR_FLAGS "dlep.dataitem.v4addr.flags" "Flags": U8 Hex;
        DATAITEM_V4ADDR_FLAGS_ADDDROP "dlep.dataitem.v4addr.flags.adddrop" "Add/Drop Indicator": Bool(8) & 0x1 = requin_wire::Names::Bools("Add", "Drop");
        DATAITEM_V4ADDR_ADDR "dlep.dataitem.v4addr.addr" "Address": Ipv4;
        DATAITEM_V6ADDR "dlep.dataitem.v6addr" "IPv6 Address": None;
        DATAITEM_V6ADDR_FLAGS "dlep.dataitem.v6addr.flags" "Flags": U8 Hex;
        DATAITEM_V6ADDR_FLAGS_ADDDROP "dlep.dataitem.v6addr.flags.adddrop" "Add/Drop Indicator": Bool(8) & 0x1 = requin_wire::Names::Bools("Add", "Drop");
        DATAITEM_V6ADDR_ADDR "dlep.dataitem.v6addr.addr" "Address": Ipv6;
        DATAITEM_V4SUBNET "dlep.dataitem.v4subnet" "IPv4 Attached Subnet": None;
        DATAITEM_V4SUBNET_FLAGS "dlep.dataitem.v4subnet.flags" "Flags": U8 Hex;
        DATAITEM_V4SUBNET_FLAGS_ADDDROP "dlep.dataitem.v4subnet.flags.adddrop" "Add/Drop Indicator": Bool(8) & 0x1 = requin_wire::Names::Bools("Add", "Drop");
        DATAITEM_V4SUBNET_SUBNET "dlep.dataitem.v4subnet.subnet" "Subnet": Ipv4;
        DATAITEM_V4SUBNET_PREFIXLEN "dlep.dataitem.v4subnet.prefixlen" "Prefix Length": U8 Dec;
        DATAITEM_V6SUBNET "dlep.dataitem.v6subnet" "IPv6 Attached Subnet": None;
        DATAITEM_V6SUBNET_FLAGS "dlep.dataitem.v6subnet.flags" "Flags": U8 Hex;
        DATAITEM_V6SUBNET_FLAGS_ADDDROP "dlep.dataitem.v6subnet.flags.adddrop" "Add/Drop Indicator": Bool(8) & 0x1 = requin_wire::Names::Bools("Add", "Drop");
        DATAITEM_V6SUBNET_SUBNET "dlep.dataitem.v6subnet.subnet" "Subnet": Ipv6;
        DATAITEM_V6SUBNET_PREFIXLEN "dlep.dataitem.v6subnet.prefixlen" "Prefix Length": U8 Dec;
        DATAITEM_MDRR "dlep.dataitem.mdrr" "Maximum Data Rate (Receive) (bps)": U64 Dec;
        DATAITEM_MDRT "dlep.dataitem.mdrt" "Maximum Data Rate (Transmit) (bps)": U64 Dec;
        DATAITEM_CDRR "dlep.dataitem.cdrr" "Current Data Rate (Receive) (bps)": U64 Dec;
        DATAITEM_CDRT "dlep.dataitem.cdrt" "Current Data Rate (Transmit) (bps)": U64 Dec;
        DATAITEM_LATENCY "dlep.dataitem.latency" "Latency (us)": U64 Dec;
        DATAITEM_RESOURCES "dlep.dataitem.resources" "Resources (%)": U8 Dec;
        DATAITEM_RLQR "dlep.dataitem.rlqr" "Relative Link Quality (Receive) (%)": U8 Dec;
        DATAITEM_RLQT "dlep.dataitem.rlqt" "Relative Link Quality (Transmit) (%)": U8 Dec;
        DATAITEM_MTU "dlep.dataitem.mtu" "Maximum Transmission Unit (bytes)": U16 Dec;
        DATAITEM_HOP_COUNT_FLAGS "dlep.dataitem.hop_count_flags" "Flags": U8 Hex;
        DATAITEM_HOP_COUNT_FLAGS_P "dlep.dataitem.hop_count_flags.p" "P-Bit": Bool(8) & 0x80 = crate::common::SET;
        DATAITEM_HOP_COUNT_FLAGS_RESERVED "dlep.dataitem.hop_count_flags.reserved" "Reserved": U8 Hex & 0x7f;
        DATAITEM_HOP_COUNT "dlep.dataitem.hop_count" "Hop Count": U8 Dec;
        DATAITEM_HOP_CONTROL "dlep.dataitem.hop_control" "Hop Control": U16 Dec = DATAITEM_HOP_CONTROL_NAMES;
        DATAITEM_LINK_IDENTIFIER_LENGTH "dlep.dataitem.link_identifier_length" "Link Identifier Length": U16 Dec;
        DATAITEM_LINK_IDENTIFIER "dlep.dataitem.link_identifier" "Link Identifier": Bytes;
        DATAITEM_MAX_LATENCY "dlep.dataitem.max_latency" "Maximum Latency (us)": U64 Dec;
        DATAITEM_MIN_LATENCY "dlep.dataitem.min_latency" "Minimum Latency (us)": U64 Dec;
    }
}

names! {
    SIGNAL_TYPE_NAMES {
        0 => "Reserved", 1 => "Peer Discovery", 2 => "Peer Offer",
    }
    MESSAGE_TYPE_NAMES {
        0 => "Reserved", 1 => "Session Initialization", 2 => "Session Initialization Response", 3 => "Session Update",
        4 => "Session Update Response", 5 => "Session Termination", 6 => "Session Termination Response",
        7 => "Destination Up", 8 => "Destination Up Response", 9 => "Destination Announce",
        10 => "Destination Announce Response", 11 => "Destination Down", 12 => "Destination Down Response",
        13 => "Destination Update", 14 => "Link Characteristics Request", 15 => "Link Characteristics Response",
        16 => "Heartbeat",
    }
    DATAITEM_TYPE_NAMES {
        0 => "Reserved", 1 => "Status", 2 => "IPv4 Connection Point", 3 => "IPv6 Connection Point", 4 => "Peer Type",
        5 => "Heartbeat Interval", 6 => "Extensions Supported", 7 => "MAC Address", 8 => "IPv4 Address",
        9 => "IPv6 Address", 10 => "IPv4 Attached Subnet", 11 => "IPv6 Attached Subnet",
        12 => "Maximum Data Rate (Receive) (MDRR)", 13 => "Maximum Data Rate (Transmit) (MDRT)",
        14 => "Current Data Rate (Receive) (CDRR)", 15 => "Current Data Rate (Transmit) (CDRT)", 16 => "Latency",
        17 => "Resources (RES)", 18 => "Relative Link Quality (Receive) (RLQR)",
        19 => "Relative Link Quality (Transmit) (RLQT)", 20 => "Maximum Transmission Unit (MTU)", 21 => "Hop Count",
        22 => "Hop Control", 23 => "Queue Parameters", 24 => "Pause", 25 => "Restart", 26 => "Link Identifier Length",
        27 => "Link Identifier", 28 => "Latency Range",
    }
    DATAITEM_STATUS_CODE_NAMES {
        0 => "Success", 1 => "Not Interested", 2 => "Request Denied", 3 => "Inconsistent Data",
        128 => "Unknown Message", 129 => "Unexpected Message", 130 => "Invalid Data", 131 => "Invalid Destination",
        132 => "Timed Out", 255 => "Shutting Down",
    }
}
const DATAITEM_EXTSUPP_CODE_NAMES: requin_wire::Names = requin_wire::Names::Ranges(&[
    (0, 0, "Reserved"),
    (1, 1, "Multi-Hop Forwarding"),
    (2, 2, "Control-Plane-Based Pause"),
    (3, 3, "Link Identifiers"),
    (4, 4, "Latency Range"),
    (5, 65519, "Unassigned"),
    (65520, 65534, "Reserved for Private Use"),
]);
const DATAITEM_HOP_CONTROL_NAMES: requin_wire::Names = requin_wire::Names::Ranges(&[
    (0, 0, "Reset"),
    (1, 1, "Terminate"),
    (2, 2, "Direct Connection"),
    (3, 3, "Suppress Forwarding"),
    (4, 65519, "Specification Required"),
    (65520, 65534, "Private Use"),
    (65535, 65535, "Reserved"),
]);

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [_, _, a, b, ..] => Pdu::Len(4 + usize::from(u16::from_be_bytes([*a, *b]))),
        _ => Pdu::More(4),
    }
}

/// How the value of a data item reads.
enum Shape {
    /// A number, with the unit that the item's line shows behind it.
    Number(Field, &'static str),
    /// Flags with one bit, then fields.
    Flagged {
        node: Field,
        flags: Field,
        bit: Field,
        rest: &'static [(Field, usize, &'static str)],
    },
    Status,
    Extensions,
    Mac,
    HopCount,
    Bytes(Field),
    Latencies,
    Unknown,
}

fn shape(kind: u16) -> Shape {
    use Shape::{Bytes, Extensions, Flagged, HopCount, Latencies, Mac, Number, Status, Unknown};
    match kind {
        1 => Status,
        2 => Flagged {
            node: DATAITEM_V4CONN,
            flags: DATAITEM_V4CONN_FLAGS,
            bit: DATAITEM_V4CONN_FLAGS_TLS,
            rest: &[(DATAITEM_V4CONN_ADDR, 4, "Addr"), (DATAITEM_V4CONN_PORT, 2, "Port")],
        },
        3 => Flagged {
            node: DATAITEM_V6CONN,
            flags: DATAITEM_V6CONN_FLAGS,
            bit: DATAITEM_V6CONN_FLAGS_TLS,
            rest: &[(DATAITEM_V6CONN_ADDR, 16, "Addr"), (DATAITEM_V6CONN_PORT, 2, "Port")],
        },
        4 => Flagged {
            node: DATAITEM_PEERTYPE,
            flags: DATAITEM_PEERTYPE_FLAGS,
            bit: DATAITEM_PEERTYPE_FLAGS_SMI,
            rest: &[(DATAITEM_PEERTYPE_DESCRIPTION, 0, "Description")],
        },
        5 => Number(DATAITEM_HEARTBEAT, "ms"),
        6 => Extensions,
        7 => Mac,
        8 => Flagged {
            node: DATAITEM_V4ADDR,
            flags: DATAITEM_V4ADDR_FLAGS,
            bit: DATAITEM_V4ADDR_FLAGS_ADDDROP,
            rest: &[(DATAITEM_V4ADDR_ADDR, 4, "")],
        },
        9 => Flagged {
            node: DATAITEM_V6ADDR,
            flags: DATAITEM_V6ADDR_FLAGS,
            bit: DATAITEM_V6ADDR_FLAGS_ADDDROP,
            rest: &[(DATAITEM_V6ADDR_ADDR, 16, "")],
        },
        10 => Flagged {
            node: DATAITEM_V4SUBNET,
            flags: DATAITEM_V4SUBNET_FLAGS,
            bit: DATAITEM_V4SUBNET_FLAGS_ADDDROP,
            rest: &[(DATAITEM_V4SUBNET_SUBNET, 4, ""), (DATAITEM_V4SUBNET_PREFIXLEN, 1, "/")],
        },
        11 => Flagged {
            node: DATAITEM_V6SUBNET,
            flags: DATAITEM_V6SUBNET_FLAGS,
            bit: DATAITEM_V6SUBNET_FLAGS_ADDDROP,
            rest: &[(DATAITEM_V6SUBNET_SUBNET, 16, ""), (DATAITEM_V6SUBNET_PREFIXLEN, 1, "/")],
        },
        12 => Number(DATAITEM_MDRR, "bps"),
        13 => Number(DATAITEM_MDRT, "bps"),
        14 => Number(DATAITEM_CDRR, "bps"),
        15 => Number(DATAITEM_CDRT, "bps"),
        16 => Number(DATAITEM_LATENCY, "us"),
        17 => Number(DATAITEM_RESOURCES, "%"),
        18 => Number(DATAITEM_RLQR, "%"),
        19 => Number(DATAITEM_RLQT, "%"),
        20 => Number(DATAITEM_MTU, "bytes"),
        21 => HopCount,
        22 => Number(DATAITEM_HOP_CONTROL, ""),
        26 => Number(DATAITEM_LINK_IDENTIFIER_LENGTH, "bytes"),
        27 => Bytes(DATAITEM_LINK_IDENTIFIER),
        28 => Latencies,
        _ => Unknown,
    }
}

/// Signals, which go by UDP, begin with this.
const SIGNATURE: &[u8] = b"DLEP";

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("DLEP");
    cx.info_clear();
    let signal = c.rest().starts_with(SIGNATURE);
    let kind = c.peek_u16(if signal { 4 } else { 0 })?;
    let (label, names) = if signal { ("Signal", SIGNAL_TYPE_NAMES) } else { ("Message", MESSAGE_TYPE_NAMES) };
    let summary = |o: &mut requin_wire::Out<'_>| {
        o.s(label).s(": ").s(names.or(kind.into(), "Unknown")).s(" (").u(kind).s(")");
    };
    cx.info(summary);
    cx.proto_append(|o| summary(o.s(", ")));
    cx.hidden(if signal { SIGNAL } else { MESSAGE }, c.span(0), Value::None);
    if signal {
        cx.bytes(SIGNAL_SIGNATURE, &mut c, SIGNATURE.len())?;
    }
    let (kind, length) = if signal { (SIGNAL_TYPE, SIGNAL_LENGTH) } else { (MESSAGE_TYPE, MESSAGE_LENGTH) };
    cx.u16(kind, &mut c)?;
    let len = cx.u16(length, &mut c)?;
    let mut items = c.take_all(usize::from(len))?;
    while !items.is_empty() {
        data_item(cx, &mut items)?;
    }
    Ok(())
}

fn data_item<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
    let mut c = c.take_all(4 + len)?;
    let item = cx.add(DATAITEM, c.span(4 + len), Value::None);
    cx.label(item, |o| _ = o.s(DATAITEM_TYPE_NAMES.or(kind.into(), "Unknown")).s(" Data Item"));
    cx.under(item, |cx| -> Step {
        cx.u16(DATAITEM_TYPE, &mut c)?;
        cx.u16(DATAITEM_LENGTH, &mut c)?;
        value(cx, item, shape(kind), &mut c)
    })
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, item: Item, shape: Shape, c: &mut Cursor<'_>) -> Step {
    let (all, n) = (c.span(c.left()), c.left());
    match shape {
        Shape::Number(field, unit) => {
            let v = cx.uint(field, c, n.min(8))?;
            cx.append(item, |o| {
                o.s(": ").u(v);
                if !unit.is_empty() {
                    o.s(" (").s(unit).s(")");
                }
            });
        }
        Shape::Flagged { node, flags, bit, rest } => {
            cx.hidden(node, all, Value::None);
            cx.flags(flags, c, 1, &[bit])?;
            for (field, n, name) in rest {
                let n = if *n == 0 { c.left() } else { *n };
                let bytes = c.peek_bytes(0, n)?;
                cx.field(*field, c, n)?;
                cx.append(item, |o| {
                    match *name {
                        "" => o.s(": "),
                        "/" => o.s("/"),
                        name => o.s(", ").s(name).s(": "),
                    };
                    match (n, *name) {
                        (_, "Description") => o.text(bytes),
                        (4, _) => o.ipv4(requin_wire::be(bytes) as u32),
                        (16, _) => o.ipv6(bytes),
                        _ => o.u(requin_wire::be(bytes)),
                    };
                });
            }
        }
        Shape::Status => {
            cx.hidden(DATAITEM_STATUS, all, Value::None);
            let code = cx.u8(DATAITEM_STATUS_CODE, c)?;
            let n = c.left();
            let text = cx.bytes(DATAITEM_STATUS_TEXT, c, n)?;
            cx.append(item, |o| {
                o.s(", Code: ").s(DATAITEM_STATUS_CODE_NAMES.or(code.into(), "Unknown"));
                o.s(" (").u(code).s("), Text: ").text(text);
            });
        }
        Shape::Extensions => {
            cx.hidden(DATAITEM_EXTSUPP, all, Value::None);
            while !c.is_empty() {
                let code = cx.uint(DATAITEM_EXTSUPP_CODE, c, 2)?;
                cx.append(item, |o| {
                    o.s(", Ext: ").s(DATAITEM_EXTSUPP_CODE_NAMES.or(code, "Unknown")).s(" (").u(code).s(")");
                });
            }
        }
        Shape::Mac if n == 6 => {
            let bytes = cx.bytes(DATAITEM_MACADDR_EUI48, c, 6)?;
            cx.append(item, |o| _ = o.s(": ").hex_bytes(bytes, b':'));
        }
        Shape::HopCount => {
            let bits = [DATAITEM_HOP_COUNT_FLAGS_P, DATAITEM_HOP_COUNT_FLAGS_RESERVED];
            cx.flags(DATAITEM_HOP_COUNT_FLAGS, c, 1, &bits)?;
            cx.u8(DATAITEM_HOP_COUNT, c)?;
        }
        Shape::Bytes(field) => _ = cx.bytes(field, c, n)?,
        Shape::Latencies => {
            cx.u64(DATAITEM_MAX_LATENCY, c)?;
            cx.u64(DATAITEM_MIN_LATENCY, c)?;
        }
        Shape::Mac | Shape::Unknown => {
            cx.add(DATAITEM_VALUE, all, Value::None);
            c.advance(n);
        }
    }
    Ok(())
}
