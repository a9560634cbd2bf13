//! What Juniper's routers put before packets they capture: a magic number, flags, extensions.

use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

proto! {
    JUNIPER "juniper" "Juniper" "Juniper" Link
    on [Link 178, Link 179, Link 180, Link 181, Link 194]
    fields {
        MAGIC_NUMBER "juniper.magic-number" "Magic Number": U24 Hex;
        DIRECTION "juniper.direction" "Direction": U8 Hex & 0x1 = DIRECTION_NAMES;
        L2HDR "juniper.l2hdr" "L2 header presence": U8 Hex & 0x2 = L2HDR_NAMES;
        EXT_TOTAL_LEN "juniper.ext_total_len" "Extension(s) Total length": U16 Dec;
        PAYLOAD_TYPE "juniper.payload_type" "Payload Type": U16 Dec = PAYLOAD_TYPE_NAMES;
        EXT_IFD "juniper.ext.ifd" "Device Interface Index": U32 Dec;
        EXT_IFL "juniper.ext.ifl" "Logical Interface Index": U32 Dec;
        EXT_IFMT "juniper.ext.ifmt" "Device Media Type": U16 Dec = EXT_IFMT_NAMES;
        EXT_IFLE "juniper.ext.ifle" "Logical Interface Encapsulation": U16 Dec = EXT_IFLE_NAMES;
    }
}

names! {
    DIRECTION_NAMES {
        0 => "Out",
        1 => "In",
    }
    L2HDR_NAMES {
        0 => "Present",
        2 => "none",
    }
    PAYLOAD_TYPE_NAMES {
        2 => "IPv4",
        3 => "MPLS->IPv4",
        4 => "IPv4->MPLS",
        5 => "MPLS",
        6 => "IPv6",
        7 => "MPLS->IPv6",
        8 => "IPv6->MPLS",
        10 => "CLNP",
        32 => "CLNP->MPLS",
        33 => "MPLS->CLNP",
        200 => "PPP",
        201 => "OSI",
        202 => "LLC",
        203 => "LLC/SNAP",
        204 => "Ethernet",
        205 => "ATM OAM Cell",
        206 => "Q.933",
        207 => "Frame-Relay",
        208 => "C-HDLC",
    }
    EXT_IFMT_NAMES {
        1 => "Ethernet",
        2 => "FDDI",
        3 => "Token-Ring",
        4 => "PPP",
        5 => "Frame-Relay",
        6 => "Cisco-HDLC",
        7 => "SMDS-DXI",
        8 => "ATM-PVC",
        9 => "PPP-CCC",
        10 => "Frame-Relay-CCC",
        11 => "IP-over-IP",
        12 => "GRE",
        13 => "PIM-Encapsulator",
        14 => "PIM-Decapsulator",
        15 => "Cisco-HDLC-CCC",
        16 => "VLAN-CCC",
        17 => "Multilink-PPP",
        18 => "Multilink-FR",
        19 => "Multilink",
        20 => "LSI",
        22 => "ATM-CCC-Cell-Relay",
        23 => "IPSEC-over-IP",
        24 => "GGSN",
        27 => "PPP-TCC",
        28 => "Frame-Relay-TCC",
        29 => "Cisco-HDLC-TCC",
        30 => "Ethernet-CCC",
        31 => "VPN-Loopback-tunnel",
        32 => "Extended-VLAN-CCC",
        33 => "Ethernet-over-ATM",
        34 => "Monitor",
        35 => "Ethernet-TCC",
        36 => "VLAN-TCC",
        37 => "Extended-VLAN-TCC",
        38 => "Controller",
        39 => "Multilink-FR-UNI-NNI",
        40 => "LinkService",
        41 => "VPLS",
        42 => "VLAN-VPLS",
        43 => "Extended-VLAN-VPLS",
        44 => "Logical-tunnel",
        45 => "General-Services",
        46 => "Ethernet-VPLS-over-ATM",
        48 => "Extended FR-CCC",
        49 => "Extended FR-TCC",
        50 => "Flexible-FrameRelay",
        52 => "Flexible-Ethernet-Services",
        53 => "Flow-collection",
        56 => "PPPoE",
        57 => "PPP-Subordinate",
        59 => "Dynamic-Flow-Capture",
        60 => "PIC Peer",
    }
    EXT_IFLE_NAMES {
        2 => "ATM SNAP",
        3 => "ATM NLPID",
        4 => "ATM VCMUX",
        5 => "ATM LLC",
        6 => "PPP over ATM VCMUX",
        7 => "PPP over ATM LLC",
        8 => "PPP over FUNI",
        9 => "CCC over ATM",
        10 => "FR NLPID",
        11 => "FR SNAP",
        12 => "FR PPP",
        13 => "FR CCC",
        14 => "Ethernet",
        17 => "PPP",
        18 => "C-HDLC",
        19 => "PPP CCC",
        20 => "IPIP",
        21 => "PIM Null",
        22 => "GRE NULL",
        23 => "PPP over GRE",
        24 => "PIMd",
        25 => "C-HDLC CCC",
        26 => "CISCO compatible NLPID",
        27 => "VLAN CCC",
        28 => "MLPPP",
        29 => "MLFR",
        30 => "LSI Null",
        32 => "ATM CCC Cell Relay",
        33 => "Crypto",
        34 => "GGSN",
        35 => "ATM VCMUX TCC",
        36 => "FR TCC",
        37 => "PPP TCC",
        38 => "C-HDLC TCC",
        39 => "Ethernet CCC",
        40 => "VT",
        41 => "Ethernet over ATM LLC",
        42 => "Extended VLAN CCC",
        43 => "ATM SNAP TCC",
        44 => "Monitor",
        45 => "Ethernet TCC",
        46 => "VLAN TCC",
        47 => "Extended VLAN TCC",
        48 => "MFR",
        49 => "VPLS",
        50 => "VLAN VPLS",
        51 => "Extended VLAN VPLS",
        52 => "General Services",
        53 => "Ethernet VPLS over ATM LLC",
        54 => "FR CCC",
        55 => "MLPPP over ATM LLC",
        56 => "Ethernet over ATM CCC",
        57 => "LT VLAN",
        58 => "Collector",
        59 => "Aggregator",
        60 => "LAPD",
        61 => "PPPoE over ATM LLC",
        62 => "PPPoE over Ethernet",
        63 => "PPPoE",
        64 => "",
        65 => "C-HDLC via dialer",
    }
}

const MAGIC: u32 = 0x4d_4743;
/// Bits of the flags.
const NO_L2: u8 = 0x02;
const EXTENSIONS: u8 = 0x80;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("Juniper Ethernet");
    cx.info_clear();
    let start = c;
    let link = cx.meta.link;
    let me = cx.proto_item();
    cx.label(me, |o| {
        o.s("Juniper ").s(match link {
            178 => "Ethernet",
            179 => "PPP",
            180 => "Frame-Relay",
            181 => "C-HDLC",
            _ => "Voice PIC",
        });
    });
    let magic = cx.u24(MAGIC_NUMBER, &mut c)?;
    if magic != MAGIC {
        return Ok(());
    }
    let flags = c.peek_u8(0)?;
    cx.peek(DIRECTION, &c, 1)?;
    let it = cx.add(L2HDR, c.span(1), Value::U(u64::from(flags & NO_L2)));
    let there = flags & NO_L2 == 0;
    cx.label(it, |o| {
        o.s(".... ..").u(u8::from(!there)).s(". = L2 header presence: ");
        o.s(if there { "Present (0x0)" } else { "none (0x2)" });
    });
    c.skip(1)?;
    if flags & EXTENSIONS != 0 {
        let len = usize::from(c.peek_u16(0)?);
        let item = cx.field(EXT_TOTAL_LEN, &mut c, 2)?;
        let mut list = c.take_all(len)?;
        cx.under(item, |cx| -> Step {
            while list.left() > 2 {
                extension(cx, &mut list)?;
            }
            Ok(())
        })?;
    }
    if !there {
        // Four bytes that only the router understands, then the network's protocol.
        let kind = c.peek_u32(0)?;
        c.skip(4)?;
        cx.proto_len(start.left() - c.left());
        return match kind {
            2 => cx.call(crate::network::ipv4::ID, c),
            6 => cx.call(crate::network::ipv6::ID, c),
            _ => cx.call(crate::meta::data::ID, c),
        };
    }
    cx.proto_len(start.left() - c.left());
    let (payload, next) = match link {
        178 => (204, super::ethernet::ID),
        179 => (200, super::ppp::ID),
        180 => (207, super::frame_relay::ID),
        181 => (208, super::chdlc::ID),
        _ => return cx.call(crate::meta::data::ID, c),
    };
    cx.generated(PAYLOAD_TYPE, c.span(0), Value::U(payload));
    cx.call(next, c)
}

/// One extension: a type, a length, a little-endian number.
fn extension<S: Sink>(cx: &mut Cx<'_, S>, list: &mut Cursor<'_>) -> Step {
    let (kind, len) = (list.peek_u8(0)?, usize::from(list.peek_u8(1)?));
    let mut ext = list.take(len + 2);
    let (name, field) = match kind {
        1 => ("Device Interface Index", Some(EXT_IFD)),
        2 => ("Device Interface Name", None),
        3 => ("Device Media Type", Some(EXT_IFMT)),
        4 => ("Logical Interface Index", Some(EXT_IFL)),
        5 => ("Logical Unit Number", None),
        6 => ("Logical Interface Encapsulation", Some(EXT_IFLE)),
        _ => ("Unknown", None),
    };
    let item = cx.line(ext.span(len + 2), |o| {
        o.s(name).s(" Extension TLV #").u(kind).s(", length: ").u(len as u64);
    });
    ext.skip(2)?;
    if let Some(field) = field {
        let value = requin_wire::le(ext.peek_bytes(0, len.min(8))?);
        cx.under(item, |cx| cx.add(field, ext.span(len), Value::U(value)));
    }
    Ok(())
}
