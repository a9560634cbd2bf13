//! Algorithms and public keys (RFC 3279, RFC 4055, RFC 5480, RFC 8017).

use super::der::{self, Element};
use super::*;
use requin_wire::{Cursor, Cx, Field, Sink, Span, Step, Value};

/// An AlgorithmIdentifier.
///
/// # Errors
/// When it ends too early.
pub fn algorithm<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    identifier(cx, field, der::expect(c, der::SEQUENCE)?.body).map(|_| ())
}

/// The inside of an AlgorithmIdentifier.
///
/// # Errors
/// When it ends too early.
pub fn algorithm_inside<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: Cursor<'_>) -> Step {
    identifier(cx, field, c).map(|_| ())
}

/// The inside of an AlgorithmIdentifier: gives the algorithm.
fn identifier<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    mut c: Cursor<'_>,
) -> Result<String, requin_wire::Stop> {
    let item = cx.add(field, span(&c), Value::None);
    let id = der::expect(&mut c, der::OID)?;
    let dotted = oid::dotted(id.body.rest());
    cx.append(item, |o| _ = o.s(" (").s(&oid::resolved(&dotted)).s(")"));
    cx.under(item, |cx| -> Step {
        oid::add(cx, x509af::ALGORITHM_ID, span(&id.body), &dotted);
        if c.is_empty() {
            return Ok(());
        }
        let p = der::next(&mut c)?;
        match dotted.as_str() {
            _ if p.id == der::NULL => Ok(()),
            "1.2.840.10045.2.1" => {
                let choice =
                    cx.add(pkcs1::ECPARAMETERS, span(&p.whole), Value::U(u64::from(p.id == der::OID)));
                if p.id == der::OID {
                    let curve = oid::dotted(p.body.rest());
                    cx.under(choice, |cx| oid::add(cx, pkcs1::NAMED_CURVE, span(&p.body), &curve));
                }
                Ok(())
            }
            "1.2.840.113549.1.1.10" if p.id == der::SEQUENCE => pss(cx, p.body),
            "1.2.840.10040.4.1" if p.id == der::SEQUENCE => {
                let item = cx.add(x509af::DSS_PARAMS_ELEMENT, span(&p.body), Value::None);
                cx.under(item, |cx| {
                    let mut b = p.body;
                    for field in [x509af::P, x509af::Q, x509af::G] {
                        serial_number(cx, field, &der::expect(&mut b, der::INTEGER)?);
                    }
                    Ok(())
                })
            }
            _ => Ok(()),
        }
    })?;
    Ok(dotted)
}

/// RSASSA-PSS-params (RFC 4055, 3.1).
fn pss<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.add(pkcs1::RSASSA_PSS_PARAMS_ELEMENT, span(&c), Value::None);
    cx.under(item, |cx| {
        while !c.is_empty() {
            let mut e = der::next(&mut c)?;
            match e.number {
                0 => algorithm(cx, pkcs1::HASH_ALGORITHM_ELEMENT, &mut e.body)?,
                1 => {
                    // The mask's own hash function is not shown.
                    algorithm(cx, pkcs1::MASK_GEN_ALGORITHM_ELEMENT, &mut e.body)?;
                }
                2 => _ = integer(cx, pkcs1::SALT_LENGTH, &der::expect(&mut e.body, der::INTEGER)?),
                _ => _ = integer(cx, pkcs1::TRAILER_FIELD, &der::expect(&mut e.body, der::INTEGER)?),
            }
        }
        Ok(())
    })
}

/// A BIT STRING: how many bits of the last byte are not used, then the bytes.
///
/// # Errors
/// When it is empty.
pub fn bit_string<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> Step {
    let mut b = e.body;
    cx.field(ber::BITSTRING_PADDING, &mut b, 1)?;
    let at = span(&b);
    cx.add(field, at, Value::Bytes(at));
    Ok(())
}

pub(super) fn subject_public_key_info<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let info = der::expect(c, der::SEQUENCE)?.body;
    public_key(cx, x509af::SUBJECT_PUBLIC_KEY_INFO_ELEMENT, info)
}

/// The inside of a SubjectPublicKeyInfo, as a field of the protocol that has it.
///
/// # Errors
/// When it ends too early.
pub fn public_key<S: Sink>(cx: &mut Cx<'_, S>, field: Field, mut info: Cursor<'_>) -> Step {
    let item = cx.add(field, span(&info), Value::None);
    cx.under(item, |cx| {
        let id = der::expect(&mut info, der::SEQUENCE)?;
        let dotted = identifier(cx, x509af::ALGORITHM_ELEMENT, id.body)?;
        let bits = der::expect(&mut info, der::BIT_STRING)?;
        let mut b = bits.body;
        if dotted != "1.2.840.113549.1.1.1" {
            return bit_string(cx, x509af::SUBJECT_PUBLIC_KEY, &bits);
        }
        b.skip(1)?;
        let at: Span = span(&b);
        let item = cx.add(x509af::SUBJECT_PUBLIC_KEY, at, Value::Bytes(at));
        cx.under(item, |cx| {
            let mut k = der::expect(&mut b, der::SEQUENCE)?.body;
            serial_number(cx, pkcs1::MODULUS, &der::expect(&mut k, der::INTEGER)?);
            integer(cx, pkcs1::PUBLIC_EXPONENT, &der::expect(&mut k, der::INTEGER)?);
            Ok(())
        })
    })
}
