//! Messages (RFC 4511, 4.1.1), one after the other in a stream.

use super::filter::string;
use super::*;
use crate::application::gss::krb5;
use crate::application::tls;
use crate::application::x509::der::{self, Element};
use crate::application::x509::{integer, sequence_of, span};
use requin_wire::{Cursor, Cx, FRAME, Pdu, ProtoId, Sink, Step, Stop, Value};

/// Asks for TLS (RFC 4511, 4.14).
const START_TLS: &[u8] = b"1.3.6.1.4.1.1466.20037";

/// Whether a message begins here.
fn begins(c: &Cursor<'_>) -> bool {
    c.peek_u8(0).is_ok_and(|b| b == der::SEQUENCE)
}

pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let buffered = c.peek_u8(0)? == 0 && c.left() > 4;
    if !begins(&c) && !buffered {
        return Err(Stop::NotMine);
    }
    cx.protocol("LDAP");
    cx.info_clear();
    let mut results = cx.state()[0] as u32;
    while !c.is_empty() {
        if !begins(&c) {
            return sasl(cx, &mut c, &mut results);
        }
        one(cx, &mut c, &mut results, " | ")?;
    }
    // Another message in the same segment is told behind this one.
    cx.info_fence();
    Ok(())
}

/// How far the message goes that begins these bytes, or the buffer of SASL.
pub(super) fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [] => Pdu::More(2),
        [0, ..] => match bytes.first_chunk::<4>() {
            Some(n) => Pdu::Len((4 + u32::from_be_bytes(*n) as usize).min(1 << 24)),
            None => Pdu::More(4),
        },
        [der::SEQUENCE] => Pdu::More(2),
        [der::SEQUENCE, n @ 0..=0x7f, ..] => Pdu::Len(2 + usize::from(*n)),
        [der::SEQUENCE, n @ 0x81..=0x84, rest @ ..] => {
            let n = usize::from(n & 0x7f);
            match rest.get(..n) {
                Some(len) => Pdu::Len(2 + n + requin_wire::be(len) as usize),
                None => Pdu::More(2 + n),
            }
        }
        _ => Pdu::AsItComes,
    }
}

/// All of a datagram.
pub(super) fn datagram<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !begins(&c) {
        return Err(Stop::NotMine);
    }
    cx.protocol("CLDAP");
    cx.info_clear();
    let mut results = 0;
    while begins(&c) {
        one(cx, &mut c, &mut results, "")?;
    }
    Ok(())
}

/// A buffer that SASL protects (RFC 4422, 3.7): a token of GSS-API, and the messages, unless they are encrypted.
fn sasl<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, results: &mut u32) -> Step {
    let n = cx.u32(SASL_BUFFER_LENGTH, c)? as usize;
    let body = c.take(n);
    let item = cx.line(span(&body), |o| _ = o.s("SASL Buffer"));
    cx.under(item, |cx| {
        let wrapped = krb5::wrapped(cx, body)?;
        let mut inner = krb5::inside(&body, wrapped);
        let n = inner.left();
        let s = if n == 1 { " byte)" } else { " bytes)" };
        if n == 0 {
            return Ok(());
        }
        if wrapped.is_none_or(|w| w.sealed) {
            if wrapped.is_some() {
                cx.info(|o| _ = o.s("SASL GSS-API Privacy: payload (").u(n as u64).s(s));
            }
            return cx.field(GSSAPI_ENCRYPTED_PAYLOAD, &mut inner, n).map(|_| ());
        }
        cx.info(|o| _ = o.s("SASL GSS-API Integrity: "));
        let item = cx.line(inner.span(n), |o| _ = o.s("GSS-API payload (").u(n as u64).s(s));
        cx.under(item, |cx| -> Step {
            while begins(&inner) {
                one(cx, &mut inner, results, "")?;
            }
            Ok(())
        })
    })
}

fn one<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, results: &mut u32, sep: &str) -> Step {
    let message = der::next(c)?;
    let mut b = message.body;
    let item = cx.add(LDAP_MESSAGE_ELEMENT, span(&message.body), Value::None);
    cx.under(item, |cx| {
        let id = der::expect(&mut b, der::INTEGER)?;
        integer(cx, MESSAGE_ID, &id);
        let e = der::next(&mut b)?;
        let number = id.int().unwrap_or(0);
        let name = names::OPERATIONS.or(u64::from(e.number), "Unknown");
        cx.info_sep(sep, |o| _ = o.s(name).s("(").i(number).s(") "));
        cx.append(item, |o| _ = o.s(" ").s(name).s("(").i(number).s(")"));
        count(results, &e);
        let op = cx.add(PROTOCOL_OP, span(&e.whole), Value::U(u64::from(e.number)));
        cx.under(op, |cx| operation::add(cx, item, &e, *results))?;
        if let Some(list) = der::optional(&mut b, 0xa0)? {
            controls(cx, list.body)?;
        }
        past::answered(cx, number, &e);
        Ok(())
    })
}

/// Counts the entries that a search found.
fn count(results: &mut u32, e: &Element<'_>) {
    match e.number {
        3 => *results = 0,
        4 => *results = results.saturating_add(1),
        _ => {}
    }
}

fn controls<S: Sink>(cx: &mut Cx<'_, S>, mut list: Cursor<'_>) -> Step {
    let item = sequence_of(cx, CONTROLS, &list);
    cx.under(item, |cx| {
        while !list.is_empty() {
            let mut b = der::next(&mut list)?.body;
            let item = cx.add(CONTROL_ELEMENT, span(&b), Value::None);
            cx.under(item, |cx| -> Step {
                let kind = der::next(&mut b)?;
                operation::oid(cx, CONTROL_TYPE, &kind);
                if let Some(e) = der::optional(&mut b, der::BOOLEAN)? {
                    cx.add(CRITICALITY, span(&e.body), Value::U(u64::from(e.body.peek_u8(0)? != 0)));
                }
                if b.is_empty() {
                    return Ok(());
                }
                control_value(cx, kind.body.rest(), &der::next(&mut b)?)
            })?;
        }
        Ok(())
    })
}

fn control_value<S: Sink>(cx: &mut Cx<'_, S>, kind: &[u8], value: &Element<'_>) -> Step {
    let mut b = value.body;
    match kind {
        b"1.2.840.113556.1.4.319" => page(cx, der::expect(&mut b, der::SEQUENCE)?.body),
        b"1.2.840.113556.1.4.473" => sort_keys(cx, der::expect(&mut b, der::SEQUENCE)?.body),
        b"1.2.840.113556.1.4.474" => sorted(cx, der::expect(&mut b, der::SEQUENCE)?.body),
        _ => {
            let at = span(&value.body);
            cx.add(CONTROL_VALUE, at, Value::Bytes(at));
            Ok(())
        }
    }
}

/// Simple paged results (RFC 2696).
fn page<S: Sink>(cx: &mut Cx<'_, S>, mut b: Cursor<'_>) -> Step {
    let item = cx.add(SEARCH_CONTROL_VALUE_ELEMENT, span(&b), Value::None);
    cx.under(item, |cx| {
        integer(cx, SIZE, &der::next(&mut b)?);
        let cookie = der::next(&mut b)?;
        let at = span(&cookie.body);
        cx.add(COOKIE, at, Value::Bytes(at));
        Ok(())
    })
}

/// What to sort by (RFC 2891, 1.1).
fn sort_keys<S: Sink>(cx: &mut Cx<'_, S>, mut list: Cursor<'_>) -> Step {
    let item = sequence_of(cx, SORT_KEY_LIST, &list);
    cx.under(item, |cx| {
        while !list.is_empty() {
            let mut b = der::next(&mut list)?.body;
            let item = cx.add(SORT_KEY_LIST_ITEM_ELEMENT, span(&b), Value::None);
            cx.under(item, |cx| -> Step {
                string(cx, ATTRIBUTE_TYPE, &der::next(&mut b)?);
                if let Some(rule) = der::optional(&mut b, 0x80)? {
                    string(cx, ORDERING_RULE, &rule);
                }
                if let Some(e) = der::optional(&mut b, 0x81)? {
                    cx.add(REVERSE_ORDER, span(&e.body), Value::U(u64::from(e.body.peek_u8(0)? != 0)));
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// Whether that could be done (RFC 2891, 1.2).
fn sorted<S: Sink>(cx: &mut Cx<'_, S>, mut b: Cursor<'_>) -> Step {
    let item = cx.add(SORT_RESULT_ELEMENT, span(&b), Value::None);
    cx.under(item, |cx| {
        integer(cx, SORT_RESULT, &der::next(&mut b)?);
        if let Some(e) = der::optional(&mut b, 0x80)? {
            string(cx, ATTRIBUTE_TYPE, &e);
        }
        Ok(())
    })
}

/// Remembers how many entries a search found so far, and whether TLS was asked for: then it has the
/// conversation once that is granted.
pub(super) fn remember(state: &mut [u64; 2], _: bool, payload: &[u8], _: usize) -> Option<ProtoId> {
    let mut c = Cursor::new(payload, payload.len(), FRAME);
    let mut results = state[0] as u32;
    if c.peek_u8(0) == Ok(0) && c.skip(4).is_ok() {
        c = krb5::inside(&c, krb5::measured(&c).filter(|w| !w.sealed));
    }
    while begins(&c) {
        let Ok(message) = der::next(&mut c) else { break };
        let mut b = message.body;
        let (Ok(_), Ok(e)) = (der::next(&mut b), der::next(&mut b)) else { break };
        count(&mut results, &e);
        let mut inside = e.body;
        let first = der::next(&mut inside).ok();
        match e.number {
            23 => state[1] = u64::from(first.is_some_and(|f| f.body.rest() == START_TLS)),
            24 if state[1] != 0 && first.is_some_and(|f| f.int() == Some(0)) => return Some(tls::ID),
            _ => {}
        }
    }
    state[0] = u64::from(results);
    None
}
