//! How Dropbox finds its like in the local network: JSON that is broadcast.

use requin_wire::{Cursor, Cx, Sink, Step, Stop, proto};

proto! {
    DB_LSP_DISC "db-lsp-disc" "Dropbox LAN sync Discovery Protocol" "DB-LSP-DISC" App
    on [Udp 17500]
    fields {}
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.peek_u8(0)? != b'{' {
        return Err(Stop::NotMine);
    }
    cx.protocol("DB-LSP-DISC");
    cx.info(|o| _ = o.s("Dropbox LAN sync Discovery Protocol"));
    cx.set_media(b"");
    cx.info_add(|o| _ = o.s(", JavaScript Object Notation"));
    cx.call_nested(super::media::json::ID, c)
}
