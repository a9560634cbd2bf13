//! What lists of sequence numbers have in common, complete ones and partial ones: ISO 10589 sections 9.10 and 9.11.

use super::clv::{self, Rows};
use super::csnp;
use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Sink, Step};

/// The fields of one kind of list.
pub(super) struct List {
    pub(super) protocol: &'static str,
    /// Bytes of the fixed part, with the common header.
    pub(super) head: usize,
    pub(super) pdu_length: Field,
    pub(super) short: Field,
    pub(super) long: Field,
    pub(super) source: Field,
    pub(super) circuit: Field,
    /// First and last identifier that the list covers, where it says so, with what the Info column calls them.
    pub(super) covers: &'static [(Field, &'static str)],
    pub(super) rows: Rows,
}

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

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, list: &List, mut c: Cursor<'_>) -> Step {
    let start = c;
    cx.protocol(list.protocol);
    let len = usize::from(c.peek_u16(0)?);
    let item = cx.field(list.pdu_length, &mut c, 2)?;
    if len < list.head {
        cx.expert(list.short, item, start.span(2));
        return Ok(());
    }
    if len > start.left() + 8 {
        cx.expert(list.long, item, start.span(2));
    }
    let source = c.peek_bytes(0, 7)?;
    cx.info_add(|o| {
        o.s(", Source-ID: ");
        clv::write_system(o, source);
    });
    run(cx, &mut c, &[(list.source, 6), (list.circuit, 1)])?;
    for (field, name) in list.covers {
        let id = c.peek_bytes(0, 8)?;
        cx.info_add(|o| {
            o.s(name);
            clv::write_system(o, id);
        });
        cx.field(*field, &mut c, 8)?;
    }
    let mut clvs = c.within(len - list.head);
    let from = start.pos().saturating_sub(8);
    clv::each(cx, &mut clvs, &list.rows, name, |cx, code, c| match code {
        7 => clv::instance(cx, c, csnp::IID, csnp::SUPPORTED_ITID),
        9 => entries(cx, c),
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

/// Entries of a list of sequence numbers, which is 16 bytes each.
fn entries<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let left = c.left();
        if left < 16 {
            clv::remark(cx, csnp::SHORT_CLV, c, left, |o| {
                o.s("Short SNP header entry (").u(left as u64).s(" vs 16)");
            });
            return Ok(());
        }
        let line = cx.line(c.span(16), |o| _ = o.s("LSP Entry"));
        cx.under(line, |cx| -> Step {
            cx.peek_at(csnp::LSP_SEQ_NUM, c, 10, 4)?;
            cx.peek(csnp::LSP_REMAIN_LIFE, c, 2)?;
            cx.peek_at(csnp::LSP_CHECKSUM, c, 14, 2).map(|_| ())
        })?;
        cx.peek_at(csnp::LSP_ID, c, 2, 8)?;
        c.skip(16)?;
    }
    Ok(())
}
