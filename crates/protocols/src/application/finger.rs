//! Finger, RFC 1288.

use requin_wire::{Cursor, Cx, Sink, Step, Value, proto};

proto! {
    FINGER "finger" "finger" "FINGER" App
    on [Tcp 79]
    fields {
        QUERY "finger.query" "Query": Str;
        RESPONSE "finger.response" "Response": Str;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("FINGER");
    cx.info_clear();
    let asks = cx.ports.dst == 79;
    let all = c.span(c.left());
    let top = cx.proto_item();
    cx.append(top, |o| _ = o.s(if asks { ": Query" } else { ": Response" }));
    cx.info(|o| _ = o.s(if asks { "Query" } else { "Response" }));
    let field = if asks { QUERY } else { RESPONSE };
    cx.add(field, all, Value::Str(all));
    Ok(())
}
