//! Remote login, RFC 1282: what is typed and answered.

use requin_wire::{Cursor, Cx, Sink, Step, Value, proto};

proto! {
    RLOGIN "rlogin" "Rlogin Protocol" "Rlogin" App
    on [Tcp 513]
    fields {
        DATA "rlogin.data" "Data": Str;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("Rlogin");
    cx.info_clear();
    let text = c.rest();
    cx.info(|o| {
        o.s("Data: ").text(text);
    });
    let all = c.span(c.left());
    cx.add(DATA, all, Value::Str(all));
    Ok(())
}
