//! Finger, RFC 1288.

use requin_wire::{Cursor, Cx, Key, Past, Sink, Step, Value, proto};

proto! {
    FINGER "finger" "finger" "FINGER" App
    on [Tcp 79]
    remember [remember] for [RESPONSE_TO, RESPONSE_TIME]
    fields {
        QUERY "finger.query" "Query": Str;
        RESPONSE "finger.response" "Response": Str;
        RESPONSE_TO "finger.response_to" "Request In": Framenum;
        RESPONSE_TIME "finger.response_time" "Response Time": RelTime;
    }
}

const PORT: u16 = 79;

fn remember(past: &mut Past<'_>, _: &[u8]) {
    if past.now.ports.dst == PORT {
        past.set(&Key::here(0), &[]);
    } else if let Some(query) = past.get(&Key::here(0)) {
        past.note(0, &query);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("FINGER");
    cx.info_clear();
    let asks = cx.ports.dst == PORT;
    let all = c.span(c.left());
    let top = cx.proto_item();
    cx.append(top, |o| _ = o.s(if asks { ": Query" } else { ": Response" }));
    cx.info(|o| _ = o.s(if asks { "Query" } else { "Response" }));
    let field = if asks { QUERY } else { RESPONSE };
    cx.add(field, all, Value::Str(all));
    if !asks && let Some(query) = cx.recalled(0) {
        let none = c.span(0);
        cx.generated(RESPONSE_TO, none, Value::U(query.frame));
        cx.generated(RESPONSE_TIME, none, cx.meta.time.since(query.time).into());
    }
    Ok(())
}
