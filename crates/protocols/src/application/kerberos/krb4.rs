//! Kerberos 4, as MIT's sources have it: messages of texts that zeros end, in either order of bytes.

use requin_wire::{Cursor, Cx, Field, Sink, Step, Value, names, proto};

proto! {
    KRB4 "krb4" "Kerberos v4" "KRB4" App
    on []
    fields {
        VERSION "krb4.version" "Version": U8 Dec;
        AUTH_MSG_TYPE "krb4.auth_msg_type" "Msg Type": U8 Hex;
        M_TYPE "krb4.m_type" "M Type": U8 Hex & 0xfe = M_TYPE_NAMES;
        BYTE_ORDER "krb4.byte_order" "Byte Order": U8 Hex & 0x1 = BYTE_ORDER_NAMES;
        NAME "krb4.name" "Name": StrZ;
        INSTANCE "krb4.instance" "Instance": StrZ;
        REALM "krb4.realm" "Realm": StrZ;
        TIME_SEC "krb4.time_sec" "Time Sec": AbsTime Utc;
        EXP_DATE "krb4.exp_date" "Exp Date": AbsTime Utc;
        REQ_DATE "krb4.req_date" "Req Date": AbsTime Utc;
        LIFETIME "krb4.lifetime" "Lifetime": U8 Dec;
        S_NAME "krb4.s_name" "Service Name": StrZ;
        S_INSTANCE "krb4.s_instance" "Service Instance": StrZ;
        KVNO "krb4.kvno" "Kvno": U8 Dec;
        LENGTH "krb4.length" "Length": U32 Dec;
        TICKET_LENGTH "krb4.ticket.length" "Ticket Length": U8 Dec;
        REQUEST_LENGTH "krb4.request.length" "Request Length": U8 Dec;
        TICKET_BLOB "krb4.ticket.blob" "Ticket Blob": Bytes;
        REQUEST_BLOB "krb4.request.blob" "Request Blob": Bytes;
        ENCRYPTED_BLOB "krb4.encrypted_blob" "Encrypted Blob": Bytes;
        UNKNOWN_TRANSARC_BLOB "krb4.unknown_transarc_blob" "Unknown Transarc Blob": Bytes;
    }
}

names! {
    M_TYPE_NAMES {
        1 => "KDC Request", 2 => "KDC Reply", 3 => "Appl Request", 4 => "Appl Request Mutual", 5 => "Err Reply",
        6 => "Private", 7 => "Safe", 8 => "Appl Err", 63 => "Die",
    }
    BYTE_ORDER_NAMES {
        0 => "Big Endian", 1 => "Little Endian",
    }
}

const KDC_REQUEST: u8 = 1;
const KDC_REPLY: u8 = 2;
const APPL_REQUEST: u8 = 3;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("KRB4");
    cx.info_clear();
    let kind = c.peek_u8(1)?;
    let name = M_TYPE_NAMES.or(u64::from(kind >> 1), "Unknown");
    let little = kind & 1 != 0;
    cx.u8(VERSION, &mut c)?;
    cx.info(|o| _ = o.s(name));
    let item = cx.peek(AUTH_MSG_TYPE, &c, 1)?;
    cx.label(item, |o| {
        o.s("Msg Type: ").hex(kind, 2).s(" ").s(name);
        o.s(if little { " (Little Endian)" } else { " (Big Endian)" });
    });
    cx.under(item, |cx| -> Step {
        cx.peek(M_TYPE, &c, 1)?;
        cx.peek(BYTE_ORDER, &c, 1).map(|_| ())
    })?;
    c.skip(1)?;
    match kind >> 1 {
        KDC_REQUEST => {
            texts(cx, &mut c, &[NAME, INSTANCE, REALM])?;
            time(cx, TIME_SEC, &mut c, little)?;
            lifetime(cx, &mut c)?;
            texts(cx, &mut c, &[S_NAME, S_INSTANCE])
        }
        KDC_REPLY => {
            texts(cx, &mut c, &[NAME, INSTANCE, REALM])?;
            time(cx, TIME_SEC, &mut c, little)?;
            // The number of tickets, which is always one.
            c.skip(1)?;
            time(cx, EXP_DATE, &mut c, little)?;
            cx.u8(KVNO, &mut c)?;
            let n = if little { cx.uint_le(LENGTH, &mut c, 2)? } else { cx.uint(LENGTH, &mut c, 2)? };
            cx.bytes(ENCRYPTED_BLOB, &mut c, n as usize).map(|_| ())
        }
        APPL_REQUEST => {
            cx.u8(KVNO, &mut c)?;
            texts(cx, &mut c, &[REALM])?;
            let ticket = usize::from(cx.u8(TICKET_LENGTH, &mut c)?);
            let request = usize::from(cx.u8(REQUEST_LENGTH, &mut c)?);
            cx.bytes(TICKET_BLOB, &mut c, ticket)?;
            cx.bytes(REQUEST_BLOB, &mut c, request).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// Texts one behind the other.
fn texts<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: &[Field]) -> Step {
    for field in fields {
        cx.strz(*field, c)?;
    }
    Ok(())
}

fn time<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>, little: bool) -> Step {
    let bytes = c.peek_bytes(0, 4)?;
    let secs = if little { requin_wire::le(bytes) } else { requin_wire::be(bytes) };
    cx.add(field, c.span(4), Value::Time(secs as i64, 0));
    c.skip(4)
}

/// In units of five minutes.
fn lifetime<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = c.peek_u8(0)?;
    let item = cx.field(LIFETIME, c, 1)?;
    cx.append(item, |o| _ = o.s(" (").u(u64::from(n) * 5).s(" minutes)"));
    Ok(())
}
