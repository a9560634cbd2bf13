//! What stands behind the body of an authenticated PDU ([MS-RPCE] 2.2.2.11).

use super::*;
use crate::application::{gss, ntlmssp};

/// Bytes before the credentials.
const HEADER: usize = 8;

const SPNEGO: u8 = 9;
const NTLM: u8 = 10;
const KERBEROS: u8 = 16;
const SECURE_CHANNEL: u8 = 68;

/// Data are encrypted.
pub(super) const LEVEL_PRIVACY: u8 = 6;

/// Packets are authenticated, but their data are not.
const LEVEL_PACKET: u8 = 4;

/// What is behind the data of a PDU.
pub(super) struct Trailer {
    /// Bytes of it.
    pub len: usize,
    pub level: u8,
    /// Bytes before it that fill up the data.
    pub pad: u8,
}

impl Trailer {
    pub(super) fn of(p: &Pdu5<'_>) -> Option<Trailer> {
        let len = p.auth + HEADER;
        let at = p.start.left().checked_sub(len).filter(|_| p.auth > 0)?;
        let [level, pad] = [p.start.rest().get(at + 1)?, p.start.rest().get(at + 2)?];
        Some(Trailer { len, level: *level, pad: *pad })
    }
}

/// The trailer of a PDU, when it has one.
pub(super) fn trailer<S: Sink>(cx: &mut Cx<'_, S>, p: &Pdu5<'_>) -> Step {
    let len = p.start.left();
    if p.auth == 0 || p.auth + HEADER > len {
        return Ok(());
    }
    let mut c = p.start;
    c.skip(len - p.auth - HEADER)?;
    let [kind, level, pad, _, context @ ..] = *c.peek_array::<HEADER>()?;
    let mut before = p.start;
    let pad = usize::from(pad);
    // That of calls is shown with their data.
    let of_call = matches!(p.kind, REQUEST | RESPONSE | FAULT);
    if !of_call && pad > 0 && pad <= c.pos() - before.pos() {
        before.skip(c.pos() - p.start.pos() - pad)?;
        cx.bytes(AUTH_PADDING, &mut before, pad)?;
    }
    let context = if p.little { u32::from_le_bytes(context) } else { u32::from_be_bytes(context) };
    let item = cx.add(AUTH_INFO, c.span(p.auth + HEADER), Value::None);
    cx.label(item, |o| {
        o.s("Auth Info: ").s(AUTH_TYPES.or(u64::from(kind), "Unknown")).s(", ");
        o.s(AUTH_LEVELS.or(u64::from(level), "Unknown")).s(", AuthContextId(").u(context).s(")");
    });
    cx.under(item, |cx| {
        cx.u8(AUTH_TYPE, &mut c)?;
        cx.u8(AUTH_LEVEL, &mut c)?;
        cx.u8(AUTH_PAD_LEN, &mut c)?;
        cx.u8(AUTH_RSRVD, &mut c)?;
        number(cx, AUTH_CTX_ID, &mut c, p.little, 4)?;
        credentials(cx, kind, level, p, c)
    })
}

fn credentials<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, level: u8, p: &Pdu5<'_>, mut c: Cursor<'_>) -> Step {
    let of_call = matches!(p.kind, REQUEST | RESPONSE | FAULT);
    let at = cx.out.layers.len();
    let step = match kind {
        NTLM if of_call => return ntlmssp::verifier(cx, c),
        SECURE_CHANNEL if of_call => return channel::verifier(cx, c),
        SECURE_CHANNEL => return channel::message(cx, c),
        NTLM if c.rest().starts_with(ntlmssp::SIGNATURE) => cx.call_nested(ntlmssp::ID, c),
        SPNEGO | KERBEROS if level != LEVEL_PACKET && gss::looks_like_token(c.rest()) => {
            cx.call_nested(gss::ID, c)
        }
        _ => return cx.bytes(AUTH_CREDENTIALS, &mut c, p.auth).map(|_| ()),
    };
    // They are no layers of the packet: what comes next is the interface.
    if at < cx.out.layers.len() {
        cx.out.layers.truncate(at);
    }
    step
}
