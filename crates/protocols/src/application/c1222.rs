//! Metering over networks, ANSI C12.22 (RFC 6142).

use super::asn1::{self, INTEGER, Member, OBJECT_IDENTIFIER, Reader, Tag, Type, may, must};
use super::ber::{Class, Element};
use crate::common::one_by_one;
use Tag::{Application as A, Context as C, Explicit as E, Own};
use requin_wire::{Cursor, Cx, Field, Item, Pdu, Sink, Step, Stop, Value, names, proto};

proto! {
    C1222 "c1222" "ANSI C12.22" "C12.22" App
    on [Udp 1153, Tcp 1153]
    frames [pdu_len]
    fields {
        EPSEM_FLAGS "c1222.epsem.flags" "C12.22 EPSEM Flags": U8 Hex;
        EPSEM_FLAGS_RESERVED "c1222.epsem.flags.reserved" "C12.22 Reserved Flag": Bool(8) & 0x80;
        EPSEM_FLAGS_RECOVERY "c1222.epsem.flags.recovery" "C12.22 Recovery Flag": Bool(8) & 0x40;
        EPSEM_FLAGS_PROXY "c1222.epsem.flags.proxy" "C12.22 Proxy Service Used Flag": Bool(8) & 0x20;
        EPSEM_FLAGS_ED_CLASS "c1222.epsem.flags.ed_class" "C12.22 ED Class Flag": Bool(8) & 0x10;
        EPSEM_FLAGS_SECURITY "c1222.epsem.flags.security" "C12.22 Security Mode Flags": U8 Hex & 0xc = EPSEM_FLAGS_SECURITY_NAMES;
        EPSEM_FLAGS_RESPONSE_CONTROL "c1222.epsem.flags.response_control" "C12.22 Response Control Flags": U8 Hex & 0x3 = EPSEM_FLAGS_RESPONSE_CONTROL_NAMES;
        EPSEM_EDCLASS "c1222.epsem.edclass" "C12.22 EPSEM ED Class": Bytes;
        EPSEM_DATA "c1222.epsem.data" "C12.22 EPSEM": Bytes;
        EPSEM_MAC "c1222.epsem.mac" "C12.22 EPSEM MAC": Bytes;
        CMD "c1222.cmd" "C12.22 Command": U8 Hex = CMD_NAMES;
        ERR "c1222.err" "C12.22 Response": U8 Hex = CMD_NAMES;
        LOGON_ID "c1222.logon.id" "C12.22 Logon User-Id": U16 Dec;
        LOGON_USER "c1222.logon.user" "C12.22 Logon User": Str;
        SECURITY_PASSWORD "c1222.security.password" "C12.22 Security Password": Str;
        AUTHENTICATE_LEN "c1222.authenticate.len" "C12.22 Authenticate Request Length": U8 Dec;
        AUTHENTICATE_DATA "c1222.authenticate.data" "C12.22 Authenticate Data": Bytes;
        READ_TABLE "c1222.read.table" "C12.22 Table": U16 Hex;
        READ_OFFSET "c1222.read.offset" "C12.22 Offset": U24 Hex;
        READ_COUNT "c1222.read.count" "C12.22 Count": U16 Dec;
        WRITE_TABLE "c1222.write.table" "C12.22 Table": U16 Hex;
        WRITE_OFFSET "c1222.write.offset" "C12.22 Offset": U24 Hex;
        WRITE_SIZE "c1222.write.size" "C12.22 Table Size": U16 Hex;
        WRITE_DATA "c1222.write.data" "C12.22 Table Data": Bytes;
        WRITE_CHKSUM "c1222.write.chksum" "C12.22 Table Data Checksum": U8 Hex;
        WRITE_CHKSUM_STATUS "c1222.write.chksum.status" "C12.22 Table Data Checksum Status": U8 Dec = WRITE_CHKSUM_STATUS_NAMES;
        PROCEDURE_RESPONSE "c1222.procedure.response" "C12.22 Procedure Response": U16 Dec & 0xf000 = PROCEDURE_RESPONSE_NAMES;
        PROCEDURE_MFG "c1222.procedure.mfg" "C12.22 Procedure Mfg": U16 Dec & 0x800;
        PROCEDURE_NUM "c1222.procedure.num" "C12.22 Procedure Number": U16 Dec & 0x7ff;
        PROCEDURE_SEQUENCE "c1222.procedure.sequence" "C12.22 Procedure Sequence Number": U8 Dec;
        NEGOTIATE_PKTSIZE "c1222.negotiate.pktsize" "C12.22 Negotiate Packet Size": U16 Dec;
        NEGOTIATE_NUMPKTS "c1222.negotiate.numpkts" "C12.22 Negotiate Number of Packets": U8 Dec;
        WAIT_SECONDS "c1222.wait.seconds" "C12.22 Wait Seconds": U8 Dec;
        TIMINGSETUP_TRAFFIC "c1222.timingsetup.traffic" "C12.22 Timing Setup Channel Traffic Timeout": U8 Dec;
        TIMINGSETUP_INTERCHAR "c1222.timingsetup.interchar" "C12.22 Timing Setup Intercharacter Timeout": U8 Dec;
        TIMINGSETUP_RESPTO "c1222.timingsetup.respto" "C12.22 Timing Setup Response Timeout": U8 Dec;
        TIMINGSETUP_NBRRETRIES "c1222.timingsetup.nbrretries" "C12.22 Timing Setup Number of Retries": U8 Dec;
        DATA "c1222.data" "C12.22 data": Bytes;
        CRYPTO_GOOD "c1222.crypto_good" "Crypto good": Bool;
        CRYPTO_BAD "c1222.crypto_bad" "Crypto bad": Bool;
        MESSAGE_ELEMENT "c1222.MESSAGE_element" "MESSAGE": None;
        A_SO_CONTEXT "c1222.aSO_context" "aSO-context": Oid;
        CALLED_AP_TITLE "c1222.called_AP_title" "called-AP-title": U32 Dec = CALLED_AP_TITLE_NAMES;
        CALLED_AP_INVOCATION_ID "c1222.called_AP_invocation_id" "called-AP-invocation-id": U32 Dec;
        CALLING_AP_TITLE "c1222.calling_AP_title" "calling-AP-title": U32 Dec = CALLING_AP_TITLE_NAMES;
        CALLING_AE_QUALIFIER "c1222.calling_AE_qualifier" "calling-AE-qualifier": U32 Dec;
        CALLING_AP_INVOCATION_ID "c1222.calling_AP_invocation_id" "calling-AP-invocation-id": U32 Dec;
        MECHANISM_NAME "c1222.mechanism_name" "mechanism-name": Oid;
        CALLING_AUTHENTICATION_VALUE_ELEMENT "c1222.calling_authentication_value_element" "calling-authentication-value": None;
        USER_INFORMATION_ELEMENT "c1222.user_information_element" "user-information": None;
        CALLED_AP_TITLE_ABS "c1222.called_ap_title_abs" "called-ap-title-abs": Oid;
        CALLED_AP_TITLE_REL "c1222.called_ap_title_rel" "called-ap-title-rel": RelOid;
        CALLING_AP_TITLE_ABS "c1222.calling_ap_title_abs" "calling-ap-title-abs": Oid;
        CALLING_AP_TITLE_REL "c1222.calling_ap_title_rel" "calling-ap-title-rel": RelOid;
        CALLING_AUTHENTICATION_VALUE_INDIRECT "c1222.calling_authentication_value_indirect" "calling-authentication-value-indirect": I32 Dec;
        CALLING_AUTHENTICATION_VALUE_ENCODING "c1222.calling_authentication_value_encoding" "calling-authentication-value-encoding": U32 Dec = CALLING_AUTHENTICATION_VALUE_ENCODING_NAMES;
        CALLING_AUTHENTICATION_VALUE_SINGLE_ASN1 "c1222.calling_authentication_value_single_asn1" "calling-authentication-value-single-asn1": U32 Dec = CALLING_AUTHENTICATION_VALUE_SINGLE_ASN1_NAMES;
        CALLING_AUTHENTICATION_VALUE_OCTET_ALIGNED "c1222.calling_authentication_value_octet_aligned" "calling-authentication-value-octet-aligned": Bytes;
        CALLING_AUTHENTICATION_VALUE_C1222_ELEMENT "c1222.calling_authentication_value_c1222_element" "calling-authentication-value-c1222": None;
        CALLING_AUTHENTICATION_VALUE_C1221 "c1222.calling_authentication_value_c1221" "calling-authentication-value-c1221": U32 Dec = CALLING_AUTHENTICATION_VALUE_C1221_NAMES;
        KEY_ID_ELEMENT "c1222.key_id_element" "key-id-element": Bytes;
        IV_ELEMENT "c1222.iv_element" "iv-element": Bytes;
        C1221_AUTH_IDENTIFICATION "c1222.c1221_auth_identification" "c1221-auth-identification": Bytes;
        C1221_AUTH_REQUEST "c1222.c1221_auth_request" "c1221-auth-request": Bytes;
        C1221_AUTH_RESPONSE "c1222.c1221_auth_response" "c1221-auth-response": Bytes;
    }
    experts {
        BAD_CHECKSUM "c1222.bad_checksum" Error Checksum "Bad checksum";
        EPSEM_NOT_DECRYPTED "c1222.epsem.not_decrypted" Warn Undecoded "C12.22 EPSEM could not be decrypted";
        EPSEM_FAILED_AUTHENTICATION "c1222.epsem.failed_authentication" Error Security "C12.22 EPSEM failed authentication";
        COMMAND_TRUNCATED "c1222.command_truncated" Warn Malformed "C12.22 command truncated";
    }
}

names! {
    EPSEM_FLAGS_SECURITY_NAMES {
        0 => "Cleartext", 1 => "Cleartext with authentication", 2 => "Ciphertext with authentication",
    }
    EPSEM_FLAGS_RESPONSE_CONTROL_NAMES {
        0 => "Always respond", 1 => "Respond on exception", 2 => "Never respond",
    }
    CMD_NAMES {
        0 => "OK", 1 => "Error", 2 => "Service Not Supported", 3 => "Insufficient Security Clearance",
        4 => "Operation Not Possible", 5 => "Inappropriate Action Requested", 6 => "Device Busy",
        7 => "Data Not Ready", 8 => "Data Locked", 9 => "Renegotiate Request",
        10 => "Invalid Service Sequence State", 11 => "Security Mechanism Error", 12 => "Unknown Application Title",
        13 => "Network Time-out", 14 => "Network Not Reachable", 15 => "Request Too Large",
        16 => "Response Too Large", 17 => "Segmentation Not Possible", 18 => "Segmentation Error", 32 => "Identify",
        33 => "Terminate", 34 => "Disconnect", 48 => "Full Read", 62 => "Default Read", 63 => "Partial Read Offset",
        64 => "Full Write", 78 => "Default Write", 79 => "Partial Write Offset", 80 => "Logon", 81 => "Security",
        82 => "Logoff", 83 => "Authenticate", 96 => "Negotiate", 97 => "Negotiate w/ 1 Baud Rate",
        98 => "Negotiate w/ 2 Baud Rates", 99 => "Negotiate w/ 3 Baud Rates", 100 => "Negotiate w/ 4 Baud Rates",
        101 => "Negotiate w/ 5 Baud Rates", 102 => "Negotiate w/ 6 Baud Rates", 103 => "Negotiate w/ 7 Baud Rates",
        104 => "Negotiate w/ 8 Baud Rates", 105 => "Negotiate w/ 9 Baud Rates", 106 => "Negotiate w/ 10 Baud Rates",
        107 => "Negotiate w/ 11 Baud Rates", 112 => "Wait", 113 => "Timing Setup",
    }
    WRITE_CHKSUM_STATUS_NAMES {
        0 => "Bad", 1 => "Good", 2 => "Unverified", 3 => "Not present", 4 => "Illegal",
    }
    PROCEDURE_RESPONSE_NAMES {
        0 => "Post response in ST-8 on completion", 1 => "Post response in ST-8 on exception",
        2 => "Do not post response in ST-8", 3 => "Post response in ST-8 now, and on completion",
    }
    CALLED_AP_TITLE_NAMES {
        0 => "called-ap-title-abs", 1 => "called-ap-title-rel",
    }
    CALLING_AP_TITLE_NAMES {
        0 => "calling-ap-title-abs", 1 => "calling-ap-title-rel",
    }
    CALLING_AUTHENTICATION_VALUE_ENCODING_NAMES {
        0 => "calling-authentication-value-single-asn1", 1 => "calling-authentication-value-octet-aligned",
    }
    CALLING_AUTHENTICATION_VALUE_SINGLE_ASN1_NAMES {
        0 => "calling-authentication-value-c1221", 1 => "calling-authentication-value-c1222",
    }
    CALLING_AUTHENTICATION_VALUE_C1221_NAMES {
        0 => "c1221-auth-identification", 1 => "c1221-auth-request", 2 => "c1221-auth-response",
    }
}

/// What is read here and not by tables.
const EPSEM: u8 = 0;

static CALLED: Type = Type::Choice(&[
    (0, must(OBJECT_IDENTIFIER, CALLED_AP_TITLE_ABS, &Type::Oid)),
    (1, must(C(0), CALLED_AP_TITLE_REL, &Type::Octets)),
]);
static CALLING: Type = Type::Choice(&[
    (0, must(OBJECT_IDENTIFIER, CALLING_AP_TITLE_ABS, &Type::Oid)),
    (1, must(C(0), CALLING_AP_TITLE_REL, &Type::Octets)),
]);
static VALUE: Type = Type::Choice(&[
    (
        0,
        must(
            E(0),
            CALLING_AUTHENTICATION_VALUE_C1221,
            &Type::Choice(&[
                (0, must(C(0), C1221_AUTH_IDENTIFICATION, &Type::Octets)),
                (1, must(C(1), C1221_AUTH_REQUEST, &Type::Octets)),
                (2, must(C(2), C1221_AUTH_RESPONSE, &Type::Octets)),
            ]),
        ),
    ),
    (
        1,
        must(
            C(1),
            CALLING_AUTHENTICATION_VALUE_C1222_ELEMENT,
            &Type::Seq(&[may(C(0), KEY_ID_ELEMENT, &Type::Octets), may(C(1), IV_ELEMENT, &Type::Octets)]),
        ),
    ),
]);
/// EXTERNAL.
static AUTHENTICATION: Type = Type::Seq(&[
    may(INTEGER, CALLING_AUTHENTICATION_VALUE_INDIRECT, &Type::Int),
    must(
        Own,
        CALLING_AUTHENTICATION_VALUE_ENCODING,
        &Type::Choice(&[
            (0, must(E(0), CALLING_AUTHENTICATION_VALUE_SINGLE_ASN1, &VALUE)),
            (1, must(C(1), CALLING_AUTHENTICATION_VALUE_OCTET_ALIGNED, &Type::Octets)),
        ]),
    ),
]);

static MESSAGE: Member = must(
    A(0),
    MESSAGE_ELEMENT,
    &Type::Seq(&[
        may(E(1), A_SO_CONTEXT, &Type::Oid),
        may(E(2), CALLED_AP_TITLE, &CALLED),
        may(E(4), CALLED_AP_INVOCATION_ID, &Type::Int),
        may(E(6), CALLING_AP_TITLE, &CALLING),
        may(E(7), CALLING_AE_QUALIFIER, &Type::Int),
        may(E(8), CALLING_AP_INVOCATION_ID, &Type::Int),
        may(C(11), MECHANISM_NAME, &Type::Oid),
        may(E(12), CALLING_AUTHENTICATION_VALUE_ELEMENT, &AUTHENTICATION),
        must(E(30), USER_INFORMATION_ELEMENT, &Type::Other(EPSEM)),
    ]),
);

fn pdu_len(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [] | [0x60] => Pdu::More(2),
        [0x60, n @ 0..=0x7f, ..] => Pdu::Len(2 + usize::from(*n)),
        [0x60, n @ 0x81..=0x84, rest @ ..] => {
            let n = usize::from(n & 0x7f);
            match rest.get(..n) {
                Some(b) => Pdu::Len(2 + n + b.iter().fold(0, |v, b| v << 8 | usize::from(*b))),
                None => Pdu::More(2 + n),
            }
        }
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let len = pdu_len(c.rest(), true, &[0; 2]);
    one_by_one(cx, c, ID, len, |cx, mut c| {
        cx.proto_len(c.left());
        cx.protocol("C12.22");
        asn1::read(cx, &MESSAGE, &mut c, &mut Parts)
    })
}

struct Parts;

impl Reader for Parts {
    fn other<S: Sink>(&mut self, cx: &mut Cx<'_, S>, _: u8, field: Field, e: &Element<'_>) -> Step {
        // EXTERNAL, in whose octets the services stand.
        let item = cx.add(field, e.content(), Value::None);
        cx.under(item, |cx| -> Step {
            let mut c = e.body;
            while !c.is_empty() {
                let part = Element::read(&mut c)?;
                if part.class == Class::Context && part.tag == 1 {
                    return epsem(cx, part.body);
                }
            }
            Ok(())
        })
    }
}

/// Length of the code that authenticates a message.
const MAC: usize = 4;
const CLEARTEXT: u8 = 0;
const CIPHERTEXT: u8 = 2;

/// Flags, the class of the device, and services, each behind its length.
fn epsem<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let flags = c.peek_u8(0)?;
    let item = cx.peek(EPSEM_FLAGS, &c, 1)?;
    cx.under(item, |cx| -> Step {
        for field in [
            EPSEM_FLAGS_RESERVED,
            EPSEM_FLAGS_RECOVERY,
            EPSEM_FLAGS_PROXY,
            EPSEM_FLAGS_ED_CLASS,
            EPSEM_FLAGS_SECURITY,
            EPSEM_FLAGS_RESPONSE_CONTROL,
        ] {
            cx.peek(field, &c, 1)?;
        }
        Ok(())
    })?;
    c.skip(1)?;
    let security = flags >> 2 & 3;
    if flags & 0x10 != 0 {
        cx.bytes(EPSEM_EDCLASS, &mut c, 4)?;
    }
    if security == CIPHERTEXT {
        let n = c.left();
        let at = c.span(n);
        let item = cx.peek(EPSEM_DATA, &c, n)?;
        cx.expert(EPSEM_NOT_DECRYPTED, item, at);
        c.skip(n.saturating_sub(MAC))?;
        return code(cx, c);
    }
    let mut services = c.take(if security == CLEARTEXT { c.left() } else { c.left().saturating_sub(MAC) });
    if security != CLEARTEXT {
        cx.expert_here(EPSEM_FAILED_AUTHENTICATION, services.span(services.left()), |o| {
            _ = o.s("C12.22 EPSEM failed authentication");
        });
    }
    while !services.is_empty() {
        let n = length(&mut services)?;
        let one = services.take_all(n)?;
        if n > 0 {
            let item = cx.peek(EPSEM_DATA, &one, n)?;
            cx.under(item, |cx| service(cx, item, one))?;
        }
    }
    if security == CLEARTEXT { Ok(()) } else { code(cx, c) }
}

/// A length as in BER.
fn length(c: &mut Cursor<'_>) -> Result<usize, Stop> {
    let first = c.peek_u8(0)?;
    c.skip(1)?;
    if first < 0x80 {
        return Ok(usize::from(first));
    }
    let n = usize::from(first & 0x7f);
    let len = c.peek_uint(0, n.min(4))? as usize;
    c.skip(n)?;
    Ok(len)
}

/// The code that authenticates; without the key it stays unproved.
fn code<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let n = c.left();
    let at = c.span(n);
    let item = cx.peek(EPSEM_MAC, &c, n)?;
    cx.under(item, |cx| {
        cx.generated(CRYPTO_GOOD, at, Value::U(0));
        cx.generated(CRYPTO_BAD, at, Value::U(1));
    });
    Ok(())
}

/// A request, or a response and its data.
fn service<S: Sink>(cx: &mut Cx<'_, S>, item: Item, mut c: Cursor<'_>) -> Step {
    let mut kind = c.peek_u8(0)?;
    if (0x61..=0x6b).contains(&kind) {
        // How many rates are offered is part of the number.
        kind = 0x60;
    }
    cx.label(item, |o| _ = o.s("C12.22 EPSEM: ").s(CMD_NAMES.or(kind.into(), "Unknown")));
    if kind < 0x20 {
        cx.u8(ERR, &mut c)?;
        let n = c.left();
        if n > 0 {
            cx.bytes(DATA, &mut c, n)?;
        }
        return Ok(());
    }
    cx.add(CMD, c.span(1), Value::U(kind.into()));
    c.skip(1)?;
    match kind {
        0x30 => cx.u16(READ_TABLE, &mut c).map(|_| ()),
        0x3f => {
            cx.u16(READ_TABLE, &mut c)?;
            cx.u24(READ_OFFSET, &mut c)?;
            cx.u16(READ_COUNT, &mut c).map(|_| ())
        }
        0x40 => write(cx, &mut c, false),
        0x4f => write(cx, &mut c, true),
        0x50 => {
            cx.u16(LOGON_ID, &mut c)?;
            cx.bytes(LOGON_USER, &mut c, 10).map(|_| ())
        }
        0x51 => {
            cx.bytes(SECURITY_PASSWORD, &mut c, 20)?;
            if c.left() >= 2 {
                cx.u16(LOGON_ID, &mut c)?;
            }
            Ok(())
        }
        0x53 => {
            let n = usize::from(cx.u8(AUTHENTICATE_LEN, &mut c)?);
            cx.bytes(AUTHENTICATE_DATA, &mut c, n).map(|_| ())
        }
        0x60 => {
            cx.u16(NEGOTIATE_PKTSIZE, &mut c)?;
            cx.u8(NEGOTIATE_NUMPKTS, &mut c).map(|_| ())
        }
        0x70 => cx.u8(WAIT_SECONDS, &mut c).map(|_| ()),
        0x71 => {
            for field in
                [TIMINGSETUP_TRAFFIC, TIMINGSETUP_INTERCHAR, TIMINGSETUP_RESPTO, TIMINGSETUP_NBRRETRIES]
            {
                cx.u8(field, &mut c)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The table by which procedures are begun.
const PROCEDURES: u16 = 7;

/// A table, its data, and their checksum.
fn write<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, partial: bool) -> Step {
    let table = cx.u16(WRITE_TABLE, c)?;
    if partial {
        cx.u24(WRITE_OFFSET, c)?;
    }
    let n = usize::from(cx.u16(WRITE_SIZE, c)?);
    let mut data = c.take_all(n)?;
    let whole = data;
    if table == PROCEDURES && !partial && n >= 3 {
        // The number of the procedure has its low byte first.
        cx.peek_le(PROCEDURE_RESPONSE, &data, 0, 2)?;
        cx.peek_le(PROCEDURE_MFG, &data, 0, 2)?;
        cx.peek_le(PROCEDURE_NUM, &data, 0, 2)?;
        data.skip(2)?;
        cx.u8(PROCEDURE_SEQUENCE, &mut data)?;
    }
    let left = data.left();
    if left > 0 {
        cx.bytes(WRITE_DATA, &mut data, left)?;
    }
    let sum = whole.rest().iter().fold(0u8, |sum, b| sum.wrapping_add(*b)).wrapping_neg();
    let at = c.span(1);
    let said = c.peek_u8(0)?;
    let item = cx.peek(WRITE_CHKSUM, c, 1)?;
    let good = said == sum;
    cx.append(item, |o| {
        if good {
            o.s(" [correct]");
        } else {
            o.s(" incorrect, should be ").hex(sum, 2);
        }
    });
    if !good {
        cx.expert_with(BAD_CHECKSUM, item, at, |o| {
            _ = o.s("Bad checksum [should be ").hex(sum, 2).s("]");
        });
    }
    cx.generated(WRITE_CHKSUM_STATUS, at, Value::U(u64::from(good)));
    c.skip(1)
}
