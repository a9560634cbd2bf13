//! The header that all PDUs of IS-IS begin with, ISO 10589 section 9.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    ISIS "isis" "ISO 10589 ISIS InTRA Domain Routeing Information Exchange Protocol" "ISIS" Network
    on []
    fields {
        IRPD "isis.irpd" "Intradomain Routing Protocol Discriminator": U8 Hex = super::NLPID_NAMES;
        LEN "isis.len" "Length Indicator": U8 Dec;
        VERSION "isis.version" "Version/Protocol ID Extension": U8 Dec;
        SYSID_LEN "isis.sysid_len" "ID Length": U8 Dec;
        TYPE "isis.type" "PDU Type": U8 Dec & 0x1f = TYPE_NAMES;
        TYPE_RESERVED "isis.type.reserved" "Reserved": U8 Hex & 0xe0;
        VERSION2 "isis.version2" "Version": U8 Dec;
        RESERVED "isis.reserved" "Reserved": U8 Dec;
        MAX_AREA_ADR "isis.max_area_adr" "Maximum Area Addresses": U8 Dec;
        CLV_KEY_ID "isis.clv.key_id" "Key ID": U16 Dec;
    }
    experts {
        VERSION_UNKNOWN "isis.version.unknown" Warn Protocol "Unknown ISIS version";
        VERSION2_NOTONE "isis.version2.notone" Warn Protocol "Version must be 1";
        RESERVED_NOTZERO "isis.reserved.notzero" Warn Protocol "Reserved must be 0";
        TYPE_UNKNOWN "isis.type.unknown" Warn Protocol "Unknown ISIS packet type";
    }
}

names! {
    TYPE_NAMES {
        15 => "L1 HELLO",
        16 => "L2 HELLO",
        17 => "P2P HELLO",
        18 => "L1 LSP",
        20 => "L2 LSP",
        24 => "L1 CSNP",
        25 => "L2 CSNP",
        26 => "L1 PSNP",
        27 => "L2 PSNP",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(4)? & 0x1f;
    cx.protocol("ISIS");
    cx.info_clear();
    let name = TYPE_NAMES.or(u64::from(kind), "Unknown");
    cx.info(|o| _ = o.s(name));
    cx.proto_len(8);
    let h = *c.peek_array::<8>()?;
    run(cx, &mut c, &[(IRPD, 1), (LEN, 1)])?;
    let item = cx.field(VERSION, &mut c, 1)?;
    if h[2] != 1 {
        cx.expert_with(VERSION_UNKNOWN, item, c.span(0), |o| {
            o.s("Unknown ISIS version (").u(h[2]).s(" vs 1)");
        });
    }
    cx.u8(SYSID_LEN, &mut c)?;
    cx.peek(TYPE_RESERVED, &c, 1)?;
    let item = cx.field(TYPE, &mut c, 1)?;
    if TYPE_NAMES.find(u64::from(kind)).is_none() {
        cx.expert(TYPE_UNKNOWN, item, c.span(0));
    }
    let item = cx.field(VERSION2, &mut c, 1)?;
    if h[5] != 1 {
        cx.expert(VERSION2_NOTONE, item, c.span(0));
    }
    let item = cx.field(RESERVED, &mut c, 1)?;
    if h[6] != 0 {
        cx.expert(RESERVED_NOTZERO, item, c.span(0));
    }
    cx.u8(MAX_AREA_ADR, &mut c)?;
    match kind {
        15..=17 => cx.call(super::hello::ID, c),
        18 | 20 => cx.call(super::lsp::ID, c),
        24 | 25 => cx.call(super::csnp::ID, c),
        26 | 27 => cx.call(super::psnp::ID, c),
        _ => Ok(()),
    }
}
