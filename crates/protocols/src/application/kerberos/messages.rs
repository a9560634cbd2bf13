//! The messages (RFC 4120, section 5), as far as they are not encrypted.

use super::asn1::{Kind, Member, Told, may, must, sequence};
use super::names::{ERROR_NAMES, MESSAGES};
use super::*;
use crate::application::x509::der;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop};

/// Tag of Ticket.
const TICKET_TAG: u8 = 0x61;

const KDC_OPTIONS_BITS: &[&[Field]] = &[
    &[
        KDCOPTIONS_RESERVED,
        KDCOPTIONS_FORWARDABLE,
        KDCOPTIONS_FORWARDED,
        KDCOPTIONS_PROXIABLE,
        KDCOPTIONS_PROXY,
        KDCOPTIONS_ALLOW_POSTDATE,
        KDCOPTIONS_POSTDATED,
        KDCOPTIONS_UNUSED7,
    ],
    &[
        KDCOPTIONS_RENEWABLE,
        KDCOPTIONS_UNUSED9,
        KDCOPTIONS_UNUSED10,
        KDCOPTIONS_OPT_HARDWARE_AUTH,
        KDCOPTIONS_UNUSED12,
        KDCOPTIONS_UNUSED13,
        KDCOPTIONS_CONSTRAINED_DELEGATION,
        KDCOPTIONS_CANONICALIZE,
    ],
    &[
        KDCOPTIONS_REQUEST_ANONYMOUS,
        KDCOPTIONS_UNUSED17,
        KDCOPTIONS_UNUSED18,
        KDCOPTIONS_UNUSED19,
        KDCOPTIONS_UNUSED20,
        KDCOPTIONS_UNUSED21,
        KDCOPTIONS_UNUSED22,
        KDCOPTIONS_UNUSED23,
    ],
    &[
        KDCOPTIONS_UNUSED24,
        KDCOPTIONS_UNUSED25,
        KDCOPTIONS_DISABLE_TRANSITED_CHECK,
        KDCOPTIONS_RENEWABLE_OK,
        KDCOPTIONS_ENC_TKT_IN_SKEY,
        KDCOPTIONS_UNUSED29,
        KDCOPTIONS_RENEW,
        KDCOPTIONS_VALIDATE,
    ],
];

const AP_OPTIONS_BITS: &[&[Field]] =
    &[&[APOPTIONS_RESERVED, APOPTIONS_USE_SESSION_KEY, APOPTIONS_MUTUAL_REQUIRED]];

/// EncryptedData.
pub(super) static ENCRYPTED: &[Member] =
    &[must(0, Kind::Int(ETYPE)), may(1, Kind::Int(KVNO)), must(2, Kind::Bytes(CIPHER))];

/// Checksum.
pub(super) static CHECKSUM_MEMBERS: &[Member] =
    &[must(0, Kind::Int(CKSUMTYPE)), must(1, Kind::Bytes(CHECKSUM))];

/// PrincipalName of a client.
static CLIENT: &[Member] =
    &[must(0, Kind::Int(NAME_TYPE)), must(1, Kind::List(CNAME_STRING, CNAME_STRING_OF))];

/// PrincipalName of a server.
static SERVER: &[Member] =
    &[must(0, Kind::Int(NAME_TYPE)), must(1, Kind::List(SNAME_STRING, SNAME_STRING_OF))];

/// PrincipalName of others.
pub(super) static PRINCIPAL: &[Member] =
    &[must(0, Kind::Int(NAME_TYPE)), must(1, Kind::List(NAME_STRING, KERBEROS_STRING))];

static TICKET: &[Member] = &[
    must(0, Kind::Int(TKT_VNO)),
    must(1, Kind::Text(REALM)),
    must(2, Kind::Seq(SNAME_ELEMENT, SERVER)),
    must(3, Kind::Seq(ENC_PART_ELEMENT, ENCRYPTED)),
];

static REQUEST_BODY: &[Member] = &[
    must(0, Kind::Bits(KDC_OPTIONS, KDC_OPTIONS_BITS)),
    may(1, Kind::Seq(CNAME_ELEMENT, CLIENT)),
    must(2, Kind::Text(REALM)),
    may(3, Kind::Seq(SNAME_ELEMENT, SERVER)),
    may(4, Kind::Time(FROM)),
    // RFC 4120 has it always there; requests for renewal go without.
    may(5, Kind::Time(TILL)),
    may(6, Kind::Time(RTIME)),
    must(7, Kind::Int(NONCE)),
    must(8, Kind::List(KDC_REQ_BODY_ETYPE, ENCTYPE)),
    may(9, Kind::Addresses(ADDRESSES)),
    may(10, Kind::Seq(ENC_AUTHORIZATION_DATA_ELEMENT, ENCRYPTED)),
    may(11, Kind::Tickets(ADDITIONAL_TICKETS, TICKET_ELEMENT_OF)),
];

static KDC_REQUEST: &[Member] = &[
    must(1, Kind::Int(PVNO)),
    must(2, Kind::Type(MSG_TYPE)),
    may(3, Kind::PaData(PADATA)),
    must(4, Kind::Seq(REQ_BODY_ELEMENT, REQUEST_BODY)),
];

static KDC_REPLY: &[Member] = &[
    must(0, Kind::Int(PVNO)),
    must(1, Kind::Type(MSG_TYPE)),
    may(2, Kind::PaData(PADATA)),
    must(3, Kind::Text(CREALM)),
    must(4, Kind::Seq(CNAME_ELEMENT, CLIENT)),
    must(5, Kind::Ticket(TICKET_ELEMENT)),
    must(6, Kind::Seq(ENC_PART_ELEMENT, ENCRYPTED)),
];

static AP_REQUEST: &[Member] = &[
    must(0, Kind::Int(PVNO)),
    must(1, Kind::Type(MSG_TYPE)),
    must(2, Kind::Bits(AP_OPTIONS, AP_OPTIONS_BITS)),
    must(3, Kind::Ticket(TICKET_ELEMENT)),
    must(4, Kind::Seq(AUTHENTICATOR_ELEMENT, ENCRYPTED)),
];

static AP_REPLY: &[Member] = &[
    must(0, Kind::Int(PVNO)),
    must(1, Kind::Type(MSG_TYPE)),
    must(2, Kind::Seq(ENC_PART_ELEMENT, ENCRYPTED)),
];

static SAFE_BODY: &[Member] = &[
    must(0, Kind::Bytes(USER_DATA)),
    may(1, Kind::Time(TIMESTAMP)),
    may(2, Kind::Int(USEC)),
    may(3, Kind::Int(SEQ_NUMBER)),
    must(4, Kind::Address(S_ADDRESS_ELEMENT)),
    may(5, Kind::Address(R_ADDRESS_ELEMENT)),
];

static SAFE: &[Member] = &[
    must(0, Kind::Int(PVNO)),
    must(1, Kind::Type(MSG_TYPE)),
    must(2, Kind::Seq(SAFE_BODY_ELEMENT, SAFE_BODY)),
    must(3, Kind::Seq(CKSUM_ELEMENT, CHECKSUM_MEMBERS)),
];

static PRIVATE: &[Member] = &[
    must(0, Kind::Int(PVNO)),
    must(1, Kind::Type(MSG_TYPE)),
    must(3, Kind::Seq(ENC_PART_ELEMENT, ENCRYPTED)),
];

static CREDENTIALS: &[Member] = &[
    must(0, Kind::Int(PVNO)),
    must(1, Kind::Type(MSG_TYPE)),
    must(2, Kind::Tickets(TICKETS, TICKET_ELEMENT_OF)),
    must(3, Kind::Seq(ENC_PART_ELEMENT, ENCRYPTED)),
];

static ERROR: &[Member] = &[
    must(0, Kind::Int(PVNO)),
    must(1, Kind::Type(MSG_TYPE)),
    may(2, Kind::Time(CTIME)),
    may(3, Kind::Int(CUSEC)),
    must(4, Kind::Time(STIME)),
    must(5, Kind::Int(SUSEC)),
    must(6, Kind::Error(ERROR_CODE)),
    may(7, Kind::Text(CREALM)),
    may(8, Kind::Seq(CNAME_ELEMENT, CLIENT)),
    must(9, Kind::Text(REALM)),
    must(10, Kind::Seq(SNAME_ELEMENT, SERVER)),
    may(11, Kind::Text(E_TEXT)),
    may(12, Kind::ErrorData(E_DATA)),
    may(13, Kind::Seq(E_CHECKSUM_ELEMENT, CHECKSUM_MEMBERS)),
];

/// The message of a tag (class application, constructed).
fn of(tag: u8) -> Option<(Field, &'static [Member])> {
    Some(match tag {
        TICKET_TAG => (TICKET_ELEMENT, TICKET),
        0x6a => (AS_REQ_ELEMENT, KDC_REQUEST),
        0x6b => (AS_REP_ELEMENT, KDC_REPLY),
        0x6c => (TGS_REQ_ELEMENT, KDC_REQUEST),
        0x6d => (TGS_REP_ELEMENT, KDC_REPLY),
        0x6e => (AP_REQ_ELEMENT, AP_REQUEST),
        0x6f => (AP_REP_ELEMENT, AP_REPLY),
        0x74 => (KRB_SAFE_ELEMENT, SAFE),
        0x75 => (KRB_PRIV_ELEMENT, PRIVATE),
        0x76 => (KRB_CRED_ELEMENT, CREDENTIALS),
        0x7e => (KRB_ERROR_ELEMENT, ERROR),
        _ => return None,
    })
}

/// Whether a message has this tag.
pub(super) fn is_known(tag: u8) -> bool {
    of(tag).is_some()
}

/// A message at the cursor.
pub(super) fn message<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, told: &mut Told) -> Step {
    let e = der::next(c)?;
    let Some((field, members)) = of(e.id) else { return Err(Stop::Malformed) };
    let mut body = e.body;
    sequence(cx, field, members, &mut body, told).map(|_: Item| ())
}

/// A ticket at the cursor.
pub(super) fn ticket<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>, told: &mut Told) -> Step {
    let mut body = der::expect(c, TICKET_TAG)?.body;
    sequence(cx, field, TICKET, &mut body, told).map(|_: Item| ())
}

/// The Info column of a message of this type.
pub(super) fn info<S: Sink>(cx: &mut Cx<'_, S>, kind: i64) {
    let name = match kind {
        10 => "AS-REQ",
        11 => "AS-REP",
        12 => "TGS-REQ",
        13 => "TGS-REP",
        14 => "AP-REQ",
        15 => "AP-REP",
        16 => "TGT-REQ",
        17 => "TGT-REP",
        20 => "KRB-SAFE",
        21 => "KRB-PRIV",
        22 => "KRB-CRED",
        30 => "KRB-ERROR",
        n => MESSAGES.or(n as u64, "Unknown msg type"),
    };
    cx.info(|o| _ = o.s(name));
}

/// The Info column of an error.
pub(super) fn error_info<S: Sink>(cx: &mut Cx<'_, S>, error: i64) {
    cx.info(|o| {
        o.s("KRB Error: ");
        match ERROR_NAMES.find(error as u64) {
            Some(name) => o.s(name),
            None => o.s("Unknown error code ").hex(u64::from(error as u32), 1),
        };
    });
}
