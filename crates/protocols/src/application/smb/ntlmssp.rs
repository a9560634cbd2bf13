//! NT LAN Manager authentication, [MS-NLMP]: the three messages.

use super::text16;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, names, proto};

proto! {
    NTLMSSP "ntlmssp" "NTLM Secure Service Provider" "NTLMSSP" App
    on []
    fields {
        IDENTIFIER "ntlmssp.identifier" "NTLMSSP identifier": Str;
        MESSAGETYPE "ntlmssp.messagetype" "NTLM Message Type": U32 Hex = MESSAGETYPE_NAMES;
        NEGOTIATEFLAGS "ntlmssp.negotiateflags" "Negotiate Flags": U32 Hex;
        NTLMSERVERCHALLENGE "ntlmssp.ntlmserverchallenge" "NTLM Server Challenge": Bytes;
        CHALLENGE_TARGET_NAME "ntlmssp.challenge.target_name" "Target Name": Str;
        AUTH_DOMAIN "ntlmssp.auth.domain" "Domain name": Str;
        AUTH_USERNAME "ntlmssp.auth.username" "User name": Str;
        AUTH_HOSTNAME "ntlmssp.auth.hostname" "Host name": Str;
    }
}

names! {
    MESSAGETYPE_NAMES {
        1 => "NTLMSSP_NEGOTIATE",
        2 => "NTLMSSP_CHALLENGE",
        3 => "NTLMSSP_AUTH",
        4 => "NTLMSSP_UNKNOWN",
    }
}

const UNICODE: u32 = 1;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let me = cx.proto_item();
    cx.label(me, |o| _ = o.s("NTLM Secure Service Provider"));
    cx.strz(IDENTIFIER, &mut c)?;
    let kind = cx.u32_le(MESSAGETYPE, &mut c)?;
    cx.info_add(|o| _ = o.s(", ").s(MESSAGETYPE_NAMES.or(u64::from(kind), "Unrecognized NTLMSSP Message")));
    match kind {
        1 => _ = cx.u32_le(NEGOTIATEFLAGS, &mut c)?,
        2 => {
            let mut flags = all;
            flags.skip(20)?;
            let unicode = u32::from_le_bytes(*flags.peek_array::<4>()?) & UNICODE != 0;
            text(cx, &mut c, &all, unicode, CHALLENGE_TARGET_NAME)?;
            cx.u32_le(NEGOTIATEFLAGS, &mut c)?;
            cx.bytes(NTLMSERVERCHALLENGE, &mut c, 8)?;
        }
        3 => {
            // Two responses, three names, a session key, flags.
            let unicode = all.peek_bytes(60, 4).is_ok_and(|b| requin_wire::le(b) as u32 & UNICODE != 0);
            c.skip(16)?;
            let domain = text(cx, &mut c, &all, unicode, AUTH_DOMAIN)?;
            let user = text(cx, &mut c, &all, unicode, AUTH_USERNAME)?;
            text(cx, &mut c, &all, unicode, AUTH_HOSTNAME)?;
            cx.info_add(|o| {
                o.s(", User: ").text(domain.as_bytes()).c(b'\\').text(user.as_bytes());
            });
        }
        _ => {}
    }
    Ok(())
}

/// A text that lies elsewhere in the message: its length, room and offset.
fn text<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    all: &Cursor<'_>,
    unicode: bool,
    field: Field,
) -> Result<String, Stop> {
    let len = usize::from(u16::from_le_bytes(*c.array::<2>()?));
    c.skip(2)?;
    let offset = u32::from_le_bytes(*c.array::<4>()?) as usize;
    let mut at = *all;
    at.advance(offset);
    let span = at.span(len);
    let bytes = at.bytes(len)?;
    let text = if unicode { text16(bytes) } else { String::from_utf8_lossy(bytes).into_owned() };
    cx.add_bytes(field, span, text.as_bytes());
    Ok(text)
}
