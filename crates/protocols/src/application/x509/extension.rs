//! Extensions of certificates (RFC 5280, 4.2, and vendors' ones).

use super::*;
use crate::application::tls;
use requin_wire::{Cursor, Cx, Field, Sink, Span, Step, Value};

/// Extensions; `c` is the inside of the sequence.
pub(super) fn list<S: Sink>(cx: &mut Cx<'_, S>, field: Field, mut c: Cursor<'_>) -> Step {
    let item = sequence_of(cx, field, &c);
    cx.under(item, |cx| {
        while !c.is_empty() {
            one(cx, der::next(&mut c)?.body)?;
        }
        Ok(())
    })
}

fn one<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.add(x509af::EXTENSION_ELEMENT, span(&c), Value::None);
    cx.under(item, |cx| {
        let id = der::expect(&mut c, der::OID)?;
        let dotted = oid::dotted(id.body.rest());
        cx.append(item, |o| _ = o.s(" (").s(&oid::resolved(&dotted)).s(")"));
        oid::add(cx, x509af::EXTENSION_ID, span(&id.body), &dotted);
        if let Some(e) = der::optional(&mut c, der::BOOLEAN)? {
            cx.add(x509af::CRITICAL, span(&e.body), Value::U(u64::from(e.body.peek_u8(0)? != 0)));
        }
        value(cx, &dotted, der::expect(&mut c, der::OCTET_STRING)?.body)
    })
}

/// The node of a SEQUENCE, and what `f` finds in it.
fn sequence<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    f: impl FnOnce(&mut Cx<'_, S>, Cursor<'_>) -> Step,
) -> Step {
    let e = der::expect(c, der::SEQUENCE)?;
    let item = cx.add(field, span(&e.body), Value::None);
    if e.body.is_empty() {
        cx.append(item, |o| _ = o.s(" [0 length]"));
    }
    cx.under(item, |cx| f(cx, e.body))
}

/// The node of a SEQUENCE OF, and what `f` finds in each item.
fn each<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    mut f: impl FnMut(&mut Cx<'_, S>, &mut Cursor<'_>) -> Step,
) -> Step {
    let mut e = der::expect(c, der::SEQUENCE)?;
    let item = sequence_of(cx, field, &e.body);
    cx.under(item, |cx| {
        while !e.body.is_empty() {
            let mut one = der::next(&mut e.body)?.whole;
            f(cx, &mut one)?;
        }
        Ok(())
    })
}

fn object<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Result<String, Stop> {
    let id = der::expect(c, der::OID)?;
    let dotted = oid::dotted(id.body.rest());
    oid::add(cx, field, span(&id.body), &dotted);
    Ok(dotted)
}

/// The protocol that an extension belongs to.
fn protocol_of(dotted: &str) -> Option<ProtoId> {
    Some(match dotted {
        d if d.starts_with("2.5.29.") && oid::name(d).is_some() => x509ce::ID,
        "1.3.6.1.4.1.311.21.7" | "1.3.6.1.4.1.311.21.10" | "1.2.840.113533.7.65.0" => x509ce::ID,
        "1.3.6.1.5.5.7.1.12" => logotype::ID,
        "1.3.6.1.5.5.7.1.1" | "1.3.6.1.5.5.7.1.11" => pkix1implicit::ID,
        "1.3.6.1.4.1.11129.2.4.2" | "1.3.6.1.4.1.11129.2.4.5" => tls::ID,
        "1.3.6.1.5.5.7.1.14" => pkixproxy::ID,
        d if d.starts_with("1.3.6.1.5.5.7.48.1.") => crate::application::ocsp::ID,
        d if d.starts_with("2.16.840.1.113730.1.") => ns_cert_exts::ID,
        _ => return None,
    })
}

/// What an extension says; `c` is the inside of its octet string.
pub(super) fn value<S: Sink>(cx: &mut Cx<'_, S>, dotted: &str, mut c: Cursor<'_>) -> Step {
    let all: Span = span(&c);
    if cx.wants(crate::meta::frame::PROTOCOLS)
        && let Some(id) = protocol_of(dotted)
    {
        layer(cx, id, &c);
    }
    let c = &mut c;
    match dotted {
        "2.5.29.14" => Ok(_ = plain(cx, x509ce::SUBJECT_KEY_IDENTIFIER, &der::expect(c, der::OCTET_STRING)?)),
        "2.5.29.15" => key_usage(cx, c),
        "2.5.29.16" => sequence(cx, x509ce::PRIVATE_KEY_USAGE_PERIOD_ELEMENT, c, |cx, mut b| {
            while !b.is_empty() {
                let e = der::next(&mut b)?;
                time(cx, if e.number == 0 { x509ce::NOT_BEFORE } else { x509ce::NOT_AFTER }, &e);
            }
            Ok(())
        }),
        "2.5.29.17" | "2.5.29.18" | "2.5.29.29" => {
            general_names(cx, x509ce::GENERAL_NAMES, der::expect(c, der::SEQUENCE)?.body)
        }
        "2.5.29.19" => sequence(cx, x509ce::BASIC_CONSTRAINTS_SYNTAX_ELEMENT, c, |cx, mut b| {
            if let Some(e) = der::optional(&mut b, der::BOOLEAN)? {
                cx.add(x509ce::C_A, span(&e.body), Value::U(u64::from(e.body.peek_u8(0)? != 0)));
            }
            if let Some(e) = der::optional(&mut b, der::INTEGER)? {
                integer(cx, x509ce::PATH_LEN_CONSTRAINT, &e);
            }
            Ok(())
        }),
        "2.5.29.20" => Ok(_ = integer(cx, x509ce::CRLNUMBER, &der::expect(c, der::INTEGER)?)),
        "2.5.29.21" => Ok(_ = integer(cx, x509ce::CRLREASON, &der::expect(c, der::ENUMERATED)?)),
        "2.5.29.30" => name_constraints(cx, c),
        "2.5.29.31" | "2.5.29.46" => distribution_points(cx, c),
        "2.5.29.32" | "1.3.6.1.4.1.311.21.10" => policies(cx, c),
        "2.5.29.35" => authority_key(cx, c),
        "2.5.29.36" => sequence(cx, x509ce::POLICY_CONSTRAINTS_SYNTAX_ELEMENT, c, |cx, mut b| {
            while !b.is_empty() {
                let e = der::next(&mut b)?;
                let field = if e.number == 0 {
                    x509ce::REQUIRE_EXPLICIT_POLICY
                } else {
                    x509ce::INHIBIT_POLICY_MAPPING
                };
                integer(cx, field, &e);
            }
            Ok(())
        }),
        "2.5.29.37" => {
            each(cx, x509ce::KEY_PURPOSE_IDS, c, |cx, c| object(cx, x509ce::KEY_PURPOSE_ID, c).map(|_| ()))
        }
        "2.5.29.54" => Ok(_ = integer(cx, x509ce::SKIP_CERTS, &der::expect(c, der::INTEGER)?)),
        "1.3.6.1.5.5.7.1.1" | "1.3.6.1.5.5.7.1.11" => {
            each(cx, pkix1implicit::AUTHORITY_INFO_ACCESS_SYNTAX, c, |cx, c| {
                let mut b = der::next(c)?.body;
                let item = cx.add(pkix1implicit::ACCESS_DESCRIPTION_ELEMENT, span(&b), Value::None);
                cx.under(item, |cx| {
                    object(cx, pkix1implicit::ACCESS_METHOD, &mut b)?;
                    general_name(cx, pkix1implicit::ACCESS_LOCATION, &der::next(&mut b)?)
                })
            })
        }
        "1.3.6.1.4.1.11129.2.4.2" | "1.3.6.1.4.1.11129.2.4.5" => {
            tls::signed_certificate_timestamps(cx, der::expect(c, der::OCTET_STRING)?.body)
        }
        "1.3.6.1.4.1.311.21.7" => sequence(cx, x509ce::CERTIFICATE_TEMPLATE_ELEMENT, c, |cx, mut b| {
            object(cx, x509ce::TEMPLATE_ID, &mut b)?;
            for field in [x509ce::TEMPLATE_MAJOR_VERSION, x509ce::TEMPLATE_MINOR_VERSION] {
                if let Some(e) = der::optional(&mut b, der::INTEGER)? {
                    integer(cx, field, &e);
                }
            }
            Ok(())
        }),
        "1.3.6.1.5.5.7.48.1.5" => {
            cx.add(crate::application::ocsp::NULL_ELEMENT, all, Value::None);
            Ok(())
        }
        "1.3.6.1.5.5.7.48.1.2" => {
            let e = der::expect(c, der::OCTET_STRING)?;
            Ok(_ = plain(cx, crate::application::ocsp::RE_OCSP_NONCE, &e))
        }
        "1.3.6.1.5.5.7.48.1.6" => {
            let e = der::next(c)?;
            Ok(_ = time(cx, crate::application::ocsp::ARCHIVE_CUTOFF, &e))
        }
        "1.2.840.113533.7.65.0" => entrust(cx, c),
        "1.3.6.1.5.5.7.1.12" => logotype::read(cx, c),
        "1.3.6.1.5.5.7.1.14" => proxy(cx, c),
        "2.16.840.1.113730.1.1" => netscape_type(cx, c),
        d if d.starts_with("2.16.840.1.113730.1.") => {
            let field = match d.rsplit('.').next() {
                Some("2") => ns_cert_exts::BASE_URL,
                Some("3") => ns_cert_exts::REVOCATION_URL,
                Some("4") => ns_cert_exts::CA_REVOCATION_URL,
                Some("7") => ns_cert_exts::CERT_RENEWAL_URL,
                Some("8") => ns_cert_exts::CA_POLICY_URL,
                Some("12") => ns_cert_exts::SSL_SERVER_NAME,
                Some("13") => ns_cert_exts::COMMENT,
                _ => return Ok(()),
            };
            Ok(_ = plain(cx, field, &der::next(c)?))
        }
        _ => {
            let what = "BER: Dissector for OID not implemented. Contact Wireshark developers if you want this supported";
            let item = cx.line(all, |o| _ = o.s(what));
            cx.expert(ber::OID_NOT_IMPLEMENTED, item, all);
            Ok(())
        }
    }
}

fn key_usage<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mut b = der::expect(c, der::BIT_STRING)?.body;
    cx.field(ber::BITSTRING_PADDING, &mut b, 1)?;
    let at: Span = span(&b);
    let item = cx.add(x509ce::KEY_USAGE, at, Value::Bytes(at));
    cx.under(item, |cx| {
        for field in [
            x509ce::KEY_USAGE_DIGITAL_SIGNATURE,
            x509ce::KEY_USAGE_CONTENT_COMMITMENT,
            x509ce::KEY_USAGE_KEY_ENCIPHERMENT,
            x509ce::KEY_USAGE_DATA_ENCIPHERMENT,
            x509ce::KEY_USAGE_KEY_AGREEMENT,
            x509ce::KEY_USAGE_KEY_CERT_SIGN,
            x509ce::KEY_USAGE_C_RLSIGN,
            x509ce::KEY_USAGE_ENCIPHER_ONLY,
        ] {
            cx.peek(field, &b, 1)?;
        }
        // The ninth bit is nearly always left out, which means false.
        let ninth = b.peek_u8(1).unwrap_or(0);
        cx.add(x509ce::KEY_USAGE_DECIPHER_ONLY, at, Value::U(u64::from(ninth >> 7)));
        Ok(())
    })
}

fn netscape_type<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mut b = der::expect(c, der::BIT_STRING)?.body;
    cx.field(ber::BITSTRING_PADDING, &mut b, 1)?;
    let at: Span = span(&b);
    let item = cx.add(ns_cert_exts::CERT_TYPE, at, Value::Bytes(at));
    cx.under(item, |cx| {
        for field in [
            ns_cert_exts::SSL_CLIENT,
            ns_cert_exts::SSL_SERVER,
            ns_cert_exts::SMIME,
            ns_cert_exts::OBJECT_SIGNING,
            ns_cert_exts::RESERVED,
            ns_cert_exts::SSL_CA,
            ns_cert_exts::SMIME_CA,
            ns_cert_exts::OBJECT_SIGNING_CA,
        ] {
            cx.peek(field, &b, 1)?;
        }
        Ok(())
    })
}

fn proxy<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    sequence(cx, pkixproxy::PROXY_CERT_INFO_EXTENSION_ELEMENT, c, |cx, mut b| {
        if let Some(e) = der::optional(&mut b, der::INTEGER)? {
            integer(cx, pkixproxy::P_CPATH_LEN_CONSTRAINT, &e);
        }
        sequence(cx, pkixproxy::PROXY_POLICY_ELEMENT, &mut b, |cx, mut b| {
            object(cx, pkixproxy::POLICY_LANGUAGE, &mut b)?;
            if let Some(e) = der::optional(&mut b, der::OCTET_STRING)? {
                plain(cx, pkixproxy::POLICY, &e);
            }
            Ok(())
        })
    })
}

fn name_constraints<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    sequence(cx, x509ce::NAME_CONSTRAINTS_SYNTAX_ELEMENT, c, |cx, mut b| {
        while !b.is_empty() {
            let mut e = der::next(&mut b)?;
            let field = if e.number == 0 { x509ce::PERMITTED_SUBTREES } else { x509ce::EXCLUDED_SUBTREES };
            let item = sequence_of(cx, field, &e.body);
            cx.under(item, |cx| -> Step {
                while !e.body.is_empty() {
                    let mut t = der::next(&mut e.body)?.body;
                    let item = cx.add(x509ce::GENERAL_SUBTREE_ELEMENT, span(&t), Value::None);
                    cx.under(item, |cx| general_name(cx, x509ce::BASE_FIELD, &der::next(&mut t)?))?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

fn distribution_points<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    each(cx, x509ce::CRLDIST_POINTS_SYNTAX, c, |cx, c| {
        sequence(cx, x509ce::DISTRIBUTION_POINT_ELEMENT, c, |cx, mut b| {
            while !b.is_empty() {
                let mut e = der::next(&mut b)?;
                match e.number {
                    0 => {
                        let choice = der::next(&mut e.body)?;
                        let value = Value::U(u64::from(choice.number));
                        let item = cx.add(x509ce::DISTRIBUTION_POINT, span(&e.whole), value);
                        cx.under(item, |cx| match choice.number {
                            0 => general_names(cx, x509ce::FULL_NAME, choice.body),
                            _ => Ok(_ = sequence_of(cx, x509ce::NAME_RELATIVE_TO_CRLISSUER, &choice.body)),
                        })?;
                    }
                    1 => key::bit_string(cx, x509ce::REASONS, &e)?,
                    _ => general_names(cx, x509ce::C_RLISSUER, e.body)?,
                }
            }
            Ok(())
        })
    })
}

fn policies<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    each(cx, x509ce::CERTIFICATE_POLICIES_SYNTAX, c, |cx, c| {
        sequence(cx, x509ce::POLICY_INFORMATION_ELEMENT, c, |cx, mut b| {
            object(cx, x509ce::POLICY_IDENTIFIER, &mut b)?;
            if b.is_empty() {
                return Ok(());
            }
            each(cx, x509ce::POLICY_QUALIFIERS, &mut b, |cx, c| {
                sequence(cx, x509ce::POLICY_QUALIFIER_INFO_ELEMENT, c, |cx, mut b| {
                    let id = object(cx, x509ce::ID_FIELD, &mut b)?;
                    if b.is_empty() {
                        return Ok(());
                    }
                    if matches!(id.as_str(), "1.3.6.1.5.5.7.2.1" | "1.3.6.1.5.5.7.2.2") {
                        layer(cx, pkix1explicit::ID, &b);
                    }
                    match id.as_str() {
                        "1.3.6.1.5.5.7.2.1" => {
                            plain(cx, pkix1explicit::DIRECTORY_STRING, &der::next(&mut b)?);
                            Ok(())
                        }
                        "1.3.6.1.5.5.7.2.2" => user_notice(cx, &mut b),
                        _ => Ok(()),
                    }
                })
            })
        })
    })
}

fn user_notice<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    sequence(cx, pkix1implicit::USER_NOTICE_ELEMENT, c, |cx, mut b| {
        while !b.is_empty() {
            if der::peek(&b) == Some(der::SEQUENCE) {
                sequence(cx, pkix1implicit::NOTICE_REF_ELEMENT, &mut b, |cx, mut b| {
                    display_text(cx, pkix1implicit::ORGANIZATION, &der::next(&mut b)?);
                    each(cx, pkix1implicit::NOTICE_NUMBERS, &mut b, |cx, c| {
                        Ok(_ = integer(cx, pkix1implicit::NOTICE_NUMBERS_ITEM, &der::next(c)?))
                    })
                })?;
            } else {
                display_text(cx, pkix1implicit::EXPLICIT_TEXT, &der::next(&mut b)?);
            }
        }
        Ok(())
    })
}

fn display_text<S: Sink>(cx: &mut Cx<'_, S>, choice: Field, e: &der::Element<'_>) {
    let (n, field) = match e.id {
        0x16 => (0, pkix1implicit::IA5STRING),
        0x1a => (1, pkix1implicit::VISIBLE_STRING),
        0x1e => (2, pkix1implicit::BMP_STRING),
        0x0c => (3, pkix1implicit::UTF8STRING),
        _ => return,
    };
    let item = cx.add(choice, span(&e.whole), Value::U(n));
    cx.under(item, |cx| {
        if n == 2 {
            cx.add_str(field, span(&e.body), |o| _ = o.s(&name::utf16(e.body.rest())));
        } else {
            plain(cx, field, e);
        }
    });
}

fn authority_key<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    sequence(cx, x509ce::AUTHORITY_KEY_IDENTIFIER_ELEMENT, c, |cx, mut b| {
        while !b.is_empty() {
            let e = der::next(&mut b)?;
            match e.number {
                0 => _ = plain(cx, x509ce::KEY_IDENTIFIER, &e),
                1 => general_names(cx, x509ce::AUTHORITY_CERT_ISSUER, e.body)?,
                _ => _ = serial_number(cx, x509ce::AUTHORITY_CERT_SERIAL_NUMBER, &e),
            }
        }
        Ok(())
    })
}

fn entrust<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    sequence(cx, x509ce::ENTRUST_VERSION_INFO_ELEMENT, c, |cx, mut b| {
        plain(cx, x509ce::ENTRUST_VERS, &der::next(&mut b)?);
        let mut flags = der::expect(&mut b, der::BIT_STRING)?.body;
        cx.field(ber::BITSTRING_PADDING, &mut flags, 1)?;
        let at: Span = span(&flags);
        let item = cx.add(x509ce::ENTRUST_VERS_INFO_FLAGS, at, Value::Bytes(at));
        cx.under(item, |cx| {
            for field in [
                x509ce::ENTRUST_INFO_FLAGS_KEY_UPDATE_ALLOWED,
                x509ce::ENTRUST_INFO_FLAGS_NEW_EXTENSIONS,
                x509ce::ENTRUST_INFO_FLAGS_P_KIXCERTIFICATE,
                x509ce::ENTRUST_INFO_FLAGS_ENTERPRISE_CATEGORY,
                x509ce::ENTRUST_INFO_FLAGS_WEB_CATEGORY,
                x509ce::ENTRUST_INFO_FLAGS_S_ETCATEGORY,
            ] {
                cx.peek(field, &flags, 1)?;
            }
            Ok(())
        })
    })
}
