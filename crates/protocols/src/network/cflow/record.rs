//! Records: values in the order of their template.

use super::template;
use super::*;
use crate::application::ntp;
use requin_wire::{FieldType, Item, Span};

/// The other direction of a flow (RFC 5103).
pub(super) const REVERSE: u32 = 29305;

/// Beginnings and ends of flows, and in which unit they are.
const PAIRS: [(u16, u16, &str); 6] = [
    (22, 21, " (switched)"),
    (150, 151, " (seconds)"),
    (152, 153, " (milliseconds)"),
    (154, 155, " (microseconds)"),
    (156, 157, " (nanoseconds)"),
    (158, 159, " (delta milliseconds)"),
];
const FLAGS: [Field; 7] =
    [TCPFLAGS_RESERVED, TCPFLAGS_URG, TCPFLAGS_ACK, TCPFLAGS_PSH, TCPFLAGS_RST, TCPFLAGS_SYN, TCPFLAGS_FIN];

/// A time that waits for the other end of its flow.
#[derive(Clone, Copy)]
struct Waits {
    id: u16,
    field: Field,
    at: Span,
    time: Time,
}

type Waiting = [Option<Waits>; PAIRS.len()];

/// The flows of a set of records.
pub(super) fn all<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, template: &[u8], exported: u32) -> Step {
    let Some(least) = template::least(template).map(usize::from) else { return Ok(()) };
    let mut n = 0u64;
    while c.left() >= least {
        n += 1;
        let item = cx.line(c.span(least), |o| _ = o.s("Flow ").u(n));
        cx.under(item, |cx| one(cx, c, template, exported))?;
    }
    Ok(())
}

fn one<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, template: &[u8], exported: u32) -> Step {
    let mut waiting: Waiting = [None; PAIRS.len()];
    for element in template::elements(template) {
        let (before, len) = element.size(c).ok_or(Stop::Malformed)?;
        let mut head = c.take_all(before)?;
        let value = c.take_all(len)?;
        let item = match element.enterprise {
            None if element.scope => scope(cx, element.id, value)?,
            None => show(cx, element.id, value, exported, &mut waiting)?,
            Some(REVERSE) => {
                let item = show(cx, element.id, value, exported, &mut waiting)?;
                let name = names::ELEMENTS.or(element.id.into(), "(Unknown)");
                cx.append(item, |o| _ = o.s(" (Reverse Type ").u(element.id).s(" ").s(name).s(")"));
                item
            }
            Some(pen) => private(cx, pen, element.id, value),
        };
        cx.under(item, |cx| -> Step {
            if before > 0 {
                cx.u8(STRING_LEN_SHORT, &mut head)?;
            }
            if before > 1 {
                cx.uint(STRING_LEN_LONG, &mut head, 2)?;
            }
            Ok(())
        })?;
    }
    for left in waiting.into_iter().flatten() {
        cx.add(left.field, left.at, left.time.into());
    }
    Ok(())
}

/// What a record of options is about (version 9).
fn scope<S: Sink>(cx: &mut Cx<'_, S>, id: u16, mut c: Cursor<'_>) -> Result<Item, Stop> {
    let field = match id {
        1 => SCOPE_SYSTEM,
        2 => SCOPE_INTERFACE,
        3 => SCOPE_LINECARD,
        4 => SCOPE_CACHE,
        5 => SCOPE_TEMPLATE,
        _ => return Ok(cx.line(c.span(c.left()), |o| _ = o.s("ScopeUnknown"))),
    };
    let n = c.left();
    cx.field(field, &mut c, n)
}

/// A value as it stands, because nobody here knows what it is.
fn raw<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: Cursor<'_>, what: impl FnOnce(&mut Out<'_>)) -> Item {
    let at = c.span(c.left());
    let item = cx.add(field, at, Value::Bytes(at));
    cx.label(item, |o| {
        what(o);
        o.s(": Value (hex bytes):");
        c.rest().iter().for_each(|b| _ = o.s(" ").x(*b, 2));
    });
    item
}

/// A value that only an enterprise knows.
fn private<S: Sink>(cx: &mut Cx<'_, S>, pen: u32, id: u16, c: Cursor<'_>) -> Item {
    raw(cx, ENTERPRISE_PRIVATE_ENTRY, c, |o| {
        o.s("Enterprise Private entry: (").s(ENTERPRISES.or(pen.into(), "(Unknown)"));
        o.s(") Type ").u(id);
    })
}

/// The value of an element of IANA's registry.
fn show<S: Sink>(
    cx: &mut Cx<'_, S>,
    id: u16,
    mut c: Cursor<'_>,
    exported: u32,
    waiting: &mut Waiting,
) -> Result<Item, Stop> {
    let n = c.left();
    match id {
        6 => return tcp_flags(cx, c),
        70..=79 => return mpls(cx, id, c),
        89 => return forwarding(cx, c),
        95 => {
            let item = cx.field(APPL_ID_CLASSIFICATION_ENGINE_ID, &mut c, 1)?;
            let n = c.left();
            cx.field(APPL_ID_SELECTOR_ID, &mut c, n)?;
            return Ok(item);
        }
        139 => {
            let item = cx.field(ICMP_IPV6_TYPE, &mut c, 1)?;
            cx.field(ICMP_IPV6_CODE, &mut c, 1)?;
            return Ok(item);
        }
        315 => return cx.field(DATA_LINK_FRAME_SECTION, &mut c, n),
        _ => {}
    }
    let Some(field) = elements::field(id) else {
        return Ok(raw(cx, UNKNOWN_FIELD_TYPE, c, |o| _ = o.s("Unknown Field Type: Type ").u(id)));
    };
    let kind = cx.registry.field(field).kind;
    let at = c.span(n);
    match kind {
        FieldType::AbsTime | FieldType::RelTime => {
            let time = time(id, &c, exported)?;
            match PAIRS.iter().position(|p| p.0 == id || p.1 == id) {
                Some(pair) => Ok(flow_time(cx, pair, waiting, Waits { id, field, at, time })),
                None => Ok(cx.add(field, at, time.into())),
            }
        }
        FieldType::U8 | FieldType::U16 | FieldType::U24 | FieldType::U32 if n > 4 => Err(Stop::Malformed),
        _ if kind.is_uint() && n > 8 => Err(Stop::Malformed),
        _ if kind.is_uint() && n > 0 => Ok(cx.add(field, at, Value::U(requin_wire::be(c.peek_bytes(0, n)?)))),
        FieldType::Ipv4 | FieldType::Ipv6 | FieldType::Ether if n != usize::from(kind.width()) => {
            Err(Stop::Malformed)
        }
        _ => cx.field(field, &mut c, n),
    }
}

/// A point in time, or for how long: each element has a unit of its own.
fn time(id: u16, c: &Cursor<'_>, exported: u32) -> Result<Time, Stop> {
    let n = c.left().min(8);
    let value = requin_wire::be(c.peek_bytes(0, n)?);
    Ok(match id {
        // Since the exporter began, as version 9 and before count.
        21 | 22 => milliseconds(c.peek_u32(0)?),
        154..=157 | 268 | 270 | 271 | 273 | 324 | 325 => {
            ntp::value((value >> 32) as u32, value as u32).as_time().unwrap_or_default()
        }
        // Microseconds before the datagram was sent.
        158 | 159 => {
            let nanos = i128::from(exported) * 1_000_000_000 - i128::from(c.peek_u32(0)?) * 1000;
            Time::from_nanos(nanos)
        }
        162 => Time::from_nanos(i128::from(value) * 1000),
        150 | 151 | 260 | 261 | 264 | 265 | 322 => Time::new(value as i64, 0),
        _ => milliseconds(value),
    })
}

/// One end of a flow; the other one makes a duration of both.
fn flow_time<S: Sink>(cx: &mut Cx<'_, S>, pair: usize, waiting: &mut Waiting, new: Waits) -> Item {
    let (Some(slot), Some(&(start, _, unit))) = (waiting.get_mut(pair), PAIRS.get(pair)) else {
        return Item::NONE;
    };
    let Some(old) = slot.take_if(|old| old.id != new.id) else {
        *slot = Some(new);
        return Item::NONE;
    };
    let (first, last) = if new.id == start { (new, old) } else { (old, new) };
    duration(cx, unit, [(first.field, first.at, first.time), (last.field, last.at, last.time)]);
    Item::NONE
}

/// How long a flow went on, from where to where.
pub(super) fn duration<S: Sink>(cx: &mut Cx<'_, S>, unit: &'static str, ends: [(Field, Span, Time); 2]) {
    let [(_, at, first), (_, _, last)] = ends;
    let item = cx.generated(TIMEDELTA, at, last.since(first).into());
    cx.append(item, |o| _ = o.s(unit));
    cx.under(item, |cx| {
        for (field, at, time) in ends {
            cx.add(field, at, time.into());
        }
    });
}

/// The flags of all segments of a flow: one byte, or the two of a TCP header.
fn tcp_flags<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Result<Item, Stop> {
    let n = c.left().min(2);
    let flags = requin_wire::be(c.peek_bytes(0, n)?);
    let item = cx.add(TCPFLAGS, c.span(c.left()), Value::U(flags));
    let wide = [TCPFLAGS_ZERO, TCPFLAGS_RESERVED_WIDE, TCPFLAGS_NS, TCPFLAGS_CWR, TCPFLAGS_ECE];
    if n == 2 {
        cx.label(item, |o| _ = o.s("TCP Flags: ").hex(flags, 4));
    }
    let set = [
        (0x100, "NS"),
        (0x80, "CWR"),
        (0x40, "ECE"),
        (0x20, "URG"),
        (0x10, "ACK"),
        (8, "PSH"),
        (4, "RST"),
        (2, "SYN"),
        (1, "FIN"),
    ];
    cx.append(item, |o| {
        for (_, name) in set.iter().filter(|s| flags & s.0 != 0 && (n == 2 || s.0 < 0x40)) {
            o.s(", ").s(name);
        }
    });
    cx.under(item, |cx| -> Step {
        if n == 2 {
            wide.iter().try_for_each(|f| cx.peek(*f, &c, 2).map(|_| ()))?;
        }
        let mut low = c;
        low.advance(n.saturating_sub(1));
        FLAGS.iter().skip(usize::from(n == 2)).try_for_each(|f| cx.peek(*f, &low, 1).map(|_| ()))
    })?;
    Ok(item)
}

fn mpls<S: Sink>(cx: &mut Cx<'_, S>, id: u16, c: Cursor<'_>) -> Result<Item, Stop> {
    let (nth, n) = (u64::from(id) - 69, c.left());
    if n != 3 {
        let text =
            move |o: &mut requin_wire::Out<'_>| _ = o.s("MPLS-Label").u(nth).s(": bad length ").u(n as u64);
        let item = cx.line(c.span(n), text);
        cx.expert_with(MPLS_LABEL_BAD_LENGTH, item, c.span(n), text);
        return Ok(item);
    }
    let word = c.peek_uint(0, 3)?;
    let item = cx.line(c.span(3), |o| {
        o.s("MPLS-Label").u(nth).s(": ").u(word >> 4).s(" exp-bits: ").u(word >> 1 & 7);
        o.s(if word & 1 != 0 { " bottom-of-stack" } else { "" });
    });
    cx.under(item, |cx| -> Step {
        cx.peek(MPLS_LABEL, &c, 3)?;
        let mut low = c;
        low.skip(2)?;
        cx.peek(MPLS_EXP, &low, 1)?;
        cx.peek(MPLS_BOS, &low, 1)?;
        Ok(())
    })?;
    Ok(item)
}

/// Whether a flow was forwarded, and why not.
fn forwarding<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Result<Item, Stop> {
    let status = c.peek_u8(0)?;
    let item = cx.line(c.span(c.left()), |o| _ = o.s("Forwarding Status"));
    cx.under(item, |cx| -> Step {
        cx.peek(FORWARDING_STATUS, &c, 1)?;
        let code = match status >> 6 {
            0 => FORWARDING_STATUS_UNKNOWN_CODE,
            1 => FORWARDING_STATUS_FORWARD_CODE,
            2 => FORWARDING_STATUS_DROP_CODE,
            _ => FORWARDING_STATUS_CONSUME_CODE,
        };
        cx.peek(code, &c, 1)?;
        Ok(())
    })?;
    Ok(item)
}
