//! Text, line by line.

use crate::application::text;
use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    DATA_TEXT_LINES "data-text-lines" "Line-based text data" "Text" App
    on []
    media [
        "text/plain", "text/html", "text/css", "text/javascript", "text/richtext", "text/enriched",
        "text/parameters", "application/x-javascript", "application/x-ns-proxy-autoconfig",
        "application/x-rtsp-udp-packetpair",
    ]
    fields {}
}

/// Whether bytes begin with an XML declaration.
#[must_use]
pub fn is_xml(bytes: &[u8]) -> bool {
    bytes.get(..5).is_some_and(|b| b.eq_ignore_ascii_case(b"<?xml"))
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    // Pages may be XML all the same.
    if c.left() > 38 && is_xml(c.rest()) {
        return cx.call(super::xml::ID, c);
    }
    let kind_known = cx.with_media(|cx, kind, _| {
        if !kind.is_empty() {
            cx.info_sep(" ", |o| _ = o.s("(").text(kind).s(")"));
        }
        !kind.is_empty()
    });
    lines(cx, c, kind_known)
}

/// Adds the lines.
fn lines<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind_known: bool) -> Step {
    if !cx.wants_tree() {
        return Ok(());
    }
    let mut count = 0u32;
    while c.captured() > 0 {
        let rest = c.rest();
        let next = text::line(rest, 0).map_or(rest.len(), |l| l.1);
        let all = rest.get(..next).unwrap_or_default();
        cx.line(c.span(next), |o| _ = o.text(all));
        c.advance(next);
        count += 1;
    }
    cx.with_media(|cx, kind, _| {
        cx.proto_append(|o| {
            if kind_known {
                o.s(": ").text(kind);
            }
            o.s(" (").u(count).s(" lines)");
        });
    });
    Ok(())
}
