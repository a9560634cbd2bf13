//! Bytes that no protocol claims.

use requin_wire::{Cursor, Cx, Sink, Step, Value, proto};

proto! {
    DATA "data" "Data" "Data" App
    on []
    media ["application/octet-stream"]
    fields {
        DATA "data.data" "Data": Bytes;
        LEN "data.len" "Length": I32 Dec;
    }
}

/// Hands bytes to a protocol by whoever said already what it is: what the protocol declines is data.
///
/// # Errors
/// As [`Cx::call`], but never [`Stop::NotMine`](requin_wire::Stop::NotMine), which would take back what was said.
pub fn unless_declined<S: Sink>(cx: &mut Cx<'_, S>, id: requin_wire::ProtoId, c: Cursor<'_>) -> Step {
    if cx.offer(id, c)? { Ok(()) } else { cx.call(ID, c) }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let n = c.captured();
    if n == 0 {
        // Where the capture ends before the first byte, there is no layer.
        cx.withdraw();
        return Ok(());
    }
    cx.proto_append(|o| _ = o.s(" (").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" }));
    let span = c.span(n);
    cx.add(DATA, span, Value::Bytes(span));
    cx.generated(LEN, span, Value::I(n as i64));
    Ok(())
}
