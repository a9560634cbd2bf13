//! Complete lists of sequence numbers of IS-IS, ISO 10589 section 9.10.

use super::clv::{self, Rows};
use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    ISIS_CSNP "isis.csnp" "ISO 10589 ISIS Complete Sequence Numbers Protocol Data Unit" "ISIS CSNP" Network
    on []
    fields {
        PDU_LENGTH "isis.csnp.pdu_length" "PDU length": U16 Dec;
        SOURCE_ID "isis.csnp.source_id" "Source-ID": SysId;
        SOURCE_CIRCUIT "isis.csnp.source_circuit" "Source-ID-Circuit": Bytes;
        START_LSP_ID "isis.csnp.start_lsp_id" "Start LSP-ID": SysId;
        END_LSP_ID "isis.csnp.end_lsp_id" "End LSP-ID": SysId;
        LSP_ID "isis.csnp.lsp_id" "LSP-ID": SysId;
        LSP_SEQ_NUM "isis.csnp.lsp_seq_num" "LSP Sequence Number": U32 Hex;
        LSP_REMAIN_LIFE "isis.csnp.lsp_remain_life" "Remaining Lifetime": U16 Dec;
        LSP_CHECKSUM "isis.csnp.lsp_checksum" "LSP checksum": U16 Hex;
        CHECKSUM "isis.csnp.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "isis.csnp.checksum.status" "Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        CLV_TYPE "isis.csnp.clv.type" "Type": U8 Dec;
        CLV_LENGTH "isis.csnp.clv.length" "Length": U8 Dec;
        IP_AUTHENTICATION "isis.csnp.ip_authentication" "IP Authentication": Str;
        AUTHENTICATION "isis.csnp.authentication" "Authentication": Bytes;
        IID "isis.csnp.iid" "Instance Identifier": U16 Dec;
        SUPPORTED_ITID "isis.csnp.supported_itid" "Supported ITID": U16 Dec;
    }
    experts {
        SHORT_PDU "isis.csnp.short_pdu" Error Malformed "PDU length less than header length";
        LONG_PDU "isis.csnp.long_pdu" Error Malformed "PDU length greater than packet length";
        BAD_CHECKSUM "isis.csnp.bad_checksum" Error Checksum "Bad checksum";
        SHORT_CLV "isis.csnp.short_clv" Error Malformed "Short packet";
        AUTHENTICATION_UNKNOWN "isis.csnp.authentication.unknown" Warn Protocol "Unknown authentication type";
        CLV_UNKNOWN "isis.csnp.clv.unknown" Note Undecoded "Unknown option";
    }
}

const ROWS: Rows = Rows { code: CLV_TYPE, len: CLV_LENGTH, short: SHORT_CLV, unknown: CLV_UNKNOWN };

/// Bytes of the fixed part, with the common header.
const HEAD: usize = 33;

fn name(code: u8) -> Option<&'static str> {
    Some(match code {
        7 => "Instance Identifier",
        9 => "LSP entries",
        10 => "Authentication",
        12 => "Checksum",
        133 => "IP Authentication",
        _ => return None,
    })
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let start = c;
    cx.protocol("ISIS CSNP");
    let len = usize::from(c.peek_u16(0)?);
    let item = cx.field(PDU_LENGTH, &mut c, 2)?;
    if len < HEAD {
        cx.expert(SHORT_PDU, item, start.span(2));
        return Ok(());
    }
    if len > start.left() + 8 {
        cx.expert(LONG_PDU, item, start.span(2));
    }
    super::snp_source(cx, &mut c, SOURCE_ID, SOURCE_CIRCUIT)?;
    for (field, name) in [(START_LSP_ID, ", Start LSP-ID: "), (END_LSP_ID, ", End LSP-ID: ")] {
        let id = c.peek_bytes(0, 8)?;
        cx.info_add(|o| {
            o.s(name);
            clv::write_system(o, id);
        });
        cx.field(field, &mut c, 8)?;
    }
    let mut clvs = c.within(len - HEAD);
    let from = start.pos().saturating_sub(8);
    clv::each(cx, &mut clvs, &ROWS, name, |cx, code, c| match code {
        7 => clv::instance(cx, c, IID, SUPPORTED_ITID),
        9 => super::snp_entries(cx, c),
        10 => clv::authentication(cx, c, AUTHENTICATION, AUTHENTICATION_UNKNOWN),
        12 => {
            let all = start.whole().get(..from + len).and_then(|b| b.get(from..));
            let at = c.pos() - from;
            clv::checksum(cx, [CHECKSUM, CHECKSUM_STATUS, BAD_CHECKSUM], c, all, at).map(|_| ())
        }
        133 => clv::text(cx, c, IP_AUTHENTICATION),
        _ => Ok(()),
    })
}
