//! Pre-authentication data (RFC 4120, 5.2.7; RFC 6113; [MS-KILE], [MS-SFU]).

use super::asn1::{Kind, Member, Told, bare, may, must, padata_name, wrong};
use super::messages::{CHECKSUM_MEMBERS, ENCRYPTED, PRINCIPAL, message};
use super::*;
use crate::application::ber::Class;
use crate::application::pkinit;
use crate::application::x509::der;
use crate::application::x509::{integer, plain, span};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Value};

const TGS_REQ: i64 = 1;
const ENC_TIMESTAMP: i64 = 2;
const SALT: i64 = 3;
const ETYPE_INFO: i64 = 11;
const ETYPE_INFO2: i64 = 19;
const PAC_REQUEST: i64 = 128;
const FOR_USER: i64 = 129;
const PK_AS_REQ: i64 = 16;
const PK_AS_REP: i64 = 17;
const FX_FAST: i64 = 136;
const ENCRYPTED_CHALLENGE: i64 = 138;
const SUPPORTED_ETYPES: i64 = 165;
const PAC_OPTIONS: i64 = 167;

static INFO_ENTRY: &[Member] = &[must(0, Kind::Int(ETYPE)), may(1, Kind::Bytes(INFO_SALT))];

static INFO2_ENTRY: &[Member] =
    &[must(0, Kind::Int(ETYPE)), may(1, Kind::Text(INFO2_SALT)), may(2, Kind::Bytes(S2KPARAMS))];

static PAC_REQUEST_MEMBERS: &[Member] = &[must(0, Kind::Bool(INCLUDE_PAC))];

static PAC_OPTIONS_MEMBERS: &[Member] = &[must(
    0,
    Kind::Bits(
        FLAGS,
        &[&[
            PAC_OPTIONS_FLAGS_CLAIMS,
            PAC_OPTIONS_FLAGS_BRANCH_AWARE,
            PAC_OPTIONS_FLAGS_FORWARD_TO_FULL_DC,
            PAC_OPTIONS_FLAGS_RESOURCE_BASED_CONSTRAINED_DELEGATION,
        ]],
    ),
)];

static FOR_USER_MEMBERS: &[Member] = &[
    must(0, Kind::Seq(NAME_ELEMENT, PRINCIPAL)),
    must(1, Kind::Text(REALM)),
    must(2, Kind::Seq(CKSUM_ELEMENT, CHECKSUM_MEMBERS)),
    must(3, Kind::Text(AUTH)),
];

static ARMOR: &[Member] = &[must(0, Kind::Int(ARMOR_TYPE)), must(1, Kind::Message(ARMOR_VALUE))];

static ARMORED_REQUEST: &[Member] = &[
    may(0, Kind::Seq(ARMOR_ELEMENT, ARMOR)),
    must(1, Kind::Seq(REQ_CHECKSUM_ELEMENT, CHECKSUM_MEMBERS)),
    must(2, Kind::Seq(ENC_FAST_REQ_ELEMENT, ENCRYPTED)),
];

static ARMORED_REPLY: &[Member] = &[must(0, Kind::Seq(ENC_FAST_REP_ELEMENT, ENCRYPTED))];

const SUPPORTED: &[Field] = &[
    SUPPORTED_ENTYPES_DES_CBC_CRC,
    SUPPORTED_ENTYPES_DES_CBC_MD5,
    SUPPORTED_ENTYPES_RC4_HMAC,
    SUPPORTED_ENTYPES_AES128_CTS_HMAC_SHA1_96,
    SUPPORTED_ENTYPES_AES256_CTS_HMAC_SHA1_96,
    SUPPORTED_ENTYPES_FAST_SUPPORTED,
    SUPPORTED_ENTYPES_COMPOUND_IDENTITY_SUPPORTED,
    SUPPORTED_ENTYPES_CLAIMS_SUPPORTED,
    SUPPORTED_ENTYPES_RESOURCE_SID_COMPRESSION_DISABLED,
];

/// The items of METHOD-DATA.
pub(super) fn list<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, told: &mut Told) -> Step {
    while !c.is_empty() {
        let e = der::next(&mut c)?;
        if e.id != der::SEQUENCE {
            wrong(cx, &e, "SEQUENCE OF", Class::Universal, u32::from(der::SEQUENCE & 31));
            continue;
        }
        let item = cx.add(PA_DATA_ELEMENT, span(&e.whole), Value::None);
        cx.under(item, |cx| one(cx, item, e.body, told))?;
    }
    Ok(())
}

/// The data of an error: METHOD-DATA of those that ask for pre-authentication, a single item of some by Windows.
pub(super) fn of_error<S: Sink>(cx: &mut Cx<'_, S>, item: Item, mut c: Cursor<'_>, told: &mut Told) -> Step {
    match told.error {
        14 | 24 | 25 | 68 | 90..=93 => list(cx, der::expect(&mut c, der::SEQUENCE)?.body, told),
        12 | 13 | 18 | 23 => one(cx, item, der::expect(&mut c, der::SEQUENCE)?.body, told),
        _ => Ok(()),
    }
}

/// One item; the name of its type stands behind the label of `item`.
fn one<S: Sink>(cx: &mut Cx<'_, S>, item: Item, mut c: Cursor<'_>, told: &mut Told) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    let e = der::next(&mut c)?;
    if e.id != 0xa1 {
        wrong(cx, &e, "SEQUENCE", Class::Context, 1);
        return Ok(());
    }
    let mut b = e.body;
    let e = der::expect(&mut b, der::INTEGER)?;
    let kind = e.int().unwrap_or(0);
    let under = integer(cx, PADATA_TYPE, &e);
    cx.append(item, |o| {
        match padata_name(kind) {
            Some(name) => o.s(" ").s(name),
            None => o.s(" Unknown:").i(kind),
        };
    });
    if c.is_empty() {
        return Ok(());
    }
    cx.under(under, |cx| {
        let e = der::next(&mut c)?;
        if e.id != 0xa2 {
            wrong(cx, &e, "SEQUENCE", Class::Context, 2);
            return Ok(());
        }
        let mut b = e.body;
        let e = der::expect(&mut b, der::OCTET_STRING)?;
        if e.body.is_cut() {
            return Err(Stop::Cut);
        }
        let item = plain(cx, PADATA_VALUE, &e);
        if e.body.is_empty() {
            return Ok(());
        }
        cx.under(item, |cx| value(cx, kind, e.body, told))
    })
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, kind: i64, mut c: Cursor<'_>, told: &mut Told) -> Step {
    match kind {
        TGS_REQ => {
            let inside = told.kind;
            message(cx, &mut c, told)?;
            told.kind = inside;
            Ok(())
        }
        ENC_TIMESTAMP | ENCRYPTED_CHALLENGE => bare(cx, ENCRYPTED, &mut c, told),
        SALT if told.kind == 30 && c.left() == 12 => extended_error(cx, c),
        SALT => {
            let n = c.left();
            cx.bytes(PW_SALT, &mut c, n).map(|_| ())
        }
        ETYPE_INFO => entries(cx, ETYPE_INFO_ENTRY_ELEMENT, INFO_ENTRY, c, told),
        ETYPE_INFO2 => entries(cx, ETYPE_INFO2_ENTRY_ELEMENT, INFO2_ENTRY, c, told),
        PAC_REQUEST => bare(cx, PAC_REQUEST_MEMBERS, &mut c, told),
        FOR_USER => bare(cx, FOR_USER_MEMBERS, &mut c, told),
        PK_AS_REQ => pkinit::request(cx, c),
        PK_AS_REP => pkinit::reply(cx, c),
        FX_FAST => fast(cx, c, told),
        SUPPORTED_ETYPES if c.left() >= 4 => {
            let (raw, item) = cx.flags_le(SUPPORTED_ENTYPES, &mut c, 4, SUPPORTED)?;
            cx.append(item, |o| {
                const NAMED: &[(u64, &str)] = &[
                    (0x1, "des-cbc-crc"),
                    (0x2, "des-cbc-md5"),
                    (0x4, "rc4-hmac"),
                    (0x8, "aes128-cts-hmac-sha1-96"),
                    (0x10, "aes256-cts-hmac-sha1-96"),
                    (0x1_0000, "fast-supported"),
                    (0x2_0000, "compound-identity-supported"),
                    (0x4_0000, "claims-supported"),
                    (0x8_0000, "resource-sid-compression-disabled"),
                ];
                for (_, name) in NAMED.iter().filter(|(bit, _)| raw & bit != 0) {
                    o.s(", ").s(name);
                }
            });
            Ok(())
        }
        PAC_OPTIONS => bare(cx, PAC_OPTIONS_MEMBERS, &mut c, told),
        _ => Ok(()),
    }
}

/// What Windows says about an error ([MS-KILE] 2.2.2).
fn extended_error<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.u32_le(SMB_NT_STATUS, &mut c)?;
    cx.u32_le(EXT_ERROR_RESERVED, &mut c)?;
    cx.u32_le(EXT_ERROR_FLAGS, &mut c)?;
    Ok(())
}

/// Which keys the client may use.
fn entries<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    members: &'static [Member],
    mut c: Cursor<'_>,
    told: &mut Told,
) -> Step {
    let mut list = der::expect(&mut c, der::SEQUENCE)?.body;
    while !list.is_empty() {
        let mut whole = der::expect(&mut list, der::SEQUENCE)?.whole;
        let item = cx.add(field, span(&whole), Value::None);
        cx.under(item, |cx| bare(cx, members, &mut whole, told))?;
    }
    Ok(())
}

/// What FAST protects: of requests, or of replies and errors.
fn fast<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, told: &mut Told) -> Step {
    let members = if matches!(told.kind, 10 | 12) { ARMORED_REQUEST } else { ARMORED_REPLY };
    let mut body = der::expect(&mut c, 0xa0)?.body;
    super::asn1::sequence(cx, ARMORED_DATA_ELEMENT, members, &mut body, told).map(|_| ())
}
