//! ARCNET, ANSI/ATA 878.1, with the headers of RFC 1051 and RFC 1201.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    ARCNET "arcnet" "ARCNET" "ARCNET" Link
    on [Link 7, Link 129]
    fields {
        SRC "arcnet.src" "Source": U8 Hex;
        DST "arcnet.dst" "Dest": U8 Hex;
        OFFSET "arcnet.offset" "Offset": Bytes;
        PROT_ID "arcnet.protID" "Protocol ID": U8 Hex = PROT_ID_NAMES;
        SPLIT_FLAG "arcnet.split_flag" "Split Flag": U8 Dec;
        EXCEPTION_FLAG "arcnet.exception_flag" "Exception Flag": U8 Hex;
        SEQUENCE "arcnet.sequence" "Sequence": U16 Dec;
        PADDING "arcnet.padding" "Padding": U16 Hex;
    }
}

names! {
    PROT_ID_NAMES {
        0 => "Datapoint boot",
        1 => "Datapoint mount",
        8 => "PowerLAN beacon",
        128 => "Diagnose",
        196 => "IPv6",
        205 => "BACnet",
        212 => "RFC 1201 IP",
        213 => "RFC 1201 ARP",
        214 => "RFC 1201 RARP",
        221 => "Appletalk",
        232 => "Encapsulated Ethernet",
        236 => "Novell of some sort",
        240 => "RFC 1051 IP",
        241 => "RFC 1051 ARP",
        243 => "PowerLAN beacon2",
        247 => "Banyan VINES",
        250 => "IPX",
    }
}

/// The link type whose headers have the two bytes at which the payload begins in the packet's buffer.
const LINUX: u16 = 129;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("ARCNET");
    cx.info(|o| _ = o.s("ARCNET"));
    let whole = c;
    let h = *c.peek_array::<2>()?;
    cx.addresses_text(|o| _ = o.hex(h[0], 2), |o| _ = o.hex(h[1], 2));
    run(cx, &mut c, &[(SRC, 1), (DST, 1)])?;
    let linux = cx.meta.link == LINUX;
    if linux {
        cx.field(OFFSET, &mut c, 2)?;
    }
    let kind = cx.u8(PROT_ID, &mut c)?;
    // Those of RFC 1051 and of diagnosis have no fragments.
    if !matches!(kind, 0x80 | 0xcd | 0xf0 | 0xf1) {
        if !linux && c.peek_u8(0)? == 0xff {
            run(cx, &mut c, &[(EXCEPTION_FLAG, 1), (PADDING, 2), (PROT_ID, 1)])?;
        }
        run(cx, &mut c, &[(SPLIT_FLAG, 1), (SEQUENCE, 2)])?;
    }
    cx.proto_len(whole.left() - c.left());
    let next = match kind {
        0xd4 | 0xf0 => crate::network::ipv4::ID,
        0xd5 | 0xd6 | 0xf1 => super::arp::ID,
        0xc4 => crate::network::ipv6::ID,
        0xec | 0xfa => crate::network::ipx::ID,
        0xcd => super::llc::ID,
        0xdd => crate::network::appletalk::ID,
        _ => {
            cx.protocol_with(|o| _ = o.hex(kind, 4));
            crate::meta::data::ID
        }
    };
    cx.call(next, c)
}
