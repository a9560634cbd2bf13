//! ICQ over UDP, before OSCAR: which version a datagram is of.

use requin_wire::{Cursor, Cx, Sink, Step, Stop, proto};

proto! {
    ICQ "icq" "ICQ Protocol" "ICQ" App
    on [Udp 4000]
    fields {
        VERSION "icq.version" "Version": U16 Dec;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let version = requin_wire::le(c.peek_bytes(0, 2)?);
    let label = match version {
        2 => "ICQv2",
        3 => "ICQv3",
        4 => "ICQv4",
        _ => return Err(Stop::NotMine),
    };
    cx.protocol(label);
    cx.info(|o| _ = o.s("ICQ Version ").u(version).s(" protocol"));
    let me = cx.proto_item();
    cx.label(me, |o| _ = o.s(label));
    cx.u16_le(VERSION, &mut c).map(|_| ())
}
