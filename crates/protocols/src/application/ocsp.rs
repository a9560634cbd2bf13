//! Online Certificate Status Protocol, RFC 6960: over HTTP, and stapled to TLS handshakes.

use super::http;
use super::x509::{self, der};
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Value, proto};

proto! {
    OCSP "ocsp" "Online Certificate Status Protocol" "OCSP" App
    on []
    media ["application/ocsp-request", "application/ocsp-response"]
    fields {
        ARCHIVE_CUTOFF "ocsp.ArchiveCutoff" "ArchiveCutoff": AbsTime;
        BASIC_OCSPRESPONSE_ELEMENT "ocsp.BasicOCSPResponse_element" "BasicOCSPResponse": None;
        CERTIFICATE_ELEMENT "ocsp.Certificate_element" "Certificate": None;
        NULL_ELEMENT "ocsp.NULL_element" "NULL": None;
        RE_OCSP_NONCE "ocsp.ReOcspNonce" "ReOcspNonce": Bytes;
        REQUEST_ELEMENT "ocsp.Request_element" "Request": None;
        SINGLE_RESPONSE_ELEMENT "ocsp.SingleResponse_element" "SingleResponse": None;
        BY_KEY "ocsp.byKey" "byKey": Bytes;
        BY_NAME "ocsp.byName" "byName": U32 Dec;
        CERT_ID_ELEMENT "ocsp.certID_element" "certID": None;
        CERT_STATUS "ocsp.certStatus" "certStatus": U32 Dec = names::CERT_STATUS;
        CERTS "ocsp.certs" "certs": U32 Dec;
        GOOD_ELEMENT "ocsp.good_element" "good": None;
        HASH_ALGORITHM_ELEMENT "ocsp.hashAlgorithm_element" "hashAlgorithm": None;
        ISSUER_KEY_HASH "ocsp.issuerKeyHash" "issuerKeyHash": Bytes;
        ISSUER_NAME_HASH "ocsp.issuerNameHash" "issuerNameHash": Bytes;
        NEXT_UPDATE "ocsp.nextUpdate" "nextUpdate": AbsTime;
        PRODUCED_AT "ocsp.producedAt" "producedAt": AbsTime;
        REQ_CERT_ELEMENT "ocsp.reqCert_element" "reqCert": None;
        REQUEST_EXTENSIONS "ocsp.requestExtensions" "requestExtensions": U32 Dec;
        REQUEST_LIST "ocsp.requestList" "requestList": U32 Dec;
        RESPONDER_ID "ocsp.responderID" "responderID": U32 Dec = names::RESPONDER_ID;
        RESPONSE_BYTES_ELEMENT "ocsp.responseBytes_element" "responseBytes": None;
        RESPONSE_STATUS "ocsp.responseStatus" "responseStatus": U32 Dec = names::RESPONSE_STATUS;
        RESPONSE_TYPE_ID "ocsp.responseType.id" "ResponseType Id": Str;
        RESPONSES "ocsp.responses" "responses": U32 Dec;
        REVOCATION_REASON "ocsp.revocationReason" "revocationReason": U32 Dec = x509::names::CRLREASON;
        REVOCATION_TIME "ocsp.revocationTime" "revocationTime": AbsTime;
        REVOKED_ELEMENT "ocsp.revoked_element" "revoked": None;
        SERIAL_NUMBER "ocsp.serialNumber" "serialNumber": Bytes;
        SIGNATURE "ocsp.signature" "signature": Bytes;
        SIGNATURE_ALGORITHM_ELEMENT "ocsp.signatureAlgorithm_element" "signatureAlgorithm": None;
        SINGLE_EXTENSIONS "ocsp.singleExtensions" "singleExtensions": U32 Dec;
        TBS_REQUEST_ELEMENT "ocsp.tbsRequest_element" "tbsRequest": None;
        TBS_RESPONSE_DATA_ELEMENT "ocsp.tbsResponseData_element" "tbsResponseData": None;
        THIS_UPDATE "ocsp.thisUpdate" "thisUpdate": AbsTime;
        VERSION "ocsp.version" "version": I32 Dec = x509::names::VERSION;
        UNKNOWN_ELEMENT "ocsp.unknown_element" "unknown": None;
        REQUESTOR_NAME "ocsp.requestorName" "requestorName": U32 Dec = x509::names::GENERAL_NAME;
        OPTIONAL_SIGNATURE_ELEMENT "ocsp.optionalSignature_element" "optionalSignature": None;
        RESPONSE_EXTENSIONS "ocsp.responseExtensions" "responseExtensions": U32 Dec;
        SINGLE_REQUEST_EXTENSIONS "ocsp.singleRequestExtensions" "singleRequestExtensions": U32 Dec;
        RESPONSE "ocsp.response" "response": Bytes;
    }
}

mod names {
    use requin_wire::names;
    names! {
        pub CERT_STATUS { 0 => "good", 1 => "revoked", 2 => "unknown" }
        pub RESPONDER_ID { 1 => "byName", 2 => "byKey" }
        pub RESPONSE_STATUS {
            0 => "successful", 1 => "malformedRequest", 2 => "internalError", 3 => "tryLater",
            5 => "sigRequired", 6 => "unauthorized",
        }
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let mut inner = c;
    let first = der::next(&mut inner).ok().filter(|e| e.id == der::SEQUENCE).ok_or(Stop::NotMine)?;
    let answer = der::peek(&first.body) == Some(der::ENUMERATED);
    // Stapled to a handshake, it is a part of that.
    let stapled = cx.out.layers.iter().rev().nth(1).is_some_and(|l| l.proto != http::ID);
    if stapled && answer {
        let item = cx.proto_item();
        cx.label(item, |o| _ = o.s("OCSP Response"));
    } else {
        cx.protocol("OCSP");
        cx.info(|o| _ = o.s(if answer { "Response" } else { "Request" }));
    }
    if answer { response(cx, c) } else { request(cx, first.body) }
}

fn element<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &Cursor<'_>,
    f: impl FnOnce(&mut Cx<'_, S>) -> Step,
) -> Step {
    let item = cx.add(field, x509::span(c), Value::None);
    cx.under(item, f)
}

fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let mut tbs = der::expect(&mut c, der::SEQUENCE)?.body;
    element(cx, TBS_REQUEST_ELEMENT, &tbs.clone(), |cx| {
        if let Some(mut e) = der::optional(&mut tbs, 0xa0)? {
            x509::integer(cx, VERSION, &der::expect(&mut e.body, der::INTEGER)?);
        }
        if let Some(mut e) = der::optional(&mut tbs, 0xa1)? {
            x509::general_name(cx, REQUESTOR_NAME, &der::next(&mut e.body)?)?;
        }
        let mut list = der::expect(&mut tbs, der::SEQUENCE)?.body;
        let item = x509::sequence_of(cx, REQUEST_LIST, &list);
        cx.under(item, |cx| -> Step {
            while !list.is_empty() {
                let mut one = der::expect(&mut list, der::SEQUENCE)?.body;
                element(cx, REQUEST_ELEMENT, &one.clone(), |cx| {
                    cert_id(cx, REQ_CERT_ELEMENT, &mut one)?;
                    extensions(cx, SINGLE_REQUEST_EXTENSIONS, 0xa0, &mut one)
                })?;
            }
            Ok(())
        })?;
        extensions(cx, REQUEST_EXTENSIONS, 0xa2, &mut tbs)
    })?;
    if let Some(e) = der::optional(&mut c, 0xa0)? {
        cx.add(OPTIONAL_SIGNATURE_ELEMENT, x509::span(&e.body), Value::None);
    }
    Ok(())
}

fn cert_id<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let mut b = der::expect(c, der::SEQUENCE)?.body;
    element(cx, field, &b.clone(), |cx| {
        x509::algorithm(cx, HASH_ALGORITHM_ELEMENT, &mut b)?;
        x509::plain(cx, ISSUER_NAME_HASH, &der::expect(&mut b, der::OCTET_STRING)?);
        x509::plain(cx, ISSUER_KEY_HASH, &der::expect(&mut b, der::OCTET_STRING)?);
        x509::serial_number(cx, SERIAL_NUMBER, &der::expect(&mut b, der::INTEGER)?);
        Ok(())
    })
}

/// Extensions under an explicit tag.
fn extensions<S: Sink>(cx: &mut Cx<'_, S>, field: Field, tag: u8, c: &mut Cursor<'_>) -> Step {
    let Some(mut e) = der::optional(c, tag)? else { return Ok(()) };
    let mut list = der::expect(&mut e.body, der::SEQUENCE)?.body;
    let item = x509::sequence_of(cx, field, &list);
    cx.under(item, |cx| {
        while !list.is_empty() {
            let mut one = der::expect(&mut list, der::SEQUENCE)?.body;
            element(cx, x509::pkix1explicit::EXTENSION_ELEMENT, &one.clone(), |cx| {
                let id = der::expect(&mut one, der::OID)?;
                let dotted = x509::oid::dotted(id.body.rest());
                x509::oid::add(cx, x509::pkix1explicit::ID_FIELD, x509::span(&id.body), &dotted);
                der::optional(&mut one, der::BOOLEAN)?;
                x509::extension_value(cx, &dotted, der::expect(&mut one, der::OCTET_STRING)?.body)
            })?;
        }
        Ok(())
    })
}

/// A response.
///
/// # Errors
/// When it ends too early.
pub fn response<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let mut c = der::expect(&mut c, der::SEQUENCE)?.body;
    x509::integer(cx, RESPONSE_STATUS, &der::expect(&mut c, der::ENUMERATED)?);
    let Some(mut e) = der::optional(&mut c, 0xa0)? else { return Ok(()) };
    let mut bytes = der::expect(&mut e.body, der::SEQUENCE)?.body;
    element(cx, RESPONSE_BYTES_ELEMENT, &bytes.clone(), |cx| {
        let id = der::expect(&mut bytes, der::OID)?;
        let dotted = x509::oid::dotted(id.body.rest());
        let item = cx.add_str(RESPONSE_TYPE_ID, x509::span(&id.body), |o| _ = o.s(&dotted));
        cx.append(item, |o| _ = o.s(" (").s(&x509::oid::resolved(&dotted)).s(")"));
        let inner = der::expect(&mut bytes, der::OCTET_STRING)?;
        if dotted == "1.3.6.1.5.5.7.48.1.1" {
            let mut b = inner.body;
            return basic(cx, der::expect(&mut b, der::SEQUENCE)?.body);
        }
        Ok(())
    })
}

fn basic<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    element(cx, BASIC_OCSPRESPONSE_ELEMENT, &c.clone(), |cx| {
        let mut tbs = der::expect(&mut c, der::SEQUENCE)?.body;
        element(cx, TBS_RESPONSE_DATA_ELEMENT, &tbs.clone(), |cx| {
            if let Some(mut e) = der::optional(&mut tbs, 0xa0)? {
                x509::integer(cx, VERSION, &der::expect(&mut e.body, der::INTEGER)?);
            }
            let mut who = der::next(&mut tbs)?;
            let item = cx.add(RESPONDER_ID, x509::span(&who.whole), Value::U(u64::from(who.number)));
            cx.under(item, |cx| -> Step {
                if who.number == 1 {
                    x509::name_choice(cx, BY_NAME, x509::x509if::RDN_SEQUENCE, &mut who.body)
                } else {
                    Ok(_ = x509::plain(cx, BY_KEY, &der::expect(&mut who.body, der::OCTET_STRING)?))
                }
            })?;
            x509::time(cx, PRODUCED_AT, &der::next(&mut tbs)?);
            let mut list = der::expect(&mut tbs, der::SEQUENCE)?.body;
            let item = x509::sequence_of(cx, RESPONSES, &list);
            cx.under(item, |cx| -> Step {
                while !list.is_empty() {
                    let one = der::expect(&mut list, der::SEQUENCE)?.body;
                    single(cx, one)?;
                }
                Ok(())
            })?;
            extensions(cx, RESPONSE_EXTENSIONS, 0xa1, &mut tbs)
        })?;
        x509::algorithm(cx, SIGNATURE_ALGORITHM_ELEMENT, &mut c)?;
        x509::bit_string(cx, SIGNATURE, &der::expect(&mut c, der::BIT_STRING)?)?;
        let Some(mut e) = der::optional(&mut c, 0xa0)? else { return Ok(()) };
        let mut list = der::expect(&mut e.body, der::SEQUENCE)?.body;
        let item = x509::sequence_of(cx, CERTS, &list);
        cx.under(item, |cx| {
            while !list.is_empty() {
                let one = der::next(&mut list)?.whole;
                let item = cx.add(CERTIFICATE_ELEMENT, x509::span(&one), Value::None);
                x509::inside(cx, item, one)?;
            }
            Ok(())
        })
    })
}

fn single<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    element(cx, SINGLE_RESPONSE_ELEMENT, &c.clone(), |cx| {
        cert_id(cx, CERT_ID_ELEMENT, &mut c)?;
        let mut status = der::next(&mut c)?;
        let item = cx.add(CERT_STATUS, x509::span(&status.whole), Value::U(u64::from(status.number)));
        cx.under(item, |cx| -> Step {
            let field = match status.number {
                0 => GOOD_ELEMENT,
                1 => REVOKED_ELEMENT,
                _ => UNKNOWN_ELEMENT,
            };
            element(cx, field, &status.body.clone(), |cx| {
                if status.number != 1 {
                    return Ok(());
                }
                x509::time(cx, REVOCATION_TIME, &der::next(&mut status.body)?);
                if let Some(mut e) = der::optional(&mut status.body, 0xa0)? {
                    x509::integer(cx, REVOCATION_REASON, &der::expect(&mut e.body, der::ENUMERATED)?);
                }
                Ok(())
            })
        })?;
        x509::time(cx, THIS_UPDATE, &der::next(&mut c)?);
        if let Some(mut e) = der::optional(&mut c, 0xa0)? {
            x509::time(cx, NEXT_UPDATE, &der::next(&mut e.body)?);
        }
        extensions(cx, SINGLE_EXTENSIONS, 0xa1, &mut c)
    })
}
