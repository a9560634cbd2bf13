//! Extensions of hellos and of what follows them (IANA's registry of ExtensionType values).

use super::record::whole;
use super::session::Session;
use super::*;
use crate::application::dtls;
use requin_wire::{Cursor, Cx, Out, Sink, Step, Stop, Value};

/// `supported_versions` (RFC 8446, 4.2.1).
pub(super) const SUPPORTED_VERSIONS: u16 = 43;
/// `application_layer_protocol_negotiation` (RFC 7301).
pub(super) const ALPN: u16 = 16;
const CLIENT: u8 = handshake::CLIENT_HELLO;
const SERVER: u8 = handshake::SERVER_HELLO;
const TICKET: u8 = 4;
const RETRY: u8 = 6;
const CERTIFICATE: u8 = 11;

/// A list of extensions with its length. `message`: the type of the message that has it.
///
/// # Errors
/// When the packet ends inside it.
pub(super) fn list<S: Sink>(
    cx: &mut Cx<'_, S>,
    k: Kind,
    s: &mut Session,
    message: u8,
    c: &mut Cursor<'_>,
) -> Step {
    let Some(v) = vector::open(cx, k, c, HANDSHAKE_EXTENSIONS_LENGTH, 0, 0xffff)? else { return Ok(()) };
    let mut list = v.body;
    while list.left() >= 4 {
        let (kind, len) = (list.peek_u16(0)?, usize::from(list.peek_u16(2)?));
        // One that ends behind everything that there is, is none.
        let room = list.whole().len().saturating_sub(list.pos()).saturating_add(s.behind);
        if 4 + len > room && !list.is_cut() {
            return Err(Stop::Malformed);
        }
        let item = cx.line(list.span(4 + len), |o| {
            o.s("Extension: ");
            match EXTENSIONS_NAMES.find(u64::from(kind)) {
                Some(name) => o.s(name),
                None => o.s("Unknown type ").u(kind),
            };
            o.s(" (len=").u(len as u64).s(")");
        });
        cx.under(item, |cx| -> Step {
            cx.field(k.f(HANDSHAKE_EXTENSION_TYPE), &mut list, 2)?;
            let Some(v) = vector::open(cx, k, &mut list, HANDSHAKE_EXTENSION_LEN, 0, 0xffff)? else {
                return Ok(());
            };
            let mut body = v.body;
            one(cx, k, s, message, kind, &mut body)?;
            vector::close(cx, k, &body);
            Ok(())
        })?;
    }
    vector::close(cx, k, &list);
    vector::close(cx, k, c);
    Ok(())
}

const EXTENSIONS_NAMES: requin_wire::Names = names::EXTENSIONS;

fn data<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    if n == 0 {
        cx.add(k.f(HANDSHAKE_EXTENSION_DATA), c.span(0), Value::Bytes(c.span(0)));
        return Ok(());
    }
    cx.field(k.f(HANDSHAKE_EXTENSION_DATA), c, n).map(|_| ())
}

fn under_line<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    text: impl FnOnce(&mut Out<'_>),
    f: impl FnOnce(&mut Cx<'_, S>, &mut Cursor<'b>) -> Step,
) -> Step {
    let item = cx.line(whole(c), text);
    cx.under(item, |cx| f(cx, c))
}

fn one<S: Sink>(
    cx: &mut Cx<'_, S>,
    k: Kind,
    s: &mut Session,
    message: u8,
    kind: u16,
    c: &mut Cursor<'_>,
) -> Step {
    match kind {
        0 => server_name(cx, k, c),
        1 => cx.field(k.f(HANDSHAKE_MAX_FRAGMENT_LENGTH), c, 1).map(|_| ()),
        5 if message == CLIENT => status_request(cx, k, c),
        5 if message == CERTIFICATE => certificate::status(cx, k, c),
        5 | 22 | 23 | 49 => Ok(()),
        9 | 19 | 20 => certificate_types(cx, k, message, c),
        10 => groups(cx, k, c),
        11 => point_formats(cx, k, c),
        12 => {
            vector::bytes(cx, k, c, (HANDSHAKE_EXTENSIONS_SRP_LEN, HANDSHAKE_EXTENSIONS_SRP_USERNAME), 1, 255)
                .map(|_| ())
        }
        13 | 50 => handshake::signature_schemes(cx, k, c),
        34 => delegated(cx, k, message, c),
        14 if k == Kind::Dtls => use_srtp(cx, c),
        14 => Ok(()),
        15 => cx.field(k.f(HANDSHAKE_EXTENSION_HEARTBEAT_MODE), c, 1).map(|_| ()),
        ALPN => alpn(cx, k, c),
        17 if message == CLIENT => status_request_v2(cx, k, c),
        18 => {
            if message == CLIENT {
                Ok(())
            } else {
                sct::list(cx, k, c)
            }
        }
        21 => {
            let n = c.left();
            if n == 0 {
                cx.add(k.f(HANDSHAKE_EXTENSIONS_PADDING_DATA), c.span(0), Value::Bytes(c.span(0)));
                return Ok(());
            }
            cx.field(k.f(HANDSHAKE_EXTENSIONS_PADDING_DATA), c, n).map(|_| ())
        }
        27 => compress_certificate(cx, k, c),
        28 => cx.field(k.f(RECORD_SIZE_LIMIT), c, 2).map(|_| ()),
        35 => session_ticket(cx, k, c),
        41 => pre_shared_key(cx, k, message, c),
        42 if message == TICKET => cx.field(k.f(EARLY_DATA_MAX_EARLY_DATA_SIZE), c, 4).map(|_| ()),
        42 => Ok(()),
        SUPPORTED_VERSIONS => supported_versions(cx, k, message, c),
        44 => {
            vector::bytes(cx, k, c, (HANDSHAKE_EXTENSIONS_COOKIE_LEN, HANDSHAKE_EXTENSIONS_COOKIE), 1, 0xffff)
                .map(|_| ())
        }
        45 => psk_modes(cx, k, c),
        47 => certificate::authorities(cx, k, c),
        48 => oid_filters(cx, k, c),
        51 | 40 => key_share(cx, k, message, c),
        53 | 54 => connection_id(cx, k, s, message, c),
        57 | 65445 => quic_parameters::dissect(cx, k, s, message, kind, c),
        13172 => next_protocols(cx, k, c),
        17513 | 17613 => application_settings(cx, k, message, c),
        65281 => renegotiation_info(cx, k, c),
        65486 => encrypted_server_name(cx, k, message, c),
        _ => data(cx, k, c),
    }
}

fn server_name<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    under_line(
        cx,
        c,
        |o| _ = o.s("Server Name Indication extension"),
        |cx, c| {
            let Some(v) = vector::open(cx, k, c, HANDSHAKE_EXTENSIONS_SERVER_NAME_LIST_LEN, 1, 0xffff)?
            else {
                return Ok(());
            };
            let mut list = v.body;
            vector::each(&mut list, |c| {
                cx.field(k.f(HANDSHAKE_EXTENSIONS_SERVER_NAME_TYPE), c, 1)?;
                vector::bytes(
                    cx,
                    k,
                    c,
                    (HANDSHAKE_EXTENSIONS_SERVER_NAME_LEN, HANDSHAKE_EXTENSIONS_SERVER_NAME),
                    0,
                    0xffff,
                )
                .map(|_| ())
            })
        },
    )
}

fn status_request<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    let kind = cx.uint(k.f(HANDSHAKE_EXTENSIONS_STATUS_REQUEST_TYPE), c, 1)?;
    if matches!(kind, 1 | 2) {
        responders(cx, k, c)?;
    } else {
        c.advance(usize::MAX);
    }
    Ok(())
}

fn responders<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    for (field, what) in [
        (HANDSHAKE_EXTENSIONS_STATUS_REQUEST_RESPONDER_IDS_LEN, "Responder ID list is"),
        (HANDSHAKE_EXTENSIONS_STATUS_REQUEST_EXTS_LEN, "Request Extensions are"),
    ] {
        let Some(v) = vector::open(cx, k, c, field, 0, 0xffff)? else { return Ok(()) };
        if !v.body.is_empty() {
            let text = |o: &mut Out<'_>| {
                o.s(what)
                    .s(" not implemented, contact Wireshark developers if you want this to be supported");
            };
            let item = cx.line(whole(&v.body), text);
            cx.expert_with(k.f(STATUS_REQUEST_UNDECODED), item, whole(&v.body), text);
        }
    }
    Ok(())
}

fn status_request_v2<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let Some(v) = vector::open(cx, k, c, HANDSHAKE_EXTENSIONS_STATUS_REQUEST_LIST_LEN, 0, 0xffff)? else {
        return Ok(());
    };
    let mut list = v.body;
    vector::each(&mut list, |c| {
        let kind = cx.uint(k.f(HANDSHAKE_EXTENSIONS_STATUS_REQUEST_TYPE), c, 1)?;
        let Some(mut v) = vector::open(cx, k, c, HANDSHAKE_EXTENSIONS_STATUS_REQUEST_LEN, 0, 0xffff)? else {
            return Ok(());
        };
        if matches!(kind, 1 | 2) { responders(cx, k, &mut v.body) } else { Ok(()) }
    })
}

fn certificate_types<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, message: u8, c: &mut Cursor<'_>) -> Step {
    if message != CLIENT {
        return cx.field(k.f(HANDSHAKE_CERT_TYPE_TYPE), c, 1).map(|_| ());
    }
    let n = cx.uint(k.f(HANDSHAKE_CERT_TYPE_TYPES_LEN), c, 1)? as usize;
    // A list that goes past the end is left alone.
    if n > c.left() {
        return Ok(());
    }
    let mut list = c.take(n);
    let item = cx.add(k.f(HANDSHAKE_CERT_TYPE_TYPES), whole(&list), Value::None);
    cx.append(item, |o| {
        o.s(" (");
        vector::count(o, n, "type)", "types)");
    });
    cx.under(item, |cx| {
        vector::each(&mut list, |c| cx.field(k.f(HANDSHAKE_CERT_TYPE_TYPE), c, 1).map(|_| ()))
    })
}

fn groups<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let Some(v) = vector::open(cx, k, c, HANDSHAKE_EXTENSIONS_SUPPORTED_GROUPS_LENGTH, 2, 0xfffe)? else {
        return Ok(());
    };
    let mut list = v.body;
    let item = cx.add(k.f(HANDSHAKE_EXTENSIONS_SUPPORTED_GROUPS), whole(&list), Value::None);
    cx.label(item, |o| {
        o.s("Supported Groups (");
        vector::count(o, list.left() / 2, "group)", "groups)");
    });
    cx.under(item, |cx| {
        while list.left() >= 2 {
            cx.field(k.f(HANDSHAKE_EXTENSIONS_SUPPORTED_GROUP), &mut list, 2)?;
        }
        vector::close(cx, k, &list);
        Ok(())
    })
}

fn point_formats<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let n = cx.uint(k.f(HANDSHAKE_EXTENSIONS_EC_POINT_FORMATS_LENGTH), c, 1)? as usize;
    let mut list = c.take(n);
    let item = cx.add(k.f(HANDSHAKE_EXTENSIONS_EC_POINT_FORMATS), whole(&list), Value::None);
    cx.append(item, |o| _ = o.s(" (").u(n as u64).s(")"));
    cx.under(item, |cx| {
        vector::each(&mut list, |c| cx.field(k.f(HANDSHAKE_EXTENSIONS_EC_POINT_FORMAT), c, 1).map(|_| ()))
    })
}

fn delegated<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, message: u8, c: &mut Cursor<'_>) -> Step {
    if message == CLIENT {
        return handshake::signature_schemes(cx, k, c);
    }
    cx.field(k.f(HANDSHAKE_CRED_VALID_TIME), c, 2)?;
    handshake::signature_scheme(cx, k, c)?;
    let fields = (HANDSHAKE_CRED_PUBKEY_LEN, HANDSHAKE_CRED_PUBKEY);
    if vector::bytes(cx, k, c, fields, 1, 0xff_ffff)?.is_none() {
        return Ok(());
    }
    handshake::signature_scheme(cx, k, c)?;
    vector::bytes(cx, k, c, (HANDSHAKE_CRED_SIGNATURE_LEN, HANDSHAKE_CRED_SIGNATURE), 1, 0xffff).map(|_| ())
}

fn use_srtp<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = cx.uint(dtls::USE_SRTP_PROTECTION_PROFILES_LENGTH, c, 2)? as usize;
    let mut list = c.take(n);
    while list.left() >= 2 {
        cx.field(dtls::USE_SRTP_PROTECTION_PROFILE, &mut list, 2)?;
    }
    let n = cx.uint(dtls::USE_SRTP_MKI_LENGTH, c, 1)? as usize;
    if n > 0 {
        cx.field(dtls::USE_SRTP_MKI, c, n)?;
    }
    Ok(())
}

fn alpn<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let Some(v) = vector::open(cx, k, c, HANDSHAKE_EXTENSIONS_ALPN_LEN, 2, 0xffff)? else { return Ok(()) };
    let mut list = v.body;
    let item = cx.add(k.f(HANDSHAKE_EXTENSIONS_ALPN_LIST), whole(&list), Value::None);
    cx.under(item, |cx| {
        vector::each(&mut list, |c| {
            vector::bytes(
                cx,
                k,
                c,
                (HANDSHAKE_EXTENSIONS_ALPN_STR_LEN, HANDSHAKE_EXTENSIONS_ALPN_STR),
                1,
                255,
            )
            .map(|_| ())
        })
    })
}

fn compress_certificate<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let Some(v) = vector::open(cx, k, c, COMPRESS_CERTIFICATE_ALGORITHMS_LENGTH, 2, 254)? else {
        return Ok(());
    };
    let mut list = v.body;
    while list.left() >= 2 {
        cx.field(k.f(COMPRESS_CERTIFICATE_ALGORITHM), &mut list, 2)?;
    }
    vector::close(cx, k, &list);
    Ok(())
}

fn session_ticket<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    let item = if n == 0 {
        cx.add(k.f(HANDSHAKE_EXTENSION_DATA), c.span(0), Value::Bytes(c.span(0)))
    } else {
        cx.field(k.f(HANDSHAKE_EXTENSION_DATA), c, n)?
    };
    cx.label(item, |o| {
        o.s("Data (");
        vector::count(o, n, "byte)", "bytes)");
    });
    Ok(())
}

fn pre_shared_key<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, message: u8, c: &mut Cursor<'_>) -> Step {
    under_line(
        cx,
        c,
        |o| _ = o.s("Pre-Shared Key extension"),
        |cx, c| {
            if message != CLIENT {
                return cx.field(k.f(HANDSHAKE_EXTENSIONS_PSK_IDENTITY_SELECTED), c, 2).map(|_| ());
            }
            let Some(v) = vector::open(cx, k, c, HANDSHAKE_EXTENSIONS_PSK_IDENTITIES_LENGTH, 7, 0xffff)?
            else {
                return Ok(());
            };
            let mut list = v.body;
            vector::each(&mut list, |c| {
                let n = c.peek_uint(0, 2)? as usize;
                let mut entry = c.take(2 + n + 4);
                under_line(
                    cx,
                    &mut entry,
                    |o| _ = o.s("PSK Identity (length: ").u(n as u64).s(")"),
                    |cx, c| {
                        let fields = (
                            HANDSHAKE_EXTENSIONS_PSK_IDENTITY_IDENTITY_LENGTH,
                            HANDSHAKE_EXTENSIONS_PSK_IDENTITY_IDENTITY,
                        );
                        if vector::bytes(cx, k, c, fields, 1, 0xffff)?.is_none() {
                            return Ok(());
                        }
                        cx.field(k.f(HANDSHAKE_EXTENSIONS_PSK_IDENTITY_OBFUSCATED_TICKET_AGE), c, 4)
                            .map(|_| ())
                    },
                )
            })?;
            let Some(v) = vector::open(cx, k, c, HANDSHAKE_EXTENSIONS_PSK_BINDERS_LEN, 33, 0xffff)? else {
                return Ok(());
            };
            cx.add(k.f(HANDSHAKE_EXTENSIONS_PSK_BINDERS), whole(&v.body), Value::None);
            Ok(())
        },
    )
}

fn supported_versions<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, message: u8, c: &mut Cursor<'_>) -> Step {
    let field = k.f(HANDSHAKE_EXTENSIONS_SUPPORTED_VERSION);
    if message != CLIENT {
        return cx.field(field, c, 2).map(|_| ());
    }
    let Some(v) = vector::open(cx, k, c, HANDSHAKE_EXTENSIONS_SUPPORTED_VERSIONS_LEN, 2, 254)? else {
        return Ok(());
    };
    let mut list = v.body;
    while list.left() >= 2 {
        cx.field(field, &mut list, 2)?;
    }
    vector::close(cx, k, &list);
    Ok(())
}

fn psk_modes<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let Some(v) = vector::open(cx, k, c, EXTENSION_PSK_KE_MODES_LENGTH, 1, 255)? else { return Ok(()) };
    let mut list = v.body;
    vector::each(&mut list, |c| cx.field(k.f(EXTENSION_PSK_KE_MODE), c, 1).map(|_| ()))
}

fn oid_filters<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let Some(v) = vector::open(cx, k, c, EXTENSION_OID_FILTERS_LENGTH, 0, 0xffff)? else { return Ok(()) };
    let mut list = v.body;
    vector::each(&mut list, |c| {
        let n = cx.uint(k.f(EXTENSION_OID_FILTERS_OID_LENGTH), c, 1)? as usize;
        let mut oid = c.take_all(n)?;
        // The content of a DER object identifier stands behind its tag and length.
        if n > 2 {
            oid.skip(2)?;
            cx.field(k.f(EXTENSION_OID_FILTERS_OID), &mut oid, n - 2)?;
        }
        let n = cx.uint(k.f(EXTENSION_OID_FILTERS_VALUES_LENGTH), c, 2)? as usize;
        c.take_all(n).map(|_| ())
    })
}

fn key_share<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, message: u8, c: &mut Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    under_line(
        cx,
        c,
        |o| _ = o.s("Key Share extension"),
        |cx, c| match message {
            CLIENT => {
                let Some(v) =
                    vector::open(cx, k, c, HANDSHAKE_EXTENSIONS_KEY_SHARE_CLIENT_LENGTH, 0, 0xffff)?
                else {
                    return Ok(());
                };
                let mut list = v.body;
                vector::each(&mut list, |c| {
                    if c.left() < 4 {
                        vector::close(cx, k, c);
                        c.advance(usize::MAX);
                        return Ok(());
                    }
                    key_share_entry(cx, k, c)
                })
            }
            // A request to try again only names the group.
            SERVER | RETRY if c.left() == 2 => {
                cx.field(k.f(HANDSHAKE_EXTENSIONS_KEY_SHARE_SELECTED_GROUP), c, 2).map(|_| ())
            }
            SERVER => key_share_entry(cx, k, c),
            _ => Ok(()),
        },
    )
}

fn key_share_entry<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    let (group, n) = (c.peek_uint(0, 2)?, c.peek_uint(2, 2)? as usize);
    let item = cx.line(c.span(4 + n), |o| {
        o.s("Key Share Entry: Group: ");
        match names::GROUPS.find(group) {
            Some(name) => o.s(name),
            None => o.s("Unknown (").u(group).s(")"),
        };
        o.s(", Key Exchange length: ").u(n as u64);
    });
    cx.under(item, |cx| {
        cx.field(k.f(HANDSHAKE_EXTENSIONS_KEY_SHARE_GROUP), c, 2)?;
        vector::bytes(
            cx,
            k,
            c,
            (HANDSHAKE_EXTENSIONS_KEY_SHARE_KEY_EXCHANGE_LENGTH, HANDSHAKE_EXTENSIONS_KEY_SHARE_KEY_EXCHANGE),
            1,
            0xffff,
        )
        .map(|_| ())
    })
}

fn connection_id<S: Sink>(
    cx: &mut Cx<'_, S>,
    k: Kind,
    s: &mut Session,
    message: u8,
    c: &mut Cursor<'_>,
) -> Step {
    let n = cx.uint(k.f(CONNECTION_ID_LENGTH), c, 1)? as usize;
    // Each side tells the identifier that it wants to receive.
    if let Some(cid) = s.cid.get_mut(usize::from(message != CLIENT)) {
        *cid = u8::try_from(n).ok();
    }
    if n > 0 {
        cx.field(k.f(CONNECTION_ID), c, n)?;
    }
    Ok(())
}

fn next_protocols<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    under_line(
        cx,
        c,
        |o| _ = o.s("Next Protocol Negotiation"),
        |cx, c| {
            vector::each(c, |c| {
                vector::bytes(cx, k, c, (HANDSHAKE_EXTENSIONS_NPN_STR_LEN, HANDSHAKE_EXTENSIONS_NPN), 0, 255)
                    .map(|_| ())
            })
        },
    )
}

fn application_settings<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, message: u8, c: &mut Cursor<'_>) -> Step {
    if message != CLIENT {
        let n = c.left();
        if n > 0 {
            cx.field(k.f(HANDSHAKE_EXTENSIONS_ALPS_SETTINGS), c, n)?;
        }
        return Ok(());
    }
    let Some(v) = vector::open(cx, k, c, HANDSHAKE_EXTENSIONS_ALPS_LEN, 2, 0xffff)? else { return Ok(()) };
    let mut list = v.body;
    let item = cx.add(k.f(HANDSHAKE_EXTENSIONS_ALPS_ALPN_LIST), whole(&list), Value::None);
    cx.under(item, |cx| {
        vector::each(&mut list, |c| {
            vector::bytes(
                cx,
                k,
                c,
                (HANDSHAKE_EXTENSIONS_ALPS_ALPN_STR_LEN, HANDSHAKE_EXTENSIONS_ALPS_ALPN_STR),
                1,
                255,
            )
            .map(|_| ())
        })
    })
}

fn renegotiation_info<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    under_line(
        cx,
        c,
        |o| _ = o.s("Renegotiation Info extension"),
        |cx, c| {
            vector::bytes(
                cx,
                k,
                c,
                (HANDSHAKE_EXTENSIONS_RENEG_INFO_LEN, HANDSHAKE_EXTENSIONS_RENEG_INFO),
                0,
                255,
            )
            .map(|_| ())
        },
    )
}

fn encrypted_server_name<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, message: u8, c: &mut Cursor<'_>) -> Step {
    if message != CLIENT {
        return cx.field(k.f(ESNI_NONCE), c, 16).map(|_| ());
    }
    cx.field(k.f(ESNI_SUITE), c, 2)?;
    key_share_entry(cx, k, c)?;
    if vector::bytes(cx, k, c, (ESNI_RECORD_DIGEST_LENGTH, ESNI_RECORD_DIGEST), 0, 0xffff)?.is_none() {
        return Ok(());
    }
    let Some(mut v) = vector::open(cx, k, c, ESNI_ENCRYPTED_SNI_LENGTH, 0, 0xffff)? else { return Ok(()) };
    if v.said > 0 {
        cx.field(k.f(ESNI_ENCRYPTED_SNI), &mut v.body, v.said)?;
    }
    Ok(())
}
