//! Post Office Protocol, RFC 1939.

use crate::application::text;
use requin_wire::{Cursor, Cx, Sink, Span, Step, Value, proto};

proto! {
    POP "pop" "Post Office Protocol" "POP" App
    on [Tcp 110]
    fields {
        RESPONSE "pop.response" "Response": Str;
        RESPONSE_INDICATOR "pop.response.indicator" "Response indicator": Str;
        RESPONSE_DESCRIPTION "pop.response.description" "Response description": Str;
        RESPONSE_DATA "pop.response.data" "Data": Str;
        REQUEST "pop.request" "Request": Str;
        REQUEST_COMMAND "pop.request.command" "Request command": Str;
        REQUEST_PARAMETER "pop.request.parameter" "Request parameter": Str;
        DATA_FRAGMENTS "pop.data.fragments" "DATA fragments": None;
        DATA_FRAGMENT "pop.data.fragment" "DATA fragment": Framenum;
        DATA_FRAGMENT_COUNT "pop.data.fragment.count" "DATA fragment count": U32 Dec;
        DATA_REASSEMBLED_LENGTH "pop.data.reassembled.length" "Reassembled DATA length": U32 Dec;
    }
}

const PORT: u16 = 110;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let request = cx.ports.dst == PORT;
    cx.protocol("POP");
    let rest = c.rest();
    let answers = [&b"+OK"[..], b"-ERR", b"+ "].iter().any(|a| rest.starts_with(a));
    if !request && !answers {
        // The middle of a message or of a list.
        cx.info_clear();
        return cx.call(super::imf::ID, c);
    }
    let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
    cx.info(|o| _ = o.s(if request { "C: " } else { "S: " }).text(line));
    let whole = c.span(next);
    let all = rest.get(..next).unwrap_or_default();
    let item = cx.add(if request { REQUEST } else { RESPONSE }, whole, Value::Str(Span { len: 0, ..whole }));
    cx.label(item, |o| _ = o.text(all));
    cx.under(item, |cx| {
        let end = line.iter().position(|b| *b == b' ').unwrap_or(line.len());
        let word = c.span(end);
        if end > 0 {
            cx.add(if request { REQUEST_COMMAND } else { RESPONSE_INDICATOR }, word, Value::Str(word));
        }
        if line.len() > end + 1 {
            let span =
                Span { start: word.start + end as u32 + 1, len: (line.len() - end - 1) as u32, ..word };
            let field = if request { REQUEST_PARAMETER } else { RESPONSE_DESCRIPTION };
            let item = cx.add(field, span, Value::Str(span));
            text::stray(cx, item, span, line.get(end + 1..).unwrap_or_default());
        }
    });
    c.advance(next);
    if !S::ALL && !cx.wants(RESPONSE_DATA) {
        return Ok(());
    }
    while c.captured() > 0 {
        let rest = c.rest();
        let next = text::line(rest, 0).map_or(rest.len(), |l| l.1);
        let span = c.span(next);
        if request {
            let all = rest.get(..next).unwrap_or_default();
            cx.line(span, |o| _ = o.text(all));
        } else {
            cx.add(RESPONSE_DATA, span, Value::Str(span));
        }
        c.advance(next);
    }
    Ok(())
}
