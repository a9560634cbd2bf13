//! Cisco's HDLC: an address, a control byte, and an ethertype.

use requin_wire::{Cursor, Cx, Sink, Step, Stop, Table, names, proto};

proto! {
    CHDLC "chdlc" "Cisco HDLC" "CHDLC" Link
    on [Link 104]
    fields {
        ADDRESS "chdlc.address" "Address": U8 Hex = ADDRESSES;
        CONTROL "chdlc.control" "Control": U8 Hex;
        PROTOCOL "chdlc.protocol" "Protocol": U16 Hex = PROTOCOLS;
        CLNS_PADDING "chdlc.clns_padding" "CLNS Padding": U8 Hex;
    }
}

names! {
    ADDRESSES { 0x0f => "Unicast", 0x8f => "Multicast" }
    /// What is carried, by the numbers of Ethernet types and some of Cisco's own.
    pub(super) PROTOCOLS {
        0x0800 => "IP",
        0x2000 => "Cisco Discovery Protocol",
        0x4242 => "Spanning Tree BPDU",
        0x6558 => "Transparent Ethernet bridging",
        0x8035 => "SLARP",
        0x8038 => "DEC LanBridge",
        0x809b => "Appletalk",
        0x80f3 => "AARP",
        0x8137 => "Netware IPX/SPX",
        0x86dd => "IPv6",
        0x8847 => "MPLS unicast",
        0x8848 => "MPLS multicast",
        0xfefe => "OSI",
    }
}

const OSI: u16 = 0xfefe;
const SLARP: u16 = 0x8035;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("CHDLC");
    cx.info_clear();
    let address = c.peek_u8(0)?;
    if address == 0xff {
        return cx.call(super::ppp::ID, c);
    }
    cx.field(ADDRESS, &mut c, 1)?;
    cx.field(CONTROL, &mut c, 1)?;
    let kind = cx.u16(PROTOCOL, &mut c)?;
    cx.proto_len(4);
    if c.captured() == 0 && !c.is_empty() {
        return Err(Stop::Cut);
    }
    if kind == OSI {
        // A byte fills the header up to an even length, in front of the identifiers of CLNP, ES-IS and IS-IS.
        let known = |at| c.peek_u8(at).is_ok_and(|b| matches!(b, 0x81..=0x83));
        if c.peek_u8(0)? == 0 || !known(0) && known(1) {
            cx.field(CLNS_PADDING, &mut c, 1)?;
            cx.proto_len(5);
        }
        if cx.dispatch(Table::Llc, 0xfe, c)? {
            return Ok(());
        }
    }
    if kind == SLARP {
        return cx.call(slarp::ID, c);
    }
    if cx.dispatch(Table::Ether, u32::from(kind), c)? {
        return Ok(());
    }
    cx.info(|o| _ = o.hex(kind, 4));
    cx.call(crate::meta::data::ID, c)
}

/// Cisco's Serial Line Address Resolution Protocol: addresses by request, and keepalives.
pub mod slarp {
    use requin_wire::{Cursor, Cx, Sink, Step, be, names, proto};

    proto! {
        SLARP "slarp" "Cisco SLARP" "SLARP" Network
        on []
        fields {
            PTYPE "slarp.ptype" "Packet type": U32 Dec = PTYPES;
            ADDRESS "slarp.address" "Address": Ipv4;
            NETMASK "slarp.netmask" "Netmask": Ipv4;
            MYSEQUENCE "slarp.mysequence" "Outgoing sequence number": U32 Dec;
            YOURSEQUENCE "slarp.yoursequence" "Returned sequence number": U32 Dec;
            RELIABILITY "slarp.reliability" "Reliability": U16 Hex;
        }
        experts {
            RELIABILITY_INVALID "slarp.reliability.invalid" Error Malformed "Reliability must be 0xFFFF";
        }
    }

    names! { PTYPES { 0 => "Request", 1 => "Reply", 2 => "Line keepalive" } }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("SLARP");
        cx.info_clear();
        cx.proto_len(14);
        let kind = c.peek_u32(0)?;
        let name = PTYPES.find(u64::from(kind));
        match (kind, name) {
            (0 | 1, Some(name)) => {
                let (address, mask) = (c.peek_u32(4)?, c.peek_u32(8)?);
                cx.info(|o| _ = o.s(name).s(", from ").ipv4(address).s(", mask ").ipv4(mask));
                cx.field(PTYPE, &mut c, 4)?;
                cx.field(ADDRESS, &mut c, 4)?;
                cx.field(NETMASK, &mut c, 4)?;
            }
            (2, Some(name)) => {
                let (mine, yours) = (c.peek_u32(4)?, c.peek_u32(8)?);
                cx.info(|o| {
                    o.s(name).s(", outgoing sequence ").u(mine).s(", returned sequence ").u(yours);
                });
                cx.field(PTYPE, &mut c, 4)?;
                cx.field(MYSEQUENCE, &mut c, 4)?;
                cx.field(YOURSEQUENCE, &mut c, 4)?;
                let span = c.span(2);
                let reliability = be(c.peek_bytes(0, 2)?);
                let item = cx.field(RELIABILITY, &mut c, 2)?;
                if reliability != 0xffff {
                    cx.expert(RELIABILITY_INVALID, item, span);
                }
            }
            _ => {
                cx.info(|o| _ = o.s("Unknown packet type ").hex(kind, 8));
                cx.field(PTYPE, &mut c, 4)?;
                return cx.call(crate::meta::data::ID, c);
            }
        }
        Ok(())
    }
}
