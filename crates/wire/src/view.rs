//! A dissected frame, as those see it who filter or print it.

use crate::{Dissection, FieldDef, Meta, Node, Registry, Span};

/// A frame with all that is known of it after its dissection.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// What the capture says of it.
    pub meta: &'a Meta,
    /// Its captured bytes.
    pub bytes: &'a [u8],
    /// What its dissection left.
    pub dissection: &'a Dissection,
    /// Protocols and fields.
    pub registry: &'a Registry,
}

impl<'a> View<'a> {
    /// The nodes in the order of the tree.
    #[must_use]
    pub fn nodes(&self) -> &'a [Node] {
        &self.dissection.nodes
    }

    /// The bytes of a span, of whatever source.
    #[inline]
    #[must_use]
    pub fn span(&self, span: Span) -> &'a [u8] {
        self.dissection.bytes(self.bytes, span)
    }

    /// What is fixed about a node's field.
    #[inline]
    #[must_use]
    pub fn def(&self, node: &Node) -> &'static FieldDef {
        self.registry.field(node.field)
    }
}
