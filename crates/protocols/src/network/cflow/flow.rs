//! Flows of the versions without templates: each has one form, version 8 one for each way of adding flows up.

use super::*;

/// Flows of version 8 that are added up by systems and by prefixes: what is read of them.
const BY_SYSTEM: u8 = 1;

/// All flows of a datagram.
pub(super) fn all<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    version: u16,
    method: u8,
    count: u16,
) -> Step {
    for n in 1..=count.min(MOST) {
        if c.is_empty() {
            break;
        }
        let len = match version {
            V1 | V5 => 48,
            V8 if method == BY_SYSTEM => 28,
            V8 => return Ok(()),
            _ => 52,
        };
        let flow = c.take_all(len)?;
        let item = cx.line(flow.span(len), |o| _ = o.s("pdu ").u(u64::from(n)).s("/").u(u64::from(count)));
        cx.under(item, |cx| match version {
            V8 => by_system(cx, flow),
            _ => one(cx, flow, version),
        })?;
    }
    Ok(())
}

fn one<S: Sink>(cx: &mut Cx<'_, S>, mut f: Cursor<'_>, version: u16) -> Step {
    let (from, to) = (f.peek_u32(0)?, f.peek_u32(4)?);
    for field in [SRCADDR, DSTADDR, NEXTHOP] {
        cx.field(field, &mut f, 4)?;
    }
    cx.field(INPUTINT, &mut f, 2)?;
    cx.field(OUTPUTINT, &mut f, 2)?;
    cx.field(PACKETS, &mut f, 4)?;
    cx.field(OCTETS, &mut f, 4)?;
    times(cx, &mut f)?;
    cx.u16(SRCPORT, &mut f)?;
    cx.u16(DSTPORT, &mut f)?;
    if version == V1 {
        cx.bytes(PADDING, &mut f, 2)?;
        cx.u8(PROTOCOL, &mut f)?;
        cx.field(TOS, &mut f, 1)?;
        cx.field(TCPFLAGS, &mut f, 1)?;
        cx.bytes(PADDING, &mut f, 3)?;
        cx.bytes(RESERVED, &mut f, 4)?;
        return Ok(());
    }
    match version {
        V5 => _ = cx.bytes(PADDING, &mut f, 1)?,
        _ => _ = cx.u8(EXPORT_FLAGS, &mut f)?,
    }
    cx.field(TCPFLAGS, &mut f, 1)?;
    cx.u8(PROTOCOL, &mut f)?;
    cx.field(TOS, &mut f, 1)?;
    cx.field(SRCAS, &mut f, 2)?;
    cx.field(DSTAS, &mut f, 2)?;
    for (field, address) in [(SRCMASK, from), (DSTMASK, to)] {
        let bits = f.peek_u8(0)?;
        let item = cx.field(field, &mut f, 1)?;
        let mask = u32::MAX.checked_shl(32 - u32::from(bits.min(32))).unwrap_or(0);
        cx.append(item, |o| _ = o.s(" (prefix: ").ipv4(address & mask).s("/").u(u64::from(bits)).s(")"));
    }
    cx.bytes(PADDING, &mut f, 2)?;
    if version == V7 {
        cx.field(ROUTERSC, &mut f, 4)?;
    }
    Ok(())
}

/// Flows between two autonomous systems, added up.
fn by_system<S: Sink>(cx: &mut Cx<'_, S>, mut f: Cursor<'_>) -> Step {
    for field in [FLOWS, PACKETS, OCTETS] {
        cx.field(field, &mut f, 4)?;
    }
    times(cx, &mut f)?;
    for field in [SRCAS, DSTAS, INPUTINT, OUTPUTINT] {
        cx.field(field, &mut f, 2)?;
    }
    Ok(())
}

/// First and last packet of a flow, in milliseconds since the exporter began.
fn times<S: Sink>(cx: &mut Cx<'_, S>, f: &mut Cursor<'_>) -> Step {
    let ends = [TIMESTART, TIMEEND];
    let (first, last) = (f.peek_u32(0)?, f.peek_u32(4)?);
    let [start, end] = ends;
    let (at, mut rest) = (f.span(4), *f);
    rest.skip(4)?;
    record::duration(cx, "", [(start, at, milliseconds(first)), (end, rest.span(4), milliseconds(last))]);
    f.skip(8)
}
