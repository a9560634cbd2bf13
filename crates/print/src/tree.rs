//! The tree of a frame as indented lines.

use crate::escape::Plain;
use crate::format::Formats;
use crate::pieces::hand_on;
use crate::put;
use requin_engine::Full;
use requin_wire::{Node, ProtoId, View};

/// Appends the tree of a frame; with `only`, the fields of those protocols alone.
pub(crate) fn tree(
    formats: &Formats<Plain>,
    only: Option<&[ProtoId]>,
    view: &View<'_>,
    out: &mut Vec<u8>,
    full: &mut Full<'_>,
) {
    // Nodes deeper than this are left out: they belong to one that is not shown.
    let mut shown = u8::MAX;
    for node in view.nodes() {
        if node.depth > shown {
            continue;
        }
        if node.has(Node::HIDDEN) {
            shown = node.depth;
            continue;
        }
        shown = match only {
            Some(only) if node.depth == 0 && !only.contains(&view.registry.owner(node.field)) => 0,
            _ => u8::MAX,
        };
        line(formats, view, node, out);
        hand_on(out, full);
    }
}

#[inline]
fn line(formats: &Formats<Plain>, view: &View<'_>, node: &Node, out: &mut Vec<u8>) {
    put::indent(out, 4 * usize::from(node.depth));
    let generated = node.has(Node::GENERATED);
    if generated {
        out.push(b'[');
    }
    formats.label(view, node, out);
    out.extend_from_slice(if generated { b"]\n" } else { b"\n" });
}
