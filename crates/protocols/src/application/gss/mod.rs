//! GSS-API (RFC 2743): the token of whatever mechanism, by the name that stands before it.

pub mod krb5;
pub mod spnego;

use super::ntlmssp;
use super::x509::der;
use super::x509::oid::dotted;
use super::x509::span;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Value, proto};

proto! {
    GSSAPI "gss-api" "GSS-API Generic Security Service Application Program Interface" "GSS-API" App
    on []
    fields {
        OID "gss-api.OID" "OID": Str;
        TOKEN_OBJECT "gss-api.token_object" "Token object": Bytes;
    }
}

/// Tag of a first token (RFC 2743, 3.1).
pub(super) const FIRST_TOKEN: u8 = 0x60;
const NEG_TOKEN_INIT: u8 = 0xa0;
const NEG_TOKEN_TARG: u8 = 0xa1;

/// A mechanism.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mechanism {
    /// The negotiation of another one.
    Spnego,
    /// Kerberos 5.
    Kerberos,
    /// NTLM.
    Ntlm,
    /// Any other.
    Other,
}

/// Mechanisms by their object identifiers.
const MECHANISMS: &[(&str, Mechanism, &str)] = &[
    ("1.3.6.1.5.5.2", Mechanism::Spnego, "SPNEGO - Simple Protected Negotiation"),
    ("1.2.840.113554.1.2.2", Mechanism::Kerberos, "KRB5 - Kerberos 5"),
    ("1.2.840.48018.1.2.2", Mechanism::Kerberos, "MS KRB5 - Microsoft Kerberos 5"),
    ("1.2.840.113554.1.2.2.3", Mechanism::Kerberos, "KRB5 - Kerberos 5 - User to User"),
    ("1.3.6.1.4.1.311.2.2.10", Mechanism::Ntlm, "NTLMSSP - Microsoft NTLM Security Support Provider"),
    ("1.3.6.1.4.1.311.2.2.30", Mechanism::Other, "NEGOEX - SPNEGO Extended Negotiation Security Mechanism"),
];

/// What is known of the mechanism of this object identifier.
pub(super) fn mechanism(dotted: &str) -> (Mechanism, Option<&'static str>) {
    let known = MECHANISMS.iter().find(|m| m.0 == dotted);
    known.map_or((Mechanism::Other, None), |m| (m.1, Some(m.2)))
}

/// Adds the object identifier of a mechanism, and tells which it is.
pub(super) fn mechanism_field<S: Sink>(cx: &mut Cx<'_, S>, field: Field, content: &Cursor<'_>) -> Mechanism {
    let text = dotted(content.rest());
    let at = span(content);
    let item = if cx.registry.field(field).kind.is_str() {
        cx.add_bytes(field, at, text.as_bytes())
    } else {
        cx.add(field, at, Value::Bytes(at))
    };
    let (mechanism, name) = mechanism(&text);
    if let Some(name) = name {
        cx.append(item, |o| _ = o.s(" (").s(name).s(")"));
    }
    mechanism
}

/// Whether these bytes look like a token.
#[must_use]
pub fn looks_like_token(bytes: &[u8]) -> bool {
    bytes.starts_with(ntlmssp::SIGNATURE)
        || matches!(bytes.first(), Some(&(FIRST_TOKEN | NEG_TOKEN_INIT | NEG_TOKEN_TARG)))
        || krb5::is_message_token(bytes)
}

/// The token that fills `c`: NTLM's as such, whatever else by its first bytes; nothing for what is neither.
///
/// # Errors
/// Whatever stopped its dissector.
pub fn blob<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.rest().starts_with(ntlmssp::SIGNATURE) {
        cx.call_nested(ntlmssp::ID, c)
    } else if looks_like_token(c.rest()) {
        cx.call_nested(ID, c)
    } else {
        Ok(())
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    match c.peek_u8(0)? {
        NEG_TOKEN_INIT | NEG_TOKEN_TARG => return cx.call_nested(spnego::ID, c),
        FIRST_TOKEN => {}
        _ if c.rest().starts_with(ntlmssp::SIGNATURE) => return cx.call_nested(ntlmssp::ID, c),
        _ => return krb5::message_token(cx, c).map(|_| ()),
    }
    let mut body = der::next(&mut c)?.body;
    let all = body;
    let name = der::expect(&mut body, der::OID)?;
    match mechanism_field(cx, OID, &name.body) {
        Mechanism::Spnego => cx.call_nested(spnego::ID, body),
        Mechanism::Kerberos => krb5::token(cx, body),
        Mechanism::Ntlm => cx.call_nested(ntlmssp::ID, body),
        Mechanism::Other => {
            let at = span(&all);
            cx.add(TOKEN_OBJECT, at, Value::Bytes(at));
            Ok(())
        }
    }
}
