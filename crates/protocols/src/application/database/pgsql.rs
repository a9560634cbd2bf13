//! PostgreSQL's protocol, version 3.

use requin_wire::{Cursor, Cx, Field, Pdu, ProtoId, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    PGSQL "pgsql" "PostgreSQL" "PGSQL" App
    on [Tcp 5432]
    track [remember]
    frames sized [frames]
    fields {
        FRONTEND_FIELD "pgsql.frontend" "Frontend": Bool;
        TYPE "pgsql.type" "Type": Str;
        LENGTH "pgsql.length" "Length": U32 Dec;
        VERSION_MAJOR "pgsql.version_major" "Protocol major version": U16 Dec;
        VERSION_MINOR "pgsql.version_minor" "Protocol minor version": U16 Dec;
        VERSION_SUPPORTED_MINOR "pgsql.version_supported_minor" "Supported minor version": U32 Dec;
        NUMBER_NONSUPPORTED_OPTIONS "pgsql.number_nonsupported_options" "Number nonsupported options": I32 Dec;
        NONSUPPORTED_OPTION "pgsql.nonsupported_option" "Nonsupported option": StrZ;
        PARAMETER_NAME "pgsql.parameter_name" "Parameter name": StrZ;
        PARAMETER_VALUE "pgsql.parameter_value" "Parameter value": StrZ;
        QUERY "pgsql.query" "Query": StrZ;
        PASSWORD "pgsql.password" "Password": StrZ;
        AUTHTYPE "pgsql.authtype" "Authentication type": U32 Dec = AUTHTYPE_NAMES;
        SALT "pgsql.salt" "Salt value": Bytes;
        AUTH_GSSAPI_SSPI_DATA "pgsql.auth.gssapi_sspi.data" "GSSAPI or SSPI data": Bytes;
        AUTH_SASL_MECH "pgsql.auth.sasl.mech" "SASL authentication mechanism": StrZ;
        AUTH_SASL_DATA_LENGTH "pgsql.auth.sasl.data.length" "SASL authentication data length": I32 Dec;
        AUTH_SASL_DATA "pgsql.auth.sasl.data" "SASL authentication data": Bytes;
        STATEMENT "pgsql.statement" "Statement": StrZ;
        PORTAL "pgsql.portal" "Portal": StrZ;
        RETURNS "pgsql.returns" "Returns": U32 Dec;
        TAG "pgsql.tag" "Tag": StrZ;
        STATUS "pgsql.status" "Status": U8 Dec = STATUS_NAMES;
        COPYDATA "pgsql.copydata" "Copy data": Bytes;
        ERROR "pgsql.error" "Error": StrZ;
        PID "pgsql.pid" "PID": U32 Dec;
        KEY "pgsql.key" "Key": U32 Dec;
        CONDITION "pgsql.condition" "Condition": StrZ;
        TEXT "pgsql.text" "Text": StrZ;
        OID_TABLE "pgsql.oid.table" "Table OID": U32 Dec;
        OID_TYPE "pgsql.oid.type" "Type OID": U32 Dec;
        OID "pgsql.oid" "OID": U32 Dec;
        FORMAT "pgsql.format" "Format": U16 Dec = FORMAT_NAMES;
        FIELD_COUNT "pgsql.field.count" "Field count": U16 Dec;
        COL_NAME "pgsql.col.name" "Column name": StrZ;
        COL_INDEX "pgsql.col.index" "Column index": U32 Dec;
        VAL_LENGTH "pgsql.val.length" "Column length": I32 Dec;
        VAL_DATA "pgsql.val.data" "Data": Bytes;
        COL_TYPEMOD "pgsql.col.typemod" "Type modifier": I32 Dec;
        SEVERITY "pgsql.severity" "Severity": StrZ;
        CODE "pgsql.code" "Code": StrZ;
        MESSAGE "pgsql.message" "Message": StrZ;
        DETAIL "pgsql.detail" "Detail": StrZ;
        HINT "pgsql.hint" "Hint": StrZ;
        POSITION "pgsql.position" "Position": StrZ;
        INTERNAL_POSITION "pgsql.internal_position" "Position (Internal)": StrZ;
        INTERNAL_QUERY "pgsql.internal_query" "Query (Internal)": StrZ;
        WHERE "pgsql.where" "Context": StrZ;
        SCHEMA_NAME "pgsql.schema_name" "Schema": StrZ;
        TABLE_NAME "pgsql.table_name" "Table": StrZ;
        COLUMN_NAME "pgsql.column_name" "Column": StrZ;
        TYPE_NAME "pgsql.type_name" "Type": StrZ;
        CONSTRAINT_NAME "pgsql.constraint_name" "Constraint": StrZ;
        FILE "pgsql.file" "File": StrZ;
        LINE "pgsql.line" "Line": StrZ;
        ROUTINE "pgsql.routine" "Routine": StrZ;
    }
}

names! {
    AUTHTYPE_NAMES {
        0 => "Success", 1 => "Kerberos V4", 2 => "Kerberos V5", 3 => "Plaintext password",
        4 => "crypt()ed password", 5 => "MD5 password", 6 => "SCM credentials", 7 => "GSSAPI",
        8 => "GSSAPI/SSPI continue", 9 => "SSPI", 10 => "SASL", 11 => "SASL continue",
        12 => "SASL complete",
    }
    STATUS_NAMES {
        69 => "In a failed transaction", 73 => "Idle", 84 => "In a transaction",
    }
    FORMAT_NAMES {
        0 => "Text", 1 => "Binary",
    }
}

/// What servers' messages are called, by their first byte.
const BACKEND: &[(u8, &str)] = &[
    (b'1', "Parse completion"),
    (b'2', "Bind completion"),
    (b'3', "Close completion"),
    (b'A', "Notification"),
    (b'C', "Command completion"),
    (b'D', "Data row"),
    (b'E', "Error"),
    (b'G', "Copy in response"),
    (b'H', "Copy out response"),
    (b'I', "Empty query"),
    (b'K', "Backend key data"),
    (b'N', "Notice"),
    (b'R', "Authentication request"),
    (b'S', "Parameter status"),
    (b'T', "Row description"),
    (b'V', "Function call response"),
    (b'W', "Copy both response"),
    (b'Z', "Ready for query"),
    (b'c', "Copy completion"),
    (b'd', "Copy data"),
    (b'n', "No data"),
    (b's', "Portal suspended"),
    (b't', "Parameter description"),
    (b'v', "Negotiate protocol version"),
];
/// What clients' messages are called.
const FRONTEND: &[(u8, &str)] = &[
    (b'B', "Bind"),
    (b'C', "Close"),
    (b'D', "Describe"),
    (b'E', "Execute"),
    (b'F', "Function call"),
    (b'H', "Flush"),
    (b'P', "Parse"),
    (b'Q', "Simple query"),
    (b'S', "Sync"),
    (b'X', "Termination"),
    (b'c', "Copy completion"),
    (b'd', "Copy data"),
    (b'f', "Copy failure"),
    (b'p', "Authentication message"),
];

/// Remembers which authentication the server asked for last.
fn remember(state: &mut [u64; 2], _: bool, payload: &[u8], _: usize) -> Option<ProtoId> {
    let mut at = 0;
    while let Some(head) = payload.get(at..).and_then(|p| p.first_chunk::<5>()) {
        let len = u32::from_be_bytes([head[1], head[2], head[3], head[4]]) as usize;
        if !(4..1 << 24).contains(&len) {
            break;
        }
        if head[0] == b'R' {
            let kind = payload.get(at + 5..).and_then(|p| p.first_chunk::<4>());
            state[0] = kind.map_or(0, |k| u64::from(u32::from_be_bytes(*k)));
        }
        at += 1 + len;
    }
    None
}

/// How far a message reaches: its length does not count its type, which the first one does not have.
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    let typed = usize::from(bytes.first() != Some(&0));
    match bytes.get(typed..).and_then(<[u8]>::first_chunk::<4>) {
        // The answer to a request for encryption.
        None if matches!(bytes, [b'S' | b'N']) => Pdu::Len(1),
        None => Pdu::More(typed + 4),
        Some(n) => match u32::from_be_bytes(*n) as usize {
            len @ 4.. => Pdu::Len(typed + len),
            _ => Pdu::AsItComes,
        },
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let frontend = cx.ports.dst == 5432;
    let first = cx.nth() == 1;
    let kind = c.peek_u8(0)?;
    // The first message of a connection has no type.
    let typed = kind != 0;
    if typed && c.left() == 1 && first && !frontend && matches!(kind, b'S' | b'N') {
        // The answer to a request for encryption.
        return ssl_answer(cx, &mut c, kind);
    }
    let known = if frontend { FRONTEND } else { BACKEND };
    let name = known.iter().find(|k| k.0 == kind).map(|k| k.1);
    if typed && name.is_none() {
        return Err(Stop::NotMine);
    }
    let at = usize::from(typed);
    let len = c.peek_u32(at).map_err(|_| Stop::NotMine)? as usize;
    if len < 4 || len + at > c.left() {
        // The rest comes in later segments.
        return Err(Stop::NotMine);
    }
    cx.protocol("PGSQL");
    if first {
        cx.info(|o| _ = o.c(if frontend { b'>' } else { b'<' }));
    }
    if typed {
        cx.info_add(|o| _ = o.s(if first { "" } else { "/" }).c(kind));
    }
    let mut m = c.take(len + at);
    cx.proto_len(len + at);
    let code = if typed { 0 } else { m.peek_u32(4).unwrap_or(0) };
    let asked = cx.state()[0];
    let name = match (kind, code) {
        (0, 80_877_103) => "SSL request",
        (0, 80_877_104) => "GSS encrypt request",
        (0, 80_877_102) => "Cancel request",
        (0, _) => "Startup message",
        (b'p', _) if frontend => match asked {
            10 => "SASLInitialResponse message",
            11 | 12 => "SASLResponse message",
            7..=9 => "GSSResponse message",
            _ => "Password message",
        },
        _ => name.unwrap_or("Unknown"),
    };
    let type_span = m.span(at);
    cx.add_str(TYPE, type_span, |o| _ = o.s(name));
    m.advance(at);
    cx.u32(LENGTH, &mut m)?;
    let item = cx.add(FRONTEND_FIELD, m.span(0), Value::U(u64::from(frontend)));
    cx.hide(item);
    cx.set_generated(item);
    if !typed {
        startup(cx, &mut m, code)?;
    } else if frontend {
        from_client(cx, &mut m, kind, asked)?;
    } else {
        from_server(cx, &mut m, kind)?;
    }
    if c.is_empty() {
        return Ok(());
    }
    cx.next_pdu(ID, c)
}

fn ssl_answer<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8) -> Step {
    cx.protocol("PGSQL");
    cx.info(|o| _ = o.s("<").c(kind));
    let span = c.span(1);
    cx.add_str(TYPE, span, |o| _ = o.s("SSL response"));
    c.skip(1)
}

/// A text up to its NUL; nothing when it is missing.
fn text<S: Sink>(cx: &mut Cx<'_, S>, field: Field, m: &mut Cursor<'_>) -> Step {
    cx.strz(field, m).map(|_| ())
}

fn startup<S: Sink>(cx: &mut Cx<'_, S>, m: &mut Cursor<'_>, code: u32) -> Step {
    match code {
        80_877_102 => {
            m.skip(4)?;
            cx.u32(PID, m)?;
            cx.u32(KEY, m)?;
        }
        80_877_103 | 80_877_104 => (),
        _ => {
            cx.u16(VERSION_MAJOR, m)?;
            cx.u16(VERSION_MINOR, m)?;
            while m.left() > 1 {
                text(cx, PARAMETER_NAME, m)?;
                text(cx, PARAMETER_VALUE, m)?;
            }
        }
    }
    Ok(())
}

fn from_client<S: Sink>(cx: &mut Cx<'_, S>, m: &mut Cursor<'_>, kind: u8, asked: u64) -> Step {
    match kind {
        b'p' => match asked {
            10 => {
                text(cx, AUTH_SASL_MECH, m)?;
                let n = m.peek_u32(0)?;
                cx.field(AUTH_SASL_DATA_LENGTH, m, 4)?;
                if n != u32::MAX {
                    cx.bytes(AUTH_SASL_DATA, m, n as usize)?;
                }
            }
            11 | 12 => {
                let n = m.left();
                cx.bytes(AUTH_SASL_DATA, m, n)?;
            }
            7..=9 => (),
            _ => text(cx, PASSWORD, m)?,
        },
        b'Q' => text(cx, QUERY, m)?,
        b'P' => {
            text(cx, STATEMENT, m)?;
            text(cx, QUERY, m)?;
            let n = m.peek_u16(0)?;
            let item = cx.line(m.span(2), |o| _ = o.s("Parameters: ").u(n));
            m.skip(2)?;
            cx.under(item, |cx| -> Step {
                for _ in 0..n {
                    cx.u32(OID_TYPE, m)?;
                }
                Ok(())
            })?;
        }
        b'B' => bind(cx, m)?,
        b'D' | b'C' => {
            let which = m.peek_u8(0)?;
            m.skip(1)?;
            text(cx, if which == b'P' { PORTAL } else { STATEMENT }, m)?;
        }
        b'E' => {
            text(cx, PORTAL, m)?;
            let rows = m.peek_u32(0)?;
            let item = cx.field(RETURNS, m, 4)?;
            cx.label(item, |o| {
                o.s("Returns: ");
                if rows == 0 {
                    o.s("all")
                } else {
                    o.u(rows)
                };
                o.s(" rows");
            });
        }
        b'd' => {
            let n = m.left();
            cx.bytes(COPYDATA, m, n)?;
        }
        b'f' => text(cx, ERROR, m)?,
        _ => (),
    }
    Ok(())
}

fn bind<S: Sink>(cx: &mut Cx<'_, S>, m: &mut Cursor<'_>) -> Step {
    text(cx, PORTAL, m)?;
    text(cx, STATEMENT, m)?;
    formats(cx, m, "Parameter formats: ")?;
    let n = m.peek_u16(0)?;
    let item = cx.line(m.span(2), |o| _ = o.s("Parameter values: ").u(n));
    m.skip(2)?;
    cx.under(item, |cx| values(cx, m, n))?;
    formats(cx, m, "Result formats: ")
}

fn formats<S: Sink>(cx: &mut Cx<'_, S>, m: &mut Cursor<'_>, title: &str) -> Step {
    let n = m.peek_u16(0)?;
    let item = cx.line(m.span(2), |o| _ = o.s(title).u(n));
    m.skip(2)?;
    cx.under(item, |cx| -> Step {
        for _ in 0..n {
            cx.u16(FORMAT, m)?;
        }
        Ok(())
    })
}

fn values<S: Sink>(cx: &mut Cx<'_, S>, m: &mut Cursor<'_>, n: u16) -> Step {
    for _ in 0..n {
        let len = m.peek_u32(0)?;
        cx.field(VAL_LENGTH, m, 4)?;
        // Minus one stands for null.
        if len != u32::MAX && len > 0 {
            cx.bytes(VAL_DATA, m, len as usize)?;
        }
    }
    Ok(())
}

fn from_server<S: Sink>(cx: &mut Cx<'_, S>, m: &mut Cursor<'_>, kind: u8) -> Step {
    match kind {
        b'R' => {
            let auth = cx.u32(AUTHTYPE, m)?;
            match auth {
                4 | 5 => {
                    let n = m.left();
                    cx.bytes(SALT, m, n)?;
                }
                10 => {
                    while m.left() > 1 {
                        text(cx, AUTH_SASL_MECH, m)?;
                    }
                }
                11 | 12 => {
                    let n = m.left();
                    cx.bytes(AUTH_SASL_DATA, m, n)?;
                }
                _ => (),
            }
        }
        b'K' => {
            cx.u32(PID, m)?;
            cx.u32(KEY, m)?;
        }
        b'S' => {
            text(cx, PARAMETER_NAME, m)?;
            text(cx, PARAMETER_VALUE, m)?;
        }
        b'T' => {
            let count = m.peek_u16(0)?;
            let item = cx.field(FIELD_COUNT, m, 2)?;
            cx.under(item, |cx| -> Step {
                for _ in 0..count {
                    let start = *m;
                    let n = m.rest().iter().position(|b| *b == 0).ok_or(Stop::Short)?;
                    let name = cx.add(COL_NAME, start.span(n + 1), Value::Str(start.span(n)));
                    m.skip(n + 1)?;
                    cx.under(name, |cx| -> Step {
                        cx.u32(OID_TABLE, m)?;
                        cx.uint(COL_INDEX, m, 2)?;
                        cx.u32(OID_TYPE, m)?;
                        cx.field(VAL_LENGTH, m, 2)?;
                        cx.field(COL_TYPEMOD, m, 4)?;
                        cx.u16(FORMAT, m)?;
                        Ok(())
                    })?;
                }
                Ok(())
            })?;
        }
        b't' => {
            let count = m.peek_u16(0)?;
            let item = cx.line(m.span(2), |o| _ = o.s("Parameters: ").u(count));
            m.skip(2)?;
            cx.under(item, |cx| -> Step {
                for _ in 0..count {
                    cx.u32(OID_TYPE, m)?;
                }
                Ok(())
            })?;
        }
        b'D' => {
            let count = m.peek_u16(0)?;
            let item = cx.field(FIELD_COUNT, m, 2)?;
            cx.under(item, |cx| values(cx, m, count))?;
        }
        b'I' => (),
        b'C' => text(cx, TAG, m)?,
        b'Z' => _ = cx.u8(STATUS, m)?,
        b'E' | b'N' => {
            while m.left() > 1 {
                let code = m.peek_u8(0)?;
                if code == 0 {
                    break;
                }
                m.skip(1)?;
                let field = match code {
                    b'S' => Some(SEVERITY),
                    b'V' => Some(TEXT),
                    b'C' => Some(CODE),
                    b'M' => Some(MESSAGE),
                    b'D' => Some(DETAIL),
                    b'H' => Some(HINT),
                    b'P' => Some(POSITION),
                    b'p' => Some(INTERNAL_POSITION),
                    b'q' => Some(INTERNAL_QUERY),
                    b'W' => Some(WHERE),
                    b's' => Some(SCHEMA_NAME),
                    b't' => Some(TABLE_NAME),
                    b'c' => Some(COLUMN_NAME),
                    b'd' => Some(TYPE_NAME),
                    b'n' => Some(CONSTRAINT_NAME),
                    b'F' => Some(FILE),
                    b'L' => Some(LINE),
                    b'R' => Some(ROUTINE),
                    _ => None,
                };
                match field {
                    Some(field) => text(cx, field, m)?,
                    None => {
                        let n = m.rest().iter().position(|b| *b == 0).ok_or(Stop::Short)?;
                        m.skip(n + 1)?;
                    }
                }
            }
        }
        b'A' => {
            cx.u32(PID, m)?;
            text(cx, CONDITION, m)?;
            if m.left() > 1 {
                text(cx, TEXT, m)?;
            }
        }
        b'G' | b'H' | b'W' => {
            cx.uint(FORMAT, m, 1)?;
            let count = m.peek_u16(0)?;
            let item = cx.line(m.span(2), |o| _ = o.s("Columns: ").u(count));
            m.skip(2)?;
            cx.under(item, |cx| -> Step {
                for _ in 0..count {
                    cx.u16(FORMAT, m)?;
                }
                Ok(())
            })?;
        }
        b'd' => {
            let n = m.left();
            let span: Span = m.span(n);
            cx.add(COPYDATA, span, Value::Bytes(span));
        }
        _ => (),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_as_long_as_its_length_says_and_its_type() {
        let len = |bytes: &[u8]| frames(bytes, true, &[0; 2]);
        // A startup message has no type.
        assert_eq!(len(&[0, 0, 0, 8, 4, 210, 22, 47]), Pdu::Len(8));
        assert_eq!(len(&[b'Q', 0, 0, 0, 13, b's']), Pdu::Len(14));
        assert_eq!(len(b"N"), Pdu::Len(1));
        assert_eq!(len(b"Q"), Pdu::More(5));
        assert_eq!(len(&[0, 0]), Pdu::More(4));
        assert_eq!(len(&[b'Q', 0, 0, 0, 3]), Pdu::AsItComes);
    }
}
