//! Bodies of the PDUs of connections (C706, 12.6.4).

use super::calls::Known;
use super::stub::Stub;
use super::*;

/// The body; the cursor stands behind the header.
pub(super) fn body<S: Sink>(cx: &mut Cx<'_, S>, p: &Pdu5<'_>, mut c: Cursor<'_>) -> Step {
    match p.kind {
        BIND | ALTER_CONTEXT => bind(cx, p, &mut c)?,
        BIND_ACK | ALTER_CONTEXT_RESP => bind_ack(cx, p, &mut c)?,
        BIND_NAK => bind_nak(cx, p, &mut c)?,
        REQUEST | RESPONSE => return data(cx, p, &mut c),
        FAULT => fault(cx, p, &mut c)?,
        _ => {}
    }
    auth::trailer(cx, p)
}

/// A call, or what it gives back.
fn data<S: Sink>(cx: &mut Cx<'_, S>, p: &Pdu5<'_>, c: &mut Cursor<'_>) -> Step {
    let known = Known::of(cx, p.call);
    number(cx, CN_ALLOC_HINT, c, p.little, 4)?;
    let ctx = number(cx, CN_CTX_ID, c, p.little, 2)?;
    let operation = if p.kind == REQUEST {
        let op = number(cx, OPNUM, c, p.little, 2)?;
        cx.info_add(|o| _ = o.s(", opnum: ").u(op).s(", Ctx: ").u(ctx));
        cx.proto_append(|o| _ = o.s(", Ctx: ").u(ctx));
        if p.flags & calls::OBJECT != 0 {
            let (u, item) = uuid(cx, OBJ_ID, c, p.little)?;
            cx.label(item, |o| write_uuid(o.s("Object UUID: "), &u));
        }
        Some(op as u16)
    } else {
        cx.info_add(|o| _ = o.s(", Ctx: ").u(ctx));
        cx.proto_append(|o| _ = o.s(", Ctx: ").u(ctx));
        cx.u8(CN_CANCEL_COUNT, c)?;
        c.skip(1)?;
        calls::answered(cx, p, c);
        known.request.map(|r| r.number() as u16)
    };
    let mut stub = Stub::read(&known, p, c, operation);
    stub.inside(cx, &known, ctx)?;
    auth::trailer(cx, p)?;
    stub.outside(cx)
}

fn bind<S: Sink>(cx: &mut Cx<'_, S>, p: &Pdu5<'_>, c: &mut Cursor<'_>) -> Step {
    number(cx, CN_MAX_XMIT, c, p.little, 2)?;
    number(cx, CN_MAX_RECV, c, p.little, 2)?;
    number(cx, CN_ASSOC_GROUP, c, p.little, 4)?;
    let contexts = cx.u8(CN_NUM_CTX_ITEMS, c)?;
    c.skip(3)?;
    cx.info_add(|o| _ = o.s(", ").u(contexts).s(" context items:"));
    for i in 0..contexts {
        context(cx, p, c, i)?;
    }
    Ok(())
}

/// A context that is proposed: an interface, and how its data may be represented.
fn context<S: Sink>(cx: &mut Cx<'_, S>, p: &Pdu5<'_>, c: &mut Cursor<'_>, nth: u8) -> Step {
    let start = *c;
    let item = cx.add(CN_CTX_ITEM, c.span(0), Value::None);
    let mut told = Vec::new();
    cx.under(item, |cx| -> Step {
        let id = number(cx, CN_CTX_ID, c, p.little, 2)?;
        let syntaxes = cx.u8(CN_NUM_TRANS_ITEMS, c)?;
        c.skip(1)?;
        let abs = cx.add(CN_BIND_ABSTRACT_SYNTAX, c.span(20), Value::None);
        let (interface, version, minor) = cx.under(abs, |cx| -> Result<_, Stop> {
            let (u, item) = uuid(cx, CN_BIND_TO_UUID, c, p.little)?;
            cx.label(item, |o| {
                o.s("Interface");
                if let Some(name) = uuid_name(&u) {
                    o.s(": ").s(name);
                }
                o.s(" UUID: ");
                write_uuid(o, &u);
            });
            let version = number(cx, CN_BIND_IF_VER, c, p.little, 2)?;
            Ok((u, version, number(cx, CN_BIND_IF_VER_MINOR, c, p.little, 2)?))
        })?;
        cx.label(abs, |o| {
            o.s("Abstract Syntax: ");
            write_name(o, &interface);
            o.s(" V").u(version).s(".").u(minor);
        });
        cx.label(item, |o| {
            o.s("Ctx Item[").u(nth + 1).s("]: Context ID:").u(id).s(", ");
            write_name(o, &interface);
        });
        for i in 0..syntaxes {
            let syntax = transfer_syntax(cx, p, c, i)?;
            if i == 0 {
                let o = &mut requin_wire::Out::new(&mut told);
                o.s(if nth == 0 { " " } else { ", " });
                write_name(o, &interface);
                o.s(" V").u(version).s(".").u(minor).s(" (");
                // Features are told by their UUID.
                match uuid_name(&syntax).filter(|_| !is_features(&syntax)) {
                    Some(name) => _ = o.s(name),
                    None => write_uuid(o, &syntax),
                }
                o.s(")");
                cx.append(item, |o| {
                    o.s(", ");
                    write_name(o, &syntax);
                });
            }
        }
        Ok(())
    })?;
    cx.set_len(item, c.pos() - start.pos());
    cx.info_add(|o| _ = o.bytes(&told));
    Ok(())
}

fn transfer_syntax<S: Sink>(
    cx: &mut Cx<'_, S>,
    p: &Pdu5<'_>,
    c: &mut Cursor<'_>,
    nth: u8,
) -> Result<[u8; 16], Stop> {
    let trans = cx.add(CN_BIND_TRANS, c.span(20), Value::None);
    let (u, version) = cx.under(trans, |cx| -> Result<_, Stop> {
        let mut features = *c;
        let (u, item) = uuid(cx, CN_BIND_TRANS_ID, c, p.little)?;
        cx.label(item, |o| {
            o.s("Transfer Syntax");
            if let Some(name) = uuid_name(&u) {
                o.s(": ").s(name);
            }
            o.s(" UUID:");
            write_uuid(o, &u);
        });
        if is_features(&u) {
            features.advance(8);
            bind_time_features(cx, &mut features)?;
        }
        Ok((u, number(cx, CN_BIND_TRANS_VER, c, p.little, 4)?))
    })?;
    cx.label(trans, |o| {
        o.s("Transfer Syntax[").u(nth + 1).s("]: ");
        write_name(o, &u);
        o.s(" V").u(version);
    });
    Ok(u)
}

/// What both ends can do ([MS-RPCE] 2.2.2.14), always little-endian.
fn bind_time_features<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [CN_BIND_TRANS_BTFN_01, CN_BIND_TRANS_BTFN_02];
    let (raw, item) = cx.flags_le(CN_BIND_TRANS_BTFN, c, 2, &bits)?;
    cx.append(item, |o| {
        if raw & 1 != 0 {
            o.s(", Security Context Multiplexing Supported");
        }
        if raw & 2 != 0 {
            o.s(", Keep Connection On Orphan Supported");
        }
    });
    Ok(())
}

fn bind_ack<S: Sink>(cx: &mut Cx<'_, S>, p: &Pdu5<'_>, c: &mut Cursor<'_>) -> Step {
    let xmit = number(cx, CN_MAX_XMIT, c, p.little, 2)?;
    let recv = number(cx, CN_MAX_RECV, c, p.little, 2)?;
    number(cx, CN_ASSOC_GROUP, c, p.little, 4)?;
    let n = number(cx, CN_SEC_ADDR_LEN, c, p.little, 2)? as usize;
    if n > 0 {
        cx.field(CN_SEC_ADDR, c, n)?;
    }
    let used = c.pos() - p.start.pos();
    c.skip(used.next_multiple_of(4) - used)?;
    let results = cx.u8(CN_NUM_RESULTS, c)?;
    c.skip(3)?;
    cx.info_add(|o| {
        o.s(", max_xmit: ").u(xmit).s(" max_recv: ").u(recv).s(", ").u(results).s(" results:");
    });
    for i in 0..results {
        let line = cx.line(c.span(24), |_| ());
        cx.under(line, |cx| result(cx, p, c, i, line))?;
    }
    Ok(())
}

/// What became of a context.
fn result<S: Sink>(
    cx: &mut Cx<'_, S>,
    p: &Pdu5<'_>,
    c: &mut Cursor<'_>,
    nth: u8,
    line: requin_wire::Item,
) -> Step {
    let result = number(cx, CN_ACK_RESULT, c, p.little, 2)?;
    match result {
        0 => c.skip(2)?,
        3 => bind_time_features(cx, c)?,
        _ => _ = number(cx, CN_ACK_REASON, c, p.little, 2)?,
    }
    let (u, item) = uuid(cx, CN_ACK_TRANS_ID, c, p.little)?;
    number(cx, CN_ACK_TRANS_VER, c, p.little, 4)?;
    let name = ACK_RESULTS.or(result, "Unknown result");
    cx.label(item, |o| {
        o.s("Transfer Syntax: ");
        write_name(o, &u);
    });
    cx.label(line, |o| {
        o.s("Ctx Item[").u(nth + 1).s("]: ").s(name).s(", ");
        write_name(o, &u);
    });
    cx.info_add(|o| _ = o.s(if nth == 0 { " " } else { ", " }).s(name));
    Ok(())
}

fn bind_nak<S: Sink>(cx: &mut Cx<'_, S>, p: &Pdu5<'_>, c: &mut Cursor<'_>) -> Step {
    let reason = number(cx, CN_REJECT_REASON, c, p.little, 2)?;
    cx.info_add(|o| _ = o.s(", reason: ").s(REJECT_REASONS.or(reason, "Unknown")));
    // The versions that the server knows may be left out.
    if c.is_empty() || reason != 4 {
        return Ok(());
    }
    let versions = cx.u8(CN_NUM_PROTOCOLS, c)?;
    for _ in 0..versions {
        cx.u8(CN_PROTOCOL_VER_MAJOR, c)?;
        cx.u8(CN_PROTOCOL_VER_MINOR, c)?;
    }
    Ok(())
}

fn fault<S: Sink>(cx: &mut Cx<'_, S>, p: &Pdu5<'_>, c: &mut Cursor<'_>) -> Step {
    number(cx, CN_ALLOC_HINT, c, p.little, 4)?;
    let ctx = number(cx, CN_CTX_ID, c, p.little, 2)?;
    cx.u8(CN_CANCEL_COUNT, c)?;
    cx.flags(CN_FAULT_FLAGS, c, 1, &[CN_FAULT_FLAGS_EXTENDED_ERROR])?;
    let at = c.span(4);
    let item = if p.little { cx.peek_le(CN_STATUS, c, 0, 4)? } else { cx.peek(CN_STATUS, c, 4)? };
    let bytes = *c.array::<4>()?;
    let status = if p.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
    let name = STATUS.or(u64::from(status), "Unknown");
    cx.expert_with(STATUS_FAULT, item, at, |o| _ = o.s("Fault: ").s(name));
    cx.info_add(|o| _ = o.s(", Ctx: ").u(ctx).s(", status: ").s(name));
    cx.bytes(RESERVED, c, 4)?;
    calls::answered(cx, p, c);
    let known = Known::of(cx, p.call);
    let rest = c.take(c.left().saturating_sub(auth::Trailer::of(p).map_or(0, |t| t.len)));
    stub::fault(cx, &known, rest)
}
