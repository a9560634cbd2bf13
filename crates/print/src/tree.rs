//! The tree of a frame as indented lines.

use crate::escape::Plain;
use crate::format::{Formats, Labels};
use crate::hex::{self, HexAscii};
use crate::pieces::hand_on;
use requin_engine::Full;
use requin_protocols::meta::data;
use requin_wire::{Node, ProtoId, View};

/// What [`tree`] writes.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    /// The fields of these protocols alone.
    pub only: Option<&'a [ProtoId]>,
    /// The bytes that no protocol claims: where those of the frame do not follow anyway.
    pub unclaimed: bool,
}

/// Appends the tree of a frame.
pub(crate) fn tree(
    formats: &Formats<Plain>,
    what: Shown<'_>,
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
            shown = match what.only {
                Some(only) if node.depth == 0 && !only.contains(&view.registry.owner(node.field)) => 0,
                _ => u8::MAX,
            };
            line(formats, labels, node, out);
            if node.field == data::PROTO && what.unclaimed && shown == u8::MAX {
                out.push(b'\n');
                hex::dump(out, view.span(node.span), HexAscii::Plain, full);
            }
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
