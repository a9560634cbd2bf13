//! AUTHENTICATE_MESSAGE ([MS-NLMP] 2.2.1.3).

use super::parts::{offset, payload_bytes, payload_text, time, version};
use super::*;
use requin_wire::{Cursor, Cx, Sink, Step};

/// Where the flags stand.
const FLAGS_AT: usize = 60;

/// A response longer than this is one of NTLMv2.
const NTLM_RESPONSE: usize = 24;

pub(super) fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, all: &Cursor<'_>) -> Step {
    // The parts begin here; old clients have a header without session key and flags.
    let mut data = usize::MAX;
    let mut ahead = c;
    for _ in 0..5 {
        data = data.min(offset(&ahead)?.0);
        ahead.skip(8)?;
    }
    let used = |c: &Cursor<'_>| c.pos() - all.pos();
    let flags_here = data >= FLAGS_AT + 4;
    let unicode =
        !flags_here || all.peek_bytes(FLAGS_AT, 4).is_ok_and(|b| requin_wire::le(b) as u32 & UNICODE != 0);
    if let Some((_, lm)) = payload_bytes(cx, AUTH_LMRESPONSE, &mut c, all)? {
        // With extended security only the client's challenge stands here (3.3.1).
        if lm.left() == NTLM_RESPONSE && lm.rest().iter().skip(8).all(|b| *b == 0) {
            cx.peek(NTLMCLIENTCHALLENGE, &lm, 8)?;
        }
    }
    if let Some((item, response)) = payload_bytes(cx, AUTH_NTRESPONSE, &mut c, all)?
        && response.left() > NTLM_RESPONSE
    {
        cx.under(item, |cx| ntlmv2(cx, response))?;
    }
    let domain = payload_text(cx, AUTH_DOMAIN, &mut c, all, unicode)?;
    let user = payload_text(cx, AUTH_USERNAME, &mut c, all, unicode)?;
    cx.info_add(|o| {
        o.s(", User: ").text(domain.as_bytes()).c(b'\\').text(user.as_bytes());
    });
    payload_text(cx, AUTH_HOSTNAME, &mut c, all, unicode)?;
    if used(&c) >= data {
        return Ok(());
    }
    data = data.min(offset(&c)?.0);
    payload_bytes(cx, AUTH_SESSKEY, &mut c, all)?;
    if used(&c) >= data {
        return Ok(());
    }
    let flags = flags(cx, &mut c)?;
    let room = |c: &Cursor<'_>| data.saturating_sub(used(c));
    if room(&c) >= 8 {
        if flags & VERSION_IS_THERE == 0 {
            cx.bytes(NTLMV2_RESPONSE_Z, &mut c, 8)?;
        } else {
            version(cx, &mut c)?;
        }
    }
    if room(&c) >= 16 {
        cx.bytes(AUTHENTICATE_MIC, &mut c, 16)?;
    }
    Ok(())
}

/// NTLMv2_RESPONSE (2.2.2.8).
fn ntlmv2<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.peek(NTLMV2_RESPONSE, &c, c.left())?;
    cx.under(item, |cx| {
        cx.bytes(NTLMV2_RESPONSE_NTPROOFSTR, &mut c, 16)?;
        cx.u8(NTLMV2_RESPONSE_RVERSION, &mut c)?;
        cx.u8(NTLMV2_RESPONSE_HIRVERSION, &mut c)?;
        cx.bytes(NTLMV2_RESPONSE_Z, &mut c, 6)?;
        time(cx, NTLMV2_RESPONSE_TIME, &mut c)?;
        cx.bytes(NTLMV2_RESPONSE_CHAL, &mut c, 8)?;
        cx.bytes(NTLMV2_RESPONSE_Z, &mut c, 4)?;
        attributes::list(cx, &attributes::RESPONSE, &mut c)?;
        let n = c.left();
        if n > 0 {
            cx.bytes(NTLMV2_RESPONSE_PAD, &mut c, n)?;
        }
        Ok(())
    })
}
