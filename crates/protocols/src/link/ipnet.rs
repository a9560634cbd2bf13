//! What Solaris hands out of packets between zones of a machine.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    IPNET "ipnet" "Solaris IPNET" "IPNET" Link
    on [Link 226]
    fields {
        VERSION "ipnet.version" "Header version": U8 Dec;
        FAMILY "ipnet.family" "Address family": U8 Dec = FAMILY_NAMES;
        HTYPE "ipnet.htype" "Hook type": U16 Dec = HTYPE_NAMES;
        PKTLEN "ipnet.pktlen" "Data length": U32 Dec;
        IFINDEX "ipnet.ifindex" "Interface index": U32 Dec;
        GRIFINDEX "ipnet.grifindex" "Group interface index": U32 Dec;
        ZSRC "ipnet.zsrc" "Source Zone ID": U32 Dec;
        ZDST "ipnet.zdst" "Destination Zone ID": U32 Dec;
    }
}

names! {
    FAMILY_NAMES {
        2 => "Solaris AF_INET",
        26 => "Solaris AF_INET6",
    }
    HTYPE_NAMES {
        0 => "Inbound",
        1 => "Outbound",
        2 => "Local",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("IPNET");
    cx.info(|o| _ = o.s("Solaris IPNET"));
    cx.proto_len(24);
    let family = c.peek_u8(1)?;
    run(cx, &mut c, &[(VERSION, 1), (FAMILY, 1), (HTYPE, 2), (PKTLEN, 4), (IFINDEX, 4), (GRIFINDEX, 4)])?;
    run(cx, &mut c, &[(ZSRC, 4), (ZDST, 4)])?;
    match family {
        2 => cx.call(crate::network::ipv4::ID, c),
        26 => cx.call(crate::network::ipv6::ID, c),
        _ => cx.call(crate::meta::data::ID, c),
    }
}
