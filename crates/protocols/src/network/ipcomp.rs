//! Compressed payloads of IP, RFC 3173. They stay compressed.

use crate::common::run;
use crate::meta;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    IPCOMP "ipcomp" "IP Payload Compression" "IPComp" Network
    on [IpProto 108]
    fields {
        NEXT_HEADER "ipcomp.next_header" "Next Header": U8 Hex = super::protocols::PROTOCOLS;
        FLAGS "ipcomp.flags" "IPComp Flags": U8 Hex;
        CPI "ipcomp.cpi" "IPComp CPI": U16 Hex = CPI_NAMES;
    }
}

names! {
    CPI_NAMES { 1 => "OUI", 2 => "DEFLATE", 3 => "LZS", 4 => "LZJH" }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("IPComp");
    cx.info_clear();
    run(cx, &mut c, &[(NEXT_HEADER, 1), (FLAGS, 1)])?;
    let cpi = cx.u16(CPI, &mut c)?;
    cx.info(|o| {
        o.s("IPComp (CPI=");
        match CPI_NAMES.find(u64::from(cpi)) {
            Some(name) => o.s(name),
            None => o.hex(cpi, 4),
        };
        o.s(")");
    });
    if c.is_empty() { Ok(()) } else { cx.call_nested(meta::data::ID, c) }
}
