//! Public keys for the first authentication of Kerberos, RFC 4556.

use super::asn1::{self, Member, Reader, SEQUENCE, Tag, Type, may, must};
use super::ber::Element;
use super::x509::{self, algorithm_inside, public_key};
use super::{cms, kerberos};
use Tag::{Context as C, Explicit as E, Own};
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Value, names, proto};

proto! {
    PKINIT "pkinit" "PKINIT" "PKInit" App
    on []
    fields {
        KDCDHKEY_INFO_ELEMENT "pkinit.KDCDHKeyInfo_element" "KDCDHKeyInfo": None;
        SUBJECT_PUBLIC_KEY "pkinit.subjectPublicKey" "subjectPublicKey": Bytes;
        AUTH_PACK_ELEMENT "pkinit.AuthPack_element" "AuthPack": None;
        SIGNED_AUTH_PACK_ELEMENT "pkinit.signedAuthPack_element" "signedAuthPack": None;
        TRUSTED_CERTIFIERS "pkinit.trustedCertifiers" "trustedCertifiers": U32 Dec;
        TRUSTED_CA "pkinit.TrustedCA" "TrustedCA": U32 Dec = TRUSTED_CA_NAMES;
        KDC_CERT_ELEMENT "pkinit.kdcCert_element" "kdcCert": None;
        PK_AUTHENTICATOR_ELEMENT "pkinit.pkAuthenticator_element" "pkAuthenticator": None;
        CLIENT_PUBLIC_VALUE_ELEMENT "pkinit.clientPublicValue_element" "clientPublicValue": None;
        SUPPORTED_CMSTYPES "pkinit.supportedCMSTypes" "supportedCMSTypes": U32 Dec;
        ALGORITHM_IDENTIFIER_ELEMENT "pkinit.AlgorithmIdentifier_element" "AlgorithmIdentifier": None;
        CLIENT_DHNONCE "pkinit.clientDHNonce" "clientDHNonce": Bytes;
        CUSEC "pkinit.cusec" "cusec": I32 Dec;
        NONCE "pkinit.nonce" "nonce": U32 Dec;
        PA_CHECKSUM "pkinit.paChecksum" "paChecksum": Bytes;
        DH_SIGNED_DATA_ELEMENT "pkinit.dhSignedData_element" "dhSignedData": None;
        ENC_KEY_PACK_ELEMENT "pkinit.encKeyPack_element" "encKeyPack": None;
    }
}

names! {
    TRUSTED_CA_NAMES {
        0 => "caName", 2 => "issuerAndSerial",
    }
}

/// What is read here and not by tables.
const CONTENT: u8 = 0;
const ALGORITHM: u8 = 1;
const KEY: u8 = 2;

static TRUSTED: Member = must(Own, TRUSTED_CA, &Type::Hidden);
static REQUEST: Member = must(
    SEQUENCE,
    asn1::NO_FIELD,
    &Type::Seq(&[
        must(C(0), SIGNED_AUTH_PACK_ELEMENT, &Type::Other(CONTENT)),
        may(E(1), TRUSTED_CERTIFIERS, &Type::List(&TRUSTED)),
        may(E(2), KDC_CERT_ELEMENT, &Type::Hidden),
    ]),
);
static REPLY: Member = must(
    Own,
    asn1::NO_FIELD,
    &Type::Choice(&[
        (0, must(C(0), DH_SIGNED_DATA_ELEMENT, &Type::Other(CONTENT))),
        (1, must(C(1), ENC_KEY_PACK_ELEMENT, &Type::Other(CONTENT))),
    ]),
);

static ALGORITHM_ITEM: Member = must(SEQUENCE, ALGORITHM_IDENTIFIER_ELEMENT, &Type::Other(ALGORITHM));
static AUTH_PACK: Member = must(
    SEQUENCE,
    AUTH_PACK_ELEMENT,
    &Type::Seq(&[
        must(
            E(0),
            PK_AUTHENTICATOR_ELEMENT,
            &Type::Seq(&[
                must(E(0), CUSEC, &Type::Int),
                must(E(1), kerberos::CTIME, &Type::Time),
                must(E(2), NONCE, &Type::Int),
                may(E(3), PA_CHECKSUM, &Type::Octets),
            ]),
        ),
        may(E(1), CLIENT_PUBLIC_VALUE_ELEMENT, &Type::Other(KEY)),
        may(E(2), SUPPORTED_CMSTYPES, &Type::List(&ALGORITHM_ITEM)),
        may(E(3), CLIENT_DHNONCE, &Type::Octets),
    ]),
);

static KEY_INFO: Member = must(
    SEQUENCE,
    KDCDHKEY_INFO_ELEMENT,
    &Type::Seq(&[
        must(E(0), SUBJECT_PUBLIC_KEY, &Type::Bits(&[])),
        must(E(1), NONCE, &Type::Int),
        may(E(2), asn1::NO_FIELD, &Type::Hidden),
    ]),
);

/// What no protocol is handed to by itself: Kerberos has it.
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// PA-PK-AS-REQ.
///
/// # Errors
/// When it ends too early, or is nested too deeply.
pub fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    asn1::read(cx, &REQUEST, &mut c, &mut Parts)
}

/// PA-PK-AS-REP.
///
/// # Errors
/// As [`request`].
pub fn reply<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    asn1::read(cx, &REPLY, &mut c, &mut Parts)
}

/// AuthPack, which is what a client signs.
pub(super) fn auth_pack<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    x509::layer(cx, ID, &c);
    asn1::read(cx, &AUTH_PACK, &mut c, &mut Parts)
}

/// KDCDHKeyInfo, which is what a key distribution centre signs.
pub(super) fn key_info<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    x509::layer(cx, ID, &c);
    asn1::read(cx, &KEY_INFO, &mut c, &mut Parts)
}

struct Parts;

impl Reader for Parts {
    fn other<S: Sink>(&mut self, cx: &mut Cx<'_, S>, which: u8, field: Field, e: &Element<'_>) -> Step {
        match which {
            CONTENT => {
                let item = cx.add(field, e.content(), Value::None);
                cx.under(item, |cx| cms::content_info(cx, &mut { e.body }))
            }
            ALGORITHM => algorithm_inside(cx, field, e.body),
            _ => public_key(cx, field, e.body),
        }
    }
}
