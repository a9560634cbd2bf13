//! Aruba's discovery protocol: access points look for their controller.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    ADP "adp" "Aruba Discovery Protocol" "ADP" App
    on [Udp 8200]
    fields {
        VERSION "adp.version" "Version": U16 Dec;
        TYPE "adp.type" "Type": U16 Dec = TYPE_NAMES;
        TRANSACTION "adp.id" "Transaction ID": U16 Dec;
        MAC "adp.mac" "MAC address": Ether;
        SWITCH "adp.switch" "Switch IP": Ipv4;
    }
}

names! {
    TYPE_NAMES { 1 => "Request", 2 => "Response" }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("ADP");
    cx.info_clear();
    cx.u16(VERSION, &mut c)?;
    let kind = cx.u16(TYPE, &mut c)?;
    cx.u16(TRANSACTION, &mut c)?;
    match kind {
        1 => {
            let mac = c.peek_bytes(0, 6)?;
            cx.field(MAC, &mut c, 6)?;
            cx.info(|o| _ = o.s("ADP Request Src MAC: ").hex_bytes(mac, b':'));
            cx.proto_append(|o| _ = o.s(", Request Src MAC: ").hex_bytes(mac, b':'));
        }
        2 => {
            let address = c.peek_u32(0)?;
            cx.field(SWITCH, &mut c, 4)?;
            cx.info(|o| _ = o.s("ADP Response Switch IP: ").ipv4(address));
            cx.proto_append(|o| _ = o.s(", Response Switch IP: ").ipv4(address));
        }
        _ => {}
    }
    Ok(())
}
