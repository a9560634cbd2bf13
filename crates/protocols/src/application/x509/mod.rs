//! Certificates: X.509 (RFC 5280) as it stands in TLS, OCSP, IKE and in files.

pub mod der;
mod extension;
mod fields;
mod general_name;
mod key;
pub mod logotype;
mod name;
pub mod names;
pub mod oid;

pub use fields::{
    ber, ns_cert_exts, pkcs1, pkix1explicit, pkix1implicit, pkixproxy, x509af, x509ce, x509if, x509sat,
};
pub use general_name::{general_name, general_names};
pub use key::{algorithm, algorithm_inside, bit_string, public_key};
pub use name::{distinguished, name_choice, rdn_sequence};

use der::Element;
use requin_wire::civil::days;
use requin_wire::{Cursor, Cx, Field, Item, ProtoId, Sink, Step, Stop, Time, Value};

/// Whether any field of certificates is wanted.
#[must_use]
pub fn wanted<S: Sink>(cx: &Cx<'_, S>) -> bool {
    cx.wants_any(
        x509af::PROTO,
        Field(crate::application::ocsp::PROTO.0 + crate::application::ocsp::COUNT - 1),
    )
}

/// A certificate that fills `c`, shown as a field of bytes of the protocol that has it.
///
/// # Errors
/// When it ends too early.
pub fn certificate<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: Cursor<'_>) -> Step {
    let n = c.left();
    if n == 0 {
        return Ok(());
    }
    let item = if c.captured() >= n {
        cx.peek(field, &c, n)?
    } else {
        cx.add(field, c.span(n), Value::Bytes(c.span(n)))
    };
    inside(cx, item, c)
}

/// A certificate as a file has it.
fn certificate_file<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if der::peek(&c) != Some(der::SEQUENCE) {
        return Err(Stop::NotMine);
    }
    let item = cx.add(x509af::CERTIFICATE_ELEMENT, c.span(c.left()), Value::None);
    inside(cx, item, c)
}

/// The subject's name is told beside the certificate's node.
pub(crate) fn inside<S: Sink>(cx: &mut Cx<'_, S>, item: Item, mut c: Cursor<'_>) -> Step {
    let whole = der::expect(&mut c, der::SEQUENCE)?;
    if cx.wants_labels() {
        let name = subject(whole.body);
        cx.append(item, |o| _ = o.s(" (").s(&name).s(")"));
    }
    cx.under(item, |cx| parts(cx, whole.body))
}

/// The subject's name of what is to be signed, empty when it cannot be found.
fn subject(mut c: Cursor<'_>) -> String {
    let find = |c: &mut Cursor<'_>| -> Result<String, Stop> {
        let mut t = der::expect(c, der::SEQUENCE)?.body;
        der::optional(&mut t, 0xa0)?;
        for _ in 0..4 {
            der::next(&mut t)?;
        }
        Ok(distinguished(der::expect(&mut t, der::SEQUENCE)?.body))
    };
    find(&mut c).unwrap_or_default()
}

fn parts<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let signed = der::expect(&mut c, der::SEQUENCE)?;
    let item = cx.add(x509af::SIGNED_CERTIFICATE_ELEMENT, span(&signed.body), Value::None);
    cx.under(item, |cx| to_be_signed(cx, signed.body))?;
    algorithm(cx, x509af::ALGORITHM_IDENTIFIER_ELEMENT, &mut c)?;
    let bits = der::expect(&mut c, der::BIT_STRING)?;
    bit_string(cx, x509af::ENCRYPTED, &bits)
}

fn to_be_signed<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if let Some(e) = der::optional(&mut c, 0xa0)? {
        let mut b = e.body;
        integer(cx, x509af::VERSION, &der::expect(&mut b, der::INTEGER)?);
    }
    serial_number(cx, x509af::SERIAL_NUMBER, &der::expect(&mut c, der::INTEGER)?);
    algorithm(cx, x509af::SIGNATURE_ELEMENT, &mut c)?;
    name_choice(cx, x509af::ISSUER, x509if::RDN_SEQUENCE, &mut c)?;
    let validity = der::expect(&mut c, der::SEQUENCE)?;
    let item = cx.add(x509af::VALIDITY_ELEMENT, span(&validity.body), Value::None);
    cx.under(item, |cx| -> Step {
        let mut v = validity.body;
        time_choice(cx, x509af::NOT_BEFORE, &mut v)?;
        time_choice(cx, x509af::NOT_AFTER, &mut v)
    })?;
    name_choice(cx, x509af::SUBJECT, x509af::RDN_SEQUENCE, &mut c)?;
    key::subject_public_key_info(cx, &mut c)?;
    // Unique identifiers of issuer and subject, which version 2 brought and nobody uses.
    der::optional(&mut c, 0x81)?;
    der::optional(&mut c, 0x82)?;
    if let Some(e) = der::optional(&mut c, 0xa3)? {
        let mut b = e.body;
        extension::list(cx, x509af::EXTENSIONS, der::expect(&mut b, der::SEQUENCE)?.body)?;
    }
    Ok(())
}

/// The span of all that is left.
pub(crate) fn span(c: &Cursor<'_>) -> requin_wire::Span {
    c.span(c.left())
}

/// Adds a SEQUENCE OF's node: its value is the number of items.
pub(crate) fn sequence_of<S: Sink>(cx: &mut Cx<'_, S>, field: Field, body: &Cursor<'_>) -> Item {
    if !cx.wants(field) {
        return Item::NONE;
    }
    if body.is_cut() {
        let label = cx.registry.field(field).label;
        let item = cx.add(field, span(body), Value::U(0));
        cx.label(item, |o| _ = o.s(label).s(": unknown number of items"));
        return item;
    }
    let n = der::count(*body);
    let item = cx.add(field, span(body), Value::U(n));
    cx.append(item, |o| _ = o.s(if n == 1 { " item" } else { " items" }));
    item
}

/// Adds an integer; one of more than eight bytes is left out.
pub(crate) fn integer<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> Item {
    match e.int() {
        Some(v) if cx.registry.field(field).kind.is_int() => cx.add(field, span(&e.body), Value::I(v)),
        Some(v) => cx.add(field, span(&e.body), Value::U(v as u64)),
        None => Item::NONE,
    }
}

/// Adds a number that is shown as bytes, such as a serial number or a modulus.
pub(crate) fn serial_number<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> Item {
    let at = span(&e.body);
    let item = cx.add(field, at, Value::Bytes(at));
    let label = cx.registry.field(field).label;
    cx.label(item, |o| {
        let b = e.body.rest();
        o.s(label).s(": 0x").hex_bytes(b.get(..36).unwrap_or(b), 0);
        if b.len() > 36 {
            o.s("…");
        }
    });
    item
}

/// Adds text or bytes as they stand.
pub(crate) fn plain<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> Item {
    let at = span(&e.body);
    let value = if cx.registry.field(field).kind.is_str() { Value::Str(at) } else { Value::Bytes(at) };
    cx.add(field, at, value)
}

fn digits(b: &[u8]) -> Option<i64> {
    b.iter().try_fold(0i64, |v, b| b.is_ascii_digit().then(|| v * 10 + i64::from(b - b'0')))
}

/// The point in time of a GeneralizedTime.
#[must_use]
pub fn generalized_time(b: &[u8]) -> Option<Time> {
    let part = |at: usize, n: usize| b.get(at..at + n).and_then(digits);
    let (y, m, d) = (part(0, 4)?, part(4, 2)?, part(6, 2)?);
    let (h, min) = (part(8, 2)?, part(10, 2)?);
    let s = part(12, 2).unwrap_or(0);
    if !(1..=12).contains(&m) || !(1..=31).contains(&d) {
        return None;
    }
    let mut nanos = 0u32;
    if matches!(b.get(14), Some(b'.' | b',')) {
        let mut unit = 100_000_000u32;
        for c in b.iter().skip(15).take_while(|c| c.is_ascii_digit()).take(9) {
            nanos += u32::from(c - b'0') * unit;
            unit /= 10;
        }
    }
    Some(Time::new(days(y, m, d) * 86400 + h * 3600 + min * 60 + s, nanos))
}

/// Adds a GeneralizedTime.
pub(crate) fn time<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> Item {
    match generalized_time(e.body.rest()) {
        Some(t) => cx.add(field, span(&e.body), t.into()),
        None => Item::NONE,
    }
}

/// Writes a UTCTime as `2023-01-04 16:14:07 (UTC)`; years from 50 on are of the last century.
fn utc_time(o: &mut requin_wire::Out<'_>, b: &[u8]) {
    let text = |o: &mut requin_wire::Out<'_>, at: usize| {
        _ = o.text(b.get(at..at + 2).unwrap_or_default());
    };
    let seconds = b.get(10).is_some_and(u8::is_ascii_digit);
    o.s(if b.first().is_some_and(|c| *c >= b'5') { "19" } else { "20" });
    for (at, sep) in [(0, "-"), (2, "-"), (4, " "), (6, ":"), (8, "")] {
        text(o, at);
        o.s(sep);
    }
    let mut at = 10;
    if seconds {
        o.s(":");
        text(o, 10);
        at = 12;
    }
    match b.get(at) {
        Some(b'Z') | None => o.s(" (UTC)"),
        Some(_) => o.s(" (UTC").text(b.get(at..).unwrap_or_default()).s(")"),
    };
}

fn time_choice<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let e = der::next(c)?;
    let general = e.id == der::GENERALIZED_TIME;
    let item = cx.add(field, span(&e.whole), Value::U(u64::from(general)));
    cx.under(item, |cx| {
        if general {
            time(cx, x509af::GENERALIZED_TIME, &e);
        } else {
            cx.add_str(x509af::UTC_TIME, span(&e.body), |o| utc_time(o, e.body.rest()));
        }
    });
    Ok(())
}

/// A distinguished name that fills `c`, shown under a field of the protocol that has it.
///
/// # Errors
/// When it ends too early.
pub fn name_in<S: Sink>(cx: &mut Cx<'_, S>, field: Field, mut c: Cursor<'_>) -> Step {
    let item = cx.add(field, span(&c), Value::None);
    let e = der::expect(&mut c, der::SEQUENCE)?;
    if cx.wants_labels() {
        let name = distinguished(e.body);
        let label = cx.registry.field(field).label;
        cx.label(item, |o| _ = o.s(label).s(": (").s(&name).s(")"));
    }
    cx.under(item, |cx| name::items(cx, e.body))
}

/// Notes that a part belongs to another protocol, which has no node of its own.
pub(crate) fn layer<S: Sink>(cx: &mut Cx<'_, S>, id: ProtoId, c: &Cursor<'_>) {
    if cx.wants(crate::meta::frame::PROTOCOLS) {
        cx.layer_only(id, c);
    }
}

/// Extensions of a certificate, as other protocols carry them too.
///
/// # Errors
/// When they end too early.
pub(crate) fn extension_value<S: Sink>(cx: &mut Cx<'_, S>, dotted: &str, c: Cursor<'_>) -> Step {
    extension::value(cx, dotted, c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times() {
        assert_eq!(generalized_time(b"19700101000000Z"), Some(Time::new(0, 0)));
        assert_eq!(generalized_time(b"20240229120000.5Z"), Some(Time::new(1_709_208_000, 500_000_000)));
        assert_eq!(generalized_time(b"2024"), None);
        assert_eq!(generalized_time(b"20241399000000Z"), None);
        let text = |b: &[u8]| {
            let mut buf = Vec::new();
            utc_time(&mut requin_wire::Out::new(&mut buf), b);
            String::from_utf8(buf).unwrap()
        };
        assert_eq!(text(b"230104161407Z"), "2023-01-04 16:14:07 (UTC)");
        assert_eq!(text(b"9901041614Z"), "1999-01-04 16:14 (UTC)");
    }
}
