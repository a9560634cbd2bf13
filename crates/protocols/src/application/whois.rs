//! WHOIS, RFC 3912: a line that asks, and a text that answers.

use crate::application::text;
use requin_wire::{Cursor, Cx, Sink, Span, Step, Value, proto};

proto! {
    WHOIS "whois" "whois" "WHOIS" App
    on [Tcp 43]
    frames [frames]
    fields {
        QUERY "whois.query" "Query": Str;
        ANSWER "whois.answer" "Answer": Str;
    }
}

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

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("WHOIS");
    cx.info_clear();
    let asks = cx.ports.dst == 43;
    let rest = c.rest();
    let line = rest.split(|b| matches!(b, b'\r' | b'\n')).next().unwrap_or_default();
    let all = c.span(c.left());
    let top = cx.proto_item();
    cx.append(top, |o| _ = o.s(if asks { ": Query" } else { ": Answer" }));
    cx.info(|o| _ = o.s(if asks { "Query: " } else { "Answer: " }).text(line));
    if asks {
        cx.add(QUERY, all, Value::Str(all));
        return Ok(());
    }
    let mut at = 0;
    while let Some((_, next)) = text::line(rest, at) {
        let span = Span { start: all.start + at as u32, len: (next - at) as u32, ..all };
        cx.add(ANSWER, span, Value::Str(span));
        at = next;
    }
    Ok(())
}
