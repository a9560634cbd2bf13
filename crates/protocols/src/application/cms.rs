//! Cryptographic Message Syntax, RFC 5652: signed data.

use super::asn1::{
    self, INTEGER, Member, NO_FIELD, OBJECT_IDENTIFIER, OCTET_STRING, Reader, SEQUENCE, SET, Tag, Type, may,
    must,
};
use super::ber::Element;
use super::x509::{self, algorithm_inside, der, oid, rdn_sequence, x509if};
use Tag::{Context as C, Explicit as E, Own};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Value, names, proto};

proto! {
    CMS "cms" "Cryptographic Message Syntax" "CMS" App
    on []
    fields {
        CONTENT_TYPE_VALUE "cms.ContentType" "ContentType": Oid;
        SIGNED_DATA_ELEMENT "cms.SignedData_element" "SignedData": None;
        MESSAGE_DIGEST "cms.MessageDigest" "MessageDigest": Bytes;
        CONTENT_TYPE "cms.contentType" "contentType": Oid;
        VERSION "cms.version" "version": I32 Dec = VERSION_NAMES;
        DIGEST_ALGORITHMS "cms.digestAlgorithms" "digestAlgorithms": U32 Dec;
        ENCAP_CONTENT_INFO_ELEMENT "cms.encapContentInfo_element" "encapContentInfo": None;
        CERTIFICATES "cms.certificates" "certificates": U32 Dec;
        CRLS "cms.crls" "crls": U32 Dec;
        SIGNER_INFOS "cms.signerInfos" "signerInfos": U32 Dec;
        DIGEST_ALGORITHM_IDENTIFIER_ELEMENT "cms.DigestAlgorithmIdentifier_element" "DigestAlgorithmIdentifier": None;
        SIGNER_INFO_ELEMENT "cms.SignerInfo_element" "SignerInfo": None;
        E_CONTENT_TYPE "cms.eContentType" "eContentType": Oid;
        E_CONTENT "cms.eContent" "eContent": Bytes;
        SID "cms.sid" "sid": U32 Dec = SID_NAMES;
        DIGEST_ALGORITHM_ELEMENT "cms.digestAlgorithm_element" "digestAlgorithm": None;
        SIGNED_ATTRS "cms.signedAttrs" "signedAttrs": U32 Dec;
        SIGNATURE_ALGORITHM_ELEMENT "cms.signatureAlgorithm_element" "signatureAlgorithm": None;
        SIGNATURE "cms.signature" "signature": Bytes;
        UNSIGNED_ATTRS "cms.unsignedAttrs" "unsignedAttrs": U32 Dec;
        SID_ISSUER_AND_SERIAL "cms.issuerAndSerialNumber_element" "issuerAndSerialNumber": None;
        SUBJECT_KEY_IDENTIFIER "cms.subjectKeyIdentifier" "subjectKeyIdentifier": Bytes;
        ATTRIBUTE_ELEMENT "cms.Attribute_element" "Attribute": None;
        ATTR_TYPE "cms.attrType" "attrType": Oid;
        ATTR_VALUES "cms.attrValues" "attrValues": U32 Dec;
        ATTRIBUTE_VALUE_ELEMENT "cms.AttributeValue_element" "AttributeValue": None;
        CERTIFICATE_ELEMENT "cms.certificate_element" "certificate": None;
        V1_ATTR_CERT_ELEMENT "cms.v1AttrCert_element" "v1AttrCert": None;
        V2_ATTR_CERT_ELEMENT "cms.v2AttrCert_element" "v2AttrCert": None;
        CERTIFICATE_CHOICES "cms.CertificateChoices" "CertificateChoices": U32 Dec = CERTIFICATE_CHOICES_NAMES;
        ISSUER "cms.issuer" "issuer": U32 Dec = ISSUER_NAMES;
        SERIAL_NUMBER "cms.serialNumber" "serialNumber": Bytes;
    }
}

names! {
    VERSION_NAMES {
        0 => "v0", 1 => "v1", 2 => "v2", 3 => "v3", 4 => "v4", 5 => "v5",
    }
    SID_NAMES {
        0 => "issuerAndSerialNumber", 1 => "subjectKeyIdentifier",
    }
    CERTIFICATE_CHOICES_NAMES {
        0 => "certificate", 1 => "extendedCertificate", 2 => "v1AttrCert", 3 => "v2AttrCert",
    }
    ISSUER_NAMES {
        0 => "rdnSequence",
    }
    NAME_NAMES {
        0 => "preferred", 1 => "legacy",
    }
}

/// What is read here and not by tables.
const ALGORITHM: u8 = 0;
const CERTIFICATE: u8 = 1;
const NAME: u8 = 2;
const SERIAL: u8 = 3;
const BY_TYPE: u8 = 4;
const INSIDE: u8 = 5;
const ATTRIBUTE_VALUE: u8 = 6;

/// ContentInfo, without a node of its own.
pub static CONTENT_INFO: Member = must(SEQUENCE, NO_FIELD, &CONTENT_INFO_TYPE);
/// ContentInfo.
pub static CONTENT_INFO_TYPE: Type = Type::Seq(&[
    must(OBJECT_IDENTIFIER, CONTENT_TYPE, &Type::Oid),
    must(E(0), NO_FIELD, &Type::Other(BY_TYPE)),
]);

static ALGORITHM_ITEM: Member = must(SEQUENCE, DIGEST_ALGORITHM_IDENTIFIER_ELEMENT, &Type::Other(ALGORITHM));
static CERTIFICATE_ITEM: Member = must(
    Own,
    CERTIFICATE_CHOICES,
    &Type::Choice(&[
        (0, must(SEQUENCE, CERTIFICATE_ELEMENT, &Type::Other(CERTIFICATE))),
        (2, must(C(1), V1_ATTR_CERT_ELEMENT, &Type::Hidden)),
        (3, must(C(2), V2_ATTR_CERT_ELEMENT, &Type::Hidden)),
    ]),
);
static ATTRIBUTE_ITEM: Member = must(
    SEQUENCE,
    ATTRIBUTE_ELEMENT,
    &Type::Seq(&[
        must(OBJECT_IDENTIFIER, ATTR_TYPE, &Type::Oid),
        must(SET, ATTR_VALUES, &Type::List(&VALUE_ITEM)),
    ]),
);
static VALUE_ITEM: Member = must(Own, ATTRIBUTE_VALUE_ELEMENT, &Type::Other(ATTRIBUTE_VALUE));

static SIGNER: Member = must(
    SEQUENCE,
    SIGNER_INFO_ELEMENT,
    &Type::Seq(&[
        must(INTEGER, VERSION, &Type::Int),
        must(
            Own,
            SID,
            &Type::Choice(&[
                (
                    0,
                    must(
                        SEQUENCE,
                        SID_ISSUER_AND_SERIAL,
                        &Type::Seq(&[
                            must(SEQUENCE, ISSUER, &Type::Other(NAME)),
                            must(INTEGER, SERIAL_NUMBER, &Type::Other(SERIAL)),
                        ]),
                    ),
                ),
                (1, must(C(0), SUBJECT_KEY_IDENTIFIER, &Type::Octets)),
            ]),
        ),
        must(SEQUENCE, DIGEST_ALGORITHM_ELEMENT, &Type::Other(ALGORITHM)),
        may(C(0), SIGNED_ATTRS, &Type::List(&ATTRIBUTE_ITEM)),
        must(SEQUENCE, SIGNATURE_ALGORITHM_ELEMENT, &Type::Other(ALGORITHM)),
        must(OCTET_STRING, SIGNATURE, &Type::Octets),
        may(C(1), UNSIGNED_ATTRS, &Type::List(&ATTRIBUTE_ITEM)),
    ]),
);

static SIGNED_DATA: Member = must(
    SEQUENCE,
    SIGNED_DATA_ELEMENT,
    &Type::Seq(&[
        must(INTEGER, VERSION, &Type::Int),
        must(SET, DIGEST_ALGORITHMS, &Type::List(&ALGORITHM_ITEM)),
        must(
            SEQUENCE,
            ENCAP_CONTENT_INFO_ELEMENT,
            &Type::Seq(&[
                must(OBJECT_IDENTIFIER, E_CONTENT_TYPE, &Type::Oid),
                may(E(0), E_CONTENT, &Type::Other(INSIDE)),
            ]),
        ),
        may(C(0), CERTIFICATES, &Type::List(&CERTIFICATE_ITEM)),
        may(C(1), CRLS, &Type::Hidden),
        must(SET, SIGNER_INFOS, &Type::List(&SIGNER)),
    ]),
);

/// What no protocol is handed to by itself: others have it.
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// A ContentInfo at the cursor, without a node of its own.
///
/// # Errors
/// When it ends too early, or is nested too deeply.
pub fn content_info<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    asn1::read(cx, &CONTENT_INFO, c, &mut Content::default())
}

/// The object identifier that says what comes next.
#[derive(Default)]
struct Content {
    kind: String,
}

impl Reader for Content {
    fn other<S: Sink>(&mut self, cx: &mut Cx<'_, S>, which: u8, field: Field, e: &Element<'_>) -> Step {
        match which {
            ALGORITHM => algorithm_inside(cx, field, e.body),
            CERTIFICATE => {
                let item = cx.add(field, e.content(), Value::None);
                x509::inside(cx, item, e.whole)
            }
            NAME => {
                let item = cx.add(field, e.span, Value::U(0));
                cx.under(item, |cx| rdn_sequence(cx, x509if::RDN_SEQUENCE, e.body))
            }
            SERIAL => {
                x509::serial_number(cx, field, &der::next(&mut { e.whole })?);
                Ok(())
            }
            BY_TYPE => match self.kind.as_str() {
                "1.2.840.113549.1.7.2" => {
                    x509::layer(cx, ID, &e.whole);
                    asn1::read(cx, &SIGNED_DATA, &mut { e.whole }, self)
                }
                _ => Ok(()),
            },
            INSIDE => {
                let n = e.body.left();
                let item = cx.peek(field, &e.body, n)?;
                match self.kind.as_str() {
                    "1.3.6.1.5.2.3.1" => cx.under(item, |cx| super::pkinit::auth_pack(cx, e.body)),
                    "1.3.6.1.5.2.3.2" => cx.under(item, |cx| super::pkinit::key_info(cx, e.body)),
                    _ => Ok(()),
                }
            }
            _ => attribute(cx, &self.kind, e),
        }
    }

    fn told<S: Sink>(&mut self, _: &mut Cx<'_, S>, field: Field, e: &Element<'_>, _: Item) {
        if matches!(field, CONTENT_TYPE | E_CONTENT_TYPE | ATTR_TYPE) {
            self.kind = oid::dotted(e.body.rest());
        }
    }
}

/// The value of an attribute (RFC 5652, 11).
fn attribute<S: Sink>(cx: &mut Cx<'_, S>, kind: &str, e: &Element<'_>) -> Step {
    match kind {
        "1.2.840.113549.1.9.3" => {
            x509::layer(cx, ID, &e.whole);
            oid::add(cx, CONTENT_TYPE_VALUE, e.content(), &oid::dotted(e.body.rest()));
        }
        "1.2.840.113549.1.9.4" => {
            x509::layer(cx, ID, &e.whole);
            cx.peek(MESSAGE_DIGEST, &e.body, e.body.left())?;
        }
        _ => {}
    }
    Ok(())
}
