//! General names (RFC 5280, 4.2.1.6).

use super::der::Element;
use super::*;
use requin_wire::{Cx, Field, Sink, Span, Step, Value};

/// GeneralNames; `c` is its inside.
///
/// # Errors
/// When it ends too early.
pub fn general_names<S: Sink>(cx: &mut Cx<'_, S>, field: Field, mut c: Cursor<'_>) -> Step {
    let item = sequence_of(cx, field, &c);
    cx.under(item, |cx| {
        while !c.is_empty() {
            let e = der::next(&mut c)?;
            general_name(cx, x509ce::GENERAL_NAME, &e)?;
        }
        Ok(())
    })
}

/// One GeneralName.
///
/// # Errors
/// When it ends too early.
pub fn general_name<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> Step {
    let item = cx.add(field, span(&e.whole), Value::U(u64::from(e.number)));
    cx.under(item, |cx| {
        let mut b = e.body;
        match e.number {
            0 => {
                let item = cx.add(x509ce::OTHER_NAME_ELEMENT, span(&b), Value::None);
                cx.under(item, |cx| {
                    let id = der::expect(&mut b, der::OID)?;
                    oid::add(cx, x509ce::TYPE_ID, span(&id.body), &oid::dotted(id.body.rest()));
                    Ok(())
                })
            }
            1 => Ok(_ = plain(cx, x509ce::RFC822NAME, e)),
            2 => Ok(_ = plain(cx, x509ce::D_NSNAME, e)),
            4 => name_choice(cx, x509ce::DIRECTORY_NAME, x509if::RDN_SEQUENCE, &mut b),
            6 => Ok(_ = plain(cx, x509ce::UNIFORM_RESOURCE_IDENTIFIER, e)),
            7 => {
                let at: Span = span(&b);
                match b.left() {
                    4 => _ = cx.peek(x509ce::IPADDRESS_IPV4, &b, 4)?,
                    16 => _ = cx.add(x509ce::IPADDRESS_IPV6, at, Value::Bytes(at)),
                    _ => _ = cx.add(x509ce::I_PADDRESS, at, Value::Bytes(at)),
                }
                Ok(())
            }
            8 => {
                oid::add(cx, x509ce::REGISTERED_ID, span(&b), &oid::dotted(b.rest()));
                Ok(())
            }
            _ => Ok(()),
        }
    })
}
