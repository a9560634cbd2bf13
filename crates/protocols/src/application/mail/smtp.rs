//! Simple Mail Transfer Protocol, RFC 5321.

use crate::application::text;
use requin_wire::{Cursor, Cx, ProtoId, Sink, Span, Step, Value, names, proto};

proto! {
    SMTP "smtp" "Simple Mail Transfer Protocol" "SMTP" App
    on [Tcp 25, Tcp 587]
    track [remember]
    fields {
        REQ "smtp.req" "Request": Bool;
        RSP "smtp.rsp" "Response": Bool;
        COMMAND_LINE "smtp.command_line" "Command Line": Str;
        REQ_COMMAND "smtp.req.command" "Command": Str;
        REQ_PARAMETER "smtp.req.parameter" "Request parameter": Str;
        RESPONSE "smtp.response" "Response": Str;
        RESPONSE_CODE "smtp.response.code" "Response code": U32 Dec = RESPONSE_CODE_NAMES;
        RSP_PARAMETER "smtp.rsp.parameter" "Response parameter": Str;
        AUTH_USERNAME "smtp.auth.username" "Username": Str;
        AUTH_PASSWORD "smtp.auth.password" "Password": Str;
        EOM "smtp.eom" "EOM": None;
        DATA_FRAGMENTS "smtp.data.fragments" "DATA fragments": None;
        DATA_FRAGMENT "smtp.data.fragment" "DATA fragment": Framenum;
        DATA_FRAGMENT_COUNT "smtp.data.fragment.count" "DATA fragment count": U32 Dec;
        DATA_REASSEMBLED_IN "smtp.data.reassembled.in" "Reassembled DATA in frame": Framenum;
        DATA_REASSEMBLED_LENGTH "smtp.data.reassembled.length" "Reassembled DATA length": U32 Dec;
    }
}

names! {
    RESPONSE_CODE_NAMES {
        211 => "System status, or system help reply", 214 => "Help message",
        220 => "<domain> Service ready", 221 => "<domain> Service closing transmission channel",
        235 => "Authentication successful", 250 => "Requested mail action okay, completed",
        251 => "User not local; will forward to <forward-path>",
        252 => "Cannot VRFY user, but will accept message and attempt delivery", 334 => "AUTH input",
        354 => "Start mail input; end with <CRLF>.<CRLF>",
        421 => "<domain> Service not available, closing transmission channel",
        432 => "A password transition is needed",
        450 => "Requested mail action not taken: mailbox unavailable",
        451 => "Requested action aborted: local error in processing",
        452 => "Requested action not taken: insufficient system storage",
        454 => "Temporary authentication failed", 500 => "Syntax error, command unrecognized",
        501 => "Syntax error in parameters or arguments", 502 => "Command not implemented",
        503 => "Bad sequence of commands", 504 => "Command parameter not implemented",
        530 => "Authentication required", 534 => "Authentication mechanism is too weak",
        535 => "Authentication credentials invalid",
        538 => "Encryption required for requested authentication mechanism",
        550 => "Requested action not taken: mailbox unavailable",
        551 => "User not local; please try <forward-path>",
        552 => "Requested mail action aborted: exceeded storage allocation",
        553 => "Requested action not taken: mailbox name not allowed", 554 => "Transaction failed",
    }
}

/// The message is being sent.
const DATA: u64 = 1;
/// The next line of the client's is a user's name.
const USERNAME: u64 = 2;
/// The next line of the client's is a password.
const PASSWORD: u64 = 4;
/// Parts of the message that came before: counted from this bit on.
const PARTS: u32 = 8;
/// What ends a message.
const END: &[u8] = b"\r\n.\r\n";

fn is_response(payload: &[u8]) -> bool {
    payload.get(..3).is_some_and(|d| d.iter().all(u8::is_ascii_digit))
        && matches!(payload.get(3), Some(b' ' | b'-' | b'\r'))
}

fn ends_message(payload: &[u8]) -> bool {
    payload.ends_with(END) || payload == b".\r\n"
}

fn remember(state: &mut [u64; 2], _: bool, payload: &[u8]) -> Option<ProtoId> {
    let s = state[0];
    state[0] = if is_response(payload) && s & DATA == 0 {
        // What the server asks for, base 64 of "Username:" and "Password:".
        match payload.get(4..) {
            Some(ask) if payload.starts_with(b"334") && ask.starts_with(b"VXNlcm5hbWU6") => USERNAME,
            Some(ask) if payload.starts_with(b"334") && ask.starts_with(b"UGFzc3dvcmQ6") => PASSWORD,
            _ => 0,
        }
    } else if is_response(payload) && !payload.starts_with(b"354") && s >> PARTS == 0 {
        0
    } else if s & DATA != 0 {
        if is_response(payload) {
            s
        } else if ends_message(payload) {
            0
        } else {
            s + (1 << PARTS)
        }
    } else {
        // A chunk of RFC 3030: its bytes are no commands.
        if state[1] > 0 {
            state[1] = state[1].saturating_sub(payload.len() as u64);
            return None;
        }
        let mut at = 0;
        let mut data = false;
        while let Some((line, next)) = text::line(payload, at) {
            data = line.eq_ignore_ascii_case(b"DATA");
            at = next;
            if line.get(..5).is_some_and(|w| w.eq_ignore_ascii_case(b"BDAT ")) {
                let size = line.get(5..).and_then(|r| r.split(|b| *b == b' ').next()).and_then(text::number);
                state[1] = size.unwrap_or(0).saturating_sub((payload.len() - at) as u64);
                break;
            }
        }
        u64::from(data)
    };
    None
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let request = matches!(cx.ports.dst, 25 | 587);
    let [state, chunk] = cx.state();
    cx.protocol("SMTP");
    cx.info_clear();
    if !request {
        return responses(cx, c);
    }
    if chunk > 0 {
        let n = c.left() as u64;
        cx.info(|o| _ = o.s("C: BDAT fragment, ").u(n).s(if n == 1 { " byte" } else { " bytes" }));
        return Ok(());
    }
    // What an error message quotes is most often the middle of a mail.
    let chunk = c.rest().get(..5).is_some_and(|w| w.eq_ignore_ascii_case(b"BDAT "))
        && text::line(c.rest(), 0).is_some_and(|l| l.1 < c.captured());
    if state & DATA != 0 || chunk || cx.is_quoted() {
        return message(cx, c, state >> PARTS);
    }
    let item = cx.add(REQ, c.span(0), Value::U(1));
    cx.hide(item);
    cx.set_generated(item);
    if state & (USERNAME | PASSWORD) != 0 {
        let rest = c.rest();
        let (line, _) = text::line(rest, 0).unwrap_or((rest, rest.len()));
        let user = state & USERNAME != 0;
        let span = c.span(line.len());
        cx.add(if user { AUTH_USERNAME } else { AUTH_PASSWORD }, span, Value::Str(span));
        cx.info(|o| _ = o.s(if user { "C: User: " } else { "C: Pass: " }).text(line));
        return Ok(());
    }
    commands(cx, c)
}

fn commands<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let mut first = true;
    while c.captured() > 0 {
        let rest = c.rest();
        let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
        cx.info_add(|o| _ = o.s(if first { "C: " } else { " | " }).text(line));
        first = false;
        let item = cx.add(COMMAND_LINE, c.span(next), Value::Str(c.span(next)));
        cx.under(item, |cx| {
            let word = c.span(line.len().min(4));
            cx.add(REQ_COMMAND, word, Value::Str(word));
            if line.len() > 5 {
                let rest = Span { start: word.start + 5, len: line.len() as u32 - 5, ..word };
                cx.add(REQ_PARAMETER, rest, Value::Str(rest));
            }
        });
        c.advance(next);
    }
    Ok(())
}

fn responses<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.add(RSP, c.span(0), Value::U(1));
    cx.hide(item);
    cx.set_generated(item);
    let mut open = None;
    let mut first = true;
    while c.captured() > 0 {
        let rest = c.rest();
        let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
        let code = line.get(..3).and_then(text::number);
        let shown = if first || code.is_none() { line } else { line.get(4..).unwrap_or_default() };
        cx.info_add(|o| _ = o.s(if first { "S: " } else { " | " }).text(shown));
        first = false;
        let parameter = |cx: &mut Cx<'_, S>, from: usize| {
            if line.len() > from {
                let span = Span::new(c.source(), c.pos() + from, line.len() - from);
                cx.add(RSP_PARAMETER, span, Value::Str(span));
            }
        };
        match (code, open) {
            (Some(code), None) => {
                let item = cx.add(RESPONSE, c.span(next), Value::Str(c.span(next)));
                cx.under(item, |cx| {
                    cx.add(RESPONSE_CODE, c.span(3), Value::U(code));
                    parameter(cx, 4);
                });
                open = Some(item);
            }
            (Some(_), Some(item)) => cx.under(item, |cx| parameter(cx, 4)),
            (None, Some(item)) => cx.under(item, |cx| parameter(cx, 0)),
            (None, None) => _ = cx.add(RESPONSE, c.span(next), Value::Str(c.span(next))),
        }
        // A blank behind the code ends an answer.
        if code.is_some() && line.get(3) != Some(&b'-') {
            open = None;
        }
        c.advance(next);
    }
    Ok(())
}

/// A part of the message; `before` came already.
fn message<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, before: u64) -> Step {
    let bytes = c.rest();
    let last = ends_message(bytes);
    if last && before == 0 {
        let whole = bytes.len() - 3;
        let end = c.span(bytes.len());
        let end = Span { start: end.start + whole as u32, len: 3, ..end };
        let item = cx.add(EOM, end, Value::None);
        cx.label(item, |o| _ = o.s("C: ."));
        let n = whole as u64;
        let number = cx.meta.number;
        let item = cx.generated(DATA_FRAGMENTS, c.span(0), Value::None);
        cx.label(item, |o| {
            o.s("1 DATA fragment (").u(n).s(" bytes): #").u(number).s("(").u(n).s(")");
        });
        cx.under(item, |cx| {
            let it = cx.generated(DATA_FRAGMENT, c.span(whole), Value::U(number));
            cx.label(it, |o| {
                o.s("Frame: ").u(number).s(", payload: 0-").u(n.saturating_sub(1)).s(" (").u(n).s(" bytes)");
            });
            cx.generated(DATA_FRAGMENT_COUNT, c.span(0), Value::U(1));
            cx.generated(DATA_REASSEMBLED_LENGTH, c.span(0), Value::U(n));
        });
        return cx.call(super::imf::ID, c.within(whole));
    }
    let n = bytes.len() as u64;
    cx.info(|o| _ = o.s("C: DATA fragment, ").u(n).s(if n == 1 { " byte" } else { " bytes" }));
    if cx.wants_tree() {
        let mut lines = c;
        let top = cx.line(c.span(bytes.len()), |_| ());
        let mut count = 0u64;
        cx.under(top, |cx| {
            while lines.captured() > 0 {
                let rest = lines.rest();
                let next = text::line(rest, 0).map_or(rest.len(), |l| l.1);
                let all = rest.get(..next).unwrap_or_default();
                cx.line(lines.span(next), |o| _ = o.text(all));
                lines.advance(next);
                count += 1;
            }
        });
        cx.label(top, |o| _ = o.s("Line-based text data (").u(count).s(" lines)"));
    }
    Ok(())
}
