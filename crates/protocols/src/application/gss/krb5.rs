//! The mechanism of Kerberos: RFC 1964, and RFC 4121 for the later ciphers.

use super::spnego::*;
use super::{FIRST_TOKEN, Mechanism, mechanism_field};
use crate::application::kerberos;
use crate::application::x509::der;
use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, names};

names! {
    /// Types of tokens, little-endian as they are shown.
    pub TOKENS {
        0x0001 => "KRB5_AP_REQ",
        0x0002 => "KRB5_AP_REP",
        0x0003 => "KRB5_ERROR",
        0x0004 => "KERB_TGT_REQUEST",
        0x0101 => "KRB5_GSS_GetMIC",
        0x0102 => "KRB5_GSS_Wrap",
        0x0104 => "KERB_TGT_REPLY",
        0x0201 => "KRB5_GSS_Delete_sec_context",
        0x0404 => "KRB_TOKEN_CFX_GetMic",
        0x0405 => "KRB_TOKEN_CFX_WRAP",
    }
    /// Algorithms of signatures (RFC 1964, 1.2.1).
    pub SIGNING {
        0x00 => "DES MAC MD5",
        0x01 => "MD2.5",
        0x02 => "DES MAC",
        0x11 => "HMAC",
    }
    /// Algorithms of encryption (RFC 1964, 1.2.2).
    pub SEALING {
        0x00 => "DES CBC",
        0x10 => "RC4",
        0xffff => "None",
    }
}

/// The layer of these tokens, whose fields are those of SPNEGO.
pub mod layer {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        SPNEGO_KRB5 "spnego-krb5" "SPNEGO-KRB5" "SPNEGO-KRB5" App
        on []
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::token(cx, c)
    }
}

const CFX_GET_MIC: u16 = 0x0404;
const CFX_WRAP: u16 = 0x0405;
const GET_MIC: u16 = 0x0101;
const WRAP: u16 = 0x0102;

/// A message that a mechanism protects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrapped {
    /// Whether it is encrypted.
    pub sealed: bool,
    /// Bytes of the token before it.
    pub header: usize,
    /// Bytes behind it that belong to the token.
    pub trailer: usize,
}

/// Whether a token of established contexts (RFC 4121, 4.2.6) begins these bytes.
#[must_use]
pub fn is_message_token(bytes: &[u8]) -> bool {
    matches!(bytes, [4, 4, _, 0xff, 0xff, 0xff, 0xff, 0xff, ..] | [5, 4, _, 0xff, ..]) && bytes.len() >= 16
}

/// Whether a token of Kerberos begins these bytes.
pub(super) fn begins_token(bytes: &[u8]) -> bool {
    matches!(bytes, [FIRST_TOKEN | 0x6e | 0x6f | 0x7e, ..]) || is_message_token(bytes)
}

/// A token that fills `c`, be it with the mechanism's name or without.
pub(super) fn token<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if is_message_token(c.rest()) {
        return message_token(cx, c).map(|_| ());
    }
    cx.layer_only(layer::ID, &c);
    let item = cx.add(KRB5_BLOB, c.span(c.left()), Value::Bytes(c.span(c.left())));
    cx.under(item, |cx| {
        let mut b = c;
        if b.peek_u8(0)? == FIRST_TOKEN {
            b = der::next(&mut b)?.body;
            let name = der::expect(&mut b, der::OID)?;
            if mechanism_field(cx, KRB5_OID, &name.body) != Mechanism::Kerberos {
                return Ok(());
            }
        } else if matches!(b.peek_u8(0)?, 0x6e | 0x6f | 0x7e) {
            // As DCE/RPC has it: the message alone.
            return message(cx, b);
        }
        let kind = cx.u16_le(KRB5_TOK_ID, &mut b)?;
        match kind {
            1..=3 => message(cx, b),
            GET_MIC => get_mic(cx, b),
            WRAP => wrap(cx, b),
            _ => Ok(()),
        }
    })
}

/// A message of Kerberos. It is no layer of its own.
fn message<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let at = cx.out.layers.len();
    let step = cx.call_nested(kerberos::ID, c);
    if cx.out.layers.get(at).is_some_and(|l| l.proto == kerberos::ID) {
        cx.out.layers.remove(at);
    }
    step
}

/// A signature (RFC 1964, 1.2.1).
fn get_mic<S: Sink>(cx: &mut Cx<'_, S>, mut b: Cursor<'_>) -> Step {
    cx.u16_le(KRB5_SGN_ALG, &mut b)?;
    b.skip(4)?;
    cx.bytes(KRB5_SND_SEQ, &mut b, 8)?;
    cx.bytes(KRB5_SGN_CKSUM, &mut b, 8)?;
    Ok(())
}

/// A protected message (RFC 1964, 1.2.2).
fn wrap<S: Sink>(cx: &mut Cx<'_, S>, mut b: Cursor<'_>) -> Step {
    cx.u16_le(KRB5_SGN_ALG, &mut b)?;
    cx.u16_le(KRB5_SEAL_ALG, &mut b)?;
    b.skip(2)?;
    cx.bytes(KRB5_SND_SEQ, &mut b, 8)?;
    cx.bytes(KRB5_SGN_CKSUM, &mut b, 8)?;
    if b.left() >= 8 {
        cx.bytes(KRB5_CONFOUNDER, &mut b, 8)?;
    }
    Ok(())
}

/// A token of an established context (RFC 4121, 4.2.6) that begins at `c`, and where the message is that it protects.
///
/// # Errors
/// When it ends too early.
pub(super) fn message_token<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Result<Option<Wrapped>, Stop> {
    if !is_message_token(c.rest()) {
        return Ok(None);
    }
    cx.layer_only(layer::ID, &c);
    let wrapped = measure(&c)?;
    let n = wrapped.map_or(c.left(), |w| w.header);
    let item = cx.add(KRB5_BLOB, c.span(n), Value::Bytes(c.span(n)));
    cx.under(item, |cx| -> Step {
        let mut b = c;
        let kind = cx.u16_le(KRB5_TOK_ID, &mut b)?;
        cfx_flags(cx, &mut b)?;
        if kind == CFX_GET_MIC {
            cx.bytes(KRB5_FILLER, &mut b, 5)?;
            cx.u64(KRB5_CFX_SEQ, &mut b)?;
            let n = b.left();
            cx.bytes(KRB5_SGN_CKSUM, &mut b, n)?;
            return Ok(());
        }
        cx.bytes(KRB5_FILLER, &mut b, 1)?;
        cx.u16(KRB5_CFX_EC, &mut b)?;
        cx.u16(KRB5_CFX_RRC, &mut b)?;
        cx.u64(KRB5_CFX_SEQ, &mut b)?;
        if let Some(w) = wrapped {
            let rest = w.header - HEADER;
            if rest > 0 {
                cx.bytes(KRB5_SGN_CKSUM, &mut b, rest)?;
            } else if w.trailer > 0 {
                b.skip(c.left() - w.header - w.trailer)?;
                cx.bytes(KRB5_SGN_CKSUM, &mut b, w.trailer)?;
            }
        }
        Ok(())
    })?;
    Ok(wrapped)
}

/// Bytes of the header of tokens of established contexts.
const HEADER: usize = 16;

/// Bytes of the random block before what the ciphers of AES encrypt (RFC 3962).
const CONFOUNDER: usize = 16;

/// Where the message lies in a token that wraps it: its signature or what the cipher adds is turned to the front by the
/// right rotation count.
fn measure(c: &Cursor<'_>) -> Result<Option<Wrapped>, Stop> {
    let h = c.peek_array::<HEADER>()?;
    if u16::from_le_bytes([h[0], h[1]]) != CFX_WRAP {
        return Ok(None);
    }
    let sealed = h[2] & 2 != 0;
    let extra = usize::from(u16::from_be_bytes([h[4], h[5]]));
    let rotated = usize::from(u16::from_be_bytes([h[6], h[7]]));
    let left = c.left() - HEADER;
    Ok(Some(if sealed {
        // What was turned to the front is the copy of this header and the signature; the confounder follows.
        let confounder = if rotated > 0 { CONFOUNDER } else { 0 };
        Wrapped { sealed, header: HEADER + (rotated + extra + confounder).min(left), trailer: 0 }
    } else if rotated == 0 {
        Wrapped { sealed, header: HEADER, trailer: extra.min(left) }
    } else {
        Wrapped { sealed, header: HEADER + extra.min(left), trailer: 0 }
    }))
}

/// Where the message lies in a token that begins at `c`, when it wraps one.
#[must_use]
pub fn measured(c: &Cursor<'_>) -> Option<Wrapped> {
    if is_message_token(c.rest()) { measure(c).ok().flatten() } else { None }
}

/// The message in a token; all of it when it wraps none.
#[must_use]
pub fn inside<'a>(token: &Cursor<'a>, wrapped: Option<Wrapped>) -> Cursor<'a> {
    let Some(w) = wrapped else { return *token };
    let mut inner = *token;
    inner.advance(w.header);
    inner.within(inner.left().saturating_sub(w.trailer))
}

fn cfx_flags<S: Sink>(cx: &mut Cx<'_, S>, b: &mut Cursor<'_>) -> Step {
    let (raw, item) =
        cx.flags(KRB5_CFX_FLAGS, b, 1, &[KRB5_ACCEPTOR_SUBKEY, KRB5_SEALED, KRB5_SEND_BY_ACCEPTOR])?;
    cx.append(item, |o| {
        for (bit, name) in [(4, "AcceptorSubkey"), (2, "Sealed"), (1, "SendByAcceptor")] {
            if raw & bit != 0 {
                o.s(", ").s(name);
            }
        }
    });
    Ok(())
}

/// The token before a message that GSS-API protects, with a node of that protocol. `None` where it is none of Kerberos.
///
/// # Errors
/// When it ends too early.
pub fn wrapped<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Result<Option<Wrapped>, Stop> {
    if !is_message_token(c.rest()) {
        return Ok(None);
    }
    let found = measure(&c)?;
    let n = found.map_or(c.left(), |w| w.header);
    let mut token = c;
    cx.call_nested(super::ID, token.take(if found.is_some_and(|w| w.trailer > 0) { c.left() } else { n }))?;
    Ok(found)
}
