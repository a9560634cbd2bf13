//! Payloads, each of which says what the next one is (RFC 2408, 3; RFC 7296, 3).

use super::*;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Value};

/// How deep payloads are nested at most.
const MAX_DEPTH: u32 = 4;
const PROPOSAL: u8 = 2;
const TRANSFORM: u8 = 3;
/// Encrypted and Authenticated.
const ENCRYPTED: u8 = 46;
/// Encrypted and Authenticated Fragment.
const FRAGMENT: u8 = 53;

/// A chain of payloads.
pub(super) fn chain<S: Sink>(
    cx: &mut Cx<'_, S>,
    v2: bool,
    first: u8,
    c: &mut Cursor<'_>,
    depth: u32,
) -> Step {
    parts(cx, v2, 0, first, c, depth)
}

/// The same inside of a proposal for the protocol `of`.
fn parts<S: Sink>(cx: &mut Cx<'_, S>, v2: bool, of: u8, first: u8, c: &mut Cursor<'_>, depth: u32) -> Step {
    let mut kind = first;
    while kind != 0 && c.left() >= 4 && depth < MAX_DEPTH {
        let (next, len) = (c.peek_u8(0)?, usize::from(c.peek_u16(2)?));
        let mut whole = c.take(len.max(4));
        let item = cx.add(TYPEPAYLOAD, whole.span(whole.left()), Value::U(u64::from(kind)));
        cx.label(item, |o| {
            o.s("Payload: ").s(names::TYPEPAYLOAD.or(u64::from(kind), "Unknown")).s(" (").u(kind).s(")");
        });
        cx.under(item, |cx| -> Step {
            cx.field(NEXTPAYLOAD, &mut whole, 1)?;
            // Proposals and transforms have a byte that is only reserved in both versions.
            if v2 && !matches!(kind, PROPOSAL | TRANSFORM) {
                cx.peek(CRITICALPAYLOAD, &whole, 1)?;
                cx.field(RESERVED7, &mut whole, 1)?;
            } else {
                cx.field(RESERVED, &mut whole, 1)?;
            }
            cx.field(PAYLOADLENGTH, &mut whole, 2)?;
            body(cx, v2, of, kind, item, &mut whole, depth)
        })?;
        // What follows an encrypted payload is inside it.
        if matches!(kind, ENCRYPTED | FRAGMENT) {
            break;
        }
        kind = next;
    }
    Ok(())
}

fn body<S: Sink>(
    cx: &mut Cx<'_, S>,
    v2: bool,
    of: u8,
    kind: u8,
    item: Item,
    c: &mut Cursor<'_>,
    depth: u32,
) -> Step {
    match kind {
        1 if !v2 => {
            let doi = cx.u32(SA_DOI, c)?;
            if doi == 1 {
                cx.flags(
                    SA_SITUATION,
                    c,
                    4,
                    &[SA_SITUATION_IDENTITY_ONLY, SA_SITUATION_SECRECY, SA_SITUATION_INTEGRITY],
                )?;
            }
            chain(cx, v2, PROPOSAL, c, depth + 1)
        }
        33 => chain(cx, v2, PROPOSAL, c, depth + 1),
        PROPOSAL => proposal(cx, v2, item, c, depth),
        TRANSFORM => transform(cx, v2, of, item, c),
        4 => rest(cx, KEY_EXCHANGE_DATA, c),
        34 => {
            cx.field(KEY_EXCHANGE_DH_GROUP, c, 2)?;
            cx.field(RESERVED, c, 2)?;
            rest(cx, KEY_EXCHANGE_DATA, c)
        }
        10 | 40 => rest(cx, NONCE, c),
        8 => rest(cx, HASH, c),
        20 | 130 => rest(cx, IKE_NAT_HASH, c),
        5 | 35 | 36 => identification(cx, v2, c),
        11 | 41 => notify(cx, v2, item, c),
        13 | 43 => vendor(cx, item, c),
        7 | 38 => {
            cx.field(CERTREQ_TYPE, c, 1)?;
            rest(cx, DATAPAYLOAD, c)
        }
        ENCRYPTED => {
            // How long the initialization vector is only the keys tell; 4 bytes is what is shown without.
            cx.field(ENC_IV, c, c.left().min(4))?;
            cx.add(ENC_DATA, c.span(c.left()), Value::None);
            Ok(())
        }
        FRAGMENT => {
            cx.field(FRAG_NUMBER, c, 2)?;
            cx.field(FRAG_TOTAL, c, 2)?;
            cx.add(ENC_DATA, c.span(c.left()), Value::None);
            Ok(())
        }
        _ => rest(cx, DATAPAYLOAD, c),
    }
}

fn rest<S: Sink>(cx: &mut Cx<'_, S>, field: requin_wire::Field, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    if n == 0 {
        return Ok(());
    }
    cx.field(field, c, n).map(|_| ())
}

/// Which protocol is meant; the versions have different names for them.
fn protocol<S: Sink>(cx: &mut Cx<'_, S>, v2: bool, field: Field, c: &mut Cursor<'_>) -> Result<u8, Stop> {
    let id = c.peek_u8(0)?;
    let item = cx.add(field, c.span(1), Value::U(id.into()));
    if let Some(name) = names::PROTOCOLS_2.find(id.into()).filter(|_| v2) {
        cx.label(item, |o| _ = o.s("Protocol ID: ").s(name).s(" (").u(id).s(")"));
    }
    c.skip(1)?;
    Ok(id)
}

/// What a notification is called.
fn notification(v2: bool, kind: u16) -> &'static str {
    let own = if v2 { names::NOTIFY_ERRORS_2 } else { names::NOTIFY_STATUS_1 };
    own.find(kind.into()).unwrap_or_else(|| match v2 {
        true if kind <= 16384 => "Unknown",
        _ => names::NOTIFY_MSGTYPE.or(kind.into(), "Unknown"),
    })
}

fn proposal<S: Sink>(cx: &mut Cx<'_, S>, v2: bool, item: Item, c: &mut Cursor<'_>, depth: u32) -> Step {
    let number = cx.u8(PROP_NUMBER, c)?;
    cx.append(item, |o| _ = o.s(" # ").u(number));
    let of = protocol(cx, v2, PROP_PROTOID, c)?;
    let n = usize::from(cx.u8(SPISIZE, c)?);
    cx.field(PROP_TRANSFORMS, c, 1)?;
    if n > 0 {
        cx.field(SPI, c, n)?;
    }
    parts(cx, v2, of, TRANSFORM, c, depth + 1)
}

/// A proposal's transform, of the protocol `of`.
fn transform<S: Sink>(cx: &mut Cx<'_, S>, v2: bool, of: u8, item: Item, c: &mut Cursor<'_>) -> Step {
    if !v2 {
        let number = cx.u8(TRANS_NUMBER, c)?;
        cx.append(item, |o| _ = o.s(" # ").u(number));
        let id = c.peek_u8(0)?;
        let shown = cx.field(TRANS_ID, c, 1)?;
        let known = match of {
            1 => Some((names::TRANSFORMS_ISAKMP, "UNKNOWN-TRANS-TYPE")),
            2 => Some((names::TRANSFORMS_AH, "UNKNOWN-AH-TRANS-TYPE")),
            3 => Some((names::TRANSFORMS_ESP, "UNKNOWN-ESP-TRANS-TYPE")),
            4 => Some((names::TRANSFORMS_IPCOMP, "UNKNOWN-IPCOMP-TRANS-TYPE")),
            _ => None,
        };
        if let Some((names, other)) = known {
            cx.label(shown, |o| _ = o.s("Transform ID: ").s(names.or(id.into(), other)).s(" (").u(id).s(")"));
        }
        cx.field(RESERVED, c, 2)?;
        return attribute::all(cx, v2, c);
    }
    let kind = cx.u8(TF_TYPE, c)?;
    cx.field(RESERVED, c, 1)?;
    let field = match kind {
        1 => TF_ID_ENCR,
        2 => TF_ID_PRF,
        3 => TF_ID_INTEG,
        4 => TF_ID_DH,
        _ => TF_ID,
    };
    cx.field(field, c, 2)?;
    attribute::all(cx, v2, c)
}

fn identification<S: Sink>(cx: &mut Cx<'_, S>, v2: bool, c: &mut Cursor<'_>) -> Step {
    let kind = cx.u8(ID_TYPE, c)?;
    if v2 {
        cx.field(RESERVED, c, 3)?;
    } else {
        cx.field(ID_PROTOID, c, 1)?;
        cx.field(ID_PORT, c, 2)?;
    }
    let n = c.left();
    let item = cx.add(ID_DATA, c.span(n), Value::None);
    cx.under(item, |cx| {
        let field = match kind {
            1 if n == 4 => ID_DATA_IPV4_ADDR,
            2 => ID_DATA_FQDN,
            3 => ID_DATA_USER_FQDN,
            5 if n == 16 => ID_DATA_IPV6_ADDR,
            11 => ID_DATA_KEY_ID,
            _ => return Ok(()),
        };
        rest(cx, field, c)
    })
}

fn notify<S: Sink>(cx: &mut Cx<'_, S>, v2: bool, item: Item, c: &mut Cursor<'_>) -> Step {
    if !v2 {
        cx.field(NOTIFY_DOI, c, 4)?;
    }
    protocol(cx, v2, NOTIFY_PROTOID, c)?;
    let n = usize::from(cx.u8(SPISIZE, c)?);
    let kind = c.peek_u16(0)?;
    let name = notification(v2, kind);
    let message = cx.field(NOTIFY_MSGTYPE, c, 2)?;
    cx.label(message, |o| _ = o.s("Notify Message Type: ").s(name).s(" (").u(kind).s(")"));
    if v2 {
        cx.append(item, |o| _ = o.s(" - ").s(name));
    }
    if n > 0 {
        cx.field(SPI, c, n)?;
    }
    let n = c.left();
    if n == 0 {
        cx.add(NOTIFY_DATA, c.span(0), Value::Bytes(c.span(0)));
        return Ok(());
    }
    cx.peek(NOTIFY_DATA, c, n)?;
    match (v2, kind) {
        (true, 17) => cx.field(NOTIFY_DATA_ACCEPTED_DH_GROUP, c, 2).map(|_| ()),
        (true, 16431) => {
            while c.left() >= 2 {
                cx.field(NOTIFY_DATA_SIGNATURE_HASH_ALGORITHMS, c, 2)?;
            }
            Ok(())
        }
        (true, 16407 | 16408) => {
            let form = cx.u8(NOTIFY_DATA_REDIRECT_GW_IDENT_TYPE, c)?;
            let n = usize::from(cx.u8(NOTIFY_DATA_REDIRECT_GW_IDENT_LEN, c)?);
            match (kind, form) {
                (16407, 3) => _ = cx.field(NOTIFY_DATA_REDIRECT_NEW_RESP_GW_IDENT_FQDN, c, n)?,
                (16408, 1) if n == 4 => _ = cx.field(NOTIFY_DATA_REDIRECT_ORG_RESP_GW_IDENT_IPV4, c, 4)?,
                _ => c.skip(n)?,
            }
            if kind == 16407 { rest(cx, NOTIFY_DATA_REDIRECT_NONCE_DATA, c) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

fn vendor<S: Sink>(cx: &mut Cx<'_, S>, item: Item, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    let id = c.peek_bytes(0, n)?;
    let name = names::vendor(id).unwrap_or("Unknown Vendor ID");
    cx.append(item, |o| _ = o.s(" : ").s(name));
    cx.peek(VID_BYTES, c, n)?;
    cx.add_str(VID_STRING, c.span(n), |o| _ = o.s(name));
    if name == "CISCO-UNITY" && n >= 16 {
        c.skip(14)?;
        cx.field(VID_CISCO_UNITY_MAJOR, c, 1)?;
        cx.field(VID_CISCO_UNITY_MINOR, c, 1)?;
    }
    Ok(())
}
