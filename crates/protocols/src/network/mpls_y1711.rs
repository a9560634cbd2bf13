//! Operation and maintenance of MPLS, ITU-T Y.1711, behind the label that alerts to it.

use crate::common::run;
use crate::meta;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    MPLS_Y1711 "mpls_y1711" "MPLS ITU-T Y.1711 OAM" "MPLS ITU-T Y.1711 OAM" Network
    on [MplsLabel 14]
    fields {
        FUNCTION_TYPE "mpls_y1711.function_type" "Function Type": U8 Hex = FUNCTION_TYPE_NAMES;
        FREQUENCY "mpls_y1711.frequency" "Frequency": U8 Hex = FREQUENCY_NAMES;
        DEFECT_TYPE "mpls_y1711.defect_type" "Defect Type": U16 Hex = DEFECT_TYPE_NAMES;
        DEFECT_LOCATION "mpls_y1711.defect_location" "Defect Location (AS)": U32 Dec;
        BIP16 "mpls_y1711.bip16" "BIP16": U16 Hex;
        LSR_ID "mpls_y1711.lsr_id" "LSR ID": Ipv4;
        LSP_ID "mpls_y1711.lsp_id" "LSP ID": I32 Dec;
    }
    experts {
        MINIMUM_PAYLOAD "mpls_y1711.minimum_payload" Error Protocol "Error: must have a minimum payload length of 44 bytes";
        PADDING_NOT_FF "mpls_y1711.padding_not_ff" Error Protocol "Error: these bytes are padding and must be 0xFF";
        UNKNOWN_PDU "mpls_y1711.unknown_pdu" Error Protocol "Unknown MPLS Y.1711 PDU";
    }
}

names! {
    FUNCTION_TYPE_NAMES {
        0 => "Reserved", 1 => "CV (Connectivity Verification)", 2 => "FDI (Forward Defect Indicator)",
        3 => "BDI (Backward Defect Indicator)", 4 => "Reserved for Performance packets",
        5 => "Reserved for LB-Req (Loopback Request)", 6 => "Reserved for LB-Rsp (Loopback Response)",
        7 => "FDD (Fast Failure Detection)",
    }
    FREQUENCY_NAMES {
        0 => "Reserved", 1 => "10 ms", 2 => "20 ms", 3 => "50 ms (default value)", 4 => "100 ms", 5 => "200 ms",
        6 => "500 ms",
    }
    DEFECT_TYPE_NAMES {
        0 => "Reserved", 257 => "dServer", 258 => "dPeerME", 513 => "dLOCV", 514 => "dTTSI_Mismatch",
        515 => "dTTSI_Mismerge", 516 => "dExcess", 767 => "dUnknown", 65535 => "Reserved",
    }
}

const SHORTEST: usize = 44;
const CV: u8 = 1;
const FDI: u8 = 2;
const BDI: u8 = 3;
const FFD: u8 = 7;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let name = match c.peek_u8(0)? {
        CV => "CV",
        FDI => "FDI",
        BDI => "BDI",
        FFD => "FDD",
        _ => "reserved/unknown",
    };
    cx.info_add(|o| _ = o.s(" (Y.1711: ").s(name).s(")"));
    if c.left() < SHORTEST {
        cx.expert_here(MINIMUM_PAYLOAD, c.span(0), |o| {
            _ = o.s("Error: must have a minimum payload length of 44 bytes");
        });
        return cx.call(meta::data::ID, c);
    }
    let kind = c.peek_u8(0)?;
    cx.u8(FUNCTION_TYPE, &mut c)?;
    match kind {
        CV => {
            c.skip(3 + 12)?;
            run(cx, &mut c, &[(LSR_ID, 4), (LSP_ID, 4)])?;
            c.skip(18)?;
        }
        FDI | BDI => {
            c.skip(1)?;
            cx.u16(DEFECT_TYPE, &mut c)?;
            c.skip(12)?;
            run(cx, &mut c, &[(LSR_ID, 4), (LSP_ID, 4), (DEFECT_LOCATION, 4)])?;
            c.skip(14)?;
        }
        FFD => {
            c.skip(3 + 12)?;
            run(cx, &mut c, &[(LSR_ID, 4), (LSP_ID, 4), (FREQUENCY, 1)])?;
            c.skip(17)?;
        }
        _ => {
            cx.expert_here(UNKNOWN_PDU, c.span(0), |o| _ = o.s("Unknown MPLS Y.1711 PDU"));
            return Ok(());
        }
    }
    cx.u16(BIP16, &mut c).map(|_| ())
}
