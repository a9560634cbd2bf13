//! Component Network over IP, EIA-852: packets of LonTalk between routers.

use crate::common::run;
use requin_wire::{Cursor, Cx, Item, Sink, Step, names, proto};

proto! {
    CNIP "cnip" "Component Network over IP" "CN/IP" App
    on [Udp 1628, Udp 1629]
    fields {
        LEN "cnip.len" "Packet length": U16 Dec;
        VER "cnip.ver" "Version": U8 Dec;
        TYPE "cnip.type" "Packet type": U8 Hex = TYPE_NAMES;
        EXTH "cnip.exth" "Ext. Header Size": U8 Dec;
        PF "cnip.pf" "Protocol Flags": U8 Dec;
        SEC "cnip.sec" "Protocol Flags": U8 Dec & 0x20;
        PROTOCOL "cnip.protocol" "Protocol Code": U8 Dec & 0x1f;
        VENDORCODE "cnip.vendorcode" "Vendor Code": U16 Dec;
        SESSID "cnip.sessid" "Session ID": U32 Dec;
        SEQNO "cnip.seqno" "Sequence Number": U32 Dec;
        TSTAMP "cnip.tstamp" "Time Stamp": U32 Dec;
    }
    experts {
        TYPE_UNKNOWN "cnip.type.unknown" Warn Undecoded "This dissector doesn't yet decode packets of type";
    }
}

names! {
    TYPE_NAMES {
        1 => "Data Packet",
        3 => "Device Registration",
        4 => "Channel Membership",
        6 => "Send List",
        7 => "Acknowledge",
        8 => "Channel Routing",
        96 => "Status/Health/Statistics Request",
        99 => "Device Configuration Request",
        100 => "Channel Membership Request",
        102 => "Send List Request",
        104 => "Channel Routing Request",
        112 => "Status/Health/Statistics Response",
        113 => "Device Configuration",
        127 => "Segment",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("CN/IP");
    let all = c;
    let h = *c.peek_array::<6>()?;
    let (kind, flags) = (h[3], h[5]);
    let name = TYPE_NAMES.or(u64::from(kind), "Unknown");
    cx.info(|o| _ = o.s("Priority: normal Type: ").s(name));
    run(cx, &mut c, &[(LEN, 2), (VER, 1), (TYPE, 1), (EXTH, 1)])?;
    cx.flags(PF, &mut c, 1, &[SEC, PROTOCOL])?;
    run(cx, &mut c, &[(VENDORCODE, 2), (SESSID, 4), (SEQNO, 4), (TSTAMP, 4)])?;
    c.skip(usize::from(h[4]) * 4)?;
    cx.proto_len(all.left() - c.left());
    if kind == 1 && flags & 0x1f == 0 {
        return cx.call(super::lon::ID, c);
    }
    if kind != 1 {
        cx.expert_with(TYPE_UNKNOWN, Item::NONE, c.span(0), |o| {
            o.s("This dissector doesn't yet decode packets of type ").s(name).s(" (").hex(kind, 0).s(")");
        });
    }
    cx.call(crate::meta::data::ID, c)
}
