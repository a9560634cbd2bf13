//! Slow protocols, IEEE 802.3 annex 57A: which one it is.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    SLOW "slow" "Slow Protocols" "Slow Protocols" Link
    on [Ether 0x8809]
    fields {
        SUBTYPE "slow.subtype" "Slow Protocols subtype": U8 Hex = SUBTYPE_NAMES;
    }
}

names! {
    SUBTYPE_NAMES {
        1 => "LACP",
        2 => "Marker Protocol",
        3 => "OAM",
        10 => "Organization Specific Slow Protocol",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    cx.protocol("Slow Protocols");
    cx.info(|o| _ = o.s("Subtype = ").u(kind));
    cx.proto_len(1);
    cx.u8(SUBTYPE, &mut c)?;
    match kind {
        1 => cx.call(super::lacp::ID, c),
        2 => cx.call(super::lacp::marker::ID, c),
        10 => cx.call(super::ossp::ID, c),
        _ => cx.call(crate::meta::data::ID, c),
    }
}
