//! Certificates, and what is said of them (RFC 8446, 4.4.2; RFC 5246, 7.4.2; RFC 6066, 8).

use super::record::whole;
use super::session::Session;
use super::*;
use crate::application::x509;
use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value};

/// The message Certificate.
pub(super) fn message<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, s: &mut Session, mut c: Cursor<'_>) -> Step {
    let new = s.is_13();
    if new {
        let fields = (HANDSHAKE_CERTIFICATE_REQUEST_CONTEXT_LENGTH, HANDSHAKE_CERTIFICATE_REQUEST_CONTEXT);
        if vector::bytes(cx, k, &mut c, fields, 0, 255)?.is_none() {
            return Ok(());
        }
    }
    let Some(v) = vector::open(cx, k, &mut c, HANDSHAKE_CERTIFICATES_LENGTH, 0, 0xff_ffff)? else {
        return Ok(());
    };
    let mut list = v.body;
    if list.is_empty() {
        return Ok(());
    }
    let item = cx.add(k.f(HANDSHAKE_CERTIFICATES), whole(&list), Value::None);
    cx.append(item, |o| _ = o.s(" (").u(list.left() as u64).s(" bytes)"));
    cx.under(item, |cx| {
        vector::each(&mut list, |c| {
            let Some(v) = vector::open(cx, k, c, HANDSHAKE_CERTIFICATE_LENGTH, 1, 0xff_ffff)? else {
                return Ok(());
            };
            one(cx, k, v.body)?;
            if new {
                extension::list(cx, k, s, 11, &mut c_list(c))?;
            }
            Ok(())
        })
    })
}

/// The extensions behind one certificate as a list of their own, passed over.
fn c_list<'b>(c: &mut Cursor<'b>) -> Cursor<'b> {
    let n = c.peek_u16(0).map_or(0, usize::from);
    c.take(2 + n)
}

/// One certificate.
pub(super) fn one<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: Cursor<'_>) -> Step {
    if cx.above_is_enough() && !cx.wants(k.f(HANDSHAKE_CERTIFICATE)) {
        return Ok(());
    }
    x509::certificate(cx, k.f(HANDSHAKE_CERTIFICATE), c)
}

/// The message Certificate Request.
pub(super) fn request<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, s: &mut Session, mut c: Cursor<'_>) -> Step {
    if s.is_13() {
        let fields = (HANDSHAKE_CERTIFICATE_REQUEST_CONTEXT_LENGTH, HANDSHAKE_CERTIFICATE_REQUEST_CONTEXT);
        if vector::bytes(cx, k, &mut c, fields, 0, 255)?.is_none() {
            return Ok(());
        }
        return extension::list(cx, k, s, 13, &mut c);
    }
    let n = cx.uint(k.f(HANDSHAKE_CERT_TYPES_COUNT), &mut c, 1)? as usize;
    if n > 0 {
        let mut list = c.take(n);
        let item = cx.add(k.f(HANDSHAKE_CERT_TYPES), whole(&list), Value::None);
        cx.append(item, |o| {
            o.s(" (");
            vector::count(o, n, "type)", "types)");
        });
        cx.under(item, |cx| {
            vector::each(&mut list, |c| cx.field(k.f(HANDSHAKE_CERT_TYPE), c, 1).map(|_| ()))
        })?;
    }
    if matches!(s.version, 0x0303 | 0xfefd) {
        handshake::signature_schemes(cx, k, &mut c)?;
    }
    authorities(cx, k, &mut c)
}

/// A list of distinguished names.
pub(super) fn authorities<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let Some(v) = vector::open(cx, k, c, HANDSHAKE_DNAMES_LEN, 0, 0xffff)? else { return Ok(()) };
    let mut list = v.body;
    if list.is_empty() {
        return Ok(());
    }
    let item = cx.add(k.f(HANDSHAKE_DNAMES), whole(&list), Value::None);
    cx.append(item, |o| {
        o.s(" (");
        vector::count(o, list.left(), "byte)", "bytes)");
    });
    cx.under(item, |cx| {
        vector::each(&mut list, |c| {
            let Some(v) = vector::open(cx, k, c, HANDSHAKE_DNAME_LEN, 1, 0xffff)? else { return Ok(()) };
            x509::name_in(cx, k.f(HANDSHAKE_DNAME), v.body)
        })
    })
}

/// The status of a certificate, as OCSP says it.
pub(super) fn status<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let kind = cx.uint(k.f(HANDSHAKE_EXTENSIONS_STATUS_REQUEST_TYPE), c, 1)?;
    match kind {
        1 => response(cx, k, c),
        2 => {
            let Some(v) = vector::open(cx, k, c, HANDSHAKE_OCSP_RESPONSE_LIST_LEN, 0, 0xff_ffff)? else {
                return Ok(());
            };
            let mut list = v.body;
            vector::each(&mut list, |c| response(cx, k, c))
        }
        _ => Ok(()),
    }
}

fn response<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let Some(v) = vector::open(cx, k, c, HANDSHAKE_OCSP_RESPONSE_LEN, 0, 0xff_ffff)? else { return Ok(()) };
    if v.body.is_empty() {
        return Ok(());
    }
    match cx.call_nested(crate::application::ocsp::ID, v.body) {
        Err(Stop::NotMine) => Ok(()),
        step => step,
    }
}
