//! Attributes of the target: AV_PAIR ([MS-NLMP] 2.2.2.1).

use super::parts::{offset, part, place, time};
use super::*;
use crate::application::smb::text16;
use requin_wire::{Cursor, Cx, Field, Sink, Stop, Value};

/// The fields of a list of attributes.
pub(super) struct Fields {
    kind: Field,
    length: Field,
    /// By type, from 1.
    values: [Field; 10],
}

static TARGET: Fields = Fields {
    kind: CHALLENGE_TARGET_INFO_ITEM_TYPE,
    length: CHALLENGE_TARGET_INFO_ITEM_LENGTH,
    values: [
        CHALLENGE_TARGET_INFO_NB_COMPUTER_NAME,
        CHALLENGE_TARGET_INFO_NB_DOMAIN_NAME,
        CHALLENGE_TARGET_INFO_DNS_COMPUTER_NAME,
        CHALLENGE_TARGET_INFO_DNS_DOMAIN_NAME,
        CHALLENGE_TARGET_INFO_DNS_TREE_NAME,
        CHALLENGE_TARGET_INFO_FLAGS,
        CHALLENGE_TARGET_INFO_TIMESTAMP,
        CHALLENGE_TARGET_INFO_RESTRICTIONS,
        CHALLENGE_TARGET_INFO_TARGET_NAME,
        CHALLENGE_TARGET_INFO_CHANNEL_BINDINGS,
    ],
};

/// Those in a client's response.
pub(super) static RESPONSE: Fields = Fields {
    kind: NTLMV2_RESPONSE_ITEM_TYPE,
    length: NTLMV2_RESPONSE_ITEM_LENGTH,
    values: [
        NTLMV2_RESPONSE_NB_COMPUTER_NAME,
        NTLMV2_RESPONSE_NB_DOMAIN_NAME,
        NTLMV2_RESPONSE_DNS_COMPUTER_NAME,
        NTLMV2_RESPONSE_DNS_DOMAIN_NAME,
        NTLMV2_RESPONSE_DNS_TREE_NAME,
        NTLMV2_RESPONSE_FLAGS,
        NTLMV2_RESPONSE_TIMESTAMP,
        NTLMV2_RESPONSE_RESTRICTIONS,
        NTLMV2_RESPONSE_TARGET_NAME,
        NTLMV2_RESPONSE_CHANNEL_BINDINGS,
    ],
};

/// What a server tells of itself. Gives its offset, or the end when there is none.
pub(super) fn target_info<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    all: &Cursor<'_>,
) -> Result<usize, Stop> {
    let (offset, len) = offset(c)?;
    if len == 0 {
        let item = cx.add(CHALLENGE_TARGET_INFO, c.span(8), Value::None);
        cx.label(item, |o| _ = o.s("Target Info List: Empty"));
        c.skip(8)?;
        return Ok(usize::MAX);
    }
    let mut at = part(all, offset, len)?;
    let item = cx.add(CHALLENGE_TARGET_INFO, at.span(len), Value::None);
    let fields = [CHALLENGE_TARGET_INFO_LENGTH, CHALLENGE_TARGET_INFO_MAXLEN, CHALLENGE_TARGET_INFO_OFFSET];
    place(cx, item, fields, c)?;
    cx.under(item, |cx| list(cx, &TARGET, &mut at))?;
    Ok(offset)
}

/// Attributes up to the end of the list.
pub(super) fn list<S: Sink>(cx: &mut Cx<'_, S>, fields: &Fields, c: &mut Cursor<'_>) -> Result<(), Stop> {
    while !c.is_empty() {
        let start = *c;
        let h = c.peek_array::<4>()?;
        let (kind, len) = (u16::from_le_bytes([h[0], h[1]]), usize::from(u16::from_le_bytes([h[2], h[3]])));
        let item = cx.line(c.span(4 + len), |o| {
            o.s("Attribute: ");
            match ATTRIBUTES.find(u64::from(kind)) {
                Some(name) => o.s(name),
                None => o.s("Unknown (").u(kind).s(")"),
            };
        });
        cx.under(item, |cx| -> Result<(), Stop> {
            cx.u16_le(fields.kind, c)?;
            cx.u16_le(fields.length, c)?;
            let mut value = c.take_all(len)?;
            let Some(field) = usize::from(kind).checked_sub(1).and_then(|i| fields.values.get(i)) else {
                if kind != 0 {
                    let at = value.span(len);
                    let line = cx.line(at, |o| _ = o.s("unknown NTLMSSP Target Info Attribute"));
                    cx.expert(ATTRIBUTE_UNKNOWN, line, at);
                }
                return Ok(());
            };
            match kind {
                6 => _ = cx.u32_le(*field, &mut value)?,
                7 => time(cx, *field, &mut value)?,
                8 | 10 => _ = cx.bytes(*field, &mut value, len)?,
                _ if len == 0 => {}
                _ => {
                    let text = text16(value.rest());
                    cx.add_bytes(*field, value.span(len), text.as_bytes());
                    cx.append(item, |o| _ = o.s(": ").text(text.as_bytes()));
                }
            }
            Ok(())
        })?;
        let mut rest = start;
        rest.skip(4 + len)?;
        *c = rest;
        if kind == 0 {
            break;
        }
    }
    Ok(())
}
