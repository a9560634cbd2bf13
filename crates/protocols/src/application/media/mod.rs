//! Bodies by their Internet media type.

pub mod gif;
pub mod jfif;
pub mod json;
pub mod mp4;
pub mod multipart;
pub mod png;
pub mod rss;
pub mod text_lines;
pub mod urlencoded;
pub mod xml;

use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, proto};

proto! {
    MEDIA "media" "Media Type" "Media" App
    on []
    fields {
        TYPE "media.type" "Media type": Bytes;
    }
}

/// Any type that has no dissector of its own.
fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let n = c.left();
    cx.with_media(|cx, kind, _| {
        cx.info_sep(" ", |o| _ = o.s("(").text(kind).s(")"));
        let item = cx.add(TYPE, c.span(n), Value::Bytes(c.span(n)));
        cx.label(item, |o| {
            o.s("Media type: ").text(kind).s(" (").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" });
        });
    });
    Ok(())
}

/// Hands a body without a media type on when its first bytes say what it is.
///
/// # Errors
/// What stopped the dissector that took it.
pub fn by_looks<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Result<bool, Stop> {
    let known = [
        (&b"GIF87a"[..], "image/gif"),
        (b"GIF89a", "image/gif"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
    ];
    for (magic, kind) in known {
        if c.rest().starts_with(magic)
            && let Some(id) = cx.registry.media(kind)
        {
            return cx.offer(id, c);
        }
    }
    Ok(false)
}

/// Hands a body on to the protocol of the media type that was set, where the tree is now.
///
/// # Errors
/// What stopped the dissector that took it.
pub fn nested<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if let Some(id) = cx.media_protocol() {
        let media = cx.with_media(|_, kind, parameters| [kind, parameters].concat());
        match cx.call_nested(id, c) {
            Err(Stop::NotMine) => cx.set_media_as_written(&media),
            step => return step,
        }
    }
    cx.call_nested(ID, c)
}
