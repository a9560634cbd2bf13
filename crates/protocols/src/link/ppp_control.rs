//! What PPP negotiates: links (RFC 1661), IPv4 (RFC 1332, RFC 1877), IPv6 (RFC 5072), compression (RFC 1962),
//! and who is calling (RFC 1334).

use super::ppp::{
    CCP_CODES, CODE, CONTROL_CODES, DATA, IDENTIFIER, KIND, LCP_CODES, LENGTH, MAGIC_NUMBER, OPT_LEN_INVALID,
    OUI,
};
use crate::common::say_bits;
use requin_wire::{Cursor, Cx, Field, Item, Names, Out, ProtoId, Registry, Sink, Step, Table, Value};

/// How long an option is, with its number and its length.
#[derive(Clone, Copy)]
enum Size {
    Is(u8),
    AtLeast(u8),
}
use Size::{AtLeast, Is};

impl Size {
    /// Whether an option of `len` bytes can't be read.
    fn refuses(self, len: usize) -> bool {
        match self {
            Is(n) => len != usize::from(n),
            AtLeast(n) => len < usize::from(n),
        }
    }
}

/// A kind of option: number, name, size, its node, and the fields of its value.
struct Kind {
    number: u8,
    name: &'static str,
    size: Size,
    node: Field,
    /// Field and bytes (0: all that is left) one after the other.
    rows: &'static [(Field, u8)],
}

/// What differs between the protocols.
struct Dialect {
    column: &'static str,
    codes: Names,
    kind: Field,
    length: Field,
    options: &'static [Kind],
    /// Says of an option, behind its name, what its bytes behind number and length tell.
    value: fn(&mut Out<'_>, u8, &[u8]),
}

fn no_value(_: &mut Out<'_>, _: u8, _: &[u8]) {}

/// A message of a control protocol up to its data; `false` when nothing of it is left to be shown.
fn head<S: Sink>(
    cx: &mut Cx<'_, S>,
    column: &str,
    codes: Names,
    c: &mut Cursor<'_>,
) -> Result<(u8, usize), requin_wire::Stop> {
    cx.protocol(column);
    cx.info_clear();
    let code = c.peek_u8(0)?;
    cx.info(|o| _ = o.s(codes.or(u64::from(code), "Unknown")));
    let item = cx.field(CODE, c, 1)?;
    cx.append(item, |o| _ = o.s(" (").u(code).s(")"));
    cx.label(item, |o| _ = o.s("Code: ").s(codes.or(u64::from(code), "Unknown")).s(" (").u(code).s(")"));
    cx.field(IDENTIFIER, c, 1)?;
    let length = usize::from(c.peek_u16(0)?);
    cx.field(LENGTH, c, 2)?;
    cx.proto_len(length);
    Ok((code, length.saturating_sub(4)))
}

/// The protocol that negotiates under this number, so that messages of it are read where others carry them.
pub(crate) fn control_protocol(registry: &Registry, number: u16) -> Option<ProtoId> {
    const FIRST: u16 = 0x8000;
    if number < FIRST { None } else { registry.find(Table::Ppp, number.into()) }
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
    let (code, len) = head(cx, d.column, d.codes, &mut c)?;
    let mut body = c.within(len);
    match code {
        0 => {
            cx.field(MAGIC_NUMBER, &mut body, 4)?;
            cx.field(OUI, &mut body, 3)?;
            cx.field(KIND, &mut body, 1)?;
            rest(cx, DATA, &mut body)
        }
        1..=4 => options(cx, d, body),
        7 => {
            let n = body.left();
            if n > 0 {
                let bytes = body.rest();
                let item = cx.field(DATA, &mut body, n)?;
                cx.label(item, |o| {
                    o.s("Rejected Packet (").u(n as u64).s(if n == 1 { " byte): " } else { " bytes): " });
                    o.hex_bytes(bytes.get(..n).unwrap_or(bytes), 0);
                });
            }
            Ok(())
        }
        8 => {
            let protocol = body.peek_u16(0)?;
            cx.field(super::ppp::lcp::REJ_PROTO, &mut body, 2)?;
            if body.is_empty() {
                return Ok(());
            }
            let id = control_protocol(cx.registry, protocol).unwrap_or(crate::meta::data::ID);
            cx.quoted(|cx| cx.call_nested(id, body))
        }
        9..=11 => {
            cx.field(super::ppp::lcp::MAGIC_NUMBER, &mut body, 4)?;
            rest(cx, super::ppp::lcp::DATA, &mut body)
        }
        12 => {
            cx.field(super::ppp::lcp::MAGIC_NUMBER, &mut body, 4)?;
            rest(cx, super::ppp::lcp::MESSAGE, &mut body)
        }
        13 => {
            cx.field(super::ppp::lcp::MAGIC_NUMBER, &mut body, 4)?;
            cx.field(super::ppp::lcp::SECS_REMAINING, &mut body, 4)?;
            rest(cx, super::ppp::lcp::MESSAGE, &mut body)
        }
        _ => rest(cx, DATA, &mut body),
    }
}

/// What is left, when there is something.
fn rest<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    if n > 0 {
        cx.field(field, c, n)?;
    }
    Ok(())
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
            let len = if c.left() > 1 { usize::from(c.peek_u8(1)?) } else { 0 };
            // A number may have options of two sizes.
            let mut kinds = d.options.iter().filter(|k| k.number == number);
            let known = kinds.clone().find(|k| !k.size.refuses(len)).or_else(|| kinds.next());
            if len < 2 || len > c.left() {
                wrong(cx, &c, known, number, len);
                break;
            }
            let mut option = c.take(len);
            let span = option.span(len);
            let Some(kind) = known else {
                cx.line(span, |o| _ = o.s("Unknown (").hex(number, 2).s(") (").u(len as u64).s(" bytes)"));
                continue;
            };
            if kind.size.refuses(len) {
                wrong(cx, &option, known, number, len);
                cx.append(top, |o| _ = o.s(", ").s(kind.name));
                continue;
            }
            let node = cx.add(kind.node, span, Value::Bytes(span));
            let body = option.rest().get(2..).unwrap_or_default();
            cx.label(node, |o| (d.value)(o.s(kind.name), number, body));
            cx.under(node, |cx| -> Step {
                let item = cx.peek(d.kind, &option, 1)?;
                cx.label(item, |o| _ = o.s("Type: ").s(kind.name).s(" (").u(number).s(")"));
                option.skip(1)?;
                cx.field(d.length, &mut option, 1)?;
                let compresses = [super::ppp::ipcp::OPT_COMPRESS, super::ppp::ipv6cp::OPT_COMPRESS];
                let iphc = compresses.contains(&kind.node) && option.peek_u16(0) == Ok(IPHC);
                rows(
                    cx,
                    if iphc { IPHC_ROWS } else { more_of(kind, &option).unwrap_or(kind.rows) },
                    &mut option,
                )
            })?;
            cx.append(top, |o| _ = o.s(", ").s(kind.name));
        }
        Ok(())
    })
}

/// The rows of an option whose first bytes say what follows.
fn more_of(kind: &Kind, c: &Cursor<'_>) -> Option<&'static [(Field, u8)]> {
    use super::ppp::lcp::*;
    const CHAP: u16 = 0xc223;
    let (auth, endpoint) = (OPT_AUTH_PROTOCOL_BYTES, OPT_MULTILINK_EP_DISC);
    Some(match (kind.node, c.peek_u8(0).ok()?, c.left()) {
        (node, _, 3..) if node == auth && c.peek_u16(0) == Ok(CHAP) => {
            &[(OPT_AUTH_PROTOCOL, 2), (OPT_ALGORITHM, 1), (OPT_DATA, 0)]
        }
        (node, 2, 5) if node == endpoint => &[(OPT_EP_DISC_CLASS, 1), (OPT_IP_ADDRESS, 4)],
        (node, 3, 7) if node == endpoint => &[(OPT_EP_DISC_CLASS, 1), (OPT_802_1_ADDRESS, 6)],
        (node, 4, 2..) if node == endpoint => &[(OPT_EP_DISC_CLASS, 1), (OPT_MAGIC_BLOCK, 0)],
        (node, 5, 2..) if node == endpoint => &[(OPT_EP_DISC_CLASS, 1), (OPT_PSNDN, 0)],
        _ => return None,
    })
}

/// The fields of an option. Those of bits share their bytes with the one behind them when their bytes are 0x80, and
/// stand under the one before them that has all bits.
fn rows<S: Sink>(cx: &mut Cx<'_, S>, rows: &[(Field, u8)], c: &mut Cursor<'_>) -> Step {
    let (mut whole, mut raw) = (Item::NONE, 0);
    for (field, bytes) in rows {
        if c.is_empty() {
            return Ok(());
        }
        let (stays, bytes) = (bytes & 0x80 != 0, usize::from(bytes & 0x7f));
        let n = if bytes == 0 { c.left() } else { bytes };
        if cx.registry.field(*field).mask == 0 {
            let item = cx.peek(*field, c, n)?;
            raw = if stays { c.peek_uint(0, n)? } else { 0 };
            whole = if stays { item } else { Item::NONE };
        } else {
            cx.under(whole, |cx| cx.peek(*field, c, n))?;
            say_bits(cx, whole, raw, &[*field]);
        }
        if !stays {
            c.skip(n)?;
        }
    }
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
        } else if let Some(size) = known.map(|k| k.size).filter(|_| len >= 2 && len <= left) {
            o.s(" (with option length = ").u(len as u64).s(s);
            match size {
                Is(n) => o.s("; should be ").u(n),
                AtLeast(n) => o.s("; should be at least ").u(n),
            };
            o.s(")");
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
        value,
        column: "PPP LCP",
        codes: LCP_CODES,
        kind: OPT_TYPE,
        length: OPT_LENGTH,
        options: &[
            Kind {
                number: 0,
                name: "Vendor Specific",
                size: AtLeast(6),
                node: OPT_VENDOR,
                rows: &[(OPT_OUI, 3), (OPT_KIND, 1), (OPT_DATA, 0)],
            },
            Kind {
                number: 1,
                name: "Maximum Receive Unit",
                size: Is(4),
                node: OPT_MTU_BYTES,
                rows: &[(OPT_MRU, 2)],
            },
            Kind {
                number: 2,
                name: "Async Control Character Map",
                size: Is(6),
                node: OPT_ASYNCMAP_BYTES,
                rows: &[
                    (OPT_ASYNCMAP, 0x84),
                    (ASYNC_US, 0x84),
                    (ASYNC_RS, 0x84),
                    (ASYNC_GS, 0x84),
                    (ASYNC_FS, 0x84),
                    (ASYNC_ESC, 0x84),
                    (ASYNC_SUB, 0x84),
                    (ASYNC_EM, 0x84),
                    (ASYNC_CAN, 0x84),
                    (ASYNC_ETB, 0x84),
                    (ASYNC_SYN, 0x84),
                    (ASYNC_NAK, 0x84),
                    (ASYNC_DC4, 0x84),
                    (ASYNC_DC3, 0x84),
                    (ASYNC_DC2, 0x84),
                    (ASYNC_DC1, 0x84),
                    (ASYNC_DLE, 0x84),
                    (ASYNC_SI, 0x84),
                    (ASYNC_SO, 0x84),
                    (ASYNC_CR, 0x84),
                    (ASYNC_FF, 0x84),
                    (ASYNC_VT, 0x84),
                    (ASYNC_LF, 0x84),
                    (ASYNC_HT, 0x84),
                    (ASYNC_BS, 0x84),
                    (ASYNC_BEL, 0x84),
                    (ASYNC_ACK, 0x84),
                    (ASYNC_ENQ, 0x84),
                    (ASYNC_EOT, 0x84),
                    (ASYNC_ETX, 0x84),
                    (ASYNC_STX, 0x84),
                    (ASYNC_SOH, 0x84),
                    (ASYNC_NUL, 4),
                ],
            },
            Kind {
                number: 3,
                name: "Authentication Protocol",
                size: AtLeast(4),
                node: OPT_AUTH_PROTOCOL_BYTES,
                rows: &[(OPT_AUTH_PROTOCOL, 2), (OPT_DATA, 0)],
            },
            Kind {
                number: 4,
                name: "Quality Protocol",
                size: AtLeast(4),
                node: OPT_QUALITY_BYTES,
                rows: &[(OPT_QUALITY_PROTOCOL, 2), (OPT_DATA, 0)],
            },
            Kind {
                number: 5,
                name: "Magic Number",
                size: Is(6),
                node: OPT_MAGIC_NUMBER_BYTES,
                rows: &[(OPT_MAGIC_NUMBER, 4)],
            },
            Kind {
                number: 6,
                name: "Link Quality Monitoring",
                size: Is(6),
                node: OPT_LINKQUALMON,
                rows: &[(OPT_REPORTING_PERIOD, 4)],
            },
            Kind {
                number: 7,
                name: "Protocol Field Compression",
                size: Is(2),
                node: OPT_FIELD_COMPRESS,
                rows: &[],
            },
            Kind {
                number: 8,
                name: "Address and Control Field Compression",
                size: Is(2),
                node: OPT_ADDR_FIELD_COMPRESS,
                rows: &[],
            },
            Kind {
                number: 9,
                name: "FCS Alternatives",
                size: Is(3),
                node: OPT_FCS_ALTERNATIVES,
                rows: &[
                    (OPT_FCS_ALTERNATIVE, 0x81),
                    (OPT_FCS_32, 0x81),
                    (OPT_FCS_16, 0x81),
                    (OPT_FCS_NULL, 1),
                ],
            },
            Kind {
                number: 10,
                name: "Self Describing Pad",
                size: Is(3),
                node: OPT_SELF_DESC_PAD,
                rows: &[(OPT_MAX_PAD, 1)],
            },
            Kind {
                number: 11,
                name: "Numbered Mode",
                size: AtLeast(4),
                node: OPT_NUMBERED_MODE,
                rows: &[(OPT_WINDOW, 1), (OPT_HDLC_ADDRESS, 0)],
            },
            Kind {
                number: 13,
                name: "Callback",
                size: AtLeast(3),
                node: OPT_CALLBACK,
                rows: &[(OPT_OPERATION, 1), (OPT_MESSAGE, 0)],
            },
            Kind {
                number: 15,
                name: "Compound Frames (Deprecated)",
                size: Is(2),
                node: OPT_COMPOUND_FRAMES,
                rows: &[],
            },
            Kind {
                number: 16,
                name: "Nominal Data Encapsulation (Deprecated)",
                size: Is(2),
                node: OPT_NOMDATAENCAP,
                rows: &[],
            },
            Kind {
                number: 17,
                name: "Multilink MRRU",
                size: Is(4),
                node: OPT_MULTILINK_MRRU,
                rows: &[(OPT_MRRU, 2)],
            },
            Kind {
                number: 18,
                name: "Multilink Short Sequence Number Header",
                size: Is(2),
                node: OPT_MULTILINK_SSNH,
                rows: &[],
            },
            Kind {
                number: 19,
                name: "Multilink Endpoint Discriminator",
                size: AtLeast(3),
                node: OPT_MULTILINK_EP_DISC,
                rows: &[(OPT_EP_DISC_CLASS, 1), (OPT_DATA, 0)],
            },
            Kind {
                number: 21,
                name: "DCE Identifier",
                size: Is(3),
                node: OPT_DCE_IDENTIFIER_BYTES,
                rows: &[(OPT_DCE_MODE, 1)],
            },
            Kind {
                number: 22,
                name: "Multi Link Plus Procedure",
                size: Is(4),
                node: OPT_MULTILINK_PP,
                rows: &[(OPT_UNUSED, 2)],
            },
            Kind {
                number: 23,
                name: "Link Discriminator for BACP",
                size: Is(4),
                node: OPT_LINK_DISCRIM_BACP,
                rows: &[(OPT_LINK_DISCRIM, 2)],
            },
            Kind {
                number: 27,
                name: "Multilink header format",
                size: Is(4),
                node: OPT_MULTILINK_HDR_FORMAT,
                rows: &[(OPT_MLHF_CODE, 1), (OPT_MAX_SUSP_CLASSES, 1)],
            },
            Kind {
                number: 28,
                name: "Internationalization",
                size: AtLeast(7),
                node: OPT_INTERNATIONALIZATION,
                rows: &[(OPT_MIBENUM, 4), (OPT_LANGUAGE_TAG, 0)],
            },
            Kind {
                number: 29,
                name: "Simple Data Link on SONET/SDH",
                size: Is(2),
                node: OPT_SONET_SDH,
                rows: &[],
            },
        ],
    };
    negotiate(cx, &D, c)
}

/// IPv4.
pub(super) fn ipcp<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    use super::ppp::ipcp::*;
    const D: Dialect = Dialect {
        value: no_value,
        column: "PPP IPCP",
        codes: CONTROL_CODES,
        kind: OPT_TYPE,
        length: OPT_LENGTH,
        options: &[
            Kind {
                number: 1,
                name: "IP Addresses (deprecated)",
                size: Is(10),
                node: OPT_ADDRS,
                rows: &[(OPT_SRC_ADDRESS, 4), (OPT_DST_ADDRESS, 4)],
            },
            Kind {
                number: 2,
                name: "IP Compression Protocol",
                size: AtLeast(4),
                node: OPT_COMPRESS,
                rows: &[(OPT_COMPRESS_PROTO, 2), (OPT_MAX_SLOT_ID, 1), (OPT_COMP_SLOT_ID, 1)],
            },
            Kind { number: 3, name: "IP Address", size: Is(6), node: OPT_ADDR, rows: &[(OPT_IP_ADDRESS, 4)] },
            Kind {
                number: 4,
                name: "Mobile Node's Home IP Address",
                size: Is(6),
                node: OPT_MOBILEIPV4,
                rows: &[(OPT_MOBILENODEHOMEADDRESS, 4)],
            },
            Kind {
                number: 129,
                name: "Primary DNS Server IP Address",
                size: Is(6),
                node: OPT_PRI_DNS,
                rows: &[(OPT_PRI_DNS_ADDRESS, 4)],
            },
            Kind {
                number: 130,
                name: "Primary NBNS Server IP Address",
                size: Is(6),
                node: OPT_PRI_NBNS,
                rows: &[(OPT_PRI_NBNS_ADDRESS, 4)],
            },
            Kind {
                number: 131,
                name: "Secondary DNS Server IP Address",
                size: Is(6),
                node: OPT_SEC_DNS,
                rows: &[(OPT_SEC_DNS_ADDRESS, 4)],
            },
            Kind {
                number: 132,
                name: "Secondary NBNS Server IP Address",
                size: Is(6),
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
        value: no_value,
        column: "PPP IPV6CP",
        codes: CONTROL_CODES,
        kind: OPT_TYPE,
        length: OPT_LENGTH,
        options: &[
            Kind {
                number: 1,
                name: "Interface Identifier",
                size: Is(10),
                node: OPT_INTERFACE_IDENTIFIER,
                rows: &[(INTERFACE_IDENTIFIER, 8)],
            },
            Kind {
                number: 2,
                name: "IP Compression Protocol",
                size: AtLeast(4),
                node: OPT_COMPRESS,
                rows: &[(super::ppp::ipcp::OPT_COMPRESS_PROTO, 2)],
            },
        ],
    };
    negotiate(cx, &D, c)
}

/// Compression.
pub(super) fn ccp<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    use super::ppp::ccp::*;
    const D: Dialect = Dialect {
        value: no_value,
        column: "PPP CCP",
        codes: CCP_CODES,
        kind: OPT_TYPE,
        length: OPT_LENGTH,
        options: &[
            Kind {
                number: 0,
                name: "OUI",
                size: AtLeast(6),
                node: OPT_OUI_NODE,
                rows: &[(OPT_OUI, 3), (OPT_SUBTYPE, 1), (OPT_DATA, 0)],
            },
            Kind {
                number: 1,
                name: "Predictor type 1",
                size: AtLeast(2),
                node: OPT_PREDICT1,
                rows: &[(OPT_DATA, 0)],
            },
            Kind {
                number: 2,
                name: "Predictor type 2",
                size: AtLeast(2),
                node: OPT_PREDICT2,
                rows: &[(OPT_DATA, 0)],
            },
            Kind {
                number: 3,
                name: "Puddle Jumper",
                size: AtLeast(2),
                node: OPT_PUDDLE,
                rows: &[(OPT_DATA, 0)],
            },
            Kind {
                number: 16,
                name: "Hewlett-Packard PPC",
                size: AtLeast(2),
                node: OPT_HPPPC,
                rows: &[(OPT_DATA, 0)],
            },
            Kind {
                number: 17,
                name: "Stac Electronics LZS",
                size: Is(5),
                node: OPT_STAC,
                rows: &[
                    (OPT_HISTORY_COUNT, 2),
                    (OPT_CM, 0x81),
                    (OPT_CM_RESERVED, 0x81),
                    (OPT_CM_CHECK_MODE, 1),
                ],
            },
            Kind {
                number: 17,
                name: "Stac Electronics LZS (Ascend Proprietary version)",
                size: Is(6),
                node: OPT_STAC_ASCEND,
                rows: &[(OPT_DATA, 0)],
            },
            Kind {
                number: 18,
                name: "Microsoft PPE/PPC",
                size: Is(6),
                node: OPT_MPPE,
                rows: &[
                    (OPT_SUPPORTED_BITS, 0x84),
                    (SUPPORTED_H, 0x84),
                    (SUPPORTED_M, 0x84),
                    (SUPPORTED_S, 0x84),
                    (SUPPORTED_L, 0x84),
                    (SUPPORTED_D, 0x84),
                    (SUPPORTED_C, 4),
                ],
            },
            Kind {
                number: 19,
                name: "Gandalf FZA",
                size: AtLeast(3),
                node: OPT_GFZA,
                rows: &[(OPT_GFZA_HISTORY, 1), (OPT_VERSION, 0)],
            },
            Kind {
                number: 20,
                name: "V.42bis compression",
                size: AtLeast(2),
                node: OPT_V42BIS,
                rows: &[(OPT_DATA, 0)],
            },
            Kind {
                number: 21,
                name: "BSD LZW Compress",
                size: Is(3),
                node: OPT_BSDCOMP,
                rows: &[(OPT_VD, 0x81), (OPT_VD_VERS, 0x81), (OPT_VD_DICT, 1)],
            },
            Kind {
                number: 23,
                name: "LZS-DCP",
                size: Is(6),
                node: OPT_LZSDCP,
                rows: &[(OPT_HISTORY_COUNT, 2), (OPT_CHECK_MODE, 1), (OPT_PROCESS_MODE, 1)],
            },
            Kind {
                number: 24,
                name: "MVRCA (Magnalink)",
                size: Is(4),
                node: OPT_MVRCA,
                rows: &[(OPT_FE, 0x81), (OPT_P, 0x81), (OPT_HISTORY, 1), (OPT_CONTEXTS, 1)],
            },
            Kind {
                number: 25,
                name: "PPP for Data Compression in Data Circuit-Terminating Equipment (DCE)",
                size: Is(3),
                node: OPT_DCE,
                rows: &[(OPT_MODE, 1)],
            },
            Kind {
                number: 26,
                name: "Deflate",
                size: Is(4),
                node: OPT_DEFLATE,
                rows: &[(OPT_WINDOW, 0x81), (OPT_METHOD, 1), (OPT_MBZ, 0x81), (OPT_CHK, 1)],
            },
            Kind {
                number: 27,
                name: "V.44/LZJH compression",
                size: AtLeast(4),
                node: OPT_V44LZJH,
                rows: &[(OPT_MODE_DICTCOUNT, 2), (OPT_DICT_SIZE, 2), (OPT_HISTORY_LENGTH, 2)],
            },
        ],
    };
    negotiate(cx, &D, c)
}

/// Who yields when both ends would change a bundle (RFC 2125 section 4).
pub(super) fn bacp<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    use super::ppp::bacp::*;
    const D: Dialect = Dialect {
        value: no_value,
        column: "PPP BACP",
        codes: CONTROL_CODES,
        kind: OPT_TYPE,
        length: OPT_LENGTH,
        options: &[Kind {
            number: 1,
            name: "Favored-Peer",
            size: Is(6),
            node: OPT_FAVORED_PEER,
            rows: &[(super::ppp::bacp::MAGIC_NUMBER, 4)],
        }],
    };
    negotiate(cx, &D, c)
}

/// OSI network layer (RFC 1377).
pub(super) fn osinlcp<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    use super::ppp::osinlcp::*;
    const D: Dialect = Dialect {
        value: no_value,
        column: "PPP OSINLCP",
        codes: CONTROL_CODES,
        kind: OPT_TYPE,
        length: OPT_LENGTH,
        options: &[Kind {
            number: 1,
            name: "Align-NPDU",
            size: Is(3),
            node: OPT_ALIGN_NPDU,
            rows: &[(OPT_ALIGNMENT, 1)],
        }],
    };
    negotiate(cx, &D, c)
}

/// Protocols that are opened and closed without options: MPLS (RFC 3032 section 4), Cisco's discovery protocol.
pub(super) fn plain<S: Sink>(cx: &mut Cx<'_, S>, column: &'static str, c: Cursor<'_>) -> Step {
    let d =
        Dialect { column, codes: CONTROL_CODES, kind: CODE, length: LENGTH, options: &[], value: no_value };
    negotiate(cx, &d, c)
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
        match code {
            1 => {
                text(cx, &mut body, PEER_ID_LENGTH, PEER_ID, " (Peer-ID='")?;
                text(cx, &mut body, PASSWORD_LENGTH, PASSWORD, ", Password='")?;
            }
            2 | 3 => text(cx, &mut body, MESSAGE_LENGTH, MESSAGE, " (Message='")?,
            _ => return rest(cx, STUFF, &mut body),
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
