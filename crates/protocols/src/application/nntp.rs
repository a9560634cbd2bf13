//! Network News Transfer Protocol, RFC 3977: lines of requests and responses.

use requin_wire::{Cursor, Cx, Sink, Step, Value, proto};

proto! {
    NNTP "nntp" "Network News Transfer Protocol" "NNTP" App
    on [Tcp 119]
    fields {
        RESPONSE "nntp.response" "Response": Bool;
        REQUEST "nntp.request" "Request": Bool;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("NNTP");
    let request = cx.ports.dst == 119;
    let line = c.rest().split(|b| *b == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    cx.info(|o| _ = o.s(if request { "Request: " } else { "Response: " }).text(line));
    cx.hidden(if request { REQUEST } else { RESPONSE }, c.span(0), Value::U(1));
    let mut rest = c;
    while !rest.is_empty() {
        let n = rest.rest().iter().position(|b| *b == b'\n').map_or(rest.left(), |n| n + 1);
        let text = rest.rest().get(..n).unwrap_or_default();
        cx.line(rest.span(n), |o| _ = o.text(text));
        rest.advance(n);
    }
    Ok(())
}
