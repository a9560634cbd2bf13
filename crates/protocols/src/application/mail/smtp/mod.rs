//! Simple Mail Transfer Protocol, RFC 5321.

mod talk;

use crate::application::media::text_lines;
use crate::application::pieces::{self, Pieces};
use crate::application::text;
use requin_wire::{Cursor, Cx, Sink, Span, Step, Value, names, proto};
use talk::{Next, Talk, frames, remember};

proto! {
    SMTP "smtp" "Simple Mail Transfer Protocol" "SMTP" App
    on [Tcp 25, Tcp 587]
    frames [frames]
    remember [remember]
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
        AUTH_USERNAME_PASSWORD "smtp.auth.username_password" "Username/Password": Str;
        EOM "smtp.eom" "EOM": None;
        DATA_FRAGMENTS "smtp.data.fragments" "DATA fragments": None;
        DATA_FRAGMENT "smtp.data.fragment" "DATA fragment": Framenum;
        DATA_FRAGMENT_COUNT "smtp.data.fragment.count" "DATA fragment count": U32 Dec;
        DATA_REASSEMBLED_IN "smtp.data.reassembled.in" "Reassembled DATA in frame": Framenum;
        DATA_REASSEMBLED_LENGTH "smtp.data.reassembled.length" "Reassembled DATA length": U32 Dec;
    }
    experts {
        CODE_UNEXPECTED "smtp.response.code.unexpected" Warn Protocol "Unexpected response code in multiline response";
        BASE64_DECODE "smtp.base64_decode" Warn Protocol "base64 decode failed or is not enabled (check SMTP preferences)";
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

/// A command that a user's name may follow.
const LOGIN: &[u8] = b"AUTH LOGIN ";

/// The fields that tell where a message came from.
const PIECES: pieces::Fields = pieces::Fields {
    all: DATA_FRAGMENTS,
    part: DATA_FRAGMENT,
    count: DATA_FRAGMENT_COUNT,
    length: DATA_REASSEMBLED_LENGTH,
    data: requin_wire::Field(0),
    names: ("DATA fragment", "DATA fragments"),
};

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let forward = cx.conversation().is_none_or(|f| f.forward);
    cx.protocol("SMTP");
    cx.info_clear();
    if !talk::to_server(cx.ports, forward) {
        return responses(cx, c);
    }
    // What an error message quotes is most often the middle of a mail.
    if cx.is_quoted() {
        fragment(cx, c);
        return Ok(());
    }
    requests(cx, c)
}

/// What a client sends: commands, and messages behind some of them.
fn requests<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let mut talk = Talk::read(&cx.state());
    if talk.next(c.rest()) == Next::Command && talk::is_midst(c.rest()) {
        let smtp = cx.proto_item();
        cx.under(smtp, |cx| fragment(cx, c));
        return Ok(());
    }
    let before = talk.messages;
    let smtp = cx.proto_item();
    let mut first = true;
    while c.captured() > 0 {
        let rest = c.rest();
        match talk.next(rest) {
            Next::Piece { len, last } => {
                // What the capture cut off belongs to the piece at its end.
                let piece = c.take(if len == rest.len() && last.is_none() { c.left() } else { len });
                let bytes = piece.rest();
                match last {
                    None => cx.under(smtp, |cx| fragment(cx, piece)),
                    Some(end) => message(cx, &piece, end, talk.messages)?,
                }
                talk.piece(bytes, last.is_some());
            }
            next => {
                let (line, n) = text::line(rest, 0).unwrap_or((rest, rest.len()));
                if first {
                    let item = cx.add(REQ, c.span(0), Value::U(1));
                    cx.hide(item);
                    cx.set_generated(item);
                }
                if talk.messages == before {
                    cx.info_add(|o| _ = o.s(if first { "C: " } else { " | " }));
                    what(cx, next, line);
                }
                cx.under(smtp, |cx| match next {
                    Next::Username | Next::Password => {
                        let field = if next == Next::Username { AUTH_USERNAME } else { AUTH_PASSWORD };
                        cx.add(field, c.span(line.len()), Value::Str(c.span(line.len())));
                    }
                    Next::Both => both(cx, c.span(line.len())),
                    _ => command(cx, &c, line, n),
                });
                c.advance(n);
                if talk.command(line) {
                    message(cx, &c.within(0), 0, talk.messages)?;
                    talk.piece(&[], true);
                }
            }
        }
        first = false;
    }
    Ok(())
}

/// Writes a line into the summary.
fn what<S: Sink>(cx: &mut Cx<'_, S>, next: Next, line: &[u8]) {
    cx.info_add(|o| {
        match next {
            Next::Username => o.s("User: "),
            Next::Password => o.s("Pass: "),
            _ if line.get(..LOGIN.len()).is_some_and(|l| l.eq_ignore_ascii_case(LOGIN)) => {
                let (words, user) = line.split_at(LOGIN.len());
                o.text(words).s("User: ").text(user);
                return;
            }
            _ => o,
        }
        .text(line);
    });
}

fn command<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, line: &[u8], next: usize) {
    let item = cx.add(COMMAND_LINE, c.span(next), Value::Str(c.span(next)));
    cx.under(item, |cx| {
        let word = c.span(line.len().min(4));
        cx.add(REQ_COMMAND, word, Value::Str(word));
        if line.len() > 5 {
            let rest = Span { start: word.start + 5, len: line.len() as u32 - 5, ..word };
            cx.add(REQ_PARAMETER, rest, Value::Str(rest));
        }
        // A first answer may stand behind the mechanism.
        let answer = |mechanism: &[u8]| {
            let same = line.get(..mechanism.len()).is_some_and(|l| l.eq_ignore_ascii_case(mechanism));
            (same && line.len() > mechanism.len()).then(|| Span {
                start: word.start + mechanism.len() as u32,
                len: (line.len() - mechanism.len()) as u32,
                ..word
            })
        };
        if let Some(user) = answer(LOGIN) {
            cx.add(AUTH_USERNAME, user, Value::Str(user));
        } else if let Some(span) = answer(b"AUTH PLAIN ") {
            both(cx, span);
        }
    });
}

/// A name and a password in one.
fn both<S: Sink>(cx: &mut Cx<'_, S>, span: Span) {
    let item = cx.add(AUTH_USERNAME_PASSWORD, span, Value::Str(span));
    cx.expert(BASE64_DECODE, item, span);
}

/// A message ends: with this piece, the last `end` bytes of which are no part of it.
fn message<S: Sink>(cx: &mut Cx<'_, S>, piece: &Cursor<'_>, end: usize, number: u64) -> Step {
    let smtp = cx.proto_item();
    let n = piece.captured().min(piece.left());
    if end > 0 {
        let dot = end.min(3);
        let at = Span::new(piece.source(), piece.pos() + n.saturating_sub(dot), dot.min(n));
        cx.under(smtp, |cx| {
            let item = cx.add(EOM, at, Value::None);
            cx.label(item, |o| _ = o.s("C: ."));
        });
    }
    let whole = cx.recalled(talk::note_key(number)).and_then(|r| Pieces::read(&r.bytes));
    let Some(whole) = whole else {
        cx.under(smtp, |cx| fragment(cx, *piece));
        return Ok(());
    };
    let dots = memchr::memmem::find(whole.bytes, b"\r\n..").is_some();
    if whole.iter().count() == 1 && whole.bytes.len() + end == n && !dots {
        // It is here as it is.
        let c = piece.within(whole.bytes.len());
        cx.under(smtp, |cx| whole.tree(cx, &c, &PIECES));
        return cx.call(super::imf::ID, c);
    }
    let bytes = if dots { undouble(whole.bytes) } else { whole.bytes.to_vec() };
    cx.with_source("Reassembled SMTP", bytes, |cx, c| {
        cx.under(smtp, |cx| whole.tree(cx, &c, &PIECES));
        cx.call(super::imf::ID, c)
    })
    .unwrap_or(Ok(()))
}

/// Takes away the dots that were put before dots that begin a line (RFC 5321 section 4.5.2).
fn undouble(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut from = 0;
    for at in memchr::memmem::find_iter(bytes, b"\r\n..") {
        out.extend_from_slice(bytes.get(from..at + 2).unwrap_or_default());
        from = at + 3;
    }
    out.extend_from_slice(bytes.get(from..).unwrap_or_default());
    out
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
        // Of a line that the capture cut not even its code may be whole.
        let shown = match (line.len(), c.is_cut() && next == line.len()) {
            (0..3, true) => &[],
            (3, true) => line,
            _ if open.is_none() || code.is_none() => line,
            _ => line.get(4..).unwrap_or_default(),
        };
        cx.info_add(|o| _ = o.s(if first { "S: " } else { " | " }).text(shown));
        first = false;
        let parameter = |cx: &mut Cx<'_, S>, from: usize| {
            if line.len() > from {
                let span = Span::new(c.source(), c.pos() + from, line.len() - from);
                let item = cx.add(RSP_PARAMETER, span, Value::Str(span));
                text::stray(cx, item, span, line.get(from..).unwrap_or_default());
            }
        };
        match (code, open) {
            (Some(code), None) => {
                let item = cx.add(RESPONSE, c.span(next), Value::Str(c.span(next)));
                cx.under(item, |cx| {
                    cx.add(RESPONSE_CODE, c.span(3), Value::U(code));
                    parameter(cx, 4);
                });
                open = Some((item, code));
            }
            (Some(code), Some((item, said))) => {
                if code != said {
                    cx.expert_with(CODE_UNEXPECTED, item, c.span(0), |o| {
                        o.s("Unexpected response code ")
                            .u(code)
                            .s(" in multiline response. Expected ")
                            .u(said);
                    });
                }
                cx.under(item, |cx| parameter(cx, 4));
            }
            (None, Some((item, _))) => cx.under(item, |cx| parameter(cx, 0)),
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

/// A piece of a message, line by line.
fn fragment<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) {
    let (bytes, n) = (c.rest(), c.left() as u64);
    cx.info(|o| _ = o.s("C: DATA fragment, ").u(n).s(if n == 1 { " byte" } else { " bytes" }));
    cx.layer_only(text_lines::ID, &c);
    if !cx.wants_tree() {
        return;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_that_begin_lines_were_doubled() {
        assert_eq!(undouble(b"a\r\n..b\r\n...\r\nc.."), b"a\r\n.b\r\n..\r\nc..");
        assert_eq!(undouble(b"a.b"), b"a.b");
    }
}
