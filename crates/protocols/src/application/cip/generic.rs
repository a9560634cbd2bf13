//! Services that only their class knows, of classes that are not known here.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    CIPCLS "cipcls" "CIP Class Generic" "CIPCLS" App
    on []
    fields {
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !c.is_empty() {
        let line = cx.line(c.span(usize::MAX), |o| _ = o.s("Command Specific Data"));
        let n = c.left();
        cx.under(line, |cx| cx.bytes(super::DATA, &mut c, n).map(|_| ()))?;
    }
    Ok(())
}
