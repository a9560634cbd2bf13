//! The protocol of MSN Messenger: lines of commands.

use crate::application::text;
use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    MSNMS "msnms" "MSN Messenger Service" "MSNMS" App
    on [Tcp 1863]
    fields {}
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("MSNMS");
    let rest = c.rest();
    let (first, _) = text::line(rest, 0).unwrap_or((rest, rest.len()));
    cx.info(|o| _ = o.text(first));
    while c.captured() > 0 {
        let rest = c.rest();
        let n = text::line(rest, 0).map_or(rest.len(), |(_, next)| next);
        cx.line(c.span(n), |o| _ = o.text(rest.get(..n).unwrap_or_default()));
        c.advance(n);
    }
    Ok(())
}
