//! Internet Relay Chat, RFC 1459, with the Client-to-Client Protocol.

use crate::application::text;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Span, Step, Value, proto};

proto! {
    IRC "irc" "Internet Relay Chat" "IRC" App
    on [Tcp 6667, Tcp 57000]
    fields {
        RESPONSE "irc.response" "Response": Str;
        REQUEST "irc.request" "Request": Str;
        REQUEST_PREFIX "irc.request.prefix" "Prefix": Str;
        REQUEST_COMMAND "irc.request.command" "Command": Str;
        REQUEST_COMMAND_PARAMETER "irc.request.command_parameter" "Parameter": Str;
        REQUEST_TRAILER "irc.request.trailer" "Trailer": Str;
        RESPONSE_PREFIX "irc.response.prefix" "Prefix": Str;
        RESPONSE_COMMAND "irc.response.command" "Command": Str;
        RESPONSE_NUM_COMMAND "irc.response.num_command" "Command": U16 Dec;
        RESPONSE_COMMAND_PARAMETER "irc.response.command_parameter" "Parameter": Str;
        RESPONSE_TRAILER "irc.response.trailer" "Trailer": Str;
        CTCP "irc.ctcp" "CTCP Data": Str;
    }
    experts {
        PREFIX_MISSING_ENDING_SPACE "irc.prefix_missing_ending_space" Error Malformed "Prefix missing ending <space>";
        REQUEST_COMMAND_MISSING "irc.request.command.missing" Error Malformed "Request has no command";
        RESPONSE_COMMAND_MISSING "irc.response.command.missing" Error Malformed "Response has no command";
        TAG_DATA_INVALID "irc.tag_data_invalid" Warn Protocol "Tag data outside of NOTICE or PRIVMSG command";
        MISSING_END_DELIMITER "irc.missing_end_delimiter" Error Malformed "Missing ending tag delimiter (0x01)";
    }
}

const PORTS: [u16; 2] = [6667, 57000];

/// Fields of one direction.
struct Side {
    line: Field,
    prefix: Field,
    command: Field,
    parameter: Field,
    trailer: Field,
    missing: Field,
}

const REQUESTS: Side = Side {
    line: REQUEST,
    prefix: REQUEST_PREFIX,
    command: REQUEST_COMMAND,
    parameter: REQUEST_COMMAND_PARAMETER,
    trailer: REQUEST_TRAILER,
    missing: REQUEST_COMMAND_MISSING,
};

const RESPONSES: Side = Side {
    line: RESPONSE,
    prefix: RESPONSE_PREFIX,
    command: RESPONSE_COMMAND,
    parameter: RESPONSE_COMMAND_PARAMETER,
    trailer: RESPONSE_TRAILER,
    missing: RESPONSE_COMMAND_MISSING,
};

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("IRC");
    let request = PORTS.contains(&cx.ports.dst);
    let side = if request { &REQUESTS } else { &RESPONSES };
    cx.info(|o| _ = o.s(if request { "Request" } else { "Response" }));
    while c.captured() > 0 {
        let rest = c.rest();
        let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
        if !line.is_empty() {
            message(cx, &c.within(line.len()), line, side, request);
        }
        c.advance(next);
    }
    Ok(())
}

fn at(c: &Cursor<'_>, from: usize, len: usize) -> Span {
    Span::new(c.source(), c.pos() + from, len)
}

/// Text, of which what stands behind a NUL byte is only said to be there.
fn string<S: Sink>(cx: &mut Cx<'_, S>, field: Field, span: Span, bytes: &[u8]) -> Item {
    let item = text::add_ascii(cx, field, span, bytes);
    text::stray(cx, item, span, bytes);
    item
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, line: &[u8], side: &Side, request: bool) {
    let span = c.span(line.len());
    let item = string(cx, side.line, span, line);
    cx.under(item, |cx| parts(cx, c, line, side, request, item));
}

/// The first space from `from` on.
fn space(line: &[u8], from: usize) -> Option<usize> {
    line.get(from..)?.iter().position(|b| *b == b' ').map(|n| from + n)
}

/// The first byte that is no space, from `from` on.
fn next_word(line: &[u8], from: usize) -> usize {
    from + line.get(from..).unwrap_or_default().iter().take_while(|b| **b == b' ').count()
}

fn parts<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, line: &[u8], side: &Side, request: bool, item: Item) {
    let mut from = 0;
    if line.first() == Some(&b':') {
        let Some(end) = space(line, 1) else {
            cx.expert(PREFIX_MISSING_ENDING_SPACE, item, c.span(0));
            return;
        };
        let span = at(c, 1, end - 1);
        string(cx, side.prefix, span, line.get(1..end).unwrap_or_default());
        from = end + 1;
    }
    from = next_word(line, from);
    if from >= line.len() {
        cx.expert(side.missing, item, c.span(0));
        return;
    }
    let end = space(line, from).unwrap_or(line.len());
    let command = line.get(from..end).unwrap_or_default();
    let span = at(c, from, command.len());
    cx.info_add(|o| {
        o.s(" (");
        for b in command.iter().take_while(|b| **b != 0) {
            // What is no ASCII has no character.
            if b.is_ascii() {
                o.c(*b);
            } else {
                o.s("\u{fffd}");
            }
        }
        o.s(")");
    });
    string(cx, side.command, span, command);
    if !request
        && command.len() == 3
        && let Some(n) = text::number(command)
    {
        cx.hidden(RESPONSE_NUM_COMMAND, span, Value::U(n));
    }
    from = next_word(line, end);
    let colon = (from..line.len()).find(|i| line.get(*i) == Some(&b':') && line.get(i - 1) == Some(&b' '));
    let until = colon.unwrap_or(line.len());
    if from < until {
        let whole = line.len() - from;
        let params = cx.line(at(c, from, whole), |o| _ = o.s("Command parameters"));
        let words = line.get(..until).unwrap_or_default();
        let tags = words.get(from..).unwrap_or_default().iter().filter(|b| **b == 1).count();
        if tags == 1 && colon.is_some() {
            cx.expert(MISSING_END_DELIMITER, item, c.span(0));
            return;
        }
        cx.under(params, |cx| {
            let mut from = from;
            while from < words.len() {
                let end = space(words, from).unwrap_or(words.len());
                let span = at(c, from, end - from);
                string(cx, side.parameter, span, words.get(from..end).unwrap_or_default());
                from = next_word(words, end);
            }
        });
    }
    let Some(colon) = colon else { return };
    let trailer = line.get(colon + 1..).unwrap_or_default();
    let span = at(c, colon + 1, trailer.len());
    string(cx, side.trailer, span, trailer);
    if trailer.contains(&1) {
        if !matches!(command, b"NOTICE" | b"PRIVMSG") {
            cx.expert(TAG_DATA_INVALID, item, c.span(0));
        }
        let span = at(c, colon + 2, trailer.len().saturating_sub(2));
        cx.add(CTCP, span, Value::Str(span));
    }
}
