//! Marks a text with NUL bytes in it.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    WS_STRING "_ws.string" "String Errors" "String errors" App
    on []
    fields {}
    experts {
        STRAY "_ws.string.trailing_stray_characters" Warn Undecoded "Trailing stray characters";
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Ok(())
}
