//! What authentications are wrapped in: GSS-API (RFC 2743), SPNEGO (RFC 4178), and NTLM ([MS-NLMP]) inside.

use super::ntlmssp;
use requin_wire::{Cursor, Cx, Sink, Step, Stop, proto};

proto! {
    GSSAPI "gss-api" "GSS-API Generic Security Service Application Program Interface" "GSS-API" App
    on []
    fields {
    }
}

const NTLM: &[u8] = b"NTLMSSP\0";

/// Whatever mechanism the bytes are of.
///
/// # Errors
/// Whatever stopped its dissector.
pub fn blob<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    match c.rest() {
        [b'N', ..] if c.rest().starts_with(NTLM) => cx.call_nested(ntlmssp::ID, c),
        [0x60 | 0xa0 | 0xa1, ..] => cx.call_nested(ID, c),
        _ => Ok(()),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let me = cx.proto_item();
    cx.label(me, |o| _ = o.s("GSS-API Generic Security Service Application Program Interface"));
    if c.peek_u8(0)? == 0x60 {
        // The mechanism's name stands before its first token.
        let Some(start) = c.rest().windows(2).take(8).position(|w| w[0] == 6) else {
            return Err(Stop::Malformed);
        };
        let mut inner = c;
        inner.skip(start)?;
        let n = usize::from(inner.peek_u8(1)?);
        inner.skip(2 + n)?;
        return cx.call_nested(spnego::ID, inner);
    }
    cx.call_nested(spnego::ID, c)
}

/// The negotiation of a mechanism.
pub mod spnego {
    use super::{NTLM, ntlmssp};
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        SPNEGO "spnego" "Simple Protected Negotiation" "SPNEGO" App
        on []
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        // The tokens of other mechanisms are theirs to tell.
        match c.rest().windows(NTLM.len()).position(|w| w == NTLM) {
            Some(at) => {
                let mut token = c;
                token.skip(at)?;
                cx.call_nested(ntlmssp::ID, token)
            }
            None => Ok(()),
        }
    }
}
