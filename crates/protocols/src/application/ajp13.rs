//! Apache JServ Protocol 1.3: requests that a web server hands on to a container of servlets, and what comes back.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Pdu, Sink, Step, Stop, names, proto};

proto! {
    AJP13 "ajp13" "Apache JServ Protocol v1.3" "AJP13" App
    on [Tcp 8009]
    frames sized [frames]
    fields {
        CODE "ajp13.code" "Code": U32 Dec = CODE_NAMES;
        CONTENT_LENGTH "ajp13.content_length" "Content-Length": Str;
        LEN "ajp13.len" "Length": U16 Dec;
        LOCATION "ajp13.location" "Location": Str;
        MAGIC "ajp13.magic" "Magic": Bytes;
        METHOD "ajp13.method" "Method": U8 Dec = METHOD_NAMES;
        NHDR "ajp13.nhdr" "NHDR": U16 Dec;
        REUSEP "ajp13.reusep" "REUSEP": U8 Dec;
        RMSG "ajp13.rmsg" "RSMSG": Str;
        RSTATUS "ajp13.rstatus" "RSTATUS": U16 Dec;
        UNKNOWN_HEADER "ajp13.unknown_header" "unknown_header": Str;
        VER "ajp13.ver" "Version": Str;
        URI "ajp13.uri" "URI": Str;
        RADDR "ajp13.raddr" "RADDR": Str;
        RHOST "ajp13.rhost" "RHOST": Str;
        SRV "ajp13.srv" "SRV": Str;
        PORT "ajp13.port" "PORT": U16 Dec;
        SSLP "ajp13.sslp" "SSLP": Bool;
        CONTENT_TYPE "ajp13.content_type" "Content-Type": Str;
        CONTENT_LANGUAGE "ajp13.content_language" "Content-Language": Str;
        DATE "ajp13.date" "Date": Str;
        LAST_MODIFIED "ajp13.last_modified" "Last-Modified": Str;
        SET_COOKIE "ajp13.set_cookie" "Set-Cookie": Str;
        SET_COOKIE2 "ajp13.set_cookie2" "Set-Cookie2": Str;
        SERVLET_ENGINE "ajp13.servlet_engine" "Servlet-Engine": Str;
        STATUS "ajp13.status" "Status": Str;
        WWW_AUTHENTICATE "ajp13.www_authenticate" "WWW-Authenticate": Str;
        ACCEPT "ajp13.accept" "Accept": Str;
        ACCEPT_CHARSET "ajp13.accept_charset" "Accept-Charset": Str;
        ACCEPT_ENCODING "ajp13.accept_encoding" "Accept-Encoding": Str;
        ACCEPT_LANGUAGE "ajp13.accept_language" "Accept-Language": Str;
        AUTHORIZATION "ajp13.authorization" "Authorization": Str;
        CONNECTION "ajp13.connection" "Connection": Str;
        COOKIE "ajp13.cookie" "Cookie": Str;
        COOKIE2 "ajp13.cookie2" "Cookie2": Str;
        HOST "ajp13.host" "Host": Str;
        PRAGMA "ajp13.pragma" "Pragma": Str;
        REFERER "ajp13.referer" "Referer": Str;
        USER_AGENT "ajp13.user_agent" "User-Agent": Str;
        UNKNOWN_ATTRIBUTE "ajp13.unknown_attribute" "unknown_attribute": Str;
        REQ_ATTRIBUTE "ajp13.req_attribute" "req_attribute": Str;
        CONTEXT "ajp13.context" "Context": Str;
        SERVLET_PATH "ajp13.servlet_path" "Servlet-Path": Str;
        REMOTE_USER "ajp13.remote_user" "Remote-User": Str;
        AUTH_TYPE "ajp13.auth_type" "Auth-Type": Str;
        QUERY_STRING "ajp13.query_string" "Query-String": Str;
        ROUTE "ajp13.route" "Route": Str;
        SSL_CERT "ajp13.ssl_cert" "SSL-Cert": Str;
        SSL_CIPHER "ajp13.ssl_cipher" "SSL-Cipher": Str;
        SSL_SESSION "ajp13.ssl_session" "SSL-Session": Str;
        SSL_KEY_SIZE "ajp13.ssl_key_size" "SSL-Key-Size": U16 Dec;
        SECRET "ajp13.secret" "Secret": Str;
        STORED_METHOD "ajp13.stored_method" "Stored-Method": Str;
        RLEN "ajp13.rlen" "RLEN": U16 Dec;
        DATA "ajp13.data" "Data": Str;
    }
}

names! {
    CODE_NAMES {
        2 => "FORWARD REQUEST", 3 => "SEND BODY CHUNK", 4 => "SEND HEADERS", 5 => "END RESPONSE",
        6 => "GET BODY CHUNK", 7 => "SHUTDOWN", 9 => "CPONG", 10 => "CPING",
    }
    METHOD_NAMES {
        1 => "OPTIONS", 2 => "GET", 3 => "HEAD", 4 => "POST", 5 => "PUT", 6 => "DELETE", 7 => "TRACE",
        8 => "PROPFIND", 9 => "PROPPATCH", 10 => "MKCOL", 11 => "COPY", 12 => "MOVE", 13 => "LOCK",
        14 => "UNLOCK", 15 => "ACL", 16 => "REPORT", 17 => "VERSION-CONTROL", 18 => "CHECKIN",
        19 => "CHECKOUT", 20 => "UNCHECKOUT", 21 => "SEARCH",
    }
}

const TO_CONTAINER: [u8; 2] = [0x12, 0x34];
const TO_SERVER: [u8; 2] = *b"AB";
const HEAD: usize = 4;

const FORWARD: u8 = 2;
const BODY_CHUNK: u8 = 3;
const SEND_HEADERS: u8 = 4;
const END_RESPONSE: u8 = 5;
const GET_CHUNK: u8 = 6;
/// What ends the attributes of a request.
const NO_MORE: u8 = 0xff;
/// A text that isn't there.
const ABSENT: u16 = 0xffff;

/// Headers of requests that have numbers.
const REQUEST_HEADERS: &[Field] = &[
    ACCEPT,
    ACCEPT_CHARSET,
    ACCEPT_ENCODING,
    ACCEPT_LANGUAGE,
    AUTHORIZATION,
    CONNECTION,
    CONTENT_TYPE,
    CONTENT_LENGTH,
    COOKIE,
    COOKIE2,
    HOST,
    PRAGMA,
    REFERER,
    USER_AGENT,
];

/// Headers of responses that have numbers.
const RESPONSE_HEADERS: &[Field] = &[
    CONTENT_TYPE,
    CONTENT_LANGUAGE,
    CONTENT_LENGTH,
    DATE,
    LAST_MODIFIED,
    LOCATION,
    SET_COOKIE,
    SET_COOKIE2,
    SERVLET_ENGINE,
    STATUS,
    WWW_AUTHENTICATE,
];

/// Attributes of requests by their numbers, from 1.
const ATTRIBUTES: &[Field] = &[
    CONTEXT,
    SERVLET_PATH,
    REMOTE_USER,
    AUTH_TYPE,
    QUERY_STRING,
    ROUTE,
    SSL_CERT,
    SSL_CIPHER,
    SSL_SESSION,
    REQ_ATTRIBUTE,
    SSL_KEY_SIZE,
    SECRET,
    STORED_METHOD,
];

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [a, b, c, d, ..] if matches!([*a, *b], TO_CONTAINER | TO_SERVER) => {
            Pdu::Len(HEAD + usize::from(u16::from_be_bytes([*c, *d])))
        }
        _ if bytes.len() < HEAD => Pdu::More(HEAD),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<HEAD>()?;
    let server = match [h[0], h[1]] {
        TO_CONTAINER => false,
        TO_SERVER => true,
        _ => return Err(Stop::NotMine),
    };
    cx.protocol("AJP13");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let mut one = c.take(HEAD + usize::from(u16::from_be_bytes([h[2], h[3]])));
    cx.proto_len(one.left());
    run(cx, &mut one, &[(MAGIC, 2), (LEN, 2)])?;
    cx.info_add(|o| _ = o.s(if server { "0:RSP:" } else { "0:REQ:" }));
    if !one.is_empty() {
        let code = one.peek_u8(0)?;
        cx.field(CODE, &mut one, 1)?;
        if !server && code == FORWARD {
            request(cx, one)?;
        } else {
            cx.info_add(|o| _ = o.s(CODE_NAMES.or(u64::from(code), "Unknown")));
            if server {
                response(cx, one, code)?;
            }
        }
    }
    cx.info_fence();
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}

/// A text: its length, its bytes, a zero.
fn text<'a, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'a>, field: Field) -> Result<&'a [u8], Stop> {
    let n = c.peek_u16(0)?;
    if n == ABSENT {
        c.skip(2)?;
        return Ok(&[]);
    }
    let n = usize::from(n);
    let bytes = c.peek_bytes(2, n)?;
    cx.add_str(field, c.span(2 + n + 1), |o| _ = o.bytes(bytes));
    c.skip(2 + n + 1)?;
    Ok(bytes)
}

fn header<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, known: &[Field]) -> Step {
    let code = c.peek_u16(0)?;
    if code >> 8 == 0xa0 {
        let field = known.get(usize::from(code & 0xff).wrapping_sub(1)).copied();
        let from = *c;
        c.skip(2)?;
        let n = usize::from(c.peek_u16(0)?);
        let value = c.peek_bytes(2, n)?;
        c.skip(2 + n + 1)?;
        cx.add_str(field.unwrap_or(UNKNOWN_HEADER), c.span_since(&from), |o| _ = o.bytes(value));
        return Ok(());
    }
    let from = *c;
    let n = usize::from(code);
    let name = c.peek_bytes(2, n)?;
    c.skip(2 + n + 1)?;
    let n = usize::from(c.peek_u16(0)?);
    let value = c.peek_bytes(2, n)?;
    c.skip(2 + n + 1)?;
    let item = cx.add_str(UNKNOWN_HEADER, c.span_since(&from), |o| _ = o.bytes(name).s(": ").bytes(value));
    cx.label(item, |o| _ = o.text(name).s(": ").text(value));
    Ok(())
}

fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let method = cx.u8(METHOD, &mut c)?;
    cx.info_add(|o| _ = o.s(METHOD_NAMES.or(u64::from(method), "Unknown")));
    let version = text(cx, &mut c, VER)?;
    let uri = text(cx, &mut c, URI)?;
    cx.info_add(|o| _ = o.s(" ").text(uri).s(" ").text(version));
    for field in [RADDR, RHOST, SRV] {
        text(cx, &mut c, field)?;
    }
    run(cx, &mut c, &[(PORT, 2), (SSLP, 1)])?;
    for _ in 0..cx.u16(NHDR, &mut c)? {
        header(cx, &mut c, REQUEST_HEADERS)?;
    }
    while !c.is_empty() {
        let code = c.peek_u8(0)?;
        c.skip(1)?;
        if code == NO_MORE {
            break;
        }
        match ATTRIBUTES.get(usize::from(code).wrapping_sub(1)).copied() {
            Some(SSL_KEY_SIZE) => run(cx, &mut c, &[(SSL_KEY_SIZE, 2)])?,
            Some(REQ_ATTRIBUTE) => {
                let from = c;
                let parts = [word(&mut c)?, word(&mut c)?];
                let span = c.span_since(&from);
                let item = cx.add_str(REQ_ATTRIBUTE, span, |o| _ = o.bytes(parts[0]).s(": ").bytes(parts[1]));
                cx.label(item, |o| _ = o.text(parts[0]).s(": ").text(parts[1]));
            }
            Some(field) => _ = text(cx, &mut c, field)?,
            None => _ = text(cx, &mut c, UNKNOWN_ATTRIBUTE)?,
        }
    }
    Ok(())
}

/// A text that is shown with another.
fn word<'a>(c: &mut Cursor<'a>) -> Result<&'a [u8], Stop> {
    let n = usize::from(c.peek_u16(0)?);
    let bytes = c.peek_bytes(2, n)?;
    c.skip(2 + n + 1)?;
    Ok(bytes)
}

fn response<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, code: u8) -> Step {
    match code {
        SEND_HEADERS => {
            let status = cx.u16(RSTATUS, &mut c)?;
            let message = text(cx, &mut c, RMSG)?;
            cx.info_add(|o| _ = o.s(":").u(status).s(" ").text(message));
            for _ in 0..cx.u16(NHDR, &mut c)? {
                header(cx, &mut c, RESPONSE_HEADERS)?;
            }
            Ok(())
        }
        END_RESPONSE => run(cx, &mut c, &[(REUSEP, 1)]),
        GET_CHUNK => run(cx, &mut c, &[(RLEN, 2)]),
        BODY_CHUNK => {
            let n = usize::from(cx.u16(RLEN, &mut c)?);
            let n = n.min(c.left());
            if n > 0 { run(cx, &mut c, &[(DATA, n)]) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}
