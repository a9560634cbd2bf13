//! Credentials of the secure channel of Netlogon ([MS-NRPC] 2.2.1.3.1 and 2.2.1.3.2).

use super::interfaces::netlogon::*;
use crate::application::dns::Name;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop};

/// Which names follow, with what these are called.
const NAMES: &[(Field, Field, &str)] = &[
    (CHANNEL_MESSAGE_FLAGS_NB_DOMAIN, CHANNEL_NB_DOMAIN, "NetBios Domain"),
    (CHANNEL_MESSAGE_FLAGS_NB_HOST, CHANNEL_NB_HOST, "NetBios Host"),
    (CHANNEL_MESSAGE_FLAGS_DNS_DOMAIN, CHANNEL_DNS_DOMAIN, "DNS Domain"),
    (CHANNEL_MESSAGE_FLAGS_DNS_HOST, CHANNEL_DNS_HOST, "DNS Host"),
    (CHANNEL_MESSAGE_FLAGS_NB_HOST_UTF8, CHANNEL_NB_HOST_UTF8, "NetBios Host(UTF8)"),
];

/// The first of them that are in the code page of the OEM; the others are labels as of DNS.
const PLAIN: usize = 2;

/// What is said as a channel is asked for and given.
pub(super) fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("Secure Channel NL_AUTH_MESSAGE"));
    let base = c.pos();
    cx.under(line, |cx| {
        cx.u32_le(CHANNEL_MESSAGE_TYPE, &mut c)?;
        let bits: Vec<Field> = NAMES.iter().map(|n| n.0).collect();
        let (flags, item) = cx.flags_le(CHANNEL_MESSAGE_FLAGS, &mut c, 4, &bits)?;
        let told = |nth: usize| flags >> nth & 1 != 0;
        cx.append(item, |o| {
            for (_, n) in NAMES.iter().enumerate().filter(|(nth, _)| told(*nth)) {
                o.s(", ").s(n.2);
            }
        });
        for (nth, (_, field, _)) in NAMES.iter().enumerate().filter(|(nth, _)| told(*nth)) {
            if nth < PLAIN {
                let n = zero(&c)?;
                cx.add_bytes(*field, c.span(n + 1), c.peek_bytes(0, n)?);
                c.skip(n + 1)?;
            } else {
                let start = c;
                let name = Name::read(&mut c, base)?;
                cx.add_str(*field, c.span_since(&start), |o| name.write(o));
            }
        }
        Ok(())
    })
}

/// Bytes before the zero that ends a text.
fn zero(c: &Cursor<'_>) -> Result<usize, Stop> {
    c.rest().iter().position(|b| *b == 0).ok_or(Stop::Short)
}

/// What verifies a call.
pub(super) fn verifier<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.add(CHANNEL_VERIFIER, c.span(usize::MAX), requin_wire::Value::None);
    cx.under(item, |cx| {
        cx.u16_le(CHANNEL_SIGNALG, &mut c)?;
        cx.u16_le(CHANNEL_SEALALG, &mut c)?;
        c.skip(2)?;
        cx.bytes(CHANNEL_FLAGS, &mut c, 2)?;
        cx.bytes(CHANNEL_SEQ, &mut c, 8)?;
        cx.bytes(CHANNEL_DIGEST, &mut c, 8)?;
        // Only where data are encrypted.
        if c.left() >= 8 {
            cx.bytes(CHANNEL_NONCE, &mut c, 8)?;
        }
        Ok(())
    })
}
