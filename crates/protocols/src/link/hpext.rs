//! Extended service access points of Hewlett-Packard over IEEE 802.2.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    HPEXT "hpext" "HP Extended Local-Link Control" "HPEXT" Link
    on [Llc 0xf8]
    fields {
        DXSAP "hpext.dxsap" "DXSAP": U16 Hex = DXSAP_NAMES;
        SXSAP "hpext.sxsap" "SXSAP": U16 Hex = DXSAP_NAMES;
        RESERVED "hpext.reserved" "Reserved": U24 Hex;
    }
}

names! {
    DXSAP_NAMES {
        1544 => "RBOOT Destination Service Access Point",
        1545 => "RBOOT Source Service Access Point",
        1571 => "HP Switch Protocol",
        5722 => "SNMP",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("HPEXT");
    cx.proto_len(7);
    cx.field(RESERVED, &mut c, 3)?;
    let (dxsap, sxsap) = (c.peek_u16(0)?, c.peek_u16(2)?);
    cx.info(|o| {
        o.s("; HPEXT; DXSAP ").s(DXSAP_NAMES.or(u64::from(dxsap), "Unknown"));
        o.s(", SXSAP ").s(DXSAP_NAMES.or(u64::from(sxsap), "Unknown"));
    });
    run(cx, &mut c, &[(DXSAP, 2), (SXSAP, 2)])?;
    if c.is_empty() {
        return Ok(());
    }
    cx.call(if dxsap == 0x0623 { super::hpsw::ID } else { crate::meta::data::ID }, c)
}
