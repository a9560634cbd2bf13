//! Partial lists of sequence numbers of IS-IS, ISO 10589 section 9.11. Entries and what protects them have the fields of complete lists.

use super::clv::{self, Rows};
use super::csnp;
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

const ROWS: Rows = Rows { code: CLV_TYPE, len: CLV_LENGTH, short: SHORT_CLV, unknown: CLV_UNKNOWN };

/// Bytes of the fixed part, with the common header.
const HEAD: usize = 17;

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
    cx.protocol("ISIS PSNP");
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
    let mut clvs = c.within(len - HEAD);
    let from = start.pos().saturating_sub(8);
    clv::each(cx, &mut clvs, &ROWS, name, |cx, code, c| match code {
        7 => clv::instance(cx, c, csnp::IID, csnp::SUPPORTED_ITID),
        9 => super::snp_entries(cx, c),
        10 => clv::authentication(cx, c, csnp::AUTHENTICATION, csnp::AUTHENTICATION_UNKNOWN),
        12 => {
            let all = start.whole().get(..from + len).and_then(|b| b.get(from..));
            let at = c.pos() - from;
            let rows = [csnp::CHECKSUM, csnp::CHECKSUM_STATUS, csnp::BAD_CHECKSUM];
            clv::checksum(cx, rows, c, all, at).map(|_| ())
        }
        133 => clv::text(cx, c, csnp::IP_AUTHENTICATION),
        _ => Ok(()),
    })
}
