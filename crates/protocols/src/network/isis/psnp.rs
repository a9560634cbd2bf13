//! Partial lists of sequence numbers of IS-IS, ISO 10589 section 9.11. Entries and what protects them have the fields of complete lists.

use super::clv::Rows;
use super::snp::{self, List};
use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    ISIS_PSNP "isis.psnp" "ISO 10589 ISIS Partial Sequence Numbers Protocol Data Unit" "ISIS PSNP" Network
    on []
    fields {
        PDU_LENGTH "isis.psnp.pdu_length" "PDU length": U16 Dec;
        SOURCE_ID "isis.psnp.source_id" "Source-ID": SysId;
        SOURCE_CIRCUIT "isis.psnp.source_circuit" "Source-ID-Circuit": Bytes;
        CLV_TYPE "isis.psnp.clv.type" "Type": U8 Dec;
        CLV_LENGTH "isis.psnp.clv.length" "Length": U8 Dec;
    }
    experts {
        SHORT_PDU "isis.psnp.short_pdu" Error Malformed "PDU length less than header length";
        LONG_PDU "isis.psnp.long_pdu" Error Malformed "PDU length greater than packet length";
        SHORT_CLV "isis.psnp.short_clv" Error Malformed "Short CLV";
        CLV_UNKNOWN "isis.psnp.clv.unknown" Note Undecoded "Unknown option";
    }
}

const LIST: List = List {
    protocol: "ISIS PSNP",
    head: 17,
    pdu_length: PDU_LENGTH,
    short: SHORT_PDU,
    long: LONG_PDU,
    source: SOURCE_ID,
    circuit: SOURCE_CIRCUIT,
    covers: &[],
    rows: Rows { code: CLV_TYPE, len: CLV_LENGTH, short: SHORT_CLV, unknown: CLV_UNKNOWN },
};

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    snp::dissect(cx, &LIST, c)
}
