//! Classical IP over ATM (RFC 2225) as Linux hands it out: packets without anything before them.

use requin_wire::{Cursor, Cx, Item, Sink, Step, proto};

proto! {
    CLIP "clip" "Classical IP frame" "CLIP" Link
    on [Link 106]
    fields {

    }
    experts {
        NO_LINK_INFO "clip.no_link_info" Note Protocol "No link information available";
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("CLIP");
    cx.info(|o| _ = o.s("Classical IP frame"));
    cx.proto_len(0);
    cx.addresses_text(|o| _ = o.s("N/A"), |o| _ = o.s("N/A"));
    cx.expert(NO_LINK_INFO, Item::NONE, c.span(0));
    cx.call(crate::network::ipv4::ID, c)
}
