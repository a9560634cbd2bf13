//! SSL 2.0: the hello that later versions accepted, and its handshake.

use super::session::Session;
use super::*;
use requin_wire::{Cursor, Cx, Sink, Stop, Value};

/// Whether a client hello of SSL 2.0 begins here, be it one that offers later versions.
pub(super) fn is_client_hello(c: &Cursor<'_>) -> bool {
    let Ok([a, b, kind, v1, v2, s1, s2, i1, i2]) = c.peek_array::<9>() else { return false };
    let len = usize::from(u16::from_be_bytes([a & 0x7f, *b]));
    let specs = u16::from_be_bytes([*s1, *s2]);
    let id = u16::from_be_bytes([*i1, *i2]);
    a & 0x80 != 0
        && *kind == 1
        && matches!((v1, v2), (0, 2) | (3, 0..=4))
        && specs > 0
        && specs.is_multiple_of(3)
        && id <= 32
        && len >= 9 + usize::from(specs)
}

/// How long a client hello of SSL 2.0 is that begins here.
pub(super) fn hello_len(c: &Cursor<'_>) -> Option<usize> {
    let first = c.peek_uint(0, 2).ok()?;
    is_client_hello(c).then_some(2 + (first & 0x7fff) as usize)
}

pub(super) fn record<S: Sink>(cx: &mut Cx<'_, S>, s: &mut Session, c: &mut Cursor<'_>) -> Result<bool, Stop> {
    if c.left() < 3 {
        return super::record::incomplete(c);
    }
    let h = *c.peek_array::<3>()?;
    let long = h[0] & 0x80 == 0;
    let (head, len, padding) = if long {
        (3, usize::from(u16::from_be_bytes([h[0] & 0x3f, h[1]])), h[2])
    } else {
        (2, usize::from(u16::from_be_bytes([h[0] & 0x7f, h[1]])), 0)
    };
    if len == 0 {
        cx.info_sep(", ", |o| _ = o.s("Continuation Data"));
        c.advance(usize::MAX);
        return Ok(true);
    }
    if c.left() < head + len {
        return super::record::incomplete(c);
    }
    let whole = c.take(head + len);
    let mut body = whole;
    body.skip(head)?;
    let kind = body.peek_u8(0)?;
    let name = names::SSL2_MESSAGES.find(u64::from(kind));
    // What comes after the keys were exchanged cannot be read.
    let readable = name.is_some() && !(s.version == 2 && s.is_encrypted());
    cx.protocol("SSLv2");
    let text = if readable { name.unwrap_or("Encrypted Data") } else { "Encrypted Data" };
    cx.info_sep(", ", |o| _ = o.s(text));
    let item = cx.add(RECORD, whole.span(head + len), Value::None);
    cx.label(item, |o| _ = o.s("SSLv2 Record Layer: ").s(text));
    cx.under(item, |cx| {
        let version = cx.generated(RECORD_VERSION, whole.span(0), Value::U(2));
        let _ = version;
        let length = cx.add(RECORD_LENGTH, whole.span(head.min(2)), Value::U(len as u64));
        let _ = length;
        if long {
            cx.add(RECORD_IS_ESCAPE, whole.span(1), Value::U(u64::from(h[0] & 0x40 != 0)));
            cx.peek_at(RECORD_PADDING_LENGTH, &whole, 2, 1)?;
        }
        let _ = padding;
        if !readable {
            return Ok(());
        }
        let item = cx.peek(HANDSHAKE_TYPE, &body, 1)?;
        cx.label(item, |o| {
            _ = o.s("Handshake Message Type: ").s(text).s(" (").u(kind).s(")");
        });
        body.skip(1)?;
        match kind {
            1 => client_hello(cx, s, &mut body),
            2 => master_key(cx, s, &mut body),
            4 => server_hello(cx, s, &mut body),
            _ => Ok(()),
        }
    })?;
    Ok(true)
}

fn specs<S: Sink>(cx: &mut Cx<'_, S>, body: &mut Cursor<'_>, len: usize) -> Result<(), Stop> {
    let mut list = body.take_all(len)?;
    let item = cx.line(list.span(len), |o| {
        o.s("Cipher Specs (");
        vector::count(o, len / 3, "spec)", "specs)");
    });
    cx.under(item, |cx| {
        while list.left() >= 3 {
            spec(cx, &mut list)?;
        }
        Ok(())
    })
}

fn spec<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<(), Stop> {
    let item = cx.peek(HANDSHAKE_CIPHERSPEC, c, 3)?;
    let n = c.peek_uint(0, 3)?;
    if n <= 0xffff {
        cx.label(item, |o| {
            _ = o.s("Cipher Spec: ").s(SUITES.or(n, "Unknown")).s(" (").hex(n, 6).s(")");
        });
    }
    c.skip(3)
}

fn client_hello<S: Sink>(cx: &mut Cx<'_, S>, s: &mut Session, body: &mut Cursor<'_>) -> Result<(), Stop> {
    s.client_hello(cx.conversation().map(|f| f.forward));
    if body.peek_u16(0)? == 2 {
        s.version = 2;
    }
    cx.u16(HANDSHAKE_VERSION, body)?;
    let spec_len = usize::from(cx.u16(HANDSHAKE_CIPHER_SPEC_LEN, body)?);
    let id_len = usize::from(cx.u16(HANDSHAKE_SESSION_ID_LENGTH, body)?);
    let challenge_len = usize::from(cx.u16(HANDSHAKE_CHALLENGE_LENGTH, body)?);
    specs(cx, body, spec_len)?;
    if id_len > 0 {
        cx.field(HANDSHAKE_SESSION_ID, body, id_len)?;
    }
    if challenge_len > 0 {
        cx.add(HANDSHAKE_CHALLENGE, body.span(challenge_len), Value::None);
        body.skip(challenge_len)?;
    }
    Ok(())
}

fn server_hello<S: Sink>(cx: &mut Cx<'_, S>, s: &mut Session, body: &mut Cursor<'_>) -> Result<(), Stop> {
    s.from_server = true;
    cx.add(HANDSHAKE_SESSION_ID_HIT, body.span(1), Value::U(u64::from(body.peek_u8(0)? != 0)));
    body.skip(1)?;
    cx.field(HANDSHAKE_CERT_TYPE, body, 1)?;
    s.version = cx.u16(HANDSHAKE_VERSION, body)?;
    let cert_len = usize::from(cx.u16(HANDSHAKE_CERTIFICATE_LENGTH, body)?);
    let spec_len = usize::from(cx.u16(HANDSHAKE_CIPHER_SPEC_LEN, body)?);
    let id_len = usize::from(cx.u16(HANDSHAKE_CONNECTION_ID_LENGTH, body)?);
    if cert_len > 0 {
        certificate::one(cx, Kind::Tls, body.take_all(cert_len)?)?;
    }
    specs(cx, body, spec_len)?;
    if id_len > 0 {
        cx.add(HANDSHAKE_CONNECTION_ID, body.span(id_len), Value::None);
        body.skip(id_len)?;
    }
    Ok(())
}

fn master_key<S: Sink>(cx: &mut Cx<'_, S>, s: &mut Session, body: &mut Cursor<'_>) -> Result<(), Stop> {
    s.ccs = [true; 2];
    spec(cx, body)?;
    let clear = usize::from(cx.u16(HANDSHAKE_CLEAR_KEY_LENGTH, body)?);
    let encrypted = usize::from(cx.u16(HANDSHAKE_ENCRYPTED_KEY_LENGTH, body)?);
    let arg = usize::from(cx.u16(HANDSHAKE_KEY_ARG_LENGTH, body)?);
    for (field, n) in
        [(HANDSHAKE_CLEAR_KEY_DATA, clear), (HANDSHAKE_ENCRYPTED_KEY, encrypted), (HANDSHAKE_KEY_ARG, arg)]
    {
        if n > 0 {
            cx.add(field, body.span(n), Value::None);
            body.skip(n)?;
        }
    }
    Ok(())
}
