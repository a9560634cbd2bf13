//! Remote Desktop Protocol, [MS-RDPBCGR]: the negotiation that connection requests carry.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    RDP "rdp" "Remote Desktop Protocol" "RDP" App
    on []
    fields {
        RT_COOKIE "rdp.rt_cookie" "Routing Token/Cookie": Str;
        NEG_TYPE "rdp.neg_type" "Type": U8 Hex = NEG_TYPE_NAMES;
        NEGREQ_FLAGS "rdp.negReq.flags" "Flags": U8 Hex;
        NEGREQ_FLAGS_RESTRICTED_ADMIN_MODE_REQ "rdp.negReq.flags.restricted_admin_mode_req" "Restricted admin mode required": Bool(8) & 0x1;
        NEGREQ_FLAGS_CORRELATION_INFO_PRESENT "rdp.negReq.flags.correlation_info_present" "Correlation info present": Bool(8) & 0x8;
        NEG_LENGTH "rdp.neg_length" "Length": U16 Dec;
        NEGREQ_REQUESTEDPROTOCOLS "rdp.negReq.requestedProtocols" "requestedProtocols": U32 Hex;
        NEGREQ_REQUESTEDPROTOCOLS_SSL "rdp.negReq.requestedProtocols.ssl" "TLS security supported": Bool(32) & 0x1;
        NEGREQ_REQUESTEDPROTOCOLS_HYBRID "rdp.negReq.requestedProtocols.hybrid" "CredSSP supported": Bool(32) & 0x2;
        NEGREQ_REQUESTEDPROTOCOLS_RDSTLS "rdp.negReq.requestedProtocols.rdstls" "RDSTLS supported": Bool(32) & 0x4;
        NEGREQ_REQUESTEDPROTOCOLS_HYBRID_EX "rdp.negReq.requestedProtocols.hybrid_ex" "CredSSP with Early User Authorization Result PDU supported": Bool(32) & 0x8;
        NEGRSP_FLAGS "rdp.negRsp.flags" "Flags": U8 Hex;
        NEGRSP_FLAGS_EXTENDED_CLIENT_DATA_SUPPORTED "rdp.negRsp.flags.extended_client_data_supported" "Extended Client Data Blocks supported": Bool(8) & 0x1;
        NEGRSP_FLAGS_DYNVC_GFX_PROTOCOL_SUPPORTED "rdp.negRsp.flags.dynvc_gfx_protocol_supported" "Graphics Pipeline Extension Protocol supported": Bool(8) & 0x2;
        NEGRSP_FLAGS_RESTRICTED_ADMIN_MODE_SUPPORTED "rdp.negRsp.flags.restricted_admin_mode_supported" "Restricted admin mode supported": Bool(8) & 0x8;
        NEGRSP_FLAGS_RESTRICTED_AUTHENTICATION_MODE_SUPPORTED "rdp.negRsp.flags.restricted_authentication_mode_supported" "Restricted authentication mode supported": Bool(8) & 0x10;
        NEGREQ_SELECTEDPROTOCOL "rdp.negReq.selectedProtocol" "selectedProtocol": U32 Hex = NEGREQ_SELECTEDPROTOCOL_NAMES;
        NEGFAILURE_FAILURECODE "rdp.negFailure.failureCode" "failureCode": U32 Hex = NEGFAILURE_FAILURECODE_NAMES;
    }
}

names! {
    NEG_TYPE_NAMES {
        1 => "RDP Negotiation Request",
        2 => "RDP Negotiation Response",
        3 => "RDP Negotiation Failure",
        6 => "RDP Correlation Info",
    }
    NEGREQ_SELECTEDPROTOCOL_NAMES {
        0 => "Standard RDP Security",
        1 => "TLS 1.0, 1.1 or 1.2",
        2 => "CredSSP",
        4 => "RDSTLS protocol",
        8 => "CredSSP with Early User Authorization Result PDU",
    }
    NEGFAILURE_FAILURECODE_NAMES {
        1 => "TLS required by server",
        2 => "TLS not allowed by server",
        3 => "TLS certificate not on server",
        4 => "Inconsistent flags",
        5 => "Server requires Enhanced RDP Security with CredSSP",
        6 => "Server requires Enhanced RDP Security with TLS and certificate-based client authentication",
    }
}

const REQUEST: u8 = 1;
const RESPONSE: u8 = 2;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("RDP");
    cx.info_clear();
    if c.rest().starts_with(b"Cookie: ") {
        let n = c.rest().windows(2).position(|w| w == b"\r\n").map_or(c.left(), |n| n + 2);
        cx.bytes(RT_COOKIE, &mut c, n)?;
    }
    if c.left() < 8 {
        return Ok(());
    }
    let kind = c.peek_u8(0)?;
    cx.u8(NEG_TYPE, &mut c)?;
    match kind {
        REQUEST => {
            cx.info(|o| _ = o.s("Negotiate Request"));
            let bits = [NEGREQ_FLAGS_RESTRICTED_ADMIN_MODE_REQ, NEGREQ_FLAGS_CORRELATION_INFO_PRESENT];
            cx.flags(NEGREQ_FLAGS, &mut c, 1, &bits)?;
            cx.u16_le(NEG_LENGTH, &mut c)?;
            let bits = [
                NEGREQ_REQUESTEDPROTOCOLS_SSL,
                NEGREQ_REQUESTEDPROTOCOLS_HYBRID,
                NEGREQ_REQUESTEDPROTOCOLS_RDSTLS,
                NEGREQ_REQUESTEDPROTOCOLS_HYBRID_EX,
            ];
            cx.flags_le(NEGREQ_REQUESTEDPROTOCOLS, &mut c, 4, &bits)?;
        }
        RESPONSE => {
            cx.info(|o| _ = o.s("Negotiate Response"));
            let bits = [
                NEGRSP_FLAGS_EXTENDED_CLIENT_DATA_SUPPORTED,
                NEGRSP_FLAGS_DYNVC_GFX_PROTOCOL_SUPPORTED,
                NEGRSP_FLAGS_RESTRICTED_ADMIN_MODE_SUPPORTED,
                NEGRSP_FLAGS_RESTRICTED_AUTHENTICATION_MODE_SUPPORTED,
            ];
            cx.flags(NEGRSP_FLAGS, &mut c, 1, &bits)?;
            cx.u16_le(NEG_LENGTH, &mut c)?;
            cx.u32_le(NEGREQ_SELECTEDPROTOCOL, &mut c)?;
        }
        _ => {
            cx.info(|o| _ = o.s("Negotiate Failure"));
            c.skip(1)?;
            cx.u16_le(NEG_LENGTH, &mut c)?;
            cx.u32_le(NEGFAILURE_FAILURECODE, &mut c)?;
        }
    }
    Ok(())
}
