//! Messages of connections that are not answered (classes 0 and 1).

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    CIPIO "cipio" "Common Industrial Protocol, I/O" "CIP I/O" App
    on []
    fields {
        DATA "cipio.data" "Data": Bytes;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("CIP I/O");
    if !c.is_empty() {
        let n = c.left();
        cx.bytes(DATA, &mut c, n)?;
    }
    Ok(())
}
