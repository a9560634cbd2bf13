//! Linux cooked captures: what a socket of the kernel says of a packet, in two versions.

use super::ethertype::{Below, carry_padded};
use requin_wire::{AddrKind, Cursor, Cx, Sink, Step, Table, names, proto};

proto! {
    SLL "sll" "Linux cooked-mode capture" "SLL" Link
    on [Link 113, Link 276]
    fields {
        PKTTYPE "sll.pkttype" "Packet type": U16 Dec = PACKET_TYPES;
        HATYPE "sll.hatype" "Link-layer address type": U16 Dec = super::arp::HW_TYPE_NAMES;
        HALEN "sll.halen" "Link-layer address length": U16 Dec;
        SRC_ETH "sll.src.eth" "Source": Ether;
        SRC_IPV4 "sll.src.ipv4" "Source": Ipv4;
        SRC_OTHER "sll.src.other" "Source": Bytes;
        UNUSED "sll.unused" "Unused": Bytes;
        LTYPE "sll.ltype" "Protocol": U16 Hex = PROTOCOLS;
        GRETYPE "sll.gretype" "Protocol": U16 Hex = crate::network::gre::PROTOCOL_NAMES;
        ETYPE "sll.etype" "Protocol": U16 Hex = super::ethertype::NAMES;
        TRAILER "sll.trailer" "Trailer": Bytes;
        IFINDEX "sll.ifindex" "Interface index": U32 Dec;
    }
}

names! {
    PACKET_TYPES {
        0 => "Unicast to us", 1 => "Broadcast", 2 => "Multicast", 3 => "Unicast to another host", 4 => "Sent by us",
    }
    PROTOCOLS {
        1 => "802.3 (IPX)", 3 => "Ethernet", 4 => "802.2 LLC", 7 => "PPP HDLC", 12 => "CAN", 13 => "CAN FD",
        23 => "IrDA LAP", 245 => "ISI", 246 => "IEEE 802.15.4",
    }
}

const IP_GRE: u16 = 778;
const IP6_GRE: u16 = 823;
const VERSION_2: u16 = 276;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let second = cx.meta.link == VERSION_2;
    let me = cx.proto_item();
    cx.label(me, |o| _ = o.s("Linux cooked capture v").u(if second { 2u8 } else { 1 }));
    cx.proto_len(if second { 20 } else { 16 });
    // The column has the packet's type and, in the second version, the length of the address behind it.
    let (hardware_at, kind_at) = if second { (8, 10) } else { (2, 0) };
    let hardware = cx.first(c.peek_u16(hardware_at))?;
    let kind = cx.first(c.peek_u16(kind_at))?;
    cx.protocol("SLL");
    cx.info(|o| match PACKET_TYPES.find(u64::from(kind)) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown (").u(kind).s(")"),
    });
    let field_of = |protocol| match protocol {
        _ if hardware == IP_GRE || hardware == IP6_GRE => GRETYPE,
        0..=1536 => LTYPE,
        _ => ETYPE,
    };
    let len;
    let mut protocol = 0;
    if second {
        protocol = c.peek_u16(0)?;
        cx.field(field_of(protocol), &mut c, 2)?;
        c.skip(2)?;
        cx.field(IFINDEX, &mut c, 4)?;
        cx.field(HATYPE, &mut c, 2)?;
        cx.field(PKTTYPE, &mut c, 1)?;
        len = usize::from(cx.u8(HALEN, &mut c)?);
    } else {
        cx.field(PKTTYPE, &mut c, 2)?;
        cx.field(HATYPE, &mut c, 2)?;
        len = usize::from(cx.u16(HALEN, &mut c)?);
    }
    match len {
        0 => {}
        4 => _ = cx.peek(SRC_IPV4, &c, 4)?,
        6 => {
            cx.addresses(AddrKind::Ether, c.peek_bytes(0, 6)?, &[]);
            cx.out.columns.dst = requin_wire::Addr::default();
            cx.peek(SRC_ETH, &c, 6)?;
        }
        n => _ = cx.peek(SRC_OTHER, &c, n.min(8))?,
    }
    c.skip(len.min(8))?;
    if len < 8 {
        cx.field(UNUSED, &mut c, 8 - len)?;
    }
    if !second {
        protocol = c.peek_u16(0)?;
        cx.field(field_of(protocol), &mut c, 2)?;
    }
    match field_of(protocol) {
        LTYPE => {
            let next = match protocol {
                4 => Some(super::llc::ID),
                7 => Some(super::ppp::ID),
                3 => Some(super::ethernet::ID),
                _ => None,
            };
            if let Some(id) = next {
                return cx.call(id, c);
            }
            if cx.dispatch(Table::Sll, u32::from(protocol), c)? {
                return Ok(());
            }
            cx.call(crate::meta::data::ID, c)
        }
        GRETYPE => {
            if cx.dispatch(Table::Gre, u32::from(protocol), c)?
                || cx.dispatch(Table::Ether, u32::from(protocol), c)?
            {
                return Ok(());
            }
            cx.call(crate::meta::data::ID, c)
        }
        _ => {
            let below = Below { item: me, trailer: TRAILER, all, fcs: Some(0) };
            carry_padded(cx, protocol, c, below)
        }
    }
}
