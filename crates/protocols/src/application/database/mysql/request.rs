//! What clients send: logins and commands.

use super::state::{self, Kind, caps};
use super::*;

const REFRESH_BITS: &[Field] =
    &[RFSH_GRANTS, RFSH_LOG, RFSH_TABLES, RFSH_HOSTS, RFSH_STATUS, RFSH_THREADS, RFSH_SLAVE, RFSH_MASTER];

/// Shows a packet of the client.
pub(super) fn show<S: Sink>(cx: &mut Cx<'_, S>, talk: &Talk, c: &mut Cursor<'_>, n: u8) -> Step {
    match talk.state.kind(true, n, c.rest()) {
        Kind::Login => {
            cx.info(|o| _ = o.s("Login Request "));
            hello::login(cx, talk, c)?;
        }
        Kind::AuthData => {
            cx.info(|o| _ = o.s("Auth Switch Response "));
            if !c.is_empty() {
                hello::data(cx, AUTH_SWITCH_RESPONSE_DATA, c)?;
            }
        }
        Kind::FileContent => {
            cx.info(|o| _ = o.s("File Content "));
            if !c.is_empty() {
                hello::data(cx, PAYLOAD, c)?;
            }
        }
        _ => command(cx, talk, c)?,
    }
    Ok(())
}

fn command<S: Sink>(cx: &mut Cx<'_, S>, talk: &Talk, c: &mut Cursor<'_>) -> Step {
    cx.info(|o| _ = o.s("Request"));
    let start = *c;
    let item = cx.add(REQUEST, c.span(usize::MAX), Value::None);
    let code = c.peek_u8(0)?;
    let name = COMMAND_NAMES.find(u64::from(code));
    match name {
        Some(name) => {
            cx.info_add(|o| _ = o.c(b' ').s(name));
            cx.label(item, |o| _ = o.s("Request Command ").s(name));
        }
        None => {
            cx.info_add(|o| _ = o.s(" Unknown (").u(code).s(") "));
            cx.label(item, |o| _ = o.s("Request Command Unknown (").u(code).c(b')'));
        }
    }
    cx.under(item, |cx| {
        cx.u8(COMMAND, c)?;
        arguments(cx, talk, code, c)
    })?;
    cx.set_len(item, c.pos() - start.pos());
    Ok(())
}

fn arguments<S: Sink>(cx: &mut Cx<'_, S>, talk: &Talk, code: u8, c: &mut Cursor<'_>) -> Step {
    match code {
        2 | 5 | 6 => hello::data(cx, SCHEMA, c)?,
        3 => {
            if talk.state.caps & caps::QUERY_ATTRIBUTES != 0 {
                attributes(cx, c)?;
            }
            hello::data(cx, QUERY, c)?;
        }
        22 => hello::data(cx, QUERY, c)?,
        4 => {
            hello::to_nul(cx, TABLE_NAME, c)?;
        }
        7 => {
            cx.flags(REFRESH, c, 1, REFRESH_BITS)?;
        }
        // The level was left away in newer versions.
        8 if !c.is_empty() => {
            cx.u8(SHUTDOWN, c)?;
        }
        12 => {
            cx.u32_le(THREAD_ID, c)?;
        }
        17 => hello::change_user(cx, talk.state.caps, c)?,
        18 | 30 => binlog::dump(cx, code, c)?,
        21 => binlog::register(cx, c)?,
        23 => execute(cx, c)?,
        250 => bulk(cx, c)?,
        24 => {
            cx.u32_le(STMT_ID, c)?;
            cx.u16_le(PARAM, c)?;
            if !c.is_empty() {
                hello::data(cx, PAYLOAD, c)?;
            }
        }
        25 | 26 => {
            cx.u32_le(STMT_ID, c)?;
        }
        27 => {
            cx.u16_le(OPTION, c)?;
        }
        28 => {
            cx.u32_le(STMT_ID, c)?;
            cx.u32_le(NUM_ROWS, c)?;
        }
        0 | 1 | 8..=11 | 13..=16 | 20 | 29 | 31 => (),
        19 => rest(cx, c, INCOMPLETE)?,
        _ => rest(cx, c, COMMAND_INVALID)?,
    }
    Ok(())
}

/// Attributes of a query: names and values, which stand before its text.
fn attributes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let start = *c;
    let item = cx.add(QUERY_ATTRS, c.span(usize::MAX), Value::None);
    cx.under(item, |cx| -> Step {
        let n = quiet_lenenc(c)?;
        let span = c.span_since(&start);
        cx.add(QUERY_ATTRS_COUNT, span, Value::U(n));
        // How many sets of values there are: always one.
        quiet_lenenc(c)?;
        if n == 0 {
            return Ok(());
        }
        // Every attribute takes at least three bytes.
        let n = within(c, n);
        let nulls = cx.bytes(UNUSED, c, n.div_ceil(8))?;
        let span = c.span(1);
        let bound = c.peek_u8(0)?;
        c.skip(1)?;
        cx.add(QUERY_ATTRS_SEND_TYPES_TO_SERVER, span, Value::U(u64::from(bound != 0)));
        if bound == 0 {
            return Ok(());
        }
        let mut types = Vec::new();
        for _ in 0..n {
            types.push(cx.u16_le(QUERY_ATTR_NAME_TYPE, c)?);
            rows::text(cx, "Attribute Name", QUERY_ATTR_NAME, c)?;
        }
        for (i, kind) in types.into_iter().enumerate() {
            if nulls.get(i / 8).is_some_and(|b| b >> (i % 8) & 1 != 0) {
                continue;
            }
            if rows::is_text(kind) {
                rows::text(cx, "Attribute Value", QUERY_ATTR_VALUE, c)?;
            } else {
                rows::value(cx, kind, c)?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

/// A length-encoded number that is not shown.
fn quiet_lenenc(c: &mut Cursor<'_>) -> Result<u64, Stop> {
    let first = c.peek_u8(0)?;
    let width = match first {
        252 => 2,
        253 => 3,
        254 => 8,
        _ => {
            c.skip(1)?;
            return Ok(u64::from(first));
        }
    };
    let n = requin_wire::le(c.peek_bytes(1, width)?);
    c.skip(1 + width)?;
    Ok(n)
}

fn execute<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let id = cx.u32_le(STMT_ID, c)?;
    cx.u8(EXEC_FLAGS, c)?;
    cx.u32_le(EXEC_ITER, c)?;
    let Some(known) = cx.recalled(state::statement(id)) else {
        return rest(cx, c, PREPARE_NEEDED);
    };
    let Some((n, known)) = known.bytes.split_first_chunk::<2>() else { return Ok(()) };
    let n = usize::from(u16::from_be_bytes(*n));
    if n == 0 || c.is_empty() {
        return Ok(());
    }
    let nulls = c.bytes(n.div_ceil(8))?;
    let bound = cx.u8(NEW_PARAMETER_BOUND_FLAG, c)?;
    let mut head = *c;
    let types = if bound == 1 {
        c.bytes(2 * n)?
    } else if known.len() == 2 * n {
        known
    } else {
        return Ok(());
    };
    let sent = cx.recalled(state::ahead(id)).map(|r| r.bytes.as_chunks::<2>().0.to_vec()).unwrap_or_default();
    for (i, kind) in rows::types(types).into_iter().enumerate() {
        let item = cx.add(EXEC_PARAM, head.span(if bound == 1 { 2 } else { 0 }), Value::None);
        cx.under(item, |cx| -> Step {
            if bound == 1 {
                cx.u8(FIELD_TYPE, &mut head)?;
                cx.u8(EXEC_UNSIGNED, &mut head)?;
            }
            if nulls.get(i / 8).is_some_and(|b| b >> (i % 8) & 1 != 0) {
                cx.add(EXEC_FIELD_NULL, c.span(0), Value::None);
                Ok(())
            } else if sent.iter().any(|s| usize::from(u16::from_le_bytes(*s)) == i) {
                cx.expert(STREAMED, item, c.span(0));
                Ok(())
            } else {
                rows::value(cx, kind, c)
            }
        })?;
    }
    Ok(())
}

/// MariaDB: a statement is executed with many rows of parameters.
fn bulk<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32_le(STMT_ID, c)?;
    let flags =
        cx.flags_le(MARIADB_BULK_FLAGS, c, 2, &[MARIADB_BULK_FLAG_AUTOID, MARIADB_BULK_FLAG_SENDTYPES])?.0;
    if flags & 0x80 == 0 {
        return Ok(());
    }
    // How many types there are only the prepared statement tells; the rows follow without a mark.
    rest(cx, c, PREPARE_NEEDED)
}
