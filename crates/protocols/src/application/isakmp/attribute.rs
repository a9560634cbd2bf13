//! Attributes of transforms (RFC 2408, 3.3; RFC 7296, 3.3.5).

use super::*;
use requin_wire::{Cursor, Cx, Field, Sink, Step};

/// All attributes of a transform.
pub(super) fn all<S: Sink>(cx: &mut Cx<'_, S>, v2: bool, c: &mut Cursor<'_>) -> Step {
    while c.left() >= 4 {
        one(cx, v2, c)?;
    }
    Ok(())
}

fn one<S: Sink>(cx: &mut Cx<'_, S>, v2: bool, c: &mut Cursor<'_>) -> Step {
    let (head, value) = (c.peek_u16(0)?, c.peek_u16(2)?);
    let kind = u64::from(head & 0x7fff);
    // Format 1: the value stands where the length would.
    let short = head & 0x8000 != 0;
    let len = if short { 2 } else { usize::from(value) };
    let mut whole = c.take(if short { 4 } else { 4 + len });
    let (node, format, kind_field, names) = if v2 {
        (IKE2_ATTR, IKE2_ATTR_FORMAT, IKE2_ATTR_TYPE, names::IKE2_ATTR_TYPE)
    } else {
        (IKE_ATTR, IKE_ATTR_FORMAT, IKE_ATTR_TYPE, names::IKE_ATTR_TYPE)
    };
    let item = cx.add(node, whole.span(whole.left()), Value::None);
    cx.append(item, |o| {
        o.s(" (t=").u(kind).s(",l=").u(len as u64).s("): ").s(names.or(kind, "Unknown"));
    });
    cx.under(item, |cx| {
        cx.peek(format, &whole, 2)?;
        cx.add(kind_field, whole.span(2), Value::U(kind));
        whole.skip(2)?;
        if !short {
            cx.field(IKE_ATTR_LENGTH, &mut whole, 2)?;
        }
        if len == 0 {
            return Ok(());
        }
        let value_field = if v2 { IKE2_ATTR_VALUE } else { IKE_ATTR_VALUE };
        cx.peek(value_field, &whole, len)?;
        let Some(field) = meaning(v2, kind) else { return Ok(()) };
        if len > 8 {
            return Ok(());
        }
        let number = whole.peek_uint(0, len)?;
        cx.add(field, whole.span(len), Value::U(number));
        let def = cx.registry.field(field);
        cx.append(item, |o| {
            match def.names.find(number) {
                Some(name) => o.s(": ").s(name),
                None => o.s(": ").u(number),
            };
        });
        Ok(())
    })
}

fn meaning(v2: bool, kind: u64) -> Option<Field> {
    Some(match (v2, kind) {
        (true, 14) => IKE2_ATTR_KEY_LENGTH,
        (false, 1) => IKE_ATTR_ENCRYPTION_ALGORITHM,
        (false, 2) => IKE_ATTR_HASH_ALGORITHM,
        (false, 3) => IKE_ATTR_AUTHENTICATION_METHOD,
        (false, 4) => IKE_ATTR_GROUP_DESCRIPTION,
        (false, 11) => IKE_ATTR_LIFE_TYPE,
        (false, 12) => IKE_ATTR_LIFE_DURATION,
        (false, 14) => IKE_ATTR_KEY_LENGTH,
        _ => return None,
    })
}
