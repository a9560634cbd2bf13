//! EAP-SIM and EAP-AKA, RFC 4186 and RFC 4187: attributes whose lengths count four bytes.

use super::*;
use requin_wire::{Field, Value};

/// The fields of one of the two.
pub struct Fields {
    subtype: Field,
    reserved: Field,
    attribute: Field,
    kind: Field,
    len: Field,
    notification: Field,
    error: Field,
    value: Field,
}

pub const SIM_FIELDS: Fields = Fields {
    subtype: SIM_SUBTYPE,
    reserved: SIM_RESERVED,
    attribute: SIM_SUBTYPE_ATTRIBUTE,
    kind: SIM_SUBTYPE_TYPE,
    len: SIM_SUBTYPE_LEN,
    notification: SIM_NOTIFICATION_TYPE,
    error: SIM_ERROR_CODE,
    value: SIM_SUBTYPE_VALUE,
};

pub const AKA_FIELDS: Fields = Fields {
    subtype: AKA_SUBTYPE,
    reserved: AKA_RESERVED,
    attribute: AKA_SUBTYPE_ATTRIBUTE,
    kind: AKA_SUBTYPE_TYPE,
    len: AKA_SUBTYPE_LEN,
    notification: AKA_NOTIFICATION_TYPE,
    error: AKA_ERROR_CODE,
    value: AKA_SUBTYPE_VALUE,
};

const AT_NOTIFICATION: u8 = 12;
const AT_IDENTITY: u8 = 14;
const AT_CLIENT_ERROR_CODE: u8 = 22;

/// Shows subtype and attributes.
///
/// # Errors
/// When the packet ends before.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, f: &Fields) -> Step {
    cx.field(f.subtype, &mut c, 1)?;
    if c.left() < 2 {
        return Ok(());
    }
    cx.field(f.reserved, &mut c, 2)?;
    // An attribute has four bytes at least: every turn moves on.
    while !c.is_empty() {
        let [kind, units] = *c.peek_array::<2>()?;
        let len = 4 * usize::from(units);
        if len == 0 {
            return Err(Stop::Malformed);
        }
        c.peek_bytes(0, len)?;
        let mut body = c.take(len);
        let item = cx.add(f.attribute, body.span(len), Value::None);
        cx.append(item, |o| {
            o.s(": ").s(names::SIM_SUBTYPE_TYPE.or(u64::from(kind), "Unknown")).s(" (").u(kind).s(")");
        });
        cx.under(item, |cx| -> Step {
            cx.field(f.kind, &mut body, 1)?;
            cx.field(f.len, &mut body, 1)?;
            match kind {
                AT_NOTIFICATION => cx.field(f.notification, &mut body, 2).map(|_| ()),
                AT_CLIENT_ERROR_CODE => cx.field(f.error, &mut body, 2).map(|_| ()),
                AT_IDENTITY => {
                    let actual = usize::from(body.peek_u16(0)?);
                    cx.field(IDENTITY_ACTUAL_LEN, &mut body, 2)?;
                    let name = body.take(actual);
                    identity::show(cx, name)?;
                    let padding = body.left();
                    if padding > 0 {
                        cx.field(IDENTITY_PADDING, &mut body, padding)?;
                    }
                    Ok(())
                }
                _ => {
                    let len = body.left();
                    cx.field(f.value, &mut body, len).map(|_| ())
                }
            }
        })?;
    }
    Ok(())
}
