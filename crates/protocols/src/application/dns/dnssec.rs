//! Records of DNSSEC (RFC 4034, RFC 5155) and of transaction security (RFC 2930, RFC 8945).

use super::fields::*;
use super::rdata::{bitmap, name};
use super::{Message, seconds};
use crate::application::gss;
use requin_wire::{Cursor, Cx, Item, Sink, Step, Value};

/// Seconds since 1970 in four bytes.
fn time<S: Sink>(cx: &mut Cx<'_, S>, field: requin_wire::Field, c: &mut Cursor<'_>) -> Step {
    let secs = c.peek_u32(0)?;
    cx.add(field, c.span(4), Value::Time(i64::from(secs), 0));
    c.skip(4)
}

pub(super) fn signature<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    cx.field(RRSIG_TYPE_COVERED, c, 2)?;
    cx.field(RRSIG_ALGORITHM, c, 1)?;
    cx.field(RRSIG_LABELS, c, 1)?;
    seconds(cx, RRSIG_ORIGINAL_TTL, c)?;
    time(cx, RRSIG_SIGNATURE_EXPIRATION, c)?;
    time(cx, RRSIG_SIGNATURE_INCEPTION, c)?;
    cx.field(RRSIG_KEY_TAG, c, 2)?;
    name(cx, m, RRSIG_SIGNERS_NAME, c)?;
    if m.goes_on(c) {
        m.rest(cx, RRSIG_SIGNATURE, c)?;
    }
    Ok(())
}

/// The sum that names a key, RFC 4034 appendix B. `None` when there is too little to compute it from.
fn key_id(rdata: &[u8], algorithm: u8) -> Option<u16> {
    if rdata.len() < 4 {
        return None;
    }
    if algorithm == 1 {
        let n = rdata.len().checked_sub(3)?;
        let b = rdata.get(n..)?.first_chunk::<2>()?;
        return Some(u16::from_be_bytes(*b));
    }
    let sum = rdata.iter().enumerate().fold(0u32, |sum, (i, b)| {
        sum.wrapping_add(if i & 1 == 0 { u32::from(*b) << 8 } else { u32::from(*b) })
    });
    Some((sum.wrapping_add(sum >> 16) & 0xffff) as u16)
}

/// What DNSKEY and KEY have behind their flags.
fn key_body<S: Sink>(
    cx: &mut Cx<'_, S>,
    m: Message,
    c: &mut Cursor<'_>,
    rdata: &[u8],
    fields: [requin_wire::Field; 4],
) -> Step {
    let [protocol, algorithm, id, key] = fields;
    cx.field(protocol, c, 1)?;
    let used = cx.u8(algorithm, c)?;
    match key_id(rdata, used) {
        Some(sum) => _ = cx.generated(id, c.span(0), Value::U(u64::from(sum))),
        None => cx.expert(KEY_ID_BUFFER_TOO_SHORT, Item::NONE, c.span(0)),
    }
    m.rest(cx, key, c)
}

/// DNSKEY and CDNSKEY.
pub(super) fn public_key<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    let rdata = c.peek_bytes(0, m.left(c)?)?;
    cx.flags(
        DNSKEY_FLAGS,
        c,
        2,
        &[
            DNSKEY_FLAGS_ZONE_KEY,
            DNSKEY_FLAGS_KEY_REVOKED,
            DNSKEY_FLAGS_SECURE_ENTRY_POINT,
            DNSKEY_FLAGS_RESERVED,
        ],
    )?;
    key_body(cx, m, c, rdata, [DNSKEY_PROTOCOL, DNSKEY_ALGORITHM, DNSKEY_KEY_ID, DNSKEY_PUBLIC_KEY])
}

/// KEY, RFC 2535 section 3.1.
pub(super) fn key<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    let rdata = c.peek_bytes(0, m.left(c)?)?;
    let flags = c.peek_u16(0)?;
    let at = *c;
    let (_, item) = cx.flags(KEY_FLAGS, c, 2, &[KEY_FLAGS_AUTHENTICATION, KEY_FLAGS_CONFIDENTIALITY])?;
    if flags & 0xc000 != 0xc000 {
        cx.under(item, |cx| -> Step {
            for field in [
                KEY_FLAGS_REQUIRED,
                KEY_FLAGS_ASSOCIATED_USER,
                KEY_FLAGS_ASSOCIATED_NAMED_ENTITY,
                KEY_FLAGS_IPSEC,
                KEY_FLAGS_MIME,
                KEY_FLAGS_SIGNATORY,
            ] {
                cx.peek(field, &at, 2)?;
            }
            Ok(())
        })?;
    }
    key_body(cx, m, c, rdata, [KEY_PROTOCOL, KEY_ALGORITHM, KEY_KEY_ID, KEY_PUBLIC_KEY])
}

/// DS, CDS and DLV.
pub(super) fn delegation<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    cx.field(DS_KEY_ID, c, 2)?;
    cx.field(DS_ALGORITHM, c, 1)?;
    cx.field(DS_DIGEST_TYPE, c, 1)?;
    m.rest(cx, DS_DIGEST, c)
}

fn nsec3_head<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, flagged: bool) -> Step {
    cx.field(NSEC3_ALGO, c, 1)?;
    cx.flags(NSEC3_FLAGS, c, 1, if flagged { &[NSEC3_FLAGS_OPT_OUT] } else { &[] })?;
    cx.field(NSEC3_ITERATIONS, c, 2)?;
    let salt = usize::from(cx.u8(NSEC3_SALT_LENGTH, c)?);
    cx.bytes(NSEC3_SALT_VALUE, c, salt)?;
    Ok(())
}

/// NSEC3PARAM.
pub(super) fn nsec3_parameters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    nsec3_head(cx, c, false)
}

/// NSEC3, whose hash is shown in base 32.
pub(super) fn nsec3<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    nsec3_head(cx, c, true)?;
    let n = usize::from(cx.u8(NSEC3_HASH_LENGTH, c)?);
    let span = c.span(n);
    let hash = c.bytes(n)?;
    let item = cx.add_str(NSEC3_HASH_VALUE, span, |o| {
        const DIGITS: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";
        let mut bits = 0u32;
        let mut have = 0;
        for b in hash {
            bits = bits << 8 | u32::from(*b);
            have += 8;
            while have >= 5 {
                have -= 5;
                o.c(DIGITS[(bits >> have & 31) as usize]);
            }
        }
        if have > 0 {
            o.c(DIGITS[(bits << (5 - have) & 31) as usize]);
        }
    });
    cx.set_generated(item);
    bitmap(cx, m, c)
}

/// Mode of TKEY whose key data are tokens of GSS-API (RFC 3645).
const GSS_API: u16 = 3;

/// TKEY.
pub(super) fn transaction_key<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    name(cx, m, TKEY_ALGO_NAME, c)?;
    time(cx, TKEY_SIGNATURE_INCEPTION, c)?;
    time(cx, TKEY_SIGNATURE_EXPIRATION, c)?;
    let mode = cx.u16(TKEY_MODE, c)?;
    cx.field(TKEY_ERROR, c, 2)?;
    let n = usize::from(cx.u16(TKEY_KEY_SIZE, c)?);
    if n != 0 {
        let item = cx.peek(TKEY_KEY_DATA, c, n)?;
        let key = c.take(n);
        if mode == GSS_API && gss::looks_like_token(key.rest()) {
            cx.under(item, |cx| cx.call_nested(gss::ID, key))?;
        }
    }
    let n = usize::from(cx.u16(TKEY_OTHER_SIZE, c)?);
    if n != 0 {
        cx.bytes(TKEY_OTHER_DATA, c, n)?;
    }
    Ok(())
}

/// TSIG.
pub(super) fn transaction_signature<S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'_>) -> Step {
    let algorithm = name(cx, m, TSIG_ALGORITHM_NAME, c)?;
    let secs = c.peek_uint(0, 6)?;
    cx.add(TSIG_TIME_SIGNED, c.span(6), Value::Time(secs as i64, 0));
    c.skip(6)?;
    cx.field(TSIG_FUDGE, c, 2)?;
    let n = usize::from(cx.u16(TSIG_MAC_SIZE, c)?);
    if n != 0 {
        let item = cx.add(TSIG_MAC, c.span(n), Value::None);
        if cx.wants_tree() {
            cx.expert_with(TSIG_NOALG, item, c.span(0), |o| {
                o.s("No dissector for algorithm:");
                algorithm.write(o);
            });
        }
        c.skip(n)?;
    }
    cx.field(TSIG_ORIGINAL_ID, c, 2)?;
    cx.field(TSIG_ERROR, c, 2)?;
    let n = usize::from(cx.u16(TSIG_OTHER_LEN, c)?);
    if n != 0 {
        cx.bytes(TSIG_OTHER_DATA, c, n)?;
    }
    Ok(())
}
