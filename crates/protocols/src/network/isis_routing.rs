//! The header that all PDUs of IS-IS begin with, ISO 10589 section 9.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    ISIS "isis" "ISO 10589 ISIS InTRA Domain Routeing Information Exchange Protocol" "ISIS" Network
    on []
    fields {
        IRPD "isis.irpd" "Intradomain Routing Protocol Discriminator": U8 Hex = super::isis::NLPID_NAMES;
        LEN "isis.len" "Length Indicator": U8 Dec;
        VERSION "isis.version" "Version/Protocol ID Extension": U8 Dec;
        SYSID_LEN "isis.sysid_len" "ID Length": U8 Dec;
        TYPE "isis.type" "PDU Type": U8 Dec & 0x1f = TYPE_NAMES;
        TYPE_RESERVED "isis.type.reserved" "Reserved": U8 Hex & 0xe0;
        VERSION2 "isis.version2" "Version": U8 Dec;
        RESERVED "isis.reserved" "Reserved": U8 Dec;
        MAX_AREA_ADR "isis.max_area_adr" "Maximum Area Addresses": U8 Dec;
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
    run(cx, &mut c, &[(IRPD, 1), (LEN, 1), (VERSION, 1), (SYSID_LEN, 1)])?;
    cx.peek(TYPE_RESERVED, &c, 1)?;
    cx.field(TYPE, &mut c, 1)?;
    run(cx, &mut c, &[(VERSION2, 1), (RESERVED, 1), (MAX_AREA_ADR, 1)])?;
    match kind {
        15..=17 => cx.call(hello::ID, c),
        18 | 20 => cx.call(lsp::ID, c),
        24 | 25 => cx.call(csnp::ID, c),
        26 | 27 => cx.call(psnp::ID, c),
        _ => Ok(()),
    }
}

/// Hellos.
pub mod hello {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        ISIS_HELLO "isis.hello" "ISIS HELLO" "ISIS HELLO" Network
        on []
        fields {
            SOURCE_ID "isis.hello.source_id" "SystemID {Sender of PDU}": SysId;
            HOLDING_TIMER "isis.hello.holding_timer" "Holding timer": U16 Dec;
            PDU_LENGTH "isis.hello.pdu_length" "PDU length": U16 Dec;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("ISIS HELLO");
        c.skip(1)?;
        cx.field(SOURCE_ID, &mut c, 6)?;
        cx.u16(HOLDING_TIMER, &mut c)?;
        cx.u16(PDU_LENGTH, &mut c).map(|_| ())
    }
}

/// Link states.
pub mod lsp {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        ISIS_LSP "isis.lsp" "ISO 10589 ISIS Link State Protocol Data Unit" "ISIS LSP" Network
        on []
        fields {
            PDU_LENGTH "isis.lsp.pdu_length" "PDU length": U16 Dec;
            REMAINING_LIFE "isis.lsp.remaining_life" "Remaining lifetime": U16 Dec;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("ISIS LSP");
        cx.u16(PDU_LENGTH, &mut c)?;
        cx.u16(REMAINING_LIFE, &mut c).map(|_| ())
    }
}

/// Complete lists of sequence numbers.
pub mod csnp {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        ISIS_CSNP "isis.csnp" "ISO 10589 ISIS Complete Sequence Numbers Protocol Data Unit" "ISIS CSNP" Network
        on []
        fields {
            PDU_LENGTH "isis.csnp.pdu_length" "PDU length": U16 Dec;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("ISIS CSNP");
        cx.u16(PDU_LENGTH, &mut c).map(|_| ())
    }
}

/// Partial lists of sequence numbers.
pub mod psnp {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        ISIS_PSNP "isis.psnp" "ISO 10589 ISIS Partial Sequence Numbers Protocol Data Unit" "ISIS PSNP" Network
        on []
        fields {
            PDU_LENGTH "isis.psnp.pdu_length" "PDU length": U16 Dec;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("ISIS PSNP");
        cx.u16(PDU_LENGTH, &mut c).map(|_| ())
    }
}
