//! The tree of a frame as indented lines.

use crate::escape::Plain;
use crate::format::{Formats, Labels};
use crate::pieces::hand_on;
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
    Labels::of(formats, view, |labels| {
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
            line(formats, labels, node, out);
            hand_on(out, full);
        }
    });
}

#[inline(always)]
fn line(formats: &Formats<Plain>, labels: &mut Labels<'_, Plain>, node: &Node, out: &mut Vec<u8>) {
    let f = formats.field(node.field);
    let indent = 4 * usize::from(node.depth);
    if !node.has(Node::GENERATED) {
        labels.write(f, node, indent, out);
        return out.push(b'\n');
    }
    // The bracket takes the place of the last of the spaces.
    let bracket = out.len() + indent;
    labels.write(f, node, indent + 1, out);
    if let Some(b) = out.get_mut(bracket) {
        *b = b'[';
    }
    out.extend_from_slice(b"]\n");
}
