//! Options of IPv6's hop-by-hop and destination headers (RFC 8200 section 4.2): what stands in each.

use super::{ipv6::*, ipv6_ioam};
use crate::common::run;
use requin_wire::{
    Addr, AddrKind, Cursor, Cx, Field, Item, Out, ProtoId, Sink, Span, Step, Stop, Value, names,
};

names! {
    pub(super) OPTION_TYPES {
        0 => "Pad1",
        1 => "PadN",
        4 => "Tunnel Encapsulation Limit",
        5 => "Router Alert",
        7 => "CALIPSO",
        8 => "SMF_DPD",
        15 => "Performance and Diagnostic Metrics",
        30 => "Experimental (0x1E)",
        38 => "Quick-Start",
        48 => "Path MTU Option",
        49 => "IOAM Option",
        62 => "Experimental (0x3E)",
        65 => "Tunnel Payload Forwarding (TPF) Information",
        94 => "Experimental (0x5E)",
        99 => "RPL Option",
        109 => "MPL Option",
        126 => "Experimental (0x7E)",
        138 => "Endpoint Identification",
        139 => "ILNP Nonce",
        140 => "Line-Identification Option",
        158 => "Experimental (0x9E)",
        190 => "Experimental (0xBE)",
        194 => "Jumbo Payload",
        201 => "Home Address",
        222 => "Experimental (0xDE)",
        238 => "IP_DFF",
        254 => "Experimental (0xFE)",
    }
    pub(super) OPTION_ACTIONS {
        0 => "Skip and continue", 1 => "Discard", 2 => "Discard and send ICMP Parameter Problem",
        3 => "Discard and send ICMP if not multicast",
    }
    pub(super) ROUTER_ALERTS { 0 => "MLD", 1 => "RSVP", 2 => "Active Network" }
    pub(super) TAGGERS { 0 => "NULL", 1 => "DEFAULT", 2 => "IPv4", 3 => "IPv6" }
    pub(super) SEED_LENGTHS {
        0 => "0", 1 => "16-bit unsigned integer", 2 => "64-bit unsigned integer", 3 => "128-bit unsigned integer",
    }
}

const PAD1: u8 = 0;
const PADN: u8 = 1;
const TUNNEL_LIMIT: u8 = 4;
const ROUTER_ALERT: u8 = 5;
const CALIPSO: u8 = 7;
const SMF_DPD: u8 = 8;
const PDM: u8 = 15;
const QUICK_START: u8 = 0x26;
const PATH_MTU: u8 = 0x30;
const IOAM: u8 = 0x31;
const TPF: u8 = 0x41;
const RPL: u8 = 0x63;
const MPL: u8 = 0x6d;
const ENDPOINT: u8 = 0x8a;
const NONCE: u8 = 0x8b;
const LINE_ID: u8 = 0x8c;
const JUMBO: u8 = 0xc2;
const HOME_ADDRESS: u8 = 0xc9;
const DFF: u8 = 0xee;

/// The length in a jumbo payload option (RFC 2675) of the hop-by-hop header behind the fixed header.
pub(super) fn jumbo(mut c: Cursor<'_>) -> Option<usize> {
    c.advance(40);
    let len = 8 + 8 * usize::from(c.peek_u8(1).ok()?);
    let mut options = c.within(len);
    options.advance(2);
    while let Ok(kind) = options.peek_u8(0) {
        if kind == PAD1 {
            options.advance(1);
            continue;
        }
        let len = usize::from(options.peek_u8(1).ok()?);
        if kind == JUMBO && len == 4 {
            return options.peek_u32(2).ok().map(|n| n as usize).filter(|n| *n > 0xffff);
        }
        options.advance(2 + len);
    }
    None
}

/// What a known length of an option is: exactly so many bytes, or at least.
enum Length {
    Is(usize),
    AtLeast(usize),
    Any,
}

/// The length an option has to have, and how the remark on another begins.
fn length_of(kind: u8) -> (Length, &'static str) {
    match kind {
        TUNNEL_LIMIT => (Length::Is(1), "Tunnel Encapsulation Limit: Invalid length"),
        ROUTER_ALERT => (Length::Is(2), "Router alert: Invalid Length"),
        CALIPSO => (Length::AtLeast(8), "CALIPSO: Invalid Length"),
        PDM => (Length::Is(10), "PDM: Invalid length"),
        QUICK_START => (Length::Is(6), "Quick-Start: Invalid Length"),
        PATH_MTU => (Length::Is(4), "PMTU Option: Invalid Length"),
        IOAM => (Length::AtLeast(2), ipv6_ioam::INVALID),
        TPF => (Length::Is(4), "TPF: Invalid Length"),
        RPL => (Length::AtLeast(4), "RPL Option: Invalid length"),
        JUMBO => (Length::Is(4), "Jumbo Payload: Invalid length"),
        HOME_ADDRESS => (Length::Is(16), "Home Address: Invalid length"),
        DFF => (Length::Is(3), "IPv6 DFF: Invalid length"),
        _ => (Length::Any, ""),
    }
}

/// Says of an option that it has another length than its kind.
pub(super) fn invalid<S: Sink>(cx: &mut Cx<'_, S>, item: Item, span: Span, begin: &str, len: usize) {
    cx.expert_with(OPT_INVALID_LEN, item, span, |o| _ = o.s(begin).s(" (").u(len as u64).s(" bytes)"));
}

/// The header that an option has to stand in, where it matters.
fn place_of(kind: u8) -> Option<ProtoId> {
    match kind {
        TUNNEL_LIMIT | PDM | TPF | NONCE | LINE_ID | HOME_ADDRESS => Some(super::ipv6_ext::destination::ID),
        ROUTER_ALERT | CALIPSO | SMF_DPD | QUICK_START | PATH_MTU | IOAM | RPL | MPL | JUMBO | DFF => {
            Some(super::ipv6_ext::hop_by_hop::ID)
        }
        _ => None,
    }
}

/// One option while it is read.
struct One {
    kind: u8,
    len: usize,
    top: Item,
    type_item: Item,
    length_item: Item,
}

/// Options of a header of which `left` bytes are left, up to the payload's end: an option that is shorter than its kind is
/// read as if it were long enough, and the next one begins where reading ended. They are walked for every sink: bad ones
/// end the packet.
pub(super) fn options<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, left: usize) -> Step {
    let end = c.pos() + left;
    while c.pos() < end {
        let kind = c.peek_u8(0)?;
        let name = OPTION_TYPES.find(u64::from(kind));
        let len = if kind == PAD1 { 0 } else { usize::from(c.peek_u8(1)?) };
        let top = cx.add(OPT, c.span(if kind == PAD1 { 1 } else { len + 2 }), Value::None);
        cx.label(top, |o| match name {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Unknown IPv6 Option (").u(kind).s(")"),
        });
        cx.under(top, |cx| -> Step {
            if kind == PAD1 {
                cx.peek(OPT_TYPE, &c, 1)?;
                cx.add(OPT_PAD1, c.span(1), Value::None);
                return c.skip(1);
            }
            let span = c.span(1);
            let type_item = cx.peek(OPT_TYPE, &c, 1)?;
            misplaced(cx, kind, type_item, span);
            cx.under(type_item, |cx| -> Step {
                for field in [OPT_TYPE_ACTION, OPT_TYPE_CHANGE, OPT_TYPE_REST] {
                    cx.peek(field, &c, 1)?;
                }
                Ok(())
            })?;
            c.skip(1)?;
            if kind == ENDPOINT {
                cx.expert(OPT_DEPRECATED, type_item, span);
            }
            let length_item = cx.field(OPT_LENGTH, &mut c, 1)?;
            let (right, begin) = length_of(kind);
            let wrong = match right {
                Length::Is(n) => len != n,
                Length::AtLeast(n) => len < n,
                Length::Any => false,
            };
            if wrong {
                invalid(cx, length_item, span, begin, len);
            }
            let end = c.pos() + len;
            one(cx, &One { kind, len, top, type_item, length_item }, &mut c)?;
            if c.pos() < end {
                let n = end - c.pos();
                unknown(cx, OPT_UNKNOWN_DATA, &mut c, n, "Unknown Data: <MISSING>")?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Says of an option that it stands in the wrong header.
fn misplaced<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, item: Item, span: Span) {
    let Some(right) = place_of(kind).filter(|right| *right != cx.proto()) else { return };
    let name = OPTION_TYPES.or(u64::from(kind), "");
    let header = if right == super::ipv6_ext::hop_by_hop::ID { "hop-by-hop" } else { "destination" };
    cx.expert_with(OPT_HEADER_MISMATCH, item, span, |o| {
        o.s(name).s(" must use a ").s(header).s(" options header");
    });
}

/// Bytes of an option as one field, with a word in place of none.
fn bytes<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    n: usize,
    none: &'static str,
) -> Result<Item, Stop> {
    let item = cx.field(field, c, n)?;
    if n == 0 {
        cx.label(item, |o| _ = o.s(none));
    }
    Ok(item)
}

/// The same for bytes that nobody knows the meaning of.
fn unknown<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    n: usize,
    none: &'static str,
) -> Step {
    let span = c.span(n);
    let item = bytes(cx, field, c, n, none)?;
    cx.expert(OPT_UNKNOWN_DATA_EXPERT, item, span);
    Ok(())
}

/// Names of those bits that are set, behind what an item says.
pub(super) fn listed<S: Sink>(cx: &mut Cx<'_, S>, item: Item, raw: u64, bits: &[(u64, &'static str)]) {
    cx.append(item, |o| {
        for (_, name) in bits.iter().filter(|(bit, _)| raw & bit != 0) {
            o.s(", ").s(name);
        }
    });
}

/// The fixed header that the options belong to.
fn header<'c, S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'c>) -> Option<&'c [u8]> {
    let layer = cx.out.layers.iter().rfind(|l| l.proto == ID)?;
    if layer.span.source != c.source() {
        return None;
    }
    c.whole().get(layer.span.start as usize..)
}

/// Whether the packet has its length in an option: the hop-by-hop header stands right behind the fixed one.
pub(super) fn is_jumbogram<S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'_>) -> bool {
    header(cx, c).is_some_and(|h| {
        h.get(4..7) == Some(&[0, 0, 0]) && jumbo(Cursor::new(h, h.len(), c.source())).is_some()
    })
}

/// One option behind its type and length.
fn one<S: Sink>(cx: &mut Cx<'_, S>, option: &One, c: &mut Cursor<'_>) -> Step {
    let len = option.len;
    match option.kind {
        PADN => _ = bytes(cx, OPT_PADN, c, len, "PadN: <none>")?,
        TUNNEL_LIMIT => _ = cx.field(OPT_TEL, c, 1)?,
        ROUTER_ALERT => _ = cx.field(OPT_ROUTER_ALERT, c, 2)?,
        CALIPSO => {
            cx.field(OPT_CALIPSO_DOI, c, 4)?;
            let words = usize::from(c.peek_u8(0)?);
            let item = cx.field(OPT_CALIPSO_CMPT_LENGTH, c, 1)?;
            cx.append(item, |o| _ = o.s(" (").u(words as u64 * 4).s(" bytes)"));
            cx.field(OPT_CALIPSO_SENS_LEVEL, c, 1)?;
            cx.field(OPT_CALIPSO_CHECKSUM, c, 2)?;
            bytes(cx, OPT_CALIPSO_CMPT_BITMAP, c, words * 4, "Compartment Bitmap: <MISSING>")?;
        }
        SMF_DPD => smf_dpd(cx, len, c)?,
        PDM => {
            let fields = [
                (OPT_PDM_SCALE_DTLR, 1),
                (OPT_PDM_SCALE_DTLS, 1),
                (OPT_PDM_PSN_THIS_PKT, 2),
                (OPT_PDM_PSN_LAST_RECV, 2),
                (OPT_PDM_DELTA_LAST_RECV, 2),
                (OPT_PDM_DELTA_LAST_SENT, 2),
            ];
            run(cx, c, &fields)?;
        }
        QUICK_START => quick_start(cx, option.top, c)?,
        PATH_MTU => {
            cx.field(OPT_PMTU_MIN, c, 2)?;
            let v = c.peek_u16(0)?;
            cx.add(OPT_PMTU_RTN, c.span(2), Value::U(u64::from(v & 0xfffe)));
            cx.add(OPT_PMTU_R_FLAG, c.span(2), Value::U(u64::from(v & 1)));
            c.skip(2)?;
        }
        IOAM => ipv6_ioam::option(cx, option.length_item, len, c)?,
        TPF => _ = cx.field(OPT_TPF_INFORMATION, c, 4)?,
        RPL => {
            let flags = [OPT_RPL_FLAG_O, OPT_RPL_FLAG_R, OPT_RPL_FLAG_F, OPT_RPL_FLAG_RSV];
            let (raw, item) = cx.flags(OPT_RPL_FLAG, c, 1, &flags)?;
            listed(cx, item, raw, &[(0x80, "Down"), (0x40, "Rank Error"), (0x20, "Forwarding Error")]);
            cx.field(OPT_RPL_INSTANCE_ID, c, 1)?;
            cx.field(OPT_RPL_SENDERRANK, c, 2)?;
        }
        MPL => mpl(cx, option.type_item, c)?,
        NONCE => _ = bytes(cx, OPT_ILNP_NONCE, c, len, "ILNP Nonce: <MISSING>")?,
        LINE_ID => {
            let n = usize::from(cx.u8(OPT_LIO_LENGTH, c)?).min(len.saturating_sub(1));
            let span = c.span(n);
            let line = c.bytes(n)?;
            let item = crate::application::text::add_ascii(cx, OPT_LIO_LINE_ID, span, line);
            crate::application::text::stray(cx, item, span, line);
        }
        JUMBO => {
            let said = c.peek_u32(0)?;
            let span = c.span(4);
            let item = cx.field(OPT_JUMBO, c, 4)?;
            if said <= 0xffff {
                cx.expert(OPT_JUMBO_TRUNCATED, item, span);
            }
            if header(cx, c).and_then(|h| h.get(4..6)).is_some_and(|plen| plen != [0, 0]) {
                cx.expert_here(OPT_JUMBO_PROHIBITED, span, |_| ());
            }
        }
        HOME_ADDRESS => {
            let home = c.peek_array::<16>()?;
            cx.field(OPT_MIPV6_HOME_ADDRESS, c, 16)?;
            // It is the sender that the payload speaks of (RFC 6275 section 9.3.1).
            cx.out.columns.src = Addr::new(AddrKind::Ipv6, home);
        }
        DFF => {
            let flags = [OPT_DFF_FLAG_VER, OPT_DFF_FLAG_DUP, OPT_DFF_FLAG_RET, OPT_DFF_FLAG_RSV];
            let (raw, item) = cx.flags(OPT_DFF_FLAGS, c, 1, &flags)?;
            listed(cx, item, raw, &[(0x20, "Duplicate (DUP)"), (0x10, "Return (RET)")]);
            cx.field(OPT_DFF_SEQUENCE_NUMBER, c, 2)?;
        }
        0x1e | 0x3e | 0x5e | 0x7e | 0x9e | 0xbe | 0xde | 0xfe => {
            bytes(cx, OPT_EXPERIMENTAL, c, len, "Experimental Option: <MISSING>")?;
        }
        _ => unknown(cx, OPT_UNKNOWN, c, len, "Unknown Option Payload: <MISSING>")?,
    }
    Ok(())
}

/// Duplicate packet detection, RFC 6621 section 6.1: the packet's number with its tagger, or what makes its hash unlike
/// those of others.
fn smf_dpd<S: Sink>(cx: &mut Cx<'_, S>, len: usize, c: &mut Cursor<'_>) -> Step {
    let end = c.pos() + len;
    let first = c.peek_u8(0)?;
    cx.peek(OPT_SMF_DPD_HASH_BIT, c, 1)?;
    if first & 0x80 != 0 {
        cx.field(OPT_SMF_DPD_HAV, c, len)?;
        return Ok(());
    }
    cx.peek(OPT_SMF_DPD_TID_TYPE, c, 1)?;
    cx.field(OPT_SMF_DPD_TID_LEN, c, 1)?;
    if first & 0x70 != 0 {
        cx.field(OPT_SMF_DPD_TAGGER_ID, c, usize::from(first & 0xf) + 1)?;
    }
    if c.pos() < end {
        let n = end - c.pos();
        cx.field(OPT_SMF_DPD_IDENT, c, n)?;
    }
    Ok(())
}

/// Quick-Start, RFC 4782 section 3.1.
fn quick_start<S: Sink>(cx: &mut Cx<'_, S>, top: Item, c: &mut Cursor<'_>) -> Step {
    let first = c.peek_u8(0)?;
    cx.peek(OPT_QS_FUNC, c, 1)?;
    let rate = |o: &mut Out<'_>| {
        o.s(", ").s(crate::transport::tcp::names::RATES.or(u64::from(first & 0xf), "Unknown"));
    };
    match first >> 4 {
        0 => {
            cx.field(OPT_QS_RATE, c, 1)?;
            let ttl = c.peek_u8(0)?;
            let span = c.span(1);
            cx.field(OPT_QS_TTL, c, 1)?;
            let diff = cx.hop_limit.unwrap_or(0).wrapping_sub(ttl);
            cx.generated(OPT_QS_TTL_DIFF, span, Value::U(u64::from(diff)));
            cx.append(top, |o| {
                rate(o);
                o.s(", QS TTL ").u(ttl).s(", QS TTL diff ").u(diff);
            });
        }
        8 => {
            cx.field(OPT_QS_RATE, c, 1)?;
            cx.field(OPT_QS_UNUSED, c, 1)?;
            cx.append(top, rate);
        }
        _ => return Ok(()),
    }
    cx.peek(OPT_QS_NONCE, c, 4)?;
    cx.field(OPT_QS_RESERVED, c, 4)?;
    Ok(())
}

/// Multicast for low-power and lossy networks, RFC 7731 section 6.1.
fn mpl<S: Sink>(cx: &mut Cx<'_, S>, type_item: Item, c: &mut Cursor<'_>) -> Step {
    let span = c.span(1);
    let flags = [OPT_MPL_FLAG_S, OPT_MPL_FLAG_M, OPT_MPL_FLAG_V, OPT_MPL_FLAG_RSV];
    let (raw, item) = cx.flags(OPT_MPL_FLAG, c, 1, &flags)?;
    cx.append(item, |o| _ = o.s(", Seed ID Length: ").s(SEED_LENGTHS.or(raw >> 6, "")));
    listed(cx, item, raw, &[(0x20, "Largest Sequence"), (0x10, "Version")]);
    cx.field(OPT_MPL_SEQUENCE, c, 1)?;
    let seed = match raw >> 6 {
        0 => {
            cx.expert(OPT_MPL_SOURCE, type_item, span);
            return Ok(());
        }
        1 => 2,
        2 => 8,
        _ => 16,
    };
    cx.field(OPT_MPL_SEED_ID, c, seed)?;
    Ok(())
}
