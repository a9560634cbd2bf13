//! WHOIS, RFC 3912: a line that asks, and a text that answers.

use crate::application::text;
use requin_wire::{Cursor, Cx, Key, Past, Sink, Span, Step, Value, proto};

proto! {
    WHOIS "whois" "whois" "WHOIS" App
    on [Tcp 43]
    frames [frames]
    remember [remember] for columns [ANSWER_TO, RESPONSE_TIME]
    fields {
        QUERY "whois.query" "Query": Str;
        ANSWER "whois.answer" "Answer": Str;
        ANSWER_TO "whois.answer_to" "Query In": Framenum;
        RESPONSE_TIME "whois.response_time" "Response Time": RelTime;
    }
    experts {
        ENCODING "whois.encoding" Chat Assumption "WHOIS has no mechanism to indicate encoding (RFC 3912), assuming UTF-8";
    }
}

const PORT: u16 = 43;

/// A query is a line, an answer all that comes.
fn frames(bytes: &[u8], forward: bool, _: &[u64; 2]) -> requin_wire::Pdu {
    if !forward {
        return requin_wire::Pdu::UntilEnd;
    }
    match text::line(bytes, 0) {
        Some((_, n)) => requin_wire::Pdu::Len(n),
        None => requin_wire::Pdu::More(bytes.len() + 1),
    }
}

fn first_line(bytes: &[u8]) -> &[u8] {
    bytes.split(|b| matches!(b, b'\r' | b'\n')).next().unwrap_or_default()
}

fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    if past.now.ports.dst == PORT {
        past.set(&Key::here(0), first_line(pdu));
    } else if let Some(query) = past.get(&Key::here(0)) {
        past.note(0, &query);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("WHOIS");
    cx.info_clear();
    let asks = cx.ports.dst == PORT;
    let rest = c.rest();
    // An answer is called by its query.
    let line = cx.recalled(0).filter(|_| !asks).map_or(first_line(rest), |query| &query.bytes);
    let all = c.span(c.left());
    let top = cx.proto_item();
    cx.label(top, |o| _ = o.s(if asks { "WHOIS: Query" } else { "WHOIS: Answer" }));
    cx.info(|o| _ = o.s(if asks { "Query: " } else { "Answer: " }).text(line));
    if asks {
        cx.add(QUERY, all, Value::Str(all));
        return Ok(());
    }
    if let Some(query) = cx.recalled(0) {
        let none = c.span(0);
        cx.generated(ANSWER_TO, none, Value::U(query.frame));
        cx.generated(RESPONSE_TIME, none, cx.meta.time.since(query.time).into());
    }
    let text = "WHOIS has no mechanism to indicate encoding (RFC 3912), assuming UTF-8";
    let line = cx.line(all, |o| _ = o.s(text));
    cx.expert(ENCODING, line, c.span(0));
    let mut at = 0;
    while let Some((_, next)) = text::line(rest, at) {
        let span = Span { start: all.start + at as u32, len: (next - at) as u32, ..all };
        cx.add(ANSWER, span, Value::Str(span));
        at = next;
    }
    Ok(())
}
