//! Operations (RFC 4511, 4.2 and on).

use super::filter::string;
use super::*;
use crate::application::x509::der::{self, Element};
use crate::application::x509::{integer, plain, sequence_of, span};
use crate::application::{gss, ntlmssp};
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Step, Value};

/// Text in quotes for the Info column and the message's line.
fn quoted<S: Sink>(cx: &mut Cx<'_, S>, message: Item, text: &[u8]) {
    let text = if text.is_empty() { b"<ROOT>" } else { text };
    cx.info_add(|o| _ = o.s("\"").text(text).s("\" "));
    cx.append(message, |o| _ = o.s(" \"").text(text).s("\""));
}

fn word<S: Sink>(cx: &mut Cx<'_, S>, message: Item, text: &str) {
    cx.info_add(|o| _ = o.s(text).s(" "));
    cx.append(message, |o| _ = o.s(" ").s(text));
}

/// What is done. `message` is the node of the whole message; `results` entries came before.
pub(super) fn add<S: Sink>(cx: &mut Cx<'_, S>, message: Item, e: &Element<'_>, results: u32) -> Step {
    let b = e.body;
    let field = match e.number {
        0 => BIND_REQUEST_ELEMENT,
        1 => BIND_RESPONSE_ELEMENT,
        2 => UNBIND_REQUEST_ELEMENT,
        3 => SEARCH_REQUEST_ELEMENT,
        4 => SEARCH_RES_ENTRY_ELEMENT,
        5 => SEARCH_RES_DONE_ELEMENT,
        6 => MODIFY_REQUEST_ELEMENT,
        7 => MODIFY_RESPONSE_ELEMENT,
        8 => ADD_REQUEST_ELEMENT,
        9 => ADD_RESPONSE_ELEMENT,
        11 => DEL_RESPONSE_ELEMENT,
        12 => MOD_DNREQUEST_ELEMENT,
        13 => MOD_DNRESPONSE_ELEMENT,
        14 => COMPARE_REQUEST_ELEMENT,
        15 => COMPARE_RESPONSE_ELEMENT,
        23 => EXTENDED_REQ_ELEMENT,
        24 => EXTENDED_RESP_ELEMENT,
        25 => INTERMEDIATE_RESPONSE_ELEMENT,
        10 => {
            quoted(cx, message, b.rest());
            string(cx, DEL_REQUEST, e);
            return Ok(());
        }
        16 => {
            integer(cx, ABANDON_REQUEST, e);
            return Ok(());
        }
        19 => {
            let item = sequence_of(cx, SEARCH_RES_REF, &b);
            return cx.under(item, |cx| urls(cx, b));
        }
        _ => return Ok(()),
    };
    let item = cx.add(field, span(&b), Value::None);
    cx.under(item, |cx| match e.number {
        0 => bind_request(cx, message, b),
        3 => search(cx, message, b),
        4 => {
            entry(cx, message, b, OBJECT_NAME, PARTIAL_ATTRIBUTE_LIST_ITEM_ELEMENT)?;
            cx.append(message, |o| found(o, results));
            Ok(())
        }
        8 => entry(cx, message, b, ENTRY, ATTRIBUTE_LIST_ITEM_ELEMENT),
        6 => modify(cx, message, b),
        12 => modify_dn(cx, message, b),
        14 => compare(cx, message, b),
        23 => extended(cx, b),
        1 | 5 | 7 | 9 | 11 | 13 | 15 | 24 => result(cx, message, e.number, b, results),
        _ => Ok(()),
    })
}

fn urls<S: Sink>(cx: &mut Cx<'_, S>, mut b: Cursor<'_>) -> Step {
    while !b.is_empty() {
        string(cx, LDAPURL, &der::next(&mut b)?);
    }
    Ok(())
}

fn bind_request<S: Sink>(cx: &mut Cx<'_, S>, message: Item, mut b: Cursor<'_>) -> Step {
    integer(cx, VERSION, &der::next(&mut b)?);
    let name = der::next(&mut b)?;
    string(cx, NAME, &name);
    quoted(cx, message, name.body.rest());
    let how = der::next(&mut b)?;
    let item = cx.add(AUTHENTICATION, span(&how.whole), Value::U(u64::from(how.number)));
    cx.under(item, |cx| match how.number {
        0 => {
            string(cx, SIMPLE, &how);
            Ok(())
        }
        3 => {
            let mut s = how.body;
            let item = cx.add(SASL_ELEMENT, span(&s), Value::None);
            cx.under(item, |cx| {
                string(cx, MECHANISM, &der::next(&mut s)?);
                if s.is_empty() {
                    return Ok(());
                }
                let credentials = der::next(&mut s)?;
                plain(cx, CREDENTIALS, &credentials);
                if gss::looks_like_token(credentials.body.rest()) {
                    cx.call_nested(gss::ID, credentials.body)
                } else {
                    Ok(())
                }
            })
        }
        // Microsoft's bind by NTLM ([MS-ADTS] 5.1.1.1.3).
        10 | 11 if how.body.rest().starts_with(ntlmssp::SIGNATURE) => cx.call_nested(ntlmssp::ID, how.body),
        _ => Ok(()),
    })?;
    word(cx, message, names::AUTHENTICATION.or(u64::from(how.number), "Unknown"));
    Ok(())
}

/// How many entries a search found.
fn found(o: &mut Out<'_>, results: u32) {
    o.s(" [").u(results).s(if results == 1 { " result]" } else { " results]" });
}

fn result<S: Sink>(cx: &mut Cx<'_, S>, message: Item, kind: u32, mut b: Cursor<'_>, results: u32) -> Step {
    let code = der::next(&mut b)?;
    integer(cx, RESULT_CODE, &code);
    let name = names::RESULTS.or(code.int().unwrap_or(-1) as u64, "Unknown");
    if kind != 24 {
        word(cx, message, name);
    }
    if kind == 5 {
        cx.info_add(|o| found(o, results));
        cx.append(message, |o| found(o, results));
    }
    string(cx, MATCHED_DN, &der::next(&mut b)?);
    let error = der::next(&mut b)?;
    string(cx, ERROR_MESSAGE, &error);
    if code.int() != Some(0) && !error.body.is_empty() {
        cx.info_add(|o| _ = o.s("(").text(error.body.rest()).s(") "));
        cx.append(message, |o| _ = o.s(" (").text(error.body.rest()).s(")"));
    }
    while !b.is_empty() {
        let e = der::next(&mut b)?;
        match (kind, e.number) {
            (_, 3) => {
                let item = sequence_of(cx, REFERRAL, &e.body);
                cx.under(item, |cx| urls(cx, e.body))?;
            }
            (1, 7) => {
                plain(cx, SERVER_SASL_CREDS, &e);
                match e.body.rest() {
                    [0xa1, ..] => cx.call_nested(gss::spnego::ID, e.body)?,
                    bytes if gss::looks_like_token(bytes) => cx.call_nested(gss::ID, e.body)?,
                    _ => {}
                }
            }
            (24, 10) => string(cx, RESPONSE_NAME, &e),
            (24, 11) => _ = plain(cx, RESPONSE, &e),
            _ => {}
        }
    }
    Ok(())
}

fn search<S: Sink>(cx: &mut Cx<'_, S>, message: Item, mut b: Cursor<'_>) -> Step {
    let base = der::next(&mut b)?;
    string(cx, BASE_OBJECT, &base);
    quoted(cx, message, base.body.rest());
    let scope = der::next(&mut b)?;
    integer(cx, SCOPE, &scope);
    word(cx, message, names::SCOPES.or(scope.int().unwrap_or(-1) as u64, "Unknown"));
    for field in [DEREF_ALIASES, SIZE_LIMIT, TIME_LIMIT] {
        integer(cx, field, &der::next(&mut b)?);
    }
    let only = der::next(&mut b)?;
    cx.add(TYPES_ONLY, span(&only.body), Value::U(u64::from(only.body.peek_u8(0)? != 0)));
    let f = der::next(&mut b)?;
    filter::add(cx, FILTER, &f, 0)?;
    let mut list = der::next(&mut b)?.body;
    let item = sequence_of(cx, ATTRIBUTES, &list);
    cx.under(item, |cx| {
        while !list.is_empty() {
            string(cx, ATTRIBUTE_DESCRIPTION, &der::next(&mut list)?);
        }
        Ok(())
    })
}

/// Attributes that hold object identifiers as text.
fn holds_oids(kind: &[u8]) -> bool {
    [&b"supportedControl"[..], b"supportedCapabilities", b"supportedExtension", b"supportedFeatures"]
        .iter()
        .any(|k| k.eq_ignore_ascii_case(kind))
}

fn attribute<S: Sink>(cx: &mut Cx<'_, S>, field: Field, mut b: Cursor<'_>) -> Step {
    let item = cx.add(field, span(&b), Value::None);
    cx.under(item, |cx| {
        let kind = der::next(&mut b)?;
        cx.append(item, |o| _ = o.s(" ").text(kind.body.rest()));
        string(cx, TYPE, &kind);
        let oids = holds_oids(kind.body.rest());
        let mut list = der::next(&mut b)?.body;
        let item = sequence_of(cx, VALS, &list);
        cx.under(item, |cx| {
            while !list.is_empty() {
                let v = der::next(&mut list)?;
                let bytes = v.body.rest();
                if oids {
                    oid(cx, OID, &v);
                    continue;
                }
                if netlogon::given(cx, kind.body.rest(), v.body)? {
                    continue;
                }
                let item = plain(cx, ATTRIBUTE_VALUE, &v);
                if bytes.iter().all(|b| (0x20..0x7f).contains(b)) {
                    cx.label(item, |o| _ = o.s("AttributeValue: ").text(bytes));
                }
            }
            Ok(())
        })
    })
}

/// An object identifier that is written as text.
pub(super) fn oid<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) {
    string_with_name(cx, field, e);
}

fn string_with_name<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) {
    let at = span(&e.body);
    let item = cx.add(field, at, Value::Str(at));
    if let Some(name) = names::oid(e.body.rest()) {
        cx.append(item, |o| _ = o.s(" (").s(&name).s(")"));
    }
}

fn entry<S: Sink>(cx: &mut Cx<'_, S>, message: Item, mut b: Cursor<'_>, name: Field, one: Field) -> Step {
    let object = der::next(&mut b)?;
    string(cx, name, &object);
    quoted(cx, message, object.body.rest());
    let mut list = der::next(&mut b)?.body;
    let item = sequence_of(cx, ATTRIBUTES, &list);
    cx.under(item, |cx| {
        while !list.is_empty() {
            attribute(cx, one, der::next(&mut list)?.body)?;
        }
        Ok(())
    })
}

fn modify<S: Sink>(cx: &mut Cx<'_, S>, message: Item, mut b: Cursor<'_>) -> Step {
    let object = der::next(&mut b)?;
    string(cx, OBJECT, &object);
    quoted(cx, message, object.body.rest());
    let mut list = der::next(&mut b)?.body;
    let item = sequence_of(cx, MODIFICATION, &list);
    cx.under(item, |cx| {
        while !list.is_empty() {
            let mut change = der::next(&mut list)?.body;
            let item = cx.add(MODIFICATION_ITEM, span(&change), Value::None);
            cx.under(item, |cx| -> Step {
                integer(cx, OPERATION, &der::next(&mut change)?);
                attribute(cx, MODIFICATION_ELEMENT, der::next(&mut change)?.body)
            })?;
        }
        Ok(())
    })
}

fn modify_dn<S: Sink>(cx: &mut Cx<'_, S>, message: Item, mut b: Cursor<'_>) -> Step {
    let object = der::next(&mut b)?;
    string(cx, ENTRY, &object);
    quoted(cx, message, object.body.rest());
    string(cx, NEWRDN, &der::next(&mut b)?);
    let delete = der::next(&mut b)?;
    cx.add(DELETEOLDRDN, span(&delete.body), Value::U(u64::from(delete.body.peek_u8(0)? != 0)));
    if !b.is_empty() {
        string(cx, NEW_SUPERIOR, &der::next(&mut b)?);
    }
    Ok(())
}

fn compare<S: Sink>(cx: &mut Cx<'_, S>, message: Item, mut b: Cursor<'_>) -> Step {
    let object = der::next(&mut b)?;
    string(cx, ENTRY, &object);
    quoted(cx, message, object.body.rest());
    let mut ava = der::next(&mut b)?.body;
    let item = cx.add(AVA_ELEMENT, span(&ava), Value::None);
    cx.under(item, |cx| {
        string(cx, ATTRIBUTE_DESC, &der::next(&mut ava)?);
        string(cx, ASSERTION_VALUE, &der::next(&mut ava)?);
        Ok(())
    })
}

fn extended<S: Sink>(cx: &mut Cx<'_, S>, mut b: Cursor<'_>) -> Step {
    let name = der::next(&mut b)?;
    string_with_name(cx, REQUEST_NAME, &name);
    if let Some(known) = names::oid(name.body.rest()) {
        cx.info_add(|o| _ = o.s(&known).s(" "));
    }
    if b.is_empty() {
        return Ok(());
    }
    let value = der::next(&mut b)?;
    if name.body.rest() == PASSWORD_MODIFY {
        return new_password(cx, value.body);
    }
    plain(cx, REQUEST_VALUE, &value);
    Ok(())
}

/// Asks for another password (RFC 3062).
const PASSWORD_MODIFY: &[u8] = b"1.3.6.1.4.1.4203.1.11.1";

fn new_password<S: Sink>(cx: &mut Cx<'_, S>, mut b: Cursor<'_>) -> Step {
    let mut b = der::expect(&mut b, der::SEQUENCE)?.body;
    let item = cx.add(PASSWD_MODIFY_REQUEST_VALUE_ELEMENT, span(&b), Value::None);
    cx.under(item, |cx| {
        for (tag, field) in [(0x80, USER_IDENTITY), (0x81, OLD_PASSWD), (0x82, NEW_PASSWD)] {
            if let Some(e) = der::optional(&mut b, tag)? {
                let at = span(&e.body);
                cx.add(field, at, Value::Bytes(at));
            }
        }
        Ok(())
    })
}
