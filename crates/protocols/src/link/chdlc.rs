//! Cisco's HDLC: an address, a control byte, and an ethertype.

use requin_wire::{Cursor, Cx, Sink, Step, Table, names, proto};

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
    PROTOCOLS {
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
    if kind == OSI {
        if c.peek_u8(0)? == 0 {
            cx.field(CLNS_PADDING, &mut c, 1)?;
            cx.proto_len(5);
        }
        if cx.dispatch(Table::Llc, 0xfe, c)? {
            return Ok(());
        }
    }
    if cx.dispatch(Table::Ether, u32::from(kind), c)? {
        return Ok(());
    }
    cx.info(|o| _ = o.hex(kind, 4));
    cx.call(crate::meta::data::ID, c)
}
