//! Options of IPv4: RFC 791, RFC 1108, RFC 2113, RFC 4782 and others.

use super::ipv4::*;
use requin_wire::{Cursor, Cx, Field, Item, Names, Sink, Span, Step, Stop, Value, names};

names! {
    pub(super) OPT_TYPE_CLASS_NAMES {
    0 => "Control",
    1 => "Reserved for future use",
    2 => "Debugging and measurement",
    3 => "Reserved for future use",
    }
    pub(super) OPT_TYPE_NUMBER_NAMES {
    0 => "End of Option List (EOL)",
    1 => "No-Operation (NOP)",
    2 => "Security",
    3 => "Loose source route",
    4 => "Time stamp",
    5 => "Extended security",
    6 => "Commercial IP security option",
    7 => "Record route",
    8 => "Stream identifier",
    9 => "Strict source route",
    10 => "Experimental Measurement",
    11 => "MTU probe",
    12 => "MTU Reply",
    13 => "Experimental Flow Control",
    14 => "Experimental Access Control",
    15 => "Ask Estrin",
    16 => "IMI Traffic Descriptor",
    17 => "Extended Internet Protocol",
    18 => "Traceroute",
    19 => "Address Extension",
    20 => "Router Alert",
    21 => "Selective Directed Broadcast",
    22 => "Unassigned",
    23 => "Dynamic Packet State",
    24 => "Upstream Multicast Packet",
    25 => "Quick-Start",
    30 => "RFC 3692-style experiment",
    }
    pub(super) OPT_QS_FUNC_NAMES {
    0 => "Rate request",
    8 => "Rate report",
    }
    pub(super) OPT_SEC_CL_NAMES {
    1 => "Reserved 4",
    61 => "Top secret",
    90 => "Secret",
    102 => "Reserved 3",
    150 => "Confidential",
    171 => "Unclassified",
    204 => "Reserved 2",
    241 => "Reserved 1",
    }
    pub(super) CIPSO_TAG_TYPE_NAMES {
    0 => "Padding",
    1 => "Restrictive Category Bitmap",
    2 => "Enumerated Categories",
    5 => "Ranged Categories",
    6 => "Permissive Categories",
    7 => "Free Form",
    }
    pub(super) OPT_FLAG_NAMES {
    0 => "Time stamps only",
    1 => "Time stamp and address",
    3 => "Time stamps for prespecified addresses",
    }
}
pub(super) const OPT_RA_NAMES: Names =
    Names::Ranges(&[(0, 0, "Router shall examine packet"), (1, 65535, "Reserved")]);
names! { pub(super) OPT_SEC_RFC791_SEC_NAMES {
    0 => "Unclassified",
    4958 => "Reserved",
    9405 => "Reserved",
    13794 => "Reserved",
    19832 => "Reserved",
    24102 => "PROG",
    27589 => "Top secret",
    30874 => "EFTO",
    35247 => "Reserved",
    39665 => "Reserved",
    44819 => "Restricted",
    48205 => "MMMM",
    50390 => "Reserved",
    55176 => "Secret",
    57963 => "Reserved",
    61749 => "Confidential",
} }

/// Name, length (0: any), its node.
type Known = (&'static str, u8, Field);

const END: u8 = 0;
const NO_OPERATION: u8 = 1;
const LOOSE_ROUTE: u8 = 131;
const STRICT_ROUTE: u8 = 137;
const RECORD: u8 = 7;

fn known(kind: u8) -> Option<Known> {
    Some(match kind {
        END => ("End of Options List (EOL)", 1, EOL),
        NO_OPERATION => ("No-Operation (NOP)", 1, NOP_OPT),
        RECORD => ("Record Route", 0, RECORD_ROUTE),
        11 => ("MTU Probe", 4, MTU_PROBE),
        12 => ("MTU Reply", 4, MTU_REPLY),
        25 => ("Quick-Start", 8, QS),
        68 => ("Time Stamp", 0, TIMESTAMP),
        82 => ("Traceroute", 12, TRACEROUTE),
        130 => ("Security", 0, SECURITY),
        LOOSE_ROUTE => ("Loose Source Route", 0, ROUTE),
        133 => ("Extended Security", 0, EXT_SECURITY),
        134 => ("Commercial Security", 0, CIPSO),
        136 => ("Stream ID", 4, SID),
        STRICT_ROUTE => ("Strict Source Route", 0, SOURCE_ROUTE),
        148 => ("Router Alert", 4, ROUTERALERT),
        149 => ("Selective Directed Broadcast", 0, SDB),
        _ => return None,
    })
}

/// Whether the options hold a source route that is not used up, so that the header's destination is only
/// the next stop.
pub(super) fn is_routed(mut c: Cursor<'_>) -> bool {
    while let Ok(kind) = c.peek_u8(0) {
        match kind {
            END => return false,
            NO_OPERATION => c.advance(1),
            _ => {
                let Ok(len) = c.peek_u8(1) else { return false };
                if kind == LOOSE_ROUTE || kind == STRICT_ROUTE {
                    return c.peek_u8(2).is_ok_and(|pointer| pointer < len);
                }
                if len < 2 {
                    return false;
                }
                c.advance(usize::from(len));
            }
        }
    }
    false
}

/// All options; `c` ends where the header does.
pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let total = c.left();
    let top = cx.line(c.span(total), |o| _ = o.s("Options: (").u(total as u64).s(" bytes)"));
    cx.under(top, |cx| -> Step {
        while !c.is_empty() {
            let kind = c.peek_u8(0)?;
            let entry = known(kind);
            if kind == END || kind == NO_OPERATION {
                if let Some((_, _, field)) = entry {
                    let item = cx.add(field, c.span(1), Value::Bytes(c.span(1)));
                    cx.label(item, |o| _ = o.s("IP Option - ").s(entry.map_or("", |e| e.0)));
                    cx.under(item, |cx| kind_of(cx, &mut c))?;
                }
                if kind == END {
                    break;
                }
                continue;
            }
            let room = c.left();
            let len = if room > 1 { usize::from(c.peek_u8(1)?) } else { 0 };
            let right = entry.map_or(0, |e| usize::from(e.1));
            if room < 2 || len < 2 || len > room || right != 0 && len != right {
                bad_length(cx, &c, entry, kind, len, right);
                if room < 2 || len < 2 || len > room {
                    break;
                }
                c.advance(len);
                continue;
            }
            let mut option = c.take(len);
            match entry {
                Some(e) => {
                    let from = option;
                    let span = from.span(len);
                    let item = cx.add(e.2, span, Value::Bytes(span));
                    cx.label(item, |o| _ = o.s("IP Option - ").s(e.0).s(" (").u(len as u64).s(" bytes)"));
                    cx.under(item, |cx| one(cx, item, kind, &mut option))?;
                    cx.append(top, |o| _ = o.s(", ").s(e.0));
                }
                None => {
                    let span = option.span(len);
                    let item = cx.line(span, |o| {
                        o.s("IP Option - Unknown (").hex(kind, 2).s(") (").u(len as u64).s(" bytes)");
                    });
                    cx.under(item, |cx| -> Step {
                        kind_of(cx, &mut option)?;
                        cx.field(OPT_LEN, &mut option, 1)?;
                        Ok(())
                    })?;
                }
            }
        }
        Ok(())
    })?;
    Ok(())
}

/// The type byte and its bits.
fn kind_of<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.flags(OPT_TYPE, c, 1, &[OPT_TYPE_COPY, OPT_TYPE_CLASS, OPT_TYPE_NUMBER])?;
    Ok(())
}

fn bad_length<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &Cursor<'_>,
    entry: Option<Known>,
    kind: u8,
    len: usize,
    right: usize,
) {
    let text = |o: &mut requin_wire::Out<'_>| {
        match entry {
            Some(e) => o.s(e.0),
            None => o.s("Unknown (").hex(kind, 2).s(")"),
        };
        let s = if len == 1 { " byte" } else { " bytes" };
        if c.left() < 2 {
            o.s(" (length byte past end of options)");
        } else if len < 2 {
            o.s(" (with too-short option length = ").u(len as u64).s(s).s(")");
        } else if len > c.left() {
            o.s(" (option length = ").u(len as u64).s(s).s(" says option goes past end of options)");
        } else {
            o.s(" (with option length = ").u(len as u64).s(s).s("; should be ").u(right as u64).s(")");
        }
    };
    let item = cx.line(c.span(1), text);
    cx.expert_with(OPT_LEN_INVALID, item, c.span(1), text);
}

/// One option of a known kind and a possible length.
fn one<S: Sink>(cx: &mut Cx<'_, S>, item: Item, kind: u8, c: &mut Cursor<'_>) -> Step {
    let len = c.left();
    let whole = *c;
    kind_of(cx, c)?;
    cx.field(OPT_LEN, c, 1)?;
    match kind {
        RECORD | LOOSE_ROUTE | STRICT_ROUTE => return route(cx, kind, whole, c),
        11 | 12 => _ = cx.field(OPT_MTU, c, 2)?,
        25 => {
            cx.peek(OPT_QS_FUNC, c, 1)?;
            cx.peek(OPT_QS_RATE, c, 1)?;
            let function = c.peek_u8(0)? >> 4;
            c.skip(1)?;
            if function == 0 {
                cx.field(OPT_QS_TTL, c, 1)?;
            } else {
                cx.field(OPT_QS_UNUSED, c, 1)?;
            }
            cx.peek(OPT_QS_NONCE, c, 4)?;
            cx.peek(OPT_QS_RESERVED, c, 4)?;
        }
        68 => return stamps(cx, c),
        82 => {
            for field in [OPT_ID_NUMBER, OPT_OHC, OPT_RHC] {
                cx.field(field, c, 2)?;
            }
            cx.field(OPT_ORIGINATOR, c, 4)?;
        }
        130 => {
            if len == 11 {
                cx.field(OPT_SEC_RFC791_SEC, c, 2)?;
                cx.field(OPT_SEC_RFC791_COMP, c, 2)?;
                cx.field(OPT_SEC_RFC791_HR, c, 2)?;
                cx.field(OPT_SEC_RFC791_TCC, c, 3)?;
            } else {
                cx.field(OPT_SEC_CL, c, 1)?;
                while !c.is_empty() {
                    let more = c.peek_u8(0)? & 1 != 0;
                    cx.flags(
                        OPT_SEC_PROT_AUTH_FLAGS,
                        c,
                        1,
                        &[
                            OPT_SEC_PROT_AUTH_GENSER,
                            OPT_SEC_PROT_AUTH_SIOP_ESI,
                            OPT_SEC_PROT_AUTH_SCI,
                            OPT_SEC_PROT_AUTH_NSA,
                            OPT_SEC_PROT_AUTH_DOE,
                            OPT_SEC_PROT_AUTH_UNASSIGNED,
                            OPT_SEC_PROT_AUTH_FTI,
                        ],
                    )?;
                    if !more {
                        break;
                    }
                }
            }
        }
        133 => {
            cx.field(OPT_EXT_SEC_ADD_SEC_INFO_FORMAT_CODE, c, 1)?;
            let n = c.left();
            if n > 0 {
                cx.field(OPT_EXT_SEC_ADD_SEC_INFO, c, n)?;
            }
        }
        134 => return commercial(cx, c),
        136 => _ = cx.field(OPT_SID, c, 2)?,
        148 => {
            let v = u64::from(c.peek_u16(0)?);
            cx.append(item, |o| {
                o.s(": ").s(OPT_RA_NAMES.or(v, "Unknown")).s(" (").u(v).s(")");
            });
            cx.field(OPT_RA, c, 2)?;
        }
        149 => {
            while c.left() >= 4 {
                cx.field(OPT_ADDR, c, 4)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// A route that is recorded, or that the packet has to take.
fn route<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, whole: Cursor<'_>, c: &mut Cursor<'_>) -> Step {
    let pointer = usize::from(c.peek_u8(0)?);
    let item = cx.field(OPT_PTR, c, 1)?;
    if pointer < 4 {
        cx.expert(OPT_PTR_BEFORE_ADDRESS, item, whole.span(0));
    } else if pointer & 3 != 0 {
        cx.expert(OPT_PTR_MIDDLE_ADDRESS, item, whole.span(0));
    }
    while !c.is_empty() {
        if c.left() < 4 {
            too_long(cx, c.span(c.left()));
            break;
        }
        let at = whole.left() - c.left();
        let last = c.left() < 8;
        let pair = match kind {
            _ if at + 1 < pointer => [REC_RT, REC_RT_HOST],
            RECORD => [EMPTY_RT, EMPTY_RT_HOST],
            _ if last => [DST, DST_HOST],
            _ => [SRC_RT, SRC_RT_HOST],
        };
        let address = c.peek_u32(0)?;
        let span = c.span(4);
        let item = cx.add(pair[0], span, Value::U(u64::from(address)));
        if at + 1 == pointer {
            cx.append(item, |o| _ = o.s(" <- (next)"));
        }
        let mut hosts = [Some(pair[1]), None];
        if kind != RECORD {
            cx.hidden(ADDR, span, Value::U(u64::from(address)));
            hosts[1] = Some(HOST);
        }
        for name in hosts.into_iter().flatten() {
            let it = cx.add_str(name, span, |o| _ = o.ipv4(address));
            cx.hide(it);
            cx.set_generated(it);
        }
        c.skip(4)?;
    }
    Ok(())
}

fn too_long<S: Sink>(cx: &mut Cx<'_, S>, span: Span) {
    let line = cx.line(span, |o| _ = o.s("Suboption would go past end of option"));
    cx.expert(SUBOPT_TOO_LONG, line, span);
}

/// Time stamps of the routers on the way.
fn stamps<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(OPT_PTR, c, 1)?;
    let flags = c.peek_u8(0)? & 15;
    cx.peek(OPT_OVERFLOW, c, 1)?;
    cx.peek(OPT_FLAG, c, 1)?;
    c.skip(1)?;
    let with_address = flags == 1 || flags == 3;
    while !c.is_empty() {
        if c.left() < if with_address { 8 } else { 4 } {
            too_long(cx, c.span(c.left()));
            break;
        }
        if with_address {
            cx.field(OPT_TIME_STAMP_ADDR, c, 4)?;
        }
        cx.field(OPT_TIME_STAMP, c, 4)?;
    }
    Ok(())
}

/// The commercial security option (CIPSO).
fn commercial<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(CIPSO_DOI, c, 4)?;
    while !c.is_empty() {
        let (kind, len) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
        if len < 2 || len > c.left() {
            cx.expert(CIPSO_MALFORMED, Item::NONE, c.span(1));
            return Err(Stop::Malformed);
        }
        let mut tag = c.take(len);
        cx.field(CIPSO_TAG_TYPE, &mut tag, 1)?;
        tag.skip(1)?;
        if matches!(kind, 1 | 2 | 5) && len >= 4 {
            tag.skip(1)?;
            cx.field(CIPSO_SENSITIVITY_LEVEL, &mut tag, 1)?;
            let rest = tag;
            let span = rest.span(rest.left());
            if cx.wants(CIPSO_CATEGORIES) && !rest.is_empty() {
                let value = cx.keep(|o| categories(o, kind, rest.rest()));
                cx.add(CIPSO_CATEGORIES, span, value);
            }
        } else {
            let n = tag.left();
            cx.field(CIPSO_TAG_DATA, &mut tag, n)?;
        }
    }
    Ok(())
}

/// The categories of a tag: bits, numbers, or ranges of numbers from the highest down.
fn categories(o: &mut requin_wire::Out<'_>, kind: u8, bytes: &[u8]) {
    let mut first = true;
    let mut item = |o: &mut requin_wire::Out<'_>| {
        if !first {
            o.c(b',');
        }
        first = false;
    };
    match kind {
        1 => {
            for (i, byte) in bytes.iter().enumerate() {
                for bit in 0..8 {
                    if byte & (0x80 >> bit) != 0 {
                        item(o);
                        o.u((i * 8 + bit) as u64);
                    }
                }
            }
        }
        2 => {
            for pair in bytes.chunks_exact(2) {
                item(o);
                o.u(requin_wire::be(pair));
            }
        }
        _ => {
            for four in bytes.chunks(4) {
                item(o);
                o.u(requin_wire::be(four.get(..2).unwrap_or_default()));
                o.c(b'-').u(requin_wire::be(four.get(2..).unwrap_or_default()));
            }
        }
    }
}
