//! Signed certificate timestamps (RFC 6962, 3.2), in an extension of TLS or of a certificate.

use super::ct_logs;
use super::record::whole;
use super::*;
use requin_wire::{Cursor, Cx, Sink, Step, Value};

/// A list of timestamps, as it stands in a certificate.
///
/// # Errors
/// When the packet ends inside it.
pub fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    list(cx, Kind::Tls, &mut c)
}

pub(super) fn list<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let Some(v) = vector::open(cx, k, c, SCT_SCTS_LENGTH, 1, 0xffff)? else { return Ok(()) };
    let mut list = v.body;
    vector::each(&mut list, |c| {
        let n = c.peek_uint(0, 2)? as usize;
        // Behind its length and version stands who gave it.
        let log = c.peek_bytes(3, 32).map_or("", ct_logs::name);
        let item = cx.line(c.span(2 + n), |o| {
            o.s("Signed Certificate Timestamp");
            if !log.is_empty() {
                o.s(" (").s(log).s(")");
            }
        });
        cx.under(item, |cx| {
            let Some(v) = vector::open(cx, k, c, SCT_SCT_LENGTH, 1, 0xffff)? else { return Ok(()) };
            let mut t = v.body;
            timestamp(cx, k, &mut t)?;
            vector::close(cx, k, &t);
            Ok(())
        })
    })
}

fn timestamp<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, t: &mut Cursor<'_>) -> Step {
    // Of other versions than the first nothing is known.
    if cx.uint(k.f(SCT_SCT_VERSION), t, 1)? != 0 {
        return Ok(());
    }
    cx.field(k.f(SCT_SCT_LOGID), t, 32)?;
    let ms = t.peek_uint(0, 8)?;
    cx.add(
        k.f(SCT_SCT_TIMESTAMP),
        t.span(8),
        Value::Time((ms / 1000).min(i64::MAX as u64) as i64, (ms % 1000) as u32 * 1_000_000),
    );
    t.skip(8)?;
    let Some(v) = vector::open(cx, k, t, SCT_SCT_EXTENSIONS_LENGTH, 0, 0xffff)? else { return Ok(()) };
    if !v.body.is_empty() {
        cx.add(k.f(SCT_SCT_EXTENSIONS), whole(&v.body), Value::None);
    }
    handshake::signature_scheme(cx, k, t)?;
    vector::bytes(cx, k, t, (SCT_SCT_SIGNATURE_LENGTH, SCT_SCT_SIGNATURE), 0, 0xffff).map(|_| ())
}
