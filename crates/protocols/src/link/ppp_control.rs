//! What PPP negotiates: links (RFC 1661), IPv4 (RFC 1332, RFC 1877), IPv6 (RFC 5072), compression (RFC 1962),
//! and who is calling (RFC 1334).

use super::ppp::{CODE, CODES, DATA, IDENTIFIER, LENGTH, OPT_LEN_INVALID};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Value};

/// A kind of option: number, name, its node, and the fields of its value.
struct Kind {
    number: u8,
    name: &'static str,
    node: Field,
    /// Field and bytes (0: all that is left) one after the other.
    rows: &'static [(Field, u8)],
}

/// What differs between the protocols.
struct Dialect {
    column: &'static str,
    kind: Field,
    length: Field,
    options: &'static [Kind],
}

/// A message of a control protocol up to its data; `false` when nothing of it is left to be shown.
fn head<S: Sink>(
    cx: &mut Cx<'_, S>,
    column: &str,
    c: &mut Cursor<'_>,
) -> Result<(u8, usize), requin_wire::Stop> {
    cx.protocol(column);
    cx.info_clear();
    let code = c.peek_u8(0)?;
    cx.info(|o| _ = o.s(CODES.or(u64::from(code), "Unknown")));
    let item = cx.field(CODE, c, 1)?;
    cx.append(item, |o| _ = o.s(" (").u(code).s(")"));
    cx.label(item, |o| _ = o.s("Code: ").s(CODES.or(u64::from(code), "Unknown")).s(" (").u(code).s(")"));
    cx.field(IDENTIFIER, c, 1)?;
    let length = usize::from(c.peek_u16(0)?);
    cx.field(LENGTH, c, 2)?;
    cx.proto_len(length);
    Ok((code, length.saturating_sub(4)))
}

/// The protocol that negotiates under this number, so that messages of it are read where others carry them.
pub(crate) fn control_protocol(number: u16) -> Option<requin_wire::ProtoId> {
    use super::ppp;
    Some(match number {
        0x8021 => ppp::ipcp::ID,
        0x8057 => ppp::ipv6cp::ID,
        0x80fd => ppp::ccp::ID,
        0xc021 => ppp::lcp::ID,
        0xc023 => ppp::pap::ID,
        0xc223 => ppp::chap::ID,
        _ => return None,
    })
}

/// What IP header compression is negotiated with (RFC 2509 section 2).
const IPHC: u16 = 0x61;
const IPHC_ROWS: &[(Field, u8)] = {
    use super::ppp::ipcp::*;
    &[
        (OPT_COMPRESS_PROTO, 2),
        (OPT_TCP_SPACE, 2),
        (OPT_NON_TCP_SPACE, 2),
        (OPT_F_MAX_PERIOD, 2),
        (OPT_F_MAX_TIME, 2),
        (OPT_MAX_HEADER, 2),
    ]
};

fn negotiate<S: Sink>(cx: &mut Cx<'_, S>, d: &Dialect, mut c: Cursor<'_>) -> Step {
    let (code, len) = head(cx, d.column, &mut c)?;
    let mut body = c.within(len);
    match code {
        1..=4 => options(cx, d, body),
        8 if d.column == "PPP LCP" => {
            let protocol = body.peek_u16(0)?;
            cx.field(super::ppp::lcp::REJ_PROTO, &mut body, 2)?;
            if let Some(id) = control_protocol(protocol).filter(|_| !body.is_empty()) {
                return cx.quoted(|cx| cx.call_nested(id, body));
            }
            if !body.is_empty() {
                let line = cx.line(body.span(body.left()), |o| _ = o.s("Rejected Packet"));
                let n = body.left();
                cx.under(line, |cx| cx.field(super::ppp::lcp::DATA, &mut body, n))?;
            }
            Ok(())
        }
        9..=11 if d.column == "PPP LCP" => {
            cx.field(super::ppp::lcp::MAGIC_NUMBER, &mut body, 4)?;
            let n = body.left();
            if n > 0 {
                cx.field(super::ppp::lcp::DATA, &mut body, n)?;
            }
            Ok(())
        }
        _ => {
            let n = body.left();
            if n > 0 {
                cx.field(DATA, &mut body, n)?;
            }
            Ok(())
        }
    }
}

/// The options of a configuration message.
fn options<S: Sink>(cx: &mut Cx<'_, S>, d: &Dialect, mut c: Cursor<'_>) -> Step {
    let total = c.left();
    if total == 0 {
        return Ok(());
    }
    let s = if total == 1 { " byte)" } else { " bytes)" };
    let top = cx.line(c.span(total), |o| _ = o.s("Options: (").u(total as u64).s(s));
    cx.under(top, |cx| -> Step {
        while !c.is_empty() {
            let number = c.peek_u8(0)?;
            let known = d.options.iter().find(|k| k.number == number);
            let len = if c.left() > 1 { usize::from(c.peek_u8(1)?) } else { 0 };
            if len < 2 || len > c.left() {
                wrong(cx, &c, known, number, len);
                break;
            }
            let mut option = c.take(len);
            let span = option.span(len);
            let node = match known {
                Some(k) => cx.add(k.node, span, Value::Bytes(span)),
                None => Item::NONE,
            };
            let node = if known.is_none() {
                cx.line(span, |o| _ = o.s("Unknown (").hex(number, 2).s(") (").u(len as u64).s(" bytes)"))
            } else {
                node
            };
            let name = known.map_or("Unknown", |k| k.name);
            cx.label(node, |o| _ = o.s(name));
            cx.append(top, |o| _ = o.s(", ").s(name));
            cx.under(node, |cx| -> Step {
                let item = cx.peek(d.kind, &option, 1)?;
                cx.label(item, |o| _ = o.s("Type: ").s(name).s(" (").u(number).s(")"));
                option.skip(1)?;
                cx.field(d.length, &mut option, 1)?;
                let iphc = known.is_some_and(|k| k.node == super::ppp::ipcp::OPT_COMPRESS)
                    && option.peek_u16(0) == Ok(IPHC);
                let rows = if iphc { IPHC_ROWS } else { known.map_or(&[][..], |k| k.rows) };
                for (field, bytes) in rows {
                    row(cx, *field, usize::from(*bytes), &mut option)?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// One field of an option. Fields of bits share their byte with the one behind them when their bytes are 0x80.
fn row<S: Sink>(cx: &mut Cx<'_, S>, field: Field, bytes: usize, c: &mut Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    if bytes & 0x80 != 0 {
        cx.peek(field, c, bytes & 0x7f)?;
        return Ok(());
    }
    let n = if bytes == 0 { c.left() } else { bytes };
    cx.field(field, c, n)?;
    Ok(())
}

fn wrong<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, known: Option<&Kind>, number: u8, len: usize) {
    let left = c.left();
    let text = |o: &mut requin_wire::Out<'_>| {
        match known {
            Some(k) => o.s(k.name),
            None => o.s("Unknown (").hex(number, 2).s(")"),
        };
        let s = if len == 1 { " byte" } else { " bytes" };
        if left < 2 {
            o.s(" (length byte past end of options)");
        } else if len < 2 {
            o.s(" (with too-short option length = ").u(len as u64).s(s).s(")");
        } else {
            o.s(" (option length = ").u(len as u64).s(s).s(" says option goes past end of options)");
        }
    };
    let line = cx.line(c.span(1), text);
    cx.expert_with(OPT_LEN_INVALID, line, c.span(1), text);
}

/// Links.
pub(super) fn lcp<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    use super::ppp::lcp::*;
    const D: Dialect = Dialect {
        column: "PPP LCP",
        kind: OPT_TYPE,
        length: OPT_LENGTH,
        options: &[
            Kind { number: 0, name: "Vendor Specific", node: OPT_VENDOR, rows: &[(OPT_DATA, 0)] },
            Kind { number: 1, name: "Maximum Receive Unit", node: OPT_MTU_BYTES, rows: &[(OPT_MRU, 2)] },
            Kind {
                number: 2,
                name: "Async Control Character Map",
                node: OPT_ASYNCMAP_BYTES,
                rows: &[(OPT_ASYNCMAP, 4)],
            },
            Kind {
                number: 3,
                name: "Authentication Protocol",
                node: OPT_AUTH_PROTOCOL_BYTES,
                rows: &[(OPT_AUTH_PROTOCOL, 2), (OPT_DATA, 0)],
            },
            Kind { number: 4, name: "Quality Protocol", node: OPT_QUALITY_BYTES, rows: &[(OPT_DATA, 0)] },
            Kind {
                number: 5,
                name: "Magic Number",
                node: OPT_MAGIC_NUMBER_BYTES,
                rows: &[(OPT_MAGIC_NUMBER, 4)],
            },
            Kind { number: 7, name: "Protocol Field Compression", node: OPT_FIELD_COMPRESS, rows: &[] },
            Kind {
                number: 8,
                name: "Address and Control Field Compression",
                node: OPT_ADDR_FIELD_COMPRESS,
                rows: &[],
            },
            Kind {
                number: 13,
                name: "Callback",
                node: OPT_CALLBACK,
                rows: &[(OPT_OPERATION, 1), (OPT_DATA, 0)],
            },
            Kind { number: 17, name: "Multilink MRRU", node: OPT_MULTILINK_MRRU, rows: &[(OPT_MRRU, 2)] },
            Kind {
                number: 18,
                name: "Multilink Short Sequence Number Header",
                node: OPT_MULTILINK_SSNH,
                rows: &[],
            },
            Kind {
                number: 19,
                name: "Multilink Endpoint Discriminator",
                node: OPT_MULTILINK_EP_DISC,
                rows: &[(OPT_EP_DISC_CLASS, 1), (OPT_DATA, 0)],
            },
        ],
    };
    negotiate(cx, &D, c)
}

/// IPv4.
pub(super) fn ipcp<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    use super::ppp::ipcp::*;
    const D: Dialect = Dialect {
        column: "PPP IPCP",
        kind: OPT_TYPE,
        length: OPT_LENGTH,
        options: &[
            Kind {
                number: 2,
                name: "IP Compression Protocol",
                node: OPT_COMPRESS,
                rows: &[(OPT_COMPRESS_PROTO, 2), (OPT_MAX_SLOT_ID, 1), (OPT_COMP_SLOT_ID, 1)],
            },
            Kind { number: 3, name: "IP Address", node: OPT_ADDR, rows: &[(OPT_IP_ADDRESS, 4)] },
            Kind {
                number: 129,
                name: "Primary DNS Server IP Address",
                node: OPT_PRI_DNS,
                rows: &[(OPT_PRI_DNS_ADDRESS, 4)],
            },
            Kind {
                number: 130,
                name: "Primary NBNS Server IP Address",
                node: OPT_PRI_NBNS,
                rows: &[(OPT_PRI_NBNS_ADDRESS, 4)],
            },
            Kind {
                number: 131,
                name: "Secondary DNS Server IP Address",
                node: OPT_SEC_DNS,
                rows: &[(OPT_SEC_DNS_ADDRESS, 4)],
            },
            Kind {
                number: 132,
                name: "Secondary NBNS Server IP Address",
                node: OPT_SEC_NBNS,
                rows: &[(OPT_SEC_NBNS_ADDRESS, 4)],
            },
        ],
    };
    negotiate(cx, &D, c)
}

/// IPv6.
pub(super) fn ipv6cp<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    use super::ppp::ipv6cp::*;
    const D: Dialect = Dialect {
        column: "PPP IPV6CP",
        kind: OPT_TYPE,
        length: OPT_LENGTH,
        options: &[
            Kind {
                number: 1,
                name: "Interface Identifier",
                node: OPT_INTERFACE_IDENTIFIER,
                rows: &[(INTERFACE_IDENTIFIER, 8)],
            },
            Kind { number: 2, name: "IPv6 compression", node: OPT_COMPRESS, rows: &[] },
        ],
    };
    negotiate(cx, &D, c)
}

/// Compression.
pub(super) fn ccp<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    use super::ppp::ccp::*;
    const D: Dialect = Dialect {
        column: "PPP CCP",
        kind: OPT_TYPE,
        length: OPT_LENGTH,
        options: &[
            Kind { number: 1, name: "Predictor type 1", node: OPT_PREDICT1, rows: &[] },
            Kind { number: 2, name: "Predictor type 2", node: OPT_PREDICT2, rows: &[] },
            Kind { number: 17, name: "Stac Electronics LZS", node: OPT_STAC, rows: &[] },
            Kind { number: 18, name: "Microsoft PPE/PPC", node: OPT_MPPE, rows: &[(OPT_SUPPORTED_BITS, 4)] },
            Kind {
                number: 21,
                name: "BSD LZW Compress",
                node: OPT_BSDCOMP,
                rows: &[(OPT_VD, 0x81), (OPT_VD_VERS, 0x81), (OPT_VD_DICT, 1)],
            },
            Kind {
                number: 24,
                name: "MVRCA (Magnalink)",
                node: OPT_MVRCA,
                rows: &[(OPT_FE, 0x81), (OPT_P, 0x81), (OPT_HISTORY, 1), (OPT_CONTEXTS, 1)],
            },
            Kind {
                number: 26,
                name: "Deflate",
                node: OPT_DEFLATE,
                rows: &[(OPT_WINDOW, 0x81), (OPT_METHOD, 1), (OPT_MBZ, 0x81), (OPT_CHK, 1)],
            },
        ],
    };
    negotiate(cx, &D, c)
}

/// The head that packets of PAP and CHAP have: what it is, and what stands behind it.
fn authentication<'c, S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'c>,
    protocol: &str,
    codes: requin_wire::Names,
    [code, identifier, length]: [Field; 3],
) -> Result<(u8, Cursor<'c>), requin_wire::Stop> {
    cx.protocol(protocol);
    cx.info_clear();
    let kind = c.peek_u8(0)?;
    cx.info(|o| _ = o.s(codes.or(u64::from(kind), "Unknown")));
    cx.field(code, &mut c, 1)?;
    cx.field(identifier, &mut c, 1)?;
    let n = usize::from(c.peek_u16(0)?);
    cx.field(length, &mut c, 2)?;
    cx.proto_len(n);
    Ok((kind, c.within(n.saturating_sub(4))))
}

/// Name and password in the clear.
pub(super) fn pap<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    use super::ppp::pap::*;
    let (code, mut body) = authentication(cx, c, "PPP PAP", CODES, [CODE, IDENTIFIER, LENGTH])?;
    let item = cx.add(DATA, body.span(body.left()), Value::None);
    cx.under(item, |cx| -> Step {
        let text = |cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, len: Field, field: Field, before: &str| -> Step {
            let n = usize::from(c.peek_u8(0)?);
            cx.field(len, c, 1)?;
            let bytes = c.peek_bytes(0, n)?;
            cx.field(field, c, n)?;
            cx.info_add(|o| _ = o.s(before).text(bytes).s("'"));
            Ok(())
        };
        if code == 1 {
            text(cx, &mut body, PEER_ID_LENGTH, PEER_ID, " (Peer-ID='")?;
            text(cx, &mut body, PASSWORD_LENGTH, PASSWORD, ", Password='")?;
        } else {
            text(cx, &mut body, MESSAGE_LENGTH, MESSAGE, " (Message='")?;
        }
        cx.info_add(|o| _ = o.s(")"));
        Ok(())
    })
}

/// A secret that is proved without being told (RFC 1994 section 4).
pub(super) fn chap<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    use super::ppp::chap::*;
    let (code, mut body) = authentication(cx, c, "PPP CHAP", CODES, [CODE, IDENTIFIER, LENGTH])?;
    let n = body.left();
    match code {
        1 | 2 => {
            let item = cx.add(DATA, body.span(n), Value::None);
            cx.under(item, |cx| -> Step {
                let size = usize::from(cx.u8(VALUE_SIZE, &mut body)?);
                let value = cx.bytes(VALUE, &mut body, size)?;
                let n = body.left();
                let name = cx.bytes(NAME, &mut body, n)?;
                cx.info_add(|o| {
                    o.s(" (NAME='").text(name).s("', VALUE=0x");
                    value.iter().for_each(|b| _ = o.x(*b, 2));
                    o.s(")");
                });
                Ok(())
            })
        }
        3 | 4 => {
            let message = body.peek_bytes(0, n)?;
            cx.info_add(|o| _ = o.s(" (MESSAGE='").text(message).s("')"));
            if n > 0 { cx.bytes(MESSAGE, &mut body, n).map(|_| ()) } else { Ok(()) }
        }
        _ if n > 0 => cx.bytes(STUFF, &mut body, n).map(|_| ()),
        _ => Ok(()),
    }
}
