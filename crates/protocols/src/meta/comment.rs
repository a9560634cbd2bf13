//! Comments on a packet, which pcapng files can carry.

use super::frame::{COMMENT, COMMENT_EXPERT};
use requin_wire::{Cursor, Cx, Sink, Span, Step, proto};

proto! {
    PKT_COMMENT "pkt_comment" "Packet comments" "Packet comments" Link
    on []
    fields {}
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    cx.proto_len(0);
    let whole = Span::default();
    for comment in cx.facts.notes.comments {
        let item = cx.add_str(COMMENT, whole, |o| _ = o.s(comment));
        cx.label(item, |o| _ = o.text(comment.as_bytes()));
        cx.expert_with(COMMENT_EXPERT, item, whole, |o| _ = o.s(comment));
    }
    Ok(())
}
