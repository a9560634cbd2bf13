//! TCP options.

use super::names::{EXPERIMENTS, RATES};
use super::*;
use requin_wire::Field;

/// Option kinds that have a form of their own here.
mod kind {
    pub(super) const EOL: u8 = 0;
    pub(super) const NOP: u8 = 1;
    pub(super) const MSS: u8 = 2;
    pub(super) const WSCALE: u8 = 3;
    pub(super) const SACK_PERM: u8 = 4;
    pub(super) const SACK: u8 = 5;
    pub(super) const ECHO: u8 = 6;
    pub(super) const ECHO_REPLY: u8 = 7;
    pub(super) const TIMESTAMP: u8 = 8;
    pub(super) const CC: u8 = 11;
    pub(super) const CC_NEW: u8 = 12;
    pub(super) const CC_ECHO: u8 = 13;
    pub(super) const MD5: u8 = 19;
    pub(super) const SCPS: u8 = 20;
    pub(super) const SNACK: u8 = 21;
    pub(super) const RECORD: u8 = 22;
    pub(super) const CORRUPTION: u8 = 23;
    pub(super) const QS: u8 = 27;
    pub(super) const USER_TO: u8 = 28;
    pub(super) const AO: u8 = 29;
    pub(super) const MPTCP: u8 = 30;
    pub(super) const TFO: u8 = 34;
    pub(super) const RVBD_PROBE: u8 = 76;
    pub(super) const RVBD_TRPY: u8 = 78;
    pub(super) const ACC_ECN_0: u8 = 172;
    pub(super) const ACC_ECN_1: u8 = 174;
    pub(super) const EXP_1: u8 = 253;
    pub(super) const EXP_2: u8 = 254;
}

/// What lengths an option may have.
#[derive(Clone, Copy)]
enum Length {
    Any,
    Is(usize),
    AtLeast(usize),
}

/// An option's name, field, and lengths.
fn known(k: u8) -> (&'static str, Field, Length) {
    use Length::{Any, AtLeast, Is};
    match k {
        kind::MSS => ("Maximum segment size", KIND_MSS, Is(4)),
        kind::WSCALE => ("Window scale", KIND_WSCALE, Is(3)),
        kind::SACK_PERM => ("SACK permitted", KIND_SACK_PERM, Is(2)),
        kind::SACK => ("SACK", KIND_SACK, AtLeast(2)),
        kind::ECHO => ("Echo", KIND_ECHO, Is(6)),
        kind::ECHO_REPLY => ("Echo reply", KIND_ECHO, Is(6)),
        kind::TIMESTAMP => ("Timestamps", KIND_TIMESTAMP, Is(10)),
        kind::CC => ("CC", KIND_CC, Is(6)),
        kind::CC_NEW => ("CC.NEW", KIND_CC, Is(6)),
        kind::CC_ECHO => ("CC.ECHO", KIND_CC, Is(6)),
        kind::MD5 => ("TCP MD5 signature", KIND_MD5, Is(18)),
        kind::SCPS => ("SCPS capabilities", KIND_SCPS, Any),
        kind::SNACK => ("Selective Negative Acknowledgment", KIND_SNACK, Is(6)),
        kind::RECORD => ("SCPS record boundary", KIND_SCPSREC, Is(2)),
        kind::CORRUPTION => ("SCPS corruption experienced", KIND_SCPSCOR, Is(2)),
        kind::QS => ("Quick-Start", KIND_QS, Is(8)),
        kind::USER_TO => ("User Timeout", KIND_USER_TO, Is(4)),
        kind::AO => ("TCP AO", KIND_AO, AtLeast(2)),
        kind::MPTCP => ("MPTCP", mptcp::PROTO, Any),
        kind::TFO => ("TCP Fast Open", KIND_TFO, AtLeast(2)),
        kind::RVBD_PROBE => ("Riverbed Probe", KIND_RVBD_PROBE, AtLeast(3)),
        kind::RVBD_TRPY => ("Riverbed Transparency", KIND_RVBD_TRPY, Is(16)),
        kind::ACC_ECN_0 | kind::ACC_ECN_1 => ("Accurate ECN", KIND_ACC_ECN, Any),
        kind::EXP_1 | kind::EXP_2 => ("Experimental", KIND_EXPERIMENTAL, AtLeast(4)),
        _ => ("", KIND_UNKNOWN, Any),
    }
}

fn name_of(o: &mut Out<'_>, k: u8) {
    match k {
        kind::EOL => _ = o.s("End of Option List (EOL)"),
        kind::NOP => _ = o.s("No-Operation (NOP)"),
        _ => match known(k).0 {
            "" => _ = o.s("Unknown (").hex(k, 2).s(")"),
            name => _ = o.s(name),
        },
    }
}

/// The options of a header, `len` bytes of them by the header's word.
pub(super) fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, h: &Header<'_>, len: usize) -> Step {
    if !cx.wants_any(fields::FIRST_OPTION, fields::LAST_OPTION)
        && !cx.wants(OPTIONS)
        && !cx.wants_columns()
        && !cx.wants_experts()
        && !cx.wants(mptcp::PROTO)
        && !cx.wants(crate::meta::frame::PROTOCOLS)
        && !cx.wants_any(mptcp::FIRST, mptcp::LAST)
    {
        return Ok(());
    }
    let all = c.span(len);
    let item = cx.add(OPTIONS, all, Value::Bytes(all));
    cx.label(item, |o| _ = o.s("Options: (").u(len as u64).s(" bytes)"));
    cx.under(item, |cx| list(cx, c, h, item))
}

/// The timestamps of a segment that has no other options, its value and the one it echoes.
pub(super) type Stamps = Option<(u32, u32)>;

/// The options that nearly every segment has: timestamps, and what fills them up. `None` when there are others, or
/// none.
pub(super) fn stamps(options: &[u8]) -> Stamps {
    let [kind::NOP, kind::NOP, kind::TIMESTAMP, 10, a, b, c, d, e, f, g, h] = options else { return None };
    Some((u32::from_be_bytes([*a, *b, *c, *d]), u32::from_be_bytes([*e, *f, *g, *h])))
}

fn list<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, h: &Header<'_>, top: Item) -> Step {
    let all = c;
    let (mut nops, mut mss) = (0u32, false);
    // Every turn takes at least a byte away.
    while !c.is_empty() {
        let k = c.peek_u8(0)?;
        // Those in a row count: two each are what fills up stamps and blocks.
        nops = if k == kind::NOP { nops + 1 } else { 0 };
        if k == kind::NOP || k == kind::EOL {
            // Where options are negotiated, padding says nothing.
            if k == kind::NOP && nops == 4 && !h.is(SYN) {
                cx.expert(NOP, top, all.span(0));
            }
            let span = c.span(1);
            let field = if k == kind::NOP { KIND_NOP } else { KIND_EOL };
            let item = cx.add(field, span, Value::Bytes(span));
            cx.label(item, |o| name_of(o.s("TCP Option - "), k));
            cx.under(item, |cx| cx.peek_at(OPTION_KIND, &c, 0, 1))?;
            cx.append(top, |o| name_of(o.s(", "), k));
            c.advance(1);
            if k == kind::EOL && c.rest().iter().any(|b| *b != 0) {
                let span = c.span(usize::MAX);
                let item = cx.line(span, |o| _ = o.s("Non-zero header padding"));
                cx.expert_with(NON_ZERO_BYTES_AFTER_EOL, item, span, |o| _ = o.s("Non-zero header padding"));
                break;
            }
            continue;
        }
        if c.left() < 2 {
            bad_length(cx, c.span(1), |o| {
                name_of(o, k);
                o.s(" (length byte past end of options)");
            });
            return Ok(());
        }
        let n = usize::from(c.peek_u8(1)?);
        if n < 2 {
            bad_length(cx, c.span(2), |o| {
                name_of(o, k);
                o.s(" (with too-short option length = ").u(n as u64).s(if n == 1 {
                    " byte)"
                } else {
                    " bytes)"
                });
            });
            break;
        }
        if n > c.left() {
            bad_length(cx, c.span(usize::MAX), |o| {
                name_of(o, k);
                o.s(" (option length = ").u(n as u64).s(" bytes says option goes past end of options)");
            });
            return Ok(());
        }
        mss |= k == kind::MSS;
        let o = c.take(n);
        one(cx, k, o, h, top)?;
    }
    if h.is(SYN) && !mss {
        cx.expert(OPT_MSS_ABSENT, top, all.span(0));
    }
    Ok(())
}

fn bad_length<S: Sink>(cx: &mut Cx<'_, S>, span: Span, text: impl Fn(&mut Out<'_>)) {
    let item = cx.line(span, &text);
    cx.expert_with(OPTION_LEN_INVALID, item, span, &text);
}

/// One option with a length, all of which is there.
fn one<S: Sink>(cx: &mut Cx<'_, S>, k: u8, c: Cursor<'_>, h: &Header<'_>, top: Item) -> Step {
    let (name, field, length) = known(k);
    let len = c.left();
    if k == kind::MPTCP {
        cx.append(top, |o| _ = o.s(", MPTCP"));
        cx.protocol("MPTCP");
        return cx.call_nested(mptcp::ID, c);
    }
    let span = c.span(len);
    let item = cx.add(field, span, Value::Bytes(span));
    cx.label(item, |o| {
        o.s("TCP Option - ").s(match k {
            kind::ECHO_REPLY => "Echo",
            kind::CC_NEW | kind::CC_ECHO => "CC",
            _ if name.is_empty() => "Unknown",
            _ => name,
        });
    });
    let step = cx.under(item, |cx| {
        if k == kind::MSS && !h.is(SYN) {
            cx.expert(OPT_MSS_PRESENT, item, span);
        }
        cx.peek_at(OPTION_KIND, &c, 0, 1)?;
        let length_item = cx.peek_at(OPTION_LEN, &c, 1, 1)?;
        let mut body = c;
        body.advance(2);
        let wrong = match length {
            Length::Is(n) if n != len => {
                cx.expert_with(OPTION_LEN_INVALID, length_item, c.span(2), |o| {
                    _ = o.s("option length should be ").u(n as u64);
                });
                true
            }
            Length::AtLeast(n) if len < n => {
                cx.expert_with(OPTION_LEN_INVALID, length_item, c.span(2), |o| {
                    o.s("option length ").u(len as u64).s(" smaller than ").u(n as u64);
                });
                true
            }
            _ => false,
        };
        // An option of the wrong length is not looked into, but for two that are read even so.
        if wrong && !matches!(k, kind::RECORD | kind::CORRUPTION) {
            return Ok(());
        }
        content(cx, k, body, h, item, length_item)
    });
    // One that the capture cut is not among those that there are.
    if k != kind::SNACK && step != Err(Stop::Cut) {
        cx.append(top, |o| name_of(o.s(", "), k));
    }
    step
}

fn content<S: Sink>(
    cx: &mut Cx<'_, S>,
    k: u8,
    mut c: Cursor<'_>,
    h: &Header<'_>,
    item: Item,
    length_item: Item,
) -> Step {
    let len = c.left();
    match k {
        kind::MSS => {
            let v = cx.u16(OPT_MSS_VAL, &mut c)?;
            cx.append(item, |o| _ = o.s(": ").u(v).s(" bytes"));
            cx.info_add(|o| _ = o.s(" MSS=").u(v));
        }
        kind::WSCALE => {
            let span = c.span(1);
            let shift = c.peek_u8(0)?;
            let it = cx.add(OPT_WSCALE_SHIFT, span, Value::U(shift.into()));
            if shift > 14 {
                cx.expert(OPT_WSCALE_SHIFT_INVALID, it, span);
            }
            let factor = 1u64 << shift.min(14);
            cx.generated(OPT_WSCALE_MULTIPLIER, span, Value::U(factor));
            cx.append(item, |o| _ = o.s(": ").u(shift).s(" (multiply by ").u(factor).s(")"));
            cx.info_add(|o| _ = o.s(" WS=").u(factor));
        }
        kind::SACK_PERM => cx.info_add(|o| _ = o.s(" SACK_PERM")),
        kind::SACK => sack(cx, c, h, item)?,
        kind::ECHO | kind::ECHO_REPLY => {
            let v = cx.u32(OPT_ECHO_VALUE, &mut c)?;
            cx.append(item, |o| _ = o.s(": ").u(v));
            cx.info_add(|o| _ = o.s(" ECHO=").u(v));
        }
        kind::TIMESTAMP => {
            let v = cx.u32(OPT_TIMESTAMP_TSVAL, &mut c)?;
            let e = cx.u32(OPT_TIMESTAMP_TSECR, &mut c)?;
            cx.append(item, |o| _ = o.s(": TSval ").u(v).s(", TSecr ").u(e));
            cx.info_add(|o| _ = o.s(" TSval=").u(v).s(" TSecr=").u(e));
        }
        kind::CC | kind::CC_NEW | kind::CC_ECHO => {
            let v = cx.u32(OPT_CC_VALUE, &mut c)?;
            cx.info_add(|o| _ = o.s(" CC=").u(v));
        }
        kind::MD5 => {
            cx.bytes(OPT_MD5_DIGEST, &mut c, 16)?;
            cx.info_add(|o| _ = o.s(" MD5"));
        }
        kind::SCPS => scps(cx, c, item)?,
        kind::SNACK => {
            let offset = cx.u16(OPT_SNACK_OFFSET, &mut c)?;
            let size = cx.u16(OPT_SNACK_SIZE, &mut c)?;
            cx.info_add(|o| _ = o.s(" SNACK Offset=").u(offset).s(" Size=").u(size));
        }
        kind::QS => {
            let v = c.peek_u8(0)?;
            cx.field(OPT_QS_RATE, &mut c, 1)?;
            cx.field(OPT_QS_TTL_DIFF, &mut c, 1)?;
            cx.info_add(|o| _ = o.s(" QSresp=").s(RATES.or(u64::from(v & 15), "Unknown")));
        }
        kind::USER_TO => {
            let v = c.peek_u16(0)?;
            cx.peek_at(OPT_USER_TO_GRANULARITY, &c, 0, 2)?;
            cx.peek_at(OPT_USER_TO_VAL, &c, 0, 2)?;
            cx.info_add(|o| _ = o.s(" USER_TO=").u(v & 0x7fff));
        }
        kind::AO => {
            cx.info_add(|o| _ = o.s("TCP AO"));
            if len >= 2 {
                cx.field(OPT_AO_KEYID, &mut c, 1)?;
                cx.field(OPT_AO_RNEXTKEYID, &mut c, 1)?;
            }
            if !c.is_empty() {
                let n = c.left();
                cx.bytes(OPT_AO_MAC, &mut c, n)?;
            }
        }
        kind::TFO => fast_open(cx, c, h, 2)?,
        kind::RVBD_PROBE => probe(cx, c, item)?,
        kind::RVBD_TRPY => transparency(cx, c, item)?,
        kind::ACC_ECN_0 | kind::ACC_ECN_1 => {
            cx.append(item, |_| ());
            accurate_ecn(cx, c, k == kind::ACC_ECN_0, item, " ")?;
        }
        kind::EXP_1 | kind::EXP_2 => experiment(cx, c, h, item, length_item)?,
        kind::RECORD | kind::CORRUPTION => {}
        _ => {
            if len > 0 {
                cx.bytes(OPT_UNKNOWN_PAYLOAD, &mut c, len)?;
            }
        }
    }
    Ok(())
}

fn sack<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, h: &Header<'_>, item: Item) -> Step {
    let first = c;
    let base = if h.relative && !h.quoted { h.facts.tcp.base_ack } else { 0 };
    let note = if h.relative { " (relative)" } else { "" };
    let (mut count, mut edges) = (0u64, [0u32; 4]);
    while !c.is_empty() {
        let edge =
            |cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field, words: &str| -> Result<Option<u32>, Stop> {
                if c.left() < 4 {
                    let span = c.span(usize::MAX);
                    let text = "suboption would go past end of option";
                    let it = cx.line(span, |o| _ = o.s(text));
                    cx.expert_with(SUBOPTION_MALFORMED, it, span, |o| _ = o.s(text));
                    return Ok(None);
                }
                let v = c.peek_u32(0)?.wrapping_sub(base);
                let it = cx.add(field, c.span(4), Value::U(v.into()));
                cx.label(it, |o| _ = o.s(words).u(v).s(note));
                c.advance(4);
                Ok(Some(v))
            };
        let Some(left) = edge(cx, &mut c, OPT_SACK_LE, "left edge = ")? else { break };
        if count == 0 {
            edges[0] = left;
        }
        let Some(right) = edge(cx, &mut c, OPT_SACK_RE, "right edge = ")? else { break };
        match count {
            0 => edges[1] = right,
            1 => (edges[2], edges[3]) = (left, right),
            _ => {}
        }
        count += 1;
        cx.append(item, |o| _ = o.s(" ").u(left).s("-").u(right));
        cx.info_add(|o| _ = o.s(" SLE=").u(left).s(" SRE=").u(right));
    }
    cx.generated(OPT_SACK_COUNT, first.span(0), Value::U(count));
    // RFC 2883: a first block below the acknowledgment, or within the second one, tells of bytes that
    // came twice.
    let before = |a: u32, b: u32| (a.wrapping_sub(b) as i32) < 0;
    let [l1, r1, l2, r2] = edges;
    let twice = count > 0 && (before(l1, h.ack) || count > 1 && !before(l1, l2) && !before(r2, r1));
    if twice {
        for (field, words, v, at) in [
            (OPT_SACK_DSACK_LE, "D-SACK Left Edge = ", l1, 0),
            (OPT_SACK_DSACK_RE, "D-SACK Right Edge = ", r1, 4),
        ] {
            let span = Span { start: first.pos() as u32 + at, ..first.span(4) };
            let it = cx.generated(field, span, Value::U(v.into()));
            cx.label(it, |o| _ = o.s(words).u(v).s(note));
        }
        let span = first.span(8);
        let it = cx.line(span, |o| _ = o.s("D-SACK Sequence"));
        cx.expert(OPT_SACK_DSACK, it, span);
    }
    Ok(())
}

/// The cookie of TCP Fast Open (RFC 7413), or the wish for one; `before` bytes of the option came before.
fn fast_open<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, h: &Header<'_>, before: usize) -> Step {
    if c.is_empty() {
        let span = Span { start: (c.pos().saturating_sub(before)) as u32, len: 2, source: c.source() };
        cx.add(OPT_TFO_REQUEST, span, Value::None);
        cx.info_add(|o| _ = o.s(" TFO=R"));
        return Ok(());
    }
    let n = c.left();
    let span = c.span(n);
    c.peek_bytes(0, n)?;
    let item = cx.add(OPT_TFO_COOKIE, span, Value::Bytes(span));
    cx.info_add(|o| _ = o.s(" TFO=C"));
    if h.flags & (SYN | ACK_FLAG) == SYN {
        cx.expert(ANALYSIS_TFO_SYN, item, span);
    }
    c.advance(n);
    Ok(())
}

/// Counters of Accurate ECN, in one of two orders.
fn accurate_ecn<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, order0: bool, item: Item, sep: &str) -> Step {
    let e0 = (OPT_ACC_ECN_EE0B, "EE0B");
    let e1 = (OPT_ACC_ECN_EE1B, "EE1B");
    let ce = (OPT_ACC_ECN_ECEB, "ECEB");
    let order = if order0 { [e0, ce, e1] } else { [e1, ce, e0] };
    cx.append(item, |o| _ = o.s(sep).s(if order0 { "(Order 0)" } else { "(Order 1)" }));
    let mut between = ": ";
    for (field, name) in order {
        if c.left() < 3 {
            break;
        }
        let v = cx.u24(field, &mut c)?;
        cx.append(item, |o| _ = o.s(between).s(name).c(b' ').u(v));
        cx.info_add(|o| _ = o.c(b' ').s(name).c(b'=').u(v));
        between = ", ";
    }
    Ok(())
}

/// A shared experimental option (RFC 6994).
fn experiment<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    h: &Header<'_>,
    item: Item,
    length_item: Item,
) -> Step {
    let id = c.peek_u16(0)?;
    let len = c.left();
    cx.append(item, |o| _ = o.s(": ").s(EXPERIMENTS.or(id.into(), "Unknown")));
    match id {
        0x00ac if len != 2 && len != 3 => {
            cx.expert_with(OPTION_LEN_INVALID, length_item, c.span(0), |o| {
                o.s("option length should be 4 or 5 instead of ").u(len as u64 + 2);
            });
            cx.field(OPT_EXPERIMENTAL_EXID, &mut c, 2)?;
        }
        0x00ac => {
            cx.field(OPT_EXPERIMENTAL_EXID, &mut c, 2)?;
            if !c.is_empty() {
                cx.peek_at(OPT_TARR_RATE, &c, 0, 1)?;
                cx.field(OPT_TAR_RESERVED, &mut c, 1)?;
            }
            cx.info_add(|o| _ = o.s(" TARR"));
        }
        0xacc0 | 0xacc1 => {
            cx.field(OPT_EXPERIMENTAL_EXID, &mut c, 2)?;
            accurate_ecn(cx, c, id == 0xacc0, item, ": Accurate ECN ")?;
        }
        0xf989 => {
            cx.field(OPT_EXPERIMENTAL_EXID, &mut c, 2)?;
            fast_open(cx, c, h, 2)?;
        }
        _ => {
            cx.field(OPT_EXPERIMENTAL_EXID, &mut c, 2)?;
            if !c.is_empty() {
                let n = c.left();
                cx.bytes(OPT_EXPERIMENTAL_DATA, &mut c, n)?;
            }
            cx.info_add(|o| _ = o.s(" ExID=").x(id, 1));
        }
    }
    Ok(())
}

/// Space Communications Protocol Standards (CCSDS 714.0-B-2).
fn scps<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, item: Item) -> Step {
    if c.left() == 2 {
        let vector = c.peek_u8(0)?;
        let (_, it) = cx.flags(
            OPT_SCPS_VECTOR,
            &mut c,
            1,
            &[
                OPT_SCPSFLAGS_BETS,
                OPT_SCPSFLAGS_SNACK1,
                OPT_SCPSFLAGS_SNACK2,
                OPT_SCPSFLAGS_COMPRESS,
                OPT_SCPSFLAGS_NLTS,
                OPT_SCPSFLAGS_RESERVED,
            ],
        )?;
        let names = |o: &mut Out<'_>| {
            let mut sep = "";
            for (bit, name) in [
                (0x80, "BETS"),
                (0x40, "SNACK1"),
                (0x20, "SNACK2"),
                (0x10, "COMP"),
                (0x08, "NLTS"),
                (0x07, "RESERVED"),
            ] {
                if vector & bit != 0 {
                    o.s(sep).s(name);
                    sep = ", ";
                }
            }
            if vector == 0 {
                o.s("None");
            }
        };
        cx.append(it, |o| {
            names(o.s(" ("));
            o.s(")");
        });
        cx.info_add(|o| {
            names(o.s(" SCPS["));
            o.s("]");
        });
        let id = cx.u8(OPT_SCPS_BINDING, &mut c)?;
        if id != 0 {
            cx.info_add(|o| _ = o.s(" Connection ID=").u(id));
        }
        return Ok(());
    }
    let total = c.left() + 2;
    cx.label(item, |o| _ = o.s("SCPS Extended Capabilities (").u(total as u64).s(" bytes)"));
    // Every turn takes at least two bytes away.
    while c.left() >= 2 {
        let id = cx.u8(OPT_SCPS_BINDING_ID, &mut c)?;
        let len = c.peek_u8(0)? >> 4;
        let span = c.span(1);
        cx.add(OPT_SCPS_BINDING_LEN, span, Value::U(len.into()));
        c.advance(1);
        cx.info_add(|o| _ = o.s(" EXCAP=").u(id));
        let n = usize::from(len).min(c.left());
        let span = c.span(n);
        cx.add(OPT_SCPS_BINDING_DATA, span, Value::Bytes(span));
        c.advance(n);
    }
    Ok(())
}

/// Names of Riverbed probe types.
fn probe_type(t: u8) -> &'static str {
    match t {
        0 => "Probe Query",
        1 => "Probe Response",
        3 => "Probe Trace",
        4 => "Probe Query SH",
        5 => "Probe Response SH",
        6 => "Probe Query Info",
        7 => "Probe Response Info",
        _ => "Probe Unknown",
    }
}

/// A WAN optimiser's probe.
fn probe<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, item: Item) -> Step {
    let b = c.peek_u8(0)?;
    let span = c.span(1);
    if b & 1 == 0 {
        // The second form of the first byte: seven bits of type, and a version that is one more than shown.
        let t = b >> 1;
        cx.peek_at(OPT_RVBD_PROBE_TYPE2, &c, 0, 1)?;
        let it = cx.peek_at(OPT_RVBD_PROBE_VERSION_RAW, &c, 0, 1)?;
        cx.label(it, |o| _ = o.s(".... ...0 = Version: 2"));
        cx.hidden(OPT_RVBD_PROBE_VERSION, span, Value::U(2));
        cx.append(item, |o| _ = o.s(": ").s(probe_type(t)));
        c.advance(1);
        if t == 6 || t == 7 {
            if !c.is_empty() {
                let bits: &[Field] = if t == 6 {
                    &[OPT_RVBD_PROBE_FLAGS_NOTCFE, OPT_RVBD_PROBE_FLAGS_LAST]
                } else {
                    &[OPT_RVBD_PROBE_FLAGS_PROBE, OPT_RVBD_PROBE_FLAGS_SSL, OPT_RVBD_PROBE_FLAGS_SERVER]
                };
                cx.flags(OPT_RVBD_PROBE_FLAGS, &mut c, 1, bits)?;
            }
            if t == 7 {
                if c.left() >= 4 {
                    cx.field(OPT_RVBD_PROBE_CLIENT_IP, &mut c, 4)?;
                }
                if c.left() >= 4 {
                    cx.field(OPT_RVBD_PROBE_STOREID, &mut c, 4)?;
                }
            }
        }
        return Ok(());
    }
    let t = b >> 4;
    cx.peek_at(OPT_RVBD_PROBE_TYPE1, &c, 0, 1)?;
    cx.field(OPT_RVBD_PROBE_VERSION, &mut c, 1)?;
    cx.append(item, |o| _ = o.s(": ").s(probe_type(t)));
    if c.left() < 5 {
        return Ok(());
    }
    cx.field(OPT_RVBD_PROBE_RESERVED, &mut c, 1)?;
    let prober = c.peek_u32(0)?;
    cx.field(OPT_RVBD_PROBE_PROBER, &mut c, 4)?;
    match t {
        0 if c.left() >= 2 => {
            cx.field(OPT_RVBD_PROBE_APPLI_VER, &mut c, 2)?;
            cx.append(item, |o| _ = o.s(", CSH IP: ").ipv4(prober));
        }
        1 if c.left() >= 6 => {
            let ip = c.peek_u32(0)?;
            cx.field(OPT_RVBD_PROBE_PROXY_IP, &mut c, 4)?;
            let port = cx.u16(OPT_RVBD_PROBE_PROXY_PORT, &mut c)?;
            cx.append(item, |o| _ = o.s(", Server Steelhead: ").ipv4(ip).s(":").u(port));
            cx.info_before(|o| _ = o.s("SA+, "));
        }
        _ => {}
    }
    Ok(())
}

/// Ends of a transparent connection between WAN optimisers.
fn transparency<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, item: Item) -> Step {
    cx.flags(
        OPT_RVBD_TRPY_FLAGS,
        &mut c,
        2,
        &[
            OPT_RVBD_TRPY_FLAGS_FW_RST_PROBE,
            OPT_RVBD_TRPY_FLAGS_FW_RST_INNER,
            OPT_RVBD_TRPY_FLAGS_FW_RST,
            OPT_RVBD_TRPY_FLAGS_CHKSUM,
            OPT_RVBD_TRPY_FLAGS_OOB,
            OPT_RVBD_TRPY_FLAGS_MODE,
        ],
    )?;
    let src = cx.u32(OPT_RVBD_TRPY_SRC_IP, &mut c)?;
    let dst = cx.u32(OPT_RVBD_TRPY_DST_IP, &mut c)?;
    let src_port = cx.u16(OPT_RVBD_TRPY_SRC_PORT, &mut c)?;
    let dst_port = cx.u16(OPT_RVBD_TRPY_DST_PORT, &mut c)?;
    cx.append(item, |o| {
        o.c(b' ').ipv4(src).c(b':').u(src_port).s(" -> ").ipv4(dst).c(b':').u(dst_port);
    });
    cx.info_before(|o| _ = o.s("TRPY, "));
    Ok(())
}
