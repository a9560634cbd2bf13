//! Complete lists of sequence numbers of IS-IS, ISO 10589 section 9.10.

use super::clv::Rows;
use super::snp::{self, List};
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

const LIST: List = List {
    protocol: "ISIS CSNP",
    head: 33,
    pdu_length: PDU_LENGTH,
    short: SHORT_PDU,
    long: LONG_PDU,
    source: SOURCE_ID,
    circuit: SOURCE_CIRCUIT,
    covers: &[(START_LSP_ID, ", Start LSP-ID: "), (END_LSP_ID, ", End LSP-ID: ")],
    rows: Rows { code: CLV_TYPE, len: CLV_LENGTH, short: SHORT_CLV, unknown: CLV_UNKNOWN },
};

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    snp::dissect(cx, &LIST, c)
}
