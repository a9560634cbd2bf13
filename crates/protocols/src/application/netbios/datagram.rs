//! NetBIOS Datagram Service, RFC 1002 section 4.4.

use super::NetbiosName;
use requin_wire::{Cursor, Cx, Names, Sink, Step, Table, names, proto};

proto! {
    NBDGM "nbdgm" "NetBIOS Datagram Service" "NBDS" App
    on [Udp 138]
    fields {
        TYPE "nbdgm.type" "Message Type": U8 Dec = TYPE_NAMES;
        FLAGS "nbdgm.flags" "Flags": U8 Hex;
        NEXT "nbdgm.next" "More fragments follow": Bool(8) & 0x1 = Names::Bools("Yes", "No");
        FIRST "nbdgm.first" "This is first fragment": Bool(8) & 0x2 = Names::Bools("Yes", "No");
        NODE_TYPE "nbdgm.node_type" "Node Type": U8 Dec & 0xc = NODE_TYPE_NAMES;
        DGRAM_ID "nbdgm.dgram_id" "Datagram ID": U16 Hex;
        SRC_IP "nbdgm.src.ip" "Source IP": Ipv4;
        SRC_PORT "nbdgm.src.port" "Source Port": U16 Dec;
        DGRAM_LEN "nbdgm.dgram_len" "Datagram length": U16 Dec = Names::Unit(" byte", " bytes");
        PKT_OFFSET "nbdgm.pkt_offset" "Packet offset": U16 Dec = Names::Unit(" byte", " bytes");
        ERROR_CODE "nbdgm.error_code" "Error code": U8 Hex = ERROR_CODE_NAMES;
        SOURCE_NAME "nbdgm.source_name" "Source name": Str;
        DESTINATION_NAME "nbdgm.destination_name" "Destination name": Str;
    }
}

names! {
    TYPE_NAMES {
        16 => "Direct_unique datagram", 17 => "Direct_group datagram", 18 => "Broadcast datagram",
        19 => "Datagram error", 20 => "Datagram query request", 21 => "Datagram positive query response",
        22 => "Datagram negative query response",
    }
    NODE_TYPE_NAMES {
        0 => "B node", 1 => "P node", 2 => "M node", 3 => "NBDD",
    }
    ERROR_CODE_NAMES {
        130 => "Destination name not present", 131 => "Invalid source name format",
        132 => "Invalid destination name format",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("NBDS");
    cx.info_clear();
    let (kind, flags) = (c.peek_u8(0)?, c.peek_u8(1)?);
    cx.info(|o| _ = o.s(TYPE_NAMES.or(u64::from(kind), "Unknown message type")));
    cx.u8(TYPE, &mut c)?;
    let (_, item) = cx.flags(FLAGS, &mut c, 1, &[NEXT, FIRST, NODE_TYPE])?;
    cx.append(item, |o| {
        o.s(if flags & 1 != 0 { ", More fragments follow" } else { "" });
        o.s(if flags & 2 != 0 { ", This is first fragment" } else { "" });
        o.s(", Node Type: ").s(NODE_TYPE_NAMES.or(u64::from(flags >> 2 & 3), ""));
    });
    cx.u16(DGRAM_ID, &mut c)?;
    cx.field(SRC_IP, &mut c, 4)?;
    cx.u16(SRC_PORT, &mut c)?;
    let base = c.pos();
    let name = |cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field| -> Step {
        let start = *c;
        let name = NetbiosName::read(c, base)?;
        let item = cx.add_str(field, c.span_since(&start), |o| name.write(o));
        cx.append(item, |o| name.write_service(o));
        Ok(())
    };
    match kind {
        16..=18 => {
            cx.u16(DGRAM_LEN, &mut c)?;
            let offset = cx.u16(PKT_OFFSET, &mut c)?;
            name(cx, &mut c, SOURCE_NAME)?;
            name(cx, &mut c, DESTINATION_NAME)?;
            let me = cx.proto_item();
            cx.end_at(me, &c);
            // Later fragments say nothing by themselves.
            if c.is_empty() || offset == 0 && flags & 1 == 0 && cx.guess(Table::Netbios, c)? {
                return Ok(());
            }
            return cx.call(crate::meta::data::ID, c);
        }
        19 => _ = cx.u8(ERROR_CODE, &mut c)?,
        20..=22 => name(cx, &mut c, DESTINATION_NAME)?,
        _ => (),
    }
    Ok(())
}
