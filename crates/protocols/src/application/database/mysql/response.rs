//! What servers send: OK, errors, ends, and what introduces results.

use super::state::{self, Kind, caps};
use super::*;

const STATUS_BITS: &[Field] = &[
    STAT_IT,
    STAT_AC,
    STAT_MU,
    STAT_MR,
    STAT_BI,
    STAT_NI,
    STAT_CR,
    STAT_LR,
    STAT_DR,
    STAT_BS,
    STAT_MC,
    STAT_QUERY_WAS_SLOW,
    STAT_PS_OUT_PARAMS,
    STAT_TRANS_READONLY,
    STAT_SESSION_STATE_CHANGED,
];

/// The status of the server.
pub(super) fn status<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.flags_le(SERVER_STATUS, c, 2, STATUS_BITS).map(|_| ())
}

/// The first byte of a response, and the same as the mark of an end.
pub(super) fn code<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.peek(RESPONSE_CODE, c, 1)?;
    if c.peek_u8(0)? == 0xfe {
        cx.peek(EOF, c, 1)?;
    }
    c.skip(1)
}

/// Shows a packet of the server, under `item`.
pub(super) fn show<S: Sink>(
    cx: &mut Cx<'_, S>,
    talk: &mut Talk,
    c: &mut Cursor<'_>,
    n: u8,
    item: Item,
) -> Step {
    let kind = talk.state.kind(false, n, c.rest());
    cx.info(|o| {
        o.s(match kind {
            Kind::Greeting | Kind::GreetingError => "Server Greeting ",
            Kind::AuthSwitch => "Auth Switch Request ",
            _ => "Response ",
        });
    });
    let name = match kind {
        Kind::AuthSwitch => "authentication switch request",
        Kind::Ok => "response OK",
        Kind::Eof => "response EOF",
        Kind::Error => "response ERROR",
        Kind::LocalFile => "request for a local file",
        Kind::ColumnCount => "column count",
        Kind::Column => "field packet",
        Kind::IntermediateEof => "intermediate EOF",
        Kind::Row | Kind::BinaryRow => "row packet",
        Kind::FieldList => "response to SHOW FIELDS",
        Kind::Prepared => "response to PREPARE",
        Kind::Parameter => "parameters in response to PREPARE",
        Kind::PreparedColumn => "fields in response to PREPARE",
        Kind::Binlog => "binlog event",
        _ => "",
    };
    if !name.is_empty() {
        cx.append(item, |o| _ = o.s(" - ").s(name));
    }
    let extended = talk.state.extended;
    match kind {
        Kind::Greeting => hello::greeting(cx, c)?,
        Kind::GreetingError | Kind::Error => error(cx, kind == Kind::Error, c)?,
        Kind::AuthSwitch => hello::switch(cx, c)?,
        Kind::Ok => ok(cx, talk.state.caps, c)?,
        Kind::Eof | Kind::IntermediateEof => eof(cx, c)?,
        Kind::Message => hello::data(cx, MESSAGE, c)?,
        Kind::LocalFile => {
            cx.info_add(|o| _ = o.s("LOCAL INFILE "));
            cx.info_fence();
            cx.u8(RESPONSE_CODE, c)?;
            if !c.is_empty() {
                hello::data(cx, PAYLOAD, c)?;
            }
        }
        Kind::ColumnCount => count(cx, talk, c)?,
        Kind::Column | Kind::Parameter | Kind::PreparedColumn => {
            if kind == Kind::Column && talk.state.binary {
                let kind = state::column_type(c.rest()).unwrap_or_default();
                talk.types.push(u16::from_le_bytes(kind));
            }
            rows::column(cx, extended, false, c)?;
        }
        Kind::FieldList => rows::column(cx, extended, true, c)?,
        Kind::Row => rows::row(cx, c)?,
        Kind::BinaryRow => rows::binary(cx, &talk.types, c)?,
        Kind::Prepared => prepared(cx, c)?,
        Kind::Binlog => {
            cx.u8(RESPONSE_CODE, c)?;
            cx.info_add(|o| _ = o.s("Binlog Event "));
            binlog::event(cx, c)?;
        }
        _ => rest(cx, c, UNKNOWN_RESPONSE)?,
    }
    if matches!(kind, Kind::Greeting | Kind::GreetingError | Kind::AuthSwitch) {
        cx.info_fence();
    }
    Ok(())
}

/// How many columns a result has.
fn count<S: Sink>(cx: &mut Cx<'_, S>, talk: &mut Talk, c: &mut Cursor<'_>) -> Step {
    cx.info_add(|o| _ = o.s("TABULAR "));
    cx.info_fence();
    talk.types.clear();
    lenenc_field(cx, NUM_FIELDS, c)?;
    if c.is_empty() {
        return Ok(());
    }
    if talk.state.cached {
        cx.u8(METADATA_FOLLOWS, c)?;
        return Ok(());
    }
    lenenc_field(cx, EXTRA, c).map(|_| ())
}

fn error<S: Sink>(cx: &mut Cx<'_, S>, with_code: bool, c: &mut Cursor<'_>) -> Step {
    if with_code {
        code(cx, c)?;
    } else {
        c.skip(1)?;
    }
    let n = cx.u16_le(ERROR_CODE, c)?;
    cx.info_add(|o| _ = o.s(" Error ").u(n).c(b' '));
    cx.info_fence();
    if c.peek_u8(0) == Ok(b'#') {
        c.skip(1)?;
        cx.bytes(SQLSTATE, c, 5)?;
    }
    hello::data(cx, ERROR_MESSAGE, c)
}

fn eof<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    code(cx, c)?;
    if !c.is_empty() {
        cx.u16_le(WARNINGS, c)?;
        status(cx, c)?;
    }
    Ok(())
}

fn ok<S: Sink>(cx: &mut Cx<'_, S>, caps: u32, c: &mut Cursor<'_>) -> Step {
    code(cx, c)?;
    cx.info_add(|o| _ = o.s(" OK "));
    cx.info_fence();
    lenenc_field(cx, AFFECTED_ROWS, c)?;
    let (id, span) = lenenc(cx, c)?;
    if let Some(id @ 1..) = id {
        cx.add(INSERT_ID, span, Value::U(id));
    }
    if c.is_empty() {
        return Ok(());
    }
    let changed = requin_wire::le(c.peek_bytes(0, 2)?) & 0x4000 != 0;
    status(cx, c)?;
    // The beginning was not seen: servers of today have the newer protocol.
    if (caps & caps::PROTOCOL_41 != 0 || caps == 0) && !c.is_empty() {
        cx.u16_le(WARNINGS, c)?;
    }
    if c.is_empty() {
        return Ok(());
    }
    if caps & caps::SESSION_TRACK == 0 {
        return hello::data(cx, MESSAGE, c);
    }
    let (n, _) = lenenc(cx, c)?;
    let n = within(c, n.unwrap_or(0));
    if n > 0 {
        cx.bytes(MESSAGE, c, n)?;
    }
    if changed && !c.is_empty() { tracked(cx, c) } else { Ok(()) }
}

/// What changed in the session.
fn tracked<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let start = *c;
    let (n, span) = lenenc(cx, c)?;
    let n = within(c, n.unwrap_or(0));
    let mut all = c.take(n);
    let item = cx.add(SESSION_TRACK_DATA, c.span_since(&start), Value::None);
    cx.under(item, |cx| -> Step {
        cx.add(SESSION_TRACK_DATA_LENGTH, span, Value::U(n as u64));
        while !all.is_empty() {
            let start = all;
            let item = cx.add(SESSION_TRACK, all.span(0), Value::None);
            cx.under(item, |cx| change(cx, &mut all))?;
            cx.set_len(item, all.pos() - start.pos());
        }
        Ok(())
    })
}

fn change<S: Sink>(cx: &mut Cx<'_, S>, all: &mut Cursor<'_>) -> Step {
    let kind = cx.u8(SESSION_TRACK_TYPE, all)?;
    let n = lenenc_field(cx, SESSION_TRACK_LENGTH, all)?;
    let n = within(all, n);
    let mut c = all.take(n);
    match kind {
        0 => {
            // Names and values, one after the other.
            while !c.is_empty() {
                part(cx, SESSION_TRACK_SYSVAR_LENGTH, SESSION_TRACK_SYSVAR_NAME, &mut c)?;
                part(cx, SESSION_TRACK_SYSVAR_LENGTH, SESSION_TRACK_SYSVAR_VALUE, &mut c)?;
            }
            Ok(())
        }
        1 => part(cx, SESSION_TRACK_SCHEMA_LENGTH, SESSION_TRACK_SCHEMA, &mut c),
        2 => cx.bytes(SESSION_TRACK_STATE_CHANGE, &mut c, n).map(|_| ()),
        3 => {
            cx.u8(SESSION_TRACK_GTIDS_ENCODING, &mut c)?;
            part(cx, SESSION_TRACK_GTIDS_LENGTH, SESSION_TRACK_GTIDS, &mut c)
        }
        4 => part(
            cx,
            SESSION_TRACK_TRANSACTION_CHARACTERISTICS_LENGTH,
            SESSION_TRACK_TRANSACTION_CHARACTERISTICS,
            &mut c,
        ),
        5 => part(cx, SESSION_TRACK_TRANSACTION_STATE_LENGTH, SESSION_TRACK_TRANSACTION_STATE, &mut c),
        _ => Ok(()),
    }
}

/// A text with its length.
fn part<S: Sink>(cx: &mut Cx<'_, S>, length: Field, text: Field, c: &mut Cursor<'_>) -> Step {
    let n = lenenc_field(cx, length, c)?;
    let n = within(c, n);
    cx.bytes(text, c, n).map(|_| ())
}

fn prepared<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u8(RESPONSE_CODE, c)?;
    cx.u32_le(STMT_ID, c)?;
    cx.u16_le(NUM_FIELDS, c)?;
    cx.u16_le(NUM_PARAMS, c)?;
    c.skip(c.left().min(1))?;
    if !c.is_empty() {
        cx.u16_le(WARNINGS, c)?;
    }
    Ok(())
}
